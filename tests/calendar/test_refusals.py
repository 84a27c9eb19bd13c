"""Every refusal of the calendar says what was refused, by which rule, where, and what to do instead."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from tests.calendar.test_notice import FILE, complete_notice
from tests.refusals import refusal
from wushan_plan import CHINA, Notice, calendar_date
from wushan_plan.calendar.notices import notices_in, read_notices
from wushan_plan.calendar.official import official_notices
from wushan_plan.calendar.provisional import statutory_festivals
from wushan_plan.errors import (
    DateTypeError,
    DefinitionError,
    MissingExtraError,
    OutOfCoverageError,
    WushanPlanError,
)

DAY = dt.date(2027, 1, 1)
NOTICE_KEYS = "amends, holidays, issued, make_up, number, published, source, title, year"


def _notice(year: int = 2027, off: Any = (), worked: Any = ()) -> Notice:
    return Notice(year, "示例", holidays={"元旦": off}, make_up={"元旦": worked})


@pytest.mark.parametrize(
    ("call", "kind", "value", "where", "rule", "remedy"),
    [
        pytest.param(
            lambda: calendar_date("24/9", where="row 3"),
            DateTypeError, "24/9", "row 3", "a date is needed, not str.", "datetime.date(2021, 9, 24)",
            id="text for a date",
        ),
        pytest.param(
            lambda: calendar_date(np.datetime64("20000-01-01"), where="row 3"),
            DateTypeError, 6585322, "row 3", "a date is needed", "datetime.date(2021, 9, 24)",
            id="a year that dates do not reach",
        ),
        pytest.param(
            lambda: _notice(off=3),
            DefinitionError, {"元旦": 3}, "Notice", "lists its days by festival", "datetime.date(2027, 1, 1)",
            id="a number for days",
        ),
        pytest.param(
            lambda: Notice("2027", "示例", holidays={}),  # type: ignore[arg-type]  # what is refused
            DefinitionError, ("2027", "示例"), "Notice", "a year, which is a whole number", "year = 2027",
            id="a year in text",
        ),
        pytest.param(
            lambda: Notice(2027, 1, holidays={}),  # type: ignore[arg-type]  # what is refused
            DefinitionError, (2027, 1), "Notice", "a whole number, and a document number", "year = 2027",
            id="a number for a document number",
        ),
        pytest.param(
            lambda: _notice(off=[DAY, "2027-01-02"]),
            DateTypeError, "2027-01-02", "Notice 示例, 元旦", "calendar dates", "2027-01-01 in the file",
            id="a text among dates",
        ),
        pytest.param(
            lambda: notices_in(b"year: 2027", "a.toml"),
            DefinitionError, "a.toml", "a.toml", "not valid TOML in UTF-8: ", "dates bare (2027-01-01)",
            id="no TOML",
        ),
        pytest.param(
            lambda: notices_in("number = '文号'".encode("gbk"), "a.toml"),
            DefinitionError, "a.toml", "a.toml", "not valid TOML in UTF-8: ", "dates bare (2027-01-01)",
            id="no UTF-8",
        ),
        pytest.param(
            lambda: notices_in(b"year = 2027\nnumber = 1", "a.toml"),
            DefinitionError, ["number", "year"], "a.toml", "at least one [[notice]] table", "[[notice]]",
            id="no notice",
        ),
        pytest.param(
            lambda: notices_in(b"notice = [1]", "a.toml"),
            DefinitionError, 1, "a.toml, notice 1", "a notice is a table", "[[notice]]",
            id="an entry that is no table",
        ),
        pytest.param(
            lambda: notices_in(b"[[notice]]\nday = 1\nyears = 2", "a.toml"),
            DefinitionError, ["day", "years"], "a.toml, notice 1", "unknown keys.",
            f"A notice has the keys {NOTICE_KEYS}.",
            id="keys that are not known",
        ),
        pytest.param(
            lambda: notices_in(b"[[notice]]\nyear = 2027", "a.toml"),
            DefinitionError, ["holidays", "number"], "a.toml, notice 1", "keys are missing.",
            f"A notice has the keys {NOTICE_KEYS}.",
            id="keys that are missing",
        ),
        pytest.param(
            lambda: CHINA.with_notice(2027),  # type: ignore[arg-type]  # what is refused
            DefinitionError, 2027, "with_notice", "a notice is needed", "read_notices(path)",
            id="a number for a notice",
        ),
        pytest.param(
            lambda: CHINA.with_notice(_notice(2003)),
            DefinitionError, 2003, "Notice 示例", "the calendar begins on 2004-01-01", "covered years",
            id="a notice for a year before the first",
        ),
        pytest.param(
            lambda: CHINA.with_notice(_notice(2028)),
            DefinitionError, 2028, "Notice 示例", "settled to 2026-12-31", "Supply the notice for 2027 first",
            id="a notice for the year after the next",
        ),
        pytest.param(
            lambda: CHINA.with_office_days(
                "甲局",
                [dt.date(2021, 8, 2), dt.date(2021, 8, 3)],
                [dt.date(2021, 8, 3), dt.date(2021, 8, 7)],
            ),
            DefinitionError, ["2021-08-03"], "office days of 甲局", "not closed and open", "of the two lists",
            id="an office closed and open on one day",
        ),
        pytest.param(
            lambda: CHINA.with_office_days("甲局", ["2021-08-02"]),  # type: ignore[list-item]  # what is refused
            DateTypeError, "2021-08-02", "closed", "a date is needed", "datetime.date",
            id="a closure in text",
        ),
        pytest.param(
            lambda: CHINA.with_office_days("甲局", [], [20210802]),  # type: ignore[list-item]  # what is refused
            DateTypeError, 20210802, "worked", "a date is needed", "datetime.date",
            id="an extra working day in numbers",
        ),
        pytest.param(
            lambda: statutory_festivals(2013),
            DefinitionError, 2013, "statutory_festivals(year)", "known for 2014 to 2099", "earlier last day",
            id="a year before the rules",
        ),
        pytest.param(
            lambda: CHINA.as_known_on(dt.date(2003, 1, 1)),
            OutOfCoverageError, "2003-01-01", "calendar", "covers 2004-01-01 to 2026-12-31", "with_notice(",
            id="a day on which nothing was known",
        ),
    ],
)  # fmt: skip
def test_a_refusal_says_what_why_where_and_what_instead(
    call: Callable[[], object], kind: type[WushanPlanError], value: object, where: str, rule: str, remedy: str
) -> None:
    refusal(call, kind, value, where, rule, remedy)


@pytest.mark.parametrize("missing", [pd.NaT, np.datetime64("NaT", "D")], ids=["pandas", "NumPy"])
def test_a_missing_date_is_refused_by_name(missing: Any) -> None:
    with pytest.raises(DateTypeError, match="a missing date has no calendar date") as caught:
        calendar_date(missing, where="row 3")
    assert caught.value.value is missing
    assert caught.value.where == "row 3"
    assert "Give None" in caught.value.remedy


def test_a_day_outside_is_refused_in_chinese_too() -> None:
    error = refusal(
        lambda: CHINA.day(DAY),
        OutOfCoverageError,
        "2027-01-01",
        "calendar",
        "as far as notices are published",
        "provisional(",
    )
    assert error.zh == "日历只覆盖2004-01-01至2026-12-31（放假通知公布到此为止）"


def test_a_notice_that_contradicts_itself_is_refused_with_all_that_is_wrong() -> None:
    notice = _notice(off=[DAY], worked=[DAY])
    error = refusal(
        lambda: CHINA.with_notice(notice),
        DefinitionError, ["2027-01-01", "2027-01-01"], "Notice 示例",
        "a day is both off and worked; a make-up day is not a Saturday or Sunday.", "check_notice(notice)",
    )  # fmt: skip
    assert error.rule.startswith("a day is both off and worked; ")
    assert error.rule.endswith("Sunday.")
    assert error.zh == "同一天既放假又上班；调休上班日不是周六或周日"


def test_a_notice_for_the_first_year_is_no_notice_before_it() -> None:
    first = Notice(2004, "示例", holidays={"元旦": [dt.date(2004, 1, 2)]})
    assert not CHINA.with_notice(first).is_workday(dt.date(2004, 1, 2))


def test_a_file_of_notices_is_named_by_its_path(tmp_path: Path) -> None:
    path = tmp_path / "notices.toml"
    path.write_text(FILE + "\n[[notice]]\nyear = 2028\n", "utf-8")
    with pytest.raises(DefinitionError) as caught:
        read_notices(path)
    assert caught.value.where == f"{path}, notice 2"


def test_a_damaged_installation_is_told_by_the_name_of_its_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pkgutil.get_data", lambda package, name: b"")
    with pytest.raises(DefinitionError) as caught:
        official_notices()
    assert caught.value.where == "notices.toml"


def test_festivals_without_lunardate_name_the_extra_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "lunardate", None)
    error = refusal(
        lambda: statutory_festivals(2027),
        MissingExtraError, "lunardate", "import lunardate", "A provisional calendar needs a package", "",
    )  # fmt: skip
    assert 'pip install "wushan-plan[lunar]"' in error.remedy


def test_a_complete_notice_is_not_refused() -> None:
    assert CHINA.with_notice(complete_notice(2027)).coverage[1] == dt.date(2027, 12, 31)


@pytest.mark.parametrize(
    ("call", "zh"),
    [
        (lambda: _notice(off=3), '放假日要按节日列出，如 "元旦" = [2027-01-01]'),
        (
            lambda: Notice(2027, 1, holidays={}),  # type: ignore[arg-type]  # what is refused
            '通知要有年份（整数）和文号（文字），如 year = 2027，number = "国办发明电〔…〕…号"',
        ),
        (lambda: _notice(off=["2027-01-02"]), "示例的元旦：不是日期，请写成 2027-01-01，不加引号"),
        (
            lambda: notices_in(b"year: 2027", "a.toml"),
            "不是UTF-8的TOML文件；日期不加引号（2027-01-01），名称加引号",
        ),
        (lambda: notices_in(b"year = 2027", "a.toml"), "通知文件里至少要有一份通知，以 [[notice]] 开头"),
        (lambda: notices_in(b"notice = [1]", "a.toml"), "每份通知都要以 [[notice]] 开头"),
        (
            lambda: notices_in(b"[[notice]]\nday = 1", "a.toml"),
            f"通知里没有这些项；通知的各项为{NOTICE_KEYS.replace(', ', '、')}",
        ),
        (
            lambda: notices_in(b"[[notice]]\nyear = 2027", "a.toml"),
            f"通知缺少这些项；通知的各项为{NOTICE_KEYS.replace(', ', '、')}",
        ),
        (lambda: CHINA.with_notice(_notice(2003)), "日历从2004-01-01开始，只收此后各年的通知"),
        (lambda: CHINA.with_notice(_notice(2028)), "日历只定到2026-12-31，请先补充2027年的通知"),
    ],
    ids=[
        "days", "number", "day", "TOML", "no notice", "no table", "strange keys", "lacking keys", "too early",
        "too late",
    ],
)  # fmt: skip
def test_a_refusal_of_a_notice_file_is_in_chinese_too(call: Callable[[], object], zh: str) -> None:
    with pytest.raises(WushanPlanError) as caught:
        call()
    assert caught.value.zh == zh
