"""Deadlines and verdicts as pictures in a notebook (日历图)."""

from __future__ import annotations

from datetime import date, timedelta
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.evaluation.facts_for import facts_for, judge
from tests.evaluation.strategies import facts_about, names_of_commitments
from wushan_plan import PLAN
from wushan_plan.testing import TimeLimitCase, time_limit_cases

WATER = PLAN.targets["water-connection"]
ACCEPTANCE = PLAN.targets["procurement-acceptance"]
START, NINTH, END = date(2021, 9, 24), date(2021, 10, 12), date(2021, 10, 14)
SVG = "{http://www.w3.org/2000/svg}"

DEADLINE = WATER.deadline(START).display().html
LATE = WATER.evaluate(start=START, end=END, as_of=date(2021, 12, 31)).display().html


def parsed(html: str) -> ElementTree.Element:
    """The picture, which is well-formed, or an error."""
    return ElementTree.fromstring(html)


def cell(html: str, day: date) -> ElementTree.Element:
    """The cell of one day."""
    for group in parsed(html).iter(f"{SVG}g"):
        title = group.find(f"{SVG}title")
        if title is not None and (title.text or "").startswith(day.isoformat()):
            return group
    raise AssertionError(f"no cell for {day}")


def words_in(element: ElementTree.Element) -> str:
    return " ".join("".join(each.itertext()) for each in element.iter(f"{SVG}text"))


def is_hatched(html: str, day: date) -> bool:
    return any("url(#" in each.get("fill", "") for each in cell(html, day).iter(f"{SVG}rect"))


class TestCalendar:
    """The months between start and end; rest days hatched, make-up days marked 班."""

    def test_is_one_element_with_one_drawing_a_month(self) -> None:
        assert parsed(DEADLINE).tag == "div"
        assert len(list(parsed(DEADLINE).iter(f"{SVG}svg"))) == 2

    def test_shows_every_day_of_every_month_it_touches(self) -> None:
        for offset in range(61):
            cell(DEADLINE, date(2021, 9, 1) + timedelta(days=offset))

    @pytest.mark.parametrize("day", [date(2021, 9, 25), date(2021, 10, 1), date(2021, 10, 4)])
    def test_hatches_weekends_and_holidays(self, day: date) -> None:
        assert is_hatched(DEADLINE, day)

    @pytest.mark.parametrize("day", [START, date(2021, 9, 26), date(2021, 10, 9), NINTH])
    def test_does_not_hatch_days_that_are_worked(self, day: date) -> None:
        assert not is_hatched(DEADLINE, day)

    def test_the_hatching_is_defined_where_it_is_used(self) -> None:
        patterns = {each.get("id") for each in parsed(DEADLINE).iter(f"{SVG}pattern")}
        used = {
            each.get("fill", "").removeprefix("url(#").removesuffix(")")
            for each in parsed(DEADLINE).iter(f"{SVG}rect")
            if each.get("fill", "").startswith("url(#")
        }
        assert used
        assert used <= patterns

    @pytest.mark.parametrize("day", [date(2021, 9, 26), date(2021, 10, 9)])
    def test_marks_make_up_days_with_ban(self, day: date) -> None:
        assert "班" in words_in(cell(DEADLINE, day))

    def test_marks_holidays_with_xiu_and_names_the_festival(self) -> None:
        holiday = cell(DEADLINE, date(2021, 10, 1))
        assert "休" in words_in(holiday)
        assert "国庆节" in "".join(holiday.itertext())

    def test_marks_no_other_day_with_ban(self) -> None:
        for offset in range(61):
            day = date(2021, 9, 1) + timedelta(days=offset)
            if "班" in words_in(cell(DEADLINE, day)):
                assert day in (date(2021, 9, 18), date(2021, 9, 26), date(2021, 10, 9))

    def test_numbers_the_counted_days(self) -> None:
        assert words_in(cell(DEADLINE, NINTH)).split()[-1] == "9"

    def test_marks_start_and_deadline(self) -> None:
        assert "起" in words_in(cell(DEADLINE, START))
        assert "止" in words_in(cell(DEADLINE, NINTH))

    def test_marks_the_end_of_a_case(self) -> None:
        assert "办" in words_in(cell(LATE, END))

    def test_marks_the_day_of_judgement_of_an_open_case(self) -> None:
        html = WATER.evaluate(start=START, as_of=date(2021, 10, 11)).display().html
        assert "判" in words_in(cell(html, date(2021, 10, 11)))

    def test_has_a_description_for_those_who_cannot_see_it(self) -> None:
        svg = next(parsed(DEADLINE).iter(f"{SVG}svg"))
        title = svg.find(f"{SVG}title")
        assert svg.get("role") == "img"
        assert title is not None
        assert title.text

    def test_takes_its_colour_of_writing_from_the_page(self) -> None:
        assert {each.get("fill") for each in parsed(DEADLINE).iter(f"{SVG}text")} >= {"currentColor"}

    def test_of_years_shows_a_few_months(self) -> None:
        stopped = [(date(2021, 9, 27), date(2023, 12, 29))]
        html = WATER.deadline(START, suspended=stopped).display().html
        assert len(list(parsed(html).iter(f"{SVG}g"))) < 7 * 31

    def test_carries_the_words_as_well(self) -> None:
        assert "用时11个工作日" in "".join(parsed(LATE).itertext())

    def test_of_a_verdict_without_a_clock_is_words_alone(self) -> None:
        html = PLAN.targets["complaint-handling-rate"].evaluate().display().html
        assert list(parsed(html).iter(f"{SVG}svg")) == []


class TestMarkup:
    """Whatever stands in a fact is text, never markup."""

    def test_in_an_excuse_is_escaped(self) -> None:
        html = ACCEPTANCE.evaluate(start=START, end=END, excuse="<script>alert(1)</script>").display().html
        assert "<script" not in html
        assert "&lt;script&gt;" in html

    def test_in_evidence_is_escaped(self) -> None:
        verdict = PLAN.commitment("m08.1").evaluate(done=True, evidence="</pre><img src=x>", as_of=START)
        assert "<img" not in verdict.display().html

    def test_in_the_name_of_an_item_is_escaped(self) -> None:
        review = PLAN.targets["legal-review-coverage"]
        html = review.evaluate(universe=["<b>甲</b>", "乙"], covered=["乙"]).display().html
        assert "<b>" not in html
        assert "&lt;b&gt;甲" in html

    @given(st.text(st.characters(exclude_categories=["C"]), min_size=1))
    def test_of_any_excuse_leaves_the_picture_well_formed(self, excuse: str) -> None:
        html = ACCEPTANCE.evaluate(start=START, end=END, excuse=excuse).display().html
        if excuse.strip():
            assert excuse.strip() in "".join(parsed(html).itertext())


class TestEveryPicture:
    """Every verdict and every deadline has a well-formed picture."""

    def test_of_every_possible_status(self) -> None:
        for one in PLAN.commitments:
            for status in one.possible_statuses:
                assert parsed(judge(one, facts_for(one, status)).display().html).tag == "div"

    @given(st.data(), names_of_commitments())
    def test_on_any_facts(self, data: st.DataObject, name: str) -> None:
        commitment = PLAN.commitment(name)
        assert parsed(judge(commitment, data.draw(facts_about(commitment))).display().html).tag == "div"

    @given(time_limit_cases(first=date(2020, 12, 1), last=date(2022, 12, 31)))
    def test_of_any_case_under_a_time_limit(self, case: TimeLimitCase) -> None:
        verdict = judge(WATER, dict(case.arguments))
        assert parsed(verdict.display().html).tag == "div"
        assert parsed(WATER.deadline(case.start, suspended=case.suspended).display().html).tag == "div"
