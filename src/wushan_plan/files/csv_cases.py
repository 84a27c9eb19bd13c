"""Case files as comma-separated text, row by row, with their line numbers (CSV 办件文件).

UTF-8 is tried first and strictly, since GB18030 decodes most UTF-8 bytes without complaint into
other characters; the encoding that was used is reported.
"""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import attrs

from wushan_plan.errors import CaseFileError, nearest

_CHUNK = 1 << 20
_MOST_COLUMNS = 2_000


@attrs.frozen
class CsvRow:
    """One row (行).

    Attributes:
        line: number of the line it ends on, as a text editor counts.
        cells: its cells by column name.
        problem: why the row as a whole cannot be read; empty when it can.
    """

    line: int
    cells: Mapping[str, str]
    problem: str = ""


@attrs.frozen
class CsvCases:
    """An opened case file (CSV 办件文件).

    Attributes:
        path: where it lies.
        encoding: the encoding that was found.
        columns: its column names, in order.
        size: its size in bytes.
    """

    path: Path
    encoding: str
    columns: tuple[str, ...]
    size: int

    def rows(self, progress: Callable[[int], object] | None = None) -> Iterator[CsvRow]:
        """Every row after the header, in order; blank lines are no rows.

        Args:
            progress: called now and then with the number of bytes read so far.
        """
        with open(self.path, "rb") as raw:
            text = io.TextIOWrapper(raw, encoding=self.encoding, newline="", errors="strict")
            reader = csv.reader(text, strict=True)
            next(reader)
            while True:
                try:
                    values = next(reader)
                except StopIteration:
                    return
                except csv.Error as error:
                    yield CsvRow(reader.line_num, {}, f"CSV: {error}")
                    continue
                if progress is not None and reader.line_num % 1024 == 0:
                    progress(raw.tell())
                if not values or all(not value.strip() for value in values):
                    continue
                cells = dict(zip(self.columns, values, strict=False))
                problem = ""
                if len(values) != len(self.columns):
                    problem = f"{len(values)} cells where the header has {len(self.columns)}"
                yield CsvRow(reader.line_num, cells, problem)

    def require(self, column: str) -> str:
        """``column``, if the file has it.

        Raises:
            CaseFileError: naming the nearest columns.
        """
        if column not in self.columns:
            raise CaseFileError(
                value=column,
                rule="the file has no such column.",
                where=str(self.path),
                remedy=nearest(column, self.columns),
            )
        return column


def open_csv(path: str | Path) -> CsvCases:
    """Opens a case file and reads its header.

    Raises:
        CaseFileError: for a file that is missing, empty, in no known encoding, or without a
            usable header.
    """
    path = Path(path)
    try:
        size = path.stat().st_size
        encoding = _encoding(path)
        with open(path, encoding=encoding, newline="") as file:
            header = next(csv.reader(file, strict=True), [])
    except OSError as error:
        raise CaseFileError(
            value=str(path),
            rule=f"the file cannot be opened: {error.strerror or error}.",
            where=str(path),
            remedy="Check the path and the permissions.",
        ) from None
    except csv.Error as error:
        raise CaseFileError(
            value=str(path),
            rule=f"the header is no line of comma-separated names: {error}.",
            where=f"{path}, line 1",
            remedy="Save the sheet as CSV again.",
        ) from None
    columns = tuple(name.strip() for name in header)
    twice = sorted({name for name in columns if columns.count(name) > 1 or not name})
    if not columns or twice or len(columns) > _MOST_COLUMNS:
        raise CaseFileError(
            value=twice[:5] if columns else "",
            rule="the first line names every column once.",
            where=f"{path}, line 1",
            remedy="Give each column its own name; remove title rows above the header.",
        )
    return CsvCases(path, encoding, columns, size)


def _encoding(path: Path) -> str:
    with open(path, "rb") as file:
        head = file.read(4)
        if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return "utf-16"
        for encoding in ("utf-8-sig", "gb18030"):
            file.seek(0)
            decoder = codecs.getincrementaldecoder(encoding)("strict")
            try:
                while chunk := file.read(_CHUNK):
                    if b"\0" in chunk:
                        raise CaseFileError(
                            value="NUL",
                            rule="a text file holds no NUL bytes.",
                            where=str(path),
                            remedy="This is no CSV; save the sheet as CSV first.",
                        )
                    decoder.decode(chunk)
                decoder.decode(b"", final=True)
            except UnicodeDecodeError:
                continue
            return encoding
    raise CaseFileError(
        value=head,
        rule="the file is neither UTF-8 nor GB18030.",
        where=str(path),
        remedy="Save it as CSV UTF-8.",
    )
