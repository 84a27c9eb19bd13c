"""The second plan, installed for a test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.plans.registered import EXAMPLE, SECOND, register_example
from wushan_plan import Plan, plans


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The package of the second plan is on the path, registered."""
    folder = tmp_path_factory.mktemp("site")
    register_example(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(folder)
        patch.syspath_prepend(EXAMPLE / "src")
        yield


@pytest.fixture(scope="module")
def second(installed: None) -> Plan:
    return plans.load(SECOND)
