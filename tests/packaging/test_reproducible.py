"""The same sources give the same bytes, wherever and whenever they are built (可重复构建)."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from tests.packaging.archives import Built, build, unpacked


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.fixture(scope="module")
def rebuilt(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Built from the source archive: elsewhere, with other times and permissions, in another zone."""
    tree = unpacked(built.sdist, tmp_path_factory.mktemp("elsewhere"))
    for path in tree.rglob("*"):
        if path.is_file():
            path.chmod(path.stat().st_mode & 0o700)  # as under a strict umask
            os.utime(path, (1_700_000_000, 1_700_000_000))
    return build(tree, tmp_path_factory.mktemp("again"), TZ="Asia/Shanghai", PYTHONHASHSEED="7", LC_ALL="C")


def test_the_wheel_built_from_the_source_archive_is_that_built_from_the_tree(
    built: Built, rebuilt: Built
) -> None:
    assert digest(rebuilt.wheel) == digest(built.wheel)


def test_the_source_archive_built_from_itself_is_itself(built: Built, rebuilt: Built) -> None:
    assert digest(rebuilt.sdist) == digest(built.sdist)


def test_a_date_of_the_source_gives_the_same_bytes_each_time(built: Built, tmp_path: Path) -> None:
    tree = unpacked(built.sdist, tmp_path / "tree")
    dated = [
        build(tree, tmp_path / zone.partition("/")[2], TZ=zone, SOURCE_DATE_EPOCH="1640908800")
        for zone in ("Asia/Shanghai", "America/New_York")
    ]
    assert digest(dated[0].wheel) == digest(dated[1].wheel) != digest(built.wheel)
    assert digest(dated[0].sdist) == digest(dated[1].sdist) != digest(built.sdist)
