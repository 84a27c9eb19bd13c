"""Many verdicts on one commitment (记分卡)."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from typing import Any, Protocol

import attrs

from wushan_plan.errors import DefinitionError
from wushan_plan.model.commitment import Commitment
from wushan_plan.model.display import Display, ShownInNotebook
from wushan_plan.model.modality import Status
from wushan_plan.model.periods import CalendarDays, WorkingDays
from wushan_plan.model.verdict import Lang, Verdict


class ScorecardVoice(Protocol):
    """Puts scorecards into words (记分卡表述者)."""

    def scorecard_text(self, card: Scorecard, lang: Lang) -> str:
        """The scorecard as a page of text."""

    def display(self, noun: Any, lang: Lang) -> Display:
        """The scorecard as a notebook shows it."""


@attrs.frozen
class JudgedCase:
    """One case and what became of it (已判定办件).

    Attributes:
        key: what the office calls the case: its number, or the line it stands in.
        verdict: the verdict; ``None`` when the case could not be read.
        problem: why it could not be read; empty otherwise.
    """

    key: str
    verdict: Verdict | None
    problem: str = ""

    @property
    def status(self) -> Status:
        """The verdict's status; unknown for a case that could not be read."""
        return Status.UNKNOWN if self.verdict is None else self.verdict.status

    @property
    def overdue(self) -> int:
        """Days over the limit; 0 when in time or unknown."""
        if self.verdict is None or self.verdict.overdue is None:
            return 0
        return self.verdict.overdue.days

    @property
    def elapsed(self) -> int:
        """Days elapsed; 0 when unknown."""
        if self.verdict is None or self.verdict.elapsed is None:
            return 0
        return self.verdict.elapsed.days

    @property
    def is_open(self) -> bool:
        """Whether it had not ended on the day of judgement."""
        return self.verdict is not None and self.verdict.ended is None


@attrs.frozen(repr=False)
class Scorecard(ShownInNotebook):
    """What many cases amount to (记分卡).

    Attributes:
        commitment: what they were judged by.
        as_of: the day of judgement, where the cases share one.
        cases: how many there are; none is ever left out.
        counts: how many have each status.
        breaches: how many are breaches of duty.
        reading_dependent: how many would have another status under another reading.
        completed: how many cases had ended.
        total_elapsed: days of all completed cases together.
        unit: the type of those days; ``None`` where nothing was counted.
        late: how many completed cases were over their limit.
        worst: those furthest over it, worst first.
        overdue: open cases past their deadline, worst first.
        unread: cases that are unknown: not readable, or without a fact that is needed.
    """

    commitment: Commitment
    as_of: dt.date | None
    cases: int
    counts: tuple[tuple[Status, int], ...]
    breaches: int
    reading_dependent: int
    completed: int
    total_elapsed: int
    unit: type[WorkingDays] | type[CalendarDays] | None
    late: int
    worst: tuple[JudgedCase, ...]
    overdue: tuple[JudgedCase, ...]
    unread: tuple[JudgedCase, ...]
    voice: ScorecardVoice | None = attrs.field(default=None, eq=False, repr=False, kw_only=True)

    def __repr__(self) -> str:
        counts = ", ".join(f"{number} {status.value}" for status, number in self.counts if number)
        return f"<Scorecard {self.commitment.id}: {self.cases} cases{counts and ': ' + counts}>"

    @property
    def displayer(self) -> ScorecardVoice | None:
        """What shows it in a notebook."""
        return self.voice

    def count(self, status: Status) -> int:
        """How many cases have ``status``."""
        return dict(self.counts).get(status, 0)

    @property
    def decided(self) -> int:
        """How many cases are met, not met or excused."""
        return sum(self.count(one) for one in (Status.MET, Status.NOT_MET, Status.EXCUSED))

    @property
    def rate(self) -> Fraction | None:
        """Share of the decided cases that are met, exact; ``None`` when none is decided."""
        return Fraction(self.count(Status.MET), self.decided) if self.decided else None

    @property
    def mean(self) -> Fraction | None:
        """Mean days of the completed cases, exact; ``None`` when none is completed."""
        return Fraction(self.total_elapsed, self.completed) if self.completed else None

    def explain(self, lang: Lang = "zh") -> str:
        """The scorecard in words: counts, rate, mean, worst cases, overdue list, unread cases."""
        if self.voice is None:
            raise DefinitionError(
                value="Scorecard",
                rule="an answer needs a voice to explain itself.",
                where="Scorecard.explain",
                remedy="Take it from scorecard(…) over a plan's verdicts, or give voice=….",
            )
        return self.voice.scorecard_text(self, lang)

    def __str__(self) -> str:
        return self.explain()
