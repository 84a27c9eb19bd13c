"""The pages of commitments and targets (承诺事项与量化目标): numbers, units and our own summaries.

The official sentences are not written here: the plan is not bound when pages are made.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from fractions import Fraction

from _site.markdown import anchored, code, link, table, text, toctree
from wushan_plan import PLAN
from wushan_plan.explanation.words import (
    MODALITY,
    READING,
    Term,
    criterion_term,
    days_text,
    limit_text,
    pick,
    place_text,
)
from wushan_plan.model.commitment import Commitment, FigureValue, Quantifier
from wushan_plan.model.periods import CalendarDays, WorkingDays
from wushan_plan.model.plan import Measure, Safeguard, Section
from wushan_plan.model.verdict import Lang

QUANTIFIER: dict[Quantifier, Term] = {
    Quantifier.ALL: ("全部", "all"),
    Quantifier.ZERO: ("零", "none"),
    Quantifier.ONCE: ("一次性", "once"),
    Quantifier.AT_ONCE: ("即时", "at once"),
    Quantifier.REPEATED: ("持续", "repeatedly"),
}
_HEADS: tuple[Term, ...] = (
    ("编号", "Id"),
    ("承诺事项（概括）", "Commitment (summary)"),
    ("约束力", "Modality"),
    ("判定标准", "Criterion"),
    ("数值", "Figures"),
    ("出处", "Place"),
)
_TARGET_HEADS: tuple[Term, ...] = (
    ("编号", "Id"),
    ("目标（概括）", "Target (summary)"),
    ("数值或期限", "Limit or date"),
    ("默认口径", "Default reading"),
    ("口径登记", "Register"),
    ("牵头单位", "Lead units"),
    ("出处", "Place"),
)


def pages(lang: Lang) -> dict[str, str]:
    """The overview, one page a section, one for the safeguards, and the targets."""
    made = {f"reference/commitments/{_name(one)}": _section(one, lang) for one in PLAN.sections}
    made["reference/commitments/safeguards"] = _safeguards(lang)
    made["reference/commitments"] = _overview(lang)
    made["reference/targets"] = _targets(lang)
    return made


def page_of(one: Commitment) -> str:
    """The page a commitment stands on, seen from ``reference/``."""
    section = one.section
    return f"commitments/{'safeguards' if section is None else _name(section)}.md"


def to_commitment(one: Commitment, folder: str = "") -> str:
    """A link to a commitment from a page in ``reference/`` (or in ``folder`` below it)."""
    return link(code(one.id), f"{folder}{page_of(one)}#{anchor_of(one)}")


def anchor_of(one: Commitment) -> str:
    """The anchor of a commitment on its page: its id, with a hyphen for a point."""
    return one.id.replace(".", "-")


def _name(section: Section) -> str:
    return section.id.replace(".", "-")


def _overview(lang: Lang) -> str:
    zh = lang == "zh"
    parts = [
        "# 承诺事项\n\n" if zh else "# Commitments\n\n",
        f"本方案共{len(PLAN.commitments)}项承诺，其中[量化目标](targets.md){len(PLAN.targets)}项。"
        "每节一页。说明文字是本项目自己的概括，不是原文；数值一栏照录原文中载有数字的短语。"
        "编号可用于`PLAN.commitment(…)`和命令行。\n\n"
        if zh
        else f"The plan makes {len(PLAN.commitments)} commitments, {len(PLAN.targets)} of them quantified "
        "[targets](targets.md). One page a section. The summaries are this project's own words, not the "
        "official text; the figures quote the few characters that hold a number. The ids serve "
        "`PLAN.commitment(…)` and the command line.\n\n",
    ]
    heads = ("节", "牵头单位", "措施", "承诺", "目标") if zh else (
        "Section", "Lead units", "Measures", "Commitments", "Targets",
    )  # fmt: skip
    for chapter in PLAN.chapters:
        title = chapter.title if zh else chapter.title_en
        parts.append(
            f"## {'第' if zh else 'Chapter '}{chapter.number}{'章　' if zh else ': '}{text(title)}\n\n"
        )
        rows = [
            (
                link(f"{one.id} {text(one.title if zh else one.title_en)}", f"commitments/{_name(one)}.md"),
                _units(one, lang, ""),
                _span(one),
                str(len(one.commitments)),
                str(sum(each.is_target for each in one.commitments)),
            )
            for one in chapter.sections
        ]
        if not chapter.sections:
            made = [one for place in PLAN.safeguards for one in place.commitments]
            rows = [
                (
                    link("保障措施" if zh else "Safeguards", "commitments/safeguards.md"),
                    "—",
                    f"S1–S{len(PLAN.safeguards)}",
                    str(len(made)),
                    str(sum(one.is_target for one in made)),
                )
            ]
        parts.append(table(heads, rows))
    names = [*(_name(one) for one in PLAN.sections), "safeguards"]
    parts.append(toctree(f"commitments/{name}" for name in names))
    return "".join(parts)


def _span(section: Section) -> str:
    first, last = section.measures[0].number, section.measures[-1].number
    return str(first) if first == last else f"{first}–{last}"


def _units(section: Section, lang: Lang, folder: str) -> str:
    return ("、" if lang == "zh" else "; ").join(
        link(text(unit.name if lang == "zh" else unit.name_en), f"{folder}lead-units.md#{unit.id}")
        for unit in section.lead_units
    )


def _section(section: Section, lang: Lang) -> str:
    zh = lang == "zh"
    title = section.title if zh else section.title_en
    chapter = section.chapter.title if zh else section.chapter.title_en
    parts = [
        f"# {section.id} {text(title)}\n\n",
        f"{'所属章' if zh else 'Chapter'}: {text(chapter)}  \n".replace(": ", "：" if zh else ": "),
        f"{'牵头单位：' if zh else 'Lead units: '}{_units(section, lang, '../')}\n\n",
    ]
    parts.extend(_place(one, lang) for one in section.measures)
    return "".join(parts)


def _safeguards(lang: Lang) -> str:
    title = "# 保障措施\n\n" if lang == "zh" else "# Safeguards\n\n"
    return title + "".join(_place(one, lang) for one in PLAN.safeguards)


def _place(place: Measure | Safeguard, lang: Lang) -> str:
    zh = lang == "zh"
    number = str(place.number) if isinstance(place, Measure) else f"S{place.number}"
    word = (
        ("措施" if zh else "Measure") if isinstance(place, Measure) else ("保障措施" if zh else "Safeguard")
    )
    title = place.title if zh else place.title_en
    heading = f"{word} {number}" + (f"{'　' if zh else ': '}{text(title)}" if title else "")
    rows = [_row(one, lang) for one in place.commitments]
    return f"## {heading}\n\n" + table([pick(term, lang) for term in _HEADS], rows)


def _row(one: Commitment, lang: Lang) -> tuple[str, ...]:
    zh = lang == "zh"
    mark = ("　**量化目标**" if zh else " **Quantified target.**") if one.is_target else ""
    term = criterion_term(one.criterion)
    return (
        anchored(code(one.id), anchor_of(one)),
        text(one.summary if zh else one.summary_en) + mark,
        pick(MODALITY[one.modality], lang),
        f"{term[0]}" if zh else code(term[1]),
        figures(one, lang) or "—",
        place_text(one.citation, lang),
    )


def figures(one: Commitment, lang: Lang) -> str:
    """The figures of a commitment: the phrase, and what it says."""
    return "; ".join(
        f"{text(figure.phrase)} → {value_text(figure.value, lang)}{text(figure.unit)}"
        for figure in one.figures
    )


def value_text(value: FigureValue, lang: Lang) -> str:
    """What a figure says."""
    if isinstance(value, Quantifier):
        return pick(QUANTIFIER[value], lang)
    if isinstance(value, (WorkingDays, CalendarDays)):
        return days_text(value, lang)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Fraction) and 0 < value < 1:
        return f"{float(value * 100):g}%"
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def _targets(lang: Lang) -> str:
    zh = lang == "zh"
    intro = (
        "# 量化目标\n\n带数字或期限的承诺。默认口径可以另选，见[口径登记](register.md)；"
        "各目标所在的一页在[承诺事项](commitments.md)。\n\n"
        if zh
        else "# Targets\n\nThe commitments with a number or a date. Another reading than the default can be "
        "asked for: see the [register](register.md). Each id leads to the page of its section, "
        "see [commitments](commitments.md).\n\n"
    )
    return intro + table(
        [pick(term, lang) for term in _TARGET_HEADS], [_target(one, lang) for one in PLAN.targets.values()]
    )


def _target(one: Commitment, lang: Lang) -> tuple[str, ...]:
    zh = lang == "zh"
    section = one.section
    return (
        to_commitment(one),
        text(one.summary if zh else one.summary_en),
        _limit(one, lang),
        text(pick(READING[one.readings[0]], lang)) if one.readings else "—",
        register_links(entry.id for entry in one.interpretations if entry.affects) or "—",
        "—" if section is None else _units(section, lang, ""),
        place_text(one.citation, lang),
    )


def _limit(one: Commitment, lang: Lang) -> str:
    limit = limit_text(one.criterion, lang)
    if limit:
        return limit
    shown = figures(one, lang) or text(one.phrase)
    return shown if one.due_by is None or one.due_by.isoformat() in shown else f"{shown}; {one.due_by}"


def register_links(ids: Iterable[str]) -> str:
    """Links to entries of the register, from a page in ``reference/``."""
    return ", ".join(link(one, f"register.md#{one.lower()}") for one in ids)
