"""The public interface changes only when it is announced (公开接口不变)."""

from __future__ import annotations

import difflib

import pytest

from tests.packaging.public_api import KEPT, written
from wushan_plan import Commitment

HOW = """\
The public interface is not what tests/packaging/public_api.txt says. If that is not meant, undo it.
If it is meant: add a sentence to CHANGELOG.md (what goes, or changes, under Deprecated, Removed or
Changed), then run  python -m tests.packaging --write  and look at the difference before it goes in.
"""


def test_nothing_public_changed_without_being_announced() -> None:
    kept, now = KEPT.read_text("utf-8").splitlines(), written().splitlines()
    changes = list(difflib.unified_diff(kept, now, "announced", "now", lineterm="", n=0))
    assert not changes, "\n".join((HOW, *changes))


def test_each_promise_is_written_once() -> None:
    lines = [line for line in KEPT.read_text("utf-8").splitlines() if line and not line.startswith("[")]
    assert len(lines) == len(set(lines))


def test_the_type_of_what_is_given_back_is_part_of_the_promise(monkeypatch: pytest.MonkeyPatch) -> None:
    def due_by(self: Commitment) -> str:
        return ""

    before = written().splitlines()
    monkeypatch.setattr(Commitment, "due_by", property(due_by))
    assert set(before) - set(written().splitlines()) == {
        "  wushan_plan.Commitment.due_by property -> date | None"
    }
