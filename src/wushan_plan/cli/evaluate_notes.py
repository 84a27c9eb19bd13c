"""What ``wushan-plan evaluate`` says beside the scorecard (判定命令的附注).

Groups, where the rows come from, which columns were taken without asking, and what was left out.
"""

from __future__ import annotations

import codecs
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

from wushan_plan.cli.wording import say, tell, tell_page
from wushan_plan.explanation.width import display_width, padded
from wushan_plan.explanation.words import STATUS, number_text, pick
from wushan_plan.files.case_file import CaseFile
from wushan_plan.files.judging import JudgedRow, cell_facts
from wushan_plan.files.many_files import ENDINGS, FoundFiles, natural
from wushan_plan.model.commitment import Commitment
from wushan_plan.model.modality import Status
from wushan_plan.model.periods import Interval
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
_MOST_FILES = 20
_MOST_NAMES = 5

Matched = Sequence[tuple[Mapping[str, str], Mapping[str, str]]]
"""For each file the column of each fact, and those of them that nobody named."""


class Groups:
    """Rows counted by group as they pass by (分组).

    Args:
        by: the columns they are grouped by.
        files: the files they come from.
        period: for a mean, the days in which its completed cases ended.

    Raises:
        CaseFileError: for a column that a file does not have.
    """

    def __init__(self, by: Sequence[str], files: Sequence[CaseFile], period: Interval | None = None) -> None:
        self._by = by
        self._columns = {one.path: [one.require(column) for column in by] for one in files}
        self._period = period
        self._counts: dict[tuple[str, ...], Counter[str]] = {}

    def passing(self, cases: CaseFile, rows: Iterator[JudgedRow]) -> Iterator[JudgedRow]:
        """The rows of one file, counted."""
        if not self._by:
            yield from rows
            return
        columns = self._columns[cases.path]
        for judged in rows:
            key = tuple(judged.row.cells.get(column, "").strip() for column in columns)
            counts = self._counts.setdefault(key, Counter())
            counts["cases"] += 1
            counts[_key(judged.case.status)] += 1
            ended = None if judged.case.verdict is None else judged.case.verdict.ended
            if ended is not None and (self._period is None or ended in self._period):
                counts["completed"] += 1
                counts["total_elapsed"] += judged.case.elapsed
            yield judged

    @property
    def rows(self) -> list[Mapping[str, Any]]:
        """One row a group: its name in each column, and its counts."""
        nothing = dict.fromkeys(["completed", "total_elapsed", *map(_key, Status)], 0)
        return [
            {**nothing, **counts, **dict(zip(self._by, key, strict=True))}
            for key, counts in self._counts.items()
        ]


def tell_groups(rows: Sequence[Mapping[str, Any]], by: Sequence[str], lang: Lang, *, averaged: bool) -> None:
    """Prints a table with a line for each group; of a mean, how many ended and how long they took."""
    if not rows:
        return
    heads = [*by, say(lang, "办件", "cases")]
    if averaged:
        heads += [say(lang, "办结", "completed"), say(lang, "平均用时", "mean"), _word(Status.UNKNOWN, lang)]
    else:
        heads += [_word(one, lang) for one in _SHOWN]
    lines = [heads]
    for row in sorted(rows, key=lambda row: [natural(str(row[column])) for column in by]):
        if averaged:
            completed = row["completed"]
            mean = number_text(Fraction(row["total_elapsed"], completed), lang) if completed else ""
            figures = [row["cases"], completed, mean, row[_key(Status.UNKNOWN)]]
        else:
            figures = [row["cases"], *(row[_key(one)] for one in _SHOWN)]
        lines.append([*(str(row[column]) for column in by), *map(str, figures)])
    lines = [list(map(one_line, line)) for line in lines]
    widths = [max(map(display_width, column)) + 2 for column in zip(*lines, strict=True)]
    tell("")
    tell_page("\n".join("".join(map(padded, line, widths)).rstrip() for line in lines))


def source_notes(files: Sequence[CaseFile], out: Path, lang: Lang) -> list[str]:
    """Where the rows came from: what was chosen without asking; and where the result is."""
    first = files[0]
    written = say(lang, f"结果写入 {out}", f"written to {out}")
    if not first.called:
        return [f"{_source(first, lang)}{say(lang, '；', '; ')}{written}"]
    mark = say(lang, "：", ": ")
    told = [f"  {one.called}{mark}{_source(one, lang)}" for one in files[:_MOST_FILES]]
    if len(files) > _MOST_FILES:
        more = len(files) - _MOST_FILES
        told.append(say(lang, f"  ……另有{more}个文件", f"  … and {more} more files"))
    return [f"{order_note(len(files), lang)}{say(lang, '；', '; ')}{written}", *told]


def order_note(number: int, lang: Lang) -> str:
    """How many files were judged, and in which order."""
    return say(
        lang,
        f"{number}个文件，按名称排列，名称里的数字按大小（8月在10月之前）",
        f"files: {number}, in the order of their names, numbers in them by their size",
    )


def skipped_notes(found: FoundFiles, made_here: Sequence[Path], lang: Lang) -> list[str]:
    """The files of a folder that were not judged, and what to do about it."""
    notes: list[str] = []
    if found.others:
        number, names = len(found.others), _listed(found.others, lang)
        zh, en = "、".join(ENDINGS), ", ".join(ENDINGS)
        notes.append(
            say(
                lang,
                f"跳过{number}个文件（后缀不是{zh}）：{names}；其中有办件的，请直接写出文件名，或另存为xlsx",
                f"skipped {number} (not {en}): {names}; if one holds cases, name it, or save it as .xlsx",
            )
        )
    if made_here:
        number, names = len(made_here), _listed(made_here, lang)
        notes.append(
            say(
                lang,
                f"跳过{number}个文件（以前写出的判定结果或补正表）：{names}；要重新判定的，请单独写出文件名",
                f"skipped {number} (results or rejects of an earlier run): {names}; judge one by itself",
            )
        )
    if found.hidden:
        zh, en = f"跳过{found.hidden}个隐藏文件", f"skipped hidden files: {found.hidden}"
        notes.append(say(lang, f"{zh}；其中有办件的，请直接写出文件名", f"{en}; if one holds cases, name it"))
    return notes


def column_notes(
    commitment: Commitment, files: Sequence[CaseFile], matched: Matched, lang: Lang
) -> list[str]:
    """Which columns were taken for which fact without being named."""
    notes: list[str] = []
    for fact in dict.fromkeys(name for _, found in matched for name in found):
        taken: dict[str, list[str]] = {}
        for one, (_, found) in zip(files, matched, strict=True):
            taken.setdefault(found.get(fact, ""), []).append(one.called)
        several = len(taken) > 1
        shown: list[str] = []
        for column, names in taken.items():
            if column:
                where = (
                    say(lang, f"（{_joined(names, lang)}）", f" ({_joined(names, lang)})") if several else ""
                )
                shown.append(say(lang, f"“{column}”{where}", f"{column!r}{where}"))
        said = say(lang, "、", ", ").join(shown)
        notes.append(say(lang, f"{fact} 取自列{said}", f"{fact} is taken from column {said}"))
    if "end" in cell_facts(commitment) and not any("end" in columns for columns, _ in matched):
        notes.append(
            say(lang, "没有办结日期的列：各件按未办结判定", "no column of the end: every case counts as open")
        )
    return notes


def _source(cases: CaseFile, lang: Lang) -> str:
    """Where the rows came from: what was chosen without asking."""
    if cases.encoding:
        encoding = _encoding(cases, lang)
        parts = [say(lang, f"编码 {encoding}", f"encoding {encoding}")]
    else:
        parts = [say(lang, f"格式 {cases.format}", f"format {cases.format}")]
    if cases.sheet:
        parts.append(say(lang, f"工作表 {cases.sheet}", f"sheet {cases.sheet}"))
    first, last = cases.header
    if last > 1:
        rows = str(last) if first == last else f"{first}—{last}"
        parts.append(say(lang, f"表头在第{rows}行", f"header in row{'s' * (first < last)} {rows}"))
    return ("；" if lang == "zh" else "; ").join(parts)


def _encoding(cases: CaseFile, lang: Lang) -> str:
    """The encoding as Excel and the editors call it."""
    if cases.encoding != "utf-8-sig":  # which reads UTF-8 with and without
        return cases.encoding.upper()
    with open(cases.path, "rb") as file:
        is_signed = file.read(len(codecs.BOM_UTF8)) == codecs.BOM_UTF8
    return say(lang, "UTF-8（带BOM）", "UTF-8 with a byte order mark") if is_signed else "UTF-8"


def _listed(paths: Sequence[Path], lang: Lang) -> str:
    return _joined([one.name for one in paths], lang)


def _joined(names: Sequence[str], lang: Lang) -> str:
    more = say(lang, "等", " and others") if len(names) > _MOST_NAMES else ""
    return say(lang, "、", ", ").join(names[:_MOST_NAMES]) + more


def _word(status: Status, lang: Lang) -> str:
    return pick(STATUS[status], lang)


def _key(status: Status) -> str:
    return status.value.replace("-", "_")
