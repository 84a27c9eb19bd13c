"""What happens to return workbooks on desks and in mail: survived, or reported by cell."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font, PatternFill

from tests.ledger.filling import (
    DAY,
    DONE,
    FORMULA,
    HEADER,
    ITEMS,
    NAMES,
    UNIT,
    columns_of,
    filled,
    form_of,
    issued,
    rows_of,
)
from tests.ledger.strategies import EMPTY
from wushan_plan.errors import CaseFileError
from wushan_plan.files.case_file import BadCell
from wushan_plan.ledger import Completion, ProgressReport
from wushan_plan.ledger.returns import Return, read_return


def cell(path: Path, row: str, heading: str) -> tuple[int, int]:
    sheet = form_of(load_workbook(path))
    return rows_of(sheet)[row], columns_of(sheet)[heading]


def value_of(found: Return) -> object:
    (entry,) = found.entries
    assert isinstance(entry, ProgressReport)
    return dict(entry.facts)["items"]


def only(problems: tuple[BadCell, ...]) -> BadCell:
    (problem,) = problems
    assert problem.zh
    assert problem.en
    return problem


@pytest.mark.parametrize("text", ["４１", " 41 ", "41.0", 41.0, "41", "41项", "41 项", "４１项"])
def test_a_number_may_be_written_as_people_write_it(tmp_path: Path, text: object) -> None:
    assert value_of(read_return(filled(issued(tmp_path), {ITEMS: {"新值": text}}), EMPTY)) == 41


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("甲项、乙项", ("乙项", "甲项")),
        ("甲项；乙项", ("乙项", "甲项")),
        ("甲、乙类；丙项", ("丙项", "甲、乙类")),
        ("甲、乙类；", ("甲、乙类",)),
        ("甲项，子类；", ("甲项，子类",)),
        ("12个月定期报表；", ("12个月定期报表",)),
    ],
)
def test_names_stand_between_semicolons_or_where_there_are_none_between_enumeration_commas(
    tmp_path: Path, text: str, names: tuple[str, ...]
) -> None:
    (entry,) = read_return(filled(issued(tmp_path), {NAMES: {"新值": text}}), EMPTY).entries
    assert isinstance(entry, ProgressReport)
    assert entry.facts == (("covered", names),)


def test_more_than_a_number_is_refused_with_the_unit_that_may_follow(tmp_path: Path) -> None:
    problem = only(read_return(filled(issued(tmp_path), {ITEMS: {"新值": "41个部门"}}), EMPTY).problems)
    assert problem.zh == "请只填数字，或在数字后写“项”"


@pytest.mark.parametrize("text", ["2021年9月8日", "2021/9/8", "２０２１－０９－０８", 44447, "20210908"])
def test_a_date_may_be_text_full_width_or_a_bare_serial(tmp_path: Path, text: object) -> None:
    path = filled(issued(tmp_path), {DONE: {"完成日期": text}})
    book = load_workbook(path)
    row, column = cell(path, DONE, "完成日期")
    form_of(book).cell(row, column).number_format = "General"
    book.save(path)
    (entry,) = read_return(path, EMPTY).entries
    assert isinstance(entry, Completion)
    assert entry.done_on == date(2021, 9, 8)


def test_pasted_formats_make_no_difference(tmp_path: Path) -> None:
    path = filled(issued(tmp_path), {ITEMS: {"新值": "41"}})
    book = load_workbook(path)
    row, column = cell(path, ITEMS, "新值")
    pasted = form_of(book).cell(row, column)
    pasted.font, pasted.fill = Font(bold=True), PatternFill("solid", "FF0000")
    pasted.number_format = "@"
    book.save(path)
    assert value_of(read_return(path, EMPTY)) == 41


def test_columns_are_found_by_their_headings(tmp_path: Path) -> None:
    path = filled(issued(tmp_path), {ITEMS: {"新值": 41, "填报人": "李主任"}})
    book = load_workbook(path)
    sheet = form_of(book)
    for row in range(HEADER, sheet.max_row + 1):
        cells = [sheet.cell(row, column) for column in range(1, sheet.max_column + 1)]
        moved = [(one.value, one.number_format) for one in reversed(cells)]
        for one, (value, shown) in zip(cells, moved, strict=True):
            one.value, one.number_format = value, shown
    book.save(path)
    found = read_return(path, EMPTY)
    assert value_of(found) == 41
    assert found.entries[0].author == "李主任"


def test_a_row_above_the_header_and_a_column_of_their_own_are_survived_and_noted(tmp_path: Path) -> None:
    path = filled(issued(tmp_path), {ITEMS: {"新值": 41}})
    book = load_workbook(path)
    sheet = form_of(book)
    sheet.cell(HEADER, sheet.max_column + 1).value = "科室意见"
    sheet.insert_rows(1, 2)
    book.save(path)
    found = read_return(path, EMPTY)
    assert value_of(found) == 41
    assert only(found.notes).column == "科室意见"


def test_a_deleted_row_is_noted_and_the_others_are_read(tmp_path: Path) -> None:
    path = filled(issued(tmp_path), {ITEMS: {"新值": 41}})
    book = load_workbook(path)
    form_of(book).delete_rows(cell(path, DONE, "编号")[0])
    book.save(path)
    found = read_return(path, EMPTY)
    assert value_of(found) == 41
    assert only(found.notes).value == DONE


def test_a_deleted_column_is_noted(tmp_path: Path) -> None:
    path = filled(issued(tmp_path), {ITEMS: {"新值": 41}})
    book = load_workbook(path)
    form_of(book).delete_cols(cell(path, DONE, "备注")[1])
    book.save(path)
    found = read_return(path, EMPTY)
    assert value_of(found) == 41
    assert only(found.notes).column == "备注"


@pytest.mark.parametrize(
    "made", ["", "government-services-office/m99.9/done", ITEMS + "x", "finance/s1.3/done", "随便写的"]
)
def test_an_unknown_id_is_reported_and_takes_nothing_with_it(tmp_path: Path, made: str) -> None:
    path = filled(issued(tmp_path), {ITEMS: {"新值": 41}, DONE: {"新值": "是", "编号": made or None}})
    found = read_return(path, EMPTY)
    assert value_of(found) == 41
    problem = only(found.problems)
    assert (problem.sheet, problem.column, problem.value) == ("填报表", "编号", made)


def test_a_task_of_another_unit_is_reported(tmp_path: Path) -> None:
    path = filled(issued(tmp_path), {DONE: {"新值": "是", "编号": "finance/m12.1/done"}})
    assert only(read_return(path, EMPTY).problems).zh == "这一事项不由本单位承担"


def test_a_formula_without_a_stored_value_is_reported(tmp_path: Path) -> None:
    path = filled(issued(tmp_path), {ITEMS: {"新值": FORMULA}, DONE: {"新值": "是"}})
    found = read_return(path, EMPTY)
    assert len(found.entries) == 1
    problem = only(found.problems)
    assert (problem.row, problem.column) == (cell(path, ITEMS, "新值")[0], "新值")
    assert "公式" in problem.zh


@pytest.mark.parametrize(
    ("row", "heading", "value"),
    [
        (ITEMS, "新值", "四十一"),
        (ITEMS, "新值", -1),
        (ITEMS, "新值", 41.5),
        (ITEMS, "新值", date(2021, 9, 8)),
        (ITEMS, "新值", "41个部门"),
        (NAMES, "新值", "12个部门"),
        (NAMES, "新值", "甲项，乙项"),
        (NAMES, "新值", "甲项、乙项，丙项"),
        (NAMES, "新值", "甲项（子、丑）"),
        (NAMES, "新值", "甲项、甲项"),
        (NAMES, "新值", "甲项；甲项"),
        (NAMES, "新值", "；"),
        (ITEMS, "新值", "#DIV/0!"),
        (DONE, "新值", "大概"),
        (DONE, "完成日期", "21-9-8"),
        (DONE, "完成日期", "2021-09-31"),
        (DONE, "完成日期", date(2021, 12, 31)),
    ],
)
def test_a_cell_that_says_nothing_clear_is_reported_by_its_place(
    tmp_path: Path, row: str, heading: str, value: object
) -> None:
    path = filled(issued(tmp_path), {row: {heading: value}})
    found = read_return(path, EMPTY)
    assert found.entries == ()
    problem = only(found.problems)
    assert (problem.sheet, problem.row, problem.column) == ("填报表", cell(path, row, heading)[0], heading)


def test_no_with_a_day_of_completion_is_reported(tmp_path: Path) -> None:
    path = filled(issued(tmp_path), {DONE: {"新值": "否", "完成日期": DAY}})
    assert only(read_return(path, EMPTY).problems).column == "完成日期"


def test_figures_of_a_later_day_than_the_report_are_reported(tmp_path: Path) -> None:
    path = filled(issued(tmp_path), {ITEMS: {"新值": 41, "数据截至": date(2021, 10, 5)}})
    assert only(read_return(path, EMPTY).problems).column == "数据截至"


def test_a_row_nobody_signed_is_reported(tmp_path: Path) -> None:
    path = filled(issued(tmp_path), {ITEMS: {"新值": 41}}, author="")
    assert only(read_return(path, EMPTY).problems).column == "填报人"


def test_a_day_of_reporting_that_is_none_is_reported_and_nothing_is_taken(tmp_path: Path) -> None:
    path = filled(issued(tmp_path), {ITEMS: {"新值": 41}}, at="国庆后")
    found = read_return(path, EMPTY)
    assert found.entries == ()
    assert only(found.problems).column == "填报日期"


def test_a_value_merged_over_two_rows_is_reported(tmp_path: Path) -> None:
    path = filled(issued(tmp_path), {DONE: {"新值": "是"}})
    book = load_workbook(path)
    row, column = cell(path, DONE, "新值")
    form_of(book).merge_cells(start_row=row, end_row=row + 1, start_column=column, end_column=column)
    book.save(path)
    found = read_return(path, EMPTY)
    assert found.entries == ()
    assert [problem.row for problem in found.problems] == [row, row + 1]


def test_a_row_copied_and_changed_is_refused_in_both_places(tmp_path: Path) -> None:
    path = filled(issued(tmp_path), {ITEMS: {"新值": 41}, DONE: {"新值": 44, "编号": ITEMS}})
    found = read_return(path, EMPTY)
    assert found.entries == ()
    assert len(found.problems) == 2


def test_a_row_copied_as_it_is_counts_once(tmp_path: Path) -> None:
    path = filled(issued(tmp_path), {ITEMS: {"新值": 41}, DONE: {"新值": 41, "编号": ITEMS}})
    assert value_of(read_return(path, EMPTY)) == 41


def test_the_workbook_of_another_unit_is_reported_and_not_taken(tmp_path: Path) -> None:
    path = filled(issued(tmp_path), {ITEMS: {"新值": 41}})
    found = read_return(path, EMPTY, unit="县财政局")
    assert found.entries == ()
    assert only(found.problems).value == UNIT


def test_a_renamed_sheet_and_a_lost_list_of_rows_are_survived(tmp_path: Path) -> None:
    path = filled(issued(tmp_path), {ITEMS: {"新值": 41}})
    book = load_workbook(path)
    del book["行清单"]
    form_of(book).title = "张三填"
    book.save(path)
    assert value_of(read_return(path, EMPTY)) == 41


def test_a_form_without_its_code_is_refused(tmp_path: Path) -> None:
    path = filled(issued(tmp_path), {ITEMS: {"新值": 41}})
    book = load_workbook(path)
    del book["行清单"]
    del book["填报说明"]
    book.save(path)
    with pytest.raises(CaseFileError, match="code"):
        read_return(path, EMPTY)


def test_two_forms_in_one_file_are_refused(tmp_path: Path) -> None:
    path = filled(issued(tmp_path), {ITEMS: {"新值": 41}})
    book = load_workbook(path)
    book["填报说明"]["D1"] = "wushan-plan-return/1 wushan-2021-66 finance 2021-09-30 -"
    book.save(path)
    with pytest.raises(CaseFileError, match="2 forms"):
        read_return(path, EMPTY)


@pytest.mark.parametrize("code", ["wushan-plan-return/1 x", "wushan-plan-return/9 a b 2021-09-30 -"])
def test_a_code_that_cannot_be_read_is_refused(tmp_path: Path, code: str) -> None:
    path = filled(issued(tmp_path), {})
    book = load_workbook(path)
    del book["行清单"]
    cover = book["填报说明"]
    for row in cover.iter_rows():
        for one in row:
            if str(one.value).startswith("wushan-plan-return/"):
                one.value = code
    book.save(path)
    with pytest.raises(CaseFileError):
        read_return(path, EMPTY)


@pytest.mark.parametrize(
    "content", [b"", b"PK\3\4 half a file", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", b"a,b\n1,2\n"]
)
def test_a_file_that_is_no_workbook_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.xlsx"
    path.write_bytes(content)
    with pytest.raises(CaseFileError):
        read_return(path, EMPTY)


def test_any_other_workbook_is_refused(tmp_path: Path) -> None:
    book = Workbook()
    book.save(tmp_path / "x.xlsx")
    with pytest.raises(CaseFileError):
        read_return(tmp_path / "x.xlsx", EMPTY)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CaseFileError):
        read_return(tmp_path / "nowhere.xlsx", EMPTY)
