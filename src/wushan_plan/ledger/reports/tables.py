"""The tables of a report (报告表): one source for the page, the Markdown and the workbook."""

from __future__ import annotations

from fractions import Fraction

import attrs

from wushan_plan.explanation.words import BASIS, COLOUR, DISPUTE, READING, STATUS, pick
from wushan_plan.files.sheet_cells import Cell, Percent
from wushan_plan.files.sheets import Heading
from wushan_plan.ledger.reports.content import SupervisionReport
from wushan_plan.ledger.reports.lists import ListMaker, ReportTable
from wushan_plan.ledger.reports.texts import names_of, short_id, until_text
from wushan_plan.ledger.state import TaskState
from wushan_plan.ledger.wording import BEST_FIRST, colour_text, fact_text, parties_text, promised, status_text
from wushan_plan.model.modality import Status


def tables(report: SupervisionReport, *, full: bool = True) -> tuple[ReportTable, ...]:
    """The tables of the report, in its order.

    Args:
        report: the report.
        full: every task on a row of its own; otherwise long lists are shortened for paper: targets,
            dated tasks and those in red keep their rows, the rest is counted by unit with its numbers.
    """
    make = _Tables(report, full)
    return (
        make.chapters(),
        make.units(),
        *make.tasks(
            "red",
            ("红灯清单", "Red list"),
            ("未达标，也未补办。逾期最久的在前。", "Not met and not made good. The longest overdue first."),
            report.red,
        ),
        *make.yellow(),
        *make.tasks(
            "due",
            ("近期到期", "Due soon"),
            (
                f"未来{report.ahead.days}个工作日（至{until_text(report)}）到期，尚未达标。",
                f"Due in the next {report.ahead.days} working days (to {until_text(report)}), not yet met.",
            ),
            report.due,
        ),
        *make.tasks(
            "exceptions",
            ("偏离及理由", "Exceptions and their reasons"),
            (
                "记录了偏离理由的任务。原文允许偏离的，理由才影响结论。",
                "Tasks with a recorded reason. It changes the answer only where the text allows a deviation.",
            ),
            report.exceptions,
        ),
        make.conflicts(),
        make.problems(),
        *make.changes(),
        *make.missing(),
        *make.tasks(
            "stale",
            ("填报陈旧", "Stale reports"),
            ("最近一次填报距今过久，请更新。", "The latest report is too old; report anew."),
            report.stale,
        ),
        make.undecided(),
        make.readings(),
    )


class _Tables(ListMaker):
    """Makes the tables of one report, in its language."""

    def chapters(self) -> ReportTable:
        report, zh = self.report, self.lang == "zh"
        rows: list[tuple[Cell, ...]] = []
        listed = [(one.title if zh else one.title_en, overview) for one, overview in report.chapters]
        for name, overview in [*listed, ("合计" if zh else "total", report.whole)]:
            met = overview.statuses[Status.MET]
            total = len(overview.tasks)
            rows.append(
                (
                    name,
                    total,
                    *(overview.colours[one] for one in BEST_FIRST),
                    met,
                    _share(met, total),
                )
            )
        return self.make(
            "chapters",
            ("总体情况", "Overview"),
            (
                "按章统计；各自负责的任务每个单位计一项。",
                "By chapter; a task each unit carries counts once a unit.",
            ),
            (
                (("章", "chapter"), "wrapped", 40),
                (("任务", "tasks"), "number", 8),
                *self._colours(),
                (("达标", "met"), "number", 8),
                (("达标率", "share met"), "number", 10),
            ),
            rows,
        )

    def units(self) -> ReportTable:
        zh = self.lang == "zh"
        rows: list[tuple[Cell, ...]] = []
        for one in self.report.units:
            overview = one.overview
            rows.append(
                (
                    one.rank,
                    one.unit.name if zh else one.unit.name_en,
                    len(overview.tasks),
                    *(overview.colours[each] for each in BEST_FIRST),
                    None if one.on_time is None else Percent(one.on_time),
                    one.silent,
                    one.last_report,
                )
            )
        return self.make(
            "units",
            ("牵头单位排名", "Ranking of the lead units"),
            (
                "先比绿色占比，再比红色少，再比从未填报的少；相同的并列。",
                "By share of green, then fewer red, then fewer never reported on; equals share a place.",
            ),
            (
                (("名次", "rank"), "centred", 6),
                (("单位", "unit"), "wrapped", 30),
                (("任务", "tasks"), "number", 8),
                *self._colours(),
                (("绿色占比", "share green"), "number", 11),
                (("从未填报", "never reported"), "number", 10),
                (("最近填报", "last report"), "date", 12),
            ),
            rows,
        )

    def _colours(self) -> tuple[Heading, ...]:
        return tuple((COLOUR[one.value], "number", 7) for one in BEST_FIRST)

    def yellow(self) -> tuple[ReportTable, ...]:
        """On paper, what is yellow only because it is due soon stands in the list of that name."""
        report = self.report
        due = set() if self.full else {id(one) for one in report.due}
        shown = tuple(one for one in report.yellow if id(one) not in due)
        elsewhere = len(report.yellow) - len(shown)
        zh, en = "临近到期、逾期后补办或者有正当理由的偏离。", "Due soon, made good late, or excused."
        none_zh, none_en = "无。", "None."
        if elsewhere:
            zh = none_zh = f"另有{elsewhere}项因临近到期列黄，见“近期到期”。"
            en = none_en = f"{elsewhere} more are yellow because they are due soon: see “Due soon”."
            zh, en = f"逾期后补办或者有正当理由的偏离。{zh}", f"Made good late, or excused. {en}"
        made = self.tasks("yellow", ("黄灯清单", "Yellow list"), (zh, en), shown)
        return (attrs.evolve(made[0], empty=none_zh if self.lang == "zh" else none_en), *made[1:])

    def conflicts(self) -> ReportTable:
        report = self.report
        return self.make(
            "conflicts",
            ("填报冲突", "Conflicts"),
            (
                "两人对同一事实所报不同，裁定之前视为不明。"
                "裁定用 wushan-plan ledger settle，写其中一方的记录号。",
                "Two people report different things of one fact; it counts as not known until settled: "
                "wushan-plan ledger settle, with the id of a party.",
            ),
            (
                (("编号", "no."), "text", 10),
                (("事项", "commitment"), "wrapped", 44),
                (("责任单位", "unit"), "wrapped", 30),
                (("事实", "fact"), "wrapped", 24),
                (("类型", "kind"), "centred", 20),
                (("各方所报", "what each reports"), "wrapped", 50),
                (("记录号", "entries"), "wrapped", 20),
            ),
            (
                (
                    task.commitment.number,
                    promised(task, self.lang),
                    names_of(report, task.holders),
                    fact_text(task, one.fact, self.lang),
                    pick(DISPUTE[one.dispute.value], self.lang),
                    parties_text(one, self.lang),
                    ("；" if self.lang == "zh" else "; ").join(short_id(entry) for entry in one.settles),
                )
                for task in report.whole.tasks
                for one in task.conflicts
            ),
        )

    def problems(self) -> ReportTable:
        report, zh = self.report, self.lang == "zh"
        rows: list[tuple[Cell, ...]] = []
        for one in report.problems:
            about = report.plan.commitment(one.commitment)
            rows.append(
                (
                    one.entry,
                    (about.summary if zh else about.summary_en).rstrip("。."),
                    names_of(report, [one.unit]),
                    one.zh if zh else one.en,
                )
            )
        return self.make(
            "problems",
            ("不计入的记录", "Entries that do not count"),
            (
                "请更正或者撤销：wushan-plan ledger correct。",
                "Correct or withdraw them: wushan-plan ledger correct.",
            ),
            (
                (("记录号", "entry"), "text", 34),
                (("事项", "commitment"), "wrapped", 44),
                (("单位", "unit"), "wrapped", 24),
                (("原因", "why"), "wrapped", 44),
            ),
            rows,
        )

    def undecided(self) -> ReportTable:
        return self.make(
            "undecided",
            ("换口径结论不同的任务", "Tasks another reading changes"),
            ("上报前请先确定口径。", "Settle the reading before reporting further."),
            (
                (("编号", "no."), "text", 10),
                (("事项", "commitment"), "wrapped", 44),
                (("责任单位", "unit"), "wrapped", 30),
                (("颜色", "colour"), "centred", 9),
                (("结论", "status"), "centred", 20),
                (("另一口径下", "under another reading"), "wrapped", 50),
            ),
            (
                (
                    one.commitment.number,
                    promised(one, self.lang),
                    names_of(self.report, one.holders),
                    colour_text(one, self.lang),
                    status_text(one, self.lang),
                    self._otherwise(one),
                )
                for one in self.report.undecided
            ),
        )

    def _otherwise(self, task: TaskState) -> str:
        zh = self.lang == "zh"
        said: list[str] = []
        verdict = task.verdict
        if verdict is not None:
            said.extend(
                f"{pick(READING[reading], self.lang)}{'：' if zh else ': '}{pick(STATUS[status], self.lang)}"
                for reading, status in verdict.alternatives
                if status is not verdict.status
            )
        if task.tally is not None and task.tally.reading_dependent:
            number = task.tally.reading_dependent
            said.append(f"{number}件办件结论不同" if zh else f"cases judged otherwise: {number}")
        return ("；" if zh else "; ").join(said)

    def readings(self) -> ReportTable:
        zh = self.lang == "zh"
        rows: list[tuple[Cell, ...]] = []
        for one in self.report.readings:
            question = one.question
            default = next(each for each in question.options if each.id == question.default)
            rows.append(
                (
                    question.id,
                    question.question if zh else question.question_en,
                    default.zh if zh else default.en,
                    pick(BASIS[question.basis], self.lang),
                    len(one.tasks),
                )
            )
        return self.make(
            "readings",
            ("未定口径", "Undecided readings"),
            (
                "已填报的任务所涉、暂按推断处理的问题，宜请示有权解释的机关。",
                "Open questions that reported tasks touch, answered by inference for now.",
            ),
            (
                (("编号", "id"), "centred", 8),
                (("问题", "question"), "wrapped", 44),
                (("暂按", "taken as"), "wrapped", 44),
                (("依据", "basis"), "centred", 9),
                (("所涉任务", "tasks"), "number", 9),
            ),
            rows,
        )


def _share(part: int, whole: int) -> Cell:
    return Percent(Fraction(part, whole)) if whole else None
