"""What is in the archives, and what is not (归档内容)."""

from __future__ import annotations

import base64
import csv
import hashlib
import io
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.packaging.archives import ROOT, Built

MADE_BY_RUNNING = {"__pycache__", "output", ".ipynb_checkpoints"}
ENDINGS_OF_NOTHING = {".pyc", ".ipynb"}
DATA = {"calendar/notices.toml", "ledger/reports/style.css", "py.typed"}
"""Files of the package that are no modules. A new one is entered here on purpose."""


def written_by_hand(folder: str) -> Iterator[str]:
    """The files of a folder of the tree that nobody's run has left there."""
    for home, below, names in os.walk(ROOT / folder):
        # Folders that begin with a dot are caches; kernels leave sockets beside the notebooks.
        below[:] = [one for one in below if one not in MADE_BY_RUNNING and not one.startswith(".")]
        for name in names:
            path = Path(home, name)
            if path.is_file() and path.suffix not in ENDINGS_OF_NOTHING and not name.startswith("."):
                yield path.relative_to(ROOT).as_posix()


class TestTheWheel:
    def test_holds_the_package_its_data_and_its_metadata_and_nothing_else(self, built: Built) -> None:
        modules = {one.removeprefix("src/") for one in written_by_hand("src") if one.endswith(".py")}
        about = {
            f"wushan_plan-{built.wheel.name.split('-')[1]}.dist-info/{name}"
            for name in ("METADATA", "WHEEL", "RECORD", "entry_points.txt", "licenses/LICENSE")
        }
        assert set(built.wheel_files()) == modules | about | {f"wushan_plan/{one}" for one in DATA}

    def test_leaves_no_file_of_the_package_behind(self, built: Built) -> None:
        files = built.wheel_files()
        assert [one for one in written_by_hand("src") if one.removeprefix("src/") not in files] == []

    def test_records_the_digest_of_each_file(self, built: Built) -> None:
        files = built.wheel_files()
        (record,) = (name for name in files if name.endswith(".dist-info/RECORD"))
        rows = {name: told for name, told, _ in csv.reader(io.StringIO(files[record].decode()))}
        assert rows.keys() == files.keys()
        for name, told in rows.items():
            made = base64.urlsafe_b64encode(hashlib.sha256(files[name]).digest()).rstrip(b"=").decode()
            assert told == ("" if name == record else f"sha256={made}")

    def test_is_for_every_python_3_and_every_machine(self, built: Built) -> None:
        assert built.wheel.name.endswith("-py3-none-any.whl")

    def test_starts_the_command(self, built: Built) -> None:
        (entries,) = (
            text.decode() for name, text in built.wheel_files().items() if name.endswith("entry_points.txt")
        )
        assert entries == "[console_scripts]\nwushan-plan = wushan_plan.cli:main\n"


class TestTheSourceArchive:
    @pytest.mark.parametrize("folder", ["src", "tests", "docs", "notebooks", "benchmarks"])
    def test_holds_a_folder_whole(self, built: Built, folder: str) -> None:
        held = {one for one in built.sdist_files() if one.startswith(f"{folder}/")}
        assert held == set(written_by_hand(folder))

    def test_holds_what_is_needed_to_build_test_and_read_it_and_nothing_else(self, built: Built) -> None:
        outside = {
            one
            for one in built.sdist_files()
            if one.partition("/")[0] not in {"src", "tests", "docs", "notebooks", "benchmarks"}
        }
        checks = {path.relative_to(ROOT).as_posix() for path in (ROOT / ".ci").iterdir() if path.is_file()}
        assert outside == checks | {
            ".gitignore",  # hatchling leaves out by it what is made by running
            "CHANGELOG.md",
            "CONTRIBUTING.md",
            "LICENSE",
            "Makefile",
            "PKG-INFO",
            "README.md",
            "README.zh-CN.md",
            "pyproject.toml",
        }
