"""Judged cases for the tests of writers: drawn, and a fixed few."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import attrs
from hypothesis import strategies as st

from tests.evaluation.strategies import facts_about, names_of_commitments
from wushan_plan import PLAN, Commitment, JudgedCase, Verdict
from wushan_plan.files.results import Results
from wushan_plan.model.criteria import TimeLimit
from wushan_plan.testing import TimeLimitCase, time_limit_cases

AS_OF = dt.date(2021, 12, 31)
WATER = PLAN.targets["water-connection"]
PAYMENT = PLAN.targets["procurement-payment"]


@attrs.frozen
class Row:
    """A row with its cells."""

    cells: Mapping[str, str]


@attrs.frozen
class Judged:
    """A judged row with its original cells."""

    row: Row
    case: JudgedCase


def water(key: str, start: dt.date | None, end: dt.date | None, **cells: str) -> Judged:
    """One water connection, judged at the end of the year."""
    verdict = WATER.evaluate(start=start, end=end, as_of=AS_OF)
    return Judged(Row({"编号": key, **cells}), JudgedCase(key, verdict))


def some_water() -> list[Judged]:
    """A case of every kind: in time, late, open, open and late, without a start, not read."""
    day = dt.date(2021, 9, 24)
    return [
        water("甲", day, dt.date(2021, 10, 12)),
        water("乙", day, dt.date(2021, 10, 14)),
        water("丙", dt.date(2021, 12, 28), None),
        water("丁", day, None),
        water("戊", dt.date(2021, 11, 1), None),
        water("己", None, day),
        Judged(Row({"编号": "庚"}), JudgedCase("庚", None, "受理“21-3-1”：年月日的先后分不清")),
    ]


def water_results(rows: list[Judged] | None = None) -> Results:
    """Them as results."""
    return Results(WATER, ("编号",), some_water() if rows is None else rows, AS_OF)


def payment_results() -> Results:
    """Two payments, one of them late and a breach."""
    start = dt.date(2021, 9, 1)
    verdicts = [
        PAYMENT.evaluate(start=start, end=start + dt.timedelta(days=days), as_of=AS_OF) for days in (3, 30)
    ]
    return Results.of_cases(
        PAYMENT, [JudgedCase(f"合同{number}", one) for number, one in enumerate(verdicts, 1)], AS_OF
    )


def verdicts() -> st.SearchStrategy[Verdict]:
    """Verdicts on any commitment of the document, on any facts."""
    return names_of_commitments().flatmap(lambda name: _verdicts_on(PLAN.commitment(name)))


def _verdicts_on(commitment: Commitment) -> st.SearchStrategy[Verdict]:
    return facts_about(commitment).map(lambda facts: commitment.evaluate(**facts))


def timed_verdicts() -> st.SearchStrategy[Verdict]:
    """Verdicts on time limits, with open, finished and suspended cases."""
    limits = [one for one in PLAN.commitments if isinstance(one.criterion, TimeLimit)]
    return st.sampled_from([one.id for one in limits]).flatmap(
        lambda name: time_limit_cases(first=dt.date(2020, 6, 1), last=dt.date(2022, 6, 30)).map(
            lambda case: _timed(PLAN.commitment(name), case)
        )
    )


def _timed(commitment: Commitment, case: TimeLimitCase) -> Verdict:
    return commitment.evaluate(start=case.start, end=case.end, as_of=case.as_of, suspended=case.suspended)


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
"""Texts of any characters, control characters too."""
awkward = texts | st.sampled_from(
    [
        "=1+1", "+86 23 5768", "-3", "@SUM(A1)", "=HYPERLINK(\"http://x\")", "http://example.org", "00123",
        "512324199001011234", "1e5", "TRUE", "<r><t>a</t></r>", "_x0041_", "\x00", "a\r\nb", " 前后有空格 ",
        "\t制表", "&amp;", "“引号”", "𠮷野家", "\ufffe", "'=1", "#REF!",
    ]
)  # fmt: skip
"""Texts a spreadsheet would like to take for something else, among others."""
