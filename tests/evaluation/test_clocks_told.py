"""What the answers about time rest on, value by value (时限判定的依据)."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import pytest

from tests.evaluation.small_plan import commitment_of
from tests.evaluation.told import AS_OF, fact, lacking, refusal
from wushan_plan import CHINA, PLAN, CalendarDays, Interval, Reading, Status, WorkingDays
from wushan_plan.errors import OutOfCoverageError
from wushan_plan.model.criteria import Event, MeanTimeLimit, Promptness, TimeLimit
from wushan_plan.model.verdict import Outlook, Reason, ReasonCode

FILED, DONE = Event("受理", "acceptance"), Event("办结", "completion")
START = date(2021, 8, 2)
ONE_DAY = timedelta(days=1)
SETTLED = CHINA.days.settled_to
AFTER_SETTLED = SETTLED + ONE_DAY
EXTENDED = CHINA.provisional(SETTLED.replace(year=SETTLED.year + 1))
LIMIT = WorkingDays(30)
MEAN = commitment_of(MeanTimeLimit(LIMIT, FILED, DONE))
EXTENDED_MEAN = commitment_of(MeanTimeLimit(LIMIT, FILED, DONE), calendar=EXTENDED)


def took(days: int) -> tuple[date, date]:
    """A case that took so many working days."""
    return (START, CHINA.nth_workday_after(START, days))


def mean_of(total: int, cases: int, *, within: bool) -> Reason:
    mean = Fraction(total, cases)
    return Reason.of(ReasonCode.MEAN, total=total, cases=cases, mean=mean, limit=LIMIT, within=within)


class TestMean:
    """A mean says its sum, its cases, its limit, and which cases it is over."""

    def test_over_all_cases_says_so(self) -> None:
        verdict = MEAN.evaluate(cases=[took(10), took(20)])
        assert verdict.reasons == (mean_of(30, 2, within=True), Reason.of(ReasonCode.NO_PERIOD))
        assert verdict.provisional is False

    def test_above_the_limit_says_so(self) -> None:
        verdict = MEAN.evaluate(cases=[took(31)])
        assert verdict.reasons == (mean_of(31, 1, within=False), Reason.of(ReasonCode.NO_PERIOD))

    def test_over_a_period_that_has_ended_has_one_reason(self) -> None:
        period = (START, date(2021, 12, 31))
        verdict = MEAN.evaluate(cases=[took(10)], period=period, as_of=date(2021, 12, 31))
        assert (verdict.status, verdict.reasons) == (Status.MET, (mean_of(10, 1, within=True),))

    def test_over_a_running_period_says_its_last_day_first(self) -> None:
        last, as_of = date(2021, 12, 31), date(2021, 12, 30)
        verdict = MEAN.evaluate(cases=[took(10)], period=(START, last), as_of=as_of)
        assert verdict.status is Status.PENDING
        assert verdict.reasons == (Reason.of(ReasonCode.SO_FAR, last=last), mean_of(10, 1, within=True))

    def test_without_cases_names_them(self) -> None:
        verdict = MEAN.evaluate()
        assert verdict.missing == (fact(MEAN, "cases"),)
        assert verdict.reasons == (lacking(fact(MEAN, "cases")),)

    def test_over_no_completed_case_says_that_there_is_none(self) -> None:
        verdict = MEAN.evaluate(cases=[(START, None)])
        assert verdict.missing == (fact(MEAN, "cases"),)
        assert verdict.reasons == (Reason.of(ReasonCode.NO_CASES), lacking(fact(MEAN, "cases")))

    def test_without_the_day_of_judgement_it_needs_names_it(self) -> None:
        verdict = MEAN.evaluate(cases=[took(10)], period=(START, SETTLED))
        assert (verdict.missing, verdict.reasons) == ((AS_OF,), (lacking(AS_OF),))

    def test_counts_days_in_which_the_clock_stood_still_in_no_case(self) -> None:
        start, end = date(2021, 8, 2), date(2021, 8, 6)
        suspended = [(date(2021, 8, 3), date(2021, 8, 4))]
        assert MEAN.evaluate(cases=[(start, end)], suspended=suspended).measured == 2

    def test_of_calendar_days_counts_rest_days(self) -> None:
        mean = commitment_of(MeanTimeLimit(CalendarDays(3), FILED, DONE))
        assert mean.evaluate(cases=[(date(2021, 11, 5), date(2021, 11, 8))]).measured == 3


class TestCasesInAMean:
    """A case is in or out by its own dates, whatever came before it."""

    LAST = date(2021, 8, 31)

    def test_a_case_that_begins_and_ends_on_the_last_day_of_the_period_is_in(self) -> None:
        verdict = MEAN.evaluate(
            cases=[took(10), (self.LAST, self.LAST)], period=(START, self.LAST), as_of=self.LAST
        )
        assert verdict.measured == 5

    def test_a_case_that_begins_a_day_after_the_period_is_out(self) -> None:
        cases = [took(10), (self.LAST + ONE_DAY, None)]
        verdict = MEAN.evaluate(cases=cases, period=(START, self.LAST), as_of=date(2021, 12, 31))
        assert verdict.outlook is None

    def test_a_case_after_one_that_is_out_is_in(self) -> None:
        cases = [(date(2021, 9, 1), date(2021, 9, 2)), took(10)]
        verdict = MEAN.evaluate(cases=cases, period=(START, self.LAST), as_of=self.LAST)
        assert (verdict.measured, verdict.outlook) == (10, None)

    def test_a_case_that_begins_on_the_day_of_judgement_is_open(self) -> None:
        verdict = MEAN.evaluate(cases=[took(10), (self.LAST, None)], as_of=self.LAST)
        assert verdict.outlook == Outlook(reachable=True, needed=Fraction(50), remaining=1)

    def test_a_case_that_ends_on_the_day_of_judgement_is_completed(self) -> None:
        verdict = MEAN.evaluate(cases=[(START, self.LAST)], as_of=self.LAST)
        assert (verdict.measured, verdict.outlook) == (CHINA.workdays_between(START, self.LAST), None)


class TestOutlookOfAMean:
    """What the open cases may take on average is what the completed ones left of the limit."""

    @pytest.mark.parametrize(("taken", "reachable"), [(60, True), (61, False)])
    def test_is_used_up_when_the_completed_cases_took_it_all(self, taken: int, reachable: bool) -> None:
        verdict = MEAN.evaluate(cases=[took(taken), (START, None)])
        assert verdict.outlook == Outlook(reachable, Fraction(60 - taken), 1)

    def test_is_kept_when_some_cases_could_not_be_read(self) -> None:
        verdict = MEAN.evaluate(cases=[took(10), (START, None)], unread_cases=2)
        assert verdict.outlook == Outlook(reachable=True, needed=Fraction(50), remaining=1)

    def test_counts_what_the_open_cases_have_taken(self) -> None:
        as_of = CHINA.nth_workday_after(START, 50)
        verdict = MEAN.evaluate(cases=[took(10), (START, None)], as_of=as_of)
        assert verdict.outlook == Outlook(reachable=True, needed=Fraction(50), remaining=1)
        later = MEAN.evaluate(cases=[took(10), (START, None)], as_of=CHINA.nth_workday_after(START, 51))
        assert later.outlook == Outlook(reachable=False, needed=Fraction(50), remaining=1)


class TestUnreadCases:
    """A mean over some of the cases is shown, and decides nothing."""

    def test_are_counted_in_the_reasons_and_the_cases_are_missing(self) -> None:
        verdict = MEAN.evaluate(cases=[took(10)], unread_cases=3)
        assert (verdict.status, verdict.measured) == (Status.UNKNOWN, 10)
        assert verdict.missing == (fact(MEAN, "cases"),)
        assert verdict.reasons == (
            mean_of(10, 1, within=True),
            Reason.of(ReasonCode.NO_PERIOD),
            Reason.of(ReasonCode.UNREAD_CASES, cases=Fraction(3)),
        )

    def test_of_which_there_are_none_change_nothing(self) -> None:
        assert MEAN.evaluate(cases=[took(10)], unread_cases=0).status is Status.MET


class TestProvisionalMean:
    """One case that ends after the days settled by a notice makes the mean provisional."""

    SETTLED_CASE = (SETTLED - ONE_DAY, SETTLED)
    LATER_CASE = (SETTLED, AFTER_SETTLED)

    def test_is_said_whatever_case_comes_last(self) -> None:
        for cases in ([self.SETTLED_CASE, self.LATER_CASE], [self.LATER_CASE, self.SETTLED_CASE]):
            verdict = EXTENDED_MEAN.evaluate(cases=cases)
            assert verdict.provisional is True
            assert verdict.reasons[-1] == Reason.of(ReasonCode.PROVISIONAL, settled_to=SETTLED)

    def test_is_not_said_of_a_case_that_ends_on_the_last_settled_day(self) -> None:
        assert EXTENDED_MEAN.evaluate(cases=[self.SETTLED_CASE]).provisional is False


EARLY, LATE = date(2021, 11, 1), date(2021, 11, 10)
TWO_EVENTS = commitment_of(
    TimeLimit(
        WorkingDays(5),
        (Event("收到发票", "invoice received", "invoice"), Event("条件达成", "condition met", "condition")),
        Event("支付", "payment"),
        Reading.BY_DATE,
    )
)
ANOTHER_DAY = "the clock starts at the latest of its events, and they say another day."
ANOTHER_DAY_ZH = "起算日期与收到发票、条件达成的日期不符，应为其中最晚的一天"
GIVE_EITHER = "Give the events, or the start worked out from them."


class TestSeveralStartingEvents:
    """The clock starts at the latest of its events; a start given beside them says the same day."""

    def test_the_latest_event_is_named_with_its_day(self) -> None:
        verdict = TWO_EVENTS.evaluate(invoice=LATE, condition=EARLY, end=date(2021, 11, 17))
        assert isinstance(TWO_EVENTS.criterion, TimeLimit)
        assert verdict.reasons == (
            Reason.of(ReasonCode.CLOCK_STARTS_LATER, event=TWO_EVENTS.criterion.start[0], start=LATE),
            Reason.of(ReasonCode.BEFORE_DEADLINE, end=date(2021, 11, 17), deadline=date(2021, 11, 17)),
        )

    @pytest.mark.parametrize("facts", [{}, {"invoice": EARLY}, {"invoice": LATE, "condition": EARLY}])
    def test_a_start_that_agrees_with_what_is_known_needs_no_note(self, facts: dict[str, date]) -> None:
        verdict = TWO_EVENTS.evaluate(start=LATE, as_of=LATE, **facts)  # type: ignore[arg-type]
        assert verdict.deadline is not None
        assert (verdict.status, verdict.missing) == (Status.PENDING, ())
        assert (verdict.deadline.start, verdict.elapsed) == (LATE, WorkingDays(0))
        assert verdict.reasons[0].code is ReasonCode.STILL_OPEN

    def test_a_start_before_a_known_event_is_refused(self) -> None:
        assert refusal(TWO_EVENTS.evaluate, start=EARLY, condition=LATE) == (
            "2021-11-01",
            ANOTHER_DAY,
            "start, invoice, condition",
            GIVE_EITHER,
            ANOTHER_DAY_ZH,
        )

    def test_a_start_after_the_latest_of_all_events_is_refused(self) -> None:
        found = refusal(TWO_EVENTS.evaluate, start=date(2021, 11, 11), invoice=EARLY, condition=LATE)
        assert found == ("2021-11-11", ANOTHER_DAY, "start, invoice, condition", GIVE_EITHER, ANOTHER_DAY_ZH)

    def test_every_event_that_is_not_known_is_named(self) -> None:
        verdict = TWO_EVENTS.evaluate(end=LATE)
        events = (fact(TWO_EVENTS, "invoice"), fact(TWO_EVENTS, "condition"))
        assert (verdict.missing, verdict.reasons) == (events, (lacking(*events),))
        assert TWO_EVENTS.evaluate(condition=LATE).missing == events[:1]

    def test_a_case_that_cannot_be_judged_yet_still_says_when_the_clock_started(self) -> None:
        verdict = TWO_EVENTS.evaluate(invoice=EARLY, condition=LATE)
        assert verdict.missing == (AS_OF,)
        assert [reason.code for reason in verdict.reasons] == [
            ReasonCode.CLOCK_STARTS_LATER,
            ReasonCode.MISSING,
        ]

    def test_a_case_of_which_they_lie_ahead_has_not_begun(self) -> None:
        verdict = TWO_EVENTS.evaluate(invoice=EARLY, condition=LATE, as_of=date(2021, 11, 9))
        assert [reason.code for reason in verdict.reasons] == [
            ReasonCode.CLOCK_STARTS_LATER,
            ReasonCode.NOT_BEGUN,
        ]


NINE = commitment_of(TimeLimit(WorkingDays(9), FILED, DONE, Reading.BY_COUNT))
TWENTY = commitment_of(TimeLimit(CalendarDays(20), FILED, DONE, Reading.BY_DATE))
FRIDAY, NINTH = date(2021, 9, 24), date(2021, 10, 12)


class TestOneCase:
    """The answer about one case carries the count, the limit and the days it compared."""

    def test_in_time_by_count(self) -> None:
        verdict = NINE.evaluate(start=FRIDAY, end=NINTH)
        within = Reason.of(ReasonCode.WITHIN_LIMIT, elapsed=WorkingDays(9), limit=WorkingDays(9))
        assert (verdict.reasons, verdict.overdue) == ((within,), WorkingDays(0))
        assert verdict.provisional is False

    def test_late_by_count(self) -> None:
        verdict = NINE.evaluate(start=FRIDAY, end=date(2021, 10, 14))
        over = Reason.of(ReasonCode.OVER_LIMIT, elapsed=WorkingDays(11), limit=WorkingDays(9))
        assert (verdict.reasons, verdict.overdue) == ((over,), WorkingDays(2))

    def test_in_time_by_date(self) -> None:
        verdict = NINE.evaluate(start=FRIDAY, end=FRIDAY, reading=Reading.BY_DATE)
        assert verdict.reasons == (Reason.of(ReasonCode.BEFORE_DEADLINE, end=FRIDAY, deadline=NINTH),)
        assert (verdict.elapsed, verdict.overdue) == (WorkingDays(0), WorkingDays(0))

    def test_late_by_date(self) -> None:
        end = date(2021, 10, 13)
        verdict = NINE.evaluate(start=FRIDAY, end=end, reading=Reading.BY_DATE)
        assert verdict.reasons == (Reason.of(ReasonCode.AFTER_DEADLINE, end=end, deadline=NINTH),)
        assert (verdict.elapsed, verdict.overdue) == (WorkingDays(10), WorkingDays(1))

    def test_of_calendar_days_is_judged_by_date_even_when_read_by_count(self) -> None:
        monday = date(2021, 11, 22)  # the twentieth day is the Sunday before
        verdict = TWENTY.evaluate(start=date(2021, 11, 1), end=monday, reading=Reading.BY_COUNT)
        assert verdict.status is Status.MET
        assert verdict.reasons == (Reason.of(ReasonCode.BEFORE_DEADLINE, end=monday, deadline=monday),)
        assert (verdict.elapsed, verdict.overdue) == (CalendarDays(21), CalendarDays(0))

    def test_still_open_in_time(self) -> None:
        verdict = NINE.evaluate(start=FRIDAY, as_of=NINTH)
        assert verdict.reasons == (
            Reason.of(ReasonCode.STILL_OPEN, as_of=NINTH),
            Reason.of(ReasonCode.WITHIN_LIMIT, elapsed=WorkingDays(9), limit=WorkingDays(9)),
        )

    def test_still_open_and_late(self) -> None:
        as_of = date(2021, 10, 13)
        verdict = NINE.evaluate(start=FRIDAY, as_of=as_of)
        assert verdict.reasons == (
            Reason.of(ReasonCode.OPEN_AND_LATE, as_of=as_of),
            Reason.of(ReasonCode.OVER_LIMIT, elapsed=WorkingDays(10), limit=WorkingDays(9)),
        )
        assert verdict.deadline is not None
        assert (verdict.deadline.date, verdict.overdue) == (NINTH, WorkingDays(1))

    def test_that_ends_after_the_day_of_judgement(self) -> None:
        as_of = date(2021, 9, 30)
        verdict = NINE.evaluate(start=FRIDAY, end=NINTH, as_of=as_of)
        assert verdict.reasons == (
            Reason.of(ReasonCode.END_IS_LATER, end=NINTH, as_of=as_of),
            Reason.of(ReasonCode.STILL_OPEN, as_of=as_of),
            Reason.of(ReasonCode.WITHIN_LIMIT, elapsed=WorkingDays(5), limit=WorkingDays(9)),
        )

    def test_that_has_not_begun_keeps_its_deadline(self) -> None:
        as_of = date(2021, 9, 23)
        verdict = NINE.evaluate(start=FRIDAY, end=NINTH, as_of=as_of)
        assert verdict.status is Status.PENDING
        assert verdict.deadline == NINE.deadline(FRIDAY)
        assert (verdict.elapsed, verdict.overdue, verdict.provisional) == (None, None, False)
        assert verdict.reasons == (
            Reason.of(ReasonCode.END_IS_LATER, end=NINTH, as_of=as_of),
            Reason.of(ReasonCode.NOT_BEGUN, start=FRIDAY, as_of=as_of),
        )

    def test_that_begins_on_the_day_of_judgement_has_begun(self) -> None:
        assert NINE.evaluate(start=FRIDAY, as_of=FRIDAY).elapsed == WorkingDays(0)

    def test_without_a_start_names_it(self) -> None:
        verdict = NINE.evaluate(end=NINTH)
        assert verdict.missing == (fact(NINE, "start"),)
        assert verdict.reasons == (lacking(fact(NINE, "start")),)

    def test_with_a_start_and_no_day_of_judgement_names_that(self) -> None:
        verdict = NINE.evaluate(start=FRIDAY)
        assert (verdict.missing, verdict.reasons) == ((AS_OF,), (lacking(AS_OF),))

    def test_that_ends_before_it_starts_is_refused_with_both_days(self) -> None:
        assert refusal(NINE.evaluate, start=NINTH, end=FRIDAY) == (
            ("2021-10-12", "2021-09-24"),
            "a case cannot end before it starts.",
            "end (办结日期)",
            "Check the two dates; a case finished on its first day has end == start.",
            "办结日期早于起算日期",
        )

    def test_is_late_by_calendar_days_from_the_day_the_period_rolled_to(self) -> None:
        verdict = TWENTY.evaluate(start=date(2021, 11, 1), end=date(2021, 11, 24))
        assert (verdict.elapsed, verdict.overdue) == (CalendarDays(23), CalendarDays(2))
        on_a_working_day = TWENTY.evaluate(start=date(2021, 11, 10), end=date(2021, 12, 1))
        assert (on_a_working_day.elapsed, on_a_working_day.overdue) == (CalendarDays(21), CalendarDays(1))


class TestSuspendedCase:
    """The days in which the clock stood still are kept with the deadline they moved."""

    STOPPED = (date(2021, 10, 8), date(2021, 10, 9))

    def test_keeps_the_suspension(self) -> None:
        verdict = NINE.evaluate(start=FRIDAY, end=date(2021, 10, 14), suspended=[self.STOPPED])
        assert verdict.deadline is not None
        assert verdict.deadline.suspended == (Interval(*self.STOPPED),)
        assert (verdict.deadline.date, verdict.deadline.limit) == (date(2021, 10, 14), WorkingDays(9))
        assert verdict.deadline.commitment is NINE
        assert (verdict.elapsed, verdict.provisional) == (WorkingDays(9), False)

    def test_of_which_the_deadline_is_asked_says_the_same(self) -> None:
        verdict = NINE.evaluate(start=FRIDAY, as_of=FRIDAY, suspended=[self.STOPPED])
        assert verdict.deadline == NINE.deadline(FRIDAY, suspended=[self.STOPPED])


LATER_NINE = commitment_of(TimeLimit(WorkingDays(9), FILED, DONE, Reading.BY_COUNT), calendar=EXTENDED)
ZERO_DAYS = commitment_of(TimeLimit(WorkingDays(0), FILED, DONE, Reading.BY_COUNT), calendar=EXTENDED)
BEFORE_SETTLED = SETTLED - timedelta(days=40)


class TestProvisionalCase:
    """An answer is provisional when a day after the settled ones was counted for it."""

    def test_because_its_deadline_is(self) -> None:
        verdict = LATER_NINE.evaluate(start=SETTLED, end=SETTLED)
        assert verdict.deadline is not None
        assert (verdict.provisional, verdict.deadline.provisional) == (True, True)
        assert verdict.deadline.within is not None

    def test_and_its_range_leaves_out_the_days_in_which_the_clock_stood_still(self) -> None:
        start, stopped = date(2027, 6, 1), (date(2027, 6, 3), date(2027, 6, 5))
        assert LATER_NINE.deadline(start).within == Interval(date(2027, 6, 11), date(2027, 6, 17))
        assert LATER_NINE.deadline(start, suspended=[stopped]).within == Interval(
            date(2027, 6, 15), date(2027, 6, 21)
        )

    def test_because_its_end_is(self) -> None:
        verdict = LATER_NINE.evaluate(start=BEFORE_SETTLED, end=AFTER_SETTLED)
        assert verdict.deadline is not None
        assert (verdict.provisional, verdict.deadline.provisional) == (True, False)
        assert verdict.deadline.within is None

    def test_before_it_has_begun(self) -> None:
        verdict = LATER_NINE.evaluate(start=SETTLED, as_of=BEFORE_SETTLED)
        assert (verdict.status, verdict.provisional) == (Status.PENDING, True)

    def test_but_not_for_the_last_settled_day(self) -> None:
        verdict = ZERO_DAYS.evaluate(start=SETTLED, end=SETTLED)
        assert verdict.deadline is not None
        assert (verdict.provisional, verdict.deadline.provisional) == (False, False)
        assert LATER_NINE.evaluate(start=BEFORE_SETTLED, end=SETTLED).provisional is False


class TestPastTheCalendar:
    """A case in time by count is in time although its deadline lies past the calendar."""

    LAST = CHINA.days.last

    @pytest.mark.parametrize("reading", [Reading.BY_COUNT, Reading.BY_DATE])
    def test_in_time_without_a_deadline(self, reading: Reading) -> None:
        verdict = NINE.evaluate(start=self.LAST, end=self.LAST, reading=reading)
        assert (verdict.status, verdict.deadline, verdict.provisional) == (Status.MET, None, False)
        assert (verdict.elapsed, verdict.overdue) == (WorkingDays(0), WorkingDays(0))

    def test_by_date_says_that_there_is_none(self) -> None:
        verdict = NINE.evaluate(start=self.LAST, end=self.LAST, reading=Reading.BY_DATE)
        assert verdict.reasons == (Reason.of(ReasonCode.BEFORE_DEADLINE, end=self.LAST, deadline=None),)

    @pytest.mark.parametrize("start", [LAST + ONE_DAY, CHINA.days.first - ONE_DAY])
    def test_a_start_outside_it_is_refused(self, start: date) -> None:
        with pytest.raises(OutOfCoverageError):
            NINE.evaluate(start=start, end=start)

    def test_a_start_after_it_is_refused_even_before_it_has_begun(self) -> None:
        with pytest.raises(OutOfCoverageError):
            NINE.evaluate(start=self.LAST + ONE_DAY, as_of=self.LAST)

    def test_a_start_on_its_first_day_is_not(self) -> None:
        first = CHINA.days.first
        longest = commitment_of(TimeLimit(WorkingDays(100_000), FILED, DONE, Reading.BY_COUNT))
        verdict = longest.evaluate(start=first, end=first)
        assert (verdict.status, verdict.deadline) == (Status.MET, None)

    def test_a_period_that_rolls_past_it_cannot_be_judged_after_its_own_last_day(self) -> None:
        friday, saturday, sunday = date(2027, 3, 5), date(2027, 3, 6), date(2027, 3, 7)
        limit = TimeLimit(CalendarDays(1), FILED, DONE, Reading.BY_DATE)
        short = commitment_of(limit, calendar=CHINA.provisional(sunday))
        assert short.evaluate(start=friday, end=saturday).status is Status.MET
        with pytest.raises(OutOfCoverageError) as caught:
            short.evaluate(start=friday, end=sunday)
        assert caught.value.value == "2027-03-05"
        assert "day 1 after 2027-03-05 is not covered" in caught.value.rule
        assert caught.value.zh.endswith("，求不出2027-03-05之后第1日")


class TestPromptness:
    """A benchmark is a last day, whoever gives it."""

    PROMPT = commitment_of(Promptness(FILED, DONE))
    AT_ONCE = commitment_of(Promptness(FILED, DONE, CalendarDays(0)))
    START, REST_DAY = date(2021, 9, 7), date(2021, 9, 19)  # the ninth working day is 18 September

    def test_a_rest_day_after_the_last_working_day_is_late(self) -> None:
        verdict = self.PROMPT.evaluate(start=self.START, end=self.REST_DAY, benchmark=WorkingDays(9))
        assert verdict.status is Status.NOT_MET
        assert verdict.reasons == (
            Reason.of(ReasonCode.AFTER_DEADLINE, end=self.REST_DAY, deadline=date(2021, 9, 18)),
        )

    def test_what_is_not_known_is_named_in_order(self) -> None:
        both = (fact(self.PROMPT, "start"), fact(self.PROMPT, "benchmark"))
        assert self.PROMPT.evaluate().missing == both
        assert self.PROMPT.evaluate().reasons == (lacking(*both),)
        assert self.PROMPT.evaluate(benchmark=WorkingDays(1)).missing == both[:1]
        assert self.PROMPT.evaluate(start=self.START).missing == both[1:]

    def test_a_benchmark_of_the_text_is_used_unless_another_is_given(self) -> None:
        verdict = self.AT_ONCE.evaluate(start=self.START, end=self.START)
        assert verdict.reasons == (
            Reason.of(ReasonCode.BEFORE_DEADLINE, end=self.START, deadline=self.START),
        )
        assert verdict.deadline is not None
        assert verdict.deadline.limit == CalendarDays(0)
        assert self.AT_ONCE.evaluate(end=self.START).missing == (fact(self.AT_ONCE, "start"),)


def test_a_reading_of_the_document_is_told_with_the_verdict() -> None:
    verdict = PLAN.targets["water-connection"].evaluate(start=FRIDAY, end=NINTH, reading=Reading.BY_DATE)
    assert verdict.reading is Reading.BY_DATE
    assert verdict.alternatives == ((Reading.BY_COUNT, Status.MET),)
