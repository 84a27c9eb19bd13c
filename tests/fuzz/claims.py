"""What holds for every file, however hostile."""

from __future__ import annotations

import datetime as dt
import functools
from pathlib import Path
from typing import Literal

from wushan_plan import PLAN
from wushan_plan.errors import CaseFileError
from wushan_plan.files.case_file import CaseFile
from wushan_plan.files.judging import JudgedRow, Judging
from wushan_plan.files.opening import open_cases
from wushan_plan.files.rejects import merge_mended, open_mended, write_rejects
from wushan_plan.files.results import Results
from wushan_plan.files.results_rows import write_csv
from wushan_plan.files.suggestions import labels_of, suggest_columns

AS_OF = dt.date(2021, 12, 31)
Outcome = Literal["judged", "refused"]


@functools.cache
def _labels() -> tuple[str, ...]:
    return labels_of(PLAN.targets["water-connection"])


def holds_for(path: Path, *, mend: bool = False) -> Outcome:
    """Reads and judges the file as the command line does.

    It is either refused with a reason in both languages, or every row is judged or comes back with the
    cells that kept it from being judged, and all of it can be written. With ``mend``, the rejects
    workbook is read back, and merged it gives the same rows.
    """
    water = PLAN.targets["water-connection"]
    try:
        cases = open_cases(path, labels=_labels())
        assert cases.columns
        assert len(set(cases.columns)) == len(cases.columns)
        columns = {"start": cases.columns[0], **suggest_columns(water, cases.columns).certain}
        judging = Judging(water, columns, AS_OF)
        before, seen = 0, []
        out = path.with_suffix(".out.csv")
        for judged in judging.rows(cases):
            assert judged.row.line > before
            before = judged.row.line
            assert (judged.case.verdict is None) is bool(judged.bad_cells)
            for bad in judged.bad_cells:
                assert bad.zh
                assert bad.en
                assert bad.row == judged.row.line
            seen.append(judged)
        card = write_csv(out, Results(water, cases.columns, seen, AS_OF)).card
        assert card.cases == len(seen)
        card.explain().encode()
        card.explain("en").encode()
        if mend and any(judged.bad_cells for judged in seen):
            _comes_back(path.with_suffix(".rejects.xlsx"), cases, seen)
    except CaseFileError as error:
        _says_why(error)
        return "refused"
    return "judged"


def _comes_back(path: Path, cases: CaseFile, seen: list[JudgedRow]) -> None:
    assert len(list(write_rejects(path, cases, seen))) == len(seen)
    try:
        rejects = open_mended(path, cases)
        merged = list(merge_mended(cases, rejects).rows())
    except CaseFileError as error:
        raise AssertionError(f"the rejects workbook is refused: {error}") from error
    assert [row.line for row in merged] == [judged.row.line for judged in seen]
    for row, judged in zip(merged, seen, strict=True):
        if not judged.bad_cells:
            assert row == judged.row
        for column, text in judged.row.cells.items():
            assert row.cells[column] == text


def _says_why(error: CaseFileError) -> None:
    assert error.zh
    assert error.remedy
    str(error).encode()
    error.zh.encode()
