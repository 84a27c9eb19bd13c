"""Periods of time: how long, until when, and which days counted (期间的计算).

民法典 201: the starting day is not counted. 民法典 203: a calendar-day period whose last day is a rest
day ends on the next working day. A working-day period ends on a working day by itself.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from enum import Enum

import attrs

from wushan_plan.calendar.dates import calendar_date
from wushan_plan.calendar.days import Day
from wushan_plan.counting.workday_calendar import WorkdayCalendar
from wushan_plan.errors import FactError
from wushan_plan.model.periods import CalendarDays, Days, Interval, Months, WorkingDays, Years
from wushan_plan.model.verdict import Suspension

_ONE_DAY = dt.timedelta(days=1)


def merged(suspended: Iterable[Suspension]) -> tuple[Interval, ...]:
    """The suspended intervals in order, overlapping and touching ones joined.

    Raises:
        FactError: for an interval that ends before it begins.
    """
    pairs = []
    for entry in suspended:
        first, last = (entry.first, entry.last) if isinstance(entry, Interval) else _pair(entry)
        first = calendar_date(first, where="suspended")
        last = calendar_date(last, where="suspended")
        if last < first:
            raise FactError(
                value=(str(first), str(last)),
                rule="a suspension cannot end before it begins.",
                where="suspended",
                remedy="Give (first day, last day), both included.",
                zh="中止期间的末日早于首日，请先写首日、后写末日",
            )
        pairs.append((first, last))
    joined: list[Interval] = []
    for first, last in sorted(pairs):
        if joined and (first - joined[-1].last).days <= 1:
            joined[-1] = Interval(joined[-1].first, max(last, joined[-1].last))
        else:
            joined.append(Interval(first, last))
    return tuple(joined)


def elapsed(
    calendar: WorkdayCalendar,
    start: dt.date,
    end: dt.date,
    unit: type[WorkingDays] | type[CalendarDays],
    suspended: tuple[Interval, ...] = (),
) -> Days:
    """The days of ``(start, end]`` that count: of that unit, and not suspended.

    Args:
        calendar: which days are working days.
        start: the starting day, not counted.
        end: the last day, counted; not before ``start``.
        unit: ``WorkingDays`` or ``CalendarDays``.
        suspended: as :func:`merged` returns them.
    """
    days = _span(calendar, start, end, unit)
    for interval in suspended:
        # The part of the suspension inside (start, end], as the half-open span before first.
        before = start if interval.first <= start else interval.first - _ONE_DAY
        last = min(interval.last, end)
        if before < last:
            days -= _span(calendar, before, last, unit)
    return unit(days)


@attrs.frozen
class Due:
    """The last day of a period (末日).

    Attributes:
        date: the last day, included.
        rolled_from: the rest day the period first ended on; ``None`` when it did not roll.
    """

    date: dt.date
    rolled_from: dt.date | None = None


def due(
    calendar: WorkdayCalendar,
    start: dt.date,
    limit: Days | Months | Years,
    suspended: tuple[Interval, ...] = (),
) -> Due:
    """The last day of a period of ``limit`` that begins after ``start``.

    A limit of 0 days is the starting day itself and does not roll. A period by months or years ends
    on the corresponding day, or on the month's last where there is none (民法典 202). A period that is
    not of working days and ends on a rest day, or on a suspended day after rolling, ends on the next
    working day that is not suspended (民法典 203).

    Raises:
        OutOfCoverageError: when the last day lies outside the calendar.
    """
    if isinstance(limit, (Months, Years)):
        limit = CalendarDays((_corresponding(start, limit) - start).days)
    if limit.days == 0:
        return Due(start)
    last = _nth(calendar, start, limit)
    # Each suspended day inside the span pushes the end on; the push may reach further suspensions.
    while (lacking := limit.days - elapsed(calendar, start, last, type(limit), suspended).days) > 0:
        last = _nth(calendar, last, type(limit)(lacking))
    if isinstance(limit, WorkingDays):
        return Due(last)
    rolled = calendar.roll_forward(last)
    while any(rolled in interval for interval in suspended):
        rolled = calendar.nth_workday_after(rolled, 1)
    return Due(rolled, rolled_from=None if rolled == last else last)


class Counted(Enum):
    """What became of one day of a span (计入情形)."""

    START = "start"
    """The starting day: not counted."""
    COUNTED = "counted"
    REST = "rest"
    """A rest day inside a working-day period: not counted."""
    SUSPENDED = "suspended"
    """The clock stood still: not counted."""
    ROLLED = "rolled"
    """After the period's own last day, up to the day it rolled to: not counted."""


@attrs.frozen
class CountedDay:
    """One day of a span, and whether it counted (逐日计数).

    Attributes:
        day: the day.
        how: what became of it.
        number: the how-many-th counted day it is; ``None`` when it did not count.
    """

    day: Day
    how: Counted
    number: int | None = None


def day_by_day(
    calendar: WorkdayCalendar,
    start: dt.date,
    end: dt.date,
    unit: type[WorkingDays] | type[CalendarDays],
    suspended: tuple[Interval, ...] = (),
    rolled_from: dt.date | None = None,
) -> Iterator[CountedDay]:
    """Every day from ``start`` to ``end``, both included, with what became of it.

    Args:
        calendar: what each day is.
        start: the starting day.
        end: the last day shown.
        unit: which days count.
        suspended: as :func:`merged` returns them.
        rolled_from: the last day of a period that rolled; days after it are no longer counted.
    """
    yield CountedDay(calendar.day(start), Counted.START)
    number = 0
    date = start
    while date < end:
        date += _ONE_DAY
        day = calendar.day(date)
        if rolled_from is not None and date > rolled_from:
            yield CountedDay(day, Counted.ROLLED)
        elif any(date in interval for interval in suspended):
            yield CountedDay(day, Counted.SUSPENDED)
        elif unit is WorkingDays and not day.is_workday:
            yield CountedDay(day, Counted.REST)
        else:
            number += 1
            yield CountedDay(day, Counted.COUNTED, number)


def _corresponding(start: dt.date, limit: Months | Years) -> dt.date:
    from dateutil.relativedelta import relativedelta

    if isinstance(limit, Months):
        return start + relativedelta(months=limit.months)
    return start + relativedelta(years=limit.years)


def _span(
    calendar: WorkdayCalendar,
    start: dt.date,
    end: dt.date,
    unit: type[WorkingDays] | type[CalendarDays],
) -> int:
    if unit is WorkingDays:
        return calendar.workdays_between(start, end)
    return (end - start).days


def _nth(calendar: WorkdayCalendar, start: dt.date, limit: Days) -> dt.date:
    if isinstance(limit, WorkingDays):
        return calendar.nth_workday_after(start, limit.days)
    if limit.days > (calendar.days.last - start).days:
        raise calendar.days.not_covered(start, f"day {limit.days} after", f"之后第{limit.days}日")
    return start + dt.timedelta(days=limit.days)


def _pair(entry: tuple[dt.date, dt.date]) -> tuple[dt.date, dt.date]:
    try:
        first, last = entry
    except (TypeError, ValueError):
        raise FactError(
            value=entry,
            rule="a suspension has a first and a last day.",
            where="suspended",
            remedy="Give a list of pairs (first day, last day), both included.",
        ) from None
    return first, last
