"""``python -m tests.exhaustive [--json FILE] [--processes N]``: the complete run; code 1 for a mismatch."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from tests.exhaustive.figures import figures


def main(arguments: list[str]) -> int:
    """Runs everything, prints the figures and writes them where asked to."""
    parser = argparse.ArgumentParser(prog="python -m tests.exhaustive", description=__doc__)
    parser.add_argument("--json", type=Path, help="write the figures to this file as well")
    parser.add_argument(
        "--processes", type=int, help="share the work among so many (default: all processors)"
    )
    options = parser.parse_args(arguments)

    def told(line: str) -> None:
        sys.stderr.write(line + "\n")
        sys.stderr.flush()

    found = figures(processes=options.processes, told=told)
    text = json.dumps(found, ensure_ascii=False, indent=1) + "\n"
    sys.stdout.write(text)
    if options.json is not None:
        options.json.write_text(text, "utf-8")
    return 1 if found["mismatches"] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
