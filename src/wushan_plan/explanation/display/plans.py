"""A plan and its parts in a notebook (方案展示)."""

from __future__ import annotations

from collections.abc import Iterable

from wushan_plan.explanation.display.commitments import binding, said
from wushan_plan.explanation.display.page import Account, Block, Fold, Line, Page, Rows, Strong, Table, Words
from wushan_plan.explanation.words import OWN_WORDS, date_text, pick
from wushan_plan.model.commitment import Commitment
from wushan_plan.model.parts import printed
from wushan_plan.model.plan import Chapter, LeadUnit, Measure, Plan, Safeguard, Section
from wushan_plan.model.queries import addressed_to_each
from wushan_plan.model.verdict import Lang


def plan_page(plan: Plan, lang: Lang) -> Page:
    """A plan: its size, its sections, its targets."""
    zh = lang == "zh"
    size = (
        f"{len(plan.chapters)}章，{len(plan.sections)}节，{len(plan.measures)}条措施，"
        f"{len(plan.safeguards)}项保障措施，{len(plan.lead_units)}个牵头单位，{len(plan.commitments)}项承诺，"
        f"其中量化目标{len(plan.targets)}项；口径登记{len(plan.readings)}条"
        if zh
        else f"{len(plan.chapters)} chapters, {len(plan.sections)} sections, {len(plan.measures)} measures, "
        f"{len(plan.safeguards)} safeguards, {len(plan.lead_units)} lead units, "
        f"{len(plan.commitments)} commitments, {len(plan.targets)} of them targets; "
        f"{len(plan.readings)} entries in the interpretation register"
    )
    bound = plan.sentences is not None
    issued = f"{plan.issuer}{'，' if zh else ', '}{date_text(plan.issued, lang)}"
    rows = (
        ("文号" if zh else "number", plan.number),
        ("印发" if zh else "issued", issued),
        ("规模" if zh else "size", size),
        ("原文" if zh else "official text", ("已绑定并核对" if zh else "bound and checked") if bound else ""),
    )
    table = _sections(plan.sections, lang, safeguards=plan.safeguards)
    title = f"量化目标（{len(plan.targets)}项）" if zh else f"Targets ({len(plan.targets)})"
    blocks: tuple[Block, ...] = (
        Rows(rows),
        table,
        Fold(title, (_targets(plan.targets.values(), lang),)),
    )
    return Page(_titled(plan, lang), blocks)


def chapter_page(chapter: Chapter, lang: Lang) -> Page:
    """A chapter: its sections, or the safeguards it holds."""
    plan = chapter.plan
    above = "" if plan is None else _titled(plan, lang)
    title = (
        f"第{chapter.number}章　{chapter.title}" if lang == "zh" else f"{chapter.number}  {chapter.title_en}"
    )
    if not chapter.sections and plan is not None:
        return Page(title, (_places(plan.safeguards, lang),), above=above)
    return Page(title, (_sections(chapter.sections, lang),), above=above)


def section_page(section: Section, lang: Lang) -> Page:
    """A section: who leads it, and its measures."""
    zh = lang == "zh"
    chapter = section.chapter
    rows = ((("牵头单位" if zh else "lead units"), names(section.lead_units, lang)),)
    targets = [one for one in section.commitments if one.is_target]
    blocks: list[Block] = [Rows(rows), _places(section.measures, lang)]
    if targets:
        title = f"量化目标（{len(targets)}项）" if zh else f"Targets ({len(targets)})"
        blocks.append(Fold(title, (_targets(targets, lang),)))
    return Page(f"{section.id}  {_titled(section, lang)}", tuple(blocks), above=_titled(chapter, lang))


def measure_page(measure: Measure, lang: Lang) -> Page:
    """A measure and what it promises."""
    zh = lang == "zh"
    section = measure.section
    rows = ((("牵头单位" if zh else "lead units"), names(section.lead_units, lang)),)
    title = (
        f"措施{measure.number}　{_titled(measure, lang)}" if zh else f"{measure.number}  {measure.title_en}"
    )
    blocks = (Rows(rows), *_promises(measure, lang), Line(pick(OWN_WORDS, lang), faint=True))
    return Page(
        title, blocks, above=f"{_titled(section.chapter, lang)} › {section.id} {_titled(section, lang)}"
    )


def safeguard_page(safeguard: Safeguard, lang: Lang) -> Page:
    """A safeguard and what it promises."""
    number = safeguard.number
    zh = lang == "zh"
    title = f"保障措施{number}　{safeguard.title}" if zh else f"S{number}  {safeguard.title_en}"
    return Page(title, (*_promises(safeguard, lang), Line(pick(OWN_WORDS, lang), faint=True)))


def lead_unit_page(unit: LeadUnit, lang: Lang) -> Page:
    """A lead unit: its sections, with whom it shares them, and its targets."""
    zh = lang == "zh"
    counted = sum(one.counts for one in unit.commitments)
    headings = len(unit.commitments) - counted
    size = (
        f"{len(unit.measures)}条措施，{counted}项承诺（另有条目标题{headings}项），"
        f"其中量化目标{len(unit.targets)}项"
        if zh
        else f"measures: {len(unit.measures)}; commitments: {counted}, besides {headings} headings; "
        f"of them targets: {len(unit.targets)}"
    )
    heads = ("节", "措施", "共同牵头") if zh else ("section", "measures", "jointly with")
    rows = tuple(
        (
            f"{section.id}  {_titled(section, lang)}",
            _span(section),
            names((one for one in section.lead_units if one != unit), lang),
        )
        for section in unit.sections
    )
    blocks: list[Block] = [Line(size), Table(heads, rows, tight=(1,))]
    also = also_bound_text(unit, lang)
    if also:
        blocks.insert(1, Line(also))
    blocks.append(Line(pick(OWN_WORDS, lang), faint=True))
    if unit.targets:
        title = f"量化目标（{len(unit.targets)}项）" if zh else f"Targets ({len(unit.targets)})"
        blocks.append(Fold(title, (_targets(unit.targets, lang),), is_open=True))
    return Page(unit.name if zh else f"{unit.name_en} ({unit.name})", tuple(blocks))


def also_bound_text(unit: LeadUnit, lang: Lang) -> str:
    """That the safeguards addressed to every lead unit bind this one too; empty where none is."""
    if unit.plan is None:
        return ""
    found = [one for one in unit.plan.commitments if one.counts and addressed_to_each(one)]
    if not found:
        return ""
    places = list(dict.fromkeys(one.citation.place for one in found))
    tasks = sum(one.counts for one in unit.commitments) + len(found)
    if lang == "zh":
        where = "、".join(f"show {place}" for place in places)
        return (
            f"另有{len(found)}项保障措施的承诺对各单位提出，也约束本单位（推断），见 {where}；"
            f"合计{tasks}项任务（台账按此列）"
        )
    where = ", ".join(f"show {place}" for place in places)
    return (
        f"Besides, {len(found)} commitments of the safeguards are addressed to every unit and bind this one "
        f"too (inferred), see {where}: {tasks} tasks in all, which is what a ledger lists"
    )


def names(units: Iterable[LeadUnit], lang: Lang) -> str:
    """The names of several units."""
    if lang == "zh":
        return "、".join(one.name for one in units)
    return "; ".join(one.name_en for one in units)


def _titled(part: Plan | Chapter | Section | Measure | Safeguard, lang: Lang) -> str:
    if lang == "en":
        return part.title_en
    return part.title or "（无标题）"


def _span(section: Section) -> str:
    numbers = [one.number for one in section.measures]
    if not numbers:
        return ""
    return str(numbers[0]) if len(numbers) == 1 else f"{numbers[0]}–{numbers[-1]}"


def _sections(sections: Iterable[Section], lang: Lang, safeguards: tuple[Safeguard, ...] = ()) -> Table:
    zh = lang == "zh"
    heads = ("节", "措施", "牵头单位") if zh else ("section", "measures", "lead units")
    rows: list[tuple[Words, ...]] = [
        (f"{one.id}  {_titled(one, lang)}", _span(one), names(one.lead_units, lang)) for one in sections
    ]
    if safeguards:
        rows.append(
            ("保障措施" if zh else "safeguards", f"S{safeguards[0].number}–S{safeguards[-1].number}", "")
        )
    return Table(heads, tuple(rows), wide=(2,), tight=(1,))


def _places(places: Iterable[Measure | Safeguard], lang: Lang) -> Table:
    zh = lang == "zh"
    heads = ("", "措施", "承诺", "量化目标") if zh else ("", "measure", "commitments", "targets")
    rows: list[tuple[Words, ...]] = []
    for place in places:
        counted = sum(one.counts for one in place.commitments)
        targets = sum(one.is_target for one in place.commitments)
        rows.append((printed(place), _titled(place, lang), str(counted), str(targets) if targets else ""))
    return Table(heads, tuple(rows), numbers=(2, 3))


def _promises(place: Measure | Safeguard, lang: Lang) -> list[Block]:
    zh = lang == "zh"
    heads = ("编号", "约束力", "承诺") if zh else ("number", "modality", "promise")
    rows: list[tuple[Words, ...]] = []
    for one in place.commitments:
        words = said(one, lang)
        phrase = (f"　“{one.phrase}”" if zh else f' "{one.phrase}"') if one.phrase else ""
        what: Words = (Strong(words), phrase) if one.is_target else words + phrase
        name = one.number if one.id == one.number else f"{one.number} {one.id}"
        rows.append((name, binding(one, lang), what))
    blocks: list[Block] = [Table(heads, tuple(rows), wide=(2,))]
    if place.plan is not None and place.plan.sentences is not None:
        blocks.append(Fold("原文" if zh else "Official text", (Account(place.text),)))
    return blocks


def _targets(targets: Iterable[Commitment], lang: Lang) -> Table:
    heads = ("名称", "出处", "承诺") if lang == "zh" else ("id", "source", "promise")
    rows = tuple((one.id, str(one.citation), said(one, lang)) for one in targets)
    return Table(heads, rows, wide=(2,))
