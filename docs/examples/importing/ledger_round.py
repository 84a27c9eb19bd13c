"""A ledger: what a unit reported, how its task stands on a day, and the report on all of them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from wushan_plan import PLAN
from wushan_plan.ledger import Ledger, ProgressReport, TaskState
from wushan_plan.ledger.reports import markdown, report
from wushan_plan.ledger.storage import LedgerStore


def reported(day: date, services: int) -> ProgressReport:
    """The lead unit says how many services work across provinces."""
    return ProgressReport(
        commitment="cross-province-services",
        unit="government-services-office",
        author="王科长",
        at=day,
        facts={"items": services},
    )


def state_on(ledger: Ledger, day: date) -> TaskState:
    """How the task stood on that day, whatever was reported later."""
    return ledger.as_of(day).task("cross-province-services")


def keep(where: Path, *entries: ProgressReport) -> int:
    """Stores entries in a file that only grows; gives back how many it holds."""
    with LedgerStore.create(where, PLAN) as store:
        store.append(entries)
        return len(store)


def main() -> None:
    ledger = Ledger.from_plan(PLAN).with_entries([reported(date(2021, 9, 30), 41)])
    state = state_on(ledger, date(2021, 10, 8))
    print(state.status.value, state.colour.value, len(markdown(report(ledger, date(2021, 10, 8)))) > 1000)


if __name__ == "__main__":
    main()
