"""Entries are shown with their ids; by them conflicts are settled, entries corrected, tasks reassigned."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from wushan_plan import PLAN, Interval, Status
from wushan_plan.cli import main
from wushan_plan.ledger import (
    CaseReport,
    Comment,
    Completion,
    Correction,
    Entry,
    Ledger,
    ProgressReport,
    Tally,
    TaskState,
    write_lines,
)
from wushan_plan.ledger.reports import report, tables
from wushan_plan.ledger.storage import LedgerStore

OCTOBER, NOVEMBER = date(2021, 10, 31), date(2021, 11, 2)
TARGET = "cross-province-services"
CITED: dict[str, Any] = {"commitment": TARGET, "unit": "government-services-office", "at": OCTOBER}
OURS = ProgressReport(**CITED, author="王科长", facts={"items": 60})
THEIRS = ProgressReport(**CITED, author="李主任", facts={"items": 66})
QUARTER, MONTH = Interval(date(2021, 7, 1), date(2021, 9, 30)), Interval(date(2021, 9, 1), date(2021, 10, 31))
SAID = ("--author", "督查室", "--reason", "以截图为准")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def holding(*entries: Entry) -> None:
    """A ledger that holds these entries."""
    write_lines(entries, "记录.jsonl")
    assert main(["ledger", "init", "台账.db"]) == 0
    assert main(["ledger", "import", "台账.db", "记录.jsonl"]) == 0


def do(action: str, *more: str, at: str = "2021-11-02") -> int:
    return main(["ledger", action, "台账.db", *more, *SAID, "--at", at])


def show(capsys: pytest.CaptureFixture[str], *more: str, as_of: str = "2021-11-02") -> str:
    capsys.readouterr()
    assert main(["ledger", "show", "台账.db", "--as-of", as_of, *more]) == 0
    return capsys.readouterr().out


def book() -> Ledger:
    with LedgerStore.open("台账.db", PLAN) as store:
        return store.ledger()


def last() -> Entry:
    return book().entries[-1]


def task(commitment: str = TARGET, unit: str | None = None) -> TaskState:
    return book().as_of(NOVEMBER).task(commitment, unit)


def refused(capsys: pytest.CaptureFixture[str], words: str) -> None:
    """The error says so in Chinese, and the ledger has no entry more."""
    assert words in capsys.readouterr().err


class TestShow:
    def test_a_conflict_is_listed_with_the_ids_of_its_parties(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        holding(OURS, THEIRS)
        page = show(capsys)
        assert f"{OURS.id[:8]}  王科长：60  2021-10-31" in page
        assert f"{THEIRS.id[:8]}  李主任：66  2021-10-31" in page
        assert "已可跨省通办的高频事项数" in page

    def test_the_entries_of_a_commitment_are_listed_with_ids(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        holding(OURS)
        page = show(capsys, "--target", "m22.1")
        assert f"{OURS.id[:8]}  2021-10-31  进展填报  王科长：已可跨省通办的高频事项数：60" in page

    def test_without_target_and_unit_entries_in_order_are_left_out(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        holding(OURS)
        page = show(capsys)
        assert OURS.id[:8] not in page
        assert "没有待裁定的冲突，也没有不计入的记录" in page

    @pytest.mark.parametrize(("unit", "there"), [("县政务服务管理办公室", True), ("县法院", False)])
    def test_a_unit_sees_the_entries_on_its_tasks(
        self, capsys: pytest.CaptureFixture[str], unit: str, there: bool
    ) -> None:
        holding(OURS)
        assert (OURS.id[:8] in show(capsys, "--unit", unit)) is there

    def test_entries_written_later_are_not_shown(self, capsys: pytest.CaptureFixture[str]) -> None:
        holding(OURS)
        assert "没有记录" in show(capsys, "--target", TARGET, as_of="2021-10-30")

    def test_what_became_of_an_entry_is_said(self, capsys: pytest.CaptureFixture[str]) -> None:
        cited = {**CITED, "at": NOVEMBER, "author": "督查室", "reason": "误填"}
        holding(
            OURS,
            THEIRS,
            Correction(**cited, corrects=OURS.id, facts={"items": 41}),
            Correction(**cited, corrects=THEIRS.id, withdraws=True),
        )
        lines = show(capsys, "--target", TARGET).splitlines()
        assert [line.endswith("（已更正）") for line in lines if OURS.id[:8] in line] == [True]
        assert [line.endswith("（已撤销）") for line in lines if THEIRS.id[:8] in line] == [True]

    def test_an_entry_that_does_not_count_is_listed_with_its_id(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        stray = ProgressReport(**{**CITED, "unit": "finance"}, author="王科长", facts={"items": 60})
        holding(stray)
        assert f"{stray.id[:8]}  m22.1  该单位不承担此事项，记录不计入" in show(capsys)

    def test_it_speaks_english_when_asked(self, capsys: pytest.CaptureFixture[str]) -> None:
        holding(OURS, THEIRS)
        page = show(capsys, "--lang", "en")
        assert "conflict" in page
        assert "：" not in page

    def test_the_report_prints_the_same_ids(self) -> None:
        holding(OURS, THEIRS)
        (conflicts,) = [one for one in tables(report(book(), NOVEMBER)) if one.id == "conflicts"]
        shown = str(conflicts.rows[0][-1]).split("；")
        assert sorted(shown) == sorted([OURS.id[:8], THEIRS.id[:8]])

    def test_status_says_that_there_is_something_to_settle(self, capsys: pytest.CaptureFixture[str]) -> None:
        holding(OURS, THEIRS)
        capsys.readouterr()
        assert main(["ledger", "status", "台账.db", "--as-of", "2021-11-02"]) == 0
        assert "有1处填报冲突待裁定：用 wushan-plan ledger show 查看记录号" in capsys.readouterr().out

    def test_status_of_a_unit_without_conflicts_says_nothing_of_them(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        holding(OURS, THEIRS)
        capsys.readouterr()
        assert main(["ledger", "status", "台账.db", "--as-of", "2021-11-02", "--unit", "县法院"]) == 0
        assert "冲突" not in capsys.readouterr().out


class TestSettle:
    def test_the_party_named_is_right(self) -> None:
        holding(OURS, THEIRS)
        assert do("settle", THEIRS.id) == 0
        assert task().facts == (("items", 66),)
        assert not task().conflicts

    def test_another_value_can_be_right(self) -> None:
        holding(OURS, THEIRS)
        assert do("settle", THEIRS.id, "--value", "64项") == 0
        assert task().facts == (("items", 64),)

    def test_it_says_who_decided_when_and_why(self, capsys: pytest.CaptureFixture[str]) -> None:
        holding(OURS, THEIRS)
        assert do("settle", OURS.id) == 0
        entry = last()
        assert isinstance(entry, ProgressReport)
        assert (entry.author, entry.at, entry.note) == ("督查室", NOVEMBER, "以截图为准")
        assert set(entry.settles) == {OURS.id, THEIRS.id}
        assert "截至2021-11-02：m22.1 " in capsys.readouterr().out

    def test_figures_for_a_period_stay_figures_for_it(self) -> None:
        both = [
            ProgressReport(**CITED, author=author, period=QUARTER, facts={"items": number})
            for author, number in (("王科长", 20), ("李主任", 30))
        ]
        holding(*both)
        assert do("settle", both[1].id) == 0
        entry = last()
        assert isinstance(entry, ProgressReport)
        assert entry.period == QUARTER
        assert task().facts == (("items", 30),)

    def test_another_value_for_overlapping_periods_is_for_all_their_days(self) -> None:
        both = [
            ProgressReport(**CITED, author="王科长", period=period, facts={"items": 20})
            for period in (QUARTER, MONTH)
        ]
        holding(*both)
        assert do("settle", both[0].id, "--value", "35") == 0
        entry = last()
        assert isinstance(entry, ProgressReport)
        assert entry.period == Interval(QUARTER.first, MONTH.last)
        assert task().facts == (("items", 35),)

    def test_another_value_for_a_figure_and_a_period_stands_on_the_last_day(self) -> None:
        stood = ProgressReport(**CITED, author="王科长", stood_on=date(2021, 9, 15), facts={"items": 20})
        flow = ProgressReport(**CITED, author="王科长", period=MONTH, facts={"items": 20})
        holding(stood, flow)
        assert do("settle", stood.id, "--value", "33") == 0
        entry = last()
        assert isinstance(entry, ProgressReport)
        assert (entry.period, entry.stood_on) == (None, MONTH.last)
        assert task().facts == (("items", 33),)

    def test_of_two_tables_the_one_named_counts(self) -> None:
        both = [
            CaseReport(
                commitment="water-connection",
                unit="dingcheng-water",
                author=author,
                at=OCTOBER,
                tally=Tally(counts={Status.MET: number}),
                source="供水台账",
                period=MONTH,
                digest=author,
            )
            for author, number in (("王科长", 20), ("李主任", 30))
        ]
        holding(*both)
        assert do("settle", both[1].id) == 0
        tally = task("water-connection").tally
        assert tally is not None
        assert tally.cases == 30

    def test_no_other_value_can_stand_for_a_table(self, capsys: pytest.CaptureFixture[str]) -> None:
        cited = {"commitment": "water-connection", "unit": "dingcheng-water", "at": OCTOBER, "source": "台账"}
        both = [
            CaseReport(**cited, author=author, tally=Tally(counts={Status.MET: number}))  # type: ignore[arg-type]
            for author, number in (("王科长", 20), ("李主任", 30))
        ]
        holding(*both)
        assert do("settle", both[1].id, "--value", "25") == 2
        refused(capsys, "办件表的冲突只能以其中一张为准")

    def test_what_is_in_no_conflict_is_refused(self, capsys: pytest.CaptureFixture[str]) -> None:
        holding(OURS)
        assert do("settle", OURS.id) == 2
        refused(capsys, "这条记录没有待裁定的冲突")

    def test_a_day_before_the_reports_is_refused(self, capsys: pytest.CaptureFixture[str]) -> None:
        holding(OURS, THEIRS)
        assert do("settle", OURS.id, at="2021-10-30") == 2
        refused(capsys, "裁定日期早于所裁定的记录（2021-10-31）")

    def test_of_several_conflicts_the_fact_is_named(self, capsys: pytest.CaptureFixture[str]) -> None:
        names = {fact.name: fact for fact in PLAN.commitment("sichuan-chongqing-services").facts}
        cited = {**CITED, "commitment": "sichuan-chongqing-services"}
        ours = ProgressReport(**cited, author="王科长", facts={"universe": 10, "covered": 5})
        theirs = ProgressReport(**cited, author="李主任", facts={"universe": 12, "covered": 6})
        holding(ours, theirs)
        assert do("settle", ours.id) == 2
        refused(capsys, f"请用--fact写明哪项事实：{ours.id[:8]}；您是不是要找：")
        assert do("settle", ours.id, "--fact", "随便") == 2
        refused(capsys, "没有关于这项事实的冲突")
        assert do("settle", ours.id, "--fact", names["covered"].zh) == 0
        assert do("settle", theirs.id, "--fact", "universe") == 0
        assert dict(task("sichuan-chongqing-services").facts) == {"universe": 12, "covered": 5}


class TestIds:
    def test_a_beginning_that_is_one_entrys_alone_names_it(self) -> None:
        holding(OURS, THEIRS)
        assert do("settle", OURS.id[:4].upper()) == 0
        assert task().facts == (("items", 60),)

    @pytest.mark.parametrize("cut", [lambda: OURS.id[:3], lambda: ""], ids=["short", "empty"])
    def test_a_beginning_too_short_is_refused(
        self, capsys: pytest.CaptureFixture[str], cut: Callable[[], str]
    ) -> None:
        holding(OURS, THEIRS)
        assert do("settle", cut()) == 2
        assert "错误" in capsys.readouterr().err
        assert len(book()) == 2

    def test_what_to_write_instead_is_offered(self, capsys: pytest.CaptureFixture[str]) -> None:
        holding(OURS, THEIRS)
        assert do("settle", OURS.id[:3]) == 2
        refused(
            capsys,
            f"有1条记录的记录号以此开头（至少写4位），请多写几位：{OURS.id[:3]}；您是不是要找：{OURS.id[:7]}",
        )

    def test_an_id_of_no_entry_is_refused(self, capsys: pytest.CaptureFixture[str]) -> None:
        holding(OURS, THEIRS)
        assert do("correct", "zzzz", "--withdraw") == 2
        refused(capsys, "台账里没有这个记录号，可用 wushan-plan ledger show 查看：zzzz")


class TestCorrect:
    def test_the_only_fact_of_an_entry_needs_no_name(self) -> None:
        holding(OURS)
        assert do("correct", OURS.id, "--value", "41") == 0
        assert task().facts == (("items", 41),)

    @pytest.mark.parametrize("name", ["items", "已可跨省通办的高频事项数"])
    def test_a_fact_is_named_by_its_label_or_its_name(self, name: str) -> None:
        holding(OURS)
        assert do("correct", OURS.id, "--fact", name, "--value", "41") == 0
        assert task().facts == (("items", 41),)

    def test_an_empty_value_strikes_the_fact(self) -> None:
        holding(OURS)
        assert do("correct", OURS.id, "--value", "") == 0
        assert task().facts == ()

    def test_an_entry_can_be_withdrawn(self) -> None:
        holding(OURS, THEIRS)
        assert do("correct", OURS.id, "--withdraw") == 0
        assert task().facts == (("items", 66),)

    def test_it_says_who_corrects_when_and_why(self) -> None:
        holding(OURS)
        assert do("correct", OURS.id, "--value", "41") == 0
        entry = last()
        assert isinstance(entry, Correction)
        assert (entry.author, entry.at, entry.reason) == ("督查室", NOVEMBER, "以截图为准")

    def test_a_day_of_completion_can_be_put_right(self) -> None:
        done = Completion(
            commitment="m21.1", unit=CITED["unit"], author="王", at=OCTOBER, done_on=date(2021, 10, 3)
        )
        holding(done)
        assert do("correct", done.id, "--value", "2021-10-13") == 0
        assert task("m21.1", CITED["unit"]).completed_on == date(2021, 10, 13)

    def test_a_correction_can_be_corrected(self) -> None:
        holding(OURS)
        assert do("correct", OURS.id, "--value", "41") == 0
        assert do("correct", last().id, "--value", "42", at="2021-11-02") == 0
        assert task().facts == (("items", 42),)

    def test_two_corrections_of_one_day_have_no_last_word_and_are_refused(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        holding(OURS)
        assert do("correct", OURS.id, "--value", "41") == 0
        first = last()
        assert do("correct", OURS.id, "--value", "42") == 2
        refused(capsys, f"这条记录在2021-11-02已有更正（记录{first.id[:8]}）")
        assert do("correct", OURS.id, "--withdraw") == 2
        assert do("correct", OURS.id, "--value", "42", at="2021-11-01") == 2
        assert do("correct", OURS.id, "--value", "42", at="2021-11-03") == 0

    def test_what_was_settled_is_put_right_in_the_decision(self, capsys: pytest.CaptureFixture[str]) -> None:
        holding(OURS, THEIRS)
        assert do("settle", OURS.id) == 0
        decision = last()
        assert do("correct", OURS.id, "--value", "41", at="2021-11-03") == 2
        refused(capsys, f"这项已由记录{decision.id[:8]}裁定，更正这条不起作用；请更正{decision.id[:8]}")
        assert do("correct", decision.id, "--value", "41") == 0
        assert task().facts == (("items", 41),)

    def test_until_a_later_decision_a_correction_counts(self) -> None:
        holding(OURS, THEIRS)
        assert do("settle", OURS.id, at="2021-11-03") == 0
        assert do("correct", OURS.id, "--value", "66", at="2021-11-02") == 0
        assert task().facts == (("items", 66),)

    def test_a_decision_that_was_withdrawn_stands_in_no_way(self) -> None:
        holding(OURS, THEIRS)
        assert do("settle", OURS.id) == 0
        assert do("correct", last().id, "--withdraw") == 0
        assert do("correct", OURS.id, "--value", "66", at="2021-11-03") == 0
        assert book().as_of(date(2021, 11, 3)).task(TARGET).facts == (("items", 66),)

    def test_the_same_correction_twice_changes_nothing(self, capsys: pytest.CaptureFixture[str]) -> None:
        holding(OURS)
        assert do("correct", OURS.id, "--value", "41") == do("correct", OURS.id, "--value", "41") == 0
        assert len(book()) == 2
        assert "没有重复收入" in capsys.readouterr().out

    @pytest.mark.parametrize("more", [(), ("--value", "41", "--withdraw")], ids=["neither", "both"])
    def test_a_value_or_a_withdrawal_is_given(
        self, capsys: pytest.CaptureFixture[str], more: tuple[str, ...]
    ) -> None:
        holding(OURS)
        assert do("correct", OURS.id, *more) == 2
        refused(capsys, "二者择一")

    def test_a_value_that_cannot_be_read_is_refused(self, capsys: pytest.CaptureFixture[str]) -> None:
        holding(OURS)
        assert do("correct", OURS.id, "--value", "六十") == 2
        refused(capsys, "六十")

    def test_a_day_before_the_entry_is_refused(self, capsys: pytest.CaptureFixture[str]) -> None:
        holding(OURS)
        assert do("correct", OURS.id, "--value", "41", at="2021-10-30") == 2
        refused(capsys, "更正日期早于所更正的记录（2021-10-31）")

    def test_an_unknown_fact_is_refused_with_those_there_are(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        holding(OURS)
        assert do("correct", OURS.id, "--fact", "件数", "--value", "41") == 2
        refused(capsys, "没有这项事实：件数；您是不是要找：已可跨省通办的高频事项数")

    def test_of_several_facts_one_is_named(self, capsys: pytest.CaptureFixture[str]) -> None:
        cited = {**CITED, "commitment": "sichuan-chongqing-services"}
        several = ProgressReport(**cited, author="王科长", facts={"universe": 10, "covered": 5})
        holding(several)
        assert do("correct", several.id, "--value", "4") == 2
        refused(capsys, "这条记录有几项事实，请用--fact写明更正哪一项")

    def test_what_states_no_fact_can_only_be_withdrawn(self, capsys: pytest.CaptureFixture[str]) -> None:
        comment = Comment(**CITED, author="王科长", text="备查")
        holding(comment)
        assert do("correct", comment.id, "--value", "4") == 2
        refused(capsys, "请用--withdraw撤销后重新填报")
        assert do("correct", comment.id, "--withdraw") == 0


class TestReassign:
    def test_the_task_passes_on(self, capsys: pytest.CaptureFixture[str]) -> None:
        holding()
        given = ("--target", TARGET, "--unit", "县政务服务管理办公室", "--to", "县财政局")
        assert do("reassign", *given) == 0
        assert task().holders == ("finance", "government-services-centre")
        assert "县财政局" in capsys.readouterr().out

    def test_a_task_of_each_unit_passes_on_alone(self) -> None:
        (first, *_) = [
            one for one in Ledger.from_plan(PLAN).tasks_of("finance") if one.sharing.value == "each"
        ]
        number = first.commitment.number
        holding()
        assert do("reassign", "--target", number, "--unit", "县财政局", "--to", "领导小组") == 0
        assert task(number, "finance").holders == ("leading-group",)
        assert task(number, "court").holders == ("court",)
        assert (
            do("reassign", "--target", number, "--unit", "县财政局", "--to", "县法院", at="2021-11-03") == 0
        )
        assert book().as_of(date(2021, 11, 3)).task(number, "finance").holders == ("court",)

    def test_a_unit_without_a_task_of_its_own_has_none_to_pass_on(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (first, *_) = [
            one for one in Ledger.from_plan(PLAN).tasks_of("finance") if one.sharing.value == "each"
        ]
        holding()
        given = ("--target", first.commitment.number, "--unit", "领导小组", "--to", "县法院")
        assert do("reassign", *given) == 2
        refused(capsys, "不是这个单位：领导小组")

    @pytest.mark.parametrize(
        ("unit", "to", "words"),
        [
            ("县法院", "县财政局", "的责任单位是县政务服务管理办公室、县政务服务中心，不是这个单位：县法院"),
            ("县政务服务管理办公室", "县政务服务中心", "不必改派：县政务服务中心"),
            ("县政务服务管理办公室", "县政务服务管理办公室", "不必改派：县政务服务管理办公室"),
            ("县政务服务管理办公室", "县大数据局", "单位不识：县大数据局"),
        ],
    )
    def test_what_does_not_fit_is_refused(
        self, capsys: pytest.CaptureFixture[str], unit: str, to: str, words: str
    ) -> None:
        holding()
        assert do("reassign", "--target", TARGET, "--unit", unit, "--to", to) == 2
        refused(capsys, words)
        assert len(book()) == 0

    def test_a_task_passes_on_once(self, capsys: pytest.CaptureFixture[str]) -> None:
        holding()
        given = ("--target", TARGET, "--unit", "县政务服务管理办公室", "--to")
        assert do("reassign", *given, "县财政局") == 0
        assert do("reassign", *given, "县法院") == 2
        refused(capsys, "不是这个单位")


@pytest.mark.parametrize("option", ["--author", "--reason"])
def test_nobody_decides_without_a_name_and_a_reason(capsys: pytest.CaptureFixture[str], option: str) -> None:
    holding(OURS)
    assert do("correct", OURS.id, "--withdraw", option, " ") == 2
    assert f"参数{option}：不能空着" in capsys.readouterr().err
