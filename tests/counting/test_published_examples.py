"""Examples others have published, with a start, a period and an answer: ``published_examples.csv``.

``period`` is a number of working days (wd), calendar days (cd), months (m) or years (y). ``answer`` is what
the source prints; ``ours`` is the last day by the law and by the notices on days off. Where ``agrees`` is no
the two differ, and the note says why. ``note`` also says where a source counts its own first day: ``start``
is then the day before it.
"""

from __future__ import annotations

import csv
import datetime as dt
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from wushan_plan import CHINA, CalendarDays, WorkingDays
from wushan_plan.counting.periods import due
from wushan_plan.model.periods import Months, Years

Row = dict[str, str]
Limit = WorkingDays | CalendarDays | Months | Years

with Path(__file__).with_name("published_examples.csv").open(encoding="utf-8", newline="") as file:
    ROWS: list[Row] = list(csv.DictReader(file))

UNITS: dict[str, Callable[[int], Limit]] = {"wd": WorkingDays, "cd": CalendarDays, "m": Months, "y": Years}
AGREEING = [row for row in ROWS if row["agrees"] == "yes"]
DIFFERING = [row for row in ROWS if row["agrees"] == "no"]


def _last_day(row: Row) -> dt.date:
    period = re.fullmatch(r"([1-9]\d*)(wd|cd|m|y)", row["period"])
    assert period is not None, row["period"]
    limit = UNITS[period[2]](int(period[1]))
    return due(CHINA, dt.date.fromisoformat(row["start"]), limit).date


@pytest.mark.parametrize("row", AGREEING, ids=[row["id"] for row in AGREEING])
def test_the_last_day_is_the_published_one(row: Row) -> None:
    assert _last_day(row) == dt.date.fromisoformat(row["answer"]) == dt.date.fromisoformat(row["ours"])


@pytest.mark.parametrize("row", DIFFERING, ids=[row["id"] for row in DIFFERING])
def test_the_last_day_is_not_the_published_one_where_that_is_wrong(row: Row) -> None:
    assert _last_day(row) == dt.date.fromisoformat(row["ours"]) != dt.date.fromisoformat(row["answer"])


def test_every_published_example_is_marked_as_agreeing_or_not() -> None:
    assert len(AGREEING) + len(DIFFERING) == len(ROWS)


def test_no_two_published_examples_have_the_same_id() -> None:
    assert len({row["id"] for row in ROWS}) == len(ROWS)


def test_every_published_example_names_its_source_and_says_what_it_is() -> None:
    assert [row["id"] for row in ROWS if not (row["source"].startswith("http") and row["note"])] == []
