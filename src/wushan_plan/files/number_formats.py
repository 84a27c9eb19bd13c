"""Numbers of a workbook that are shown as dates (单元格日期格式)."""

from __future__ import annotations

import re
from typing import Literal

Shown = Literal["number", "date", "time"]
"""What a number format makes of a number."""

_BUILT_IN_DATES = frozenset({14, 15, 16, 17, 22, *range(27, 32), 36, *range(50, 55), 57, 58})
_BUILT_IN_TIMES = frozenset({18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56})
_LITERAL = re.compile(r'"[^"]*"|\\.|[_*].|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
_ELAPSED = re.compile(r"\[(?:h+|m+|s+)\]", re.IGNORECASE)


def shown_as(number: int, code: str | None) -> Shown:
    """What the format with that number makes of a cell.

    Args:
        number: the number of the format.
        code: its code, where the workbook defines it; built-in formats have none.
    """
    if code is None:
        return "date" if number in _BUILT_IN_DATES else "time" if number in _BUILT_IN_TIMES else "number"
    first = _LITERAL.sub("", code[:1000]).partition(";")[0].casefold()
    if _ELAPSED.search(first):
        return "time"
    if "general" in first or "#" in first or "0." in first:
        return "number"
    if "y" in first or "d" in first or re.search(r"e{1,2}[^+\-]*m", first):
        return "date"
    if "h" in first or "s" in first:
        return "time"
    return "date" if "m" in first else "number"
