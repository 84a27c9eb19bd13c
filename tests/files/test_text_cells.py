"""What a text cell says: read exactly, or refused with the reason."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wushan_plan.errors import CellError
from wushan_plan.files import read_date
from wushan_plan.files.serials import Epoch, serial_date, serial_text
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


class TestSerialNumbers:
    @pytest.mark.parametrize(("epoch", "day"), [(1900, dt.date(2021, 7, 30)), (1904, dt.date(2025, 7, 31))])
    def test_they_are_read_where_it_is_known_what_they_count_from(self, epoch: Epoch, day: dt.date) -> None:
        assert read_date("44407", epoch=epoch) == day
        assert read_date("44407.99", epoch=epoch) == day
        assert read_date("４４４０７", epoch=epoch) == day

    def test_otherwise_both_days_are_named(self) -> None:
        with pytest.raises(
            CellError, match=r"2021-07-30 \(1900 system\) or 2025-07-31 \(1904 system\)"
        ) as error:
            read_date("44407")
        assert "2021-07-30（1900年系统）" in error.value.zh

    @pytest.mark.parametrize("text", ["2021", "2021.7", "1", "60", "99999", "-44407"])
    def test_a_number_that_means_no_likely_day_is_refused(self, text: str) -> None:
        with pytest.raises(CellError, match="not a date"):
            read_date(text, epoch=1900)

    def test_eight_digits_are_a_date_and_no_serial_number(self) -> None:
        assert read_date("20210730", epoch=1900) == dt.date(2021, 7, 30)

    def test_the_day_that_excel_made_up_is_refused(self) -> None:
        with pytest.raises(CellError, match="no day"):
            serial_date(60, 1900)

    def test_the_days_beside_it_are_right(self) -> None:
        assert (serial_date(59, 1900), serial_date(61, 1900)) == (dt.date(1900, 2, 28), dt.date(1900, 3, 1))

    def test_a_time_of_day_is_kept_to_the_millisecond_and_never_pushes_the_day_on(self) -> None:
        assert serial_text(44407.395833333336, 1900) == "2021-07-30 09:30:00"
        assert serial_text(44407.99999, 1900).startswith("2021-07-30 23:59:59")


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
