"""Criteria with a clock (时限、平均时限、及时)."""

from __future__ import annotations

import attrs

from wushan_plan.errors import DefinitionError
from wushan_plan.model.criteria.criterion import PERIOD, Criterion, Event
from wushan_plan.model.facts import Fact, FactKind
from wushan_plan.model.periods import CalendarDays, Days
from wushan_plan.model.readings import Reading

_UNREAD = Fact("unread_cases", "读不出的办件数", "cases that could not be read", FactKind.COUNT, "件", True)


def _events(value: Event | tuple[Event, ...]) -> tuple[Event, ...]:
    return (value,) if isinstance(value, Event) else value


@attrs.frozen
class TimeLimit(Criterion):
    """One case, at most so many days from start to end (时限).

    The starting day is not counted (民法典 201). Both starting and ending on the same day is 0 days.

    Attributes:
        limit: the last allowed number of days, inclusive.
        start: the starting event; with several, the clock starts at the latest of them.
        end: the event that stops the clock.
        reading: the default of the two readings of a limit.
    """

    limit: Days
    start: tuple[Event, ...] = attrs.field(converter=_events)
    end: Event
    reading: Reading

    def __attrs_post_init__(self) -> None:
        if self.reading not in Reading.BY_COUNT.group:
            raise DefinitionError(
                value=self.reading,
                rule="a time limit is read by count or by date.",
                where="TimeLimit(reading=…)",
                remedy="Use Reading.BY_COUNT or Reading.BY_DATE.",
            )
        if self.limit.days < 0:
            raise DefinitionError(
                value=self.limit,
                rule="a time limit is 0 days or more.",
                where="TimeLimit(limit=…)",
                remedy="Give the number of days the text allows.",
            )

    @property
    def facts(self) -> tuple[Fact, ...]:
        """``start`` and ``end``; each of several starting events can also be given by its name."""
        if len(self.start) == 1:
            starts: tuple[Fact, ...] = (
                Fact("start", self.start[0].zh + "日期", self.start[0].en, FactKind.DATE),
            )
        else:
            starts = tuple(Fact(one.name, one.zh + "日期", one.en, FactKind.DATE) for one in self.start)
        return (*starts, Fact("end", self.end.zh + "日期", self.end.en, FactKind.DATE, optional=True))

    @property
    def readings(self) -> tuple[Reading, ...]:
        return (self.reading, *(one for one in self.reading.group if one is not self.reading))

    @property
    def can_be_pending(self) -> bool:
        return True


@attrs.frozen
class MeanTimeLimit(Criterion):
    """Many cases, the exact mean of their days at most so many (平均时限). Never rounded.

    Attributes:
        limit: the largest allowed mean, inclusive.
        start: the starting event of each case.
        end: the event that completes each case.
    """

    limit: Days
    start: Event
    end: Event

    @property
    def facts(self) -> tuple[Fact, ...]:
        """``cases``: pairs of dates. Optional: ``period``, which selects completed cases by their end;
        ``unread_cases``, how many more there are that could not be read."""
        return (
            Fact(
                "cases",
                f"各办件（{self.start.zh}日期，{self.end.zh}日期）",
                f"the cases ({self.start.en}, {self.end.en})",
                FactKind.CASES,
            ),
            PERIOD,
            _UNREAD,
        )

    @property
    def readings(self) -> tuple[Reading, ...]:
        return Reading.COMPLETED_CASES.group

    @property
    def can_be_pending(self) -> bool:
        return True


@attrs.frozen
class Promptness(Criterion):
    """Prompt, immediate or simultaneous, without a number in the text (及时).

    The text gives no number, so it is judged only against a benchmark: the caller's, or the
    default where the word itself means the same day.

    Attributes:
        start: the starting event.
        end: the event that stops the clock.
        benchmark: the default benchmark; ``None`` when only the caller can supply one.
    """

    start: Event
    end: Event
    benchmark: CalendarDays | None = None

    @property
    def facts(self) -> tuple[Fact, ...]:
        """``start``, ``end`` and ``benchmark``."""
        return (
            Fact("start", self.start.zh + "日期", self.start.en, FactKind.DATE),
            Fact("end", self.end.zh + "日期", self.end.en, FactKind.DATE, optional=True),
            Fact(
                "benchmark",
                "外部时限",
                "external benchmark",
                FactKind.DURATION,
                optional=self.benchmark is not None,
            ),
        )

    @property
    def can_be_pending(self) -> bool:
        return True
