"""How the cells of a return workbook look, and what they let in (填报单元格)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from wushan_plan.explanation.words import Term, pick
from wushan_plan.files.sheet_cells import FONT, put_text
from wushan_plan.ledger.returns.words import NO, SHEETS, YES
from wushan_plan.model.facts import FactKind
from wushan_plan.model.verdict import Lang

_DATE = "yyyy-mm-dd"
_MOST_SHOWN = 400
_INPUT_COLOUR = "#FFF9DB"


class SheetCells:
    """Writes, formats and guards cells of an XlsxWriter workbook (单元格写法)."""

    def __init__(self, book: Any, lang: Lang) -> None:
        self.book = book
        self.lang: Lang = lang
        self._formats: dict[tuple[tuple[str, Any], ...], Any] = {}

    def put(self, sheet: Any, row: int, column: int, value: str | dt.date, form: Any) -> None:
        if isinstance(value, dt.date):
            sheet.write_datetime(row, column, dt.datetime(value.year, value.month, value.day), form)
            return
        text = value
        if len(text) > _MOST_SHOWN and not text.startswith("wushan-"):
            text = text[:_MOST_SHOWN] + "…"
        if text:
            put_text(sheet, row, column, text, form)
        else:
            sheet.write_blank(row, column, None, form)

    def values(self, sheet: Any, row: int, column: int, kind: FactKind) -> None:
        zh = self.lang == "zh"
        if kind is FactKind.TRUTH:
            self.choice(sheet, row, column, (YES, NO))
        elif kind is FactKind.COUNT:
            message = "请填整数，0或以上" if zh else "A whole number, 0 or more"
            self.limit(sheet, row, column, "integer", (0, 10**9), message)
        elif kind in (FactKind.AMOUNT, FactKind.QUANTITY):
            least = 0 if kind is FactKind.AMOUNT else -(10**15)
            self.limit(sheet, row, column, "decimal", (least, 10**15), "请填数字" if zh else "Give a number")

    def choice(self, sheet: Any, row: int, column: int, terms: Sequence[Term]) -> None:
        words = [self.word(term) for term in terms]
        sheet.data_validation(row, column, row, column, {"validate": "list", "source": words})

    def dates(self, sheet: Any, row: int, column: int, first: dt.date, last: dt.date) -> None:
        zh = self.lang == "zh"
        moments = tuple(dt.datetime(day.year, day.month, day.day) for day in (first, last))
        message = f"请填{first}至{last}之间的日期" if zh else f"A date from {first} to {last}"
        self.limit(sheet, row, column, "date", moments, message)

    def limit(
        self, sheet: Any, row: int, column: int, kind: str, between: tuple[Any, ...], message: str
    ) -> None:
        sheet.data_validation(
            row, column, row, column,
            {
                "validate": kind,
                "criteria": "between",
                "minimum": between[0],
                "maximum": between[1],
                "error_title": self.word(SHEETS["form"]),
                "error_message": message,
            },
        )  # fmt: skip

    def cell(
        self,
        *,
        is_input: bool = False,
        is_date: bool = False,
        is_number: bool = False,
        left: bool = False,
        **more: Any,
    ) -> Any:
        properties: dict[str, Any] = {"border": 1, "border_color": "#BFBFBF", "text_wrap": True, **more}
        if is_input:
            properties |= {"locked": False, "bg_color": _INPUT_COLOUR}
        if is_date:
            properties |= {"num_format": _DATE, "align": "left" if left else "center"}
        elif not is_number:
            properties |= {"num_format": "@"} if is_input else {}
        return self.format(**properties)

    def format(self, **properties: Any) -> Any:
        key = tuple(sorted(properties.items()))
        if key not in self._formats:
            self._formats[key] = self.book.add_format(properties)
        return self._formats[key]

    def protect(self, sheet: Any) -> None:
        sheet.protect("", {"autofilter": True, "format_columns": True, "format_rows": True})

    def paper(self, sheet: Any, *, landscape: bool) -> None:
        if landscape:
            sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
        numbered = "第&P页，共&N页" if self.lang == "zh" else "page &P of &N"
        sheet.set_footer(f'&C&"{FONT},Regular"&9 {numbered}')

    def word(self, term: Term) -> str:
        return pick(term, self.lang)
