"""The pages of the interpretation register, the lead units and the holiday notices (口径登记、牵头单位、放假通知)."""

from __future__ import annotations

import datetime as dt
from itertools import groupby

from _site.commitments import to_commitment
from _site.markdown import code, link, table, text
from wushan_plan import CHINA, PLAN, Notice
from wushan_plan.calendar.official import official_notices
from wushan_plan.explanation.words import BASIS, pick
from wushan_plan.model.plan import LeadUnit
from wushan_plan.model.readings import Interpretation, Option
from wushan_plan.model.verdict import Lang

_PARTS: dict[str, tuple[str, str]] = {
    "A": ("文本", "The text"),
    "B": ("约束力", "How strongly it binds"),
    "C": ("行为主体", "Who acts"),
    "T": ("时间", "Time"),
    "E": ("数值", "Numbers"),
    "F": ("范围", "Scope"),
}


def pages(lang: Lang) -> dict[str, str]:
    """Three pages."""
    return {
        "reference/register": _register(lang),
        "reference/lead-units": _lead_units(lang),
        "reference/calendar-notices": _notices(lang),
    }


# --- the register -----------------------------------------------------------------------------------


def _register(lang: Lang) -> str:
    zh = lang == "zh"
    parts = [
        "# 口径登记\n\n" if zh else "# The interpretation register\n\n",
        f"正文没有写明的问题共{len(PLAN.readings)}个。每个问题列出备选口径、默认口径、依据和所涉承诺，"
        "没有不作声的选择。标明`Reading`的，可在`evaluate(reading=…)`和`--reading`里另选。\n\n"
        if zh
        else f"The {len(PLAN.readings)} questions the text leaves open. Each has its options, a default, what "
        "the default rests on, and the commitments it touches; no choice is silent. Where a `Reading` is "
        "named, `evaluate(reading=…)` and `--reading` choose another.\n\n",
    ]
    for part, entries in groupby(PLAN.readings, key=lambda entry: entry.id[0]):
        parts.append(f"## {pick(_PARTS[part], lang)}\n\n")
        parts.extend(_entry(entry, lang) for entry in entries)
    return "".join(parts)


def _entry(entry: Interpretation, lang: Lang) -> str:
    zh = lang == "zh"
    question = entry.question if zh else entry.question_en
    options = "".join(f"- {_option(one, one.id == entry.default, lang)}\n" for one in entry.options)
    basis = pick(BASIS[entry.basis], lang)
    because = text(entry.because if zh else entry.because_en)
    colon = "：" if zh else ": "
    return (
        f"({entry.id.lower()})=\n"
        f"### {entry.id}　{text(question)}\n\n"
        f"{options}\n"
        f"**{'依据' if zh else 'Basis'}**{colon}{basis}{'。' if zh else '. '}{because}\n\n"
        f"**{'所涉' if zh else 'Touches'}**{colon}{_touched(entry, lang)}\n\n"
    )


def _option(option: Option, default: bool, lang: Lang) -> str:
    zh = lang == "zh"
    shown = text(option.zh if zh else option.en)
    reading = "" if option.reading is None else f" (`Reading.{option.reading.name}`)"
    return f"**{shown}**{'（默认）' if zh else ' (default)'}{reading}" if default else shown + reading


def _touched(entry: Interpretation, lang: Lang) -> str:
    if not entry.affects:
        return "全部承诺" if lang == "zh" else "every commitment"
    known = {name: one for one in PLAN.commitments for name in (one.id, one.number)}
    word = "措施" if lang == "zh" else "measure "
    shown = [
        to_commitment(known[name]) if name in known else name if name.startswith("S") else word + name
        for name in entry.affects
    ]
    return ("、" if lang == "zh" else ", ").join(shown)


# --- lead units -------------------------------------------------------------------------------------


def _lead_units(lang: Lang) -> str:
    zh = lang == "zh"
    parts = [
        "# 牵头单位\n\n" if zh else "# Lead units\n\n",
        "牵头单位按节标题列名，同一节的各单位共同负责。\n\n"
        if zh
        else "Section headings name the lead units; those of one section answer jointly.\n\n",
    ]
    heads = ("单位", "节", "措施", "承诺", "目标") if zh else (
        "Unit", "Sections", "Measures", "Commitments", "Targets",
    )  # fmt: skip
    parts.append(table(heads, [_unit_row(unit, lang) for unit in PLAN.lead_units]))
    parts.extend(_unit(unit, lang) for unit in PLAN.lead_units)
    return "".join(parts)


def _unit_row(unit: LeadUnit, lang: Lang) -> tuple[str, ...]:
    return (
        link(text(unit.name if lang == "zh" else unit.name_en), f"#{unit.id}"),
        ", ".join(one.id for one in unit.sections),
        str(len(unit.measures)),
        str(sum(one.counts for one in unit.commitments)),
        str(len(unit.targets)),
    )


def _unit(unit: LeadUnit, lang: Lang) -> str:
    zh = lang == "zh"
    name = text(unit.name if zh else unit.name_en)
    sections = "".join(
        "- "
        + link(
            f"{one.id} {text(one.title if zh else one.title_en)}",
            f"commitments/{one.id.replace('.', '-')}.md",
        )
        + ("：" if zh else ": ")
        + ("、" if zh else "; ").join(
            f"{measure.number} {text(measure.title if zh else measure.title_en)}".strip()
            for measure in one.measures
        )
        + "\n"
        for one in unit.sections
    )
    targets = (", " if not zh else "、").join(to_commitment(one) for one in unit.targets)
    other = text(unit.name_en if zh else unit.name)
    return (
        f"({unit.id})=\n## {name}\n\n"
        f"{other}{'，编号 ' if zh else ', id '}{code(unit.id)}\n\n{sections}\n"
        + (f"{'量化目标：' if zh else 'Targets: '}{targets}\n\n" if targets else "")
    )


# --- the notices ------------------------------------------------------------------------------------


def _notices(lang: Lang) -> str:
    zh = lang == "zh"
    notices = official_notices()
    parts = [
        "# 放假安排通知\n\n" if zh else "# Holiday notices\n\n",
        f"工作日历`CHINA`覆盖{CHINA.coverage[0]}至{CHINA.coverage[1]}，依据以下{len(notices)}份通知，按发文先后叠加，"
        "后发的优先。空白处为未能确认。怎样加一份新通知，见[操作指南](../how-to/add-a-notice.md)。\n\n"
        if zh
        else f"The calendar `CHINA` covers {CHINA.coverage[0]} to {CHINA.coverage[1]}. It rests on these {len(notices)} "
        "notices, laid over each other in the order of issue; a later one wins. A dash: not established. "
        "How to add one: see the [how-to guide](../how-to/add-a-notice.md).\n\n",
    ]
    heads = ("年份", "文号", "成文", "公布（最早所见）", "改动") if zh else (
        "Year", "Number", "Issued", "Published (earliest seen)", "Amends",
    )  # fmt: skip
    parts.append(table(heads, [_notice_row(one) for one in notices]))
    for year, group in groupby(notices, key=lambda one: one.year):
        parts.append(f"## {year}\n\n")
        parts.extend(_notice(one, lang) for one in group)
    return "".join(parts)


def _notice_row(one: Notice) -> tuple[str, ...]:
    return (
        str(one.year),
        text(one.number),
        "—" if one.issued is None else str(one.issued),
        "—" if one.published is None else str(one.published),
        text(one.amends) or "—",
    )


def _notice(one: Notice, lang: Lang) -> str:
    zh = lang == "zh"
    heads = ("节日", "放假", "调休上班") if zh else ("Festival", "Days off", "Make-up working days")
    off, worked = dict(one.holidays), dict(one.make_up)
    rows = [
        (text(name), _days(off.get(name, ())), _days(worked.get(name, ())))
        for name in dict.fromkeys((*off, *worked))
    ]
    title = text(one.title) or text(one.number)
    return f"{title}{'（' if zh else ' ('}{text(one.number)}{'）' if zh else ')'}\n\n" + table(heads, rows)


def _days(days: tuple[dt.date, ...]) -> str:
    runs: list[list[dt.date]] = []
    for day in days:
        if runs and day - runs[-1][-1] == dt.timedelta(days=1):
            runs[-1].append(day)
        else:
            runs.append([day])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]} – {run[-1]}" for run in runs) or "—"
