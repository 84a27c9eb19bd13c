"""Between which days a provisional deadline may truly fall (暂定截止日的范围).

Past the last notice the festivals are known and their arrangement is not. A notice may make a few
weekend days near each festival worked, and a few weekdays near it free. The bounds below are the
largest that any yearly notice since 2014 has used; that the next ones will keep to them is an
inference. A one-off change during a year (2015, 2019, 2020) is foretold by nothing.
"""

from __future__ import annotations

import datetime as dt

from wushan_plan.calendar.days import DayKind
from wushan_plan.counting.periods import Due, due
from wushan_plan.counting.workday_calendar import WorkdayCalendar
from wushan_plan.errors import OutOfCoverageError
from wushan_plan.model.periods import Days, Interval, WorkingDays

_REACH = dt.timedelta(days=14)
_MOST_MADE_UP = 2
_MOST_FREED = 4


def due_range(
    calendar: WorkdayCalendar,
    start: dt.date,
    limit: Days,
    found: Due,
    suspended: tuple[Interval, ...] = (),
) -> Interval | None:
    """The days between which the true last day lies; ``None`` when the answer is settled.

    Both ends are included. The latest day is the last one covered where the range would leave the
    calendar.
    """
    if found.date <= calendar.days.settled_to or limit.days == 0:
        return None
    if not isinstance(limit, WorkingDays):
        last = found.rolled_from or found.date
        count = _festivals(calendar, last, found.date)
        return Interval(last if count else found.date, _later(calendar, found.date, count * _MOST_FREED))
    count = _festivals(calendar, start, found.date)
    earliest = _earliest(calendar, start, limit.days, count * _MOST_MADE_UP, suspended)
    latest = found.date
    # Freed days push the end on, which may bring another festival within reach.
    while True:
        count = _festivals(calendar, start, latest)
        further = _later(calendar, found.date, count * _MOST_FREED)
        if further == latest:
            return Interval(earliest, further)
        latest = further


def _earliest(
    calendar: WorkdayCalendar, start: dt.date, days: int, made_up: int, suspended: tuple[Interval, ...]
) -> dt.date:
    """The first day that could be the last one, if ``made_up`` weekend days were worked."""
    if days > made_up:
        return due(calendar, start, WorkingDays(days - made_up), suspended).date
    # All of them could be weekend days right after the start; only the festivals stay free.
    date = start
    while days > 0:
        date += dt.timedelta(days=1)
        free = calendar.day(date).kind is DayKind.HOLIDAY or any(date in one for one in suspended)
        days -= not free
    return date


def _festivals(calendar: WorkdayCalendar, start: dt.date, end: dt.date) -> int:
    """How many unsettled festivals lie within reach of ``[start, end]``."""
    near = {
        (day.name, day.date.year)
        for day in calendar.days.special.values()
        if day.provisional and day.kind is DayKind.HOLIDAY and start - _REACH <= day.date <= end + _REACH
    }
    return len(near)


def _later(calendar: WorkdayCalendar, date: dt.date, workdays: int) -> dt.date:
    if workdays == 0:
        return date
    try:
        return calendar.nth_workday_after(date, workdays)
    except OutOfCoverageError:
        return calendar.days.last
