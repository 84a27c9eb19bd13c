"""What a notebook shows of a ledger, its states, overviews, tasks and commitments (笔记本中的台账)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import attrs
import pytest

from tests.ledger.displays.specimens import (
    DAY,
    LANGUAGES,
    LIBRARY,
    cited,
    plan,
    state,
)
from tests.ledger.small_ledger import AFTER, FLOOR, OCTOBER, carried, report, task
from wushan_plan import DefinitionError, FactError, Plan, introduced
from wushan_plan.explanation.display.page import Badge, Fold, Page, Rows, Table
from wushan_plan.ledger import Colour, Comment, Ledger, Overview, TaskState
from wushan_plan.ledger.display import LedgerDisplayer, page_of
from wushan_plan.model.verdict import Lang

each_language = pytest.mark.parametrize("lang", LANGUAGES)
MISSED = task(FLOOR, AFTER, report(OCTOBER, items=3))


def heading(noun: Any, lang: Lang) -> str:
    """The first line of what is shown."""
    shown: str = noun.display(lang).text
    return shown.split("\n")[0]


def folds(page: Page) -> dict[str, Fold]:
    """What can be opened, by title."""
    return {one.title: one for one in page.blocks if isinstance(one, Fold)}


def rows_of(page: Page) -> dict[str, Any]:
    """Labels with their values."""
    (rows,) = (one for one in page.blocks if isinstance(one, Rows))
    return dict(rows.rows)


def table_in(fold: Fold) -> Table:
    (table,) = fold.blocks
    assert isinstance(table, Table)
    return table


class TestSpecimens:
    """The reviewed displays are of an invented ledger that has something of everything."""

    def test_together_they_show_every_colour_and_every_kind_of_entry(self) -> None:
        assert all(state().whole.of_colour(colour) for colour in Colour)
        assert len({one.kind for one in state().ledger.entries}) == 8


def commented(number: int) -> Ledger:
    """A ledger with so many entries, one a day."""
    return Ledger.from_plan(
        plan(),
        (
            Comment(**cited("library-services", LIBRARY, 5, day), text=f"第{day}条")
            for day in range(1, number + 1)
        ),
    )


class TestLatestEntries:
    """The ledger shows its latest eight entries, the last one first, and says how many came before."""

    @staticmethod
    def latest(number: int, lang: Lang) -> Table:
        title = "最近的记录" if lang == "zh" else "Latest entries"
        return table_in(folds(page_of(commented(number), lang))[title])

    @each_language
    def test_eight_are_all(self, lang: Lang) -> None:
        table = self.latest(8, lang)
        assert [row[0] for row in table.rows] == [f"2022-05-{day:02}" for day in range(8, 0, -1)]
        assert table.more == ""

    @pytest.mark.parametrize(("lang", "more"), [("zh", "此前还有1条"), ("en", "and 1 earlier")])
    def test_of_nine_the_first_is_left_out(self, lang: Lang, more: str) -> None:
        table = self.latest(9, lang)
        assert [row[0] for row in table.rows] == [f"2022-05-{day:02}" for day in range(9, 1, -1)]
        assert table.more == more

    @each_language
    def test_one_day_is_written_once(self, lang: Lang) -> None:
        label = "起止" if lang == "zh" else "written"
        assert rows_of(page_of(commented(1), lang))[label] == "2022-05-01"

    @each_language
    def test_an_empty_ledger_has_none(self, lang: Lang) -> None:
        page = page_of(commented(0), lang)
        assert list(folds(page)) == ["各单位" if lang == "zh" else "By unit"]


class TestListedTasks:
    """Fifteen tasks are listed, the worst first, and the rest is counted."""

    @pytest.mark.parametrize(
        ("number", "lang", "title", "more"),
        [
            (15, "zh", "任务，最差的在前（15）", ""),
            (15, "en", "Tasks, the worst first (15)", ""),
            (16, "zh", "任务，最差的在前（16）", "另有1项"),
            (16, "en", "Tasks, the worst first (16)", "and 1 more"),
        ],
    )
    def test_no_more_than_fifteen(self, number: int, lang: Lang, title: str, more: str) -> None:
        table = table_in(folds(page_of(Overview("small", (MISSED,) * number), lang))[title])
        assert (len(table.rows), table.more) == (15, more)

    @each_language
    def test_a_state_lists_red_and_yellow_ones_only(self, lang: Lang) -> None:
        title = "任务，最差的在前（4）" if lang == "zh" else "Tasks, the worst first (4)"
        table = table_in(folds(page_of(state(), lang))[title])
        badges = [row[0].text for row in table.rows if isinstance(row[0], Badge)]
        assert badges == (["红", "红", "黄", "黄"] if lang == "zh" else ["red", "red", "yellow", "yellow"])

    @each_language
    def test_a_state_without_them_lists_none(self, lang: Lang) -> None:
        page = page_of(Ledger.from_plan(plan()).as_of(date(2022, 5, 9)), lang)
        assert list(folds(page)) == ["各单位" if lang == "zh" else "By unit"]


class TestOverviews:
    """An overview is headed by what its tasks are those of, the day, and the worst colour."""

    @pytest.mark.parametrize(
        ("overview", "zh", "en"),
        [
            (lambda: state().whole, plan().title, plan().title_en),
            (lambda: state().unit(LIBRARY), "虚构县图书馆", "Invented County Library"),
            (lambda: state().unit("leading-group"), "领导小组", "the leading group"),
            (
                lambda: state().measure(1),
                "措施1 限时发放高龄补贴",
                "Measure 1: Pay old-age allowances in time",
            ),
            (lambda: state().safeguard(1), "保障措施1 建立台账", "Safeguard 1: Keep a ledger"),
            (lambda: state().section("2.1"), "2.1 开放公共图书馆", "2.1 An open public library"),
            (lambda: state().chapter(1), "第1章 方便群众办事", "Chapter 1: Easier dealings for the people"),
            (lambda: state().chapter(2), "第2章 办好公共文化", "Chapter 2: Public culture"),
            (lambda: state().chapter(3), "第3章 抓好落实", "Chapter 3: Carrying it out"),
        ],
    )
    def test_title(self, overview: Callable[[], Overview], zh: str, en: str) -> None:
        assert heading(overview(), "zh").startswith(f"{zh}　2022年10月12日（周三）【")
        assert heading(overview(), "en").startswith(f"{en}, Wed 12 October 2022 [")

    def test_a_measure_without_title_is_named_by_its_number(self) -> None:
        found = Ledger.from_plan(untitled(plan())).as_of(DAY).measure(1)
        assert heading(found, "zh") == "措施1　2022年10月12日（周三）【灰】"
        assert heading(found, "en") == "Measure 1, Wed 12 October 2022 [grey]"

    def test_of_tasks_put_together_by_hand_the_name_is_kept(self) -> None:
        found = Overview("my own", state().tasks)
        assert heading(found, "zh") == "my own　2022年10月12日（周三）【红】"
        assert heading(found, "en") == "my own, Wed 12 October 2022 [red]"

    @each_language
    def test_without_tasks_there_is_nothing_but_the_name(self, lang: Lang) -> None:
        page = page_of(Overview("m99", ()), lang)
        assert (page.title, page.badges, folds(page)) == ("m99", (), {})
        assert rows_of(page)["任务" if lang == "zh" else "tasks"] == "0"


def untitled(whole: Plan) -> Plan:
    """The plan with a first measure that has no title."""
    chapter, *others = whole.chapters
    section, *more = chapter.sections
    measure, *rest = section.measures
    bare = attrs.evolve(measure, title="", title_en="")
    section = attrs.evolve(section, measures=(bare, *rest))
    return introduced(
        attrs.evolve(whole, chapters=(attrs.evolve(chapter, sections=(section, *more)), *others))
    )


class TestUnitsThePlanDoesNotKnow:
    """A unit of no plan goes by its id."""

    @each_language
    def test_units_the_plan_does_not_name(self, lang: Lang) -> None:
        page = page_of(carried(FLOOR, AFTER, units="ab"), lang)
        assert rows_of(page)["责任单位" if lang == "zh" else "carried by"] == (
            "a、b" if lang == "zh" else "a; b"
        )

    @each_language
    def test_a_commitment_outside_any_plan(self, lang: Lang) -> None:
        alone: TaskState = attrs.evolve(MISSED, commitment=attrs.evolve(FLOOR, plan=None))
        assert rows_of(page_of(alone, lang))["责任单位" if lang == "zh" else "carried by"] == "a"
        assert heading(Overview("some", (alone,)), lang).startswith("some")


def test_a_task_in_conflict_says_so_in_either_language() -> None:
    disputed = task(FLOOR, AFTER, report(OCTOBER, items=3), report(OCTOBER, "李", items=4))
    labels = [label for lang in LANGUAGES for label in rows_of(page_of(disputed, lang))]
    assert [one for one in labels if one in ("冲突", "conflict")] == ["冲突", "conflict"]


class TestWithoutAVerdict:
    """There is an account of the verdict only where there is a verdict, and a voice to explain it."""

    @each_language
    def test_a_task_that_cases_speak_for_has_no_account(self, lang: Lang) -> None:
        assert folds(page_of(state().task("old-age-allowance"), lang)) == {}

    @each_language
    def test_a_plan_without_a_voice_has_no_account(self, lang: Lang) -> None:
        assert MISSED.verdict is not None
        mute: TaskState = attrs.evolve(MISSED, verdict=attrs.evolve(MISSED.verdict, voice=None))
        assert len(folds(page_of(MISSED, lang))) == 1
        assert folds(page_of(mute, lang)) == {}


class TestRefused:
    """What is no noun of the ledger, and what is no language, is refused with a reason."""

    def test_other_nouns(self) -> None:
        with pytest.raises(DefinitionError) as caught:
            LedgerDisplayer().display(plan(), "en")
        error = caught.value
        assert (error.value, error.where) == ("Plan", "LedgerDisplayer.display")
        assert "its states and its overviews" in error.rule
        assert error.remedy == "Give one of these."

    def test_other_languages(self) -> None:
        with pytest.raises(FactError) as caught:
            state().display("fr")  # type: ignore[arg-type]
        assert caught.value.value == "fr"
        assert caught.value.where == "display(lang)"
