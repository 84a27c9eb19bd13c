"""The options of ``wushan-plan evaluate`` (判定命令的选项)."""

from __future__ import annotations

import argparse
from pathlib import Path

from wushan_plan.cli.options import add_days, add_limit, add_target, date_in
from wushan_plan.cli.wording import Parser, say
from wushan_plan.explanation.words import READING, pick
from wushan_plan.files.serials import SYSTEMS
from wushan_plan.model.readings import Reading
from wushan_plan.model.verdict import Lang


def add_evaluate(evaluate: Parser, lang: Lang) -> None:
    """The files, their columns and how they are judged."""

    def spoken(zh: str, en: str) -> str:
        return say(lang, zh, en)

    file, column = spoken("文件", "FILE"), spoken("列名", "COLUMN")
    evaluate.add_argument(
        "files",
        nargs="+",
        type=Path,
        metavar=file,
        help=spoken(
            "CSV（UTF-8或GB18030）、Excel（xlsx）或parquet文件，可以写几个，也可以写文件夹，合在一起判定",
            "a CSV, Excel or parquet file; several, or a folder, are judged together",
        ),
    )
    evaluate.add_argument(
        "--by",
        action="append",
        default=[],
        metavar=column,
        help=spoken(
            "按列分组汇总，可重复；几个文件时可写 来源文件", "group the scorecard by a column; repeatable"
        ),
    )
    add_target(evaluate, "--target", lang)
    evaluate.add_argument(
        "--start",
        metavar=column,
        help=spoken(
            "起算日期的列；列名与事实相符时可不写", "column of the start; found by its label if left out"
        ),
    )
    evaluate.add_argument(
        "--end",
        metavar=column,
        help=spoken(
            "办结日期的列；列名与事实相符时可不写；确实没有的写 ''",
            "column of the end; found by its label if left out; '' where there is none",
        ),
    )
    evaluate.add_argument(
        "--sheet", metavar=spoken("表名", "NAME"), help=spoken("工作表；只有一张有内容时可不写", "the sheet")
    )
    evaluate.add_argument(
        "--rejects",
        type=Path,
        metavar=file,
        help=spoken("把读不出的行写成补正表（xlsx）", "write the rows that cannot be read to a workbook"),
    )
    evaluate.add_argument(
        "--mended",
        type=Path,
        metavar=file,
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
        type=lambda text: fact_column(text, lang),
        metavar=spoken("事实=列名", "FACT=COLUMN"),
        help=spoken("其他事实的列，可重复；excuse=列名 为偏离理由", "column of another fact; repeatable"),
    )
    evaluate.add_argument("--as-of", required=True, type=date_in(lang), metavar=spoken("日期", "DATE"),
                          help=spoken("判定基准日", "day of judgement"))  # fmt: skip
    evaluate.add_argument("--id", metavar=column, help=spoken("办件编号的列", "column that names a case"))
    evaluate.add_argument(
        "--dates",
        choices=("shanghai", "written"),
        default="shanghai",
        help=spoken(
            "带时区的时刻：先换算到北京时间（shanghai，默认），或按写明的日期（written）",
            "times with an offset: converted to Asia/Shanghai first (default), or as written",
        ),
    )
    add_limit(evaluate, lang)
    add_days(evaluate, lang)
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
        metavar=file,
        help=spoken(
            "结果文件（.csv、.xlsx、.jsonl、.parquet）；默认为当前目录下“文件名或文件夹名.verdicts.csv”",
            "result file (.csv, .xlsx, .jsonl, .parquet); by default NAME.verdicts.csv, of file or folder",
        ),
    )
    evaluate.add_argument(
        "--period",
        nargs=2,
        type=date_in(lang),
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
        type=lambda text: _count(text, lang),
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


def _count(text: str, lang: Lang) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(
            say(lang, f"“{text}”不是个数：写 0、1、2 等", f"{text!r}: write a number such as 0, 1, 2")
        )
    return int(text)


def fact_column(text: str, lang: Lang) -> tuple[str, str]:
    name, mark, column = text.partition("=")
    if not mark or not name or not column:
        raise argparse.ArgumentTypeError(
            say(lang, f"“{text}”不成对：写 事实=列名", f"{text!r}: write FACT=COLUMN")
        )
    return name.strip(), column.strip()
