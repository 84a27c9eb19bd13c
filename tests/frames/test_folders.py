"""Files larger than memory, streamed (大文件)."""

from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path
from typing import Any

import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.csv as pa_csv  # type: ignore[import-untyped]
import pyarrow.parquet as pq  # type: ignore[import-untyped]
import pytest

from wushan_plan import PLAN, frames
from wushan_plan.frames import FrameError

WATER = PLAN.targets["water-connection"]
OPTIONS: dict[str, Any] = {"start": "受理日期", "end": "办结日期", "as_of": dt.date(2022, 3, 1)}
CASES = frames.synthetic_table(3000, seed=5)


def test_every_row_comes_out_judged_and_in_order(tmp_path: Path) -> None:
    for place in range(3):
        pq.write_table(CASES.slice(place * 1000, 1000), tmp_path / f"{place}.parquet")
    (tmp_path / "out").mkdir()
    out = frames.evaluate_files(tmp_path / "*.parquet", WATER, out=tmp_path / "out" / "x.parquet", **OPTIONS)
    assert pq.read_table(out).equals(frames.evaluate(CASES, WATER, **OPTIONS))


def test_dates_in_text_are_read_and_a_row_that_cannot_be_read_is_unknown(tmp_path: Path) -> None:
    texts = [None if one is None else f"{one:%Y/%m/%d}" for one in CASES["受理日期"].to_pylist()]
    texts[7] = "二月三十日"
    ends = [None if one is None else f"{one:%Y年%m月%d日}" for one in CASES["办结日期"].to_pylist()]
    ends[8] = "待定"
    table = CASES.set_column(1, "受理日期", pa.array(texts)).set_column(2, "办结日期", pa.array(ends))
    pa_csv.write_csv(table, tmp_path / "cases.csv")
    out = frames.evaluate_files(tmp_path / "cases.csv", WATER, out=tmp_path / "out.csv", **OPTIONS)
    with open(out, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    expected = frames.evaluate(CASES, WATER, **OPTIONS)["status"].to_pylist()
    expected[7] = expected[8] = "unknown"
    assert [row["status"] for row in rows] == expected
    assert rows[7]["problem"] == "受理日期“二月三十日”：日期读不出"
    assert rows[8]["problem"] == "办结日期“待定”：日期读不出"
    assert [row["受理日期"] for row in rows[:8]] == [text or "" for text in texts[:8]]


def test_no_cell_of_a_result_runs_as_a_formula(tmp_path: Path) -> None:
    table = CASES.slice(0, 3).append_column("备注", pa.array(["=1+1", "-5", "@x"]))
    pq.write_table(table, tmp_path / "cases.parquet")
    out = frames.evaluate_files(tmp_path / "cases.parquet", WATER, out=tmp_path / "out.csv", **OPTIONS)
    with open(out, encoding="utf-8-sig", newline="") as file:
        assert [row["备注"] for row in csv.DictReader(file)] == ["'=1+1", "-5", "'@x"]


def test_an_interruption_leaves_the_old_result_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    big = pa.concat_tables([CASES] * 300)
    pq.write_table(big, tmp_path / "cases.parquet")
    out = tmp_path / "out.parquet"
    out.write_bytes(b"old")
    monkeypatch.setattr("wushan_plan.frames.folders._POLL", 0.001)

    def interrupt(share: float) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        frames.evaluate_files(tmp_path / "cases.parquet", WATER, out=out, progress=interrupt, **OPTIONS)
    assert out.read_bytes() == b"old"
    assert sorted(one.name for one in tmp_path.iterdir()) == ["cases.parquet", "out.parquet"]


def test_progress_ends_at_one(tmp_path: Path) -> None:
    pq.write_table(CASES, tmp_path / "cases.parquet")
    told: list[float] = []
    frames.evaluate_files(
        tmp_path / "cases.parquet", WATER, out=tmp_path / "out.parquet", progress=told.append, **OPTIONS
    )
    assert told[-1] == 1.0
    assert all(0 <= one <= 1 for one in told)


def test_a_scorecard_of_files_is_that_of_their_rows(tmp_path: Path) -> None:
    pq.write_table(CASES, tmp_path / "cases.parquet")
    rows = frames.scorecard_files(tmp_path, WATER, by="渠道", **OPTIONS)
    expected = frames.rows_of(frames.scorecard(CASES, WATER, by="渠道", **OPTIONS))
    assert sorted(rows, key=lambda row: str(row["渠道"])) == sorted(
        expected, key=lambda row: str(row["渠道"])
    )


def test_the_result_does_not_replace_a_case_file(tmp_path: Path) -> None:
    pq.write_table(CASES, tmp_path / "cases.parquet")
    with pytest.raises(FrameError, match="replace"):
        frames.evaluate_files(tmp_path / "cases.parquet", WATER, out=tmp_path / "cases.parquet", **OPTIONS)


@pytest.mark.parametrize("name", ["none.parquet", "*.parquet", "cases.xlsx"])
def test_files_that_are_not_there_are_named(tmp_path: Path, name: str) -> None:
    with pytest.raises(FrameError, match="Parquet"):
        frames.evaluate_files(tmp_path / name, WATER, out=tmp_path / "out.parquet", **OPTIONS)


def written(folder: Path, name: str, *lines: str, encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_text("\n".join(["编号,受理日期,办结日期", *lines, ""]), encoding=encoding)
    return path


def rows_of(path: Path) -> list[dict[str, str]]:
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_a_date_that_can_be_read_in_two_ways_is_unknown_and_never_guessed(tmp_path: Path) -> None:
    written(tmp_path, "a.csv", "1,1/9/2021,3/9/2021", "2,2021-09-01,2021-09-03")
    out = frames.evaluate_files(tmp_path, WATER, out=tmp_path / "out.csv", **OPTIONS)
    assert [row["status"] for row in rows_of(out)] == ["unknown", "met"]


def test_files_that_write_dates_in_different_ways_are_read_row_by_row(tmp_path: Path) -> None:
    written(tmp_path, "a.csv", "1,2021/9/1,2021/9/3")
    written(tmp_path, "b.csv", "2,13/09/2021,15/09/2021", "3,2021-09-01,2021-09-03")
    out = frames.evaluate_files(tmp_path, WATER, out=tmp_path / "out.csv", **OPTIONS)
    assert [row["status"] for row in rows_of(out)][::2] == ["met", "met"]


def test_the_cells_of_a_csv_file_come_out_as_they_went_in(tmp_path: Path) -> None:
    written(tmp_path, "a.csv", "007,2021-9-1,2021/09/03")
    out = frames.evaluate_files(tmp_path, WATER, out=tmp_path / "out.csv", **OPTIONS)
    (row,) = rows_of(out)
    assert (row["编号"], row["受理日期"], row["办结日期"]) == ("007", "2021-9-1", "2021/09/03")
