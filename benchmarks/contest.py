"""Races between the engine and its peers, and how they are timed.

Within a round every contestant of a group runs once, in an order shuffled anew; a ratio is formed from
two times of the same round, and the median over the rounds is what counts. So a machine that slows
down for a while slows down both sides. Times are processor time, lest other programs on the machine
be timed as well; where a peer works in several threads, both sides are timed by the clock on the wall.
"""

from __future__ import annotations

import gc
import random
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum

Task = Callable[[], float]
"""Does its work once and returns the seconds one unit of it took."""


class Bound(Enum):
    """Which way a ratio is asked for."""

    AT_LEAST = "≥"
    """Times faster than the peer: its time by ours."""
    AT_MOST = "≤"
    """Our time by that of the yardstick."""


@dataclass(frozen=True)
class Asked:
    """A ratio that was asked for."""

    bound: Bound
    value: float

    def __str__(self) -> str:
        return f"{self.bound.value} {self.value:g}×"

    def kept_by(self, ratio: float) -> bool:
        return ratio >= self.value if self.bound is Bound.AT_LEAST else ratio <= self.value


def at_least(value: float) -> Asked:
    return Asked(Bound.AT_LEAST, value)


def at_most(value: float) -> Asked:
    return Asked(Bound.AT_MOST, value)


@dataclass(frozen=True)
class Race:
    """One piece of work, done by the engine and by one peer.

    Attributes:
        work: what is done, the same text for all peers that do it.
        peer: by whom; for ``bound`` at most, the yardstick.
        bound: which way the ratio is formed.
        asked: the ratio asked for, if any.
    """

    work: str
    peer: str
    ours: Task
    theirs: Task
    bound: Bound = Bound.AT_LEAST
    asked: Asked | None = None


@dataclass(frozen=True)
class Result:
    """What a race, or a measurement of another kind, came to.

    Attributes:
        value: the result as shown, such as ``46× faster`` or ``0.3 MiB``.
        asked: what was asked for, as shown; empty where nothing was.
        kept: whether that was kept; ``None`` where nothing was asked.
        ratio, ours, theirs: median ratio and median seconds, for races.
        wanted: the ratio asked for, for races.
    """

    work: str
    peer: str
    value: str
    asked: str = ""
    kept: bool | None = None
    ratio: float | None = None
    ours: float | None = None
    theirs: float | None = None
    bound: Bound = Bound.AT_LEAST
    wanted: Asked | None = None

    @property
    def mark(self) -> str:
        return {True: "pass", False: "short", None: ""}[self.kept]


def run(races: Sequence[Race], rounds: int, shuffle: random.Random) -> list[Result]:
    """Runs all races of a group round by round."""
    tasks = [task for race in races for task in (race.ours, race.theirs)]
    order = list(range(len(tasks)))
    times: list[list[float]] = [[] for _ in tasks]
    for _ in range(rounds):
        shuffle.shuffle(order)
        for number in order:
            gc.collect()
            times[number].append(tasks[number]())
    return [_result(race, times[2 * at], times[2 * at + 1]) for at, race in enumerate(races)]


def _result(race: Race, ours: list[float], theirs: list[float]) -> Result:
    faster = race.bound is Bound.AT_LEAST
    ratio = statistics.median(b / a if faster else a / b for a, b in zip(ours, theirs, strict=True))
    return Result(
        race.work,
        race.peer,
        f"{shown(ratio)} faster" if faster else f"{shown(ratio)} its time",
        str(race.asked or ""),
        race.asked.kept_by(ratio) if race.asked else None,
        ratio,
        statistics.median(ours),
        statistics.median(theirs),
        race.bound,
        race.asked,
    )


def shown(ratio: float) -> str:
    """A ratio with as many digits as it deserves."""
    if ratio >= 100:
        return f"{float(f'{ratio:.3g}'):,.0f}×"
    return f"{ratio:.1f}×" if ratio >= 10 else f"{ratio:.2f}×"


def once(work: Callable[[], object]) -> Task:
    """A task that does its work once and times it by the clock on the wall: columns go to several threads."""

    def task() -> float:
        begin = time.perf_counter()
        work()
        return time.perf_counter() - begin

    return task
