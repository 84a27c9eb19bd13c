"""Columns of dates, as people have them, and answers in the same kind of column (日期列).

One rule for what is not known (a missing date, a date outside the calendar, an answer that would
leave it): the answer is missing in the way of the caller's own kind of column. NumPy arrays and
plain sequences are answered by ``numpy.ma.MaskedArray``, pandas by nullable dtypes, polars by nulls.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

import attrs

from wushan_plan.calendar.dates import calendar_date
from wushan_plan.errors import DateTypeError, DefinitionError, MissingExtraError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_EPOCH = dt.date(1970, 1, 1).toordinal()
MISSING = -(2**63)
"""NumPy's own NaT, as the integer it is stored as."""


def numpy() -> Any:
    """NumPy, or the error that names the extra to install."""
    try:
        import numpy as np
    except ImportError:
        raise MissingExtraError.of("arrays", "numpy", "Counting over columns") from None
    return np


def is_column(value: object) -> bool:
    """Whether ``value`` holds many dates: an array, a Series, a list; no single date, no text."""
    if isinstance(value, (dt.date, str, bytes)) or getattr(value, "ndim", None) == 0:
        return False
    return isinstance(value, Sequence) or hasattr(value, "__array__")


@attrs.frozen
class Column:
    """A column of epoch days, loaded chunk by chunk (日期列).

    Attributes:
        load: from a slice to the epoch days of those rows, ``int64``; NaT where missing.
        shape: shape of the column; empty for a single date, which goes with every row.
        give_back: makes the caller's kind of column from values and a mask of the unknown rows
            (``None`` when all are known).
        index: row labels of a pandas Series; ``None`` for columns without labels.
    """

    load: Callable[[slice], NDArray[np.int64]]
    shape: tuple[int, ...]
    give_back: Callable[[Any, Any], Any]
    index: Any = None


def column(value: object, where: str) -> Column:
    """Reads a column, or a single date that goes with every row.

    Raises:
        DateTypeError: for anything that does not hold dates.
    """
    np = numpy()
    if isinstance(value, np.ndarray):
        return _of_array(value, where, _masked)
    module = type(value).__module__.partition(".")[0]
    if module == "pandas":
        return _of_pandas(value, where)
    if module == "polars":
        return _of_polars(value, where)
    if is_column(value):
        return _of_sequence(list(value), where)  # type: ignore[call-overload]  # a Sequence or array
    single = calendar_date(value, where=where).toordinal() - _EPOCH
    return Column(lambda part: np.int64(single), (), _masked)


def together(*columns: Column) -> tuple[tuple[Column, ...], tuple[int, ...], Callable[[Any, Any], Any]]:
    """Columns that go row by row: broadcast to one shape, with the way to answer.

    Raises:
        DefinitionError: for columns of different lengths.
    """
    np = numpy()
    try:
        shape = np.broadcast_shapes(*(one.shape for one in columns))
    except ValueError:
        raise DefinitionError(
            value=[one.shape for one in columns],
            rule="columns that go row by row have the same length.",
            where="counting over columns",
            remedy="Give columns of one length, or a single date for all rows.",
        ) from None
    labelled = [one.index for one in columns if one.index is not None]
    if any(not index.equals(labelled[0]) for index in labelled[1:]):
        raise DefinitionError(
            value=[len(index) for index in labelled],
            rule="two pandas Series go row by row only under the same index.",
            where="counting over columns",
            remedy="Align them first (a, b = a.align(b)), or pass .array for the order as it stands.",
        )
    spread = tuple(_spread(one, shape) for one in columns)
    # pandas and polars answer in their own kind even beside a NumPy array.
    give_back = next((one.give_back for one in columns if one.give_back is not _masked), _masked)
    return spread, shape, give_back


def _spread(one: Column, shape: tuple[int, ...]) -> Column:
    if one.shape in ((), shape):
        return one
    np = numpy()
    whole = np.broadcast_to(one.load(slice(None)).reshape(one.shape), shape).ravel()
    return attrs.evolve(one, load=lambda part: whole[part], shape=shape)


def _of_array(array: Any, where: str, give_back: Callable[[Any, Any], Any]) -> Column:
    np = numpy()
    if array.dtype == object:
        found = _of_sequence(array.ravel().tolist(), where)
        return Column(found.load, array.shape, give_back)
    if array.dtype.kind != "M":
        raise _no_dates(array.dtype, where)
    flat = (array.filled(MISSING) if isinstance(array, np.ma.MaskedArray) else array).ravel()
    return Column(lambda part: flat[part].astype("M8[D]", copy=False).view(np.int64), array.shape, give_back)


def _of_sequence(values: list[object], where: str) -> Column:
    np = numpy()
    if set(map(type, values)) == {dt.date}:
        days = np.fromiter(map(dt.date.toordinal, values), np.int64, len(values))  # type: ignore[arg-type]
        days -= _EPOCH
    else:
        days = np.fromiter((_epoch_day(value, where) for value in values), np.int64, len(values))
    return Column(lambda part: days[part], (len(values),), _masked)


def _epoch_day(value: object, where: str) -> int:
    if value is None or value != value:  # None, NaN, NaT: nothing but a missing value differs from itself
        return MISSING
    return calendar_date(value, where=where).toordinal() - _EPOCH


def _of_pandas(series: Any, where: str) -> Column:
    import pandas as pd

    if not isinstance(series, (pd.Series, pd.Index)):
        raise _no_dates(type(series).__name__, where)
    index = series.index if isinstance(series, pd.Series) else None
    name = series.name

    def give_back(values: Any, unknown: Any) -> Any:
        np = numpy()
        if values.dtype.kind == "M":
            return pd.Series(values.astype("M8[s]"), index=index, name=name)  # NaT where unknown
        mask = np.zeros(len(values), bool) if unknown is None else unknown
        kind = pd.arrays.BooleanArray if values.dtype.kind == "b" else pd.arrays.IntegerArray
        return pd.Series(kind(values, mask), index=index, name=name)

    values = pd.Series(series)  # an Index has the same values without the .dt door
    dtype = values.dtype
    if isinstance(dtype, pd.ArrowDtype) and str(dtype).startswith(("date", "timestamp")):
        values = values.astype("datetime64[s]" if "tz" not in str(dtype) else "datetime64[s, UTC]")
        dtype = values.dtype
    if isinstance(dtype, pd.DatetimeTZDtype):
        values = values.dt.tz_convert("Asia/Shanghai").dt.tz_localize(None)
    elif not isinstance(dtype, numpy().dtype):
        raise _no_dates(dtype, where)
    return attrs.evolve(_of_array(values.to_numpy(), where, give_back), index=index)


def _of_polars(series: Any, where: str) -> Column:
    import polars as pl

    if not isinstance(series, pl.Series):
        raise _no_dates(type(series).__name__, where)
    if isinstance(series.dtype, pl.Datetime):
        if series.dtype.time_zone is not None:
            series = series.dt.convert_time_zone("Asia/Shanghai")
        series = series.dt.date()
    if series.dtype != pl.Date:
        raise _no_dates(series.dtype, where)
    name = series.name

    def give_back(values: Any, unknown: Any) -> Any:
        np = numpy()
        dates = values.dtype.kind == "M"
        made = pl.Series(name, values.astype(np.int64).astype(np.int32) if dates else values)
        if unknown is not None and unknown.any():  # before the cast: polars below 1.32 sets no dates
            made = made.set(pl.Series(unknown), None)
        return made.cast(pl.Date) if dates else made

    days = series.to_physical().cast(pl.Int64).fill_null(MISSING).to_numpy()
    return Column(lambda part: days[part], (len(series),), give_back)


def _masked(values: Any, unknown: Any) -> Any:
    np = numpy()
    return np.ma.MaskedArray(values, mask=np.ma.nomask if unknown is None else unknown)


def _no_dates(dtype: object, where: str) -> DateTypeError:
    return DateTypeError(
        value=str(dtype),
        rule="a column of dates is needed.",
        where=where,
        remedy="Convert it first: datetime64 for NumPy and pandas, Date for polars.",
    )


def whole_numbers(values: Iterable[object] | object) -> Any:
    """A column of whole numbers 1 or more, or one such number, as ``int64``.

    Raises:
        CountError: for fractions and numbers below 1.
    """
    from wushan_plan.errors import CountError

    np = numpy()
    numbers = np.asarray(values)
    if numbers.dtype.kind not in "iu" or (numbers.size and numbers.min() < 1):
        raise CountError(
            value=values,
            rule="the n-th working day is counted from 1, in whole days.",
            where="n",
            remedy="For the day itself or its nearest working day use roll_forward or roll_back.",
        )
    return numbers.astype(np.int64)
