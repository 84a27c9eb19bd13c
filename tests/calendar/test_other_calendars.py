"""Calendars made from the official one: as it was known, for one office, and provisional."""

from __future__ import annotations

import datetime as dt

import pytest

from wushan_plan import CHINA, PLAN, DayKind, WorkdayCalendar, judged_by
from wushan_plan.calendar.checks import check_notice
from wushan_plan.calendar.provisional import statutory_festivals
from wushan_plan.calendar.table import DayTable
from wushan_plan.counting.periods import due
from wushan_plan.counting.uncertainty import due_range
from wushan_plan.errors import DefinitionError, OutOfCoverageError
from wushan_plan.model.periods import CalendarDays, Days, WorkingDays


class TestAsKnownOn:
    """The calendar as the notices published by a day set it."""

    def test_before_the_extension_of_2020_the_days_were_worked(self) -> None:
        before = CHINA.as_known_on(dt.date(2020, 1, 26))
        assert before.day(dt.date(2020, 1, 31)).kind is DayKind.WORKDAY
        assert before.day(dt.date(2020, 2, 1)).kind is DayKind.MAKE_UP_WORKDAY

    def test_from_the_day_the_extension_was_published_they_are_off(self) -> None:
        after = CHINA.as_known_on(dt.date(2020, 1, 27))
        assert not after.is_workday(dt.date(2020, 1, 31))
        assert not after.is_workday(dt.date(2020, 2, 1))

    @pytest.mark.parametrize(
        ("published", "changed"),
        [
            ("2005-12-22", {"2005-12-31": True}),
            ("2006-12-18", {"2006-12-30": True, "2006-12-31": True}),
            ("2007-12-18", {"2007-12-29": True, "2007-12-31": False}),
            ("2011-12-06", {"2011-12-31": True}),
            ("2018-12-06", {"2018-12-29": True, "2018-12-31": False}),
        ],
    )
    def test_five_late_decembers_were_changed_by_the_next_notice(
        self, published: str, changed: dict[str, bool]
    ) -> None:
        day = dt.date.fromisoformat(published)
        before, after = CHINA.as_known_on(day - dt.timedelta(days=1)), CHINA.as_known_on(day)
        for text, worked in changed.items():
            assert after.is_workday(dt.date.fromisoformat(text)) is worked
            assert before.is_workday(dt.date.fromisoformat(text)) is not worked

    def test_no_other_december_day_was_ever_changed(self) -> None:
        changed = set()
        for year in range(2004, 2026):
            known = CHINA.as_known_on(dt.date(year, 11, 1))
            for day in (dt.date(year, 12, n) for n in range(1, 32)):
                if known.is_workday(day) != CHINA.is_workday(day):
                    changed.add(day)
        assert {day.year for day in changed} == {2005, 2006, 2007, 2011, 2018}
        assert len(changed) == 8

    def test_a_year_without_a_published_notice_is_not_covered(self) -> None:
        assert CHINA.as_known_on(dt.date(2021, 10, 24)).coverage[1] == dt.date(2021, 12, 31)
        assert CHINA.as_known_on(dt.date(2021, 10, 25)).coverage[1] == dt.date(2022, 12, 31)

    def test_all_notices_together_are_the_calendar(self) -> None:
        known = CHINA.as_known_on(dt.date(2026, 12, 31))
        assert dict(known.days.workdays()) == dict(CHINA.days.workdays())

    def test_nothing_was_known_before_the_first_notice(self) -> None:
        with pytest.raises(OutOfCoverageError):
            CHINA.as_known_on(dt.date(2003, 12, 31))


class TestOpenTail:
    def test_the_last_week_of_the_last_year_is_still_open(self) -> None:
        assert CHINA.days.open_from == dt.date(2026, 12, 25)

    def test_a_deadline_in_it_says_so(self) -> None:
        gas = PLAN.targets["gas-connection"]
        assert "还可能被下一年度的放假通知调整" in gas.deadline(dt.date(2026, 12, 10)).explain()
        assert "还可能被下一年度的放假通知调整" not in gas.deadline(dt.date(2021, 12, 10)).explain()


class TestOfficeDays:
    OFFICE = CHINA.with_office_days("示例单位", closed=[dt.date(2021, 8, 2)], worked=[dt.date(2021, 8, 7)])

    def test_a_closure_is_not_worked_and_an_extra_day_is(self) -> None:
        assert self.OFFICE.day(dt.date(2021, 8, 2)).kind is DayKind.CLOSURE
        assert self.OFFICE.is_workday(dt.date(2021, 8, 7))
        assert CHINA.is_workday(dt.date(2021, 8, 2))

    def test_the_plan_can_be_judged_on_it(self) -> None:
        water = judged_by(PLAN, self.OFFICE).targets["water-connection"]
        assert water.deadline(dt.date(2021, 7, 30)).date == dt.date(2021, 8, 12)
        assert "本单位停业（示例单位）" in water.deadline(dt.date(2021, 7, 30)).explain()

    def test_a_day_cannot_be_both(self) -> None:
        with pytest.raises(DefinitionError, match="not closed and open"):
            CHINA.with_office_days("示例单位", [dt.date(2021, 8, 2)], [dt.date(2021, 8, 2)])


class TestProvisional:
    FURTHER = CHINA.provisional(dt.date(2029, 12, 31))

    @pytest.mark.parametrize(
        ("day", "name"),
        [("2027-02-05", "春节"), ("2027-02-08", "春节"), ("2027-04-05", "清明节"), ("2027-06-09", "端午节"),
         ("2027-09-15", "中秋节"), ("2028-10-03", "国庆节、中秋节")],
    )  # fmt: skip
    def test_statutory_festivals_are_off_and_marked(self, day: str, name: str) -> None:
        found = self.FURTHER.day(dt.date.fromisoformat(day))
        assert (found.kind, found.name, found.provisional) == (DayKind.HOLIDAY, name, True)

    def test_no_make_up_day_is_guessed_at(self) -> None:
        later = [day for day in self.FURTHER.days.special.values() if day.provisional]
        assert all(day.kind is DayKind.HOLIDAY for day in later)

    def test_published_days_stay_as_they_are(self) -> None:
        assert not self.FURTHER.day(dt.date(2026, 12, 31)).provisional
        assert self.FURTHER.days.settled_to == dt.date(2026, 12, 31)

    def test_a_deadline_and_a_verdict_are_marked(self) -> None:
        gas = judged_by(PLAN, self.FURTHER).targets["gas-connection"]
        deadline = gas.deadline(dt.date(2026, 12, 24))
        assert deadline.provisional
        assert str(deadline).endswith("（暂定）")
        assert deadline.within is not None
        assert deadline.date in deadline.within
        verdict = gas.evaluate(
            start=dt.date(2026, 12, 24), end=dt.date(2027, 1, 12), as_of=dt.date(2027, 2, 1)
        )
        assert verdict.provisional
        assert "（暂定）" in verdict.explain().splitlines()[0]

    def test_a_deadline_that_counts_only_published_days_is_settled(self) -> None:
        gas = judged_by(PLAN, self.FURTHER).targets["gas-connection"]
        deadline = gas.deadline(dt.date(2026, 9, 1))
        assert (deadline.provisional, deadline.within) == (False, None)

    def test_a_notice_settles_its_year(self) -> None:
        from tests.calendar.test_notice import complete_notice

        settled = self.FURTHER.with_notice(complete_notice(2027))
        assert not settled.day(dt.date(2027, 5, 1)).provisional
        assert settled.day(dt.date(2028, 5, 1)).provisional

    @pytest.mark.parametrize("year", range(2014, 2027))
    def test_the_deadline_by_the_years_notice_lies_in_the_range_given_before_it(self, year: int) -> None:
        """One-off changes during the year (2015, 2019, 2020) were foretold by no rule and are left out."""
        noticed = CHINA.as_known_on(dt.date(year, 1, 1))
        settled = dt.date(year - 1, 12, 31)
        known = {day: what for day, what in CHINA.days.special.items() if day <= settled}
        past = WorkdayCalendar(DayTable(CHINA.coverage[0], settled, known, settled))
        further = past.provisional(dt.date(year, 12, 31))
        limits: list[Days] = [WorkingDays(n) for n in (1, 2, 5, 7, 8, 9, 13, 30)] + [CalendarDays(20)]
        for start in (dt.date(year - 1, 12, 20) + dt.timedelta(days=n) for n in range(320)):
            for limit in limits:
                found = due(further, start, limit)
                within = due_range(further, start, limit, found)
                true = due(noticed, start, limit).date
                if within is None:
                    assert true == found.date or true > dt.date(year - 1, 12, 28)
                else:
                    assert true in within, (start, limit, found, within)


class TestFestivals:
    @pytest.mark.parametrize("year", range(2014, 2027))
    def test_every_statutory_day_was_off_by_the_years_notice(self, year: int) -> None:
        for day, name in statutory_festivals(year).items():
            found = CHINA.day(day)
            assert found.kind is DayKind.HOLIDAY, (day, name)
            assert set(name.split("、")) & set(found.name.split("、"))

    @pytest.mark.parametrize("year", [2013, 2100])
    def test_years_the_rules_or_the_moon_do_not_reach_are_refused(self, year: int) -> None:
        with pytest.raises(DefinitionError):
            statutory_festivals(year)


def test_no_official_notice_has_a_finding() -> None:
    assert [check_notice(notice) for notice in CHINA.days.notices] == [()] * 26
