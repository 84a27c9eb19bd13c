"""Nothing of the document is left out (不遗漏)."""

from __future__ import annotations

import re

import attrs
import pytest

from wushan_plan import PLAN, Citation, Commitment
from wushan_plan.errors import DefinitionError
from wushan_plan.model.commitment import Role

COMMITMENTS = [pytest.param(one, id=one.id) for one in PLAN.commitments]
NOTED = [pytest.param(one, id=one.id) for one in PLAN.commitments if one.notes]
CHINESE = re.compile("[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")
REGISTERED = re.compile("(?<![A-Za-z])[A-F][0-9]+")


def test_there_are_189_sentences_48_of_them_headings() -> None:
    assert len(PLAN.digests) == 189
    assert sum(one.citation.sentence == 0 for one in PLAN.digests) == 48


@pytest.mark.parametrize(
    "citation", [pytest.param(one.citation, id=str(one.citation)) for one in PLAN.digests]
)
def test_every_sentence_belongs_to_a_commitment(citation: Citation) -> None:
    assert any(one.citation == citation for one in PLAN.commitments)


def test_every_commitment_cites_a_sentence_that_exists() -> None:
    sentences = {one.citation for one in PLAN.digests}
    assert {one.citation for one in PLAN.commitments} <= sentences


def test_the_fingerprints_of_the_sentences_all_differ() -> None:
    assert len({one.sha256 for one in PLAN.digests}) == 189


def test_the_sentences_of_a_measure_are_numbered_without_a_gap() -> None:
    for place in (*(str(one.number) for one in PLAN.measures), "S1", "S2", "S3", "S4"):
        numbers = [one.citation.sentence for one in PLAN.digests if one.citation.place == place]
        first = 1 if place == "20" else 0
        assert numbers == list(range(first, first + len(numbers)))


@pytest.mark.parametrize("number", [7, 25, 28, 30])
def test_a_heading_with_content_of_its_own_is_counted(number: int) -> None:
    heading = PLAN.commitment(f"m{number:02}.0")
    assert heading.role is Role.HEADING
    assert heading.counts


def test_every_other_heading_only_names_what_stands_below_and_is_not_counted() -> None:
    headings = [one for one in PLAN.commitments if one.role is Role.HEADING]
    assert len(headings) == 48
    assert [one.number for one in headings if one.counts] == ["m07.0", "m25.0", "m28.0", "m30.0"]


@pytest.mark.parametrize("commitment", COMMITMENTS)
def test_every_commitment_is_summed_up_in_both_languages(commitment: Commitment) -> None:
    assert any("一" <= character <= "鿿" for character in commitment.summary)
    assert any(character.isascii() and character.isalpha() for character in commitment.summary_en)


@pytest.mark.parametrize("commitment", NOTED)
def test_every_note_has_its_english_without_a_chinese_character(commitment: Commitment) -> None:
    assert len(commitment.notes_en) == len(commitment.notes)
    for note in commitment.notes_en:
        assert note.endswith(".")
        assert not CHINESE.search(note)


@pytest.mark.parametrize("commitment", NOTED)
def test_a_note_and_its_english_name_the_same_entries_of_the_register(commitment: Commitment) -> None:
    for chinese, english in zip(commitment.notes, commitment.notes_en, strict=True):
        assert REGISTERED.findall(english) == REGISTERED.findall(chinese)


@pytest.mark.parametrize("commitment", NOTED)
def test_a_note_says_inference_where_its_chinese_does(commitment: Commitment) -> None:
    for chinese, english in zip(commitment.notes, commitment.notes_en, strict=True):
        assert ("推断" in chinese) == ("inference" in english.casefold())


def test_the_same_note_has_the_same_english_everywhere() -> None:
    pairs = {pair for one in PLAN.commitments for pair in zip(one.notes, one.notes_en, strict=True)}
    assert len(pairs) == len({chinese for chinese, _ in pairs})


def test_whom_a_commitment_is_for_is_said_in_both_languages() -> None:
    for one in PLAN.commitments:
        assert bool(one.beneficiary) == bool(one.beneficiary_en)
        assert not CHINESE.search(one.beneficiary_en)


@pytest.mark.parametrize("english", [(), ("One.", "Two.", "Three."), ("One.", "Two.", "Three.", "", "")])
def test_a_note_without_its_english_is_refused(english: tuple[str, ...]) -> None:
    contract = PLAN.commitment("procurement-contract")
    with pytest.raises(DefinitionError, match="there are 4 notes") as raised:
        attrs.evolve(contract, notes_en=english)
    assert raised.value.value == english
    assert raised.value.where == "Commitment m13.6"
    assert "notes_en" in raised.value.remedy


@pytest.mark.parametrize("commitment", COMMITMENTS)
def test_every_commitment_asks_for_facts_of_different_names(commitment: Commitment) -> None:
    names = [fact.name for fact in commitment.facts]
    assert names
    assert len(names) == len(set(names))
    assert not {"as_of", "reading", "excuse", "suspended", "in_scope"} & set(names)


@pytest.mark.parametrize("commitment", COMMITMENTS)
def test_a_figure_carries_its_printed_characters(commitment: Commitment) -> None:
    assert all(figure.phrase for figure in commitment.figures)


def test_a_register_entry_touches_only_what_exists() -> None:
    names = {str(one.number) for one in PLAN.measures} | {f"S{one.number}" for one in PLAN.safeguards}
    names |= {name for one in PLAN.commitments for name in (one.id, one.number)}
    for entry in PLAN.readings:
        assert set(entry.affects) <= names, entry.id


def test_register_ids_are_unique() -> None:
    ids = [entry.id for entry in PLAN.readings]
    assert len(ids) == len(set(ids))


def test_every_reading_a_commitment_knows_is_explained_in_the_register() -> None:
    registered = {option.reading for entry in PLAN.readings for option in entry.options}
    used = {reading for one in PLAN.commitments for reading in one.readings}
    assert used <= registered
