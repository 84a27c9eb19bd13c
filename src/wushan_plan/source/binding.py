"""Binding the official text to the plan that models it (绑定原文)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import attrs

from wushan_plan.errors import SourceTextError
from wushan_plan.model.mappings import FixedMapping
from wushan_plan.model.plan import Plan
from wushan_plan.model.source import Change, Comparison, Difference, HeadingDifference
from wushan_plan.source.comparison import alignment_of, compared

_SHOWN = 3


def bind(plan: Plan, text: str | Path) -> Plan:
    """``plan`` with the official sentences, when every digest and heading is verified and nothing is added.

    Raises:
        SourceTextError: for any other text.
        DefinitionError: when the plan has no digests.
    """
    alignment, headings = alignment_of(plan, text)
    comparison = compared(plan, alignment, headings)
    if not comparison.is_official:
        raise SourceTextError(
            value=_shown(text),
            rule=_what_differs(plan, comparison),
            where="bind(text)",
            remedy="See every difference with compare(text), or with `wushan-plan compare FILE`.",
            zh=f"这不是{plan.number}的正式文本（{comparison.verified}/{comparison.total}句一致）；"
            "各处差异可用 wushan-plan compare 查看",
        )
    sentences = {
        one.citation: alignment.sentences[alignment.answers[index].indexes[0]].text
        for index, one in enumerate(plan.digests)
    }
    return attrs.evolve(plan, sentences=FixedMapping(sentences))


def _what_differs(plan: Plan, comparison: Comparison) -> str:
    told = [f"{comparison.verified} of {comparison.total} sentences verified"]
    if comparison.differences:
        kinds = _kinds(one.change for one in comparison.differences)
        told[0] += f", {kinds} ({_first_of([_in_words(one) for one in comparison.differences])})"
    if comparison.heading_differences:
        kinds = _kinds(one.change for one in comparison.heading_differences)
        first = _first_of([_heading_in_words(one) for one in comparison.heading_differences])
        told.append(f"headings of chapters and sections: {kinds} ({first})")
    return f"this is not the official text of {plan.number}: {'; '.join(told)}."


def _kinds(changes: Iterable[Change]) -> str:
    counts = Counter(changes)
    return ", ".join(f"{counts[change]} {change.value}" for change in Change if counts[change])


def _first_of(words: list[str]) -> str:
    return "; ".join(words[:_SHOWN]) + ("; …" if len(words) > _SHOWN else "")


def _in_words(difference: Difference) -> str:
    place = difference.found_at if difference.citation is None else difference.citation
    named = f"{place} {difference.change.value}" if place is not None else difference.change.value
    if difference.change is Change.MOVED and difference.found_at is not None:
        named += f" to {difference.found_at}"
    return named + "".join(f" [{one.id}]" for one in difference.targets)


def _heading_in_words(difference: HeadingDifference) -> str:
    place = difference.place or difference.found_at or ""
    named = f"{'section' if '.' in place else 'chapter'} {place} {difference.change.value}"
    if difference.place is not None and difference.found_at not in (None, difference.place):
        named += f" to {difference.found_at}"
    elif difference.change is Change.MOVED:
        named += f" to before {difference.stands_before}"
    told = [f"title {difference.title}"] if difference.title_changed else []
    if difference.change is Change.CHANGED:
        told += [f"without {unit.name}" for unit in difference.lead_units_gone]
        told += [f"with {name}" for name in difference.lead_units_new]
        told += ["lead units in another order"] if difference.lead_units_reordered else []
    return named + (f" [{', '.join(told)}]" if told else "")


def _shown(text: str | Path) -> str:
    words = str(text).strip()
    return words if len(words) <= 40 else words[:40] + "…"
