"""Another project's calendar, walked day by day (对照): nothing here comes from ``wushan_plan``."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cache

import holidays

FIRST = dt.date(2004, 1, 1)
LAST = dt.date(2026, 12, 31)


def every_day(first: dt.date = FIRST, last: dt.date = LAST) -> Iterator[dt.date]:
    """The days from ``first`` to ``last``, both included."""
    for ordinal in range(first.toordinal(), last.toordinal() + 1):
        yield dt.date.fromordinal(ordinal)


@cache
def _working_days() -> frozenset[dt.date]:
    china = holidays.country_holidays("CN", years=range(FIRST.year, LAST.year + 2))
    return frozenset(day for day in every_day() if china.is_working_day(day))


def is_workday(day: dt.date) -> bool:
    """Whether ``holidays`` has ``day`` as a working day of mainland China."""
    return day in _working_days()


def workdays_in(start: dt.date, end: dt.date) -> int:
    """Working days of ``(start, end]``, one by one."""
    return sum(is_workday(day) for day in every_day(start, end) if day > start)
