"""Ledgers on four invented commitments, small enough to be worked out by hand."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.evaluation.small_plan import IN_PRINCIPLE, PERIOD, SCOPE, commitment_of
from wushan_plan import (
    CHINA,
    CalendarDays,
    Commitment,
    LeadUnit,
    Reading,
    Status,
)
from wushan_plan.ledger import (
    CaseReport,
    Colouring,
    ColourRule,
    CommitmentState,
    Correction,
    Entry,
    ProgressReport,
    Sharing,
    Tally,
    Task,
    TaskState,
)
from wushan_plan.ledger.derivation import commitment_state
from wushan_plan.model.criteria import Event, Floor, FullRate, Milestone, Quantity, TimeLimit

OCTOBER, AFTER = date(2021, 10, 31), date(2021, 11, 8)
FLOOR = commitment_of(Floor(Quantity("items", "事项", "items", "项"), 8, by=OCTOBER), scope=SCOPE)
"""Eight items by 31 October."""
MILESTONE = commitment_of(Milestone("试点", "a pilot"))
"""Done within the plan's period, which ends with the year."""
RATE = commitment_of(
    FullRate(Quantity("handled", "办结", "handled", "件"), Quantity("received", "受理", "received", "件"))
)
LIMIT = commitment_of(
    TimeLimit(CalendarDays(9), Event("受理", "acceptance"), Event("办结", "completion"), Reading.BY_COUNT),
    exceptions=(IN_PRINCIPLE,),
    scope=SCOPE,
)
"""Nine days for every case, in principle."""


def on(month: int, day: int) -> date:
    return date(2021, month, day)


def cited(at: date, author: str = "王", unit: str = "a") -> dict[str, Any]:
    return {"commitment": "m01.1", "unit": unit, "author": author, "at": at}


def report(at: date, author: str = "王", unit: str = "a", **facts: Any) -> ProgressReport:
    return ProgressReport(**cited(at, author, unit), facts=facts)


def withdrawn(entry: Entry) -> Correction:
    cites = cited(entry.day, unit=entry.unit)
    return Correction(**cites, corrects=entry.id, reason="误填", withdraws=True)


def table(at: date, author: str = "王", unit: str = "a", **fields: Any) -> CaseReport:
    met, late = fields.pop("met", 0), fields.pop("late", 0)
    found = Tally(counts={Status.MET: met, Status.NOT_MET: late}, open_late=fields.pop("open_late", 0))
    given: dict[str, Any] = {"tally": found, "source": "台账", **fields}
    return CaseReport(**cited(at, author, unit), **given)


def carried(
    commitment: Commitment,
    as_of: date,
    *entries: Entry,
    units: str = "a",
    sharing: Sharing = Sharing.JOINTLY,
    rule: Colouring | None = None,
) -> CommitmentState:
    """The state of a commitment that the units called by these letters carry."""
    fixed = commitment.due_by
    tasks = [
        Task(
            unit=LeadUnit(unit, f"{unit}单位", f"unit {unit}"),
            commitment=commitment,
            sharing=sharing,
            shared_with=(),
            period=PERIOD,
            due=fixed or PERIOD.last,
            due_is_inferred=fixed is None,
        )
        for unit in units
    ]
    return commitment_state(tasks, entries, as_of, rule or ColourRule(), CHINA)


def task(commitment: Commitment, as_of: date, *entries: Entry, **how: Any) -> TaskState:
    """The state of the one task there is; every entry counts."""
    state = carried(commitment, as_of, *entries, **how)
    assert state.problems == ()
    return state.tasks[0]
