"""Many tasks together (汇总情况)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import attrs

from wushan_plan.ledger.colours import Colour
from wushan_plan.ledger.known import Conflict
from wushan_plan.ledger.shown import ShownLedger
from wushan_plan.ledger.state import TaskState
from wushan_plan.ledger.tally import WORST_FIRST
from wushan_plan.model.modality import Status

_COLOURS = tuple(Colour)


@attrs.frozen(repr=False)
class Overview(ShownLedger):
    """Many tasks together (汇总情况): those of a unit, a measure, a chapter, the plan.

    Attributes:
        name: what they are the tasks of: an id, a number, a title.
        tasks: their states, in the order of the plan.
    """

    name: str
    tasks: tuple[TaskState, ...]

    def __repr__(self) -> str:
        counts = ", ".join(f"{number} {colour.value}" for colour, number in self.colours.items() if number)
        return f"<Overview {self.name}: {len(self.tasks)} tasks{counts and ': ' + counts}>"

    @property
    def statuses(self) -> Mapping[Status, int]:
        """How many tasks have each status; every status is there."""
        counts = Counter(one.status for one in self.tasks)
        return {status: counts[status] for status in Status}

    @property
    def colours(self) -> Mapping[Colour, int]:
        """How many tasks have each colour; every colour is there, the worst first."""
        counts = Counter(one.colour for one in self.tasks)
        return {colour: counts[colour] for colour in Colour}

    @property
    def status(self) -> Status:
        """The worst status speaks for all; unknown where there is no task."""
        return min((one.status for one in self.tasks), key=WORST_FIRST.index, default=Status.UNKNOWN)

    @property
    def colour(self) -> Colour:
        """The worst colour; grey where there is no task."""
        return min((one.colour for one in self.tasks), key=_COLOURS.index, default=Colour.GREY)

    def of_colour(self, colour: Colour) -> tuple[TaskState, ...]:
        """The tasks of a colour."""
        return tuple(one for one in self.tasks if one.colour is colour)

    @property
    def stale(self) -> tuple[TaskState, ...]:
        """The tasks whose latest report is too old."""
        return tuple(one for one in self.tasks if one.is_stale)

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """The contradictions nobody has settled."""
        return tuple(conflict for one in self.tasks for conflict in one.conflicts)

    @property
    def excused(self) -> tuple[TaskState, ...]:
        """The tasks with a recorded reason of a deviation, whether it counts or not."""
        return tuple(one for one in self.tasks if one.excuse is not None)

    @property
    def undecided(self) -> tuple[TaskState, ...]:
        """The tasks whose status would be another under another reading."""
        return tuple(
            one
            for one in self.tasks
            if (one.verdict is not None and one.verdict.depends_on_reading)
            or (one.tally is not None and one.tally.reading_dependent > 0)
        )

    @property
    def missing(self) -> tuple[TaskState, ...]:
        """The tasks that cannot be judged because facts are missing or contradict each other."""
        return tuple(one for one in self.tasks if one.status is Status.UNKNOWN)


@attrs.frozen
class StateChange:
    """A task that stands otherwise than before (状态变化).

    Attributes:
        before: the earlier state.
        after: the later state.
    """

    before: TaskState
    after: TaskState
