"""``python -m tests.fuzz N [first]``: N hostile files, in child processes that may not crash.

Each child has two gigabytes of memory and judges some hundred files; a child that dies or stands still, a
file that takes more than ten seconds, and a claim that fails are reported with the number of the file, and
``python -m tests.fuzz 1 NUMBER`` repeats it. The last line is the total; the exit code is 1 when something
was found or a file was not judged. ``python -m tests.fuzz guided FOLDER`` lets atheris look
for new paths instead, where it is installed.
"""

from __future__ import annotations

import collections
import faulthandler
import os
import subprocess
import sys
import tempfile
import time
import traceback
from pathlib import Path

from tests.fuzz.mutations import mutated

BATCH = 500
SLOW = 10.0
STUCK = 60.0
MEMORY = 2 << 30


def main(arguments: list[str]) -> int:
    """Runs what was asked for; 1 when something was found."""
    if arguments[:1] == ["guided"]:
        from tests.fuzz.guided import guided

        guided(Path(arguments[1]), arguments[2:])
        return 0
    if arguments[:1] == ["batch"]:
        return _batch(int(arguments[1]), int(arguments[2]))
    number, first = int(arguments[0]), int(arguments[1]) if len(arguments) > 1 else 0
    totals: collections.Counter[str] = collections.Counter()
    found = 0
    for start in range(first, first + number, BATCH):
        size = min(BATCH, first + number - start)
        child = subprocess.run(
            [sys.executable, "-m", "tests.fuzz", "batch", str(start), str(size)],
            capture_output=True,
            text=True,
            check=False,
        )
        at, ended = "none", False
        for line in child.stdout.splitlines():
            word, _, rest = line.partition(" ")
            if word == "at":
                at = rest
            elif word == "count":
                name, count = rest.split()
                totals[name] += int(count)
            elif word == "end":
                ended = True
            else:
                found += 1
                print(line, flush=True)
        if not ended:  # whatever its code: an interpreter that cannot import exits with 1 as well
            found += 1
            print(
                f"child of {start} ended with {child.returncode} at file {at}: {child.stderr[-2000:]}",
                flush=True,
            )
        if start % (20 * BATCH) == 0:
            print(f"# {start + size - first} files: {dict(totals)}, {found} findings", flush=True)
    print(f"{number} files: {dict(totals)}, {found} findings")
    return 1 if found or totals.total() != number else 0


def _batch(first: int, size: int) -> int:
    from tests.fuzz.claims import holds_for  # not above: atheris must be the first to import the reader

    _limit_memory()
    totals: collections.Counter[str] = collections.Counter()
    found = False
    with tempfile.TemporaryDirectory(dir="/dev/shm" if os.path.isdir("/dev/shm") else None) as folder:
        path = Path(folder) / "cases"
        for number in range(first, first + size):
            print("at", number, flush=True)
            path.write_bytes(mutated(number))
            faulthandler.dump_traceback_later(STUCK, exit=True)
            began = time.monotonic()
            try:
                totals[holds_for(path, mend=number % 5 == 0)] += 1
            except BaseException as error:
                found = True
                last = traceback.extract_tb(error.__traceback__)[-1]
                print(f"file {number}: {error!r:.300} at {last.filename}:{last.lineno}", flush=True)
            if time.monotonic() - began > SLOW:
                found = True
                print(f"file {number}: {time.monotonic() - began:.0f} seconds", flush=True)
    faulthandler.cancel_dump_traceback_later()
    for name, count in totals.items():
        print("count", name, count)
    print("end")
    return 1 if found else 0


def _limit_memory() -> None:
    try:
        import resource
    except ModuleNotFoundError:  # Windows
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
