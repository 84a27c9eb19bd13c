"""Calendars for phones and Outlook, read back as a phone would."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.files.judged import AS_OF, WATER, awkward, some_water, timed_verdicts, water
from wushan_plan import CHINA, PLAN, JudgedCase, Verdict, WorkingDays, judged_by
from wushan_plan.errors import FactError, OutOfCoverageError
from wushan_plan.files.calendars import case_calendar, days_calendar, plan_calendar, write_calendar
from wushan_plan.plain_text import one_line

NINE = dt.timedelta(hours=9)


def events(content: bytes) -> list[Any]:
    return list(icalendar.Calendar.from_ical(content).walk("VEVENT"))


def day(event: Any, name: str = "DTSTART") -> dt.date:
    found = event.decoded(name)
    assert type(found) is dt.date
    return found


def alarms(event: Any) -> Iterator[dt.datetime]:
    for alarm in event.walk("VALARM"):
        midnight = dt.datetime.combine(day(event), dt.time())
        yield midnight + alarm.decoded("TRIGGER")


OPEN = [one.case for one in some_water()]
CALENDARS = [
    pytest.param(plan_calendar(PLAN, CHINA), id="plan"),
    pytest.param(case_calendar(OPEN, CHINA), id="cases"),
    pytest.param(days_calendar(CHINA, 2021), id="days"),
    pytest.param(days_calendar(CHINA, 2021, working_days=True), id="working days"),
    pytest.param(plan_calendar(PLAN, CHINA, lang="en"), id="plan in English"),
]


@pytest.mark.parametrize("content", CALENDARS)
class TestEveryCalendar:
    """RFC 5545."""

    def test_lines_end_with_crlf_and_have_at_most_75_octets(self, content: bytes) -> None:
        assert content.endswith(b"\r\n")
        assert b"\n" not in content.replace(b"\r\n", b"")
        assert max(map(len, content.split(b"\r\n"))) <= 75

    def test_no_line_is_folded_inside_a_character(self, content: bytes) -> None:
        for line in content.split(b"\r\n"):
            line.decode("utf-8")

    def test_each_event_has_an_identity_of_its_own(self, content: bytes) -> None:
        uids = [str(event["UID"]) for event in events(content)]
        assert len(uids) == len(set(uids)) > 0
        assert all(uid.isascii() for uid in uids)

    def test_each_event_is_a_whole_day_without_a_zone(self, content: bytes) -> None:
        for event in events(content):
            assert day(event) < day(event, "DTEND")

    def test_nothing_in_it_is_refused_by_a_strict_reader(self, content: bytes) -> None:
        calendar = icalendar.Calendar.from_ical(content)
        assert [error for part in calendar.walk() for error in part.errors] == []
        assert (str(calendar["VERSION"]), str(calendar["CALSCALE"])) == ("2.0", "GREGORIAN")
        assert "PRODID" in calendar


class TestPlan:
    def test_every_date_the_text_fixes_is_an_event(self) -> None:
        found = {
            str(event["UID"]).partition(".")[0]: day(event) for event in events(plan_calendar(PLAN, CHINA))
        }
        assert found == {one.id: one.due_by for one in PLAN.commitments if one.due_by is not None}

    def test_alarms_ring_at_nine_some_working_days_before(self) -> None:
        content = plan_calendar(PLAN, CHINA, ahead=[WorkingDays(5), WorkingDays(1)])
        event = next(one for one in events(content) if day(one) == dt.date(2021, 10, 31))
        # 2021-10-31 is a Sunday: the working day before it is Friday 29, the fifth Monday 25.
        assert list(alarms(event)) == [dt.datetime(2021, 10, 25, 9), dt.datetime(2021, 10, 29, 9)]

    def test_summaries_are_chinese_unless_asked_otherwise(self) -> None:
        (zh, *_), (en, *_) = (events(plan_calendar(PLAN, CHINA, lang=lang)) for lang in ("zh", "en"))
        assert str(zh["SUMMARY"]).startswith("到期：推动74项")
        assert str(en["SUMMARY"]).startswith("Due: ")
        assert zh["UID"] == en["UID"]

    def test_it_stands_for_the_day_of_issue_unless_told_otherwise(self) -> None:
        (event, *_) = events(plan_calendar(PLAN, CHINA))
        assert event.decoded("DTSTAMP") == dt.datetime(2021, 7, 30, tzinfo=dt.UTC)
        (event, *_) = events(plan_calendar(PLAN, CHINA, stamp=dt.date(2021, 9, 1)))
        assert event.decoded("DTSTAMP") == dt.datetime(2021, 9, 1, tzinfo=dt.UTC)

    def test_the_same_plan_gives_the_same_bytes(self) -> None:
        assert plan_calendar(PLAN, CHINA) == plan_calendar(PLAN, CHINA)


class TestCases:
    def test_only_open_cases_are_in_it_and_late_ones_are_marked(self) -> None:
        found = {str(event["SUMMARY"]): day(event) for event in events(case_calendar(OPEN, CHINA))}
        assert found == {
            "截止：丁（已逾期）": dt.date(2021, 10, 12),
            "截止：戊（已逾期）": dt.date(2021, 11, 12),
            "截止：丙": WATER.deadline(dt.date(2021, 12, 28)).date,
        }

    def test_late_cases_have_no_alarm(self) -> None:
        for event in events(case_calendar(OPEN, CHINA)):
            assert bool(list(alarms(event))) is ("已逾期" not in str(event["SUMMARY"]))

    def test_a_case_judged_again_keeps_its_identity(self) -> None:
        later = [
            JudgedCase("丙", WATER.evaluate(start=dt.date(2021, 12, 28), as_of=dt.date(2022, 1, 5))),
        ]
        (first,) = [event for event in events(case_calendar(OPEN, CHINA)) if "丙" in str(event["SUMMARY"])]
        (second,) = events(case_calendar(later, CHINA))
        assert first["UID"] == second["UID"]
        assert first.decoded("DTSTAMP") < second.decoded("DTSTAMP")

    def test_two_open_cases_of_one_key_are_refused(self) -> None:
        twice = [water("甲", dt.date(2021, 12, 28), None).case] * 2
        with pytest.raises(FactError, match="two open cases have the same key"):
            case_calendar(twice, CHINA)

    def test_without_a_day_to_stand_for_it_is_refused(self) -> None:
        with pytest.raises(FactError, match="which day the file stands for"):
            case_calendar([], CHINA)
        assert events(case_calendar([], CHINA, stamp=AS_OF)) == []

    @given(st.lists(timed_verdicts(), max_size=4))
    def test_each_open_case_has_its_deadline_and_no_alarm_lies_behind(self, drawn: list[Verdict]) -> None:
        cases = [JudgedCase(str(number), one) for number, one in enumerate(drawn)]
        wanted = [
            one.verdict.deadline.date
            for one in cases
            if one.is_open and one.verdict is not None and one.verdict.deadline is not None
        ]
        found = events(case_calendar(cases, CHINA, stamp=AS_OF))
        assert len(found) <= len(wanted)
        by_key = {f"截止：{one.key}": one.verdict for one in cases}
        for event in found:
            verdict = by_key[str(event["SUMMARY"]).partition("（")[0]]
            assert verdict is not None
            assert verdict.deadline is not None
            assert day(event) == verdict.deadline.date
            for moment in alarms(event):
                assert verdict.as_of is not None
                assert verdict.as_of < moment.date() < day(event)
                assert CHINA.is_workday(moment.date())

    @given(awkward.filter(str.strip))
    def test_any_key_makes_a_calendar_that_can_be_read(self, key: str) -> None:
        (event,) = events(case_calendar([water(key, dt.date(2021, 12, 28), None).case], CHINA))
        assert str(event["SUMMARY"]) == f"截止：{one_line(key)}"

    def test_a_provisional_deadline_is_marked(self) -> None:
        plan = judged_by(PLAN, CHINA.provisional(dt.date(2027, 12, 31)))
        start = dt.date(2027, 1, 20)
        verdict = plan.targets["water-connection"].evaluate(start=start, as_of=start)
        (event,) = events(
            case_calendar([JudgedCase("甲", verdict)], CHINA.provisional(dt.date(2027, 12, 31)))
        )
        assert str(event["SUMMARY"]) == "截止：甲（暂定）"


class TestDays:
    """Every day off, every make-up day and, when asked for, every working day of a year."""

    @pytest.mark.parametrize("year", [2021, 2024, 2026])
    def test_the_days_off_and_worked_by_notice_are_those_of_the_calendar(self, year: int) -> None:
        off: set[dt.date] = set()
        worked: set[dt.date] = set()
        for event in events(days_calendar(CHINA, year)):
            days = off if str(event["TRANSP"]) == "TRANSPARENT" else worked
            first = day(event)
            days |= {first + dt.timedelta(days=n) for n in range((day(event, "DTEND") - first).days)}
        special = {date: one for date, one in CHINA.days.special.items() if date.year == year}
        assert off == {date for date, one in special.items() if not one.is_workday}
        assert worked == {date for date, one in special.items() if one.is_workday}

    def test_a_festival_is_one_event(self) -> None:
        found = [
            event for event in events(days_calendar(CHINA, 2021)) if "国庆节放假" in str(event["SUMMARY"])
        ]
        assert [(day(one), day(one, "DTEND")) for one in found] == [
            (dt.date(2021, 10, 1), dt.date(2021, 10, 8))
        ]
        assert "国办发明电〔2020〕27号" in str(found[0]["DESCRIPTION"])

    def test_each_working_day_of_the_year_is_there_when_asked_for(self) -> None:
        found = {
            day(event)
            for event in events(days_calendar(CHINA, 2021, working_days=True))
            if "放假" not in str(event["SUMMARY"])
        }
        every = (dt.date(2021, 1, 1) + dt.timedelta(days=n) for n in range(365))
        assert found == {one for one in every if CHINA.is_workday(one)}

    def test_a_year_without_a_notice_is_refused(self) -> None:
        with pytest.raises(OutOfCoverageError):
            days_calendar(CHINA, CHINA.coverage[1].year + 1)

    def test_a_year_no_notice_settles_is_marked(self) -> None:
        calendar = CHINA.provisional(dt.date(2027, 12, 31))
        assert all("暂定" in str(event["SUMMARY"]) for event in events(days_calendar(calendar, 2027)))


def test_a_calendar_is_written_as_it_is(tmp_path: Path) -> None:
    content = days_calendar(CHINA, 2021)
    write_calendar(tmp_path / "days.ics", content)
    assert (tmp_path / "days.ics").read_bytes() == content
    assert list(tmp_path.iterdir()) == [tmp_path / "days.ics"]
