"""Criteria about numbers: ceilings, floors, counts, ratios, rates, coverage, lists, trends (上限、下限 …)."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from typing import TypeGuard, cast

from wushan_plan.errors import FactError, nearest, nearest_names
from wushan_plan.evaluation.facts import refused
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
    Ceiling,
    Checklist,
    Coverage,
    Direction,
    ExactCount,
    Floor,
    FullRate,
    Quantity,
    RatioFloor,
    Trend,
)
from wushan_plan.model.readings import Reading
from wushan_plan.model.verdict import Outlook, Reason, ReasonCode


def judge_ceiling(criterion: Ceiling, question: Question) -> Finding:
    """At most so much."""
    value = question.number(criterion.quantity.name)
    if value is None:
        return lacking(fact_named(question, criterion.quantity.name))
    reason = Reason.of(
        ReasonCode.AT_MOST, quantity=criterion.quantity, value=value, most=Fraction(criterion.most)
    )
    outcome = Outcome.FULFILLED if value <= criterion.most else Outcome.SHORT
    return Finding(outcome, (reason,), measured=value)


def judge_floor(criterion: Floor, question: Question) -> Finding:
    """At least so much, by a day."""
    value = question.number(criterion.quantity.name)
    if value is None:
        return lacking(fact_named(question, criterion.quantity.name))
    by = None if Reading.DATE_ONLY_FIRST in question.readings else criterion.by
    reason = Reason.of(
        ReasonCode.AT_LEAST,
        quantity=criterion.quantity,
        value=value,
        least=Fraction(criterion.least),
        by=by,
    )
    lack = Fraction(criterion.least) - value
    outlook = Outlook(reachable=True, needed=lack) if lack > 0 else None
    if criterion.by is not None:
        _check_reached_on(question, reached=lack <= 0)
    if by is None and criterion.by is not None and lack > 0:
        # Read without its date, the promise stays open until it is kept.
        return Finding(Outcome.OPEN, (reason,), measured=value, outlook=outlook)
    return _by_day(question, by, reached=lack <= 0, reason=reason, measured=value, outlook=outlook)


def judge_exact_count(criterion: ExactCount, question: Question) -> Finding:
    """Exactly so many, once complete; more is too many at any time."""
    value = question.number(criterion.quantity.name)
    if value is None:
        return lacking(fact_named(question, criterion.quantity.name))
    if criterion.rechecks is not None:
        rechecks = question.number(criterion.rechecks.name)
        if rechecks is not None and rechecks > value:
            raise refused(
                fact_named(question, criterion.rechecks.name),
                int(rechecks),
                f"there cannot be more of them than of all {criterion.quantity.en}.",
                "Give the re-checks as a part of the total.",
                f"不能多于{criterion.quantity.zh}的总数",
            )
        if Reading.RECHECKS_APART in question.readings:
            if rechecks is None:
                return lacking(fact_named(question, criterion.rechecks.name))
            value -= rechecks
    reason = Reason.of(
        ReasonCode.EXACTLY, quantity=criterion.quantity, value=value, exactly=criterion.exactly
    )
    if value > criterion.exactly:
        return Finding(Outcome.SHORT, (reason,), measured=value)
    if criterion.complete is not None:
        complete = question.truth(criterion.complete.name)
        if complete is None:
            return lacking(criterion.complete, reasons=(reason,))
        if not complete:
            return Finding(Outcome.OPEN, (reason,), measured=value)
    outcome = Outcome.FULFILLED if value == criterion.exactly else Outcome.SHORT
    return Finding(outcome, (reason,), measured=value)


def judge_ratio_floor(criterion: RatioFloor, question: Question) -> Finding:
    """A ratio at least so high; the special floor replaces the general one."""
    ratio = _ratio(criterion.numerator, criterion.denominator, question)
    if isinstance(ratio, Finding):
        return ratio
    least = criterion.least
    if criterion.special is not None and criterion.special_least is not None:
        special = question.truth(criterion.special.name)
        floors = (criterion.least, criterion.special_least)
        if special is None and min(floors) <= ratio < max(floors):
            return lacking(criterion.special)
        # Above both floors, or below both, it makes no difference which one holds.
        least = criterion.special_least if special else criterion.least
    reason = Reason.of(ReasonCode.RATIO, ratio=ratio, least=least)
    outcome = Outcome.FULFILLED if ratio >= least else Outcome.SHORT
    return Finding(outcome, (reason,), measured=ratio)


def judge_full_rate(criterion: FullRate, question: Question) -> Finding:
    """One hundred per cent."""
    rate = _ratio(criterion.numerator, criterion.denominator, question)
    if isinstance(rate, Finding):
        return rate
    # There is a rate, so both are known.
    done = cast(Fraction, question.number(criterion.numerator.name))
    total = cast(Fraction, question.number(criterion.denominator.name))
    reason = Reason.of(ReasonCode.RATE, rate=rate, done=done, total=total)
    if rate == 1:
        return Finding(Outcome.FULFILLED, (reason,), measured=rate)
    outlook = Outlook(reachable=True, needed=total - done, remaining=int(total - done))
    return Finding(Outcome.SHORT, (reason,), measured=rate, outlook=outlook)


def judge_coverage(criterion: Coverage, question: Question) -> Finding:
    """Everything in the universe is covered."""
    universe, covered = question.facts.get("universe"), question.facts.get("covered")
    missing = unknown(question, {"universe": universe, "covered": covered})
    if missing:
        return lacking(*missing)
    total, done = _size(universe), _size(covered)
    strange = sorted(covered - universe) if _named(covered) and _named(universe) else []
    if strange or done > total:
        raise refused(
            fact_named(question, "covered"),
            strange or int(done),
            "what is covered is part of what there is.",
            "Check the two lists or counts against each other.",
            "超出了应覆盖的范围，请把两者互相核对",
        )
    if total == 0:
        return lacking(fact_named(question, "universe"), reasons=(Reason.of(ReasonCode.EMPTY_UNIVERSE),))
    allowed = Fraction(0)
    if criterion.tolerated and done < total:
        tolerance = question.number("tolerance")
        if tolerance is None:
            return lacking(fact_named(question, "tolerance"))
        if tolerance > 1:
            raise refused(
                fact_named(question, "tolerance"),
                tolerance,
                "a tolerated share lies between 0 and 1.",
                "Write five per cent as 0.05.",
                "须在0和1之间，百分之五写成0.05",
            )
        allowed = tolerance * total
    open_items = sorted(universe - covered) if _named(covered) and _named(universe) else []
    reached = total - done <= allowed
    reason = Reason.of(
        ReasonCode.COVERED if reached else ReasonCode.NOT_COVERED,
        done=done,
        total=total,
        open=tuple(open_items),
        by=criterion.by,
    )
    if criterion.by is not None:
        _check_reached_on(question, reached=reached)
    outlook = None
    if not reached:
        outlook = Outlook(reachable=True, needed=total - done, remaining=int(total - done))
    return _by_day(question, criterion.by, reached, reason, measured=Fraction(done, total), outlook=outlook)


def judge_checklist(criterion: Checklist, question: Question) -> Finding:
    """Every listed item is done."""
    done = question.facts.get("done")
    if done is None:
        return lacking(fact_named(question, "done"))
    if not _named(done):
        raise refused(
            fact_named(question, "done"),
            int(_size(done)),
            "a list is checked item by item.",
            "Give the names of the items done.",
            "须逐项列出已完成的各项名称",
        )
    listed = [item.name for item in criterion.items]
    strange = sorted(done - set(listed))
    if criterion.closed and strange:
        raise FactError(
            value=strange[0],
            rule="the text closes its list, and this is not in it.",
            where="done",
            remedy=nearest(strange[0], listed),
            zh=f"原文的清单里没有这一项；清单为{'、'.join(listed)}",
            near=nearest_names(strange[0], listed),
        )
    still_open = tuple(name for name in listed if name not in done)
    measured = Fraction(len(listed) - len(still_open), len(listed))
    if not still_open:
        reason = Reason.of(ReasonCode.ITEMS_DONE, items=tuple(listed))
        return Finding(Outcome.FULFILLED, (reason,), measured=measured)
    reason = Reason.of(ReasonCode.ITEMS_OPEN, items=still_open)
    by = question.last_day(criterion.by)
    return _by_day(question, by, reached=False, reason=reason, measured=measured)


def judge_trend(criterion: Trend, question: Question) -> Finding:
    """An observation moves the right way; an equal one has not."""
    before, after = question.number(criterion.before), question.number(criterion.after)
    if before is None or after is None:
        return lacking(*unknown(question, {criterion.before: before, criterion.after: after}))
    improved = after > before if criterion.direction is Direction.UP else after < before
    reason = Reason.of(
        ReasonCode.IMPROVED if improved else ReasonCode.NOT_IMPROVED,
        observed=criterion,
        before=before,
        after=after,
    )
    outcome = Outcome.FULFILLED if improved else Outcome.SHORT
    return Finding(outcome, (reason,), measured=after - before)


def _by_day(
    question: Question,
    by: dt.date | None,
    reached: bool,
    reason: Reason,
    measured: Fraction,
    outlook: Outlook | None = None,
) -> Finding:
    """Fulfilled if reached by the day, open before it, short after it. ``by`` is inclusive."""
    if by is None:
        outcome = Outcome.FULFILLED if reached else Outcome.SHORT
        return Finding(outcome, (reason,), measured=measured, outlook=outlook)
    reached_on = question.date("reached_on")
    as_of = question.as_of
    if reached:
        if reached_on is None and as_of is None:
            return lacking(AS_OF, reasons=(reason,))
        if reached_on is None and as_of is not None and as_of > by:
            return lacking(fact_named(question, "reached_on"), reasons=(reason,))
        if reached_on is not None and reached_on > by:
            late = Reason.of(ReasonCode.REACHED_LATE, reached_on=reached_on, by=by)
            return Finding(Outcome.SHORT, (reason, late), measured=measured)
        return Finding(Outcome.FULFILLED, (reason,), measured=measured)
    if as_of is None:
        return lacking(AS_OF, reasons=(reason,))
    if as_of <= by:
        return Finding(Outcome.OPEN, (reason,), measured=measured, outlook=outlook)
    return Finding(Outcome.SHORT, (reason,), measured=measured)


def _check_reached_on(question: Question, *, reached: bool) -> None:
    """Refuses a day of reaching that the figures belie, whichever reading the question is judged under."""
    reached_on = question.date("reached_on")
    if reached_on is not None and (not reached or not question.has_happened(reached_on)):
        raise refused(
            fact_named(question, "reached_on"),
            str(reached_on),
            "the figures given say that it is not reached yet, or not by the day of judgement.",
            "Give the figures as they stood on as_of, and no day of reaching before it is reached.",
            "所填数字表明当时尚未达到，请核对数字和日期",
        )


def _ratio(numerator: Quantity, denominator: Quantity, question: Question) -> Fraction | Finding:
    part, whole = question.number(numerator.name), question.number(denominator.name)
    if part is None or whole is None:
        return lacking(*unknown(question, {numerator.name: part, denominator.name: whole}))
    if part > whole:
        raise refused(
            fact_named(question, numerator.name),
            str(part),
            f"a part cannot be larger than the whole ({denominator.zh}: {whole}).",
            "Check the two figures against each other.",
            f"不能大于{denominator.zh}（{whole}），请核对这两个数",
        )
    if whole == 0:
        return lacking(
            fact_named(question, denominator.name), reasons=(Reason.of(ReasonCode.ZERO_DENOMINATOR),)
        )
    return part / whole


def _named(items: object) -> TypeGuard[frozenset[str]]:
    return isinstance(items, frozenset)


def _size(items: object) -> Fraction:
    return Fraction(len(items)) if _named(items) else cast(Fraction, items)
