"""The document's own parts (方案、章、节、措施、保障措施) and its lead units (牵头单位)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from pathlib import Path

import attrs

from wushan_plan.errors import DefinitionError, NotBoundError, UnknownNameError, nearest, nearest_names
from wushan_plan.model import queries
from wushan_plan.model.citation import Citation
from wushan_plan.model.commitment import Commitment, NamedTerm
from wushan_plan.model.criteria import Criterion
from wushan_plan.model.display import Displayer, ShownInNotebook
from wushan_plan.model.mappings import FixedMapping
from wushan_plan.model.modality import Modality
from wushan_plan.model.periods import Interval
from wushan_plan.model.readings import Interpretation
from wushan_plan.model.source import Comparison, Librarian
from wushan_plan.model.verdict import Judge


@attrs.frozen
class LeadUnit(ShownInNotebook):
    """One of the units named in section headings (牵头单位).

    Attributes:
        id: stable id.
        name: name as printed.
        name_en: name in English.
    """

    id: str
    name: str
    name_en: str
    plan: Plan | None = attrs.field(default=None, eq=False, repr=False, kw_only=True)

    @property
    def sections(self) -> tuple[Section, ...]:
        """The sections it leads, alone or jointly."""
        return tuple(one for one in _of(self.plan).sections if self in one.lead_units)

    @property
    def measures(self) -> tuple[Measure, ...]:
        """The measures of its sections, in printed order."""
        return tuple(measure for section in self.sections for measure in section.measures)

    @property
    def commitments(self) -> tuple[Commitment, ...]:
        """The commitments of its sections, in printed order."""
        return tuple(one for measure in self.measures for one in measure.commitments)

    @property
    def targets(self) -> tuple[Commitment, ...]:
        """The quantified targets among them."""
        return tuple(one for one in self.commitments if one.is_target)


@attrs.frozen(repr=False)
class Measure(ShownInNotebook):
    """One numbered measure (措施).

    Attributes:
        number: 1 to 45.
        title: its heading as printed, without number and full stop; empty where it has none.
        title_en: the title in English; for a measure without heading, what it is about.
        commitments: its commitments, in printed order.
        names: numerals and quantifiers of its text that are parts of names.
    """

    number: int
    title: str
    title_en: str
    commitments: tuple[Commitment, ...]
    names: tuple[NamedTerm, ...] = ()
    plan: Plan | None = attrs.field(default=None, eq=False, repr=False, kw_only=True)

    def __repr__(self) -> str:
        return f"<Measure {self.number} {self.title}>"

    @property
    def section(self) -> Section:
        """The section it stands in."""
        section = _of(self.plan).section_of(Citation(self.number, 0))
        assert section is not None  # every measure stands in a section
        return section

    @property
    def text(self) -> str:
        """The official text of the measure. Exists only once the official text is bound."""
        return _of(self.plan).place_text(str(self.number))


@attrs.frozen(repr=False)
class Safeguard(ShownInNotebook):
    """One safeguard paragraph of chapter four (保障措施).

    Attributes:
        number: 1 to 4.
        title: its heading as printed, without number and full stop.
        title_en: the heading in English.
        commitments: its commitments, in printed order.
        names: numerals and quantifiers of its text that are parts of names.
    """

    number: int
    title: str
    title_en: str
    commitments: tuple[Commitment, ...]
    names: tuple[NamedTerm, ...] = ()
    plan: Plan | None = attrs.field(default=None, eq=False, repr=False, kw_only=True)

    def __repr__(self) -> str:
        return f"<Safeguard S{self.number} {self.title}>"

    @property
    def text(self) -> str:
        """The official text of the paragraph. Exists only once the official text is bound."""
        return _of(self.plan).place_text(f"S{self.number}")


@attrs.frozen(repr=False)
class Section(ShownInNotebook):
    """One section with its lead units (节).

    Attributes:
        id: ``chapter.section``, such as ``1.2``.
        title: title as printed, without number and lead units.
        title_en: the title in English.
        lead_units: the lead units as printed, in their order; jointly responsible.
        measures: its measures, in printed order.
    """

    id: str
    title: str
    title_en: str
    lead_units: tuple[LeadUnit, ...]
    measures: tuple[Measure, ...]
    plan: Plan | None = attrs.field(default=None, eq=False, repr=False, kw_only=True)

    def __repr__(self) -> str:
        return f"<Section {self.id} {self.title}>"

    @property
    def chapter(self) -> Chapter:
        """The chapter it stands in."""
        return next(one for one in _of(self.plan).chapters if self in one.sections)

    @property
    def commitments(self) -> tuple[Commitment, ...]:
        """The commitments of its measures, in printed order."""
        return tuple(one for measure in self.measures for one in measure.commitments)


@attrs.frozen(repr=False)
class Chapter(ShownInNotebook):
    """One chapter (章).

    Attributes:
        number: 1 to 4.
        title: title as printed, without number.
        title_en: the title in English.
        sections: its sections; empty for chapter four, which holds the safeguards.
    """

    number: int
    title: str
    title_en: str
    sections: tuple[Section, ...] = ()
    plan: Plan | None = attrs.field(default=None, eq=False, repr=False, kw_only=True)

    def __repr__(self) -> str:
        return f"<Chapter {self.number} {self.title}>"


@attrs.frozen
class SentenceDigest:
    """The fingerprint of one official sentence (句子摘要).

    Attributes:
        citation: where it stands.
        characters: how many characters it has, the final 。 included.
        sha256: SHA-256 of its UTF-8 bytes: NFC, all white space removed, the final 。 kept, the
            printed number dropped.
    """

    citation: Citation
    characters: int
    sha256: str


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
        period: the days it speaks of; an inference where the text names none.
        chapters: its chapters.
        safeguards: its safeguard paragraphs.
        lead_units: every unit named in section headings, in order of first mention.
        readings: the interpretation register.
        digests: the fingerprint of every sentence.
        judge: what judges its commitments; introduced by whoever puts plan and engine together.
        librarian: what binds and compares official texts; introduced likewise.
        sentences: the official sentences by citation, once bound; ``None`` before.
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
    readings: tuple[Interpretation, ...] = ()
    digests: tuple[SentenceDigest, ...] = attrs.field(default=(), repr=False)
    _judge: Judge | None = attrs.field(default=None, eq=False, repr=False, kw_only=True)
    _librarian: Librarian | None = attrs.field(default=None, eq=False, repr=False, kw_only=True)
    sentences: Mapping[Citation, str] | None = attrs.field(default=None, eq=False, repr=False, kw_only=True)

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
        put("readings", tuple(attrs.evolve(one, plan=self) for one in self.readings))

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
        places: dict[str, Measure | Safeguard] = {str(one.number): one for one in self.measures}
        places.update({f"S{one.number}": one for one in self.safeguards})
        return places

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
                where="PLAN.measure",
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
                where="PLAN.commitment",
                remedy=nearest(name, self._by_name),
                zh="没有这个编号的承诺，可先用 wushan-plan search 查找",
                near=nearest_names(name, self._by_name),
            )
        return found

    def lead_unit(self, name: str) -> LeadUnit:
        """The lead unit of that id or printed name."""
        for unit in self.lead_units:
            if name in (unit.id, unit.name, unit.name_en):
                return unit
        known = [n for unit in self.lead_units for n in (unit.id, unit.name)]
        raise UnknownNameError(
            value=name,
            rule="no lead unit has this id or name.",
            where="PLAN.lead_unit",
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
                where="PLAN.place",
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
            lead_unit: id or printed name of a lead unit.
            modality: how strongly they bind.
            criterion: class of their criterion, or of a part of it.
            platform: part of the name of a platform they name, such as 渝快办.
            instrument: part of the name of an instrument they name.
            beneficiary: part of the description of whom they are for.
            actor: part of the name of who acts.
            due_by: they fix a date, and it is this day or earlier.
            is_target: whether they are quantified targets.

        Raises:
            UnknownNameError: for a lead unit the plan does not know.
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

        Looks at ids, titles, summaries in both languages, phrases, actors, platforms, notes and
        lead units, and at the official sentence where the text is bound.
        """
        return queries.search(self, text)

    def rows(self) -> tuple[dict[str, str], ...]:
        """Every commitment as one flat row of text, for a table."""
        return tuple(queries.rows(self))

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
        """The same plan with the official text bound, every digest checked.

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
        """What differs between the official text and ``text``, sentence by sentence.

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
            remedy="Use plan.introduced_to(judge, librarian).",
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
                remedy="Bind the official text first: plan = PLAN.bind(text_or_path).",
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
                where=f"PLAN.{self._what}[…]",
                remedy=nearest(key, self) if isinstance(key, str) else "Give an id.",
            ) from None


def _of(plan: Plan | None) -> Plan:
    if plan is None:
        raise DefinitionError(
            value=None,
            rule="this part does not belong to a plan yet.",
            where="Plan",
            remedy="Take it from a Plan, such as PLAN.measures.",
        )
    return plan
