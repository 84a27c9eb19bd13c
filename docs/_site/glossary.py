"""The glossary page (词汇表): one table for both languages, its frame in the page's own."""

from __future__ import annotations

import re

from _site.places import GLOSSARY
from wushan_plan.model.verdict import Lang

_HEADINGS = {
    "Glossary": "词汇表",
    "The plan": "方案",
    "Commitments": "承诺事项",
    "Criteria": "判定标准",
    "Facts": "事实",
    "Readings": "口径",
    "Answers": "答案",
    "The official text": "正式文本",
    "The calendar": "日历",
    "Counting": "计数",
    "Judgement": "判定",
    "Words and pictures": "文字与图示",
    "Files": "文件",
    "Tables": "表格",
    "The ledger": "台账",
    "Errors": "报错",
}
_INTRODUCTION = (
    "一个英文标识符对应一个中文术语。\n"
    "类的术语写在其文档字符串的括号里；枚举成员的术语就是用户读到的词。\n"
    "一个术语对应两个标识符的只有一处：工作日既是`WorkingDays`（若干个工作日），"
    "也是`DayKind.WORKDAY`（某一日的性质）。\n"
)
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_ROW = re.compile(r"^\| `([^`]+)` \| ([^|]+) \|", re.MULTILINE)


def pages(lang: Lang) -> dict[str, str]:
    """The one page."""
    return {"glossary": _page(lang)}


def chinese_terms() -> tuple[str, ...]:
    """Every Chinese term of the glossary."""
    return tuple(match[2].strip() for match in _ROW.finditer(GLOSSARY.read_text("utf-8")))


def _page(lang: Lang) -> str:
    page = _LINK.sub(r"\1", GLOSSARY.read_text("utf-8"))
    if lang == "en":
        return page
    head, _, rest = page.partition("\n## ")
    title = head.partition("\n")[0]
    lines = [_heading(title), "", _INTRODUCTION]
    for line in f"## {rest}".splitlines():
        if line.startswith("#"):
            lines.append(_heading(line))
        elif line == "Only what users meet.":
            lines.append("只列用户会遇到的。")
        elif line.startswith("| Identifier |"):
            lines.append("| 标识符 | 中文 | 英文说明 |")
        else:
            lines.append(line)
    return "\n".join(lines) + "\n"


def _heading(line: str) -> str:
    marks, _, words = line.partition(" ")
    return f"{marks} {_HEADINGS.get(words, words)}"
