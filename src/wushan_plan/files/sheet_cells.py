"""What stands in the cells of a sheet, how it looks, and how much room it takes (单元格)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import attrs

from wushan_plan.explanation.width import display_width
from wushan_plan.files.safe_output import whole

FONT = "微软雅黑"
"""Stands on every Chinese Windows and in WPS; other systems put their own in its place."""
MOST_UNITS = 32_767
"""UTF-16 units of a cell, Excel's own limit."""
_NO_DAY = dt.datetime(1980, 1, 1)
"""Stands for the day of making where no other is given: nothing reads a clock."""


@attrs.frozen
class Percent:
    """A share, shown as a percentage (百分比)."""

    value: Fraction


@attrs.frozen
class ProvisionalDate:
    """A date that no notice settles yet, shown with that mark (暂定日期)."""

    date: dt.date


Cell = str | int | float | Fraction | dt.date | Percent | ProvisionalDate | None
"""What a cell can be given; ``None`` and empty text leave it empty."""


def places_of(value: Fraction) -> int:
    """Decimals to show: all where four are enough, else so many that it never looks whole."""
    for places in range(5):
        if (value * 10**places).denominator == 1:
            return places
    return next((n for n in range(2, 12) if round(value, n).denominator != 1), 12)


def lines_of(text: str, width: int) -> int:
    """Lines a text takes in a column of that width."""
    if len(text) * 2 < width and "\n" not in text:
        return 1
    return sum(-(-display_width(line) // (width - 1)) or 1 for line in text[:4096].split("\n"))


def height_of(lines: int) -> float:
    return min(16.5 * lines, 400)  # Excel's own limit is 409 points


def units_of(text: str) -> int:
    return len(text) + sum(char > "\uffff" for char in text) if len(text) > MOST_UNITS // 2 else len(text)


def pieces_of(text: str, units: int) -> Iterator[str]:
    start, used = 0, 0
    for index, char in enumerate(text):
        size = 2 if char > "\uffff" else 1
        if used + size > units:
            yield text[start:index]
            start, used = index, 0
        used += size
    yield text[start:]


def default_letters() -> dict[str, object]:
    """How the text of a cell looks, as XlsxWriter calls it."""
    return {"font_name": FONT, "font_size": 10, "valign": "vcenter"}


def new_workbook(xlsxwriter: Any, path: Path, **options: object) -> Any:
    """A workbook of XlsxWriter that takes no text for a formula, a link or a number by its looks."""
    plain = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    workbook = xlsxwriter.Workbook(str(path), {**plain, **options})
    workbook.set_properties({"created": _NO_DAY})
    return workbook


def put_text(worksheet: Any, row: int, column: int, text: str, form: Any) -> int:
    """Writes ``text`` into a cell of XlsxWriter as text, whatever it looks like; 0 when it stands there.

    Text is written by its type: it becomes no formula, link or number. XlsxWriter itself escapes what
    XML cannot hold, and Excel reads it back.
    """
    text = whole(text)
    if text.startswith("<r>") and text.endswith("</r>"):
        # XlsxWriter takes such a text for its own markup; in several runs it is text again.
        return int(worksheet.write_rich_string(row, column, text[:1], text[1:2], text[2:], form) or 0)
    return int(worksheet.write_string(row, column, text, form) or 0)


def column_letters(index: int) -> str:
    """Excel's letters of a column counted from 0."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
