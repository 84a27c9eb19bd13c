"""Which sentence of a text answers which official sentence (对齐).

The official sentences themselves are not here, only their digests and lengths. So a sentence is
recognised by its digest, and one whose wording changed by its place, its neighbours and its length:

1. a numbered paragraph of the text answers the measure it shares most sentences with;
2. inside such a pair, sentences in the same order answer each other;
3. an official sentence found anywhere else has moved;
4. two official sentences run together are taken apart where the digest of the second proves it;
5. what is left between the same neighbours is the same sentence in another wording.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import TypeVar

import attrs

from wushan_plan.model.citation import Citation
from wushan_plan.model.plan import SentenceDigest
from wushan_plan.source.reading import LocatedSentence, digest

_K = TypeVar("_K")
_V = TypeVar("_V")

_ALONE = 0.55
"""What it costs to leave a sentence unanswered; two of them cost more than any pair."""
_APART = 0.15
"""What it costs to answer one sentence by two."""
_NEAR = 0.1
"""How far two lengths may differ, as a share, when one sentence is answered by two."""
_MANY = 200
"""Among how many sentences in one gap an answer is looked for."""


@attrs.frozen
class Answer:
    """Sentences of a text that answer one official sentence (对应).

    Attributes:
        indexes: the answering sentences, as indexes into :attr:`Alignment.sentences`.
        same_words: whether it is the official sentence word for word.
        in_order: whether it stands in the order of the official measure.
    """

    indexes: tuple[int, ...]
    same_words: bool
    in_order: bool = True


@attrs.frozen
class Alignment:
    """Official sentences and the sentences of a text that answer them (对齐结果).

    Attributes:
        digests: the official sentences, in printed order.
        sentences: the sentences of the text, in its order.
        answers: index of an official sentence to its answer; missing where there is none.
        paragraphs: place of a measure to the paragraph of the text that answers it.
        first_numbers: such a paragraph to the number of its first sentence: 0 for a heading, 1 for
            a measure without heading.
    """

    digests: tuple[SentenceDigest, ...]
    sentences: tuple[LocatedSentence, ...]
    answers: dict[int, Answer]
    paragraphs: dict[str, int]
    first_numbers: dict[int, int]

    @property
    def unanswering(self) -> tuple[int, ...]:
        """The sentences of the text that answer no official sentence."""
        used = {index for answer in self.answers.values() for index in answer.indexes}
        return tuple(index for index in range(len(self.sentences)) if index not in used)

    def found_at(self, index: int) -> Citation | None:
        """Where a sentence of the text stands, counted as the plan counts."""
        sentence = self.sentences[index]
        if sentence.citation is None:
            return None
        number = sentence.citation.sentence + self.first_numbers.get(sentence.paragraph, 0)
        return attrs.evolve(sentence.citation, sentence=number)


def aligned(digests: Sequence[SentenceDigest], sentences: Sequence[LocatedSentence]) -> Alignment:
    """``sentences`` beside the official sentences behind ``digests``."""
    alignment = _word_for_word(tuple(digests), tuple(sentences))
    apart = tuple(_taken_apart(alignment))
    if len(apart) != len(alignment.sentences):
        alignment = _word_for_word(alignment.digests, apart)
    _reworded_between_neighbours(alignment)
    _reworded_beside_a_neighbour(alignment)
    return alignment


# --- word for word --------------------------------------------------------------------------------


def _word_for_word(digests: tuple[SentenceDigest, ...], sentences: tuple[LocatedSentence, ...]) -> Alignment:
    prints = [digest(one.text) for one in sentences]
    places = _grouped((one.citation.place, index) for index, one in enumerate(digests))
    paragraphs = _grouped((one.paragraph, index) for index, one in enumerate(sentences) if one.paragraph >= 0)
    answered_by = _paragraphs_by_place(digests, sentences, prints, places, paragraphs)
    answers: dict[int, Answer] = {}
    for place, paragraph in answered_by.items():
        official, other = places[place], paragraphs[paragraph]
        matcher = SequenceMatcher(
            None, [digests[one].sha256 for one in official], [prints[one] for one in other], autojunk=False
        )
        for first, second, size in matcher.get_matching_blocks():
            for step in range(size):
                answers[official[first + step]] = Answer((other[second + step],), same_words=True)
    taken = {answer.indexes[0] for answer in answers.values()}
    free = _grouped((prints[index], index) for index in range(len(sentences)) if index not in taken)
    for index, one in enumerate(digests):
        if index not in answers and free.get(one.sha256):
            answers[index] = Answer((free[one.sha256].pop(0),), same_words=True, in_order=False)
    first_numbers = {
        paragraph: digests[places[place][0]].citation.sentence for place, paragraph in answered_by.items()
    }
    return Alignment(digests, sentences, answers, answered_by, first_numbers)


def _paragraphs_by_place(
    digests: tuple[SentenceDigest, ...],
    sentences: tuple[LocatedSentence, ...],
    prints: list[str],
    places: dict[str, list[int]],
    paragraphs: dict[int, list[int]],
) -> dict[str, int]:
    """Which paragraph of the text answers which measure: the one it shares most sentences with."""
    printed = {
        paragraph: str(citation.place)
        for paragraph, indexes in paragraphs.items()
        if (citation := sentences[indexes[0]].citation) is not None
    }
    official = _grouped((one.sha256, one.citation.place) for one in digests)
    votes = Counter(
        (place, sentence.paragraph)
        for sentence, fingerprint in zip(sentences, prints, strict=True)
        if sentence.paragraph >= 0
        for place in official.get(fingerprint, ())
    )
    found: dict[str, int] = {}
    free = dict.fromkeys(paragraphs)

    def pair(place: str, paragraph: int) -> None:
        if place not in found and paragraph in free:
            found[place] = paragraph
            del free[paragraph]

    for (place, paragraph), _ in sorted(
        votes.items(), key=lambda vote: (-vote[1], vote[0][0] != printed[vote[0][1]], vote[0][1])
    ):
        pair(place, paragraph)
    for place in places:
        for paragraph in list(free):
            if printed[paragraph] == place:
                pair(place, paragraph)
    order = list(places)
    for position, place in enumerate(order):
        before = max((found[one] for one in order[:position] if one in found), default=-1)
        after = min((found[one] for one in order[position:] if one in found), default=len(sentences))
        for paragraph in list(free):
            if before < paragraph < after and printed[paragraph].startswith("S") == place.startswith("S"):
                pair(place, paragraph)
    return found


# --- run together ---------------------------------------------------------------------------------


def _taken_apart(alignment: Alignment) -> Iterator[LocatedSentence]:
    """The sentences, with official sentences that were run together taken apart again.

    ``A，B。`` ends with the official ``B。``: its digest proves it. What stands before it is taken for
    ``A`` only when the sentence before B is missing too, and either only its full stop differs or it
    is about as long.
    """
    open_by_print = {
        one.sha256: index for index, one in enumerate(alignment.digests) if index not in alignment.answers
    }
    lengths = sorted({alignment.digests[index].characters for index in open_by_print.values()}, reverse=True)
    loose = set(alignment.unanswering)
    for index, sentence in enumerate(alignment.sentences):
        rest, tail = sentence.text, list[str]()
        while index in loose and lengths and len(rest) > lengths[-1]:
            end = next(
                (
                    cut
                    for cut, second in _endings(rest, lengths, open_by_print, stopped=not tail)
                    if _answers_the_one_before(rest[:cut], second, alignment)
                ),
                0,
            )
            if not end:
                break
            tail.insert(0, rest[end:])
            rest = rest[:end]
        yield from (attrs.evolve(sentence, text=one) for one in (rest, *tail))


def _endings(
    text: str, lengths: list[int], open_by_print: dict[str, int], *, stopped: bool
) -> Iterator[tuple[int, int]]:
    """Where an open official sentence begins that ``text`` ends with, and which it is."""
    for length in lengths:
        for form, size in _forms(text, length, stopped=stopped):
            if 0 < size < len(text) and (second := open_by_print.get(digest(form))) is not None:
                yield len(text) - size, second


def _forms(text: str, length: int, *, stopped: bool) -> Iterator[tuple[str, int]]:
    """The end of ``text`` as an official sentence of ``length``, and how much of it that takes."""
    if stopped:
        yield text[-length:], length
    elif length > 1:
        yield text[-length:-1] + "。", length  # its full stop became another character
        yield text[1 - length :] + "。", length - 1  # its full stop is gone


def _answers_the_one_before(text: str, second: int, alignment: Alignment) -> bool:
    """Whether ``text``, which stands before an official sentence, is likely the one before that."""
    before = second - 1
    if before < 0 or before in alignment.answers:
        return False
    one = alignment.digests[before]
    return _apart(len(text), one.characters) <= 1 / 3 or any(
        digest(form) == one.sha256 for form, _ in _forms(text, one.characters, stopped=False)
    )


# --- in another wording ---------------------------------------------------------------------------


def _reworded_between_neighbours(alignment: Alignment) -> None:
    """Answers what is left open between the same neighbours of a measure and its paragraph."""
    loose = set(alignment.unanswering)
    places = _grouped((one.citation.place, index) for index, one in enumerate(alignment.digests))
    paragraphs = _grouped((one.paragraph, index) for index, one in enumerate(alignment.sentences))
    for place, paragraph in alignment.paragraphs.items():
        official, other = places[place], paragraphs[paragraph]
        anchors = [
            (position, other.index(answer.indexes[0]))
            for position, index in enumerate(official)
            if (answer := alignment.answers.get(index)) is not None
            and answer.in_order
            and answer.indexes[0] in other
        ]
        left = (-1, -1)
        for right in [*anchors, (len(official), len(other))]:
            _fill(
                alignment,
                [one for one in official[left[0] + 1 : right[0]] if one not in alignment.answers],
                [one for one in other[left[1] + 1 : right[1]] if one in loose],
            )
            left = right


def _fill(alignment: Alignment, official: list[int], other: list[int]) -> None:
    """The cheapest way to answer ``official`` by ``other``, in order, judged by length alone."""
    other = other[:_MANY]
    lengths = [alignment.digests[one].characters for one in official]
    sizes = [len(alignment.sentences[one].text) for one in other]
    # best[i][j]: cost of the first i official and j other sentences, and the last step (official, other).
    best: list[list[tuple[float, tuple[int, int]]]] = []
    for i in range(len(official) + 1):
        row: list[tuple[float, tuple[int, int]]] = []
        best.append(row)
        for j in range(len(other) + 1):
            choices: list[tuple[float, tuple[int, int]]] = []
            for down, across in ((1, 1), (1, 0), (0, 1), (1, 2), (2, 1)):
                if down > i or across > j:
                    continue
                cost = _ALONE
                if down and across:
                    cost = _apart(sum(lengths[i - down : i]), sum(sizes[j - across : j]))
                    if down != across and cost > _NEAR:
                        continue
                    cost += _APART * (down + across - 2)
                choices.append((best[i - down][j - across][0] + cost, (down, across)))
            row.append(min(choices, key=lambda one: one[0]) if choices else (0.0, (0, 0)))
    i, j = len(official), len(other)
    while i or j:
        down, across = best[i][j][1]
        if down and across:
            answer = Answer(tuple(other[j - across : j]), same_words=False)
            alignment.answers.update(dict.fromkeys(official[i - down : i], answer))
        i, j = i - down, j - across


def _reworded_beside_a_neighbour(alignment: Alignment) -> None:
    """Answers what is still open by the sentence next to a neighbour that was found elsewhere."""
    loose = set(alignment.unanswering)
    for index, one in enumerate(alignment.digests):
        if index in alignment.answers:
            continue
        for step in (-1, 1):
            neighbour = alignment.answers.get(index + step)
            if (
                neighbour is not None
                and neighbour.same_words
                and alignment.digests[index + step].citation.place == one.citation.place
                and (beside := neighbour.indexes[0] - step) in loose
                and alignment.sentences[beside].paragraph
                == alignment.sentences[neighbour.indexes[0]].paragraph
            ):
                alignment.answers[index] = Answer((beside,), same_words=False)
                loose.discard(beside)
                break


def _apart(one: int, other: int) -> float:
    return abs(one - other) / max(one, other, 1)


def _grouped(pairs: Iterable[tuple[_K, _V]]) -> dict[_K, list[_V]]:
    groups: dict[_K, list[_V]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return dict(groups)
