"""The plan (方案): what it holds, how it is asked, and how it comes to its judge and its text."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from pathlib import Path

import attrs

from wushan_plan.errors import DefinitionError, NotBoundError, UnknownNameError, nearest, nearest_names
from wushan_plan.model import queries
from wushan_plan.model.citation import Citation
from wushan_plan.model.commitment import Commitment
from wushan_plan.model.criteria import Criterion
from wushan_plan.model.display import Displayer, ShownInNotebook
from wushan_plan.model.mappings import FixedMapping
from wushan_plan.model.modality import Modality
from wushan_plan.model.parts import Chapter as Chapter
from wushan_plan.model.parts import LeadUnit as LeadUnit
from wushan_plan.model.parts import Measure as Measure
from wushan_plan.model.parts import Safeguard as Safeguard
from wushan_plan.model.parts import Section as Section
from wushan_plan.model.parts import SentenceDigest as SentenceDigest
from wushan_plan.model.parts import printed
from wushan_plan.model.periods import Interval
from wushan_plan.model.readings import Interpretations
from wushan_plan.model.source import Comparison, Librarian
from wushan_plan.model.verdict import Judge, Lang


@attrs.frozen(repr=False)
class Plan(ShownInNotebook):
    """A government plan as typed values (方案).

    Attributes:
        id: stable id of the plan.
        number: document number as printed.
        title: title as printed.
        title_en: the title in English.
        issuer: who issued it, as printed.
        issued: day of issue.
        period: the days it speaks of.
        chapters: its chapters.
        safeguards: its safeguard paragraphs.
        lead_units: every unit named in section headings, in order of first mention.
        readings: the interpretation register, by place or by id: ``plan.readings["T8"]``.
        digests: the fingerprint of every sentence.
        judge: what judges its commitments; introduced by whoever puts plan and engine together.
        librarian: what binds and compares official texts; introduced likewise.
        sentences: the official sentences by citation, once bound; ``None`` before.
        period_is_inferred: whether the text leaves those days open, so that they are inference.
        lead_units_label: the word printed before the lead units of a section heading.
    """

    id: str
    number: str
    title: str
    title_en: str
    issuer: str
    issued: date
    period: Interval
    chapters: tuple[Chapter, ...]
    safeguards: tuple[Safeguard, ...]
    lead_units: tuple[LeadUnit, ...]
    readings: Interpretations = attrs.field(default=Interpretations(), converter=Interpretations)
    digests: tuple[SentenceDigest, ...] = attrs.field(default=(), repr=False)
    _judge: Judge | None = attrs.field(default=None, eq=False, repr=False, kw_only=True)
    _librarian: Librarian | None = attrs.field(default=None, eq=False, repr=False, kw_only=True)
    sentences: Mapping[Citation, str] | None = attrs.field(default=None, eq=False, repr=False, kw_only=True)
    period_is_inferred: bool = attrs.field(default=False, kw_only=True)
    lead_units_label: str = attrs.field(default="牵头单位", kw_only=True)

    def __repr__(self) -> str:
        return f"<Plan {self.number} {self.title}>"

    def __attrs_post_init__(self) -> None:
        # Parts know their plan, and the plan holds its parts. The parts are copied, so that a
        # second plan made from this one (bound to a text, or judged by another calendar) never
        # changes it. Done once, before anyone else can see the plan.
        def units(found: tuple[LeadUnit, ...]) -> tuple[LeadUnit, ...]:
            return tuple(attrs.evolve(unit, plan=self) for unit in found)

        def committed(found: tuple[Commitment, ...]) -> tuple[Commitment, ...]:
            return tuple(attrs.evolve(one, plan=self) for one in found)

        def measured(found: tuple[Measure, ...]) -> tuple[Measure, ...]:
            return tuple(
                attrs.evolve(one, plan=self, commitments=committed(one.commitments)) for one in found
            )

        def divided(found: tuple[Section, ...]) -> tuple[Section, ...]:
            return tuple(
                attrs.evolve(
                    one,
                    plan=self,
                    lead_units=units(one.lead_units),
                    measures=measured(one.measures),
                )
                for one in found
            )

        def put(name: str, value: object) -> None:
            object.__setattr__(self, name, value)

        put(
            "chapters",
            tuple(attrs.evolve(one, plan=self, sections=divided(one.sections)) for one in self.chapters),
        )
        put(
            "safeguards",
            tuple(
                attrs.evolve(one, plan=self, commitments=committed(one.commitments))
                for one in self.safeguards
            ),
        )
        put("lead_units", units(self.lead_units))
        put("readings", Interpretations(attrs.evolve(one, plan=self) for one in self.readings))

    @property
    def displayer(self) -> Displayer | None:
        """What shows it and its parts in a notebook; ``None`` without a judge that has a voice."""
        return None if self._judge is None else self._judge.voice

    # --- its parts --------------------------------------------------------------------------------

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """Every section, in printed order."""
        return tuple(section for chapter in self.chapters for section in chapter.sections)

    @cached_property
    def measures(self) -> tuple[Measure, ...]:
        """Every measure, in printed order."""
        return tuple(measure for section in self.sections for measure in section.measures)

    @cached_property
    def commitments(self) -> tuple[Commitment, ...]:
        """Every commitment, in printed order: measures, then safeguards."""
        places: tuple[Measure | Safeguard, ...] = (*self.measures, *self.safeguards)
        return tuple(one for place in places for one in place.commitments)

    @cached_property
    def targets(self) -> Mapping[str, Commitment]:
        """The quantified targets by id, in printed order."""
        return _Named({one.id: one for one in self.commitments if one.is_target}, "targets")

    @cached_property
    def _by_name(self) -> Mapping[str, Commitment]:
        return {name: one for one in self.commitments for name in (one.number, one.id)}

    @cached_property
    def _places(self) -> Mapping[str, Measure | Safeguard]:
        places: tuple[Measure | Safeguard, ...] = (*self.measures, *self.safeguards)
        return {printed(one): one for one in places}

    @cached_property
    def _sections_by_place(self) -> Mapping[str, Section]:
        return {str(one.number): section for section in self.sections for one in section.measures}

    def measure(self, number: int) -> Measure:
        """The measure of that number."""
        found = self._places.get(str(number)) if type(number) is int else None
        if not isinstance(found, Measure):
            raise UnknownNameError(
                value=number,
                rule=f"the plan has measures 1 to {len(self.measures)}.",
                where="Plan.measure",
                remedy="Give the printed number as an int.",
                zh="没有这条措施",
            )
        return found

    def commitment(self, name: str) -> Commitment:
        """The commitment of that id or number."""
        found = self._by_name.get(name)
        if found is None:
            raise UnknownNameError(
                value=name,
                rule="no commitment has this id or number.",
                where="Plan.commitment",
                remedy=nearest(name, self._by_name),
                zh="没有这个编号的承诺，可先用 wushan-plan search 查找",
                near=nearest_names(name, self._by_name),
            )
        return found

    def lead_unit(self, name: str) -> LeadUnit:
        """The lead unit of that id, printed name or English name.

        Raises:
            UnknownNameError: for any other; it names the nearest.
        """
        for unit in self.lead_units:
            if name in unit.names:
                return unit
        known = [n for unit in self.lead_units for n in unit.names]
        raise UnknownNameError(
            value=name,
            rule="no lead unit has this id or name.",
            where="Plan.lead_unit",
            remedy=nearest(name, known),
            zh="没有这个牵头单位",
            near=nearest_names(name, known),
        )

    def place(self, citation: Citation) -> Measure | Safeguard:
        """The measure or safeguard that holds ``citation``."""
        found = self._places.get(citation.place)
        if found is None:
            raise UnknownNameError(
                value=str(citation),
                rule="the plan has no such measure or safeguard.",
                where="Plan.place",
                remedy="Cite a printed number.",
            )
        return found

    def section_of(self, citation: Citation) -> Section | None:
        """The section that holds ``citation``; ``None`` for a safeguard."""
        return self._sections_by_place.get(citation.place)

    # --- questions ---------------------------------------------------------------------------------

    def select(
        self,
        *,
        lead_unit: str | None = None,
        modality: Modality | None = None,
        criterion: type[Criterion] | None = None,
        platform: str | None = None,
        instrument: str | None = None,
        beneficiary: str | None = None,
        actor: str | None = None,
        due_by: date | None = None,
        is_target: bool | None = None,
    ) -> tuple[Commitment, ...]:
        """The commitments that fit every condition given, in printed order.

        Args:
            lead_unit: id, printed name or English name of a lead unit.
            modality: how strongly they bind.
            criterion: class of their criterion, or of a part of it.
            platform: part of the name of a platform they name, such as 渝快办.
            instrument: part of the name of an instrument they name.
            beneficiary: part of the description of whom they are for, in Chinese or English.
            actor: part of the name of who acts.
            due_by: they fix a date, and it is this day or earlier.
            is_target: whether they are quantified targets.

        Raises:
            UnknownNameError: for a lead unit the plan does not know.
            FactError: for a condition that nothing would ever fit, such as text for a date.
        """
        return queries.select(
            self,
            lead_unit=lead_unit,
            modality=modality,
            criterion=criterion,
            platform=platform,
            instrument=instrument,
            beneficiary=beneficiary,
            actor=actor,
            due_by=due_by,
            is_target=is_target,
        )

    def search(self, text: str) -> tuple[Commitment, ...]:
        """The commitments in which every word of ``text`` occurs, in printed order.

        Looks at ids, titles, phrases, platforms and lead units, at summaries, beneficiaries, actors,
        scopes and notes in both languages, and at the official sentence where the text is bound.
        """
        return queries.search(self, text)

    def rows(self, lang: Lang = "zh") -> tuple[dict[str, str], ...]:
        """Every commitment as one flat row of text, for a table.

        Args:
            lang: language of titles, units, actors, scopes and limits. The columns are the same in
                both languages: where one holds Chinese, such as ``summary``, its English stands in a
                column of its own, ``summary_en``; what is quoted from the text stays as printed.

        Raises:
            DefinitionError: when the plan was introduced to no judge that has a voice: ``limit`` is
                what a commitment asks at least or at most, in words.
        """
        voice = self.judge.voice
        if voice is None:
            raise DefinitionError(
                value=self.id,
                rule="putting limits into words takes a voice.",
                where="Plan.rows",
                remedy="Use wushan_plan.introduced(plan).",
            )
        return tuple(queries.rows(self, voice, lang))

    # --- its engine and its text ------------------------------------------------------------------

    @property
    def judge(self) -> Judge:
        """What judges its commitments.

        Raises:
            DefinitionError: when the plan has not been introduced to a judge.
        """
        if self._judge is None:
            raise self._not_introduced("a judge", "judge")
        return self._judge

    def introduced_to(self, judge: Judge, librarian: Librarian) -> Plan:
        """The same plan, judged by ``judge``, with ``librarian`` for its texts."""
        return attrs.evolve(self, judge=judge, librarian=librarian)

    def judged_by(self, judge: Judge) -> Plan:
        """The same plan, judged by ``judge``."""
        return attrs.evolve(self, judge=judge)

    def bind(self, text: str | Path) -> Plan:
        """The same plan with the official text bound, every digest and every heading checked.

        Args:
            text: the text itself, or the path of a file that holds it (UTF-8 or GB18030). Header,
                footer, odd white space and full-width differences in numbering do not matter.

        Returns:
            A plan whose measures have ``text`` and whose commitments have ``sentence``.

        Raises:
            SourceTextError: for any other text; :meth:`compare` tells what differs.
        """
        return self._texts.bind(self, text)

    def compare(self, text: str | Path) -> Comparison:
        """What differs between the official text and ``text``, by sentence and by heading.

        Args:
            text: as for :meth:`bind`.
        """
        return self._texts.compare(self, text)

    @property
    def _texts(self) -> Librarian:
        if self._librarian is None:
            raise self._not_introduced("a librarian", "librarian")
        return self._librarian

    def _not_introduced(self, whom: str, where: str) -> DefinitionError:
        return DefinitionError(
            value=self.id,
            rule=f"this plan has not been introduced to {whom}.",
            where=f"Plan.{where}",
            remedy="Use wushan_plan.introduced(plan), or plan.introduced_to(judge, librarian).",
            zh="方案还不能判定和核对原文，请用wushan_plan.introduced(方案)",
        )

    def sentence(self, citation: Citation) -> str:
        """One official sentence.

        Raises:
            NotBoundError: before the official text is bound.
        """
        return self._bound()[citation]

    def place_text(self, place: str) -> str:
        """The official text of a measure or safeguard, heading included."""
        return "".join(text for where, text in self._bound().items() if where.place == place)

    def _bound(self) -> Mapping[Citation, str]:
        if self.sentences is None:
            raise NotBoundError(
                value=self.id,
                rule="this library carries no copy of the official sentences.",
                where="Plan",
                remedy="Bind the official text first: bound = plan.bind(text_or_path).",
            )
        return self.sentences


@attrs.frozen(eq=False, repr=False)
class _Named(FixedMapping[str, Commitment]):
    """A mapping whose missing key names the nearest keys."""

    _what: str

    def __getitem__(self, key: object) -> Commitment:
        try:
            return self._items[key]  # type: ignore[index]  # any key may be asked for
        except KeyError:
            raise UnknownNameError(
                value=key,
                rule=f"the plan has no such entry in {self._what}.",
                where=f"Plan.{self._what}[…]",
                remedy=nearest(key, self),
            ) from None
