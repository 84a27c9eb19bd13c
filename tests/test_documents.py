"""The documents say what the code does (文档)."""

from __future__ import annotations

import doctest
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from wushan_plan.cli import main

ROOT = Path(__file__).parents[1]
ENGLISH, CHINESE = ROOT / "README.md", ROOT / "README.zh-CN.md"
READMES = (ENGLISH, CHINESE)
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])

BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
HEADING = re.compile(r"^(#+) ", re.MULTILINE)
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
ELSEWHERE = re.compile(r"[a-z]+:|#")
PLACEHOLDER = re.compile(r"[A-Z]+\.(csv|toml|txt|db)")

by_page = pytest.mark.parametrize(
    "path", [pytest.param(path, id=str(path.relative_to(ROOT))) for path in PAGES]
)


def blocks(path: Path) -> list[tuple[str, str]]:
    """Language and content of every code block, in order."""
    return BLOCK.findall(path.read_text("utf-8"))


def prose(path: Path) -> str:
    return BLOCK.sub("", path.read_text("utf-8"))


def commands(path: Path) -> Iterator[str]:
    """The ``wushan-plan`` lines of shell blocks, and those of ``cmd`` as a shell would write them."""
    for language, content in blocks(path):
        for line in content.splitlines():
            if language == "bat":
                line = line.replace("\\", "/").removeprefix(".venv/Scripts/")
            if language in ("sh", "bat") and line.startswith("wushan-plan "):
                yield line


RUNNABLE = [
    pytest.param(line, id=f"{path.stem}-{number}")
    for path in READMES
    for number, line in enumerate(commands(path), 1)
    if not PLACEHOLDER.search(line)
]


@by_page
def test_the_examples_of_a_page_give_the_answers_shown(path: Path) -> None:
    examples = "\n".join(content for language, content in blocks(path) if language == "python")
    test = doctest.DocTestParser().get_doctest(examples, {}, path.name, str(path), 0)
    assert path not in READMES or len(test.examples) > 10
    report: list[str] = []
    results = doctest.DocTestRunner().run(test, out=report.append)
    assert results.failed == 0, "".join(report)


@by_page
def test_every_python_example_of_a_page_is_run(path: Path) -> None:
    for language, content in blocks(path):
        assert (">>> " in content) is (language == "python")


def test_the_readmes_have_the_same_headings() -> None:
    english, chinese = ([len(marks) for marks in HEADING.findall(prose(path))] for path in READMES)
    assert english == chinese


def test_the_readmes_have_the_same_code_blocks() -> None:
    english, chinese = ([language for language, _ in blocks(path)] for path in READMES)
    assert english == chinese


def test_the_readmes_show_the_same_commands() -> None:
    english, chinese = ([shlex.split(line, comments=True) for line in commands(path)] for path in READMES)
    assert english == chinese


def test_the_readmes_link_to_the_same_pages() -> None:
    english, chinese = (set(LINK.findall(prose(path))) for path in READMES)
    assert english - {"README.zh-CN.md"} == chinese - {"README.md"}


@by_page
def test_every_relative_link_leads_to_a_file(path: Path) -> None:
    targets = [target for target in LINK.findall(prose(path)) if not ELSEWHERE.match(target)]
    assert [one for one in targets if not (path.parent / one.partition("#")[0]).exists()] == []


@pytest.mark.parametrize("line", RUNNABLE)
def test_a_command_of_a_readme_runs(
    line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    _, *arguments = shlex.split(line, comments=True)
    shipped = [str(ROOT / one) if one.startswith("docs/") else one for one in arguments]
    assert main(shipped) == 0
    assert capsys.readouterr().out


def test_some_commands_name_a_shipped_file() -> None:
    assert [line for line in commands(ENGLISH) if "docs/examples/" in line]


def test_the_section_shown_is_the_section_as_it_is() -> None:
    shown = [content for language, content in blocks(ROOT / "docs" / "section-module.md") if language == "py"]
    module = ROOT / "src" / "wushan_plan" / "plan2021" / "c1s6_innovation.py"
    assert shown == [module.read_text("utf-8")]
