"""Parquet as case files."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path

import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.parquet as pq  # type: ignore[import-untyped]
import pytest

from wushan_plan.errors import CaseFileError
from wushan_plan.files.opening import open_cases


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "cases.parquet"


def _write(path: Path, **columns: object) -> Path:
    pq.write_table(pa.table(columns), path)
    return path


def test_each_type_is_the_text_a_person_would_type(path: Path) -> None:
    _write(
        path,
        文字=["甲"],
        日期=[dt.date(2021, 9, 24)],
        零点=[dt.datetime(2021, 9, 24)],
        时刻=[dt.datetime(2021, 9, 24, 9, 30)],
        时区=pa.array([dt.datetime(2021, 9, 24, 1, 30, tzinfo=dt.UTC)], pa.timestamp("us", "Asia/Shanghai")),
        纳秒=pa.array([1632441600_000000000], pa.timestamp("ns")),
        整数=[12],
        小数=[0.3],
        十进制=[Decimal("1.50")],
        真=[True],
        空=pa.array([None], pa.string()),
    )
    cases = open_cases(path)
    (row,) = cases.rows()
    assert cases.format == "parquet"
    assert list(row.cells.values()) == [
        "甲",
        "2021-09-24",
        "2021-09-24",
        "2021-09-24 09:30:00",
        "2021-09-24 09:30:00+08:00",
        "2021-09-24",
        "12",
        "0.3",
        "1.50",
        "TRUE",
        "",
    ]


def test_nested_data_is_a_bad_cell(path: Path) -> None:
    (row,) = open_cases(_write(path, a=["甲"], b=[["x", "y"]])).rows()
    assert [(bad.column, bad.row) for bad in row.bad_cells] == [("b", 1)]


def test_rows_are_counted_across_batches(path: Path) -> None:
    lines = [row.line for row in open_cases(_write(path, a=list(range(10_000)))).rows()]
    assert lines == list(range(1, 10_001))


@pytest.mark.parametrize("cut", [4, 100, -4])
def test_half_a_file_is_damaged(path: Path, cut: int) -> None:
    _write(path, a=["甲"])
    path.write_bytes(path.read_bytes()[:cut])
    with pytest.raises(CaseFileError, match="damaged") as error:
        list(open_cases(path).rows())
    assert "parquet文件已损坏" in error.value.zh


def test_columns_of_one_name_are_refused(path: Path) -> None:
    pq.write_table(pa.Table.from_arrays([pa.array([1]), pa.array([2])], ["a", "a "]), path)
    with pytest.raises(CaseFileError, match="its own name"):
        open_cases(path)


def test_a_file_that_ends_the_decoder_is_damaged(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _write(path, a=["甲"])
    dying = "import os; os.abort()  # {paths} {path}"
    monkeypatch.setattr("wushan_plan.files.parquet_cases._CHILD", dying)
    with pytest.raises(CaseFileError, match="ended the process"):
        open_cases(path)


def test_one_that_ends_it_half_way_is_damaged_there(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cases = open_cases(_write(path, a=["甲", "乙"]))
    dying = """print('{{"columns": ["a"], "rows": 2}}')
print('[1, ["甲"], {{}}]', flush=True)
import os
os.abort()  # {paths} {path}
"""
    monkeypatch.setattr("wushan_plan.files.parquet_cases._CHILD", dying)
    rows = cases.rows()
    assert next(rows).cells == {"a": "甲"}
    with pytest.raises(CaseFileError, match="ended the process"):
        next(rows)
