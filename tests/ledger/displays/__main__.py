"""``python -m tests.ledger.displays --write``: the specimens of the displays are written down anew (样张)."""

from __future__ import annotations

import argparse
import sys

from tests.ledger.displays.specimens import LANGUAGES, SPECIMENS, kept, written


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.ledger.displays", description=__doc__)
    parser.add_argument("--write", action="store_true", help="write them instead of printing them")
    options = parser.parse_args()
    for name in SPECIMENS:
        for lang in LANGUAGES:
            if options.write:
                kept(name, lang).write_text(written(name, lang), "utf-8")
            else:
                sys.stdout.write(written(name, lang))
    return 0


if __name__ == "__main__":
    sys.exit(main())
