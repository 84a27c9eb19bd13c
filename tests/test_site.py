"""The site is made of every page, in both languages alike (文档站). The build itself is ``make docs``."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import wushan_plan
from _site import api, commands, glossary, staging
from _site.chinese_lines import joined_lines
from _site.commitments import anchor_of
from _site.links import broken_links
from _site.places import CONTRIBUTING, DOCS, LANGS, ROOT, listed_pages, notebook_files, written_pages
from tests.outside import needs_text, official_path
from wushan_plan import PLAN, frames, ledger, testing
from wushan_plan.errors import WushanPlanError
from wushan_plan.ledger import reports, storage
from wushan_plan.model.verdict import Lang

GENERATED = {lang: staging.generated_pages(lang) for lang in LANGS}
NOTEBOOK_PAGES = {"notebooks/index", *(f"notebooks/{path.stem}" for path in notebook_files())}
HEADING = re.compile(r"^(#+) ", re.MULTILINE)

by_language = pytest.mark.parametrize("lang", LANGS)


def toctree_pages(lang: Lang) -> list[str]:
    """What the front page lists, in order."""
    return list(listed_pages(written_pages(lang)["index"].read_text("utf-8")))


# --- which pages there are --------------------------------------------------------------------------


def test_both_languages_have_the_same_written_pages() -> None:
    assert written_pages("en").keys() == written_pages("zh").keys()


def test_both_front_pages_list_the_same_pages() -> None:
    assert toctree_pages("en") == toctree_pages("zh")


@by_language
def test_the_front_page_lists_pages_that_exist(lang: Lang) -> None:
    known = {*written_pages(lang), *GENERATED[lang], *NOTEBOOK_PAGES}
    assert [page for page in toctree_pages(lang) if page not in known] == []


@by_language
def test_every_page_is_listed_on_the_front_page_or_on_a_generated_one(lang: Lang) -> None:
    listed = {"index", *toctree_pages(lang)}
    for name, page in GENERATED[lang].items():
        folder = name.rpartition("/")[0]
        listed |= {f"{folder}/{entry}" for entry in listed_pages(page)}
    assert {*written_pages(lang), *GENERATED[lang]} - listed == set()


def test_no_page_is_both_written_and_generated() -> None:
    for lang in LANGS:
        assert written_pages(lang).keys() & GENERATED[lang].keys() == set()


def test_generated_pages_have_the_same_headings_in_both_languages() -> None:
    assert GENERATED["en"].keys() == GENERATED["zh"].keys()
    for name, english in GENERATED["en"].items():
        assert HEADING.findall(english) == HEADING.findall(GENERATED["zh"][name]), name


# --- what they hold ---------------------------------------------------------------------------------


@by_language
def test_every_commitment_has_an_anchor_on_exactly_one_page(lang: Lang) -> None:
    found = [
        anchor
        for name, page in GENERATED[lang].items()
        if name.startswith("reference/commitments/")
        for anchor in re.findall(r"\]\{#([^}]+)\}", page)
    ]
    assert found == [anchor_of(one) for one in PLAN.commitments]


@by_language
def test_every_target_unit_and_open_question_is_shown(lang: Lang) -> None:
    pages = GENERATED[lang]
    assert [one for one in PLAN.targets if f"`{one}`" not in pages["reference/targets"]] == []
    assert [one.id for one in PLAN.lead_units if f"`{one.id}`" not in pages["reference/lead-units"]] == []
    register = pages["reference/register"]
    assert [one.id for one in PLAN.readings if f"### {one.id}　" not in register] == []


@by_language
def test_every_command_has_a_heading_with_its_arguments(lang: Lang) -> None:
    page = GENERATED[lang]["reference/command-line"]
    names = commands.command_names()
    assert {"evaluate", "ledger init"} <= set(names)
    assert [name for name in names if f"\n## {name}\n" not in page] == []


def test_every_public_name_has_an_entry() -> None:
    public = {
        f"{module.__name__}.{name}"
        for module in (wushan_plan, frames, ledger, reports, storage, testing)
        for name in module.__all__
    }
    assert public - api.documented_names() == set()


def test_every_error_of_the_family_says_when_it_is_raised() -> None:
    page = GENERATED["en"]["reference/errors"]
    assert WushanPlanError in api.error_classes()
    assert [one.__name__ for one in api.error_classes() if page.count(f".{one.__name__}`") != 1] == []


def test_the_chinese_glossary_has_every_row_of_the_glossary() -> None:
    english, chinese = (GENERATED[lang]["glossary"].splitlines() for lang in LANGS)
    assert [line for line in english if line.startswith("| `") and line not in chinese] == []
    assert "改革工作台账" in glossary.chinese_terms()
    assert not re.search(r"^#+ [A-Z]", "\n".join(chinese), re.MULTILINE)


@needs_text
def test_no_sentence_of_the_official_text_is_on_a_generated_page() -> None:
    bound = PLAN.bind(official_path())
    assert bound.sentences is not None
    sentences = {text.rstrip("。") for where, text in bound.sentences.items() if where.sentence > 0}
    for lang in LANGS:
        shown = "\n".join(GENERATED[lang].values())
        assert [one for one in sentences if one in shown] == []


# --- staging ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("docs/how-to/tables.md", "how-to/tables.md"),
        ("docs/zh/how-to/tables.md", "how-to/tables.md"),
        ("docs/zh/glossary.md", "glossary.md"),
        ("README.zh-CN.md", "index.md"),
        ("CONTRIBUTING.md", "contributing.md"),
        ("CHANGELOG.md", "changelog.md"),
        ("notebooks/01-tour.py", "notebooks/01-tour.ipynb"),
        ("docs/examples/water-2021-synthetic.csv", "examples/water-2021-synthetic.csv"),
        ("src/wushan_plan/errors.py", "files/src/wushan_plan/errors.py"),
        ("src", None),
        ("../elsewhere.md", None),
    ],
)
def test_a_file_of_the_project_has_one_place_on_the_site(path: str, place: str | None) -> None:
    assert staging.place_of((ROOT / path).resolve()) == place


def test_links_are_turned_and_code_is_left_as_it_is() -> None:
    page = "[a](x.md) `[b](x.md)` [`c`](x.md)\n```sh\n[d](x.md)\n```\n[e](x.md)\n"
    assert staging.with_links(page, lambda target: target.upper()) == (
        "[a](X.MD) `[b](x.md)` [`c`](X.MD)\n```sh\n[d](x.md)\n```\n[e](X.MD)\n"
    )


def test_a_staged_page_brings_the_files_it_links_to(tmp_path: Path) -> None:
    page = staging.staged(CONTRIBUTING, "contributing", tmp_path)
    assert "](design.md)" in page
    page = staging.staged(DOCS / "explanation" / "benchmarks.md", "explanation/benchmarks", tmp_path)
    assert "](benchmarks.svg)" in page
    assert (tmp_path / "explanation" / "benchmarks.svg").is_file()


def test_a_line_break_between_chinese_characters_is_no_space() -> None:
    assert joined_lines("甲，\n乙 a\nb 丙\nc") == "甲，乙 a\nb 丙\nc"
    assert joined_lines("\n", "。", "甲") == ""
    assert joined_lines("\n", "。", "") == "\n"


def test_the_link_check_finds_what_leads_nowhere(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(
        '<a href="b.html#there">1</a><a href="b.html#not">2</a><a href="c.html">3</a>'
        '<a href="https://example.org/">4</a><script src="https://example.org/x.js"></script>',
        "utf-8",
    )
    (tmp_path / "b.html").write_text('<p id="there">', "utf-8")
    assert [line.split(": ", 1)[1] for line in broken_links(tmp_path)] == [
        "b.html#not: no such anchor",
        "c.html: no such file",
        "https://example.org/x.js: is loaded from another host",
    ]
