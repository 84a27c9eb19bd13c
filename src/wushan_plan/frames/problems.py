"""What can be wrong with a row, and with a table as a whole (表格问题)."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

import attrs

from wushan_plan.errors import WushanPlanError
from wushan_plan.explanation.words import spoken
from wushan_plan.files.case_file import BadCell
from wushan_plan.model.verdict import Lang


class Problem(Enum):
    """Why the status of a row is unknown (行内问题). The value is the code used inside the engines."""

    NO_START = 1
    NO_AS_OF = 2
    SCOPE_NOT_KNOWN = 3
    ENDS_BEFORE_START = 4
    START_NOT_COVERED = 5
    STOP_NOT_COVERED = 6
    DEADLINE_NOT_COVERED = 7
    SUSPENSION_BACKWARDS = 8
    SUSPENSIONS_OUT_OF_ORDER = 9
    SUSPENDED_COUNT = 10
    NO_EVIDENCE = 11
    FACT_MISSING = 12
    NEGATIVE = 13
    NOT_WHOLE = 14
    PART_LARGER = 15
    NOTHING_TO_MEASURE = 16
    REACHED_ON_CONTRADICTS = 17
    TOO_CLOSE = 18
    UNREADABLE = 19

    def text(self, lang: Lang) -> str:
        """The problem in words."""
        return _WORDS[self][spoken(lang, "Problem.text(lang)") == "en"]


_WORDS: dict[Problem, tuple[str, str]] = {
    Problem.NO_START: ("缺少起算日期", "the starting date is missing"),
    Problem.NO_AS_OF: ("未办结，且缺少判定基准日", "the case is open and no day of judgement is given"),
    Problem.SCOPE_NOT_KNOWN: ("不知是否属于适用范围", "not known to be inside the scope"),
    Problem.ENDS_BEFORE_START: ("办结日期早于起算日期", "the case ends before it starts"),
    Problem.START_NOT_COVERED: ("起算日期超出日历范围", "the starting date is outside the calendar"),
    Problem.STOP_NOT_COVERED: (
        "办结日期或判定基准日超出日历范围",
        "the end or the day of judgement is outside the calendar",
    ),
    Problem.DEADLINE_NOT_COVERED: ("截止日超出日历范围", "the deadline is outside the calendar"),
    Problem.SUSPENSION_BACKWARDS: ("中止期间的末日早于首日", "a suspension ends before it begins"),
    Problem.SUSPENSIONS_OUT_OF_ORDER: (
        "多段中止期间须按先后给出且不重叠",
        "several suspensions have to be in order and apart",
    ),
    Problem.SUSPENDED_COUNT: (
        "中止天数为负，或多于已过天数",
        "the suspended days are negative, or more than the days that passed",
    ),
    Problem.NO_EVIDENCE: ("缺少探索情况的佐证材料", "evidence of the attempt is missing"),
    Problem.FACT_MISSING: ("缺少判定所需事实", "a fact that is needed is missing"),
    Problem.NEGATIVE: ("数量为负或不是有限的数", "a figure is negative or not finite"),
    Problem.NOT_WHOLE: ("计数不是整数", "a count is not a whole number"),
    Problem.PART_LARGER: ("部分大于整体", "the part is larger than the whole"),
    Problem.NOTHING_TO_MEASURE: ("分母为零，无从计算", "the denominator is zero"),
    Problem.REACHED_ON_CONTRADICTS: (
        "达到日期与数字矛盾",
        "the day of reaching contradicts the figures",
    ),
    Problem.TOO_CLOSE: (
        "浮点数过于接近界线，请改用整数或十进制数",
        "too close to the limit for floating point; give integers or decimals",
    ),
    Problem.UNREADABLE: ("日期读不出", "a date cannot be read"),
}


def unreadable_text(column: str, text: str, lang: Lang) -> str:
    """What is wrong with a date in text that cannot be read, as where its file is judged by itself."""
    zh, en = _WORDS[Problem.UNREADABLE]
    return BadCell("", 0, column, text, zh, en).reason(lang)


def several(lang: Lang) -> str:
    """What stands between the problems of one row."""
    return "；" if lang == "zh" else "; "


@attrs.frozen
class ColumnFinding:
    """One thing wrong with a column (列问题).

    Attributes:
        column: the column, as the caller names it.
        zh: what is wrong, in Chinese.
        en: the same in English.
        table: the table, where there are several.
    """

    column: str
    zh: str
    en: str
    table: str = ""

    def text(self, lang: Lang) -> str:
        """The finding in words."""
        where = f"{self.table}." if self.table else ""
        return f"{where}{self.column}: {self.en}" if lang == "en" else f"{where}{self.column}：{self.zh}"


class FrameError(WushanPlanError, ValueError):
    """A table that cannot be judged as a whole; it lists everything that is wrong (表格有误).

    The findings are in ``value``.
    """

    @classmethod
    def of(cls, findings: Iterable[ColumnFinding], where: str) -> FrameError:
        """The one error for all ``findings``."""
        listed = tuple(findings)
        return cls(
            value=tuple(one.column for one in listed),
            rule="the table cannot be judged: " + "; ".join(one.text("en") for one in listed) + ".",
            where=where,
            remedy="Name the columns as the table does, and convert them where a type is wrong.",
            zh="；".join(one.text("zh") for one in listed),
        )
