"""From entries to the state on one day (状态推导). Nothing of it is ever stored."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import cast

from wushan_plan.counting.workday_calendar import WorkdayCalendar
from wushan_plan.errors import FactError, OutOfCoverageError, WushanPlanError
from wushan_plan.ledger.colours import Colouring, Situation
from wushan_plan.ledger.corrections import LedgerProblem, Standing, corrected, own_facts
from wushan_plan.ledger.entries import (
    CaseReport,
    Comment,
    Completion,
    DeviationReason,
    Entry,
    ProgressReport,
    Reassignment,
    Report,
)
from wushan_plan.ledger.known import Candidate, Conflict, Known, Statement, known_from
from wushan_plan.ledger.state import CommitmentState, TaskState
from wushan_plan.ledger.tally import WORST_FIRST, Tally
from wushan_plan.ledger.tasks import Sharing, Task, reported_facts, stated_facts
from wushan_plan.ledger.values import Facts, FactValue
from wushan_plan.model.modality import Status
from wushan_plan.model.periods import Interval
from wushan_plan.model.verdict import ReasonCode, Verdict


def commitment_state(
    tasks: Iterable[Task],
    entries: Iterable[Entry],
    as_of: dt.date,
    rule: Colouring,
    calendar: WorkdayCalendar,
) -> CommitmentState:
    """The state of one commitment.

    Args:
        tasks: its tasks.
        entries: its entries up to ``as_of``, in any order.
        as_of: the day.
        rule: gives the colours.
        calendar: counts the working days of the rule.
    """
    carried = tuple(tasks)
    first = carried[0]
    ordered, touched, problems = corrected(entries)
    in_force = [one for one in ordered if one.id not in touched or not touched[one.id].withdrawn]
    each = first.sharing is Sharing.EACH
    units = [task.unit.id for task in carried]
    heads: dict[str, list[str]] = {unit: [unit] for unit in units} if each else {"": list(units)}
    ever = set(units)
    found = list(problems)
    for entry in in_force:
        if isinstance(entry, Reassignment):
            slot = heads.get(entry.unit if each else "", [])
            handing_over = [unit for unit in slot if each or unit == entry.unit]
            if not handing_over:
                found.append(_not_theirs(entry))
                continue
            if entry.to == handing_over[0]:
                continue
            at = slot.index(handing_over[0])
            slot[at : at + 1] = [] if entry.to in slot else [entry.to]
            ever.add(entry.to)

    ids = {entry.id for entry in ordered}
    found += (
        LedgerProblem.of(
            entry,
            "所裁定的记录不在此事项之下",
            "what it settles is not among the entries on this commitment",
        )
        for entry in ordered
        if isinstance(entry, Report) and not ids.issuperset(entry.settles)
    )
    by_slot: dict[str, list[Entry]] = {slot: [] for slot in heads}
    for entry in ordered:
        slot_name = entry.unit if each else ""
        if slot_name not in by_slot or (not each and entry.unit not in ever):
            if not isinstance(entry, (Comment, Reassignment)):
                found.append(_not_theirs(entry))
            continue
        by_slot[slot_name].append(entry)
    return CommitmentState(
        tuple(
            _Slot(first, slot, tuple(heads[slot]), by_slot[slot], touched, as_of).state(rule, calendar)
            for slot in heads
        ),
        tuple(sorted(found, key=lambda one: (one.entry, one.en))),
    )


def _not_theirs(entry: Entry) -> LedgerProblem:
    return LedgerProblem.of(
        entry,
        "该单位不承担此事项，记录不计入",
        "the unit does not carry this commitment; the entry does not count",
    )


class _Slot:
    """The entries of one task on their way to its state."""

    def __init__(
        self,
        task: Task,
        unit: str,
        holders: tuple[str, ...],
        ordered: list[Entry],
        touched: Mapping[str, Standing],
        as_of: dt.date,
    ) -> None:
        self.task = task
        self.unit = unit
        self.holders = holders
        self.ordered = ordered
        self.touched = touched
        self.as_of = as_of
        self.in_force = [one for one in ordered if one.id not in touched or not touched[one.id].withdrawn]
        self.kinds = {fact.name: fact.kind for fact in reported_facts(task.commitment)}
        self.asked = frozenset(self.kinds)
        self.settled = self._settled()

    def _facts(self, entry: Entry) -> Facts:
        """What the entry says now."""
        standing = self.touched.get(entry.id)
        return own_facts(entry) if standing is None else standing.facts

    def _settled(self) -> Mapping[str, set[str]]:
        """What a report no longer states because another one settles it, by id of the report."""
        settled: dict[str, set[str]] = defaultdict(set)
        for report in self.in_force:
            if isinstance(report, Report) and report.settles:
                stated = stated_facts(report, self._facts(report), self.asked)
                tables = {_table(report)} if isinstance(report, CaseReport) else set()
                for other in report.settles:
                    settled[other].update(stated, tables)
        return settled

    def statements(self, until: dt.date | None = None) -> dict[str, list[Statement]]:
        """What was stated of each fact, less what was settled and what stood later than ``until``.

        Of figures as they stood only the latest are kept: earlier ones cannot count. A ledger of a
        million entries is read with few values alive at a time.
        """
        figures: dict[str, list[Statement]] = defaultdict(list)
        found: dict[str, list[Statement]] = defaultdict(list)
        latest: dict[str, dt.date] = {}
        for report in self.in_force:
            if not isinstance(report, Report) or isinstance(report, CaseReport):
                continue
            stood = report.stood
            if until is not None and stood > until:
                continue
            gone = self.settled.get(report.id, ())
            period = report.period if isinstance(report, ProgressReport) else None
            for fact, value in stated_facts(report, self._facts(report), self.asked).items():
                if fact in gone:
                    continue
                if period is not None:
                    found[fact].append(_statement(report, cast(FactValue, value), period))
                    continue
                held = latest.setdefault(fact, stood)
                if stood < held:
                    continue
                if stood > held:
                    latest[fact] = stood
                    figures[fact].clear()
                figures[fact].append(_statement(report, cast(FactValue, value), None))
            for fact, names in report.adds if isinstance(report, ProgressReport) else ():
                found[fact].append(_statement(report, names, None, adds=True))
        for fact, several in figures.items():
            found[fact] += several
        return found

    def tables(self) -> dict[str, list[Statement]]:
        """What was reported of each table of cases."""
        found: dict[str, list[Statement]] = defaultdict(list)
        files: dict[str, tuple[str, Interval | None]] = {}
        for report in self.in_force:
            if isinstance(report, CaseReport):
                name = _table(report)
                place = name, report.period
                first_place = files.setdefault(report.digest, place) if report.digest else place
                if first_place == place and name not in self.settled.get(report.id, ()):
                    found[name].append(_statement(report, report.tally, report.period))
        return found

    def known(self, statements: Mapping[str, list[Statement]]) -> dict[str, Known]:
        """What is known of each fact that was reported, in the order of a form."""
        return {
            name: known_from(statements[name], self.kinds[name])
            for name in self.kinds
            if statements.get(name)
        }

    def state(self, rule: Colouring, calendar: WorkdayCalendar) -> TaskState:
        known = self.known(self.statements())
        tables = {name: known_from(several, None) for name, several in sorted(self.tables().items())}
        conflicts = tuple(
            self._conflict(name, one)
            for name, one in (*known.items(), *tables.items())
            if one.dispute is not None
        )
        tallies = [cast(Tally, one.value) for one in tables.values() if one.value is not None]
        tally = sum(tallies[1:], tallies[0]) if tallies else None
        facts = _values(known)
        judged = dict(facts)
        if any(one.fact == "in_scope" for one in conflicts):
            judged["in_scope"] = None  # left out it would count as inside
        excuse = self._excuse()
        verdict: Verdict | None = None
        inferred: dict[str, FactValue] = {}
        problem: WushanPlanError | None = None
        if judged or tally is None:
            verdict, inferred, problem = self._verdict(judged, excuse)
        commitment = self.task.commitment
        statuses = []
        if verdict is not None:
            statuses.append(verdict.status)
        elif problem is not None:
            statuses.append(Status.UNKNOWN)
        if any(one.dispute is not None for one in tables.values()):
            statuses.append(Status.UNKNOWN)  # of a table in dispute nothing is known
        elif tally is not None:
            statuses.append(tally.status(commitment))
        status = min(statuses, key=WORST_FIRST.index)
        completed_on = self._completed_on({**facts, **inferred})
        made_good = status is Status.NOT_MET and (
            (_ended_late(verdict) and (tally is None or not tally.open_late))
            or (verdict is None and tally is not None and tally.is_made_good(commitment))
        )
        reports = (one for one in self.in_force if isinstance(one, Report))
        situation = Situation(
            status=status,
            as_of=self.as_of,
            due=self.task.due,
            due_is_inferred=self.task.due_is_inferred,
            made_good=made_good,
            stood_on=max((one.stood for one in reports), default=None),
            is_settled=completed_on is not None and status in (Status.MET, Status.NOT_MET, Status.EXCUSED),
        )
        return TaskState(
            commitment=commitment,
            unit=self.unit,
            holders=self.holders,
            as_of=self.as_of,
            status=status,
            colour=rule.colour(situation, calendar),
            due=self.task.due,
            due_is_inferred=self.task.due_is_inferred,
            verdict=verdict,
            tally=tally,
            facts=tuple(facts.items()),
            inferred=tuple(inferred.items()),
            excuse=excuse,
            completed_on=completed_on,
            made_good=made_good,
            stood_on=situation.stood_on,
            is_stale=rule.is_stale(situation, calendar),
            conflicts=conflicts,
            problem="" if problem is None else str(problem),
            problem_zh="" if problem is None else (problem.zh or "填报的事实相互矛盾，无法判定"),
            entries=tuple(one.id for one in self.ordered),
        )

    def _verdict(
        self, facts: Mapping[str, FactValue], excuse: str | None
    ) -> tuple[Verdict | None, dict[str, FactValue], WushanPlanError | None]:
        """The verdict, the days that were inferred for it, and why there is none."""
        try:
            verdict = self._evaluate(facts, self.as_of, excuse)
            inferred = self._inferred_day(verdict, facts)
            if inferred:
                verdict = self._evaluate({**facts, **inferred}, self.as_of, excuse)
        except (FactError, OutOfCoverageError) as error:
            return None, {}, error
        return verdict, inferred, None

    def _evaluate(self, facts: Mapping[str, FactValue], as_of: dt.date, excuse: str | None) -> Verdict:
        return self.task.commitment.evaluate(
            as_of=as_of,
            excuse=excuse,
            **facts,  # type: ignore[arg-type]  # facts of the commitment, by its own names
        )

    def _inferred_day(self, verdict: Verdict, facts: Mapping[str, FactValue]) -> dict[str, FactValue]:
        """The day of completion, where the reports themselves date it: they said so by the last day.

        Nothing is inferred from reports that stood later: when it was done is not known then.
        """
        wanted = {fact.name for fact in verdict.missing} & {"done_on", "reached_on"} - set(facts)
        if len(wanted) != 1:
            return {}
        due = self.task.due
        statements = self.statements(due)
        earlier = self.known(statements)
        sources = {source for one in earlier.values() for source in one.sources}
        then = _values(earlier)
        try:
            if self._evaluate(then, due, None).status is not Status.MET:
                return {}
        except (FactError, OutOfCoverageError):
            return {}
        stood = max(
            one.stood_on for several in statements.values() for one in several if one.entry in sources
        )
        return {wanted.pop(): stood}

    def _excuse(self) -> str | None:
        reasons = [one.reason for one in self.in_force if isinstance(one, DeviationReason)]
        return reasons[-1] if reasons else None

    def _completed_on(self, facts: Mapping[str, FactValue]) -> dt.date | None:
        for name in ("done_on", "reached_on", "end"):
            day = facts.get(name)
            if isinstance(day, dt.date):
                return day
        days = [dict(self._facts(one)).get("done_on") for one in self.in_force if isinstance(one, Completion)]
        known = [day for day in days if isinstance(day, dt.date)]
        return known[-1] if known and "done_on" not in self.asked else None

    def _conflict(self, name: str, known: Known) -> Conflict:
        assert known.dispute is not None
        return Conflict(
            self.task.commitment.id,
            self.unit,
            name,
            known.dispute,
            tuple(Candidate(one.entry, one.author, one.value, one.days) for one in known.parties),
        )


def _table(report: CaseReport) -> str:
    """Tables of one name are told apart by the unit that keeps them."""
    return f"{report.unit}:{report.source}"


def _statement(
    report: Report, value: FactValue | Tally, period: Interval | None, *, adds: bool = False
) -> Statement:
    return Statement(
        value=value,
        entry=report.id,
        author=report.author,
        order=report.order,
        stood_on=report.stood,
        period=period,
        adds=adds,
    )


def _values(known: Mapping[str, Known]) -> dict[str, FactValue]:
    return {name: cast(FactValue, one.value) for name, one in known.items() if one.value is not None}


def _ended_late(verdict: Verdict | None) -> bool:
    if verdict is None:
        return False
    codes = {reason.code for reason in verdict.reasons}
    return ReasonCode.REACHED_LATE in codes or verdict.ended is not None
