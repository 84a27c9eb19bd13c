"""A calendar that counts working days (工作日历)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, overload

import attrs

from wushan_plan.calendar.dates import calendar_date
from wushan_plan.calendar.days import Day
from wushan_plan.calendar.notices import Notice
from wushan_plan.calendar.table import DayTable
from wushan_plan.counting.columns import is_column
from wushan_plan.errors import CountError

if TYPE_CHECKING:
    from wushan_plan.counting.arrays import ArrayCounter


@attrs.frozen(repr=False)
class WorkdayCalendar:
    """Counts working days in constant time, whatever the span (工作日历).

    Every method takes ``datetime.date``; a ``datetime`` gives its date (with a zone: its date in
    Asia/Shanghai, see :func:`~wushan_plan.calendar.dates.calendar_date`). Strings and numbers are
    refused with ``DateTypeError``, days outside :attr:`coverage` with ``OutOfCoverageError``.

    Every method but :meth:`day` also takes columns: NumPy ``datetime64`` arrays of any unit,
    sequences of dates, pandas and polars Series, broadcast against each other. They are answered
    in the caller's own kind of column; what is missing or outside coverage is missing in the
    answer (``wushan_plan.counting.columns``). Needs the extra ``arrays``.

    Attributes:
        days: which day is what.
    """

    days: DayTable = attrs.field(repr=False)

    # Built on first use. Plain slots, since a cached property would give the class a __getattr__,
    # and with it every call of every method would take half as long again.
    #
    # _rank: how many working days there are up to and including each day. Keyed by the date itself:
    # a datetime, a string or a day outside the table is no key, so the fast path of each method
    # needs no check of its own, and everything unusual arrives in the slow path.
    _rank: dict[dt.date, int] = attrs.field(init=False, repr=False, eq=False)
    _workdays: tuple[dt.date, ...] = attrs.field(init=False, repr=False, eq=False)
    _arrays: ArrayCounter = attrs.field(init=False, repr=False, eq=False)

    def __repr__(self) -> str:
        return f"<WorkdayCalendar {self.days.first} to {self.days.last}>"

    def __reduce__(self) -> tuple[type[WorkdayCalendar], tuple[DayTable]]:
        return (WorkdayCalendar, (self.days,))

    @property
    def coverage(self) -> tuple[dt.date, dt.date]:
        """The first and the last day covered, both included."""
        return (self.days.first, self.days.last)

    def day(self, date: dt.date) -> Day:
        """What ``date`` is: kind, festival name, notice."""
        return self.days.day(calendar_date(date))

    @overload
    def is_workday(self, date: dt.date) -> bool: ...
    @overload
    def is_workday(self, date: object) -> Any: ...
    def is_workday(self, date: object) -> Any:
        """Whether ``date`` is a working day: Monday to Friday or a make-up day, and no holiday."""
        try:
            rank = self._rank[date]  # type: ignore[index]  # what is no key arrives below
        except (AttributeError, KeyError, TypeError):
            if is_column(date):
                return self._columns().is_workday(date)
            return self.is_workday(self._covered(date))
        return rank > 0 and self._workdays[rank - 1] == date

    @overload
    def workdays_between(self, start: dt.date, end: dt.date) -> int: ...
    @overload
    def workdays_between(self, start: object, end: object) -> Any: ...
    def workdays_between(self, start: object, end: object) -> Any:
        """Working days after ``start`` up to and including ``end``: those in ``(start, end]``.

        Negative when ``end`` is before ``start``: the day before which one counts is never counted
        (民法典 201). Columns give ``int32``.
        """
        try:
            rank = self._rank
            return rank[end] - rank[start]  # type: ignore[index]
        except (AttributeError, KeyError, TypeError):
            if is_column(start) or is_column(end):
                return self._columns().between(start, end)
            return self.workdays_between(self._covered(start), self._covered(end))

    def elapsed_workdays(self, start: object, end: object, suspended: Sequence[tuple[object, object]]) -> Any:
        """Working days of ``(start, end]`` outside the suspensions, for columns.

        Args:
            start: column or single date.
            end: column or single date, not before its start.
            suspended: pairs ``(first, last)``, both included; each a column (one suspension a row)
                or a single date. A missing first or last day means no suspension in that row;
                suspensions that overlap count once.
        """
        return self._columns().elapsed(start, end, suspended)

    @overload
    def within_workdays(self, start: dt.date, end: dt.date, most: int) -> bool: ...
    @overload
    def within_workdays(self, start: object, end: object, most: int) -> Any: ...
    def within_workdays(self, start: object, end: object, most: int) -> Any:
        """Whether ``(start, end]`` holds at most ``most`` working days: a limit, read by count.

        Raises:
            CountError: when ``most`` is no whole number.
        """
        if type(most) is not int:
            raise CountError(
                value=most,
                rule="a limit is a whole number of working days.",
                where="most",
                remedy="Give an int, such as commitment.criterion.limit.days.",
            )
        if is_column(start) or is_column(end):
            return self._columns().within(start, end, most)
        return self.workdays_between(start, end) <= most

    @overload
    def nth_workday_after(self, date: dt.date, n: int) -> dt.date: ...
    @overload
    def nth_workday_after(self, date: object, n: object) -> Any: ...
    def nth_workday_after(self, date: object, n: object) -> Any:
        """The ``n``-th working day after ``date``, which itself is never counted.

        Columns give ``datetime64[D]`` (pandas: ``datetime64[s]``, polars: ``Date``).

        Args:
            date: any covered day; counting begins on the next day whether it is worked or not.
            n: 1 or more; may be a column of its own.

        Raises:
            CountError: for ``n`` below 1; ``roll_forward`` answers what 0 would mean.
        """
        try:
            index = self._rank[date] + n - 1  # type: ignore[index,operator]
            if type(n) is int and n > 0:
                return self._workdays[index]
        except (AttributeError, KeyError, TypeError, IndexError):
            pass
        if is_column(date) or is_column(n):
            return self._columns().nth_after(date, n)
        steps = self._steps(n, "roll_forward")
        day = self._covered(date)
        index = self._rank[day] + steps - 1
        if index >= len(self._workdays):
            raise self.days.not_covered(date, f"working day {n} after", f"之后第{n}个工作日")
        return self._workdays[index]

    @overload
    def nth_workday_before(self, date: dt.date, n: int) -> dt.date: ...
    @overload
    def nth_workday_before(self, date: object, n: object) -> Any: ...
    def nth_workday_before(self, date: object, n: object) -> Any:
        """The ``n``-th working day before ``date``, which itself is never counted.

        Args:
            date: any covered day.
            n: 1 or more; may be a column of its own.

        Raises:
            CountError: for ``n`` below 1; ``roll_back`` answers what 0 would mean.
        """
        if is_column(date) or is_column(n):
            return self._columns().nth_before(date, n)
        steps = self._steps(n, "roll_back")
        day = self._covered(date)
        index = self._rank[day] - self.is_workday(day) - steps
        if index < 0:
            raise self.days.not_covered(date, f"working day {n} before", f"之前第{n}个工作日")
        return self._workdays[index]

    @overload
    def roll_forward(self, date: dt.date) -> dt.date: ...
    @overload
    def roll_forward(self, date: object) -> Any: ...
    def roll_forward(self, date: object) -> Any:
        """``date`` itself if it is a working day, else the next one (民法典 203)."""
        if is_column(date):
            return self._columns().roll(date, backwards=False)
        day = self._covered(date)
        return day if self.is_workday(day) else self.nth_workday_after(day, 1)

    @overload
    def roll_back(self, date: dt.date) -> dt.date: ...
    @overload
    def roll_back(self, date: object) -> Any: ...
    def roll_back(self, date: object) -> Any:
        """``date`` itself if it is a working day, else the one before."""
        if is_column(date):
            return self._columns().roll(date, backwards=True)
        day = self._covered(date)
        return day if self.is_workday(day) else self.nth_workday_before(day, 1)

    # --- other calendars made from this one ---------------------------------------------------------

    def with_notice(self, notice: Notice) -> WorkdayCalendar:
        """A calendar with ``notice`` laid over this one, which stays as it is."""
        return WorkdayCalendar(self.days.with_notice(notice))

    def with_office_days(
        self, office: str, closed: Iterable[dt.date] = (), worked: Iterable[dt.date] = ()
    ) -> WorkdayCalendar:
        """A calendar with one office's own closures and extra working days."""
        return WorkdayCalendar(self.days.with_office_days(office, closed, worked))

    def as_known_on(self, day: dt.date) -> WorkdayCalendar:
        """The calendar as the notices published by ``day`` set it.

        A notice whose publication date is not established counts as known from the first day of
        its year.
        """
        return WorkdayCalendar(self.days.as_known_on(calendar_date(day)))

    def provisional(self, until: dt.date) -> WorkdayCalendar:
        """A calendar that goes on to ``until`` with weekends and statutory festivals alone.

        No make-up day is guessed at. Every day past the last published notice, and every answer
        that counts one, is marked as provisional. Needs the extra ``lunar``.
        """
        from wushan_plan.calendar.provisional import provisional_days

        return WorkdayCalendar(provisional_days(self.days, calendar_date(until)))

    # --- the slow path --------------------------------------------------------------------------------

    def _tables(self) -> dict[dt.date, int]:
        """The ranks; builds the tables when they are asked for first."""
        try:
            return self._rank
        except AttributeError:
            rank = 0
            ranks: dict[dt.date, int] = {}
            workdays = []
            for date, is_workday in self.days.workdays():
                if is_workday:
                    rank += 1
                    workdays.append(date)
                ranks[date] = rank
            # Two threads may both get here; they build the same tables. The ranks are set last:
            # whoever sees them may rely on the rest.
            object.__setattr__(self, "_workdays", tuple(workdays))
            object.__setattr__(self, "_rank", ranks)
            return ranks

    def _columns(self) -> ArrayCounter:
        """The tables for columns; builds them when they are asked for first."""
        try:
            return self._arrays
        except AttributeError:
            from wushan_plan.counting.arrays import ArrayCounter

            object.__setattr__(self, "_arrays", ArrayCounter.of(self.days))
            return self._arrays

    def _covered(self, date: object) -> dt.date:
        found = calendar_date(date)
        if found not in self._tables():
            raise self.days.not_covered(found)
        return found

    def _steps(self, n: object, instead: str) -> int:
        if type(n) is not int or n < 1:
            raise CountError(
                value=n,
                rule="the n-th working day is counted from 1, in whole days.",
                where="n",
                remedy=f"For the day itself or its nearest working day use {instead}(date).",
            )
        return n
