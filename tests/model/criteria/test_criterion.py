"""What all criteria answer: readings, fixed dates, whether one can wait or fall short (判定标准)."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import NamedTuple

import pytest

from wushan_plan.model.criteria import (
    AllOf,
    Ceiling,
    Checklist,
    Coverage,
    Criterion,
    Direction,
    Discretion,
    Entitlement,
    Event,
    ExactCount,
    Exemption,
    Floor,
    FullRate,
    Item,
    MeanTimeLimit,
    Milestone,
    Prohibition,
    Promptness,
    Quantity,
    RatioFloor,
    Recurring,
    Summary,
    TimeLimit,
    Trend,
)
from wushan_plan.model.facts import Fact, FactKind
from wushan_plan.model.periods import WorkingDays
from wushan_plan.model.readings import Reading

FILED, DONE = Event("受理", "acceptance"), Event("办结", "completion")
DONE_CASES, ALL_CASES = Quantity("a", "甲", "a", "件"), Quantity("b", "乙", "b", "件")
COMPLETE = Fact("complete", "是否结案", "closed", FactKind.TRUTH)
DAY = date(2021, 12, 31)


class Answers(NamedTuple):
    """What a criterion answers beside its facts; most fix no date, wait for nothing, and have no readings."""

    criterion: Criterion
    can_be_pending: bool = False
    fixed_date: date | None = None
    readings: tuple[Reading, ...] = ()
    can_fall_short: bool = True


LIMIT = TimeLimit(WorkingDays(9), FILED, DONE, Reading.BY_DATE)
DATED = Floor(DONE_CASES, 1, by=DAY)
CRITERIA = [
    Answers(LIMIT, True, readings=(Reading.BY_DATE, Reading.BY_COUNT)),
    Answers(
        MeanTimeLimit(WorkingDays(9), FILED, DONE),
        True,
        readings=(Reading.COMPLETED_CASES, Reading.WITH_OPEN_CASES),
    ),
    Answers(Promptness(FILED, DONE), True),
    Answers(Milestone("某机制", "a mechanism"), True),
    Answers(Milestone("某机制", "a mechanism", by=DAY), True, DAY),
    Answers(Recurring("培训", "training"), True),
    Answers(Ceiling(DONE_CASES, 1)),
    Answers(Floor(DONE_CASES, 1)),
    Answers(DATED, True, DAY),
    Answers(
        Floor(DONE_CASES, 1, by=DAY, by_is_ellipsis=True),
        True,
        DAY,
        (Reading.DATE_GOVERNS, Reading.DATE_ONLY_FIRST),
    ),
    Answers(ExactCount(DONE_CASES, 1)),
    Answers(ExactCount(DONE_CASES, 1, complete=COMPLETE), True),
    Answers(
        ExactCount(DONE_CASES, 1, rechecks=ALL_CASES),
        readings=(Reading.RECHECKS_COUNT, Reading.RECHECKS_APART),
    ),
    Answers(RatioFloor(DONE_CASES, ALL_CASES, Fraction(3, 10))),
    Answers(FullRate(DONE_CASES, ALL_CASES)),
    Answers(Coverage("事项", "items")),
    Answers(Coverage("事项", "items", by=DAY), True, DAY),
    Answers(Checklist((Item("甲", "a"),), closed=True), True),
    Answers(Checklist((Item("甲", "a"),), closed=True, by=DAY), True, DAY),
    Answers(Trend("增速", "growth", Direction.UP)),
    Answers(Prohibition("某行为", "some act")),
    Answers(Exemption("证明", "a certificate")),
    Answers(Entitlement("查询", "a search")),
    Answers(Discretion("变更", "a change"), can_fall_short=False),
    Answers(Summary(), True),
    Answers(AllOf((Ceiling(DONE_CASES, 1), Ceiling(ALL_CASES, 1)))),
    Answers(
        AllOf((Ceiling(ALL_CASES, 1), DATED, LIMIT)), True, DAY, (Reading.BY_DATE, Reading.BY_COUNT)
    ),
]  # fmt: skip
each = pytest.mark.parametrize("answers", CRITERIA, ids=lambda one: type(one.criterion).__name__)


@each
def test_whether_there_is_a_time_before_which_nothing_is_late(answers: Answers) -> None:
    assert answers.criterion.can_be_pending is answers.can_be_pending


@each
def test_which_date_it_fixes(answers: Answers) -> None:
    assert answers.criterion.fixed_date == answers.fixed_date


@each
def test_under_which_readings_it_can_be_judged_the_default_first(answers: Answers) -> None:
    assert answers.criterion.readings == answers.readings


@each
def test_whether_facts_exist_under_which_it_is_not_fulfilled(answers: Answers) -> None:
    assert answers.criterion.can_fall_short is answers.can_fall_short


def test_every_criterion_is_asked() -> None:
    assert {type(one.criterion) for one in CRITERIA} == set(Criterion.__subclasses__())


def test_a_criterion_that_does_not_say_what_it_asks_is_none() -> None:
    with pytest.raises(NotImplementedError):
        _ = Criterion().facts


@pytest.mark.parametrize("kind", [FactKind.COUNT, FactKind.AMOUNT])
def test_a_quantity_is_a_fact_of_its_name_labels_kind_and_unit(kind: FactKind) -> None:
    asked = Quantity("fee", "收费", "the fee", "元", kind).fact
    assert asked == Fact("fee", "收费", "the fee", kind, "元")


def test_a_quantity_is_counted_unless_it_says_otherwise() -> None:
    assert Quantity("copies", "份数", "copies", "份").kind is FactKind.COUNT
