"""What a text says about a plan: same, changed, gone, new, moved (原文比对)."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import attrs

from wushan_plan.model.citation import Citation

if TYPE_CHECKING:
    from wushan_plan.model.commitment import Commitment
    from wushan_plan.model.plan import Plan


class Change(Enum):
    """What became of a sentence (变动)."""

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
class Comparison:
    """The official text beside another (比对结果).

    Attributes:
        verified: how many official sentences stand in their place, word for word.
        total: how many official sentences there are.
        differences: everything that differs, in printed order.
    """

    verified: int
    total: int
    differences: tuple[Difference, ...]

    @property
    def is_official(self) -> bool:
        """Whether the text is the official text: every sentence in place, and none besides."""
        return not self.differences

    @property
    def commitments(self) -> tuple[Commitment, ...]:
        """Every commitment that a difference touches, each once, in order of the differences."""
        touched = {one.id: one for each in self.differences for one in each.commitments}
        return tuple(touched.values())


class Librarian(Protocol):
    """Binds official texts and compares others (原文核对者)."""

    def bind(self, plan: Plan, text: str | Path) -> Plan:
        """See :meth:`Plan.bind`."""

    def compare(self, plan: Plan, text: str | Path) -> Comparison:
        """See :meth:`Plan.compare`."""
