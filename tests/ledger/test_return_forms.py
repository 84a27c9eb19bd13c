"""The forms as they were reviewed: every cell, its look, and what it lets in."""

from __future__ import annotations

from pathlib import Path

from tests.ledger.forms.issued import FORMS, kept
from tests.ledger.forms.shown import shown
from tests.ledger.tables import every


@every("name", FORMS)
def test_a_form_looks_as_it_was_reviewed(tmp_path: Path, name: str) -> None:
    """``python -m tests.ledger.forms --write`` writes the specimens anew; look at them before."""
    FORMS[name](tmp_path / "form.xlsx")
    assert shown(tmp_path / "form.xlsx").splitlines() == kept(name).read_text("utf-8").splitlines()
