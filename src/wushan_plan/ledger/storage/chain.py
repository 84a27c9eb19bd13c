"""Each stored entry vouches for all before it (哈希链)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import attrs

from wushan_plan.errors import ChainBrokenError
from wushan_plan.ledger.entries import Entry, digest_of


@attrs.frozen
class Head:
    """The end of a chain (链头). Who keeps one can prove later that nothing before it was changed.

    Attributes:
        seq: number of the last entry; 0 for an empty ledger.
        hash: its hash, which depends on every entry before it.
    """

    seq: int
    hash: str

    def __str__(self) -> str:
        return f"{self.seq}:{self.hash}"


class Row(NamedTuple):
    """One stored entry (存储行), in the order of its columns.

    The columns between ``id`` and ``payload`` repeat what the payload says, so that the database can be
    asked; the hash covers them too.
    """

    seq: int
    id: str
    instant: int
    day: str
    kind: str
    commitment: str
    unit: str
    author: str
    payload: str
    prev: str
    hash: str


def genesis(plan: str) -> Head:
    """The head of the empty ledger of a plan."""
    return Head(0, hashlib.sha256(f"wushan-plan ledger of {plan}".encode()).hexdigest())


def chained(entries: Iterable[Entry], head: Head) -> Iterator[Row]:
    """The rows of new entries after ``head``."""
    seq, prev = head.seq, head.hash
    for entry in entries:
        seq += 1
        columns = (
            seq,
            entry.id,
            entry.instant,
            entry.day.isoformat(),
            entry.kind,
            entry.commitment,
            entry.unit,
            entry.author,
            entry.payload,
            prev,
        )
        prev = _hash(columns)
        yield Row(*columns, prev)


def followed(rows: Iterable[tuple[object, ...]], head: Head) -> Head:
    """The head after ``rows``, each checked against the one before it.

    Raises:
        ChainBrokenError: at the first row that is not what was once written after the one before it.
    """
    seq, prev = head.seq, head.hash
    sha256 = hashlib.sha256
    for row in rows:
        # Written out instead of called: this runs over every entry at each opening.
        _, id_, _, _, _, _, _, _, payload, stated, stored = row
        seq += 1
        if row[0] != seq:
            raise _broken(row[0], f"entry {seq} is missing.")
        if stated != prev:
            raise _broken(seq, "it does not follow the entry before it.")
        if sha256("\x1f".join(map(str, row[:10])).encode()).hexdigest() != stored:
            raise _broken(seq, "it is not what was once written.")
        if digest_of(str(payload)) != id_:
            raise _broken(seq, "its id is not that of its content.")
        prev = stored
    return Head(seq, prev)


def _hash(columns: tuple[object, ...]) -> str:
    return hashlib.sha256("\x1f".join(map(str, columns)).encode()).hexdigest()


def _broken(seq: object, rule: str) -> ChainBrokenError:
    return ChainBrokenError(
        value=seq,
        rule=rule,
        where="the stored ledger",
        remedy="Restore the last good copy, and append what was exported since.",
        zh=f"第{seq}条记录校验不符",
    )
