"""Criteria with a clock: what they ask for and what they refuse (时限)."""

from __future__ import annotations

import pytest

from tests.model.told import Refusal
from wushan_plan.errors import DefinitionError
from wushan_plan.model.criteria import Event, MeanTimeLimit, Promptness, TimeLimit
from wushan_plan.model.facts import Fact, FactKind
from wushan_plan.model.periods import CalendarDays, Days, WorkingDays
from wushan_plan.model.readings import Reading

FILED, DONE = Event("受理", "acceptance"), Event("办结", "completion")
PAID = Event("缴费", "payment", name="paid")
SIGNED = Event("签约", "signature", name="signed")
START = Fact("start", "受理日期", "acceptance", FactKind.DATE)
END = Fact("end", "办结日期", "completion", FactKind.DATE, optional=True)


class TestTimeLimit:
    """A start is needed, an end is not: a case may be open."""

    def test_asks_for_start_and_end(self) -> None:
        assert TimeLimit(WorkingDays(9), FILED, DONE, Reading.BY_COUNT).facts == (START, END)

    def test_asks_for_several_starts_by_their_names(self) -> None:
        limit = TimeLimit(WorkingDays(9), (PAID, SIGNED), DONE, Reading.BY_COUNT)
        assert limit.facts == (
            Fact("paid", "缴费日期", "payment", FactKind.DATE),
            Fact("signed", "签约日期", "signature", FactKind.DATE),
            END,
        )

    def test_asks_for_a_single_start_as_such_whatever_its_name(self) -> None:
        limit = TimeLimit(WorkingDays(9), PAID, DONE, Reading.BY_COUNT)
        assert limit.start == (PAID,)
        assert limit.facts[0] == Fact("start", "缴费日期", "payment", FactKind.DATE)

    @pytest.mark.parametrize("reading", Reading.BY_COUNT.group)
    def test_is_read_by_count_or_by_date_its_own_first(self, reading: Reading) -> None:
        readings = TimeLimit(WorkingDays(9), FILED, DONE, reading).readings
        assert readings[0] is reading
        assert set(readings) == {Reading.BY_COUNT, Reading.BY_DATE}

    @pytest.mark.parametrize("reading", sorted(set(Reading) - set(Reading.BY_COUNT.group), key=str))
    def test_is_refused_under_a_reading_of_something_else(self, reading: Reading) -> None:
        Refusal(
            DefinitionError, reading, "TimeLimit(reading=…)", "by count or by date", "Use Reading.BY_COUNT"
        ).is_met_by(lambda: TimeLimit(WorkingDays(9), FILED, DONE, reading))

    @pytest.mark.parametrize("limit", [WorkingDays(-1), CalendarDays(-1)])
    def test_is_refused_for_fewer_than_no_days(self, limit: Days) -> None:
        Refusal(
            DefinitionError, limit, "TimeLimit(limit=…)", "0 days or more", "Give the number of days"
        ).is_met_by(lambda: TimeLimit(limit, FILED, DONE, Reading.BY_COUNT))

    def test_may_be_no_days_at_all(self) -> None:
        assert TimeLimit(CalendarDays(0), FILED, DONE, Reading.BY_COUNT).limit == CalendarDays(0)


class TestMeanTimeLimit:
    """Cases are needed; the period, and how many could not be read, are not."""

    def test_asks_for_the_cases(self) -> None:
        assert MeanTimeLimit(WorkingDays(30), FILED, DONE).facts == (
            Fact(
                "cases",
                "各办件（受理日期，办结日期）",
                "the cases (acceptance, completion)",
                FactKind.CASES,
            ),
            Fact("period", "统计期间", "period covered", FactKind.PERIOD, optional=True),
            Fact(
                "unread_cases",
                "读不出的办件数",
                "cases that could not be read",
                FactKind.COUNT,
                "件",
                optional=True,
            ),
        )


class TestPromptness:
    """A benchmark is needed where the text itself means none."""

    @staticmethod
    def benchmark(*, optional: bool) -> Fact:
        return Fact("benchmark", "外部时限", "external benchmark", FactKind.DURATION, optional=optional)

    def test_asks_for_start_end_and_benchmark(self) -> None:
        assert Promptness(FILED, DONE).facts == (START, END, self.benchmark(optional=False))

    def test_needs_no_benchmark_where_the_word_means_one(self) -> None:
        same_day = Promptness(FILED, DONE, CalendarDays(0))
        assert same_day.facts == (START, END, self.benchmark(optional=True))
