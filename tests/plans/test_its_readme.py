"""The README of the second plan says what its commands do, in both languages."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from tests.plans.registered import EXAMPLE
from wushan_plan.cli import main

ROOT = Path(__file__).parents[2]
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ENGLISH, CHINESE = (BLOCK.findall((EXAMPLE / f"README{one}.md").read_text("utf-8")) for one in ("", ".zh-CN"))
COMMANDS = [
    pytest.param(line, id=line.split()[1])
    for language, content in ENGLISH
    for line in content.splitlines()
    if language == "sh" and line.startswith("wushan-plan ")
]


def test_both_languages_show_the_same_code() -> None:
    assert ENGLISH == CHINESE


@pytest.mark.parametrize("line", COMMANDS)
def test_a_command_of_the_readme_runs(
    installed: None,
    line: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    _, *arguments = shlex.split(line)
    shipped = [str(ROOT / one) if one.startswith("docs/") else one for one in arguments]
    assert main(shipped) == 0
    assert capsys.readouterr().out
