"""What each entry says once it has been corrected (更正后的记录). Nothing is lost on the way."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

import attrs

from wushan_plan.ledger.entries import Completion, Correction, Entry, Evidence, Report
from wushan_plan.ledger.values import Facts, FactValue


@attrs.frozen
class Standing:
    """An entry and what became of it (记录现状).

    Attributes:
        entry: the entry as it was written, unchanged.
        facts: the facts it states now.
        withdrawn: whether it is withdrawn.
        corrections: the corrections in force on it, in order; the last word wins.
    """

    entry: Entry
    facts: Facts
    withdrawn: bool = False
    corrections: tuple[Correction, ...] = ()


@attrs.frozen
class LedgerProblem:
    """An entry that does not count as it was meant to, and why (台账问题).

    Attributes:
        entry: id of the entry.
        commitment: the commitment it cites.
        unit: the unit it cites.
        zh: why, in Chinese.
        en: the same in English.
    """

    entry: str
    commitment: str
    unit: str
    zh: str
    en: str

    @classmethod
    def of(cls, entry: Entry, zh: str, en: str) -> LedgerProblem:
        """The problem with ``entry``."""
        return cls(entry.id, entry.commitment, entry.unit, zh, en)


def standings(entries: Iterable[Entry]) -> tuple[tuple[Standing, ...], tuple[LedgerProblem, ...]]:
    """Every entry with its corrections applied, in order, and the corrections that do not count."""
    ordered, touched, problems = corrected(entries)
    return tuple(touched.get(one.id) or Standing(one, own_facts(one)) for one in ordered), problems


def corrected(
    entries: Iterable[Entry],
) -> tuple[list[Entry], Mapping[str, Standing], tuple[LedgerProblem, ...]]:
    """The entries in order, what became of those that are corrected, and what does not count.

    A correction counts when what it corrects is in the ledger, stands on the same commitment and
    unit, and is not of a later day. It may arrive first: then it waits for its entry.

    Most entries are never corrected; nothing is made for them, so that a ledger of a million entries
    is judged with few values alive.
    """
    ordered = sorted(entries, key=lambda entry: entry.order)
    corrections = [one for one in ordered if isinstance(one, Correction)]
    if not corrections:
        return ordered, {}, ()
    by_id = {entry.id: entry for entry in ordered}
    on: dict[str, list[Correction]] = defaultdict(list)
    problems = []
    for one in corrections:
        problem = _invalid(one, by_id.get(one.corrects))
        if problem is None:
            on[one.corrects].append(one)
        else:
            problems.append(problem)

    # An id is a digest of its entry, so a correction can only name what was written before it: no
    # circle is possible. What nobody corrects is settled first, then what it corrects, and so on.
    found: dict[str, Standing] = {}
    valid = {one.id for several in on.values() for one in several}
    waiting = {target: len(several) for target, several in on.items()}
    ready: list[Entry] = [one for one in corrections if one.id not in waiting]
    while ready:
        entry = ready.pop()
        found[entry.id] = _settled(entry, [found[one.id] for one in on.get(entry.id, ())])
        if isinstance(entry, Correction) and entry.id in valid:
            waiting[entry.corrects] -= 1
            if not waiting[entry.corrects]:
                ready.append(by_id[entry.corrects])
    return ordered, found, tuple(problems)


def _settled(entry: Entry, corrections: list[Standing]) -> Standing:
    in_force = [one for one in corrections if not one.withdrawn]
    facts = dict(own_facts(entry))
    for one in in_force:
        for name, value in one.facts:
            if value is None:
                facts.pop(name, None)
            else:
                facts[name] = value
    words = [one.entry for one in in_force if isinstance(one.entry, Correction)]
    return Standing(
        entry,
        tuple(sorted(facts.items())),
        withdrawn=bool(words) and words[-1].withdraws,
        corrections=tuple(words),
    )


def own_facts(entry: Entry) -> Facts:
    """What the entry itself says, its day of completion and its evidence among the facts."""
    if isinstance(entry, Completion):
        own: dict[str, FactValue] = {"done_on": entry.done_on}
        if entry.evidence:
            own["evidence"] = entry.evidence
        return tuple({**own, **dict(entry.facts)}.items())
    if isinstance(entry, Evidence):
        return tuple({"evidence": entry.reference, **dict(entry.facts)}.items())
    return entry.facts if isinstance(entry, (Report, Correction)) else ()


def _invalid(correction: Correction, target: Entry | None) -> LedgerProblem | None:
    if target is None:
        return LedgerProblem.of(
            correction, "所更正的记录不在台账内", "the entry it corrects is not in the ledger"
        )
    if (target.commitment, target.unit) != (correction.commitment, correction.unit):
        return LedgerProblem.of(
            correction,
            "所更正的记录属于另一事项或另一单位",
            "the entry it corrects is on another commitment or unit",
        )
    if target.day > correction.day:
        return LedgerProblem.of(
            correction, "更正早于所更正的记录", "it is of an earlier day than the entry it corrects"
        )
    return None
