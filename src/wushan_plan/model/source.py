"""What a text says about a plan: same, changed, gone, new, moved (原文比对)."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import attrs

from wushan_plan.model.citation import Citation

if TYPE_CHECKING:
    from wushan_plan.model.commitment import Commitment
    from wushan_plan.model.plan import Chapter, LeadUnit, Plan, Section


class Change(Enum):
    """What became of a sentence, or of the heading of a chapter or section (变动)."""

    CHANGED = "changed"
    """Another wording at the same place."""
    DISAPPEARED = "disappeared"
    """The official sentence stands nowhere in the text."""
    NEW = "new"
    """A sentence that stands nowhere in the official text."""
    MOVED = "moved"
    """The official sentence stands, word for word, at another place."""


@attrs.frozen
class Difference:
    """One difference between the official text and another (差异).

    Attributes:
        change: what became of the sentence.
        citation: its place in the official text; ``None`` for a new sentence.
        found_at: its place in the other text; ``None`` for one that disappeared.
        text: the sentence as the other text has it; empty for one that disappeared.
        commitments: the commitments it touches, in printed order.
    """

    change: Change
    citation: Citation | None
    found_at: Citation | None
    text: str
    commitments: tuple[Commitment, ...] = ()

    @property
    def targets(self) -> tuple[Commitment, ...]:
        """The quantified targets among the commitments it touches."""
        return tuple(one for one in self.commitments if one.is_target)


@attrs.frozen
class HeadingDifference:
    """One difference between the headings of chapters and sections in two texts (标题差异).

    A chapter's place is its number, ``"1"``, a section's its id, ``"1.2"``. The title of a measure
    or safeguard is its sentence 0, so a change of it is a :class:`Difference`.

    Attributes:
        change: what became of the heading. One that was changed may have moved as well.
        part: the chapter or section it heads; ``None`` for a new heading.
        place: its place in the official text; ``None`` for a new heading.
        found_at: its place in the other text, by the numbers printed there, ``"0.2"`` for a section
            that no chapter stands above; ``None`` for one that disappeared.
        stands_before: the numbered paragraph that follows it in the other text, ``"3"`` or ``"S1"``;
            ``None`` for one that disappeared.
        text: the heading as the other text has it, without number; empty for one that disappeared.
        title: the title in it, without lead units.
        official_lead_units: the lead units that the official text names in it, in their order.
        lead_units: the names of the lead units in it, in the order of the other text.
        commitments: the commitments that stand below it, in the official text or in the other, in
            printed order.
    """

    change: Change
    part: Chapter | Section | None
    place: str | None
    found_at: str | None
    stands_before: str | None
    text: str
    title: str
    official_lead_units: tuple[LeadUnit, ...] = ()
    lead_units: tuple[str, ...] = ()
    commitments: tuple[Commitment, ...] = ()

    @property
    def title_changed(self) -> bool:
        """Whether the other text has the heading under another title."""
        return self.part is not None and self.found_at is not None and self.title != self.part.title

    @property
    def lead_units_gone(self) -> tuple[LeadUnit, ...]:
        """The lead units that the other text names no more, in official order."""
        return tuple(one for one in self.official_lead_units if one.name not in self.lead_units)

    @property
    def lead_units_new(self) -> tuple[str, ...]:
        """The names that the other text names besides, in its order."""
        official = {one.name for one in self.official_lead_units}
        return tuple(name for name in self.lead_units if name not in official)

    @property
    def lead_units_reordered(self) -> bool:
        """Whether the other text names the same lead units otherwise: in another order, or one twice.

        The order gives no unit precedence, since all are jointly responsible; it is part of the wording.
        """
        names = tuple(one.name for one in self.official_lead_units)
        return set(names) == set(self.lead_units) and names != self.lead_units

    @property
    def targets(self) -> tuple[Commitment, ...]:
        """The quantified targets among the commitments below it."""
        return tuple(one for one in self.commitments if one.is_target)


@attrs.frozen
class Comparison:
    """The official text beside another (比对结果).

    Attributes:
        verified: how many official sentences stand in their place, word for word.
        total: how many official sentences there are.
        differences: every sentence that differs, in printed order.
        heading_differences: every heading of a chapter or section that differs, in printed order.
    """

    verified: int
    total: int
    differences: tuple[Difference, ...]
    heading_differences: tuple[HeadingDifference, ...] = ()

    @property
    def is_official(self) -> bool:
        """Whether the text is the official text: every sentence and heading in place, and none besides."""
        return not self.differences and not self.heading_differences

    @property
    def commitments(self) -> tuple[Commitment, ...]:
        """Every commitment whose sentence differs, each once, in order of the differences.

        Those below a heading that differs are at ``HeadingDifference.commitments``: their words
        are the same.
        """
        touched = {one.id: one for each in self.differences for one in each.commitments}
        return tuple(touched.values())


class Librarian(Protocol):
    """Binds official texts and compares others (原文核对者)."""

    def bind(self, plan: Plan, text: str | Path) -> Plan:
        """See :meth:`Plan.bind`."""

    def compare(self, plan: Plan, text: str | Path) -> Comparison:
        """See :meth:`Plan.compare`."""
