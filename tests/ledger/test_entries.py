"""Entries are values: what they accept, and what their ids rest on."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from wushan_plan import CalendarDays, Interval, Status, WorkingDays
from wushan_plan.errors import EntryError
from wushan_plan.ledger import (
    CaseReport,
    Comment,
    Completion,
    Correction,
    Evidence,
    ProgressReport,
    Tally,
    from_line,
    to_line,
)

CITED: dict[str, Any] = {
    "commitment": "cross-province-services",
    "unit": "government-services-office",
    "author": "王科长",
}
DAY = date(2021, 9, 30)
BEIJING = timezone(timedelta(hours=8))


def report(**fields: Any) -> ProgressReport:
    return ProgressReport(**{**CITED, "at": DAY, "facts": {"items": 41}, **fields})


def test_an_id_is_the_same_on_every_machine() -> None:
    assert report().id == "cb9f2d23e6621683b0e3e3535513c0fd"
    assert to_line(report()) == (
        f'{{"id":"{report().id}","at":"2021-09-30","author":"王科长","commitment":"cross-province-services",'
        '"facts":{"items":41},"kind":"progress","unit":"government-services-office"}'
    )


def test_an_id_changes_with_any_of_the_content() -> None:
    others = [
        report(author="李"),
        report(facts={"items": 42}),
        report(note="补报"),
        report(at=date(2021, 10, 1)),
    ]
    assert len({report().id, *(one.id for one in others)}) == 5


def test_what_holds_half_a_character_has_an_id_by_which_it_can_be_refused() -> None:
    assert len({report(note="\ud83d").id, report(note="\ud83e").id, report(note="").id}) == 3


def test_facts_in_another_order_are_the_same_entry() -> None:
    one = report(facts={"items": 41, "reached_on": DAY})
    assert one.id == report(facts={"reached_on": DAY, "items": 41}).id


def test_equal_moments_in_two_zones_are_one_entry() -> None:
    here = report(at=datetime(2021, 9, 30, 9, tzinfo=BEIJING))
    there = report(at=datetime(2021, 9, 30, 1, tzinfo=UTC))
    assert (here, here.id) == (there, there.id)


def test_the_day_of_an_entry_is_the_day_in_china() -> None:
    assert report(at=datetime(2021, 9, 30, 20, tzinfo=UTC)).day == date(2021, 10, 1)


def test_a_date_comes_before_every_moment_of_its_day() -> None:
    moment = report(at=datetime(2021, 9, 30, 0, 0, 1, tzinfo=BEIJING))
    assert report().order < moment.order < report(at=date(2021, 10, 1)).order


def test_the_moment_of_a_date_is_the_beginning_of_its_day() -> None:
    assert report(at=date(1970, 1, 1), facts={"items": 1}).instant == 0
    assert report(at=date(1970, 1, 3), facts={"items": 1}).instant == 2 * 24 * 60 * 60 * 1_000_000


def test_a_moment_is_counted_in_whole_microseconds() -> None:
    instant = report(at=datetime(1970, 1, 1, 0, 0, 1, 3, BEIJING)).instant
    assert (instant, type(instant)) == (1_000_003, int)


def test_moments_are_kept_in_the_time_of_china() -> None:
    assert str(report(at=datetime(2021, 9, 30, 1, 2, 3, 4, UTC)).at) == "2021-09-30 09:02:03.000004+08:00"


def test_what_is_settled_is_named_once_and_in_order() -> None:
    assert report(settles=["b", "a", "b"]).settles == ("a", "b")


def test_one_name_of_what_is_settled_is_one_name() -> None:
    assert report(settles="abc").settles == ("abc",)


def test_facts_stood_on_the_day_of_writing_unless_they_say_otherwise() -> None:
    shown = Evidence(**CITED, at=DAY, reference="纪要")
    earlier = Evidence(**CITED, at=DAY, reference="纪要", stood_on=date(2021, 9, 28))
    assert (shown.stood, earlier.stood) == (DAY, date(2021, 9, 28))


def test_figures_stood_on_the_last_day_of_their_period() -> None:
    period = Interval(date(2021, 8, 1), date(2021, 8, 31))
    assert report().stood == DAY
    assert report(period=period).stood == date(2021, 8, 31)
    assert report(stood_on=date(2021, 9, 28)).stood == date(2021, 9, 28)


def test_a_table_stood_on_the_last_day_of_its_period() -> None:
    def table(**fields: Any) -> CaseReport:
        return CaseReport(**CITED, at=DAY, tally=Tally(counts={}), source="表", **fields)

    period = Interval(date(2021, 8, 1), date(2021, 8, 31))
    assert table().stood == DAY
    assert table(period=period).stood == date(2021, 8, 31)
    assert table(period=period, stood_on=date(2021, 9, 28)).stood == date(2021, 9, 28)


def test_a_moment_without_time_zone_is_refused() -> None:
    with pytest.raises(EntryError, match="time zone"):
        report(at=datetime(2021, 9, 30, 9))


@pytest.mark.parametrize("author", ["", "  ", " 王", None, "王\0"])
def test_an_author_has_a_name(author: object) -> None:
    with pytest.raises(EntryError):
        report(author=author)


@pytest.mark.parametrize("note", [None, 5])
def test_a_note_is_text(note: Any) -> None:
    with pytest.raises(EntryError):
        report(note=note)


def test_a_report_reports_something() -> None:
    with pytest.raises(EntryError):
        report(facts={})


@pytest.mark.parametrize(
    "make",
    [
        lambda: report(stood_on=date(2021, 10, 1)),
        lambda: report(period=Interval(date(2021, 9, 1), date(2021, 10, 1))),
        lambda: Completion(**CITED, at=DAY, done_on=date(2021, 10, 1)),
        lambda: CaseReport(**CITED, at=DAY, tally=Tally(counts={}), source="表", stood_on=date(2021, 10, 1)),
    ],
)
def test_nothing_is_reported_before_it_has_happened(make: Any) -> None:
    with pytest.raises(EntryError, match="before it has happened"):
        make()


def test_figures_are_for_a_period_or_as_they_stood() -> None:
    with pytest.raises(EntryError):
        report(period=Interval(date(2021, 9, 1), DAY), stood_on=DAY)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        (0.1, Fraction(1, 10)),
        (Decimal("2.50"), Fraction(5, 2)),
        (3.0, 3),
        (True, True),
        ("  文件12号 ", "文件12号"),
        (["乙", "甲"], ("乙", "甲")),
        ({"甲", "乙"}, ("乙", "甲")),
        ([date(2021, 9, 2), date(2021, 9, 1)], (date(2021, 9, 1), date(2021, 9, 2))),
        ([(DAY, None), (date(2021, 9, 1), DAY)], ((date(2021, 9, 1), DAY), (DAY, None))),
        (datetime(2021, 9, 30, 9), DAY),
        (WorkingDays(3), WorkingDays(3)),
        (CalendarDays(3), CalendarDays(3)),
        (Interval(DAY, DAY), Interval(DAY, DAY)),
        ([], ()),
        (None, None),
    ],
)
def test_a_fact_is_kept_exact_and_frozen(given: object, kept: object) -> None:
    entry = report(facts={"x": given})
    assert dict(entry.facts)["x"] == kept
    assert from_line(to_line(entry)) == entry


@pytest.mark.parametrize("value", [float("nan"), Decimal("inf"), "", ["甲", "甲"], object(), ["甲", DAY]])
def test_what_is_no_fact_is_refused(value: object) -> None:
    with pytest.raises(EntryError):
        report(facts={"x": value})


def test_a_table_of_cases_is_written_with_its_counts_by_status() -> None:
    tally = Tally(counts={Status.NOT_MET: 1, Status.MET: 9}, completed=10, total_elapsed=24, unit="working")
    table = CaseReport(**CITED, at=DAY, tally=tally, source="表")
    assert from_line(to_line(table)) == table
    assert json.loads(to_line(table))["tally"] == {
        "counts": {"met": 9, "not-met": 1},
        "breaches": 0,
        "reading_dependent": 0,
        "completed": 10,
        "total_elapsed": 24,
        "open_late": 0,
        "unit": "working",
    }


def test_an_edited_line_is_refused() -> None:
    line = to_line(report()).replace("41", "74")
    with pytest.raises(EntryError, match="digest") as caught:
        from_line(line, "ledger.jsonl, line 7")
    assert caught.value.where == "ledger.jsonl, line 7"
    assert caught.value.zh


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "[]",
        "{}",
        '{"kind":"rumour"}',
        '{"kind":"comment","at":"2021-09-30"}',
        '{"kind":"comment","at":"30 Sept","author":"王","commitment":"x","unit":"y","text":"z"}',
        '{"kind":"comment","at":5,"author":"王","commitment":"x","unit":"y","text":"z"}',
        '{"kind":"progress","at":"2021-09-30","author":"王","commitment":"x","unit":"y","facts":{"a":{"b":1}}}',
        '{"kind":"comment","at":"2021-09-30","author":"王","commitment":"x","unit":"y","text":"z","extra":1}',
    ],
)
def test_a_line_that_is_no_entry_is_refused(line: str) -> None:
    with pytest.raises(EntryError):
        from_line(line)


@pytest.mark.parametrize(
    "entry",
    [
        Evidence(**CITED, at=DAY, reference="会议纪要", digest="ab" * 32),
        Completion(**CITED, at=DAY, done_on=date(2021, 9, 1), evidence="文件", settles=["b", "a"]),
        CaseReport(
            **CITED, at=DAY, tally=Tally(counts={}), source="表", period=Interval(date(2021, 9, 1), DAY)
        ),
        Correction(**CITED, at=DAY, corrects="a", reason="错", facts={"items": None}, withdraws=True),
        Comment(**CITED, at=datetime(2021, 9, 30, 9, 1, 2, 3, BEIJING), text="第一行\n第二行"),
    ],
)
def test_every_field_is_written(entry: Any) -> None:
    line = to_line(entry)
    assert "\n" not in line
    assert from_line(line) == entry
    assert json.loads(line)["id"] == entry.id
