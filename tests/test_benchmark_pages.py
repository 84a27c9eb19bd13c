"""The benchmarks page says the same in both languages, and what its results say (性能测试页)."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from pathlib import Path

import pytest
from benchmarks.contest import Result, at_least, at_most
from benchmarks.page import SUBTRACTING, page
from benchmarks.page_words import Lang, asked, said, value
from benchmarks.picture import picture
from benchmarks.record import Machine, PeerDays, Record

from wushan_plan import CHINA

DOCS = Path(__file__).parents[1] / "docs"
PAGES: dict[Lang, Path] = {"en": DOCS / "explanation", "zh": DOCS / "zh" / "explanation"}
KEPT = Record.load(PAGES["en"] / "benchmarks.json")

FASTER, SLOWER = at_least(15), at_most(2)
WANTED = "≥ 15×"
MADE_UP = Record(
    Machine(dt.date(2030, 1, 2), "Some Processor 9000", 16, "Linux", "", "3.13.7", {"numpy": "9.8.7"}),
    dt.date(2004, 1, 1),
    dt.date(2030, 12, 31),
    177,
    (
        PeerDays("numpy", brings_days=False),
        PeerDays("careless", True, (dt.date(2019, 5, 5), dt.date(2029, 2, 3)), 1, 4321),
    ),
    {
        "Single dates": [
            Result("count, 14 days", "numpy", "", WANTED, True, 987.6, 3e-8, 2.9e-5, FASTER.bound, FASTER),
            Result("n-th working day, n up to 30", "numpy", "", ratio=12.3, ours=1e-7, theirs=1.23e-6),
            Result("count, 10 years", "careless", "right on no such span"),
        ],
        "Arrays and series": [
            Result("count, 1e7 rows, random", "numpy", "", WANTED, False, 7.07, 0.031, 0.219, wanted=FASTER),
            Result(
                "count, 1e7 rows, random", SUBTRACTING, "", "≤ 2×", True, 1.61, 0.029, 0.018, SLOWER.bound
            ),
            Result("count, 1e6 rows, random", "polars", "", ratio=5.55, ours=0.004, theirs=0.0222),
            Result(
                "count, 1e5 rows, random", "polars", "", WANTED, False, 3.33, 0.003, 0.00999, wanted=FASTER
            ),
        ],
        "Memory": [Result("count, 1e7 rows", "peak above the output, resident", "0.63 MiB", "≤ 4 MiB", True)],
    },
)


def numbers(page: str) -> Counter[str]:
    return Counter(re.findall(r"\d[\d,.]*\d|\d", page))


@pytest.mark.parametrize("record", [MADE_UP, KEPT], ids=["made-up", "kept"])
def test_the_pages_of_both_languages_hold_the_same_numbers(record: Record) -> None:
    assert numbers(page(record, "en")) == numbers(page(record, "zh"))


@pytest.mark.parametrize("record", [MADE_UP, KEPT], ids=["made-up", "kept"])
def test_the_pictures_of_both_languages_have_bars_of_the_same_length(record: Record) -> None:
    english, chinese = (re.findall(r'width="([\d.]+)"', picture(record.results, lang)) for lang in PAGES)
    assert english == chinese


def test_a_made_up_result_stands_in_the_page() -> None:
    english, chinese = page(MADE_UP, "en"), page(MADE_UP, "zh")
    assert "| count, 14 days | numpy | 29 µs | 30 ns | 988× faster | ≥ 15× | pass |" in english
    assert "| 计数，14天 | numpy | 29 µs | 30 ns | 速度为其988倍 | ≥ 15倍 | 达到 |" in chinese
    assert "| careless | 2 | 1 | 2019-05-05至2029-02-03 | 4,321 |" in chinese


def test_what_is_short_is_marked_and_explained_in_both_languages() -> None:
    assert "| **short** |" in page(MADE_UP, "en")
    assert "- count, 1e5 rows, random, against polars: 3.33× faster" in page(MADE_UP, "en")
    assert "| **未达到** |" in page(MADE_UP, "zh")
    assert "- 计数，1e5行，随机，与polars相比：速度为其3.33倍" in page(MADE_UP, "zh")


def test_a_record_is_read_back_as_it_was_kept(tmp_path: Path) -> None:
    MADE_UP.save(tmp_path / "record.json")
    assert Record.load(tmp_path / "record.json") == MADE_UP


@pytest.mark.parametrize("lang", PAGES)
def test_the_page_is_what_the_results_beside_it_say(lang: Lang) -> None:
    assert (PAGES[lang] / "benchmarks.md").read_text("utf-8") == page(KEPT, lang)
    assert (PAGES[lang] / "benchmarks.svg").read_text("utf-8") == picture(KEPT.results, lang)


def test_every_phrase_of_the_results_kept_has_its_chinese() -> None:
    names = {peer.name for peer in KEPT.peers} | {"polars", "(b - a).days"}
    phrases = {
        text
        for group in KEPT.results.values()
        for one in group
        for text in (said(one.work, "zh"), said(one.peer, "zh"), value(one, "zh"), asked(one, "zh"))
        if text not in names and not re.match(r"(from wushan_plan )?import |[≤≥\d]", text)
    }
    assert [text for text in phrases if text and not re.search(r"[\u4e00-\u9fff]", text)] == []


def test_the_days_compared_are_those_the_calendar_covers() -> None:
    assert (KEPT.first, KEPT.last) == CHINA.coverage


@pytest.mark.parametrize("lang", PAGES)
def test_the_page_on_other_calendars_gives_the_wrong_days_of_the_results_kept(lang: Lang) -> None:
    shown = (PAGES[lang] / "peers.md").read_text("utf-8")
    for peer in KEPT.peers:
        if peer.brings_days:
            figures = rf"{len(peer.wrong)} \| {peer.make_up} \| [^|]* \| {peer.silent:,}"
            assert re.search(rf"\| {re.escape(peer.name)} \| {figures} \|", shown), peer.name
    compared = set(KEPT.machine.versions) - {"wushan-plan", "polars"}
    assert [name for name in compared if f"{name} {KEPT.machine.versions[name]}" not in shown] == []
