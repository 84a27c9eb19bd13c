"""Criteria about numbers: what they ask for (数量)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

from wushan_plan.model.criteria import (
    Ceiling,
    Checklist,
    Coverage,
    Direction,
    ExactCount,
    Floor,
    FullRate,
    Item,
    Quantity,
    RatioFloor,
    Trend,
)
from wushan_plan.model.facts import Fact, FactKind

BUILT, PLANNED = Quantity("built", "已建", "built", "座"), Quantity("planned", "应建", "planned", "座")
FEE = Quantity("fee", "收费", "the fee", "元", FactKind.AMOUNT)
DAY = date(2021, 12, 31)
REACHED_ON = Fact("reached_on", "达到日期", "day it was reached", FactKind.DATE, optional=True)
COMPLETE = Fact("complete", "是否结案", "closed", FactKind.TRUTH)


class TestBounds:
    """A bound asks for its quantity, and a dated floor for the day it was reached."""

    def test_a_ceiling_and_a_floor_without_date(self) -> None:
        assert Ceiling(FEE, Decimal("2.5")).facts == Floor(FEE, 2).facts == (FEE.fact,)

    def test_a_floor_by_a_day(self) -> None:
        assert Floor(BUILT, 12, by=DAY).facts == (BUILT.fact, REACHED_ON)


class TestExactCount:
    """A count asks for itself, for re-checks where they stand apart, and for what completes the case."""

    def test_alone(self) -> None:
        assert ExactCount(BUILT, 1).facts == (BUILT.fact,)

    def test_with_re_checks_that_need_not_be_known_and_completion_that_must(self) -> None:
        assert ExactCount(BUILT, 1, COMPLETE, PLANNED).facts == (
            BUILT.fact,
            Fact("planned", "应建", "planned", FactKind.COUNT, "座", optional=True),
            COMPLETE,
        )


class TestRatios:
    """A ratio asks for part and whole, and for what decides between two floors."""

    def test_a_full_rate_and_a_ratio_of_one_floor(self) -> None:
        both = (BUILT.fact, PLANNED.fact)
        assert FullRate(BUILT, PLANNED).facts == RatioFloor(BUILT, PLANNED, Fraction(3, 10)).facts == both

    def test_a_ratio_of_two_floors(self) -> None:
        ratio = RatioFloor(BUILT, PLANNED, Fraction(3, 10), COMPLETE, Fraction(1, 2))
        assert ratio.facts == (BUILT.fact, PLANNED.fact, COMPLETE)


class TestCoverage:
    """Coverage asks for all there is and for what is covered, each in the same unit."""

    ALL = Fact("universe", "全部站点", "all stops", FactKind.ITEMS, "个")

    def test_as_it_stands(self) -> None:
        assert Coverage("站点", "stops", "个").facts == (
            self.ALL,
            Fact("covered", "已覆盖的站点", "covered stops", FactKind.ITEMS, "个"),
        )

    def test_counts_in_items_unless_it_says_otherwise(self) -> None:
        assert [fact.unit for fact in Coverage("站点", "stops").facts] == ["项", "项"]

    def test_tells_every_condition_of_being_covered(self) -> None:
        conditions = (("有顶棚", "roofed"), ("有照明", "lit"))
        assert Coverage("站点", "stops", "个", conditions=conditions).facts == (
            self.ALL,
            Fact(
                "covered",
                "已覆盖的站点（有顶棚，且有照明）",
                "covered stops (roofed and lit)",
                FactKind.ITEMS,
                "个",
            ),
        )

    def test_asks_for_the_day_where_there_is_one_and_for_the_share_that_may_be_missing(self) -> None:
        tolerance = Fact("tolerance", "容许缺口比例", "tolerated share", FactKind.AMOUNT)
        assert Coverage("站点", "stops", by=DAY).facts[2:] == (REACHED_ON,)
        assert Coverage("站点", "stops", tolerated=True).facts[2:] == (tolerance,)
        assert Coverage("站点", "stops", by=DAY, tolerated=True).facts[2:] == (REACHED_ON, tolerance)


class TestChecklist:
    """A checklist asks which of its items are done, and names them."""

    def test_names_its_items(self) -> None:
        listed = Checklist((Item("顶棚", "roof"), Item("照明", "light")), closed=False)
        assert listed.facts == (
            Fact("done", "已完成的项目（顶棚、照明）", "items done (roof, light)", FactKind.ITEMS, "项"),
        )


class TestTrend:
    """A trend asks for two comparable observations, which may be negative."""

    def test_asks_for_before_and_after(self) -> None:
        assert Trend("班次", "buses", Direction.UP, "班").facts == (
            Fact("before", "上期班次", "buses, before", FactKind.QUANTITY, "班"),
            Fact("after", "本期班次", "buses, after", FactKind.QUANTITY, "班"),
        )

    def test_with_a_name_asks_under_that_name(self) -> None:
        trend = Trend("班次", "buses", Direction.DOWN, name="night")
        assert (trend.before, trend.after) == ("night_before", "night_after")
        assert [(fact.name, fact.unit) for fact in trend.facts] == [("night_before", ""), ("night_after", "")]
