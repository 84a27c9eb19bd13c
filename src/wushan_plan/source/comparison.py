"""What a text says about a plan: same, changed, gone, new, moved (原文比对)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from wushan_plan.errors import DefinitionError
from wushan_plan.model.citation import Citation
from wushan_plan.model.commitment import Commitment
from wushan_plan.model.plan import Plan
from wushan_plan.model.source import Change, Comparison, Difference
from wushan_plan.source.alignment import Alignment, Answer, aligned
from wushan_plan.source.headings import heading_differences
from wushan_plan.source.reading import LocatedHeading, located, read_text


def compare(plan: Plan, text: str | Path) -> Comparison:
    """The official text of ``plan`` beside ``text``, sentence by sentence and heading by heading.

    No official sentence is needed: those of the plan are known by their digests. The headings of
    chapters and sections, lead units included, are those that the plan holds.

    * A sentence is verified when it stands in its measure, in the order of the official sentences.
      So one sentence more or less in a measure is one difference, not one for each that follows.
    * It is moved when it stands under another number, or out of order.
    * One official sentence split in two is one change, with both as its text. Two that were run
      together are taken apart where the digest of the second proves it; otherwise both are changed,
      with the same text.
    * A heading is compared by its number, title, lead units and their order, and by the measures that
      stand below it.

    Raises:
        SourceTextError: when ``text`` cannot be read as a text at all.
        DefinitionError: when the plan has no digests.
    """
    return compared(plan, *alignment_of(plan, text))


def alignment_of(plan: Plan, text: str | Path) -> tuple[Alignment, tuple[LocatedHeading, ...]]:
    """The sentences of ``text`` beside the official sentences of ``plan``, and the headings of ``text``."""
    if not plan.digests:
        raise DefinitionError(
            value=plan.id,
            rule="this plan has no digests, so no text can be checked against it.",
            where="Plan(digests=…)",
            remedy="Give the digest of every official sentence.",
            zh="这个方案没有登记正式文本的摘要值，无法核对文本",
        )
    found = located(read_text(text))
    return aligned(plan.digests, found.sentences), found.headings


def compared(plan: Plan, alignment: Alignment, headings: tuple[LocatedHeading, ...]) -> Comparison:
    """The verdict on an alignment, and on the headings of the same text."""
    differences = [*_official_side(plan, alignment), *_other_side(alignment)]
    return Comparison(
        verified=sum(1 for index in range(len(plan.digests)) if _is_verified(alignment, index)),
        total=len(plan.digests),
        differences=tuple(sorted(differences, key=_printed_order)),
        heading_differences=heading_differences(plan, alignment, headings),
    )


def _official_side(plan: Plan, alignment: Alignment) -> Iterator[Difference]:
    touched: dict[Citation, list[Commitment]] = defaultdict(list)
    for commitment in plan.commitments:
        touched[commitment.citation].append(commitment)
    for index, one in enumerate(plan.digests):
        if _is_verified(alignment, index):
            continue
        answer = alignment.answers.get(index)
        yield Difference(
            change=_change(answer),
            citation=one.citation,
            found_at=None if answer is None else alignment.found_at(answer.indexes[0]),
            text="" if answer is None else "".join(alignment.sentences[each].text for each in answer.indexes),
            commitments=tuple(touched[one.citation]),
        )


def _other_side(alignment: Alignment) -> Iterator[Difference]:
    numbered = any(one.citation is not None for one in alignment.sentences)
    for index in alignment.unanswering:
        sentence = alignment.sentences[index]
        if numbered and sentence.citation is None:
            continue  # notice and preamble
        yield Difference(Change.NEW, None, alignment.found_at(index), sentence.text)


def _is_verified(alignment: Alignment, index: int) -> bool:
    answer = alignment.answers.get(index)
    if answer is None or not (answer.same_words and answer.in_order):
        return False
    found = alignment.sentences[answer.indexes[0]].citation
    return found is not None and found.place == alignment.digests[index].citation.place


def _change(answer: Answer | None) -> Change:
    if answer is None:
        return Change.DISAPPEARED
    return Change.MOVED if answer.same_words else Change.CHANGED


def _printed_order(difference: Difference) -> tuple[bool, tuple[int, int, int], bool]:
    place = difference.citation or difference.found_at
    return (place is None, (0, 0, 0) if place is None else place.order, difference.change is Change.NEW)
