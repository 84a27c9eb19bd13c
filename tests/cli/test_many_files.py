"""Several files, or a folder, judged as one large table from the command line."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from wushan_plan.cli import main

COMMAND = [
    "--target",
    "water-connection",
    "--start",
    "受理日期",
    "--end",
    "通水日期",
    "--as-of",
    "2021-12-31",
]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    made = tmp_path / "cases"
    made.mkdir()
    frame = pd.DataFrame(
        {
            "受理日期": [pd.Timestamp("2021-09-24"), pd.Timestamp("2021-09-24"), pd.NaT],
            "通水日期": pd.to_datetime(["2021-10-12", "2021-10-14", "2021-10-14"]),
            "渠道": ["窗口", "网上", "网上"],
        }
    )
    for month in ("09", "10"):
        frame.to_parquet(made / f"{month}.parquet")
    return made


def test_a_folder_gives_one_result_and_a_scorecard(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["evaluate", str(folder), *COMMAND, "--by", "渠道", "--out", "all.parquet"]) == 0
    statuses = pd.read_parquet(tmp_path / "all.parquet")["status"].tolist()
    assert statuses == ["met", "not-met", "unknown"] * 2
    page = capsys.readouterr().out
    assert [line.split() for line in page.splitlines() if line.startswith(("窗口", "网上"))] == [
        ["窗口", "2", "2", "0", "0", "0", "0", "0"],
        ["网上", "4", "0", "2", "0", "0", "0", "2"],
    ]


def test_a_miss_leaves_with_1_when_asked_to(folder: Path) -> None:
    assert main(["evaluate", *map(str, folder.iterdir()), *COMMAND, "--fail-on-breach"]) == 1


def test_options_for_one_file_are_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", str(folder), *COMMAND, "--rejects", "rejects.xlsx"]) == 2
    assert "只用于单个文件" in capsys.readouterr().err


def test_groups_of_a_single_file_are_refused_with_a_way_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.csv"
    path.write_text("受理日期,通水日期\n2021-09-01,2021-09-03\n", "utf-8")
    assert main(["evaluate", str(path), *COMMAND, "--by", "渠道"]) == 2
    assert "文件夹" in capsys.readouterr().err


HEADER = "编号,受理日期,通水日期,渠道"
LINES = (
    "1,2021-09-24,2021-10-12,窗口",
    "2,2021-09-24,2021-11-14,网上",
    "3,2021-09-01,,网上",
    "4,2021-09-24,2021-10-22,窗口",
    "5,下周,2021-10-14,窗口",
    "6,2021-12-30,,窗口",
)


@pytest.fixture
def texts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The lines in one file, and the same lines in two files of a folder, one of them in GB18030."""
    monkeypatch.chdir(tmp_path)
    made = tmp_path / "cases"
    made.mkdir()
    (tmp_path / "all.csv").write_text("\n".join([HEADER, *LINES, ""]), "utf-8")
    (made / "a.csv").write_text("\n".join(["用水报装统计表,,,", HEADER, *LINES[:3], ""]), "gb18030")
    (made / "b.csv").write_text("\n".join([HEADER, *LINES[3:], ""]), "utf-8")
    return made


def page(capsys: pytest.CaptureFixture[str], source: Path, *more: str) -> list[str]:
    assert main(["evaluate", str(source), *COMMAND, "--quiet", "--out", "out.csv", *more]) == 0
    return capsys.readouterr().out.splitlines()


@pytest.mark.parametrize("worst", ["0", "1", "10"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_page_of_a_folder_is_that_of_a_file_with_its_rows(
    texts: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], worst: str, lang: str
) -> None:
    def shown(source: Path) -> list[str]:
        arguments = ["--lang", lang, "evaluate", str(source), *COMMAND, "--out", "out.csv", "--id", "编号"]
        assert main([*arguments, "--worst", worst, "--quiet"]) == 0
        lines = capsys.readouterr().out.splitlines()[:-1]  # the last names the file that was written
        return [line.replace("b.csv 第2件", "第6行").replace("b.csv case 2", "line 6") for line in lines]

    assert shown(texts) == shown(tmp_path / "all.csv")


def test_the_mean_of_the_completed_cases_is_shown(texts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert any(line.split()[:2] == ["办结件平均用时", "约19.33"] for line in page(capsys, texts))


def test_a_case_without_an_id_is_named_by_its_file_and_its_place_there(
    texts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = page(capsys, texts)
    assert [line.split("  ")[1].strip() for line in lines if "逾期" in line and "截止" in line] == [
        "a.csv 第3件",
        "a.csv 第2件",
        "b.csv 第1件",
    ]


def test_a_long_list_says_how_many_more_there_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    made = tmp_path / "cases"
    made.mkdir()
    lines = [f"{number},2021-09-01,,窗口" for number in range(25)] + ["x,,,窗口"] * 12
    (made / "a.csv").write_text("\n".join([HEADER, *lines, ""]), "utf-8")
    shown = page(capsys, made)
    assert "逾期未办结 (25)" in shown
    assert "  ……另有15件，见结果文件" in shown
    assert "无法判定的行（原样保留） (12)" in shown
    assert "  ……另有2件，见结果文件" in shown


MEAN = ["--target", "power-10kv", "--start", "受理日期", "--end", "通水日期", "--as-of", "2021-12-31"]


def test_a_mean_is_judged_over_all_files(texts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (texts / "b.csv").write_text("\n".join([HEADER, *LINES[3:4], ""]), "utf-8")
    assert main(["evaluate", str(texts), *MEAN, "--quiet", "--out", "out.csv"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "【达标】power-10kv"
    assert lines[2] == "办结3件，平均用时约19.33个工作日；时限：平均30个工作日"
    assert lines[3].startswith("另有1件未办结")


def test_a_row_that_cannot_be_read_leaves_the_mean_undecided(
    texts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["evaluate", str(texts), *MEAN, "--quiet", "--out", "out.csv"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "【无法判定】power-10kv"
    assert "读不出或缺起算日期的行（1），平均值因此不能判定：" in lines


def test_the_cases_of_a_mean_are_chosen_by_period(texts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (texts / "b.csv").write_text("\n".join([HEADER, *LINES[3:4], ""]), "utf-8")
    period = ["--period", "2021-10-01", "2021-10-31"]
    assert main(["evaluate", str(texts), *MEAN, *period, "--quiet", "--out", "out.csv"]) == 0
    assert any(line.startswith("办结2件") for line in capsys.readouterr().out.splitlines())


def test_a_folder_without_a_column_of_the_end_says_that_every_case_counts_as_open(
    texts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["--target", "water-connection", "--start", "受理日期", "--as-of", "2021-12-31"]
    assert main(["evaluate", str(texts), *asked, "--quiet", "--out", "out.csv"]) == 0
    assert "没有办结日期的列：各件按未办结判定" in capsys.readouterr().out


def test_a_target_about_numbers_shows_the_page_of_a_single_file_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "cases").mkdir()
    lines = ["号,预付款,合同价,中小", "1,4,10,否", "2,2.5,10,否", "3,,10,是", '4,"1,000",2000,是', ""]
    for path in (tmp_path / "all.csv", tmp_path / "cases" / "a.csv"):
        path.write_text("\n".join(lines), "utf-8")
    facts = ["--fact", "prepayment=预付款", "--fact", "contract_price=合同价", "--fact", "is_sme=中小"]
    pages = []
    for source in ("all.csv", "cases"):
        asked = ["--target", "procurement-prepayment", *facts, "--as-of", "2021-12-31", "--id", "号"]
        assert main(["evaluate", source, *asked, "--quiet", "--out", "out.csv"]) == 0
        pages.append(capsys.readouterr().out.splitlines()[:-1])
    assert pages[0] == pages[1]


def test_a_folder_of_files_without_rows_has_no_cases(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    made = tmp_path / "cases"
    made.mkdir()
    (made / "a.csv").write_text(HEADER + "\n", "utf-8")
    assert any(line.split() == ["办件", "0"] for line in page(capsys, made))
