"""Several targets over several tables, by a small file of column names (列对照).

The file is TOML, one table a target::

    [water-connection]
    table = "供水"              # which table, where there are several
    start = "受理日期"          # facts, by the names the target asks for
    end = "通水日期"
    by = ["渠道", {month = "受理日期", name = "月份"}]
    only = {"事项" = "获得用水"}  # rows that are about this target
    excuse = "延期理由"
    reading = "by-count"

Before anything is judged, every column is looked at; one error lists all that are missing, of the wrong
type, or hold dates written in several ways.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import attrs

from wushan_plan.errors import WushanPlanError, nearest
from wushan_plan.explanation.words import spoken
from wushan_plan.frames.engines import (
    PREFIX,
    Style,
    is_dask,
    left_join,
    narwhals,
    small_table,
    style_of,
    wrapped,
)
from wushan_plan.frames.grouping import By, Month
from wushan_plan.frames.problems import ColumnFinding, FrameError
from wushan_plan.frames.request import Request, facts_by_name, missing_columns
from wushan_plan.frames.scorecards import CardRequest, card, card_request, checked_percentiles
from wushan_plan.frames.text_dates import TextReading
from wushan_plan.model.criteria import MeanTimeLimit
from wushan_plan.model.facts import FactKind
from wushan_plan.model.modality import Status
from wushan_plan.model.plan import Plan
from wushan_plan.model.readings import Reading
from wushan_plan.model.verdict import Lang

_OPTIONS = ("table", "by", "only", "excuse", "suspended", "in_scope", "reading", "period", "as_of")
_MOST_TEXTS = 200_000
_NUMBERS = (FactKind.COUNT, FactKind.AMOUNT, FactKind.QUANTITY, FactKind.ITEMS)


@attrs.frozen
class Entry:
    """One target of a mapping (对照项).

    Attributes:
        target: id of the target.
        table: name of its table; empty where there is one only.
        only: values a row has to hold, by column.
        asked: the scorecard asked for.
    """

    target: str
    table: str
    only: Mapping[str, tuple[Any, ...]]
    asked: CardRequest


def scorecards(
    frames: Any,
    plan: Plan,
    mapping: str | Path | Mapping[str, Any] | None,
    *,
    as_of: dt.date | None = None,
    percentiles: Iterable[int] = (50, 90),
    lang: Lang = "zh",
) -> dict[str, Any]:
    """A scorecard for each target of the mapping, by id; each in the engine of its table.

    Raises:
        FrameError: listing everything that is wrong with the mapping and the tables.
    """
    tables = dict(frames) if isinstance(frames, Mapping) else {"": frames}
    spoken(lang, "frames.scorecard(lang=…)")
    options = {"as_of": as_of, "percentiles": checked_percentiles(percentiles, "scorecard"), "lang": lang}
    entries, findings = read_mapping(plan, mapping, tables, options)
    texts: dict[tuple[str, str], TextReading] = {}
    for entry in entries:
        findings += _column_findings(entry, tables[entry.table], texts)
    if findings:
        raise FrameError.of(dict.fromkeys(findings), "frames.scorecard(mapping)")
    return {
        entry.target: card(_selected(_with_dates(tables[entry.table], entry, texts), entry), entry.asked)
        for entry in entries
    }


def lead_unit_rows(plan: Plan, cards: Mapping[str, Any], lang: Lang = "zh") -> list[dict[str, Any]]:
    """The scorecards of a plan summed up by lead unit; every joint lead is credited (牵头单位汇总).

    Runs what was lazy: scorecards are small.

    Args:
        plan: the plan.
        cards: a scorecard for each target, by id.
        lang: language of the units' names.
    """
    zh = spoken(lang, "frames.lead_unit_rows(lang)") == "zh"
    counts = ("cases", "met", "not_met", "excused", "pending", "not_applicable", "unknown")
    rows: dict[str, dict[str, Any]] = {}
    for target, made in cards.items():
        for unit in plan.commitment(target).lead_units:
            row = rows.setdefault(
                unit.id,
                {"lead_unit": unit.name if zh else unit.name_en}
                | dict.fromkeys(("targets", "means", "means_met", *counts), 0),
            )
            row["targets"] += 1
            if isinstance(plan.commitment(target).criterion, MeanTimeLimit):
                # The cases of a mean have no status of their own and are not counted beside others.
                row["means"] += 1
                row["means_met"] += all(one["status"] == Status.MET.value for one in rows_of(made))
                continue
            for name in counts:
                row[name] += sum(one.get(name) or 0 for one in rows_of(made))
    for row in rows.values():
        decided = row["met"] + row["not_met"] + row["excused"]
        row["rate"] = row["met"] / decided if decided else None
    return list(rows.values())


def rows_of(table: Any) -> list[dict[str, Any]]:
    """The rows of a small table of any engine as Python values; runs what was lazy."""
    if is_dask(table):
        table = table.compute()
    frame = wrapped(table)
    if style_of(frame) is Style.LAZY:
        frame = frame.collect("pyarrow")
    listed: list[dict[str, Any]] = frame.to_arrow().to_pylist()
    return listed


def read_mapping(
    plan: Plan,
    mapping: str | Path | Mapping[str, Any] | None,
    tables: Iterable[str],
    options: Mapping[str, Any],
) -> tuple[list[Entry], list[ColumnFinding]]:
    """The entries of a mapping that make sense, and what is wrong with the others.

    Args:
        plan: the plan.
        mapping: the path of the mapping, or its content.
        tables: names of the tables.
        options: what holds for every entry, unless the entry says otherwise.
    """
    if mapping is None:
        raise FrameError(
            value=None,
            rule="a plan is judged by a mapping from its facts to the columns.",
            where="frames.scorecard(frame, PLAN, mapping)",
            remedy="Give the path of a TOML file, or its content as a dict.",
            zh="请给出列对照",
        )
    content = mapping if isinstance(mapping, Mapping) else tomllib.loads(Path(mapping).read_text("utf-8"))
    known = tuple(tables)
    entries, findings = [], []
    for name, given in content.items():
        try:
            entries.append(_entry(plan, name, given, known, options))
        except FrameError as error:
            findings += [ColumnFinding(name, error.zh, error.rule)]
        except WushanPlanError as error:
            findings.append(ColumnFinding(name, error.zh or error.rule, f"{error.rule} {error.remedy}"))
    return entries, findings


def _entry(
    plan: Plan,
    name: str,
    given: Any,
    tables: tuple[str, ...],
    every: Mapping[str, Any],
) -> Entry:
    target = plan.commitment(name)
    if not isinstance(given, Mapping):
        raise _strange(name, given, "an entry is a table of names.", "应为一个表")
    options = {key: given[key] for key in _OPTIONS if key in given}
    facts = {key: value for key, value in given.items() if key not in _OPTIONS}
    table = options.pop("table", tables[0] if len(tables) == 1 else None)
    if table not in tables:
        raise _strange(
            name, table, f"no table is called so. {nearest(str(table), tables)}", f"没有名为{table}的表"
        )
    by = [_part(name, one) for one in _listed(options.pop("by", ()))]
    only = {key: tuple(_listed(value)) for key, value in options.pop("only", {}).items()}
    if "reading" in options:
        options["reading"] = [Reading(one) for one in _listed(options["reading"])]
    if "suspended" in options and not isinstance(options["suspended"], str):
        pairs = options["suspended"]
        options["suspended"] = tuple(pairs) if isinstance(pairs[0], str) else [tuple(one) for one in pairs]
    if "period" in options:
        options["period"] = tuple(options["period"])
    return Entry(name, table, only, card_request(target, facts, by=by, **{**every, **options}))


def _part(name: str, given: Any) -> By:
    if isinstance(given, str):
        return given
    if isinstance(given, Mapping) and "month" in given:
        return Month(given["month"], given.get("name", ""))
    raise _strange(name, given, "a group is a column, or {month = column}.", "分组应为列名或{month = 列名}")


def _listed(value: Any) -> list[Any]:
    return list(value) if isinstance(value, (list, tuple)) else [value]


def _strange(name: str, value: Any, rule: str, zh: str) -> FrameError:
    return FrameError(value=value, rule=rule, where=f"mapping, {name}", remedy="Correct the mapping.", zh=zh)


# --- the columns ------------------------------------------------------------------------------------


def _column_findings(
    entry: Entry, table: Any, texts: dict[tuple[str, str], TextReading]
) -> list[ColumnFinding]:
    """Everything that is wrong with the columns of one entry."""
    nw = narwhals()
    frame = wrapped(table._meta if is_dask(table) else table)
    schema = frame.collect_schema()
    request = entry.asked.request
    months = [one.column for one in entry.asked.by if isinstance(one, Month)]
    plain = [one for one in entry.asked.by if isinstance(one, str)]
    needed = [*request.needed, *plain, *months, *entry.only]
    findings = missing_columns(request, needed, schema, entry.table)
    for name in dict.fromkeys([*request.date_columns, *months]):
        if name not in schema:
            continue
        if schema[name] == nw.String:
            key = (entry.table, name)
            if key not in texts:
                texts[key] = TextReading.of(_distinct(table, name))
            findings += _text_findings(entry.table, name, texts[key])
        elif schema[name] not in (nw.Date, nw.Datetime) and not _may_hold_dates(frame, name):
            dtype = schema[name]
            findings.append(
                ColumnFinding(name, f"不是日期列（{dtype}）", f"holds no dates ({dtype})", entry.table)
            )
    for name, (zh, en, fits) in _other_columns(request).items():
        if name in schema and not fits(schema[name]):
            dtype = schema[name]
            findings.append(ColumnFinding(name, f"{zh}（{dtype}）", f"{en} ({dtype})", entry.table))
    return findings


def _other_columns(request: Request) -> dict[str, Any]:
    """What the columns that hold no dates have to be."""
    nw = narwhals()
    facts = facts_by_name(request.target)

    def truth(dtype: Any) -> bool:
        return dtype in (nw.Boolean, nw.Object)

    def number(dtype: Any) -> bool:
        return bool(dtype.is_numeric() or dtype == nw.Decimal)

    asked = {}
    for name, column in request.columns.items():
        if facts[name].kind is FactKind.TRUTH:
            asked[column] = ("应为是或否", "holds no truths", truth)
        elif facts[name].kind in _NUMBERS:
            asked[column] = ("应为数字", "holds no numbers", number)
    if request.scope_column is not None:
        asked[request.scope_column] = ("应为是或否", "holds no truths", truth)
    if request.suspended_count is not None:
        asked[request.suspended_count] = ("应为整数", "holds no numbers", number)
    if request.excuse is not None:
        asked[request.excuse] = ("应为文字", "holds no text", lambda dtype: dtype in (nw.String, nw.Object))
    return asked


def _may_hold_dates(frame: Any, name: str) -> bool:
    if style_of(frame) is not Style.EAGER:
        return False
    from wushan_plan.errors import DateTypeError
    from wushan_plan.frames.eager import date_column

    try:
        date_column(frame, name, as_written=False)
    except DateTypeError:
        return False
    return True


def _text_findings(table: str, name: str, reading: TextReading) -> list[ColumnFinding]:
    findings = []
    if reading.unreadable:
        shown = "、".join(reading.unreadable[:3])
        zh, en = f"有读不出的日期，如{shown}", f"holds what are no dates, such as {shown}"
        findings.append(ColumnFinding(name, zh, en, table))
    if len(reading.shapes) > 1:
        shown = "、".join(list(reading.shapes.values())[:4])
        findings.append(
            ColumnFinding(name, f"日期写法不一：{shown}", f"writes dates in several ways: {shown}", table)
        )
    return findings


def _distinct(table: Any, name: str) -> list[str | None]:
    nw = narwhals()
    if is_dask(table):
        values: list[str | None] = table[name].drop_duplicates().compute().tolist()
        return values
    frame = wrapped(table).select(nw.col(name)).unique().head(_MOST_TEXTS)
    if style_of(frame) is Style.LAZY:
        frame = frame.collect("pyarrow")
    found: list[str | None] = frame[name].to_list()
    return found


def _with_dates(table: Any, entry: Entry, texts: dict[tuple[str, str], TextReading]) -> Any:
    """A plan whose columns of text are dates; a table at hand reads its texts itself."""
    if is_dask(table):
        return table
    frame = wrapped(table)
    if style_of(frame) is Style.EAGER:
        return table
    nw = narwhals()
    for (name_of_table, name), reading in texts.items():
        if name_of_table != entry.table:
            continue
        own = frame.collect_schema().names()
        if not reading.dates:
            frame = frame.with_columns(nw.lit(None, nw.Date).alias(name))
            continue
        text, date = f"{PREFIX}text", f"{PREFIX}date"
        written = small_table(frame, {text: list(reading.dates), date: list(reading.dates.values())})
        frame = left_join(frame, written, name, text).with_columns(nw.col(date).alias(name)).select(*own)
    return frame.to_native()


def _selected(table: Any, entry: Entry) -> Any:
    if not entry.only:
        return table
    if is_dask(table):
        for name, values in entry.only.items():
            table = table[table[name].isin(list(values))]
        return table
    nw = narwhals()
    frame = wrapped(table)
    for name, values in entry.only.items():
        frame = frame.filter(nw.col(name).is_in(list(values)))
    return frame.to_native()
