"""Worked examples, counted by hand from the notices: ``worked_examples.csv`` is the specification.

``elapsed`` is in working days (wd) or calendar days (cd). In ``why`` a number in brackets is the count
reached on that day, and a bar stands where the limit is used up.
"""

from __future__ import annotations

import csv
import datetime as dt
from collections import Counter
from pathlib import Path

import pytest

from wushan_plan import PLAN, CalendarDays, Commitment, Reading, Status, WorkingDays
from wushan_plan.model.criteria import Coverage, Floor, TimeLimit

Row = dict[str, str]

with Path(__file__).with_name("worked_examples.csv").open(encoding="utf-8", newline="") as file:
    ROWS: list[Row] = list(csv.DictReader(file))

UNITS = {"wd": WorkingDays, "cd": CalendarDays}
every_row = pytest.mark.parametrize("row", ROWS, ids=[row["id"] for row in ROWS])


def _date(text: str) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def _starts(row: Row) -> dict[str, object]:
    """One date, or ``name=date`` for each of several starting events."""
    if "=" not in row["start"]:
        return {"start": _date(row["start"])}
    return {name: _date(day) for name, _, day in (each.partition("=") for each in row["start"].split())}


def _suspended(row: Row) -> list[tuple[dt.date, dt.date]]:
    pairs = [each.strip().split("..") for each in row["suspended"].split(";") if each]
    return [(dt.date.fromisoformat(first), dt.date.fromisoformat(last)) for first, last in pairs]


def _facts(commitment: Commitment, row: Row) -> dict[str, object]:
    """The facts of the row; for a fixed date, ``end`` is the day on which everything was reached."""
    end = _date(row["end"])
    match commitment.criterion:
        case TimeLimit():
            return {**_starts(row), "end": end, "suspended": _suspended(row)}
        case Floor(quantity=quantity, least=least):
            return {quantity.name: least if end else 0, "reached_on": end}
        case Coverage():
            return {"universe": 3, "covered": 3 if end else 2, "reached_on": end}
    raise AssertionError(row["target"])


@every_row
def test_the_verdict_is_the_one_worked_out_by_hand(row: Row) -> None:
    commitment = PLAN.targets[row["target"]]
    facts = _facts(commitment, row)
    if row["reading"]:
        facts["reading"] = Reading(row["reading"])
    verdict = commitment.evaluate(as_of=_date(row["as_of"]), **facts)  # type: ignore[arg-type]  # from a file
    count, _, unit = row["elapsed"].partition(" ")
    elapsed = UNITS[unit](int(count)) if row["elapsed"] else None
    assert (verdict.status, verdict.elapsed) == (Status(row["status"]), elapsed)


@every_row
def test_the_deadline_is_the_one_worked_out_by_hand(row: Row) -> None:
    commitment = PLAN.targets[row["target"]]
    if isinstance(commitment.criterion, TimeLimit):
        start = max(day for day in _starts(row).values() if isinstance(day, dt.date))
        deadline = commitment.deadline(start, suspended=_suspended(row))
    else:
        deadline = commitment.deadline()
    assert deadline.date == _date(row["deadline"])


@every_row
def test_the_verdict_names_that_deadline_where_it_runs_from_a_start(row: Row) -> None:
    commitment = PLAN.targets[row["target"]]
    verdict = commitment.evaluate(as_of=_date(row["as_of"]), **_facts(commitment, row))  # type: ignore[arg-type]
    if isinstance(commitment.criterion, TimeLimit):
        assert verdict.deadline is not None
        assert verdict.deadline.date == _date(row["deadline"])


def test_no_two_examples_have_the_same_id() -> None:
    assert [name for name, times in Counter(row["id"] for row in ROWS).items() if times > 1] == []


def test_every_example_says_why() -> None:
    assert [row["id"] for row in ROWS if not row["why"].strip()] == []


def test_every_target_with_a_time_limit_or_a_fixed_date_is_worked_out() -> None:
    timed = {
        name
        for name, one in PLAN.targets.items()
        if isinstance(one.criterion, TimeLimit) or getattr(one.criterion, "by", None) is not None
    }
    # labour-coordinators has the same date by way of a reading, and is tested with the readings.
    assert timed - {row["target"] for row in ROWS} == {"labour-coordinators"}
