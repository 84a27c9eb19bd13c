"""Scorecards of one target over one table, or of many over many (记分).

The doors; the work is done in :mod:`~wushan_plan.frames.scorecards`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar, overload

from wushan_plan.frames.engines import is_dask, narwhals, wrapped
from wushan_plan.frames.evaluation import judged as judged_table
from wushan_plan.frames.grouping import Grouping
from wushan_plan.frames.names import Names
from wushan_plan.frames.request import OPTIONS, Suspended, request_of, split
from wushan_plan.frames.scorecards import card, card_request
from wushan_plan.model.commitment import Commitment
from wushan_plan.model.modality import Status
from wushan_plan.model.periods import Interval
from wushan_plan.model.plan import Plan
from wushan_plan.model.readings import Reading
from wushan_plan.model.verdict import Lang

Table = TypeVar("Table")


@overload
def scorecard(
    frame: Table,
    target: Commitment,
    *,
    by: Grouping = (),
    percentiles: Iterable[int] = (50, 90),
    period: tuple[dt.date, dt.date] | Interval | None = None,
    as_of: dt.date | str | None = None,
    reading: Reading | Iterable[Reading] | None = None,
    excuse: str | None = None,
    suspended: Suspended = None,
    in_scope: str | bool | None = True,
    lang: Lang = "zh",
    as_written: bool = False,
    **columns: str,
) -> Table: ...
@overload
def scorecard(
    frame: object,
    target: Plan,
    mapping: str | Path | Mapping[str, Any],
    *,
    as_of: dt.date | None = None,
    percentiles: Iterable[int] = (50, 90),
    lang: Lang = "zh",
) -> dict[str, Any]: ...
def scorecard(frame: Any, target: Commitment | Plan, mapping: Any = None, **options: Any) -> Any:
    """How many cases met a target, by any columns; one pass over the table (表格记分卡).

    Args:
        frame: a table of any engine :func:`evaluate` knows; for a plan, a mapping of several by name.
        target: what the rows are judged by; or a plan, for all targets of ``mapping`` in one go.
        mapping: for a plan: the path of a TOML file, or its content, that names the columns.
        by: a column, a :class:`Month`, or several of them.
        percentiles: percentiles of the days of completed cases: the least number of days that so
            many per cent of them did not exceed.
        period: for a mean: first and last day on which its completed cases may have ended.
        lang: language of the one name a scorecard gives that no caller gave: a column of months
            without a name is called 月份, or ``month`` in English.
        as_of: as for :func:`evaluate`, like ``reading``, ``excuse``, ``suspended``, ``in_scope``,
            ``as_written`` and the columns of facts. For a plan, ``as_of`` and ``lang`` only; the
            mapping says the rest.

    Returns:
        A table of the caller's own kind with one row a group, sorted by the groups, what is missing
        last: ``cases``, ``met``, ``not_met``,
        ``excused``, ``pending``, ``not_applicable``, ``unknown``, ``depends_on_reading``, ``rate`` of
        the decided cases, ``completed`` and ``total_elapsed`` as whole numbers, their ``mean``, the
        percentiles, ``longest``, ``worst_overdue`` and ``open_overdue``. A mean has a ``status`` of its
        own and says whether the limit can still be kept (``reachable``) and what mean the open cases
        may take (``needed_mean``). For a plan: such a table for each target, by id.
    """
    if isinstance(target, Plan):
        from wushan_plan.frames.mapping import scorecards

        return scorecards(frame, target, mapping, **options)
    own, columns = split(options, (*OPTIONS, "by", "percentiles", "period"))
    return card(frame, card_request(target, columns, **own))


def worst(
    frame: Table,
    target: Commitment,
    n: int = 10,
    *,
    names: Names | None = None,
    lang: Lang = "zh",
    **options: Any,
) -> Table:
    """The ``n`` cases furthest over a limit, worst first, with their judgement (最差办件).

    Args:
        frame: a table of any engine.
        target: a target with a time limit.
        n: how many.
        names: names of the added columns.
        lang: language of the problems.
        **options: as for :func:`evaluate`.
    """
    called = names or Names()
    own, columns = split(options)
    request = request_of(target, columns, names=called, lang=lang, function="worst", **own)
    judged: Any = judged_table(frame, request)
    late = [Status.NOT_MET.value, Status.EXCUSED.value]
    if is_dask(judged):
        kept = judged[judged[called.status].isin(late)]
        order = [called.overdue, called.elapsed]
        made: Table = (
            kept.map_partitions(
                lambda part: part.sort_values(order, ascending=False).head(n), meta=judged._meta
            )
            .repartition(npartitions=1)
            .map_partitions(lambda part: part.sort_values(order, ascending=False).head(n), meta=judged._meta)
        )
        return made
    nw = narwhals()
    rows = wrapped(judged).filter(nw.col(called.status).is_in(late))
    ordered = rows.sort(called.overdue, called.elapsed, descending=True, nulls_last=True).head(n)
    found: Table = ordered.to_native()
    return found
