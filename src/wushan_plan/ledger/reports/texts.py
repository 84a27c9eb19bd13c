"""What a report says in sentences (报告用语); how tasks are put into words stands in ``ledger.wording``."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from wushan_plan.explanation.words import COLOUR, date_text, pick
from wushan_plan.ledger.reports.content import SupervisionReport
from wushan_plan.ledger.state import TaskState
from wushan_plan.ledger.wording import BEST_FIRST
from wushan_plan.model.modality import Status
from wushan_plan.model.verdict import Lang

_SHORT = 8


def short_id(entry: str) -> str:
    """The beginning of the id of an entry, as a page shows it; commands take it where no other begins so."""
    return entry[:_SHORT]


def title(report: SupervisionReport) -> str:
    """The title of the report."""
    return "方案落实情况督查报告" if report.lang == "zh" else "Supervision report on carrying out the plan"


def subtitle(report: SupervisionReport) -> str:
    """What it is about."""
    plan = report.plan
    return f"{plan.number}　{plan.title}" if report.lang == "zh" else f"{plan.number}: {plan.title_en}"


def day_line(report: SupervisionReport) -> str:
    """The day it stands on, and that of the last one."""
    day = date_text(report.as_of, report.lang)
    last = "" if report.since is None else date_text(report.since, report.lang)
    if report.lang == "zh":
        return f"截至{day}，上次报告{last}" if last else f"截至{day}"
    return f"As of {day}; last report {last}" if last else f"As of {day}"


def summary(report: SupervisionReport) -> tuple[str, ...]:
    """The whole report in a few sentences."""
    colours = [(pick(COLOUR[one.value], report.lang), report.whole.colours[one]) for one in BEST_FIRST]
    statuses = report.whole.statuses
    total = len(report.whole.tasks)
    until = until_text(report)
    untold = sum(one.stood_on is None for one in report.whole.tasks)
    later = (
        () if report.latest is None else (later_text(report.later, report.as_of, report.latest, report.lang),)
    )
    if report.lang == "zh":
        found = [
            f"台账共有{total}项任务，"
            + "，".join(f"{word}{number}项" for word, number in colours)
            + f"；其中达标{statuses[Status.MET]}项，未达标{statuses[Status.NOT_MET]}项。",
            f"台账共有{report.entries}条记录" + (
                "" if report.entries_since is None else f"，上次报告以来新增{report.entries_since}条"
            ) + f"；{untold}项任务尚无任何填报。",
            *later,
            f"未来{report.ahead.days}个工作日（至{until}）内到期而尚未达标的{len(report.due)}项。",
        ]  # fmt: skip
        if report.conflicts:
            found.append(f"有{len(report.conflicts)}处填报冲突待裁定，裁定之前相关事实视为不明。")
        if report.undecided:
            found.append(f"有{len(report.undecided)}项任务换一种口径结论就不同。")
        return tuple(found)
    found = [
        f"The ledger has {total} tasks: "
        + ", ".join(f"{number} {word}" for word, number in colours)
        + f"; {statuses[Status.MET]} met, {statuses[Status.NOT_MET]} not met.",
        f"It holds {report.entries} entries"
        + ("" if report.entries_since is None else f", {report.entries_since} of them since the last report")
        + f"; on {untold} tasks nothing was ever reported.",
        *later,
        f"Due in the next {report.ahead.days} working days (to {until}) and not yet met: {len(report.due)}.",
    ]
    if report.conflicts:
        found.append(
            f"Conflicts to settle: {len(report.conflicts)}; until then the facts count as not known."
        )
    if report.undecided:
        found.append(f"Tasks that another reading would judge otherwise: {len(report.undecided)}.")
    return tuple(found)


def later_text(number: int, as_of: dt.date, latest: dt.date, lang: Lang) -> str:
    """Which entries are left out because they were written after the day, and how to take them in."""
    day = date_text(as_of, lang)
    if lang == "zh":
        return f"另有{number}条记录的填报日期晚于{day}，未计入；要计入请用--as-of {latest}。"
    return (
        f"{number} more {'entry was' if number == 1 else 'entries were'} written after {day} and left out; "
        f"to count {'it' if number == 1 else 'them'}, use --as-of {latest}."
    )


def until_text(report: SupervisionReport) -> str:
    """The last of the days ahead, and whether rest days follow it that are in the list too."""
    last = report.calendar.nth_workday_before(report.window.last + dt.timedelta(1), 1)
    text = date_text(last, report.lang)
    if last < report.window.last:
        text += "，含其后休息日" if report.lang == "zh" else " and the rest days after it"
    return text


def basis(report: SupervisionReport) -> tuple[str, ...]:
    """What the report rests on; stands at its end."""
    if report.lang == "zh":
        return (
            "绿：达标，或者未到期且有填报。黄：临近到期，逾期后补办，或者有正当理由的偏离。"
            "红：未达标。灰：事实不明，或者不适用。阈值和颜色以台账所用督办规则为准。",
            "各项结论由台账记录推导，晚于截至日的记录不计；更正只增不改。事项为概括，不是原文。",
            "期限后注“推断”的，原文没有写日期，以方案所涉期间的最后一日为期限。",
            "一节有几个牵头单位的，任务由其共同负责，在各单位名下都计入，在总数中只计一次。",
        )
    return (
        "Green: met, or reported on and not yet due. Yellow: due soon, made good late, or excused. "
        "Red: not met. Grey: not known, or not applicable. Thresholds are those of the ledger's rule.",
        "Every answer is derived from the entries; entries later than the day are left out, and "
        "corrections add. Commitments are summaries, not the official text.",
        "A last day marked “inferred” is not in the text; it is the last day of the plan's period.",
        "Units named together in a heading carry a task jointly: it counts for each of them, and once in "
        "a total.",
    )


def names_of(report: SupervisionReport, ids: Iterable[str]) -> str:
    """The names of units."""
    units = dict(report.units_by_id)
    zh = report.lang == "zh"
    return ("、" if zh else "; ").join(units[one].name if zh else units[one].name_en for one in ids)


def overdue_days(report: SupervisionReport, task: TaskState) -> int:
    """Working days since the last day, up to the day it was done where that is known; 0 for what is kept."""
    if task.status in (Status.MET, Status.NOT_APPLICABLE):
        return 0
    until = report.as_of if task.completed_on is None else min(report.as_of, task.completed_on)
    return max(0, report.calendar.workdays_between(task.due, until))


def short_date(day: dt.date, lang: Lang) -> str:
    """10月29日, or 29 October."""
    if lang == "zh":
        return f"{day.month}月{day.day}日"
    return " ".join(date_text(day, lang).split()[1:3])
