"""What a criterion asks at least or at most, in words (限值)."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Literal

import pytest

from wushan_plan import PLAN, CalendarDays, FactError, Reading, WorkingDays
from wushan_plan.explanation.limits import bound_text
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

FILED, DONE = Event("受理", "accepted"), Event("办结", "settled")
COPIES = Quantity("copies", "纸质材料", "paper copies", "份")
PAID = Quantity("paid", "预付款", "prepayment", "元", FactKind.AMOUNT)
PRICE = Quantity("price", "合同价", "contract price", "元", FactKind.AMOUNT)
SMALL = Fact("small", "是否小企业", "the supplier is small", FactKind.TRUTH)
HALF = Fraction(1, 2)
ITEMS = (Item("甲", "first"), Item("乙", "second"))


@pytest.mark.parametrize(
    ("criterion", "zh", "en"),
    [
        (TimeLimit(WorkingDays(9), FILED, DONE, Reading.BY_COUNT), "9个工作日", "9 working days"),
        (TimeLimit(CalendarDays(1), FILED, DONE, Reading.BY_DATE), "1日", "1 calendar day"),
        (MeanTimeLimit(WorkingDays(30), FILED, DONE), "平均30个工作日", "mean 30 working days"),
        (Promptness(FILED, DONE), "", ""),
        (Promptness(FILED, DONE, CalendarDays(0)), "当日", "the same day"),
        (Promptness(FILED, DONE, CalendarDays(2)), "2日", "2 calendar days"),
        (Ceiling(COPIES, 0), "不超过0份", "at most 0 (paper copies)"),
        (Ceiling(PAID, Decimal("0.5")), "不超过0.5元", "at most 0.5 (prepayment)"),
        (Floor(COPIES, 74), "不少于74份", "at least 74 (paper copies)"),
        (ExactCount(COPIES, 1), "恰好1份", "exactly 1 (paper copies)"),
        (RatioFloor(PAID, PRICE, Fraction(3, 10)), "不低于合同价的30%", "at least 30% of the contract price"),
        (
            RatioFloor(PAID, PRICE, Fraction(3, 10), SMALL, HALF),
            "不低于合同价的30%（是否小企业：是，则不低于50%）",
            "at least 30% of the contract price (where the supplier is small: at least 50%)",
        ),
        (RatioFloor(PAID, PRICE, HALF, SMALL), "不低于合同价的50%", "at least 50% of the contract price"),
        (FullRate(PAID, PRICE), "100%", "100% (contract price)"),
        (Coverage("某事项", "some items"), "100%", "100% (some items)"),
        (Coverage("某事项", "some items", tolerated=True), "", ""),
        (Checklist(ITEMS, closed=True), "全部2项", "all 2 items"),
        (Checklist(ITEMS, closed=False), "所列2项", "the 2 items named"),
        (Checklist(ITEMS[:1], closed=False), "所列1项", "the 1 item named"),
        (Recurring("例会", "meetings", 4), "期间内不少于4次", "at least 4 in the period (meetings)"),
        (Prohibition("某行为", "some act"), "不超过0起", "at most 0 (some act)"),
        (Exemption("某证明", "some proof", "份"), "不超过0份", "at most 0 (some proof)"),
        (
            AllOf((Ceiling(COPIES, 1), Milestone("某成果", "some result"), Floor(PAID, 2))),
            "不超过1份（纸质材料）；不少于2元（预付款）",
            "at most 1 (paper copies); at least 2 (prepayment)",
        ),
        (AllOf((Milestone("某成果", "some result"), Trend("数量", "number", Direction.UP))), "", ""),
        (Milestone("某成果", "some result"), "", ""),
        (Trend("数量", "number", Direction.UP), "", ""),
        (Entitlement("某权益", "some right"), "", ""),
        (Discretion("某权限", "some power"), "", ""),
        (Summary(), "", ""),
    ],
    ids=lambda one: type(one).__name__ if isinstance(one, Criterion) else "",
)
def test_a_bound_is_told_in_both_languages(criterion: Criterion, zh: str, en: str) -> None:
    assert (bound_text(criterion, "zh"), bound_text(criterion, "en")) == (zh, en)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_quantified_target_has_one_in_the_table_of_the_plan(lang: Literal["zh", "en"]) -> None:
    rows = [row for row in PLAN.rows(lang) if row["is_target"] == "yes"]
    assert (len(rows), [row["id"] for row in rows if not row["limit"]]) == (len(PLAN.targets), [])


def test_the_display_of_a_commitment_tells_it() -> None:
    prepayment = PLAN.targets["procurement-prepayment"]
    assert "limit: at least 30% of the contract price" in prepayment.display("en").text
    assert "限值：不低于合同价的30%" in prepayment.explain()


def test_a_table_in_a_third_language_is_refused() -> None:
    with pytest.raises(FactError) as caught:
        PLAN.rows("EN")  # type: ignore[arg-type]
    assert caught.value.where == "rows(lang)"
