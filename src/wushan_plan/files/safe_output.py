"""Output that a crash cannot half-write and no reader takes for more than text (安全输出)."""

from __future__ import annotations

import os
import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from wushan_plan.errors import CaseFileError
from wushan_plan.plain_text import OBEYED

RUNS = "^([\t\r\n]|[ \u00a0\u3000\u200b\ufeff]*[=+@\uff1d\uff0b\uff0d\uff20-])"
"""Begins a cell that a spreadsheet may run; some do so past blanks, or take the full-width signs."""
NUMBER = r"^[+-]?[0-9]+(\.[0-9]+)?%?$"
"""A cell that begins with a sign and is a number all the same."""
_RUNS, _NUMBER = re.compile(RUNS), re.compile(NUMBER.removesuffix("$") + r"\Z")
_SURROGATE = re.compile("[\ud800-\udfff]")
_BREAKS_A_LINE = re.compile("[\x85\u2028\u2029\ud800-\udfff]")
_NOT_IN_A_NAME = re.compile(r'[<>:"/\\|?*]')
_ENDS = re.compile(r"\A[\s.]+|[\s.]+\Z")
_DEVICE = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|\Z)", re.IGNORECASE)
_MOST_NAME = 150  # bytes; systems take 255, and a part being written has a longer name


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
        os.fsencode(part)
    except UnicodeEncodeError as error:  # a C locale without UTF-8 mode takes names in ASCII alone
        raise CaseFileError(
            value=str(path),
            rule=f"names of files are written in {error.encoding} here, which has no such characters.",
            where=str(path),
            remedy="Set PYTHONUTF8=1, or a locale in UTF-8.",
            zh=f"当前环境的文件名编码是{error.encoding}，写不出这个文件名；请设置PYTHONUTF8=1或UTF-8的区域设置",
        ) from None
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
    text = whole(text)
    return "'" + text if _RUNS.match(text) and not _NUMBER.match(text) else text


def whole(text: str) -> str:
    """``text`` with � for each half of a character, which no file in UTF-8 can hold."""
    return _SURROGATE.sub("\ufffd", text)


def json_on_one_line(text: str) -> str:
    """JSON without the characters that end a line for some readers, or that no file can hold.

    They stand as JSON's own escapes, so that the same values are read back.
    """
    return _BREAKS_A_LINE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def file_name(text: str, ending: str, taken: set[str]) -> str:
    """A file name after ``text`` that stays in its folder on every system and is not ``taken`` yet.

    Args:
        text: what the file is about.
        ending: such as ``.xlsx``.
        taken: the names given before, folded; the new one is added.
    """
    plain = _NOT_IN_A_NAME.sub("_", OBEYED.sub("_", text.replace("\t", "_").replace("\n", "_")))
    plain = plain.encode()[:_MOST_NAME].decode(errors="ignore")
    plain = _ENDS.sub("", plain) or "_"
    if _DEVICE.match(plain):
        plain = f"_{plain}"
    made, number = plain, 1
    while made.casefold() in taken:
        number += 1
        made = f"{plain}_{number}"
    taken.add(made.casefold())
    return made + ending
