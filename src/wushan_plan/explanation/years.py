"""A year of working days as a page of text (年历)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from wushan_plan.calendar.days import Day, DayKind
from wushan_plan.counting.workday_calendar import WorkdayCalendar
from wushan_plan.errors import OutOfCoverageError
from wushan_plan.explanation.width import padded
from wushan_plan.explanation.words import date_text, day_text, month_text
from wushan_plan.model.verdict import Lang
from wushan_plan.plain_text import joined

_CELL = 5
_MONTHS_A_ROW = 3
_MARKS = {
    DayKind.HOLIDAY: ("休", "*"),
    DayKind.CLOSURE: ("休", "*"),
    DayKind.MAKE_UP_WORKDAY: ("班", "+"),
    DayKind.EXTRA_WORKDAY: ("班", "+"),
    DayKind.WEEKEND: ("·", "."),
    DayKind.WORKDAY: ("", ""),
}


def year_text(calendar: WorkdayCalendar, year: int, lang: Lang) -> str:
    """The twelve months, then holidays, make-up days, and the notices they come from.

    Raises:
        OutOfCoverageError: when the year is not covered.
    """
    zh = lang == "zh"
    days = days_of(calendar, year)
    worked = sum(day.is_workday for day in days)
    title = f"{year}年：{worked}个工作日" if zh else f"{year}: {worked} working days"
    legend = "休 放假，班 调休上班，· 周末" if zh else "* holiday, + make-up working day, . weekend"
    lines = [f"{title}（{legend}）" if zh else f"{title} ({legend})"]
    months = [[day for day in days if day.date.month == month] for month in range(1, 13)]
    for row in range(0, 12, _MONTHS_A_ROW):
        blocks = [_month(month, lang) for month in months[row : row + _MONTHS_A_ROW]]
        height = max(len(block) for block in blocks)
        lines.append("")
        for index in range(height):
            parts = [block[index] if index < len(block) else "" for block in blocks]
            lines.append("  ".join(padded(part, 7 * _CELL) for part in parts).rstrip())
    lines += ["", *_named(days, lang)]
    return joined(lines)


def one_day_text(calendar: WorkdayCalendar, date: dt.date, lang: Lang) -> str:
    """What one day is, whether it is worked, why, and by which notice.

    Raises:
        OutOfCoverageError: when the day is not covered.
    """
    day = calendar.day(date)
    zh = lang == "zh"
    if zh:
        answer = "计入工作日期限" if day.is_workday else "不是工作日，不计入工作日期限"
        if day.is_workday and day.kind is not DayKind.WORKDAY:
            answer = f"是工作日，{answer}"
        lines = [f"{date_text(date, lang)}：{day_text(day, lang)}，{answer}。"]
    else:
        answer = "it is worked, and counts" if day.is_workday else "it is not worked, and does not count"
        lines = [f"{date_text(date, lang)}: {day_text(day, lang)}; {answer} in a limit of working days."]
    lines.append(_because(day, lang))
    if calendar.days.open_from <= date <= calendar.days.settled_to:
        lines.append(
            "年底这几日还可能被下一年度的放假通知调整。"
            if zh
            else "The next year's notice may still change these last days of December."
        )
    if not day.is_workday:
        try:
            following = date_text(calendar.roll_forward(date), lang)
        except OutOfCoverageError:
            return joined(lines)
        lines.append(f"下一个工作日：{following}。" if zh else f"The next working day: {following}.")
    return joined(lines)


def _because(day: Day, lang: Lang) -> str:
    zh = lang == "zh"
    if day.provisional:
        return (
            "尚无放假通知，只按周末和法定节日推算，暂定。"
            if zh
            else "No notice settles it yet: by weekends and statutory festivals alone, provisional."
        )
    if day.notice:
        return f"依据：{day.notice}。" if zh else f"By the notice {day.notice}."
    if day.kind in (DayKind.CLOSURE, DayKind.EXTRA_WORKDAY):
        return "依据：本单位的安排。" if zh else "By the office's own arrangement."
    if day.kind is DayKind.WEEKEND:
        return (
            "依据：周六、周日，当年的放假通知没有安排调休上班。"
            if zh
            else "A Saturday or Sunday that the year's notice does not make a working day."
        )
    return (
        "依据：周一至周五，当年的放假通知没有安排放假。"
        if zh
        else "Monday to Friday, and not a day off by the year's notice."
    )


def days_of(calendar: WorkdayCalendar, year: int) -> list[Day]:
    """Every day of the year.

    Raises:
        OutOfCoverageError: when the year is not covered.
    """
    first = dt.date(year, 1, 1)
    length = (dt.date(year, 12, 31) - first).days + 1
    return [calendar.day(first + dt.timedelta(days=n)) for n in range(length)]


def _month(days: list[Day], lang: Lang) -> list[str]:
    heads = "一二三四五六日" if lang == "zh" else ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
    lines = [month_text(days[0].date, lang), "".join(padded(f" {head}", _CELL) for head in heads)]
    row = " " * _CELL * days[0].date.weekday()
    for day in days:
        mark = _MARKS[day.kind][lang == "en"]
        row += padded(f"{day.date.day:>2}{mark}", _CELL)
        if day.date.weekday() == 6:
            lines.append(row)
            row = ""
    return [*lines, row] if row.strip() else lines


def _named(days: list[Day], lang: Lang) -> list[str]:
    width = 16 if lang == "zh" else 24
    return [
        f"{padded(what, width)}{word} {dated}" + (f"  {note}" if note else "")
        for what, word, dated, note in named_days(days, lang)
    ]


def named_days(days: Iterable[Day], lang: Lang) -> list[tuple[str, str, str, str]]:
    """Each festival, off or worked, on which days, by which notice."""
    zh = lang == "zh"
    groups: dict[tuple[str, DayKind, str, bool], list[dt.date]] = {}
    for day in days:
        if day.name:
            groups.setdefault((day.name, day.kind, day.notice, day.provisional), []).append(day.date)
    rows = []
    for (name, kind, notice, provisional), dates in groups.items():
        shown = Day(dates[0], kind, name)
        what = name if zh else shown.name_en
        off = kind in (DayKind.HOLIDAY, DayKind.CLOSURE)
        word = ("放假" if off else "上班") if zh else ("off" if off else "worked")
        dated = ("、" if zh else ", ").join(_spans(dates))
        note = [notice] if notice else []
        if provisional:
            note.append("（暂定）" if zh else "(provisional)")
        rows.append((what, word, dated, "  ".join(note)))
    return rows


def _spans(dates: list[dt.date]) -> list[str]:
    spans: list[list[dt.date]] = []
    for date in dates:
        if spans and date - spans[-1][-1] == dt.timedelta(days=1):
            spans[-1].append(date)
        else:
            spans.append([date])
    return [f"{span[0]:%m-%d}" if len(span) == 1 else f"{span[0]:%m-%d}—{span[-1]:%m-%d}" for span in spans]
