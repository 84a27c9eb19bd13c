"""Text from data on its way to a reader (纯文本): what would be obeyed, not read, stands as an escape.

A terminal obeys control characters, a page and a terminal those that turn the direction of writing, and
nobody sees a character without width. Each of them is shown as Python writes it: ``\\x1b``, ``\\u202e``.
Half a character, which no file can hold, is shown in the same way.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_ESCAPED = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # control characters, but for tab and line break
    "\xad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b-\u200f"  # format characters,
    "\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"  # among them all without width
    "\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e007f"
    "\u2028\u2029"  # line breaks to some readers
    "\ud800-\udfff\ufdd0-\ufdef"  # no characters at all
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
)
OBEYED = re.compile(f"[{_ESCAPED}]")
"""A character that is obeyed instead of read."""


def printable(text: str) -> str:
    """``text`` with all that would be obeyed instead of read as escapes; its lines stay lines."""
    return OBEYED.sub(_shown, text.replace("\r\n", "\n"))


def one_line(text: str) -> str:
    """``text`` as :func:`printable` shows it, and on one line: breaks and tabs are escapes as well."""
    return OBEYED.sub(_shown, text).replace("\t", "\\t").replace("\n", "\\n")


def joined(lines: Iterable[str]) -> str:
    """Lines as one text; what stands in one of them never begins another."""
    return "\n".join(map(one_line, lines))


def _shown(found: re.Match[str]) -> str:
    return repr(found[0])[1:-1]
