"""Hypothesis strategies for projects that build on this one (测试策略).

Every strategy draws from a calendar, the national one unless another is given, and leans towards the
days that go wrong: holidays, make-up working days, and the days beside them. Counts come in their own
types, never as a bare ``int``.

>>> from hypothesis import given
>>> from wushan_plan import CHINA
>>> from wushan_plan.testing import workdays
>>> @given(workdays())
... def a_working_day_rolls_to_itself(day):
...     assert CHINA.roll_forward(day) == day
>>> a_working_day_rolls_to_itself()

Needs the extra ``test``; without Hypothesis the import raises ``MissingExtraError``.
"""

from __future__ import annotations

import datetime as dt

import attrs

from wushan_plan.calendar.days import Day
from wushan_plan.counting.china import CHINA
from wushan_plan.counting.workday_calendar import WorkdayCalendar
from wushan_plan.errors import MissingExtraError
from wushan_plan.model.periods import CalendarDays, Interval, WorkingDays

try:
    from hypothesis import strategies as st
except ModuleNotFoundError as error:
    raise MissingExtraError.of("test", "hypothesis", "wushan_plan.testing") from error

__all__ = [
    "TimeLimitCase",
    "calendar_day_counts",
    "covered_dates",
    "rest_days",
    "spans",
    "suspended_intervals",
    "time_limit_cases",
    "workdays",
    "working_day_counts",
]

_ONE_DAY = dt.timedelta(days=1)


def covered_dates(
    calendar: WorkdayCalendar = CHINA, *, first: dt.date | None = None, last: dt.date | None = None
) -> st.SearchStrategy[dt.date]:
    """Days the calendar covers; half of them days a notice names, or the day before or after one.

    Args:
        calendar: whose days.
        first: earliest day drawn; the first covered day by default.
        last: latest day drawn; the last covered day by default.

    Raises:
        OutOfCoverageError: when ``first`` or ``last`` is not covered.
    """
    low, high = _bounds(calendar, first, last)
    named = calendar.days.special
    near = sorted({day + step * _ONE_DAY for day in named for step in (-1, 0, 1)})
    inside = [day for day in near if low <= day <= high]
    plain = st.dates(low, high)
    return plain | st.sampled_from(inside) if inside else plain


def workdays(
    calendar: WorkdayCalendar = CHINA, *, first: dt.date | None = None, last: dt.date | None = None
) -> st.SearchStrategy[dt.date]:
    """Working days (工作日): weekdays, and as often weekend days that are worked by notice.

    Args: as those of :func:`covered_dates`.
    """
    return _by_kind(calendar, first, last, worked=True)


def rest_days(
    calendar: WorkdayCalendar = CHINA, *, first: dt.date | None = None, last: dt.date | None = None
) -> st.SearchStrategy[dt.date]:
    """Days that are not worked: plain weekends, and as often holidays (休息日).

    Args: as those of :func:`covered_dates`.
    """
    return _by_kind(calendar, first, last, worked=False)


def spans(
    calendar: WorkdayCalendar = CHINA,
    *,
    first: dt.date | None = None,
    last: dt.date | None = None,
    longest: int = 400,
) -> st.SearchStrategy[tuple[dt.date, dt.date]]:
    """Pairs ``(start, end)`` of covered days, ``start`` never after ``end`` (起止日).

    Args:
        calendar: whose days.
        first: earliest day drawn; the first covered day by default.
        last: latest day drawn; the last covered day by default.
        longest: most days from ``start`` to ``end``.
    """
    _, high = _bounds(calendar, first, last)

    def from_start(start: dt.date) -> st.SearchStrategy[tuple[dt.date, dt.date]]:
        length = min(longest, (high - start).days)
        return st.integers(0, length).map(lambda days: (start, start + days * _ONE_DAY))

    return covered_dates(calendar, first=first, last=last).flatmap(from_start)


def working_day_counts(least: int = 1, most: int = 60) -> st.SearchStrategy[WorkingDays]:
    """Numbers of working days.

    Args:
        least: smallest number drawn.
        most: largest number drawn.
    """
    return st.integers(least, most).map(WorkingDays)


def calendar_day_counts(least: int = 1, most: int = 60) -> st.SearchStrategy[CalendarDays]:
    """Numbers of calendar days.

    Args:
        least: smallest number drawn.
        most: largest number drawn.
    """
    return st.integers(least, most).map(CalendarDays)


def suspended_intervals(
    first: dt.date, last: dt.date, *, most: int = 4, longest: int = 14
) -> st.SearchStrategy[tuple[Interval, ...]]:
    """Intervals in which a clock stands still, as a caller may give them (中止期间).

    They come in any order, and may touch, overlap or contain one another.

    Args:
        first: earliest day suspended.
        last: latest day suspended.
        most: most intervals.
        longest: most days of one interval.
    """

    def from_first(begin: dt.date) -> st.SearchStrategy[Interval]:
        length = min(longest - 1, (last - begin).days)
        return st.integers(0, length).map(lambda days: Interval(begin, begin + days * _ONE_DAY))

    return st.lists(st.dates(first, last).flatmap(from_first), max_size=most).map(tuple)


@attrs.frozen
class TimeLimitCase:
    """One case under a time limit (时限办件).

    Attributes:
        start: day of the starting event.
        end: day it was finished; ``None`` while it is open.
        as_of: the day on which it is judged; may lie before ``end`` and before ``start``.
        suspended: intervals in which the clock stood still, in any order.
    """

    start: dt.date
    end: dt.date | None
    as_of: dt.date
    suspended: tuple[Interval, ...] = ()

    @property
    def arguments(self) -> dict[str, object]:
        """Its fields as the keywords of ``evaluate``."""
        return {"start": self.start, "end": self.end, "as_of": self.as_of, "suspended": self.suspended}


@st.composite
def time_limit_cases(
    draw: st.DrawFn,
    calendar: WorkdayCalendar = CHINA,
    *,
    first: dt.date | None = None,
    last: dt.date | None = None,
    longest: int = 60,
    room: int = 200,
) -> TimeLimitCase:
    """Cases under a time limit: open and finished, suspended or not, judged early and late.

    Args:
        draw: supplied by Hypothesis.
        calendar: whose days.
        first: earliest start; the first covered day by default.
        last: last day any date of the case may take; the last covered day by default.
        longest: most days a case takes.
        room: days left between the start and ``last``, so that its deadline is covered too.
    """
    low, high = _bounds(calendar, first, last)
    start = draw(covered_dates(calendar, first=low, last=high - room * _ONE_DAY))
    latest = min(high, start + longest * _ONE_DAY)
    end = draw(st.none() | st.dates(start, latest))
    as_of = draw(st.dates(max(low, start - 5 * _ONE_DAY), min(high, latest + 30 * _ONE_DAY)))
    none: st.SearchStrategy[tuple[Interval, ...]] = st.just(())
    suspended = draw(none | suspended_intervals(max(low, start - 5 * _ONE_DAY), latest))
    return TimeLimitCase(start, end, as_of, suspended)


def _bounds(
    calendar: WorkdayCalendar, first: dt.date | None, last: dt.date | None
) -> tuple[dt.date, dt.date]:
    low, high = calendar.coverage
    bounds = (low if first is None else first, high if last is None else last)
    for day in bounds:
        calendar.day(day)
    return bounds


def _by_kind(
    calendar: WorkdayCalendar, first: dt.date | None, last: dt.date | None, *, worked: bool
) -> st.SearchStrategy[dt.date]:
    low, high = _bounds(calendar, first, last)
    kinds: dict[object, list[dt.date]] = {}
    for ordinal in range(low.toordinal(), high.toordinal() + 1):
        day: Day = calendar.day(dt.date.fromordinal(ordinal))
        if day.is_workday is worked:
            kinds.setdefault(day.kind, []).append(day.date)
    return st.one_of(*(st.sampled_from(days) for days in kinds.values()))
