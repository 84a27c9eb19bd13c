"""Synthetic cases: made up, and saying so."""

from __future__ import annotations

import datetime as dt

import numpy as np

from wushan_plan import CHINA, PLAN, frames
from wushan_plan.frames import rows_of
from wushan_plan.frames.synthetic import SYNTHETIC


def test_equal_seeds_give_equal_rows() -> None:
    assert frames.synthetic_table(500, seed=1).equals(frames.synthetic_table(500, seed=1))


def test_other_seeds_give_other_rows() -> None:
    assert not frames.synthetic_table(500, seed=1).equals(frames.synthetic_table(500, seed=2))


def test_every_row_says_that_it_is_synthetic() -> None:
    assert set(frames.synthetic_cases(50)["数据来源"]) == {SYNTHETIC}


def test_starts_lie_in_the_span_asked_for() -> None:
    starts = frames.synthetic_cases(
        1000, first=dt.date(2022, 2, 1), last=dt.date(2022, 5, 31), error_rate=0.0
    )["受理日期"]
    assert starts.min() >= np.datetime64("2022-02-01")
    assert starts.max() <= np.datetime64("2022-05-31")


def test_few_cases_start_on_rest_days() -> None:
    starts = frames.synthetic_cases(2000, error_rate=0.0)["受理日期"]
    assert 0 < np.count_nonzero(~np.asarray(CHINA.is_workday(starts))) < 100


def test_errors_and_open_cases_are_among_them() -> None:
    judged = frames.evaluate(
        frames.synthetic_table(3000, error_rate=0.05),
        PLAN.targets["water-connection"],
        start="受理日期",
        end="办结日期",
        as_of=dt.date(2022, 3, 1),
    )
    problems = {row["problem"] for row in rows_of(judged)}
    expected = (frames.Problem.NO_START, frames.Problem.ENDS_BEFORE_START, frames.Problem.START_NOT_COVERED)
    assert {one.text("zh") for one in expected} <= problems
    assert None in judged["办结日期"].to_pylist()


def test_no_rows_are_a_table_as_well() -> None:
    assert frames.synthetic_table(0).num_rows == 0
