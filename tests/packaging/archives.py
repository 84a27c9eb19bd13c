"""Building what is published, and looking into it (打包)."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import attrs

ROOT = Path(__file__).parents[2]


@attrs.frozen
class Built:
    """What one build leaves behind (构建产物).

    Attributes:
        sdist: the source archive.
        wheel: what is installed.
    """

    sdist: Path
    wheel: Path

    def wheel_files(self) -> dict[str, bytes]:
        """Every file of the wheel."""
        with zipfile.ZipFile(self.wheel) as archive:
            return {name: archive.read(name) for name in archive.namelist()}

    def sdist_files(self) -> list[str]:
        """The path of every file of the source archive, below its one folder."""
        with tarfile.open(self.sdist) as archive:
            return [one.name.partition("/")[2] for one in archive.getmembers() if one.isfile()]

    def sdist_file(self, name: str) -> bytes:
        """One file of the source archive."""
        with tarfile.open(self.sdist) as archive:
            (member,) = (one for one in archive.getmembers() if one.name.partition("/")[2] == name)
            read = archive.extractfile(member)
            assert read is not None
            return read.read()


def build(tree: Path, out: Path, **environment: str) -> Built:
    """Builds both archives of ``tree`` into ``out``, with the hatchling that is installed: no network."""
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-t", "wheel", "-d", str(out)],
        cwd=tree,
        env={**_environment(), **environment},
        check=True,
        capture_output=True,
    )
    (sdist,), (wheel,) = out.glob("*.tar.gz"), out.glob("*.whl")
    return Built(sdist, wheel)


def unpacked(sdist: Path, where: Path) -> Path:
    """The folder that ``sdist`` unpacks to."""
    with tarfile.open(sdist) as archive:
        archive.extractall(where, filter="data")
    (folder,) = where.iterdir()
    return folder


def _environment() -> dict[str, str]:
    """The environment without what would choose a date for the archives."""
    return {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
