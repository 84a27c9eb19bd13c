"""The strategies that downstream projects import draw what they promise."""

from __future__ import annotations

import datetime as dt
import importlib
import sys

import attrs
import pytest
from hypothesis import find, given
from hypothesis import strategies as st

import wushan_plan.testing
from wushan_plan import CHINA, PLAN, Commitment, DayKind, Interval, Notice, WorkdayCalendar, WorkingDays
from wushan_plan.errors import MissingExtraError, OutOfCoverageError
from wushan_plan.model.criteria import TimeLimit
from wushan_plan.testing import (
    TimeLimitCase,
    calendar_day_counts,
    covered_dates,
    rest_days,
    spans,
    suspended_intervals,
    time_limit_cases,
    workdays,
    working_day_counts,
)

FIRST, LAST = CHINA.coverage
TIMED = [target for target in PLAN.targets.values() if isinstance(target.criterion, TimeLimit)]
LATER: WorkdayCalendar = CHINA.with_notice(Notice(2027, "示例〔2026〕1号", holidays={}))


class TestDays:
    @given(covered_dates())
    def test_covered_dates_are_covered(self, day: dt.date) -> None:
        assert FIRST <= day <= LAST

    @given(workdays())
    def test_workdays_are_worked(self, day: dt.date) -> None:
        assert CHINA.is_workday(day)

    @given(rest_days())
    def test_rest_days_are_not_worked(self, day: dt.date) -> None:
        assert not CHINA.is_workday(day)

    @given(covered_dates(first=dt.date(2021, 9, 1), last=dt.date(2021, 10, 31)))
    def test_bounds_are_kept(self, day: dt.date) -> None:
        assert dt.date(2021, 9, 1) <= day <= dt.date(2021, 10, 31)

    @pytest.mark.parametrize(
        "kind", [DayKind.WORKDAY, DayKind.MAKE_UP_WORKDAY, DayKind.WEEKEND, DayKind.HOLIDAY]
    )
    def test_every_kind_of_day_is_drawn(self, kind: DayKind) -> None:
        assert CHINA.day(find(covered_dates(), lambda day: CHINA.day(day).kind is kind)).kind is kind

    def test_another_calendar_can_be_given(self) -> None:
        assert find(covered_dates(LATER), lambda day: day.year == 2027) > LAST

    @pytest.mark.parametrize("strategy", [covered_dates, workdays, rest_days, spans])
    def test_bounds_outside_the_calendar_are_refused(self, strategy: object) -> None:
        assert callable(strategy)
        with pytest.raises(OutOfCoverageError):
            strategy(last=dt.date(2027, 1, 1))


class TestLengths:
    @given(spans(longest=30))
    def test_spans_run_forwards_and_are_not_too_long(self, span: tuple[dt.date, dt.date]) -> None:
        start, end = span
        assert FIRST <= start <= end <= LAST
        assert (end - start).days <= 30

    @given(working_day_counts(2, 5), calendar_day_counts(2, 5))
    def test_counts_have_their_own_types(self, working: object, calendar: object) -> None:
        assert working != calendar
        assert isinstance(working, WorkingDays)
        assert 2 <= working.days <= 5

    @given(suspended_intervals(dt.date(2021, 9, 1), dt.date(2021, 9, 30), most=3, longest=5))
    def test_suspended_intervals_keep_to_their_bounds(self, suspended: tuple[Interval, ...]) -> None:
        assert len(suspended) <= 3
        for one in suspended:
            assert dt.date(2021, 9, 1) <= one.first <= one.last <= dt.date(2021, 9, 30)
            assert one.length.days <= 5


class TestTimeLimitCases:
    @given(time_limit_cases(), st.sampled_from(TIMED))
    def test_can_be_judged_by_any_target_with_a_time_limit(
        self, case: TimeLimitCase, target: Commitment
    ) -> None:
        verdict = target.evaluate(**case.arguments)  # type: ignore[arg-type]  # keywords of evaluate
        assert verdict.deadline is not None
        assert verdict.deadline.start == case.start

    @given(time_limit_cases(longest=20))
    def test_end_on_or_after_their_start_and_are_not_too_long(self, case: TimeLimitCase) -> None:
        assert case.end is None or 0 <= (case.end - case.start).days <= 20

    @pytest.mark.parametrize(
        "wanted",
        [
            lambda case: case.end is None,
            lambda case: case.end == case.start,
            lambda case: case.end is not None and case.end > case.as_of,
            lambda case: case.as_of < case.start,
            lambda case: len(case.suspended) > 1,
            lambda case: not CHINA.is_workday(case.start),
        ],
        ids=["open", "same day", "finished after as_of", "not begun", "suspended twice", "from a rest day"],
    )
    def test_come_in_every_shape(self, wanted: object) -> None:
        assert callable(wanted)
        assert wanted(find(time_limit_cases(), wanted))

    def test_cannot_be_changed(self) -> None:
        case = TimeLimitCase(FIRST, None, FIRST)
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            case.end = FIRST  # type: ignore[misc]  # what is refused


def test_every_public_name_is_documented() -> None:
    for name in wushan_plan.testing.__all__:
        assert (getattr(wushan_plan.testing, name).__doc__ or "").strip(), name


def test_without_hypothesis_the_import_names_the_extra_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "wushan_plan.testing")
    monkeypatch.setitem(sys.modules, "hypothesis", None)
    with pytest.raises(MissingExtraError, match=r'pip install "wushan-plan\[test\]"') as caught:
        importlib.import_module("wushan_plan.testing")
    assert caught.value.value == "hypothesis"
    assert isinstance(caught.value, ImportError)
