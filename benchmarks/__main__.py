"""``python -m benchmarks``: runs everything and prints one table."""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks import columns, imports, memory, page, picture, scalar
from benchmarks.contest import Result
from benchmarks.peers import peers

_DOCS = Path(__file__).parent.parent / "docs"


def main() -> None:
    """Measures, prints, and writes the page when asked to."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer rounds, one million rows at most")
    parser.add_argument("--write", action="store_true", help="write docs/benchmarks.md and its picture")
    options = parser.parse_args()
    quick: bool = options.quick
    if quick and options.write:
        parser.error("the page holds full runs only: leave out --quick.")

    rng = random.Random(2021)
    begin = time.perf_counter()
    machine = page.Machine.here()
    contestants = peers()
    sizes = [1_000_000] if quick else [1_000_000, 10_000_000]
    sections: dict[str, Callable[[], list[Result]]] = {
        "Single dates": lambda: scalar.results(contestants, 3 if quick else 9, rng),
        "Lists of dates": lambda: columns.list_results(1_000_000, 2 if quick else 5, rng),
        "Arrays and series": lambda: columns.results(sizes, 2 if quick else 5, rng),
        "Memory": lambda: memory.results(sizes[-1]),
        "Import": lambda: imports.results(3 if quick else 15, rng),
    }
    results: dict[str, list[Result]] = {}
    for title, measure in sections.items():
        print(f"{title} …", file=sys.stderr)
        results[title] = measure()
    print(page.terminal(results))
    print(f"\n{time.perf_counter() - begin:.0f} s")
    if options.write:
        written = page.page(results, contestants, machine)
        (_DOCS / "benchmarks.md").write_text(written, encoding="utf-8")
        (_DOCS / "benchmarks.svg").write_text(picture.picture(results), encoding="utf-8")


if __name__ == "__main__":
    main()
