"""Mappings that stay as they were made (只读映射)."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Mapping

import pytest

from wushan_plan.model.mappings import FixedMapping


@pytest.fixture
def mapping() -> Mapping[str, int]:
    return FixedMapping({"一": 1, "二": 2})


def test_it_is_equal_to_a_dict_of_the_same_items(mapping: Mapping[str, int]) -> None:
    assert mapping == {"一": 1, "二": 2}
    assert (list(mapping), len(mapping), mapping["二"]) == (["一", "二"], 2, 2)


def test_it_shows_itself_like_a_dict(mapping: Mapping[str, int]) -> None:
    assert repr(mapping) == "{'一': 1, '二': 2}"


def test_it_holds_its_keys_alone(mapping: Mapping[str, int]) -> None:
    assert "一" in mapping
    assert "三" not in mapping


def test_nothing_is_put_into_it(mapping: Mapping[str, int]) -> None:
    with pytest.raises(TypeError):
        mapping["三"] = 3  # type: ignore[index]  # what is refused


def test_it_is_copied_and_sent_to_other_processes(mapping: Mapping[str, int]) -> None:
    assert copy.deepcopy(mapping) == mapping
    assert pickle.loads(pickle.dumps(mapping)) == mapping
