"""Judged rows on their way out, whatever the format (判定结果).

One shape for all writers: the rows of one target with their original cells, and one record a row that
says what a reader of the file needs.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Protocol

import attrs

from wushan_plan.evaluation.scorecard import scorecard
from wushan_plan.explanation.reasons import reason_text
from wushan_plan.explanation.words import STATUS, Term, pick
from wushan_plan.model.commitment import Commitment
from wushan_plan.model.criteria import MeanTimeLimit
from wushan_plan.model.modality import Status
from wushan_plan.model.periods import CalendarDays, Days, Interval, WorkingDays
from wushan_plan.model.readings import Reading
from wushan_plan.model.scorecard import JudgedCase, Scorecard
from wushan_plan.model.verdict import Lang, Verdict

UNIT: Mapping[type, Term] = {WorkingDays: ("工作日", "working days"), CalendarDays: ("日", "calendar days")}
FLAGS: Mapping[str, Term] = {
    "breach": ("违反义务", "breach of duty"),
    "depends_on_reading": ("随口径变化", "depends on reading"),
    "provisional": ("暂定", "provisional"),
}


class Cells(Protocol):
    """A row with its original cells (原单元格)."""

    @property
    def cells(self) -> Mapping[str, str]:
        """The cells by column name."""


class JudgedCells(Protocol):
    """A judged row with its original cells (已判定的行): what ``JudgedRow`` is, too."""

    @property
    def row(self) -> Cells:
        """The row as it was."""

    @property
    def case(self) -> JudgedCase:
        """What became of it."""


@attrs.frozen
class NoCells:
    """A row that never stood in a file (无原单元格)."""

    cells: Mapping[str, str] = attrs.field(factory=dict)


@attrs.frozen
class BareCase:
    """A judged case without original cells (无原件的办件)."""

    case: JudgedCase
    row: NoCells = NoCells()


@attrs.frozen
class Results:
    """The judged rows of one target (判定结果).

    Attributes:
        commitment: what they were judged by.
        columns: names of the original columns, in order.
        rows: the rows; passed through once.
        as_of: the day of judgement.
        reading: the reading chosen instead of the default.
        period: for a mean, the period its completed cases are selected by.
    """

    commitment: Commitment
    columns: tuple[str, ...]
    rows: Iterable[JudgedCells] = attrs.field(eq=False, repr=False)
    as_of: dt.date | None = None
    reading: Reading | None = None
    period: Interval | None = None

    @classmethod
    def of_cases(
        cls, commitment: Commitment, cases: Iterable[JudgedCase], as_of: dt.date | None = None
    ) -> Results:
        """Results of cases that come from no file."""
        return cls(commitment, (), (BareCase(one) for one in cases), as_of)

    @property
    def averaged(self) -> bool:
        """Whether it is the mean that is judged, and no single case can fail."""
        return isinstance(self.commitment.criterion, MeanTimeLimit)


@attrs.frozen
class Total:
    """What the rows of one target amount to (合计).

    Attributes:
        commitment: what they were judged by.
        card: the scorecard of the cases; for a mean, its counts by status mean nothing.
        mean: the verdict on the mean, for a target that is one.
    """

    commitment: Commitment
    card: Scorecard
    mean: Verdict | None = None

    @property
    def status_short(self) -> bool:
        """Whether the target, or a case of it, is not met."""
        if self.mean is not None:
            return self.mean.status is Status.NOT_MET
        return self.card.count(Status.NOT_MET) > 0


@attrs.frozen
class ResultRecord:
    """One row of a result file, read or written (结果记录).

    Attributes:
        commitment: id of what it was judged by.
        key: what the office calls the case.
        status: the answer; ``None`` for a case of a mean, which is not judged by itself.
        deadline: the last day in time.
        elapsed: days used.
        overdue: days over the limit.
        breach: whether a duty was breached.
        depends_on_reading: whether another reading would give another status.
        provisional: whether days were counted that no notice settles yet.
        explanation: the reasons, or why the row cannot be read.
    """

    commitment: str
    key: str
    status: Status | None
    deadline: dt.date | None = None
    elapsed: Days | None = None
    overdue: Days | None = None
    breach: bool = False
    depends_on_reading: bool = False
    provisional: bool = False
    explanation: str = ""

    @classmethod
    def of(cls, commitment: Commitment, case: JudgedCase, lang: Lang = "zh") -> ResultRecord:
        """The record of a judged case."""
        averaged = isinstance(commitment.criterion, MeanTimeLimit)
        verdict = case.verdict
        if verdict is None:
            return cls(commitment.id, case.key, case.status, explanation=case.problem)
        if averaged and verdict.status is not Status.UNKNOWN:
            return cls(
                commitment.id, case.key, None, elapsed=verdict.elapsed, provisional=verdict.provisional
            )
        return cls(
            commitment=commitment.id,
            key=case.key,
            status=verdict.status,
            deadline=None if verdict.deadline is None else verdict.deadline.date,
            elapsed=verdict.elapsed,
            overdue=verdict.overdue,
            breach=verdict.is_breach,
            depends_on_reading=verdict.depends_on_reading,
            provisional=verdict.provisional,
            explanation=("" if lang == "zh" else " ").join(reason_text(one, lang) for one in verdict.reasons),
        )

    @property
    def unit(self) -> type[Days] | None:
        """What its days are days of."""
        days = self.elapsed if self.elapsed is not None else self.overdue
        return None if days is None else type(days)

    def flags(self, lang: Lang) -> str:
        """What to watch, in words; empty when nothing is."""
        mark = "、" if lang == "zh" else ", "
        return mark.join(pick(term, lang) for name, term in FLAGS.items() if getattr(self, name))

    def status_text(self, lang: Lang) -> str:
        """The answer in words."""
        return "" if self.status is None else pick(STATUS[self.status], lang)


def totalled(results: Results, seen: Callable[[JudgedCells], object], worst: int = 10) -> Total:
    """Passes every row to ``seen`` and gives what they amount to. One pass; no row is kept."""
    pairs: list[tuple[object, object]] = []
    unread = 0

    def passing() -> Iterator[JudgedCase]:
        nonlocal unread
        for judged in results.rows:
            seen(judged)
            if results.averaged:
                verdict = judged.case.verdict
                facts = {} if verdict is None else dict(verdict.facts)
                if "start" in facts:
                    pairs.append((facts["start"], facts.get("end")))
                else:
                    unread += 1
            yield judged.case

    card = scorecard(results.commitment, passing(), worst=worst)
    if not results.averaged:
        return Total(results.commitment, card)
    mean = results.commitment.evaluate(
        as_of=results.as_of or card.as_of,
        reading=results.reading,
        cases=pairs,
        period=results.period,
        unread_cases=unread,
    )
    return Total(results.commitment, card, mean)
