"""The plan, a measure, a commitment or a lead unit as a page of text (方案页面)."""

from __future__ import annotations

from collections.abc import Sized

from wushan_plan.cli.targets import beside, full_number
from wushan_plan.cli.wording import say
from wushan_plan.errors import UnknownNameError, nearest, nearest_names
from wushan_plan.explanation.display.plans import also_bound_text
from wushan_plan.explanation.width import padded
from wushan_plan.explanation.words import BASIS, MODALITY, OWN_WORDS, STATUS, pick, place_text, unit_names
from wushan_plan.model.commitment import Commitment
from wushan_plan.model.parts import printed
from wushan_plan.model.plan import LeadUnit, Measure, Plan, Safeguard, Section
from wushan_plan.model.readings import Interpretation
from wushan_plan.model.verdict import Lang
from wushan_plan.plain_text import joined


def plan_page(plan: Plan, lang: Lang) -> str:
    """The whole plan on one page."""
    zh = lang == "zh"
    lines = [
        plan.title if zh else plan.title_en,
        f"{plan.number}  {plan.issuer}  {plan.issued.isoformat()}",
        say(
            lang,
            f"{len(plan.chapters)}章 {len(plan.sections)}节 {len(plan.measures)}条措施 "
            f"{len(plan.safeguards)}项保障 {len(plan.lead_units)}个牵头单位 "
            f"{len(plan.commitments)}项承诺 {len(plan.targets)}项量化目标",
            f"{_many(plan.chapters, 'chapter')}, {_many(plan.sections, 'section')}, "
            f"{_many(plan.measures, 'measure')}, {_many(plan.safeguards, 'safeguard')}, "
            f"{_many(plan.lead_units, 'lead unit')}, {_many(plan.commitments, 'commitment')}, "
            f"{_many(plan.targets, 'target')}",
        ),
    ]
    for chapter in plan.chapters:
        lines += ["", f"{chapter.number}  {chapter.title if zh else chapter.title_en}"]
        for section in chapter.sections:
            units = unit_names(section.lead_units, lang)
            lines.append(f"  {section.id}  {section.title if zh else section.title_en}  [{units}]")
            for measure in section.measures:
                lines.append(f"    {measure.number:>2}  {_title(measure, lang)}")
    for safeguard in plan.safeguards:
        lines.append(f"    S{safeguard.number}  {safeguard.title if zh else safeguard.title_en}")
    lines += ["", say(lang, "量化目标", "Targets")]
    for target in plan.targets.values():
        place = str(target.citation)
        lines.append(f"  {target.id:<28} {place:<5} {target.summary if zh else target.summary_en}")
    return joined(lines)


def page_of(plan: Plan, what: str, lang: Lang) -> str:
    """The page of whatever people call a part of the plan.

    Takes a measure (6, 措施6), a safeguard (S2), a section (1.2), a sentence (13.3, S2.1), a
    commitment (water-connection, m06.1), a lead unit (its id, its name or a part of it only one
    unit has), or an entry of the interpretation register (T8).

    Raises:
        UnknownNameError: for anything else, naming what comes near.
    """
    shown = full_number(what)
    if shown.isdigit() and 1 <= int(shown) <= len(plan.measures):
        return _with_note(_place_page(plan.measure(int(shown)), lang), lang)
    for safeguard in plan.safeguards:
        if shown.upper() == f"S{safeguard.number}":
            return _with_note(_place_page(safeguard, lang), lang)
    for section in plan.sections:
        if shown == section.id:
            return _with_note(_section_page(section, lang), lang)
    for commitment in plan.commitments:
        if shown in (commitment.id, commitment.number):
            return commitment_page(commitment, lang)
    for entry in plan.readings:
        if shown.upper() == entry.id:
            return reading_page(entry, lang)
    cited = [one for one in plan.commitments if str(one.citation) == shown.upper()]
    if cited:
        return "\n\n".join(commitment_page(one, lang) for one in cited)
    named = [unit for unit in plan.lead_units if shown and shown in (unit.id, unit.name, unit.name_en)]
    units = named or [unit for unit in plan.lead_units if shown and shown in unit.name]
    if len(units) == 1:
        return _with_note(_unit_page(units[0], lang), lang)
    known = [
        *(str(measure.number) for measure in plan.measures),
        *(name for unit in plan.lead_units for name in (unit.id, unit.name)),
        *(name for one in plan.commitments for name in (one.id, one.number)),
        *(entry.id for entry in plan.readings),
    ]
    names = [unit.name for unit in units] or beside(plan, shown) or known
    raise UnknownNameError(
        value=what,
        rule="no measure, section, sentence, commitment, lead unit or register entry has this name.",
        where="wushan-plan show",
        remedy=nearest(shown, names),
        zh="没有这样的措施、节、句、承诺、牵头单位或口径；可先用 wushan-plan search 查找",
        near=nearest_names(shown, names),
    )


def reading_page(entry: Interpretation, lang: Lang) -> str:
    """One entry of the interpretation register."""
    zh = lang == "zh"
    lines = [f"{entry.id}  {entry.question if zh else entry.question_en}"]
    for option in entry.options:
        mark = say(lang, "（默认）", " (default)") if option.id == entry.default else ""
        switch = f"  --reading {option.reading.value}" if option.reading is not None else ""
        lines.append(f"  {option.id}{mark}  {option.zh if zh else option.en}{switch}")
    basis = pick(BASIS[entry.basis], lang)
    because = entry.because if zh else entry.because_en
    lines.append(say(lang, f"依据：{basis}。{because}", f"Basis: {basis}. {because}"))
    if entry.affects:
        lines.append(say(lang, "涉及：", "Affects: ") + say(lang, "、", ", ").join(entry.affects))
    return joined(lines)


def commitment_page(commitment: Commitment, lang: Lang) -> str:
    """Everything known about one commitment."""
    zh = lang == "zh"
    rows = [
        (say(lang, "承诺", "promise"), commitment.summary if zh else commitment.summary_en),
        (
            say(lang, "出处", "source"),
            f"{place_text(commitment.citation, lang)}（{commitment.number}）"
            if zh
            else f"{place_text(commitment.citation, lang)} ({commitment.number})",
        ),
        (say(lang, "约束力", "modality"), pick(MODALITY[commitment.modality], lang)),
    ]
    if commitment.phrase:
        rows.append((say(lang, "原文短语", "phrase"), commitment.phrase))
    units = unit_names(commitment.lead_units, lang)
    if units:
        rows.append((say(lang, "牵头单位", "lead units"), units))
    if commitment.actor is not None:
        actor = commitment.actor.zh if zh else commitment.actor.en
        inferred = say(lang, "（推断）", " (inferred)") if commitment.actor.inferred else ""
        rows.append((say(lang, "行为主体", "actor"), actor + inferred))
    beneficiary = say(lang, commitment.beneficiary, commitment.beneficiary_en)
    if beneficiary:
        rows.append((say(lang, "受益人", "beneficiary"), beneficiary))
    if commitment.scope is not None:
        rows.append((say(lang, "适用范围", "scope"), commitment.scope.zh if zh else commitment.scope.en))
    for deviation in commitment.exceptions:
        text = f"“{deviation.phrase}”：{deviation.zh}" if zh else f'"{deviation.phrase}": {deviation.en}'
        rows.append((say(lang, "例外", "exception"), text))
    statuses = [pick(STATUS[one], lang) for one in STATUS if one in commitment.possible_statuses]
    rows.append((say(lang, "可能的结论", "statuses"), say(lang, "、", ", ").join(statuses)))
    for fact in commitment.facts:
        label = f"{fact.zh}" if zh else fact.en
        unit = f"（{fact.unit}）" if fact.unit and zh else ""
        need = say(lang, "，可不填", ", optional") if fact.optional else ""
        rows.append((say(lang, "所需事实", "fact"), f"{fact.name}  {label}{unit}  [{fact.kind.value}{need}]"))
    for rule in commitment.law:
        text = rule.zh if zh else rule.en
        article = f"《{rule.law}》第{rule.article}条：" if zh else f"{rule.law}, art. {rule.article}: "
        rows.append((say(lang, "上位法", "superior law"), article + text))
    notes = commitment.notes if zh else commitment.notes_en
    rows += [(say(lang, "口径说明", "note"), note) for note in notes]
    return joined([commitment.id, *(f"  {padded(label, 18)}{text}" for label, text in rows)])


def _with_note(page: str, lang: Lang) -> str:
    """``page``, and whose words its summaries are."""
    return f"{page}\n\n{pick(OWN_WORDS, lang)}"


def _place_page(place: Measure | Safeguard, lang: Lang) -> str:
    zh = lang == "zh"
    lines = [f"{printed(place)}  {_title(place, lang)}"]
    if isinstance(place, Measure):
        section = place.section
        lines.append(
            f"{section.chapter.title if zh else section.chapter.title_en} › "
            f"{section.id} {section.title if zh else section.title_en}"
        )
        names = unit_names(section.lead_units, lang)
        lines.append(say(lang, f"牵头单位：{names}", f"Lead units: {names}"))
    for commitment in place.commitments:
        modality = pick(MODALITY[commitment.modality], lang)
        name = (
            commitment.number
            if commitment.id == commitment.number
            else f"{commitment.number} {commitment.id}"
        )
        lines += ["", f"{name}  [{modality}]", f"  {commitment.summary if zh else commitment.summary_en}"]
        if commitment.phrase:
            lines.append(say(lang, f"  原文短语：“{commitment.phrase}”", f'  phrase: "{commitment.phrase}"'))
    return joined(lines)


def _section_page(section: Section, lang: Lang) -> str:
    zh = lang == "zh"
    names = unit_names(section.lead_units, lang)
    lines = [
        f"{section.id}  {section.title if zh else section.title_en}",
        say(lang, f"牵头单位：{names}", f"Lead units: {names}"),
    ]
    for measure in section.measures:
        lines += ["", *_place_page(measure, lang).split("\n")]
    return joined(lines)


def _unit_page(unit: LeadUnit, lang: Lang) -> str:
    zh = lang == "zh"
    counted = sum(one.counts for one in unit.commitments)
    headings = len(unit.commitments) - counted
    size = say(
        lang,
        f"{len(unit.measures)}条措施，{counted}项承诺（其中量化目标{len(unit.targets)}项）"
        + (f"、{headings}项标题（导出的表和compare合计列{len(unit.commitments)}项）" if headings else ""),
        f"measures: {len(unit.measures)}; commitments: {counted}, of them targets: {len(unit.targets)}"
        + (
            f"; headings: {headings} (exported tables and compare list all {len(unit.commitments)})"
            if headings
            else ""
        ),
    )
    also = also_bound_text(unit, lang)
    lines = [
        unit.name if zh else f"{unit.name_en}  {unit.name}",
        say(lang, "；", ". ").join([size, also] if also else [size]),
    ]
    for section in unit.sections:
        joint = unit_names((one for one in section.lead_units if one != unit), lang)
        with_whom = say(lang, f"（共同牵头：{joint}）", f" (jointly with {joint})")
        title = section.title if zh else section.title_en
        lines += ["", f"{section.id}  {title}{with_whom if joint else ''}"]
        for measure in section.measures:
            lines.append(f"  {measure.number:>2}  {_title(measure, lang)}")
            for commitment in measure.commitments:
                summary = commitment.summary if zh else commitment.summary_en
                lines.append(f"      {commitment.number:<7} {summary}")
    if unit.targets:
        lines += ["", say(lang, "量化目标", "Targets")]
        for one in unit.targets:
            modality = pick(MODALITY[one.modality], lang)
            lines.append(f"  {one.id:<28} [{modality}] {one.summary if zh else one.summary_en}")
    return joined(lines)


def _many(things: Sized, noun: str) -> str:
    return f"{len(things)} {noun}" if len(things) == 1 else f"{len(things)} {noun}s"


def _title(place: Measure | Safeguard, lang: Lang) -> str:
    if lang == "en":
        return place.title_en
    return place.title or say(lang, "（无标题）", "(no heading)")
