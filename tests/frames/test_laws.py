"""Laws of judging tables."""

from __future__ import annotations

import datetime as dt
from typing import Any

import attrs
import numpy as np
import pyarrow as pa  # type: ignore[import-untyped]
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.frames.traps import AS_OF, ENGINES, answers, arrow_table, scalar_answer, trap_rows
from wushan_plan import CHINA, PLAN, CalendarDays, Reading, WorkingDays, frames, judged_by
from wushan_plan.counting.periods import due
from wushan_plan.errors import OutOfCoverageError
from wushan_plan.frames import rows_of
from wushan_plan.frames.day_table import EPOCH, NONE, LimitTable
from wushan_plan.testing import TimeLimitCase, calendar_day_counts, time_limit_cases, working_day_counts

limits = working_day_counts(0, 40) | calendar_day_counts(0, 60)


def _table(case: TimeLimitCase) -> Any:
    date = pa.date32()
    return pa.table(
        {
            "id": [0],
            "start": pa.array([case.start], date),
            "end": pa.array([case.end], date),
            "as_of": pa.array([case.as_of], date),
        }
    )


class TestOneRow:
    """A table of one case says what ``evaluate`` says of the case, under any limit and reading."""

    @given(time_limit_cases(), limits, st.sampled_from(Reading.BY_COUNT.group))
    def test_status_and_days(
        self, case: TimeLimitCase, limit: WorkingDays | CalendarDays, reading: Reading
    ) -> None:
        target = PLAN.targets["procurement-acceptance"].with_limit(limit)
        judged = frames.evaluate(
            _table(case), target, start="start", end="end", as_of="as_of", reading=reading
        )
        row: dict[str, Any] = {"start": case.start, "end": case.end, "excuse": None}
        row |= dict.fromkeys(("held_from", "held_to", "again_from", "again_to"))
        assert answers(judged) == [scalar_answer(target, row, as_of=case.as_of, reading=reading)]


class TestCountedSuspensions:
    """For a limit read by count, a number of suspended working days counts as the days themselves."""

    @given(time_limit_cases(), st.integers(1, 30))
    def test_status_and_days(self, case: TimeLimitCase, limit: int) -> None:
        target = PLAN.targets["water-connection"].with_limit(WorkingDays(limit))
        arguments: dict[str, Any] = case.arguments
        verdict = target.evaluate(**arguments)
        if verdict.elapsed is None:
            return
        stop = case.end if case.end is not None and case.end <= case.as_of else case.as_of
        held = CHINA.workdays_between(case.start, stop) - verdict.elapsed.days
        table = _table(attrs.evolve(case)).append_column("held", pa.array([held]))
        judged = frames.evaluate(table, target, start="start", end="end", as_of="as_of", suspended="held")
        (row,) = rows_of(judged)
        assert (row["status"], row["elapsed"]) == (verdict.status.value, verdict.elapsed.days)


class TestDayTable:
    """The table of a limit holds for each day the deadline of a case that starts on it."""

    @given(st.integers(0, 400), st.booleans(), st.data())
    def test_deadlines(self, days: int, working: bool, data: st.DataObject) -> None:
        limit = WorkingDays(days) if working else CalendarDays(days)
        table = LimitTable.of(CHINA, limit)
        place = data.draw(st.integers(0, len(table.due) - 1))
        start = dt.date.fromordinal(table.first + place + EPOCH)
        try:
            expected = due(CHINA, start, limit).date.toordinal() - EPOCH
        except OutOfCoverageError:
            expected = NONE
        assert table.due[place] == expected


class TestOtherCalendars:
    """Rows are judged on the calendar of the commitment's plan, and provisional answers are marked."""

    @pytest.mark.parametrize("engine", [one for one in ENGINES if one not in ("Dask", "Ibis", "Modin")])
    def test_provisional(self, engine: str) -> None:
        plan = judged_by(PLAN, CHINA.provisional(dt.date(2028, 12, 31)))
        target = plan.targets["water-connection"]
        day, later = dt.date(2026, 12, 24), dt.date(2027, 3, 1)
        cases: list[dict[str, Any]] = [
            {"start": day, "end": dt.date(2026, 12, 25)},
            {"start": later, "end": dt.date(2027, 3, 8)},
            {"start": dt.date(2021, 3, 1), "end": None},
            {"start": dt.date(2021, 3, 1), "end": dt.date(2021, 3, 8)},
            {"start": dt.date(2029, 3, 1), "end": None},
        ]
        rows = trap_rows(len(cases))[: len(cases)]
        rows = [row | case | {"excuse": None} for row, case in zip(rows, cases, strict=True)]
        as_of = dt.date(2027, 12, 31)
        judged = frames.evaluate(
            ENGINES[engine](arrow_table(rows)), target, start="start", end="end", as_of=as_of
        )
        found = {row["id"]: row["provisional"] for row in rows_of(judged)}
        for row in rows:
            if row["start"].year < 2029:
                verdict = target.evaluate(start=row["start"], end=row["end"], as_of=as_of)
                assert found[row["id"]] == verdict.provisional
        assert found[rows[4]["id"]] is False or not found[rows[4]["id"]]


class TestManyRows:
    """A chunk is judged as each of its rows is, wherever the chunks begin."""

    @pytest.mark.parametrize("engine", ["pandas", "polars", "pyarrow"])
    def test_chunks(self, engine: str, monkeypatch: pytest.MonkeyPatch) -> None:
        rows = trap_rows(150, seed=7)
        frame = ENGINES[engine](arrow_table(rows))
        target = PLAN.targets["water-connection"]
        whole = answers(frames.evaluate(frame, target, start="start", end="end", as_of=AS_OF))
        monkeypatch.setattr("wushan_plan.frames.eager.CHUNK", 7)
        assert answers(frames.evaluate(frame, target, start="start", end="end", as_of=AS_OF)) == whole


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
class TestOneHundredThousandRows:
    """Every engine gives the same statuses for a large table, and they are those of ``evaluate``."""

    def test_statuses(self) -> None:
        rows = trap_rows(100_000, seed=11)
        table = arrow_table(rows)
        target = PLAN.targets["water-connection"]
        expected = [scalar_answer(target, row, as_of=AS_OF) for row in rows]
        words = np.array([status for status, *_ in expected])
        for engine in ENGINES.values():
            judged = frames.evaluate(
                engine(table), target, start="start", end="end", as_of=AS_OF, excuse="excuse"
            )
            found = np.array([status for status, *_ in answers(judged)])
            assert (found == words).all()
