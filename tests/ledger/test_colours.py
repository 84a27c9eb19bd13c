"""Colours: on time green, due soon or made good late yellow, overdue red, unknown grey."""

from __future__ import annotations

from datetime import date
from typing import Any

import attrs
import pytest

from tests.ledger.strategies import EMPTY
from tests.model.told import Refusal
from wushan_plan import CHINA, PLAN, CalendarDays, Status, WorkdayCalendar, WorkingDays
from wushan_plan.errors import DefinitionError
from wushan_plan.ledger import (
    Colour,
    ColourRule,
    Completion,
    Entry,
    Ledger,
    ProgressReport,
    Situation,
    TaskState,
)

DUE = date(2021, 12, 31)
RULE = ColourRule()
MILESTONE = "m01.2"
UNIT = next(task.unit.id for task in EMPTY.tasks if task.commitment.id == MILESTONE)


def colour(status: Status, as_of: date, **fields: Any) -> Colour:
    return RULE.colour(Situation(status, as_of, DUE, **fields), CHINA)


def milestone(day: date, *entries: Entry) -> TaskState:
    return EMPTY.with_entries(entries).as_of(day).task(MILESTONE)


def done(at: date, done_on: date) -> Completion:
    return Completion(commitment=MILESTONE, unit=UNIT, author="王", at=at, done_on=done_on, evidence="文件")


def not_done(at: date) -> ProgressReport:
    return ProgressReport(commitment=MILESTONE, unit=UNIT, author="王", at=at, facts={"done": False})


@pytest.mark.parametrize(
    ("status", "as_of", "made_good", "expected"),
    [
        (Status.MET, date(2021, 9, 1), False, Colour.GREEN),
        (Status.MET, date(2022, 3, 1), False, Colour.GREEN),
        (Status.PENDING, date(2021, 9, 1), False, Colour.GREEN),
        (Status.PENDING, date(2021, 12, 31), False, Colour.YELLOW),
        (Status.UNKNOWN, date(2021, 9, 1), False, Colour.GREY),
        (Status.UNKNOWN, date(2021, 12, 31), False, Colour.YELLOW),
        (Status.UNKNOWN, date(2022, 1, 4), False, Colour.GREY),
        (Status.NOT_MET, date(2022, 1, 4), False, Colour.RED),
        (Status.NOT_MET, date(2022, 1, 4), True, Colour.YELLOW),
        (Status.EXCUSED, date(2022, 1, 4), False, Colour.YELLOW),
        (Status.NOT_APPLICABLE, date(2022, 1, 4), False, Colour.GREY),
    ],
)
def test_the_table_of_the_rule(status: Status, as_of: date, made_good: bool, expected: Colour) -> None:
    assert colour(status, as_of, made_good=made_good) is expected


def test_due_soon_begins_on_the_tenth_working_day_before_the_last_one() -> None:
    begins = CHINA.nth_workday_before(DUE, 10)
    assert CHINA.workdays_between(begins, DUE) == 10
    assert colour(Status.PENDING, begins) is Colour.YELLOW
    assert colour(Status.PENDING, CHINA.nth_workday_before(DUE, 11)) is Colour.GREEN


def test_stale_begins_after_the_threshold_in_working_days() -> None:
    stood = date(2021, 9, 1)
    last = CHINA.nth_workday_after(stood, 22)

    def stale(as_of: date) -> bool:
        return RULE.is_stale(Situation(Status.PENDING, as_of, DUE, stood_on=stood), CHINA)

    assert not stale(last)
    assert stale(CHINA.nth_workday_after(stood, 23))


def test_what_is_done_is_never_stale() -> None:
    state = milestone(date(2022, 3, 1), done(date(2021, 10, 8), date(2021, 9, 28)))
    assert (state.colour, state.is_stale) == (Colour.GREEN, False)


def test_what_goes_on_is_stale_when_nobody_reports() -> None:
    assert not milestone(date(2021, 9, 30), not_done(date(2021, 9, 1))).is_stale
    assert milestone(date(2021, 12, 1), not_done(date(2021, 9, 1))).is_stale


def test_done_after_its_day_is_made_good_late() -> None:
    state = milestone(date(2022, 3, 1), done(date(2022, 2, 8), date(2022, 2, 7)))
    assert (state.status, state.made_good, state.colour) == (Status.NOT_MET, True, Colour.YELLOW)


def test_not_done_after_its_day_is_overdue() -> None:
    state = milestone(date(2022, 3, 1), not_done(date(2022, 2, 8)))
    assert (state.status, state.is_overdue, state.colour) == (Status.NOT_MET, True, Colour.RED)


def test_another_threshold_gives_another_colour() -> None:
    rule = ColourRule(soon=WorkingDays(80))
    ledger = attrs.evolve(EMPTY.with_entries([not_done(date(2021, 9, 1))]), rule=rule)
    assert ledger.as_of(date(2021, 9, 10)).task(MILESTONE).colour is Colour.YELLOW


def test_the_silent_can_be_named_as_laggards() -> None:
    ledger = Ledger.from_plan(PLAN, rule=ColourRule(silent=Colour.RED))
    assert ledger.as_of(date(2022, 1, 4)).whole.colour is Colour.RED


def test_a_rule_of_one_s_own_can_take_its_place() -> None:
    @attrs.frozen
    class AllRed:
        def colour(self, situation: Situation, calendar: WorkdayCalendar) -> Colour:
            return Colour.RED

        def is_stale(self, situation: Situation, calendar: WorkdayCalendar) -> bool:
            return True

    whole = Ledger.from_plan(PLAN, rule=AllRed()).as_of(date(2021, 9, 1)).whole
    assert whole.colours[Colour.RED] == len(whole.stale) == len(whole.tasks)


def test_the_last_day_itself_is_due_soon() -> None:
    assert colour(Status.UNKNOWN, DUE) is Colour.YELLOW
    assert colour(Status.PENDING, DUE) is Colour.YELLOW


def test_the_day_after_the_last_one_the_silent_are_grey() -> None:
    assert colour(Status.UNKNOWN, date(2022, 1, 1)) is Colour.GREY


def test_only_what_is_not_known_is_silent() -> None:
    rule = ColourRule(silent=Colour.RED)
    after = date(2022, 1, 1)
    assert rule.colour(Situation(Status.UNKNOWN, after, DUE), CHINA) is Colour.RED
    assert rule.colour(Situation(Status.PENDING, after, DUE), CHINA) is Colour.GREEN


def test_what_is_known_to_be_open_after_its_day_is_green() -> None:
    assert colour(Status.PENDING, date(2022, 1, 1)) is Colour.GREEN


def test_a_threshold_of_no_day_waits_for_the_last_day() -> None:
    rule = ColourRule(soon=WorkingDays(0), stale_after=WorkingDays(0))
    day_before = CHINA.nth_workday_before(DUE, 1)
    assert rule.colour(Situation(Status.PENDING, DUE, DUE), CHINA) is Colour.YELLOW
    assert rule.colour(Situation(Status.PENDING, day_before, DUE), CHINA) is Colour.GREEN
    stood = date(2021, 9, 1)
    assert not rule.is_stale(Situation(Status.PENDING, stood, DUE, stood_on=stood), CHINA)
    assert rule.is_stale(Situation(Status.PENDING, date(2021, 9, 2), DUE, stood_on=stood), CHINA)


def test_nothing_reported_is_not_stale() -> None:
    assert not RULE.is_stale(Situation(Status.UNKNOWN, date(2022, 3, 1), DUE), CHINA)


def no_threshold(value: object, name: str) -> Refusal:
    where = f"ColourRule({name}=…)"
    return Refusal(DefinitionError, value, where, "a number of working days, 0 or more", "WorkingDays(n)")


@pytest.mark.parametrize("days", [WorkingDays(-1), CalendarDays(10), 10])
def test_a_threshold_is_a_number_of_working_days(days: Any) -> None:
    no_threshold(days, "soon").is_met_by(lambda: ColourRule(soon=days))
    no_threshold(days, "stale_after").is_met_by(lambda: ColourRule(stale_after=days))
