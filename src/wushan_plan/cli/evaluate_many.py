"""``wushan-plan evaluate`` over files too large to pass by row by row: the table engine (判定大文件)."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from wushan_plan.cli.evaluate import (
    LARGE,
    all_made_here,
    is_result,
    named_columns,
    progress_bar,
    unread_of_mean,
)
from wushan_plan.cli.evaluate_notes import Matched, column_notes, order_note, skipped_notes, tell_groups
from wushan_plan.cli.wording import say, tell, tell_page
from wushan_plan.errors import CaseFileError
from wushan_plan.explanation.scorecards import scorecard_text
from wushan_plan.explanation.sentences import trial_text
from wushan_plan.explanation.words import STATUS, limit_text, number_text, pick, unit_text
from wushan_plan.files.added_columns import free_name
from wushan_plan.files.case_file import CaseFile
from wushan_plan.files.many_files import FoundFiles, columns_of
from wushan_plan.files.suggestions import matched_columns
from wushan_plan.model.commitment import Commitment
from wushan_plan.model.modality import Status
from wushan_plan.model.periods import Interval
from wushan_plan.model.readings import Reading
from wushan_plan.model.verdict import Lang
from wushan_plan.plain_text import joined

if TYPE_CHECKING:
    from wushan_plan.frames.file_totals import FilesTotal


def evaluate_many(
    options: argparse.Namespace, found: FoundFiles, commitment: Commitment, out: Path, lang: Lang
) -> int:
    """Judges the rows of all files into one result and prints what they amount to."""
    from wushan_plan.frames.case_tables import headers_of
    from wushan_plan.frames.file_totals import judge_files
    from wushan_plan.frames.names import Names

    headers = headers_of(found.files, commitment)
    made_here = [one.path for one in headers if is_result(one)]
    files = [one for one in headers if one.path not in made_here]
    if not files:
        raise all_made_here(made_here)
    named, without = named_columns(options)
    matched = [matched_columns(commitment, one, named, without) for one in files]
    more: dict[str, Any] = dict(_same_everywhere(files, matched))
    in_words = lang == "zh" and out.suffix.casefold() == ".csv"
    if in_words:
        taken = columns_of(files)
        more["names"] = Names(*(free_name(name, taken) for name in attrs.astuple(Names.chinese())))
    with progress_bar(1.0, commitment.id, "", quiet=options.quiet) as progress:
        total = judge_files(
            [one.path for one in files],
            commitment,
            out=out,
            by=options.by,
            period=None if options.period is None else Interval(*options.period),
            key=options.id,
            worst=options.worst,
            progress=progress,
            in_words=in_words,
            as_of=options.as_of,
            reading=None if options.reading is None else Reading(options.reading),
            as_written=options.dates == "written",
            lang=lang,
            **more,
        )
    tell_page(_page(total, lang))
    tell_groups(total.groups, options.by, lang, averaged=total.mean is not None)
    tell("")
    order, written = order_note(len(files), lang), say(lang, f"结果写入 {out}", f"written to {out}")
    tell(f"{order}{say(lang, '；', '; ')}{written}")
    tell(_large_note(files, lang))
    for note in [*skipped_notes(found, made_here, lang), *column_notes(commitment, files, matched, lang)]:
        tell(note)
    return 1 if total.status_short and options.fail_on_breach else 0


def _large_note(files: Sequence[CaseFile], lang: Lang) -> str:
    if all(one.format == "parquet" for one in files):
        zh, en = "parquet文件", "parquet files"
    else:
        zh, en = f"CSV共超过{LARGE >> 20} MB", f"more than {LARGE >> 20} MB of CSV"
    return say(
        lang,
        f"{zh}，按一张大表判定：没有理由、来源文件和行号；--out 写成.xlsx或.jsonl的，仍逐行判定，较慢",
        f"{en}, judged as one table, without reasons, source files and line numbers; "
        "with --out .xlsx or .jsonl row by row, which takes longer",
    )


def _same_everywhere(files: Sequence[CaseFile], matched: Matched) -> Mapping[str, str]:
    """The column of each fact, which a table has to hold under one name."""
    columns = matched[0][0]
    for one, (others, _) in zip(files, matched, strict=True):
        for name in columns.keys() | others.keys():
            if columns.get(name) != others.get(name):
                raise CaseFileError(
                    value=name,
                    rule="files that are judged as one table carry a fact in a column of one name: "
                    f"it is {columns.get(name)!r} in {files[0].path} and {others.get(name)!r} here.",
                    where=str(one.path),
                    remedy="Give the column one name in every file, or judge them by themselves.",
                    zh=f"按一张大表判定的，各文件里同一事实的列要同名；{files[0].path.name}里是“"
                    f"{columns.get(name, '')}”，{one.path.name}里是“{others.get(name, '')}”",
                )
    return columns


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
