"""``wushan-plan evaluate`` over many files: streamed as one large table (判定大文件)."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from wushan_plan.cli.evaluate import no_end_note, progress_bar, unread_of_mean
from wushan_plan.cli.wording import say, tell, tell_page
from wushan_plan.errors import CaseFileError
from wushan_plan.explanation.scorecards import scorecard_text
from wushan_plan.explanation.sentences import trial_text
from wushan_plan.explanation.width import padded
from wushan_plan.explanation.words import STATUS, limit_text, number_text, pick, unit_text
from wushan_plan.files.judging import cell_facts
from wushan_plan.files.safe_output import file_name
from wushan_plan.model.commitment import Commitment
from wushan_plan.model.modality import Status
from wushan_plan.model.periods import Interval
from wushan_plan.model.readings import Reading
from wushan_plan.model.verdict import Lang
from wushan_plan.plain_text import joined, one_line

if TYPE_CHECKING:
    from wushan_plan.frames.file_totals import FilesTotal

_SHOWN = (
    Status.MET,
    Status.NOT_MET,
    Status.EXCUSED,
    Status.PENDING,
    Status.NOT_APPLICABLE,
    Status.UNKNOWN,
)
_SINGLE = ("rejects", "mended", "sheet", "serials")


def evaluate_many(options: argparse.Namespace, commitment: Commitment, lang: Lang) -> int:
    """Judges the rows of all files into one result and prints what they amount to."""
    from wushan_plan.frames.file_totals import judge_files

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
    if "end" in cell_facts(commitment) and "end" not in columns:
        tell(no_end_note(lang))
    out = options.out or Path(file_name(options.target, ".verdicts.parquet", set()))
    with progress_bar(1.0, commitment.id, "", quiet=options.quiet) as progress:
        total = judge_files(
            options.files,
            commitment,
            out=out,
            by=options.by,
            period=None if options.period is None else Interval(*options.period),
            key=options.id,
            worst=options.worst,
            progress=progress,
            as_of=options.as_of,
            reading=None if options.reading is None else Reading(options.reading),
            as_written=options.dates == "written",
            lang=lang,
            **columns,
        )
    tell_page(_page(total, lang))
    if total.groups:
        tell("")
        tell_page(
            _table(
                sorted(total.groups, key=lambda row: [str(row[one]) for one in options.by]), options.by, lang
            )
        )
    tell("")
    tell(say(lang, f"结果写入 {out}", f"written to {out}"))
    return 1 if total.status_short and options.fail_on_breach else 0


def _page(total: FilesTotal, lang: Lang) -> str:
    """What the rows amount to, in the words of a single file."""
    if total.mean is None:
        return scorecard_text(total.card, lang, overdue=total.overdue, unread=total.unread)
    return joined([*_mean_lines(total, total.mean, lang), *unread_of_mean(total.card, total.unread, lang)])


def _mean_lines(total: FilesTotal, row: Mapping[str, Any], lang: Lang) -> list[str]:
    """The verdict on a mean, from its scorecard row."""
    card = total.card
    commitment = card.commitment
    status = pick(STATUS[Status(row["status"])], lang)
    lines = [
        say(lang, f"【{status}】{commitment.id}", f"[{status.upper()}] {commitment.id}"),
        commitment.summary if lang == "zh" else commitment.summary_en,
        *trial_text(commitment, lang),
    ]
    limit, mean = limit_text(commitment.criterion, lang), total.judged_mean
    if mean is not None and card.unit is not None:
        days = number_text(mean, lang) + ("" if lang == "zh" else " ") + unit_text(card.unit, lang)
        zh, en = ("连同未办结件", ", with the open ones") if total.with_open else ("", "")
        lines.append(
            say(
                lang,
                f"办结{card.completed}件，{zh}平均用时{days}；时限：{limit}",
                f"completed: {card.completed}, on average{en} in {days}; limit: {limit}",
            )
        )
    if row["open"]:
        lines.append(say(lang, f"另有{row['open']}件未办结", f"open: {row['open']}") + _outlook(row, lang))
    return lines


def _outlook(row: Mapping[str, Any], lang: Lang) -> str:
    if row["reachable"]:
        return say(lang, "，仍可达到时限", "; the limit can still be kept")
    return say(lang, "，仅凭这些办件已无法达到时限", "; the limit can no longer be kept by these cases alone")


def _table(rows: Sequence[Mapping[str, Any]], by: list[str], lang: Lang) -> str:
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
