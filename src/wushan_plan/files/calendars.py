"""Calendars for phones and Outlook (日历文件): dated targets, deadlines of open cases, days off and worked.

Every event is a whole day without a time zone, so that it falls on the same date everywhere. Its UID
depends on what it is about alone: a file made again updates its events instead of doubling them.
Needs the extra ``ics``.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from wushan_plan.calendar.days import Day, DayKind
from wushan_plan.counting.workday_calendar import WorkdayCalendar
from wushan_plan.errors import FactError, MissingExtraError, OutOfCoverageError
from wushan_plan.explanation.words import (
    MODALITY,
    date_text,
    day_text,
    days_text,
    pick,
    place_text,
    spoken,
    unit_names,
)
from wushan_plan.files.safe_output import replacing_path
from wushan_plan.model.commitment import Commitment
from wushan_plan.model.modality import Status
from wushan_plan.model.periods import WorkingDays
from wushan_plan.model.plan import Plan
from wushan_plan.model.scorecard import JudgedCase
from wushan_plan.model.verdict import Lang, Verdict
from wushan_plan.plain_text import joined, one_line, printable

if TYPE_CHECKING:
    import icalendar

_ONE_DAY = dt.timedelta(days=1)
_NINE = dt.timedelta(hours=9)
_DOMAIN = "wushan-plan"
_WEEK_AHEAD = WorkingDays(5)
_SOON = WorkingDays(1)


@attrs.frozen
class CalendarEntry:
    """One entry of a calendar, before it is written (日历事项).

    Attributes:
        uid: what it is about, in letters that never change.
        first: its first day.
        last: its last day, included.
        summary: its title.
        description: what stands below the title.
        category: the group it belongs to.
        alarms: days on which to be reminded of it.
        busy: whether it takes up the day; a deadline and a day off do not.
    """

    uid: str
    first: dt.date
    last: dt.date
    summary: str
    description: str
    category: str
    alarms: tuple[dt.date, ...] = ()
    busy: bool = False


def plan_calendar(
    plan: Plan,
    calendar: WorkdayCalendar,
    *,
    ahead: Iterable[WorkingDays] = (_WEEK_AHEAD, _SOON),
    stamp: dt.date | None = None,
    lang: Lang = "zh",
) -> bytes:
    """The dates the text of the plan fixes, each a whole-day event with alarms.

    Args:
        plan: the plan.
        calendar: what counts the working days of the alarms.
        ahead: how many working days before the date to be reminded.
        stamp: the day the file stands for; the day the plan was issued unless given.
        lang: language of the events.

    Returns:
        The content of an ``.ics`` file.

    Raises:
        MissingExtraError: without the extra ``ics``.
    """
    spoken(lang, "plan_calendar(lang=…)")
    warned = tuple(ahead)
    entries = (_target(one, due, calendar, warned, lang) for one in plan.commitments if (due := one.due_by))
    name = f"{plan.number} 有期限的承诺" if lang == "zh" else f"{plan.number}: dated commitments"
    return _written(name, entries, stamp or plan.issued, lang)


def case_calendar(
    cases: Iterable[JudgedCase],
    calendar: WorkdayCalendar,
    *,
    ahead: Iterable[WorkingDays] = (_SOON,),
    stamp: dt.date | None = None,
    lang: Lang = "zh",
) -> bytes:
    """The deadlines of the cases that are still open; late ones are marked and not reminded of.

    Args:
        cases: judged cases; those that have ended, or were not judged, are left out. A case is
            recognised in a later file by its key, so line numbers make poor keys.
        calendar: what counts the working days of the alarms.
        ahead: how many working days before the deadline to be reminded.
        stamp: the day the file stands for; the latest day of judgement unless given.
        lang: language of the events.

    Raises:
        FactError: when no case is open and no ``stamp`` is given, or one key stands for two open cases.
        MissingExtraError: without the extra ``ics``.
    """
    spoken(lang, "case_calendar(lang=…)")
    warned = tuple(ahead)
    entries: dict[str, CalendarEntry] = {}
    days: list[dt.date] = []
    for case in cases:
        verdict = case.verdict
        if verdict is not None and verdict.as_of is not None:
            days.append(verdict.as_of)
        if verdict is None or not case.is_open or verdict.deadline is None:
            continue
        if verdict.status not in (Status.PENDING, Status.NOT_MET, Status.EXCUSED):
            continue
        entry = _case(case.key, verdict, verdict.deadline.date, calendar, warned, lang)
        if entry.uid in entries:
            raise FactError(
                value=case.key,
                rule="two open cases have the same key.",
                where="case_calendar",
                remedy="Give each case its own number.",
                zh="两个未办结的办件编号相同",
            )
        entries[entry.uid] = entry
    if stamp is None and not days:
        raise FactError(
            value=None,
            rule="no case says which day the file stands for.",
            where="case_calendar(stamp=…)",
            remedy="Give stamp=, the day of judgement.",
            zh="没有办件可以说明判定基准日，请给出stamp",
        )
    name = "未办结办件截止日" if lang == "zh" else "deadlines of open cases"
    ordered = sorted(entries.values(), key=lambda one: (one.first, one.uid))
    return _written(name, ordered, stamp or max(days), lang)


def days_calendar(
    calendar: WorkdayCalendar,
    year: int,
    *,
    working_days: bool = False,
    stamp: dt.date | None = None,
    lang: Lang = "zh",
) -> bytes:
    """The days off and the make-up days of a year, and its working days when asked for.

    Args:
        calendar: whose days.
        year: the year.
        working_days: whether to write every plain working day too, with its number in the month.
        stamp: the day the file stands for; the latest date of the year's notices unless given.
        lang: language of the events.

    Raises:
        OutOfCoverageError: for a year the calendar does not cover.
        MissingExtraError: without the extra ``ics``.
    """
    spoken(lang, "days_calendar(lang=…)")
    first, last = dt.date(year, 1, 1), dt.date(year, 12, 31)
    calendar.day(first)
    days = [calendar.day(first + number * _ONE_DAY) for number in range((last - first).days + 1)]
    entries = [*_special(days, lang), *(_worked(days, lang) if working_days else ())]
    name = f"{year}年放假和调休上班" if lang == "zh" else f"{year}: days off and make-up working days"
    if working_days:
        name = f"{year}年工作日" if lang == "zh" else f"{year}: working days"
    notices = [one for one in calendar.days.notices if one.year == year]
    dates = [day for one in notices if (day := one.published or one.issued) is not None]
    return _written(
        name,
        sorted(entries, key=lambda one: (one.first, one.uid)),
        stamp or max(dates, default=dt.date(year, 1, 1)),
        lang,
    )


def write_calendar(path: str | Path, content: bytes) -> None:
    """Writes the content of a calendar; replaces ``path`` at the end."""
    with replacing_path(Path(path)) as part:
        part.write_bytes(content)


# --- entries ------------------------------------------------------------------------------------------


def _target(
    one: Commitment, due: dt.date, calendar: WorkdayCalendar, ahead: tuple[WorkingDays, ...], lang: Lang
) -> CalendarEntry:
    zh = lang == "zh"
    units = unit_names(one.lead_units, lang)
    lines = [
        one.summary if zh else one.summary_en,
        f"期限：{date_text(due, lang)}（含当日，不顺延）"
        if zh
        else f"Due: {date_text(due, lang)}, inclusive",
        place_text(one.citation, lang) + ("；" if zh else "; ") + pick(MODALITY[one.modality], lang),
        (f"原文短语：{one.phrase}" if zh else f"Phrase: {one.phrase}") if one.phrase else "",
        (f"牵头单位：{units}" if zh else f"Lead units: {units}") if units else "",
    ]
    assert one.plan is not None  # it came from a plan
    return CalendarEntry(
        uid=f"{one.id}.{one.plan.id}@{_DOMAIN}",
        first=due,
        last=due,
        summary=("到期：" if zh else "Due: ") + (one.summary if zh else one.summary_en),
        description=joined(line for line in lines if line),
        category="量化目标" if zh else "target",
        alarms=_alarms(due, calendar, ahead, after=None),
    )


def _case(
    key: str,
    verdict: Verdict,
    due: dt.date,
    calendar: WorkdayCalendar,
    ahead: tuple[WorkingDays, ...],
    lang: Lang,
) -> CalendarEntry:
    zh = lang == "zh"
    commitment = verdict.commitment
    late = verdict.as_of is not None and due < verdict.as_of
    title = (f"截止：{key}" if zh else f"Due: {key}") + (
        ("（已逾期）" if zh else " (overdue)") if late else ""
    )
    if verdict.provisional:
        title += "（暂定）" if zh else " (provisional)"
    lines = [commitment.summary if zh else commitment.summary_en]
    if verdict.elapsed is not None and verdict.as_of is not None:
        used = days_text(verdict.elapsed, lang)
        day = date_text(verdict.as_of, lang)
        lines.append(f"截至{day}已用{used}" if zh else f"{used} elapsed by {day}")
    if verdict.overdue:
        lines.append(("逾期" if zh else "overdue: ") + days_text(verdict.overdue, lang))
    lines.append(commitment.id)
    digest = hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:24]
    plan = "" if commitment.plan is None else f".{commitment.plan.id}"
    return CalendarEntry(
        uid=f"{digest}.{commitment.id}{plan}@{_DOMAIN}",
        first=due,
        last=due,
        summary=title,
        description=joined(lines),
        category=commitment.id,
        alarms=() if late else _alarms(due, calendar, ahead, after=verdict.as_of),
    )


def _alarms(
    due: dt.date, calendar: WorkdayCalendar, ahead: tuple[WorkingDays, ...], after: dt.date | None
) -> tuple[dt.date, ...]:
    """The days of the alarms, earliest first; none that lies behind, none twice."""
    days = set()
    for one in ahead:
        try:
            day = calendar.nth_workday_before(due, one.days) if one.days else due
        except OutOfCoverageError:
            continue
        if after is None or day > after:
            days.add(day)
    return tuple(sorted(days))


def _special(days: list[Day], lang: Lang) -> Iterator[CalendarEntry]:
    """Days off, those in a row together, and days worked by notice, one by one."""
    zh = lang == "zh"
    for (kind, name, provisional), group in groupby(days, lambda day: (day.kind, day.name, day.provisional)):
        if kind in (DayKind.WORKDAY, DayKind.WEEKEND):
            continue
        run = list(group)
        parts = [run] if kind in (DayKind.HOLIDAY, DayKind.CLOSURE) else [[day] for day in run]
        for part in parts:
            first, last = part[0].date, part[-1].date
            length = (f"，共{len(part)}天" if zh else f", {len(part)} days") if len(part) > 1 else ""
            notices = dict.fromkeys(day.notice for day in part if day.notice)
            yield CalendarEntry(
                uid=f"{kind.value}.{first:%Y%m%d}@{_DOMAIN}",
                first=first,
                last=last,
                summary=day_text(part[0], lang),
                description=joined([*notices, date_text(first, lang) + length]),
                category=day_text(Day(first, kind, name, provisional=provisional), lang),
                busy=kind.is_workday,
            )


def _worked(days: list[Day], lang: Lang) -> Iterator[CalendarEntry]:
    zh = lang == "zh"
    for month, group in groupby(days, lambda day: day.date.month):
        worked = [day for day in group if day.is_workday]
        for number, day in enumerate(worked, 1):
            if day.kind is not DayKind.WORKDAY:
                continue  # an event of its own
            title = f"工作日（{month}月第{number}个，共{len(worked)}个）"
            yield CalendarEntry(
                uid=f"workday.{day.date:%Y%m%d}@{_DOMAIN}",
                first=day.date,
                last=day.date,
                summary=title if zh else f"working day {number} of {len(worked)} in the month",
                description=date_text(day.date, lang),
                category="工作日" if zh else "working day",
            )


# --- writing --------------------------------------------------------------------------------------------


def _written(name: str, entries: Iterable[CalendarEntry], stamp: dt.date, lang: Lang) -> bytes:
    try:
        import icalendar
    except ModuleNotFoundError as error:
        raise MissingExtraError.of("ics", "icalendar", "writing a calendar") from error
    book = icalendar.Calendar()
    book.add("prodid", f"-//wushan-plan//{_DOMAIN}//{'ZH' if lang == 'zh' else 'EN'}")
    book.add("version", "2.0")
    book.add("calscale", "GREGORIAN")
    book.add("name", one_line(name))
    book.add("x-wr-calname", one_line(name))
    book.add("x-wr-timezone", "Asia/Shanghai")
    moment = dt.datetime(stamp.year, stamp.month, stamp.day, tzinfo=dt.UTC)
    for entry in entries:
        book.add_component(_event(icalendar, entry, moment))
    content: bytes = book.to_ical()
    return content


def _event(module: Any, entry: CalendarEntry, moment: dt.datetime) -> icalendar.Event:
    event: icalendar.Event = module.Event()
    event.add("uid", one_line(entry.uid))
    event.add("dtstamp", moment)
    event.add("dtstart", entry.first)
    event.add("dtend", entry.last + _ONE_DAY)  # the day after the last one
    event.add("summary", one_line(entry.summary))
    event.add("description", printable(entry.description))
    event.add("categories", [one_line(entry.category)])
    event.add("transp", "OPAQUE" if entry.busy else "TRANSPARENT")
    event.add("class", "PUBLIC")
    event.add("x-microsoft-cdo-alldayevent", "TRUE")
    for day in entry.alarms:
        alarm: icalendar.Alarm = module.Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", one_line(entry.summary))
        # Counted from the beginning of the first day, local time: nine in the morning of ``day``.
        alarm.add("trigger", day - entry.first + _NINE)
        event.add_component(alarm)
    return event
