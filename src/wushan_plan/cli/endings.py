"""The format of a file is told by the ending of its name (文件格式)."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from wushan_plan.errors import CaseFileError


def unknown_ending(path: Path, endings: Iterable[str]) -> CaseFileError:
    """The error for a result whose name ends in none of ``endings``."""
    *first, last = endings
    return CaseFileError(
        value=str(path),
        rule="the format is told by the ending of the name.",
        where="--out",
        remedy=f"End it with {', '.join(first)} or {last}.",
        zh=f"看不出要什么格式，文件名请以{'、'.join(first)}或{last}结尾",
    )
