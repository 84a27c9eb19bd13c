"""What is said of an error, in the user's language (报错用语).

In Chinese the rule of the error and what it refused are said, and the English line only where there is
no Chinese one; ``--lang en`` gives the English always.
"""

from __future__ import annotations

import errno
import os
import re

from wushan_plan.cli.wording import perhaps, say
from wushan_plan.errors import LedgerStoreError, MissingExtraError, OutOfCoverageError, WushanPlanError
from wushan_plan.model.verdict import Lang

_OF_THE_SYSTEM = {
    errno.ENOENT: "没有这个文件或文件夹",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EISDIR: "这是文件夹，不是文件",
    errno.ENOTDIR: "路径中有一段不是文件夹",
    errno.EEXIST: "已有同名的文件或文件夹",
    errno.ENOSPC: "磁盘已满",
    errno.EROFS: "磁盘只能读，不能写",
    errno.ENAMETOOLONG: "文件名太长",
    errno.EBUSY: "文件正被占用",
}
"""What systems refuse with, by number; their own words are in the language of the system."""

_IN_A_LEDGER = {
    "台账已存在": "直接使用即可，如 wushan-plan ledger status；要另建一个，请换一个文件名。",
    "台账打不开": "请核对路径和权限；还没有台账的，用 wushan-plan ledger init 新建。",
    "没有台账": "请核对路径；还没有台账的，用 wushan-plan ledger init 新建。",
    "该文件不是台账": "请核对路径；新建台账用 wushan-plan ledger init。",
    "台账为只读": "请检查文件是否可写，或者复制到可写的文件夹再用。",
    "台账被占用": "其他程序正在写入，请稍后重试。",
    "磁盘已满": "请腾出空间后重试；已确认收下的记录都在。",
    "台账文件已损坏": "请用最近一次完好的备份恢复。",
    "台账库已损坏": "请用最近一次完好的备份或导出恢复。",
    "台账属于另一方案": "请用 --plan 写明它自己的方案。",
    "台账结构版本较旧，需要升级": "在Python里用 LedgerStore.migrate 升级，记录不变。",
}
"""What to do on the command line about what a ledger refuses; its own remedies speak to Python."""

_NO_LEDGER = ("LedgerStore", "the stored ledger")
"""Places that name no ledger; the value does."""

_UNFINISHED = re.compile(r"\.(.+)\.[0-9a-f]{8}\.part")
"""The name of a file while it is written."""

_LONGEST_WORD = 4

_PLACE = re.compile(r"^(?P<file>.+?)(?:, (?P<sheet>[^,]+))??, (?:line|row) (?P<line>\d+)(?:, .*)?$")


def complaints(error: WushanPlanError | OSError, lang: Lang) -> list[str]:
    """The lines that say what is wrong, and what to do about it."""
    if isinstance(error, OSError) and not isinstance(error, WushanPlanError):
        return [say(lang, f"错误：{_of_the_system(error)}", f"error: {error}")]
    if isinstance(error, OutOfCoverageError):  # whose own remedy names what only Python has
        zh = "可用 --notice 文件 补充新通知，或用 --provisional 求暂定答案。"
        en = "Supply the new notice with --notice FILE, or take a provisional answer with --provisional."
        rule = say(lang, f"错误：{_in_chinese(error)}", f"error: {error.value}: {error.rule}")
        return [rule, say(lang, zh, en)]
    first = say(lang, f"错误：{_in_chinese(error) or error}", f"error: {error}")
    if lang == "zh" and error.zh in _IN_A_LEDGER:
        return [first, _IN_A_LEDGER[error.zh]]
    return [first]


def _of_the_system(error: OSError) -> str:
    """What the system refused, and for which file."""
    said = _OF_THE_SYSTEM.get(error.errno or 0, error.strerror or str(error))
    if error.filename is None:
        return said
    folder, name = os.path.split(os.fsdecode(error.filename))
    unfinished = _UNFINISHED.fullmatch(name)
    if unfinished is not None and error.errno == errno.ENOENT:
        return f"没有这个文件夹，请先建立：{folder}"
    return f"{said}：{os.path.join(folder, unfinished[1] if unfinished else name)}"


def _in_chinese(error: WushanPlanError) -> str:
    """The error in Chinese, empty where it has no words in it."""
    if not error.zh:
        return ""
    rule = error.zh
    for number, words in _OF_THE_SYSTEM.items():
        rule = rule.replace(os.strerror(number), words)
    place, subject = _place(error), _subject(error)
    where = f"{place}：" if place and place != subject else ""
    what = f"：{subject}" if subject and not _is_said(error, rule) else ""
    return f"{where}{rule}{what}{perhaps(error.near)}"


def _is_said(error: WushanPlanError, rule: str) -> bool:
    """Whether the rule names what was refused; a short word may stand there by chance."""
    value = error.value
    if isinstance(error, MissingExtraError) or isinstance(value, int):
        return str(value) in rule
    if isinstance(value, (list, tuple)):
        return all(str(one) in rule for one in value)
    return len(str(value)) > _LONGEST_WORD and str(value) in rule


def _subject(error: WushanPlanError) -> str:
    """What was refused. What a database says of a ledger is English: then which ledger it is."""
    value = error.value
    if isinstance(error, LedgerStoreError) and error.where not in _NO_LEDGER:
        return error.where
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, (list, tuple)):
        return "、".join(str(one) for one in value)
    return str(value)


def _place(error: WushanPlanError) -> str:
    """The file, or the line of it, that the error was met in; empty for a place in a program."""
    found = _PLACE.match(error.where)
    if found is not None:
        sheet = f" 工作表{found['sheet']}" if found["sheet"] else ""
        return f"{found['file']}{sheet} 第{found['line']}行"
    return error.where if os.path.exists(error.where) else ""
