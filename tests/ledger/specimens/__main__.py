"""``python -m tests.ledger.specimens --write``: the specimens of a report are written anew, for review."""

from __future__ import annotations

import argparse
import sys

from tests.ledger.specimens.rendering import HERE, specimens


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.ledger.specimens", description=__doc__)
    parser.add_argument("--write", action="store_true", help="write them; otherwise name those that differ")
    options = parser.parse_args()
    differs = 0
    for name, make in specimens().items():
        path, made = HERE / name, make()
        if path.is_file() and path.read_text("utf-8") == made:
            continue
        differs += 1
        if options.write:
            path.write_text(made, "utf-8", newline="\n")
        sys.stdout.write(f"{name}\n")
    return 0 if options.write else int(differs > 0)


if __name__ == "__main__":
    sys.exit(main())
