"""What the pages on importing show is what the examples say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
EXAMPLES = [path.read_text("utf-8") for path in (ROOT / "docs" / "examples" / "importing").glob("*.py")]
SHOWN = [
    pytest.param(found[1], id=f"{path.parts[-3]}-{number}")
    for path in (ROOT / "docs/how-to/importing.md", ROOT / "docs/zh/how-to/importing.md")
    for number, found in enumerate(re.finditer(r"^```py\n(.*?)^```$", path.read_text("utf-8"), re.M | re.S))
]


@pytest.mark.parametrize("shown", SHOWN)
def test_a_piece_shown_stands_in_an_example(shown: str) -> None:
    assert [text for text in EXAMPLES if shown in text]
