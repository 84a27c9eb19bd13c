"""Fixtures for the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.months import COMMAND, HEADER, LINES, Say
from wushan_plan.cli import main


@pytest.fixture
def months(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The lines in one file, and the same lines in two files of a folder, one of them in GB18030."""
    monkeypatch.chdir(tmp_path)
    made = tmp_path / "cases"
    made.mkdir()
    (tmp_path / "all.csv").write_text("\n".join([HEADER, *LINES, ""]), "utf-8")
    (made / "8月.csv").write_text("\n".join(["用水报装统计表,,,", HEADER, *LINES[:3], ""]), "gb18030")
    (made / "10月.csv").write_text("\n".join([HEADER, *LINES[3:], ""]), "utf-8")
    return made


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str]) -> Say:
    """The lines that judging prints."""

    def lines(source: str | Path, *more: str, command: list[str] = COMMAND, lang: str = "zh") -> list[str]:
        assert main(["--lang", lang, "evaluate", str(source), *command, "--quiet", *more]) == 0
        return capsys.readouterr().out.splitlines()

    return lines
