"""The tables that columns are counted by, and calendars that are short or very long."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pytest

from wushan_plan import CHINA, DayKind, WorkdayCalendar
from wushan_plan.calendar.table import DayTable
from wushan_plan.counting.arrays import ArrayCounter
from wushan_plan.counting.periods import Counted, day_by_day, due
from wushan_plan.model.periods import CalendarDays, WorkingDays

MONDAY = dt.date(2001, 1, 1)


def _plain(first: dt.date, last: dt.date) -> DayTable:
    """Weekdays and weekends alone."""
    return DayTable(first, last, {}, last)


def _with_workdays(number: int) -> DayTable:
    """Begins on a Monday and ends on its last working day."""
    weeks, days = divmod(number - 1, 5)
    return _plain(MONDAY, MONDAY + dt.timedelta(days=7 * weeks + days))


class TestTheTables:
    def test_count_the_working_days_up_to_each_day_between_two_sentinels(self) -> None:
        counter = ArrayCounter.of(_plain(dt.date(1970, 1, 5), dt.date(1970, 1, 11)))
        assert counter.rank.tolist() == [-1] * 4 + [1, 2, 3, 4, 5, 5, 5] + [-1]
        assert counter.workdays.tolist() == [4, 5, 6, 7, 8]

    def test_cannot_be_written_to(self) -> None:
        counter = ArrayCounter.of(CHINA.days)
        assert (counter.rank.flags.writeable, counter.workdays.flags.writeable) == (False, False)

    @pytest.mark.parametrize(("workdays", "kind"), [(32_767, np.int16), (32_768, np.int32)])
    def test_are_as_narrow_as_their_counts_allow(self, workdays: int, kind: type[np.generic]) -> None:
        rank = ArrayCounter.of(_with_workdays(workdays)).rank
        assert rank.dtype == kind
        assert rank[-2] == workdays


class TestANewCalendar:
    """One that was never asked anything answers its first question as all others."""

    FRIDAY, SATURDAY, SUNDAY = dt.date(2021, 9, 24), dt.date(2021, 9, 25), dt.date(2021, 9, 26)

    def test_answers_columns_of_every_question(self) -> None:
        new = WorkdayCalendar(CHINA.days)
        days = [self.FRIDAY, self.SATURDAY, self.SUNDAY]
        assert new.is_workday(days).tolist() == [True, False, True]
        assert new.roll_forward(days).tolist() == [self.FRIDAY, self.SUNDAY, self.SUNDAY]
        assert new.roll_back(days).tolist() == [self.FRIDAY, self.FRIDAY, self.SUNDAY]
        assert new.workdays_between(days, self.SUNDAY).tolist() == [1, 1, 0]

    def test_answers_single_days(self) -> None:
        assert WorkdayCalendar(CHINA.days).nth_workday_after(self.FRIDAY, 1) == self.SUNDAY
        assert WorkdayCalendar(CHINA.days).nth_workday_before(self.SUNDAY, 1) == self.FRIDAY
        assert WorkdayCalendar(CHINA.days).is_workday(self.SUNDAY)
        assert WorkdayCalendar(CHINA.days).workdays_between(self.FRIDAY, self.SUNDAY) == 1


class TestALongCalendar:
    def test_is_counted_past_the_range_of_narrow_tables(self) -> None:
        days = _with_workdays(40_000)
        long = WorkdayCalendar(days)
        assert long.workdays_between([MONDAY], days.last).tolist() == [39_999]
        assert long.nth_workday_after([MONDAY], 39_999).tolist() == [days.last]


class TestAShortCalendar:
    def test_of_one_working_day_answers_for_it_alone(self) -> None:
        one = WorkdayCalendar(_plain(MONDAY, MONDAY))
        days = [MONDAY, MONDAY - dt.timedelta(days=1), MONDAY + dt.timedelta(days=1)]
        assert one.is_workday(days).tolist() == [True, None, None]
        assert one.roll_forward(days).tolist() == [MONDAY, None, None]
        assert one.roll_back(days).tolist() == [MONDAY, None, None]
        assert one.nth_workday_before(days, 1).tolist() == [None] * 3
        assert one.nth_workday_after(days, 1).tolist() == [None] * 3

    def test_without_a_working_day_has_none(self) -> None:
        weekend = WorkdayCalendar(_plain(dt.date(2021, 9, 25), dt.date(2021, 9, 26)))
        assert weekend.is_workday(dt.date(2021, 9, 25)) is False
        assert weekend.workdays_between(dt.date(2021, 9, 25), dt.date(2021, 9, 26)) == 0


class TestPeriods:
    def test_of_calendar_days_may_end_on_the_last_covered_day(self) -> None:
        last = CHINA.coverage[1]
        assert due(CHINA, last - dt.timedelta(days=20), CalendarDays(20)).date == last

    def test_show_each_day_with_what_it_is_and_what_became_of_it(self) -> None:
        start, end = dt.date(2021, 9, 30), dt.date(2021, 10, 9)
        shown = list(day_by_day(CHINA, start, end, WorkingDays))
        assert [one.day for one in shown] == [CHINA.day(one.day.date) for one in shown]
        assert [one.how for one in shown] == [Counted.START, *[Counted.REST] * 7, *[Counted.COUNTED] * 2]

    def test_show_the_days_they_roll_over_with_what_they_are(self) -> None:
        start, ended, end = dt.date(2021, 9, 30), dt.date(2021, 10, 1), dt.date(2021, 10, 8)
        shown = list(day_by_day(CHINA, start, end, CalendarDays, rolled_from=ended))
        assert [one.how for one in shown] == [Counted.START, Counted.COUNTED, *[Counted.ROLLED] * 7]
        assert [one.day.kind for one in shown[2:]] == [DayKind.HOLIDAY] * 6 + [DayKind.WORKDAY]
