"""From verdicts to a scorecard, number by number (汇总)."""

from __future__ import annotations

from datetime import date

import attrs
import pytest

from tests.evaluation.small_plan import IN_PRINCIPLE, commitment_of
from tests.evaluation.told import refusal
from wushan_plan import (
    CHINA,
    PLAN,
    CalendarDays,
    JudgedCase,
    Reading,
    Status,
    Verdict,
    WorkingDays,
    scorecard,
)
from wushan_plan.model.criteria import Ceiling, Event, Quantity, TimeLimit
from wushan_plan.model.scorecard import Scorecard

FILED, DONE = Event("受理", "acceptance"), Event("办结", "completion")
LIMIT = TimeLimit(WorkingDays(9), FILED, DONE, Reading.BY_COUNT)
LIMITED = commitment_of(LIMIT)
EXCUSABLE = commitment_of(LIMIT, exceptions=(IN_PRINCIPLE,))
COUNTED = commitment_of(Ceiling(Quantity("things", "事项", "things", "项"), 3))
START, AS_OF = date(2021, 8, 2), date(2021, 12, 31)


def after(days: int, *, excuse: str | None = None, as_of: date | None = AS_OF) -> Verdict:
    """The verdict on a case that took so many working days."""
    end = CHINA.nth_workday_after(START, days)
    return EXCUSABLE.evaluate(start=START, end=end, excuse=excuse, as_of=as_of)


def open_for(days: int) -> Verdict:
    """The verdict on a case that has been open for so many working days on the day of judgement."""
    return EXCUSABLE.evaluate(start=CHINA.nth_workday_before(AS_OF, days), as_of=AS_OF)


def card(*judged: JudgedCase | Verdict, worst: int = 10) -> Scorecard:
    return scorecard(EXCUSABLE, judged, worst=worst)


class TestCounts:
    """Every case is counted once, by its status."""

    JUDGED = (
        after(9),
        after(12),
        after(11, excuse="依规"),
        open_for(20),
        open_for(3),
        EXCUSABLE.evaluate(as_of=AS_OF),
        JudgedCase("第七行", None, "读不出"),
        after(4),
    )

    def test_of_each_status(self) -> None:
        found = card(*self.JUDGED)
        assert found.cases == 8
        assert found.counts == (
            (Status.MET, 2),
            (Status.NOT_MET, 2),
            (Status.EXCUSED, 1),
            (Status.PENDING, 1),
            (Status.NOT_APPLICABLE, 0),
            (Status.UNKNOWN, 2),
        )

    def test_of_breaches_late_and_completed_cases(self) -> None:
        found = card(*self.JUDGED)
        assert (found.breaches, found.completed, found.late) == (2, 4, 2)
        assert (found.total_elapsed, found.unit) == (9 + 12 + 11 + 4, WorkingDays)
        assert found.commitment is EXCUSABLE

    def test_of_unread_cases_in_their_order(self) -> None:
        unknown = self.JUDGED[5]
        assert isinstance(unknown, Verdict)
        assert card(*self.JUDGED).unread == (JudgedCase("6", unknown), self.JUDGED[6])

    def test_of_none(self) -> None:
        found = card()
        assert (found.cases, found.completed, found.total_elapsed, found.late) == (0, 0, 0, 0)
        assert (found.breaches, found.reading_dependent) == (0, 0)
        assert (found.unit, found.as_of, found.worst, found.overdue, found.unread) == (None, None, (), (), ())

    def test_of_cases_whose_status_depends_on_the_reading(self) -> None:
        rest_day = EXCUSABLE.evaluate(start=date(2021, 9, 7), end=date(2021, 9, 19))
        found = card(rest_day, after(9), rest_day)
        assert (found.reading_dependent, found.completed) == (2, 3)

    def test_of_days_in_the_unit_of_the_limit(self) -> None:
        calendar = commitment_of(TimeLimit(CalendarDays(20), FILED, DONE, Reading.BY_DATE))
        verdict = calendar.evaluate(start=START, end=START)
        assert scorecard(calendar, [verdict]).unit is CalendarDays

    def test_of_what_has_no_days(self) -> None:
        found = scorecard(COUNTED, [COUNTED.evaluate(things=4), COUNTED.evaluate(things=3)])
        assert (found.cases, found.breaches, found.completed, found.unit) == (2, 1, 0, None)
        assert found.worst == ()

    def test_a_case_without_days_does_not_hide_the_next(self) -> None:
        found = card(JudgedCase("一", None), EXCUSABLE.evaluate(as_of=AS_OF), open_for(1), after(9))
        assert (found.cases, found.completed, found.total_elapsed) == (4, 1, 9)


class TestLists:
    """The worst completed cases, and every open one past its day, worst first."""

    def test_the_worst_first_and_the_earlier_of_two_alike(self) -> None:
        cases = [JudgedCase(str(days), after(days)) for days in (12, 10, 15, 9, 11)]
        again = JudgedCase("12 again", after(12))
        found = card(*cases, again).worst
        assert [case.key for case in found] == ["15", "12", "12 again", "11", "10"]

    @pytest.mark.parametrize(
        ("worst", "kept"), [(3, ["15", "13", "12"]), (2, ["15", "13"]), (1, ["15"]), (0, []), (-1, [])]
    )
    def test_as_many_of_the_worst_as_asked_for(self, worst: int, kept: list[str]) -> None:
        cases = [JudgedCase(str(days), after(days)) for days in (12, 15, 10, 13, 11)]
        found = card(*cases, worst=worst)
        assert ([case.key for case in found.worst], found.late) == (kept, 5)

    def test_ten_of_them_by_default(self) -> None:
        assert len(scorecard(EXCUSABLE, [after(12)] * 11).worst) == 10

    def test_of_two_cases_over_alike_the_longer_is_worse(self) -> None:
        prompt = commitment_of(TimeLimit(WorkingDays(9), FILED, DONE, Reading.BY_DATE))
        late = prompt.evaluate(start=date(2021, 9, 7), end=date(2021, 9, 19))  # over by a rest day alone
        stopped = (date(2021, 9, 8), date(2021, 9, 8))
        shorter = commitment_of(TimeLimit(WorkingDays(8), FILED, DONE, Reading.BY_DATE)).evaluate(
            start=date(2021, 9, 7), end=date(2021, 9, 19), suspended=[stopped]
        )
        found = scorecard(prompt, [JudgedCase("shorter", shorter), JudgedCase("longer", late)])
        assert [(case.key, case.overdue, case.elapsed) for case in found.worst] == [
            ("longer", 0, 9),
            ("shorter", 0, 8),
        ]

    def test_excused_cases_are_among_the_worst(self) -> None:
        found = card(after(12, excuse="依规"))
        assert (found.late, len(found.worst), found.breaches) == (1, 1, 0)

    def test_open_cases_past_their_day_worst_first(self) -> None:
        found = card(open_for(11), open_for(2), open_for(20), after(12))
        assert [case.key for case in found.overdue] == ["3", "1"]
        assert [case.key for case in found.worst] == ["4"]

    def test_cases_are_numbered_from_one_unless_they_have_a_key(self) -> None:
        found = card(after(12), JudgedCase("办件乙", after(11)), after(10))
        assert [case.key for case in found.worst] == ["1", "办件乙", "3"]


class TestDayOfJudgement:
    """A scorecard has a day of judgement where all its cases share one."""

    def test_shared(self) -> None:
        assert card(after(9), JudgedCase("一", None), after(10)).as_of == AS_OF

    def test_not_shared(self) -> None:
        assert card(after(9), after(9, as_of=date(2021, 12, 30))).as_of is None
        assert card(after(9), after(9, as_of=None)).as_of is None


class TestVoice:
    """A scorecard is told by the voice of the plan, or by the one given."""

    def test_of_the_plan(self) -> None:
        assert EXCUSABLE.plan is not None
        assert card().voice is EXCUSABLE.plan.judge.voice
        assert card().voice is not None

    def test_of_no_plan_is_none(self) -> None:
        assert scorecard(attrs.evolve(EXCUSABLE, plan=None), []).voice is None

    def test_given(self) -> None:
        given = LIMITED.plan.judge.voice if LIMITED.plan else None
        found = scorecard(EXCUSABLE, [], voice=given)
        assert found.voice is given


class TestRefusals:
    """A scorecard takes verdicts on its own commitment, and names the case it does not take."""

    def test_of_what_is_no_verdict(self) -> None:
        def made() -> object:
            return scorecard(EXCUSABLE, [after(9), Status.MET])  # type: ignore[list-item]  # refused

        assert refusal(made) == (
            Status.MET,
            "a scorecard is made of verdicts.",
            "scorecard, case 2",
            "Give what evaluate(…) returned, or JudgedCase(key, verdict).",
            "",
        )

    def test_of_a_verdict_on_another_commitment(self) -> None:
        water = PLAN.targets["water-connection"].evaluate()
        for case, key in ((water, "2"), (JudgedCase("办件乙", water), "办件乙")):

            def made(case: JudgedCase | Verdict = case) -> object:
                return scorecard(EXCUSABLE, [after(9), case])

            assert refusal(made) == (
                "water-connection",
                "a scorecard of m01.1 takes verdicts on it alone.",
                f"scorecard, case {key}",
                "Make one scorecard for each commitment.",
                "",
            )
