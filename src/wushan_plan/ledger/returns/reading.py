"""A returned workbook read as entries, and problems by cell (填报表读回).

Nothing is taken from the moment of reading: day of writing, author and day of the figures come from
the workbook, so that the same workbook gives the same entries whenever it is read.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs

from wushan_plan.errors import CaseFileError, CellError, UnknownNameError, WushanPlanError
from wushan_plan.explanation.words import pick
from wushan_plan.files.case_file import BadCell
from wushan_plan.files.text_cells import is_blank, plain, read_date
from wushan_plan.ledger.entries import Comment, Completion, DeviationReason, Entry, Evidence, ProgressReport
from wushan_plan.ledger.ledger import Ledger
from wushan_plan.ledger.returns.clashes import Clashes
from wushan_plan.ledger.returns.form import IN_COLUMNS, SUMMED, row_id
from wushan_plan.ledger.returns.returned import Returned, ReturnedRow, take_apart, unread
from wushan_plan.ledger.returns.values import read_value
from wushan_plan.ledger.returns.words import COLUMNS, CONTENT, COVER, FLOWS, INPUTS, STANDS
from wushan_plan.model.facts import Fact
from wushan_plan.model.periods import Interval


@attrs.frozen
class Return:
    """What a returned workbook amounts to (填报回收).

    Attributes:
        unit: id of the unit it went out to.
        as_of: its cut-off day.
        period: the period its figures may be for.
        entries: what it says, for ``ledger.with_entries`` or ``store.append``; each of them checked.
        problems: cells for whose sake a row was not taken, or the workbook as a whole.
        notes: what was taken, or says nothing, and is worth knowing: rows that are gone, figures that
            contradict another's, or are older than what the ledger has.
    """

    unit: str
    as_of: dt.date
    period: Interval | None
    entries: tuple[Entry, ...]
    problems: tuple[BadCell, ...]
    notes: tuple[BadCell, ...]


def read_return(
    path: str | Path, ledger: Ledger, *, unit: str | None = None, as_of: dt.date | None = None
) -> Return:
    """The entries of a returned workbook, and what is wrong with it, cell by cell.

    A row with a problem is not taken at all. The ledger is not changed.

    Args:
        path: the workbook.
        ledger: the ledger it is for.
        unit: the unit it should be from, by id or name; any unless given. Of another unit's nothing
            is taken.
        as_of: the cut-off day it should be for; a workbook for another is taken and noted.

    Raises:
        CaseFileError: for a file that is no return workbook, or one of another plan.
    """
    path = Path(path)
    returned = take_apart(path)
    code = returned.code
    if code.plan != ledger.plan.id or code.unit not in ledger.register.units:
        raise CaseFileError(
            value=str(code),
            rule=f"the form is not of the plan {ledger.plan.id} and one of its units.",
            where=str(path),
            remedy="Read it with the ledger it was written from.",
            zh="填报表不属于本方案或本方案的单位",
        )
    reading = _Reading(ledger, returned)
    if unit is not None and ledger.unit(unit).id != code.unit:
        theirs, ours = ledger.unit(code.unit), ledger.unit(unit)
        zh = f"这是{theirs.name}的填报表，不是{ours.name}的，全部没有采用"
        en = f"this is the form of {theirs.name_en}, not of {ours.name_en}; nothing of it is taken."
        reading.problems.append(BadCell("", 0, COVER["unit"][0], code.unit, zh, en))
    else:
        reading.read()
    if as_of is not None and as_of != code.as_of:
        zh = f"填报表的统计截止日是{code.as_of}，不是{as_of}；已按表上的日期采用"
        en = f"the form has {code.as_of} as its cut-off day, not {as_of}; it is taken as of its own."
        reading.notes.append(BadCell("", 0, COVER["as_of"][0], str(code.as_of), zh, en))
    return Return(
        code.unit,
        code.as_of,
        code.period,
        tuple(sorted(reading.entries.values(), key=lambda one: one.order)),
        tuple(reading.problems),
        tuple(reading.notes),
    )


class _Refused(Exception):  # noqa: N818 - no error of ours: a row on its way to its problem
    def __init__(self, column: str, zh: str, en: str) -> None:
        super().__init__()
        self.column, self.zh, self.en = column, zh, en


class _Reading:
    """The rows of one workbook on their way to entries."""

    def __init__(self, ledger: Ledger, returned: Returned) -> None:
        self.ledger = ledger
        self.returned = returned
        self.code = returned.code
        self.state = ledger.as_of(returned.code.as_of)
        self.entries: dict[str, Entry] = {}
        self.problems: list[BadCell] = []
        self.notes: list[BadCell] = list(returned.notes)
        self.at = self.code.as_of
        self.author = ""

    def read(self) -> None:
        if not self._cover():
            return
        by_row: list[tuple[ReturnedRow, list[Entry]]] = []
        for row in self.returned.rows:
            if not any(_says(row, name) for name in CONTENT):
                continue
            try:
                by_row.append((row, list(self._entries(row))))
            except _Refused as refused:
                self.problems.append(row.bad(refused.column, refused.zh, refused.en))
        clashes = Clashes(self.ledger)
        refusals = clashes.among(by_row)
        for row, entries in by_row:
            found = refusals.get((row.sheet, row.number)) or clashes.with_own(row, entries)
            if found is not None:
                self.problems.append(found)
                continue
            self.entries.update((entry.id, entry) for entry in entries)
            self.notes += clashes.with_others(row, entries)
        self.problems.sort(key=lambda one: (one.sheet, one.row))
        for gone in unread(self.returned.rows, self.returned.issued):
            sheet = self.returned.rows[0].sheet if self.returned.rows else ""
            self.notes.append(
                BadCell(
                    sheet,
                    0,
                    COLUMNS["id"][0],
                    gone,
                    "这一行已被删去，视为没有填报",
                    "the row is gone; nothing is reported in it.",
                )
            )

    def _cover(self) -> bool:
        """Author and day of all rows; whether the workbook can be read with them."""
        sheet, number, cell = self.returned.cover.get("author", ("", 0, None))
        if cell is not None and cell.fault is None and not is_blank(cell.text):
            self.author = cell.text.strip()
        elif cell is not None and cell.fault is not None:
            self.notes.append(BadCell(sheet, number, COVER["author"][0], cell.text, *cell.fault))
        sheet, number, cell = self.returned.cover.get("at", ("", 0, None))
        if cell is None or (cell.fault is None and is_blank(cell.text)):
            return True
        try:
            if cell.fault is not None:
                raise _Refused("at", *cell.fault)
            self.at = self._date(cell.text)
        except _Refused as refused:
            at = COVER["at"][0]
            self.problems.append(BadCell(sheet, number, at, cell.text, refused.zh, refused.en))
            return False
        if self.at < self.code.as_of:
            zh, en = "填报日期早于统计截止日", "the day of reporting is before the cut-off day."
            self.problems.append(BadCell(sheet, number, COVER["at"][0], cell.text, zh, en))
            return False
        return True

    def _entries(self, row: ReturnedRow) -> Iterator[Entry]:
        for name in INPUTS:
            cell = row.cells.get(name)
            if cell is not None and cell.fault is not None:
                raise _Refused(name, *cell.fault)
        unit, commitment, fact = self._about(row)
        author = _text(row, "author") or self.author
        if not author:
            raise _Refused(
                "author",
                "没有填报人，请在本行或首页填写",
                "no author; name one in the row or on the first page.",
            )
        given = self._value(row, fact)
        facts = {} if given is None else {fact.name: given}
        stood_on = self._stood_on(row)
        done_on = self._done_on(row, given, fact, stood_on)
        remark, evidence, reason = (_text(row, name) for name in ("remark", "evidence", "reason"))
        cited: dict[str, Any] = {"commitment": commitment, "unit": unit, "author": author, "at": self.at}
        told = {**cited, "note": remark}
        made: list[tuple[str, type[Entry], dict[str, Any]]] = []
        if facts and self._is_flow(row, fact):
            made.append(("value", ProgressReport, {**told, "facts": facts, "period": self.code.period}))
            facts = {}
        report = {**told, "facts": facts, "stood_on": stood_on}
        if done_on is not None:
            made.append(("done_on", Completion, {**report, "done_on": done_on, "evidence": evidence}))
        elif evidence:
            made.append(("evidence", Evidence, {**report, "reference": evidence}))
        elif facts:
            made.append(("value", ProgressReport, report))
        if reason:
            made.append(("reason", DeviationReason, {**told, "reason": reason}))
        if remark and not made:
            made.append(("remark", Comment, {**cited, "text": remark}))
        for name, kind, fields in made:
            try:
                entry = kind(**fields)
                self.ledger.check(entry)
            except WushanPlanError as error:
                zh = error.zh or "这样填报不能成立，请核对"
                raise _Refused(name, zh, f"{error.rule} {error.remedy}") from error
            yield entry

    def _about(self, row: ReturnedRow) -> tuple[str, str, Fact]:
        """Unit, commitment and fact of a row, by its id."""
        unit, _, rest = row.text("id").partition("/")
        commitment, _, name = rest.partition("/")
        cell = row.cells.get("id")
        if cell is not None and cell.fault is not None:
            raise _Refused("id", *cell.fault)
        facts = {one.name: one for one in self.ledger.register.commitments.get(commitment, ())}
        if name not in facts or name in IN_COLUMNS or row.text("id") != row_id(unit, commitment, name):
            raise _Refused("id", "编号不识，请勿改动编号", "no row has this id; leave the ids as they are.")
        try:
            tasks = self.state.commitment(commitment).tasks
        except UnknownNameError:
            tasks = ()
        ours = self.code.unit
        if not any(ours in one.holders and (unit == one.unit if one.unit else unit == ours) for one in tasks):
            raise _Refused("id", "这一事项不由本单位承担", "the unit does not carry this task.")
        return unit, commitment, facts[name]

    def _value(self, row: ReturnedRow, fact: Fact) -> object:
        try:
            return read_value(row.text("value"), fact, self.returned.epoch)
        except CellError as error:
            raise _Refused("value", error.zh, f"{error.rule} {error.remedy}") from error

    def _stood_on(self, row: ReturnedRow) -> dt.date:
        if not _says(row, "stood_on"):
            return self.code.as_of
        day = self._date(row.text("stood_on"), "stood_on")
        if day > self.at:
            raise _Refused("stood_on", "晚于填报日期", "it is after the day of reporting.")
        return day

    def _done_on(self, row: ReturnedRow, given: object, fact: Fact, stood_on: dt.date) -> dt.date | None:
        if not _says(row, "done_on"):
            return None
        day = self._date(row.text("done_on"), "done_on")
        if given is False and fact.name == "done":
            raise _Refused(
                "done_on",
                "新值填了“否”，却有完成日期",
                "the new value says no, and a day of completion is given.",
            )
        if day > self.at:
            raise _Refused("done_on", "完成日期晚于填报日期", "it is after the day of reporting.")
        if day > stood_on:
            zh = "完成日期晚于“数据截至”，请把“数据截至”改到完成当天或之后"
            raise _Refused("done_on", zh, "it is after the day the row stood on; change that day.")
        return day

    def _is_flow(self, row: ReturnedRow, fact: Fact) -> bool:
        """Whether the value is for the form's period."""
        text = plain(row.text("basis")).casefold()
        if is_blank(text) or text in STANDS:
            return False
        if text not in FLOWS:
            zh = f"请选“{pick(STANDS, 'zh')}”或“{pick(FLOWS, 'zh')}”"
            raise _Refused("basis", zh, f"choose {pick(STANDS, 'en')!r} or {pick(FLOWS, 'en')!r}.")
        if self.code.period is None or fact.kind not in SUMMED:
            raise _Refused("basis", "这一项不能按本期填报", "this cannot be reported for a period.")
        return True

    def _date(self, text: str, column: str = "at") -> dt.date:
        try:
            return read_date(text, epoch=self.returned.epoch)
        except CellError as error:
            raise _Refused(column, error.zh, f"{error.rule} {error.remedy}") from error


def _says(row: ReturnedRow, name: str) -> bool:
    cell = row.cells.get(name)
    return cell is not None and (cell.fault is not None or not is_blank(cell.text))


def _text(row: ReturnedRow, name: str) -> str:
    return row.text(name) if _says(row, name) else ""


__all__ = ["Return", "read_return"]
