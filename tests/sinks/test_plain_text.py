"""What is obeyed instead of read is shown as an escape, and nothing else changes."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.sinks.attacks import each_attack, meant
from wushan_plan.errors import FactError
from wushan_plan.plain_text import joined, one_line, printable

OBEYED = ("Cc", "Cf", "Cs", "Zl", "Zp")


def test_exactly_control_and_format_characters_breaks_and_halves_are_escapes() -> None:
    for code in range(sys.maxunicode + 1):
        char = chr(code)
        wanted = unicodedata.category(char) in OBEYED or code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF
        shown = one_line(char)
        if wanted:
            assert shown.isascii(), hex(code)
            assert shown.isprintable(), hex(code)
        elif unicodedata.category(char) != "Cn" and not 0x13430 <= code <= 0x1345F:
            assert shown == char, hex(code)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31m", r"\x1b[31m"),
        ("a\r\nb", r"a\r\nb"),
        ("a\tb", r"a\tb"),
        ("\u202egpj", r"\u202egpj"),
        ("\ud800", r"\ud800"),
        ("\U000e0041", r"\U000e0041"),
        (r"C:\x", r"C:\x"),
        ("甲　乙 é𠮷שלום", "甲　乙 é𠮷שלום"),
    ],
)
def test_an_escape_is_written_as_python_writes_it(text: str, shown: str) -> None:
    assert one_line(text) == shown


class TestOneLine:
    """Shown on one line, any text is one line to every reader, and says what it said."""

    @given(st.text())
    def test_it_is_one_line(self, text: str) -> None:
        assert one_line(text).splitlines() in ([one_line(text)], [])

    @given(st.text(st.characters(exclude_characters="\\")))
    def test_it_says_what_it_said(self, text: str) -> None:
        assert meant(one_line(text)) == text

    @given(st.text())
    def test_twice_is_once(self, text: str) -> None:
        assert one_line(one_line(text)) == one_line(text)

    @given(st.lists(st.text(), min_size=1))
    def test_joined_lines_are_as_many_as_were_given(self, lines: list[str]) -> None:
        assert len(joined(lines).split("\n")) == len(lines)


def test_on_a_page_breaks_and_tabs_stay() -> None:
    assert printable("a\r\nb\tc\rd") == "a\nb\tc\\rd"


@each_attack
def test_an_error_says_everything_on_one_line(attack: str) -> None:
    error = FactError(value=attack, rule=f"rule {attack}.", where=attack, remedy=attack)
    assert str(error) == one_line(str(error))
