"""Peak memory above the output, each call in a fresh process: ``python -m benchmarks.memory CALL ROWS``."""

from __future__ import annotations

import subprocess
import sys
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.calendars import FIRST
from benchmarks.contest import Result
from wushan_plan import CHINA

_MIB = 1 << 20
_ASKED_MIB = 4
_CALLS: dict[str, Callable[[Any, Any], Any]] = {
    "count": CHINA.workdays_between,
    "met or not": lambda starts, ends: CHINA.within_workdays(starts, ends, 9),
    "n-th working day": lambda starts, ends: CHINA.nth_workday_after(starts, 9),
}


def results(rows: int) -> list[Result]:
    """Each call, by the allocations Python is told of and by the pages the system gave."""
    found = []
    for name in _CALLS:
        program = [sys.executable, "-m", "benchmarks.memory", name, str(rows)]
        output = subprocess.run(
            program, check=True, capture_output=True, text=True, cwd=Path(__file__).parent.parent
        )
        for how, extra in zip(("allocated", "resident"), output.stdout.split(), strict=False):
            mib = max(0.0, float(extra))
            found.append(
                Result(
                    f"{name}, {rows:.0e} rows".replace("e+0", "e"),
                    f"peak above the output, {how}",
                    f"{mib:.2f} MiB",
                    f"≤ {_ASKED_MIB} MiB",
                    mib <= _ASKED_MIB,
                )
            )
    return found


def _allocated(call: Callable[[], Any]) -> float:
    tracemalloc.start()
    output = call().nbytes
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return float(peak - output) / _MIB


def _resident(call: Callable[[], Any]) -> float:
    """Growth of the peak resident size above the output, where the system can tell (Linux)."""

    def kib(field: str) -> int:
        lines = Path("/proc/self/status").read_text().splitlines()
        return int(next(line for line in lines if line.startswith(field)).split()[1])

    Path("/proc/self/clear_refs").write_text("5")  # the peak starts over from what is resident now
    before = kib("VmRSS")
    output = call().nbytes
    return (kib("VmHWM") - before) * 1024 / _MIB - float(output) / _MIB


def main(name: str, rows: int) -> None:
    starts = np.datetime64(FIRST) + np.arange(rows) % 8000
    ends = starts + 14
    count = _CALLS[name]
    count(starts[:100_000], ends[:100_000])  # builds the tables, which stay
    # First the pages: later ones may be handed out again.
    try:
        resident = _resident(lambda: count(starts, ends))
    except OSError:
        print(_allocated(lambda: count(starts, ends)))
    else:
        print(_allocated(lambda: count(starts, ends)), resident)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
