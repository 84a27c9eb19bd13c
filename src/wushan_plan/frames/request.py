"""What is asked of a table, checked before any row is touched (表格判定请求)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Container, Iterable, Mapping, Sequence
from typing import Any

import attrs

from wushan_plan.calendar.dates import calendar_date
from wushan_plan.counting.workday_calendar import WorkdayCalendar
from wushan_plan.errors import (
    CellError,
    DefinitionError,
    FactError,
    UnknownNameError,
    nearest,
    nearest_names,
)
from wushan_plan.evaluation.judge import PlanJudge
from wushan_plan.explanation.words import spoken
from wushan_plan.files.text_cells import read_date
from wushan_plan.frames.clock import Clock
from wushan_plan.frames.engines import missing_column
from wushan_plan.frames.names import Names
from wushan_plan.frames.problems import ColumnFinding, FrameError
from wushan_plan.model.commitment import Commitment
from wushan_plan.model.criteria import MeanTimeLimit, TimeLimit
from wushan_plan.model.facts import Fact, FactKind, meant
from wushan_plan.model.readings import Reading
from wushan_plan.model.verdict import Lang

Suspended = str | tuple[str, str] | Sequence[tuple[str, str]] | None
OPTIONS = ("as_of", "reading", "excuse", "suspended", "in_scope", "lang", "as_written")
"""What every function takes besides columns of facts."""


@attrs.frozen
class Request:
    """One commitment, the columns its facts stand in, and how it is to be judged (表格判定请求).

    Attributes:
        target: what the rows are judged by.
        columns: column of each fact, by fact name.
        as_of: the day of judgement; ``None`` when none is given or a column holds it.
        as_of_column: the column that holds a day of judgement for each row.
        readings: the chosen reading of each group.
        excuse: column of recorded reasons.
        suspended_count: column with the number of suspended days.
        suspensions: pairs of columns with first and last suspended day.
        in_scope: whether all rows are inside the scope; ``None`` for not known.
        scope_column: column that says so for each row.
        names: names of the added columns.
        lang: language of the problems.
        as_written: take moments with a zone at the date written in them.
        unreadable: column of truths that says in which rows a date could not be read.
        unreadable_texts: column of texts that names the dates that could not be read.
        function: the function of ``frames`` that was called, for its errors.
    """

    target: Commitment
    columns: Mapping[str, str]
    as_of: dt.date | None
    as_of_column: str | None
    readings: frozenset[Reading]
    excuse: str | None
    suspended_count: str | None
    suspensions: tuple[tuple[str, str], ...]
    in_scope: bool | None
    scope_column: str | None
    names: Names
    lang: Lang
    as_written: bool
    unreadable: str | None = None
    unreadable_texts: str | None = None
    function: str = "evaluate"

    @property
    def where(self) -> str:
        """Where its errors stand: the function called, and the target."""
        return f"frames.{self.function}({self.target.id})"

    @property
    def has_clock(self) -> bool:
        """Whether rows are judged by a limit or counted for a mean."""
        return isinstance(self.target.criterion, (TimeLimit, MeanTimeLimit))

    @property
    def calendar(self) -> WorkdayCalendar:
        """The calendar the target is judged on."""
        return calendar_of(self.target)

    @property
    def condition_column(self) -> str | None:
        """The column of the scope's own condition."""
        scope = self.target.scope
        if scope is None or scope.condition is None:
            return None
        return self.columns[scope.condition.name]

    @property
    def start_columns(self) -> tuple[str, ...]:
        """The columns of the starting event or events."""
        if "start" in self.columns:
            return (self.columns["start"],)
        criterion = self.target.criterion
        assert isinstance(criterion, TimeLimit)  # checked when the request was made
        return tuple(self.columns[event.name] for event in criterion.start)

    @property
    def clock_columns(self) -> Mapping[str, str]:
        """The column of each date a clock is read from, by the name the steps of judging give it."""
        starts = self.start_columns
        names = ["start"] if len(starts) == 1 else [f"start_{index}" for index in range(len(starts))]
        dates = dict(zip(names, starts, strict=True))
        if "end" in self.columns:
            dates["end"] = self.columns["end"]
        for index, (first, last) in enumerate(self.suspensions):
            dates[f"first_{index}"], dates[f"last_{index}"] = first, last
        if self.as_of_column is not None:
            dates["as_of"] = self.as_of_column
        return dates

    @property
    def date_columns(self) -> tuple[str, ...]:
        """Every column that has to hold dates."""
        if self.has_clock:
            return tuple(dict.fromkeys(self.clock_columns.values()))
        kinds = {fact.name: fact.kind for fact in self.target.facts}
        names = [column for name, column in self.columns.items() if kinds[name] is FactKind.DATE]
        if self.as_of_column is not None:
            names.append(self.as_of_column)
        return tuple(dict.fromkeys(names))

    @property
    def needed(self) -> tuple[str, ...]:
        """Every column the judging reads."""
        extra = (self.as_of_column, self.excuse, self.suspended_count, self.scope_column)
        pairs = [one for pair in self.suspensions for one in pair]
        names = [*self.columns.values(), *pairs, *(one for one in extra if one is not None)]
        return tuple(dict.fromkeys(names))

    @property
    def has_scope(self) -> bool:
        """Whether rows may lie outside the scope."""
        return self.scope_column is not None or self.condition_column is not None or self.in_scope is not True

    @property
    def clock(self) -> Clock:
        """The parameters of judging by a limit."""
        criterion = self.target.criterion
        assert isinstance(criterion, (TimeLimit, MeanTimeLimit))
        return Clock.of(
            criterion,
            self.readings,
            can_be_missed=self.target.modality.can_be_missed,
            has_exceptions=bool(self.target.exceptions),
            as_of=self.as_of is not None or self.as_of_column is not None,
            fixed_as_of=self.as_of is not None,
            starts=len(self.start_columns),
            pairs=len(self.suspensions),
            counted=self.suspended_count is not None,
            has_scope=self.has_scope,
            has_excuses=self.excuse is not None,
            unreadable=self.unreadable is not None,
        )


def request_of(
    target: Commitment,
    columns: Mapping[str, str],
    *,
    as_of: dt.date | str | None = None,
    reading: Reading | Iterable[Reading] | None = None,
    excuse: str | None = None,
    suspended: Suspended = None,
    in_scope: str | bool | None = True,
    names: Names | None = None,
    lang: Lang = "zh",
    as_written: bool = False,
    function: str = "evaluate",
) -> Request:
    """The request, or the error that says what is wrong with it; ``function`` is the one called."""
    require_commitment(target, function)
    where = f"frames.{function}({target.id}"
    spoken(lang, f"{where}, lang=…)")
    _check_facts(target, columns, where)
    count = suspended if isinstance(suspended, str) else None
    pairs = () if count is not None else _pairs(suspended)
    if (count or pairs) and not isinstance(target.criterion, (TimeLimit, MeanTimeLimit)):
        raise FactError(
            value=suspended,
            rule="only a clock can stand still.",
            where=f"{where}, suspended=…)",
            remedy="Leave suspended out.",
            zh=f"{target.id}没有时限，不要给中止期间",
        )
    if target.scope is None and in_scope is not True:
        raise FactError(
            value=in_scope,
            rule="this commitment states no scope to be outside of.",
            where=f"{where}, in_scope=…)",
            remedy="Leave in_scope out.",
            zh=f"{target.id}没有限定适用范围，不要填是否属于",
        )
    is_column = isinstance(as_of, str)
    return Request(
        target=target,
        columns=dict(columns),
        as_of=None if as_of is None or is_column else calendar_date(as_of, where="as_of"),
        as_of_column=as_of if isinstance(as_of, str) else None,
        readings=frozenset(chosen_readings(target, reading)),
        excuse=excuse,
        suspended_count=count,
        suspensions=pairs,
        in_scope=True if isinstance(in_scope, str) else in_scope,
        scope_column=in_scope if isinstance(in_scope, str) else None,
        names=names or Names(),
        lang=lang,
        as_written=as_written,
        function=function,
    )


def split(options: Mapping[str, Any], own: Iterable[str] = OPTIONS) -> tuple[dict[str, Any], dict[str, Any]]:
    """The options among what a caller gave by name, and the rest: columns of facts."""
    names = frozenset(own)
    return (
        {name: one for name, one in options.items() if name in names},
        {name: one for name, one in options.items() if name not in names},
    )


def require_commitment(target: object, function: str) -> None:
    """Refuses what is no commitment, such as the id of one.

    Raises:
        FactError: with the way to get it from a plan.
    """
    if isinstance(target, Commitment):
        return
    name = target if isinstance(target, str) else "…"
    raise FactError(
        value=target,
        rule="a table is judged by a commitment of a plan.",
        where=f"frames.{function}(target)",
        remedy=f'Give PLAN.targets["{name}"].',
        zh=f'请给出方案中的承诺，如PLAN.targets["{name}"]',
    )


def require_columns(frame: Any, request: Request, more: Iterable[str] = ()) -> None:
    """Refuses a narwhals frame that lacks a column the judging reads, or one of ``more``; in one error."""
    there = set(frame.collect_schema().names())
    findings = missing_columns(request, (*request.needed, *more), there)
    if findings:
        raise FrameError.of(findings, request.where)


def missing_columns(
    request: Request, needed: Iterable[str], there: Container[str], table: str = ""
) -> list[ColumnFinding]:
    """What is said of each of the ``needed`` columns that is not ``there``."""
    lacking = [name for name in dict.fromkeys(needed) if name not in there]
    return [
        _named_day(name, table) if name == request.as_of_column else missing_column(name, table)
        for name in lacking
    ]


def _named_day(name: str, table: str) -> ColumnFinding:
    """The finding about a column of days of judgement; text that is a day was meant as one."""
    plain = missing_column(name, table)
    try:
        day = read_date(name)
    except CellError:
        return plain
    written = f"date({day.year}, {day.month}, {day.day})"
    return attrs.evolve(
        plain,
        zh=f"{plain.zh}；如果这就是判定基准日，请写as_of={written}",
        en=f"{plain.en}; if this is the day of judgement, write as_of={written}",
    )


def calendar_of(target: Commitment) -> WorkdayCalendar:
    """The calendar ``target`` is judged on.

    Raises:
        DefinitionError: for a commitment outside a plan, or one judged by something else.
    """
    judge = None if target.plan is None else target.plan.judge
    if not isinstance(judge, PlanJudge):
        raise DefinitionError(
            value=target.id,
            rule="a table is judged on the calendar of the commitment's plan.",
            where="frames",
            remedy="Take the commitment from a plan, such as PLAN.targets.",
        )
    return judge.calendar


def chosen_readings(target: Commitment, reading: Reading | Iterable[Reading] | None) -> tuple[Reading, ...]:
    """One reading of each group the target knows, as :meth:`Commitment.evaluate` chooses them."""
    target.evaluate(reading=reading)  # refuses what the target is not open to
    asked = () if reading is None else (reading,) if isinstance(reading, Reading) else tuple(reading)
    groups = dict.fromkeys(one.group for one in target.readings)
    return tuple(
        next((one for one in asked if one in group), next(one for one in target.readings if one in group))
        for group in groups
    )


def facts_by_name(target: Commitment) -> dict[str, Fact]:
    """The facts a table's columns can hold."""
    facts = {fact.name: fact for fact in target.facts}
    criterion = target.criterion
    if isinstance(criterion, TimeLimit):
        facts.setdefault(
            "start", Fact("start", "起算日期", "start of the clock", FactKind.DATE, optional=True)
        )
    if isinstance(criterion, MeanTimeLimit):
        for fact in criterion.facts:  # the rows are the cases
            del facts[fact.name]
        facts["start"] = Fact("start", criterion.start.zh + "日期", criterion.start.en, FactKind.DATE)
        facts["end"] = Fact("end", criterion.end.zh + "日期", criterion.end.en, FactKind.DATE, optional=True)
    return facts


def _check_facts(target: Commitment, columns: Mapping[str, str], where: str) -> None:
    facts = facts_by_name(target)
    for name, column in columns.items():
        if name not in facts:
            raise UnknownNameError(
                value=name,
                rule=f"{target.id} asks for no such fact.",
                where=f"{where}, {name}=…)",
                remedy=nearest(meant(name, facts), facts),
                zh=f"{target.id}不问这项事实；可问的有{'、'.join(facts)}",
                near=nearest_names(meant(name, facts), facts),
            )
        if not isinstance(column, str):
            raise FrameError(
                value=column,
                rule="a fact is given by the name of its column.",
                where=f"{where}, {name}=…)",
                remedy=f'Write {name}="…".',
                zh="请给出列名",
            )
    needed = [fact for fact in facts.values() if not fact.optional]
    criterion = target.criterion
    if isinstance(criterion, TimeLimit) and len(criterion.start) > 1:
        events = {event.name for event in criterion.start}
        given = events & set(columns)
        if "start" in columns:
            if given:
                raise FactError(
                    value=sorted(given),
                    rule="a table gives the starting events, or the start worked out from them.",
                    where=f"{where})",
                    remedy="Leave out start, or the events.",
                    zh="起算日期（start）和各起算事件只能给一种",
                )
            needed = [fact for fact in needed if fact.name not in events]
    lacking = [fact for fact in needed if fact.name not in columns]
    if lacking:
        raise FrameError.of(
            (
                ColumnFinding(fact.name, f"缺少“{fact.zh}”对应的列", f"no column is named for: {fact.en}")
                for fact in lacking
            ),
            f"{where})",
        )


def _pairs(suspended: Any) -> tuple[tuple[str, str], ...]:
    if suspended is None:
        return ()
    given = tuple(suspended)
    if len(given) == 2 and all(isinstance(one, str) for one in given):
        given = (given,)
    for pair in given:
        if not (isinstance(pair, tuple) and len(pair) == 2 and all(isinstance(one, str) for one in pair)):
            raise FrameError(
                value=suspended,
                rule="suspensions are a column of counts, or pairs of columns.",
                where="suspended",
                remedy='Write suspended="中止天数" or suspended=("中止首日", "中止末日").',
                zh="中止期间请给出天数列，或首日列与末日列",
            )
    return given
