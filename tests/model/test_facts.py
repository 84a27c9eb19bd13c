"""Facts: what a fact must have to be asked for (判定所需事实)."""

from __future__ import annotations

import pytest

from tests.model.told import Refusal
from wushan_plan.errors import DefinitionError
from wushan_plan.model.facts import Fact, FactKind, meant


@pytest.mark.parametrize(
    "named",
    [
        ("paper copies", "份数", "copies"),
        ("", "份数", "copies"),
        ("1st", "份数", "copies"),
        ("copies", "", "copies"),
        ("copies", "份数", ""),
    ],
)
def test_a_fact_without_identifier_or_label_is_refused(named: tuple[str, str, str]) -> None:
    Refusal(DefinitionError, named[0], "Fact", "a label in both languages", "Name it like start").is_met_by(
        lambda: Fact(*named, FactKind.COUNT)
    )


def test_a_fact_has_no_unit_and_is_needed_unless_it_says_otherwise() -> None:
    fact = Fact("copies", "份数", "copies", FactKind.COUNT)
    assert (fact.unit, fact.optional) == ("", False)


class TestMeant:
    """Another word for a fact stands for it where it is asked for; every other name for itself."""

    @pytest.mark.parametrize(
        "name",
        ["begin", "began", "begins", "beginning", "started", "accepted", "opened"],
    )
    def test_of_the_start(self, name: str) -> None:
        assert meant(name, ("start", "end")) == "start"
        assert meant(name, ("end",)) == name

    @pytest.mark.parametrize("name", ["finish", "finished", "ended", "completed", "closed", "stop"])
    def test_of_the_end(self, name: str) -> None:
        assert meant(name, ("start", "end")) == "end"
        assert meant(name, ("start",)) == name

    @pytest.mark.parametrize("name", ["start", "end", "fee", ""])
    def test_of_anything_else(self, name: str) -> None:
        assert meant(name, ("start", "end", "fee")) == name
