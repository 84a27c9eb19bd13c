"""What a text says about a plan (原文比对)."""

from __future__ import annotations

import pytest

from tests.model.small_plan import small_plan
from wushan_plan.model.citation import Citation
from wushan_plan.model.commitment import Commitment
from wushan_plan.model.parts import Section
from wushan_plan.model.source import Change, Comparison, Difference, HeadingDifference

PLAN = small_plan()
ROAD, REPAIR, SHELVING = (PLAN.commitment(name) for name in ("new-road", "m01.2", "shelving"))
CHANGED = Difference(Change.CHANGED, Citation(1, 1), Citation(1, 1), "另一句。", (ROAD, REPAIR))
MOVED = Difference(Change.MOVED, Citation(3, 1), Citation(2, 1), "同一句。", (SHELVING, ROAD))
NEW = Difference(Change.NEW, None, Citation(4, 1), "新的一句。")


def test_the_targets_a_difference_touches_are_those_among_its_commitments() -> None:
    assert (CHANGED.targets, MOVED.targets, NEW.targets) == ((ROAD,), (SHELVING, ROAD), ())


def test_a_comparison_names_every_commitment_touched_once_in_order_of_the_differences() -> None:
    assert Comparison(2, 5, (NEW, MOVED, CHANGED)).commitments == (SHELVING, ROAD, REPAIR)


def heading(
    section: Section | None = PLAN.sections[1],
    found_at: str | None = "1.2",
    title: str = "班车书屋",
    lead_units: tuple[str, ...] = ("文旅委", "交通局"),
    commitments: tuple[Commitment, ...] = (),
) -> HeadingDifference:
    """A heading of the second section, as another text has it."""
    return HeadingDifference(
        Change.NEW if section is None else Change.CHANGED,
        section,
        None if section is None else section.id,
        found_at,
        "2",
        title,
        title,
        () if section is None else section.lead_units,
        lead_units,
        commitments,
    )


def test_a_text_without_differences_is_the_official_one() -> None:
    assert Comparison(5, 5, ()).is_official
    assert not Comparison(5, 5, (NEW,)).is_official
    assert not Comparison(5, 5, (), (heading(),)).is_official


class TestHeading:
    """A heading differs in its title, in its lead units, or in their order."""

    def test_of_the_same_title_has_none_that_changed(self) -> None:
        assert not heading().title_changed

    def test_of_another_title_has_one_that_changed(self) -> None:
        assert heading(title="班车和书屋").title_changed

    def test_that_is_new_or_gone_has_no_title_that_changed(self) -> None:
        assert not heading(section=None).title_changed
        assert not heading(found_at=None, title="").title_changed

    def test_tells_the_lead_units_that_are_gone_and_those_that_are_new(self) -> None:
        other = heading(lead_units=("水利局", "交通局"))
        assert [unit.name for unit in other.lead_units_gone] == ["文旅委"]
        assert other.lead_units_new == ("水利局",)
        assert (heading().lead_units_gone, heading().lead_units_new) == ((), ())

    @pytest.mark.parametrize(
        ("named", "reordered"),
        [
            (("文旅委", "交通局"), False),
            (("交通局", "文旅委"), True),
            (("文旅委", "交通局", "文旅委"), True),
            (("交通局",), False),
            (("交通局", "水利局"), False),
        ],
    )
    def test_is_reordered_when_it_names_the_same_units_otherwise(
        self, named: tuple[str, ...], reordered: bool
    ) -> None:
        assert heading(lead_units=named).lead_units_reordered is reordered

    def test_touches_the_targets_below_it(self) -> None:
        assert heading(commitments=(REPAIR, SHELVING)).targets == (SHELVING,)
