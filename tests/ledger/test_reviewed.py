"""Reports, displays and forms look as their reviewed specimens show them (样张)."""

from __future__ import annotations

from tests.ledger.reviewed import HERE, SPECIMENS, difference
from tests.ledger.tables import every

WRITE_ANEW = "python -m tests.ledger.reviewed --write"


@every("name", SPECIMENS)
def test_looks_as_it_was_reviewed(name: str) -> None:
    found = difference(name)
    assert not found, f"{found}\nWhere the new one is meant, look at it and write it anew: {WRITE_ANEW}"


def test_every_file_beside_them_is_a_specimen() -> None:
    folders = {(HERE / name).parent for name in SPECIMENS}
    beside = {one for folder in folders for one in folder.iterdir() if one.is_file() and one.suffix != ".py"}
    assert {one.relative_to(HERE).as_posix() for one in beside} == set(SPECIMENS)
