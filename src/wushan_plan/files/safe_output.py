"""Output that a crash cannot half-write and a spreadsheet cannot execute (安全输出)."""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?%?")


@contextmanager
def replacing(path: Path, encoding: str) -> Iterator[IO[str]]:
    """A text file written beside ``path`` and renamed onto it when the block ends well.

    A crash, an error or an interruption leaves the old file as it was.
    """
    part = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        with open(part, "x", encoding=encoding, newline="") as file:
            yield file
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def spreadsheet_text(text: str) -> str:
    """``text`` so that a spreadsheet shows it instead of running it.

    A cell that starts like a formula gets an apostrophe in front; a plain number does not.
    """
    if text[:1] in ("=", "+", "-", "@", "\t", "\r") and not _NUMBER.fullmatch(text):
        return "'" + text
    return text
