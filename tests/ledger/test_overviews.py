"""Many tasks together, and how one task shows what it lacks: worked out on an invented plan."""

from __future__ import annotations

from datetime import date
from typing import Any

import attrs

from tests.evaluation.small_plan import commitment_of
from tests.ledger.small_ledger import AFTER, FLOOR, LIMIT, MILESTONE, OCTOBER, on, report, table, task
from tests.ledger.tables import every
from wushan_plan import Reading, Status, WorkingDays
from wushan_plan.ledger import (
    Colour,
    CommitmentState,
    DeviationReason,
    Evidence,
    Overview,
    TaskState,
)
from wushan_plan.model.criteria import Event, TimeLimit

DAY = on(9, 30)
WORKING = commitment_of(
    TimeLimit(WorkingDays(3), Event("受理", "acceptance"), Event("办结", "completion"), Reading.BY_COUNT)
)
UNKNOWN = task(FLOOR, DAY)
PENDING = task(FLOOR, DAY, report(DAY, items=3))
MET = task(FLOOR, DAY, report(DAY, items=8))
MISSED = task(FLOOR, AFTER, report(OCTOBER, items=3))
EVERY = (MET, UNKNOWN, MISSED, PENDING, MET)


def overview(*tasks: TaskState) -> Overview:
    return Overview("1.1", tasks)


class TestOverviews:
    """An overview counts the tasks, and the worst speaks for all."""

    def test_every_status_is_counted(self) -> None:
        assert overview(*EVERY).statuses == {
            Status.MET: 2,
            Status.NOT_MET: 1,
            Status.EXCUSED: 0,
            Status.PENDING: 1,
            Status.UNKNOWN: 1,
            Status.NOT_APPLICABLE: 0,
        }

    def test_every_colour_is_counted_the_worst_first(self) -> None:
        counted = [(colour.value, number) for colour, number in overview(*EVERY).colours.items()]
        assert counted == [("red", 1), ("yellow", 0), ("grey", 1), ("green", 3)]

    @every(
        ("tasks", "status", "colour"),
        [
            ((MET, MET), Status.MET, Colour.GREEN),
            ((MET, PENDING), Status.PENDING, Colour.GREEN),
            ((PENDING, UNKNOWN), Status.UNKNOWN, Colour.GREY),
            ((UNKNOWN, MISSED), Status.NOT_MET, Colour.RED),
            ((), Status.UNKNOWN, Colour.GREY),
        ],
    )
    def test_the_worst_speaks_for_all(
        self, tasks: tuple[TaskState, ...], status: Status, colour: Colour
    ) -> None:
        assert (overview(*tasks).status, overview(*tasks).colour) == (status, colour)

    def test_it_says_how_many_have_which_colour(self) -> None:
        assert repr(overview(*EVERY)) == "<Overview 1.1: 5 tasks: 1 red, 1 grey, 3 green>"
        assert repr(overview()) == "<Overview 1.1: 0 tasks>"

    def test_the_tasks_of_a_colour_stand_in_order(self) -> None:
        assert overview(*EVERY).of_colour(Colour.GREEN) == (MET, PENDING, MET)

    def test_those_that_cannot_be_judged_are_missing(self) -> None:
        assert overview(*EVERY).missing == (UNKNOWN,)

    def test_those_reported_on_too_long_ago_are_stale(self) -> None:
        stale = task(FLOOR, DAY, report(on(8, 2), items=3))
        assert overview(PENDING, stale).stale == (stale,)

    def test_contradictions_of_all_tasks_are_its_conflicts(self) -> None:
        torn = task(FLOOR, DAY, report(DAY, items=3), report(DAY, author="李", items=4))
        assert overview(PENDING, torn, torn).conflicts == torn.conflicts * 2
        assert len(torn.conflicts) == 1

    def test_a_recorded_reason_counts_among_the_excused_whether_it_counts_or_not(self) -> None:
        cited: dict[str, Any] = {"commitment": "m01.1", "unit": "a", "author": "王", "at": DAY}
        given = task(FLOOR, DAY, DeviationReason(**cited, reason="供应商更名"))
        assert overview(PENDING, given).excused == (given,)

    def test_those_another_reading_would_judge_otherwise_are_undecided(self) -> None:
        # The third working day is Friday 10 September; the case ends on the Saturday after it.
        by_facts = task(WORKING, DAY, report(DAY, start=on(9, 7), end=on(9, 11)))
        by_cases = task(LIMIT, DAY, table(DAY, met=1))
        assert by_cases.tally is not None
        counted = attrs.evolve(by_cases, tally=attrs.evolve(by_cases.tally, reading_dependent=1))
        assert overview(by_facts, by_cases, counted, PENDING).undecided == (by_facts, counted)


class TestTasks:
    """A task shows whose it is, what it lacks, and whether its day has passed."""

    def test_it_says_its_status_and_colour(self) -> None:
        assert repr(MISSED) == "<TaskState m01.1 2021-11-08: not-met, red>"
        assert repr(attrs.evolve(MISSED, unit="a")) == "<TaskState m01.1 a 2021-11-08: not-met, red>"

    def test_what_is_missing_is_named_only_where_the_task_is_unknown(self) -> None:
        assert [fact.name for fact in UNKNOWN.missing] == ["items"]
        assert MET.missing == PENDING.missing == ()
        assert task(LIMIT, DAY, table(DAY, met=1)).missing == ()
        assert attrs.evolve(UNKNOWN, verdict=None).missing == ()
        assert attrs.evolve(UNKNOWN, status=Status.MET).missing == ()

    @every(
        ("day", "status", "overdue"),
        [
            (OCTOBER, Status.PENDING, False),
            (on(11, 1), Status.PENDING, True),
            (on(11, 1), Status.UNKNOWN, True),
            (on(11, 1), Status.NOT_MET, True),
            (on(11, 1), Status.MET, False),
            (on(11, 1), Status.EXCUSED, False),
            (on(11, 1), Status.NOT_APPLICABLE, False),
        ],
    )
    def test_it_is_overdue_after_its_last_day_where_it_is_not_known_to_be_kept(
        self, day: date, status: Status, overdue: bool
    ) -> None:
        assert attrs.evolve(UNKNOWN, as_of=day, status=status).is_overdue is overdue

    def test_the_worst_of_its_tasks_speaks_for_a_commitment(self) -> None:
        found = CommitmentState((MET, UNKNOWN, PENDING), ())
        assert found.status is Status.UNKNOWN
        assert repr(found) == "<CommitmentState m01.1 2021-09-30: unknown>"

    def test_evidence_alone_leaves_a_milestone_unknown(self) -> None:
        cited: dict[str, Any] = {"commitment": "m01.1", "unit": "a", "author": "王", "at": DAY}
        assert task(MILESTONE, DAY, Evidence(**cited, reference="纪要")).status is not Status.MET
