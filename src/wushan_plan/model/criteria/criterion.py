"""What all criteria share (判定标准): the questions each answers, the events and quantities they name."""

from __future__ import annotations

from datetime import date

import attrs

from wushan_plan.model.facts import Fact, FactKind
from wushan_plan.model.readings import Reading

PERIOD = Fact("period", "统计期间", "period covered", FactKind.PERIOD, optional=True)
"""The period a count or a mean is taken over, where the caller names one."""


class Criterion:
    """Base of all criteria (判定标准)."""

    __slots__ = ()

    @property
    def facts(self) -> tuple[Fact, ...]:
        """What has to be known, in the order a form would ask for it."""
        raise NotImplementedError

    @property
    def readings(self) -> tuple[Reading, ...]:
        """The readings it can be judged under, the default first; empty when there is one only."""
        return ()

    @property
    def fixed_date(self) -> date | None:
        """The date the text fixes, inclusive; ``None`` where it fixes none."""
        return None

    @property
    def can_be_pending(self) -> bool:
        """Whether there is a time before which nothing is late."""
        return False

    @property
    def can_fall_short(self) -> bool:
        """Whether facts exist under which it is not fulfilled."""
        return True


@attrs.frozen
class Event:
    """A dated event that starts or stops a clock (起算或截止事件).

    Attributes:
        zh: the event in Chinese, such as 受理.
        en: the event in English, such as acceptance.
        name: the keyword its date goes by, where a clock has several starting events.
        inferred: whether the text leaves the event open and this is our inference.
    """

    zh: str
    en: str
    name: str = ""
    inferred: bool = False


@attrs.frozen
class Quantity:
    """Something counted or measured (计量对象).

    Attributes:
        name: the keyword ``evaluate`` takes it under.
        zh: what it is, in Chinese.
        en: what it is, in English.
        unit: its unit in Chinese: 项, 次, 份, 元 …; empty for a ratio.
        kind: ``COUNT`` for whole numbers, ``AMOUNT`` for money and measured amounts.
    """

    name: str
    zh: str
    en: str
    unit: str
    kind: FactKind = FactKind.COUNT

    @property
    def fact(self) -> Fact:
        """The fact that carries its value."""
        return Fact(self.name, self.zh, self.en, self.kind, self.unit)
