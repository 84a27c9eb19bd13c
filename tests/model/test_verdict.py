"""Deadlines and verdicts: what can be read off them without words (判定、截止日)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from tests.model.small_plan import DAY, LAST, NotedVoice, commitment
from tests.model.told import Refusal
from wushan_plan.errors import DefinitionError
from wushan_plan.model.modality import Modality, Status
from wushan_plan.model.periods import CalendarDays, WorkingDays
from wushan_plan.model.readings import Reading
from wushan_plan.model.verdict import Deadline, Reason, ReasonCode, Verdict


def verdict(status: Status = Status.MET, as_of: date | None = LAST, **attributes: Any) -> Verdict:
    return Verdict(attributes.pop("commitment", commitment()), status, as_of, (), **attributes)


class TestReason:
    """A reason is made with its values as keywords and the reasons it rests on in order."""

    def test_is_made_of_values_and_parts(self) -> None:
        first, second = Reason.of(ReasonCode.DONE, on=DAY), Reason.of(ReasonCode.NOT_DONE)
        whole = Reason.of(ReasonCode.PARTS, first, second, met=1, of=2)
        assert first == Reason(ReasonCode.DONE, (("on", DAY),), ())
        assert whole == Reason(ReasonCode.PARTS, (("met", 1), ("of", 2)), (first, second))


class TestShort:
    """A verdict shows what was judged, the answer, and day and days where there are any."""

    def test_with_day_and_days(self) -> None:
        judged = verdict(elapsed=WorkingDays(3))
        assert repr(judged) == "<Verdict m01.1: met, as of 2021-12-31, elapsed WorkingDays(days=3)>"

    def test_with_no_more_than_the_answer(self) -> None:
        assert repr(verdict(Status.UNKNOWN, None)) == "<Verdict m01.1: unknown>"

    def test_elapsed_days_of_none_are_shown(self) -> None:
        shown = repr(verdict(Status.PENDING, None, elapsed=CalendarDays(0)))
        assert shown == "<Verdict m01.1: pending, elapsed CalendarDays(days=0)>"

    def test_a_deadline_shows_whose_it_is_and_whether_it_is_settled(self) -> None:
        settled, open_ = Deadline(DAY, commitment()), Deadline(DAY, commitment(), provisional=True)
        assert (str(settled), repr(settled)) == ("2021-09-24", "<Deadline m01.1: 2021-09-24>")
        assert str(open_) == "2021-09-24（暂定）"


class TestReadOff:
    """What follows from a verdict's own values."""

    @pytest.mark.parametrize("modality", Modality)
    @pytest.mark.parametrize("status", Status)
    def test_a_breach_is_a_duty_not_met(self, status: Status, modality: Modality) -> None:
        judged = verdict(status, commitment=commitment(modality=modality))
        duties = {Modality.MUST, Modality.MUST_NOT, Modality.IN_PRINCIPLE}
        assert judged.is_breach == (status is Status.NOT_MET and modality in duties)
        assert judged.modality is modality

    @pytest.mark.parametrize(
        ("other", "depends"), [((), False), ((Status.MET,), False), ((Status.MET, Status.NOT_MET), True)]
    )
    def test_it_depends_on_its_reading_when_another_gives_another_status(
        self, other: tuple[Status, ...], depends: bool
    ) -> None:
        judged = verdict(alternatives=tuple((Reading.BY_DATE, one) for one in other))
        assert judged.depends_on_reading is depends


class TestEnded:
    """A case had ended when its end is known and no later than the day of judgement."""

    @pytest.mark.parametrize("as_of", [DAY, DAY + timedelta(1), None])
    def test_on_the_day_of_judgement_or_before(self, as_of: date | None) -> None:
        assert verdict(as_of=as_of, facts=(("end", DAY),)).ended == DAY

    @pytest.mark.parametrize("facts", [(), (("start", DAY),), (("end", None),), (("end", DAY),)])
    def test_otherwise_it_is_open(self, facts: tuple[tuple[str, object], ...]) -> None:
        assert verdict(as_of=DAY - timedelta(1), facts=facts).ended is None

    def test_not_by_what_is_no_date(self) -> None:
        assert verdict(as_of=None, facts=(("end", "2021-09-24"),)).ended is None


class TestVoice:
    """Deadlines and verdicts are explained by the voice they come with, in Chinese unless asked."""

    def test_speaks_for_a_verdict(self) -> None:
        voice = NotedVoice()
        judged = verdict(voice=voice)
        assert judged.displayer is voice
        assert judged.explain() == str(judged) == f"zh {judged!r}"
        assert judged.explain("en") == f"en {judged!r}"

    def test_speaks_for_a_deadline(self) -> None:
        voice = NotedVoice()
        deadline = Deadline(DAY, commitment(), voice=voice)
        assert deadline.displayer is voice
        assert (deadline.explain(), deadline.explain("en")) == (f"zh {deadline!r}", f"en {deadline!r}")

    @pytest.mark.parametrize("answer", [verdict(), Deadline(DAY, commitment())])
    def test_without_one_nothing_is_explained(self, answer: Verdict | Deadline) -> None:
        name = type(answer).__name__
        Refusal(DefinitionError, name, f"{name}.explain", "needs a voice", "Take it from a Plan").is_met_by(
            answer.explain
        )
        assert answer.displayer is None
