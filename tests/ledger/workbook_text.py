"""Everything a workbook shows and lets in, as a text that can be read and compared (工作簿全貌)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zipfile import ZipFile

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet


def written(write: Callable[[Path], object]) -> str:
    """What ``write`` writes, shown."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "book.xlsx")
        write(path)
        return shown(path)


def shown(path: Path) -> str:
    """A workbook sheet by sheet: settings, then rows with every cell and its look, then what is let in."""
    book, values = load_workbook(path), load_workbook(path, data_only=True)
    with ZipFile(path) as parts:
        numbers = range(1, len(book.sheetnames) + 1)
        xml = [parts.read(f"xl/worksheets/sheet{number}.xml").decode() for number in numbers]
    about = book.properties
    lines = [
        f"title: {about.title}",
        f"created: {about.created:%Y-%m-%d %H:%M}",
        f"comments: {about.description}",
        f"opens at: {book.active.title if book.active else None}",
    ]
    looks = _Looks()
    for sheet, twin, source in zip(book.worksheets, values.worksheets, xml, strict=True):
        lines += ["", f"=== {sheet.title} ({sheet.sheet_state})", *_settings(sheet, source)]
        for row, worked_out in zip(sheet.iter_rows(), twin.iter_rows(), strict=True):
            number = row[0].row or 0
            lines.append(f"--- {number}{_height(sheet, number)}")
            empty: list[str] = []
            for cell, result in zip(row, worked_out, strict=True):
                if cell.value is None:
                    empty += [f"{cell.coordinate} [{looks.name(cell)}]"] if cell.has_style else []
                    continue
                value = _text(cell.value)
                if cell.data_type == "f":
                    value += f" shows {_text(result.value)!r}"
                lines.append(f"{cell.coordinate} [{looks.name(cell)}] {value}")
            if empty:
                lines.append(f"empty: {', '.join(empty)}")
        lines += list(_let_in(sheet))
    return "\n".join([*lines, "", "=== looks", *looks.lines(), ""])


def _text(value: object) -> str:
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d}" if value == datetime(value.year, value.month, value.day) else str(value)
    return "" if value is None else str(value).replace("\n", "⏎")


def _height(sheet: Any, row: int) -> str:
    height = sheet.row_dimensions[row].height
    # In whole pixels of three quarters of a point: newer versions of XlsxWriter round to them.
    return "" if height is None else f", {int(height * 4 / 3 + 0.5)} pixels high"


def _settings(sheet: Worksheet, source: str) -> Iterator[str]:
    tab = sheet.sheet_properties.tabColor
    yield (
        f"gridlines: {sheet.sheet_view.showGridLines}; frozen at: {sheet.freeze_panes};"
        f" tab: {'no colour' if tab is None else tab.rgb}"
    )
    widths = [
        f"{get_column_letter(column)} {int(one.width)}"  # Excel adds a margin of some pixels
        for one in sheet.column_dimensions.values()
        for column in range(one.min or 0, (one.max or 0) + 1)
        if one.customWidth
    ]
    yield f"widths: {', '.join(widths) or 'as they come'}"
    page, margins, fits = sheet.page_setup, sheet.page_margins, sheet.sheet_properties.pageSetUpPr
    yield (
        f"paper: {page.paperSize}, {page.orientation}; fits: {bool(fits and fits.fitToPage)},"
        f" {page.fitToWidth or 1} wide, {page.fitToHeight} high; margins: left {margins.left},"
        f" right {margins.right}, top {margins.top}, bottom {margins.bottom}"
    )
    header = sheet.oddHeader
    head = [one.text for one in (header.left, header.right) if one and one.text] if header else []
    if head:
        yield f"head: {' / '.join(head)}"
    footer = sheet.oddFooter.center if sheet.oddFooter else None
    if footer is not None and footer.text:
        yield f"footer: {footer.text}, {footer.font} {footer.size}"
    guard = sheet.protection
    letting = [name for name in _ACTS if not getattr(guard, name)]
    yield f"locked: {guard.sheet}, password {guard.password}; still lets: {', '.join(letting)}"
    yield f"filter: {sheet.auto_filter.ref}; rows on every page: {sheet.print_title_rows}"
    yield from (f"not marked as a mistake: {one}" for one in re.findall(r"<ignoredError (.*?)/>", source))


_ACTS = (
    "selectLockedCells", "selectUnlockedCells", "formatCells", "formatColumns", "formatRows", "insertColumns",
    "insertRows", "insertHyperlinks", "deleteColumns", "deleteRows", "sort", "autoFilter", "pivotTables",
    "objects", "scenarios",
)  # fmt: skip


def _let_in(sheet: Any) -> Iterator[str]:
    places: dict[str, list[str]] = {}
    for one in sheet.data_validations.dataValidation:
        bounds = one.formula1 if one.formula2 is None else f"{one.formula1}…{one.formula2}"
        said = f", else {one.errorStyle or 'stop'} {one.errorTitle}: {one.error}" if one.error else ""
        refused = "" if one.showErrorMessage else " is advised"
        operator = f" {one.operator}" if one.operator else ""
        places.setdefault(f"{one.type}{operator} {bounds}{refused}{said}", []).append(str(one.sqref))
    yield from (f"let in: {rule}, at {' '.join(sorted(cells, key=_down))}" for rule, cells in places.items())
    for area in sheet.conditional_formatting:
        for rule in area.rules:
            look = rule.dxf
            yield (
                f"marked in {area.sqref}: {rule.type} {rule.operator} {rule.formula}: fill"
                f" {look.fill.bgColor.rgb}, letters {look.font.color.rgb}"
            )


def _down(place: str) -> tuple[str, int]:
    return place.rstrip("0123456789"), int(re.sub(r"\D", "", place))


class _Looks:
    """The looks of cells, each named when it is first met."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}

    def name(self, cell: Any) -> str:
        return self._names.setdefault(_look(cell), f"{len(self._names) + 1}")

    def lines(self) -> Iterator[str]:
        return (f"[{name}] {look}" for look, name in self._names.items())


def _look(cell: Any) -> str:
    font, place, fill = cell.font, cell.alignment, cell.fill
    sides = [getattr(cell.border, side) for side in ("left", "right", "top", "bottom")]
    borders = {f"{side.style} {_colour(side.color)}" if side.style else "no" for side in sides}
    parts = [
        f"{font.name} {font.sz:g}{' bold' if font.b else ''}",
        f"letters {_colour(font.color)}" if font.color and font.color.type == "rgb" else "",
        f"fill {fill.fgColor.rgb}" if fill.fill_type else "",
        f"border {' / '.join(sorted(borders))}" if borders != {"no"} else "",
        f"{place.horizontal or 'as it comes'} {place.vertical}{' wrapped' if place.wrap_text else ''}",
        f"as {cell.number_format}" if cell.number_format != "General" else "",
        "locked" if cell.protection.locked else "to fill in",
    ]
    return ", ".join(part for part in parts if part)


def _colour(colour: Any) -> str:
    return str(colour.rgb) if colour.type == "rgb" else "as letters are"
