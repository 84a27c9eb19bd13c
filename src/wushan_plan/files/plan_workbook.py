"""The whole plan as a spreadsheet (方案总表): commitments, targets, lead units, sections, register."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from wushan_plan.explanation.words import MODALITY, Term, criterion_term, days_text, pick, place_text
from wushan_plan.files.sheet_cells import Cell
from wushan_plan.files.sheets import Book, Column, Style, written_book
from wushan_plan.model.commitment import Commitment, Role
from wushan_plan.model.criteria import MeanTimeLimit, TimeLimit
from wushan_plan.model.plan import Plan
from wushan_plan.model.readings import Basis
from wushan_plan.model.verdict import Lang

ROLE: Mapping[Role, Term] = {
    Role.ACTION: ("行动", "action"),
    Role.OUTCOME: ("成效", "outcome"),
    Role.HEADING: ("标题", "heading"),
}
BASIS: Mapping[Basis, Term] = {
    Basis.TEXT: ("原文", "text"),
    Basis.LAW: ("法律", "law"),
    Basis.INFERENCE: ("推断", "inference"),
}

# Heading in both languages, style, width.
_COMMITMENT: tuple[tuple[Term, Style, int], ...] = (
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
    (("受益对象", "beneficiary"), "wrapped", 20),
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


def write_plan_workbook(plan: Plan, path: str | Path, *, lang: Lang = "zh") -> None:
    """Writes the plan as a workbook; replaces ``path`` at the end.

    Args:
        plan: the plan; its official sentences are not written, bound or not.
        path: where it goes.
        lang: language of the workbook. What the text itself says stays Chinese.

    Raises:
        MissingExtraError: without the extra ``excel``.
    """
    zh = lang == "zh"
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
    columns = [
        Column("项目" if zh else "subject", "wrapped", 20),
        Column("内容" if zh else "content", "wrapped", 90),
    ]
    sheet = book.sheet("方案" if zh else "plan", [plan.title if zh else plan.title_en], columns)
    period = f"{plan.period.first} – {plan.period.last}"
    rows: tuple[tuple[Term, str], ...] = (
        (("文号", "number"), plan.number),
        (("标题", "title"), plan.title if zh else plan.title_en),
        (("发文机关", "issuer"), plan.issuer),
        (("发文日期", "issued"), plan.issued.isoformat()),
        (("所涉期间（推断）", "period (inference)"), period),
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
    columns = [Column(pick(term, lang), style, width) for term, style, width in _COMMITMENT]
    sheet = book.sheet(name, [name], columns, frozen=2, printed=_PRINTED)
    for one in listed:
        sheet.add(_commitment(one, lang))


def _commitment(one: Commitment, lang: Lang) -> list[Cell]:
    zh = lang == "zh"
    mark = "、" if zh else "; "
    section = one.section
    limit = ""
    if isinstance(one.criterion, (TimeLimit, MeanTimeLimit)):
        mean = ("平均" if zh else "mean ") if isinstance(one.criterion, MeanTimeLimit) else ""
        limit = mean + days_text(one.criterion.limit, lang)
    actor = ""
    if one.actor is not None:
        inferred = ("（推断）" if zh else " (inferred)") if one.actor.inferred else ""
        actor = (one.actor.zh if zh else one.actor.en) + inferred
    optional = "（可缺）" if zh else " (optional)"
    return [
        one.number,
        one.id,
        one.summary if zh else one.summary_en,
        mark.join(unit.name if zh else unit.name_en for unit in one.lead_units),
        place_text(one.citation, lang),
        pick(MODALITY[one.modality], lang),
        pick(criterion_term(one.criterion), lang),
        limit,
        one.due_by,
        one.phrase,
        "" if section is None else section.chapter.title if zh else section.chapter.title_en,
        "" if section is None else f"{section.id} {section.title if zh else section.title_en}",
        one.place.title if zh else one.place.title_en,
        pick(ROLE[one.role], lang),
        ("是" if zh else "yes") if one.is_target else "",
        actor,
        one.beneficiary,
        "" if one.scope is None else one.scope.zh if zh else one.scope.en,
        mark.join(each.phrase for each in one.exceptions),
        mark.join(one.platforms),
        mark.join(one.instruments),
        mark.join(
            (fact.zh if zh else fact.en) + f" [{fact.name}]" + (optional if fact.optional else "")
            for fact in one.facts
        ),
        mark.join(f"{rule.law}第{rule.article}条" for rule in one.law),
        "".join(one.notes),
    ]


def _lead_units(book: Book, plan: Plan, lang: Lang) -> None:
    zh = lang == "zh"
    name = "牵头单位" if zh else "lead units"
    columns = [
        Column("牵头单位" if zh else "lead unit", "wrapped", 34),
        Column("节" if zh else "sections", "wrapped", 40),
        Column("措施" if zh else "measures", "number", 10),
        Column("承诺事项" if zh else "commitments", "number", 14),
        Column("量化目标" if zh else "targets", "number", 12),
        Column("量化目标编号" if zh else "ids of the targets", "wrapped", 60),
        Column("单位编号" if zh else "id", "text", 30),
    ]
    sheet = book.sheet(name, [name], columns)
    for unit in plan.lead_units:
        sheet.add(
            [
                unit.name if zh else unit.name_en,
                "\n".join(f"{one.id} {one.title if zh else one.title_en}" for one in unit.sections),
                len(unit.measures),
                len(unit.commitments),
                len(unit.targets),
                ", ".join(one.id for one in unit.targets),
                unit.id,
            ]
        )


def _sections(book: Book, plan: Plan, lang: Lang) -> None:
    zh = lang == "zh"
    name = "章节和措施" if zh else "sections"
    columns = [
        Column("章" if zh else "chapter", "wrapped", 30),
        Column("节" if zh else "section", "wrapped", 30),
        Column("牵头单位" if zh else "lead units", "wrapped", 34),
        Column("措施" if zh else "measure", "centred", 10),
        Column("标题" if zh else "title", "wrapped", 44),
        Column("承诺事项" if zh else "commitments", "number", 12),
        Column("量化目标" if zh else "targets", "number", 12),
    ]
    sheet = book.sheet(name, [name], columns, frozen=2)
    mark = "、" if zh else "; "
    for section in plan.sections:
        chapter = section.chapter
        for measure in section.measures:
            sheet.add(
                [
                    chapter.title if zh else chapter.title_en,
                    f"{section.id} {section.title if zh else section.title_en}",
                    mark.join(unit.name if zh else unit.name_en for unit in section.lead_units),
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
    columns = [
        Column("编号" if zh else "id", "centred", 9),
        Column("问题" if zh else "question", "wrapped", 50),
        Column("备选口径" if zh else "options", "wrapped", 56),
        Column("默认口径" if zh else "default", "wrapped", 36),
        Column("依据" if zh else "basis", "centred", 11),
        Column("理由" if zh else "because", "wrapped", 56),
        Column("所涉措施和承诺" if zh else "affects", "wrapped", 30),
    ]
    sheet = book.sheet(name, [name], columns)
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
