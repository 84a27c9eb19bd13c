"""The rows of a worksheet, each cell as text or with the reason why there is none (工作表各行)."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path

import attrs

from wushan_plan.errors import CellError
from wushan_plan.files.archive import Archive, damaged
from wushan_plan.files.bounds import (
    LAST_COLUMN,
    LAST_ROW,
    MOST_CELL,
    MOST_COLUMNS,
    MOST_MERGED_CELLS,
    MOST_MERGES,
)
from wushan_plan.files.case_file import TOO_LONG, refused, too_large
from wushan_plan.files.headers import Area
from wushan_plan.files.serials import serial_text
from wushan_plan.files.sheet_cells import column_letters
from wushan_plan.files.workbook_parts import Contents, SharedTexts, SheetEntry, unescaped
from wushan_plan.files.xml_parts import read_part

_NUMBER = re.compile(r"[+-]?(\d{1,400}(\.\d{0,400})?|\.\d{1,400})([eE][+-]?\d{1,4})?")
_REFERENCE = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})")
_FORMULA = ("公式没有保存计算结果，请用Excel打开后重新保存，或改填数值", "the formula has no stored value.")
_ERROR = ("这一格是公式错误值，请改填实际内容", "the cell holds an Excel error value.")
_BROKEN = ("单元格内容已损坏，请重新填写", "the content of the cell is damaged.")
_ACROSS = ("与左边的单元格合并，分不清属于哪一列，请取消合并后填写", "the cell is merged with one beside it.")


@attrs.frozen
class SheetCell:
    """One cell of a worksheet (单元格).

    Attributes:
        text: what it shows; of a bad cell what is left of it.
        fault: why it cannot be read, in Chinese and English; ``None`` when it can.
    """

    text: str
    fault: tuple[str, str] | None = None


SheetRow = tuple[int, dict[int, SheetCell]]
"""Its number, from 1, and its cells by column, from 0; cells that say nothing are left out."""


@attrs.frozen
class Survey:
    """What a sheet holds, found before its rows are judged (工作表概况).

    Attributes:
        width: number of columns up to the last one that says something.
        merged: its merged areas, counted from 0, in the order of their first rows.
    """

    width: int
    merged: tuple[Area, ...]


class Sheet:
    """A worksheet that can be read again and again (工作表)."""

    def __init__(self, archive: Archive, contents: Contents, entry: SheetEntry, texts: SharedTexts) -> None:
        self.entry = entry
        self._archive = archive
        self._contents = contents
        self._texts = texts

    def survey(self) -> Survey:
        """Reads the sheet once to the end.

        Raises:
            CaseFileError: for a sheet that is damaged, cut off or beyond a bound.
        """
        handler = _SurveyHandler(self._archive.path)
        chunks = self._archive.chunks(self.entry.part, large=True)
        for _ in read_part(self._archive.path, self.entry.part, chunks, handler):
            pass
        return Survey(handler.width, tuple(sorted(handler.merged)))

    def rows(self, merged: Sequence[Area] = ()) -> Iterator[SheetRow]:
        """Its rows that say something, in order.

        Args:
            merged: merged areas; their first cell speaks for those below it.
        """
        handler = _RowsHandler(self._archive.path, self._contents, self._texts)
        chunks = self._archive.chunks(self.entry.part, large=True)
        rows = read_part(self._archive.path, self.entry.part, chunks, handler)
        return _spread(self._archive.path, rows, merged) if merged else rows


def _spread(path: Path, rows: Iterator[SheetRow], merged: Sequence[Area]) -> Iterator[SheetRow]:
    """Rows in which a merged area's first cell speaks for the cells below it."""
    waiting = list(reversed(merged))
    active: dict[int, tuple[Area, SheetCell]] = {}
    filled = 0
    for number, cells in rows:
        row = number - 1
        ended = [left for left, (area, _) in active.items() if area[2] < row]
        for left in ended:
            del active[left]
        for left, (area, first) in active.items():
            cells.setdefault(left, first)
            filled += 1 + _refuse_across(cells, left, area[3])
        while waiting and waiting[-1][0] <= row:
            area = waiting.pop()
            top, left, bottom, right = area
            if top == row and left in cells:
                filled += _refuse_across(cells, left, right)
                if bottom > top:
                    active[left] = (area, cells[left])
            if filled > MOST_MERGED_CELLS:
                break
        if filled > MOST_MERGED_CELLS:
            raise too_large(path, "merged cells", "合并的单元格数", MOST_MERGED_CELLS)
        yield number, cells


def _refuse_across(cells: dict[int, SheetCell], left: int, right: int) -> int:
    last = min(right, MOST_COLUMNS)
    for column in range(left + 1, last + 1):
        cells[column] = SheetCell("", _ACROSS)
    return last - left


class _SurveyHandler:
    """Counts columns, finds merged areas, and checks that rows come in order."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._row = self._column = self.width = 0
        self._inside = self._open = False
        self.merged: list[Area] = []

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "c":
            self._column = _column_of(attributes.get("r"), self._column) + 1
            self._inside = True
        elif name in ("v", "is", "f"):
            if self._inside and self._column > self.width:
                self._widen()
        elif name == "row":
            if self._open:
                raise damaged(self._path, f"a row inside row {self._row}")
            self._open = True
            self._row = _row_after(self._path, attributes.get("r"), self._row)
            self._column = 0
        elif name == "mergeCell":
            area = _area(attributes.get("ref", ""))
            if area is not None:
                self.merged.append(area)
                if len(self.merged) > MOST_MERGES:
                    raise too_large(self._path, "merged areas", "合并单元格数", MOST_MERGES)

    def text(self, data: str) -> None:
        pass

    def end(self, name: str) -> None:
        if name == "c":
            self._inside = False
        elif name == "row":
            self._open = False

    def take(self) -> list[None]:
        return []

    def _widen(self) -> None:
        self.width = self._column
        if self.width > MOST_COLUMNS:
            at = f"{column_letters(min(self.width, LAST_COLUMN) - 1)}{self._row}"
            raise refused(
                self._path,
                at,
                f"the sheet has a cell beyond column {MOST_COLUMNS:,}, the last that is read.",
                "Delete what stands outside the table.",
                f"表外单元格{at}里有内容，超过{MOST_COLUMNS}列的上限，请删去表外内容",
            )


class _RowsHandler:
    """Makes rows of text cells."""

    def __init__(self, path: Path, contents: Contents, texts: SharedTexts) -> None:
        self._path = path
        self._formats = contents.formats
        self._epoch = contents.epoch
        self._texts = texts
        self._done: list[SheetRow] = []
        self._cells: dict[int, SheetCell] = {}
        self._row = self._column = 0
        self._kind = self._style = ""
        self._value: list[str] = []
        self._length = 0
        self._listening = self._guide = self._formula = self._has_value = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "c":
            self._column = _column_of(attributes.get("r"), self._column) + 1
            self._kind = attributes.get("t", "n")
            self._style = attributes.get("s", "")
            self._value, self._length = [], 0
            self._formula = self._has_value = False
        elif name == "v" or (name == "t" and not self._guide):
            self._listening = self._has_value = True
        elif name == "f":
            self._formula = True
        elif name == "row":
            self._row = _row_after(self._path, attributes.get("r"), self._row)
            self._column, self._cells = 0, {}
        elif name == "rPh":
            self._guide = True

    def text(self, data: str) -> None:
        if self._listening and self._length <= MOST_CELL:
            self._value.append(data)
            self._length += len(data)

    def end(self, name: str) -> None:
        if name in ("v", "t"):
            self._listening = False
        elif name == "rPh":
            self._guide = False
        elif name == "c":
            if self._has_value or self._formula:
                cell = self._cell()
                if (cell.text or cell.fault) and self._column <= MOST_COLUMNS:
                    self._cells[self._column - 1] = cell
        elif name == "row" and self._cells:
            self._done.append((self._row, self._cells))

    def take(self) -> list[SheetRow]:
        done, self._done = self._done, []
        return done

    def _cell(self) -> SheetCell:
        raw = "".join(self._value)
        kind = self._kind
        if kind == "inlineStr" or kind == "str":
            return _text_cell(unescaped(raw))
        raw = raw.strip()
        if not raw:
            return SheetCell("", _FORMULA) if self._formula else SheetCell("")
        if kind == "s":
            text = self._texts.get(int(raw)) if raw.isascii() and raw.isdigit() and len(raw) < 9 else None
            return SheetCell(raw[:100], _BROKEN) if text is None else _text_cell(text)
        if kind == "b":
            return SheetCell("TRUE" if raw == "1" else "FALSE") if raw in "01" else SheetCell(raw, _BROKEN)
        if kind == "e":
            return SheetCell(raw[:20], _ERROR)
        if kind == "d":
            return _text_cell(raw)
        return self._number_cell(raw) if kind == "n" else SheetCell(raw[:100], _BROKEN)

    def _number_cell(self, raw: str) -> SheetCell:
        number = float(raw) if _NUMBER.fullmatch(raw) else math.nan
        if not math.isfinite(number):
            return SheetCell(raw[:100], _BROKEN)
        style = int(self._style) if self._style.isascii() and self._style.isdigit() else -1
        shown = self._formats[style] if 0 <= style < len(self._formats) else "number"
        if shown == "number":
            return SheetCell(_number_text(number))
        try:
            return SheetCell(serial_text(number, self._epoch, time_only=shown == "time"))
        except (CellError, OverflowError, ValueError) as error:
            zh = error.zh if isinstance(error, CellError) else _BROKEN[0]
            return SheetCell(_number_text(number), (zh, "this serial number is no day."))


def _text_cell(text: str) -> SheetCell:
    return SheetCell(text) if len(text) <= MOST_CELL else SheetCell(text[:100], TOO_LONG)


def _number_text(number: float) -> str:
    """The shortest decimal that is this number, written without an exponent."""
    if number == int(number) and abs(number) < 1e15:
        return str(int(number))
    return format(Decimal(repr(number)), "f")


def _column_of(reference: str | None, before: int) -> int:
    """The column of a cell, from 0; the next one where the cell does not say."""
    if not reference:
        return before
    column = 0
    for character in reference[:4]:
        if not ("A" <= character <= "Z" or "a" <= character <= "z"):
            break
        column = column * 26 + ord(character.upper()) - 64
    return column - 1 if column else before


def _row_after(path: Path, number: str | None, before: int) -> int:
    """The number of a row; the next one where the row does not say."""
    if number is None:
        return before + 1
    row = int(number) if number.isascii() and number.isdigit() and len(number) < 9 else 0
    if not before < row <= LAST_ROW:
        raise damaged(path, f"row {number[:20]} after row {before}")
    return row


def _area(reference: str) -> Area | None:
    first, mark, last = reference.partition(":")
    start, end = _REFERENCE.fullmatch(first), _REFERENCE.fullmatch(last)
    if not mark or start is None or end is None:
        return None
    area = (int(start[2]) - 1, _column_of(start[1], 0), int(end[2]) - 1, _column_of(end[1], 0))
    return area if 0 <= area[0] <= area[2] and area[1] <= area[3] else None
