"""What a text says about the headings of a plan's chapters and sections (标题比对).

The plan holds the titles and lead units themselves, so no digest is needed. A heading is the same when
its number, its title, the word before its lead units, their names and the order of the names are the
same. The kind of brackets, colon and separators around the names is style.

Which heading of the text answers which of the plan is settled by the first of these that holds: the same
title and number, the same title, the same measure right below, the same number. One that is answered has
moved when it bears another number, when a section stands in another chapter, or when a measure that the
plan has above it stands below it, or the other way round: then the measure is under other lead units.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterator, Sequence
from difflib import SequenceMatcher

import attrs

from wushan_plan.model.commitment import Commitment
from wushan_plan.model.parts import printed
from wushan_plan.model.plan import Chapter, LeadUnit, Plan, Section
from wushan_plan.model.source import Change, HeadingDifference
from wushan_plan.source.alignment import Alignment
from wushan_plan.source.reading import LocatedHeading, normalised

_SEPARATORS = re.compile("[、，,；;]")


@attrs.frozen
class _Official:
    """A heading of the plan; ``first`` and ``end`` count the measures and safeguards of the plan."""

    part: Chapter | Section
    chapter: int
    section: int | None
    title: str
    units: tuple[str, ...]
    first: int  # the first below it
    end: int  # the first that is no longer below it

    @property
    def lead_units(self) -> tuple[LeadUnit, ...]:
        return self.part.lead_units if isinstance(self.part, Section) else ()

    @property
    def place(self) -> str:
        return str(self.chapter) if self.section is None else f"{self.chapter}.{self.section}"


@attrs.frozen
class _Found:
    """A heading of the text; ``below`` are the plan's measures and safeguards that stand below it there."""

    chapter: int
    section: int | None
    title: str
    units: tuple[str, ...]
    text: str
    paragraph: int
    under: int | None  # index of the chapter's heading that a section stands under
    below: tuple[int, ...]

    @property
    def place(self) -> str:
        return str(self.chapter) if self.section is None else f"{self.chapter}.{self.section}"


def heading_differences(
    plan: Plan, alignment: Alignment, headings: Sequence[LocatedHeading]
) -> tuple[HeadingDifference, ...]:
    """The headings of ``plan`` beside those of a text whose sentences are aligned, in printed order.

    A heading without title in the plan is not printed, and one with neither measure nor safeguard
    below it cannot be told from prose: these may be missing.
    """
    order = _printed_places(plan)
    anchors = _anchors(order, alignment)
    official = tuple(_official(plan))
    found = tuple(_found(headings, anchors, plan.lead_units_label))
    answers = _answers(official, found)
    teller = _Teller.of(plan, order, alignment)
    told: list[tuple[int, HeadingDifference]] = []
    for index, one in enumerate(official):
        answer = found[answers[index]] if index in answers else None
        change = _change(one, answer, _chapter_answer(one, official, answers), anchors)
        if change is not None:
            told.append((one.first, teller.tell(change, one, answer)))
    answering = set(answers.values())
    for index, other in enumerate(found):
        if index not in answering:
            first = other.below[0] if other.below else len(order)
            told.append((first, teller.tell(Change.NEW, None, other)))
    return tuple(difference for _, difference in sorted(told, key=lambda one: one[0]))


# --- the headings of the plan -----------------------------------------------------------------------


def _holds_the_safeguards(plan: Plan) -> Chapter | None:
    return next((one for one in reversed(plan.chapters) if not one.sections), None)


def _printed_places(plan: Plan) -> tuple[str, ...]:
    """Every measure and safeguard, in the order in which the chapters hold them."""
    safeguards = [printed(one) for one in plan.safeguards]
    holder = _holds_the_safeguards(plan)
    places = [
        place
        for chapter in plan.chapters
        for place in (
            safeguards
            if chapter is holder
            else [printed(measure) for section in chapter.sections for measure in section.measures]
        )
    ]
    return tuple(places if holder is not None else [*places, *safeguards])


def _official(plan: Plan) -> Iterator[_Official]:
    holder = _holds_the_safeguards(plan)
    first = 0
    for chapter in plan.chapters:
        size = sum(len(section.measures) for section in chapter.sections)
        size += len(plan.safeguards) if chapter is holder else 0
        if chapter.title:
            yield _Official(chapter, chapter.number, None, normalised(chapter.title), (), first, first + size)
        below = first
        for ordinal, section in enumerate(chapter.sections, start=1):
            end = below + len(section.measures)
            if section.title:
                units = tuple(normalised(unit.name) for unit in section.lead_units)
                printed = section.id.rpartition(".")[2]
                number = int(printed) if printed.isdecimal() else ordinal
                yield _Official(section, chapter.number, number, normalised(section.title), units, below, end)
            below = end
        first += size


# --- the headings of the text -----------------------------------------------------------------------


def _anchors(order: Sequence[str], alignment: Alignment) -> dict[int, int]:
    """Which paragraph of the text answers which measure or safeguard, where that settles positions.

    These are the ones under their own number, and of the renumbered ones those in the plan's order: one
    that was carried elsewhere is told by its sentences, and says nothing about headings.
    """
    printed = {one.paragraph: one.citation.place for one in alignment.sentences if one.citation is not None}
    answered = {
        index: alignment.paragraphs[place]
        for index, place in enumerate(order)
        if place in alignment.paragraphs
    }
    in_text = sorted(answered, key=answered.__getitem__)
    blocks = SequenceMatcher(None, sorted(answered), in_text, autojunk=False).get_matching_blocks()
    settled = {index for block in blocks for index in in_text[block.b : block.b + block.size]}
    return {
        index: paragraph
        for index, paragraph in answered.items()
        if index in settled or printed.get(paragraph) == order[index]
    }


def _found(headings: Sequence[LocatedHeading], anchors: dict[int, int], label: str) -> Iterator[_Found]:
    by_paragraph = sorted((paragraph, index) for index, paragraph in anchors.items())
    ends = _ends(headings)
    under: int | None = None
    for index, (heading, end) in enumerate(zip(headings, ends, strict=True)):
        if heading.section is None:
            under = index
        title, units = _parsed(heading.text, label)
        low, high = (bisect_left(by_paragraph, (at, -1)) for at in (heading.paragraph, end))
        yield _Found(
            heading.chapter,
            heading.section,
            title,
            units,
            heading.text,
            heading.paragraph,
            None if heading.section is None else under,
            tuple(sorted(each for _, each in by_paragraph[low:high])),
        )


def _ends(headings: Sequence[LocatedHeading]) -> list[float]:
    """The paragraph from which each heading no longer speaks: at the next of its kind, or its chapter's."""
    ends: list[float] = []
    chapter = section = float("inf")
    for heading in reversed(headings):
        ends.append(chapter if heading.section is None else section)
        section = heading.paragraph
        if heading.section is None:
            chapter = heading.paragraph
    return ends[::-1]


def _parsed(text: str, label: str) -> tuple[str, tuple[str, ...]]:
    """Title and names of lead units. What follows the closing bracket is taken for title."""
    # A name may hold brackets of its own; an outer bracket never reaches over a second pair, so that the
    # time stays in proportion to the text.
    names = r"((?:[^（()）]|[（(][^（()）]*[）)])*)"
    match = re.search(rf"[（(]{re.escape(normalised(label))}[：:]{names}[）)]", text)
    if match is None:
        return text, ()
    title = text[: match.start()] + text[match.end() :]
    return title, tuple(name for name in _SEPARATORS.split(match[1]) if name)


# --- which answers which, and what became of it -------------------------------------------------------


def _answers(official: Sequence[_Official], found: Sequence[_Found]) -> dict[int, int]:
    keys: tuple[Callable[[_Official | _Found], Hashable], ...] = (
        lambda one: (one.title, one.place),
        lambda one: one.title,
        _first_below,
        lambda one: one.place,
    )
    answers: dict[int, int] = {}
    for key in keys:
        taken = set(answers.values())
        free: dict[Hashable, list[int]] = {}
        for index, other in enumerate(found):
            if index not in taken:
                free.setdefault((other.section is None, key(other)), []).append(index)
        for index, one in enumerate(official):
            value = key(one)
            same = free.get((one.section is None, value)) if value is not None else None
            if index not in answers and same:
                answers[index] = same.pop(0)
    return answers


def _first_below(one: _Official | _Found) -> int | None:
    if isinstance(one, _Official):
        return one.first if one.end > one.first else None
    return one.below[0] if one.below else None


def _chapter_answer(one: _Official, official: Sequence[_Official], answers: dict[int, int]) -> int | None:
    """The heading in the text that answers the chapter of a section."""
    chapters = (
        index for index, other in enumerate(official) if (other.chapter, other.section) == (one.chapter, None)
    )
    return answers.get(next(chapters, -1))


def _change(
    one: _Official, answer: _Found | None, chapter: int | None, anchors: dict[int, int]
) -> Change | None:
    if answer is None:
        return Change.DISAPPEARED if one.end > one.first else None
    if (one.title, one.units) != (answer.title, answer.units):
        return Change.CHANGED
    if one.section is None:
        numbered = one.chapter == answer.chapter
    else:
        # A chapter's heading that is gone or renumbered is one difference, not one for each section.
        numbered = one.section == answer.section and chapter in (None, answer.under)
    in_place = numbered and all(
        (index >= one.first) == (paragraph >= answer.paragraph) for index, paragraph in anchors.items()
    )
    return None if in_place else Change.MOVED


@attrs.frozen
class _Teller:
    """Puts a difference together; what it looks up is laid out once, for texts with very many headings."""

    commitments: tuple[tuple[Commitment, ...], ...]  # by measure or safeguard, as counted by _Official
    unit_names: dict[str, str]
    paragraphs: list[tuple[int, str]]  # each paragraph of the text that has sentences, and its number

    @classmethod
    def of(cls, plan: Plan, order: Sequence[str], alignment: Alignment) -> _Teller:
        numbers = {
            one.paragraph: one.citation.place for one in alignment.sentences if one.citation is not None
        }
        return cls(
            tuple(tuple(one for one in plan.commitments if one.citation.place == place) for place in order),
            {normalised(unit.name): unit.name for unit in plan.lead_units},
            sorted(numbers.items()),
        )

    def tell(self, change: Change, one: _Official | None, answer: _Found | None) -> HeadingDifference:
        below = sorted({*(range(one.first, one.end) if one else ()), *(answer.below if answer else ())})
        commitments = tuple(each for index in below for each in self.commitments[index])
        title, follows = "", None
        lead_units: tuple[str, ...] = ()
        if answer is not None:
            # Spelled as the plan spells them where they are the same, so that they compare as they are.
            title = one.part.title if one is not None and one.title == answer.title else answer.title
            lead_units = tuple(self.unit_names.get(name, name) for name in answer.units)
            at = bisect_left(self.paragraphs, (answer.paragraph, ""))
            follows = self.paragraphs[at][1] if at < len(self.paragraphs) else None
        return HeadingDifference(
            change=change,
            part=None if one is None else one.part,
            place=None if one is None else one.place,
            found_at=None if answer is None else answer.place,
            stands_before=follows,
            text="" if answer is None else answer.text,
            title=title,
            official_lead_units=() if one is None else one.lead_units,
            lead_units=lead_units,
            commitments=commitments,
        )
