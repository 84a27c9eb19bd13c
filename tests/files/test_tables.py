"""The whole plan as CSV."""

from __future__ import annotations

import codecs
import csv
import re
from pathlib import Path

import pytest

from wushan_plan import PLAN
from wushan_plan.files.tables import write_table
from wushan_plan.model.verdict import Lang


def _rows(path: Path, lang: Lang) -> list[dict[str, str]]:
    write_table(PLAN, path, lang=lang)
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_headings_and_terms_are_chinese_by_default(tmp_path: Path) -> None:
    write_table(PLAN, tmp_path / "plan.csv")
    with (tmp_path / "plan.csv").open(encoding="utf-8-sig", newline="") as file:
        water = next(row for row in csv.DictReader(file) if row["承诺编号"] == "water-connection")
    assert all(re.search("[\u4e00-\u9fff]", heading) for heading in water)
    told = [water[name] for name in ("作用", "约束力", "判定标准", "限值", "量化目标")]
    assert told == ["行动", "目标", "时限", "9个工作日", "是"]


def test_english_is_what_the_plan_gives_as_rows(tmp_path: Path) -> None:
    assert _rows(tmp_path / "plan.csv", "en") == list(PLAN.rows("en"))


@pytest.mark.parametrize(("lang", "number", "code"), [("zh", "编号", "承诺编号"), ("en", "number", "id")])
def test_numbers_and_ids_are_the_same_in_both(lang: Lang, number: str, code: str, tmp_path: Path) -> None:
    rows = _rows(tmp_path / "plan.csv", lang)
    assert [(row[number], row[code]) for row in rows] == [(one.number, one.id) for one in PLAN.commitments]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_excel_is_told_the_encoding(lang: Lang, tmp_path: Path) -> None:
    write_table(PLAN, tmp_path / "plan.csv", lang=lang)
    assert (tmp_path / "plan.csv").read_bytes().startswith(codecs.BOM_UTF8)
