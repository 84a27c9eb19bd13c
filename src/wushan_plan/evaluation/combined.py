"""Criteria made of others (同时满足、标题概括), and which judge takes which criterion."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, cast

from wushan_plan.errors import FactError
from wushan_plan.evaluation.clocks import judge_mean, judge_promptness, judge_time_limit
from wushan_plan.evaluation.deeds import (
    judge_discretion,
    judge_entitlement,
    judge_exemption,
    judge_milestone,
    judge_prohibition,
    judge_recurring,
)
from wushan_plan.evaluation.finding import Finding, Outcome, Question, fact_named, lacking
from wushan_plan.evaluation.quantities import (
    judge_ceiling,
    judge_checklist,
    judge_coverage,
    judge_exact_count,
    judge_floor,
    judge_full_rate,
    judge_ratio_floor,
    judge_trend,
)
from wushan_plan.model.commitment import Role
from wushan_plan.model.criteria import (
    AllOf,
    Ceiling,
    Checklist,
    Coverage,
    Criterion,
    Discretion,
    Entitlement,
    ExactCount,
    Exemption,
    Floor,
    FullRate,
    MeanTimeLimit,
    Milestone,
    Prohibition,
    Promptness,
    RatioFloor,
    Recurring,
    Summary,
    TimeLimit,
    Trend,
)
from wushan_plan.model.modality import Status
from wushan_plan.model.verdict import Reason, ReasonCode, Verdict

_WORST_FIRST = (
    Status.NOT_MET,
    Status.UNKNOWN,
    Status.PENDING,
    Status.EXCUSED,
    Status.MET,
    Status.NOT_APPLICABLE,
)


def judge_criterion(criterion: Criterion, question: Question) -> Finding:
    """What the facts amount to under ``criterion``."""
    return _JUDGES[type(criterion)](criterion, question)


def judge_all_of(criterion: AllOf, question: Question) -> Finding:
    """Every part holds; one part that falls short is enough to fall short."""
    findings = [judge_criterion(part, question) for part in criterion.parts]
    outcomes = {finding.outcome for finding in findings}
    outcome = next(
        one
        for one in (Outcome.SHORT, Outcome.LACKING, Outcome.OPEN, Outcome.FULFILLED, Outcome.VOID)
        if one in outcomes
    )
    return Finding(
        outcome,
        tuple(reason for finding in findings for reason in finding.reasons),
        missing=tuple(fact for finding in findings for fact in finding.missing)
        if outcome is Outcome.LACKING
        else (),
    )


def judge_summary(criterion: Summary, question: Question) -> Finding:
    """A heading is fulfilled when the commitments below it are."""
    fact = fact_named(question, "verdicts")
    if "verdicts" not in question.facts:
        return lacking(fact)
    verdicts = cast(tuple[Verdict, ...], question.facts["verdicts"])
    by_id: dict[str, Status] = {}
    for verdict in verdicts:  # of several cases under one commitment, the worst speaks for it
        name = verdict.commitment.id
        by_id[name] = min(by_id.get(name, verdict.status), verdict.status, key=_WORST_FIRST.index)
    below = [one.id for one in question.commitment.place.commitments if one.role is not Role.HEADING]
    strange = sorted(set(by_id) - set(below))
    if strange:
        raise FactError(
            value=strange,
            rule="a heading is judged by the commitments of its own measure.",
            where="verdicts",
            remedy=f"Give verdicts on: {', '.join(below)}.",
        )
    statuses = [by_id.get(name, Status.UNKNOWN) for name in below]
    reason = Reason.of(
        ReasonCode.PARTS,
        met=sum(status in (Status.MET, Status.EXCUSED) for status in statuses),
        not_met=statuses.count(Status.NOT_MET),
        pending=statuses.count(Status.PENDING),
        unknown=statuses.count(Status.UNKNOWN),
        total=len(statuses),
    )
    if Status.NOT_MET in statuses:
        return Finding(Outcome.SHORT, (reason,))
    if Status.UNKNOWN in statuses:
        return lacking(fact, reasons=(reason,))
    if Status.PENDING in statuses:
        return Finding(Outcome.OPEN, (reason,))
    if Status.MET in statuses or Status.EXCUSED in statuses:
        return Finding(Outcome.FULFILLED, (reason,))
    return lacking(fact, reasons=(reason,))


# Each judge takes its own criterion class; the table is what guarantees that it gets it.
_JUDGES: Mapping[type[Criterion], Callable[[Any, Question], Finding]] = {
    TimeLimit: judge_time_limit,
    MeanTimeLimit: judge_mean,
    Promptness: judge_promptness,
    Milestone: judge_milestone,
    Recurring: judge_recurring,
    Ceiling: judge_ceiling,
    Floor: judge_floor,
    ExactCount: judge_exact_count,
    RatioFloor: judge_ratio_floor,
    FullRate: judge_full_rate,
    Coverage: judge_coverage,
    Checklist: judge_checklist,
    Trend: judge_trend,
    Prohibition: judge_prohibition,
    Exemption: judge_exemption,
    Entitlement: judge_entitlement,
    Discretion: judge_discretion,
    AllOf: judge_all_of,
    Summary: judge_summary,
}
