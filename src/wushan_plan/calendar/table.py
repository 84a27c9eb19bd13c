"""A span of days, each with what it is (日表)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping

import attrs

from wushan_plan.calendar.awaited import Awaited
from wushan_plan.calendar.dates import calendar_date
from wushan_plan.calendar.days import Day, DayKind
from wushan_plan.calendar.notices import Notice
from wushan_plan.errors import DefinitionError, OutOfCoverageError


@attrs.frozen
class DayTable:
    """Every day from ``first`` to ``last``, both included (日表).

    Only the days that are not plain weekdays or weekends are stored.

    Attributes:
        first: first day covered.
        last: last day covered.
        special: the days a notice or an office names.
        settled_to: last day settled by published notices; days after it are provisional.
        notices: the notices the days come from, in the order they were laid over each other.
        awaited: the festivals of the days not settled that no notice has arranged, in order of date.
    """

    first: dt.date
    last: dt.date
    special: Mapping[dt.date, Day] = attrs.field(repr=False)
    settled_to: dt.date
    notices: tuple[Notice, ...] = attrs.field(default=(), repr=False)
    awaited: tuple[Awaited, ...] = attrs.field(default=(), repr=False)

    def day(self, date: dt.date) -> Day:
        """What ``date`` is.

        Raises:
            OutOfCoverageError: outside ``first`` to ``last``.
        """
        if not self.first <= date <= self.last:
            raise self.not_covered(date)
        found = self.special.get(date)
        if found is not None:
            return found
        kind = DayKind.WEEKEND if date.weekday() >= 5 else DayKind.WORKDAY
        return Day(date, kind, provisional=date > self.settled_to)

    def workdays(self) -> Iterator[tuple[dt.date, bool]]:
        """Every day covered, in order, and whether it is a working day."""
        special = self.special
        weekday = self.first.weekday()
        for ordinal in range(self.first.toordinal(), self.last.toordinal() + 1):
            date = dt.date.fromordinal(ordinal)
            named = special.get(date)
            yield date, (weekday < 5 if named is None else named.is_workday)
            weekday = (weekday + 1) % 7

    @property
    def open_from(self) -> dt.date:
        """From this day on, the next year's notice may still change the last settled year.

        It did so in five Decembers since 2005, never before the 29th; the week before New Year is
        taken as open, which is an inference.
        """
        return dt.date(self.settled_to.year, 12, 25)

    def with_notice(self, notice: Notice) -> DayTable:
        """The same days with ``notice`` laid over them; its year becomes covered.

        Its year is settled once the notices for it name every statutory festival. Until then what they
        name holds, and the rest of the year is provisional: the festivals they leave out
        (``check_notice`` says which) are off as in a year without a notice. An office's own days stay.

        Raises:
            DefinitionError: for a notice that contradicts itself, or that leaves out a year.
            MissingExtraError: when it leaves a festival out and lunardate is not installed.
        """
        # Loaded with the first notice: most calendars are as published.
        from wushan_plan.calendar.arrangement import with_awaited
        from wushan_plan.calendar.checks import Severity, check_notice, settles_its_year

        if not isinstance(notice, Notice):
            raise DefinitionError(
                value=notice,
                rule="a notice is needed.",
                where="with_notice",
                remedy="Give Notice(year, number, holidays={…}, make_up={…}), or read_notices(path).",
            )
        errors = [one for one in check_notice(notice) if one.severity is Severity.ERROR]
        if errors:
            raise DefinitionError(
                value=[str(day) for one in errors for day in one.days],
                rule="; ".join(one.en for one in errors) + ".",
                where=f"Notice {notice.number}",
                remedy="Check the days against the notice; check_notice(notice) lists all findings.",
                zh="；".join(one.zh for one in errors),
            )
        if notice.year < self.first.year:
            raise DefinitionError(
                value=notice.year,
                rule=f"the calendar begins on {self.first}.",
                where=f"Notice {notice.number}",
                remedy="Supply notices for covered years, or for the next one.",
                zh=f"日历从{self.first}开始，只收此后各年的通知",
            )
        if notice.year > self.settled_to.year + 1:
            raise DefinitionError(
                value=notice.year,
                rule=f"notices follow year on year, and the calendar is settled to {self.settled_to}.",
                where=f"Notice {notice.number}",
                remedy=f"Supply the notice for {self.settled_to.year + 1} first.",
                zh=f"日历只定到{self.settled_to}，请先补充{self.settled_to.year + 1}年的通知",
            )
        year_end = dt.date(notice.year, 12, 31)
        notices = (*self.notices, notice)
        settled = self.settled_to
        if settles_its_year(notice.year, notices):
            settled = max(settled, year_end)
        named = days_of(notice)
        special = {**self.special, **named}
        for date, day in self.special.items():
            if day.kind in (DayKind.CLOSURE, DayKind.EXTRA_WORKDAY):
                open_still = day.provisional and date > settled and date not in named
                special[date] = attrs.evolve(day, provisional=open_still)
        return with_awaited(DayTable(self.first, max(self.last, year_end), special, settled, notices))

    def with_office_days(
        self, office: str, closed: Iterable[dt.date] = (), worked: Iterable[dt.date] = ()
    ) -> DayTable:
        """The same days with one office's own closures and extra working days.

        Raises:
            DefinitionError: for a day in both lists.
            OutOfCoverageError: for a day outside the table.
        """
        closed = tuple(calendar_date(day, where="closed") for day in closed)
        worked = tuple(calendar_date(day, where="worked") for day in worked)
        if set(closed) & set(worked):
            raise DefinitionError(
                value=sorted(str(day) for day in set(closed) & set(worked)),
                rule="an office is not closed and open on one day.",
                where=f"office days of {office}",
                remedy="Keep the day in one of the two lists.",
            )
        special = dict(self.special)
        for days, kind in ((closed, DayKind.CLOSURE), (worked, DayKind.EXTRA_WORKDAY)):
            for date in days:
                special[date] = Day(date, kind, office, provisional=self.day(date).provisional)
        return attrs.evolve(self, special=special)

    def as_known_on(self, day: dt.date) -> DayTable:
        """The days as the notices published by ``day`` set them.

        Years for which no notice was out yet are not covered. A year whose notices left a festival out is
        provisional, as after :meth:`with_notice`.

        Raises:
            OutOfCoverageError: when no notice was known by ``day``.
        """
        from wushan_plan.calendar.arrangement import with_awaited
        from wushan_plan.calendar.checks import settles_its_year

        known = [notice for notice in self.notices if notice.known_on(day)]
        if not known:
            raise self.not_covered(day)
        special: dict[dt.date, Day] = {}
        for notice in known:
            special.update(days_of(notice))
        newest = max(notice.year for notice in known)
        last = dt.date(newest, 12, 31)
        settled = last if settles_its_year(newest, known) else dt.date(newest - 1, 12, 31)
        return with_awaited(DayTable(self.first, last, special, settled, tuple(known)))

    def not_covered(self, date: object, sought: str = "", sought_zh: str = "") -> OutOfCoverageError:
        """The error for a date outside the table, or for the day ``sought`` from it."""
        covers = f"the calendar covers {self.first} to {self.last}, as far as notices are published."
        covers_zh = f"日历只覆盖{self.first}至{self.last}（放假通知公布到此为止）"
        return OutOfCoverageError(
            value=str(date),
            rule=f"{sought} {date} is not covered: {covers}" if sought else covers,
            where="calendar",
            remedy=(
                "Supply the new notice with CHINA.with_notice(Notice(…)), "
                "or ask for a provisional answer with CHINA.provisional(until)."
            ),
            zh=f"{covers_zh}，求不出{date}{sought_zh}" if sought else covers_zh,
        )


def days_of(notice: Notice) -> dict[dt.date, Day]:
    """The days ``notice`` names."""
    days = {
        date: Day(date, DayKind.HOLIDAY, name, notice.number)
        for name, dates in notice.holidays
        for date in dates
    }
    days.update(
        {
            date: Day(date, DayKind.MAKE_UP_WORKDAY, name, notice.number)
            for name, dates in notice.make_up
            for date in dates
        }
    )
    return days
