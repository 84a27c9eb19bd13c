"""A file is called after its text, and stays in its folder (文件名)."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.sinks.attacks import KINDS, LONG, each_attack
from tests.sinks.hostile import plan_of
from wushan_plan.cli import main
from wushan_plan.files.safe_output import file_name
from wushan_plan.frames.folders import found_files


def is_one_name(name: str) -> bool:
    whole = all(PurePath(name).name == name for PurePath in (PurePosixPath, PureWindowsPath))
    return whole and len(name.encode()) < 200 and name.isprintable() and not name.startswith(".")


@each_attack
def test_it_is_one_name_on_every_system(attack: str) -> None:
    assert is_one_name(file_name(attack, ".xlsx", set()))


@given(st.text())
def test_any_text_gives_one_name(text: str) -> None:
    name = file_name(text, ".xlsx", set())
    assert all(PurePath(name).name == name for PurePath in (PurePosixPath, PureWindowsPath))
    assert len(name.encode()) < 200
    assert not set(name) & set('<>:"/\\|?*\0\r\n')


@pytest.mark.parametrize("text", ["县财政局", "County Finance Bureau", "示例（一）"])
def test_a_usual_name_stays(text: str) -> None:
    assert file_name(text, ".xlsx", set()) == f"{text}.xlsx"


@pytest.mark.parametrize("text", ["CON", "nul.x", "lpt1", "aux"])
def test_no_name_is_that_of_a_device(text: str) -> None:
    assert file_name(text, ".csv", set()).startswith("_")


def test_two_texts_never_share_a_name() -> None:
    taken: set[str] = set()
    names = [file_name(text, ".x", taken) for text in ("a/b", "a:b", "A?b", LONG, LONG + "x", "", " ", ".")]
    assert len({name.casefold() for name in names}) == len(names)


@pytest.mark.parametrize("attack", KINDS["files"].values(), ids=KINDS["files"])
def test_forms_are_written_into_their_folder_and_nowhere_else(
    attack: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = plan_of(attack)
    monkeypatch.setattr(import_module("wushan_plan.cli.main"), "_plan", lambda name: plan)
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    monkeypatch.chdir(inner)
    assert main(["ledger", "init", "x.db"]) == 0
    units = ["--unit", "finance", "--unit", "urban-management"]
    assert main(["ledger", "send", "x.db", "--as-of", "2021-10-29", "--out", "out", *units]) == 0
    found = {str(one.relative_to(tmp_path)) for one in tmp_path.rglob("*") if one.is_file()}
    forms = {one for one in found if one.endswith(".xlsx")}
    assert len(forms) == 2
    assert found - forms == {"a/b/x.db"}
    assert all(Path(one).parent == Path("a/b/out") for one in forms)


@pytest.mark.parametrize("name", ["a[1].csv", "*.csv", "?.csv", "'.csv", "a b;--.csv", "{x}.csv"])
def test_a_file_whose_name_looks_like_a_pattern_is_that_file(name: str, tmp_path: Path) -> None:
    for one in (name, "a1.csv", "x.csv"):
        tmp_path.joinpath(one).write_text("x\n", "utf-8")
    assert found_files(tmp_path / name) == [tmp_path / name]
