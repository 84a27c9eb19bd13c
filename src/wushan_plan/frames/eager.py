"""Tables whose columns are at hand: the array kernel, chunk by chunk (即时表格)."""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from wushan_plan.counting.columns import MISSING, Column, column, numpy
from wushan_plan.errors import DateTypeError
from wushan_plan.frames.arrays import CHUNK, ArraySheet
from wushan_plan.frames.clock import judge_rows
from wushan_plan.frames.day_table import EPOCH, NONE, LimitTable
from wushan_plan.frames.engines import arrow, modin, narwhals
from wushan_plan.frames.problems import ColumnFinding, FrameError, Problem, several, unreadable_text
from wushan_plan.frames.request import Request
from wushan_plan.frames.results import SAID_OF_A_MEAN, STATUS_WORDS, Arrow, problem_words
from wushan_plan.frames.text_dates import text_dates
from wushan_plan.model.verdict import Lang


@attrs.frozen(eq=False)
class JudgedArrays:
    """What judging found, one entry a row (判定数组).

    Attributes:
        code: number of the status.
        problem: number of the problem, 0 for none.
        due: number of the deadline's day, ``NONE`` where there is none to show.
        elapsed: days counted, which hold where ``judged``.
        overdue: days beyond the limit, which hold where ``judged``.
        judged: whether days were counted.
        ended: whether the case had ended by the day of judgement.
        depends: whether another reading would give another status.
        provisional: whether a day not settled by a notice was counted.
        unreadable: the dates in text that could not be read, by column and row.
    """

    code: Any
    problem: Any
    due: Any
    elapsed: Any
    overdue: Any
    judged: Any
    ended: Any
    depends: Any
    provisional: Any
    unreadable: Mapping[str, Mapping[int, str]]


def judged_arrays(frame: Any, request: Request, table: LimitTable) -> JudgedArrays:
    """Judges an eager narwhals frame by a limit."""
    np = numpy()
    rows = len(frame)
    inputs = _Inputs(frame, request)
    made = JudgedArrays(
        code=np.empty(rows, np.int8),
        problem=np.empty(rows, np.int8),
        due=np.empty(rows, np.int32),
        elapsed=np.empty(rows, np.int32),
        overdue=np.empty(rows, np.int32),
        judged=np.empty(rows, bool),
        ended=np.empty(rows, bool),
        depends=np.empty(rows, bool),
        provisional=np.zeros(rows, bool),
        unreadable=inputs.texts,
    )
    clock = attrs.evolve(request.clock, unreadable=inputs.unreadable is not None)
    for part in _parts(rows):
        sheet = ArraySheet(table, inputs.chunk(part), part.stop - part.start)
        judge_rows(sheet, clock)
        for name in ("code", "problem", "judged", "ended", "depends"):
            getattr(made, name)[part] = sheet.whole(name)
        made.due[part] = np.where(sheet["shows_deadline"], sheet["due_number"], NONE)
        made.elapsed[part] = sheet["elapsed"]
        made.overdue[part] = sheet["overdue"]
        if table.is_provisional:
            late = (sheet["stop"] > table.settled_to) & ~sheet["not_begun"]
            made.provisional[part] = sheet["shows_deadline"] & (
                late | (sheet["due_number"] > table.settled_to)
            ) | (sheet["judged"] & late)
    return made


def evaluated(frame: Any, request: Request) -> Any:
    """An eager narwhals frame with the added columns, as the caller's own kind of table."""
    np = numpy()
    table = LimitTable.of(request.calendar, request.clock.limit)
    found = judged_arrays(frame, request, table)
    names, averaged = request.names, request.clock.averaged
    maker = _maker(frame, request)
    codes, words = found.code, [*STATUS_WORDS, None]
    due, counted = found.due, found.judged
    if averaged:  # a single case of a mean cannot fail
        codes = np.where(np.isin(codes, SAID_OF_A_MEAN), codes, len(STATUS_WORDS))
        due, counted = np.full_like(due, NONE), np.zeros_like(counted)
    added = {
        names.deadline: maker.dates(due),
        names.elapsed: maker.counts(found.elapsed, found.judged),
        names.overdue: maker.counts(found.overdue, counted),
        names.status: maker.words(codes, words),
        names.depends_on_reading: maker.truths(found.depends),
        names.problem: maker.words(*_problems(found, request.lang)),
    }
    if table.is_provisional:
        added[names.provisional] = maker.truths(found.provisional)
    return with_native_columns(frame, added)


def _problems(found: JudgedArrays, lang: Lang) -> tuple[Any, list[str | None]]:
    """The number of each row's problem and what each number says; a date that cannot be read is named."""
    np = numpy()
    words = problem_words(lang)
    said: dict[int, list[str]] = {}
    for name, texts in found.unreadable.items():
        for row, text in texts.items():
            if found.problem[row] == Problem.UNREADABLE.value:
                said.setdefault(row, []).append(unreadable_text(name, text, lang))
    if not said:
        return found.problem, words
    numbers: dict[str, int] = {}
    problem = found.problem.astype(np.int32)
    for row, several_texts in said.items():
        text = several(lang).join(several_texts)
        problem[row] = numbers.setdefault(text, len(words) + len(numbers))
    return problem, [*words, *numbers]


def with_native_columns(frame: Any, added: dict[str, Any]) -> Any:
    """The caller's own table with more of its own kind of columns."""
    native, engine = frame.to_native(), frame.implementation
    if engine.is_polars():
        return native.with_columns(series.alias(name) for name, series in added.items())
    if engine.is_pyarrow():
        for name, made in added.items():
            native = native.append_column(name, made)
        return native
    if engine.is_modin():
        return native.assign(**{name: modin().Series(series) for name, series in added.items()})
    made = native.copy(deep=False)  # the caller's own columns are shared, not moved about
    for name, series in added.items():
        made[name] = series
    return made


def truth_arrays(frame: Any, name: str) -> tuple[Any, Any]:
    """A column of truths as ``(value, known)``."""
    np = numpy()
    series = frame[name]
    nw = narwhals()
    if series.dtype == nw.Boolean:
        return (
            series.fill_null(False).to_numpy().astype(bool),
            (~series.is_null()).to_numpy().astype(bool),
        )
    values = series.to_list()
    known = np.array([type(one) in (bool, np.bool_) for one in values], bool)
    blank = [one is None or one != one for one in values]
    if not all(flag or empty for flag, empty in zip(known, blank, strict=True)):
        raise FrameError.of([ColumnFinding(name, "应为是或否（布尔值）", "truths are needed")], "frame")
    return np.array(
        [one is True or (bool(k) and bool(one)) for one, k in zip(values, known, strict=True)], bool
    ), known


def has_text(frame: Any, name: str) -> Any:
    """Where a column holds a recorded reason."""
    np = numpy()
    series = frame[name]
    if series.dtype == narwhals().String:
        return (series.fill_null("").str.strip_chars() != "").to_numpy().astype(bool)
    return np.array([isinstance(one, str) and bool(one.strip()) for one in series.to_list()], bool)


def day_numbers(frame: Any, name: str, *, as_written: bool, texts: bool = False) -> Any:
    """A column of dates as day numbers, ``MISSING`` where not known.

    Raises:
        FrameError: for a column that holds no dates.
    """
    try:
        return date_column(frame, name, as_written=as_written, texts=texts).load(slice(None))
    except DateTypeError as error:
        raise FrameError.of(
            [ColumnFinding(name, f"不是日期列（{error.value}）", f"holds no dates ({error.value})")], "frame"
        ) from None


def date_column(frame: Any, name: str, *, as_written: bool, texts: bool = False) -> Column:
    """A column of dates of an eager narwhals frame.

    Args:
        frame: the frame.
        name: the column.
        as_written: take moments with a zone at the date written in them.
        texts: whether text is read; what is no date is then not known.

    Raises:
        DateTypeError: for a column that holds no dates.
    """
    series = frame[name]
    if texts and series.dtype == narwhals().String:
        return _loaded(text_dates(series, as_written=as_written)[0])
    if as_written and getattr(series.dtype, "time_zone", None) is not None:
        series = series.dt.replace_time_zone(None)
    engine = frame.implementation
    native = series.to_native()
    if engine.is_pyarrow():
        return _loaded(_arrow_days(native, name))
    if engine.is_modin():
        native = native._to_pandas()
    if type(getattr(native, "dtype", None)).__name__ == "ArrowDtype":
        return _loaded(_arrow_days(native.array.__arrow_array__(), name))
    return column(native, name)


class _Inputs:
    """The columns a clock needs, chunk by chunk (输入列)."""

    def __init__(self, frame: Any, request: Request) -> None:
        np = numpy()
        self._as_written = request.as_written
        self.unreadable: Any = None
        self.texts: dict[str, dict[int, str]] = {}
        dates = request.clock_columns
        findings: list[ColumnFinding] = []
        self._dates: dict[str, Column] = {}
        for name, source in dates.items():
            try:
                self._dates[name] = self._column(frame, source)
            except DateTypeError as error:
                findings.append(
                    ColumnFinding(source, f"不是日期列（{error.value}）", f"holds no dates ({error.value})")
                )
        if findings:
            raise FrameError.of(findings, request.where)
        self._fixed: dict[str, Any] = {}
        if request.as_of is not None:
            self._fixed["as_of"] = np.int64(request.as_of.toordinal() - EPOCH)
        if "end" not in dates:
            self._fixed["end"] = np.int64(MISSING)
        self._arrays: dict[str, Any] = {}
        if request.excuse is not None:
            self._arrays["excused"] = has_text(frame, request.excuse)
        if request.suspended_count is not None:
            series = frame[request.suspended_count].fill_null(0)
            self._arrays["held"] = series.to_numpy().astype(np.int64)
        if request.has_scope:
            self._arrays |= _scope(frame, request)

    def chunk(self, part: slice) -> dict[str, Any]:
        """The inputs of some rows."""
        rows = part.stop - part.start
        np = numpy()
        loaded = {name: one.load(part) for name, one in self._dates.items()}
        loaded |= {name: np.broadcast_to(value, (rows,)) for name, value in self._fixed.items()}
        loaded |= {name: array[part] for name, array in self._arrays.items()}
        if self.unreadable is not None:
            loaded["unreadable"] = self.unreadable[part]
        return loaded

    def _column(self, frame: Any, name: str) -> Column:
        series = frame[name]
        if series.dtype == narwhals().String:
            days, self.texts[name] = text_dates(series, as_written=self._as_written)
            if self.unreadable is None:
                self.unreadable = numpy().zeros(len(days), bool)
            self.unreadable[numpy().fromiter(self.texts[name], int)] = True
            return _loaded(days)
        return date_column(frame, name, as_written=self._as_written)


def _loaded(days: Any) -> Column:
    return Column(lambda part: days[part], (len(days),), lambda values, unknown: values)


def _arrow_days(values: Any, name: str) -> Any:
    pa, np = arrow(), numpy()
    pc = importlib.import_module("pyarrow.compute")
    kind = values.type
    if pa.types.is_timestamp(kind):
        if kind.tz is not None:
            values = pc.local_timestamp(values.cast(pa.timestamp(kind.unit, "Asia/Shanghai")))
        values = pc.floor_temporal(values, unit="day")
    elif not pa.types.is_date(kind):
        raise DateTypeError(
            value=str(kind), rule="a column of dates is needed.", where=name, remedy="Convert it."
        )
    days = values.cast(pa.date32()).cast(pa.int32()).cast(pa.int64()).fill_null(MISSING)
    return np.asarray(days)


def _scope(frame: Any, request: Request) -> dict[str, Any]:
    """``inside`` and ``scope_known`` of each row."""
    np = numpy()
    rows = len(frame)
    if request.scope_column is not None:
        inside, known = truth_arrays(frame, request.scope_column)
    else:
        inside = np.full(rows, request.in_scope is True)
        known = np.full(rows, request.in_scope is not None)
    if request.condition_column is not None:
        holds, told = truth_arrays(frame, request.condition_column)
        # Outside by the caller's word is outside; inside, the condition decides.
        known = np.where(inside & known, told, known)
        inside = inside & holds
    return {"inside": inside, "scope_known": known}


def _maker(frame: Any, request: Request) -> Arrow:
    engine = frame.implementation
    if not engine.is_pandas_like():
        return Arrow(engine, arrow_backed=True)
    native = frame.to_native()
    dtype = native[request.needed[0]].dtype
    arrow = type(dtype).__name__ == "ArrowDtype"
    index = native.index
    return Arrow(engine, arrow_backed=arrow, index=index)


def _parts(rows: int) -> Iterator[slice]:
    for begin in range(0, rows, CHUNK):
        yield slice(begin, min(begin + CHUNK, rows))
