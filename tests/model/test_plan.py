"""A plan put together: its parts, their ways to each other, its engine and its text (方案)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest

from tests.model.small_plan import (
    CULTURE,
    NOTICES,
    ROADS,
    SENTENCES,
    TRANSPORT,
    NotedJudge,
    NotedLibrarian,
    NotedVoice,
    register_entry,
    small_plan,
)
from tests.model.told import Refusal
from wushan_plan.errors import DefinitionError, NotBoundError, UnknownNameError
from wushan_plan.model.citation import Citation
from wushan_plan.model.plan import Plan

TEXTS_READ: list[Callable[[Plan], object]] = [lambda plan: plan.bind(""), lambda plan: plan.compare("")]
SENTENCES_ASKED: list[Callable[[Plan], object]] = [
    lambda plan: plan.sentence(Citation(1, 0)),
    lambda plan: plan.place_text("1"),
    lambda plan: plan.measures[0].text,
    lambda plan: plan.commitments[0].sentence,
]


def every_part(plan: Plan) -> Iterator[Any]:
    """Every part, by every way the plan has to it."""
    for chapter in plan.chapters:
        yield chapter
        for section in chapter.sections:
            yield section
            yield from section.lead_units
            for measure in section.measures:
                yield measure
                yield from measure.commitments
    for safeguard in plan.safeguards:
        yield safeguard
        yield from safeguard.commitments
    yield from plan.lead_units
    yield from plan.readings


class TestPutTogether:
    """Each part knows the plan it is in, and a second plan made of the same parts leaves them alone."""

    def test_each_part_knows_its_plan(self) -> None:
        plan = small_plan()
        parts = list(every_part(plan))
        assert {type(part).__name__ for part in parts} == {
            *("Chapter", "Section", "LeadUnit", "Measure", "Commitment", "Safeguard", "Interpretation")
        }
        assert [part for part in parts if part.plan is not plan] == []

    def test_the_parts_it_was_made_of_still_belong_to_none(self) -> None:
        small_plan()
        assert (ROADS.plan, ROADS.commitments[0].plan, NOTICES.plan, TRANSPORT.plan) == (None,) * 4

    def test_a_plan_made_of_another_leaves_the_others_parts_alone(self) -> None:
        first = small_plan()
        second = attrs.evolve(first, title="另一方案")
        assert all(part.plan is first for part in every_part(first))
        assert all(part.plan is second for part in every_part(second))
        assert second.chapters == first.chapters

    def test_parts_keep_what_they_hold(self) -> None:
        plan = small_plan()
        assert plan.sections[0].measures == (ROADS,)
        assert plan.sections[1].lead_units == plan.lead_units[::-1] == (CULTURE, TRANSPORT)
        assert plan.safeguards[1] == NOTICES
        assert plan.readings[3] == register_entry("T4")


class TestHolds:
    """A plan has its parts in printed order, and gives each by name and by citation."""

    def test_its_parts_in_printed_order(self) -> None:
        plan = small_plan()
        assert [one.id for one in plan.sections] == ["1.1", "1.2"]
        assert [one.number for one in plan.measures] == [1, 2, 3]
        assert [one.number for one in plan.commitments] == [
            *("m01.0", "m01.1", "m01.2", "m02.1", "m03.1", "s1.1", "s1.2", "s2.1")
        ]
        assert plan.targets == {one.id: one for one in plan.commitments if one.is_target}
        assert list(plan.targets) == ["new-road", "shelving"]

    def test_by_name(self) -> None:
        plan = small_plan()
        assert plan.measure(2) is plan.measures[1]
        assert plan.commitment("m01.1") is plan.commitment("new-road") is plan.targets["new-road"]
        for name in ("culture", "文旅委", "Culture Commission"):
            assert plan.lead_unit(name) is plan.lead_units[1]

    def test_by_citation(self) -> None:
        plan = small_plan()
        cited = (Citation(3, 9), Citation(None, 9, 2))
        assert [plan.place(one) for one in cited] == [plan.measures[2], plan.safeguards[1]]
        assert [plan.section_of(one) for one in cited] == [plan.sections[1], None]


class TestUnknownNames:
    """A name the plan does not know is refused, with the nearest that it does."""

    @pytest.mark.parametrize("number", [0, 4, -1, "1", True, 1.0, None])
    def test_of_a_measure(self, number: Any) -> None:
        Refusal(
            UnknownNameError, number, "Plan.measure", "measures 1 to 3.", "as an int", zh="没有这条措施"
        ).is_met_by(lambda: small_plan().measure(number))

    def test_of_a_commitment(self) -> None:
        Refusal(
            UnknownNameError,
            "new-roads",
            "Plan.commitment",
            "no commitment has this id or number",
            "Did you mean 'new-road'?",
            zh="没有这个编号的承诺，可先用 wushan-plan search 查找",
            near=("new-road",),
        ).is_met_by(lambda: small_plan().commitment("new-roads"))

    def test_of_a_commitment_asked_for_by_the_number_of_its_measure(self) -> None:
        number: Any = 3
        Refusal(
            UnknownNameError,
            3,
            "Plan.commitment",
            "no commitment has this id or number",
            "Give the name as a str.",
            zh="没有这个编号的承诺，可先用 wushan-plan search 查找",
        ).is_met_by(lambda: small_plan().commitment(number))

    def test_of_a_lead_unit_asked_for_by_something_else(self) -> None:
        number: Any = 3
        Refusal(
            UnknownNameError,
            3,
            "Plan.lead_unit",
            "no lead unit has this id or name",
            "Give the name as a str.",
            zh="没有这个牵头单位",
        ).is_met_by(lambda: small_plan().lead_unit(number))

    @pytest.mark.parametrize(
        ("name", "near"),
        [
            ("cultur", ("Culture Commission", "culture")),
            ("交通", ("交通局",)),
            ("Bureau", ("Transport Bureau",)),
        ],
    )
    def test_of_a_lead_unit(self, name: str, near: tuple[str, ...]) -> None:
        Refusal(
            UnknownNameError,
            name,
            "Plan.lead_unit",
            "no lead unit has this id or name",
            f"Did you mean {' or '.join(map(repr, near))}?",
            zh="没有这个牵头单位",
            near=near,
        ).is_met_by(lambda: small_plan().lead_unit(name))

    def test_of_a_target(self) -> None:
        Refusal(
            UnknownNameError,
            "shelvin",
            "Plan.targets[…]",
            "no such entry in targets",
            "Did you mean 'shelving'?",
        ).is_met_by(lambda: small_plan().targets["shelvin"])

    @pytest.mark.parametrize("key", [3, None, ("shelving",)])
    def test_of_a_target_asked_for_by_something_else(self, key: Any) -> None:
        Refusal(
            UnknownNameError, key, "Plan.targets[…]", "no such entry in targets", "Give the name as a str."
        ).is_met_by(lambda: small_plan().targets[key])

    def test_of_an_entry_of_the_register(self) -> None:
        Refusal(
            UnknownNameError,
            "T44",
            "Plan.readings[…]",
            "the interpretation register has no such entry",
            "Did you mean 'T4'?",
            zh="口径登记中没有这一条",
            near=("T4",),
        ).is_met_by(lambda: small_plan().readings["T44"])

    @pytest.mark.parametrize("citation", [Citation(4, 1), Citation(None, 1, 3)])
    def test_of_a_place(self, citation: Citation) -> None:
        Refusal(
            UnknownNameError, str(citation), "Plan.place", "no such measure or safeguard", "a printed number"
        ).is_met_by(lambda: small_plan().place(citation))


class TestIntroduced:
    """A plan answers through the judge and the librarian it was introduced to, and through no other."""

    def test_a_plan_is_introduced_to_both(self) -> None:
        judge, librarian = NotedJudge(NotedVoice()), NotedLibrarian()
        plan = small_plan()
        introduced = plan.introduced_to(judge, librarian)
        assert (introduced.judge, introduced.displayer) == (judge, judge.voice)
        assert introduced == plan

    def test_another_judge_leaves_the_librarian(self) -> None:
        first, other, librarian = NotedJudge(), NotedJudge(), NotedLibrarian()
        plan = small_plan().introduced_to(first, librarian).judged_by(other)
        assert plan.judge is other
        plan.compare("某文")
        assert librarian.asked == [("compare", plan, "某文")]

    def test_its_texts_are_its_librarians_business(self) -> None:
        librarian, path = NotedLibrarian(), Path("原文.txt")
        plan = small_plan().introduced_to(NotedJudge(), librarian)
        assert plan.bind("原文") is plan
        assert plan.compare(path).is_official
        asked = [(what, text) for what, of, text in librarian.asked if of is plan]
        assert asked == [("bind", "原文"), ("compare", path)]

    def test_without_a_judge_it_judges_nothing(self) -> None:
        Refusal(
            DefinitionError,
            "small",
            "Plan.judge",
            "introduced to a judge",
            "Use wushan_plan.introduced(plan), or plan.introduced_to(judge, librarian).",
            zh="方案还不能判定和核对原文，请用wushan_plan.introduced(方案)",
        ).is_met_by(lambda: small_plan().judge)

    @pytest.mark.parametrize("ask", TEXTS_READ)
    def test_without_a_librarian_it_reads_nothing(self, ask: Callable[[Plan], object]) -> None:
        Refusal(
            DefinitionError,
            "small",
            "Plan.librarian",
            "introduced to a librarian",
            "Use wushan_plan.introduced(plan), or plan.introduced_to(judge, librarian).",
            zh="方案还不能判定和核对原文，请用wushan_plan.introduced(方案)",
        ).is_met_by(lambda: ask(small_plan()))


class TestText:
    """Once the text is bound, sentences and whole places can be read; before, nothing can."""

    def test_a_place_is_its_sentences_in_order(self) -> None:
        plan = small_plan(sentences=SENTENCES)
        assert plan.place_text("1") == "修好道路。新修十二公里。及时修补。"
        assert plan.measures[1].text == plan.place_text("2") == "增开晚班。"
        assert plan.safeguards[0].text == plan.place_text("S1") == "按季上报。落实到人。"

    def test_a_sentence_is_read_by_its_citation(self) -> None:
        plan = small_plan(sentences=SENTENCES)
        assert plan.sentence(Citation(None, 2, 1)) == "落实到人。"

    @pytest.mark.parametrize("ask", SENTENCES_ASKED)
    def test_before_that_everything_is_refused(self, ask: Callable[[Plan], object]) -> None:
        Refusal(
            NotBoundError, "small", "Plan", "no copy of the official sentences", "plan.bind(text_or_path)"
        ).is_met_by(lambda: ask(small_plan()))

    def test_a_refusal_is_read_on_one_line(self) -> None:
        with pytest.raises(NotBoundError, match=re.escape("Plan: 'small': this library carries no copy")):
            small_plan().place_text("1")
