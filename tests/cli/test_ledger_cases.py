"""A table of cases becomes one entry of the ledger: judged as by ``evaluate``, and never counted twice."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from wushan_plan import PLAN, Interval, Status
from wushan_plan.cli import main
from wushan_plan.ledger import CaseReport, Ledger
from wushan_plan.ledger.storage import LedgerStore

HEAD = "编号,受理日期,通水日期\n"
GOOD = HEAD + "甲,2021-09-01,2021-09-06\n乙,2021-09-01,2021-09-29\n丙,2021-10-27,\n"
UNREAD = HEAD + "甲,2021-09-01,2021-09-06\n乙,21-9-1,2021-09-29\n"
MENDED = HEAD + "甲,2021-09-01,2021-09-06\n乙,2021-09-21,2021-09-29\n"
SOURCE = "办件台账"


@pytest.fixture(autouse=True)
def ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["ledger", "init", "台账.db"]) == 0
    capsys.readouterr()


def take(
    text: str, *more: str, file: str = "办件.csv", as_of: str = "2021-10-29", target: str = "6.1"
) -> int:
    Path(file).write_text(text, "utf-8")
    given = ["--target", target, "--unit", "鼎诚水务有限责任公司", "--author", "李四", "--as-of", as_of]
    return main(["ledger", "cases", "台账.db", file, *given, *more])


def book() -> Ledger:
    with LedgerStore.open("台账.db", PLAN) as store:
        return store.ledger()


def reports() -> Sequence[CaseReport]:
    return [one for one in book().entries if isinstance(one, CaseReport)]


def only() -> CaseReport:
    (report,) = reports()
    return report


def counted(day: date = date(2021, 10, 29)) -> int:
    """Cases that count on a day."""
    tally = book().as_of(day).task("water-connection").tally
    return 0 if tally is None else tally.cases


def test_the_cases_are_judged_and_summed_up() -> None:
    assert take(GOOD) == 0
    assert dict(only().tally.counts) == {"met": 1, "not-met": 1, "pending": 1}
    assert only().tally.total_elapsed == 3 + 20


def test_the_entry_says_who_when_of_which_day_and_which_file() -> None:
    assert take(GOOD, "--at", "2021-11-02") == 0
    report = only()
    assert (report.unit, report.author, report.source) == ("dingcheng-water", "李四", SOURCE)
    assert (report.at, report.stood_on) == (date(2021, 11, 2), date(2021, 10, 29))
    assert report.digest == hashlib.sha256(GOOD.encode()).hexdigest()


def test_without_a_day_of_writing_it_is_the_day_of_judgement() -> None:
    assert take(GOOD) == 0
    assert only().at == date(2021, 10, 29)


def test_the_page_shows_the_scorecard_and_how_the_task_stands(capsys: pytest.CaptureFixture[str]) -> None:
    assert take(GOOD) == 0
    page = capsys.readouterr().out
    assert "办件                     3" in page
    assert "办件3件（达标1，未达标1，未到期1）" in page
    assert "截至2021-10-29：m06.1 " in page
    assert page.count("取自列") == 2


def test_columns_can_be_named(capsys: pytest.CaptureFixture[str]) -> None:
    text = "收件,完工\n2021-09-01,2021-09-06\n"
    assert take(text, "--start", "收件", "--end", "完工") == 0
    assert only().tally.count(Status.MET) == 1


def test_rows_that_cannot_be_read_are_counted_and_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert take(UNREAD, "--id", "编号") == 0
    page = capsys.readouterr().out
    assert only().tally.count(Status.UNKNOWN) == 1
    assert "乙" in page
    assert "21-9-1" in page
    assert "1件无法判定，已按无法判定计入" in page


def test_a_readable_table_says_nothing_of_unread_rows(capsys: pytest.CaptureFixture[str]) -> None:
    assert take(GOOD) == 0
    assert "已按无法判定计入" not in capsys.readouterr().out


def test_the_same_file_again_changes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert take(GOOD) == take(GOOD) == 0
    assert len(reports()) == 1
    assert "没有重复收入" in capsys.readouterr().out


@pytest.mark.parametrize("more", [("--source", "另一张"), ("--period", "2021-09-01", "2021-09-30")])
def test_the_same_file_under_another_name_or_period_is_refused(
    capsys: pytest.CaptureFixture[str], more: tuple[str, ...]
) -> None:
    assert take(GOOD) == 0
    assert take(GOOD, *more, file="改了名.csv") == 2
    assert len(reports()) == 1
    assert "只计一次" in capsys.readouterr().err


def test_the_same_file_counts_under_another_name_once_it_is_withdrawn() -> None:
    assert take(GOOD) == 0
    told = ["--author", "李四", "--at", "2021-10-29", "--reason", "名称有误", "--withdraw"]
    assert main(["ledger", "correct", "台账.db", only().id[:8], *told]) == 0
    assert take(GOOD, "--source", "供水") == 0
    assert counted() == 3


def test_the_same_file_judged_on_a_later_day_replaces_the_earlier_tally() -> None:
    assert take(GOOD) == take(GOOD, as_of="2021-12-31") == 0
    tally = book().as_of(date(2021, 12, 31)).task("water-connection").tally
    assert tally is not None
    assert (tally.cases, tally.open_late) == (3, 1)


@pytest.mark.parametrize("period", [(), ("--period", "2021-09-01", "2021-09-30")], ids=["whole", "period"])
@pytest.mark.parametrize("texts", [(UNREAD, MENDED), (MENDED, UNREAD)], ids=["mended", "undone"])
def test_a_mended_table_of_the_same_day_replaces_the_one_before(
    texts: tuple[str, str], period: tuple[str, ...]
) -> None:
    for text in texts:
        assert take(text, *period) == 0
    tally = book().as_of(date(2021, 10, 29)).task("water-connection").tally
    assert tally is not None
    assert tally.count(Status.MET) == (2 if texts[-1] is MENDED else 1)
    assert tally.cases == 2


def test_a_table_that_replaced_another_is_still_known_when_it_comes_again() -> None:
    for text in (UNREAD, MENDED, MENDED):
        assert take(text) == 0
    assert len(reports()) == 2


def test_tables_of_several_periods_add_up() -> None:
    assert take(GOOD, "--period", "2021-09-01", "2021-09-30") == 0
    assert take(MENDED, "--period", "2021-10-01", "2021-10-29") == 0
    assert counted() == 5
    assert {one.period for one in reports()} == {
        Interval(date(2021, 9, 1), date(2021, 9, 30)),
        Interval(date(2021, 10, 1), date(2021, 10, 29)),
    }


def test_cases_that_ended_outside_the_period_are_counted(capsys: pytest.CaptureFixture[str]) -> None:
    assert take(GOOD, "--period", "2021-09-01", "2021-09-06") == 0
    assert "1件的办结日期不在统计期间内" in capsys.readouterr().out


def test_cases_that_ended_inside_the_period_are_not_remarked(capsys: pytest.CaptureFixture[str]) -> None:
    assert take(GOOD, "--period", "2021-09-06", "2021-09-29") == 0
    assert "不在统计期间内" not in capsys.readouterr().out


def test_tables_of_two_names_add_up() -> None:
    assert take(GOOD) == take(MENDED, "--source", "北片") == 0
    assert counted() == 5


def take_mean(text: str) -> int:
    Path("电.csv").write_text(text, "utf-8")
    unit = PLAN.commitment("power-10kv").lead_units[0].id
    given = ["--target", "power-10kv", "--unit", unit, "--author", "李四", "--as-of", "2021-10-29"]
    return main(["ledger", "cases", "台账.db", "电.csv", *given])


def test_a_mean_is_taken_in_with_its_sum() -> None:
    assert take_mean("受理日期,通电日期\n2021-08-02,2021-08-06\n2021-08-02,2021-08-09\n") == 0
    assert (only().tally.completed, only().tally.total_elapsed) == (2, 4 + 5)
    assert book().as_of(date(2021, 10, 29)).task("power-10kv").status is Status.MET


def test_a_mean_with_a_row_that_cannot_be_read_is_not_known(capsys: pytest.CaptureFixture[str]) -> None:
    assert take_mean("受理日期,通电日期\n2021-08-02,2021-08-06\n,2021-08-09\n") == 0
    assert "平均值因此不能判定" in capsys.readouterr().out
    assert book().as_of(date(2021, 10, 29)).task("power-10kv").status is Status.UNKNOWN


def test_a_day_of_writing_before_the_day_of_judgement_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert take(GOOD, "--at", "2021-10-28") == 2
    assert "填报日期早于判定基准日2021-10-29" in capsys.readouterr().err


def test_a_period_that_has_not_ended_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert take(GOOD, "--period", "2021-10-01", "2021-10-31") == 2
    assert "统计期间的末日晚于判定基准日2021-10-29" in capsys.readouterr().err


def test_a_unit_that_does_not_carry_the_task_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    Path("办件.csv").write_text(GOOD, "utf-8")
    given = ["--target", "6.1", "--unit", "县法院", "--author", "李四", "--as-of", "2021-10-29"]
    assert main(["ledger", "cases", "台账.db", "办件.csv", *given]) == 2
    assert "该单位不承担此事项" in capsys.readouterr().err
    assert not reports()


def test_a_table_without_cases_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert take(HEAD) == 2
    assert "一件办件也没有" in capsys.readouterr().err


def test_a_file_that_is_not_there_is_refused() -> None:
    given = ["--target", "6.1", "--unit", "县城管局", "--author", "李四", "--as-of", "2021-10-29"]
    assert main(["ledger", "cases", "台账.db", "没有.csv", *given]) == 2


def test_two_people_with_different_tables_of_one_period_are_in_conflict(
    capsys: pytest.CaptureFixture[str],
) -> None:
    period = ("--period", "2021-09-01", "2021-09-30")
    assert take(GOOD, *period) == 0
    assert take(MENDED, *period, "--author", "王五") == 0
    assert "无法判定（冲突）" in capsys.readouterr().out


class TestOptions:
    """What ``evaluate`` can be told of a file, ``ledger cases`` can be told as well."""

    def test_the_reason_of_a_deviation_has_a_column(self) -> None:
        Path("合同.csv").write_text("通知,签订,理由\n2021-08-02,2021-09-30,疫情\n", "utf-8")
        given = ["--target", "procurement-contract", "--unit", "县财政局", "--author", "李四"]
        columns = ["--start", "通知", "--end", "签订", "--fact", "excuse=理由"]
        assert (
            main(["ledger", "cases", "台账.db", "合同.csv", *given, *columns, "--as-of", "2021-10-29"]) == 0
        )
        assert dict(only().tally.counts) == {"excused": 1}

    def test_a_pair_that_is_none_is_refused(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert take(GOOD, "--fact", "理由") == 2
        assert "写 事实=列名" in capsys.readouterr().err

    def test_the_sheet_can_be_named(self) -> None:
        book = openpyxl.Workbook()
        for name, end in (("一季度", "2021-09-06"), ("二季度", "2021-10-20")):
            sheet = book.create_sheet(name)
            sheet.append(["受理日期", "通水日期"])
            sheet.append(["2021-09-01", end])
        book.save("办件.xlsx")
        given = ["--target", "6.1", "--unit", "县城管局", "--author", "李四", "--as-of", "2021-10-29"]
        assert main(["ledger", "cases", "台账.db", "办件.xlsx", *given]) == 2
        assert main(["ledger", "cases", "台账.db", "办件.xlsx", *given, "--sheet", "二季度"]) == 0
        assert dict(only().tally.counts) == {"not-met": 1}

    @pytest.mark.parametrize(("dates", "elapsed"), [("shanghai", 4), ("written", 3)])
    def test_times_with_an_offset_are_converted_unless_told_otherwise(self, dates: str, elapsed: int) -> None:
        text = "受理日期,通水日期\n2021-09-01,2021-09-06T20:00:00+00:00\n"
        assert take(text, "--dates", dates) == 0
        assert only().tally.total_elapsed == elapsed

    def test_serial_numbers_are_read_where_their_system_is_named(self) -> None:
        assert take("受理日期,通水日期\n44440,44445\n", "--serials", "1900") == 0
        assert only().tally.total_elapsed == 3

    def test_a_day_past_the_last_notice_can_be_the_day_of_judgement(self) -> None:
        text = "受理日期,通水日期\n2027-03-01,2027-03-08\n"
        assert take(text, as_of="2027-04-01") == 2
        assert take(text, "--provisional", as_of="2027-04-01") == 0
        assert dict(only().tally.counts) == {"met": 1}
