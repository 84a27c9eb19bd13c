"""Who has to do and report what: the plan broken down into tasks (任务分解)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Mapping
from enum import Enum

import attrs

from wushan_plan.errors import EntryError, UnknownNameError, nearest, nearest_names
from wushan_plan.evaluation.facts import read_facts
from wushan_plan.ledger.entries import (
    CaseReport,
    Completion,
    Correction,
    Entry,
    ProgressReport,
    Reassignment,
    Report,
)
from wushan_plan.ledger.values import Facts
from wushan_plan.model.commitment import Commitment
from wushan_plan.model.criteria import TimeLimit
from wushan_plan.model.facts import Fact, FactKind
from wushan_plan.model.periods import Interval
from wushan_plan.model.plan import LeadUnit, Plan
from wushan_plan.model.queries import addressed_to_each

LEADING_GROUP = LeadUnit("leading-group", "领导小组", "the leading group")
"""Stands in the ledger for what the safeguards leave to no unit in particular; no lead unit of the plan."""

_COUNTABLE = (FactKind.COUNT, FactKind.ITEMS)


class Sharing(Enum):
    """How several units carry one commitment (责任方式)."""

    JOINTLY = "jointly"
    """One promise, one state, whichever of the units reports (共同负责)."""
    EACH = "each"
    """Every unit for itself, each with a state of its own (各自负责)."""


@attrs.frozen
class Assignment:
    """Who carries a commitment, and how (责任分工).

    Attributes:
        units: the units.
        sharing: jointly, or each for itself.
        inferred: whether the text leaves it open and this is inference.
    """

    units: tuple[LeadUnit, ...]
    sharing: Sharing
    inferred: bool = False


def assign_by_heading(commitment: Commitment) -> Assignment:
    """The rule the breakdown follows unless another is given (责任分工规则).

    - A commitment of a measure: the lead units of its section, jointly, as the heading names them.
      That another body performs it (``commitment.actor``) changes nothing here.
    - A safeguard whose actor the text calls 各…: every lead unit, each for itself. That 各有关部门
      are the lead units is an inference.
    - Any other safeguard: the leading group. That is an inference.
    """
    if commitment.lead_units:
        return Assignment(commitment.lead_units, Sharing.JOINTLY)
    plan = commitment.plan
    if plan is not None and addressed_to_each(commitment):
        return Assignment(plan.lead_units, Sharing.EACH, inferred=True)
    return Assignment((LEADING_GROUP,), Sharing.JOINTLY, inferred=True)


def citable_units(plan: Plan) -> tuple[LeadUnit, ...]:
    """The units a ledger of ``plan`` knows: its lead units, and the leading group where it has tasks."""
    by_rule = (assign_by_heading(one).units for one in plan.commitments if one.counts)
    return (*plan.lead_units, LEADING_GROUP) if (LEADING_GROUP,) in by_rule else plan.lead_units


@attrs.frozen
class Task:
    """What one unit has to do and report (任务).

    Attributes:
        unit: whose task.
        commitment: what was promised.
        sharing: whether it is carried jointly with others, or by each unit for itself.
        shared_with: the other units that carry it jointly.
        period: the days it speaks of.
        due: the last day, inclusive.
        due_is_inferred: whether the text fixes no day, and the last day of the plan's period stands
            in for it (register T14).
        unit_is_inferred: whether the text leaves open whose it is.
    """

    unit: LeadUnit
    commitment: Commitment
    sharing: Sharing
    shared_with: tuple[LeadUnit, ...]
    period: Interval
    due: dt.date
    due_is_inferred: bool
    unit_is_inferred: bool = False

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The facts to report, in the order a form would ask for them."""
        return reported_facts(self.commitment)

    @property
    def is_target(self) -> bool:
        """Whether it is one of the quantified targets."""
        return self.commitment.is_target


def breakdown(plan: Plan, assign: Callable[[Commitment], Assignment] = assign_by_heading) -> tuple[Task, ...]:
    """The plan as tasks, commitment by commitment in printed order.

    A heading that only names what stands below it is no task: it is judged by what is below it.
    """
    tasks: list[Task] = []
    for commitment in plan.commitments:
        if not commitment.counts:
            continue
        assigned = assign(commitment)
        fixed = commitment.due_by
        tasks += (
            Task(
                unit=unit,
                commitment=commitment,
                sharing=assigned.sharing,
                shared_with=tuple(one for one in assigned.units if one != unit)
                if assigned.sharing is Sharing.JOINTLY
                else (),
                period=plan.period,
                due=plan.period.last if fixed is None else fixed,
                due_is_inferred=fixed is None,
                unit_is_inferred=assigned.inferred,
            )
            for unit in assigned.units
        )
    return tuple(tasks)


def reported_facts(commitment: Commitment) -> tuple[Fact, ...]:
    """The facts an entry on ``commitment`` can report.

    Its own facts, less verdicts, which are derived; ``start`` where several events start a clock;
    and ``in_scope`` where it states a scope: ``False`` says that there is nothing to judge here.
    """
    facts = [fact for fact in commitment.facts if fact.kind is not FactKind.VERDICTS]
    if isinstance(commitment.criterion, TimeLimit) and all(fact.name != "start" for fact in facts):
        facts.append(Fact("start", "起算日期", "start of the clock", FactKind.DATE, optional=True))
    if commitment.scope is not None:
        facts.append(
            Fact(
                "in_scope",
                f"是否属于：{commitment.scope.zh}",
                commitment.scope.en,
                FactKind.TRUTH,
                optional=True,
            )
        )
    return tuple(facts)


@attrs.frozen
class Register:
    """Which names entries may cite (可引用名称), and the check of an entry against them.

    Attributes:
        units: every unit that can be cited, by id.
        commitments: every commitment that can be cited, by id, with the facts it asks for.
    """

    units: Mapping[str, LeadUnit]
    commitments: Mapping[str, tuple[Fact, ...]] = attrs.field(repr=False)

    @classmethod
    def of(cls, plan: Plan) -> Register:
        """The names of a plan, and the leading group where the plan leaves it something."""
        return cls(
            {unit.id: unit for unit in citable_units(plan)},
            {one.id: reported_facts(one) for one in plan.commitments if one.counts},
        )

    def check(self, entry: Entry) -> None:
        """Nothing, for an entry that may stand in the ledger.

        Raises:
            UnknownNameError: for a commitment, unit or fact that is not known.
            FactError: for a fact of the wrong kind, or that cannot be true.
            EntryError: for an entry that is none of the kinds, or adds to what is not counted.
        """
        if not entry.kind:
            raise EntryError(
                value=type(entry).__name__,
                rule="an entry is of one of its kinds.",
                where="entry",
                remedy="Write a ProgressReport, Completion, Comment …",
                zh="记录种类不识",
            )
        try:
            entry.payload.encode("utf-8")
        except UnicodeEncodeError as error:
            raise EntryError(
                value=entry.id,
                rule=f"text is made of characters, and this holds half of one: {error.reason}.",
                where="entry",
                remedy="Read the source with its own encoding.",
                zh="文字含有无法保存的字符",
            ) from error
        asked = self.commitments.get(entry.commitment)
        if asked is None:
            raise _unknown(entry.commitment, "commitment", self.commitments, "承诺事项编号不识")
        self._check_unit(entry.unit, "unit")
        if isinstance(entry, Reassignment):
            self._check_unit(entry.to, "to")
        elif isinstance(entry, Correction):
            # A day of completion and a piece of evidence belong to the entry they correct, whether
            # the commitment asks for them or not.
            facts = tuple(pair for pair in entry.facts if pair[0] not in ("done_on", "evidence"))
            self._check_facts(asked, facts)
        elif isinstance(entry, Report) and not isinstance(entry, CaseReport):
            self._check_facts(asked, entry.facts)
            if isinstance(entry, ProgressReport):
                self._check_additions(asked, entry.adds)

    def _check_unit(self, unit: str, where: str) -> None:
        if unit not in self.units:
            raise _unknown(unit, where, self.units, "单位编号不识")

    @staticmethod
    def _check_facts(asked: tuple[Fact, ...], facts: Facts) -> None:
        names = {fact.name for fact in asked}
        for name, _ in facts:
            if name not in names:
                raise _unknown(name, "facts", names, "事实名称不识")
        read_facts(asked, dict(facts))

    @staticmethod
    def _check_additions(asked: tuple[Fact, ...], adds: Facts) -> None:
        countable = {fact.name for fact in asked if fact.kind in _COUNTABLE}
        for name, _ in adds:
            if name not in countable:
                raise _unknown(name, "adds", countable, "该事实不能逐项累加")


def stated_facts(entry: Report, facts: Facts, asked: frozenset[str]) -> dict[str, object]:
    """What an entry with ``facts`` says about the facts its commitment asks for.

    A completion says the day of whatever day is asked for (``done_on``, ``reached_on``, ``end``).
    Not done takes an earlier day of completion back; a day of completion means done.
    """
    stated: dict[str, object] = {name: value for name, value in facts if name in asked}
    if isinstance(entry, Completion):
        done_on = dict(facts).get("done_on")
        for name in ("reached_on", "end"):
            if name in asked and done_on is not None:
                stated.setdefault(name, done_on)
    if "done_on" in asked and "done" in asked:
        if stated.get("done") is False:
            stated.setdefault("done_on", None)
        elif stated.get("done_on") is not None:
            stated.setdefault("done", True)
    return stated


def _unknown(name: str, where: str, known: Collection[str], zh: str) -> UnknownNameError:
    return UnknownNameError(
        value=name,
        rule="the ledger knows no such name.",
        where=where,
        remedy=nearest(name, known),
        zh=zh,
        near=nearest_names(name, known),
    )


__all__ = [
    "LEADING_GROUP",
    "Assignment",
    "Register",
    "Sharing",
    "Task",
    "assign_by_heading",
    "breakdown",
    "citable_units",
    "reported_facts",
    "stated_facts",
]
