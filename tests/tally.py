"""A pytest plugin: ``-p tests.tally --tally FILE`` writes what a run of the tests amounted to (测试统计).

How many passed, failed and were skipped, how many properties there were, and how many examples they tried.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections import Counter
from collections.abc import Generator
from pathlib import Path

import pytest

_EXAMPLES = "examples of the property"
_TRIED = re.compile(r"(\d+) passing")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--tally", type=Path, help="write the totals of the run to this file")


def pytest_configure(config: pytest.Config) -> None:
    path = config.getoption("--tally")
    if path is not None and not hasattr(config, "workerinput"):  # one process of several writes
        config.pluginmanager.register(Tally(path))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Where the test ran, the examples are noted on its report, which goes to the process that counts."""
    report = yield
    told = getattr(item, "hypothesis_statistics", None)
    if report.when == "teardown" and told is not None:
        report.user_properties.append((_EXAMPLES, sum(map(int, _TRIED.findall(told)))))
    return report


class Tally:
    """Counts the reports of a run (统计器)."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.totals: Counter[str] = Counter()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.when == "call" or (report.when == "setup" and report.skipped):
            self.totals[report.outcome] += 1
        elif report.failed:
            self.totals["failed"] += 1
        for name, value in report.user_properties:
            if name == _EXAMPLES and report.when == "teardown":
                assert isinstance(value, int)
                self.totals["properties"] += 1
                self.totals["examples"] += value

    def pytest_sessionfinish(self) -> None:
        told = {"date": dt.datetime.now(dt.UTC).date().isoformat()} | {
            name: self.totals[name] for name in ("passed", "failed", "skipped", "properties", "examples")
        }
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.path.write_text(json.dumps(told, indent=1) + "\n", "utf-8")
