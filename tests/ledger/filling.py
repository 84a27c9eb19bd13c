"""Filling in a return workbook as an office would, through openpyxl."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.ledger.strategies import EMPTY
from wushan_plan.ledger import Ledger
from wushan_plan.ledger.returns import write_return

UNIT = "government-services-office"
DAY = date(2021, 9, 30)
ITEMS = f"{UNIT}/cross-province-services/items"
NAMES = f"{UNIT}/sichuan-chongqing-services/covered"
DONE = f"{UNIT}/m21.1/done"
HEADER = 3
FORMULA = "=40+1"
"""The one text that is filled in as a formula; openpyxl stores no value with it."""
Cells = Mapping[str, Mapping[str, object]]


def issued(folder: Path, ledger: Ledger = EMPTY, **options: Any) -> Path:
    """A fresh form."""
    path = folder / "form.xlsx"
    write_return(ledger, options.pop("unit", UNIT), path, options.pop("as_of", DAY), **options)
    return path


def form_of(book: Workbook) -> Worksheet:
    sheet = book["填报表"]
    assert isinstance(sheet, Worksheet)
    return sheet


def columns_of(sheet: Worksheet) -> dict[str, int]:
    return {str(cell.value): cell.column for cell in sheet[HEADER] if cell.value}


def rows_of(sheet: Worksheet) -> dict[str, int]:
    column = columns_of(sheet)["编号"]
    return {
        str(sheet.cell(row, column).value): row
        for row in range(HEADER + 1, sheet.max_row + 1)
        if sheet.cell(row, column).value
    }


def filled(path: Path, cells: Cells, *, author: str = "王科长", at: object = None, name: str = "") -> Path:
    """The form with these cells, by id of the row and heading of the column."""
    book = load_workbook(path)
    sheet = form_of(book)
    columns, rows = columns_of(sheet), rows_of(sheet)
    for row, values in cells.items():
        for heading, value in values.items():
            cell = sheet.cell(rows[row], columns[heading])
            cell.value = value  # type: ignore[assignment]
            if isinstance(value, str) and value.startswith("=") and value != FORMULA:
                cell.data_type = "s"  # typed into a cell that holds text
    cover = book["填报说明"]
    for label, value in cover.iter_rows(min_col=1, max_col=2):
        if label.value == "统一填报人":
            value.value = author or None
        if label.value == "填报日期" and at is not None:
            value.value = at  # type: ignore[assignment]
    out = path.with_name(name or "filled.xlsx")
    book.save(out)
    return out
