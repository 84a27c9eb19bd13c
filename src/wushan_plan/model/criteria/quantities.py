"""Criteria about numbers: ceilings, floors, counts, ratios, rates, coverage, lists, trends (上限、下限 …)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction

import attrs

from wushan_plan.model.criteria.criterion import Criterion, Quantity
from wushan_plan.model.facts import Fact, FactKind
from wushan_plan.model.readings import Reading

_REACHED_ON = Fact("reached_on", "达到日期", "day it was reached", FactKind.DATE, optional=True)


@attrs.frozen
class Ceiling(Criterion):
    """At most so much, inclusive (上限). Zero is the commonest ceiling.

    Attributes:
        quantity: what is counted.
        most: largest allowed value, inclusive.
    """

    quantity: Quantity
    most: int | Decimal

    @property
    def facts(self) -> tuple[Fact, ...]:
        return (self.quantity.fact,)


@attrs.frozen
class Floor(Criterion):
    """At least so much, inclusive, by a day (下限).

    Attributes:
        quantity: what is counted, as it stood on ``as_of``.
        least: smallest allowed value, inclusive.
        by: last day, inclusive; never rolls. ``None``: no date, judged as it stands.
        by_is_ellipsis: the date stands in an earlier half of the sentence, so that its reach
            over this half is a reading.
    """

    quantity: Quantity
    least: int | Decimal
    by: date | None = None
    by_is_ellipsis: bool = False

    @property
    def fixed_date(self) -> date | None:
        return self.by

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The quantity, and ``reached_on`` when the day it was reached is known."""
        if self.by is None:
            return (self.quantity.fact,)
        return (self.quantity.fact, _REACHED_ON)

    @property
    def readings(self) -> tuple[Reading, ...]:
        return Reading.DATE_GOVERNS.group if self.by_is_ellipsis else ()

    @property
    def can_be_pending(self) -> bool:
        return self.by is not None


@attrs.frozen
class ExactCount(Criterion):
    """Exactly so many, once a case is complete (恰好). More is a miss at any time.

    Attributes:
        quantity: what is counted.
        exactly: the number.
        complete: the truth that tells whether the case is complete; before, too few is pending.
        rechecks: re-checks counted apart, where the text leaves open whether they count.
    """

    quantity: Quantity
    exactly: int
    complete: Fact | None = None
    rechecks: Quantity | None = None

    @property
    def facts(self) -> tuple[Fact, ...]:
        extra = () if self.rechecks is None else (attrs.evolve(self.rechecks.fact, optional=True),)
        done = () if self.complete is None else (self.complete,)
        return (self.quantity.fact, *extra, *done)

    @property
    def readings(self) -> tuple[Reading, ...]:
        return () if self.rechecks is None else Reading.RECHECKS_COUNT.group

    @property
    def can_be_pending(self) -> bool:
        return self.complete is not None


@attrs.frozen
class RatioFloor(Criterion):
    """A ratio at least so high, inclusive, with a higher floor for some (比例下限). Exact.

    Attributes:
        numerator: the part.
        denominator: the whole; zero makes the ratio unknown.
        least: the general floor.
        special: the truth that tells whether the special floor replaces the general one.
        special_least: the special floor.
    """

    numerator: Quantity
    denominator: Quantity
    least: Fraction
    special: Fact | None = None
    special_least: Fraction | None = None

    @property
    def facts(self) -> tuple[Fact, ...]:
        extra = () if self.special is None else (self.special,)
        return (self.numerator.fact, self.denominator.fact, *extra)


@attrs.frozen
class FullRate(Criterion):
    """A rate of one hundred per cent: numerator equals denominator (率达100%).

    Attributes:
        numerator: what was done.
        denominator: what was there to do; zero makes the rate unknown.
    """

    numerator: Quantity
    denominator: Quantity

    @property
    def facts(self) -> tuple[Fact, ...]:
        return (self.numerator.fact, self.denominator.fact)


@attrs.frozen
class Coverage(Criterion):
    """Everything in a universe is covered (全覆盖). An empty universe is unknown.

    Attributes:
        universe: what there is, in Chinese; the text seldom lists it, so the caller supplies it.
        universe_en: the same in English.
        unit: what one of it is called: 项, 件, 个.
        by: last day, inclusive; never rolls. ``None``: judged as it stands.
        conditions: the conditions each item must fulfil, when there are several.
        tolerated: 基本: the share that may be missing is the caller's to give; there is no default.
    """

    universe: str
    universe_en: str
    unit: str = "项"
    by: date | None = None
    conditions: tuple[tuple[str, str], ...] = ()
    tolerated: bool = False

    @property
    def fixed_date(self) -> date | None:
        return self.by

    @property
    def facts(self) -> tuple[Fact, ...]:
        """``universe`` and ``covered``: names or counts; ``tolerance``: a ratio from 0 to 1."""
        every = "，且".join(zh for zh, _ in self.conditions)
        every_en = " and ".join(en for _, en in self.conditions)
        facts = [
            Fact("universe", f"全部{self.universe}", f"all {self.universe_en}", FactKind.ITEMS, self.unit),
            Fact(
                "covered",
                f"已覆盖的{self.universe}" + (f"（{every}）" if every else ""),
                f"covered {self.universe_en}" + (f" ({every_en})" if every_en else ""),
                FactKind.ITEMS,
                self.unit,
            ),
        ]
        if self.by is not None:
            facts.append(_REACHED_ON)
        if self.tolerated:
            facts.append(Fact("tolerance", "容许缺口比例", "tolerated share", FactKind.AMOUNT))
        return tuple(facts)

    @property
    def can_be_pending(self) -> bool:
        return self.by is not None


@attrs.frozen
class Item:
    """One entry of a checklist (清单项).

    Attributes:
        name: the short name used in ``done``.
        en: the same in English.
    """

    name: str
    en: str


@attrs.frozen
class Checklist(Criterion):
    """Every listed item is done (清单).

    Attributes:
        items: the items the text names, in its order.
        closed: whether the list is complete (等 that ends a list), or only begins one.
        by: last day, inclusive; ``None`` means the last day of the plan's period (inference).
    """

    items: tuple[Item, ...]
    closed: bool
    by: date | None = None

    @property
    def fixed_date(self) -> date | None:
        return self.by

    @property
    def facts(self) -> tuple[Fact, ...]:
        """``done``: names of the items done; an open list accepts further names."""
        listed = "、".join(item.name for item in self.items)
        listed_en = ", ".join(item.en for item in self.items)
        return (Fact("done", f"已完成的项目（{listed}）", f"items done ({listed_en})", FactKind.ITEMS, "项"),)

    @property
    def can_be_pending(self) -> bool:
        return True


class Direction(Enum):
    """Which way a trend is meant to go (方向)."""

    UP = "up"
    DOWN = "down"


@attrs.frozen
class Trend(Criterion):
    """An observation moves the right way against the previous comparable period (趋势).

    Strict: an equal observation has not improved (register E14).

    Attributes:
        observed: what is observed, in Chinese.
        observed_en: the same in English.
        direction: which way is better.
        unit: its unit in Chinese; empty when the text suggests none.
        name: sets its facts apart where one commitment watches several trends.
    """

    observed: str
    observed_en: str
    direction: Direction
    unit: str = ""
    name: str = ""

    @property
    def before(self) -> str:
        """Name of the fact for the earlier observation."""
        return f"{self.name}_before" if self.name else "before"

    @property
    def after(self) -> str:
        """Name of the fact for the later observation."""
        return f"{self.name}_after" if self.name else "after"

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Two comparable observations: :attr:`before` and :attr:`after`."""
        kind = FactKind.QUANTITY
        return (
            Fact(self.before, f"上期{self.observed}", f"{self.observed_en}, before", kind, self.unit),
            Fact(self.after, f"本期{self.observed}", f"{self.observed_en}, after", kind, self.unit),
        )
