"""Deadlines and verdicts as paragraphs (文字说明)."""

from __future__ import annotations

import datetime as dt

from wushan_plan.counting.periods import due
from wushan_plan.counting.workday_calendar import WorkdayCalendar
from wushan_plan.explanation.reasons import reason_text
from wushan_plan.explanation.runs import account
from wushan_plan.explanation.words import (
    BASIS,
    MODALITY,
    READING,
    RELATION,
    STATUS,
    date_text,
    days_text,
    number_text,
    pick,
    place_text,
    unit_names,
    unit_text,
)
from wushan_plan.model.commitment import Commitment
from wushan_plan.model.criteria import MeanTimeLimit, Promptness, TimeLimit
from wushan_plan.model.periods import CalendarDays, Days, Interval, WorkingDays
from wushan_plan.model.readings import CLOCK_RUNS_ON
from wushan_plan.model.verdict import Deadline, Lang, Verdict
from wushan_plan.plain_text import joined


def rule_text(commitment: Commitment, limit: Days | None, lang: Lang) -> str:
    """The rule a deadline rests on."""
    criterion = commitment.criterion
    if limit is None or not isinstance(criterion, TimeLimit):
        return (
            "规则：固定日期，当日有效（含），遇休息日不顺延。"
            if lang == "zh"
            else "Rule: a fixed date, inclusive; it does not roll over a rest day."
        )
    inferred = criterion.end.inferred and all(one.inferred for one in criterion.start)
    events = "、".join(one.zh for one in criterion.start)
    events_en = ", ".join(one.en for one in criterion.start)
    if lang == "zh":
        several = "（以较晚者为准）" if len(criterion.start) > 1 else ""
        text = (
            f"规则：自{events}{several}次日起算，至{criterion.end.zh}，以{days_text(limit, lang)}为限（含）。"
        )
        if isinstance(limit, CalendarDays):
            text += "按日历日计，末日逢休息日顺延至下一工作日（民法典第203条）。"
        else:
            text += "周末和法定节假日不计，调休上班日计入。"
        text += "开始当日不计（民法典第201条）。"
        return text + ("起止事件原文没有写明，属推断。" if inferred else "")
    several = " (the later one)" if len(criterion.start) > 1 else ""
    text = (
        f"Rule: from the day after {events_en}{several} to {criterion.end.en}, "
        f"at most {days_text(limit, lang)}, inclusive. "
    )
    if isinstance(limit, CalendarDays):
        text += "Calendar days; a last day of rest moves to the next working day (Civil Code, art. 203). "
    else:
        text += "Weekends and public holidays do not count, make-up working days do. "
    text += "The starting day is not counted (Civil Code, art. 201)."
    return text + (" Start and end are not named by the text: an inference." if inferred else "")


def trial_text(commitment: Commitment, lang: Lang) -> list[str]:
    """That the limit is a trial, and what the plan's own is; nothing for the plan's own limit."""
    criterion, own = commitment.criterion, commitment.trial_of
    if own is None or not isinstance(criterion, (TimeLimit, MeanTimeLimit)):
        return []
    tried, promised = (
        days_text(days, lang) + ("（日历日）" if lang == "zh" and not isinstance(days, WorkingDays) else "")
        for days in (criterion.limit, own)
    )
    if lang == "zh":
        return [f"试算：按{tried}判定；方案承诺的是{promised}。"]
    return [f"Trial: judged by {tried}; the plan promises {promised}."]


def heading_text(commitment: Commitment, lang: Lang) -> list[str]:
    """What was promised, and where the text says so."""
    return [*trial_text(commitment, lang), *_promise_text(commitment, lang)]


def _promise_text(commitment: Commitment, lang: Lang) -> list[str]:
    place = place_text(commitment.citation, lang)
    modality = pick(MODALITY[commitment.modality], lang)
    if lang == "zh":
        lines = [
            f"承诺：{commitment.summary}",
            f"出处：{place}（{commitment.number}）；约束力：{modality}"
            + (f"；原文短语：“{commitment.phrase}”" if commitment.phrase else ""),
        ]
        units = unit_names(commitment.lead_units, lang)
        if units:
            lines.append(f"牵头单位：{units}")
        return lines
    lines = [
        f"Promise: {commitment.summary_en}",
        f"Source: {place} ({commitment.number}); modality: {modality}"
        + (f'; phrase: "{commitment.phrase}"' if commitment.phrase else ""),
    ]
    units = "; ".join(f"{unit.name_en} ({unit.name})" for unit in commitment.lead_units)
    if units:
        lines.append(f"Lead units: {units}")
    return lines


def deadline_text(deadline: Deadline, calendar: WorkdayCalendar, lang: Lang) -> str:
    """Why that day."""
    title = "截止日" if lang == "zh" else "Deadline"
    lines = [f"{title}{'：' if lang == 'zh' else ': '}{date_text(deadline.date, lang)}"]
    if deadline.provisional:
        lines[0] += "（暂定）" if lang == "zh" else " (provisional)"
    lines += suspension_text(deadline, calendar, lang)
    lines += _unsettled(deadline, calendar, lang)
    lines += heading_text(deadline.commitment, lang)
    lines.append(rule_text(deadline.commitment, deadline.limit, lang))
    marked = {deadline.date: ["截止日" if lang == "zh" else "deadline"]}
    if deadline.rolled_from is not None:
        marked[deadline.rolled_from] = ["期间末日" if lang == "zh" else "end of the period"]
    lines += account(deadline, calendar, deadline.date, deadline.rolled_from, marked, lang)
    if deadline.rolled_from is not None:
        lines.append(_rolled(deadline, lang))
    lines += _beside(deadline.commitment, lang)
    return joined(lines)


def suspension_text(deadline: Deadline, calendar: WorkdayCalendar, lang: Lang) -> list[str]:
    """That the clock stood still because the caller says so, and the last day without that.

    Whether the plan lets it stand still is said where its register answers that it does not.
    """
    if not deadline.suspended or deadline.start is None or deadline.limit is None:
        return []
    day = date_text(due(calendar, deadline.start, deadline.limit).date, lang)
    entry = next((one for one in deadline.commitment.interpretations if one.default == CLOCK_RUNS_ON), None)
    if lang == "zh":
        ruled = (
            "" if entry is None else f"方案没有规定停表（口径{entry.id}，{pick(BASIS[entry.basis], lang)}），"
        )
        return [f"按您给出的中止期间计算；{ruled}不中止则为{day}。"]
    ruled = (
        ""
        if entry is None
        else f"the plan does not provide for the clock to stop (register {entry.id}, "
        f"{pick(BASIS[entry.basis], lang)}); "
    )
    return [f"Counted with the suspensions you gave; {ruled}without them: {day}."]


def verdict_text(verdict: Verdict, calendar: WorkdayCalendar, lang: Lang) -> str:
    """The answer, and everything it rests on."""
    commitment, colon = verdict.commitment, "：" if lang == "zh" else ": "
    status = pick(STATUS[verdict.status], lang)
    lines = [("【" + status + "】" if lang == "zh" else f"[{status.upper()}] ") + commitment.id]
    if verdict.is_breach:
        lines[0] += "（违反义务）" if lang == "zh" else " (breach of duty)"
    if verdict.provisional:
        lines[0] += "（暂定）" if lang == "zh" else " (provisional)"
    lines += heading_text(commitment, lang)
    deadline = verdict.deadline
    if isinstance(commitment.criterion, TimeLimit):
        lines.append(rule_text(commitment, commitment.criterion.limit, lang))
    facts = _facts_text(verdict, lang)
    if facts:
        lines.append(("事实：" if lang == "zh" else "Facts: ") + facts)
    lines += _arithmetic(verdict, calendar, lang)
    if deadline is not None:
        lines.append(("截止日：" if lang == "zh" else "Deadline: ") + date_text(deadline.date, lang))
        if deadline.rolled_from is not None:
            lines.append(_rolled(deadline, lang))
        lines += suspension_text(deadline, calendar, lang)
        lines += _unsettled(deadline, calendar, lang)
    why = ("" if lang == "zh" else " ").join(reason_text(one, lang) for one in verdict.reasons)
    lines.append(("理由" if lang == "zh" else "Why") + colon + why)
    if verdict.overdue:
        late = days_text(verdict.overdue, lang)
        lines.append(f"逾期：{late}" if lang == "zh" else f"Overdue: {late}")
    lines += _readings_text(verdict, lang)
    lines += _outlook_text(verdict, lang)
    lines += _beside(commitment, lang)
    return joined(lines)


def _beside(commitment: Commitment, lang: Lang) -> list[str]:
    """What stands beside the promise: deviations the text allows, and superior law."""
    lines = []
    for deviation in commitment.exceptions:
        if lang == "zh":
            lines.append(f"例外：“{deviation.phrase}”，须记录：{deviation.zh}")
        else:
            lines.append(f'Exception: "{deviation.phrase}"; to be recorded: {deviation.en}')
    for rule in commitment.law:
        relation = pick(RELATION[rule.relation], lang)
        if lang == "zh":
            lines.append(f"上位法：《{rule.law}》第{rule.article}条：{rule.zh}（{relation}）")
        else:
            lines.append(f"Superior law: {rule.law}, art. {rule.article}: {rule.en} ({relation})")
    return lines


def _unsettled(deadline: Deadline, calendar: WorkdayCalendar, lang: Lang) -> list[str]:
    """What a notice still to come may change about the deadline."""
    if deadline.within is not None:
        first, last = (date_text(day, lang) for day in (deadline.within.first, deadline.within.last))
        if lang == "zh":
            return [f"放假通知尚未公布，截止日当在{first}至{last}之间（推断）。"]
        return [f"No notice settles these days yet; the deadline should fall between {first} and {last}."]
    days = calendar.days
    if deadline.limit is not None and days.open_from <= deadline.date <= days.settled_to:
        if lang == "zh":
            return ["年底这几日还可能被下一年度的放假通知调整。"]
        return ["The next year's notice may still change these last days of December."]
    return []


def _rolled(deadline: Deadline, lang: Lang) -> str:
    assert deadline.rolled_from is not None
    was, now = date_text(deadline.rolled_from, lang), date_text(deadline.date, lang)
    if lang == "zh":
        return f"期间末日{was}不是工作日，顺延至{now}。"
    return f"The period ends on {was}, no working day: it moves to {now}."


def _facts_text(verdict: Verdict, lang: Lang) -> str:
    names = {fact.name: fact for fact in verdict.commitment.facts}
    shown = []
    for name, value in verdict.facts:
        fact = names.get(name)
        label = name if fact is None else (fact.zh if lang == "zh" else fact.en)
        unit = "" if fact is None or lang == "en" or isinstance(value, frozenset) else fact.unit
        shown.append(f"{label}{'：' if lang == 'zh' else ': '}{value_text(value, lang)}{unit}")
    if verdict.as_of is not None:
        label = "判定基准日：" if lang == "zh" else "as of: "
        shown.append(label + date_text(verdict.as_of, lang))
    return ("；" if lang == "zh" else "; ").join(shown)


def value_text(value: object, lang: Lang) -> str:
    """The value of a fact: 2021年9月24日（周五）, 是, 3项."""
    if isinstance(value, str):
        return value  # a file number such as 12/31 is no fraction
    if isinstance(value, dt.date):
        return date_text(value, lang)
    if isinstance(value, Interval):
        first, last = date_text(value.first, lang), date_text(value.last, lang)
        return f"{first}至{last}" if lang == "zh" else f"{first} to {last}"
    if isinstance(value, bool):
        return ("是" if value else "否") if lang == "zh" else ("yes" if value else "no")
    if isinstance(value, (WorkingDays, CalendarDays)):
        return days_text(value, lang)
    if isinstance(value, (tuple, frozenset)):
        return f"{len(value)}项" if lang == "zh" else f"{len(value)} entries"
    try:
        return number_text(value, lang)  # type: ignore[arg-type]  # falls through when it is none
    except (TypeError, ValueError):
        return str(value)


def _arithmetic(verdict: Verdict, calendar: WorkdayCalendar, lang: Lang) -> list[str]:
    deadline = verdict.deadline
    if deadline is None or verdict.elapsed is None:
        return []
    stop = verdict.ended or verdict.as_of
    assert stop is not None  # without either, nothing would have elapsed
    stop_mark = "判定基准日" if lang == "zh" else "as of"
    criterion = verdict.commitment.criterion
    if verdict.ended is not None and isinstance(criterion, (TimeLimit, Promptness)):
        stop_mark = criterion.end.zh if lang == "zh" else criterion.end.en
    marked = {deadline.date: ["截止日" if lang == "zh" else "deadline"]}
    marked.setdefault(stop, []).append(stop_mark)
    # A case that ended by the rolled deadline used none of the days rolled over.
    rolled_from = deadline.rolled_from if stop <= deadline.date else None
    return account(deadline, calendar, max(stop, deadline.date), rolled_from, marked, lang)


def _readings_text(verdict: Verdict, lang: Lang) -> list[str]:
    if verdict.reading is None:
        return []
    mine = pick(READING[verdict.reading], lang)
    text = f"口径：{mine}" if lang == "zh" else f"Reading: {mine}"
    for other, status in verdict.alternatives:
        theirs, answer = pick(READING[other], lang), pick(STATUS[status], lang)
        same = status is verdict.status
        if lang == "zh":
            text += f"；若{theirs}，结论{'相同' if same else '改为：' + answer}"
        else:
            text += f"; {theirs}: {'the same' if same else answer.upper()}"
    return [text + ("。" if lang == "zh" else ".")]


def _outlook_text(verdict: Verdict, lang: Lang) -> list[str]:
    outlook = verdict.outlook
    if outlook is None or outlook.needed is None:
        return []
    needed = number_text(outlook.needed, lang)
    criterion = verdict.commitment.criterion
    if isinstance(criterion, MeanTimeLimit):
        if lang == "zh":
            unit = unit_text(type(criterion.limit), lang)
            if outlook.reachable:
                can = f"平均用时不超过{needed}{unit}，总平均仍可达标"
            else:
                can = f"平均用时须不超过{needed}{unit}才行，而它们已用的时间更长：仅凭这些办件已无法达标"
            return [f"前景：另有{outlook.remaining}件未办结，{can}。"]
        unit = unit_text(type(criterion.limit), lang)
        if outlook.reachable:
            can = f"the limit is still kept if they take at most {needed} {unit} on average"
        else:
            can = (
                f"they would have had to take at most {needed} {unit} on average and have taken more: "
                "out of reach with these cases alone"
            )
        return [f"Outlook: cases still open: {outlook.remaining}; {can}."]
    if lang == "zh":
        return [f"前景：还差{needed}。"]
    return [f"Outlook: {needed} more needed."]
