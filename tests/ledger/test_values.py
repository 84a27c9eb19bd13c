"""Reported values: what each becomes, its one written form, and what no fact can be."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np

from tests.ledger.tables import every
from tests.model.told import Refusal
from wushan_plan import CalendarDays, Interval, WorkingDays
from wushan_plan.errors import EntryError
from wushan_plan.ledger.values import FactValue, canonical, from_json, frozen_facts, frozen_value, to_json

DAY, NEXT = date(2021, 9, 30), date(2021, 10, 1)
ZH = "items：填报值无法采用"


class Three:
    """A whole number of somebody else's making."""

    def __index__(self) -> int:
        return 3


class TestFreezing:
    """Whatever is reported becomes one immutable, exact value."""

    @every("value", [None, True, False, 0, -3, Interval(DAY, NEXT), WorkingDays(9), CalendarDays(20), DAY])
    def test_what_is_exact_already_stays_as_it_is(self, value: FactValue) -> None:
        frozen = frozen_value(value, "items")
        assert (frozen, type(frozen)) == (value, type(value))

    @every(
        ("given", "frozen"),
        [
            (" 已办 ", "已办"),
            (0.1, Fraction(1, 10)),
            (2.0, 2),
            (np.float64(0.3), Fraction(3, 10)),
            (np.int64(41), 41),
            (Three(), 3),
            (Decimal("1.50"), Fraction(3, 2)),
            (Decimal("2.00"), 2),
            (Decimal("1e400"), 10**400),
            (Fraction(4, 2), 2),
            (Fraction(1, 3), Fraction(1, 3)),
            (datetime(2021, 9, 30, 8, 30), DAY),
            (["丙 ", "乙"], ("丙", "乙")),
            ({"乙"}, ("乙",)),
            ((), ()),
            ([NEXT, datetime(2021, 9, 30, 8)], (DAY, NEXT)),
            ([(DAY, None), [DAY, NEXT], (DAY, date.max)], ((DAY, NEXT), (DAY, date.max), (DAY, None))),
            ([(NEXT, NEXT), (DAY, datetime(2021, 12, 1))], ((DAY, date(2021, 12, 1)), (NEXT, NEXT))),
        ],
    )
    def test_everything_else_becomes_so(self, given: object, frozen: FactValue) -> None:
        made = frozen_value(given, "items")
        assert (made, type(made)) == (frozen, type(frozen))

    def test_facts_are_sorted_by_name(self) -> None:
        assert frozen_facts({"b": 2.0, "a": [" 甲"]}) == (("a", ("甲",)), ("b", 2))
        assert frozen_facts([("b", 1), ("a", None)]) == (("a", None), ("b", 1))

    @every("value", [float("nan"), float("inf"), Decimal("NaN"), Decimal("-Infinity")])
    def test_a_number_that_is_not_finite_is_refused(self, value: object) -> None:
        Refusal(EntryError, value, "items", "finite", "not known", ZH).is_met_by(
            lambda: frozen_value(value, "items")
        )

    @every("value", ["", "  "])
    def test_a_text_that_says_nothing_is_refused(self, value: str) -> None:
        Refusal(EntryError, value, "items", "says something", "Leave the fact out", ZH).is_met_by(
            lambda: frozen_value(value, "items")
        )

    @every("value", [("甲", "甲"), ("甲", "甲 "), ("甲", " "), ("",)])
    def test_an_item_that_stands_twice_or_has_no_name_is_refused(self, value: object) -> None:
        Refusal(EntryError, value, "items", "named once", "once", ZH).is_met_by(
            lambda: frozen_value(value, "items")
        )

    @every(
        ("value", "at_fault"),
        [
            (b, b)
            for b in (object(), 1j)
        ]
        + [
            ((1, "甲"), 1),
            (("甲", 1), "甲"),
            (((DAY, "明天"),), "明天"),
            ((("昨天", DAY),), "昨天"),
            (((None, DAY),), None),
            (((DAY, NEXT, NEXT),), (DAY, NEXT, NEXT)),
            (((DAY, NEXT), DAY), (DAY, NEXT)),
        ],
    )  # fmt: skip
    def test_what_no_fact_can_be_is_refused(self, value: object, at_fault: object) -> None:
        Refusal(EntryError, at_fault, "items", "a number, a truth, a text", "one of these", ZH).is_met_by(
            lambda: frozen_value(value, "items")
        )

    def test_the_fact_at_fault_is_named(self) -> None:
        refusal = Refusal(EntryError, "", "b", "says something", "Leave", "b：填报值无法采用")
        refusal.is_met_by(lambda: frozen_facts({"a": 1, "b": ""}))


WRITTEN: list[tuple[FactValue, object]] = [
    (None, None),
    (True, True),
    (41, 41),
    ("已办", "已办"),
    (Fraction(1, 3), {"fraction": "1/3"}),
    (DAY, {"date": "2021-09-30"}),
    (Interval(DAY, NEXT), {"period": ["2021-09-30", "2021-10-01"]}),
    (WorkingDays(9), {"working_days": 9}),
    (CalendarDays(20), {"calendar_days": 20}),
    ((DAY, NEXT), {"dates": ["2021-09-30", "2021-10-01"]}),
    (
        ((DAY, NEXT), (DAY, None)),
        {"cases": [["2021-09-30", "2021-10-01"], ["2021-09-30", None]]},
    ),
    (("甲", "乙"), {"items": ["甲", "乙"]}),
    ((), {"items": []}),
]


class TestWritten:
    """Each value has one written form, and is read back from it."""

    @every(("value", "written"), WRITTEN)
    def test_it_is_written_so(self, value: FactValue, written: object) -> None:
        made = to_json(value)
        assert (made, type(made)) == (written, type(written))

    @every(("value", "written"), WRITTEN)
    def test_it_is_read_back(self, value: FactValue, written: object) -> None:
        read = from_json(written, "items")
        assert (read, type(read)) == (value, type(value))

    @every(
        "written",
        [
            {"days": 9},
            {},
            {"date": "2021-09-30", "items": []},
            [],
            1.5,
            {"date": "2021-09-31"},
            {"fraction": "1/0x"},
            {"period": ["2021-09-30"]},
            {"dates": 5},
            {"cases": [["2021-09-30"]]},
            {"cases": [[None, "2021-09-30"]]},
        ],
    )
    def test_any_other_form_is_refused(self, written: object) -> None:
        Refusal(EntryError, written, "items", "no written form", "Export it anew", ZH).is_met_by(
            lambda: from_json(written, "items")
        )

    def test_content_is_written_sorted_without_blanks_and_with_characters_as_they_are(self) -> None:
        content: dict[str, Any] = {"b": [1, {"d": None, "c": True}], "a": "是"}
        assert canonical(content) == '{"a":"是","b":[1,{"c":true,"d":null}]}'
