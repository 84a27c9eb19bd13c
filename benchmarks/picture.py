"""The results as a bar chart, in SVG written by hand."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from xml.sax.saxutils import escape

from benchmarks.contest import Bound, Result, shown

_WIDTH, _LEFT, _RIGHT = 920, 330, 90
_BAR, _STEP, _GAP = 16, 23, 44
_TOP = 92
_FONT = "system-ui, -apple-system, 'Segoe UI', 'Noto Sans', sans-serif"
_INK, _QUIET, _GRID, _KEPT, _SHORT, _MARK = "#1f2933", "#5f6c7b", "#dde3ea", "#2f6f9f", "#c7772e", "#1f2933"


def picture(results: Mapping[str, Sequence[Result]]) -> str:
    """How many times faster than each peer, on a logarithmic scale."""
    groups = list(_groups(results))
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
        "<title>How many times faster than its peers the engine counts working days</title>",
        f'<rect width="{_WIDTH}" height="{height}" fill="#ffffff"/>',
        _text(
            20, 34, "Counting Chinese working days: how many times faster than …", _INK, size=19, weight=600
        ),
        _text(20, 58, "Medians of same-round ratios, logarithmic scale. Longer is faster.", _QUIET),
        *_legend(),
    ]
    for decade in range(decades + 1):
        at = x(10**decade)
        parts.append(f'<line x1="{at:.1f}" x2="{at:.1f}" y1="{_TOP}" y2="{floor}" stroke="{_GRID}"/>')
        parts.append(_text(at, floor + 20, f"{10**decade:,}×", _QUIET, anchor="middle"))
    y = _TOP
    for title, bars in groups:
        parts.append(_text(20, y + 28, title, _INK, weight=600, size=14))
        y += _GAP
        for label, one in bars:
            parts += _bar(y, label, one, x)
            y += _STEP
    parts.append("</svg>")
    return "\n".join(parts) + "\n"


def _groups(results: Mapping[str, Sequence[Result]]) -> Iterator[tuple[str, list[tuple[str, Result]]]]:
    """Title and labelled bars of each group, longest bar first."""
    single = [one for one in results["Single dates"] if one.ratio and one.bound is Bound.AT_LEAST]
    for title, work in (("One count over 14 days", "count, 14 days"), ("One n-th working day", "n-th")):
        yield title, _sorted([(one.peer, one) for one in single if one.work.startswith(work)])
    columns = [
        one
        for one in results["Arrays and series"]
        if one.ratio and one.bound is Bound.AT_LEAST and one.peer in ("numpy", "polars")
    ]
    for peer, title, rows in (
        ("numpy", "Arrays of 10 million dates, against numpy", "1e7 rows, "),
        ("polars", "Series of 1 million dates, against polars", "1e6 rows, "),
    ):
        bars = [(one.work.replace(rows, ""), one) for one in columns if one.peer == peer and rows in one.work]
        yield title, _sorted(bars)


def _sorted(bars: list[tuple[str, Result]]) -> list[tuple[str, Result]]:
    return sorted(bars, key=lambda bar: bar[1].ratio or 0, reverse=True)


def _bar(y: float, label: str, one: Result, x: Callable[[float], float]) -> Iterator[str]:
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
    yield _text(max(end, mark) + 7, y + 13, shown(one.ratio), _INK)


def _legend() -> Iterator[str]:
    y = 76
    yield f'<line x1="20" x2="20" y1="{y - 10}" y2="{y + 6}" stroke="{_MARK}" stroke-width="2"/>'
    yield _text(28, y + 3, "asked for", _QUIET)
    yield f'<rect x="110" y="{y - 8}" width="14" height="12" rx="2" fill="{_SHORT}"/>'
    yield _text(130, y + 3, "short of what was asked for", _QUIET)


def _text(
    x: float, y: float, text: str, colour: str, *, size: int = 13, weight: int = 400, anchor: str = "start"
) -> str:
    return (
        f'<text x="{x:.1f}" y="{y}" fill="{colour}" font-size="{size}" font-weight="{weight}" '
        f'text-anchor="{anchor}">{escape(text)}</text>'
    )
