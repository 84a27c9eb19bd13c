"""Workbooks as an office prints and filters them, through XlsxWriter (工作簿).

Rows are written as they come and held no longer, so a sheet may have as many as Excel takes. Every
text is written as text: nothing becomes a formula, a link or a number by its looks. Needs the extra
``excel``.
"""

from __future__ import annotations

import datetime as dt
import re
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from fractions import Fraction
from pathlib import Path
from typing import Any, Literal

import attrs

from wushan_plan.errors import CaseFileError, MissingExtraError
from wushan_plan.explanation.width import display_width
from wushan_plan.explanation.words import Term, pick, spoken
from wushan_plan.files.bounds import LAST_ROW
from wushan_plan.files.safe_output import replacing_path
from wushan_plan.files.sheet_cells import (
    FONT,
    MOST_UNITS,
    Cell,
    Percent,
    ProvisionalDate,
    column_letters,
    default_letters,
    height_of,
    lines_of,
    new_workbook,
    pieces_of,
    places_of,
    put_text,
    units_of,
)
from wushan_plan.model.verdict import Lang
from wushan_plan.plain_text import OBEYED, one_line

LONG_TEXTS = {"zh": "长文本", "en": "long texts"}

_NAME = re.compile(r"[\[\]:*?/\\\t\n]")
_MOST_NAME = 31
_MOST_TITLE = 255
_MOST_NAMED = 200  # units of a column's name, where a text is said to stand
_LEAST_WIDTH, _MOST_WIDTH = 8, 40
_MOST_PAGE = 260
"""Characters side by side on one A4 page: letters of two millimetres, just readable."""
_A4 = 9
_INCH = 1 / 2.54
_SIGNS = ("=", "+", "-", "@")
_HEADING = {
    "bold": True,
    "text_wrap": True,
    "align": "center",
    "bg_color": "#1F4E78",
    "font_color": "#FFFFFF",
    "border": 1,
    "border_color": "#BFBFBF",
}
_MEASURED = 2_000
"""Rows whose texts settle the width of a column; a later one that is longer is cut or wraps."""
_DATE = "yyyy-mm-dd"
_PROVISIONAL = {"zh": 'yyyy-mm-dd"（暂定）"', "en": 'yyyy-mm-dd" (provisional)"'}

CellStyle = Literal["text", "wrapped", "date", "number", "centred"]
Fill = tuple[str, str]
"""Background and letters."""
Heading = tuple[Term, CellStyle, int]
"""What stands over a column in both languages, how its cells look, and its width."""


@attrs.frozen
class SheetColumn:
    """One column of a sheet (列).

    Attributes:
        heading: what stands over it.
        style: how its cells look.
        width: its width in characters; as wide as its texts where none is given.
    """

    heading: str
    style: CellStyle = "text"
    width: int | None = None


def columns_of(headings: Iterable[Heading], lang: Lang) -> list[SheetColumn]:
    """The columns in one of the languages."""
    return [SheetColumn(pick(term, lang), style, width) for term, style, width in headings]


@contextmanager
def written_book(path: Path, *, title: str, as_of: dt.date, lang: Lang) -> Iterator[Book]:
    """A new workbook, put in the place of ``path`` when the block ends well.

    Args:
        path: where it goes.
        title: its title, among the properties of the file and in the head of every printed page.
        as_of: the day it is about; it stands for the day of making, so that nothing reads a clock.
        lang: language of what the workbook itself says.

    Raises:
        CaseFileError: for more rows than a sheet takes.
        FactError: for another language.
    """
    spoken(lang, "workbook (lang=…)")
    try:
        import xlsxwriter  # type: ignore[import-untyped]
    except ModuleNotFoundError as error:
        raise MissingExtraError.of("excel", "XlsxWriter", "writing a workbook") from error
    with replacing_path(path) as part, tempfile.TemporaryDirectory() as folder:
        part.touch()  # an unusable path is refused before the work, not after it
        workbook = new_workbook(
            xlsxwriter, part, constant_memory=True, tmpdir=folder, default_format_properties=default_letters()
        )
        made = dt.datetime(as_of.year, as_of.month, as_of.day)
        workbook.set_properties(
            {"title": one_line(title)[:_MOST_TITLE], "created": made, "comments": "wushan-plan"}
        )
        book = Book(workbook, title, lang)
        try:
            yield book
            book.finish()
        finally:
            workbook.close()


class Book:
    """A workbook being written (工作簿)."""

    def __init__(self, workbook: Any, title: str, lang: Lang) -> None:
        self._workbook = workbook
        self._names: set[str] = set()
        self._formats: dict[tuple[tuple[str, Any], ...], Any] = {}
        self._sheets: list[Sheet] = []
        self._long: Sheet | None = None
        self.title = title
        self.lang: Lang = lang

    def sheet(
        self,
        name: str,
        heading: Sequence[str],
        columns: Sequence[SheetColumn],
        *,
        frozen: int = 1,
        colours: Mapping[str, Fill] | None = None,
        coloured: int | None = None,
        tab: str = "",
        printed: int | None = None,
    ) -> Sheet:
        """A new sheet after the others, its heading and column names written.

        Args:
            name: its name; made short and unique as Excel wants it.
            heading: lines above the table.
            columns: its columns.
            frozen: columns that stay in view.
            colours: the colour of a cell by its text, in column ``coloured``.
            coloured: number of that column, from 0.
            tab: colour of its tab.
            printed: how many of its columns are printed; all of them by default.
        """
        worksheet = self._workbook.add_worksheet(self._unique(name))
        made = Sheet(self, worksheet, heading, columns, frozen, printed or len(columns))
        if colours and coloured is not None:
            made.colour(coloured, colours)
        if tab:
            made.worksheet.set_tab_color(tab)
        self._sheets.append(made)
        return made

    def format(self, properties: Mapping[str, Any]) -> Any:
        """The format with these properties, made once."""
        key = tuple(properties.items())
        found = self._formats.get(key)
        if found is None:
            found = self._formats[key] = self._workbook.add_format(dict(properties))
        return found

    def keep(self, text: str, sheet: str, row: int, heading: str) -> str:
        """What stands in a cell for a text too long for it; the text goes to a sheet of its own."""
        zh = self.lang == "zh"
        if self._long is None:
            columns = [SheetColumn("工作表" if zh else "sheet"), SheetColumn("行" if zh else "row", "number")]
            columns += [
                SheetColumn("列" if zh else "column"),
                SheetColumn("全文（分段）" if zh else "text, in parts", "wrapped", 80),
            ]
            line = "放不进一个单元格的文字，各段依次相接" if zh else "Texts too long for one cell, in parts"
            self._long = self.sheet(LONG_TEXTS[self.lang], [line], columns)
        first = self._long.next_row + 1
        for piece in pieces_of(text, MOST_UNITS - 67):
            self._long.add([sheet, row + 1, next(pieces_of(heading, _MOST_NAMED)), piece])
        where = f"“{LONG_TEXTS['zh']}”表第{first}行" if zh else f"sheet '{LONG_TEXTS['en']}', row {first}"
        rest = f"……（全文见{where}）" if zh else f" … (in full: {where})"
        return next(pieces_of(text, 200)) + rest

    def finish(self) -> None:
        """Widths, filters and printing, which only the last row settles."""
        for one in self._sheets:
            one.finish()

    def _unique(self, name: str) -> str:
        plain = _NAME.sub(" ", OBEYED.sub(" ", name)).strip(" '") or "Sheet"
        made, number = _cut(plain, _MOST_NAME), 1
        while made.casefold() in self._names or made.casefold() == "history":
            number += 1
            made = f"{_cut(plain, _MOST_NAME - len(str(number)) - 1)}_{number}"
        self._names.add(made.casefold())
        return made


def _cut(name: str, most: int) -> str:
    """So much of the name of a sheet as Excel takes; it ends in no apostrophe."""
    return next(pieces_of(name, most)).rstrip(" '")


class Sheet:
    """A sheet being written, from top to bottom (工作表)."""

    def __init__(
        self,
        book: Book,
        worksheet: Any,
        heading: Sequence[str],
        columns: Sequence[SheetColumn],
        frozen: int,
        printed: int,
    ) -> None:
        self.worksheet = worksheet
        self._book = book
        self._columns = tuple(columns)
        self._printed = printed
        self._widths = [display_width(one.heading) + 4 for one in columns]  # room for the filter's arrow
        self._colours: tuple[int, Mapping[str, Fill]] | None = None
        worksheet.hide_gridlines(2)
        for row, line in enumerate(heading):
            bold = {"bold": True, "font_size": 13} if row == 0 else {"font_color": "#595959"}
            worksheet.set_row(row, 24 if row == 0 else 16.5)
            self._put_text(row, 0, line, bold)
        self._header = len(heading)
        self._wraps = {n: one.width for n, one in enumerate(columns) if one.style == "wrapped" and one.width}
        names = [lines_of(one.heading, (one.width or _MOST_WIDTH) - 3) for one in columns]
        worksheet.set_row(self._header, height_of(max(names)) + 4)
        for number, column in enumerate(columns):
            self._put_text(self._header, number, column.heading, _HEADING)
        worksheet.freeze_panes(self._header + 1, frozen)
        self.next_row = self._header + 1
        self._last_of_table = self._header
        self._styles = [self._properties(column.style) for column in columns]

    @property
    def name(self) -> str:
        """Its name, as the tab shows it."""
        return str(self.worksheet.get_name())

    def colour(self, column: int, colours: Mapping[str, Fill]) -> None:
        """Colours the cells of ``column`` by their text."""
        self._colours = (column, colours)

    def add(self, cells: Iterable[Cell]) -> None:
        """Writes the next row of the table."""
        row = self._next()
        self._last_of_table = row
        lines = 1
        for number, cell in enumerate(cells):
            self._put(row, number, cell)
            if number in self._wraps and isinstance(cell, str):
                lines = max(lines, lines_of(cell, self._wraps[number]))
        if lines > 1:
            self.worksheet.set_row(row, height_of(lines))

    def note(self, text: str, *, bold: bool = False) -> None:
        """Writes a line of text below the table."""
        row = self._next()
        if text:
            self._put_text(row, 0, text, {"bold": True} if bold else {})

    def finish(self) -> None:
        """Widths, filter, colours and printing."""
        sheet, last = self.worksheet, max(self._last_of_table, self._header)
        widths = [
            column.width or min(max(self._widths[number], _LEAST_WIDTH), _MOST_WIDTH)
            for number, column in enumerate(self._columns)
        ]
        for number, shown in enumerate(widths):
            sheet.set_column(number, number, shown)
        width = len(widths) - 1
        sheet.autofilter(self._header, 0, last, width)
        if last > self._header:
            area = f"A{self._header + 2}:{column_letters(width)}{last + 1}"
            sheet.ignore_errors({"number_stored_as_text": area})
        if self._colours is not None and last > self._header:
            number, colours = self._colours
            for text, (background, letters) in colours.items():
                sheet.conditional_format(
                    self._header + 1, number, last, number,
                    {
                        "type": "cell",
                        "criteria": "==",
                        "value": '"' + text.replace('"', '""') + '"',
                        "format": self._book.format({"bg_color": background, "font_color": letters}),
                    },
                )  # fmt: skip
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.repeat_rows(self._header)
        printed = widths[: self._printed]
        sheet.print_area(0, 0, self.next_row - 1, len(printed) - 1)
        pages = -(-sum(printed) // _MOST_PAGE)  # side by side, so that it stays large enough to read
        sheet.fit_to_pages(pages, 0)
        if pages > 1:
            sheet.repeat_columns(0)
        sheet.set_margins(left=1.2 * _INCH, right=1.2 * _INCH, top=1.9 * _INCH, bottom=1.7 * _INCH)
        font = f'&"{FONT},Regular"&9 '  # the space keeps the size apart from a title that begins with a digit
        title = one_line(self._book.title)[:80].replace("&", "&&")  # Excel takes 255 characters in all
        sheet.set_header(f"&L{font}{title}&R{font}&A")
        numbered = "第&P页，共&N页" if self._book.lang == "zh" else "page &P of &N"
        sheet.set_footer(f"&C{font}{numbered}")

    def _next(self) -> int:
        row = self.next_row
        if row >= LAST_ROW:
            raise CaseFileError(
                value=LAST_ROW,
                rule="a sheet has no more rows than that.",
                where=f"sheet {self.name}",
                remedy="Write CSV, JSON Lines or parquet instead, or split the cases.",
                zh="超过一张工作表的行数上限，请改写CSV、JSON Lines或parquet，或拆分办件",
            )
        self.next_row += 1
        return row

    def _put(self, row: int, number: int, cell: Cell) -> None:
        if cell is None or cell == "":
            self.worksheet.write_blank(row, number, None, self._book.format(self._styles[number]))
        elif isinstance(cell, str):
            self._put_text(row, number, cell, self._styles[number])
            self._widen(row, number, cell[:_MOST_WIDTH])
        elif isinstance(cell, (ProvisionalDate, dt.date)):
            self._put_date(row, number, cell)
        else:
            value = cell.value if isinstance(cell, Percent) else Fraction(cell)
            places = places_of(value * 100 if isinstance(cell, Percent) else value)
            shown = ("0." + "0" * places if places else "0") + ("%" if isinstance(cell, Percent) else "")
            form = self._book.format({**self._styles[number], "num_format": shown})
            self._written(self.worksheet.write_number(row, number, float(value), form), row, number)
            self._widen(row, number, shown + str(int(value)))

    def _put_date(self, row: int, number: int, cell: dt.date | ProvisionalDate) -> None:
        date = cell.date if isinstance(cell, ProvisionalDate) else cell
        if date.year < 1900:  # before Excel's first day
            self._put_text(row, number, date.isoformat(), self._styles[number])
            return
        shown = _DATE if not isinstance(cell, ProvisionalDate) else _PROVISIONAL[self._book.lang]
        form = self._book.format({**self._styles[number], "num_format": shown})
        moment = dt.datetime(date.year, date.month, date.day)
        self._written(self.worksheet.write_datetime(row, number, moment, form), row, number)
        self._widen(row, number, shown.replace('"', ""))

    def _put_text(self, row: int, number: int, text: str, style: Mapping[str, Any]) -> None:
        if units_of(text) > MOST_UNITS:
            text = self._book.keep(text, self.name, row, self._columns[number].heading)
        if text[:1] in _SIGNS:
            style = {**style, "quote_prefix": True}  # stays text even when someone edits the cell
        self._written(put_text(self.worksheet, row, number, text, self._book.format(style)), row, number)

    def _widen(self, row: int, number: int, text: str) -> None:
        if row < _MEASURED and self._widths[number] < _MOST_WIDTH:
            self._widths[number] = max(self._widths[number], display_width(text) + 2)

    def _written(self, failed: int | None, row: int, number: int) -> None:
        # XlsxWriter drops or cuts what it cannot write, and says so in its return code alone.
        if failed:
            raise CaseFileError(
                value=failed,
                rule="the cell could not be written in full.",
                where=f"sheet {self.name}, row {row + 1}, column {number + 1}",
                remedy="Write CSV, JSON Lines or parquet instead.",
                zh="单元格没有写全",
            )

    def _properties(self, style: CellStyle) -> dict[str, Any]:
        properties: dict[str, Any] = {"border": 1, "border_color": "#D9D9D9"}
        if style == "wrapped":
            properties |= {"text_wrap": True}
        elif style in ("date", "centred"):
            properties |= {"align": "center"}
        elif style == "number":
            properties |= {"align": "right", "indent": 1}
        return properties
