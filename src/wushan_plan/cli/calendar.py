"""``wushan-plan calendar``: a year's days, or a notice checked (年历与通知核对)."""

from __future__ import annotations

import argparse
import datetime as dt
from pathlib import Path

from wushan_plan.calendar.checks import Severity, check_notice
from wushan_plan.calendar.notices import read_notices
from wushan_plan.cli.wording import say, tell, tell_page
from wushan_plan.counting.workday_calendar import WorkdayCalendar
from wushan_plan.errors import CountError
from wushan_plan.explanation.years import year_text
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
    tell_page(year_text(shown, options.year, lang))
    if options.out is not None:
        from wushan_plan.files.calendars import days_calendar, write_calendar

        write_calendar(options.out, days_calendar(shown, options.year, lang=lang))
        tell(say(lang, f"写入 {options.out}", f"written to {options.out}"))
    return 0 if options.table is None else _table(options, china, lang)


def with_days(options: argparse.Namespace, china: WorkdayCalendar) -> WorkdayCalendar:
    """The calendar the options ask for: with new notices, and provisional past them."""
    if options.notice is not None:
        for notice in read_notices(options.notice):
            china = china.with_notice(notice)
    if options.provisional:
        china = china.provisional(dt.date(china.coverage[1].year + _PROVISIONAL_YEARS, 12, 31))
    return china


def _table(options: argparse.Namespace, china: WorkdayCalendar, lang: Lang) -> int:
    """Writes every covered day, whatever the year shown: a limit does not stop at its end."""
    from wushan_plan.files.day_rows import write_day_table

    shown = with_days(options, china)
    number = write_day_table(options.table, shown)
    first, last = shown.coverage
    zh = f"{first}至{last}共{number}天写入 {options.table}"
    tell(say(lang, zh, f"{number} days, {first} to {last}, written to {options.table}"))
    return 0


def _check(path: Path, lang: Lang) -> int:
    code = 0
    for notice in read_notices(path):
        findings = check_notice(notice)
        head = f"{notice.year} {notice.number}"
        if not findings:
            tell(say(lang, f"{head}：没有发现问题", f"{head}: nothing found"))
        for finding in findings:
            is_error = finding.severity is Severity.ERROR
            word = say(lang, "错误" if is_error else "提醒", finding.severity.value)
            days = "、".join(str(day) for day in finding.days)
            tell(f"{head}  {word}  {finding.zh if lang == 'zh' else finding.en}  {days}".rstrip())
            code = 2 if is_error else code
    return code
