"""The engine knows no measure: it runs without the document, and holds none of its names."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import wushan_plan
from tests.plans.registered import EXAMPLE, SECOND, register_example
from wushan_plan import PLAN

SOURCES = Path(wushan_plan.__file__).parent
ROOMS = ("calendar", "counting", "evaluation", "explanation", "files", "frames", "ledger", "model", "source")
MODULES = [
    SOURCES / "errors.py",
    SOURCES / "testing.py",
    *(path for room in ROOMS for path in sorted((SOURCES / room).rglob("*.py"))),
]
by_module = pytest.mark.parametrize(
    "path", [pytest.param(path, id=str(path.relative_to(SOURCES))) for path in MODULES]
)

NAMES = frozenset(
    {PLAN.id, PLAN.number, PLAN.title, PLAN.title_en, PLAN.issuer}
    | {one.title for one in PLAN.chapters}
    | {one.title for one in PLAN.sections}
    | {one.title for one in PLAN.measures if one.title}
    | {one.title for one in PLAN.safeguards}
    | {name for unit in PLAN.lead_units for name in (unit.id, unit.name, unit.name_en)}
    | {name for one in PLAN.commitments for name in (one.id, one.number)}
)
NAMED = re.compile(
    "|".join(
        # A name in letters is a word of its own: court is not found in courtesy.
        rf"(?<![\w.-]){re.escape(name)}(?![\w-])" if name.isascii() else re.escape(name)
        for name in sorted(NAMES, key=len, reverse=True)
    )
)
CITED = re.compile(rf"(?:口径登记|register |[（(])({'|'.join(entry.id for entry in PLAN.readings)})\b")

TOUR = """
import sys
from datetime import date
from pathlib import Path
from wushan_plan import plans
from wushan_plan.cli import main
from wushan_plan.files.plan_workbook import write_plan_workbook
from wushan_plan.ledger import Ledger
from wushan_plan.ledger.reports import markdown, report

site, source, name, folder = sys.argv[1:]
sys.path[:0] = [site, source]
plan = plans.load(name)
verdict = plan.targets["old-age-allowance"].evaluate(start=date(2022, 4, 12), as_of=date(2022, 6, 1))
print(verdict.explain("zh"), verdict.explain("en"))
write_plan_workbook(plan, Path(folder, "plan.xlsx"))
print(markdown(report(Ledger.from_plan(plan), date(2022, 6, 1))))
assert main(["show", "1", "--plan", name]) == 0
loaded = [one for one in sys.modules if one.startswith("wushan_plan.plan2021")]
assert loaded == [], loaded
assert "wushan_plan.assembly" not in sys.modules
"""


def strings(path: Path) -> Iterator[str]:
    """Every text a module holds, less its docstrings, whose examples may name what they like."""
    tree = ast.parse(path.read_text("utf-8"))
    notes = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in notes:
            yield node.value


@by_module
def test_no_name_of_the_document_stands_in_the_engine(path: Path) -> None:
    assert [text for text in strings(path) if NAMED.search(text)] == []


@by_module
def test_no_entry_of_its_register_stands_in_the_engine(path: Path) -> None:
    assert [text for text in strings(path) if CITED.search(text)] == []


@by_module
def test_nothing_in_the_engine_is_named_after_the_document(path: Path) -> None:
    words = set(re.findall(r"\w+", path.read_text("utf-8")))
    assert words.isdisjoint({"plan2021", "assembly"})


def test_the_walk_would_find_a_name() -> None:
    assert NAMED.search("finance")
    assert NAMED.search("如 县财政局")
    assert not NAMED.search("courtesy")
    assert CITED.search("属推断（T16）")


def test_another_plan_runs_without_the_document_being_loaded(tmp_path: Path) -> None:
    register_example(tmp_path / "site")
    arguments = [str(tmp_path / "site"), str(EXAMPLE / "src"), SECOND, str(tmp_path)]
    subprocess.run([sys.executable, "-X", "utf8", "-c", TOUR, *arguments], check=True, capture_output=True)
