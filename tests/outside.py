"""What is not part of the project and named by the environment: official text, municipal case file."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

_WITHOUT = "is not part of the project: set"

needs_text = pytest.mark.skipif(
    not os.environ.get("WUSHAN_PLAN_TEXT"),
    reason=f"the official text {_WITHOUT} WUSHAN_PLAN_TEXT to its path",
)


def official_path() -> Path:
    """The file of the official text; without it the test is skipped."""
    return _named("WUSHAN_PLAN_TEXT", "the official text")


def municipal_path() -> Path:
    """The municipal case file; without it the test is skipped."""
    return _named("WUSHAN_PLAN_PERMITS", "the municipal case file")


def _named(variable: str, what: str) -> Path:
    path = os.environ.get(variable)
    if not path:
        pytest.skip(f"{what} {_WITHOUT} {variable} to its path")
    return Path(path)
