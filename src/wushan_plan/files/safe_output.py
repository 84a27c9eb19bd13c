"""Output that a crash cannot half-write and a spreadsheet cannot execute (安全输出)."""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from wushan_plan.errors import CaseFileError

_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?%?")


@contextmanager
def replacing(path: Path, encoding: str) -> Iterator[IO[str]]:
    """A text file written beside ``path`` and renamed onto it when the block ends well.

    A crash, an error or an interruption leaves the old file as it was.
    """
    with replacing_path(path) as part, open(part, "x", encoding=encoding, newline="") as file:
        yield file


@contextmanager
def replacing_path(path: Path) -> Iterator[Path]:
    """A path beside ``path``, for whatever is written there; renamed onto it when the block ends well.

    For libraries that open their file themselves; otherwise as :func:`replacing`.
    """
    part = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        yield part
        try:
            part.replace(path)
        except PermissionError:  # Windows does not replace a file that Excel holds open
            raise CaseFileError(
                value=str(path),
                rule="the file cannot be replaced: it is open in another program, or protected.",
                where=str(path),
                remedy="Close it, or write under another name.",
                zh="文件无法替换：正被其他程序打开，或者受写保护；请关闭后重试，或换一个文件名",
            ) from None
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
