"""The header found below title rows, and its merged cells joined (表头识别).

Nothing is guessed silently: the rows taken for the header are reported with the file, and a file whose
columns cannot be told apart is refused.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

import attrs

from wushan_plan.files.bounds import MOST_COLUMNS
from wushan_plan.files.case_file import LEVELS
from wushan_plan.files.text_cells import plain

_VALUE = re.compile(r"[\d\s,./:%+\-年月日时分秒万亿元TZ()]*\d[\d\s,./:%+\-年月日时分秒万亿元TZ()]*")
_BRACKETED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_SPACE = re.compile(r"\s+")
_LONGEST_LABEL = 40
_MOST_LEVELS = 3
_USUAL = (
    "序号", "编号", "办件编号", "受理编号", "受理号", "业务编号", "流水号", "案件编号", "合同编号",
    "项目编号", "项目名称", "名称", "姓名", "单位", "单位名称", "企业名称", "申请人", "用户名称",
    "联系人", "电话", "联系电话", "地址", "乡镇", "乡镇街道", "街道", "事项", "事项名称", "部门",
    "受理日期", "受理时间", "申请日期", "申请时间", "办结日期", "办结时间", "完成日期", "完成时间",
    "日期", "时间", "金额", "状态", "经办人", "备注", "来源行", "source row", "id", "name", "start",
    "end", "date", "status",
)  # fmt: skip
"""Words that head a column in many case files; they only help to find the header row."""

Area = tuple[int, int, int, int]
"""A merged area: first row, first column, last row, last column, counted from 0, all included."""


@attrs.frozen
class Header:
    """Which rows are the header, and the columns it names (表头).

    Attributes:
        first: index of its first row among the rows looked at.
        last: index of its last row.
        columns: a name for each column; empty where the header has none.
    """

    first: int
    last: int
    columns: tuple[str, ...]


def tidy(label: str) -> str:
    """A label without line breaks: white space beside Chinese goes, other white space is one space."""

    def gap(match: re.Match[str]) -> str:
        before, after = label[: match.start()][-1:], label[match.end() :][:1]
        return " " if before.isascii() and after.isascii() and before and after else ""

    label = label.strip()
    return _SPACE.sub(gap, label)


def bare(label: str) -> str:
    """A label as it is compared: plain characters, lower case, no white space, no bracketed units."""
    return _SPACE.sub("", _BRACKETED.sub("", plain(label))).casefold()


def find_header(
    rows: Sequence[Sequence[str]], merged: Collection[Area] = (), known: Collection[str] = ()
) -> Header:
    """The header among the first rows of a file.

    The row that names the most known columns wins, then the one with the most distinct short texts,
    then the earlier. It may only stand below rows that look like titles; otherwise the first row that
    says anything is the header.

    Args:
        rows: the first rows, as texts.
        merged: the merged areas among them.
        known: labels to look for, beside the usual ones.
    """
    wanted = {bare(label) for label in (*_USUAL, *known)}
    width = max((len(row) for row in rows), default=0)
    shown = [[tidy(text) for text in row] + [""] * (width - len(row)) for row in rows]
    filled = _filled(shown, merged)
    spoken = [index for index, row in enumerate(filled) if any(row)]
    if not spoken:
        return Header(0, 0, ())
    scores = {index: _score(filled[index], wanted) for index in spoken}
    best = max(spoken, key=lambda index: (scores[index], -index))
    first, last = _upwards(filled, merged, best), best
    hits = _hits(filled[best], wanted)
    count = len(set(filled[best]) - {""})
    above = [index for index in spoken if index < first]
    titled = all(
        _is_title(filled[one], count)
        or (1 < hits > _hits(filled[one], wanted) and not _is_case(filled[one], filled[best]))
        for one in above
    )
    if above and not (titled and (count >= 3 or hits)):
        first = last = spoken[0]
    below = last + 1
    if first == last and below < len(filled) and _is_lower_half(filled[last], filled[below]):
        return Header(first, below, _joined([_carried(filled[last], filled[below]), filled[below]]))
    return Header(first, last, _joined(filled[first : last + 1]))


def faults(columns: Sequence[str]) -> list[str]:
    """Names that do not tell columns apart: empty ones and those that stand twice."""
    seen: set[str] = set()
    twice: set[str] = set()
    for name in columns:
        if not name or name in seen:
            twice.add(name)
        seen.add(name)
    return sorted(twice)


def is_label(text: str) -> bool:
    """Whether a text looks like the name of a column: short, no value, no remark with a colon."""
    if not text or len(text) > _LONGEST_LABEL:
        return False
    shown = _BRACKETED.sub("", plain(text))
    return ":" not in shown and "。" not in shown and not _VALUE.fullmatch(shown)


def _score(row: Sequence[str], wanted: set[str]) -> int:
    texts = set(row) - {""}
    labels = sum(is_label(text) for text in texts)
    return 4 * _hits(row, wanted) + labels - 2 * (len(texts) - labels)


def _is_title(row: Sequence[str], count: int) -> bool:
    """Whether a row looks like one above a table of ``count`` columns: a few words, or 单位：…"""
    texts = {text for text in row if text and ":" not in plain(text)}
    return len(texts) <= max(1, count // 2)


def _is_case(row: Sequence[str], header: Sequence[str]) -> bool:
    """Whether a row holds a value where ``header`` names a date."""
    return any(
        name.endswith(("日期", "时间", "date")) and _VALUE.fullmatch(plain(text))
        for text, name in zip(row, header, strict=True)
    )


def _hits(row: Sequence[str], wanted: set[str]) -> int:
    return sum(bare(text) in wanted for text in set(row) - {""})


def _filled(rows: list[list[str]], merged: Collection[Area]) -> list[list[str]]:
    """Every cell of a merged area shows the text of its first."""
    filled = [list(row) for row in rows]
    for top, left, bottom, right in merged:
        if top >= len(rows) or left >= MOST_COLUMNS:
            continue
        text = rows[top][left] if left < len(rows[top]) else ""
        for index in range(top, min(bottom + 1, len(rows))):
            row = filled[index]
            for column in range(left, min(right + 1, len(row))):
                row[column] = text
    return filled


def _upwards(rows: Sequence[Sequence[str]], merged: Collection[Area], leaf: int) -> int:
    """The first row of the header whose last row is ``leaf``: merged headings above belong to it."""
    first = leaf
    while first > 0 and leaf - first < _MOST_LEVELS - 1:
        row = rows[first - 1]
        texts = set(row) - {""}
        grouped = any(
            top <= first - 1 <= bottom and (right > left or bottom > top)
            for top, left, bottom, right in merged
        )
        if not grouped or len(texts) < 2 or not all(is_label(text) for text in texts):
            break
        first -= 1
    return first


def _is_lower_half(upper: Sequence[str], lower: Sequence[str]) -> bool:
    """Whether ``lower`` names exactly the columns that ``upper`` leaves open under its headings.

    This is how a header with merged cells looks after it was saved as CSV.
    """
    gaps = [index for index, text in enumerate(upper) if not text]
    if not gaps or gaps[0] == 0 or not all(is_label(lower[index]) for index in gaps):
        return False
    headings = {index - 1 for index in gaps if upper[index - 1]}
    expected = {*gaps, *headings}
    return all(bool(text) is (index in expected) for index, text in enumerate(lower)) and all(
        is_label(lower[index]) for index in expected
    )


def _carried(upper: Sequence[str], lower: Sequence[str]) -> list[str]:
    """The headings of ``upper``, each carried on over the columns it stands above."""
    carried: list[str] = []
    for index, text in enumerate(upper):
        carried.append(text if text or not lower[index] else carried[-1])
    return carried


def _joined(rows: Sequence[Sequence[str]]) -> tuple[str, ...]:
    names = []
    for texts in zip(*rows, strict=True):
        levels: list[str] = []
        for text in texts:
            if text and (not levels or levels[-1] != text):
                levels.append(text)
        names.append(LEVELS.join(levels))
    return tuple(names)
