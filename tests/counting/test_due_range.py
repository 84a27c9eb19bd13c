"""Between which days a provisional deadline may truly fall.

Around 春节 2027 (02-05 to 02-08, a weekend among them) two weekend days may be worked and four weekdays off,
around 清明节 (04-05) and 中秋节 (09-15), which lie on weekdays, two and two; the nearest weekdays, and
weekend days at most 14 days away.
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
            # 02-12 is the fourth weekday after 春节 and may be off, 02-15 may not.
            ("2027-02-11", ("2027-02-12", "2027-02-12", "2027-02-15")),
            ("2027-02-12", ("2027-02-15", "2027-02-13", "2027-02-15")),
            # Before it too, and then the festival is off anyway.
            ("2027-01-29", ("2027-02-01", "2027-01-30", "2027-02-09")),
            ("2027-01-28", ("2027-01-29", "2027-01-29", "2027-01-29")),
        ],
    )
    def test_may_end_later_by_the_weekdays_that_may_be_off(
        self, start: str, expected: tuple[str, str, str]
    ) -> None:
        assert _range(start, WorkingDays(1)) == expected

    @pytest.mark.parametrize(
        ("start", "expected"),
        [
            # 02-21 is 13 days after 春节, 02-27 is 19; 03-27 is 9 days before 清明节, 03-20 is 16.
            ("2027-02-19", ("2027-02-22", "2027-02-20", "2027-02-22")),
            ("2027-02-20", ("2027-02-22", "2027-02-21", "2027-02-22")),
            ("2027-02-26", ("2027-03-01", "2027-03-01", "2027-03-01")),
            ("2027-03-19", ("2027-03-22", "2027-03-22", "2027-03-22")),
            ("2027-03-26", ("2027-03-29", "2027-03-27", "2027-03-29")),
        ],
    )
    def test_may_end_earlier_by_the_weekend_days_that_may_be_worked(
        self, start: str, expected: tuple[str, str, str]
    ) -> None:
        assert _range(start, WorkingDays(1)) == expected

    def test_count_two_weekend_days_for_a_festival_and_no_third(self) -> None:
        # 09-11, 09-12, 09-18 and 09-19 may all be worked for 中秋节, two of them at once.
        assert _range("2027-09-10", WorkingDays(2)) == ("2027-09-14", "2027-09-12", "2027-09-17")
        assert _range("2027-09-10", WorkingDays(5)) == ("2027-09-20", "2027-09-16", "2027-09-22")

    def test_charge_a_day_to_the_festival_whose_days_end_first(self) -> None:
        # 04-17 and 04-18 may be worked for 清明节 as well as for 劳动节, 04-24 for 劳动节 alone.
        found = _range("2027-04-16", WorkingDays(7))
        assert found is not None
        assert found[:2] == ("2027-04-27", "2027-04-23")
        found = _range("2027-04-16", WorkingDays(9))
        assert found is not None
        assert found[:2] == ("2027-04-29", "2027-04-25")

    @pytest.mark.parametrize("n", range(1, 40))
    def test_never_end_sooner_than_as_many_calendar_days_on(self, n: int) -> None:
        for start in (dt.date(2027, 1, 1) + dt.timedelta(days=k) for k in range(0, 365, 3)):
            within = due_range(FURTHER, start, WorkingDays(n), due(FURTHER, start, WorkingDays(n)))
            assert within is not None
            assert within.first >= start + dt.timedelta(days=n)

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
        assert found[:2] == ("2027-09-22", "2027-09-18")

    def test_may_not_last_by_a_suspended_day_that_may_be_off(self) -> None:
        # 09-13 and 09-14 could be off for 中秋节; suspended anyway, they leave 09-16 and 09-17 to be so.
        found = _range("2027-09-10", WorkingDays(1), ("2027-09-11", "2027-09-14"))
        assert found == ("2027-09-16", "2027-09-16", "2027-09-20")

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

    def test_end_on_a_weekend_day_that_may_be_worked_or_after_days_that_may_be_off(self) -> None:
        # 2027-02-13 is a Saturday after 春节; 02-07 is a day of it, and 02-09 to 02-12 may be off too.
        assert _range("2027-02-12", CalendarDays(1)) == ("2027-02-15", "2027-02-13", "2027-02-15")
        assert _range("2027-02-06", CalendarDays(1)) == ("2027-02-09", "2027-02-09", "2027-02-15")

    def test_that_end_on_a_working_day_are_in_doubt_where_it_may_be_off(self) -> None:
        assert _range("2027-02-10", CalendarDays(1)) == ("2027-02-11", "2027-02-11", "2027-02-15")
        assert _range("2027-02-14", CalendarDays(1)) == ("2027-02-15",) * 3

    def test_do_not_end_on_a_suspended_day(self) -> None:
        # 02-13 is the last day, and rolls; 02-15 is suspended and so is 02-14, which may be worked.
        found = _range("2027-02-12", CalendarDays(1), ("2027-02-14", "2027-02-15"))
        assert found == ("2027-02-16", "2027-02-13", "2027-02-16")
