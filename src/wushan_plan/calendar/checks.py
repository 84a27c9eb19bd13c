"""Is this notice plausible? Findings as values, worst first (通知核对)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from enum import Enum

import attrs

from wushan_plan.calendar.days import FESTIVALS
from wushan_plan.calendar.notices import Notice

# Days off by law in a yearly notice: festival, least days named, from 2008 and from 2025 on
# (全国年节及纪念日放假办法, art. 2, as in force from 2008 and as revised on 2024-11-10).
_LEAST_DAYS = (
    ("元旦", 1, 1),
    ("春节", 3, 4),
    ("清明节", 1, 1),
    ("劳动节", 1, 2),
    ("端午节", 1, 1),
    ("中秋节", 1, 1),
    ("国庆节", 3, 3),
)
_FIRST_YEAR = 2008
_REVISED_YEAR = 2025


class Severity(Enum):
    """How bad a finding is (严重程度)."""

    ERROR = "error"
    """The notice contradicts itself; it is not laid over a calendar."""
    WARNING = "warning"
    """It may be right, but looks incomplete."""


@attrs.frozen
class NoticeFinding:
    """Something wrong with a notice (通知核对结果).

    Attributes:
        severity: error or warning.
        zh: what, in Chinese.
        en: what, in English.
        days: the days concerned.
    """

    severity: Severity
    zh: str
    en: str
    days: tuple[dt.date, ...] = ()


def check_notice(notice: Notice) -> tuple[NoticeFinding, ...]:
    """Everything wrong with ``notice``: errors first."""
    findings = [finding for check in _CHECKS for finding in check(notice)]
    return tuple(sorted(findings, key=lambda finding: finding.severity is Severity.WARNING))


def overlaps(notice: Notice) -> list[NoticeFinding]:
    """A day both off and worked, or listed twice."""
    off, worked = notice.days_off, notice.days_worked
    both = tuple(sorted(set(off) & set(worked)))
    twice = tuple(sorted({day for days in (off, worked) for day in days if days.count(day) > 1}))
    found: list[NoticeFinding] = []
    if both:
        found.append(_error("同一天既放假又上班", "a day is both off and worked", both))
    if twice:
        found.append(_error("同一天列了两次", "a day is listed twice", twice))
    return found


def weekdays(notice: Notice) -> list[NoticeFinding]:
    """A make-up day that is no Saturday or Sunday."""
    wrong = tuple(sorted(day for day in set(notice.days_worked) if day.weekday() < 5))
    if not wrong:
        return []
    return [_error("调休上班日不是周六或周日", "a make-up day is not a Saturday or Sunday", wrong)]


def years(notice: Notice) -> list[NoticeFinding]:
    """A day outside the notice's year and the December before."""
    wrong = tuple(
        sorted(
            day
            for day in {*notice.days_off, *notice.days_worked}
            if not dt.date(notice.year - 1, 12, 1) <= day <= dt.date(notice.year, 12, 31)
        )
    )
    if not wrong:
        return []
    return [_error("日期不在该年度", "a day lies outside the notice's year", wrong)]


def names(notice: Notice) -> list[NoticeFinding]:
    """A heading of a yearly notice that is none of the seven festivals: misspelt, or in English."""
    if notice.amends:
        return []  # a change during a year may have an occasion of its own (2015)
    strange: dict[str, list[dt.date]] = {}
    for heading, days in (*notice.holidays, *notice.make_up):
        for name in heading.split("、"):
            if name not in FESTIVALS:
                strange.setdefault(name, []).extend(days)
    zh = "、".join(FESTIVALS)
    en = ", ".join(f"{chinese} ({english})" for chinese, english in FESTIVALS.items())
    return [
        NoticeFinding(
            Severity.WARNING,
            f"“{name}”不是法定节日的名称，应为{zh}之一",
            f'"{name}" is none of the festivals, which are written {en}',
            tuple(sorted(set(days))),
        )
        for name, days in strange.items()
    ]


def festivals(notice: Notice) -> list[NoticeFinding]:
    """A statutory festival missing from a yearly notice, or with too few days off."""
    if notice.amends or notice.year < _FIRST_YEAR:
        return []
    found: list[NoticeFinding] = []
    for name, days, least in lacking_festivals(notice.year, [notice]):
        if not days:
            found.append(NoticeFinding(Severity.WARNING, f"没有{name}", f"{name} is missing"))
            continue
        off = "1 day" if len(days) == 1 else f"{len(days)} days"
        found.append(
            NoticeFinding(
                Severity.WARNING,
                f"{name}只有{len(days)}天，法定{least}天",
                f"{name} has {off} off where the law gives {least}",
                days,
            )
        )
    return found


def lacking_festivals(year: int, notices: Iterable[Notice]) -> list[tuple[str, tuple[dt.date, ...], int]]:
    """The statutory festivals that the notices of ``year`` together do not arrange in full.

    Each with the days off they do name, in order, and the least the law gives.
    """
    off: dict[str, set[dt.date]] = {}
    for notice in notices:
        if notice.year == year:
            for heading, dates in notice.holidays:
                for name in heading.split("、"):
                    off.setdefault(name, set()).update(dates)
    lacking: list[tuple[str, tuple[dt.date, ...], int]] = []
    for name, before, since in _LEAST_DAYS:
        least = since if year >= _REVISED_YEAR else before
        days = tuple(sorted(off.get(name, ())))
        if len(days) < least:
            lacking.append((name, days, least))
    return lacking


def settles_its_year(year: int, notices: Iterable[Notice]) -> bool:
    """Whether the notices of ``year`` together arrange every festival of that year.

    Before 2008 the law named others, which are not checked.
    """
    return year < _FIRST_YEAR or not lacking_festivals(year, notices)


_CHECKS = (overlaps, weekdays, years, names, festivals)


def _error(zh: str, en: str, days: tuple[dt.date, ...]) -> NoticeFinding:
    return NoticeFinding(Severity.ERROR, zh, en, days)
