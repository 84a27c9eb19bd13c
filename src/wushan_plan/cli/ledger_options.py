"""The options of ``wushan-plan ledger`` (台账命令的选项)."""

from __future__ import annotations

import argparse
from pathlib import Path

from wushan_plan.cli.options import add_plan, date_in
from wushan_plan.cli.wording import Parser, say
from wushan_plan.model.verdict import Lang


def add_ledger(ledger: Parser, lang: Lang) -> None:
    """The subcommands of ``ledger`` and their options."""

    def spoken(zh: str, en: str) -> str:
        return say(lang, zh, en)

    day, file = spoken("日期", "DATE"), spoken("文件", "FILE")
    actions = ledger.add_subparsers(
        dest="action", required=True, metavar=spoken("操作", "ACTION"), parser_class=Parser
    )

    def action(name: str, zh: str, en: str) -> Parser:
        made = actions.add_parser(name, help=spoken(zh, en), description=spoken(zh, en))
        made.lang = lang
        made.add_argument(
            "where",
            metavar=spoken("台账库", "LEDGER"),
            help=spoken("SQLite文件，或PostgreSQL地址", "an SQLite file, or a PostgreSQL URL"),
        )
        made.add_argument(
            "--lang", choices=("zh", "en"), default=argparse.SUPPRESS, help=spoken("输出语言", "language")
        )
        add_plan(made, lang)
        return made

    action("init", "建一个空台账", "make an empty ledger")
    sending = action("send", "给每个牵头单位写一份填报表（xlsx）", "write each lead unit its form (xlsx)")
    sending.add_argument(
        "--as-of", required=True, type=date_in(lang), metavar=day, help=spoken("截止日", "the cut-off day")
    )
    sending.add_argument(
        "--out",
        required=True,
        type=Path,
        metavar=spoken("文件夹", "FOLDER"),
        help=spoken("写到哪个文件夹", "the folder"),
    )
    sending.add_argument(
        "--unit",
        action="append",
        default=[],
        metavar=spoken("单位", "UNIT"),
        help=spoken("只写这个单位，可重复", "this unit; repeatable"),
    )
    sending.add_argument(
        "--author",
        default="",
        metavar=spoken("姓名", "NAME"),
        help=spoken("预填的填报人", "the author, filled in before"),
    )
    taking = action(
        "import", "收入记录：.jsonl，或填好的填报表.xlsx", "take entries in: .jsonl, or filled-in forms .xlsx"
    )
    taking.add_argument("files", nargs="+", type=Path, metavar=file, help=spoken("文件", "files"))
    reporting = action("report", "督查报告（.html、.md、.xlsx）", "supervision report (.html, .md, .xlsx)")
    reporting.add_argument(
        "--as-of", required=True, type=date_in(lang), metavar=day, help=spoken("基准日", "the day")
    )
    reporting.add_argument(
        "--since",
        type=date_in(lang),
        metavar=day,
        help=spoken("上次报告的日期", "the day of the last report"),
    )
    reporting.add_argument(
        "--ahead",
        type=int,
        default=10,
        metavar=spoken("天数", "DAYS"),
        help=spoken("今后几个工作日内到期的，默认10", "due in so many working days; 10 by default"),
    )
    reporting.add_argument("--full", action="store_true", help=spoken("长表不归并", "long lists in full"))
    reporting.add_argument(
        "--out", type=Path, metavar=file, help=spoken("文件；不写则显示", "the file; shown if left out")
    )
    status = action("status", "某日的台账情况", "how the ledger stands on a day")
    status.add_argument(
        "--as-of", required=True, type=date_in(lang), metavar=day, help=spoken("基准日", "the day")
    )
    status.add_argument(
        "--unit", metavar=spoken("单位", "UNIT"), help=spoken("只看一个牵头单位", "one lead unit alone")
    )
    giving = action("export", "导出全部记录（.jsonl）", "write every entry (.jsonl)")
    giving.add_argument("--out", required=True, type=Path, metavar=file, help=spoken("文件", "the file"))
    action("verify", "核对哈希链：记录是否一条未改", "verify the chain over all entries")
