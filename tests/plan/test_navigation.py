"""From every part of the document to every other (从一处到另一处)."""

from __future__ import annotations

import pytest

from wushan_plan import PLAN, LeadUnit
from wushan_plan.errors import UnknownNameError
from wushan_plan.model.citation import Citation

UNITS = [pytest.param(one, id=one.id) for one in PLAN.lead_units]


def test_a_measure_knows_its_section_and_the_section_its_chapter() -> None:
    section = PLAN.measure(6).section
    assert (section.id, section.title) == ("1.2", "优化水电气接入服务")
    assert section.chapter is PLAN.chapters[0]


def test_a_measure_leads_through_its_section_to_its_lead_units() -> None:
    assert [unit.name for unit in PLAN.measure(9).section.lead_units] == ["县财政局", "县金融事务中心"]


def test_a_measure_has_its_commitments_in_printed_order() -> None:
    assert [one.id for one in PLAN.measure(6).commitments] == [
        "m06.0",
        "water-connection",
        "power-low-voltage",
        "power-10kv",
        "gas-connection",
    ]


def test_a_commitment_leads_back_to_measure_section_and_joint_leads() -> None:
    payment = PLAN.targets["procurement-payment"]
    assert payment.place is PLAN.measure(15)
    assert payment.section is PLAN.measure(15).section
    assert payment.lead_units == PLAN.measure(15).section.lead_units


def test_a_safeguard_has_neither_section_nor_lead_unit() -> None:
    commitment = PLAN.commitment("s1.1")
    assert commitment.place is PLAN.safeguards[0]
    assert commitment.section is None
    assert commitment.lead_units == ()


@pytest.mark.parametrize("measure", [pytest.param(one, id=str(one.number)) for one in PLAN.measures])
def test_a_measure_stands_among_the_measures_of_its_section(measure: object) -> None:
    number = getattr(measure, "number")  # noqa: B009
    assert PLAN.measure(number) in PLAN.measure(number).section.measures


@pytest.mark.parametrize("unit", UNITS)
def test_a_lead_unit_has_the_measures_of_every_section_it_leads(unit: LeadUnit) -> None:
    expected = [one for section in PLAN.sections if unit in section.lead_units for one in section.measures]
    assert list(unit.measures) == expected
    assert expected


@pytest.mark.parametrize("unit", UNITS)
def test_the_targets_of_a_lead_unit_are_the_targets_among_its_commitments(unit: LeadUnit) -> None:
    assert list(unit.targets) == [one for one in PLAN.targets.values() if unit in one.lead_units]


def test_joint_leads_all_carry_the_same_targets() -> None:
    utilities = PLAN.measure(6).section.lead_units
    assert len(utilities) == 5
    assert len({tuple(target.id for target in unit.targets) for unit in utilities}) == 1


def test_the_finance_bureau_leads_three_sections() -> None:
    assert [section.id for section in PLAN.lead_unit("县财政局").sections] == ["1.3", "1.4", "2.4"]


def test_a_lead_unit_is_found_by_id_and_by_printed_name() -> None:
    assert PLAN.lead_unit("court") is PLAN.lead_unit("县法院")


def test_the_commitments_of_the_plan_are_those_of_measures_and_safeguards() -> None:
    by_place = [one for measure in PLAN.measures for one in measure.commitments]
    by_place += [one for safeguard in PLAN.safeguards for one in safeguard.commitments]
    assert list(PLAN.commitments) == by_place


def test_the_register_entries_of_a_commitment_are_those_that_name_it_or_its_measure() -> None:
    water = PLAN.targets["water-connection"]
    for entry in water.interpretations:
        assert not entry.affects or {"water-connection", "m06.1", "6"} & set(entry.affects)
    assert "T8" in {entry.id for entry in water.interpretations}


class TestUnknownNames:
    """A name that does not exist is refused with the nearest that do."""

    def test_a_misspelt_target_names_the_nearest(self) -> None:
        with pytest.raises(UnknownNameError, match="Did you mean 'water-connection'"):
            PLAN.targets["water-conection"]

    def test_a_commitment_that_is_no_target_is_not_among_the_targets(self) -> None:
        with pytest.raises(UnknownNameError):
            PLAN.targets["m06.0"]

    def test_an_unknown_target_is_absent_from_get_and_in(self) -> None:
        assert PLAN.targets.get("nothing") is None
        assert "nothing" not in PLAN.targets

    def test_a_misspelt_commitment_names_the_nearest(self) -> None:
        with pytest.raises(UnknownNameError, match="'gas-connection'"):
            PLAN.commitment("gas-conection")

    def test_a_misspelt_lead_unit_names_the_nearest(self) -> None:
        with pytest.raises(UnknownNameError, match="县财政局"):
            PLAN.lead_unit("财政局")

    @pytest.mark.parametrize("number", [0, 46, -1, "6", True, 6.0, None])
    def test_a_measure_is_asked_for_by_its_printed_number_only(self, number: int) -> None:
        with pytest.raises(UnknownNameError, match="measures 1 to 45"):
            PLAN.measure(number)

    def test_a_citation_outside_the_document_is_refused(self) -> None:
        with pytest.raises(UnknownNameError):
            PLAN.place(Citation(46, 1))

    def test_an_unknown_name_is_also_a_key_error_with_a_readable_message(self) -> None:
        with pytest.raises(KeyError) as caught:
            PLAN.commitment("nothing at all")
        assert str(caught.value).startswith("Plan.commitment: 'nothing at all'")
