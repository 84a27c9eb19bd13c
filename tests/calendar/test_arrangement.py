"""What a notice still to come may change around its festival, and that every notice kept to it."""

from __future__ import annotations

import datetime as dt

import attrs
import pytest

from tests.calendar.test_notice import complete_notice
from wushan_plan import CHINA, Notice
from wushan_plan.calendar.awaited import Awaited
from wushan_plan.calendar.provisional import statutory_festivals
from wushan_plan.calendar.table import DayTable

YEARS = range(2014, 2027)


def _year(year: int) -> DayTable:
    """The days up to ``year``, for which no notice is out."""
    last = dt.date(year - 1, 12, 31)
    return DayTable(dt.date(year - 2, 1, 1), last, {}, last)


def _awaited(name: str, table: DayTable) -> Awaited:
    (found,) = [one for one in table.awaited if name in one.names]
    return found


def _shown(days: tuple[dt.date, ...]) -> str:
    return " ".join(f"{day:%m-%d}" for day in days)


def _provisional(table: DayTable, until: str) -> DayTable:
    from wushan_plan.calendar.provisional import provisional_days

    return provisional_days(table, dt.date.fromisoformat(until))


FURTHER = _provisional(CHINA.days, "2031-12-31")


def _of(year: int, name: str) -> Awaited:
    return _awaited(name, _provisional(_year(year), f"{year}-11-30"))


class TestAnAwaitedFestival:
    def test_may_have_the_nearest_weekdays_off(self) -> None:
        # 春节 2027: Friday 02-05 to Monday 02-08.
        assert _shown(_of(2027, "春节").freed.days) == "02-01 02-02 02-03 02-04 02-09 02-10 02-11 02-12"

    def test_may_have_weekend_days_worked_at_most_fourteen_days_from_it(self) -> None:
        assert _shown(_of(2027, "春节").worked.days) == "01-23 01-24 01-30 01-31 02-13 02-14 02-20 02-21"
        # 清明节 2027 is a Monday, 中秋节 2029 a Saturday.
        assert _shown(_of(2027, "清明节").worked.days) == "03-27 03-28 04-03 04-04 04-10 04-11 04-17 04-18"
        assert _shown(_of(2029, "中秋节").worked.days) == "09-08 09-09 09-15 09-16 09-23 09-29 09-30 10-06"

    @pytest.mark.parametrize(
        ("year", "name", "freed"),
        [
            pytest.param(2027, "清明节", 2, id="no day on a weekend"),
            pytest.param(2027, "劳动节", 4, id="Saturday and Sunday"),
            pytest.param(2029, "中秋节", 3, id="Saturday"),
            pytest.param(2032, "中秋节", 3, id="Sunday"),
            pytest.param(2028, "春节", 2, id="four weekdays"),
        ],
    )
    def test_has_two_days_off_more_and_one_for_each_of_its_days_on_a_weekend(
        self, year: int, name: str, freed: int
    ) -> None:
        assert (_of(year, name).freed.most, _of(year, name).worked.most) == (freed, 2)

    def test_skips_the_days_that_a_notice_names(self) -> None:
        names = [one for one in complete_notice(2027).holidays if one[0] != "清明节"]
        notice = Notice(2027, "示例", names, {"劳动节": [dt.date(2027, 4, 11)]})  # type: ignore[arg-type]  # any iterable
        extra = Notice(2027, "示例", {"清明": [dt.date(2027, 4, 2)]}, amends="示例")
        found = _awaited("清明节", CHINA.with_notice(notice).with_notice(extra).days)
        assert _shown(found.freed.days) == "03-31 04-01 04-06 04-07"
        assert _shown(found.worked.days) == "03-27 03-28 04-03 04-04 04-10 04-17 04-18"

    def test_is_not_moved_by_the_days_of_one_office(self) -> None:
        nothing = Notice(2027, "示例", {})
        made = CHINA.with_notice(nothing)
        office = made.with_office_days("甲局", [dt.date(2027, 4, 2)], [dt.date(2027, 4, 4)])
        assert office.with_notice(nothing).days.awaited == made.days.awaited

    def test_skips_the_days_that_a_notice_names_under_those_of_an_office_too(self) -> None:
        off, worked = dt.date(2027, 4, 2), dt.date(2027, 4, 11)
        notice = Notice(2027, "示例", {"元旦": [off]}, {"元旦": [worked]})
        office = CHINA.provisional(worked).with_office_days("甲局", [worked], [off]).with_notice(notice)
        found = _awaited("清明节", office.days)
        assert _shown(found.freed.days) == "03-31 04-01 04-06 04-07"
        assert _shown(found.worked.days) == "03-27 03-28 04-03 04-04 04-10 04-17 04-18"


class TestFestivalsArrangedTogether:
    def test_are_those_at_most_seven_days_apart(self) -> None:
        # 中秋节 is on 09-24 in 2037; in 2067 on 09-23, eight days before 国庆节.
        assert _of(2037, "国庆节").names == ("中秋节", "国庆节")
        assert _of(2067, "国庆节").names == ("国庆节",)

    def test_may_have_the_days_between_them_off(self) -> None:
        # 中秋节 on Thursday 2037-09-24, 国庆节 from Thursday to Saturday: two each, and one for the Saturday.
        found = _of(2037, "中秋节")
        assert (found.freed.most, found.worked.most) == (5, 4)
        assert _shown(found.freed.days) == (
            "09-17 09-18 09-21 09-22 09-23 09-25 09-28 09-29 09-30 10-05 10-06 10-07 10-08 10-09"
        )
        assert _shown(found.worked.days) == "09-12 09-13 09-19 09-20 09-26 09-27 10-04 10-10 10-11 10-17"

    def test_have_one_day_off_more_where_they_coincide(self) -> None:
        # 2031-10-01 is 中秋节 as well: Wednesday to Friday, none on a weekend.
        found = _of(2031, "中秋节")
        assert found.names == ("国庆节", "中秋节")
        assert (found.freed.most, found.worked.most) == (5, 4)
        assert _shown(found.freed.days) == "09-24 09-25 09-26 09-29 09-30 10-06 10-07 10-08 10-09 10-10"

    def test_reach_from_the_days_of_the_one_that_is_missing(self) -> None:
        # 中秋节 on 2037-09-24 is named by the notice: its own day counts no more, 国庆节 awaits its own two.
        named = Notice(2037, "示例", {"中秋节": [dt.date(2037, 9, 24)]})
        found = _awaited("国庆节", _year(2037).with_notice(named))
        assert found.names == ("国庆节",)
        assert (found.freed.most, found.worked.most) == (3, 2)
        assert _shown(found.freed.days) == "09-28 09-29 09-30 10-05 10-06 10-07"
        assert _shown(found.worked.days) == "09-19 09-20 09-26 09-27 10-04 10-10 10-11 10-17"


class TestTheTurnOfTheYear:
    def test_next_years_notice_may_change_the_last_week_settled_and_no_earlier_day(self) -> None:
        found = FURTHER.awaited[0]
        assert found.names == ("元旦",)
        # Saturday 2026-12-19 is 13 days before New Year, but settled for good.
        assert _shown(found.worked.days) == "12-26 12-27 01-02 01-03 01-09 01-10"

    def test_a_table_settled_within_a_year_is_open_from_the_day_after(self) -> None:
        days = attrs.evolve(_year(2027), settled_to=dt.date(2026, 12, 18))
        past, coming, _ = [one for one in _provisional(days, "2027-01-31").awaited if one.names == ("元旦",)]
        assert past.freed.days == past.worked.days == ()
        assert _shown(coming.freed.days) == "12-30 12-31 01-04 01-05"
        assert _shown(coming.worked.days) == "12-19 12-20 12-26 12-27 01-02 01-03 01-09 01-10"

    def test_the_year_after_the_last_reaches_back_with_its_new_year_alone(self) -> None:
        found = _provisional(_year(2027), "2027-03-31").awaited
        assert [one.names for one in found] == [
            ("元旦",), ("春节",), ("清明节",), ("劳动节",), ("端午节",), ("中秋节",), ("国庆节",), ("元旦",),
        ]  # fmt: skip
        assert _shown(found[-1].freed.days) == "12-29 12-30 12-31 01-03 01-04 01-05"
        assert _shown(found[-1].worked.days) == "12-18 12-19 12-25 12-26 01-02 01-08 01-09 01-15"

    def test_nothing_is_awaited_of_a_settled_calendar(self) -> None:
        assert CHINA.days.awaited == ()
        assert CHINA.provisional(dt.date(2027, 6, 30)).with_notice(complete_notice(2027)).days.awaited == ()


class TestEveryNoticeSince2014:
    """The law that the range of a provisional deadline rests on."""

    @pytest.mark.parametrize("year", YEARS)
    def test_changed_no_more_days_than_may_be_changed_and_no_others(self, year: int) -> None:
        (notice,) = [one for one in CHINA.days.notices if one.year == year and not one.amends]
        statutory = statutory_festivals(year)
        groups = _provisional(_year(year), f"{year}-12-31").awaited[:-1]
        freed = {day for day in notice.days_off if day.weekday() < 5 and day not in statutory}
        worked = set(notice.days_worked)
        for group in groups:
            assert len(freed & set(group.freed.days)) <= group.freed.most
        for heading, days in notice.make_up:
            assert len(days) <= 2
            (group,) = [one for one in groups if heading.split("、")[0] in one.names]
            assert set(days) <= set(group.worked.days)
        assert freed <= {day for group in groups for day in group.freed.days}
        assert worked <= {day for group in groups for day in group.worked.days}

    @pytest.mark.parametrize("year", YEARS)
    def test_had_one_weekday_off_for_each_day_worked_and_each_festival_day_on_a_weekend(
        self, year: int
    ) -> None:
        (notice,) = [one for one in CHINA.days.notices if one.year == year and not one.amends]
        statutory = statutory_festivals(year)
        freed = [day for day in notice.days_off if day.weekday() < 5 and day not in statutory]
        listed = [day for day, name in statutory.items() for _ in name.split("、")]
        on_weekends = sum(day.weekday() >= 5 for day in listed)
        assert len(freed) == len(notice.days_worked) + on_weekends + len(listed) - len(statutory)
