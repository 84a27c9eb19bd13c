"""A small calendar picture (日历图): hand-written SVG, readable on light and dark pages.

Every month is a drawing of its own, so that they stand below one another on a narrow screen.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from hashlib import sha256

import attrs

from wushan_plan.calendar.days import Day, DayKind
from wushan_plan.counting.periods import Counted, CountedDay
from wushan_plan.counting.workday_calendar import WorkdayCalendar
from wushan_plan.explanation.markup import Markup, tag
from wushan_plan.explanation.words import Term, day_text, month_text, pick
from wushan_plan.model.verdict import Lang

_CELL = 36
_TOP = 40
_MOST_MONTHS = 6
_REST = (DayKind.WEEKEND, DayKind.HOLIDAY, DayKind.CLOSURE)
_OFF = (DayKind.HOLIDAY, DayKind.CLOSURE)
_WORKED = (DayKind.MAKE_UP_WORKDAY, DayKind.EXTRA_WORKDAY)
_OFF_WORD: Term = ("休", "off")
_WORKED_WORD: Term = ("班", "on")
_FONT = "'Noto Sans CJK SC','Noto Sans SC','Microsoft YaHei','PingFang SC',sans-serif"
_HEADS = ("一二三四五六日", ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"))


@attrs.frozen
class Mark:
    """A day pointed out in the picture (标记).

    Attributes:
        label: one character shown in the cell's corner.
        meaning: what it stands for, said below the picture.
        colour: colour of the frame.
    """

    label: Term
    meaning: Term
    colour: str


START = Mark(("起", "S"), ("起算日", "start"), "#3a7fc1")
DUE = Mark(("止", "D"), ("截止日", "deadline"), "#c8641e")
END_IN_TIME = Mark(("办", "E"), ("办结日", "end"), "#2f8a5b")
END_LATE = Mark(("办", "E"), ("办结日", "end"), "#d3424a")
AS_OF = Mark(("判", "J"), ("判定基准日", "day of judgement"), "#808080")


def calendar_picture(
    calendar: WorkdayCalendar,
    counted: Mapping[dt.date, CountedDay],
    marks: Mapping[dt.date, Mark],
    description: str,
    lang: Lang,
) -> Markup:
    """The months that hold ``counted`` and ``marks``, rest days hatched, make-up days labelled.

    Args:
        calendar: what each day is.
        counted: the days of the span, by date.
        marks: the days pointed out.
        description: alternative text of the picture.
        lang: language of its words.
    """
    months = _months(min([*counted, *marks]), max([*counted, *marks]))
    drawn = []
    for before, month in zip([None, *months], months, strict=False):
        gap = before is not None and (month - before).days > 31  # months in between are left out
        drawn.append(_month(calendar, month, counted, marks, description, lang, gap=gap))
    return tag("div", *drawn, style="display:flex;flex-wrap:wrap;gap:10px 22px;align-items:flex-start")


def legend(marks: Iterable[Mark], lang: Lang) -> str:
    """What the signs of a picture mean."""
    said = dict.fromkeys(f"{pick(mark.label, lang)} {pick(mark.meaning, lang)}" for mark in marks)
    if lang == "zh":
        return "　".join([*said, "底色 计入", "斜纹 休息日", "休 放假", "班 调休上班"])
    return ", ".join(
        [*said, "shaded: counted", "hatched: rest day", "off: holiday", "on: make-up working day"]
    )


def _months(first: dt.date, last: dt.date) -> list[dt.date]:
    months = []
    month = first.replace(day=1)
    while month <= last:
        months.append(month)
        month = (month + dt.timedelta(days=31)).replace(day=1)
    if len(months) > _MOST_MONTHS:
        half = _MOST_MONTHS // 2
        months = months[:half] + months[-half:]
    return months


def _month(
    calendar: WorkdayCalendar,
    month: dt.date,
    counted: Mapping[dt.date, CountedDay],
    marks: Mapping[dt.date, Mark],
    description: str,
    lang: Lang,
    *,
    gap: bool,
) -> Markup:
    name = month_text(month, lang)
    # Patterns are found by name in the whole page, so each drawing needs a name of its own.
    hatching = f"wushan-rest-{sha256(f'{description} {name}'.encode('utf-8', 'replace')).hexdigest()[:10]}"
    width, height = 7 * _CELL, _TOP + _weeks(month) * _CELL
    title = tag(
        "text",
        ("… " if gap else "") + name,
        x=width / 2,
        y=15,
        text_anchor="middle",
        font_size=13,
        font_weight=600,
        fill="currentColor",
    )
    heads = [
        tag(
            "text",
            head,
            x=column * _CELL + _CELL / 2 - 1.5,
            y=33,
            text_anchor="middle",
            font_size=10,
            fill="currentColor",
            fill_opacity=0.75,
        )
        for column, head in enumerate(_HEADS[lang == "en"])
    ]
    cells, date, row = [], month, 0
    first, last = calendar.coverage
    while date.month == month.month:
        if first <= date <= last:
            x, y = date.weekday() * _CELL, _TOP + row * _CELL
            cells.append(_cell(calendar.day(date), x, y, counted.get(date), marks.get(date), hatching, lang))
        row += date.weekday() == 6
        date += dt.timedelta(days=1)
    return tag(
        "svg",
        tag("title", f"{description} {name}"),
        _hatching(hatching),
        title,
        *heads,
        *cells,
        xmlns="http://www.w3.org/2000/svg",
        role="img",
        viewBox=f"0 0 {width} {height}",
        width=width,
        height=height,
        font_family=_FONT,
        style="max-width:100%;height:auto;color:inherit;background:transparent",
    )


def _weeks(month: dt.date) -> int:
    """How many rows of weeks a month takes."""
    last = (month + dt.timedelta(days=31)).replace(day=1) - dt.timedelta(days=1)
    return -(-(month.weekday() + last.day) // 7)


def _hatching(name: str) -> Markup:
    line = tag("line", x1=0, y1=0, x2=0, y2=6, stroke="currentColor", stroke_opacity=0.28, stroke_width=2)
    return tag(
        "defs",
        tag(
            "pattern",
            line,
            id=name,
            width=6,
            height=6,
            patternUnits="userSpaceOnUse",
            patternTransform="rotate(45)",
        ),
    )


def _cell(
    day: Day,
    x: int,
    y: int,
    counted: CountedDay | None,
    mark: Mark | None,
    hatching: str,
    lang: Lang,
) -> Markup:
    size = _CELL - 3
    parts = [tag("title", f"{day.date.isoformat()} {day_text(day, lang)}")]
    if counted is not None and counted.how is Counted.COUNTED:
        parts.append(tag("rect", x=x, y=y, width=size, height=size, rx=4, fill="#3a7fc1", fill_opacity=0.24))
    if day.kind in _REST:
        parts.append(tag("rect", x=x, y=y, width=size, height=size, rx=4, fill=f"url(#{hatching})"))
    if mark is not None:
        parts.append(
            tag(
                "rect",
                x=x + 1,
                y=y + 1,
                width=size - 2,
                height=size - 2,
                rx=4,
                fill="none",
                stroke=mark.colour,
                stroke_width=2,
            )
        )
        parts.append(
            tag(
                "text",
                pick(mark.label, lang),
                x=x + size - 3,
                y=y + 12,
                text_anchor="end",
                font_size=9,
                font_weight=600,
                fill="currentColor",
            )
        )
    parts.append(tag("text", str(day.date.day), x=x + 4, y=y + 13, font_size=12, fill="currentColor"))
    words = [str(counted.number)] if counted is not None and counted.number is not None else []
    if day.kind in _OFF:
        words.append(pick(_OFF_WORD, lang))
    if day.kind in _WORKED:
        words.append(pick(_WORKED_WORD, lang))
    if words:
        parts.append(
            tag(
                "text",
                " ".join(words),
                x=x + 4,
                y=y + size - 5,
                font_size=9,
                fill="currentColor",
                fill_opacity=0.8,
            )
        )
    return tag("g", *parts)


def year_picture(days: Iterable[Day], description: str, lang: Lang) -> Markup:
    """Small months: rest days shaded, holidays framed, make-up days framed in dashes."""
    months: dict[int, list[Day]] = {}
    for day in days:
        months.setdefault(day.date.month, []).append(day)
    drawn = [_small_month(month, description, lang) for month in months.values()]
    return tag("div", *drawn, style="display:flex;flex-wrap:wrap;gap:8px 18px;align-items:flex-start")


def _small_month(days: list[Day], description: str, lang: Lang) -> Markup:
    size, top = 22, 18
    name = month_text(days[0].date, lang)
    quiet, shaded, off, worked = [], [], [], []
    for day in days:
        column = day.date.weekday()
        row = (day.date.day + days[0].date.weekday() - 1) // 7
        x, y = column * size, top + row * size
        square = f"M{x + 1} {y + 1}h{size - 2}v{size - 2}h{2 - size}z"
        if day.kind in _REST:
            shaded.append(square)
        if day.kind in _OFF:
            off.append(square)
        if day.kind in _WORKED:
            worked.append(square)
        quiet.append(tag("text", str(day.date.day), x=x + size // 2, y=y + 15))
    framed = (("".join(off), "#2f8a5b", None), ("".join(worked), "#c8641e", "3 2"))
    shapes = [tag("path", d="".join(shaded), fill="#808080", fill_opacity=0.22)]
    shapes += [
        tag("path", d=squares, fill="none", stroke=colour, stroke_width=1.5, stroke_dasharray=dashes)
        for squares, colour, dashes in framed
        if squares
    ]
    height = top + _weeks(days[0].date) * size
    return tag(
        "svg",
        tag("title", f"{description} {name}"),
        tag("text", name, x=7 * size // 2, y=12, font_weight=600, font_size=11.5),
        *shapes,
        *quiet,
        xmlns="http://www.w3.org/2000/svg",
        role="img",
        viewBox=f"0 0 {7 * size} {height}",
        width=7 * size,
        height=height,
        font_family=_FONT,
        font_size=10.5,
        text_anchor="middle",
        fill="currentColor",
        style="max-width:100%;height:auto;color:inherit;background:transparent",
    )
