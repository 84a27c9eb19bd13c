"""The list of notices: complete, in order, and without contradiction."""

from __future__ import annotations

import datetime as dt
from collections import Counter

from wushan_plan import CHINA, DayKind, Notice
from wushan_plan.calendar.checks import Severity, check_notice
from wushan_plan.calendar.days import FESTIVALS
from wushan_plan.calendar.official import official_notices

NOTICES = official_notices()
YEARLY = [notice for notice in NOTICES if not notice.amends]
# The one heading that is no yearly festival: the day off for the seventieth anniversary, in 2015.
OTHER_HEADINGS = {"抗战胜利纪念日"}


def _named_days(notice: Notice) -> list[dt.date]:
    return [day for _, days in (*notice.holidays, *notice.make_up) for day in days]


def test_every_year_from_2004_to_2026_has_one_yearly_notice() -> None:
    assert [notice.year for notice in YEARLY] == list(range(2004, 2027))


def test_the_amending_notices_are_those_of_2015_2019_and_2020() -> None:
    amending = [(notice.year, notice.number) for notice in NOTICES if notice.amends]
    assert amending == [
        (2015, "国发明电〔2015〕1号"),
        (2019, "国办发明电〔2019〕3号"),
        (2020, "国办发明电〔2020〕1号"),
    ]


def test_an_amending_notice_follows_the_one_it_amends() -> None:
    for place, notice in enumerate(NOTICES):
        if notice.amends:
            assert notice.amends in {earlier.number for earlier in NOTICES[:place]}


def test_document_numbers_are_unique() -> None:
    assert [number for number, times in Counter(one.number for one in NOTICES).items() if times > 1] == []


def test_notices_stand_in_the_order_they_were_issued() -> None:
    issued = [notice.issued for notice in NOTICES if notice.issued is not None]
    assert issued == sorted(issued)


def test_notices_stand_in_the_order_they_were_published() -> None:
    published = [notice.published for notice in NOTICES if notice.published is not None]
    assert published == sorted(published)


def test_no_notice_is_published_before_it_is_issued() -> None:
    both = [one for one in NOTICES if one.issued is not None and one.published is not None]
    assert both
    assert [one.number for one in both if one.published < one.issued] == []  # type: ignore[operator]  # not None


def test_every_publication_date_has_its_source() -> None:
    assert [one.number for one in NOTICES if (one.published is None) is not (one.source == "")] == []


def test_every_make_up_day_is_a_weekend_day() -> None:
    made_up = [day for notice in NOTICES for _, days in notice.make_up for day in days]
    assert made_up
    assert [day for day in made_up if day.weekday() < 5] == []


def test_no_notice_names_a_day_twice() -> None:
    for notice in NOTICES:
        assert [day for day, times in Counter(_named_days(notice)).items() if times > 1] == []


def test_a_notice_names_days_of_its_year_or_of_the_december_before() -> None:
    for notice in NOTICES:
        low = dt.date(notice.year - 1, 12, 1)
        assert all(low <= day <= dt.date(notice.year, 12, 31) for day in _named_days(notice))


def test_six_notices_name_days_of_the_december_before() -> None:
    reaching_back = [
        notice.year for notice in NOTICES if any(day.year < notice.year for day in _named_days(notice))
    ]
    assert reaching_back == [2006, 2007, 2008, 2012, 2019, 2023]


def test_a_day_is_named_again_only_by_an_amending_notice() -> None:
    named: set[dt.date] = set()
    for notice in NOTICES:
        again = named & set(_named_days(notice))
        assert not again or notice.amends
        named |= set(_named_days(notice))


def test_every_festival_has_an_english_name() -> None:
    headings = {
        part for one in NOTICES for name, _ in (*one.holidays, *one.make_up) for part in name.split("、")
    }
    assert headings - set(FESTIVALS) == OTHER_HEADINGS


def test_a_later_notice_wins() -> None:
    # 2020-02-01 was a make-up working day in the notice for 2020, and a holiday in the extension.
    first = next(one for one in NOTICES if one.number == "国办发明电〔2019〕16号")
    day = dt.date(2020, 2, 1)
    assert day in dict(first.make_up)["春节"]
    assert CHINA.day(day).kind is DayKind.HOLIDAY


def test_a_notice_names_at_least_one_day_off() -> None:
    assert [notice.number for notice in NOTICES if not any(days for _, days in notice.holidays)] == []


def test_no_notice_contradicts_itself() -> None:
    findings = [(one.number, finding) for one in NOTICES for finding in check_notice(one)]
    assert [(number, one.en) for number, one in findings if one.severity is Severity.ERROR] == []
