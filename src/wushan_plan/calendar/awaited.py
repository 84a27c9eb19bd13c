"""A festival that no notice has arranged yet (待定节日)."""

from __future__ import annotations

import datetime as dt

import attrs


@attrs.frozen
class Swing:
    """Days of which a notice may change some (可变日).

    Attributes:
        days: the days, in order.
        most: how many of them it changes at most; 1 or more.
    """

    days: tuple[dt.date, ...]
    most: int


@attrs.frozen
class Awaited:
    """Festivals arranged together, whose notice is still to come (待定节日).

    Attributes:
        names: the festivals, in Chinese, in order of date.
        freed: weekdays that may be off for them.
        worked: Saturdays and Sundays that may be worked for them.
    """

    names: tuple[str, ...]
    freed: Swing
    worked: Swing
