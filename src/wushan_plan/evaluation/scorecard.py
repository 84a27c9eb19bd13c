"""From many verdicts to one scorecard, in one pass (汇总)."""

from __future__ import annotations

import datetime as dt
import heapq
from collections import Counter
from collections.abc import Iterable

from wushan_plan.errors import FactError
from wushan_plan.model.commitment import Commitment
from wushan_plan.model.modality import Status
from wushan_plan.model.periods import Days
from wushan_plan.model.scorecard import JudgedCase, Scorecard, ScorecardVoice
from wushan_plan.model.verdict import Verdict


def scorecard(
    commitment: Commitment,
    judged: Iterable[JudgedCase | Verdict],
    *,
    worst: int = 10,
    voice: ScorecardVoice | None = None,
) -> Scorecard:
    """The scorecard of ``judged``, in one pass (汇总).

    Args:
        commitment: what the cases were judged by.
        judged: verdicts, or judged cases with their keys.
        worst: how many of the worst completed cases to keep; open overdue cases are all kept.
        voice: what explains the scorecard; that of the commitment's plan unless given.
    """
    counts: Counter[Status] = Counter()
    days_of_judgement: set[dt.date | None] = set()
    breaches = dependent = total = completed = late_cases = 0
    unit: type[Days] | None = None
    overdue: list[JudgedCase] = []
    unread: list[JudgedCase] = []
    late: list[tuple[int, int, int, JudgedCase]] = []  # a heap: the least bad of the worst on top
    for number, entry in enumerate(judged, 1):
        case = entry if isinstance(entry, JudgedCase) else JudgedCase(str(number), _verdict(entry, number))
        if case.verdict is not None and case.verdict.commitment.id != commitment.id:
            raise FactError(
                value=case.verdict.commitment.id,
                rule=f"a scorecard of {commitment.id} takes verdicts on it alone.",
                where=f"scorecard, case {case.key}",
                remedy="Make one scorecard for each commitment.",
            )
        counts[case.status] += 1
        verdict = case.verdict
        if case.status is Status.UNKNOWN:
            unread.append(case)
        if verdict is None:
            continue
        days_of_judgement.add(verdict.as_of)
        breaches += verdict.is_breach
        dependent += verdict.depends_on_reading
        if verdict.elapsed is None:
            continue
        unit = type(verdict.elapsed)
        is_late = case.status in (Status.NOT_MET, Status.EXCUSED)
        if case.is_open:
            if is_late:
                overdue.append(case)
            continue
        completed += 1
        total += case.elapsed
        late_cases += is_late
        if is_late:
            heapq.heappush(late, (case.overdue, case.elapsed, -number, case))
            if len(late) > worst:
                heapq.heappop(late)
    return Scorecard(
        commitment=commitment,
        as_of=days_of_judgement.pop() if len(days_of_judgement) == 1 else None,
        cases=counts.total(),
        counts=tuple((status, counts[status]) for status in Status),
        breaches=breaches,
        reading_dependent=dependent,
        completed=completed,
        total_elapsed=total,
        unit=unit,
        late=late_cases,
        worst=tuple(entry[3] for entry in sorted(late, reverse=True)),
        overdue=tuple(sorted(overdue, key=lambda case: -case.overdue)),
        unread=tuple(unread),
        voice=voice or (None if commitment.plan is None else commitment.plan.judge.voice),
    )


def _verdict(entry: object, number: int) -> Verdict:
    if not isinstance(entry, Verdict):
        raise FactError(
            value=entry,
            rule="a scorecard is made of verdicts.",
            where=f"scorecard, case {number}",
            remedy="Give what evaluate(…) returned, or JudgedCase(key, verdict).",
        )
    return entry
