"""Text cells read as dates, numbers and answers, or refused with the reason (单元格文本)."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from decimal import Decimal

from wushan_plan.calendar.dates import calendar_date
from wushan_plan.errors import CellError
from wushan_plan.files.serials import SYSTEMS, Epoch, serial_date
from wushan_plan.model.facts import Fact, FactKind

_DATE = re.compile(
    r"(?P<year>\d{4})(?:(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})"
    r"|年(?P<zh_month>\d{1,2})月(?P<zh_day>\d{1,2})日?"
    r"|(?P<packed>\d{4}))"
    r"(?P<time>[ T]\s*(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:\.(?P<part>\d{1,9}))?)?"
    r"\s*(?P<zone>Z|[+-]\d{2}:?\d{2})?)?"
)
_SERIAL = re.compile(r"(\d{4,5})(\.\d{1,15})?")
_PLAUSIBLE = (dt.date(1990, 1, 1), dt.date(2099, 12, 31))
"""A bare number is a serial only where it means one of these days; 2021.7 is no day in 1905."""
_SHORT_YEAR = re.compile(r"\d{1,2}([-/.年])\d{1,2}[-/.月]\d{1,4}日?")
_NUMBER = re.compile(r"[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")
_YES = frozenset({"是", "有", "对", "已", "yes", "y", "true", "1"})
_NO = frozenset({"否", "无", "不", "未", "没有", "no", "n", "false", "0"})
_BLANK = frozenset({"", "-", "—", "/", "无数据", "n/a", "na", "null", "none", "nan", "nat"})


def plain(text: str) -> str:
    """The text with full-width digits and marks made plain, and outer white space removed."""
    return unicodedata.normalize("NFKC", text).strip()


def is_blank(text: str) -> bool:
    """Whether a cell says nothing."""
    return plain(text).casefold() in _BLANK


def read_date(text: str, *, as_written: bool = False, epoch: Epoch | None = None) -> dt.date:
    """The calendar date a text cell shows.

    Reads 2021-07-30, 2021/7/30, 2021.7.30, 2021年7月30日, 20210730, with full-width digits, and
    with a time of day and a UTC offset. A time with an offset is converted to Asia/Shanghai first,
    unless ``as_written``. Excel's serial numbers, such as 44407, are read where ``epoch`` says what
    they count from.

    Raises:
        CellError: for everything else. A year of two digits, or one that comes last, is never
            guessed at.
    """
    shown = plain(text)
    match = _DATE.fullmatch(shown)
    if match is None and _SERIAL.fullmatch(shown):
        return _serial(text, int(shown.partition(".")[0]), epoch)
    if match is None:
        if _SHORT_YEAR.fullmatch(shown):
            raise CellError(
                value=text,
                rule="the order of year, month and day cannot be told.",
                where="date",
                remedy="Write the year with four digits, first: 2021-03-01.",
                zh="年月日的先后分不清，请把四位数年份写在最前，如2021-03-01",
            )
        raise _no_date(text)
    if match["packed"]:
        month, day = int(match["packed"][:2]), int(match["packed"][2:])
    else:
        month = int(match["month"] or match["zh_month"])
        day = int(match["day"] or match["zh_day"])
    try:
        if not match["time"]:
            return dt.date(int(match["year"]), month, day)
        moment = dt.datetime(
            int(match["year"]),
            month,
            day,
            int(match["hour"]),
            int(match["minute"]),
            int(match["second"] or 0),
            tzinfo=_zone(match["zone"]),
        )
        return calendar_date(moment, as_written=as_written)
    except (ValueError, OverflowError):
        raise CellError(
            value=text,
            rule="there is no such day or time.",
            where="date",
            remedy="Check it against the original record.",
            zh="没有这一天或这个时刻，请核对原件",
        ) from None


def _no_date(text: str) -> CellError:
    return CellError(
        value=text,
        rule="this is not a date.",
        where="date",
        remedy="Write it like 2021-07-30 or 2021年7月30日.",
        zh="不是日期，请写成2021-07-30或2021年7月30日",
    )


def read_fact(text: str, fact: Fact, *, as_written: bool = False, epoch: Epoch | None = None) -> object:
    """The value of a text cell for ``fact``; ``None`` for a blank cell.

    Raises:
        CellError: for a cell that cannot be read as the fact's kind.
    """
    if is_blank(text):
        return None
    shown = plain(text)
    if fact.kind is FactKind.DATE:
        return read_date(text, as_written=as_written, epoch=epoch)
    if fact.kind is FactKind.TRUTH:
        word = shown.casefold()
        if word in _YES or word in _NO:
            return word in _YES
        raise CellError(
            value=text,
            rule="this is neither yes nor no.",
            where=fact.zh,
            remedy="Write 是 or 否.",
            zh="分不清是或否，请写“是”或“否”",
        )
    if fact.kind in (FactKind.COUNT, FactKind.AMOUNT, FactKind.QUANTITY):
        return _number(text, fact)
    return shown


def _number(text: str, fact: Fact) -> int | Decimal:
    shown = plain(text)
    scale = Decimal(1)
    for mark, factor in (("%", Decimal("0.01")), ("万", Decimal(10000)), ("亿", Decimal(10) ** 8)):
        if shown.endswith(mark):
            shown, scale = shown[: -len(mark)].rstrip(), factor
            break
    if not _NUMBER.fullmatch(shown):
        raise CellError(
            value=text,
            rule="this is not a number.",
            where=fact.zh,
            remedy="Write digits, such as 1200.5.",
            zh="不是数字，请写成1200.5这样的数",
        )
    value = Decimal(shown.replace(",", "")) * scale
    return int(value) if value == value.to_integral_value() else value


def _serial(text: str, days: int, epoch: Epoch | None) -> dt.date:
    """The day of a serial number, where it is known what it counts from and the day is plausible."""
    by_system = {system: serial_date(days, system) for system in SYSTEMS}
    likely = {system: day for system, day in by_system.items() if _PLAUSIBLE[0] <= day <= _PLAUSIBLE[1]}
    if epoch is not None and epoch in likely:
        return likely[epoch]
    if epoch is not None or not likely:
        raise _no_date(text)
    either = " or ".join(f"{day} ({system} system)" for system, day in likely.items())
    raise CellError(
        value=text,
        rule=f"this is not a date by itself: as an Excel serial number it is {either}.",
        where="date",
        remedy="Say which system it is, or write it like 2021-07-30.",
        zh="是Excel序列号，可能是"
        + "或".join(f"{day}（{system}年系统）" for system, day in likely.items())
        + "，请指明系统或写成2021-07-30",
    )


def _zone(text: str | None) -> dt.tzinfo | None:
    if text is None:
        return None
    if text == "Z":
        return dt.UTC
    hours, minutes = int(text[1:3]), int(text[-2:])
    offset = dt.timedelta(hours=hours, minutes=minutes)
    return dt.timezone(-offset if text[0] == "-" else offset)
