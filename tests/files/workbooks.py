"""Workbooks made for tests."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path

from openpyxl import Workbook

from tests.fuzz.seeds import HEADER, PARTS, worksheet, zipped

SHEET = "xl/worksheets/sheet1.xml"


def workbook(path: Path, rows: list[list[object]], merged: tuple[str, ...] = ()) -> Path:
    """A workbook of one sheet, written by openpyxl."""
    book = Workbook()
    sheet = book.worksheets[0]
    for row in rows:
        sheet.append(row)
    for area in merged:
        sheet.merge_cells(area)
    book.save(path)
    return path


def raw_workbook(path: Path, rows: str = "", merged: str = "", **parts: str) -> Path:
    """A workbook of raw XML: header 编号, 受理日期, 通水日期 in row 2, then ``rows``."""
    return packed(path, {**PARTS, SHEET: worksheet(HEADER + rows, merged), **parts})


def packed(path: Path, parts: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> Path:
    """A zip archive of these parts."""
    content = {name: part.encode() if isinstance(part, str) else part for name, part in parts.items()}
    path.write_bytes(zipped(content, method))
    return path
