"""What the answers about deeds rest on, value by value (事项判定的依据)."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import attrs
import pytest

from tests.evaluation.small_plan import PERIOD, commitment_of
from tests.evaluation.told import AS_OF, fact, lacking, refusal
from wushan_plan import CHINA, Fact, Interval, Modality, Status, Verdict
from wushan_plan.evaluation.judge import PlanJudge
from wushan_plan.model.criteria import (
    Checklist,
    Criterion,
    Discretion,
    Entitlement,
    Exemption,
    Item,
    Milestone,
    Prohibition,
    Quantity,
    Recurring,
)
from wushan_plan.model.verdict import Reason, ReasonCode

BY = date(2021, 10, 31)
ONE_DAY = timedelta(days=1)
IN_TIME = date(2021, 9, 1)


def told(verdict: Verdict) -> tuple[Status, tuple[Reason, ...], object, tuple[Fact, ...]]:
    return (verdict.status, verdict.reasons, verdict.measured, verdict.missing)


class TestMilestone:
    """In place by a day: what, when it was done, and the day it was due."""

    OWN_DAY = commitment_of(Milestone("某机制", "a mechanism", by=BY))
    PLANS_DAY = commitment_of(Milestone("某机制", "a mechanism"))
    EVIDENCE = fact(OWN_DAY, "evidence")

    @staticmethod
    def done(done_on: date | None, by: date = BY) -> Reason:
        criterion = TestMilestone.OWN_DAY.criterion if by == BY else TestMilestone.PLANS_DAY.criterion
        return Reason.of(ReasonCode.DONE, criterion=criterion, done_on=done_on, by=by)

    @staticmethod
    def not_done(by: date = BY) -> Reason:
        criterion = TestMilestone.OWN_DAY.criterion if by == BY else TestMilestone.PLANS_DAY.criterion
        return Reason.of(ReasonCode.NOT_DONE, criterion=criterion, by=by)

    def test_done_in_time(self) -> None:
        for done_on in (IN_TIME, BY):
            found = told(self.OWN_DAY.evaluate(done_on=done_on, evidence="文件"))
            assert found == (Status.MET, (self.done(done_on),), None, ())

    def test_done_on_the_last_day_of_the_plan(self) -> None:
        last = PERIOD.last
        found = told(self.PLANS_DAY.evaluate(done_on=last, evidence="文件"))
        assert found == (Status.MET, (self.done(last, last),), None, ())
        late = Reason.of(ReasonCode.REACHED_LATE, reached_on=last + ONE_DAY, by=last)
        found = told(self.PLANS_DAY.evaluate(done_on=last + ONE_DAY, evidence="文件"))
        assert found == (Status.NOT_MET, (self.done(last + ONE_DAY, last), late), None, ())

    def test_done_late(self) -> None:
        day = BY + ONE_DAY
        late = Reason.of(ReasonCode.REACHED_LATE, reached_on=day, by=BY)
        found = told(self.OWN_DAY.evaluate(done=True, done_on=day, evidence="文件", as_of=day))
        assert found == (Status.NOT_MET, (self.done(day), late), None, ())

    def test_done_without_evidence(self) -> None:
        reasons = (Reason.of(ReasonCode.NO_EVIDENCE), lacking(self.EVIDENCE))
        for facts in ({"done": True}, {"done_on": IN_TIME}):
            found = told(self.OWN_DAY.evaluate(**facts))
            assert found == (Status.UNKNOWN, reasons, None, (self.EVIDENCE,))

    def test_done_on_an_unknown_day(self) -> None:
        facts = {"done": True, "evidence": "文件"}
        found = told(self.OWN_DAY.evaluate(as_of=BY, **facts))  # type: ignore[arg-type]
        assert found == (Status.MET, (self.done(None),), None, ())
        done_on = fact(self.OWN_DAY, "done_on")
        found = told(self.OWN_DAY.evaluate(as_of=BY + ONE_DAY, **facts))  # type: ignore[arg-type]
        assert found == (Status.UNKNOWN, (self.done(None), lacking(done_on)), None, (done_on,))
        found = told(self.OWN_DAY.evaluate(**facts))  # type: ignore[arg-type]
        assert found == (Status.UNKNOWN, (self.done(None), lacking(AS_OF)), None, (AS_OF,))

    def test_not_done(self) -> None:
        found = told(self.OWN_DAY.evaluate(done=False, as_of=BY))
        assert found == (Status.PENDING, (self.not_done(),), None, ())
        found = told(self.OWN_DAY.evaluate(done=False, as_of=BY + ONE_DAY))
        assert found == (Status.NOT_MET, (self.not_done(),), None, ())
        found = told(self.OWN_DAY.evaluate(done=False))
        assert found == (Status.UNKNOWN, (self.not_done(), lacking(AS_OF)), None, (AS_OF,))

    def test_reported_ahead_is_not_done_yet(self) -> None:
        found = told(self.OWN_DAY.evaluate(done=True, done_on=BY, evidence="文件", as_of=BY - ONE_DAY))
        assert found == (Status.PENDING, (self.not_done(),), None, ())
        ahead = BY + 2 * ONE_DAY
        found = told(self.OWN_DAY.evaluate(done_on=ahead, evidence="文件", as_of=ahead - ONE_DAY))
        assert found == (Status.NOT_MET, (self.not_done(),), None, ())

    def test_reported_on_its_day_is_done(self) -> None:
        found = told(self.OWN_DAY.evaluate(done_on=BY, evidence="文件", as_of=BY))
        assert found == (Status.MET, (self.done(BY),), None, ())

    def test_not_told(self) -> None:
        done = fact(self.OWN_DAY, "done")
        assert told(self.OWN_DAY.evaluate()) == (Status.UNKNOWN, (lacking(done),), None, (done,))

    def test_a_day_of_what_was_not_done_is_refused(self) -> None:
        assert refusal(self.OWN_DAY.evaluate, done=False, done_on=IN_TIME) == (
            (False, "2021-09-01"),
            "what has a date of completion is done.",
            "done, done_on",
            "Leave out done_on, or say done=True.",
            "既填未完成又填完成日期，请改其中一项",
        )


class TestRecurring:
    """So often in a period: how often, how often at least, and in which period."""

    TWICE = commitment_of(Recurring("活动", "an event", least=2))

    def events(self, times: int, period: Interval = PERIOD) -> Reason:
        return Reason.of(
            ReasonCode.EVENTS, criterion=self.TWICE.criterion, times=times, least=2, period=period
        )

    def test_often_enough(self) -> None:
        for events in ([PERIOD.first, PERIOD.last], [PERIOD.first - ONE_DAY, PERIOD.first, IN_TIME]):
            assert told(self.TWICE.evaluate(events=events)) == (Status.MET, (self.events(2),), None, ())

    def test_more_than_often_enough(self) -> None:
        found = told(self.TWICE.evaluate(events=[IN_TIME] * 3))
        assert found == (Status.MET, (self.events(3),), None, ())

    def test_too_seldom(self) -> None:
        found = told(self.TWICE.evaluate(events=[IN_TIME], as_of=PERIOD.last))
        assert found == (Status.PENDING, (self.events(1),), None, ())
        found = told(self.TWICE.evaluate(events=[IN_TIME], as_of=PERIOD.last + ONE_DAY))
        assert found == (Status.NOT_MET, (self.events(1),), None, ())
        found = told(self.TWICE.evaluate(events=[IN_TIME]))
        assert found == (Status.UNKNOWN, (self.events(1), lacking(AS_OF)), None, (AS_OF,))

    def test_counts_an_event_on_the_day_of_judgement_and_none_after_it(self) -> None:
        events = [IN_TIME, IN_TIME + ONE_DAY, IN_TIME + 2 * ONE_DAY]
        found = told(self.TWICE.evaluate(events=events, as_of=IN_TIME + ONE_DAY))
        assert found == (Status.MET, (self.events(2),), None, ())
        found = told(self.TWICE.evaluate(events=events, as_of=IN_TIME))
        assert found == (Status.PENDING, (self.events(1),), None, ())

    def test_in_a_period_of_the_callers(self) -> None:
        period = Interval(IN_TIME, IN_TIME)
        found = told(self.TWICE.evaluate(events=[IN_TIME, IN_TIME], period=period))
        assert found == (Status.MET, (self.events(2, period),), None, ())
        found = told(self.TWICE.evaluate(events=[IN_TIME], period=period, as_of=IN_TIME + ONE_DAY))
        assert found == (Status.NOT_MET, (self.events(1, period),), None, ())

    def test_not_told(self) -> None:
        events = fact(self.TWICE, "events")
        assert told(self.TWICE.evaluate()) == (Status.UNKNOWN, (lacking(events),), None, (events,))


class TestProhibition:
    """Not once: how often it happened."""

    NEVER = commitment_of(Prohibition("某行为", "some act"), Modality.MUST_NOT)

    def test_tells_that_it_did_not_happen(self) -> None:
        reason = Reason.of(ReasonCode.NO_INCIDENT, criterion=self.NEVER.criterion)
        assert told(self.NEVER.evaluate(incidents=0)) == (Status.MET, (reason,), 0, ())

    @pytest.mark.parametrize("times", [1, 2])
    def test_tells_how_often_it_did(self, times: int) -> None:
        reason = Reason.of(ReasonCode.INCIDENTS, criterion=self.NEVER.criterion, value=Fraction(times))
        assert told(self.NEVER.evaluate(incidents=times)) == (Status.NOT_MET, (reason,), times, ())

    def test_not_told(self) -> None:
        incidents = fact(self.NEVER, "incidents")
        assert told(self.NEVER.evaluate()) == (Status.UNKNOWN, (lacking(incidents),), None, (incidents,))


class TestExemption:
    """No longer asked for: what, and how often it was asked for all the same."""

    EXEMPT = commitment_of(Exemption("某材料", "some document", unit="份"), Modality.ENTITLEMENT)

    def test_tells_that_nothing_was_demanded(self) -> None:
        reason = Reason.of(ReasonCode.NOTHING_DEMANDED, what="某材料", what_en="some document")
        assert told(self.EXEMPT.evaluate(demanded=0)) == (Status.MET, (reason,), 0, ())

    @pytest.mark.parametrize("times", [1, 2])
    def test_tells_how_much_was(self, times: int) -> None:
        reason = Reason.of(
            ReasonCode.DEMANDED, what="某材料", what_en="some document", value=Fraction(times), unit="份"
        )
        assert told(self.EXEMPT.evaluate(demanded=times)) == (Status.NOT_MET, (reason,), times, ())

    def test_not_told(self) -> None:
        demanded = fact(self.EXEMPT, "demanded")
        assert told(self.EXEMPT.evaluate()) == (Status.UNKNOWN, (lacking(demanded),), None, (demanded,))


class TestEntitlement:
    """Granted for nothing: whether it was, and what was asked in return."""

    FEE = Quantity("fee", "收费", "fee charged", "元")
    FREE = commitment_of(Entitlement("某服务", "some service", FEE), Modality.ENTITLEMENT)
    PLAIN = commitment_of(Entitlement("某服务", "some service"), Modality.ENTITLEMENT)

    def test_granted(self) -> None:
        for commitment, facts in ((self.FREE, {"fee": 0}), (self.PLAIN, {})):
            reason = Reason.of(ReasonCode.GRANTED, criterion=commitment.criterion)
            found = told(commitment.evaluate(granted=True, **facts))  # type: ignore[arg-type]
            assert found == (Status.MET, (reason,), None, ())

    def test_refused(self) -> None:
        for commitment in (self.FREE, self.PLAIN):
            reason = Reason.of(ReasonCode.NOT_GRANTED, criterion=commitment.criterion)
            assert told(commitment.evaluate(granted=False)) == (Status.NOT_MET, (reason,), None, ())

    @pytest.mark.parametrize("fee", [1, 2])
    def test_granted_for_something(self, fee: int) -> None:
        reason = Reason.of(
            ReasonCode.DEMANDED, what="收费", what_en="fee charged", value=Fraction(fee), unit="元"
        )
        assert told(self.FREE.evaluate(granted=True, fee=fee)) == (Status.NOT_MET, (reason,), fee, ())

    def test_names_what_is_missing_in_order(self) -> None:
        both = (fact(self.FREE, "granted"), fact(self.FREE, "fee"))
        assert told(self.FREE.evaluate()) == (Status.UNKNOWN, (lacking(*both),), None, both)
        assert self.FREE.evaluate(granted=True).missing == both[1:]
        assert self.FREE.evaluate(fee=0).missing == both[:1]
        granted = fact(self.PLAIN, "granted")
        assert told(self.PLAIN.evaluate()) == (Status.UNKNOWN, (lacking(granted),), None, (granted,))


class TestDiscretion:
    """A power, used or not."""

    POWER = commitment_of(Discretion("不予处罚", "leave unpunished"), Modality.ENTITLEMENT)

    @pytest.mark.parametrize(
        ("exercised", "status", "code"),
        [
            (True, Status.MET, ReasonCode.POWER_USED),
            (False, Status.NOT_APPLICABLE, ReasonCode.POWER_NOT_USED),
        ],
    )
    def test_tells_which(self, exercised: bool, status: Status, code: ReasonCode) -> None:
        reason = Reason.of(code, criterion=self.POWER.criterion)
        assert told(self.POWER.evaluate(exercised=exercised)) == (status, (reason,), None, ())

    def test_not_told(self) -> None:
        exercised = fact(self.POWER, "exercised")
        assert told(self.POWER.evaluate()) == (Status.UNKNOWN, (lacking(exercised),), None, (exercised,))


class TestWithoutAPlan:
    """A commitment of no plan has no period to be due by: it is judged as it stands."""

    @staticmethod
    def judged(criterion: Criterion, **facts: object) -> Verdict:
        commitment = attrs.evolve(commitment_of(criterion), plan=None)
        as_of = date(2031, 1, 1)
        return PlanJudge(CHINA).evaluate(commitment, as_of=as_of, facts=facts)

    def test_a_milestone_is_never_late(self) -> None:
        criterion = Milestone("某机制", "a mechanism")
        done = Reason.of(ReasonCode.DONE, criterion=criterion, done_on=None, by=None)
        assert told(self.judged(criterion, done=True, evidence="文件")) == (Status.MET, (done,), None, ())
        not_done = Reason.of(ReasonCode.NOT_DONE, criterion=criterion, by=None)
        assert told(self.judged(criterion, done=False)) == (Status.PENDING, (not_done,), None, ())

    def test_what_recurs_may_still_happen(self) -> None:
        criterion = Recurring("活动", "an event", least=2)
        reason = Reason.of(ReasonCode.EVENTS, criterion=criterion, times=1, least=2, period=None)
        assert told(self.judged(criterion, events=[IN_TIME])) == (Status.PENDING, (reason,), None, ())

    def test_a_checklist_is_judged_as_it_stands(self) -> None:
        criterion = Checklist((Item("甲", "a"), Item("乙", "b")), closed=True)
        reason = Reason.of(ReasonCode.ITEMS_OPEN, items=("乙",))
        assert told(self.judged(criterion, done=["甲"])) == (
            Status.NOT_MET,
            (reason,),
            Fraction(1, 2),
            (),
        )
