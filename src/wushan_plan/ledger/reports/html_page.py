"""A report as one page of HTML (网页报告): no network, no script, ready to print on A4."""

from __future__ import annotations

import datetime as dt
import re

from wushan_plan.explanation.markup import safe
from wushan_plan.explanation.words import COLOUR, percent_text
from wushan_plan.files.sheet_cells import Cell, Percent, ProvisionalDate
from wushan_plan.ledger.reports import pictures
from wushan_plan.ledger.reports.content import SupervisionReport
from wushan_plan.ledger.reports.lists import ReportColumn, ReportTable
from wushan_plan.ledger.reports.style import style
from wushan_plan.ledger.reports.tables import tables
from wushan_plan.ledger.reports.texts import basis, day_line, subtitle, summary, title

_PICTURES = {
    "chapters": pictures.timeline_svg,
    "units": pictures.units_svg,
    "due": pictures.calendar_svg,
}
_LEAST_WIDTH = 16
"""Characters the narrowest column takes: a number such as m41.13, a colour, a heading."""
_DATE_WIDTH = 18
_DATE = re.compile(r"\b\d{4}-\d\d-\d\d\b", re.ASCII)
_CLASSES = {word: value for value, term in COLOUR.items() for word in term}


def html(report: SupervisionReport, *, full: bool = False) -> str:
    """The report as a self-contained page.

    Args:
        report: the report.
        full: every task on a row of its own; otherwise long lists are shortened for paper.
    """
    zh = report.lang == "zh"
    listed = tables(report, full=full)
    heads = [one for one in listed if not one.part_of]
    numbers = {one.id: number for number, one in enumerate(heads, 1)}
    name = f"{title(report)} {report.as_of.isoformat()}"
    contents = "".join(
        f'<li><a href="#{one.id}">{safe(_numbered(one, numbers, report))}</a></li>' for one in heads
    )
    parts = [
        f'<!DOCTYPE html>\n<html lang="{"zh-CN" if zh else "en"}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        "style-src 'unsafe-inline'\">\n"
        f"<title>{safe(name)}</title>\n<style>\n{style()}</style>\n</head>\n<body>\n<header>\n"
        f"<h1>{safe(title(report))}</h1>\n"
        f'<p class="subtitle">{safe(subtitle(report))}</p>\n<p class="day">{safe(day_line(report))}</p>\n'
        "</header>\n<main>\n",
        f'<section class="summary"><ul>{"".join(f"<li>{safe(one)}</li>" for one in summary(report))}</ul>'
        "</section>\n",
        f'<nav aria-label="{"目录" if zh else "contents"}"><ol>{contents}</ol></nav>\n',
    ]
    for number, table in enumerate(listed):
        if not table.part_of:
            parts.append(f'<section id="{table.id}">\n<h2>{safe(_numbered(table, numbers, report))}</h2>\n')
            if table.intro and (table.rows or table.id in _PICTURES):
                parts.append(f'<p class="intro">{safe(table.intro)}</p>\n')
            if table.id in _PICTURES:
                parts.append(_figure(_PICTURES[table.id](report)))
        else:
            parts.append(
                f'<h3 id="{table.id}">{safe(table.title)}</h3>\n<p class="intro">{safe(table.intro)}</p>\n'
            )
        parts.append(_table(table, report))
        if number + 1 == len(listed) or not listed[number + 1].part_of:
            parts.append("</section>\n")
    notes = "".join(f"<li>{safe(one)}</li>" for one in basis(report))
    parts.append(f'<section class="basis"><h2>{"说明" if zh else "Notes"}</h2><ul>{notes}</ul></section>\n')
    parts.append("</main>\n</body>\n</html>\n")
    return "".join(parts)


def _numbered(table: ReportTable, numbers: dict[str, int], report: SupervisionReport) -> str:
    number = numbers[table.id]
    return f"{_chinese(number)}、{table.title}" if report.lang == "zh" else f"{number}. {table.title}"


def _chinese(number: int) -> str:
    """一 to 十九; a report has no more sections."""
    digits = "〇一二三四五六七八九"
    if number < 10:
        return digits[number]
    return "十" + (digits[number - 10] if number > 10 else "")


def _figure(svg: str) -> str:
    caption = svg.partition('aria-label="')[2].partition('"')[0]  # escaped already
    return f'<figure><div class="picture">{svg}</div><figcaption>{caption}</figcaption></figure>\n'


def _table(table: ReportTable, report: SupervisionReport) -> str:
    if not table.rows:
        return f'<p class="empty">{safe(table.empty)}</p>\n' if table.empty else ""
    heads = "".join(f'<th scope="col" class="{one.style}">{safe(one.heading)}</th>' for one in table.columns)
    rows = []
    for row in table.rows:
        cells = "".join(_cell(cell, column, report) for cell, column in zip(row, table.columns, strict=True))
        rows.append(f"<tr>{cells}</tr>\n")
    return (
        f'<div class="wide"><table class="t-{table.id} {_shape(table)}">\n{_widths(table)}'
        f"<thead><tr>{heads}</tr></thead>\n"
        f"<tbody>\n{''.join(rows)}</tbody>\n</table></div>\n"
    )


def _widths(table: ReportTable) -> str:
    if _shape(table) == "numbers":
        return ""
    widths = [max(one.width, _DATE_WIDTH if one.style == "date" else _LEAST_WIDTH) for one in table.columns]
    columns = "".join(f'<col style="width:{100 * one / sum(widths):.1f}%">' for one in widths)
    return f"<colgroup>{columns}</colgroup>\n"


def _shape(table: ReportTable) -> str:
    """Lists of texts become cards on a phone; tables of numbers stay tables."""
    return "numbers" if table.id in ("chapters", "units") else "list"


def _cell(cell: Cell, column: ReportColumn, report: SupervisionReport) -> str:
    words = cell_text(cell, report)
    shown = _DATE.sub(r'<span class="d">\g<0></span>', safe(words))
    if column.colour:
        shown = f'<span class="chip {_CLASSES[words]}">{shown}</span>'
    empty = "" if words else " none"
    return f'<td class="{column.style}{empty}" data-label="{safe(column.heading)}"><div>{shown}</div></td>'


def cell_text(cell: Cell, report: SupervisionReport) -> str:
    """What a cell shows."""
    if cell is None:
        return ""
    if isinstance(cell, Percent):
        return percent_text(cell.value, report.lang)
    if isinstance(cell, ProvisionalDate):
        return cell.date.isoformat()
    if isinstance(cell, dt.date):
        return cell.isoformat()
    return str(cell)
