"""The notebooks hold together and run (笔记本).

Each is run once here, in English, as a plain script: the quickest way, and an error shows as it is.
Both languages are run, cell by cell, when the documentation is built.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

jupytext: Any = pytest.importorskip("jupytext", reason="the notebooks extra is not installed")

NOTEBOOKS = Path(__file__).parents[1] / "notebooks"
SOURCES = sorted(NOTEBOOKS.glob("[0-9][0-9]-*.py"))
PARAMETER = re.compile(r'^lang = "zh"  # "en" for English$')
LINK = re.compile(r"\]\(([^)\s]+)\)")
HAN = re.compile(r"[\u4e00-\u9fff]")
NEEDED = (
    "altair",
    "IPython",
    "matplotlib",
    "vl_convert",
    "openpyxl",
    "polars",
    "duckdb",
    "pyarrow",
    "pandas",
)
SECONDS = 300

each_notebook = pytest.mark.parametrize("path", [pytest.param(path, id=path.stem) for path in SOURCES])


def cells(path: Path) -> list[Any]:
    return list(jupytext.read(path, fmt="py:percent").cells)


def spoken(path: Path, lang: str) -> list[str]:
    return [one.source for one in cells(path) if one.metadata.get("lang") == lang]


def headings(texts: list[str]) -> list[str]:
    return [line.partition(" ")[0] for text in texts for line in text.splitlines() if line.startswith("#")]


def test_there_are_notebooks() -> None:
    assert SOURCES


@each_notebook
def test_a_notebook_is_percent_text_for_python(path: Path) -> None:
    metadata = jupytext.read(path, fmt="py:percent").metadata
    assert metadata["kernelspec"]["language"] == "python"
    assert metadata["jupytext"]["text_representation"]["format_name"] == "percent"
    assert {one.cell_type for one in cells(path)} == {"code", "markdown"}


@each_notebook
def test_a_notebook_can_be_written_and_read_back_unchanged(path: Path) -> None:
    text = path.read_text("utf-8")
    body = text[text.index("# %%") :]
    written = jupytext.writes(jupytext.read(path, fmt="py:percent"), fmt="py:percent")
    assert written[written.index("# %%") :] == body


@each_notebook
def test_every_chinese_cell_is_followed_by_its_english_twin(path: Path) -> None:
    langs = [one.metadata.get("lang") if one.cell_type == "markdown" else None for one in cells(path)]
    assert [one for one in cells(path) if one.cell_type == "markdown" and "lang" not in one.metadata] == []
    for place, lang in enumerate(langs):
        if lang == "zh":
            assert langs[place + 1 : place + 2] == ["en"]
        if lang == "en":
            assert langs[max(place - 1, 0) : place] == ["zh"]


@each_notebook
def test_twins_have_the_same_headings_code_and_links(path: Path) -> None:
    for chinese, english in zip(spoken(path, "zh"), spoken(path, "en"), strict=True):
        assert headings([chinese]) == headings([english])
        assert sorted(LINK.findall(chinese)) == sorted(LINK.findall(english))


@each_notebook
def test_each_twin_is_in_its_own_language(path: Path) -> None:
    """An English cell may quote a Chinese word; a Chinese one may name a function."""
    for text in spoken(path, "en"):
        assert len(HAN.findall(text)) < len(text) / 10, text
    for text in spoken(path, "zh"):
        assert len(HAN.findall(text)) > len(text) / 10, text


@each_notebook
def test_a_notebook_begins_with_one_title(path: Path) -> None:
    for lang in ("zh", "en"):
        found = headings(spoken(path, lang))
        assert found[0] == "#"
        assert found.count("#") == 1


@each_notebook
def test_the_first_code_cell_is_the_parameter(path: Path) -> None:
    code = [one for one in cells(path) if one.cell_type == "code"]
    assert code[0].metadata.get("tags") == ["parameters"]
    assert PARAMETER.fullmatch(code[0].source)
    assert [one for one in code[1:] if "parameters" in one.metadata.get("tags", ())] == []


@each_notebook
def test_a_notebook_reads_no_clock_and_no_network(path: Path) -> None:
    source = "\n".join(one.source for one in cells(path) if one.cell_type == "code")
    for word in ("today()", "now()", "time.", "urllib", "requests", "http://", "https://"):
        assert word not in source


@pytest.mark.slow
@each_notebook
def test_a_notebook_runs(path: Path, tmp_path: Path) -> None:
    for package in NEEDED:
        pytest.importorskip(package, reason="the notebooks extra is not installed")
    source = path.read_text("utf-8")
    if "pyspark" in source:
        pytest.importorskip("pyspark", reason="the notebooks extra is not installed")
        if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
            pytest.skip("Spark needs a Java runtime")
    here = tmp_path / "notebooks"  # a copy: its pictures do not land in the tree
    here.mkdir()
    for helper in set(NOTEBOOKS.glob("*.py")) - set(SOURCES):
        shutil.copy(helper, here)
    shutil.copytree(NOTEBOOKS.parent / "docs" / "examples", tmp_path / "docs" / "examples")
    script = here / path.name
    script.write_text(source.replace('\nlang = "zh"', '\nlang = "en"', 1), "utf-8")
    ran = subprocess.run(
        [sys.executable, script.name],
        cwd=here,
        env={**os.environ, "MPLBACKEND": "Agg", "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        timeout=SECONDS,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
