"""Facts are read once, exactly, or refused (事实的校验).

Every number becomes a ``Fraction``: a float stands for the shortest decimal that prints like it, so
0.3 is three tenths. What cannot be true is refused with the name of the fact; what is not given is
left out, and is never zero.
"""

from __future__ import annotations

import datetime as dt
import math
import operator
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import SupportsIndex

from wushan_plan.calendar.dates import calendar_date
from wushan_plan.errors import DateTypeError, FactDateError, FactError, nearest
from wushan_plan.model.facts import Fact, FactKind, meant
from wushan_plan.model.periods import CalendarDays, Interval, WorkingDays
from wushan_plan.model.verdict import Verdict

Case = tuple[dt.date, dt.date | None]


def read_facts(asked: tuple[Fact, ...], given: Mapping[str, object]) -> dict[str, object]:
    """The facts that are known, each validated by its kind.

    Args:
        asked: the facts the commitment asks for.
        given: the caller's values by name; ``None`` means not known.

    Raises:
        FactError: for a name not asked for, a wrong type, or a value that cannot be true.
    """
    by_name = {fact.name: fact for fact in asked}
    known: dict[str, object] = {}
    for name, value in given.items():
        fact = by_name.get(name)
        if fact is None:
            raise FactError(
                value=name,
                rule="this commitment does not ask for such a fact.",
                where=f"evaluate({name}=…)",
                remedy=nearest(meant(name, by_name), by_name),
            )
        if value is None:
            continue
        read = _READERS[fact.kind](value, fact)
        if read is not None:
            known[name] = read
    return known


def refused(fact: Fact, value: object, rule: str, remedy: str, zh: str) -> FactError:
    """The error for a value that cannot be the value of ``fact``; ``zh`` is the rule in Chinese."""
    where = f"{fact.name} ({fact.zh})"
    return FactError(value=value, rule=rule, where=where, remedy=remedy, zh=f"{fact.zh}：{zh}")


def _date(value: object, fact: Fact) -> dt.date:
    return _calendar_date(value, f"{fact.name} ({fact.zh})")


def _calendar_date(value: object, where: str) -> dt.date:
    try:
        return calendar_date(value)
    except DateTypeError as error:
        raise FactDateError(
            value=value, rule=error.rule, where=where, remedy=error.remedy, zh="不是日期，请写成2021-09-24"
        ) from None


def _dates(value: object, fact: Fact) -> tuple[dt.date, ...]:
    return tuple(sorted(_date(entry, fact) for entry in _iterated(value, fact)))


def _count(value: object, fact: Fact) -> Fraction:
    if isinstance(value, bool) or not isinstance(value, SupportsIndex):
        raise refused(fact, value, "a count is a whole number.", "Give an int.", "须是整数")
    count = operator.index(value)
    if count < 0:
        raise refused(
            fact, count, "a count is never negative.", "Check the source of the figure.", "不能是负数，请核对"
        )
    return Fraction(count)


def _quantity(value: object, fact: Fact) -> Fraction:
    if isinstance(value, float):
        if not math.isfinite(value):
            raise _not_finite(fact, value)
        return Fraction(Decimal(repr(float(value))))
    if isinstance(value, Decimal):
        if not value.is_finite():
            raise _not_finite(fact, value)
        return Fraction(value)
    if isinstance(value, Fraction):
        return value
    if isinstance(value, bool) or not isinstance(value, SupportsIndex):
        raise refused(
            fact, value, "a number is needed.", "Give an int, Decimal, Fraction or float.", "须是数字"
        )
    return Fraction(operator.index(value))


def _not_finite(fact: Fact, value: object) -> FactError:
    remedy = "Give None for a number that is not known."
    return refused(fact, value, "a number is finite.", remedy, "不是有限的数；不掌握的请留空")


def _amount(value: object, fact: Fact) -> Fraction:
    amount = _quantity(value, fact)
    if amount < 0:
        raise refused(
            fact,
            value,
            "an amount is never negative.",
            "Check the source of the figure.",
            "不能是负数，请核对",
        )
    return amount


def _truth(value: object, fact: Fact) -> bool:
    if not isinstance(value, bool):
        raise refused(
            fact,
            value,
            "a yes or a no is needed.",
            "Give True, False, or None if unknown.",
            "只能是“是”或“否”",
        )
    return value


def _text(value: object, fact: Fact) -> str | None:
    if not isinstance(value, str):
        raise refused(fact, value, "text is needed.", "Give a str.", "须是文字")
    return value.strip() or None


def _items(value: object, fact: Fact) -> Fraction | frozenset[str]:
    if isinstance(value, SupportsIndex):
        return _count(value, fact)
    items = tuple(_iterated(value, fact))
    for item in items:
        if not isinstance(item, str) or not item.strip():
            raise refused(
                fact,
                item,
                "an item is named by text.",
                "Give the names, or how many there are.",
                "须列出各项的名称，或写有几项",
            )
    names = frozenset(str(item).strip() for item in items)
    if len(names) != len(items):
        raise refused(fact, items, "an item is listed twice.", "List each item once.", "有一项列了两次")
    return names


def _cases(value: object, fact: Fact) -> tuple[Case, ...]:
    cases: list[Case] = []
    for row, entry in enumerate(_iterated(value, fact), 1):
        where = f"{fact.name}, case {row}"
        pair = tuple(entry) if isinstance(entry, Iterable) else ()
        if len(pair) != 2:
            raise FactError(
                value=entry,
                rule="a case is a pair of dates.",
                where=where,
                remedy="Give (start, end), with None as the end of an open case.",
                zh=f"第{row}件：须有起止两个日期",
            )
        first, last = pair
        start = _calendar_date(first, where)
        end = None if last is None else _calendar_date(last, where)
        if end is not None and end < start:
            raise FactError(
                value=(str(start), str(end)),
                rule="a case cannot end before it starts.",
                where=where,
                remedy="Check the two dates.",
                zh=f"第{row}件：办结早于起算，请核对两个日期",
            )
        cases.append((start, end))
    return tuple(cases)


def _period(value: object, fact: Fact) -> Interval:
    pair = (value.first, value.last) if isinstance(value, Interval) else tuple(_iterated(value, fact))
    if len(pair) != 2:
        raise refused(
            fact, value, "a period has a first and a last day.", "Give (first, last).", "期间须有首日和末日"
        )
    first, last = (_date(day, fact) for day in pair)
    if last < first:
        raise refused(
            fact, value, "a period cannot end before it begins.", "Swap the two days.", "末日早于首日，请对调"
        )
    return Interval(first, last)


def _duration(value: object, fact: Fact) -> WorkingDays | CalendarDays:
    if not isinstance(value, (WorkingDays, CalendarDays)) or value.days < 0:
        raise refused(
            fact,
            value,
            "a benchmark is a number of working days or of calendar days, 0 or more.",
            "Give WorkingDays(n) or CalendarDays(n).",
            "须是工作日数或日历日数，不小于0",
        )
    return value


def _verdicts(value: object, fact: Fact) -> tuple[Verdict, ...]:
    verdicts = tuple(_iterated(value, fact))
    for verdict in verdicts:
        if not isinstance(verdict, Verdict):
            raise refused(
                fact, verdict, "verdicts are needed.", "Give what evaluate(…) returned.", "须是判定结果"
            )
    return verdicts  # type: ignore[return-value]  # checked one by one above


def _iterated(value: object, fact: Fact) -> Iterable[object]:
    if isinstance(value, (str, bytes)) or not isinstance(value, Iterable):
        raise refused(
            fact,
            value,
            f"several values are needed, not one {type(value).__name__}.",
            "Give a list.",
            "须列出多个值",
        )
    return value


_READERS: Mapping[FactKind, Callable[[object, Fact], object]] = {
    FactKind.DATE: _date,
    FactKind.DATES: _dates,
    FactKind.COUNT: _count,
    FactKind.AMOUNT: _amount,
    FactKind.QUANTITY: _quantity,
    FactKind.TRUTH: _truth,
    FactKind.TEXT: _text,
    FactKind.ITEMS: _items,
    FactKind.CASES: _cases,
    FactKind.PERIOD: _period,
    FactKind.DURATION: _duration,
    FactKind.VERDICTS: _verdicts,
}
