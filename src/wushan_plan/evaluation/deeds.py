"""Criteria about what was done, happened or was asked for (里程碑、经常性、禁止、免除、权益、可以)."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from typing import cast

from wushan_plan.errors import FactError
from wushan_plan.evaluation.finding import (
    AS_OF,
    Finding,
    Outcome,
    Question,
    fact_named,
    lacking,
    unknown,
)
from wushan_plan.model.criteria import (
    Discretion,
    Entitlement,
    Exemption,
    Milestone,
    Prohibition,
    Recurring,
)
from wushan_plan.model.periods import Interval
from wushan_plan.model.verdict import Reason, ReasonCode


def judge_milestone(criterion: Milestone, question: Question) -> Finding:
    """In place by a day, with evidence. Nothing reported is unknown; ``done=False`` is a report."""
    done, done_on = question.truth("done"), question.date("done_on")
    if done is False and done_on is not None:
        raise FactError(
            value=(done, str(done_on)),
            rule="what has a date of completion is done.",
            where="done, done_on",
            remedy="Leave out done_on, or say done=True.",
            zh="既填未完成又填完成日期，请改其中一项",
        )
    by = question.last_day(criterion.by)
    as_of = question.as_of
    if done_on is not None and not question.has_happened(done_on):
        done, done_on = False, None  # reported ahead: not done yet on as_of
    if done_on is not None or done:
        if "evidence" not in question.facts:
            return lacking(fact_named(question, "evidence"), reasons=(Reason.of(ReasonCode.NO_EVIDENCE),))
        reason = Reason.of(ReasonCode.DONE, criterion=criterion, done_on=done_on, by=by)
        if by is None or (done_on is not None and done_on <= by):
            return Finding(Outcome.FULFILLED, (reason,))
        if done_on is not None:
            late = Reason.of(ReasonCode.REACHED_LATE, reached_on=done_on, by=by)
            return Finding(Outcome.SHORT, (reason, late))
        if as_of is None:
            return lacking(AS_OF, reasons=(reason,))
        if as_of <= by:
            return Finding(Outcome.FULFILLED, (reason,))
        return lacking(fact_named(question, "done_on"), reasons=(reason,))
    if done is None:
        return lacking(fact_named(question, "done"))
    reason = Reason.of(ReasonCode.NOT_DONE, criterion=criterion, by=by)
    if as_of is None:
        return lacking(AS_OF, reasons=(reason,))
    return Finding(Outcome.OPEN if by is None or as_of <= by else Outcome.SHORT, (reason,))


def judge_recurring(criterion: Recurring, question: Question) -> Finding:
    """So often in the period."""
    if "events" not in question.facts:
        return lacking(fact_named(question, "events"))
    period = cast(Interval | None, question.facts.get("period")) or question.plan_period
    events = [
        day
        for day in cast(tuple[dt.date, ...], question.facts["events"])
        if (period is None or day in period) and question.has_happened(day)
    ]
    reason = Reason.of(
        ReasonCode.EVENTS, criterion=criterion, times=len(events), least=criterion.least, period=period
    )
    if len(events) >= criterion.least:
        return Finding(Outcome.FULFILLED, (reason,))
    if question.as_of is None:
        return lacking(AS_OF, reasons=(reason,))
    running = period is None or question.as_of <= period.last
    return Finding(Outcome.OPEN if running else Outcome.SHORT, (reason,))


def judge_prohibition(criterion: Prohibition, question: Question) -> Finding:
    """It must not happen at all."""
    incidents = question.number("incidents")
    if incidents is None:
        return lacking(fact_named(question, "incidents"))
    if incidents == 0:
        reason = Reason.of(ReasonCode.NO_INCIDENT, criterion=criterion)
        return Finding(Outcome.FULFILLED, (reason,), measured=incidents)
    reason = Reason.of(ReasonCode.INCIDENTS, criterion=criterion, value=incidents)
    return Finding(Outcome.SHORT, (reason,), measured=incidents)


def judge_exemption(criterion: Exemption, question: Question) -> Finding:
    """It is no longer required."""
    demanded = question.number("demanded")
    if demanded is None:
        return lacking(fact_named(question, "demanded"))
    what, what_en = criterion.requirement, criterion.requirement_en
    if demanded == 0:
        reason = Reason.of(ReasonCode.NOTHING_DEMANDED, what=what, what_en=what_en)
        return Finding(Outcome.FULFILLED, (reason,), measured=demanded)
    return _demanded(what, what_en, demanded, criterion.unit)


def _demanded(what: str, what_en: str, value: Fraction, unit: str) -> Finding:
    reason = Reason.of(ReasonCode.DEMANDED, what=what, what_en=what_en, value=value, unit=unit)
    return Finding(Outcome.SHORT, (reason,), measured=value)


def judge_entitlement(criterion: Entitlement, question: Question) -> Finding:
    """Granted when claimed, and nothing asked in return."""
    granted = question.truth("granted")
    demand = criterion.demand
    demanded = None if demand is None else question.number(demand.name)
    if demand is not None and demanded is not None and demanded > 0:
        return _demanded(demand.zh, demand.en, demanded, demand.unit)
    if granted is False:
        return Finding(Outcome.SHORT, (Reason.of(ReasonCode.NOT_GRANTED, criterion=criterion),))
    missing = unknown(question, {"granted": granted} | ({} if demand is None else {demand.name: demanded}))
    if missing:
        return lacking(*missing)
    return Finding(Outcome.FULFILLED, (Reason.of(ReasonCode.GRANTED, criterion=criterion),))


def judge_discretion(criterion: Discretion, question: Question) -> Finding:
    """A power: using it is lawful, and so is not using it."""
    exercised = question.truth("exercised")
    if exercised is None:
        return lacking(fact_named(question, "exercised"))
    if exercised:
        return Finding(Outcome.FULFILLED, (Reason.of(ReasonCode.POWER_USED, criterion=criterion),))
    return Finding(Outcome.VOID, (Reason.of(ReasonCode.POWER_NOT_USED, criterion=criterion),))
