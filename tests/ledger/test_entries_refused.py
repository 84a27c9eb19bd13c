"""What no entry may say, and what the refusal says: value, rule, place, remedy, and the rule in Chinese."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

import pytest

from tests.model.told import Refusal
from wushan_plan import Interval
from wushan_plan.errors import DateTypeError, EntryError
from wushan_plan.ledger import (
    CaseReport,
    Comment,
    Completion,
    Correction,
    DeviationReason,
    Entry,
    Evidence,
    ProgressReport,
    Reassignment,
    Report,
    Tally,
)

CITED: dict[str, Any] = {"commitment": "new-road", "unit": "transport", "author": "王科长"}
DAY, NEXT = date(2021, 9, 30), date(2021, 10, 1)
AHEAD = Interval(date(2021, 9, 1), NEXT)
NOTHING = Tally(counts={})

WHOLE: Mapping[type[Entry], dict[str, Any]] = {
    ProgressReport: {"facts": {"items": 41}},
    Evidence: {"reference": "会议纪要"},
    Completion: {"done_on": DAY},
    CaseReport: {"tally": NOTHING, "source": "台账"},
    DeviationReason: {"reason": "供应商更名"},
    Correction: {"corrects": "0" * 32, "reason": "多录一位"},
    Reassignment: {"to": "finance", "reason": "职责调整"},
    Comment: {"text": "已阅"},
}
"""Of every kind, what it needs to say."""


def entry(kind: type[Entry], **fields: Any) -> Entry:
    """A whole entry of the kind, but for the fields given."""
    given: dict[str, Any] = {**CITED, "at": DAY, **WHOLE[kind], **fields}
    return kind(**given)


def refused(refusal: Refusal, kind: type[Entry], **fields: Any) -> None:
    refusal.is_met_by(lambda: entry(kind, **fields))


# --- texts ------------------------------------------------------------------------------------------

NEEDED = [
    *[(Comment, name) for name in ("commitment", "unit", "author", "text")],
    (Evidence, "reference"),
    (CaseReport, "source"),
    (DeviationReason, "reason"),
    *[(Correction, name) for name in ("corrects", "reason")],
    *[(Reassignment, name) for name in ("to", "reason")],
]
WRITTEN = [*[(kind, "note") for kind in WHOLE], (Evidence, "digest"), (CaseReport, "digest")]


def says_nothing(kind: type[Entry], name: str, value: object) -> None:
    refusal = Refusal(
        EntryError,
        value,
        f"{kind.__name__}({name}=…)",
        "text, and says something",
        "without blanks around it",
        "必填文字为空或首尾有空格",
    )
    refused(refusal, kind, **{name: value})


@pytest.mark.parametrize(("kind", "name"), NEEDED)
def test_a_text_that_is_needed_is_not_empty(kind: type[Entry], name: str) -> None:
    says_nothing(kind, name, "")


@pytest.mark.parametrize(("kind", "name"), NEEDED)
def test_a_text_that_is_needed_has_no_blank_before_or_after_it(kind: type[Entry], name: str) -> None:
    says_nothing(kind, name, " 王")
    says_nothing(kind, name, "王\n")


@pytest.mark.parametrize(("kind", "name"), NEEDED)
def test_a_text_that_is_needed_holds_no_character_that_cannot_be_stored(kind: type[Entry], name: str) -> None:
    says_nothing(kind, name, "王\0长")


@pytest.mark.parametrize(("kind", "name"), NEEDED)
def test_a_text_that_is_needed_is_text(kind: type[Entry], name: str) -> None:
    says_nothing(kind, name, 5)
    says_nothing(kind, name, None)


@pytest.mark.parametrize(("kind", "name"), [*WRITTEN, (Completion, "evidence")])
def test_a_text_that_may_be_left_out_is_text(kind: type[Entry], name: str) -> None:
    where = f"{kind.__name__}({name}=…)"
    refusal = Refusal(EntryError, 5, where, "this is text", "Give a str", "此处应为文字")
    refused(refusal, kind, **{name: 5})


@pytest.mark.parametrize(("kind", "name"), WRITTEN)
def test_a_text_that_may_be_left_out_may_be_empty(kind: type[Entry], name: str) -> None:
    assert getattr(entry(kind, **{name: ""}), name) == ""


# --- days -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", WHOLE)
def test_a_moment_without_time_zone_is_none(kind: type[Entry]) -> None:
    moment = datetime(2021, 9, 30, 9)
    refusal = Refusal(
        EntryError, moment, "at", "without time zone", "with tzinfo, or a date", "记录时间缺少时区"
    )
    refused(refusal, kind, at=moment)


def no_date(where: str) -> Refusal:
    return Refusal(DateTypeError, "2021-09-30", where, "a date is needed, not str", "datetime.date")


@pytest.mark.parametrize("kind", WHOLE)
def test_a_moment_is_a_date(kind: type[Entry]) -> None:
    refused(no_date("at"), kind, at="2021-09-30")


@pytest.mark.parametrize("kind", [ProgressReport, Evidence, Completion, CaseReport])
def test_the_day_the_facts_stood_on_is_a_date(kind: type[Entry]) -> None:
    refused(no_date("stood_on"), kind, stood_on="2021-09-30")


def test_the_day_of_completion_is_a_date() -> None:
    refused(no_date("done_on"), Completion, done_on="2021-09-30")


def ahead(kind: type[Entry], name: str, value: object) -> None:
    refusal = Refusal(
        EntryError,
        NEXT,
        f"{kind.__name__}({name}=…)",
        "before it has happened",
        "The entry is of 2021-09-30",
        f"{name}晚于记录日期",
    )
    refused(refusal, kind, **{name: value})


def test_evidence_stands_on_no_later_day() -> None:
    ahead(Evidence, "stood_on", NEXT)


@pytest.mark.parametrize("kind", [ProgressReport, CaseReport])
@pytest.mark.parametrize("value", ["2021-09", DAY, (date(2021, 9, 1), DAY)])
def test_a_period_is_an_interval(kind: type[Entry], value: object) -> None:
    where = f"{kind.__name__}(period=…)"
    refused(
        Refusal(EntryError, value, where, "interval of days", "Give Interval(", "统计期间应写明首日和末日"),
        kind,
        period=value,
    )


@pytest.mark.parametrize("value", [{"met": 3}, None])
def test_a_table_of_cases_is_summed_up(value: object) -> None:
    refused(
        Refusal(
            EntryError,
            value,
            "CaseReport(tally=…)",
            "what it amounts to",
            "Give a Tally",
            "办件汇总缺少汇总数",
        ),
        CaseReport,
        tally=value,
    )


def test_progress_stands_on_no_later_day() -> None:
    ahead(ProgressReport, "stood_on", NEXT)


def test_the_period_of_progress_ends_on_no_later_day() -> None:
    ahead(ProgressReport, "period", AHEAD)


def test_a_completion_stands_on_no_later_day() -> None:
    ahead(Completion, "stood_on", NEXT)


def test_what_is_completed_is_done_on_no_later_day() -> None:
    ahead(Completion, "done_on", NEXT)


def test_a_table_of_cases_stands_on_no_later_day() -> None:
    ahead(CaseReport, "stood_on", NEXT)


def test_the_period_of_a_table_of_cases_ends_on_no_later_day() -> None:
    ahead(CaseReport, "period", AHEAD)


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        (Evidence, {"stood_on": DAY}),
        (ProgressReport, {"stood_on": DAY}),
        (ProgressReport, {"period": Interval(date(2021, 9, 1), DAY)}),
        (Completion, {"stood_on": DAY, "done_on": DAY}),
        (CaseReport, {"stood_on": DAY, "period": Interval(date(2021, 9, 1), DAY)}),
    ],
)
def test_the_day_of_writing_itself_can_be_reported(kind: type[Entry], fields: dict[str, Any]) -> None:
    written = entry(kind, **fields)
    assert isinstance(written, Report)
    assert written.stood == DAY


# --- contents ---------------------------------------------------------------------------------------


def test_figures_for_a_period_do_not_stand_on_a_day() -> None:
    refusal = Refusal(
        EntryError,
        DAY,
        "ProgressReport(stood_on=…)",
        "for a period, or as they stood on a day",
        "one of the two",
        "统计期间与截至日只能填一个",
    )
    refused(refusal, ProgressReport, period=Interval(date(2021, 9, 1), DAY), stood_on=DAY)


def test_progress_reports_something() -> None:
    refusal = Refusal(
        EntryError, (), "ProgressReport", "reports something", "write a Comment otherwise", "填报内容为空"
    )
    refused(refusal, ProgressReport, facts={})


def test_a_table_of_cases_reports_no_facts() -> None:
    facts = (("start", DAY),)
    refusal = Refusal(
        EntryError,
        facts,
        "CaseReport(facts=…)",
        "a table reports its tally",
        "Use a ProgressReport",
        "办件汇总不填报事实",
    )
    refused(refusal, CaseReport, facts={"start": DAY})


def unnamed(given: object, kept: object) -> None:
    refusal = Refusal(
        EntryError, kept, "items", "what is added is named", "names of the items", "items：须逐项列名"
    )
    refused(refusal, ProgressReport, adds={"items": given})


def test_a_number_names_no_items() -> None:
    unnamed(3, 3)


def test_one_text_names_no_items() -> None:
    unnamed("户口迁移", "户口迁移")


def test_no_names_name_no_items() -> None:
    unnamed([], ())


def test_days_name_no_items() -> None:
    unnamed([DAY], (DAY,))
