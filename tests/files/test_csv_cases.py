"""Case files as people have them: encodings, headers, broken rows."""

from __future__ import annotations

from pathlib import Path

import pytest

from wushan_plan.errors import CaseFileError
from wushan_plan.files.csv_cases import open_csv

TEXT = "编号,受理日期\n甲,2021-09-24\n乙,2021-09-25\n"


def _file(tmp_path: Path, content: bytes) -> Path:
    path = tmp_path / "cases.csv"
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_an_encoding_offices_use_is_found(tmp_path: Path, encoding: str) -> None:
    cases = open_csv(_file(tmp_path, TEXT.encode(encoding)))
    assert cases.columns == ("编号", "受理日期")
    assert [row.cells["编号"] for row in cases.rows()] == ["甲", "乙"]


def test_utf8_is_never_taken_for_gb18030(tmp_path: Path) -> None:
    # These UTF-8 bytes decode without complaint as GB18030, into other characters.
    assert open_csv(_file(tmp_path, "巫山\n1\n".encode())).encoding == "utf-8-sig"


def test_rows_know_the_line_they_stand_in(tmp_path: Path) -> None:
    cases = open_csv(_file(tmp_path, b"a,b\n1,2\n\n3,4\n"))
    assert [(row.line, row.cells["a"]) for row in cases.rows()] == [(2, "1"), (4, "3")]


@pytest.mark.parametrize("broken", ["3\n", "3,4,5\n"])
def test_a_row_of_another_length_is_kept_with_its_problem(tmp_path: Path, broken: str) -> None:
    rows = list(open_csv(_file(tmp_path, f"a,b\n1,2\n{broken}".encode())).rows())
    assert len(rows) == 2
    assert rows[1].problem is not None
    assert "where the header has 2" in rows[1].problem.en
    assert "表头有2列" in rows[1].problem.zh


def test_a_quote_left_open_is_a_problem_of_its_row_and_swallows_no_other(tmp_path: Path) -> None:
    rows = list(open_csv(_file(tmp_path, b'a,b\n1,2\n"3,4\n5,6\n')).rows())
    assert [row.line for row in rows] == [2, 3, 4]
    assert [row.problem is None for row in rows] == [True, False, True]
    assert rows[1].problem is not None
    assert rows[1].problem.en.startswith("CSV:")


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        (b"", "names every column once"),
        (b"a,a\n1,2\n", "names every column once"),
        (b"a,\n1,2\n", "names every column once"),
        (b"\xff\xff\xff\n", "neither UTF-8 nor GB18030"),
        (b"a,b\n1,\0\n", "no NUL bytes"),
    ],
)
def test_a_file_that_is_no_case_file_is_refused(tmp_path: Path, content: bytes, rule: str) -> None:
    with pytest.raises(CaseFileError, match=rule):
        open_csv(_file(tmp_path, content))


def test_a_broken_line_above_the_table_may_be_its_header_and_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CaseFileError, match="no line of comma-separated names"):
        open_csv(_file(tmp_path, b'"a,b\n1,2\n'))


def test_titles_above_the_header_are_passed_over(tmp_path: Path) -> None:
    cases = open_csv(
        _file(tmp_path, "台账,\n单位：某公司,\n编号,受理日期\n甲,2021-09-24\n".encode("gb18030"))
    )
    assert (cases.header, cases.columns) == ((3, 3), ("编号", "受理日期"))
    assert [row.line for row in cases.rows()] == [4]


def test_tabs_separate_where_there_are_no_commas(tmp_path: Path) -> None:
    assert open_csv(_file(tmp_path, TEXT.replace(",", "\t").encode("utf-16"))).columns == ("编号", "受理日期")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(CaseFileError, match="cannot be opened"):
        open_csv(tmp_path / "none.csv")


def test_a_misspelt_column_comes_with_the_near_one(tmp_path: Path) -> None:
    with pytest.raises(CaseFileError, match="Did you mean '受理日期'"):
        open_csv(_file(tmp_path, TEXT.encode())).require("受理日")
