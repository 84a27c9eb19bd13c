"""The results as a table in the terminal and as a page of the documentation."""

from __future__ import annotations

import datetime as dt
import os
import platform
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from benchmarks.calendars import FIRST, LAST, all_days, make_up_days
from benchmarks.columns import SUBTRACTING
from benchmarks.contest import Result, shown
from benchmarks.peers import Peer

Results = Mapping[str, Sequence[Result]]

_PACKAGES = (
    "wushan-plan",
    "numpy",
    "pandas",
    "polars",
    "holidays",
    "workalendar",
    "QuantLib",
    "exchange_calendars",
    "bizdays",
    "chinesecalendar",
)
_HEAD = ("Work", "Peer", "Peer's time", "Ours", "Result", "Asked for", "")

_METHOD = """\
Engine and peers run in one process. In each round every contestant of a group runs once, in an order
shuffled anew; a ratio is formed from two times of the same round, and the medians over the rounds are
shown. Columns are timed by the clock on the wall, since the engine shares long ones among the
processor's cores, as polars does; numpy and pandas work on one. Single calls are timed in processor
time, so that other programs on the machine are not timed, and without the cost of the timing loop.
Before anything is timed, answers are compared, and a difference ends the run.

numpy, pandas, polars and bizdays know no make-up days. They are given the exact calendar the only way
they can take it: a week of seven working days, with every rest day as a holiday. Peers that bring
their own days are timed on dates about which they are right; where no span of a length is free of
days they get wrong, the table says so. All peers get what a caller could prepare beforehand: a built
calendar, dates in their own type, the shift by one day from their convention to ours.

“Faster” is the peer's time by ours; “its time” is ours by that of the yardstick."""

_NOTES = {
    "Arrays and series": """\
Copying into fresh memory also pays for the system's handing out pages, and its time varies with the
state of the machine's memory; copying into memory in use is the stricter yardstick. Our own time
includes fresh memory for the answer. Subtracting one column from the other, with no calendar at all,
shows what reading two columns and writing a third costs.""",
    "Import": """\
Importing the package loads nothing until a name is used; the time of the first use of `PLAN` or `CHINA`
is in the rows that name them.""",
}
_SORTED = """\
On sorted columns numpy itself becomes several times faster, for its binary search then goes the same way
again and again. The engine's time is the same in any order: moving the columns through memory, and two
look-ups of about 1 ns each, whose answers are checked. The last column shows what would be left if there
were nothing to look up: how many times faster than numpy it is to subtract one column from the other on
one core and write the difference. A ratio asked for that lies near it or above is out of reach of a
method that reads both columns and looks anything up."""


@dataclass(frozen=True)
class Machine:
    """Where and when a run took place."""

    date: dt.date
    processor: str
    load: str

    @classmethod
    def here(cls) -> Machine:
        info = Path("/proc/cpuinfo")
        names = [
            line.partition(":")[2].strip()
            for line in (info.read_text().splitlines() if info.exists() else ())
            if line.startswith("model name")
        ]
        name = names[0] if names else platform.processor() or platform.machine()
        load = f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"
        today = dt.datetime.now(dt.UTC).date()
        return cls(today, f"{name}, {os.cpu_count()} cores, {platform.system()}", load)


def terminal(results: Results) -> str:
    """The results in columns."""
    rows = [_HEAD, *(_cells(one) for group in results.values() for one in group)]
    widths = [max(len(row[at]) for row in rows) for at in range(len(_HEAD))]
    right = {2, 3, 4}

    def line(row: tuple[str, ...]) -> str:
        cells = (
            cell.rjust(width) if at in right else cell.ljust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        return "  ".join(cells).rstrip()

    return "\n".join(line(row) for row in rows)


def page(results: Results, peers: Sequence[Peer], machine: Machine) -> str:
    """The page, in Markdown."""
    asked = [one for group in results.values() for one in group if one.kept is not None]
    kept = sum(one.kept is True for one in asked)
    versions = ", ".join(f"{name} {version(name)}" for name in _PACKAGES)
    parts = [
        "# Benchmarks",
        "<!-- Written by `make bench`; edit benchmarks/page.py instead. -->",
        f"{kept} of {len(asked)} ratios asked for are kept; those that are short are explained below.",
        "![How many times faster than its peers the engine counts](benchmarks.svg)",
        "## Method",
        _METHOD,
        f"Run on {machine.date}: {machine.processor}; load average at the start {machine.load}.\n"
        f"Python {platform.python_version()}, {versions}.",
        "`make bench` repeats it all; `python -m benchmarks --quick` gives a first idea.",
        *(part for title, group in results.items() for part in _section(title, group)),
        "## Make-up days",
        *_make_up(peers),
        "## Where a ratio is short",
        *_short(results),
    ]
    return "\n\n".join(parts) + "\n"


def _cells(one: Result) -> tuple[str, ...]:
    return one.work, one.peer, _time(one.theirs), _time(one.ours), one.value, one.asked, one.mark


def _time(seconds: float | None) -> str:
    if seconds is None:
        return ""
    for unit, size in (("s", 1.0), ("ms", 1e-3), ("µs", 1e-6)):
        if seconds >= size:
            return f"{seconds / size:.3g} {unit}" if seconds < 1000 * size else f"{seconds / size:.0f} {unit}"
    return f"{seconds * 1e9:.0f} ns"


def _markdown(group: Sequence[Result]) -> str:
    head = ["| " + " | ".join(_HEAD) + " |", "|---|---|--:|--:|--:|---|---|"]
    rows = []
    for one in group:
        cells = list(_cells(one))
        if one.kept is False:
            cells[-1] = "**short**"
        rows.append("| " + " | ".join(cells) + " |")
    return "\n".join([*head, *rows])


def _section(title: str, group: Sequence[Result]) -> Iterator[str]:
    yield f"## {title}"
    yield _markdown(group)
    if title in _NOTES:
        yield _NOTES[title]


def _make_up(peers: Sequence[Peer]) -> Iterator[str]:
    yield (
        f"From {FIRST} to {LAST} there are {len(all_days()):,} days, {len(make_up_days())} of them make-up "
        "days: Saturdays and Sundays that are worked (调休上班). Each peer with days of its own was asked "
        "about every one."
    )
    rows = [
        "| Peer | days it gets wrong | of them make-up days | first and last wrong day | no answer |",
        "|---|--:|--:|---|--:|",
    ]
    for peer in peers:
        if not peer.exact:
            differs = peer.differs
            span = f"{min(differs.wrong)} to {max(differs.wrong)}" if differs.wrong else ""
            rows.append(
                f"| {peer.name} | {len(differs.wrong)} | {differs.make_up} | {span} "
                f"| {len(differs.silent):,} |"
            )
    yield "\n".join(rows)
    unaware = ", ".join(peer.name for peer in peers if peer.exact)
    yield (
        f"{unaware} and polars bring no days. Told only of holidays, with the usual week of five days, "
        f"they take every one of the {len(make_up_days())} make-up days for a rest day; "
        "the seven-day week above is the way round it. "
        "The stock exchange stays closed on make-up days, so its calendar is right about trading, "
        "not about work. workalendar answers for weekends of years it has no data for, and so is wrong about "
        "their make-up days."
    )
    yield (
        "Two conventions catch callers. `chinese_calendar.find_workday` moves a start on a rest day forward "
        "and then does not count the day it arrives at, so its n-th working day is one day late; the "
        "comparison above corrects the call. numpy and polars count `[start, end)`, the law counts "
        "`(start, end]` (民法典 201)."
    )


def _short(results: Results) -> Iterator[str]:
    short = [one for group in results.values() for one in group if one.kept is False]
    if not short:
        yield "None is."
        return
    floors = {
        one.work.partition(", ")[2]: one for one in results["Arrays and series"] if one.peer == SUBTRACTING
    }
    limited = [one for one in short if one.peer == "numpy" and one.work.partition(", ")[2] in floors]
    others = [one for one in short if one not in limited]
    if limited:
        yield _SORTED
        rows = ["| Work | Result | Asked for | Subtracting alone |", "|---|--:|---|--:|"]
        for one in limited:
            floor = floors[one.work.partition(", ")[2]]
            assert one.theirs is not None
            assert floor.theirs is not None
            rows.append(
                f"| {one.work} | {one.value} | {one.asked} | {shown(one.theirs / floor.theirs)} faster |"
            )
        yield "\n".join(rows)
    if others:
        yield "\n".join(
            f"- {one.work}, against {one.peer}: {one.value}, asked for {one.asked}." for one in others
        )
