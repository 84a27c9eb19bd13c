"""Databases take text for text: as values, as names of columns, as names of files (数据库)."""

from __future__ import annotations

import datetime as dt
import sqlite3
from pathlib import Path
from typing import Any

import pyarrow as pa  # type: ignore[import-untyped,unused-ignore]
import pyarrow.parquet as pq  # type: ignore[import-untyped,unused-ignore]
import pytest

from tests.files.judged import WATER
from tests.sinks.attacks import ATTACKS, LONG, named
from tests.sinks.hostile import entries_of
from wushan_plan import PLAN, frames
from wushan_plan.errors import EntryError
from wushan_plan.ledger.storage import LedgerStore

WHOLE = {
    name: text
    for name, text in {**ATTACKS, "long": LONG}.items()
    if not any("\ud800" <= one <= "\udfff" for one in text)
}
each_text = pytest.mark.parametrize("attack", WHOLE.values(), ids=WHOLE)
AS_OF = dt.date(2021, 12, 31)
DAY = dt.date(2021, 9, 24)


@each_text
def test_a_ledger_holds_entries_as_they_are_and_nothing_else(attack: str, tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    given = [one for one in entries_of(attack) if one.kind not in ("correction", "reassignment")]
    with LedgerStore.create(path, PLAN) as store:
        assert len(store.append(given).added) == len(given)
        assert sorted(store.entries(), key=lambda one: one.id) == sorted(given, key=lambda one: one.id)
        store.verify()
    with sqlite3.connect(path) as database:
        tables = {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        authors = {one for (one,) in database.execute("SELECT author FROM ledger_entries")}
    database.close()
    assert tables == {"ledger_schema", "ledger_about", "ledger_entries"}
    assert authors == {named(attack), "另一人"}


@pytest.mark.parametrize("attack", ["a\ud800b", "\udfff"])
def test_half_a_character_is_refused_before_anything_is_stored(attack: str, tmp_path: Path) -> None:
    with LedgerStore.create(tmp_path / "a.db", PLAN) as store:
        with pytest.raises(EntryError) as caught:
            store.append(entries_of(attack)[:1])
        assert len(store) == 0
    assert caught.value.zh


def cases(path: Path, **columns: Any) -> None:
    pq.write_table(pa.table({name: pa.array(column) for name, column in columns.items()}), path)


class TestLargeFiles:
    def test_any_column_can_carry_a_fact_or_a_group(self, tmp_path: Path) -> None:
        names = ("quoted name", "end of statement", "event", "parameter")
        for number, name in enumerate(WHOLE[one] for one in names):
            path = tmp_path / f"{number}.parquet"
            cases(path, **{name: [DAY, DAY], f"{name}2": [DAY, None], f"{name}3": [name, name]})
            (row,) = frames.scorecard_files(
                path, WATER, by=[f"{name}3"], start=name, end=f"{name}2", as_of=AS_OF
            )
            assert (row[f"{name}3"], row["cases"]) == (name, 2)

    def test_any_text_of_a_date_is_a_date_that_cannot_be_read(self, tmp_path: Path) -> None:
        texts = list(WHOLE.values())
        cases(tmp_path / "a.parquet", 受理=[*texts, "2021-09-24"], 通水=["2021-09-27"] * (len(texts) + 1))
        out = tmp_path / "out.parquet"
        frames.evaluate_files(tmp_path / "a.parquet", WATER, out=out, start="受理", end="通水", as_of=AS_OF)
        table = pq.read_table(out)
        assert table["受理"].to_pylist() == [*texts, "2021-09-24"]
        assert table["status"].to_pylist() == ["unknown"] * len(texts) + ["met"]

    def test_any_text_of_a_group_is_a_group(self, tmp_path: Path) -> None:
        texts = list(WHOLE.values())
        cases(tmp_path / "a.parquet", 受理=[DAY] * len(texts), 通水=[DAY] * len(texts), 渠道=texts)
        asked: dict[str, Any] = {"start": "受理", "end": "通水", "as_of": AS_OF}
        rows = frames.scorecard_files(tmp_path / "a.parquet", WATER, by=["渠道"], **asked)
        assert sorted(row["渠道"] for row in rows) == sorted(texts)
        assert {row["cases"] for row in rows} == {1}

    @pytest.mark.parametrize(
        "name", ["a[1]", "*", "?", "'; DROP TABLE x; --", 'a"b', "{x}", "a\nb", "\x1b[31m"]
    )
    def test_a_file_is_read_once_whatever_its_name(self, name: str, tmp_path: Path) -> None:
        for one in (name, "a1", "x"):
            cases(tmp_path / f"{one}.parquet", 受理=[DAY], 通水=[DAY])
        asked: dict[str, Any] = {"start": "受理", "end": "通水", "as_of": AS_OF}
        (alone,) = frames.scorecard_files(tmp_path / f"{name}.parquet", WATER, **asked)
        (together,) = frames.scorecard_files(tmp_path, WATER, **asked)
        assert (alone["cases"], together["cases"]) == (1, 3)

    def test_a_bound_of_memory_is_a_value(self, tmp_path: Path) -> None:
        cases(tmp_path / "a.parquet", 受理=[DAY], 通水=[DAY])
        asked: dict[str, Any] = {"start": "受理", "end": "通水", "as_of": AS_OF}
        with pytest.raises(Exception, match=r"(?i)memory|unit|parse"):
            frames.scorecard_files(tmp_path / "a.parquet", WATER, memory="1GB'; SELECT 1; --", **asked)
