"""Criteria made of others (同时满足、标题概括)."""

from __future__ import annotations

from datetime import date

import attrs

from wushan_plan.errors import DefinitionError
from wushan_plan.model.criteria.criterion import Criterion
from wushan_plan.model.facts import Fact, FactKind
from wushan_plan.model.readings import Reading


@attrs.frozen
class AllOf(Criterion):
    """Every part holds (同时满足). The parts take facts of different names.

    Attributes:
        parts: the criteria, in the order of the text.
    """

    parts: tuple[Criterion, ...]

    def __attrs_post_init__(self) -> None:
        names = [fact.name for part in self.parts for fact in part.facts]
        if len(names) != len(set(names)):
            raise DefinitionError(
                value=names,
                rule="the parts of one criterion take facts of different names.",
                where="AllOf",
                remedy="Rename the quantities.",
            )

    @property
    def fixed_date(self) -> date | None:
        return next((part.fixed_date for part in self.parts if part.fixed_date), None)

    @property
    def facts(self) -> tuple[Fact, ...]:
        return tuple(fact for part in self.parts for fact in part.facts)

    @property
    def readings(self) -> tuple[Reading, ...]:
        return tuple(reading for part in self.parts for reading in part.readings)

    @property
    def can_be_pending(self) -> bool:
        return any(part.can_be_pending for part in self.parts)


@attrs.frozen
class Summary(Criterion):
    """A heading that only names what the sentences below it promise (标题概括).

    It is fulfilled when they are, and is never counted beside them.
    """

    @property
    def facts(self) -> tuple[Fact, ...]:
        """``verdicts`` on the commitments of the same measure."""
        return (
            Fact(
                "verdicts", "本条各承诺事项的判定", "verdicts on the measure's commitments", FactKind.VERDICTS
            ),
        )

    @property
    def can_be_pending(self) -> bool:
        return True
