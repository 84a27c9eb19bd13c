"""Several files, or a folder, judged as one large table from the command line."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from wushan_plan.cli import main

COMMAND = [
    "--target",
    "water-connection",
    "--start",
    "受理日期",
    "--end",
    "通水日期",
    "--as-of",
    "2021-12-31",
]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    made = tmp_path / "cases"
    made.mkdir()
    frame = pd.DataFrame(
        {
            "受理日期": [pd.Timestamp("2021-09-24"), pd.Timestamp("2021-09-24"), pd.NaT],
            "通水日期": pd.to_datetime(["2021-10-12", "2021-10-14", "2021-10-14"]),
            "渠道": ["窗口", "网上", "网上"],
        }
    )
    for month in ("09", "10"):
        frame.to_parquet(made / f"{month}.parquet")
    return made


def test_a_folder_gives_one_result_and_a_scorecard(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["evaluate", str(folder), *COMMAND, "--by", "渠道", "--out", "all.parquet"]) == 0
    statuses = pd.read_parquet(tmp_path / "all.parquet")["status"].tolist()
    assert statuses == ["met", "not-met", "unknown"] * 2
    page = capsys.readouterr().out
    assert [line.split() for line in page.splitlines() if line.startswith(("窗口", "网上"))] == [
        ["窗口", "2", "2", "0", "0", "0", "0", "0"],
        ["网上", "4", "0", "2", "0", "0", "0", "2"],
    ]


def test_a_miss_leaves_with_1_when_asked_to(folder: Path) -> None:
    assert main(["evaluate", *map(str, folder.iterdir()), *COMMAND, "--fail-on-breach"]) == 1


def test_options_for_one_file_are_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", str(folder), *COMMAND, "--rejects", "rejects.xlsx"]) == 2
    assert "只用于单个文件" in capsys.readouterr().err


def test_groups_of_a_single_file_are_refused_with_a_way_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.csv"
    path.write_text("受理日期,通水日期\n2021-09-01,2021-09-03\n", "utf-8")
    assert main(["evaluate", str(path), *COMMAND, "--by", "渠道"]) == 2
    assert "文件夹" in capsys.readouterr().err
