"""The rules, walked day by day from the design's own words (对照): nothing here is from ``wushan_plan``.

Which days are worked is another project's list, :mod:`tests.calendar.oracle`. The notices as they are
listed are read a second time as well, without the package, so that the two sources can be compared.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tests.calendar.oracle import FIRST, LAST, every_day, is_workday

NOTICES = Path(__file__).parents[2] / "src" / "wushan_plan" / "calendar" / "notices.toml"
REACH = 130
"""How many days a walk goes: two months for the end, and what the longest limit may take."""

BACKWARDS = "refused: it ends before it starts"
OUTSIDE = "refused: outside the calendar"


@cache
def days() -> tuple[dt.date, ...]:
    """Every day from 2004 to 2026."""
    return tuple(every_day())


@cache
def worked() -> NDArray[np.bool_]:
    """Whether each of :func:`days` is a working day."""
    return np.array([is_workday(day) for day in days()], bool)


def worked_by_the_notices() -> frozenset[dt.date]:
    """The working days of the notices as listed: Monday to Friday, a later notice wins."""
    found = {day for day in every_day() if day.weekday() < 5}
    for notice in tomllib.loads(NOTICES.read_text("utf-8"))["notice"]:
        for listed in notice.get("holidays", {}).values():
            found.difference_update(listed)
        for listed in notice.get("make_up", {}).values():
            found.update(listed)
    return frozenset(day for day in found if FIRST <= day <= LAST)


def between_row(start: int) -> NDArray[np.int32]:
    """Working days in ``(start, end]`` for every end, and less than none for an end before the start.

    ``start`` is the place of a day in :func:`days`. Counted afresh for each start, outwards from it.
    """
    flags = worked()
    row = np.zeros(len(flags), np.int32)
    row[start + 1 :] = np.cumsum(flags[start + 1 :], dtype=np.int32)
    # (end, start] counted from the start downwards: the start itself is in it, the end is not.
    row[:start] = -np.cumsum(flags[start:0:-1], dtype=np.int32)[::-1]
    return row


def steps(start: int, most: int, direction: int) -> list[int]:
    """The places of the next ``most`` working days after a day, or before it; fewer where they run out."""
    flags = worked_list()
    found: list[int] = []
    place = start + direction
    while 0 <= place < len(flags) and len(found) < most:
        if flags[place]:
            found.append(place)
        place += direction
    return found


def rolled(start: int, direction: int) -> int | None:
    """The place of the day itself if it is worked, else of the nearest working day in one direction."""
    flags = worked_list()
    place = start
    while 0 <= place < len(flags):
        if flags[place]:
            return place
        place += direction
    return None


@cache
def worked_list() -> list[bool]:
    """:func:`worked` as plain truths."""
    return [bool(flag) for flag in worked()]


class Answer(NamedTuple):
    """What a case comes to (判定结果). Days are counted from the start, which is day 0."""

    status: str
    elapsed: int | None = None
    overdue: int | None = None
    due: int | None = None
    depends: bool = False


class Walk:
    """One starting day under one limit, walked forward (逐日推算).

    Attributes:
        counts: counted days after the start, for each day from the start on; ends with the calendar.
        due: the last day in time, as days after the start; ``None`` when it lies past the calendar.
        rolled_from: the rest day the period first ended on; ``None`` when it did not roll.
    """

    def __init__(self, start: dt.date, limit: int, *, working: bool) -> None:
        place = start.toordinal() - FIRST.toordinal()
        flags = worked_list()[place : place + REACH + 1]
        self.limit, self.working = limit, working
        self.covered = len(flags) - 1
        count = 0
        self.counts = [0]
        for flag in flags[1:]:  # the starting day is not counted
            count += flag or not working
            self.counts.append(count)
        self.due: int | None = None
        self.rolled_from: int | None = None
        self._last_by_count = self.covered
        for day, counted in enumerate(self.counts):
            if working and counted == limit and self.due is None:
                self.due = day  # the N-th working day itself
            if counted > limit:
                self._last_by_count = day - 1  # the day before the one too many
                break
        if not working:
            self._roll(flags)

    def _roll(self, flags: list[bool]) -> None:
        """A period of days that ends on a rest day ends on the next working day; 0 days do not roll."""
        day = self.limit
        while day < len(flags) and day > 0 and not flags[day]:
            day += 1
        if day < len(flags):
            self.due = day
            self.rolled_from = None if day == self.limit else self.limit

    def count_to(self, day: int) -> int | None:
        """Days used up to ``day``; ``None`` where nobody knows which days are worked."""
        if not self.working:
            return day
        return self.counts[day] if day <= self.covered else None

    def keeps(self, day: int, *, by_date: bool) -> bool | None:
        """Whether a case that takes until ``day`` is in time; ``None`` where the calendar does not reach."""
        if self.working and day > self.covered:
            return None
        if self.working and not by_date:
            return day <= self._last_by_count
        if self.due is not None:
            return day <= self.due
        # The period ends past the calendar. A day inside it is in time; of any later one nothing is known.
        return True if self.working or day <= self.limit else None


def judge(walk: Walk, end: int | None, as_of: int | None, *, by_date: bool) -> Answer:
    """One case, by the design's words: ``end`` and ``as_of`` are days after the start."""
    if end is not None and end < 0:
        return Answer(BACKWARDS)
    happened = end is not None and (as_of is None or end <= as_of)
    if not happened and as_of is None:
        return Answer("unknown")
    stop = end if happened else as_of
    assert stop is not None
    if stop < 0:  # not even begun
        return Answer("pending", due=walk.due)
    kept = walk.keeps(stop, by_date=by_date)
    elapsed = walk.count_to(stop)
    if kept is None or elapsed is None:
        return Answer(OUTSIDE)
    otherwise = walk.keeps(stop, by_date=not by_date)
    overdue = 0
    if not kept:
        # A rolled day is not overdue: days run from the day the period really ended on.
        overdue = elapsed - walk.limit if walk.working or walk.due is None else stop - walk.due
    status = ("met" if happened else "pending") if kept else "not-met"
    return Answer(status, elapsed, overdue, walk.due, depends=kept is not otherwise)
