"""Other limits and other readings over tables."""

from __future__ import annotations

from typing import Any

import pytest

from tests.frames.traps import AS_OF, ENGINES, ENGINES_WARN, arrow_table, trap_rows
from wushan_plan import PLAN, Reading, WorkingDays, frames
from wushan_plan.errors import DefinitionError
from wushan_plan.frames import rows_of

pytestmark = ENGINES_WARN

ROWS = trap_rows(200)
TABLE = arrow_table(ROWS)
WATER = PLAN.targets["water-connection"]
OPTIONS: dict[str, Any] = {"as_of": AS_OF, "start": "start", "end": "end"}
LIMITS = (1, 5, 9, 20, 40)
every_engine = pytest.mark.parametrize("engine", ENGINES)


@every_engine
def test_both_judgements_stand_side_by_side(engine: str) -> None:
    shown = rows_of(frames.compare(ENGINES[engine](TABLE), WATER, WorkingDays(15), **OPTIONS))
    first = {row["id"]: row["status"] for row in rows_of(frames.evaluate(TABLE, WATER, **OPTIONS))}
    longer = WATER.with_limit(WorkingDays(15))
    second = {row["id"]: row["status"] for row in rows_of(frames.evaluate(TABLE, longer, **OPTIONS))}
    assert {row["id"]: row["status"] for row in shown} == first
    assert {row["id"]: row["status_other"] for row in shown} == second
    assert all(row["changed"] is (row["status"] != row["status_other"]) for row in shown)


@every_engine
def test_rows_that_change_under_the_other_reading_are_those_that_depend_on_it(engine: str) -> None:
    shown = rows_of(frames.compare(ENGINES[engine](TABLE), WATER, Reading.BY_DATE, **OPTIONS))
    assert any(row["changed"] for row in shown)
    assert all(row["changed"] is row["depends_on_reading"] for row in shown)


@every_engine
def test_changes_are_counted_for_whom(engine: str) -> None:
    counted = rows_of(frames.changes(ENGINES[engine](TABLE), WATER, WorkingDays(15), by="channel", **OPTIONS))
    shown = rows_of(frames.compare(TABLE, WATER, WorkingDays(15), **OPTIONS))
    keys = ("channel", "status", "status_other")
    for row in counted:
        channel = row["channel"] if row["channel"] == row["channel"] else None
        same = [
            one
            for one in shown
            if tuple(one[key] for key in keys) == (channel, *(row[key] for key in keys[1:]))
        ]
        assert row["cases"] == len(same)
    assert sum(row["cases"] for row in counted) == len(ROWS)


@every_engine
@pytest.mark.parametrize("name", ["water-connection", "procurement-acceptance", "procurement-contract"])
def test_a_sweep_gives_for_each_limit_what_judging_by_it_gives(engine: str, name: str) -> None:
    target = PLAN.targets[name]
    swept = {
        row["limit"]: row for row in rows_of(frames.sweep(ENGINES[engine](TABLE), target, LIMITS, **OPTIONS))
    }
    assert tuple(swept) == LIMITS
    for days, row in swept.items():
        trial = target.with_limit(type(target.criterion.limit)(days))  # type: ignore[attr-defined]
        (card,) = rows_of(frames.scorecard(TABLE, trial, **OPTIONS))
        assert [row[one] for one in ("met", "not_met", "pending")] == [
            card[one] for one in ("met", "not_met", "pending")
        ]


@every_engine
def test_the_limit_for_95_per_cent_is_the_least_that_so_many_would_have_met(engine: str) -> None:
    (row,) = rows_of(frames.limit_for(ENGINES[engine](TABLE), WATER, 95, **OPTIONS))
    limit = int(row["limit"])
    met = {}
    for days in (limit - 1, limit):
        trial = WATER.with_limit(WorkingDays(days))
        statuses = [
            one["status"]
            for one, own in zip(rows_of(frames.evaluate(TABLE, trial, **OPTIONS)), ROWS, strict=True)
            if own["end"] is not None and own["end"] <= AS_OF
        ]
        met[days] = statuses.count("met") * 100 >= 95 * row["completed"]
    assert met == {limit - 1: False, limit: True}


def test_a_limit_to_be_tried_is_a_whole_number_from_1() -> None:
    with pytest.raises(DefinitionError, match="1 or more"):
        frames.sweep(TABLE, WATER, [0, 1], **OPTIONS)


def test_limits_are_not_tried_with_suspensions() -> None:
    with pytest.raises(DefinitionError, match="suspensions"):
        frames.sweep(TABLE, WATER, [5], suspended="id", **OPTIONS)
