"""How a task and a commitment stand on one day (状态): shapes; ``derivation`` works them out."""

from __future__ import annotations

import datetime as dt

import attrs

from wushan_plan.ledger.colours import Colour
from wushan_plan.ledger.corrections import LedgerProblem
from wushan_plan.ledger.known import Conflict
from wushan_plan.ledger.shown import ShownLedger
from wushan_plan.ledger.tally import WORST_FIRST, Tally
from wushan_plan.ledger.values import Facts
from wushan_plan.model.commitment import Commitment
from wushan_plan.model.facts import Fact
from wushan_plan.model.modality import Status
from wushan_plan.model.verdict import Verdict


@attrs.frozen(repr=False)
class TaskState(ShownLedger):
    """How one task stands on a day (任务状态). A task carried jointly has one state for all its units.

    Attributes:
        commitment: what was promised.
        unit: id of the unit, where each carries it for itself; empty where it is shared.
        holders: ids of the units responsible on the day, reassignments included.
        as_of: the day.
        status: the status of the verdict, or of the cases; the worse of both.
        colour: its colour under the ledger's rule.
        due: the last day.
        due_is_inferred: whether the text fixes no day.
        verdict: the verdict of ``commitment.evaluate`` on the facts known; ``None`` when cases alone
            speak, or when the facts contradict each other.
        tally: the cases reported, all tables together; ``None`` when none were.
        facts: the facts known, by name.
        inferred: days of completion that follow from when the facts were reported: no later than.
        excuse: the recorded reason of a deviation; whether it counts, the verdict says.
        completed_on: the day it was done, where that is known.
        made_good: whether it was done after its day.
        stood_on: the latest day anything reported stands for; ``None`` when nothing is.
        is_stale: whether that is too long ago.
        conflicts: what is contradictory and not settled; such facts count as not known.
        problem: why the facts cannot be judged together; empty when they can.
        problem_zh: the same in Chinese.
        entries: ids of all its entries, in order.
    """

    commitment: Commitment
    unit: str
    holders: tuple[str, ...]
    as_of: dt.date
    status: Status
    colour: Colour
    due: dt.date
    due_is_inferred: bool
    verdict: Verdict | None
    tally: Tally | None
    facts: Facts
    inferred: Facts
    excuse: str | None
    completed_on: dt.date | None
    made_good: bool
    stood_on: dt.date | None
    is_stale: bool
    conflicts: tuple[Conflict, ...]
    problem: str
    problem_zh: str
    entries: tuple[str, ...]

    def __repr__(self) -> str:
        whose = f" {self.unit}" if self.unit else ""
        return (
            f"<TaskState {self.commitment.id}{whose} {self.as_of}: {self.status.value}, {self.colour.value}>"
        )

    @property
    def missing(self) -> tuple[Fact, ...]:
        """The facts without which there is no verdict."""
        if self.verdict is not None:
            return self.verdict.missing if self.status is Status.UNKNOWN else ()
        return ()

    @property
    def is_overdue(self) -> bool:
        """Whether its last day has passed and it is not known to be kept."""
        return self.as_of > self.due and self.status in (Status.NOT_MET, Status.UNKNOWN, Status.PENDING)


@attrs.frozen(repr=False)
class CommitmentState(ShownLedger):
    """One commitment on a day (承诺事项状态): its tasks, and entries that do not count.

    Attributes:
        tasks: one state where it is shared, one for each unit otherwise.
        problems: entries that do not count, and why.
    """

    tasks: tuple[TaskState, ...]
    problems: tuple[LedgerProblem, ...]

    def __repr__(self) -> str:
        one = self.tasks[0]
        return f"<CommitmentState {one.commitment.id} {one.as_of}: {self.status.value}>"

    @property
    def status(self) -> Status:
        """The worst of its tasks speaks for it."""
        return min((one.status for one in self.tasks), key=WORST_FIRST.index)
