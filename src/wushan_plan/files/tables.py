"""The plan as a table (承诺总表): one row a commitment, CSV that Excel opens."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from wushan_plan.explanation.words import MODALITY, ROLE, criterion_term, led_by, pick, spoken
from wushan_plan.files.safe_output import replacing, spreadsheet_text
from wushan_plan.model.commitment import Commitment
from wushan_plan.model.plan import Plan
from wushan_plan.model.verdict import Lang

_CHINESE = {
    "number": "编号",
    "id": "承诺编号",
    "chapter": "章",
    "section": "节",
    "lead_units": "牵头单位",
    "place": "措施",
    "title": "措施标题",
    "sentence": "句",
    "role": "作用",
    "modality": "约束力",
    "criterion": "判定标准",
    "limit": "限值",
    "due_by": "期限",
    "is_target": "量化目标",
    "phrase": "原文短语",
    "actor": "行为主体",
    "beneficiary": "受益人",
    "scope": "适用范围",
    "exceptions": "例外",
    "platforms": "平台",
    "instruments": "文件和清单",
    "summary": "承诺事项",
    "facts": "判定所需事实",
    "law": "上位法",
    "notes": "口径说明",
}
"""The columns of :meth:`Plan.rows` a Chinese table has, and their headings; the rest is English."""


def write_table(plan: Plan, path: Path, *, lang: Lang = "zh") -> None:
    """Writes the commitments as CSV, UTF-8 with a byte order mark; replaces ``path`` at the end.

    Args:
        plan: the plan; its official sentences are not written, bound or not.
        path: where it goes.
        lang: Chinese headings and terms, or in English what :meth:`Plan.rows` gives, as it is.
            Numbers and ids are the same in both.
    """
    zh = spoken(lang, "write_table(lang=…)") == "zh"
    rows = list(_chinese_rows(plan)) if zh else list(plan.rows("en"))
    with replacing(path, "utf-8-sig") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(rows[0])
        writer.writerows([spreadsheet_text(cell) for cell in row.values()] for row in rows)


def _chinese_rows(plan: Plan) -> Iterator[dict[str, str]]:
    for row, one in zip(plan.rows(), plan.commitments, strict=True):
        told = {**row, **_chinese(one)}
        yield {heading: told[name] for name, heading in _CHINESE.items()}


def _chinese(one: Commitment) -> dict[str, str]:
    """The cells whose English is a code or a class."""
    return {
        "lead_units": led_by(one, "zh"),
        "role": pick(ROLE[one.role], "zh"),
        "modality": pick(MODALITY[one.modality], "zh"),
        "criterion": pick(criterion_term(one.criterion), "zh"),
        "is_target": "是" if one.is_target else "否",
        "facts": "、".join(
            f"{fact.zh} [{fact.name}]" + ("（可缺）" if fact.optional else "") for fact in one.facts
        ),
    }
