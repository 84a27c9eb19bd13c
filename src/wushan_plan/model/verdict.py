"""Answers (判定、截止日), and what gives them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from enum import Enum
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Literal, Protocol

import attrs

from wushan_plan.errors import DefinitionError
from wushan_plan.model.display import Display, ShownInNotebook
from wushan_plan.model.facts import Fact
from wushan_plan.model.modality import Modality, Status
from wushan_plan.model.periods import Days, Interval
from wushan_plan.model.readings import Reading

if TYPE_CHECKING:
    from wushan_plan.model.commitment import Commitment
    from wushan_plan.model.scorecard import Scorecard

Lang = Literal["zh", "en"]
Suspension = Interval | tuple[dt.date, dt.date]


class Voice(Protocol):
    """Puts answers into words and pictures; decides nothing (表述者)."""

    def scorecard_text(self, card: Scorecard, lang: Lang) -> str:
        """The scorecard explained."""

    def deadline_text(self, deadline: Deadline, lang: Lang) -> str:
        """The deadline explained."""

    def verdict_text(self, verdict: Verdict, lang: Lang) -> str:
        """The verdict explained."""

    def limit_text(self, commitment: Commitment, lang: Lang) -> str:
        """What the commitment asks at least or at most; empty where it names no days and no number."""

    def display(self, noun: Any, lang: Lang) -> Display:
        """A plan, a part of one, or an answer, as a notebook shows it."""


class Judge(Protocol):
    """Judges commitments: facts, criterion, calendar and ``as_of`` become a verdict (判定者)."""

    @property
    def voice(self) -> Voice | None:
        """What puts its answers into words."""

    def deadline(
        self, commitment: Commitment, start: dt.date | None, *, suspended: Iterable[Suspension]
    ) -> Deadline:
        """See :meth:`Commitment.deadline`."""

    def evaluate(
        self,
        commitment: Commitment,
        *,
        as_of: dt.date | None,
        reading: Reading | Iterable[Reading] | None,
        excuse: str | None,
        suspended: Iterable[Suspension],
        in_scope: bool | None,
        facts: Mapping[str, object],
    ) -> Verdict:
        """See :meth:`Commitment.evaluate`."""


def _voice(instance: Deadline | Verdict) -> Voice:
    if instance.voice is None:
        raise DefinitionError(
            value=type(instance).__name__,
            rule="an answer needs a voice to explain itself.",
            where=f"{type(instance).__name__}.explain",
            remedy="Take it from a Plan, or give voice=….",
        )
    return instance.voice


@attrs.frozen(repr=False)
class Deadline(ShownInNotebook):
    """A date with its reasons (截止日).

    Attributes:
        date: the last day on which the end is in time, inclusive.
        commitment: whose deadline it is.
        start: day of the starting event, not counted; ``None`` for a fixed date.
        limit: the days counted; ``None`` for a fixed date.
        suspended: intervals in which the clock stood still, both ends included.
        rolled_from: the rest day a calendar-day period first fell on, before it rolled forward.
        provisional: whether a day not yet settled by a published notice was counted.
        within: for a provisional deadline, the days between which the true one may fall.
    """

    date: dt.date
    commitment: Commitment
    start: dt.date | None = None
    limit: Days | None = None
    suspended: tuple[Interval, ...] = ()
    rolled_from: dt.date | None = None
    provisional: bool = False
    within: Interval | None = None
    voice: Voice | None = attrs.field(default=None, eq=False, repr=False, kw_only=True)

    def __repr__(self) -> str:
        return f"<Deadline {self.commitment.id}: {self}>"

    @property
    def displayer(self) -> Voice | None:
        """What shows it in a notebook."""
        return self.voice

    def explain(self, lang: Lang = "zh") -> str:
        """Why that day: the phrase, the rule, and the days counted and skipped."""
        return _voice(self).deadline_text(self, lang)

    def __str__(self) -> str:
        return self.date.isoformat() + ("（暂定）" if self.provisional else "")


class ReasonCode(Enum):
    """What a reason says (理由代码); the wording lives in ``wushan_plan.explanation``."""

    WITHIN_LIMIT = "within-limit"
    OVER_LIMIT = "over-limit"
    BEFORE_DEADLINE = "before-deadline"
    AFTER_DEADLINE = "after-deadline"
    STILL_OPEN = "still-open"
    OPEN_AND_LATE = "open-and-late"
    NOT_BEGUN = "not-begun"
    END_IS_LATER = "end-is-later"
    CLOCK_STARTS_LATER = "clock-starts-later"
    MEAN = "mean"
    SO_FAR = "so-far"
    NO_CASES = "no-cases"
    NO_PERIOD = "no-period"
    UNREAD_CASES = "unread-cases"
    AT_MOST = "at-most"
    AT_LEAST = "at-least"
    EXACTLY = "exactly"
    REACHED_LATE = "reached-late"
    RATIO = "ratio"
    RATE = "rate"
    ZERO_DENOMINATOR = "zero-denominator"
    COVERED = "covered"
    NOT_COVERED = "not-covered"
    EMPTY_UNIVERSE = "empty-universe"
    ITEMS_DONE = "items-done"
    ITEMS_OPEN = "items-open"
    DONE = "done"
    NOT_DONE = "not-done"
    NO_EVIDENCE = "no-evidence"
    EVENTS = "events"
    IMPROVED = "improved"
    NOT_IMPROVED = "not-improved"
    NO_INCIDENT = "no-incident"
    INCIDENTS = "incidents"
    NOTHING_DEMANDED = "nothing-demanded"
    DEMANDED = "demanded"
    GRANTED = "granted"
    NOT_GRANTED = "not-granted"
    POWER_USED = "power-used"
    POWER_NOT_USED = "power-not-used"
    PARTS = "parts"
    OUT_OF_SCOPE = "out-of-scope"
    EXCUSE_ACCEPTED = "excuse-accepted"
    EXCUSE_HAS_NO_ROOM = "excuse-has-no-room"
    EXPLORATION = "exploration"
    MISSING = "missing"
    PROVISIONAL = "provisional"


@attrs.frozen
class Reason:
    """One step of a verdict's reasoning (理由).

    Attributes:
        code: what it says.
        values: the values it is about, by name.
        parts: reasons it rests on.
    """

    code: ReasonCode
    values: tuple[tuple[str, object], ...] = ()
    parts: tuple[Reason, ...] = ()

    @classmethod
    def of(cls, code: ReasonCode, *parts: Reason, **values: object) -> Reason:
        """A reason with its values as keywords."""
        return cls(code, tuple(values.items()), parts)


@attrs.frozen
class Outlook:
    """Whether a population target can still be reached on partial data, and what it takes (前景).

    Attributes:
        reachable: ``None`` when nothing is said about what is still to come.
        needed: how much more is needed (items), or the mean the open cases may still reach.
        remaining: how many cases or items are still open.
    """

    reachable: bool | None
    needed: int | Fraction | None = None
    remaining: int | None = None


@attrs.frozen(repr=False)
class Verdict(ShownInNotebook):
    """The answer, with its reasons (判定).

    Attributes:
        commitment: what was judged.
        status: the answer.
        as_of: the day on which it stands.
        reasons: why.
        facts: the facts it rests on, by name.
        missing: facts that were needed and not known.
        reading: the reading it was judged under; ``None`` where there is one only.
        alternatives: the status under each other reading.
        elapsed: days from start to end, or to ``as_of`` while open; in the limit's own type.
        overdue: days beyond the limit, in the limit's own type; 0 when in time, and when late by
            rest days alone.
        measured: the mean, ratio, rate or count that was measured, exact.
        deadline: the day it was due.
        excuse: the recorded reason of a deviation, where the text allows one.
        outlook: for population targets on partial data.
        provisional: whether a day not yet settled by a published notice was counted.
    """

    commitment: Commitment
    status: Status
    as_of: dt.date | None
    reasons: tuple[Reason, ...]
    facts: tuple[tuple[str, object], ...] = ()
    missing: tuple[Fact, ...] = ()
    reading: Reading | None = None
    alternatives: tuple[tuple[Reading, Status], ...] = ()
    elapsed: Days | None = None
    overdue: Days | None = None
    measured: int | Fraction | None = None
    deadline: Deadline | None = None
    excuse: str | None = None
    outlook: Outlook | None = None
    provisional: bool = False
    voice: Voice | None = attrs.field(default=None, eq=False, repr=False, kw_only=True)

    def __repr__(self) -> str:
        shown = [f"{self.commitment.id}: {self.status.value}"]
        if self.as_of is not None:
            shown.append(f"as of {self.as_of}")
        if self.elapsed is not None:
            shown.append(f"elapsed {self.elapsed!r}")
        return f"<Verdict {', '.join(shown)}>"

    @property
    def displayer(self) -> Voice | None:
        """What shows it in a notebook."""
        return self.voice

    @property
    def depends_on_reading(self) -> bool:
        """Whether another reading would give another status."""
        return any(status is not self.status for _, status in self.alternatives)

    @property
    def is_breach(self) -> bool:
        """Whether a duty was breached: a must, a must-not, or an in-principle duty without reason."""
        return self.status is Status.NOT_MET and self.commitment.modality.can_be_breached

    @property
    def modality(self) -> Modality:
        """How strongly the commitment binds."""
        return self.commitment.modality

    @property
    def ended(self) -> dt.date | None:
        """The day the case ended, if it had ended by ``as_of``; ``None`` while it is open."""
        end = dict(self.facts).get("end")
        if isinstance(end, dt.date) and (self.as_of is None or end <= self.as_of):
            return end
        return None

    def explain(self, lang: Lang = "zh") -> str:
        """The citation, the rule, the facts, the arithmetic and the reading, in words."""
        return _voice(self).verdict_text(self, lang)

    def __str__(self) -> str:
        return self.explain()
