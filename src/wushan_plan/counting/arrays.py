"""Counting over whole columns at once (批量计数).

A day becomes a row of a small table: its number since 1970-01-01 is the index, the count of working
days up to it the value. The table (some 40 KB) stays in the processor's cache, and columns pass
through it in chunks that stay there too, so the time is that of reading and writing the columns.
What is unknown lands on the table's sentinel and is never a number; see
:mod:`wushan_plan.counting.columns` for how it is answered.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import attrs

from wushan_plan.calendar.table import DayTable
from wushan_plan.counting.columns import MISSING, Column, column, numpy, together, whole_numbers

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_EPOCH = dt.date(1970, 1, 1).toordinal()
_CHUNK = 1 << 16
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
        (a, b), shape, give_back = together(column(starts, "starts"), column(ends, "ends"))
        out = np.empty(_size(shape), np.int32)
        unknown = None
        for part, (first, second) in self._chunks(len(out), a, b):
            np.subtract(second, first, out=out[part])
            unknown = _marked(unknown, part, len(out), first, second)
        return _answer(out, unknown, shape, give_back)

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
        flat, shape, give_back = together(
            column(starts, "starts"), column(ends, "ends"), *(one for pair in pairs for one in pair)
        )
        out = np.empty(_size(shape), np.int32)
        unknown = None
        for part, (first, second) in self._chunks(len(out), flat[0], flat[1]):
            rows = part.stop - part.start
            start, end = _days(flat[0], part, rows), _days(flat[1], part, rows)
            lows = [_days(one, part, rows) for one in flat[2::2]]
            highs = [_days(one, part, rows) for one in flat[3::2]]
            suspended_days, backwards = self._suspended(start, end, lows, highs)
            np.subtract(second, first, out=out[part])
            out[part] -= suspended_days
            unknown = _marked(unknown, part, len(out), first, second, np.where(backwards, _UNKNOWN, 0))
        return _answer(out, unknown, shape, give_back)

    def _suspended(self, start: Any, end: Any, lows: list[Any], highs: list[Any]) -> tuple[Any, Any]:
        """Working days of ``(start, end]`` inside the suspensions, and which rows make no sense."""
        np = numpy()
        low, high = np.array(lows), np.array(highs)
        absent = (low == MISSING) | (high == MISSING)
        # In order of their first days, each suspension counts from where the last one ended.
        order = np.argsort(np.where(absent, np.iinfo(np.int64).max, low), axis=0, kind="stable")
        counted_to, total = start, np.zeros(len(start), np.int32)
        for index in range(len(lows)):
            row = order[index]
            first = np.take_along_axis(low, row[None], 0)[0]
            last = np.take_along_axis(high, row[None], 0)[0]
            none = np.take_along_axis(absent, row[None], 0)[0]
            before = np.maximum(np.where(none, end, first - 1), counted_to)
            until = np.minimum(np.where(none, start, last), end)
            held = np.take(self.rank, until, mode="clip") - np.take(self.rank, before, mode="clip")
            total += np.where(until > before, held, 0)
            counted_to = np.maximum(counted_to, until)
        return total, (~absent & (low > high)).any(axis=0)

    def within(self, starts: object, ends: object, most: int) -> Any:
        """Whether ``(start, end]`` holds at most ``most`` working days, for each pair."""
        np = numpy()
        (a, b), shape, give_back = together(column(starts, "starts"), column(ends, "ends"))
        out = np.empty(_size(shape), bool)
        unknown = None
        for part, (first, second) in self._chunks(len(out), a, b):
            unknown = _marked(unknown, part, len(out), first, second)
            np.subtract(second, first, out=second)
            np.less_equal(second, most, out=out[part])
        return _answer(out, unknown, shape, give_back)

    def is_workday(self, dates: object) -> Any:
        """Whether each date is a working day."""
        np = numpy()
        (a,), shape, give_back = together(column(dates, "dates"))
        out = np.empty(_size(shape), bool)
        unknown = None
        for part, (rank,) in self._chunks(len(out), a):
            days = a.load(part)
            np.equal(np.take(self.workdays, rank - 1, mode="clip"), days, out=out[part])
            unknown = _marked(unknown, part, len(out), rank)
        return _answer(out, unknown, shape, give_back)

    def nth_after(self, dates: object, n: object) -> Any:
        """The n-th working day after each date, ``datetime64[D]``."""
        return self._nth(dates, n, backwards=False)

    def nth_before(self, dates: object, n: object) -> Any:
        """The n-th working day before each date, ``datetime64[D]``."""
        return self._nth(dates, n, backwards=True)

    def roll(self, dates: object, *, backwards: bool) -> Any:
        """Each date if it is a working day, else the next one, or the one before."""
        np = numpy()
        (a,), shape, give_back = together(column(dates, "dates"))
        out = np.empty(_size(shape), np.int64)
        unknown = None
        for part, (rank,) in self._chunks(len(out), a):
            index = rank - np.intp(1)
            if not backwards:
                index += np.take(self.workdays, index, mode="clip") != a.load(part)
            unknown = self._place(index, rank, out, part, unknown)
        return _answer(out.view("M8[D]"), unknown, shape, give_back)

    def _nth(self, dates: object, n: object, *, backwards: bool) -> Any:
        np = numpy()
        steps = whole_numbers(n)
        counts = Column(lambda part: steps.reshape(-1)[part] if steps.ndim else steps, steps.shape, _never)
        dated = column(dates, "dates")
        (a, by), shape, _ = together(dated, counts)
        out = np.empty(_size(shape), np.int64)
        index = np.empty(min(_CHUNK, len(out)), np.intp)
        unknown = None
        for part, (rank,) in self._chunks(len(out), a):
            places = index[: len(rank)]
            if backwards:
                own = np.take(self.workdays, rank - np.intp(1), mode="clip") == a.load(part)
                np.subtract(rank, by.load(part), out=places)
                places -= own
            else:
                np.add(rank, by.load(part), out=places)
                places -= 1
            unknown = self._place(places, rank, out, part, unknown)
        return _answer(out.view("M8[D]"), unknown, shape, dated.give_back)

    def _place(self, index: Any, rank: Any, out: Any, part: slice, unknown: Any) -> Any:
        """Writes the working days of ``index``; marks those outside the calendar."""
        np = numpy()
        np.take(self.workdays, index, mode="clip", out=out[part])
        if len(index) and (rank.min() < 0 or index.min() < 0 or index.max() >= len(self.workdays)):
            if unknown is None:
                unknown = np.zeros(len(out), bool)
            unknown[part] = (rank < 0) | (index < 0) | (index >= len(self.workdays))
        return unknown

    def _chunks(self, length: int, *columns: Column) -> Iterator[tuple[slice, tuple[Any, ...]]]:
        """The ranks of each column, chunk by chunk, in buffers that are used again."""
        np = numpy()
        buffers = [np.empty(min(_CHUNK, length), self.rank.dtype) for _ in columns]
        for begin in range(0, length, _CHUNK):
            part = slice(begin, min(begin + _CHUNK, length))
            ranks = []
            for one, buffer in zip(columns, buffers, strict=True):
                rank = buffer[: part.stop - part.start]
                days = one.load(part)
                if one.shape == ():
                    rank[...] = np.take(self.rank, days, mode="clip")
                else:
                    np.take(self.rank, days, mode="clip", out=rank)
                ranks.append(rank)
            yield part, tuple(ranks)


def _never(values: Any, unknown: Any) -> Any:
    raise AssertionError("numbers of days are never answered")  # pragma: no cover


def _days(one: Column, part: slice, rows: int) -> Any:
    """The epoch days of a chunk; a single date goes with every row."""
    return numpy().broadcast_to(one.load(part), (rows,))


def _size(shape: tuple[int, ...]) -> int:
    return int(numpy().prod(shape, dtype=int))


def _marked(unknown: Any, part: slice, length: int, *ranks: Any) -> Any:
    """``unknown`` with the rows of ``part`` marked whose ranks hold the sentinel."""
    np = numpy()
    if any(rank.min() < 0 for rank in ranks):
        if unknown is None:
            unknown = np.zeros(length, bool)
        unknown[part] = np.logical_or.reduce([rank < 0 for rank in ranks])
    return unknown


def _answer(out: Any, unknown: Any, shape: tuple[int, ...], give_back: Any) -> Any:
    if unknown is not None:
        # What lies under a mask is no number either: nobody who drops the mask shall find one.
        out[unknown] = numpy().datetime64("NaT") if out.dtype.kind == "M" else 0
        unknown = unknown.reshape(shape)
    return give_back(out.reshape(shape), unknown)
