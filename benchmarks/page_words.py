"""The words of the page in English and Chinese; every figure comes from the record."""

from __future__ import annotations

import re
from typing import Literal

from benchmarks.contest import Bound, Result, shown

Lang = Literal["en", "zh"]

TEXTS: dict[Lang, dict[str, str]] = {
    "en": {
        "title": "Benchmarks",
        "written": "Written by `make bench`; edit benchmarks/page.py and page_words.py instead.",
        "kept": "{kept} of {asked} ratios asked for are kept; those that are short are explained below.",
        "picture": "How many times faster than its peers the engine counts",
        "method_heading": "Method",
        "method": """\
Engine and peers run in one process. In each round every contestant of a group runs once, in an order
shuffled anew; a ratio is formed from two times of the same round, and the medians over the rounds are
shown. Columns are timed by the clock on the wall, since the engine shares long ones among the
processor's cores, as polars does; numpy and pandas work on one. Single calls are timed in processor
time, so that other programs on the machine are not timed, and without the cost of the timing loop.
Before anything is timed, answers are compared, and a difference ends the run.

numpy, pandas, polars and bizdays know no make-up days. They are given the exact calendar the only way
they can take it: a week of seven working days, with every rest day as a holiday. Peers that bring
their own days are timed on dates about which they are right; where no span of a length is free of
days they get wrong, the table says so. All peers get what a caller could prepare beforehand: a built
calendar, dates in their own type, the shift by one day from their convention to ours.

“Faster” is the peer's time by ours; “its time” is ours by that of the yardstick.""",
        "run": "Run on {date}: {processor}, {cores} cores, {system}; load average at the start {load}.\n"
        "Python {python}, {versions}.",
        "unknown": "unknown",
        "repeat": "`make bench` repeats it all; `python -m benchmarks --quick` gives a first idea. The "
        "results are kept in `docs/explanation/benchmarks.json`, from which `python -m benchmarks --render` "
        "writes the page again, in both languages.",
        "make_up_heading": "Make-up days",
        "make_up": "From {first} to {last} there are {days:,} days, {make_up} of them make-up "
        "days: Saturdays and Sundays that are worked (调休上班). Each peer with days of its own was asked "
        "about every one.",
        "unaware": "{unaware} and polars bring no days. Told only of holidays, with the usual week of five "
        "days, they take every one of the {make_up} make-up days for a rest day; "
        "the seven-day week above is the way round it. "
        "The stock exchange stays closed on make-up days, so its calendar is right about trading, "
        "not about work. workalendar answers for weekends of years it has no data for, and so is wrong about "
        "their make-up days. Year by year: [what other calendars get wrong](peers.md).",
        "conventions": "Two conventions catch callers. `chinese_calendar.find_workday` moves a start on a "
        "rest day forward and then does not count the day it arrives at, so its n-th working day is one day "
        "late; the comparison above corrects the call. numpy and polars count `[start, end)`, the law counts "
        "`(start, end]` (民法典 201).",
        "short_heading": "Where a ratio is short",
        "none_short": "None is.",
        "sorted": """\
On sorted columns numpy itself becomes several times faster, for its binary search then goes the same way
again and again. The engine's time is the same in any order: moving the columns through memory, and two
look-ups of about 1 ns each, whose answers are checked. The last column shows what would be left if there
were nothing to look up: how many times faster than numpy it is to subtract one column from the other on
one core and write the difference. A ratio asked for that lies near it or above is out of reach of a
method that reads both columns and looks anything up.""",
        "other_short": "- {work}, against {peer}: {value}, asked for {asked}.",
        "faster": "{ratio} faster",
        "its_time": "{ratio} its time",
        "joint": ", ",
        "between": ", ",
    },
    "zh": {
        "title": "性能测试",
        "written": "由 make bench 生成；要改请改 benchmarks/page.py 和 page_words.py。",
        "kept": "共提出{asked}项倍数要求，达到{kept}项；未达到的，文末说明原因。",
        "picture": "本库数工作日的速度是各同类库的多少倍",
        "method_heading": "测法",
        "method": """\
本库与各同类库在同一进程内运行。每一轮中，同组各方各运行一次，次序逐轮重新打乱；倍数由同一轮的两个用时相除得出，
表中所列是各轮的中位数。整列计算按实际经过的时间计时，因为长列由本库分给处理器各核共同计算，polars也是如此，
numpy和pandas只用一核。单次调用按处理器时间计时，机器上其他程序的用时不计入，计时循环本身的用时也已扣除。
计时之前先核对答案，有一处不同即停止运行。

numpy、pandas、polars和bizdays不认识调休上班日，只能这样把准确的日历告诉它们：一周七天都是工作日，
所有休息日都列为节假日。自带日期数据的同类库，只在其判断正确的日期上计时；某一长度的跨度里找不到它全部判断正确的，
表中写明。调用者可以事先备好的，各方都已备好：建好的日历，各自类型的日期，计数惯例相差的那一天。

“速度为其N倍”是同类库用时除以本库用时；“用时为其N倍”是本库用时除以参照用时。""",
        "run": "运行日期：{date}。机器：{processor}，{cores}核，{system}；开始时平均负载{load}。\n"
        "Python {python}，{versions}。",
        "unknown": "不详",
        "repeat": "`make bench`全部重测一遍；`python -m benchmarks --quick`先看个大概。"
        "测得的结果存于`docs/explanation/benchmarks.json`，`python -m benchmarks --render`"
        "据此重新生成中英文两页。",
        "make_up_heading": "调休上班日",
        "make_up": "自{first}至{last}共{days:,}天，其中{make_up}天是调休上班日，即须上班的周六、周日。"
        "自带日期数据的各同类库，每一天都问到。",
        "unaware": "{unaware}和polars不带日期数据。只告诉它们节假日、按通常的五天工作制计算时，"
        "{make_up}个调休上班日全部被当作休息日；上文的七天工作制是变通办法。"
        "证券交易所在调休上班日休市，其日历就交易而言是对的，就上班而言不对。"
        "workalendar对没有数据的年份仍就周末作答，这些年份的调休上班日因此判断有误。"
        "逐年情况见[其他日历错在哪里](peers.md)。",
        "conventions": "有两处惯例容易出错。`chinese_calendar.find_workday`遇到起算日是休息日时，"
        "先顺移到下一工作日，又不计移到的这一天，第n个工作日因此晚一天，上面的比较已作修正。"
        "numpy和polars数的是`[start, end)`，法律数的是`(start, end]`（民法典第201条）。",
        "short_heading": "未达到要求之处",
        "none_short": "没有。",
        "sorted": """\
列经排序后，numpy自身会快好几倍，因为它的二分查找每次走的都是同一条路。本库的用时与次序无关：
把两列数据从内存中过一遍，另加两次查表，每次约1纳秒，查得的结果都经过检查。最后一栏是完全不查表时的极限：
只用一核把两列相减并写出差值，速度是numpy的多少倍。要求的倍数与它接近或者超过它的，
凡是要读两列数据又要查表的办法，都达不到。""",
        "other_short": "- {work}，与{peer}相比：{value}，要求{asked}。",
        "faster": "速度为其{ratio}",
        "its_time": "用时为其{ratio}",
        "joint": "，",
        "between": "、",
    },
}

HEAD: dict[Lang, tuple[str, ...]] = {
    "en": ("Work", "Peer", "Peer's time", "Ours", "Result", "Asked for", ""),
    "zh": ("计算内容", "对照", "对照用时", "本库用时", "结果", "要求", ""),
}
DAYS_HEAD: dict[Lang, tuple[str, ...]] = {
    "en": ("Peer", "days it gets wrong", "of them make-up days", "first and last wrong day", "no answer"),
    "zh": ("同类库", "判断有误的天数", "其中调休上班日", "最早与最晚的错误日期", "不作答的天数"),
}
SHORT_HEAD: dict[Lang, tuple[str, ...]] = {
    "en": ("Work", "Result", "Asked for", "Subtracting alone"),
    "zh": ("计算内容", "结果", "要求", "只作相减"),
}
SECTIONS = {
    "Single dates": "单个日期",
    "Lists of dates": "日期列表",
    "Arrays and series": "数组与序列",
    "Memory": "内存",
    "Import": "导入",
}
NOTES: dict[Lang, dict[str, str]] = {
    "en": {
        "Arrays and series": """\
Copying into fresh memory also pays for the system's handing out pages, and its time varies with the
state of the machine's memory; copying into memory in use is the stricter yardstick. Our own time
includes fresh memory for the answer. Subtracting one column from the other, with no calendar at all,
shows what reading two columns and writing a third costs.""",
        "Import": """\
Importing the package loads nothing until a name is used; the time of the first use of `PLAN` or `CHINA`
is in the rows that name them.""",
    },
    "zh": {
        "Arrays and series": """\
复制到新分配的内存，还要付出系统分配内存页的代价，用时随机器内存的状况变化；复制到已在使用的内存，是更严的参照。
本库的用时包含为答案分配新内存。两列直接相减、完全不用日历，表明读两列、写一列本身要花多少时间。""",
        "Import": """\
导入本库时什么也不加载，用到某个名称时才加载；首次使用`PLAN`或`CHINA`的用时，见写有其名的各行。""",
    },
}
# Whole phrases, then the parts between commas; longer ones first where one holds another.
_PHRASES = {
    "copying both inputs into memory in use": "把两列输入复制到已在使用的内存",
    "copying both inputs": "复制两列输入",
    "subtracting the columns as they are": "两列直接相减",
    "numpy astype alone, of that list": "仅用numpy astype转换该列表",
    "numpy astype alone, of both lists": "仅用numpy astype转换两个列表",
    "the same over 1 day": "同样计算，跨度1天",
    "peak above the output, allocated": "输出之外的峰值，按分配量",
    "peak above the output, resident": "输出之外的峰值，按驻留量",
    "of numpy, pandas, polars, openpyxl": "numpy、pandas、polars、openpyxl中",
    "right on no such span": "没有它全部判断正确的此种跨度",
    "none imported": "均未加载",
    "none": "均不加载",
    "pass": "达到",
    "short": "未达到",
}
_PARTS = (
    (r"n-th working day", "第n个工作日"),
    (r"met or not", "是否达标"),
    (r"count", "计数"),
    (r"n up to (\d+)", r"n不超过\1"),
    (r"one n", "同一个n"),
    (r"a list of (\S+) datetime\.date to one day", r"\1个datetime.date的列表，数至同一天"),
    (r"two lists of (\S+) datetime\.date", r"两个\1个datetime.date的列表"),
    (r"(\S+) rows", r"\1行"),
    (r"each column sorted", "两列各自排序"),
    (r"sorted", "已排序"),
    (r"random", "随机"),
    (r"(\d+)-day spans", r"跨度\1天"),
    (r"spans of (\d+) to (\d+) days", r"跨度\1至\2天"),
    (r"1 day", "1天"),
    (r"(\d+) days", r"\1天"),
    (r"1 year", "1年"),
    (r"(\d+) years", r"\1年"),
)


def said(phrase: str, lang: Lang) -> str:
    """A phrase of a result; names and measures stay as they are."""
    if lang == "en" or not phrase:
        return phrase
    if phrase in _PHRASES:
        return _PHRASES[phrase]
    parts = [_part(part) for part in phrase.split(", ")]
    return phrase if None in parts else "，".join(part for part in parts if part)


def value(one: Result, lang: Lang) -> str:
    """What a race or a measurement came to."""
    if one.ratio is None:
        return said(one.value, lang)
    which = "faster" if one.bound is Bound.AT_LEAST else "its_time"
    return TEXTS[lang][which].format(ratio=times(one.ratio, lang))


def times(ratio: float, lang: Lang) -> str:
    return shown(ratio) if lang == "en" else shown(ratio).replace("×", "倍")


def asked(one: Result, lang: Lang) -> str:
    text = said(one.asked, lang)
    return text if lang == "en" else text.replace("×", "倍")


def _part(part: str) -> str | None:
    for pattern, chinese in _PARTS:
        if match := re.fullmatch(pattern, part):
            return match.expand(chinese)
    return None
