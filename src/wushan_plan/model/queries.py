"""Questions people ask of a plan (查询): by unit, strength, platform, beneficiary, date, free text."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from wushan_plan.errors import FactError
from wushan_plan.model.criteria import AllOf, Criterion
from wushan_plan.model.modality import Modality

if TYPE_CHECKING:
    from wushan_plan.model.commitment import Commitment
    from wushan_plan.model.plan import Chapter, Measure, Plan, Safeguard, Section
    from wushan_plan.model.verdict import Lang, Voice

_EACH = "各"
_PART = "Give part of the name as a str."


def select(
    plan: Plan,
    *,
    lead_unit: str | None = None,
    modality: Modality | None = None,
    criterion: type[Criterion] | None = None,
    platform: str | None = None,
    instrument: str | None = None,
    beneficiary: str | None = None,
    actor: str | None = None,
    due_by: date | None = None,
    is_target: bool | None = None,
) -> tuple[Commitment, ...]:
    """See :meth:`wushan_plan.model.plan.Plan.select`."""
    unit = None if lead_unit is None else plan.lead_unit(lead_unit)
    _checked("modality", modality, Modality, "Give a Modality, such as Modality.MUST.")
    _checked("platform", platform, str, _PART)
    _checked("instrument", instrument, str, _PART)
    _checked("beneficiary", beneficiary, str, _PART)
    _checked("actor", actor, str, _PART)
    _checked("due_by", due_by, date, "Give a datetime.date.")
    _checked("is_target", is_target, bool, "Give True or False.")
    kind: object = criterion
    if kind is not None and not (isinstance(kind, type) and issubclass(kind, Criterion)):
        raise FactError(
            value=criterion,
            rule="a criterion is asked for by its class.",
            where="select(criterion=…)",
            remedy="Give a class such as TimeLimit of wushan_plan.model.criteria.",
        )

    def wanted(one: Commitment) -> bool:
        due = one.due_by
        return (
            (unit is None or unit in one.lead_units)
            and (modality is None or one.modality is modality)
            and (criterion is None or any(isinstance(part, criterion) for part in parts(one.criterion)))
            and (platform is None or any(platform in name for name in one.platforms))
            and (instrument is None or any(instrument in name for name in one.instruments))
            and (beneficiary is None or _is_for(one, beneficiary))
            and (actor is None or (one.actor is not None and actor in one.actor.zh))
            and (due_by is None or (due is not None and due <= due_by))
            and (is_target is None or one.is_target is is_target)
        )

    return tuple(one for one in plan.commitments if wanted(one))


def _is_for(one: Commitment, beneficiary: str) -> bool:
    return beneficiary in one.beneficiary or beneficiary.casefold() in one.beneficiary_en.casefold()


def _checked(name: str, value: object, kind: type, remedy: str) -> None:
    if value is not None and not isinstance(value, kind):
        raise FactError(
            value=value,
            rule=f"this is no {kind.__name__}, and nothing would ever fit it.",
            where=f"select({name}=…)",
            remedy=remedy,
        )


def search(plan: Plan, text: str) -> tuple[Commitment, ...]:
    """See :meth:`wushan_plan.model.plan.Plan.search`."""
    if not isinstance(text, str):
        raise FactError(value=text, rule="words are looked for.", where="search", remedy="Give a str.")
    words = text.casefold().split()
    if not words:
        return ()
    return tuple(one for one in plan.commitments if all(word in _searched(one) for word in words))


def addressed_to_each(commitment: Commitment) -> bool:
    """Whether a safeguard speaks to every lead unit: its actor is called 各….

    That those it calls so are the lead units is an inference.
    """
    actor = commitment.actor
    return not commitment.lead_units and actor is not None and actor.zh.startswith(_EACH)


def rows(plan: Plan, voice: Voice, lang: Lang) -> Iterator[dict[str, str]]:
    """See :meth:`wushan_plan.model.plan.Plan.rows`."""
    zh = lang == "zh"
    mark = "、" if zh else "; "

    def titled(part: Chapter | Section | Measure | Safeguard) -> str:
        return part.title if zh else part.title_en

    for one in plan.commitments:
        section, actor, scope = one.section, one.actor, one.scope
        inferred = "（推断）" if zh else " (inferred)"
        yield {
            "number": one.number,
            "id": one.id,
            "chapter": "" if section is None else titled(section.chapter),
            "section": "" if section is None else f"{section.id} {titled(section)}",
            "lead_units": mark.join(unit.name if zh else unit.name_en for unit in one.lead_units),
            "place": one.citation.place,
            "title": titled(one.place),
            "sentence": str(one.citation.sentence),
            "role": one.role.value,
            "modality": one.modality.value,
            "criterion": type(one.criterion).__name__,
            "limit": voice.limit_text(one, lang),
            "due_by": "" if one.due_by is None else one.due_by.isoformat(),
            "is_target": "yes" if one.is_target else "no",
            "phrase": one.phrase,
            "actor": ""
            if actor is None
            else (actor.zh if zh else actor.en) + (inferred if actor.inferred else ""),
            "beneficiary": one.beneficiary,
            "beneficiary_en": one.beneficiary_en,
            "scope": "" if scope is None else scope.zh if zh else scope.en,
            "exceptions": mark.join(deviation.phrase for deviation in one.exceptions),
            "platforms": mark.join(one.platforms),
            "instruments": mark.join(one.instruments),
            "summary": one.summary,
            "summary_en": one.summary_en,
            "facts": ", ".join(fact.name + ("?" if fact.optional else "") for fact in one.facts),
            "law": "；".join(f"{rule.law}第{rule.article}条" for rule in one.law)
            if zh
            else "; ".join(f"{rule.law}, art. {rule.article}" for rule in one.law),
            "notes": " ".join(one.notes),
            "notes_en": " ".join(one.notes_en),
        }


def parts(criterion: Criterion) -> Iterator[Criterion]:
    """The criterion, and every criterion it is made of."""
    yield criterion
    if isinstance(criterion, AllOf):
        for part in criterion.parts:
            yield from parts(part)


def _searched(one: Commitment) -> str:
    texts = [
        one.id,
        one.number,
        one.place.title,
        one.summary,
        one.summary_en,
        one.phrase,
        one.beneficiary,
        one.beneficiary_en,
        *one.platforms,
        *one.instruments,
        *one.notes,
        *one.notes_en,
        *(name for unit in one.lead_units for name in (unit.name, unit.name_en)),
    ]
    if one.actor is not None:
        texts += [one.actor.zh, one.actor.en]
    if one.scope is not None:
        texts += [one.scope.zh, one.scope.en]
    if one.plan is not None and one.plan.sentences is not None:
        texts.append(one.sentence)
    return "\n".join(texts).casefold()
