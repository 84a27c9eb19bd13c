"""Colours for those who supervise (督办颜色), and the rule behind them, which can be replaced."""

from __future__ import annotations

import datetime as dt
from enum import Enum
from typing import Protocol

import attrs

from wushan_plan.counting.workday_calendar import WorkdayCalendar
from wushan_plan.errors import DefinitionError
from wushan_plan.model.modality import Status
from wushan_plan.model.periods import WorkingDays


class Colour(Enum):
    """The colour of a task (督办颜色), the worst first."""

    RED = "red"
    """Not kept, and not made good."""
    YELLOW = "yellow"
    """Due soon, or kept late."""
    GREY = "grey"
    """Not known, or nothing to judge."""
    GREEN = "green"
    """On time."""


@attrs.frozen
class Situation:
    """What a colour rests on (督办情形).

    Attributes:
        status: the status.
        as_of: the day.
        due: the last day, inclusive.
        due_is_inferred: whether the text fixes no day.
        made_good: whether it was done in the end, after its day.
        stood_on: the latest day anything reported stands for; ``None`` when nothing is.
        is_settled: whether it is done once and for all, so that nothing new is expected.
    """

    status: Status
    as_of: dt.date
    due: dt.date
    due_is_inferred: bool = False
    made_good: bool = False
    stood_on: dt.date | None = None
    is_settled: bool = False


class Colouring(Protocol):
    """Gives colours, and says what is stale (督办规则)."""

    def colour(self, situation: Situation, calendar: WorkdayCalendar) -> Colour:
        """The colour of a situation."""

    def is_stale(self, situation: Situation, calendar: WorkdayCalendar) -> bool:
        """Whether what was reported is too old to rely on."""


def _not_negative(instance: object, attribute: attrs.Attribute[WorkingDays], value: WorkingDays) -> None:
    days: object = value  # the caller's, whatever its annotation says
    if not isinstance(days, WorkingDays) or days.days < 0:
        raise DefinitionError(
            value=value,
            rule="a threshold is a number of working days, 0 or more.",
            where=f"ColourRule({attribute.name}=…)",
            remedy="Give WorkingDays(n).",
        )


@attrs.frozen
class ColourRule:
    """The rule of colours unless another is given (颜色规则).

    ==============  ====================================================================
    Status          Colour
    ==============  ====================================================================
    met             green
    excused         yellow: not kept, with a recorded reason
    not met         yellow when made good late, otherwise red
    not yet due     yellow when due within ``soon``, otherwise green
    unknown         before the last day as if not yet due, but grey instead of green;
                    after it ``silent``
    not applicable  grey
    ==============  ====================================================================

    Stale is no colour: a task keeps its colour and is marked beside it.

    Attributes:
        soon: due within so many working days, the last day included, is due soon.
        stale_after: what was reported is stale when more working days than this have passed.
        silent: the colour of a task that is past its last day and whose facts are not known.
            Grey, since missing is never met and never missed; red names the silent as laggards.
    """

    soon: WorkingDays = attrs.field(default=WorkingDays(10), validator=_not_negative)
    stale_after: WorkingDays = attrs.field(default=WorkingDays(22), validator=_not_negative)
    silent: Colour = Colour.GREY

    def colour(self, situation: Situation, calendar: WorkdayCalendar) -> Colour:
        """The colour of a situation."""
        status = situation.status
        if status is Status.MET:
            return Colour.GREEN
        if status is Status.NOT_APPLICABLE:
            return Colour.GREY
        if status is Status.EXCUSED:
            return Colour.YELLOW
        if status is Status.NOT_MET:
            return Colour.YELLOW if situation.made_good else Colour.RED
        if situation.as_of > situation.due:
            return self.silent if status is Status.UNKNOWN else Colour.GREEN
        if calendar.workdays_between(situation.as_of, situation.due) <= self.soon.days:
            return Colour.YELLOW
        return Colour.GREY if status is Status.UNKNOWN else Colour.GREEN

    def is_stale(self, situation: Situation, calendar: WorkdayCalendar) -> bool:
        """Whether more than ``stale_after`` working days have passed since the last report stood."""
        if situation.stood_on is None or situation.is_settled:
            return False
        return calendar.workdays_between(situation.stood_on, situation.as_of) > self.stale_after.days
