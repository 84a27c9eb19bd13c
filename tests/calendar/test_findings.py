"""What is found wrong with a notice, and what is not."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.calendar.test_notice import complete_notice
from wushan_plan import Notice
from wushan_plan.calendar.checks import NoticeFinding, Severity, check_notice

FESTIVALS = ["元旦", "春节", "清明节", "劳动节", "端午节", "中秋节", "国庆节"]


def _amending(*off: dt.date) -> Notice:
    """A notice that changes another one, and so need not name every festival."""
    return Notice(2027, "示例〔2027〕2号", holidays={"元旦": off}, amends="示例〔2026〕1号")


def test_the_first_of_the_december_before_and_the_last_of_the_year_are_in_reach() -> None:
    assert check_notice(_amending(dt.date(2026, 12, 1), dt.date(2027, 12, 31))) == ()


@pytest.mark.parametrize("day", [dt.date(2026, 11, 30), dt.date(2028, 1, 1)], ids=str)
def test_the_days_before_and_after_are_not(day: dt.date) -> None:
    assert check_notice(_amending(day)) == (
        NoticeFinding(Severity.ERROR, "日期不在该年度", "a day lies outside the notice's year", (day,)),
    )


def test_a_missing_festival_is_named_in_both_languages() -> None:
    complete = complete_notice(2027)
    without = Notice(2027, "示例", holidays=[one for one in complete.holidays if one[0] != "清明节"])  # type: ignore[arg-type]  # any iterable
    assert check_notice(without) == (NoticeFinding(Severity.WARNING, "没有清明节", "清明节 is missing"),)


def test_a_festival_with_too_few_days_is_named_with_those_it_has() -> None:
    kept = {name: days[:1] for name, days in complete_notice(2027).holidays}
    first = kept["春节"] + kept["劳动节"] + kept["国庆节"]
    assert check_notice(Notice(2027, "示例", holidays=kept)) == tuple(
        NoticeFinding(
            Severity.WARNING,
            f"{name}只有1天，法定{least}天",
            f"{name} has 1 day off where the law gives {least}",
            (day,),
        )
        for name, least, day in zip(("春节", "劳动节", "国庆节"), (4, 2, 3), first, strict=True)
    )


def _shorter(year: int) -> Notice:
    """Complete by the rules before the revision: three days of 春节, one of 劳动节."""
    most = {"春节": 3, "劳动节": 1}
    holidays = {name: days[: most.get(name, 9)] for name, days in complete_notice(year).holidays}
    return Notice(year, "示例", holidays=holidays)


def test_the_revised_rules_count_from_2025_on() -> None:
    assert check_notice(_shorter(2024)) == ()
    assert [(one.zh, one.en) for one in check_notice(_shorter(2025))] == [
        ("春节只有3天，法定4天", "春节 has 3 days off where the law gives 4"),
        ("劳动节只有1天，法定2天", "劳动节 has 1 day off where the law gives 2"),
    ]


def test_the_list_of_festivals_counts_from_2008_on() -> None:
    assert check_notice(Notice(2007, "示例", holidays={})) == ()
    assert [one.zh for one in check_notice(Notice(2008, "示例", holidays={}))] == [
        f"没有{name}" for name in FESTIVALS
    ]


def test_a_heading_that_joins_two_festivals_names_both() -> None:
    notice = complete_notice(2028)  # 中秋 falls on a National Day
    assert "国庆节、中秋节" in dict(notice.holidays)
    assert check_notice(notice) == ()
