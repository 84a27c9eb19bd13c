"""The whole plan as a spreadsheet."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import attrs
import pytest

from wushan_plan import PLAN
from wushan_plan.explanation.words import criterion_term
from wushan_plan.files.excel_cases import open_workbook
from wushan_plan.files.plan_workbook import write_plan_workbook
from wushan_plan.ledger.tasks import breakdown
from wushan_plan.model.queries import addressed_to_each


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("plan") / "plan.xlsx"
    write_plan_workbook(PLAN, path)
    return path


def column(path: Path, sheet: str, name: str) -> list[str]:
    return [row.cells[name] for row in open_workbook(path, sheet, labels=[name]).rows()]


def test_every_commitment_has_a_row(path: Path) -> None:
    assert column(path, "承诺事项", "承诺编号") == [one.id for one in PLAN.commitments]
    assert column(path, "承诺事项", "承诺事项") == [one.summary for one in PLAN.commitments]


def test_the_targets_have_a_sheet_of_their_own(path: Path) -> None:
    assert column(path, "量化目标", "承诺编号") == list(PLAN.targets)


def test_dates_are_dates(path: Path) -> None:
    due = dict(zip(column(path, "量化目标", "承诺编号"), column(path, "量化目标", "期限"), strict=True))
    assert due["sichuan-chongqing-services"] == str(dt.date(2021, 10, 31))
    assert due["water-connection"] == ""


def test_every_lead_unit_has_a_row(path: Path) -> None:
    assert column(path, "牵头单位", "单位编号") == [one.id for one in PLAN.lead_units]


def test_every_measure_and_safeguard_has_a_row(path: Path) -> None:
    measures = [str(one.number) for one in PLAN.measures]
    assert column(path, "章节和措施", "措施") == [*measures, *(f"S{one.number}" for one in PLAN.safeguards)]


def test_every_entry_of_the_register_has_a_row(path: Path) -> None:
    assert column(path, "口径登记", "编号") == [one.id for one in PLAN.readings]


def test_the_numbers_of_a_lead_unit_add_up_to_its_tasks(path: Path) -> None:
    names = ("承诺事项", "其中标题", "另有保障措施", "任务合计")
    told = zip(*(map(int, column(path, "牵头单位", name)) for name in names), strict=True)
    tasks = breakdown(PLAN)
    for unit, (listed, headings, bound, whole) in zip(PLAN.lead_units, told, strict=True):
        assert whole == listed - headings + bound == sum(task.unit == unit for task in tasks)


def test_a_safeguard_addressed_to_every_unit_names_every_unit_as_led_by(path: Path) -> None:
    led = dict(zip(column(path, "承诺事项", "承诺编号"), column(path, "承诺事项", "牵头单位"), strict=True))
    each = {one.id for one in PLAN.commitments if addressed_to_each(one)}
    assert each == {name for name, units in led.items() if units == "各牵头单位（推断）"}


@pytest.mark.parametrize(("is_inferred", "subject"), [(True, "所涉期间（推断）"), (False, "所涉期间")])
def test_the_period_is_called_an_inference_where_the_plan_says_so(
    is_inferred: bool, subject: str, tmp_path: Path
) -> None:
    assert PLAN.period_is_inferred
    write_plan_workbook(attrs.evolve(PLAN, period_is_inferred=is_inferred), tmp_path / "plan.xlsx")
    rows = dict(
        zip(*(column(tmp_path / "plan.xlsx", "方案", name) for name in ("项目", "内容")), strict=True)
    )
    assert rows[subject] == "2021-07-30 – 2021-12-31"


def test_english_has_the_same_rows(tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsx"
    write_plan_workbook(PLAN, path, lang="en")
    assert column(path, "commitments", "id") == [one.id for one in PLAN.commitments]
    assert column(path, "commitments", "commitment") == [one.summary_en for one in PLAN.commitments]


def test_english_has_notes_and_beneficiaries_in_english(tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsx"
    write_plan_workbook(PLAN, path, lang="en")
    assert column(path, "commitments", "notes") == [" ".join(one.notes_en) for one in PLAN.commitments]
    assert column(path, "commitments", "beneficiary") == [one.beneficiary_en for one in PLAN.commitments]


def test_a_criterion_goes_by_its_chinese_term() -> None:
    assert criterion_term(PLAN.targets["water-connection"].criterion) == ("时限", "TimeLimit")
    assert all(criterion_term(one.criterion)[0] for one in PLAN.commitments)
