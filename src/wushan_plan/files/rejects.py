"""Rows that could not be read, sent back to be mended (待补正表).

Only those rows, each bad cell marked, the reason beside it. Mended, the workbook is read back, and its
rows take the place of the originals.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any

from wushan_plan.errors import CaseFileError, MissingExtraError
from wushan_plan.explanation.width import display_width
from wushan_plan.explanation.words import spoken
from wushan_plan.files.added_columns import free_name
from wushan_plan.files.bounds import LAST_ROW, MOST_CELL
from wushan_plan.files.case_file import CaseFile, CaseRow, Progress, refused
from wushan_plan.files.judging import JudgedRow
from wushan_plan.files.opening import open_cases
from wushan_plan.files.safe_output import replacing_path
from wushan_plan.files.sheet_cells import new_workbook, put_text
from wushan_plan.model.verdict import Lang

SHEET: Mapping[Lang, str] = {"zh": "待补正", "en": "to mend"}
SOURCE: Mapping[Lang, str] = {"zh": "来源行", "en": "source row"}
REASON: Mapping[Lang, str] = {"zh": "原因", "en": "reason"}
_NOTE = {
    "zh": "请只改标红的单元格，不要改{}，改好后保存，与原文件一起重新判定。",
    "en": "Mend the red cells, leave {} as it is, save, and judge it together with the original.",
}
_WIDTH = 18
_WIDEST = 60
_LINE = 16  # height of a line in points
_HEADER = 1  # row of the header, from 0: the note stands above it


def write_rejects(
    path: Path, cases: CaseFile, rows: Iterable[JudgedRow], lang: Lang = "zh"
) -> Iterator[JudgedRow]:
    """Writes the rows that could not be read as they pass by, as an Excel workbook.

    The workbook appears under its name when the last row has passed. Without a row to mend none is
    written, and an older one is left alone.

    Args:
        path: the workbook.
        cases: the file the rows come from.
        rows: all rows, judged.
        lang: language of the reasons.

    Raises:
        MissingExtraError: without the extra ``excel``.
        CaseFileError: for more rows than a sheet holds.
    """
    spoken(lang, "write_rejects(lang)")
    waiting = iter(rows)
    for judged in waiting:
        yield judged
        if judged.bad_cells:
            break
    else:
        return
    with replacing_path(path) as part, _Workbook(part, cases, lang) as workbook:
        workbook.add(judged)
        for judged in waiting:
            yield judged
            if judged.bad_cells:
                workbook.add(judged)


def open_mended(path: Path, cases: CaseFile) -> CaseFile:
    """Opens the mended rejects workbook of ``cases``; its header is looked for by their columns."""
    return open_cases(path, labels=(*SOURCE.values(), *cases.columns))


def merge_mended(cases: CaseFile, mended: CaseFile, key: str | None = None) -> CaseFile:
    """The case file with its mended rows in place of the originals.

    Rows are matched by the number of the row they came from, and by ``key`` as well where it is given;
    by ``key`` alone where the mended file has no source rows.

    Args:
        cases: the original file.
        mended: the rejects workbook, mended and opened.
        key: the column that names a case.

    Raises:
        CaseFileError: for a mended file that is not of this case file: a row that does not exist, a
            case named twice, or another case in that row. While reading, for a row that was not found.
    """
    source = next((name for name in SOURCE.values() if name in mended.columns), None)
    if source is None and key is None:
        raise refused(
            mended.path,
            list(mended.columns[:10]),
            f"the mended file has no column {SOURCE['zh']} and no key column was named.",
            "Use the rejects workbook, or name the column that names a case.",
            f"补正表里没有“{SOURCE['zh']}”列，也没有指明编号列",
        )
    own = None if key is None else cases.require(key)
    theirs = None if key is None else mended.require(key)
    replacements: dict[str, CaseRow] = {}
    for row in mended.rows():
        name = row.cells.get(source if source is not None else theirs or "", "").strip()
        if not name or name in replacements:
            raise _not_of_this(mended, row, name, "stands twice or is empty", "重复或为空")
        replacements[name] = row
    columns = [name for name in cases.columns if name in mended.columns]

    def rows(progress: Progress | None) -> Iterator[CaseRow]:
        left = dict(replacements)
        for row in cases.rows(progress):
            name = str(row.line) if source is not None else row.cells.get(own or "", "").strip()
            new = left.pop(name, None)
            if new is None:
                if source is None and name and name in replacements:
                    raise _not_of_this(mended, replacements[name], name, "stands twice", "在原文件里重复")
                yield row
                continue
            if own is not None and theirs is not None and row.cells.get(own, "").strip():
                before, after = row.cells[own].strip(), new.cells.get(theirs, "").strip()
                if before != after:
                    raise _not_of_this(mended, new, after, f"is {before!r} there", f"在原文件里是“{before}”")
            yield _replaced(row, new, columns)
        for name, row in left.items():
            raise _not_of_this(mended, row, name, "is not in the case file", "在原文件里找不到")

    return cases.with_source(rows)


def merge_mended_files(
    files: Sequence[CaseFile], mended: CaseFile, key: str | None = None
) -> tuple[CaseFile, ...]:
    """Files that are judged as one, each with its mended rows in place of the originals.

    Args:
        files: the original files, their names in their first column.
        mended: the rejects workbook of all of them, mended and opened.
        key: the column that names a case.

    Raises:
        CaseFileError: as :func:`merge_mended` does, and for a row of none of these files.
    """
    source = files[0].columns[0]
    if source not in mended.columns:
        raise refused(
            mended.path,
            list(mended.columns[:10]),
            f"the mended file has no column {source}.",
            "Use the rejects workbook of these files together.",
            f"补正表里没有“{source}”列，请使用这些文件一起判定时写出的补正表",
        )
    rows: dict[str, list[CaseRow]] = {one.called: [] for one in files}
    for row in mended.rows():
        name = row.cells.get(source, "").strip()
        if name not in rows:
            raise _not_of_this(mended, row, name, "is of none of the files", "不在这些文件里")
        rows[name].append(row)

    def of(name: str) -> CaseFile:
        return mended.with_source(lambda progress: iter(rows[name]))

    return tuple(merge_mended(one, of(one.called), key) for one in files)


def _replaced(old: CaseRow, new: CaseRow, columns: list[str]) -> CaseRow:
    """The old row with the new row's cells, but for texts the workbook could not hold."""
    cells = dict(old.cells)
    for name in columns:
        if len(cells.get(name, "")) <= MOST_CELL:
            cells[name] = new.cells.get(name, "")
    return CaseRow(old.line, cells, new.bad_cells)


def _not_of_this(mended: CaseFile, row: CaseRow, name: str, en: str, zh: str) -> CaseFileError:
    return refused(
        mended.path,
        name,
        f"the mended row {en}.",
        "Mend the rejects workbook of this very file.",
        f"补正表第{row.line}行的标识“{name}”{zh}，请使用本文件的补正表",
        f"{mended.path}, row {row.line}",
    )


class _Workbook:
    """The workbook while it is written, row by row and in constant memory."""

    def __init__(self, part: Path, cases: CaseFile, lang: Lang) -> None:
        try:
            import xlsxwriter  # type: ignore[import-untyped]
        except ModuleNotFoundError as error:
            raise MissingExtraError.of("excel", "XlsxWriter", "writing the rejects workbook") from error
        self._cases = cases
        self._lang: Lang = lang
        self._row = _HEADER
        self._book: Any = new_workbook(
            xlsxwriter,
            part,
            constant_memory=True,
            date_1904=cases.epoch == 1904,  # a serial number left as it is keeps its day
        )
        font = {"font_name": "等线" if lang == "zh" else "Calibri", "num_format": "@", "valign": "top"}
        self._plain = self._book.add_format(font)
        self._bad = self._book.add_format({**font, "bg_color": "#FFC7CE", "font_color": "#9C0006"})
        self._wrapped = self._book.add_format({**font, "text_wrap": True})
        head = self._book.add_format(
            {**font, "bold": True, "bg_color": "#1F4E78", "font_color": "#FFFFFF", "text_wrap": True}
        )
        note = self._book.add_format({**font, "bold": True})
        self._sheet: Any = self._book.add_worksheet(SHEET[lang])
        names = [SOURCE[lang], *cases.columns, free_name(REASON[lang], cases.columns)]
        self._sheet.set_column(0, len(names) - 2, _WIDTH, self._plain)
        self._sheet.set_column(len(names) - 1, len(names) - 1, _WIDEST, self._wrapped)
        self._sheet.freeze_panes(_HEADER + 1, 1)
        self._sheet.set_landscape()
        self._sheet.set_paper(9)  # A4
        self._sheet.fit_to_pages(1, 0)
        self._sheet.repeat_rows(_HEADER)
        kept = [SOURCE[lang], *cases.columns[:1]] if cases.called else [SOURCE[lang]]
        kept_text = "".join(f"“{one}”" for one in kept) if lang == "zh" else " and ".join(kept)
        put_text(self._sheet, 0, 0, _NOTE[lang].format(kept_text), note)
        self._sheet.set_row(_HEADER, 2 * _LINE)
        for column, name in enumerate(names):
            put_text(self._sheet, _HEADER, column, name, head)

    def __enter__(self) -> _Workbook:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._sheet.autofilter(_HEADER, 0, self._row, len(self._cases.columns) + 1)
        self._book.close()

    def add(self, judged: JudgedRow) -> None:
        """One row with its bad cells marked."""
        self._row += 1
        if self._row >= LAST_ROW:
            raise refused(
                self._cases.path,
                self._row,
                "more rows cannot be read than a sheet holds.",
                "Check the columns that were named: most rows cannot be bad.",
                "读不出的行超过一张工作表的容量，请先核对列名",
            )
        mark = "；" if self._lang == "zh" else "; "
        reasons = mark.join(cell.reason(self._lang) for cell in judged.bad_cells)
        # A row does not grow with its wrapped text until somebody edits it.
        self._sheet.set_row(self._row, _LINE * (1 + display_width(reasons) // _WIDEST))
        bad = {cell.column for cell in judged.bad_cells}
        self._sheet.write_string(self._row, 0, str(judged.row.line), self._plain)
        for column, name in enumerate(self._cases.columns, 1):
            text = judged.row.cells.get(name, "")[:MOST_CELL]
            style = self._bad if name in bad or "" in bad else self._plain
            if text:
                put_text(self._sheet, self._row, column, text, style)
            else:
                self._sheet.write_blank(self._row, column, None, style)
        put_text(self._sheet, self._row, len(self._cases.columns) + 1, reasons[:MOST_CELL], self._wrapped)
