"""A returned workbook taken apart: its code, its cover, and its rows by heading (回收的填报表)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path

import attrs

from wushan_plan.errors import CaseFileError
from wushan_plan.explanation.words import pick
from wushan_plan.files.archive import Archive
from wushan_plan.files.bounds import HEADER_SEARCH, MOST_WORKBOOK_BYTES
from wushan_plan.files.case_file import BadCell, opening, too_large
from wushan_plan.files.headers import Area
from wushan_plan.files.opening import open_cases
from wushan_plan.files.serials import Epoch
from wushan_plan.files.sheet_rows import Sheet, SheetCell, SheetRow
from wushan_plan.files.workbook_parts import SharedTexts, contents_of
from wushan_plan.ledger.returns.form import PREFIX, VERSION, FormCode
from wushan_plan.ledger.returns.words import COLUMNS, COVER, INPUTS, NEEDED
from wushan_plan.model.verdict import Lang

MOST_ROWS = 20_000
"""Rows of a sheet: a form of the unit with most tasks has 214."""
_LANGS: tuple[Lang, ...] = ("zh", "en")
_ZIP = (b"PK\3\4", b"PK\5\6")
_EMPTY = SheetCell("")
_MERGED = (
    "合并的单元格跨了几行，分不清属于哪一行，请取消合并后逐行填写",
    "the cell is merged over several rows; fill in each row by itself.",
)


@attrs.frozen
class ReturnedRow:
    """One row of a returned form (回收行).

    Attributes:
        sheet: the sheet it stands in.
        number: its number, as Excel counts.
        cells: its cells by column of the form.
        headings: the headings of those columns, as the sheet has them.
    """

    sheet: str
    number: int
    cells: Mapping[str, SheetCell]
    headings: Mapping[str, str] = attrs.field(repr=False)

    def text(self, name: str) -> str:
        """The text of a column; empty where there is none."""
        return self.cells.get(name, _EMPTY).text.strip()

    def bad(self, name: str, zh: str, en: str) -> BadCell:
        """What is wrong with the cell of a column, or with the row where it has no such column."""
        return BadCell(self.sheet, self.number, self.headings.get(name, ""), self.text(name), zh, en)


@attrs.frozen
class Returned:
    """A returned workbook taken apart (回收工作簿).

    Attributes:
        code: what it is about.
        issued: ids of the rows that went out; empty where the list of them is gone.
        cover: what is filled in on its first sheet, by name.
        rows: its rows that say something, in order.
        notes: columns that are missing or not of the form.
        epoch: what its serial numbers count from.
    """

    code: FormCode
    issued: tuple[str, ...]
    cover: Mapping[str, tuple[str, int, SheetCell]]
    rows: tuple[ReturnedRow, ...]
    notes: tuple[BadCell, ...]
    epoch: Epoch


def take_apart(path: Path) -> Returned:
    """The parts of a returned workbook.

    Raises:
        CaseFileError: for a file that is no return workbook, or whose form cannot be told.
    """
    if not path.is_file() or not _starts(path).startswith(_ZIP):
        open_cases(path)  # says what it is, where it can be told
        raise _refused(path, "this is no workbook.", "不是Excel工作簿（xlsx）")
    found = _Finds()
    with open(path, "rb") as raw:
        size = path.stat().st_size
        if size > MOST_WORKBOOK_BYTES:
            raise too_large(path, "bytes", "文件字节数", MOST_WORKBOOK_BYTES)
        archive = Archive(path, raw, size)
        contents = contents_of(archive)
        texts = SharedTexts(archive, contents.texts)
        for entry in contents.sheets:
            sheet = Sheet(archive, contents, entry, texts)
            merged = sheet.survey().merged
            rows = list(islice(sheet.rows(merged), MOST_ROWS + 1))
            if len(rows) > MOST_ROWS:
                raise too_large(path, "rows", "行数", MOST_ROWS, f"{path}, {entry.name}")
            found.look_at(entry.name, rows, merged)
    if not found.has_form:
        raise _refused(
            path,
            "no sheet of it has the columns of a form.",
            "不是填报表：没有新值、编号等列；办件表请用 ledger cases 收入",
        )
    return Returned(
        _code(path, found.codes),
        tuple(found.issued),
        found.cover,
        tuple(found.rows),
        tuple(found.notes),
        contents.epoch,
    )


def _starts(path: Path) -> bytes:
    with opening(path), open(path, "rb") as file:
        return file.read(4)


class _Finds:
    """What the sheets of a workbook turn out to hold."""

    def __init__(self) -> None:
        self.codes: set[str] = set()
        self.issued: list[str] = []
        self.cover: dict[str, tuple[str, int, SheetCell]] = {}
        self.rows: list[ReturnedRow] = []
        self.notes: list[BadCell] = []
        self.has_form = False

    def look_at(self, name: str, rows: list[SheetRow], merged: Iterable[Area]) -> None:
        for index, (_, cells) in enumerate(rows[:HEADER_SEARCH]):
            columns = _columns(cells)
            if all(needed in columns for needed in NEEDED):
                self._form(name, rows[index:], columns, merged)
                return
        first = rows[0][1].get(0, _EMPTY).text if rows else ""
        if first.startswith(PREFIX):
            self.codes.add(first)
            self.issued += (cells[0].text for _, cells in rows[1:] if 0 in cells)
            return
        for number, cells in rows:
            self._cover_line(name, number, cells)

    def _form(
        self, sheet: str, rows: list[SheetRow], columns: Mapping[str, int], merged: Iterable[Area]
    ) -> None:
        self.has_form = True
        number, header = rows[0]
        headings = {name: header[column].text.strip() for name, column in columns.items()}
        known = set(columns.values())
        for column, cell in header.items():
            if column not in known and cell.text.strip():
                twice = cell.text.strip() in headings.values()
                self.notes.append(
                    BadCell(
                        sheet,
                        number,
                        cell.text.strip(),
                        "",
                        "这一列的列名重复，只读了第一列" if twice else "不是填报表的列，没有读取",
                        "the column stands twice; the first is read."
                        if twice
                        else "this is no column of the form; it is not read.",
                    )
                )
        for name in INPUTS:
            if name not in columns and name != "basis":
                self.notes.append(
                    BadCell(
                        sheet,
                        number,
                        pick(COLUMNS[name], _lang(headings)),
                        "",
                        "缺这一列",
                        "the column is gone.",
                    )
                )
        tall = [area for area in merged if area[2] > area[0]]
        for number, cells in rows[1:]:
            found = {name: cells[column] for name, column in columns.items() if column in cells}
            for name in ("value", "done_on", "id"):
                if name in found and _is_inside(number - 1, columns[name], tall):
                    found[name] = SheetCell(found[name].text, _MERGED)
            self.rows.append(ReturnedRow(sheet, number, found, headings))

    def _cover_line(self, sheet: str, number: int, cells: Mapping[int, SheetCell]) -> None:
        for column, cell in cells.items():
            text = cell.text.strip()
            if text.startswith(PREFIX):
                self.codes.add(text)
            for name in ("author", "at"):
                if text in COVER[name]:
                    self.cover.setdefault(name, (sheet, number, cells.get(column + 1, _EMPTY)))


def _columns(cells: Mapping[int, SheetCell]) -> dict[str, int]:
    """The columns of the form by name, in whatever order; the first of several of one name."""
    found: dict[str, int] = {}
    for column, cell in sorted(cells.items()):
        text = "".join(cell.text.split())
        for name, terms in COLUMNS.items():
            if text in ["".join(pick(terms, lang).split()) for lang in _LANGS]:
                found.setdefault(name, column)
    return found


def _lang(headings: Mapping[str, str]) -> Lang:
    return "en" if headings["value"] == pick(COLUMNS["value"], "en") else "zh"


def _is_inside(row: int, column: int, areas: Iterable[Area]) -> bool:
    return any(top <= row <= bottom and left <= column <= right for top, left, bottom, right in areas)


def _code(path: Path, codes: set[str]) -> FormCode:
    if not codes:
        raise _refused(path, "the code of the form is gone.", "表格编号不见了，请在原来发出的填报表里填写")
    if len(codes) > 1:
        raise _refused(
            path,
            f"it holds the codes of {len(codes)} forms.",
            "混有几张填报表，请一张表一个文件",
            ", ".join(sorted(codes)),
        )
    (text,) = codes
    try:
        code = FormCode.parsed(text)
    except (ValueError, TypeError):
        raise _refused(path, "the code of the form was changed.", "表格编号被改动", text) from None
    if code.version != VERSION:
        raise _refused(
            path,
            f"it is a form of version {code.version}; this release reads version {VERSION}.",
            f"填报表是第{code.version}版，本程序只读第{VERSION}版，请重新发表",
            text,
        )
    return code


def _refused(path: Path, rule: str, zh: str, value: str = "") -> CaseFileError:
    return CaseFileError(
        value=value or path.name,
        rule=rule,
        where=str(path),
        remedy="Name a workbook that write_return wrote and a unit filled in; "
        "a table of cases goes by `wushan-plan ledger cases`.",
        zh=zh,
    )


def unread(rows: Iterable[ReturnedRow], issued: Iterable[str]) -> Iterator[str]:
    """The ids of rows that went out and did not come back."""
    there = {row.text("id") for row in rows}
    return (one for one in issued if one not in there)
