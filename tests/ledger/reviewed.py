"""Reviewed specimens (样张): what a reader of the ledger gets, kept word for word beside the tests.

They are the specification of how a report, a display and a form look: whoever changes one looks at the
new one first. ``python -m tests.ledger.reviewed`` names those that differ, ``--write`` writes them anew,
and ``--books FOLDER`` leaves the workbooks there, to be looked at in Excel.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping
from itertools import zip_longest
from pathlib import Path

from tests.ledger.displays.specimens import displays
from tests.ledger.forms.issued import FORMS, forms
from tests.ledger.specimens.rendering import BOOKS, reports

HERE = Path(__file__).parent
SPECIMENS: Mapping[str, Callable[[], str]] = {
    path.relative_to(HERE).as_posix(): make for path, make in (reports() | displays() | forms()).items()
}
"""What makes the text of each file, by its path from here."""


def difference(name: str) -> str:
    """The first line that differs from the specimen of this name; nothing where none does."""
    kept, made = (HERE / name).read_text("utf-8"), SPECIMENS[name]()
    for number, (old, new) in enumerate(zip_longest(kept.split("\n"), made.split("\n")), 1):
        if old != new:
            return f"tests/ledger/{name}, line {number}:\n  kept: {old}\n  made: {new}"
    return ""


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.ledger.reviewed", description=__doc__)
    parser.add_argument("--write", action="store_true", help="write them; otherwise name those that differ")
    parser.add_argument("--books", type=Path, help="leave the workbooks in this folder")
    options = parser.parse_args()
    differs = 0
    for name, make in SPECIMENS.items():
        path, made = HERE / name, make()
        if path.is_file() and path.read_text("utf-8") == made:
            continue
        differs += 1
        if options.write:
            path.write_text(made, "utf-8", newline="\n")
        sys.stdout.write(f"{name}\n")
    if options.books is not None:
        options.books.mkdir(parents=True, exist_ok=True)
        for name, write in (*BOOKS.items(), *FORMS.items()):
            write(options.books / f"{name}.xlsx")
    return 0 if options.write else int(differs > 0)


if __name__ == "__main__":
    sys.exit(main())
