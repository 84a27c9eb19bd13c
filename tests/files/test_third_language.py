"""Whatever writes words for people speaks Chinese and English, and refuses a third language (语言)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from wushan_plan import CHINA, PLAN, FactError
from wushan_plan.files.calendars import case_calendar, days_calendar, plan_calendar
from wushan_plan.files.case_file import BadCell
from wushan_plan.files.json_shapes import CaseForm
from wushan_plan.files.judging import Judging
from wushan_plan.files.many_files import marked
from wushan_plan.files.opening import open_cases
from wushan_plan.files.plan_workbook import write_plan_workbook
from wushan_plan.files.rejects import write_rejects
from wushan_plan.files.results import Results
from wushan_plan.files.results_rows import write_csv, write_parquet
from wushan_plan.files.results_workbook import write_workbook
from wushan_plan.files.tables import write_table
from wushan_plan.ledger import Ledger
from wushan_plan.ledger.reports import report
from wushan_plan.ledger.returns import write_return

WATER = PLAN.targets["water-connection"]
COLUMNS = {"start": "受理日期"}
DAY = date(2021, 12, 31)
LEDGER = Ledger.from_plan(PLAN)


def cases(path: Path) -> Any:
    (path / "cases.csv").write_text("受理日期\n2021-09-24\n", "utf-8")
    return open_cases(path / "cases.csv")


def results(path: Path) -> Results:
    judging = Judging(WATER, COLUMNS, DAY)
    return Results(WATER, ("受理日期",), judging.rows(cases(path)))


DOORS: dict[str, Callable[[Path, Any], object]] = {
    "write_table(lang=…)": lambda path, lang: write_table(PLAN, path / "out.csv", lang=lang),
    "write_plan_workbook(lang=…)": lambda path, lang: write_plan_workbook(PLAN, path / "out.xlsx", lang=lang),
    "write_csv(lang=…)": lambda path, lang: write_csv(path / "out.csv", results(path), lang=lang),
    "write_parquet(lang=…)": lambda path, lang: write_parquet(path / "out.parquet", results(path), lang=lang),
    "write_workbook(lang=…)": lambda path, lang: write_workbook(path / "out.xlsx", results(path), lang=lang),
    "write_rejects(lang)": lambda path, lang: list(write_rejects(path / "out.xlsx", cases(path), [], lang)),
    "Judging(lang=…)": lambda path, lang: Judging(WATER, COLUMNS, DAY, lang=lang),
    "judged(lang)": lambda path, lang: CaseForm("1", WATER.id, {}).judged(PLAN, lang),
    "marked(lang)": lambda path, lang: marked([cases(path)], lang),
    "reason(lang)": lambda path, lang: BadCell("", 1, "受理日期", "下周", "日期读不出", "no date").reason(
        lang
    ),
    "plan_calendar(lang=…)": lambda path, lang: plan_calendar(PLAN, CHINA, lang=lang),
    "case_calendar(lang=…)": lambda path, lang: case_calendar([], CHINA, lang=lang),
    "days_calendar(lang=…)": lambda path, lang: days_calendar(CHINA, 2021, lang=lang),
    "report(lang=…)": lambda path, lang: report(LEDGER, DAY, lang=lang),
    "write_return(lang=…)": lambda path, lang: write_return(
        LEDGER, "dingcheng-water", path / "out.xlsx", DAY, lang=lang
    ),
    "display(lang)": lambda path, lang: LEDGER.display(lang),
}


@pytest.mark.parametrize("where", DOORS)
@pytest.mark.parametrize("lang", ["EN", None])
def test_a_third_language_is_refused_and_nothing_is_written(where: str, lang: Any, tmp_path: Path) -> None:
    with pytest.raises(FactError) as caught:
        DOORS[where](tmp_path, lang)
    assert (caught.value.value, caught.value.where) == (lang, where)
    assert (caught.value.remedy, caught.value.zh) == (
        "Give 'zh' or 'en'.",
        "语言只能是中文（zh）或英文（en）",
    )
    assert not list(tmp_path.glob("out.*"))
