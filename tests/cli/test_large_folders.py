"""Folders too large to be judged row by row, judged from the command line by the table engine."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from tests.cli.months import COMMAND, HEADER, LINES, MEAN, TARGET, Say, rows, scorecard
from wushan_plan.cli import main


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Any folder of CSV files is taken for a large one."""
    monkeypatch.setattr("wushan_plan.cli.evaluate.LARGE", 0)


@pytest.mark.usefixtures("large")
class TestLargeFolders:
    """What is too large to be judged row by row is judged as one table, with the same page."""

    @pytest.mark.parametrize("worst", ["0", "1", "10"])
    @pytest.mark.parametrize("lang", ["zh", "en"])
    def test_their_page_is_that_of_a_file_with_their_rows(
        self, months: Path, told: Say, worst: str, lang: str
    ) -> None:
        def page(source: str) -> list[str]:
            lines = scorecard(told(source, "--id", "编号", "--worst", worst, lang=lang))
            return [
                one.replace("10月.csv 第2件", "第6行").replace("10月.csv case 2", "line 6") for one in lines
            ]

        assert page("cases") == page("all.csv")

    def test_the_page_says_that_they_are_judged_as_one_table(self, months: Path, told: Say) -> None:
        assert any("按一张大表判定" in line for line in told("cases"))

    @pytest.mark.parametrize("more", [["--out", "out.xlsx"], ["--rejects", "mend.xlsx"]])
    def test_what_a_table_cannot_give_is_judged_row_by_row(
        self, months: Path, told: Say, more: list[str]
    ) -> None:
        assert not any("按一张大表判定" in line for line in told("cases", *more))

    def test_the_csv_is_in_chinese_and_begins_with_a_byte_order_mark(self, months: Path, told: Say) -> None:
        told("cases")
        assert Path("cases.verdicts.csv").read_bytes().startswith(b"\xef\xbb\xbf")
        made = rows("cases.verdicts.csv")
        assert [row["结论"] for row in made] == ["达标", "未达标", "未达标", "未达标", "无法判定", "未到期"]

    def test_columns_are_found_by_their_labels(self, months: Path, told: Say) -> None:
        lines = told("cases", "--start", "受理日期", command=TARGET)
        assert any(line.split() == ["达标率（已定件）", "25%（1/4）"] for line in lines)

    @pytest.mark.parametrize("header", ["受理日期", "受理日期,办结日期", "受理时间,通水日期"])
    def test_columns_that_cannot_be_told_or_differ_stop_the_run(
        self, months: Path, capsys: pytest.CaptureFixture[str], header: str
    ) -> None:
        (months / "10月.csv").write_text(f"{header}\n2021-09-24{',' * header.count(',')}\n", "utf-8")
        assert main(["evaluate", "cases", *TARGET]) == 2
        assert "10月.csv" in capsys.readouterr().err

    def test_their_results_are_not_judged_again(self, months: Path, told: Say) -> None:
        first = scorecard(told("cases", "--out", "cases/out.csv"))
        second = told("cases")
        assert scorecard(second) == first
        assert any("out.csv" in line for line in second if line.startswith("跳过"))

    @pytest.mark.parametrize("lang", ["zh", "en"])
    def test_their_results_are_not_judged_again_row_by_row_either(
        self, months: Path, told: Say, lang: str
    ) -> None:
        first = scorecard(told("cases", "--id", "编号", "--out", "cases/out.csv", lang=lang))
        second = scorecard(told("cases", "--id", "编号", "--out", "out.jsonl", lang=lang))
        assert second[:5] == first[:5]

    def test_a_mean_is_judged_over_all_files(self, months: Path, told: Say) -> None:
        (months / "10月.csv").write_text("\n".join([HEADER, *LINES[3:4], ""]), "utf-8")
        lines = told("cases", command=MEAN)
        assert lines[0] == "【达标】power-10kv"
        assert lines[2] == "办结3件，平均用时约19.33个工作日；时限：平均30个工作日"
        assert lines[3].startswith("另有1件未办结")

    def test_a_row_that_cannot_be_read_leaves_the_mean_undecided(self, months: Path, told: Say) -> None:
        lines = told("cases", command=MEAN)
        assert lines[0] == "【无法判定】power-10kv"
        assert "读不出或缺起算日期的行（1），平均值因此不能判定：" in lines

    def test_the_cases_of_a_mean_are_chosen_by_period(self, months: Path, told: Say) -> None:
        (months / "10月.csv").write_text("\n".join([HEADER, *LINES[3:4], ""]), "utf-8")
        lines = told("cases", "--period", "2021-10-01", "2021-10-31", command=MEAN)
        assert any(line.startswith("办结2件") for line in lines)

    @pytest.mark.parametrize("command", [COMMAND, MEAN])
    def test_groups_are_those_of_a_folder_judged_row_by_row(
        self, months: Path, told: Say, command: list[str]
    ) -> None:
        def groups(*more: str) -> list[str]:
            lines = told("cases", "--by", "渠道", *more, command=command)
            return [line for line in lines if line.startswith(("渠道", "窗口", "网上"))]

        assert groups() == groups("--rejects", "mend.xlsx")

    def test_a_case_without_an_id_is_named_by_its_file_and_its_place_there(
        self, months: Path, told: Say
    ) -> None:
        lines = told("cases")
        assert [line.split("  ")[1].strip() for line in lines if "逾期" in line and "截止" in line] == [
            "8月.csv 第3件",
            "8月.csv 第2件",
            "10月.csv 第1件",
        ]

    def test_a_long_list_says_how_many_more_there_are(self, months: Path, told: Say) -> None:
        lines = [f"{number},2021-09-01,,窗口" for number in range(25)] + ["x,,,窗口"] * 12
        (months / "8月.csv").unlink()
        (months / "10月.csv").write_text("\n".join([HEADER, *lines, ""]), "utf-8")
        shown = told("cases")
        assert "逾期未办结 (25)" in shown
        assert "  ……另有15件，见结果文件" in shown
        assert "无法判定的行（原样保留） (12)" in shown
        assert "  ……另有2件，见结果文件" in shown

    def test_a_folder_of_files_without_rows_has_no_cases(self, months: Path, told: Say) -> None:
        for one in months.iterdir():
            one.write_text(HEADER + "\n", "utf-8")
        assert any(line.split() == ["办件", "0"] for line in told("cases"))


def test_a_folder_of_parquet_gives_one_result_and_a_scorecard(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: Say
) -> None:
    monkeypatch.chdir(tmp_path)
    frame = pd.DataFrame(
        {
            "受理日期": [pd.Timestamp("2021-09-24"), pd.Timestamp("2021-09-24"), pd.NaT],
            "通水日期": pd.to_datetime(["2021-10-12", "2021-10-14", "2021-10-14"]),
            "渠道": ["窗口", "网上", "网上"],
        }
    )
    Path("cases").mkdir()
    for month in ("09", "10"):
        frame.to_parquet(f"cases/{month}.parquet")
    lines = told("cases", "--by", "渠道", "--out", "all.parquet", command=TARGET)
    assert pd.read_parquet("all.parquet")["status"].tolist() == ["met", "not-met", "unknown"] * 2
    assert [line.split() for line in lines if line.startswith(("窗口", "网上"))] == [
        ["窗口", "2", "2", "0", "0", "0", "0", "0"],
        ["网上", "4", "0", "2", "0", "0", "0", "2"],
    ]
