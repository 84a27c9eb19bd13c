"""``python -m benchmarks.ledger``: a large ledger, opened, read and judged, beside plain SQL.

Plain SQL on the same file is the yardstick: what it costs to read every row, and to group them, without
building one value or judging one commitment. The sizes show whether cost grows in proportion.
Times are processor time, lest other programs on the machine be timed as well.
"""

from __future__ import annotations

import argparse
import datetime as dt
import gc
import random
import resource
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from wushan_plan import PLAN
from wushan_plan.ledger import Completion, Entry, Ledger, ProgressReport, Task
from wushan_plan.ledger.storage import LedgerStore
from wushan_plan.model.facts import FactKind

_FIRST = dt.datetime(2021, 8, 2, 9, tzinfo=dt.timezone(dt.timedelta(hours=8)))
_DAY = dt.date(2022, 1, 20)
_BATCH = 20_000
_VALUES: dict[FactKind, Callable[[random.Random], object]] = {
    FactKind.COUNT: lambda chance: chance.randint(0, 90),
    FactKind.AMOUNT: lambda chance: chance.randint(0, 90),
    FactKind.QUANTITY: lambda chance: chance.randint(-9, 90),
    FactKind.TRUTH: lambda chance: chance.random() < 0.5,
    FactKind.TEXT: lambda chance: f"巫山府办〔2021〕{chance.randint(1, 200)}号",
}


def entries(tasks: tuple[Task, ...], count: int, chance: random.Random) -> Iterator[Entry]:
    """Reports as seventeen units would hand them in, from August to December, in no order."""
    span = 150 * 86_400
    for number in range(count):
        task = chance.choice(tasks)
        at = _FIRST + dt.timedelta(seconds=chance.randrange(span), microseconds=number % 1_000_000)
        cited = {"commitment": task.commitment.id, "unit": task.unit.id, "author": f"经办人{number % 40}"}
        facts = {fact.name: _VALUES[fact.kind](chance) for fact in task.facts if fact.kind in _VALUES}
        if facts and chance.random() < 0.95:
            yield ProgressReport(**cited, at=at, facts=facts)
        else:
            yield Completion(**cited, at=at, done_on=at.date(), evidence="会议纪要")


def timed(work: Callable[[], object]) -> tuple[float, object]:
    gc.collect()
    begin = time.process_time()
    result = work()
    return time.process_time() - begin, result


def measure(count: int, folder: Path) -> dict[str, float]:
    """Seconds of processor time each piece of work takes with that many entries."""
    path = folder / f"{count}.db"
    tasks = Ledger.from_plan(PLAN).tasks
    times: dict[str, float] = {}
    source = entries(tasks, count, random.Random(2021))
    with LedgerStore.create(path, PLAN) as store:
        begin = time.process_time()
        for _ in range(0, count, _BATCH):
            store.append([one for one, _ in zip(source, range(_BATCH), strict=False)])
        times["append, in batches"] = time.process_time() - begin

    connection = sqlite3.connect(path)
    times["plain SQL: read every row"], _ = timed(
        lambda: sum(1 for _ in connection.execute("SELECT * FROM ledger_entries"))
    )
    times["plain SQL: latest entry of each unit and commitment"], _ = timed(
        lambda: connection.execute(
            "SELECT unit, commitment, count(*), max(instant) FROM ledger_entries GROUP BY 1, 2"
        ).fetchall()
    )
    connection.close()

    times["open without verifying"], store = timed(lambda: LedgerStore.open(path, PLAN, verify=False))
    store.close()
    times["open, chain verified"], opened = timed(lambda: LedgerStore.open(path, PLAN))
    with opened:
        times["read into a ledger"], ledger = timed(opened.ledger)
        state = ledger.as_of(_DAY)
        times["state of every task"], _ = timed(lambda: state.tasks)
        times["overview of every unit, and changes in a month"], _ = timed(
            lambda: (
                [state.unit(unit.id).colours for unit in ledger.units],
                state.changes_since(ledger.as_of(dt.date(2021, 12, 20))),
            )
        )
        times["read and judge one commitment"], _ = timed(
            lambda: opened.ledger(commitments=["water-connection"]).as_of(_DAY).task("water-connection")
        )
    return times


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.ledger", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[100_000, 1_000_000])
    options = parser.parse_args()
    results: dict[int, dict[str, float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for size in sorted(options.sizes):
            print(f"{size:,} entries …", file=sys.stderr)
            results[size] = measure(size, Path(folder))
    sizes = list(results)
    print(f"{'seconds':50}" + "".join(f"{size:>14,}" for size in sizes) + f"{'growth':>10}")
    for work in results[sizes[0]]:
        row = [results[size][work] for size in sizes]
        # 1.0 is exactly in proportion to the number of entries.
        growth = (row[-1] / row[0]) / (sizes[-1] / sizes[0]) if len(row) > 1 else 1.0
        print(f"{work:50}" + "".join(f"{one:14.3f}" for one in row) + f"{growth:10.2f}")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"largest amount of memory: {peak:,.0f} MiB")


if __name__ == "__main__":
    main()
