"""Criteria made of others: what they ask for and what they refuse (同时满足、标题概括)."""

from __future__ import annotations

from datetime import date

from tests.model.told import Refusal
from wushan_plan.errors import DefinitionError
from wushan_plan.model.criteria import AllOf, Ceiling, Floor, Prohibition, Quantity, Summary
from wushan_plan.model.facts import Fact, FactKind

FEW, MANY = Quantity("few", "甲", "few", "项"), Quantity("many", "乙", "many", "项")
LAST = date(2021, 12, 31)


class TestAllOf:
    """Parts are asked one after the other, in the order of the text."""

    def test_asks_for_the_facts_of_every_part(self) -> None:
        assert AllOf((Ceiling(MANY, 3), Ceiling(FEW, 1))).facts == (MANY.fact, FEW.fact)

    def test_fixes_the_date_that_a_part_fixes(self) -> None:
        assert AllOf((Ceiling(MANY, 3), Floor(FEW, 1, by=LAST))).fixed_date == LAST
        assert AllOf((Ceiling(MANY, 3), Floor(FEW, 1))).fixed_date is None

    def test_whose_parts_take_facts_of_the_same_name_is_refused(self) -> None:
        twice = (Prohibition("某行为", "some act"), Prohibition("另一行为", "another act"))
        Refusal(
            DefinitionError, ["incidents", "incidents"], "AllOf", "facts of different names", "Rename"
        ).is_met_by(lambda: AllOf(twice))


class TestSummary:
    """A heading asks for the verdicts on what stands below it."""

    def test_asks_for_verdicts(self) -> None:
        assert Summary().facts == (
            Fact(
                "verdicts",
                "本条各承诺事项的判定",
                "verdicts on the measure's commitments",
                FactKind.VERDICTS,
            ),
        )
