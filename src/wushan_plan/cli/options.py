"""Options that several commands share, and what their values are read as (共用选项)."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

from wushan_plan.cli.wording import Parser, say
from wushan_plan.errors import CellError
from wushan_plan.files.text_cells import read_date
from wushan_plan.model.periods import CalendarDays, Days, WorkingDays
from wushan_plan.model.verdict import Lang

_LIMIT = re.compile(r"(\d{1,5})\s*(wd|个?工作日|cd|个?日历日|日|天)")
_AMBIGUOUS_LIMIT = re.compile(r"(\d{1,5})\s*d(ays?)?")


def add_plan(parser: Parser, lang: Lang) -> None:
    """``--plan``: which plan a command is about, the library's own by default."""
    parser.add_argument(
        "--plan",
        default=argparse.SUPPRESS,
        metavar=say(lang, "方案编号", "ID"),
        help=say(
            lang,
            "另一个方案，由已安装的软件包登记；默认为本方案",
            "id of another plan that an installed package registers; this plan by default",
        ),
    )


def add_target(parser: Parser, name: str, lang: Lang) -> None:
    """The commitment a command judges by, as a word of its own or as a required option."""
    added = parser.add_argument(
        name,
        metavar=say(lang, "承诺", "TARGET"),
        help=say(lang, "承诺的编号，或出处如 6.1", "id of the commitment, or its sentence such as 6.1"),
    )
    added.required = True


def add_limit(parser: Parser, lang: Lang) -> None:
    """``--limit``: another time limit, as a trial."""
    parser.add_argument(
        "--limit",
        type=lambda text: limit_of(text, lang),
        metavar=say(lang, "时限", "LIMIT"),
        help=say(
            lang,
            "改用另一个时限试算：工作日写 15wd、15工作日 或 15个工作日；"
            "日历日写 56cd、56日、56天、56日历日 或 56个日历日",
            "try another limit: 15wd (working days) or 56cd (calendar days)",
        ),
    )


def add_days(parser: Parser, lang: Lang) -> None:
    """``--notice`` and ``--provisional``: which days the calendar holds."""
    parser.add_argument(
        "--notice",
        type=Path,
        metavar=say(lang, "文件", "FILE"),
        help=say(lang, "叠加新的放假通知（TOML）", "lay new notices (TOML) over the calendar"),
    )
    parser.add_argument(
        "--provisional",
        action="store_true",
        help=say(
            lang,
            "尚无通知的日子只计周末和法定节日，结果标为暂定",
            "past the last notice count weekends and festivals alone; answers are marked provisional",
        ),
    )


def date_in(lang: Lang) -> Callable[[str], date]:
    """Reads a date as in a case file, and refuses one in the user's language."""

    def read(text: str) -> date:
        try:
            return read_date(text)
        except CellError as error:
            raise argparse.ArgumentTypeError(say(lang, f"{text}：{error.zh}", str(error))) from None

    return read


def limit_of(text: str, lang: Lang) -> Days:
    """A number of days and which kind of day."""
    match = _LIMIT.fullmatch(text.strip())
    if match is None:
        unclear = _AMBIGUOUS_LIMIT.fullmatch(text.strip())
        number = unclear[1] if unclear else text.strip() if text.strip().isdecimal() else "15"
        zh = f"工作日写 {number}wd 或 {number}个工作日，日历日写 {number}cd、{number}日 或 {number}天"
        en = f"write {number}wd for working days, {number}cd for calendar days"
        if unclear is not None:
            zh, en = f"d分不清是工作日还是日历日：{zh}", f"d may mean either kind of day: {en}"
        elif text.strip().isdecimal():
            zh, en = f"没写单位：{zh}", f"the unit is missing: {en}"
        else:
            zh, en = f"读不懂：{zh}", f"no number of days: {en}"
        raise argparse.ArgumentTypeError(say(lang, f"“{text}”{zh}", f"{text!r}: {en}"))
    days = int(match[1])
    return WorkingDays(days) if match[2] in ("wd", "工作日", "个工作日") else CalendarDays(days)
