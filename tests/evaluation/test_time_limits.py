"""One case against a time limit (时限)."""

from __future__ import annotations

from datetime import date

import pytest

from wushan_plan import PLAN, CalendarDays, Interval, Reading, Status, WorkingDays
from wushan_plan.errors import DateTypeError, FactError, OutOfCoverageError
from wushan_plan.model.verdict import ReasonCode

WATER = PLAN.targets["water-connection"]
CONTRACT = PLAN.targets["procurement-contract"]
ACCEPTANCE = PLAN.targets["procurement-acceptance"]
PAYMENT = PLAN.targets["procurement-payment"]
SUBSIDY = PLAN.targets["unemployment-subsidy"]

# Friday; the ninth working day after it is Tuesday 12 October: 26 September and 9 October are worked,
# 1 to 7 October are the National Day holiday.
START = date(2021, 9, 24)
NINTH = date(2021, 10, 12)
LATER = date(2021, 12, 31)


class TestWaterOverTheNationalDayHoliday:
    """Water applied for on Friday 24 September 2021; nine working days, seven days of holiday."""

    def test_is_due_on_12_october(self) -> None:
        assert WATER.deadline(START).date == NINTH

    def test_is_met_on_the_ninth_working_day(self) -> None:
        verdict = WATER.evaluate(start=START, end=NINTH, as_of=LATER)
        assert (verdict.status, verdict.elapsed, verdict.overdue) == (
            Status.MET,
            WorkingDays(9),
            WorkingDays(0),
        )

    def test_is_not_met_on_14_october_two_working_days_over(self) -> None:
        verdict = WATER.evaluate(start=START, end=date(2021, 10, 14), as_of=LATER)
        assert (verdict.status, verdict.elapsed, verdict.overdue) == (
            Status.NOT_MET,
            WorkingDays(11),
            WorkingDays(2),
        )

    def test_is_a_missed_target_and_no_breach_of_duty(self) -> None:
        assert not WATER.evaluate(start=START, end=date(2021, 10, 14)).is_breach

    def test_is_the_same_under_both_readings(self) -> None:
        assert not WATER.evaluate(start=START, end=date(2021, 10, 14)).depends_on_reading

    def test_carries_the_deadline_it_was_judged_by(self) -> None:
        verdict = WATER.evaluate(start=START, end=NINTH)
        assert verdict.deadline == WATER.deadline(START)

    def test_is_met_on_the_day_it_started_with_nothing_elapsed(self) -> None:
        verdict = WATER.evaluate(start=START, end=START)
        assert (verdict.status, verdict.elapsed) == (Status.MET, WorkingDays(0))


class TestARestDayAfterTheLastWorkingDay:
    """Water applied for on Tuesday 7 September; the ninth working day is Saturday 18, a make-up day."""

    start, last, rest_day = date(2021, 9, 7), date(2021, 9, 18), date(2021, 9, 19)

    def test_is_in_time_by_count_which_is_the_default_of_a_cap_on_duration(self) -> None:
        verdict = WATER.evaluate(start=self.start, end=self.rest_day)
        assert (verdict.status, verdict.reading) == (Status.MET, Reading.BY_COUNT)

    def test_is_late_by_date(self) -> None:
        verdict = WATER.evaluate(start=self.start, end=self.rest_day, reading=Reading.BY_DATE)
        assert (verdict.status, verdict.reading) == (Status.NOT_MET, Reading.BY_DATE)

    def test_is_no_working_day_over_the_limit(self) -> None:
        verdict = WATER.evaluate(start=self.start, end=self.rest_day, reading=Reading.BY_DATE)
        assert verdict.overdue == WorkingDays(0)

    def test_depends_on_the_reading_and_says_how(self) -> None:
        verdict = WATER.evaluate(start=self.start, end=self.rest_day)
        assert verdict.depends_on_reading
        assert verdict.alternatives == ((Reading.BY_DATE, Status.NOT_MET),)

    def test_is_on_the_make_up_day_itself_in_time_either_way(self) -> None:
        assert WATER.deadline(self.start).date == self.last
        assert not WATER.evaluate(start=self.start, end=self.last).depends_on_reading

    def test_is_late_by_default_where_the_text_sets_a_last_day(self) -> None:
        friday, saturday = date(2021, 11, 12), date(2021, 11, 13)
        verdict = ACCEPTANCE.evaluate(start=date(2021, 11, 3), end=saturday)
        assert ACCEPTANCE.deadline(date(2021, 11, 3)).date == friday
        assert (verdict.status, verdict.reading) == (Status.NOT_MET, Reading.BY_DATE)
        assert verdict.alternatives == ((Reading.BY_COUNT, Status.MET),)


class TestOneWorkingDay:
    """Unemployment benefits: at most one working day."""

    def test_a_friday_application_may_end_on_monday(self) -> None:
        assert SUBSIDY.evaluate(start=date(2021, 11, 5), end=date(2021, 11, 8)).status is Status.MET

    def test_a_friday_application_may_not_end_on_tuesday(self) -> None:
        assert SUBSIDY.evaluate(start=date(2021, 11, 5), end=date(2021, 11, 9)).status is Status.NOT_MET

    def test_a_weekend_application_counts_from_the_next_day_anyway(self) -> None:
        assert SUBSIDY.deadline(date(2021, 11, 6)).date == date(2021, 11, 8)


class TestCalendarDays:
    """A contract within twenty calendar days of the award notice; a rest day at the end rolls."""

    def test_ends_on_the_twentieth_day(self) -> None:
        deadline = CONTRACT.deadline(date(2021, 11, 10))
        assert (deadline.date, deadline.rolled_from) == (date(2021, 11, 30), None)

    def test_rolls_from_a_sunday_to_monday(self) -> None:
        deadline = CONTRACT.deadline(date(2021, 11, 1))
        assert (deadline.date, deadline.rolled_from) == (date(2021, 11, 22), date(2021, 11, 21))

    def test_rolls_over_a_whole_holiday(self) -> None:
        assert CONTRACT.deadline(date(2021, 9, 12)).date == date(2021, 10, 8)

    def test_does_not_roll_from_a_make_up_working_weekend(self) -> None:
        deadline = CONTRACT.deadline(date(2021, 9, 6))
        assert (deadline.date, deadline.rolled_from) == (date(2021, 9, 26), None)

    def test_is_met_on_the_day_it_rolled_to(self) -> None:
        verdict = CONTRACT.evaluate(start=date(2021, 11, 1), end=date(2021, 11, 22))
        assert (verdict.status, verdict.overdue) == (Status.MET, CalendarDays(0))

    def test_counts_its_delay_from_the_day_it_rolled_to(self) -> None:
        verdict = CONTRACT.evaluate(start=date(2021, 11, 1), end=date(2021, 11, 24))
        assert (verdict.status, verdict.overdue) == (Status.NOT_MET, CalendarDays(2))

    def test_is_breached_without_a_reason_and_excused_with_one(self) -> None:
        late = {"start": date(2021, 11, 1), "end": date(2021, 11, 24)}
        assert CONTRACT.evaluate(**late).is_breach  # type: ignore[arg-type]
        excused = CONTRACT.evaluate(excuse="质疑处理期间", **late)  # type: ignore[arg-type]
        assert (excused.status, excused.is_breach, excused.excuse) == (Status.EXCUSED, False, "质疑处理期间")


class TestTwoStartingEvents:
    """Payment: five working days from the later of invoice received and condition met."""

    def test_start_at_the_later_event_whichever_it_is(self) -> None:
        sooner, later = date(2021, 11, 1), date(2021, 11, 10)
        for invoice, condition in ((sooner, later), (later, sooner)):
            verdict = PAYMENT.evaluate(invoice=invoice, condition_met=condition, end=date(2021, 11, 17))
            assert verdict.status is Status.MET
            assert verdict.deadline is not None
            assert (verdict.deadline.start, verdict.deadline.date) == (later, date(2021, 11, 17))

    def test_say_which_event_started_the_clock(self) -> None:
        verdict = PAYMENT.evaluate(
            invoice=date(2021, 11, 1), condition_met=date(2021, 11, 10), end=date(2021, 11, 17)
        )
        assert verdict.reasons[0].code is ReasonCode.CLOCK_STARTS_LATER

    def test_are_unknown_while_one_of_them_is(self) -> None:
        verdict = PAYMENT.evaluate(invoice=date(2021, 11, 1), end=date(2021, 11, 3))
        assert verdict.status is Status.UNKNOWN
        assert [fact.name for fact in verdict.missing] == ["condition_met"]

    def test_may_be_given_as_one_start_already_worked_out(self) -> None:
        verdict = PAYMENT.evaluate(start=date(2021, 11, 10), end=date(2021, 11, 18))
        assert (verdict.status, verdict.overdue) == (Status.NOT_MET, WorkingDays(1))

    def test_must_agree_with_a_start_given_beside_them(self) -> None:
        with pytest.raises(FactError, match="start"):
            PAYMENT.evaluate(
                start=date(2021, 11, 15),
                invoice=date(2021, 11, 1),
                condition_met=date(2021, 11, 10),
                end=date(2021, 11, 18),
            )

    def test_a_payment_before_one_of_them_is_impossible_as_a_case(self) -> None:
        with pytest.raises(FactError, match="cannot end before it starts"):
            PAYMENT.evaluate(
                invoice=date(2021, 11, 1), condition_met=date(2021, 11, 10), end=date(2021, 11, 5)
            )


class TestDayOfJudgement:
    """Nothing reads today's date; what is dated after ``as_of`` has not happened yet."""

    def test_an_open_case_before_its_deadline_is_pending(self) -> None:
        verdict = WATER.evaluate(start=START, as_of=date(2021, 10, 11))
        assert (verdict.status, verdict.elapsed) == (Status.PENDING, WorkingDays(8))

    def test_an_open_case_is_still_pending_on_its_last_day(self) -> None:
        assert WATER.evaluate(start=START, as_of=NINTH).status is Status.PENDING

    def test_an_open_case_the_day_after_its_deadline_is_not_met(self) -> None:
        verdict = WATER.evaluate(start=START, as_of=date(2021, 10, 13))
        assert (verdict.status, verdict.overdue) == (Status.NOT_MET, WorkingDays(1))

    def test_an_open_case_without_a_day_of_judgement_is_unknown_and_asks_for_it(self) -> None:
        verdict = WATER.evaluate(start=START)
        assert verdict.status is Status.UNKNOWN
        assert [fact.name for fact in verdict.missing] == ["as_of"]

    def test_an_end_after_it_counts_as_open(self) -> None:
        verdict = WATER.evaluate(start=START, end=NINTH, as_of=date(2021, 9, 30))
        assert (verdict.status, verdict.elapsed) == (Status.PENDING, WorkingDays(5))
        assert verdict.reasons[0].code is ReasonCode.END_IS_LATER

    def test_an_end_on_it_has_happened(self) -> None:
        assert WATER.evaluate(start=START, end=NINTH, as_of=NINTH).status is Status.MET

    def test_a_finished_case_needs_none(self) -> None:
        assert WATER.evaluate(start=START, end=NINTH).status is Status.MET

    def test_a_case_that_has_not_begun_is_pending(self) -> None:
        verdict = WATER.evaluate(start=START, as_of=date(2021, 9, 1))
        assert (verdict.status, verdict.elapsed) == (Status.PENDING, None)

    def test_a_string_is_not_guessed_at(self) -> None:
        with pytest.raises(DateTypeError, match="as_of"):
            WATER.evaluate(start=START, end=NINTH, as_of="2021-12-31")  # type: ignore[arg-type]


class TestSuspension:
    """The clock does not stop unless the caller passes suspended intervals."""

    def test_moves_the_deadline_by_the_working_days_in_it(self) -> None:
        stopped = [(date(2021, 10, 8), date(2021, 10, 9))]
        assert WATER.deadline(START, suspended=stopped).date == date(2021, 10, 14)

    def test_turns_a_late_case_into_one_in_time(self) -> None:
        stopped = [Interval(date(2021, 10, 8), date(2021, 10, 9))]
        verdict = WATER.evaluate(start=START, end=date(2021, 10, 14), suspended=stopped)
        assert (verdict.status, verdict.elapsed) == (Status.MET, WorkingDays(9))

    def test_of_rest_days_changes_nothing(self) -> None:
        stopped = [(date(2021, 10, 1), date(2021, 10, 7))]
        assert WATER.deadline(START, suspended=stopped).date == NINTH

    def test_is_refused_if_it_ends_before_it_begins(self) -> None:
        with pytest.raises(FactError, match="suspended"):
            WATER.evaluate(start=START, suspended=[(date(2021, 10, 9), date(2021, 10, 8))])


class TestReadings:
    """One reading of each question; the readings a commitment knows, and no other."""

    def test_of_another_question_are_refused(self) -> None:
        with pytest.raises(FactError, match="not open to that reading"):
            WATER.evaluate(start=START, end=NINTH, reading=Reading.RECHECKS_APART)

    def test_that_exclude_each_other_are_refused(self) -> None:
        with pytest.raises(FactError, match="exclude each other"):
            WATER.evaluate(start=START, end=NINTH, reading=[Reading.BY_COUNT, Reading.BY_DATE])

    def test_that_are_asked_for_as_they_stand_by_default_change_nothing(self) -> None:
        by_default = WATER.evaluate(start=START, end=NINTH)
        assert WATER.evaluate(start=START, end=NINTH, reading=[Reading.BY_COUNT]) == by_default


class TestDeadlines:
    """The day it is due, for whatever has such a day."""

    def test_a_time_limit_needs_a_start(self) -> None:
        with pytest.raises(FactError, match="受理"):
            WATER.deadline()

    def test_a_fixed_date_is_a_sunday_and_does_not_roll(self) -> None:
        deadline = PLAN.targets["sichuan-chongqing-services"].deadline()
        assert (deadline.date, deadline.rolled_from) == (date(2021, 10, 31), None)

    def test_a_fixed_date_takes_no_start(self) -> None:
        with pytest.raises(FactError, match="fixed date"):
            PLAN.targets["cross-province-services"].deadline(START)

    def test_a_mean_has_no_deadline_and_says_what_it_asks_for(self) -> None:
        with pytest.raises(FactError, match="cases, period"):
            PLAN.targets["power-10kv"].deadline(START)

    def test_a_start_outside_the_published_calendar_is_refused(self) -> None:
        with pytest.raises(OutOfCoverageError):
            WATER.deadline(date(1999, 1, 4))

    def test_a_deadline_is_printed_as_its_date(self) -> None:
        assert str(WATER.deadline(START)) == "2021-10-12"
