"""The return workbook that goes out to a lead unit (填报表)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from wushan_plan.calendar.dates import calendar_date
from wushan_plan.errors import EntryError, MissingExtraError
from wushan_plan.explanation.words import STATUS, date_text, place_text, spoken
from wushan_plan.files.results_cells import STATUS_COLOURS
from wushan_plan.files.safe_output import replacing_path
from wushan_plan.files.sheet_cells import (
    column_letters,
    default_letters,
    height_of,
    lines_of,
    new_workbook,
    put_text,
)
from wushan_plan.ledger.ledger import Ledger
from wushan_plan.ledger.returns.cells import SheetCells
from wushan_plan.ledger.returns.form import SUMMED, FormCode, FormRow, rows_of
from wushan_plan.ledger.returns.values import shown_value
from wushan_plan.ledger.returns.words import (
    AGAINST,
    COLUMNS,
    CONFLICT,
    CONTENT,
    COVER,
    DONE,
    FILLED,
    FLOWS,
    INFERRED,
    INPUTS,
    INSTRUCTIONS,
    NO,
    NO_AUTHOR,
    OPTIONAL,
    PLAIN_NUMBER,
    SHEETS,
    STANDS,
)
from wushan_plan.model.facts import FactKind
from wushan_plan.model.modality import Status
from wushan_plan.model.periods import Interval
from wushan_plan.model.plan import LeadUnit
from wushan_plan.model.verdict import Lang
from wushan_plan.plain_text import one_line

_WIDTHS = {
    "number": 5, "task": 36, "place": 13, "due": 11, "status": 9, "fact": 24, "current": 16, "value": 16,
    "basis": 9, "stood_on": 11, "evidence": 20, "done_on": 11, "reason": 16, "remark": 14, "author": 9,
    "check": 11, "id": 22,
}  # fmt: skip
_HEADER = 2
_LAST = dt.date(2099, 12, 31)
_FIRST = dt.date(1990, 1, 1)
_DATES = ("stood_on", "done_on")
_NUMBERS = (FactKind.COUNT, FactKind.AMOUNT, FactKind.QUANTITY)


def write_return(
    ledger: Ledger,
    unit: str,
    path: str | Path,
    as_of: dt.date,
    *,
    period: Interval | None = None,
    author: str = "",
    lang: Lang = "zh",
) -> int:
    """Writes the workbook in which a unit reports, and returns the number of its rows.

    Args:
        ledger: says what is still open, and what is known of it.
        unit: id or printed name of the unit.
        path: where the workbook goes; it appears complete or not at all.
        as_of: the cut-off day: what the unit is shown, and the day its figures stand on unless it
            says otherwise.
        period: the days figures may be given for, beside figures as they stand. Rates of handled
            cases are asked for the period then.
        author: who will fill it in, where that is known.
        lang: language of the workbook.

    Raises:
        UnknownNameError: for a unit the ledger does not know.
        EntryError: for a period that ends after the cut-off day.
        MissingExtraError: without the extra ``excel``.
    """
    try:
        import xlsxwriter  # type: ignore[import-untyped]
    except ModuleNotFoundError as error:
        raise MissingExtraError.of("excel", "XlsxWriter", "writing a return workbook") from error
    spoken(lang, "write_return(lang=…)")
    found, day = ledger.unit(unit), calendar_date(as_of, where="as_of")
    if period is not None and period.last > day:
        raise EntryError(
            value=period,
            rule="nothing is reported before it has happened.",
            where="write_return(period=…)",
            remedy=f"Give a period that ends by {day}, or a later cut-off day.",
            zh="统计期间晚于统计截止日",
        )
    rows = tuple(rows_of(ledger, found.id, day, period))
    code = FormCode(ledger.plan.id, found.id, day, period)
    with replacing_path(Path(path)) as part:
        part.touch()  # an unusable path is refused before the work, not after it
        book = new_workbook(xlsxwriter, part, default_format_properties=default_letters())
        try:
            _Form(book, found, code, rows, author.strip(), lang).write()
        finally:
            book.close()
    return len(rows)


class _Form(SheetCells):
    """The workbook while it is written."""

    def __init__(
        self, book: Any, unit: LeadUnit, code: FormCode, rows: Sequence[FormRow], author: str, lang: Lang
    ) -> None:
        super().__init__(book, lang)
        self.unit = unit.name if lang == "zh" else unit.name_en
        self.code = code
        self.rows = rows
        self.author = author
        names = [name for name in COLUMNS if name != "basis" or code.period is not None]
        self.columns = {name: number for number, name in enumerate(names)}
        self.author_cell = ""

    def write(self) -> None:
        day = self.code.as_of
        title = (
            f"{self.unit}改革工作台账填报表（截至{day.year}年{day.month}月{day.day}日）"
            if self.lang == "zh"
            else f"{self.unit}: return for the reform ledger, as of {date_text(day, self.lang)}"
        )
        made = dt.datetime(self.code.as_of.year, self.code.as_of.month, self.code.as_of.day)
        self.book.set_properties({"title": one_line(title), "created": made, "comments": "wushan-plan"})
        self._cover(title)
        self._form(title)
        self._list()

    # --- the first sheet: what the form is, who fills it in, and how -----------------------------

    def _cover(self, title: str) -> None:
        sheet = self.book.add_worksheet(self.word(SHEETS["cover"]))
        sheet.hide_gridlines(2)
        sheet.set_column(0, 0, 14 if self.lang == "zh" else 20)
        sheet.set_column(1, 1, 92)
        sheet.set_row(0, 26)
        put_text(sheet, 0, 0, title, self.format(bold=True, font_size=13))
        period = self.code.period
        lines: list[tuple[str, str | dt.date]] = [
            ("unit", self.unit),
            ("as_of", self.code.as_of),
            *([("period", shown_value(period, self.lang))] if period is not None else []),
            ("author", self.author),
            ("at", self.code.as_of),
            ("code", str(self.code)),
        ]
        label = self.format(bold=True, bg_color="#EDEDED", border=1, border_color="#BFBFBF")
        for row, (name, value) in enumerate(lines, 2):
            sheet.write_string(row, 0, self.word(COVER[name]), label)
            form = self.cell(is_input=name in ("author", "at"), is_date=isinstance(value, dt.date), left=True)
            self.put(sheet, row, 1, value, form)
            if name == "author":
                self.author_cell = f"'{self.word(SHEETS['cover'])}'!$B${row + 1}"
            if name == "at":
                self.dates(sheet, row, 1, self.code.as_of, _LAST)
        row = len(lines) + 3
        sheet.write_string(row, 0, self.word(SHEETS["cover"]), self.format(bold=True, font_size=12))
        for number, line in enumerate(INSTRUCTIONS[self.lang], 1):
            height = height_of(lines_of(line, 92)) + 5
            sheet.set_row(row + number, height)
            sheet.write_number(row + number, 0, number, self.format(align="center", valign="top"))
            sheet.write_string(row + number, 1, line, self.format(text_wrap=True, valign="top"))
        self.protect(sheet)
        self.paper(sheet, landscape=False)

    # --- the second sheet: one row a fact --------------------------------------------------------

    def _form(self, title: str) -> None:
        sheet = self.book.add_worksheet(self.word(SHEETS["form"]))
        sheet.hide_gridlines(2)
        first, last = _HEADER + 1, _HEADER + max(len(self.rows), 1)
        sheet.set_row(0, 24)
        put_text(sheet, 0, 0, title, self.format(bold=True, font_size=13))
        head = {"bold": True, "text_wrap": True, "align": "center", "font_color": "#FFFFFF", "border": 1}
        sheet.set_row(_HEADER, 22 if self.lang == "zh" else 34)
        for name, column in self.columns.items():
            sheet.set_column(column, column, _WIDTHS[name])
            colour = "#8A6D00" if name in INPUTS else "#1F4E78"
            sheet.write_string(
                _HEADER, column, self.word(COLUMNS[name]), self.format(**head, bg_color=colour)
            )
        check = column_letters(self.columns["check"])
        checks = f"{check}{first + 1}:{check}{last + 1}"
        filled = self.word(FILLED)
        count = f'COUNTIF({checks},"{filled}")'
        text = ("已填", "行，共", "行") if self.lang == "zh" else ("Rows filled: ", " of ", "")
        whole = f"{text[1]}{len(self.rows)}{text[2]}"
        sheet.write_formula(
            1, 0, f'="{text[0]}"&{count}&"{whole}"', self.format(font_color="#595959"), f"{text[0]}0{whole}"
        )
        for number, row in enumerate(self.rows, 1):
            self._row(sheet, _HEADER + number, number, row)
        sheet.freeze_panes(_HEADER + 1, 2)
        sheet.autofilter(_HEADER, 0, last, len(self.columns) - 1)
        corner = f"{column_letters(len(self.columns) - 1)}{last + 1}"
        sheet.ignore_errors({"number_stored_as_text": f"A1:{corner}"})
        for term in (NO_AUTHOR, AGAINST):
            sheet.conditional_format(
                checks,
                {
                    "type": "cell",
                    "criteria": "==",
                    "value": f'"{self.word(term)}"',
                    "format": self.book.add_format({"bg_color": "#FFC7CE", "font_color": "#9C0006"}),
                },
            )
        sheet.repeat_rows(_HEADER)
        self.protect(sheet)
        self.paper(sheet, landscape=True)
        sheet.activate()

    def _row(self, sheet: Any, at: int, number: int, row: FormRow) -> None:
        state, commitment, zh = row.state, row.state.commitment, self.lang == "zh"
        summary = commitment.summary if zh else commitment.summary_en
        label = row.fact.zh if zh else row.fact.en
        if zh and row.fact.unit:
            label += f"（{row.fact.unit}）"
        elif not row.fact.unit and row.fact.kind in _NUMBERS:
            label += self.word(PLAIN_NUMBER)
        if row.fact.optional and row.fact.name != "done":
            label += self.word(OPTIONAL)
        texts: dict[str, str | dt.date] = {
            "task": summary,
            "place": place_text(commitment.citation, self.lang),
            "due": f"{state.due}\n{self.word(INFERRED)}" if state.due_is_inferred else state.due,
            "status": self.word(STATUS[state.status]),
            "fact": label,
            "current": self._current(row),
            "id": row.id,
        }
        wrapped = [
            lines_of(str(texts[name]), _WIDTHS[name]) for name in ("task", "fact", "current", "place", "due")
        ]
        sheet.set_row(at, height_of(max(wrapped)) + 3)
        sheet.write_number(at, self.columns["number"], number, self.cell(align="center"))
        for name, value in texts.items():
            self.put(sheet, at, self.columns[name], value, self._fixed(name, row))
        self._inputs(sheet, at, row)
        sheet.write_formula(
            at, self.columns["check"], self._check(at), self.cell(align="center", font_size=9), ""
        )

    def _inputs(self, sheet: Any, at: int, row: FormRow) -> None:
        sums = row.fact.kind in SUMMED
        for name in INPUTS:
            column = self.columns.get(name)
            if column is None:
                continue
            is_open = (
                row.dated
                if name == "done_on"
                else row.is_first
                if name == "reason"
                else sums
                if name == "basis"
                else True
            )
            is_date = name in _DATES or (name == "value" and row.fact.kind is FactKind.DATE)
            value: str | dt.date = ""
            if name == "stood_on":
                value = self.code.as_of
            elif name == "basis":
                value = self.word(FLOWS if row.flows else STANDS)
            numeric = name == "value" and row.fact.kind in _NUMBERS
            form = self.cell(is_input=is_open, is_date=is_date, is_number=numeric)
            self.put(sheet, at, column, value, form)
            if not is_open:
                continue
            if is_date:
                last = _LAST if name != "value" or row.fact.name == "end" else self.code.as_of
                self.dates(sheet, at, column, _FIRST, last)
            elif name == "basis":
                self.choice(sheet, at, column, (STANDS, FLOWS))
            elif name == "value":
                self.values(sheet, at, column, row.fact.kind)

    def _current(self, row: FormRow) -> str:
        state, colon = row.state, "：" if self.lang == "zh" else ": "
        for conflict in state.conflicts:
            if conflict.fact == row.fact.name:
                said = "；".join(
                    f"{one.author} {shown_value(one.value, self.lang)}"  # type: ignore[arg-type]
                    for one in conflict.candidates
                )
                return f"{self.word(CONFLICT)}{colon}{said}"
        shown = shown_value(dict(state.facts).get(row.fact.name), self.lang)
        if row.dated and state.completed_on is not None:
            shown = "\n".join([shown, f"{self.word(DONE)}{colon}{state.completed_on}"]).strip()
        return shown

    def _check(self, at: int) -> str:
        def cell(name: str) -> str:
            return f"${column_letters(self.columns[name])}{at + 1}"

        content = f"COUNTA({','.join(cell(name) for name in CONTENT)})>0"
        no_author = f'AND({content},{cell("author")}="",{self.author_cell}="")'
        against = f'AND({cell("value")}="{self.word(NO)}",{cell("done_on")}<>"")'
        return (
            f'=IF({no_author},"{self.word(NO_AUTHOR)}",IF({against},"{self.word(AGAINST)}",'
            f'IF({content},"{self.word(FILLED)}","")))'
        )

    def _fixed(self, name: str, row: FormRow) -> Any:
        if name == "status":
            background, letters = STATUS_COLOURS[row.state.status]
            if row.state.status is Status.UNKNOWN:
                return self.cell(align="center")
            return self.cell(align="center", bg_color=background, font_color=letters)
        if name == "due":
            return self.cell(align="center") if row.state.due_is_inferred else self.cell(is_date=True)
        if name == "id":
            return self.cell(font_size=8, font_color="#7F7F7F")
        if name == "task" and not row.is_first:
            return self.cell(font_color="#7F7F7F")
        return self.cell()

    # --- the third sheet, hidden: which rows went out --------------------------------------------

    def _list(self) -> None:
        sheet = self.book.add_worksheet(self.word(SHEETS["rows"]))
        sheet.write_string(0, 0, str(self.code))
        for number, row in enumerate(self.rows, 1):
            put_text(sheet, number, 0, row.id, None)
        sheet.very_hidden()
        sheet.protect()
