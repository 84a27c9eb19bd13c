"""Facts that bring a commitment to a given status: one builder a criterion."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import Any

from wushan_plan import CalendarDays, Commitment, Interval, Status, Verdict
from wushan_plan.model.commitment import Role
from wushan_plan.model.criteria import (
    AllOf,
    Ceiling,
    Checklist,
    Coverage,
    Criterion,
    Direction,
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

Facts = dict[str, Any]
"""Keywords of ``evaluate``."""

EARLY = date(2021, 8, 2)
"""A working day early in the period of the plan."""
DURING = date(2021, 9, 1)
"""A day of judgement on which nothing is due yet."""
AFTER = date(2022, 1, 20)
"""A day of judgement on which everything is due."""


class Course(Enum):
    """How things went."""

    WELL = "well"
    BADLY = "badly"
    RUNNING = "running"
    """Neither done nor late."""


DAY_OF_JUDGEMENT: Mapping[Course, date] = {
    Course.WELL: AFTER,
    Course.BADLY: AFTER,
    Course.RUNNING: DURING,
}
COURSE_TO: Mapping[Status, Course] = {
    Status.MET: Course.WELL,
    Status.NOT_MET: Course.BADLY,
    Status.EXCUSED: Course.BADLY,
    Status.PENDING: Course.RUNNING,
}


def facts_for(commitment: Commitment, status: Status) -> Facts:
    """Keywords with which ``commitment.evaluate`` answers ``status``.

    Only for a status among the commitment's possible ones.
    """
    if status is Status.UNKNOWN:
        return {}
    if status is Status.NOT_APPLICABLE:
        return {"in_scope": False} if commitment.scope is not None else {"exercised": False}
    course = COURSE_TO[status]
    facts = {"as_of": DAY_OF_JUDGEMENT[course], **course_facts(commitment, course)}
    if status is Status.EXCUSED:
        facts["excuse"] = "理由已记录"
    return facts


def course_facts(commitment: Commitment, course: Course) -> Facts:
    """The facts of a case inside the scope that went so."""
    criterion = commitment.criterion
    inside: Facts = {}
    if commitment.scope is not None and commitment.scope.condition is not None:
        inside[commitment.scope.condition.name] = True
    if isinstance(criterion, Summary):
        return {**inside, "verdicts": _verdicts_below(commitment, course)}
    return {**inside, **_facts(criterion, course)}


def judge(commitment: Commitment, facts: Facts) -> Verdict:
    """The verdict on ``facts``."""
    return commitment.evaluate(**facts)


def _verdicts_below(heading: Commitment, course: Course) -> list[Verdict]:
    below = [one for one in heading.place.commitments if one.role is not Role.HEADING]
    wanted = {Course.WELL: Status.MET, Course.BADLY: Status.NOT_MET, Course.RUNNING: Status.PENDING}[course]
    return [
        judge(one, facts_for(one, wanted if wanted in one.possible_statuses else Status.MET)) for one in below
    ]


def _facts(criterion: Criterion, course: Course) -> Facts:
    return _BUILDERS[type(criterion)](criterion, course)


def _time_limit(criterion: TimeLimit, course: Course) -> Facts:
    begun = DURING if course is Course.RUNNING else EARLY
    names = [event.name for event in criterion.start] if len(criterion.start) > 1 else ["start"]
    end = {Course.WELL: EARLY, Course.BADLY: AFTER, Course.RUNNING: None}[course]
    return {**dict.fromkeys(names, begun), "end": end}


def _promptness(criterion: Promptness, course: Course) -> Facts:
    begun = DURING if course is Course.RUNNING else EARLY
    end = {Course.WELL: EARLY, Course.BADLY: AFTER, Course.RUNNING: None}[course]
    return {"start": begun, "end": end, "benchmark": CalendarDays(1)}


def _mean(criterion: MeanTimeLimit, course: Course) -> Facts:
    end = AFTER if course is Course.BADLY else EARLY
    return {"cases": [(EARLY, end)], "period": Interval(EARLY, AFTER)}


def _milestone(criterion: Milestone, course: Course) -> Facts:
    if course is Course.WELL:
        return {"done_on": EARLY, "evidence": "文件"}
    return {"done": False}


def _recurring(criterion: Recurring, course: Course) -> Facts:
    return {"events": [EARLY] * criterion.least if course is Course.WELL else []}


def _ceiling(criterion: Ceiling, course: Course) -> Facts:
    return {criterion.quantity.name: criterion.most + 1 if course is Course.BADLY else criterion.most}


def _floor(criterion: Floor, course: Course) -> Facts:
    if course is not Course.WELL:
        return {criterion.quantity.name: criterion.least - 1}
    reached = {} if criterion.by is None else {"reached_on": EARLY}
    return {criterion.quantity.name: criterion.least, **reached}


def _exact_count(criterion: ExactCount, course: Course) -> Facts:
    facts: Facts = {criterion.quantity.name: criterion.exactly}
    if course is Course.BADLY:
        facts[criterion.quantity.name] += 1
    if criterion.rechecks is not None:
        facts[criterion.rechecks.name] = 0
    if criterion.complete is not None:
        facts[criterion.complete.name] = course is not Course.RUNNING
    return facts


def _ratio_floor(criterion: RatioFloor, course: Course) -> Facts:
    facts: Facts = {
        criterion.numerator.name: criterion.least.numerator,
        criterion.denominator.name: criterion.least.denominator,
    }
    if course is Course.BADLY:
        facts[criterion.numerator.name] = 0
    if criterion.special is not None:
        facts[criterion.special.name] = False
    return facts


def _full_rate(criterion: FullRate, course: Course) -> Facts:
    return {criterion.numerator.name: 2 if course is Course.BADLY else 3, criterion.denominator.name: 3}


def _coverage(criterion: Coverage, course: Course) -> Facts:
    covered = ["甲", "乙"] if course is Course.WELL else ["甲"]
    facts: Facts = {"universe": ["甲", "乙"], "covered": covered}
    if course is Course.WELL and criterion.by is not None:
        facts["reached_on"] = EARLY
    if criterion.tolerated:
        facts["tolerance"] = Fraction(1, 10)
    return facts


def _checklist(criterion: Checklist, course: Course) -> Facts:
    return {"done": [item.name for item in criterion.items] if course is Course.WELL else []}


def _trend(criterion: Trend, course: Course) -> Facts:
    rises = (criterion.direction is Direction.UP) is (course is Course.WELL)
    return {criterion.before: 5, criterion.after: 6 if rises else 4}


def _prohibition(criterion: Prohibition, course: Course) -> Facts:
    return {"incidents": int(course is Course.BADLY)}


def _exemption(criterion: Exemption, course: Course) -> Facts:
    return {"demanded": int(course is Course.BADLY)}


def _entitlement(criterion: Entitlement, course: Course) -> Facts:
    facts: Facts = {"granted": course is Course.WELL}
    if criterion.demand is not None:
        facts[criterion.demand.name] = 0
    return facts


def _discretion(criterion: Discretion, course: Course) -> Facts:
    return {"exercised": True}


def _all_of(criterion: AllOf, course: Course) -> Facts:
    """Every part went well, but the last that can go otherwise went so."""
    facts: Facts = {}
    special = None
    if course is Course.BADLY:
        special = criterion.parts[-1]
    elif course is Course.RUNNING:
        special = [part for part in criterion.parts if part.can_be_pending][-1]
    for part in criterion.parts:
        facts.update(_facts(part, course if part is special else Course.WELL))
    return facts


# Each builder takes its own criterion class; the table is what guarantees that it gets it.
_BUILDERS: Mapping[type[Criterion], Callable[[Any, Course], Facts]] = {
    TimeLimit: _time_limit,
    MeanTimeLimit: _mean,
    Promptness: _promptness,
    Milestone: _milestone,
    Recurring: _recurring,
    Ceiling: _ceiling,
    Floor: _floor,
    ExactCount: _exact_count,
    RatioFloor: _ratio_floor,
    FullRate: _full_rate,
    Coverage: _coverage,
    Checklist: _checklist,
    Trend: _trend,
    Prohibition: _prohibition,
    Exemption: _exemption,
    Entitlement: _entitlement,
    Discretion: _discretion,
    AllOf: _all_of,
}
