"""The official days: the State Council's notices, and the only door to ``chinese_calendar`` (官方日表).

Our own list of notices gives every day its source. Years that are newer than our list come from the
day tables of ``chinese_calendar``, so that upgrading that package is enough to cover a new year.
Only its tables and its solar terms are used, never its arithmetic.
"""

from __future__ import annotations

import datetime as dt
import pkgutil

from wushan_plan.calendar.days import FESTIVALS, Day, DayKind
from wushan_plan.calendar.notices import Notice, notices_in
from wushan_plan.calendar.table import DayTable, days_of

_ENGLISH_TO_CHINESE = {english.casefold(): chinese for chinese, english in FESTIVALS.items()}


def official_notices() -> tuple[Notice, ...]:
    """Every notice of our list, in the order they were issued."""
    content = pkgutil.get_data("wushan_plan.calendar", "notices.toml")
    assert content is not None  # only loaders that read no data answer so
    return notices_in(content, "notices.toml")


def official_days() -> DayTable:
    """The days of mainland China as published up to this release."""
    notices = official_notices()
    special: dict[dt.date, Day] = {}
    for notice in notices:
        special.update(days_of(notice))
    first = dt.date(min(notice.year for notice in notices), 1, 1)
    newest = max(notice.year for notice in notices)
    # A newer year's notice may change the December before it (it did five times since 2005).
    newer = _newer_days(dt.date(newest, 12, 1))
    special.update(newer)
    last = dt.date(max([newest, *(date.year for date in newer)]), 12, 31)
    return DayTable(first, last, special, last, notices)


def clear_bright_day(year: int) -> dt.date:
    """The day of 清明 in ``year``, from the solar terms of ``chinese_calendar``."""
    # Has no type information.
    from chinese_calendar import get_solar_terms  # type: ignore[import-untyped]

    terms: list[tuple[dt.date, str]] = get_solar_terms(dt.date(year, 4, 1), dt.date(year, 4, 10))
    return next(day for day, term in terms if term == "清明")


def _newer_days(since: dt.date) -> dict[dt.date, Day]:
    from chinese_calendar import constants

    days = {
        date: Day(date, DayKind.HOLIDAY, _chinese(name))
        for date, name in constants.holidays.items()
        if date >= since
    }
    days.update(
        {
            date: Day(date, DayKind.MAKE_UP_WORKDAY, _chinese(name))
            for date, name in constants.workdays.items()
            if date >= since
        }
    )
    return days


def _chinese(name: str) -> str:
    return _ENGLISH_TO_CHINESE.get(name.casefold(), name)
