"""What a class of the model says when it refuses (报错的四项内容)."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from attrs import frozen

from wushan_plan.errors import WushanPlanError


@frozen
class Refusal:
    """A refusal as an office and a program meet it.

    Attributes:
        kind: the class of the error, exactly.
        value: what was refused, exactly.
        where: the place, exactly.
        rule: words that the rule holds.
        remedy: words that the remedy holds.
        zh: the rule in Chinese, exactly.
        near: what may have been meant, exactly.
    """

    kind: type[WushanPlanError]
    value: object
    where: str
    rule: str
    remedy: str
    zh: str = ""
    near: tuple[str, ...] = ()

    def is_met_by(self, call: Callable[[], object]) -> None:
        with pytest.raises(WushanPlanError) as caught:
            call()
        error = caught.value
        assert type(error) is self.kind
        assert (error.value, type(error.value)) == (self.value, type(self.value))
        assert error.where == self.where
        assert self.rule in error.rule
        assert self.remedy in error.remedy
        assert (error.zh, error.near) == (self.zh, self.near)
