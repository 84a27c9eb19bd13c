"""Workbooks as case files: what a person sees in Excel is what is read, or the reason why not."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from tests.files.workbooks import raw_workbook, workbook
from wushan_plan.errors import CaseFileError
from wushan_plan.files.case_file import CaseRow
from wushan_plan.files.excel_cases import open_workbook
from wushan_plan.files.number_formats import shown_as
from wushan_plan.files.text_cells import read_date

HEADER: list[object] = ["编号", "受理日期", "通水日期"]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "cases.xlsx"


def _rows(path: Path, sheet: str | None = None) -> list[CaseRow]:
    return list(open_workbook(path, sheet).rows())


def _formatted(path: Path, code: str) -> str:
    """What is read of 44440 in a cell of that format."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(HEADER)
    sheet.append(["甲", 44440, ""])
    sheet["B2"].number_format = code
    book.save(path)
    (row,) = _rows(path)
    return row.cells["受理日期"]


class TestCells:
    def test_each_type_of_cell_is_the_text_a_person_would_type(self, path: Path) -> None:
        shown: list[tuple[object, str]] = [
            ("甲", "甲"),
            (1200, "1200"),
            (0.3, "0.3"),
            (1e-7, "0.0000001"),
            (True, "TRUE"),
            (dt.date(2021, 7, 30), "2021-07-30"),
            (dt.datetime(2021, 7, 30, 9, 30), "2021-07-30 09:30:00"),
            (dt.time(9, 30), "09:30:00"),
            ("a_x000D_b", "a\rb"),
        ]
        book = Workbook()
        sheet = book.worksheets[0]
        sheet.append([f"列{index}" for index in range(len(shown))])
        sheet.append([value for value, _ in shown])
        book.save(path)
        (row,) = _rows(path)
        assert list(row.cells.values()) == [text for _, text in shown]

    def test_a_formula_without_a_stored_value_is_a_bad_cell_and_never_evaluated(self, path: Path) -> None:
        (row,) = _rows(workbook(path, [HEADER, ["甲", "=DATE(2021,9,1)", "2021-09-03"]]))
        (bad,) = row.bad_cells
        assert (bad.sheet, bad.row, bad.column) == ("Sheet", 2, "受理日期")
        assert "公式没有保存计算结果" in bad.zh
        assert "no stored value" in bad.en

    def test_the_stored_value_of_a_formula_counts(self, path: Path) -> None:
        cell = '<row r="3"><c r="B3" s="1"><f>TODAY()</f><v>44440</v></c></row>'
        (row,) = _rows(raw_workbook(path, cell))
        assert row.cells["受理日期"] == "2021-09-01"

    @pytest.mark.parametrize(
        ("cell", "reason"),
        [
            ('t="e"><v>#N/A</v>', "错误值"),
            ('t="s"><v>99</v>', "损坏"),
            ('t="n"><v>1_000</v>', "损坏"),
            ('t="n"><v>1e999</v>', "损坏"),
            ('t="zz"><v>1</v>', "损坏"),
            ('s="1"><v>60</v>', "不对应任何日期"),
            ('s="1"><v>99999999</v>', "不对应任何日期"),
            ('t="str"><v>' + "长" * 32_768 + "</v>", "超过32767个字符"),
        ],
    )
    def test_a_cell_that_shows_no_value_is_a_bad_cell(self, path: Path, cell: str, reason: str) -> None:
        (row,) = _rows(raw_workbook(path, f'<row r="3"><c r="B3" {cell}</c></row>'))
        (bad,) = row.bad_cells
        assert reason in bad.zh
        assert (bad.row, bad.column) == (3, "受理日期")

    def test_cells_and_rows_need_not_say_where_they_stand(self, path: Path) -> None:
        (row,) = _rows(raw_workbook(path, "<row><c><v>1</v></c><c/><c><v>3</v></c></row>"))
        assert (row.line, list(row.cells.values())) == (3, ["1", "", "3"])

    def test_phonetic_guides_are_left_out(self, path: Path) -> None:
        assert open_workbook(raw_workbook(path)).columns == ("编号", "受理日期", "通水日期")


class TestDates:
    @given(st.dates(dt.date(1900, 1, 1), dt.date(9999, 12, 31)), st.booleans())
    def test_a_date_is_read_back_in_both_systems(self, day: dt.date, old_mac: bool) -> None:
        from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900, to_excel

        from wushan_plan.files.serials import serial_date

        if old_mac and day < dt.date(1904, 1, 2):
            return
        serial = to_excel(  # type: ignore[no-untyped-call]
            day, CALENDAR_MAC_1904 if old_mac else CALENDAR_WINDOWS_1900
        )
        assert serial_date(int(serial), 1904 if old_mac else 1900) == day

    def test_the_workbook_says_what_its_serial_numbers_count_from(self, path: Path) -> None:
        book = Workbook()
        book.epoch = dt.datetime(1904, 1, 1)
        sheet = book.worksheets[0]
        sheet.append(HEADER)
        sheet.append(["甲", dt.date(2021, 9, 24), 42963])
        book.save(path)
        cases = open_workbook(path)
        (row,) = cases.rows()
        assert cases.epoch == 1904
        assert row.cells["受理日期"] == "2021-09-24"
        assert read_date(row.cells["通水日期"], epoch=cases.epoch) == dt.date(2021, 8, 17)

    @pytest.mark.parametrize(
        "code", ['yyyy"年"m"月"d"日"', "[$-804]yyyy/m/d;@", "m/d/yy", "e-m-d", "上午/下午d"]
    )
    def test_a_format_of_dates_makes_a_number_a_date(self, path: Path, code: str) -> None:
        assert _formatted(path, code) == "2021-09-01"

    @pytest.mark.parametrize(("number", "code"), [(20, None), (46, None), (176, "[h]:mm"), (176, "h:mm:ss")])
    def test_a_format_of_times_shows_no_date(self, number: int, code: str | None) -> None:
        assert shown_as(number, code) == "time"

    @pytest.mark.parametrize("number", [14, 22, 31, 57])
    def test_built_in_formats_of_dates_are_known(self, number: int) -> None:
        assert shown_as(number, None) == "date"

    @pytest.mark.parametrize("code", ["General", "0.00", "#,##0", '0"日"', "[Red]0", "0.00E+00", "@"])
    def test_a_format_of_numbers_does_not(self, path: Path, code: str) -> None:
        assert _formatted(path, code) == "44440"


class TestTables:
    def test_titles_blank_rows_and_merged_headings_are_passed_over(self, path: Path) -> None:
        rows: list[list[object]] = [
            ["用水台账"],
            ["填报单位：某公司"],
            [],
            ["编号", "办理情况", None, "备注"],
            [None, "受理日期", "通水日期", None],
            ["甲", "2021-09-24", "2021-10-14", "x"],
        ]
        cases = open_workbook(workbook(path, rows, ("A1:D1", "A4:A5", "B4:C4", "D4:D5")))
        assert cases.columns == ("编号", "办理情况/受理日期", "办理情况/通水日期", "备注")
        assert cases.header == (4, 5)
        assert [row.line for row in cases.rows()] == [6]
        assert cases.require("受理日期") == "办理情况/受理日期"

    def test_two_columns_of_one_name_have_to_be_told_apart(self, path: Path) -> None:
        rows: list[list[object]] = [["编号", "计划", "实际"], [None, "日期", "日期"], ["甲", "x", "y"]]
        cases = open_workbook(workbook(path, rows, ("A1:A2",)))
        assert cases.columns == ("编号", "计划/日期", "实际/日期")
        with pytest.raises(CaseFileError, match="计划/日期, 实际/日期"):
            cases.require("日期")

    def test_a_merged_cell_speaks_for_the_rows_it_covers(self, path: Path) -> None:
        rows: list[list[object]] = [HEADER, ["甲", "2021-09-01", ""], ["乙", None, ""], ["丙", None, ""]]
        starts = [row.cells["受理日期"] for row in _rows(workbook(path, rows, ("B2:B3",)))]
        assert starts == ["2021-09-01", "2021-09-01", ""]

    def test_a_cell_merged_with_the_one_beside_it_is_bad(self, path: Path) -> None:
        (row,) = _rows(workbook(path, [HEADER, ["甲", "2021-09-01", None]], ("B2:C2",)))
        assert [bad.column for bad in row.bad_cells] == ["通水日期"]

    def test_a_column_without_a_name_is_called_by_its_letter(self, path: Path) -> None:
        rows: list[list[object]] = [[*HEADER, None], ["甲", "2021-09-01", "", "说明"]]
        assert open_workbook(workbook(path, rows)).columns == ("编号", "受理日期", "通水日期", "D列")

    def test_a_name_that_stands_twice_is_refused(self, path: Path) -> None:
        with pytest.raises(CaseFileError, match="names every column once") as error:
            open_workbook(workbook(path, [["编号", "日期", "日期"], ["1", "2", "3"]]))
        assert error.value.zh == "表头里列名不能重复"

    def test_a_formatted_cell_far_outside_is_no_column(self, path: Path) -> None:
        cell = '<row r="1048576"><c r="XFD1048576" s="1"/></row>'
        assert len(open_workbook(raw_workbook(path, cell)).columns) == 3


class TestSheets:
    def _book(self, path: Path, *names: str) -> Path:
        book = Workbook()
        book.remove(book.worksheets[0])
        for name in names:
            sheet = book.create_sheet(name)
            if name != "空":
                sheet.append(HEADER if name != "说明" else ["本表为合成数据。"])
                sheet.append(["甲", "2021-09-01", ""] if name != "说明" else ["请勿外传。"])
        book.save(path)
        return path

    def test_the_only_one_that_holds_something_is_read(self, path: Path) -> None:
        assert open_workbook(self._book(path, "空", "台账")).sheet == "台账"

    def test_of_several_the_one_with_the_columns_looked_for(self, path: Path) -> None:
        assert open_workbook(self._book(path, "说明", "台账"), labels=["受理日期"]).sheet == "台账"

    def test_otherwise_it_has_to_be_named(self, path: Path) -> None:
        with pytest.raises(CaseFileError, match="several sheets") as error:
            open_workbook(self._book(path, "甲", "乙"), labels=["受理日期"])
        assert "有几张工作表" in error.value.zh
        assert open_workbook(path, "乙").sheet == "乙"

    def test_a_misspelt_name_comes_with_the_near_one(self, path: Path) -> None:
        with pytest.raises(CaseFileError, match="Did you mean '台账2021'"):
            open_workbook(self._book(path, "台账2021", "乙"), "台账202")


class TestOracle:
    """What openpyxl reads from a sheet of texts, numbers and dates, this reader reads too."""

    cells = (
        st.text(
            st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), max_size=20
        )
        | st.integers(-(10**12), 10**12)
        | st.dates(dt.date(1905, 1, 1), dt.date(2200, 1, 1))
        | st.booleans()
        | st.none()
    )

    @given(st.lists(st.tuples(cells, cells, cells), min_size=1, max_size=6))
    def test_law(self, rows: list[tuple[object, object, object]]) -> None:
        import tempfile

        safe = [
            [value.replace("=", "") if isinstance(value, str) else value for value in row] for row in rows
        ]
        with tempfile.TemporaryDirectory() as folder:
            path = workbook(Path(folder) / "cases.xlsx", [HEADER, *safe])
            ours = {row.line: list(row.cells.values()) for row in open_workbook(path).rows()}
            theirs = list(load_workbook(path).worksheets[0].iter_rows(min_row=2, values_only=True))
        for number, values in enumerate(theirs, 2):
            expected = [_typed(value) for value in (*values, None, None, None)[:3]]
            assert ours.get(number, ["", "", ""]) == expected or not any(text.strip() for text in expected)


def _typed(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    return value.date().isoformat() if isinstance(value, dt.datetime) else str(value)
