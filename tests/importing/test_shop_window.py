"""The lazy window tells a type checker what it tells Python, no more and no less."""

from __future__ import annotations

import ast
import importlib
from pathlib import Path

import pytest

import wushan_plan

TREE = ast.parse(Path(wushan_plan.__file__).read_text("utf-8"))
SEEN_BY_CHECKERS = {
    name.asname: node.module
    for branch in TREE.body
    if isinstance(branch, ast.If) and isinstance(branch.test, ast.Name)
    for node in branch.body
    if isinstance(node, ast.ImportFrom)
    for name in node.names
}


def test_checkers_see_every_public_name_and_no_other() -> None:
    assert sorted(SEEN_BY_CHECKERS, key=str) == wushan_plan.__all__


@pytest.mark.parametrize("name", wushan_plan.__all__)
def test_a_name_comes_from_the_module_the_checkers_are_told(name: str) -> None:
    module = SEEN_BY_CHECKERS[name]
    assert module is not None
    assert getattr(wushan_plan, name) is getattr(importlib.import_module(module), name)


def test_checkers_do_not_see_the_fallback_that_would_accept_any_name() -> None:
    assert "__getattr__" not in [node.name for node in TREE.body if isinstance(node, ast.FunctionDef)]
    assert "__getattr__" in vars(wushan_plan)


def test_the_package_says_that_it_is_typed() -> None:
    assert Path(wushan_plan.__file__).with_name("py.typed").exists()
