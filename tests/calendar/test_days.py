"""What a day is: its kind, its festival, and the notice that says so."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given

from wushan_plan import CHINA, Day, DayKind
from wushan_plan.testing import covered_dates, rest_days, workdays


@pytest.mark.parametrize(
    ("date", "kind", "name", "name_en", "notice"),
    [
        ("2021-09-24", DayKind.WORKDAY, "", "", ""),
        ("2021-09-25", DayKind.WEEKEND, "", "", ""),
        ("2021-09-26", DayKind.MAKE_UP_WORKDAY, "国庆节", "National Day", "国办发明电〔2020〕27号"),
        ("2021-09-18", DayKind.MAKE_UP_WORKDAY, "中秋节", "Mid-Autumn Festival", "国办发明电〔2020〕27号"),
        ("2021-10-01", DayKind.HOLIDAY, "国庆节", "National Day", "国办发明电〔2020〕27号"),
        ("2021-02-13", DayKind.HOLIDAY, "春节", "Spring Festival", "国办发明电〔2020〕27号"),
        ("2021-04-05", DayKind.HOLIDAY, "清明节", "Tomb-sweeping Day", "国办发明电〔2020〕27号"),
        ("2021-05-05", DayKind.HOLIDAY, "劳动节", "Labour Day", "国办发明电〔2020〕27号"),
        ("2021-06-14", DayKind.HOLIDAY, "端午节", "Dragon Boat Festival", "国办发明电〔2020〕27号"),
        ("2022-01-03", DayKind.HOLIDAY, "元旦", "New Year's Day", "国办发明电〔2021〕11号"),
        (
            "2020-10-01",
            DayKind.HOLIDAY,
            "国庆节、中秋节",
            "National Day and Mid-Autumn Festival",
            "国办发明电〔2019〕16号",
        ),
        ("2005-12-31", DayKind.MAKE_UP_WORKDAY, "元旦", "New Year's Day", "国办发明电〔2005〕35号"),
        ("2018-12-29", DayKind.MAKE_UP_WORKDAY, "元旦", "New Year's Day", "国办发明电〔2018〕15号"),
    ],
)
def test_a_day_has_a_kind_a_name_in_both_languages_and_a_notice(
    date: str, kind: DayKind, name: str, name_en: str, notice: str
) -> None:
    day = CHINA.day(dt.date.fromisoformat(date))
    assert (day.kind, day.name, day.name_en, day.notice) == (kind, name, name_en, notice)


def test_a_heading_without_an_english_name_keeps_its_chinese_one() -> None:
    assert CHINA.day(dt.date(2015, 9, 3)).name_en == "抗战胜利纪念日"


@pytest.mark.parametrize(
    ("kind", "worked"),
    [
        (DayKind.WORKDAY, True),
        (DayKind.MAKE_UP_WORKDAY, True),
        (DayKind.EXTRA_WORKDAY, True),
        (DayKind.WEEKEND, False),
        (DayKind.HOLIDAY, False),
        (DayKind.CLOSURE, False),
    ],
)
def test_a_kind_says_whether_it_is_worked(kind: DayKind, worked: bool) -> None:
    assert kind.is_workday is worked
    assert Day(dt.date(2021, 9, 24), kind).is_workday is worked


def test_every_kind_is_decided() -> None:
    assert len(DayKind) == 6


class TestEveryDay:
    """Monday to Friday are worked and weekends are not, unless a notice says otherwise."""

    @given(covered_dates())
    def test_is_the_day_that_was_asked_for(self, date: dt.date) -> None:
        assert CHINA.day(date).date == date

    @given(covered_dates())
    def test_is_a_working_day_when_its_kind_is_one(self, date: dt.date) -> None:
        assert CHINA.day(date).is_workday is CHINA.is_workday(date)

    @given(workdays())
    def test_worked_on_a_weekend_is_a_make_up_day(self, date: dt.date) -> None:
        assert (CHINA.day(date).kind is DayKind.MAKE_UP_WORKDAY) is (date.weekday() >= 5)

    @given(rest_days())
    def test_off_from_monday_to_friday_is_a_holiday(self, date: dt.date) -> None:
        assert date.weekday() >= 5 or CHINA.day(date).kind is DayKind.HOLIDAY

    @given(covered_dates())
    def test_has_a_name_and_a_notice_exactly_when_a_notice_names_it(self, date: dt.date) -> None:
        day = CHINA.day(date)
        named = day.kind in (DayKind.HOLIDAY, DayKind.MAKE_UP_WORKDAY)
        assert (day.name != "", day.notice != "", day.name_en != "") == (named, named, named)
