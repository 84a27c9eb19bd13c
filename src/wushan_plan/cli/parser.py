"""The commands and their options (命令与选项)."""

from __future__ import annotations

import argparse
import re
from datetime import date
from pathlib import Path

from wushan_plan.cli.wording import Parser, say
from wushan_plan.files.text_cells import read_date
from wushan_plan.model.periods import CalendarDays, Days, WorkingDays
from wushan_plan.model.readings import Reading
from wushan_plan.model.verdict import Lang

_LIMIT = re.compile(r"(\d{1,5})\s*(wd|个?工作日|cd|日|天)")


def build_parser(lang: Lang) -> Parser:
    """The parser of ``wushan-plan``."""

    def spoken(zh: str, en: str) -> str:
        return say(lang, zh, en)

    parser = Parser(
        prog="wushan-plan",
        description=spoken(
            "巫山府办发〔2021〕66号：承诺了什么，何时到期，做到没有。",
            "Wushan county plan of 2021: what was promised, when it is due, whether it was kept.",
        ),
        epilog=spoken(
            "退出码：0 完成；1 有未达标（仅在 --fail-on-breach 时）；2 用法或输入有误。",
            "Exit codes: 0 done; 1 something falls short (with --fail-on-breach); 2 bad usage or input.",
        ),
    )
    parser.lang = lang
    parser.add_argument("--version", action="version", version=_version())
    common = Parser(add_help=False)
    for taker in (parser, common):
        taker.add_argument(
            "--lang",
            choices=("zh", "en"),
            default=argparse.SUPPRESS,
            help=spoken("输出语言，默认中文", "language of the output; Chinese by default"),
        )
    commands = parser.add_subparsers(
        dest="command", required=True, metavar=spoken("命令", "COMMAND"), parser_class=Parser
    )

    def command(name: str, zh: str, en: str) -> Parser:
        made = commands.add_parser(name, parents=[common], help=spoken(zh, en), description=spoken(zh, en))
        made.lang = lang
        return made

    command("plan", "方案一览：章、节、措施、牵头单位、量化目标", "the plan: chapters, sections, targets")

    show = command(
        "show", "一条措施、保障措施、承诺或牵头单位", "a measure, safeguard, commitment or lead unit"
    )
    show.add_argument(
        "what", help=spoken("如 6、S2、water-connection、县财政局", "such as 6, S2, water-connection")
    )

    search = command("search", "查找承诺", "find commitments")
    search.add_argument(
        "text", nargs="+", help=spoken("如 预付款、渝快办；几个词都要出现", "all words must occur")
    )

    table = command("table", "全部承诺的表（CSV）", "every commitment as a table (CSV)")
    table.add_argument(
        "--out",
        type=Path,
        required=True,
        metavar=spoken("文件", "FILE"),
        help=spoken("写到哪个文件", "where to"),
    )

    check = command("check", "完整性检查", "completeness checks")
    check.add_argument(
        "text",
        nargs="?",
        type=Path,
        help=spoken("正式文本；给出后逐句核对数字", "the official text, to check figures"),
    )

    verify = command("verify", "核对文本是否为正式文本", "whether a text is the official text")
    verify.add_argument("text", type=Path, help=spoken("文本文件", "the text file"))

    compare = command(
        "compare", "文本与正式文本的差异及所涉承诺", "what differs, and which commitments it touches"
    )
    compare.add_argument("text", type=Path, help=spoken("文本文件", "the text file"))

    deadline = command("deadline", "某件何时到期，为什么是那天", "when a case is due, and why that day")
    deadline.add_argument("target", help=spoken("承诺的编号", "id of the commitment"))
    deadline.add_argument(
        "start",
        nargs="?",
        type=_date,
        help=spoken("起算日期；固定日期的承诺不用写", "day of the starting event"),
    )
    _add_limit(deadline, lang)
    _add_days(deadline, lang)
    deadline.add_argument(
        "--suspended",
        nargs=2,
        type=_date,
        action="append",
        default=[],
        metavar=(spoken("首日", "FIRST"), spoken("末日", "LAST")),
        help=spoken(
            "时限中止的期间，两端都含；可重复", "an interval in which the clock stands still, inclusive"
        ),
    )

    calendar = command(
        "calendar", "某一年的工作日历；或核对一份放假通知", "a year's working days, or a notice checked"
    )
    calendar.add_argument("year", nargs="?", type=int, help=spoken("年份", "the year"))
    calendar.add_argument(
        "--check",
        type=Path,
        metavar=spoken("文件", "FILE"),
        help=spoken("核对通知文件（TOML）", "check a notice file (TOML)"),
    )
    calendar.add_argument(
        "--as-known-on",
        type=_date,
        metavar=spoken("日期", "DATE"),
        help=spoken("按某日已公布的通知", "as known on a day"),
    )
    _add_days(calendar, lang)

    evaluate = command("evaluate", "逐行判定一份办件文件", "judge every row of a case file")
    evaluate.add_argument("file", type=Path, help=spoken("CSV文件（UTF-8或GB18030）", "a CSV file"))
    evaluate.add_argument("--target", required=True, help=spoken("承诺的编号", "id of the commitment"))
    evaluate.add_argument(
        "--start", metavar=spoken("列名", "COLUMN"), help=spoken("起算日期的列", "column of the start")
    )
    evaluate.add_argument(
        "--end", metavar=spoken("列名", "COLUMN"), help=spoken("办结日期的列", "column of the end")
    )
    evaluate.add_argument(
        "--fact",
        action="append",
        default=[],
        type=_fact,
        metavar=spoken("事实=列名", "FACT=COLUMN"),
        help=spoken("其他事实的列，可重复；excuse=列名 为偏离理由", "column of another fact; repeatable"),
    )
    evaluate.add_argument("--as-of", required=True, type=_date, metavar=spoken("日期", "DATE"),
                          help=spoken("判定基准日", "day of judgement"))  # fmt: skip
    evaluate.add_argument(
        "--id", metavar=spoken("列名", "COLUMN"), help=spoken("办件编号的列", "column that names a case")
    )
    evaluate.add_argument(
        "--dates",
        choices=("shanghai", "written"),
        default="shanghai",
        help=spoken(
            "带时区的时刻：先换算到北京时间（shanghai，默认），或按写明的日期（written）",
            "times with an offset: converted to Asia/Shanghai first (default), or as written",
        ),
    )
    _add_limit(evaluate, lang)
    _add_days(evaluate, lang)
    evaluate.add_argument(
        "--reading",
        choices=[reading.value for reading in Reading],
        help=spoken("另选口径", "another reading than the default"),
    )
    evaluate.add_argument(
        "--out",
        type=Path,
        metavar=spoken("文件", "FILE"),
        help=spoken(
            "结果文件；默认为当前目录下“原名.verdicts.csv”", "result file; NAME.verdicts.csv by default"
        ),
    )
    evaluate.add_argument(
        "--worst", type=int, default=10, help=spoken("列出几件最差的", "how many of the worst to list")
    )
    evaluate.add_argument(
        "--fail-on-breach",
        action="store_true",
        help=spoken("有未达标时以1退出", "leave with 1 when something falls short"),
    )
    evaluate.add_argument("--quiet", action="store_true", help=spoken("不显示进度", "no progress bar"))
    return parser


def _add_limit(parser: Parser, lang: Lang) -> None:
    parser.add_argument(
        "--limit",
        type=_limit,
        metavar="N",
        help=say(
            lang,
            "改用另一个时限试算：15wd 或 15个工作日；56cd 或 56日",
            "try another limit: 15wd (working days) or 56cd (calendar days)",
        ),
    )


def _add_days(parser: Parser, lang: Lang) -> None:
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


def _version() -> str:
    from wushan_plan import __version__

    return __version__


def _date(text: str) -> date:
    try:
        return read_date(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _limit(text: str) -> Days:
    match = _LIMIT.fullmatch(text.strip())
    if match is None:
        raise argparse.ArgumentTypeError(f"{text!r}: 15wd, 15个工作日, 56cd, 56日")
    days = int(match[1])
    return CalendarDays(days) if match[2] in ("cd", "日", "天") else WorkingDays(days)


def _fact(text: str) -> tuple[str, str]:
    name, mark, column = text.partition("=")
    if not mark or not name or not column:
        raise argparse.ArgumentTypeError(f"{text!r}: FACT=COLUMN")
    return name.strip(), column.strip()
