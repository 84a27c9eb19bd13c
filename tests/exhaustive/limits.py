"""Every limit, every start of seven years, every end within two months: judged four times (时限穷举).

One case at a time by ``commitment.evaluate``, as a table by the array kernel and by the expressions of a
lazy table, and by the walk of :mod:`tests.exhaustive.oracle`.
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator
from typing import Any, NamedTuple

import polars as pl

from tests.exhaustive import oracle
from tests.exhaustive.oracle import BACKWARDS, OUTSIDE, Answer, Walk
from tests.exhaustive.pairs import Found
from wushan_plan import PLAN, Commitment, FactError, OutOfCoverageError, Reading, frames
from wushan_plan.frames.problems import Problem
from wushan_plan.model.criteria import MeanTimeLimit, TimeLimit
from wushan_plan.model.periods import WorkingDays

FIRST_YEAR, LAST_YEAR = 2020, 2026
WITHIN = 60
BEFORE = (-60, -30, -7, -2, -1)

# A clock with two starting events starts at the later one: how many days before it each happens.
ARRANGEMENTS = ((0, 0), (0, 1), (1, 0), (0, 9), (30, 0))

_BACKWARDS = Problem.ENDS_BEFORE_START.text("en")
_OUTSIDE = {Problem.STOP_NOT_COVERED.text("en"), Problem.DEADLINE_NOT_COVERED.text("en")}
_NO_AS_OF = Problem.NO_AS_OF.text("en")
_NO_START = Problem.NO_START.text("en")


class Case(NamedTuple):
    """One case: dates as days after the start, and how its events are arranged."""

    start: dt.date
    end: int | None
    as_of: int | None
    arrangement: int

    def day(self, number: int | None) -> dt.date | None:
        """A day so many days after the start."""
        return None if number is None else self.start + dt.timedelta(number)


def months() -> list[tuple[int, int]]:
    """Every month of the starts, as year and month."""
    return [(year, month) for year in range(FIRST_YEAR, LAST_YEAR + 1) for month in range(1, 13)]


def limits() -> list[Commitment]:
    """Every commitment with a time limit for a case, in printed order."""
    return [one for one in PLAN.commitments if isinstance(one.criterion, TimeLimit)]


def means() -> list[Commitment]:
    """Every commitment with a limit on a mean."""
    return [one for one in PLAN.commitments if isinstance(one.criterion, MeanTimeLimit)]


def starts(month: tuple[int, int]) -> list[dt.date]:
    """The days of a month."""
    year, number = month
    return [dt.date(year, number, day) for day in range(1, calendar.monthrange(year, number)[1] + 1)]


def cases(start: dt.date, walk: Walk) -> Iterator[Case]:
    """Every case that starts on a day: each end, each day of judgement that might matter.

    The days of judgement: none, the end, the day before the deadline, the deadline, the day after.
    Where the deadline lies past the calendar, the last covered day takes its place.
    """
    due = walk.covered if walk.due is None else walk.due
    around = (due - 1, due, due + 1)
    number = start.toordinal()
    plan: list[tuple[int | None, tuple[int | None, ...]]] = [(None, (None, -1, 0, *around, WITHIN))]
    plan += [(end, (None, end, due)) for end in BEFORE]
    plan += [(end, (None, end, *around)) for end in range(WITHIN + 1)]
    for end, judged in plan:
        for as_of in dict.fromkeys(judged):
            number += 1
            yield Case(start, end, as_of, number % len(ARRANGEMENTS))


def walk_of(commitment: Commitment, start: dt.date) -> Walk:
    """The walk from ``start`` under the commitment's limit."""
    criterion = commitment.criterion
    assert isinstance(criterion, (TimeLimit, MeanTimeLimit))
    return Walk(start, criterion.limit.days, working=isinstance(criterion.limit, WorkingDays))


def judged(commitment: Commitment, month: tuple[int, int]) -> Found:
    """All cases of a limit that start in a month, under both readings, four times over."""
    criterion = commitment.criterion
    assert isinstance(criterion, TimeLimit)
    events = [event.name for event in criterion.start] if len(criterion.start) > 1 else []
    every: list[Case] = []
    walks: list[Walk] = []
    for start in starts(month):
        walk = walk_of(commitment, start)
        for case in cases(start, walk):
            every.append(case)
            walks.append(walk)
    table = _table(every, events)
    counts = {"cases": len(every), "combinations": 2 * len(every), "answers_compared": 0}
    wrong: list[str] = []
    for reading in Reading.BY_COUNT.group:
        by_date = reading is Reading.BY_DATE
        wanted = [
            oracle.judge(walk, case.end, case.as_of, by_date=by_date)
            for case, walk in zip(every, walks, strict=True)
        ]
        for kind, found in (
            ("one by one", [_evaluated(commitment, case, events, reading) for case in every]),
            ("arrays", _rows(table, commitment, events, reading)),
            ("expressions", _rows(table.lazy(), commitment, events, reading)),
        ):
            counts["answers_compared"] += len(found)
            if found != wanted:
                wrong += [
                    f"{kind}, {commitment.id} {reading.value} {case}: {one}, not {right}"
                    for case, one, right in zip(every, found, wanted, strict=True)
                    if one != right
                ]
    for reading in Reading.BY_COUNT.group:
        more, differ = _one_day_of_judgement(commitment, month, events, reading)
        counts["rows_judged_on_one_day"] = counts.get("rows_judged_on_one_day", 0) + more
        wrong += differ
    missing, differ = _without_a_start(commitment, month, events)
    counts["cases_without_a_start"] = missing
    return counts, wrong + differ


def _facts(case: Case, events: list[str]) -> dict[str, Any]:
    if not events:
        return {"start": case.start}
    before = ARRANGEMENTS[case.arrangement]
    return {name: case.start - dt.timedelta(days) for name, days in zip(events, before, strict=True)}


def _evaluated(commitment: Commitment, case: Case, events: list[str], reading: Reading) -> Answer:
    """The scalar judgement."""
    try:
        verdict = commitment.evaluate(
            **_facts(case, events), end=case.day(case.end), as_of=case.day(case.as_of), reading=reading
        )
    except OutOfCoverageError:
        return Answer(OUTSIDE)
    except FactError as error:
        return Answer(BACKWARDS if error.where.startswith("end") else str(error))
    status = verdict.status.value
    if status == "unknown" and [fact.name for fact in verdict.missing] != ["as_of"]:
        status = f"unknown for {verdict.missing}"
    unit = type(commitment.criterion.limit)  # type: ignore[attr-defined]  # it is a time limit
    elapsed, overdue = verdict.elapsed, verdict.overdue
    if elapsed is not None and (type(elapsed) is not unit or type(overdue) is not unit):
        status = f"{status} in {elapsed} and {overdue}"
    return Answer(
        status,
        None if elapsed is None else elapsed.days,
        None if overdue is None else overdue.days,
        None if verdict.deadline is None else (verdict.deadline.date - case.start).days,
        verdict.depends_on_reading,
    )


def _table(every: list[Case], events: list[str]) -> pl.DataFrame:
    columns: dict[str, list[Any]] = {"first_day": [case.start for case in every]}
    for name in events:
        columns[name] = [_facts(case, events)[name] for case in every]
    columns["last_day"] = [case.day(case.end) for case in every]
    columns["judged_on"] = [case.day(case.as_of) for case in every]
    return pl.DataFrame(columns, schema=dict.fromkeys(columns, pl.Date))


def _rows(
    table: pl.DataFrame | pl.LazyFrame,
    commitment: Commitment,
    events: list[str],
    reading: Reading,
    as_of: dt.date | str = "judged_on",
) -> list[Answer]:
    """The judgement of a table, row by row in the words of the walk."""
    columns: dict[str, Any] = {name: name for name in events} or {"start": "first_day"}
    made = frames.evaluate(
        table, commitment, end="last_day", as_of=as_of, reading=reading, lang="en", **columns
    )
    done = made.collect() if isinstance(made, pl.LazyFrame) else made
    days = (done["deadline"] - done["first_day"]).dt.total_days()
    names = ("status", "elapsed", "overdue", "depends_on_reading", "problem")
    return [
        _answer(*row) for row in zip(*(done[name].to_list() for name in names), days.to_list(), strict=True)
    ]


def _answer(
    status: str, elapsed: int | None, overdue: int | None, depends: bool, problem: str | None, due: int | None
) -> Answer:
    if problem is not None and status == "unknown":
        if problem == _BACKWARDS:
            status = BACKWARDS
        elif problem in _OUTSIDE:
            status = OUTSIDE
        elif problem != _NO_AS_OF:
            status = f"unknown: {problem}"
    elif problem is not None or status == "unknown":
        status = f"{status} with {problem}"
    return Answer(status, elapsed, overdue, due, depends)


def _one_day_of_judgement(
    commitment: Commitment, month: tuple[int, int], events: list[str], reading: Reading
) -> tuple[int, list[str]]:
    """Tables with the same day of judgement in every row take a way of their own: that way, too."""
    days = starts(month)
    as_of = days[len(days) // 2]
    every = [
        Case(start, end, None, start.toordinal() % len(ARRANGEMENTS))
        for start in days
        for end in (None, *range(-1, WITHIN + 1))
    ]
    walks = {start: walk_of(commitment, start) for start in days}
    wanted = [
        oracle.judge(
            walks[case.start], case.end, (as_of - case.start).days, by_date=reading is Reading.BY_DATE
        )
        for case in every
    ]
    table = _table(every, events)
    wrong: list[str] = []
    for kind, frame in (("arrays", table), ("expressions", table.lazy())):
        found = _rows(frame, commitment, events, reading, as_of)
        wrong += [
            f"{kind} on {as_of}, {commitment.id} {reading.value} {case}: {one}, not {right}"
            for case, one, right in zip(every, found, wanted, strict=True)
            if one != right
        ]
    return 2 * len(every), wrong


def _without_a_start(
    commitment: Commitment, month: tuple[int, int], events: list[str]
) -> tuple[int, list[str]]:
    """A clock whose start, or one of whose starts, is not known has not run: unknown, by name."""
    names = events or ["start"]
    columns: dict[str, Any] = {name: name for name in names}
    wrong: list[str] = []
    rows: list[dict[str, Any]] = []
    for day in starts(month):
        # All but one known, and none known.
        for gone in [*([name] for name in names), names]:
            facts: dict[str, Any] = {name: None if name in gone else day for name in names}
            verdict = commitment.evaluate(**facts, end=day, as_of=day)
            missing = [fact.name for fact in verdict.missing]
            if verdict.status.value != "unknown" or missing != gone:
                wrong.append(f"one by one, {commitment.id} {facts}: {verdict.status}, {missing} missing")
            rows.append({**facts, "last_day": day, "judged_on": day})
    table = pl.DataFrame(rows, schema=dict.fromkeys([*names, "last_day", "judged_on"], pl.Date))
    made = frames.evaluate(table, commitment, end="last_day", as_of="judged_on", lang="en", **columns)
    for row in made.rows(named=True):
        said = (row["status"], row["problem"], row["elapsed"], row["deadline"])
        if said != ("unknown", _NO_START, None, None):
            wrong.append(f"arrays, {commitment.id} {row}")
    return len(rows), wrong


def averaged(commitment: Commitment, month: tuple[int, int]) -> Found:
    """The days of single cases under a mean: every start and end, completed and still open."""
    every = [
        Case(start, end, as_of, 0)
        for start in starts(month)
        for end in range(WITHIN + 1)
        for as_of in (None, end, end - 1)
    ]
    walks = {start: walk_of(commitment, start) for start in starts(month)}
    wanted: list[int | str | None] = []
    for case in every:
        answer = oracle.judge(walks[case.start], case.end, case.as_of, by_date=False)
        wanted.append(OUTSIDE if answer.status == OUTSIDE else answer.elapsed)
    table = _table(every, [])
    wrong: list[str] = []
    kinds: list[tuple[str, list[Any]]] = [("one by one", [_measured(commitment, case) for case in every])]
    for kind, frame in (("arrays", table), ("expressions", table.lazy())):
        made = frames.evaluate(
            frame, commitment, start="first_day", end="last_day", as_of="judged_on", lang="en"
        )
        done = made.collect() if isinstance(made, pl.LazyFrame) else made
        found = zip(done["elapsed"].to_list(), done["problem"].to_list(), strict=True)
        kinds.append((kind, [OUTSIDE if problem in _OUTSIDE else days for days, problem in found]))
    for kind, measured in kinds:
        wrong += [
            f"{kind}, {commitment.id} {case}: {one}, not {right}"
            for case, one, right in zip(every, measured, wanted, strict=True)
            if one != right
        ]
    return {"mean_cases": len(every), "answers_compared": 3 * len(every)}, wrong


def _measured(commitment: Commitment, case: Case) -> Any:
    """The mean of one case alone, which is its days; open ones by the reading that takes them in."""
    try:
        verdict = commitment.evaluate(
            cases=[(case.start, case.day(case.end))],
            as_of=case.day(case.as_of),
            reading=Reading.COMPLETED_CASES if case.as_of is None else Reading.WITH_OPEN_CASES,
        )
    except OutOfCoverageError:
        return OUTSIDE
    limit = commitment.criterion.limit.days  # type: ignore[attr-defined]  # it is a limit on a mean
    measured = verdict.measured
    if measured is not None and (verdict.status.value == "met") is not (measured <= limit):
        return f"{measured} is {verdict.status}"
    return measured
