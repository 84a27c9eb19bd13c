"""``wushan-plan evaluate`` over many files: streamed as one large table (判定大文件)."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from wushan_plan.cli.evaluate import progress_bar
from wushan_plan.cli.wording import say, tell, tell_page
from wushan_plan.errors import CaseFileError
from wushan_plan.explanation.scorecards import padded
from wushan_plan.explanation.words import STATUS, pick
from wushan_plan.files.safe_output import file_name
from wushan_plan.model.commitment import Commitment
from wushan_plan.model.modality import Status
from wushan_plan.model.readings import Reading
from wushan_plan.model.verdict import Lang
from wushan_plan.plain_text import one_line

_SHOWN = (
    Status.MET,
    Status.NOT_MET,
    Status.EXCUSED,
    Status.PENDING,
    Status.NOT_APPLICABLE,
    Status.UNKNOWN,
)
_SINGLE = ("rejects", "mended", "sheet", "serials", "id", "period")


def evaluate_many(options: argparse.Namespace, commitment: Commitment, lang: Lang) -> int:
    """Judges the rows of all files into one result and prints their scorecard."""
    from wushan_plan import frames

    for name in _SINGLE:
        if getattr(options, name) is not None:
            raise CaseFileError(
                value=f"--{name}",
                rule="this option is for one file alone.",
                where="wushan-plan evaluate",
                remedy="Judge that file by itself.",
                zh="这个选项只用于单个文件",
            )
    columns: dict[str, Any] = dict(options.fact)
    for name in ("start", "end"):
        if getattr(options, name):
            columns[name] = getattr(options, name)
    asked: dict[str, Any] = {
        **columns,
        "as_of": options.as_of,
        "reading": None if options.reading is None else Reading(options.reading),
        "as_written": options.dates == "written",
        "lang": lang,
    }
    out = options.out or Path(file_name(options.target, ".verdicts.parquet", set()))
    with progress_bar(1.0, commitment.id, "", quiet=options.quiet) as progress:
        frames.evaluate_files(options.files, commitment, out=out, progress=progress, **asked)
    rows = frames.scorecard_files(options.files, commitment, by=options.by, **asked)
    tell(f"{commitment.id}  {commitment.summary if lang == 'zh' else commitment.summary_en}")
    rows.sort(key=lambda row: [str(row[name]) for name in options.by])
    tell_page(_table(rows, options.by, lang))
    tell(say(lang, f"结果写入 {out}", f"written to {out}"))
    short = any(row[_name(Status.NOT_MET)] for row in rows)
    return 1 if short and options.fail_on_breach else 0


def _table(rows: list[dict[str, Any]], by: list[str], lang: Lang) -> str:
    heads = [*by, say(lang, "办件", "cases"), *(pick(STATUS[one], lang) for one in _SHOWN)]
    lines = [heads]
    for row in rows:
        names = [*by, "cases", *(_name(one) for one in _SHOWN)]
        lines.append([str(row[name]) for name in names])
    lines = [list(map(one_line, line)) for line in lines]
    widths = [max(len(line[column].encode("gb18030")) for line in lines) + 2 for column in range(len(heads))]
    return "\n".join("".join(map(padded, line, widths)).rstrip() for line in lines)


def _name(status: Status) -> str:
    return status.value.replace("-", "_")
