"""Columns of text in a table of DuckDB, read as the facts they carry (文本列).

A cell is read as where its file is judged by itself. A column with a number or an answer that cannot be
read is refused; a row with such a date is unknown.
"""

from __future__ import annotations

from typing import Any

import attrs

from wushan_plan.errors import CellError
from wushan_plan.files.text_cells import read_fact
from wushan_plan.frames.case_tables import BLANKS, sql_name, sql_text
from wushan_plan.frames.engines import PREFIX, left_join, narwhals, require, small_table, wrapped
from wushan_plan.frames.problems import ColumnFinding, FrameError, several, unreadable_text
from wushan_plan.frames.request import Request, facts_by_name
from wushan_plan.frames.text_dates import TextReading
from wushan_plan.model.facts import Fact, FactKind

_MOST_TEXTS = 1_000_000
_MOST_ANSWERS = 1_000
_NUMBERS = (FactKind.COUNT, FactKind.AMOUNT, FactKind.QUANTITY, FactKind.ITEMS)
_WHOLE = r"[+-]?(?:\d{1,3}(?:,\d{3}){0,5}|\d{1,18})"
_NUMBER = r"[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_BLANK = ("", "-", "—", "/", "无数据", "n/a", "na", "null", "none", "nan", "nat")
_ANSWER = Fact("in_scope", "是否适用", "inside the scope", FactKind.TRUTH)


def with_texts_read(frame: Any, request: Request) -> tuple[Any, Request]:
    """A frame of DuckDB with what its texts say in columns of their own as well, and the request for them.

    Raises:
        FrameError: for a column of which not every text is a number or an answer; all in one error.
    """
    frame, request = _with_figures(frame, request)
    return _with_dates(frame, request)


def _with_figures(frame: Any, request: Request) -> tuple[Any, Request]:
    """Numbers and answers; a column keeps its name for the reader, and a new one is judged by."""
    nw = narwhals()
    require(frame, request.needed, request.where)
    schema = frame.collect_schema()
    facts = facts_by_name(request.target)
    numbers, answers = [], []
    for name, column in request.columns.items():
        if schema[column] == nw.String and facts[name].kind in _NUMBERS:
            numbers.append(column)
        if schema[column] == nw.String and facts[name].kind is FactKind.TRUTH:
            answers.append(column)
    if request.suspended_count is not None and schema[request.suspended_count] == nw.String:
        numbers.append(request.suspended_count)
    if request.scope_column is not None and schema[request.scope_column] == nw.String:
        answers.append(request.scope_column)
    native = frame.to_native()
    findings: list[ColumnFinding] = []
    made: dict[str, str] = {}
    for place, column in enumerate(dict.fromkeys([*numbers, *answers])):
        read = _number if column in numbers else _answer
        expression = read(native, column, findings)
        made[column] = f"{PREFIX}figure_{place}"
        native = native.project(f"*, {expression} AS {sql_name(made[column])}")
    if findings:
        raise FrameError.of(findings, request.where)
    changed = attrs.evolve(
        request,
        columns={fact: made.get(column, column) for fact, column in request.columns.items()},
        suspended_count=made.get(request.suspended_count or "", request.suspended_count or "") or None,
        scope_column=made.get(request.scope_column or "", request.scope_column or "") or None,
    )
    return wrapped(native), changed


def _number(native: Any, column: str, findings: list[ColumnFinding]) -> str:
    """The expression that reads a column of numbers: whole ones stay whole."""
    text = f"trim({sql_name(column)}, {sql_text(BLANKS)})"
    blank = f"coalesce(lower({text}), '') IN ({', '.join(map(sql_text, _BLANK))})"
    number = f"regexp_full_match({text}, {sql_text(_NUMBER)})"
    whole = f"regexp_full_match({text}, {sql_text(_WHOLE)})"
    ((wrong, are_whole),) = native.aggregate(
        f"min({text}) FILTER (NOT {blank} AND NOT {number}), coalesce(bool_and({blank} OR {whole}), true)"
    ).fetchall()
    if wrong is not None:
        shown = wrong[:60]
        findings.append(
            ColumnFinding(column, f"有读不出的数字，如{shown}", f"holds what are no numbers, such as {shown}")
        )
    kind = "BIGINT" if are_whole else "DOUBLE"
    return f"CASE WHEN NOT {blank} THEN TRY_CAST(replace({text}, ',', '') AS {kind}) END"


def _answer(native: Any, column: str, findings: list[ColumnFinding]) -> str:
    """The expression that reads a column of answers."""
    texts = native.project(sql_name(column)).distinct().limit(_MOST_ANSWERS + 1).fetchall()
    said: dict[bool, list[str]] = {True: [], False: []}
    wrong = ["……"] if len(texts) > _MOST_ANSWERS else []
    for (text,) in texts:
        if text is None or wrong:
            continue
        try:
            answer = read_fact(text, _ANSWER)
        except CellError:
            wrong.append(text[:60])
            continue
        if answer is not None:
            said[bool(answer)].append(text)
    if wrong:
        findings.append(
            ColumnFinding(
                column,
                f"应为是或否，读不出的如{wrong[0]}",
                f"holds what is neither yes nor no, such as {wrong[0]}",
            )
        )
    cases = [
        f"WHEN {sql_name(column)} IN ({', '.join(map(sql_text, listed))}) THEN {answer}"
        for answer, listed in said.items()
        if listed
    ]
    return f"CASE {' '.join(cases)} END" if cases else "CAST(NULL AS BOOLEAN)"


def _with_dates(frame: Any, request: Request) -> tuple[Any, Request]:
    nw = narwhals()
    schema = frame.collect_schema()
    texts = [name for name in request.date_columns if schema[name] == nw.String]
    if not texts:
        return frame, request
    renamed: dict[str, str] = {}
    wrong_texts: list[str] = []
    for place, name in enumerate(texts):
        distinct = (
            frame.select(nw.col(name)).unique().head(_MOST_TEXTS + 1).collect("pyarrow")[name].to_list()
        )
        if len(distinct) > _MOST_TEXTS:
            raise FrameError.of(
                [ColumnFinding(name, "文本过多，请先换成日期", "holds too many texts; convert it to dates")],
                request.where,
            )
        reading = TextReading.of(distinct, as_written=request.as_written)
        text, date, wrong = (f"{PREFIX}{kind}_{place}" for kind in ("text", "date", "wrong"))
        written = [*reading.dates, *reading.unreadable] or [""]
        days = [*reading.dates.values(), *(None for _ in reading.unreadable)] or [None]
        said = [unreadable_text(name, one, request.lang) for one in reading.unreadable]
        table: dict[str, Any] = {text: written, date: _dates(days)}
        if said:
            table[wrong] = [None] * len(reading.dates) + said
            wrong_texts.append(wrong)
        frame = left_join(frame, small_table(frame, table), name, text)
        renamed[name] = date
    problem, unreadable = f"{PREFIX}unreadable_texts", f"{PREFIX}unreadable_row"
    if wrong_texts:
        frame = frame.with_columns(**{problem: _joined(wrong_texts, several(request.lang))})
        frame = frame.with_columns(**{unreadable: nw.col(problem) != ""})
    changed = attrs.evolve(
        request,
        columns={fact: renamed.get(column, column) for fact, column in request.columns.items()},
        as_of_column=renamed.get(request.as_of_column or "", request.as_of_column or "") or None,
        suspensions=tuple((renamed.get(a, a), renamed.get(b, b)) for a, b in request.suspensions),
        unreadable=unreadable if wrong_texts else None,
        unreadable_texts=problem if wrong_texts else None,
    )
    return frame, changed


def _joined(columns: list[str], mark: str) -> Any:
    """The texts of several columns as one, with ``mark`` between those that say something."""
    nw = narwhals()
    first, *others = (nw.coalesce(nw.col(name), nw.lit("")) for name in columns)
    made: Any = first
    for text in others:
        both = nw.when((made != "") & (text != "")).then(nw.lit(mark)).otherwise(nw.lit(""))
        made = nw.concat_str(made, both, text)
    return made


def _dates(days: list[Any]) -> Any:
    from wushan_plan.counting.columns import numpy

    return numpy().array(days, "M8[D]")
