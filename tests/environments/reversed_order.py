"""A plug-in for pytest: the last test first (``pytest -p tests.environments.reversed_order``)."""

from __future__ import annotations

import pytest


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Turns the order round."""
    items.reverse()
