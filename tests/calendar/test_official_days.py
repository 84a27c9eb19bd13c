"""Every covered day is right: compared, day by day, with calendars of other projects."""

from __future__ import annotations

import datetime as dt
import warnings

import chinese_calendar  # type: ignore[import-untyped]  # has no type information
import pytest

from tests.calendar.oracle import FIRST, LAST, every_day, is_workday
from wushan_plan import CHINA, DayKind

# The notice for 2006 has Saturday 2005-12-31 worked; chinese_calendar leaves it a rest day.
NOT_IN_CHINESE_CALENDAR = [dt.date(2005, 12, 31)]


def test_the_calendar_covers_2004_to_2026() -> None:
    assert CHINA.coverage == (FIRST, LAST)


def test_no_day_differs_from_holidays() -> None:
    assert [day for day in every_day() if CHINA.is_workday(day) is not is_workday(day)] == []


def test_only_2005_12_31_differs_from_chinese_calendar() -> None:
    # The least release this library takes ends a year before the list of notices does.
    last = min(LAST, dt.date(max(day.year for day in chinese_calendar.holidays), 12, 31))
    different = [
        day
        for day in every_day(last=last)
        if CHINA.is_workday(day) is not bool(chinese_calendar.is_workday(day))
    ]
    assert different == NOT_IN_CHINESE_CALENDAR


def test_2005_12_31_is_worked_by_the_notice_for_2006() -> None:
    day = CHINA.day(dt.date(2005, 12, 31))
    assert (day.kind, day.notice) == (DayKind.MAKE_UP_WORKDAY, "国办发明电〔2005〕35号")


def test_no_day_since_2008_differs_from_the_interbank_calendar_of_quantlib() -> None:
    # Before 2008 its list lacks make-up days and has days off that no notice names: not compared.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its bindings warn on import
        quantlib = pytest.importorskip("QuantLib", minversion="1.44")
    interbank = quantlib.China(quantlib.China.IB)
    different = [
        day
        for day in every_day(dt.date(2008, 1, 1))
        if CHINA.is_workday(day) is not interbank.isBusinessDay(quantlib.Date(day.day, day.month, day.year))
    ]
    assert different == []


def test_the_extended_spring_festival_of_2020_is_a_holiday() -> None:
    extended = [dt.date(2020, 1, 31), dt.date(2020, 2, 1), dt.date(2020, 2, 2)]
    assert [CHINA.day(day).kind for day in extended] == [DayKind.HOLIDAY] * 3
    assert {CHINA.day(day).notice for day in extended} == {"国办发明电〔2020〕1号"}


def test_the_amended_labour_day_of_2019_lasts_four_days() -> None:
    worked = [day for day in every_day(dt.date(2019, 4, 27), dt.date(2019, 5, 6)) if CHINA.is_workday(day)]
    assert [f"{day:%m-%d}" for day in worked] == ["04-28", "04-29", "04-30", "05-05", "05-06"]


def test_no_published_day_is_provisional() -> None:
    assert not any(CHINA.day(day).provisional for day in every_day())
