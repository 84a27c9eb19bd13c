"""The small table that all judging of limits rests on: one row a day (逐日表).

Everything about a constant limit depends on the day alone: how many working days there are up to it,
and which day is the last one in time for a case that starts on it. So a table of some eight thousand
rows answers for any number of cases.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import attrs

from wushan_plan.counting.columns import numpy
from wushan_plan.counting.workday_calendar import WorkdayCalendar
from wushan_plan.model.periods import Days, WorkingDays

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

EPOCH = dt.date(1970, 1, 1).toordinal()
NONE = -1
"""Stands for what is not known among counts and day numbers, which are never negative here."""


@attrs.frozen(eq=False)
class LimitTable:
    """One calendar under one limit, day by day (时限逐日表).

    A day's number is that since 1970-01-01. Each array has one entry a covered day, in order.

    Attributes:
        first: number of the first covered day.
        rank: working days up to and including the day.
        below: working days before the day.
        due: number of the last day in time for a start on the day; ``NONE`` past the calendar.
        roll: number of the day itself if it is worked, else of the next working day.
        workdays: numbers of the working days, in order; entry 0 stands for none.
        settled_to: number of the last day settled by notices.
    """

    first: int
    rank: NDArray[np.int32]
    below: NDArray[np.int32]
    due: NDArray[np.int32]
    roll: NDArray[np.int32]
    workdays: NDArray[np.int32]
    settled_to: int

    @classmethod
    def of(cls, calendar: WorkdayCalendar, limit: Days) -> LimitTable:
        """The table of ``limit`` on ``calendar``."""
        np = numpy()
        days = tuple(calendar.days.workdays())
        worked = np.array([flag for _, flag in days], bool)
        rank = np.cumsum(worked, dtype=np.int32)
        first = days[0][0].toordinal() - EPOCH
        numbers = np.arange(first, first + len(days), dtype=np.int32)
        workdays = np.concatenate([np.array([NONE], np.int32), numbers[worked]])
        below = rank - worked
        following = np.where(below + 1 < len(workdays), below + 1, 0)
        return cls(
            first=first,
            rank=rank,
            below=below.astype(np.int32),
            due=_due(calendar, numbers, limit),
            roll=workdays[following],
            workdays=workdays,
            settled_to=calendar.days.settled_to.toordinal() - EPOCH,
        )

    @property
    def last(self) -> int:
        """Number of the last covered day."""
        return self.first + len(self.rank) - 1

    @property
    def is_provisional(self) -> bool:
        """Whether it holds days no notice has settled."""
        return self.settled_to < self.last

    def by_day(self) -> dict[str, Any]:
        """Its columns for a join on ``day``, with the day's ``number`` and that of its deadline."""
        np = numpy()
        numbers = np.arange(self.first, self.last + 1, dtype=np.int32)
        return {
            "day": numbers.astype("M8[D]"),
            "number": numbers,
            "rank": self.rank,
            "below": self.below,
            "due": _dates(self.due),
            "due_number": self.due,
        }

    def by_rank(self) -> dict[str, Any]:
        """Its columns for a join on the how-many-th working day: ``key``, ``due``, ``due_number``."""
        np = numpy()
        days = self.workdays[1:]
        return {
            "key": np.arange(1, len(days) + 1, dtype=np.int32),
            "due": days.astype("M8[D]"),
            "due_number": days,
        }

    def by_number(self) -> dict[str, Any]:
        """Its columns for a join on a day's number: ``key``, ``due``, ``due_number``, rolled forward."""
        np = numpy()
        kept = self.roll != NONE
        numbers = np.arange(self.first, self.last + 1, dtype=np.int32)[kept]
        return {"key": numbers, "due": self.roll[kept].astype("M8[D]"), "due_number": self.roll[kept]}


def _due(calendar: WorkdayCalendar, numbers: Any, limit: Days) -> Any:
    """The last day in time for a start on each day, as ``counting.periods.due`` finds it."""
    np = numpy()
    days = numbers.astype("M8[D]")
    if limit.days == 0:
        return numbers
    if isinstance(limit, WorkingDays):
        found = calendar.nth_workday_after(days, limit.days)
    else:
        found = calendar.roll_forward(days + np.timedelta64(limit.days, "D"))
    return np.ma.filled(found.astype(np.int64), NONE).astype(np.int32)


def _dates(numbers: Any) -> Any:
    np = numpy()
    made = numbers.astype("M8[D]")
    made[numbers == NONE] = np.datetime64("NaT", "D")
    return made
