"""How tasks, conflicts and entries are put into words (台账用语)."""

from __future__ import annotations

from collections.abc import Mapping

from wushan_plan.explanation.reasons import reason_text
from wushan_plan.explanation.sentences import value_text
from wushan_plan.explanation.words import COLOUR, STATUS, Term, pick
from wushan_plan.ledger.colours import Colour
from wushan_plan.ledger.entries import (
    CaseReport,
    Comment,
    Completion,
    Correction,
    DeviationReason,
    Entry,
    Evidence,
    ProgressReport,
    Reassignment,
    Report,
)
from wushan_plan.ledger.known import Conflict, Stated
from wushan_plan.ledger.state import TaskState
from wushan_plan.ledger.tally import Tally
from wushan_plan.ledger.tasks import citable_units
from wushan_plan.model.commitment import Commitment
from wushan_plan.model.modality import Status
from wushan_plan.model.plan import Plan
from wushan_plan.model.verdict import Lang, Reason

ENTRY: Mapping[str, Term] = {
    "progress": ("进展填报", "progress"),
    "evidence": ("佐证材料", "evidence"),
    "completion": ("完成", "completion"),
    "cases": ("办件汇总", "cases"),
    "deviation": ("偏离理由", "reason of a deviation"),
    "correction": ("更正", "correction"),
    "reassignment": ("改派", "reassignment"),
    "comment": ("批注", "comment"),
}
"""Kinds of entries, by the name each is written under."""
BEST_FIRST = (Colour.GREEN, Colour.YELLOW, Colour.RED, Colour.GREY)
"""The order colours are counted in: what is in order, what needs care, what is wrong, what is not known."""


def promised(task: TaskState, lang: Lang) -> str:
    """What was promised, in a few words."""
    text = task.commitment.summary if lang == "zh" else task.commitment.summary_en
    return text.rstrip("。.")


def unit_text(unit: str, plan: Plan | None, lang: Lang) -> str:
    """The name of a unit by its id; the id itself where the plan knows no such unit."""
    for one in () if plan is None else citable_units(plan):
        if one.id == unit:
            return one.name if lang == "zh" else one.name_en
    return unit


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
        said = [text for one in task.verdict.reasons for text in _reasons(one, lang)]
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
    cases = "1 case" if tally.cases == 1 else f"{tally.cases} cases"
    return f"{cases} (" + ", ".join(f"{number} {word}" for word, number in counts) + ")"


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


def entry_text(entry: Entry, commitment: Commitment, lang: Lang) -> str:
    """What an entry says, in a few words."""
    zh = lang == "zh"
    said = []
    if isinstance(entry, (Report, Correction)):
        names = {one.name: one.zh if zh else one.en for one in commitment.facts}
        said = [
            f"{names.get(name, name)}{'：' if zh else ': '}{stated_text(value, lang)}"
            for name, value in entry.facts
        ]
        if isinstance(entry, ProgressReport):
            said += (
                f"{names.get(name, name)}{'：新增' if zh else ': new '}{stated_text(value, lang)}"
                for name, value in entry.adds
            )
        if isinstance(entry, Correction) and entry.withdraws:
            said.append("整条作废" if zh else "withdrawn as a whole")
    if isinstance(entry, CaseReport):
        said += [entry.source, tally_text(entry.tally, lang)]
    elif isinstance(entry, Completion):
        said += [entry.done_on.isoformat(), entry.evidence]
    elif isinstance(entry, Evidence):
        said.append(entry.reference)
    elif isinstance(entry, Reassignment):
        taking_over = unit_text(entry.to, commitment.plan, lang)
        said.append(f"转至{taking_over}" if zh else f"to {taking_over}")
        said.append(entry.reason)
    elif isinstance(entry, (DeviationReason, Correction)):
        said.append(entry.reason)
    elif isinstance(entry, Comment):
        said.append(entry.text)
    return ("；" if zh else "; ").join(one for one in (*said, entry.note) if one)
