"""How strongly a commitment binds (约束力), and the verdicts that follow from it."""

from __future__ import annotations

from enum import Enum


class Modality(Enum):
    """How strongly a commitment binds (约束力).

    A must, a must-not and an in-principle duty can be breached; a target can be missed;
    an exploration can only lack evidence.
    """

    MUST = "must"
    MUST_NOT = "must-not"
    IN_PRINCIPLE = "in-principle"
    TARGET = "target"
    ENTITLEMENT = "entitlement"
    DO = "do"
    PROMOTE = "promote"
    GRADUAL = "gradual"
    EXPLORE = "explore"
    REFERENCE = "reference"

    @property
    def can_be_breached(self) -> bool:
        """Whether falling short of it is a breach of duty (违反义务), not only a miss."""
        return self in (Modality.MUST, Modality.MUST_NOT, Modality.IN_PRINCIPLE)

    @property
    def can_be_missed(self) -> bool:
        """Whether it can be judged not met at all: an exploration cannot."""
        return self is not Modality.EXPLORE


class Status(Enum):
    """The answer of a verdict (结论)."""

    MET = "met"
    NOT_MET = "not-met"
    EXCUSED = "excused"
    PENDING = "pending"
    NOT_APPLICABLE = "not-applicable"
    UNKNOWN = "unknown"
