"""Pages hold what stands in data as words: no element, attribute or comment comes of it (网页)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from xml.etree import ElementTree

import pytest

from tests.files.judged import WATER
from tests.sinks.attacks import LONG, each_kind, meant, named, tame
from tests.sinks.hostile import (
    AS_OF,
    REPORTED,
    START,
    ledger_of,
    plan_in_office,
    plan_of,
    results_of,
)
from tests.sinks.readers import Page
from wushan_plan import CHINA, PLAN, scorecard
from wushan_plan.explanation.display import day_display, year_display
from wushan_plan.ledger import Ledger
from wushan_plan.ledger.reports import html, report
from wushan_plan.ledger.reports.pictures import calendar_svg, timeline_svg, units_svg
from wushan_plan.model.verdict import Lang

LANGS: tuple[Lang, ...] = ("zh", "en")
each_language = pytest.mark.parametrize("lang", LANGS)
_OBEYED = "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
_FETCHED = ("href", "src", "srcset", "action", "data", "xlink:href")


read = cache(Page)


def same_but_for_words(hostile: str, harmless: str) -> Page:
    """Checks that two pages differ in words alone, and gives the first."""
    found, twin = Page(hostile), read(harmless)
    assert found.elements == twin.elements
    assert found.others == twin.others
    assert [name for name, _ in found.attributes] == [name for name, _ in twin.attributes]
    links = [value for name, value in found.attributes if name in _FETCHED]
    assert links == [value for name, value in twin.attributes if name in _FETCHED]
    assert [one for one in found.attributes if one[0].startswith("on")] == []
    assert not re.search(_OBEYED, hostile)
    return found


def nouns(text: str, lang: Lang) -> Iterator[str]:
    """Every noun that shows itself in a notebook."""
    plan = plan_of(text)
    target = plan.commitment("water-connection")
    verdict = target.evaluate(start=START, end=AS_OF, as_of=AS_OF)
    office = plan_in_office(text).commitment("water-connection")
    contract = PLAN.targets["procurement-contract"].evaluate(
        start=START, end=AS_OF, as_of=AS_OF, excuse=named(text)
    )
    ledger, other = ledger_of(text), Ledger.from_plan(plan)
    state = ledger.as_of(REPORTED)
    shown = (
        *(plan, plan.chapters[0], plan.chapters[-1], plan.sections[0], plan.measures[5], plan.safeguards[0]),
        *(plan.lead_units[0], target, plan.readings[0], target.deadline(START), verdict, contract),
        *(office.deadline(START), scorecard(WATER, [one.case for one in results_of(text).rows])),
        *(ledger, state, state.whole, state.unit("finance"), state.commitment("procurement-contract")),
        *(
            state.task("m08.1"),
            other,
            other.as_of(REPORTED),
        ),
    )
    for noun in shown:
        yield noun.display(lang).html
    calendar = CHINA.with_office_days(text, closed=[REPORTED])
    yield year_display(calendar, 2021, lang).html
    yield day_display(calendar.day(REPORTED), lang).html


@each_language
@each_kind
def test_a_noun_in_a_notebook_is_the_same_page_but_for_words(attack: str, lang: Lang) -> None:
    for hostile, harmless in zip(nouns(attack, lang), nouns(tame(1), lang), strict=True):
        same_but_for_words(hostile, harmless)
        ElementTree.fromstring(hostile)


@each_kind
def test_the_words_are_there(attack: str) -> None:
    shown = meant("".join(Page(page).text for page in nouns(attack, "zh")))
    assert meant(attack.replace("\r\n", "\n").rstrip()) in shown.replace("\r\n", "\n")


class TestReport:
    @each_language
    @each_kind
    def test_a_report_is_the_same_page_but_for_words(self, attack: str, lang: Lang) -> None:
        pages = [html(report(ledger_of(text), REPORTED, START, lang=lang)) for text in (attack, tame(1))]
        found = same_but_for_words(*pages)
        assert meant(named(attack).replace("\r\n", "\n")) in meant(found.text)

    @each_kind
    def test_a_report_on_another_plan_is_the_same_page_but_for_words(self, attack: str) -> None:
        ledgers = [Ledger.from_plan(plan_of(text)) for text in (attack, tame(1))]
        same_but_for_words(*(html(report(one, REPORTED)) for one in ledgers))

    @each_kind
    def test_its_pictures_are_well_formed_and_the_same_but_for_words(self, attack: str) -> None:
        reports = [report(Ledger.from_plan(plan_of(text)), REPORTED) for text in (attack, tame(1))]
        for drawn in (timeline_svg, units_svg, calendar_svg):
            hostile, harmless = map(drawn, reports)
            same_but_for_words(hostile, harmless)
            ElementTree.fromstring(hostile)


def test_a_text_of_any_length_is_shown_whole() -> None:
    shown = scorecard(WATER, [one.case for one in results_of(LONG).rows]).display().html
    assert (
        LONG
        in same_but_for_words(
            shown, scorecard(WATER, [one.case for one in results_of(tame(1)).rows]).display().html
        ).text
    )
