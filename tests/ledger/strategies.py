"""Entries on a few commitments of different kinds, correcting, settling and contradicting each other."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from typing import Any

from hypothesis import strategies as st

from wushan_plan import PLAN, Interval, Status
from wushan_plan.ledger import (
    CaseReport,
    Comment,
    Completion,
    Correction,
    DeviationReason,
    Entry,
    Evidence,
    Ledger,
    ProgressReport,
    Reassignment,
    Tally,
)

FIRST, LAST = date(2021, 8, 1), date(2022, 1, 31)
EMPTY = Ledger.from_plan(PLAN)

ITEMS = "cross-province-services"
RATE = "complaint-handling-rate"
CASES = "water-connection"
MILESTONE = "m01.2"
EACH = "s1.3"
CONTRACT = "procurement-contract"

_UNITS = {
    name: [task.unit.id for task in EMPTY.tasks if task.commitment.id == name]
    for name in (ITEMS, RATE, CASES, MILESTONE, EACH, CONTRACT)
}
_NAMES = ("甲项", "乙项", "丙项", "丁项")

days = st.dates(FIRST, LAST)
moments = days | st.builds(
    lambda day, minutes, hours: (
        datetime(day.year, day.month, day.day, tzinfo=timezone(timedelta(hours=hours)))
        + timedelta(minutes=minutes)
    ),
    days,
    st.integers(0, 1439),
    st.sampled_from((0, 8, -7)),
)
authors = st.sampled_from(("张", "王", "李"))
counts = st.integers(0, 90)
truths = st.booleans()
months = st.integers(8, 12).map(
    lambda month: (
        Interval(date(2021, month, 1), date(2021, month + 1, 1) - timedelta(1))
        if month < 12
        else Interval(date(2021, 12, 1), date(2021, 12, 31))
    )
)
tallies = st.builds(
    lambda met, late, open_late, days: Tally(
        counts={Status.MET: met, Status.NOT_MET: late + open_late},
        completed=met + late,
        total_elapsed=days if met + late else 0,
        open_late=open_late,
        unit="working" if met + late else "",
    ),
    st.integers(0, 9),
    st.integers(0, 2),
    st.integers(0, 2),
    st.integers(0, 90),
)

_FACTS: dict[str, dict[str, st.SearchStrategy[Any]]] = {
    ITEMS: {"items": counts, "reached_on": days | st.none()},
    RATE: {"complaints_handled": counts, "complaints_received": counts},
    CASES: {"start": days, "end": days},
    MILESTONE: {"done": truths, "done_on": days, "evidence": st.sampled_from(("文件1", "文件2"))},
    EACH: {"done": truths, "done_on": days, "evidence": st.sampled_from(("文件1", "文件2"))},
    CONTRACT: {"start": days, "end": days | st.none()},
}


def _facts(commitment: str) -> st.SearchStrategy[dict[str, Any]]:
    known = _FACTS[commitment]
    return st.sets(st.sampled_from(sorted(known)), min_size=1).flatmap(
        lambda names: st.fixed_dictionaries({name: known[name] for name in sorted(names)})
    )


@st.composite
def entries(draw: st.DrawFn, before: tuple[Entry, ...] = ()) -> Entry:
    """One entry, which may correct or settle some of those before it."""
    commitment = draw(st.sampled_from(sorted(_FACTS)))
    cited: dict[str, Any] = {
        "commitment": commitment,
        "unit": draw(st.sampled_from(_UNITS[commitment])),
        "author": draw(authors),
        "at": draw(moments),
    }
    day = Comment(**cited, text="日").day
    past = st.dates(FIRST - timedelta(30), day)
    kinds: list[Callable[[], Entry]] = [
        lambda: ProgressReport(**cited, facts=draw(_facts(commitment)), stood_on=draw(st.none() | past)),
        lambda: Evidence(**cited, reference=draw(st.sampled_from(("会议纪要", "通知")))),
        lambda: Completion(**cited, done_on=draw(past), evidence=draw(st.sampled_from(("", "纪要")))),
        lambda: CaseReport(**cited, tally=draw(tallies), source=draw(st.sampled_from(("甲表", "乙表")))),
        lambda: DeviationReason(**cited, reason=draw(st.sampled_from(("供应商原因", "不可抗力")))),
        lambda: Reassignment(
            **cited, to=draw(st.sampled_from(("finance", "leading-group"))), reason="分工调整"
        ),
        lambda: Comment(**cited, text="已阅"),
    ]
    if commitment == ITEMS:
        kinds.append(
            lambda: ProgressReport(
                **cited, adds={"items": draw(st.sets(st.sampled_from(_NAMES), min_size=1))}
            )
        )
    if commitment == RATE:
        period = draw(months)
        if period.last <= day:
            kinds.append(lambda: ProgressReport(**cited, facts=draw(_facts(commitment)), period=period))
    if before:
        target = draw(st.sampled_from(before))
        names = _FACTS[target.commitment]
        there = {**cited, "commitment": target.commitment, "unit": target.unit}
        kinds += [
            lambda: Correction(
                **there,
                corrects=target.id,
                reason="填错",
                facts={
                    name: draw(st.none() | names[name])
                    for name in draw(st.sets(st.sampled_from(sorted(names)), max_size=2))
                },
                withdraws=draw(truths),
            ),
            lambda: ProgressReport(
                **there, facts=draw(_facts(target.commitment)), settles=draw(st.just((target.id,)))
            ),
        ]
    return draw(st.sampled_from(kinds))()


@st.composite
def histories(draw: st.DrawFn, most: int = 12) -> tuple[Entry, ...]:
    """What was written in a ledger, in the order it was drawn."""
    written: tuple[Entry, ...] = ()
    for _ in range(draw(st.integers(0, most))):
        written = (*written, draw(entries(written)))
    return written
