"""What a table of cases amounts to, small enough for an entry (办件统计)."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Literal

import attrs

from wushan_plan.errors import EntryError
from wushan_plan.model.commitment import Commitment
from wushan_plan.model.criteria import MeanTimeLimit, TimeLimit
from wushan_plan.model.modality import Status
from wushan_plan.model.periods import CalendarDays, WorkingDays
from wushan_plan.model.scorecard import Scorecard

WORST_FIRST = (
    Status.NOT_MET,
    Status.UNKNOWN,
    Status.PENDING,
    Status.EXCUSED,
    Status.MET,
    Status.NOT_APPLICABLE,
)
"""Of several statuses the first of these speaks for all, as in a heading."""

_UNITS: Mapping[type[WorkingDays] | type[CalendarDays] | None, Literal["", "working", "calendar"]] = {
    None: "",
    WorkingDays: "working",
    CalendarDays: "calendar",
}
_COUNTS = tuple(status.value for status in Status)


def _counted(given: Mapping[Status, int] | tuple[tuple[str, int], ...]) -> tuple[tuple[str, int], ...]:
    counts = {getattr(status, "value", status): number for status, number in dict(given).items()}
    if set(counts) - set(_COUNTS) or any(type(one) is not int or one < 0 for one in counts.values()):
        raise EntryError(
            value=given,
            rule="cases are counted by status, and no count is negative.",
            where="Tally(counts=…)",
            remedy="Take it from a scorecard: Tally.of(card).",
            zh="办件统计的件数有误",
        )
    return tuple((name, counts[name]) for name in _COUNTS if counts.get(name))


@attrs.frozen(kw_only=True)
class Tally:
    """What a table of cases amounts to (办件统计): counts and exact sums, so that tables add up.

    Attributes:
        counts: how many cases have each status, by the value of the status; none left out.
        breaches: how many are breaches of duty.
        reading_dependent: how many would have another status under another reading.
        completed: how many cases had ended.
        total_elapsed: days of all completed cases together.
        open_late: how many were still open after their deadline.
        unit: the type of those days: ``working``, ``calendar``, or empty where none were counted.
    """

    counts: tuple[tuple[str, int], ...] = attrs.field(converter=_counted)
    breaches: int = 0
    reading_dependent: int = 0
    completed: int = 0
    total_elapsed: int = 0
    open_late: int = 0
    unit: Literal["", "working", "calendar"] = ""

    @classmethod
    def of(cls, card: Scorecard) -> Tally:
        """The tally of a scorecard."""
        return cls(
            counts=dict(card.counts),
            breaches=card.breaches,
            reading_dependent=card.reading_dependent,
            completed=card.completed,
            total_elapsed=card.total_elapsed,
            open_late=len(card.overdue),
            unit=_UNITS[card.unit],
        )

    def __add__(self, other: Tally) -> Tally:
        if not isinstance(other, Tally):
            return NotImplemented
        if self.unit and other.unit and self.unit != other.unit:
            raise EntryError(
                value=(self.unit, other.unit),
                rule="working days and calendar days do not add up.",
                where="Tally",
                remedy="Judge both tables by the same commitment.",
                zh="工作日与日不能相加",
            )
        counts = {status: self.count(status) + other.count(status) for status in Status}
        return Tally(
            counts=counts,
            breaches=self.breaches + other.breaches,
            reading_dependent=self.reading_dependent + other.reading_dependent,
            completed=self.completed + other.completed,
            total_elapsed=self.total_elapsed + other.total_elapsed,
            open_late=self.open_late + other.open_late,
            unit=self.unit or other.unit,
        )

    def count(self, status: Status) -> int:
        """How many cases have ``status``."""
        return dict(self.counts).get(status.value, 0)

    @property
    def cases(self) -> int:
        """How many cases there are."""
        return sum(number for _, number in self.counts)

    @property
    def rate(self) -> Fraction | None:
        """Share of the met among the decided cases, exact; ``None`` when none is decided."""
        decided = sum(self.count(one) for one in (Status.MET, Status.NOT_MET, Status.EXCUSED))
        return Fraction(self.count(Status.MET), decided) if decided else None

    @property
    def mean(self) -> Fraction | None:
        """Mean days of the completed cases, exact; ``None`` when none is completed."""
        return Fraction(self.total_elapsed, self.completed) if self.completed else None

    def status(self, commitment: Commitment) -> Status:
        """The one status the cases amount to.

        Every case was judged by ``commitment.evaluate``; here they are only put together. A mean is
        compared with its limit, exactly, over completed cases. Otherwise the worst case speaks, in
        the order in which a heading is judged: not met, unknown, pending, excused, met.
        """
        criterion = commitment.criterion
        if isinstance(criterion, MeanTimeLimit):
            mean = self.mean
            if mean is None or self.count(Status.UNKNOWN):
                return Status.UNKNOWN  # a case that could not be read may move the mean either way
            return Status.MET if mean <= criterion.limit.days else Status.NOT_MET
        present = [one for one in WORST_FIRST if self.count(one)]
        return present[0] if present else Status.UNKNOWN

    def is_made_good(self, commitment: Commitment) -> bool:
        """Whether every late case has ended meanwhile."""
        late = self.count(Status.NOT_MET) or self.count(Status.EXCUSED)
        return isinstance(commitment.criterion, TimeLimit) and bool(late) and not self.open_late
