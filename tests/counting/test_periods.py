"""Periods: how long, until when, and which days counted."""

from __future__ import annotations

import datetime as dt
import itertools
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.calendar.oracle import every_day, is_workday
from wushan_plan import CHINA, CalendarDays, Interval, WorkingDays
from wushan_plan.counting.periods import Counted, Due, day_by_day, due, elapsed, merged
from wushan_plan.errors import CountError, DateTypeError, FactError, OutOfCoverageError
from wushan_plan.model.periods import Months, Years
from wushan_plan.testing import (
    TimeLimitCase,
    calendar_day_counts,
    covered_dates,
    rest_days,
    spans,
    suspended_intervals,
    time_limit_cases,
    working_day_counts,
)

Limit = WorkingDays | CalendarDays
LIMITS: st.SearchStrategy[Limit] = st.one_of(working_day_counts(most=20), calendar_day_counts(most=30))
UNITS: st.SearchStrategy[type[WorkingDays] | type[CalendarDays]] = st.sampled_from(
    [WorkingDays, CalendarDays]
)
SEPTEMBER_24 = dt.date(2021, 9, 24)
ONE_DAY = dt.timedelta(days=1)


def _day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def _counted(start: dt.date, end: dt.date, unit: type[Limit], suspended: tuple[Interval, ...]) -> int:
    """The days of ``(start, end]`` that count, one by one, over another project's calendar."""
    return sum(
        (unit is CalendarDays or is_workday(day)) and not any(day in stop for stop in suspended)
        for day in every_day(start, end)
        if day > start
    )


class TestMerged:
    """Suspended intervals become an ordered list without overlap, and no day is lost or added."""

    @given(suspended_intervals(_day("2021-09-01"), _day("2021-10-31")))
    def test_holds_the_same_days(self, suspended: tuple[Interval, ...]) -> None:
        joined = merged(suspended)
        for day in every_day(_day("2021-08-31"), _day("2021-11-01")):
            assert any(day in one for one in joined) is any(day in one for one in suspended)

    @given(suspended_intervals(_day("2021-09-01"), _day("2021-10-31"), most=8))
    def test_is_in_order_with_a_free_day_between_any_two(self, suspended: tuple[Interval, ...]) -> None:
        joined = merged(suspended)
        for one, next_one in itertools.pairwise(joined):
            assert one.last + ONE_DAY < next_one.first

    @given(suspended_intervals(_day("2021-09-01"), _day("2021-10-31")))
    def test_twice_is_merging_once(self, suspended: tuple[Interval, ...]) -> None:
        assert merged(merged(suspended)) == merged(suspended)

    @given(suspended_intervals(_day("2021-09-01"), _day("2021-10-31")), st.randoms())
    def test_does_not_depend_on_the_order_given(
        self, suspended: tuple[Interval, ...], chance: random.Random
    ) -> None:
        shuffled = list(suspended)
        chance.shuffle(shuffled)
        assert merged(shuffled) == merged(suspended)

    def test_joins_intervals_that_touch(self) -> None:
        joined = merged([(_day("2021-09-27"), _day("2021-09-28")), (_day("2021-09-29"), _day("2021-09-30"))])
        assert joined == (Interval(_day("2021-09-27"), _day("2021-09-30")),)

    def test_takes_pairs_and_intervals_and_datetimes(self) -> None:
        day = dt.datetime(2021, 9, 27, 15, 30)
        assert merged([(day, day), Interval(day.date(), day.date())]) == (Interval(day.date(), day.date()),)

    def test_of_nothing_is_nothing(self) -> None:
        assert merged(()) == ()

    def test_keeps_intervals_that_reach_to_the_ends_of_time(self) -> None:
        ends = [
            (dt.date.min, _day("2021-09-27")),
            (_day("2021-10-08"), dt.date.max),
            (dt.date.max, dt.date.max),
        ]
        assert merged(ends) == (
            Interval(dt.date.min, _day("2021-09-27")),
            Interval(_day("2021-10-08"), dt.date.max),
        )

    def test_refuses_an_interval_that_ends_before_it_begins(self) -> None:
        with pytest.raises(FactError, match="a suspension cannot end before it begins"):
            merged([(_day("2021-09-30"), _day("2021-09-27"))])

    @pytest.mark.parametrize("entry", [_day("2021-09-27"), (), (_day("2021-09-27"),), None])
    def test_refuses_what_is_no_pair(self, entry: object) -> None:
        with pytest.raises(FactError, match="a suspension has a first and a last day"):
            merged([entry])  # type: ignore[list-item]  # what is refused

    @pytest.mark.parametrize("pair", [("2021-09-27", "2021-09-30"), (_day("2021-09-27"), None)])
    def test_refuses_what_is_no_date(self, pair: tuple[dt.date, dt.date]) -> None:
        with pytest.raises(DateTypeError, match=r"^suspended: "):
            merged([pair])


class TestElapsed:
    """The days of (start, end] that are of the unit and not suspended."""

    @given(time_limit_cases(), UNITS)
    def test_equals_a_walk_day_by_day(self, case: TimeLimitCase, unit: type[Limit]) -> None:
        end = case.end or case.start
        found = elapsed(CHINA, case.start, end, unit, merged(case.suspended))
        assert found == unit(_counted(case.start, end, unit, case.suspended))

    @given(spans(), UNITS)
    def test_is_zero_under_a_suspension_of_everything(
        self, span: tuple[dt.date, dt.date], unit: type[Limit]
    ) -> None:
        always = (Interval(dt.date.min, dt.date.max),)
        assert elapsed(CHINA, *span, unit, always) == unit(0)

    @given(spans(), UNITS)
    def test_ignores_suspensions_up_to_the_start_and_after_the_end(
        self, span: tuple[dt.date, dt.date], unit: type[Limit]
    ) -> None:
        start, end = span
        outside = (Interval(start - 9 * ONE_DAY, start), Interval(end + ONE_DAY, end + 9 * ONE_DAY))
        assert elapsed(CHINA, start, end, unit, outside) == elapsed(CHINA, start, end, unit)

    @given(time_limit_cases())
    def test_in_working_days_never_exceeds_calendar_days(self, case: TimeLimitCase) -> None:
        end, stops = case.end or case.start, merged(case.suspended)
        working = elapsed(CHINA, case.start, end, WorkingDays, stops)
        assert working.days <= elapsed(CHINA, case.start, end, CalendarDays, stops).days

    @given(spans())
    def test_in_calendar_days_is_the_difference_of_the_dates(self, span: tuple[dt.date, dt.date]) -> None:
        start, end = span
        assert elapsed(CHINA, start, end, CalendarDays) == CalendarDays((end - start).days)


class TestDue:
    """A period ends on the first day whose count reaches the limit; a calendar-day period rolls."""

    @given(time_limit_cases(), working_day_counts(most=20))
    def test_in_working_days_is_the_first_day_that_reaches_the_limit(
        self, case: TimeLimitCase, limit: WorkingDays
    ) -> None:
        found = due(CHINA, case.start, limit, merged(case.suspended))
        assert _counted(case.start, found.date, WorkingDays, case.suspended) == limit.days
        assert _counted(case.start, found.date - ONE_DAY, WorkingDays, case.suspended) == limit.days - 1

    @given(time_limit_cases(), calendar_day_counts(most=30))
    def test_in_calendar_days_is_that_day_before_it_rolls(
        self, case: TimeLimitCase, limit: CalendarDays
    ) -> None:
        found = due(CHINA, case.start, limit, merged(case.suspended))
        ended = found.rolled_from or found.date
        assert _counted(case.start, ended, CalendarDays, case.suspended) == limit.days
        assert _counted(case.start, ended - ONE_DAY, CalendarDays, case.suspended) == limit.days - 1

    @given(time_limit_cases(), calendar_day_counts(most=30))
    def test_in_calendar_days_rolls_to_the_nearest_working_day_that_is_not_suspended(
        self, case: TimeLimitCase, limit: CalendarDays
    ) -> None:
        found = due(CHINA, case.start, limit, merged(case.suspended))
        ended = found.rolled_from or found.date
        possible = (
            day
            for day in every_day(ended)
            if is_workday(day) and not any(day in stop for stop in case.suspended)
        )
        assert found.date == next(possible)

    @given(time_limit_cases(), LIMITS)
    def test_is_a_working_day_on_which_the_clock_runs(self, case: TimeLimitCase, limit: Limit) -> None:
        found = due(CHINA, case.start, limit, merged(case.suspended))
        assert is_workday(found.date)
        assert not any(found.date in stop for stop in case.suspended)

    @given(time_limit_cases(), working_day_counts(most=20))
    def test_in_working_days_never_rolls(self, case: TimeLimitCase, limit: WorkingDays) -> None:
        assert due(CHINA, case.start, limit, merged(case.suspended)).rolled_from is None

    @given(time_limit_cases(), LIMITS)
    def test_is_never_earlier_for_a_suspension(self, case: TimeLimitCase, limit: Limit) -> None:
        plain = due(CHINA, case.start, limit)
        assert due(CHINA, case.start, limit, merged(case.suspended)).date >= plain.date

    @given(time_limit_cases(), LIMITS, st.integers(0, 3))
    def test_is_never_earlier_for_one_suspension_more(
        self, case: TimeLimitCase, limit: Limit, left_out: int
    ) -> None:
        fewer = case.suspended[:left_out] + case.suspended[left_out + 1 :]
        with_all = due(CHINA, case.start, limit, merged(case.suspended))
        assert with_all.date >= due(CHINA, case.start, limit, merged(fewer)).date

    @given(covered_dates(last=dt.date(2026, 6, 30)), LIMITS)
    def test_is_later_for_a_longer_limit_or_the_same(self, start: dt.date, limit: Limit) -> None:
        one_more = type(limit)(limit.days + 1)
        assert due(CHINA, start, one_more).date >= due(CHINA, start, limit).date

    @given(covered_dates(last=dt.date(2026, 6, 30)), LIMITS)
    def test_without_suspension_is_a_plain_count(self, start: dt.date, limit: Limit) -> None:
        found = due(CHINA, start, limit)
        if isinstance(limit, WorkingDays):
            assert found.date == CHINA.nth_workday_after(start, limit.days)
        else:
            assert found.date == CHINA.roll_forward(start + limit.days * ONE_DAY)

    @given(covered_dates(), st.sampled_from([WorkingDays(0), CalendarDays(0)]))
    def test_of_a_zero_limit_is_the_starting_day_even_on_a_rest_day(
        self, start: dt.date, limit: Limit
    ) -> None:
        assert due(CHINA, start, limit) == Due(start, rolled_from=None)

    @given(covered_dates(last=dt.date(2026, 6, 30)), calendar_day_counts(most=30))
    def test_says_what_it_rolled_from_exactly_when_it_rolled(
        self, start: dt.date, limit: CalendarDays
    ) -> None:
        last = start + limit.days * ONE_DAY
        rolled_from = due(CHINA, start, limit).rolled_from
        assert rolled_from == (None if is_workday(last) else last)

    def test_twenty_days_over_the_national_day_of_2021_roll_to_1008(self) -> None:
        # 09-17 + 20 days is 10-07, the last day of the holiday.
        assert due(CHINA, _day("2021-09-17"), CalendarDays(20)) == Due(_day("2021-10-08"), _day("2021-10-07"))

    def test_twenty_days_to_a_make_up_saturday_do_not_roll(self) -> None:
        assert due(CHINA, _day("2021-09-19"), CalendarDays(20)) == Due(_day("2021-10-09"))

    def test_a_roll_passes_over_suspended_working_days(self) -> None:
        # 09-11 + 20 days is 10-01; 10-08 is suspended; Saturday 10-09 is worked.
        stop = merged([(_day("2021-10-08"), _day("2021-10-08"))])
        assert due(CHINA, _day("2021-09-11"), CalendarDays(20), stop) == Due(
            _day("2021-10-09"), _day("2021-10-01")
        )

    def test_a_suspension_may_push_the_end_into_the_next_suspension(self) -> None:
        # 09-26 counts, 27 and 28 do not, 29 counts, 30 does not, 10-08 is the third.
        stops = merged([(_day("2021-09-27"), _day("2021-09-28")), (_day("2021-09-30"), _day("2021-09-30"))])
        assert due(CHINA, SEPTEMBER_24, WorkingDays(3), stops) == Due(_day("2021-10-08"))

    @pytest.mark.parametrize("limit", [WorkingDays(9), CalendarDays(20), WorkingDays(1), CalendarDays(1)])
    def test_under_a_suspension_without_end_leaves_the_calendar(self, limit: Limit) -> None:
        with pytest.raises(OutOfCoverageError):
            due(CHINA, SEPTEMBER_24, limit, (Interval(SEPTEMBER_24, dt.date.max),))

    @pytest.mark.parametrize("limit", [WorkingDays(1), CalendarDays(1), CalendarDays(10**9)])
    def test_after_the_last_covered_day_is_not_guessed(self, limit: Limit) -> None:
        with pytest.raises(OutOfCoverageError, match="2026-12-31"):
            due(CHINA, dt.date(2026, 12, 31), limit)


class TestDayByDay:
    """Every day of a span is shown once, and the numbers agree with the count."""

    @given(time_limit_cases(), UNITS)
    def test_shows_every_day_once_and_in_order(self, case: TimeLimitCase, unit: type[Limit]) -> None:
        end = case.end or case.start
        shown = list(day_by_day(CHINA, case.start, end, unit, merged(case.suspended)))
        assert [one.day.date for one in shown] == list(every_day(case.start, end))

    @given(time_limit_cases(), UNITS)
    def test_begins_with_the_start_and_shows_it_nowhere_else(
        self, case: TimeLimitCase, unit: type[Limit]
    ) -> None:
        shown = list(day_by_day(CHINA, case.start, case.end or case.start, unit, merged(case.suspended)))
        assert [one.how is Counted.START for one in shown] == [True] + [False] * (len(shown) - 1)

    @given(time_limit_cases(), UNITS)
    def test_numbers_the_counted_days_from_one_to_what_elapsed(
        self, case: TimeLimitCase, unit: type[Limit]
    ) -> None:
        end, stops = case.end or case.start, merged(case.suspended)
        shown = list(day_by_day(CHINA, case.start, end, unit, stops))
        numbers = [one.number for one in shown if one.how is Counted.COUNTED]
        assert numbers == list(range(1, elapsed(CHINA, case.start, end, unit, stops).days + 1))
        assert all(one.number is None for one in shown if one.how is not Counted.COUNTED)

    @given(time_limit_cases(), UNITS)
    def test_says_of_each_day_why_it_does_not_count(self, case: TimeLimitCase, unit: type[Limit]) -> None:
        stops = merged(case.suspended)
        for one in list(day_by_day(CHINA, case.start, case.end or case.start, unit, stops))[1:]:
            suspended = any(one.day.date in stop for stop in stops)
            assert (one.how is Counted.SUSPENDED) is suspended
            if one.how is Counted.REST:
                assert unit is WorkingDays
                assert not is_workday(one.day.date)

    @given(time_limit_cases(), LIMITS)
    def test_up_to_the_deadline_ends_with_the_last_allowed_day(
        self, case: TimeLimitCase, limit: Limit
    ) -> None:
        stops = merged(case.suspended)
        found = due(CHINA, case.start, limit, stops)
        shown = list(
            day_by_day(CHINA, case.start, found.date, type(limit), stops, rolled_from=found.rolled_from)
        )
        numbers = [one.number for one in shown if one.number is not None]
        assert numbers[-1] == limit.days
        assert (shown[-1].how is Counted.ROLLED) is (found.rolled_from is not None)

    def test_shows_a_rolled_period_as_counted_then_rolled(self) -> None:
        found = due(CHINA, _day("2021-09-30"), CalendarDays(2))
        shown = day_by_day(CHINA, _day("2021-09-30"), found.date, CalendarDays, rolled_from=found.rolled_from)
        assert [(one.how, one.number) for one in shown] == [
            (Counted.START, None),
            (Counted.COUNTED, 1),
            (Counted.COUNTED, 2),
            *[(Counted.ROLLED, None)] * 6,
        ]


class TestTheStart:
    """Counting begins on the next day, whatever the starting day is."""

    @given(rest_days(first=dt.date(2005, 1, 1), last=dt.date(2026, 6, 30)), working_day_counts(most=20))
    def test_on_a_rest_day_is_as_on_the_working_day_before(self, start: dt.date, limit: WorkingDays) -> None:
        assert due(CHINA, start, limit) == due(CHINA, CHINA.roll_back(start), limit)

    @given(time_limit_cases(), st.integers(0, 10), LIMITS)
    def test_is_never_due_earlier_for_being_later(self, case: TimeLimitCase, days: int, limit: Limit) -> None:
        stops = merged(case.suspended)
        later = due(CHINA, case.start + days * ONE_DAY, limit, stops)
        assert later.date >= due(CHINA, case.start, limit, stops).date


class TestMonthsAndYears:
    """民法典 202: the corresponding day, or the month's last day where there is none; 203: it rolls."""

    @pytest.mark.parametrize(
        ("start", "limit", "last"),
        [
            ("2021-01-15", Months(1), "2021-02-18"),  # 02-15 lies in the Spring Festival
            ("2021-01-31", Months(1), "2021-03-01"),  # 02-28 is a Sunday
            ("2021-03-31", Months(1), "2021-04-30"),
            ("2020-02-29", Years(1), "2021-03-01"),  # 2021-02-28 is a Sunday
            ("2021-06-30", Months(6), "2021-12-30"),
            ("2021-09-09", Months(1), "2021-10-09"),  # a Saturday that is worked
        ],
    )
    def test_corresponding_days(self, start: str, limit: Months | Years, last: str) -> None:
        assert due(CHINA, dt.date.fromisoformat(start), limit).date == dt.date.fromisoformat(last)

    @pytest.mark.parametrize("number", [0, -1, 1.5, True])
    def test_a_number_below_one_or_in_between_is_refused(self, number: object) -> None:
        with pytest.raises(CountError):
            Months(number)  # type: ignore[arg-type]  # what is refused
        with pytest.raises(CountError):
            Years(number)  # type: ignore[arg-type]  # what is refused
