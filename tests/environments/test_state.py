"""There is no global mutable state: what a module holds is the same before and after any use.

Python cannot freeze a dict, so the tables of constants are dicts. Each is listed here; no code of the
library writes to one; and a broad use of the library leaves all of them as they were. Everything else
at module or class level is immutable through and through, but for the few things listed with a reason.
"""

from __future__ import annotations

import ast
import datetime as dt
import enum
import functools
import pkgutil
import re
import struct
import subprocess
import sys
import types
import typing
from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from importlib import import_module
from pathlib import Path

import attrs
import pytest

import wushan_plan
from tests.environments.running import PROBE, ROOT, said, surroundings

PACKAGE = Path(wushan_plan.__file__).parent
NAMES = ["wushan_plan", *(one.name for one in pkgutil.walk_packages(wushan_plan.__path__, "wushan_plan."))]

TABLES = {
    "": "_HOMES",
    "calendar.days": "FESTIVALS",
    "calendar.official": "_ENGLISH_TO_CHINESE",
    "cli.complaints": "_IN_A_LEDGER _OF_THE_SYSTEM",
    "cli.export": "_WRITERS",
    "cli.ledger": "_ACTIONS",
    "cli.ledger_entries": "_OWN",
    "cli.texts": "TEXT_COMMANDS",
    "evaluation.combined": "_JUDGES",
    "evaluation.facts": "_READERS",
    "explanation.display.answers": "STATUS_TONE",
    "explanation.display.as_html": "TONES",
    "explanation.display.pages": "_PAGES",
    "explanation.limits": "_WORDS",
    "explanation.reasons": "_WORDINGS",
    "explanation.words": (
        "BASIS CHANGE COLOUR DAY_KIND DISPUTE FACT_KIND MODALITY READING RELATION ROLE STATUS"
    ),
    "explanation.years": "_MARKS",
    "files.json_schemas": "_PLAIN",
    "files.json_shapes": "DOCUMENTS KINDS _LATE",
    "files.json_values": "_JSON_NAMES _SCALARS _UNITS",
    "files.many_files": "SOURCE_FILE",
    "files.opening": "_PACKED",
    "files.parquet_cases": "_WRONG",
    "files.rejects": "REASON SHEET SOURCE _NOTE",
    "files.results": "FLAGS UNIT",
    "files.results_cells": "COLUMNS STATUS_COLOURS TABS",
    "files.results_rows": "CSV_COLUMNS",
    "files.results_scorecards": "_MEANINGS",
    "files.sheets": "LONG_TEXTS _HEADING _PROVISIONAL",
    "files.tables": "_CHINESE",
    "frames.card_columns": "COUNTS",
    "frames.clock": "CODES",
    "frames.problems": "_WORDS",
    "frames.quantities": "_FINDERS",
    "ledger.display": "COLOUR_TONE",
    "ledger.entries": "KINDS",
    "ledger.lines": "_READERS",
    "ledger.reports.content": "_WORST_FIRST",
    "ledger.reports.html_page": "_CLASSES _PICTURES",
    "ledger.reports.workbook": "_FILLS _TABS",
    "ledger.returns.words": "COLUMNS COVER INSTRUCTIONS SHEETS",
    "ledger.returns.workbook": "_WIDTHS",
    "ledger.storage.engines": "_KNOWN",
    "ledger.tally": "_UNITS",
    "ledger.values": "_WRITTEN",
    "ledger.wording": "ENTRY",
    "model.facts": "_OTHER_WORDS",
}
"""Tables of constants: what each name means, how a kind is handled. Read, and never written."""

EXCEPTIONS = {
    "wushan_plan.ledger.storage.schema.METADATA": "SQLAlchemy's description of the tables; no connection",
    "wushan_plan.ledger.storage.schema.SCHEMA": "SQLAlchemy's description of a table",
    "wushan_plan.ledger.storage.schema.ABOUT": "SQLAlchemy's description of a table",
    "wushan_plan.ledger.storage.schema.ENTRIES": "SQLAlchemy's description of a table",
}
"""Instances with mutable insides, and why they may stand at module level."""

INSIDE = {
    "DayTable.special": "the named days, a dict behind the type Mapping; read alone",
    "WorkdayCalendar._rank": "made on first use from the days, the same whoever makes it",
    "WorkdayCalendar._arrays": "as _rank, and its arrays refuse to be written",
    "_Named._items": "what a FixedMapping keeps to itself",
    "Plan._by_name": "made on first use from the plan, the same whoever makes it; never written again",
    "Plan._places": "as Plan._by_name",
    "Plan._sections_by_place": "as Plan._by_name",
}
"""Mutable things inside frozen values, and why nobody changes them."""

CACHES = {
    "wushan_plan.model.plan cached_property": 7,  # parts of a frozen plan, in order or by name
    "wushan_plan.ledger.ledger cached_property": 4,  # what a frozen ledger and its state amount to
    "wushan_plan.ledger.entries cached_property": 2,  # the digest of an immutable entry, and its moment
}
"""How many caches a module has, by decorator: each computed from something immutable alone."""

PLAIN = (
    *(str, bytes, int, float, complex, type(None), types.EllipsisType, re.Pattern, struct.Struct),
    *(dt.date, dt.time, dt.timedelta, dt.timezone, Decimal, Fraction, enum.Enum),
    *(type, types.ModuleType, types.FunctionType, types.BuiltinFunctionType, types.MethodType),
    *(property, classmethod, staticmethod, functools.cached_property),
    *(types.GenericAlias, types.UnionType, typing.TypeVar, types.MemberDescriptorType),
)
"""Kinds whose instances nobody can change."""
MACHINERY = re.compile("__|_abc_|_member_|_value2member|_(un)?hashable|_field_defaults")
"""What Python itself keeps in classes, enumerations and named tuples."""
WRITERS = {
    *("append", "extend", "insert", "remove", "pop", "popitem", "clear", "update", "setdefault", "add"),
    *("discard", "sort", "reverse", "difference_update", "intersection_update"),
    *("symmetric_difference_update", "__setitem__", "__delitem__"),
}


@functools.cache
def tree(name: str) -> ast.Module:
    """The source of a module."""
    return ast.parse(Path(str(import_module(name).__file__)).read_text("utf-8"))


def assigned(body: list[ast.stmt]) -> Iterator[str]:
    """The names a module's own statements assign."""
    for node in body:
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        for target in targets:
            for one in ast.walk(target) if target is not None else ():
                if isinstance(one, ast.Name):
                    yield one.id
        for branch in ("body", "orelse", "handlers", "finalbody"):
            if not isinstance(node, (ast.FunctionDef, ast.ClassDef)):
                yield from assigned(getattr(node, branch, []))


def held() -> Iterator[tuple[str, object]]:
    """Everything the modules of the library assign, and every attribute of their classes."""
    for name in NAMES:
        module = import_module(name)
        for held_name in sorted(set(assigned(tree(name).body))):
            if held_name in vars(module) and not re.fullmatch("__(all|version)__", held_name):
                yield f"{name}.{held_name}", vars(module)[held_name]
        for cls in vars(module).values():
            if isinstance(cls, type) and cls.__module__ == name:
                for attribute, value in vars(cls).items():
                    if not MACHINERY.match(attribute) and type(value).__name__ != "_tuplegetter":
                        yield f"{name}.{cls.__qualname__}.{attribute}", value


def mutable_inside(value: object, where: str, seen: set[int]) -> Iterator[str]:
    """Where something changeable is inside ``value``; ``where`` for the value itself."""
    if isinstance(value, PLAIN) or id(value) in seen:
        return
    seen.add(id(value))
    if type(value).__name__ == "ndarray" and not getattr(value, "flags").writeable:  # noqa: B009
        return  # it refuses to be written
    if isinstance(value, (tuple, frozenset)):
        for one in value:
            yield from mutable_inside(one, where, seen)
    elif isinstance(value, types.MappingProxyType):
        for one in value.values():
            yield from mutable_inside(one, where, seen)
    elif attrs.has(kind := type(value)) and kind.__setattr__ is not object.__setattr__:
        slots = {slot for cls in type(value).__mro__ for slot in getattr(cls, "__slots__", ())}
        for field in sorted({one.name for one in attrs.fields(kind)} | slots - {"__weakref__"}):
            if isinstance(vars(type(value)).get(field), property):
                continue
            # Read from its slot: asking for it would make what is made on first use.
            slot = next((vars(c)[field] for c in type(value).__mro__ if field in vars(c)), None)
            try:
                inside = slot.__get__(value) if isinstance(slot, types.MemberDescriptorType) else None
            except AttributeError:
                continue
            yield from mutable_inside(inside, f"{type(value).__name__}.{field}", seen)
    elif type(value).__module__ not in ("typing", "collections.abc", "__future__"):
        yield where
        if isinstance(value, Mapping):
            for one in value.values():
                yield from mutable_inside(one, f"{where}[…]", seen)


def test_every_mutable_thing_at_module_level_is_a_listed_table_or_a_listed_exception() -> None:
    found: set[str] = set()
    for where, value in held():
        inside = set(mutable_inside(value, where, set()))
        found |= {one.removesuffix("[…]") for one in inside if one.startswith("wushan_plan.")}
        strange = {one for one in inside if not one.startswith("wushan_plan.")} - set(INSIDE)
        assert not strange, f"{where} holds {strange}"
    listed = {
        f"wushan_plan.{module}.{name}".replace("..", ".")
        for module, names in TABLES.items()
        for name in names.split()
    }
    assert found == listed | set(EXCEPTIONS)


def writes(node: ast.AST) -> ast.expr | None:
    """What a piece of code changes in place, if it does."""
    if isinstance(node, (ast.Subscript, ast.Attribute)) and not isinstance(node.ctx, ast.Load):
        return node.value
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in WRITERS:
        return node.func.value
    return None


def of_its_own(function: ast.AST) -> set[str]:
    """The names a function takes or assigns."""
    return {
        *(one.arg for one in ast.walk(function) if isinstance(one, ast.arg)),
        *(
            one.id
            for one in ast.walk(function)
            if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store)
        ),
    }


def of_the_library(module: ast.Module) -> set[str]:
    """The names a module assigns, and those it imports from the library."""
    imported = (
        one.asname or one.name
        for node in ast.walk(module)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("wushan_plan")
        for one in node.names
    )
    return {*assigned(module.body), *imported}


def test_no_code_writes_to_what_a_module_holds() -> None:
    written: set[str] = set()
    for name in NAMES:
        module = tree(name)
        shared = of_the_library(module)
        for node in ast.walk(module):
            if isinstance(node, ast.Global):
                written.add(f"{name}: global")
            if isinstance(node, ast.Call) and ast.unparse(node.func) in ("globals", "setattr"):
                written.add(f"{name}: {ast.unparse(node.func)}")
            if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
                continue
            for part in ast.walk(node):
                target = writes(part)
                if isinstance(target, ast.Name) and target.id in shared - of_its_own(node):
                    written.add(f"{name}:{target.lineno}: {target.id}")
    # The shop window remembers what it has loaded: always the same objects.
    assert written == {"wushan_plan: globals"}


def test_every_cache_is_listed() -> None:
    found: dict[str, int] = {}
    for name in NAMES:
        for node in ast.walk(tree(name)):
            for decorator in getattr(node, "decorator_list", []):
                kind = re.search(r"\b(cached_property|lru_cache|cache)\b", ast.unparse(decorator))
                if kind is not None:
                    found[f"{name} {kind[0]}"] = found.get(f"{name} {kind[0]}", 0) + 1
    assert found == CACHES


def test_no_default_of_an_argument_is_mutable() -> None:
    for name in NAMES:
        for node in ast.walk(tree(name)):
            if isinstance(node, ast.arguments):
                for default in (*node.defaults, *filter(None, node.kw_defaults)):
                    assert not isinstance(default, (ast.List, ast.Dict, ast.Set, ast.ListComp)), name


def test_a_broad_use_leaves_every_table_as_it_was_and_its_answer_is_the_same_the_second_time() -> None:
    code = f"""
import runpy, sys
sys.path.insert(0, {str(ROOT)!r})
from tests.environments.test_state import held
before = {{where: repr(value) for where, value in held() if type(value) in (dict, list, set)}}
ask = runpy.run_path({str(PROBE)!r})["digests"]
same = ask() == ask()
after = {{where: repr(value) for where, value in held() if type(value) in (dict, list, set)}}
print(len(before) > 50, before == after, same)
"""
    assert said(code).split() == ["True", "True", "True"]


SELECTION = (
    "tests/counting/test_periods.py",
    "tests/evaluation/test_facts.py",
    "tests/explanation/test_words.py",
    "tests/files/test_headers.py",
    "tests/plan/test_navigation.py",
    "tests/plan/test_targets.py",
)


@pytest.mark.slow
@pytest.mark.parametrize(
    "options",
    [
        ("-p", "tests.environments.reversed_order"),
        ("-n", "4"),
        ("-n", "2", "-p", "tests.environments.reversed_order"),
    ],
    ids=["in reversed order", "in four processes", "reversed in two processes"],
)
def test_tests_do_not_hang_on_their_order(options: tuple[str, ...]) -> None:
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "-p",
            "no:randomly",
            "-p",
            "no:cacheprovider",
            *options,
            *SELECTION,
        ],
        capture_output=True,
        cwd=ROOT,
        env=surroundings(),
        timeout=300,
    )
    assert done.returncode == 0, done.stdout.decode()
