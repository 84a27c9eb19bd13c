"""The address of every fact (出处)."""

from __future__ import annotations

import re
from typing import Self

import attrs

from wushan_plan.errors import DefinitionError

_PRINTED = re.compile(r"(S?)(\d{1,2})\.(\d{1,2})")


@attrs.frozen
class Citation:
    """Measure (or safeguard) and sentence (出处): ``6.1`` or ``S2.1``.

    Sentence 0 is the heading, 1 the first sentence of the body. Sentences end at 。 only.

    Attributes:
        measure: number of the measure, from 1; ``None`` when a safeguard is cited.
        sentence: number of the sentence inside it; 0 is the heading.
        safeguard: number of the safeguard paragraph, from 1; ``None`` when a measure is cited.
    """

    measure: int | None
    sentence: int
    safeguard: int | None = None

    def __attrs_post_init__(self) -> None:
        numbers = [number for number in (self.measure, self.safeguard) if number is not None]
        if len(numbers) != 1 or numbers[0] < 1 or self.sentence < 0:
            raise DefinitionError(
                value=(self.measure, self.sentence, self.safeguard),
                rule="a citation names one measure or one safeguard, from 1, and a sentence from 0.",
                where="Citation",
                remedy="Write Citation(6, 1), or Citation(None, 1, safeguard=2).",
            )

    @classmethod
    def parse(cls, text: str) -> Self:
        """The citation printed as ``6.1`` or ``S2.1``."""
        match = _PRINTED.fullmatch(text)
        if match is None:
            raise DefinitionError(
                value=text,
                rule="a citation is printed as measure.sentence.",
                where="Citation.parse",
                remedy="Write '6.1' for a measure, 'S2.1' for a safeguard.",
            )
        number, sentence = int(match[2]), int(match[3])
        return cls(None, sentence, number) if match[1] else cls(number, sentence)

    @property
    def place(self) -> str:
        """The measure or safeguard alone: ``6`` or ``S2``."""
        return f"S{self.safeguard}" if self.measure is None else str(self.measure)

    @property
    def order(self) -> tuple[int, int, int]:
        """Sorts citations in printed order: measures, then safeguards."""
        if self.measure is not None:
            return (0, self.measure, self.sentence)
        assert self.safeguard is not None  # one of the two is named
        return (1, self.safeguard, self.sentence)

    def __str__(self) -> str:
        return f"{self.place}.{self.sentence}"
