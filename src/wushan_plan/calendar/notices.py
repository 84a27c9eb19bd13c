"""A notice that sets holidays and make-up days (节假日安排通知)."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path

import attrs

from wushan_plan.errors import DateTypeError, DefinitionError

DaysByFestival = tuple[tuple[str, tuple[dt.date, ...]], ...]


def _days(value: Mapping[str, Iterable[dt.date]] | DaysByFestival) -> DaysByFestival:
    pairs = value.items() if isinstance(value, Mapping) else value
    try:
        return tuple((name, _in_order(days)) for name, days in pairs)
    except (TypeError, ValueError):
        raise DefinitionError(
            value=value,
            rule="a notice lists its days by festival.",
            where="Notice",
            remedy='Write {"元旦": [datetime.date(2027, 1, 1)]}, or "元旦" = [2027-01-01] in the file.',
            zh='放假日要按节日列出，如 "元旦" = [2027-01-01]',
        ) from None


def _in_order(days: Iterable[dt.date]) -> tuple[dt.date, ...]:
    listed = tuple(days)
    # What is no date is left where it is; Notice refuses it by name.
    return tuple(sorted(listed)) if all(type(day) is dt.date for day in listed) else listed


@attrs.frozen
class Notice:
    """What one notice sets (通知).

    Attributes:
        year: the year it is about; it may name days of the December before.
        number: document number (文号).
        holidays: days off by festival, in Chinese.
        make_up: weekend days that are worked, by the festival they make up for.
        title: title of the notice.
        issued: the date under its signature; ``None`` when not established.
        published: earliest known day of publication; ``None`` when not established.
        source: the page the publication date was taken from.
        amends: number of the notice it changes; empty for the yearly one.
    """

    year: int
    number: str
    holidays: DaysByFestival = attrs.field(converter=_days)
    make_up: DaysByFestival = attrs.field(converter=_days, default=())
    title: str = ""
    issued: dt.date | None = None
    published: dt.date | None = None
    source: str = ""
    amends: str = ""

    def __attrs_post_init__(self) -> None:
        if type(self.year) is not int or not isinstance(self.number, str):
            raise DefinitionError(
                value=(self.year, self.number),
                rule="a notice has a year, which is a whole number, and a document number, which is text.",
                where="Notice",
                remedy='Write year = 2027 and number = "国办发明电〔…〕…号".',
                zh='通知要有年份（整数）和文号（文字），如 year = 2027，number = "国办发明电〔…〕…号"',
            )
        for name, days in (*self.holidays, *self.make_up):
            for day in days:
                if type(day) is not dt.date:
                    raise DateTypeError(
                        value=day,
                        rule="a notice lists calendar dates.",
                        where=f"Notice {self.number}, {name}",
                        remedy="Write datetime.date(2027, 1, 1), or 2027-01-01 in the file.",
                        zh=f"{self.number}的{name}：不是日期，请写成 2027-01-01，不加引号",
                    )

    @property
    def days_off(self) -> tuple[dt.date, ...]:
        """Every day off it names, in its order."""
        return tuple(day for _, days in self.holidays for day in days)

    @property
    def days_worked(self) -> tuple[dt.date, ...]:
        """Every make-up working day it names, in its order."""
        return tuple(day for _, days in self.make_up for day in days)

    def known_on(self, day: dt.date) -> bool:
        """Whether it was published by ``day``.

        Where no publication date is established, a notice counts as known from the first day of
        its year: an inference.
        """
        return (self.published or dt.date(self.year, 1, 1)) <= day


def read_notices(path: str | Path) -> tuple[Notice, ...]:
    """The notices of a TOML file, in its order.

    The file holds ``[[notice]]`` tables with ``year``, ``number`` and the tables ``holidays`` and
    ``make_up`` of festival names to lists of dates; see ``calendar/notices.toml``.

    Raises:
        DefinitionError: for a file that is not such a list, naming the entry.
    """
    return notices_in(Path(path).read_bytes(), str(path))


def notices_in(content: bytes, where: str) -> tuple[Notice, ...]:
    """The notices of a TOML document; ``where`` names it in errors. See :func:`read_notices`."""
    try:
        found = tomllib.loads(content.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DefinitionError(
            value=where,
            rule=f"the file is not valid TOML in UTF-8: {error}.",
            where=where,
            remedy="Write dates bare (2027-01-01) and names in quotes.",
            zh="不是UTF-8的TOML文件；日期不加引号（2027-01-01），名称加引号",
        ) from None
    entries = found.get("notice")
    if not isinstance(entries, list) or not entries:
        raise DefinitionError(
            value=sorted(found),
            rule="a notice file holds at least one [[notice]] table.",
            where=where,
            remedy="Begin it with [[notice]].",
            zh="通知文件里至少要有一份通知，以 [[notice]] 开头",
        )
    return tuple(_notice(entry, f"{where}, notice {row}") for row, entry in enumerate(entries, 1))


def _notice(entry: object, where: str) -> Notice:
    if not isinstance(entry, Mapping):
        raise DefinitionError(
            value=entry,
            rule="a notice is a table.",
            where=where,
            remedy="Begin it with [[notice]].",
            zh="每份通知都要以 [[notice]] 开头",
        )
    known = {field.name for field in attrs.fields(Notice)}
    strange = sorted(set(entry) - known)
    lacking = sorted({"year", "number", "holidays"} - set(entry))
    if strange or lacking:
        raise DefinitionError(
            value=strange or lacking,
            rule="unknown keys." if strange else "keys are missing.",
            where=where,
            remedy=f"A notice has the keys {', '.join(sorted(known))}.",
            zh=f"{'通知里没有这些项' if strange else '通知缺少这些项'}；"
            f"通知的各项为{'、'.join(sorted(known))}",
        )
    return Notice(**entry)  # values are checked by Notice itself
