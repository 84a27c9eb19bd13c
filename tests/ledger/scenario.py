"""A year in the life of the plan, made up: monthly returns of 17 units, August to December 2021.

``python -m tests.ledger.scenario`` writes it to ``docs/examples``. Nothing in it happened.

In it: a figure with a digit too many and its correction; two people who disagree, and who decides; a
target reached after its day; a case that ran over and was closed late; a contract signed late with a
reason; a unit that sent nothing for two months; a task that passed to another unit; a return by a unit
that does not carry the task; some tasks never done; and the final report in January.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from tests.evaluation.facts_for import AFTER, EARLY, Course, course_facts
from wushan_plan import PLAN, Interval, Status
from wushan_plan.ledger import (
    CaseReport,
    Comment,
    Completion,
    Correction,
    DeviationReason,
    Entry,
    Ledger,
    ProgressReport,
    Reassignment,
    Tally,
    TaskState,
    write_lines,
)
from wushan_plan.ledger.ledger import LedgerState
from wushan_plan.model.criteria import MeanTimeLimit, Milestone, Promptness, TimeLimit

FILE = Path(__file__).parents[2] / "docs" / "examples" / "ledger-2021-synthetic.jsonl"
RETURNS = (
    date(2021, 8, 31),
    date(2021, 9, 30),
    date(2021, 10, 29),
    date(2021, 11, 30),
    date(2021, 12, 31),
)
"""The last working day of each month, when the units report."""
FINAL = date(2022, 1, 14)
"""The day of the final report."""
SILENT = "financial-affairs"
"""Sends nothing in September and October, and catches up in November."""
NEVER_DONE = {"m12.2", "m33.1", "m44.1", "m44.6"}
LATE = {"m45.3": date(2022, 1, 7), "m18.2": date(2022, 1, 11)}
_SPREAD = (0, 1, 2, 2, 3, 1, 4, 3, 2, 4)
"""In which return a task is first reported as done, by its number in the plan."""
_ITEMS = (28, 41, 58, 69, 74)
_HAND_MADE = {
    "cross-province-services",
    "sichuan-chongqing-services",
    "harmonious-enterprises",
    "labour-coordinators",
    "water-connection",
    "procurement-contract",
    "external-works-cost",
}


def cited(commitment: str, unit: str, at: date, author: str = "填报人") -> dict[str, Any]:
    """What every entry says."""
    return {"commitment": commitment, "unit": unit, "author": author, "at": at}


@cache
def entries() -> tuple[Entry, ...]:
    """Every entry of the year, in order."""
    found = [
        *_returns(),
        *_cross_province(),
        *_reached_late(),
        *_named(),
        *_water(),
        *_contract(),
        *_others(),
    ]
    return tuple(sorted(found, key=lambda one: one.order))


@cache
def ledger() -> Ledger:
    """The ledger of the year."""
    return Ledger.from_plan(PLAN, entries())


def _returns() -> Iterator[Entry]:
    for number, state in enumerate(_tasks().tasks):
        name = state.commitment.number
        if state.commitment.id in _HAND_MADE:
            continue
        unit = state.holders[number % len(state.holders)]
        turn = _SPREAD[number % len(_SPREAD)]
        if unit == SILENT and turn in (1, 2):
            turn = 3
        if isinstance(state.commitment.criterion, (TimeLimit, Promptness, MeanTimeLimit)):
            yield from _cases(state, unit)
        elif name in NEVER_DONE:
            for day in RETURNS:
                yield from _open(state, unit, day)
        elif name in LATE:
            for day in RETURNS:
                yield from _open(state, unit, day)
            yield _done(state, unit, LATE[name], number)
        else:
            if turn and not state.unit:
                yield from _open(state, unit, RETURNS[0])
            yield _done(state, unit, RETURNS[turn], number)
            if turn < 4 and not isinstance(state.commitment.criterion, Milestone):
                yield _done(state, unit, RETURNS[4], number)


def _tasks() -> LedgerState:
    return Ledger.from_plan(PLAN).as_of(RETURNS[0])


def _open(state: TaskState, unit: str, at: date) -> Iterator[Entry]:
    """Not done yet; of what is never half done there is nothing to report."""
    commitment = state.commitment
    if Status.PENDING in commitment.possible_statuses:
        facts = course_facts(commitment, Course.RUNNING)
        known = {name: value for name, value in facts.items() if value is not None}
        if "start" in known:  # one case that is open says nothing of the others
            return
        yield ProgressReport(**cited(commitment.id, unit, at), facts=known)


def _done(state: TaskState, unit: str, at: date, number: int) -> Entry:
    facts = _facts(state, at.replace(day=min(at.day, 8 + number % 12)))
    if isinstance(state.commitment.criterion, Milestone):
        day, _ = facts.pop("done_on"), facts.pop("evidence")
        reference = f"示例〔{at.year}〕{number + 1}号"
        return Completion(
            **cited(state.commitment.id, unit, at), done_on=day, evidence=reference, facts=facts
        )
    return ProgressReport(**cited(state.commitment.id, unit, at), facts=facts)


def _facts(state: TaskState, day: date) -> dict[str, Any]:
    """Facts of what went well, as they stood on a day."""
    moved = {EARLY: day, AFTER: PLAN.period.last}

    def dated(value: Any) -> Any:
        return [dated(one) for one in value] if isinstance(value, list) else moved.get(value, value)

    facts = course_facts(state.commitment, Course.WELL)
    return {name: dated(value) for name, value in facts.items() if value is not None}


def _month(turn: int) -> Interval:
    first = date(2021, 8 + turn, 1)
    return Interval(first, min(RETURNS[turn], PLAN.period.last))


def _cases(state: TaskState, unit: str) -> Iterator[Entry]:
    """A table of cases for each month, all of them in time."""
    for turn, day in enumerate(RETURNS):
        at = RETURNS[3] if unit == SILENT and turn in (1, 2) else day
        number = 6 + (len(state.commitment.id) + 3 * turn) % 9
        tally = Tally(counts={Status.MET: number}, completed=number, total_elapsed=2 * number, unit="working")
        yield CaseReport(
            **cited(state.commitment.id, unit, at), tally=tally, source="办件台账", period=_month(turn)
        )


def _cross_province() -> Iterator[Entry]:
    """A digit too many in September and its correction; two answers in October and the decision."""
    name, unit = "cross-province-services", "government-services-office"
    for turn, items in enumerate(_ITEMS):
        if turn == 1:
            wrong = ProgressReport(**cited(name, unit, RETURNS[1]), facts={"items": 401})
            yield wrong
            yield Correction(
                **cited(name, unit, date(2021, 10, 9)),
                corrects=wrong.id,
                reason="多录一位数字",
                facts={"items": items},
            )
        elif turn == 2:
            mine = ProgressReport(**cited(name, unit, RETURNS[2]), facts={"items": items})
            other = "government-services-centre"
            theirs = ProgressReport(**cited(name, other, RETURNS[2], "窗口科"), facts={"items": 66})
            yield mine
            yield theirs
            yield ProgressReport(
                **cited(name, unit, date(2021, 11, 5), "督查组"),
                stood_on=RETURNS[2],
                facts={"items": items},
                settles=(mine.id, theirs.id),
                note="窗口科把办理中的事项也算在内",
            )
        else:
            reached = {"reached_on": date(2021, 12, 24)} if turn == 4 else {}
            yield ProgressReport(**cited(name, unit, RETURNS[turn]), facts={"items": items, **reached})


def _reached_late() -> Iterator[Entry]:
    """The target of 31 October is reached on 12 November."""
    name, unit = "sichuan-chongqing-services", "government-services-centre"
    universe = [f"第{number}项" for number in range(1, 9)]
    for day, covered in zip(RETURNS, (2, 5, 6, 8, 8), strict=True):
        reached = {"reached_on": date(2021, 11, 12)} if covered == 8 else {}
        facts = {"universe": universe, "covered": universe[:covered], **reached}
        yield ProgressReport(**cited(name, unit, day), facts=facts)


def _named() -> Iterator[Entry]:
    """Enterprises and coordinators come by name; one name comes twice and counts once."""
    unit = "human-resources"
    for day, names in ((RETURNS[1], ["示例企业甲"]), (RETURNS[3], ["示例企业甲", "示例企业乙"])):
        yield ProgressReport(**cited("harmonious-enterprises", unit, day), adds={"enterprises": names})
    for day, names in ((RETURNS[2], ["示例协调员甲"]), (RETURNS[4], ["示例协调员乙"])):
        yield ProgressReport(**cited("labour-coordinators", unit, day), adds={"coordinators": names})


def _water() -> Iterator[Entry]:
    """One case ran over in October and was closed in November; one hangs on the reading."""
    name, unit = "water-connection", "dingcheng-water"
    for turn, day in enumerate(RETURNS):
        late, open_late = (1 if turn == 2 else 0), (1 if turn == 2 else 0)
        tally = Tally(
            counts={Status.MET: 9 + turn, Status.NOT_MET: late},
            breaches=late,
            reading_dependent=1 if turn == 1 else 0,
            completed=9 + turn + late - open_late,
            total_elapsed=3 * (9 + turn),
            open_late=open_late,
            unit="working",
        )
        yield CaseReport(**cited(name, unit, day), tally=tally, source="通水台账", period=_month(turn))
    closed = Tally(
        counts={Status.MET: 11, Status.NOT_MET: 1},
        breaches=1,
        completed=12,
        total_elapsed=41,
        unit="working",
    )
    yield CaseReport(
        **cited(name, unit, date(2021, 11, 16)), tally=closed, source="通水台账", period=_month(2)
    )


def _contract() -> Iterator[Entry]:
    """A contract is signed late; the text allows it with a reason, and the reason is recorded."""
    name, unit = "procurement-contract", "finance"
    facts = {"start": date(2021, 9, 8), "end": date(2021, 10, 20)}
    yield ProgressReport(**cited(name, unit, RETURNS[2]), facts=facts)
    yield DeviationReason(
        **cited(name, unit, date(2021, 11, 8)), reason="中标供应商所在地因疫情管控，无法按期签约"
    )


def _others() -> Iterator[Entry]:
    """Two utilities disagree until December; a task passes on; a unit reports what it does not carry."""
    name = "external-works-cost"
    first = ProgressReport(
        **cited(name, "sanxiafeng-gas", RETURNS[2]), facts={"in_planned_land": True, "cost": 0}
    )
    second = ProgressReport(
        **cited(name, "state-grid", RETURNS[2], "客服中心"), facts={"in_planned_land": True, "cost": 1200}
    )
    yield first
    yield second
    yield ProgressReport(
        **cited(name, "urban-management", date(2021, 12, 10), "督查组"),
        facts={"in_planned_land": True, "cost": 0},
        settles=(first.id, second.id),
        note="1200元属红线以内的费用，且已退还",
    )
    yield Reassignment(
        **cited("m12.3", "finance", date(2021, 10, 12), "领导小组办公室"),
        to="tendering",
        reason="职责调整",
    )
    yield Comment(**cited("m12.3", "tendering", date(2021, 10, 13)), text="已接收")
    yield ProgressReport(**cited("m44.1", "taxation", RETURNS[3]), facts={"done": False}, note="误报")


def write(path: Path = FILE) -> int:
    """Writes the example; returns how many entries it has."""
    return write_lines(entries(), path)


if __name__ == "__main__":
    write()
