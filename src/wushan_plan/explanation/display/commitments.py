"""Commitments and entries of the interpretation register in a notebook (承诺展示)."""

from __future__ import annotations

from wushan_plan.explanation.display.page import Badge, Block, Fold, Page, Rows, Table, Tone, Words
from wushan_plan.explanation.limits import bound_text
from wushan_plan.explanation.sentences import trial_text
from wushan_plan.explanation.words import (
    BASIS,
    FACT_KIND,
    MODALITY,
    READING,
    RELATION,
    STATUS,
    criterion_term,
    date_text,
    days_text,
    pick,
    place_text,
    unit_names,
)
from wushan_plan.model.commitment import Commitment
from wushan_plan.model.readings import Interpretation
from wushan_plan.model.verdict import Lang


def said(commitment: Commitment, lang: Lang) -> str:
    """What it promises, in our own words."""
    return commitment.summary if lang == "zh" else commitment.summary_en


def binding(commitment: Commitment, lang: Lang) -> Badge:
    """How strongly it binds."""
    tone = Tone.COMING if commitment.modality.can_be_breached else Tone.QUIET
    return Badge(pick(MODALITY[commitment.modality], lang), tone)


def source(commitment: Commitment, lang: Lang) -> str:
    """Where it stands."""
    place = place_text(commitment.citation, lang)
    return f"{place}（{commitment.number}）" if lang == "zh" else f"{place} ({commitment.number})"


def units(commitment: Commitment, lang: Lang) -> str:
    """Its lead units."""
    return unit_names(commitment.lead_units, lang)


def commitment_page(commitment: Commitment, lang: Lang) -> Page:
    """A commitment: what it says, whom it binds, which facts it needs."""
    zh = lang == "zh"
    badges = [binding(commitment, lang)]
    if commitment.is_target:
        badges.append(Badge("量化目标" if zh else "quantified target", Tone.COMING))
    blocks: list[Block] = [Rows(_rows(commitment, lang))]
    if commitment.facts:
        heads = ("参数", "含义", "类型", "") if zh else ("keyword", "meaning", "kind", "")
        needed = tuple(
            (
                one.name,
                (f"{one.zh}（{one.unit}）" if one.unit else one.zh) if zh else one.en,
                pick(FACT_KIND[one.kind], lang),
                ("可不填" if zh else "optional") if one.optional else "",
            )
            for one in commitment.facts
        )
        blocks.append(Fold("判定所需事实" if zh else "Facts needed", (Table(heads, needed),), is_open=True))
    beside = _beside(commitment, lang)
    if beside:
        title = "上位法、口径和说明" if zh else "Superior law, readings, notes"
        blocks.append(Fold(title, (Rows(beside),)))
    return Page(commitment.id, tuple(blocks), tuple(badges))


def _rows(commitment: Commitment, lang: Lang) -> tuple[tuple[str, Words], ...]:
    zh = lang == "zh"
    actor, scope = commitment.actor, commitment.scope
    inferred = "（推断）" if zh else " (inferred)"
    statuses = [pick(STATUS[one], lang) for one in STATUS if one in commitment.possible_statuses]
    rows: list[tuple[str, Words]] = [
        ("试算" if zh else "trial", " ".join(trial_text(commitment, lang))),
        ("承诺" if zh else "promise", said(commitment, lang)),
        ("出处" if zh else "source", source(commitment, lang)),
        ("原文短语" if zh else "phrase", commitment.phrase),
        ("判定标准" if zh else "criterion", pick(criterion_term(commitment.criterion), lang)),
        ("限值" if zh else "limit", bound_text(commitment.criterion, lang)),
        ("期限" if zh else "due", "" if commitment.due_by is None else date_text(commitment.due_by, lang)),
        ("牵头单位" if zh else "lead units", units(commitment, lang)),
    ]
    if actor is not None:
        name = actor.zh if zh else actor.en
        rows.append(("行为主体" if zh else "actor", name + (inferred if actor.inferred else "")))
    rows.append(("受益人", commitment.beneficiary) if zh else ("beneficiary", commitment.beneficiary_en))
    if scope is not None:
        name = scope.zh if zh else scope.en
        rows.append(("适用范围" if zh else "scope", name + (inferred if scope.inferred else "")))
    for one in commitment.exceptions:
        text = f"“{one.phrase}”：{one.zh}" if zh else f'"{one.phrase}": {one.en}'
        rows.append(("例外" if zh else "exception", text))
    rows.append(("可能的结论" if zh else "verdicts", ("、" if zh else ", ").join(statuses)))
    return tuple(rows)


def _beside(commitment: Commitment, lang: Lang) -> tuple[tuple[str, Words], ...]:
    zh = lang == "zh"
    rows: list[tuple[str, Words]] = []
    for rule in commitment.law:
        relation = pick(RELATION[rule.relation], lang)
        limit = "" if rule.limit is None else days_text(rule.limit, lang)
        if zh:
            text = f"《{rule.law}》第{rule.article}条：{rule.zh}（{relation}" + (
                f"，{limit}）" if limit else "）"
            )
        else:
            text = f"{rule.law}, art. {rule.article}: {rule.en} ({relation}" + (
                f"; {limit})" if limit else ")"
            )
        rows.append(("上位法" if zh else "superior law", text))
    for number, one in enumerate(commitment.readings):
        default = ("（默认）" if zh else " (default)") if number == 0 else ""
        rows.append(("口径" if zh else "reading", pick(READING[one], lang) + default))
    entries = [one.id for one in commitment.interpretations if one.affects]
    rows.append(("口径登记" if zh else "register", ("、" if zh else ", ").join(entries)))
    notes = commitment.notes if zh else commitment.notes_en
    rows += [("口径说明" if zh else "note", note) for note in notes]
    return tuple(row for row in rows if row[1])


def interpretation_page(entry: Interpretation, lang: Lang) -> Page:
    """An entry of the register: the question, its answers, and what the default rests on."""
    zh = lang == "zh"
    default = Badge("默认" if zh else "default", Tone.COMING)
    heads: tuple[str, ...] = (
        ("备选口径", "含义", "可切换为") if zh else ("option", "meaning", "switch to it with")
    )
    rows: list[tuple[Words, ...]] = []
    for option in entry.options:
        name: Words = (f"{option.id} ", default) if option.id == entry.default else option.id
        switch = "" if option.reading is None else f"Reading.{option.reading.name}"
        rows.append((name, option.zh if zh else option.en, switch))
    if not entry.is_switchable:
        heads, rows = heads[:2], [row[:2] for row in rows]
    because = entry.because if zh else entry.because_en
    every = "全部承诺" if zh else "every commitment"
    affects = ("、" if zh else ", ").join(entry.affects) or every
    about: tuple[tuple[str, Words], ...] = (
        ("依据" if zh else "basis", (Badge(pick(BASIS[entry.basis], lang)), f" {because}")),
        ("涉及" if zh else "affects", affects),
    )
    blocks: tuple[Block, ...] = (Table(heads, tuple(rows), wide=(1,)), Rows(about))
    return Page(f"{entry.id}  {entry.question if zh else entry.question_en}", blocks)
