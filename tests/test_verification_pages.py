"""The pages on verification report the figures that are kept beside them (验证页)."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.verification import KEPT, RUNS

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
def test_the_days_of_the_runs_are_on_the_page(page: str) -> None:
    text = (DOCS / page).read_text("utf-8")
    exhaustive, planted = FIGURES["exhaustive"], FIGURES["mutants"]
    on, wrong = exhaustive["date"], exhaustive["mismatches"]
    told = [f"{on}运行，不一致{wrong}处", f"{planted['date']}，每个范围运行一次"]
    if "zh" not in page:
        told = [f"Run on {on}, {wrong} mismatches", f"{planted['date']}, one run an area"]
    assert [one for one in told if one not in text] == []


@by_page
@pytest.mark.parametrize("run", RUNS)
def test_what_a_run_of_the_tests_tried_is_on_the_page(page: str, run: str) -> None:
    told = FIGURES[run]
    row = f"| {told['passed']:,} | {told['properties']:,} | {told['examples']:,} | {told['date']} |"
    assert row in (DOCS / page).read_text("utf-8")
    assert told["failed"] == 0


@by_page
def test_how_many_hostile_files_were_read_is_on_the_page(page: str) -> None:
    told = FIGURES["fuzz"]
    assert f"| {told['files']:,} | | | {told['date']} |" in (DOCS / page).read_text("utf-8")
    assert told["findings"] == 0


@by_page
@pytest.mark.parametrize("area", [name for name, one in FIGURES["mutants"].items() if isinstance(one, dict)])
def test_the_share_of_planted_faults_is_on_the_page(page: str, area: str) -> None:
    planted, noticed = FIGURES["mutants"][area]["planted"], FIGURES["mutants"][area]["noticed"]
    row = f"| `{area}` | {planted:,} | {noticed:,} | {noticed / planted:.1%} |"
    assert row in (DOCS / page).read_text("utf-8")
