"""How wide a text stands: columns counted for screens, pages and cells."""

from __future__ import annotations

import pytest

from wushan_plan.explanation.width import display_width, padded


@pytest.mark.parametrize(
    ("text", "width"), [("", 0), ("2021", 4), ("办件2021", 8), ("（是）", 6), ("“是”……", 10), ("10·20 é", 7)]
)
def test_a_chinese_character_takes_two_columns_and_so_do_its_marks(text: str, width: int) -> None:
    assert display_width(text) == width


def test_of_several_lines_the_longest_counts() -> None:
    assert display_width("一行\n较长的一行\n行") == 10


@pytest.mark.parametrize("text", ["", "件", "W-1", "办件1"])
def test_a_padded_text_takes_exactly_the_width(text: str) -> None:
    assert padded(text, 6).startswith(text)
    assert display_width(padded(text, 6)) == 6


def test_a_text_wider_than_asked_stays_whole() -> None:
    assert padded("较长的办件编号", 6) == "较长的办件编号"
