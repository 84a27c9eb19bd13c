"""The commands and their options (命令与选项)."""

from __future__ import annotations

import argparse
import re
from datetime import date
from pathlib import Path

from wushan_plan.cli.ledger_options import add_ledger, add_plan
from wushan_plan.cli.wording import Parser, say
from wushan_plan.explanation.words import READING, pick
from wushan_plan.files.serials import SYSTEMS
from wushan_plan.files.text_cells import read_date
from wushan_plan.model.periods import CalendarDays, Days, WorkingDays
from wushan_plan.model.readings import Reading
from wushan_plan.model.verdict import Lang

_LIMIT = re.compile(r"(\d{1,5})\s*(wd|个?工作日|cd|个?日历日|日|天)")
_AMBIGUOUS_LIMIT = re.compile(r"(\d{1,5})\s*d(ays?)?")


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

    search = command("search", "查找承诺", "find commitments")
    search.add_argument(
        "text",
        nargs="+",
        metavar=spoken("词", "WORD"),
        help=spoken(
            "如 预付款、渝快办；几个词都要出现；也查牵头单位名称",
            "all words must occur; names of lead units are searched too",
        ),
    )

    export = command("export", "把整个方案写成文件", "the whole plan as a file")
    export.add_argument(
        "--out",
        type=Path,
        required=True,
        metavar=spoken("文件", "FILE"),
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
        metavar=spoken("文件", "FILE"),
        help=spoken("正式文本；给出后逐句核对数字", "the official text, to check figures"),
    )

    verify = command("verify", "核对文本是否为正式文本", "whether a text is the official text")
    verify.add_argument(
        "text", type=Path, metavar=spoken("文件", "FILE"), help=spoken("文本文件", "the text file")
    )

    compare = command(
        "compare", "文本与正式文本的差异及所涉承诺", "what differs, and which commitments it touches"
    )
    compare.add_argument(
        "text", type=Path, metavar=spoken("文件", "FILE"), help=spoken("文本文件", "the text file")
    )

    ledger = command("ledger", "改革工作台账", "the reform ledger")
    add_ledger(ledger, lang, _date)

    deadline = command("deadline", "某件何时到期，为什么是那天", "when a case is due, and why that day")
    deadline.add_argument(
        "target",
        metavar=spoken("承诺", "TARGET"),
        help=spoken("承诺的编号，或出处如 6.1", "id of the commitment, or its sentence such as 6.1"),
    )
    deadline.add_argument(
        "start",
        nargs="?",
        type=_date,
        metavar=spoken("起算日期", "START"),
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
        "calendar",
        "某一年的工作日历；或核对一份放假通知",
        "a year's working days, or a notice checked",
        common,
    )
    calendar.add_argument(
        "year", nargs="?", type=int, metavar=spoken("年份", "YEAR"), help=spoken("年份", "the year")
    )
    calendar.add_argument(
        "--check",
        type=Path,
        metavar=spoken("文件", "FILE"),
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
        metavar=spoken("文件", "FILE"),
        help=spoken(
            "把每一天写成一张表（.csv或.parquet），供数据库用SQL数工作日",
            "every covered day as a table (.csv or .parquet), for databases that count by SQL",
        ),
    )
    calendar.add_argument(
        "--as-known-on",
        type=_date,
        metavar=spoken("日期", "DATE"),
        help=spoken("按某日已公布的通知", "as known on a day"),
    )
    _add_days(calendar, lang)

    evaluate = command("evaluate", "逐行判定一份办件文件", "judge every row of a case file")
    evaluate.add_argument(
        "files",
        nargs="+",
        type=Path,
        metavar=spoken("文件", "FILE"),
        help=spoken(
            "CSV（UTF-8或GB18030）、Excel（xlsx）或parquet文件；多个文件或一个文件夹则按大文件流式判定",
            "a CSV, Excel or parquet file; several, or a folder, are streamed as one large table",
        ),
    )
    evaluate.add_argument(
        "--by",
        action="append",
        default=[],
        metavar=spoken("列名", "COLUMN"),
        help=spoken("多个文件时按列分组汇总，可重复", "for several files: group the scorecard; repeatable"),
    )
    evaluate.add_argument(
        "--target",
        required=True,
        metavar=spoken("承诺", "TARGET"),
        help=spoken("承诺的编号，或出处如 6.1", "id of the commitment, or its sentence such as 6.1"),
    )
    evaluate.add_argument(
        "--start",
        metavar=spoken("列名", "COLUMN"),
        help=spoken(
            "起算日期的列；列名与事实相符时可不写", "column of the start; found by its label if left out"
        ),
    )
    evaluate.add_argument(
        "--end",
        metavar=spoken("列名", "COLUMN"),
        help=spoken(
            "办结日期的列；列名与事实相符时可不写", "column of the end; found by its label if left out"
        ),
    )
    evaluate.add_argument(
        "--sheet", metavar=spoken("表名", "NAME"), help=spoken("工作表；只有一张有内容时可不写", "the sheet")
    )
    evaluate.add_argument(
        "--rejects",
        type=Path,
        metavar=spoken("文件", "FILE"),
        help=spoken("把读不出的行写成补正表（xlsx）", "write the rows that cannot be read to a workbook"),
    )
    evaluate.add_argument(
        "--mended",
        type=Path,
        metavar=spoken("文件", "FILE"),
        help=spoken(
            "改好的补正表，替换原文件中的相应行", "the rejects workbook, mended: its rows replace theirs"
        ),
    )
    evaluate.add_argument(
        "--serials",
        type=int,
        choices=SYSTEMS,
        help=spoken(
            "日期列里的Excel序列号按哪个系统；CSV不写则拒绝", "what serial numbers in date columns count from"
        ),
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
        metavar=spoken("口径", "READING"),
        help=spoken("另选口径：", "another reading than the default: ")
        + spoken("；", "; ").join(f"{one.value} {pick(READING[one], lang)}" for one in Reading),
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
        "--period",
        nargs=2,
        type=_date,
        metavar=(spoken("首日", "FIRST"), spoken("末日", "LAST")),
        help=spoken(
            "平均值的统计期，两端都含，按办结日期选取；不写则全部计入",
            "for a mean: which completed cases, by their end, both days included; all if left out",
        ),
    )
    evaluate.add_argument(
        "--sheets",
        choices=("target", "lead-unit"),
        default="target",
        help=spoken("xlsx结果按承诺或按牵头单位分表", "sheets of an xlsx result: by target or lead unit"),
    )
    evaluate.add_argument(
        "--worst",
        type=_count,
        default=10,
        metavar=spoken("件数", "NUMBER"),
        help=spoken("列出几件最差的，默认10", "how many of the worst to list; 10 by default"),
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
        type=lambda text: _limit(text, lang),
        metavar=say(lang, "时限", "LIMIT"),
        help=say(
            lang,
            "改用另一个时限试算：工作日写 15wd、15工作日 或 15个工作日；"
            "日历日写 56cd、56日、56天、56日历日 或 56个日历日",
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


def _limit(text: str, lang: Lang) -> Days:
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


def _count(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"{text!r}: 0, 1, 2 …")
    return int(text)


def _fact(text: str) -> tuple[str, str]:
    name, mark, column = text.partition("=")
    if not mark or not name or not column:
        raise argparse.ArgumentTypeError(f"{text!r}: FACT=COLUMN")
    return name.strip(), column.strip()
