"""Case files judged row by row (办件文件判定). No row is ever dropped."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import attrs

from wushan_plan.errors import (
    CaseFileError,
    CellError,
    UnknownNameError,
    WushanPlanError,
    nearest,
    nearest_names,
)
from wushan_plan.explanation.words import spoken
from wushan_plan.files.case_file import BadCell, CaseFile, CaseRow, Progress, row_problem
from wushan_plan.files.text_cells import read_fact
from wushan_plan.model.commitment import Commitment
from wushan_plan.model.criteria import MeanTimeLimit, TimeLimit
from wushan_plan.model.facts import Fact, FactKind
from wushan_plan.model.readings import Reading
from wushan_plan.model.scorecard import JudgedCase
from wushan_plan.model.verdict import Lang

_CELL_KINDS = (
    FactKind.DATE,
    FactKind.COUNT,
    FactKind.AMOUNT,
    FactKind.QUANTITY,
    FactKind.TRUTH,
    FactKind.TEXT,
)
_EXCUSE = Fact("excuse", "偏离理由", "recorded reason", FactKind.TEXT, optional=True)
_START = Fact("start", "起算日期", "start of the clock", FactKind.DATE, optional=True)


@attrs.frozen
class JudgedRow:
    """One row of a file with its verdict (已判定行).

    Attributes:
        row: the row.
        case: its verdict, or why there is none.
        bad_cells: every cell that kept it from being judged; empty when it was judged.
    """

    row: CaseRow
    case: JudgedCase
    bad_cells: tuple[BadCell, ...] = ()


@attrs.frozen
class Judging:
    """How the rows of one file are judged (判定方式).

    Attributes:
        commitment: what they are judged by.
        columns: column of each fact, by fact name; ``excuse`` may be among them.
        as_of: the day of judgement.
        reading: a reading instead of the default.
        as_written: take times with an offset at the date written, instead of Asia/Shanghai.
        key: the column that names a case; the line number otherwise.
        lang: language of reasons and problems.
    """

    commitment: Commitment
    columns: Mapping[str, str]
    as_of: dt.date | None
    reading: Reading | None = None
    as_written: bool = False
    key: str | None = None
    lang: Lang = "zh"

    def __attrs_post_init__(self) -> None:
        spoken(self.lang, "Judging(lang=…)")
        if self.reading is not None and self.reading not in self.commitment.readings:
            raise CaseFileError(
                value=self.reading.value,
                rule=f"{self.commitment.id} is not open to that reading.",
                where="reading",
                remedy=f"Its readings: {', '.join(one.value for one in self.commitment.readings) or 'none'}.",
                zh=f"{self.commitment.id}没有这种口径",
            )
        check_names(self.commitment, self.columns)
        check_needed(self.commitment, self.columns)

    @property
    def facts(self) -> Mapping[str, Fact]:
        """The facts a column can carry, by name."""
        return cell_facts(self.commitment)

    def rows(self, cases: CaseFile, progress: Progress | None = None) -> Iterator[JudgedRow]:
        """Every row with its verdict, in order; one that cannot be read is unknown, with the reasons."""
        columns = {name: cases.require(column) for name, column in self.columns.items()}
        key = None if self.key is None else cases.require(self.key)
        facts = self.facts
        asked = {name: (column, facts[name]) for name, column in columns.items()}
        judge = _per_case(self.commitment)
        averaged = isinstance(self.commitment.criterion, MeanTimeLimit)
        reading = None if averaged else self.reading
        for row in cases.rows(progress):
            line = f"第{row.line}行" if self.lang == "zh" else f"line {row.line}"
            if cases.called:
                line = f"{cases.called} {line}"
            named = "" if key is None else row.cells.get(key, "").strip()
            given, bad = self._facts(cases, row, asked)
            if not bad:
                excuse = given.pop("excuse", None)
                try:
                    verdict = judge.evaluate(
                        as_of=self.as_of,
                        reading=reading,
                        excuse=None if excuse is None else str(excuse),
                        **given,
                    )
                except WushanPlanError as error:
                    bad = (_refused_fact(cases, row, columns, error),)
                else:
                    yield JudgedRow(row, JudgedCase(named or line, verdict))
                    continue
            mark = "；" if self.lang == "zh" else "; "
            problem = mark.join(one.reason(self.lang) for one in bad)
            where = f"{line}: " if named else ""
            yield JudgedRow(row, JudgedCase(named or line, None, where + problem), bad)

    def _facts(
        self, cases: CaseFile, row: CaseRow, asked: Mapping[str, tuple[str, Fact]]
    ) -> tuple[dict[str, Any], tuple[BadCell, ...]]:
        """The facts of a row, and the cells they cannot be read from."""
        facts: dict[str, Any] = {}  # evaluate checks every value itself
        if row.problem is not None:
            return facts, (row.problem,)
        bad: list[BadCell] = []
        shown_bad = {one.column: one for one in row.bad_cells}
        for name, (column, fact) in asked.items():
            if column in shown_bad:
                bad.append(shown_bad[column])
                continue
            text = row.cells[column]
            try:
                facts[name] = read_fact(text, fact, as_written=self.as_written, epoch=cases.epoch)
            except CellError as error:
                zh, en = error.zh or error.rule, f"{error.rule} {error.remedy}"
                bad.append(BadCell(cases.sheet, row.line, column, text, zh, en))
        return facts, tuple(bad)


def cell_facts(commitment: Commitment) -> Mapping[str, Fact]:
    """The facts of one case that a cell can carry, by name; ``excuse`` is always among them."""
    asked = (*_per_case(commitment).facts, _EXCUSE)
    facts = {fact.name: fact for fact in asked if fact.kind in _CELL_KINDS}
    if isinstance(_per_case(commitment).criterion, TimeLimit):
        facts.setdefault("start", _START)
    return facts


def check_names(commitment: Commitment, names: Iterable[str]) -> None:
    """Refuses a fact the commitment does not ask for.

    Raises:
        UnknownNameError: naming the nearest.
    """
    facts = cell_facts(commitment)
    for name in names:
        if name not in facts:
            raise UnknownNameError(
                value=name,
                rule=f"{commitment.id} asks for no such fact.",
                where="columns",
                remedy=nearest(name, facts),
                zh=f"{commitment.id}不问这项事实；可问的有{'、'.join(facts)}",
                near=nearest_names(name, facts),
            )


def check_needed(commitment: Commitment, columns: Mapping[str, str], where: str = "columns") -> None:
    """Refuses a needed fact without a column.

    Raises:
        CaseFileError: naming all of them.
    """
    facts = cell_facts(commitment)
    needed = [name for name, fact in facts.items() if not fact.optional]
    if "start" in columns:  # one start instead of the events it is the later of
        events = {event.name for event in _clock(commitment).start}
        needed = [name for name in needed if name not in events]
    lacking = [name for name in needed if name not in columns]
    if lacking:
        raise CaseFileError(
            value=lacking,
            rule=f"{commitment.id} needs these facts from every row.",
            where=where,
            remedy="Name the column of each: "
            + ", ".join(f"{name} ({facts[name].zh})" for name in lacking)
            + ".",
            zh="缺少列：" + "、".join(f"{facts[name].zh}（{name}）" for name in lacking),
        )


def _per_case(commitment: Commitment) -> Commitment:
    """What one case is judged by: for a mean, its days are counted, and no case can fail."""
    criterion = commitment.criterion
    if not isinstance(criterion, MeanTimeLimit):
        return commitment
    counted = TimeLimit(criterion.limit, criterion.start, criterion.end, Reading.BY_COUNT)
    return attrs.evolve(commitment, criterion=counted)


def _refused_fact(
    cases: CaseFile, row: CaseRow, columns: Mapping[str, str], error: WushanPlanError
) -> BadCell:
    """A fact that cannot be true, as a bad cell of the column it came from."""
    zh = error.zh or error.rule
    column = columns.get(error.where.partition(" ")[0], "")
    if not column:
        return row_problem(cases.sheet, row.line, zh, str(error))
    return BadCell(cases.sheet, row.line, column, row.cells[column], zh, f"{error.rule} {error.remedy}")


def _clock(commitment: Commitment) -> TimeLimit:
    criterion = _per_case(commitment).criterion
    assert isinstance(criterion, TimeLimit)  # only a time limit accepts a start
    return criterion
