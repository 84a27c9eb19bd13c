"""A report as a workbook (督查报告工作簿): one sheet a list, every task on a row of its own."""

from __future__ import annotations

from pathlib import Path

from wushan_plan.explanation.words import COLOUR, pick
from wushan_plan.files.sheets import SheetColumn, written_book
from wushan_plan.ledger.reports.content import SupervisionReport
from wushan_plan.ledger.reports.tables import tables
from wushan_plan.ledger.reports.texts import basis, day_line, subtitle, summary, title

_FILLS = {
    "red": ("#F8D7DA", "#9B1C1C"),
    "yellow": ("#FFF3CD", "#7A5B00"),
    "grey": ("#E5E7EB", "#374151"),
    "green": ("#D4EDDA", "#1E6B3A"),
}
_TABS = {"red": "#C53030", "yellow": "#E3A917", "due": "#3182CE", "missing": "#8A94A3"}


def write_workbook(report: SupervisionReport, path: str | Path) -> None:
    """Writes the report as a workbook; replaces ``path`` at the end.

    Args:
        report: the report.
        path: where it goes.

    Raises:
        MissingExtraError: without the extra ``excel``.
    """
    lang = report.lang
    zh = lang == "zh"
    colours = {pick(COLOUR[name], lang): fill for name, fill in _FILLS.items()}
    heading = f"{title(report)}  {report.as_of.isoformat()}"
    with written_book(Path(path), title=heading, as_of=report.as_of, lang=lang) as book:
        front = book.sheet(
            "摘要" if zh else "Summary",
            [title(report), subtitle(report), day_line(report)],
            [
                SheetColumn("项目" if zh else "subject", "centred", 14),
                SheetColumn("内容" if zh else "content", "wrapped", 100),
            ],
        )
        for number, line in enumerate(summary(report), 1):
            front.add([f"要点{number}" if zh else f"point {number}", line])
        for number, line in enumerate(basis(report), 1):
            front.add([f"说明{number}" if zh else f"note {number}", line])
        for table in tables(report):
            coloured = [number for number, one in enumerate(table.columns) if one.colour]
            sheet = book.sheet(
                table.title,
                [table.title, day_line(report), table.intro or table.empty],
                [SheetColumn(one.heading, one.style, one.width) for one in table.columns],
                frozen=2,
                colours=colours,
                coloured=coloured[-1] if coloured else None,
                tab=_TABS.get(table.id, ""),
            )
            for row in table.rows:
                sheet.add(row)
            if not table.rows:
                sheet.note(table.empty)
