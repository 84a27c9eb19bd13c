"""The ledger from the command line: made, filled, looked at, written out, verified."""

from __future__ import annotations

import datetime as dt
import sqlite3
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from wushan_plan import PLAN
from wushan_plan.cli import main
from wushan_plan.ledger import Completion, DeviationReason, Entry, ProgressReport, write_lines
from wushan_plan.model.facts import FactKind

DONE = Completion(
    commitment="m08.1",
    unit="urban-management",
    author="张三",
    at=dt.date(2021, 9, 1),
    done_on=dt.date(2021, 9, 1),
    evidence="巫城管〔2021〕1号",
)


@pytest.fixture
def ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write_lines([DONE], tmp_path / "entries.jsonl")
    assert main(["ledger", "init", "county.db"]) == 0
    assert main(["ledger", "import", "county.db", "entries.jsonl"]) == 0
    return tmp_path / "county.db"


def test_the_same_entries_twice_change_nothing(ledger: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["ledger", "import", "county.db", "entries.jsonl"]) == 0
    assert "新收0条，已有1条" in capsys.readouterr().out


def test_status_counts_the_colours_of_each_unit(ledger: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["ledger", "status", "county.db", "--as-of", "2021-10-08"]) == 0
    page = capsys.readouterr().out
    assert "县城管局" in page
    assert "领导小组" in page


def test_status_of_one_unit_lists_what_is_to_be_done(
    ledger: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert main(["ledger", "status", "county.db", "--as-of", "2021-12-28", "--unit", "县城管局"]) == 0
    assert "县城管局" in capsys.readouterr().out


def _take_in(entries: list[Entry], capsys: pytest.CaptureFixture[str]) -> None:
    write_lines(entries, Path("more.jsonl"))
    assert main(["ledger", "import", "county.db", "more.jsonl"]) == 0
    capsys.readouterr()


def test_status_lists_ten_red_tasks_of_all_units_and_counts_the_rest(
    ledger: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    undone = [
        one
        for one in PLAN.lead_unit("县市场监管局").commitments
        if one.modality.can_be_missed
        and any(fact.name == "done" and fact.kind is FactKind.TRUTH for fact in one.facts)
    ][:12]
    at = dt.date(2021, 12, 1)
    _take_in(
        [
            ProgressReport(
                commitment=one.id, unit=one.lead_units[0].id, author="李四", at=at, facts={"done": False}
            )
            for one in undone
        ],
        capsys,
    )
    assert main(["ledger", "status", "county.db", "--as-of", "2022-02-01"]) == 0
    page = capsys.readouterr().out
    assert "红 (12)" in page
    assert sum("未达标" in line and "（县市场监管局）" in line for line in page.splitlines()) == 10
    assert "……另有2项" in page


def test_a_space_stands_between_the_longest_status_and_the_summary(
    ledger: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    late = {"start": dt.date(2021, 8, 2), "end": dt.date(2021, 11, 30)}
    whose: dict[str, Any] = {
        "commitment": "procurement-contract",
        "unit": PLAN.commitment("procurement-contract").lead_units[0].id,
        "author": "王五",
        "at": dt.date(2021, 12, 1),
    }
    _take_in([ProgressReport(**whose, facts=late), DeviationReason(**whose, reason="疫情")], capsys)
    assert main(["ledger", "status", "county.db", "--as-of", "2022-02-01", "--unit", whose["unit"]]) == 0
    assert "有正当理由的偏离  " in capsys.readouterr().out


def test_an_unknown_unit_is_told_before_anything_is_shown(
    ledger: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert main(["ledger", "status", "county.db", "--as-of", "2022-02-01", "--unit", "县财政所"]) == 2
    shown = capsys.readouterr()
    assert not shown.out
    assert "您是不是要找：县财政局" in shown.err


def test_export_gives_the_entries_back(ledger: Path, tmp_path: Path) -> None:
    assert main(["ledger", "export", "county.db", "--out", "out.jsonl"]) == 0
    assert (tmp_path / "out.jsonl").read_text("utf-8") == (tmp_path / "entries.jsonl").read_text("utf-8")


def test_verify_finds_the_chain_intact(ledger: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["ledger", "verify", "county.db"]) == 0
    assert "链完整" in capsys.readouterr().out


def test_a_second_init_is_refused(ledger: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ledger", "init", "county.db"]) == 2
    assert "台账" in capsys.readouterr().err


def test_entries_in_another_form_are_refused(ledger: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ledger", "import", "county.db", "entries.docx"]) == 2
    assert "只收" in capsys.readouterr().err


def test_a_table_of_cases_is_sent_to_its_own_command(
    ledger: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "办件.csv").write_text("受理日期,通水日期\n2021-09-01,2021-09-06\n", "utf-8")
    assert main(["ledger", "import", "county.db", "办件.csv"]) == 2
    assert "wushan-plan ledger cases" in capsys.readouterr().err


def test_a_workbook_that_is_no_form_is_sent_to_the_command_for_cases(
    ledger: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].append(["受理日期", "通水日期"])
    book.save(tmp_path / "办件.xlsx")
    assert main(["ledger", "import", "county.db", "办件.xlsx"]) == 2
    assert "ledger cases" in capsys.readouterr().err


def test_several_files_end_with_one_head(ledger: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["ledger", "import", "county.db", "entries.jsonl", "entries.jsonl"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.startswith("链头 1:") for line in lines] == [False, False, True]


def test_a_form_sent_for_a_period_asks_for_figures_of_it(ledger: Path, tmp_path: Path) -> None:
    command = ["ledger", "send", "county.db", "--as-of", "2021-09-30", "--out", ".", "--unit", "县财政局"]
    assert main([*command, "--period", "2021-07-01", "2021-09-30"]) == 0
    form = openpyxl.load_workbook(tmp_path / "县财政局.xlsx")["填报表"]
    assert "口径" in [cell.value for cell in form[3]]


def test_an_edited_ledger_is_told(ledger: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with sqlite3.connect(ledger) as connection:
        triggers = connection.execute("select name from sqlite_master where type = 'trigger'").fetchall()
        for (name,) in triggers:
            connection.execute(f'drop trigger "{name}"')
        table = connection.execute(
            "select name from sqlite_master where type = 'table' and name like '%entr%'"
        ).fetchone()[0]
        connection.execute(f"update \"{table}\" set author = '李四'")
    connection.close()
    assert main(["ledger", "verify", "county.db"]) == 2


def test_forms_go_out_and_come_back(ledger: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ledger", "send", "county.db", "--as-of", "2021-09-30", "--out", "forms"]) == 0
    forms = sorted((tmp_path / "forms").glob("*.xlsx"))
    assert len(forms) == 18  # 17 lead units and the leading group
    capsys.readouterr()
    assert main(["ledger", "import", "county.db", str(forms[0])]) == 0
    assert "表里没有填写" in capsys.readouterr().out


@pytest.mark.parametrize("ending", [".html", ".md", ".xlsx"])
def test_the_report_is_written_in_the_format_of_the_name(ledger: Path, tmp_path: Path, ending: str) -> None:
    command = ["ledger", "report", "county.db", "--as-of", "2021-10-08", "--since", "2021-09-01"]
    assert main([*command, "--out", f"report{ending}"]) == 0
    assert (tmp_path / f"report{ending}").stat().st_size > 2000


def test_the_report_is_shown_without_a_file(ledger: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["ledger", "report", "county.db", "--as-of", "2021-10-08"]) == 0
    assert "县城管局" in capsys.readouterr().out
