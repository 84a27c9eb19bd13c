"""Numbers against what the text allows (数量)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.evaluation.small_plan import commitment_of
from wushan_plan import PLAN, Reading, Status
from wushan_plan.errors import FactError
from wushan_plan.model.criteria import (
    Checklist,
    Coverage,
    Direction,
    ExactCount,
    Floor,
    Item,
    Quantity,
    Trend,
)
from wushan_plan.model.verdict import Outlook

END_OF_OCTOBER, END_OF_YEAR = date(2021, 10, 31), date(2021, 12, 31)
BEFORE, AFTER = date(2021, 9, 1), date(2022, 1, 4)
THINGS = Quantity("things", "事项", "things", "项")


def missing(verdict: Any) -> list[str]:
    return [fact.name for fact in verdict.missing]


class TestCeiling:
    """不超过N includes N; zero is the commonest ceiling."""

    FEE = PLAN.targets["licence-and-seal-fee"]

    def test_of_zero_is_met_by_zero(self) -> None:
        assert self.FEE.evaluate(fee=0).status is Status.MET

    @pytest.mark.parametrize("fee", [1, Decimal("0.01"), 0.01, Fraction(1, 1000)])
    def test_of_zero_is_exceeded_by_anything_at_all(self, fee: object) -> None:
        assert self.FEE.evaluate(fee=fee).status is Status.NOT_MET

    def test_without_a_value_is_unknown_and_never_zero(self) -> None:
        verdict = self.FEE.evaluate()
        assert (verdict.status, missing(verdict)) == (Status.UNKNOWN, ["fee"])

    def test_carries_the_exact_value_it_measured(self) -> None:
        assert self.FEE.evaluate(fee=0.3).measured == Fraction(3, 10)


class TestFloor:
    """不低于N includes N; by a day that is inclusive and never rolls."""

    ITEMS = PLAN.targets["cross-province-services"]
    COORDINATORS = PLAN.targets["labour-coordinators"]

    def test_is_met_by_the_very_number_on_the_very_day(self) -> None:
        assert self.ITEMS.evaluate(items=74, as_of=END_OF_YEAR).status is Status.MET

    def test_is_pending_below_the_number_on_the_last_day(self) -> None:
        verdict = self.ITEMS.evaluate(items=73, as_of=END_OF_YEAR)
        assert (verdict.status, verdict.outlook) == (Status.PENDING, Outlook(True, Fraction(1)))

    def test_is_not_met_below_the_number_a_day_later(self) -> None:
        assert self.ITEMS.evaluate(items=73, as_of=date(2022, 1, 1)).status is Status.NOT_MET

    def test_reached_at_an_unknown_time_is_unknown_after_the_day(self) -> None:
        verdict = self.ITEMS.evaluate(items=74, as_of=AFTER)
        assert (verdict.status, missing(verdict)) == (Status.UNKNOWN, ["reached_on"])

    def test_reached_on_the_day_is_met_whenever_it_is_judged(self) -> None:
        assert self.ITEMS.evaluate(items=80, reached_on=END_OF_YEAR, as_of=AFTER).status is Status.MET

    def test_reached_a_day_late_is_not_met(self) -> None:
        verdict = self.ITEMS.evaluate(items=80, reached_on=date(2022, 1, 1), as_of=AFTER)
        assert verdict.status is Status.NOT_MET

    def test_without_a_day_of_judgement_is_unknown(self) -> None:
        assert missing(self.ITEMS.evaluate(items=74)) == ["as_of"]
        assert missing(self.ITEMS.evaluate(items=1)) == ["as_of"]

    def test_cannot_be_reached_by_figures_that_say_otherwise(self) -> None:
        with pytest.raises(FactError, match="reached_on"):
            self.ITEMS.evaluate(items=73, reached_on=BEFORE, as_of=AFTER)

    def test_cannot_be_reached_after_the_day_of_judgement(self) -> None:
        with pytest.raises(FactError, match="reached_on"):
            self.ITEMS.evaluate(items=74, reached_on=AFTER, as_of=END_OF_YEAR)

    def test_read_without_its_date_stays_open_until_it_is_kept(self) -> None:
        verdict = self.COORDINATORS.evaluate(coordinators=1, as_of=AFTER, reading=Reading.DATE_ONLY_FIRST)
        assert verdict.status is Status.PENDING

    def test_with_a_date_by_ellipsis_says_that_the_verdict_depends_on_it(self) -> None:
        verdict = self.COORDINATORS.evaluate(coordinators=1, as_of=AFTER)
        assert verdict.status is Status.NOT_MET
        assert verdict.alternatives == ((Reading.DATE_ONLY_FIRST, Status.PENDING),)

    def test_without_a_date_is_judged_as_it_stands(self) -> None:
        floor = commitment_of(Floor(THINGS, 3))
        assert floor.evaluate(things=3).status is Status.MET
        assert floor.evaluate(things=2).status is Status.NOT_MET
        assert Status.PENDING not in floor.possible_statuses


class TestExactCount:
    """只进行1次: one at completion, never more; a re-check may count or not."""

    INSPECTIONS = PLAN.targets["quality-safety-inspections"]

    @pytest.mark.parametrize(
        ("inspections", "completed", "status"),
        [
            (0, False, Status.PENDING),
            (1, False, Status.PENDING),
            (0, True, Status.NOT_MET),
            (1, True, Status.MET),
            (2, True, Status.NOT_MET),
            (2, False, Status.NOT_MET),
            (2, None, Status.NOT_MET),
            (1, None, Status.UNKNOWN),
        ],
    )
    def test_is_due_at_completion_and_too_many_at_any_time(
        self, inspections: int, completed: bool | None, status: Status
    ) -> None:
        verdict = self.INSPECTIONS.evaluate(inspections=inspections, rechecks=0, completed=completed)
        assert verdict.status is status

    def test_counts_a_recheck_by_default_and_says_that_it_matters(self) -> None:
        verdict = self.INSPECTIONS.evaluate(inspections=2, rechecks=1, completed=True)
        assert (verdict.status, verdict.reading) == (Status.NOT_MET, Reading.RECHECKS_COUNT)
        assert verdict.alternatives == ((Reading.RECHECKS_APART, Status.MET),)

    def test_leaves_rechecks_out_under_the_other_reading(self) -> None:
        verdict = self.INSPECTIONS.evaluate(
            inspections=2, rechecks=1, completed=True, reading=Reading.RECHECKS_APART
        )
        assert (verdict.status, verdict.measured) == (Status.MET, Fraction(1))

    def test_needs_the_rechecks_only_where_they_are_left_out(self) -> None:
        facts = {"inspections": 1, "completed": True}
        assert self.INSPECTIONS.evaluate(**facts).status is Status.MET  # type: ignore[arg-type]
        apart = self.INSPECTIONS.evaluate(reading=Reading.RECHECKS_APART, **facts)  # type: ignore[arg-type]
        assert missing(apart) == ["rechecks"]

    def test_refuses_more_rechecks_than_inspections(self) -> None:
        with pytest.raises(FactError, match="rechecks"):
            self.INSPECTIONS.evaluate(inspections=1, rechecks=2, completed=True)

    def test_without_a_sign_of_completion_is_judged_as_it_stands(self) -> None:
        exact = commitment_of(ExactCount(THINGS, 2))
        assert [exact.evaluate(things=n).status for n in (1, 2, 3)] == [
            Status.NOT_MET,
            Status.MET,
            Status.NOT_MET,
        ]


class TestRatioFloor:
    """Prepayment of at least 30 per cent; for SMEs 50 per cent instead."""

    PREPAYMENT = PLAN.targets["procurement-prepayment"]

    @pytest.mark.parametrize(
        ("prepayment", "is_sme", "status"),
        [
            (30, False, Status.MET),
            (Decimal("29.99"), False, Status.NOT_MET),
            (50, True, Status.MET),
            (Decimal("49.99"), True, Status.NOT_MET),
            (30, True, Status.NOT_MET),
        ],
    )
    def test_is_inclusive_and_higher_for_smes(self, prepayment: object, is_sme: bool, status: Status) -> None:
        verdict = self.PREPAYMENT.evaluate(prepayment=prepayment, contract_price=100, is_sme=is_sme)
        assert verdict.status is status

    @pytest.mark.parametrize("prepayment", [30, 40, Decimal("49.99")])
    def test_between_the_floors_depends_on_knowing_whether_it_is_an_sme(self, prepayment: object) -> None:
        verdict = self.PREPAYMENT.evaluate(prepayment=prepayment, contract_price=100)
        assert (verdict.status, missing(verdict)) == (Status.UNKNOWN, ["is_sme"])

    @pytest.mark.parametrize(("prepayment", "status"), [(50, Status.MET), (29, Status.NOT_MET)])
    def test_outside_both_floors_does_not(self, prepayment: int, status: Status) -> None:
        assert self.PREPAYMENT.evaluate(prepayment=prepayment, contract_price=100).status is status

    def test_is_exact_where_floats_would_not_be(self) -> None:
        verdict = self.PREPAYMENT.evaluate(prepayment=0.3, contract_price=1.0, is_sme=False)
        assert (verdict.status, verdict.measured) == (Status.MET, Fraction(3, 10))

    def test_of_a_contract_of_nothing_is_unknown(self) -> None:
        verdict = self.PREPAYMENT.evaluate(prepayment=0, contract_price=0, is_sme=False)
        assert (verdict.status, missing(verdict)) == (Status.UNKNOWN, ["contract_price"])

    def test_larger_than_the_whole_is_refused_with_both_figures(self) -> None:
        with pytest.raises(FactError, match=r"prepayment .*101.*larger than the whole.*100"):
            self.PREPAYMENT.evaluate(prepayment=101, contract_price=100, is_sme=False)


class TestFullRate:
    """达100%: each rate for itself; a zero denominator is unknown, and no rate at all."""

    RATE = PLAN.targets["complaint-handling-rate"]

    def test_of_all_is_met(self) -> None:
        assert self.RATE.evaluate(complaints_handled=7, complaints_received=7).status is Status.MET

    def test_of_all_but_one_is_not_met_however_many(self) -> None:
        verdict = self.RATE.evaluate(complaints_handled=99_999, complaints_received=100_000)
        assert (verdict.status, verdict.measured) == (Status.NOT_MET, Fraction(99_999, 100_000))

    def test_that_falls_short_says_how_many_are_left(self) -> None:
        verdict = self.RATE.evaluate(complaints_handled=3, complaints_received=7)
        assert verdict.outlook == Outlook(True, Fraction(4), 4)

    def test_of_nothing_is_unknown(self) -> None:
        verdict = self.RATE.evaluate(complaints_handled=0, complaints_received=0)
        assert (verdict.status, missing(verdict)) == (Status.UNKNOWN, ["complaints_received"])

    def test_above_one_is_refused(self) -> None:
        with pytest.raises(FactError, match="complaints_handled"):
            self.RATE.evaluate(complaints_handled=8, complaints_received=7)

    def test_without_one_of_its_figures_names_that_one(self) -> None:
        assert missing(self.RATE.evaluate(complaints_handled=8)) == ["complaints_received"]
        assert missing(self.RATE.evaluate(complaints_received=8)) == ["complaints_handled"]


class TestCoverage:
    """全覆盖: everything there is, by name or by count."""

    REVIEW = PLAN.targets["legal-review-coverage"]
    SERVICES = PLAN.targets["sichuan-chongqing-services"]
    TAX = PLAN.commitment("tax-matters-online")

    def test_by_name_is_met_when_every_name_is_covered(self) -> None:
        assert self.REVIEW.evaluate(universe=["甲", "乙"], covered=["乙", "甲"]).status is Status.MET

    def test_by_name_says_which_are_open(self) -> None:
        verdict = self.REVIEW.evaluate(universe=["甲", "乙"], covered=["甲"])
        assert verdict.status is Status.NOT_MET
        assert dict(verdict.reasons[0].values)["open"] == ("乙",)

    @pytest.mark.parametrize(("covered", "status"), [(5, Status.MET), (4, Status.NOT_MET)])
    def test_by_count_is_met_when_the_counts_are_equal(self, covered: int, status: Status) -> None:
        assert self.REVIEW.evaluate(universe=5, covered=covered).status is status

    def test_takes_names_on_one_side_and_a_count_on_the_other(self) -> None:
        assert self.REVIEW.evaluate(universe=["甲", "乙"], covered=2).status is Status.MET

    def test_of_an_empty_universe_is_unknown(self) -> None:
        for universe, covered in ((0, 0), ([], [])):
            verdict = self.REVIEW.evaluate(universe=universe, covered=covered)
            assert (verdict.status, missing(verdict)) == (Status.UNKNOWN, ["universe"])

    @pytest.mark.parametrize(("universe", "covered"), [(["甲"], ["甲", "丙"]), (1, 2), (["甲"], 2)])
    def test_of_what_is_not_there_is_refused(self, universe: object, covered: object) -> None:
        with pytest.raises(FactError, match="covered"):
            self.REVIEW.evaluate(universe=universe, covered=covered)

    def test_refuses_an_item_listed_twice(self) -> None:
        with pytest.raises(FactError, match="listed twice"):
            self.REVIEW.evaluate(universe=["甲", "甲"], covered=["甲"])

    def test_takes_a_list_of_names_not_one_name(self) -> None:
        with pytest.raises(FactError, match="universe"):
            self.REVIEW.evaluate(universe="甲乙", covered=["甲"])

    @pytest.mark.parametrize(
        ("as_of", "status"),
        [(END_OF_OCTOBER, Status.PENDING), (date(2021, 11, 1), Status.NOT_MET)],
    )
    def test_by_a_day_is_open_until_that_day_has_passed(self, as_of: date, status: Status) -> None:
        assert self.SERVICES.evaluate(universe=10, covered=9, as_of=as_of).status is status

    def test_by_a_sunday_does_not_roll_to_monday(self) -> None:
        late = self.SERVICES.evaluate(universe=10, covered=10, reached_on=date(2021, 11, 1), as_of=AFTER)
        assert late.status is Status.NOT_MET

    def test_counts_an_item_only_if_it_meets_every_condition(self) -> None:
        covered = next(fact for fact in self.SERVICES.facts if fact.name == "covered")
        assert covered.zh.count("，且") == 2

    def test_basically_all_needs_to_be_told_how_much_may_be_missing(self) -> None:
        verdict = self.TAX.evaluate(universe=100, covered=95)
        assert (verdict.status, missing(verdict)) == (Status.UNKNOWN, ["tolerance"])

    @pytest.mark.parametrize(("covered", "status"), [(95, Status.MET), (94, Status.NOT_MET)])
    def test_basically_all_includes_the_tolerated_share(self, covered: int, status: Status) -> None:
        assert self.TAX.evaluate(universe=100, covered=covered, tolerance=0.05).status is status

    def test_really_all_needs_no_tolerance(self) -> None:
        assert self.TAX.evaluate(universe=100, covered=100).status is Status.MET

    @pytest.mark.parametrize("tolerance", [5, 1.01, -0.05])
    def test_refuses_a_tolerance_that_is_no_share(self, tolerance: float) -> None:
        with pytest.raises(FactError, match="tolerance"):
            self.TAX.evaluate(universe=100, covered=95, tolerance=tolerance)

    @given(st.integers(1, 200), st.data())
    def test_by_name_and_by_count_agree(self, total: int, data: st.DataObject) -> None:
        done = data.draw(st.integers(0, total))
        names = [f"事项{number}" for number in range(total)]
        by_name = self.REVIEW.evaluate(universe=names, covered=names[:done])
        by_count = self.REVIEW.evaluate(universe=total, covered=done)
        assert (by_name.status, by_name.measured) == (by_count.status, by_count.measured)

    def test_without_a_date_is_judged_as_it_stands(self) -> None:
        assert commitment_of(Coverage("事项", "things")).evaluate(universe=2, covered=1).is_breach


class TestChecklist:
    """A list of things to do; 等 may leave it open or close it."""

    CLOSED = commitment_of(Checklist((Item("甲", "a"), Item("乙", "b")), closed=True))
    OPEN = commitment_of(Checklist((Item("甲", "a"), Item("乙", "b")), closed=False))

    def test_is_met_when_every_item_is_done(self) -> None:
        assert self.CLOSED.evaluate(done=["乙", "甲"]).status is Status.MET

    def test_is_open_to_the_end_of_the_period_of_the_plan(self) -> None:
        assert self.CLOSED.evaluate(done=["甲"], as_of=END_OF_YEAR).status is Status.PENDING
        assert self.CLOSED.evaluate(done=["甲"], as_of=date(2022, 1, 1)).status is Status.NOT_MET

    def test_says_what_is_still_open(self) -> None:
        verdict = self.CLOSED.evaluate(done=["甲"], as_of=AFTER)
        assert dict(verdict.reasons[0].values)["items"] == ("乙",)
        assert verdict.measured == Fraction(1, 2)

    def test_of_nothing_done_is_not_the_same_as_nothing_known(self) -> None:
        assert self.CLOSED.evaluate(done=[], as_of=AFTER).status is Status.NOT_MET
        assert missing(self.CLOSED.evaluate(as_of=AFTER)) == ["done"]

    def test_that_is_closed_refuses_a_strange_item_and_names_the_nearest(self) -> None:
        closed = commitment_of(Checklist((Item("地籍测绘", "cadastral survey"),), closed=True))
        with pytest.raises(FactError, match="Did you mean '地籍测绘'"):
            closed.evaluate(done=["地藉测绘"])

    def test_that_is_open_takes_further_items_which_replace_none(self) -> None:
        assert self.OPEN.evaluate(done=["甲", "乙", "丙"]).status is Status.MET
        assert self.OPEN.evaluate(done=["甲", "丙"], as_of=AFTER).status is Status.NOT_MET

    def test_is_checked_by_name_not_by_count(self) -> None:
        with pytest.raises(FactError, match="item by item"):
            self.CLOSED.evaluate(done=2)


class TestTrend:
    """提高, 压减: strictly better than the period before; equal is not better."""

    @pytest.mark.parametrize(
        ("direction", "after", "status"),
        [
            (Direction.UP, 6, Status.MET),
            (Direction.UP, 5, Status.NOT_MET),
            (Direction.UP, 4, Status.NOT_MET),
            (Direction.DOWN, 4, Status.MET),
            (Direction.DOWN, 5, Status.NOT_MET),
            (Direction.DOWN, 6, Status.NOT_MET),
        ],
    )
    def test_is_met_only_by_moving_the_right_way(
        self, direction: Direction, after: int, status: Status
    ) -> None:
        trend = commitment_of(Trend("数量", "number", direction))
        assert trend.evaluate(before=5, after=after).status is status

    def test_takes_observations_below_zero(self) -> None:
        trend = commitment_of(Trend("增速", "growth", Direction.UP))
        verdict = trend.evaluate(before=-2.5, after=-0.5)
        assert (verdict.status, verdict.measured) == (Status.MET, Fraction(2))

    def test_of_one_observation_is_unknown(self) -> None:
        trend = commitment_of(Trend("数量", "number", Direction.UP))
        assert missing(trend.evaluate(after=5)) == ["before"]
        assert missing(trend.evaluate(before=5)) == ["after"]

    def test_that_is_named_asks_for_facts_of_its_own(self) -> None:
        trend = commitment_of(Trend("数量", "number", Direction.UP, name="loans"))
        assert trend.evaluate(loans_before=1, loans_after=2).status is Status.MET
