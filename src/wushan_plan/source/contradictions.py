"""Not against itself, not below the law (矛盾检查): what nobody could keep, what the law settles."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import attrs

from wushan_plan.model.commitment import Commitment, Relation
from wushan_plan.model.criteria import (
    AllOf,
    Ceiling,
    Coverage,
    Criterion,
    Discretion,
    Entitlement,
    ExactCount,
    Exemption,
    Floor,
    MeanTimeLimit,
    Milestone,
    Prohibition,
    Recurring,
    TimeLimit,
    Trend,
)
from wushan_plan.model.modality import Modality
from wushan_plan.model.periods import Days
from wushan_plan.model.plan import Plan
from wushan_plan.source.places import Remark, places


def commitments_of_a_measure_do_not_contradict(plan: Plan) -> Iterator[Remark]:
    """No two ask the impossible of the same thing.

    Two commitments of one measure and of one scope contradict when one asks for at least more than
    the other allows at most, when one wants up what the other wants down, or when one forbids or
    waives what the other asks for.
    """
    for place in places(plan):
        for one, other in combinations(place.commitments, 2):
            if _same_scope(one, other) and any(
                _impossible(first, second)
                for first in _claims(one)
                for second in _claims(other)
                if first.of == second.of
            ):
                yield (
                    one.number,
                    f"与{other.number}不能同时做到。",
                    f"It cannot be kept together with {other.number}.",
                )


@attrs.frozen
class _Claim:
    """What is asked of one thing: bounds for its amount."""

    of: tuple[str, str]
    least: float = float("-inf")
    most: float = float("inf")


def _impossible(one: _Claim, other: _Claim) -> bool:
    return max(one.least, other.least) > min(one.most, other.most)


def _claims(commitment: Commitment) -> Iterator[_Claim]:
    for part in _parts(commitment.criterion):
        match part:
            case Ceiling(quantity, most):
                yield _Claim((quantity.zh, quantity.unit), most=float(most))
            case Floor(quantity, least):
                yield _Claim((quantity.zh, quantity.unit), least=float(least))
            case ExactCount(quantity, exactly):
                yield _Claim((quantity.zh, quantity.unit), exactly, exactly)
            case Trend(observed, _, direction):
                sign = 1.0 if direction.value == "up" else -1.0
                yield _Claim((observed, "trend"), sign, sign)
            case Prohibition(thing) | Exemption(thing):
                yield _Claim((thing, "done"), most=0)
            case Milestone(thing) | Recurring(thing) | Coverage(thing) | Entitlement(thing):
                forbidden = commitment.modality is Modality.MUST_NOT
                yield _Claim((thing, "done"), most=0) if forbidden else _Claim((thing, "done"), least=1)
            case Discretion(thing) if commitment.modality is Modality.MUST_NOT:
                yield _Claim((thing, "done"), most=0)
            case _:
                pass


def _same_scope(one: Commitment, other: Commitment) -> bool:
    return one.scope is None or other.scope is None or one.scope.zh == other.scope.zh


def _parts(criterion: Criterion) -> tuple[Criterion, ...]:
    return criterion.parts if isinstance(criterion, AllOf) else (criterion,)


def every_limit_stands_to_the_law_as_said(plan: Plan) -> Iterator[Remark]:
    """A stricter promise is stricter, an equal one equal, where both count the same kind of days."""
    for one in plan.commitments:
        for rule in one.law:
            for limit in _limits(one):
                if rule.limit is None or type(limit) is not type(rule.limit):
                    continue
                kept = {
                    Relation.STRICTER: limit.days < rule.limit.days,
                    Relation.EQUAL: limit.days == rule.limit.days,
                }
                if not kept.get(rule.relation, True):
                    yield (
                        one.number,
                        f"与《{rule.law}》第{rule.article}条的关系标错了：{limit.days}对{rule.limit.days}。",
                        f"Its relation to article {rule.article} of {rule.law} is wrong: "
                        f"{limit.days} against {rule.limit.days}.",
                    )


def _limits(commitment: Commitment) -> Iterator[Days]:
    for part in _parts(commitment.criterion):
        if isinstance(part, TimeLimit | MeanTimeLimit):
            yield part.limit
