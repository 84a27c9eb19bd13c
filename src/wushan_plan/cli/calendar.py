"""``wushan-plan calendar``: a year's days, or a notice checked (年历与通知核对)."""

from __future__ import annotations

import argparse
import datetime as dt
import re
from collections.abc import Callable
from pathlib import Path

from wushan_plan.calendar.checks import NoticeFinding, Severity, check_notice
from wushan_plan.calendar.notices import Notice, read_notices
from wushan_plan.cli.options import date_in
from wushan_plan.cli.streams import complain
from wushan_plan.cli.wording import say, tell, tell_page
from wushan_plan.counting.workday_calendar import WorkdayCalendar
from wushan_plan.errors import CountError
from wushan_plan.explanation.years import one_day_text, year_text
from wushan_plan.model.verdict import Lang

_PROVISIONAL_YEARS = 3


def calendar(options: argparse.Namespace, china: WorkdayCalendar, lang: Lang) -> int:
    """Runs the command and returns its exit code."""
    if options.check is not None:
        return _check(options.check, lang)
    if options.as_known_on is not None:
        china = china.as_known_on(options.as_known_on)
    if options.year is None and options.table is not None and options.out is None:
        return _table(options, china, lang)
    if options.year is None:
        raise CountError(
            value=None,
            rule="a year, --check or --table is needed.",
            where="wushan-plan calendar",
            remedy="Try: wushan-plan calendar 2021.",
            zh="请写年份，如 wushan-plan calendar 2021",
        )
    shown = with_days(options, china)
    if isinstance(options.year, dt.date):
        return _day(options, shown, options.year, lang)
    tell_page(year_text(shown, options.year, lang))
    if options.out is not None:
        from wushan_plan.files.calendars import days_calendar, write_calendar

        write_calendar(options.out, days_calendar(shown, options.year, lang=lang))
        tell(say(lang, f"写入 {options.out}", f"written to {options.out}"))
    return 0 if options.table is None else _table(options, china, lang)


def with_days(
    options: argparse.Namespace, china: WorkdayCalendar, warned: Lang | None = None
) -> WorkdayCalendar:
    """The calendar the options ask for: with new notices, and provisional past them.

    In ``warned`` the findings about notices that are taken all the same are told as complaints.
    """
    if options.notice is not None:
        for notice in read_notices(options.notice):
            china = china.with_notice(notice)
            if warned is not None:
                for finding in check_notice(notice):
                    complain(_finding_line(notice, finding, warned))
    if options.provisional:
        china = china.provisional(dt.date(china.coverage[1].year + _PROVISIONAL_YEARS, 12, 31))
    return china


def year_or_day(lang: Lang) -> Callable[[str], int | dt.date]:
    """Reads a year, or a date as in a case file."""
    day = date_in(lang)

    def read(text: str) -> int | dt.date:
        return int(text) if re.fullmatch(r"[1-9]\d{3}", text) else day(text)

    return read


def _day(options: argparse.Namespace, shown: WorkdayCalendar, day: dt.date, lang: Lang) -> int:
    """Tells of one day what it is, and why."""
    for name in ("out", "table"):
        if getattr(options, name) is not None:
            raise CountError(
                value=f"--{name}",
                rule="a file is written of a year.",
                where="wushan-plan calendar",
                remedy=f"Name the year: wushan-plan calendar {day.year} --{name} FILE.",
                zh=f"文件按年写，请写年份，如 wushan-plan calendar {day.year}",
            )
    tell_page(one_day_text(shown, day, lang))
    return 0


def _table(options: argparse.Namespace, china: WorkdayCalendar, lang: Lang) -> int:
    """Writes the days of the year shown, or every covered day where none was named."""
    from wushan_plan.files.day_rows import write_day_table

    shown = with_days(options, china)
    number = write_day_table(options.table, shown, options.year)
    first, last = shown.coverage
    if options.year is not None:
        first, last = dt.date(options.year, 1, 1), dt.date(options.year, 12, 31)
    zh = f"{first}至{last}共{number}天写入 {options.table}"
    tell(say(lang, zh, f"{number} days, {first} to {last}, written to {options.table}"))
    return 0


def _check(path: Path, lang: Lang) -> int:
    code = 0
    for notice in read_notices(path):
        findings = check_notice(notice)
        if not findings:
            head = _head(notice)
            tell(say(lang, f"{head}：没有发现问题", f"{head}: nothing found"))
        for finding in findings:
            tell(_finding_line(notice, finding, lang))
            code = 2 if finding.severity is Severity.ERROR else code
    return code


def _head(notice: Notice) -> str:
    return f"{notice.year} {notice.number}"


def _finding_line(notice: Notice, finding: NoticeFinding, lang: Lang) -> str:
    is_error = finding.severity is Severity.ERROR
    word = say(lang, "错误" if is_error else "提醒", finding.severity.value)
    days = "、".join(str(day) for day in finding.days)
    return f"{_head(notice)}  {word}  {finding.zh if lang == 'zh' else finding.en}  {days}".rstrip()
