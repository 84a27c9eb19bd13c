"""Targets about numbers, row by row those of the scalar ``evaluate``."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

import pyarrow as pa  # type: ignore[import-untyped]
import pytest

from tests.frames.traps import ENGINES, ENGINES_WARN, like_pandas
from wushan_plan import PLAN, Reading, WushanPlanError, frames
from wushan_plan.errors import FactError
from wushan_plan.frames import rows_of

pytestmark = ENGINES_WARN

every_engine = pytest.mark.parametrize("engine", ENGINES)
TRUTHS = (True, False, None)
AS_OF = dt.date(2021, 12, 31)
LATER = dt.date(2022, 1, 5)


def table(columns: Mapping[str, Iterable[Any]], **kinds: Any) -> tuple[Any, list[dict[str, Any]]]:
    """Every combination of the values, as an Arrow table and as rows."""
    rows = [dict(zip(columns, values, strict=True)) for values in itertools.product(*columns.values())]
    made = {name: pa.array([row[name] for row in rows], kinds.get(name)) for name in columns}
    return pa.table(made | {"id": pa.array(range(len(rows)))}), rows


def in_engine(engine: str, made: Any) -> Any:
    if engine not in ("pandas", "Dask", "Modin"):
        return ENGINES[engine](made)
    frame = made.to_pandas()
    for name in frame:
        if frame[name].dtype == object and isinstance(frame[name].dropna().iloc[0], bool):
            frame[name] = frame[name].astype("boolean")
        if frame[name].dtype == object and isinstance(frame[name].dropna().iloc[0], dt.date):
            frame[name] = frame[name].astype("datetime64[s]")
    return like_pandas(engine, frame)


def check(engine: str, name: str, made: Any, rows: list[dict[str, Any]], **options: Any) -> None:
    target = PLAN.targets.get(name) or PLAN.commitment(name)
    columns: dict[str, Any] = {fact: fact for fact in rows[0]}
    judged = frames.evaluate(in_engine(engine, made), target, **columns, **options)
    found = [
        (row["status"], row["depends_on_reading"])
        for row in sorted(rows_of(judged), key=lambda row: int(row["id"]))
    ]
    for row, answer in zip(rows, found, strict=True):
        try:
            verdict = target.evaluate(**row, **options)
        except WushanPlanError:
            assert answer == ("unknown", False), row
        else:
            assert answer == (verdict.status.value, verdict.depends_on_reading), row


@every_engine
@pytest.mark.parametrize("kind", ["whole", "floating", "decimal"])
def test_the_floor_for_small_enterprises_replaces_the_general_one(engine: str, kind: str) -> None:
    amounts: dict[str, list[Any]] = {
        "whole": [None, -1, 0, 29, 30, 31, 49, 50, 100, 101],
        "floating": [None, -0.01, 0.0, 29.99, 30.0, 49.995, 50.0, 100.0, 100.01, 0.3],
        "decimal": [None, *map(Decimal, ("-0.01", "0.00", "29.99", "30.00", "49.99", "50.00", "100.01"))],
    }
    types = {"whole": pa.int64(), "floating": pa.float64(), "decimal": pa.decimal128(12, 2)}
    wholes: dict[str, list[Any]] = {
        "whole": [None, 0, 100],
        "floating": [None, 0.0, 100.0, 1.0],
        "decimal": [None, Decimal("0.00"), Decimal("100.00")],
    }
    if kind == "decimal" and engine in ("pandas", "Dask", "Modin"):
        pytest.skip("pandas without Arrow has no decimal numbers")
    made, rows = table(
        {"prepayment": amounts[kind], "contract_price": wholes[kind], "is_sme": TRUTHS},
        prepayment=types[kind],
        contract_price=types[kind],
        is_sme=pa.bool_(),
    )
    check(engine, "procurement-prepayment", made, rows)


@every_engine
def test_a_full_rate_is_all_of_it(engine: str) -> None:
    made, rows = table({"items_sorted": [None, 0, 9, 10, 11, -1], "items_due": [None, 0, 10]})
    check(engine, "supervision-list-rate", made, rows)


@every_engine
@pytest.mark.parametrize("as_of", [None, AS_OF, LATER])
def test_a_floor_by_a_day_looks_at_the_day(engine: str, as_of: dt.date | None) -> None:
    made, rows = table(
        {"items": [None, 73, 74, 75], "reached_on": [None, dt.date(2021, 12, 1), AS_OF, dt.date(2022, 1, 1)]}
    )
    check(engine, "cross-province-services", made, rows, as_of=as_of)


@every_engine
@pytest.mark.parametrize("reading", Reading.DATE_GOVERNS.group)
@pytest.mark.parametrize("as_of", [None, AS_OF, LATER])
def test_a_date_of_an_earlier_half_is_a_reading(engine: str, as_of: dt.date | None, reading: Reading) -> None:
    made, rows = table({"coordinators": [None, 1, 2], "reached_on": [None, AS_OF, dt.date(2022, 1, 3)]})
    check(engine, "labour-coordinators", made, rows, as_of=as_of, reading=reading)


@every_engine
@pytest.mark.parametrize("reading", Reading.RECHECKS_COUNT.group)
def test_an_exact_count_waits_for_the_end_and_not_for_more(engine: str, reading: Reading) -> None:
    made, rows = table(
        {"inspections": [None, 0, 1, 2], "rechecks": [None, 0, 1, 2], "completed": TRUTHS},
        completed=pa.bool_(),
    )
    check(engine, "quality-safety-inspections", made, rows, reading=reading)


@every_engine
def test_a_condition_of_the_scope_comes_first(engine: str) -> None:
    made, rows = table(
        {"in_planned_land": TRUTHS, "cost": [None, 0.0, 0.01, -1.0]}, in_planned_land=pa.bool_()
    )
    check(engine, "external-works-cost", made, rows)


@every_engine
@pytest.mark.parametrize(
    ("name", "columns"),
    [
        ("joint-survey-visits", {"surveys": [None, 0, 1, 2], "connections": [None, 1, 2]}),
        ("combined-tax-filing", {"taxes": [None, 10, 11], "filings": [None, 1, 2]}),
        ("small-taxpayer-documents", {"documents": [None, 0, 1]}),
        ("legal-review-coverage", {"universe": [None, 0, 5], "covered": [None, 4, 5, 6]}),
    ],
)
def test_counts_are_judged_as_evaluate_judges_them(
    engine: str, name: str, columns: dict[str, list[Any]]
) -> None:
    made, rows = table(columns)
    check(engine, name, made, rows)


@every_engine
def test_a_count_that_is_no_whole_number_is_unknown(engine: str) -> None:
    frame = in_engine(engine, pa.table({"id": [0, 1], "documents": [0.5, 0.0]}))
    judged = frames.evaluate(frame, PLAN.targets["small-taxpayer-documents"], documents="documents")
    assert [row["status"] for row in rows_of(judged)] == ["unknown", "met"]


@every_engine
def test_a_float_too_near_the_floor_is_not_decided(engine: str) -> None:
    frame = in_engine(
        engine, pa.table({"p": [29.999999999999996], "w": [100.0], "sme": pa.array([False], pa.bool_())})
    )
    judged = frames.evaluate(
        frame, PLAN.targets["procurement-prepayment"], prepayment="p", contract_price="w", is_sme="sme"
    )
    (row,) = rows_of(judged)
    assert (row["status"], row["problem"]) == ("unknown", frames.Problem.TOO_CLOSE.text("zh"))


def test_a_criterion_that_no_table_holds_is_refused() -> None:
    with pytest.raises(FactError, match="not judged over tables"):
        frames.evaluate(
            pa.table({"done": ["x"]}),
            PLAN.targets["unified-survey"],
            done="done",
            commissions="done",
            reports="done",
        )
