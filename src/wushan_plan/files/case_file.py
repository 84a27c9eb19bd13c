"""The one shape in which case files of every format arrive (办件文件).

Whatever the format, a cell is text as a person would type it: a date of a workbook is 2021-07-30, a
number 1200.5, a truth TRUE or FALSE. So one reader of cells serves CSV, Excel and parquet alike.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

import attrs

from wushan_plan.errors import CaseFileError, nearest, nearest_names
from wushan_plan.explanation.words import spoken
from wushan_plan.files.bounds import MOST_CELL
from wushan_plan.files.serials import Epoch
from wushan_plan.model.verdict import Lang

Progress = Callable[[int], object]
"""Called now and then with the number of bytes read so far."""
LEVELS = "/"
"""Between the names of a column whose header has several rows: 办理情况/受理日期."""
TOO_LONG = (f"单元格超过{MOST_CELL}个字符", f"the cell has more than {MOST_CELL} characters.")
"""Why a cell beyond the bound is bad, in Chinese and English."""
_SHOWN = 60


@attrs.frozen
class BadCell:
    """A cell that cannot be read, or a whole row where ``column`` is empty (读不出的单元格).

    Attributes:
        sheet: the sheet it stands in; empty in CSV and parquet.
        row: the number of its row or line, as the program it was made with counts.
        column: the name of its column; empty when the row as a whole is at fault.
        value: its text as it stands in the file.
        zh: why it cannot be read and what to write instead, in Chinese.
        en: the same in English.
    """

    sheet: str
    row: int
    column: str
    value: str
    zh: str
    en: str

    def reason(self, lang: Lang = "zh") -> str:
        """Column, value and reason as one sentence."""
        spoken(lang, "reason(lang)")
        shown = self.value if len(self.value) <= _SHOWN else self.value[:_SHOWN] + "…"
        if lang == "zh":
            value = f"“{shown}”" if shown else ""
            return f"{self.column}{value}：{self.zh}" if self.column or value else self.zh
        parts = [part for part in (self.column, repr(shown) if shown else "") if part]
        return ": ".join([*parts, self.en])


@attrs.frozen
class CaseRow:
    """One row of a case file (行).

    Attributes:
        line: its number, as a text editor or Excel counts; in CSV that of the line it ends on.
        cells: its texts by column name.
        bad_cells: what the file format already shows to be unreadable, such as a formula without a
            value, or a row that is longer than the header.
    """

    line: int
    cells: Mapping[str, str]
    bad_cells: tuple[BadCell, ...] = ()

    @property
    def problem(self) -> BadCell | None:
        """Why the row as a whole cannot be read; ``None`` when it can."""
        return next((bad for bad in self.bad_cells if not bad.column), None)


@attrs.frozen
class CaseFile:
    """An opened case file (办件文件).

    Attributes:
        path: where it lies.
        format: ``csv``, ``xlsx`` or ``parquet``.
        columns: its column names, in order.
        size: its size in bytes.
        encoding: the encoding that was found; empty unless it is CSV.
        sheet: the sheet that is read; empty unless it is a workbook.
        header: numbers of the first and last row of the header; (0, 0) where the format needs none.
        epoch: what serial numbers in its date columns count from; ``None`` when that is not known.
        called: what it is called among several files; empty where it is judged by itself.
    """

    path: Path
    format: Literal["csv", "xlsx", "parquet"]
    columns: tuple[str, ...]
    size: int
    _source: Callable[[Progress | None], Iterator[CaseRow]] = attrs.field(repr=False, eq=False)
    encoding: str = ""
    sheet: str = ""
    header: tuple[int, int] = (0, 0)
    epoch: Epoch | None = None
    called: str = ""

    def rows(self, progress: Progress | None = None) -> Iterator[CaseRow]:
        """Every row after the header, in order; blank rows are no rows.

        Args:
            progress: called now and then with the number of bytes read so far.

        Raises:
            CaseFileError: when the file turns out to be damaged further down.
        """
        return self._source(progress)

    def with_source(self, source: Callable[[Progress | None], Iterator[CaseRow]]) -> CaseFile:
        """The same file with its rows coming from ``source``."""
        return attrs.evolve(self, source=source)

    def require(self, column: str) -> str:
        """The full name of ``column``; the last part of a joined name is enough where it is the only one.

        Raises:
            CaseFileError: naming the nearest columns.
        """
        if column in self.columns:
            return column
        ending = [name for name in self.columns if name.rpartition(LEVELS)[2] == column]
        if len(ending) == 1:
            return ending[0]
        raise CaseFileError(
            value=column,
            rule="several columns have this name." if ending else "the file has no such column.",
            where=str(self.path),
            remedy=f"Name one of {', '.join(ending)}." if ending else nearest(column, self.columns),
            near=() if ending else nearest_names(column, self.columns),
            zh=(
                f"有几列都叫这个名，请写全名：{'、'.join(ending)}"
                if ending
                else f"文件里没有这一列；各列为{'、'.join(self.columns[:40])}"
            ),
        )


def row_problem(sheet: str, row: int, zh: str, en: str) -> BadCell:
    """The row as a whole cannot be read."""
    return BadCell(sheet, row, "", "", zh, en)


def refused(path: Path, value: object, rule: str, remedy: str, zh: str, where: str = "") -> CaseFileError:
    """The error for a file that cannot be read as a whole."""
    return CaseFileError(value=value, rule=rule, where=where or str(path), remedy=remedy, zh=zh)


@contextmanager
def opening(path: Path) -> Iterator[None]:
    """Around the opening of a file: what is none is refused, and so is what the system does not give."""
    try:
        mode = os.stat(path).st_mode  # follows links; a circle of links is an OSError
        if not stat.S_ISREG(mode):
            raise refused(
                path,
                path.name,
                "this is a directory or a device, not a file.",
                "Name a file.",
                "不是文件，而是文件夹或设备",
            )
        yield
    except OSError as error:
        raise refused(
            path,
            str(path),
            f"the file cannot be opened: {error.strerror or error}.",
            "Check the path and the permissions.",
            f"文件打不开（{error.strerror or error}），请检查路径和权限",
        ) from None


def too_large(path: Path, what: str, what_zh: str, most: int, where: str = "") -> CaseFileError:
    """The error for a file beyond a bound."""
    return refused(
        path,
        path.name,
        f"it has more than {most:,} {what}, the most that is read.",
        "Split the file, or delete what does not belong to the table.",
        f"{what_zh}超过上限{most:,}，请拆分文件或删去表外内容",
        where,
    )
