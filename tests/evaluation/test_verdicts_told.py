"""What a verdict adds to what was found: excuse, scope, reading, parts, voice (判定的其余内容)."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import ClassVar

import attrs
import pytest

from tests.evaluation.facts_for import Facts, facts_for, judge
from tests.evaluation.small_plan import CONDITIONAL_SCOPE, IN_PRINCIPLE, PERIOD, SCOPE, commitment_of
from tests.evaluation.told import fact, lacking, refusal
from wushan_plan import (
    PLAN,
    Commitment,
    Fact,
    FactKind,
    Interval,
    Modality,
    Reading,
    Status,
    Verdict,
    WorkingDays,
)
from wushan_plan.errors import DateTypeError
from wushan_plan.model.commitment import Deviation
from wushan_plan.model.criteria import (
    AllOf,
    Ceiling,
    Event,
    ExactCount,
    Floor,
    Milestone,
    Prohibition,
    Quantity,
    TimeLimit,
)
from wushan_plan.model.verdict import Reason, ReasonCode

FILED, DONE = Event("受理", "acceptance"), Event("办结", "completion")
NEVER = Prohibition("某行为", "some act")
LIMIT = TimeLimit(WorkingDays(9), FILED, DONE, Reading.BY_COUNT)
LIMITED = commitment_of(LIMIT)
START, DUE, LATE = date(2021, 9, 24), date(2021, 10, 12), date(2021, 10, 14)


def incidents(value: int) -> Reason:
    return Reason.of(ReasonCode.INCIDENTS, criterion=NEVER, value=Fraction(value))


NO_INCIDENT = Reason.of(ReasonCode.NO_INCIDENT, criterion=NEVER)


class TestExcuse:
    """A recorded reason is told with the words that give it room, or that it has none."""

    TWO_ROOMS = (IN_PRINCIPLE, Deviation("无正当理由", "记明理由", "a recorded reason"))

    def test_accepted(self) -> None:
        verdict = commitment_of(NEVER, exceptions=self.TWO_ROOMS).evaluate(incidents=1, excuse=" 依规 ")
        accepted = Reason.of(ReasonCode.EXCUSE_ACCEPTED, excuse="依规", phrase="原则上、无正当理由")
        assert (verdict.status, verdict.excuse) == (Status.EXCUSED, "依规")
        assert verdict.reasons == (incidents(1), accepted)

    def test_without_room(self) -> None:
        verdict = commitment_of(NEVER).evaluate(incidents=1, excuse="依规")
        assert (verdict.status, verdict.excuse) == (Status.NOT_MET, None)
        assert verdict.reasons == (incidents(1), Reason.of(ReasonCode.EXCUSE_HAS_NO_ROOM, excuse="依规"))

    def test_not_needed(self) -> None:
        verdict = commitment_of(NEVER, exceptions=self.TWO_ROOMS).evaluate(incidents=0, excuse="依规")
        assert (verdict.excuse, verdict.reasons) == (None, (NO_INCIDENT,))

    def test_of_an_alternative_is_taken_into_account(self) -> None:
        commitment = commitment_of(LIMIT, exceptions=(IN_PRINCIPLE,))
        facts: Facts = {"start": date(2021, 9, 7), "end": date(2021, 9, 19)}
        assert commitment.evaluate(**facts).alternatives == ((Reading.BY_DATE, Status.NOT_MET),)
        excused = commitment.evaluate(excuse="依规", **facts)
        assert excused.alternatives == ((Reading.BY_DATE, Status.EXCUSED),)

    def test_that_is_no_words_is_refused(self) -> None:
        assert refusal(LIMITED.evaluate, excuse=3) == (
            3,
            "an excuse is the recorded reason, in words.",
            "excuse",
            "Give a str, or None when no reason was recorded.",
            "",
        )


class TestExploration:
    """What only explores lacks its evidence, and is never missed."""

    def test_names_the_evidence(self) -> None:
        criterion = Milestone("试点", "a pilot")
        verdict = commitment_of(criterion, Modality.EXPLORE).evaluate(done=False, as_of=date(2022, 1, 1))
        assert verdict.status is Status.UNKNOWN
        assert verdict.missing == (
            Fact("evidence", "探索情况的佐证材料", "evidence of the attempt", FactKind.TEXT),
        )
        assert verdict.reasons == (
            Reason.of(ReasonCode.NOT_DONE, criterion=criterion, by=PERIOD.last),
            Reason.of(ReasonCode.EXPLORATION),
        )

    def test_has_no_room_for_an_excuse(self) -> None:
        explored = commitment_of(NEVER, Modality.EXPLORE, exceptions=(IN_PRINCIPLE,))
        verdict = explored.evaluate(incidents=1, excuse="依规")
        assert (verdict.status, verdict.excuse) == (Status.UNKNOWN, None)

    def test_that_waits_for_another_fact_names_that(self) -> None:
        criterion = Milestone("试点", "a pilot")
        explored = commitment_of(criterion, Modality.EXPLORE)
        assert explored.evaluate(done_on=START).missing == (fact(explored, "evidence"),)


class TestScope:
    """What lies outside is told with the scope; what may lie outside, with what would tell."""

    def test_outside(self) -> None:
        verdict = commitment_of(NEVER, scope=SCOPE).evaluate(incidents=1, in_scope=False, excuse="依规")
        assert verdict.status is Status.NOT_APPLICABLE
        assert verdict.reasons == (Reason.of(ReasonCode.OUT_OF_SCOPE, scope=SCOPE),)
        assert (verdict.measured, verdict.missing, verdict.excuse) == (None, (), None)
        assert verdict.facts == (("incidents", Fraction(1)),)

    def test_perhaps_outside(self) -> None:
        verdict = commitment_of(NEVER, scope=SCOPE).evaluate(incidents=1, in_scope=None)
        asked = Fact("in_scope", "是否属于：某类办件", "cases of some kind", FactKind.TRUTH)
        assert (verdict.status, verdict.missing) == (Status.UNKNOWN, (asked,))
        assert verdict.reasons == (lacking(asked),)

    @pytest.mark.parametrize("in_scope", [True, None])
    def test_perhaps_outside_by_its_condition(self, in_scope: bool | None) -> None:
        verdict = commitment_of(NEVER, scope=CONDITIONAL_SCOPE).evaluate(incidents=1, in_scope=in_scope)
        assert verdict.missing == (CONDITIONAL_SCOPE.condition,)

    def test_outside_whatever_its_condition_says(self) -> None:
        commitment = commitment_of(NEVER, scope=CONDITIONAL_SCOPE)
        verdict = commitment.evaluate(incidents=1, in_scope=False, eligible=True)
        assert verdict.reasons == (Reason.of(ReasonCode.OUT_OF_SCOPE, scope=CONDITIONAL_SCOPE),)

    def test_whose_condition_is_told_in_words_is_not_known(self) -> None:
        condition = Fact("eligible", "是否属于某类办件", "a case of that kind", FactKind.TEXT)
        commitment = commitment_of(NEVER, scope=attrs.evolve(CONDITIONAL_SCOPE, condition=condition))
        verdict = commitment.evaluate(incidents=1, eligible="否")
        assert (verdict.status, verdict.missing) == (Status.UNKNOWN, (condition,))

    def test_outside_is_judged_under_a_reading_all_the_same(self) -> None:
        verdict = commitment_of(LIMIT, scope=SCOPE).evaluate(in_scope=False)
        assert (verdict.reading, verdict.alternatives) == (Reading.BY_COUNT, ())

    @pytest.mark.parametrize("in_scope", ["no", 1])
    def test_is_a_truth(self, in_scope: object) -> None:
        assert refusal(commitment_of(NEVER, scope=SCOPE).evaluate, in_scope=in_scope) == (
            in_scope,
            "a case is inside the scope, outside, or not known to be.",
            "m01.1.evaluate(in_scope=…)",
            "Give True, False or None.",
            "",
        )

    @pytest.mark.parametrize("in_scope", [False, None])
    def test_that_is_not_stated_has_no_outside(self, in_scope: bool | None) -> None:
        assert refusal(commitment_of(NEVER).evaluate, in_scope=in_scope) == (
            in_scope,
            "this commitment states no scope to be outside of.",
            "m01.1.evaluate(in_scope=…)",
            "Leave in_scope out.",
            "这项承诺没有限定适用范围，不要填是否属于",
        )


TWO_QUESTIONS = commitment_of(
    AllOf(
        (
            LIMIT,
            Floor(Quantity("things", "事项", "things", "项"), 3, by=date(2021, 10, 31), by_is_ellipsis=True),
        )
    )
)


class TestReadings:
    """Every other reading of every question is told, one at a time."""

    FACTS: ClassVar[Facts] = {"start": date(2021, 9, 7), "end": date(2021, 9, 19), "things": 1, "as_of": LATE}

    def test_by_default(self) -> None:
        facts = {**self.FACTS, "as_of": date(2021, 11, 1)}
        verdict = TWO_QUESTIONS.evaluate(**facts)
        assert (verdict.status, verdict.reading) == (Status.NOT_MET, Reading.BY_COUNT)
        assert verdict.alternatives == (
            (Reading.BY_DATE, Status.NOT_MET),
            (Reading.DATE_ONLY_FIRST, Status.PENDING),
        )

    def test_one_of_each(self) -> None:
        reading = [Reading.DATE_ONLY_FIRST, Reading.BY_DATE]
        verdict = TWO_QUESTIONS.evaluate(reading=reading, **self.FACTS)
        assert verdict.reading is Reading.BY_DATE
        assert verdict.alternatives == (
            (Reading.BY_COUNT, Status.PENDING),
            (Reading.DATE_GOVERNS, Status.NOT_MET),
        )

    def test_of_the_second_alone(self) -> None:
        verdict = TWO_QUESTIONS.evaluate(reading=Reading.DATE_ONLY_FIRST, **self.FACTS)
        assert (verdict.status, verdict.reading) == (Status.PENDING, Reading.BY_COUNT)

    def test_of_which_there_is_one_only(self) -> None:
        verdict = commitment_of(NEVER).evaluate(incidents=0)
        assert (verdict.reading, verdict.alternatives) == (None, ())

    def test_asked_for_twice_are_one(self) -> None:
        verdict = LIMITED.evaluate(start=START, end=DUE, reading=[Reading.BY_DATE, Reading.BY_DATE])
        assert verdict.reading is Reading.BY_DATE

    @pytest.mark.parametrize("reading", [Reading.RECHECKS_APART, [Reading.BY_COUNT, Reading.RECHECKS_APART]])
    def test_that_it_does_not_know(self, reading: object) -> None:
        assert refusal(LIMITED.evaluate, reading=reading) == (
            Reading.RECHECKS_APART,
            "this commitment is not open to that reading.",
            "m01.1.evaluate(reading=…)",
            "Its readings: Reading.BY_COUNT, Reading.BY_DATE.",
            "这项承诺没有这种口径，可选：by-count、by-date",
        )

    def test_by_a_name_is_refused_whole(self) -> None:
        assert refusal(LIMITED.evaluate, reading="by-date")[0] == "by-date"

    def test_of_which_there_is_none(self) -> None:
        found = refusal(commitment_of(NEVER).evaluate, reading=Reading.BY_DATE)
        assert (found[0], found[3]) == (Reading.BY_DATE, "Its readings: none.")
        assert found[4] == "这项承诺没有这种口径，它没有可选的口径"

    def test_that_exclude_each_other(self) -> None:
        assert refusal(LIMITED.evaluate, reading=[Reading.BY_DATE, Reading.BY_COUNT]) == (
            [Reading.BY_DATE, Reading.BY_COUNT],
            "two readings of the same question exclude each other.",
            "m01.1.evaluate(reading=…)",
            "Ask twice.",
            "",
        )


class TestVerdict:
    """A verdict keeps what it was asked: commitment, day, facts in the order given, and its voice."""

    def test_keeps_them(self) -> None:
        verdict = LIMITED.evaluate(end=DUE, start=START, as_of=LATE)
        assert verdict.commitment is LIMITED
        assert (verdict.as_of, verdict.facts) == (LATE, (("end", DUE), ("start", START)))
        assert verdict.missing == ()

    def test_speaks_and_so_does_its_deadline(self) -> None:
        verdict = LIMITED.evaluate(start=START, end=DUE)
        assert verdict.deadline is not None
        assert verdict.voice is not None
        assert verdict.deadline.voice is verdict.voice
        assert LIMITED.deadline(START).voice is verdict.voice
        dated = commitment_of(Milestone("某机制", "a mechanism", by=DUE)).deadline()
        assert dated.voice is not None

    def test_takes_a_day_of_judgement_that_is_a_date(self) -> None:
        with pytest.raises(DateTypeError) as caught:
            LIMITED.evaluate(as_of="2021-10-12")  # type: ignore[arg-type]  # refused
        assert (caught.value.where, caught.value.value) == ("as_of", "2021-10-12")

    def test_takes_a_single_start_where_several_events_compete(self) -> None:
        names = [Event("甲", "a", "first"), Event("乙", "b", "second")]
        several = commitment_of(TimeLimit(WorkingDays(9), tuple(names), DONE, Reading.BY_COUNT))
        assert several.evaluate(start=START, end=DUE).status is Status.MET
        assert refusal(several.evaluate, start=3) == (
            3,
            "a date is needed, not int.",
            "start (起算日期)",
            "Give datetime.date(2021, 9, 24); read text with wushan_plan.files.read_date.",
            "不是日期，请写成2021-09-24",
        )
        assert refusal(commitment_of(NEVER).evaluate, start=START)[0] == "start"


class TestDeadline:
    """A deadline is counted from a start, or fixed by the text, or there is none."""

    def test_counted(self) -> None:
        deadline = LIMITED.deadline(START, suspended=[(date(2021, 10, 8), date(2021, 10, 8))])
        assert (deadline.date, deadline.start, deadline.limit) == (date(2021, 10, 13), START, WorkingDays(9))
        assert deadline.suspended == (Interval(date(2021, 10, 8), date(2021, 10, 8)),)
        assert deadline.commitment is LIMITED

    def test_fixed(self) -> None:
        dated = commitment_of(Milestone("某机制", "a mechanism", by=DUE))
        deadline = dated.deadline()
        assert (deadline.date, deadline.start, deadline.limit) == (DUE, None, None)
        assert deadline.commitment is dated

    def test_without_its_start(self) -> None:
        assert refusal(LIMITED.deadline) == (
            None,
            "a time limit runs from a starting day.",
            "m01.1.deadline(start)",
            "Give the day of: 受理 (acceptance).",
            "请给出起算日期（受理之日）",
        )

    def test_from_a_start_that_is_no_date(self) -> None:
        with pytest.raises(DateTypeError) as caught:
            LIMITED.deadline("2021-09-24")  # type: ignore[arg-type]  # refused
        assert (caught.value.where, caught.value.value) == ("m01.1.deadline(start)", "2021-09-24")

    def test_that_there_is_none(self) -> None:
        assert refusal(commitment_of(Milestone("某机制", "a mechanism")).deadline) == (
            "m01.1",
            "no case of this commitment has a deadline of its own.",
            "m01.1.deadline",
            "Its facts are: done, done_on, evidence.",
            "这项承诺的单件没有自己的截止日，判定所问的事实是：是否完成：某机制、完成日期、佐证材料",
        )

    @pytest.mark.parametrize(
        ("start", "suspended"), [(START, ()), (None, [(START, DUE)]), (START, [(START, DUE)])]
    )
    def test_fixed_neither_starts_nor_stands_still(self, start: date | None, suspended: object) -> None:
        dated = commitment_of(Milestone("某机制", "a mechanism", by=DUE))

        def asked() -> object:
            return dated.deadline(start, suspended=suspended)  # type: ignore[arg-type]

        assert refusal(asked) == (
            start,
            "a fixed date neither starts with a case nor stands still.",
            "m01.1.deadline",
            "Call deadline() without arguments.",
            f"这项承诺有固定日期（{DUE}），不要给起算日期或中止期间",
        )


class TestAllOf:
    """Of several parts: the reasons of all, and what is missing where that decides."""

    COMPLETE = Fact("complete", "是否完成", "complete", FactKind.TRUTH)
    VISITS = Quantity("visits", "次数", "visits", "次")
    REPORTS = Quantity("reports", "报告", "reports", "份")
    BOTH = commitment_of(AllOf((Ceiling(VISITS, 1), ExactCount(REPORTS, 1, complete=COMPLETE))))

    def visits(self, value: int) -> Reason:
        return Reason.of(ReasonCode.AT_MOST, quantity=self.VISITS, value=Fraction(value), most=Fraction(1))

    def reports(self, value: int) -> Reason:
        return Reason.of(ReasonCode.EXACTLY, quantity=self.REPORTS, value=Fraction(value), exactly=1)

    @pytest.mark.parametrize(
        ("visits", "reports", "complete", "status"),
        [
            (1, 1, True, Status.MET),
            (2, 1, True, Status.NOT_MET),
            (1, 0, False, Status.PENDING),
            (2, 0, False, Status.NOT_MET),
        ],
    )
    def test_tells_all_reasons(self, visits: int, reports: int, complete: bool, status: Status) -> None:
        verdict = self.BOTH.evaluate(visits=visits, reports=reports, complete=complete)
        assert verdict.status is status
        assert verdict.reasons == (self.visits(visits), self.reports(reports))
        assert verdict.missing == ()

    def test_names_what_is_missing(self) -> None:
        visits, reports = fact(self.BOTH, "visits"), fact(self.BOTH, "reports")
        verdict = self.BOTH.evaluate()
        assert (verdict.missing, verdict.reasons) == ((visits, reports), (lacking(visits), lacking(reports)))
        verdict = self.BOTH.evaluate(reports=0, complete=False)
        assert (verdict.status, verdict.missing) == (Status.UNKNOWN, (visits,))

    def test_that_falls_short_misses_nothing(self) -> None:
        verdict = self.BOTH.evaluate(visits=2)
        assert (verdict.status, verdict.missing) == (Status.NOT_MET, ())
        assert verdict.reasons == (self.visits(2), lacking(fact(self.BOTH, "reports")))


M06 = PLAN.measure(6)
HEADING = PLAN.commitment("m06.0")
BELOW = [one for one in M06.commitments if one is not HEADING]


def verdict_on(commitment: Commitment, status: Status) -> Verdict:
    return judge(commitment, facts_for(commitment, status))


class TestHeading:
    """A heading tells how many of the commitments below it have each status."""

    @staticmethod
    def parts(met: int, not_met: int = 0, pending: int = 0, unknown: int = 0) -> Reason:
        return Reason.of(
            ReasonCode.PARTS, met=met, not_met=not_met, pending=pending, unknown=unknown, total=len(BELOW)
        )

    @pytest.mark.parametrize(
        ("first", "status", "counts"),
        [
            (Status.MET, Status.MET, {}),
            (Status.NOT_MET, Status.NOT_MET, {"not_met": 1}),
            (Status.PENDING, Status.PENDING, {"pending": 1}),
            (Status.NOT_APPLICABLE, Status.MET, {}),
        ],
    )
    def test_tells_them(self, first: Status, status: Status, counts: dict[str, int]) -> None:
        verdicts = [verdict_on(BELOW[0], first), *(verdict_on(one, Status.MET) for one in BELOW[1:])]
        verdict = HEADING.evaluate(verdicts=verdicts)
        met = len(BELOW) - (first is not Status.MET)
        assert verdict.status is status
        assert verdict.reasons == (self.parts(met, **counts),)

    def test_tells_what_is_unknown_and_names_the_verdicts(self) -> None:
        verdicts = fact(HEADING, "verdicts")
        verdict = HEADING.evaluate(verdicts=[verdict_on(one, Status.MET) for one in BELOW[1:]])
        assert (verdict.status, verdict.missing) == (Status.UNKNOWN, (verdicts,))
        assert verdict.reasons == (self.parts(len(BELOW) - 1, unknown=1), lacking(verdicts))

    def test_over_nothing_that_applies_names_the_verdicts(self) -> None:
        verdicts = fact(HEADING, "verdicts")
        verdict = HEADING.evaluate(verdicts=[verdict_on(one, Status.NOT_APPLICABLE) for one in BELOW])
        assert verdict.status is Status.UNKNOWN
        assert verdict.reasons == (self.parts(0), lacking(verdicts))

    def test_without_verdicts_names_them(self) -> None:
        verdicts = fact(HEADING, "verdicts")
        verdict = HEADING.evaluate()
        assert (verdict.missing, verdict.reasons) == ((verdicts,), (lacking(verdicts),))

    def test_counts_an_excused_commitment_as_met(self) -> None:
        heading = next(
            one.place.commitments[0]
            for one in PLAN.commitments
            if one.exceptions and not one.place.commitments[0].counts
        )
        below = [one for one in heading.place.commitments if one.id != heading.id]
        excused = [
            verdict_on(one, Status.EXCUSED if one.exceptions else Status.MET) for one in below if one.counts
        ]
        verdict = heading.evaluate(verdicts=excused)
        assert (verdict.status, dict(verdict.reasons[0].values)["met"]) == (Status.MET, len(excused))

    def test_refuses_verdicts_from_elsewhere_and_says_whose_it_takes(self) -> None:
        strange = [PLAN.targets[name].evaluate() for name in ("procurement-payment", "procurement-contract")]
        found = refusal(HEADING.evaluate, verdicts=strange)
        assert found == (
            ["procurement-contract", "procurement-payment"],
            "a heading is judged by the commitments of its own measure.",
            "verdicts",
            f"Give verdicts on: {', '.join(one.id for one in BELOW)}.",
            "",
        )

    WORST_FIRST = (
        Status.NOT_MET,
        Status.UNKNOWN,
        Status.PENDING,
        Status.MET,
        Status.NOT_APPLICABLE,
    )

    @pytest.mark.parametrize("worse", range(4))
    def test_takes_the_worse_of_two_cases_whichever_comes_first(self, worse: int) -> None:
        pair = [verdict_on(BELOW[0], one) for one in self.WORST_FIRST[worse : worse + 2]]
        rest = [verdict_on(one, Status.MET) for one in BELOW[1:]]
        expected = HEADING.evaluate(verdicts=[pair[0], *rest]).reasons
        for cases in (pair, pair[::-1]):
            assert HEADING.evaluate(verdicts=[*cases, *rest]).reasons == expected
