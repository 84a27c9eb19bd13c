"""What counts as a date, and which one it is (日期)."""

from __future__ import annotations

import datetime as dt

from wushan_plan.errors import DateTypeError


def calendar_date(value: object, *, as_written: bool = False, where: str = "date") -> dt.date:
    """The calendar date of a date or datetime (日历日期).

    A date is itself. A datetime without zone gives its date. A datetime with zone is converted to
    Asia/Shanghai first, unless ``as_written`` says that the date it shows is the one that counts.

    Args:
        value: a ``datetime.date``, ``datetime.datetime`` or ``numpy.datetime64``.
        as_written: take a datetime with zone at the date written in it.
        where: what the value is, for the error.

    Raises:
        DateTypeError: for anything else: strings and numbers are never guessed at.
    """
    if isinstance(value, dt.datetime):
        if value != value:  # pandas.NaT is a datetime that equals nothing, itself included
            raise _missing(value, where)
        if value.tzinfo is not None and not as_written:
            from dateutil import tz

            value = value.astimezone(tz.gettz("Asia/Shanghai"))
        return value.date()
    if isinstance(value, dt.date):
        return value if type(value) is dt.date else dt.date(value.year, value.month, value.day)
    if type(value).__name__ == "datetime64":  # NumPy's, told by name so as not to import NumPy
        day = value.astype("datetime64[D]").item()  # type: ignore[attr-defined]
        if day is None:
            raise _missing(value, where)
        return calendar_date(day, where=where)
    raise DateTypeError(
        value=value,
        rule=f"a date is needed, not {type(value).__name__}.",
        where=where,
        remedy="Give datetime.date(2021, 9, 24); read text with wushan_plan.files.read_date.",
    )


def _missing(value: object, where: str) -> DateTypeError:
    return DateTypeError(
        value=value,
        rule="a missing date has no calendar date.",
        where=where,
        remedy="Give None for a date that is not known.",
    )
