"""Citations: what they may name, how they are printed, how they are ordered (出处)."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.model.told import Refusal
from wushan_plan.errors import DefinitionError
from wushan_plan.model.citation import Citation

numbers, sentences = st.integers(1, 99), st.integers(0, 99)
citations = st.builds(Citation, numbers, sentences) | st.builds(Citation, st.none(), sentences, numbers)


class TestPrinted:
    """A citation can be read back from what it prints."""

    @given(citations)
    def test_is_read_back(self, citation: Citation) -> None:
        assert Citation.parse(str(citation)) == citation

    @pytest.mark.parametrize(
        ("text", "citation", "place"),
        [
            ("6.1", Citation(6, 1), "6"),
            ("45.12", Citation(45, 12), "45"),
            ("S2.0", Citation(None, 0, 2), "S2"),
        ],
    )
    def test_names_measure_or_safeguard_and_sentence(self, text: str, citation: Citation, place: str) -> None:
        assert (Citation.parse(text), str(citation), citation.place) == (citation, text, place)

    @pytest.mark.parametrize("text", ["6", "6.", ".1", "s2.1", "6.1.2", "6.1 ", "T6.1", "100.1", ""])
    def test_in_another_form_is_refused(self, text: str) -> None:
        Refusal(
            DefinitionError, text, "Citation.parse", "printed as measure.sentence", "Write '6.1'"
        ).is_met_by(lambda: Citation.parse(text))


class TestNamed:
    """One measure or one safeguard is named, from 1, and a sentence from 0."""

    @pytest.mark.parametrize(
        "named",
        [
            (None, 1, None),
            (6, 1, 2),
            (6, -1, None),
            (None, -1, 2),
            (None, -1, None),
            (0, 1, None),
            (None, 1, 0),
        ],
    )
    def test_otherwise_is_refused(self, named: tuple[int | None, int, int | None]) -> None:
        Refusal(
            DefinitionError,
            named,
            "Citation",
            "one measure or one safeguard, from 1, and a sentence from 0",
            "Write Citation(6, 1)",
        ).is_met_by(lambda: Citation(*named))

    def test_the_heading_is_sentence_0(self) -> None:
        assert (Citation(6, 0).sentence, Citation(None, 0, 2).sentence) == (0, 0)


class TestOrder:
    """Printed order is measures by number, then safeguards by number, each by sentence."""

    def test_is_that_of_the_document(self) -> None:
        printed = ["1.0", "1.2", "2.0", "10.1", "45.3", "S1.0", "S1.1", "S2.0", "S10.0"]
        ordered = sorted(map(Citation.parse, reversed(printed)), key=lambda one: one.order)
        assert [str(one) for one in ordered] == printed

    @given(citations, citations)
    @example(Citation(None, 1, 1), Citation(None, 1, 2))
    def test_is_the_same_for_equal_citations_alone(self, one: Citation, other: Citation) -> None:
        assert (one.order == other.order) == (one == other)
