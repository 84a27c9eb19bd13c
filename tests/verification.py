"""``python -m tests.verification FOLDER``: the figures of the page on verification, from ``make verify``.

FOLDER holds ``exhaustive.json`` and ``mutants.json``. The page is brought up to date by hand: a test
compares it with ``docs/explanation/verification.json``.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

KEPT = Path(__file__).parents[1] / "docs" / "explanation" / "verification.json"
NOTICED = {"killed", "timed out"}


def figures(folder: Path) -> dict[str, Any]:
    """What was tried and what was found, by kind of check."""
    found: dict[str, Any] = {}
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
        tried: Counter[str] = Counter()
        noticed: Counter[str] = Counter()
        for one in json.loads(mutants.read_text("utf-8")):
            area = one["name"].split(".")[1].partition(":")[0]
            tried[area] += 1
            noticed[area] += one["outcome"] in NOTICED
        found["mutants"] = {
            area: {"planted": tried[area], "noticed": noticed[area]} for area in sorted(tried)
        }
    return found


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.verification", description=__doc__)
    parser.add_argument("folder", type=Path)
    options = parser.parse_args()
    written = json.dumps(figures(options.folder), ensure_ascii=False, indent=1) + "\n"
    sys.stdout.write(written)
    return 0


if __name__ == "__main__":
    sys.exit(main())
