"""The ledger itself needs no package for storage; the storage names the extra it needs."""

from __future__ import annotations

import subprocess
import sys

import pytest

BLOCK = "import sys; sys.modules[{package!r}] = None; from wushan_plan import PLAN; "


def said(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    return done.stdout + done.stderr


def test_the_ledger_answers_without_a_package_for_storage() -> None:
    code = BLOCK.format(package="sqlalchemy") + (
        "from wushan_plan.ledger import Ledger; print(len(Ledger.from_plan(PLAN).tasks))"
    )
    assert int(said(code)) > 394


def test_the_ledger_imports_nothing_heavy() -> None:
    code = (
        "import sys, wushan_plan.ledger; "
        "print({'sqlalchemy', 'psycopg', 'numpy', 'pandas', 'sqlite3'} & set(sys.modules))"
    )
    assert said(code).strip() == "set()"


@pytest.mark.parametrize(
    ("package", "wanted", "extra"),
    [
        ("sqlalchemy", "import wushan_plan.ledger.storage", "wushan-plan[storage]"),
        (
            "psycopg",
            "from wushan_plan.ledger.storage import LedgerStore; LedgerStore.open('postgresql://h/d', PLAN)",
            "wushan-plan[postgres]",
        ),
    ],
)
def test_without_a_package_the_error_names_the_extra(package: str, wanted: str, extra: str) -> None:
    assert extra in said(BLOCK.format(package=package) + wanted)
