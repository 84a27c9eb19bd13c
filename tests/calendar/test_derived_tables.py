"""What a calendar made from another one keeps, and what it changes."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.calendar.test_notice import complete_notice
from wushan_plan import CHINA, Day, DayKind, Notice, WorkdayCalendar
from wushan_plan.calendar.provisional import statutory_festivals

LAST = dt.date(2026, 12, 31)


def _days(text: str) -> list[dt.date]:
    """``2027: 01-01 02-05`` as dates."""
    year, _, days = text.partition(":")
    return [dt.date.fromisoformat(f"{year}-{day}") for day in days.split()]


def _arranged_2027() -> Notice:
    """A complete notice for 2027 that moves 春节 one day on from where the rules alone put it."""
    holidays = dict(complete_notice(2027).holidays) | {"春节": _days("2027: 02-06 02-07 02-08 02-09")}
    return Notice(2027, "示例〔2026〕1号", holidays=holidays, make_up={"春节": _days("2027: 02-20")})


class TestANoticeLaidOver:
    def test_names_festival_and_number_on_days_off_and_worked(self) -> None:
        made = CHINA.with_notice(_arranged_2027())
        off, worked = _days("2027: 02-09 02-20")
        assert made.day(off) == Day(off, DayKind.HOLIDAY, "春节", "示例〔2026〕1号")
        assert made.day(worked) == Day(worked, DayKind.MAKE_UP_WORKDAY, "春节", "示例〔2026〕1号")

    def test_keeps_its_days_in_order_of_date(self) -> None:
        notice = Notice(2027, "示例", holidays={"元旦": _days("2027: 01-03 01-01 01-02")})
        assert notice.days_off == tuple(_days("2027: 01-01 01-02 01-03"))

    def test_follows_the_notices_before_it(self) -> None:
        notice = _arranged_2027()
        assert CHINA.with_notice(notice).days.notices == (*CHINA.days.notices, notice)

    def test_takes_the_place_of_the_festivals_laid_down_for_its_year(self) -> None:
        (eve,) = _days("2027: 02-05")
        further = CHINA.provisional(dt.date(2028, 12, 31))
        assert further.day(eve).kind is DayKind.HOLIDAY
        assert further.with_notice(_arranged_2027()).day(eve) == Day(eve, DayKind.WORKDAY)

    def test_leaves_nothing_of_them_where_the_calendar_ends_with_its_year(self) -> None:
        further = CHINA.provisional(dt.date(2027, 12, 31))
        assert further.with_notice(_arranged_2027()) == CHINA.with_notice(_arranged_2027())

    def test_leaves_the_festivals_of_other_years_as_they_are(self) -> None:
        further = CHINA.provisional(dt.date(2028, 12, 31)).with_notice(_arranged_2027())
        (day,) = _days("2028: 05-01")
        assert further.day(day) == Day(day, DayKind.HOLIDAY, "劳动节", provisional=True)
        assert further.days.settled_to == dt.date(2027, 12, 31)

    def test_that_is_incomplete_leaves_the_festivals_it_does_not_name(self) -> None:
        only_new_year = Notice(2027, "示例", holidays={"元旦": _days("2027: 01-01")})
        made = CHINA.provisional(dt.date(2027, 12, 31)).with_notice(only_new_year)
        (day,) = _days("2027: 05-01")
        assert made.day(day) == Day(day, DayKind.HOLIDAY, "劳动节", provisional=True)

    def test_that_amends_keeps_the_other_days_of_its_year(self) -> None:
        more = Notice(
            2021, "示例", holidays={"国庆节": _days("2021: 10-08")}, amends="国办发明电〔2020〕27号"
        )
        made = CHINA.with_notice(more)
        assert [made.day(day).kind for day in _days("2021: 10-07 10-08")] == [DayKind.HOLIDAY] * 2
        assert made.is_workday(dt.date(2021, 9, 26))

    def test_keeps_an_offices_own_days_and_settles_them(self) -> None:
        (day,) = _days("2027: 08-02")
        office = CHINA.provisional(dt.date(2027, 12, 31)).with_office_days("甲局", [day])
        assert office.day(day) == Day(day, DayKind.CLOSURE, "甲局", provisional=True)
        assert office.with_notice(_arranged_2027()).day(day) == Day(day, DayKind.CLOSURE, "甲局")


class TestOfficeDays:
    CLOSED, WORKED = dt.date(2021, 8, 2), dt.date(2021, 8, 7)

    def _office(self) -> WorkdayCalendar:
        return CHINA.with_office_days("甲局", [self.CLOSED], [self.WORKED])

    def test_carry_the_name_of_the_office(self) -> None:
        office = self._office()
        assert office.day(self.CLOSED) == Day(self.CLOSED, DayKind.CLOSURE, "甲局")
        assert office.day(self.WORKED) == Day(self.WORKED, DayKind.EXTRA_WORKDAY, "甲局")

    def test_change_the_count_and_nothing_else(self) -> None:
        office = self._office()
        assert not office.is_workday(self.CLOSED)
        assert office.is_workday(self.WORKED)
        differing = [day for day, worked in office.days.workdays() if CHINA.is_workday(day) is not worked]
        assert differing == [self.CLOSED, self.WORKED]

    def test_keep_coverage_settlement_and_notices(self) -> None:
        days = CHINA.provisional(dt.date(2027, 6, 30)).days
        made = days.with_office_days("甲局", [self.CLOSED])
        assert (made.first, made.last, made.settled_to) == (days.first, dt.date(2027, 6, 30), LAST)
        assert made.notices == CHINA.days.notices

    def test_take_a_datetime_by_its_date(self) -> None:
        office = CHINA.with_office_days("甲局", [dt.datetime(2021, 8, 2, 9)], [dt.datetime(2021, 8, 7, 9)])
        assert office == self._office()


class TestAsKnownOn:
    def test_keeps_the_notices_known_by_then(self) -> None:
        known = CHINA.as_known_on(dt.date(2020, 1, 26)).days.notices
        assert known == CHINA.days.notices[: len(known)]
        assert known[-1].number == "国办发明电〔2019〕16号"

    def test_takes_a_notice_without_publication_date_as_known_from_new_year(self) -> None:
        notice = Notice(2027, "示例", holidays={})
        assert notice.known_on(dt.date(2027, 1, 1))
        assert not notice.known_on(LAST)


class TestWorkdays:
    def test_are_told_for_every_covered_day_and_no_other(self) -> None:
        told = [day for day, _ in CHINA.days.workdays()]
        assert (told[0], told[-1], len(told)) == (dt.date(2004, 1, 1), LAST, (LAST - told[0]).days + 1)


class TestProvisional:
    def test_reaches_the_last_day_asked_for_and_keeps_the_notices(self) -> None:
        day = dt.date(2027, 10, 1)
        made = CHINA.provisional(day)
        assert made.coverage == (dt.date(2004, 1, 1), day)
        assert made.day(day) == Day(day, DayKind.HOLIDAY, "国庆节", provisional=True)
        assert made.days.notices == CHINA.days.notices

    @pytest.mark.parametrize("until", [dt.date(2020, 1, 1), LAST], ids=str)
    def test_never_shortens_a_calendar(self, until: dt.date) -> None:
        assert CHINA.provisional(until) == CHINA

    def test_may_go_on_to_the_last_year_whose_moon_is_known(self) -> None:
        last = dt.date(2099, 12, 31)
        assert CHINA.provisional(last).coverage[1] == last

    def test_going_on_leaves_what_was_there(self) -> None:
        day = dt.date(2027, 10, 1)
        office = CHINA.provisional(day).with_office_days("甲局", worked=[day])
        assert office.provisional(dt.date(2027, 10, 3)).day(day).kind is DayKind.EXTRA_WORKDAY


class TestFestivals:
    """The statutory days off, all of them and no other."""

    @pytest.mark.parametrize(
        ("year", "festivals"),
        [
            (2020, {"元旦": "01-01", "春节": "01-25 01-26 01-27", "清明节": "04-04", "劳动节": "05-01",
                    "端午节": "06-25", "国庆节、中秋节": "10-01", "国庆节": "10-02 10-03"}),
            (2024, {"元旦": "01-01", "春节": "02-10 02-11 02-12", "清明节": "04-04", "劳动节": "05-01",
                    "端午节": "06-10", "中秋节": "09-17", "国庆节": "10-01 10-02 10-03"}),
            (2025, {"元旦": "01-01", "春节": "01-28 01-29 01-30 01-31", "清明节": "04-04",
                    "劳动节": "05-01 05-02", "端午节": "05-31", "国庆节": "10-01 10-02 10-03",
                    "中秋节": "10-06"}),
        ],
    )  # fmt: skip
    def test_of_a_year(self, year: int, festivals: dict[str, str]) -> None:
        expected = {day: name for name, days in festivals.items() for day in _days(f"{year}:{days}")}
        assert statutory_festivals(year) == expected

    @pytest.mark.parametrize("year", [2014, 2099])
    def test_are_known_for_the_first_and_the_last_year(self, year: int) -> None:
        assert len(statutory_festivals(year)) >= 11
