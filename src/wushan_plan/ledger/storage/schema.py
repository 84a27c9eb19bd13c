"""Tables, and what the database itself refuses (库表结构): migrations, one after another, never changed."""

from __future__ import annotations

from collections.abc import Sequence

import attrs
from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    Integer,
    MetaData,
    Table,
    Text,
    func,
    insert,
    inspect,
    select,
)

METADATA = MetaData()

SCHEMA = Table(
    "ledger_schema",
    METADATA,
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("what", Text, nullable=False),
)
ABOUT = Table("ledger_about", METADATA, Column("key", Text, primary_key=True), Column("value", Text))
ENTRIES = Table(
    "ledger_entries",
    METADATA,
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    Column("id", Text, nullable=False, unique=True),
    Column("instant", BigInteger, nullable=False),
    Column("day", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("commitment", Text, nullable=False),
    Column("unit", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("payload", Text, nullable=False),
    Column("prev", Text, nullable=False),
    Column("hash", Text, nullable=False, unique=True),
)


@attrs.frozen
class Migration:
    """One step from a version of the schema to the next (结构升级).

    Attributes:
        version: the version it leads to.
        what: what it does.
        sqlite: its statements for SQLite.
        postgresql: its statements for PostgreSQL.
    """

    version: int
    what: str
    sqlite: tuple[str, ...]
    postgresql: tuple[str, ...]


def _tables(whole: str) -> tuple[str, ...]:
    return (
        "CREATE TABLE ledger_schema (version INTEGER PRIMARY KEY, what TEXT NOT NULL)",
        "CREATE TABLE ledger_about (key TEXT PRIMARY KEY, value TEXT NOT NULL)",
        f"""CREATE TABLE ledger_entries (
            seq {whole} PRIMARY KEY, id TEXT NOT NULL UNIQUE, instant {whole} NOT NULL,
            day TEXT NOT NULL, kind TEXT NOT NULL, commitment TEXT NOT NULL, unit TEXT NOT NULL,
            author TEXT NOT NULL, payload TEXT NOT NULL, prev TEXT NOT NULL, hash TEXT NOT NULL UNIQUE
        )""",
    )


_PERMANENT = ("ledger_schema", "ledger_about", "ledger_entries")

_SQLITE_REFUSALS = (
    *(
        f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END"
        for table in _PERMANENT
        for verb in ("UPDATE", "DELETE")
    ),
    # INSERT OR REPLACE deletes without asking the trigger above: it is refused before it comes to that.
    """CREATE TRIGGER ledger_entries_follow BEFORE INSERT ON ledger_entries
    WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM ledger_entries)
      OR NEW.prev IS NOT coalesce(
          (SELECT hash FROM ledger_entries ORDER BY seq DESC LIMIT 1),
          (SELECT value FROM ledger_about WHERE key = 'genesis'))
      OR EXISTS (SELECT 1 FROM ledger_entries WHERE id = NEW.id OR hash = NEW.hash)
    BEGIN SELECT RAISE(ABORT, 'an entry follows the last one, once'); END""",
    """CREATE TRIGGER ledger_about_once BEFORE INSERT ON ledger_about
    WHEN EXISTS (SELECT 1 FROM ledger_about WHERE key = NEW.key)
    BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END""",
    """CREATE TRIGGER ledger_schema_once BEFORE INSERT ON ledger_schema
    WHEN EXISTS (SELECT 1 FROM ledger_schema WHERE version = NEW.version)
    BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END""",
)

_POSTGRESQL_REFUSALS = (
    """CREATE FUNCTION ledger_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'the ledger is append-only' USING ERRCODE = 'restrict_violation'; END $$""",
    *(
        f"CREATE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE ON {table} "
        f"FOR EACH ROW EXECUTE FUNCTION ledger_refuse()"
        for table in _PERMANENT
    ),
    *(
        f"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse()"
        for table in _PERMANENT
    ),
    """CREATE FUNCTION ledger_follow() RETURNS trigger LANGUAGE plpgsql VOLATILE AS $$
    DECLARE last_seq BIGINT; last_hash TEXT;
    BEGIN
        SELECT seq, hash INTO last_seq, last_hash FROM ledger_entries ORDER BY seq DESC LIMIT 1;
        IF last_seq IS NULL THEN
            SELECT 0, value INTO last_seq, last_hash FROM ledger_about WHERE key = 'genesis';
        END IF;
        IF NEW.seq IS DISTINCT FROM last_seq + 1 OR NEW.prev IS DISTINCT FROM last_hash THEN
            RAISE EXCEPTION 'an entry follows the last one, once' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
    END $$""",
    """CREATE TRIGGER ledger_entries_follow BEFORE INSERT ON ledger_entries
    FOR EACH ROW EXECUTE FUNCTION ledger_follow()""",
)

_INDEXES = (
    "CREATE INDEX ledger_entries_by_commitment ON ledger_entries (commitment, instant)",
    "CREATE INDEX ledger_entries_by_day ON ledger_entries (day)",
)

MIGRATIONS: tuple[Migration, ...] = (
    Migration(
        1,
        "tables; append-only",
        (*_tables("INTEGER"), *_SQLITE_REFUSALS),
        (*_tables("BIGINT"), *_POSTGRESQL_REFUSALS),
    ),
    Migration(2, "indexes by commitment and by day", _INDEXES, _INDEXES),
)
"""Every step there has ever been. A step that was released is never changed; a new one is appended."""


def version_of(connection: Connection) -> int:
    """The version of the schema; 0 where there is no ledger."""
    if not inspect(connection).has_table(SCHEMA.name):
        return 0
    return connection.execute(select(func.max(SCHEMA.c.version))).scalar() or 0


def migrate(connection: Connection, migrations: Sequence[Migration] = MIGRATIONS) -> None:
    """Brings the schema to its last version, inside the transaction of the caller."""
    version = version_of(connection)
    for step in migrations:
        if step.version <= version:
            continue
        for statement in step.sqlite if connection.dialect.name == "sqlite" else step.postgresql:
            connection.exec_driver_sql(statement)
        connection.execute(insert(SCHEMA).values(version=step.version, what=step.what))
