"""Columns as people have them: units, zones, names, shapes and what is missing in them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np
import pandas as pd
import polars as pl
import pytest

from wushan_plan import CHINA
from wushan_plan.counting import arrays

FRIDAY, SATURDAY, MONDAY = dt.date(2021, 7, 30), dt.date(2021, 7, 31), dt.date(2021, 8, 2)
LONG_AGO, FAR_OFF = dt.date(1900, 1, 1), dt.date(2100, 1, 1)
GRID: list[list[dt.date | None]] = [[FRIDAY, SATURDAY, MONDAY], [None, LONG_AGO, FAR_OFF]]

QUESTIONS: dict[str, Callable[[Any], Any]] = {
    "is_workday": CHINA.is_workday,
    "roll_forward": CHINA.roll_forward,
    "roll_back": CHINA.roll_back,
    "workdays_between": lambda days: CHINA.workdays_between(days, MONDAY),
    "within_workdays": lambda days: CHINA.within_workdays(days, MONDAY, 0),
    "elapsed_workdays": lambda days: CHINA.elapsed_workdays(days, MONDAY, []),
    "nth_workday_after": lambda days: CHINA.nth_workday_after(days, 1),
    "nth_workday_before": lambda days: CHINA.nth_workday_before(days, 1),
}
ANSWERS: dict[str, list[Any]] = {
    "is_workday": [True, False, True],
    "roll_forward": [FRIDAY, MONDAY, MONDAY],
    "roll_back": [FRIDAY, FRIDAY, MONDAY],
    "workdays_between": [1, 1, 0],
    "within_workdays": [False, False, True],
    "elapsed_workdays": [1, 1, 0],
    "nth_workday_after": [MONDAY, MONDAY, dt.date(2021, 8, 3)],
    "nth_workday_before": [dt.date(2021, 7, 29), FRIDAY, FRIDAY],
}
DATES = ["roll_forward", "roll_back", "nth_workday_after", "nth_workday_before"]
"""The questions that are answered by dates."""


@pytest.mark.parametrize("question", QUESTIONS)
class TestEveryQuestion:
    """Answers in the caller's kind of column, whatever is asked."""

    def test_keeps_the_shape(self, question: str) -> None:
        answer = QUESTIONS[question](np.array(GRID, "M8[D]"))
        assert answer.tolist() == [ANSWERS[question], [None] * 3]

    def test_reads_dates_kept_as_objects(self, question: str) -> None:
        answer = QUESTIONS[question](np.array(GRID, object))
        assert answer.tolist() == [ANSWERS[question], [None] * 3]

    def test_takes_what_is_masked_for_missing(self, question: str) -> None:
        # A fill value of the caller's own is no date of the column either.
        column = np.ma.MaskedArray(
            np.full((2, 3), FRIDAY, "M8[D]"),
            mask=[[True, True, False], [False, True, True]],
            fill_value=np.datetime64("2021-07-30"),
        )
        first = ANSWERS[question][0]
        assert QUESTIONS[question](column).tolist() == [[None, None, first], [first, None, None]]

    def test_has_no_mask_where_all_is_known(self, question: str) -> None:
        assert QUESTIONS[question](np.array(GRID[0], "M8[D]")).mask is np.ma.nomask

    def test_keeps_name_and_index_of_pandas(self, question: str) -> None:
        column = pd.Series(np.array([*GRID[0], None], "M8[s]"), index=list("abcd"), name="received")
        answer = QUESTIONS[question](column)
        assert (answer.name, answer.index.tolist()) == ("received", list("abcd"))
        assert pd.isna(answer["d"])
        values = [one.date() if question in DATES else one for one in answer[:3]]
        assert values == ANSWERS[question]

    def test_takes_an_index_of_pandas(self, question: str) -> None:
        answer = QUESTIONS[question](pd.DatetimeIndex(pd.Series(GRID[0]), name="received"))
        assert (answer.name, answer.index.tolist()) == ("received", [0, 1, 2])
        assert [one.date() if question in DATES else one for one in answer] == ANSWERS[question]

    def test_takes_objects_of_pandas(self, question: str) -> None:
        answer = QUESTIONS[question](pd.Series(GRID[0], index=list("abc"), dtype=object))
        assert isinstance(answer, pd.Series)
        assert answer.index.tolist() == list("abc")

    def test_keeps_the_name_of_polars(self, question: str) -> None:
        answer = QUESTIONS[question](pl.Series("received", [*GRID[0], None], pl.Date))
        assert (answer.name, answer.to_list()) == ("received", [*ANSWERS[question], None])
        kinds = {"is_workday": pl.Boolean, "within_workdays": pl.Boolean}
        assert answer.dtype == (pl.Date if question in DATES else kinds.get(question, pl.Int32))

    @pytest.mark.parametrize(
        ("made", "days"),
        [
            pytest.param(pd.to_datetime(["2021-07-30 20:00"]), 0, id="no zone"),
            pytest.param(pd.to_datetime(["2021-07-30 20:00"]).tz_localize("UTC"), 1, id="UTC"),
        ],
    )
    @pytest.mark.parametrize("arrow", [False, True], ids=["NumPy", "Arrow"])
    def test_counts_the_days_of_shanghai(self, question: str, made: Any, days: int, arrow: bool) -> None:
        column = pd.Series(made)
        if arrow:
            column = column.convert_dtypes(dtype_backend="pyarrow")
            assert isinstance(column.dtype, pd.ArrowDtype)
        (answer,) = QUESTIONS[question](column)
        assert (answer.date() if question in DATES else answer) == ANSWERS[question][days]

    def test_hides_no_number_under_a_mask(self, question: str) -> None:
        hidden = QUESTIONS[question](np.array([None, FAR_OFF], "M8[D]")).data
        assert np.isnat(hidden).all() if question in DATES else not hidden.any()

    def test_answers_rows_in_more_than_one_chunk(
        self, question: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(arrays, "_CHUNK", 2)
        answer = QUESTIONS[question](np.array(GRID, "M8[D]"))
        assert answer.tolist() == [ANSWERS[question], [None] * 3]


class TestOneForAllRows:
    @pytest.mark.parametrize("single", [LONG_AGO, FAR_OFF], ids=str)
    def test_outside_the_calendar_leaves_every_row_unknown(self, single: dt.date) -> None:
        assert CHINA.workdays_between([FRIDAY, MONDAY], single).tolist() == [None, None]
        assert CHINA.workdays_between(single, [FRIDAY, MONDAY]).tolist() == [None, None]
        assert CHINA.within_workdays(single, [FRIDAY, MONDAY], 1).tolist() == [None, None]
        assert CHINA.nth_workday_after(single, [1, 2]).tolist() == [None, None]

    def test_may_be_the_start_or_the_end(self) -> None:
        assert CHINA.workdays_between(FRIDAY, [SATURDAY, MONDAY]).tolist() == [0, 1]
        assert CHINA.workdays_between([FRIDAY, MONDAY], MONDAY).tolist() == [1, 0]
        assert CHINA.within_workdays(FRIDAY, [SATURDAY, MONDAY], 0).tolist() == [True, False]
        assert CHINA.within_workdays([FRIDAY, MONDAY], MONDAY, 0).tolist() == [False, True]

    def test_hides_no_answer_under_a_mask(self) -> None:
        assert not CHINA.within_workdays(MONDAY, np.array([None], "M8[D]"), 0).data.any()

    def test_beside_a_series_is_answered_in_a_series(self) -> None:
        ends = pl.Series("done", [SATURDAY, MONDAY])
        assert CHINA.workdays_between(np.array([FRIDAY, FRIDAY], "M8[D]"), ends).to_list() == [0, 1]


class TestNumbersOfDays:
    def test_may_differ_from_row_to_row(self) -> None:
        assert CHINA.nth_workday_before(MONDAY, [1, 2]).tolist() == [FRIDAY, dt.date(2021, 7, 29)]
        assert CHINA.nth_workday_before([MONDAY, SATURDAY], [1, 2]).tolist() == [FRIDAY, dt.date(2021, 7, 29)]
        assert CHINA.nth_workday_after([FRIDAY, MONDAY], [2, 1]).tolist() == [dt.date(2021, 8, 3)] * 2

    def test_may_stand_in_a_grid(self) -> None:
        days, n = np.full((2, 2), FRIDAY, "M8[D]"), np.array([[1, 2], [2, 1]])
        after, later = MONDAY, dt.date(2021, 8, 3)
        assert CHINA.nth_workday_after(days, n).tolist() == [[after, later], [later, after]]

    def test_are_left_as_they_were(self) -> None:
        n = np.array([1, 2], np.uint8)
        CHINA.nth_workday_after([FRIDAY, MONDAY], n)
        assert n.tolist() == [1, 2]

    def test_that_lead_out_of_the_calendar_are_unknown(self) -> None:
        first, last = CHINA.coverage
        assert CHINA.nth_workday_after([last, dt.date(2026, 12, 30)], 1).tolist() == [None, last]
        assert CHINA.nth_workday_before([first, dt.date(2004, 1, 3)], 1).tolist() == [
            None,
            dt.date(2004, 1, 2),
        ]


class TestTheEdges:
    def test_the_first_working_day_is_no_unknown_one(self) -> None:
        edge = np.array([CHINA.coverage[0]], "M8[D]")
        for answer in (CHINA.roll_forward(edge), CHINA.nth_workday_after(edge, 1)):
            assert answer.tolist() == [dt.date(2004, 1, 2)]
            assert answer.mask is np.ma.nomask
        assert CHINA.workdays_between(edge, edge).mask is np.ma.nomask
        assert CHINA.roll_back(np.array(["2004-01-02"], "M8[D]")).mask is np.ma.nomask


class TestSuspensions:
    """Working days of ``(start, end]``; from FRIDAY to 2021-08-13 there are ten."""

    END = dt.date(2021, 8, 13)

    def _elapsed(self, *suspended: tuple[Any, Any]) -> Any:
        return CHINA.elapsed_workdays([FRIDAY], [self.END], suspended)

    def test_of_nothing_leave_every_day(self) -> None:
        answer = self._elapsed()
        assert answer.tolist() == [10]
        assert answer.dtype == np.int32

    @pytest.mark.parametrize(
        "pair",
        [([None], [dt.date(2021, 8, 4)]), ([MONDAY], [None]), ([None], [None])],
        ids=["no first day", "no last day", "neither"],
    )
    def test_with_a_day_missing_hold_nothing(self, pair: tuple[Any, Any]) -> None:
        assert self._elapsed(pair).tolist() == [10]
        assert self._elapsed(pair, (MONDAY, MONDAY)).tolist() == [9]
        assert self._elapsed((MONDAY, MONDAY), pair).tolist() == [9]

    def test_that_reach_out_of_the_calendar_hold_the_days_in_it(self) -> None:
        assert self._elapsed((LONG_AGO, MONDAY)).tolist() == [9]
        assert self._elapsed((self.END, FAR_OFF)).tolist() == [9]
        assert self._elapsed((LONG_AGO, LONG_AGO), (FAR_OFF, FAR_OFF)).tolist() == [10]

    def test_do_not_make_an_unknown_row_known(self) -> None:
        starts, ends = [None, FRIDAY, LONG_AGO, FRIDAY], [FRIDAY, None, FRIDAY, FAR_OFF]
        for pair in ((MONDAY, MONDAY), (LONG_AGO, FAR_OFF), (FAR_OFF, FAR_OFF)):
            assert CHINA.elapsed_workdays(starts, ends, [pair]).tolist() == [None] * 4

    def test_that_overlap_count_once_in_whatever_order(self) -> None:
        one, other = (MONDAY, dt.date(2021, 8, 5)), (dt.date(2021, 8, 4), dt.date(2021, 8, 6))
        inner = (dt.date(2021, 8, 3), dt.date(2021, 8, 3))
        assert self._elapsed(one, other, inner).tolist() == [5]
        assert self._elapsed(inner, other, one).tolist() == [5]
        assert self._elapsed((MONDAY, MONDAY), one).tolist() == [6]

    def test_known_in_every_row_leave_no_mask(self) -> None:
        assert self._elapsed((MONDAY, MONDAY)).mask is np.ma.nomask


class TestThreads:
    """Long columns are shared among as many threads as they fill, and short ones among none."""

    @pytest.mark.parametrize(
        ("processors", "rows", "threads"),
        [(4, 400, 4), (4, 250, 2), (2, 400, 2), (4, 150, None), (1, 400, None), (None, 400, None)],
    )
    def test_are_as_many_as_processors_and_rows_allow(
        self, processors: int | None, rows: int, threads: int | None, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        asked: list[int | None] = []

        class Pool(ThreadPoolExecutor):
            def __init__(self, max_workers: int | None = None) -> None:
                asked.append(max_workers)
                super().__init__(max_workers)

        monkeypatch.setattr(arrays, "ThreadPoolExecutor", Pool)
        monkeypatch.setattr(arrays, "_ROWS_A_THREAD", 100)
        monkeypatch.setattr(arrays, "_CHUNK", 16)
        monkeypatch.setattr("os.cpu_count", lambda: processors)
        answer = CHINA.workdays_between(np.full(rows, FRIDAY, "M8[D]"), MONDAY)
        assert answer.tolist() == [1] * rows
        assert asked == ([] if threads is None else [threads])
