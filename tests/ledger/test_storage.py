"""A stored ledger keeps what it acknowledges, once, and refuses to change it; in a file and in PostgreSQL."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from sqlalchemy import create_engine, text

from tests.ledger.strategies import EMPTY, histories
from wushan_plan import PLAN
from wushan_plan.errors import ChainBrokenError, LedgerStoreError, UnknownNameError
from wushan_plan.ledger import Comment, Entry, ProgressReport
from wushan_plan.ledger.storage import Head, LedgerStore
from wushan_plan.ledger.storage.schema import MIGRATIONS, SCHEMA, migrate

CITED: dict[str, Any] = {"commitment": "cross-province-services", "unit": "government-services-office"}


def report(number: int, at: date = date(2021, 9, 30)) -> ProgressReport:
    return ProgressReport(**CITED, author=f"经办人{number}", at=at, facts={"items": number})


@pytest.fixture
def store(where: str) -> Iterator[LedgerStore]:
    with LedgerStore.create(where, PLAN) as made:
        yield made


def run(where: str, statement: str) -> None:
    """A statement behind the library's back."""
    url = where.replace("postgresql:", "postgresql+psycopg:") if "://" in where else f"sqlite:///{where}"
    engine = create_engine(url)
    try:
        with engine.begin() as connection:
            connection.execute(text(statement))
    finally:
        engine.dispose()


def inserted(seq: str, id_: str, prev: str) -> str:
    """A statement that makes a row out of the second one."""
    between = "instant, day, kind, commitment, unit, author, payload"
    columns = f"{seq}, {id_}, {between}, {prev}, 'y'"
    return f"INSERT INTO ledger_entries SELECT {columns} FROM ledger_entries WHERE seq = 2"


def test_what_was_appended_is_there_when_opened_again(where: str, store: LedgerStore) -> None:
    receipt = store.append([report(1), report(2)])
    assert receipt.added == (report(1).id, report(2).id)
    with LedgerStore.open(where, PLAN) as again:
        assert again.ledger() == EMPTY.with_entries([report(1), report(2)])
        assert again.head == receipt.head


def test_an_entry_appended_twice_is_there_once(store: LedgerStore) -> None:
    store.append([report(1), report(1)])
    receipt = store.append([report(1), report(2)])
    assert (receipt.added, receipt.known) == ((report(2).id,), (report(1).id,))
    assert len(store) == 2


def test_appending_nothing_new_leaves_the_chain_as_it_was(store: LedgerStore) -> None:
    before = store.append([report(1)]).head
    assert store.append([report(1)]).head == store.append([]).head == before


def test_one_bad_entry_keeps_all_of_its_batch_out(store: LedgerStore) -> None:
    with pytest.raises(UnknownNameError):
        store.append(
            [report(1), Comment(commitment="x", unit="y", author="王", at=date(2021, 9, 1), text="z")]
        )
    assert len(store) == 0


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE ledger_entries SET author = 'x'",
        "DELETE FROM ledger_entries",
        "DELETE FROM ledger_entries WHERE seq = 2",
        "UPDATE ledger_about SET value = 'x'",
        "DELETE FROM ledger_schema",
        inserted("seq + 5", "'x'", "hash"),
        inserted("seq + 1", "'x'", "prev"),
        inserted("seq + 1", "id", "hash"),
    ],
)
def test_the_database_itself_refuses_to_change_an_entry(
    where: str, store: LedgerStore, statement: str
) -> None:
    head = store.append([report(1), report(2)]).head
    with pytest.raises(Exception, match=r"append-only|follows the last one|unique"):
        run(where, statement)
    assert store.verify() == head
    assert len(store) == 2


def test_a_file_refuses_to_replace_an_entry(tmp_path: Path) -> None:
    path = str(tmp_path / "ledger.db")
    with LedgerStore.create(path, PLAN) as store:
        head = store.append([report(1), report(2)]).head
        with pytest.raises(Exception, match="follows the last one"):
            run(
                path,
                inserted("seq + 1", "id", "hash").replace("INSERT", "INSERT OR REPLACE", 1),
            )
        assert store.verify() == head


def test_postgresql_refuses_to_empty_a_table(postgres: str, tmp_path: Path) -> None:
    from tests.ledger.conftest import new_database

    where = new_database(postgres)
    with LedgerStore.create(where, PLAN) as store:
        store.append([report(1)])
        with pytest.raises(Exception, match="append-only"):
            run(where, "TRUNCATE ledger_entries")
        assert len(store) == 1


def tamper(path: Path, statement: str) -> None:
    """Changes a file as somebody could who takes the triggers away first."""
    with closing(sqlite3.connect(path)) as connection:
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for (name,) in names:
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute(statement)
        connection.commit()


@pytest.mark.parametrize(
    ("statement", "seq"),
    [
        ("UPDATE ledger_entries SET payload = replace(payload, ':2}', ':74}') WHERE seq = 2", 2),
        ("UPDATE ledger_entries SET day = '2021-09-01' WHERE seq = 2", 2),
        ("UPDATE ledger_entries SET author = '别人' WHERE seq = 1", 1),
        ("DELETE FROM ledger_entries WHERE seq = 2", 3),
        ("UPDATE ledger_entries SET seq = 9 WHERE seq = 3", 9),
    ],
)
def test_whoever_gets_past_the_database_breaks_the_chain(tmp_path: Path, statement: str, seq: int) -> None:
    path = tmp_path / "ledger.db"
    with LedgerStore.create(path, PLAN) as store:
        store.append([report(1), report(2), report(3)])
    tamper(path, statement)
    with pytest.raises(ChainBrokenError) as caught:
        LedgerStore.open(path, PLAN)
    assert caught.value.value == seq
    assert caught.value.zh


def test_a_head_kept_elsewhere_shows_that_the_end_was_cut_off(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    with LedgerStore.create(path, PLAN) as store:
        store.append([report(1)])
        kept = store.append([report(2)]).head
    tamper(path, "DELETE FROM ledger_entries WHERE seq = 2")
    with LedgerStore.open(path, PLAN) as store, pytest.raises(ChainBrokenError):
        store.verify(kept)


def test_only_what_follows_a_kept_head_is_verified_again(store: LedgerStore) -> None:
    kept = store.append([report(1)]).head
    last = store.append([report(2)]).head
    assert store.verify(kept) == last
    with pytest.raises(ChainBrokenError):
        store.verify(Head(1, "0" * 64))


def test_entries_can_be_read_by_day_and_by_commitment(store: LedgerStore) -> None:
    other = Comment(
        commitment="water-connection", unit="dingcheng-water", author="李", at=date(2021, 9, 1), text="已阅"
    )
    store.append([report(2, date(2021, 10, 31)), report(1), other])
    assert list(store.entries()) == [other, report(1), report(2, date(2021, 10, 31))]
    assert list(store.entries(until=date(2021, 9, 30))) == [other, report(1)]
    assert list(store.entries(commitments=["water-connection"])) == [other]
    assert store.ledger(until=date(2021, 9, 30)) == EMPTY.with_entries([other, report(1)])


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(histories())
def test_exported_and_imported_a_ledger_is_the_same(
    tmp_path_factory: pytest.TempPathFactory, written: tuple[Entry, ...]
) -> None:
    folder = tmp_path_factory.mktemp("lines")
    with (
        LedgerStore.create(folder / "one.db", PLAN) as one,
        LedgerStore.create(folder / "other.db", PLAN) as other,
    ):
        one.append(written)
        one.export_lines(folder / "ledger.jsonl")
        assert len(other.import_lines(folder / "ledger.jsonl").added) == len(one)
        assert other.import_lines(folder / "ledger.jsonl").added == ()
        assert other.ledger() == one.ledger() == EMPTY.with_entries(written)
        other.export_lines(folder / "again.jsonl")
    assert (folder / "again.jsonl").read_bytes() == (folder / "ledger.jsonl").read_bytes()


# --- opening ----------------------------------------------------------------------------------------


def test_a_ledger_is_not_created_over_another(where: str, store: LedgerStore) -> None:
    store.append([report(1)])
    with pytest.raises(LedgerStoreError, match="already"):
        LedgerStore.create(where, PLAN)
    assert len(store) == 1


def test_opening_what_is_not_there_makes_nothing(tmp_path: Path) -> None:
    with pytest.raises(LedgerStoreError):
        LedgerStore.open(tmp_path / "none.db", PLAN)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_no_ledger_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "report.docx"
    path.write_bytes(b"PK\x03\x04" * 500)
    with pytest.raises(LedgerStoreError, match="no ledger"):
        LedgerStore.open(path, PLAN)
    assert path.read_bytes() == b"PK\x03\x04" * 500


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="the system does not list open files")
def test_a_file_that_is_no_ledger_is_not_kept_open(tmp_path: Path) -> None:
    path = tmp_path / "report.docx"
    path.write_bytes(b"PK\x03\x04" * 500)
    with pytest.raises(LedgerStoreError) as caught:  # what it holds stays alive while it is looked at
        LedgerStore.open(path, PLAN)
    assert caught.value.value
    assert path not in {file.readlink() for file in Path("/proc/self/fd").iterdir() if file.is_symlink()}


@pytest.mark.parametrize("name", ["台账 2021.db", "a%20b.db", "a?b#c.db"])
def test_a_path_may_hold_any_character(tmp_path: Path, name: str) -> None:
    with LedgerStore.create(tmp_path / name, PLAN) as store:
        store.append([report(1)])
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_ledger_of_another_plan_is_refused(where: str, store: LedgerStore) -> None:
    with pytest.raises(LedgerStoreError, match="another-plan"):
        LedgerStore.open(where, attrs.evolve(PLAN, id="another-plan"))


def test_an_unknown_kind_of_database_is_refused() -> None:
    with pytest.raises(LedgerStoreError, match="SQLite"):
        LedgerStore.open("mysql://localhost/ledger", PLAN)


def test_a_password_is_not_shown() -> None:
    from wushan_plan.ledger.storage.store import _shown

    assert "secret" not in _shown("postgresql://user:secret@host/ledger")


def test_a_ledger_opened_for_reading_takes_no_entry(where: str, store: LedgerStore) -> None:
    store.append([report(1)])
    with LedgerStore.open(where, PLAN, read_only=True) as reader:
        with pytest.raises(LedgerStoreError, match="read-only"):
            reader.append([report(2)])
        assert reader.ledger() == EMPTY.with_entries([report(1)])
    assert len(store) == 1


def test_a_writer_does_not_wait_for_ever(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    with LedgerStore.create(path, PLAN, timeout=0.1) as store:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LedgerStoreError, match="too long"):
            store.append([report(1)])
        other.execute("ROLLBACK")
        other.close()
        assert store.append([report(1)]).added == (report(1).id,)


def test_a_writer_does_not_wait_for_ever_in_postgresql_either(postgres: str) -> None:
    from tests.ledger.conftest import new_database
    from wushan_plan.ledger.storage.engines import transaction

    where = new_database(postgres)
    with LedgerStore.create(where, PLAN) as slow, LedgerStore.open(where, PLAN, timeout=0.1) as store:
        with (
            transaction(slow._engine, where, writing=True),
            pytest.raises(LedgerStoreError, match="too long"),
        ):
            store.append([report(1)])
        assert store.append([report(1)]).added == (report(1).id,)


# --- versions ---------------------------------------------------------------------------------------


@pytest.fixture
def old(where: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """A ledger of the first version, with an entry in it."""
    from wushan_plan.ledger.storage import store as module

    with monkeypatch.context() as patch:
        patch.setattr(module, "migrate", lambda connection: migrate(connection, MIGRATIONS[:1]))
        with LedgerStore.create(where, PLAN) as store:
            store.append([report(1)])
    return where


def test_an_older_ledger_is_not_opened_unasked(old: str) -> None:
    with pytest.raises(LedgerStoreError, match=r"LedgerStore\.migrate"):
        LedgerStore.open(old, PLAN)


def test_migrating_keeps_every_entry_and_the_chain(old: str) -> None:
    with LedgerStore.migrate(old, PLAN) as store:
        assert store.ledger() == EMPTY.with_entries([report(1)])
        assert store.append([report(2)]).head.seq == 2
    with LedgerStore.migrate(old, PLAN) as store:
        assert len(store) == 2


def test_a_newer_ledger_is_refused(where: str, store: LedgerStore) -> None:
    run(where, f"INSERT INTO {SCHEMA.name} VALUES (99, 'from the future')")
    with pytest.raises(LedgerStoreError, match="newer version"):
        LedgerStore.open(where, PLAN)
