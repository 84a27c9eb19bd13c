"""The quantified targets: id, citation, modality and figure of each (量化目标)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction

import pytest

from wushan_plan import PLAN, CalendarDays, Commitment, Modality, Reading, WorkingDays
from wushan_plan.model.criteria import (
    AllOf,
    Ceiling,
    Checklist,
    Coverage,
    ExactCount,
    Floor,
    FullRate,
    MeanTimeLimit,
    RatioFloor,
    TimeLimit,
)

END_OF_OCTOBER = date(2021, 10, 31)
END_OF_YEAR = date(2021, 12, 31)

TABLE = """
licence-and-seal-fee         3.1   entitlement
water-connection             6.1   target
power-low-voltage            6.2   target
power-10kv                   6.2   target
gas-connection               6.3   target
external-works-cost          7.1   must-not
procurement-contract         13.3  in-principle
procurement-acceptance       14.2  in-principle
procurement-payment          15.1  in-principle
procurement-prepayment       15.2  target
cross-province-services      22.1  target
sichuan-chongqing-services   22.2  target
joint-survey-visits          25.3  target
quality-safety-inspections   26.1  target
unified-survey               27.4  target
combined-tax-filing          30.1  target
small-taxpayer-documents     31.3  target
supervision-list-rate        35.5  target
supervision-data-rate        35.5  target
complaint-handling-rate      35.5  target
joint-response-rate          35.5  target
legal-review-coverage        36.1  target
harmonious-enterprises       41.4  target
labour-coordinators          41.4  target
unemployment-subsidy         42.1  target
unemployment-insurance       42.1  target
electronic-filing-paper      43.2  entitlement
enforcement-certificate      45.1  entitlement
"""
ROWS = [line.split() for line in TABLE.strip().splitlines()]


def test_the_targets_are_those_of_the_table_in_printed_order() -> None:
    assert list(PLAN.targets) == [name for name, _, _ in ROWS]


@pytest.mark.parametrize(("name", "citation", "modality"), ROWS, ids=[row[0] for row in ROWS])
def test_a_target_stands_where_the_table_says_and_binds_as_it_says(
    name: str, citation: str, modality: str
) -> None:
    target = PLAN.targets[name]
    assert (str(target.citation), target.modality) == (citation, Modality(modality))


@pytest.mark.parametrize("name", PLAN.targets)
def test_a_target_carries_the_few_characters_that_hold_its_number(name: str) -> None:
    assert 0 < len(PLAN.targets[name].phrase) <= 16


@pytest.mark.parametrize("name", PLAN.targets)
def test_a_target_carries_a_typed_figure(name: str) -> None:
    assert PLAN.targets[name].figures


@pytest.mark.parametrize(
    ("name", "limit", "reading"),
    [
        ("water-connection", WorkingDays(9), Reading.BY_COUNT),
        ("power-low-voltage", WorkingDays(8), Reading.BY_COUNT),
        ("gas-connection", WorkingDays(13), Reading.BY_COUNT),
        ("procurement-contract", CalendarDays(20), Reading.BY_DATE),
        ("procurement-acceptance", WorkingDays(7), Reading.BY_DATE),
        ("procurement-payment", WorkingDays(5), Reading.BY_DATE),
        ("unemployment-subsidy", WorkingDays(1), Reading.BY_COUNT),
        ("unemployment-insurance", WorkingDays(1), Reading.BY_COUNT),
    ],
)
def test_a_time_limit_has_the_days_and_the_default_reading_of_the_table(
    name: str, limit: object, reading: Reading
) -> None:
    criterion = PLAN.targets[name].criterion
    assert isinstance(criterion, TimeLimit)
    assert (criterion.limit, criterion.reading) == (limit, reading)
    assert PLAN.targets[name].readings[0] is reading


def test_the_time_limits_of_the_table_are_all_the_time_limits_of_the_plan() -> None:
    limited = [one for one in PLAN.commitments if isinstance(one.criterion, TimeLimit)]
    assert len(limited) == 8
    assert all(one.is_target for one in limited)


def test_10kv_power_is_a_mean_over_completed_cases() -> None:
    target = PLAN.targets["power-10kv"]
    assert isinstance(target.criterion, MeanTimeLimit)
    assert target.criterion.limit == WorkingDays(30)
    assert target.readings[0] is Reading.COMPLETED_CASES


def test_payment_runs_from_the_later_of_invoice_and_condition_met() -> None:
    criterion = PLAN.targets["procurement-payment"].criterion
    assert isinstance(criterion, TimeLimit)
    assert [event.name for event in criterion.start] == ["invoice", "condition_met"]


def test_prepayment_is_thirty_per_cent_and_fifty_for_smes() -> None:
    criterion = PLAN.targets["procurement-prepayment"].criterion
    assert isinstance(criterion, RatioFloor)
    assert (criterion.least, criterion.special_least) == (Fraction(3, 10), Fraction(1, 2))


@pytest.mark.parametrize(
    "name",
    [
        "licence-and-seal-fee",
        "external-works-cost",
        "small-taxpayer-documents",
        "electronic-filing-paper",
        "enforcement-certificate",
    ],
)
def test_a_zero_is_a_ceiling_of_nothing(name: str) -> None:
    criterion = PLAN.targets[name].criterion
    assert isinstance(criterion, Ceiling)
    assert criterion.most == 0


@pytest.mark.parametrize(
    ("name", "least"),
    [("cross-province-services", 74), ("harmonious-enterprises", 2), ("labour-coordinators", 2)],
)
def test_a_floor_is_due_at_the_end_of_the_year(name: str, least: int) -> None:
    criterion = PLAN.targets[name].criterion
    assert isinstance(criterion, Floor)
    assert (criterion.least, criterion.by) == (least, END_OF_YEAR)


def test_only_the_coordinators_date_is_an_ellipsis() -> None:
    assert [one.id for one in PLAN.commitments if Reading.DATE_ONLY_FIRST in one.readings] == [
        "labour-coordinators"
    ]


def test_sichuan_chongqing_services_meet_three_conditions_by_the_end_of_october() -> None:
    criterion = PLAN.targets["sichuan-chongqing-services"].criterion
    assert isinstance(criterion, Coverage)
    assert (criterion.by, len(criterion.conditions)) == (END_OF_OCTOBER, 3)


@pytest.mark.parametrize(
    "name",
    ["supervision-list-rate", "supervision-data-rate", "complaint-handling-rate", "joint-response-rate"],
)
def test_each_of_the_four_rates_is_a_full_rate_of_its_own(name: str) -> None:
    assert isinstance(PLAN.targets[name].criterion, FullRate)


def test_every_major_decision_is_reviewed() -> None:
    criterion = PLAN.targets["legal-review-coverage"].criterion
    assert isinstance(criterion, Coverage)
    assert not criterion.tolerated


def test_inspections_are_exactly_one_once_a_project_is_complete() -> None:
    criterion = PLAN.targets["quality-safety-inspections"].criterion
    assert isinstance(criterion, ExactCount)
    assert criterion.exactly == 1
    assert criterion.complete is not None


def test_water_and_drainage_take_one_survey_and_one_connection_visit() -> None:
    assert [
        (part.quantity.name, part.most)
        for part in parts_of(PLAN.targets["joint-survey-visits"])
        if isinstance(part, Ceiling)
    ] == [("surveys", 1), ("connections", 1)]


def test_the_unified_survey_has_five_closed_items_one_commission_and_one_report() -> None:
    survey, commissions, reports = parts_of(PLAN.targets["unified-survey"])
    assert isinstance(survey, Checklist)
    assert (len(survey.items), survey.closed) == (5, True)
    assert isinstance(commissions, Ceiling)
    assert commissions.most == 1
    assert isinstance(reports, ExactCount)
    assert reports.exactly == 1


def test_eleven_taxes_are_filed_once() -> None:
    taxes, filings = parts_of(PLAN.targets["combined-tax-filing"])
    assert isinstance(taxes, ExactCount)
    assert isinstance(filings, ExactCount)
    assert (taxes.exactly, filings.exactly) == (11, 1)


@pytest.mark.parametrize(
    ("names", "holds"),
    [
        (
            {"external-works-cost", "procurement-contract", "procurement-acceptance", "procurement-payment"},
            lambda one: bool(one.exceptions),
        ),
        (
            {"external-works-cost", "electronic-filing-paper"},
            lambda one: one.scope is not None and one.scope.condition is not None,
        ),
    ],
    ids=["deviations", "conditions"],
)
def test_only_these_targets_have_deviations_or_conditions(
    names: set[str], holds: Callable[[Commitment], bool]
) -> None:
    assert {name for name, one in PLAN.targets.items() if holds(one)} == names


def parts_of(commitment: Commitment) -> tuple[object, ...]:
    assert isinstance(commitment.criterion, AllOf)
    return commitment.criterion.parts
