"""Case files judged row by row (办件文件判定). No row is ever dropped."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs

from wushan_plan.errors import CaseFileError, UnknownNameError, WushanPlanError, nearest
from wushan_plan.evaluation.scorecard import scorecard
from wushan_plan.explanation.reasons import reason_text
from wushan_plan.explanation.words import STATUS, days_text, pick
from wushan_plan.files.csv_cases import CsvCases, CsvRow
from wushan_plan.files.safe_output import replacing, spreadsheet_text
from wushan_plan.files.text_cells import read_fact
from wushan_plan.model.commitment import Commitment
from wushan_plan.model.criteria import MeanTimeLimit, TimeLimit
from wushan_plan.model.facts import Fact, FactKind
from wushan_plan.model.readings import Reading
from wushan_plan.model.scorecard import JudgedCase, Scorecard
from wushan_plan.model.verdict import Lang, Verdict

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
_RESULT_COLUMNS = {
    "zh": ("结论", "截止日", "用时", "逾期", "随口径变化", "理由"),
    "en": ("status", "deadline", "elapsed", "overdue", "depends_on_reading", "reason"),
}


@attrs.frozen
class JudgedRow:
    """One row of a file with its verdict (已判定行)."""

    row: CsvRow
    case: JudgedCase


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
        if self.reading is not None and self.reading not in self.commitment.readings:
            raise CaseFileError(
                value=self.reading.value,
                rule=f"{self.commitment.id} is not open to that reading.",
                where="reading",
                remedy=f"Its readings: {', '.join(one.value for one in self.commitment.readings) or 'none'}.",
                zh=f"{self.commitment.id}没有这种口径",
            )
        facts = self.facts
        for name in self.columns:
            if name not in facts:
                raise UnknownNameError(
                    value=name,
                    rule=f"{self.commitment.id} asks for no such fact.",
                    where="columns",
                    remedy=nearest(name, facts),
                )
        needed = [name for name, fact in facts.items() if not fact.optional]
        if "start" in self.columns:  # one start instead of the events it is the later of
            events = {event.name for event in _clock(self.commitment).start}
            needed = [name for name in needed if name not in events]
        lacking = [name for name in needed if name not in self.columns]
        if lacking:
            raise CaseFileError(
                value=lacking,
                rule=f"{self.commitment.id} needs these facts from every row.",
                where="columns",
                remedy="Name the column of each: "
                + ", ".join(f"{name} ({facts[name].zh})" for name in lacking)
                + ".",
                zh="缺少列：" + "、".join(f"{facts[name].zh}（{name}）" for name in lacking),
            )

    @property
    def facts(self) -> Mapping[str, Fact]:
        """The facts a column can carry, by name."""
        asked = (*_per_case(self.commitment).facts, _EXCUSE)
        facts = {fact.name: fact for fact in asked if fact.kind in _CELL_KINDS}
        if isinstance(_per_case(self.commitment).criterion, TimeLimit):
            facts.setdefault("start", _START)
        return facts

    def rows(self, cases: CsvCases, progress: Callable[[int], object] | None = None) -> Iterator[JudgedRow]:
        """Every row with its verdict, in order; one that cannot be read is unknown, with the reason."""
        for column in (*self.columns.values(), *(() if self.key is None else (self.key,))):
            cases.require(column)
        for row in cases.rows(progress):
            yield JudgedRow(row, self._case(row))

    def _case(self, row: CsvRow) -> JudgedCase:
        line = f"第{row.line}行" if self.lang == "zh" else f"line {row.line}"
        key = row.cells.get(self.key, "").strip() if self.key is not None else ""
        name = key or line
        where = f"{line}: " if key else ""
        if row.problem:
            return JudgedCase(name, None, where + row.problem)
        facts: dict[str, Any] = {}  # evaluate checks every value itself
        column = ""
        try:
            for fact_name, column in self.columns.items():
                facts[fact_name] = read_fact(
                    row.cells[column], self.facts[fact_name], as_written=self.as_written
                )
            column = ""
            excuse = facts.pop("excuse", None)
            averaged = isinstance(self.commitment.criterion, MeanTimeLimit)
            verdict = _per_case(self.commitment).evaluate(
                as_of=self.as_of,
                reading=None if averaged else self.reading,
                excuse=None if excuse is None else str(excuse),
                **facts,
            )
        except WushanPlanError as error:
            return JudgedCase(name, None, where + self._problem(error, column))
        return JudgedCase(name, verdict)

    def _problem(self, error: WushanPlanError, column: str) -> str:
        if self.lang == "zh" and error.zh:
            return f"{column}“{error.value}”：{error.zh}" if column else error.zh
        return f"{column}: {error}" if column else str(error)


def judge_mean(judging: Judging, rows: Iterator[JudgedRow]) -> tuple[Verdict, list[JudgedRow]]:
    """The verdict on a mean over all rows that could be read, and the rows."""
    kept = list(rows)
    pairs = []
    for judged in kept:
        verdict = judged.case.verdict
        facts = {} if verdict is None else dict(verdict.facts)
        if "start" in facts:
            pairs.append((facts["start"], facts.get("end")))
    verdict = judging.commitment.evaluate(as_of=judging.as_of, reading=judging.reading, cases=pairs)
    return verdict, kept


def judged_scorecard(judging: Judging, rows: Iterator[JudgedRow], worst: int = 10) -> Scorecard:
    """The scorecard of the rows."""
    return scorecard(judging.commitment, (judged.case for judged in rows), worst=worst)


def write_rows(
    path: Path, cases: CsvCases, judging: Judging, rows: Iterator[JudgedRow]
) -> Iterator[JudgedRow]:
    """Writes each row with its verdict as it passes by: CSV, UTF-8 with a byte order mark for Excel.

    The file appears under its name only when the last row has passed.
    """
    lang = judging.lang
    averaged = isinstance(judging.commitment.criterion, MeanTimeLimit)
    added = [name if name not in cases.columns else f"{name}_2" for name in _RESULT_COLUMNS[lang]]
    with replacing(path, "utf-8-sig") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow([spreadsheet_text(name) for name in (*cases.columns, *added)])
        for judged in rows:
            cells = [judged.row.cells.get(column, "") for column in cases.columns]
            result = _result(judged.case, lang)
            if averaged and judged.case.verdict is not None:
                result = ["", "", result[2], "", "", ""]  # a single case of a mean cannot fail
            writer.writerow([spreadsheet_text(text) for text in (*cells, *result)])
            yield judged


def _per_case(commitment: Commitment) -> Commitment:
    """What one case is judged by: for a mean, its days are counted, and no case can fail."""
    criterion = commitment.criterion
    if not isinstance(criterion, MeanTimeLimit):
        return commitment
    counted = TimeLimit(criterion.limit, criterion.start, criterion.end, Reading.BY_COUNT)
    return attrs.evolve(commitment, criterion=counted)


def _clock(commitment: Commitment) -> TimeLimit:
    criterion = _per_case(commitment).criterion
    assert isinstance(criterion, TimeLimit)  # only a time limit accepts a start
    return criterion


def _result(case: JudgedCase, lang: Lang) -> list[str]:
    verdict = case.verdict
    if verdict is None:
        return [pick(STATUS[case.status], lang), "", "", "", "", case.problem]
    reading = verdict.depends_on_reading
    yes = ("是" if reading else "否") if lang == "zh" else ("yes" if reading else "no")
    reasons = ("" if lang == "zh" else " ").join(reason_text(one, lang) for one in verdict.reasons)
    return [
        pick(STATUS[verdict.status], lang),
        "" if verdict.deadline is None else str(verdict.deadline),
        "" if verdict.elapsed is None else days_text(verdict.elapsed, lang),
        "" if verdict.overdue is None else days_text(verdict.overdue, lang),
        yes,
        reasons,
    ]
