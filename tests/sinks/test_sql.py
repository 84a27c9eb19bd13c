"""Databases take text for text: as values, as names of columns, as names of files (数据库)."""

from __future__ import annotations

import contextlib
import datetime as dt
import sqlite3
from pathlib import Path
from typing import Any

import pyarrow as pa  # type: ignore[import-untyped,unused-ignore]
import pyarrow.parquet as pq  # type: ignore[import-untyped,unused-ignore]
import pytest

from tests.files.judged import WATER
from tests.sinks.attacks import ATTACKS, KINDS, LONG, named
from tests.sinks.hostile import DONE, entries_of
from wushan_plan import PLAN, frames
from wushan_plan.errors import EntryError
from wushan_plan.frames import FrameError
from wushan_plan.ledger import Comment, Completion, Correction, Entry, Ledger, ProgressReport
from wushan_plan.ledger.entries import KINDS as KINDS_OF_ENTRIES
from wushan_plan.ledger.storage import LedgerStore

WHOLE = {
    name: text
    for name, text in {**ATTACKS, "long": LONG}.items()
    if not any("\ud800" <= one <= "\udfff" for one in text)
}
TOGETHER = {kind: [WHOLE[name] for name in texts if name in WHOLE] for kind, texts in KINDS.items()}
each_kind_of_text = pytest.mark.parametrize("attacks", [*TOGETHER.values(), [LONG]], ids=[*TOGETHER, "long"])
AS_OF = dt.date(2021, 12, 31)
DAY = dt.date(2021, 9, 24)


TABLES_OF_SQLITE = "SELECT name FROM sqlite_master WHERE type = 'table'"
TABLES_OF_POSTGRESQL = "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'"


def stored(where: str) -> tuple[set[str], set[str]]:
    """Names of the tables of a database, and the authors of its entries, asked without the library."""
    authors = "SELECT author FROM ledger_entries"
    if "://" not in where:
        with contextlib.closing(sqlite3.connect(where)) as file:
            found = [file.execute(query).fetchall() for query in (TABLES_OF_SQLITE, authors)]
    else:
        import psycopg

        with psycopg.connect(where) as server:
            found = [server.execute(query).fetchall() for query in (TABLES_OF_POSTGRESQL, authors)]
    tables, names = ({str(one) for (one,) in rows} for rows in found)
    return tables, names


def every_entry_of(attack: str) -> list[Entry]:
    """An entry of every kind, and of corrections both one of an entry that is there and one of none."""
    entries = entries_of(attack)
    report = next(one for one in entries if isinstance(one, ProgressReport))
    corrected = Correction(
        commitment=report.commitment,
        unit=report.unit,
        author=named(attack),
        at=report.at,
        note=attack,
        corrects=report.id,
        reason=named(attack),
        facts={"cost": 30},
    )
    done = Completion(
        commitment=DONE.id,
        unit=DONE.lead_units[0].id,
        author=named(attack),
        at=report.at,
        note=attack,
        done_on=report.day,
        evidence=attack,
    )
    return [*entries, corrected, done]


def test_an_entry_of_every_kind_is_stored() -> None:
    assert {one.kind for one in every_entry_of("甲")} == set(KINDS_OF_ENTRIES)


@each_kind_of_text
def test_a_ledger_holds_entries_as_they_are_and_nothing_else(attacks: list[str], where: str) -> None:
    given = [one for attack in attacks for one in every_entry_of(attack)]
    with LedgerStore.create(where, PLAN) as store:
        assert len(store.append(given).added) == len(given)
        assert sorted(store.entries(), key=lambda one: one.id) == sorted(given, key=lambda one: one.id)
        assert store.append(given).added == ()
        assert store.ledger() == Ledger.from_plan(PLAN).with_stored(given)
        store.verify()
    tables, authors = stored(where)
    assert tables == {"ledger_schema", "ledger_about", "ledger_entries"}
    assert authors == {*map(named, attacks), "另一人"}


def test_a_text_that_names_no_commitment_finds_nothing(where: str) -> None:
    with LedgerStore.create(where, PLAN) as store:
        store.append(every_entry_of("甲"))
        for attack in (*WHOLE.values(), "\ud800"):
            assert list(store.entries(commitments=[attack])) == []
        assert len(store) == len(every_entry_of("甲"))


@pytest.mark.parametrize("attack", ["a\ud800b", "\udfff"])
def test_half_a_character_is_refused_before_anything_is_stored(attack: str, where: str) -> None:
    with LedgerStore.create(where, PLAN) as store:
        for entry in every_entry_of(attack):
            with pytest.raises(EntryError) as caught:
                store.append([every_entry_of("甲")[0], entry])
            assert caught.value.zh
        assert len(store) == 0


@pytest.mark.parametrize("attack", ["\0", "a\0b"])
def test_a_name_with_a_nul_is_no_entry(attack: str) -> None:
    with pytest.raises(EntryError) as caught:
        Comment(
            commitment=DONE.id, unit=DONE.lead_units[0].id, author=attack, at=dt.date(2021, 9, 30), text="甲"
        )
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

    def test_a_bound_of_memory_is_an_amount_and_no_statement(self, tmp_path: Path) -> None:
        cases(tmp_path / "a.parquet", 受理=[DAY], 通水=[DAY])
        asked: dict[str, Any] = {"start": "受理", "end": "通水", "as_of": AS_OF}
        with pytest.raises(FrameError, match=r"SELECT 1; --.+memory is an amount"):
            frames.scorecard_files(tmp_path / "a.parquet", WATER, memory="1GB'; SELECT 1; --", **asked)
