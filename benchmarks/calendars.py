"""The true calendar, in the forms the peers can take it, and where peers differ from it.

NumPy, pandas, polars and bizdays know weekends and holidays but no make-up days. Told that all seven
days are worked and that every rest day is a holiday, they are exact. Peers that bring their own days
are compared on dates about which they are right.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from wushan_plan import CHINA, DayKind

ONE_DAY = dt.timedelta(days=1)
FIRST, LAST = CHINA.coverage
BEYOND = dt.date(2027, 2, 8)
"""A statutory day off (the third of the lunar new year) on a Monday, past the last notice."""


@cache
def all_days() -> tuple[dt.date, ...]:
    return tuple(FIRST + ONE_DAY * at for at in range((LAST - FIRST).days + 1))


@cache
def rest_days() -> tuple[dt.date, ...]:
    """Every day that is not worked, weekends included: the holidays of an exact seven-day week."""
    return tuple(day for day in all_days() if not CHINA.is_workday(day))


@cache
def make_up_days() -> tuple[dt.date, ...]:
    return tuple(day for day in all_days() if CHINA.day(day).kind is DayKind.MAKE_UP_WORKDAY)


@cache
def holidays() -> tuple[dt.date, ...]:
    """Every day the notices have off: what a calendar of five-day weeks can be told."""
    return tuple(day for day in all_days() if CHINA.day(day).kind is DayKind.HOLIDAY)


@dataclass(frozen=True)
class Disagreement:
    """Days on which a peer is wrong, or has no answer.

    Attributes:
        wrong: days it takes for the other kind.
        silent: days it refuses to answer for.
        beyond: whether it takes ``BEYOND`` for a working day; ``None`` where it refuses to answer.
    """

    wrong: frozenset[dt.date] = frozenset()
    silent: frozenset[dt.date] = frozenset()
    beyond: bool | None = None

    @property
    def make_up(self) -> int:
        """How many make-up days it takes for rest days."""
        return len(self.wrong.intersection(make_up_days()))


def disagreement(is_workday: Callable[[dt.date], object], refusal: type[Exception]) -> Disagreement:
    """Asks a peer about every day; ``refusal`` is how it says that it does not know."""

    def answer(day: dt.date) -> bool | None:
        try:
            return bool(is_workday(day))
        except refusal:
            return None

    answers = {day: answer(day) for day in all_days()}
    return Disagreement(
        frozenset(day for day, said in answers.items() if said is not None and said != CHINA.is_workday(day)),
        frozenset(day for day, said in answers.items() if said is None),
        answer(BEYOND),
    )


def clean_starts(avoid: Iterable[dt.date], before: int, after: int) -> list[dt.date]:
    """Days around which there is no day of ``avoid``, from ``before`` days earlier to ``after`` later."""
    bad = frozenset(avoid)
    days = all_days()
    count = [0, *accumulate(day in bad for day in days)]
    return [
        days[at] for at in range(before, len(days) - after) if count[at + after + 1] == count[at - before]
    ]
