"""Deadlines, verdicts and scorecards in a notebook (判定展示)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from wushan_plan.counting.periods import day_by_day
from wushan_plan.counting.workday_calendar import WorkdayCalendar
from wushan_plan.explanation import picture
from wushan_plan.explanation.display.commitments import said, source
from wushan_plan.explanation.display.page import (
    Account,
    Badge,
    Bar,
    Block,
    Fold,
    Line,
    Page,
    Picture,
    Rows,
    Table,
    Tone,
    Words,
)
from wushan_plan.explanation.reasons import reason_text
from wushan_plan.explanation.scorecards import fraction_text, problem_text, scorecard_text
from wushan_plan.explanation.sentences import deadline_text, trial_text, value_text, verdict_text
from wushan_plan.explanation.words import (
    READING,
    STATUS,
    date_text,
    days_text,
    number_text,
    percent_text,
    pick,
    unit_text,
)
from wushan_plan.model.modality import Status
from wushan_plan.model.scorecard import JudgedCase, Scorecard
from wushan_plan.model.verdict import Deadline, Lang, Verdict

STATUS_TONE = {
    Status.MET: Tone.GOOD,
    Status.NOT_MET: Tone.BAD,
    Status.EXCUSED: Tone.CARE,
    Status.PENDING: Tone.COMING,
    Status.NOT_APPLICABLE: Tone.QUIET,
    Status.UNKNOWN: Tone.QUIET,
}
_MOST_LISTED = 10
_MOST_FACTS = 12


def status_badge(status: Status, lang: Lang) -> Badge:
    """The word of a status."""
    return Badge(pick(STATUS[status], lang), STATUS_TONE[status])


def deadline_page(deadline: Deadline, calendar: WorkdayCalendar, lang: Lang) -> Page:
    """A deadline: the day, the calendar picture, and why."""
    zh = lang == "zh"
    title = ("截止日：" if zh else "Deadline: ") + date_text(deadline.date, lang)
    marks = {deadline.date: picture.DUE}
    if deadline.start is not None:
        marks.setdefault(deadline.start, picture.START)
    within = deadline.within
    rows: list[tuple[str, Words]] = [
        ("试算" if zh else "trial", " ".join(trial_text(deadline.commitment, lang))),
        ("承诺" if zh else "promise", said(deadline.commitment, lang)),
        ("出处" if zh else "source", source(deadline.commitment, lang)),
        ("起算日" if zh else "start", "" if deadline.start is None else date_text(deadline.start, lang)),
        ("时限" if zh else "limit", "" if deadline.limit is None else days_text(deadline.limit, lang)),
        (
            "顺延自" if zh else "moved from",
            "" if deadline.rolled_from is None else date_text(deadline.rolled_from, lang),
        ),
        ("当在" if zh else "should fall in", "" if within is None else value_text(within, lang)),
    ]
    words = deadline_text(deadline, calendar, lang)
    blocks = (
        Rows(tuple(rows)),
        *_drawing(calendar, deadline, deadline.date, marks, title, lang, deadline.rolled_from),
        Fold("说明" if zh else "Why", (Account(words),)),
    )
    return Page(title, blocks, _provisional(deadline.provisional, lang), deadline.commitment.id, words)


def verdict_page(verdict: Verdict, calendar: WorkdayCalendar, lang: Lang) -> Page:
    """A verdict: the status, what it rests on, a calendar picture where a clock ran, and why."""
    zh = lang == "zh"
    commitment = verdict.commitment
    badges = [status_badge(verdict.status, lang)]
    if verdict.is_breach:
        badges.append(Badge("违反义务" if zh else "breach of duty", Tone.BAD))
    badges += _provisional(verdict.provisional, lang)
    if verdict.depends_on_reading:
        badges.append(Badge("结论随口径变化" if zh else "depends on the reading", Tone.CARE))
    words = verdict_text(verdict, calendar, lang)
    blocks: list[Block] = [Rows(_verdict_rows(verdict, lang))]
    deadline = verdict.deadline
    if deadline is not None and deadline.start is not None:
        last, marks = _marks(verdict, deadline, deadline.start)
        title = f"{commitment.id}: {pick(STATUS[verdict.status], lang)}"
        blocks += _drawing(calendar, deadline, last, marks, title, lang, None)
    blocks.append(Fold("说明" if zh else "Why", (Account(words),)))
    return Page(commitment.id, tuple(blocks), tuple(badges), text=words)


def _verdict_rows(verdict: Verdict, lang: Lang) -> tuple[tuple[str, Words], ...]:
    zh = lang == "zh"
    why = ("" if zh else " ").join(reason_text(one, lang) for one in verdict.reasons)
    rows: list[tuple[str, Words]] = [
        ("试算" if zh else "trial", " ".join(trial_text(verdict.commitment, lang))),
        ("承诺" if zh else "promise", said(verdict.commitment, lang)),
        ("出处" if zh else "source", source(verdict.commitment, lang)),
        ("理由" if zh else "why", why),
    ]
    labels = {one.name: one.zh if zh else one.en for one in verdict.commitment.facts}
    known = [
        f"{labels.get(name, name)}{'：' if zh else ': '}{value_text(value, lang)}"
        for name, value in verdict.facts[:_MOST_FACTS]
    ]
    rows.append(("事实" if zh else "facts", ("；" if zh else "; ").join(known)))
    if verdict.as_of is not None:
        rows.append(("判定基准日" if zh else "as of", date_text(verdict.as_of, lang)))
    if verdict.elapsed is not None:
        rows.append(("用时" if zh else "elapsed", days_text(verdict.elapsed, lang)))
    if verdict.deadline is not None:
        rows.append(("截止日" if zh else "deadline", date_text(verdict.deadline.date, lang)))
    if verdict.overdue:
        rows.append(("逾期" if zh else "overdue", days_text(verdict.overdue, lang)))
    if verdict.excuse and verdict.excuse not in why:
        rows.append(("记录的理由" if zh else "reason given", verdict.excuse))
    if verdict.depends_on_reading and verdict.reading is not None:
        rows.append(("口径" if zh else "reading", pick(READING[verdict.reading], lang)))
        rows += [
            (
                "若改口径" if zh else "otherwise",
                (f"{pick(READING[other], lang)} ", status_badge(status, lang)),
            )
            for other, status in verdict.alternatives
            if status is not verdict.status
        ]
    return tuple(rows)


def _marks(
    verdict: Verdict, deadline: Deadline, start: dt.date
) -> tuple[dt.date, dict[dt.date, picture.Mark]]:
    """The last day to draw, and the days to point out."""
    marks = {}
    last = deadline.date
    if verdict.ended is not None:
        late = verdict.status is Status.NOT_MET
        marks[verdict.ended] = picture.END_LATE if late else picture.END_IN_TIME
        last = max(last, verdict.ended)
    elif verdict.as_of is not None:
        marks[verdict.as_of] = picture.AS_OF
        last = max(last, verdict.as_of)
    marks.setdefault(deadline.date, picture.DUE)
    marks.setdefault(start, picture.START)
    return last, marks


def _drawing(
    calendar: WorkdayCalendar,
    deadline: Deadline,
    last: dt.date,
    marks: dict[dt.date, picture.Mark],
    title: str,
    lang: Lang,
    rolled_from: dt.date | None,
) -> list[Block]:
    counted = {}
    if deadline.start is not None and deadline.limit is not None:
        last = min(last, calendar.coverage[1])
        unit = type(deadline.limit)
        days = day_by_day(calendar, deadline.start, last, unit, deadline.suspended, rolled_from)
        counted = {day.day.date: day for day in days}
    drawing = picture.calendar_picture(calendar, counted, marks, title, lang)
    return [Picture(drawing), Line(picture.legend((marks[day] for day in sorted(marks)), lang), faint=True)]


def scorecard_page(card: Scorecard, lang: Lang) -> Page:
    """A scorecard: how many have each status, rate and mean, and the cases that need care."""
    zh = lang == "zh"
    commitment = card.commitment
    parts = tuple((pick(STATUS[status], lang), number, STATUS_TONE[status]) for status, number in card.counts)
    mean = ""
    if card.mean is not None and card.unit is not None:
        mean = f"{number_text(card.mean, lang)}{'' if zh else ' '}{unit_text(card.unit, lang)}"
    rows: list[tuple[str, Words]] = [
        ("试算" if zh else "trial", " ".join(trial_text(commitment, lang))),
        ("承诺" if zh else "promise", said(commitment, lang)),
        ("判定基准日" if zh else "as of", "" if card.as_of is None else date_text(card.as_of, lang)),
        ("办件" if zh else "cases", str(card.cases)),
        (
            "达标率（已定件）" if zh else "met, of decided",
            "" if card.rate is None else percent_text(card.rate, lang) + fraction_text(card, lang),
        ),
        ("办结件平均用时" if zh else "mean, completed", mean),
        ("违反义务" if zh else "breaches of duty", str(card.breaches) if card.breaches else ""),
        (
            "结论随口径变化" if zh else "depend on reading",
            str(card.reading_dependent) if card.reading_dependent else "",
        ),
    ]
    blocks: list[Block] = [Bar(parts), Rows(tuple(rows))]
    titles = ("逾期未办结", "超时的办结件") if zh else ("Open and overdue", "Completed over the limit")
    overdue = card.overdue[:_MOST_LISTED]
    blocks += _cases(overdue, len(card.overdue), titles[0], lang)
    blocks += _cases(card.worst[:_MOST_LISTED], card.late, titles[1], lang)
    if card.unread:
        title = "无法判定的行（原样保留）" if zh else "Unknown rows, kept as they are"
        heads = ("办件", "原因") if zh else ("case", "why")
        listed = tuple((one.key, problem_text(one, lang)) for one in card.unread[:_MOST_LISTED])
        more = _more(len(card.unread) - len(listed), lang)
        table = Table(heads, listed, wide=(1,), more=more)
        blocks.append(Fold(f"{title} ({len(card.unread)})", (table,)))
    return Page(commitment.id, tuple(blocks), text=scorecard_text(card, lang))


def _cases(cases: Iterable[JudgedCase], total: int, title: str, lang: Lang) -> list[Block]:
    zh = lang == "zh"
    heads = ("办件", "截止日", "用时", "逾期") if zh else ("case", "due", "elapsed", "overdue")
    rows = []
    for case in cases:
        verdict = case.verdict
        assert verdict is not None  # unread cases are listed apart
        due = "" if verdict.deadline is None else verdict.deadline.date.isoformat()
        used, late = (
            "" if one is None else days_text(one, lang) for one in (verdict.elapsed, verdict.overdue)
        )
        rows.append((case.key, due, used, late))
    if not rows:
        return []
    table = Table(heads, tuple(rows), tight=(1,), more=_more(total - len(rows), lang))
    return [Fold(f"{title} ({total})", (table,), is_open=True)]


def _more(rest: int, lang: Lang) -> str:
    if rest <= 0:
        return ""
    return f"另有{rest}件" if lang == "zh" else f"and {rest} more"


def _provisional(found: bool, lang: Lang) -> tuple[Badge, ...]:
    return (Badge("暂定" if lang == "zh" else "provisional", Tone.CARE),) if found else ()
