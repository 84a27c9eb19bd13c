"""A report looks as the reviewed specimens show it (样张): page, text, workbook, pictures, lists, values."""

from __future__ import annotations

from itertools import zip_longest

import pytest

from tests.ledger.specimens.rendering import HERE, specimens

WRITE_ANEW = "python -m tests.ledger.specimens --write"


def compare(name: str) -> None:
    """Fails at the first line that differs from the specimen of this name."""
    kept, made = (HERE / name).read_text("utf-8"), specimens()[name]()
    for number, (old, new) in enumerate(zip_longest(kept.split("\n"), made.split("\n")), 1):
        if old != new:
            pytest.fail(
                f"tests/ledger/specimens/{name}, line {number}:\n  kept: {old}\n  made: {new}\n"
                f"Where the new one is meant, write it anew and look at it: {WRITE_ANEW}"
            )


def test_a_report_holds_what_is_written_down() -> None:
    compare("values.txt")


class TestInChinese:
    def test_the_page(self) -> None:
        compare("report.zh.html")

    def test_the_text(self) -> None:
        compare("report.zh.md")

    def test_the_pictures_on_other_days(self) -> None:
        compare("pictures.zh.html")

    def test_the_workbook(self) -> None:
        compare("workbook.zh.txt")

    def test_long_lists_shortened(self) -> None:
        compare("long-lists.zh.txt")


class TestInEnglish:
    def test_the_page(self) -> None:
        compare("report.en.html")

    def test_the_text(self) -> None:
        compare("report.en.md")

    def test_the_pictures_on_other_days(self) -> None:
        compare("pictures.en.html")

    def test_the_workbook(self) -> None:
        compare("workbook.en.txt")

    def test_long_lists_shortened(self) -> None:
        compare("long-lists.en.txt")


def test_every_file_beside_them_is_a_specimen() -> None:
    beside = {one.name for one in HERE.iterdir() if one.is_file() and one.suffix != ".py"}
    assert beside == set(specimens())
