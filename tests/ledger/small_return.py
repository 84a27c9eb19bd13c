"""Returned workbooks of a few cells, on an invented plan that asks one fact of each kind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from attrs import frozen
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.evaluation.small_plan import PERIOD, SCOPE
from tests.model.small_plan import commitment
from wushan_plan import (
    CHINA,
    CalendarDays,
    Citation,
    FactKind,
    LeadUnit,
    Measure,
    Plan,
    Reading,
    Safeguard,
    WorkingDays,
    judged_by,
)
from wushan_plan import Section as PlanSection
from wushan_plan.files.case_file import BadCell
from wushan_plan.ledger import Ledger
from wushan_plan.ledger.returns.words import COLUMNS, COVER
from wushan_plan.model.commitment import Actor
from wushan_plan.model.criteria import (
    Ceiling,
    Coverage,
    Direction,
    Event,
    Floor,
    FullRate,
    MeanTimeLimit,
    Milestone,
    Promptness,
    Quantity,
    Recurring,
    TimeLimit,
    Trend,
)
from wushan_plan.model.plan import Chapter

A, B = LeadUnit("a", "甲局", "Bureau A"), LeadUnit("b", "乙局", "Bureau B")
DAY, NEXT = date(2021, 9, 30), date(2021, 10, 8)
"""The cut-off day, and a day of reporting after it."""
CODE = "wushan-plan-return/1 small a 2021-09-30 -"
QUARTER = "wushan-plan-return/1 small a 2021-09-30 2021-07-01~2021-09-30"
FILED, FINISHED = Event("受理", "acceptance"), Event("办结", "completion")
EACH_UNIT = Actor("各单位", "every unit")


def _plan() -> Plan:
    ours = (
        commitment(
            "m01.1", Floor(Quantity("items", "事项", "items", "项"), 8, by=date(2021, 10, 31)), id="items",
            scope=SCOPE,
        ),
        commitment("m01.2", Milestone("试点", "a pilot"), id="pilot", citation=Citation(1, 2)),
        commitment(
            "m01.3",
            FullRate(
                Quantity("handled", "办结", "handled", "件"), Quantity("received", "受理", "received", "件")
            ),
            id="rate",
            citation=Citation(1, 3),
        ),
        commitment("m01.4", Coverage("平台", "platforms", unit="个"), id="cover", citation=Citation(1, 4)),
        commitment(
            "m01.5", TimeLimit(WorkingDays(3), FILED, FINISHED, Reading.BY_COUNT), id="limit",
            citation=Citation(1, 5),
        ),
        commitment("m01.6", Trend("户数", "users", Direction.UP), id="trend", citation=Citation(1, 6)),
        commitment(
            "m01.7", Ceiling(Quantity("fee", "费用", "fee", "元", FactKind.AMOUNT), 0), id="fee",
            citation=Citation(1, 7),
        ),
        commitment(
            "m01.8", MeanTimeLimit(CalendarDays(5), FILED, FINISHED), id="mean", citation=Citation(1, 8)
        ),
        commitment("m01.9", Promptness(FILED, FINISHED), id="prompt", citation=Citation(1, 9)),
        commitment("m01.10", Recurring("检查", "inspections"), id="checks", citation=Citation(1, 10)),
    )  # fmt: skip
    theirs = (commitment("m02.1", Milestone("上线", "going live"), id="theirs", citation=Citation(2, 1)),)
    every = commitment(
        "s1.1", Milestone("落实", "carrying out"), id="each", citation=Citation(None, 1, 1), actor=EACH_UNIT
    )
    sections = (
        PlanSection("1.1", "一节", "One", (A,), (Measure(1, "一条", "First", ours),)),
        PlanSection("1.2", "二节", "Two", (B,), (Measure(2, "二条", "Second", theirs),)),
    )
    return Plan(
        id="small",
        number="1",
        title="小方案",
        title_en="A small plan",
        issuer="某办公室",
        issued=PERIOD.first,
        period=PERIOD,
        chapters=(Chapter(1, "一章", "A chapter", sections),),
        safeguards=(Safeguard(1, "保障", "Safeguard", (every,)),),
        lead_units=(A, B),
    )


SMALL = Ledger.from_plan(judged_by(_plan(), CHINA))
INPUTS = ("value", "basis", "stood_on", "evidence", "done_on", "reason", "remark", "author", "id")
FIRST_ROW = 4
"""Where the first row below the header stands, as Excel counts."""


def row(name: str, value: object = None, **cells: object) -> dict[str, object]:
    """One filled row by the names of its columns; ``items/items`` stands for unit a's row."""
    return {"id": name if name.count("/") != 1 else f"a/{name}", "value": value, **cells}


def sent_back(
    folder: Path,
    *rows: Mapping[str, object],
    cover: Mapping[str, object] | None = None,
    code: str = CODE,
    issued: Iterable[str] | None = None,
    columns: Sequence[str] = INPUTS,
    headings: Mapping[str, str] | None = None,
    lang: int = 0,
) -> Path:
    """A workbook as it comes back: first page, form, and the list of what went out.

    Args:
        folder: where it goes.
        rows: the rows, each by the names of its columns.
        cover: what the first page says besides its code; author 王 and the cut-off day unless given.
        code: what the form is about; on the list alone where ``issued`` is given.
        issued: ids of the rows that went out; no list unless given.
        columns: the columns of the form, in order.
        headings: other headings, by the name of the column.
        lang: 0 for Chinese headings, 1 for English ones.
    """
    book = Workbook()
    page = book.active
    assert isinstance(page, Worksheet)
    page.title = "填报说明"
    page.append(["表头"])
    for name, value in ({"author": "王", "at": DAY} if cover is None else cover).items():
        page.append([COVER[name][lang], value])
    if issued is None:
        page.append([COVER["code"][lang], code])
    form = book.create_sheet("填报表")
    form.append(["填报表"])
    form.append(["已填"])
    form.append(
        [(headings or {}).get(name, COLUMNS[name][lang] if name in COLUMNS else name) for name in columns]
    )
    for cells in rows:
        form.append([cells.get(name) for name in columns])
    if issued is not None:
        rest = book.create_sheet("行清单")
        for text in (code, *issued):
            rest.append([text])
    path = folder / "back.xlsx"
    book.save(path)
    return path


@frozen
class Told:
    """What is said of one cell: exactly where, and words that the reason holds in both languages."""

    row: int
    column: str
    value: str
    zh: str
    en: str
    sheet: str = "填报表"

    def is_met_by(self, found: BadCell) -> None:
        place: tuple[Any, ...] = (found.sheet, found.row, found.column, found.value)
        assert place == (self.sheet, self.row, self.column, self.value)
        assert self.zh in found.zh
        assert self.en in found.en


def told(found: Sequence[BadCell], *expected: Told) -> None:
    """Each of them, in order, and nothing else."""
    assert len(found) == len(expected), found
    for one, said in zip(found, expected, strict=True):
        said.is_met_by(one)
