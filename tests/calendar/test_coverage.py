"""Outside the published years nothing is guessed."""

from __future__ import annotations

import datetime as dt
import pickle
from collections.abc import Callable

import pytest

from wushan_plan import CHINA
from wushan_plan.errors import OutOfCoverageError, WushanPlanError

FIRST, LAST = CHINA.coverage
BEFORE = dt.date(2003, 12, 31)
AFTER = dt.date(2027, 1, 1)

QUESTIONS: dict[str, Callable[[dt.date], object]] = {
    "is_workday": CHINA.is_workday,
    "day": CHINA.day,
    "workdays_between, start": lambda day: CHINA.workdays_between(day, LAST),
    "workdays_between, end": lambda day: CHINA.workdays_between(FIRST, day),
    "nth_workday_after": lambda day: CHINA.nth_workday_after(day, 1),
    "nth_workday_before": lambda day: CHINA.nth_workday_before(day, 1),
    "roll_forward": CHINA.roll_forward,
    "roll_back": CHINA.roll_back,
}


@pytest.mark.parametrize("day", [BEFORE, AFTER, dt.date.min, dt.date.max], ids=str)
@pytest.mark.parametrize("question", QUESTIONS)
def test_no_question_is_answered_for_a_day_outside(question: str, day: dt.date) -> None:
    with pytest.raises(OutOfCoverageError) as caught:
        QUESTIONS[question](day)
    assert caught.value.value == str(day)


@pytest.mark.parametrize("day", [FIRST, LAST], ids=str)
def test_the_first_and_the_last_day_are_covered(day: dt.date) -> None:
    assert CHINA.day(day).date == day
    assert isinstance(CHINA.is_workday(day), bool)
    assert CHINA.workdays_between(day, day) == 0


def test_the_first_day_is_a_holiday_and_rolls_forward_but_not_back() -> None:
    assert CHINA.roll_forward(FIRST) == dt.date(2004, 1, 2)
    with pytest.raises(OutOfCoverageError, match=r"working day 1 before 2004-01-01"):
        CHINA.roll_back(FIRST)


def test_the_last_day_is_worked_and_has_no_working_day_after_it() -> None:
    assert CHINA.roll_forward(LAST) == CHINA.roll_back(LAST) == LAST
    with pytest.raises(OutOfCoverageError, match=r"working day 1 after 2026-12-31"):
        CHINA.nth_workday_after(LAST, 1)


def test_the_last_working_day_can_still_be_counted_to() -> None:
    # 2026-12-28 is a Monday; 29, 30 and 31 are working days.
    assert CHINA.nth_workday_after(dt.date(2026, 12, 28), 3) == LAST
    with pytest.raises(OutOfCoverageError, match=r"working day 4 after 2026-12-28"):
        CHINA.nth_workday_after(dt.date(2026, 12, 28), 4)


def test_the_first_working_day_can_still_be_counted_to() -> None:
    assert CHINA.nth_workday_before(dt.date(2004, 1, 5), 1) == dt.date(2004, 1, 2)
    with pytest.raises(OutOfCoverageError, match=r"working day 2 before 2004-01-05"):
        CHINA.nth_workday_before(dt.date(2004, 1, 5), 2)


def test_a_huge_count_leaves_coverage_too() -> None:
    with pytest.raises(OutOfCoverageError):
        CHINA.nth_workday_after(FIRST, 10**30)
    with pytest.raises(OutOfCoverageError):
        CHINA.nth_workday_before(LAST, 10**30)


class TestTheError:
    @pytest.fixture
    def error(self) -> OutOfCoverageError:
        with pytest.raises(OutOfCoverageError) as caught:
            CHINA.is_workday(AFTER)
        return caught.value

    def test_names_the_day_and_the_last_covered_day(self, error: OutOfCoverageError) -> None:
        assert "2027-01-01" in str(error)
        assert "2004-01-01 to 2026-12-31" in str(error)

    def test_says_no_more_of_a_day_asked_for_itself(self, error: OutOfCoverageError) -> None:
        assert error.rule == (
            "the calendar covers 2004-01-01 to 2026-12-31, as far as notices are published."
        )

    def test_names_the_two_ways_on(self, error: OutOfCoverageError) -> None:
        assert "CHINA.with_notice(" in error.remedy
        assert "CHINA.provisional(" in error.remedy

    def test_is_a_lookup_error_and_of_the_family(self, error: OutOfCoverageError) -> None:
        assert isinstance(error, LookupError)
        assert isinstance(error, WushanPlanError)

    def test_survives_pickling(self, error: OutOfCoverageError) -> None:
        again = pickle.loads(pickle.dumps(error))
        assert (type(again), str(again)) == (type(error), str(error))


@pytest.mark.parametrize("way_on", ["with_notice", "provisional"])
def test_the_ways_on_that_the_error_names_exist(way_on: str) -> None:
    assert callable(getattr(CHINA, way_on, None))
