"""Connections that wait only so long and keep what they acknowledge (数据库连接).

SQLite keeps its rollback journal and does not use the write-ahead log. Then the ledger is one file: it
can be copied when nobody writes, opened from a read-only medium, and lies safely on a network drive
that has no shared memory. ``synchronous=EXTRA`` puts the journal's removal on disk as well, so that an
acknowledged entry survives the loss of power, not only the end of the process.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, NullPool, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from wushan_plan.errors import LedgerStoreError, MissingExtraError

WRITING = "ledger_writing"
_LOCK = 0x57_55_53_48_41_4E  # WUSHAN, the key of the writers' advisory lock

_FULL = (
    "the disk is full.",
    "Make room, and append again: what is there already changes nothing.",
    "磁盘已满",
)
_BUSY = ("others have been writing for too long.", "Append again, or raise timeout=….", "台账被占用")
_READ_ONLY = ("the ledger is read-only.", "Open it for writing, where it may be written.", "台账为只读")
_KNOWN: Mapping[str, tuple[str, str, str]] = {
    "disk is full": _FULL,
    "No space left": _FULL,
    "database is locked": _BUSY,
    "lock timeout": _BUSY,
    "read-only": _READ_ONLY,
    "readonly": _READ_ONLY,
    "append-only": ("the ledger is append-only.", "Append a correction instead.", "台账只能追加"),
    "unable to open": (
        "there is no ledger, or it may not be read.",
        "Check the path; a new one is made with LedgerStore.create.",
        "台账打不开",
    ),
    "not a database": ("this file is no ledger.", "Check the path.", "该文件不是台账"),
    "malformed": ("the file is damaged.", "Restore the last good copy.", "台账文件已损坏"),
}
"""What databases say, and what it means here."""


def engine_for(where: str | Path, *, create: bool, read_only: bool, timeout: float) -> Engine:
    """An engine on a file or a database.

    Args:
        where: the path of a SQLite file, or a database URL.
        create: whether the file may be new.
        read_only: whether nothing will be written.
        timeout: seconds to wait for others, at most.
    """
    if isinstance(where, str) and "://" in where:
        url = make_url(where)
        if url.get_backend_name() == "postgresql":
            return _postgresql(where, read_only, timeout)
        if url.get_backend_name() != "sqlite" or not url.database:
            raise LedgerStoreError(
                value=url.get_backend_name(),
                rule="a ledger is kept in a SQLite file or in PostgreSQL.",
                where="LedgerStore",
                remedy="Give a path, or a URL that begins with postgresql://.",
                zh="不支持的数据库",
            )
        where = url.database
    return _sqlite(Path(where), create, read_only, timeout)


def _sqlite(path: Path, create: bool, read_only: bool, timeout: float) -> Engine:
    mode = "ro" if read_only else "rwc" if create else "rw"
    uri = f"{path.absolute().as_uri()}?mode={mode}"

    def connect() -> sqlite3.Connection:
        # Transactions are begun by hand, see _begin; Python's own way would begin them too late.
        connection = sqlite3.connect(
            uri, uri=True, timeout=timeout, isolation_level=None, check_same_thread=False
        )
        try:
            connection.execute("PRAGMA synchronous=EXTRA")
            connection.execute("PRAGMA recursive_triggers=ON")
            connection.execute("PRAGMA trusted_schema=OFF")
            if read_only:
                connection.execute("PRAGMA query_only=ON")
        except BaseException:  # such as for a file that is no database
            connection.close()
            raise
        return connection

    # A connection is closed after each transaction: one that a forked process inherits loses its locks.
    engine = create_engine("sqlite://", creator=connect, poolclass=NullPool)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # A writer takes its lock at once: two that begin by reading could never both go on.
        writing = connection.get_execution_options().get(WRITING)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    return engine


def _postgresql(where: str, read_only: bool, timeout: float) -> Engine:
    try:
        import psycopg  # noqa: F401
    except ModuleNotFoundError as error:
        raise MissingExtraError.of("postgres", "psycopg", "a ledger in PostgreSQL") from error
    url = make_url(where).set(drivername="postgresql+psycopg")
    wait = max(1, round(timeout * 1000))
    options = f"-c lock_timeout={wait} -c synchronous_commit=on"
    if read_only:
        options += " -c default_transaction_read_only=on"
    arguments: dict[str, Any] = {"connect_timeout": max(2, round(timeout)), "options": options}
    engine = create_engine(url, connect_args=arguments, pool_timeout=timeout, pool_pre_ping=True)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        if connection.get_execution_options().get(WRITING):
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")

    return engine


@contextmanager
def transaction(engine: Engine, where: str, *, writing: bool) -> Iterator[Connection]:
    """A transaction that is committed when the block ends well, and leaves nothing behind otherwise.

    Raises:
        LedgerStoreError: for whatever the database refuses, in words.
    """
    options = {WRITING: True} if writing else {}
    try:
        with engine.connect().execution_options(**options) as connection, connection.begin():
            yield connection
    except DBAPIError as error:
        raise _told(error, where) from error
    except SQLAlchemyError as error:
        raise LedgerStoreError(
            value=str(error),
            rule="the database could not be used.",
            where=where,
            remedy="Try again; what was acknowledged is there, and appending twice does no harm.",
            zh="数据库无法使用",
        ) from error


def _told(error: DBAPIError, where: str) -> LedgerStoreError:
    said = str(error.orig)
    for words, (rule, remedy, zh) in _KNOWN.items():
        if words in said:
            return LedgerStoreError(value=said, rule=rule, where=where, remedy=remedy, zh=zh)
    return LedgerStoreError(
        value=said,
        rule="the database refused.",
        where=where,
        remedy="Nothing was acknowledged: append again; what is there already changes nothing.",
        zh="数据库拒绝操作",
    )
