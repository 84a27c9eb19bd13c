"""Many files judged into one result, and what they amount to (多文件合计).

Sums come from the engine; the few rows a reader is shown are judged once more by the scalar judge, as where
their file is judged by itself. So a page about a folder says what the page about a file says.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

import attrs

from wushan_plan.files.case_file import CaseFile, CaseRow
from wushan_plan.files.case_file import Progress as Read
from wushan_plan.files.judging import Judging
from wushan_plan.frames import lazy, quantities
from wushan_plan.frames.card_columns import COUNTS
from wushan_plan.frames.case_tables import ROW, ZONED, CaseTable, Paths, case_table, rows_before, sql_name
from wushan_plan.frames.clock import CODES
from wushan_plan.frames.day_table import LimitTable
from wushan_plan.frames.engines import PREFIX, wrapped
from wushan_plan.frames.folders import (
    Progress,
    card_of,
    checked_files,
    connected,
    needed_by,
    reading,
    split_options,
    write_judged,
)
from wushan_plan.frames.request import Request
from wushan_plan.frames.scorecards import card_request
from wushan_plan.frames.text_columns import with_texts_read
from wushan_plan.model.commitment import Commitment
from wushan_plan.model.criteria import MeanTimeLimit, TimeLimit
from wushan_plan.model.modality import Status
from wushan_plan.model.periods import Interval
from wushan_plan.model.readings import Reading
from wushan_plan.model.scorecard import JudgedCase, Scorecard

_LISTED = 10
_LATE = f"{PREFIX}code IN ({CODES[Status.NOT_MET]}, {CODES[Status.EXCUSED]})"
_ENDED, _OVERDUE, _ELAPSED = f"{PREFIX}ended", f"{PREFIX}overdue", f"{PREFIX}elapsed"


@attrs.frozen
class FilesTotal:
    """What many files amount to (多文件合计).

    Attributes:
        card: the scorecard of all rows; of the open overdue and the unknown cases it holds the first
            few alone, and for a mean its counts by status mean nothing.
        overdue: how many open cases are past their deadline.
        unread: how many cases are unknown.
        groups: one row a group, as ``frames.scorecard`` gives them; empty where nothing is grouped.
        mean: for a mean, its scorecard row.
        with_open: for a mean, whether open cases enter it.
    """

    card: Scorecard
    overdue: int
    unread: int
    groups: tuple[Mapping[str, Any], ...] = ()
    mean: Mapping[str, Any] | None = None
    with_open: bool = False

    @property
    def judged_mean(self) -> Fraction | None:
        """The mean that is judged, exact; ``None`` where no case enters it."""
        if self.mean is None or not self.with_open:
            return self.card.mean
        cases = self.card.completed + self.mean["open"]
        return Fraction(self.card.total_elapsed + self.mean["open_elapsed"], cases) if cases else None

    @property
    def status_short(self) -> bool:
        """Whether the target, or a case of it, is not met."""
        if self.mean is not None:
            return bool(self.mean["status"] == Status.NOT_MET.value)
        return self.card.count(Status.NOT_MET) > 0


def judge_files(
    paths: Paths,
    target: Commitment,
    *,
    out: Path,
    by: Iterable[str] = (),
    period: Interval | None = None,
    key: str | None = None,
    worst: int = 10,
    progress: Progress | None = None,
    memory: str = "512MB",
    threads: int | None = None,
    in_words: bool = False,
    **options: Any,
) -> FilesTotal:
    """Judges files as :func:`~wushan_plan.frames.evaluate_files` does, and says what they amount to.

    Args:
        paths: the files.
        target: what the rows are judged by.
        out: the result.
        by: columns to group by.
        period: for a mean: the days in which its completed cases ended.
        key: the column that names a case; the file and the number of the case in it otherwise.
        worst: how many of the worst completed cases to list.
        progress: called now and then with the share of the result that is written.
        memory: how much memory DuckDB may use.
        threads: how many threads.
        in_words: whether a CSV result says statuses and answers in Chinese, with a byte order mark.
        **options: ``as_of``, ``reading``, ``excuse``, ``as_written``, ``lang``, and columns of facts.
    """
    columns, own = split_options(options)
    asked = card_request(target, columns, period=period, percentiles=(), **own)
    grouped = card_request(target, columns, by=tuple(by), period=period, percentiles=(), **own)
    request = asked.request
    needed = [*needed_by(grouped), *([] if key is None else [key])]
    files = checked_files(paths, out)
    with connected(memory, threads, out.parent) as (connection, room):
        table = case_table(connection, files, target, needed, room, as_written=request.as_written)
        write_judged(connection, table, request, out, progress, in_words=in_words)
        # The engine gives no row for no rows.
        nothing = {"cases": 0, "open": 0, "open_elapsed": 0, "status": Status.UNKNOWN.value}
        row = next(iter(card_of(connection, table, asked)), nothing)
        groups = tuple(card_of(connection, table, grouped)) if grouped.by else ()
        with reading(table):
            listing = _Listing(table, request, own.get("reading"), key)
            return _total(target, row, groups, listing, worst, with_open=asked.shape.with_open)


def _total(
    target: Commitment,
    row: dict[str, Any],
    groups: tuple[dict[str, Any], ...],
    listing: _Listing,
    worst: int,
    *,
    with_open: bool,
) -> FilesTotal:
    averaged = isinstance(target.criterion, MeanTimeLimit)
    counts = {status: row.get(name) or 0 for status, name in COUNTS.items()}
    overdue = row.get("open_overdue") or 0
    late = counts[Status.NOT_MET] + counts[Status.EXCUSED] - overdue
    unread = counts[Status.UNKNOWN]
    criterion = target.criterion
    unit = type(criterion.limit) if isinstance(criterion, (TimeLimit, MeanTimeLimit)) else None
    if unit is None or averaged:
        late = overdue = 0
    completed = row.get("completed") or 0
    card = Scorecard(
        commitment=target,
        as_of=listing.request.as_of,
        cases=row["cases"],
        counts=tuple(counts.items()),
        breaches=counts[Status.NOT_MET] if target.modality.can_be_breached else 0,
        reading_dependent=row.get("depends_on_reading") or 0,
        completed=completed,
        total_elapsed=row.get("total_elapsed") or 0,
        unit=unit if completed else None,
        late=late,
        worst=listing.worst(worst) if late else (),
        overdue=listing.overdue() if overdue else (),
        unread=listing.unread() if unread else (),
        voice=None if target.plan is None else target.plan.judge.voice,
    )
    return FilesTotal(card, overdue, unread, groups, row if averaged else None, with_open)


class _Listing:
    """The rows a reader is shown, found by the engine and judged once more (列示的行)."""

    def __init__(self, table: CaseTable, request: Request, chosen: Reading | None, key: str | None) -> None:
        self.request = request
        self._reading = chosen
        self._table = table
        self._key = key
        frame, read = with_texts_read(wrapped(table.numbered), request)
        if request.has_clock:
            sheet = lazy.judged_plan(frame, read, LimitTable.of(read.calendar, read.clock.limit))
            self._judged = sheet.frame.to_native()
        else:
            self._judged = quantities.with_codes(frame, read).to_native()
        kinds = dict(zip(table.relation.columns, map(str, table.relation.types), strict=True))
        self._asked = dict(request.columns) | ({} if request.excuse is None else {"excuse": request.excuse})
        shown = dict.fromkeys([*self._asked.values(), *([] if key is None else [key])])
        self._cells = [f"{_as_text(name, kinds[name])} AS {sql_name(name)}" for name in shown]
        self._names = tuple(shown)

    def worst(self, number: int) -> tuple[JudgedCase, ...]:
        """The completed cases furthest over their limit, worst first."""
        order = f"{_OVERDUE} DESC, {_ELAPSED} DESC, {ROW}"
        return self._found(f"{_ENDED} AND {_LATE}", order, number)

    def overdue(self) -> tuple[JudgedCase, ...]:
        """The open cases furthest past their deadline, worst first."""
        return self._found(f"NOT {_ENDED} AND {_LATE}", f"{_OVERDUE} DESC, {ROW}", _LISTED)

    def unread(self) -> tuple[JudgedCase, ...]:
        """The first cases that are unknown."""
        return self._found(f"{PREFIX}code = {CODES[Status.UNKNOWN]}", ROW, _LISTED)

    def _found(self, holds: str, order: str, number: int) -> tuple[JudgedCase, ...]:
        names = ", ".join([ROW, *self._cells])
        wanted = f"SELECT {names} FROM judged WHERE {holds} ORDER BY {order} LIMIT {number}"
        rows = self._judged.query("judged", wanted).fetchall()
        if not rows:
            return ()
        request = self.request
        places = self._places(row for row, *_ in rows)
        cases = [
            CaseRow(row, dict(zip(self._names, (text or "" for text in texts), strict=True)))
            for row, *texts in rows
        ]

        def source(progress: Read | None) -> Iterator[CaseRow]:
            return iter(cases)

        (first, *_) = self._table.files
        file = CaseFile(first, "csv", self._names, 0, source)
        judging = Judging(
            request.target,
            self._asked,
            request.as_of,
            self._reading,
            request.as_written,
            None,
            request.lang,
        )
        found = []
        for judged in judging.rows(file):
            named = "" if self._key is None else judged.row.cells[self._key].strip()
            place = places[judged.row.line]
            mark = "；" if request.lang == "zh" else "; "
            problem = mark.join(one.reason(request.lang) for one in judged.bad_cells)
            where = f"{place}: " if named and problem else ""
            found.append(JudgedCase(named or place, judged.case.verdict, where + problem))
        return tuple(found)

    def _places(self, rows: Iterable[int]) -> dict[int, str]:
        """Where each row stands: the name of its file, and its number among the cases there."""
        starts = list(rows_before(self._table))
        places = {}
        for row in rows:
            path, before = next((path, before) for path, before in reversed(starts) if before < row)
            number = row - before
            zh = self.request.lang == "zh"
            places[row] = f"{path.name} 第{number}件" if zh else f"{path.name} case {number}"
        return places


def _as_text(name: str, kind: str) -> str:
    """The cell as a person would type it."""
    cell = sql_name(name)
    if kind == ZONED:
        return f"strftime(timezone('Asia/Shanghai', {cell}), '%Y-%m-%d %H:%M:%S')"
    return f"CAST({cell} AS VARCHAR)"
