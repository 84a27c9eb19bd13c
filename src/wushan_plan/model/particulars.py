"""What a commitment carries beside its criterion (数值、范围、例外、行为主体、上位法)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction

import attrs

from wushan_plan.model.facts import Fact
from wushan_plan.model.periods import CalendarDays, WorkingDays


class Quantifier(Enum):
    """A universal quantifier without a digit (全称量词)."""

    ALL = "all"
    """全、全面、全程、所有、各类 …: everything in the universe."""
    ZERO = "zero"
    """零、免、不得、不再 …: none."""
    ONCE = "once"
    """一次性、一份 …: one and the same."""
    AT_ONCE = "at-once"
    """即、实时、及时 …: without delay, and without a number."""
    REPEATED = "repeated"
    """持续、不定期、逐步 …: again and again, without an interval."""


FigureValue = WorkingDays | CalendarDays | date | int | Decimal | Fraction | Quantifier


@attrs.frozen
class Figure:
    """A number, date or quantifier of the text, typed (数值).

    Attributes:
        phrase: the few characters of the text that hold it, exactly as printed.
        value: what they say.
        unit: the unit in Chinese, where the value is a bare number.
    """

    phrase: str
    value: FigureValue
    unit: str = ""


@attrs.frozen
class NamedTerm:
    """A numeral or quantifier that is part of a name, and so is no figure (名称).

    Attributes:
        phrase: the characters of the text, exactly as printed.
        because: why it is not a figure, in Chinese.
        because_en: the same in English.
    """

    phrase: str
    because: str
    because_en: str


@attrs.frozen
class Scope:
    """Whom or what a commitment is about (适用范围).

    Attributes:
        zh: the scope in Chinese.
        en: the scope in English.
        condition: the truth that must be known before the commitment applies to a case. ``None``:
            the caller says by asking that the case is inside; ``in_scope=False`` says otherwise.
        inferred: whether the scope is taken from the context, not from the sentence itself.
    """

    zh: str
    en: str
    condition: Fact | None = None
    inferred: bool = False


@attrs.frozen
class Deviation:
    """A deviation the text itself allows (例外): 原则上, 无正当理由, 另有规定.

    Attributes:
        phrase: the words of the text.
        zh: what has to be recorded for it to hold, in Chinese.
        en: the same in English.
    """

    phrase: str
    zh: str
    en: str


@attrs.frozen
class Actor:
    """Who acts, where it is not the lead units (行为主体).

    Attributes:
        zh: as the text calls it.
        en: in English.
        inferred: whether the text leaves it open and this is inference.
    """

    zh: str
    en: str
    inferred: bool = False


class Relation(Enum):
    """How a promise stands to a rule of superior law (与上位法的关系)."""

    STRICTER = "stricter"
    EQUAL = "equal"
    DIFFERENT_SCOPE = "different-scope"
    PARENT = "parent"
    """The superior rule says the same in other or equal words and gives no number."""


@attrs.frozen
class SuperiorRule:
    """A rule of superior law beside the promise (上位法).

    Only rules that could be checked in a published (unofficial) law text are listed.

    Attributes:
        law: full name of the law.
        article: number of the article.
        zh: what it requires, in our own words, in Chinese.
        en: the same in English.
        relation: how the promise stands to it.
        limit: its own limit, where it sets one.
        checked: where the article was read.
    """

    law: str
    article: int
    zh: str
    en: str
    relation: Relation
    limit: WorkingDays | CalendarDays | None = None
    checked: str = "公开法律文本库（非官方）"


class Role(Enum):
    """What a commitment does in its measure (作用)."""

    ACTION = "action"
    """Something is to be done."""
    OUTCOME = "outcome"
    """What the action beside it is meant to bring about."""
    HEADING = "heading"
    """The heading of the measure."""
