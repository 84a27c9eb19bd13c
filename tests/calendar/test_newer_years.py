"""The official days, made anew; and a year that ``chinese_calendar`` knows before our list does."""

from __future__ import annotations

import datetime as dt

import pytest
from chinese_calendar import constants  # type: ignore[import-untyped]  # has no type information

from wushan_plan import CHINA, Day, DayKind, WorkdayCalendar
from wushan_plan.calendar.official import clear_bright_day, official_days, official_notices

DECEMBER = dt.date(2026, 12, 1)


@pytest.fixture
def nothing_newer(monkeypatch: pytest.MonkeyPatch) -> None:
    """``chinese_calendar`` as it is while our list is the newest."""
    for days in (constants.holidays, constants.workdays):
        for day in [day for day in days if day >= DECEMBER]:
            monkeypatch.delitem(days, day)


@pytest.mark.usefixtures("nothing_newer")
class TestOfficialDays:
    def test_cover_and_settle_the_years_of_the_notices(self) -> None:
        days = official_days()
        assert (days.first, days.last, days.settled_to) == (
            dt.date(2004, 1, 1),
            dt.date(2026, 12, 31),
            dt.date(2026, 12, 31),
        )

    def test_come_from_the_notices(self) -> None:
        days = official_days()
        assert days.notices == official_notices()
        named = {day for one in days.notices for day in (*one.days_off, *one.days_worked)}
        assert set(days.special) == named
        assert days.day(dt.date(2021, 9, 26)) == Day(
            dt.date(2021, 9, 26), DayKind.MAKE_UP_WORKDAY, "国庆节", "国办发明电〔2020〕27号"
        )

    def test_are_those_of_the_calendar(self) -> None:
        assert WorkdayCalendar(official_days()) == CHINA


@pytest.mark.usefixtures("nothing_newer")
class TestANewerYear:
    """Upgrading ``chinese_calendar`` is enough to cover a new year."""

    def test_is_covered_and_settled(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(constants.holidays, dt.date(2027, 1, 1), "New Year's Day")
        days = official_days()
        assert days.last == days.settled_to == dt.date(2027, 12, 31)
        assert days.notices == official_notices()

    def test_has_its_days_off_with_no_notice_named(self, monkeypatch: pytest.MonkeyPatch) -> None:
        day = dt.date(2027, 4, 5)
        monkeypatch.setitem(constants.holidays, day, "Tomb-sweeping Day")
        assert official_days().day(day) == Day(day, DayKind.HOLIDAY, "清明节")

    def test_has_its_make_up_days_with_no_notice_named(self, monkeypatch: pytest.MonkeyPatch) -> None:
        day = dt.date(2027, 9, 19)
        monkeypatch.setitem(constants.workdays, day, "Mid-autumn Festival")
        assert official_days().day(day) == Day(day, DayKind.MAKE_UP_WORKDAY, "中秋节")

    def test_keeps_a_name_that_we_do_not_know(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(constants.holidays, dt.date(2027, 8, 2), "Some Other Day")
        assert official_days().day(dt.date(2027, 8, 2)).name == "Some Other Day"

    @pytest.mark.parametrize(
        ("days", "kind"),
        [(constants.holidays, DayKind.HOLIDAY), (constants.workdays, DayKind.MAKE_UP_WORKDAY)],
        ids=["off", "worked"],
    )
    def test_may_change_the_december_before_it_and_no_earlier_day(
        self, days: dict[dt.date, str], kind: DayKind, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setitem(days, DECEMBER, "New Year's Day")
        monkeypatch.setitem(days, dt.date(2026, 11, 30), "New Year's Day")
        made = official_days()
        assert made.day(DECEMBER).kind is kind
        assert made.day(dt.date(2026, 11, 30)).kind is DayKind.WORKDAY
        assert made.last == dt.date(2026, 12, 31)


@pytest.mark.parametrize("day", ["2016-04-04", "2019-04-05", "2024-04-04", "2027-04-05"])
def test_the_day_of_qingming_is_that_of_the_sun(day: str) -> None:
    assert clear_bright_day(int(day[:4])) == dt.date.fromisoformat(day)
