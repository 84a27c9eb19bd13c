"""Readings and the register of interpretations (口径)."""

from __future__ import annotations

import pickle

import pytest

from tests.model.small_plan import register_entry, small_plan
from tests.model.told import Refusal
from wushan_plan.errors import DefinitionError, UnknownNameError
from wushan_plan.model.readings import READING_GROUPS, Interpretations, Option, Reading


@pytest.mark.parametrize("reading", Reading)
def test_every_reading_stands_in_one_group_which_it_knows(reading: Reading) -> None:
    assert [group for group in READING_GROUPS if reading in group] == [reading.group]


class TestEntry:
    """An entry of the register says which of its options holds unless another is asked for."""

    def test_shows_its_id_and_its_question(self) -> None:
        assert repr(register_entry("T8")) == "<Interpretation T8 何时算超期>"

    def test_has_one_of_its_options_for_its_default(self) -> None:
        assert register_entry(default="date").default == "date"
        Refusal(
            DefinitionError, "neither", "Interpretation T8", "one of its options", "['count', 'date']"
        ).is_met_by(lambda: register_entry("T8", default="neither"))

    def test_without_options_has_no_default_either(self) -> None:
        with pytest.raises(DefinitionError):
            register_entry(options=())

    @pytest.mark.parametrize(
        ("readings", "switchable"),
        [
            ((None, None), False),
            ((Reading.BY_COUNT, None), True),
            ((None, Reading.BY_DATE), True),
            ((Reading.BY_COUNT, Reading.BY_DATE), True),
        ],
    )
    def test_is_switchable_when_a_reading_computes_an_option(
        self, readings: tuple[Reading | None, ...], switchable: bool
    ) -> None:
        options = tuple(Option(str(n), "某", "some", reading) for n, reading in enumerate(readings))
        assert register_entry(options=options, default="0").is_switchable is switchable


class TestInterpretations:
    """The register is its entries in order, and gives one by its id as well as by its place."""

    ENTRIES = (register_entry("T1"), register_entry("T2"), register_entry("T10"))

    def test_is_equal_to_its_entries(self) -> None:
        assert Interpretations(self.ENTRIES) == self.ENTRIES

    @pytest.mark.parametrize(("key", "place"), [("T1", 0), ("T10", 2), (0, 0), (1, 1), (-1, 2)])
    def test_gives_an_entry_by_id_and_by_place(self, key: str | int, place: int) -> None:
        assert Interpretations(self.ENTRIES)[key] is self.ENTRIES[place]

    def test_gives_several_as_a_tuple(self) -> None:
        assert Interpretations(self.ENTRIES)[1:] == self.ENTRIES[1:]

    def test_travels_between_processes(self) -> None:
        sent = pickle.loads(pickle.dumps(Interpretations(self.ENTRIES)))
        assert (sent["T10"].id, type(sent)) == ("T10", Interpretations)

    @pytest.mark.parametrize(
        ("name", "remedy", "near"),
        [("T100", "Did you mean 'T10' or 'T1'?", ("T10", "T1")), ("E3", "Known: T1, T10, T2.", ())],
    )
    def test_refuses_an_id_that_no_entry_has(self, name: str, remedy: str, near: tuple[str, ...]) -> None:
        Refusal(
            UnknownNameError,
            name,
            "Plan.readings[…]",
            "the interpretation register has no such entry.",
            remedy,
            zh="口径登记中没有这一条",
            near=near,
        ).is_met_by(lambda: Interpretations(self.ENTRIES)[name])

    def test_of_a_plan_knows_the_plan(self) -> None:
        plan = small_plan()
        assert plan.readings["T3"].plan is plan
