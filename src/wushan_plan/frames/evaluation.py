"""One function for every engine: a table in, the same table with its judgement out (表格判定)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any, TypeVar

from wushan_plan.frames import eager, lazy
from wushan_plan.frames.engines import Style, is_dask, style_of, wrapped
from wushan_plan.frames.names import Names
from wushan_plan.frames.problems import ColumnFinding, FrameError
from wushan_plan.frames.request import Request, Suspended, request_of, require_columns
from wushan_plan.model.commitment import Commitment
from wushan_plan.model.readings import Reading
from wushan_plan.model.verdict import Lang

Table = TypeVar("Table")


def evaluate(
    frame: Table,
    target: Commitment,
    *,
    as_of: dt.date | str | None = None,
    reading: Reading | Iterable[Reading] | None = None,
    excuse: str | None = None,
    suspended: Suspended = None,
    in_scope: str | bool | None = True,
    names: Names | None = None,
    lang: Lang = "zh",
    as_written: bool = False,
    **columns: str,
) -> Table:
    """Judges every row of a table, in the table's own engine (表格判定).

    Args:
        frame: a table of pandas, polars (eager or lazy), pyarrow, DuckDB, PySpark, Dask or Ibis.
        target: what the rows are judged by.
        as_of: the day of judgement, or the column that holds one for each row.
        reading: a reading, or one of each group, instead of the defaults.
        excuse: the column of recorded reasons.
        suspended: the column with the number of suspended days (working days for a limit in working
            days); or the two columns with the first and last suspended day; or a list of such pairs,
            in order of time.
        in_scope: the column that says which rows are inside the scope, or one answer for all.
        names: names of the added columns.
        lang: language of the problems, ``"zh"`` or ``"en"``.
        as_written: take moments with a zone at the date written in them, instead of Asia/Shanghai.
        **columns: the column of each fact: ``start="受理日期", end="办结日期"``.

    Returns:
        The same kind of table, with the same rows, in the same order where the engine has one; what
        was lazy stays lazy. A row that cannot be judged is unknown, and ``problem`` says why.

    Raises:
        FrameError: when columns are missing or of the wrong type; it lists all of them.
    """
    request = request_of(
        target,
        columns,
        as_of=as_of,
        reading=reading,
        excuse=excuse,
        suspended=suspended,
        in_scope=in_scope,
        names=names,
        lang=lang,
        as_written=as_written,
    )
    return judged(frame, request)


def judged(frame: Table, request: Request) -> Table:
    """A table judged as requested."""
    if is_dask(frame):  # each part is a pandas table, and its rows stay where they are
        parts: Any = frame

        def judged_part(part: Any) -> Any:
            return evaluated(wrapped(part), request)

        by_part: Table = parts.map_partitions(judged_part, meta=judged_part(parts._meta))
        return by_part
    made: Table = evaluated(wrapped(frame), request)
    return made


def evaluated(wrapped_frame: Any, request: Request) -> Any:
    """A narwhals frame judged as requested, as the caller's own kind of table."""
    require_columns(wrapped_frame, request)
    _require_free(wrapped_frame, request, request.where)
    if request.has_clock:
        kernel = eager if style_of(wrapped_frame) is Style.EAGER else lazy
        return kernel.evaluated(wrapped_frame, request)
    from wushan_plan.frames import quantities

    return quantities.evaluated(wrapped_frame, request)


def added_names(request: Request) -> tuple[str, ...]:
    """The names of the columns that judging adds."""
    names = request.names
    always = (names.status, names.depends_on_reading, names.problem)
    if not request.has_clock:
        return always
    days = request.calendar.days
    extra = (names.provisional,) if days.settled_to < days.last else ()
    return (names.deadline, names.elapsed, names.overdue, *always, *extra)


def _require_free(frame: Any, request: Request, where: str) -> None:
    taken = set(frame.collect_schema().names()) & set(added_names(request))
    if taken:
        raise FrameError.of(
            (
                ColumnFinding(
                    name,
                    "表里已有这一列，请用names=另取结果列名",
                    "the table has such a column already; give other names=",
                )
                for name in sorted(taken)
            ),
            where,
        )
