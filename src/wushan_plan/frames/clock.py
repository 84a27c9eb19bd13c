"""Time limits over rows, written once for arrays and for expressions of any engine (时限的逐行判定).

The steps are those of ``wushan_plan.evaluation.clocks``, in the same order; that they give the same
answers is what ``tests/frames`` is for. A :class:`Sheet` is a set of columns; its columns know
``+ - <= == & | ~``, and what they do not know stands in the sheet's own methods. Numbers and truths
are never null in here: what is not known is a truth of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

import attrs

from wushan_plan.frames.day_table import NONE
from wushan_plan.frames.problems import Problem
from wushan_plan.model.criteria import MeanTimeLimit, TimeLimit
from wushan_plan.model.modality import Status
from wushan_plan.model.periods import Days, WorkingDays
from wushan_plan.model.readings import Reading

CODES = {status: code for code, status in enumerate(Status)}
"""The statuses as small numbers; words only at the very end."""
BEYOND = 1 << 24
"""A rank past every calendar."""


class Sheet(Protocol):
    """Columns side by side, in arrays or in an engine (计算表)."""

    def __getitem__(self, name: str) -> Any:
        """A column."""

    def add(self, **columns: Any) -> None:
        """More columns, made from those that are there."""

    def known(self, dates: Any) -> Any:
        """Where a date is known."""

    def less(self, first: Any, second: Any) -> Any:
        """Where both dates are known and the first is before the second."""

    def by(self, first: Any, second: Any) -> Any:
        """Where both dates are known and the first is not after the second."""

    def where(self, condition: Any, yes: Any, no: Any) -> Any:
        """``yes`` where the condition holds, else ``no``; dates stay unknown where they are."""

    def truth(self, value: bool) -> Any:
        """The same truth in every row."""

    def day_number(self, dates: Any) -> Any:
        """Days since 1970-01-01; anything where the date is not known."""

    def look_up_day(self, dates: str, **fields: str) -> None:
        """Adds fields of the day table under new names; ``NONE`` where the day is not covered."""

    def look_up(self, table: str, key: str, **fields: str) -> None:
        """Adds fields of the table ``rank`` or ``number`` by key; ``NONE`` where there is no such key."""


@attrs.frozen
class Clock:
    """What a limit is judged by, the same for every row (判定参数).

    Attributes:
        limit: the limit.
        by_date: whether it is read by date.
        can_be_missed: whether the modality lets it fall short.
        has_exceptions: whether the text allows an excuse.
        as_of: whether there is a day of judgement, as column or constant.
        fixed_as_of: whether it is the same for all rows.
        starts: how many starting events compete.
        pairs: how many suspensions each row may have.
        counted: whether a column counts the suspended days instead.
        averaged: whether single cases have no status, only their days.
        has_scope: whether a column or a constant says which cases are inside the scope.
        has_excuses: whether a column holds recorded reasons.
        unreadable: whether a truth says that a date of the row could not be read.
        packed: whether rows were packed first, see :mod:`~wushan_plan.frames.packing`.
    """

    limit: Days
    by_date: bool
    can_be_missed: bool = True
    has_exceptions: bool = False
    as_of: bool = True
    fixed_as_of: bool = False
    starts: int = 1
    pairs: int = 0
    counted: bool = False
    averaged: bool = False
    has_scope: bool = False
    has_excuses: bool = False
    unreadable: bool = False
    packed: bool = False

    @classmethod
    def of(cls, criterion: TimeLimit | MeanTimeLimit, readings: frozenset[Reading], **more: Any) -> Clock:
        """The clock of ``criterion`` under the chosen readings."""
        by_date = isinstance(criterion, TimeLimit) and Reading.BY_DATE in readings
        return cls(criterion.limit, by_date, averaged=isinstance(criterion, MeanTimeLimit), **more)

    @property
    def working(self) -> bool:
        """Whether working days are counted."""
        return isinstance(self.limit, WorkingDays)


def judge_rows(sheet: Sheet, clock: Clock) -> None:
    """Judges the rows of ``sheet``.

    Expects ``start`` (or ``start_0`` …), ``end``, ``as_of``, and where asked for ``excused``, ``inside``
    and ``scope_known``, ``held``, ``first_0``, ``last_0`` …. Adds ``code`` and ``problem`` (numbers),
    ``judged``, ``shows_deadline``, ``ended`` and ``depends`` (truths), ``elapsed`` and ``overdue``
    (numbers that hold where judged), ``due`` and ``due_number``.
    """
    look_at_days(sheet, clock)
    start = {"start_rank": "rank", "start_number": "number", "due_0": "due", "due_number_0": "due_number"}
    sheet.look_up_day("start", **start)
    sheet.look_up_day("stop", stop_rank="rank", stop_below="below")
    settle(sheet, clock)


def settle(sheet: Sheet, clock: Clock) -> None:
    """The second half of :func:`judge_rows`: everything after the days were looked up."""
    if clock.pairs:
        _pairs(sheet, clock)
    if clock.working:
        _working_days(sheet, clock)
    else:
        _calendar_days(sheet, clock)
    _outcome(sheet, clock)


def look_at_days(sheet: Sheet, clock: Clock) -> None:
    """Which day the clock starts and stops, and what cannot be."""
    if clock.starts > 1:
        latest = sheet["start_0"]
        known = sheet.known(latest)
        for index in range(1, clock.starts):
            other = sheet[f"start_{index}"]
            latest = sheet.where(sheet.less(latest, other), other, latest)
            known = known & sheet.known(other)
        sheet.add(latest=latest, all_known=known)
        sheet.add(start=sheet.where(sheet["all_known"], sheet["latest"], sheet["no_date"]))
    end = sheet["end"]
    if clock.fixed_as_of:
        ended = sheet.by(end, sheet["as_of"])
    elif clock.as_of:
        ended = sheet.known(end) & ~sheet.less(sheet["as_of"], end)
    else:
        ended = sheet.known(end)
    sheet.add(ended=ended)
    otherwise = sheet["as_of"] if clock.as_of else sheet["no_date"]
    sheet.add(stop=sheet.where(sheet["ended"], end, otherwise))
    sheet.add(
        no_start=~sheet.known(sheet["start"]),
        backwards=sheet.less(sheet["end"], sheet["start"]),
        no_stop=~sheet.known(sheet["stop"]),
        not_begun=sheet.less(sheet["stop"], sheet["start"]),
        same_day=~sheet.less(sheet["start"], sheet["stop"]),
    )


def _pairs(sheet: Sheet, clock: Clock) -> None:
    """Each suspension as ranks within the case: ``before_i`` and ``until_i``; absent ones are empty."""
    backwards, disorder = sheet.truth(False), sheet.truth(False)
    earlier: list[str] = []
    for index in range(clock.pairs):
        first, last = f"first_{index}", f"last_{index}"
        present = sheet.known(sheet[first]) & sheet.known(sheet[last])
        sheet.add(**{f"present_{index}": present})
        backwards = backwards | sheet.less(sheet[last], sheet[first])
        for other in earlier:
            both = sheet[f"present_{other}"] & sheet[f"present_{index}"]
            disorder = disorder | (both & ~sheet.less(sheet[f"last_{other}"], sheet[first]))
        earlier.append(str(index))
        inner = sheet.less(sheet["start"], sheet[first])  # a suspension before the start is cut off there
        outer = sheet.less(sheet["start"], sheet[last])
        sheet.add(**{f"inner_{index}": inner, f"outer_{index}": outer})
        if clock.working:
            sheet.look_up_day(first, **{f"first_below_{index}": "below"})
            sheet.look_up_day(last, **{f"last_rank_{index}": "rank"})
            low, high = sheet[f"first_below_{index}"], sheet[f"last_rank_{index}"]
            low = sheet.where(
                low == NONE, BEYOND, low
            )  # a covered start is before it, so it lies past the end
            high = sheet.where(high == NONE, BEYOND, high)
            zero = sheet["start_rank"]
        else:
            low = sheet.day_number(sheet[first]) - 1
            high = sheet.day_number(sheet[last])
            zero = sheet["start_number"]
        there = sheet[f"present_{index}"]
        sheet.add(
            **{
                f"before_{index}": sheet.where(there & sheet[f"inner_{index}"], low, zero),
                f"until_{index}": sheet.where(there & sheet[f"outer_{index}"], high, zero),
            }
        )
    sheet.add(suspension_backwards=backwards, suspension_disorder=disorder)


def _held(sheet: Sheet, clock: Clock, stop: Any) -> Any:
    """Suspended days between start and ``stop``, which is a rank or a day's number."""
    if clock.counted:
        return sheet["held"]
    total: Any = 0
    for index in range(clock.pairs):
        before, until = sheet[f"before_{index}"], sheet[f"until_{index}"]
        span = sheet.where(until <= stop, until, stop) - before
        total = total + sheet.where(span <= 0, 0, span)
    return total


def _pushed(sheet: Sheet, clock: Clock, key: Any) -> None:
    """Adds ``key``: where the period ends, as a rank or a day's number, pushed on by the suspensions."""
    if clock.counted:
        key = key + sheet["held"]
    sheet.add(key=key)
    for index in range(clock.pairs):
        before, until = sheet[f"before_{index}"], sheet[f"until_{index}"]
        reached = ~(sheet["key"] <= before) & ~(until <= before)  # it begins while the clock still runs
        sheet.add(key=sheet.where(reached, sheet["key"] + until - before, sheet["key"]))


def _working_days(sheet: Sheet, clock: Clock) -> None:
    limit = clock.limit.days
    used = sheet["stop_rank"] - sheet["start_rank"] - _held(sheet, clock, sheet["stop_rank"])
    if (clock.pairs or clock.counted) and limit > 0:
        _pushed(sheet, clock, sheet["start_rank"] + limit)
        sheet.look_up("rank", "key", due="due", due_number="due_number")
    else:
        sheet.add(due=sheet["due_0"], due_number=sheet["due_number_0"])
        if limit > 0:
            sheet.add(key=sheet["start_rank"] + limit)
    # In time by date: fewer working days lie before the end than up to the deadline.
    by_date = sheet["stop_below"] + 1 <= sheet["key"] if limit > 0 else sheet["same_day"]
    sheet.add(
        elapsed=used,
        by_date=by_date,
        not_covered=sheet["stop_rank"] == NONE,
        no_deadline=sheet.truth(False),
    )
    sheet.add(by_count=sheet["elapsed"] <= limit)
    in_time = sheet["by_date"] if clock.by_date else sheet["by_count"]
    sheet.add(in_time=in_time, differs=sheet["by_count"] != sheet["by_date"])
    sheet.add(overdue=sheet.where(sheet["in_time"], 0, sheet["elapsed"] - limit))


def _calendar_days(sheet: Sheet, clock: Clock) -> None:
    limit = clock.limit.days
    if not clock.packed:
        sheet.add(stop_number=sheet.day_number(sheet["stop"]))
    used = sheet["stop_number"] - sheet["start_number"] - _held(sheet, clock, sheet["stop_number"])
    if (clock.pairs or clock.counted) and limit > 0:
        _pushed(sheet, clock, sheet["start_number"] + limit)
        sheet.look_up("number", "key", rolled_0="due", rolled_number_0="due_number")
        for index in range(clock.pairs):
            # Rolled onto a suspended day, the period ends on the next working day after it.
            before, until = sheet[f"before_{index}"], sheet[f"until_{index}"]
            sheet.add(key=until + 1)
            later, later_number = f"later_{index}", f"later_number_{index}"
            sheet.look_up("number", "key", **{later: "due", later_number: "due_number"})
            number = sheet[f"rolled_number_{index}"]
            on = ~(number <= before) & (number <= until)
            sheet.add(
                **{
                    f"rolled_{index + 1}": sheet.where(on, sheet[later], sheet[f"rolled_{index}"]),
                    f"rolled_number_{index + 1}": sheet.where(on, sheet[later_number], number),
                }
            )
        sheet.add(due=sheet[f"rolled_{clock.pairs}"], due_number=sheet[f"rolled_number_{clock.pairs}"])
    else:
        sheet.add(due=sheet["due_0"], due_number=sheet["due_number_0"])
    sheet.add(elapsed=used, past_calendar=sheet["due_number"] == NONE)
    # Past the calendar the deadline is not known; an end within the count is in time all the same.
    sheet.add(
        in_time=sheet.where(
            sheet["past_calendar"], sheet["elapsed"] <= limit, sheet["stop_number"] <= sheet["due_number"]
        ),
    )
    sheet.add(
        not_covered=sheet.truth(False),
        no_deadline=sheet["past_calendar"] & ~sheet["in_time"],
        differs=sheet.truth(False),
        overdue=sheet.where(sheet["in_time"], 0, sheet["stop_number"] - sheet["due_number"]),
    )


def _outcome(sheet: Sheet, clock: Clock) -> None:
    """From what was found to a status, as far as the modality lets it be said."""
    refused: list[tuple[Any, Problem]] = []
    if clock.pairs:
        refused.append((sheet["suspension_backwards"], Problem.SUSPENSION_BACKWARDS))
        refused.append((sheet["suspension_disorder"], Problem.SUSPENSIONS_OUT_OF_ORDER))
    if clock.counted:
        refused.append((~(sheet["held"] >= 0), Problem.SUSPENDED_COUNT))
    if clock.unreadable:
        refused.append((sheet["unreadable"], Problem.UNREADABLE))
    begun: list[tuple[Any, Problem]] = [
        (sheet["no_start"], Problem.NO_START),
        (sheet["backwards"], Problem.ENDS_BEFORE_START),
        (sheet["no_stop"], Problem.NO_AS_OF),
        (sheet["start_rank"] == NONE, Problem.START_NOT_COVERED),
    ]
    later: list[tuple[Any, Problem]] = [
        (sheet["not_covered"], Problem.STOP_NOT_COVERED),
        (sheet["no_deadline"], Problem.DEADLINE_NOT_COVERED),
    ]
    if clock.counted:
        later.append((~(sheet["elapsed"] >= 0), Problem.SUSPENDED_COUNT))
    sheet.add(
        refused=_first(sheet, refused),
        early=_first(sheet, begun),
        late_problem=_first(sheet, later),
    )
    sheet.add(shows_deadline=(sheet["refused"] == 0) & (sheet["early"] == 0))
    if clock.has_scope:
        sheet.add(shows_deadline=sheet["shows_deadline"] & sheet["inside"] & sheet["scope_known"])
    sheet.add(shows_deadline=sheet["shows_deadline"] & (sheet["not_begun"] | (sheet["late_problem"] == 0)))
    sheet.add(judged=sheet["shows_deadline"] & ~sheet["not_begun"])
    sheet.add(code=_status(sheet, clock), problem=_problem(sheet, clock))
    sheet.add(
        depends=sheet["judged"] & sheet["differs"] if not clock.averaged else sheet.truth(False),
        shows_deadline=sheet["shows_deadline"] & ~(sheet["due_number"] == NONE),
    )


def _status(sheet: Sheet, clock: Clock) -> Any:
    unknown, pending = CODES[Status.UNKNOWN], CODES[Status.PENDING]
    short: Any = CODES[Status.NOT_MET]
    if not clock.can_be_missed:
        short = unknown
    elif clock.has_exceptions and clock.has_excuses:  # elsewhere a recorded reason changes nothing
        short = sheet.where(sheet["excused"], CODES[Status.EXCUSED], short)
    within = sheet.where(sheet["ended"], CODES[Status.MET], pending)
    code = sheet.where(sheet["in_time"], within, short)
    code = sheet.where(sheet["not_begun"], pending, code)
    code = sheet.where(sheet["shows_deadline"], code, unknown)
    if clock.has_scope:
        outside = sheet["scope_known"] & ~sheet["inside"] & (sheet["refused"] == 0)
        code = sheet.where(outside, CODES[Status.NOT_APPLICABLE], code)
    return code


def _problem(sheet: Sheet, clock: Clock) -> Any:
    late = sheet.where(sheet["not_begun"], 0, sheet["late_problem"])
    found = sheet.where(sheet["early"] == 0, late, sheet["early"])
    if not clock.can_be_missed:
        lost = sheet["judged"] & ~sheet["in_time"]
        found = sheet.where(lost, Problem.NO_EVIDENCE.value, found)
    if clock.has_scope:
        found = sheet.where(sheet["inside"], found, 0)
        found = sheet.where(sheet["scope_known"], found, Problem.SCOPE_NOT_KNOWN.value)
    return sheet.where(sheet["refused"] == 0, found, sheet["refused"])


def _first(sheet: Sheet, candidates: Sequence[tuple[Any, Problem]]) -> Any:
    """The number of the first problem that holds, 0 where none does."""
    found: Any = 0
    for holds, problem in reversed(candidates):
        found = sheet.where(holds, problem.value, found)
    return found if candidates else sheet.where(sheet["ended"], 0, 0)
