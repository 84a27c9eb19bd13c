"""Ids, numbers and modalities are public and stable (编号不变).

``commitment_ids.csv`` is the promise. Whoever changes an id on purpose changes the list with it,
and announces it in the change log.
"""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from wushan_plan import PLAN

PROMISED = Path(__file__).with_name("commitment_ids.csv")


def promised() -> list[tuple[str, str, str]]:
    with PROMISED.open(encoding="utf-8", newline="") as file:
        return [(row["id"], row["number"], row["modality"]) for row in csv.DictReader(file)]


def test_every_id_number_and_modality_is_as_promised() -> None:
    actual = [(one.id, one.number, one.modality.value) for one in PLAN.commitments]
    assert actual == promised()


def test_ids_are_unique() -> None:
    ids = [one.id for one in PLAN.commitments]
    assert len(ids) == len(set(ids))


def test_no_id_is_the_number_of_another_commitment() -> None:
    assert all(PLAN.commitment(one.id) is PLAN.commitment(one.number) for one in PLAN.commitments)


def test_a_commitment_without_a_slug_goes_by_its_number() -> None:
    for one in PLAN.commitments:
        assert one.id == one.number or re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", one.id)


def test_numbers_ascend_in_printed_order() -> None:
    def order(number: str) -> tuple[bool, int, int]:
        place, rank = number[1:].split(".")
        return (number[0] == "s", int(place), int(rank))

    numbers = [order(one.number) for one in PLAN.commitments]
    assert numbers == sorted(set(numbers))


def test_citations_ascend_in_printed_order() -> None:
    citations = [one.citation.order for one in PLAN.commitments]
    assert citations == sorted(citations)


@pytest.mark.parametrize("commitment", [pytest.param(one, id=one.id) for one in PLAN.commitments])
def test_a_number_names_the_place_it_is_cited_from(commitment: object) -> None:
    one = PLAN.commitment(getattr(commitment, "id"))  # noqa: B009
    place = one.citation.place
    expected = f"s{place[1:]}" if place.startswith("S") else f"m{int(place):02}"
    assert one.number.split(".")[0] == expected
    assert (one.number.endswith(".0")) is (one.citation.sentence == 0)
