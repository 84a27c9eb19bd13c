"""Entries written after the day asked about are left out, and whoever looks is told (晚于基准日的记录)."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import openpyxl
import pytest

from tests.ledger.filling import ITEMS, filled
from wushan_plan.cli import main

LATER = "另有1条记录的填报日期晚于2021年10月31日（周日），未计入；要计入请用--as-of 2021-11-02。"
LATER_EN = (
    "1 more entry was written after Sun 31 October 2021 and left out; to count it, use --as-of 2021-11-02."
)


def ask(action: str, *more: str) -> int:
    return main(["ledger", action, "台账.db", *more])


@pytest.fixture
def taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> str:
    """What the import of a form of 31 October said that was filled in on 2 November."""
    monkeypatch.chdir(tmp_path)
    assert ask("init") == 0
    assert ask("send", "--as-of", "2021-10-31", "--out", ".", "--unit", "县政务服务管理办公室") == 0
    form = filled(Path("县政务服务管理办公室.xlsx"), {ITEMS: {"新值": 41}}, at=dt.date(2021, 11, 2))
    capsys.readouterr()
    assert ask("import", str(form)) == 0
    return capsys.readouterr().out


def test_import_says_from_which_day_a_form_counts(taken: str) -> None:
    assert "1条记录的填报日期晚于统计截止日2021-10-31；看台账、出报告请用--as-of 2021-11-02" in taken


@pytest.mark.parametrize(("lang", "told"), [("zh", LATER), ("en", LATER_EN)])
@pytest.mark.parametrize("action", ["status", "report"])
def test_what_is_left_out_is_counted(
    taken: str, capsys: pytest.CaptureFixture[str], action: str, lang: str, told: str
) -> None:
    assert ask(action, "--as-of", "2021-10-31", "--lang", lang) == 0
    page = capsys.readouterr().out.replace("\\", "")
    assert page.count(told) == 1


@pytest.mark.parametrize("action", ["status", "report"])
def test_as_of_the_day_named_nothing_is_left_out(
    taken: str, capsys: pytest.CaptureFixture[str], action: str
) -> None:
    assert ask(action, "--as-of", "2021-11-02") == 0
    assert "未计入" not in capsys.readouterr().out


@pytest.mark.parametrize("ending", [".html", ".md"])
def test_a_page_says_it_too(taken: str, capsys: pytest.CaptureFixture[str], ending: str) -> None:
    assert ask("report", "--as-of", "2021-10-31", "--out", f"r{ending}") == 0
    assert LATER in Path(f"r{ending}").read_text("utf-8").replace("\\", "")
    assert LATER in capsys.readouterr().out


def test_a_workbook_says_it_on_its_first_sheet(taken: str) -> None:
    assert ask("report", "--as-of", "2021-10-31", "--out", "r.xlsx") == 0
    front = openpyxl.load_workbook("r.xlsx").worksheets[0]
    assert LATER in [cell.value for row in front.iter_rows() for cell in row]


def test_a_form_sent_as_of_an_earlier_day_says_what_it_does_not_show(
    taken: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ask("send", "--as-of", "2021-10-31", "--out", ".", "--unit", "县政务服务管理办公室") == 0
    assert LATER in capsys.readouterr().out


def test_a_form_dated_on_its_cut_off_day_says_nothing_of_it(
    taken: str, capsys: pytest.CaptureFixture[str]
) -> None:
    form = filled(Path("县政务服务管理办公室.xlsx"), {ITEMS: {"新值": 41}}, author="李四")
    assert ask("import", str(form)) == 0
    assert "晚于" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("zh", "另有2条记录的填报日期晚于2021年10月31日（周日），未计入；要计入请用--as-of 2021-11-03。"),
        (
            "en",
            "2 more entries were written after Sun 31 October 2021 and left out; "
            "to count them, use --as-of 2021-11-03.",
        ),
    ],
)
def test_of_several_the_last_day_is_named(
    taken: str, capsys: pytest.CaptureFixture[str], lang: str, told: str
) -> None:
    form = Path("县政务服务管理办公室.xlsx")
    again = filled(form, {ITEMS: {"新值": 44}}, at=dt.date(2021, 11, 3), name="again.xlsx")
    assert ask("import", str(again)) == 0
    capsys.readouterr()
    assert ask("status", "--as-of", "2021-10-31", "--lang", lang) == 0
    assert told in capsys.readouterr().out
