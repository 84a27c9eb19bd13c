"""Counting single dates."""

from __future__ import annotations

import datetime as dt
import random
import time
from collections.abc import Sequence
from timeit import Timer
from typing import Any

from benchmarks.calendars import clean_starts
from benchmarks.contest import Asked, Bound, Race, Result, Task, at_least, at_most, run
from benchmarks.peers import OUR_COUNT, OUR_NTH, Expression, Peer

SPANS = {"1 day": 1, "14 days": 14, "1 year": 365, "10 years": 3653}
_MOST_STEPS = 30
_STEPS_REACH = 75
"""Thirty working days are never further away than this."""

_ASKED_COUNT = {
    "chinese_calendar": at_least(1000),
    "holidays (CN)": at_least(60),
    "numpy": at_least(15),
}
_ASKED_NTH = {"chinese_calendar": at_least(1000), "numpy": at_least(8), "bizdays": at_least(8)}

Questions = list[tuple[Any, Any]]


def results(peers: Sequence[Peer], rounds: int, rng: random.Random) -> list[Result]:
    """Counts of four spans, then the n-th working day, then the yardsticks."""
    found: list[Result] = []
    for label, span in SPANS.items():
        found += _against(peers, f"count, {label}", span, rounds, rng)
    found += _against(peers, f"n-th working day, n up to {_MOST_STEPS}", None, rounds, rng)
    return found + run(_yardsticks(rng), max(rounds, 9), rng)


def _against(
    peers: Sequence[Peer], work: str, span: int | None, rounds: int, rng: random.Random
) -> list[Result]:
    races: list[Race] = []
    unable: list[Result] = []
    for peer in peers:
        questions = _questions(peer, span, rng)
        ours, theirs = (OUR_NTH, peer.nth) if span is None else (OUR_COUNT, peer.count)
        asked = _ASKED_NTH.get(peer.name) if span is None else None
        if span == 14:
            asked = _ASKED_COUNT.get(peer.name)
        if questions:
            races.append(_race(work, peer.name, ours, theirs, questions, asked))
        else:
            unable.append(Result(work, peer.name, "right on no such span"))
    return run(races, rounds, rng) + unable


def _questions(peer: Peer, span: int | None, rng: random.Random) -> Questions:
    """Up to 200 spans, or dates with a number, that keep clear of the days the peer gets wrong."""
    if span is None:
        starts = clean_starts(peer.avoid, before=15, after=_STEPS_REACH)
        return [(rng.choice(starts), rng.randint(1, _MOST_STEPS)) for _ in range(200)]
    starts = clean_starts(peer.avoid, before=0, after=span)
    chosen = [rng.choice(starts) for _ in range(200)] if starts else []
    return [(start, start + dt.timedelta(days=span)) for start in chosen]


def _race(
    work: str, peer: str, ours: Expression, theirs: Expression, questions: Questions, asked: Asked | None
) -> Race:
    some = questions[: _affordable(theirs, questions)]
    for question in some:
        expected, answer = _answer(ours, question), _answer(theirs, question)
        assert answer == expected, f"{peer} on {question}: {answer}, not {expected}"
    return Race(work, peer, timed(ours, some), timed(theirs, some), asked=asked)


def _answer(expression: Expression, question: tuple[Any, Any]) -> Any:
    x, y = expression.prepare(*question)
    return expression.read(eval(expression.code, {**expression.names, "x": x, "y": y}))


def _affordable(expression: Expression, questions: Questions) -> int:
    """How many questions take some 20 ms, at least three."""
    few = questions[:3]
    timed(expression, few)()  # the first call may build tables
    return max(3, min(len(questions), int(0.02 / timed(expression, few)())))


def timed(expression: Expression, questions: Questions) -> Task:
    """Seconds per call, the cost of the loop itself taken off."""
    arguments = [expression.prepare(*question) for question in questions]
    names = {**expression.names, "arguments": arguments}
    code = f"for x, y in arguments: {expression.code}"
    calls = Timer(code, globals=names, timer=time.process_time)
    loop = Timer("for x, y in arguments: pass", globals=names, timer=time.process_time)
    repeats = max(1, int(0.004 / calls.timeit(1)))

    def task() -> float:
        return (calls.timeit(repeats) - loop.timeit(repeats)) / (repeats * len(arguments))

    return task


def _yardsticks(rng: random.Random) -> list[Race]:
    def spans(days: int) -> Questions:
        starts = clean_starts((), before=0, after=days)
        return [(start, start + dt.timedelta(days=days)) for start in rng.choices(starts, k=200)]

    short, long = timed(OUR_COUNT, spans(1)), timed(OUR_COUNT, spans(3653))
    fortnights = spans(14)
    return [
        Race(
            "count, 14 days",
            "(b - a).days",
            timed(OUR_COUNT, fortnights),
            timed(Expression("(y - x).days", {}), fortnights),
            Bound.AT_MOST,
            at_most(3),
        ),
        Race("count, 10 years", "the same over 1 day", long, short, Bound.AT_MOST, at_most(1.3)),
    ]
