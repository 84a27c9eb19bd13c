"""``python -m tests.ledger.forms --write``: the specimens of forms are written anew, for review (样张)."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.ledger.forms.issued import FORMS, kept
from tests.ledger.forms.shown import shown


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.ledger.forms", description=__doc__)
    parser.add_argument("--write", action="store_true", help="write them instead of printing them")
    parser.add_argument("--books", type=Path, help="leave the workbooks themselves in this folder")
    options = parser.parse_args()
    with TemporaryDirectory() as folder:
        for name, issue in FORMS.items():
            path = (options.books or Path(folder)) / f"{name}.xlsx"
            issue(path)
            text = shown(path)
            if options.write:
                kept(name).write_text(text, "utf-8")
            else:
                sys.stdout.write(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
