"""``python -m tests.packaging --write``: the public interface is written down anew (公开接口)."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.packaging", description=__doc__)
    parser.add_argument("--write", action="store_true", help="write it instead of printing it")
    options = parser.parse_args()
    sys.path.append(str(ROOT / "docs"))  # the reference pages say which names are public
    from tests.packaging.public_api import KEPT, written

    if options.write:
        KEPT.write_text(written(), "utf-8")
    else:
        sys.stdout.write(written())
    return 0


if __name__ == "__main__":
    sys.exit(main())
