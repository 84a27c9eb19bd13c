"""Small workbooks as they come back: what each cell becomes, and what is said of the cells that do not."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import attrs
import pytest

from tests.ledger.small_return import CODE, DAY, INPUTS, NEXT, QUARTER, SMALL, Told, row, sent_back, told
from tests.ledger.tables import every
from tests.model.told import Refusal
from wushan_plan import Interval, WorkingDays
from wushan_plan.errors import CaseFileError, EntryError, UnknownNameError
from wushan_plan.ledger import (
    Comment,
    Completion,
    DeviationReason,
    Entry,
    Evidence,
    Ledger,
    ProgressReport,
    Reassignment,
)
from wushan_plan.ledger.returns import Return, read_return, returned

SUMMER = Interval(date(2021, 7, 1), DAY)
EARLIER = date(2021, 9, 8)
FORMULA = "=40+1"
"""openpyxl stores no value with it."""
NO_VALUE = ("公式", "formula")
"""Words of what is said of such a cell."""


def cited(commitment: str, author: str = "王", at: date = DAY, unit: str = "a") -> dict[str, Any]:
    return {"commitment": commitment, "unit": unit, "author": author, "at": at}


def progress(commitment: str, at: date = DAY, **facts: Any) -> ProgressReport:
    return ProgressReport(**cited(commitment, at=at), stood_on=DAY, facts=facts)


def read(folder: Path, *rows: dict[str, object], ledger: Ledger = SMALL, **options: Any) -> Return:
    return read_return(sent_back(folder, *rows, **options), ledger)


def taken(folder: Path, *rows: dict[str, object], **options: Any) -> set[Entry]:
    found = read(folder, *rows, **options)
    assert (found.problems, found.notes) == ((), ())
    return set(found.entries)


def refused(folder: Path, *expected: Told, rows: list[dict[str, object]], **options: Any) -> None:
    found = read(folder, *rows, **options)
    told(found.problems, *expected)
    assert (found.entries, found.notes) == ((), ())


class TestWorkbooks:
    """A workbook is read for the plan and the unit it went out to."""

    def test_it_says_whose_it_is_and_of_which_days(self, tmp_path: Path) -> None:
        assert read(tmp_path) == Return("a", DAY, None, (), (), ())
        assert read(tmp_path, code=QUARTER) == Return("a", DAY, SUMMER, (), (), ())

    @every("code", [CODE.replace("small", "other"), CODE.replace(" a ", " c ")])
    def test_that_of_another_plan_or_of_a_unit_nobody_knows_is_refused(
        self, tmp_path: Path, code: str
    ) -> None:
        path = sent_back(tmp_path, code=code)
        Refusal(
            CaseFileError, code, str(path), "not of the plan small", "written from",
            "填报表不属于本方案或本方案的单位",
        ).is_met_by(lambda: read_return(path, SMALL))  # fmt: skip

    @every("unit", ["b", "乙局"])
    def test_of_another_unit_s_than_expected_nothing_is_taken(self, tmp_path: Path, unit: str) -> None:
        found = read_return(sent_back(tmp_path, row("items/items", 3)), SMALL, unit=unit)
        told(
            found.problems,
            Told(0, "填报单位", "a", "这是甲局的填报表，不是乙局的", "form of Bureau A, not of Bureau B", ""),
        )
        assert (found.entries, found.notes) == ((), ())

    @every("unit", ["a", "甲局"])
    def test_that_of_the_unit_expected_is_taken(self, tmp_path: Path, unit: str) -> None:
        found = read_return(sent_back(tmp_path, row("items/items", 3)), SMALL, unit=unit, as_of=DAY)
        assert found == Return("a", DAY, None, (progress("items", items=3),), (), ())

    def test_a_unit_nobody_knows_cannot_be_expected(self, tmp_path: Path) -> None:
        with pytest.raises(UnknownNameError):
            read_return(sent_back(tmp_path), SMALL, unit="丙局")

    def test_another_cut_off_day_than_expected_is_noted(self, tmp_path: Path) -> None:
        found = read_return(sent_back(tmp_path, row("items/items", 3)), SMALL, as_of=NEXT)
        told(
            found.notes,
            Told(0, "统计截止日", "2021-09-30", "不是2021-10-08", "2021-09-30 as its cut-off day, not", ""),
        )
        assert found.entries == (progress("items", items=3),)

    def test_entries_stand_by_moment_then_by_id(self, tmp_path: Path) -> None:
        found = read(
            tmp_path, *(row(f"{name}", 3) for name in ("items/items", "rate/handled", "trend/after"))
        )
        assert len(found.entries) == 3
        assert list(found.entries) == sorted(found.entries, key=lambda one: one.order)

    def test_a_row_that_went_out_and_is_gone_is_noted(self, tmp_path: Path) -> None:
        found = read(tmp_path, row("items/items", 3), issued=["a/items/items", "a/pilot/done"])
        told(found.notes, Told(0, "编号", "a/pilot/done", "已被删去", "the row is gone"))
        assert found.entries == (progress("items", items=3),)

    def test_the_list_of_them_may_go_on_on_another_sheet(self, tmp_path: Path) -> None:
        from openpyxl import load_workbook

        path = sent_back(tmp_path, row("items/items", 3), issued=["a/pilot/done", "a/items/items"])
        book = load_workbook(path)
        rest = book.create_sheet("行清单 (2)")
        for text in (CODE, "a/fee/fee"):
            rest.append([text])
        book.save(path)
        assert [one.value for one in read_return(path, SMALL).notes] == ["a/pilot/done", "a/fee/fee"]

    def test_so_are_all_of_them_where_no_row_came_back(self, tmp_path: Path) -> None:
        found = read(tmp_path, issued=["a/items/items"])
        told(found.notes, Told(0, "编号", "a/items/items", "已被删去", "the row is gone", ""))


class TestFirstPage:
    """The first page says who reports and on which day."""

    one = row("items/items", 3)

    def test_the_author_of_all_rows(self, tmp_path: Path) -> None:
        (entry,) = read(tmp_path, self.one, cover={"author": " 李 "}).entries
        assert (entry.author, entry.at) == ("李", DAY)

    def test_the_day_of_reporting(self, tmp_path: Path) -> None:
        (entry,) = read(tmp_path, self.one, cover={"author": "王", "at": "2021年10月8日"}).entries
        assert entry.at == NEXT

    def test_it_may_be_moved_away_from_the_margin(self, tmp_path: Path) -> None:
        from openpyxl import load_workbook

        path = sent_back(tmp_path, self.one, cover={"author": "李", "at": NEXT})
        book = load_workbook(path)
        book["填报说明"].insert_cols(1)
        book.save(path)
        (entry,) = read_return(path, SMALL).entries
        assert (entry.author, entry.at) == ("李", NEXT)

    def test_where_the_page_has_no_line_for_them_each_row_says_who(self, tmp_path: Path) -> None:
        (entry,) = read(tmp_path, row("items/items", 3, author="李"), cover={}).entries
        assert (entry.author, entry.at) == ("李", DAY)

    @every("at", [None, "", "-"])
    def test_without_one_it_is_the_cut_off_day(self, tmp_path: Path, at: object) -> None:
        assert taken(tmp_path, self.one, cover={"author": "王", "at": at}) == {progress("items", items=3)}

    def test_an_author_that_cannot_be_read_is_noted_and_that_of_the_row_counts(self, tmp_path: Path) -> None:
        found = read(tmp_path, row("items/items", 3, author="李"), cover={"author": FORMULA})
        told(found.notes, Told(2, "统一填报人", "", *NO_VALUE, "填报说明"))
        assert [one.author for one in found.entries] == ["李"]

    @every(
        ("at", "value", "zh", "en"),
        [
            ("国庆后", "国庆后", "不是日期", "not a date. Write it like"),
            (FORMULA, "", *NO_VALUE),
            (date(2021, 9, 29), "2021-09-29", "早于统计截止日", "before the cut-off day"),
        ],
    )
    def test_a_day_that_is_none_or_too_early_keeps_everything_out(
        self, tmp_path: Path, at: object, value: str, zh: str, en: str
    ) -> None:
        found = read(tmp_path, self.one, cover={"author": "王", "at": at}, issued=["a/pilot/done"])
        told(found.problems, Told(3, "填报日期", value, zh, en, "填报说明"))
        assert (found.entries, found.notes) == ((), ())

    def test_in_english_as_well(self, tmp_path: Path) -> None:
        (entry,) = read(tmp_path, self.one, cover={"author": "Wang", "at": NEXT}, lang=1).entries
        assert (entry.author, entry.at) == ("Wang", NEXT)


class TestRows:
    """Each filled row becomes one entry or two, and every word in it is kept."""

    @every(
        ("name", "value", "facts"),
        [
            ("items/items", 41, {"items": 41}),
            ("items/in_scope", "否", {"in_scope": False}),
            ("pilot/done", "是", {"done": True}),
            ("cover/universe", 3, {"universe": 3}),
            ("cover/covered", "甲；乙", {"covered": ("甲", "乙")}),
            ("limit/start", "2021-09-01", {"start": date(2021, 9, 1)}),
            ("trend/before", "-1.5", {"before": -1.5}),
            ("fee/fee", "2.50", {"fee": 2.5}),
            ("mean/cases", "2021-09-01~2021-09-03", {"cases": [(date(2021, 9, 1), date(2021, 9, 3))]}),
            ("prompt/benchmark", "9个工作日", {"benchmark": WorkingDays(9)}),
            ("mean/period", "2021-07-01~2021-09-30", {"period": (date(2021, 7, 1), DAY)}),
            ("checks/events", "2021-09-01、2021-09-03", {"events": [date(2021, 9, 1), date(2021, 9, 3)]}),
        ],
    )
    def test_a_value_is_the_fact_as_it_stood(
        self, tmp_path: Path, name: str, value: object, facts: dict[str, Any]
    ) -> None:
        assert taken(tmp_path, row(name, value)) == {progress(name.split("/")[0], **facts)}

    def test_the_day_it_stood_on_may_be_another(self, tmp_path: Path) -> None:
        entry = ProgressReport(**cited("items"), stood_on=EARLIER, facts={"items": 4})
        assert taken(tmp_path, row("items/items", 4, stood_on=EARLIER)) == {entry}

    def test_up_to_the_day_of_reporting(self, tmp_path: Path) -> None:
        entry = ProgressReport(**cited("items", at=NEXT), stood_on=NEXT, facts={"items": 4})
        cover = {"author": "王", "at": NEXT}
        assert taken(tmp_path, row("items/items", 4, stood_on=NEXT), cover=cover) == {entry}

    def test_evidence_goes_with_the_value_it_shows(self, tmp_path: Path) -> None:
        entry = Evidence(**cited("items"), stood_on=DAY, facts={"items": 4}, reference="纪要", note="已核")
        assert taken(tmp_path, row("items/items", 4, evidence="纪要", remark="已核")) == {entry}

    def test_evidence_may_come_alone(self, tmp_path: Path) -> None:
        entry = Evidence(**cited("items"), stood_on=EARLIER, reference="纪要")
        assert taken(tmp_path, row("items/items", evidence="纪要", stood_on=EARLIER)) == {entry}

    def test_a_day_of_completion_with_all_that_goes_with_it(self, tmp_path: Path) -> None:
        entry = Completion(
            **cited("pilot"), stood_on=DAY, facts={"done": True}, done_on=EARLIER, evidence="文件", note="完"
        )
        cells = row("pilot/done", "是", done_on=EARLIER, evidence="文件", remark="完")
        assert taken(tmp_path, cells) == {entry}

    @every("done_on", [DAY, EARLIER])
    def test_a_day_of_completion_alone_up_to_the_day_it_stood_on(self, tmp_path: Path, done_on: date) -> None:
        entry = Completion(**cited("pilot"), stood_on=DAY, done_on=done_on)
        assert taken(tmp_path, row("pilot/done", done_on=done_on)) == {entry}

    def test_a_no_elsewhere_may_stand_beside_a_day_of_completion(self, tmp_path: Path) -> None:
        entry = Completion(**cited("items"), stood_on=DAY, done_on=EARLIER, facts={"in_scope": False})
        assert taken(tmp_path, row("items/in_scope", "否", done_on=EARLIER)) == {entry}

    def test_a_reason_stands_beside_what_is_reported(self, tmp_path: Path) -> None:
        reason = DeviationReason(**cited("items"), reason="停电", note="补")
        value = ProgressReport(**cited("items"), stood_on=DAY, facts={"items": 4}, note="补")
        assert taken(tmp_path, row("items/items", 4, reason="停电", remark="补")) == {reason, value}
        assert taken(tmp_path, row("items/items", reason="停电", remark="补")) == {reason}

    def test_a_remark_alone_is_a_comment(self, tmp_path: Path) -> None:
        assert taken(tmp_path, row("items/items", remark="已阅")) == {Comment(**cited("items"), text="已阅")}

    def test_the_author_of_the_row_goes_first(self, tmp_path: Path) -> None:
        (entry,) = taken(tmp_path, row("items/items", 4, author=" 李 "))
        assert entry.author == "李"

    @every("blank", [None, "-", " "])
    def test_a_row_that_says_nothing_is_nothing(self, tmp_path: Path, blank: object) -> None:
        empty = row("items/items", blank, evidence=blank, basis="累计", stood_on=DAY, author="李")
        broken = row("nowhere/x", blank, remark=blank)
        assert taken(tmp_path, empty, broken) == set()

    def test_blank_cells_beside_a_value_say_nothing(self, tmp_path: Path) -> None:
        cells = row(
            "items/items", 4, evidence="-", done_on="/", reason="-", remark="-", stood_on="-", author="-"
        )
        assert taken(tmp_path, cells) == {progress("items", items=4)}

    def test_each_unit_answers_for_itself(self, tmp_path: Path) -> None:
        assert taken(tmp_path, row("each/done", "是")) == {progress("each", done=True)}

    def test_what_has_passed_to_the_unit_is_reported_by_it(self, tmp_path: Path) -> None:
        passed = Reassignment(**cited("theirs", unit="b", at=date(2021, 9, 1)), to="a", reason="调整")
        mine = Reassignment(**cited("each", unit="b", at=date(2021, 9, 1)), to="a", reason="调整")
        ledger = SMALL.with_entries([passed, mine])
        found = taken(tmp_path, row("theirs/done", "是"), row("b/each/done", "否"), ledger=ledger)
        assert {(one.commitment, one.unit) for one in found} == {("theirs", "a"), ("each", "b")}


class TestPeriods:
    """A figure may be for the period of the form, where it is for one."""

    @every("basis", ["本期", "this period", "THIS PERIOD", " 本期 "])
    @every(
        ("name", "value", "facts"),
        [
            ("rate/handled", 9, {"handled": 9}),
            ("fee/fee", 9, {"fee": 9}),
            ("cover/covered", "甲；乙", {"covered": ["甲", "乙"]}),
        ],
    )
    def test_what_adds_up_is_for_the_period(
        self, tmp_path: Path, name: str, value: object, facts: dict[str, object], basis: str
    ) -> None:
        entry = ProgressReport(**cited(name.split("/")[0]), facts=facts, period=SUMMER, note="补")
        assert taken(tmp_path, row(name, value, basis=basis, remark="补"), code=QUARTER) == {entry}

    @every("basis", ["累计", "in all", "-", None])
    def test_otherwise_it_is_as_it_stood(self, tmp_path: Path, basis: object) -> None:
        assert taken(tmp_path, row("rate/handled", 9, basis=basis), code=QUARTER) == {
            progress("rate", handled=9)
        }

    def test_what_goes_with_it_is_an_entry_of_its_own(self, tmp_path: Path) -> None:
        figure = ProgressReport(**cited("rate"), facts={"handled": 9}, period=SUMMER)
        evidence = Evidence(**cited("rate"), stood_on=DAY, reference="台账")
        cells = row("rate/handled", 9, basis="本期", evidence="台账")
        assert taken(tmp_path, cells, code=QUARTER) == {figure, evidence}

    def test_a_basis_without_a_value_says_nothing(self, tmp_path: Path) -> None:
        assert taken(tmp_path, row("trend/before", remark="补", basis="本期")) == {
            Comment(**cited("trend"), text="补")
        }

    @every(
        ("name", "basis", "code", "zh", "en"),
        [
            ("rate/handled", "上期", QUARTER, "请选“累计”或“本期”", "choose 'in all' or 'this period'"),
            ("rate/handled", "本期", CODE, "不能按本期填报", "cannot be reported for a period"),
            ("trend/before", "本期", QUARTER, "不能按本期填报", "cannot be reported for a period"),
        ],
    )
    def test_any_other_basis_is_refused(
        self, tmp_path: Path, name: str, basis: str, code: str, zh: str, en: str
    ) -> None:
        refused(tmp_path, Told(4, "口径", basis, zh, en), rows=[row(name, 9, basis=basis)], code=code)


class TestRefused:
    """A cell that cannot be read keeps its row out, and the others go in."""

    @every(
        ("cells", "column", "value", "zh", "en"),
        [
            (row("items/items", "四十一"), "新值", "四十一", "数", "number"),
            (row("items/items", FORMULA), "新值", "", *NO_VALUE),
            (row("items/items", -1), "新值", "-1", "小于0", "less than 0. Check"),
            (row("items/items", 1.5), "新值", "1.5", "不是整数", "not a whole number. Give"),
            (row("items/items", 4, stood_on="昨天"), "数据截至", "昨天", "不是日期", "not a date. Write"),
            (row("items/items", 4, stood_on=NEXT), "数据截至", "2021-10-08", "晚于填报", "after the day"),
            (row("items/items", 4, evidence=FORMULA), "佐证材料", "", *NO_VALUE),
            (row("items/items", 4, basis=FORMULA), "口径", "", *NO_VALUE),
            (row("items/items", 4, author=FORMULA), "填报人", "", *NO_VALUE),
            (row("pilot/done", done_on="昨天"), "完成日期", "昨天", "不是日期", "not a date. Write"),
            (row("pilot/done", done_on=FORMULA), "完成日期", "", *NO_VALUE),
            (row("pilot/done", done_on=NEXT), "完成日期", "2021-10-08", "晚于填报", "after the day"),
            (
                row("pilot/done", done_on=DAY, stood_on=EARLIER), "完成日期", "2021-09-30",
                "请把“数据截至”改到", "change that day",
            ),
            (row("pilot/done", "否", done_on=DAY), "完成日期", "2021-09-30", "填了“否”", "says no"),
            (row("pilot/done", "大概"), "新值", "大概", "是", "."),
            (row(""), "编号", "", "编号不识", "no row has this id"),
            (row("items"), "编号", "a/items", "编号不识", "no row has this id"),
            (row("items/item"), "编号", "a/items/item", "编号不识", "leave the ids"),
            (row("nowhere/items"), "编号", "a/nowhere/items", "编号不识", "leave the ids"),
            (row("pilot/done_on"), "编号", "a/pilot/done_on", "编号不识", "leave the ids"),
            (row("pilot/evidence"), "编号", "a/pilot/evidence", "编号不识", "leave the ids"),
            (row("items/reached_on"), "编号", "a/items/reached_on", "编号不识", "leave the ids"),
            (row("a/items/items/x"), "编号", "a/items/items/x", "编号不识", "leave the ids"),
            (row("b/theirs/done"), "编号", "b/theirs/done", "不由本单位承担", "does not carry"),
            (row("theirs/done"), "编号", "a/theirs/done", "不由本单位承担", "does not carry"),
            (row("b/items/items"), "编号", "b/items/items", "不由本单位承担", "does not carry"),
            (row("b/each/done"), "编号", "b/each/done", "不由本单位承担", "does not carry"),
            (row("c/items/items"), "编号", "c/items/items", "不由本单位承担", "does not carry"),
        ],
    )  # fmt: skip
    def test_it_is_said_where_and_why(
        self, tmp_path: Path, cells: dict[str, object], column: str, value: str, zh: str, en: str
    ) -> None:
        given = {**cells, "remark": "补"} if column == "编号" else cells
        if cells["id"] == "a/":
            given["id"] = None
        if cells["id"] == "items":
            given["id"] = "a/items"
        found = read(tmp_path, row("items/items", 5), given)
        told(found.problems, Told(5, column, value, zh, en))
        assert set(found.entries) == {progress("items", items=5)}

    def test_an_id_that_is_a_formula_is_refused(self, tmp_path: Path) -> None:
        refused(tmp_path, Told(4, "编号", "", *NO_VALUE), rows=[{"id": FORMULA, "value": 4}])

    def test_a_task_nobody_carries(self, tmp_path: Path) -> None:
        bare = Ledger(SMALL.plan, tuple(task for task in SMALL.tasks if task.commitment.id != "pilot"))
        expected = Told(4, "编号", "a/pilot/done", "不由本单位承担", "does not carry")
        refused(tmp_path, expected, rows=[row("pilot/done", "是")], ledger=bare)

    @every("author", [None, "-"])
    def test_a_row_nobody_signed(self, tmp_path: Path, author: object) -> None:
        refused(
            tmp_path, Told(4, "填报人", "", "没有填报人", "name one in the row"),
            rows=[row("items/items", 4)], cover={"author": author},
        )  # fmt: skip

    @every(
        ("cells", "column"),
        [
            (row("items/items", 4), "新值"),
            (row("items/items", evidence="纪要"), "佐证材料"),
            (row("items/items", done_on=DAY), "完成日期"),
            (row("items/items", reason="停电"), "偏离理由"),
            (row("items/items", remark="已阅"), "备注"),
            (row("rate/handled", 4, basis="本期"), "新值"),
        ],
    )
    @every(("zh", "said"), [("名额已满", "名额已满"), ("", "这样填报不能成立")])
    def test_what_the_ledger_itself_refuses_is_said_in_its_words(
        self, tmp_path: Path, cells: dict[str, object], column: str, zh: str, said: str
    ) -> None:
        class Full(Ledger):
            """A ledger that takes nothing any more."""

            def check(self, entry: Entry) -> None:
                raise EntryError(value=entry, rule="it is full.", where="here", remedy="Ask.", zh=zh)

        full = Full(SMALL.plan, SMALL.tasks)
        (problem,) = read(tmp_path, cells, ledger=full, code=QUARTER).problems
        assert (problem.row, problem.column, problem.en) == (4, column, "it is full. Ask.")
        assert said in problem.zh

    def test_problems_stand_by_row_whenever_they_are_found(self, tmp_path: Path) -> None:
        found = read(
            tmp_path,
            row("items/items", 4),
            row("items/items", 5),
            row("pilot/done", "大概"),
            row("fee/fee", -1),
        )
        assert [one.row for one in found.problems] == [4, 5, 6, 7]


class TestTwice:
    """Rows of one author may not contradict each other."""

    def test_each_of_them_is_refused_and_names_all(self, tmp_path: Path) -> None:
        zh, en = "第4、6行说法不一", "rows 4, 6 say different things"
        rows = [row("items/items", 4), row("pilot/done", "是"), row("items/items", 5)]
        found = read(tmp_path, *rows)
        told(found.problems, Told(4, "新值", "4", zh, en), Told(6, "新值", "5", zh, en))
        assert found.entries == (progress("pilot", done=True),)

    def test_the_same_thing_said_twice_is_said_once(self, tmp_path: Path) -> None:
        assert taken(tmp_path, row("items/items", 4), row("items/items", 4)) == {progress("items", items=4)}

    def test_two_authors_are_left_to_the_ledger(self, tmp_path: Path) -> None:
        assert len(taken(tmp_path, row("items/items", 4), row("items/items", 5, author="李"))) == 2

    def test_figures_of_two_days_are_no_contradiction(self, tmp_path: Path) -> None:
        found = taken(tmp_path, row("items/items", 5), row("items/items", 4, stood_on=EARLIER))
        assert len(found) == 2

    def test_a_period_and_the_whole_are_no_contradiction(self, tmp_path: Path) -> None:
        rows = (row("rate/handled", 4, basis="本期"), row("rate/handled", 9))
        assert len(taken(tmp_path, *rows, code=QUARTER)) == 2

    def test_two_figures_for_the_period_are(self, tmp_path: Path) -> None:
        rows = [row("rate/handled", 4, basis="本期"), row("rate/handled", 9, basis="本期")]
        assert [one.row for one in read(tmp_path, *rows, code=QUARTER).problems] == [4, 5]

    def test_days_of_completion_contradict_each_other_in_their_column(self, tmp_path: Path) -> None:
        rows = [row("pilot/done", done_on=DAY), row("pilot/done", done_on=EARLIER)]
        assert [(one.row, one.column) for one in read(tmp_path, *rows).problems] == [
            (4, "完成日期"),
            (5, "完成日期"),
        ]

    def test_so_do_the_days_a_target_was_reached(self, tmp_path: Path) -> None:
        rows = [row("items/items", done_on=DAY), row("items/in_scope", done_on=EARLIER)]
        assert [(one.row, one.column) for one in read(tmp_path, *rows).problems] == [
            (4, "完成日期"),
            (5, "完成日期"),
        ]

    def test_reasons_contradict_each_other_in_theirs(self, tmp_path: Path) -> None:
        rows = [row("items/items", reason="停电"), row("items/in_scope", reason="停水")]
        assert [(one.row, one.column) for one in read(tmp_path, *rows).problems] == [
            (4, "偏离理由"),
            (5, "偏离理由"),
        ]

    def test_texts_of_evidence_do_not(self, tmp_path: Path) -> None:
        rows = (row("pilot/done", evidence="甲"), row("pilot/done", evidence="乙"))
        assert len(taken(tmp_path, *rows)) == 2

    def test_units_that_answer_each_for_itself_do_not(self, tmp_path: Path) -> None:
        mine = Reassignment(**cited("each", unit="b", at=date(2021, 9, 1)), to="a", reason="调整")
        ledger = SMALL.with_entries([mine])
        assert len(taken(tmp_path, row("each/done", "是"), row("b/each/done", "否"), ledger=ledger)) == 2


class TestOwn:
    """What the same author reported on the same day may not be replaced in silence."""

    def against(self, folder: Path, entry: Entry, *rows: dict[str, object], **options: Any) -> Return:
        return read(folder, *rows, ledger=SMALL.with_entries([entry]), **options)

    def test_another_figure_is_refused_with_the_one_there_is(self, tmp_path: Path) -> None:
        found = self.against(tmp_path, progress("items", items=4), row("items/items", 5), row("fee/fee", 1))
        told(
            found.problems,
            Told(4, "新值", "5", "同日已报“4”", "reported '4' on the same day; change the day of reporting"),
        )
        assert found.entries == (progress("fee", fee=1),)

    def test_a_truth_is_shown_in_each_language(self, tmp_path: Path) -> None:
        found = self.against(tmp_path, progress("pilot", done=True), row("pilot/done", "否"))
        told(found.problems, Told(4, "新值", "否", "同日已报“是”", "reported 'yes' on"))

    def test_a_reason_is_refused_in_its_column(self, tmp_path: Path) -> None:
        there = DeviationReason(**cited("items"), reason="停电")
        found = self.against(tmp_path, there, row("items/items", reason="停水"))
        told(found.problems, Told(4, "偏离理由", "停水", "同日已报“停电”", "reported '停电'"))

    def test_the_same_figure_is_none(self, tmp_path: Path) -> None:
        there = Evidence(**cited("items"), facts={"items": 4}, reference="表")
        found = self.against(tmp_path, there, row("items/items", 4))
        assert (found.problems, found.notes) == ((), ())

    @every(
        "there",
        [
            progress("items", items=4),
            attrs.evolve(progress("items", items=5), at=NEXT),
            attrs.evolve(progress("items", items=5), stood_on=EARLIER),
            progress("fee", fee=9),
        ],
    )
    def test_neither_is_what_is_of_another_day_or_about_something_else(
        self, tmp_path: Path, there: Entry
    ) -> None:
        found = self.against(tmp_path, there, row("items/items", 4))
        assert (found.problems, found.entries) == ((), (progress("items", items=4),))

    def test_what_was_withdrawn_or_corrected_meanwhile_contradicts_nothing(self, tmp_path: Path) -> None:
        from wushan_plan.ledger import Correction

        wrong = progress("items", items=9)
        fix: dict[str, Any] = {**cited("items"), "corrects": wrong.id, "reason": "误填"}
        for correction in (Correction(**fix, facts={"items": 4}), Correction(**fix, withdraws=True)):
            ledger = SMALL.with_entries([wrong, correction])
            assert taken(tmp_path, row("items/items", 4), ledger=ledger) == {progress("items", items=4)}

    def test_what_was_read_before_is_read_again_without_a_word(self, tmp_path: Path) -> None:
        rows = (row("items/items", 4), row("rate/handled", 9), row("pilot/done", "否"))
        first = read(tmp_path, *rows)
        later = progress("items", at=NEXT, items=6)
        again = read(tmp_path, *rows, ledger=SMALL.with_entries([*first.entries, later]))
        assert again == first

    def test_one_entry_that_is_there_does_not_hide_the_other(self, tmp_path: Path) -> None:
        there = progress("items", items=4)
        reason = DeviationReason(**cited("items"), reason="停电")
        cells = row("items/items", 4, reason="停水")
        found = read(tmp_path, cells, ledger=SMALL.with_entries([there, reason]))
        assert [one.column for one in found.problems] == ["偏离理由"]


class TestOthers:
    """What another author says differently is taken and noted."""

    def notes(self, folder: Path, *there: Entry, cells: dict[str, object], **options: Any) -> Return:
        found = read(folder, cells, ledger=SMALL.with_entries(there), **options)
        assert found.problems == ()
        return found

    def other(self, **facts: Any) -> ProgressReport:
        return attrs.evolve(progress("items", **facts), author="李")

    def test_a_conflict_is_foretold(self, tmp_path: Path) -> None:
        found = self.notes(tmp_path, self.other(items=5), cells=row("items/items", 4))
        told(
            found.notes,
            Told(
                4, "新值", "4", "李对同一日期报的是“5”", "李 reported '5' for the same day; the ledger holds"
            ),
        )
        assert found.entries == (progress("items", items=4),)

    def test_in_each_language(self, tmp_path: Path) -> None:
        found = self.notes(tmp_path, self.other(in_scope=False), cells=row("items/in_scope", "是"))
        told(found.notes, Told(4, "新值", "是", "报的是“否”", "reported 'no' for"))

    def test_whoever_says_the_same_is_not_mentioned(self, tmp_path: Path) -> None:
        assert self.notes(tmp_path, self.other(items=4), cells=row("items/items", 4)).notes == ()

    def test_the_last_word_of_the_other_counts(self, tmp_path: Path) -> None:
        changed = attrs.evolve(self.other(items=4), at=NEXT)
        assert self.notes(tmp_path, self.other(items=5), changed, cells=row("items/items", 4)).notes == ()

    def test_a_reason_of_another_s_is_no_conflict(self, tmp_path: Path) -> None:
        there = DeviationReason(**cited("items", author="李"), reason="停电")
        cells = row("items/items", reason="停水")
        assert self.notes(tmp_path, there, cells=cells).notes == ()

    def test_what_stands_beside_a_reason_is_still_looked_at(self, tmp_path: Path) -> None:
        cells = row("items/items", 4, reason="停水")
        assert len(self.notes(tmp_path, self.other(items=5), cells=cells).notes) == 1

    def test_what_the_ledger_has_of_a_later_day_is_named(self, tmp_path: Path) -> None:
        later = ProgressReport(**cited("items", author="李", at=NEXT), facts={"items": 6})
        latest = ProgressReport(**cited("items", at=date(2021, 10, 9)), facts={"items": 7})
        found = self.notes(tmp_path, later, latest, cells=row("items/items", 4))
        told(
            found.notes, Told(4, "新值", "4", "已有截至2021-10-09的填报", "as of 2021-10-09; this older one")
        )

    @every(
        "there",
        [
            ProgressReport(**cited("items", author="李", at=NEXT), stood_on=DAY, facts={"items": 4}),
            ProgressReport(**cited("items", author="李", at=NEXT), stood_on=EARLIER, facts={"items": 9}),
            ProgressReport(**cited("items", author="李", at=NEXT), facts={"in_scope": True}),
            DeviationReason(**cited("items", author="李", at=NEXT), reason="停电"),
        ],
    )
    def test_nothing_is_said_of_the_same_day_an_earlier_one_or_another_fact(
        self, tmp_path: Path, there: Entry
    ) -> None:
        assert self.notes(tmp_path, there, cells=row("items/items", 4)).notes == ()

    def test_a_figure_for_a_period_is_neither_older_nor_newer(self, tmp_path: Path) -> None:
        later = ProgressReport(**cited("rate", author="李", at=NEXT), facts={"handled": 9})
        flow = ProgressReport(
            **cited("rate", author="李", at=NEXT), facts={"handled": 9}, period=Interval(NEXT, NEXT)
        )
        cells = row("rate/handled", 4, basis="本期")
        assert self.notes(tmp_path, later, cells=cells, code=QUARTER).notes == ()
        assert self.notes(tmp_path, flow, cells=row("rate/handled", 4)).notes == ()
        assert self.notes(tmp_path, flow, cells=cells, code=QUARTER).notes == ()

    def test_another_figure_for_the_same_period_is_a_conflict(self, tmp_path: Path) -> None:
        flow = ProgressReport(**cited("rate", author="李"), facts={"handled": 9}, period=SUMMER)
        cells = row("rate/handled", 4, basis="本期")
        assert len(self.notes(tmp_path, flow, cells=cells, code=QUARTER).notes) == 1

    def test_another_day_of_completion_is_noted_in_its_column(self, tmp_path: Path) -> None:
        there = Completion(**cited("pilot", author="李"), done_on=EARLIER)
        found = self.notes(tmp_path, there, cells=row("pilot/done", done_on=DAY))
        told(found.notes, Told(4, "完成日期", "2021-09-30", "李对同一日期", "李 reported '2021-09-08'"))

    def test_what_is_there_already_does_not_hide_what_goes_with_it(self, tmp_path: Path) -> None:
        flow = ProgressReport(**cited("items"), facts={"items": 4}, period=SUMMER)
        there = Completion(**cited("items", author="李"), done_on=EARLIER)
        cells = row("items/items", 4, basis="本期", done_on=DAY)
        found = self.notes(tmp_path, flow, there, cells=cells, code=QUARTER)
        assert [one.column for one in found.notes] == ["完成日期"]

    def test_a_task_has_one_voice_whichever_unit_held_it(self, tmp_path: Path) -> None:
        there = ProgressReport(**cited("theirs", author="李", unit="b"), facts={"done": False})
        passed = Reassignment(**cited("theirs", unit="b", at=date(2021, 9, 1)), to="a", reason="调整")
        found = self.notes(tmp_path, there, passed, cells=row("theirs/done", "是"))
        told(found.notes, Told(4, "新值", "是", "李对同一日期报的是“否”", "李 reported 'no'"))

    def test_other_units_that_answer_for_themselves_are_no_others(self, tmp_path: Path) -> None:
        there = ProgressReport(**cited("each", author="李", unit="b"), facts={"done": False})
        assert self.notes(tmp_path, there, cells=row("each/done", "是")).notes == ()


class TestForms:
    """A form is known by its headings, and what is not of the form is noted."""

    def test_columns_may_stand_in_any_order_under_any_blanks(self, tmp_path: Path) -> None:
        found = taken(
            tmp_path,
            row("items/items", 4),
            columns=INPUTS[::-1],
            headings={"value": " 新 值 ", "id": "编\n号"},
        )
        assert found == {progress("items", items=4)}

    def test_a_column_of_their_own_is_noted(self, tmp_path: Path) -> None:
        found = read(tmp_path, row("items/items", 4), columns=(*INPUTS, "科室意见"))
        told(found.notes, Told(3, "科室意见", "", "不是填报表的列", "no column of the form"))
        assert found.entries == (progress("items", items=4),)

    def test_a_column_that_stands_twice_is_read_once(self, tmp_path: Path) -> None:
        cells = {**row("items/items", 4), "again": 5}
        found = read(tmp_path, cells, columns=(*INPUTS, "again"), headings={"again": "新值"})
        told(found.notes, Told(3, "新值", "", "只读了第一列", "the first is read"))
        assert found.entries == (progress("items", items=4),)

    @every(
        ("gone", "zh", "en"),
        [
            ("evidence", "佐证材料", "Evidence"),
            ("stood_on", "数据截至", "As it stood on"),
            ("author", "填报人", "Author"),
            ("remark", "备注", "Remark"),
        ],
    )
    @every("lang", [0, 1])
    def test_a_column_that_is_gone_is_noted_in_the_form_s_language(
        self, tmp_path: Path, gone: str, zh: str, en: str, lang: int
    ) -> None:
        columns = tuple(name for name in INPUTS if name != gone)
        found = read(tmp_path, row("items/items", 4), columns=columns, lang=lang)
        told(found.notes, Told(3, (zh, en)[lang], "", "缺这一列", "the column is gone"))
        assert found.entries == (progress("items", items=4),)

    def test_a_form_for_no_period_lacks_no_basis(self, tmp_path: Path) -> None:
        columns = tuple(name for name in INPUTS if name != "basis")
        assert taken(tmp_path, row("items/items", 4), columns=columns) == {progress("items", items=4)}

    def test_a_problem_is_said_under_the_heading_the_form_has(self, tmp_path: Path) -> None:
        found = read(tmp_path, row("items/items", -1), headings={"value": " 新 值 "})
        told(found.problems, Told(4, "新 值", "-1", "小于0", "less than 0"))
        english = read(tmp_path, row("items/items", -1), lang=1)
        told(english.problems, Told(4, "New value", "-1", "小于0", "less than 0"))

    def test_a_problem_with_a_column_that_is_gone_is_one_of_the_row(self, tmp_path: Path) -> None:
        columns = tuple(name for name in INPUTS if name != "author")
        found = read(tmp_path, row("items/items", 4), columns=columns, cover={})
        told(found.problems, Told(4, "", "", "没有填报人", "name one in the row"))

    @every("gone", ["value", "id"])
    def test_without_values_or_ids_it_is_no_form(self, tmp_path: Path, gone: str) -> None:
        path = sent_back(tmp_path, columns=tuple(name for name in INPUTS if name != gone))
        Refusal(
            CaseFileError, "back.xlsx", str(path), "columns of a form", "write_return",
            "不是填报表：没有新值、编号等列；办件表请用 ledger cases 收入",
        ).is_met_by(lambda: read_return(path, SMALL))  # fmt: skip

    def test_a_cell_merged_over_rows_is_refused_in_each_of_them(self, tmp_path: Path) -> None:
        from openpyxl import load_workbook

        path = sent_back(tmp_path, row("items/items", 4), row("fee/fee"), row("pilot/done", "是"))
        book = load_workbook(path)
        column = INPUTS.index("value") + 1
        book["填报表"].merge_cells(start_row=4, end_row=5, start_column=column, end_column=column)
        book.save(path)
        found = read_return(path, SMALL)
        said = ("合并的单元格跨了几行", "merged over several rows")
        told(found.problems, Told(4, "新值", "4", *said), Told(5, "新值", "4", *said))
        assert found.entries == (progress("pilot", done=True),)

    @every(
        ("name", "cells", "heading", "shown"),
        [
            ("done_on", row("pilot/done", done_on=EARLIER), "完成日期", "2021-09-08"),
            ("id", row("pilot/done", "是"), "编号", "a/pilot/done"),
        ],
    )
    def test_so_is_a_day_of_completion_or_an_id(
        self, tmp_path: Path, name: str, cells: dict[str, object], heading: str, shown: str
    ) -> None:
        from openpyxl import load_workbook

        path = sent_back(tmp_path, cells, row("fee/fee", 1))
        book = load_workbook(path)
        column = INPUTS.index(name) + 1
        book["填报表"].merge_cells(start_row=4, end_row=5, start_column=column, end_column=column)
        book.save(path)
        found = read_return(path, SMALL)
        said = ("合并的单元格跨了几行", "merged over several rows")
        told(found.problems, Told(4, heading, shown, *said), Told(5, heading, shown, *said))
        assert found.entries == ()

    def test_a_cell_merged_within_its_row_is_read(self, tmp_path: Path) -> None:
        from openpyxl import load_workbook

        path = sent_back(tmp_path, row("items/items", 4), columns=("value", "x", *INPUTS[1:]))
        book = load_workbook(path)
        book["填报表"].merge_cells(start_row=4, end_row=4, start_column=1, end_column=2)
        book.save(path)
        assert read_return(path, SMALL).entries == (progress("items", items=4),)


class TestBounds:
    """So much is read, and a workbook beyond it is refused instead of half read."""

    def test_as_many_bytes_as_the_bound_are_read_and_one_more_is_refused(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = sent_back(tmp_path, row("items/items", 4))
        size = path.stat().st_size
        monkeypatch.setattr(returned, "MOST_WORKBOOK_BYTES", size)
        assert len(read_return(path, SMALL).entries) == 1
        monkeypatch.setattr(returned, "MOST_WORKBOOK_BYTES", size - 1)
        Refusal(
            CaseFileError, "back.xlsx", str(path), f"more than {size - 1:,} bytes", "Split the file",
            f"文件字节数超过上限{size - 1:,}，请拆分文件或删去表外内容",
        ).is_met_by(lambda: read_return(path, SMALL))  # fmt: skip

    def test_as_many_rows_as_the_bound_are_read_and_one_more_is_refused(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        rows = [row("items/items", 4), row("pilot/done", "是"), row("fee/fee", 1)]
        path = sent_back(tmp_path, *rows)
        monkeypatch.setattr(returned, "MOST_ROWS", 6)
        assert len(read_return(path, SMALL).entries) == 3
        monkeypatch.setattr(returned, "MOST_ROWS", 5)
        Refusal(
            CaseFileError, "back.xlsx", f"{path}, 填报表", "more than 5 rows", "Split the file",
            "行数超过上限5，请拆分文件或删去表外内容",
        ).is_met_by(lambda: read_return(path, SMALL))  # fmt: skip

    @every(("epoch", "serial"), [(1900, 44447), (1904, 42985)])
    def test_days_are_counted_from_where_the_workbook_says(
        self, tmp_path: Path, epoch: int, serial: int
    ) -> None:
        from openpyxl import load_workbook
        from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900

        cells = row("limit/start", str(serial), stood_on=str(serial), done_on=str(serial))
        path = sent_back(tmp_path, cells, row("mean/cases", f"{serial}~{serial + 1}"))
        book = load_workbook(path)
        book.epoch = CALENDAR_WINDOWS_1900 if epoch == 1900 else CALENDAR_MAC_1904
        book.save(path)
        day = date(2021, 9, 8)
        assert set(read_return(path, SMALL).entries) == {
            Completion(**cited("limit"), facts={"start": day}, stood_on=day, done_on=day),
            progress("mean", cases=[(day, date(2021, 9, 9))]),
        }


class TestCodes:
    """The code says what a form is about; without it, or with two, nothing can be read."""

    def refused(self, path: Path, value: str, rule: str, zh: str) -> None:
        Refusal(CaseFileError, value, str(path), rule, "write_return", zh).is_met_by(
            lambda: read_return(path, SMALL)
        )

    def test_it_may_stand_on_the_list_of_rows_alone(self, tmp_path: Path) -> None:
        assert taken(tmp_path, row("items/items", 4), issued=["a/items/items"]) == {
            progress("items", items=4)
        }

    def test_a_form_without_one(self, tmp_path: Path) -> None:
        path = sent_back(tmp_path, code="")
        zh = "表格编号不见了，请在原来发出的填报表里填写"
        self.refused(path, "back.xlsx", "the code of the form is gone", zh)

    def test_a_form_with_two(self, tmp_path: Path) -> None:
        from openpyxl import load_workbook

        other = CODE.replace(" a ", " b ")
        path = sent_back(tmp_path)
        book = load_workbook(path)
        book["填报说明"]["E9"] = f" {other} "
        book["填报说明"]["F9"] = CODE
        book.save(path)
        zh = "混有几张填报表，请一张表一个文件"
        self.refused(path, f"{CODE}, {other}", "codes of 2 forms", zh)

    @every(
        "code",
        [
            "wushan-plan-return/1 small a 2021-09-30",
            "wushan-plan-return/1 small a 2021-09-31 -",
            "wushan-plan-return/1 small a 2021-09-30 2021-07-01",
            "wushan-plan-return/1 small a 2021-09-30 x~y",
            "wushan-plan-return/1 small  a 2021-09-30 -",
        ],
    )
    def test_one_that_was_changed(self, tmp_path: Path, code: str) -> None:
        path = sent_back(tmp_path, code=code)
        self.refused(path, code, "the code of the form was changed", "表格编号被改动")

    def test_one_of_another_version(self, tmp_path: Path) -> None:
        code = CODE.replace("/1", "/2")
        path = sent_back(tmp_path, code=code)
        zh = "填报表是第2版，本程序只读第1版，请重新发表"
        self.refused(path, code, "of version 2; this release reads version 1", zh)

    def test_a_file_that_is_damaged_is_named(self, tmp_path: Path) -> None:
        path = tmp_path / "x.xlsx"
        path.write_bytes(b"PK\3\4 half a file")
        with pytest.raises(CaseFileError) as caught:
            read_return(path, SMALL)
        assert caught.value.where.startswith(str(path))

    def test_a_file_that_is_no_workbook(self, tmp_path: Path) -> None:
        path = tmp_path / "x.csv"
        path.write_text("a,b\n1,2\n", "utf-8")
        Refusal(
            CaseFileError,
            "x.csv",
            str(path),
            "this is no workbook",
            "write_return",
            "不是Excel工作簿（xlsx）",
        ).is_met_by(lambda: read_return(path, SMALL))
