"""What is asked of a table is checked before a row is touched."""

from __future__ import annotations

import datetime as dt
import sys
from typing import Any

import pyarrow as pa  # type: ignore[import-untyped]
import pytest

from wushan_plan import PLAN, Reading, frames
from wushan_plan.errors import (
    DefinitionError,
    FactError,
    MissingExtraError,
    UnknownNameError,
    WushanPlanError,
)
from wushan_plan.frames import FrameError

WATER = PLAN.targets["water-connection"]
TABLE = pa.table({"start": [dt.date(2021, 9, 24)], "end": [dt.date(2021, 10, 12)]})


def test_a_fact_the_target_does_not_ask_for_is_refused_with_the_nearest() -> None:
    with pytest.raises(UnknownNameError, match="start"):
        frames.evaluate(TABLE, WATER, stat="start")


def test_a_fact_without_a_column_is_named() -> None:
    with pytest.raises(FrameError, match="no column is named for"):
        frames.evaluate(TABLE, WATER, end="end")


def test_what_is_no_table_is_refused() -> None:
    with pytest.raises(FrameError, match="a table of a known engine"):
        frames.evaluate([1, 2], WATER, start="start")


def test_a_reading_the_target_does_not_know_is_refused() -> None:
    with pytest.raises(FactError, match="not open to that reading"):
        frames.evaluate(TABLE, WATER, start="start", reading=Reading.DATE_GOVERNS)


def test_a_target_without_a_scope_has_no_scope_column() -> None:
    with pytest.raises(FactError, match="no scope"):
        frames.evaluate(TABLE, PLAN.targets["procurement-contract"], start="start", in_scope="end")


def test_only_a_clock_stands_still() -> None:
    with pytest.raises(FactError, match="clock"):
        frames.evaluate(TABLE, PLAN.targets["small-taxpayer-documents"], documents="end", suspended="start")


def test_a_start_is_not_given_beside_its_events() -> None:
    with pytest.raises(FactError, match="starting events"):
        frames.evaluate(TABLE, PLAN.targets["procurement-payment"], start="start", invoice="start")


def test_suspensions_are_a_column_or_pairs_of_columns() -> None:
    pairs: Any = [("start", "end", "start")]
    with pytest.raises(FrameError, match="pairs of columns"):
        frames.evaluate(TABLE, WATER, start="start", suspended=pairs)


def test_added_columns_have_names_of_their_own() -> None:
    with pytest.raises(DefinitionError, match="name of its own"):
        frames.Names(status="deadline")


def test_without_the_extra_the_error_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "narwhals.stable.v2", None)
    with pytest.raises(MissingExtraError, match=r"wushan-plan\[frames\]"):
        frames.evaluate(TABLE, WATER, start="start")


def test_problems_are_told_in_english_on_request() -> None:
    table = pa.table({"start": pa.array([None], pa.date32())})
    judged = frames.evaluate(table, WATER, start="start", lang="en")
    assert judged["problem"].to_pylist() == ["the starting date is missing"]


@pytest.mark.parametrize(
    ("target", "columns", "zh"),
    [
        (
            "small-taxpayer-documents",
            {"documents": "end", "suspended": "start"},
            "small-taxpayer-documents没有时限，不要给中止期间",
        ),
        (
            "procurement-contract",
            {"start": "start", "in_scope": "end"},
            "procurement-contract没有限定适用范围，不要填是否属于",
        ),
        (
            "procurement-payment",
            {"start": "start", "invoice": "start"},
            "起算日期（start）和各起算事件只能给一种",
        ),
        ("water-connection", {"stat": "start"}, "water-connection不问这项事实；可问的有start、end"),
    ],
    ids=["clock", "scope", "start", "name"],
)
def test_what_is_refused_is_refused_in_chinese_too(target: str, columns: dict[str, Any], zh: str) -> None:
    with pytest.raises(WushanPlanError) as caught:
        frames.evaluate(TABLE, PLAN.targets[target], **columns)
    assert caught.value.zh == zh


def test_a_fact_the_target_does_not_ask_for_is_refused_with_what_may_have_been_meant() -> None:
    with pytest.raises(UnknownNameError) as caught:
        frames.evaluate(TABLE, WATER, stat="start")
    assert caught.value.near == ("start",)
