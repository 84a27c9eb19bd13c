"""Lengths of time (期间): working days and calendar days are two different types."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Self

import attrs

from wushan_plan.errors import CountError, DefinitionError


def _whole(instance: object, attribute: attrs.Attribute[int], value: int) -> None:
    if type(value) is not int:
        raise CountError(
            value=value,
            rule="a length of time is a whole number of days.",
            where=f"{type(instance).__name__}({attribute.name}=…)",
            remedy="Give an int.",
        )


def _positive(instance: object, attribute: attrs.Attribute[int], value: int) -> None:
    if type(value) is not int or value < 1:
        raise CountError(
            value=value,
            rule="a period by months or years is a whole number of them, 1 or more.",
            where=f"{type(instance).__name__}({attribute.name}=…)",
            remedy="Give an int from 1.",
        )


@attrs.frozen(order=True)
class _Days:
    days: int = attrs.field(validator=_whole)

    def __int__(self) -> int:
        return self.days

    def __bool__(self) -> bool:
        return self.days != 0

    def __add__(self, other: Self) -> Self:
        if type(other) is not type(self):
            return NotImplemented
        return type(self)(self.days + other.days)

    def __sub__(self, other: Self) -> Self:
        if type(other) is not type(self):
            return NotImplemented
        return type(self)(self.days - other.days)


@attrs.frozen(order=True)
class WorkingDays(_Days):
    """A number of working days (工作日). Never equal to, nor ordered with, calendar days.

    Attributes:
        days: whole days; negative for a span that runs backwards.
    """


@attrs.frozen(order=True)
class CalendarDays(_Days):
    """A number of calendar days (日). Never equal to, nor ordered with, working days.

    Attributes:
        days: whole days; negative for a span that runs backwards.
    """


@attrs.frozen
class Months:
    """A number of calendar months (月), for periods the law counts so (民法典 202).

    Attributes:
        months: whole months, 1 or more.
    """

    months: int = attrs.field(validator=_positive)


@attrs.frozen
class Years:
    """A number of calendar years (年), for periods the law counts so (民法典 202).

    Attributes:
        years: whole years, 1 or more.
    """

    years: int = attrs.field(validator=_positive)


Days = WorkingDays | CalendarDays


@attrs.frozen
class Interval:
    """A run of days from ``first`` to ``last``, both included (起止期间).

    Attributes:
        first: first day, included.
        last: last day, included; never before ``first``.
    """

    first: date
    last: date

    def __attrs_post_init__(self) -> None:
        if self.last < self.first:
            raise DefinitionError(
                value=(self.first, self.last),
                rule="an interval cannot end before it begins.",
                where="Interval",
                remedy="Swap the two days.",
                zh="期间的末日早于首日，请把两个日期对调",
            )

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    @property
    def length(self) -> CalendarDays:
        """How many days it holds, both ends included."""
        return CalendarDays((self.last - self.first) // timedelta(days=1) + 1)
