"""Criteria made of others, and headings (同时满足、标题)."""

from __future__ import annotations

from datetime import date

import pytest

from tests.evaluation.facts_for import facts_for, judge
from tests.evaluation.small_plan import commitment_of
from wushan_plan import PLAN, Status, Verdict
from wushan_plan.errors import DefinitionError, FactError
from wushan_plan.model.criteria import AllOf, Ceiling, ExactCount, Quantity
from wushan_plan.model.facts import Fact, FactKind

VISITS = PLAN.targets["joint-survey-visits"]
M06 = PLAN.measure(6)
HEADING = PLAN.commitment("m06.0")
AFTER = date(2022, 1, 20)


class TestAllOf:
    """Every part holds; one that falls short is enough, and one that is unknown leaves it open."""

    @pytest.mark.parametrize(
        ("surveys", "connections", "status"),
        [
            (1, 1, Status.MET),
            (0, 1, Status.MET),
            (2, 1, Status.NOT_MET),
            (1, 2, Status.NOT_MET),
            (1, None, Status.UNKNOWN),
            (2, None, Status.NOT_MET),
            (None, None, Status.UNKNOWN),
        ],
    )
    def test_is_as_good_as_its_worst_part(
        self, surveys: int | None, connections: int | None, status: Status
    ) -> None:
        assert VISITS.evaluate(surveys=surveys, connections=connections).status is status

    def test_names_every_fact_that_is_missing(self) -> None:
        assert [fact.name for fact in VISITS.evaluate().missing] == ["surveys", "connections"]

    def test_that_falls_short_does_not_ask_for_more(self) -> None:
        assert VISITS.evaluate(surveys=2).missing == ()

    def test_gives_the_reasons_of_every_part(self) -> None:
        assert len(VISITS.evaluate(surveys=1, connections=1).reasons) == 2

    def test_is_pending_while_a_part_is(self) -> None:
        done = Fact("complete", "是否完成", "complete", FactKind.TRUTH)
        both = commitment_of(
            AllOf(
                (
                    Ceiling(Quantity("visits", "次数", "visits", "次"), 1),
                    ExactCount(Quantity("reports", "报告", "reports", "份"), 1, complete=done),
                )
            )
        )
        assert both.evaluate(visits=1, reports=0, complete=False).status is Status.PENDING
        assert Status.PENDING in both.possible_statuses

    def test_refuses_parts_that_take_the_same_fact(self) -> None:
        part = Ceiling(Quantity("visits", "次数", "visits", "次"), 1)
        with pytest.raises(DefinitionError, match="AllOf"):
            AllOf((part, part))

    def test_eleven_taxes_in_one_filing(self) -> None:
        filing = PLAN.targets["combined-tax-filing"]
        assert filing.evaluate(taxes=11, filings=1).status is Status.MET
        assert filing.evaluate(taxes=10, filings=1).status is Status.NOT_MET
        assert filing.evaluate(taxes=11, filings=2).status is Status.NOT_MET

    def test_five_surveys_one_commission_one_report(self) -> None:
        survey = PLAN.targets["unified-survey"]
        items = ["规划核实测量", "绿地核实测量", "人防工程核实测量", "地籍测绘", "房产测绘"]
        assert survey.evaluate(done=items, commissions=1, reports=1).status is Status.MET
        assert survey.evaluate(done=items, commissions=2, reports=1).status is Status.NOT_MET
        assert survey.evaluate(done=items[:4], commissions=1, reports=1, as_of=AFTER).status is Status.NOT_MET
        with pytest.raises(FactError, match="closes its list"):
            survey.evaluate(done=[*items, "竣工测量"], commissions=1, reports=1)


def below(status: Status) -> list[Verdict]:
    """Verdicts on everything below the heading of measure 6."""
    return [judge(one, facts_for(one, status)) for one in M06.commitments if one is not HEADING]


class TestHeading:
    """A heading that only summarises is kept when everything below it is."""

    def test_is_met_when_all_below_are(self) -> None:
        assert HEADING.evaluate(verdicts=below(Status.MET)).status is Status.MET

    def test_is_not_met_when_one_below_is_not(self) -> None:
        verdicts = [*below(Status.MET)[1:], below(Status.NOT_MET)[0]]
        assert HEADING.evaluate(verdicts=verdicts).status is Status.NOT_MET

    def test_is_pending_when_one_below_is(self) -> None:
        verdicts = [*below(Status.MET)[1:], below(Status.PENDING)[0]]
        assert HEADING.evaluate(verdicts=verdicts).status is Status.PENDING

    def test_is_unknown_when_one_below_was_not_judged(self) -> None:
        verdict = HEADING.evaluate(verdicts=below(Status.MET)[1:])
        assert verdict.status is Status.UNKNOWN
        assert [fact.name for fact in verdict.missing] == ["verdicts"]

    def test_is_unknown_when_nothing_below_applies(self) -> None:
        assert HEADING.evaluate(verdicts=below(Status.NOT_APPLICABLE)).status is Status.UNKNOWN

    def test_leaves_out_what_does_not_apply(self) -> None:
        verdicts = [*below(Status.MET)[1:], below(Status.NOT_APPLICABLE)[0]]
        assert HEADING.evaluate(verdicts=verdicts).status is Status.MET

    def test_takes_the_worst_of_several_cases_under_one_commitment(self) -> None:
        for verdicts in (
            [*below(Status.NOT_MET)[:1], *below(Status.MET)],
            [*below(Status.MET), *below(Status.NOT_MET)[:1]],
        ):
            assert HEADING.evaluate(verdicts=verdicts).status is Status.NOT_MET

    def test_refuses_a_verdict_of_another_measure(self) -> None:
        payment = PLAN.targets["procurement-payment"].evaluate()
        with pytest.raises(FactError, match="own measure"):
            HEADING.evaluate(verdicts=[payment])

    def test_refuses_what_is_no_verdict(self) -> None:
        with pytest.raises(FactError, match="verdicts"):
            HEADING.evaluate(verdicts=[Status.MET])

    def test_is_never_counted_beside_what_it_summarises(self) -> None:
        assert not HEADING.counts
        assert all(one.counts for one in M06.commitments if one is not HEADING)
