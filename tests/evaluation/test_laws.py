"""What holds for every commitment of the document, whatever the facts."""

from __future__ import annotations

from datetime import date, timedelta

import attrs
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.evaluation.facts_for import Facts, judge
from tests.evaluation.strategies import days, facts_about, names_of_commitments
from wushan_plan import CHINA, PLAN, Commitment, FactKind, Reading, Status, Verdict, WorkingDays
from wushan_plan.model.criteria import Milestone, Promptness, TimeLimit
from wushan_plan.testing import TimeLimitCase, time_limit_cases

FROM_WORST = (Status.NOT_MET, Status.UNKNOWN, Status.PENDING, Status.MET)
"""How far a promise is from kept. Excused stands with not met: the delay is the same."""


limits = names_of_commitments(TimeLimit)
cases = time_limit_cases(first=date(2021, 1, 1), last=date(2022, 12, 31))


def started(commitment: Commitment, start: date) -> Facts:
    """Every starting event on one day."""
    return {fact.name: start for fact in commitment.criterion.facts if not fact.optional}


def judge_case(commitment: Commitment, case: TimeLimitCase, **more: Reading) -> Verdict:
    facts: Facts = {**case.arguments, **started(commitment, case.start), **more}
    if "start" not in started(commitment, case.start):
        del facts["start"]
    return judge(commitment, facts)


def rank(verdict: Verdict) -> int:
    status = Status.NOT_MET if verdict.status is Status.EXCUSED else verdict.status
    return FROM_WORST.index(status)


class TestEveryVerdict:
    """A verdict says no more than modality, criterion, scope and exceptions allow."""

    @settings(max_examples=400)
    @given(st.data(), names_of_commitments())
    def test_has_a_possible_status(self, data: st.DataObject, name: str) -> None:
        commitment = PLAN.commitment(name)
        verdict = judge(commitment, data.draw(facts_about(commitment)))
        assert verdict.status in commitment.possible_statuses

    @given(st.data(), names_of_commitments())
    def test_has_a_possible_status_under_every_other_reading(self, data: st.DataObject, name: str) -> None:
        commitment = PLAN.commitment(name)
        verdict = judge(commitment, data.draw(facts_about(commitment)))
        for _, status in verdict.alternatives:
            assert status in commitment.possible_statuses

    @given(st.data(), names_of_commitments())
    def test_is_given_twice_alike_on_the_same_facts(self, data: st.DataObject, name: str) -> None:
        commitment = PLAN.commitment(name)
        facts = data.draw(facts_about(commitment))
        assert judge(commitment, facts) == judge(commitment, facts)

    @given(st.data(), names_of_commitments())
    def test_rests_on_a_reason(self, data: st.DataObject, name: str) -> None:
        commitment = PLAN.commitment(name)
        assert judge(commitment, data.draw(facts_about(commitment))).reasons

    @given(st.data(), names_of_commitments())
    def test_is_a_breach_only_of_a_duty_that_was_not_met(self, data: st.DataObject, name: str) -> None:
        commitment = PLAN.commitment(name)
        verdict = judge(commitment, data.draw(facts_about(commitment)))
        duty = commitment.modality.can_be_breached
        assert verdict.is_breach is (duty and verdict.status is Status.NOT_MET)

    @given(st.data(), names_of_commitments())
    def test_depends_on_the_reading_exactly_if_another_reading_changes_the_status(
        self, data: st.DataObject, name: str
    ) -> None:
        commitment = PLAN.commitment(name)
        facts = data.draw(facts_about(commitment))
        verdict = judge(commitment, facts)
        for reading, status in verdict.alternatives:
            assert judge(commitment, {**facts, "reading": reading}).status is status
        others = {status for _, status in verdict.alternatives}
        assert verdict.depends_on_reading is bool(others - {verdict.status})


class TestMissingFacts:
    """Missing is never zero and never met (the fact that is missing is named)."""

    @settings(max_examples=400)
    @given(st.data(), names_of_commitments())
    def test_an_unknown_verdict_names_what_is_missing(self, data: st.DataObject, name: str) -> None:
        commitment = PLAN.commitment(name)
        verdict = judge(commitment, data.draw(facts_about(commitment)))
        assume(verdict.status is Status.UNKNOWN)
        assert verdict.missing

    @given(st.data(), names_of_commitments())
    def test_what_is_named_as_missing_was_not_given_or_says_nothing(
        self, data: st.DataObject, name: str
    ) -> None:
        commitment = PLAN.commitment(name)
        facts = data.draw(facts_about(commitment))
        verdict = judge(commitment, facts)
        # No completed case, an empty universe, a zero denominator, undecided parts: given, yet silent.
        silent = {FactKind.CASES, FactKind.ITEMS, FactKind.COUNT, FactKind.AMOUNT, FactKind.VERDICTS}
        for fact in verdict.missing:
            assert facts.get(fact.name) is None or fact.kind in silent

    @given(st.data(), names_of_commitments())
    def test_only_an_unknown_verdict_has_missing_facts(self, data: st.DataObject, name: str) -> None:
        commitment = PLAN.commitment(name)
        verdict = judge(commitment, data.draw(facts_about(commitment)))
        if verdict.missing:
            assert verdict.status is Status.UNKNOWN

    @settings(max_examples=400)
    @given(st.data(), names_of_commitments())
    def test_forgetting_a_fact_never_makes_a_promise_kept(self, data: st.DataObject, name: str) -> None:
        """A period is no fact but a question, and a day after ``as_of`` is not known on that day."""
        commitment = PLAN.commitment(name)
        facts = data.draw(facts_about(commitment))
        as_of = facts["as_of"]
        known = {
            fact.name
            for fact in commitment.facts
            if fact.name in facts
            and fact.kind is not FactKind.PERIOD
            and not (isinstance(facts[fact.name], date) and as_of is not None and facts[fact.name] > as_of)
        }
        assume(known)
        assume(judge(commitment, facts).status is not Status.MET)
        forgotten = data.draw(st.sampled_from(sorted(known)))
        rest = {name: value for name, value in facts.items() if name != forgotten}
        assert judge(commitment, rest).status is not Status.MET

    @given(st.data(), names_of_commitments())
    def test_none_is_the_same_as_not_given(self, data: st.DataObject, name: str) -> None:
        commitment = PLAN.commitment(name)
        facts = data.draw(facts_about(commitment))
        nones = {fact.name: None for fact in commitment.facts if fact.name not in facts}
        assert judge(commitment, {**nones, **facts}).status is judge(commitment, facts).status


class TestTime:
    """Later is never better (民法典 201; 政府采购 and 水电气 limits alike)."""

    @given(st.data(), names_of_commitments(TimeLimit, Promptness), days)
    def test_a_later_end_never_improves_a_verdict(self, data: st.DataObject, name: str, later: date) -> None:
        commitment = PLAN.commitment(name)
        facts = data.draw(facts_about(commitment))
        assume(facts.get("end") is not None and later >= facts["end"])
        sooner, afterwards = judge(commitment, facts), judge(commitment, {**facts, "end": later})
        assume(sooner.status is not Status.NOT_APPLICABLE)
        assert rank(afterwards) <= rank(sooner)

    @given(st.data(), names_of_commitments(Milestone), days)
    def test_a_later_completion_never_improves_a_verdict(
        self, data: st.DataObject, name: str, later: date
    ) -> None:
        commitment = PLAN.commitment(name)
        facts = data.draw(facts_about(commitment))
        assume(facts.get("done_on") is not None and later >= facts["done_on"])
        assume(commitment.modality.can_be_missed)  # an exploration that came to nothing is unknown
        sooner, afterwards = judge(commitment, facts), judge(commitment, {**facts, "done_on": later})
        assume(Status.NOT_APPLICABLE is not sooner.status)
        assert rank(afterwards) <= rank(sooner) or "evidence" not in facts

    @given(st.data(), names_of_commitments(TimeLimit), days)
    def test_an_end_after_the_day_of_judgement_has_not_happened(
        self, data: st.DataObject, name: str, as_of: date
    ) -> None:
        commitment = PLAN.commitment(name)
        facts = {**data.draw(facts_about(commitment)), "as_of": as_of}
        assume(facts.get("end") is not None and facts["end"] > as_of)
        open_still = {**facts, "end": None}
        assert judge(commitment, facts).status is judge(commitment, open_still).status

    @given(limits, cases, st.integers(0, 90))
    def test_a_limit_once_kept_stays_kept(self, name: str, case: TimeLimitCase, more: int) -> None:
        commitment = PLAN.commitment(name)
        later = case.as_of + timedelta(days=more)
        now, then = (judge_case(commitment, attrs.evolve(case, as_of=day)) for day in (case.as_of, later))
        assert then.status is Status.MET or now.status is not Status.MET

    @given(limits, cases, st.integers(0, 90))
    def test_a_limit_once_missed_stays_missed(self, name: str, case: TimeLimitCase, more: int) -> None:
        commitment = PLAN.commitment(name)
        later = case.as_of + timedelta(days=more)
        now, then = (judge_case(commitment, attrs.evolve(case, as_of=day)) for day in (case.as_of, later))
        assert then.status is Status.NOT_MET or now.status is not Status.NOT_MET

    @given(limits, cases)
    def test_both_readings_agree_whenever_a_working_day_limit_ends_on_a_counted_day(
        self, name: str, case: TimeLimitCase
    ) -> None:
        commitment = PLAN.commitment(name)
        criterion = commitment.criterion
        assert isinstance(criterion, TimeLimit)
        stop = case.as_of if case.end is None or case.end > case.as_of else case.end
        assume(isinstance(criterion.limit, WorkingDays))
        assume(CHINA.is_workday(stop) and not any(stop in interval for interval in case.suspended))
        by_count, by_date = (
            judge_case(commitment, case, reading=reading) for reading in (Reading.BY_COUNT, Reading.BY_DATE)
        )
        assert by_count.status is by_date.status
        assert not by_count.depends_on_reading

    @given(limits, days)
    def test_a_case_that_ends_on_its_deadline_is_in_time_and_one_day_of_work_later_is_not(
        self, name: str, start: date
    ) -> None:
        commitment = PLAN.commitment(name)
        deadline = commitment.deadline(start).date
        after = CHINA.nth_workday_after(deadline, 1)
        by_date = {"reading": Reading.BY_DATE, **started(commitment, start)}
        assert judge(commitment, {**by_date, "end": deadline}).status is Status.MET
        assert judge(commitment, {**by_date, "end": after}).status is Status.NOT_MET
