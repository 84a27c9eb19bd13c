"""Outside the scope, and justified deviations (适用范围、例外)."""

from __future__ import annotations

from datetime import date

import pytest

from tests.evaluation.facts_for import Course, course_facts, judge
from tests.evaluation.small_plan import CONDITIONAL_SCOPE, IN_PRINCIPLE, SCOPE, commitment_of
from wushan_plan import PLAN, Commitment, Modality, Status, Verdict
from wushan_plan.errors import FactError
from wushan_plan.model.criteria import Prohibition
from wushan_plan.model.verdict import ReasonCode

COST = PLAN.targets["external-works-cost"]
PAPER = PLAN.targets["electronic-filing-paper"]
NEVER = Prohibition("某行为", "some act")
AFTER = date(2022, 1, 20)
DEVIATIONS = [
    "external-works-cost",
    "procurement-contract",
    "m13.7",
    "procurement-acceptance",
    "m14.5",
    "procurement-payment",
]


def missing(verdict: Verdict) -> list[str]:
    return [fact.name for fact in verdict.missing]


class TestScope:
    """A commitment judges what it is about; everything else is not applicable."""

    def test_a_case_asked_about_is_taken_to_be_inside(self) -> None:
        assert commitment_of(NEVER, scope=SCOPE).evaluate(incidents=0).status is Status.MET

    def test_a_case_said_to_be_outside_is_not_applicable_whatever_happened(self) -> None:
        verdict = commitment_of(NEVER, scope=SCOPE).evaluate(incidents=3, in_scope=False)
        assert (verdict.status, verdict.is_breach) == (Status.NOT_APPLICABLE, False)

    def test_a_case_of_which_that_is_unknown_is_unknown(self) -> None:
        verdict = commitment_of(NEVER, scope=SCOPE).evaluate(incidents=0, in_scope=None)
        assert (verdict.status, missing(verdict)) == (Status.UNKNOWN, ["in_scope"])

    @pytest.mark.parametrize("in_scope", [False, None])
    def test_a_commitment_without_scope_has_no_outside(self, in_scope: bool | None) -> None:
        with pytest.raises(FactError, match="in_scope"):
            commitment_of(NEVER).evaluate(incidents=0, in_scope=in_scope)


class TestCondition:
    """Where the text makes it depend on a truth about the case, that truth has to be known."""

    @pytest.mark.parametrize(
        ("eligible", "status"),
        [(True, Status.MET), (False, Status.NOT_APPLICABLE), (None, Status.UNKNOWN)],
    )
    def test_decides_whether_the_commitment_applies(self, eligible: bool | None, status: Status) -> None:
        verdict = commitment_of(NEVER, scope=CONDITIONAL_SCOPE).evaluate(incidents=0, eligible=eligible)
        assert verdict.status is status

    def test_is_named_when_it_is_missing(self) -> None:
        verdict = commitment_of(NEVER, scope=CONDITIONAL_SCOPE).evaluate(incidents=0)
        assert missing(verdict) == ["eligible"]

    def test_is_asked_for_first(self) -> None:
        assert [fact.name for fact in COST.facts] == ["in_planned_land", "cost"]

    def test_outside_planned_land_the_user_may_pay(self) -> None:
        assert COST.evaluate(in_planned_land=False, cost=500).status is Status.NOT_APPLICABLE
        assert COST.evaluate(in_planned_land=True, cost=500).is_breach

    def test_paper_may_be_asked_for_where_no_valid_electronic_material_was_given(self) -> None:
        outside = PAPER.evaluate(valid_electronic_material=False, paper_copies=2)
        inside = PAPER.evaluate(valid_electronic_material=True, paper_copies=2)
        assert (outside.status, inside.status) == (Status.NOT_APPLICABLE, Status.NOT_MET)


class TestExcuse:
    """A recorded reason counts only where the text allows a justified deviation."""

    def test_the_text_allows_deviations_in_six_places(self) -> None:
        assert [one.id for one in PLAN.commitments if one.exceptions] == DEVIATIONS

    @pytest.mark.parametrize("name", DEVIATIONS)
    def test_where_it_does_a_reason_excuses_and_is_kept(self, name: str) -> None:
        verdict = short_of(PLAN.commitment(name), excuse="  依据某条例 ")
        assert (verdict.status, verdict.excuse) == (Status.EXCUSED, "依据某条例")
        assert not verdict.is_breach

    @pytest.mark.parametrize("name", DEVIATIONS)
    @pytest.mark.parametrize("excuse", [None, "", "   "])
    def test_where_it_does_no_reason_does_not_excuse(self, name: str, excuse: str | None) -> None:
        verdict = short_of(PLAN.commitment(name), excuse=excuse)
        assert (verdict.status, verdict.is_breach) == (Status.NOT_MET, True)

    @pytest.mark.parametrize("name", [name for name in PLAN.targets if not PLAN.targets[name].exceptions])
    def test_where_it_does_not_a_reason_changes_nothing_and_is_told_so(self, name: str) -> None:
        verdict = short_of(PLAN.targets[name], excuse="事出有因")
        assert (verdict.status, verdict.excuse) == (Status.NOT_MET, None)
        assert ReasonCode.EXCUSE_HAS_NO_ROOM in {reason.code for reason in verdict.reasons}

    def test_a_kept_promise_needs_none(self) -> None:
        verdict = commitment_of(NEVER, exceptions=(IN_PRINCIPLE,)).evaluate(incidents=0, excuse="备查")
        assert (verdict.status, verdict.excuse) == (Status.MET, None)

    def test_a_reason_is_words(self) -> None:
        with pytest.raises(FactError, match="excuse"):
            commitment_of(NEVER, exceptions=(IN_PRINCIPLE,)).evaluate(
                incidents=1,
                excuse=True,  # type: ignore[arg-type]
            )


class TestBreach:
    """A must, a must-not and an in-principle duty can be breached; a target can be missed."""

    @pytest.mark.parametrize("modality", list(Modality))
    def test_is_said_of_duties_only(self, modality: Modality) -> None:
        verdict = commitment_of(NEVER, modality).evaluate(incidents=1)
        duties = {Modality.MUST, Modality.MUST_NOT, Modality.IN_PRINCIPLE}
        assert verdict.is_breach is (modality in duties)

    @pytest.mark.parametrize("modality", list(Modality))
    def test_an_exploration_alone_cannot_even_be_missed(self, modality: Modality) -> None:
        verdict = commitment_of(NEVER, modality).evaluate(incidents=1)
        assert (verdict.status is Status.UNKNOWN) is (modality is Modality.EXPLORE)


def short_of(commitment: Commitment, excuse: str | None) -> Verdict:
    """The verdict on a case that fell short, with that excuse."""
    facts = course_facts(commitment, Course.BADLY)
    return judge(commitment, {"as_of": AFTER, "excuse": excuse, **facts})


@pytest.mark.parametrize("in_scope", ["no", 1, 0])
def test_a_scope_is_true_false_or_unknown(in_scope: object) -> None:
    with pytest.raises(FactError, match="inside the scope"):
        PLAN.targets["water-connection"].evaluate(in_scope=in_scope)  # type: ignore[arg-type]  # refused
