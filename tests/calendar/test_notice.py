"""What a notice may say, and how a file of notices is read."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from wushan_plan import CHINA, DayKind, Notice
from wushan_plan.calendar.checks import Severity, check_notice
from wushan_plan.calendar.notices import read_notices
from wushan_plan.calendar.provisional import statutory_festivals
from wushan_plan.errors import DateTypeError, DefinitionError

# Not published yet: made up for these tests.
NEW_YEAR_2027 = Notice(
    year=2027,
    number="示例〔2026〕1号",
    holidays={"元旦": [dt.date(2027, 1, 3), dt.date(2027, 1, 1), dt.date(2027, 1, 2)]},
    make_up={"元旦": [dt.date(2026, 12, 27)]},
)


def complete_notice(year: int) -> Notice:
    """A made-up notice that names the statutory days of its year and no more."""
    holidays: dict[str, list[dt.date]] = {}
    for day, name in statutory_festivals(year).items():
        holidays.setdefault(name, []).append(day)
    return Notice(year, f"示例〔{year - 1}〕1号", holidays=holidays)


FILE = """
[[notice]]
year = 2027
number = "示例〔2026〕1号"
[notice.holidays]
"元旦" = [2027-01-01, 2027-01-02, 2027-01-03]
[notice.make_up]
"元旦" = [2026-12-27]
"""


def _file(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "notices.toml"
    path.write_text(text, encoding="utf-8")
    return path


class TestNotice:
    def test_keeps_its_days_in_order(self) -> None:
        assert NEW_YEAR_2027.holidays == (
            ("元旦", (dt.date(2027, 1, 1), dt.date(2027, 1, 2), dt.date(2027, 1, 3))),
        )

    def test_equals_another_with_the_same_content(self) -> None:
        again = Notice(
            2027, "示例〔2026〕1号", holidays=NEW_YEAR_2027.holidays, make_up=NEW_YEAR_2027.make_up
        )
        assert again == NEW_YEAR_2027

    @pytest.mark.parametrize("day", ["2027-01-01", 20270101, dt.datetime(2027, 1, 1)])
    def test_refuses_a_day_that_is_no_plain_date(self, day: object) -> None:
        with pytest.raises(DateTypeError, match="a notice lists calendar dates") as caught:
            Notice(2027, "示例", holidays={"元旦": [day]})  # type: ignore[list-item]  # what is refused
        assert caught.value.value == day


class TestWithNotice:
    def test_covers_the_new_year(self) -> None:
        assert CHINA.with_notice(NEW_YEAR_2027).coverage == (dt.date(2004, 1, 1), dt.date(2027, 12, 31))

    def test_counts_by_the_new_notice(self) -> None:
        # Sunday 2026-12-27 is worked; 2027-01-01 (Friday) to 01-03 are off.
        after = CHINA.with_notice(NEW_YEAR_2027)
        assert after.workdays_between(dt.date(2026, 12, 25), dt.date(2027, 1, 4)) == 6
        assert after.nth_workday_after(dt.date(2026, 12, 31), 1) == dt.date(2027, 1, 4)

    def test_names_the_notice_on_its_days(self) -> None:
        day = CHINA.with_notice(NEW_YEAR_2027).day(dt.date(2027, 1, 1))
        assert (day.kind, day.name, day.notice, day.provisional) == (
            DayKind.HOLIDAY,
            "元旦",
            "示例〔2026〕1号",
            False,
        )

    def test_leaves_the_calendar_it_was_made_from_as_it_was(self) -> None:
        before = CHINA.coverage, CHINA.day(dt.date(2026, 12, 27))
        CHINA.with_notice(NEW_YEAR_2027)
        assert (CHINA.coverage, CHINA.day(dt.date(2026, 12, 27))) == before

    def test_changes_a_covered_year_without_covering_more(self) -> None:
        extension = Notice(2021, "示例〔2021〕1号", holidays={"国庆节": [dt.date(2021, 10, 8)]})
        changed = CHINA.with_notice(extension)
        assert not changed.is_workday(dt.date(2021, 10, 8))
        assert changed.coverage == CHINA.coverage

    def test_refuses_to_skip_a_year_that_no_notice_settles(self) -> None:
        with pytest.raises(DefinitionError, match="Supply the notice for 2027 first"):
            CHINA.with_notice(Notice(2028, "示例〔2027〕1号", holidays={}))

    def test_covers_two_years_with_their_two_notices(self) -> None:
        later = CHINA.with_notice(complete_notice(2027)).with_notice(complete_notice(2028))
        assert later.coverage[1] == dt.date(2028, 12, 31)
        assert not later.day(dt.date(2027, 7, 1)).provisional

    def test_a_notice_without_every_festival_does_not_settle_its_year(self) -> None:
        # Only New Year is named: that the Spring Festival is missing cannot be right.
        after = CHINA.with_notice(NEW_YEAR_2027)
        assert not after.day(dt.date(2027, 1, 1)).provisional
        assert after.day(dt.date(2027, 2, 5)).provisional
        assert after.days.settled_to == dt.date(2026, 12, 31)

    def test_the_year_after_an_unsettled_one_is_refused(self) -> None:
        with pytest.raises(DefinitionError, match="year on year"):
            CHINA.with_notice(NEW_YEAR_2027).with_notice(complete_notice(2028))

    def test_refuses_what_is_no_notice(self) -> None:
        with pytest.raises(DefinitionError, match="a notice is needed"):
            CHINA.with_notice({"year": 2027})  # type: ignore[arg-type]  # what is refused

    @pytest.mark.parametrize(
        ("off", "worked", "day"),
        [
            pytest.param([], ["2027-01-04"], "2027-01-04", id="a make-up day that is a Monday"),
            pytest.param(["2027-01-02"], ["2027-01-02"], "2027-01-02", id="a day both off and worked"),
            pytest.param(["2027-01-01", "2027-01-01"], [], "2027-01-01", id="a day listed twice"),
            pytest.param(["2072-01-01"], [], "2072-01-01", id="a day of another year"),
            pytest.param(["2026-11-30"], [], "2026-11-30", id="a day before the December before"),
        ],
    )
    def test_refuses_a_notice_that_cannot_be_right(self, off: list[str], worked: list[str], day: str) -> None:
        notice = Notice(
            2027,
            "示例",
            holidays={"元旦": [dt.date.fromisoformat(one) for one in off]},
            make_up={"元旦": [dt.date.fromisoformat(one) for one in worked]},
        )
        with pytest.raises(DefinitionError, match=f"^Notice 示例: .*{day}"):
            CHINA.with_notice(notice)
        assert check_notice(notice)[0].severity is Severity.ERROR

    def test_takes_a_notice_that_only_looks_incomplete(self) -> None:
        # Six of the seven festivals are missing, which is a warning.
        findings = check_notice(NEW_YEAR_2027)
        assert {finding.severity for finding in findings} == {Severity.WARNING}
        assert CHINA.with_notice(NEW_YEAR_2027).coverage[1].year == 2027


class TestReadNotices:
    def test_reads_what_a_notice_would_be_written_as(self, tmp_path: Path) -> None:
        assert read_notices(_file(tmp_path, FILE)) == (NEW_YEAR_2027,)

    def test_keeps_the_order_of_the_file(self, tmp_path: Path) -> None:
        second = '[[notice]]\nyear = 2027\nnumber = "示例〔2027〕2号"\nholidays = {}\n'
        numbers = [notice.number for notice in read_notices(_file(tmp_path, FILE + second))]
        assert numbers == ["示例〔2026〕1号", "示例〔2027〕2号"]

    def test_takes_the_path_as_text_too(self, tmp_path: Path) -> None:
        assert read_notices(str(_file(tmp_path, FILE))) == (NEW_YEAR_2027,)

    def test_names_the_entry_and_the_key_it_does_not_know(self, tmp_path: Path) -> None:
        text = FILE + '[[notice]]\nyear = 2028\nnumber = "甲"\nholidays = {}\nholiday = []\n'
        with pytest.raises(DefinitionError, match=r"notice 2: \['holiday'\]: unknown keys"):
            read_notices(_file(tmp_path, text))

    def test_names_the_keys_that_are_missing(self, tmp_path: Path) -> None:
        with pytest.raises(DefinitionError, match=r"notice 1: \['holidays', 'number'\]: keys are missing"):
            read_notices(_file(tmp_path, "[[notice]]\nyear = 2027\n"))

    def test_refuses_a_file_that_is_not_toml(self, tmp_path: Path) -> None:
        with pytest.raises(DefinitionError, match="not valid TOML"):
            read_notices(_file(tmp_path, "year: 2027"))

    @pytest.mark.parametrize("text", ["", "year = 2027", "notice = []", "notice = 1"])
    def test_refuses_a_file_without_a_notice(self, tmp_path: Path, text: str) -> None:
        with pytest.raises(DefinitionError, match=r"at least one \[\[notice\]\] table"):
            read_notices(_file(tmp_path, text))

    def test_refuses_a_date_in_quotes(self, tmp_path: Path) -> None:
        text = FILE.replace("2026-12-27", '"2026-12-27"')
        with pytest.raises(DateTypeError, match=r"2026-12-27.*a notice lists calendar dates"):
            read_notices(_file(tmp_path, text))

    def test_leaves_it_to_the_calendar_to_refuse_what_contradicts_itself(self, tmp_path: Path) -> None:
        (notice,) = read_notices(_file(tmp_path, FILE.replace("2026-12-27", "2026-12-28")))
        with pytest.raises(DefinitionError, match="2026-12-28"):
            CHINA.with_notice(notice)

    @pytest.mark.parametrize(
        "text",
        [
            pytest.param('[[notice]]\nyear = "2027"\nnumber = "甲"\nholidays = {}\n', id="year in quotes"),
            pytest.param("[[notice]]\nyear = 2027\nnumber = 1\nholidays = {}\n", id="number without quotes"),
            pytest.param('[[notice]]\nyear = 2027\nnumber = "甲"\nholidays = 3\n', id="holidays a number"),
            pytest.param(
                '[[notice]]\nyear = 2027\nnumber = "甲"\nholidays = {"元旦" = 2027-01-01}\n',
                id="one bare date",
            ),
            pytest.param("notice = [1]\n", id="an entry that is no table"),
        ],
    )
    def test_refuses_a_value_of_the_wrong_kind(self, tmp_path: Path, text: str) -> None:
        with pytest.raises((DefinitionError, DateTypeError)):
            read_notices(_file(tmp_path, text))

    def test_our_own_list_is_such_a_file(self) -> None:
        import wushan_plan.calendar.official as official

        path = Path(official.__file__).with_name("notices.toml")
        assert read_notices(path) == official.official_notices()
