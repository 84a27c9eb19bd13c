"""The parts of a plan, and the ways from each to the others (章、节、措施、保障措施、牵头单位)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.model.small_plan import BUSES, NOTICES, SENTENCES, TRANSPORT, small_plan
from tests.model.told import Refusal
from wushan_plan.errors import DefinitionError
from wushan_plan.model.plan import Chapter, Section


class TestWays:
    """A part leads up to what it stands in and down to what it holds, in printed order."""

    def test_from_a_measure_up(self) -> None:
        plan = small_plan()
        assert [one.section.id for one in plan.measures] == ["1.1", "1.2", "1.2"]
        assert plan.measures[2].section.chapter is plan.chapters[0]

    def test_from_a_section_to_its_commitments(self) -> None:
        assert [one.number for one in small_plan().sections[1].commitments] == ["m02.1", "m03.1"]

    def test_from_a_lead_unit_to_what_it_leads_alone_or_jointly(self) -> None:
        transport, culture = small_plan().lead_units
        assert [one.id for one in transport.sections] == ["1.1", "1.2"]
        assert [one.number for one in transport.measures] == [1, 2, 3]
        assert [one.id for one in culture.sections] == ["1.2"]
        assert [one.number for one in culture.commitments] == ["m02.1", "m03.1"]
        assert [one.id for one in culture.targets] == ["shelving"]

    def test_from_a_part_to_its_official_text(self) -> None:
        plan = small_plan(sentences=SENTENCES)
        assert (plan.measures[1].text, plan.safeguards[0].text) == ("增开晚班。", "按季上报。落实到人。")

    def test_a_part_shows_its_number_and_title(self) -> None:
        plan = small_plan()
        shown = [plan.chapters[0], plan.sections[0], plan.measures[0], plan.safeguards[0]]
        assert list(map(repr, shown)) == [
            "<Chapter 1 改善出行>",
            "<Section 1.1 道路>",
            "<Measure 1 修好道路>",
            "<Safeguard S1 抓好落实>",
        ]


class TestPartsAlone:
    """A part that belongs to no plan leads nowhere, and says so."""

    @pytest.mark.parametrize(
        "ask",
        [
            lambda: TRANSPORT.sections,
            lambda: BUSES.section,
            lambda: BUSES.text,
            lambda: NOTICES.text,
            lambda: Section("1.1", "道路", "Roads", (), ()).chapter,
        ],
        ids=["lead unit", "section", "measure text", "safeguard text", "chapter"],
    )
    def test_is_refused(self, ask: Callable[[], object]) -> None:
        Refusal(DefinitionError, None, "Plan", "not belong to a plan yet", "Take it from a Plan").is_met_by(
            ask
        )

    def test_a_chapter_may_be_empty(self) -> None:
        assert Chapter(2, "加强保障", "Safeguards").sections == ()
