"""A supervision report as a page, as Markdown and as a workbook (督查报告的写法)."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import openpyxl
import pytest

from tests.ledger.scenario import FINAL, RETURNS, entries, ledger
from wushan_plan import PLAN, Status
from wushan_plan.explanation.words import COLOUR, DISPUTE
from wushan_plan.ledger import (
    CaseReport,
    Colour,
    DeviationReason,
    Dispute,
    Entry,
    Ledger,
    ProgressReport,
    Tally,
)
from wushan_plan.ledger.reports import html, markdown, report, tables, write_workbook
from wushan_plan.model.verdict import Lang

ATTACKS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'><svg/onload=alert(1)>",
    "</td></tr></table><h1>越界</h1>",
    "a | b\n| --- | --- |\n| c",
    "[点我](javascript:alert(1)) ![x](http://example.invalid/a.png) `x`",
    "</style><style>body{display:none}</style>",
    '=HYPERLINK("http://example.invalid")',
    "# 标题",
    "- 项",
    "1. 项",
    "&lt;b&gt; &amp;",
    "\u202e反向\u202c",
    "铃\x07声",
)
LANGS: tuple[Lang, ...] = ("zh", "en")
VOID = {"meta", "col", "rect", "line", "circle", "path", "br"}


def attacked() -> Ledger:
    """The year, with every attack as an author, a reason and the name of an item."""
    cited = {"commitment": "procurement-contract", "unit": "finance", "at": RETURNS[2]}
    hostile: list[Entry] = []
    for text in ATTACKS:
        author = " ".join(text.split())
        hostile += [
            DeviationReason(**cited, author=author, reason=text),  # type: ignore[arg-type]  # by keyword
            ProgressReport(
                commitment="external-works-cost",
                unit="state-grid",
                at=RETURNS[2],
                author=author,
                facts={"cost": len(hostile), "in_planned_land": True},
            ),
            ProgressReport(
                commitment="sichuan-chongqing-services",
                unit="government-services-centre",
                at=RETURNS[2],
                author="填报人",
                facts={"universe": list(ATTACKS), "covered": []},
            ),
        ]
    return ledger().with_entries(hostile)


class Outline(HTMLParser):
    """The tags of a page, checked to be closed in order (网页骨架)."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def outline(page: str) -> Outline:
    found = Outline()
    found.feed(page)
    found.close()
    assert found.open == []
    return found


@cache
def page(day: date, lang: Lang = "zh", *, full: bool = False) -> str:
    return html(report(ledger(), day, RETURNS[1], lang=lang), full=full)


class TestPage:
    @pytest.mark.parametrize("lang", LANGS)
    @pytest.mark.parametrize("day", [RETURNS[2], FINAL], ids=str)
    def test_every_tag_is_closed_in_order(self, day: date, lang: Lang) -> None:
        assert outline(page(day, lang)).tags

    def test_it_needs_no_network_and_no_script(self) -> None:
        tags = outline(page(RETURNS[2])).tags
        assert not {"script", "link", "img", "iframe", "object", "form"} & {tag for tag, _ in tags}
        for _, attributes in tags:
            assert not {"src", "onload", "onclick", "onerror", "xlink:href"} & set(attributes)
            assert (attributes.get("href") or "#").startswith("#")
        text = page(RETURNS[2]).replace("http://www.w3.org/2000/svg", "")
        assert not re.search(r"https?:|@import|url\((?!#)", text)

    def test_it_has_three_pictures_that_say_what_they_show(self) -> None:
        pictures = [attributes for tag, attributes in outline(page(RETURNS[2])).tags if tag == "svg"]
        assert len(pictures) == 3
        assert all(one["role"] == "img" and one["aria-label"] for one in pictures)

    def test_every_place_linked_to_is_on_the_page_once(self) -> None:
        tags = outline(page(RETURNS[2])).tags
        ids = [attributes["id"] for tag, attributes in tags if "id" in attributes and tag != "pattern"]
        linked = [str(attributes["href"])[1:] for tag, attributes in tags if tag == "a"]
        assert len(ids) == len(set(ids))
        assert set(linked) <= set(ids)

    def test_the_heads_of_tables_are_repeated_on_paper(self) -> None:
        assert "table-header-group" in page(RETURNS[2])
        assert "size: A4" in page(RETURNS[2])

    def test_no_attack_becomes_markup(self) -> None:
        plain = outline(page(RETURNS[2], full=True))
        hostile = outline(html(report(attacked(), RETURNS[2], RETURNS[1]), full=True))
        allowed = {tag for tag, _ in plain.tags} | {"p"}
        assert {tag for tag, _ in hostile.tags} <= allowed
        for _, attributes in hostile.tags:
            assert not [name for name in attributes if name.startswith("on")]
        words = "".join(hostile.words)
        assert "<script>alert(1)</script>" in words
        assert "\x07" not in words

    @pytest.mark.parametrize("lang", LANGS)
    def test_it_is_in_its_language(self, lang: Lang) -> None:
        found = outline(page(RETURNS[2], lang))
        assert dict(found.tags[0][1])["lang"] == ("zh-CN" if lang == "zh" else "en")
        heads = tables(report(ledger(), RETURNS[2], lang=lang))
        assert all(one.title.isascii() is (lang == "en") for one in heads)

    def test_the_same_report_is_the_same_page(self) -> None:
        again = Ledger.from_plan(PLAN, reversed(entries()))
        assert html(report(again, RETURNS[2], RETURNS[1])) == page(RETURNS[2])


def rows_of(text: str) -> list[list[str]]:
    """Blocks of lines that begin with a bar."""
    blocks: list[list[str]] = [[]]
    for line in text.splitlines():
        if line.startswith("|"):
            blocks[-1].append(line)
        elif blocks[-1]:
            blocks.append([])
    return [block for block in blocks if block]


def bars(line: str) -> int:
    return len(re.findall(r"(?<!\\)\|", line))


class TestMarkdown:
    @pytest.mark.parametrize("lang", LANGS)
    @pytest.mark.parametrize("full", [True, False], ids=["full", "short"])
    def test_tables_are_well_formed_whatever_was_reported(self, lang: Lang, full: bool) -> None:
        found = report(attacked(), RETURNS[2], RETURNS[1], lang=lang)
        blocks = rows_of(markdown(found, full=full))
        shown = [one for one in tables(found, full=full) if one.rows]
        assert [len(block) for block in blocks] == [len(one.rows) + 2 for one in shown]
        for block, table in zip(blocks, shown, strict=True):
            assert {bars(line) for line in block} == {len(table.columns) + 1}
            assert re.fullmatch(r"\|(-{3}:?\|)+", block[1])

    def test_no_attack_becomes_markup(self) -> None:
        text = markdown(report(attacked(), RETURNS[2], RETURNS[1]))
        assert not re.search(r"(?<!\\)[<>`]", text)
        assert not re.search(r"(?<!\\)\[", text)
        assert "://" not in text.replace("\\://", "")

    def test_headings_are_those_of_the_tables(self) -> None:
        found = report(ledger(), RETURNS[2], RETURNS[1])
        heads = [line for line in markdown(found).splitlines() if line.startswith("## ")]
        wanted = [f"## {one.title}" for one in tables(found, full=False) if not one.part_of]
        assert heads == [*wanted, "## 说明"]


class TestWorkbook:
    def test_each_list_has_a_sheet_with_every_task(self, tmp_path: Path) -> None:
        found = report(ledger(), date(2021, 12, 20), RETURNS[3])
        write_workbook(found, tmp_path / "督查报告.xlsx")
        book = openpyxl.load_workbook(tmp_path / "督查报告.xlsx")
        listed = tables(found)
        assert book.sheetnames == ["摘要", *(one.title for one in listed)]
        for table in listed:
            rows = list(book[table.title].iter_rows(min_row=4, values_only=True))
            assert [str(one) for one in rows[0] if one] == [one.heading for one in table.columns]
            assert len(rows) - 1 == (len(table.rows) or 1)

    def test_no_text_becomes_a_formula_or_a_link(self, tmp_path: Path) -> None:
        path = tmp_path / "attacked.xlsx"
        write_workbook(report(attacked(), RETURNS[2], RETURNS[1]), path)
        for sheet in openpyxl.load_workbook(path):
            for row in sheet.iter_rows():
                assert [cell.coordinate for cell in row if cell.data_type == "f" or cell.hyperlink] == []

    def test_it_is_in_english_on_request(self, tmp_path: Path) -> None:
        found = report(ledger(), RETURNS[2], lang="en")
        write_workbook(found, tmp_path / "report.xlsx")
        names = openpyxl.load_workbook(tmp_path / "report.xlsx").sheetnames
        assert names == ["Summary", *(one.title for one in tables(found))]
        assert all(name.isascii() for name in names)


@pytest.mark.parametrize(
    ("words", "kind"),
    [(COLOUR, Colour), (DISPUTE, Dispute)],
    ids=lambda one: str(one)[:20],
)
def test_every_member_of_the_ledgers_enums_has_a_word(
    words: dict[str, tuple[str, str]], kind: type[Colour] | type[Dispute]
) -> None:
    assert set(words) == {str(member.value) for member in kind}
    glossary = (Path(__file__).parents[2] / "docs" / "glossary.md").read_text("utf-8")
    for member in kind:
        assert f"| `{kind.__name__}.{member.name}` | {words[str(member.value)][0]} |" in glossary


@pytest.mark.parametrize("day", [date(2021, 6, 1), date(2021, 7, 30), date(2024, 6, 28)], ids=str)
def test_a_day_before_or_long_after_the_period_gives_a_page_too(day: date) -> None:
    written = html(report(ledger(), day))
    assert outline(written).open == []
    assert day.isoformat() in written


class TestDetails:
    def test_a_point_inside_a_number_needs_no_backslash(self) -> None:
        text = markdown(report(ledger(), RETURNS[2], RETURNS[1]))
        assert re.search(r"\| \d+\.\d% \|", text)
        assert not re.search(r"\d\\\.\d", text)

    def test_the_list_says_by_what_a_mean_falls_short(self) -> None:
        late = CaseReport(
            commitment="power-10kv",
            unit="state-grid",
            author="李四",
            at=RETURNS[2],
            tally=Tally(counts={Status.MET: 1}, completed=1, total_elapsed=400, unit="working"),
            source="办件台账",
        )
        for lang, told in (("zh", "按平均用时"), ("en", "by the mean")):
            found = tables(report(Ledger.from_plan(PLAN, [late]), RETURNS[2], lang=lang))  # type: ignore[arg-type]
            (red,) = [one for one in found if one.id == "red"]
            assert [row[3] for row in red.rows] == [told]

    @pytest.mark.parametrize("day", [FINAL, RETURNS[2]], ids=["after", "before"])
    def test_other_tasks_show_their_day(self, day: date) -> None:
        undone = ProgressReport(
            commitment="m12.2", unit="finance", author="李四", at=RETURNS[2], facts={"done": False}
        )
        cases = CaseReport(
            commitment="water-connection",
            unit="dingcheng-water",
            author="李四",
            at=RETURNS[2],
            tally=Tally(counts={Status.MET: 2}),
            source="办件台账",
        )
        found = tables(report(Ledger.from_plan(PLAN, [undone, cases]), day))
        listed = [row[3] for one in found if one.id in ("red", "yellow", "due") for row in one.rows]
        assert set(listed) <= {"2021-12-31（推断）", "2021-12-31", "2021-10-31"}

    @pytest.mark.parametrize(
        ("tally", "words", "words_en"),
        [
            (
                Tally(counts={Status.NOT_MET: 2}, open_late=1),
                "逐件计时，逾期未办结1件",
                "case by case; open and late: 1",
            ),
            (Tally(counts={Status.NOT_MET: 2}), "逐件计时，超时办结2件", "case by case; late: 2"),
        ],
        ids=["open", "closed"],
    )
    def test_the_list_says_what_is_late_of_a_task_timed_case_by_case(
        self, tally: Tally, words: str, words_en: str
    ) -> None:
        late = CaseReport(
            commitment="water-connection",
            unit="dingcheng-water",
            author="李四",
            at=RETURNS[2],
            tally=tally,
            source="办件台账",
        )
        for lang, told in (("zh", words), ("en", words_en)):
            found = tables(report(Ledger.from_plan(PLAN, [late]), RETURNS[2], lang=lang))  # type: ignore[arg-type]
            listed = [row for one in found if one.id in ("red", "yellow") for row in one.rows]
            assert [row[3] for row in listed if row[0] == "m06.1"] == [told]
