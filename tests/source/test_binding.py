"""Binding the official text (绑定)."""

from __future__ import annotations

import attrs
import pytest

from tests.source.small_plan import SENTENCES, SMALL, TEXT
from wushan_plan import PLAN, Citation, Measure, Plan, Safeguard
from wushan_plan.errors import DefinitionError, NotBoundError, SourceTextError


def test_all_189_sentences_are_verified(official_text: str) -> None:
    comparison = PLAN.compare(official_text)
    assert comparison.verified == comparison.total == 189
    assert comparison.is_official


def test_every_commitment_of_the_bound_plan_has_its_sentence(bound: Plan) -> None:
    assert all(one.sentence.endswith("。") for one in bound.commitments)
    assert all(one.phrase in one.sentence for one in bound.commitments)


def test_every_measure_of_the_bound_plan_has_its_text(bound: Plan) -> None:
    places: list[Measure | Safeguard] = [*bound.measures, *bound.safeguards]
    assert len(places) == 49
    for place in places:
        assert place.text.startswith(f"{place.title}。" if place.title else "")


def test_the_sentences_have_the_lengths_of_their_digests(bound: Plan) -> None:
    assert bound.sentences is not None
    assert [len(text) for text in bound.sentences.values()] == [one.characters for one in PLAN.digests]
    assert list(bound.sentences) == [one.citation for one in PLAN.digests]


def test_a_bound_plan_has_its_sentences() -> None:
    bound = SMALL.bind(TEXT)
    assert bound.sentences == {Citation.parse(at): text for at, text in SENTENCES.items()}
    assert bound.measure(3).text == SENTENCES["3.1"] + SENTENCES["3.2"]
    assert bound.commitment("shelving").sentence == SENTENCES["4.1"]


def test_the_sentences_of_a_bound_plan_cannot_be_replaced() -> None:
    sentences = SMALL.bind(TEXT).sentences
    with pytest.raises(TypeError):
        sentences[Citation(1, 0)] = "另一句。"  # type: ignore[index]


def test_binding_leaves_the_plan_itself_unbound() -> None:
    SMALL.bind(TEXT)
    assert SMALL.sentences is None
    with pytest.raises(NotBoundError):
        _ = SMALL.measure(1).text


def test_a_bound_plan_judges_as_before() -> None:
    bound = SMALL.bind(TEXT)
    assert bound == SMALL
    assert bound.judge is SMALL.judge


def test_binding_is_done_again_without_harm() -> None:
    assert SMALL.bind(TEXT).bind(TEXT).sentences == SMALL.bind(TEXT).sentences


def test_another_text_is_refused_with_counts_first_differences_and_the_way_on() -> None:
    changed = TEXT.replace("不超过5个工作日", "不超过8个工作日").replace("做好宣传。", "")
    with pytest.raises(SourceTextError) as caught:
        SMALL.bind(changed)
    message = str(caught.value)
    assert "13 of 15 sentences verified, 1 changed, 1 disappeared" in message
    assert "4.1 changed [shelving]; S2.0 disappeared" in message
    assert "compare(text)" in message
    assert "wushan-plan compare" in message


def test_another_text_is_refused_in_chinese_with_how_much_agrees_and_the_way_on() -> None:
    with pytest.raises(SourceTextError) as caught:
        SMALL.bind(TEXT.replace("做好宣传。", ""))
    zh = f"这不是{SMALL.number}的正式文本（14/15句一致）；各处差异可用 wushan-plan compare 查看"
    assert caught.value.zh == zh


def test_the_message_about_a_moved_sentence_says_where_it_stands() -> None:
    swapped = TEXT.replace("1．修", "9．修").replace("2．种", "1．种")
    with pytest.raises(SourceTextError, match=r"1\.0 moved to 9\.0; 1\.1 moved to 9\.1 \[new-road\]"):
        SMALL.bind(swapped)


def test_a_text_with_a_sentence_more_is_refused() -> None:
    with pytest.raises(SourceTextError, match=r"15 of 15 sentences verified, 1 new \(S1\.2 new\)"):
        SMALL.bind(TEXT.replace("报送进展。", "报送进展。迟报的予以通报。"))


def test_an_unrelated_text_is_refused() -> None:
    with pytest.raises(SourceTextError, match="0 of 15 sentences verified"):
        SMALL.bind("床前明月光，疑是地上霜。举头望明月，低头思故乡。")


def test_a_plan_without_digests_binds_nothing() -> None:
    with pytest.raises(DefinitionError, match="no digests"):
        attrs.evolve(SMALL, digests=()).bind(TEXT)


def test_a_plan_without_digests_says_so_in_chinese_too() -> None:
    with pytest.raises(DefinitionError) as caught:
        attrs.evolve(SMALL, digests=()).bind(TEXT)
    assert caught.value.zh == "这个方案没有登记正式文本的摘要值，无法核对文本"
