"""A file of cases: every row judged, bad cells told, a scorecard, and a workbook to forward."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from wushan_plan import PLAN, Scorecard, Status, scorecard
from wushan_plan.files.judging import JudgedRow, Judging
from wushan_plan.files.opening import open_cases
from wushan_plan.files.results import Results
from wushan_plan.files.results_workbook import write_workbook

WATER = PLAN.targets["water-connection"]
COLUMNS = {"start": "受理日期", "end": "通水日期"}
SHIPPED = Path(__file__).parents[1] / "water-2021-synthetic.csv"


def judge_file(path: Path, as_of: date) -> tuple[list[JudgedRow], Scorecard]:
    """Every row of the file, and what they amount to."""
    cases = open_cases(path, labels=COLUMNS.values())
    rows = list(Judging(WATER, COLUMNS, as_of, key="办件编号").rows(cases))
    return rows, scorecard(WATER, (row.case for row in rows))


def write_results(path: Path, out: Path, as_of: date) -> int:
    """The judged rows as a workbook; gives back how many cases there are. Rows pass by, none is held."""
    cases = open_cases(path, labels=COLUMNS.values())
    rows = Judging(WATER, COLUMNS, as_of, key="办件编号").rows(cases)
    (total,) = write_workbook(out, Results(WATER, cases.columns, rows, as_of))
    return total.card.cases


def main(path: Path = SHIPPED) -> None:
    rows, card = judge_file(path, date(2021, 12, 31))
    for row in rows:
        for bad in row.bad_cells:
            print(row.case.key, bad.column, bad.reason("en"))
    rate = "unknown" if card.rate is None else f"{float(card.rate):.1%}"
    print(card.cases, card.count(Status.MET), card.count(Status.NOT_MET), rate)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
