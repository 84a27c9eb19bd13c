"""What a criterion asks at least or at most, in words (限值)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from wushan_plan.explanation.words import days_text, limit_text, number_text, percent_text
from wushan_plan.model.criteria import (
    AllOf,
    Ceiling,
    Checklist,
    Coverage,
    Criterion,
    ExactCount,
    Exemption,
    Floor,
    FullRate,
    MeanTimeLimit,
    Prohibition,
    Promptness,
    Quantity,
    RatioFloor,
    Recurring,
    TimeLimit,
)
from wushan_plan.model.verdict import Lang


def bound_text(criterion: Criterion, lang: Lang) -> str:
    """9个工作日, 不少于74项, 不低于合同价的30%; nothing for a criterion without days and numbers.

    A part of several names what is counted; in English every number does, since units are Chinese.
    """
    return _bound(criterion, lang, named=False)


def _bound(criterion: Criterion, lang: Lang, *, named: bool) -> str:
    if isinstance(criterion, AllOf):
        parts = (_bound(part, lang, named=True) for part in criterion.parts)
        return ("；" if lang == "zh" else "; ").join(part for part in parts if part)
    say = _WORDS.get(type(criterion))
    if say is None:
        return ""
    text, what = say(criterion, lang)
    if not what or (lang == "zh" and not named):
        return text
    return f"{text}（{what}）" if lang == "zh" else f"{text} ({what})"


def _counted(zh: str, en: str, number: int | Decimal, what: Quantity, lang: Lang) -> tuple[str, str]:
    shown = number_text(Fraction(number), lang)
    return (f"{zh}{shown}{what.unit}", what.zh) if lang == "zh" else (f"{en} {shown}", what.en)


def _none(zh: str, en: str, unit: str, lang: Lang) -> tuple[str, str]:
    return (f"不超过0{unit}", zh) if lang == "zh" else ("at most 0", en)


def _days(criterion: TimeLimit | MeanTimeLimit, lang: Lang) -> tuple[str, str]:
    return limit_text(criterion, lang), ""


def _promptly(criterion: Promptness, lang: Lang) -> tuple[str, str]:
    if criterion.benchmark is None:  # the caller's to give
        return "", ""
    if criterion.benchmark.days == 0:
        return "当日" if lang == "zh" else "the same day", ""
    return days_text(criterion.benchmark, lang), ""


def _ceiling(criterion: Ceiling, lang: Lang) -> tuple[str, str]:
    return _counted("不超过", "at most", criterion.most, criterion.quantity, lang)


def _floor(criterion: Floor, lang: Lang) -> tuple[str, str]:
    return _counted("不少于", "at least", criterion.least, criterion.quantity, lang)


def _exactly(criterion: ExactCount, lang: Lang) -> tuple[str, str]:
    return _counted("恰好", "exactly", criterion.exactly, criterion.quantity, lang)


def _ratio(criterion: RatioFloor, lang: Lang) -> tuple[str, str]:
    whole, special = criterion.denominator, criterion.special
    least = percent_text(criterion.least, lang)
    text = f"不低于{whole.zh}的{least}" if lang == "zh" else f"at least {least} of the {whole.en}"
    if special is None or criterion.special_least is None:
        return text, ""
    more = percent_text(criterion.special_least, lang)
    if lang == "zh":
        return f"{text}（{special.zh}：是，则不低于{more}）", ""
    return f"{text} (where {special.en}: at least {more})", ""


def _rate(criterion: FullRate, lang: Lang) -> tuple[str, str]:
    return "100%", criterion.denominator.zh if lang == "zh" else criterion.denominator.en


def _coverage(criterion: Coverage, lang: Lang) -> tuple[str, str]:
    if criterion.tolerated:  # the share that may be missing is the caller's to give
        return "", ""
    return "100%", criterion.universe if lang == "zh" else criterion.universe_en


def _listed(criterion: Checklist, lang: Lang) -> tuple[str, str]:
    number = len(criterion.items)
    if lang == "zh":
        return (f"全部{number}项" if criterion.closed else f"所列{number}项"), ""
    items = f"{number} item" + ("" if number == 1 else "s")
    return (f"all {items}" if criterion.closed else f"the {items} named"), ""


def _recurring(criterion: Recurring, lang: Lang) -> tuple[str, str]:
    if lang == "zh":
        return f"期间内不少于{criterion.least}次", criterion.event
    return f"at least {criterion.least} in the period", criterion.event_en


def _prohibition(criterion: Prohibition, lang: Lang) -> tuple[str, str]:
    return _none(criterion.incident, criterion.incident_en, criterion.unit, lang)


def _exemption(criterion: Exemption, lang: Lang) -> tuple[str, str]:
    return _none(criterion.requirement, criterion.requirement_en, criterion.unit, lang)


_WORDS: Mapping[type[Criterion], Callable[[Any, Lang], tuple[str, str]]] = {
    Ceiling: _ceiling,
    Checklist: _listed,
    Coverage: _coverage,
    ExactCount: _exactly,
    Exemption: _exemption,
    Floor: _floor,
    FullRate: _rate,
    MeanTimeLimit: _days,
    Prohibition: _prohibition,
    Promptness: _promptly,
    RatioFloor: _ratio,
    Recurring: _recurring,
    TimeLimit: _days,
}
"""What each kind says: its bound, and what is counted."""
