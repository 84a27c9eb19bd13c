"""The same judgement in every engine, row by row that of the scalar ``evaluate``."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pyarrow as pa  # type: ignore[import-untyped]
import pytest

from tests.frames.traps import (
    AS_OF,
    DATES,
    ENGINES,
    ENGINES_WARN,
    ORDERED,
    answers,
    arrow_table,
    like_pandas,
    scalar_answer,
    trap_rows,
)
from wushan_plan import PLAN, Reading, frames
from wushan_plan.frames import rows_of

pytestmark = ENGINES_WARN

ROWS = trap_rows(300)
TABLE = arrow_table(ROWS)
TARGETS = ("water-connection", "procurement-contract", "procurement-acceptance", "unemployment-subsidy")
COLUMNS: dict[str, Any] = {"start": "start", "end": "end", "excuse": "excuse"}
PAIRS = [("held_from", "held_to"), ("again_from", "again_to")]

every_engine = pytest.mark.parametrize("engine", ENGINES)


@every_engine
@pytest.mark.parametrize("name", TARGETS)
def test_a_row_is_judged_as_evaluate_judges_it(engine: str, name: str) -> None:
    target = PLAN.targets[name]
    judged = frames.evaluate(ENGINES[engine](TABLE), target, as_of=AS_OF, **COLUMNS)
    assert answers(judged) == [scalar_answer(target, row, as_of=AS_OF) for row in ROWS]


@every_engine
@pytest.mark.parametrize("reading", Reading.BY_COUNT.group)
def test_either_reading_is_that_of_evaluate(engine: str, reading: Reading) -> None:
    target = PLAN.targets["water-connection"]
    judged = frames.evaluate(ENGINES[engine](TABLE), target, as_of=AS_OF, reading=reading, **COLUMNS)
    expected = [scalar_answer(target, row, as_of=AS_OF, reading=reading) for row in ROWS]
    assert answers(judged) == expected
    assert any(depends for *_, depends in expected)


@every_engine
@pytest.mark.parametrize("name", ["water-connection", "procurement-contract"])
def test_each_row_may_have_a_day_of_judgement_of_its_own(engine: str, name: str) -> None:
    target = PLAN.targets[name]
    judged = frames.evaluate(ENGINES[engine](TABLE), target, as_of="judged_on", **COLUMNS)
    assert answers(judged) == [scalar_answer(target, row, as_of=row["judged_on"]) for row in ROWS]


@every_engine
@pytest.mark.parametrize("name", ["water-connection", "procurement-contract"])
def test_without_a_day_of_judgement_only_finished_cases_are_judged(engine: str, name: str) -> None:
    target = PLAN.targets[name]
    judged = frames.evaluate(ENGINES[engine](TABLE), target, **COLUMNS)
    assert answers(judged) == [scalar_answer(target, row) for row in ROWS]


@every_engine
def test_the_scope_column_is_that_of_evaluate(engine: str) -> None:
    target = PLAN.targets["gas-connection"]
    judged = frames.evaluate(ENGINES[engine](TABLE), target, as_of=AS_OF, in_scope="inside", **COLUMNS)
    expected = [scalar_answer(target, row, as_of=AS_OF, in_scope=row["inside"]) for row in ROWS]
    assert answers(judged) == expected


@every_engine
@pytest.mark.parametrize("reading", Reading.BY_COUNT.group)
@pytest.mark.parametrize("name", ["procurement-acceptance", "procurement-contract"])
def test_suspensions_in_columns_are_those_of_evaluate(engine: str, name: str, reading: Reading) -> None:
    target = PLAN.targets[name]
    frame = ENGINES[engine](TABLE)
    judged = frames.evaluate(frame, target, as_of=AS_OF, reading=reading, suspended=PAIRS, **COLUMNS)
    expected = [scalar_answer(target, row, held=True, as_of=AS_OF, reading=reading) for row in ROWS]
    assert answers(judged) == expected


@every_engine
def test_the_later_of_two_events_starts_the_clock(engine: str) -> None:
    target = PLAN.targets["procurement-payment"]
    frame = ENGINES[engine](TABLE)
    judged = frames.evaluate(
        frame, target, as_of=AS_OF, invoice="start", condition_met="held_from", end="end"
    )
    found = [status for status, *_ in answers(judged)]
    for row, status in zip(ROWS, found, strict=True):
        start = None if None in (row["start"], row["held_from"]) else max(row["start"], row["held_from"])
        assert status == scalar_answer(target, row | {"start": start, "excuse": None}, as_of=AS_OF)[0]


@every_engine
def test_every_unknown_row_says_why_and_no_other_row_does(engine: str) -> None:
    target = PLAN.targets["water-connection"]
    judged = frames.evaluate(ENGINES[engine](TABLE), target, as_of=AS_OF, in_scope="inside", **COLUMNS)
    for row in rows_of(judged):
        assert (row["status"] == "unknown") is (isinstance(row["problem"], str) and row["problem"] != "")


@every_engine
def test_the_same_kind_of_table_comes_back(engine: str) -> None:
    frame = ENGINES[engine](TABLE)
    judged = frames.evaluate(frame, PLAN.targets["water-connection"], as_of=AS_OF, **COLUMNS)
    assert type(judged) is type(frame)


@pytest.mark.parametrize("engine", ORDERED)
def test_rows_stay_in_order(engine: str) -> None:
    judged = frames.evaluate(
        ENGINES[engine](TABLE), PLAN.targets["water-connection"], as_of=AS_OF, suspended=PAIRS, **COLUMNS
    )
    assert [row["id"] for row in rows_of(judged)] == [row["id"] for row in ROWS]


@every_engine
def test_the_callers_columns_stay_as_they_are(engine: str) -> None:
    frame = ENGINES[engine](TABLE)
    judged = frames.evaluate(frame, PLAN.targets["water-connection"], as_of=AS_OF, **COLUMNS)
    assert list(rows_of(judged)[0])[: len(TABLE.column_names)] == TABLE.column_names


@every_engine
def test_added_columns_are_called_as_asked(engine: str) -> None:
    judged = frames.evaluate(
        ENGINES[engine](TABLE),
        PLAN.targets["water-connection"],
        as_of=AS_OF,
        names=frames.Names.chinese(),
        **COLUMNS,
    )
    added = list(rows_of(judged)[0])[len(TABLE.column_names) :]
    assert added == ["截止日", "用时", "逾期", "结论", "随口径变化", "问题"]


@every_engine
def test_an_empty_table_stays_empty(engine: str) -> None:
    judged = frames.evaluate(
        ENGINES[engine](TABLE.slice(0, 0)), PLAN.targets["water-connection"], as_of=AS_OF, **COLUMNS
    )
    assert rows_of(judged) == []


@every_engine
def test_a_mean_counts_the_days_of_a_case_and_gives_it_no_status(engine: str) -> None:
    judged = frames.evaluate(
        ENGINES[engine](TABLE), PLAN.targets["power-10kv"], as_of=AS_OF, start="start", end="end"
    )
    water = PLAN.targets["water-connection"]
    expected = [scalar_answer(water, row, as_of=AS_OF)[2] for row in ROWS]
    assert [elapsed for _, _, elapsed, _, _ in answers(judged)] == expected
    assert {status for status, *_ in answers(judged)} == {None, "unknown"}


@every_engine
@pytest.mark.parametrize("unit", ["s", "ms", "us"])
def test_a_moment_gives_its_date(engine: str, unit: str) -> None:
    at_noon = [
        None if row["start"] is None else dt.datetime.combine(row["start"], dt.time(23, 59)) for row in ROWS
    ]
    table = TABLE.set_column(
        TABLE.column_names.index("start"), "start", pa.array(at_noon, pa.timestamp(unit))
    )
    frame = (
        ENGINES[engine](table) if engine not in ("pandas", "Dask", "Modin") else _with_moments(engine, table)
    )
    target = PLAN.targets["water-connection"]
    judged = frames.evaluate(frame, target, as_of=AS_OF, **COLUMNS)
    assert answers(judged) == [scalar_answer(target, row, as_of=AS_OF) for row in ROWS]


@every_engine
def test_a_moment_with_a_zone_gives_its_date_in_shanghai(engine: str) -> None:
    late_in_utc = dt.datetime(2021, 9, 23, 17, 0, tzinfo=dt.UTC)  # 2021-09-24 in Shanghai
    table = pa.table(
        {
            "id": [0, 1],
            "start": pa.array([late_in_utc, late_in_utc], pa.timestamp("us", tz="UTC")),
            "end": pa.array([dt.date(2021, 10, 12), dt.date(2021, 10, 13)], pa.date32()),
        }
    )
    frame = (
        ENGINES[engine](table) if engine not in ("pandas", "Dask", "Modin") else _with_moments(engine, table)
    )
    judged = frames.evaluate(frame, PLAN.targets["water-connection"], as_of=AS_OF, start="start", end="end")
    assert answers(judged) == [
        ("met", dt.date(2021, 10, 12), 9, 0, False),
        ("not-met", dt.date(2021, 10, 12), 10, 1, False),
    ]


def _with_moments(engine: str, table: Any) -> Any:
    frame = table.to_pandas(date_as_object=True)
    for name in DATES:
        if name in frame and frame[name].dtype == object:
            frame[name] = table[name].cast(pa.timestamp("s")).to_numpy().astype("M8[s]")
    return like_pandas(engine, frame)
