"""What a criterion finds, before the modality has its say (查明情况)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from enum import Enum
from fractions import Fraction

import attrs

from wushan_plan.counting.workday_calendar import WorkdayCalendar
from wushan_plan.model.commitment import Commitment
from wushan_plan.model.facts import Fact, FactKind
from wushan_plan.model.periods import Days, Interval
from wushan_plan.model.readings import Reading
from wushan_plan.model.verdict import Deadline, Outlook, Reason, ReasonCode

AS_OF = Fact("as_of", "判定基准日", "day of judgement", FactKind.DATE)


class Outcome(Enum):
    """What the facts amount to (查明结果)."""

    FULFILLED = "fulfilled"
    SHORT = "short"
    """It falls short."""
    OPEN = "open"
    """Not yet due, and not yet fulfilled."""
    LACKING = "lacking"
    """Facts are missing."""
    VOID = "void"
    """There is nothing to judge."""


@attrs.frozen
class Question:
    """Everything a criterion is judged on (判定所据).

    Attributes:
        commitment: what is judged.
        facts: validated facts by name; a fact that is not known is absent.
        as_of: the day on which the judgement stands.
        readings: the chosen reading of each group that the criterion knows.
        suspended: intervals in which the clock stood still, merged.
        calendar: which days are working days.
    """

    commitment: Commitment
    facts: Mapping[str, object]
    as_of: dt.date | None
    readings: frozenset[Reading]
    suspended: tuple[Interval, ...]
    calendar: WorkdayCalendar

    def date(self, name: str) -> dt.date | None:
        """A date fact."""
        value = self.facts.get(name)
        return value if isinstance(value, dt.date) else None

    def number(self, name: str) -> Fraction | None:
        """A numeric fact, exact."""
        value = self.facts.get(name)
        return value if isinstance(value, Fraction) else None

    def truth(self, name: str) -> bool | None:
        """A yes-or-no fact."""
        value = self.facts.get(name)
        return value if isinstance(value, bool) else None

    def has_happened(self, day: dt.date) -> bool:
        """Whether ``day`` is not after ``as_of``; true when no ``as_of`` is given."""
        return self.as_of is None or day <= self.as_of

    def last_day(self, by: dt.date | None) -> dt.date | None:
        """The day the text fixes, else the last day of the plan's period."""
        period = self.plan_period
        return by or (None if period is None else period.last)

    @property
    def plan_period(self) -> Interval | None:
        """The period of the plan the commitment belongs to."""
        plan = self.commitment.plan
        return None if plan is None else plan.period


@attrs.frozen
class Finding:
    """What the facts amount to, and why (查明情况).

    Attributes: as those of :class:`~wushan_plan.model.verdict.Verdict`.
    """

    outcome: Outcome
    reasons: tuple[Reason, ...]
    missing: tuple[Fact, ...] = ()
    elapsed: Days | None = None
    overdue: Days | None = None
    measured: Fraction | None = None
    deadline: Deadline | None = None
    outlook: Outlook | None = None
    provisional: bool = False


def lacking(*facts: Fact, reasons: tuple[Reason, ...] = ()) -> Finding:
    """The finding that ``facts`` are missing."""
    named = Reason.of(ReasonCode.MISSING, facts=facts)
    return Finding(Outcome.LACKING, (*reasons, named), missing=facts)


def unknown(question: Question, values: Mapping[str, object]) -> tuple[Fact, ...]:
    """The facts among ``values``, by name, that are ``None``."""
    return tuple(fact_named(question, name) for name, value in values.items() if value is None)


def fact_named(question: Question, name: str) -> Fact:
    """The commitment's own description of a fact, for naming it as missing."""
    return next(fact for fact in question.commitment.facts if fact.name == name)
