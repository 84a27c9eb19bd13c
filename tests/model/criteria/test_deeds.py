"""Criteria about what was done, happened or was asked for: what they ask for (事项)."""

from __future__ import annotations

from wushan_plan.model.criteria import (
    Discretion,
    Entitlement,
    Exemption,
    Milestone,
    Prohibition,
    Quantity,
    Recurring,
)
from wushan_plan.model.facts import Fact, FactKind


def test_a_milestone_asks_whether_and_when_it_was_done_and_needs_only_the_evidence() -> None:
    assert Milestone("借阅系统", "a lending system").facts == (
        Fact("done", "是否完成：借阅系统", "done: a lending system", FactKind.TRUTH, optional=True),
        Fact("done_on", "完成日期", "date done", FactKind.DATE, optional=True),
        Fact("evidence", "佐证材料", "evidence", FactKind.TEXT),
    )


def test_what_recurs_asks_for_its_dates_and_needs_no_period() -> None:
    assert Recurring("培训", "training").facts == (
        Fact("events", "培训的日期", "dates of: training", FactKind.DATES),
        Fact("period", "统计期间", "period covered", FactKind.PERIOD, optional=True),
    )


def test_what_recurs_happens_at_least_once() -> None:
    assert Recurring("培训", "training").least == 1


def test_a_prohibition_asks_how_often_it_happened_in_its_unit() -> None:
    felled = Prohibition("擅自砍伐", "felling", "棵")
    assert felled.facts == (Fact("incidents", "擅自砍伐", "felling", FactKind.COUNT, "棵"),)
    assert Prohibition("擅自砍伐", "felling").facts[0].unit == "起"


def test_an_exemption_asks_how_often_it_was_demanded_all_the_same_in_its_unit() -> None:
    paper = Exemption("证明", "a certificate", "份")
    assert paper.facts == (
        Fact("demanded", "仍被要求：证明", "still demanded: a certificate", FactKind.COUNT, "份"),
    )
    assert Exemption("证明", "a certificate").facts[0].unit == "次"


def test_an_entitlement_asks_whether_it_was_granted_and_for_what() -> None:
    granted = Fact("granted", "已提供：查询", "granted: a search", FactKind.TRUTH)
    fee = Quantity("fee", "收费", "the fee", "元", FactKind.AMOUNT)
    assert Entitlement("查询", "a search").facts == (granted,)
    assert Entitlement("查询", "a search", fee).facts == (granted, fee.fact)


def test_a_power_asks_whether_it_was_used() -> None:
    assert Discretion("变更合同", "a change").facts == (
        Fact("exercised", "已行使：变更合同", "exercised: a change", FactKind.TRUTH),
    )
