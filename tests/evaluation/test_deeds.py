"""What was done, happened, was asked for or granted (事项)."""

from __future__ import annotations

from datetime import date

import pytest

from tests.evaluation.small_plan import commitment_of
from wushan_plan import PLAN, Modality, Reading, Status, Verdict, WorkingDays
from wushan_plan.errors import FactError
from wushan_plan.model.criteria import (
    Discretion,
    Entitlement,
    Event,
    Exemption,
    Milestone,
    Prohibition,
    Promptness,
    Quantity,
    Recurring,
)
from wushan_plan.model.periods import CalendarDays
from wushan_plan.model.verdict import ReasonCode

END_OF_YEAR = date(2021, 12, 31)
IN_TIME, LATE = date(2021, 9, 1), date(2022, 1, 1)


def missing(verdict: Verdict) -> list[str]:
    return [fact.name for fact in verdict.missing]


class TestMilestone:
    """Something is in place by the end of the plan's period, and there is evidence of it."""

    DUTY = commitment_of(Milestone("某机制", "a mechanism"))
    BY_A_DAY = commitment_of(Milestone("某机制", "a mechanism", by=date(2021, 10, 31)))

    def test_done_with_evidence_is_met(self) -> None:
        assert self.DUTY.evaluate(done_on=IN_TIME, evidence="文件1号").status is Status.MET

    @pytest.mark.parametrize("evidence", [None, "", "  "])
    def test_done_without_evidence_is_unknown(self, evidence: str | None) -> None:
        verdict = self.DUTY.evaluate(done_on=IN_TIME, evidence=evidence)
        assert (verdict.status, missing(verdict)) == (Status.UNKNOWN, ["evidence"])

    def test_done_on_the_last_day_is_met_and_a_day_later_is_not(self) -> None:
        assert self.DUTY.evaluate(done_on=END_OF_YEAR, evidence="文件").status is Status.MET
        assert self.DUTY.evaluate(done_on=LATE, evidence="文件").status is Status.NOT_MET

    def test_a_day_of_its_own_comes_before_the_period_of_the_plan(self) -> None:
        late = self.BY_A_DAY.evaluate(done_on=date(2021, 11, 1), evidence="文件")
        assert late.status is Status.NOT_MET
        assert self.BY_A_DAY.deadline().date == date(2021, 10, 31)

    def test_done_by_a_day_of_judgement_in_the_period_needs_no_date(self) -> None:
        assert self.DUTY.evaluate(done=True, evidence="文件", as_of=IN_TIME).status is Status.MET

    def test_done_without_date_is_unknown_once_the_period_is_over(self) -> None:
        verdict = self.DUTY.evaluate(done=True, evidence="文件", as_of=LATE)
        assert (verdict.status, missing(verdict)) == (Status.UNKNOWN, ["done_on"])

    def test_not_done_is_pending_to_the_last_day_and_not_met_after_it(self) -> None:
        assert self.DUTY.evaluate(done=False, as_of=END_OF_YEAR).status is Status.PENDING
        assert self.DUTY.evaluate(done=False, as_of=LATE).status is Status.NOT_MET

    def test_nothing_reported_is_not_the_same_as_not_done(self) -> None:
        verdict = self.DUTY.evaluate(as_of=LATE)
        assert (verdict.status, missing(verdict)) == (Status.UNKNOWN, ["done"])

    def test_done_after_the_day_of_judgement_is_not_done_yet(self) -> None:
        verdict = self.DUTY.evaluate(done_on=date(2021, 11, 1), evidence="文件", as_of=IN_TIME)
        assert verdict.status is Status.PENDING

    def test_a_date_of_what_was_not_done_is_refused(self) -> None:
        with pytest.raises(FactError, match="done_on"):
            self.DUTY.evaluate(done=False, done_on=IN_TIME)

    def test_an_exploration_that_came_to_nothing_only_lacks_evidence(self) -> None:
        exploration = commitment_of(Milestone("试点", "a pilot"), Modality.EXPLORE)
        verdict = exploration.evaluate(done=False, as_of=LATE)
        assert verdict.status is Status.UNKNOWN
        assert not verdict.is_breach
        assert verdict.reasons[-1].code is ReasonCode.EXPLORATION

    def test_an_exploration_is_met_by_a_documented_attempt(self) -> None:
        exploration = commitment_of(Milestone("试点", "a pilot"), Modality.EXPLORE)
        assert exploration.evaluate(done_on=IN_TIME, evidence="报告").status is Status.MET


class TestRecurring:
    """持续: at least so often in the period; once, unless the text says more."""

    TWICE = commitment_of(Recurring("活动", "an event", least=2))

    def test_often_enough_is_met(self) -> None:
        assert self.TWICE.evaluate(events=[IN_TIME, IN_TIME]).status is Status.MET

    def test_too_seldom_is_pending_while_the_period_runs_and_not_met_after_it(self) -> None:
        assert self.TWICE.evaluate(events=[IN_TIME], as_of=END_OF_YEAR).status is Status.PENDING
        assert self.TWICE.evaluate(events=[IN_TIME], as_of=LATE).status is Status.NOT_MET

    def test_too_seldom_is_unknown_without_a_day_of_judgement(self) -> None:
        assert missing(self.TWICE.evaluate(events=[IN_TIME])) == ["as_of"]

    def test_what_lies_outside_the_period_does_not_count(self) -> None:
        outside = [date(2021, 1, 4), date(2022, 2, 1)]
        assert self.TWICE.evaluate(events=outside, as_of=date(2022, 3, 1)).status is Status.NOT_MET

    def test_what_lies_after_the_day_of_judgement_does_not_count(self) -> None:
        verdict = self.TWICE.evaluate(events=[IN_TIME, date(2021, 12, 1)], as_of=date(2021, 10, 8))
        assert verdict.status is Status.PENDING

    def test_the_caller_may_give_another_period(self) -> None:
        period = (date(2022, 1, 1), date(2022, 12, 31))
        verdict = self.TWICE.evaluate(events=[LATE, LATE], period=period, as_of=date(2022, 6, 1))
        assert verdict.status is Status.MET

    def test_a_period_that_ends_before_it_begins_is_refused(self) -> None:
        with pytest.raises(FactError, match="period"):
            self.TWICE.evaluate(events=[], period=(LATE, IN_TIME))


class TestProhibition:
    """不得: not once."""

    NEVER = commitment_of(Prohibition("某行为", "some act"), Modality.MUST_NOT)

    def test_no_incident_is_met(self) -> None:
        assert self.NEVER.evaluate(incidents=0).status is Status.MET

    def test_a_single_incident_is_a_breach(self) -> None:
        verdict = self.NEVER.evaluate(incidents=1)
        assert (verdict.status, verdict.is_breach) == (Status.NOT_MET, True)

    def test_silence_is_not_innocence(self) -> None:
        assert missing(self.NEVER.evaluate()) == ["incidents"]


class TestExemption:
    """免: no longer asked for."""

    EXEMPT = commitment_of(Exemption("某材料", "some document"), Modality.ENTITLEMENT)

    def test_nothing_demanded_is_met(self) -> None:
        assert self.EXEMPT.evaluate(demanded=0).status is Status.MET

    def test_one_demand_is_not_met_and_no_breach_of_duty(self) -> None:
        verdict = self.EXEMPT.evaluate(demanded=1)
        assert (verdict.status, verdict.is_breach) == (Status.NOT_MET, False)

    def test_silence_is_unknown(self) -> None:
        assert missing(self.EXEMPT.evaluate()) == ["demanded"]


class TestEntitlement:
    """A claim is granted, and nothing is asked in return but what the text says."""

    FREE = commitment_of(
        Entitlement("某服务", "some service", Quantity("fee", "收费", "fee charged", "元")),
        Modality.ENTITLEMENT,
    )
    PLAIN = commitment_of(Entitlement("某服务", "some service"), Modality.ENTITLEMENT)

    @pytest.mark.parametrize(
        ("granted", "fee", "status", "lacks"),
        [
            (True, 0, Status.MET, []),
            (True, 1, Status.NOT_MET, []),
            (False, 0, Status.NOT_MET, []),
            (None, 1, Status.NOT_MET, []),
            (False, None, Status.NOT_MET, []),
            (True, None, Status.UNKNOWN, ["fee"]),
            (None, 0, Status.UNKNOWN, ["granted"]),
            (None, None, Status.UNKNOWN, ["granted", "fee"]),
        ],
    )
    def test_is_kept_only_if_granted_for_nothing(
        self, granted: bool | None, fee: int | None, status: Status, lacks: list[str]
    ) -> None:
        verdict = self.FREE.evaluate(granted=granted, fee=fee)
        assert (verdict.status, missing(verdict)) == (status, lacks)

    def test_without_a_price_is_kept_by_being_granted(self) -> None:
        assert self.PLAIN.evaluate(granted=True).status is Status.MET


class TestDiscretion:
    """可以: a power. Using it is lawful, and so is not using it."""

    POWER = commitment_of(Discretion("不予处罚", "leave unpunished"), Modality.ENTITLEMENT)

    def test_used_is_met(self) -> None:
        assert self.POWER.evaluate(exercised=True).status is Status.MET

    def test_not_used_is_not_applicable_and_never_missed(self) -> None:
        assert self.POWER.evaluate(exercised=False).status is Status.NOT_APPLICABLE
        assert Status.NOT_MET not in self.POWER.possible_statuses

    def test_silence_is_unknown(self) -> None:
        assert missing(self.POWER.evaluate()) == ["exercised"]


class TestPromptness:
    """及时: no number in the text, so only a benchmark can judge it."""

    FILED, DONE = Event("受理", "acceptance"), Event("办结", "completion")
    PROMPT = commitment_of(Promptness(FILED, DONE))
    SAME_DAY = commitment_of(Promptness(FILED, DONE, CalendarDays(0)))
    FRIDAY, MONDAY = date(2021, 11, 5), date(2021, 11, 8)

    def test_without_a_benchmark_is_unknown(self) -> None:
        verdict = self.PROMPT.evaluate(start=self.FRIDAY, end=self.FRIDAY)
        assert (verdict.status, missing(verdict)) == (Status.UNKNOWN, ["benchmark"])

    def test_is_judged_by_the_benchmark_of_the_caller_by_date(self) -> None:
        one_day = WorkingDays(1)
        in_time = self.PROMPT.evaluate(start=self.FRIDAY, end=self.MONDAY, benchmark=one_day)
        late = self.PROMPT.evaluate(start=self.FRIDAY, end=date(2021, 11, 9), benchmark=one_day)
        assert (in_time.status, late.status) == (Status.MET, Status.NOT_MET)

    def test_at_once_means_the_same_day_and_does_not_roll(self) -> None:
        saturday = date(2021, 11, 6)
        assert self.SAME_DAY.evaluate(start=saturday, end=saturday).status is Status.MET
        assert self.SAME_DAY.evaluate(start=saturday, end=self.MONDAY).status is Status.NOT_MET

    def test_the_caller_may_replace_the_default_benchmark(self) -> None:
        verdict = self.SAME_DAY.evaluate(start=self.FRIDAY, end=self.MONDAY, benchmark=CalendarDays(3))
        assert (verdict.status, verdict.elapsed) == (Status.MET, CalendarDays(3))

    @pytest.mark.parametrize("benchmark", [3, WorkingDays(-1), "3日"])
    def test_a_benchmark_is_a_typed_number_of_days(self, benchmark: object) -> None:
        with pytest.raises(FactError, match="benchmark"):
            self.PROMPT.evaluate(start=self.FRIDAY, end=self.MONDAY, benchmark=benchmark)

    def test_has_one_reading_only(self) -> None:
        with pytest.raises(FactError, match="not open to that reading"):
            self.PROMPT.evaluate(start=self.FRIDAY, reading=Reading.BY_COUNT)

    def test_of_the_document_is_never_met_without_number_or_benchmark(self) -> None:
        timely = PLAN.commitment("m45.9")
        assert timely.evaluate(start=self.FRIDAY, end=self.FRIDAY).status is Status.UNKNOWN
