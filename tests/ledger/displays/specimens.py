"""An invented ledger on the invented second plan, filled so that its pages show what they can (展示样张).

The ledger stands on a day in October 2022. In it: tasks of every colour, a report too old, a target
reached after its day, a reason that excuses nothing, figures and tables in conflict, an entry of a unit
that does not carry the task, a correction of what is another unit's, a task that passed to another unit,
and entries of every kind.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import Any

import attrs

from tests.ledger.displays.outline import outline
from tests.plans.registered import second_document
from wushan_plan import Citation, Commitment, Interval, Modality, Plan, Status, introduced
from wushan_plan.ledger import (
    CaseReport,
    Comment,
    Completion,
    Correction,
    DeviationReason,
    Evidence,
    Ledger,
    ProgressReport,
    Reassignment,
    Tally,
)
from wushan_plan.ledger.display import page_of
from wushan_plan.ledger.ledger import LedgerState
from wushan_plan.model.criteria import Milestone
from wushan_plan.model.plan import Safeguard
from wushan_plan.model.verdict import Lang

LANGUAGES: tuple[Lang, ...] = ("zh", "en")
HERE = Path(__file__).parent
DAY = date(2022, 10, 12)
CIVIL, TRANSPORT, BUSES, LIBRARY = (
    "invented-civil-affairs",
    "invented-transport",
    "invented-bus-company",
    "invented-library",
)


def displays() -> dict[Path, Callable[[], str]]:
    """What makes the text of each display, by its file."""
    return {
        HERE / f"{name.replace(' ', '-')}.{lang}.txt": partial(written, name, lang)
        for name in SPECIMENS
        for lang in LANGUAGES
    }


def written(name: str, lang: Lang) -> str:
    """What is shown of a specimen: first as plain text, then as the outline of its page."""
    noun = SPECIMENS[name]()
    return f"{noun.display(lang).text}\n\n{outline(page_of(noun, lang))}"


@cache
def plan() -> Plan:
    """The second plan, and a second safeguard that names no unit: it is the leading group's."""
    document = second_document()
    second = Safeguard(
        number=2,
        title="定期通报",
        title_en="Report regularly",
        commitments=(
            Commitment(
                id="s2.1",
                number="s2.1",
                citation=Citation(None, 1, safeguard=2),
                modality=Modality.DO,
                criterion=Milestone("通报制度", "regular reports", date(2022, 10, 20)),
                summary="10月20日前建立通报制度。",
                summary_en="Reports are made regularly from 20 October.",
            ),
        ),
    )
    return introduced(attrs.evolve(document, safeguards=(*document.safeguards, second)))


def cited(commitment: str, unit: str, month: int, day: int, author: str = "王") -> dict[str, Any]:
    """What every entry says."""
    return {"commitment": commitment, "unit": unit, "author": author, "at": date(2022, month, day)}


@cache
def book() -> Ledger:
    """The ledger."""
    return Ledger.from_plan(
        plan(),
        (*_allowances(), *_relief(), *_buses(), *_shelters(), *_library(), *_safeguards()),
    )


@cache
def state() -> LedgerState:
    """The ledger on the day."""
    return book().as_of(DAY)


def _allowances() -> list[Any]:
    """One case ran over and is still open; another hangs on the reading."""
    tally = Tally(
        counts={Status.MET: 10, Status.NOT_MET: 2},
        breaches=2,
        reading_dependent=1,
        completed=11,
        total_elapsed=180,
        open_late=1,
        unit="calendar",
    )
    return [CaseReport(**cited("old-age-allowance", CIVIL, 10, 8), tally=tally, source="补贴台账")]


def _relief() -> list[Any]:
    """Two tables, each said twice: the months of one overlap, the figures of the other differ."""
    few, many = (Tally(counts={Status.MET: number}, completed=number, total_elapsed=20) for number in (4, 6))
    spring = Interval(date(2022, 4, 1), date(2022, 6, 30))
    summer = Interval(date(2022, 6, 1), date(2022, 8, 31))
    by_hand, by_computer = "手工台账", "系统导出"
    return [
        CaseReport(**cited("relief-mean", CIVIL, 9, 1), tally=few, source=by_hand, period=spring),
        CaseReport(**cited("relief-mean", CIVIL, 9, 2), tally=many, source=by_hand, period=summer),
        CaseReport(**cited("relief-mean", CIVIL, 9, 5), tally=few, source=by_computer),
        CaseReport(**cited("relief-mean", CIVIL, 9, 5, "李"), tally=many, source=by_computer),
    ]


def _buses() -> list[Any]:
    """Twelve lines run eight days late; the library reports what it does not carry. Inspections go on."""
    reached = {"lines": 12, "reached_on": date(2022, 10, 8)}
    return [
        ProgressReport(**cited("village-bus-lines", TRANSPORT, 6, 30), facts={"lines": 7}),
        ProgressReport(**cited("village-bus-lines", BUSES, 10, 9), facts=reached, note="晚了8天"),
        ProgressReport(**cited("village-bus-lines", LIBRARY, 9, 29), facts={"lines": 1}),
        ProgressReport(
            **cited("bus-inspections", BUSES, 6, 30),
            facts={"events": [date(2022, 3, 10), date(2022, 6, 10)]},
        ),
    ]


def _shelters() -> list[Any]:
    """Two count differently, and then the task passes to the library."""
    return [
        ProgressReport(**cited("village-shelters", TRANSPORT, 9, 30), facts={"universe": 30, "covered": 20}),
        ProgressReport(
            **cited("village-shelters", BUSES, 9, 30, "李"), facts={"universe": 30, "covered": 25}
        ),
        Reassignment(**cited("village-shelters", TRANSPORT, 10, 11), to=LIBRARY, reason="职责调整"),
    ]


def _library() -> list[Any]:
    """Every service is open; readers are not satisfied, and the reason given excuses nothing."""
    services = ["自助借还", "有声阅览", "送书下乡"]
    return [
        ProgressReport(**cited("library-services", LIBRARY, 9, 20), facts={"done": services}),
        ProgressReport(**cited("reader-satisfaction", LIBRARY, 9, 28), facts={"satisfied": 85, "asked": 100}),
        DeviationReason(**cited("reader-satisfaction", LIBRARY, 10, 10), reason="馆舍维修"),
        Comment(**cited("reader-satisfaction", LIBRARY, 10, 10, "督查组"), text="请说明整改措施"),
    ]


def _safeguards() -> list[Any]:
    """One unit is done, one is not, of one two tell two things; a correction is on another unit's entry."""
    done = Completion(
        **cited("s1.1", CIVIL, 10, 6), done_on=date(2022, 9, 28), evidence="虚构民政〔2022〕3号"
    )
    return [
        done,
        Evidence(**cited("s1.1", CIVIL, 10, 7), reference="台账.xlsx", note="扫描件"),
        ProgressReport(**cited("s1.1", BUSES, 9, 27), facts={"done": False}),
        ProgressReport(**cited("s1.1", TRANSPORT, 9, 27), facts={"done": False}),
        ProgressReport(**cited("s1.1", TRANSPORT, 9, 27, "李"), facts={"done": True}),
        Correction(**cited("s1.1", LIBRARY, 10, 11), corrects=done.id, reason="填错单位", withdraws=True),
    ]


SPECIMENS: Mapping[str, Callable[[], Any]] = {
    "ledger": book,
    "ledger without entries": lambda: Ledger.from_plan(plan()),
    "state": state,
    "state without entries": lambda: Ledger.from_plan(plan()).as_of(DAY),
    "plan": lambda: state().whole,
    "unit": lambda: state().unit(BUSES),
    "section": lambda: state().section("1.1"),
    "task by cases": lambda: state().task("old-age-allowance"),
    "task in conflict": lambda: state().task("relief-mean"),
    "task made good": lambda: state().task("village-bus-lines"),
    "task passed on": lambda: state().task("village-shelters"),
    "task stale": lambda: state().task("bus-inspections"),
    "task excused in vain": lambda: state().task("reader-satisfaction"),
    "task of the leading group": lambda: state().task("s2.1"),
    "task of a unit": lambda: state().task("s1.1", CIVIL),
    "commitment of one task": lambda: state().commitment("library-services"),
    "commitment of one task with a problem": lambda: state().commitment("village-bus-lines"),
    "commitment of each unit": lambda: state().commitment("s1.1"),
}
"""What is shown, by the name of its file."""
