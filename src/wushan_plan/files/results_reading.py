"""Verdicts read back from a results workbook (结果工作簿读回)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from pathlib import Path

from wushan_plan.errors import CaseFileError
from wushan_plan.explanation.words import STATUS, pick
from wushan_plan.files.archive import Archive
from wushan_plan.files.case_file import opening
from wushan_plan.files.results import FLAGS, UNIT, ResultRecord
from wushan_plan.files.results_cells import CLOSING, COLUMNS, LEADING
from wushan_plan.files.sheet_rows import Sheet
from wushan_plan.files.workbook_parts import SharedTexts, contents_of
from wushan_plan.model.modality import Status
from wushan_plan.model.periods import Days
from wushan_plan.model.verdict import Lang

_HEADER_WITHIN = 10
_LANGS: tuple[Lang, ...] = ("zh", "en")


def read_results(path: str | Path) -> tuple[ResultRecord, ...]:
    """What a results workbook says of each case, in the order it was written.

    Of a workbook with one sheet a lead unit, a case that stands on several sheets is given once.

    Raises:
        CaseFileError: for a file that is no results workbook, or a cell that was changed into
            something no verdict says.
    """
    path = Path(path)
    records: list[ResultRecord] = []
    home: dict[str, str] = {}  # the sheet that speaks for each commitment
    sheets = 0
    with opening(path):
        size = path.stat().st_size
        raw = open(path, "rb")  # noqa: SIM115 - closed below; opening fails apart from reading
    with raw:
        archive = Archive(path, raw, size)
        contents = contents_of(archive)
        texts = SharedTexts(archive, contents.texts)
        for entry in contents.sheets:
            rows = (
                (number, _texts(cells)) for number, cells in Sheet(archive, contents, entry, texts).rows()
            )
            found = _header(rows)
            if found is None:
                continue
            sheets += 1
            lang, width = found
            for number, row in rows:
                row = [*row, *[""] * width][:width]
                record = _record(row, lang, f"{path}, {entry.name}, row {number}")
                if home.setdefault(record.commitment, entry.name) == entry.name:
                    records.append(record)
    if not sheets:
        raise CaseFileError(
            value=path.name,
            rule="no sheet of it has the columns of judged cases.",
            where=str(path),
            remedy="Name a workbook that write_workbook wrote.",
            zh="不是判定结果工作簿",
        )
    return tuple(records)


def _texts(cells: Mapping[int, object]) -> list[str]:
    return [str(getattr(cells.get(index), "text", "")) for index in range(max(cells, default=-1) + 1)]


def _header(rows: Iterator[tuple[int, list[str]]]) -> tuple[Lang, int] | None:
    """The language and width of the header, once found; the rows then go on below it."""
    for _, (_, row) in zip(range(_HEADER_WITHIN), rows, strict=False):
        for lang in _LANGS:
            leading = [pick(COLUMNS[name], lang) for name in LEADING]
            closing = [pick(COLUMNS[name], lang) for name in CLOSING]
            if row[: len(leading)] == leading and row[-len(closing) :] == closing:
                return lang, len(row)
    return None


def _record(row: list[str], lang: Lang, where: str) -> ResultRecord:
    cells = dict(zip(LEADING, row, strict=False))
    cells.update(zip(CLOSING, row[-len(CLOSING) :], strict=True))
    flags = cells["flags"]
    try:
        unit = {"": None, **{pick(term, lang): cls for cls, term in UNIT.items()}}[cells["unit"]]
        return ResultRecord(
            commitment=cells["commitment"],
            key=cells["key"],
            status=_status(cells["status"], lang),
            deadline=dt.date.fromisoformat(cells["deadline"]) if cells["deadline"] else None,
            elapsed=_days(cells["elapsed"], unit),
            overdue=_days(cells["overdue"], unit),
            explanation=cells["explanation"],
            **{name: pick(term, lang) in flags for name, term in FLAGS.items()},
        )
    except (KeyError, ValueError) as error:
        raise CaseFileError(
            value=str(error),
            rule="the row says something no verdict says.",
            where=where,
            remedy="Read the workbook as it was written.",
            zh="这一行不是判定结果的写法，可能被改动过",
        ) from None


def _status(text: str, lang: Lang) -> Status | None:
    return {"": None, **{pick(term, lang): status for status, term in STATUS.items()}}[text]


def _days(text: str, unit: type[Days] | None) -> Days | None:
    if not text:
        return None
    if unit is None:
        raise ValueError(text)
    return unit(int(text))
