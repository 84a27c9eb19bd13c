"""``python -m tests.verification FOLDER``: the figures of the page on verification, from ``make verify``.

FOLDER holds what the parts of that run wrote. The page is brought up to date by hand: a test compares it
with ``docs/explanation/verification.json``, and this command says where that file differs from the run.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

KEPT = Path(__file__).parents[1] / "docs" / "explanation" / "verification.json"
NOTICED = {"killed", "timed out"}
RUNS = ("tests", "slow", "lowest")
"""The quick tests, the slow ones, and the quick ones at the lowest versions allowed."""


def figures(folder: Path) -> dict[str, Any]:
    """What was tried and what was found, by kind of check; only what ran."""
    found: dict[str, Any] = {}
    for name in RUNS:
        path = folder / f"{name}.json"
        if path.exists():
            found[name] = json.loads(path.read_text("utf-8"))
    fuzz = folder / "fuzz.txt"
    if fuzz.exists():
        total = re.search(r"^(\d+) files: .* (\d+) findings$", fuzz.read_text("utf-8"), re.MULTILINE)
        assert total is not None, "the run of hostile files has no last line"
        found["fuzz"] = {"date": _day(fuzz), "files": int(total[1]), "findings": int(total[2])}
    exhaustive = folder / "exhaustive.json"
    if exhaustive.exists():
        told = json.loads(exhaustive.read_text("utf-8"))
        parts = told["parts"]
        found["exhaustive"] = {
            "date": told["date"],
            "pairs_of_days": parts["between_scalars"]["pairs_one_by_one"],
            "steps": parts["steps"]["steps_one_by_one"],
            "deadlines": parts["deadlines"]["deadlines"],
            "combinations": parts["limits"]["combinations"],
            "answers": parts["limits"]["answers_compared"],
            "mean_answers": parts["means"]["answers_compared"],
            "mismatches": told["mismatches"],
        }
    mutants = folder / "mutants.json"
    if mutants.exists():
        found["mutants"] = {"date": _day(mutants), **shares(json.loads(mutants.read_text("utf-8")))}
    return found


def shares(outcomes: list[dict[str, str]]) -> dict[str, dict[str, int]]:
    """How many faults were planted in each area, and how many of them noticed."""
    tried: Counter[str] = Counter()
    noticed: Counter[str] = Counter()
    for one in outcomes:
        area = one["name"].split(".")[1].partition(":")[0]
        tried[area] += 1
        noticed[area] += one["outcome"] in NOTICED
    return {area: {"planted": tried[area], "noticed": noticed[area]} for area in sorted(tried)}


def failures(found: dict[str, Any]) -> list[str]:
    """What did not hold, by the figures."""
    told = [f"{name}: {found[name]['failed']} failed" for name in RUNS if found.get(name, {}).get("failed")]
    if found.get("fuzz", {}).get("findings"):
        told.append(f"fuzz: {found['fuzz']['findings']} findings")
    if found.get("exhaustive", {}).get("mismatches"):
        told.append(f"exhaustive: {found['exhaustive']['mismatches']} mismatches")
    return told


def differences(found: dict[str, Any], kept: dict[str, Any]) -> list[str]:
    """Where the kept figures are not those of the run."""
    return [
        f"{part}.{name}: kept {kept.get(part, {}).get(name)!r}, found {value!r}"
        for part, values in found.items()
        for name, value in values.items()
        if kept.get(part, {}).get(name) != value
    ]


def _day(path: Path) -> str:
    """When a part that has no date of its own was written."""
    return dt.datetime.fromtimestamp(path.stat().st_mtime, dt.UTC).date().isoformat()


def _commit() -> str:
    asked = ["git", "rev-parse", "--short", "HEAD"]
    try:
        told = subprocess.run(asked, capture_output=True, text=True, check=True, cwd=KEPT.parent)
    except (OSError, subprocess.CalledProcessError):
        return "not under git"
    return told.stdout.strip()


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.verification", description=__doc__)
    parser.add_argument("folder", type=Path)
    options = parser.parse_args()
    found = figures(options.folder)
    wrong = failures(found)
    lines = [json.dumps(found, ensure_ascii=False, indent=1), f"code: {_commit()}"]
    lines += differences(found, json.loads(KEPT.read_text("utf-8")))
    lines += [f"NOT VERIFIED {one}" for one in wrong]
    sys.stdout.write("\n".join(lines) + "\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
