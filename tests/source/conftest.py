"""The official text, for those who have it (正式文本)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import outside
from wushan_plan import PLAN, Plan


@pytest.fixture(scope="session")
def official_path() -> Path:
    """The file of the official text; without it the test is skipped."""
    return outside.official_path()


@pytest.fixture(scope="session")
def official_text(official_path: Path) -> str:
    """The official text."""
    return official_path.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def bound(official_path: Path) -> Plan:
    """The plan with its official text."""
    return PLAN.bind(official_path)
