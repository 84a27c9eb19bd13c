"""How a commitment is checked (判定标准): one legal word, one small class.

A criterion is a shape without an opinion. It says which facts it needs and what they are measured
against; what the facts amount to is decided in ``wushan_plan.evaluation``.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction

import attrs

from wushan_plan.errors import DefinitionError
from wushan_plan.model.facts import Fact, FactKind
from wushan_plan.model.periods import CalendarDays, Days
from wushan_plan.model.readings import Reading

_DONE_ON = Fact("done_on", "完成日期", "date done", FactKind.DATE, optional=True)
_DONE = Fact("done", "是否完成", "done", FactKind.TRUTH, optional=True)
_EVIDENCE = Fact("evidence", "佐证材料", "evidence", FactKind.TEXT)
_REACHED_ON = Fact("reached_on", "达到日期", "day it was reached", FactKind.DATE, optional=True)
_UNREAD = Fact("unread_cases", "读不出的办件数", "cases that could not be read", FactKind.COUNT, "件", True)
_PERIOD = Fact("period", "统计期间", "period covered", FactKind.PERIOD, optional=True)


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


# --- time ---------------------------------------------------------------------------------------


def _events(value: Event | tuple[Event, ...]) -> tuple[Event, ...]:
    return (value,) if isinstance(value, Event) else value


def _both(first: Reading) -> tuple[Reading, ...]:
    return (first, *(one for one in first.group if one is not first))


@attrs.frozen
class TimeLimit(Criterion):
    """One case, at most so many days from start to end (时限).

    The starting day is not counted (民法典 201). Both starting and ending on the same day is 0 days.

    Attributes:
        limit: the last allowed number of days, inclusive.
        start: the starting event; with several, the clock starts at the latest of them.
        end: the event that stops the clock.
        reading: the default of the two readings of a limit.
    """

    limit: Days
    start: tuple[Event, ...] = attrs.field(converter=_events)
    end: Event
    reading: Reading = attrs.field()

    @reading.validator
    def _is_of_a_limit(self, attribute: attrs.Attribute[Reading], value: Reading) -> None:
        if value not in Reading.BY_COUNT.group:
            raise DefinitionError(
                value=value,
                rule="a time limit is read by count or by date.",
                where="TimeLimit(reading=…)",
                remedy="Use Reading.BY_COUNT or Reading.BY_DATE.",
            )

    def __attrs_post_init__(self) -> None:
        if self.limit.days < 0:
            raise DefinitionError(
                value=self.limit,
                rule="a time limit is 0 days or more.",
                where="TimeLimit(limit=…)",
                remedy="Give the number of days the text allows.",
            )

    @property
    def facts(self) -> tuple[Fact, ...]:
        """``start`` and ``end``; each of several starting events can also be given by its name."""
        if len(self.start) == 1:
            starts: tuple[Fact, ...] = (
                Fact("start", self.start[0].zh + "日期", self.start[0].en, FactKind.DATE),
            )
        else:
            starts = tuple(Fact(one.name, one.zh + "日期", one.en, FactKind.DATE) for one in self.start)
        return (*starts, Fact("end", self.end.zh + "日期", self.end.en, FactKind.DATE, optional=True))

    @property
    def readings(self) -> tuple[Reading, ...]:
        return _both(self.reading)

    @property
    def can_be_pending(self) -> bool:
        return True


@attrs.frozen
class MeanTimeLimit(Criterion):
    """Many cases, the exact mean of their days at most so many (平均时限). Never rounded.

    Attributes:
        limit: the largest allowed mean, inclusive.
        start: the starting event of each case.
        end: the event that completes each case.
    """

    limit: Days
    start: Event
    end: Event

    @property
    def facts(self) -> tuple[Fact, ...]:
        """``cases``: pairs of dates. Optional: ``period``, which selects completed cases by their end;
        ``unread_cases``, how many more there are that could not be read."""
        return (
            Fact(
                "cases",
                f"各办件（{self.start.zh}日期，{self.end.zh}日期）",
                f"the cases ({self.start.en}, {self.end.en})",
                FactKind.CASES,
            ),
            _PERIOD,
            _UNREAD,
        )

    @property
    def readings(self) -> tuple[Reading, ...]:
        return Reading.COMPLETED_CASES.group

    @property
    def can_be_pending(self) -> bool:
        return True


@attrs.frozen
class Promptness(Criterion):
    """Prompt, immediate or simultaneous, without a number in the text (及时).

    The text gives no number, so it is judged only against a benchmark: the caller's, or the
    default where the word itself means the same day.

    Attributes:
        start: the starting event.
        end: the event that stops the clock.
        benchmark: the default benchmark; ``None`` when only the caller can supply one.
    """

    start: Event
    end: Event
    benchmark: CalendarDays | None = None

    @property
    def facts(self) -> tuple[Fact, ...]:
        """``start``, ``end`` and ``benchmark``."""
        return (
            Fact("start", self.start.zh + "日期", self.start.en, FactKind.DATE),
            Fact("end", self.end.zh + "日期", self.end.en, FactKind.DATE, optional=True),
            Fact(
                "benchmark",
                "外部时限",
                "external benchmark",
                FactKind.DURATION,
                optional=self.benchmark is not None,
            ),
        )

    @property
    def can_be_pending(self) -> bool:
        return True


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
        return (Fact("events", f"{self.event}的日期", f"dates of: {self.event_en}", FactKind.DATES), _PERIOD)

    @property
    def can_be_pending(self) -> bool:
        return True


# --- quantities ---------------------------------------------------------------------------------


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


# --- what is forbidden, granted or allowed --------------------------------------------------------


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


# --- criteria made of others ----------------------------------------------------------------------


@attrs.frozen
class AllOf(Criterion):
    """Every part holds (同时满足). The parts take facts of different names.

    Attributes:
        parts: the criteria, in the order of the text.
    """

    parts: tuple[Criterion, ...]

    def __attrs_post_init__(self) -> None:
        names = [fact.name for part in self.parts for fact in part.facts]
        if len(names) != len(set(names)):
            raise DefinitionError(
                value=names,
                rule="the parts of one criterion take facts of different names.",
                where="AllOf",
                remedy="Rename the quantities.",
            )

    @property
    def fixed_date(self) -> date | None:
        return next((part.fixed_date for part in self.parts if part.fixed_date), None)

    @property
    def facts(self) -> tuple[Fact, ...]:
        return tuple(fact for part in self.parts for fact in part.facts)

    @property
    def readings(self) -> tuple[Reading, ...]:
        return tuple(reading for part in self.parts for reading in part.readings)

    @property
    def can_be_pending(self) -> bool:
        return any(part.can_be_pending for part in self.parts)


@attrs.frozen
class Summary(Criterion):
    """A heading that only names what the sentences below it promise (标题概括).

    It is fulfilled when they are, and is never counted beside them.
    """

    @property
    def facts(self) -> tuple[Fact, ...]:
        """``verdicts`` on the commitments of the same measure."""
        return (
            Fact(
                "verdicts", "本条各承诺事项的判定", "verdicts on the measure's commitments", FactKind.VERDICTS
            ),
        )

    @property
    def can_be_pending(self) -> bool:
        return True
