"""The document's own parts (章、节、措施、保障措施) and its lead units (牵头单位)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from wushan_plan.errors import DefinitionError
from wushan_plan.model.citation import Citation
from wushan_plan.model.commitment import Commitment
from wushan_plan.model.display import ShownInNotebook
from wushan_plan.model.particulars import NamedTerm

if TYPE_CHECKING:
    from wushan_plan.model.plan import Plan


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
    def names(self) -> tuple[str, str, str]:
        """What it may be asked for by: id, name as printed, name in English."""
        return (self.id, self.name, self.name_en)

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


def printed(place: Measure | Safeguard) -> str:
    """A measure or safeguard as citations print it: ``6`` or ``S2``."""
    return f"S{place.number}" if isinstance(place, Safeguard) else str(place.number)


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


def _of(plan: Plan | None) -> Plan:
    if plan is None:
        raise DefinitionError(
            value=None,
            rule="this part does not belong to a plan yet.",
            where="Plan",
            remedy="Take it from a Plan, such as PLAN.measures.",
        )
    return plan
