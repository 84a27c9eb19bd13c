"""A small calendar picture (日历图): hand-written SVG, readable on light and dark pages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from html import escape

import attrs

from wushan_plan.calendar.days import DayKind
from wushan_plan.counting.periods import Counted, CountedDay
from wushan_plan.counting.workday_calendar import WorkdayCalendar
from wushan_plan.explanation.words import month_text

_CELL = 34
_TITLE = 22
_MONTH_WIDTH = 7 * _CELL + 16
_MONTHS_A_ROW = 3
_MOST_MONTHS = 6
_REST = (DayKind.WEEKEND, DayKind.HOLIDAY, DayKind.CLOSURE)


@attrs.frozen
class Mark:
    """A day pointed out in the picture (标记).

    Attributes:
        label: one or two characters shown in the cell's corner.
        colour: colour of the frame.
    """

    label: str
    colour: str


START = Mark("起", "#2b6cb0")
DUE = Mark("止", "#c05621")
END_IN_TIME = Mark("办", "#2f855a")
END_LATE = Mark("办", "#c53030")
AS_OF = Mark("判", "#718096")


_LEGEND = 20
_LEGENDS = {"起": "起算日", "止": "截止日", "办": "办结日", "判": "判定基准日"}


def calendar_svg(
    calendar: WorkdayCalendar,
    counted: Mapping[dt.date, CountedDay],
    marks: Mapping[dt.date, Mark],
    description: str,
) -> str:
    """The months that hold ``counted`` and ``marks``, rest days hatched, 班 days labelled.

    Args:
        calendar: what each day is.
        counted: the days of the span, by date.
        marks: the days pointed out.
        description: alternative text of the picture.
    """
    months = _months(min([*counted, *marks]), max([*counted, *marks]))
    columns = min(len(months), _MONTHS_A_ROW)
    rows = -(-len(months) // _MONTHS_A_ROW)
    weeks = max(_weeks(month) for month in months)
    month_height = _TITLE * 2 + weeks * _CELL
    width, height = columns * _MONTH_WIDTH, rows * month_height + _LEGEND
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}" style="max-width:100%;height:auto;color:inherit" '
        "font-family=\"'Noto Sans CJK SC','Noto Sans SC','Microsoft YaHei','PingFang SC',sans-serif\">",
        f"<title>{escape(description)}</title>",
        '<defs><pattern id="wushan-rest" width="6" height="6" patternUnits="userSpaceOnUse" '
        'patternTransform="rotate(45)"><line x1="0" y1="0" x2="0" y2="6" stroke="currentColor" '
        'stroke-opacity="0.28" stroke-width="2"/></pattern></defs>',
    ]
    for index, month in enumerate(months):
        left = index % _MONTHS_A_ROW * _MONTH_WIDTH
        top = index // _MONTHS_A_ROW * month_height
        before = months[index - 1] if index else month
        gap = (month - before).days > 31  # months in between are left out
        parts.append(_month(calendar, month, left, top, counted, marks, "… " if gap else ""))
    legend = "　".join(f"{mark.label} {_LEGENDS[mark.label]}" for mark in dict.fromkeys(marks.values()))
    parts.append(
        f'<text x="0" y="{height - 6}" font-size="11" fill="currentColor" fill-opacity="0.75">'
        f"{escape(legend)}　底色 计入　斜纹 休息日　班 调休上班</text></svg>"
    )
    return "".join(parts)


def _weeks(month: dt.date) -> int:
    """How many rows of weeks a month takes."""
    last = (month + dt.timedelta(days=31)).replace(day=1) - dt.timedelta(days=1)
    return -(-(month.weekday() + last.day) // 7)


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
    left: int,
    top: int,
    counted: Mapping[dt.date, CountedDay],
    marks: Mapping[dt.date, Mark],
    before: str,
) -> str:
    parts = [
        f'<text x="{left + 7 * _CELL / 2}" y="{top + 15}" text-anchor="middle" font-size="13" '
        f'font-weight="600" fill="currentColor">{before}{month_text(month, "zh")}</text>'
    ]
    for column, name in enumerate("一二三四五六日"):
        parts.append(
            f'<text x="{left + column * _CELL + _CELL / 2}" y="{top + 34}" text-anchor="middle" '
            f'font-size="10" fill="currentColor" fill-opacity="0.6">{name}</text>'
        )
    date, row = month, 0
    first, last = calendar.coverage
    while date.month == month.month:
        column = date.weekday()
        x, y = left + column * _CELL, top + _TITLE * 2 + row * _CELL - 4
        if first <= date <= last:
            parts.append(_cell(calendar, date, x, y, counted.get(date), marks.get(date)))
        row += column == 6
        date += dt.timedelta(days=1)
    return "".join(parts)


def _cell(
    calendar: WorkdayCalendar,
    date: dt.date,
    x: float,
    y: float,
    counted: CountedDay | None,
    mark: Mark | None,
) -> str:
    day = calendar.day(date)
    size = _CELL - 3
    parts = []
    if counted is not None and counted.how is Counted.COUNTED:
        parts.append(
            f'<rect x="{x}" y="{y}" width="{size}" height="{size}" rx="4" fill="#3182ce" '
            'fill-opacity="0.22"/>'
        )
    if day.kind in _REST:
        parts.append(
            f'<rect x="{x}" y="{y}" width="{size}" height="{size}" rx="4" fill="url(#wushan-rest)"/>'
        )
    if mark is not None:
        parts.append(
            f'<rect x="{x + 1}" y="{y + 1}" width="{size - 2}" height="{size - 2}" rx="4" fill="none" '
            f'stroke="{mark.colour}" stroke-width="2"/>'
            f'<text x="{x + size - 3}" y="{y + 11}" text-anchor="end" font-size="9" '
            f'fill="{mark.colour}">{escape(mark.label)}</text>'
        )
    parts.append(f'<text x="{x + 4}" y="{y + 13}" font-size="12" fill="currentColor">{date.day}</text>')
    words = []
    if counted is not None and counted.number is not None:
        words.append(str(counted.number))
    if day.kind in (DayKind.HOLIDAY, DayKind.CLOSURE):
        words.append("休")
    if day.kind in (DayKind.MAKE_UP_WORKDAY, DayKind.EXTRA_WORKDAY):
        words.append("班")
    if words:
        parts.append(
            f'<text x="{x + 4}" y="{y + size - 5}" font-size="9" fill="currentColor" '
            f'fill-opacity="0.75">{" ".join(words)}</text>'
        )
    tip = f"{date.isoformat()} {day.name}".strip()
    return f"<g><title>{escape(tip)}</title>{''.join(parts)}</g>"
