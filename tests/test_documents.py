"""The documents say what the code does (文档)."""

from __future__ import annotations

import doctest
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from _site import staging
from _site.places import notebook_files, written_pages
from wushan_plan.cli import main

ROOT = Path(__file__).parents[1]
ENGLISH, CHINESE = ROOT / "README.md", ROOT / "README.zh-CN.md"
READMES = (ENGLISH, CHINESE)
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])

BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
HEADING = re.compile(r"^(#+) ", re.MULTILINE)
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
ELSEWHERE = re.compile(r"[a-z]+:|#")
COMMENT = re.compile(r"\s+# .*$", re.MULTILINE)
PLACEHOLDER = re.compile(r"[A-Z]+\.(csv|toml|txt|db)")

# Pages that are made when the site is built: they can be linked to, and lie nowhere in the project.
MADE = {
    "notebooks/index.md",
    *(f"notebooks/{path.stem}.ipynb" for path in notebook_files()),
    *(f"{name}.md" for name in staging.generated_pages("en")),
}
TWINS = [
    pytest.param(path, written_pages("zh").get(name, ENGLISH), id=name)
    for name, path in written_pages("en").items()
]

by_page = pytest.mark.parametrize(
    "path", [pytest.param(path, id=str(path.relative_to(ROOT))) for path in PAGES]
)
by_twins = pytest.mark.parametrize(("english", "chinese"), TWINS)


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
    english, chinese = english - {"README.zh-CN.md"}, chinese - {"README.md"}
    assert {page_of(target) for target in english} == {page_of(target) for target in chinese}


def page_of(target: str) -> str:
    """A page without its anchor, the same for a page and its Chinese twin."""
    page = target.partition("#")[0].replace(".zh-CN", "").replace("docs/zh/", "docs/")
    return "CONTRIBUTING.md" if page == "docs/contributing.md" else page


def linked(path: Path) -> Iterator[Path]:
    """The files and pages a page links to by a relative path."""
    for target in LINK.findall(prose(path)):
        if not ELSEWHERE.match(target):
            yield (path.parent / target.partition("#")[0]).resolve()


@by_page
def test_every_relative_link_leads_to_a_file_or_to_a_page_of_the_site(path: Path) -> None:
    assert [one for one in linked(path) if not one.exists() and staging.place_of(one) not in MADE] == []


@by_twins
def test_a_page_and_its_chinese_twin_have_the_same_headings(english: Path, chinese: Path) -> None:
    assert HEADING.findall(prose(english)) == HEADING.findall(prose(chinese))


@by_twins
def test_a_page_and_its_chinese_twin_have_the_same_code(english: Path, chinese: Path) -> None:
    assert [one for one, _ in blocks(english)] == [one for one, _ in blocks(chinese)]
    for (language, one), (_, other) in zip(blocks(english), blocks(chinese), strict=True):
        if language not in ("", "text", "python"):  # what is answered may be in the reader's language
            assert said(one) == said(other)


def said(code: str) -> list[str]:
    """Code without its comments, which may be translated, and without the choice of a language."""
    return COMMENT.sub("", code).replace(" --lang en", "").replace("-zh.", "-en.").splitlines()


@by_twins
def test_a_page_and_its_chinese_twin_lead_to_the_same_places(english: Path, chinese: Path) -> None:
    places = [
        {str(staging.place_of(one)).replace(".zh-CN", "") for one in linked(path)}
        for path in (english, chinese)
    ]
    assert places[0] == places[1]


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
    shown = [
        content
        for language, content in blocks(ROOT / "docs" / "explanation" / "section-module.md")
        if language == "py"
    ]
    module = ROOT / "src" / "wushan_plan" / "plan2021" / "c1s6_innovation.py"
    assert shown == [module.read_text("utf-8")]
