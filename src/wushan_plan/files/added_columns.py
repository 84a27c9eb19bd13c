"""Columns added beside those of the original (追加的列)."""

from __future__ import annotations

from collections.abc import Sequence


def free_name(name: str, taken: Sequence[str]) -> str:
    """``name``, or with the least number that the original columns leave free."""
    made, number = name, 1
    while made in taken:
        number += 1
        made = f"{name}_{number}"
    return made
