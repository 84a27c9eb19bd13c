"""From codes to the columns a caller gets (结果列)."""

from __future__ import annotations

from typing import Any

from wushan_plan.counting.columns import numpy
from wushan_plan.frames.clock import CODES
from wushan_plan.frames.day_table import NONE
from wushan_plan.frames.engines import PREFIX, arrow, narwhals
from wushan_plan.frames.names import Names
from wushan_plan.frames.problems import Problem
from wushan_plan.model.modality import Status
from wushan_plan.model.verdict import Lang

STATUS_WORDS = tuple(status.value for status in CODES)
SAID_OF_A_MEAN = (CODES[Status.UNKNOWN], CODES[Status.NOT_APPLICABLE])
"""What can be said of a single case of a mean; it cannot fail."""


def problem_words(lang: Lang) -> list[str | None]:
    """The words of each problem code; ``None`` at 0."""
    words: list[str | None] = [None] * (max(one.value for one in Problem) + 1)
    for problem in Problem:
        words[problem.value] = problem.text(lang)
    return words


def worded(code: Any, words: dict[int, str]) -> Any:
    """An expression that turns codes into words; null for a code without one."""
    nw = narwhals()
    items = list(words.items())
    chain = nw.when(code == items[0][0]).then(nw.lit(items[0][1]))
    for number, word in items[1:]:
        chain = chain.when(code == number).then(nw.lit(word))
    return chain.otherwise(nw.lit(None, nw.String))


def expression_results(
    names: Names, lang: Lang, *, provisional: Any, averaged: bool, unreadable: str | None = None
) -> dict[str, Any]:
    """The added columns as expressions over the judged columns of a lazy frame.

    Args:
        names: their names.
        lang: language of the problems.
        provisional: whether a day that no notice has settled was counted; ``None`` where there is none.
        averaged: whether a single case has no status of its own.
        unreadable: column of texts that names the dates that cannot be read.
    """
    nw = narwhals()

    def column(name: str) -> Any:
        return nw.col(PREFIX + name)

    nothing = nw.lit(None, nw.Int32)
    judged = column("judged")
    results = {
        names.deadline: nw.when(column("shows_deadline"))
        .then(column("due"))
        .otherwise(nw.lit(None, nw.Date)),
        names.elapsed: nw.when(judged).then(column("elapsed").cast(nw.Int32)).otherwise(nothing),
        names.overdue: nw.when(judged).then(column("overdue").cast(nw.Int32)).otherwise(nothing),
        names.status: worded(column("code"), dict(enumerate(STATUS_WORDS))),
        names.depends_on_reading: column("depends"),
        names.problem: worded(
            column("problem"), {one.value: one.text(lang) for one in Problem if one.value in _CLOCK_PROBLEMS}
        ),
    }
    if unreadable is not None:
        results[names.problem] = (
            nw.when(column("problem") == Problem.UNREADABLE.value)
            .then(nw.col(unreadable))
            .otherwise(results[names.problem])
        )
    if averaged:
        results[names.deadline] = nw.lit(None, nw.Date)
        results[names.overdue] = nothing
        said = {code: STATUS_WORDS[code] for code in SAID_OF_A_MEAN}
        results[names.status] = worded(column("code"), said)
    if provisional is not None:
        results[names.provisional] = provisional
    return results


_CLOCK_PROBLEMS = frozenset(range(1, 12)) | {Problem.UNREADABLE.value}


class Arrow:
    """Makes columns of Arrow data for one eager engine (列的制作)."""

    def __init__(self, engine: Any, *, arrow_backed: bool, index: Any = None) -> None:
        self._engine = engine
        self._arrow_backed = arrow_backed
        self._index = index

    def dates(self, numbers: Any) -> Any:
        """Dates from day numbers; ``NONE`` is null."""
        np = numpy()
        if self._engine.is_polars():
            import polars as pl

            made = pl.Series(numbers.astype(np.int32))
            return pl.select(pl.when(made != NONE).then(made)).to_series().cast(pl.Date)
        if self._plain_pandas:
            moments = numbers.astype("M8[D]")
            moments[numbers == NONE] = np.datetime64("NaT", "D")
            return self._series(moments.astype("M8[s]"))
        pa = arrow()
        made = pa.array(numbers.astype(np.int32), mask=numbers == NONE).cast(pa.date32())
        return self._of_arrow(made)

    def counts(self, values: Any, known: Any) -> Any:
        """Whole numbers, null where not known."""
        np = numpy()
        values = values.astype(np.int32)
        if self._engine.is_polars():
            import polars as pl

            return pl.select(pl.when(pl.Series(known)).then(pl.Series(values))).to_series()
        if self._plain_pandas:
            return self._series(self._pandas.arrays.IntegerArray(values, ~known))
        pa = arrow()
        return self._of_arrow(pa.array(values, mask=~known))

    def truths(self, values: Any) -> Any:
        """Truths."""
        if self._engine.is_polars():
            import polars as pl

            return pl.Series(values)
        if self._plain_pandas:
            return self._series(values)
        pa = arrow()
        return self._of_arrow(pa.array(values))

    def words(self, codes: Any, words: list[str | None]) -> Any:
        """Words by code; codes of no word are null."""
        np = numpy()
        if self._plain_pandas:
            # Said to be objects, lest pandas look through all of them for dates.
            return self._pandas.Series(np.array(words, object)[codes], self._index, object)
        pa = arrow()
        known = np.array([word is not None for word in words])[codes]
        made = pa.DictionaryArray.from_arrays(
            pa.array(codes, mask=~known), pa.array([word or "" for word in words], pa.string())
        ).cast(pa.string())
        if self._engine.is_polars():
            import polars as pl

            return pl.from_arrow(made)
        return self._of_arrow(made)

    @property
    def _plain_pandas(self) -> bool:
        return self._engine.is_pandas_like() and not self._arrow_backed

    @property
    def _pandas(self) -> Any:
        import pandas as pd

        return pd

    def _series(self, values: Any) -> Any:
        return self._pandas.Series(values, index=self._index)

    def _of_arrow(self, made: Any) -> Any:
        pa = arrow()
        if self._engine.is_pyarrow():
            return pa.chunked_array([made])
        return self._pandas.Series(self._pandas.arrays.ArrowExtensionArray(made), index=self._index)
