"""Working days, calendar days and intervals are types of their own."""

from __future__ import annotations

import datetime as dt
import operator
import pickle
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wushan_plan import CalendarDays, Interval, WorkingDays
from wushan_plan.errors import CountError, DefinitionError
from wushan_plan.testing import calendar_day_counts, covered_dates, spans, working_day_counts

NUMBERS = st.integers(-1000, 1000)
ORDER = [operator.lt, operator.le, operator.gt, operator.ge]
TYPES = [WorkingDays, CalendarDays]


class TestTwoTypes:
    """Working days and calendar days are never equal, never ordered, never added."""

    @given(NUMBERS)
    def test_are_never_equal(self, number: int) -> None:
        working: object = WorkingDays(number)
        assert working != CalendarDays(number)

    @given(NUMBERS)
    def test_are_never_equal_to_a_number(self, number: int) -> None:
        working: object = WorkingDays(number)
        calendar: object = CalendarDays(number)
        assert working != number
        assert calendar != number
        assert number not in {working, calendar}

    @given(NUMBERS)
    def test_are_two_keys_of_a_dictionary(self, number: int) -> None:
        assert len({WorkingDays(number), CalendarDays(number)}) == 2

    @pytest.mark.parametrize("compare", ORDER)
    @pytest.mark.parametrize(
        ("left", "right"),
        [
            (WorkingDays(1), CalendarDays(2)),
            (CalendarDays(1), WorkingDays(2)),
            (WorkingDays(1), 2),
            (2, WorkingDays(1)),
            (CalendarDays(1), 2.0),
        ],
    )
    def test_are_never_ordered(
        self, compare: Callable[[object, object], bool], left: object, right: object
    ) -> None:
        with pytest.raises(TypeError):
            compare(left, right)

    @pytest.mark.parametrize("combine", [operator.add, operator.sub])
    @pytest.mark.parametrize(
        ("left", "right"),
        [(WorkingDays(1), CalendarDays(2)), (WorkingDays(1), 2), (2, CalendarDays(1))],
    )
    def test_are_never_added_or_subtracted(
        self, combine: Callable[[object, object], object], left: object, right: object
    ) -> None:
        with pytest.raises(TypeError):
            combine(left, right)


class TestOneType:
    """Within one type, lengths compare and add as their numbers do."""

    @pytest.mark.parametrize("kind", TYPES)
    @given(a=NUMBERS, b=NUMBERS)
    def test_compares_as_numbers_do(
        self, kind: type[WorkingDays] | type[CalendarDays], a: int, b: int
    ) -> None:
        assert (kind(a) == kind(b)) is (a == b)
        for compare in ORDER:
            assert compare(kind(a), kind(b)) is compare(a, b)

    @given(a=working_day_counts(), b=working_day_counts())
    def test_adds_working_days(self, a: WorkingDays, b: WorkingDays) -> None:
        assert a + b == WorkingDays(a.days + b.days)
        assert a + b - b == a

    @given(a=calendar_day_counts(), b=calendar_day_counts())
    def test_adds_calendar_days(self, a: CalendarDays, b: CalendarDays) -> None:
        assert a + b == CalendarDays(a.days + b.days)
        assert a + b - b == a

    @pytest.mark.parametrize("kind", TYPES)
    def test_is_true_unless_it_is_zero(self, kind: type[WorkingDays] | type[CalendarDays]) -> None:
        assert (bool(kind(0)), bool(kind(1)), bool(kind(-1))) == (False, True, True)

    @pytest.mark.parametrize("kind", TYPES)
    def test_gives_its_number_when_asked(self, kind: type[WorkingDays] | type[CalendarDays]) -> None:
        assert (int(kind(9)), kind(9).days) == (9, 9)

    @pytest.mark.parametrize("kind", TYPES)
    @pytest.mark.parametrize("value", [1.0, 1.5, True, "9", None, WorkingDays(1), float("nan")])
    def test_refuses_what_is_no_whole_number(
        self, kind: type[WorkingDays] | type[CalendarDays], value: object
    ) -> None:
        with pytest.raises(CountError, match=rf"^{kind.__name__}\(days=…\): .*a whole number of days"):
            kind(value)  # type: ignore[arg-type]  # what is refused

    @pytest.mark.parametrize("kind", TYPES)
    def test_cannot_be_changed(self, kind: type[WorkingDays] | type[CalendarDays]) -> None:
        with pytest.raises(AttributeError):
            kind(9).days = 8  # type: ignore[misc]  # what is refused

    @pytest.mark.parametrize("kind", TYPES)
    def test_survives_pickling(self, kind: type[WorkingDays] | type[CalendarDays]) -> None:
        assert pickle.loads(pickle.dumps(kind(9))) == kind(9)


class TestInterval:
    """An interval holds both its ends."""

    @given(spans(), covered_dates())
    def test_holds_the_days_from_first_to_last(self, span: tuple[dt.date, dt.date], day: dt.date) -> None:
        first, last = span
        interval = Interval(first, last)
        assert first in interval
        assert last in interval
        assert (day in interval) is (first <= day <= last)

    @given(spans())
    def test_is_as_long_as_the_days_it_holds(self, span: tuple[dt.date, dt.date]) -> None:
        first, last = span
        assert Interval(first, last).length == CalendarDays((last - first).days + 1)

    def test_of_one_day_has_length_one(self) -> None:
        day = dt.date(2021, 9, 24)
        assert Interval(day, day).length == CalendarDays(1)

    @given(spans())
    def test_cannot_end_before_it_begins(self, span: tuple[dt.date, dt.date]) -> None:
        first, last = span
        with pytest.raises(DefinitionError, match="an interval cannot end before it begins"):
            Interval(last + dt.timedelta(days=1), first)
