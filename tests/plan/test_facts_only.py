"""The document's modules hold facts and nothing else (只有事实)."""

from __future__ import annotations

import ast
import io
import re
import tokenize
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import wushan_plan
from tests.outside import needs_text, official_path
from wushan_plan import PLAN, Measure, Safeguard

PACKAGE = Path(wushan_plan.__file__).parent
DOCUMENT = sorted((PACKAGE / "plan2021").glob("*.py"))
SOURCES = sorted(PACKAGE.rglob("*.py"))
LONGEST_RUN = 12
LONGEST_PHRASE = 16
NUMBERING = re.compile("^（?[一二三四五六]）?、?")

LOOPS = (ast.For, ast.AsyncFor, ast.While)
COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef)
BRANCHES = (ast.If, ast.IfExp, ast.Try, ast.Match)
COMPUTED = (ast.JoinedStr, ast.BinOp)

by_module = pytest.mark.parametrize("path", [pytest.param(path, id=path.stem) for path in DOCUMENT])


def test_there_is_a_module_for_every_section() -> None:
    names = {path.stem[:4] for path in DOCUMENT}
    for section in PLAN.sections:
        chapter, number = section.id.split(".")
        assert f"c{chapter}s{number}" in names


@by_module
@pytest.mark.parametrize(
    "kinds",
    [LOOPS, COMPREHENSIONS, FUNCTIONS, BRANCHES, COMPUTED],
    ids=["loop", "comprehension", "function-or-class", "branch", "computed-value"],
)
def test_a_module_of_the_document_holds_no(path: Path, kinds: tuple[type[ast.AST], ...]) -> None:
    found = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, kinds)]
    assert [ast.unparse(node) for node in found] == []


@by_module
def test_a_module_of_the_document_needs_only_the_model(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert node.module is not None
            assert re.match(r"(datetime|decimal|fractions|wushan_plan\.(model|plan2021))\b", node.module)
        assert not isinstance(node, ast.Import)


@needs_text
@pytest.mark.parametrize("path", [pytest.param(path, id=str(path.relative_to(PACKAGE))) for path in SOURCES])
def test_no_module_repeats_a_sentence_of_the_official_text(path: Path) -> None:
    allowed = names_as_printed()
    for text in written(path):
        for run in runs_in(squeezed(text)):
            run = NUMBERING.sub("", run)
            assert len(run) <= LONGEST_RUN or any(run in name for name in allowed), (
                f"{run} ({len(run)} characters)"
            )


def test_a_phrase_is_a_few_characters() -> None:
    assert [phrase for phrase in phrases() if len(phrase) > LONGEST_PHRASE] == []


@needs_text
def test_every_phrase_figure_and_name_stands_in_the_sentence_its_commitment_cites() -> None:
    for one in PLAN.bind(official_path()).commitments:
        figures = (figure.phrase for figure in one.figures)
        for printed in (one.phrase, *figures, *one.platforms, *one.instruments):
            assert squeezed(printed) in squeezed(one.sentence), (one.id, printed)


@needs_text
def test_every_name_with_a_numeral_stands_in_the_text_of_its_measure() -> None:
    bound = PLAN.bind(official_path())
    places: tuple[Measure | Safeguard, ...] = (*bound.measures, *bound.safeguards)
    for place in places:
        for term in place.names:
            assert squeezed(term.phrase) in squeezed(place.text), (place.number, term.phrase)


def squeezed(text: str) -> str:
    return "".join(unicodedata.normalize("NFC", text).split())


@cache
def official_text() -> str:
    return squeezed(official_path().read_text("utf-8"))


@cache
def windows() -> frozenset[str]:
    text, width = official_text(), LONGEST_RUN + 1
    return frozenset(text[start : start + width] for start in range(len(text) - width + 1))


@cache
def names_as_printed() -> frozenset[str]:
    """What may be longer: titles, and names of units, platforms and instruments; phrases are short."""
    names = {PLAN.title, PLAN.number, *(unit.name for unit in PLAN.lead_units)}
    names |= {chapter.title for chapter in PLAN.chapters} | {section.title for section in PLAN.sections}
    names |= {measure.title for measure in PLAN.measures} | {each.title for each in PLAN.safeguards}
    names |= {name for one in PLAN.commitments for name in (*one.platforms, *one.instruments)}
    return frozenset(squeezed(name) for name in (*names, *phrases()))


@cache
def phrases() -> frozenset[str]:
    """The operative phrases: the few characters that hold a number, a date, a quantifier or a name."""
    found = {one.phrase for one in PLAN.commitments if one.phrase}
    found |= {figure.phrase for one in PLAN.commitments for figure in one.figures}
    found |= {each.phrase for one in PLAN.commitments for each in one.exceptions}
    for names in (*(one.names for one in PLAN.measures), *(one.names for one in PLAN.safeguards)):
        found |= {term.phrase for term in names}
    return frozenset(found)


def runs_in(text: str) -> Iterator[str]:
    """The longest runs of ``text`` that stand in the official text, if over the limit."""
    width, start = LONGEST_RUN + 1, 0
    while start + width <= len(text):
        end = start + width
        if text[start:end] not in windows():
            start += 1
            continue
        while end < len(text) and text[end - LONGEST_RUN : end + 1] in windows():
            end += 1
        yield text[start:end]
        start = end - LONGEST_RUN


def written(path: Path) -> Iterator[str]:
    """Every string of a module, joined as Python joins it, and every comment."""
    source = path.read_text("utf-8")
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
    comments = [
        token.string.lstrip("# ")
        for token in tokenize.generate_tokens(io.StringIO(source).readline)
        if token.type == tokenize.COMMENT
    ]
    yield "".join(comments)
