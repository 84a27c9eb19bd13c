"""The columns of a scorecard, worked out from a histogram of judged rows (记分卡列).

The histogram has one row for each group, status, number of days and whether the case had ended. It is
small whatever the table, and everything in a scorecard is a sum over it. It is summed here twice: in
expressions, for engines whose plans are run later, and in Python for tables that are at hand.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import attrs

from wushan_plan.frames.clock import CODES
from wushan_plan.frames.day_table import NONE
from wushan_plan.frames.engines import PREFIX, narwhals
from wushan_plan.frames.grouping import in_order
from wushan_plan.frames.results import worded
from wushan_plan.model.modality import Status

HISTOGRAM = ("code", "elapsed", "done", "open")
"""Keys of the histogram after the groups; ``n``, ``late`` and ``depends`` are its sums."""
COUNTS = {status: status.value.replace("-", "_") for status in Status}
"""The column that counts each status."""


@attrs.frozen
class CardShape:
    """Which columns a scorecard has (记分卡列表).

    Attributes:
        groups: the columns it is grouped by.
        percentiles: the percentiles of the days of completed cases.
        has_clock: whether days are counted at all.
        limit: the limit of a mean; ``None`` where each case has a status of its own.
        with_open: whether open cases enter the mean.
        mean_is_known: whether a day of judgement is there where the mean needs one.
        running: whether the period of the mean is not over.
        can_be_missed: whether the modality lets a mean be missed.
    """

    groups: tuple[str, ...]
    percentiles: tuple[int, ...]
    has_clock: bool = True
    limit: int | None = None
    with_open: bool = False
    mean_is_known: bool = True
    running: bool = False
    can_be_missed: bool = True

    @property
    def columns(self) -> tuple[str, ...]:
        """Every column, in order."""
        counts = [COUNTS[one] for one in (Status.MET, Status.NOT_MET, Status.EXCUSED, Status.PENDING)]
        rest = [COUNTS[Status.NOT_APPLICABLE], COUNTS[Status.UNKNOWN]]
        days = ["completed", "total_elapsed", "mean", *self.percentile_columns, "longest"]
        if self.limit is not None:
            outlook = ["open", "open_elapsed", "reachable", "needed_mean"]
            return (*self.groups, "status", "cases", *rest, *days, *outlook)
        judged = ["cases", *counts, *rest, "depends_on_reading", "rate"]
        if not self.has_clock:
            return (*self.groups, *judged)
        return (*self.groups, *judged, *days, "worst_overdue", "open_overdue")

    @property
    def percentile_columns(self) -> tuple[str, ...]:
        """The columns of the percentiles."""
        return tuple(f"p{one}" for one in self.percentiles)


def card_plan(histogram: Any, shape: CardShape) -> Any:
    """A lazy histogram as a lazy scorecard."""
    nw = narwhals()

    def column(name: str) -> Any:
        return nw.col(PREFIX + name)

    keys = list(shape.groups) or [PREFIX + "all"]
    zero = nw.lit(0, nw.Int64)
    n = column("n").cast(nw.Int64)
    done, still_open = column("done"), column("open")
    late = (column("code") == CODES[Status.NOT_MET]) | (column("code") == CODES[Status.EXCUSED])
    frame = histogram.with_columns(
        **{
            PREFIX + "done_n": nw.when(done).then(n).otherwise(zero),
            PREFIX + "open_n": nw.when(still_open).then(n).otherwise(zero),
            PREFIX + "days": nw.when(done).then(n * column("elapsed")).otherwise(zero),
            PREFIX + "so_far": nw.when(still_open).then(n * column("elapsed")).otherwise(zero),
            PREFIX + "open_late": nw.when(still_open & late).then(n).otherwise(zero),
            PREFIX + "all": nw.lit(1),
            **{
                PREFIX + word: nw.when(column("code") == CODES[status]).then(n).otherwise(zero)
                for status, word in COUNTS.items()
            },
        }
    )
    sums: dict[str, Any] = {"cases": n.sum(), "depends_on_reading": column("depends").cast(nw.Int64).sum()}
    sums |= {word: column(word).sum() for word in COUNTS.values()}
    sums |= {"completed": column("done_n").sum(), "total_elapsed": column("days").sum()}
    sums |= {"open": column("open_n").sum(), "open_elapsed": column("so_far").sum()}
    sums["open_overdue"] = column("open_late").sum()
    if shape.limit is not None:
        # An open case without a day of judgement is known to be open; the others could not be read.
        unread = (column("code") == CODES[Status.UNKNOWN]) & ~still_open
        frame = frame.with_columns(**{PREFIX + "unread": nw.when(unread).then(n).otherwise(zero)})
        sums[COUNTS[Status.UNKNOWN]] = column("unread").sum()
    most = {"longest": nw.when(done).then(column("elapsed"))}
    if shape.has_clock:
        most["worst_overdue"] = nw.when(column("late") > 0).then(column("late"))
        if shape.percentiles:
            frame = frame.with_columns(
                **{
                    PREFIX + "up_to": column("done_n").cum_sum().over(*keys, order_by=PREFIX + "elapsed"),
                    PREFIX + "of": column("done_n").sum().over(*keys),
                }
            )
    least = {
        f"p{one}": nw.when(done & (column("up_to") * 100 >= column("of") * one)).then(column("elapsed"))
        for one in shape.percentiles
        if shape.has_clock
    }
    frame = frame.with_columns(**{PREFIX + "s_" + name: value for name, value in (most | least).items()})
    card = frame.group_by(*keys).agg(
        **sums,
        **{name: column("s_" + name).max() for name in most},
        **{name: column("s_" + name).min() for name in least},
    )
    card = card.with_columns(nw.col(name).cast(nw.Int64) for name in sums)
    card = card.with_columns(**_ratios(shape))
    return in_order(card.select(*shape.columns), shape.groups)


def _ratios(shape: CardShape) -> dict[str, Any]:
    nw = narwhals()
    col = nw.col
    met, decided = (
        col(COUNTS[Status.MET]),
        col(COUNTS[Status.MET]) + col(COUNTS[Status.NOT_MET]) + col(COUNTS[Status.EXCUSED]),
    )
    nothing = nw.lit(None, nw.Float64)

    def share(part: Any, whole: Any) -> Any:
        safe = nw.when(whole > 0).then(whole).otherwise(nw.lit(1, nw.Int64))
        return nw.when(whole > 0).then(part.cast(nw.Float64) / safe).otherwise(nothing)

    counted, days = col("completed"), col("total_elapsed")
    if shape.with_open:
        counted, days = counted + col("open"), days + col("open_elapsed")
    made = {"rate": share(met, decided), "mean": share(days, counted)}
    if shape.limit is None:
        return made
    budget = (col("completed") + col("open")) * shape.limit - col("total_elapsed")
    code = nw.when(days <= counted * shape.limit).then(nw.lit(_WITHIN)).otherwise(nw.lit(_OVER))
    if shape.running:
        code = nw.when(counted > 0).then(nw.lit(_RUNNING)).otherwise(nw.lit(_NOTHING))
    code = nw.when(counted > 0).then(code).otherwise(nw.lit(_NOTHING))
    # A case that could not be read may move the mean either way: nothing is decided without it.
    code = nw.when(col(COUNTS[Status.UNKNOWN]) > 0).then(nw.lit(_NOTHING)).otherwise(code)
    if not shape.mean_is_known:
        code = nw.when(counted < 0).then(code).otherwise(nw.lit(_NOTHING))
    return made | {
        "status": worded(code, _mean_words(shape)),
        "reachable": nw.when(col("open") > 0)
        .then(col("open_elapsed") <= budget)
        .otherwise(nw.lit(None, nw.Boolean)),
        "needed_mean": share(budget, col("open")),
    }


_WITHIN, _OVER, _RUNNING, _NOTHING = range(4)


def _mean_words(shape: CardShape) -> dict[int, str]:
    over = Status.NOT_MET if shape.can_be_missed else Status.UNKNOWN
    return {
        _WITHIN: Status.MET.value,
        _OVER: over.value,
        _RUNNING: Status.PENDING.value,
        _NOTHING: Status.UNKNOWN.value,
    }


Row = Mapping[str, Any]


def card_rows(histogram: Iterable[Row], shape: CardShape) -> list[dict[str, Any]]:
    """The rows of a histogram as the rows of a scorecard, sorted by its groups, what is missing last."""
    groups: dict[tuple[object, ...], list[Row]] = defaultdict(list)
    for row in histogram:
        groups[tuple(row[name] for name in shape.groups)].append(row)
    found = sorted(groups.items(), key=lambda one: [_place(value) for value in one[0]])
    return [_card(dict(zip(shape.groups, key, strict=True)), rows, shape) for key, rows in found]


def _place(value: Any) -> tuple[Any, ...]:
    """Where a group stands among the others: NaN after every number, what is missing last."""
    return (2,) if value is None else (1,) if value != value else (0, value)


def _card(group: dict[str, Any], rows: Sequence[Row], shape: CardShape) -> dict[str, Any]:
    counts = dict.fromkeys(Status, 0)
    for row in rows:
        counts[list(Status)[row["code"]]] += row["n"]
    done = sorted((row["elapsed"], row["n"]) for row in rows if row["done"])
    still_open = [(row["elapsed"], row["n"]) for row in rows if row["open"]]
    late = (CODES[Status.NOT_MET], CODES[Status.EXCUSED])
    completed, total = sum(n for _, n in done), sum(days * n for days, n in done)
    open_cases, so_far = sum(n for _, n in still_open), sum(days * n for days, n in still_open)
    worst = max((row["late"] for row in rows), default=NONE)
    decided = counts[Status.MET] + counts[Status.NOT_MET] + counts[Status.EXCUSED]
    card = {
        **group,
        "cases": sum(row["n"] for row in rows),
        **{COUNTS[status]: number for status, number in counts.items()},
        "depends_on_reading": sum(row["depends"] for row in rows),
        "rate": counts[Status.MET] / decided if decided else None,
        "completed": completed,
        "total_elapsed": total,
        "longest": done[-1][0] if done else None,
        "worst_overdue": worst if worst > 0 else None,
        "open_overdue": sum(row["n"] for row in rows if row["open"] and row["code"] in late),
        "open": open_cases,
        "open_elapsed": so_far,
        **{f"p{one}": _percentile(done, completed, one) for one in shape.percentiles},
    }
    counted, days = (completed + open_cases, total + so_far) if shape.with_open else (completed, total)
    card["mean"] = days / counted if counted else None
    if shape.limit is not None:
        budget = shape.limit * (completed + open_cases) - total
        code = _WITHIN if days <= shape.limit * counted else _OVER
        code = _RUNNING if shape.running else code
        unread = sum(row["n"] for row in rows if row["code"] == CODES[Status.UNKNOWN] and not row["open"])
        card[COUNTS[Status.UNKNOWN]] = unread
        code = code if counted and shape.mean_is_known and not unread else _NOTHING
        card["status"] = _mean_words(shape)[code]
        card["reachable"] = so_far <= budget if open_cases else None
        card["needed_mean"] = budget / open_cases if open_cases else None
    return {name: card[name] for name in shape.columns}


def _percentile(done: Sequence[tuple[int, int]], completed: int, percent: int) -> int | None:
    """The least number of days that so many per cent of the cases did not exceed."""
    up_to = 0
    for days, n in done:
        up_to += n
        if up_to * 100 >= percent * completed:
            return days
    return None
