"""How the files of a folder are read: as where each is judged by itself, nothing guessed (多文件读取)."""

from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path
from typing import Any

import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.parquet as pq  # type: ignore[import-untyped]
import pytest

from wushan_plan import PLAN, frames
from wushan_plan.errors import CaseFileError
from wushan_plan.frames import FrameError

WATER = PLAN.targets["water-connection"]
PREPAYMENT = PLAN.targets["procurement-prepayment"]
OPTIONS: dict[str, Any] = {"start": "受理日期", "end": "办结日期", "as_of": dt.date(2022, 3, 1)}
HEADER = "编号,受理日期,办结日期"
IN_TIME = "2021-09-01,2021-09-03"
LATE = "2021-09-01,2021-12-03"


def put(folder: Path, name: str, text: str, encoding: str = "utf-8") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode(encoding))
    return path


def judged(folder: Path, out: Path, **more: Any) -> list[dict[str, str]]:
    frames.evaluate_files(folder, WATER, out=out, **(OPTIONS | more))
    with open(out, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "cases"
    made.mkdir()
    return made


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out.csv"


class TestNamesOfFoldersAreNoColumns:
    """What a folder is called never enters a row."""

    def test_a_csv_column_keeps_its_cells_in_a_folder_named_after_it(self, folder: Path, out: Path) -> None:
        put(folder, "年份=2021/x.csv", f"年份,{HEADER}\n1999,1,{IN_TIME}\n")
        assert [row["年份"] for row in judged(folder, out)] == ["1999"]

    def test_a_date_is_that_of_the_cell_whatever_its_folder_says(self, folder: Path, out: Path) -> None:
        put(folder, "办结日期=2021-12-03/x.csv", f"{HEADER}\n1,{IN_TIME}\n")
        assert [row["status"] for row in judged(folder, out)] == ["met"]

    def test_a_parquet_column_keeps_its_cells_in_a_folder_named_after_it(
        self, folder: Path, tmp_path: Path
    ) -> None:
        (folder / "渠道=网上").mkdir()
        rows = frames.synthetic_table(10, seed=1).set_column(3, "渠道", pa.array(["窗口"] * 10))
        pq.write_table(rows, folder / "渠道=网上" / "x.parquet")
        made = frames.evaluate_files(folder, WATER, out=tmp_path / "out.parquet", **OPTIONS)
        assert set(pq.ParquetFile(made).read()["渠道"].to_pylist()) == {"窗口"}

    def test_no_column_is_added_for_a_folder(self, folder: Path, out: Path) -> None:
        put(folder, "年份=2021/x.csv", f"{HEADER}\n1,{IN_TIME}\n")
        assert "年份" not in judged(folder, out)[0]

    def test_a_column_that_only_a_folder_names_is_missing_and_the_error_says_why(self, folder: Path) -> None:
        put(folder, "年份=2021/x.csv", f"{HEADER}\n1,{IN_TIME}\n")
        with pytest.raises(
            FrameError, match="names of folders such as 年份=2021 are not read as columns"
        ) as told:
            frames.scorecard_files(folder, WATER, by="年份", **OPTIONS)
        assert "不作为列读取" in told.value.zh


class TestFilesWrittenInOtherWays:
    """Encodings, titles and separators are told apart as where a file is judged by itself."""

    @pytest.mark.parametrize("encoding", ["gb18030", "gbk", "utf-16", "utf-8-sig"])
    def test_a_file_in_the_encodings_of_excel_is_judged(self, folder: Path, out: Path, encoding: str) -> None:
        put(folder, "a.csv", f"{HEADER}\n办件甲,{IN_TIME}\n办件乙,{LATE}\n", encoding)
        rows = judged(folder, out)
        assert [(row["编号"], row["status"]) for row in rows] == [("办件甲", "met"), ("办件乙", "not-met")]

    def test_files_in_several_encodings_are_one_table(self, folder: Path, out: Path) -> None:
        put(folder, "a.csv", f"{HEADER}\n甲,{IN_TIME}\n", "gb18030")
        put(folder, "b.csv", f"{HEADER}\n乙,{IN_TIME}\n", "utf-8")
        put(folder, "c.csv", f"{HEADER}\n丙,{IN_TIME}\n", "gb18030")
        assert [row["编号"] for row in judged(folder, out)] == ["甲", "乙", "丙"]

    @pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
    def test_titles_above_the_header_are_no_cases(self, folder: Path, out: Path, ending: str) -> None:
        lines = ["2021年用水报装统计表,,", "填报单位：某局,,", HEADER, f"甲,{IN_TIME}", ""]
        put(folder, "a.csv", ending.join(lines), "gb18030")
        assert [row["编号"] for row in judged(folder, out)] == ["甲"]

    def test_text_between_tabs_is_read(self, folder: Path, out: Path) -> None:
        put(folder, "a.csv", f"{HEADER}\n甲,{IN_TIME}\n".replace(",", "\t"), "utf-16")
        assert [row["status"] for row in judged(folder, out)] == ["met"]

    def test_a_quoted_cell_with_a_line_end_survives(self, folder: Path, out: Path) -> None:
        put(folder, "a.csv", f'{HEADER}\n"甲\n号，""乙""",{IN_TIME}\n', "gb18030")
        assert [row["编号"] for row in judged(folder, out)] == ['甲\n号，"乙"']

    def test_lines_without_a_word_are_no_cases(self, folder: Path, out: Path) -> None:
        put(folder, "a.csv", f"{HEADER}\n甲,{IN_TIME}\n,,\n  ,\u3000,\n\n,{IN_TIME}\n")
        assert [row["编号"] for row in judged(folder, out)] == ["甲", ""]

    def test_copies_are_gone_when_the_result_is_there(self, folder: Path, out: Path) -> None:
        put(folder, "a.csv", f"{HEADER}\n甲,{IN_TIME}\n", "gb18030")
        judged(folder, out)
        assert sorted(one.name for one in out.parent.rglob("*")) == ["a.csv", "cases", "out.csv"]

    def test_a_file_in_no_known_encoding_is_refused_by_name(self, folder: Path, out: Path) -> None:
        (folder / "a.csv").write_bytes(HEADER.encode() + b"\n\xff\xff\xff,2021-09-01,2021-09-03\n")
        with pytest.raises(CaseFileError, match=r"a\.csv"):
            judged(folder, out)

    def test_a_row_of_another_length_is_refused_with_the_line_of_the_file(
        self, folder: Path, out: Path
    ) -> None:
        put(folder, "a.csv", f"报装统计表,,\n{HEADER}\n甲,{IN_TIME}\n乙,2021-09-01\n", "gb18030")
        with pytest.raises(FrameError, match=r"a\.csv\): .*Line: 4"):
            judged(folder, out)


class TestNothingIsGuessedFromTheFirstRows:
    """What DuckDB would conclude from a sample or from the first file does not change an answer."""

    def test_columns_in_another_order_are_matched_by_name(self, folder: Path, out: Path) -> None:
        put(folder, "a.csv", f"{HEADER}\n甲,{IN_TIME}\n")
        put(folder, "b.csv", "编号,办结日期,受理日期\n乙,2021-09-03,2021-09-01\n")
        assert [row["status"] for row in judged(folder, out)] == ["met", "met"]

    def test_a_column_of_some_files_is_empty_in_the_others(self, folder: Path, out: Path) -> None:
        put(folder, "a.csv", f"{HEADER}\n甲,{IN_TIME}\n")
        put(folder, "b.csv", f"{HEADER},备注\n乙,{IN_TIME},急\n")
        assert [row["备注"] for row in judged(folder, out)] == ["", "急"]

    def test_a_file_without_a_needed_column_is_named(self, folder: Path, out: Path) -> None:
        put(folder, "a.csv", f"{HEADER}\n甲,{IN_TIME}\n")
        put(folder, "b.csv", "编号,受理日期\n乙,2021-09-01\n")
        with pytest.raises(FrameError, match=r"办结日期: there is no such column in b\.csv"):
            judged(folder, out)

    def test_a_decimal_after_many_whole_numbers_is_not_rounded(self, folder: Path, out: Path) -> None:
        # 2.5 of 10 is short of 30 per cent; rounded to 3 it would keep the promise.
        whole = "".join("4,10,否\n" for _ in range(30_000))
        put(folder, "a.csv", f"预付款,合同价,中小企业\n{whole}2.5,10,否\n")
        asked: dict[str, Any] = {"prepayment": "预付款", "contract_price": "合同价", "is_sme": "中小企业"}
        (row,) = frames.scorecard_files(folder, PREPAYMENT, as_of=dt.date(2021, 12, 31), **asked)
        assert (row["met"], row["not_met"]) == (30_000, 1)

    def test_a_text_that_is_no_number_is_refused(self, folder: Path) -> None:
        put(folder, "a.csv", "预付款,合同价,中小企业\n四,10,是\n")
        asked: dict[str, Any] = {"prepayment": "预付款", "contract_price": "合同价", "is_sme": "中小企业"}
        with pytest.raises(FrameError, match="holds what are no numbers, such as 四"):
            frames.scorecard_files(folder, PREPAYMENT, **asked)

    def test_a_text_that_is_no_answer_is_refused(self, folder: Path) -> None:
        put(folder, "a.csv", "预付款,合同价,中小企业\n4,10,也许\n")
        asked: dict[str, Any] = {"prepayment": "预付款", "contract_price": "合同价", "is_sme": "中小企业"}
        with pytest.raises(FrameError, match="neither yes nor no, such as 也许"):
            frames.scorecard_files(folder, PREPAYMENT, **asked)

    def test_parquet_files_with_moments_of_two_kinds_are_refused(self, folder: Path, tmp_path: Path) -> None:
        for name, zone in (("a", None), ("b", "UTC")):
            days = pa.array([dt.datetime(2021, 9, 1, 20)], pa.timestamp("us", zone))
            pq.write_table(pa.table({"受理日期": days, "办结日期": days}), folder / f"{name}.parquet")
        with pytest.raises(FrameError, match="beside moments without"):
            frames.evaluate_files(folder, WATER, out=tmp_path / "out.parquet", **OPTIONS)


class TestOrderAndFiles:
    """Rows keep their order, and each is there once."""

    def test_files_of_a_folder_come_in_the_natural_order_of_their_names(
        self, folder: Path, out: Path
    ) -> None:
        for month in (8, 10, 9):
            put(folder, f"{month}月.csv", f"{HEADER}\n{month},{IN_TIME}\n")
        assert [row["编号"] for row in judged(folder, out)] == ["8", "9", "10"]

    @pytest.mark.parametrize("threads", [1, 4])
    def test_rows_come_out_in_order_with_any_number_of_threads(
        self, folder: Path, tmp_path: Path, threads: int
    ) -> None:
        cases = frames.synthetic_table(60_000, seed=7)
        for place in range(3):
            pq.write_table(cases.slice(place * 20_000, 20_000), folder / f"{place}.parquet")
        made = frames.evaluate_files(folder, WATER, out=tmp_path / "o.parquet", threads=threads, **OPTIONS)
        assert pq.read_table(made)["办件编号"].equals(cases["办件编号"])

    def test_few_rows_come_out_in_order_although_the_days_are_more(self, folder: Path, out: Path) -> None:
        # The engine would read through the larger side of a join, which are the days.
        rows = [f"{n},2021-{1 + n * 7 % 12:02}-{1 + n * 11 % 28:02}," for n in range(500)]
        put(folder, "a.csv", "\n".join([HEADER, *rows, ""]))
        assert [row["编号"] for row in judged(folder, out)] == [str(n) for n in range(500)]

    def test_files_keep_the_order_they_are_given_in(self, folder: Path, out: Path) -> None:
        given = [put(folder, f"{name}.csv", f"{HEADER}\n{name},{IN_TIME}\n") for name in "cab"]
        frames.evaluate_files(given, WATER, out=out, **OPTIONS)
        with open(out, encoding="utf-8-sig", newline="") as file:
            assert [row["编号"] for row in csv.DictReader(file)] == ["c", "a", "b"]

    def test_a_sort_that_memory_does_not_hold_goes_to_disk(self, folder: Path, tmp_path: Path) -> None:
        cases = frames.synthetic_table(120_000, seed=7)
        pq.write_table(cases, folder / "a.parquet")
        made = frames.evaluate_files(
            folder, WATER, out=tmp_path / "o.parquet", memory="40MB", threads=1, **OPTIONS
        )
        assert pq.read_table(made)["办件编号"].equals(cases["办件编号"])

    def test_a_file_that_is_given_twice_is_judged_once(self, folder: Path) -> None:
        path = put(folder, "a.csv", f"{HEADER}\n甲,{IN_TIME}\n")
        (row,) = frames.scorecard_files([folder, path], WATER, **OPTIONS)
        assert row["cases"] == 1

    def test_hidden_folders_are_left_alone(self, folder: Path) -> None:
        put(folder, "a.csv", f"{HEADER}\n甲,{IN_TIME}\n")
        put(folder, ".ipynb_checkpoints/a-checkpoint.csv", f"{HEADER}\n甲,{IN_TIME}\n")
        (row,) = frames.scorecard_files(folder, WATER, **OPTIONS)
        assert row["cases"] == 1

    def test_too_little_memory_is_said_with_a_way_on(self, folder: Path, tmp_path: Path) -> None:
        pq.write_table(frames.synthetic_table(50_000, seed=7), folder / "a.parquet")
        with pytest.raises(FrameError, match="Give it more"):
            frames.evaluate_files(folder, WATER, out=tmp_path / "o.parquet", memory="4MB", **OPTIONS)

    @pytest.mark.parametrize("memory", ["much", "", "512", "-1", "0MB", "1KB", "1e3MB", "512MB'", "５MB"])
    def test_memory_that_is_no_amount_is_refused(self, folder: Path, memory: str) -> None:
        put(folder, "a.csv", f"{HEADER}\n甲,{IN_TIME}\n")
        with pytest.raises(FrameError, match="Write it like"):
            frames.scorecard_files(folder, WATER, memory=memory, **OPTIONS)

    @pytest.mark.parametrize("memory", ["40mb", "64 MiB", "1.5GB", "1TB"])
    def test_memory_is_written_as_people_write_it(self, folder: Path, memory: str) -> None:
        put(folder, "a.csv", f"{HEADER}\n甲,{IN_TIME}\n")
        (row,) = frames.scorecard_files(folder, WATER, memory=memory, **OPTIONS)
        assert row["cases"] == 1

    @pytest.mark.parametrize("threads", [0, -1, 1.5, True, "2"])
    def test_a_number_of_threads_that_is_none_is_refused(self, folder: Path, threads: Any) -> None:
        put(folder, "a.csv", f"{HEADER}\n甲,{IN_TIME}\n")
        with pytest.raises(FrameError, match="one or more"):
            frames.scorecard_files(folder, WATER, threads=threads, **OPTIONS)

    def test_a_result_in_a_folder_that_is_not_there_is_refused(self, folder: Path, tmp_path: Path) -> None:
        put(folder, "a.csv", f"{HEADER}\n甲,{IN_TIME}\n")
        with pytest.raises(FrameError, match="Make it first"):
            frames.evaluate_files(folder, WATER, out=tmp_path / "no" / "o.csv", **OPTIONS)
