"""A page as an outline that can be read and compared: every block, cell, tone and fold (页面提纲).

====================  ==============================================================
``= title``           the title, with its badges
``above: words``      the faint line above it
``[met good]``        a badge and its tone
``- label: words``    a row of labels and values
``+ title``           a fold that starts open; ``> title`` one that starts closed
``a | b``             a row of a table; its first row are the heads
``b (number)``        what the column of a head holds: numbers, sentences, unbroken words
``... words``         what is said of rows left out
``bar: …``            the parts of a bar
``~ words``           a faint line
====================  ==============================================================
"""

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
    Rows,
    Table,
    Words,
    words_of,
)


def outline(page: Page) -> str:
    """The page, a line for each thing on it."""
    badges = "".join(f" {_said(one)}" for one in page.badges)
    lines = [f"above: {page.above}"] if page.above else []
    lines.append(f"= {page.title}{badges}")
    for block in page.blocks:
        lines += _lines(block)
    return "".join(f"{line}\n" for line in lines)


def _said(words: Words) -> str:
    return "".join(
        f"[{one.text} {one.tone.value}]" if isinstance(one, Badge) else str(one) for one in words_of(words)
    )


def _lines(block: Block) -> Iterator[str]:
    if isinstance(block, Line):
        yield f"~ {_said(block.words)}" if block.faint else _said(block.words)
    elif isinstance(block, Rows):
        yield from (f"- {label}: {_said(words)}".rstrip() for label, words in block.rows)
    elif isinstance(block, Table):
        yield " | ".join(_head(block, index) for index in range(len(block.heads)))
        yield from (" | ".join(_said(cell) for cell in row) for row in block.rows)
        if block.more:
            yield f"... {block.more}"
    elif isinstance(block, Bar):
        yield "bar: " + ", ".join(f"{word} {number} {tone.value}" for word, number, tone in block.parts)
    elif isinstance(block, Account):
        yield from block.text.split("\n")
    else:
        assert isinstance(block, Fold)  # the ledger draws no pictures
        yield f"{'+' if block.is_open else '>'} {block.title}"
        for one in block.blocks:
            yield from (f"    {line}".rstrip() for line in _lines(one))


def _head(table: Table, index: int) -> str:
    kinds = {"number": table.numbers, "wide": table.wide, "tight": table.tight}
    marks = ", ".join(kind for kind, columns in kinds.items() if index in columns)
    return table.heads[index] + (f" ({marks})" if marks else "")
