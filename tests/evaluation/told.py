"""What an answer says, and what a refusal says, whole."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from wushan_plan import Commitment, Fact, FactKind
from wushan_plan.errors import FactError
from wushan_plan.model.verdict import Reason, ReasonCode

AS_OF = Fact("as_of", "判定基准日", "day of judgement", FactKind.DATE)


def fact(commitment: Commitment, name: str) -> Fact:
    """The fact the commitment asks for under that name."""
    return next(one for one in commitment.facts if one.name == name)


def lacking(*facts: Fact) -> Reason:
    """The reason that names missing facts."""
    return Reason.of(ReasonCode.MISSING, facts=facts)


def refusal(call: Callable[..., object], **facts: object) -> tuple[object, str, str, str, str]:
    """Value, rule, place, remedy and the rule in Chinese of the error with which ``call`` refuses."""
    with pytest.raises(FactError) as caught:
        call(**facts)
    error = caught.value
    return (error.value, error.rule, error.where, error.remedy, error.zh)
