"""Between which days a provisional deadline may truly fall (暂定截止日的范围).

Past the last notice the festivals are known and their arrangement is not. What a notice may still
change around each of them is the calendar's to say (``calendar.arrangement``). A period ends earliest
if all the weekend days are worked that may be, and latest if all the weekdays are off that may be.
A one-off change during a year (2015, 2019, 2020) is foretold by nothing.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from wushan_plan.calendar.awaited import Swing
from wushan_plan.counting.periods import Due
from wushan_plan.counting.workday_calendar import WorkdayCalendar
from wushan_plan.model.periods import Days, Interval, WorkingDays

_ONE_DAY = dt.timedelta(days=1)


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
    if isinstance(limit, WorkingDays):
        before, days = start, limit.days
    else:
        # The period's own last day is certain; it ends on the first working day from there on.
        before, days = (found.rolled_from or found.date) - _ONE_DAY, 1
    return Interval(_earliest(calendar, before, days, suspended), _latest(calendar, before, days, suspended))


class _Allowance:
    """How many of some days may still be changed, taken one after another in order of date (余量)."""

    def __init__(self, swings: Iterable[Swing]) -> None:
        # In order of date. A day that two festivals could change is charged to the first of them, whose
        # days end first, which leaves the most for later days.
        self._swings = tuple(swings)
        self._left = [swing.most for swing in self._swings]

    def take(self, date: dt.date) -> bool:
        """Whether ``date`` may be changed beside those taken before it; then it is taken."""
        for number, swing in enumerate(self._swings):
            if self._left[number] and date in swing.days:
                self._left[number] -= 1
                return True
        return False


def _earliest(
    calendar: WorkdayCalendar, start: dt.date, days: int, suspended: tuple[Interval, ...]
) -> dt.date:
    """The last day of ``days`` working days after ``start`` if as many weekend days as may be are worked."""
    allowance = _Allowance(one.worked for one in calendar.days.awaited)
    date = start
    while days:
        date += _ONE_DAY
        if any(date in one for one in suspended):
            continue
        days -= calendar.is_workday(date) or allowance.take(date)
    return date


def _latest(calendar: WorkdayCalendar, start: dt.date, days: int, suspended: tuple[Interval, ...]) -> dt.date:
    """The last day of ``days`` working days after ``start`` if as many weekdays as may be are off."""
    allowance = _Allowance(one.freed for one in calendar.days.awaited)
    date = start
    while days and date < calendar.days.last:
        date += _ONE_DAY
        if any(date in one for one in suspended):
            continue
        days -= calendar.is_workday(date) and not allowance.take(date)
    return date
