"""Facts that cannot be true are refused by name; those not known are missing (事实的校验)."""

from __future__ import annotations

import math
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.evaluation.strategies import facts_about, names_of_commitments
from wushan_plan import PLAN, FactKind, Interval, Status
from wushan_plan.errors import DateTypeError, FactError
from wushan_plan.model.facts import Fact

WATER = PLAN.targets["water-connection"]
ITEMS = PLAN.targets["cross-province-services"]
PREPAYMENT = PLAN.targets["procurement-prepayment"]
TREND = PLAN.commitment("m08.3")
REVIEW = PLAN.targets["legal-review-coverage"]
START, END = date(2021, 9, 24), date(2021, 9, 30)


class TestNames:
    """A fact nobody asked for is refused, and the nearest that was asked for is named."""

    def test_a_misspelt_fact_names_the_nearest(self) -> None:
        with pytest.raises(FactError, match="Did you mean 'start'"):
            WATER.evaluate(strat=START, end=END)

    def test_a_fact_of_another_commitment_names_those_of_this_one(self) -> None:
        with pytest.raises(FactError, match="Known: end, start"):
            WATER.evaluate(zzz=1)

    def test_even_an_unknown_value_must_have_a_known_name(self) -> None:
        with pytest.raises(FactError, match="strat"):
            WATER.evaluate(strat=None)


class TestImpossibleDates:
    """Dates are dates, in an order that can be."""

    def test_an_end_before_its_start_names_both_days(self) -> None:
        with pytest.raises(FactError, match=r"end \(通水日期\).*2021-09-30.*2021-09-24.*before it starts"):
            WATER.evaluate(start=END, end=START)

    def test_an_end_before_its_start_is_impossible_on_every_day_of_judgement(self) -> None:
        with pytest.raises(FactError, match="before it starts"):
            WATER.evaluate(start=END, end=START, as_of=date(2021, 9, 1))

    @pytest.mark.parametrize("value", ["2021-09-24", "2021年9月24日", 20210924, 44463.0, True])
    def test_what_is_not_a_date_is_never_guessed_at_and_named(self, value: object) -> None:
        with pytest.raises(FactError, match=r"start \(受理日期\)") as caught:
            WATER.evaluate(start=value, end=END)
        assert isinstance(caught.value, DateTypeError)

    def test_a_datetime_gives_its_date(self) -> None:
        verdict = WATER.evaluate(start=datetime(2021, 9, 24, 23, 59), end=END)
        assert dict(verdict.facts)["start"] == START

    def test_a_datetime_with_a_zone_gives_its_date_in_china(self) -> None:
        late_in_london = datetime(2021, 9, 23, 20, 0, tzinfo=UTC)
        assert dict(WATER.evaluate(start=late_in_london, end=END).facts)["start"] == START

    def test_a_period_of_datetimes_is_read_as_days(self) -> None:
        period = Interval(datetime(2021, 9, 1, 8), datetime(2021, 9, 30, 18))
        power = PLAN.targets["power-10kv"]
        verdict = power.evaluate(cases=[(START, END)], period=period, as_of=date(2021, 12, 31))
        assert verdict.measured == 5

    def test_a_suspension_must_be_possible_too(self) -> None:
        with pytest.raises(FactError, match="suspended"):
            WATER.evaluate(start=START, end=END, suspended=[(END, START)])


class TestImpossibleNumbers:
    """Counts are whole and not negative, amounts not negative, every number finite."""

    @pytest.mark.parametrize("value", [-1, 1.0, 1.5, Decimal(2), Fraction(3), "3", True, False, math.nan])
    def test_a_count_is_a_whole_number_from_zero(self, value: object) -> None:
        with pytest.raises(FactError, match=r"items \("):
            ITEMS.evaluate(items=value)

    @pytest.mark.parametrize(
        "value", [-1, -0.01, math.nan, math.inf, Decimal("NaN"), Decimal("-Infinity"), "30", True, 1j, [1]]
    )
    def test_an_amount_is_a_finite_number_from_zero(self, value: object) -> None:
        with pytest.raises(FactError, match=r"prepayment \("):
            PREPAYMENT.evaluate(prepayment=value, contract_price=100)

    @pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf, Decimal("sNaN"), "5", True])
    def test_an_observation_is_a_finite_number(self, value: object) -> None:
        with pytest.raises(FactError, match=r"after \("):
            TREND.evaluate(before=1, after=value)

    def test_a_part_larger_than_its_whole_names_the_part(self) -> None:
        with pytest.raises(FactError, match="complaints_handled"):
            PLAN.targets["complaint-handling-rate"].evaluate(complaints_handled=2, complaints_received=1)

    @given(st.decimals(-1000, 1000, places=4))
    def test_a_float_is_the_decimal_it_prints_as(self, value: Decimal) -> None:
        by_float = TREND.evaluate(before=float(value), after=0)
        by_decimal = TREND.evaluate(before=value, after=0)
        assert by_float.measured == by_decimal.measured


class TestOtherKinds:
    """A yes or a no, words, items."""

    @pytest.mark.parametrize("value", [1, 0, "yes", "是"])
    def test_a_truth_is_true_or_false_and_nothing_like_it(self, value: object) -> None:
        with pytest.raises(FactError, match=r"is_sme \("):
            PREPAYMENT.evaluate(prepayment=40, contract_price=100, is_sme=value)

    @pytest.mark.parametrize("value", [1, True, ["文件"], b"x"])
    def test_evidence_is_words(self, value: object) -> None:
        with pytest.raises(FactError, match=r"evidence \("):
            PLAN.commitment("m08.1").evaluate(done=True, evidence=value)

    @pytest.mark.parametrize("value", ["甲", b"x", -1, 1.5, True, ["甲", ""], ["甲", 3], [None]])
    def test_items_are_names_or_a_count_of_them(self, value: object) -> None:
        with pytest.raises(FactError, match=r"universe \("):
            REVIEW.evaluate(universe=value, covered=0)

    def test_items_are_told_apart_without_the_space_around_them(self) -> None:
        assert REVIEW.evaluate(universe=[" 甲", "乙 "], covered=["甲", "乙"]).status is Status.MET


class TestEveryFactOfEveryCommitment:
    """Whatever the commitment, a value of no sensible kind is refused with the name of the fact."""

    @given(st.data(), names_of_commitments())
    def test_a_value_of_no_kind_is_refused_by_name(self, data: st.DataObject, name: str) -> None:
        commitment = PLAN.commitment(name)
        fact = data.draw(st.sampled_from(commitment.facts))
        with pytest.raises(FactError, match=rf"^{fact.name}\b"):
            commitment.evaluate(**{fact.name: object()})  # type: ignore[arg-type]

    @given(st.data(), names_of_commitments())
    def test_nan_is_refused_by_name(self, data: st.DataObject, name: str) -> None:
        commitment = PLAN.commitment(name)
        fact = data.draw(st.sampled_from(commitment.facts))
        with pytest.raises(FactError, match=rf"^{fact.name}\b"):
            commitment.evaluate(**{fact.name: math.nan})  # type: ignore[arg-type]

    @given(st.data(), names_of_commitments())
    def test_a_misspelt_name_is_refused(self, data: st.DataObject, name: str) -> None:
        commitment = PLAN.commitment(name)
        fact = data.draw(st.sampled_from(commitment.facts))
        with pytest.raises(FactError, match="does not ask for"):
            commitment.evaluate(**{fact.name + "_x": None})  # type: ignore[arg-type]

    @given(st.data(), names_of_commitments())
    def test_a_verdict_keeps_the_facts_it_rests_on(self, data: st.DataObject, name: str) -> None:
        commitment = PLAN.commitment(name)
        given_facts = data.draw(facts_about(commitment))
        verdict = commitment.evaluate(**given_facts)
        names = {fact.name for fact in commitment.facts}
        assert {name for name, _ in verdict.facts} == {
            name for name, value in given_facts.items() if name in names and value is not None
        }


class TestShapes:
    """A fact has a name a program can use and labels people can read."""

    @pytest.mark.parametrize(
        ("name", "zh", "en"), [("not a name", "甲", "a"), ("a", "", "a"), ("a", "甲", "")]
    )
    def test_a_fact_without_them_is_refused(self, name: str, zh: str, en: str) -> None:
        with pytest.raises(ValueError, match="identifier"):
            Fact(name, zh, en, FactKind.TEXT)
