"""What another text says about the headings of chapters and sections (标题比对)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import pairwise

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.source.small_plan import SENTENCES, SMALL, TEXT
from wushan_plan import PLAN, Plan, Section
from wushan_plan.errors import SourceTextError
from wushan_plan.model.source import Change, Comparison, HeadingDifference
from wushan_plan.source.reading import located

ANY_CHARACTER = st.one_of(
    st.sampled_from("。，、．.（）()：一二1６5日不县局"),
    st.characters(codec="utf-8", exclude_categories=("C", "Z")),
)
FIRST = "（一）道路和绿化（牵头单位：县交通局）\n"
SECOND = "（二）班车和图书馆（牵头单位：县文旅委、县交通局）\n"


@attrs.frozen
class Printed:
    """One heading of a plan as its text prints it: its place, title and names of lead units."""

    place: str
    title: str
    units: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        return self.title + (f"（牵头单位：{'、'.join(self.units)}）" if self.units else "")


def printed(plan: Plan) -> tuple[Printed, ...]:
    """The headings of ``plan``."""
    return tuple(
        heading
        for chapter in plan.chapters
        for heading in (
            Printed(str(chapter.number), chapter.title),
            *(
                Printed(section.id, section.title, tuple(unit.name for unit in section.lead_units))
                for section in chapter.sections
            ),
        )
    )


def words(headings: Sequence[Printed], text: str) -> list[tuple[Printed, int]]:
    """Each heading with the position in ``text`` of each character of its title and lead units."""
    found: list[tuple[Printed, int]] = []
    start = 0
    for one in headings:
        start = text.index(one.text, start)
        position = start
        for word in (one.title, *one.units):
            position = text.index(word, position)
            found += [(one, position + offset) for offset in range(len(word))]
            position += len(word)
    return found


def told(comparison: Comparison) -> list[tuple[str, str | None, str | None]]:
    """The differences of headings as (change, official place, place found at)."""
    return [(one.change.value, one.place, one.found_at) for one in comparison.heading_differences]


def only(comparison: Comparison) -> HeadingDifference:
    """The one difference there is."""
    assert comparison.differences == ()
    (difference,) = comparison.heading_differences
    return difference


def named_and_refused(plan: Plan, text: str, place: str) -> HeadingDifference:
    """The law of this file: the heading is named by compare, and no other; bind refuses the text."""
    comparison = plan.compare(text)
    (difference,) = comparison.heading_differences
    assert difference.place == place
    assert not comparison.is_official
    kind = "section" if "." in place else "chapter"
    with pytest.raises(SourceTextError, match=f"{kind} {re.escape(place)} {difference.change.value}"):
        plan.bind(text)
    return difference


SMALL_HEADINGS = printed(SMALL)
SMALL_WORDS = words(SMALL_HEADINGS, TEXT)
OFFICIAL_HEADINGS = printed(PLAN)
JOINT = [one for one in OFFICIAL_HEADINGS if len(one.units) > 1]


@pytest.fixture(scope="module")
def text(official_text: str) -> str:
    """The official text, with every heading in one line."""
    return re.sub(r"、\s*\n\s*", "、", official_text)


@pytest.fixture(scope="module")
def official_words(text: str) -> list[tuple[Printed, int]]:
    """Where the characters of the official headings stand."""
    return words(OFFICIAL_HEADINGS, text)


# --- laws ---------------------------------------------------------------------------------------------


class TestTheTextItself:
    """The headings of the text are those the plan holds: numbers, titles, lead units in their order."""

    def claim(self, plan: Plan, text: str) -> None:
        read = [
            (str(one.chapter) if one.section is None else f"{one.chapter}.{one.section}", one.text)
            for one in located(text).headings
        ]
        assert read == [(one.place, one.text) for one in printed(plan)]

    def test_the_small_text(self) -> None:
        self.claim(SMALL, TEXT)

    def test_the_official_text(self, text: str) -> None:
        self.claim(PLAN, text)


class TestOneCharacterChanged:
    """One character changed, anywhere in a title or the name of a lead unit, is always named and refused."""

    def claim(self, plan: Plan, text: str, heading: Printed, position: int, character: str) -> None:
        assume(unicodedata.normalize("NFC", character) != text[position])
        named_and_refused(plan, text[:position] + character + text[position + 1 :], heading.place)

    @given(at=st.sampled_from(SMALL_WORDS), character=ANY_CHARACTER)
    def test_in_the_small_text(self, at: tuple[Printed, int], character: str) -> None:
        self.claim(SMALL, TEXT, *at, character)

    @given(data=st.data(), character=ANY_CHARACTER)
    def test_in_the_official_text(
        self, official_words: list[tuple[Printed, int]], text: str, data: st.DataObject, character: str
    ) -> None:
        self.claim(PLAN, text, *data.draw(st.sampled_from(official_words)), character)


class TestOneCharacterLost:
    """One character lost, anywhere in a title or the name of a lead unit, is always named and refused."""

    @pytest.mark.parametrize("at", SMALL_WORDS, ids=lambda at: f"{at[0].place} at {at[1]}")
    def test_from_the_small_text(self, at: tuple[Printed, int]) -> None:
        named_and_refused(SMALL, TEXT[: at[1]] + TEXT[at[1] + 1 :], at[0].place)

    @given(data=st.data())
    def test_from_the_official_text(
        self, official_words: list[tuple[Printed, int]], text: str, data: st.DataObject
    ) -> None:
        heading, position = data.draw(st.sampled_from(official_words))
        named_and_refused(PLAN, text[:position] + text[position + 1 :], heading.place)


class TestWhiteSpace:
    """White space and invisible characters inside a heading change nothing."""

    @given(at=st.sampled_from(SMALL_WORDS), white=st.text(st.sampled_from(" \t\u3000\u00a0\u200b\ufeff")))
    def test_in_the_small_text(self, at: tuple[Printed, int], white: str) -> None:
        assert SMALL.compare(TEXT[: at[1]] + white + TEXT[at[1] :]).is_official

    @given(data=st.data(), white=st.text(st.sampled_from(" \n\u3000\u200b")))
    def test_in_the_official_text(
        self, official_words: list[tuple[Printed, int]], text: str, data: st.DataObject, white: str
    ) -> None:
        _, position = data.draw(st.sampled_from(official_words))
        assert PLAN.compare(text[:position] + white + text[position:]).is_official


class TestOneHeadingDropped:
    """A heading dropped is always named and refused, and every sentence is still verified."""

    def claim(self, plan: Plan, text: str, heading: Printed) -> None:
        without = re.sub(rf"(?m)^\S+?[、）]{re.escape(heading.text)}$", "", text)
        assert without != text
        assert named_and_refused(plan, without, heading.place).change is Change.DISAPPEARED
        assert plan.compare(without).differences == ()

    @pytest.mark.parametrize("heading", SMALL_HEADINGS, ids=lambda one: one.place)
    def test_from_the_small_text(self, heading: Printed) -> None:
        self.claim(SMALL, TEXT, heading)

    @pytest.mark.parametrize("heading", OFFICIAL_HEADINGS, ids=lambda one: one.place)
    def test_from_the_official_text(self, heading: Printed, text: str) -> None:
        self.claim(PLAN, text, heading)


class TestLeadUnits:
    """Lead units swapped, dropped, added or taken from another section are always named and refused."""

    def amended(self, heading: Printed, units: Sequence[str], text: str) -> HeadingDifference:
        after = attrs.evolve(heading, units=tuple(units)).text
        difference = named_and_refused(PLAN, text.replace(heading.text, after, 1), heading.place)
        assert difference.change is Change.CHANGED
        assert not difference.title_changed
        assert difference.lead_units == tuple(units)
        return difference

    @pytest.mark.parametrize("heading", JOINT, ids=lambda one: one.place)
    def test_any_two_swapped(self, heading: Printed, text: str) -> None:
        for first in range(len(heading.units)):
            for second in range(first):
                units = list(heading.units)
                units[first], units[second] = units[second], units[first]
                difference = self.amended(heading, units, text)
                assert difference.lead_units_reordered
                assert (difference.lead_units_gone, difference.lead_units_new) == ((), ())

    @pytest.mark.parametrize("heading", JOINT, ids=lambda one: one.place)
    def test_any_one_dropped(self, heading: Printed, text: str) -> None:
        for name in heading.units:
            difference = self.amended(heading, [one for one in heading.units if one != name], text)
            assert difference.lead_units_gone == (PLAN.lead_unit(name),)
            assert difference.lead_units_new == ()

    @pytest.mark.parametrize(
        "heading", [one for one in OFFICIAL_HEADINGS if one.units], ids=lambda one: one.place
    )
    def test_any_one_added(self, heading: Printed, text: str) -> None:
        for unit in PLAN.lead_units:
            if unit.name not in heading.units:
                difference = self.amended(heading, [*heading.units, unit.name], text)
                assert (difference.lead_units_gone, difference.lead_units_new) == ((), (unit.name,))

    @pytest.mark.parametrize("heading", JOINT, ids=lambda one: one.place)
    def test_one_named_twice(self, heading: Printed, text: str) -> None:
        assert self.amended(heading, [*heading.units, heading.units[0]], text).lead_units_reordered


class TestTwoHeadingsSwapped:
    """Two headings of sections that change places are both moved, and both refused."""

    @pytest.mark.parametrize(
        ("first", "second"),
        list(pairwise(one for one in OFFICIAL_HEADINGS if one.units)),
        ids=lambda one: one.place,
    )
    def test_in_the_official_text(self, first: Printed, second: Printed, text: str) -> None:
        swapped = text.replace(first.text, "@").replace(second.text, first.text).replace("@", second.text)
        comparison = PLAN.compare(swapped)
        assert told(comparison) == [
            ("moved", first.place, second.place),
            ("moved", second.place, first.place),
        ]
        with pytest.raises(SourceTextError, match=f"section {re.escape(first.place)} moved to"):
            PLAN.bind(swapped)


class TestOneHeadingCarriedPastAMeasure:
    """A heading carried past one measure is always named and refused, though every number is as before."""

    @pytest.mark.parametrize("forward", [False, True], ids=["back", "on"])
    @pytest.mark.parametrize(
        "section", [one for one in PLAN.sections if one.id != "1.1"], ids=lambda one: one.id
    )
    def test_in_the_official_text(self, section: Section, forward: bool, text: str) -> None:
        (line,) = re.findall(rf"(?m)^\S+{section.title}（.*）\n", text)
        number = section.measures[0].number + (1 if forward else -1)
        carried = re.sub(rf"(?m)^(?={number}．)", line, text.replace(line, ""))
        assert section.id in [one.place for one in PLAN.compare(carried).heading_differences]
        with pytest.raises(SourceTextError, match=f"section {re.escape(section.id)} "):
            PLAN.bind(carried)


class TestEveryHeadingIsAccountedFor:
    """Whatever the text, a heading of the plan has at most one difference, and a text that binds has none."""

    @given(
        st.lists(
            st.sampled_from(
                ["一、改善出行环境\n", "二、加强保障\n", "三、另一章\n", FIRST, SECOND, "（三）另一节\n"]
                + [f"{at[0]}．{text}\n" for at, text in SENTENCES.items() if at.endswith("0")]
            ),
            min_size=1,
            max_size=12,
        )
    )
    def test_for_texts_made_of_headings(self, lines: list[str]) -> None:
        comparison = SMALL.compare("".join(lines))
        places = [one.place for one in comparison.heading_differences if one.place is not None]
        assert len(set(places)) == len(places)
        for one in comparison.heading_differences:
            assert (one.place is None) == (one.part is None) == (one.change is Change.NEW)
            assert (one.found_at is None) == (one.text == "") == (one.change is Change.DISAPPEARED)


# --- single claims ------------------------------------------------------------------------------------


def test_a_text_without_differences_has_none_in_its_headings() -> None:
    assert SMALL.compare(TEXT).heading_differences == ()


def test_a_changed_heading_leaves_every_sentence_verified() -> None:
    comparison = SMALL.compare(TEXT.replace("班车和图书馆", "班车与图书馆"))
    assert (comparison.verified, comparison.differences, comparison.commitments) == (15, (), ())
    assert not comparison.is_official


def test_a_renamed_chapter_names_its_commitments() -> None:
    difference = only(SMALL.compare(TEXT.replace("改善出行环境", "改善居住环境")))
    assert difference.part == SMALL.chapters[0]
    assert difference.title_changed
    assert difference.title == difference.text == "改善居住环境"
    assert [one.id for one in difference.targets] == ["new-road", "trees", "fare", "shelving"]


def test_a_renamed_chapter_of_safeguards_names_the_safeguards_commitments() -> None:
    difference = only(SMALL.compare(TEXT.replace("二、加强保障", "二、强化保障")))
    assert [one.citation.place for one in difference.commitments] == ["S1", "S1", "S2", "S2"]


def test_a_renamed_section_names_its_lead_units_and_commitments() -> None:
    difference = only(SMALL.compare(TEXT.replace("班车和图书馆", "班车")))
    assert (difference.place, difference.found_at, difference.stands_before) == ("1.2", "1.2", "3")
    assert [unit.name for unit in difference.official_lead_units] == ["县文旅委", "县交通局"]
    assert difference.lead_units == ("县文旅委", "县交通局")
    assert difference.commitments == SMALL.sections[1].commitments


def test_a_replaced_lead_unit_is_told_as_one_gone_and_one_new() -> None:
    difference = only(SMALL.compare(TEXT.replace("：县文旅委、", "：县教委、")))
    assert [unit.id for unit in difference.lead_units_gone] == ["culture"]
    assert difference.lead_units_new == ("县教委",)
    assert not difference.lead_units_reordered
    assert not difference.title_changed


def test_a_section_whose_lead_units_are_gone_is_changed() -> None:
    difference = only(SMALL.compare(TEXT.replace(SECOND, "（二）班车和图书馆\n")))
    assert difference.lead_units_gone == SMALL.sections[1].lead_units
    assert difference.lead_units == ()


def test_another_word_before_the_lead_units_is_a_change() -> None:
    difference = only(SMALL.compare(TEXT.replace(FIRST, FIRST.replace("牵头", "配合"))))
    assert difference.change is Change.CHANGED
    assert [unit.name for unit in difference.lead_units_gone] == ["县交通局"]


def test_words_after_the_lead_units_are_a_change_of_the_title() -> None:
    more = FIRST.replace("局）", "局）（配合单位：县教委）")
    difference = only(SMALL.compare(TEXT.replace(FIRST, more)))
    assert difference.title == "道路和绿化（配合单位：县教委）"
    assert difference.lead_units == ("县交通局",)


@pytest.mark.parametrize("separator", "，,；;")
def test_the_separator_of_lead_units_is_style(separator: str) -> None:
    assert SMALL.compare(TEXT.replace("县文旅委、县", f"县文旅委{separator}县")).is_official


def test_brackets_in_the_name_of_a_lead_unit_belong_to_it() -> None:
    difference = only(SMALL.compare(TEXT.replace("县文旅委、", "县文旅委（文物局）、")))
    assert difference.lead_units == ("县文旅委（文物局）", "县交通局")


def test_a_heading_dropped_names_what_stood_below_it() -> None:
    difference = only(SMALL.compare(TEXT.replace(SECOND, "")))
    assert (difference.change, difference.place) == (Change.DISAPPEARED, "1.2")
    assert (difference.found_at, difference.stands_before, difference.text) == (None, None, "")
    assert difference.lead_units_gone == SMALL.sections[1].lead_units
    assert difference.commitments == SMALL.sections[1].commitments


def test_a_new_heading_names_the_commitments_that_now_stand_below_it() -> None:
    inserted = TEXT.replace("4．办好", "（三）图书馆（牵头单位：县教委）\n4．办好")
    difference = only(SMALL.compare(inserted))
    assert (difference.change, difference.part, difference.found_at) == (Change.NEW, None, "1.3")
    assert difference.lead_units_new == ("县教委",)
    assert difference.commitments == SMALL.measure(4).commitments


def test_a_heading_inserted_moves_the_renumbered_ones() -> None:
    inserted = TEXT.replace("（二）班车", "（三）班车").replace("2．种好", "（二）绿化\n2．种好")
    assert told(SMALL.compare(inserted)) == [("new", None, "1.2"), ("moved", "1.2", "1.3")]


@pytest.mark.parametrize(("number", "touched"), [(2, {"2", "3", "4"}), (4, {"3", "4"})])
def test_a_heading_carried_past_a_measure_has_moved(number: int, touched: set[str]) -> None:
    carried = TEXT.replace(SECOND, "").replace(f"\n{number}．", f"\n{SECOND}{number}．")
    difference = only(SMALL.compare(carried))
    assert (difference.change, difference.place, difference.found_at) == (Change.MOVED, "1.2", "1.2")
    assert difference.stands_before == str(number)
    assert {one.citation.place for one in difference.commitments} == touched


def test_a_measure_carried_into_another_section_moves_a_heading() -> None:
    measure = TEXT[TEXT.index("2．种好") : TEXT.index("（二）班车")]
    carried = TEXT.replace(measure, "").replace("4．办好", measure + "4．办好")
    assert [one[0] for one in told(SMALL.compare(carried))] == ["moved"]


def test_a_measure_carried_out_of_its_section_under_its_own_number_is_refused() -> None:
    measure = TEXT[TEXT.index("2．种好") : TEXT.index("（二）班车")]
    carried = TEXT.replace(measure, "").replace("二、加强保障", measure + "二、加强保障")
    named_and_refused(SMALL, carried, "1.2")


def test_a_heading_carried_among_renumbered_measures_has_moved() -> None:
    inserted = re.sub(r"(?m)^([1-4])．", lambda match: f"{int(match[1]) + 1}．", TEXT)
    carried = inserted.replace(SECOND, "").replace("\n5．", f"\n{SECOND}5．")
    (difference,) = SMALL.compare(carried).heading_differences
    assert (difference.change, difference.place, difference.stands_before) == (Change.MOVED, "1.2", "5")


def test_measures_that_change_places_across_sections_leave_the_headings_alone() -> None:
    first = TEXT[TEXT.index("1．") + 2 : TEXT.index("\n\n2．")]
    fourth = TEXT[TEXT.index("4．") + 2 : TEXT.index("\n\n二、")]
    exchanged = TEXT.replace(first, "@").replace(fourth, first).replace("@", fourth)
    comparison = SMALL.compare(exchanged)
    assert {one.change for one in comparison.differences} == {Change.MOVED}
    assert comparison.heading_differences == ()


def test_a_heading_carried_and_renumbered_is_known_by_its_title() -> None:
    carried = TEXT.replace(SECOND, "").replace("\n2．", f"\n{SECOND.replace('二', '三')}2．")
    assert told(SMALL.compare(carried)) == [("moved", "1.2", "1.3")]


def test_a_heading_carried_and_renamed_is_known_by_its_number() -> None:
    carried = TEXT.replace(SECOND, "").replace("\n4．", f"\n{SECOND.replace('班车', '公交')}4．")
    assert told(SMALL.compare(carried)) == [("changed", "1.2", "1.2")]


def test_of_two_sections_of_one_title_the_one_whose_number_is_gone_disappeared() -> None:
    first, last = SMALL.chapters
    one, two = first.sections
    alike = attrs.evolve(first, sections=(one, attrs.evolve(two, title=one.title)))
    plan = attrs.evolve(SMALL, chapters=(alike, last))
    text = TEXT.replace("班车和图书馆（", "道路和绿化（").replace(FIRST, "")
    assert told(plan.compare(text)) == [("disappeared", "1.1", None)]


def test_a_new_chapter_names_all_that_stands_below_it_and_no_more() -> None:
    inserted = TEXT.replace("（二）班车", "三、另一章\n（二）班车")
    moved, new = SMALL.compare(inserted).heading_differences
    assert (moved.place, moved.found_at) == ("1.2", "3.2")
    assert (new.change, new.found_at) == (Change.NEW, "3")
    assert new.commitments == SMALL.sections[1].commitments


def test_a_renumbered_section_has_moved() -> None:
    assert told(SMALL.compare(TEXT.replace("（二）班车", "（三）班车"))) == [("moved", "1.2", "1.3")]


def test_a_renumbered_chapter_moves_alone() -> None:
    assert told(SMALL.compare(TEXT.replace("二、加强", "三、加强"))) == [("moved", "2", "3")]


def test_a_section_that_stands_in_another_chapter_has_moved() -> None:
    carried = TEXT.replace("二、加强保障\n", "").replace("（二）班车", "二、加强保障\n（二）班车")
    assert told(SMALL.compare(carried)) == [("moved", "1.2", "2.2"), ("moved", "2", "2")]


def test_a_section_that_no_chapter_stands_above_is_found_at_chapter_0() -> None:
    comparison = SMALL.compare(TEXT[TEXT.index("（一）道路") :].replace("道路和绿化", "道路"))
    assert told(comparison) == [("disappeared", "1", None), ("changed", "1.1", "0.1")]


def test_a_heading_that_was_renamed_and_renumbered_is_found_by_what_stands_below_it() -> None:
    renamed = TEXT.replace(FIRST, "").replace("（二）班车和图书馆", "（一）公交和阅览")
    assert told(SMALL.compare(renamed)) == [("disappeared", "1.1", None), ("changed", "1.2", "1.1")]


def test_measures_that_change_places_leave_the_headings_alone() -> None:
    swapped = TEXT.replace("1．", "@").replace("2．", "1．").replace("@", "2．")
    assert SMALL.compare(swapped).heading_differences == ()


def test_a_measure_inserted_and_the_rest_renumbered_leave_the_headings_alone() -> None:
    inserted = re.sub(
        r"(?m)^([2-4])．",
        lambda match: ("2．设立热线。\n" if match[1] == "2" else "") + f"{int(match[1]) + 1}．",
        TEXT,
    )
    comparison = SMALL.compare(inserted)
    assert comparison.differences
    assert comparison.heading_differences == ()


def test_the_title_of_a_measure_is_a_sentence() -> None:
    comparison = SMALL.compare(TEXT.replace("办好县图书馆", "办好图书馆"))
    assert [str(one.citation) for one in comparison.differences] == ["4.0"]
    assert comparison.heading_differences == ()


def test_differences_of_headings_stand_in_printed_order() -> None:
    amended = TEXT.replace("加强保障", "强化保障").replace("班车和", "公交和").replace("改善出行", "改进出行")
    assert [one.place for one in SMALL.compare(amended).heading_differences] == ["1", "1.2", "2"]


def test_a_part_of_a_text_lacks_the_headings_it_leaves_out() -> None:
    comparison = SMALL.compare(TEXT[TEXT.index("1．") :])
    assert comparison.verified == 15
    assert told(comparison) == [("disappeared", "1", None), ("disappeared", "1.1", None)]


def test_an_unrelated_text_lacks_every_heading() -> None:
    assert told(SMALL.compare("床前明月光，疑是地上霜。")) == [
        ("disappeared", one.place, None) for one in SMALL_HEADINGS
    ]


@pytest.mark.parametrize(
    ("amended", "said"),
    [
        (("改善出行环境", "改善环境"), "1 changed (chapter 1 changed [title 改善环境])"),
        (("：县文旅委、", "："), "1 changed (section 1.2 changed [without 县文旅委])"),
        (("：县文旅委、", "：县教委、"), "[without 县文旅委, with 县教委]"),
        (("县文旅委、县交通局", "县交通局、县文旅委"), "[lead units in another order]"),
        (("（二）班车", "（三）班车"), "1 moved (section 1.2 moved to 1.3)"),
        (("4．办好", "（三）图书馆\n4．办好"), "1 new (section 1.3 new)"),
        ((SECOND, ""), "1 disappeared (section 1.2 disappeared)"),
    ],
)
def test_the_refusal_says_which_heading_differs_and_how(amended: tuple[str, str], said: str) -> None:
    with pytest.raises(SourceTextError) as caught:
        SMALL.bind(TEXT.replace(*amended))
    assert said in caught.value.rule
    assert "15 of 15 sentences verified; headings of chapters and sections: " in caught.value.rule
    assert caught.value.where == "bind(text)"
    assert "compare(text)" in caught.value.remedy


def test_the_refusal_says_before_what_a_moved_heading_stands() -> None:
    carried = TEXT.replace(SECOND, "").replace("4．办好", SECOND + "4．办好")
    with pytest.raises(SourceTextError, match=r"section 1\.2 moved to before 4"):
        SMALL.bind(carried)


# --- other plans --------------------------------------------------------------------------------------


def responsible(text: str) -> str:
    return text.replace("（牵头单位：", "（责任单位：")


def test_a_plan_may_print_another_word_before_its_lead_units() -> None:
    plan = attrs.evolve(SMALL, lead_units_label="责任单位")
    assert plan.bind(responsible(TEXT)).sentences == SMALL.bind(TEXT).sentences
    assert told(plan.compare(TEXT)) == [("changed", "1.1", "1.1"), ("changed", "1.2", "1.2")]


def test_the_word_before_lead_units_may_hold_brackets() -> None:
    label = "牵头(责任)单位"
    plan = attrs.evolve(SMALL, lead_units_label=label)
    assert plan.compare(TEXT.replace("（牵头单位：", f"（{label}：")).is_official


@pytest.mark.parametrize(("section_id", "number"), [("1.5", "五"), ("buses", "二")])
def test_the_number_of_a_section_is_that_of_its_id_or_else_its_position(section_id: str, number: str) -> None:
    first, last = SMALL.chapters
    one, two = first.sections
    chapter = attrs.evolve(first, sections=(one, attrs.evolve(two, id=section_id)))
    plan = attrs.evolve(SMALL, chapters=(chapter, last))
    assert plan.compare(TEXT.replace("（二）班车", f"（{number}）班车")).is_official


def test_a_plan_may_have_safeguards_without_a_chapter_for_them() -> None:
    plan = attrs.evolve(SMALL, chapters=SMALL.chapters[:1])
    (new,) = plan.compare(TEXT).heading_differences
    assert (new.change, new.found_at) == (Change.NEW, "2")
    assert {one.citation.place for one in new.commitments} == {"S1", "S2"}


def test_a_section_without_title_is_not_looked_for() -> None:
    first, last = SMALL.chapters
    one, two = first.sections
    chapter = attrs.evolve(first, sections=(one, attrs.evolve(two, title="")))
    plan = attrs.evolve(SMALL, chapters=(chapter, last))
    assert plan.compare(TEXT.replace(SECOND, "")).is_official


def test_a_chapter_without_title_is_not_looked_for() -> None:
    first, second = SMALL.chapters
    plan = attrs.evolve(SMALL, chapters=(attrs.evolve(first, title=""), second))
    assert plan.compare(TEXT.replace("一、改善出行环境\n", "")).is_official


def test_a_chapter_of_prose_may_be_missing() -> None:
    first, second = SMALL.chapters
    prose = attrs.evolve(second, number=3, title="总体要求")
    plan = attrs.evolve(SMALL, chapters=(first, prose, second))
    assert plan.compare(TEXT).is_official
