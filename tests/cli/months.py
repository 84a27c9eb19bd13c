"""A file of cases, and the same cases month by month, for the tests of folders."""

from __future__ import annotations

import csv
from collections.abc import Callable

TARGET = ["--target", "water-connection", "--as-of", "2021-12-31"]
COMMAND = [*TARGET, "--start", "受理日期", "--end", "通水日期"]
MEAN = ["--target", "power-10kv", "--start", "受理日期", "--end", "通水日期", "--as-of", "2021-12-31"]
HEADER = "编号,受理日期,通水日期,渠道"
LINES = (
    "1,2021-09-24,2021-10-12,窗口",
    "2,2021-09-24,2021-11-14,网上",
    "3,2021-09-01,,网上",
    "4,2021-09-24,2021-10-22,窗口",
    "5,下周,2021-10-14,窗口",
    "6,2021-12-30,,窗口",
)

Say = Callable[..., list[str]]
"""Judges, and gives the lines that are printed."""


def scorecard(lines: list[str]) -> list[str]:
    """The page alone, without what is said of files and columns below it."""
    return lines[: len(lines) - 1 - lines[::-1].index("")]


def rows(path: str) -> list[dict[str, str]]:
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))
