"""Fresh interpreters for the tests: what runs in them, and what they say."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src"
EXAMPLES = ROOT / "docs" / "examples"
WATER = EXAMPLES / "water-2021-synthetic.csv"
PROBE = Path(__file__).with_name("probe.py")
PROBE_OF_EXTRAS = Path(__file__).with_name("probe_extras.py")
COMMAND = "import sys; from wushan_plan.cli import main; sys.exit(main())"
"""The console script, without depending on where it was installed."""


def surroundings(changes: Mapping[str, str | None] | None = None) -> dict[str, str]:
    """This process's environment without what would steer Python, changed; ``None`` takes away."""
    found = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PYTHON", "LC_", "COVERAGE", "COV_")) and name not in ("LANG", "TZ")
    }
    for name, value in (changes or {}).items():
        if value is None:
            found.pop(name, None)
        else:
            found[name] = value
    return found


def python(
    *arguments: str,
    environment: Mapping[str, str | None] | None = None,
    cwd: str | Path | None = None,
    timeout: float = 300,
) -> subprocess.CompletedProcess[bytes]:
    """A fresh interpreter, run to its end."""
    return subprocess.run(
        [sys.executable, *arguments],
        capture_output=True,
        stdin=subprocess.DEVNULL,
        env=surroundings(environment),
        cwd=cwd,
        timeout=timeout,
    )


def said(
    code: str,
    *arguments: str,
    flags: Sequence[str] = (),
    environment: Mapping[str, str | None] | None = None,
    cwd: str | Path | None = None,
) -> str:
    """What a program says; it has to end well."""
    done = python(*flags, "-c", code, *arguments, environment=environment, cwd=cwd)
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
    return done.stdout.decode("utf-8")


def probed(
    *flags: str, environment: Mapping[str, str | None] | None = None, cwd: str | Path | None = None
) -> dict[str, str]:
    """The digests of the probe in a fresh interpreter."""
    found: dict[str, str] = _told(*flags, str(PROBE), environment=environment, cwd=cwd)
    return found


def probed_with_extras(
    parts: Sequence[str], *flags: str, environment: Mapping[str, str | None] | None = None
) -> dict[str, list[str]]:
    """The digests of these parts of the probe of the extras in a fresh interpreter."""
    found: dict[str, list[str]] = _told(*flags, str(PROBE_OF_EXTRAS), *parts, environment=environment)
    return found


def _told(
    *arguments: str, environment: Mapping[str, str | None] | None = None, cwd: str | Path | None = None
) -> Any:
    """What a fresh interpreter says in JSON; it has to end well, and to complain of nothing."""
    done = python(*arguments, environment=environment, cwd=cwd)
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
    assert done.stderr == b"", done.stderr.decode("utf-8", "replace")
    return json.loads(done.stdout)
