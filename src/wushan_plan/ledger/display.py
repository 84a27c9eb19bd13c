"""The ledger, its states and its overviews in a notebook (台账展示)."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable

import attrs

from wushan_plan.errors import DefinitionError
from wushan_plan.explanation.display.answers import STATUS_TONE, status_badge
from wushan_plan.explanation.display.page import (
    Account,
    Badge,
    Bar,
    Block,
    Fold,
    Line,
    Page,
    Rows,
    Table,
    Tone,
    Words,
)
from wushan_plan.explanation.display.writing import display_of
from wushan_plan.explanation.words import COLOUR, DISPUTE, date_text, pick, spoken
from wushan_plan.ledger.colours import Colour
from wushan_plan.ledger.corrections import LedgerProblem
from wushan_plan.ledger.entries import Entry
from wushan_plan.ledger.known import Conflict
from wushan_plan.ledger.ledger import Ledger, LedgerState
from wushan_plan.ledger.overview import Overview
from wushan_plan.ledger.state import CommitmentState, TaskState
from wushan_plan.ledger.wording import (
    BEST_FIRST,
    ENTRY,
    due_text,
    entry_text,
    fact_text,
    parties_text,
    promised,
    stated_text,
    status_text,
    tally_text,
    unit_text,
    why,
)
from wushan_plan.model.display import Display
from wushan_plan.model.plan import Plan
from wushan_plan.model.verdict import Lang

COLOUR_TONE = {
    Colour.GREEN: Tone.GOOD,
    Colour.YELLOW: Tone.CARE,
    Colour.RED: Tone.BAD,
    Colour.GREY: Tone.QUIET,
}
_MOST_TASKS = 15
_MOST_ENTRIES = 8


@attrs.frozen
class LedgerDisplayer:
    """Shows the nouns of the ledger (台账展示者)."""

    def display(self, noun: object, lang: Lang) -> Display:
        """The noun in that language."""
        return display_of(page_of(noun, spoken(lang, "display(lang)")), lang)


def page_of(noun: object, lang: Lang) -> Page:
    """The page of a noun of the ledger."""
    if isinstance(noun, Ledger):
        return _ledger_page(noun, lang)
    if isinstance(noun, LedgerState):
        return _state_page(noun, lang)
    if isinstance(noun, Overview):
        return _overview_page(noun, lang)
    if isinstance(noun, TaskState):
        return _task_page(noun, lang)
    if isinstance(noun, CommitmentState):
        return _commitment_page(noun, lang)
    raise DefinitionError(
        value=type(noun).__name__,
        rule="this shows a ledger, its states and its overviews.",
        where="LedgerDisplayer.display",
        remedy="Give one of these.",
    )


def _ledger_page(ledger: Ledger, lang: Lang) -> Page:
    zh = lang == "zh"
    entries = ledger.entries
    first_to_last = ""
    if entries:
        first, last = entries[0].day, entries[-1].day
        first_to_last = (
            first.isoformat() if first == last else f"{first}至{last}" if zh else f"{first} to {last}"
        )
    rows = (
        ("任务" if zh else "tasks", str(len(ledger.tasks))),
        ("记录" if zh else "entries", str(len(entries))),
        ("起止" if zh else "written", first_to_last),
    )
    tasks = Counter(one.unit.id for one in ledger.tasks)
    written = Counter(one.unit for one in entries)
    heads = ("单位", "任务", "记录") if zh else ("unit", "tasks", "entries")
    listed = tuple(
        (one.name if zh else one.name_en, str(tasks[one.id]), str(written[one.id])) for one in ledger.units
    )
    blocks: list[Block] = [Rows(rows)]
    if entries:
        title = "最近的记录" if zh else "Latest entries"
        blocks.append(Fold(title, (_entries(entries, ledger.plan, lang),), is_open=True))
    blocks.append(Fold("各单位" if zh else "By unit", (Table(heads, listed, numbers=(1, 2)),)))
    hint = "某日状态：ledger.as_of(日期)" if zh else "The state on a day: ledger.as_of(day)"
    blocks.append(Line(hint, faint=True))
    plan = ledger.plan
    return Page(
        "改革工作台账" if zh else "Reform ledger", tuple(blocks), above=plan.title if zh else plan.title_en
    )


def _entries(entries: tuple[Entry, ...], plan: Plan, lang: Lang) -> Table:
    zh = lang == "zh"
    heads = ("日期", "单位", "事项", "内容") if zh else ("day", "unit", "commitment", "what")
    rows: list[tuple[Words, ...]] = []
    for one in reversed(entries[-_MOST_ENTRIES:]):
        commitment = plan.commitment(one.commitment)
        said = entry_text(one, commitment, lang)
        by = f"（{one.author}）" if zh else f" ({one.author})"
        kind = Badge(pick(ENTRY[one.kind], lang))
        unit = unit_text(one.unit, plan, lang)
        rows.append((one.day.isoformat(), unit, commitment.id, (kind, " ", said, by)))
    rest = len(entries) - len(rows)
    more = (f"此前还有{rest}条" if zh else f"and {rest} earlier") if rest else ""
    return Table(heads, tuple(rows), wide=(3,), tight=(0,), more=more)


def _state_page(state: LedgerState, lang: Lang) -> Page:
    zh = lang == "zh"
    plan, whole = state.ledger.plan, state.whole
    blocks: list[Block] = [*_summary(whole, lang)]
    colours = (pick(COLOUR[one.value], lang) for one in BEST_FIRST)
    heads = ("单位", *colours, "合计") if zh else ("unit", *colours, "all")
    listed: list[tuple[Words, ...]] = []
    for unit in state.ledger.units:
        found = state.unit(unit.id)
        counts = (str(found.colours[one]) for one in BEST_FIRST)
        listed.append((unit.name if zh else unit.name_en, *counts, str(len(found.tasks))))
    table = Table(heads, tuple(listed), numbers=(1, 2, 3, 4, 5))
    blocks.append(Fold("各单位" if zh else "By unit", (table,), is_open=True))
    blocks += _tasks(whole, (Colour.RED, Colour.YELLOW), lang)
    blocks += _conflicts(whole, lang)
    blocks += _problems(state.problems, plan, lang)
    title = _on("台账" if zh else "Ledger", state.day, lang)
    return Page(title, tuple(blocks), above=plan.title if zh else plan.title_en)


def _overview_page(overview: Overview, lang: Lang) -> Page:
    first = overview.tasks[0] if overview.tasks else None
    plan = None if first is None else first.commitment.plan
    name = _overview_name(overview, plan, lang)
    title = name if first is None else _on(name, first.as_of, lang)
    blocks = [
        *_summary(overview, lang),
        *_tasks(overview, tuple(Colour), lang),
        *_conflicts(overview, lang),
    ]
    return Page(title, tuple(blocks), () if first is None else (_colour_badge(overview.colour, lang),))


def _overview_name(overview: Overview, plan: Plan | None, lang: Lang) -> str:
    """What the tasks are those of: measures and chapters are both numbers, but no chapter is one measure."""
    zh, name = lang == "zh", overview.name
    if plan is None:
        return name
    if name == plan.id:
        return plan.title if zh else plan.title_en
    for section in plan.sections:
        if section.id == name:
            return f"{name} {section.title if zh else section.title_en}"
    if {one.commitment.citation.place for one in overview.tasks} == {name}:
        place = plan.place(overview.tasks[0].commitment.citation)
        title = place.title if zh else place.title_en
        what = ("保障措施" if zh else "Safeguard ") if name.startswith("S") else "措施" if zh else "Measure "
        number = f"{what}{name.removeprefix('S')}"
        return f"{number}{' ' if zh else ': '}{title}" if title else number  # a measure may have no title
    for chapter in plan.chapters:
        if str(chapter.number) == name:
            return f"第{name}章 {chapter.title}" if zh else f"Chapter {name}: {chapter.title_en}"
    return unit_text(name, plan, lang)


def _on(name: str, day: dt.date, lang: Lang) -> str:
    return f"{name}{'　' if lang == 'zh' else ', '}{date_text(day, lang)}"


def _colour_badge(colour: Colour, lang: Lang) -> Badge:
    return Badge(pick(COLOUR[colour.value], lang), COLOUR_TONE[colour])


def _summary(overview: Overview, lang: Lang) -> tuple[Block, ...]:
    """The counts: by colour as a bar, by status, and what needs care."""
    zh = lang == "zh"
    colours = overview.colours
    bar = Bar(tuple((pick(COLOUR[one.value], lang), colours[one], COLOUR_TONE[one]) for one in BEST_FIRST))
    by_status: list[str | Badge] = []
    for status, number in overview.statuses.items():
        if number:
            if by_status:
                by_status.append("　" if zh else "  ")
            by_status += [status_badge(status, lang), f" {number}"]
    rows: tuple[tuple[str, Words], ...] = (
        ("任务" if zh else "tasks", str(len(overview.tasks))),
        ("结论" if zh else "status", tuple(by_status)),
        ("冲突待裁定" if zh else "conflicts", _counted(overview.conflicts)),
        ("填报陈旧" if zh else "stale", _counted(overview.stale)),
        ("有记录的理由" if zh else "with a reason", _counted(overview.excused)),
        ("随口径变化" if zh else "depend on reading", _counted(overview.undecided)),
    )
    return (bar, Rows(rows))


def _counted(found: tuple[object, ...]) -> str:
    return str(len(found)) if found else ""


def _tasks(overview: Overview, colours: Iterable[Colour], lang: Lang) -> list[Block]:
    """The tasks of these colours, in this order."""
    zh = lang == "zh"
    found = [task for colour in colours for task in overview.of_colour(colour)]
    if not found:
        return []
    heads = (
        ("颜色", "事项", "期限", "结论", "理由") if zh else ("colour", "commitment", "due", "status", "why")
    )
    rows: list[tuple[Words, ...]] = [
        (
            _colour_badge(one.colour, lang),
            f"{one.commitment.number} {promised(one, lang)}{_whose(one, lang)}",
            due_text(one, lang),
            status_text(one, lang),
            why(one, lang),
        )
        for one in found[:_MOST_TASKS]
    ]
    rest = len(found) - len(rows)
    more = (f"另有{rest}项" if zh else f"and {rest} more") if rest else ""
    title = "任务，最差的在前" if zh else "Tasks, the worst first"
    return [
        Fold(
            _counted_title(title, len(found), lang),
            (Table(heads, tuple(rows), wide=(1, 4), tight=(2, 3), more=more),),
            is_open=True,
        )
    ]


def _whose(task: TaskState, lang: Lang) -> str:
    """The unit, where each carries it for itself: its tasks are told apart by nothing else."""
    if not task.unit:
        return ""
    unit = unit_text(task.unit, task.commitment.plan, lang)
    return f"（{unit}）" if lang == "zh" else f" ({unit})"


def _counted_title(title: str, number: int, lang: Lang) -> str:
    return f"{title}（{number}）" if lang == "zh" else f"{title} ({number})"


def _problems(problems: Iterable[LedgerProblem], plan: Plan | None, lang: Lang) -> list[Block]:
    """The entries that do not count: whose, and why."""
    zh = lang == "zh"
    rows = tuple(
        (one.commitment, unit_text(one.unit, plan, lang), one.zh if zh else one.en) for one in problems
    )
    if not rows:
        return []
    title = "不计入的记录" if zh else "Entries that do not count"
    heads = ("事项", "记录的单位", "原因") if zh else ("commitment", "unit cited", "why")
    return [Fold(_counted_title(title, len(rows), lang), (Table(heads, rows, wide=(2,)),))]


def _conflicts(overview: Overview, lang: Lang) -> list[Block]:
    zh = lang == "zh"
    rows: list[tuple[Words, ...]] = [
        (f"{task.commitment.id}{_whose(task, lang)}", fact_text(task, one.fact, lang), _dispute(one, lang))
        for task in overview.tasks
        for one in task.conflicts
    ]
    if not rows:
        return []
    title = "冲突待裁定" if zh else "Conflicts to settle"
    heads = ("事项", "事实", "各方") if zh else ("commitment", "fact", "who says what")
    table = Table(heads, tuple(rows), wide=(2,))
    return [Fold(_counted_title(title, len(rows), lang), (table,), is_open=True)]


def _dispute(conflict: Conflict, lang: Lang) -> str:
    return f"{pick(DISPUTE[conflict.dispute.value], lang)}{'：' if lang == 'zh' else ': '}" + parties_text(
        conflict, lang
    )


def _task_page(task: TaskState, lang: Lang) -> Page:
    zh = lang == "zh"
    stop = "；" if zh else "; "  # facts may hold commas of their own
    facts = stop.join(
        f"{fact_text(task, name, lang)}{'：' if zh else ': '}{stated_text(value, lang)}"
        for name, value in (*task.facts, *task.inferred)
    )
    missing = stop.join(one.zh if zh else one.en for one in task.missing)
    rows: list[tuple[str, Words]] = [
        ("事项" if zh else "promise", promised(task, lang)),
        ("责任单位" if zh else "carried by", _holders(task, lang)),
        ("期限" if zh else "due", due_text(task, lang)),
        ("理由" if zh else "why", why(task, lang)),
        ("已知事实" if zh else "facts", facts),
        ("缺少的事实" if zh else "missing", missing),
        ("办件汇总" if zh else "cases reported", "" if task.tally is None else tally_text(task.tally, lang)),
        ("完成" if zh else "done on", "" if task.completed_on is None else str(task.completed_on)),
        ("数据截至" if zh else "as it stood on", "" if task.stood_on is None else str(task.stood_on)),
        ("记录" if zh else "entries", str(len(task.entries))),
    ]
    rows += [("冲突" if zh else "conflict", _dispute(one, lang)) for one in task.conflicts]
    badges = [
        _colour_badge(task.colour, lang),
        Badge(status_text(task, lang), STATUS_TONE[task.status]),
    ]
    if task.is_stale:
        badges.append(Badge("陈旧" if zh else "stale", Tone.CARE))
    blocks: list[Block] = [Rows(tuple(rows))]
    if task.verdict is not None and task.verdict.voice is not None:
        blocks.append(Fold("说明" if zh else "Why", (Account(task.verdict.explain(lang)),)))
    title = _on(task.commitment.id, task.as_of, lang)
    return Page(title, tuple(blocks), tuple(badges))


def _holders(task: TaskState, lang: Lang) -> str:
    plan = task.commitment.plan
    return ("、" if lang == "zh" else "; ").join(unit_text(one, plan, lang) for one in task.holders)


def _commitment_page(state: CommitmentState, lang: Lang) -> Page:
    zh = lang == "zh"
    if len(state.tasks) == 1 and not state.problems:
        return _task_page(state.tasks[0], lang)
    first = state.tasks[0]
    heads = ("单位", "颜色", "结论", "理由") if zh else ("unit", "colour", "status", "why")
    rows: list[tuple[Words, ...]] = [
        (
            _holders(task, lang),
            _colour_badge(task.colour, lang),
            status_text(task, lang),
            why(task, lang),
        )
        for task in state.tasks
    ]
    blocks: list[Block] = [Line(promised(first, lang)), Table(heads, tuple(rows), wide=(3,))]
    blocks += _problems(state.problems, first.commitment.plan, lang)
    title = _on(first.commitment.id, first.as_of, lang)
    return Page(title, tuple(blocks), (status_badge(state.status, lang),))
