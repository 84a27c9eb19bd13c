"""The Chinese pages are the twins of the English ones, and their commands run (中英文页面)."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from tests.test_documents import HEADING, LINK, ROOT, blocks, commands, prose
from wushan_plan.cli import main

ENGLISH = ROOT / "docs"
CHINESE = ENGLISH / "zh"
ELSEWHERE = {"contributing.md": ROOT / "CONTRIBUTING.md"}
TWINS = [
    pytest.param(
        path,
        ELSEWHERE.get(path.name, ENGLISH / path.relative_to(CHINESE)),
        id=str(path.relative_to(CHINESE)),
    )
    for path in sorted(CHINESE.rglob("*.md"))
    if path.name != "index.md"
]
by_twin = pytest.mark.parametrize(("chinese", "english"), TWINS)

RUN = (
    "tutorial",
    "how-to/map-columns",
    "how-to/add-a-notice",
    "how-to/another-reading",
    "how-to/java-and-sql",
    "how-to/ledger",
)
"""Pages whose commands run one after the other, in a folder that holds what their placeholders stand for."""
CASES = """\
受理日期,通水日期,申请日期,办结时间,预付款,合同价,是否中小企业
2026-12-21,2026-12-28,2026-12-18,2026-12-28,30,100,否
"""
NOTICE = '[[notice]]\nyear = 2027\nnumber = "示例〔2026〕1号"\n[notice.holidays]\n"元旦" = [2027-01-01]\n'


@by_twin
def test_twins_have_the_same_headings(chinese: Path, english: Path) -> None:
    one, other = ([len(marks) for marks in HEADING.findall(prose(path))] for path in (chinese, english))
    assert one == other


@by_twin
def test_twins_have_the_same_code_blocks(chinese: Path, english: Path) -> None:
    one, other = ([language for language, _ in blocks(path)] for path in (chinese, english))
    assert one == other


@by_twin
def test_twins_show_the_same_commands(chinese: Path, english: Path) -> None:
    one, other = (
        [shlex.split(line, comments=True) for line in commands(path)] for path in (chinese, english)
    )
    assert one == other


@by_twin
def test_twins_have_tables_of_the_same_shape(chinese: Path, english: Path) -> None:
    one, other = (
        [len(re.findall(r"(?<!\\)\|", line)) for line in prose(path).splitlines() if line.startswith("|")]
        for path in (chinese, english)
    )
    assert one == other


@by_twin
def test_twins_link_to_the_same_pages(chinese: Path, english: Path) -> None:
    def targets(path: Path) -> list[str]:
        found = (target.partition("#")[0] for target in LINK.findall(prose(path)))
        return sorted(Path(target).name.replace(".zh-CN", "").lower() for target in found if target)

    assert targets(chinese) == targets(english)


@pytest.mark.parametrize("page", RUN)
def test_the_commands_of_a_page_run(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "CASES.csv").write_text(CASES, "utf-8")
    (tmp_path / "2027.toml").write_text(NOTICE, "utf-8")
    for line in commands(ENGLISH / f"{page}.md"):
        _, *arguments = shlex.split(line, comments=True)
        shipped = [str(ROOT / one) if one.startswith("docs/") else one for one in arguments]
        assert main(shipped) == 0, capsys.readouterr().err
