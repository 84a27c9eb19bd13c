"""``python -m tests.mutation [AREA …]``: plants, tries, and compares with the list of known survivors."""

# ruff: noqa: T201 - a command says what it found

from __future__ import annotations

import argparse
import json
import os
import re
import sys
import tomllib
from collections import Counter
from pathlib import Path

import pytest

from tests.mutation.planting import BUILT_FROM, Field
from tests.mutation.trials import SECONDS, Outcome, Trial, Trials

TESTS = Path(__file__).parents[1]
KNOWN = Path(__file__).with_name("survivors.toml")
AREAS = {
    "calendar": ("calendar", "counting"),
    "counting": ("counting", "calendar"),
    "model": ("plan", "evaluation", "explanation", "model"),
    "evaluation": ("evaluation",),
    "ledger": ("ledger", "explanation", "sinks"),
}
"""Where faults are planted, and the tests that answer for each."""


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.mutation", description=__doc__)
    parser.add_argument("area", nargs="*", help=f"of {', '.join(AREAS)}; all of them when none is named")
    parser.add_argument("--only", default="", help="only modules whose name matches this pattern")
    parser.add_argument("--again", type=Path, help="only what survived by the outcomes in this JSON")
    parser.add_argument("--out", type=Path, help="write every outcome as JSON")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--seconds", type=float, default=SECONDS, help="of tests against one fault, at most")
    options = parser.parse_args()
    unknown = set(options.area) - set(AREAS)
    if unknown:
        parser.error(f"unknown area {', '.join(sorted(unknown))}; there are {', '.join(AREAS)}")

    chosen: set[str] | None = None
    if options.again:
        alive = {outcome.value for outcome in _ALIVE}
        earlier = json.loads(options.again.read_text("utf-8"))
        chosen = {one["name"] for one in earlier if one["outcome"] in alive}
    trials: list[Trial] = []
    for area in options.area or AREAS:
        # Every area in a process of its own: pytest is not made to be run twice in one.
        trials += tried(area, options.only, chosen, options.workers, options.seconds)
    known = {one["name"] for one in tomllib.loads(KNOWN.read_text("utf-8")).get("survivor", [])}
    survivors = [trial.mutant.name for trial in trials if trial.outcome in _ALIVE]
    trials = [trial for trial in trials if trial.outcome is not Outcome.NO_FAULT]
    counted = Counter(trial.outcome for trial in trials)
    noticed = counted[Outcome.KILLED] + counted[Outcome.TIMED_OUT]
    for name in survivors:
        if name not in known:
            print(f"survived: {name}")
    if options.out:
        written = [{"name": one.mutant.name, "outcome": one.outcome.value} for one in trials]
        options.out.write_text(json.dumps(written, ensure_ascii=False, indent=1), "utf-8")
    print(f"{noticed} of {len(trials)} faults noticed ({noticed / max(len(trials), 1):.1%}); {dict(counted)}")
    return 0 if set(survivors) <= known else 1


_ALIVE = (Outcome.SURVIVED, Outcome.NOT_REACHED)


def tried(area: str, only: str, chosen: set[str] | None, workers: int, seconds: float) -> list[Trial]:
    paths = sorted((BUILT_FROM / "wushan_plan" / area).rglob("*.py"))
    fields = [field for field in map(Field, paths) if re.search(only, field.module)]
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        trials = Trials(fields, workers, _progress, chosen, seconds)
        folders = [str(TESTS / name) for name in AREAS[area] if (TESTS / name).is_dir()]
        arguments = ["-q", "-p", "no:xdist", "-p", "no:cacheprovider", "-m", "not slow", *folders]
        code = pytest.main(arguments, plugins=[trials])
        with os.fdopen(writer, "w", encoding="utf-8") as file:
            json.dump(
                [[one.mutant.module, one.mutant.number, one.outcome.value] for one in trials.trials], file
            )
        os._exit(int(code not in (0, 5)))
    os.close(writer)
    with os.fdopen(reader, encoding="utf-8") as file:
        outcomes = json.load(file)
    _, status = os.waitpid(child, 0)
    if os.waitstatus_to_exitcode(status):
        raise SystemExit(f"{area}: the tests do not run without a fault")
    mutants = {(one.module, one.number): one for field in fields for one in field.mutants()}
    return [Trial(mutants[module, number], Outcome(value)) for module, number, value in outcomes]


def _progress(trial: Trial, done: int, planned: int) -> None:
    if trial.outcome in _ALIVE or done % 100 == 0:
        print(f"{done}/{planned} {trial.outcome.value}: {trial.mutant.name}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
