"""Reported values, frozen and exact, and their one written form (填报值).

Whatever an office reports becomes one of a few immutable Python values, and each of them has exactly
one form in JSON, so that the same report always has the same id.
"""

from __future__ import annotations

import datetime as dt
import json
import math
import operator
from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any, SupportsIndex, cast

from wushan_plan.calendar.dates import calendar_date
from wushan_plan.errors import DateTypeError, EntryError
from wushan_plan.model.periods import CalendarDays, Interval, WorkingDays

Cases = tuple[tuple[dt.date, dt.date | None], ...]
FactValue = (
    None
    | bool
    | int
    | Fraction
    | str
    | dt.date
    | Interval
    | WorkingDays
    | CalendarDays
    | tuple[str, ...]
    | tuple[dt.date, ...]
    | Cases
)
"""What a fact can be reported as; ``None`` takes an earlier report back: it is not known."""

Facts = tuple[tuple[str, FactValue], ...]
"""Reported facts, sorted by name."""


def frozen_facts(given: Mapping[str, object] | Iterable[tuple[str, object]]) -> Facts:
    """``given`` as sorted pairs of names and frozen values.

    Raises:
        EntryError: for a value no fact can have.
    """
    pairs = dict(given)
    return tuple((name, frozen_value(pairs[name], name)) for name in sorted(pairs))


def frozen_value(value: object, name: str) -> FactValue:
    """``value`` as an immutable, exact value.

    A ``float`` stands for the shortest decimal that prints like it, as in ``evaluate``. Names of
    items, dates and cases are sorted: their order says nothing.
    """
    if type(value) is int:  # the commonest, and protocols are slow to ask
        return value
    if value is None or isinstance(value, (bool, Interval, WorkingDays, CalendarDays)):
        return value
    if isinstance(value, str):
        text = value.strip()
        if not text:
            raise _refused(value, name, "a reported text says something.", "Leave the fact out.")
        return text
    if isinstance(value, (float, Decimal, Fraction)):
        return _exact(value, name)
    if isinstance(value, SupportsIndex):
        return operator.index(value)
    if isinstance(value, Iterable):
        return _several(tuple(value), name)
    return _date(value, name)


def to_json(value: FactValue) -> object:
    """The written form of a frozen value."""
    if value is None or isinstance(value, (bool, int, str)):
        return value
    if isinstance(value, Fraction):
        return {"fraction": f"{value.numerator}/{value.denominator}"}
    if isinstance(value, dt.date):
        return {"date": value.isoformat()}
    if isinstance(value, Interval):
        return {"period": [value.first.isoformat(), value.last.isoformat()]}
    if isinstance(value, WorkingDays):
        return {"working_days": value.days}
    if isinstance(value, CalendarDays):
        return {"calendar_days": value.days}
    if value and isinstance(value[0], dt.date):
        return {"dates": [day.isoformat() for day in value]}
    if value and isinstance(value[0], tuple):
        return {
            "cases": [[start.isoformat(), None if end is None else end.isoformat()] for start, end in value]
        }
    return {"items": list(cast(tuple[str, ...], value))}


def from_json(written: object, name: str) -> FactValue:
    """The value of a written form.

    Raises:
        EntryError: for anything :func:`to_json` does not write.
    """
    if written is None or isinstance(written, (bool, int, str)):
        return written
    try:
        ((tag, content),) = cast(dict[str, Any], written).items()
        return cast(FactValue, _WRITTEN[tag](content))
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise _refused(written, name, "this is no written form of a fact.", "Export it anew.") from error


def canonical(content: object) -> str:
    """The one way ``content`` is written: sorted keys, no spaces, characters as they are."""
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _case(pair: tuple[str, str | None]) -> tuple[dt.date, dt.date | None]:
    start, end = pair
    return dt.date.fromisoformat(start), None if end is None else dt.date.fromisoformat(end)


_WRITTEN: Mapping[str, Any] = {
    "fraction": Fraction,
    "date": dt.date.fromisoformat,
    "period": lambda pair: Interval(*(dt.date.fromisoformat(day) for day in pair)),
    "working_days": WorkingDays,
    "calendar_days": CalendarDays,
    "dates": lambda days: tuple(dt.date.fromisoformat(day) for day in days),
    "cases": lambda cases: tuple(_case(pair) for pair in cases),
    "items": lambda names: tuple(str(one) for one in names),
}


def _exact(value: float | Decimal | Fraction, name: str) -> int | Fraction:
    if not isinstance(value, Fraction):
        finite = value.is_finite() if isinstance(value, Decimal) else math.isfinite(value)
        if not finite:
            raise _refused(value, name, "a number is finite.", "Leave out a number that is not known.")
    exact = Fraction(Decimal(repr(float(value)))) if isinstance(value, float) else Fraction(value)
    return exact.numerator if exact.denominator == 1 else exact


def _several(values: tuple[object, ...], name: str) -> FactValue:
    if all(isinstance(one, str) for one in values):
        names = tuple(sorted(str(one).strip() for one in values))
        if len(set(names)) != len(names) or not all(names):
            raise _refused(values, name, "each item is named once, and by text.", "List each item once.")
        return names
    if all(isinstance(one, (tuple, list)) and len(one) == 2 for one in values):
        cases = [
            (_date(start, name), None if end is None else _date(end, name))
            for start, end in cast(tuple[tuple[object, object], ...], values)
        ]
        return tuple(sorted(cases, key=lambda case: (case[0], case[1] or dt.date.max, case[1] is None)))
    return tuple(sorted(_date(one, name) for one in values))


def _date(value: object, name: str) -> dt.date:
    try:
        return calendar_date(value)
    except DateTypeError as error:
        raise _refused(
            value,
            name,
            "a fact is a number, a truth, a text, a date, a period, days, or several of a kind.",
            "Give one of these.",
        ) from error


def _refused(value: object, name: str, rule: str, remedy: str) -> EntryError:
    return EntryError(value=value, rule=rule, where=name, remedy=remedy, zh=f"{name}：填报值无法采用")
