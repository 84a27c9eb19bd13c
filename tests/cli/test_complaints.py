"""Errors in Chinese are Chinese: what a person at the command line meets, and what to do about it."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path

import pytest

from wushan_plan.cli import main
from wushan_plan.cli.complaints import complaints
from wushan_plan.errors import CaseFileError, LedgerStoreError, MissingExtraError

_ENGLISH = re.compile(r"[A-Za-z]{3,} [A-Za-z]{2,} [A-Za-z]{2,}")


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["deadline", "water-connection"], "错误：请给出起算日期（受理之日）"),
        (
            ["deadline", "water-connection", "2021-09-24", "--suspended", "2021-09-28", "2021-09-27"],
            "错误：中止期间的末日早于首日，请先写首日、后写末日：2021-09-28、2021-09-27",
        ),
        (
            ["deadline", "water-connection", "2021-09-24", "--suspended", "2021-09-28"],
            "错误：参数--suspended后面要有2个值",
        ),
        (
            ["deadline", "water-connection", "2026-12-24"],
            "错误：日历只覆盖2004-01-01至2026-12-31（放假通知公布到此为止），求不出2026-12-24之后第9个工作日",
        ),
        (
            ["deadline", "sichuan-chongqing-services", "2021-01-01"],
            "错误：这项承诺有固定日期（2021-10-31），不要给起算日期或中止期间：2021-01-01",
        ),
        (["verify", "没有.txt"], "错误：没有这个文件，请核对文件名和路径：没有.txt"),
        (["check", "没有.txt"], "错误：没有这个文件，请核对文件名和路径：没有.txt"),
        (["calendar", "--check", "没有.toml"], "错误：没有这个文件或文件夹：没有.toml"),
        (["export", "--out", "无此文件夹/plan.csv"], "错误：没有这个文件夹，请先建立：无此文件夹"),
        (["show", "m22.4"], "错误：没有这样的措施"),
        (["plan", "--plan", "wushan"], "错误：没有以此编号登记的方案"),
        (["calendar", "2021", "--as"], "错误：参数--as-known-on后面要有一个值"),
    ],
    ids=lambda one: " ".join(one) if isinstance(one, list) else "",
)
def test_an_error_in_chinese_is_chinese(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    error = capsys.readouterr().err
    assert said in error
    assert _ENGLISH.search(error) is None


def test_a_workbook_is_no_text_and_what_to_do_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    Path("plan.xlsx").write_bytes(b"PK\x03\x04\x00\x01\xff")
    assert main(["verify", "plan.xlsx"]) == 2
    error = capsys.readouterr().err
    assert "另存为纯文本（.txt）：plan.xlsx" in error
    assert _ENGLISH.search(error) is None


def test_an_error_in_english_stays_english(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", "none.txt", "--lang", "en"]) == 2
    assert capsys.readouterr().err == (
        "error: text: 'none.txt': there is no file of this name. "
        "Give the path of a file that holds the text, or the text itself.\n"
    )


def test_the_help_is_chinese_to_its_last_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    page = capsys.readouterr().out
    assert "显示版本号" in page
    assert _ENGLISH.search(page) is None


def test_a_ledger_that_is_there_already_is_to_be_used() -> None:
    error = LedgerStoreError(
        value="a.db",
        rule="there is a ledger already.",
        where="LedgerStore",
        remedy="Open it.",
        zh="台账已存在",
    )
    first, second = complaints(error, "zh")
    assert first == "错误：台账已存在：a.db"
    assert "直接使用即可" in second


def test_a_ledger_is_named_instead_of_what_the_database_says() -> None:
    said = sqlite3.OperationalError("unable to open database file")
    error = LedgerStoreError(value=str(said), rule="no.", where="a.db", remedy="Try.", zh="台账打不开")
    first, second = complaints(error, "zh")
    assert first == "错误：台账打不开：a.db"
    assert "ledger init" in second


def test_an_error_without_chinese_is_told_in_english() -> None:
    error = CaseFileError(value=1, rule="It is not.", where="here", remedy="Mend it.")
    assert complaints(error, "zh") == ["错误：here: 1: It is not. Mend it."]


@pytest.mark.parametrize(
    ("where", "place"),
    [
        ("a.csv, line 3", "a.csv 第3行："),
        ("a.xlsx, 表1, row 7", "a.xlsx 工作表表1 第7行："),
        ("a.jsonl, line 2, facts", "a.jsonl 第2行："),
        ("evaluate(start=…)", ""),
    ],
)
def test_a_line_of_a_file_is_named_and_a_place_in_a_program_is_not(where: str, place: str) -> None:
    error = CaseFileError(value="甲", rule="no.", where=where, remedy="Mend it.", zh="不行")
    assert complaints(error, "zh") == [f"错误：{place}不行：甲"]


@pytest.mark.parametrize(
    ("value", "shown"),
    [(None, ""), (True, "：是"), (["甲", "乙"], "：甲、乙"), ("不行", "：不行"), (3, "：3")],
)
def test_what_was_refused_is_shown_as_people_write_it(value: object, shown: str) -> None:
    error = CaseFileError(value=value, rule="no.", where="", remedy="Mend it.", zh="不行")
    assert complaints(error, "zh") == [f"错误：不行{shown}"]


def test_what_the_rule_names_is_not_said_twice() -> None:
    extra = MissingExtraError.of("ics", "icalendar", "A calendar")
    (line,) = complaints(extra, "zh")
    assert line.count("icalendar") == 1
    lacking = CaseFileError(
        value=["start", "end"],
        rule="no.",
        where="",
        remedy="",
        zh="缺少列：受理日期（start）、通水日期（end）",
    )
    assert complaints(lacking, "zh") == ["错误：缺少列：受理日期（start）、通水日期（end）"]


def test_the_systems_own_words_are_chinese() -> None:
    assert complaints(PermissionError(13, "Permission denied", "a.csv"), "zh") == ["错误：没有权限：a.csv"]
    part = ".a.csv.0123abcd.part"
    assert complaints(OSError(28, "No space left on device", part), "zh") == ["错误：磁盘已满：a.csv"]
    error = CaseFileError(
        value="a.csv", rule="no.", where="", remedy="", zh="文件打不开（Permission denied），请检查路径和权限"
    )
    assert complaints(error, "zh") == ["错误：文件打不开（没有权限），请检查路径和权限：a.csv"]
