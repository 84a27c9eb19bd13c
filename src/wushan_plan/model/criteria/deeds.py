"""Criteria about what was done, happened or was asked for (里程碑、经常性、禁止、免除、权益、可以)."""

from __future__ import annotations

from datetime import date

import attrs

from wushan_plan.model.criteria.criterion import PERIOD, Criterion, Quantity
from wushan_plan.model.facts import Fact, FactKind

_DONE = Fact("done", "是否完成", "done", FactKind.TRUTH, optional=True)
_DONE_ON = Fact("done_on", "完成日期", "date done", FactKind.DATE, optional=True)
_EVIDENCE = Fact("evidence", "佐证材料", "evidence", FactKind.TEXT)


@attrs.frozen
class Milestone(Criterion):
    """Something is in place by a day, with evidence (里程碑: 建立、接入、落实 …).

    Attributes:
        result: what is in place, in Chinese.
        result_en: the same in English.
        by: last day, inclusive; never rolls. ``None`` means the last day of the plan's period,
            which is an inference.
    """

    result: str
    result_en: str
    by: date | None = None

    @property
    def fixed_date(self) -> date | None:
        return self.by

    @property
    def facts(self) -> tuple[Fact, ...]:
        """``done``, ``done_on`` and ``evidence``."""
        return (
            attrs.evolve(_DONE, zh=f"是否完成：{self.result}", en=f"done: {self.result_en}"),
            _DONE_ON,
            _EVIDENCE,
        )

    @property
    def can_be_pending(self) -> bool:
        return True


@attrs.frozen
class Recurring(Criterion):
    """Something happens again and again: at least so often in each period (经常性).

    The text gives no interval; once a year is an inference (register T19).

    Attributes:
        event: what happens, in Chinese.
        event_en: the same in English.
        least: how often at least in the period, inclusive.
    """

    event: str
    event_en: str
    least: int = 1

    @property
    def facts(self) -> tuple[Fact, ...]:
        """``events``: the dates on which it happened; ``period``: optional."""
        return (Fact("events", f"{self.event}的日期", f"dates of: {self.event_en}", FactKind.DATES), PERIOD)

    @property
    def can_be_pending(self) -> bool:
        return True


@attrs.frozen
class Prohibition(Criterion):
    """Something must not happen at all (禁止).

    Attributes:
        incident: what must not happen, in Chinese.
        incident_en: the same in English.
        unit: what one of it is called.
    """

    incident: str
    incident_en: str
    unit: str = "起"

    @property
    def facts(self) -> tuple[Fact, ...]:
        """``incidents``: how often it happened."""
        return (Fact("incidents", self.incident, self.incident_en, FactKind.COUNT, self.unit),)


@attrs.frozen
class Exemption(Criterion):
    """Something is no longer required (免除).

    Attributes:
        requirement: what is no longer required, in Chinese.
        requirement_en: the same in English.
        unit: what one of it is called.
    """

    requirement: str
    requirement_en: str
    unit: str = "次"

    @property
    def facts(self) -> tuple[Fact, ...]:
        """``demanded``: how often it was required all the same."""
        return (
            Fact(
                "demanded",
                f"仍被要求：{self.requirement}",
                f"still demanded: {self.requirement_en}",
                FactKind.COUNT,
                self.unit,
            ),
        )


@attrs.frozen
class Entitlement(Criterion):
    """A person may claim something, for nothing but what the text says (权益).

    Attributes:
        grant: what may be claimed, in Chinese.
        grant_en: the same in English.
        demand: what must not be asked in return (a fee, a paper); ``None`` when nothing is said.
    """

    grant: str
    grant_en: str
    demand: Quantity | None = None

    @property
    def facts(self) -> tuple[Fact, ...]:
        """``granted``, and the demand."""
        extra = () if self.demand is None else (self.demand.fact,)
        return (Fact("granted", f"已提供：{self.grant}", f"granted: {self.grant_en}", FactKind.TRUTH), *extra)


@attrs.frozen
class Discretion(Criterion):
    """A power an authority may use (可以): not using it breaks nothing.

    Attributes:
        power: the power, in Chinese.
        power_en: the same in English.
    """

    power: str
    power_en: str

    @property
    def facts(self) -> tuple[Fact, ...]:
        """``exercised``."""
        return (Fact("exercised", f"已行使：{self.power}", f"exercised: {self.power_en}", FactKind.TRUTH),)

    @property
    def can_fall_short(self) -> bool:
        return False
