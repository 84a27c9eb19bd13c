"""Which engines take their time (慢引擎)."""

from __future__ import annotations

import os

import pytest

SLOW_ENGINES = {"Modin"}
"""Starts workers and copies every table; seconds a test where others take milliseconds."""

# Whichever test imports Modin first, it needs no cluster.
os.environ.setdefault("MODIN_ENGINE", "python")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        parameters = getattr(getattr(item, "callspec", None), "params", {})
        if SLOW_ENGINES & {one for one in parameters.values() if isinstance(one, str)}:
            item.add_marker(pytest.mark.slow)
