"""What ``deadline --notice`` says of a notice that is taken and looks incomplete."""

from __future__ import annotations

from pathlib import Path

import pytest

from wushan_plan.cli import main

NOTICE = """
[[notice]]
year = 2027
number = "x"
[notice.holidays]
"New Year" = [2027-01-01]
"元旦" = [2027-01-02]
"""


@pytest.fixture
def path(tmp_path: Path) -> str:
    written = tmp_path / "notice.toml"
    written.write_text(NOTICE, encoding="utf-8")
    return str(written)


@pytest.mark.parametrize(("lang", "word"), [("zh", "提醒"), ("en", "warning")])
def test_the_warnings_of_a_check_are_repeated_on_the_error_stream(
    lang: str, word: str, path: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["calendar", "--check", path, "--lang", lang]) == 0
    checked = capsys.readouterr().out.splitlines()
    assert main(["deadline", "water-connection", "2027-02-01", "--notice", path, "--lang", lang]) == 0
    assert capsys.readouterr().err.splitlines() == checked
    assert len(checked) == 7
    assert all(line.startswith(f"2027 x  {word}  ") for line in checked)


def test_the_first_names_the_strange_heading_and_the_seven(
    path: str, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["deadline", "water-connection", "2027-02-01", "--notice", path])
    line = capsys.readouterr().err.splitlines()[0]
    assert all(name in line for name in ("New Year", "元旦", "春节", "清明节", "劳动节", "端午节", "中秋节"))
    assert line.endswith("2027-01-01")


def test_the_answer_is_provisional_with_its_range(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    main(["deadline", "water-connection", "2027-02-01", "--notice", path, "--lang", "en"])
    assert capsys.readouterr().out.splitlines()[:2] == [
        "Deadline: Tue 16 February 2027 (provisional)",
        "No notice settles these days yet; the deadline should fall between Sun 14 February 2027 and "
        "Mon 22 February 2027.",
    ]


def test_a_notice_that_cannot_be_right_is_refused_and_no_warning_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = tmp_path / "wrong.toml"
    wrong.write_text(NOTICE + '[notice.make_up]\n"元旦" = [2027-01-04]\n', encoding="utf-8")
    assert main(["deadline", "water-connection", "2027-02-01", "--notice", str(wrong)]) == 2
    assert "提醒" not in capsys.readouterr().err
