"""The cells of a return workbook one by one: what is put in, what they let in, how they look."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.ledger.tables import every
from wushan_plan.ledger.returns.cells import SheetCells
from wushan_plan.ledger.returns.words import FLOWS, STANDS
from wushan_plan.model.facts import FactKind
from wushan_plan.model.verdict import Lang

DAY = date(2021, 9, 30)
Write = Callable[[SheetCells, Any], object]


def made(folder: Path, write: Write, lang: Lang = "zh") -> Worksheet:
    """A sheet with what ``write`` puts there."""
    book = xlsxwriter.Workbook(folder / "cells.xlsx")
    write(SheetCells(book, lang), book.add_worksheet())
    book.close()
    sheet = load_workbook(folder / "cells.xlsx").active
    assert isinstance(sheet, Worksheet)
    return sheet


def lets_in(folder: Path, write: Write, lang: Lang = "zh") -> list[tuple[Any, ...]]:
    return [
        (str(one.sqref), one.type, one.formula1, one.formula2, one.errorTitle, one.error)
        for one in made(folder, write, lang).data_validations.dataValidation
    ]


def test_what_is_put_in_stands_there_and_only_a_long_text_is_cut(tmp_path: Path) -> None:
    values: list[tuple[Any, object]] = [
        ("甲", "甲"),
        ("=1+1", "=1+1"),
        ("", None),
        (DAY, datetime(2021, 9, 30)),
        ("字" * 400, "字" * 400),
        ("字" * 401, "字" * 400 + "…"),
        ("wushan-" + "x" * 400, "wushan-" + "x" * 400),
    ]

    def write(cells: SheetCells, sheet: Any) -> None:
        for row, (value, _) in enumerate(values):
            form = cells.cell(is_input=True, is_date=isinstance(value, date))
            cells.put(sheet, row, 2, value, form)

    found = [cell for (cell,) in made(tmp_path, write).iter_rows(min_col=3, max_col=3)]
    assert [cell.value for cell in found] == [shown for _, shown in values]
    assert {cell.data_type == "f" for cell in found} == {False}
    assert {cell.protection.locked for cell in found} == {False}


WHOLE = ("whole", "0", "1000000000")
NUMBER, AMOUNT = ("decimal", str(-(10**15)), str(10**15)), ("decimal", "0", str(10**15))


def test_a_number_is_let_in_within_its_bounds(tmp_path: Path) -> None:
    kinds = (FactKind.COUNT, FactKind.AMOUNT, FactKind.QUANTITY)

    def write(cells: SheetCells, sheet: Any) -> None:
        for row, kind in enumerate(kinds):
            cells.values(sheet, row, 2, kind)

    assert lets_in(tmp_path, write) == [
        ("C1", *WHOLE, "填报表", "请填整数，0或以上"),
        ("C2", *AMOUNT, "填报表", "请填数字"),
        ("C3", *NUMBER, "填报表", "请填数字"),
    ]
    assert lets_in(tmp_path, write, "en") == [
        ("C1", *WHOLE, "Form", "A whole number, 0 or more"),
        ("C2", *AMOUNT, "Form", "Give a number"),
        ("C3", *NUMBER, "Form", "Give a number"),
    ]


def test_a_truth_and_a_basis_are_chosen_from_a_list(tmp_path: Path) -> None:
    def write(cells: SheetCells, sheet: Any) -> None:
        cells.values(sheet, 1, 2, FactKind.TRUTH)
        cells.choice(sheet, 2, 3, (STANDS, FLOWS))

    lists = [(one[0], one[1], one[2]) for one in lets_in(tmp_path, write)]
    assert lists == [("C2", "list", '"是,否"'), ("D3", "list", '"累计,本期"')]
    english = [one[2] for one in lets_in(tmp_path, write, "en")]
    assert english == ['"yes,no"', '"in all,this period"']


@every("kind", [FactKind.ITEMS, FactKind.CASES, FactKind.DATES, FactKind.TEXT, FactKind.DURATION])
def test_anything_may_be_written_where_people_write_in_words(tmp_path: Path, kind: FactKind) -> None:
    assert lets_in(tmp_path, lambda cells, sheet: cells.values(sheet, 1, 2, kind)) == []


def test_a_day_is_let_in_between_two(tmp_path: Path) -> None:
    def write(cells: SheetCells, sheet: Any) -> None:
        cells.dates(sheet, 1, 2, DAY, date(2021, 10, 1))

    bounds = ("C2", "date", "44469", "44470")
    assert lets_in(tmp_path, write) == [(*bounds, "填报表", "请填2021-09-30至2021-10-01之间的日期")]
    assert lets_in(tmp_path, write, "en") == [(*bounds, "Form", "A date from 2021-09-30 to 2021-10-01")]


@every(
    ("given", "locked", "number_format", "horizontal", "fill"),
    [
        ({}, True, "General", None, "00000000"),
        ({"align": "center"}, True, "General", "center", "00000000"),
        ({"is_input": True}, False, "@", None, "FFFFF9DB"),
        ({"is_input": True, "is_number": True}, False, "General", None, "FFFFF9DB"),
        ({"is_input": True, "is_date": True}, False, "yyyy-mm-dd", "center", "FFFFF9DB"),
        ({"is_date": True}, True, "yyyy-mm-dd", "center", "00000000"),
        ({"is_date": True, "left": True}, True, "yyyy-mm-dd", "left", "00000000"),
    ],
)
def test_a_cell_looks_like_what_it_is_for(
    tmp_path: Path, given: dict[str, Any], locked: bool, number_format: str, horizontal: str | None, fill: str
) -> None:
    sheet = made(tmp_path, lambda cells, sheet: cells.put(sheet, 0, 0, "甲", cells.cell(**given)))
    cell = sheet["A1"]
    assert (cell.protection.locked, cell.number_format, cell.alignment.horizontal) == (
        locked, number_format, horizontal,
    )  # fmt: skip
    assert (cell.fill.fgColor.rgb, cell.alignment.wrap_text) == (fill, True)
    sides = [cell.border.left, cell.border.right, cell.border.top, cell.border.bottom]
    assert [(side.style, side.color.rgb) for side in sides] == [("thin", "FFBFBFBF")] * 4


def test_a_format_is_made_once(tmp_path: Path) -> None:
    def write(cells: SheetCells, sheet: Any) -> None:
        assert cells.cell(is_input=True) is cells.cell(is_input=True)
        assert cells.cell(is_input=True) is not cells.cell()
        assert cells.format(bold=True, border=1) is cells.format(border=1, bold=True)

    made(tmp_path, write)


def test_a_locked_sheet_may_be_filtered_widened_and_heightened_without_a_password(tmp_path: Path) -> None:
    found = made(tmp_path, lambda cells, sheet: cells.protect(sheet)).protection
    assert (found.sheet, found.password) == (True, None)
    assert (found.autoFilter, found.formatColumns, found.formatRows) == (False, False, False)
    assert (found.formatCells, found.insertRows, found.deleteRows) == (True, True, True)


@every(
    ("lang", "landscape", "footer"),
    [("zh", True, "第&P页，共&N页"), ("zh", False, "第&P页，共&N页"), ("en", False, "page &P of &N")],
)
def test_a_page_is_a4_one_page_wide_and_numbered(
    tmp_path: Path, lang: Lang, landscape: bool, footer: str
) -> None:
    sheet = made(tmp_path, lambda cells, sheet: cells.paper(sheet, landscape=landscape), lang)
    orientation = "landscape" if landscape else "portrait"
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, orientation)
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (None, 0)
    margins = sheet.page_margins
    assert (margins.left, margins.right, margins.top, margins.bottom) == (0.4, 0.4, 0.6, 0.6)
    assert sheet.oddFooter is not None
    assert (sheet.oddFooter.center.text, sheet.oddFooter.center.size) == (footer, 9)
