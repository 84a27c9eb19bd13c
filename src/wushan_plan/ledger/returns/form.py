"""What a unit is asked, row by row, and the code by which a form is known again (填报表内容)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import attrs

from wushan_plan.ledger.ledger import Ledger
from wushan_plan.ledger.state import TaskState
from wushan_plan.ledger.tasks import reported_facts
from wushan_plan.model.criteria import FullRate
from wushan_plan.model.facts import Fact, FactKind
from wushan_plan.model.modality import Status
from wushan_plan.model.periods import Interval

PREFIX = "wushan-plan-return/"
VERSION = "1"
IN_COLUMNS = frozenset({"done_on", "reached_on", "evidence"})
"""Facts that have a column of their own: the day of completion and the evidence."""
SUMMED = frozenset({FactKind.COUNT, FactKind.AMOUNT, FactKind.ITEMS})
"""Kinds of facts that can be reported for a period and add up."""
_NONE = "-"


@attrs.frozen
class FormCode:
    """What a form is about (表格编号), written on it as one text.

    Attributes:
        plan: id of the plan.
        unit: id of the unit.
        as_of: the cut-off day.
        period: the period its figures may be for.
        version: of the form itself.
    """

    plan: str
    unit: str
    as_of: dt.date
    period: Interval | None = None
    version: str = VERSION

    def __str__(self) -> str:
        period = _NONE if self.period is None else f"{self.period.first}~{self.period.last}"
        return f"{PREFIX}{self.version} {self.plan} {self.unit} {self.as_of} {period}"

    @classmethod
    def parsed(cls, text: str) -> FormCode:
        """The code of a text; raises ``ValueError`` for anything :meth:`__str__` does not write."""
        version, plan, unit, as_of, days = text.removeprefix(PREFIX).split(" ")
        period = None
        if days != _NONE:
            first, last = days.split("~")
            period = Interval(dt.date.fromisoformat(first), dt.date.fromisoformat(last))
        return cls(plan, unit, dt.date.fromisoformat(as_of), period, version)


@attrs.frozen
class FormRow:
    """One row of a form (填报行): one fact of one task.

    Attributes:
        state: how the task stands.
        unit: id of the unit its entries cite.
        fact: what is asked.
        is_first: whether it is the first row of its task.
        dated: whether a day of completion can be given in it.
        flows: whether its figure is for the form's period unless the unit says otherwise.
    """

    state: TaskState
    unit: str
    fact: Fact
    is_first: bool
    dated: bool
    flows: bool

    @property
    def id(self) -> str:
        """Names the row, wherever it is moved."""
        return row_id(self.unit, self.state.commitment.id, self.fact.name)


def row_id(unit: str, commitment: str, fact: str) -> str:
    """The id of a row."""
    return f"{unit}/{commitment}/{fact}"


def rows_of(ledger: Ledger, unit: str, as_of: dt.date, period: Interval | None = None) -> Iterator[FormRow]:
    """What ``unit`` has to report on a day: its tasks that are not yet settled, reassigned ones included.

    A task is settled when the day it was done is known and it is judged, or when it does not apply.
    """
    for state in ledger.as_of(as_of).tasks:
        if unit not in state.holders or _is_settled(state):
            continue
        every = reported_facts(state.commitment)
        names = {fact.name for fact in every}
        asked = [fact for fact in every if fact.name not in IN_COLUMNS]
        rate = isinstance(state.commitment.criterion, FullRate)
        for fact in asked:
            first = fact is asked[0]
            yield FormRow(
                state=state,
                unit=state.unit or unit,
                fact=fact,
                is_first=first,
                dated=first and bool({"done_on", "reached_on"} & names),
                flows=period is not None and rate and fact.kind is FactKind.COUNT,
            )


def _is_settled(state: TaskState) -> bool:
    if state.status is Status.NOT_APPLICABLE:
        return True
    return state.completed_on is not None and state.status in (Status.MET, Status.NOT_MET, Status.EXCUSED)
