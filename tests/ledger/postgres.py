"""A throw-away PostgreSQL: a cluster of its own in a temporary folder, on a socket nobody else knows."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

_INSTALLED = Path("/usr/lib/postgresql")


def _binaries() -> Path | None:
    """The folder that holds ``initdb`` and ``pg_ctl``; the newest, where there are several."""
    versions = sorted(
        (path for path in _INSTALLED.glob("*/bin/initdb")),
        key=lambda path: float(path.parts[-3]),
        reverse=True,
    )
    if versions:
        return versions[0].parent
    found = shutil.which("initdb")
    return None if found is None else Path(found).resolve().parent


def _somebody() -> str | None:
    """PostgreSQL refuses to run as root: somebody else's name then."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return None
    import pwd

    names = {one.pw_name for one in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


@contextmanager
def running() -> Iterator[str]:
    """The URL of a PostgreSQL that runs for the block alone; without one installed the test is skipped."""
    pytest.importorskip("psycopg", reason="psycopg is not installed: pip install 'wushan-plan[postgres]'")
    programs = _binaries()
    if programs is None:
        pytest.skip("no initdb in /usr/lib/postgresql/*/bin or on PATH: install PostgreSQL to run this")
    with _cluster(programs) as url:
        yield url


@contextmanager
def _cluster(programs: Path) -> Iterator[str]:
    """The URL of an empty database, gone when the block ends."""
    folder = Path(tempfile.mkdtemp(prefix="ledger-pg-"))
    user = _somebody()
    try:
        if user is not None:
            shutil.chown(folder, user)
        data = folder / "data"

        def run(program: str, *arguments: str) -> None:
            command = [str(programs / program), *arguments]
            done = subprocess.run(command, capture_output=True, text=True, cwd=folder, user=user)
            if done.returncode:
                log = folder / "log"
                raise RuntimeError(done.stderr + (log.read_text() if log.exists() else ""))

        run("initdb", "-D", str(data), "-U", "ledger", "-A", "trust", "-E", "UTF8", "--locale=C")
        options = f"-c listen_addresses='' -c unix_socket_directories='{folder}'"
        run("pg_ctl", "-D", str(data), "-l", str(folder / "log"), "-w", "-o", options, "start")
        try:
            yield f"postgresql://ledger@/postgres?host={folder}"
        finally:
            run("pg_ctl", "-D", str(data), "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
