"""The value of a fact as a cell shows it, and back (填报值与单元格)."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from fractions import Fraction

from wushan_plan.errors import CellError
from wushan_plan.explanation.words import days_text, number_text, pick
from wushan_plan.files.serials import Epoch
from wushan_plan.files.text_cells import is_blank, plain, read_date, read_fact
from wushan_plan.ledger.returns.words import NO, YES
from wushan_plan.ledger.values import FactValue
from wushan_plan.model.facts import Fact, FactKind
from wushan_plan.model.periods import CalendarDays, Interval, WorkingDays
from wushan_plan.model.verdict import Lang

_NUMBERS = (FactKind.COUNT, FactKind.AMOUNT, FactKind.QUANTITY)
_LOOKS_LIKE_NUMBER = re.compile(r"[+-]?[\d,.]+\s*[%万亿]?")
_BEGINS_WITH_NUMBER = re.compile(r"[+-]?\d")
_COUNTED = re.compile(r"\d[\d,.]*\s*[个项家件条种次处起名份套]")
_BETWEEN_DATES = re.compile(r"[、,;\n\r]+")
_BETWEEN = re.compile(r"[；;\n\r]+")
_NOT_ALONE = re.compile(r"[、，,]|^\s*[\d０-９]")
"""What makes a single name look like several, or like a number."""
_DOUBTFUL = re.compile(r"[，,]|[（(《“「【][^）)》”」】]*、")
"""A comma, or a list within brackets: it may stand inside the name of one item."""
_IS_DATE = re.compile(r"\d{4}-\d{2}-\d{2}.*")
_SPAN = re.compile(r"\s*(?:~|～|至)\s*")
_DURATION = re.compile(
    r"(?P<days>\d{1,5})\s*"
    r"(?:(?P<working>个?工作日|working days?)|(?P<calendar>日|天|个?自然日|calendar days?))"
)


def shown_value(value: FactValue, lang: Lang) -> str:
    """The value as a unit would type it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return pick(YES if value else NO, lang)
    if isinstance(value, (int, Fraction)):
        return number_text(value, lang)
    if isinstance(value, (WorkingDays, CalendarDays)):
        return days_text(value, lang)
    if isinstance(value, Interval):
        return f"{value.first}~{value.last}"
    if not isinstance(value, tuple):
        return str(value)
    separator = ("、" if lang == "zh" else ", ") if value and isinstance(value[0], dt.date) else "；"
    if len(value) == 1 and isinstance(value[0], str) and _NOT_ALONE.search(value[0]):
        return f"{value[0]}；"  # read back as one item
    return separator.join(f"{one[0]}~{one[1] or ''}" if isinstance(one, tuple) else str(one) for one in value)


def read_value(text: str, fact: Fact, epoch: Epoch | None) -> object:
    """The value of a cell for ``fact``; ``None`` for a blank one.

    Raises:
        CellError: for a cell that cannot be read as the fact's kind.
    """
    if is_blank(text):
        return None
    kind = fact.kind
    if kind in _NUMBERS or kind is FactKind.ITEMS:
        text = _without_unit(text, fact)
    if kind in _NUMBERS or (kind is FactKind.ITEMS and _LOOKS_LIKE_NUMBER.fullmatch(plain(text))):
        return _number(text, fact)
    if kind is FactKind.ITEMS:
        return _names(text, fact)
    if kind is FactKind.DATES:
        return [read_date(one, epoch=epoch) for one in _BETWEEN_DATES.split(plain(text)) if one.strip()]
    if kind is FactKind.CASES:
        return [_span(one, epoch, is_open=True) for one in _BETWEEN.split(plain(text)) if one.strip()]
    if kind is FactKind.PERIOD:
        return _span(plain(text), epoch)
    if kind is FactKind.DURATION:
        return _duration(text)
    return text.strip() if kind is FactKind.TEXT else read_fact(text, fact, epoch=epoch)


def _without_unit(text: str, fact: Fact) -> str:
    """The number alone, where the very unit of the fact follows it: 41 of 41项."""
    number = plain(text).removesuffix(fact.unit)
    return number if _LOOKS_LIKE_NUMBER.fullmatch(number) else text


def _number(text: str, fact: Fact) -> object:
    if _IS_DATE.fullmatch(plain(text)):
        raise _refused(
            text,
            "the cell shows a day where a number is needed.",
            "Give it a number format, and write the number again.",
            "这一格显示为日期，请改成数字格式后重新填写数字",
        )
    if not _LOOKS_LIKE_NUMBER.fullmatch(plain(text)) and _BEGINS_WITH_NUMBER.match(plain(text)):
        raise _no_number(text, fact)
    value = read_fact(text, Fact(fact.name, fact.zh, fact.en, FactKind.QUANTITY))
    assert isinstance(value, (int, Decimal))
    if fact.kind is FactKind.QUANTITY:
        return value
    if fact.kind is not FactKind.AMOUNT and not isinstance(value, int):
        raise _refused(text, "this is not a whole number.", "Give a whole number.", "不是整数，请填整数")
    if value < 0:
        raise _refused(text, "this is less than 0.", "Check the figure.", "小于0，请核对")
    return value


def _names(text: str, fact: Fact) -> list[str]:
    parts = _BETWEEN.split(text)
    if len(parts) == 1 and _COUNTED.match(plain(text)):
        raise _no_number(text, fact)
    if len(parts) == 1 and not _DOUBTFUL.search(text):
        parts = text.split("、")
    names = [one.strip() for one in parts if one.strip()]
    if len(parts) == 1 and _DOUBTFUL.search(text):
        raise _refused(
            text,
            "whether this is one item or several cannot be told.",
            "Put semicolons or line breaks between items; after a single one, a semicolon.",
            "分不清是一项还是几项：几项请用顿号、分号或换行隔开，一项请在末尾加分号",
        )
    if not names:
        raise _refused(
            text, "no item is named.", "Name the items, or write 0.", "没有列出任何一项；没有请填0"
        )
    if len(set(names)) != len(names):
        raise _refused(text, "an item stands twice.", "Name each item once.", "有重复的项，每项只列一次")
    return names


def _span(text: str, epoch: Epoch | None, *, is_open: bool = False) -> tuple[dt.date, dt.date | None]:
    parts = _SPAN.split(text.strip())
    if len(parts) == 2 and parts[0] and (parts[1] or is_open):
        first = read_date(parts[0], epoch=epoch)
        last = read_date(parts[1], epoch=epoch) if parts[1] else None
        if last is None or first <= last:
            return first, last
        raise _refused(text, "it ends before it begins.", "Check the two days.", "止日早于起日，请核对")
    raise _refused(
        text,
        "this is no span of days.",
        "Write it like 2021-07-01~2021-09-30.",
        "请写成2021-07-01~2021-09-30这样的起止日期",
    )


def _duration(text: str) -> WorkingDays | CalendarDays:
    found = _DURATION.fullmatch(plain(text).casefold())
    if found is None:
        raise _refused(
            text,
            "whether working or calendar days are meant cannot be told.",
            "Write it like 9 working days or 20 calendar days.",
            "请写成9个工作日或20日",
        )
    days = int(found["days"])
    return WorkingDays(days) if found["working"] else CalendarDays(days)


def _no_number(text: str, fact: Fact) -> CellError:
    """More than a number, such as 12个部门: what is counted, and whether it is one name, cannot be told."""
    zh = f"请只填数字，{f'或在数字后写“{fact.unit}”' if fact.unit else '不写单位'}"
    return _refused(text, "this is more than a number.", "Give the number alone.", zh)


def _refused(text: str, rule: str, remedy: str, zh: str) -> CellError:
    return CellError(value=text, rule=rule, where="cell", remedy=remedy, zh=zh)
