"""Which rows are the header, and what the columns are called."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wushan_plan.files.headers import find_header, is_label, tidy

TITLE = ["2021年用水台账", "", "", ""]
UNIT = ["填报单位：某公司", "", "填报日期：2021-12-31", ""]
HEADER = ["编号", "受理日期", "通水日期", "备注"]
CASES = [["甲", "2021-09-24", "2021-10-14", "延期"], ["乙", "2021-09-25", "", ""]]


class TestWhere:
    def test_the_first_row_without_titles(self) -> None:
        header = find_header([HEADER, *CASES])
        assert (header.first, header.last, header.columns) == (0, 0, tuple(HEADER))

    def test_below_titles_and_notes(self) -> None:
        header = find_header([TITLE, UNIT, HEADER, *CASES])
        assert (header.first, header.last, header.columns) == (2, 2, tuple(HEADER))

    def test_below_titles_even_where_no_column_is_known(self) -> None:
        header = find_header([["报表", "", ""], ["甲项", "乙项", "丙项"], ["1", "2", "3"]])
        assert header.first == 1

    def test_a_wanted_label_outweighs_more_texts(self) -> None:
        rows = [["某公司", "", ""], ["取证日", "", ""], ["2021-1-1", "", ""]]
        assert find_header(rows).first == 0
        assert find_header(rows, known=["取证日"]).first == 1

    def test_never_below_a_row_that_is_no_title(self) -> None:
        # A row as full as the header may be a case; skipping it would lose it.
        assert find_header([["1", "2021-1-1", "2021-1-2", "x"], HEADER, *CASES]).first == 0

    def test_below_a_line_of_particulars_as_full_as_the_header(self) -> None:
        particulars = ["填报单位", "某公司", "填报日期", "2021-12-31"]
        assert find_header([TITLE, particulars, HEADER, *CASES], [(0, 0, 0, 3)]).first == 2

    def test_texts_of_cases_are_not_taken_for_a_header(self) -> None:
        assert find_header([["a", "b"], ["甲", "乙"], ["丙", "丁"]]).first == 0

    def test_nothing_has_no_columns(self) -> None:
        assert find_header([]).columns == ()
        assert find_header([["", " "]]).columns == ()


class TestMergedHeadings:
    AREAS = ((1, 0, 2, 0), (1, 1, 1, 2), (1, 3, 2, 3))

    def test_two_rows_are_joined_and_cells_merged_downward_keep_their_name(self) -> None:
        rows = [TITLE, ["编号", "办理情况", "", "备注"], ["", "受理日期", "通水日期", ""], *CASES]
        header = find_header(rows, [(0, 0, 0, 3), *self.AREAS])
        assert (header.first, header.last) == (1, 2)
        assert header.columns == ("编号", "办理情况/受理日期", "办理情况/通水日期", "备注")

    def test_saved_as_csv_the_two_rows_are_still_joined(self) -> None:
        header = find_header([["编号", "办理情况", "", "备注"], ["", "受理日期", "通水日期", ""], *CASES])
        assert (header.first, header.last) == (0, 1)
        assert header.columns == ("编号", "办理情况/受理日期", "办理情况/通水日期", "备注")

    def test_a_case_below_a_header_with_a_gap_is_no_second_header_row(self) -> None:
        header = find_header([["编号", "受理日期", "", "备注"], ["甲", "乙", "丙", "丁"]])
        assert header.last == 0
        assert header.columns[2] == ""

    def test_a_merged_title_is_no_heading(self) -> None:
        header = find_header([TITLE, HEADER, *CASES], [(0, 0, 0, 3)])
        assert header.columns == tuple(HEADER)


class TestLabels:
    @pytest.mark.parametrize(
        ("shown", "name"),
        [
            ("受理\n日期", "受理日期"),
            (" 受理 日期 ", "受理日期"),
            ("case\n id", "case id"),
            ("ID 号", "ID号"),
        ],
    )
    def test_line_breaks_and_spaces_do_not_make_another_name(self, shown: str, name: str) -> None:
        assert tidy(shown) == name

    @pytest.mark.parametrize("text", ["受理日期", "金额（单位：万元）", "case id", "是否小微企业"])
    def test_a_name_of_a_column(self, text: str) -> None:
        assert is_label(text)

    @pytest.mark.parametrize(
        "text", ["", "2021-09-24", "１２３", "填报单位：某公司", "本表为合成数据。", "x" * 41]
    )
    def test_no_name_of_a_column(self, text: str) -> None:
        assert not is_label(text)


class TestEveryHeader:
    """Whatever the rows hold, the header lies among them, in order, as wide as the widest row at most."""

    @given(
        st.lists(
            st.lists(st.sampled_from(["", "编号", "受理日期", "甲", "1", "x：y"]), max_size=5), max_size=8
        )
    )
    def test_law(self, rows: list[list[str]]) -> None:
        header = find_header(rows)
        assert 0 <= header.first <= header.last <= max(0, len(rows) - 1)
        assert len(header.columns) <= max((len(row) for row in rows), default=0)
