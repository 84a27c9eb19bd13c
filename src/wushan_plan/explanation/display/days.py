"""A day and a year of the calendar in a notebook (年历展示)."""

from __future__ import annotations

from wushan_plan.calendar.days import Day
from wushan_plan.counting.workday_calendar import WorkdayCalendar
from wushan_plan.explanation.display.page import Line, Page, Picture, Rows, Table
from wushan_plan.explanation.display.writing import display_of
from wushan_plan.explanation.picture import year_picture
from wushan_plan.explanation.words import date_text, day_text, spoken
from wushan_plan.explanation.years import days_of, named_days, year_text
from wushan_plan.model.display import Display
from wushan_plan.model.verdict import Lang


def day_display(day: Day, lang: Lang = "zh") -> Display:
    """What a day is, for a notebook: ``day_display(CHINA.day(date(2021, 10, 9)))``."""
    zh = spoken(lang, "display(lang)") == "zh"
    counts = ("是" if zh else "yes") if day.is_workday else ("否" if zh else "no")
    rows = (
        ("性质" if zh else "what it is", day_text(day, lang)),
        ("是否工作日" if zh else "working day", counts),
        ("依据" if zh else "by", day.notice),
    )
    return display_of(Page(date_text(day.date, lang), (Rows(rows),)), lang)


def year_display(calendar: WorkdayCalendar, year: int, lang: Lang = "zh") -> Display:
    """A year of working days, for a notebook: ``year_display(CHINA, 2021)``.

    Raises:
        OutOfCoverageError: when the year is not covered.
    """
    zh = spoken(lang, "display(lang)") == "zh"
    days = days_of(calendar, year)
    worked = sum(day.is_workday for day in days)
    title = f"{year}年：{worked}个工作日" if zh else f"{year}: {worked} working days"
    signs = (
        "底色 休息日　绿框 放假　橙色虚框 调休上班"
        if zh
        else "shaded: rest day, green frame: holiday, dashed orange frame: make-up working day"
    )
    heads = ("节日", "安排", "日期", "依据") if zh else ("festival", "what", "days", "by")
    blocks = (
        Picture(year_picture(days, title, lang)),
        Line(signs, faint=True),
        Table(heads, tuple(named_days(days, lang))),
    )
    return display_of(Page(title, blocks, text=year_text(calendar, year, lang)), lang)
