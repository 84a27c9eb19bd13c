"""``python -m benchmarks``: runs everything and prints one table."""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from benchmarks import columns, correctness, imports, memory, page, picture, scalar
from benchmarks.calendars import FIRST, LAST, make_up_days
from benchmarks.contest import Result
from benchmarks.page_words import Lang
from benchmarks.peers import Peer, peers
from benchmarks.record import Machine, PeerDays, Record

_DOCS = Path(__file__).parent.parent / "docs"
_PAGES: dict[Lang, Path] = {"en": _DOCS / "explanation", "zh": _DOCS / "zh" / "explanation"}
_RECORD = _PAGES["en"] / "benchmarks.json"


def main() -> None:
    """Measures, prints, and writes the pages when asked to."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--quick", action="store_true", help="fewer rounds, one million rows at most")
    what.add_argument(
        "--write", action="store_true", help="keep the results beside the page; write it in both languages"
    )
    what.add_argument(
        "--render", action="store_true", help="write the pages from the results kept; measure nothing"
    )
    what.add_argument(
        "--calendars", action="store_true", help="how many days other calendars have wrong; time nothing"
    )
    options = parser.parse_args()
    if options.calendars:
        print(correctness.report())
        return
    if options.render:
        _write(Record.load(_RECORD))
        return

    begin = time.perf_counter()
    machine = Machine.here()
    contestants = peers()
    results = _measured(contestants, quick=options.quick)
    print(page.terminal(results))
    print(f"\n{time.perf_counter() - begin:.0f} s")
    if options.write:
        days = tuple(PeerDays.of(peer.name, peer.differs, brings_days=not peer.exact) for peer in contestants)
        record = Record(machine, FIRST, LAST, len(make_up_days()), days, results)
        record.save(_RECORD)
        _write(record)


def _measured(contestants: list[Peer], quick: bool) -> Mapping[str, Sequence[Result]]:
    rng = random.Random(2021)
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
    return results


def _write(record: Record) -> None:
    for lang, folder in _PAGES.items():
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "benchmarks.md").write_text(page.page(record, lang), encoding="utf-8")
        (folder / "benchmarks.svg").write_text(picture.picture(record.results, lang), encoding="utf-8")


if __name__ == "__main__":
    main()
