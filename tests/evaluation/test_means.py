"""Many cases against a mean, exactly (平均时限)."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wushan_plan import CHINA, PLAN, Reading, Status
from wushan_plan.errors import FactError
from wushan_plan.model.verdict import ReasonCode
from wushan_plan.testing import spans

POWER = PLAN.targets["power-10kv"]
START = date(2021, 8, 2)
AS_OF = date(2021, 12, 31)


def took(days: int) -> tuple[date, date]:
    """A case that took so many working days."""
    return (START, CHINA.nth_workday_after(START, days))


class TestMean:
    """The mean over completed cases is at most thirty working days; never rounded."""

    def test_of_exactly_thirty_is_met(self) -> None:
        verdict = POWER.evaluate(cases=[took(20), took(40)], as_of=AS_OF)
        assert (verdict.status, verdict.measured) == (Status.MET, Fraction(30))

    def test_that_would_round_down_to_thirty_is_not_met(self) -> None:
        verdict = POWER.evaluate(cases=[took(30)] * 199 + [took(31)], as_of=AS_OF)
        assert (verdict.status, verdict.measured) == (Status.NOT_MET, Fraction(6001, 200))

    def test_of_thirds_is_an_exact_fraction(self) -> None:
        verdict = POWER.evaluate(cases=[took(1), took(1), took(2)], as_of=AS_OF)
        assert verdict.measured == Fraction(4, 3)

    def test_is_met_although_one_case_took_longer(self) -> None:
        assert POWER.evaluate(cases=[took(60), took(10), took(10)], as_of=AS_OF).status is Status.MET

    def test_of_no_completed_case_is_unknown(self) -> None:
        for cases in ([], [(START, None)]):
            verdict = POWER.evaluate(cases=cases, as_of=AS_OF)
            assert verdict.status is Status.UNKNOWN
            assert [fact.name for fact in verdict.missing] == ["cases"]

    @given(st.lists(spans(first=START, last=AS_OF), min_size=1, max_size=8))
    def test_is_the_sum_of_days_over_the_number_of_cases(self, cases: list[tuple[date, date]]) -> None:
        verdict = POWER.evaluate(cases=cases, as_of=AS_OF)
        total = sum(CHINA.workdays_between(start, end) for start, end in cases)
        assert verdict.measured == Fraction(total, len(cases))
        assert (verdict.status is Status.MET) is (total <= 30 * len(cases))

    @given(st.permutations([took(1), took(5), took(60), (START, None)]))
    def test_does_not_depend_on_the_order_of_the_cases(self, cases: list[tuple[date, date | None]]) -> None:
        ordered = POWER.evaluate(cases=sorted(cases, key=str), as_of=AS_OF)
        assert POWER.evaluate(cases=cases, as_of=AS_OF).measured == ordered.measured


class TestOpenCases:
    """Completed cases count; open ones only under the other reading. Both are said."""

    def test_are_left_out_by_default(self) -> None:
        verdict = POWER.evaluate(cases=[took(10), (START, None)], as_of=AS_OF)
        assert (verdict.measured, verdict.reading) == (Fraction(10), Reading.COMPLETED_CASES)

    def test_enter_with_the_time_they_have_taken_so_far_under_the_other_reading(self) -> None:
        as_of = CHINA.nth_workday_after(START, 20)
        verdict = POWER.evaluate(
            cases=[took(10), (START, None)], as_of=as_of, reading=Reading.WITH_OPEN_CASES
        )
        assert verdict.measured == Fraction(15)

    def test_make_the_verdict_depend_on_the_reading(self) -> None:
        verdict = POWER.evaluate(cases=[took(10), (START, None)], as_of=AS_OF)
        assert verdict.depends_on_reading
        assert verdict.alternatives == ((Reading.WITH_OPEN_CASES, Status.NOT_MET),)

    def test_need_a_day_of_judgement_under_the_other_reading(self) -> None:
        verdict = POWER.evaluate(cases=[took(10), (START, None)], reading=Reading.WITH_OPEN_CASES)
        assert [fact.name for fact in verdict.missing] == ["as_of"]

    def test_that_end_after_the_day_of_judgement_are_open(self) -> None:
        as_of = CHINA.nth_workday_after(START, 20)
        verdict = POWER.evaluate(cases=[took(10), took(60)], as_of=as_of)
        assert verdict.measured == Fraction(10)
        assert verdict.outlook is not None
        assert verdict.outlook.remaining == 1

    def test_that_start_after_the_day_of_judgement_do_not_exist_yet(self) -> None:
        verdict = POWER.evaluate(cases=[took(10), (AS_OF + timedelta(days=3), None)], as_of=AS_OF)
        assert verdict.outlook is None


class TestOutlook:
    """On partial data: can the mean still be reached, and what would it take?"""

    def test_says_what_the_open_cases_may_take_on_average(self) -> None:
        as_of = CHINA.nth_workday_after(START, 20)
        outlook = POWER.evaluate(cases=[took(10), (START, None), (START, None)], as_of=as_of).outlook
        assert outlook is not None
        assert (outlook.reachable, outlook.needed, outlook.remaining) == (True, Fraction(40), 2)

    def test_is_reachable_up_to_and_including_the_last_day_of_the_budget(self) -> None:
        cases = [took(20), (START, None)]
        for days, reachable in ((40, True), (41, False)):
            outlook = POWER.evaluate(cases=cases, as_of=CHINA.nth_workday_after(START, days)).outlook
            assert outlook is not None
            assert outlook.reachable is reachable

    def test_is_given_when_the_mean_is_missed_so_far(self) -> None:
        as_of = CHINA.nth_workday_after(START, 50)
        verdict = POWER.evaluate(cases=[took(40), (as_of, None)], as_of=as_of)
        assert verdict.status is Status.NOT_MET
        assert verdict.outlook is not None
        assert (verdict.outlook.reachable, verdict.outlook.needed) == (True, Fraction(20))

    def test_is_not_needed_without_open_cases(self) -> None:
        assert POWER.evaluate(cases=[took(10)], as_of=AS_OF).outlook is None


class TestPeriod:
    """Which cases are meant: those completed in the period, both ends included."""

    def test_leaves_out_cases_completed_outside_it(self) -> None:
        _, end = took(10)
        inside = POWER.evaluate(cases=[took(10), took(60)], period=(START, end), as_of=AS_OF)
        assert inside.measured == Fraction(10)

    def test_includes_both_its_ends(self) -> None:
        _, end = took(10)
        verdict = POWER.evaluate(cases=[took(10)], period=(end, end), as_of=AS_OF)
        assert verdict.measured == Fraction(10)

    def test_that_still_runs_is_pending_and_shows_how_it_stands(self) -> None:
        as_of = CHINA.nth_workday_after(START, 50)
        verdict = POWER.evaluate(cases=[took(40)], period=(START, AS_OF), as_of=as_of)
        assert (verdict.status, verdict.measured) == (Status.PENDING, Fraction(40))
        assert verdict.reasons[0].code is ReasonCode.SO_FAR

    def test_is_decided_on_its_last_day(self) -> None:
        verdict = POWER.evaluate(cases=[took(40)], period=(START, AS_OF), as_of=AS_OF)
        assert verdict.status is Status.NOT_MET

    def test_needs_a_day_of_judgement(self) -> None:
        verdict = POWER.evaluate(cases=[took(40)], period=(START, AS_OF))
        assert [fact.name for fact in verdict.missing] == ["as_of"]


class TestImpossibleCases:
    """A case that cannot be is refused with its row."""

    def test_a_case_that_ends_before_it_starts_is_named_by_its_row(self) -> None:
        with pytest.raises(FactError, match=r"cases, case 2: .*cannot end before it starts"):
            POWER.evaluate(cases=[took(1), (AS_OF, START)])

    @pytest.mark.parametrize("case", [(START,), (START, AS_OF, AS_OF), START])
    def test_a_case_is_a_pair(self, case: object) -> None:
        with pytest.raises(FactError, match=r"cases, case 1: .*pair of dates"):
            POWER.evaluate(cases=[case])

    def test_a_date_in_words_is_named_by_its_row(self) -> None:
        with pytest.raises(FactError, match="cases, case 1"):
            POWER.evaluate(cases=[("2021-08-02", None)])


class TestWhichCasesAreIn:
    """A period selects completed cases by their end; what began after it is no part of it."""

    def test_cases_that_began_after_the_period_are_left_out(self) -> None:
        verdict = PLAN.targets["power-10kv"].evaluate(
            cases=[(date(2021, 8, 2), date(2021, 8, 16)), (date(2021, 11, 16), None)],
            period=(date(2021, 8, 1), date(2021, 10, 31)),
            as_of=date(2021, 12, 31),
        )
        assert verdict.measured == 10
        assert verdict.outlook is None

    def test_without_a_period_the_verdict_says_that_every_case_is_in_it(self) -> None:
        verdict = PLAN.targets["power-10kv"].evaluate(cases=[(date(2021, 8, 2), date(2021, 8, 16))])
        assert "未限定统计期" in verdict.explain()

    def test_unread_cases_leave_the_mean_undecided(self) -> None:
        verdict = PLAN.targets["power-10kv"].evaluate(
            cases=[(date(2021, 8, 2), date(2021, 8, 16))], unread_cases=1
        )
        assert verdict.status is Status.UNKNOWN
        assert verdict.measured == 10
