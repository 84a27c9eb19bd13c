"""The peers that count single dates, each called as its documentation would have it.

An expression is timed as it stands, with ``x`` and ``y`` as its arguments. What a caller could do once
beforehand (a prepared calendar, dates in the peer's own type, a start moved by the one day by which
conventions differ) is done outside the timing.
"""

from __future__ import annotations

import datetime as dt
import warnings
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import bizdays
import chinese_calendar
import exchange_calendars
import holidays
import numpy as np
import pandas as pd
import QuantLib
from workalendar.asia import China
from workalendar.exceptions import CalendarError

from benchmarks.calendars import FIRST, LAST, ONE_DAY, Disagreement, disagreement, rest_days
from wushan_plan import CHINA

Arguments = tuple[Any, Any]


def _as_given(x: Any, y: Any) -> Arguments:
    return x, y


def _as_answered(answer: Any) -> Any:
    return answer


@dataclass(frozen=True)
class Expression:
    """A call as it is timed.

    Attributes:
        code: the call, of ``x`` and ``y``.
        names: what else the code names.
        prepare: from (start, end) or (date, n) to ``x`` and ``y``; not timed.
        read: from the answer to an ``int`` or a ``date``; not timed.
    """

    code: str
    names: Mapping[str, Any]
    prepare: Callable[[Any, Any], Arguments] = _as_given
    read: Callable[[Any], Any] = _as_answered


@dataclass(frozen=True)
class Peer:
    """One library, with the days about which it is wrong; ``exact`` ones were given the true calendar."""

    name: str
    count: Expression
    nth: Expression
    exact: bool = False
    differs: Disagreement = field(default_factory=Disagreement)

    @property
    def avoid(self) -> frozenset[dt.date]:
        return self.differs.wrong | self.differs.silent


OUR_COUNT = Expression("CHINA.workdays_between(x, y)", {"CHINA": CHINA})
OUR_NTH = Expression("CHINA.nth_workday_after(x, y)", {"CHINA": CHINA})


def _day_after_start(start: dt.date, end: dt.date) -> Arguments:
    return start + ONE_DAY, end  # for peers whose spans include both ends


def peers() -> list[Peer]:
    """All peers, the exact ones first."""
    return [
        _numpy(),
        _pandas(),
        _bizdays(),
        _chinese_calendar(),
        _holidays(),
        _quantlib(),
        _exchange_calendars(),
        _workalendar(),
    ]


def _numpy() -> Peer:
    exact = {"calendar": np.busdaycalendar("1111111", np.array(rest_days(), "M8[D]"))}
    return Peer(
        "numpy",
        Expression(
            "busday_count(x, y, busdaycal=calendar)",
            exact | {"busday_count": np.busday_count},
            lambda start, end: (start + ONE_DAY, end + ONE_DAY),  # [begin, end)
            int,
        ),
        Expression(
            "busday_offset(x, y, roll='backward', busdaycal=calendar)",
            exact | {"busday_offset": np.busday_offset},
            read=lambda answer: answer.item(),
        ),
        exact=True,
    )


def _pandas() -> Peer:
    day = pd.offsets.CustomBusinessDay(weekmask="1111111", holidays=list(rest_days()))
    return Peer(
        "pandas CustomBusinessDay",
        Expression(
            "len(date_range(x, y, freq=day))",
            {"date_range": pd.date_range, "day": day},
            lambda start, end: (pd.Timestamp(start + ONE_DAY), pd.Timestamp(end)),
        ),
        Expression(
            "x + y * day", {"day": day}, lambda date, n: (pd.Timestamp(date), n), lambda answer: answer.date()
        ),
        exact=True,
    )


def _bizdays() -> Peer:
    calendar = bizdays.Calendar(
        holidays=list(rest_days()), weekdays=[], startdate=FIRST, enddate=LAST, name="exact", financial=False
    )
    return Peer(
        "bizdays",
        Expression("calendar.bizdays(x, y)", {"calendar": calendar}, _day_after_start, int),
        Expression("calendar.offset(x, y)", {"calendar": calendar}),
        exact=True,
    )


def _chinese_calendar() -> Peer:
    return Peer(
        "chinese_calendar",
        Expression(
            "len(get_workdays(x, y))", {"get_workdays": chinese_calendar.get_workdays}, _day_after_start
        ),
        # It moves a start on a rest day forward and does not count the day it arrives at: ask for one fewer.
        Expression(
            "find_workday(y, x)",
            {"find_workday": chinese_calendar.find_workday},
            lambda date, n: (date, n if CHINA.is_workday(date) else n - 1),
        ),
        differs=disagreement(chinese_calendar.is_workday, NotImplementedError),
    )


def _holidays() -> Peer:
    calendar = holidays.country_holidays("CN")
    return Peer(
        "holidays (CN)",
        Expression("calendar.get_working_days_count(x, y)", {"calendar": calendar}, _day_after_start),
        Expression("calendar.get_nth_working_day(x, y)", {"calendar": calendar}),
        differs=disagreement(calendar.is_working_day, NotImplementedError),
    )


def _quantlib() -> Peer:
    calendar = QuantLib.China(QuantLib.China.IB)

    def of(date: dt.date) -> Any:
        return QuantLib.Date(date.day, date.month, date.year)

    return Peer(
        "QuantLib China(IB)",
        Expression(
            "calendar.businessDaysBetween(x, y, False, True)",
            {"calendar": calendar},
            lambda start, end: (of(start), of(end)),
        ),
        Expression(
            "calendar.advance(x, y, days)",
            {"calendar": calendar, "days": QuantLib.Days},
            lambda date, n: (of(date), n),
            lambda answer: dt.date(answer.year(), answer.month(), answer.dayOfMonth()),
        ),
        differs=disagreement(lambda day: calendar.isBusinessDay(of(day)), RuntimeError),
    )


def _exchange_calendars() -> Peer:
    calendar = exchange_calendars.get_calendar("XSHG", start=str(FIRST), end=str(LAST))
    sessions = frozenset(calendar.sessions.date)

    def is_session(day: dt.date) -> bool:
        if day <= LAST:
            return day in sessions
        return bool(
            exchange_calendars.get_calendar("XSHG", start=str(FIRST), end=str(day)).is_session(str(day))
        )

    return Peer(
        "exchange_calendars (XSHG)",
        Expression(
            "calendar.sessions_distance(x, y)",
            {"calendar": calendar},
            lambda start, end: (pd.Timestamp(start + ONE_DAY), pd.Timestamp(end)),
        ),
        Expression(
            "calendar.session_offset(calendar.date_to_session(x, 'previous'), y)",
            {"calendar": calendar},
            lambda date, n: (pd.Timestamp(date), n),
            lambda answer: answer.date(),
        ),
        differs=disagreement(is_session, ValueError),
    )


def _workalendar() -> Peer:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it says itself that it needs new data every year
        calendar = China()
        differs = disagreement(calendar.is_working_day, CalendarError)
    return Peer(
        "workalendar China",
        Expression("calendar.get_working_days_delta(x, y)", {"calendar": calendar}),
        Expression("calendar.add_working_days(x, y)", {"calendar": calendar}),
        differs=differs,
    )
