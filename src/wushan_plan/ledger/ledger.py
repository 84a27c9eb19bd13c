"""The ledger as a value (改革工作台账): entries in, the state on any day out."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property

import attrs

from wushan_plan.calendar.dates import calendar_date
from wushan_plan.counting.china import CHINA
from wushan_plan.counting.workday_calendar import WorkdayCalendar
from wushan_plan.errors import UnknownNameError, nearest, nearest_names
from wushan_plan.ledger.colours import Colouring, ColourRule
from wushan_plan.ledger.corrections import LedgerProblem, Standing, standings
from wushan_plan.ledger.derivation import commitment_state
from wushan_plan.ledger.entries import Entry
from wushan_plan.ledger.known import Conflict
from wushan_plan.ledger.overview import Overview, StateChange
from wushan_plan.ledger.shown import ShownLedger
from wushan_plan.ledger.state import CommitmentState, TaskState
from wushan_plan.ledger.tasks import Assignment, Register, Task, assign_by_heading, breakdown
from wushan_plan.model.commitment import Commitment
from wushan_plan.model.modality import Status
from wushan_plan.model.periods import WorkingDays
from wushan_plan.model.plan import LeadUnit, Plan
from wushan_plan.model.verdict import Verdict


@attrs.frozen(repr=False)
class Ledger(ShownLedger):
    """The reform ledger (改革工作台账): tasks and entries. Adding gives a new ledger.

    Its entries are a set: the order in which they arrive, and how often, make no difference.

    Attributes:
        plan: the plan it is about.
        tasks: the plan broken down by unit: one task a unit, so a commitment that several units carry
            jointly stands there once for each. A state counts such a commitment once
            (``state.whole.tasks``), which is why it has fewer.
        rule: gives the colours.
        calendar: counts the working days of the rule.
    """

    plan: Plan = attrs.field(eq=False)
    tasks: tuple[Task, ...] = attrs.field(eq=False)
    rule: Colouring = attrs.field(factory=ColourRule)
    calendar: WorkdayCalendar = attrs.field(default=CHINA, eq=False)
    _entries: Mapping[str, tuple[Entry, ...]] = attrs.field(factory=dict)

    def __repr__(self) -> str:
        return f"<Ledger {self.plan.id}: {len(self.tasks)} tasks, {len(self)} entries>"

    @classmethod
    def from_plan(
        cls,
        plan: Plan,
        entries: Iterable[Entry] = (),
        *,
        rule: Colouring | None = None,
        calendar: WorkdayCalendar = CHINA,
        assign: Callable[[Commitment], Assignment] = assign_by_heading,
    ) -> Ledger:
        """The ledger of a plan: each unit's tasks for every commitment, and the entries given.

        Args:
            plan: the plan.
            entries: entries to begin with.
            rule: gives the colours; :class:`ColourRule` as it comes unless given.
            calendar: counts the working days of the rule.
            assign: says who carries a commitment; see :func:`assign_by_heading`.
        """
        empty = cls(plan, breakdown(plan, assign), ColourRule() if rule is None else rule, calendar)
        return empty.with_entries(entries)

    def with_entries(self, entries: Iterable[Entry]) -> Ledger:
        """The ledger with these entries as well; those it has already change nothing.

        Raises:
            UnknownNameError: for an entry that cites a commitment, unit or fact that is not known.
            FactError: for a fact of the wrong kind, or that cannot be true.
        """
        return self._with(entries, checked=True)

    def with_stored(self, entries: Iterable[Entry]) -> Ledger:
        """As :meth:`with_entries`, for entries that were checked when they were stored."""
        return self._with(entries, checked=False)

    def _with(self, entries: Iterable[Entry], *, checked: bool) -> Ledger:
        check = self.register.check
        new: dict[str, dict[str, Entry]] = {}
        for entry in entries:
            if checked:
                check(entry)
            name = entry.commitment
            if name not in new:
                new[name] = {one.id: one for one in self._entries.get(name, ())}
            new[name].setdefault(entry.id, entry)
        if not new:
            return self
        ordered = {
            name: tuple(sorted(several.values(), key=lambda one: one.order)) for name, several in new.items()
        }
        return attrs.evolve(self, entries={**self._entries, **ordered})

    def check(self, entry: Entry) -> None:
        """Nothing, for an entry that :meth:`with_entries` would take; otherwise raises as it does."""
        self.register.check(entry)

    @cached_property
    def register(self) -> Register:
        """The names entries may cite."""
        return Register.of(self.plan)

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """Every entry, in order: by moment, then by id."""
        every = [one for several in self._entries.values() for one in several]
        return tuple(sorted(every, key=lambda one: one.order))

    def __len__(self) -> int:
        return sum(len(several) for several in self._entries.values())

    def __contains__(self, entry: object) -> bool:
        return isinstance(entry, Entry) and any(
            one.id == entry.id for one in self._entries.get(entry.commitment, ())
        )

    @property
    def units(self) -> tuple[LeadUnit, ...]:
        """The units that have tasks, in the order of the plan; the leading group last."""
        named = self.register.units
        having = {task.unit.id for task in self.tasks}
        return tuple(unit for unit in named.values() if unit.id in having)

    def tasks_of(self, unit: str) -> tuple[Task, ...]:
        """The tasks of a unit as the plan gives them, by its id, printed name or English name."""
        found = self.unit(unit)
        return tuple(task for task in self.tasks if task.unit.id == found.id)

    def unit(self, name: str) -> LeadUnit:
        """The unit of that id, printed name or English name, the leading group among them."""
        units = self.register.units
        for unit in units.values():
            if name in unit.names:
                return unit
        known = [each for unit in units.values() for each in unit.names]
        raise UnknownNameError(
            value=name,
            rule="no unit of the ledger has this id or name.",
            where="Ledger.unit",
            remedy=nearest(name, known),
            zh="单位不识",
            near=nearest_names(name, known),
        )

    def entries_on(self, commitment: str, until: dt.date | None = None) -> tuple[Entry, ...]:
        """The entries on one commitment, up to a day, in order."""
        found = self._entries.get(self.plan.commitment(commitment).id, ())
        return found if until is None else tuple(one for one in found if one.day <= until)

    def as_of(self, day: dt.date) -> LedgerState:
        """The state on a day: what was written later is not known yet."""
        return LedgerState(self, calendar_date(day, where="as_of"))


@attrs.frozen(repr=False)
class LedgerState(ShownLedger):
    """The ledger as it stood on a day (台账状态). Worked out when asked for, commitment by commitment.

    Attributes:
        ledger: the ledger.
        day: the day; entries of later days are left out.
    """

    ledger: Ledger
    day: dt.date
    _found: dict[str, CommitmentState] = attrs.field(factory=dict, init=False, eq=False)

    def __repr__(self) -> str:
        return f"<LedgerState {self.ledger.plan.id} {self.day}>"

    def commitment(self, name: str) -> CommitmentState:
        """The state of a commitment, by its id or number.

        Raises:
            UnknownNameError: for one that is not in the ledger; of a heading, ask :meth:`heading`.
        """
        commitment = self.ledger.plan.commitment(name)
        if commitment.id not in self._found:
            tasks = self._tasks_by_commitment.get(commitment.id)
            if tasks is None:
                raise UnknownNameError(
                    value=name,
                    rule="a heading has no task of its own.",
                    where="LedgerState.commitment",
                    remedy="Ask heading(…) for the verdict on it.",
                    zh="标题没有单独的任务",
                )
            self._found[commitment.id] = commitment_state(
                tasks,
                self.ledger.entries_on(commitment.id, self.day),
                self.day,
                self.ledger.rule,
                self.ledger.calendar,
            )
        return self._found[commitment.id]

    def task(self, commitment: str, unit: str | None = None) -> TaskState:
        """The state of a task.

        Args:
            commitment: id or number.
            unit: id or printed name; needed where each unit carries it for itself.
        """
        states = self.commitment(commitment).tasks
        if len(states) == 1:
            return states[0]
        named = None if unit is None else self.ledger.unit(unit).id
        for one in states:
            if one.unit == named:
                return one
        raise UnknownNameError(
            value=unit,
            rule="each unit carries this commitment for itself.",
            where="LedgerState.task(unit=…)",
            remedy=nearest(unit or "", [one.unit for one in states]),
            zh="各单位各自承担此事项，请指明单位",
        )

    @cached_property
    def tasks(self) -> tuple[TaskState, ...]:
        """Every task, in the order of the plan; one carried jointly stands there once."""
        return tuple(one for name in self._tasks_by_commitment for one in self.commitment(name).tasks)

    @property
    def whole(self) -> Overview:
        """The whole plan."""
        return Overview(self.ledger.plan.id, self.tasks)

    def unit(self, name: str) -> Overview:
        """What a unit is responsible for on the day, alone or jointly, by its id or printed name."""
        found = self.ledger.unit(name)
        return Overview(found.id, tuple(one for one in self.tasks if found.id in one.holders))

    def measure(self, number: int) -> Overview:
        """One measure."""
        return self._of(str(number), self.ledger.plan.measure(number).commitments)

    def safeguard(self, number: int) -> Overview:
        """One safeguard paragraph."""
        found = [one for one in self.ledger.plan.safeguards if one.number == number]
        return self._of(f"S{number}", found[0].commitments if found else ())

    def section(self, name: str) -> Overview:
        """One section, such as ``1.2``."""
        found = [one for one in self.ledger.plan.sections if one.id == name]
        return self._of(name, found[0].commitments if found else ())

    def chapter(self, number: int) -> Overview:
        """One chapter; the last holds the safeguards."""
        plan = self.ledger.plan
        found = [one for one in plan.chapters if one.number == number]
        sections = found[0].sections if found else ()
        commitments = [one for section in sections for one in section.commitments]
        if found and not sections:
            commitments = [one for safeguard in plan.safeguards for one in safeguard.commitments]
        return self._of(str(number), commitments)

    def heading(self, name: str) -> Verdict:
        """The verdict on a heading, from what stands below it."""
        commitment = self.ledger.plan.commitment(name)
        below = [one for one in commitment.place.commitments if one.counts]
        # The status is that of the task: cases may speak where facts do not, or contradict each other.
        verdicts = [
            Verdict(one, task.status, self.day, ()) for one in below for task in self.commitment(one.id).tasks
        ]
        return commitment.evaluate(as_of=self.day, verdicts=verdicts)

    def history(self, commitment: str, unit: str | None = None) -> tuple[Standing, ...]:
        """Every entry on a task up to the day, in order, with its corrections; none is left out."""
        entries = self.ledger.entries_on(commitment, self.day)
        named = None if unit is None else self.ledger.unit(unit).id
        found, _ = standings(entries)
        return tuple(one for one in found if named is None or one.entry.unit == named)

    @property
    def problems(self) -> tuple[LedgerProblem, ...]:
        """Entries that do not count, and why."""
        return tuple(one for name in self._tasks_by_commitment for one in self.commitment(name).problems)

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """The contradictions nobody has settled."""
        return self.whole.conflicts

    def due_within(self, days: WorkingDays) -> tuple[TaskState, ...]:
        """The tasks not yet kept whose last day is among the next working days, this day included."""
        between = self.ledger.calendar.workdays_between
        return tuple(
            one
            for one in self.tasks
            if one.status in (Status.PENDING, Status.UNKNOWN)
            and self.day <= one.due
            and between(self.day, one.due) <= days.days
        )

    def changes_since(self, earlier: LedgerState) -> tuple[StateChange, ...]:
        """The tasks whose status, colour, holders or conflicts differ from an earlier state."""
        return tuple(self._changes(earlier))

    def _changes(self, earlier: LedgerState) -> Iterator[StateChange]:
        before = {(one.commitment.id, one.unit): one for one in earlier.tasks}
        for after in self.tasks:
            old = before.get((after.commitment.id, after.unit))
            if old is not None and _shown(old) != _shown(after):
                yield StateChange(old, after)

    def _of(self, name: str, commitments: Iterable[Commitment]) -> Overview:
        counted = [one.id for one in commitments if one.counts]
        return Overview(name, tuple(task for one in counted for task in self.commitment(one).tasks))

    @cached_property
    def _tasks_by_commitment(self) -> Mapping[str, tuple[Task, ...]]:
        found: dict[str, list[Task]] = defaultdict(list)
        for task in self.ledger.tasks:
            found[task.commitment.id].append(task)
        return {name: tuple(tasks) for name, tasks in found.items()}


def _shown(one: TaskState) -> tuple[object, ...]:
    return (one.status, one.colour, one.holders, one.conflicts, one.is_stale)
