"""The shape of a table, and the lists of tasks among them (报告清单)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

import attrs

from wushan_plan.explanation.words import Term, pick
from wushan_plan.files.sheet_cells import Cell
from wushan_plan.files.sheets import CellStyle, Heading
from wushan_plan.ledger.colours import Colour
from wushan_plan.ledger.overview import StateChange
from wushan_plan.ledger.reports.content import SupervisionReport
from wushan_plan.ledger.reports.texts import names_of, overdue_days
from wushan_plan.ledger.state import TaskState
from wushan_plan.ledger.wording import colour_text, due_text, promised, stands_text, status_text, why
from wushan_plan.model.criteria import MeanTimeLimit
from wushan_plan.model.modality import Status
from wushan_plan.model.verdict import Lang

_MOST_ROWS = 40
"""A longer list is shortened on paper: what matters most row by row, the rest by unit."""

Tasks = tuple[TaskState, ...]


@attrs.frozen
class ReportColumn:
    """A column of a table of a report (报告列).

    Attributes:
        heading: what stands over it.
        style: how its cells look.
        width: its width in characters, in a workbook.
        colour: whether its cells are names of colours.
    """

    heading: str
    style: CellStyle = "wrapped"
    width: int = 20
    colour: bool = False


@attrs.frozen
class ReportTable:
    """A table of a report (报告表).

    Attributes:
        id: stable id.
        title: its title.
        intro: what it shows, in a sentence; may be empty.
        columns: its columns.
        rows: its cells, row by row.
        empty: what stands in its place when it has no rows.
        part_of: id of the table it continues; empty for one that stands for itself.
    """

    id: str
    title: str
    intro: str
    columns: tuple[ReportColumn, ...]
    rows: tuple[tuple[Cell, ...], ...] = attrs.field(repr=lambda rows: str(len(rows)))
    empty: str
    part_of: str = ""


class ListMaker:
    """Makes the lists of one report, in its language (清单编制)."""

    def __init__(self, report: SupervisionReport, full: bool) -> None:
        self.report = report
        self.full = full
        self.lang: Lang = report.lang

    def make(
        self,
        name: str,
        title: Term,
        intro: Term,
        columns: Iterable[Heading],
        rows: Iterable[tuple[Cell, ...]],
        empty: Term = ("无。", "None."),
        part_of: str = "",
    ) -> ReportTable:
        lang = self.lang
        return ReportTable(
            name,
            pick(title, lang),
            pick(intro, lang),
            tuple(
                ReportColumn(pick(heading, lang), style, width, heading[1].startswith("colour"))
                for heading, style, width in columns
            ),
            tuple(rows),
            pick(empty, lang),
            part_of,
        )

    def tasks(
        self, name: str, title: Term, intro: Term, tasks: tuple[TaskState, ...]
    ) -> tuple[ReportTable, ...]:
        shown, rest = self._shortened(tasks)
        late = {id(one): overdue_days(self.report, one) for one in shown}
        overdue: tuple[Heading, ...] = (
            ((("逾期工作日", "days overdue"), "number", 10),) if any(late.values()) else ()
        )
        table = self.make(
            name,
            title,
            intro,
            (
                (("编号", "no."), "text", 10),
                (("事项", "commitment"), "wrapped", 44),
                (("责任单位", "unit"), "wrapped", 30),
                (("期限", "due"), "centred", 18),
                *overdue,
                (("颜色", "colour"), "centred", 9),
                (("结论", "status"), "centred", 20),
                (("说明", "why"), "wrapped", 50),
            ),
            (
                (
                    one.commitment.number,
                    promised(one, self.lang),
                    names_of(self.report, one.holders),
                    self._due(one),
                    *((late[id(one)] or None,) if overdue else ()),
                    colour_text(one, self.lang),
                    status_text(one, self.lang),
                    why(one, self.lang),
                )
                for one in shown
            ),
        )
        return self._by_unit(table, shown, rest)

    def _due(self, task: TaskState) -> str:
        """The last day; of cases, which have days of their own, what is late among them."""
        tally, zh = task.tally, self.lang == "zh"
        cases_are_late = tally is not None and tally.status(task.commitment) is Status.NOT_MET
        if tally is None or not cases_are_late or task.as_of > task.due:
            return due_text(task, self.lang)
        if isinstance(task.commitment.criterion, MeanTimeLimit):
            return "按平均用时" if zh else "by the mean"
        if tally.open_late:
            late = f"逾期未办结{tally.open_late}件" if zh else f"open and late: {tally.open_late}"
        else:
            late = (
                f"超时办结{tally.count(Status.NOT_MET)}件" if zh else f"late: {tally.count(Status.NOT_MET)}"
            )
        return f"逐件计时，{late}" if zh else f"case by case; {late}"

    def missing(self) -> tuple[ReportTable, ...]:
        shown, rest = self._shortened(self.report.missing)
        table = self.make(
            "missing",
            ("缺少的资料", "Missing data"),
            ("缺少下列事实，无法判定。", "These facts are needed for an answer."),
            (
                (("编号", "no."), "text", 10),
                (("事项", "commitment"), "wrapped", 44),
                (("责任单位", "unit"), "wrapped", 30),
                (("期限", "due"), "centred", 18),
                (("缺少的事实", "facts missing"), "wrapped", 44),
                (("最近填报", "last report"), "date", 12),
            ),
            (
                (
                    one.commitment.number,
                    promised(one, self.lang),
                    names_of(self.report, one.holders),
                    due_text(one, self.lang),
                    self._lacking(one),
                    one.stood_on,
                )
                for one in shown
            ),
        )
        return self._by_unit(table, shown, rest)

    def _lacking(self, task: TaskState) -> str:
        """The facts missing; why it stands so where they are not at fault: cases, tables in dispute."""
        zh = self.lang == "zh"
        named = {fact.name for fact in task.missing}
        if not named or any(one.fact not in named for one in task.conflicts):
            return why(task, self.lang)
        return ("、" if zh else ", ").join(fact.zh if zh else fact.en for fact in task.missing)

    def changes(self) -> tuple[ReportTable, ...]:
        since = self.report.since
        changes = self.report.changes
        shown, rest = self._shortened(tuple(one.after for one in changes))
        kept = {id(one) for one in shown}
        groups: dict[tuple[str, ...], list[TaskState]] = {}
        for one in changes:
            if id(one.after) not in kept:
                before, after = one.before, one.after
                key = (
                    colour_text(before, self.lang),
                    stands_text(before, self.lang),
                    colour_text(after, self.lang),
                    self._now(one),
                )
                groups.setdefault(key, []).append(after)
        table = self.make(
            "changes",
            ("较上次报告的变化", "Changes since the last report"),
            ("", "") if since is None else (f"与{since}相比。", f"Compared with {since}."),
            (
                (("编号", "no."), "text", 10),
                (("事项", "commitment"), "wrapped", 44),
                (("责任单位", "unit"), "wrapped", 30),
                (("上次", "colour before"), "centred", 9),
                (("上次结论", "status before"), "centred", 20),
                (("本次", "colour now"), "centred", 9),
                (("本次结论", "status now"), "centred", 20),
            ),
            (
                (
                    one.after.commitment.number,
                    promised(one.after, self.lang),
                    names_of(self.report, one.after.holders),
                    colour_text(one.before, self.lang),
                    stands_text(one.before, self.lang),
                    colour_text(one.after, self.lang),
                    self._now(one),
                )
                for one in changes
                if id(one.after) in kept
            ),
            ("首次报告，无从比较。", "The first report: nothing to compare with.")
            if since is None
            else ("没有变化。", "Nothing has changed."),
        )
        columns: tuple[Heading, ...] = (
            (("上次", "colour before"), "centred", 9),
            (("上次结论", "status before"), "centred", 20),
            (("本次", "colour now"), "centred", 9),
            (("本次结论", "status now"), "centred", 20),
        )
        return self._with_rest(table, shown, rest, columns, groups)

    def _now(self, change: StateChange) -> str:
        text = stands_text(change.after, self.lang)
        if change.before.holders != change.after.holders:
            text += "（改派）" if self.lang == "zh" else " (reassigned)"
        return text

    # --- long lists on paper ----------------------------------------------------------------------

    def _shortened(self, tasks: tuple[TaskState, ...]) -> tuple[tuple[TaskState, ...], tuple[TaskState, ...]]:
        if self.full or len(tasks) <= _MOST_ROWS:
            return tasks, ()
        return tuple(one for one in tasks if _matters(one)), tuple(one for one in tasks if not _matters(one))

    def _by_unit(self, table: ReportTable, shown: Tasks, rest: Tasks) -> tuple[ReportTable, ...]:
        groups: dict[tuple[str, ...], list[TaskState]] = {}
        for one in rest:
            groups.setdefault((names_of(self.report, one.holders),), []).append(one)
        return self._with_rest(table, shown, rest, ((("责任单位", "unit"), "wrapped", 30),), groups)

    def _with_rest(
        self,
        table: ReportTable,
        shown: Tasks,
        rest: Tasks,
        columns: tuple[Heading, ...],
        groups: Mapping[tuple[str, ...], list[TaskState]],
    ) -> tuple[ReportTable, ...]:
        if not rest:
            return (table,)
        number = len(rest)
        beside = self.make(
            f"{table.id}-rest",
            (f"{table.title}：其余{number}项", f"{table.title}: the other {number}"),
            (
                "未写日期、未列为量化目标的任务，合并列出编号（m为措施，s为保障措施，×5即5个单位各一项）；"
                "逐项内容见工作簿。",
                "Neither dated nor quantified: together, by number (m: measures, s: safeguards, ×5: of five "
                "units); row by row in the workbook.",
            ),
            (*columns, (("项数", "tasks"), "number", 8), (("编号", "numbers"), "wrapped", 80)),
            ((*key, len(group), _numbers(group)) for key, group in groups.items()),
            part_of=table.id,
        )
        return (table, beside) if shown else (attrs.evolve(table, empty=""), beside)


def _matters(task: TaskState) -> bool:
    """Whether it keeps its own row on paper."""
    return (
        task.commitment.is_target
        or not task.due_is_inferred
        or task.colour is Colour.RED
        or task.made_good
        or task.excuse is not None
        or bool(task.conflicts)
    )


def _numbers(tasks: Iterable[TaskState]) -> str:
    """Their numbers; one that several units carry each for itself stands once, with how many."""
    counts = Counter(one.commitment.number for one in tasks)
    return " ".join(number if count == 1 else f"{number}×{count}" for number, count in counts.items())
