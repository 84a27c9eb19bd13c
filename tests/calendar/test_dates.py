"""What counts as a date, and which one it is."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wushan_plan import CHINA, calendar_date
from wushan_plan.errors import DateTypeError
from wushan_plan.testing import covered_dates

EVENING_IN_LONDON = dt.datetime(2021, 9, 24, 20, 0, tzinfo=dt.UTC)


class _NotATime(dt.datetime):
    """Like ``pandas.NaT``: a datetime that equals nothing, itself included."""

    __hash__ = dt.datetime.__hash__

    def __eq__(self, other: object) -> bool:
        return False

    def __ne__(self, other: object) -> bool:
        return True


class _Day(dt.date):
    """A date of another library."""


@given(covered_dates())
def test_a_date_is_itself(day: dt.date) -> None:
    assert calendar_date(day) is day


def test_a_date_of_a_subclass_becomes_a_plain_date() -> None:
    found = calendar_date(_Day(2021, 9, 24))
    assert type(found) is dt.date
    assert found == dt.date(2021, 9, 24)


@given(covered_dates(), st.times())
def test_a_datetime_without_zone_gives_its_date(day: dt.date, time: dt.time) -> None:
    assert calendar_date(dt.datetime.combine(day, time)) == day


def test_a_datetime_with_zone_gives_its_date_in_shanghai() -> None:
    assert calendar_date(EVENING_IN_LONDON) == dt.date(2021, 9, 25)


def test_as_written_keeps_the_date_that_a_datetime_with_zone_shows() -> None:
    assert calendar_date(EVENING_IN_LONDON, as_written=True) == dt.date(2021, 9, 24)


def test_midnight_in_shanghai_begins_the_day_it_names() -> None:
    midnight = dt.datetime(2021, 9, 24, tzinfo=ZoneInfo("Asia/Shanghai"))
    assert calendar_date(midnight) == dt.date(2021, 9, 24)
    assert calendar_date(midnight - dt.timedelta(microseconds=1)) == dt.date(2021, 9, 23)


@given(covered_dates(), st.times(), st.integers(-12 * 60, 14 * 60))
def test_a_datetime_with_zone_is_eight_hours_after_utc(day: dt.date, time: dt.time, minutes: int) -> None:
    zone = dt.timezone(dt.timedelta(minutes=minutes))
    moment = dt.datetime.combine(day, time, tzinfo=zone)
    shanghai = (moment.astimezone(dt.UTC) + dt.timedelta(hours=8)).date()
    assert calendar_date(moment) == shanghai


@pytest.mark.parametrize(
    "value", ["2021-09-24", "", 20210924, 1632441600.0, float("nan"), None, True, (2021, 9, 24)]
)
def test_what_is_not_a_date_is_refused_and_never_guessed_at(value: object) -> None:
    with pytest.raises(DateTypeError, match=r"a date is needed, not \w+\. Give datetime\.date"):
        calendar_date(value)


def test_a_missing_timestamp_is_refused_as_missing() -> None:
    with pytest.raises(DateTypeError, match=r"a missing date has no calendar date\. Give None"):
        calendar_date(_NotATime(2021, 9, 24))


def test_the_error_says_where_the_value_came_from() -> None:
    with pytest.raises(DateTypeError, match=r"^row 3: '24/9': "):
        calendar_date("24/9", where="row 3")


def test_the_error_is_a_type_error_too() -> None:
    with pytest.raises(TypeError):
        calendar_date(None)


class TestTheCalendarItself:
    @pytest.mark.parametrize("value", ["2021-09-24", 20210924, float("nan"), None, _NotATime(2021, 9, 24)])
    def test_refuses_what_is_not_a_date(self, value: object) -> None:
        day = dt.date(2021, 9, 24)
        calls = (
            lambda: CHINA.is_workday(value),
            lambda: CHINA.day(value),  # type: ignore[arg-type]
            lambda: CHINA.workdays_between(value, day),
            lambda: CHINA.workdays_between(day, value),
            lambda: CHINA.nth_workday_after(value, 1),
            lambda: CHINA.nth_workday_before(value, 1),
            lambda: CHINA.roll_forward(value),
            lambda: CHINA.roll_back(value),
        )
        for call in calls:
            with pytest.raises(DateTypeError):
                call()

    def test_takes_a_datetime_with_zone_by_its_date_in_shanghai(self) -> None:
        # 2021-09-25, a Saturday, in Shanghai; 2021-09-24, a Friday, as written.
        assert CHINA.is_workday(EVENING_IN_LONDON) is False
        assert CHINA.workdays_between(EVENING_IN_LONDON, dt.date(2021, 9, 26)) == 1
        assert CHINA.nth_workday_after(EVENING_IN_LONDON, 1) == dt.date(2021, 9, 26)
        assert CHINA.nth_workday_before(EVENING_IN_LONDON, 1) == dt.date(2021, 9, 24)
        assert CHINA.roll_forward(EVENING_IN_LONDON) == dt.date(2021, 9, 26)
        assert CHINA.roll_back(EVENING_IN_LONDON) == dt.date(2021, 9, 24)
        assert CHINA.day(EVENING_IN_LONDON).date == dt.date(2021, 9, 25)

    @given(covered_dates(), st.times())
    def test_answers_a_datetime_as_it_answers_its_date(self, day: dt.date, time: dt.time) -> None:
        moment = dt.datetime.combine(day, time)
        assert CHINA.is_workday(moment) is CHINA.is_workday(day)
        assert CHINA.day(moment) == CHINA.day(day)

    def test_answers_with_plain_dates(self) -> None:
        moment = dt.datetime(2021, 9, 24, 9, 30)
        answers = (
            CHINA.roll_forward(moment),
            CHINA.roll_back(moment),
            CHINA.roll_forward(_Day(2021, 9, 24)),
            CHINA.nth_workday_after(moment, 1),
            CHINA.nth_workday_before(moment, 1),
        )
        assert {type(answer) for answer in answers} == {dt.date}
