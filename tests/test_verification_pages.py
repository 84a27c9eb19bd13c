"""The pages on verification report the figures that are kept beside them (验证页)."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.verification import KEPT

DOCS = Path(__file__).parents[1] / "docs"
FIGURES = json.loads(KEPT.read_text("utf-8"))
by_page = pytest.mark.parametrize("page", ["explanation/verification.md", "zh/explanation/verification.md"])


@by_page
@pytest.mark.parametrize(
    "name", [name for name, one in FIGURES["exhaustive"].items() if isinstance(one, int)]
)
def test_a_figure_of_the_exhaustive_run_is_on_the_page(page: str, name: str) -> None:
    assert f"{FIGURES['exhaustive'][name]:,}" in (DOCS / page).read_text("utf-8")


@by_page
@pytest.mark.parametrize("area", [name for name, one in FIGURES["mutants"].items() if isinstance(one, dict)])
def test_the_share_of_planted_faults_is_on_the_page(page: str, area: str) -> None:
    planted, noticed = FIGURES["mutants"][area]["planted"], FIGURES["mutants"][area]["noticed"]
    row = f"| `{area}` | {planted:,} | {noticed:,} | {noticed / planted:.1%} |"
    assert row in (DOCS / page).read_text("utf-8")
