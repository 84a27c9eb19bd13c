"""``wushan-plan evaluate`` on the files offices have."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from openpyxl import load_workbook

from wushan_plan.cli import main

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"
CLEAN = EXAMPLES / "water-2021-synthetic.csv"
MESSY = EXAMPLES / "water-2021-messy-synthetic.xlsx"
OPTIONS = ("--target", "water-connection", "--id", "办件编号", "--as-of", "2021-12-31")


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def _verdicts(path: str) -> list[tuple[str, str, str]]:
    with open(path, encoding="utf-8-sig", newline="") as file:
        return [(row["办件编号"], row["结论"], row["截止日"]) for row in csv.DictReader(file)]


class TestFormats:
    def test_the_messy_workbook_gives_the_verdicts_of_the_clean_file(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["evaluate", str(CLEAN), *OPTIONS, "--out", "clean.csv"]) == 0
        assert main(["evaluate", str(MESSY), *OPTIONS, "--out", "messy.csv"]) == 0
        assert _verdicts("messy.csv") == _verdicts("clean.csv")
        page = capsys.readouterr().out
        assert "格式 xlsx；工作表 通水台账；表头在第4—5行" in page
        assert page.count("无法判定               3") == 2

    @pytest.mark.parametrize("encoding", ["gb18030", "utf-8", "utf-16"])
    def test_a_csv_of_any_encoding_gives_the_same(
        self, encoding: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        Path("cases.csv").write_text(CLEAN.read_text("utf-8-sig"), encoding=encoding)
        assert main(["evaluate", "cases.csv", *OPTIONS]) == 0
        assert main(["evaluate", str(CLEAN), *OPTIONS, "--out", "clean.csv"]) == 0
        assert _verdicts("cases.verdicts.csv") == _verdicts("clean.csv")
        assert "编码 " in capsys.readouterr().out

    def test_a_sheet_can_be_named(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["evaluate", str(MESSY), *OPTIONS, "--sheet", "通水台帐"]) == 2
        assert "通水台账" in capsys.readouterr().err
        assert main(["evaluate", str(MESSY), *OPTIONS, "--sheet", "通水台账"]) == 0

    def test_serial_numbers_in_csv_need_their_system(self, capsys: pytest.CaptureFixture[str]) -> None:
        Path("cases.csv").write_text("办件编号,受理日期,通水日期\n甲,44463,44483\n", encoding="utf-8")
        assert main(["evaluate", "cases.csv", *OPTIONS]) == 0
        assert "1900年系统" in capsys.readouterr().out
        assert main(["evaluate", "cases.csv", *OPTIONS, "--serials", "1900"]) == 0
        assert _verdicts("cases.verdicts.csv") == [("甲", "未达标", "2021-10-12")]


class TestColumns:
    def _evaluate(self, header: str, *options: str) -> int:
        Path("cases.csv").write_text(f"{header}\n甲,2021-09-24,2021-10-14\n", encoding="utf-8")
        return main(["evaluate", "cases.csv", *OPTIONS, *options])

    def test_certain_ones_need_not_be_named_and_are_printed(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert self._evaluate("办件编号,受理时间,通水日期") == 0
        page = capsys.readouterr().out
        assert "start 取自列“受理时间”" in page
        assert "end 取自列“通水日期”" in page

    def test_it_stops_where_it_would_have_to_guess(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert self._evaluate("办件编号,申请日期,完成日期") == 2
        error = capsys.readouterr().err
        assert "--start 申请日期" in error
        assert "--end 完成日期" in error
        assert not Path("cases.verdicts.csv").exists()

    def test_named_columns_are_taken_whatever_they_are_called(self) -> None:
        assert self._evaluate("办件编号,申请日期,完成日期", "--start", "申请日期", "--end", "完成日期") == 0
        assert _verdicts("cases.verdicts.csv")[0][1] == "未达标"

    def test_a_fact_can_be_left_without_a_column(self) -> None:
        assert self._evaluate("办件编号,受理日期,完成日期", "--end", "") == 0
        assert _verdicts("cases.verdicts.csv")[0][1] == "未达标"

    def test_without_an_end_it_stops(self, capsys: pytest.CaptureFixture[str]) -> None:
        Path("cases.csv").write_text("办件编号,受理日期\n甲,2021-12-30\n", encoding="utf-8")
        assert main(["evaluate", "cases.csv", *OPTIONS]) == 2
        assert "--end ''" in capsys.readouterr().err

    def test_said_to_have_no_end_every_case_is_open(self, capsys: pytest.CaptureFixture[str]) -> None:
        Path("cases.csv").write_text("办件编号,受理日期\n甲,2021-12-30\n", encoding="utf-8")
        assert main(["evaluate", "cases.csv", *OPTIONS, "--end", ""]) == 0
        assert "各件按未办结判定" in capsys.readouterr().out
        assert _verdicts("cases.verdicts.csv")[0][1] == "未到期"


class TestMending:
    def test_rows_are_sent_back_mended_and_taken_in(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["evaluate", str(MESSY), *OPTIONS, "--rejects", "mend.xlsx"]) == 0
        assert "3行待补正，写入 mend.xlsx" in capsys.readouterr().out
        book = load_workbook("mend.xlsx")
        sheet = book.worksheets[0]
        for cell, value in (("F3", "2021-9-30"), ("E4", "2021年9月30日"), ("F5", "2021.11.18")):
            sheet[cell] = value
        book.save("mend.xlsx")
        assert (
            main(["evaluate", str(MESSY), *OPTIONS, "--mended", "mend.xlsx", "--rejects", "again.xlsx"]) == 0
        )
        page = capsys.readouterr().out
        assert "没有要补正的行" in page
        assert all(verdict != "无法判定" for _, verdict, _ in _verdicts(f"{MESSY.stem}.verdicts.csv"))
        assert not Path("again.xlsx").exists()

    def test_the_rejects_never_replace_the_case_file(self, capsys: pytest.CaptureFixture[str]) -> None:
        Path("cases.xlsx").write_bytes(MESSY.read_bytes())
        assert main(["evaluate", "cases.xlsx", *OPTIONS, "--rejects", "cases.xlsx"]) == 2
        assert "不能覆盖" in capsys.readouterr().err
