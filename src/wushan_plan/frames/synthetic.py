"""Synthetic cases for demonstrations and load tests (合成办件). No row of them is real.

They look like an office's year: more applications in spring and before festivals, few on rest days,
a backlog that grows in busy weeks and delays what comes then, cases that are still open, and the
errors of hand-kept tables: missing dates, ends before starts, dates out of reach.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from wushan_plan.counting.china import CHINA
from wushan_plan.counting.columns import numpy
from wushan_plan.counting.workday_calendar import WorkdayCalendar
from wushan_plan.errors import DefinitionError
from wushan_plan.frames.engines import arrow

SYNTHETIC = "合成数据"
"""Stands in the column ``数据来源`` of every row."""
_CHANNELS = ("窗口", "网上", "自助终端", "电话")
_OFFICES = ("示例一办", "示例二办", "示例三办")


def synthetic_cases(
    rows: int,
    *,
    seed: int = 0,
    first: dt.date = dt.date(2021, 1, 1),
    last: dt.date = dt.date(2021, 12, 31),
    typical_days: float = 6.0,
    error_rate: float = 0.01,
    open_rate: float = 0.03,
    calendar: WorkdayCalendar = CHINA,
) -> Mapping[str, Any]:
    """Columns of synthetic cases, as NumPy arrays by name; the same for the same seed (合成办件).

    Args:
        rows: how many.
        seed: chooses the rows; equal seeds give equal rows.
        first: earliest day of acceptance.
        last: latest day of acceptance.
        typical_days: working days a case takes when nothing is in the way.
        error_rate: share of rows with an error in their dates.
        open_rate: share of rows without an end.
        calendar: which days are worked; covers some months after ``last``.

    Returns:
        ``办件编号``, ``受理日期``, ``办结日期`` (NaT where open), ``渠道``, ``承办单位``, ``延期理由``
        (``None`` where there is none) and ``数据来源``, which says that they are synthetic.
    """
    if rows < 0 or last < first:
        raise DefinitionError(
            value=(rows, str(first), str(last)),
            rule="synthetic cases are 0 or more, in a span of days.",
            where="frames.synthetic_cases",
            remedy="Give rows, first and last in order.",
        )
    np = numpy()
    draw = np.random.default_rng(seed)
    days = np.arange(first, last + dt.timedelta(days=1), dtype="M8[D]")
    worked = np.asarray(calendar.is_workday(days))
    day_of_year = (days - days.astype("M8[Y]")).astype(int)
    season = 1 + 0.35 * np.sin(2 * np.pi * (day_of_year - 60) / 365)  # spring is busy
    soon_off = np.convolve(~worked, np.ones(5), "same") >= 4  # so are the days around long holidays
    weight = np.where(worked, season * np.where(soon_off, 1.4, 1.0), 0.02)
    starts_at = np.sort(draw.choice(len(days), rows, p=weight / weight.sum()))
    starts = days[starts_at]
    arrivals = np.bincount(starts_at, minlength=len(days))
    usual = max(arrivals[worked].mean(), 1e-9) if worked.any() else 1.0
    backlog = np.convolve(arrivals / usual, np.ones(10) / 10, "full")[: len(days)]
    pace = typical_days * (0.7 + 0.5 * backlog[starts_at])
    lengths = np.maximum(1, draw.gamma(4.0, pace / 4.0).round().astype(np.int64))
    ends = _after(calendar, starts, lengths)
    same_day = draw.random(rows) < 0.02
    ends = np.where(same_day, starts, ends)
    open_cases = draw.random(rows) < open_rate
    ends[open_cases] = np.datetime64("NaT", "D")
    starts, ends = _with_errors(draw, starts, ends, error_rate)
    reasons = np.where(draw.random(rows) < 0.04, "不可抗力（合成）", None)
    return {
        "办件编号": np.array([f"合成{number:09d}" for number in range(1, rows + 1)], object),
        "受理日期": starts,
        "办结日期": ends,
        "渠道": np.array(_CHANNELS, object)[draw.choice(len(_CHANNELS), rows, p=(0.45, 0.4, 0.1, 0.05))],
        "承办单位": np.array(_OFFICES, object)[draw.integers(0, len(_OFFICES), rows)],
        "延期理由": reasons.astype(object),
        "数据来源": np.full(rows, SYNTHETIC, object),
    }


def synthetic_table(rows: int, **options: Any) -> Any:
    """Synthetic cases as a table of pyarrow, which every engine reads (合成办件表).

    Args:
        rows: how many.
        **options: as for :func:`synthetic_cases`: ``seed``, ``first``, ``last``, ``typical_days``,
            ``error_rate``, ``open_rate``, ``calendar``.

    Returns:
        A ``pyarrow.Table`` with the columns of :func:`synthetic_cases`; its dates are ``受理日期`` and
        ``办结日期``: judge it with ``start="受理日期", end="办结日期"``.
    """
    pa = arrow()
    columns = synthetic_cases(rows, **options)
    return pa.table(
        {
            name: pa.array(values, None if values.dtype.kind == "M" else pa.string())
            for name, values in columns.items()
        }
    )


def _after(calendar: WorkdayCalendar, starts: Any, lengths: Any) -> Any:
    np = numpy()
    found = calendar.nth_workday_after(starts, lengths)
    return np.ma.filled(found, np.datetime64("NaT", "D"))


def _with_errors(draw: Any, starts: Any, ends: Any, error_rate: float) -> tuple[Any, Any]:
    """Some dates lost, some swapped, some with a year nobody meant."""
    np = numpy()
    starts, ends = starts.copy(), ends.copy()
    kind = np.where(draw.random(len(starts)) < error_rate, draw.integers(0, 4, len(starts)), -1)
    starts[kind == 0] = np.datetime64("NaT", "D")
    swapped = kind == 1
    starts[swapped], ends[swapped] = ends[swapped], starts[swapped]
    starts[kind == 2] -= np.timedelta64(36525, "D")
    ends[kind == 3] += np.timedelta64(36525, "D")
    return starts, ends
