"""The options of ``wushan-plan ledger`` (台账命令的选项)."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from wushan_plan.cli.evaluate_options import fact_column
from wushan_plan.cli.options import add_days, add_plan, add_target, date_in
from wushan_plan.cli.wording import Parser, say
from wushan_plan.files.serials import SYSTEMS
from wushan_plan.model.verdict import Lang

SOURCE = "办件台账"
"""What a table of cases is called unless named: of one unit, the next takes the place of the one before."""


def add_ledger(ledger: Parser, lang: Lang) -> None:
    """The subcommands of ``ledger`` and their options."""
    say_in = _Sayer(lang)
    actions = ledger.add_subparsers(
        dest="action", required=True, metavar=say_in("操作", "ACTION"), parser_class=Parser
    )

    def action(name: str, zh: str, en: str) -> _Options:
        made = actions.add_parser(name, help=say_in(zh, en), description=say_in(zh, en))
        made.lang = lang
        made.add_argument(
            "where",
            metavar=say_in("台账库", "LEDGER"),
            help=say_in("SQLite文件，或PostgreSQL地址", "an SQLite file, or a PostgreSQL URL"),
        )
        made.add_argument(
            "--lang", choices=("zh", "en"), default=argparse.SUPPRESS, help=say_in("输出语言", "language")
        )
        add_plan(made, lang)
        return _Options(made, lang)

    action("init", "建一个空台账", "make an empty ledger")
    _send(action("send", "给每个牵头单位写一份填报表（xlsx）", "write each lead unit its form (xlsx)"))
    action(
        "import", "收入记录：.jsonl，或填好的填报表.xlsx", "take entries in: .jsonl, or filled-in forms .xlsx"
    ).files()
    _cases(action("cases", "收入办件表：逐件判定，汇总成一条记录", "take in a table of cases, judged"))
    _report(action("report", "督查报告（.html、.md、.xlsx）", "supervision report (.html, .md, .xlsx)"))
    status = action("status", "某日的台账情况", "how the ledger stands on a day")
    status.day("--as-of", "基准日", "the day", required=True)
    status.unit("--unit", "只看一个牵头单位", "one lead unit alone")
    showing = action("show", "查看记录、记录号和冲突", "entries, their ids, and conflicts")
    showing.day("--as-of", "基准日", "the day", required=True)
    showing.text(
        "--target",
        ("承诺", "TARGET"),
        ("只看这项承诺：编号，或出处如 6.1", "this commitment: its id, or its sentence such as 6.1"),
    )
    showing.unit("--unit", "只看这个单位承担的", "what this unit is responsible for")
    _entries(action)
    giving = action("export", "导出全部记录（.jsonl）", "write every entry (.jsonl)")
    giving.path("--out", "文件", "the file", required=True)
    action("verify", "核对哈希链：记录是否一条未改", "verify the chain over all entries")


class _Sayer:
    def __init__(self, lang: Lang) -> None:
        self.lang: Lang = lang

    def __call__(self, zh: str, en: str) -> str:
        return say(self.lang, zh, en)


class _Options:
    """Adds options to the parser of one subcommand, in the user's language."""

    def __init__(self, parser: Parser, lang: Lang) -> None:
        self.parser = parser
        self.lang: Lang = lang
        self.say = _Sayer(lang)

    def files(self) -> None:
        self.parser.add_argument(
            "files", nargs="+", type=Path, metavar=self.say("文件", "FILE"), help=self.say("文件", "files")
        )

    def day(self, name: str, zh: str, en: str, *, required: bool = False) -> None:
        self.parser.add_argument(
            name,
            required=required,
            type=date_in(self.lang),
            metavar=self.say("日期", "DATE"),
            help=self.say(zh, en),
        )

    def period(self, zh: str, en: str) -> None:
        self.parser.add_argument(
            "--period",
            nargs=2,
            type=date_in(self.lang),
            metavar=(self.say("首日", "FIRST"), self.say("末日", "LAST")),
            help=self.say(zh, en),
        )

    def text(
        self,
        name: str,
        meta: tuple[str, str],
        told: tuple[str, str],
        *,
        required: bool = False,
        default: str | None = None,
    ) -> None:
        """An option that holds a text with something in it."""
        self.parser.add_argument(
            name,
            required=required,
            default=default,
            type=_something(self.lang),
            metavar=self.say(*meta),
            help=self.say(*told),
        )

    def unit(self, name: str, zh: str, en: str, *, required: bool = False) -> None:
        self.text(name, ("单位", "UNIT"), (zh, en), required=required)

    def path(self, name: str, zh: str, en: str, *, required: bool = False) -> None:
        self.parser.add_argument(
            name, required=required, type=Path, metavar=self.say("文件", "FILE"), help=self.say(zh, en)
        )

    def flag(self, name: str, zh: str, en: str) -> None:
        self.parser.add_argument(name, action="store_true", help=self.say(zh, en))


def _send(sending: _Options) -> None:
    sending.day("--as-of", "统计截止日", "the cut-off day", required=True)
    sending.parser.add_argument(
        "--out",
        required=True,
        type=Path,
        metavar=sending.say("文件夹", "FOLDER"),
        help=sending.say("写到哪个文件夹", "the folder"),
    )
    sending.parser.add_argument(
        "--unit",
        action="append",
        default=[],
        metavar=sending.say("单位", "UNIT"),
        help=sending.say("只写这个单位，可重复", "this unit; repeatable"),
    )
    sending.text("--author", ("姓名", "NAME"), ("预填的填报人", "the author, filled in before"))
    sending.period(
        "统计期间，两端都含：表里多一列“口径”，新值可选按本期填",
        "first and last day of a period: new values may be for it",
    )


def _report(reporting: _Options) -> None:
    reporting.day("--as-of", "基准日", "the day", required=True)
    reporting.day("--since", "上次报告的日期", "the day of the last report")
    reporting.parser.add_argument(
        "--ahead",
        type=int,
        default=10,
        metavar=reporting.say("天数", "DAYS"),
        help=reporting.say("今后几个工作日内到期的，默认10", "due in so many working days; 10 by default"),
    )
    reporting.flag("--full", "长表不归并", "long lists in full")
    reporting.path("--out", "文件；不写则显示", "the file; shown if left out")


def _cases(taking: _Options) -> None:
    parser, said, column = taking.parser, taking.say, taking.say("列名", "COLUMN")
    parser.add_argument(
        "file",
        type=Path,
        metavar=said("文件", "FILE"),
        help=said("CSV、Excel（xlsx）或parquet办件表", "a table of cases: CSV, Excel (xlsx) or parquet"),
    )
    add_target(parser, "--target", taking.lang)
    taking.unit("--unit", "哪个单位的办件", "the unit whose cases they are", required=True)
    taking.text("--author", ("姓名", "NAME"), ("填报人", "who reports them"), required=True)
    taking.day("--as-of", "判定基准日：表里的办件截至哪天", "day of judgement", required=True)
    taking.day("--at", "填报日期；不写则与--as-of同一天", "day of writing; that of --as-of if left out")
    for name, zh, en in (("start", "起算日期", "the start"), ("end", "办结日期", "the end")):
        parser.add_argument(
            f"--{name}",
            metavar=column,
            help=said(f"{zh}的列；列名与事实相符时可不写", f"column of {en}; found by its label if left out"),
        )
    parser.add_argument(
        "--fact",
        action="append",
        default=[],
        type=lambda text: fact_column(text, taking.lang),
        metavar=said("事实=列名", "FACT=COLUMN"),
        help=said("其他事实的列，可重复；excuse=列名 为偏离理由", "column of another fact; repeatable"),
    )
    parser.add_argument("--id", metavar=column, help=said("办件编号的列", "column that names a case"))
    taking.text("--sheet", ("表名", "NAME"), ("工作表；只有一张有内容时可不写", "the sheet"))
    parser.add_argument(
        "--serials",
        type=int,
        choices=SYSTEMS,
        help=said("日期列里的Excel序列号按哪个系统", "what serial numbers in date columns count from"),
    )
    parser.add_argument(
        "--dates",
        choices=("shanghai", "written"),
        default="shanghai",
        help=said(
            "带时区的时刻：换算到北京时间（shanghai），或按写明的日期（written）",
            "times with an offset: converted to Asia/Shanghai (shanghai), or as written",
        ),
    )
    taking.period(
        "表里是哪个期间的办件，两端都含；几个期间的表相加。不写则表里是截至基准日的全部办件",
        "the days its cases are of; tables of several periods add up. Left out: all cases up to the day",
    )
    taking.text(
        "--source",
        ("名称", "NAME"),
        (
            f"办件表的名称，默认“{SOURCE}”；同一单位、同一名称的后一张取代前一张",
            f"what the table is called, {SOURCE} by default; the next of that name replaces it",
        ),
        default=SOURCE,
    )
    add_days(parser, taking.lang)


def _entries(action: Callable[[str, str, str], _Options]) -> None:
    """The commands that add a decision, a correction or a reassignment."""

    def entry(options: _Options, zh: str, en: str) -> None:
        options.parser.add_argument("entry", metavar=options.say("记录号", "ENTRY"), help=options.say(zh, en))

    def told(options: _Options, zh: str, en: str) -> None:
        options.text("--author", ("姓名", "NAME"), (zh, en), required=True)
        options.day("--at", "日期：从这天起算数", "the day from which it counts", required=True)
        options.text("--reason", ("理由", "REASON"), ("理由", "why"), required=True)

    fact = ("事实", "FACT")
    settling = action("settle", "裁定填报冲突", "settle a conflict")
    entry(
        settling,
        "冲突一方的记录号，写开头几位即可；不另写--value即以它为准",
        "id of a party, or its beginning; it counts unless --value says otherwise",
    )
    told(settling, "裁定人", "who decides")
    settling.parser.add_argument(
        "--value",
        metavar=settling.say("值", "VALUE"),
        help=settling.say("各方都不对时，裁定的值", "the value, where no party is right"),
    )
    settling.text(
        "--fact", fact, ("一条记录涉及几处冲突时，哪项事实", "which fact, where several are disputed")
    )
    correcting = action("correct", "更正或撤销一条记录", "correct or withdraw an entry")
    entry(correcting, "记录号，写开头几位即可", "id of the entry, or its beginning")
    told(correcting, "更正人", "who corrects")
    correcting.parser.add_argument(
        "--value",
        metavar=correcting.say("值", "VALUE"),
        help=correcting.say("正确的值；写''为删去这项", "the right value; '' strikes it"),
    )
    correcting.text(
        "--fact", fact, ("更正哪项事实；只有一项时可不写", "which fact; needed where it states several")
    )
    correcting.flag("--withdraw", "整条撤销", "withdraw the entry as a whole")
    passing = action("reassign", "把任务改派给另一单位", "pass a task on to another unit")
    add_target(passing.parser, "--target", passing.lang)
    passing.unit("--unit", "原单位", "the unit that hands over", required=True)
    passing.unit("--to", "接手单位", "the unit that takes over", required=True)
    told(passing, "改派人", "who decides")


def _something(lang: Lang) -> Callable[[str], str]:
    """A text without blanks around it; an empty one is refused."""

    def read(text: str) -> str:
        if not text.strip():
            raise argparse.ArgumentTypeError(say(lang, "不能空着", "this says nothing"))
        return text.strip()

    return read
