"""What a refusal has to say, whoever refuses."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from wushan_plan.errors import WushanPlanError


def refusal(
    call: Callable[[], object], kind: type[WushanPlanError], value: object, where: str, rule: str, remedy: str
) -> WushanPlanError:
    """The error ``call`` raises: of this very kind, about this value, there, with rule and remedy."""
    with pytest.raises(kind) as caught:
        call()
    error = caught.value
    assert type(error) is kind
    assert (error.value, error.where) == (value, where)
    assert rule in error.rule
    assert remedy in error.remedy
    assert isinstance(error.zh, str)
    return error
