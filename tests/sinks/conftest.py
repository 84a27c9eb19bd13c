"""Where an attacked ledger is stored: a file, and a PostgreSQL of the tests' own where there is one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ledger.conftest import new_database
from tests.ledger.conftest import postgres as postgres


@pytest.fixture(scope="session")
def one_database(postgres: str) -> str:
    """The URL of a database that all attacks use, one after another."""
    return new_database(postgres)


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A place for a new ledger."""
    if request.param == "sqlite":
        return str(tmp_path / "a.db")
    url: str = request.getfixturevalue("one_database")
    import psycopg

    # Emptied rather than made anew: a database for each of so many attacks takes its time.
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("DROP SCHEMA public CASCADE")
        connection.execute("CREATE SCHEMA public")
    return url
