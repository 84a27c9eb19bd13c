"""Counting whole columns: arrays, series and lists."""

from __future__ import annotations

import random
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
import polars as pl
from numpy.typing import NDArray

from benchmarks.calendars import FIRST, LAST, rest_days
from benchmarks.contest import Asked, Bound, Race, Result, at_least, at_most, once, run
from benchmarks.page import SUBTRACTING
from wushan_plan import CHINA

Dates = NDArray[np.datetime64]

_MOST_STEPS = 30
_LIMIT = 9
_EXACT = np.busdaycalendar("1111111", np.array(rest_days(), "M8[D]"))
_POLARS_EXACT: dict[str, Any] = {"week_mask": (True,) * 7, "holidays": list(rest_days())}
_PANDAS_ROWS = 10_000
_BLOCK = 1 << 16


@dataclass(frozen=True)
class Layout:
    """Two columns in some order.

    Attributes:
        starts, ends: ``datetime64[D]``, no start after its end.
        early: like ``starts``, but far enough from the end of coverage for an n-th working day.
        steps: a number of working days for each row of ``early``; ``None`` where another layout has
            the same starts.
    """

    name: str
    starts: Dates
    ends: Dates
    early: Dates
    steps: NDArray[np.int64] | None
    is_sorted: bool


def layouts(rows: int, seed: int) -> Iterator[Layout]:
    """Random pairs, then sorted ones; made one after the other, for they are large."""
    rng = np.random.default_rng(seed)
    first, last = np.datetime64(FIRST), np.datetime64(LAST)
    days = int((last - first).astype(int)) + 1

    def dates(span: int) -> Dates:
        return first + rng.integers(0, span, rows, dtype=np.int64).astype("m8[D]")

    steps = rng.integers(1, _MOST_STEPS + 1, rows, dtype=np.int64)
    one, other = dates(days), dates(days)
    starts, ends = np.minimum(one, other), np.maximum(one, other)
    del one, other
    early = last - np.timedelta64(75, "D")
    yield Layout("random", starts, ends, np.minimum(starts, early), steps, is_sorted=False)
    starts.sort()
    ends.sort()
    yield Layout("each column sorted", starts, ends, starts, None, is_sorted=True)
    del starts, ends
    fourteen = np.sort(dates(days - 75))
    yield Layout("sorted, 14-day spans", fourteen, fourteen + 14, fourteen, steps, is_sorted=True)
    varied = fourteen + rng.integers(0, 29, rows, dtype=np.int64).astype("m8[D]")
    yield Layout("sorted, spans of 0 to 28 days", fourteen, varied, fourteen, None, is_sorted=True)


def results(sizes: list[int], rounds: int, rng: random.Random) -> list[Result]:
    """Arrays of each size; what is asked for is asked of the largest, which gets three rounds."""
    found: list[Result] = []
    for rows in sizes:
        largest = rows == sizes[-1]
        for layout in layouts(rows, seed=2021):
            found += run(_array_races(layout, rows, asked=largest), 3 if largest else rounds, rng)
            if rows == sizes[0]:
                found += run(_polars_races(layout, rows), rounds, rng)
    return found + run(_pandas_races(), rounds, rng)


def _array_races(layout: Layout, rows: int, *, asked: bool) -> list[Race]:
    a, b = layout.starts, layout.ends
    from_a, from_b = a + 1, b + 1  # numpy counts [begin, end)
    where = f"{rows:.0e} rows, {layout.name}".replace("e+0", "e")
    into_a, into_b = np.zeros_like(a), np.zeros_like(b)

    def ask(faster: Asked) -> Asked | None:
        return faster if asked else None

    def count() -> Any:
        return CHINA.workdays_between(a, b)

    def numpy_count() -> Any:
        return np.busday_count(from_a, from_b, busdaycal=_EXACT)

    def within() -> Any:
        return CHINA.within_workdays(a, b, _LIMIT)

    def numpy_within() -> Any:
        return np.busday_count(from_a, from_b, busdaycal=_EXACT) <= _LIMIT

    def copies() -> Any:
        return a.copy(), b.copy()

    def copies_into() -> None:
        np.copyto(into_a, a)
        np.copyto(into_b, b)

    block, answer = np.empty(_BLOCK, np.int64), np.zeros(rows, np.int32)

    def subtract() -> None:
        for begin in range(0, rows, _BLOCK):
            part = slice(begin, min(begin + _BLOCK, rows))
            difference = block[: part.stop - begin]
            np.subtract(b[part].view(np.int64), a[part].view(np.int64), out=difference)
            answer[part] = difference

    _same(count(), numpy_count())
    _same(within(), numpy_within())
    counting = f"count, {where}"
    races = [
        Race(
            counting,
            "numpy",
            once(count),
            once(numpy_count),
            asked=ask(at_least(15 if layout.is_sorted else 25)),
        ),
        Race(counting, "copying both inputs", once(count), once(copies), Bound.AT_MOST, ask(at_most(2))),
        Race(
            counting,
            "copying both inputs into memory in use",
            once(count),
            once(copies_into),
            Bound.AT_MOST,
            ask(at_most(2)),
        ),
        Race(counting, SUBTRACTING, once(count), once(subtract), Bound.AT_MOST),
        Race(f"met or not, {where}", "numpy", once(within), once(numpy_within), asked=ask(at_least(20))),
    ]
    if layout.steps is not None:
        early, steps = layout.early, layout.steps

        def nth() -> Any:
            return CHINA.nth_workday_after(early, steps)

        def numpy_nth() -> Any:
            return np.busday_offset(early, steps, roll="backward", busdaycal=_EXACT)

        _same(nth(), numpy_nth())
        faster = at_least(15 if layout.is_sorted else 30)
        races.append(
            Race(f"n-th working day, {where}", "numpy", once(nth), once(numpy_nth), asked=ask(faster))
        )
    return races


def _polars_races(layout: Layout, rows: int) -> list[Race]:
    """Polars, in its own columns; it works in several threads."""
    where = f"{rows:.0e} rows, {layout.name}".replace("e+0", "e")
    frame = pl.DataFrame({"a": layout.starts, "b": layout.ends, "early": layout.early})
    moved = frame.select(pl.col("a", "b").dt.offset_by("1d"))  # polars counts [begin, end)

    def count() -> Any:
        return CHINA.workdays_between(frame["a"], frame["b"])

    def polars_count() -> Any:
        return moved.select(pl.business_day_count("a", "b", **_POLARS_EXACT)).to_series()

    assert count().to_list() == polars_count().to_list()
    races = [Race(f"count, {where}", "polars", once(count), once(polars_count))]
    if layout.steps is not None:
        frame = frame.with_columns(steps=pl.Series(layout.steps))

        def nth() -> Any:
            return CHINA.nth_workday_after(frame["early"], frame["steps"])

        def polars_nth() -> Any:
            later = pl.col("early").dt.add_business_days("steps", roll="backward", **_POLARS_EXACT)
            return frame.select(later).to_series()

        assert nth().to_list() == polars_nth().to_list()
        races.append(Race(f"n-th working day, {where}", "polars", once(nth), once(polars_nth)))
    return races


def _pandas_races() -> list[Race]:
    """pandas goes row by row here, and says so in a warning: few rows."""
    layout = next(layouts(_PANDAS_ROWS, seed=2021))
    series = pd.Series(layout.early)
    day = pd.offsets.CustomBusinessDay(weekmask="1111111", holidays=list(rest_days()))

    def nth() -> Any:
        return CHINA.nth_workday_after(series, _LIMIT)

    def pandas_nth() -> Any:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", pd.errors.PerformanceWarning)
            return series + _LIMIT * day

    assert (nth() == pandas_nth()).all()
    work = f"n-th working day, one n, {_PANDAS_ROWS:.0e} rows, random".replace("e+0", "e")
    return [Race(work, "pandas CustomBusinessDay", once(nth), once(pandas_nth))]


def list_results(rows: int, rounds: int, rng: random.Random) -> list[Result]:
    """Lists of ``datetime.date``, against converting them only."""
    layout = next(layouts(rows, seed=2021))
    starts, ends = layout.starts.tolist(), layout.ends.tolist()
    objects = np.array(starts, dtype=object), np.array(ends, dtype=object)

    def one() -> Any:
        return CHINA.workdays_between(starts, LAST)

    def both() -> Any:
        return CHINA.workdays_between(starts, ends)

    def convert(*columns: NDArray[np.object_]) -> Callable[[], Any]:
        return lambda: [column.astype("M8[D]") for column in columns]

    _same(one(), CHINA.workdays_between(layout.starts, LAST))
    _same(both(), CHINA.workdays_between(layout.starts, layout.ends))
    size = f"{rows:.0e}".replace("e+0", "e")
    return run(
        [
            Race(
                f"count, a list of {size} datetime.date to one day",
                "numpy astype alone, of that list",
                once(one),
                once(convert(objects[0])),
                asked=at_least(10),
            ),
            Race(
                f"count, two lists of {size} datetime.date",
                "numpy astype alone, of both lists",
                once(both),
                once(convert(*objects)),
                asked=at_least(10),
            ),
        ],
        rounds,
        rng,
    )


def _same(ours: Any, theirs: Any) -> None:
    assert not np.ma.getmaskarray(ours).any()
    assert np.array_equal(np.ma.getdata(ours), np.ma.getdata(theirs)), "answers differ"
