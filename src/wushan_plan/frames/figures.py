"""Facts in columns as expressions: numbers, truths and days, with what is wrong with them (事实列)."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from typing import Any

import attrs

from wushan_plan.frames.day_table import EPOCH
from wushan_plan.frames.engines import PREFIX, Style, narwhals, style_of, with_date
from wushan_plan.frames.problems import ColumnFinding, FrameError, Problem
from wushan_plan.model.facts import Fact, FactKind

_PLACES = 10_000
_MOST = 1e9
"""Floats below this with at most four decimals are read exactly, as the decimals they print like."""


@attrs.frozen
class Number:
    """A column of numbers (数字列).

    Attributes:
        value: the numbers, whole or floating; 0 where not known.
        known: where there is one.
        refused: number of the problem where it cannot be true, else 0.
        is_float: whether it is floating.
    """

    value: Any
    known: Any
    refused: Any
    is_float: bool

    def compared(self, bound: Fraction) -> tuple[Any, Any]:
        """Where the value is at least, and at most, ``bound``; exact."""
        if bound.denominator == 1:
            return self.value >= bound.numerator, self.value <= bound.numerator
        scaled = self.value * bound.denominator
        return scaled >= bound.numerator, scaled <= bound.numerator


@attrs.frozen
class Days:
    """A column of days, or one day for all rows (日期列或同一日期).

    Attributes:
        value: dates in a lazy engine, day numbers in an eager one; anything where not known.
        known: where there is one.
        numbered: whether days are numbers.
    """

    value: Any
    known: Any
    numbered: bool

    def after(self, other: Days) -> Any:
        """Where both are known and this one is later."""
        nw = narwhals()
        return self.known & other.known & nw.coalesce(self.value > other.value, nw.lit(False))

    def constant(self, day: dt.date | None) -> Days:
        """One day for all rows, of the same kind."""
        nw = narwhals()
        if self.numbered:
            value = nw.lit(0 if day is None else day.toordinal() - EPOCH, nw.Int64)
        else:
            value = nw.lit(day, nw.Date)
        return Days(value, nw.lit(day is not None), self.numbered)


class FigureSheet:
    """A table whose fact columns can be asked for as expressions (事实表)."""

    def __init__(self, frame: Any, *, as_written: bool, where: str) -> None:
        self.frame = frame
        self.findings: list[ColumnFinding] = []
        self._schema = frame.collect_schema()
        self._as_written = as_written
        self._where = where
        self._eager = style_of(frame) is Style.EAGER

    def number(self, column: str, fact: Fact) -> Number:
        """A column of numbers, by the kind of its fact."""
        nw = narwhals()
        dtype = self._schema[column]
        source = nw.col(column)
        if dtype == nw.Decimal:
            source = source.cast(nw.Float64)
        elif not dtype.is_numeric():
            self.findings.append(ColumnFinding(column, f"应为数字（{dtype}）", f"holds no numbers ({dtype})"))
            source = nw.lit(0)
        is_float = dtype.is_float() or dtype == nw.Decimal
        known = ~source.is_null()
        sound: Any = nw.lit(True)
        if is_float:
            nan = nw.coalesce(source.is_nan(), nw.lit(False))
            infinite = nw.coalesce(source.abs() >= 1e300, nw.lit(False))
            sound = ~known | (~nan & ~infinite)  # pandas writes a missing number as NaN
            value = nw.when(known & sound).then(source).otherwise(nw.lit(0.0))
        else:
            value = nw.when(known).then(source.cast(nw.Int64)).otherwise(nw.lit(0, nw.Int64))
        name = f"{PREFIX}n_{fact.name}"
        self.frame = self.frame.with_columns(**{name: value, name + "_known": known, name + "_sound": sound})
        value, known, sound = nw.col(name), nw.col(name + "_known"), nw.col(name + "_sound")
        refused = nw.when(sound).then(nw.lit(0)).otherwise(nw.lit(Problem.NEGATIVE.value))
        if fact.kind in (FactKind.COUNT, FactKind.AMOUNT, FactKind.ITEMS):
            refused = nw.when(value < 0).then(nw.lit(Problem.NEGATIVE.value)).otherwise(refused)
        if fact.kind in (FactKind.COUNT, FactKind.ITEMS) and is_float:
            refused = nw.when(value.floor() != value).then(nw.lit(Problem.NOT_WHOLE.value)).otherwise(refused)
        return Number(value, known, refused, is_float)

    def truth(self, column: str) -> tuple[Any, Any]:
        """A column of truths: where it holds, and where it is known."""
        nw = narwhals()
        dtype = self._schema[column]
        if self._eager and dtype == nw.Object:
            from wushan_plan.frames.eager import truth_arrays

            value, known = truth_arrays(self.frame, column)
            return self._arrays(f"t_{column}", value=value, known=known)
        if dtype != nw.Boolean:
            self.findings.append(
                ColumnFinding(column, f"应为是或否（{dtype}）", f"holds no truths ({dtype})")
            )
            return nw.lit(False), nw.lit(False)
        source = nw.col(column)
        return nw.coalesce(source, nw.lit(False)), ~source.is_null()

    def text(self, column: str) -> Any:
        """Where a column holds words."""
        nw = narwhals()
        if self._schema[column] != nw.String:
            if self._eager and self._schema[column] in (nw.Object, nw.Unknown):
                from wushan_plan.frames.eager import has_text

                return self._arrays(f"x_{column}", there=has_text(self.frame, column))[0]
            dtype = self._schema[column]
            self.findings.append(ColumnFinding(column, f"应为文字（{dtype}）", f"holds no text ({dtype})"))
            return nw.lit(False)
        return nw.coalesce(nw.col(column).str.strip_chars() != "", nw.lit(False))

    def days(self, column: str) -> Days:
        """A column of dates."""
        nw = narwhals()
        if self._eager:
            from wushan_plan.counting.columns import MISSING
            from wushan_plan.frames.eager import day_numbers

            try:
                numbers = day_numbers(self.frame, column, as_written=self._as_written)
            except FrameError as error:
                self.findings.append(ColumnFinding(column, "不是日期列", str(error.rule)))
                return Days(nw.lit(0, nw.Int64), nw.lit(False), numbered=True)
            (value,) = self._arrays(f"d_{column}", value=numbers)
            return Days(value, value != MISSING, numbered=True)
        dtype = self._schema[column]
        if dtype not in (nw.Date, nw.Datetime):
            self.findings.append(ColumnFinding(column, f"不是日期列（{dtype}）", f"holds no dates ({dtype})"))
            return Days(nw.lit(None, nw.Date), nw.lit(False), numbered=False)
        name = f"{PREFIX}d_{column}"
        self.frame = with_date(self.frame, column, name, as_written=self._as_written)
        return Days(nw.col(name), ~nw.col(name).is_null(), numbered=False)

    def no_day(self) -> Days:
        """A day that is not known in any row."""
        nw = narwhals()
        kind: Any = nw.lit(0, nw.Int64) if self._eager else nw.lit(None, nw.Date)
        return Days(kind, nw.lit(False), numbered=self._eager)

    def check(self) -> None:
        """Refuses the table when a column was of the wrong type; all in one error."""
        if self.findings:
            raise FrameError.of(self.findings, self._where)

    def _arrays(self, name: str, **arrays: Any) -> tuple[Any, ...]:
        nw = narwhals()
        made = [
            nw.new_series(f"{PREFIX}{name}_{key}", array, backend=self.frame.implementation)
            for key, array in arrays.items()
        ]
        self.frame = self.frame.with_columns(*made)
        return tuple(nw.col(series.name) for series in made)


def ratio_at_least(part: Number, whole: Number, least: Fraction) -> tuple[Any, Any]:
    """Where part / whole is at least ``least``, and where floating point cannot tell.

    Whole numbers are compared by cross-multiplication. So are floats that print with at most four
    decimals, after they are read as whole numbers of ten-thousandths; others are compared as they are,
    and a row too near the bound is not decided at all.
    """
    nw = narwhals()
    p, q = least.numerator, least.denominator
    if not part.is_float and not whole.is_float:
        return part.value * q >= whole.value * p, nw.lit(False)
    scaled, exact = [], []
    for one in (part, whole):
        value = one.value * _PLACES * 1.0
        whole_number = value.round(0)
        scaled.append(whole_number)
        # The nearest float to so many ten-thousandths is the one that prints like them.
        exact.append((one.value < _MOST) & (whole_number / _PLACES == one.value))
    exactly = exact[0] & exact[1]
    left, right = part.value * q * 1.0, whole.value * p * 1.0
    close = ~exactly & ((left - right).abs() <= right.abs() * 1e-9)
    return (
        nw.when(exactly).then(scaled[0] * q >= scaled[1] * p).otherwise(left >= right),
        close,
    )
