"""Every commitment reaches every status it says is possible, and no other."""

from __future__ import annotations

import pytest

from tests.evaluation.facts_for import DAY_OF_JUDGEMENT, Course, course_facts, facts_for, judge
from wushan_plan import PLAN, Commitment, Status

REACHABLE = [
    pytest.param(one, status, id=f"{one.id}-{status.value}")
    for one in PLAN.commitments
    for status in Status
    if status in one.possible_statuses
]
EVERY = [pytest.param(one, id=one.id) for one in PLAN.commitments]


@pytest.mark.parametrize(("commitment", "status"), REACHABLE)
def test_every_possible_status_is_reached_by_some_facts(commitment: Commitment, status: Status) -> None:
    assert judge(commitment, facts_for(commitment, status)).status is status


@pytest.mark.parametrize("commitment", EVERY)
def test_no_course_of_things_leads_to_a_status_that_is_not_possible(commitment: Commitment) -> None:
    for course in Course:
        if course is Course.RUNNING and not commitment.criterion.can_be_pending:
            continue
        for excuse in (None, "理由已记录"):
            facts = {
                "as_of": DAY_OF_JUDGEMENT[course],
                "excuse": excuse,
                **course_facts(commitment, course),
            }
            assert judge(commitment, facts).status in commitment.possible_statuses


@pytest.mark.parametrize("commitment", EVERY)
def test_without_any_fact_nothing_is_decided(commitment: Commitment) -> None:
    verdict = commitment.evaluate()
    assert verdict.status is Status.UNKNOWN
    assert verdict.missing


@pytest.mark.parametrize("commitment", EVERY)
def test_a_status_is_possible_only_if_modality_scope_and_text_allow_it(commitment: Commitment) -> None:
    possible = commitment.possible_statuses
    assert (Status.EXCUSED in possible) == bool(commitment.exceptions and Status.NOT_MET in possible)
    if not commitment.modality.can_be_missed:
        assert Status.NOT_MET not in possible
    if commitment.scope is not None:
        assert Status.NOT_APPLICABLE in possible
