"""Every term has a Chinese and an English word (用词)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wushan_plan import CHINA, CalendarDays, Citation, DayKind, Modality, Reading, Status, WorkingDays
from wushan_plan.explanation import words
from wushan_plan.model.commitment import Relation

GLOSSARY: dict[type[Enum], Mapping[Any, tuple[str, str]]] = {
    Status: words.STATUS,
    Modality: words.MODALITY,
    Reading: words.READING,
    Relation: words.RELATION,
    DayKind: words.DAY_KIND,
}
MEMBERS = [pytest.param(member, id=str(member)) for kind in GLOSSARY for member in kind]


@pytest.mark.parametrize("member", MEMBERS)
def test_every_member_has_a_word_in_each_language(member: Enum) -> None:
    zh, en = GLOSSARY[type(member)][member]
    assert any("一" <= character <= "鿿" for character in zh)
    assert en
    assert en.isascii()


@pytest.mark.parametrize("kind", GLOSSARY, ids=lambda kind: kind.__name__)
def test_no_two_members_share_a_word(kind: type[Enum]) -> None:
    for words_of_a_language in zip(*GLOSSARY[kind].values(), strict=True):
        assert len(set(words_of_a_language)) == len(kind)


@pytest.mark.parametrize(
    ("value", "zh", "en"),
    [
        (Fraction(30), "30", "30"),
        (Fraction(-3), "-3", "-3"),
        (Fraction(1, 2), "0.5", "0.5"),
        (Fraction(-5, 4), "-1.25", "-1.25"),
        (Fraction(68, 3), "约22.67", "about 22.67"),
        (Fraction(3_000_001, 100_000), "约30.00001", "about 30.00001"),
        (Fraction(10**30) + Fraction(1, 2), "1" + "0" * 30 + ".5", "1" + "0" * 30 + ".5"),
    ],
)
def test_a_number_is_exact_or_says_that_it_is_rounded(value: Fraction, zh: str, en: str) -> None:
    assert (words.number_text(value, "zh"), words.number_text(value, "en")) == (zh, en)


@given(st.fractions())
def test_a_number_without_about_is_the_number_itself(value: Fraction) -> None:
    shown = words.number_text(value, "en")
    if not shown.startswith("about"):
        assert Fraction(shown) == value


@given(st.fractions())
def test_a_number_that_is_not_whole_never_looks_whole(value: Fraction) -> None:
    shown = words.number_text(value, "en").removeprefix("about ")
    if value.denominator != 1 and abs(value - round(value)) > Fraction(1, 10**10):
        assert Fraction(shown).denominator != 1


@given(st.fractions(), st.sampled_from(["zh", "en"]))
def test_no_number_is_too_large_or_too_small_for_words(value: Fraction, lang: Any) -> None:
    for power in (-40, 40):
        assert words.number_text(value * Fraction(10) ** power, lang)


def test_days_are_never_without_their_kind() -> None:
    assert words.days_text(WorkingDays(9), "zh") == "9个工作日"
    assert words.days_text(WorkingDays(1), "en") == "1 working day"
    assert words.days_text(CalendarDays(20), "zh") == "20日"
    assert words.days_text(CalendarDays(20), "en") == "20 calendar days"


def test_a_date_shows_its_weekday() -> None:
    assert words.date_text(date(2021, 9, 26), "zh") == "2021年9月26日（周日）"
    assert words.date_text(date(2021, 9, 26), "en") == "Sun 26 September 2021"


def test_a_place_is_measure_or_safeguard_and_sentence_or_heading() -> None:
    assert words.place_text(Citation(6, 1), "zh") == "措施6第1句"
    assert words.place_text(Citation(28, 0), "zh") == "措施28标题"
    assert words.place_text(Citation(None, 3, safeguard=2), "en") == "safeguard 2, sentence 3"


@pytest.mark.parametrize(
    ("day", "zh", "en"),
    [
        (date(2021, 9, 24), "工作日", "working day"),
        (date(2021, 9, 25), "周末", "weekend"),
        (date(2021, 9, 26), "调休上班（国庆节）", "make-up working day (National Day)"),
        (date(2021, 10, 2), "国庆节放假", "National Day holiday"),
    ],
)
def test_a_day_is_called_by_its_kind_and_festival(day: date, zh: str, en: str) -> None:
    found = CHINA.day(day)
    assert (words.day_text(found, "zh"), words.day_text(found, "en")) == (zh, en)
