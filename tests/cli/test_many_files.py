"""Several files, or a folder, judged from the command line as one file is."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from openpyxl import Workbook, load_workbook

from tests.cli.months import COMMAND, HEADER, LINES, MEAN, TARGET, Say, rows, scorecard
from wushan_plan.cli import main


def put_workbook(path: Path, lines: tuple[str, ...]) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for line in (HEADER, *lines):
        sheet.append(line.split(","))
    book.save(path)


class TestAFolderIsJudgedAsAFile:
    @pytest.mark.parametrize("worst", ["0", "1", "10"])
    @pytest.mark.parametrize("lang", ["zh", "en"])
    def test_its_page_is_that_of_a_file_with_its_rows(
        self, months: Path, told: Say, worst: str, lang: str
    ) -> None:
        def page(source: str) -> list[str]:
            lines = scorecard(told(source, "--id", "编号", "--worst", worst, lang=lang))
            return [
                one.replace("10月.csv 第3行", "第6行").replace("10月.csv line 3", "line 6") for one in lines
            ]

        assert page("cases") == page("all.csv")

    def test_its_rows_are_those_of_a_file_but_for_the_source(self, months: Path, told: Say) -> None:
        told("cases", "--id", "编号", "--out", "many.csv")
        told("all.csv", "--id", "编号", "--out", "one.csv")
        many = [{name: cell for name, cell in row.items() if name != "来源文件"} for row in rows("many.csv")]
        assert [row for row in many if row["编号"] != "5"] == [
            row for row in rows("one.csv") if row["编号"] != "5"
        ]

    def test_a_mean_is_judged_over_all_files(self, months: Path, told: Say) -> None:
        (months / "10月.csv").write_text("\n".join([HEADER, *LINES[3:4], ""]), "utf-8")
        lines = told("cases", command=MEAN)
        assert lines[0] == "【达标】power-10kv"
        assert any("3件共用58个工作日" in line for line in lines)

    def test_rows_are_grouped_by_columns(self, months: Path, told: Say) -> None:
        lines = [line.split() for line in told("cases", "--by", "渠道")]
        assert ["窗口", "4", "1", "1", "0", "1", "0", "1"] in lines
        assert ["网上", "2", "0", "2", "0", "0", "0", "0"] in lines

    def test_rows_are_grouped_by_their_files_in_order(self, months: Path, told: Say) -> None:
        lines = told("cases", "--by", "来源文件")
        assert [line.split()[:3] for line in lines if len(line.split()) == 8][1:] == [
            ["8月.csv", "3", "1"],
            ["10月.csv", "3", "0"],
        ]

    def test_groups_of_a_mean_say_how_long_their_cases_took(self, months: Path, told: Say) -> None:
        lines = [line.split() for line in told("cases", "--by", "渠道", command=MEAN)]
        assert ["网上", "2", "1", "32", "0"] in lines

    def test_a_single_file_has_groups_too(self, months: Path, told: Say) -> None:
        lines = [line.split() for line in told("all.csv", "--by", "渠道")]
        assert ["网上", "2", "0", "2", "0", "0", "0", "0"] in lines

    def test_workbooks_and_csv_are_judged_together(self, months: Path, told: Say) -> None:
        put_workbook(months / "9月.xlsx", LINES[:2])
        told("cases")
        found = [(row["来源文件"], row["结论"]) for row in rows("cases.verdicts.csv")]
        assert found[3:5] == [("9月.xlsx", "达标"), ("9月.xlsx", "未达标")]

    def test_a_miss_leaves_with_1_when_asked_to(self, months: Path) -> None:
        assert main(["evaluate", "cases", *COMMAND, "--fail-on-breach"]) == 1

    def test_a_folder_of_files_without_rows_has_no_cases(self, months: Path, told: Say) -> None:
        for one in months.iterdir():
            one.write_text(HEADER + "\n", "utf-8")
        assert any(line.split() == ["办件", "0"] for line in told("cases"))

    def test_a_target_about_numbers_shows_the_page_of_a_single_file_too(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: Say
    ) -> None:
        monkeypatch.chdir(tmp_path)
        (tmp_path / "cases").mkdir()
        lines = ["号,预付款,合同价,中小", "1,4,10,否", "2,2.5,10,否", "3,,10,是", '4,"1,000",2000,是', ""]
        for path in ("all.csv", "cases/a.csv"):
            Path(path).write_text("\n".join(lines), "utf-8")
        facts = ["--fact", "prepayment=预付款", "--fact", "contract_price=合同价", "--fact", "is_sme=中小"]
        asked = ["--target", "procurement-prepayment", *facts, "--as-of", "2021-12-31", "--id", "号"]
        assert scorecard(told("all.csv", command=asked)) == scorecard(told("cases", command=asked))


class TestColumnsAreFoundInEachFile:
    def test_the_end_is_found_by_its_label_where_the_start_alone_is_named(
        self, months: Path, told: Say
    ) -> None:
        lines = told("cases", "--start", "受理日期", command=TARGET)
        assert any(line.split() == ["达标率（已定件）", "25%（1/4）"] for line in lines)
        assert "end 取自列“通水日期”" in lines

    def test_each_file_may_call_them_otherwise(self, months: Path, told: Say) -> None:
        (months / "10月.csv").write_text("受理时间,通水日\n2021-09-24,2021-10-12\n", "utf-8")
        lines = told("cases", command=TARGET)
        assert "start 取自列“受理日期”（8月.csv）、“受理时间”（10月.csv）" in lines
        assert [row["结论"] for row in rows("cases.verdicts.csv")] == ["达标", "未达标", "未达标", "达标"]

    @pytest.mark.parametrize("header", ["受理日期", "受理日期,办结日期", "通水日期"])
    def test_a_file_where_one_cannot_be_told_stops_the_run_by_name(
        self, months: Path, capsys: pytest.CaptureFixture[str], header: str
    ) -> None:
        (months / "10月.csv").write_text(f"{header}\n2021-09-24{',' * header.count(',')}\n", "utf-8")
        assert main(["evaluate", "cases", *TARGET]) == 2
        assert "10月.csv" in capsys.readouterr().err
        assert not Path("cases.verdicts.csv").exists()

    def test_cases_count_as_open_only_where_somebody_says_that_there_is_no_end(
        self, months: Path, told: Say
    ) -> None:
        lines = told("cases", "--end", "", command=TARGET)
        assert "没有办结日期的列：各件按未办结判定" in lines
        assert any(line.split() == ["达标率（已定件）", "0%（0/4）"] for line in lines)


class TestResults:
    def test_each_row_says_which_file_it_comes_from_in_the_natural_order_of_names(
        self, months: Path, told: Say
    ) -> None:
        told("cases")
        assert [row["来源文件"] for row in rows("cases.verdicts.csv")] == ["8月.csv"] * 3 + ["10月.csv"] * 3

    def test_files_that_are_named_come_in_that_order_too(self, months: Path, told: Say) -> None:
        names = [str(months / one) for one in ("10月.csv", "8月.csv")]
        told(names[0], command=[names[1], *COMMAND])
        made = rows("water-connection.verdicts.csv")
        assert [row["编号"] for row in made] == ["1", "2", "3", "4", "5", "6"]

    def test_a_pattern_stands_for_its_files(self, months: Path, told: Say) -> None:
        told("cases/1*.csv")
        assert [row["编号"] for row in rows("water-connection.verdicts.csv")] == ["4", "5", "6"]

    def test_files_of_one_name_are_told_apart_by_their_folders(self, months: Path, told: Say) -> None:
        (months / "旧").mkdir()
        (months / "旧" / "8月.csv").write_text("\n".join([HEADER, LINES[0], ""]), "utf-8")
        told("cases")
        assert {row["来源文件"] for row in rows("cases.verdicts.csv")} == {
            "cases/8月.csv",
            "cases/10月.csv",
            "旧/8月.csv",
        }

    def test_the_csv_begins_with_a_byte_order_mark(self, months: Path, told: Say) -> None:
        told("cases")
        assert Path("cases.verdicts.csv").read_bytes().startswith(b"\xef\xbb\xbf")

    def test_the_workbook_has_the_source_too(self, months: Path, told: Say) -> None:
        told("cases", "--out", "out.xlsx")
        cells = [cell.value for sheet in load_workbook("out.xlsx") for row in sheet for cell in row]
        assert cells.count("来源文件") == 1
        assert cells.count("10月.csv") == 3

    def test_a_parquet_result_has_the_source_too(self, months: Path, told: Say) -> None:
        told("cases", "--out", "out.parquet")
        assert pd.read_parquet("out.parquet")["来源文件"].tolist() == ["8月.csv"] * 3 + ["10月.csv"] * 3

    def test_a_row_that_cannot_be_read_is_named_by_its_row_in_the_file(self, months: Path, told: Say) -> None:
        line = next(line for line in told("cases") if "下周" in line)
        assert line.split()[:2] == ["10月.csv", "第3行"]

    def test_rows_are_sent_back_mended_and_taken_in(self, months: Path, told: Say) -> None:
        put_workbook(months / "9月.xlsx", ("7,昨天,2021-09-03,窗口",))
        told("cases", "--rejects", "mend.xlsx")
        book = load_workbook("mend.xlsx")
        sheet = book.worksheets[0]
        found = [(row[0].value, row[1].value, row[3].value) for row in sheet.iter_rows(min_row=3)]
        assert found == [("2", "9月.xlsx", "昨天"), ("3", "10月.csv", "下周")]
        sheet["D3"], sheet["D4"] = "2021-09-01", "2021-10-12"
        book.save("mend.xlsx")
        assert "没有要补正的行，未写补正表" in told("cases", "--mended", "mend.xlsx", "--rejects", "no.xlsx")
        assert [row["结论"] for row in rows("cases.verdicts.csv") if row["编号"] in "57"] == ["达标", "达标"]

    def test_a_mended_row_of_none_of_the_files_is_refused(
        self, months: Path, told: Say, capsys: pytest.CaptureFixture[str]
    ) -> None:
        told("cases", "--rejects", "mend.xlsx")
        (months / "10月.csv").rename(months / "11月.csv")
        assert main(["evaluate", "cases", *COMMAND, "--mended", "mend.xlsx"]) == 2
        assert "10月.csv" in capsys.readouterr().err


class TestWhatIsLeftOutIsSaid:
    def test_files_with_other_endings_are_counted_and_named(self, months: Path, told: Say) -> None:
        (months / "旧表.xls").write_bytes(b"x")
        (months / "说明.docx").write_bytes(b"x")
        (line,) = (line for line in told("cases") if line.startswith("跳过"))
        assert line.startswith("跳过2个文件")
        assert "旧表.xls、说明.docx" in line
        assert "请直接写出文件名" in line

    def test_hidden_files_are_counted(self, months: Path, told: Say) -> None:
        for name in (".8月.csv", "~$9月.xlsx"):
            (months / name).write_text("x", "utf-8")
        assert any(line.startswith("跳过2个隐藏文件") for line in told("cases"))

    @pytest.mark.parametrize("ending", ["csv", "xlsx", "parquet"])
    @pytest.mark.parametrize("lang", ["zh", "en"])
    def test_the_results_of_an_earlier_run_are_not_judged_again(
        self, months: Path, told: Say, ending: str, lang: str
    ) -> None:
        first = scorecard(told("cases", "--out", f"cases/out.{ending}", lang=lang))
        second = told("cases", "--rejects", "cases/mend.xlsx", lang=lang)
        assert scorecard(second) == first
        assert any(f"out.{ending}" in line for line in second)
        assert any("mend.xlsx" in line for line in told("cases", lang=lang))

    def test_a_folder_without_case_files_says_what_it_holds(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (tmp_path / "旧表.xls").write_bytes(b"x")
        assert main(["evaluate", str(tmp_path), *COMMAND]) == 2
        assert "旧表.xls" in capsys.readouterr().err

    def test_a_result_never_replaces_one_of_the_files(
        self, months: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["evaluate", "cases", *COMMAND, "--out", "cases/8月.csv"]) == 2
        assert "不能覆盖" in capsys.readouterr().err
