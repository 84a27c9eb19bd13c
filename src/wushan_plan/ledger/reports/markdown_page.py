"""A report as Markdown (文本报告), for those who paste it somewhere else."""

from __future__ import annotations

import re

from wushan_plan.files.sheet_cells import Cell
from wushan_plan.ledger.reports.content import SupervisionReport
from wushan_plan.ledger.reports.html_page import cell_text
from wushan_plan.ledger.reports.lists import ReportTable
from wushan_plan.ledger.reports.tables import tables
from wushan_plan.ledger.reports.texts import basis, day_line, subtitle, summary, title
from wushan_plan.plain_text import one_line

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~#&!$@])")
_ADDRESS = re.compile(r":(?=//)|(?<=\bwww)\.", re.IGNORECASE)
_BREAKS = re.compile(r"\s+")
_START = re.compile(r"^(\s*)([-+=:]|\d+[.)](?=\s|$))")


def markdown(report: SupervisionReport, *, full: bool = False) -> str:
    """The report as Markdown with tables.

    Args:
        report: the report.
        full: every task on a row of its own; otherwise long lists are shortened.
    """
    lines = [
        f"# {_plain(title(report))}",
        "",
        _plain(subtitle(report)),
        "",
        f"**{_plain(day_line(report))}**",
        "",
        *(f"- {_plain(one)}" for one in summary(report)),
        "",
    ]
    for table in tables(report, full=full):
        lines += [f"{'###' if table.part_of else '##'} {_plain(table.title)}", ""]
        if table.intro and table.rows:
            lines += [_plain(table.intro), ""]
        lines += _table(table, report)
    lines += [f"## {'说明' if report.lang == 'zh' else 'Notes'}", ""]
    lines += [f"- {_plain(one)}" for one in basis(report)]
    return "\n".join(lines) + "\n"


def _table(table: ReportTable, report: SupervisionReport) -> list[str]:
    if not table.rows:
        return [_plain(table.empty), ""] if table.empty else []
    heads = " | ".join(_plain(one.heading) for one in table.columns)
    rules = "|".join("---:" if one.style == "number" else "---" for one in table.columns)
    rows = [f"| {' | '.join(_cell(cell, report) for cell in row)} |" for row in table.rows]
    return [f"| {heads} |", f"|{rules}|", *rows, ""]


def _cell(cell: Cell, report: SupervisionReport) -> str:
    return _plain(cell_text(cell, report))


def _plain(words: str) -> str:
    """Text that stays text: one line, nothing of it markup, an address no link."""
    escaped = _SPECIAL.sub(r"\\\1", one_line(_BREAKS.sub(" ", words)).strip())
    escaped = _ADDRESS.sub(r"\\\g<0>", escaped)
    return _START.sub(_shielded, escaped)


def _shielded(found: re.Match[str]) -> str:
    """``-`` and ``1.`` at the beginning make no list."""
    sign = found[2]
    return f"{found[1]}{sign[:-1]}\\{sign[-1]}"
