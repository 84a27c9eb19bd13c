"""Nothing acknowledged is ever lost, nothing appears twice: killed writers, a full disk, a read-only file."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest

from tests.ledger.conftest import new_database
from tests.ledger.killing import WRITERS, entry
from wushan_plan import PLAN
from wushan_plan.errors import LedgerStoreError
from wushan_plan.ledger import ProgressReport
from wushan_plan.ledger.storage import LedgerStore

ROUNDS = 50
ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.skipif(
    os.name != "posix", reason="processes are forked, killed and limited as POSIX does"
)


def killed(where: str, scratch: Path, seed: int) -> list[str]:
    """The ids that were acknowledged to writers who were killed."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.ledger.killing", where, str(ROUNDS), str(seed), str(scratch)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    acknowledged: list[str] = json.loads(done.stdout)
    return acknowledged


def assert_nothing_lost(where: str, acknowledged: list[str]) -> None:
    with LedgerStore.open(where, PLAN) as store:  # verifies the chain
        stored = Counter(one.id for one in store.entries())
        assert set(acknowledged) - set(stored) == set()
        assert [name for name, times in stored.items() if times > 1] == []
        assert store.head.seq == len(store) == stored.total()
        assert store.damage() == ()
        assert store.append([entry("after", 1)]).added


@pytest.mark.slow
def test_eight_writers_killed_fifty_times_lose_nothing_in_a_file(tmp_path: Path) -> None:
    where = str(tmp_path / "ledger.db")
    LedgerStore.create(where, PLAN).close()
    scratch = tmp_path / "acknowledged"
    scratch.mkdir()
    acknowledged = killed(where, scratch, 2021)
    assert len(list(scratch.iterdir())) == ROUNDS * WRITERS
    assert len(acknowledged) >= ROUNDS
    assert_nothing_lost(where, acknowledged)


@pytest.mark.slow
def test_eight_writers_killed_fifty_times_lose_nothing_in_postgresql(postgres: str, tmp_path: Path) -> None:
    where = new_database(postgres)
    LedgerStore.create(where, PLAN).close()
    acknowledged = killed(where, tmp_path, 2021)
    assert len(acknowledged) >= ROUNDS
    assert_nothing_lost(where, acknowledged)


def large(number: int) -> ProgressReport:
    return ProgressReport(
        commitment="cross-province-services",
        unit="government-services-office",
        author="王",
        at=date(2021, 9, 30),
        facts={"items": number},
        note="说明" * 2000,
    )


@contextmanager
def at_most(size: int) -> Iterator[None]:
    """No file grows beyond ``size`` bytes."""
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, ignored)


def fill(store: LedgerStore) -> int:
    """How many entries were acknowledged before the first was refused."""
    for number in range(1000):
        try:
            store.append([large(number)])
        except LedgerStoreError:
            return number
    raise AssertionError("there was room for a thousand entries")


def assert_unharmed(path: Path, acknowledged: int) -> None:
    with LedgerStore.open(path, PLAN) as store:
        assert [one.id for one in store.entries()] == sorted(large(n).id for n in range(acknowledged))
        assert store.damage() == ()
        assert store.append([large(acknowledged)]).head.seq == acknowledged + 1


def test_a_file_that_may_not_grow_gives_an_error_and_an_unharmed_ledger(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    with LedgerStore.create(path, PLAN) as store:
        with at_most(path.stat().st_size + 100_000):
            acknowledged = fill(store)
        assert acknowledged > 2
    assert_unharmed(path, acknowledged)


def test_a_full_database_gives_an_error_and_an_unharmed_ledger(tmp_path: Path) -> None:
    from sqlalchemy import event

    path = tmp_path / "ledger.db"
    with LedgerStore.create(path, PLAN) as store:
        pages = path.stat().st_size // 4096 + 30

        @event.listens_for(store._engine, "begin")
        def limit(connection: object) -> None:
            connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")  # type: ignore[attr-defined]

        acknowledged = fill(store)
        with pytest.raises(LedgerStoreError, match="disk is full"):
            store.append([large(acknowledged)])
    assert acknowledged > 2
    assert_unharmed(path, acknowledged)


def test_a_full_disk_gives_an_error_and_an_unharmed_ledger() -> None:
    with small_disk() as disk:
        path = disk / "ledger.db"
        filler = disk / "filler"
        filler.write_bytes(b"\0" * 300_000)
        with LedgerStore.create(path, PLAN) as store:
            acknowledged = fill(store)
        assert acknowledged > 2
        filler.unlink()
        assert_unharmed(path, acknowledged)


@contextmanager
def small_disk() -> Iterator[Path]:
    """A file system of one megabyte, in memory."""
    with tempfile.TemporaryDirectory(prefix="ledger-disk-") as folder:
        command = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder]
        mounted = subprocess.run(command, capture_output=True) if os.geteuid() == 0 else None
        if mounted is None or mounted.returncode:
            pytest.skip("a small disk cannot be mounted here: that takes root")
        try:
            yield Path(folder)
        finally:
            subprocess.run(["umount", folder], check=True)


@contextmanager
def as_somebody() -> Iterator[None]:
    """Not as root, whom no permission stops."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


def test_a_read_only_file_gives_an_error_and_can_still_be_read() -> None:
    with tempfile.TemporaryDirectory(prefix="ledger-read-only-") as folder:
        path = Path(folder) / "ledger.db"
        with LedgerStore.create(path, PLAN) as store:
            head = store.append([large(0)]).head
        before = path.read_bytes()
        path.chmod(0o444)
        Path(folder).chmod(0o555)
        with as_somebody():
            with LedgerStore.open(path, PLAN) as store, pytest.raises(LedgerStoreError, match="read-only"):
                store.append([large(1)])
            with LedgerStore.open(path, PLAN, read_only=True) as store:
                assert store.verify() == head
                assert len(store.ledger()) == 1
        Path(folder).chmod(0o755)
        assert path.read_bytes() == before
        assert [one.name for one in Path(folder).iterdir()] == ["ledger.db"]


def test_a_folder_that_may_not_be_written_takes_no_new_ledger() -> None:
    with tempfile.TemporaryDirectory(prefix="ledger-read-only-") as folder:
        Path(folder).chmod(0o555)
        with as_somebody(), pytest.raises(LedgerStoreError):
            LedgerStore.create(Path(folder) / "ledger.db", PLAN)
        Path(folder).chmod(0o755)
        assert list(Path(folder).iterdir()) == []
