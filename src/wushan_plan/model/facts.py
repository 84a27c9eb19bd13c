"""What has to be known before a commitment can be judged (判定所需事实)."""

from __future__ import annotations

from collections.abc import Collection
from enum import Enum

import attrs

from wushan_plan.errors import DefinitionError


class FactKind(Enum):
    """The type of a fact's value (事实类型)."""

    DATE = "date"
    """``datetime.date`` or ``datetime.datetime``."""
    DATES = "dates"
    """Any iterable of dates."""
    COUNT = "count"
    """A whole number, 0 or more."""
    AMOUNT = "amount"
    """A number, 0 or more: money, a ratio, a measured quantity. Never NaN."""
    QUANTITY = "quantity"
    """Any finite number: an observation that may be negative."""
    TRUTH = "truth"
    """``True`` or ``False``."""
    TEXT = "text"
    """Non-empty text: a reason, a file number, an address of evidence."""
    ITEMS = "items"
    """Any iterable of item names, or a count of them."""
    CASES = "cases"
    """Any iterable of ``(start, end)`` pairs of dates; ``end`` is ``None`` while a case is open."""
    PERIOD = "period"
    """An ``Interval`` or a pair ``(first, last)`` of dates, both included."""
    DURATION = "duration"
    """``WorkingDays`` or ``CalendarDays``."""
    VERDICTS = "verdicts"
    """Any iterable of verdicts on other commitments."""


_OTHER_WORDS = {
    **dict.fromkeys(("begin", "began", "begins", "beginning", "started", "accepted", "opened"), "start"),
    **dict.fromkeys(("finish", "finished", "ended", "completed", "closed", "stop"), "end"),
}
"""Words for a fact that are spelt like another one, or like none."""


def meant(name: str, known: Collection[str]) -> str:
    """The name of the fact that ``name`` may stand for: another word for it, where that is known."""
    other = _OTHER_WORDS.get(name)
    return name if other is None or other not in known else other


@attrs.frozen
class Fact:
    """One thing that has to be known (事实).

    Attributes:
        name: the keyword ``evaluate`` takes it under.
        zh: its label in Chinese, as an office would head a column with it.
        en: its label in English.
        kind: the type of its value.
        unit: its unit in Chinese (元, 项, 次 …); empty where it has none.
        optional: whether a verdict can be given without it.
    """

    name: str
    zh: str
    en: str
    kind: FactKind
    unit: str = ""
    optional: bool = False

    def __attrs_post_init__(self) -> None:
        if not self.name.isidentifier() or not self.zh or not self.en:
            raise DefinitionError(
                value=self.name,
                rule="a fact has a Python identifier for a name and a label in both languages.",
                where="Fact",
                remedy="Name it like start or paper_copies and give zh and en.",
            )
