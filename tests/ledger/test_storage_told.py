"""A stored ledger in a file: what is kept, what is refused, and in which words."""

from __future__ import annotations

import hashlib
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import Any

import attrs
import pytest
from sqlalchemy import event
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from tests.model.small_plan import small_plan
from tests.model.told import Refusal
from wushan_plan import CHINA, judged_by
from wushan_plan.errors import (
    ChainBrokenError,
    DateTypeError,
    EntryError,
    LedgerStoreError,
    MissingExtraError,
    UnknownNameError,
)
from wushan_plan.ledger import Colour, ColourRule, Comment, Ledger, ProgressReport
from wushan_plan.ledger.entries import digest_of
from wushan_plan.ledger.storage import Head, LedgerStore, Receipt
from wushan_plan.ledger.storage import store as store_module
from wushan_plan.ledger.storage.chain import Row, chained, followed, genesis
from wushan_plan.ledger.storage.engines import engine_for, transaction
from wushan_plan.ledger.storage.schema import MIGRATIONS, SCHEMA, Migration, migrate, version_of

PLAN = judged_by(small_plan(), CHINA)
DAY = date(2021, 9, 30)


def remark(text: str, at: date = DAY, commitment: str = "new-road") -> Comment:
    return Comment(commitment=commitment, unit="transport", author="王", at=at, text=text)


ONE, TWO, THREE = remark("一"), remark("二"), remark("三")
HEAD = genesis("small")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ledger.db"


@pytest.fixture
def store(path: Path) -> Iterator[LedgerStore]:
    with LedgerStore.create(path, PLAN, timeout=0.05) as made:
        yield made


def run(path: Path, *statements: str) -> list[Any]:
    """Statements behind the library's back, the triggers taken away first; the rows of the last one."""
    with closing(sqlite3.connect(path)) as connection:
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        rows: list[Any] = []
        for statement in statements:
            rows = connection.execute(statement).fetchall()
        connection.commit()
        return rows


def ledger_refusal(path: Path, rule: str, remedy: str, zh: str) -> Refusal:
    return Refusal(LedgerStoreError, str(path), "LedgerStore", rule, remedy, zh)


class TestChain:
    """Each row vouches for all before it; the first that does not is named."""

    rows = tuple(chained([ONE, TWO, THREE], HEAD))

    def broken(self, rows: list[Row], seq: object, rule: str, head: Head = HEAD) -> None:
        Refusal(
            ChainBrokenError, seq, "the stored ledger", rule, "Restore the last good copy",
            f"第{seq}条记录校验不符",
        ).is_met_by(lambda: followed(rows, head))  # fmt: skip

    def test_the_empty_ledger_of_a_plan_has_a_head_of_its_own(self) -> None:
        assert Head(0, hashlib.sha256(b"wushan-plan ledger of small").hexdigest()) == HEAD
        assert genesis("other") != HEAD

    def test_a_head_is_written_as_number_and_hash(self) -> None:
        assert str(Head(3, "ab")) == "3:ab"

    def test_a_row_repeats_what_the_entry_says_and_follows_the_one_before(self) -> None:
        first, second, _ = chained([ONE, TWO, THREE], HEAD)
        columns = (
            1, ONE.id, ONE.instant, "2021-09-30", "comment", "new-road", "transport", "王", ONE.payload,
            HEAD.hash,
        )  # fmt: skip
        digest = hashlib.sha256("\x1f".join(map(str, columns)).encode()).hexdigest()
        assert first == Row(*columns, digest)
        assert (second.seq, second.prev) == (2, first.hash)
        assert next(chained([TWO], Head(1, first.hash))) == second

    def test_rows_in_their_order_lead_to_the_last(self) -> None:
        assert followed(self.rows, HEAD) == Head(3, self.rows[2].hash)
        assert followed(self.rows[1:], Head(1, self.rows[0].hash)) == Head(3, self.rows[2].hash)
        assert followed((), HEAD) == HEAD

    def test_a_row_that_is_missing(self) -> None:
        self.broken([self.rows[0], self.rows[2]], 3, "entry 2 is missing")

    def test_a_row_that_follows_another(self) -> None:
        self.broken(list(self.rows), 1, "does not follow", Head(0, "0" * 64))

    def test_a_row_that_was_changed(self) -> None:
        self.broken([self.rows[0], self.rows[1]._replace(author="李")], 2, "once written")

    def test_a_row_whose_id_is_not_that_of_its_content(self) -> None:
        columns = (*self.rows[0][:1], digest_of("x"), *self.rows[0][2:10])
        digest = hashlib.sha256("\x1f".join(map(str, columns)).encode()).hexdigest()
        self.broken([Row(*columns, digest)], 1, "not that of its content")


class TestPlaces:
    """A ledger is a SQLite file, or a database of PostgreSQL."""

    @pytest.mark.parametrize(
        ("where", "kind"),
        [("mysql://host/ledger", "mysql"), ("sqlite://", "sqlite"), ("oracle://h", "oracle")],
    )
    def test_any_other_place_is_refused(self, where: str, kind: str) -> None:
        Refusal(
            LedgerStoreError, kind, "LedgerStore", "SQLite file or in PostgreSQL", "postgresql://",
            "不支持的数据库",
        ).is_met_by(lambda: LedgerStore.open(where, PLAN))  # fmt: skip

    def test_a_file_may_be_named_by_a_url(self, path: Path) -> None:
        with LedgerStore.create(f"sqlite:///{path}", PLAN) as store:
            assert store.where == f"sqlite:///{path}"
        with LedgerStore.open(path, PLAN) as store:
            assert store.where == str(path)

    def test_a_file_that_is_not_there_is_refused_and_not_made(self, path: Path) -> None:
        Refusal(
            LedgerStoreError, "unable to open database file", str(path), "there is no ledger",
            "LedgerStore.create", "台账打不开",
        ).is_met_by(lambda: LedgerStore.open(path, PLAN))  # fmt: skip
        assert not path.exists()

    @pytest.mark.parametrize("read_only", [False, True])
    def test_what_is_acknowledged_is_on_disk_and_nothing_is_trusted(
        self, path: Path, read_only: bool
    ) -> None:
        LedgerStore.create(path, PLAN).close()
        engine = engine_for(path, create=False, read_only=read_only, timeout=1.5)
        with transaction(engine, str(path), writing=False) as connection:
            names = ("synchronous", "recursive_triggers", "trusted_schema", "query_only", "busy_timeout")
            found = [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in names]
        assert found == [3, 1, 0, int(read_only), 1500]

    @pytest.mark.parametrize("read_only", [False, True])
    def test_postgresql_waits_so_long_and_says_how_it_commits(self, read_only: bool) -> None:
        url = "postgresql://clerk:secret@host:5433/ledger"
        engine = engine_for(url, create=False, read_only=read_only, timeout=7.4)
        given: dict[str, Any] = {}

        @event.listens_for(engine, "do_connect")
        def connected(dialect: object, record: object, arguments: object, named: dict[str, Any]) -> None:
            given.update(named)
            raise ConnectionAbortedError

        with pytest.raises(ConnectionAbortedError):
            engine.connect()
        options = "-c lock_timeout=7400 -c synchronous_commit=on"
        assert given["options"] == options + (" -c default_transaction_read_only=on" if read_only else "")
        assert (given["connect_timeout"], given["host"], given["port"], given["user"], given["dbname"]) == (
            7, "host", 5433, "clerk", "ledger",
        )  # fmt: skip
        assert (engine.dialect.name, engine.dialect.driver) == ("postgresql", "psycopg")
        assert engine.pool.timeout() == 7.4  # type: ignore[attr-defined]
        assert engine.pool._pre_ping is True

    def test_another_driver_in_the_url_makes_no_difference(self) -> None:
        engine = engine_for("postgresql+psycopg2://h/l", create=False, read_only=False, timeout=1)
        assert engine.dialect.driver == "psycopg"

    def test_without_the_driver_the_extra_is_named(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(sys.modules, "psycopg", None)
        Refusal(
            MissingExtraError, "psycopg", "import psycopg", "a ledger in PostgreSQL", "wushan-plan[postgres]",
            '缺少可选依赖psycopg，请安装：在本项目目录下运行 pip install -e ".[postgres]"',
        ).is_met_by(lambda: LedgerStore.open("postgresql://host/ledger", PLAN))  # fmt: skip

    def test_the_shortest_wait_is_a_millisecond_and_a_connection_has_two_seconds(self) -> None:
        engine = engine_for("postgresql://host/ledger", create=False, read_only=False, timeout=0.0)
        given: dict[str, Any] = {}

        @event.listens_for(engine, "do_connect")
        def connected(dialect: object, record: object, arguments: object, named: dict[str, Any]) -> None:
            given.update(named)
            raise ConnectionAbortedError

        with pytest.raises(ConnectionAbortedError):
            engine.connect()
        assert "lock_timeout=1 " in given["options"]
        assert given["connect_timeout"] == 2

    def test_a_password_is_not_shown(self) -> None:
        assert (
            store_module._shown("postgresql://clerk:secret@host/ledger")
            == "postgresql://clerk:***@host/ledger"
        )
        assert store_module._shown("a/b.db") == store_module._shown(Path("a/b.db")) == "a/b.db"


class TestTransactions:
    """A transaction ends well or leaves nothing behind, and says what the database refused."""

    def fail(self, path: Path, error: Exception) -> Callable[[], None]:
        engine = engine_for(path, create=True, read_only=False, timeout=0.05)

        def failing() -> None:
            with transaction(engine, "here", writing=True) as connection:
                connection.exec_driver_sql("CREATE TABLE half_done (x)")
                raise error

        return failing

    @pytest.mark.parametrize(
        ("said", "rule", "remedy", "zh"),
        [
            ("database or disk is full", "disk is full", "Make room", "磁盘已满"),
            ("No space left on device", "disk is full", "Make room", "磁盘已满"),
            ("database is locked", "too long", "timeout=", "台账被占用"),
            ("canceling statement due to lock timeout", "too long", "timeout=", "台账被占用"),
            ("cannot execute INSERT in a read-only transaction", "read-only", "for writing", "台账为只读"),
            ("attempt to write a readonly database", "read-only", "for writing", "台账为只读"),
            ("the ledger is append-only", "append-only", "correction", "台账只能追加"),
            ("unable to open database file", "may not be read", "Check the path", "台账打不开"),
            ("file is not a database", "no ledger", "Check the path", "该文件不是台账"),
            ("database disk image is malformed", "damaged", "Restore", "台账文件已损坏"),
            ("something else", "the database refused", "append again", "数据库拒绝操作"),
        ],
    )
    def test_what_databases_say_is_put_into_words(
        self, path: Path, said: str, rule: str, remedy: str, zh: str
    ) -> None:
        error = DBAPIError("SELECT 1", {}, Exception(said))
        Refusal(LedgerStoreError, said, "here", rule, remedy, zh).is_met_by(self.fail(path, error))
        assert run(path, "SELECT name FROM sqlite_master") == []

    def test_whatever_else_the_driver_cannot_do_is_said_too(self, path: Path) -> None:
        Refusal(
            LedgerStoreError, "no such thing", "here", "could not be used", "appending twice does no harm",
            "数据库无法使用",
        ).is_met_by(self.fail(path, SQLAlchemyError("no such thing")))  # fmt: skip

    def test_an_error_of_the_caller_s_goes_through_and_nothing_is_left(self, path: Path) -> None:
        with pytest.raises(KeyError):
            self.fail(path, KeyError("x"))()
        assert run(path, "SELECT name FROM sqlite_master") == []

    @pytest.mark.parametrize("writing", [True, False])
    def test_only_a_writer_takes_the_lock_and_at_once(
        self, path: Path, store: LedgerStore, writing: bool
    ) -> None:
        engine = engine_for(path, create=False, read_only=False, timeout=0.05)
        with (
            transaction(engine, str(path), writing=writing),
            closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as other,
        ):
            if writing:
                with pytest.raises(sqlite3.OperationalError, match="locked"):
                    other.execute("BEGIN IMMEDIATE")
            else:
                other.execute("BEGIN IMMEDIATE")


class TestSchema:
    """Versions of the schema follow one another; none is left out or made twice."""

    def test_from_nothing_every_step_is_made_and_noted(self, path: Path) -> None:
        engine = engine_for(path, create=True, read_only=False, timeout=1)
        with transaction(engine, "here", writing=True) as connection:
            assert version_of(connection) == 0
            migrate(connection)
            assert version_of(connection) == 2
            migrate(connection)
        assert run(path, f"SELECT version, what FROM {SCHEMA.name} ORDER BY version") == [
            (1, "tables; append-only"),
            (2, "indexes by commitment and by day"),
        ]

    def test_from_an_earlier_version_only_the_rest_is_made(self, path: Path) -> None:
        engine = engine_for(path, create=True, read_only=False, timeout=1)
        indexes = "SELECT name FROM sqlite_master WHERE name LIKE 'ledger_entries_by%' ORDER BY name"
        with transaction(engine, "here", writing=True) as connection:
            migrate(connection, MIGRATIONS[:1])
            assert version_of(connection) == 1
            assert connection.exec_driver_sql(indexes).all() == []
            migrate(connection)
            assert version_of(connection) == 2
            found = connection.exec_driver_sql(indexes).scalars().all()
        assert found == ["ledger_entries_by_commitment", "ledger_entries_by_day"]

    def test_a_step_is_noted_under_its_own_version(self, path: Path, store: LedgerStore) -> None:
        engine = engine_for(path, create=False, read_only=False, timeout=1)
        with transaction(engine, "here", writing=True) as connection:
            migrate(connection, (*MIGRATIONS, Migration(5, "more", (), ())))
            assert version_of(connection) == 5

    def test_a_table_of_versions_without_any_is_no_ledger(self, path: Path) -> None:
        run(path, f"CREATE TABLE {SCHEMA.name} (version INTEGER, what TEXT)")
        engine = engine_for(path, create=False, read_only=False, timeout=1)
        with transaction(engine, "here", writing=False) as connection:
            assert version_of(connection) == 0


class TestOpening:
    """A ledger is opened where there is one, of its own plan and of this version."""

    def test_a_new_one_is_empty_and_knows_its_plan(self, path: Path, store: LedgerStore) -> None:
        assert (len(store), store.head, store.ledger().entries) == (0, HEAD, ())
        assert repr(store) == f"LedgerStore(plan=small, where={str(path)!r})"
        about = run(path, "SELECT key, value FROM ledger_about ORDER BY key")
        assert about == [("genesis", HEAD.hash), ("plan", "small")]

    def test_it_is_not_made_over_another(self, path: Path, store: LedgerStore) -> None:
        ledger_refusal(path, "already", "Open it", "台账已存在").is_met_by(
            lambda: LedgerStore.create(path, PLAN)
        )

    def test_a_database_without_a_ledger_is_refused(self, path: Path) -> None:
        run(path, "CREATE TABLE other (x)")
        refusal = ledger_refusal(path, "there is no ledger", "LedgerStore.create", "没有台账")
        refusal.is_met_by(lambda: LedgerStore.open(path, PLAN))
        refusal.is_met_by(lambda: LedgerStore.migrate(path, PLAN))

    def test_what_is_not_there_cannot_be_brought_up_and_is_not_made(self, path: Path) -> None:
        with pytest.raises(LedgerStoreError, match="there is no ledger"):
            LedgerStore.migrate(path, PLAN)
        assert not path.exists()

    def test_the_ledger_of_another_plan_is_refused(self, path: Path, store: LedgerStore) -> None:
        other = attrs.evolve(PLAN, id="other")
        refusal = ledger_refusal(path, "ledger of small, not of other", "its own plan", "台账属于另一方案")
        refusal.is_met_by(lambda: LedgerStore.open(path, other))
        refusal.is_met_by(lambda: LedgerStore.migrate(path, other))

    def test_a_newer_one_is_refused(self, path: Path, store: LedgerStore) -> None:
        run(path, "INSERT INTO ledger_schema VALUES (3, 'later')")
        ledger_refusal(
            path, "of version 3, and only 2 is known", "newer version", "台账结构版本较新，请升级本软件"
        ).is_met_by(lambda: LedgerStore.open(path, PLAN))

    def test_an_older_one_is_refused_until_it_is_brought_up(self, path: Path, store: LedgerStore) -> None:
        store.append([ONE])
        run(path, "DELETE FROM ledger_schema WHERE version = 2", "DROP INDEX ledger_entries_by_day")
        run(path, "DROP INDEX ledger_entries_by_commitment")
        ledger_refusal(
            path, "of version 1, and 2 is needed", "LedgerStore.migrate", "台账结构版本较旧，需要升级"
        ).is_met_by(lambda: LedgerStore.open(path, PLAN))
        with LedgerStore.migrate(path, PLAN) as brought:
            assert list(brought.entries()) == [ONE]
            assert brought.where == str(path)
        LedgerStore.open(path, PLAN).close()

    def test_it_is_verified_unless_asked_not_to_be(self, path: Path, store: LedgerStore) -> None:
        store.append([ONE, TWO])
        run(path, "UPDATE ledger_entries SET author = '李' WHERE seq = 2")
        with pytest.raises(ChainBrokenError) as caught:
            LedgerStore.open(path, PLAN)
        assert caught.value.value == 2
        with LedgerStore.open(path, PLAN, verify=False) as unverified:
            assert len(unverified) == 2

    def test_opened_for_reading_it_takes_nothing(self, path: Path, store: LedgerStore) -> None:
        with LedgerStore.open(path, PLAN, read_only=True) as reader:
            Refusal(
                LedgerStoreError, "attempt to write a readonly database", str(path), "read-only",
                "Open it for writing", "台账为只读",
            ).is_met_by(lambda: reader.append([ONE]))  # fmt: skip

    @pytest.mark.parametrize("door", ["create", "open", "migrate"])
    def test_whoever_writes_waits_only_so_long(self, tmp_path: Path, path: Path, door: str) -> None:
        LedgerStore.create(path, PLAN).close()
        doors: dict[str, Callable[[], LedgerStore]] = {
            "create": lambda: LedgerStore.create(tmp_path / "other.db", PLAN, timeout=0.01),
            "open": lambda: LedgerStore.open(path, PLAN, timeout=0.01),
            "migrate": lambda: LedgerStore.migrate(path, PLAN, timeout=0.01),
        }
        with doors[door]() as store, transaction(store._engine, "here", writing=False) as connection:
            assert connection.exec_driver_sql("PRAGMA busy_timeout").scalar() == 10

    @pytest.mark.parametrize("door", ["create", "migrate"])
    def test_nobody_is_waited_for_long_while_it_is_made_or_brought_up(self, path: Path, door: str) -> None:
        LedgerStore.create(path, PLAN).close()
        doors: dict[str, Callable[..., LedgerStore]] = {
            "create": LedgerStore.create,
            "migrate": LedgerStore.migrate,
        }
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(LedgerStoreError, match="too long"):
                doors[door](path, PLAN, timeout=0.01)


class TestAppending:
    """Entries are stored all or none, once each, in the order given."""

    def test_the_receipt_names_what_is_new_and_what_was_there(self, store: LedgerStore) -> None:
        rows = tuple(chained([TWO, ONE, THREE], HEAD))
        assert store.append([TWO, ONE, TWO]) == Receipt((TWO.id, ONE.id), (), Head(2, rows[1].hash))
        later = store.append(iter([THREE, ONE, TWO]))
        assert later == Receipt((THREE.id,), (ONE.id, TWO.id), Head(3, rows[2].hash))
        assert store.append([ONE]) == Receipt((), (ONE.id,), Head(3, rows[2].hash))
        assert (store.head, len(store)) == (later.head, 3)

    def test_the_columns_say_what_the_entries_say(self, path: Path, store: LedgerStore) -> None:
        store.append([ONE, TWO])
        rows = run(path, "SELECT * FROM ledger_entries ORDER BY seq")
        assert rows == [tuple(row) for row in chained([ONE, TWO], HEAD)]

    def test_an_entry_that_may_not_stand_keeps_all_of_them_out(self, store: LedgerStore) -> None:
        with pytest.raises(UnknownNameError):
            store.append([ONE, remark("二", commitment="no-road")])
        with pytest.raises(EntryError):
            store.append([ONE, remark("\ud800")])
        assert len(store) == 0

    def test_what_is_there_is_found_however_many_are_asked_for(
        self, store: LedgerStore, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        many = [remark(str(number)) for number in range(7)]
        store.append(many[:6])
        monkeypatch.setattr(store_module, "_ASKED", 2)
        monkeypatch.setattr(store_module, "_AT_ONCE", 2)
        receipt = store.append(many)
        assert (receipt.added, receipt.known) == ((many[6].id,), tuple(one.id for one in many[:6]))
        assert sorted(one.id for one in store.entries()) == sorted(one.id for one in many)
        assert store.verify() == receipt.head

    def test_another_content_under_one_id_is_refused(self, path: Path, store: LedgerStore) -> None:
        store.append([ONE])
        run(path, "UPDATE ledger_entries SET payload = '{}'")
        ledger_refusal(path, "another entry has this id", "Report this", "记录号重复").is_met_by(
            lambda: store.append([ONE])
        )


class TestReading:
    """Entries come back in order, by day and by commitment, as values and as lines."""

    early, late = remark("一", date(2021, 9, 1)), remark("二", date(2021, 10, 1), "shelving")

    @pytest.fixture
    def full(self, store: LedgerStore) -> LedgerStore:
        store.append([self.late, THREE, self.early])
        return store

    def test_by_moment(self, full: LedgerStore) -> None:
        assert list(full.entries()) == [self.early, THREE, self.late]

    def test_of_one_moment_by_id(self, store: LedgerStore) -> None:
        ordered = sorted((ONE, TWO, THREE), key=lambda one: one.id)
        store.append(reversed(ordered))
        assert list(store.entries()) == ordered

    def test_up_to_a_day(self, full: LedgerStore) -> None:
        assert list(full.entries(until=DAY)) == [self.early, THREE]
        assert list(full.entries(until=datetime(2021, 9, 29, 12))) == [self.early]
        assert full.ledger(until=DAY).entries == (self.early, THREE)
        text: Any = "2021-09-30"
        with pytest.raises(DateTypeError) as caught:
            list(full.entries(until=text))
        assert caught.value.where == "until"

    def test_on_some_commitments(self, full: LedgerStore) -> None:
        assert list(full.entries(commitments=iter(["shelving"]))) == [self.late]
        assert full.ledger(commitments=["new-road"]).entries == (self.early, THREE)
        assert list(full.entries(commitments=[])) == []

    def test_as_a_ledger_with_its_rule_and_calendar(self, full: LedgerStore) -> None:
        rule, calendar = ColourRule(silent=Colour.RED), CHINA.as_known_on(date(2021, 1, 1))
        ledger = full.ledger(rule=rule, calendar=calendar)
        assert ledger == Ledger.from_plan(PLAN, [self.early, THREE, self.late], rule=rule)
        assert ledger.calendar is calendar
        assert full.ledger().rule == ColourRule()

    def test_as_lines_there_and_back(self, full: LedgerStore, tmp_path: Path) -> None:
        assert full.export_lines(tmp_path / "lines.jsonl") == 3
        with LedgerStore.create(tmp_path / "other.db", PLAN) as other:
            receipt = other.import_lines(tmp_path / "lines.jsonl")
            assert receipt.added == (self.early.id, THREE.id, self.late.id)
            assert list(other.entries()) == list(full.entries())

    def test_a_number_comes_back_exact(self, store: LedgerStore) -> None:
        entry = ProgressReport(
            commitment="new-road", unit="transport", author="王", at=DAY, facts={"length": 3}
        )
        store.append([entry])
        assert list(store.entries()) == [entry]


class TestVerifying:
    """A head kept elsewhere shows later that nothing before it was changed or cut off."""

    def test_it_is_followed_from_the_beginning_or_from_a_head(self, store: LedgerStore) -> None:
        kept = store.append([ONE]).head
        last = store.append([TWO, THREE]).head
        assert store.verify() == store.verify(kept) == store.verify(last) == store.verify(HEAD) == last

    def test_what_comes_before_the_head_is_not_followed_again(self, path: Path, store: LedgerStore) -> None:
        kept = store.append([ONE, TWO]).head
        run(path, "UPDATE ledger_entries SET author = '李' WHERE seq = 1")
        assert store.verify(kept) == kept

    @pytest.mark.parametrize("head", [Head(1, "0" * 64), Head(2, "0" * 64)])
    def test_a_head_that_is_gone_or_another_is_refused(
        self, path: Path, store: LedgerStore, head: Head
    ) -> None:
        store.append([ONE])
        Refusal(
            ChainBrokenError, str(head), str(path), "is gone, or is another one", "Restore",
            "链头与库内记录不符",
        ).is_met_by(lambda: store.verify(head))  # fmt: skip

    def test_a_sound_file_has_no_damage_and_an_index_that_disagrees_is_one(
        self, path: Path, store: LedgerStore
    ) -> None:
        store.append([ONE])
        assert store.damage() == ()
        run(
            path,
            "PRAGMA writable_schema = ON",
            "UPDATE sqlite_master SET sql = replace(sql, '(day)', '(author)') WHERE name LIKE '%by_day'",
        )
        assert any("ledger_entries_by_day" in one for one in store.damage())
