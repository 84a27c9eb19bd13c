"""What holds for every ledger, whatever is written in it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ledger.strategies import EMPTY, days, entries, histories
from wushan_plan.ledger import (
    Correction,
    Entry,
    Ledger,
    TaskState,
    from_line,
    read_lines,
    to_line,
    write_lines,
)
from wushan_plan.ledger.lines import from_payload

COMMITMENTS = (
    "cross-province-services",
    "complaint-handling-rate",
    "water-connection",
    "m01.2",
    "s1.3",
    "procurement-contract",
)


def states(ledger: Ledger, day: date) -> tuple[TaskState, ...]:
    state = ledger.as_of(day)
    return tuple(one for name in COMMITMENTS for one in state.commitment(name).tasks)


def problems(ledger: Ledger, day: date) -> tuple[object, ...]:
    state = ledger.as_of(day)
    return tuple(state.commitment(name).problems for name in COMMITMENTS)


class TestArrival:
    """In whatever order, however often and in however many parts entries arrive, the state is the same."""

    @given(histories(), st.randoms(use_true_random=False), days)
    def test_the_order_of_arrival_makes_no_difference(
        self, written: tuple[Entry, ...], chance: Any, day: date
    ) -> None:
        shuffled = list(written)
        chance.shuffle(shuffled)
        one, other = EMPTY.with_entries(written), EMPTY.with_entries(shuffled)
        assert one == other
        assert one.entries == other.entries
        assert states(one, day) == states(other, day)
        assert problems(one, day) == problems(other, day)

    @settings(max_examples=40)
    @given(histories(), days)
    def test_entries_that_come_one_by_one_give_what_they_give_together(
        self, written: tuple[Entry, ...], day: date
    ) -> None:
        ledger = EMPTY
        for entry in written:
            ledger = ledger.with_entries([entry])
        assert states(ledger, day) == states(EMPTY.with_entries(written), day)

    @given(histories())
    def test_an_entry_that_comes_twice_changes_nothing(self, written: tuple[Entry, ...]) -> None:
        once = EMPTY.with_entries(written)
        assert once.with_entries(written) == once
        assert len(once) == len({entry.id for entry in written})


class TestAsOf:
    """The state on a day rests on what was written by that day and on nothing else."""

    @given(histories(), days)
    def test_what_was_written_later_makes_no_difference(self, written: tuple[Entry, ...], day: date) -> None:
        by_then = EMPTY.with_entries(entry for entry in written if entry.day <= day)
        assert states(EMPTY.with_entries(written), day) == states(by_then, day)
        assert problems(EMPTY.with_entries(written), day) == problems(by_then, day)

    @given(histories(), days, days)
    def test_the_state_on_one_day_does_not_depend_on_having_asked_for_another(
        self, written: tuple[Entry, ...], day: date, other: date
    ) -> None:
        ledger = EMPTY.with_entries(written)
        before = states(ledger, day)
        states(ledger, other)
        assert states(ledger, day) == before


class TestCorrections:
    """A correction adds; what it corrects stays where it is, as it was written."""

    @given(histories(), days)
    def test_history_holds_every_entry_as_it_was_written(self, written: tuple[Entry, ...], day: date) -> None:
        state = EMPTY.with_entries(written).as_of(day)
        found = [one.entry for name in COMMITMENTS for one in state.history(name)]
        by_then = {entry.id: entry for entry in written if entry.day <= day}
        assert len(found) == len(by_then)
        assert all(by_then[entry.id] == entry for entry in found)

    @given(histories())
    def test_history_is_in_order(self, written: tuple[Entry, ...]) -> None:
        state = EMPTY.with_entries(written).as_of(date(2022, 2, 1))
        for name in COMMITMENTS:
            orders = [one.entry.order for one in state.history(name)]
            assert orders == sorted(orders)

    @given(histories(), st.data())
    def test_withdrawing_every_correction_gives_the_state_without_them(
        self, written: tuple[Entry, ...], data: st.DataObject
    ) -> None:
        last = date(2022, 2, 1)
        plain = [entry for entry in written if not isinstance(entry, Correction)]
        targets = {entry.id for entry in plain}
        first = [one for one in written if isinstance(one, Correction) and one.corrects in targets]
        withdrawn = [
            Correction(
                commitment=one.commitment,
                unit=one.unit,
                author="督查",
                at=last,
                corrects=one.id,
                reason="更正有误",
                withdraws=True,
            )
            for one in first
        ]
        kept = EMPTY.with_entries([*plain, *first, *withdrawn])
        for ours, theirs in zip(states(kept, last), states(EMPTY.with_entries(plain), last), strict=True):
            assert (ours.status, ours.facts, ours.conflicts, ours.tally, ours.excuse) == (
                theirs.status,
                theirs.facts,
                theirs.conflicts,
                theirs.tally,
                theirs.excuse,
            )


class TestLines:
    """Exported and imported, an entry is the same entry."""

    @given(entries())
    def test_a_line_read_back_is_the_entry(self, entry: Entry) -> None:
        again = from_line(to_line(entry))
        assert again == entry
        assert again.id == entry.id
        assert to_line(again) == to_line(entry)

    @given(entries())
    def test_a_stored_payload_read_back_is_the_entry(self, entry: Entry) -> None:
        again = from_payload(entry.payload)
        assert (again, again.id, again.payload) == (entry, entry.id, entry.payload)

    @given(histories())
    def test_a_file_read_back_gives_the_same_ledger(
        self, tmp_path_factory: Any, written: tuple[Entry, ...]
    ) -> None:
        path: Path = tmp_path_factory.mktemp("lines") / "ledger.jsonl"
        ledger = EMPTY.with_entries(written)
        assert write_lines(ledger.entries, path) == len(ledger)
        assert tuple(read_lines(path)) == ledger.entries
        assert EMPTY.with_entries(read_lines(path)) == ledger
