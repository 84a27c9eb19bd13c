"""The complete run and its figures, shared among processes (穷举数字)."""

from __future__ import annotations

import datetime as dt
import multiprocessing
import os
import platform
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from typing import Any

import attrs

from tests.exhaustive import limits, oracle, pairs
from tests.exhaustive.pairs import Found
from wushan_plan import PLAN

SHOWN = 20
"""How many mismatches are told in words."""

Task = tuple[str, Any, str]
"""What is counted, where, and for which commitment."""


@attrs.frozen
class Part:
    """What one part of the run came to (核对结果).

    Attributes:
        counts: how many of what were compared.
        mismatches: how many differed.
        examples: some of the mismatches, in words.
        seconds: wall-clock time.
        processor_seconds: time of all processes.
    """

    counts: dict[str, int]
    mismatches: int
    examples: tuple[str, ...]
    seconds: float
    processor_seconds: float


def figures(
    *, processes: int | None = None, told: Callable[[str], None] = lambda line: None
) -> dict[str, Any]:
    """Counts everything a second time and says how much that was and what differed.

    Args:
        processes: how many processes share the work; as many as there are processors by default.
        told: is given a line after each part.
    """
    began = time.monotonic()
    disagreeing = oracle.worked_by_the_notices() ^ {
        day for day, flag in zip(oracle.days(), oracle.worked_list(), strict=True) if flag
    }
    # A child begins anew: what this process has loaded keeps threads that no fork survives.
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(processes or os.cpu_count() or 1, mp_context=spawn) as pool:
        parts: dict[str, Part] = {}
        for name, tasks in _tasks().items():
            parts[name] = _run(pool.map(run, tasks, chunksize=1))
            told(f"{name}: {parts[name]}")
    seconds = time.monotonic() - began
    return {
        "date": dt.datetime.now(dt.UTC).date().isoformat(),
        "python": platform.python_version(),
        "processes": processes or os.cpu_count() or 1,
        "days": len(oracle.days()),
        "days_on_which_the_two_lists_differ": len(disagreeing),
        "limits": [one.id for one in limits.limits()],
        "means": [one.id for one in limits.means()],
        "starts_of_limits": sum(len(limits.starts(month)) for month in limits.months()),
        "parts": {
            name: {
                **part.counts,
                "mismatches": part.mismatches,
                "examples": list(part.examples),
                "seconds": round(part.seconds, 1),
                "processor_seconds": round(part.processor_seconds, 1),
            }
            for name, part in parts.items()
        },
        "mismatches": len(disagreeing) + sum(part.mismatches for part in parts.values()),
        "seconds": round(seconds, 1),
    }


def _tasks() -> dict[str, list[Task]]:
    kinds = ("between_columns", "between_scalars", "steps", "single_days", "deadlines")
    tasks: dict[str, list[Task]] = {
        kind: [(kind, (block.start, block.stop), "") for block in pairs.blocks()] for kind in kinds
    }
    tasks["limits"] = [("limits", month, one.id) for one in limits.limits() for month in limits.months()]
    tasks["means"] = [("means", month, one.id) for one in limits.means() for month in limits.months()]
    return tasks


def run(task: Task) -> tuple[Found, float]:
    """One task, and the processor time it took."""
    began = time.process_time()
    kind, where, name = task
    found: Found
    if kind == "limits":
        found = limits.judged(PLAN.targets[name], where)
    elif kind == "means":
        found = limits.averaged(PLAN.targets[name], where)
    else:
        counted: Callable[[range], Found] = getattr(pairs, kind)
        found = counted(range(*where))
    return found, time.process_time() - began


def _run(results: Iterable[tuple[Found, float]]) -> Part:
    began = time.monotonic()
    found: list[Found] = []
    processor = 0.0
    for result, seconds in results:
        found.append(result)
        processor += seconds
    counts, wrong = pairs.added(found)
    return Part(counts, len(wrong), tuple(wrong[:SHOWN]), time.monotonic() - began, processor)
