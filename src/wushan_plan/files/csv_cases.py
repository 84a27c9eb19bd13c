"""Case files as comma-separated text, row by row, with their line numbers (CSV 办件文件).

UTF-8 is tried first and strictly, since GB18030 decodes most UTF-8 bytes without complaint into
other characters; the encoding that was used is reported. Text separated by tabs is read as well.
"""

from __future__ import annotations

import codecs
import csv
import io
from collections import deque
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import IO

import attrs

from wushan_plan.errors import CaseFileError
from wushan_plan.files.bounds import (
    HEADER_SEARCH,
    MOST_BYTES,
    MOST_CELL,
    MOST_COLUMNS,
    MOST_LINE,
    MOST_ROWS,
)
from wushan_plan.files.case_file import (
    TOO_LONG,
    BadCell,
    CaseFile,
    CaseRow,
    Progress,
    opening,
    refused,
    row_problem,
    too_large,
)
from wushan_plan.files.headers import faults, find_header
from wushan_plan.files.serials import Epoch

_CHUNK = 1 << 20


@attrs.frozen
class _Record:
    """Values between two record ends, or the reason why there are none."""

    line: int
    values: list[str]
    fault: str = ""


@attrs.frozen
class CsvShape:
    """How a CSV file is written (CSV 写法).

    Attributes:
        encoding: its encoding, as Python calls it.
        separator: what stands between two cells.
        columns: its column names, in order.
        header: numbers of the first and last line of the header.
        is_bare: whether it is UTF-8 and its first line is the names, just as they are in ``columns``.
    """

    encoding: str
    separator: str
    columns: tuple[str, ...]
    header: tuple[int, int]
    is_bare: bool


def open_csv(path: str | Path, *, labels: Collection[str] = (), epoch: Epoch | None = None) -> CaseFile:
    """Opens a case file and reads its header.

    Args:
        path: the file.
        labels: names of columns to look for, beside the usual ones.
        epoch: what serial numbers in date columns count from; they are refused without.

    Raises:
        CaseFileError: for a file that is missing, empty, in no known encoding, or without a
            usable header.
    """
    path = Path(path)
    with opening(path):
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise too_large(path, "bytes", "字节数", MOST_BYTES)
        shape = csv_shape(path, labels=labels)

    def rows(progress: Progress | None) -> Iterator[CaseRow]:
        return _rows(path, shape.encoding, shape.separator, shape.columns, shape.header[1], progress)

    return CaseFile(path, "csv", shape.columns, size, rows, shape.encoding, header=shape.header, epoch=epoch)


def csv_shape(path: str | Path, *, labels: Collection[str] = ()) -> CsvShape:
    """Tells how a CSV file of any size is written: it is read once, and nothing of it is held.

    Args: as those of :func:`open_csv`.

    Raises:
        CaseFileError: as :func:`open_csv` does.
    """
    path = Path(path)
    with opening(path):
        encoding = _encoding(path)
        mark = _separator(path, encoding)
        window: list[_Record] = []
        for record in _records(path, encoding, mark):
            window.append(record)
            if len(window) == HEADER_SEARCH:
                break
    return _shape(path, encoding, mark, window, labels)


def _shape(path: Path, encoding: str, mark: str, window: list[_Record], labels: Collection[str]) -> CsvShape:
    spoken = [record for record in window if any(value.strip() for value in record.values)]
    header = find_header([record.values for record in spoken], known=labels)
    columns, twice = header.columns, faults(header.columns)
    first, last = (spoken[header.first].line, spoken[header.last].line) if spoken else (1, 1)
    broken = next((record for record in window if record.fault), None)
    if broken is not None and (not spoken or broken.line < last):
        # What cannot be read above the table may be its very header.
        raise refused(
            path,
            str(path),
            f"the header is no line of comma-separated names: {broken.fault}.",
            "Save the sheet as CSV again.",
            "表头不是用逗号分隔的列名，请重新另存为CSV",
            f"{path}, line {broken.line}",
        )
    if spoken and len(columns) > len(spoken[header.last].values):
        # A row longer than the header is a bad row; it does not make the header longer.
        named = max(len(record.values) for record in spoken[header.first : header.last + 1])
        columns = columns[:named]
        twice = faults(columns)
    if not columns or twice or len(columns) > MOST_COLUMNS:
        raise refused(
            path,
            twice[:5] if columns else "",
            f"the header names every column once, and at most {MOST_COLUMNS} columns.",
            "Give each column its own name.",
            "表头里每一列都要有名称，且不能重复",
            f"{path}, line {first}",
        )
    first_line = window[0]
    bare = encoding == "utf-8-sig" and mark == "," and first == last == first_line.line == 1
    is_bare = bare and tuple(first_line.values) == columns
    return CsvShape(encoding, mark, columns, (first, last), is_bare)


def _rows(
    path: Path, encoding: str, mark: str, columns: tuple[str, ...], header: int, progress: Progress | None
) -> Iterator[CaseRow]:
    number = 0
    for record in _records(path, encoding, mark, progress):
        if record.line <= header:
            continue
        number += 1
        if number > MOST_ROWS:
            raise too_large(path, "rows", "行数", MOST_ROWS)
        values = record.values
        if record.fault:
            problem = row_problem(
                "", record.line, f"CSV格式有误，请检查引号（{record.fault}）", f"CSV: {record.fault}"
            )
            yield CaseRow(record.line, {}, (problem,))
            continue
        if all(not value.strip() for value in values):
            continue
        cells = dict(zip(columns, values, strict=False))
        bad: tuple[BadCell, ...] = ()
        if len(values) != len(columns):
            bad = (
                row_problem(
                    "",
                    record.line,
                    f"本行有{len(values)}格，表头有{len(columns)}列",
                    f"{len(values)} cells where the header has {len(columns)}",
                ),
            )
        for column, value in cells.items():
            if len(value) > MOST_CELL:
                bad = (*bad, BadCell("", record.line, column, value[:100], *TOO_LONG))
        yield CaseRow(record.line, cells, bad)


def _records(path: Path, encoding: str, mark: str, progress: Progress | None = None) -> Iterator[_Record]:
    """Every record of the file. One that is no CSV costs its first line only; the next is read anew."""
    with open(path, "rb") as raw:
        text = io.TextIOWrapper(raw, encoding=encoding, newline="", errors="strict")
        lines = _Lines(path, text)
        reader = csv.reader(lines, strict=True, delimiter=mark)
        while True:
            lines.forget()
            try:
                values = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                yield _Record(lines.give_back(), [], str(error))
                reader = csv.reader(lines, strict=True, delimiter=mark)
                continue
            if progress is not None and lines.number % 1024 == 0:
                progress(raw.tell())
            if values:
                yield _Record(lines.number, values)


class _Lines:
    """Lines of a text, each no longer than the bound, which can be given back."""

    def __init__(self, path: Path, text: IO[str]) -> None:
        self._path = path
        self._text = text
        self._ahead: deque[str] = deque()
        self._taken: list[str] = []
        self.number = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._ahead.popleft() if self._ahead else self._read()
        if not line:
            raise StopIteration
        self._taken.append(line)
        self.number += 1
        return line

    def forget(self) -> None:
        """A new record begins: the lines taken so far are done with."""
        self._taken.clear()

    def give_back(self) -> int:
        """Gives back all lines taken for the last record but the first; the number of the first."""
        rest = self._taken[1:]
        self._ahead.extendleft(reversed(rest))
        self.number -= len(rest)
        return self.number

    def _read(self) -> str:
        try:
            line = self._text.readline(MOST_LINE + 1)
        except UnicodeError:
            raise refused(
                self._path,
                str(self._path),
                "the file changed while it was read.",
                "Read it again.",
                "读取过程中文件被改动，请重新读取",
            ) from None
        if len(line) > MOST_LINE:
            raise _long_line(self._path)
        return line


def _long_line(path: Path) -> CaseFileError:
    return refused(
        path,
        path.name,
        f"a line has more than {MOST_LINE:,} characters, the most that is read.",
        "This is no table of cases; save the sheet as CSV again.",
        f"有一行超过{MOST_LINE:,}个字符，不是办件表，请重新另存为CSV",
    )


def _separator(path: Path, encoding: str) -> str:
    """A comma, unless the first lines have tabs and no comma at all, as Excel's Unicode text has."""
    with open(path, encoding=encoding, newline="") as file:
        head = file.read(1 << 12)
    return "\t" if "\t" in head and "," not in head else ","


def _encoding(path: Path) -> str:
    with open(path, "rb") as file:
        head = file.read(4)
        wide = head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
        for encoding in ("utf-16",) if wide else ("utf-8-sig", "gb18030"):
            file.seek(0)
            if _decodes(path, file, encoding):
                return encoding
    raise refused(
        path,
        head,
        "the file is neither UTF-8 nor GB18030.",
        "Save it as CSV UTF-8.",
        "编码既不是UTF-8也不是GB18030，请另存为“CSV UTF-8”",
    )


def _decodes(path: Path, file: IO[bytes], encoding: str) -> bool:
    """Whether the whole file is in that encoding; lines without end are refused on the way."""
    decoder = codecs.getincrementaldecoder(encoding)("strict")
    running = 0  # characters since the last line end
    try:
        while chunk := file.read(_CHUNK):
            text = decoder.decode(chunk)
            if "\0" in text:
                raise refused(
                    path,
                    "NUL",
                    "a text file holds no NUL bytes.",
                    "This is no CSV; save the sheet as CSV first.",
                    "含有NUL字节，不是CSV，请先另存为CSV",
                )
            end = max(text.rfind("\n"), text.rfind("\r"))
            running = running + len(text) if end < 0 else len(text) - end - 1
            if running > MOST_LINE:
                raise _long_line(path)
        decoder.decode(b"", final=True)
    except UnicodeError:
        return False
    return True
