"""Plans as installed packages register them: metadata in a folder on the path, as pip would leave it."""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path

from wushan_plan import Plan
from wushan_plan.plans import GROUP

EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "second-plan"
CASES = EXAMPLE / "old-age-allowance-2022-synthetic.csv"
TEXT = EXAMPLE / "text.txt"
SECOND = "invented-2022-0"


def register(folder: Path, distribution: str, plans: Mapping[str, str]) -> None:
    """Writes what an installer writes for ``distribution``, which registers ``plans``."""
    info = folder / f"{distribution.replace('-', '_')}-1.0.dist-info"
    info.mkdir(parents=True)
    info.joinpath("METADATA").write_text(
        f"Metadata-Version: 2.1\nName: {distribution}\nVersion: 1.0\n", "utf-8"
    )
    lines = [f"[{GROUP}]", *(f"{name} = {value}" for name, value in plans.items())]
    info.joinpath("entry_points.txt").write_text("\n".join(lines) + "\n", "utf-8")


def register_example(folder: Path) -> None:
    """Registers the second plan as its own pyproject.toml says."""
    project = tomllib.loads(EXAMPLE.joinpath("pyproject.toml").read_text("utf-8"))["project"]
    register(folder, project["name"], project["entry-points"][GROUP])


def second_document() -> Plan:
    """The second plan as its package writes it, before anyone introduces it to a judge."""
    source = str(EXAMPLE / "src")
    sys.path.insert(0, source)
    try:
        from invented_plan.contents import DOCUMENT
    finally:
        sys.path.remove(source)
    return DOCUMENT
