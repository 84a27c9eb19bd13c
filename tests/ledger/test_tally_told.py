"""Tallies worked out by hand: counts, sums, rates, means, and the one status they amount to."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from tests.evaluation.small_plan import commitment_of
from tests.ledger.small_ledger import FLOOR, LIMIT, MILESTONE
from tests.ledger.tables import every
from tests.model.told import Refusal
from wushan_plan import CalendarDays, JudgedCase, Status, WorkingDays, scorecard
from wushan_plan.errors import EntryError
from wushan_plan.ledger import Tally
from wushan_plan.ledger.tally import WORST_FIRST
from wushan_plan.model.criteria import Event, MeanTimeLimit, TimeLimit
from wushan_plan.model.readings import Reading

FILED, DONE = Event("受理", "acceptance"), Event("办结", "completion")
MEAN = commitment_of(MeanTimeLimit(CalendarDays(5), FILED, DONE))
WORKING = commitment_of(TimeLimit(WorkingDays(3), FILED, DONE, Reading.BY_COUNT))
AS_OF = date(2021, 9, 30)


def counted(**counts: int) -> Tally:
    """A tally of so many cases by status."""
    return Tally(counts={Status[name]: number for name, number in counts.items()})


class TestScorecards:
    """A tally says of a scorecard what adds up."""

    def test_every_number_is_the_scorecard_s(self) -> None:
        in_time = WORKING.evaluate(start=date(2021, 9, 6), end=date(2021, 9, 8), as_of=AS_OF)  # 2 days
        too_late = WORKING.evaluate(start=date(2021, 9, 6), end=date(2021, 9, 13), as_of=AS_OF)  # 5 days
        between = WORKING.evaluate(start=date(2021, 9, 7), end=date(2021, 9, 11), as_of=AS_OF)  # a Saturday
        still_open = WORKING.evaluate(start=date(2021, 9, 6), as_of=AS_OF)
        unread = JudgedCase("第3行", None, "日期有误")
        card = scorecard(WORKING, [in_time, too_late, between, still_open, unread])
        assert Tally.of(card) == Tally(
            counts={Status.MET: 2, Status.NOT_MET: 2, Status.UNKNOWN: 1},
            breaches=2,
            reading_dependent=card.reading_dependent,
            completed=3,
            total_elapsed=10,
            open_late=1,
            unit="working",
        )

    def test_calendar_days_are_said_to_be_such(self) -> None:
        card = scorecard(LIMIT, [LIMIT.evaluate(start=date(2021, 9, 1), end=date(2021, 9, 2), as_of=AS_OF)])
        assert (Tally.of(card).unit, Tally.of(card).total_elapsed) == ("calendar", 1)

    def test_of_no_case_there_is_no_type_of_days(self) -> None:
        assert Tally.of(scorecard(LIMIT, [])) == Tally(counts={})
        assert Tally(counts={}).unit == ""

    def test_a_case_whose_status_hangs_on_the_reading_is_counted(self) -> None:
        # The third working day is Friday 10 September; the case ends on the Saturday after it.
        verdict = WORKING.evaluate(start=date(2021, 9, 7), end=date(2021, 9, 11), as_of=AS_OF)
        assert Tally.of(scorecard(WORKING, [verdict])).reading_dependent == int(verdict.depends_on_reading)


class TestCounts:
    """Cases are counted by status; a status without cases is left out."""

    def test_statuses_stand_in_their_one_order_and_zeros_are_left_out(self) -> None:
        made = Tally(counts={Status.UNKNOWN: 3, Status.PENDING: 0, Status.MET: 2})
        assert made.counts == (("met", 2), ("unknown", 3))

    def test_statuses_may_be_named_and_given_in_pairs(self) -> None:
        assert Tally(counts=(("unknown", 3), ("met", 2))) == counted(MET=2, UNKNOWN=3)

    def test_each_status_has_its_number_of_cases(self) -> None:
        made = counted(MET=2, UNKNOWN=3)
        assert [made.count(one) for one in (Status.MET, Status.UNKNOWN, Status.EXCUSED)] == [2, 3, 0]
        assert (made.cases, Tally(counts={}).cases) == (5, 0)

    @every("counts", [{"kept": 1}, {"met": -1}, {"met": 2, "unknown": -1}, {"met": True}, {"met": 1.0}])
    def test_anything_else_is_refused(self, counts: Any) -> None:
        Refusal(
            EntryError, counts, "Tally(counts=…)", "no count is negative", "Tally.of(card)",
            "办件统计的件数有误",
        ).is_met_by(lambda: Tally(counts=counts))  # fmt: skip


class TestSums:
    """Tables add up number by number."""

    def test_each_number_is_the_sum(self) -> None:
        one = Tally(
            counts={Status.MET: 1, Status.NOT_MET: 2}, breaches=3, reading_dependent=4, completed=5,
            total_elapsed=6, open_late=7, unit="working",
        )  # fmt: skip
        other = Tally(
            counts={Status.MET: 10, Status.PENDING: 20}, breaches=30, reading_dependent=40, completed=50,
            total_elapsed=60, open_late=70, unit="working",
        )  # fmt: skip
        assert one + other == Tally(
            counts={Status.MET: 11, Status.NOT_MET: 2, Status.PENDING: 20},
            breaches=33,
            reading_dependent=44,
            completed=55,
            total_elapsed=66,
            open_late=77,
            unit="working",
        )

    @every("unit", ["working", "calendar", ""])
    def test_a_table_without_days_takes_those_of_the_other(self, unit: Any) -> None:
        given, bare = Tally(counts={}, unit=unit), Tally(counts={})
        assert given + bare == bare + given == given

    def test_working_days_and_calendar_days_are_refused(self) -> None:
        Refusal(
            EntryError, ("working", "calendar"), "Tally", "do not add up", "by the same commitment",
            "工作日与日不能相加",
        ).is_met_by(lambda: Tally(counts={}, unit="working") + Tally(counts={}, unit="calendar"))  # fmt: skip

    def test_only_tallies_add_up(self) -> None:
        other: Any = 1
        with pytest.raises(TypeError, match="unsupported operand"):
            counted(MET=1) + other


class TestRates:
    """Rates and means are exact, and not known where nothing is decided or done."""

    def test_the_rate_is_the_share_of_the_met_among_the_decided(self) -> None:
        made = counted(MET=4, NOT_MET=1, EXCUSED=2, PENDING=9, UNKNOWN=9, NOT_APPLICABLE=9)
        assert made.rate == Fraction(4, 7)
        assert counted(NOT_MET=1).rate == 0

    def test_where_nothing_is_decided_there_is_no_rate(self) -> None:
        assert counted(PENDING=9).rate is None

    def test_the_mean_is_exact(self) -> None:
        assert Tally(counts={}, completed=3, total_elapsed=10).mean == Fraction(10, 3)

    def test_where_nothing_is_completed_there_is_no_mean(self) -> None:
        assert Tally(counts={}, total_elapsed=10).mean is None


class TestStatus:
    """One status speaks for all cases."""

    @every("worst", range(len(WORST_FIRST)))
    def test_of_a_limit_on_every_case_it_is_the_worst_there_is(self, worst: int) -> None:
        made = Tally(counts=dict.fromkeys(WORST_FIRST[worst:], 1))
        assert made.status(LIMIT) is WORST_FIRST[worst]

    def test_the_worst_is_the_missed_then_the_unknown_the_pending_the_excused_and_the_met(self) -> None:
        assert [one.value for one in WORST_FIRST] == [
            "not-met", "unknown", "pending", "excused", "met", "not-applicable",
        ]  # fmt: skip

    @every(
        ("completed", "days", "status"),
        [(2, 9, Status.MET), (2, 10, Status.MET), (2, 11, Status.NOT_MET), (0, 0, Status.UNKNOWN)],
    )
    def test_of_a_mean_it_is_whether_the_mean_is_within_the_limit_the_limit_included(
        self, completed: int, days: int, status: Status
    ) -> None:
        made = Tally(counts={Status.NOT_MET: 1, Status.MET: 1}, completed=completed, total_elapsed=days)
        assert made.status(MEAN) is status

    def test_a_case_that_could_not_be_read_leaves_the_mean_open(self) -> None:
        made = Tally(counts={Status.UNKNOWN: 1}, completed=2, total_elapsed=2)
        assert made.status(MEAN) is Status.UNKNOWN

    def test_of_no_case_it_is_not_known(self) -> None:
        assert Tally(counts={}).status(LIMIT) is Status.UNKNOWN


class TestMadeGood:
    """Late cases are made good when every one of them has ended."""

    @every("late", [Status.NOT_MET, Status.EXCUSED])
    def test_late_cases_that_have_ended_are_made_good(self, late: Status) -> None:
        made = Tally(counts={late: 1, Status.MET: 3}).is_made_good(LIMIT)
        assert made is True

    def test_one_late_case_that_is_open_keeps_it_from_being_so(self) -> None:
        assert Tally(counts={Status.NOT_MET: 2}, open_late=1).is_made_good(LIMIT) is False

    def test_where_nothing_was_late_there_is_nothing_to_make_good(self) -> None:
        assert counted(MET=2).is_made_good(LIMIT) is False

    @every("commitment", [MEAN, FLOOR, MILESTONE])
    def test_only_a_limit_on_every_case_can_be_made_good(self, commitment: Any) -> None:
        assert counted(NOT_MET=1).is_made_good(commitment) is False
