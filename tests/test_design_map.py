"""The map of modules on the design page names all of them, in both languages; so does a contract."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "wushan_plan"
PAGES = {"en": ROOT / "docs" / "design.md", "zh": ROOT / "docs" / "zh" / "design.md"}
SECTIONS = "plan2021/c?s?_*.py"
"""The document's sections have one line: the table of contents names them."""
LINE = re.compile(r"( *)(\S+) +(\S.*)")

each_language = pytest.mark.parametrize("lang", PAGES)


def lines(lang: str) -> Iterator[tuple[str, str]]:
    """The path and the purpose on each line of the map; a folder's path ends in ``/``."""
    page = PAGES[lang].read_text("utf-8")
    _, _, drawn = page.partition("```\nsrc/wushan_plan/\n")
    folders: list[str] = []
    for line in drawn.partition("\n```")[0].splitlines():
        matched = LINE.fullmatch(line)
        assert matched is not None, line
        indent, name, purpose = matched.groups()
        del folders[len(indent) // 2 - 1 :]
        yield "".join(folders) + name, purpose
        if name.endswith("/"):
            folders.append(name)


def in_the_package() -> list[str]:
    """What the map has to name: modules, and packages by their folders."""
    found = [path.relative_to(PACKAGE) for path in PACKAGE.rglob("*.py")]
    names = [
        f"{path.parent.as_posix()}/" if path.name == "__init__.py" and path.parts[1:] else path.as_posix()
        for path in found
    ]
    return sorted(SECTIONS if fnmatch(name, SECTIONS) else name for name in names)


@each_language
def test_the_map_names_exactly_the_modules_of_the_package(lang: str) -> None:
    named = sorted(path for path, _ in lines(lang) if path.endswith((".py", "/")))
    assert named == sorted(set(in_the_package()))


@each_language
def test_what_else_the_map_names_is_a_file_of_the_package(lang: str) -> None:
    others = [path for path, _ in lines(lang) if not path.endswith((".py", "/"))]
    assert [path for path in others if not (PACKAGE / path).is_file()] == []


@each_language
def test_no_two_lines_of_the_map_say_the_same(lang: str) -> None:
    purposes = Counter(purpose for _, purpose in lines(lang))
    assert [purpose for purpose, count in purposes.items() if count > 1] == []


def test_the_maps_of_both_languages_have_the_same_order() -> None:
    assert [path for path, _ in lines("zh")] == [path for path, _ in lines("en")]


def test_the_contract_on_storing_lists_all_of_the_ledger_but_its_storage() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    contracts = {one["name"]: one for one in settings["tool"]["importlinter"]["contracts"]}
    ledger = PACKAGE / "ledger"
    found = {path.stem for path in ledger.glob("*.py")} | {
        path.parent.name for path in ledger.glob("*/__init__.py")
    }
    listed = contracts["The ledger itself stores nothing"]["source_modules"]
    assert listed == [f"wushan_plan.ledger.{name}" for name in sorted(found - {"__init__", "storage"})]
