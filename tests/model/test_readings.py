"""Readings and the register of interpretations (口径)."""

from __future__ import annotations

import pytest

from tests.model.small_plan import register_entry
from tests.model.told import Refusal
from wushan_plan.errors import DefinitionError
from wushan_plan.model.readings import READING_GROUPS, Option, Reading


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
