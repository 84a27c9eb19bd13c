"""Counting working days, checked against a walk day by day over another project's calendar."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.calendar.oracle import every_day, is_workday, workdays_in
from wushan_plan import CHINA
from wushan_plan.errors import CountError
from wushan_plan.testing import covered_dates, rest_days, spans, workdays

FIRST, LAST = CHINA.coverage
ONE_DAY = dt.timedelta(days=1)
# Days from which any count drawn below stays covered, in either direction.
INSIDE = covered_dates(first=dt.date(2005, 1, 1), last=dt.date(2025, 12, 31))
COUNTS = st.integers(1, 100)


class TestCounting:
    """The starting day is not counted; the last day is (民法典 201)."""

    @given(spans())
    def test_equals_a_walk_day_by_day(self, span: tuple[dt.date, dt.date]) -> None:
        assert CHINA.workdays_between(*span) == workdays_in(*span)

    def test_equals_a_walk_over_the_whole_calendar(self) -> None:
        total = 0
        for day in every_day():
            total += day > FIRST and is_workday(day)
            assert CHINA.workdays_between(FIRST, day) == total

    @given(covered_dates())
    def test_of_a_day_to_itself_is_zero(self, day: dt.date) -> None:
        assert CHINA.workdays_between(day, day) == 0

    @given(covered_dates(), covered_dates())
    def test_backwards_is_the_negative_of_forwards(self, start: dt.date, end: dt.date) -> None:
        assert CHINA.workdays_between(end, start) == -CHINA.workdays_between(start, end)

    @given(covered_dates(), covered_dates(), covered_dates())
    def test_over_a_stop_on_the_way_adds_up(self, start: dt.date, stop: dt.date, end: dt.date) -> None:
        there = CHINA.workdays_between(start, stop)
        on = CHINA.workdays_between(stop, end)
        assert CHINA.workdays_between(start, end) == there + on

    @given(covered_dates(), covered_dates(last=LAST - ONE_DAY))
    def test_to_the_next_day_is_one_more_exactly_when_that_is_a_working_day(
        self, start: dt.date, end: dt.date
    ) -> None:
        step = CHINA.workdays_between(start, end + ONE_DAY) - CHINA.workdays_between(start, end)
        assert step == (1 if CHINA.is_workday(end + ONE_DAY) else 0)

    @given(spans())
    def test_never_exceeds_the_calendar_days(self, span: tuple[dt.date, dt.date]) -> None:
        start, end = span
        assert 0 <= CHINA.workdays_between(start, end) <= (end - start).days

    @given(rest_days(first=FIRST + ONE_DAY), covered_dates())
    def test_from_a_rest_day_is_as_from_the_day_before(self, start: dt.date, end: dt.date) -> None:
        assert CHINA.workdays_between(start, end) == CHINA.workdays_between(start - ONE_DAY, end)


class TestALimitReadByCount:
    """不超过N includes N."""

    @given(spans(longest=40), st.integers(-1, 30))
    def test_holds_up_to_and_including_the_limit(self, span: tuple[dt.date, dt.date], most: int) -> None:
        assert CHINA.within_workdays(*span, most) is (workdays_in(*span) <= most)

    @pytest.mark.parametrize("most", [9.0, True, "9", None])
    def test_refuses_a_limit_that_is_no_whole_number(self, most: object) -> None:
        with pytest.raises(CountError, match="a limit is a whole number of working days"):
            CHINA.within_workdays(dt.date(2021, 9, 24), dt.date(2021, 10, 12), most)  # type: ignore[call-overload]


class TestTheNthWorkingDayAfter:
    """Counting begins on the next day, whether it is worked or not."""

    @given(INSIDE, COUNTS)
    def test_is_a_working_day_with_that_count(self, day: dt.date, n: int) -> None:
        found = CHINA.nth_workday_after(day, n)
        assert CHINA.is_workday(found)
        assert CHINA.workdays_between(day, found) == n

    @given(INSIDE, COUNTS)
    def test_is_the_earliest_day_with_that_count(self, day: dt.date, n: int) -> None:
        found = CHINA.nth_workday_after(day, n)
        assert workdays_in(day, found - ONE_DAY) == n - 1

    @given(INSIDE, COUNTS, COUNTS)
    def test_can_be_reached_in_two_steps(self, day: dt.date, a: int, b: int) -> None:
        halfway = CHINA.nth_workday_after(day, a)
        assert CHINA.nth_workday_after(halfway, b) == CHINA.nth_workday_after(day, a + b)

    @given(INSIDE, COUNTS)
    def test_comes_later_for_a_larger_count(self, day: dt.date, n: int) -> None:
        assert CHINA.nth_workday_after(day, n) < CHINA.nth_workday_after(day, n + 1)

    @given(spans(longest=10, first=dt.date(2005, 1, 1), last=dt.date(2025, 12, 31)), COUNTS)
    def test_never_comes_earlier_for_a_later_start(self, span: tuple[dt.date, dt.date], n: int) -> None:
        earlier, later = span
        assert CHINA.nth_workday_after(earlier, n) <= CHINA.nth_workday_after(later, n)

    @given(rest_days(first=dt.date(2005, 1, 1), last=dt.date(2025, 12, 31)), COUNTS)
    def test_after_a_rest_day_is_as_after_the_day_before(self, day: dt.date, n: int) -> None:
        assert CHINA.nth_workday_after(day, n) == CHINA.nth_workday_after(day - ONE_DAY, n)


class TestTheNthWorkingDayBefore:
    """Before is the mirror image of after."""

    @given(INSIDE, COUNTS)
    def test_is_a_working_day_that_many_before(self, day: dt.date, n: int) -> None:
        found = CHINA.nth_workday_before(day, n)
        assert CHINA.is_workday(found)
        assert workdays_in(found - ONE_DAY, day - ONE_DAY) == n

    @given(workdays(first=dt.date(2005, 1, 1), last=dt.date(2025, 12, 31)), COUNTS)
    def test_undoes_the_nth_after_from_a_working_day(self, day: dt.date, n: int) -> None:
        assert CHINA.nth_workday_before(CHINA.nth_workday_after(day, n), n) == day
        assert CHINA.nth_workday_after(CHINA.nth_workday_before(day, n), n) == day

    @given(rest_days(first=dt.date(2005, 1, 1), last=dt.date(2025, 12, 31)), COUNTS)
    def test_undoes_the_nth_after_from_a_rest_day_up_to_rolling(self, day: dt.date, n: int) -> None:
        assert CHINA.nth_workday_before(CHINA.nth_workday_after(day, n), n) == CHINA.roll_back(day)
        assert CHINA.nth_workday_after(CHINA.nth_workday_before(day, n), n) == CHINA.roll_forward(day)

    @given(INSIDE, COUNTS, COUNTS)
    def test_can_be_reached_in_two_steps(self, day: dt.date, a: int, b: int) -> None:
        halfway = CHINA.nth_workday_before(day, a)
        assert CHINA.nth_workday_before(halfway, b) == CHINA.nth_workday_before(day, a + b)

    @given(INSIDE, COUNTS)
    def test_after_and_before_enclose_the_day(self, day: dt.date, n: int) -> None:
        assert CHINA.nth_workday_before(day, n) < day < CHINA.nth_workday_after(day, n)


class TestRolling:
    """A rest day rolls to the nearest working day of its direction; a working day stays."""

    @given(workdays())
    def test_leaves_a_working_day_where_it_is(self, day: dt.date) -> None:
        assert CHINA.roll_forward(day) == CHINA.roll_back(day) == day

    @given(INSIDE)
    def test_twice_is_rolling_once(self, day: dt.date) -> None:
        forward, back = CHINA.roll_forward(day), CHINA.roll_back(day)
        assert CHINA.roll_forward(forward) == forward
        assert CHINA.roll_back(back) == back

    @given(INSIDE)
    def test_forward_finds_the_nearest_working_day(self, day: dt.date) -> None:
        rolled = CHINA.roll_forward(day)
        assert rolled == next(later for later in every_day(day) if is_workday(later))

    @given(INSIDE)
    def test_back_finds_the_nearest_working_day(self, day: dt.date) -> None:
        rolled = CHINA.roll_back(day)
        assert is_workday(rolled)
        assert rolled <= day
        assert not any(is_workday(passed) for passed in every_day(rolled + ONE_DAY, day))

    @given(INSIDE)
    def test_forward_never_changes_the_count_by_more_than_the_day_it_lands_on(self, day: dt.date) -> None:
        assume(not CHINA.is_workday(day))
        assert CHINA.workdays_between(day, CHINA.roll_forward(day)) == 1
        assert CHINA.workdays_between(CHINA.roll_back(day), day) == 0


class TestTheNumber:
    """The n-th working day is counted from one, in whole days."""

    @pytest.mark.parametrize("n", [0, -1, -(10**30), 1.0, 1.5, True, False, "1", None, float("nan")])
    def test_is_refused_with_a_hint_to_roll(self, n: object) -> None:
        day = dt.date(2021, 9, 24)
        with pytest.raises(CountError, match=r"counted from 1, in whole days.*use roll_forward\(date\)"):
            CHINA.nth_workday_after(day, n)
        with pytest.raises(CountError, match=r"counted from 1, in whole days.*use roll_back\(date\)"):
            CHINA.nth_workday_before(day, n)

    def test_is_a_value_error_that_keeps_the_number(self) -> None:
        with pytest.raises(ValueError, match=r"^n: 0: ") as caught:
            CHINA.nth_workday_after(dt.date(2021, 9, 24), 0)
        assert isinstance(caught.value, CountError)
        assert caught.value.value == 0


class TestThreeWeeksOfAutumn2021:
    """Hand-counted: 09-26 and 10-09 are worked, 10-01 to 10-07 are off."""

    def test_the_ninth_working_day_after_friday_0924_is_1012(self) -> None:
        assert CHINA.nth_workday_after(dt.date(2021, 9, 24), 9) == dt.date(2021, 10, 12)

    def test_eleven_working_days_lead_to_1014(self) -> None:
        assert CHINA.workdays_between(dt.date(2021, 9, 24), dt.date(2021, 10, 14)) == 11

    def test_the_holiday_week_rolls_to_friday_1008(self) -> None:
        rolled = {CHINA.roll_forward(day) for day in every_day(dt.date(2021, 10, 1), dt.date(2021, 10, 8))}
        assert rolled == {dt.date(2021, 10, 8)}

    def test_the_make_up_saturday_does_not_roll(self) -> None:
        assert CHINA.roll_forward(dt.date(2021, 10, 9)) == dt.date(2021, 10, 9)
