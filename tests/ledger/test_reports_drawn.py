"""What the pictures of a report show at the edges: months, cut names, narrow bars, the calendar."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest

from tests.ledger.specimens import ledgers
from tests.ledger.specimens.edge_plans import YEAR, plan_of, silent
from wushan_plan import CHINA, Interval, WorkingDays
from wushan_plan.ledger import Ledger
from wushan_plan.ledger.reports import SupervisionReport, report
from wushan_plan.ledger.reports.pictures import calendar_svg, timeline_svg, units_svg
from wushan_plan.model.verdict import Lang


def words(svg: str, marked: str = "") -> list[str]:
    """The texts of a picture whose attributes hold ``marked``."""
    return [text for marks, text in re.findall(r"<text ([^>]*)>([^<]*)</text>", svg) if marked in marks]


class TestMonths:
    """Above the timeline stand the months, as many as have room."""

    def months(self, first: date, last: date) -> list[str]:
        plan = plan_of({"甲局": 1}, Interval(first, last))
        return words(timeline_svg(silent(plan, first)), 'fill-opacity="0.75"')

    def test_a_month_of_which_twelve_days_are_left_has_its_name(self) -> None:
        assert self.months(date(2022, 3, 20), date(2022, 7, 31)) == [
            "2022年3月", "4月", "5月", "6月", "7月",
        ]  # fmt: skip

    def test_a_month_of_which_eleven_days_are_left_has_not(self) -> None:
        assert self.months(date(2022, 3, 21), date(2022, 7, 31)) == ["2022年4月", "5月", "6月", "7月"]

    def test_twelve_months_stand_one_by_one(self) -> None:
        assert len(self.months(date(2022, 1, 1), date(2022, 12, 14))) == 12

    def test_of_thirteen_every_other_stands(self) -> None:
        assert self.months(date(2022, 1, 1), date(2022, 12, 31)) == [
            "2022年1月", "3月", "5月", "7月", "9月", "11月",
        ]  # fmt: skip

    def test_january_says_its_year(self) -> None:
        assert self.months(date(2022, 11, 1), date(2023, 3, 31)) == [
            "2022年11月", "12月", "2023年1月", "2月", "3月",
        ]  # fmt: skip

    def test_nor_has_it_where_only_one_month_follows(self) -> None:
        assert self.months(date(2022, 3, 21), date(2022, 3, 24)) == ["2022年4月"]

    def test_each_has_a_line_from_its_first_day_that_of_the_last_day_too(self) -> None:
        # To the first of May, six days after the end.
        plan = plan_of({"甲局": 1}, Interval(date(2022, 3, 1), date(2022, 4, 25)))
        assert timeline_svg(silent(plan, date(2022, 3, 1))).count('stroke-opacity="0.15"') == 3

    def test_the_last_one_needs_more_than_forty_pixels(self) -> None:
        # Of 692 pixels for 34 days two take 40.7; of as many for 173 days ten take 40.
        assert self.months(date(2022, 3, 30), date(2022, 4, 27)) == ["2022年4月", "5月"]
        assert self.months(date(2022, 3, 22), date(2022, 9, 4)) == ["2022年4月", "5月", "6月", "7月", "8月"]

    def test_a_short_period_has_six_days_after_it(self) -> None:
        plan = plan_of({"甲局": 1}, Interval(date(2022, 3, 1), date(2022, 3, 31)))
        # 14 and 30 of 36 days of 692 pixels.
        assert 'x2="590.7"' in timeline_svg(silent(plan, date(2022, 3, 1)))

    def test_a_period_within_one_month_has_its_name(self) -> None:
        assert self.months(date(2022, 3, 1), date(2022, 3, 4)) == ["2022年3月"]


class TestDayOfTheReport:
    """The timeline ends soon after the period; an arrow points to a day beyond either end of it."""

    @pytest.mark.parametrize(
        ("day", "shown"),
        [
            (date(2022, 2, 28), "← 截至 2022-02-28"),
            (date(2022, 3, 1), "截至 3月1日"),
            # 75 days after 31 December, and 17 more.
            (date(2023, 4, 2), "截至 4月2日"),
            (date(2023, 4, 3), "→ 截至 2023-04-03"),
        ],
    )
    def test_within_and_without(self, day: date, shown: str) -> None:
        assert words(timeline_svg(silent(plan_of({"甲局": 1}, YEAR), day)), 'font-weight="600"') == [shown]


class TestCutNames:
    """A name ends in … where it does not fit, and one letter earlier, for the … to fit too."""

    @pytest.mark.parametrize(
        ("lang", "name", "shown"),
        [
            ("zh", "甲" * 15, "甲" * 15),
            ("zh", "甲" * 16, "甲" * 14 + "…"),
            ("zh", "甲" * 13 + "aaaa", "甲" * 13 + "aaaa"),
            ("zh", "⺀" * 16, "⺀" * 14 + "…"),  # the first of the wide letters
            ("en", "a" * 34, "a" * 34),
            ("en", "a" * 35, "a" * 33 + "…"),
        ],
    )
    def test_of_a_unit(self, lang: Lang, name: str, shown: str) -> None:
        picture = units_svg(silent(plan_of({name: 1}, YEAR), date(2022, 4, 1), lang))
        assert words(picture, 'text-anchor="end"') == [shown]

    @pytest.mark.parametrize(
        ("summary", "shown"),
        [
            # The number and a blank take 41 of at least 200 pixels, whatever the day.
            ("甲" * 13, "甲" * 13),
            ("甲" * 14, "甲" * 12 + "…"),
            ("甲" * 9 + "a" * 8, "甲" * 9 + "a" * 6 + "…"),
        ],
    )
    def test_of_a_task_due_early(self, summary: str, shown: str) -> None:
        plan = plan_of({"甲局": 1}, YEAR, by=date(2022, 3, 31), summary=summary)
        assert words(timeline_svg(silent(plan, date(2022, 3, 2))))[10] == f"m01.1 {shown}"


class TestBars:
    @pytest.mark.parametrize(("tasks", "numbers"), [(39, ["39", "1"]), (40, ["40"])])
    def test_a_number_stands_in_a_bar_with_room_for_it(self, tasks: int, numbers: list[str]) -> None:
        found = silent(plan_of({"甲局": tasks, "乙局": 1}, YEAR), date(2022, 4, 1))
        assert words(units_svg(found), 'class="in-grey"') == numbers

    def test_the_longest_takes_all_the_room(self) -> None:
        picture = units_svg(silent(plan_of({"甲局": 1, "乙局": 0}, YEAR), date(2022, 4, 1)))
        assert '<rect x="190.0" y="30.0" width="480.0" height="17.0" class="c-grey"/>' in picture

    def test_two_digits_want_more_room_than_one(self) -> None:
        # Ten of two hundred and forty take 20 of 480 pixels, and want more than 20.
        for tasks, numbers in ((239, ["239", "10"]), (240, ["240"])):
            found = silent(plan_of({"甲局": tasks, "乙局": 10}, YEAR), date(2022, 4, 1))
            assert words(units_svg(found), 'class="in-grey"') == numbers

    def test_without_units_there_is_a_legend_alone(self) -> None:
        assert words(units_svg(silent(plan_of({}, YEAR), date(2022, 4, 1)))) == ["绿", "黄", "红", "灰"]


class TestCalendar:
    @staticmethod
    def days(found: SupervisionReport) -> list[str]:
        return re.findall(r"<title>(\d{4}-\d\d-\d\d) ", calendar_svg(found))

    def test_it_begins_with_the_monday_of_the_week(self) -> None:
        shown = self.days(silent(plan_of({"甲局": 1}, YEAR), date(2022, 4, 3)))
        assert (shown[0], len(shown) % 7) == ("2022-03-28", 0)

    def test_it_ends_with_the_week_of_the_last_day_ahead(self) -> None:
        plan = Ledger.from_plan(plan_of({"甲局": 1}, YEAR))
        # Monday 6 June to Friday the 10th and the weekend after it; one more is the Monday after.
        for ahead, last in ((4, "2022-06-12"), (5, "2022-06-19")):
            assert self.days(report(plan, date(2022, 6, 6), ahead=WorkingDays(ahead)))[-1] == last

    def test_it_shows_eight_weeks_at_most(self) -> None:
        found = report(ledgers.small_ledger(), ledgers.MAIN, ahead=WorkingDays(60))
        assert len(self.days(found)) == 56

    def test_it_ends_with_the_last_day_the_calendar_covers(self) -> None:
        last = CHINA.coverage[1]
        monday = last - timedelta(last.weekday())
        plan = Ledger.from_plan(plan_of({"甲局": 1}, YEAR))
        shown = self.days(report(plan, monday, ahead=WorkingDays(0)))
        assert (shown[0], shown[-1]) == (str(monday), str(last))

    def test_it_leaves_out_what_lies_before_the_calendar(self) -> None:
        assert self.days(silent(plan_of({"甲局": 1}, YEAR), CHINA.coverage[0]))[0] == "2004-01-01"
