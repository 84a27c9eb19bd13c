"""A run as it is kept beside the page: what was measured, where, and with which versions."""

from __future__ import annotations

import datetime as dt
import json
import os
import platform
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from benchmarks.calendars import Disagreement
from benchmarks.contest import Asked, Bound, Result

_PACKAGES = (
    "wushan-plan",
    "numpy",
    "pandas",
    "polars",
    "holidays",
    "workalendar",
    "QuantLib",
    "exchange_calendars",
    "bizdays",
    "chinesecalendar",
)


@dataclass(frozen=True)
class Machine:
    """Where and when a run took place, and with what.

    Attributes:
        cores: processor cores the system shows.
        load: load average at the start; empty where the system keeps none.
        versions: of the packages that took part.
    """

    date: dt.date
    processor: str
    cores: int
    system: str
    load: str
    python: str
    versions: Mapping[str, str]

    @classmethod
    def here(cls) -> Machine:
        info = Path("/proc/cpuinfo")
        names = [
            line.partition(":")[2].strip()
            for line in (info.read_text().splitlines() if info.exists() else ())
            if line.startswith("model name")
        ]
        return cls(
            dt.datetime.now(dt.UTC).date(),
            names[0] if names else platform.processor() or platform.machine(),
            os.cpu_count() or 1,
            platform.system(),
            f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "",
            platform.python_version(),
            {name: version(name) for name in _PACKAGES},
        )


@dataclass(frozen=True)
class PeerDays:
    """What one peer makes of every day.

    Attributes:
        brings_days: whether it knows Chinese days of its own; the others are told the true ones.
        wrong: days it takes for the other kind.
        make_up: how many of them are make-up days, taken for rest days.
        silent: how many days it refuses to answer for.
    """

    name: str
    brings_days: bool
    wrong: tuple[dt.date, ...] = ()
    make_up: int = 0
    silent: int = 0

    @classmethod
    def of(cls, name: str, differs: Disagreement, *, brings_days: bool) -> PeerDays:
        return cls(name, brings_days, tuple(sorted(differs.wrong)), differs.make_up, len(differs.silent))


@dataclass(frozen=True)
class Record:
    """One full run.

    Attributes:
        first, last: the days the calendars were compared on.
        make_up: how many make-up days there are between them.
        note: what a reader of the figures has to know about them.
    """

    machine: Machine
    first: dt.date
    last: dt.date
    make_up: int
    peers: tuple[PeerDays, ...]
    results: Mapping[str, Sequence[Result]]
    note: str = ""

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    def save(self, path: Path) -> None:
        written = json.dumps(asdict(self), default=_plain, ensure_ascii=False, indent=1)
        path.write_text(written + "\n", encoding="utf-8")

    @classmethod
    def load(cls, path: Path) -> Record:
        read: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        return cls(
            Machine(**read["machine"] | {"date": dt.date.fromisoformat(read["machine"]["date"])}),
            dt.date.fromisoformat(read["first"]),
            dt.date.fromisoformat(read["last"]),
            read["make_up"],
            tuple(
                PeerDays(**peer | {"wrong": tuple(map(dt.date.fromisoformat, peer["wrong"]))})
                for peer in read["peers"]
            ),
            {title: [_result(one) for one in group] for title, group in read["results"].items()},
            read["note"],
        )


def _plain(value: object) -> object:
    return value.value if isinstance(value, Bound) else str(value)


def _result(read: dict[str, Any]) -> Result:
    wanted = read["wanted"]
    return Result(
        **read
        | {
            "bound": Bound(read["bound"]),
            "wanted": wanted and Asked(Bound(wanted["bound"]), wanted["value"]),
        }
    )
