"""Counting over whole columns at once (批量计数).

A day becomes a row of a small table: its number since 1970-01-01 is the index, the count of working
days up to it the value. The table (some 40 KB) stays in the processor's cache, and columns pass
through it in chunks that stay there too, so the time is that of reading and writing the columns.
What is unknown lands on the table's sentinel and is never a number; see
:mod:`wushan_plan.counting.columns` for how it is answered.
"""

from __future__ import annotations

import datetime as dt
import math
import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import attrs

from wushan_plan.calendar.table import DayTable
from wushan_plan.counting.columns import MISSING, Column, column, numpy, together, whole_numbers

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_EPOCH = dt.date(1970, 1, 1).toordinal()
_CHUNK = 1 << 16
_ROWS_A_THREAD = 1 << 19
_UNKNOWN = -1
"""The tables' sentinel: no count of working days is negative."""


@attrs.frozen(eq=False)
class ArrayCounter:
    """The tables of one calendar (批量计数表).

    Attributes:
        rank: working days up to and including each epoch day. Its first and last entries, and all
            before coverage, are sentinels; every day beyond is clipped to them.
        workdays: the epoch day of each working day, in order.
    """

    rank: NDArray[np.int16]
    workdays: NDArray[np.int64]

    @classmethod
    def of(cls, days: DayTable) -> ArrayCounter:
        """The tables of ``days``, which begin after 1970-01-01."""
        np = numpy()
        first, last = days.first.toordinal() - _EPOCH, days.last.toordinal() - _EPOCH
        worked = np.fromiter((flag for _, flag in days.workdays()), bool, last - first + 1)
        counts = np.cumsum(worked)
        rank = np.full(last + 2, _UNKNOWN, np.int16 if counts[-1] < 2**15 else np.int32)
        rank[first : last + 1] = counts
        workdays = np.flatnonzero(worked) + first
        rank.flags.writeable = workdays.flags.writeable = False
        return cls(rank, workdays)

    def between(self, starts: object, ends: object) -> Any:
        """Working days in ``(start, end]`` of each pair, ``int32``."""
        np = numpy()
        columns, shape, give_back = together(column(starts, "starts"), column(ends, "ends"))
        out = np.empty(math.prod(shape), np.int32)

        def rows(part: slice, first: Any, second: Any) -> Any:
            np.subtract(second, first, out=out[part])
            return _unknown_ranks(first, second)

        return self._answer(out, columns, rows, shape, give_back)

    def within(self, starts: object, ends: object, most: int) -> Any:
        """Whether ``(start, end]`` holds at most ``most`` working days, for each pair."""
        np = numpy()
        columns, shape, give_back = together(column(starts, "starts"), column(ends, "ends"))
        out = np.empty(math.prod(shape), bool)

        def rows(part: slice, first: Any, second: Any) -> Any:
            unknown = _unknown_ranks(first, second)
            np.subtract(second, first, out=second)
            np.less_equal(second, most, out=out[part])
            return unknown

        return self._answer(out, columns, rows, shape, give_back)

    def elapsed(self, starts: object, ends: object, suspended: Sequence[tuple[object, object]]) -> Any:
        """Working days in ``(start, end]`` that no suspension holds, ``int32``.

        Args:
            starts: column or single date.
            ends: column or single date, not before its start.
            suspended: pairs of first and last days, both included; each a column or a single date.
                A row with either day missing has no such suspension; overlaps count once; a
                suspension that ends before it begins makes the row unknown.
        """
        np = numpy()
        pairs = [(column(first, "suspended"), column(last, "suspended")) for first, last in suspended]
        columns, shape, give_back = together(
            column(starts, "starts"), column(ends, "ends"), *(one for pair in pairs for one in pair)
        )
        out = np.empty(math.prod(shape), np.int32)

        def rows(part: slice, first: Any, second: Any) -> Any:
            days = [np.broadcast_to(one.load(part), first.shape) for one in columns]
            held, backwards = self._suspended(days[0], days[1], days[2::2], days[3::2])
            np.subtract(second, first, out=out[part])
            out[part] -= held
            return _unknown_ranks(first, second, np.where(backwards, _UNKNOWN, 0))

        return self._answer(out, columns[:2], rows, shape, give_back)

    def _suspended(self, start: Any, end: Any, lows: list[Any], highs: list[Any]) -> tuple[Any, Any]:
        """Working days of ``(start, end]`` inside the suspensions, and which rows make no sense."""
        np = numpy()
        shape = (len(lows), len(start))
        low, high = (np.array(days, np.int64).reshape(shape) for days in (lows, highs))
        absent = (low == MISSING) | (high == MISSING)
        backwards = (~absent & (low > high)).any(axis=0)
        # What is absent becomes an empty suspension before all others.
        low[absent], high[absent] = MISSING + 1, MISSING
        # In order of their first days, each suspension counts from where the last one ended.
        order = np.argsort(low, axis=0)
        counted_to, total = start, np.zeros(len(start), np.int32)
        for index in range(len(lows)):
            row = order[index]
            first = np.take_along_axis(low, row[None], 0)[0]
            last = np.take_along_axis(high, row[None], 0)[0]
            before = np.maximum(first - 1, counted_to)
            until = np.minimum(last, end)
            held = np.take(self.rank, until, mode="clip") - np.take(self.rank, before, mode="clip")
            total += np.where(until > before, held, 0)
            counted_to = np.maximum(counted_to, until)
        return total, backwards

    def is_workday(self, dates: object) -> Any:
        """Whether each date is a working day."""
        np = numpy()
        columns, shape, give_back = together(column(dates, "dates"))
        out = np.empty(math.prod(shape), bool)

        def rows(part: slice, rank: Any) -> Any:
            np.equal(np.take(self.workdays, rank - 1, mode="clip"), columns[0].load(part), out=out[part])
            return _unknown_ranks(rank)

        return self._answer(out, columns, rows, shape, give_back)

    def nth_after(self, dates: object, n: object) -> Any:
        """The n-th working day after each date, ``datetime64[D]``."""
        return self._nth(dates, n, backwards=False)

    def nth_before(self, dates: object, n: object) -> Any:
        """The n-th working day before each date, ``datetime64[D]``."""
        return self._nth(dates, n, backwards=True)

    def roll(self, dates: object, *, backwards: bool) -> Any:
        """Each date if it is a working day, else the next one, or the one before."""
        np = numpy()
        columns, shape, give_back = together(column(dates, "dates"))
        out = np.empty(math.prod(shape), np.int64)

        def rows(part: slice, rank: Any) -> Any:
            index = rank - np.intp(1)
            if not backwards:
                index += np.take(self.workdays, index, mode="clip") != columns[0].load(part)
            return self._place(index, rank, out[part])

        return self._answer(out, columns, rows, shape, give_back)

    def _nth(self, dates: object, n: object, *, backwards: bool) -> Any:
        np = numpy()
        steps = whole_numbers(n)
        dated = column(dates, "dates")
        counts = Column(
            lambda part: steps.ravel()[part] if steps.ndim else steps, steps.shape, dated.give_back
        )
        (days, by), shape, _ = together(dated, counts)
        out = np.empty(math.prod(shape), np.int64)

        def rows(part: slice, rank: Any) -> Any:
            if backwards:
                own = np.take(self.workdays, rank - np.intp(1), mode="clip") == days.load(part)
                index = np.subtract(rank, by.load(part), dtype=np.intp)
                index -= own
            else:
                index = np.add(rank, by.load(part), dtype=np.intp)
                index -= 1
            return self._place(index, rank, out[part])

        return self._answer(out, (days,), rows, shape, dated.give_back)

    def _place(self, index: Any, rank: Any, out: Any) -> Any:
        """Writes the working days of ``index`` and returns which rows are unknown, if any."""
        np = numpy()
        np.take(self.workdays, index, mode="clip", out=out)
        if rank.min() >= 0 and index.min() >= 0 and index.max() < len(self.workdays):
            return None
        return (rank < 0) | (index < 0) | (index >= len(self.workdays))

    def _answer(
        self,
        out: Any,
        columns: Sequence[Column],
        rows: Callable[..., Any],
        shape: tuple[int, ...],
        give_back: Callable[[Any, Any], Any],
    ) -> Any:
        """Runs ``rows`` over every chunk and gives the answer back in the caller's kind of column.

        ``rows`` takes a slice and the ranks of each column in it, writes its part of ``out``, and
        returns a mask of its unknown rows, or ``None``. Long columns are shared among threads: NumPy
        works outside the interpreter's lock, and every chunk writes its own rows.
        """
        np = numpy()
        found: list[tuple[slice, Any]] = []

        def run(begin: int, stop: int) -> None:
            buffers = [np.empty(min(_CHUNK, stop - begin), self.rank.dtype) for _ in columns]
            for at in range(begin, stop, _CHUNK):
                part = slice(at, min(at + _CHUNK, stop))
                ranks = [buffer[: part.stop - part.start] for buffer in buffers]
                for one, rank in zip(columns, ranks, strict=True):
                    if one.shape == ():
                        rank[...] = np.take(self.rank, one.load(part), mode="clip")
                    else:
                        np.take(self.rank, one.load(part), mode="clip", out=rank)
                mask = rows(part, *ranks)
                if mask is not None:
                    found.append((part, mask))

        threads = min(os.cpu_count() or 1, len(out) // _ROWS_A_THREAD)
        if threads > 1:
            share = -(-len(out) // threads // _CHUNK) * _CHUNK
            begins = range(0, len(out), share)
            with ThreadPoolExecutor(threads) as pool:
                list(pool.map(run, begins, [min(begin + share, len(out)) for begin in begins]))
        else:
            run(0, len(out))
        unknown = None
        if found:
            unknown = np.zeros(len(out), bool)
            for part, mask in found:
                unknown[part] = mask
            # What lies under a mask is no number either: nobody who drops the mask shall find one.
            out[unknown] = MISSING if out.dtype == np.int64 else 0
            unknown = unknown.reshape(shape)
        if out.dtype == np.int64:
            out = out.view("M8[D]")
        return give_back(out.reshape(shape), unknown)


def _unknown_ranks(*ranks: Any) -> Any:
    """Which rows hold the sentinel; ``None`` when none does."""
    if all(rank.min() >= 0 for rank in ranks):
        return None
    return numpy().logical_or.reduce([rank < 0 for rank in ranks])
