"""The one place where markup is made (标记文本): whatever comes from data is text, never markup."""

from __future__ import annotations

from html import escape

import attrs

from wushan_plan.plain_text import printable


@attrs.frozen
class Markup:
    """Markup that was made here, and may stand inside other markup as it is (标记文本).

    Attributes:
        source: the markup.
    """

    source: str

    def __str__(self) -> str:
        return self.source


def safe(text: str) -> str:
    """``text`` as a page shows it: no markup, and nothing a page would obey instead of showing it."""
    return escape(printable(text))


def tag(
    name: str, *content: str | Markup, style: str = "", **attributes: str | int | float | bool | None
) -> Markup:
    """One element with what it holds; text is escaped, in attributes as well.

    Args:
        name: the element's name.
        content: text, and markup made here.
        style: its style, which holds for it alone.
        attributes: the others; ``_`` stands for ``-``, one at the end is dropped, ``None`` and
            ``False`` leave the attribute out, ``True`` repeats its name.
    """
    shown = [f' style="{safe(style)}"'] if style else []
    for key, value in attributes.items():
        if value is None or value is False:
            continue
        called = key.rstrip("_").replace("_", "-")
        shown.append(f' {called}="{safe(called if value is True else _plain(value))}"')
    inner = "".join(one.source if isinstance(one, Markup) else safe(one) for one in content)
    return Markup(f"<{name}{''.join(shown)}>{inner}</{name}>")


def _plain(value: str | int | float) -> str:
    """A number without a fraction it does not have: 3, not 3.0."""
    return f"{value:.4g}" if isinstance(value, float) else str(value)
