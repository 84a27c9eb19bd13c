"""Case files as Excel workbooks (Excel 办件文件).

The reader is our own, on the standard library: no formula is evaluated and no link followed, a formula
without a stored value is told apart from an empty cell, merged areas are known while rows stream by, and
every size is bounded before memory is taken.
"""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterator
from pathlib import Path

import attrs

from wushan_plan.errors import nearest
from wushan_plan.files.archive import Archive, damaged
from wushan_plan.files.bounds import HEADER_SEARCH, MOST_WORKBOOK_BYTES
from wushan_plan.files.case_file import BadCell, CaseFile, CaseRow, Progress, refused, too_large
from wushan_plan.files.headers import Area, Header, bare, faults, find_header
from wushan_plan.files.serials import Epoch
from wushan_plan.files.sheet_cells import column_letters
from wushan_plan.files.sheet_rows import Sheet, Survey
from wushan_plan.files.workbook_parts import SharedTexts, contents_of

_OTHER_ZIPS = (
    ("xl/workbook.bin", "an .xlsb workbook", "xlsb工作簿"),
    ("content.xml", "an OpenDocument file", "OpenDocument文件"),
    ("word/document.xml", "a Word document", "Word文档"),
    ("ppt/presentation.xml", "a PowerPoint file", "演示文稿"),
)


def open_workbook(
    path: str | Path, sheet: str | None = None, *, labels: Collection[str] = (), epoch: Epoch | None = None
) -> CaseFile:
    """Opens a workbook and finds the header of its table.

    Args:
        path: the file.
        sheet: name of the sheet; may be left out where only one can be meant.
        labels: names of columns to look for, beside the usual ones.
        epoch: what serial numbers count from, instead of what the workbook says.

    Raises:
        CaseFileError: for a file that is no workbook, is damaged, protected or beyond a bound, for
            a sheet that is not there, and for a table whose columns cannot be told apart.
    """
    path = Path(path)
    size = path.stat().st_size
    if size > MOST_WORKBOOK_BYTES:
        raise too_large(path, "bytes", "字节数", MOST_WORKBOOK_BYTES)
    with open(path, "rb") as raw:
        archive = Archive(path, raw, size)
        book = _Book(archive, frozenset(bare(label) for label in labels))
        found = book.table(sheet, labels)
    return _case_file(path, size, found, epoch)


@attrs.frozen
class _Table:
    """A sheet with its header."""

    name: str
    survey: Survey
    header: Header
    rows: tuple[int, int]
    columns: tuple[str, ...]
    epoch: Epoch


class _Book:
    """The sheets of an opened archive."""

    def __init__(self, archive: Archive, wanted: frozenset[str]) -> None:
        for part, en, zh in _OTHER_ZIPS:
            if part in archive.names:
                raise refused(
                    archive.path,
                    archive.path.name,
                    f"this is {en}, not an .xlsx workbook.",
                    "Save it as .xlsx.",
                    f"这是{zh}，请另存为xlsx",
                )
        self._archive = archive
        self._contents = contents_of(archive)
        texts = SharedTexts(archive, self._contents.texts)
        self._sheets = {
            entry.name: Sheet(archive, self._contents, entry, texts) for entry in self._contents.sheets
        }
        self._wanted = wanted

    def sheet(self, name: str) -> Sheet:
        """The sheet of that name."""
        found = self._sheets.get(name)
        if found is None:
            raise refused(
                self._archive.path,
                name,
                "the workbook has no such sheet.",
                nearest(name, self._sheets),
                f"没有这个工作表；各表为{'、'.join(list(self._sheets)[:20])}",
            )
        return found

    def table(self, name: str | None, labels: Collection[str]) -> _Table:
        """The sheet that is meant, with its header."""
        meant = self.sheet(self._only() if name is None else name)
        survey = meant.survey()
        window = list(itertools.islice(meant.rows(), HEADER_SEARCH))
        numbers = [number for number, _ in window]
        texts = [
            [cells[column].text if column in cells else "" for column in range(survey.width)]
            for _, cells in window
        ]
        if not any(text.strip() for row in texts for text in row):
            raise refused(
                self._archive.path,
                meant.entry.name,
                "the sheet is empty.",
                "Name another sheet.",
                "工作表是空的，请另选一张",
            )
        header_areas = _among(survey.merged, numbers)
        header = find_header(texts, header_areas, labels)
        columns = tuple(column or f"{column_letters(index)}列" for index, column in enumerate(header.columns))
        twice = faults(columns)
        rows = (numbers[header.first], numbers[header.last])
        if twice:
            raise refused(
                self._archive.path,
                twice[:5],
                "the header names every column once.",
                "Give each column its own name.",
                "表头里列名不能重复",
                f"{self._archive.path}, {meant.entry.name}, row {rows[0]}",
            )
        return _Table(meant.entry.name, survey, header, rows, columns, self._contents.epoch)

    def _only(self) -> str:
        """The one sheet that holds something; of several, the one that has the columns looked for."""
        shown = [name for name, sheet in self._sheets.items() if not sheet.entry.hidden]
        full = [name for name in shown or self._sheets if next(iter(self._sheets[name].rows()), None)]
        if len(full) > 1:
            fitting = [name for name in full if self._fits(name)]
            full = fitting if len(fitting) == 1 else full
        if len(full) != 1:
            names = full or list(self._sheets)
            raise refused(
                self._archive.path,
                names[:20],
                "several sheets hold something." if full else "every sheet is empty.",
                "Name the sheet.",
                "有几张工作表都有内容，请指明用哪一张" if full else "所有工作表都是空的",
            )
        return full[0]

    def _fits(self, name: str) -> bool:
        rows = itertools.islice(self._sheets[name].rows(), HEADER_SEARCH)
        return any(bare(cell.text) in self._wanted for _, cells in rows for cell in cells.values())


def _case_file(path: Path, size: int, table: _Table, epoch: Epoch | None) -> CaseFile:
    columns, name = table.columns, table.name

    def rows(progress: Progress | None) -> Iterator[CaseRow]:
        with open(path, "rb") as raw:
            archive = Archive(path, raw, size)
            contents = contents_of(archive)
            entry = next((one for one in contents.sheets if one.name == name), None)
            if entry is None:
                raise damaged(path, "it changed while it was read")
            texts = SharedTexts(archive, contents.texts)
            for number, cells in Sheet(archive, contents, entry, texts).rows(table.survey.merged):
                if progress is not None and number % 1024 == 0:
                    progress(raw.tell())
                if number <= table.rows[1]:
                    continue
                shown = dict.fromkeys(columns, "")
                bad: list[BadCell] = []
                for index, cell in cells.items():
                    if index < len(columns):
                        shown[columns[index]] = cell.text
                        if cell.fault is not None:
                            bad.append(BadCell(name, number, columns[index], cell.text, *cell.fault))
                if bad or any(text.strip() for text in shown.values()):
                    yield CaseRow(number, shown, tuple(bad))

    return CaseFile(
        path, "xlsx", columns, size, rows, sheet=name, header=table.rows, epoch=epoch or table.epoch
    )


def _among(merged: Collection[Area], numbers: list[int]) -> list[Area]:
    """Merged areas by the places of their rows among those that were read, blank rows left out."""
    areas = []
    for top, left, bottom, right in merged:
        inside = [place for place, number in enumerate(numbers) if top < number <= bottom + 1]
        if inside and numbers[inside[0]] == top + 1:
            areas.append((inside[0], left, inside[-1], right))
    return areas
