"""Days no notice has settled yet (暂定日历): weekends and the statutory festivals, and nothing guessed.

The festivals are those of the national holiday rules (全国年节及纪念日放假办法, as revised on 2024-11-10,
art. 2). Which weekends will be worked, and which days around a festival will be off, only the year's
notice says; every day here is marked as provisional.
"""

from __future__ import annotations

import datetime as dt

import attrs

from wushan_plan.calendar.official import clear_bright_day
from wushan_plan.calendar.table import DayTable
from wushan_plan.errors import DefinitionError, MissingExtraError

_FIRST_YEAR = 2014
_REVISED_YEAR = 2025
_LAST_LUNAR_YEAR = 2099


def statutory_festivals(year: int) -> dict[dt.date, str]:
    """The statutory days off of ``year`` by the national holiday rules, art. 2, with their names.

    Up to 2024: three days from the lunar New Year, one on Labour Day; since 2025 its eve as well,
    and two on Labour Day.

    Lunar dates come from the package lunardate, the day of 清明 from chinese_calendar's solar terms.

    Raises:
        MissingExtraError: when lunardate is not installed.
        DefinitionError: for years the lunar package does not cover.
    """
    try:
        from lunardate import LunarDate  # type: ignore[import-untyped]  # has no type information
    except ImportError:
        raise MissingExtraError.of("lunar", "lunardate", "A provisional calendar") from None

    if not _FIRST_YEAR <= year <= _LAST_LUNAR_YEAR:
        raise DefinitionError(
            value=year,
            rule=f"the festivals are known for {_FIRST_YEAR} to {_LAST_LUNAR_YEAR}.",
            where="statutory_festivals(year)",
            remedy="Ask for an earlier last day.",
        )

    def lunar(month: int, day: int) -> dt.date:
        found: dt.date = LunarDate(year, month, day).to_solar_date()
        return found

    one = dt.timedelta(days=1)
    new_year = lunar(1, 1)
    revised = year >= _REVISED_YEAR
    festivals = (
        ("元旦", [dt.date(year, 1, 1)]),
        ("春节", [new_year + k * one for k in range(-1 if revised else 0, 3)]),
        ("清明节", [clear_bright_day(year)]),
        ("劳动节", [dt.date(year, 5, day) for day in ((1, 2) if revised else (1,))]),
        ("端午节", [lunar(5, 5)]),
        ("国庆节", [dt.date(year, 10, day) for day in (1, 2, 3)]),
        ("中秋节", [lunar(8, 15)]),
    )
    named: dict[dt.date, str] = {}
    for name, days in festivals:
        for day in days:
            # Two festivals may fall on one day (中秋 in the National Day holiday); it is off once.
            named[day] = f"{named[day]}、{name}" if day in named else name
    return named


def provisional_days(table: DayTable, until: dt.date) -> DayTable:
    """``table`` extended to ``until``, if that is later; the days added are provisional."""
    from wushan_plan.calendar.arrangement import with_awaited  # which asks this module for the festivals

    return with_awaited(attrs.evolve(table, last=max(table.last, until)))
