"""What is known of a fact from everything that was reported on it (已知事实).

The rules, in the order in which they speak:

1. A report that another one settles says nothing any more.
2. Of one author, on one day or for one period, the last report counts.
3. A figure as it stood on a later day replaces one as it stood earlier.
4. Figures for a period add up with those for other periods, and with the figure as it stood before.
5. Items added by name count once each.
6. Two authors who say different things about one day or one period are in conflict, and so are
   figures whose periods overlap. Nothing is known then until someone settles it.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from enum import Enum
from fractions import Fraction
from typing import cast

import attrs

from wushan_plan.ledger.tally import Tally
from wushan_plan.ledger.values import FactValue
from wushan_plan.model.facts import FactKind
from wushan_plan.model.periods import Interval

Stated = FactValue | Tally


@attrs.frozen
class Statement:
    """One value that one report states (陈述).

    Attributes:
        value: what it states.
        entry: id of the report.
        author: whose it is.
        order: its place among all entries.
        stood_on: the day it stood on; the last of its period, if it is for one.
        period: the period it is for; ``None`` for a figure as it stood.
        adds: whether the value names items that come on top.
    """

    value: Stated
    entry: str
    author: str
    order: tuple[int, str]
    stood_on: dt.date
    period: Interval | None = None
    adds: bool = False

    @property
    def days(self) -> Interval:
        """The days it speaks of."""
        return self.period or Interval(self.stood_on, self.stood_on)


class Dispute(Enum):
    """Why reports are in conflict (冲突类型)."""

    DIFFERENT_VALUES = "different-values"
    """Two authors say different things about one day or one period."""
    OVERLAPPING_PERIODS = "overlapping-periods"
    """Figures whose periods overlap would count twice."""


@attrs.frozen
class Candidate:
    """One of the values in conflict (冲突的一方).

    Attributes:
        entry: id of the report that states it.
        author: whose it is.
        value: what it states.
        days: the days it speaks of.
    """

    entry: str
    author: str
    value: Stated
    days: Interval


@attrs.frozen
class Conflict:
    """Reports that contradict each other, unsettled (冲突).

    It is settled by a report that names their ids in ``settles``, by a correction, or by a figure as it
    stood on a later day.

    Attributes:
        commitment: the commitment they are on.
        unit: the unit, where each carries it for itself; empty where it is shared.
        fact: the fact they are about; for tables of cases, the name of the table.
        dispute: why they are in conflict.
        candidates: the values, in order.
    """

    commitment: str
    unit: str
    fact: str
    dispute: Dispute
    candidates: tuple[Candidate, ...]

    @property
    def settles(self) -> tuple[str, ...]:
        """The ids a report that settles it names."""
        return tuple(one.entry for one in self.candidates)


@attrs.frozen
class Known:
    """What is known of one fact (已知).

    Attributes:
        value: the value; ``None`` when it is not known.
        sources: ids of the reports it rests on.
        dispute: why it is not known although it was reported.
        parties: the statements in dispute.
    """

    value: Stated = None
    sources: tuple[str, ...] = ()
    dispute: Dispute | None = None
    parties: tuple[Statement, ...] = ()


NOTHING = Known()


def known_from(statements: Iterable[Statement], kind: FactKind | None) -> Known:
    """What the statements on one fact amount to.

    Args:
        statements: in any order; settled ones left out.
        kind: the kind of the fact; ``None`` for tallies.
    """
    figures: list[Statement] = []
    flows: dict[Interval, list[Statement]] = defaultdict(list)
    added: list[Statement] = []
    for one in sorted(statements, key=lambda one: one.order):
        if one.adds:
            added.append(one)
        elif one.period is not None:
            flows[one.period].append(one)
        else:
            figures.append(one)
    if not flows and not added and not figures:
        return NOTHING

    parts: list[Statement] = []
    base: Statement | None = None
    if figures:
        last = max(one.stood_on for one in figures)
        base, parties = _agreed([one for one in figures if one.stood_on == last], kind)
        if parties:
            return Known(dispute=Dispute.DIFFERENT_VALUES, parties=parties)
    for period in sorted(flows, key=lambda period: (period.first, period.last)):
        if base is not None and period.last <= base.stood_on:
            continue  # the figure as it stood holds them already
        agreed, parties = _agreed(flows[period], kind)
        if parties:
            return Known(dispute=Dispute.DIFFERENT_VALUES, parties=parties)
        assert agreed is not None
        before = parts[-1] if parts else base
        if before is not None and agreed.days.first <= before.days.last:
            return Known(dispute=Dispute.OVERLAPPING_PERIODS, parties=(before, agreed))
        parts.append(agreed)
    if base is not None:
        parts.insert(0, base)
    return _together(parts, added, base, kind)


def _agreed(
    several: list[Statement], kind: FactKind | None
) -> tuple[Statement | None, tuple[Statement, ...]]:
    """The statement that counts, or those that disagree. ``several`` are in order."""
    latest = {one.author: one for one in several}
    voices = sorted(latest.values(), key=lambda one: one.order)
    # Texts are remarks, reasons and file numbers: one more does not contradict the one before.
    if kind is not FactKind.TEXT and any(one.value != voices[0].value for one in voices):
        return None, tuple(voices)
    return voices[-1], ()


def _together(
    parts: list[Statement], added: list[Statement], base: Statement | None, kind: FactKind | None
) -> Known:
    values: list[Stated] = [one.value for one in parts]
    # What was taken back for one period is not zero: then the whole is not known.
    value: Stated = None if not values or None in values else _sum(values, kind)
    sources = [one.entry for one in parts]
    if added:
        before: set[str] = set()
        new: set[str] = set()
        for one in added:
            names = set(cast(tuple[str, ...], one.value))
            if base is not None and one.stood_on <= base.stood_on:
                before |= names
            else:
                new |= names
                sources.append(one.entry)
        new -= before
        if isinstance(value, tuple):
            value = tuple(sorted({*cast(tuple[str, ...], value), *new}))
        elif isinstance(value, int):
            value += len(new)
        elif not parts:
            value = len(new) if kind is FactKind.COUNT else tuple(sorted(new))
    return Known(value, tuple(sources))


def _sum(values: list[Stated], kind: FactKind | None) -> Stated:
    """Figures for several periods together; where they do not add up, the last one."""
    if len(values) == 1:
        return values[0]
    if kind is None:
        tallies = cast(list[Tally], values)
        return sum(tallies[1:], tallies[0])
    if kind in (FactKind.COUNT, FactKind.AMOUNT) or all(type(one) is int for one in values):
        if kind is FactKind.QUANTITY:
            return values[-1]
        total = sum(Fraction(cast(int | Fraction, one)) for one in values)
        return total.numerator if total.denominator == 1 else total
    if kind is FactKind.ITEMS and all(isinstance(one, tuple) for one in values):
        return tuple(sorted({name for one in values for name in cast(tuple[str, ...], one)}))
    if kind is FactKind.DATES:
        return tuple(sorted(day for one in values for day in cast(tuple[dt.date, ...], one)))
    if kind is FactKind.CASES:
        cases = [case for one in values for case in cast(tuple[tuple[dt.date, dt.date | None], ...], one)]
        return tuple(sorted(cases, key=lambda case: (case[0], case[1] or dt.date.max, case[1] is None)))
    return values[-1]
