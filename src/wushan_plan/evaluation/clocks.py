"""Criteria with a clock: time limits, means, promptness (时限、平均时限、及时)."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from typing import cast

from wushan_plan.counting.periods import due, elapsed
from wushan_plan.counting.uncertainty import due_range
from wushan_plan.counting.workday_calendar import WorkdayCalendar
from wushan_plan.errors import FactError, OutOfCoverageError
from wushan_plan.evaluation.facts import Case
from wushan_plan.evaluation.finding import (
    AS_OF,
    Finding,
    Outcome,
    Question,
    fact_named,
    lacking,
    unknown,
)
from wushan_plan.model.commitment import Commitment
from wushan_plan.model.criteria import MeanTimeLimit, Promptness, TimeLimit
from wushan_plan.model.facts import Fact
from wushan_plan.model.periods import CalendarDays, Days, Interval, WorkingDays
from wushan_plan.model.readings import Reading
from wushan_plan.model.verdict import Deadline, Outlook, Reason, ReasonCode


def judge_time_limit(criterion: TimeLimit, question: Question) -> Finding:
    """One case against a limit, by count or by date."""
    start, missing, notes = _clock_start(criterion, question)
    if start is None:
        return lacking(*missing)
    reading = next(one for one in Reading.BY_COUNT.group if one in question.readings)
    return _against(criterion.limit, start, question, reading, notes)


def judge_promptness(criterion: Promptness, question: Question) -> Finding:
    """One case against a benchmark, read by date."""
    start = question.date("start")
    benchmark = question.facts.get("benchmark", criterion.benchmark)
    if start is None or benchmark is None:
        return lacking(*unknown(question, {"start": start, "benchmark": benchmark}))
    return _against(cast(Days, benchmark), start, question, Reading.BY_DATE, ())


def judge_mean(criterion: MeanTimeLimit, question: Question) -> Finding:
    """The exact mean over completed cases, and what is still reachable."""
    if "cases" not in question.facts:
        return lacking(fact_named(question, "cases"))
    cases = cast(tuple[Case, ...], question.facts["cases"])
    period = cast(Interval | None, question.facts.get("period"))
    with_open = Reading.WITH_OPEN_CASES in question.readings
    as_of = question.as_of
    if as_of is None and (with_open or period is not None):
        return lacking(AS_OF)
    unread = question.number("unread_cases")

    completed: list[int] = []
    so_far: list[int] = []  # days the open cases have taken up to as_of
    provisional = False
    for start, end in cases:
        if not question.has_happened(start) or (period is not None and start > period.last):
            continue
        stop = end if end is not None and question.has_happened(end) else None
        if stop is None:
            if as_of is not None:
                so_far.append(_days(question, start, as_of, criterion.limit))
            else:
                so_far.append(0)
        elif period is None or stop in period:
            completed.append(_days(question, start, stop, criterion.limit))
            provisional |= stop > question.calendar.days.settled_to

    counted = completed + so_far if with_open else completed
    if not counted:
        return lacking(fact_named(question, "cases"), reasons=(Reason.of(ReasonCode.NO_CASES),))
    mean = Fraction(sum(counted), len(counted))
    within = mean <= criterion.limit.days
    outlook = None
    if so_far:
        # What the open cases may take on average, if the mean over all is to keep the limit.
        budget = criterion.limit.days * (len(completed) + len(so_far)) - sum(completed)
        outlook = Outlook(
            reachable=sum(so_far) <= budget,
            needed=Fraction(budget, len(so_far)),
            remaining=len(so_far),
        )
    reason = Reason.of(
        ReasonCode.MEAN,
        total=sum(counted),
        cases=len(counted),
        mean=mean,
        limit=criterion.limit,
        within=within,
    )
    reasons: tuple[Reason, ...] = (reason,)
    if period is None:
        reasons = (reason, Reason.of(ReasonCode.NO_PERIOD))
    outcome = Outcome.FULFILLED if within else Outcome.SHORT
    if period is not None and as_of is not None and as_of < period.last:
        outcome = Outcome.OPEN
        reasons = (Reason.of(ReasonCode.SO_FAR, last=period.last), reason)
    if unread:
        # A case that could not be read may move the mean either way: nothing is decided without it.
        missing = (fact_named(question, "cases"),)
        reasons = (*reasons, Reason.of(ReasonCode.UNREAD_CASES, cases=unread))
        return Finding(Outcome.LACKING, reasons, missing, measured=mean, outlook=outlook)
    return Finding(outcome, reasons, measured=mean, outlook=outlook, provisional=provisional)


def _days(question: Question, start: dt.date, end: dt.date, limit: Days) -> int:
    return elapsed(question.calendar, start, end, type(limit), question.suspended).days


def _clock_start(
    criterion: TimeLimit, question: Question
) -> tuple[dt.date | None, tuple[Fact, ...], tuple[Reason, ...]]:
    """When the clock starts, what is missing to know it, and a note where events compete."""
    given = question.date("start")
    if len(criterion.start) == 1:
        return (None, (fact_named(question, "start"),), ()) if given is None else (given, (), ())
    dates = {event.name: question.date(event.name) for event in criterion.start}
    if given is not None:
        known = [date for date in dates.values() if date is not None]
        if any(date > given for date in known) or (len(known) == len(dates) and max(known) != given):
            raise FactError(
                value=str(given),
                rule="the clock starts at the latest of its events, and they say another day.",
                where=f"start, {', '.join(dates)}",
                remedy="Give the events, or the start worked out from them.",
                zh=f"起算日期与{'、'.join(event.zh for event in criterion.start)}的日期不符，"
                "应为其中最晚的一天",
            )
        return given, (), ()
    missing = unknown(question, dates)
    if missing:
        return None, missing, ()
    latest = max(criterion.start, key=lambda event: cast(dt.date, dates[event.name]))
    start = cast(dt.date, dates[latest.name])
    return start, (), (Reason.of(ReasonCode.CLOCK_STARTS_LATER, event=latest, start=start),)


def _against(
    limit: Days,
    start: dt.date,
    question: Question,
    reading: Reading,
    notes: tuple[Reason, ...],
) -> Finding:
    end = question.date("end")
    as_of = question.as_of
    if end is not None and end < start:
        fact = fact_named(question, "end")
        raise FactError(
            value=(str(start), str(end)),
            rule="a case cannot end before it starts.",
            where=f"end ({fact.zh})",
            remedy="Check the two dates; a case finished on its first day has end == start.",
            zh=f"{fact.zh}早于起算日期",
        )
    if end is not None and not question.has_happened(end):
        notes = (*notes, Reason.of(ReasonCode.END_IS_LATER, end=end, as_of=as_of))
        end = None
    if end is None and as_of is None:
        return lacking(AS_OF, reasons=notes)
    stop = end if end is not None else cast(dt.date, as_of)
    deadline = _deadline(limit, start, question)
    provisional = stop > question.calendar.days.settled_to or (deadline is not None and deadline.provisional)
    if stop < start:  # not even begun on as_of
        reason = Reason.of(ReasonCode.NOT_BEGUN, start=start, as_of=as_of)
        return Finding(Outcome.OPEN, (*notes, reason), deadline=deadline, provisional=provisional)

    used = elapsed(question.calendar, start, stop, type(limit), question.suspended)
    in_time_by_count = used.days <= limit.days
    # A calendar-day period that ends on a rest day ends later by law (民法典 203), however it is
    # read; only a working-day limit can be kept by count and missed by date.
    by_count = reading is not Reading.BY_DATE and isinstance(limit, WorkingDays)
    if by_count:
        in_time = in_time_by_count
    elif deadline is not None:
        in_time = stop <= deadline.date
    elif in_time_by_count:
        in_time = True  # the period ends past the calendar, and this end is not past the period
    else:
        raise question.calendar.days.not_covered(start, f"day {limit.days} after", f"之后第{limit.days}日")
    overdue = _overdue(limit, used, stop, deadline, in_time)
    if by_count:
        code = ReasonCode.WITHIN_LIMIT if in_time else ReasonCode.OVER_LIMIT
        reason = Reason.of(code, elapsed=used, limit=limit)
    else:
        code = ReasonCode.BEFORE_DEADLINE if in_time else ReasonCode.AFTER_DEADLINE
        reason = Reason.of(code, end=stop, deadline=None if deadline is None else deadline.date)
    if end is None:
        state = ReasonCode.STILL_OPEN if in_time else ReasonCode.OPEN_AND_LATE
        notes = (*notes, Reason.of(state, as_of=as_of))
        outcome = Outcome.OPEN if in_time else Outcome.SHORT
    else:
        outcome = Outcome.FULFILLED if in_time else Outcome.SHORT
    return Finding(
        outcome,
        (*notes, reason),
        elapsed=used,
        overdue=overdue,
        deadline=deadline,
        provisional=provisional,
    )


def deadline_of(
    commitment: Commitment,
    limit: Days,
    start: dt.date,
    suspended: tuple[Interval, ...],
    calendar: WorkdayCalendar,
) -> Deadline:
    """The last day of a case's period, with everything that led to it.

    Raises:
        OutOfCoverageError: when the start or the last day lies outside the calendar.
    """
    calendar.day(start)  # a period that needs no working day is refused outside the calendar as well
    found = due(calendar, start, limit, suspended)
    return Deadline(
        date=found.date,
        commitment=commitment,
        start=start,
        limit=limit,
        suspended=suspended,
        rolled_from=found.rolled_from,
        provisional=found.date > calendar.days.settled_to,
        within=due_range(calendar, start, limit, found, suspended),
    )


def _deadline(limit: Days, start: dt.date, question: Question) -> Deadline | None:
    """The deadline; ``None`` when it lies past the calendar."""
    try:
        return deadline_of(question.commitment, limit, start, question.suspended, question.calendar)
    except OutOfCoverageError:
        if start > question.calendar.days.last or start < question.calendar.days.first:
            raise
        return None


def _overdue(limit: Days, used: Days, stop: dt.date, deadline: Deadline | None, in_time: bool) -> Days:
    if in_time:
        return type(limit)(0)
    if isinstance(limit, CalendarDays) and deadline is not None:
        # A rolled day is not overdue: the delay runs from the day the period really ended on.
        return CalendarDays((stop - deadline.date).days)
    return type(limit)(used.days - limit.days)
