"""What a text cell says: read exactly, or refused with the reason."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wushan_plan.errors import CellError
from wushan_plan.files import read_date
from wushan_plan.files.text_cells import is_blank, read_fact
from wushan_plan.model.facts import Fact, FactKind


def _fact(kind: FactKind) -> Fact:
    return Fact("value", "数值", "value", kind)


class TestDates:
    @pytest.mark.parametrize(
        "text",
        [
            "2021-07-30",
            "2021-7-30",
            "2021/07/30",
            "2021.7.30",
            "2021年7月30日",
            "2021年07月30",
            "20210730",
            "２０２１－０７－３０",
            "２０２１年７月３０日",
            " 2021-07-30 ",
            "2021-07-30 23:59:59",
            "2021-07-30T00:00",
            "2021-07-30 09:30:00.020000",
        ],
    )
    def test_every_usual_way_of_writing_one_day_is_read(self, text: str) -> None:
        assert read_date(text) == dt.date(2021, 7, 30)

    @given(st.dates(dt.date(1000, 1, 1)))
    def test_iso_dates_are_read_back(self, day: dt.date) -> None:
        assert read_date(day.isoformat()) == day

    @pytest.mark.parametrize("text", ["21-3-1", "1/3/2021", "03-01-2021", "21年3月1日"])
    def test_a_year_that_cannot_be_told_apart_is_refused(self, text: str) -> None:
        with pytest.raises(CellError, match="order of year, month and day"):
            read_date(text)

    @pytest.mark.parametrize("text", ["2021-02-29", "2021-13-01", "20211301", "2021-07-30 25:00"])
    def test_a_day_that_does_not_exist_is_refused(self, text: str) -> None:
        with pytest.raises(CellError, match="no such day"):
            read_date(text)

    @pytest.mark.parametrize("text", ["", "待定", "44407", "2021-7", "2021-07/30", "7月30日", "2021-07-30 x"])
    def test_anything_else_is_refused(self, text: str) -> None:
        with pytest.raises(CellError, match="not a date"):
            read_date(text)

    def test_a_time_with_an_offset_is_converted_to_shanghai(self) -> None:
        assert read_date("2021-07-30 23:30:00+02:00") == dt.date(2021, 7, 31)
        assert read_date("2021-07-30 20:00Z") == dt.date(2021, 7, 31)

    def test_a_time_with_an_offset_keeps_its_written_date_when_told_so(self) -> None:
        assert read_date("2021-07-30 23:30:00+02:00", as_written=True) == dt.date(2021, 7, 30)


class TestNumbers:
    @pytest.mark.parametrize(
        ("text", "value"),
        [
            ("12", 12),
            ("１２", 12),
            ("1,234,567", 1234567),
            ("30%", Decimal("0.3")),
            ("29.99%", Decimal("0.2999")),
            ("1.5万", 15000),
            ("0.50", Decimal("0.5")),
            ("-3", -3),
        ],
    )
    def test_numbers_are_read_exactly(self, text: str, value: object) -> None:
        assert read_fact(text, _fact(FactKind.AMOUNT)) == value

    @pytest.mark.parametrize("text", ["约12", "1,23", "1.2.3", "12元", "1e3"])
    def test_what_is_no_number_is_refused(self, text: str) -> None:
        with pytest.raises(CellError, match="not a number"):
            read_fact(text, _fact(FactKind.AMOUNT))


class TestAnswers:
    @pytest.mark.parametrize("text", ["是", "有", "Yes", "TRUE"])
    def test_yes(self, text: str) -> None:
        assert read_fact(text, _fact(FactKind.TRUTH)) is True

    @pytest.mark.parametrize("text", ["否", "无", "no", "False"])
    def test_no(self, text: str) -> None:
        assert read_fact(text, _fact(FactKind.TRUTH)) is False

    def test_anything_else_is_refused(self) -> None:
        with pytest.raises(CellError, match="neither yes nor no"):
            read_fact("也许", _fact(FactKind.TRUTH))


@pytest.mark.parametrize("text", ["", "  ", "—", "n/a", "NaT", "无数据"])
def test_a_cell_that_says_nothing_is_not_known(text: str) -> None:
    assert is_blank(text)
    assert read_fact(text, _fact(FactKind.DATE)) is None
