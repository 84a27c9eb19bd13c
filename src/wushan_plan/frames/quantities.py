"""Targets about numbers as expressions of any engine (数量类目标的逐行判定).

The steps are those of ``wushan_plan.evaluation.quantities`` and ``.deeds``; ``tests/frames`` holds them
together.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import attrs

from wushan_plan.errors import FactError
from wushan_plan.frames.clock import CODES
from wushan_plan.frames.engines import PREFIX, narwhals
from wushan_plan.frames.figures import Days, FigureSheet, Number, ratio_at_least
from wushan_plan.frames.problems import Problem
from wushan_plan.frames.request import Request, facts_by_name
from wushan_plan.frames.results import STATUS_WORDS, worded
from wushan_plan.model.criteria import (
    AllOf,
    Ceiling,
    Coverage,
    Criterion,
    Direction,
    Entitlement,
    ExactCount,
    Exemption,
    Floor,
    FullRate,
    Prohibition,
    RatioFloor,
    Trend,
)
from wushan_plan.model.facts import FactKind
from wushan_plan.model.modality import Status
from wushan_plan.model.readings import Reading

FULFILLED, SHORT, OPEN, LACKING = 0, 1, 2, 3


@attrs.frozen
class Found:
    """What a criterion finds in each row (逐行查明情况).

    Attributes:
        outcome: fulfilled, short, open or lacking, as numbers.
        problem: why it is lacking.
        refused: number of the problem where the facts contradict each other, else 0.
    """

    outcome: Any
    problem: Any
    refused: Any


class _Asked:
    """The facts of one request (所问事实)."""

    def __init__(self, sheet: FigureSheet, request: Request) -> None:
        self.nw = narwhals()
        self.sheet = sheet
        facts = facts_by_name(request.target)
        self.numbers: dict[str, Number] = {}
        self.truths: dict[str, tuple[Any, Any]] = {}
        self.dates: dict[str, Days] = {}
        for name, column in request.columns.items():
            fact = facts[name]
            if fact.kind in (FactKind.COUNT, FactKind.AMOUNT, FactKind.QUANTITY, FactKind.ITEMS):
                self.numbers[name] = sheet.number(column, fact)
            elif fact.kind is FactKind.TRUTH:
                self.truths[name] = sheet.truth(column)
            elif fact.kind is FactKind.DATE:
                self.dates[name] = sheet.days(column)
        if request.as_of_column is not None:
            self.as_of = sheet.days(request.as_of_column)
        else:
            self.as_of = sheet.no_day().constant(request.as_of)

    def number(self, name: str) -> Number:
        missing = Number(self.nw.lit(0), self.nw.lit(False), self.nw.lit(0), is_float=False)
        return self.numbers.get(name, missing)

    def truth(self, name: str) -> tuple[Any, Any]:
        return self.truths.get(name, (self.nw.lit(False), self.nw.lit(False)))

    def date(self, name: str) -> Days:
        return self.dates.get(name, self.sheet.no_day())

    def choose(self, condition: Any, yes: Any, no: Any) -> Any:
        return self.nw.when(condition).then(yes).otherwise(no)

    def outcome(self, fulfilled: Any) -> Any:
        return self.choose(fulfilled, self.nw.lit(FULFILLED), self.nw.lit(SHORT))

    def unless_missing(self, known: Any, found: Found, problem: Problem = Problem.FACT_MISSING) -> Found:
        lit = self.nw.lit
        return Found(
            self.choose(known, found.outcome, lit(LACKING)),
            self.choose(known, found.problem, lit(problem.value)),
            self.choose(known, found.refused, lit(0)),
        )

    def found(self, outcome: Any) -> Found:
        return Found(outcome, self.nw.lit(0), self.nw.lit(0))

    def refused(self, condition: Any, problem: Problem, otherwise: Found) -> Found:
        lit = self.nw.lit
        return attrs.evolve(otherwise, refused=self.choose(condition, lit(problem.value), otherwise.refused))


def evaluated(frame: Any, request: Request) -> Any:
    """A narwhals frame with status and problem, as the caller's own kind of table."""
    nw = narwhals()
    own = frame.collect_schema().names()
    frame = with_codes(frame, request)
    names = request.names
    return frame.select(
        *(nw.col(name) for name in own),
        **{
            names.status: worded(nw.col(PREFIX + "code"), dict(enumerate(STATUS_WORDS))),
            names.depends_on_reading: nw.col(PREFIX + "depends"),
            names.problem: worded(
                nw.col(PREFIX + "problem"), {one.value: one.text(request.lang) for one in Problem}
            ),
        },
    ).to_native()


def with_codes(frame: Any, request: Request) -> Any:
    """A narwhals frame with ``code``, ``problem`` and ``depends``, before words."""
    nw = narwhals()
    target, criterion = request.target, request.target.criterion
    _require_supported(request)
    sheet = FigureSheet(frame, as_written=request.as_written, where=request.where)
    asked = _Asked(sheet, request)
    excused = sheet.text(request.excuse) if request.excuse is not None else nw.lit(False)
    inside, scope_known = _scope(sheet, asked, request)
    sheet.check()

    def status(found: Found) -> Any:
        short: Any = nw.lit(CODES[Status.NOT_MET])
        if not target.modality.can_be_missed:
            short = nw.lit(CODES[Status.UNKNOWN])
        elif target.exceptions:
            short = asked.choose(excused, nw.lit(CODES[Status.EXCUSED]), short)
        code = asked.choose(found.outcome == OPEN, nw.lit(CODES[Status.PENDING]), short)
        code = asked.choose(found.outcome == FULFILLED, nw.lit(CODES[Status.MET]), code)
        return asked.choose(found.outcome == LACKING, nw.lit(CODES[Status.UNKNOWN]), code)

    bad: Any = nw.lit(0)
    for number in reversed(asked.numbers.values()):
        bad = asked.choose(number.refused != 0, number.refused, bad)
    found = _found(criterion, asked, request.readings)
    work = {"bad": bad, "outcome": found.outcome, "why": found.problem, "refused": found.refused}
    others = [
        request.readings - {mine} | {other}
        for mine in request.readings
        for other in mine.group
        if other is not mine
    ]
    for index, readings in enumerate(others):
        other_found = _found(criterion, asked, frozenset(readings))
        work |= {f"outcome_{index}": other_found.outcome, f"refused_{index}": other_found.refused}
    frame = sheet.frame.with_columns(**{PREFIX + "q_" + name: one for name, one in work.items()})

    def column(name: str) -> Any:
        return nw.col(PREFIX + "q_" + name)

    main = Found(column("outcome"), column("why"), column("refused"))
    code = status(main)
    depends: Any = nw.lit(False)
    for index in range(len(others)):
        other = Found(column(f"outcome_{index}"), None, column(f"refused_{index}"))
        depends = depends | ((other.refused == 0) & (status(other) != code))
    problem = main.problem
    if not target.modality.can_be_missed:
        problem = asked.choose(main.outcome == SHORT, nw.lit(Problem.NO_EVIDENCE.value), problem)
    problem = asked.choose(main.refused != 0, main.refused, problem)
    sound = main.refused == 0
    code = asked.choose(sound, code, nw.lit(CODES[Status.UNKNOWN]))
    if request.has_scope:
        code = asked.choose(inside, code, nw.lit(CODES[Status.NOT_APPLICABLE]))
        code = asked.choose(scope_known, code, nw.lit(CODES[Status.UNKNOWN]))
        problem = asked.choose(inside, problem, nw.lit(0))
        problem = asked.choose(scope_known, problem, nw.lit(Problem.SCOPE_NOT_KNOWN.value))
        sound = sound & inside & scope_known
    fine = column("bad") == 0
    return frame.with_columns(
        **{
            PREFIX + "code": asked.choose(fine, code, nw.lit(CODES[Status.UNKNOWN])),
            PREFIX + "problem": asked.choose(fine, problem, column("bad")),
            PREFIX + "depends": fine & sound & depends,
        }
    )


def _require_supported(request: Request) -> None:
    parts = request.target.criterion
    criteria = parts.parts if isinstance(parts, AllOf) else (parts,)
    for one in criteria:
        if type(one) not in _FINDERS or (isinstance(one, Coverage) and one.tolerated):
            raise FactError(
                value=type(one).__name__,
                rule="this criterion is not judged over tables.",
                where=request.where,
                remedy=f"Judge each case with {request.target.id}.evaluate(…).",
                zh="这类判定标准不能按表格判定",
            )


def _scope(sheet: FigureSheet, asked: _Asked, request: Request) -> tuple[Any, Any]:
    nw = narwhals()
    if request.scope_column is not None:
        inside, known = sheet.truth(request.scope_column)
    else:
        inside, known = nw.lit(request.in_scope is True), nw.lit(request.in_scope is not None)
    scope = request.target.scope
    if scope is not None and scope.condition is not None:
        holds, told = asked.truth(scope.condition.name)
        known = asked.choose(inside & known, told, known)
        inside = inside & holds
    return inside, known


# --- one finder for each criterion --------------------------------------------------------------


def _ceiling(criterion: Ceiling, asked: _Asked, readings: frozenset[Reading]) -> Found:
    value = asked.number(criterion.quantity.name)
    _, at_most = value.compared(Fraction(criterion.most))
    return asked.unless_missing(value.known, asked.found(asked.outcome(at_most)))


def _floor(criterion: Floor, asked: _Asked, readings: frozenset[Reading]) -> Found:
    value = asked.number(criterion.quantity.name)
    reached, _ = value.compared(Fraction(criterion.least))
    if Reading.DATE_ONLY_FIRST in readings:
        # Read without its date, the promise stays open until it is kept.
        late = OPEN if criterion.by is not None else SHORT
        found = asked.found(asked.choose(reached, asked.nw.lit(FULFILLED), asked.nw.lit(late)))
        if criterion.by is not None:
            found = _unless_belied(asked, reached, found)
    else:
        found = _by_day(asked, criterion.by, reached)
    return asked.unless_missing(value.known, found)


def _by_day(asked: _Asked, by: dt.date | None, reached: Any) -> Found:
    if by is None:
        return asked.found(asked.outcome(reached))
    lit = asked.nw.lit
    reached_on, as_of = asked.date("reached_on"), asked.as_of
    day = as_of.constant(by)
    told = asked.unless_missing(
        as_of.known,
        asked.found(asked.choose(as_of.after(day), lit(SHORT), lit(OPEN))),
        Problem.NO_AS_OF,
    )
    on_day = asked.outcome(~reached_on.after(day))
    untold = asked.choose(as_of.known & ~as_of.after(day), lit(FULFILLED), lit(LACKING))
    when_reached = asked.choose(reached_on.known, on_day, untold)
    found = Found(
        asked.choose(reached, when_reached, told.outcome),
        asked.choose(
            reached,
            asked.choose(when_reached == LACKING, lit(Problem.FACT_MISSING.value), lit(0)),
            told.problem,
        ),
        lit(0),
    )
    return _unless_belied(asked, reached, found)


def _unless_belied(asked: _Asked, reached: Any, found: Found) -> Found:
    """Refuses a day of reaching that the figures belie, whichever reading a row is judged under."""
    reached_on = asked.date("reached_on")
    wrong = reached_on.known & (~reached | reached_on.after(asked.as_of))
    return asked.refused(wrong, Problem.REACHED_ON_CONTRADICTS, found)


def _exact_count(criterion: ExactCount, asked: _Asked, readings: frozenset[Reading]) -> Found:
    lit = asked.nw.lit
    value = asked.number(criterion.quantity.name)
    counted, known = value.value, value.known
    more: Any = lit(False)
    if criterion.rechecks is not None:
        rechecks = asked.number(criterion.rechecks.name)
        more = value.known & rechecks.known & (rechecks.value > value.value)
        if Reading.RECHECKS_APART in readings:
            counted, known = value.value - rechecks.value, value.known & rechecks.known
    found = asked.found(asked.outcome(counted == criterion.exactly))
    if criterion.complete is not None:
        complete, told = asked.truth(criterion.complete.name)
        found = attrs.evolve(found, outcome=asked.choose(complete, found.outcome, lit(OPEN)))
        found = asked.unless_missing(told, found)
    too_many = counted > criterion.exactly
    found = Found(
        asked.choose(too_many, lit(SHORT), found.outcome),
        asked.choose(too_many, lit(0), found.problem),
        lit(0),
    )
    return asked.refused(more, Problem.PART_LARGER, asked.unless_missing(known, found))


def _ratio(part: Number, whole: Number, asked: _Asked, found: Found) -> Found:
    """What both kinds of ratio refuse or lack, before ``found``."""
    found = asked.unless_missing(whole.value != 0, found, Problem.NOTHING_TO_MEASURE)
    found = asked.refused(part.value > whole.value, Problem.PART_LARGER, found)
    return asked.unless_missing(part.known & whole.known, found)


def _ratio_floor(criterion: RatioFloor, asked: _Asked, readings: frozenset[Reading]) -> Found:
    part, whole = asked.number(criterion.numerator.name), asked.number(criterion.denominator.name)
    general, close = ratio_at_least(part, whole, criterion.least)
    found = asked.found(asked.outcome(general))
    if criterion.special is not None and criterion.special_least is not None:
        special, too_close = ratio_at_least(part, whole, criterion.special_least)
        holds, told = asked.truth(criterion.special.name)
        # Above both floors, or below both, it makes no difference which one holds.
        found = asked.found(asked.outcome(asked.choose(holds, special, general)))
        found = asked.unless_missing(told | (special == general), found)
        close = close | too_close
    found = asked.unless_missing(~close | (whole.value == 0), found, Problem.TOO_CLOSE)
    return _ratio(part, whole, asked, found)


def _full_rate(criterion: FullRate, asked: _Asked, readings: frozenset[Reading]) -> Found:
    part, whole = asked.number(criterion.numerator.name), asked.number(criterion.denominator.name)
    return _ratio(part, whole, asked, asked.found(asked.outcome(part.value == whole.value)))


def _coverage(criterion: Coverage, asked: _Asked, readings: frozenset[Reading]) -> Found:
    done, total = asked.number("covered"), asked.number("universe")
    return _ratio(done, total, asked, _by_day(asked, criterion.by, done.value == total.value))


def _trend(criterion: Trend, asked: _Asked, readings: frozenset[Reading]) -> Found:
    before, after = asked.number(criterion.before), asked.number(criterion.after)
    up = criterion.direction is Direction.UP
    improved = after.value > before.value if up else after.value < before.value
    return asked.unless_missing(before.known & after.known, asked.found(asked.outcome(improved)))


def _none_of(name: str) -> Callable[[Any, _Asked, frozenset[Reading]], Found]:
    def found(criterion: Criterion, asked: _Asked, readings: frozenset[Reading]) -> Found:
        value = asked.number(name)
        return asked.unless_missing(value.known, asked.found(asked.outcome(value.value == 0)))

    return found


def _entitlement(criterion: Entitlement, asked: _Asked, readings: frozenset[Reading]) -> Found:
    lit = asked.nw.lit
    granted, told = asked.truth("granted")
    known, short = told, told & ~granted
    if criterion.demand is not None:
        demanded = asked.number(criterion.demand.name)
        known, short = known & demanded.known, short | (demanded.known & (demanded.value > 0))
    found = asked.unless_missing(known, asked.found(lit(FULFILLED)))
    return Found(
        asked.choose(short, lit(SHORT), found.outcome), asked.choose(short, lit(0), found.problem), lit(0)
    )


def _all_of(criterion: AllOf, asked: _Asked, readings: frozenset[Reading]) -> Found:
    lit = asked.nw.lit
    parts = [_found(part, asked, readings) for part in criterion.parts]
    outcome: Any = lit(FULFILLED)
    for rank in (OPEN, LACKING, SHORT):  # the worst is laid on last
        for part in parts:
            outcome = asked.choose(part.outcome == rank, lit(rank), outcome)
    problem: Any = lit(0)
    refused: Any = lit(0)
    for part in reversed(parts):
        problem = asked.choose(part.outcome == LACKING, part.problem, problem)
        refused = asked.choose(part.refused != 0, part.refused, refused)
    return Found(outcome, asked.choose(outcome == LACKING, problem, lit(0)), refused)


def _found(criterion: Criterion, asked: _Asked, readings: frozenset[Reading]) -> Found:
    return _FINDERS[type(criterion)](criterion, asked, readings)


_FINDERS: dict[type[Criterion], Callable[[Any, _Asked, frozenset[Reading]], Found]] = {
    AllOf: _all_of,
    Ceiling: _ceiling,
    Coverage: _coverage,
    Entitlement: _entitlement,
    ExactCount: _exact_count,
    Exemption: _none_of("demanded"),
    Floor: _floor,
    FullRate: _full_rate,
    Prohibition: _none_of("incidents"),
    RatioFloor: _ratio_floor,
    Trend: _trend,
}
