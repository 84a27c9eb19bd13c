"""The door to narwhals and to the engines behind it (引擎).

Everything that differs from engine to engine and that narwhals does not even out is in here: how a
small table gets into the caller's own engine, how a join keeps the order of rows, and how a moment
with a time zone becomes a date in Asia/Shanghai. A table of Dask is worked part by part as the pandas
tables it is made of, and never gets here as a whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum
from types import ModuleType
from typing import Any

from wushan_plan.errors import MissingExtraError
from wushan_plan.frames.problems import ColumnFinding, FrameError

PREFIX = "__wushan_plan_"
"""Starts the name of every column that is there for a while only."""
_SHANGHAI = "Asia/Shanghai"
_EIGHT_HOURS = 8 * 3600  # Asia/Shanghai has no summer time since 1992


class Style(Enum):
    """How an engine is worked with (处理方式)."""

    EAGER = "eager"
    """Columns are at hand as arrays: pandas, Modin, polars, pyarrow."""
    LAZY = "lazy"
    """A plan that is run later: polars, DuckDB, Ibis, PySpark."""


def narwhals() -> ModuleType:
    """The stable narwhals, or the error that names the extra to install."""
    try:
        import narwhals.stable.v2 as nw
    except ImportError:
        raise MissingExtraError.of("frames", "narwhals", "Judging a table") from None
    return nw


def arrow() -> Any:
    """PyArrow, or the error that names the extra to install."""
    try:
        import pyarrow as pa  # type: ignore[import-untyped]
    except ImportError:
        raise MissingExtraError.of("frames", "pyarrow", "Judging a table") from None
    return pa


def duckdb() -> Any:
    """DuckDB, or the error that names the extra to install."""
    try:
        import duckdb
    except ImportError:
        raise MissingExtraError.of("frames", "duckdb", "Judging large files and trying limits") from None
    return duckdb


def modin() -> Any:
    """The pandas door of Modin, whose tables were given by the caller."""
    import modin.pandas as mpd  # type: ignore[import-untyped]

    return mpd


def wrapped(frame: object) -> Any:
    """``frame`` as a narwhals frame, eager or lazy.

    Raises:
        FrameError: for anything that is no table of an engine narwhals knows.
    """
    nw = narwhals()
    try:
        return nw.from_native(frame)
    except TypeError:
        raise FrameError(
            value=type(frame).__name__,
            rule="a table of a known engine is needed.",
            where="frame",
            remedy="Give a pandas, polars, pyarrow, DuckDB, PySpark, Dask or Ibis table.",
            zh="不是可识别的数据表",
        ) from None


def style_of(frame: Any) -> Style:
    """How the engine of a narwhals frame is worked with."""
    return Style.EAGER if isinstance(frame, narwhals().DataFrame) else Style.LAZY


def is_dask(frame: object) -> bool:
    """Whether a caller's table is one of Dask, whose parts are pandas tables."""
    return type(frame).__module__.partition(".")[0] in ("dask", "dask_expr")


def require(frame: Any, columns: Iterable[str], where: str) -> None:
    """Refuses the frame when columns are missing, all of them in one error."""
    there = set(frame.collect_schema().names())
    lacking = [name for name in columns if name not in there]
    if lacking:
        raise FrameError.of((missing_column(name) for name in lacking), where)


def missing_column(name: str, table: str = "") -> ColumnFinding:
    """The finding that there is no such column."""
    return ColumnFinding(name, "没有这一列", "there is no such column", table)


def small_table(like: Any, columns: Mapping[str, Any]) -> Any:
    """A small table in the engine of the lazy frame ``like``, as a narwhals frame.

    Args:
        like: a lazy narwhals frame.
        columns: NumPy arrays by name; NaT is null.
    """
    nw = narwhals()
    native, engine = like.to_native(), like.implementation
    if engine.is_polars():
        import polars as pl

        made: Any = pl.LazyFrame({name: pl.Series(values) for name, values in columns.items()})
    elif engine.is_duckdb():
        # A table of another connection cannot be joined. A query of the relation itself runs on the
        # relation's own connection, and finds the Arrow table by the name of this variable.
        day_table = _arrow(columns)
        made = native.query(f"{PREFIX}view", "SELECT * FROM day_table")
        del day_table
    elif engine.is_ibis():
        import ibis  # type: ignore[import-untyped]

        made = ibis.memtable(_arrow(columns))
    elif engine.is_pyspark() or engine.is_pyspark_connect():
        from pyspark.sql import functions

        # Broadcast, so that no row of the large table is moved, however its keys are spread.
        made = functions.broadcast(native.sparkSession.createDataFrame(_arrow(columns)))
    else:
        raise FrameError(
            value=str(engine),
            rule="this engine cannot be given a table.",
            where="frame",
            remedy="Convert it to a polars, DuckDB, PySpark, Dask or Ibis table.",
            zh="不支持这种数据表",
        )
    return nw.from_native(made)


def left_join(frame: Any, table: Any, left: str, right: str) -> Any:
    """``frame`` with the columns of ``table`` where ``left`` equals ``right``; every row once, in order."""
    nw = narwhals()
    if frame.implementation.is_polars():  # the one lazy engine whose rows have an order
        joined = frame.to_native().join(
            table.to_native(), left_on=left, right_on=right, how="left", maintain_order="left"
        )
        return nw.from_native(joined)
    return frame.join(table, left_on=left, right_on=right, how="left")


def with_date(frame: Any, column: str, name: str, *, as_written: bool) -> Any:
    """A lazy frame with the dates of ``column`` under ``name``; the column holds dates or moments.

    A moment with a zone gives its date in Asia/Shanghai, unless ``as_written``.
    """
    nw = narwhals()
    dtype = frame.collect_schema()[column]
    source = nw.col(column)
    if dtype == nw.Date:
        return frame.with_columns(source.alias(name))
    if getattr(dtype, "time_zone", None) is None:
        return frame.with_columns(source.cast(nw.Date).alias(name))
    engine, native = frame.implementation, frame.to_native()
    if engine.is_polars():
        shown = source if as_written else source.dt.convert_time_zone(_SHANGHAI)
        return frame.with_columns(shown.dt.replace_time_zone(None).cast(nw.Date).alias(name))
    if as_written:
        return frame.with_columns(source.cast(nw.Date).alias(name))
    if engine.is_duckdb():
        taken, given = _quoted(column), _quoted(name)
        return nw.from_native(native.project(f"*, CAST(timezone('{_SHANGHAI}', {taken}) AS DATE) AS {given}"))
    if engine.is_ibis():
        moved = native[column].epoch_seconds() + _EIGHT_HOURS
        return nw.from_native(native.mutate(**{name: moved.as_timestamp("s").date()}))
    if engine.is_pyspark() or engine.is_pyspark_connect():
        from pyspark.sql import functions as f

        shown = f.convert_timezone(
            f.current_timezone(), f.lit(_SHANGHAI), f.col(f"`{column}`").cast("timestamp_ntz")
        )
        return nw.from_native(native.withColumn(name, f.to_date(shown)))
    raise FrameError.of(
        [
            ColumnFinding(
                column,
                "带时区的时刻，请先换成日期",
                "moments with a time zone; convert them to dates first",
            )
        ],
        "frame",
    )


def _arrow(columns: Mapping[str, Any]) -> Any:
    pa = arrow()
    return pa.table({name: pa.array(values) for name, values in columns.items()})


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
