"""One English identifier, one Chinese term: the glossary against the code (词汇表)."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from enum import Enum
from pathlib import Path
from typing import Any

import pytest

import wushan_plan
from wushan_plan.explanation.words import (
    BASIS,
    CHANGE,
    COLOUR,
    DAY_KIND,
    DISPUTE,
    FACT_KIND,
    MODALITY,
    READING,
    RELATION,
    ROLE,
    STATUS,
)
from wushan_plan.ledger import Colour, Dispute

GLOSSARY = Path(__file__).parents[1] / "docs" / "glossary.md"
ROW = re.compile(r"\| `([A-Za-z_.]+)` \| ([^|]+) \| ([^|]+) \|")
AREAS = ("model", "model.criteria", "calendar", "counting", "evaluation", "explanation", "ledger", "errors")
OUTER_AREAS = ("files", "frames", "ledger.reports", "ledger.returns", "ledger.storage")
"""Rooms of which only the classes that users meet have a row."""
ALIASES = {"Case", "Days", "Lang", "Suspension"}
"""Names of types that are no classes; they have a row because users meet them."""
SHARED = {"工作日": {"WorkingDays", "DayKind.WORKDAY"}}
"""Terms that serve two identifiers on purpose; the glossary says why."""
TABLES: tuple[Mapping[Any, tuple[str, str]], ...] = (
    BASIS, CHANGE, DAY_KIND, FACT_KIND, MODALITY, READING, RELATION, ROLE, STATUS,
)  # fmt: skip
BY_VALUE: dict[type[Enum], Mapping[str, tuple[str, str]]] = {
    Colour: COLOUR,
    Dispute: DISPUTE,
}
WORDS: dict[Enum, tuple[str, str]] = {
    **{member: word for table in TABLES for member, word in table.items()},
    **{member: table[str(member.value)] for kind, table in BY_VALUE.items() for member in kind},
}


def modules(areas: tuple[str, ...] = AREAS) -> Iterator[object]:
    for area in areas:
        package = importlib.import_module(f"wushan_plan.{area}")
        yield package
        for found in pkgutil.iter_modules(getattr(package, "__path__", [])):
            yield importlib.import_module(f"wushan_plan.{area}.{found.name}")


MODULES = list(modules())
CLASSES: list[type] = [
    found
    for module in MODULES
    for name, found in vars(module).items()
    if inspect.isclass(found)
    and found.__module__ == getattr(module, "__name__", "")
    and not name.startswith("_")
]
MEMBERS = {
    f"{one.__name__}.{member.name}": member for one in CLASSES if issubclass(one, Enum) for member in one
}
ROWS: list[tuple[str, str, str]] = ROW.findall(GLOSSARY.read_text("utf-8"))
TERMS = {identifier: term for identifier, term, _ in ROWS}


def test_every_row_of_a_table_is_read() -> None:
    lines = [line for line in GLOSSARY.read_text("utf-8").splitlines() if line.startswith("| `")]
    assert len(lines) == len(ROWS) > 0


def test_no_two_public_classes_have_one_name() -> None:
    names = [one.__name__ for one in CLASSES]
    assert sorted(names) == sorted(set(names))


def test_every_public_class_has_a_row() -> None:
    assert [one.__name__ for one in CLASSES if one.__name__ not in TERMS] == []


def test_every_member_of_a_public_enum_has_a_row() -> None:
    assert [name for name in MEMBERS if name not in TERMS] == []


def test_every_public_name_of_the_shop_window_has_a_row() -> None:
    assert [name for name in wushan_plan.__all__ if name not in TERMS] == []


def test_every_row_names_something_that_exists() -> None:
    known = {one.__name__ for one in CLASSES} | set(MEMBERS) | set(wushan_plan.__all__)
    known |= {
        name
        for module in modules(OUTER_AREAS)
        for name, found in vars(module).items()
        if inspect.isclass(found)
    }
    aliases = {name for name in ALIASES if any(hasattr(module, name) for module in MODULES)}
    assert [name for name in TERMS if name not in known | aliases] == []


def test_no_identifier_has_two_terms() -> None:
    identifiers = [identifier for identifier, _, _ in ROWS]
    assert sorted(identifiers) == sorted(set(identifiers))


def test_no_term_stands_for_two_identifiers() -> None:
    standing_for: dict[str, set[str]] = defaultdict(set)
    for identifier, term, _ in ROWS:
        standing_for[term].add(identifier)
    assert {term: names for term, names in standing_for.items() if len(names) > 1} == SHARED


@pytest.mark.parametrize("one", [pytest.param(one, id=one.__name__) for one in CLASSES])
def test_the_docstring_of_a_class_contains_its_term(one: type) -> None:
    assert TERMS[one.__name__] in (vars(one).get("__doc__") or "")


@pytest.mark.parametrize(
    "member", [pytest.param(one, id=f"{type(one).__name__}.{one.name}") for one in WORDS]
)
def test_the_word_users_read_is_the_term_of_the_glossary(member: Enum) -> None:
    # A word may explain itself in parentheses: 按计数（已过天数不超过上限）.
    word = WORDS[member][0].partition("（")[0]
    assert TERMS[f"{type(member).__name__}.{member.name}"] == word


@pytest.mark.parametrize("row", [pytest.param(row, id=row[0]) for row in ROWS])
def test_a_meaning_is_one_line(row: tuple[str, str, str]) -> None:
    _, term, meaning = row
    assert term == term.strip() != ""
    assert meaning.strip()
    assert not meaning.strip().endswith(".")
