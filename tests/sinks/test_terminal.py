"""A terminal draws what it is sent, line for line, and obeys nothing (终端)."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.sinks.attacks import ATTACKS, each_attack, each_kind, meant, named, tame
from tests.sinks.hostile import entries_of, explanations, ledger_of, plan_of
from tests.sinks.readers import terminal
from wushan_plan.cli import main
from wushan_plan.cli.pages import page_of, plan_page
from wushan_plan.cli.search import search_page
from wushan_plan.ledger import write_lines
from wushan_plan.model.verdict import Lang

LANGS: tuple[Lang, ...] = ("zh", "en")
each_language = pytest.mark.parametrize("lang", LANGS)
FILE_NAMES = [name for name, text in ATTACKS.items() if text.isascii() and not set(text) & set("/\0")]
"""Names a file can have on most systems but Windows."""
Said = Callable[..., list[str]]


def drawn(output: str) -> list[str]:
    """The lines a terminal shows; it was told nothing but to draw them."""
    seen = terminal(output)
    assert seen.obeyed == []
    return seen.lines


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Said:
    """Runs a command and gives the lines a terminal shows of its answer and its errors."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str) -> list[str]:
        main(arguments)
        return drawn("".join(capsys.readouterr()))

    return run


class TestExplanations:
    @each_language
    @each_kind
    def test_nothing_is_obeyed_no_line_is_added_and_the_words_are_there(
        self, attack: str, lang: Lang
    ) -> None:
        for hostile, harmless in zip(explanations(attack, lang), explanations(tame(1), lang), strict=True):
            assert len(drawn(hostile)) == len(drawn(harmless))
            assert meant(attack).strip() in meant(hostile) or meant(named(attack)) in meant(hostile)

    @each_language
    @each_kind
    def test_a_ledger_in_plain_text_neither(self, attack: str, lang: Lang) -> None:
        for hostile, harmless in zip(ledger_texts(attack, lang), ledger_texts(tame(1), lang), strict=True):
            assert len(drawn(hostile)) == len(drawn(harmless))


def ledger_texts(text: str, lang: Lang) -> list[str]:
    ledger = ledger_of(text)
    state = ledger.as_of(ledger.entries[-1].day)
    nouns = (ledger, state, state.unit("finance"), state.task("procurement-contract"), state.whole)
    return [noun.display(lang).text for noun in nouns]


@each_language
@each_kind
def test_pages_of_another_plan_are_drawn_line_for_line(attack: str, lang: Lang) -> None:
    def pages(text: str) -> list[str]:
        plan = plan_of(text)
        asked = ("6", "S1", "1.2", "water-connection", plan.lead_units[0].id, plan.readings[0].id)
        return [plan_page(plan, lang), *(page_of(plan, one, lang) for one in asked)]

    for hostile, harmless in zip(pages(attack), pages(tame(1)), strict=True):
        assert len(drawn(hostile)) == len(drawn(harmless))
    assert drawn(search_page(plan_of(tame(1)), attack, lang))


class TestCommands:
    @each_attack
    def test_a_name_nobody_knows_is_quoted_in_the_error(self, attack: str, said: Said) -> None:
        assert len(said("show", "--", attack)) == len(said("show", "--", tame(1)))
        found = said("search", "--", attack)
        assert len([line for line in found if meant(line).startswith(f"“{meant(attack)}”")]) == 1

    @each_attack
    def test_an_argument_that_cannot_be_read_is_too(self, attack: str, said: Said) -> None:
        for command in (
            ("deadline", "water-connection", "9{}"),
            ("evaluate", "x", "--as-of=2021-12-31", "--target={}"),
        ):
            hostile, harmless = ([one.format(text) for one in command] for text in (attack, tame(1)))
            assert len(said(*hostile)) == len(said(*harmless))
        assert said(f"--{attack}")

    @pytest.mark.parametrize("name", FILE_NAMES)
    def test_a_file_that_is_not_there(self, name: str, said: Said) -> None:
        attack = ATTACKS[name]
        command = ("--target=water-connection", "--as-of=2021-12-31", "--start=a", "--lang=en")
        hostile = said("evaluate", f"./{attack}.csv", *command)
        assert len(hostile) == len(said("evaluate", f"./{tame(1)}.csv", *command))

    @pytest.mark.parametrize("name", FILE_NAMES)
    def test_a_file_of_that_name_with_columns_cases_and_reasons_of_that_name(
        self, name: str, said: Said, tmp_path: Path
    ) -> None:
        def judged(text: str) -> list[str]:
            cell = text.replace("\r", "").replace("\n", "") or "x"  # the reader keeps breaks out of headers
            path = tmp_path / f"{text}.csv"
            with open(path, "w", encoding="utf-8", newline="") as file:
                rows = csv.writer(file)
                rows.writerow(["中标日期", "签订日期", "编号", "理由", cell])
                for start, end in (("2021-09-01", "2021-12-01"), ("2021-09-01", ""), ("9月", ""), (text, "")):
                    rows.writerow([start, end, text, text, text])
            asked = (
                "--start=中标日期",
                "--end=签订日期",
                "--id=编号",
                "--fact=excuse=理由",
                "--as-of=2021-12-31",
            )
            return said(
                "evaluate",
                str(path),
                "--target=procurement-contract",
                *asked,
                "--as-of=2021-12-31",
                "--rejects=r.xlsx",
            )

        assert len(judged(ATTACKS[name])) == len(judged(tame(1)))

    @each_kind
    def test_a_ledger(self, attack: str, said: Said) -> None:
        def listed(database: str, text: str) -> list[int]:
            said("ledger", "init", database)
            stored = [one for one in entries_of(text) if one.kind not in ("correction", "reassignment")]
            write_lines(stored, "x.jsonl")
            commands = (
                ("import", database, "x.jsonl"),
                ("status", database, "--as-of=2021-12-31", "--unit=finance"),
                ("report", database, "--as-of=2021-12-31"),
            )
            return [len(said("ledger", *one)) for one in commands]

        whole = "".join(char for char in attack if not "\ud800" <= char <= "\udfff")  # no database takes half
        assert listed("hostile.db", whole) == listed("harmless.db", tame(1))

    @each_kind
    def test_a_notice_from_a_file(self, attack: str, said: Said, tmp_path: Path) -> None:
        def noticed(text: str) -> list[list[str]]:
            word = toml_text(text)
            content = f"[[notice]]\nyear = 2027\nnumber = {word}\n[notice.holidays]\n{word} = [2027-01-01]\n"
            tmp_path.joinpath("n.toml").write_text(content, "utf-8")
            return [
                said("calendar", "--check", "n.toml"),
                said("calendar", "2027", "--notice", "n.toml"),
                said("deadline", "water-connection", "2026-12-29", "--notice", "n.toml"),
            ]

        if not any("\ud800" <= char <= "\udfff" for char in attack):
            assert [len(one) for one in noticed(attack)] == [len(one) for one in noticed(tame(1))]


def toml_text(text: str) -> str:
    return '"' + "".join(f"\\U{ord(char):08x}" for char in text) + '"'
