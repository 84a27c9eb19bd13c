"""Tables that are plans: expressions and left joins in the caller's engine (延迟表格)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from typing import Any

from wushan_plan.frames.clock import judge_rows
from wushan_plan.frames.day_table import EPOCH, LimitTable
from wushan_plan.frames.engines import PREFIX, narwhals, with_date
from wushan_plan.frames.expressions import ExpressionSheet
from wushan_plan.frames.problems import ColumnFinding, FrameError
from wushan_plan.frames.request import Request
from wushan_plan.frames.results import expression_results


def judged_plan(frame: Any, request: Request, table: LimitTable) -> ExpressionSheet:
    """A lazy narwhals frame with the judged columns beside its own."""
    sheet = inputs_of(frame, request, table)
    judge_rows(sheet, request.clock)
    return sheet


def inputs_of(frame: Any, request: Request, table: LimitTable) -> ExpressionSheet:
    """A lazy narwhals frame with what a clock needs beside its own columns."""
    nw = narwhals()
    check_types(frame, request)
    dates = request.clock_columns
    for name, source in dates.items():
        frame = with_date(frame, source, PREFIX + name, as_written=request.as_written)
    constants: dict[str, Any] = {"no_date": None}
    if request.as_of is not None:
        constants["as_of"] = request.as_of
    if "end" not in dates:
        constants["end"] = None
    sheet = ExpressionSheet(frame, table, constants)
    if request.excuse is not None:
        text = nw.col(request.excuse)
        sheet.add(excused=nw.coalesce(text.str.strip_chars() != "", nw.lit(False)))
    if request.suspended_count is not None:
        sheet.add(held=nw.coalesce(nw.col(request.suspended_count).cast(nw.Int32), nw.lit(0, nw.Int32)))
    if request.has_scope:
        _add_scope(sheet, request)
    if request.unreadable is not None:
        sheet.add(unreadable=nw.col(request.unreadable))
    return sheet


def evaluated(frame: Any, request: Request) -> Any:
    """A lazy narwhals frame with the added columns, as the caller's own kind of plan."""
    nw = narwhals()
    own = frame.collect_schema().names()
    table = LimitTable.of(request.calendar, request.clock.limit)
    sheet = judged_plan(frame, request, table)
    provisional = provisional_expression(sheet, table) if table.is_provisional else None
    added = expression_results(
        request.names,
        request.lang,
        provisional=provisional,
        averaged=request.clock.averaged,
        unreadable=request.unreadable_texts,
    )
    kept = [nw.col(name) for name in own]
    return sheet.frame.select(*kept, **added).to_native()


def provisional_expression(sheet: ExpressionSheet, table: LimitTable) -> Any:
    """Whether a day that no notice has settled was counted."""
    settled = narwhals().lit(dt.date.fromordinal(table.settled_to + EPOCH), narwhals().Date)
    late = sheet.less(settled, sheet["stop"]) & ~sheet["not_begun"]
    due = sheet["due_number"] >= table.settled_to + 1
    return (sheet["shows_deadline"] & (late | due)) | (sheet["judged"] & late)


def check_types(frame: Any, request: Request) -> None:
    """Refuses columns of the wrong type, all of them in one error."""
    nw = narwhals()
    schema = frame.collect_schema()
    truths = [one for one in (request.scope_column, request.condition_column) if one is not None]
    counts = [one for one in (request.suspended_count,) if one is not None]
    texts = [one for one in (request.excuse,) if one is not None]
    asked: list[tuple[Iterable[str], str, str, Callable[[Any], bool]]] = [
        (request.date_columns, "不是日期列", "holds no dates", lambda kind: kind in (nw.Date, nw.Datetime)),
        (truths, "应为是或否", "holds no truths", lambda kind: bool(kind == nw.Boolean)),
        (counts, "应为整数", "holds no whole numbers", lambda kind: bool(kind.is_integer())),
        (texts, "应为文字", "holds no text", lambda kind: bool(kind == nw.String)),
    ]
    findings = [
        ColumnFinding(name, f"{zh}（{schema[name]}）", f"{en} ({schema[name]})")
        for names, zh, en, fits in asked
        for name in names
        if not fits(schema[name])
    ]
    if findings:
        raise FrameError.of(findings, request.where)


def _add_scope(sheet: ExpressionSheet, request: Request) -> None:
    nw = narwhals()
    if request.scope_column is not None:
        inside: Any = nw.coalesce(nw.col(request.scope_column), nw.lit(False))
        known: Any = ~nw.col(request.scope_column).is_null()
    else:
        inside = nw.lit(request.in_scope is True)
        known = nw.lit(request.in_scope is not None)
    sheet.add(inside=inside, scope_known=known)
    if request.condition_column is not None:
        holds = nw.col(request.condition_column)
        sheet.add(
            scope_known=nw.when(sheet["inside"] & sheet["scope_known"])
            .then(~holds.is_null())
            .otherwise(sheet["scope_known"])
        )
        sheet.add(inside=sheet["inside"] & nw.coalesce(holds, nw.lit(False)))
