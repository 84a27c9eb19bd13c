"""One table with every trap, in every engine, and what the scalar ``evaluate`` says of its rows."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa  # type: ignore[import-untyped]
import pytest

from wushan_plan import Commitment, WushanPlanError
from wushan_plan.frames import rows_of

D = dt.date
AS_OF = D(2021, 12, 31)
Answer = tuple[str, D | None, int | None, int | None, bool]
UNREAD: Answer = ("unknown", None, None, None, False)

ENGINES_WARN = [
    pytest.mark.filterwarnings("ignore::FutureWarning"),
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
    pytest.mark.filterwarnings("ignore::UserWarning"),
]
"""Engines speak of their own future, which is not ours to mend."""

DATES = ("start", "end", "judged_on", "held_from", "held_to", "again_from", "again_to")
CHOSEN: list[dict[str, Any]] = [
    {"start": D(2021, 9, 24), "end": D(2021, 10, 12)},  # the last day in time
    {"start": D(2021, 9, 24), "end": D(2021, 10, 13)},
    {"start": D(2021, 9, 24), "end": D(2021, 10, 9)},  # a make-up Saturday
    {"start": D(2021, 9, 17), "end": D(2021, 10, 1)},  # the rest day after the ninth working day
    {"start": D(2021, 10, 1), "end": D(2021, 10, 1)},  # the first day, a holiday
    {"start": D(2021, 10, 2), "end": None},  # open
    {"start": D(2021, 12, 30), "end": None},  # open and not late
    {"start": None, "end": D(2021, 3, 1)},
    {"start": None, "end": None},
    {"start": D(2021, 5, 6), "end": D(2021, 5, 5)},  # ends before it starts
    {"start": D(2022, 2, 1), "end": D(2022, 1, 1)},  # both after the day of judgement
    {"start": D(2022, 1, 4), "end": None},  # not begun
    {"start": D(2021, 12, 1), "end": D(2022, 3, 1)},  # the end has not happened yet
    {"start": D(2021, 6, 1), "end": D(9999, 12, 31)},  # what some offices write for an open case
    {"start": D(2003, 12, 31), "end": D(2004, 1, 5)},  # before the calendar
    {"start": D(2004, 1, 1), "end": D(2004, 1, 5)},  # its first day
    {"start": D(1900, 1, 1), "end": D(1900, 1, 5)},
    {"start": D(2026, 12, 25), "end": D(2026, 12, 31)},  # the deadline lies past the calendar
    {"start": D(2026, 12, 31), "end": D(2027, 1, 4)},
    {"start": D(2027, 1, 4), "end": D(2027, 1, 5)},
    {"start": D(2021, 1, 22), "end": D(2021, 2, 20)},  # rolls over the Spring Festival
    {"start": D(2021, 3, 1), "end": D(2021, 3, 25), "held_from": D(2021, 3, 5), "held_to": D(2021, 3, 12)},
    {"start": D(2021, 3, 1), "end": D(2021, 3, 25), "held_from": D(2021, 3, 12), "held_to": D(2021, 3, 5)},
    {"start": D(2021, 3, 1), "end": D(2021, 3, 25), "held_from": D(2021, 2, 1), "held_to": D(2021, 3, 2)},
    {"start": D(2021, 3, 1), "end": D(2021, 3, 25), "held_from": D(2021, 3, 9), "held_to": None},
    {"start": D(2021, 3, 1), "end": D(2021, 3, 25), "held_from": D(2021, 3, 20), "held_to": D(2030, 1, 1)},
    {"start": D(2021, 1, 20), "end": D(2021, 3, 1), "held_from": D(2021, 2, 17), "held_to": D(2021, 2, 20)}
    | {"again_from": D(2021, 2, 21), "again_to": D(2021, 2, 26)},
    {"start": D(2021, 3, 1), "end": D(2021, 3, 25), "held_from": D(2021, 3, 9), "held_to": D(2021, 3, 12)}
    | {"again_from": D(2021, 3, 10), "again_to": D(2021, 3, 15)},
]  # fmt: skip


def trap_rows(number: int, seed: int = 1) -> list[dict[str, Any]]:
    """The chosen rows, and random ones around them, all with a reason and a scope now and then."""
    draw = random.Random(seed)
    rows: list[dict[str, Any]] = [dict(one) for one in CHOSEN]
    while len(rows) < number:
        start = D(2021, 1, 1) + dt.timedelta(draw.randrange(400))
        row: dict[str, Any] = {"start": start if draw.random() > 0.03 else None}
        if draw.random() < 0.85:
            row["end"] = start + dt.timedelta(draw.randrange(-2, 45))
        if draw.random() < 0.3:
            row["held_from"] = start + dt.timedelta(draw.randrange(-10, 30))
            row["held_to"] = row["held_from"] + dt.timedelta(draw.randrange(12))
            if draw.random() < 0.5:
                row["again_from"] = row["held_to"] + dt.timedelta(draw.randrange(1, 10))
                row["again_to"] = row["again_from"] + dt.timedelta(draw.randrange(8))
        rows.append(row)
    for place, row in enumerate(rows):
        row["id"] = place
        row["judged_on"] = None if draw.random() < 0.05 else AS_OF - dt.timedelta(draw.randrange(300))
        row["excuse"] = draw.choice(["暴雨", "", " ", None])
        row["inside"] = draw.choice([True, True, False, None])
        row["channel"] = draw.choice(["窗口", "网上", None])
        for name in DATES:
            row.setdefault(name, None)
    return rows


def arrow_table(rows: Sequence[Mapping[str, Any]]) -> Any:
    """The rows as an Arrow table."""
    kinds = {"id": pa.int64(), "excuse": pa.string(), "channel": pa.string(), "inside": pa.bool_()}
    names = [*kinds, *DATES]
    return pa.table(
        {name: pa.array([row[name] for row in rows], kinds.get(name, pa.date32())) for name in names}
    )


def _plain_pandas(table: Any) -> pd.DataFrame:
    frame: pd.DataFrame = table.to_pandas()
    for name in DATES:
        if name in frame:
            # datetime64[s] reaches the year 9999; pandas' nanoseconds do not.
            frame[name] = pd.Series(table[name].cast(pa.timestamp("s")).to_numpy().astype("M8[s]"))
    return frame


def like_pandas(engine: str, frame: Any) -> Any:
    """A table of pandas as one of an engine that works like pandas."""
    if engine == "Modin":
        import modin.pandas as mpd  # type: ignore[import-untyped]

        return mpd.DataFrame(frame)
    if engine == "Dask":
        import dask.dataframe as dd

        from_pandas: Any = dd.from_pandas
        return from_pandas(frame, npartitions=3)
    assert engine == "pandas"
    return frame


def _with_truths(table: Any) -> Any:
    frame = _plain_pandas(table)
    if "inside" in frame:
        frame["inside"] = frame["inside"].astype("boolean")  # Dask would make text of Python objects
    return frame


def _ibis(table: Any) -> Any:
    import ibis  # type: ignore[import-untyped]

    connection = ibis.duckdb.connect()
    connection.con.register("cases", table)
    return connection.table("cases")


ENGINES: dict[str, Callable[[Any], Any]] = {
    "pandas": _plain_pandas,
    "pandas on Arrow": lambda table: table.to_pandas(types_mapper=pd.ArrowDtype),
    "Modin": lambda table: like_pandas("Modin", _with_truths(table)),
    "polars": pl.from_arrow,
    "polars lazy": lambda table: pl.DataFrame(pl.from_arrow(table)).lazy(),
    "pyarrow": lambda table: table,
    "DuckDB": lambda table: duckdb.connect().from_arrow(table),
    "Dask": lambda table: like_pandas("Dask", _with_truths(table)),
    "Ibis": _ibis,
}
ORDERED = ("pandas", "pandas on Arrow", "Modin", "polars", "polars lazy", "pyarrow", "Dask")


def answers(table: Any) -> list[Answer]:
    """What a judged table says, in the order of ``id``."""
    rows = sorted(rows_of(table), key=lambda row: int(row["id"]))
    return [
        (
            row["status"],
            row["deadline"].date() if isinstance(row["deadline"], dt.datetime) else row["deadline"],
            row["elapsed"],
            row["overdue"],
            row["depends_on_reading"],
        )
        for row in rows
    ]


def scalar_answer(
    target: Commitment, row: Mapping[str, Any], *, held: bool = False, **options: Any
) -> Answer:
    """What the scalar ``evaluate`` says of one row; a row it refuses is unknown."""
    pairs = [(row["held_from"], row["held_to"]), (row["again_from"], row["again_to"])]
    suspended = [pair for pair in pairs if held and None not in pair]
    if len(suspended) == 2 and not suspended[0][1] < suspended[1][0]:
        return UNREAD  # columns of suspensions have to be in order; the scalar function joins them
    try:
        verdict = target.evaluate(
            start=row["start"], end=row["end"], excuse=row["excuse"], suspended=suspended, **options
        )
    except WushanPlanError:
        return UNREAD
    return (
        verdict.status.value,
        None if verdict.deadline is None else verdict.deadline.date,
        None if verdict.elapsed is None else verdict.elapsed.days,
        None if verdict.overdue is None else verdict.overdue.days,
        verdict.depends_on_reading,
    )
