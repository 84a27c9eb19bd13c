"""What the sheets of a results workbook say, and in which colours (结果单元格)."""

from __future__ import annotations

from collections.abc import Mapping

from wushan_plan.explanation.sentences import trial_text
from wushan_plan.explanation.words import MODALITY, STATUS, Term, date_text, pick, place_text
from wushan_plan.files.results import UNIT, ResultRecord, Results
from wushan_plan.files.sheet_cells import Cell, ProvisionalDate
from wushan_plan.files.sheets import Fill
from wushan_plan.model.commitment import Commitment
from wushan_plan.model.modality import Status
from wushan_plan.model.verdict import Lang

COLUMNS: Mapping[str, Term] = {
    "key": ("办件", "case"),
    "status": ("结论", "status"),
    "deadline": ("截止日", "deadline"),
    "elapsed": ("用时", "elapsed"),
    "overdue": ("逾期", "overdue"),
    "unit": ("单位", "unit"),
    "flags": ("提示", "flags"),
    "explanation": ("说明", "explanation"),
    "commitment": ("承诺编号", "commitment"),
}
"""Columns of a sheet of cases; the original ones stand between ``unit`` and ``flags``."""

STATUS_COLOURS: Mapping[Status, Fill] = {
    Status.MET: ("#C6EFCE", "#006100"),
    Status.NOT_MET: ("#FFC7CE", "#9C0006"),
    Status.EXCUSED: ("#DDEBF7", "#1F4E78"),
    Status.PENDING: ("#FFEB9C", "#7F6000"),
    Status.NOT_APPLICABLE: ("#EDEDED", "#595959"),
    Status.UNKNOWN: ("#E4DFEC", "#403151"),
}
LEADING = ("key", "status", "deadline", "elapsed", "overdue", "unit")
CLOSING = ("flags", "explanation", "commitment")
TABS = {"overdue": "#C00000", "scorecard": "#1F4E78", "notes": "#7F7F7F"}


def status_colours(lang: Lang) -> dict[str, Fill]:
    """The colour of each status by its word."""
    return {pick(STATUS[status], lang): colour for status, colour in STATUS_COLOURS.items()}


def day_cells(record: ResultRecord, lang: Lang) -> tuple[int | None, int | None, str]:
    """Elapsed days, days overdue and their unit."""
    unit = record.unit
    return (
        None if record.elapsed is None else record.elapsed.days,
        None if record.overdue is None else record.overdue.days,
        "" if unit is None else pick(UNIT[unit], lang),
    )


def deadline_cell(record: ResultRecord) -> Cell:
    """The deadline, marked where it is provisional."""
    if record.deadline is None or not record.provisional:
        return record.deadline
    return ProvisionalDate(record.deadline)


def summary_of(commitment: Commitment, lang: Lang) -> str:
    """What a commitment says; that a limit is a trial comes first."""
    said = commitment.summary if lang == "zh" else commitment.summary_en
    return " ".join([*trial_text(commitment, lang), said])


def lead_units_of(commitment: Commitment, lang: Lang) -> str:
    """Its lead units, joined."""
    if commitment.plan is None:
        return ""
    return (
        "、".join(one.name for one in commitment.lead_units)
        if lang == "zh"
        else "; ".join(one.name_en for one in commitment.lead_units)
    )


def about(results: Results, lang: Lang) -> str:
    """Where a target stands, how strongly it binds, who answers for it, and the day of judgement."""
    commitment = results.commitment
    parts = [commitment.id, place_text(commitment.citation, lang), pick(MODALITY[commitment.modality], lang)]
    units = lead_units_of(commitment, lang)
    if lang == "zh":
        parts += [f"牵头单位 {units}"] if units else []
        parts += [f"判定基准日 {date_text(results.as_of, lang)}"] if results.as_of is not None else []
        return "；".join(parts)
    parts += [f"lead units {units}"] if units else []
    parts += [f"as of {date_text(results.as_of, lang)}"] if results.as_of is not None else []
    return "; ".join(parts)
