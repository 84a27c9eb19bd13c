"""A table in the caller's own engine: columns are added, rows stay where they are."""

from __future__ import annotations

from datetime import date

import polars as pl

from wushan_plan import PLAN, frames

WATER = PLAN.targets["water-connection"]


def judge_table(cases: pl.DataFrame, as_of: date) -> pl.DataFrame:
    """The same rows with status, deadline and days beside them."""
    return frames.evaluate(cases, WATER, start="受理日期", end="通水日期", as_of=as_of)


def by_town(cases: pl.DataFrame, as_of: date) -> pl.DataFrame:
    """One row a town: how many cases, how many in time."""
    return frames.scorecard(cases, WATER, by="乡镇街道", start="受理日期", end="通水日期", as_of=as_of)


def main() -> None:
    cases = pl.DataFrame(
        {
            "乡镇街道": ["大昌镇", "大昌镇", "官渡镇"],
            "受理日期": [date(2021, 9, 24), date(2021, 9, 1), date(2021, 12, 1)],
            "通水日期": [date(2021, 10, 14), date(2021, 9, 10), None],
        }
    )
    judged = judge_table(cases, date(2021, 12, 31))
    print(judged["status"].to_list(), judged["deadline"].to_list()[0])
    print(by_town(cases, date(2021, 12, 31)).select("乡镇街道", "cases", "met").sort("cases").rows())


if __name__ == "__main__":
    main()
