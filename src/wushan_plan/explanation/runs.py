"""The arithmetic of a deadline day by day, days of one fate in one line (逐日计算)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import groupby

import attrs

from wushan_plan.counting.periods import Counted, CountedDay, day_by_day
from wushan_plan.counting.workday_calendar import WorkdayCalendar
from wushan_plan.explanation.words import date_text, day_text
from wushan_plan.model.verdict import Deadline, Lang

# Longer accounts keep their beginning and end; nobody reads the middle of two years.
_MOST_RUNS = 40
_KEPT_RUNS = 12


@attrs.frozen
class Run:
    """Consecutive days with the same fate (连续同类日).

    Attributes:
        first: first day of the run.
        last: last day of the run, included.
        marks: what happens on its last day: the deadline, the end.
    """

    first: CountedDay
    last: CountedDay
    marks: tuple[str, ...] = ()


def runs(days: Iterable[CountedDay], marked: dict[dt.date, list[str]]) -> Iterator[Run]:
    """The days in runs; a marked day ends its run."""
    number = 0

    def key(day: CountedDay) -> tuple[object, ...]:
        nonlocal number
        mine = number
        if day.day.date in marked:
            number += 1
        return (mine, day.how, day.day.kind, day.day.name, day.day.provisional)

    for _, group in groupby(days, key):
        members = list(group)
        yield Run(members[0], members[-1], tuple(marked.get(members[-1].day.date, ())))


def run_text(run: Run, lang: Lang) -> str:
    """One run as a line."""
    first, last = run.first.day.date, run.last.day.date
    when = date_text(first, lang)
    if last != first:
        when = f"{when}—{date_text(last, lang)}" if lang == "zh" else f"{when} – {date_text(last, lang)}"
    what = day_text(run.first.day, lang)
    how = run.first.how
    if how is Counted.COUNTED:
        numbers = str(run.first.number)
        if run.last.number != run.first.number:
            numbers += f"—{run.last.number}" if lang == "zh" else f"–{run.last.number}"
        fate = f"计入，第{numbers}日" if lang == "zh" else f"counted, day {numbers}"
    elif how is Counted.START:
        fate = "起算日，不计" if lang == "zh" else "start, not counted"
    elif how is Counted.ROLLED:
        fate = "顺延" if lang == "zh" else "rolled over"
    elif how is Counted.SUSPENDED:
        fate = "中止，不计" if lang == "zh" else "suspended, not counted"
    else:
        fate = "跳过" if lang == "zh" else "skipped"
    separator = "：" if lang == "zh" else ": "
    comma = "，" if lang == "zh" else "; "
    text = f"  {when}{separator}{what}{comma}{fate}"
    if run.marks:
        text += "  ← " + ("、" if lang == "zh" else ", ").join(run.marks)
    return text


def account(
    deadline: Deadline,
    calendar: WorkdayCalendar,
    last: dt.date,
    rolled_from: dt.date | None,
    marked: dict[dt.date, list[str]],
    lang: Lang,
) -> list[str]:
    """The days from the start of a deadline to ``last``, under their heading; nothing for a fixed date."""
    if deadline.start is None or deadline.limit is None:
        return []
    last = min(last, calendar.coverage[1])
    unit = type(deadline.limit)
    days = list(day_by_day(calendar, deadline.start, last, unit, deadline.suspended, rolled_from))
    lines = [run_text(run, lang) for run in runs(days, marked)]
    if len(lines) > _MOST_RUNS:
        left = len(lines) - 2 * _KEPT_RUNS
        gap = f"  ……（略去中间{left}段）" if lang == "zh" else f"  … ({left} runs left out)"
        lines = [*lines[:_KEPT_RUNS], gap, *lines[-_KEPT_RUNS:]]
    notices = dict.fromkeys(day.day.notice for day in days if day.day.notice)
    if notices:
        head = "  放假和调休依据：" if lang == "zh" else "  Holidays and make-up days by: "
        lines.append(head + ("、" if lang == "zh" else ", ").join(notices))
    return ["逐日计算：" if lang == "zh" else "Day by day:", *lines]
