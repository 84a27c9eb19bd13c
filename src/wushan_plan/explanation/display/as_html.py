"""A page as HTML (网页片段): one ``div``, styles on its own elements alone, colours of the page round it.

Notebooks and documentation pages style tables, lists and ``pre`` in ways of their own (stripes, grey
boxes, black writing), some of them in light colours even where the page is dark; each style given
here undoes one of these.
"""

from __future__ import annotations

from wushan_plan.explanation.display.page import (
    Account,
    Badge,
    Bar,
    Block,
    Inline,
    Line,
    Page,
    Picture,
    Rows,
    Strong,
    Table,
    Tone,
    Words,
    words_of,
)
from wushan_plan.explanation.markup import Markup, tag
from wushan_plan.model.verdict import Lang

TONES = {
    Tone.GOOD: "#2f8a5b",
    Tone.BAD: "#d3424a",
    Tone.CARE: "#b87514",
    Tone.COMING: "#3a7fc1",
    Tone.QUIET: "#808080",
}
"""Stand out from white and from near black; they frame and tint, writing keeps the page's colour."""
_LINE = "1px solid #80808055"
_TABLE = (
    "border-collapse:collapse;border:0;margin:0;width:auto;table-layout:auto;color:inherit;"
    "background:transparent;font-size:inherit"
)
_CELL = "padding:2px 12px 2px 0;text-align:left;vertical-align:top"
_NUMBER = "padding:2px 12px 2px 0;text-align:right;vertical-align:top"
_TIGHT = f"{_CELL};white-space:nowrap"


def as_html(page: Page, lang: Lang) -> str:
    """The page as HTML."""
    head: list[str | Markup] = [page.title]
    for badge in page.badges:
        head += [" ", _inline(badge)]
    above = [tag("div", page.above, style="font-size:.9em;opacity:.75")] if page.above else []
    return tag(
        "div",
        *above,
        tag("div", *head, style="font-weight:600;font-size:1.08em"),
        *(_block(one) for one in page.blocks),
        lang="zh-CN" if lang == "zh" else "en",
        style="color:inherit;background:transparent;max-width:60em;line-height:1.5;margin:4px 0 8px",
    ).source


def _inline(one: Inline) -> str | Markup:
    if isinstance(one, Badge):
        colour = TONES[one.tone]
        return tag(
            "span",
            one.text,
            style="display:inline-block;font-weight:400;font-size:.88em;line-height:1.4;padding:0 .55em;"
            f"white-space:nowrap;border-radius:.8em;border:1px solid {colour};background:{colour}2b",
        )
    if isinstance(one, Strong):
        return tag("strong", one.text)
    return one


def _words(words: Words) -> list[str | Markup]:
    return [_inline(one) for one in words_of(words)]


def _block(block: Block) -> Markup:
    if isinstance(block, Line):
        return tag(
            "div", *_words(block.words), style="margin:4px 0" + (";opacity:.75" if block.faint else "")
        )
    if isinstance(block, Rows):
        return _rows(block)
    if isinstance(block, Table):
        return _table(block)
    if isinstance(block, Bar):
        return _bar(block)
    if isinstance(block, Picture):
        return tag("div", block.drawing, style="margin:8px 0;overflow-x:auto")
    if isinstance(block, Account):
        return tag(
            "pre",
            block.text,
            style="white-space:pre-wrap;overflow-wrap:anywhere;font:inherit;font-size:.92em;margin:4px 0;"
            "padding:0;border:0;color:inherit;background:transparent",
        )
    return tag(
        "details",
        tag("summary", block.title, style="cursor:pointer"),
        tag("div", *(_block(one) for one in block.blocks), style="margin:2px 0 6px 1.1em"),
        style="margin:4px 0;padding:0;border:0;background:transparent",
        open=block.is_open,
    )


def _rows(block: Rows) -> Markup:
    found = []
    for label, words in block.rows:
        if words:
            found.append(tag("dt", label, style="margin:0;width:auto;font-weight:400;opacity:.75"))
            found.append(tag("dd", *_words(words), style="margin:0;overflow-wrap:anywhere"))
    return tag(
        "dl",
        *found,
        style="display:grid;grid-template-columns:fit-content(8em) minmax(0,1fr);gap:2px 14px;margin:6px 0",
    )


def _table(block: Table) -> Markup:
    heads = []
    for index, head in enumerate(block.heads):
        side = "right" if index in block.numbers else "left"
        least = ";min-width:11em" if index in block.wide else ""
        heads.append(
            tag(
                "th",
                head,
                scope="col",
                style=f"padding:2px 12px 2px 0;text-align:{side};font-weight:400;opacity:.75;"
                f"vertical-align:bottom;white-space:nowrap{least}",
            )
        )
    row_style = f"border:0;border-bottom:{_LINE};background:transparent"
    rows = [
        tag(
            "tr",
            *(tag("td", *_words(cell), style=_cell_style(block, index)) for index, cell in enumerate(row)),
            style=row_style,
        )
        for row in block.rows
    ]
    more = [tag("div", block.more, style="opacity:.75;font-size:.92em")] if block.more else []
    return tag(
        "div",
        tag(
            "table",
            tag("thead", tag("tr", *heads, style=row_style), style="border:0"),
            tag("tbody", *rows),
            style=_TABLE,
        ),
        *more,
        style="overflow-x:auto;margin:6px 0",
    )


def _cell_style(block: Table, index: int) -> str:
    if index in block.numbers:
        return _NUMBER
    return _TIGHT if index in block.tight else _CELL


def _bar(block: Bar) -> Markup:
    present = [one for one in block.parts if one[1] > 0]
    if not present:
        return tag("div")
    strip = tag(
        "div",
        *(
            tag(
                "span",
                title=f"{word} {number}",
                style=f"flex:{number} 1 0;min-width:3px;background:{TONES[tone]}",
            )
            for word, number, tone in present
        ),
        style="display:flex;gap:2px;height:9px;border-radius:4px;overflow:hidden;margin:6px 0 4px",
        aria_hidden="true",
    )
    legend = []
    for word, number, tone in present:
        spot = (
            "display:inline-block;width:.65em;height:.65em;border-radius:50%;margin-right:.35em;"
            f"background:{TONES[tone]}"
        )
        legend.append(
            tag(
                "span",
                tag("span", style=spot),
                f"{word} {number}",
                style="white-space:nowrap;margin-right:1em",
            )
        )
        legend.append(Markup(" "))  # where the line may break
    return tag(
        "div", strip, tag("div", *legend, style="font-size:.92em"), style="max-width:36em;margin:6px 0"
    )
