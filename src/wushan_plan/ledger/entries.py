"""Ledger entries (台账记录): immutable, dated, cited; nothing is ever edited.

Each entry cites a commitment and the lead unit whose task it is about, and says who wrote it and when.
The moment is always the caller's: nothing here reads a clock. The id of an entry is a digest of its
content, so that the same entry has the same id wherever it is written, and twice is once.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any, ClassVar, cast

import attrs

from wushan_plan.calendar.dates import calendar_date
from wushan_plan.errors import EntryError
from wushan_plan.ledger.tally import Tally
from wushan_plan.ledger.values import Facts, canonical, frozen_facts, to_json
from wushan_plan.model.periods import Interval

CHINA_TIME = dt.timezone(dt.timedelta(hours=8))
"""The zone every moment is kept in; the day of an entry is the day it shows here."""

_EPOCH = dt.datetime(1970, 1, 1, tzinfo=CHINA_TIME)
_FIRST_DAY = dt.date(1970, 1, 1)
_MICROSECOND = dt.timedelta(microseconds=1)
_DAY_OF_MICROSECONDS = 86_400_000_000
_ID_LENGTH = 32


def _refused(value: object, where: str, rule: str, remedy: str, zh: str) -> EntryError:
    return EntryError(value=value, rule=rule, where=where, remedy=remedy, zh=zh)


def _moment(value: object) -> dt.date | dt.datetime:
    """A date as it is; a datetime with zone in China's; anything else is refused."""
    if isinstance(value, dt.datetime):
        if value.tzinfo is None:
            raise _refused(
                value,
                "at",
                "a moment without time zone is no moment.",
                "Give a datetime with tzinfo, or a date.",
                "记录时间缺少时区",
            )
        there = value.astimezone(CHINA_TIME)
        return dt.datetime(*there.timetuple()[:6], there.microsecond, CHINA_TIME)
    return calendar_date(value, where="at")


def _day(value: object) -> dt.date | None:
    return None if value is None else calendar_date(value, where="stood_on")


def _known_day(value: object) -> dt.date:
    return calendar_date(value, where="done_on")


def _named(instance: object, attribute: attrs.Attribute[str], value: str) -> None:
    text: object = value  # the caller's, whatever its annotation says
    if not isinstance(text, str) or not text or text != text.strip() or "\0" in text:
        raise _refused(
            value,
            f"{type(instance).__name__}({attribute.name}=…)",
            "this is text, and says something.",
            "Give it without blanks around it.",
            "必填文字为空或首尾有空格",
        )


def _days_of(instance: object, attribute: attrs.Attribute[Any], value: object) -> None:
    if not isinstance(value, Interval | None):
        raise _refused(
            value,
            f"{type(instance).__name__}({attribute.name}=…)",
            "a period is an interval of days.",
            "Give Interval(first, last), both ends included.",
            "统计期间应写明首日和末日",
        )


def _summed_up(instance: object, attribute: attrs.Attribute[Any], value: object) -> None:
    if not isinstance(value, Tally):
        raise _refused(
            value,
            f"{type(instance).__name__}({attribute.name}=…)",
            "a table is reported by what it amounts to.",
            "Give a Tally, such as Tally.of(scorecard).",
            "办件汇总缺少汇总数",
        )


def _written_text(instance: object, attribute: attrs.Attribute[str], value: str) -> None:
    text: object = value  # the caller's, whatever its annotation says
    if not isinstance(text, str):
        where = f"{type(instance).__name__}({attribute.name}=…)"
        raise _refused(value, where, "this is text.", "Give a str, or leave it out.", "此处应为文字")


def _ids(value: Iterable[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(sorted(set(value)))


def _additions(given: Mapping[str, Iterable[str]] | Facts) -> Facts:
    found = frozen_facts(cast(Mapping[str, object], given))
    for name, names in found:
        if not isinstance(names, tuple) or not names or not isinstance(names[0], str):
            raise _refused(
                names, name, "what is added is named.", "Give the names of the items.", f"{name}：须逐项列名"
            )
    return found


@attrs.frozen(kw_only=True)
class Entry:
    """One ledger entry (台账记录); a base, write one of its kinds.

    Attributes:
        commitment: id of the commitment it is about.
        unit: id of the unit whose task it is about.
        author: who wrote it.
        at: when: a datetime with zone, or a date, which counts as the beginning of that day.
        note: a remark; decides nothing.
    """

    kind: ClassVar[str] = ""

    commitment: str = attrs.field(validator=_named)
    unit: str = attrs.field(validator=_named)
    author: str = attrs.field(validator=_named)
    at: dt.date | dt.datetime = attrs.field(converter=_moment)
    note: str = attrs.field(default="", validator=_written_text)

    @cached_property
    def payload(self) -> str:
        """Its content in its one written form; the id is the digest of this."""
        return canonical({"kind": self.kind, **self._content()})

    @cached_property
    def id(self) -> str:
        """A digest of its content (台账记录号)."""
        return digest_of(self.payload)

    @property
    def day(self) -> dt.date:
        """The day it was written, in China."""
        return self.at.date() if isinstance(self.at, dt.datetime) else self.at

    @property
    def instant(self) -> int:
        """Its moment, in microseconds since the beginning of 1970 in China."""
        if isinstance(self.at, dt.datetime):
            return (self.at - _EPOCH) // _MICROSECOND
        return (self.at - _FIRST_DAY).days * _DAY_OF_MICROSECONDS

    @property
    def order(self) -> tuple[int, str]:
        """Its place among all entries, whatever the order of arrival: by moment, then by id."""
        return (self.instant, self.id)

    def _content(self) -> dict[str, object]:
        content: dict[str, object] = {}
        for field in attrs.fields(type(self)):
            value = getattr(self, field.name)
            if value != field.default:
                content[field.name] = _written(value)
        return content


@attrs.frozen(kw_only=True)
class Report(Entry):
    """An entry that reports facts (填报); a base.

    Attributes:
        facts: the commitment's own facts, by name.
        stood_on: the day the facts stood on; the day of writing unless given.
        settles: ids of reports that disagreed, and that this one decides between.
    """

    facts: Facts = attrs.field(default=(), converter=frozen_facts)
    stood_on: dt.date | None = attrs.field(default=None, converter=_day)
    settles: tuple[str, ...] = attrs.field(default=(), converter=_ids)

    def __attrs_post_init__(self) -> None:
        if self.stood_on is not None:
            _not_after(self.stood_on, self, "stood_on")

    @property
    def stood(self) -> dt.date:
        """The day its facts stood on."""
        return self.day if self.stood_on is None else self.stood_on


@attrs.frozen(kw_only=True)
class ProgressReport(Report):
    """Facts as they stood on a day, or for a period (进展填报).

    Attributes:
        period: the days the figures are for, both ends included. Figures for several periods add
            up; without a period a figure is the whole as it stood on the day.
        adds: named items that came to be, by name of the fact that counts them. Each name counts
            once, however often it is reported.
    """

    kind: ClassVar[str] = "progress"

    period: Interval | None = attrs.field(default=None, validator=_days_of)
    adds: Facts = attrs.field(default=(), converter=_additions)

    def __attrs_post_init__(self) -> None:
        if self.period is not None:
            _not_after(self.period.last, self, "period")
            if self.stood_on is not None:
                raise _refused(
                    self.stood_on,
                    "ProgressReport(stood_on=…)",
                    "figures are for a period, or as they stood on a day.",
                    "Give one of the two.",
                    "统计期间与截至日只能填一个",
                )
        elif self.stood_on is not None:
            _not_after(self.stood_on, self, "stood_on")
        if not self.facts and not self.adds:
            raise _refused(
                (),
                "ProgressReport",
                "a report reports something.",
                "Give facts or adds; write a Comment otherwise.",
                "填报内容为空",
            )

    @property
    def stood(self) -> dt.date:
        """The day its facts stood on: the last of its period, if it is for one."""
        return self.stood_on or (self.day if self.period is None else self.period.last)


@attrs.frozen(kw_only=True)
class Evidence(Report):
    """A document that shows it (佐证材料).

    Attributes:
        reference: file number, address or file name.
        digest: SHA-256 of the file, where there is one.
    """

    kind: ClassVar[str] = "evidence"

    reference: str = attrs.field(validator=_named)
    digest: str = attrs.field(default="", validator=_written_text)


@attrs.frozen(kw_only=True)
class Completion(Report):
    """It is done (完成).

    Attributes:
        done_on: the day it was done.
        evidence: what shows it.
    """

    kind: ClassVar[str] = "completion"

    done_on: dt.date = attrs.field(converter=_known_day)
    evidence: str = attrs.field(default="", validator=_written_text)

    def __attrs_post_init__(self) -> None:
        if self.stood_on is not None:
            _not_after(self.stood_on, self, "stood_on")
        _not_after(self.done_on, self, "done_on")


@attrs.frozen(kw_only=True)
class CaseReport(Report):
    """A table of cases, judged case by case and summed up (办件汇总).

    Attributes:
        tally: what the table amounts to.
        source: what the table is called; a later table of that name replaces the earlier one.
        period: the cases it holds, by days; tables for several periods add up. Without one the
            table holds all cases up to the day it stood on.
        digest: SHA-256 of the file; the same file never counts twice, for whatever period.
    """

    kind: ClassVar[str] = "cases"

    tally: Tally = attrs.field(validator=_summed_up)
    source: str = attrs.field(validator=_named)
    period: Interval | None = attrs.field(default=None, validator=_days_of)
    digest: str = attrs.field(default="", validator=_written_text)

    def __attrs_post_init__(self) -> None:
        if self.facts:
            raise _refused(
                self.facts,
                "CaseReport(facts=…)",
                "a table reports its tally.",
                "Use a ProgressReport.",
                "办件汇总不填报事实",
            )
        if self.period is not None:
            _not_after(self.period.last, self, "period")
        if self.stood_on is not None:
            _not_after(self.stood_on, self, "stood_on")

    @property
    def stood(self) -> dt.date:
        """The day the table stood on: the last of its period, if it is for one."""
        return self.stood_on or (self.day if self.period is None else self.period.last)


@attrs.frozen(kw_only=True)
class DeviationReason(Entry):
    """The recorded reason of a deviation (偏离理由). It counts only where the text allows one."""

    kind: ClassVar[str] = "deviation"

    reason: str = attrs.field(validator=_named)


@attrs.frozen(kw_only=True)
class Correction(Entry):
    """What an earlier entry should have said (更正). The earlier entry stays where it is.

    Of several corrections the last that speaks of a fact wins. A correction can itself be
    corrected, or withdrawn, and then what it corrected stands again.

    Attributes:
        corrects: id of the entry it corrects, on the same commitment and unit.
        reason: why.
        facts: the facts as they should have been; ``None`` strikes a fact.
        withdraws: whether the entry is withdrawn as a whole.
    """

    kind: ClassVar[str] = "correction"

    corrects: str = attrs.field(validator=_named)
    reason: str = attrs.field(validator=_named)
    facts: Facts = attrs.field(default=(), converter=frozen_facts)
    withdraws: bool = False


@attrs.frozen(kw_only=True)
class Reassignment(Entry):
    """A task passes to another unit (改派).

    Attributes:
        to: id of the unit that takes over from ``unit``.
        reason: why.
    """

    kind: ClassVar[str] = "reassignment"

    to: str = attrs.field(validator=_named)
    reason: str = attrs.field(validator=_named)


@attrs.frozen(kw_only=True)
class Comment(Entry):
    """A remark (批注); decides nothing."""

    kind: ClassVar[str] = "comment"

    text: str = attrs.field(validator=_named)


KINDS: Mapping[str, type[Entry]] = {
    one.kind: one
    for one in (
        ProgressReport,
        Evidence,
        Completion,
        CaseReport,
        DeviationReason,
        Correction,
        Reassignment,
        Comment,
    )
}
"""Every kind of entry by the name it is written under."""


def digest_of(payload: str) -> str:
    """The id of the entry with this content."""
    return hashlib.sha256(payload.encode("utf-8", "surrogatepass")).hexdigest()[:_ID_LENGTH]


def _not_after(day: dt.date, entry: Entry, name: str) -> None:
    if day > entry.day:
        raise _refused(
            day,
            f"{type(entry).__name__}({name}=…)",
            "nothing is reported before it has happened.",
            f"The entry is of {entry.day}; give that day or an earlier one.",
            f"{name}晚于记录日期",
        )


def _written(value: object) -> object:
    if isinstance(value, (str, bool)):
        return value
    if isinstance(value, dt.date):  # moments among them
        return value.isoformat()
    if isinstance(value, Interval):
        return [value.first.isoformat(), value.last.isoformat()]
    if isinstance(value, Tally):
        return {**attrs.asdict(value), "counts": dict(value.counts)}
    assert isinstance(value, tuple)
    if value and isinstance(value[0], tuple):
        return {name: to_json(one) for name, one in value}
    return list(value)
