"""Columns of dates written as text, read by the one reader of text cells (文本日期列)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from typing import Any

import attrs

from wushan_plan.counting.columns import MISSING, numpy
from wushan_plan.errors import CellError
from wushan_plan.files.text_cells import is_blank, plain, read_date
from wushan_plan.frames.day_table import EPOCH

_DIGITS = re.compile(r"\d+")
_DAY_PART = re.compile(r"[ T].*")


@attrs.frozen
class TextReading:
    """What the distinct texts of a column say (文本日期读取).

    Attributes:
        dates: the date each readable text shows.
        unreadable: texts that are neither dates nor blank.
        shapes: one example of each way of writing, by shape.
    """

    dates: dict[str, dt.date]
    unreadable: tuple[str, ...]
    shapes: dict[str, str]

    @classmethod
    def of(cls, texts: Iterable[object], *, as_written: bool = False) -> TextReading:
        """Reads each text once."""
        dates: dict[str, dt.date] = {}
        unreadable: list[str] = []
        shapes: dict[str, str] = {}
        for text in sorted({one for one in texts if isinstance(one, str)}):
            if is_blank(text):
                continue
            try:
                dates[text] = read_date(text, as_written=as_written)
            except CellError:
                unreadable.append(text)
                continue
            shapes.setdefault(shape_of(text), text)
        return cls(dates, tuple(unreadable), shapes)


def shape_of(text: str) -> str:
    """How a date is written, whatever the date: ``9-9-9``, ``9年9月9日``, ``99999999``."""
    day = _DAY_PART.sub("", plain(text))
    return _DIGITS.sub(lambda found: "9" * 8 if len(found[0]) == 8 else "9", day)


def text_dates(series: Any, *, as_written: bool) -> tuple[Any, dict[int, str]]:
    """The day numbers of an eager column of text, and the texts that cannot be read, by row."""
    np = numpy()
    values = series.to_list()
    texts = {one for one in values if isinstance(one, str)}
    reading = TextReading.of(texts, as_written=as_written)
    numbers = {text: day.toordinal() - EPOCH for text, day in reading.dates.items()}
    bad = frozenset(reading.unreadable)
    days = np.fromiter((numbers.get(one, MISSING) for one in values), np.int64, len(values))
    if not bad:
        return days, {}
    return days, {row: one for row, one in enumerate(values) if isinstance(one, str) and one in bad}
