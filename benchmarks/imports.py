"""Import times, each in a fresh interpreter, and what an import leaves alone."""

from __future__ import annotations

import random
import subprocess
import sys

from benchmarks.contest import Asked, Bound, Race, Result, Task, at_most, run

_OURS = ("import wushan_plan", "from wushan_plan import CHINA", "from wushan_plan import PLAN, CHINA")
_YARDSTICKS = ("import chinese_calendar", "import attrs, chinese_calendar, dateutil")
_ASKED: dict[tuple[str, str], Asked] = {
    ("import wushan_plan", _YARDSTICKS[0]): at_most(1.5),
    ("import wushan_plan", _YARDSTICKS[1]): at_most(2),
}
_HEAVY = ("numpy", "pandas", "polars", "openpyxl")


def results(rounds: int, rng: random.Random) -> list[Result]:
    races = [
        Race(work, yardstick, _fresh(work), _fresh(yardstick), Bound.AT_MOST, _ASKED.get((work, yardstick)))
        for work in _OURS
        for yardstick in _YARDSTICKS
    ]
    run(races, 1, rng)  # once for the compiled files and the disk
    return run(races, rounds, rng) + [_left_alone(work) for work in _OURS]


def _fresh(code: str) -> Task:
    """Seconds an import takes, without the start of the interpreter."""
    program = f"import time; begin = time.process_time(); exec({code!r}); print(time.process_time() - begin)"
    return lambda: float(_python(program))


def _left_alone(work: str) -> Result:
    program = f"{work}\nimport sys\nprint(*(name for name in {_HEAVY!r} if name in sys.modules))"
    loaded = _python(program).split()
    heavy = ", ".join(_HEAVY)
    return Result(work, f"of {heavy}", f"{', '.join(loaded) or 'none'} imported", "none", not loaded)


def _python(program: str) -> str:
    return subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True).stdout
