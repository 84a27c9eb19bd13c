"""Several case files judged as one: which, in which order, each row with its source."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wushan_plan.files.case_file import CaseFile
from wushan_plan.files.many_files import as_one, find_files, marked, natural, natural_order
from wushan_plan.files.opening import open_cases

TEXT = "编号,受理日期\n甲,2021-09-24\n"


def put(folder: Path, *names: str, text: str = TEXT) -> list[Path]:
    paths = [folder / name for name in names]
    for path in paths:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return paths


def opened(*paths: Path) -> list[CaseFile]:
    return [open_cases(path) for path in paths]


class TestWhichFiles:
    def test_a_folder_stands_for_its_case_files_and_those_of_folders_below(self, tmp_path: Path) -> None:
        paths = put(tmp_path, "1.csv", "2.XLSX", "下级/3.parquet")
        assert find_files([tmp_path]).files == tuple(paths)

    def test_other_endings_are_told_apart(self, tmp_path: Path) -> None:
        put(tmp_path, "1.csv")
        (other,) = put(tmp_path, "旧表.xls")
        assert find_files([tmp_path]).others == (other,)

    def test_a_file_that_is_named_is_taken_whatever_its_ending(self, tmp_path: Path) -> None:
        (path,) = put(tmp_path, "办件.txt")
        assert find_files([path]).files == (path,)

    @pytest.mark.parametrize("name", [".1.csv", "~$1.xlsx", ".旧/1.csv"])
    def test_hidden_files_are_counted(self, tmp_path: Path, name: str) -> None:
        put(tmp_path, name)
        assert find_files([tmp_path]).hidden == 1
        assert find_files([tmp_path]).files == ()

    def test_a_file_that_is_named_twice_is_there_once(self, tmp_path: Path) -> None:
        (path,) = put(tmp_path, "1.csv")
        assert find_files([path, tmp_path, path]).files == (path,)

    def test_a_pattern_stands_for_its_files_in_natural_order(self, tmp_path: Path) -> None:
        later, sooner, *_ = put(tmp_path, "10月.csv", "8月.csv", "合计.csv", "~$8月.csv")
        assert find_files([tmp_path / "*月.csv"]).files == (sooner, later)


class TestNaturalOrder:
    """Numbers in names count by their size."""

    @given(st.integers(0, 10**6), st.integers(0, 10**6), st.sampled_from(["", "用水", "2021年"]))
    def test_months_come_in_the_order_of_their_numbers(self, one: int, other: int, before: str) -> None:
        ordered = natural(f"{before}{one}月") < natural(f"{before}{other}月")
        assert ordered is (one < other)

    @given(st.lists(st.text(st.characters(categories=["Nd", "L", "P"]), min_size=1), min_size=2))
    def test_any_names_can_be_ordered(self, names: list[str]) -> None:
        ordered = sorted([*names, "1" * 5000], key=natural)
        assert all(natural(one) <= natural(other) for one, other in pairwise(ordered))

    def test_folders_come_before_names(self) -> None:
        assert natural_order(Path("9/10.csv")) < natural_order(Path("10/9.csv"))


class TestTheSourceOfARow:
    def test_each_row_names_its_file_before_its_own_cells(self, tmp_path: Path) -> None:
        (first, second) = marked(opened(*put(tmp_path, "1.csv", "2.csv")))
        assert first.columns == ("来源文件", "编号", "受理日期")
        assert [row.cells["来源文件"] for one in (first, second) for row in one.rows()] == ["1.csv", "2.csv"]

    def test_a_column_of_that_name_keeps_its_cells(self, tmp_path: Path) -> None:
        (one,) = marked(opened(*put(tmp_path, "1.csv", text="来源文件,受理日期\n旧系统,2021-09-24\n")))
        (row,) = one.rows()
        assert row.cells == {"来源文件_2": "1.csv", "来源文件": "旧系统", "受理日期": "2021-09-24"}

    def test_files_of_one_name_are_called_by_their_folders_too(self, tmp_path: Path) -> None:
        files = marked(opened(*put(tmp_path, "窗口/1.csv", "网上/1.csv")))
        assert [one.called for one in files] == ["窗口/1.csv", "网上/1.csv"]


class TestAsOne:
    def test_it_has_the_columns_of_all_and_their_rows_in_turn(self, tmp_path: Path) -> None:
        first, second = put(tmp_path, "1.csv", "2.csv")
        second.write_text("受理日期,备注\n2021-09-25,急\n", encoding="utf-8")
        whole = as_one(opened(first, second))
        assert whole.columns == ("编号", "受理日期", "备注")
        assert [row.cells["受理日期"] for row in whole.rows()] == ["2021-09-24", "2021-09-25"]

    def test_it_is_as_large_as_they_are(self, tmp_path: Path) -> None:
        assert as_one(opened(*put(tmp_path, "1.csv", "2.csv"))).size == 2 * len(TEXT.encode())
