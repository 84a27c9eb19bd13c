"""From a table to one row for each group (表格记分卡)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from wushan_plan.calendar.dates import calendar_date
from wushan_plan.counting.columns import numpy
from wushan_plan.errors import DefinitionError
from wushan_plan.frames import eager, lazy, quantities
from wushan_plan.frames.card_columns import HISTOGRAM, CardShape, card_plan, card_rows
from wushan_plan.frames.clock import judge_rows, settle
from wushan_plan.frames.day_table import EPOCH, NONE, LimitTable
from wushan_plan.frames.engines import (
    PREFIX,
    Style,
    arrow,
    is_dask,
    modin,
    narwhals,
    style_of,
    wrapped,
)
from wushan_plan.frames.grouping import By, Grouping, grouped_names, grouping, with_groups
from wushan_plan.frames.packing import packed
from wushan_plan.frames.problems import ColumnFinding, FrameError, Problem
from wushan_plan.frames.request import Request, request_of, require_columns, require_commitment
from wushan_plan.model.commitment import Commitment
from wushan_plan.model.criteria import MeanTimeLimit
from wushan_plan.model.periods import Interval
from wushan_plan.model.readings import Reading

_SUMS = ("n", "late", "depends")


@attrs.frozen
class CardRequest:
    """What is asked of a scorecard (记分卡请求).

    Attributes:
        request: how each row is judged.
        by: what it is grouped by.
        percentiles: percentiles of the days of completed cases.
        period: for a mean: the days in which a completed case has to have ended.
    """

    request: Request
    by: tuple[By, ...]
    percentiles: tuple[int, ...]
    period: Interval | None

    @property
    def shape(self) -> CardShape:
        """Its columns."""
        request = self.request
        criterion = request.target.criterion
        groups = tuple(grouped_names(self.by))
        if not isinstance(criterion, MeanTimeLimit):
            return CardShape(groups, self.percentiles, has_clock=request.has_clock)
        with_open = Reading.WITH_OPEN_CASES in request.readings
        has_as_of = request.as_of is not None or request.as_of_column is not None
        return CardShape(
            groups,
            self.percentiles,
            limit=criterion.limit.days,
            with_open=with_open,
            mean_is_known=has_as_of or not (with_open or self.period is not None),
            running=self.period is not None
            and request.as_of is not None
            and request.as_of < self.period.last,
            can_be_missed=request.target.modality.can_be_missed,
        )


def card_request(
    target: Commitment,
    columns: Mapping[str, str],
    *,
    by: Grouping = (),
    percentiles: Iterable[int] = (50, 90),
    period: tuple[dt.date, dt.date] | Interval | None = None,
    function: str = "scorecard",
    **options: Any,
) -> CardRequest:
    """The request, or the error that says what is wrong with it; ``function`` is the one called."""
    require_commitment(target, function)
    wanted = checked_percentiles(percentiles, function)
    if period is not None and not isinstance(target.criterion, MeanTimeLimit):
        raise DefinitionError(
            value=period,
            rule="only a mean is taken over a period.",
            where=f"frames.{function}(period=…)",
            remedy="Select the rows of the period first.",
        )
    if period is not None and not isinstance(period, Interval):
        first, last = period
        period = Interval(calendar_date(first, where="period"), calendar_date(last, where="period"))
    request = request_of(target, columns, function=function, **options)
    where = f"frames.{function}(by=…)"
    parts = grouping(by, where, request.lang)
    asked = CardRequest(request, parts, wanted, period)
    groups = grouped_names(parts)
    twice = [name for name in groups if groups.count(name) > 1]
    taken = [name for name in groups if name in asked.shape.columns[len(groups) :]]
    if twice or taken:
        raise FrameError.of(
            (
                ColumnFinding(
                    name, "与记分卡的列重名，请先改名", "a column of the scorecard is called so; rename it"
                )
                for name in dict.fromkeys(twice + taken)
            ),
            where,
        )
    return asked


def checked_percentiles(given: object, function: str) -> tuple[int, ...]:
    """The percentiles, or the error that says what is wrong with them."""
    listed: tuple[object, ...] = tuple(given) if isinstance(given, Iterable) else (given,)
    wanted = tuple(one for one in listed if type(one) is int and 0 < one <= 100)
    if wanted != listed or not isinstance(given, Iterable):
        raise DefinitionError(
            value=listed if isinstance(given, Iterable) else given,
            rule="percentiles are several whole numbers from 1 to 100.",
            where=f"frames.{function}(percentiles=…)",
            remedy="Give them like (50, 90), a single one like (50,).",
            zh="百分位是1到100的整数，请写成(50, 90)，只要一个写成(50,)",
        )
    return wanted


def card(frame: Any, asked: CardRequest) -> Any:
    """The scorecard of a table, in the table's own engine."""
    shape = asked.shape
    if is_dask(frame):
        return _by_partition(frame, asked)
    wide = prepared(wrapped(frame), asked)
    if style_of(wide) is Style.EAGER:
        return _finished(_eager_histogram(wide, asked), shape, native=wide.to_native())
    return card_plan(_lazy_histogram(wide, asked), shape).to_native()


def prepared(frame: Any, asked: CardRequest) -> Any:
    request = asked.request
    require_columns(frame, request, [one if isinstance(one, str) else one.column for one in asked.by])
    return with_groups(frame, asked.by, as_written=request.as_written, where=request.where)


def _lazy_histogram(frame: Any, asked: CardRequest) -> Any:
    nw = narwhals()
    request = asked.request

    def column(name: str) -> Any:
        return nw.col(PREFIX + name)

    nothing = nw.lit(NONE, nw.Int32)
    if not request.has_clock:
        made = quantities.with_codes(frame, request)
        made = made.with_columns(
            **{
                PREFIX + "done": nw.lit(False),
                PREFIX + "open": nw.lit(False),
                PREFIX + "elapsed": nothing,
                PREFIX + "overdue": nothing,
            }
        )
        keys = [*asked.shape.groups, *(PREFIX + name for name in HISTOGRAM)]
        depends = column("depends").cast(nw.Int32)
        narrow = made.select(*keys, **{PREFIX + "late": column("overdue"), PREFIX + "depends": depends})
        return narrow.group_by(*keys).agg(
            **{
                PREFIX + "n": nw.len(),
                PREFIX + "late": column("late").max(),
                PREFIX + "depends": column("depends").sum(),
            }
        )
    table = LimitTable.of(request.calendar, request.clock.limit)
    sheet = lazy.inputs_of(frame, request, table)
    clock = request.clock
    more: dict[str, Any] = {}
    if asked.period is not None:
        first, last = (nw.lit(one, nw.Date) for one in (asked.period.first, asked.period.last))
        more["in_period"] = lambda rows: ~rows.less(rows["stop"], first) & ~rows.less(last, rows["stop"])
        more["too_late"] = lambda rows: rows.less(last, rows["start"])
    if clock.pairs or clock.counted:
        judge_rows(sheet, clock)
        sheet.add(n=nw.lit(1, nw.Int64), **{name: make(sheet) for name, make in more.items()})
    else:
        sheet, clock = packed(sheet, clock, table, list(asked.shape.groups), more)
        settle(sheet, clock)
    judged, ended, days = sheet["judged"], sheet["ended"], sheet["elapsed"]
    still_open = judged & ~ended
    if clock.averaged and not request.clock.as_of:
        waiting = sheet["problem"] == Problem.NO_AS_OF.value
        still_open, days = waiting, nw.when(waiting).then(nw.lit(0, nw.Int64)).otherwise(days)
    done = judged & ended
    if asked.period is not None:
        done, still_open = done & sheet["in_period"], still_open & ~sheet["too_late"]
    late = judged & ~(sheet["code"] == 0) & (sheet["overdue"] > 0)
    sheet.add(done=done, open=still_open, days=days)
    shown = sheet["done"] | sheet["open"]
    none, zero = nw.lit(NONE, nw.Int64), nw.lit(0, nw.Int64)
    sheet.add(
        elapsed=nw.when(shown).then(sheet["days"].cast(nw.Int64)).otherwise(none),
        late=nw.when(late & sheet["done"]).then(sheet["overdue"].cast(nw.Int64)).otherwise(none),
        depends=nw.when(sheet["depends"]).then(sheet["n"]).otherwise(zero),
    )
    names = (*HISTOGRAM, *_SUMS)
    return sheet.frame.select(*asked.shape.groups, *(PREFIX + name for name in names))


def _eager_histogram(frame: Any, asked: CardRequest) -> Any:
    """The histogram of a table at hand, as an Arrow table."""
    np, nw = numpy(), narwhals()
    request = asked.request
    if not request.has_clock:
        made = quantities.with_codes(frame, request)
        codes, depends = made[PREFIX + "code"].to_numpy(), made[PREFIX + "depends"].to_numpy()
        nothing = np.full(len(codes), NONE, np.int32)
        false = np.zeros(len(codes), bool)
        arrays = {"code": codes, "elapsed": nothing, "done": false, "open": false}
        arrays |= {"late": nothing, "depends": depends}
    else:
        table = LimitTable.of(request.calendar, request.clock.limit)
        found = eager.judged_arrays(frame, request, table)
        done, still_open, days = found.judged & found.ended, found.judged & ~found.ended, found.elapsed
        if request.clock.averaged and not request.clock.as_of:
            still_open = found.problem == Problem.NO_AS_OF.value
            days = np.where(still_open, 0, days)
        if asked.period is not None:
            ends = eager.day_numbers(frame, request.columns["end"], as_written=request.as_written, texts=True)
            first, last = (one.toordinal() - EPOCH for one in (asked.period.first, asked.period.last))
            done &= (ends >= first) & (ends <= last)
            (start,) = request.start_columns
            still_open &= eager.day_numbers(frame, start, as_written=request.as_written, texts=True) <= last
        arrays = {
            "code": found.code,
            "elapsed": np.where(done | still_open, days, NONE).astype(np.int32),
            "done": done,
            "open": still_open,
            "late": np.where(done & (found.overdue > 0), found.overdue, NONE).astype(np.int32),
            "depends": found.depends,
        }
    groups = asked.shape.groups
    keys, rows = _combined([arrays[name] for name in HISTOGRAM])
    series = [
        nw.new_series(PREFIX + name, values, backend=frame.implementation)
        for name, values in (
            ("key", keys),
            ("late", arrays["late"]),
            ("depends", arrays["depends"].astype(np.int32)),
        )
    ]
    narrow = (
        frame.select(*groups).with_columns(*series)
        if groups
        else series[0].to_frame().with_columns(*series[1:])
    )
    grouped = narrow.group_by(*groups, PREFIX + "key").agg(
        **{
            PREFIX + "n": nw.len(),
            PREFIX + "late": nw.col(PREFIX + "late").max(),
            PREFIX + "depends": nw.col(PREFIX + "depends").sum(),
        }
    )
    return _with_parts(grouped.to_arrow(), rows)


def _combined(arrays: list[Any]) -> tuple[Any, dict[int, tuple[Any, ...]]]:
    """One whole number for each combination of the keys, and what each number stands for."""
    np = numpy()
    key = np.zeros(len(arrays[0]), np.int64)
    lows, widths = [], []
    for array in arrays:
        low = int(array.min()) if len(array) else 0
        width = (int(array.max()) if len(array) else 0) - low + 1
        key *= width
        key += array.astype(np.int64) - low
        lows.append(low)
        widths.append(width)
    parts = {}
    for number in np.unique(key) if len(key) <= 1 << 20 else _distinct(key):
        rest, values = int(number), []
        for low, width in zip(reversed(lows), reversed(widths), strict=True):
            rest, place = divmod(rest, width)
            values.append(place + low)
        parts[int(number)] = tuple(reversed(values))
    return key, parts


def _distinct(key: Any) -> Any:
    """The distinct numbers, chunk by chunk: far quicker than sorting them all."""
    np = numpy()
    size = 1 << 18
    found = [np.unique(key[begin : begin + size]) for begin in range(0, len(key), size)]
    return np.unique(np.concatenate(found))


def _with_parts(table: Any, parts: dict[int, tuple[Any, ...]]) -> Any:
    pa = arrow()
    keys = table[PREFIX + "key"].to_pylist()
    table = table.drop_columns([PREFIX + "key"])
    kinds = {"code": pa.int64(), "elapsed": pa.int64(), "done": pa.bool_(), "open": pa.bool_()}
    for place, (name, kind) in enumerate(kinds.items()):
        values = [parts[key][place] for key in keys]
        made = pa.array([bool(one) for one in values] if kind == pa.bool_() else values, kind)
        table = table.append_column(PREFIX + name, made)
    return table


def _finished(histogram: Any, shape: CardShape, native: Any) -> Any:
    """The scorecard of an Arrow histogram, in the engine of ``native``."""
    pa = arrow()
    plain = {PREFIX + name: name for name in (*HISTOGRAM, *_SUMS)}
    rows = histogram.rename_columns([plain.get(name, name) for name in histogram.column_names]).to_pylist()
    if not rows and not shape.groups:
        rows = [
            {"code": 0, "elapsed": NONE, "done": False, "open": False, "n": 0, "late": NONE, "depends": 0}
        ]
    cards = card_rows(rows, shape)
    kinds = {name: histogram.schema.field(name).type for name in shape.groups}
    fields = [pa.field(name, kinds.get(name) or _kind(name)) for name in shape.columns]
    made = pa.table({one.name: pa.array([row[one.name] for row in cards], one.type) for one in fields})
    return in_engine(made, native)


def _kind(name: str) -> Any:
    pa = arrow()
    if name in ("rate", "mean", "needed_mean"):
        return pa.float64()
    return {"status": pa.string(), "reachable": pa.bool_()}.get(name, pa.int64())


def in_engine(made: Any, native: Any) -> Any:
    engine = wrapped(native).implementation
    if engine.is_pyarrow():
        return made
    if engine.is_polars():
        import polars as pl

        return pl.from_arrow(made)
    import pandas as pd

    pa = arrow()
    backed = any(type(one).__name__ == "ArrowDtype" for one in native.dtypes)
    nullable = {pa.int64(): pd.Int64Dtype(), pa.bool_(): pd.BooleanDtype()}
    table = made.to_pandas(types_mapper=pd.ArrowDtype if backed else nullable.get)
    if engine.is_modin():
        return modin().DataFrame(table)
    return table


def _by_partition(frame: Any, asked: CardRequest) -> Any:
    """Dask: a histogram of each part, then one scorecard of all of them."""
    shape = asked.shape

    def counted(part: Any) -> Any:
        histogram = _eager_histogram(prepared(wrapped(part), asked), asked)
        return in_engine(histogram, part)

    def finished(histograms: Any) -> Any:
        pa = arrow()
        return _finished(pa.Table.from_pandas(histograms, preserve_index=False), shape, native=histograms)

    empty = counted(frame._meta)
    histograms = frame.map_partitions(counted, meta=empty)
    return histograms.repartition(npartitions=1).map_partitions(finished, meta=finished(empty).iloc[:0])
