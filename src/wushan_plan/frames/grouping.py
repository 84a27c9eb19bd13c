"""What a scorecard is grouped by (分组)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import attrs

from wushan_plan.counting.columns import MISSING, numpy
from wushan_plan.frames.engines import PREFIX, Style, narwhals, require, style_of, with_date
from wushan_plan.frames.problems import FrameError
from wushan_plan.model.verdict import Lang


@attrs.frozen
class Month:
    """The month a date column falls in, as text: ``2021-09`` (月份).

    Attributes:
        column: the column of dates.
        name: name of the column of months; 月份, or ``month`` in English, unless given.
    """

    column: str
    name: str = ""


By = str | Month
Grouping = By | Iterable[By]


def grouping(by: Grouping, where: str, lang: Lang = "zh") -> tuple[By, ...]:
    """The parts of a grouping; one alone may be given as it is. Months without a name get one.

    Raises:
        FrameError: for what is neither a column nor a month, naming ``where``.
    """
    given: object = by
    parts = tuple(given) if isinstance(given, Iterable) and not isinstance(given, str) else (given,)
    if not all(isinstance(one, (str, Month)) for one in parts):
        raise FrameError(
            value=by,
            rule="a table is grouped by columns and by months of a column of dates.",
            where=where,
            remedy='Write by="…", by=Month("…") or a list of these.',
            zh="分组请给出列名，或Month(列名)",
        )
    name = "月份" if lang == "zh" else "month"
    return tuple(
        attrs.evolve(one, name=name) if isinstance(one, Month) and not one.name else one for one in parts
    )


def in_order(frame: Any, names: Iterable[str]) -> Any:
    """The rows of a small narwhals frame in order of these columns, what is missing last."""
    listed = list(names)
    if not listed:
        return frame
    try:
        return frame.sort(*listed, nulls_last=True)
    except TypeError:  # Python objects of several kinds have no order
        return frame


def grouped_names(by: tuple[By, ...]) -> list[str]:
    """The columns a scorecard begins with."""
    return [one.name if isinstance(one, Month) else one for one in by]


def with_groups(frame: Any, by: tuple[By, ...], *, as_written: bool, where: str) -> Any:
    """A narwhals frame with a column for each part of the grouping."""
    nw = narwhals()
    require(frame, [one.column if isinstance(one, Month) else one for one in by], where)
    for one in by:
        if isinstance(one, str):
            continue
        if style_of(frame) is Style.EAGER:
            frame = frame.with_columns(_eager_months(frame, one, as_written=as_written))
            continue
        date = f"{PREFIX}month_of"
        frame = with_date(frame, one.column, date, as_written=as_written)
        month = nw.col(date).dt.month()
        mark = nw.when(month < 10).then(nw.lit("-0")).otherwise(nw.lit("-"))
        year = nw.col(date).dt.year().cast(nw.String)
        frame = frame.with_columns(**{one.name: nw.concat_str(year, mark, month.cast(nw.String))}).drop(date)
    return frame


def _eager_months(frame: Any, month: Month, *, as_written: bool) -> Any:
    from wushan_plan.frames.eager import date_column

    np = numpy()
    days = date_column(frame, month.column, as_written=as_written, texts=True).load(slice(None))
    known = days != MISSING
    months = np.where(known, days, 0).astype("M8[D]").astype("M8[M]")
    found, places = np.unique(months, return_inverse=True)
    words = np.array([*(str(one) for one in found), None], object)
    values = words[np.where(known, places.reshape(-1), len(found))]
    nw = narwhals()
    return nw.new_series(month.name, values.tolist(), nw.String, backend=frame.implementation)
