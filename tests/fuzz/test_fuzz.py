"""A few hundred hostile files on every run of the slow tests; ``python -m tests.fuzz 100000`` for more."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz.__main__ import main
from tests.fuzz.claims import holds_for
from tests.fuzz.mutations import mutated
from tests.fuzz.seeds import seeds


@pytest.mark.slow
class TestEveryFile:
    """Every file is refused with its reason in both languages, or every row of it is accounted for."""

    @settings(max_examples=200)
    @given(st.integers(0, 2**32))
    def test_law(self, number: int) -> None:
        self._judge(mutated(number))

    @given(st.binary(max_size=2000))
    def test_of_any_bytes(self, data: bytes) -> None:
        self._judge(data)

    def _judge(self, data: bytes) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "cases"
            path.write_bytes(data)
            holds_for(path, mend=True)


@pytest.mark.parametrize("number", range(len(seeds())))
def test_the_files_to_start_from_are_judged_unless_protected(tmp_path: Path, number: int) -> None:
    path = tmp_path / "cases"
    path.write_bytes(seeds()[number])
    protected = seeds()[number].startswith(b"\xd0\xcf\x11\xe0")
    assert holds_for(path, mend=True) == ("refused" if protected else "judged")


def test_a_number_is_a_file() -> None:
    assert mutated(7) == mutated(7)
    assert len({mutated(number) for number in range(50)}) > 40


@pytest.mark.slow
def test_the_last_line_of_a_run_is_its_total(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["3"]) == 0
    last = capsys.readouterr().out.splitlines()[-1]
    assert last.startswith("3 files: ")
    assert last.endswith(", 0 findings")


def test_a_child_that_ends_too_early_is_a_finding(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    silent = shutil.which("true")
    if silent is None:
        pytest.skip("there is no program here that does nothing")
    monkeypatch.setattr(sys, "executable", silent)
    assert main(["3"]) == 1
    assert capsys.readouterr().out.splitlines()[-1] == "3 files: {}, 1 findings"
