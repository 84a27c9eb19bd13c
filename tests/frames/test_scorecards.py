"""Scorecards over tables: the same sums as over the verdicts of the rows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from fractions import Fraction
from typing import Any

import pytest

from tests.frames.traps import AS_OF, ENGINES, ENGINES_WARN, arrow_table, trap_rows
from wushan_plan import PLAN, Commitment, JudgedCase, Reading, Status, WushanPlanError, frames, scorecard
from wushan_plan.errors import DefinitionError
from wushan_plan.frames import FrameError, Month, rows_of

pytestmark = ENGINES_WARN

ROWS = trap_rows(300)
TABLE = arrow_table(ROWS)
YEAR = (dt.date(2021, 1, 1), dt.date(2021, 12, 31))
every_engine = pytest.mark.parametrize("engine", ENGINES)


def judged(target: Commitment, rows: Iterable[dict[str, Any]], **options: Any) -> list[JudgedCase]:
    cases = []
    for row in rows:
        try:
            verdict = target.evaluate(
                start=row["start"], end=row["end"], excuse=row["excuse"], as_of=AS_OF, **options
            )
        except WushanPlanError as error:
            cases.append(JudgedCase(str(row["id"]), None, str(error)))
        else:
            cases.append(JudgedCase(str(row["id"]), verdict))
    return cases


def groups() -> dict[Any, list[dict[str, Any]]]:
    found: dict[Any, list[dict[str, Any]]] = {}
    for row in ROWS:
        found.setdefault(row["channel"], []).append(row)
    return found


@every_engine
@pytest.mark.parametrize("name", ["water-connection", "procurement-contract"])
def test_a_group_sums_up_as_the_verdicts_of_its_rows(engine: str, name: str) -> None:
    target = PLAN.targets[name]
    card = frames.scorecard(
        ENGINES[engine](TABLE), target, by="channel", as_of=AS_OF, start="start", end="end", excuse="excuse"
    )
    rows = {row["channel"]: row for row in rows_of(card)}
    expected = groups()
    assert set(rows) == set(expected)
    for channel, members in expected.items():
        row, summed = rows[channel], scorecard(target, judged(target, members))
        assert row["cases"] == summed.cases
        for status in Status:
            assert row[status.value.replace("-", "_")] == summed.count(status)
        assert row["depends_on_reading"] == summed.reading_dependent
        assert (row["completed"], row["total_elapsed"]) == (summed.completed, summed.total_elapsed)
        assert row["worst_overdue"] == max((case.overdue for case in summed.worst), default=None)
        assert row["open_overdue"] == len(summed.overdue)
        assert row["rate"] == pytest.approx(float(summed.rate or 0))
        assert row["mean"] == pytest.approx(float(summed.mean or 0))


@every_engine
def test_a_percentile_is_the_least_number_of_days_so_many_did_not_exceed(engine: str) -> None:
    target = PLAN.targets["water-connection"]
    card = frames.scorecard(
        ENGINES[engine](TABLE), target, percentiles=(1, 50, 90, 100), as_of=AS_OF, start="start", end="end"
    )
    (row,) = rows_of(card)
    days = sorted(
        case.elapsed
        for case in judged(target, ROWS)
        if case.verdict and case.verdict.ended and case.verdict.elapsed is not None
    )
    for percent in (1, 50, 90, 100):
        enough = [day for day in days if sum(one <= day for one in days) * 100 >= percent * len(days)]
        assert row[f"p{percent}"] == enough[0]
    assert row["longest"] == days[-1]


@every_engine
@pytest.mark.parametrize("reading", Reading.COMPLETED_CASES.group)
def test_a_mean_is_that_of_evaluate_with_what_is_still_reachable(engine: str, reading: Reading) -> None:
    target = PLAN.targets["power-10kv"]
    sound = [
        row
        for row in ROWS
        if row["start"]
        and not (row["end"] and row["end"] < row["start"])
        and 2004 <= row["start"].year < 2026
    ]
    frame = ENGINES[engine](arrow_table(sound))
    card = frames.scorecard(
        frame, target, as_of=AS_OF, reading=reading, period=YEAR, start="start", end="end"
    )
    (row,) = rows_of(card)
    verdict = target.evaluate(
        cases=[(one["start"], one["end"]) for one in sound], as_of=AS_OF, reading=reading, period=YEAR
    )
    assert row["status"] == verdict.status.value
    counted = row["completed"] + (row["open"] if reading is Reading.WITH_OPEN_CASES else 0)
    total = row["total_elapsed"] + (row["open_elapsed"] if reading is Reading.WITH_OPEN_CASES else 0)
    assert verdict.measured == Fraction(total, counted)
    assert verdict.outlook is not None
    assert (row["reachable"], row["open"]) == (verdict.outlook.reachable, verdict.outlook.remaining)
    assert row["needed_mean"] == pytest.approx(float(verdict.outlook.needed or 0))


@every_engine
def test_a_mean_with_a_row_that_cannot_be_read_is_unknown(engine: str) -> None:
    card = frames.scorecard(
        ENGINES[engine](TABLE), PLAN.targets["power-10kv"], as_of=AS_OF, start="start", end="end"
    )
    (row,) = rows_of(card)
    assert (row["status"], row["unknown"] > 0, row["completed"] > 0) == ("unknown", True, True)


@every_engine
def test_months_are_those_of_the_dates(engine: str) -> None:
    card = frames.scorecard(
        ENGINES[engine](TABLE),
        PLAN.targets["water-connection"],
        by=["channel", Month("start")],
        as_of=AS_OF,
        start="start",
        end="end",
    )
    found = {(row["channel"], row["月份"]): row["cases"] for row in rows_of(card)}
    expected: dict[Any, int] = {}
    for row in ROWS:
        key = (row["channel"], None if row["start"] is None else f"{row['start']:%Y-%m}")
        expected[key] = expected.get(key, 0) + 1
    assert found == expected


@every_engine
def test_suspended_rows_are_summed_up_as_they_are_judged(engine: str) -> None:
    options: dict[str, Any] = {
        "as_of": AS_OF,
        "start": "start",
        "end": "end",
        "suspended": [("held_from", "held_to"), ("again_from", "again_to")],
    }
    target = PLAN.targets["procurement-contract"]
    (row,) = rows_of(frames.scorecard(ENGINES[engine](TABLE), target, **options))
    statuses = [one["status"] for one in rows_of(frames.evaluate(TABLE, target, **options))]
    assert {name: row[name.replace("-", "_")] for name in set(statuses)} == {
        name: statuses.count(name) for name in set(statuses)
    }


@every_engine
def test_targets_without_a_clock_have_their_counts(engine: str) -> None:
    card = frames.scorecard(ENGINES[engine](TABLE), PLAN.targets["small-taxpayer-documents"], documents="id")
    (row,) = rows_of(card)
    assert (row["cases"], row["met"], row["not_met"]) == (300, 1, 299)


@every_engine
def test_the_worst_cases_come_worst_first(engine: str) -> None:
    found = frames.worst(
        ENGINES[engine](TABLE), PLAN.targets["water-connection"], 5, as_of=AS_OF, start="start", end="end"
    )
    overdue = [int(row["overdue"]) for row in rows_of(found)]
    every = frames.evaluate(TABLE, PLAN.targets["water-connection"], as_of=AS_OF, start="start", end="end")
    expected = sorted((row["overdue"] for row in rows_of(every) if row["overdue"] is not None), reverse=True)
    assert overdue == expected[:5]


@every_engine
def test_an_empty_table_has_one_empty_scorecard_or_none(engine: str) -> None:
    card = frames.scorecard(
        ENGINES[engine](TABLE.slice(0, 0)), PLAN.targets["water-connection"], start="start", end="end"
    )
    assert [row["cases"] for row in rows_of(card)] in ([], [0])


def test_a_group_called_like_a_column_of_the_scorecard_is_refused() -> None:
    table = TABLE.rename_columns(["cases" if name == "channel" else name for name in TABLE.column_names])
    with pytest.raises(FrameError, match="cases"):
        frames.scorecard(table, PLAN.targets["water-connection"], by="cases", start="start", end="end")


def test_a_percentile_outside_1_to_100_is_refused() -> None:
    with pytest.raises(DefinitionError, match="percentile"):
        frames.scorecard(TABLE, PLAN.targets["water-connection"], percentiles=(0,), start="start", end="end")


def test_only_a_mean_has_a_period() -> None:
    with pytest.raises(DefinitionError, match="mean"):
        frames.scorecard(TABLE, PLAN.targets["water-connection"], period=YEAR, start="start", end="end")
