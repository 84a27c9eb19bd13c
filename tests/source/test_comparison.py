"""What another text says about a plan (比对)."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.source.small_plan import SENTENCES, SMALL, TEXT
from wushan_plan import PLAN, Plan
from wushan_plan.errors import SourceTextError
from wushan_plan.model.source import Change, Comparison

ANY_CHARACTER = st.one_of(
    st.sampled_from("。，、．.（）()一二1６5日不"),
    st.characters(codec="utf-8", exclude_categories=("C", "Z")),
)
WHITE = st.text(st.sampled_from(" \n\t\u3000\u00a0\u200b\ufeff\u2028"), min_size=1, max_size=4)


def told(comparison: Comparison) -> list[tuple[str, str, str]]:
    """The differences as (change, official place, place found at)."""
    return [(one.change.value, str(one.citation), str(one.found_at)) for one in comparison.differences]


def targets(comparison: Comparison) -> set[str]:
    """The quantified targets that differences touch."""
    return {target.id for one in comparison.differences for target in one.targets}


def where_sentences_stand(text: str, sentences: dict[str, str]) -> list[tuple[str, int]]:
    """Each character of each sentence: the sentence's place, and the position in ``text``."""
    found, start = [], 0
    for place, sentence in sentences.items():
        start = text.index(sentence, start)
        found += [(place, start + offset) for offset in range(len(sentence))]
        start += len(sentence)
    return found


SMALL_POSITIONS = where_sentences_stand(TEXT, SENTENCES)


@pytest.fixture(scope="module")
def positions(bound: Plan, official_text: str) -> list[tuple[str, int]]:
    """Where the characters of the official sentences stand in the official text."""
    assert bound.sentences is not None
    return where_sentences_stand(official_text, {str(at): text for at, text in bound.sentences.items()})


class TestTheTextItself:
    """The text compared with itself differs in nothing."""

    def test_the_small_text(self) -> None:
        assert SMALL.compare(TEXT) == Comparison(verified=15, total=15, differences=())

    def test_the_official_text(self, official_text: str) -> None:
        assert PLAN.compare(official_text) == Comparison(verified=189, total=189, differences=())


class TestOneCharacterChanged:
    """One character changed, anywhere in a sentence, is one change of that sentence and of no other."""

    def claim(self, plan: Plan, text: str, place: str, position: int, character: str) -> None:
        assume(unicodedata.normalize("NFC", character) != text[position])
        changed = text[:position] + character + text[position + 1 :]
        (difference,) = plan.compare(changed).differences
        assert (difference.change, str(difference.citation)) == (Change.CHANGED, place)
        assert difference.found_at == difference.citation
        assert difference.commitments == tuple(one for one in plan.commitments if str(one.citation) == place)

    @given(at=st.sampled_from(SMALL_POSITIONS), character=ANY_CHARACTER)
    def test_in_the_small_text(self, at: tuple[str, int], character: str) -> None:
        self.claim(SMALL, TEXT, *at, character)

    @given(data=st.data(), character=ANY_CHARACTER)
    def test_in_the_official_text(
        self, positions: list[tuple[str, int]], official_text: str, data: st.DataObject, character: str
    ) -> None:
        self.claim(PLAN, official_text, *data.draw(st.sampled_from(positions)), character)


class TestOneCharacterLost:
    """One character lost, anywhere in a sentence, is one change of that sentence and of no other."""

    def claim(self, plan: Plan, text: str, place: str, position: int) -> None:
        (difference,) = plan.compare(text[:position] + text[position + 1 :]).differences
        assert (difference.change, str(difference.citation)) == (Change.CHANGED, place)

    @pytest.mark.parametrize("at", SMALL_POSITIONS)
    def test_from_the_small_text(self, at: tuple[str, int]) -> None:
        self.claim(SMALL, TEXT, *at)

    @given(data=st.data())
    def test_from_the_official_text(
        self, positions: list[tuple[str, int]], official_text: str, data: st.DataObject
    ) -> None:
        self.claim(PLAN, official_text, *data.draw(st.sampled_from(positions)))


class TestWhiteSpace:
    """White space and invisible characters inside a sentence change nothing."""

    @given(at=st.sampled_from(SMALL_POSITIONS), white=WHITE)
    def test_in_the_small_text(self, at: tuple[str, int], white: str) -> None:
        assert SMALL.compare(TEXT[: at[1]] + white + TEXT[at[1] :]).is_official

    @given(data=st.data(), white=WHITE)
    def test_in_the_official_text(
        self, positions: list[tuple[str, int]], official_text: str, data: st.DataObject, white: str
    ) -> None:
        _, position = data.draw(st.sampled_from(positions))
        assert PLAN.compare(official_text[:position] + white + official_text[position:]).is_official


class TestEveryOfficialSentenceIsAccountedFor:
    """Whatever the text, each official sentence is verified or has exactly one difference."""

    def claim(self, plan: Plan, text: str) -> None:
        try:
            comparison = plan.compare(text)
        except SourceTextError:
            return
        cited = Counter(one.citation for one in comparison.differences if one.citation is not None)
        assert comparison.total == len(plan.digests)
        assert comparison.verified + len(cited) == comparison.total
        assert set(cited.values()) <= {1}
        for one in comparison.differences:
            assert (one.citation is None) == (one.change is Change.NEW)
            assert (one.text == "") == (one.change is Change.DISAPPEARED)

    @given(st.text(st.sampled_from("一二、（）12．。\n甲乙抄送：年月日"), max_size=60))
    def test_for_texts_made_of_numbers_and_stops(self, text: str) -> None:
        self.claim(SMALL, text)

    @given(
        st.lists(st.sampled_from([*SENTENCES.values(), "1．", "2．", "9．", "\n", "（一）", "一、", "甲"]))
    )
    def test_for_texts_made_of_official_sentences(self, pieces: list[str]) -> None:
        self.claim(SMALL, "".join(pieces))

    @given(st.permutations(TEXT.split("\n")))
    def test_for_shuffled_paragraphs(self, lines: list[str]) -> None:
        self.claim(SMALL, "\n".join(lines))


class TestEverySentenceDeleted:
    """A sentence that is deleted has disappeared, and nothing else has changed."""

    @pytest.mark.parametrize("place", SENTENCES)
    def test_from_the_small_text(self, place: str) -> None:
        assert told(SMALL.compare(TEXT.replace(SENTENCES[place], ""))) == [("disappeared", place, "None")]

    def test_from_the_official_text(self, bound: Plan, official_text: str) -> None:
        assert bound.sentences is not None
        for citation, sentence in bound.sentences.items():
            comparison = PLAN.compare(official_text.replace(sentence, ""))
            assert told(comparison) == [("disappeared", str(citation), "None")]


def test_a_sentence_inserted_is_new_where_it_stands_and_moves_no_other() -> None:
    comparison = SMALL.compare(TEXT.replace("沿河两岸", "先在河口试种柳树。沿河两岸"))
    assert told(comparison) == [("new", "None", "2.1")]
    assert comparison.differences[0].text == "先在河口试种柳树。"
    assert comparison.differences[0].commitments == ()
    assert comparison.verified == 15


def test_a_measure_without_heading_is_counted_from_one() -> None:
    comparison = SMALL.compare(TEXT.replace("单程票价", "先在县城试行。单程票价"))
    assert told(comparison) == [("new", "None", "3.2")]


def test_a_sentence_printed_twice_is_new_the_second_time() -> None:
    sentence = SENTENCES["2.2"]
    comparison = SMALL.compare(TEXT.replace(sentence, sentence + sentence))
    assert told(comparison) == [("new", "None", "2.3")]


def test_a_sentence_carried_to_another_measure_is_moved() -> None:
    comparison = SMALL.compare(
        TEXT.replace(SENTENCES["4.1"], "").replace(
            "1．修好村里道路。", "1．修好村里道路。" + SENTENCES["4.1"]
        )
    )
    assert told(comparison) == [("moved", "4.1", "1.1")]
    assert targets(comparison) == {"shelving"}


def test_two_sentences_of_a_measure_that_change_places_are_told_by_moving_one() -> None:
    first, second = SENTENCES["1.1"], SENTENCES["1.2"]
    (difference,) = SMALL.compare(TEXT.replace(first + second, second + first)).differences
    assert difference.change is Change.MOVED
    assert str(difference.citation) in {"1.1", "1.2"}


def test_swapped_measures_are_moved_with_every_sentence() -> None:
    swapped = TEXT.replace("1．", "@").replace("2．", "1．").replace("@", "2．")
    comparison = SMALL.compare(swapped)
    assert told(comparison) == [
        ("moved", f"{one}.{sentence}", f"{3 - one}.{sentence}") for one in (1, 2) for sentence in range(3)
    ]
    assert targets(comparison) == {"new-road", "trees"}


def renumbered(text: str, begin: int) -> str:
    """``text`` with a measure inserted at ``begin`` and the rest renumbered."""

    def later(match: re.Match[str]) -> str:
        number = int(match[1])
        inserted = "设立便民热线。热线昼夜有人接听。\n\n"
        here = f"{begin}．{inserted}" if number == begin else ""
        return f"{here}{number + (number >= begin)}．"

    return re.sub(r"(?m)^(\d+)．", later, text)


def test_a_measure_inserted_is_new_and_the_renumbered_rest_is_moved() -> None:
    comparison = SMALL.compare(renumbered(TEXT, 2))
    assert told(comparison) == [
        ("moved", "2.0", "3.0"),
        ("new", "None", "2.0"),
        ("moved", "2.1", "3.1"),
        ("new", "None", "2.1"),
        ("moved", "2.2", "3.2"),
        ("moved", "3.1", "4.1"),
        ("moved", "3.2", "4.2"),
        ("moved", "4.0", "5.0"),
        ("moved", "4.1", "5.1"),
        ("moved", "4.2", "5.2"),
    ]


def test_a_change_inside_a_renumbered_measure_is_still_a_change() -> None:
    comparison = SMALL.compare(renumbered(TEXT, 2).replace("300棵", "200棵"))
    changed = [one for one in comparison.differences if one.change is Change.CHANGED]
    assert [(str(one.citation), str(one.found_at)) for one in changed] == [("2.1", "3.1")]
    assert [target.id for target in changed[0].targets] == ["trees"]


def test_a_measure_deleted_has_disappeared_and_the_renumbered_rest_is_moved() -> None:
    cut = TEXT[: TEXT.index("2．")] + TEXT[TEXT.index("（二）班车") :]
    comparison = SMALL.compare(cut.replace("3．", "2．").replace("4．", "3．"))
    assert Counter(one.change for one in comparison.differences) == {Change.DISAPPEARED: 3, Change.MOVED: 5}


def test_a_measure_printed_twice_is_new_the_second_time() -> None:
    measure = TEXT[TEXT.index("2．") : TEXT.index("（二）班车")]
    comparison = SMALL.compare(TEXT.replace(measure, measure + measure))
    assert comparison.verified == 15
    assert told(comparison) == [("new", "None", f"2.{number}") for number in range(3)]


def test_a_measure_rewritten_is_changed_sentence_by_sentence() -> None:
    rewritten = TEXT.replace(
        "".join(SENTENCES[at] for at in ("2.0", "2.1", "2.2")),
        "护好河边竹林。沿河两岸栽种本地翠竹，总数不少于500丛。落实巡查责任，不得擅自挖笋。",
    )
    assert told(SMALL.compare(rewritten)) == [
        ("changed", f"2.{number}", f"2.{number}") for number in range(3)
    ]


def test_a_sentence_split_in_two_is_one_change_with_both_as_its_text() -> None:
    (difference,) = SMALL.compare(TEXT.replace("树木，总数", "树木。总数")).differences
    assert difference.change is Change.CHANGED
    assert str(difference.citation) == "2.1"
    assert difference.text == "沿河两岸栽种本地树木。总数不少于300棵。"


def test_two_sentences_run_together_are_one_change_of_the_first() -> None:
    (difference,) = SMALL.compare(TEXT.replace("12公里。", "12公里，")).differences
    assert (difference.change, str(difference.citation)) == (Change.CHANGED, "1.1")
    assert difference.text == "今年底前新修道路12公里，"


def test_two_sentences_run_together_in_other_words_are_both_changed_with_the_same_text() -> None:
    merged = TEXT.replace("12公里。巡查发现路面破损的", "12公里，巡查看到路面破损的")
    first, second = SMALL.compare(merged).differences
    assert [str(one.citation) for one in (first, second)] == ["1.1", "1.2"]
    assert first.text == second.text
    assert {first.change, second.change} == {Change.CHANGED}


def test_three_sentences_run_together_are_two_changes() -> None:
    merged = TEXT.replace("修好村里道路。今年", "修好村里道路，今年").replace("12公里。", "12公里，")
    assert told(SMALL.compare(merged)) == [("changed", "1.0", "1.0"), ("changed", "1.1", "1.0")]


def test_words_put_before_a_sentence_change_it() -> None:
    assert told(SMALL.compare(TEXT.replace("单程票价", "原则上单程票价"))) == [("changed", "3.2", "3.2")]


def test_a_changed_sentence_beside_a_new_one_is_told_by_its_length() -> None:
    text = TEXT.replace(SENTENCES["1.1"], "今年底前新修道路15公里。新路两侧统一安装太阳能路灯并定期维护。")
    assert told(SMALL.compare(text)) == [("changed", "1.1", "1.1"), ("new", "None", "1.2")]


def test_a_measure_whose_number_is_lost_is_found_where_it_stands() -> None:
    comparison = SMALL.compare(TEXT.replace("2．种好", "种好"))
    assert told(comparison) == [("moved", f"2.{number}", f"1.{number + 3}") for number in range(3)]


def test_sentences_without_any_number_are_moved_to_nowhere() -> None:
    comparison = SMALL.compare(SENTENCES["1.2"] + SENTENCES["3.2"])
    found = [one for one in comparison.differences if one.change is Change.MOVED]
    assert [(str(one.citation), one.found_at) for one in found] == [("1.2", None), ("3.2", None)]
    assert comparison.verified == 0


@pytest.mark.parametrize("text", ["床前明月光，疑是地上霜。", "完全无关", "1．无关的标题。无关的正文。"])
def test_an_unrelated_text_verifies_nothing(text: str) -> None:
    comparison = SMALL.compare(text)
    assert comparison.verified == 0
    assert not comparison.is_official
    assert comparison.commitments == SMALL.commitments


def test_the_commitments_a_text_touches_are_listed_once_each() -> None:
    comparison = SMALL.compare(TEXT.replace("擅自砍伐", "随意砍伐").replace("12公里", "10公里"))
    assert [one.id for one in comparison.commitments] == ["new-road", "m02.2", "m02.3"]


def test_differences_stand_in_printed_order() -> None:
    text = TEXT.replace("海报", "通知").replace("5个工作日", "9个工作日").replace("12公里", "10公里")
    assert [str(one.citation) for one in SMALL.compare(text).differences] == ["1.1", "4.1", "S2.1"]


def test_a_change_of_header_or_footer_is_no_difference() -> None:
    text = TEXT.replace("为方便居民生活", "为便利群众").replace("县委办公室", "县人大办公室")
    assert SMALL.compare(text).is_official


def test_a_bound_plan_compares_as_well() -> None:
    assert told(SMALL.bind(TEXT).compare(TEXT.replace("2元", "3元"))) == [("changed", "3.2", "3.2")]


# --- the official text ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("target", "printed", "amended"),
    [
        ("water-connection", "9个工作日", "10个工作日"),
        ("procurement-contract", "20日内", "30日内"),
        ("cross-province-services", "74项", "70项"),
        ("harmonious-enterprises", "企业2家", "企业3家"),
    ],
)
def test_an_amended_figure_names_the_target_it_touches(
    target: str, printed: str, amended: str, official_text: str
) -> None:
    comparison = PLAN.compare(official_text.replace(printed, amended, 1))
    (difference,) = comparison.differences
    assert difference.citation == PLAN.targets[target].citation
    assert PLAN.targets[target] in difference.targets


def test_measures_of_the_official_text_that_change_places_are_moved(official_text: str) -> None:
    begin = [official_text.index(f"\n{number}．") + 1 for number in (6, 7, 8)]
    six, seven = official_text[begin[0] : begin[1]], official_text[begin[1] : begin[2]]
    swapped = official_text.replace(six + seven, "6" + seven[1:] + "7" + six[1:])
    comparison = PLAN.compare(swapped)
    assert {one.change for one in comparison.differences} == {Change.MOVED}
    assert targets(comparison) == {
        *("water-connection", "power-low-voltage", "power-10kv", "gas-connection", "external-works-cost")
    }
    assert comparison.verified == 183


@pytest.mark.parametrize("begin", [1, 6, 20, 45])
def test_a_measure_inserted_into_the_official_text_moves_the_rest(begin: int, official_text: str) -> None:
    comparison = PLAN.compare(renumbered(official_text, begin))
    later = [one.citation for one in PLAN.digests if (one.citation.measure or 0) >= begin]
    moved = [one for one in comparison.differences if one.change is Change.MOVED]
    new = [one for one in comparison.differences if one.change is Change.NEW]
    assert [one.citation for one in moved] == later
    assert [str(one.found_at) for one in new] == [f"{begin}.0", f"{begin}.1"]
    assert comparison.verified == 189 - len(later)
    assert len(comparison.differences) == len(moved) + len(new)


@pytest.mark.parametrize(
    "cut", [lambda text: text[: text.index("二、")], lambda text: text[text.index("二、") :]]
)
def test_a_part_of_the_official_text_is_verified_as_far_as_it_goes(
    cut: Callable[[str], str], official_text: str
) -> None:
    comparison = PLAN.compare(cut(official_text))
    assert {one.change for one in comparison.differences} == {Change.DISAPPEARED}
    assert 0 < comparison.verified < 189
