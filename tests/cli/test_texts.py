"""``verify`` and ``compare`` about the headings of chapters and sections (核对与比对)."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from wushan_plan.cli import main


@pytest.fixture(autouse=True)
def in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def text() -> str:
    """The official text, with every heading in one line."""
    path = os.environ.get("WUSHAN_PLAN_TEXT")
    if not path:
        pytest.skip("the official text is not part of this project: set WUSHAN_PLAN_TEXT to its path")
    return re.sub(r"、\s*\n\s*", "、", Path(path).read_text("utf-8"))


def said(command: str, text: str, code: int, capsys: pytest.CaptureFixture[str], *more: str) -> str:
    """What a command says about ``text``, when it leaves with ``code``."""
    Path("text.txt").write_text(text, encoding="utf-8")
    assert main([command, "text.txt", *more]) == code
    return capsys.readouterr().out


def test_verify_says_nothing_of_headings_when_none_differs(
    text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert said("verify", text, 0, capsys) == "189/189句与正式文本一致\n"


def test_verify_refuses_a_text_whose_headings_differ(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    renamed = text.replace("有效提升融资便利度", "提升融资便利度")
    assert said("verify", renamed, 2, capsys) == "189/189句与正式文本一致；章节标题1处差异；这不是正式文本\n"
    assert said("verify", renamed, 2, capsys, "--lang", "en") == (
        "189 of 189 sentences verified; differences in headings of chapters and sections: 1; "
        "this is not the official text\n"
    )


def test_compare_counts_headings_apart_from_sentences(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    *_, last = said("compare", text.replace("二、打造", "二、建造"), 0, capsys).splitlines()
    assert last == "189/189句一致；句子0处差异，涉及0项承诺；章节标题1处差异"


@pytest.mark.parametrize(
    ("amended", "lang", "lines"),
    [
        (
            ("有效提升融资便利度", "提升融资便利度"),
            "zh",
            [
                "改动  第1.3节标题  提升融资便利度（牵头单位：县财政局、县金融事务中心）",
                "    正式标题：有效提升融资便利度",
            ],
        ),
        (("县财政局、县金融事务中心", "县金融事务中心"), "zh", ["    牵头单位缺少：县财政局"]),
        (
            ("县财政局、县金融事务中心", "县财政局、县金融事务中心、县教委"),
            "zh",
            ["    牵头单位多出：县教委"],
        ),
        (
            ("县财政局、县金融事务中心", "县金融事务中心、县财政局"),
            "zh",
            ["    牵头单位次序不同，正式次序：县财政局、县金融事务中心"],
        ),
        (
            ("（三）有效提升", "（七）有效提升"),
            "zh",
            ["移位  第1.3节标题 → 第1.7节标题  有效提升融资便利度（牵头单位：县财政局、县金融事务中心）"],
        ),
        (
            ("县财政局、县金融事务中心", "县金融事务中心、县财政局"),
            "en",
            ["    lead units in another order; official: 县财政局、县金融事务中心"],
        ),
        (("县财政局、县金融事务中心", "县教委"), "en", ["    lead units gone: 县财政局、县金融事务中心"]),
    ],
)
def test_compare_says_what_differs_in_a_heading(
    amended: tuple[str, str], lang: str, lines: list[str], text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    told = said("compare", text.replace(*amended), 0, capsys, "--lang", lang).splitlines()
    assert [line for line in lines if line not in told] == []


def test_compare_says_what_stands_below_a_heading_that_differs(
    text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    renamed = text.replace("有效提升融资便利度", "提升融资便利度").replace("四、加强", "四、强化")
    told = said("compare", renamed, 0, capsys)
    assert "    其下措施9、10、11，31项承诺，其中量化目标0项\n" in told
    assert re.search(r"    其下保障措施1、2、3、4，\d+项承诺", told)


def test_compare_says_before_what_a_moved_heading_stands(
    text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (line,) = re.findall(r"(?m)^（三）有效提升.*\n", text)
    carried = text.replace(line, "").replace("\n10．", f"\n{line}10．")
    assert "    现位于措施10之前\n" in said("compare", carried, 0, capsys)
    assert "    now stands before measure 10\n" in said("compare", carried, 0, capsys, "--lang", "en")
