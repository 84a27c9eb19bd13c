"""The cells of a return: how each value is shown, how it is read, and what cannot be read."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from tests.ledger.tables import every
from tests.model.told import Refusal
from wushan_plan import CalendarDays, Interval, WorkingDays
from wushan_plan.errors import CellError
from wushan_plan.files.serials import Epoch
from wushan_plan.ledger.returns.form import FormCode
from wushan_plan.ledger.returns.values import read_value, shown_value
from wushan_plan.model.facts import Fact, FactKind

DAY, NEXT = date(2021, 9, 30), date(2021, 10, 1)
TRUTH, COUNT, AMOUNT, QUANTITY = FactKind.TRUTH, FactKind.COUNT, FactKind.AMOUNT, FactKind.QUANTITY
ITEMS, DATES, CASES, PERIOD = FactKind.ITEMS, FactKind.DATES, FactKind.CASES, FactKind.PERIOD
DURATION, TEXT, DATE = FactKind.DURATION, FactKind.TEXT, FactKind.DATE


def read(kind: FactKind, text: str, epoch: Epoch | None = 1900) -> object:
    return read_value(text, Fact("fact", "事实", "fact", kind), epoch)


@every(
    ("value", "zh", "en"),
    [
        (None, "", ""),
        (True, "是", "yes"),
        (False, "否", "no"),
        (1, "1", "1"),
        (Fraction(5, 2), "2.5", "2.5"),
        (Fraction(1, 3), "约0.33", "about 0.33"),
        (WorkingDays(9), "9个工作日", "9 working days"),
        (CalendarDays(20), "20日", "20 calendar days"),
        (Interval(DAY, NEXT), "2021-09-30~2021-10-01", "2021-09-30~2021-10-01"),
        ("文件", "文件", "文件"),
        (DAY, "2021-09-30", "2021-09-30"),
        ((DAY, NEXT), "2021-09-30、2021-10-01", "2021-09-30, 2021-10-01"),
        (("甲", "乙"), "甲；乙", "甲；乙"),
        (
            ((DAY, NEXT), (DAY, None)),
            "2021-09-30~2021-10-01；2021-09-30~",
            "2021-09-30~2021-10-01；2021-09-30~",
        ),
        ((), "", ""),
        (("甲、乙",), "甲、乙；", "甲、乙；"),
        (("12号",), "12号；", "12号；"),
    ],
)
def test_a_value_is_shown_as_a_unit_would_type_it(value: Any, zh: str, en: str) -> None:
    assert (shown_value(value, "zh"), shown_value(value, "en")) == (zh, en)


@every(
    ("kind", "text", "value"),
    [
        (TRUTH, " 是 ", True),
        (TRUTH, "no", False),
        (COUNT, "0", 0),
        (COUNT, "１，２００", 1200),
        (COUNT, "1.2万", 12000),
        (AMOUNT, "0", 0),
        (AMOUNT, "2.50", Decimal("2.50")),
        (QUANTITY, "-3", -3),
        (QUANTITY, "2.5", Decimal("2.5")),
        (QUANTITY, "20%", Decimal("0.20")),
        (ITEMS, "41", 41),
        (ITEMS, "４１", 41),
        (ITEMS, "1万", 10000),
        (ITEMS, "甲", ["甲"]),
        (ITEMS, "甲; 乙\n丙；", ["甲", "乙", "丙"]),
        (ITEMS, "甲、乙；", ["甲、乙"]),
        (ITEMS, "甲、 乙", ["甲", "乙"]),
        (ITEMS, "甲、乙；丙，丁", ["甲、乙", "丙，丁"]),
        (ITEMS, "3号楼", ["3号楼"]),
        (DATE, "2021年9月30日", DAY),
        (DATE, "44469", DAY),
        (DATES, "2021-09-30、2021-10-01", [DAY, NEXT]),
        (DATES, "2021-10-01，2021-09-30\n", [NEXT, DAY]),
        (DATES, "44469;", [DAY]),
        (CASES, "2021-09-30~2021-10-01；2021-09-30～", [(DAY, NEXT), (DAY, None)]),
        (CASES, "44469至44470；", [(DAY, NEXT)]),
        (CASES, "2021-09-30 至 2021-09-30", [(DAY, DAY)]),
        (PERIOD, " ２０２１-09-30 ~ 2021-10-01 ", (DAY, NEXT)),
        (PERIOD, "44469~44470", (DAY, NEXT)),
        (PERIOD, "2021-09-30~2021-09-30", (DAY, DAY)),
        (DURATION, "9个工作日", WorkingDays(9)),
        (DURATION, "９ 工作日", WorkingDays(9)),
        (DURATION, "1 Working Day", WorkingDays(1)),
        (DURATION, "20日", CalendarDays(20)),
        (DURATION, "20天", CalendarDays(20)),
        (DURATION, "20个自然日", CalendarDays(20)),
        (DURATION, "20 calendar days", CalendarDays(20)),
        (TEXT, " 12/31 号文件（2） ", "12/31 号文件（2）"),
    ],
)
def test_a_cell_is_read_as_people_write_it(kind: FactKind, text: str, value: object) -> None:
    found = read(kind, text)
    assert (found, type(found)) == (value, type(value))


@every("kind", [TRUTH, COUNT, ITEMS, DATES, CASES, PERIOD, DURATION, TEXT, DATE])
@every("text", ["", " ", "-", "/"])
def test_a_blank_cell_says_nothing(kind: FactKind, text: str) -> None:
    assert read(kind, text) is None


@every(
    ("kind", "text"),
    [(DATE, "42985"), (DATES, "42985"), (CASES, "42985~42985"), (PERIOD, "42985~42985")],
)
def test_a_serial_number_counts_from_the_workbook_s_own_day(kind: FactKind, text: str) -> None:
    day = date(2021, 9, 8)
    expected: Any = {DATE: day, DATES: [day], CASES: [(day, day)], PERIOD: (day, day)}[kind]
    assert read(kind, text, 1904) == expected
    with pytest.raises(CellError, match="serial"):
        read(kind, text, None)


DAY_SHOWN = (
    "a day where a number is needed",
    "number format",
    "这一格显示为日期，请改成数字格式后重新填写数字",
)
NOT_WHOLE = ("not a whole number", "Give a whole number", "不是整数，请填整数")
NEGATIVE = ("less than 0", "Check the figure", "小于0，请核对")
DOUBTFUL = (
    "one item or several",
    "Put semicolons",
    "分不清是一项还是几项：几项请用顿号、分号或换行隔开，一项请在末尾加分号",
)
MORE = ("more than a number", "Give the number alone", "请只填数字，不写单位")
NO_ITEM = ("no item is named", "write 0", "没有列出任何一项；没有请填0")
TWICE = ("stands twice", "once", "有重复的项，每项只列一次")
BACKWARDS = ("ends before it begins", "Check the two days", "止日早于起日，请核对")
NO_SPAN = ("no span of days", "2021-07-01~2021-09-30", "请写成2021-07-01~2021-09-30这样的起止日期")
WHICH_DAYS = ("working or calendar days", "9 working days", "请写成9个工作日或20日")


@every(
    ("kind", "text", "said"),
    [
        (COUNT, "2021-09-08", DAY_SHOWN),
        (COUNT, "2021-09-08 00:00", DAY_SHOWN),
        (QUANTITY, "２０２１-09-08", DAY_SHOWN),
        (COUNT, "1.5", NOT_WHOLE),
        (ITEMS, "1.5", NOT_WHOLE),
        (COUNT, "-1", NEGATIVE),
        (AMOUNT, "-0.5", NEGATIVE),
        (ITEMS, "-1", NEGATIVE),
        (ITEMS, "（甲、乙）", DOUBTFUL),
        (ITEMS, "12个部门", MORE),
        (COUNT, "12个部门", MORE),
        (COUNT, "12 户", MORE),
        (ITEMS, "甲,乙", DOUBTFUL),
        (ITEMS, "甲，乙", DOUBTFUL),
        (ITEMS, "；", NO_ITEM),
        (ITEMS, "；\n ", NO_ITEM),
        (ITEMS, "甲；乙； 甲", TWICE),
        (PERIOD, "2021-10-01~2021-09-30", BACKWARDS),
        (CASES, "2021-10-01~2021-09-30", BACKWARDS),
        (PERIOD, "2021-09-30", NO_SPAN),
        (PERIOD, "2021-09-30~", NO_SPAN),
        (PERIOD, "~2021-09-30", NO_SPAN),
        (PERIOD, "2021-09-30~2021-10-01~2021-10-02", NO_SPAN),
        (CASES, "2021-09-30", NO_SPAN),
        (CASES, "~", NO_SPAN),
        (DURATION, "9", WHICH_DAYS),
        (DURATION, "九个工作日", WHICH_DAYS),
        (DURATION, "9个工作日左右", WHICH_DAYS),
        (DURATION, "123456日", WHICH_DAYS),
    ],
)
def test_what_cannot_be_read_is_refused(kind: FactKind, text: str, said: tuple[str, str, str]) -> None:
    rule, remedy, zh = said
    Refusal(CellError, text, "cell", rule, remedy, zh).is_met_by(lambda: read(kind, text))


@every("kind", [COUNT, AMOUNT, QUANTITY, ITEMS])
def test_a_number_may_be_followed_by_the_unit_that_is_asked_for(kind: FactKind) -> None:
    fact = Fact("fact", "事实", "fact", kind, "户")
    assert read_value("41户", fact, None) == read_value(" ４１ 户 ", fact, None) == 41
    Refusal(CellError, "41家", "cell", *MORE[:2], "请只填数字，或在数字后写“户”").is_met_by(
        lambda: read_value("41家", fact, None)
    )


@every(
    ("code", "text"),
    [
        (FormCode("small", "a", DAY), "wushan-plan-return/1 small a 2021-09-30 -"),
        (
            FormCode("small", "a", DAY, Interval(date(2021, 7, 1), DAY)),
            "wushan-plan-return/1 small a 2021-09-30 2021-07-01~2021-09-30",
        ),
        (FormCode("small", "a", DAY, version="2"), "wushan-plan-return/2 small a 2021-09-30 -"),
    ],
)
def test_the_code_of_a_form_is_one_text_there_and_back(code: FormCode, text: str) -> None:
    assert str(code) == text
    assert FormCode.parsed(text) == code
