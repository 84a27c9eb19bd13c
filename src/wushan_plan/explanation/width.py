"""How wide a text stands on a screen, a page or in a cell (显示宽度)."""

from __future__ import annotations

import unicodedata


def display_width(text: str) -> int:
    """Columns the longest line of ``text`` takes: a Chinese character two, and so do its marks.

    Signs such as “ ” … — take one column or two, as the letters around them do; among Chinese letters
    they take two. Those of Western Europe, · among them, take one.
    """
    return max(sum(map(_columns, line)) for line in text.split("\n"))


def padded(text: str, width: int) -> str:
    """``text``, one line, filled up with blanks to a display width."""
    return text + " " * (width - display_width(text))


def _columns(char: str) -> int:
    return 2 if char > "\xff" and unicodedata.east_asian_width(char) in "WFA" else 1
