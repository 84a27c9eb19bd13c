"""A plan held against its official text (原文用语检查): every figure typed, every phrase printed.

Both checks are silent until the text is bound.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wushan_plan.model.citation import Citation
from wushan_plan.model.commitment import Commitment
from wushan_plan.model.parts import printed
from wushan_plan.model.plan import Plan
from wushan_plan.source.places import Remark, places

# What has to be accounted for wherever it stands in a sentence: figures first, then the words that
# say all, none, once, at once, again and again, and the words of a date.
_TO_ACCOUNT_FOR = re.compile(
    r"[0-9０-９]+(?:[.．][0-9０-９]+)?[%％]?"
    r"|[〇零一二三四五六七八九十百千万两双]+"
    r"|全|所有|各|任何|凡|每|尽|更多|单一"
    r"|免|无|不再|取消"
    r"|首|数次"
    r"|即|实时|及时|同步|自动|当场|立刻|随时"
    r"|逐|持续|不定期|定期|常态|日常|动态"
    r"|年内|今年|年度|底前"
)

# Words that hold one of those characters and say nothing of the kind. One list, on purpose short:
# a word goes in here only when it can never be a number or a quantifier, whatever sentence it is in.
_WORDS = (
    "安全",  # safe
    "健全",  # sound; to perfect
    "保全",  # to preserve (assets)
    "尽职",  # to do one's duty (due diligence)
    "统一",  # uniform
    "一般",  # ordinary
    "进一步",  # further
    "一体化",  # integrated
)


def every_figure_of_the_text_is_typed(plan: Plan) -> Iterator[Remark]:
    """Every numeral, date and quantifier is part of a figure, a name or an operative phrase."""
    for citation, sentence in _bound(plan).items():
        accounted = {
            position
            for phrase in (*_phrases(plan, citation), *_WORDS)
            for position in _positions(phrase, sentence)
        }
        for match in _TO_ACCOUNT_FOR.finditer(sentence):
            if not accounted.issuperset(range(*match.span())):
                yield (
                    str(citation),
                    f"“{match[0]}”（第{match.start() + 1}字）既不是数值，也没有列为名称。",
                    f"'{match[0]}' (character {match.start() + 1}) is neither a figure nor listed as a name.",
                )


def every_phrase_is_printed(plan: Plan) -> Iterator[Remark]:
    """Every phrase that claims to be the text's own stands in its sentence, names in their measure."""
    sentences = _bound(plan)
    for one in plan.commitments if sentences else ():
        for phrase in _own_phrases(one):
            if phrase not in sentences.get(one.citation, ""):
                yield (
                    one.number,
                    f"“{phrase}”不在句{one.citation}中。",
                    f"'{phrase}' does not stand in sentence {one.citation}.",
                )
    for place in places(plan) if sentences else ():
        for name in place.names:
            if not any(
                name.phrase in text for where, text in sentences.items() if where.place == printed(place)
            ):
                yield (
                    printed(place),
                    f"“{name.phrase}”不在本条中。",
                    f"'{name.phrase}' does not stand in it.",
                )


def _bound(plan: Plan) -> dict[Citation, str]:
    return dict(plan.sentences or {})


def _own_phrases(commitment: Commitment) -> Iterator[str]:
    yield from filter(None, (commitment.phrase,))
    yield from (figure.phrase for figure in commitment.figures)
    yield from (deviation.phrase for deviation in commitment.exceptions)
    yield from commitment.platforms
    yield from commitment.instruments


def _phrases(plan: Plan, citation: Citation) -> Iterator[str]:
    for place in places(plan):
        if printed(place) == citation.place:
            yield from (name.phrase for name in place.names)
            for one in place.commitments:
                if one.citation == citation:
                    yield from _own_phrases(one)


def _positions(phrase: str, sentence: str) -> Iterator[int]:
    for match in re.finditer(f"(?={re.escape(phrase)})", sentence):
        yield from range(match.start(), match.start() + len(phrase))
