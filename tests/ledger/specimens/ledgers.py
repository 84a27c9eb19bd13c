"""The ledgers behind the specimens, made up entry by entry: what a reader of a report can meet."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from tests.ledger.specimens.plan import long_plan, specimen_plan
from wushan_plan import Interval, Plan, Status, WorkingDays
from wushan_plan.ledger import (
    CaseReport,
    Comment,
    Completion,
    DeviationReason,
    Entry,
    Ledger,
    ProgressReport,
    Reassignment,
    Tally,
)
from wushan_plan.ledger.reports import SupervisionReport, report
from wushan_plan.model.verdict import Lang

FIRST, MAIN = date(2022, 9, 26), date(2022, 12, 20)
AHEAD = WorkingDays(8)
"""From MAIN to 30 December; the days off to 2 January come after it."""
CIVIL, TRANSPORT, BUSES, LIBRARY, WINDOWS, ARCHIVE = (
    f"invented-{name}"
    for name in ("civil-affairs", "transport", "bus-company", "library", "windows", "archive")
)


def first_report(lang: Lang = "zh") -> SupervisionReport:
    """The first: nothing to compare with, days off by notice and worked weekends ahead."""
    return report(small_ledger(), FIRST, lang=lang)


def main_report(lang: Lang = "zh") -> SupervisionReport:
    """The one with something under every heading."""
    return report(small_ledger(), MAIN, FIRST, AHEAD, lang)


def small_ledger() -> Ledger:
    """Eighteen tasks; what is said of them is worked out beside each entry."""
    return Ledger.from_plan(specimen_plan(), entries())


def entries() -> Iterator[Entry]:
    yield from _allowances()
    yield from _buses()
    yield from _library()
    yield from _windows()
    yield from _safeguards()
    # After MAIN: two entries left out.
    yield Comment(**cited("s2.1", "leading-group", date(2022, 12, 28)), text="已列入年终督查")
    yield ProgressReport(**cited("village-bus-lines", BUSES, date(2023, 1, 5)), facts={"lines": 14})


def cited(commitment: str, unit: str, at: date, author: str = "填报人") -> dict[str, Any]:
    """What every entry says."""
    return {"commitment": commitment, "unit": unit, "author": author, "at": at}


def _cases(
    commitment: str, unit: str, at: date, source: str, met: int, late: int, /, **more: Any
) -> CaseReport:
    tally = Tally(counts={Status.MET: met, Status.NOT_MET: late}, **more)
    return CaseReport(**cited(commitment, unit, at), tally=tally, source=source)


def _allowances() -> Iterator[Entry]:
    # Red at MAIN: 2 of 42 late, 1 of them still open; 3 hang on the reading.
    yield _cases("old-age-allowance", CIVIL, date(2022, 9, 20), "津贴台账", 12, 0)
    yield _cases(
        "old-age-allowance", CIVIL, date(2022, 12, 16), "津贴台账", 40, 2, open_late=1, reading_dependent=3
    )
    # A case that was kept, to the day: it makes none of those good.
    case = {"start": date(2022, 9, 11), "end": date(2022, 10, 8)}
    yield ProgressReport(**cited("old-age-allowance", CIVIL, date(2022, 12, 16)), facts=case)
    # 29 days on average at FIRST, 23 at MAIN; 25 are allowed.
    for at, met, late, days in ((date(2022, 9, 20), 3, 5, 232), (date(2022, 12, 16), 9, 3, 276)):
        number = met + late
        yield _cases(
            "relief-mean",
            CIVIL,
            at,
            "救助台账",
            met,
            late,
            completed=number,
            total_elapsed=days,
            unit="calendar",
        )


def _buses() -> Iterator[Entry]:
    # Nine of twelve at FIRST, due in four days; reached on 28 October, four weeks late: made good.
    name = "village-bus-lines"
    yield ProgressReport(**cited(name, TRANSPORT, date(2022, 9, 23)), facts={"lines": 9})
    late = {"lines": 13, "reached_on": date(2022, 10, 28)}
    yield ProgressReport(**cited(name, TRANSPORT, date(2022, 10, 31)), facts=late)
    # A unit that does not carry it: the entry does not count.
    yield ProgressReport(**cited(name, LIBRARY, date(2022, 10, 31)), facts={"lines": 12})
    # Two authors disagree about one day.
    villages = [f"{number}村" for number in ("一", "二", "三", "四", "五")]
    for unit, author, covered in ((TRANSPORT, "运输科<甲>", villages[:4]), (BUSES, "站务科|乙&丙", villages)):
        facts = {"universe": villages, "covered": covered}
        yield ProgressReport(**cited("village-shelters", unit, date(2022, 12, 15), author), facts=facts)
    # The four inspections of the year: met.
    held = [date(2022, 4, 8), date(2022, 6, 8), date(2022, 9, 9), date(2022, 12, 9)]
    done = {"events": held, "period": Interval(date(2022, 3, 1), date(2022, 12, 31))}
    yield ProgressReport(**cited("bus-inspections", BUSES, date(2022, 12, 12)), facts=done)


def _library() -> Iterator[Entry]:
    # One service of three, two months old at MAIN: stale, and due soon.
    done = {"done": ["自助借还"]}
    yield ProgressReport(**cited("library-services", LIBRARY, date(2022, 10, 20)), facts=done)
    # June to September is in both figures.
    for at, first, satisfied, asked in ((date(2022, 9, 30), 3, 80, 90), (date(2022, 12, 12), 6, 70, 75)):
        yield ProgressReport(
            **cited("reader-satisfaction", LIBRARY, at),
            period=Interval(date(2022, first, 1), at),
            facts={"satisfied": satisfied, "asked": asked},
        )


def _windows() -> Iterator[Entry]:
    # Due on 15 September and not done: red at FIRST and at MAIN. Of m08.2 nothing was ever reported.
    yield ProgressReport(**cited("m08.1", WINDOWS, date(2022, 9, 20)), facts={"done": False})
    yield ProgressReport(**cited("m08.1", WINDOWS, date(2022, 12, 14)), facts={"done": False})
    # Closed on the Saturday after the last day, with a reason where the text allows one: excused. Five
    # working days were used, so that it is kept by count.
    late = {"start": date(2022, 10, 14), "end": date(2022, 10, 22)}
    yield ProgressReport(**cited("window-cases", WINDOWS, date(2022, 12, 1)), facts=late)
    yield DeviationReason(**cited("window-cases", WINDOWS, date(2022, 12, 2)), reason="系统升级停办三日")
    table = Tally(counts={Status.MET: 5, Status.EXCUSED: 1}, completed=6, reading_dependent=2)
    yield CaseReport(**cited("window-cases", WINDOWS, date(2022, 12, 14)), tally=table, source="窗口台账")
    # Two closed late, none open.
    yield _cases("window-renewals", WINDOWS, date(2022, 12, 14), "换证台账", 7, 2)


def _safeguards() -> Iterator[Entry]:
    yield Completion(
        **cited("s1.1", CIVIL, date(2022, 5, 12)), done_on=date(2022, 5, 10), evidence="虚构民〔2022〕3号"
    )
    yield ProgressReport(**cited("s1.1", BUSES, date(2022, 12, 12)), facts={"done": False})
    yield Completion(
        **cited("s1.1", LIBRARY, date(2022, 12, 6)), done_on=date(2022, 12, 5), evidence="台账照片"
    )
    yield ProgressReport(**cited("s1.1", WINDOWS, date(2022, 9, 20)), facts={"done": False})
    # The archive hands its one task to the transport bureau, which never reports on either.
    yield Reassignment(**cited("s1.1", ARCHIVE, date(2022, 10, 10)), to=TRANSPORT, reason="机构调整")
    # A reason where the text allows none.
    yield DeviationReason(**cited("s2.1", "leading-group", date(2022, 11, 1)), reason="人员调整")


def silent_report(lang: Lang) -> SupervisionReport:
    """Nobody ever reported anything: sixty tasks are missing."""
    return report(Ledger.from_plan(long_plan()), date(2022, 9, 30), lang=lang)


def waiting_report(lang: Lang) -> SupervisionReport:
    """Everything was begun in September and nothing finished: long lists of what is due and stale."""
    plan = long_plan()
    begun = [
        ProgressReport(**cited(f"s{number}.1", unit.id, date(2022, 9, 22)), facts={"done": False})
        for number in range(3, 10)
        for unit in plan.lead_units
    ]
    return report(Ledger.from_plan(plan, begun), MAIN, date(2022, 9, 15), AHEAD, lang)


def ended_report(lang: Lang) -> SupervisionReport:
    """After the end: five safeguards kept; of the others one is red, made good, excused, in dispute."""
    return report(Ledger.from_plan(long_plan(), _ended(long_plan())), date(2023, 1, 10), FIRST, lang=lang)


def _ended(plan: Plan) -> Iterator[Entry]:
    for number in range(3, 10):
        name = f"s{number}.1"
        for unit in plan.lead_units:
            at = date(2022, 11, 1)
            if (name, unit.id) == ("s4.1", CIVIL):
                yield ProgressReport(**cited(name, unit.id, date(2023, 1, 9)), facts={"done": False})
            elif (name, unit.id) == ("s5.1", TRANSPORT):
                yield Completion(
                    **cited(name, unit.id, date(2023, 1, 9)), done_on=date(2023, 1, 6), evidence="验收单"
                )
            elif (name, unit.id) == ("s6.1", BUSES):
                yield Completion(**cited(name, unit.id, at), done_on=at, evidence="验收单")
                yield DeviationReason(**cited(name, unit.id, at), reason="分两批建成")
            elif (name, unit.id) == ("s7.1", LIBRARY):
                for author, done in (("甲", True), ("乙", False)):
                    yield ProgressReport(**cited(name, unit.id, at, author), facts={"done": done})
            elif (name, unit.id) != ("s8.1", ARCHIVE):
                yield Completion(**cited(name, unit.id, at), done_on=at, evidence="验收单")
    yield Reassignment(**cited("s8.1", ARCHIVE, date(2022, 10, 10)), to=LIBRARY, reason="机构调整")
