"""The results as a bar chart, in SVG written by hand."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from xml.sax.saxutils import escape

from benchmarks.contest import Bound, Result
from benchmarks.page_words import Lang, said, times

_WIDTH, _LEFT, _RIGHT = 920, 330, 90
_BAR, _STEP, _GAP = 16, 23, 44
_TOP = 92
_FONT = "system-ui, -apple-system, 'Segoe UI', 'Noto Sans', 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif"
_INK, _QUIET, _GRID, _KEPT, _SHORT, _MARK = "#1f2933", "#5f6c7b", "#dde3ea", "#2f6f9f", "#c7772e", "#1f2933"

_WORDS: dict[Lang, dict[str, str]] = {
    "en": {
        "title": "How many times faster than its peers the engine counts working days",
        "heading": "Counting Chinese working days: how many times faster than …",
        "scale": "Medians of same-round ratios, logarithmic scale. Longer is faster.",
        "count": "One count over 14 days",
        "nth": "One n-th working day",
        "numpy": "Arrays of 10 million dates, against numpy",
        "polars": "Series of 1 million dates, against polars",
        "asked": "asked for",
        "short": "short of what was asked for",
    },
    "zh": {
        "title": "本库数工作日的速度是各同类库的多少倍",
        "heading": "数中国的工作日：速度是下列各库的多少倍",
        "scale": "同一轮用时之比的中位数，对数刻度，越长越快",
        "count": "跨度14天，数一次",
        "nth": "求一次第n个工作日",
        "numpy": "1000万个日期的数组，与numpy相比",
        "polars": "100万个日期的序列，与polars相比",
        "asked": "要求的倍数",
        "short": "未达到要求",
    },
}


def picture(results: Mapping[str, Sequence[Result]], lang: Lang = "en") -> str:
    """How many times faster than each peer, on a logarithmic scale."""
    words = _WORDS[lang]
    groups = list(_groups(results, lang))
    rows = sum(len(bars) for _, bars in groups)
    floor = _TOP + rows * _STEP + len(groups) * _GAP
    height = floor + 46
    top = max(one.ratio or 1 for _, bars in groups for _, one in bars)
    decades = math.ceil(math.log10(top))
    plot = _WIDTH - _LEFT - _RIGHT

    def x(ratio: float) -> float:
        return _LEFT + plot * math.log10(max(ratio, 1)) / decades

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" width="{_WIDTH}" '
        f'height="{height}" role="img" font-family="{_FONT}" font-size="13">',
        f"<title>{words['title']}</title>",
        f'<rect width="{_WIDTH}" height="{height}" fill="#ffffff"/>',
        _text(20, 34, words["heading"], _INK, size=19, weight=600),
        _text(20, 58, words["scale"], _QUIET),
        *_legend(words),
    ]
    for decade in range(decades + 1):
        at = x(10**decade)
        parts.append(f'<line x1="{at:.1f}" x2="{at:.1f}" y1="{_TOP}" y2="{floor}" stroke="{_GRID}"/>')
        mark = "×" if lang == "en" else "倍"
        parts.append(_text(at, floor + 20, f"{10**decade:,}{mark}", _QUIET, anchor="middle"))
    y = _TOP
    for title, bars in groups:
        parts.append(_text(20, y + 28, title, _INK, weight=600, size=14))
        y += _GAP
        for label, one in bars:
            parts += _bar(y, said(label, lang), one, x, lang)
            y += _STEP
    parts.append("</svg>")
    return "\n".join(parts) + "\n"


def _groups(
    results: Mapping[str, Sequence[Result]], lang: Lang
) -> Iterator[tuple[str, list[tuple[str, Result]]]]:
    """Title and labelled bars of each group, longest bar first."""
    words = _WORDS[lang]
    single = [one for one in results["Single dates"] if one.ratio and one.bound is Bound.AT_LEAST]
    for title, work in (("count", "count, 14 days"), ("nth", "n-th")):
        yield words[title], _sorted([(one.peer, one) for one in single if one.work.startswith(work)])
    columns = [
        one
        for one in results["Arrays and series"]
        if one.ratio and one.bound is Bound.AT_LEAST and one.peer in ("numpy", "polars")
    ]
    for peer, rows in (("numpy", "1e7 rows, "), ("polars", "1e6 rows, ")):
        bars = [(one.work.replace(rows, ""), one) for one in columns if one.peer == peer and rows in one.work]
        yield words[peer], _sorted(bars)


def _sorted(bars: list[tuple[str, Result]]) -> list[tuple[str, Result]]:
    return sorted(bars, key=lambda bar: bar[1].ratio or 0, reverse=True)


def _bar(y: float, label: str, one: Result, x: Callable[[float], float], lang: Lang) -> Iterator[str]:
    assert one.ratio is not None
    end = x(one.ratio)
    colour = _SHORT if one.kept is False else _KEPT
    yield _text(_LEFT - 10, y + 13, label, _INK, anchor="end")
    yield f'<rect x="{_LEFT}" y="{y}" width="{end - _LEFT:.1f}" height="{_BAR}" rx="2" fill="{colour}"/>'
    asked = one.wanted
    mark = x(asked.value) if asked else 0
    if asked:
        yield (
            f'<line x1="{mark:.1f}" x2="{mark:.1f}" y1="{y - 3}" y2="{y + _BAR + 3}" stroke="#ffffff" '
            f'stroke-width="5"/><line x1="{mark:.1f}" x2="{mark:.1f}" y1="{y - 3}" y2="{y + _BAR + 3}" '
            f'stroke="{_MARK}" stroke-width="2"/>'
        )
    yield _text(max(end, mark) + 7, y + 13, times(one.ratio, lang), _INK)


def _legend(words: Mapping[str, str]) -> Iterator[str]:
    y = 76
    yield f'<line x1="20" x2="20" y1="{y - 10}" y2="{y + 6}" stroke="{_MARK}" stroke-width="2"/>'
    yield _text(28, y + 3, words["asked"], _QUIET)
    yield f'<rect x="110" y="{y - 8}" width="14" height="12" rx="2" fill="{_SHORT}"/>'
    yield _text(130, y + 3, words["short"], _QUIET)


def _text(
    x: float, y: float, text: str, colour: str, *, size: int = 13, weight: int = 400, anchor: str = "start"
) -> str:
    return (
        f'<text x="{x:.1f}" y="{y}" fill="{colour}" font-size="{size}" font-weight="{weight}" '
        f'text-anchor="{anchor}">{escape(text)}</text>'
    )
