"""What of the complete run fits into a minute; ``python -m tests.exhaustive`` for all of it."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.calendar.oracle import is_workday
from tests.exhaustive import limits, oracle, pairs
from tests.exhaustive.pairs import added
from wushan_plan import CHINA, PLAN, Commitment
from wushan_plan.model.criteria import TimeLimit

# A long holiday with make-up days on both sides, a February with its 29th, and the end of the calendar.
MONTHS = ((2021, 10), (2024, 2), (2026, 12))
# A limit reaches at most some weeks ahead; longer counts are sampled, up to the longest.
ONE_BY_ONE = (*range(1, 31), 60, 120, 250, 399, 400)


def test_the_notices_as_listed_and_another_project_agree_on_every_day() -> None:
    listed = oracle.worked_by_the_notices()
    assert [day for day in oracle.days() if (day in listed) is not is_workday(day)] == []
    assert len(oracle.days()) == 8401


@pytest.mark.slow
class TestEveryPair:
    """Whatever two days from 2004 to 2026 are taken, the calendar counts what a walk between them counts."""

    def test_as_columns(self) -> None:
        counts, wrong = added(pairs.between_columns(block) for block in pairs.blocks())
        assert wrong == []
        assert counts == {"pairs_by_columns": 8401**2}

    def test_one_by_one_near_each_other_and_to_every_month_end(self) -> None:
        ends = pairs.month_ends()
        counts, wrong = added(pairs.between_scalars(block, ends, near=40) for block in pairs.blocks())
        assert wrong == []
        assert counts["pairs_one_by_one"] > 2_900_000

    def test_n_days_after_and_before(self) -> None:
        _, wrong = added(pairs.steps(block, ONE_BY_ONE) for block in pairs.blocks())
        assert wrong == []

    def test_rolled_and_told_apart(self) -> None:
        _, wrong = added(pairs.single_days(block) for block in pairs.blocks())
        assert wrong == []

    def test_as_deadlines_of_every_limit(self) -> None:
        _, wrong = added(pairs.deadlines(block) for block in pairs.blocks())
        assert wrong == []


@pytest.mark.slow
class TestEveryCase:
    """A case comes to the same alone, in a table, in expressions and by a walk through its days."""

    @pytest.mark.parametrize("month", MONTHS, ids=lambda month: "{}-{:02}".format(*month))
    @pytest.mark.parametrize("commitment", limits.limits(), ids=lambda one: one.id)
    def test_of_a_limit(self, commitment: Commitment, month: tuple[int, int]) -> None:
        counts, wrong = limits.judged(commitment, month)
        assert wrong == []
        assert counts["answers_compared"] == 3 * counts["combinations"] > 50_000

    @pytest.mark.parametrize("month", MONTHS, ids=lambda month: "{}-{:02}".format(*month))
    @pytest.mark.parametrize("commitment", limits.means(), ids=lambda one: one.id)
    def test_of_a_mean(self, commitment: Commitment, month: tuple[int, int]) -> None:
        assert limits.averaged(commitment, month)[1] == []


def test_every_limit_and_every_limit_on_a_mean_is_among_them() -> None:
    assert [one.id for one in limits.limits() + limits.means()] == [
        "water-connection",
        "power-low-voltage",
        "gas-connection",
        "procurement-contract",
        "procurement-acceptance",
        "procurement-payment",
        "unemployment-subsidy",
        "unemployment-insurance",
        "power-10kv",
    ]


def test_the_cases_hold_every_kind_of_answer() -> None:
    seen = set()
    for name in ("water-connection", "procurement-contract"):
        for start in (dt.date(2021, 9, 17), dt.date(2026, 12, 10)):
            walk = limits.walk_of(PLAN.targets[name], start)
            for case in limits.cases(start, walk):
                for by_date in (False, True):
                    answer = oracle.judge(walk, case.end, case.as_of, by_date=by_date)
                    seen.add((answer.status, answer.depends))
    assert {status for status, _ in seen} == {
        "met",
        "not-met",
        "pending",
        "unknown",
        oracle.BACKWARDS,
        oracle.OUTSIDE,
    }
    assert {True, False} == {depends for _, depends in seen}


class TestPlantedFaults:
    """The comparison is not blind: a fault in what is compared is reported."""

    def test_a_day_off_too_many(self, monkeypatch: pytest.MonkeyPatch) -> None:
        block = range(6400, 6402)
        day = oracle.days()[6400]
        while not is_workday(day):
            day += dt.timedelta(1)
        monkeypatch.setattr(pairs, "CHINA", CHINA.with_office_days("trial", closed=[day]))
        assert pairs.between_columns(block)[1]
        assert pairs.between_scalars(block)[1]
        assert pairs.steps(block)[1]
        assert pairs.single_days(range(6400, 6410))[1]

    @pytest.mark.parametrize("name", ["water-connection", "procurement-contract", "procurement-payment"])
    def test_a_limit_that_is_one_day_longer(self, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
        def longer(commitment: Commitment, start: dt.date) -> oracle.Walk:
            assert isinstance(commitment.criterion, TimeLimit)
            limit = commitment.criterion.limit
            return oracle.Walk(start, limit.days + 1, working=type(limit).__name__ == "WorkingDays")

        monkeypatch.setattr(limits, "walk_of", longer)
        monkeypatch.setattr(limits, "starts", lambda month: [dt.date(2021, 9, 18), dt.date(2021, 9, 19)])
        wrong = limits.judged(PLAN.targets[name], (2021, 9))[1]
        assert {line.partition(",")[0].partition(" on ")[0] for line in wrong} == {
            "one by one",
            "arrays",
            "expressions",
        }
