"""Binding the official text to the plan that models it (绑定原文)."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import attrs

from wushan_plan.errors import SourceTextError
from wushan_plan.model.mappings import FixedMapping
from wushan_plan.model.plan import Plan
from wushan_plan.model.source import Change, Comparison, Difference
from wushan_plan.source.comparison import alignment_of, compared

_SHOWN = 3


def bind(plan: Plan, text: str | Path) -> Plan:
    """``plan`` with the official sentences, when every digest is verified and nothing is added.

    Raises:
        SourceTextError: for any other text.
        DefinitionError: when the plan has no digests.
    """
    alignment = alignment_of(plan, text)
    comparison = compared(plan, alignment)
    if not comparison.is_official:
        raise SourceTextError(
            value=_shown(text),
            rule=_what_differs(plan, comparison),
            where="bind(text)",
            remedy="See every difference with compare(text), or with `wushan-plan compare FILE`.",
        )
    sentences = {
        one.citation: alignment.sentences[alignment.answers[index].indexes[0]].text
        for index, one in enumerate(plan.digests)
    }
    return attrs.evolve(plan, sentences=FixedMapping(sentences))


def _what_differs(plan: Plan, comparison: Comparison) -> str:
    counts = Counter(one.change for one in comparison.differences)
    kinds = ", ".join(f"{counts[change]} {change.value}" for change in Change if counts[change])
    first = "; ".join(_in_words(one) for one in comparison.differences[:_SHOWN])
    more = "; …" if len(comparison.differences) > _SHOWN else ""
    return (
        f"this is not the official text of {plan.number}: {comparison.verified} of {comparison.total} "
        f"sentences verified, {kinds} ({first}{more})."
    )


def _in_words(difference: Difference) -> str:
    place = difference.found_at if difference.citation is None else difference.citation
    named = f"{place} {difference.change.value}" if place is not None else difference.change.value
    if difference.change is Change.MOVED and difference.found_at is not None:
        named += f" to {difference.found_at}"
    return named + "".join(f" [{one.id}]" for one in difference.targets)


def _shown(text: str | Path) -> str:
    words = str(text).strip()
    return words if len(words) <= 40 else words[:40] + "…"
