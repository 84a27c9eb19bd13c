"""The Excel round: what goes out, what comes back, and that nothing is replaced in silence."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from tests.ledger.filling import (
    DAY,
    DONE,
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
from wushan_plan import PLAN, CalendarDays, Interval, Status, WorkingDays
from wushan_plan.errors import EntryError, UnknownNameError
from wushan_plan.ledger import (
    Comment,
    Completion,
    DeviationReason,
    Entry,
    Evidence,
    Ledger,
    ProgressReport,
    Reassignment,
    TaskState,
)
from wushan_plan.ledger.returns import read_return, write_return
from wushan_plan.ledger.returns.values import read_value, shown_value
from wushan_plan.ledger.values import FactValue, frozen_value
from wushan_plan.model.facts import Fact, FactKind

QUARTER = Interval(date(2021, 7, 1), date(2021, 9, 30))
CITED: dict[str, Any] = {"commitment": "cross-province-services", "unit": UNIT}


def items(author: str = "王科长", value: int = 41, day: date = DAY) -> ProgressReport:
    return ProgressReport(**CITED, author=author, at=day, stood_on=day, facts={"items": value})


class TestForm:
    """A form asks for what is open, lets the unit fill in that, and nothing else."""

    def test_every_open_task_of_the_unit_has_a_row(self, tmp_path: Path) -> None:
        rows = rows_of(form_of(load_workbook(issued(tmp_path))))
        assert {row.split("/")[1] for row in rows} == {task.commitment.id for task in EMPTY.tasks_of(UNIT)}

    def test_a_settled_task_is_asked_no_more(self, tmp_path: Path) -> None:
        done = Completion(commitment="m21.1", unit=UNIT, author="王", at=DAY, done_on=DAY, evidence="文件")
        path = issued(tmp_path, EMPTY.with_entries([done]))
        rows = rows_of(form_of(load_workbook(path)))
        assert DONE not in rows
        assert ITEMS in rows

    def test_a_task_passed_to_another_unit_is_asked_there(self, tmp_path: Path) -> None:
        passed = Reassignment(**CITED, author="王", at=DAY, to="finance", reason="分工调整")
        ledger = EMPTY.with_entries([passed])
        assert ITEMS not in rows_of(form_of(load_workbook(issued(tmp_path, ledger))))
        path = issued(tmp_path, ledger, unit="finance")
        row = "finance/cross-province-services/items"
        found = read_return(filled(path, {row: {"新值": 5}}), ledger)
        assert [dict(one.facts) for one in found.entries if isinstance(one, ProgressReport)] == [{"items": 5}]

    def test_only_the_cells_to_fill_are_unlocked(self, tmp_path: Path) -> None:
        sheet = form_of(load_workbook(issued(tmp_path)))
        columns, rows = columns_of(sheet), rows_of(sheet)
        unlocked = {
            heading
            for heading, column in columns.items()
            if not sheet.cell(rows[DONE], column).protection.locked
        }
        assert sheet.protection.sheet
        assert unlocked == {
            "新值", "数据截至", "佐证材料", "完成日期", "偏离理由", "备注", "填报人",
        }  # fmt: skip

    def test_a_yes_or_no_has_a_list_to_choose_from(self, tmp_path: Path) -> None:
        sheet = form_of(load_workbook(issued(tmp_path)))
        at = sheet.cell(rows_of(sheet)[DONE], columns_of(sheet)["新值"]).coordinate
        lists = [one for one in sheet.data_validations.dataValidation if at in one.sqref]
        assert [(one.type, one.formula1) for one in lists] == [("list", '"是,否"')]

    def test_the_current_value_and_the_cut_off_day_are_shown(self, tmp_path: Path) -> None:
        sheet = form_of(load_workbook(issued(tmp_path, EMPTY.with_entries([items(day=date(2021, 8, 31))]))))
        columns, row = columns_of(sheet), rows_of(sheet)[ITEMS]
        assert sheet.cell(row, columns["现值"]).value == "41"
        stood_on: Any = sheet.cell(row, columns["数据截至"]).value
        assert stood_on.date() == DAY

    def test_a_conflict_is_shown_with_who_said_what(self, tmp_path: Path) -> None:
        ledger = EMPTY.with_entries([items("王", 41), items("李", 44)])
        sheet = form_of(load_workbook(issued(tmp_path, ledger)))
        shown = str(sheet.cell(rows_of(sheet)[ITEMS], columns_of(sheet)["现值"]).value)
        assert shown.startswith("有冲突：")
        assert "王 41" in shown
        assert "李 44" in shown

    def test_the_same_form_is_the_same_file(self, tmp_path: Path) -> None:
        first = issued(tmp_path).read_bytes()
        assert issued(tmp_path).read_bytes() == first

    def test_what_was_reported_never_becomes_a_formula(self, tmp_path: Path) -> None:
        cited = {**CITED, "commitment": NAMES.split("/")[1]}
        named = ProgressReport(**cited, author="王", at=DAY, facts={"covered": ["=1+1"]})
        ledger = EMPTY.with_entries([named])
        sheet = form_of(load_workbook(issued(tmp_path, ledger)))
        cell = sheet.cell(rows_of(sheet)[NAMES], columns_of(sheet)["现值"])
        assert (cell.value, cell.data_type) == ("=1+1", "s")

    @pytest.mark.parametrize("unit", [unit.id for unit in EMPTY.units])
    def test_an_empty_form_of_any_unit_reports_nothing(self, tmp_path: Path, unit: str) -> None:
        found = read_return(issued(tmp_path, unit=unit, period=QUARTER), EMPTY)
        assert (found.unit, found.entries, found.problems, found.notes) == (unit, (), (), ())

    def test_a_form_in_english_is_read_as_well(self, tmp_path: Path) -> None:
        path = issued(tmp_path, lang="en", author="Wang")
        book = load_workbook(path)
        sheet = book["Form"]
        headings = {str(cell.value): cell.column or 0 for cell in sheet[HEADER]}
        for row in range(HEADER + 1, sheet.max_row + 1):
            if sheet.cell(row, headings["Id"]).value == DONE:
                sheet.cell(row, headings["New value"]).value = "yes"
        book.save(path)
        found = read_return(path, EMPTY)
        assert [(one.author, one.commitment) for one in found.entries] == [("Wang", "m21.1")]
        assert found.problems == ()

    def test_a_unit_nobody_knows_is_refused(self, tmp_path: Path) -> None:
        with pytest.raises(UnknownNameError):
            write_return(EMPTY, "县气象局", tmp_path / "x.xlsx", DAY)

    def test_a_period_that_is_not_over_is_refused(self, tmp_path: Path) -> None:
        with pytest.raises(EntryError):
            write_return(
                EMPTY, UNIT, tmp_path / "x.xlsx", DAY, period=Interval(date(2021, 9, 1), date(2021, 10, 1))
            )


class TestRows:
    """Each filled row says one thing, dated and signed as the workbook has it."""

    def read(
        self, folder: Path, cells: dict[str, object], row: str = DONE, **options: Any
    ) -> tuple[Entry, ...]:
        found = read_return(filled(issued(folder), {row: cells}, **options), EMPTY)
        assert found.problems == ()
        return found.entries

    def test_a_value_is_a_progress_report_as_it_stood_on_the_cut_off_day(self, tmp_path: Path) -> None:
        assert self.read(tmp_path, {"新值": 41}, ITEMS) == (items(),)

    def test_a_day_of_completion_is_a_completion(self, tmp_path: Path) -> None:
        cells = {"新值": "是", "完成日期": date(2021, 9, 8), "佐证材料": "巫山府办〔2021〕9号"}
        (entry,) = self.read(tmp_path, cells)
        assert isinstance(entry, Completion)
        assert (entry.done_on, entry.evidence) == (date(2021, 9, 8), "巫山府办〔2021〕9号")

    def test_evidence_alone_is_evidence(self, tmp_path: Path) -> None:
        (entry,) = self.read(tmp_path, {"佐证材料": "会议纪要"})
        assert isinstance(entry, Evidence)
        assert entry.stood == DAY

    def test_a_reason_is_a_reason_of_a_deviation_and_a_remark_goes_with_it(self, tmp_path: Path) -> None:
        (entry,) = self.read(tmp_path, {"偏离理由": "系统未开通", "备注": "已催办"})
        assert isinstance(entry, DeviationReason)
        assert (entry.reason, entry.note) == ("系统未开通", "已催办")

    def test_a_remark_alone_is_a_comment(self, tmp_path: Path) -> None:
        (entry,) = self.read(tmp_path, {"备注": "=已阅"})
        assert isinstance(entry, Comment)

    def test_the_author_of_a_row_goes_before_the_author_of_all(self, tmp_path: Path) -> None:
        (entry,) = self.read(tmp_path, {"新值": "是", "填报人": "李主任"})
        assert entry.author == "李主任"

    def test_the_day_of_writing_is_the_one_on_the_first_page(self, tmp_path: Path) -> None:
        (entry,) = self.read(tmp_path, {"新值": "是"}, at=date(2021, 10, 8))
        assert entry.at == date(2021, 10, 8)

    def test_a_blank_row_is_neither_zero_nor_no(self, tmp_path: Path) -> None:
        assert self.read(tmp_path, {"新值": " ", "填报人": "李主任"}) == ()

    def test_a_figure_for_the_period_adds_up_with_others(self, tmp_path: Path) -> None:
        row = "complaint-handling-rate"
        name = next(task.unit.id for task in EMPTY.tasks if task.commitment.id == row)
        path = issued(tmp_path, unit=name, period=QUARTER)
        cells = {f"{name}/{row}/complaints_{which}": {"新值": 9} for which in ("handled", "received")}
        found = read_return(filled(path, cells), EMPTY)
        assert [one.period for one in found.entries if isinstance(one, ProgressReport)] == [QUARTER] * 2


class TestTwice:
    """The same workbook gives the same entries, whenever and however often it is read."""

    def test_reading_twice_changes_nothing(self, tmp_path: Path) -> None:
        path = filled(issued(tmp_path), {ITEMS: {"新值": 41}, DONE: {"新值": "否"}})
        first = read_return(path, EMPTY)
        ledger = EMPTY.with_entries(first.entries)
        second = read_return(path, ledger)
        assert second.entries == first.entries
        assert second.problems == second.notes == ()
        assert ledger.with_entries(second.entries) == ledger

    def test_a_corrected_report_is_not_revived(self, tmp_path: Path) -> None:
        from wushan_plan.ledger import Correction

        path = filled(issued(tmp_path), {ITEMS: {"新值": 401}})
        ledger = EMPTY.with_entries(read_return(path, EMPTY).entries)
        (wrong,) = ledger.entries
        fix = Correction(
            **CITED, author="王科长", at=DAY, corrects=wrong.id, reason="多一位", facts={"items": 41}
        )
        ledger = ledger.with_entries([fix])
        again = ledger.with_entries(read_return(path, ledger).entries)
        assert again == ledger
        assert dict(again.as_of(DAY).task("cross-province-services").facts) == {"items": 41}


class TestClashes:
    """Nothing said before is replaced in silence."""

    def test_two_people_on_one_cut_off_day_give_a_conflict(self, tmp_path: Path) -> None:
        path = issued(tmp_path)
        one = read_return(filled(path, {ITEMS: {"新值": 41}}, author="王科长"), EMPTY)
        ledger = EMPTY.with_entries(one.entries)
        two = read_return(filled(path, {ITEMS: {"新值": 44}}, author="李主任"), ledger)
        assert [note.value for note in two.notes] == ["44"]
        state = ledger.with_entries(two.entries).as_of(DAY).task("cross-province-services")
        assert state.status is Status.UNKNOWN
        assert {candidate.value for candidate in state.conflicts[0].candidates} == {41, 44}

    def test_the_same_person_on_the_same_day_is_asked_to_date_the_change(self, tmp_path: Path) -> None:
        path = issued(tmp_path)
        ledger = EMPTY.with_entries([items()])
        found = read_return(filled(path, {ITEMS: {"新值": 44}}), ledger)
        assert found.entries == ()
        assert [(bad.column, bad.value) for bad in found.problems] == [("新值", "44")]
        later = read_return(filled(path, {ITEMS: {"新值": 44}}, at=date(2021, 10, 8)), ledger)
        assert later.problems == ()
        state = ledger.with_entries(later.entries).as_of(date(2021, 10, 8)).task("cross-province-services")
        assert dict(state.facts) == {"items": 44}

    def test_a_word_another_author_took_back_is_no_contradiction(self, tmp_path: Path) -> None:
        ledger = EMPTY.with_entries([items("李", 44), attrs.evolve(items("李", 41), at=date(2021, 10, 1))])
        found = read_return(filled(issued(tmp_path), {ITEMS: {"新值": 41}}), ledger)
        assert (len(found.entries), found.notes) == (1, ())

    def test_an_older_cut_off_is_taken_noted_and_changes_nothing_now(self, tmp_path: Path) -> None:
        ledger = EMPTY.with_entries([items(day=date(2021, 10, 31), value=60)])
        path = filled(issued(tmp_path), {ITEMS: {"新值": 41}})
        found = read_return(path, ledger, as_of=date(2021, 10, 31))
        assert len(found.entries) == 1
        assert [note.column for note in found.notes] == ["新值", "统计截止日"]
        state = ledger.with_entries(found.entries).as_of(date(2021, 10, 31)).task("cross-province-services")
        assert dict(state.facts) == {"items": 60}


def _shown(state: TaskState) -> tuple[object, ...]:
    return (
        state.status, state.colour, state.facts, state.inferred, state.excuse, state.completed_on,
        state.stood_on, state.conflicts, state.problem,
    )  # fmt: skip


_ROWS = [
    (task.commitment.id, fact, any(one.name == "done_on" for one in task.facts))
    for task in EMPTY.tasks_of(UNIT)
    for fact in task.facts
    if fact.kind in (FactKind.TRUTH, FactKind.COUNT, FactKind.QUANTITY, FactKind.ITEMS)
]
_VALUES: dict[FactKind, st.SearchStrategy[Any]] = {
    FactKind.TRUTH: st.booleans(),
    FactKind.COUNT: st.integers(0, 200),
    FactKind.QUANTITY: st.integers(-5, 200),
    FactKind.ITEMS: st.integers(0, 90) | st.sets(st.sampled_from("甲乙丙丁"), min_size=2).map(sorted),
}


class TestRound:
    """What is filled in and read back gives the state that the same entries give directly."""

    @settings(max_examples=20)
    @given(
        st.lists(
            st.sampled_from(_ROWS).flatmap(
                lambda row: st.tuples(
                    st.just(row),
                    _VALUES[row[1].kind],
                    st.dates(date(2021, 8, 1), DAY),
                    st.sampled_from(("", "纪要", "=文件1")),
                    st.booleans(),
                    st.sampled_from(("", "系统未开通")),
                )
            ),
            max_size=12,
            unique_by=lambda one: one[0][0],
        )
    )
    def test_a_form_says_what_the_entries_say(
        self, tmp_path_factory: pytest.TempPathFactory, drawn: list[Any]
    ) -> None:
        cells: dict[str, dict[str, object]] = {}
        direct: list[Entry] = []
        for (commitment, fact, dated), value, stood, evidence, completed, reason in drawn:
            cited: dict[str, Any] = {"commitment": commitment, "unit": UNIT, "author": "王科长", "at": DAY}
            completed = completed and dated and not (fact.name == "done" and value is False)
            cells[f"{UNIT}/{commitment}/{fact.name}"] = {
                "新值": "；".join(value) if isinstance(value, list) else shown_value(value, "zh"),
                "数据截至": stood,
                "佐证材料": evidence,
                "完成日期": stood if completed else None,
                "偏离理由": reason,
            }
            direct.append(ProgressReport(**cited, facts={fact.name: value}, stood_on=stood))
            if completed:
                direct.append(Completion(**cited, done_on=stood, stood_on=stood))
            if evidence:
                direct.append(Evidence(**cited, reference=evidence, stood_on=stood))
            if reason:
                direct.append(DeviationReason(**cited, reason=reason))
        path = filled(issued(tmp_path_factory.mktemp("round")), cells)
        found = read_return(path, EMPTY)
        assert found.problems == ()
        assert read_return(path, EMPTY) == found
        ours, theirs = (EMPTY.with_entries(several).as_of(DAY) for several in (found.entries, direct))
        for commitment in {one.commitment for one in direct}:
            assert _shown(ours.task(commitment, UNIT)) == _shown(theirs.task(commitment, UNIT))


class TestValues:
    """A value shown in a cell and read back is the value."""

    @pytest.mark.parametrize(
        ("kind", "value"),
        [
            (FactKind.TRUTH, True),
            (FactKind.TRUTH, False),
            (FactKind.COUNT, 0),
            (FactKind.AMOUNT, 120),
            (FactKind.QUANTITY, -3),
            (FactKind.DATE, date(2021, 9, 30)),
            (FactKind.DATES, (date(2021, 8, 1), date(2021, 9, 30))),
            (FactKind.ITEMS, 74),
            (FactKind.ITEMS, ("甲项", "（一）乙、丙项")),
            (FactKind.ITEMS, ("乙、丙项",)),
            (FactKind.ITEMS, ("乙项，子类",)),
            (FactKind.ITEMS, ("12个月报表",)),
            (FactKind.ITEMS, ("乙项（子、丑）",)),
            (FactKind.CASES, ((date(2021, 8, 1), date(2021, 9, 3)), (date(2021, 9, 1), None))),
            (FactKind.PERIOD, QUARTER),
            (FactKind.DURATION, WorkingDays(9)),
            (FactKind.DURATION, CalendarDays(20)),
            (FactKind.TEXT, "文件（1）"),
        ],
    )
    @pytest.mark.parametrize("lang", ["zh", "en"])
    def test_it_comes_back(self, kind: FactKind, value: FactValue, lang: Any) -> None:
        read = read_value(shown_value(value, lang), Fact("fact", "事实", "fact", kind), None)
        if kind is FactKind.PERIOD:
            read = Interval(*read)  # type: ignore[misc]
        assert frozen_value(read, "fact") == frozen_value(value, "fact")


def test_the_ledger_is_not_changed_by_reading(tmp_path: Path) -> None:
    ledger = Ledger.from_plan(PLAN)
    read_return(filled(issued(tmp_path), {ITEMS: {"新值": 41}}), ledger)
    assert len(ledger) == 0


class TestWording:
    """What a form says beside its questions."""

    def test_a_day_the_text_does_not_fix_is_marked_as_inferred(self, tmp_path: Path) -> None:
        sheet = form_of(load_workbook(issued(tmp_path)))
        due, rows = columns_of(sheet)["完成期限"], rows_of(sheet)
        assert sheet.cell(rows[f"{UNIT}/m21.1/done"], due).value == "2021-12-31\n（推断）"
        assert sheet.cell(rows[ITEMS], due).value == datetime(2021, 12, 31)

    @pytest.mark.parametrize(
        ("lang", "heading", "told"),
        [("zh", "填报内容", "（填数字）"), ("en", "What to report", " (a number)")],
    )
    def test_a_question_for_a_number_without_a_unit_says_so(
        self, tmp_path: Path, lang: Any, heading: str, told: str
    ) -> None:
        book = load_workbook(issued(tmp_path, lang=lang))
        sheet = book.worksheets[1]
        at = [cell.value for cell in sheet[3]].index(heading)
        by_id = {row[-1].value: row[at].value for row in sheet.iter_rows(min_row=4)}
        assert str(by_id[f"{UNIT}/m23.1/before"]).endswith(told)
        assert told not in str(by_id[ITEMS])

    def test_the_unit_stands_beside_the_question(self, tmp_path: Path) -> None:
        sheet = form_of(load_workbook(issued(tmp_path)))
        assert str(sheet.cell(rows_of(sheet)[ITEMS], columns_of(sheet)["填报内容"]).value).endswith("（项）")
