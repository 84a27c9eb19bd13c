"""One day and what it is (日历条目)."""

from __future__ import annotations

import datetime as dt
from enum import Enum

import attrs

# The festivals a notice may name, with the English the State Council's own site uses.
FESTIVALS: dict[str, str] = {
    "元旦": "New Year's Day",
    "春节": "Spring Festival",
    "清明节": "Tomb-sweeping Day",
    "劳动节": "Labour Day",
    "端午节": "Dragon Boat Festival",
    "中秋节": "Mid-Autumn Festival",
    "国庆节": "National Day",
}


def festival_in_english(name: str) -> str:
    """The English of a festival heading; headings that join two (国庆节、中秋节) stay joined."""
    return " and ".join(FESTIVALS.get(part, part) for part in name.split("、"))


class DayKind(Enum):
    """What a day is (日的性质)."""

    WORKDAY = "workday"
    """Monday to Friday, worked (工作日)."""
    MAKE_UP_WORKDAY = "make-up-workday"
    """A Saturday or Sunday worked by notice (调休上班)."""
    WEEKEND = "weekend"
    """A Saturday or Sunday of rest (周末)."""
    HOLIDAY = "holiday"
    """A day off by notice, weekend days inside it included (放假)."""
    CLOSURE = "closure"
    """A day one office is closed (本单位停业)."""
    EXTRA_WORKDAY = "extra-workday"
    """A rest day one office works (本单位上班)."""

    @property
    def is_workday(self) -> bool:
        """Whether a day of this kind is a working day."""
        return self in (DayKind.WORKDAY, DayKind.MAKE_UP_WORKDAY, DayKind.EXTRA_WORKDAY)


@attrs.frozen
class Day:
    """One calendar day (日历条目).

    Attributes:
        date: the day.
        kind: what it is.
        name: the festival in Chinese, for a holiday or a make-up day; empty otherwise.
        notice: number of the notice that says so; empty for plain days, or where not known.
        provisional: whether no published notice settles it yet.
    """

    date: dt.date
    kind: DayKind
    name: str = ""
    notice: str = ""
    provisional: bool = False

    @property
    def is_workday(self) -> bool:
        """Whether it is a working day."""
        return self.kind.is_workday

    @property
    def name_en(self) -> str:
        """The festival in English; empty for plain days."""
        return festival_in_english(self.name)
