"""The official text, for those who have it (正式文本)."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from wushan_plan import PLAN, Plan


@pytest.fixture(scope="session")
def official_path() -> Path:
    """The file that ``WUSHAN_PLAN_TEXT`` names; without it the test is skipped."""
    path = os.environ.get("WUSHAN_PLAN_TEXT")
    if not path:
        pytest.skip("the official text is not part of this project: set WUSHAN_PLAN_TEXT to its path")
    return Path(path)


@pytest.fixture(scope="session")
def official_text(official_path: Path) -> str:
    """The official text."""
    return official_path.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def bound(official_path: Path) -> Plan:
    """The plan with its official text."""
    return PLAN.bind(official_path)
