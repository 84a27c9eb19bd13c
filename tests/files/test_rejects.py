"""Rows sent back to be mended, and taken in again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Generator
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.files.workbooks import workbook
from wushan_plan import PLAN, Status
from wushan_plan.errors import CaseFileError
from wushan_plan.files.case_file import CaseFile
from wushan_plan.files.judging import JudgedRow, Judging
from wushan_plan.files.opening import open_cases
from wushan_plan.files.rejects import merge_mended, open_mended, write_rejects

TEXT = """编号,受理日期,通水日期
甲,2021-09-24,2021-10-14
乙,21-9-25,2021/13/1
丙,2021-10-01,2021-09-01
,=1+1,
"""
JUDGING = Judging(
    PLAN.targets["water-connection"],
    {"start": "受理日期", "end": "通水日期"},
    dt.date(2021, 12, 31),
    key="编号",
)


@pytest.fixture
def cases(tmp_path: Path) -> CaseFile:
    path = tmp_path / "cases.csv"
    path.write_text(TEXT, encoding="utf-8")
    return open_cases(path)


def _judged(cases: CaseFile) -> list[JudgedRow]:
    return list(JUDGING.rows(cases))


def _rejects(cases: CaseFile, tmp_path: Path) -> Path:
    path = tmp_path / "rejects.xlsx"
    assert len(list(write_rejects(path, cases, _judged(cases)))) == 4
    return path


class TestBadCells:
    def test_every_bad_cell_of_a_row_is_reported_not_only_the_first(self, cases: CaseFile) -> None:
        second = _judged(cases)[1]
        assert [(bad.row, bad.column, bad.value) for bad in second.bad_cells] == [
            (3, "受理日期", "21-9-25"),
            (3, "通水日期", "2021/13/1"),
        ]
        assert second.case.status is Status.UNKNOWN
        assert "先后分不清" in second.case.problem
        assert "没有这一天" in second.case.problem

    def test_a_fact_that_cannot_be_true_is_a_bad_cell_of_its_column(self, cases: CaseFile) -> None:
        (bad,) = _judged(cases)[2].bad_cells
        assert (bad.column, bad.value, bad.zh) == ("通水日期", "2021-09-01", "通水日期早于起算日期")

    def test_each_speaks_both_languages(self, cases: CaseFile) -> None:
        (bad,) = _judged(cases)[2].bad_cells
        assert bad.reason() == "通水日期“2021-09-01”：通水日期早于起算日期"
        assert bad.reason("en").startswith("通水日期: '2021-09-01': ")

    def test_a_row_that_was_judged_has_none(self, cases: CaseFile) -> None:
        assert _judged(cases)[0].bad_cells == ()


class TestWorkbook:
    def test_it_holds_only_the_rows_to_mend_with_the_reason(self, cases: CaseFile, tmp_path: Path) -> None:
        rejects = open_cases(_rejects(cases, tmp_path))
        assert rejects.columns == ("来源行", "编号", "受理日期", "通水日期", "原因")
        assert [row.cells["来源行"] for row in rejects.rows()] == ["3", "4", "5"]
        assert all(row.cells["原因"] for row in rejects.rows())

    def test_it_is_read_back_whatever_the_columns_are_called(self, tmp_path: Path) -> None:
        path = tmp_path / "cases.csv"
        path.write_text("2021,2022,2023,2024,受理日期\n1,2,3,4,坏\n", encoding="utf-8")
        cases = open_cases(path)
        judged = list(Judging(JUDGING.commitment, {"start": "受理日期"}, JUDGING.as_of).rows(cases))
        rejects = tmp_path / "rejects.xlsx"
        list(write_rejects(rejects, cases, judged))
        assert open_mended(rejects, cases).columns[1:-1] == cases.columns

    def test_the_bad_cells_are_marked_and_nothing_else(self, cases: CaseFile, tmp_path: Path) -> None:
        sheet = load_workbook(_rejects(cases, tmp_path)).worksheets[0]
        marked = [
            cell.coordinate
            for row in sheet.iter_rows()
            for cell in row
            if cell.fill.fgColor.rgb == "FFFFC7CE"
        ]
        assert marked == ["C3", "D3", "D4", "C5"]

    def test_a_formula_stays_text_and_what_is_typed_stays_as_typed(
        self, cases: CaseFile, tmp_path: Path
    ) -> None:
        sheet = load_workbook(_rejects(cases, tmp_path)).worksheets[0]
        assert (sheet["C5"].value, sheet["C5"].data_type) == ("=1+1", "s")
        assert sheet["C5"].number_format == "@"

    def test_without_a_row_to_mend_none_is_written(self, cases: CaseFile, tmp_path: Path) -> None:
        path = tmp_path / "rejects.xlsx"
        assert len(list(write_rejects(path, cases, _judged(cases)[:1]))) == 1
        assert not path.exists()

    def test_an_interruption_leaves_the_old_one(self, cases: CaseFile, tmp_path: Path) -> None:
        path = tmp_path / "rejects.xlsx"
        path.write_text("old", encoding="utf-8")
        passing = write_rejects(path, cases, _judged(cases))
        next(passing)
        next(passing)
        next(passing)
        assert isinstance(passing, Generator)
        passing.close()
        assert path.read_text(encoding="utf-8") == "old"
        assert sorted(one.name for one in tmp_path.iterdir()) == ["cases.csv", "rejects.xlsx"]


class TestMending:
    def _mend(self, path: Path, **cells: str | dt.date | None) -> CaseFile:
        book = load_workbook(path)
        for place, value in cells.items():
            book.worksheets[0][place] = value
        book.save(path)
        return open_cases(path)

    def test_mended_rows_take_the_place_of_the_originals(self, cases: CaseFile, tmp_path: Path) -> None:
        mended = self._mend(
            _rejects(cases, tmp_path), C3="2021年9月25日", D3=dt.date(2021, 9, 28), D4="2021-10-11"
        )
        rows = _judged(merge_mended(cases, mended, "编号"))
        assert [row.row.line for row in rows] == [2, 3, 4, 5]
        assert [row.case.status.value for row in rows] == ["not-met", "met", "met", "unknown"]

    def test_unmended_it_changes_nothing(self, cases: CaseFile, tmp_path: Path) -> None:
        merged = merge_mended(cases, open_cases(_rejects(cases, tmp_path)))
        assert [dict(row.cells) for row in merged.rows()] == [dict(row.cells) for row in cases.rows()]

    def test_what_is_still_wrong_is_reported_where_it_stands_now(
        self, cases: CaseFile, tmp_path: Path
    ) -> None:
        mended = self._mend(_rejects(cases, tmp_path), C3="九月")
        row = _judged(merge_mended(cases, mended))[1]
        assert [bad.value for bad in row.bad_cells] == ["九月", "2021/13/1"]

    def test_rows_can_be_matched_by_their_key_alone(self, cases: CaseFile, tmp_path: Path) -> None:
        path = workbook(
            tmp_path / "mended.xlsx", [["编号", "受理日期", "通水日期"], ["乙", "2021-9-25", "2021-9-28"]]
        )
        rows = _judged(merge_mended(cases, open_cases(path), "编号"))
        assert rows[1].case.status is Status.MET

    def test_the_workbook_of_another_file_is_refused(self, cases: CaseFile, tmp_path: Path) -> None:
        mended = self._mend(_rejects(cases, tmp_path), B3="丁")
        with pytest.raises(CaseFileError, match="is '乙' there"):
            list(merge_mended(cases, mended, "编号").rows())

    @pytest.mark.parametrize(("place", "value"), [("A3", "99"), ("A3", "4"), ("A3", None)])
    def test_a_source_row_that_is_not_there_is_refused(
        self, cases: CaseFile, tmp_path: Path, place: str, value: str | None
    ) -> None:
        mended = self._mend(_rejects(cases, tmp_path), **{place: value})
        with pytest.raises(CaseFileError) as error:
            list(merge_mended(cases, mended).rows())
        assert "补正表" in error.value.zh

    def test_a_file_without_source_rows_or_key_is_refused(self, cases: CaseFile) -> None:
        with pytest.raises(CaseFileError, match="no column 来源行"):
            merge_mended(cases, cases)
