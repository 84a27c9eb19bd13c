"""A page as plain text (纯文本), for what shows no HTML."""

from __future__ import annotations

from collections.abc import Iterator

from wushan_plan.explanation.display.page import (
    Account,
    Badge,
    Bar,
    Block,
    Fold,
    Line,
    Page,
    Picture,
    Rows,
    Table,
    Words,
    words_of,
)
from wushan_plan.model.verdict import Lang
from wushan_plan.plain_text import joined, printable


def as_text(page: Page, lang: Lang) -> str:
    """The page as plain text."""
    if page.text:
        return printable(page.text)
    title = page.title + "".join(_framed(badge.text, lang) for badge in page.badges)
    lines = [page.above, title] if page.above else [title]
    for block in page.blocks:
        lines += _lines(block, lang)
    return joined(lines)


def _framed(word: str, lang: Lang) -> str:
    return f"【{word}】" if lang == "zh" else f" [{word}]"


def _said(words: Words, lang: Lang) -> str:
    parts = (
        _framed(one.text, lang).strip()
        if isinstance(one, Badge)
        else one
        if isinstance(one, str)
        else one.text
        for one in words_of(words)
    )
    return "".join(parts)


def _lines(block: Block, lang: Lang) -> Iterator[str]:
    colon = "：" if lang == "zh" else ": "
    if isinstance(block, Line):
        yield _said(block.words, lang)
    elif isinstance(block, Rows):
        yield from (f"{label}{colon}{_said(words, lang)}" for label, words in block.rows if words)
    elif isinstance(block, Table):
        for row in block.rows:
            yield "  " + "  ".join(said for cell in row if (said := _said(cell, lang)))
        if block.more:
            yield f"  {block.more}"
    elif isinstance(block, Bar):
        yield ("，" if lang == "zh" else ", ").join(
            f"{word} {number}" for word, number, _ in block.parts if number
        )
    elif isinstance(block, Account):
        yield from printable(block.text).split("\n")
    elif isinstance(block, Fold):
        yield block.title
        for one in block.blocks:
            yield from _lines(one, lang)
    else:
        assert isinstance(block, Picture)  # its words stand elsewhere on the page
