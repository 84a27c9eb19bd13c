"""Rows that are alike are counted before they are judged (归并).

Cases that began on one day and ended on one day are judged alike. So a scorecard first counts equal rows,
which is the one pass over the table and costs what grouping by its dates costs. Whether a limit was kept
depends on fewer things still: how many days it took, whether the case ended, and some truths. These make
one whole number, the kind of a row, most of which the day table carries ready for adding. A few hundred
kinds are judged, however many rows there are.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs

from wushan_plan.counting.columns import numpy
from wushan_plan.frames.clock import Clock, look_at_days
from wushan_plan.frames.day_table import NONE, LimitTable
from wushan_plan.frames.engines import PREFIX, narwhals
from wushan_plan.frames.expressions import ExpressionSheet

_SHIFT = 1 << 22
"""Added to numbers of days so that none is negative: more days than from year 1 to 9999."""
_ROOM = 1 << 14
"""More than the days a deadline can lie after its start."""

Truths = dict[str, Callable[[ExpressionSheet], Any]]


def packed(
    sheet: ExpressionSheet, clock: Clock, table: LimitTable, groups: list[str], more: Truths
) -> tuple[ExpressionSheet, Clock]:
    """The kinds of rows in a sheet that holds the inputs of a clock without suspensions.

    Args:
        sheet: the inputs.
        clock: the clock.
        table: its day table.
        groups: columns of the caller's that kinds are told apart by as well.
        more: truths to keep beside, as functions of the sheet.

    Returns:
        A sheet with one row a kind, ``n`` rows each, ready for ``settle`` under the returned clock.
    """
    kinds, flags = counted_kinds(sheet, clock, table, groups, more)
    return _unpacked(kinds, clock, table, flags)


def counted_kinds(
    sheet: ExpressionSheet,
    clock: Clock,
    table: LimitTable,
    groups: list[str],
    more: Truths,
    *,
    to_workday_before: bool = False,
) -> tuple[Any, list[str]]:
    """A frame with one row a kind, and the truths its number holds.

    Args: as those of :func:`packed`, and
        to_workday_before: for a limit in calendar days: keep how far the last day lies from the
            working day before it, instead of how far the deadline lies from the start.
    """
    nw = narwhals()
    _count_equal_rows(sheet, clock, groups)
    look_at_days(sheet, clock)
    if more:
        sheet.add(**{name: make(sheet) for name, make in more.items()})
    flags = ["ended", "backwards", "not_begun", *more]
    if clock.limit.days == 0:
        flags += ["same_day"]
    if clock.averaged and not clock.as_of:
        flags += ["no_start", "no_stop"]
    if clock.has_scope:
        flags += ["inside", "scope_known"]
    if clock.has_excuses:
        flags += ["excused"]
    if clock.unreadable:
        flags += ["unreadable"]
    width = 1 << len(flags)
    step = _ROOM * width
    np = numpy()
    if clock.working:
        rank, below = table.rank.astype(np.int64), table.below
        sheet.look_up_keys("start", start_key=-rank * step)
        sheet.look_up_keys("stop", stop_key=(rank + _SHIFT) * step + (rank - below) * width)
    else:
        number = np.arange(table.first, table.last + 1, dtype=np.int64)
        start_span = np.where(table.due == NONE, _ROOM - 1, table.due - number)
        stop_span = np.zeros_like(number)
        if to_workday_before:
            start_span, stop_span = stop_span, np.minimum(number - table.workdays[table.below], _ROOM - 1)
        sheet.look_up_keys("start", start_key=-number * step + start_span * width)
        sheet.look_up_keys("stop", stop_key=(number + _SHIFT) * step + stop_span * width)
        beyond = (sheet.day_number(sheet["stop"]) + _SHIFT) * step + int(to_workday_before) * width
        nothing = nw.lit(None, nw.Int64)
        sheet.add(
            stop_key=nw.coalesce(sheet["stop_key"], sheet.where(sheet.known(sheet["stop"]), beyond, nothing))
        )
    bits: Any = sheet[flags[0]].cast(nw.Int64)
    for place, flag in enumerate(flags[1:], 1):
        bits = bits + sheet[flag].cast(nw.Int64) * (1 << place)
    sheet.add(bits=bits)
    uncovered = sheet["start_key"].is_null().cast(nw.Int64) + sheet["stop_key"].is_null().cast(nw.Int64) * 2
    # Where a day is not covered there is no number of days; a negative kind holds the truths alone.
    kind = nw.coalesce(sheet["start_key"] + sheet["stop_key"] + sheet["bits"], sheet["bits"] * -4 - uncovered)
    keyed = sheet.frame.select(*groups, PREFIX + "n", **{PREFIX + "kind": kind})
    return keyed.group_by(*groups, PREFIX + "kind").agg(**{PREFIX + "n": nw.col(PREFIX + "n").sum()}), flags


def _count_equal_rows(sheet: ExpressionSheet, clock: Clock, groups: list[str]) -> None:
    """Leaves one row for all that are equal in everything that matters, with their number ``n``."""
    nw = narwhals()
    names = [f"start_{place}" for place in range(clock.starts)] if clock.starts > 1 else ["start"]
    names += [name for name in ("end", "as_of") if not sheet.is_constant(name)]
    if clock.has_scope:
        names += ["inside", "scope_known"]
    if clock.has_excuses:
        names += ["excused"]
    if clock.unreadable:
        names += ["unreadable"]
    keys = [*groups, *(PREFIX + name for name in names)]
    sheet.frame = sheet.frame.group_by(*keys).agg(**{PREFIX + "n": nw.len()})


def taken_apart(kinds: Any, table: LimitTable, flags: list[str]) -> ExpressionSheet:
    """The kinds with what their numbers hold: ``days``, ``span``, ``uncovered`` and the truths."""
    nw = narwhals()
    width = 1 << len(flags)
    made = ExpressionSheet(kinds, table, {"no_date": None})
    zero = nw.lit(0, nw.Int64)
    made.add(n=made["n"].cast(nw.Int64), plain=made["kind"] >= 0, opposite=made["kind"] * -1)
    made.add(uncovered=made.where(made["plain"], zero, made["opposite"] % 4))
    made.add(
        bits=made.where(
            made["plain"],
            made["kind"] % width,
            ((made["opposite"] - made["uncovered"]) // 4).cast(nw.Int64),
        )
    )
    made.add(rest=made.where(made["plain"], ((made["kind"] - made["bits"]) // width).cast(nw.Int64), zero))
    made.add(span=made["rest"] % _ROOM)
    made.add(days=((made["rest"] - made["span"]) // _ROOM).cast(nw.Int64) - _SHIFT)
    made.add(**{name: (made["bits"] % (2 << place)) >= (1 << place) for place, name in enumerate(flags)})
    return made


def _unpacked(kinds: Any, clock: Clock, table: LimitTable, flags: list[str]) -> tuple[ExpressionSheet, Clock]:
    nw = narwhals()
    made = taken_apart(kinds, table, flags)
    zero, one, none = nw.lit(0, nw.Int64), nw.lit(1, nw.Int64), nw.lit(NONE, nw.Int64)
    made.add(
        start_rank=made.where(made["uncovered"] % 2 == 1, none, zero),
        due_0=nw.lit(None, nw.Date),
    )
    # A row without a day is not covered either, and as little known; where no one asks, that is enough.
    no_stop = nw.lit(False) if clock.working else made["uncovered"] >= 2
    for name, truth in (("no_start", nw.lit(False)), ("no_stop", no_stop), ("same_day", nw.lit(False))):
        if name not in flags:
            made.add(**{name: truth})
    # A negative number of days is that of a case not begun, or of one that is refused anyway.
    days = made.where(made["days"] >= 0, made["days"], zero)
    if clock.working:
        made.add(
            stop_rank=made.where(made["uncovered"] >= 2, none, days),
            stop_below=made["days"] - made["span"],
            due_number_0=one,
        )
    else:
        made.add(
            start_number=zero,
            stop_number=made["days"],
            due_number_0=made.where(made["span"] == _ROOM - 1, none, made["span"]),
        )
    return made, attrs.evolve(clock, packed=True, as_of=False, fixed_as_of=False, starts=1)
