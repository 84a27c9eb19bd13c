"""Between which days a provisional deadline may truly fall.

Around each unsettled festival in reach (14 days), two weekend days may be worked and four weekdays free.
"""

from __future__ import annotations

import datetime as dt

import pytest

from wushan_plan import CHINA, WorkdayCalendar
from wushan_plan.counting.periods import Due, due
from wushan_plan.counting.uncertainty import due_range
from wushan_plan.model.periods import CalendarDays, Days, Interval, WorkingDays

FURTHER = CHINA.provisional(dt.date(2029, 12, 31))


def _day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def _range(
    start: str, limit: Days, *suspended: tuple[str, str], calendar: WorkdayCalendar = FURTHER
) -> tuple[str, str, str] | None:
    """The deadline, the first and the last day it may fall on."""
    intervals = tuple(Interval(_day(first), _day(last)) for first, last in suspended)
    found = due(calendar, _day(start), limit, intervals)
    within = due_range(calendar, _day(start), limit, found, intervals)
    return None if within is None else (str(found.date), str(within.first), str(within.last))


class TestWithoutDoubt:
    def test_is_a_deadline_on_the_last_settled_day(self) -> None:
        last = dt.date(2026, 12, 31)
        assert due_range(FURTHER, dt.date(2026, 12, 30), WorkingDays(1), Due(last)) is None

    def test_is_a_limit_of_no_days(self) -> None:
        assert _range("2027-10-01", WorkingDays(0)) is None
        assert _range("2027-10-01", CalendarDays(0)) is None


class TestWorkingDays:
    @pytest.mark.parametrize(
        ("start", "expected"),
        [
            # 春节 ends on 02-08, 清明 is on 04-05: each exactly 14 days away, then 15.
            ("2027-02-22", ("2027-02-23", "2027-02-23", "2027-03-01")),
            ("2027-02-23", ("2027-02-24", "2027-02-24", "2027-02-24")),
            ("2027-03-19", ("2027-03-22", "2027-03-20", "2027-03-26")),
            ("2027-03-18", ("2027-03-19", "2027-03-19", "2027-03-19")),
        ],
    )
    def test_are_in_doubt_within_fourteen_days_of_a_festival(
        self, start: str, expected: tuple[str, str, str]
    ) -> None:
        assert _range(start, WorkingDays(1)) == expected

    def test_may_end_on_weekend_days_worked_before_a_festival(self) -> None:
        # Two weekend days for 中秋 (09-15). Four free days lead to 09-21, from where 国庆 is in reach:
        # four more.
        assert _range("2027-09-10", WorkingDays(2)) == ("2027-09-14", "2027-09-12", "2027-09-27")

    def test_may_not_end_on_the_festival_itself(self) -> None:
        found = _range("2027-09-14", WorkingDays(2))
        assert found is not None
        assert found[:2] == ("2027-09-17", "2027-09-17")

    def test_may_not_end_on_a_suspended_weekend(self) -> None:
        found = _range("2027-09-10", WorkingDays(2), ("2027-09-11", "2027-09-12"))
        assert found is not None
        assert found[:2] == ("2027-09-14", "2027-09-14")

    def test_may_not_end_on_a_suspended_working_day(self) -> None:
        found = _range("2027-09-10", WorkingDays(5), ("2027-09-13", "2027-09-14"))
        assert found is not None
        assert found[:2] == ("2027-09-22", "2027-09-16")

    def test_are_not_in_doubt_for_festivals_that_are_settled(self) -> None:
        # From after the National Day of 2026 into 2027: New Year alone is open.
        found = _range("2026-10-09", WorkingDays(70))
        assert found is not None
        assert dt.date.fromisoformat(found[1]) == FURTHER.nth_workday_after(dt.date(2026, 10, 9), 68)

    def test_are_not_in_doubt_for_the_days_of_one_office(self) -> None:
        office = FURTHER.with_office_days("甲局", [dt.date(2027, 7, 14)])
        assert _range("2027-07-12", WorkingDays(3), calendar=office) == ("2027-07-16",) * 3

    def test_may_last_to_the_end_of_the_calendar(self) -> None:
        short = CHINA.provisional(dt.date(2027, 2, 12))
        found = _range("2027-02-03", WorkingDays(2), calendar=short)
        assert found is not None
        assert found[2] == "2027-02-12"


class TestCalendarDays:
    def test_far_from_festivals_roll_to_one_day_and_no_other(self) -> None:
        assert _range("2027-07-30", CalendarDays(1)) == ("2027-08-02",) * 3

    def test_near_a_festival_may_end_unrolled_or_four_working_days_later(self) -> None:
        # 2027-09-18 is a Saturday, three days after 中秋; 国庆 is 13 days on: twice four days.
        assert _range("2027-09-17", CalendarDays(1)) == ("2027-09-20", "2027-09-18", "2027-09-30")
