"""The pictures of a report (报告插图): hand-written SVG that takes its colours from the page.

Every colour also has a pattern or a number beside it, so that a black-and-white print can be read.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable

from wushan_plan.calendar.days import DayKind
from wushan_plan.explanation.markup import safe
from wushan_plan.explanation.words import COLOUR, month_text, pick
from wushan_plan.ledger.colours import Colour
from wushan_plan.ledger.reports.content import SupervisionReport
from wushan_plan.ledger.reports.texts import short_date
from wushan_plan.ledger.wording import BEST_FIRST, promised
from wushan_plan.model.verdict import Lang

_WIDTH = 720
_FONT = "font-family=\"'Noto Sans CJK SC','Noto Sans SC','Microsoft YaHei','PingFang SC',sans-serif\""
_REST = (DayKind.WEEKEND, DayKind.HOLIDAY, DayKind.CLOSURE)
_WORKED = (DayKind.MAKE_UP_WORKDAY, DayKind.EXTRA_WORKDAY)
_MOST_WEEKS = 8
_MOST_DAYS_AFTER = 75
_PATTERNS = (
    '<defs><pattern id="p-red" width="6" height="6" patternUnits="userSpaceOnUse" '
    'patternTransform="rotate(45)"><line x1="0" y1="0" x2="0" y2="6" stroke="#fff" stroke-opacity="0.55" '
    'stroke-width="2.4"/></pattern><pattern id="p-grey" width="5" height="5" patternUnits="userSpaceOnUse">'
    '<circle cx="1.5" cy="1.5" r="0.9" fill="#fff" fill-opacity="0.7"/></pattern></defs>'
)


def units_svg(report: SupervisionReport) -> str:
    """Progress by unit: a bar for each, its tasks by colour."""
    zh = report.lang == "zh"
    label, row, top = (190 if zh else 250), 23, 28
    room = _WIDTH - label - 50
    height = top + row * len(report.units) + 4
    parts = [_PATTERNS, _legend(BEST_FIRST, label, report.lang)]
    most = max([1, *(len(one.overview.tasks) for one in report.units)])
    for number, one in enumerate(report.units):
        y = top + number * row
        name = one.unit.name if zh else one.unit.name_en
        total = len(one.overview.tasks)
        parts.append(_text(label - 8, y + 14, _cut(name, label - 12), 12, anchor="end"))
        x = float(label)
        said = []
        for colour in BEST_FIRST:
            count = one.overview.colours[colour]
            width = room * count / most
            if count:
                said.append(f"{pick(COLOUR[colour.value], report.lang)}{count}")
                parts.append(_bar(x, y + 2, width, row - 6, colour))
                if width > 8 * len(str(count)) + 4:
                    parts.append(
                        f'<text class="in-{colour.value}" x="{x + width / 2:.1f}" y="{y + 15}" '
                        f'font-size="11" font-weight="600" text-anchor="middle">{count}</text>'
                    )
            x += width
        parts.append(_text(x + 5, y + 15, str(total), 11, opacity=0.75))
        parts.append(f"<title>{safe(name)}: {safe(' '.join(said))}</title>")
    caption = "各单位进展（任务数，按颜色）" if zh else "Progress by unit (tasks by colour)"
    return _svg(_grouped(parts), height, caption)


def timeline_svg(report: SupervisionReport) -> str:
    """The period of the plan with every day the text fixes, and the day of the report."""
    zh = report.lang == "zh"
    first = report.plan.period.first
    dated = [one for one in report.whole.tasks if not one.due_is_inferred]
    others = len(report.whole.tasks) - len(dated)
    ends = max([report.plan.period.last, *(one.due for one in dated)])
    # Years later the period would be a speck: the line ends soon after it, and an arrow points on.
    last = min(max(ends, report.window.last), ends + dt.timedelta(_MOST_DAYS_AFTER))
    last += dt.timedelta(max(6, (last - first).days // 22))
    left, right, top, row = 14, _WIDTH - 14, 40, 30
    rows = len(dated) + 1
    height = top + rows * row + 26

    def x_of(day: dt.date) -> float:
        shown = min(max(day, first), last)
        return left + (right - left) * (shown - first).days / (last - first).days

    parts = [_PATTERNS]
    bottom = top + rows * row
    for number, month in enumerate(_months(first, last)):
        x = x_of(month)
        parts.append(
            f'<line x1="{x:.1f}" y1="{top - 8}" x2="{x:.1f}" y2="{bottom}" stroke="currentColor" '
            'stroke-opacity="0.15"/>'
        )
        words = (
            month_text(month, report.lang)
            if number == 0 or month.month == 1
            else _month_name(month, report.lang)
        )
        if right - x > 40:
            parts.append(_text(x + 3, top - 14, words, 11, opacity=0.75))
    a, b = x_of(report.as_of), x_of(report.window.last)
    parts.append(
        f'<rect x="{a:.1f}" y="{top - 6}" width="{max(2.0, b - a):.1f}" height="{bottom - top + 6}" '
        'fill="var(--ahead,#3182ce)" fill-opacity="0.13"/>'
    )
    for number, one in enumerate(dated):
        y = top + number * row + 8
        done = one.completed_on
        until = min(one.due, report.as_of) if done is None else done
        parts.append(_line(x_of(first), x_of(one.due), y + 10, 2, 0.25))
        parts.append(_bar(x_of(first), y + 7, max(1.0, x_of(until) - x_of(first)), 6, one.colour))
        parts.append(_diamond(x_of(one.due), y + 10, one.colour))
        label = f"{one.commitment.number} {promised(one, report.lang)}"
        when = short_date(one.due, report.lang)
        room = max(x_of(one.due) - left - 60, 200)
        parts.append(_text(left, y + 3, _cut(label, room), 11))
        parts.append(_text(x_of(one.due) - 10, y + 3, when, 11, anchor="end", weight=600))
    y = top + len(dated) * row + 8
    end = x_of(report.plan.period.last)
    parts.append(_line(left, end, y + 10, 2, 0.25, dashed=True))
    when = short_date(report.plan.period.last, report.lang)
    words = (
        f"其余{others}项未写日期，期限推断为{when}"
        if zh
        else f"{others} others without a date; {when} is inferred"
    )
    parts.append(_text(left, y + 3, words, 11, opacity=0.85))
    parts.append(
        f'<line x1="{a:.1f}" y1="{top - 8}" x2="{a:.1f}" y2="{bottom + 4}" stroke="currentColor" '
        'stroke-width="1.6"/>'
    )
    arrow = "← " if report.as_of < first else "→ " if report.as_of > last else ""
    day = report.as_of.isoformat() if arrow else short_date(report.as_of, report.lang)
    words = arrow + ("截至 " if zh else "as of ") + day
    anchor = "end" if a > _WIDTH * 0.7 else "start"
    parts.append(_text(a + (-4 if anchor == "end" else 4), bottom + 16, words, 11, anchor=anchor, weight=600))
    caption = "期限时间线（菱形为期限，色带为推进情况，浅色为展望期）" if zh else (
        "Timeline (diamonds are last days, bands run to the day or to completion, the days ahead are shaded)"
    )  # fmt: skip
    return _svg(parts, height, caption)


def calendar_svg(report: SupervisionReport) -> str:
    """The coming weeks: rest days hatched, how many tasks fall due on each day."""
    lang = report.lang
    due = Counter(one.due for one in report.due)
    fixed = Counter(one.due for one in report.due if not one.due_is_inferred)
    monday = report.window.first - dt.timedelta(report.window.first.weekday())
    weeks = min(_MOST_WEEKS, (report.window.last - monday).days // 7 + 1)
    width, row, top, left = (_WIDTH - 4) / 7, 56, 26, 2
    names = "一二三四五六日" if lang == "zh" else ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
    parts = [
        '<defs><pattern id="p-rest" width="7" height="7" patternUnits="userSpaceOnUse" '
        'patternTransform="rotate(45)"><line x1="0" y1="0" x2="0" y2="7" stroke="currentColor" '
        'stroke-opacity="0.22" stroke-width="1.6"/></pattern></defs>'
    ]
    parts += [
        _text(left + number * width + width / 2, 16, name, 12, anchor="middle", opacity=0.75)
        for number, name in enumerate(names)
    ]
    first, last = report.calendar.coverage
    for number in range(weeks * 7):
        day = monday + dt.timedelta(number)
        if not first <= day <= last:
            continue
        found = report.calendar.day(day)
        x, y = left + number % 7 * width, top + number // 7 * row
        inside = report.window.first <= day <= report.window.last
        cell = [f"<title>{day.isoformat()} {safe(found.name if lang == 'zh' else found.name_en)}</title>"]
        shape = f'x="{x + 1:.1f}" y="{y + 1}" width="{width - 3:.1f}" height="{row - 3}" rx="4"'
        if found.kind in _REST:
            cell.append(f'<rect {shape} fill="url(#p-rest)"/>')
        if due[day]:
            cell.append(f'<rect {shape} class="c-yellow" fill-opacity="0.35"/>')
        today = day == report.as_of
        cell.append(
            f'<rect {shape} fill="none" stroke="currentColor" stroke-opacity="{1 if today else 0.25}" '
            f'stroke-width="{2 if today else 1}"/>'
        )
        mark = ""
        if found.kind in (DayKind.HOLIDAY, DayKind.CLOSURE):
            mark = " 休" if lang == "zh" else " off"
        elif found.kind in _WORKED:
            mark = " 班" if lang == "zh" else " work"
        words = short_date(day, lang) if number == 0 or day.day == 1 or today else str(day.day)
        cell.append(
            _text(x + 7, y + 18, words + mark, 12, opacity=1 if inside else 0.5, weight=600 if today else 400)
        )
        if due[day]:
            words = f"到期{due[day]}项" if lang == "zh" else f"{due[day]} due"
            cell.append(_text(x + 7, y + 34, words, 12, weight=600))
            if fixed[day] and fixed[day] != due[day]:
                words = f"原文定期{fixed[day]}项" if lang == "zh" else f"{fixed[day]} dated"
                cell.append(_text(x + 7, y + 48, words, 10, opacity=0.85))
        parts.append(f"<g>{''.join(cell)}</g>")
    caption = (
        f"未来{report.ahead.days}个工作日的到期日历"
        if lang == "zh"
        else f"The next {report.ahead.days} working days"
    )
    return _svg(parts, top + weeks * row + 2, caption)


def _svg(parts: Iterable[str], height: float, caption: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{safe(caption)}" '
        f'viewBox="0 0 {_WIDTH} {height:.0f}" {_FONT}>{"".join(parts)}</svg>'
    )


def _grouped(parts: list[str]) -> list[str]:
    """Each ``<title>`` closes the group of shapes it names."""
    found: list[str] = []
    group: list[str] = []
    for part in parts:
        if part.startswith("<title>"):
            found.append(f"<g>{part}{''.join(group)}</g>")
            group = []
        else:
            group.append(part)
    return [*found, *group]


def _legend(colours: Iterable[Colour], x: float, lang: Lang) -> str:
    parts = []
    for colour in colours:
        word = pick(COLOUR[colour.value], lang)
        parts.append(_bar(x, 6, 16, 12, colour) + _text(x + 21, 16, word, 12))
        x += 72
    return "".join(parts)


def _bar(x: float, y: float, width: float, height: float, colour: Colour) -> str:
    shape = f'x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}"'
    over = f'<rect {shape} fill="url(#p-{colour.value})"/>' if colour in (Colour.RED, Colour.GREY) else ""
    return f'<rect {shape} class="c-{colour.value}"/>{over}'


def _diamond(x: float, y: float, colour: Colour) -> str:
    return (
        f'<path d="M{x:.1f} {y - 7:.1f}l7 7-7 7-7-7z" class="c-{colour.value}" stroke="currentColor" '
        'stroke-width="0.8"/>'
    )


def _line(x1: float, x2: float, y: float, width: float, opacity: float, *, dashed: bool = False) -> str:
    dashes = ' stroke-dasharray="5 4"' if dashed else ""
    return (
        f'<line x1="{x1:.1f}" y1="{y:.1f}" x2="{x2:.1f}" y2="{y:.1f}" stroke="currentColor" '
        f'stroke-width="{width}" stroke-opacity="{opacity}"{dashes}/>'
    )


def _text(
    x: float, y: float, words: str, size: int, *, anchor: str = "start", opacity: float = 1, weight: int = 400
) -> str:
    more = "" if anchor == "start" else f' text-anchor="{anchor}"'
    more += "" if opacity == 1 else f' fill-opacity="{opacity}"'
    more += "" if weight == 400 else f' font-weight="{weight}"'
    return f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" fill="currentColor"{more}>{safe(words)}</text>'


def _cut(words: str, room: float) -> str:
    """So much of the words as fits into ``room`` at 11 or 12 pixels."""
    used = 0.0
    for number, char in enumerate(words):
        used += 11.5 if ord(char) >= 0x2E80 else 6.9
        if used > room:
            return words[: number - 1] + "…"
    return words


def _months(first: dt.date, last: dt.date) -> list[dt.date]:
    found = [first]
    month = (first.replace(day=1) + dt.timedelta(31)).replace(day=1)
    while month <= last:
        found.append(month)
        month = (month + dt.timedelta(31)).replace(day=1)
    if len(found) > 1 and (found[1] - found[0]).days < 12:  # no room for the name of a month just begun
        del found[0]
    return found[:: -(-len(found) // 12)]


def _month_name(month: dt.date, lang: Lang) -> str:
    return f"{month.month}月" if lang == "zh" else month_text(month, lang).split()[0]
