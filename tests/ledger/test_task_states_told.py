"""How a task stands on what was reported: scope, excuses, inferred days, colours, by hand."""

from __future__ import annotations

from datetime import date

import attrs

from tests.evaluation.small_plan import CONDITIONAL_SCOPE, IN_PRINCIPLE, PERIOD, commitment_of
from tests.ledger.small_ledger import (
    AFTER,
    FLOOR,
    LIMIT,
    MILESTONE,
    OCTOBER,
    RATE,
    cited,
    on,
    report,
    table,
    task,
    withdrawn,
)
from wushan_plan import (
    CHINA,
    Commitment,
    Reading,
    Status,
    WorkdayCalendar,
    WorkingDays,
)
from wushan_plan.ledger import (
    Colour,
    Comment,
    Completion,
    Correction,
    DeviationReason,
    Entry,
    Evidence,
    ProgressReport,
    Situation,
    Tally,
)
from wushan_plan.model.criteria import AllOf, Event, Floor, Milestone, Quantity, TimeLimit


class TestScope:
    """Whether it is in scope is reported too; unreported it is, and in dispute nobody knows."""

    REACHED = report(on(9, 30), items=8)

    def status(self, *entries: Entry) -> Status:
        return task(FLOOR, on(10, 8), self.REACHED, *entries).status

    def test_reported(self) -> None:
        assert self.status(report(on(9, 30), in_scope=True)) is Status.MET
        assert self.status(report(on(9, 30), in_scope=False)) is Status.NOT_APPLICABLE

    def test_unreported(self) -> None:
        assert self.status() is Status.MET

    def test_taken_back(self) -> None:
        outside, back = report(on(9, 29), in_scope=False), report(on(9, 30), in_scope=None)
        assert self.status(outside, back) is Status.MET

    def test_in_dispute(self) -> None:
        inside, outside = report(on(9, 30), in_scope=True), report(on(9, 30), "李", in_scope=False)
        state = task(FLOOR, on(10, 8), self.REACHED, inside, outside)
        assert (state.status, dict(state.facts)) == (Status.UNKNOWN, {"items": 8})
        assert [fact.name for fact in state.missing] == ["in_scope"]
        assert [one.fact for one in state.conflicts] == ["in_scope"]

    def test_in_dispute_under_a_table_of_cases(self) -> None:
        inside, outside = report(on(9, 30), in_scope=True), report(on(9, 30), "李", in_scope=False)
        state = task(LIMIT, on(10, 8), table(on(9, 30), met=5), inside, outside)
        assert state.status is Status.UNKNOWN

    def test_in_dispute_beside_another_condition(self) -> None:
        conditional = attrs.evolve(FLOOR, scope=CONDITIONAL_SCOPE)
        inside, outside = report(on(9, 30), in_scope=True), report(on(9, 30), "李", in_scope=False)
        eligible = report(on(9, 30), eligible=True)
        assert task(conditional, on(10, 8), self.REACHED, eligible).status is Status.MET
        state = task(conditional, on(10, 8), self.REACHED, eligible, inside, outside)
        assert state.status is Status.UNKNOWN

    def test_in_dispute_about_something_else(self) -> None:
        one, other = report(on(10, 1), reached_on=on(9, 20)), report(on(10, 1), "李", reached_on=on(9, 24))
        assert self.status(one, other) is Status.MET


class TestContradictions:
    """Facts that cannot be judged together are told with the rule they break."""

    def test_in_both_languages(self) -> None:
        state = task(FLOOR, on(10, 8), report(on(9, 30), items=5, reached_on=on(9, 20)))
        assert (state.status, state.verdict) == (Status.UNKNOWN, None)
        assert "not reached yet" in state.problem
        assert state.problem_zh == "达到日期：所填数字表明当时尚未达到，请核对数字和日期"

    def test_are_unknown_beside_a_table_too(self) -> None:
        wrong = report(on(9, 30), start=on(9, 20), end=on(9, 1))
        state = task(LIMIT, on(10, 8), wrong, table(on(9, 30), met=5))
        assert (state.status, state.tally) == (Status.UNKNOWN, Tally(counts={Status.MET: 5}))

    def test_are_absent_where_there_are_none(self) -> None:
        state = task(FLOOR, on(10, 8), report(on(9, 30), items=5))
        assert (state.problem, state.problem_zh) == ("", "")


class TestExcuse:
    """The last reason that stands is given to the judge, and the judge decides."""

    LATE = report(on(9, 30), start=on(9, 1), end=on(9, 29))

    @staticmethod
    def reason(day: int, words: str) -> DeviationReason:
        return DeviationReason(**cited(on(10, day)), reason=words)

    def test_accepted(self) -> None:
        state = task(LIMIT, on(10, 8), self.LATE, self.reason(1, "停电"))
        assert state.verdict == LIMIT.evaluate(start=on(9, 1), end=on(9, 29), excuse="停电", as_of=on(10, 8))
        assert (state.status, state.excuse) == (Status.EXCUSED, "停电")

    def test_beside_a_day_that_is_inferred(self) -> None:
        limit = TimeLimit(
            WorkingDays(9), Event("受理", "acceptance"), Event("办结", "completion"), Reading.BY_COUNT
        )
        both = commitment_of(AllOf((limit, Milestone("试点", "a pilot"))), exceptions=(IN_PRINCIPLE,))
        kept = report(on(10, 8), start=on(9, 7), end=on(9, 19), done=True, evidence="纪要")
        state = task(both, date(2022, 1, 4), kept, self.reason(1, "停电"))
        assert dict(state.inferred) == {"done_on": on(10, 8)}
        assert state.verdict is not None
        assert (state.status, state.verdict.alternatives) == (
            Status.MET,
            ((Reading.BY_DATE, Status.EXCUSED),),
        )

    def test_the_last_of_several(self) -> None:
        first, last = self.reason(1, "停电"), self.reason(2, "暴雨")
        assert task(LIMIT, on(10, 8), self.LATE, last, first).excuse == "暴雨"

    def test_that_is_withdrawn_is_none(self) -> None:
        reason = self.reason(1, "停电")
        state = task(LIMIT, on(10, 8), self.LATE, reason, withdrawn(reason))
        assert (state.status, state.excuse) == (Status.NOT_MET, None)


class TestInferredDays:
    """A day that nobody named is that of the report which said so in time; later reports date nothing."""

    @staticmethod
    def inferred(*entries: Entry, as_of: date = AFTER) -> dict[str, object]:
        return dict(task(FLOOR, as_of, *entries).inferred)

    def test_on_the_last_day(self) -> None:
        assert self.inferred(report(OCTOBER, items=8)) == {"reached_on": OCTOBER}

    def test_on_the_day_after_it(self) -> None:
        assert self.inferred(report(on(11, 1), items=8)) == {}

    def test_is_not_needed_on_the_last_day(self) -> None:
        state = task(FLOOR, OCTOBER, report(on(10, 20), items=8))
        assert (state.status, state.inferred) == (Status.MET, ())

    def test_is_needed_from_the_next_day_on(self) -> None:
        state = task(FLOOR, on(11, 1), report(on(10, 20), items=8))
        assert (state.status, dict(state.inferred)) == (Status.MET, {"reached_on": on(10, 20)})

    def test_is_judged_as_if_it_had_been_named(self) -> None:
        state = task(FLOOR, on(11, 8), report(on(10, 20), items=8))
        assert state.verdict == FLOOR.evaluate(items=8, reached_on=on(10, 20), as_of=on(11, 8))
        assert (dict(state.facts), state.completed_on) == ({"items": 8}, on(10, 20))

    def test_is_that_of_a_late_return_about_an_earlier_day(self) -> None:
        after = report(on(11, 3), items=9)
        about = ProgressReport(**cited(on(11, 4)), facts={"items": 8}, stood_on=on(10, 20))
        assert self.inferred(after, about) == {"reached_on": on(10, 20)}

    def test_is_not_that_of_a_figure_that_still_fell_short(self) -> None:
        state = task(FLOOR, on(11, 8), report(on(10, 20), items=7), report(on(11, 3), items=8))
        assert (state.status, state.inferred) == (Status.UNKNOWN, ())

    def test_is_the_latest_of_the_reports_it_rests_on(self) -> None:
        named = ProgressReport(**cited(on(10, 25)), adds={"items": ["甲", "乙", "丙"]})
        assert self.inferred(report(on(10, 20), items=5), named) == {"reached_on": on(10, 25)}

    def test_is_none_where_what_was_known_then_is_taken_back(self) -> None:
        state = task(FLOOR, on(11, 8), report(on(10, 20), items=8), report(on(11, 3), items=None))
        assert (state.status, state.inferred, state.completed_on) == (Status.UNKNOWN, (), None)

    def test_is_none_where_what_was_known_then_contradicts_itself(self) -> None:
        wrong = report(on(10, 20), items=5, reached_on=on(10, 19))
        right = report(on(11, 3), items=8, reached_on=None)
        state = task(FLOOR, on(11, 8), wrong, right)
        assert (state.status, state.inferred, state.problem) == (Status.UNKNOWN, (), "")

    def test_is_none_where_two_days_are_wanted(self) -> None:
        quantity = Quantity("items", "事项", "items", "项")
        both = commitment_of(
            AllOf((Floor(quantity, 8, by=OCTOBER), Milestone("试点", "a pilot", by=OCTOBER)))
        )
        done = report(on(10, 20), items=8, done=True, evidence="纪要")
        state = task(both, on(11, 8), done)
        assert [fact.name for fact in state.missing] == ["reached_on", "done_on"]
        assert state.inferred == ()

    def test_of_completion(self) -> None:
        done = report(on(10, 20), done=True, evidence="纪要")
        state = task(MILESTONE, date(2022, 1, 4), done)
        assert (state.status, dict(state.inferred)) == (Status.MET, {"done_on": on(10, 20)})


class TestCompletedOn:
    """The day it was done is the one the facts name, or else the last completion."""

    @staticmethod
    def done(day: int) -> Completion:
        return Completion(**cited(on(9, day)), done_on=on(9, day))

    def test_where_the_facts_name_it(self) -> None:
        day = on(9, 20)
        assert task(MILESTONE, on(10, 8), report(on(9, 30), done_on=day)).completed_on == day
        assert task(FLOOR, on(10, 8), report(on(9, 30), reached_on=day, items=8)).completed_on == day
        assert task(LIMIT, on(10, 8), report(on(9, 30), end=day, start=day)).completed_on == day

    def test_where_nobody_does(self) -> None:
        assert task(RATE, on(10, 8), report(on(9, 30), handled=3, received=3)).completed_on is None

    def test_where_no_day_is_asked_for(self) -> None:
        assert task(RATE, on(10, 8), self.done(20)).completed_on == on(9, 20)

    def test_is_that_of_the_last_of_several_completions(self) -> None:
        state = task(RATE, on(10, 8), self.done(22), self.done(20), self.done(21))
        assert state.completed_on == on(9, 22)

    def test_is_none_of_a_completion_whose_day_is_struck(self) -> None:
        first, last = self.done(20), self.done(22)
        struck = Correction(**cited(on(9, 23)), corrects=last.id, reason="误填", facts={"done_on": None})
        assert task(RATE, on(10, 8), first, last, struck).completed_on == on(9, 20)

    def test_is_none_of_a_completion_that_is_withdrawn(self) -> None:
        assert task(RATE, on(10, 8), self.done(20), withdrawn(self.done(20))).completed_on is None

    def test_is_none_once_it_is_not_done_after_all(self) -> None:
        state = task(MILESTONE, on(10, 8), self.done(20), report(on(9, 30), done=False))
        assert (state.status, state.completed_on) == (Status.PENDING, None)


@attrs.define
class Noted:
    """A rule of colours that notes what it is asked (记录用规则)."""

    situations: list[Situation] = attrs.field(factory=list[Situation])
    calendars: list[WorkdayCalendar] = attrs.field(factory=list[WorkdayCalendar])

    def colour(self, situation: Situation, calendar: WorkdayCalendar) -> Colour:
        self.situations.append(situation)
        self.calendars.append(calendar)
        return Colour.YELLOW

    def is_stale(self, situation: Situation, calendar: WorkdayCalendar) -> bool:
        self.situations.append(situation)
        self.calendars.append(calendar)
        return True


class TestSituation:
    """The rule of colours is asked about the whole situation, and its answers stand in the state."""

    @staticmethod
    def of(commitment: Commitment, as_of: date, *entries: Entry) -> Situation:
        rule = Noted()
        state = task(commitment, as_of, *entries, rule=rule)
        first, second = rule.situations
        assert first == second
        assert rule.calendars == [CHINA, CHINA]
        assert (state.colour, state.is_stale) == (Colour.YELLOW, True)
        assert (state.commitment, state.as_of) == (commitment, as_of)
        assert (state.due, state.due_is_inferred) == (first.due, first.due_is_inferred)
        assert (state.status, state.made_good, state.stood_on) == (
            first.status,
            first.made_good,
            first.stood_on,
        )
        return first

    def test_of_what_nobody_reports(self) -> None:
        assert self.of(FLOOR, on(9, 1)) == Situation(Status.UNKNOWN, on(9, 1), OCTOBER)

    def test_without_a_day_in_the_text(self) -> None:
        assert self.of(MILESTONE, on(9, 1)) == Situation(
            Status.UNKNOWN, on(9, 1), PERIOD.last, due_is_inferred=True
        )

    def test_of_what_goes_on(self) -> None:
        shown = Evidence(**cited(on(9, 20)), reference="照片", stood_on=on(9, 10))
        remark = Comment(**cited(on(9, 25)), text="已阅")
        assert self.of(FLOOR, on(10, 8), report(on(9, 8), items=5), shown, remark) == Situation(
            Status.PENDING, on(10, 8), OCTOBER, stood_on=on(9, 10)
        )

    def test_of_what_is_done(self) -> None:
        assert self.of(FLOOR, on(10, 8), report(on(9, 30), items=8, reached_on=on(9, 20))) == Situation(
            Status.MET, on(10, 8), OCTOBER, stood_on=on(9, 30), is_settled=True
        )

    def test_of_what_is_done_without_a_day(self) -> None:
        situation = self.of(FLOOR, on(10, 8), report(on(9, 30), items=8))
        assert (situation.status, situation.is_settled) == (Status.MET, False)

    def test_of_what_is_done_without_evidence(self) -> None:
        done = report(on(9, 30), done=True, done_on=on(9, 20))
        situation = self.of(MILESTONE, on(10, 8), done)
        assert (situation.status, situation.is_settled) == (Status.UNKNOWN, False)

    def test_of_what_is_reached_after_its_day(self) -> None:
        assert self.of(FLOOR, on(11, 8), report(on(11, 5), items=8, reached_on=on(11, 3))) == Situation(
            Status.NOT_MET, on(11, 8), OCTOBER, made_good=True, stood_on=on(11, 5), is_settled=True
        )

    def test_of_a_case_that_ended_late(self) -> None:
        situation = self.of(LIMIT, on(10, 8), report(on(9, 30), start=on(9, 1), end=on(9, 29)))
        assert (situation.status, situation.made_good, situation.is_settled) == (Status.NOT_MET, True, True)

    def test_of_a_case_that_is_still_open_late(self) -> None:
        situation = self.of(LIMIT, on(10, 8), report(on(9, 30), start=on(9, 1)))
        assert (situation.status, situation.made_good, situation.is_settled) == (Status.NOT_MET, False, False)

    def test_of_a_case_that_is_excused(self) -> None:
        reason = DeviationReason(**cited(on(10, 1)), reason="停电")
        situation = self.of(LIMIT, on(10, 8), report(on(9, 30), start=on(9, 1), end=on(9, 29)), reason)
        assert (situation.status, situation.made_good, situation.is_settled) == (Status.EXCUSED, False, True)

    def test_of_a_figure_that_never_came(self) -> None:
        situation = self.of(FLOOR, on(11, 8), report(on(10, 20), items=7))
        assert (situation.status, situation.made_good) == (Status.NOT_MET, False)

    def test_of_a_table_whose_late_cases_have_ended(self) -> None:
        situation = self.of(LIMIT, on(10, 8), table(on(9, 30), met=4, late=1))
        assert (situation.status, situation.made_good, situation.is_settled) == (Status.NOT_MET, True, False)

    def test_of_a_table_with_a_late_case_still_open(self) -> None:
        situation = self.of(LIMIT, on(10, 8), table(on(9, 30), met=4, late=1, open_late=1))
        assert (situation.status, situation.made_good) == (Status.NOT_MET, False)

    def test_of_facts_that_are_kept_beside_a_table_that_is_not(self) -> None:
        kept = report(on(9, 4), start=on(9, 1))
        situation = self.of(LIMIT, on(9, 5), kept, table(on(9, 4), met=4, late=1))
        assert (situation.status, situation.made_good) == (Status.NOT_MET, False)
