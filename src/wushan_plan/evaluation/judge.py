"""The judge: from a finding to a verdict, within what the modality allows (判定者)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

import attrs

from wushan_plan.calendar.dates import calendar_date
from wushan_plan.counting.periods import merged
from wushan_plan.counting.workday_calendar import WorkdayCalendar
from wushan_plan.errors import FactError
from wushan_plan.evaluation.clocks import deadline_of
from wushan_plan.evaluation.combined import judge_criterion
from wushan_plan.evaluation.facts import read_facts
from wushan_plan.evaluation.finding import Finding, Outcome, Question, lacking
from wushan_plan.model.commitment import Commitment
from wushan_plan.model.criteria import TimeLimit
from wushan_plan.model.facts import Fact, FactKind
from wushan_plan.model.modality import Status
from wushan_plan.model.readings import Reading
from wushan_plan.model.verdict import (
    Deadline,
    Reason,
    ReasonCode,
    Suspension,
    Verdict,
    Voice,
)

_TRIAL = Fact("evidence", "探索情况的佐证材料", "evidence of the attempt", FactKind.TEXT)
_SINGLE_START = Fact("start", "起算日期", "start of the clock", FactKind.DATE, optional=True)


@attrs.frozen
class PlanJudge:
    """Judges commitments on a calendar (方案判定者).

    Attributes:
        calendar: which days are working days.
        voice: what puts its answers into words; ``None`` for answers without words.
    """

    calendar: WorkdayCalendar
    voice: Voice | None = None

    def deadline(
        self,
        commitment: Commitment,
        start: dt.date | None = None,
        *,
        suspended: Iterable[Suspension] = (),
    ) -> Deadline:
        """See :meth:`wushan_plan.model.commitment.Commitment.deadline`."""
        criterion = commitment.criterion
        if isinstance(criterion, TimeLimit):
            if start is None:
                raise FactError(
                    value=None,
                    rule="a time limit runs from a starting day.",
                    where=f"{commitment.id}.deadline(start)",
                    remedy=f"Give the day of: {criterion.start[0].zh} ({criterion.start[0].en}).",
                    zh=f"请给出起算日期（{criterion.start[0].zh}之日）",
                )
            day = calendar_date(start, where=f"{commitment.id}.deadline(start)")
            found = deadline_of(commitment, criterion.limit, day, merged(suspended), self.calendar)
            return attrs.evolve(found, voice=self.voice)
        by = criterion.fixed_date
        if by is None:
            raise FactError(
                value=commitment.id,
                rule="no case of this commitment has a deadline of its own.",
                where=f"{commitment.id}.deadline",
                remedy="Its facts are: " + ", ".join(fact.name for fact in commitment.facts) + ".",
                zh="这项承诺的单件没有自己的截止日，判定所问的事实是："
                + "、".join(fact.zh for fact in commitment.facts),
            )
        if start is not None or tuple(suspended):
            raise FactError(
                value=start,
                rule="a fixed date neither starts with a case nor stands still.",
                where=f"{commitment.id}.deadline",
                remedy="Call deadline() without arguments.",
                zh=f"这项承诺有固定日期（{by}），不要给起算日期或中止期间",
            )
        return Deadline(date=by, commitment=commitment, voice=self.voice)

    def evaluate(
        self,
        commitment: Commitment,
        *,
        as_of: dt.date | None = None,
        reading: Reading | Iterable[Reading] | None = None,
        excuse: str | None = None,
        suspended: Iterable[Suspension] = (),
        in_scope: bool | None = True,
        facts: Mapping[str, object],
    ) -> Verdict:
        """See :meth:`wushan_plan.model.commitment.Commitment.evaluate`."""
        asked = commitment.facts
        if isinstance(commitment.criterion, TimeLimit) and "start" not in {one.name for one in asked}:
            asked = (*asked, _SINGLE_START)
        known = read_facts(asked, facts)
        chosen = _chosen(commitment, reading)
        question = Question(
            commitment=commitment,
            facts=known,
            as_of=None if as_of is None else calendar_date(as_of, where="as_of"),
            readings=frozenset(chosen),
            suspended=merged(suspended),
            calendar=self.calendar,
        )
        reason_given = _excuse(excuse)
        outside = _outside(question, in_scope)
        if outside is not None:
            return self._verdict(question, outside, chosen, (), facts)  # there is nothing to excuse
        finding = judge_criterion(commitment.criterion, question)
        alternatives = []
        for mine in chosen:
            for other in mine.group:
                if other is mine:
                    continue
                asked_otherwise = attrs.evolve(question, readings=question.readings - {mine} | {other})
                found = judge_criterion(commitment.criterion, asked_otherwise)
                status = _status(commitment, found.outcome, reason_given)
                alternatives.append((other, status))
        return self._verdict(question, finding, chosen, tuple(alternatives), facts, reason_given)

    def _verdict(
        self,
        question: Question,
        finding: Finding,
        chosen: tuple[Reading, ...],
        alternatives: tuple[tuple[Reading, Status], ...],
        facts: Mapping[str, object],
        excuse: str | None = None,
    ) -> Verdict:
        commitment, outcome = question.commitment, finding.outcome
        status = _status(commitment, outcome, excuse)
        reasons = list(finding.reasons)
        accepted = None
        if outcome is Outcome.SHORT and excuse is not None:
            if status is Status.EXCUSED:
                accepted = excuse
                reasons.append(
                    Reason.of(
                        ReasonCode.EXCUSE_ACCEPTED,
                        excuse=excuse,
                        phrase="、".join(one.phrase for one in commitment.exceptions),
                    )
                )
            else:
                reasons.append(Reason.of(ReasonCode.EXCUSE_HAS_NO_ROOM, excuse=excuse))
        missing = finding.missing
        if outcome is Outcome.SHORT and status is Status.UNKNOWN:
            reasons.append(Reason.of(ReasonCode.EXPLORATION))
            missing = (_TRIAL,)
        if finding.provisional:
            reasons.append(Reason.of(ReasonCode.PROVISIONAL, settled_to=self.calendar.days.settled_to))
        deadline = finding.deadline
        return Verdict(
            commitment=commitment,
            status=status,
            as_of=question.as_of,
            reasons=tuple(reasons),
            facts=tuple((name, question.facts[name]) for name in facts if name in question.facts),
            missing=missing,
            reading=chosen[0] if chosen else None,
            alternatives=alternatives,
            elapsed=finding.elapsed,
            overdue=finding.overdue,
            measured=finding.measured,
            deadline=None if deadline is None else attrs.evolve(deadline, voice=self.voice),
            excuse=accepted,
            outlook=finding.outlook,
            provisional=finding.provisional,
            voice=self.voice,
        )


def _status(commitment: Commitment, outcome: Outcome, excuse: str | None) -> Status:
    if outcome is Outcome.SHORT:
        if not commitment.modality.can_be_missed:
            return Status.UNKNOWN  # an exploration can only lack evidence
        if excuse is not None and commitment.exceptions:
            return Status.EXCUSED
        return Status.NOT_MET
    return {
        Outcome.FULFILLED: Status.MET,
        Outcome.OPEN: Status.PENDING,
        Outcome.LACKING: Status.UNKNOWN,
        Outcome.VOID: Status.NOT_APPLICABLE,
    }[outcome]


def _excuse(excuse: str | None) -> str | None:
    if excuse is None:
        return None
    if not isinstance(excuse, str):
        raise FactError(
            value=excuse,
            rule="an excuse is the recorded reason, in words.",
            where="excuse",
            remedy="Give a str, or None when no reason was recorded.",
        )
    return excuse.strip() or None


def _outside(question: Question, in_scope: bool | None) -> Finding | None:
    """The finding for a case outside the scope, or not known to be inside; ``None`` inside."""
    if in_scope is not None and not isinstance(in_scope, bool):
        raise FactError(
            value=in_scope,
            rule="a case is inside the scope, outside, or not known to be.",
            where=f"{question.commitment.id}.evaluate(in_scope=…)",
            remedy="Give True, False or None.",
        )
    scope = question.commitment.scope
    if scope is None:
        if in_scope is not True:
            raise FactError(
                value=in_scope,
                rule="this commitment states no scope to be outside of.",
                where=f"{question.commitment.id}.evaluate(in_scope=…)",
                remedy="Leave in_scope out.",
                zh="这项承诺没有限定适用范围，不要填是否属于",
            )
        return None
    inside = in_scope
    if inside and scope.condition is not None:
        inside = question.truth(scope.condition.name)
    if inside is None:
        return lacking(scope.condition or Fact("in_scope", f"是否属于：{scope.zh}", scope.en, FactKind.TRUTH))
    if not inside:
        return Finding(Outcome.VOID, (Reason.of(ReasonCode.OUT_OF_SCOPE, scope=scope),))
    return None


def _chosen(commitment: Commitment, reading: Reading | Iterable[Reading] | None) -> tuple[Reading, ...]:
    """One reading of each group the commitment knows: the caller's, else the default."""
    asked = () if reading is None else (reading,) if isinstance(reading, (Reading, str)) else tuple(reading)
    known = commitment.readings
    for one in asked:
        if one not in known:
            raise FactError(
                value=one,
                rule="this commitment is not open to that reading.",
                where=f"{commitment.id}.evaluate(reading=…)",
                remedy=f"Its readings: {', '.join(str(each) for each in known) or 'none'}.",
                zh="这项承诺没有这种口径，"
                + (f"可选：{'、'.join(each.value for each in known)}" if known else "它没有可选的口径"),
            )
    groups: list[tuple[Reading, ...]] = []
    for one in known:
        if one.group not in groups:
            groups.append(one.group)
    chosen = []
    for group in groups:
        mine = [one for one in asked if one in group]
        if len(set(mine)) > 1:
            raise FactError(
                value=mine,
                rule="two readings of the same question exclude each other.",
                where=f"{commitment.id}.evaluate(reading=…)",
                remedy="Ask twice.",
            )
        chosen.append(mine[0] if mine else next(one for one in known if one in group))
    return tuple(chosen)
