"""Writers that are killed while they write: run as a program, since it forks and kills.

``python -m tests.ledger.killing WHERE ROUNDS SEED SCRATCH`` opens the ledger at WHERE in eight processes at
a time and kills them with SIGKILL at a random moment. It prints, as JSON, the ids that were acknowledged.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from datetime import date
from pathlib import Path

from wushan_plan import PLAN
from wushan_plan.ledger import ProgressReport
from wushan_plan.ledger.storage import LedgerStore

WRITERS = 8
COMMITMENT = "cross-province-services"
UNIT = "government-services-office"


def entry(author: str, items: int) -> ProgressReport:
    return ProgressReport(
        commitment=COMMITMENT, unit=UNIT, author=author, at=date(2021, 8, 31), facts={"items": items}
    )


def write(where: str, name: str, shared: str, acknowledgements: int) -> None:
    """Appends until killed; writes down each id only once the store has acknowledged it."""
    with LedgerStore.open(where, PLAN, verify=False, timeout=20.0) as store:
        number = 0
        while True:
            number += 1
            # Every other entry is one that all writers of the round append: it must stand there once.
            one = entry(shared, number // 2) if number % 2 == 0 else entry(name, number)
            store.append([one])
            os.write(acknowledgements, one.id.encode() + b"\n")


def killed_round(where: str, number: int, chance: random.Random, scratch: Path) -> None:
    writers: list[int] = []
    for writer in range(WRITERS):
        file = os.open(scratch / f"{number}-{writer}", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        pid = os.fork()
        if pid == 0:
            status = 1
            try:
                write(where, f"{number}-{writer}", f"round {number}", file)
            except BaseException as error:
                os.write(2, f"writer {writer} of round {number}: {error!r}\n".encode())
            finally:
                os._exit(status)
        os.close(file)
        writers.append(pid)
    _wait_for(chance.randint(1, WRITERS), number, scratch)
    time.sleep(chance.uniform(0, 0.03))  # anywhere inside a transaction
    chance.shuffle(writers)
    for pid in writers:
        os.kill(pid, signal.SIGKILL)
        time.sleep(chance.uniform(0, 0.01))
    ends = [os.waitpid(pid, 0)[1] for pid in writers]
    if any(not os.WIFSIGNALED(end) for end in ends):
        raise SystemExit("a writer ended by itself")


def _wait_for(acknowledged: int, number: int, scratch: Path) -> None:
    """Until the writers of the round have had so many acknowledgements between them."""
    line = 33
    for _ in range(6000):
        if sum(path.stat().st_size for path in scratch.glob(f"{number}-*")) >= acknowledged * line:
            return
        time.sleep(0.005)
    raise SystemExit("no writer gets on")


def main(where: str, rounds: str, seed: str, scratch: str) -> None:
    chance = random.Random(int(seed))
    folder = Path(scratch)
    LedgerStore.open(where, PLAN).close()  # so that every writer finds its modules loaded
    for number in range(int(rounds)):
        killed_round(where, number, chance, folder)
    ids = [
        line
        for path in sorted(folder.iterdir())
        for line in path.read_text("ascii").split("\n")[:-1]  # the last may be cut off
    ]
    sys.stdout.write(json.dumps(ids))


if __name__ == "__main__":
    main(*sys.argv[1:])
