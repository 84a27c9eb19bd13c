"""Whole columns are counted as single dates are, and what is unknown is never a number."""

from __future__ import annotations

import datetime as dt
from typing import Any

import numpy as np
import pandas as pd
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wushan_plan import CHINA
from wushan_plan.counting import arrays
from wushan_plan.counting.periods import elapsed, merged
from wushan_plan.errors import CountError, DateTypeError, DefinitionError, OutOfCoverageError
from wushan_plan.model.periods import Interval, WorkingDays

FIRST, LAST = CHINA.coverage
ANY_DAY = st.none() | st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31)) | st.dates(FIRST, LAST)
COLUMNS = st.lists(st.tuples(ANY_DAY, ANY_DAY), max_size=30)


def _scalar(function: Any, *arguments: Any) -> Any:
    """What single dates give; ``None`` where one is missing or the calendar does not reach."""
    if any(argument is None for argument in arguments):
        return None
    try:
        return function(*arguments)
    except OutOfCoverageError:
        return None


def _listed(answer: Any) -> list[Any]:
    if isinstance(answer, (np.ma.MaskedArray, pl.Series)):
        return list(answer.tolist() if isinstance(answer, np.ma.MaskedArray) else answer.to_list())
    return [None if pd.isna(value) else value.date() if isinstance(value, pd.Timestamp) else value
            for value in answer.tolist()]  # fmt: skip


def _numpy(days: list[dt.date | None], unit: str = "D") -> np.ndarray[Any, Any]:
    return np.array(days, f"M8[{unit}]") if days else np.array([], f"M8[{unit}]")


def _pandas(days: list[dt.date | None]) -> Any:
    return pd.Series(_numpy(days, "s"))


def _polars(days: list[dt.date | None]) -> Any:
    return pl.Series("day", days, pl.Date)


KINDS = [_numpy, _pandas, _polars, list]


@pytest.mark.parametrize("kind", KINDS)
class TestEveryKindOfColumn:
    """Scalar and column answer alike, coverage edges and missing dates included."""

    @given(pairs=COLUMNS)
    def test_counts(self, kind: Any, pairs: list[tuple[Any, Any]]) -> None:
        starts, ends = [a for a, _ in pairs], [b for _, b in pairs]
        answer = CHINA.workdays_between(kind(starts), kind(ends))
        assert _listed(answer) == [_scalar(CHINA.workdays_between, a, b) for a, b in pairs]

    @given(days=st.lists(ANY_DAY, max_size=30), n=st.integers(1, 6000))
    def test_nth_after_and_before(self, kind: Any, days: list[Any], n: int) -> None:
        after, before = CHINA.nth_workday_after(kind(days), n), CHINA.nth_workday_before(kind(days), n)
        assert _listed(after) == [_scalar(CHINA.nth_workday_after, day, n) for day in days]
        assert _listed(before) == [_scalar(CHINA.nth_workday_before, day, n) for day in days]

    @given(days=st.lists(ANY_DAY, max_size=30))
    def test_is_workday_and_rolling(self, kind: Any, days: list[Any]) -> None:
        for function in (CHINA.is_workday, CHINA.roll_forward, CHINA.roll_back):
            assert _listed(function(kind(days))) == [_scalar(function, day) for day in days]

    @given(pairs=COLUMNS, most=st.integers(0, 60))
    def test_within_a_limit(self, kind: Any, pairs: list[tuple[Any, Any]], most: int) -> None:
        starts, ends = [a for a, _ in pairs], [b for _, b in pairs]
        answer = CHINA.within_workdays(kind(starts), kind(ends), most)
        assert _listed(answer) == [_scalar(CHINA.within_workdays, a, b, most) for a, b in pairs]


class TestKinds:
    def test_numpy_answers_in_int32(self) -> None:
        answer = CHINA.workdays_between(_numpy([dt.date(2021, 9, 24)]), dt.date(2021, 10, 14))
        assert answer.dtype == np.int32
        assert answer.mask is np.ma.nomask

    def test_a_masked_answer_hides_no_number(self) -> None:
        answer = CHINA.workdays_between(_numpy([None]), dt.date(2021, 10, 14))
        assert answer.mask.all()
        assert answer.data.tolist() == [0]

    def test_pandas_keeps_index_and_name(self) -> None:
        starts = pd.Series([pd.Timestamp("2021-09-24"), pd.NaT], index=["a", "b"], name="start")
        answer = CHINA.workdays_between(starts, dt.date(2021, 10, 14))
        assert (answer.index.tolist(), answer.name, str(answer.dtype)) == (["a", "b"], "start", "Int32")

    def test_pandas_with_a_zone_counts_shanghai_dates(self) -> None:
        starts = pd.Series(pd.to_datetime(["2021-10-08 20:00"])).dt.tz_localize("UTC")  # the 9th in Shanghai
        assert CHINA.workdays_between(starts, dt.date(2021, 10, 11)).tolist() == [1]

    def test_pandas_arrow_dates_are_dates(self) -> None:
        starts = pd.Series([dt.date(2021, 9, 24), None], dtype="date32[pyarrow]")
        assert _listed(CHINA.workdays_between(starts, dt.date(2021, 10, 14))) == [11, None]

    def test_polars_datetimes_with_a_zone_count_shanghai_dates(self) -> None:
        starts = pl.Series("s", [dt.datetime(2021, 10, 8, 20, tzinfo=dt.UTC)])
        assert CHINA.workdays_between(starts, dt.date(2021, 10, 11)).to_list() == [1]

    @pytest.mark.parametrize("unit", ["D", "h", "s", "ms", "us", "ns", "M", "Y"])
    def test_every_unit_of_numpy_gives_its_day(self, unit: str) -> None:
        starts = np.array(["2021-01-01"], f"M8[{unit}]")
        assert CHINA.workdays_between(starts, dt.date(2021, 1, 4)).tolist() == [1]

    def test_times_before_1970_fall_on_their_own_day(self) -> None:
        assert CHINA.workdays_between(np.array(["1969-12-31T23:00"], "M8[h]"), dt.date(2021, 1, 4)).mask.all()

    def test_columns_are_broadcast(self) -> None:
        starts = _numpy([dt.date(2021, 9, 24), dt.date(2021, 9, 30)])[:, None]
        ends = _numpy([dt.date(2021, 10, 8), dt.date(2021, 10, 9), dt.date(2021, 10, 10)])[None, :]
        assert CHINA.workdays_between(starts, ends).tolist() == [[6, 7, 7], [1, 2, 2]]

    def test_a_masked_date_is_a_missing_one(self) -> None:
        starts = np.ma.MaskedArray(_numpy([dt.date(2021, 9, 24)] * 2), mask=[False, True])
        assert CHINA.workdays_between(starts, dt.date(2021, 10, 14)).tolist() == [11, None]

    def test_a_single_numpy_date_is_a_date(self) -> None:
        assert CHINA.workdays_between(np.datetime64("2021-09-24"), dt.date(2021, 10, 14)) == 11

    def test_more_rows_than_a_chunk_are_all_counted(self) -> None:
        starts = np.full(200_001, np.datetime64("2021-09-24"))
        starts[[70_000, 200_000]] = np.datetime64("NaT", "D")
        answer = CHINA.workdays_between(starts, dt.date(2021, 10, 14))
        assert answer.count() == 199_999
        assert answer.sum() == 11 * 199_999

    def test_each_row_may_have_its_own_number(self) -> None:
        answer = CHINA.nth_workday_after(dt.date(2021, 9, 30), np.array([1, 2, 3]))
        assert answer.tolist() == [dt.date(2021, 10, 8), dt.date(2021, 10, 9), dt.date(2021, 10, 11)]


class TestRefusals:
    @pytest.mark.parametrize(
        "column",
        [
            np.array([1, 2]),
            np.array(["2021-09-24"]),
            ["2021-09-24"],
            [20210924],
            [True],
            pd.Series(["2021-09-24"]),
            pd.Series([1]),
            pl.Series(["2021-09-24"]),
            pl.Series([1]),
        ],
    )
    def test_what_holds_no_dates(self, column: object) -> None:
        with pytest.raises(DateTypeError):
            CHINA.workdays_between(column, dt.date(2021, 10, 14))

    def test_columns_of_different_lengths(self) -> None:
        with pytest.raises(DefinitionError, match="same length"):
            CHINA.workdays_between([dt.date(2021, 9, 24)] * 2, [dt.date(2021, 9, 24)] * 3)

    @pytest.mark.parametrize("n", [0, -1, np.array([1, 0]), np.array([1.5]), 1.0])
    def test_numbers_below_one_or_in_between(self, n: object) -> None:
        with pytest.raises(CountError):
            CHINA.nth_workday_after([dt.date(2021, 9, 24)] * 2, n)


class TestSuspensions:
    """Suspensions in columns count as they do for one case."""

    DAYS = st.dates(dt.date(2021, 1, 1), dt.date(2021, 12, 31))
    INTERVALS = st.none() | st.tuples(DAYS, DAYS).map(sorted)

    @given(
        st.lists(st.tuples(st.tuples(DAYS, DAYS).map(sorted), INTERVALS, INTERVALS), min_size=1, max_size=10)
    )
    def test_like_one_by_one(self, rows: list[Any]) -> None:
        starts, ends = [row[0][0] for row in rows], [row[0][1] for row in rows]
        suspended = [
            ([row[k][0] if row[k] else None for row in rows], [row[k][1] if row[k] else None for row in rows])
            for k in (1, 2)
        ]
        expected = [
            elapsed(CHINA, start, end, WorkingDays,
                    merged(Interval(*one) for one in (first, second) if one)).days
            for (start, end), first, second in rows
        ]  # fmt: skip
        assert CHINA.elapsed_workdays(starts, ends, suspended).tolist() == expected

    def test_one_interval_for_all_rows(self) -> None:
        starts = _numpy([dt.date(2021, 9, 24), dt.date(2021, 9, 30)])
        answer = CHINA.elapsed_workdays(
            starts, dt.date(2021, 10, 14), [(dt.date(2021, 9, 28), dt.date(2021, 10, 8))]
        )
        assert answer.tolist() == [7, 5]

    def test_a_suspension_that_runs_backwards_makes_the_row_unknown(self) -> None:
        answer = CHINA.elapsed_workdays(
            [dt.date(2021, 9, 24)], dt.date(2021, 10, 14), [(dt.date(2021, 9, 30), dt.date(2021, 9, 28))]
        )
        assert answer.tolist() == [None]


class TestAlignment:
    def test_two_series_under_one_index_go_row_by_row(self) -> None:
        frame = pd.DataFrame({"s": pd.to_datetime(["2021-09-24", "2021-09-30"])})
        frame["e"] = pd.Timestamp("2021-10-14")
        assert CHINA.workdays_between(frame.s, frame.e).tolist() == [11, 6]

    def test_two_series_under_different_indexes_are_refused(self) -> None:
        frame = pd.DataFrame({"s": pd.to_datetime(["2021-09-30", "2021-09-24"])})
        with pytest.raises(DefinitionError, match="same index"):
            CHINA.workdays_between(frame.s.sort_values(), frame.s)

    def test_a_whole_frame_is_no_column(self) -> None:
        with pytest.raises(DateTypeError):
            CHINA.workdays_between(pd.DataFrame({"s": []}), dt.date(2021, 10, 14))


class TestThreads:
    """Long columns are shared among threads; the answer is that of one."""

    def test_every_row_is_answered_once_and_in_place(self, monkeypatch: pytest.MonkeyPatch) -> None:
        starts = _numpy([FIRST]) + (np.arange(20_000) % 8_000).astype("m8[D]")
        starts[[5, 12_345]] = np.datetime64("NaT", "D")
        ends, n = starts + np.timedelta64(30, "D"), np.arange(20_000) % 60 + 1
        alone = [CHINA.workdays_between(starts, ends), CHINA.nth_workday_after(starts, n),
                 CHINA.within_workdays(starts, ends, 20), CHINA.roll_forward(starts)]  # fmt: skip
        monkeypatch.setattr(arrays, "_CHUNK", 64)
        monkeypatch.setattr(arrays, "_ROWS_A_THREAD", 100)
        monkeypatch.setattr("os.cpu_count", lambda: 4)
        shared = [CHINA.workdays_between(starts, ends), CHINA.nth_workday_after(starts, n),
                  CHINA.within_workdays(starts, ends, 20), CHINA.roll_forward(starts)]  # fmt: skip
        for one, other in zip(alone, shared, strict=True):
            assert one.tolist() == other.tolist()
