"""A calendar holds the events it was given and nothing else (日历文件)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

import icalendar
import pytest

from tests.files.judged import WATER
from tests.sinks.attacks import LONG, each_attack, meant, tame
from tests.sinks.hostile import AS_OF, START, dated_plan_of, plan_of
from wushan_plan import CHINA, JudgedCase
from wushan_plan.files.calendars import case_calendar, days_calendar, plan_calendar
from wushan_plan.model.verdict import Lang

Made = Callable[[str, Lang], bytes]


def of_a_case(text: str, lang: Lang) -> bytes:
    verdict = plan_of(text).commitment(WATER.id).evaluate(start=START, as_of=AS_OF)
    return case_calendar([JudgedCase(text, verdict)], CHINA, lang=lang)


def of_a_plan(text: str, lang: Lang) -> bytes:
    return plan_calendar(dated_plan_of(text), CHINA, lang=lang)


def of_an_office(text: str, lang: Lang) -> bytes:
    return days_calendar(CHINA.with_office_days(text, closed=[START]), START.year, lang=lang)


def shape(content: bytes) -> list[str]:
    """The name of each property and component, in order, as every reader finds them."""
    unfolded = re.sub(r"\r\n[ \t]", "", content.decode())
    lines = unfolded.split("\r\n")
    assert lines == [*unfolded.splitlines(), ""]  # there is no other break, to any reader
    return [line if line.startswith(("BEGIN:", "END:")) else re.split("[:;]", line)[0] for line in lines]


def obeyed(text: str) -> list[str]:
    return [
        char for char in text if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp") and char != "\n"
    ]


@pytest.mark.parametrize("made", [of_a_case, of_a_plan, of_an_office], ids=["case", "plan", "office"])
@each_attack
def test_a_calendar_is_the_same_but_for_words(made: Made, attack: str) -> None:
    hostile, harmless = made(attack, "zh"), made(tame(1), "zh")
    assert shape(hostile) == shape(harmless)
    assert all(len(line) <= 75 for line in hostile.split(b"\r\n"))
    assert not obeyed(hostile.decode().replace("\r\n", "\n"))
    said = "\n".join(
        str(event[name])
        for event in icalendar.Calendar.from_ical(hostile).events
        for name in ("SUMMARY", "DESCRIPTION")
    )
    assert meant(attack) in meant(said)
    assert not obeyed(said)


def test_a_text_of_any_length_is_there() -> None:
    (event,) = icalendar.Calendar.from_ical(of_a_case(LONG, "zh")).events
    assert LONG in str(event["SUMMARY"])
