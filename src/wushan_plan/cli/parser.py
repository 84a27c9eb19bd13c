"""The commands and their options (命令与选项)."""

from __future__ import annotations

import argparse
from pathlib import Path

from wushan_plan.cli.calendar import year_or_day
from wushan_plan.cli.evaluate_options import add_evaluate
from wushan_plan.cli.ledger_options import add_ledger
from wushan_plan.cli.options import add_days, add_limit, add_plan, add_target, date_in
from wushan_plan.cli.wording import Parser, say
from wushan_plan.model.verdict import Lang


def build_parser(lang: Lang) -> Parser:
    """The parser of ``wushan-plan``."""

    def spoken(zh: str, en: str) -> str:
        return say(lang, zh, en)

    file = spoken("文件", "FILE")
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
    parser.set_defaults(plan=None)
    about = Parser(add_help=False, parents=[common])
    add_plan(about, lang)
    commands = parser.add_subparsers(
        dest="command", required=True, metavar=spoken("命令", "COMMAND"), parser_class=Parser
    )

    def command(name: str, zh: str, en: str, options: Parser = about) -> Parser:
        made = commands.add_parser(name, parents=[options], help=spoken(zh, en), description=spoken(zh, en))
        made.lang = lang
        return made

    command("plan", "方案一览：章、节、措施、牵头单位、量化目标", "the plan: chapters, sections, targets")

    show = command(
        "show", "一条措施、保障措施、承诺或牵头单位", "a measure, safeguard, commitment or lead unit"
    )
    show.add_argument(
        "what",
        metavar=spoken("名称", "NAME"),
        help=spoken("如 6、S2、water-connection、县财政局", "such as 6, S2, water-connection"),
    )

    search = command(
        "search", "查找承诺、牵头单位、标题和口径", "find commitments, lead units, titles, readings"
    )
    search.add_argument(
        "text",
        nargs="+",
        metavar=spoken("词", "WORD"),
        help=spoken(
            "如 预付款、渝快办；几个词都要出现；也查牵头单位、标题和口径登记",
            "all words must occur; lead units, titles and the register are searched too",
        ),
    )

    export = command("export", "把整个方案写成文件", "the whole plan as a file")
    export.add_argument(
        "--out",
        type=Path,
        required=True,
        metavar=file,
        help=spoken(
            "按扩展名：.csv、.xlsx 全部承诺的表，.json 供其他程序使用，.ics 有固定日期的承诺",
            "by its ending: .csv, .xlsx all commitments, .json for other programs, .ics the dated ones",
        ),
    )

    schemas = command("schemas", "写出JSON Schema", "write the JSON Schemas", common)
    schemas.add_argument(
        "folder", type=Path, metavar=spoken("文件夹", "FOLDER"), help=spoken("写到哪个文件夹", "the folder")
    )

    check = command("check", "完整性检查", "completeness checks")
    check.add_argument(
        "text",
        nargs="?",
        type=Path,
        metavar=file,
        help=spoken("正式文本；给出后逐句核对数字", "the official text, to check figures"),
    )

    verify = command("verify", "核对文本是否为正式文本", "whether a text is the official text")
    verify.add_argument("text", type=Path, metavar=file, help=spoken("文本文件", "the text file"))

    compare = command(
        "compare", "文本与正式文本的差异及所涉承诺", "what differs, and which commitments it touches"
    )
    compare.add_argument("text", type=Path, metavar=file, help=spoken("文本文件", "the text file"))

    ledger = command("ledger", "改革工作台账", "the reform ledger")
    add_ledger(ledger, lang)

    deadline = command("deadline", "某件何时到期，为什么是那天", "when a case is due, and why that day")
    add_target(deadline, "target", lang)
    deadline.add_argument(
        "start",
        nargs="?",
        type=date_in(lang),
        metavar=spoken("起算日期", "START"),
        help=spoken("起算日期；固定日期的承诺不用写", "day of the starting event"),
    )
    add_limit(deadline, lang)
    add_days(deadline, lang)
    deadline.add_argument(
        "--suspended",
        nargs=2,
        type=date_in(lang),
        action="append",
        default=[],
        metavar=(spoken("首日", "FIRST"), spoken("末日", "LAST")),
        help=spoken(
            "时限中止的期间，两端都含；可重复", "an interval in which the clock stands still, inclusive"
        ),
    )

    calendar = command(
        "calendar",
        "某一年的工作日历，或某一天是不是工作日；也可核对一份放假通知",
        "a year's working days, whether one day is worked, or a notice checked",
        common,
    )
    calendar.add_argument(
        "year",
        nargs="?",
        type=year_or_day(lang),
        metavar=spoken("年份", "YEAR"),
        help=spoken(
            "年份，如 2021；也可写一个日期，如 2021-10-10，说明那天是不是工作日及其依据",
            "the year; or a date such as 2021-10-10, to hear whether it is worked, and why",
        ),
    )
    calendar.add_argument(
        "--check",
        type=Path,
        metavar=file,
        help=spoken("核对通知文件（TOML）", "check a notice file (TOML)"),
    )
    calendar.add_argument(
        "--out",
        type=Path,
        metavar=spoken("文件.ics", "FILE.ics"),
        help=spoken("写成日历文件，供手机和Outlook订阅", "write a calendar file for phones and Outlook"),
    )
    calendar.add_argument(
        "--table",
        type=Path,
        metavar=file,
        help=spoken(
            "逐日写成一张表（.csv或.parquet），供数据库用SQL数工作日；写了年份的只写当年，"
            "不写年份的写日历覆盖的每一天",
            "a table (.csv or .parquet) of the year's days, for databases that count by SQL; "
            "without a year, of every covered day",
        ),
    )
    calendar.add_argument(
        "--as-known-on",
        type=date_in(lang),
        metavar=spoken("日期", "DATE"),
        help=spoken("按某日已公布的通知", "as known on a day"),
    )
    add_days(calendar, lang)

    evaluate = command("evaluate", "逐行判定办件文件", "judge every row of case files")
    add_evaluate(evaluate, lang)
    return parser


def _version() -> str:
    from wushan_plan import __version__

    return __version__
