"""Files larger than memory, streamed through DuckDB (大文件).

Parquet or CSV in, Parquet or CSV out. The result appears under its name only when it is complete: it is
written beside it and renamed at the end, and an interruption leaves nothing behind.
"""

from __future__ import annotations

import re
import secrets
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from wushan_plan.explanation.words import STATUS, pick
from wushan_plan.files.safe_output import NUMBER, RUNS, spreadsheet_text
from wushan_plan.frames.case_tables import ROW, CaseTable, Paths, case_table, sql_name, sql_text
from wushan_plan.frames.case_tables import found_files as found_files
from wushan_plan.frames.engines import duckdb, narwhals, wrapped
from wushan_plan.frames.evaluation import evaluated
from wushan_plan.frames.mapping import rows_of
from wushan_plan.frames.problems import FrameError
from wushan_plan.frames.request import Request, request_of
from wushan_plan.frames.scorecards import CardRequest, card, card_request
from wushan_plan.frames.text_columns import with_texts_read
from wushan_plan.model.commitment import Commitment
from wushan_plan.model.modality import Status

Progress = Callable[[float], object]
_POLL = 0.1
_MARK = "\ufeff"
_QUOTED = re.compile(r'[",\r\n]')
_AMOUNT = re.compile(r"[1-9][0-9]*(\.[0-9]+)? ?[MGT]i?B", re.ASCII | re.IGNORECASE)
_OWN = (
    *("as_of", "reading", "excuse", "suspended", "in_scope", "names", "lang", "as_written"),
    *("by", "percentiles", "period"),
)


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

    The columns are those of all files together; names of folders are no columns. A CSV file may have
    titles above its header and be UTF-8, UTF-16 or GB18030, as where it is judged by itself.

    Args:
        paths: a file, a folder, a pattern such as ``cases/*.parquet``, or several of them.
        target: what the rows are judged by.
        out: the result, ``.parquet`` or ``.csv``; replaced only when it is complete.
        progress: called now and then with the share that is done, from 0 to 1.
        memory: how much memory DuckDB may use; more is put into a hidden folder beside ``out`` for the
            while, and so are copies of CSV files that are not plain UTF-8.
        threads: how many threads; all processors unless given.
        ordered: whether rows come out in the order they went in. They are sorted for it, on disk where
            memory does not hold them; without, it takes half the time.
        **options: as for :func:`~wushan_plan.frames.evaluate`. Dates, numbers and answers in text are read.

    Raises:
        FrameError: when files or columns are missing or of the wrong type.
        CaseFileError: when it cannot be told how a CSV file is written.
        KeyboardInterrupt: when interrupted; the old result stays as it was.
    """
    out = Path(out)
    columns, own = split_options(options)
    files = checked_files(paths, out)
    request = request_of(target, columns, function="evaluate_files", **own)
    with connected(memory, threads, out.parent) as (connection, room):
        table = case_table(connection, files, target, request.needed, room, as_written=request.as_written)
        write_judged(connection, table, request, out, progress, ordered=ordered)
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

    What memory does not hold is put into the system's folder for temporary files for the while.

    Args: as those of :func:`evaluate_files` and :func:`~wushan_plan.frames.scorecard`.
    """
    columns, own = split_options(options)
    asked = card_request(target, columns, function="scorecard_files", **own)
    files = found_files(paths)
    with connected(memory, threads) as (connection, room):
        table = case_table(
            connection, files, target, needed_by(asked), room, as_written=asked.request.as_written
        )
        return card_of(connection, table, asked, progress)


def checked_files(paths: Paths, out: Path) -> list[Path]:
    """The files to judge, where ``out`` can be the result of judging them."""
    if out.suffix.casefold() not in (".parquet", ".csv"):
        raise FrameError(
            value=out.name,
            rule="a result is a Parquet or a CSV file.",
            where="frames.evaluate_files(out=…)",
            remedy="Name it like verdicts.parquet or verdicts.csv.",
            zh="结果文件应为.parquet或.csv",
        )
    if not out.parent.is_dir():
        raise FrameError(
            value=str(out.parent),
            rule="the folder of the result is there.",
            where="frames.evaluate_files(out=…)",
            remedy="Make it first, or name another file.",
            zh="结果文件所在的文件夹不存在，请先建立",
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
    return files


def split_options(options: dict[str, Any]) -> tuple[dict[str, str], dict[str, Any]]:
    """The columns of facts, and everything else that is asked."""
    return (
        {name: one for name, one in options.items() if name not in _OWN},
        {name: one for name, one in options.items() if name in _OWN},
    )


def needed_by(asked: CardRequest) -> list[str]:
    """Every column a scorecard reads."""
    return [*asked.request.needed, *(one if isinstance(one, str) else one.column for one in asked.by)]


@contextmanager
def connected(memory: str, threads: int | None, near: Path | None = None) -> Iterator[tuple[Any, Path]]:
    """A DuckDB of its own, with a roof over its memory, and a folder for what is there for a while only.

    Args:
        memory: the most it may hold in memory.
        threads: how many threads it may use.
        near: where to make the folder; among the system's temporary files unless given.

    Raises:
        FrameError: when ``memory`` is no amount, or ``threads`` less than one.
    """
    _check_room(memory, threads)
    narwhals()  # what is not installed is said before anything of a file is
    engine = duckdb()
    with tempfile.TemporaryDirectory(prefix=".wushan-plan-", dir=near) as name:
        room = Path(name)
        connection = engine.connect()
        try:
            connection.execute(f"SET memory_limit = {sql_text(memory)}")
            connection.execute(f"SET temp_directory = {sql_text(str(room / 'spilled'))}")
            if threads is not None:
                connection.execute(f"SET threads = {threads}")
            yield connection, room
        finally:
            connection.close()


def _check_room(memory: str, threads: int | None) -> None:
    if _AMOUNT.fullmatch(memory) is None:
        raise FrameError(
            value=memory,
            rule="memory is an amount with its unit, a megabyte or more.",
            where="frames (files, memory=…)",
            remedy='Write it like "512MB" or "2GB".',
            zh="内存上限应写明数量和单位，例如512MB、2GB",
        )
    if threads is not None and (type(threads) is not int or threads < 1):
        raise FrameError(
            value=repr(threads),
            rule="threads is a whole number, one or more.",
            where="frames (files, threads=…)",
            remedy="Leave it out to use every processor.",
            zh="线程数应为不小于1的整数，不填则使用全部处理器",
        )


def write_judged(
    connection: Any,
    table: CaseTable,
    request: Request,
    out: Path,
    progress: Progress | None = None,
    *,
    ordered: bool = True,
    in_words: bool = False,
) -> None:
    """Judges the rows of ``table`` and writes them to ``out``; CSV in Chinese words if asked to."""
    part = out.with_name(f".{out.name}.{secrets.token_hex(4)}.part")
    with reading(table):
        frame, request = with_texts_read(wrapped(table.numbered if ordered else table.relation), request)
        own = frame.collect_schema().names()
        judged = wrapped(evaluated(frame, request))
        added = [one for one in judged.collect_schema().names() if one not in own]
        for_spreadsheets = out.suffix.casefold() == ".csv"
        words = _words(request) if in_words and for_spreadsheets else None
        cells = _cells(judged, [*table.columns, *added], for_spreadsheets=for_spreadsheets, words=words)
        order = f" ORDER BY {sql_name(ROW)}" if ordered else ""
        native = judged.to_native().query("judged", f"SELECT {', '.join(cells)} FROM judged{order}")
        try:
            write = native.write_csv if for_spreadsheets else native.write_parquet
            _watched(connection, lambda: write(str(part)), progress)
            part.replace(out)
        except BaseException:
            part.unlink(missing_ok=True)
            raise


def card_of(
    connection: Any, table: CaseTable, asked: CardRequest, progress: Progress | None = None
) -> list[dict[str, Any]]:
    """The scorecard of the rows of ``table``."""
    rows: list[dict[str, Any]] = []
    with reading(table):
        frame, request = with_texts_read(wrapped(table.relation), asked.request)
        asked = CardRequest(request, asked.by, asked.percentiles, asked.period)
        _watched(connection, lambda: rows.extend(rows_of(card(frame.to_native(), asked))), progress)
    return rows


@contextmanager
def reading(table: CaseTable) -> Iterator[None]:
    """What the engine cannot read becomes an error that names the file."""
    try:
        yield
    except duckdb().OutOfMemoryException as error:
        _, said = table.said(error)
        raise FrameError(
            value=said,
            rule="the engine needs more memory than it was given.",
            where="frames (files, memory=…)",
            remedy='Give it more, such as memory="2GB", or threads=1; ordered=False needs least.',
            zh="内存上限不够，请调高memory，或用threads=1",
        ) from error
    except duckdb().Error as error:
        file, said = table.said(error)
        raise FrameError(
            value=said,
            rule="the engine could not read a file to its end, or write the result.",
            where=f"frames ({file})",
            remedy="Mend the file that the message names, or judge it by itself, which keeps every row; "
            "the old result stays as it was.",
            zh="读取文件或写入结果时中断；请改正所指的文件，或单独判定它（单个文件判定时一行不丢）",
        ) from error


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
        raise failure[0]
    if progress is not None:
        progress(1.0)


def _words(request: Request) -> dict[str, str]:
    """The cells of the added columns in Chinese, by column."""
    names = request.names
    statuses = " ".join(
        f"WHEN {sql_text(one.value)} THEN {sql_text(pick(STATUS[one], 'zh'))}" for one in Status
    )
    return {names.status: f"CASE {sql_name(names.status)} {statuses} END"} | {
        name: f"CASE WHEN {sql_name(name)} THEN '是' END"
        for name in (names.depends_on_reading, names.provisional)
    }


def _cells(
    judged: Any, names: list[str], *, for_spreadsheets: bool, words: dict[str, str] | None = None
) -> list[str]:
    """The columns of a result; in CSV no text runs as a formula, as ``files.safe_output`` writes it."""
    if not for_spreadsheets:
        return [sql_name(name) for name in names]
    nw = narwhals()
    plain = (nw.Boolean, nw.Date, nw.Datetime, nw.Time)
    schema = judged.collect_schema()
    cells: list[str] = []
    for name in names:
        dtype, cell = schema[name], sql_name(name)
        if not dtype.is_numeric() and dtype not in plain:
            text = f"CAST({cell} AS VARCHAR)"
            runs = f"regexp_matches({text}, {sql_text(RUNS)})"
            number = f"regexp_matches({text}, {sql_text(NUMBER)})"
            cell = f"CASE WHEN {runs} AND NOT {number} THEN '''' || {text} ELSE {text} END"
        shown = spreadsheet_text(name)
        if words is not None:
            cell = words.get(name, cell)
            if not cells and not _QUOTED.search(shown):
                shown = _MARK + shown  # the engine writes no byte order mark of its own
        cells.append(f"{cell} AS {sql_name(shown)}")
    return cells
