"""Small tables for the notebooks, as Markdown: text to the left, numbers to the right."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence

from IPython.display import Markdown

_MARKS = re.compile(r"([\\|*_`<\[~])")
"""What Markdown would take for something else than text."""
_SHORT = 8
"""Characters of a text that is not broken over two lines; nor is a date."""


def table(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> Markdown:
    """Rows under headings; a column that begins with a number stands to the right."""
    body = [list(row) for row in rows]
    first = body[0] if body else [""] * len(headings)
    sides = ["---:" if isinstance(cell, int | float) else ":---" for cell in first]
    lines = [headings, *body]
    written = ["| " + " | ".join(map(_shown, line)) + " |" for line in lines]
    return Markdown("\n".join([written[0], f"| {' | '.join(sides)} |", *written[1:]]))


def _shown(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, int) and not isinstance(cell, bool):
        return f"{cell:,}"
    text = _MARKS.sub(r"\\\1", str(cell)).replace("\n", " ")
    if isinstance(cell, dt.date) or 1 < len(text) <= _SHORT:
        return f'<span style="white-space:nowrap">{text}</span>'
    return text
