"""What the notice of a festival still to be arranged may change (待定节日的安排).

What the yearly notices since 2014 have in common, festival by festival (an inference for the next ones):

- at most two Saturdays or Sundays are worked for a festival, none more than 14 days from it;
- as many weekdays more are off as weekend days are worked for them and statutory days fall on a weekend
  or on each other;
- the days off lie together: no weekday between one of them and its festival is worked.

A change during the year (2015, 2019, 2020) is foretold by nothing.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping

import attrs

from wushan_plan.calendar.awaited import Awaited, Swing
from wushan_plan.calendar.checks import lacking_festivals
from wushan_plan.calendar.days import Day, DayKind
from wushan_plan.calendar.provisional import statutory_festivals
from wushan_plan.calendar.table import DayTable

_ONE_DAY = dt.timedelta(days=1)
_TOGETHER = dt.timedelta(days=7)
"""Festivals no further apart (中秋节, 国庆节) may be arranged as one holiday."""
_WORKED_REACH = dt.timedelta(days=14)
_MOST_WORKED = 2


def with_awaited(table: DayTable) -> DayTable:
    """``table`` with the festivals its notices leave out, as the law has them, marked provisional.

    Nothing but the last day settled, the last day covered and the notices decides which these are,
    so it does not matter in which order a table was lengthened and notices were laid over it.

    Raises:
        MissingExtraError: when there are such festivals and lunardate is not installed.
        DefinitionError: for years whose festivals are not known.
    """
    named = {
        date: day
        for date, day in table.special.items()
        if not (day.provisional and day.kind is DayKind.HOLIDAY)
    }
    if table.last <= table.settled_to:
        return attrs.evolve(table, special=named)
    open_day = table.settled_to + _ONE_DAY
    since = min(table.open_from, open_day)
    # What a notice names holds, also below the days of one office, which say nothing about the notices.
    fixed = {date for date, day in named.items() if day.kind in (DayKind.HOLIDAY, DayKind.MAKE_UP_WORKDAY)}
    for notice in table.notices:
        fixed.update(notice.days_off, notice.days_worked)
    special = dict(named)
    awaited: list[Awaited] = []
    for year in range(open_day.year, table.last.year + 1):
        lacking = {name for name, _, _ in lacking_festivals(year, table.notices)}
        statutory = statutory_festivals(year)
        for date, joined in statutory.items():
            name = "、".join(one for one in joined.split("、") if one in lacking)
            if name and open_day <= date <= table.last and date not in named:
                special[date] = Day(date, DayKind.HOLIDAY, name, provisional=True)
        awaited += [one for group in _groups(statutory) for one in _awaited(group, lacking, since, fixed)]
    # The next year's first festival reaches back into the last weeks covered.
    new_year = {"元旦": [dt.date(table.last.year + 1, 1, 1)]}
    awaited += _awaited(new_year, {"元旦"}, since, fixed)
    return attrs.evolve(table, special=special, awaited=tuple(awaited))


def _groups(statutory: Mapping[dt.date, str]) -> Iterator[dict[str, list[dt.date]]]:
    """The festivals of a year with their days, those together that may be arranged together."""
    group: dict[str, list[dt.date]] = {}
    for date, joined in sorted(statutory.items()):
        if group and date - max(days[-1] for days in group.values()) > _TOGETHER:
            yield group
            group = {}
        for name in joined.split("、"):
            group.setdefault(name, []).append(date)
    yield group


def _awaited(
    group: Mapping[str, list[dt.date]], lacking: set[str], since: dt.date, fixed: set[dt.date]
) -> Iterator[Awaited]:
    """What the notices of the ``lacking`` ones of ``group`` may change; nothing where none is lacking."""
    own = sorted(date for name, dates in group.items() if name in lacking for date in dates)
    if not own:
        return
    names = tuple(name for name in group if name in lacking)
    listed = [date for dates in group.values() for date in dates]
    settled = fixed.union(listed)
    worked = _MOST_WORKED * len(names)
    freed = worked + sum(date.weekday() >= 5 for date in listed) + len(listed) - len(set(listed))

    def nearest_weekdays(edge: dt.date, step: dt.timedelta) -> list[dt.date]:
        found: list[dt.date] = []
        while len(found) < freed:
            edge += step
            if edge.weekday() < 5 and edge not in settled:
                found.append(edge)
        return found

    def changeable(days: Iterable[dt.date]) -> tuple[dt.date, ...]:
        return tuple(sorted(date for date in days if date >= since and date not in settled))

    weekdays = {
        *nearest_weekdays(own[0], -_ONE_DAY),
        *(date for date in _span(own[0], own[-1]) if date.weekday() < 5),
        *nearest_weekdays(own[-1], _ONE_DAY),
    }
    near = _span(own[0] - _WORKED_REACH, own[-1] + _WORKED_REACH)
    weekends = (date for date in near if date.weekday() >= 5)
    yield Awaited(names, Swing(changeable(weekdays), freed), Swing(changeable(weekends), worked))


def _span(first: dt.date, last: dt.date) -> Iterator[dt.date]:
    """The days from ``first`` to ``last``, both included."""
    for ordinal in range(first.toordinal(), last.toordinal() + 1):
        yield dt.date.fromordinal(ordinal)
