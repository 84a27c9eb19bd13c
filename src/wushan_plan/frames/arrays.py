"""A sheet whose columns are NumPy arrays, chunk by chunk (数组计算表)."""

from __future__ import annotations

from typing import Any

from wushan_plan.counting.columns import MISSING, numpy
from wushan_plan.frames.day_table import NONE, LimitTable

CHUNK = 1 << 16
"""Rows that are worked on at a time: their columns stay in the processor's cache."""


class ArraySheet:
    """Columns of one chunk; dates are day numbers, ``MISSING`` where not known (数组计算表)."""

    def __init__(self, table: LimitTable, columns: dict[str, Any], rows: int) -> None:
        self._np = numpy()
        self._table = table
        self._columns = columns
        self._rows = rows

    def __getitem__(self, name: str) -> Any:
        if name == "no_date":
            return self._np.int64(MISSING)
        return self._columns[name]

    def add(self, **columns: Any) -> None:
        """More columns."""
        self._columns.update(columns)

    def whole(self, name: str) -> Any:
        """A column with an entry a row, even where it was constant."""
        return self._np.broadcast_to(self._columns[name], (self._rows,))

    def known(self, dates: Any) -> Any:
        """Where a date is known."""
        return dates != MISSING

    def less(self, first: Any, second: Any) -> Any:
        """Where both are known and the first is before the second."""
        # MISSING is the least number: an unknown first day is before every other.
        return (first < second) & (first != MISSING)

    def by(self, first: Any, second: Any) -> Any:
        """Where both are known and the first is not after the second; the second is known."""
        return (first <= second) & (first != MISSING)

    def where(self, condition: Any, yes: Any, no: Any) -> Any:
        """``yes`` or ``no``."""
        return self._np.where(condition, yes, no)

    def truth(self, value: bool) -> Any:
        """The same in every row."""
        return self._np.bool_(value)

    def day_number(self, dates: Any) -> Any:
        """The dates are numbers already."""
        return dates

    def look_up_day(self, dates: str, **fields: str) -> None:
        """Fields of the day table."""
        np, table = self._np, self._table
        days = self._columns[dates]
        index = days - table.first
        outside = (days < table.first) | (days > table.last)
        found = bool(outside.any())
        for new, old in fields.items():
            if old == "number":
                values = days
            else:
                source = table.due if old in ("due", "due_number") else getattr(table, old)
                values = np.take(source, index, mode="clip")
            if found:
                values = np.where(outside, NONE, values)
            self._columns[new] = values

    def look_up(self, table: str, key: str, **fields: str) -> None:
        """Fields of the table ``rank`` or ``number``."""
        np, days = self._np, self._table
        keys = self._columns[key]
        source, first = (days.workdays, 0) if table == "rank" else (days.roll, days.first)
        index = keys - first
        values = np.take(source, index, mode="clip")
        values = np.where((index < 0) | (index >= len(source)), NONE, values)
        for new in fields:
            self._columns[new] = values
