"""Markdown says what stands in data as words: no link, picture, heading, row or element comes of it."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import cache

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.sinks.attacks import LONG, each_attack, meant, named, tame
from tests.sinks.hostile import REPORTED, START, ledger_of, plan_of
from wushan_plan.ledger import Ledger
from wushan_plan.ledger.reports import markdown, report

OBEYED = ("Cc", "Cf", "Cs", "Zl", "Zp")
READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def flat(tokens: Sequence[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from flat(token.children or ())


def shape(source: str) -> list[tuple[str, str]]:
    """Every block and element, in order; pieces of words are one."""
    found = [(token.type, token.tag) for token in flat(READER.parse(source))]
    return [one for one in found if one[0] not in ("text", "text_special")]


def words(source: str) -> str:
    return "".join(token.content for token in flat(READER.parse(source)) if token.type.startswith("text"))


def spaced(text: str) -> str:
    """What is meant, whatever kind of blanks is in it."""
    return " ".join(meant(text).split())


def reported(text: str) -> str:
    return markdown(report(ledger_of(text), REPORTED, START))


def reported_on_another_plan(text: str) -> str:
    return markdown(report(Ledger.from_plan(plan_of(text)), REPORTED))


@cache
def twin(made: Callable[[str], str]) -> tuple[int, list[tuple[str, str]]]:
    harmless = made(tame(1))
    return len(harmless.splitlines()), shape(harmless)


@pytest.mark.parametrize("made", [reported, reported_on_another_plan], ids=["this plan", "another plan"])
@each_attack
def test_a_report_is_the_same_but_for_words(made: Callable[[str], str], attack: str) -> None:
    hostile = made(attack)
    assert (len(hostile.splitlines()), shape(hostile)) == twin(made)
    assert not [char for char in hostile if unicodedata.category(char) in OBEYED and char != "\n"]
    said = spaced(words(hostile))
    assert spaced(attack.strip()) in said or spaced(named(attack)) in said


def test_no_address_is_a_link_to_a_reader_that_looks_for_them() -> None:
    reader = MarkdownIt("gfm-like", {"linkify": True})
    reader.linkify.set({"fuzzy_link": False, "fuzzy_email": False})  # type: ignore[union-attr]
    text = "http://example.invalid/x www.example.com HTTPS://example.com ftp://example.com"
    made = markdown(report(ledger_of(text), REPORTED))
    assert "link_open" not in {token.type for token in flat(reader.parse(made))}


def test_a_text_of_any_length_is_there() -> None:
    assert LONG in words(markdown(report(ledger_of(LONG), REPORTED)))
