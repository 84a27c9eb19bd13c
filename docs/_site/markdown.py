"""Markdown as the generated pages need it (排版)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

_SPECIAL = str.maketrans({mark: "\\" + mark for mark in "\\`*_{}[]<>|$#~"})


def text(words: str) -> str:
    """Plain words, safe inside a table cell or a paragraph."""
    return " ".join(words.split()).translate(_SPECIAL)


def code(words: str) -> str:
    """An identifier."""
    return f"`{words}`"


def anchored(words: str, anchor: str) -> str:
    """Inline Markdown that other pages can link to."""
    return f"[{words}]{{#{anchor}}}"


def link(words: str, target: str) -> str:
    """A link; ``words`` are Markdown already."""
    return f"[{words}]({target})"


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; its cells are Markdown already."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines) + "\n"


def toctree(entries: Iterable[str], *options: str) -> str:
    """A table of contents for the navigation."""
    head = "".join(f":{option}:\n" for option in ("hidden", *options))
    return ":::{toctree}\n" + head + "\n" + "".join(f"{entry}\n" for entry in entries) + ":::\n\n"


def fenced(language: str, content: str) -> str:
    """A block of code."""
    return f"```{language}\n{content.rstrip()}\n```\n\n"
