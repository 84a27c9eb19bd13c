"""The shapes a page in a notebook is made of (页面构件): text and order, neither markup nor style."""

from __future__ import annotations

from enum import Enum

import attrs

from wushan_plan.explanation.markup import Markup


class Tone(Enum):
    """What a colour says (色调); a word beside it always says the same."""

    GOOD = "good"
    BAD = "bad"
    CARE = "care"
    COMING = "coming"
    QUIET = "quiet"


@attrs.frozen
class Badge:
    """A word in a frame (标签).

    Attributes:
        text: the word.
        tone: what its colour says.
    """

    text: str
    tone: Tone = Tone.QUIET


@attrs.frozen
class Strong:
    """Words in bold (强调).

    Attributes:
        text: the words.
    """

    text: str


Inline = str | Badge | Strong
Words = Inline | tuple[Inline, ...]


@attrs.frozen
class Line:
    """A paragraph (段落).

    Attributes:
        words: what it says.
        faint: whether it stands back.
    """

    words: Words
    faint: bool = False


@attrs.frozen
class Rows:
    """Labels with their values (条目表).

    Attributes:
        rows: label and value; rows without a value are left out.
    """

    rows: tuple[tuple[str, Words], ...]


@attrs.frozen
class Table:
    """A table (表格).

    Attributes:
        heads: heading of each column.
        rows: the cells.
        numbers: indexes of the columns that hold numbers.
        wide: indexes of the columns that hold sentences.
        tight: indexes of the columns whose cells are never broken into lines.
        more: what is said of rows left out; empty when there are none.
    """

    heads: tuple[str, ...]
    rows: tuple[tuple[Words, ...], ...]
    numbers: tuple[int, ...] = ()
    wide: tuple[int, ...] = ()
    tight: tuple[int, ...] = ()
    more: str = ""


@attrs.frozen
class Bar:
    """Parts of a whole, side by side (比例条).

    Attributes:
        parts: word, number and tone of each.
    """

    parts: tuple[tuple[str, int, Tone], ...]


@attrs.frozen
class Picture:
    """A drawing (图).

    Attributes:
        drawing: the drawing; its words stand elsewhere on the page as well.
    """

    drawing: Markup


@attrs.frozen
class Account:
    """A text whose line breaks matter (原样文字).

    Attributes:
        text: the text.
    """

    text: str


@attrs.frozen
class Fold:
    """What is opened with a click (折叠).

    Attributes:
        title: what is always there.
        blocks: what is inside.
        is_open: whether it starts open.
    """

    title: str
    blocks: tuple[Block, ...]
    is_open: bool = False


Block = Line | Rows | Table | Bar | Picture | Account | Fold


@attrs.frozen
class Page:
    """What is shown of one noun (页面).

    Attributes:
        title: its name.
        blocks: what is said of it.
        badges: words in frames beside the title.
        above: a faint line above the title.
        text: its plain text where that has a form of its own; made of the blocks otherwise.
    """

    title: str
    blocks: tuple[Block, ...] = ()
    badges: tuple[Badge, ...] = ()
    above: str = ""
    text: str = ""


def words_of(words: Words) -> tuple[Inline, ...]:
    """The pieces of what is said."""
    return words if isinstance(words, tuple) else (words,)
