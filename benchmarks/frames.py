"""Whole tables: ``python -m benchmarks.frames [--rows N] [--billion]``.

Every ratio is formed from two times of the same round, one process, one after the other; the median
over the rounds is shown. DuckDB works in two threads.
"""

from __future__ import annotations

import argparse
import datetime as dt
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.contest import Result
from wushan_plan import CHINA, PLAN, frames

_AS_OF = dt.date(2022, 3, 1)
_START, _END, _GROUP = "受理日期", "办结日期", "渠道"
_THREADS = 2
_WATER = PLAN.targets["water-connection"]
_BY_HAND = """
WITH days AS (
  SELECT d.start, d.stop, d.ended, d.kind, a.rank AS from_rank, b.rank AS to_rank
  FROM (
    SELECT "{start}" AS start, "{group}" AS kind,
      "{end}" IS NOT NULL AND "{end}" <= DATE '{as_of}' AS ended,
      CASE WHEN "{end}" <= DATE '{as_of}' THEN "{end}" ELSE DATE '{as_of}' END AS stop,
      "{end}" < "{start}" AS backwards
    FROM cases
  ) AS d LEFT JOIN ranks AS a ON d.start = a.day LEFT JOIN ranks AS b ON d.stop = b.day
)
SELECT kind, count(*) AS cases,
  count(*) FILTER (ended AND stop >= start AND to_rank - from_rank <= 9) AS met,
  count(*) FILTER (stop >= start AND to_rank - from_rank > 9) AS not_met,
  count(*) FILTER (NOT ended AND stop >= start AND to_rank - from_rank <= 9) AS pending,
  count(*) FILTER (from_rank IS NULL OR to_rank IS NULL OR (ended AND stop < start)) AS unknown,
  count(*) FILTER (ended AND stop >= start AND to_rank IS NOT NULL) AS completed,
  sum(to_rank - from_rank) FILTER (ended AND stop >= start) AS total_elapsed,
  max(to_rank - from_rank) FILTER (ended AND stop >= start) AS longest,
  quantile_disc(to_rank - from_rank, [0.5, 0.9]) FILTER (ended AND stop >= start) AS percentiles
FROM days GROUP BY kind
"""

_COUNTED_BY_HAND = """
WITH equal AS (
  SELECT "{group}" AS kind, "{start}" AS start, "{end}" AS raw_end, count(*) AS n FROM cases GROUP BY ALL
), days AS (
  SELECT e.kind, e.n, e.start, e.stop, e.ended, e.backwards, b.rank - a.rank AS used
  FROM (
    SELECT *, coalesce(raw_end <= DATE '{as_of}', false) AS ended, raw_end < start AS backwards,
      CASE WHEN raw_end <= DATE '{as_of}' THEN raw_end ELSE DATE '{as_of}' END AS stop
    FROM equal
  ) AS e LEFT JOIN ranks AS a ON e.start = a.day LEFT JOIN ranks AS b ON e.stop = b.day
)
SELECT kind, sum(n) AS cases, sum(n) FILTER (ended AND stop >= start AND used <= 9) AS met,
  sum(n) FILTER (stop >= start AND used > 9) AS not_met,
  sum(n) FILTER (NOT ended AND stop >= start AND used <= 9) AS pending,
  sum(n) FILTER (used IS NULL OR stop < start) AS unknown,
  sum(n) FILTER (ended AND stop >= start AND used IS NOT NULL) AS completed,
  sum(n * used) FILTER (ended AND stop >= start) AS total_elapsed,
  max(used) FILTER (ended AND stop >= start) AS longest
FROM days GROUP BY kind
"""


def results(rows: int, rounds: int) -> list[Result]:
    """The plans of DuckDB and the array kernel, each beside its yardstick."""
    with tempfile.TemporaryDirectory() as folder:
        path = _file(Path(folder), rows)
        return [*_duckdb(path, rows, rounds), *_pandas(path, rows, rounds)]


def billion(rows: int = 1_000_000_000) -> list[Result]:
    """One file read again and again, in a process of its own, whose peak memory is measured."""
    found = []
    with tempfile.TemporaryDirectory() as folder:
        path = _file(Path(folder), 10_000_000)
        for wanted in (10_000_000, 100_000_000, rows):
            program = [
                sys.executable,
                "-m",
                "benchmarks.frames",
                "--one",
                str(path),
                str(wanted // 10_000_000),
            ]
            root = Path(__file__).parent.parent
            output = subprocess.run(program, check=True, capture_output=True, text=True, cwd=root)
            seconds, mib = (float(one) for one in output.stdout.split())
            asked = "≤ 60 s, ≤ 512 MiB" if wanted == rows else ""
            kept = seconds <= 60 and mib <= 512 if wanted == rows else None
            shown = f"{seconds:.1f} s, {mib:.0f} MiB, {seconds / wanted * 1e9:.1f} ns a row"
            found.append(
                Result(f"scorecard_files, {wanted:.0e} rows", "peak resident memory", shown, asked, kept)
            )
    return found


def _duckdb(path: Path, rows: int, rounds: int) -> list[Result]:
    import duckdb

    connection = duckdb.connect()
    connection.execute(f"SET threads = {_THREADS}")
    cases = connection.read_parquet(str(path))
    connection.register("ranks", _ranks())
    connection.execute("CREATE TABLE rank_table AS SELECT * FROM ranks")
    connection.unregister("ranks")
    connection.execute("ALTER TABLE rank_table RENAME TO ranks")
    connection.execute(f"CREATE VIEW cases AS SELECT * FROM read_parquet('{path}')")
    by_hand = _BY_HAND.format(start=_START, end=_END, group=_GROUP, as_of=_AS_OF)
    counted = _COUNTED_BY_HAND.format(start=_START, end=_END, group=_GROUP, as_of=_AS_OF)
    columns = f'"{_GROUP}", "{_START}", "{_END}"'

    def card(percentiles: tuple[int, ...]) -> Callable[[], Any]:
        return lambda: frames.scorecard(
            cases, _WATER, by=_GROUP, percentiles=percentiles, start=_START, end=_END, as_of=_AS_OF
        ).fetchall()

    times = _rounds(
        rounds,
        {
            "card": card((50, 90)),
            "hand": lambda: connection.sql(by_hand).fetchall(),
            "plain card": card(()),
            "counted": lambda: connection.sql(counted).fetchall(),
            "group": lambda: connection.sql(f"SELECT {columns}, count(*) FROM cases GROUP BY ALL").fetchall(),
            "dates": lambda: connection.sql(
                f'SELECT "{_START}", "{_END}", count(*) FROM cases GROUP BY ALL'
            ).fetchall(),
            "min": lambda: connection.sql(
                f'SELECT "{_GROUP}", count(*), min("{_START}"), max("{_END}") FROM cases GROUP BY ALL'
            ).fetchall(),
        },
    )
    work = f"scorecard with percentiles by {_GROUP}, DuckDB, {rows:.0e} rows of Parquet"
    return [
        _ratio(work, "scan and group by of the same three columns", times, "card", "group", 2.2),
        _ratio(work, "scan and group by of the two dates", times, "card", "dates", None),
        _ratio(
            work, "scan and group by of one column with min and max of the dates", times, "card", "min", None
        ),
        _ratio(work, "hand-written SQL, row by row", times, "card", "hand", 1.4),
        _ratio(
            work.replace("with", "without"),
            "hand-written SQL that counts equal rows first",
            times,
            "plain card",
            "counted",
            1.4,
        ),
    ]


def _pandas(path: Path, rows: int, rounds: int) -> list[Result]:
    import numpy as np
    import pandas as pd

    frame = pd.read_parquet(path, columns=[_START, _END])
    for name in frame:
        frame[name] = pd.to_datetime(frame[name]).astype("datetime64[s]")
    starts = frame[_START].fillna(pd.Timestamp(_AS_OF)).to_numpy().astype("M8[D]")
    ends = frame[_END].fillna(pd.Timestamp(_AS_OF)).to_numpy().astype("M8[D]")
    free = [day for day, worked in CHINA.days.workdays() if not worked and day.weekday() < 5]
    holidays = np.array(free, "M8[D]")
    times = _rounds(
        rounds,
        {
            "evaluate": lambda: frames.evaluate(frame, _WATER, start=_START, end=_END, as_of=_AS_OF),
            "busday": lambda: np.busday_count(starts, ends, holidays=holidays),
        },
    )
    work = f"evaluate, pandas, {rows:.0e} rows"
    seconds = statistics.median(times["evaluate"]) * 1e7 / rows
    return [
        Result(work, "by the clock, for 1e7 rows", f"{seconds:.2f} s", "≤ 1.5 s", seconds <= 1.5),
        _ratio(work, "np.busday_count alone, without make-up days", times, "evaluate", "busday", None),
    ]


def _rounds(rounds: int, tasks: dict[str, Callable[[], Any]]) -> dict[str, list[float]]:
    times: dict[str, list[float]] = {name: [] for name in tasks}
    for _ in range(rounds):
        for name, task in tasks.items():
            begin = time.perf_counter()
            task()
            times[name].append(time.perf_counter() - begin)
    return times


def _ratio(
    work: str, peer: str, times: dict[str, list[float]], ours: str, theirs: str, most: float | None
) -> Result:
    ratio = statistics.median(a / b for a, b in zip(times[ours], times[theirs], strict=True))
    shown = f"{ratio:.2f}× ({statistics.median(times[ours]):.2f} s)"
    return Result(
        work, peer, shown, "" if most is None else f"≤ {most:g}×", None if most is None else ratio <= most
    )


def _file(folder: Path, rows: int) -> Path:
    import pyarrow.parquet as pq

    path = folder / "synthetic.parquet"
    part = frames.synthetic_table(min(rows, 1_000_000), seed=2021, last=dt.date(2021, 12, 31))
    part = part.select([_START, _END, _GROUP])
    with pq.ParquetWriter(path, part.schema) as writer:
        for begin in range(0, rows, part.num_rows):
            writer.write_table(part.slice(0, min(part.num_rows, rows - begin)))
    return path


def _ranks() -> Any:
    import pyarrow as pa

    rank, days, ranks = 0, [], []
    for day, worked in CHINA.days.workdays():
        rank += worked
        days.append(day)
        ranks.append(rank)
    return pa.table({"day": pa.array(days, pa.date32()), "rank": pa.array(ranks, pa.int32())})


def _one(path: str, times: int) -> None:
    begin = time.perf_counter()
    frames.scorecard_files(
        [path] * times, _WATER, by=_GROUP, threads=_THREADS, start=_START, end=_END, as_of=_AS_OF
    )
    seconds = time.perf_counter() - begin
    print(seconds, _peak_mib())


def _peak_mib() -> float:
    """The peak of the resident memory of this program alone (Linux).

    That of ``getrusage`` begins with what the calling process held.
    """
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmHWM"):
            return float(line.split()[1]) / 1024
    return float("nan")


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.frames", description=__doc__)
    parser.add_argument("--rows", type=int, default=10_000_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--billion", action="store_true", help="a file read a hundred times as well")
    parser.add_argument("--one", nargs=2, metavar=("PATH", "TIMES"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        _one(options.one[0], int(options.one[1]))
        return
    found = results(options.rows, options.rounds)
    if options.billion:
        found += billion()
    for one in found:
        print(f"{one.work}; {one.peer}: {one.value} {one.asked} {one.mark}")


if __name__ == "__main__":
    main()
