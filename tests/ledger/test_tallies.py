"""Tallies: what a scorecard amounts to, small enough to add up."""

from __future__ import annotations

from datetime import date
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wushan_plan import PLAN, JudgedCase, Status, Verdict, scorecard
from wushan_plan.errors import EntryError
from wushan_plan.ledger import Tally
from wushan_plan.model.criteria import MeanTimeLimit, TimeLimit
from wushan_plan.model.readings import Reading
from wushan_plan.testing import spans

MEAN, WATER = PLAN.targets["power-10kv"], PLAN.targets["water-connection"]
AS_OF = date(2022, 1, 31)
cases = st.lists(spans(first=date(2021, 8, 1), last=date(2022, 1, 20), longest=90), max_size=8)


def judged(pairs: list[tuple[date, date]]) -> list[Verdict]:
    """Each case of the mean with its days counted, as case tables do it."""
    criterion = MEAN.criterion
    assert isinstance(criterion, MeanTimeLimit)
    counted = TimeLimit(criterion.limit, criterion.start, criterion.end, Reading.BY_COUNT)
    one = attrs.evolve(MEAN, criterion=counted)
    return [one.evaluate(start=start, end=end, as_of=AS_OF) for start, end in pairs]


class TestMeans:
    """The mean over tables put together is the verdict on all their cases at once."""

    @given(cases, cases)
    def test_two_tables_together_give_the_verdict_on_all_cases(
        self, one: list[tuple[date, date]], other: list[tuple[date, date]]
    ) -> None:
        together = Tally.of(scorecard(MEAN, judged(one))) + Tally.of(scorecard(MEAN, judged(other)))
        verdict = MEAN.evaluate(cases=one + other, as_of=AS_OF)
        assert together.status(MEAN) is verdict.status
        assert together.mean == verdict.measured


class TestSums:
    """Adding tables up loses no case, in whatever order."""

    @given(cases, cases)
    def test_the_sum_is_the_tally_of_all_cases(
        self, one: list[tuple[date, date]], other: list[tuple[date, date]]
    ) -> None:
        def tally(pairs: list[tuple[date, date]]) -> Tally:
            return Tally.of(scorecard(WATER, [WATER.evaluate(start=a, end=b, as_of=AS_OF) for a, b in pairs]))

        assert tally(one) + tally(other) == tally(other) + tally(one) == tally(one + other)
        assert tally(one + other).cases == len(one) + len(other)


def test_the_worst_case_speaks_for_a_limit_on_every_case() -> None:
    late = WATER.evaluate(start=date(2021, 9, 1), end=date(2021, 12, 1), as_of=AS_OF)
    met = WATER.evaluate(start=date(2021, 9, 1), end=date(2021, 9, 2), as_of=AS_OF)
    unread = JudgedCase("第3行", None, "日期有误")
    assert Tally.of(scorecard(WATER, [met])).status(WATER) is Status.MET
    assert Tally.of(scorecard(WATER, [met, unread])).status(WATER) is Status.UNKNOWN
    assert Tally.of(scorecard(WATER, [met, unread, late])).status(WATER) is Status.NOT_MET


def test_a_mean_with_a_case_that_could_not_be_read_is_unknown_as_the_judge_says() -> None:
    pairs = [(date(2021, 9, 1), date(2021, 9, 2))]
    card = scorecard(MEAN, [*judged(pairs), JudgedCase("第2行", None, "日期有误")])
    verdict = MEAN.evaluate(cases=pairs, unread_cases=1, as_of=AS_OF)
    assert Tally.of(card).status(MEAN) is verdict.status is Status.UNKNOWN


def test_no_case_at_all_is_unknown() -> None:
    assert Tally(counts={}).status(WATER) is Tally(counts={}).status(MEAN) is Status.UNKNOWN


def test_late_cases_that_have_all_ended_are_made_good() -> None:
    late = WATER.evaluate(start=date(2021, 9, 1), end=date(2021, 12, 1), as_of=AS_OF)
    still = WATER.evaluate(start=date(2021, 9, 1), as_of=AS_OF)
    assert Tally.of(scorecard(WATER, [late])).is_made_good(WATER)
    assert not Tally.of(scorecard(WATER, [late, still])).is_made_good(WATER)


@pytest.mark.parametrize("counts", [{"met": -1}, {"kept": 1}, {"met": 1.5}])
def test_cases_are_counted_by_known_statuses(counts: Any) -> None:
    with pytest.raises(EntryError):
        Tally(counts=counts)


def test_working_days_and_calendar_days_do_not_add_up() -> None:
    with pytest.raises(EntryError):
        Tally(counts={}, unit="working") + Tally(counts={}, unit="calendar")
