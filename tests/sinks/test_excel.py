"""In a workbook every text is a text: no formula, no link, no other row, sheet or name (工作簿)."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.files.judged import WATER
from tests.sinks.attacks import ATTACKS, LONG, TOGETHER, each_attack, named, tame
from tests.sinks.hostile import AS_OF, REPORTED, START, entries_of, ledger_of, plan_of, results_of
from tests.sinks.readers import Workbook, decoded, workbook
from wushan_plan import PLAN
from wushan_plan.files.case_file import CaseFile, CaseRow
from wushan_plan.files.judging import Judging
from wushan_plan.files.plan_workbook import write_plan_workbook
from wushan_plan.files.rejects import write_rejects
from wushan_plan.files.results import Results
from wushan_plan.files.results_reading import read_results
from wushan_plan.files.results_workbook import write_workbook
from wushan_plan.files.sheets import SheetColumn, written_book
from wushan_plan.ledger import Ledger, reports
from wushan_plan.ledger.returns import write_return

_DIGEST = re.compile(r"\b[0-9a-f]{8}(?:[0-9a-f]{24})?\b")  # whole, or as long as a report prints it
Write = Callable[[str, Path], object]


def held(text: str) -> str:
    """``text`` as a workbook can hold it: without halves of characters."""
    return re.sub("[\ud800-\udfff]", "\ufffd", text)


def write_results(text: str, path: Path) -> None:
    write_workbook(path, results_of(text))


def write_results_by_unit(text: str, path: Path) -> None:
    target = plan_of(text).commitment("water-connection")
    rows = [one.case for one in results_of(text).rows]
    write_workbook(path, Results.of_cases(target, rows, AS_OF), sheets="lead-unit", lang="en")


def write_plan(text: str, path: Path) -> None:
    write_plan_workbook(plan_of(text), path)


def write_report(text: str, path: Path) -> None:
    reports.write_workbook(reports.report(ledger_of(text), REPORTED, START), path)


def write_report_on_another_plan(text: str, path: Path) -> None:
    reports.write_workbook(reports.report(Ledger.from_plan(plan_of(text)), REPORTED), path)


def write_form(text: str, path: Path) -> None:
    kept = [one for one in entries_of(text) if one.kind != "reassignment"]
    write_return(Ledger.from_plan(PLAN).with_stored(kept), "state-grid", path, REPORTED, author=named(text))


def write_form_of_another_plan(text: str, path: Path) -> None:
    write_return(Ledger.from_plan(plan_of(text)), "finance", path, REPORTED)


def write_rows_to_mend(text: str, path: Path) -> None:
    row = CaseRow(2, {"受理": text, "通水": text, "编号": text, text: text})
    cases = CaseFile(path.with_suffix(".csv"), "csv", tuple(row.cells), 1, lambda _: iter([row]))
    judging = Judging(WATER, {"start": "受理", "end": "通水"}, AS_OF, key="编号")
    assert len(list(write_rejects(path, cases, judging.rows(cases)))) == 1


def write_sheets(text: str, path: Path) -> None:
    """Sheets that are called by it, twice, with it above the table."""
    with written_book(path, title=text, as_of=AS_OF, lang="zh") as book:
        for _ in range(2):
            book.sheet(text, [text], [SheetColumn(text)]).add([text])


WRITERS: dict[str, Write] = {
    "results": write_results,
    "results by lead unit": write_results_by_unit,
    "plan": write_plan,
    "report": write_report,
    "report on another plan": write_report_on_another_plan,
    "rows to mend": write_rows_to_mend,
    "form": write_form,
    "form of another plan": write_form_of_another_plan,
    "sheets": write_sheets,
}
_LARGE = ("results by lead unit", "plan", "report", "report on another plan", "form", "form of another plan")
_FEW = (
    "formula",
    "link formula",
    "rich text of a writer",
    "half rich text of a writer",
    "escape of a workbook",
)
TRIED = {**TOGETHER, **{name: ATTACKS[name] for name in _FEW}}
WRITTEN = [
    pytest.param(writer, attack, id=f"{writer}, {name}")
    for writer in WRITERS
    for name, attack in (TRIED if writer in _LARGE else ATTACKS).items()
]
"""Every attack by itself in workbooks of cases; in the large ones those of a kind together, and a few."""


@pytest.mark.parametrize(("writer", "attack"), WRITTEN)
def test_a_workbook_is_the_same_but_for_texts(writer: str, attack: str, tmp_path: Path) -> None:
    meant = (held(attack), held(named(attack)))
    hostile, harmless = written(WRITERS[writer], attack, tmp_path), twin(writer, tmp_path)
    assert hostile.formulas == harmless.formulas
    assert hostile.links == harmless.links == ()
    assert hostile.names == harmless.names
    assert len(hostile.sheets) == len(harmless.sheets)
    for there, here in zip(hostile.rows.values(), harmless.rows.values(), strict=True):
        for row, wanted in zip(there, here, strict=True):
            for cell, usual in zip(row, wanted, strict=True):
                if isinstance(usual, str) and tame(1) in usual:
                    assert any(one in cell or decoded(one) in cell for one in meant)
                elif isinstance(usual, str):
                    assert _DIGEST.sub("", cell) == _DIGEST.sub("", usual)
                else:
                    assert cell == usual
    with zipfile.ZipFile(tmp_path / "hostile.xlsx") as parts:
        for name in parts.namelist():
            content = parts.read(name)
            ElementTree.fromstring(content)
            assert b"TargetMode" not in content  # of a part outside the workbook


@each_attack
def test_a_sheet_has_a_name_that_excel_takes(attack: str, tmp_path: Path) -> None:
    for name in written(write_sheets, attack, tmp_path).sheets:
        assert 1 <= len(name.encode("utf-16-le")) // 2 <= 31
        assert not set(name) & set("[]:*?/\\")
        assert not name.startswith("'")
        assert not name.endswith("'")
        assert name.replace("\u3000", " ").isprintable()  # nothing obeyed; Chinese is written with that blank
        assert not name.isspace()


@pytest.mark.parametrize(
    "name", ["甲" * 30 + "'乙", "𠮷" * 40, "'" * 40, "", " ", "History", "a\ufffe", "甲\r\n乙", "[x]"]
)
def test_no_name_keeps_a_sheet_from_being_made(name: str, tmp_path: Path) -> None:
    assert len(written(write_sheets, name, tmp_path).sheets) == 2


@each_attack
def test_a_result_read_back_says_what_was_written(attack: str, tmp_path: Path) -> None:
    write_results(attack, tmp_path / "a.xlsx")
    found = read_results(tmp_path / "a.xlsx")
    assert [one.key for one in found] == [held(attack).replace("\0", "_x0000_")] * 3  # NUL stays an escape


def test_a_text_longer_than_a_cell_stands_whole_on_a_sheet_of_its_own(tmp_path: Path) -> None:
    found = written(write_results, LONG, tmp_path)
    assert found.formulas == found.links == ()
    parts = [row[3] for row in found.rows["长文本"][2:] if row[2] == "编号"]
    assert "".join(parts) == LONG * 3
    assert all(len(row[2]) <= 200 for row in found.rows["长文本"][2:])


def written(write: Write, text: str, folder: Path) -> Workbook:
    path = folder / "hostile.xlsx"
    write(text, path)
    return workbook(path)


_twins: dict[str, Workbook] = {}


def twin(writer: str, folder: Path) -> Workbook:
    """The workbook with a harmless word, made once."""
    if writer not in _twins:
        folder = folder / "twin"
        folder.mkdir()
        _twins[writer] = written(WRITERS[writer], tame(1), folder)
    return _twins[writer]
