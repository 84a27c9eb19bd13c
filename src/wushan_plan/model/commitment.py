"""One checkable statement of a plan (承诺事项)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

import attrs

from wushan_plan.errors import DefinitionError, FactError
from wushan_plan.model.citation import Citation
from wushan_plan.model.criteria import (
    Criterion,
    Discretion,
    MeanTimeLimit,
    Summary,
    TimeLimit,
)
from wushan_plan.model.display import ShownInNotebook
from wushan_plan.model.facts import Fact
from wushan_plan.model.modality import Modality, Status
from wushan_plan.model.particulars import Actor as Actor
from wushan_plan.model.particulars import Deviation as Deviation
from wushan_plan.model.particulars import Figure as Figure
from wushan_plan.model.particulars import FigureValue as FigureValue
from wushan_plan.model.particulars import NamedTerm as NamedTerm
from wushan_plan.model.particulars import Quantifier as Quantifier
from wushan_plan.model.particulars import Relation as Relation
from wushan_plan.model.particulars import Role as Role
from wushan_plan.model.particulars import Scope as Scope
from wushan_plan.model.particulars import SuperiorRule as SuperiorRule
from wushan_plan.model.periods import CalendarDays, WorkingDays
from wushan_plan.model.readings import Interpretation, Reading

if TYPE_CHECKING:
    from wushan_plan.model.plan import LeadUnit, Measure, Plan, Safeguard, Section
    from wushan_plan.model.verdict import Deadline, Lang, Suspension, Verdict


def _texts(value: Iterable[str]) -> tuple[str, ...]:
    if isinstance(value, str):
        raise DefinitionError(
            value=value,
            rule="a list of names is a tuple, not one string.",
            where="Commitment",
            remedy="Write ('渝快办',).",
        )
    return tuple(value)


@attrs.frozen(repr=False)
class Commitment(ShownInNotebook):
    """One checkable statement: one verb, one object (承诺事项).

    Attributes:
        id: stable public id: a slug for targets and other zeros, coverages and exemptions, its
            number otherwise.
        number: number for people, in printed order: ``m06.1``, ``s2.3``; ``.0`` is a heading.
        citation: measure and sentence it stands in.
        modality: how strongly it binds.
        criterion: how it is checked.
        summary: what it says, in our own words, in Chinese.
        summary_en: the same in English.
        phrase: the short operative phrase that holds its number or date, as printed.
        is_target: whether it is one of the quantified targets.
        role: action, outcome or heading.
        actor: who acts, where it is not the lead units.
        beneficiary: for whom, in Chinese; empty when the text does not say.
        beneficiary_en: the same in English.
        scope: whom or what it is about; ``None`` when the text sets no bounds.
        exceptions: deviations the text allows.
        figures: every number, date and quantifier it carries.
        platforms: named platforms and systems, as printed.
        instruments: named instruments, lists, plans and rules, as printed.
        law: rules of superior law beside it.
        trial_of: the plan's own limit, on a copy under another one (:meth:`with_limit`).
        notes: how an open phrase is read here, in Chinese, with the register's ids.
        notes_en: the same in English, one for each of ``notes``.
        plan: the plan it belongs to; set when the plan is put together.
    """

    id: str
    number: str
    citation: Citation
    modality: Modality
    criterion: Criterion
    summary: str
    summary_en: str
    phrase: str = ""
    is_target: bool = False
    role: Role = Role.ACTION
    actor: Actor | None = None
    beneficiary: str = ""
    beneficiary_en: str = ""
    scope: Scope | None = None
    exceptions: tuple[Deviation, ...] = ()
    figures: tuple[Figure, ...] = ()
    platforms: tuple[str, ...] = attrs.field(default=(), converter=_texts)
    instruments: tuple[str, ...] = attrs.field(default=(), converter=_texts)
    law: tuple[SuperiorRule, ...] = ()
    notes: tuple[str, ...] = attrs.field(default=(), converter=_texts)
    notes_en: tuple[str, ...] = attrs.field(default=(), converter=_texts)
    trial_of: WorkingDays | CalendarDays | None = None
    plan: Plan | None = attrs.field(default=None, eq=False, repr=False, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if self.is_target and not self.phrase:
            raise DefinitionError(
                value=self.id,
                rule="a target carries the phrase of the text that holds its number or date.",
                where=f"Commitment {self.number}",
                remedy="Give phrase=….",
            )
        if len(self.notes_en) != len(self.notes):
            raise DefinitionError(
                value=self.notes_en,
                rule=f"every note has its English, in the same order; there are {len(self.notes)} notes.",
                where=f"Commitment {self.number}",
                remedy="Give notes_en=… with one text for each of notes.",
            )

    def __repr__(self) -> str:
        return f"<Commitment {self.number} {self.id}>"

    # --- where it stands ------------------------------------------------------------------------

    @property
    def place(self) -> Measure | Safeguard:
        """The measure or safeguard it stands in."""
        return self._plan.place(self.citation)

    @property
    def section(self) -> Section | None:
        """The section it stands in; ``None`` for a safeguard."""
        return self._plan.section_of(self.citation)

    @property
    def lead_units(self) -> tuple[LeadUnit, ...]:
        """The lead units of its section, jointly responsible; empty for a safeguard."""
        section = self.section
        return () if section is None else section.lead_units

    @property
    def sentence(self) -> str:
        """The official sentence. Exists only once the official text is bound.

        Raises:
            NotBoundError: before :meth:`Plan.bind` (an ``AttributeError``).
        """
        return self._plan.sentence(self.citation)

    @property
    def interpretations(self) -> tuple[Interpretation, ...]:
        """The entries of the register that touch it."""
        return tuple(
            entry
            for entry in self._plan.readings
            if not entry.affects or {self.id, self.number, self.citation.place} & set(entry.affects)
        )

    @property
    def _plan(self) -> Plan:
        if self.plan is None:
            raise DefinitionError(
                value=self.id,
                rule="a commitment answers only as part of a plan.",
                where=f"Commitment {self.number}",
                remedy="Take it from a Plan, such as PLAN.commitments.",
            )
        return self.plan

    # --- what it asks and what it can answer ------------------------------------------------------

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The facts ``evaluate`` needs, in the order a form would ask for them."""
        condition = () if self.scope is None or self.scope.condition is None else (self.scope.condition,)
        return (*condition, *self.criterion.facts)

    @property
    def readings(self) -> tuple[Reading, ...]:
        """The readings it can be judged under, the default first."""
        return self.criterion.readings

    @property
    def due_by(self) -> date | None:
        """The date the text fixes, inclusive; ``None`` where it fixes none."""
        return self.criterion.fixed_date

    @property
    def possible_statuses(self) -> frozenset[Status]:
        """The statuses its modality, criterion, scope and exceptions allow."""
        statuses = {Status.MET, Status.UNKNOWN}
        if self.modality.can_be_missed and self.criterion.can_fall_short:
            statuses.add(Status.NOT_MET)
            if self.exceptions:
                statuses.add(Status.EXCUSED)
        if self.criterion.can_be_pending:
            statuses.add(Status.PENDING)
        if self.scope is not None or isinstance(self.criterion, Discretion):
            statuses.add(Status.NOT_APPLICABLE)
        return frozenset(statuses)

    @property
    def counts(self) -> bool:
        """Whether a scorecard counts it: a heading that only summarises is not counted."""
        return not isinstance(self.criterion, Summary)

    def with_limit(self, limit: WorkingDays | CalendarDays) -> Commitment:
        """The same commitment under another time limit, to see what would change.

        Raises:
            FactError: when it sets no time limit that another could replace.
        """
        if not isinstance(limit, (WorkingDays, CalendarDays)):
            raise FactError(
                value=limit,
                rule="a limit is a number of working days or of calendar days.",
                where=f"{self.id}.with_limit",
                remedy="Give WorkingDays(7) or CalendarDays(20).",
            )
        criterion = self.criterion
        if isinstance(criterion, (TimeLimit, MeanTimeLimit)):
            own = self.trial_of or criterion.limit
            return attrs.evolve(
                self,
                criterion=attrs.evolve(criterion, limit=limit),
                trial_of=None if limit == own else own,
            )
        raise FactError(
            value=limit,
            rule=f"{self.id} sets no time limit that another could replace.",
            where=f"{self.id}.with_limit",
            remedy="Take a commitment whose criterion is a TimeLimit or a MeanTimeLimit.",
            zh=f"{self.id}没有可以替换的时限",
        )

    # --- its answers ------------------------------------------------------------------------------

    def explain(self, lang: Lang = "zh") -> str:
        """What it promises, how strongly, its limit, and the facts it needs, in words.

        Raises:
            DefinitionError: when it belongs to no plan that has a voice.
        """
        return self.display(lang).text

    def deadline(
        self,
        start: date | None = None,
        *,
        suspended: Iterable[Suspension] = (),
    ) -> Deadline:
        """The day it is due (截止日).

        Args:
            start: the day of the starting event, which is not counted. Left out where the text
                fixes the date.
            suspended: intervals ``(first, last)``, both ends included, in which the clock stands
                still.

        Raises:
            FactError: when the commitment has no deadline, or needs a start that is not given.
            OutOfCoverageError: when the counting leaves the published calendar.
        """
        return self._plan.judge.deadline(self, start, suspended=suspended)

    def evaluate(
        self,
        *,
        as_of: date | None = None,
        reading: Reading | Iterable[Reading] | None = None,
        excuse: str | None = None,
        suspended: Iterable[Suspension] = (),
        in_scope: bool | None = True,
        **facts: object,
    ) -> Verdict:
        """Judge it on the facts given (判定).

        Args:
            as_of: the day on which the judgement stands. Facts dated later have not happened yet.
                Needed wherever something is still open.
            reading: a reading, or one of each group, instead of the defaults.
            excuse: the recorded reason of a deviation. It counts only where the text allows one.
            suspended: intervals ``(first, last)``, both ends included, in which the clock stands
                still.
            in_scope: ``False`` when the case lies outside the stated scope, ``None`` when that is
                not known.
            **facts: the facts named by :attr:`facts`. ``None`` means not known, or not yet.

        Returns:
            The verdict. Missing facts make it unknown and are listed; they never make it met.

        Raises:
            FactError: for a fact that cannot be true (an end before its start, a negative count,
                NaN), of the wrong kind, or not asked for here.
            OutOfCoverageError: when the counting leaves the published calendar.
        """
        return self._plan.judge.evaluate(
            self,
            as_of=as_of,
            reading=reading,
            excuse=excuse,
            suspended=suspended,
            in_scope=in_scope,
            facts=facts,
        )
