"""The whole plan as a spreadsheet (方案总表): commitments, targets, lead units, sections, register."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from wushan_plan.explanation.words import (
    BASIS,
    MODALITY,
    ROLE,
    Term,
    criterion_term,
    led_by,
    limit_text,
    pick,
    place_text,
    spoken,
    unit_names,
)
from wushan_plan.files.sheet_cells import Cell
from wushan_plan.files.sheets import Book, Heading, columns_of, written_book
from wushan_plan.model.commitment import Commitment
from wushan_plan.model.plan import Plan
from wushan_plan.model.queries import addressed_to_each
from wushan_plan.model.verdict import Lang

_FRONT: tuple[Heading, ...] = (
    (("项目", "subject"), "wrapped", 20),
    (("内容", "content"), "wrapped", 90),
)
_COMMITMENTS: tuple[Heading, ...] = (
    (("编号", "number"), "text", 10),
    (("承诺编号", "id"), "text", 28),
    (("承诺事项", "commitment"), "wrapped", 46),
    (("牵头单位", "lead units"), "wrapped", 24),
    (("出处", "place"), "text", 18),
    (("约束力", "modality"), "centred", 13),
    (("判定标准", "criterion"), "centred", 15),
    (("时限", "limit"), "centred", 18),
    (("期限", "due by"), "date", 12),
    (("原文短语", "phrase"), "wrapped", 20),
    (("章", "chapter"), "wrapped", 18),
    (("节", "section"), "wrapped", 20),
    (("措施标题", "title"), "wrapped", 24),
    (("作用", "role"), "centred", 9),
    (("量化目标", "target"), "centred", 12),
    (("行为主体", "actor"), "wrapped", 20),
    (("受益人", "beneficiary"), "wrapped", 20),
    (("适用范围", "scope"), "wrapped", 26),
    (("例外", "exceptions"), "wrapped", 16),
    (("平台", "platforms"), "wrapped", 20),
    (("文件和清单", "instruments"), "wrapped", 20),
    (("判定所需事实", "facts"), "wrapped", 36),
    (("上位法", "superior law"), "wrapped", 24),
    (("口径说明", "notes"), "wrapped", 46),
)
_PRINTED = 10
"""The first columns are printed; the rest is for filtering on the screen."""
_LEAD_UNITS: tuple[Heading, ...] = (
    (("牵头单位", "lead unit"), "wrapped", 34),
    (("节", "sections"), "wrapped", 40),
    (("措施", "measures"), "number", 10),
    (("承诺事项", "commitments"), "number", 14),
    (("其中标题", "of them headings"), "number", 12),
    (("另有保障措施", "safeguards besides"), "number", 16),
    (("任务合计", "tasks in all"), "number", 12),
    (("量化目标", "targets"), "number", 12),
    (("量化目标编号", "ids of the targets"), "wrapped", 60),
    (("单位编号", "id"), "text", 30),
)
_SECTIONS: tuple[Heading, ...] = (
    (("章", "chapter"), "wrapped", 30),
    (("节", "section"), "wrapped", 30),
    (("牵头单位", "lead units"), "wrapped", 34),
    (("措施", "measure"), "centred", 10),
    (("标题", "title"), "wrapped", 44),
    (("承诺事项", "commitments"), "number", 12),
    (("量化目标", "targets"), "number", 12),
)
_REGISTER: tuple[Heading, ...] = (
    (("编号", "id"), "centred", 9),
    (("问题", "question"), "wrapped", 50),
    (("备选口径", "options"), "wrapped", 56),
    (("默认口径", "default"), "wrapped", 36),
    (("依据", "basis"), "centred", 11),
    (("理由", "because"), "wrapped", 56),
    (("所涉措施和承诺", "affects"), "wrapped", 30),
)


def write_plan_workbook(plan: Plan, path: str | Path, *, lang: Lang = "zh") -> None:
    """Writes the plan as a workbook; replaces ``path`` at the end.

    Args:
        plan: the plan; its official sentences are not written, bound or not.
        path: where it goes.
        lang: language of the workbook. What the text itself says stays Chinese.

    Raises:
        MissingExtraError: without the extra ``excel``.
    """
    zh = spoken(lang, "write_plan_workbook(lang=…)") == "zh"
    title = f"{plan.number}  {plan.title if zh else plan.title_en}"
    with written_book(Path(path), title=title, as_of=plan.issued, lang=lang) as book:
        _front(book, plan, lang)
        _commitments(book, plan.targets.values(), "量化目标" if zh else "targets", lang)
        _commitments(book, plan.commitments, "承诺事项" if zh else "commitments", lang)
        _lead_units(book, plan, lang)
        _sections(book, plan, lang)
        _register(book, plan, lang)


def _front(book: Book, plan: Plan, lang: Lang) -> None:
    zh = lang == "zh"
    heading = [plan.title if zh else plan.title_en]
    sheet = book.sheet("方案" if zh else "plan", heading, columns_of(_FRONT, lang))
    period = ("所涉期间（推断）", "period (inference)") if plan.period_is_inferred else ("所涉期间", "period")
    rows: tuple[tuple[Term, str], ...] = (
        (("文号", "number"), plan.number),
        (("标题", "title"), plan.title if zh else plan.title_en),
        (("发文机关", "issuer"), plan.issuer),
        (("发文日期", "issued"), plan.issued.isoformat()),
        (period, f"{plan.period.first} – {plan.period.last}"),
        (
            ("规模", "size"),
            f"{len(plan.chapters)}章，{len(plan.sections)}节，{len(plan.measures)}条措施，"
            f"{len(plan.safeguards)}项保障措施，{len(plan.lead_units)}个牵头单位，"
            f"{len(plan.commitments)}项承诺，其中量化目标{len(plan.targets)}项"
            if zh
            else f"{len(plan.chapters)} chapters, {len(plan.sections)} sections, "
            f"{len(plan.measures)} measures, {len(plan.safeguards)} safeguards, "
            f"{len(plan.lead_units)} lead units, "
            f"{len(plan.commitments)} commitments, {len(plan.targets)} of them quantified targets",
        ),
        (
            ("说明", "note"),
            "承诺事项是本项目自己的概括，不是原文；原文短语照录。牵头单位按节标题共同负责。"
            if zh
            else "Commitments are summaries in the project's own words, not the official text; phrases are "
            "quoted. Lead units answer jointly, as the section headings say.",
        ),
    )
    for term, text in rows:
        sheet.add([pick(term, lang), text])


def _commitments(book: Book, listed: Iterable[Commitment], name: str, lang: Lang) -> None:
    sheet = book.sheet(name, [name], columns_of(_COMMITMENTS, lang), frozen=2, printed=_PRINTED)
    for one in listed:
        sheet.add(_commitment(one, lang))


def _commitment(one: Commitment, lang: Lang) -> list[Cell]:
    zh = lang == "zh"
    mark = "、" if zh else "; "
    section = one.section
    actor = ""
    if one.actor is not None:
        inferred = ("（推断）" if zh else " (inferred)") if one.actor.inferred else ""
        actor = (one.actor.zh if zh else one.actor.en) + inferred
    optional = "（可缺）" if zh else " (optional)"
    return [
        one.number,
        one.id,
        one.summary if zh else one.summary_en,
        led_by(one, lang),
        place_text(one.citation, lang),
        pick(MODALITY[one.modality], lang),
        pick(criterion_term(one.criterion), lang),
        limit_text(one.criterion, lang),
        one.due_by,
        one.phrase,
        "" if section is None else section.chapter.title if zh else section.chapter.title_en,
        "" if section is None else f"{section.id} {section.title if zh else section.title_en}",
        one.place.title if zh else one.place.title_en,
        pick(ROLE[one.role], lang),
        ("是" if zh else "yes") if one.is_target else "",
        actor,
        one.beneficiary if zh else one.beneficiary_en,
        "" if one.scope is None else one.scope.zh if zh else one.scope.en,
        mark.join(each.phrase for each in one.exceptions),
        mark.join(one.platforms),
        mark.join(one.instruments),
        mark.join(
            (fact.zh if zh else fact.en) + f" [{fact.name}]" + (optional if fact.optional else "")
            for fact in one.facts
        ),
        mark.join(f"{rule.law}第{rule.article}条" for rule in one.law),
        "".join(one.notes) if zh else " ".join(one.notes_en),
    ]


def _lead_units(book: Book, plan: Plan, lang: Lang) -> None:
    zh = lang == "zh"
    name = "牵头单位" if zh else "lead units"
    sheet = book.sheet(name, [name], columns_of(_LEAD_UNITS, lang))
    bound = sum(one.counts and addressed_to_each(one) for one in plan.commitments)
    for unit in plan.lead_units:
        counted = sum(one.counts for one in unit.commitments)
        sheet.add(
            [
                unit.name if zh else unit.name_en,
                "\n".join(f"{one.id} {one.title if zh else one.title_en}" for one in unit.sections),
                len(unit.measures),
                len(unit.commitments),
                len(unit.commitments) - counted,
                bound,
                counted + bound,
                len(unit.targets),
                ", ".join(one.id for one in unit.targets),
                unit.id,
            ]
        )


def _sections(book: Book, plan: Plan, lang: Lang) -> None:
    zh = lang == "zh"
    name = "章节和措施" if zh else "sections"
    sheet = book.sheet(name, [name], columns_of(_SECTIONS, lang), frozen=2)
    for section in plan.sections:
        chapter = section.chapter
        for measure in section.measures:
            sheet.add(
                [
                    chapter.title if zh else chapter.title_en,
                    f"{section.id} {section.title if zh else section.title_en}",
                    unit_names(section.lead_units, lang),
                    str(measure.number),
                    measure.title if zh else measure.title_en,
                    len(measure.commitments),
                    sum(one.is_target for one in measure.commitments),
                ]
            )
    for safeguard in plan.safeguards:
        sheet.add(
            [
                plan.chapters[-1].title if zh else plan.chapters[-1].title_en,
                "",
                "",
                f"S{safeguard.number}",
                safeguard.title if zh else safeguard.title_en,
                len(safeguard.commitments),
                sum(one.is_target for one in safeguard.commitments),
            ]
        )


def _register(book: Book, plan: Plan, lang: Lang) -> None:
    zh = lang == "zh"
    name = "口径登记" if zh else "register"
    sheet = book.sheet(name, [name], columns_of(_REGISTER, lang))
    for entry in plan.readings:
        default = next(one for one in entry.options if one.id == entry.default)
        sheet.add(
            [
                entry.id,
                entry.question if zh else entry.question_en,
                "\n".join(one.zh if zh else one.en for one in entry.options),
                default.zh if zh else default.en,
                pick(BASIS[entry.basis], lang),
                entry.because if zh else entry.because_en,
                _affected(entry.affects, lang),
            ]
        )


def _affected(names: tuple[str, ...], lang: Lang) -> str:
    if not names:
        return "全部" if lang == "zh" else "all"
    slugs = [one for one in names if "-" in one]
    short = ("、" if lang == "zh" else ", ").join(one for one in names if "-" not in one)
    return "\n".join([short, *slugs] if short else slugs)
