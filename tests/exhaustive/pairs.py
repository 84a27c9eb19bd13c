"""All pairs of days, and every day with every step: the calendar against a walk (日期对穷举)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from itertools import repeat
from typing import Any

import numpy as np

from tests.exhaustive import oracle
from wushan_plan import CHINA, PLAN, OutOfCoverageError
from wushan_plan.model.criteria import TimeLimit
from wushan_plan.model.periods import WorkingDays

BLOCK = 64
STEPS = 400

Found = tuple[dict[str, int], list[str]]
"""How many answers were compared, by kind, and the mismatches in words."""


def blocks() -> list[range]:
    """The places of all days, some at a time."""
    return [range(at, min(at + BLOCK, len(oracle.days()))) for at in range(0, len(oracle.days()), BLOCK)]


def between_columns(block: range) -> Found:
    """Columns: a block of starts against every day."""
    days = np.array(oracle.days(), "M8[D]")
    got = CHINA.workdays_between(days[block.start : block.stop, None], days[None, :])
    wanted = np.stack([oracle.between_row(start) for start in block])
    return {"pairs_by_columns": wanted.size}, _differences("between", block, np.ma.filled(got, 10**6), wanted)


def between_scalars(block: range, ends: Sequence[int] | None = None, near: int = 0) -> Found:
    """Single dates: a block of starts against every day, or against some and those near the start."""
    days = oracle.days()
    compared, wrong = 0, []
    for start in block:
        wanted = oracle.between_row(start)
        chosen: Sequence[int] = range(len(days))
        if ends is not None:
            chosen = sorted({*ends, *range(max(0, start - near), min(len(days), start + near + 1))})
            wanted = wanted[chosen]
        others = days if ends is None else [days[end] for end in chosen]
        got = list(map(CHINA.workdays_between, repeat(days[start]), others))
        compared += len(got)
        if got != wanted.tolist():
            wrong += [
                f"between {days[start]} {other}: {one}, not {right}"
                for other, one, right in zip(others, got, wanted.tolist(), strict=True)
                if one != right
            ]
    return {"pairs_one_by_one": compared}, wrong


def steps(block: range, numbers: Sequence[int] = range(1, STEPS + 1)) -> Found:
    """The n-th working day after and before each day, as columns and one by one."""
    days = oracle.days()
    wrong: list[str] = []
    starts = np.array(days[block.start : block.stop], "M8[D]")
    every = np.arange(1, STEPS + 1)
    compared = {"steps_by_columns": 0, "steps_one_by_one": 0}
    for name, scalar, direction in (
        ("after", CHINA.nth_workday_after, 1),
        ("before", CHINA.nth_workday_before, -1),
    ):
        got = np.ma.filled(scalar(starts[:, None], every[None, :]), np.datetime64("NaT", "D"))
        wanted = np.full((len(block), STEPS), np.datetime64("NaT", "D"), "M8[D]")
        for row, start in enumerate(block):
            places = oracle.steps(start, STEPS, direction)
            wanted[row, : len(places)] = np.array([days[place] for place in places], "M8[D]")
            for number in numbers:
                one = _or_refused(scalar, days[start], number)
                right = days[places[number - 1]] if number <= len(places) else None
                if one != right:
                    wrong.append(f"{number} {name} {days[start]}: {one}, not {right}")
        compared["steps_by_columns"] += wanted.size
        compared["steps_one_by_one"] += len(block) * len(numbers)
        wrong += _differences(f"n {name}", block, got.view(np.int64), wanted.view(np.int64))
    return compared, wrong


def single_days(block: range) -> Found:
    """Worked or not, and rolling in both directions, as columns and one by one."""
    days = oracle.days()
    chosen = days[block.start : block.stop]
    starts = np.array(chosen, "M8[D]")
    wrong: list[str] = []
    flags = oracle.worked_list()[block.start : block.stop]
    rows: list[tuple[str, Any, Any, list[Any]]] = [
        ("worked", CHINA.is_workday, CHINA.is_workday(starts), list(flags)),
        ("kind", lambda day: CHINA.day(day).is_workday, CHINA.is_workday(starts), list(flags)),
    ]
    for name, roll, direction in (("forward", CHINA.roll_forward, 1), ("back", CHINA.roll_back, -1)):
        places = [oracle.rolled(start, direction) for start in block]
        rows.append((name, roll, roll(starts), [None if one is None else days[one] for one in places]))
    for name, scalar, column, wanted in rows:
        for day, by_column, right in zip(chosen, column.tolist(), wanted, strict=True):
            one = _or_refused(scalar, day)
            if one != right or by_column != right:
                wrong.append(f"{name} {day}: {one} and {by_column}, not {right}")
    return {"single_days": 2 * len(rows) * len(block)}, wrong


def deadlines(block: range) -> Found:
    """The deadline of each limit of the plan for a start on each day."""
    days = oracle.days()
    compared, wrong = 0, []
    for target in PLAN.commitments:
        criterion = target.criterion
        if not isinstance(criterion, TimeLimit):
            continue
        limit, working = criterion.limit.days, isinstance(criterion.limit, WorkingDays)
        for start in block:
            walk = oracle.Walk(days[start], limit, working=working)
            right: Any = None
            if walk.due is not None:
                due = days[start] + dt.timedelta(walk.due)
                rolled = walk.rolled_from
                right = (due, None if rolled is None else days[start] + dt.timedelta(rolled))
            found = _or_refused(target.deadline, days[start])
            one = None if found is None else (found.date, found.rolled_from)
            compared += 1
            if one != right:
                wrong.append(f"deadline {target.id} {days[start]}: {one}, not {right}")
    return {"deadlines": compared}, wrong


def month_ends() -> list[int]:
    """The places of the last days of all months."""
    days = oracle.days()
    return [place for place, day in enumerate(days) if (day + dt.timedelta(1)).day == 1]


def added(results: Iterable[Found]) -> Found:
    """Several findings as one."""
    totals: dict[str, int] = {}
    wrong: list[str] = []
    for counts, found in results:
        for name, count in counts.items():
            totals[name] = totals.get(name, 0) + count
        wrong += found
    return totals, wrong


def _or_refused(function: Any, *arguments: object) -> Any:
    try:
        return function(*arguments)
    except OutOfCoverageError:
        return None


def _differences(name: str, block: range, got: Any, wanted: Any) -> list[str]:
    if np.array_equal(got, wanted):
        return []
    return list(_each_difference(name, block, got, wanted))


def _each_difference(name: str, block: range, got: Any, wanted: Any) -> Iterator[str]:
    for row, place in np.argwhere(got != wanted):
        day = oracle.days()[block[row]]
        yield f"columns, {name} {day} {place}: {got[row, place]}, not {wanted[row, place]}"
