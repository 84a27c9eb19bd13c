"""Several targets over several tables, by a file of column names."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import duckdb
import polars as pl
import pyarrow as pa  # type: ignore[import-untyped]
import pytest

from tests.frames.traps import ENGINES, ENGINES_WARN
from wushan_plan import PLAN, frames
from wushan_plan.frames import FrameError, rows_of

pytestmark = ENGINES_WARN

AS_OF = dt.date(2021, 12, 31)
SERVICES = pa.table(
    {
        "事项": ["用水", "用水", "用气", "用电"],
        "受理日期": ["2021-09-24", "2021-09-24", "2021-09-24", "2021-03-01"],
        "办结日期": ["2021-10-12", "2021-10-13", "2021-10-13", "2021-04-01"],
        "渠道": ["窗口", "网上", "窗口", "窗口"],
    }
)
PURCHASES = pa.table(
    {
        "预付款": [30.0, 49.99, 50.0],
        "合同价": [100.0, 100.0, 100.0],
        "中小企业": pa.array([False, True, True], pa.bool_()),
    }
)
MAPPING = """
[water-connection]
table = "服务"
start = "受理日期"
end = "办结日期"
by = ["渠道", {month = "受理日期", name = "受理月份"}]
only = {"事项" = "用水"}

[gas-connection]
table = "服务"
start = "受理日期"
end = "办结日期"
only = {"事项" = ["用气"]}

[power-10kv]
table = "服务"
start = "受理日期"
end = "办结日期"
only = {"事项" = "用电"}
period = [2021-01-01, 2021-12-31]

[procurement-prepayment]
table = "采购"
prepayment = "预付款"
contract_price = "合同价"
is_sme = "中小企业"
"""


@pytest.mark.parametrize("engine", ENGINES)
def test_a_plan_is_judged_over_several_tables_in_one_go(engine: str, tmp_path: Path) -> None:
    path = tmp_path / "列对照.toml"
    path.write_text(MAPPING, "utf-8")
    services = ENGINES[engine](SERVICES)
    cards = frames.scorecard({"服务": services, "采购": PURCHASES}, PLAN, path, as_of=AS_OF)
    shown = {name: rows_of(card) for name, card in cards.items()}
    water = {(row["渠道"], row["受理月份"]): row["met"] for row in shown["water-connection"]}
    assert water == {("窗口", "2021-09"): 1, ("网上", "2021-09"): 0}
    assert [row["met"] for row in shown["gas-connection"]] == [1]
    assert [(row["status"], row["completed"]) for row in shown["power-10kv"]] == [("met", 1)]
    assert [(row["met"], row["not_met"]) for row in shown["procurement-prepayment"]] == [(2, 1)]


def test_joint_lead_units_are_all_credited(tmp_path: Path) -> None:
    path = tmp_path / "m.toml"
    path.write_text(MAPPING, "utf-8")
    cards = frames.scorecard({"服务": SERVICES, "采购": PURCHASES}, PLAN, path, as_of=AS_OF)
    rows = {row["lead_unit"]: row for row in frames.lead_unit_rows(PLAN, cards)}
    for unit in PLAN.targets["water-connection"].lead_units:
        row = rows[unit.name]
        assert (row["cases"], row["met"], row["means"], row["means_met"]) == (3, 2, 1, 1)


@pytest.mark.parametrize(
    "table",
    [
        pytest.param(lambda made: made, id="pyarrow"),
        pytest.param(lambda made: pl.DataFrame(pl.from_arrow(made)).lazy(), id="polars lazy"),
        pytest.param(lambda made: duckdb.connect().from_arrow(made), id="DuckDB"),
    ],
)
def test_one_error_lists_all_that_is_wrong(table: Any) -> None:
    made = pa.table(
        {
            "受理": ["2021-09-24", "2021/9/25", "2021年9月26日"],
            "办结": ["2021-10-08", "下周", None],
            "金额": ["很多", "很少", "一些"],
            "合同价": [1, 2, 3],
            "是否": ["也许", "是", "否"],
        }
    )
    mapping = {
        "water-connection": {"start": "受理", "end": "办结"},
        "gas-connection": {"start": "受理日", "by": "渠道"},
        "power-low-voltage": {"start": "合同价"},
        "procurement-prepayment": {"prepayment": "金额", "contract_price": "合同价", "is_sme": "是否"},
        "no-such-target": {"start": "受理"},
        "unemployment-subsidy": {"begin": "受理"},
    }
    with pytest.raises(FrameError) as caught:
        frames.scorecard(table(made), PLAN, mapping, as_of=AS_OF)
    for expected in (
        "受理：日期写法不一：",
        "办结：有读不出的日期，如下周",
        "受理日：没有这一列",
        "渠道：没有这一列",
        "合同价：不是日期列",
        "金额：应为数字",
        "是否：应为是或否",
        "no-such-target：",
        "unemployment-subsidy：",
    ):
        assert expected in caught.value.zh


def test_a_table_nobody_gave_is_named() -> None:
    with pytest.raises(FrameError, match="no table is called so"):
        frames.scorecard(
            {"服务": SERVICES, "采购": PURCHASES},
            PLAN,
            {"water-connection": {"table": "用水", "start": "受理日期"}},
        )


def test_columns_that_are_missing_are_all_named_without_a_mapping_too() -> None:
    with pytest.raises(FrameError) as caught:
        frames.evaluate(SERVICES, PLAN.targets["water-connection"], start="甲", end="乙")
    assert caught.value.value == ("甲", "乙")


def test_a_result_does_not_replace_a_column() -> None:
    table = SERVICES.append_column("status", SERVICES["渠道"])
    with pytest.raises(FrameError, match="status"):
        frames.evaluate(table, PLAN.targets["water-connection"], start="受理日期")
