"""A notice that leaves festivals out: what it names holds, what it leaves out is as without a notice."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.calendar.test_notice import complete_notice
from wushan_plan import CHINA, PLAN, Day, DayKind, Notice, WorkdayCalendar, frames, judged_by
from wushan_plan.calendar.table import DayTable
from wushan_plan.counting.periods import due
from wushan_plan.counting.uncertainty import due_range
from wushan_plan.errors import DefinitionError
from wushan_plan.model.periods import CalendarDays, Days, Interval, WorkingDays

NAMES = ("元旦", "春节", "清明节", "劳动节", "端午节", "中秋节", "国庆节")
END = dt.date(2027, 12, 31)


def _date(text: str) -> dt.date:
    return dt.date.fromisoformat(f"2027-{text}")


def naming(*names: str, number: str = "示例〔2026〕1号", amends: str = "") -> Notice:
    """The statutory days of 2027 for these festivals, and one make-up day each."""
    complete = dict(complete_notice(2027).holidays)
    worked = {"元旦": "01-09", "春节": "01-31", "清明节": "04-10", "劳动节": "05-08",
              "端午节": "06-12", "中秋节": "09-18", "国庆节": "10-09"}  # fmt: skip
    return Notice(
        2027,
        number,
        {name: complete[name] for name in names},
        {name: [_date(worked[name])] for name in names},
        amends=amends,
    )


def without(*names: str) -> Notice:
    """The statutory days of 2027 for all other festivals."""
    return naming(*(name for name in NAMES if name not in names))


ONLY_NEW_YEAR = Notice(2027, "示例", {"元旦": [dt.date(2027, 1, 1)]})

incomplete = st.sets(st.sampled_from(NAMES), max_size=7).map(lambda names: without(*names))
ends = st.dates(dt.date(2026, 12, 1), dt.date(2029, 12, 31))
offices = st.lists(st.dates(dt.date(2026, 1, 1), dt.date(2026, 12, 31)), max_size=3, unique=True)


class TestOrderDoesNotMatter:
    """A calendar is the same whether it is first lengthened or first given a notice."""

    @given(incomplete, ends)
    def test_of_notice_and_provisional(self, notice: Notice, until: dt.date) -> None:
        assert CHINA.with_notice(notice).provisional(until) == CHINA.provisional(until).with_notice(notice)

    @given(incomplete, st.dates(dt.date(2027, 1, 1), END), st.booleans())
    def test_of_notice_and_the_days_of_one_office(self, notice: Notice, day: dt.date, closed: bool) -> None:
        days = {"closed" if closed else "worked": [day]}
        one = CHINA.provisional(END).with_office_days("甲局", **days).with_notice(notice)
        assert one == CHINA.with_notice(notice).with_office_days("甲局", **days)

    @given(st.sets(st.sampled_from(NAMES)))
    def test_of_two_notices_that_complete_each_other(self, names: set[str]) -> None:
        first, second = naming(*names), without(*names)
        one, other = (CHINA.with_notice(a).with_notice(b).days for a, b in ((first, second), (second, first)))
        assert dict(one.special) == dict(other.special)
        assert one.settled_to == other.settled_to == END
        assert one.awaited == other.awaited == ()


class TestWhatTheNoticeNames:
    def test_holds(self) -> None:
        made = CHINA.with_notice(without("国庆节"))
        day, worked = _date("02-05"), _date("01-31")
        assert made.day(day) == Day(day, DayKind.HOLIDAY, "春节", "示例〔2026〕1号")
        assert made.day(worked) == Day(worked, DayKind.MAKE_UP_WORKDAY, "春节", "示例〔2026〕1号")

    def test_holds_where_it_is_a_day_of_the_festival_it_leaves_out(self) -> None:
        notice = Notice(2027, "示例", {"元旦": [_date("01-01")]}, {"元旦": [_date("10-02")]})
        assert CHINA.with_notice(notice).day(_date("10-02")).kind is DayKind.MAKE_UP_WORKDAY
        assert CHINA.provisional(END).with_notice(notice).is_workday(_date("10-02"))

    def test_is_not_joined_to_a_festival_it_leaves_out(self) -> None:
        # 2028-10-03 is 中秋节 in the National Day holiday; the days of 国庆节 are named.
        year = CHINA.with_notice(complete_notice(2027))
        complete = complete_notice(2028)
        kept = {name: days for name, days in complete.holidays if name not in ("国庆节", "国庆节、中秋节")}
        both = dt.date(2028, 10, 3)
        left_out = year.with_notice(Notice(2028, "示例", kept | {"中秋节": (both,)}))
        assert left_out.day(both) == Day(both, DayKind.HOLIDAY, "中秋节", "示例")
        moved = year.with_notice(Notice(2028, "示例", kept | {"中秋节": (dt.date(2028, 10, 4),)}))
        assert moved.day(both) == Day(both, DayKind.HOLIDAY, "国庆节", provisional=True)

    def test_counts_though_its_year_is_not_settled(self) -> None:
        made = CHINA.with_notice(without("国庆节"))
        # 01-31 is a Sunday worked, 02-05 to 02-08 are off.
        assert made.nth_workday_after(_date("01-29"), 1) == _date("01-31")
        assert made.nth_workday_after(_date("02-04"), 1) == _date("02-09")


class TestWhatTheNoticeLeavesOut:
    @pytest.mark.parametrize("name", NAMES)
    def test_is_off_by_law_and_provisional(self, name: str) -> None:
        made = CHINA.with_notice(without(name))
        for day in dict(complete_notice(2027).holidays)[name]:
            assert made.day(day) == Day(day, DayKind.HOLIDAY, name, provisional=True)

    def test_is_counted_as_in_a_year_without_a_notice(self) -> None:
        start = _date("02-01")
        assert due(CHINA.with_notice(ONLY_NEW_YEAR), start, WorkingDays(9)).date == _date("02-16")

    def test_may_be_the_days_by_which_a_festival_is_too_short(self) -> None:
        short = Notice(2027, "示例", {"春节": [_date("02-06")]})
        made = CHINA.with_notice(short)
        assert made.day(_date("02-06")).notice == "示例"
        assert made.day(_date("02-07")) == Day(_date("02-07"), DayKind.HOLIDAY, "春节", provisional=True)

    def test_leaves_the_year_unsettled(self) -> None:
        days = CHINA.with_notice(without("中秋节")).days
        assert days.settled_to == dt.date(2026, 12, 31)
        assert days.day(_date("07-14")) == Day(_date("07-14"), DayKind.WORKDAY, provisional=True)

    def test_is_left_out_by_a_change_during_the_year_as_well(self) -> None:
        # A change without the yearly notice that it changes settles nothing.
        made = CHINA.with_notice(naming("元旦", amends="示例〔2026〕9号"))
        assert made.day(_date("05-01")) == Day(_date("05-01"), DayKind.HOLIDAY, "劳动节", provisional=True)

    def test_is_left_out_of_what_was_known_on_a_day_as_well(self) -> None:
        made = CHINA.with_notice(without("国庆节"))
        assert made.as_known_on(_date("01-01")) == made
        complete = CHINA.with_notice(complete_notice(2027))
        assert complete.as_known_on(_date("01-01")).days.settled_to == END

    def test_may_be_in_a_year_that_is_settled_already(self) -> None:
        more = Notice(2026, "示例", {"国庆节": [dt.date(2026, 10, 8)]})
        made = CHINA.with_notice(more)
        assert made.days.settled_to == dt.date(2026, 12, 31)
        assert made.days.awaited == ()
        assert made.day(dt.date(2026, 5, 1)) == CHINA.day(dt.date(2026, 5, 1))

    def test_is_refused_where_the_law_of_its_year_is_not_known(self) -> None:
        known = CHINA.as_known_on(dt.date(2007, 6, 1))
        with pytest.raises(DefinitionError, match="known for 2014 to 2099"):
            known.with_notice(Notice(2008, "示例", {}))

    def test_was_not_checked_before_2008(self) -> None:
        known = CHINA.as_known_on(dt.date(2006, 1, 1))
        assert known.with_notice(Notice(2007, "示例", {})).days.settled_to == dt.date(2007, 12, 31)


class TestTheDaysOfOneOffice:
    """An office's own days stay, whatever notice comes."""

    def test_stay_beside_a_notice_that_names_them(self) -> None:
        off, worked = _date("02-05"), _date("01-31")
        office = CHINA.provisional(END).with_office_days("甲局", [worked], [off])
        made = office.with_notice(without("国庆节"))
        assert made.day(off) == Day(off, DayKind.EXTRA_WORKDAY, "甲局")
        assert made.day(worked) == Day(worked, DayKind.CLOSURE, "甲局")

    def test_stay_provisional_in_a_year_not_settled(self) -> None:
        closed, worked = _date("07-14"), _date("10-01")
        office = CHINA.provisional(END).with_office_days("甲局", [closed], [worked])
        made = office.with_notice(without("国庆节"))
        assert made.day(closed) == Day(closed, DayKind.CLOSURE, "甲局", provisional=True)
        assert made.day(worked) == Day(worked, DayKind.EXTRA_WORKDAY, "甲局", provisional=True)

    def test_stay_settled_in_a_year_that_was(self) -> None:
        day = dt.date(2026, 7, 14)
        made = CHINA.with_office_days("甲局", [day]).with_notice(ONLY_NEW_YEAR)
        assert made.day(day) == Day(day, DayKind.CLOSURE, "甲局")

    def test_are_settled_with_their_year_and_not_with_another(self) -> None:
        closed = [END, dt.date(2028, 1, 3)]
        office = CHINA.provisional(dt.date(2028, 12, 31)).with_office_days("甲局", closed)
        made = office.with_notice(complete_notice(2027))
        assert [made.day(day).provisional for day in closed] == [False, True]


class TestDeadlines:
    def test_that_rest_on_it_are_provisional_with_a_range(self) -> None:
        water = judged_by(PLAN, CHINA.with_notice(ONLY_NEW_YEAR)).targets["water-connection"]
        deadline = water.deadline(_date("02-01"))
        assert deadline.provisional
        assert deadline.within == Interval(_date("02-14"), _date("02-22"))

    def test_far_from_what_is_missing_have_one_day(self) -> None:
        made = CHINA.with_notice(without("国庆节"))
        start = _date("02-01")
        found = due(made, start, WorkingDays(9))
        assert due_range(made, start, WorkingDays(9), found) == Interval(found.date, found.date)

    def test_in_tables_are_marked_as_they_are_one_by_one(self) -> None:
        import polars as pl

        plan = judged_by(PLAN, CHINA.with_notice(without("春节", "国庆节")))
        water = plan.targets["water-connection"]
        starts = [dt.date(2026, 12, 10) + dt.timedelta(days=n) for n in range(0, 330, 7)]
        table = pl.DataFrame({"a": starts, "b": starts})
        for frame in (table, table.lazy()):
            judged = frames.evaluate(frame, water, start="a", end="b", as_of=END)
            rows = judged.lazy().collect()
            assert rows["provisional"].to_list() == [water.deadline(start).provisional for start in starts]


@pytest.mark.parametrize("year", range(2014, 2027))
class TestTheRealNotices:
    """Each yearly notice since 2014 with one of its festivals left out."""

    LIMITS: tuple[Days, ...] = (WorkingDays(1), WorkingDays(9), WorkingDays(30), CalendarDays(20))

    def test_the_answer_by_the_whole_notice_lies_in_the_range_given_by_the_rest(self, year: int) -> None:
        noticed = CHINA.as_known_on(dt.date(year, 1, 1))
        settled = dt.date(year - 1, 12, 31)
        known = {day: what for day, what in CHINA.days.special.items() if day <= settled}
        past = WorkdayCalendar(DayTable(CHINA.coverage[0], settled, known, settled))
        (notice,) = [one for one in CHINA.days.notices if one.year == year and not one.amends]
        for left_out, _ in notice.holidays:
            holidays = [one for one in notice.holidays if one[0] != left_out]
            make_up = [one for one in notice.make_up if one[0] != left_out]
            made = past.with_notice(Notice(year, notice.number, holidays, make_up))  # type: ignore[arg-type]  # any iterable
            for start in (settled + dt.timedelta(days=n) for n in range(310)):
                for limit in self.LIMITS:
                    found = due(made, start, limit)
                    within = due_range(made, start, limit, found)
                    true = due(noticed, start, limit).date
                    if within is None:
                        assert true == found.date
                    else:
                        assert found.date > made.days.settled_to
                        assert true in within, (left_out, start, limit, found, within)
                        assert within.first >= start + dt.timedelta(days=limit.days)
