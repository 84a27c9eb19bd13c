"""What a supervision report holds (督查报告): values taken from the state of the ledger, in order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from fractions import Fraction

import attrs

from wushan_plan.calendar.dates import calendar_date
from wushan_plan.counting.workday_calendar import WorkdayCalendar
from wushan_plan.errors import CountError, FactError
from wushan_plan.explanation.words import spoken
from wushan_plan.ledger.colours import Colour
from wushan_plan.ledger.corrections import LedgerProblem
from wushan_plan.ledger.known import Conflict
from wushan_plan.ledger.ledger import Ledger, LedgerState
from wushan_plan.ledger.overview import Overview, StateChange
from wushan_plan.ledger.state import TaskState
from wushan_plan.model.periods import Interval, WorkingDays
from wushan_plan.model.plan import Chapter, LeadUnit, Plan
from wushan_plan.model.readings import Basis, Interpretation
from wushan_plan.model.verdict import Lang

_WORST_FIRST = {colour: number for number, colour in enumerate(Colour)}


@attrs.frozen
class UnitRank:
    """A unit in the ranking (单位排名).

    Attributes:
        rank: its place among the lead units, from 1; units that stand alike share one. ``None`` for
            those the plan does not name as lead units, such as the leading group: they come last.
        unit: the unit.
        overview: what it is responsible for, alone or jointly.
        on_time: share of its tasks that are green; ``None`` where it has none.
        silent: how many of its tasks nobody has ever reported on.
        last_report: the latest day anything reported stands for; ``None`` when nothing is.
    """

    rank: int | None
    unit: LeadUnit
    overview: Overview = attrs.field(repr=False)
    on_time: Fraction | None
    silent: int
    last_report: dt.date | None


@attrs.frozen
class TouchedReading:
    """An open question that what was reported depends on (所涉口径).

    Attributes:
        question: the entry of the interpretation register, whose default is an inference.
        tasks: the tasks it touches and on which something was reported.
    """

    question: Interpretation
    tasks: tuple[TaskState, ...] = attrs.field(repr=lambda tasks: str(len(tasks)))


@attrs.frozen
class SupervisionReport:
    """A supervision report as of a day (督查报告).

    Attributes:
        plan: the plan it is about.
        calendar: counts working days.
        as_of: the day; entries written later are left out.
        since: the day of the last report; ``None`` when this is the first.
        ahead: how many working days it looks ahead.
        window: the days it looks ahead: ``as_of``, so many working days, and the rest days after them.
        lang: its language.
        units_by_id: the units that can be named, by id.
        entries: how many entries the ledger held on the day.
        entries_since: how many of them came after ``since``; ``None`` without it.
        later: how many entries of the ledger were written after the day, and are left out.
        latest: the day of the last of those; ``None`` when there are none.
        whole: every task.
        chapters: the tasks by chapter.
        units: the ranking: share on time first, then fewer red, then fewer never reported on; last,
            without a place, those that are no lead units.
        red: the red list, the longest overdue first.
        yellow: the yellow list, likewise.
        due: not yet kept and due within ``window``, the earliest first.
        exceptions: with a recorded reason of a deviation, whether it counts or not.
        undecided: whose status would be another under another reading.
        readings: the open questions that what was reported depends on.
        missing: that cannot be judged, because facts are missing or contradict each other.
        stale: whose latest report is too old.
        conflicts: contradictions nobody has settled.
        problems: entries that do not count, and why.
        changes: what stands otherwise than on ``since``, the worst first.
    """

    plan: Plan = attrs.field(eq=False, repr=lambda plan: plan.id)
    calendar: WorkdayCalendar = attrs.field(eq=False, repr=False)
    as_of: dt.date
    since: dt.date | None
    ahead: WorkingDays
    window: Interval
    lang: Lang
    units_by_id: tuple[tuple[str, LeadUnit], ...] = attrs.field(repr=False)
    entries: int
    entries_since: int | None
    later: int
    latest: dt.date | None
    whole: Overview = attrs.field(repr=False)
    chapters: tuple[tuple[Chapter, Overview], ...] = attrs.field(repr=False)
    units: tuple[UnitRank, ...] = attrs.field(repr=False)
    red: tuple[TaskState, ...] = attrs.field(repr=lambda tasks: str(len(tasks)))
    yellow: tuple[TaskState, ...] = attrs.field(repr=lambda tasks: str(len(tasks)))
    due: tuple[TaskState, ...] = attrs.field(repr=lambda tasks: str(len(tasks)))
    exceptions: tuple[TaskState, ...] = attrs.field(repr=lambda tasks: str(len(tasks)))
    undecided: tuple[TaskState, ...] = attrs.field(repr=lambda tasks: str(len(tasks)))
    readings: tuple[TouchedReading, ...] = attrs.field(repr=lambda found: str(len(found)))
    missing: tuple[TaskState, ...] = attrs.field(repr=lambda tasks: str(len(tasks)))
    stale: tuple[TaskState, ...] = attrs.field(repr=lambda tasks: str(len(tasks)))
    conflicts: tuple[Conflict, ...] = attrs.field(repr=lambda found: str(len(found)))
    problems: tuple[LedgerProblem, ...] = attrs.field(repr=lambda found: str(len(found)))
    changes: tuple[StateChange, ...] = attrs.field(repr=lambda found: str(len(found)))


def report(
    ledger: Ledger,
    as_of: dt.date,
    since: dt.date | None = None,
    ahead: WorkingDays = WorkingDays(10),  # noqa: B008  # a frozen value
    lang: Lang = "zh",
) -> SupervisionReport:
    """The supervision report of a ledger as of a day.

    Args:
        ledger: the ledger.
        as_of: the day; entries written later are left out.
        since: the day of the last report, to say what has changed.
        ahead: how many working days to look ahead.
        lang: the language of the report: ``zh`` or ``en``.

    Raises:
        FactError: for a ``since`` after ``as_of``, or another language.
        CountError: for an ``ahead`` that is no number of working days.
        OutOfCoverageError: when the days ahead are not covered by the ledger's calendar.
    """
    day = calendar_date(as_of, where="as_of")
    last = None if since is None else calendar_date(since, where="since")
    _check(day, last, ahead, lang)
    state = ledger.as_of(day)
    whole = state.whole
    plan = ledger.plan
    entries = _written(ledger, day)
    later, latest = written_after(ledger, day)
    order = {(one.commitment.id, one.unit): number for number, one in enumerate(whole.tasks)}

    def by_due(tasks: Iterable[TaskState]) -> tuple[TaskState, ...]:
        return tuple(sorted(tasks, key=lambda one: (one.due, order[one.commitment.id, one.unit])))

    return SupervisionReport(
        plan=plan,
        calendar=ledger.calendar,
        as_of=day,
        since=last,
        ahead=ahead,
        window=Interval(day, ledger.calendar.nth_workday_after(day, ahead.days + 1) - dt.timedelta(1)),
        lang=lang,
        units_by_id=tuple(ledger.register.units.items()),
        entries=entries,
        entries_since=None if last is None else entries - _written(ledger, last),
        later=later,
        latest=latest,
        whole=whole,
        chapters=tuple((one, state.chapter(one.number)) for one in plan.chapters),
        units=_ranking(ledger, state),
        red=by_due(whole.of_colour(Colour.RED)),
        yellow=by_due(whole.of_colour(Colour.YELLOW)),
        due=by_due(state.due_within(ahead)),
        exceptions=whole.excused,
        undecided=whole.undecided,
        readings=_touched(plan, whole),
        missing=whole.missing,
        stale=whole.stale,
        conflicts=whole.conflicts,
        problems=state.problems,
        changes=() if last is None else _changes(state, ledger.as_of(last), order),
    )


def _check(day: dt.date, last: dt.date | None, ahead: WorkingDays, lang: Lang) -> None:
    given: object = ahead  # the caller's, whatever its annotation says
    if not isinstance(given, WorkingDays) or given.days < 0:
        raise CountError(
            value=ahead,
            rule="a report looks ahead by working days, 0 or more.",
            where="report(ahead=…)",
            remedy="Give WorkingDays(n).",
            zh="展望天数应为工作日数",
        )
    if last is not None and last > day:
        raise FactError(
            value=last,
            rule=f"the last report is not later than this one, which is of {day}.",
            where="report(since=…)",
            remedy="Give an earlier day, or leave it out.",
            zh="上次报告日期晚于本次报告",
        )
    spoken(lang, "report(lang=…)")


def written_after(ledger: Ledger, day: dt.date) -> tuple[int, dt.date | None]:
    """How many entries were written after a day, and the day of the last of them."""
    days = [one.day for name in _commitments(ledger) for one in ledger.entries_on(name) if one.day > day]
    return len(days), max(days, default=None)


def _written(ledger: Ledger, day: dt.date) -> int:
    """How many entries there are up to a day; asked by commitment, so that a large ledger is not sorted."""
    return sum(len(ledger.entries_on(name, day)) for name in _commitments(ledger))


def _commitments(ledger: Ledger) -> set[str]:
    return {one.commitment.id for one in ledger.tasks}


def _ranking(ledger: Ledger, state: LedgerState) -> tuple[UnitRank, ...]:
    """Share on time, then fewer red, then fewer never reported on; by the order of the plan otherwise."""
    found = []
    named = {unit.id for unit in ledger.plan.lead_units}
    held: dict[str, list[TaskState]] = {unit.id: [] for unit in ledger.units}
    for task in state.tasks:
        for holder in task.holders:
            held.setdefault(holder, []).append(task)
    for unit_id, tasks in held.items():
        overview = Overview(unit_id, tuple(tasks))
        total = len(tasks)
        green, red = overview.colours[Colour.GREEN], overview.colours[Colour.RED]
        silent = sum(one.stood_on is None for one in tasks)
        share = Fraction(green, total) if total else None
        key = (
            unit_id not in named,
            share is None,
            -(share or 0),
            Fraction(red, total) if total else 0,
            Fraction(silent, total) if total else 0,
        )
        stood = [one.stood_on for one in tasks if one.stood_on is not None]
        found.append(
            (key, UnitRank(None, ledger.unit(unit_id), overview, share, silent, max(stood, default=None)))
        )
    found.sort(key=lambda one: one[0])
    keys = [key for key, _ in found]
    return tuple(attrs.evolve(one, rank=None if key[0] else keys.index(key) + 1) for key, one in found)


def _touched(plan: Plan, whole: Overview) -> tuple[TouchedReading, ...]:
    """Entries of the register that rest on inference and name what was reported on."""
    reported = [one for one in whole.tasks if one.stood_on is not None]
    touched: dict[str, list[TaskState]] = {}
    for task in reported:
        for entry in task.commitment.interpretations:
            if entry.affects and entry.basis is Basis.INFERENCE:
                touched.setdefault(entry.id, []).append(task)
    return tuple(
        TouchedReading(entry, tuple(touched[entry.id])) for entry in plan.readings if entry.id in touched
    )


def _changes(
    state: LedgerState, earlier: LedgerState, order: dict[tuple[str, str], int]
) -> tuple[StateChange, ...]:
    return tuple(
        sorted(
            state.changes_since(earlier),
            key=lambda one: (_WORST_FIRST[one.after.colour], order[one.after.commitment.id, one.after.unit]),
        )
    )
