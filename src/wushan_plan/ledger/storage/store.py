"""A stored ledger (台账库): append, read, verify; nothing else exists."""

from __future__ import annotations

import datetime as dt
from collections.abc import Generator, Iterable, Iterator
from contextlib import AbstractContextManager, closing
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import attrs
from sqlalchemy import Connection, Engine, Select, func, insert, select

from wushan_plan.calendar.dates import calendar_date
from wushan_plan.counting.china import CHINA
from wushan_plan.counting.workday_calendar import WorkdayCalendar
from wushan_plan.errors import ChainBrokenError, LedgerStoreError
from wushan_plan.ledger.colours import Colouring
from wushan_plan.ledger.entries import Entry
from wushan_plan.ledger.ledger import Ledger
from wushan_plan.ledger.lines import from_payload, read_lines, write_lines
from wushan_plan.ledger.storage.chain import Head, chained, followed, genesis
from wushan_plan.ledger.storage.engines import engine_for, transaction
from wushan_plan.ledger.storage.schema import ABOUT, ENTRIES, MIGRATIONS, migrate, version_of
from wushan_plan.ledger.tasks import Register
from wushan_plan.model.plan import Plan

_AT_ONCE = 10_000  # rows that are read at once
_ASKED = 500  # ids in one question; databases bound the number of parameters
_LATEST = MIGRATIONS[-1].version


@attrs.frozen
class Receipt:
    """The acknowledgement of entries (回执): they are stored, on disk, once each.

    Attributes:
        added: ids that are new, in the order given.
        known: ids that were there already.
        head: the end of the chain afterwards.
    """

    added: tuple[str, ...]
    known: tuple[str, ...]
    head: Head


@attrs.frozen
class LedgerStore:
    """A ledger in a database (台账库). Use it in a ``with`` block, or close it.

    Attributes:
        plan: the plan it is about.
        where: its path or URL, as given; a password is not shown.
    """

    plan: Plan = attrs.field(repr=lambda plan: plan.id)
    where: str
    _engine: Engine = attrs.field(repr=False)

    # --- opening ------------------------------------------------------------------------------------

    @classmethod
    def create(cls, where: str | Path, plan: Plan, *, timeout: float = 30.0) -> LedgerStore:
        """A new, empty ledger.

        Args:
            where: path of a file that does not exist yet, or URL of a database without a ledger.
            plan: the plan it is about.
            timeout: seconds to wait for others, at most.

        Raises:
            LedgerStoreError: when there is a ledger already, or the place cannot be written.
        """
        store = cls(plan, _shown(where), engine_for(where, create=True, read_only=False, timeout=timeout))
        try:
            with store._writing() as connection:
                if version_of(connection):
                    raise store._refused("there is a ledger already.", "Open it.", "台账已存在")
                migrate(connection)
                connection.execute(
                    insert(ABOUT),
                    [
                        {"key": "plan", "value": plan.id},
                        {"key": "genesis", "value": genesis(plan.id).hash},
                    ],
                )
        except BaseException:
            store.close()
            raise
        return store

    @classmethod
    def open(
        cls,
        where: str | Path,
        plan: Plan,
        *,
        read_only: bool = False,
        verify: bool = True,
        timeout: float = 30.0,
    ) -> LedgerStore:
        """A ledger that exists.

        Args:
            where: its path or URL.
            plan: the plan it is about.
            read_only: whether nothing will be written.
            verify: whether to verify the chain over all entries before anything else.
            timeout: seconds to wait for others, at most.

        Raises:
            ChainBrokenError: when the entries are no longer those once written.
            LedgerStoreError: when it cannot be opened, is of another plan, or of another version.
        """
        engine = engine_for(where, create=False, read_only=read_only, timeout=timeout)
        store = cls(plan, _shown(where), engine)
        try:
            store._expect(_LATEST)
            if verify:
                store.verify()
        except BaseException:
            store.close()
            raise
        return store

    @classmethod
    def migrate(cls, where: str | Path, plan: Plan, *, timeout: float = 30.0) -> LedgerStore:
        """A ledger of an earlier version, brought to this one and opened.

        One transaction: it succeeds as a whole, or leaves the ledger as it was. Entries stay as they are.
        """
        engine = engine_for(where, create=False, read_only=False, timeout=timeout)
        store = cls(plan, _shown(where), engine)
        try:
            with store._writing() as connection:
                store._check_exists(connection)
                store._check_about(connection)
                migrate(connection)
        finally:
            store.close()
        return cls.open(where, plan, timeout=timeout)

    def close(self) -> None:
        """Closes every connection."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # --- writing ------------------------------------------------------------------------------------

    def append(self, entries: Iterable[Entry]) -> Receipt:
        """Stores entries, all of them or none; returns once they are on disk.

        What is there already changes nothing, so whoever gets no receipt simply appends again.

        Raises:
            UnknownNameError, FactError, EntryError: for an entry that may not stand in the ledger.
            LedgerStoreError: when the database refuses; nothing has changed then.
        """
        given: dict[str, Entry] = {}
        check = Register.of(self.plan).check
        for entry in entries:
            check(entry)
            given.setdefault(entry.id, entry)
        with self._writing() as connection:
            known = self._known(connection, given)
            new = [entry for name, entry in given.items() if name not in known]
            head = self._head(connection)
            rows = list(chained(new, head))
            if rows:
                connection.execute(insert(ENTRIES), [row._asdict() for row in rows])
                head = Head(rows[-1].seq, rows[-1].hash)
        return Receipt(
            added=tuple(entry.id for entry in new),
            known=tuple(name for name in given if name in known),
            head=head,
        )

    def import_lines(self, path: str | Path) -> Receipt:
        """Stores the entries of a JSON Lines file, all of them or none.

        Raises:
            EntryError: for the first line that is no entry, with its number.
        """
        return self.append(read_lines(path))

    # --- reading ------------------------------------------------------------------------------------

    def entries(
        self, *, until: dt.date | None = None, commitments: Iterable[str] | None = None
    ) -> Iterator[Entry]:
        """The entries, in order: by moment, then by id.

        Args:
            until: leave out entries of later days.
            commitments: ids of the commitments wanted; all unless given.
        """
        query = select(ENTRIES.c.payload).order_by(ENTRIES.c.instant, ENTRIES.c.id)
        with closing(self._rows(self._wanted(query, until, commitments))) as rows:
            for (payload,) in rows:
                yield from_payload(str(payload))

    def ledger(
        self,
        *,
        until: dt.date | None = None,
        commitments: Iterable[str] | None = None,
        rule: Colouring | None = None,
        calendar: WorkdayCalendar = CHINA,
    ) -> Ledger:
        """The ledger as a value.

        The state of a commitment depends on its own entries alone, so that a few commitments can be
        read without the rest.

        Args:
            until: leave out entries of later days.
            commitments: ids of the commitments wanted; all unless given.
            rule: gives the colours.
            calendar: counts the working days of the rule.
        """
        empty = Ledger.from_plan(self.plan, rule=rule, calendar=calendar)
        query = self._wanted(select(ENTRIES.c.payload), until, commitments)
        with closing(self._rows(query)) as rows:
            return empty.with_stored(from_payload(str(payload)) for (payload,) in rows)

    def export_lines(self, path: str | Path) -> int:
        """Writes every entry to a JSON Lines file, in order; returns how many."""
        return write_lines(self.entries(), path)

    def __len__(self) -> int:
        with self._reading() as connection:
            return connection.execute(select(func.count()).select_from(ENTRIES)).scalar_one()

    # --- verifying ----------------------------------------------------------------------------------

    @property
    def head(self) -> Head:
        """The end of the chain. Kept elsewhere, it proves later that nothing was cut off."""
        with self._reading() as connection:
            return self._head(connection)

    def verify(self, since: Head | None = None) -> Head:
        """Checks that every entry is the one once written, and returns the end of the chain.

        Args:
            since: a head kept from before: it must still be there, and only what follows is checked.

        Raises:
            ChainBrokenError: naming the first entry that is not.
        """
        start = genesis(self.plan.id) if since is None else since
        query = select(ENTRIES).where(ENTRIES.c.seq > start.seq).order_by(ENTRIES.c.seq)
        if start.seq:
            with self._reading() as connection:
                found = connection.execute(select(ENTRIES.c.hash).where(ENTRIES.c.seq == start.seq)).scalar()
            if found != start.hash:
                raise ChainBrokenError(
                    value=str(start),
                    rule="the entry this head names is gone, or is another one.",
                    where=self.where,
                    remedy="Restore the last good copy, and append what was exported since.",
                    zh="链头与库内记录不符",
                )
        with closing(self._rows(query)) as rows:  # closed even when a broken link ends the reading
            return followed(rows, start)

    def damage(self) -> tuple[str, ...]:
        """What the database finds wrong with its own file; empty when nothing is (SQLite only)."""
        if self._engine.dialect.name != "sqlite":
            return ()
        with self._reading() as connection:
            found = connection.exec_driver_sql("PRAGMA integrity_check").scalars().all()
        return tuple(str(one) for one in found if one != "ok")

    # --- inside -------------------------------------------------------------------------------------

    def _writing(self) -> AbstractContextManager[Connection]:
        return transaction(self._engine, self.where, writing=True)

    def _reading(self) -> AbstractContextManager[Connection]:
        return transaction(self._engine, self.where, writing=False)

    def _rows(self, query: Select[Any]) -> Generator[tuple[object, ...], None, None]:
        with self._reading() as connection:
            result = connection.execution_options(stream_results=True).execute(query)
            while batch := result.fetchmany(_AT_ONCE):
                yield from map(tuple, batch)

    def _wanted(
        self, query: Select[Any], until: dt.date | None, commitments: Iterable[str] | None
    ) -> Select[Any]:
        if until is not None:
            query = query.where(ENTRIES.c.day <= calendar_date(until, where="until").isoformat())
        if commitments is not None:
            asked = set(commitments)
            # Only ids the plan knows are asked for: no database takes every text there is.
            known = [one.id for one in self.plan.commitments if one.id in asked]
            query = query.where(ENTRIES.c.commitment.in_(known))
        return query

    def _known(self, connection: Connection, given: dict[str, Entry]) -> set[str]:
        """The ids that are there already."""
        names = list(given)
        known: set[str] = set()
        for at in range(0, len(names), _ASKED):
            query = select(ENTRIES.c.id, ENTRIES.c.payload).where(ENTRIES.c.id.in_(names[at : at + _ASKED]))
            for name, payload in connection.execute(query):
                if payload != given[name].payload:  # pragma: no cover - two contents with one digest
                    raise self._refused("another entry has this id.", "Report this.", "记录号重复")
                known.add(name)
        return known

    def _head(self, connection: Connection) -> Head:
        last = connection.execute(
            select(ENTRIES.c.seq, ENTRIES.c.hash).order_by(ENTRIES.c.seq.desc()).limit(1)
        ).first()
        return genesis(self.plan.id) if last is None else Head(last.seq, last.hash)

    def _expect(self, version: int) -> None:
        with self._reading() as connection:
            found = self._check_exists(connection)
            if found < version:
                raise self._refused(
                    f"its schema is of version {found}, and {version} is needed.",
                    "Bring it up with LedgerStore.migrate; entries stay as they are.",
                    "台账结构版本较旧，需要升级",
                )
            if found > version:
                raise self._refused(
                    f"its schema is of version {found}, and only {version} is known here.",
                    "Use a newer version of this library.",
                    "台账结构版本较新，请升级本软件",
                )
            self._check_about(connection)

    def _check_exists(self, connection: Connection) -> int:
        found = version_of(connection)
        if found == 0:
            raise self._refused("there is no ledger.", "Make one with LedgerStore.create.", "没有台账")
        return found

    def _check_about(self, connection: Connection) -> None:
        about = {row.key: row.value for row in connection.execute(select(ABOUT))}
        if about.get("plan") != self.plan.id:
            raise self._refused(
                f"it is the ledger of {about.get('plan')}, not of {self.plan.id}.",
                "Open it with its own plan.",
                "台账属于另一方案",
            )

    def _refused(self, rule: str, remedy: str, zh: str) -> LedgerStoreError:
        return LedgerStoreError(value=self.where, rule=rule, where="LedgerStore", remedy=remedy, zh=zh)


def _shown(where: str | Path) -> str:
    if isinstance(where, str) and "://" in where:
        from sqlalchemy.engine import make_url

        return make_url(where).render_as_string(hide_password=True)
    return str(where)
