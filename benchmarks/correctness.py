"""How many days other calendars have wrong, year by year; nothing is timed."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Collection

import bizdays
import numpy as np
import pandas as pd

from benchmarks.calendars import (
    BEYOND,
    FIRST,
    LAST,
    Disagreement,
    all_days,
    disagreement,
    holidays,
    make_up_days,
    rest_days,
)
from benchmarks.page import columns
from benchmarks.peers import peers

_SATURDAY = 5


def report() -> str:
    """Wrong days of each year, for peers with days of their own and for those that are told of holidays."""
    knowing = [(peer.name, peer.differs) for peer in peers() if not peer.exact]
    told = list(_told().items())
    weekdays_off = [day for day in rest_days() if day.weekday() < _SATURDAY]
    return "\n\n".join(
        (
            f"{FIRST} to {LAST}: {len(all_days()):,} days, {len(make_up_days())} make-up days (Saturdays and "
            f"Sundays worked), {len(weekdays_off)} weekdays off.",
            "Peers with days of their own, days they get wrong:",
            _by_year(knowing),
            "Peers told of every holiday, in a five-day week, days they get wrong:",
            _by_year(told),
            f"{BEYOND}, a statutory day off past the last notice:",
            "\n".join(f"{name}: {_BEYOND[differs.beyond]}" for name, differs in knowing),
        )
    )


_BEYOND = {None: "refuses to answer", False: "a day off", True: "a working day"}


def _by_year(asked: Collection[tuple[str, Disagreement]]) -> str:
    by_year = [Counter(day.year for day in differs.wrong) for _, differs in asked]
    rows = [("year", *(name for name, _ in asked))]
    rows += [
        (str(year), *(str(wrong[year]) for wrong in by_year)) for year in range(FIRST.year, LAST.year + 1)
    ]
    rows.append(("wrong", *(str(len(differs.wrong)) for _, differs in asked)))
    rows.append(("make-up", *(str(differs.make_up) for _, differs in asked)))
    rows.append(("no answer", *(f"{len(differs.silent):,}" for _, differs in asked)))
    return columns(rows, right=range(1, len(rows[0])))


def _told() -> dict[str, Disagreement]:
    off = list(holidays())
    weekday = pd.offsets.CustomBusinessDay(holidays=off)
    calendar = bizdays.Calendar(
        holidays=off,
        weekdays=["Saturday", "Sunday"],
        startdate=FIRST,
        enddate=BEYOND,
        name="told",
        financial=False,
    )

    def numpy_says(day: dt.date) -> object:
        return np.is_busday(day, holidays=off)

    def pandas_says(day: dt.date) -> object:
        return weekday.is_on_offset(pd.Timestamp(day))

    return {
        "numpy": disagreement(numpy_says, ValueError),
        "pandas CustomBusinessDay": disagreement(pandas_says, ValueError),
        "bizdays": disagreement(calendar.isbizday, ValueError),
    }
