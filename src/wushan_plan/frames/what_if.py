"""What would change under another limit or another reading (试算)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

import attrs

from wushan_plan.errors import DefinitionError
from wushan_plan.frames import lazy
from wushan_plan.frames.day_table import LimitTable
from wushan_plan.frames.engines import (
    PREFIX,
    Style,
    duckdb,
    is_dask,
    narwhals,
    small_table,
    style_of,
    wrapped,
)
from wushan_plan.frames.evaluation import judged
from wushan_plan.frames.grouping import Grouping, grouped_names, grouping, in_order
from wushan_plan.frames.names import Names
from wushan_plan.frames.packing import counted_kinds, taken_apart
from wushan_plan.frames.request import Request, chosen_readings, request_of, require_commitment, split
from wushan_plan.frames.scorecards import CardRequest, card_request, in_engine, prepared
from wushan_plan.model.commitment import Commitment
from wushan_plan.model.criteria import TimeLimit
from wushan_plan.model.periods import CalendarDays, WorkingDays
from wushan_plan.model.readings import Reading
from wushan_plan.model.verdict import Lang

Table = TypeVar("Table")
Other = Commitment | WorkingDays | CalendarDays | Reading


def compare(
    frame: Table,
    target: Commitment,
    other: Other,
    *,
    reading: Reading | Iterable[Reading] | None = None,
    names: Names | None = None,
    other_names: Names | None = None,
    changed: str = "changed",
    lang: Lang = "zh",
    **options: Any,
) -> Table:
    """The same rows judged twice, side by side (并列试算).

    Args:
        frame: a table of any engine.
        target: what the rows are judged by.
        other: a limit, a reading, or another commitment to judge by as well.
        reading: the reading of the first judgement.
        names: names of the columns of the first judgement.
        other_names: names of the columns of the second; those of the first with ``_other`` by default.
        changed: name of the column that says where the status differs.
        lang: language of the problems.
        **options: as for :func:`evaluate`.
    """
    requests = _both(target, other, "compare", reading, names, other_names, options | {"lang": lang})
    return _compared(frame, requests, changed)


def _both(
    target: Commitment,
    other: Other,
    function: str,
    reading: Reading | Iterable[Reading] | None,
    names: Names | None,
    other_names: Names | None,
    options: Mapping[str, Any],
) -> tuple[Request, Request]:
    """The requests of the two judgements."""
    require_commitment(target, function)
    first = names or Names()
    second = other_names or Names(*(f"{name}_other" for name in attrs.astuple(first)))
    own, columns = split(options)
    once = request_of(target, columns, reading=reading, names=first, function=function, **own)
    trial, trial_reading = _trial(target, other, reading)
    twice = request_of(trial, columns, reading=trial_reading, names=second, function=function, **own)
    return once, twice


def _compared(frame: Table, requests: tuple[Request, Request], changed: str) -> Table:
    first, second = requests

    def both(part: Any) -> Any:
        twice = judged(judged(part, first), second)
        nw = narwhals()
        differs = nw.col(first.names.status) != nw.col(second.names.status)
        return wrapped(twice).with_columns(differs.alias(changed)).to_native()

    parts: Any = frame
    if is_dask(frame):
        made: Table = parts.map_partitions(both, meta=both(parts._meta))
        return made
    result: Table = both(parts)
    return result


def changes(
    frame: Table,
    target: Commitment,
    other: Other,
    *,
    by: Grouping = (),
    names: Names | None = None,
    other_names: Names | None = None,
    reading: Reading | Iterable[Reading] | None = None,
    lang: Lang = "zh",
    **options: Any,
) -> Table:
    """How many rows have which status under both judgements, by any columns (结论变化表).

    Args:
        frame, target, other, names, other_names, reading, lang: as for :func:`compare`.
        by: columns to group by.
        **options: as for :func:`evaluate`.

    Returns:
        The groups, the two statuses and ``cases``, sorted by all three, what is missing last; the rows
        where the statuses differ are the ones that change.
    """
    requests = _both(target, other, "changes", reading, names, other_names, options | {"lang": lang})
    where = "frames.changes(by=…)"
    parts = grouping(by, where)
    groups = [one for one in parts if isinstance(one, str)]
    if len(groups) != len(parts):
        raise DefinitionError(
            value=by,
            rule="changes are grouped by columns of the table.",
            where=where,
            remedy="Add a column of months first.",
            zh="结论变化表只能按表中已有的列分组，请先加一列月份",
        )
    keys = [*groups, *(one.names.status for one in requests)]
    both: Any = _compared(frame, requests, "changed")
    if is_dask(both):
        counted = both.groupby(keys, dropna=False).size().rename("cases").reset_index()
        empty = counted._meta
        made: Table = counted.repartition(npartitions=1).map_partitions(
            lambda part: part.sort_values(keys, ignore_index=True), meta=empty
        )
        return made
    nw = narwhals()
    result: Table = in_order(wrapped(both).group_by(*keys).agg(cases=nw.len()), keys).to_native()
    return result


def sweep(
    frame: Table,
    target: Commitment,
    limits: Iterable[int],
    *,
    by: Grouping = (),
    lang: Lang = "zh",
    **options: Any,
) -> Table:
    """How many cases each of several limits would have met; one pass over the table (时限扫描).

    Args:
        frame: a table of any engine.
        target: a target with a time limit; its kind of days and its reading hold for all limits.
        limits: numbers of days, 1 or more.
        by: what to group by.
        lang: language of the name of a column of months, where it has none.
        **options: as for :func:`evaluate`, without suspensions; excuses are not looked at.

    Returns:
        One row a group and limit, sorted by them, what is missing last: ``limit``, ``met``, ``not_met``,
        ``pending``, and the ``rate`` of the decided cases.
    """
    given: object = limits
    wanted = tuple(dict.fromkeys(given)) if isinstance(given, Iterable) else ()
    if not wanted or any(type(one) is not int or one < 1 for one in wanted):
        raise DefinitionError(
            value=wanted or given,
            rule="a limit to be tried is a whole number of days, 1 or more.",
            where="frames.sweep(limits=…)",
            remedy="Give them like range(1, 31).",
            zh="要试的时限是不小于1的整数天数，请写成range(1, 31)",
        )
    asked = _asked(target, by, options | {"lang": lang}, "sweep")

    def summed(kinds: Any) -> Any:
        return _sums(kinds, asked, wanted)

    result: Table = _over_kinds(frame, asked, summed)
    return result


def limit_for(
    frame: Table,
    target: Commitment,
    percent: int,
    *,
    by: Grouping = (),
    lang: Lang = "zh",
    **options: Any,
) -> Table:
    """The least limit that so many per cent of the completed cases would have met (达标时限).

    Args:
        frame: a table of any engine.
        target: a target with a time limit; its kind of days and its reading hold.
        percent: from 1 to 100.
        by: what to group by.
        lang: language of the name of a column of months, where it has none.
        **options: as for :func:`evaluate`, without suspensions.

    Returns:
        One row a group, sorted by the groups, what is missing last: ``completed`` and ``limit``.
    """
    if type(percent) is not int or not 0 < percent <= 100:
        raise DefinitionError(
            value=percent,
            rule="a percentage is a whole number from 1 to 100.",
            where="frames.limit_for(percent)",
            remedy="Give it like 95.",
            zh="百分比是1到100的整数，请写成95",
        )
    asked = _asked(target, by, options | {"lang": lang}, "limit_for")

    def least(kinds: Any) -> Any:
        return _least(kinds, asked, percent)

    result: Table = _over_kinds(frame, asked, least)
    return result


def _trial(
    target: Commitment, other: Other, reading: Reading | Iterable[Reading] | None
) -> tuple[Commitment, Any]:
    if isinstance(other, Commitment):
        return other, None
    if isinstance(other, Reading):
        mine = chosen_readings(target, reading)
        kept = [one for one in mine if one not in other.group]
        return target, chosen_readings(target, (*kept, other))
    return target.with_limit(other), reading


def _asked(target: Commitment, by: Grouping, options: dict[str, Any], function: str) -> CardRequest:
    require_commitment(target, function)
    criterion = target.criterion
    if not isinstance(criterion, TimeLimit) or options.get("suspended") is not None:
        raise DefinitionError(
            value=target.id,
            rule="limits are tried on a time limit, without suspensions.",
            where=f"frames.{function}({target.id})",
            remedy="Take a target whose criterion is a TimeLimit; leave suspended out.",
            zh="只有没有中止期间的时限目标才能试算时限",
        )
    own, columns = split(options)
    known = {name: one for name, one in own.items() if name not in ("excuse", "suspended")}
    return card_request(target, columns, by=by, percentiles=(), function=function, **known)


def _over_kinds(frame: Any, asked: CardRequest, finish: Any) -> Any:
    """Kinds of rows with the limit each would have needed, finished in the caller's engine."""
    if is_dask(frame):

        def counted(part: Any) -> Any:
            wide = prepared(wrapped(part), asked)
            return in_engine(_needed(_in_duckdb(wide, asked), asked).collect("pyarrow").to_arrow(), part)

        def finished(kinds: Any) -> Any:
            return in_engine(finish(_duckdb_of(kinds)).collect("pyarrow").to_arrow(), kinds)

        empty = counted(frame._meta)
        kinds = frame.map_partitions(counted, meta=empty).repartition(npartitions=1)
        return kinds.map_partitions(finished, meta=finished(empty).iloc[:0])
    wide = prepared(wrapped(frame), asked)
    if style_of(wide) is Style.LAZY:
        return finish(_needed(wide, asked)).to_native()
    made = finish(_needed(_in_duckdb(wide, asked), asked)).collect("pyarrow").to_arrow()
    return in_engine(made, wide.to_native())


def _in_duckdb(wide: Any, asked: CardRequest) -> Any:
    """The columns that matter of a table at hand, as a plan."""
    names = dict.fromkeys([*grouped_names(asked.by), *asked.request.needed])
    return _duckdb_of(wide.select(*names).to_arrow())


def _duckdb_of(table: Any) -> Any:
    # A connection of its own: the shared one may be busy in another thread.
    return narwhals().from_native(duckdb().connect().from_arrow(wrapped(table).to_arrow()))


def _needed(frame: Any, asked: CardRequest) -> Any:
    """One row a kind: ``needed``, ``done``, ``open`` and ``n``, beside the groups."""
    nw = narwhals()
    request = asked.request
    clock = attrs.evolve(request.clock, has_excuses=False)
    table = LimitTable.of(request.calendar, clock.limit)
    sheet = lazy.inputs_of(frame, request, table)
    groups = grouped_names(asked.by)
    kinds, flags = counted_kinds(sheet, clock, table, groups, {}, to_workday_before=True)
    made = taken_apart(kinds, table, flags)
    if not clock.working:
        # The period ends on the first working day from its last day on: it must reach past the
        # working day before the end.
        needed = made["days"] - made["span"] + 1
    elif clock.by_date:
        needed = made["days"] - made["span"] + 1  # the working days before the end, and one more
    else:
        needed = made["days"]
    sound = ~made["backwards"]
    if clock.has_scope:
        sound = sound & made["inside"] & made["scope_known"]
    waiting = made["not_begun"] & (made["uncovered"] % 2 == 0)  # pending under any limit
    made.add(waiting=sound & waiting, sound=sound & made["plain"] & ~made["not_begun"])
    made.add(
        needed=made.where(made["waiting"], nw.lit(0, nw.Int64), needed),
        done=made["sound"] & made["ended"],
        open=(made["sound"] & ~made["ended"]) | made["waiting"],
    )
    names = ("needed", "done", "open", "n")
    return made.frame.select(*groups, *(PREFIX + name for name in names))


def _sums(kinds: Any, asked: CardRequest, limits: tuple[int, ...]) -> Any:
    nw = narwhals()
    groups = grouped_names(asked.by)

    def column(name: str) -> Any:
        return nw.col(PREFIX + name)

    table = small_table(kinds, {"limit": _whole(limits)})
    zero = nw.lit(0, nw.Int64)
    spread = kinds.join(table, how="cross")
    kept, n = column("needed") <= nw.col("limit"), column("n")
    spread = spread.with_columns(
        met=nw.when(column("done") & kept).then(n).otherwise(zero),
        not_met=nw.when((column("done") | column("open")) & ~kept).then(n).otherwise(zero),
        pending=nw.when(column("open") & kept).then(n).otherwise(zero),
    )
    counts = ("met", "not_met", "pending")
    summed = spread.group_by(*groups, "limit").agg(**{name: nw.col(name).sum() for name in counts})
    summed = summed.with_columns(nw.col(name).cast(nw.Int64) for name in counts)
    decided = nw.col("met") + nw.col("not_met")
    safe = nw.when(decided > 0).then(decided).otherwise(nw.lit(1, nw.Int64))
    nothing = nw.lit(None, nw.Float64)
    rate = nw.when(decided > 0).then(nw.col("met").cast(nw.Float64) / safe).otherwise(nothing)
    summed = summed.with_columns(rate=rate).select(*groups, "limit", *counts, "rate")
    return summed.sort(*groups, "limit", nulls_last=True)


def _least(kinds: Any, asked: CardRequest, percent: int) -> Any:
    nw = narwhals()
    groups = grouped_names(asked.by)

    def column(name: str) -> Any:
        return nw.col(PREFIX + name)

    keys = groups or [PREFIX + "all"]
    done = nw.when(column("done")).then(column("n")).otherwise(nw.lit(0, nw.Int64))
    frame = kinds.with_columns(**{PREFIX + "all": nw.lit(1), PREFIX + "done_n": done})
    frame = frame.with_columns(
        **{
            PREFIX + "up_to": column("done_n").cum_sum().over(*keys, order_by=PREFIX + "needed"),
            PREFIX + "of": column("done_n").sum().over(*keys),
        }
    )
    enough = column("done") & (column("up_to") * 100 >= column("of") * percent)
    # No limit is less than one day: what needs none is met by it.
    tried = nw.when(column("needed") < 1).then(nw.lit(1, nw.Int64)).otherwise(column("needed"))
    frame = frame.with_columns(**{PREFIX + "least": nw.when(enough).then(tried)})
    made = frame.group_by(*keys).agg(completed=column("done_n").sum(), limit=column("least").min())
    made = made.with_columns(nw.col("completed").cast(nw.Int64)).select(*groups, "completed", "limit")
    return in_order(made, groups)


def _whole(limits: tuple[int, ...]) -> Any:
    from wushan_plan.counting.columns import numpy

    return numpy().array(limits, numpy().int64)
