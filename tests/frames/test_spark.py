"""A real local Spark session: several partitions, a skewed key, no Python in the plan."""

from __future__ import annotations

import datetime as dt
import os
import shutil
from collections.abc import Iterator
from typing import Any

import pyarrow as pa  # type: ignore[import-untyped]
import pytest

from tests.frames.traps import AS_OF, answers, arrow_table, scalar_answer, trap_rows
from wushan_plan import PLAN, frames
from wushan_plan.frames import rows_of

pytestmark = [
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore"),
    pytest.mark.skipif(
        shutil.which("java") is None and "JAVA_HOME" not in os.environ, reason="Spark needs a Java runtime"
    ),
]

ROWS = trap_rows(300)
PAIRS = [("held_from", "held_to"), ("again_from", "again_to")]
OPTIONS: dict[str, Any] = {"as_of": AS_OF, "start": "start", "end": "end", "excuse": "excuse"}


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    from pyspark.sql import SparkSession

    os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    session = (
        SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "4")
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.ui.showConsoleProgress", "false")
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("ERROR")
    yield session
    session.stop()


@pytest.fixture(scope="module")
def cases(spark: Any) -> Any:
    return spark.createDataFrame(arrow_table(ROWS)).repartition(5).cache()


@pytest.mark.parametrize("name", ["water-connection", "procurement-contract"])
def test_a_row_is_judged_as_evaluate_judges_it(cases: Any, name: str) -> None:
    target = PLAN.targets[name]
    judged = frames.evaluate(cases, target, **OPTIONS)
    assert answers(judged) == [scalar_answer(target, row, as_of=AS_OF) for row in ROWS]


def test_suspensions_and_scope_are_those_of_evaluate(cases: Any) -> None:
    target = PLAN.targets["water-connection"]
    judged = frames.evaluate(cases, target, suspended=PAIRS, in_scope="inside", **OPTIONS)
    assert answers(judged) == [
        scalar_answer(target, row, held=True, as_of=AS_OF, in_scope=row["inside"]) for row in ROWS
    ]


def test_a_scorecard_is_that_of_the_same_rows_at_hand(cases: Any) -> None:
    for name in ("water-connection", "power-10kv"):
        options: dict[str, Any] = {"by": "channel", "as_of": AS_OF, "start": "start", "end": "end"}
        found = rows_of(frames.scorecard(cases, PLAN.targets[name], **options))
        expected = rows_of(frames.scorecard(arrow_table(ROWS), PLAN.targets[name], **options))
        assert sorted(found, key=str) == sorted(expected, key=str)


def test_a_moment_gives_its_date_in_shanghai(spark: Any) -> None:
    late_in_utc = dt.datetime(2021, 9, 23, 17, 0, tzinfo=dt.UTC)
    table = pa.table({"start": pa.array([late_in_utc], pa.timestamp("us", tz="UTC")), "id": [0]})
    judged = frames.evaluate(
        spark.createDataFrame(table), PLAN.targets["water-connection"], start="start", as_of=AS_OF
    )
    assert answers(judged)[0][1] == dt.date(2021, 10, 12)


def test_a_skewed_key_is_judged_without_moving_its_rows(spark: Any) -> None:
    same_day = spark.range(200_000, numPartitions=6).selectExpr(
        "id",
        "DATE '2021-09-24' AS start",
        "CASE WHEN id % 10 = 0 THEN NULL ELSE DATE '2021-10-12' END AS end",
    )
    judged = frames.evaluate(
        same_day, PLAN.targets["water-connection"], start="start", end="end", as_of=AS_OF
    )
    plan = judged._jdf.queryExecution().executedPlan().toString()
    assert "BroadcastHashJoin" in plan
    assert "Python" not in plan
    assert "SortMergeJoin" not in plan
    assert "hashpartitioning" not in plan
    (row,) = rows_of(
        frames.scorecard(same_day, PLAN.targets["water-connection"], start="start", end="end", as_of=AS_OF)
    )
    assert (row["cases"], row["met"], row["not_met"]) == (200_000, 180_000, 20_000)
    assert judged.count() == 200_000
