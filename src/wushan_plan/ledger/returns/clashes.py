"""Where the rows of a return contradict each other, or what the ledger already holds (填报冲突核对).

Of one author on one day the last report counts. Two reports of the same author, written on the same day,
have no order between them: neither may replace the other by chance, so the later arrival is refused.
Two authors are left to the ledger, which shows them as a conflict until it is settled.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence

import attrs

from wushan_plan.files.case_file import BadCell
from wushan_plan.ledger.corrections import own_facts, standings
from wushan_plan.ledger.entries import CaseReport, DeviationReason, Entry, ProgressReport, Report
from wushan_plan.ledger.ledger import Ledger
from wushan_plan.ledger.returns.returned import ReturnedRow
from wushan_plan.ledger.returns.values import shown_value
from wushan_plan.ledger.tasks import Sharing, stated_facts
from wushan_plan.ledger.values import Facts, FactValue
from wushan_plan.model.facts import FactKind
from wushan_plan.model.periods import Interval

_REASON = "reason"


@attrs.frozen
class _Said:
    """One thing an entry says."""

    commitment: str
    unit: str
    author: str
    instant: int
    fact: str
    stood: dt.date | None
    period: Interval | None
    value: FactValue = attrs.field(eq=False)

    @property
    def about(self) -> tuple[object, ...]:
        return (self.commitment, self.unit, self.fact, self.stood, self.period)

    @property
    def key(self) -> tuple[object, ...]:
        return (*self.about, self.author, self.instant)


class Clashes:
    """Checks entries against each other and against a ledger (核对器)."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._each = {task.commitment.id for task in ledger.tasks if task.sharing is Sharing.EACH}
        self._held: dict[str, list[_Said]] = {}

    def among(self, by_row: Sequence[tuple[ReturnedRow, list[Entry]]]) -> dict[tuple[str, int], BadCell]:
        """The rows that contradict another row of the same author, by sheet and number."""
        said: dict[tuple[object, ...], list[tuple[ReturnedRow, _Said]]] = defaultdict(list)
        for row, entries in by_row:
            for entry in entries:
                for one in self._says(entry):
                    said[one.key].append((row, one))
        found: dict[tuple[str, int], BadCell] = {}
        for several in said.values():
            if any(one.value != several[0][1].value for _, one in several):
                rows = sorted({row.number for row, _ in several})
                numbers = "、".join(str(number) for number in rows)
                for row, one in several:
                    found[row.sheet, row.number] = row.bad(
                        _column(one),
                        f"第{numbers}行说法不一，填报人相同，请只留一个",
                        f"rows {', '.join(map(str, rows))} say different things by one author; leave one.",
                    )
        return found

    def with_own(self, row: ReturnedRow, entries: list[Entry]) -> BadCell | None:
        """What contradicts the same author's own report of the same day, in the ledger already."""
        for entry in entries:
            if entry in self._ledger:
                continue
            for one in self._says(entry):
                for held in self._of(entry.commitment):
                    if held.key == one.key and held.value != one.value:
                        shown = shown_value(held.value, "zh")
                        return row.bad(
                            _column(one),
                            f"台账中同一填报人同日已报“{shown}”，请把首页填报日期改为改报当天，或另报更正",
                            f"the same author reported {shown_value(held.value, 'en')!r} on the same day; "
                            "change the day of reporting on the first page, or send a correction.",
                        )
        return None

    def with_others(self, row: ReturnedRow, entries: list[Entry]) -> Iterator[BadCell]:
        """What another author says differently of the same day, and what the ledger has of a later day.

        Of entries that are in the ledger nothing is said: what became of them, the ledger shows.
        """
        for entry in entries:
            if entry in self._ledger:
                continue
            for one in self._says(entry):
                if one.fact == _REASON:
                    continue
                latest = {held.author: held for held in self._of(entry.commitment) if held.about == one.about}
                for held in latest.values():
                    if held.author != one.author and held.value != one.value:
                        yield row.bad(
                            _column(one),
                            f"{held.author}对同一日期报的是“{shown_value(held.value, 'zh')}”，"
                            "台账将记为冲突，待裁定",
                            f"{held.author} reported {shown_value(held.value, 'en')!r} for the same day; "
                            "the ledger holds a conflict until it is settled.",
                        )
                later = [
                    held.stood
                    for held in self._of(entry.commitment)
                    if (held.unit, held.fact) == (one.unit, one.fact)
                    and held.period is None is one.period
                    and held.stood is not None
                    and one.stood is not None
                    and held.stood > one.stood
                ]
                if later:
                    yield row.bad(
                        _column(one),
                        f"台账已有截至{max(later)}的填报，本行较早，记入历史，不改变现状",
                        f"the ledger has a report as of {max(later)}; this older one changes nothing now.",
                    )

    def _of(self, commitment: str) -> list[_Said]:
        """What the ledger holds on a commitment, corrections applied."""
        if commitment not in self._held:
            found, _ = standings(self._ledger.entries_on(commitment))
            self._held[commitment] = [
                one
                for standing in found
                if not standing.withdrawn
                for one in self._says(standing.entry, standing.facts)
            ]
        return self._held[commitment]

    def _says(self, entry: Entry, facts: Facts | None = None) -> Iterator[_Said]:
        unit = entry.unit if entry.commitment in self._each else ""
        about = (entry.commitment, unit, entry.author, entry.instant)
        if isinstance(entry, DeviationReason):
            yield _Said(*about, _REASON, None, None, entry.reason)
        if not isinstance(entry, Report) or isinstance(entry, CaseReport):
            return
        kinds = {fact.name: fact.kind for fact in self._ledger.register.commitments[entry.commitment]}
        period = entry.period if isinstance(entry, ProgressReport) else None
        stated = stated_facts(entry, own_facts(entry) if facts is None else facts, frozenset(kinds))
        for name, value in stated.items():
            if kinds[name] is not FactKind.TEXT:
                yield _Said(*about, name, entry.stood, period, value)  # type: ignore[arg-type]


def _column(one: _Said) -> str:
    if one.fact == _REASON:
        return "reason"
    return "done_on" if one.fact in ("done_on", "reached_on") else "value"
