"""Judged cases as a workbook an office can forward (结果工作簿).

First the open cases that are late, then the scorecards, then every case with its original cells, one
sheet a target or a lead unit; last how it was judged. Rows pass through once and are not held.
"""

from __future__ import annotations

import datetime as dt
import heapq
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Literal

from wushan_plan.errors import CaseFileError
from wushan_plan.explanation.words import Term, date_text, pick, spoken
from wushan_plan.files.results import JudgedCells, ResultRecord, Results, Total, totalled
from wushan_plan.files.results_cells import (
    CLOSING,
    COLUMNS,
    LEADING,
    TABS,
    about,
    day_cells,
    deadline_cell,
    lead_units_of,
    status_colours,
    summary_of,
)
from wushan_plan.files.results_scorecards import scorecard_sheet, write_notes, write_scorecards
from wushan_plan.files.sheet_cells import Cell
from wushan_plan.files.sheets import Book, Sheet, SheetColumn, written_book
from wushan_plan.model.commitment import Commitment
from wushan_plan.model.modality import Status
from wushan_plan.model.scorecard import JudgedCase
from wushan_plan.model.verdict import Lang

Grouping = Literal["target", "lead-unit"]

MOST_OVERDUE = 2_000
"""Open late cases listed on the first sheet, worst first; all of them stand on the sheets of cases."""

_NO_UNIT: Term = ("其他", "others")


def write_workbook(
    path: str | Path,
    results: Results | Iterable[Results],
    *,
    lang: Lang = "zh",
    sheets: Grouping = "target",
    worst: int = 10,
) -> tuple[Total, ...]:
    """Writes the rows of one or several targets as a workbook; replaces ``path`` at the end.

    Args:
        path: where the workbook goes.
        results: the judged rows, one ``Results`` a target; their rows pass through once.
        lang: language of the workbook.
        sheets: one sheet of cases for each target, or for each lead unit; joint lead units each get
            the case.
        worst: how many of the worst completed cases each scorecard names.

    Returns:
        What the rows of each target amount to.

    Raises:
        CaseFileError: when there are no results, or more rows than a sheet takes.
        MissingExtraError: without the extra ``excel``.
    """
    spoken(lang, "write_workbook(lang=…)")
    listed = (results,) if isinstance(results, Results) else tuple(results)
    if not listed:
        raise CaseFileError(
            value=(),
            rule="a workbook of results holds at least one target.",
            where="write_workbook",
            remedy="Give Results(commitment, columns, rows).",
            zh="没有可写的判定结果",
        )
    as_of = _day(listed)
    with written_book(Path(path), title=_title(listed[0], lang), as_of=as_of, lang=lang) as book:
        late = _LateCases(book, lang, as_of)
        cards = scorecard_sheet(book, lang, as_of)
        cases = _CaseSheets(book, listed, lang, sheets)
        totals = [totalled(one, _Seen(one.commitment, late, cases, lang), worst) for one in listed]
        late.write()
        write_scorecards(cards, totals, lang)
        write_notes(book, listed, lang)
    return tuple(totals)


def _day(listed: Sequence[Results]) -> dt.date:
    """The latest day of judgement; the plan's last day where none is given."""
    days = [one.as_of for one in listed if one.as_of is not None]
    plan = listed[0].commitment.plan
    return max(days, default=dt.date(1970, 1, 1) if plan is None else plan.period.last)


def _title(results: Results, lang: Lang) -> str:
    plan = results.commitment.plan
    number = "" if plan is None else f"{plan.number}  "
    return number + ("办件判定结果" if lang == "zh" else "judged cases")


class _Seen:
    """Takes each row as it passes by."""

    def __init__(self, commitment: Commitment, late: _LateCases, cases: _CaseSheets, lang: Lang) -> None:
        self.commitment, self.late, self.cases, self.lang = commitment, late, cases, lang

    def __call__(self, judged: JudgedCells) -> None:
        record = ResultRecord.of(self.commitment, judged.case, self.lang)
        self.cases.add(self.commitment, record, judged.row.cells)
        self.late.add(self.commitment, record, judged.case)


class _LateCases:
    """The first sheet: open cases past their deadline, worst first (逾期清单)."""

    def __init__(self, book: Book, lang: Lang, as_of: dt.date) -> None:
        zh = lang == "zh"
        self.lang: Lang = lang
        self.count = 0
        self.kept: list[tuple[int, int, int, Commitment, ResultRecord]] = []
        heading = [
            "逾期未办结清单" if zh else "Open and overdue",
            f"判定基准日 {date_text(as_of, lang)}；逾期最久的在前。"
            if zh
            else f"As of {date_text(as_of, lang)}; worst first.",
        ]
        columns = [
            SheetColumn("办件" if zh else "case"),
            SheetColumn("承诺事项" if zh else "commitment", "wrapped", 44),
            SheetColumn("牵头单位" if zh else "lead units", "wrapped", 28),
            SheetColumn("截止日" if zh else "deadline", "date"),
            SheetColumn("已用时" if zh else "elapsed", "number"),
            SheetColumn("逾期" if zh else "overdue", "number"),
            SheetColumn("单位" if zh else "unit", "centred"),
            SheetColumn("提示" if zh else "flags"),
            SheetColumn("承诺编号" if zh else "id"),
        ]
        self.sheet = book.sheet("逾期清单" if zh else "overdue", heading, columns, tab=TABS["overdue"])

    def add(self, commitment: Commitment, record: ResultRecord, case: JudgedCase) -> None:
        is_late = record.status in (Status.NOT_MET, Status.EXCUSED) and record.deadline is not None
        if not is_late or not case.is_open:
            return
        self.count += 1
        entry = (case.overdue, case.elapsed, -self.count, commitment, record)
        if len(self.kept) < MOST_OVERDUE:
            heapq.heappush(self.kept, entry)
        else:
            heapq.heappushpop(self.kept, entry)

    def write(self) -> None:
        zh = self.lang == "zh"
        for *_, commitment, record in sorted(self.kept, key=lambda entry: entry[:3], reverse=True):
            days, late, unit = day_cells(record, self.lang)
            self.sheet.add(
                [
                    record.key,
                    summary_of(commitment, self.lang),
                    lead_units_of(commitment, self.lang),
                    deadline_cell(record),
                    days,
                    late,
                    unit,
                    record.flags(self.lang),
                    commitment.id,
                ]
            )
        if not self.kept:
            self.sheet.note("没有逾期未办结的办件。" if zh else "No open case is overdue.")
        elif self.count > len(self.kept):
            text = f"共{self.count}件，只列逾期最久的{MOST_OVERDUE}件；其余见各办件表。"
            en = f"{self.count} in all, the worst {MOST_OVERDUE} here; the rest is on the sheets of cases."
            self.sheet.note(text if zh else en)


class _CaseSheets:
    """The sheets of cases: one a target, or one a lead unit (办件表)."""

    def __init__(self, book: Book, listed: Sequence[Results], lang: Lang, grouping: Grouping) -> None:
        self.lang: Lang = lang
        self.sheets: dict[str, Sheet] = {}
        self.originals: dict[str, list[str]] = {}
        self.groups: dict[str, list[str]] = {}
        members: dict[str, list[Results]] = {}
        for one in listed:
            names = [one.commitment.id] if grouping == "target" else _units(one.commitment, lang)
            known = self.groups.setdefault(one.commitment.id, [])
            for name in names:
                if name not in known:
                    known.append(name)
                members.setdefault(name, []).append(one)
        for name, group in members.items():
            originals = list(dict.fromkeys(column for one in group for column in one.columns))
            heading = (
                _target_heading(group[0], lang) if grouping == "target" else _unit_heading(name, group, lang)
            )
            self.originals[name] = originals
            self.sheets[name] = book.sheet(
                _sheet_name(group[0].commitment, lang) if grouping == "target" else name,
                heading,
                _case_columns(originals, lang),
                colours=status_colours(lang),
                coloured=LEADING.index("status"),
            )

    def add(self, commitment: Commitment, record: ResultRecord, cells: Mapping[str, str]) -> None:
        days, late, unit = day_cells(record, self.lang)
        leading: list[Cell] = [
            record.key,
            record.status_text(self.lang),
            deadline_cell(record),
            days,
            late,
            unit,
        ]
        closing: list[Cell] = [record.flags(self.lang), record.explanation, commitment.id]
        for name in self.groups[commitment.id]:
            originals = [cells.get(column, "") for column in self.originals[name]]
            self.sheets[name].add([*leading, *originals, *closing])


def _sheet_name(commitment: Commitment, lang: Lang) -> str:
    """Number and first words of the summary: ids are English."""
    if lang == "en":
        return commitment.id
    return f"{commitment.number} {commitment.summary.partition('，')[0]}"


def _case_columns(originals: Sequence[str], lang: Lang) -> list[SheetColumn]:
    ours = {pick(term, lang) for term in COLUMNS.values()}
    styles: dict[str, SheetColumn] = {
        "status": SheetColumn(pick(COLUMNS["status"], lang), "centred", 18 if lang == "zh" else 14),
        "deadline": SheetColumn(pick(COLUMNS["deadline"], lang), "date"),
        "elapsed": SheetColumn(pick(COLUMNS["elapsed"], lang), "number"),
        "overdue": SheetColumn(pick(COLUMNS["overdue"], lang), "number"),
        "unit": SheetColumn(pick(COLUMNS["unit"], lang), "centred"),
        "explanation": SheetColumn(pick(COLUMNS["explanation"], lang), "wrapped", 60),
    }

    def column(name: str) -> SheetColumn:
        return styles.get(name, SheetColumn(pick(COLUMNS[name], lang)))

    mark = "（原）" if lang == "zh" else " (original)"
    theirs = [SheetColumn(name + mark if name in ours else name) for name in originals]
    return [*map(column, LEADING), *theirs, *map(column, CLOSING)]


def _target_heading(results: Results, lang: Lang) -> list[str]:
    commitment = results.commitment
    return [summary_of(commitment, lang), about(results, lang)]


def _unit_heading(name: str, group: Sequence[Results], lang: Lang) -> list[str]:
    ids = (
        "、".join(one.commitment.id for one in group)
        if lang == "zh"
        else ", ".join(one.commitment.id for one in group)
    )
    days = sorted({date_text(one.as_of, lang) for one in group if one.as_of is not None})
    if lang == "zh":
        return [name, f"承诺事项 {ids}" + (f"；判定基准日 {'、'.join(days)}" if days else "")]
    return [name, f"commitments {ids}" + (f"; as of {', '.join(days)}" if days else "")]


def _units(commitment: Commitment, lang: Lang) -> list[str]:
    units = () if commitment.plan is None else commitment.lead_units
    return [one.name if lang == "zh" else one.name_en for one in units] or [pick(_NO_UNIT, lang)]
