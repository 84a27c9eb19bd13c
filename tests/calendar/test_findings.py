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


def test_the_least_is_that_of_the_year() -> None:
    kept = dict(_shorter(2024).holidays)
    short = Notice(2024, "示例", kept | {"春节": kept["春节"][:2]})
    assert [one.zh for one in check_notice(short)] == ["春节只有2天，法定3天"]


def test_a_day_named_under_two_headings_counts_once_for_each() -> None:
    day = dt.date(2027, 9, 15)
    kept = tuple(one for one in complete_notice(2027).holidays if one[0] != "中秋节")
    joined = Notice(2027, "示例", holidays=(*kept, ("中秋节、国庆节", (day,)), ("中秋节", (day,))))
    assert [one.en for one in check_notice(joined)] == ["a day is listed twice"]


def test_the_list_of_festivals_counts_from_2008_on() -> None:
    assert check_notice(Notice(2007, "示例", holidays={})) == ()
    assert [one.zh for one in check_notice(Notice(2008, "示例", holidays={}))] == [
        f"没有{name}" for name in FESTIVALS
    ]


@pytest.mark.parametrize("name", ["New Year", "元旦节", "国庆", ""])
def test_a_heading_that_is_no_festival_is_named_with_the_seven_that_are(name: str) -> None:
    complete = complete_notice(2027)
    days = (dt.date(2027, 7, 1), dt.date(2027, 7, 2))
    (found,) = check_notice(Notice(2027, "示例", holidays=(*complete.holidays, (name, days))))
    assert found == NoticeFinding(
        Severity.WARNING,
        f"“{name}”不是法定节日的名称，应为元旦、春节、清明节、劳动节、端午节、中秋节、国庆节之一",
        f'"{name}" is none of the festivals, which are written 元旦 (New Year\'s Day), '
        "春节 (Spring Festival), 清明节 (Tomb-sweeping Day), 劳动节 (Labour Day), "
        "端午节 (Dragon Boat Festival), 中秋节 (Mid-Autumn Festival), 国庆节 (National Day)",
        days,
    )


def test_such_a_heading_is_named_once_with_its_days_off_and_worked() -> None:
    off, worked = dt.date(2027, 7, 2), dt.date(2027, 6, 27)
    notice = Notice(
        2027,
        "示例",
        holidays=(*complete_notice(2027).holidays, ("元旦、甲", [off])),  # type: ignore[arg-type]  # any iterable
        make_up={"甲": [worked]},
    )
    assert [finding.days for finding in check_notice(notice)] == [(worked, off)]


def test_such_headings_come_before_the_festivals_that_are_missing() -> None:
    found = check_notice(Notice(2027, "示例", holidays={"New Year": [dt.date(2027, 1, 1)]}))
    assert ["New Year" in finding.en for finding in found] == [True] + [False] * 7


def test_a_change_during_a_year_may_have_an_occasion_of_its_own() -> None:
    notice = Notice(2027, "示例", holidays={"纪念日": [dt.date(2027, 9, 3)]}, amends="示例〔2026〕1号")
    assert check_notice(notice) == ()


def test_a_heading_that_joins_two_festivals_names_both() -> None:
    notice = complete_notice(2028)  # 中秋 falls on a National Day
    assert "国庆节、中秋节" in dict(notice.holidays)
    assert check_notice(notice) == ()
