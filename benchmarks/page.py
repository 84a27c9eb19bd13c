"""The results as a table in the terminal and as a page of the documentation, in both languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from benchmarks.contest import Result
from benchmarks.page_words import (
    DAYS_HEAD,
    HEAD,
    NOTES,
    SECTIONS,
    SHORT_HEAD,
    TEXTS,
    Lang,
    asked,
    said,
    times,
    value,
)
from benchmarks.record import PeerDays, Record

Results = Mapping[str, Sequence[Result]]

SUBTRACTING = "subtracting the columns as they are"
"""The least that any method has to do that reads both columns and writes an answer."""


def terminal(results: Results) -> str:
    """The results in columns."""
    rows = [HEAD["en"], *(_cells(one, "en") for group in results.values() for one in group)]
    return columns(rows, right=range(2, 5))


def columns(rows: Sequence[Sequence[str]], right: range) -> str:
    """Rows in columns for a terminal; those of ``right`` end together."""
    widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]

    def line(row: Sequence[str]) -> str:
        cells = (
            cell.rjust(width) if at in right else cell.ljust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        return "  ".join(cells).rstrip()

    return "\n".join(line(row) for row in rows)


def page(record: Record, lang: Lang) -> str:
    """The page, in Markdown."""
    text = TEXTS[lang]
    wanted = [one for group in record.results.values() for one in group if one.kept is not None]
    kept = sum(one.kept is True for one in wanted)
    machine = record.machine
    versions = text["between"].join(f"{name} {number}" for name, number in machine.versions.items())
    parts = [
        f"# {text['title']}",
        f"<!-- {text['written']} -->",
        text["kept"].format(kept=kept, asked=len(wanted)),
        f"![{text['picture']}](benchmarks.svg)",
        f"## {text['method_heading']}",
        text["method"],
        text["run"].format(
            date=machine.date,
            processor=machine.processor,
            cores=machine.cores,
            system=machine.system,
            load=machine.load or text["unknown"],
            python=machine.python,
            versions=versions,
        ),
        text["repeat"],
        *(part for title, group in record.results.items() for part in _section(title, group, lang)),
        f"## {text['make_up_heading']}",
        *_make_up(record, lang),
        f"## {text['short_heading']}",
        *_short(record.results, lang),
    ]
    return "\n\n".join(parts) + "\n"


def _cells(one: Result, lang: Lang) -> tuple[str, ...]:
    return (
        said(one.work, lang),
        said(one.peer, lang),
        _time(one.theirs),
        _time(one.ours),
        value(one, lang),
        asked(one, lang),
        said(one.mark, lang),
    )


def _time(seconds: float | None) -> str:
    if seconds is None:
        return ""
    for unit, size in (("s", 1.0), ("ms", 1e-3), ("µs", 1e-6)):
        if seconds >= size:
            return f"{seconds / size:.3g} {unit}" if seconds < 1000 * size else f"{seconds / size:.0f} {unit}"
    return f"{seconds * 1e9:.0f} ns"


def _table(head: Sequence[str], rule: str, rows: Sequence[Sequence[str]]) -> str:
    lines = ["| " + " | ".join(row) + " |" for row in (head, *rows)]
    return "\n".join([lines[0], rule, *lines[1:]])


def _section(title: str, group: Sequence[Result], lang: Lang) -> Iterator[str]:
    yield f"## {title if lang == 'en' else SECTIONS.get(title, title)}"
    rows = []
    for one in group:
        cells = list(_cells(one, lang))
        if one.kept is False:
            cells[-1] = f"**{cells[-1]}**"
        rows.append(cells)
    yield _table(HEAD[lang], "|---|---|--:|--:|--:|---|---|", rows)
    if title in NOTES[lang]:
        yield NOTES[lang][title]


def _make_up(record: Record, lang: Lang) -> Iterator[str]:
    text = TEXTS[lang]
    yield text["make_up"].format(
        first=record.first, last=record.last, days=record.days, make_up=record.make_up
    )
    rows = [_days(peer, lang) for peer in record.peers if peer.brings_days]
    yield _table(DAYS_HEAD[lang], "|---|--:|--:|---|--:|", rows)
    unaware = text["between"].join(peer.name for peer in record.peers if not peer.brings_days)
    yield text["unaware"].format(unaware=unaware, make_up=record.make_up)
    yield text["conventions"]


def _days(peer: PeerDays, lang: Lang) -> tuple[str, ...]:
    to = " to " if lang == "en" else "至"
    span = f"{peer.wrong[0]}{to}{peer.wrong[-1]}" if peer.wrong else ""
    return peer.name, str(len(peer.wrong)), str(peer.make_up), span, f"{peer.silent:,}"


def _short(results: Results, lang: Lang) -> Iterator[str]:
    text = TEXTS[lang]
    short = [one for group in results.values() for one in group if one.kept is False]
    if not short:
        yield text["none_short"]
        return
    floors = {
        one.work.partition(", ")[2]: one
        for one in results.get("Arrays and series", ())
        if one.peer == SUBTRACTING
    }
    limited = [one for one in short if one.peer == "numpy" and one.work.partition(", ")[2] in floors]
    others = [one for one in short if one not in limited]
    if limited:
        yield text["sorted"]
        rows = []
        for one in limited:
            floor = floors[one.work.partition(", ")[2]]
            assert one.theirs is not None
            assert floor.theirs is not None
            alone = text["faster"].format(ratio=times(one.theirs / floor.theirs, lang))
            rows.append((said(one.work, lang), value(one, lang), asked(one, lang), alone))
        yield _table(SHORT_HEAD[lang], "|---|--:|---|--:|", rows)
    if others:
        yield "\n".join(
            text["other_short"].format(
                work=said(one.work, lang),
                peer=said(one.peer, lang),
                value=value(one, lang),
                asked=asked(one, lang),
            )
            for one in others
        )
