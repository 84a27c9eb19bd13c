"""Lines of Chinese (中文断行): a line break of the source is no space between two Chinese characters."""

from __future__ import annotations

import re
from typing import Any

_CHINESE = re.compile("[\u3000-\u303f\u3400-\u9fff\uff00-\uffef\u201c\u201d\u2014\u2026]")


def join(app: Any, doctree: Any) -> None:
    """Joins the lines of every paragraph, in place; code is left as it is."""
    from docutils import nodes  # Sphinx brings it; the tests do without

    code = (nodes.FixedTextElement, nodes.raw, nodes.literal)
    for node in list(doctree.findall(nodes.Text)):
        text = node.astext()
        if "\n" in text and not isinstance(node.parent, code):
            before = _neighbour(node, -1)[-1:]
            after = _neighbour(node, 1)[:1]
            joined = joined_lines(text, before, after)
            if joined != text:
                node.parent.replace(node, nodes.Text(joined))


def joined_lines(text: str, before: str = "", after: str = "") -> str:
    """The text without the breaks between two Chinese characters, its neighbours' included."""
    whole = f"{before}{text}{after}"
    kept = [
        character
        for place, character in enumerate(whole)
        if character != "\n"
        or place in (0, len(whole) - 1)
        or not (_CHINESE.match(whole[place - 1]) and _CHINESE.match(whole[place + 1]))
    ]
    return "".join(kept[len(before) : len(kept) - len(after)])


def _neighbour(node: Any, step: int) -> str:
    siblings = node.parent.children
    # By identity: two equal pieces of text are equal nodes.
    place = next(number for number, one in enumerate(siblings) if one is node) + step
    return str(siblings[place].astext()) if 0 <= place < len(siblings) else ""
