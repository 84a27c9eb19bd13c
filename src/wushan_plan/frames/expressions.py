"""A sheet whose columns are expressions of a lazy engine (表达式计算表)."""

from __future__ import annotations

from typing import Any

from wushan_plan.frames.day_table import NONE, LimitTable
from wushan_plan.frames.engines import PREFIX, left_join, narwhals, small_table

_DATES = frozenset({"day", "due"})


class ExpressionSheet:
    """Columns of a lazy frame, under names that no one else has (表达式计算表).

    Attributes:
        frame: the narwhals frame with all columns so far.
    """

    def __init__(self, frame: Any, table: LimitTable, constants: dict[str, Any]) -> None:
        self.frame = frame
        self._table = table
        self._constants = constants
        self._nw = narwhals()
        self._tables = {"day": table.by_day, "rank": table.by_rank, "number": table.by_number}
        self._keys = {"day": "day", "rank": "key", "number": "key"}

    def __getitem__(self, name: str) -> Any:
        if name in self._constants:
            return self._nw.lit(self._constants[name], self._nw.Date)
        return self._nw.col(PREFIX + name)

    def is_constant(self, name: str) -> bool:
        """Whether a column is the same in all rows, or not there at all."""
        return name in self._constants or PREFIX + name not in self.frame.collect_schema().names()

    def add(self, **columns: Any) -> None:
        """More columns."""
        self.frame = self.frame.with_columns(
            **{
                PREFIX + name: value if isinstance(value, self._nw.Expr) else self._nw.lit(value)
                for name, value in columns.items()
            }
        )

    def known(self, dates: Any) -> Any:
        """Where a date is known."""
        return ~dates.is_null()

    def less(self, first: Any, second: Any) -> Any:
        """Where both are known and the first is before the second."""
        return self._nw.coalesce(first < second, self._nw.lit(False))

    def by(self, first: Any, second: Any) -> Any:
        """Where both are known and the first is not after the second."""
        return self._nw.coalesce(first <= second, self._nw.lit(False))

    def where(self, condition: Any, yes: Any, no: Any) -> Any:
        """``yes`` or ``no``."""
        return self._nw.when(condition).then(yes).otherwise(no)

    def truth(self, value: bool) -> Any:
        """The same in every row."""
        return self._nw.lit(value)

    def day_number(self, dates: Any) -> Any:
        """Days since 1970-01-01, from year and day of the year: subtracting dates fails on some engines."""
        nw = self._nw
        before = dates.dt.year().cast(nw.Int64) - 1
        leaps = (before // 4).cast(nw.Int64) - (before // 100).cast(nw.Int64) + (before // 400).cast(nw.Int64)
        number = before * 365 + leaps + dates.dt.ordinal_day().cast(nw.Int64) - 719_163
        return number.fill_null(NONE)

    def look_up_day(self, dates: str, **fields: str) -> None:
        """Fields of the day table, by a left join."""
        self._join("day", dates, fields)

    def look_up_keys(self, dates: str, **columns: Any) -> None:
        """Columns beside those of the day table, null where the day is not covered."""
        frame, right = self.frame, f"{PREFIX}right_key"
        chosen = {right: self._table.by_day()["day"]}
        table = small_table(frame, chosen | {PREFIX + name: values for name, values in columns.items()})
        self.frame = left_join(frame, table, PREFIX + dates, right).drop(right, strict=False)

    def look_up(self, table: str, key: str, **fields: str) -> None:
        """Fields of the table ``rank`` or ``number``, by a left join."""
        self._join(table, key, fields)

    def _join(self, kind: str, key: str, fields: dict[str, str]) -> None:
        nw = self._nw
        right = f"{PREFIX}right_key"
        columns = self._tables[kind]()
        source = self._keys[kind]
        chosen = {right: columns[source], **{PREFIX + new: columns[old] for new, old in fields.items()}}
        table = small_table(self.frame, chosen)
        left = PREFIX + key
        if kind != "day":
            # Both sides of a join have one type.
            self.frame = self.frame.with_columns(nw.col(left).cast(nw.Int32))
        joined = left_join(self.frame, table, left, right).drop(right, strict=False)
        counts = [PREFIX + new for new, old in fields.items() if old not in _DATES]
        self.frame = joined.with_columns(nw.col(name).fill_null(NONE) for name in counts)
