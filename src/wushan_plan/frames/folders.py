"""Files larger than memory, streamed through DuckDB (大文件).

Parquet or CSV in, Parquet or CSV out. The result appears under its name only when it is complete: it is
written beside it and renamed at the end, and an interruption leaves nothing behind.
"""

from __future__ import annotations

import re
import secrets
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import attrs

from wushan_plan.files.safe_output import NUMBER, RUNS, spreadsheet_text
from wushan_plan.frames.engines import (
    PREFIX,
    duckdb,
    left_join,
    narwhals,
    require,
    small_table,
    wrapped,
)
from wushan_plan.frames.evaluation import evaluated
from wushan_plan.frames.mapping import rows_of
from wushan_plan.frames.problems import ColumnFinding, FrameError
from wushan_plan.frames.request import Request, request_of
from wushan_plan.frames.scorecards import CardRequest, card, card_request
from wushan_plan.frames.text_dates import TextReading
from wushan_plan.model.commitment import Commitment

Paths = str | Path | Iterable[str | Path]
Progress = Callable[[float], object]
_POLL = 0.1
_LITERAL = re.compile(r"([*?\[])")
_MOST_TEXTS = 1_000_000


def evaluate_files(
    paths: Paths,
    target: Commitment,
    *,
    out: str | Path,
    progress: Progress | None = None,
    memory: str = "512MB",
    threads: int | None = None,
    ordered: bool = True,
    **options: Any,
) -> Path:
    """Judges every row of Parquet or CSV files and writes them with their judgement (判定大文件).

    Args:
        paths: a file, a folder, a pattern such as ``cases/*.parquet``, or several of them.
        target: what the rows are judged by.
        out: the result, ``.parquet`` or ``.csv``; replaced only when it is complete.
        progress: called now and then with the share that is done, from 0 to 1.
        memory: how much memory DuckDB may use; more is put on disk for the while.
        threads: how many threads; all processors unless given, and one where rows keep their order.
        ordered: whether rows come out in the order they went in; without, several threads write them.
        **options: as for :func:`~wushan_plan.frames.evaluate`. Dates in text are read.

    Raises:
        FrameError: when files or columns are missing or of the wrong type.
        KeyboardInterrupt: when interrupted; the old result stays as it was.
    """
    out = Path(out)
    suffix = out.suffix.casefold()
    if suffix not in (".parquet", ".csv"):
        raise FrameError(
            value=out.name,
            rule="a result is a Parquet or a CSV file.",
            where="frames.evaluate_files(out=…)",
            remedy="Name it like verdicts.parquet or verdicts.csv.",
            zh="结果文件应为.parquet或.csv",
        )
    files = found_files(paths)
    if out.exists() and any(out.samefile(one) for one in files):
        raise FrameError(
            value=str(out),
            rule="the result would replace one of the case files.",
            where="frames.evaluate_files(out=…)",
            remedy="Name another file.",
            zh="结果文件不能覆盖原办件文件",
        )
    columns, own = _split(target, options)
    with _connected(memory, 1 if ordered else threads) as connection:
        if ordered:
            # Joins in several threads mix the rows, and so does a join turned round because the
            # cases are fewer than the days: the cases must stay the side that is read through.
            connection.execute("SET disabled_optimizers = 'join_order,build_side_probe_side'")
        request = request_of(target, columns, **own)
        frame = wrapped(_source(connection, files, request))
        names = frame.collect_schema().names()
        frame, request = with_texts_read(frame, request)
        judged = wrapped(evaluated(frame, request))
        added = [one for one in judged.collect_schema().names() if one not in frame.collect_schema().names()]
        plan = judged.select(*names, *added)
        native = plan.to_native() if suffix == ".parquet" else _for_spreadsheets(plan)
        part = out.with_name(f".{out.name}.{secrets.token_hex(4)}.part")
        try:
            write = native.write_parquet if suffix == ".parquet" else native.write_csv
            _watched(connection, lambda: write(str(part)), progress)
            part.replace(out)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
    return out


def scorecard_files(
    paths: Paths,
    target: Commitment,
    *,
    progress: Progress | None = None,
    memory: str = "512MB",
    threads: int | None = None,
    **options: Any,
) -> list[dict[str, Any]]:
    """The scorecard of Parquet or CSV files, as Python rows (大文件记分卡).

    Args: as those of :func:`evaluate_files` and :func:`~wushan_plan.frames.scorecard`.
    """
    columns, own = _split(target, options)
    with _connected(memory, threads) as connection:
        asked = card_request(target, columns, **own)
        frame = wrapped(_source(connection, found_files(paths), asked.request))
        frame, request = with_texts_read(frame, asked.request)
        asked = CardRequest(request, asked.by, asked.percentiles, asked.period)
        rows: list[dict[str, Any]] = []
        _watched(connection, lambda: rows.extend(rows_of(card(frame.to_native(), asked))), progress)
    return rows


def found_files(paths: Paths) -> list[Path]:
    """The files that folders, patterns and names stand for, in order of their names.

    Raises:
        FrameError: when there are none, or they are of several kinds.
    """
    given = [paths] if isinstance(paths, (str, Path)) else list(paths)
    files: list[Path] = []
    for one in map(Path, given):
        if one.is_file():  # whatever its name looks like
            files.append(one)
        elif one.is_dir():
            kinds = (".parquet", ".csv")
            inside = sorted(each for each in one.rglob("*") if each.suffix.casefold() in kinds)
            files += [each for each in inside if not each.name.startswith(".")]
        elif any(mark in one.name for mark in "*?["):
            files += sorted(one.parent.glob(one.name))
        else:
            files.append(one)
    lacking = [str(one) for one in files if not one.is_file()]
    kinds_found = {one.suffix.casefold() for one in files}
    if not files or lacking or len(kinds_found) != 1 or not kinds_found <= {".parquet", ".csv"}:
        raise FrameError(
            value=lacking or [str(one) for one in given],
            rule="case files are there, and all Parquet or all CSV.",
            where="frames.evaluate_files(paths)",
            remedy="Check the names; give one kind of file at a time.",
            zh="找不到办件文件，或文件类型不一（须全为.parquet或全为.csv）",
        )
    return files


def with_texts_read(frame: Any, request: Request) -> tuple[Any, Request]:
    """A lazy frame whose dates in text stand in columns of their own as well, and the request for them."""
    nw = narwhals()
    require(frame, request.needed, f"frames ({request.target.id})")
    schema = frame.collect_schema()
    texts = [name for name in request.date_columns if schema[name] == nw.String]
    if not texts:
        return frame, request
    renamed: dict[str, str] = {}
    bad = nw.lit(False)
    for place, name in enumerate(texts):
        distinct = (
            frame.select(nw.col(name)).unique().head(_MOST_TEXTS + 1).collect("pyarrow")[name].to_list()
        )
        if len(distinct) > _MOST_TEXTS:
            raise FrameError.of(
                [ColumnFinding(name, "文本过多，请先换成日期", "holds too many texts; convert it to dates")],
                "frames",
            )
        reading = TextReading.of(distinct, as_written=request.as_written)
        text, date, wrong = (f"{PREFIX}{kind}_{place}" for kind in ("text", "date", "wrong"))
        written = [*reading.dates, *reading.unreadable] or [""]
        days = [*reading.dates.values(), *(None for _ in reading.unreadable)] or [None]
        flags = [False] * len(reading.dates) + [True] * len(reading.unreadable) or [False]
        table = small_table(frame, {text: written, date: _dates(days), wrong: flags})
        frame = left_join(frame, table, name, text)
        bad = bad | nw.coalesce(nw.col(wrong), nw.lit(False))
        renamed[name] = date
    frame = frame.with_columns(bad.alias(f"{PREFIX}unreadable_row"))
    changed = attrs.evolve(
        request,
        columns={fact: renamed.get(column, column) for fact, column in request.columns.items()},
        as_of_column=renamed.get(request.as_of_column or "", request.as_of_column or "") or None,
        suspensions=tuple((renamed.get(a, a), renamed.get(b, b)) for a, b in request.suspensions),
        unreadable=f"{PREFIX}unreadable_row",
    )
    return frame, changed


def _dates(days: list[Any]) -> Any:
    from wushan_plan.counting.columns import numpy

    return numpy().array(days, "M8[D]")


def _split(target: Commitment, options: dict[str, Any]) -> tuple[dict[str, str], dict[str, Any]]:
    own = {
        *("as_of", "reading", "excuse", "suspended", "in_scope", "names", "lang", "as_written"),
        *("by", "percentiles", "period"),
    }
    return (
        {name: one for name, one in options.items() if name not in own},
        {name: one for name, one in options.items() if name in own},
    )


@contextmanager
def _connected(memory: str, threads: int | None) -> Iterator[Any]:
    """A DuckDB of its own, with a roof over its memory."""
    connection = duckdb().connect()
    try:
        connection.execute(f"SET memory_limit = {_sql_text(memory)}")
        if threads is not None:
            connection.execute(f"SET threads = {int(threads)}")
        yield connection
    finally:
        connection.close()


def _source(connection: Any, files: list[Path], request: Request) -> Any:
    """The files as one table. What a CSV file says stays text, but for facts that are no dates.

    DuckDB would read ``1/9/2021`` as the day that most of the column allows, and ``007`` as a number;
    a date is read by :func:`with_texts_read`, which refuses what can be read in two ways.
    """
    names = [_LITERAL.sub(r"[\1]", str(one)) for one in files]  # DuckDB takes names for patterns
    if files[0].suffix.casefold() == ".parquet":
        return connection.read_parquet(names)
    figures = {request.columns[fact.name] for fact in request.target.facts if fact.name in request.columns}
    figures -= set(request.date_columns)
    engine = duckdb()
    try:
        columns = connection.read_csv(names, header=True, all_varchar=True).columns
        texts = {name: "VARCHAR" for name in columns if name not in figures}
        return connection.read_csv(names, header=True, dtype=texts)
    except engine.Error as error:
        raise _unreadable(files, error) from None


def _stopped(error: BaseException) -> FrameError:
    return FrameError(
        value=str(error).splitlines()[0],
        rule="the engine could not read a file to its end, or write the result.",
        where="frames (files)",
        remedy="Mend the file that the message names; the old result stays as it was.",
        zh="读取文件或写入结果时中断",
    )


def _unreadable(files: list[Path], error: Exception) -> FrameError:
    return FrameError(
        value=[str(one) for one in files],
        rule=f"the files are CSV in UTF-8 with one header row first: {str(error).splitlines()[0]}",
        where="frames.evaluate_files(paths)",
        remedy="Save them as UTF-8 without title rows, or judge each file by itself, which takes both.",
        zh="多个CSV须为UTF-8编码、首行为表头；标题行或GB18030编码的文件请逐个判定",
    )


def _for_spreadsheets(plan: Any) -> Any:
    """Text and names of columns that would run as formulas are written as ``files.safe_output`` does."""
    nw = narwhals()
    plain = (nw.Boolean, nw.Date, nw.Datetime, nw.Time)
    cells = []
    for name, dtype in plan.collect_schema().items():
        quoted = _sql_name(name)
        cell = quoted
        if not dtype.is_numeric() and dtype not in plain:
            text = f"CAST({quoted} AS VARCHAR)"
            runs = f"regexp_matches({text}, {_sql_text(RUNS)})"
            number = f"regexp_matches({text}, {_sql_text(NUMBER)})"
            cell = f"CASE WHEN {runs} AND NOT {number} THEN '''' || {text} ELSE {text} END"
        cells.append(f"{cell} AS {_sql_name(spreadsheet_text(name))}")
    return plan.to_native().project(", ".join(cells))


def _sql_name(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _sql_text(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _watched(connection: Any, work: Callable[[], object], progress: Progress | None) -> None:
    """Runs ``work`` so that progress can be told and an interruption reaches the engine."""
    failure: list[BaseException] = []

    def run() -> None:
        try:
            work()
        except BaseException as error:
            failure.append(error)

    worker = threading.Thread(target=run, name="wushan-plan-duckdb")
    worker.start()
    try:
        while worker.is_alive():
            worker.join(_POLL)
            if progress is not None and worker.is_alive():
                progress(min(max(connection.query_progress() / 100, 0.0), 1.0))
    except BaseException:
        connection.interrupt()
        worker.join()
        raise
    if failure:
        if isinstance(failure[0], duckdb().Error):
            raise _stopped(failure[0]) from failure[0]
        raise failure[0]
    if progress is not None:
        progress(1.0)
