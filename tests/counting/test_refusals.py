"""Every refusal of a count says what was refused, by which rule, where, and what to do instead."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd
import polars as pl
import pytest

from tests.refusals import refusal
from wushan_plan import CHINA
from wushan_plan.counting.periods import due, merged
from wushan_plan.errors import (
    CountError,
    DateTypeError,
    DefinitionError,
    FactError,
    MissingExtraError,
    OutOfCoverageError,
    WushanPlanError,
)
from wushan_plan.model.periods import CalendarDays

DAY = dt.date(2021, 9, 24)
DAYS = [DAY, DAY]
TEXT = "24/9"


@pytest.mark.parametrize(
    ("call", "kind", "value", "where", "rule", "remedy"),
    [
        pytest.param(
            lambda: CHINA.within_workdays(DAY, DAY, 1.5),  # type: ignore[call-overload]  # what is refused
            CountError, 1.5, "most", "a whole number of working days", "Give an int",
            id="a limit that is no whole number",
        ),
        pytest.param(
            lambda: CHINA.nth_workday_after(DAY, 0),
            CountError, 0, "n", "counted from 1", "roll_forward(date)",
            id="the working day 0 after",
        ),
        pytest.param(
            lambda: CHINA.nth_workday_before(DAY, 0),
            CountError, 0, "n", "counted from 1", "roll_back(date)",
            id="the working day 0 before",
        ),
        pytest.param(
            lambda: CHINA.nth_workday_after(DAYS, 0),
            CountError, 0, "n", "counted from 1", "roll_forward or roll_back",
            id="the working day 0 after each",
        ),
        pytest.param(
            lambda: CHINA.nth_workday_before(DAY, [1.5]),
            CountError, [1.5], "n", "in whole days", "roll_forward or roll_back",
            id="half a day in a column",
        ),
        pytest.param(
            lambda: CHINA.workdays_between([DAY] * 2, [DAY] * 3),
            DefinitionError, [(2,), (3,)], "counting over columns", "the same length", "of one length",
            id="columns of two lengths",
        ),
        pytest.param(
            lambda: CHINA.workdays_between(
                pd.Series(DAYS, dtype="M8[s]"), pd.Series(DAYS, [1, 0], dtype="M8[s]")
            ),
            DefinitionError, [2, 2], "counting over columns", "under the same index", "a.align(b)",
            id="two indexes",
        ),
        pytest.param(
            lambda: merged([(dt.date(2021, 9, 30), dt.date(2021, 9, 28))]),
            FactError, ("2021-09-30", "2021-09-28"), "suspended", "cannot end before", "both included",
            id="a suspension that runs backwards",
        ),
        pytest.param(
            lambda: merged([DAY]),  # type: ignore[list-item]  # what is refused
            FactError, DAY, "suspended", "a first and a last day", "a list of pairs",
            id="a suspension of one day given alone",
        ),
        pytest.param(
            lambda: due(CHINA, dt.date(2026, 12, 30), CalendarDays(2)),
            OutOfCoverageError, "2026-12-30", "calendar", "day 2 after 2026-12-30 is not", "with_notice(",
            id="a last day outside the calendar",
        ),
        pytest.param(
            lambda: CHINA.roll_forward(pd.DataFrame({"day": DAYS})),
            DateTypeError, "DataFrame", "dates", "a column of dates is needed", "datetime64",
            id="a frame of pandas",
        ),
        pytest.param(
            lambda: CHINA.roll_forward(pl.DataFrame({"day": DAYS})),
            DateTypeError, "DataFrame", "dates", "a column of dates is needed", "Date for polars",
            id="a frame of polars",
        ),
        pytest.param(
            lambda: CHINA.roll_forward(pl.Series([TEXT])),
            DateTypeError, "String", "dates", "a column of dates is needed", "Date for polars",
            id="text of polars",
        ),
        pytest.param(
            lambda: CHINA.roll_forward(pd.Series([TEXT], dtype="category")),
            DateTypeError, "category", "dates", "a column of dates is needed", "datetime64",
            id="categories of pandas",
        ),
        pytest.param(
            lambda: CHINA.roll_forward(pd.Series([TEXT])),
            DateTypeError, TEXT, "dates", "a date is needed, not str", "datetime.date(2021, 9, 24)",
            id="text of pandas",
        ),
        pytest.param(
            lambda: CHINA.roll_forward(pd.Series([1])),
            DateTypeError, "int64", "dates", "a column of dates is needed", "datetime64",
            id="numbers of pandas",
        ),
        pytest.param(
            lambda: CHINA.roll_forward(np.array([TEXT], object)),
            DateTypeError, TEXT, "dates", "a date is needed, not str", "datetime.date(2021, 9, 24)",
            id="objects of NumPy",
        ),
    ],
)  # fmt: skip
def test_a_refusal_says_what_why_where_and_what_instead(
    call: Callable[[], object], kind: type[WushanPlanError], value: object, where: str, rule: str, remedy: str
) -> None:
    refusal(call, kind, value, where, rule, remedy)


@pytest.mark.parametrize(
    "bad",
    [
        pytest.param([DAY, TEXT], id="list"),
        pytest.param(np.array([TEXT, TEXT]), id="NumPy"),
        pytest.param(np.array([TEXT, DAY], object), id="objects"),
        pytest.param(pd.Series([1, 2]), id="pandas"),
        pytest.param(pl.Series([1, 2]), id="polars"),
        pytest.param(TEXT, id="one for all rows"),
    ],
)
@pytest.mark.parametrize(
    ("ask", "where"),
    [
        pytest.param(lambda bad: CHINA.workdays_between(bad, DAYS), "starts", id="between, starts"),
        pytest.param(lambda bad: CHINA.workdays_between(DAYS, bad), "ends", id="between, ends"),
        pytest.param(lambda bad: CHINA.within_workdays(bad, DAYS, 3), "starts", id="within, starts"),
        pytest.param(lambda bad: CHINA.within_workdays(DAYS, bad, 3), "ends", id="within, ends"),
        pytest.param(lambda bad: CHINA.elapsed_workdays(bad, DAYS, []), "starts", id="elapsed, starts"),
        pytest.param(lambda bad: CHINA.elapsed_workdays(DAYS, bad, []), "ends", id="elapsed, ends"),
        pytest.param(
            lambda bad: CHINA.elapsed_workdays(DAYS, DAYS, [(bad, DAY)]), "suspended", id="suspended, first"
        ),
        pytest.param(
            lambda bad: CHINA.elapsed_workdays(DAYS, DAYS, [(DAY, bad)]), "suspended", id="suspended, last"
        ),
        pytest.param(lambda bad: CHINA.nth_workday_after(bad, [1, 2]), "dates", id="after"),
        pytest.param(lambda bad: CHINA.nth_workday_before(bad, [1, 2]), "dates", id="before"),
    ],
)
def test_what_is_no_date_is_told_by_its_column(ask: Callable[[Any], Any], where: str, bad: Any) -> None:
    with pytest.raises(DateTypeError) as caught:
        ask(bad)
    assert caught.value.where == where


@pytest.mark.parametrize("ask", [CHINA.is_workday, CHINA.roll_forward, CHINA.roll_back])
def test_a_column_asked_for_alone_is_that_of_the_dates(ask: Callable[[Any], Any]) -> None:
    with pytest.raises(DateTypeError) as caught:
        ask([TEXT])
    assert caught.value.where == "dates"


def test_columns_without_numpy_name_the_extra_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "numpy", None)
    with pytest.raises(MissingExtraError, match=r"^import numpy: ") as caught:
        CHINA.nth_workday_after(DAYS, 1)
    assert caught.value.value == "numpy"
    assert caught.value.rule.startswith("Counting over columns needs a package")
    assert 'pip install "wushan-plan[arrays]"' in caught.value.remedy


@pytest.mark.parametrize(
    ("call", "zh"),
    [
        (
            lambda: merged([(dt.date(2021, 9, 30), dt.date(2021, 9, 28))]),
            "中止期间的末日早于首日，请先写首日、后写末日",
        ),
        (
            lambda: due(CHINA, dt.date(2026, 12, 30), CalendarDays(2)),
            "日历只覆盖2004-01-01至2026-12-31（放假通知公布到此为止），求不出2026-12-30之后第2日",
        ),
        (
            lambda: CHINA.nth_workday_after(dt.date(2026, 12, 30), 2),
            "日历只覆盖2004-01-01至2026-12-31（放假通知公布到此为止），求不出2026-12-30之后第2个工作日",
        ),
        (
            lambda: CHINA.nth_workday_before(dt.date(2004, 1, 5), 2),
            "日历只覆盖2004-01-01至2026-12-31（放假通知公布到此为止），求不出2004-01-05之前第2个工作日",
        ),
    ],
    ids=["a suspension", "a calendar day", "a working day after", "a working day before"],
)
def test_a_refusal_a_person_can_meet_is_in_chinese_too(call: Callable[[], object], zh: str) -> None:
    with pytest.raises(WushanPlanError) as caught:
        call()
    assert caught.value.zh == zh


@pytest.mark.parametrize(
    ("call", "day", "sought"),
    [
        (
            lambda: CHINA.nth_workday_after(dt.date(2026, 12, 30), 2),
            "2026-12-30",
            "working day 2 after 2026-12-30",
        ),
        (
            lambda: CHINA.nth_workday_before(dt.date(2004, 1, 5), 2),
            "2004-01-05",
            "working day 2 before 2004-01-05",
        ),
    ],
    ids=["after", "before"],
)
def test_a_day_that_cannot_be_counted_to_is_named_by_what_it_is_counted_from(
    call: Callable[[], object], day: str, sought: str
) -> None:
    with pytest.raises(OutOfCoverageError) as caught:
        call()
    assert caught.value.value == day
    covers = "the calendar covers 2004-01-01 to 2026-12-31, as far as notices are published."
    assert caught.value.rule == f"{sought} is not covered: {covers}"
