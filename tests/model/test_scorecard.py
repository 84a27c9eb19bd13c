"""Scorecards: what follows from the numbers they hold (记分卡)."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from tests.model.small_plan import DAY, LAST, NotedVoice, commitment
from tests.model.told import Refusal
from wushan_plan.errors import DefinitionError
from wushan_plan.model.modality import Status
from wushan_plan.model.periods import CalendarDays, WorkingDays
from wushan_plan.model.scorecard import JudgedCase, Scorecard
from wushan_plan.model.verdict import Verdict


def card(
    counts: dict[Status, int] | None = None, *, completed: int = 0, total_elapsed: int = 0, **more: Any
) -> Scorecard:
    counts = counts or {}
    return Scorecard(
        commitment=commitment(),
        as_of=LAST,
        cases=sum(counts.values()),
        counts=tuple(counts.items()),
        breaches=0,
        reading_dependent=0,
        completed=completed,
        total_elapsed=total_elapsed,
        unit=WorkingDays,
        late=0,
        worst=(),
        overdue=(),
        unread=(),
        **more,
    )


def case(status: Status = Status.MET, *, end: date | None = None, **attributes: Any) -> JudgedCase:
    return JudgedCase("第2行", Verdict(commitment(), status, LAST, (), (("end", end),), **attributes))


class TestCase:
    """A judged case gives its numbers; what is not known is 0 days, and a case not read is unknown."""

    @pytest.mark.parametrize("days", [WorkingDays, CalendarDays])
    def test_gives_status_and_days_of_its_verdict(self, days: type[WorkingDays]) -> None:
        judged = case(Status.NOT_MET, elapsed=days(12), overdue=days(3))
        assert (judged.status, judged.elapsed, judged.overdue) == (Status.NOT_MET, 12, 3)

    def test_without_days_has_none(self) -> None:
        assert (case().elapsed, case().overdue) == (0, 0)

    def test_not_read_is_unknown_and_has_no_days(self) -> None:
        unread = JudgedCase("第3行", None, "读不出")
        assert (unread.status, unread.elapsed, unread.overdue) == (Status.UNKNOWN, 0, 0)

    def test_is_open_while_its_verdict_has_no_end(self) -> None:
        assert case().is_open
        assert not case(end=DAY).is_open
        assert not JudgedCase("第3行", None, "读不出").is_open


class TestNumbers:
    """Share and mean are exact, and there are none of nothing."""

    MIXED = card(
        {
            Status.MET: 4,
            Status.NOT_MET: 1,
            Status.EXCUSED: 2,
            Status.PENDING: 8,
            Status.UNKNOWN: 16,
            Status.NOT_APPLICABLE: 32,
        },
        completed=7,
        total_elapsed=22,
    )

    def test_cases_are_counted_by_status(self) -> None:
        assert [self.MIXED.count(status) for status in (Status.MET, Status.UNKNOWN)] == [4, 16]

    def test_a_status_that_is_not_listed_has_no_cases(self) -> None:
        assert card({Status.MET: 1}).count(Status.EXCUSED) == 0

    def test_decided_are_those_met_not_met_and_excused(self) -> None:
        assert self.MIXED.decided == 7

    def test_the_rate_is_the_share_met_of_those_decided(self) -> None:
        assert self.MIXED.rate == Fraction(4, 7)
        assert card({Status.NOT_MET: 2}).rate == 0
        assert card({Status.PENDING: 2}).rate is None

    def test_the_mean_is_that_of_the_completed(self) -> None:
        assert self.MIXED.mean == Fraction(22, 7)
        assert card(completed=2).mean == 0
        assert card().mean is None


class TestShown:
    """A scorecard shows what it counts, and is explained by the voice it comes with."""

    def test_shows_the_statuses_that_occur(self) -> None:
        shown = card({Status.MET: 4, Status.NOT_MET: 0, Status.EXCUSED: 2})
        assert repr(shown) == "<Scorecard m01.1: 6 cases: 4 met, 2 excused>"
        assert repr(card()) == "<Scorecard m01.1: 0 cases>"

    def test_is_explained_in_chinese_unless_asked(self) -> None:
        voice = NotedVoice()
        spoken = card({Status.MET: 1}, voice=voice)
        assert spoken.displayer is voice
        assert spoken.explain() == str(spoken) == f"zh {spoken!r}"
        assert spoken.explain("en") == f"en {spoken!r}"

    def test_without_a_voice_is_not_explained(self) -> None:
        silent = card()
        assert silent.displayer is None
        Refusal(
            DefinitionError, "Scorecard", "Scorecard.explain", "needs a voice", "Take it from scorecard(…)"
        ).is_met_by(silent.explain)
