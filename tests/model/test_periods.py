"""Lengths of time: two kinds of days that never mix, months and years, intervals (期间)."""

from __future__ import annotations

import operator
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.model.told import Refusal
from wushan_plan.errors import CountError, DefinitionError
from wushan_plan.model.periods import CalendarDays, Interval, Months, WorkingDays, Years
from wushan_plan.testing import spans

counts = st.integers(-1000, 1000)
FIRST = date(2021, 9, 24)


class TestWholeDays:
    """A number of days is whole; nothing that only looks like one is taken."""

    @pytest.mark.parametrize("kind", [WorkingDays, CalendarDays])
    @pytest.mark.parametrize("value", [1.0, "1", True, None])
    def test_what_is_no_int_is_refused(self, kind: type[WorkingDays], value: Any) -> None:
        Refusal(
            CountError, value, f"{kind.__name__}(days=…)", "a whole number of days", "Give an int."
        ).is_met_by(lambda: kind(value))

    @given(counts)
    def test_any_int_is_taken_and_given_back(self, days: int) -> None:
        assert (int(WorkingDays(days)), int(CalendarDays(days))) == (days, days)

    @given(counts)
    def test_only_no_days_are_false(self, days: int) -> None:
        assert bool(WorkingDays(days)) == bool(CalendarDays(days)) == (days != 0)


class TestDaysOfOneKind:
    """Days of one kind are added, taken away and ordered as their numbers are."""

    @given(counts, counts, st.sampled_from([WorkingDays, CalendarDays]))
    def test_a_sum_is_of_the_same_kind(self, one: int, other: int, kind: type[WorkingDays]) -> None:
        total = kind(one) + kind(other)
        assert (type(total), total.days) == (kind, one + other)

    @given(counts, counts, st.sampled_from([WorkingDays, CalendarDays]))
    def test_a_difference_is_of_the_same_kind(self, one: int, other: int, kind: type[WorkingDays]) -> None:
        left = kind(one) - kind(other)
        assert (type(left), left.days) == (kind, one - other)

    @given(counts, counts)
    def test_the_order_is_that_of_the_numbers(self, one: int, other: int) -> None:
        assert (WorkingDays(one) < WorkingDays(other)) == (one < other)


class TestDaysOfTwoKinds:
    """Working days and calendar days are never equal, ordered or reckoned together."""

    @given(counts)
    def test_are_never_equal(self, days: int) -> None:
        one, other = WorkingDays(days), CalendarDays(days)
        assert {one, other} - {one} == {other}

    @pytest.mark.parametrize("reckon", [operator.add, operator.sub, operator.lt])
    @pytest.mark.parametrize("other", [CalendarDays(1), 1])
    def test_are_not_reckoned_together(self, reckon: Callable[[Any, Any], object], other: object) -> None:
        for one, two in ((WorkingDays(1), other), (other, WorkingDays(1))):
            with pytest.raises(TypeError):
                reckon(one, two)


class TestMonthsAndYears:
    """A period by months or years is a whole number of them, from 1."""

    @pytest.mark.parametrize(("kind", "name"), [(Months, "months"), (Years, "years")])
    @pytest.mark.parametrize("value", [0, -1, 1.0, "2", True])
    def test_other_numbers_are_refused(self, kind: Callable[[Any], object], name: str, value: Any) -> None:
        where = f"{name.capitalize()}({name}=…)"
        Refusal(
            CountError, value, where, "a whole number of them, 1 or more", "Give an int from 1."
        ).is_met_by(lambda: kind(value))

    def test_one_is_taken(self) -> None:
        assert (Months(1).months, Years(1).years) == (1, 1)


class TestIntervals:
    """An interval holds its first day, its last day, and every day between them."""

    def test_that_ends_before_it_begins_is_refused(self) -> None:
        before = FIRST - timedelta(1)
        Refusal(
            DefinitionError,
            (FIRST, before),
            "Interval",
            "cannot end before it begins",
            "Swap the two days.",
            "期间的末日早于首日，请把两个日期对调",
        ).is_met_by(lambda: Interval(FIRST, before))

    def test_may_be_a_single_day(self) -> None:
        assert Interval(FIRST, FIRST).length == CalendarDays(1)

    @given(spans())
    def test_holds_both_its_ends_and_no_day_beyond(self, ends: tuple[date, date]) -> None:
        (first, last), day = ends, timedelta(1)
        interval = Interval(first, last)
        assert [one in interval for one in (first - day, first, last, last + day)] == [
            False,
            True,
            True,
            False,
        ]

    @given(spans())
    def test_is_as_long_as_it_holds_days(self, ends: tuple[date, date]) -> None:
        interval = Interval(*ends)
        days = (ends[0] + timedelta(number) for number in range(500))
        assert interval.length == CalendarDays(sum(1 for day in days if day in interval))
