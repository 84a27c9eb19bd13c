"""How tasks, units and values are put into words in a report (报告用语)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from wushan_plan.explanation.reasons import reason_text
from wushan_plan.explanation.sentences import value_text
from wushan_plan.explanation.words import COLOUR, STATUS, date_text, pick
from wushan_plan.ledger.colours import Colour
from wushan_plan.ledger.known import Conflict, Stated
from wushan_plan.ledger.reports.content import SupervisionReport
from wushan_plan.ledger.state import TaskState
from wushan_plan.ledger.tally import Tally
from wushan_plan.model.modality import Status
from wushan_plan.model.verdict import Lang, Reason

BEST_FIRST = (Colour.GREEN, Colour.YELLOW, Colour.RED, Colour.GREY)
"""The order colours are counted in: what is in order, what needs care, what is wrong, what is not known."""


def title(report: SupervisionReport) -> str:
    """The title of the report."""
    return (
        "优化营商环境改革工作督查报告"
        if report.lang == "zh"
        else "Supervision report on the business environment reform"
    )


def subtitle(report: SupervisionReport) -> str:
    """What it is about."""
    plan = report.plan
    return f"{plan.number}　{plan.title}" if report.lang == "zh" else f"{plan.number}: {plan.title_en}"


def day_line(report: SupervisionReport) -> str:
    """The day it stands on, and that of the last one."""
    day = date_text(report.as_of, report.lang)
    if report.lang == "zh":
        last = "" if report.since is None else f"，上次报告{date_text(report.since, 'zh')}"
        return f"截至{day}{last}"
    last = "" if report.since is None else f"; last report {date_text(report.since, 'en')}"
    return f"As of {day}{last}"


def summary(report: SupervisionReport) -> tuple[str, ...]:
    """The whole report in a few sentences."""
    counts = report.whole.colours
    statuses = report.whole.statuses
    total = len(report.whole.tasks)
    until = until_text(report)
    untold = sum(one.stood_on is None for one in report.whole.tasks)
    if report.lang == "zh":
        found = [
            f"台账共有{total}项任务，"
            + "，".join(f"{pick(COLOUR[one.value], 'zh')}{counts[one]}项" for one in BEST_FIRST)
            + f"；其中达标{statuses[Status.MET]}项，未达标{statuses[Status.NOT_MET]}项。",
            f"台账共有{report.entries}条记录" + (
                "" if report.entries_since is None else f"，上次报告以来新增{report.entries_since}条"
            ) + f"；{untold}项任务尚无任何填报。",
            f"未来{report.ahead.days}个工作日（至{until}）内到期而尚未达标的{len(report.due)}项。",
        ]  # fmt: skip
        if report.conflicts:
            found.append(f"有{len(report.conflicts)}处填报冲突待裁定，裁定之前相关事实视为不明。")
        if report.undecided:
            found.append(f"有{len(report.undecided)}项任务换一种口径结论就不同。")
        return tuple(found)
    found = [
        f"The ledger has {total} tasks: "
        + ", ".join(f"{counts[one]} {pick(COLOUR[one.value], 'en')}" for one in BEST_FIRST)
        + f"; {statuses[Status.MET]} met, {statuses[Status.NOT_MET]} not met.",
        f"It holds {report.entries} entries"
        + ("" if report.entries_since is None else f", {report.entries_since} of them since the last report")
        + f"; on {untold} tasks nothing was ever reported.",
        f"Due in the next {report.ahead.days} working days (to {until}) and not yet met: {len(report.due)}.",
    ]
    if report.conflicts:
        found.append(
            f"Conflicts to settle: {len(report.conflicts)}; until then the facts count as not known."
        )
    if report.undecided:
        found.append(f"Tasks that another reading would judge otherwise: {len(report.undecided)}.")
    return tuple(found)


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
            "期限后注“推断”的，原文没有写日期，以方案所涉期间的最后一日为期限（口径登记T14）。",
            "一节有几个牵头单位的，任务由其共同负责，在各单位名下都计入，在总数中只计一次。",
        )
    return (
        "Green: met, or reported on and not yet due. Yellow: due soon, made good late, or excused. "
        "Red: not met. Grey: not known, or not applicable. Thresholds are those of the ledger's rule.",
        "Every answer is derived from the entries; entries later than the day are left out, and "
        "corrections add. Commitments are summaries, not the official text.",
        "A last day marked “inferred” is not in the text; it is the last day of the plan's period "
        "(register T14).",
        "Units named together in a heading carry a task jointly: it counts for each of them, and once in "
        "a total.",
    )


def names_of(report: SupervisionReport, ids: Iterable[str]) -> str:
    """The names of units."""
    units = dict(report.units_by_id)
    zh = report.lang == "zh"
    return ("、" if zh else "; ").join(units[one].name if zh else units[one].name_en for one in ids)


def promised(task: TaskState, lang: Lang) -> str:
    """What was promised, in a few words."""
    text = task.commitment.summary if lang == "zh" else task.commitment.summary_en
    return text.rstrip("。.")


def due_text(task: TaskState, lang: Lang) -> str:
    """The last day, marked where the text fixes none."""
    mark = ("（推断）" if lang == "zh" else " (inferred)") if task.due_is_inferred else ""
    return task.due.isoformat() + mark


def colour_text(task: TaskState, lang: Lang) -> str:
    """红."""
    return pick(COLOUR[task.colour.value], lang)


def status_text(task: TaskState, lang: Lang) -> str:
    """未达标（逾期后补办）."""
    text = pick(STATUS[task.status], lang)
    if task.made_good:
        text += "（逾期后补办）" if lang == "zh" else " (made good late)"
    return text


def stands_text(task: TaskState, lang: Lang) -> str:
    """The status, and beside it what else a change may be about: conflicts, stale reports."""
    text = status_text(task, lang)
    if task.conflicts:
        text += "（冲突）" if lang == "zh" else " (in conflict)"
    if task.is_stale:
        text += "（陈旧）" if lang == "zh" else " (stale)"
    return text


def why(task: TaskState, lang: Lang) -> str:
    """Why it stands so: conflicts first, then the reasons of the verdict, cases, the recorded excuse."""
    zh = lang == "zh"
    said = []
    if task.conflicts:
        names = ("、" if zh else ", ").join(fact_text(task, one.fact, lang) for one in task.conflicts)
        said.append(f"填报冲突：{names}。" if zh else f"In conflict: {names}.")
    elif task.stood_on is None and task.status is Status.UNKNOWN:
        said.append("尚无填报。" if zh else "Nothing was reported.")
    elif task.problem:
        said.append((task.problem_zh.rstrip("。") + "。") if zh else task.problem)
    elif task.verdict is not None:
        said += [text for one in task.verdict.reasons for text in _reasons(one, lang)]
    if task.tally is not None:
        said.append(tally_text(task.tally, lang) + ("。" if zh else "."))
        if task.tally.open_late:
            number = task.tally.open_late
            said.append(f"逾期未办结{number}件。" if zh else f"Open and late: {number}.")
    if task.excuse is not None and not any(task.excuse in text for text in said):
        said.append(f"报告的理由：{task.excuse}。" if zh else f"Reason given: {task.excuse}.")
    if task.is_stale and task.stood_on is not None:
        said.append(f"填报截至{task.stood_on}，已陈旧。" if zh else f"Stale: it stood on {task.stood_on}.")
    return ("" if zh else " ").join(said)


def _reasons(reason: Reason, lang: Lang) -> list[str]:
    return [reason_text(reason, lang), *(text for part in reason.parts for text in _reasons(part, lang))]


def fact_text(task: TaskState, name: str, lang: Lang) -> str:
    """The label of a fact of the task, or the name as it is: that of a table of cases."""
    for fact in task.commitment.facts:
        if fact.name == name:
            return fact.zh if lang == "zh" else fact.en
    return name.partition(":")[2] or name


def tally_text(tally: Tally, lang: Lang) -> str:
    """办件12件（达标10，未达标2）."""
    counts = [(pick(STATUS[one], lang), tally.count(one)) for one in Status if tally.count(one)]
    if lang == "zh":
        return f"办件{tally.cases}件（" + "，".join(f"{word}{number}" for word, number in counts) + "）"
    return f"{tally.cases} cases (" + ", ".join(f"{number} {word}" for word, number in counts) + ")"


def stated_text(value: Stated, lang: Lang) -> str:
    """What one party of a conflict reports."""
    if value is None:
        return "不详" if lang == "zh" else "not known"
    if isinstance(value, Tally):
        return tally_text(value, lang)
    if isinstance(value, tuple) and value and all(isinstance(one, str) for one in value) and len(value) <= 5:
        return ("、" if lang == "zh" else ", ").join(str(one) for one in value)
    return value_text(value, lang)


def parties_text(conflict: Conflict, lang: Lang) -> str:
    """Who says what, of which days."""
    zh = lang == "zh"
    said = []
    for one in conflict.candidates:
        days = one.days.first.isoformat()
        if one.days.last != one.days.first:
            days += f"至{one.days.last}" if zh else f" to {one.days.last}"
        value = stated_text(one.value, lang)
        said.append(f"{one.author}：{value}（{days}）" if zh else f"{one.author}: {value} ({days})")
    return ("；" if zh else "; ").join(said)


def overdue_days(report: SupervisionReport, task: TaskState) -> int:
    """Working days since the last day, up to the day it was done where that is known."""
    until = report.as_of
    if task.completed_on is not None and task.due < task.completed_on < until:
        until = task.completed_on
    return max(0, report.calendar.workdays_between(task.due, until))


def short_date(day: dt.date, lang: Lang) -> str:
    """10月29日, or 29 Oct."""
    return (
        f"{day.month}月{day.day}日"
        if lang == "zh"
        else date_text(day, "en").split(" ", 1)[1].rsplit(" ", 1)[0]
    )
