# ---
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown] lang="zh"
# # 从台账到督查报告
#
# 方案要求牵头单位建立改革工作台账，把任务分解到项，按时填报。这本笔记用一年的台账走一遍：
# 读进来，看某一天各项任务是什么颜色，谁逾期了，报得不一致怎么办，一季度一次的填报怎么收，最后出一份督查报告。
#
# 台账是**合成数据**：单位、任务、期限出自方案，填报内容全是编的，不是任何单位的真实情况。

# %% [markdown] lang="en"
# # From the ledger to the supervision report
#
# The plan asks its lead units to keep a ledger of the reform, broken down into tasks, and to report on time.
# This notebook goes through a year of it: read the ledger, see the colour of every task on a day, find what is late,
# settle reports that contradict each other, collect the quarterly forms, and print the supervision report.
#
# The ledger is **synthetic**: units, tasks and last days are the plan's; everything reported is made up and says
# nothing of any real office.

# %% tags=["parameters"]
lang = "zh"  # "en" for English

# %%
import json
import tempfile
from collections import Counter
from datetime import date, timedelta
from html import escape
from pathlib import Path

import altair as alt
from IPython.display import HTML
from matplotlib.dates import DateFormatter
from matplotlib.figure import Figure
from openpyxl import load_workbook

from charts import FAINT, GOLD, GREEN, GREY, INK, RED, SHIPPED, keep, keep_figure, use_chinese_font
from tables import table
from wushan_plan import PLAN, Interval, Status, WorkingDays
from wushan_plan.explanation import words
from wushan_plan.ledger import Colour, Ledger, read_lines
from wushan_plan.ledger.reports import html, markdown, report, tables, write_workbook
from wushan_plan.ledger.returns import read_return, write_return

use_chinese_font()


def say(zh, en):
    return zh if lang == "zh" else en


def named(unit):
    return say(unit.name, unit.name_en)


# %% [markdown] lang="zh"
# ## 打开台账
#
# 台账是一个文本文件，一行一条记录。`Ledger.from_plan` 把方案分解成任务，再把记录放上去。

# %% [markdown] lang="en"
# ## Open the ledger
#
# A ledger is a text file with one entry a line. `Ledger.from_plan` breaks the plan down into tasks and puts the
# entries on them.

# %%
lines = SHIPPED / "ledger-2021-synthetic.jsonl"
ledger = Ledger.from_plan(PLAN, read_lines(lines))
print(
    say(
        f"{len(ledger)}条记录，{len(ledger.units)}个单位，{len(ledger.as_of(date(2021, 12, 31)).tasks)}项任务",
        f"{len(ledger)} entries, {len(ledger.units)} units, "
        f"{len(ledger.as_of(date(2021, 12, 31)).tasks)} tasks",
    )
)

# %% tags=["hide-input"]
kinds = Counter(type(entry).__name__ for entry in ledger.entries)
meaning = {
    "ProgressReport": say("进展：到某天为止的情况", "progress: how things stood on a day"),
    "Completion": say("办结：哪天完成，凭什么", "completion: done on which day, with what evidence"),
    "CaseReport": say("办件：一批办件的统计", "cases: the tally of a table of cases"),
    "Correction": say(
        "更正：前面哪条写错了，应为多少", "correction: which entry was wrong, and what it should say"
    ),
    "Reassignment": say("改派：任务交给另一个单位", "reassignment: the task passes to another unit"),
    "DeviationReason": say("偏离原因", "reason of a deviation"),
    "Comment": say("备注：不影响结论", "comment: decides nothing"),
}
table(
    [say("种类", "kind"), say("说的是什么", "what it says"), say("条数", "entries")],
    [(kind, meaning[kind], count) for kind, count in kinds.most_common()],
)

# %% [markdown] lang="zh"
# 一条记录写明：哪天（`at`）、谁（`author`）、哪个单位（`unit`）、关于哪项承诺（`commitment`）、报了什么（`facts`）。
# 编号（`id`）由内容算出：内容一样，编号就一样，重复导入不会变成两条；有人改动了文件里的一行，读的时候会被拒绝。

# %% [markdown] lang="en"
# An entry says when (`at`), who (`author`), which unit, on which `commitment`, and what (`facts`).
# Its `id` is made from its content: the same entry has the same id everywhere, so importing it twice changes nothing,
# and a line somebody edited in the file is refused.

# %%
first = next(line for line in lines.read_text("utf-8").splitlines() if "cross-province-services" in line)
print(json.dumps(json.loads(first), ensure_ascii=False, indent=1))

# %% [markdown] lang="zh"
# ## 某一天的状态
#
# 状态不存，每次由记录推出来。`ledger.as_of(某天)` 只看那天为止写下的记录，所以任何时候都能回到当时看到的样子。
# 看10月29日的供水：承诺是每户至多9个工作日。

# %% [markdown] lang="en"
# ## The state on a day
#
# No state is stored; it follows from the entries. `ledger.as_of(day)` looks only at what was written by that day,
# so you can always go back to what was known then. Take water on 29 October: at most 9 working days for each user.

# %%
october = ledger.as_of(date(2021, 10, 29))
water = october.task("water-connection")
water.status, water.colour, water.tally.counts, water.tally.open_late

# %% tags=["hide-input"]
table(
    [say("项目", "item"), say("内容", "value")],
    [
        (say("承诺", "promise"), say(water.commitment.summary, water.commitment.summary_en)),
        (say("颜色", "colour"), words.pick(words.COLOUR[water.colour.value], lang)),
        (say("结论", "status"), words.pick(words.STATUS[water.status], lang)),
        (
            say("已报办件", "cases reported"),
            say("；", "; ").join(
                f"{words.pick(words.STATUS[Status(one)], lang)} {count}" for one, count in water.tally.counts
            ),
        ),
        (say("逾期未办结", "late and still open"), str(water.tally.open_late)),
        (
            say("负责单位", "carried by"),
            say("、", "; ").join(named(ledger.unit(holder)) for holder in water.holders),
        ),
    ],
)

# %% [markdown] lang="zh"
# 对每一件都有要求的承诺，最差的一件说了算：三十件按时，一件超时未办结，这项任务就是红的。
# 五个单位共同牵头，也就共同红。
#
# 不靠办件统计的任务，`verdict.explain()` 把理由写成一段话。川渝通办的期限是10月31日，只剩两天：

# %% [markdown] lang="en"
# Where a promise holds for every case, the worst case speaks: thirty were on time, one is late and still open,
# and the task is red. Five units carry it jointly, so it is red for all five.
#
# For tasks that do not rest on case tables, `verdict.explain()` says why in a paragraph.
# The Sichuan-Chongqing services are due on 31 October, two days from now:

# %%
print(october.task("sichuan-chongqing-services").verdict.explain(lang))

# %% [markdown] lang="zh"
# ## 颜色
#
# 颜色只有一条规则（`ColourRule`），写在一处，可以换。缺资料永远是灰，不会当成绿，也不会当成红。

# %% [markdown] lang="en"
# ## Colours
#
# There is one rule of colours (`ColourRule`), in one place, and it can be replaced.
# Missing data is grey: it is never taken for green, and never for red.

# %%
october.whole.colours

# %% tags=["hide-input"]
rule = {
    Colour.RED: say("没有做到，也没有补办", "not kept, and not made good"),
    Colour.YELLOW: say(
        "10个工作日内到期；或逾期后补办；或有正当理由的偏离",
        "due within 10 working days; or made good late; or excused",
    ),
    Colour.GREY: say("资料不够，无法判定；或不适用", "not known; or nothing to judge"),
    Colour.GREEN: say("达标；或还没到期", "kept; or not due yet"),
}
table(
    [say("颜色", "colour"), say("什么时候", "when"), say("10月29日的任务数", "tasks on 29 October")],
    [
        (words.pick(words.COLOUR[one.value], lang), rule[one], count)
        for one, count in october.whole.colours.items()
    ],
)

# %% [markdown] lang="zh"
# ## 一年里怎么变
#
# 每个月末看一次。左图是全部任务：灰色逐月退去，年底全部有数。右图把红、黄单独放大：左图里它们细得看不见，
# 而督查要管的正是它们。

# %% [markdown] lang="en"
# ## How it changes through the year
#
# One look at each month's end. On the left all tasks: grey recedes month by month, until at the year's end
# everything is known. On the right red and yellow alone, enlarged: on the left they are too thin to see,
# and they are what supervision is about.

# %%
month_ends = [
    date(2021, 7, 31),
    date(2021, 8, 31),
    date(2021, 9, 30),
    date(2021, 10, 31),
    date(2021, 11, 30),
    date(2021, 12, 31),
    date(2022, 1, 31),
]
colours = {day: ledger.as_of(day).whole.colours for day in month_ends}

# %% tags=["hide-input"]
PAINT = {Colour.RED: RED, Colour.YELLOW: GOLD, Colour.GREY: GREY, Colour.GREEN: GREEN}
word_of = {one: words.pick(words.COLOUR[one.value], lang) for one in Colour}
counts = [
    {
        "day": day.isoformat(),
        "colour": word_of[one],
        "order": place,
        "tasks": number,
    }
    for day, found in colours.items()
    for place, (one, number) in enumerate(found.items())
]
scale = alt.Scale(domain=list(word_of.values()), range=[PAINT[one] for one in word_of])


def bars(rows, title, width, text_colour):
    base = alt.Chart(alt.Data(values=rows)).encode(
        x=alt.X("day:O", title=None, axis=alt.Axis(labelAngle=-40)),
        y=alt.Y("tasks:Q", title=say("任务数", "tasks"), stack=True),
        order=alt.Order("order:Q"),
        tooltip=["day:O", "colour:N", "tasks:Q"],
    )
    drawn = base.mark_bar().encode(color=alt.Color("colour:N", scale=scale, title=say("颜色", "colour")))
    middles = []
    for day in dict.fromkeys(row["day"] for row in rows):
        under = 0
        for row in (one for one in rows if one["day"] == day):
            middles.append({**row, "middle": under + row["tasks"] / 2})
            under += row["tasks"]
    enough = max(row["middle"] for row in middles) / 12
    numbers = (
        alt.Chart(alt.Data(values=[row for row in middles if row["tasks"] >= enough]))
        .mark_text(color=text_colour, fontSize=11)
        .encode(x="day:O", y="middle:Q", text="tasks:Q")
    )
    return (drawn + numbers).properties(title=title, width=width, height=260)


worst = [row for row in counts if row["colour"] in (word_of[Colour.RED], word_of[Colour.YELLOW])]
keep(
    bars(counts, say("全部任务（合成数据）", "All tasks (synthetic)"), 330, "white")
    | bars(worst, say("只看红和黄", "Red and yellow alone"), 260, "white"),
    f"05-colours-by-month-{lang}",
)

# %% [markdown] lang="zh"
# 12月31日一个红的都没有，1月31日却有4个。不是一个月里变坏的：最后一天当天还不算逾期，过了年才见分晓。
# 所以年底的报告不能只看当天，还要看下一份。
#
# 把曾经变红、变黄的任务一天一天排开，就看得出来龙去脉：

# %% [markdown] lang="en"
# On 31 December nothing is red; on 31 January four tasks are. They did not go bad in a month: on its last day a
# task is still in time, and only the next day shows. So read the year's last report together with the one after it.
#
# Day by day, the tasks that were ever red or yellow tell their story:

# %% tags=["hide-input"]
days = [date(2021, 8, 31) + timedelta(days=number) for number in range(154)]
looked_at = [*month_ends, date(2022, 1, 4)]
troubled = {
    (one.due, one.commitment.id)
    for day in looked_at
    for one in ledger.as_of(day).tasks
    if one.colour in (Colour.RED, Colour.YELLOW)
}
spans = []
for day in days:
    state = ledger.as_of(day)
    for _, name in sorted(troubled):
        task = state.task(name)
        label = f"{task.commitment.citation} {say(task.commitment.summary, task.commitment.summary_en)}"
        colour, tomorrow = word_of[task.colour], (day + timedelta(days=1)).isoformat()
        last = next((span for span in reversed(spans) if span["task"] == label), None)
        if last and last["colour"] == colour:
            last |= {"to": tomorrow, "until": day.isoformat()}
        else:
            since = until = day.isoformat()
            spans.append(
                {
                    "task": label,
                    "colour": colour,
                    "from": since,
                    "to": tomorrow,
                    "since": since,
                    "until": until,
                }
            )
lanes = (
    alt.Chart(alt.Data(values=spans))
    .mark_bar(height=15)
    .encode(
        x=alt.X(
            "from:T",
            title=None,
            scale=alt.Scale(type="utc"),
            axis=alt.Axis(format="%Y-%m", tickCount="month"),
        ),
        x2="to:T",
        y=alt.Y("task:N", title=None, sort=None, axis=alt.Axis(labelLimit=270)),
        color=alt.Color("colour:N", scale=scale, title=say("颜色", "colour")),
        tooltip=["task:N", "colour:N", "since:N", "until:N"],
    )
    .properties(
        title=say("曾经变红或变黄的任务（合成数据）", "Tasks that were ever red or yellow (synthetic)"),
        width=430,
        height=alt.Step(25),
    )
)
keep(lanes, f"05-troubled-tasks-{lang}")

# %% [markdown] lang="zh"
# ## 哪些逾期了
#
# 到2022年1月31日，红灯清单上是没有做到也没有补办的，黄灯清单上是补办了的、有正当理由的。
# “（推断）”表示原文没写日期，以方案期末为期限。清单直接取自督查报告的表，逾期按工作日算。

# %% [markdown] lang="en"
# ## What is late
#
# By 31 January 2022 the red list has what was neither kept nor made good; the yellow list what was made good late,
# or excused. “(inferred)” marks tasks for which the text gives no day, so that the end of the plan's period counts.
# The lists are the supervision report's own; days overdue are working days.

# %%
january = report(ledger, date(2022, 1, 31), since=date(2021, 12, 31), lang=lang)


def listed(found, names, columns):
    """Tables of a report by id, as one table with the columns of these places."""
    chosen = [one for one in tables(found) if one.id in names]
    headings = [chosen[0].columns[place].heading for place in columns]
    return table(headings, [[row[place] for place in columns] for one in chosen for row in one.rows])


listed(january, ("red", "yellow"), (0, 1, 3, 4, 5, 6))

# %% [markdown] lang="zh"
# 采购合同晚了，却不是红的：原文写的是“原则上”，单位又在11月8日记下了理由，所以算有正当理由的偏离。
# 原文没有留余地的，记了理由也照样是红的。
#
# 还没逾期、但快了的，用 `due_within`。在9月30日往前看25个工作日：

# %% [markdown] lang="en"
# The procurement contract was late and yet is not red: the text says “in principle” (原则上), and the unit recorded a
# reason on 8 November, so it counts as excused. Where the text leaves no room, a reason changes nothing.
#
# What is not late yet but soon will be: `due_within`. From 30 September, 25 working days ahead:

# %%
september = ledger.as_of(date(2021, 9, 30))
soon = september.due_within(WorkingDays(25))

# %% tags=["hide-input"]
table(
    [say("任务", "task"), say("期限", "due"), say("颜色", "colour"), say("还差", "still needed")],
    [
        (
            f"{one.commitment.citation} {say(one.commitment.summary, one.commitment.summary_en)}",
            one.due,
            word_of[one.colour],
            str(one.verdict.outlook.remaining),
        )
        for one in soon
    ],
)

# %% [markdown] lang="zh"
# ## 更正与冲突
#
# 措施22承诺74项高频事项跨省通办。一年里这个数走得并不平：
#
# - 9月30日报了401项，系统当即判为达标。10月9日更正：多录一位，应为41。原记录不改，更正另记一条，从更正那天起算。
# - 10月29日两个单位同一天报了58和66。谁对？台账不猜：事实视为不明，颜色转灰，直到督查组11月5日裁定58。

# %% [markdown] lang="en"
# ## Corrections and conflicts
#
# Measure 22 promises 74 frequent services across provinces. The figure has had an uneven year:
#
# - On 30 September 401 was reported, and the task counted as kept at once. On 9 October that was corrected: one digit
#   too many, 41. The first entry stays as it is; the correction is an entry of its own and speaks from its day on.
# - On 29 October two units reported 58 and 66 for the same day. Which is right? The ledger does not guess:
#   the fact counts as not known and the task turns grey, until the supervisors settled it on 5 November, at 58.

# %% tags=["hide-input"]
services = PLAN.targets["cross-province-services"]
least = services.criterion.least
by_day = [(day, ledger.as_of(day).task(services.id)) for day in days[:124]]
known = [dict(task.facts).get("items") for _, task in by_day]

figure = Figure(figsize=(8, 3.6))
axes = figure.subplots()
axes.step(
    [day for day, _ in by_day], [min(value, 88) if value else float("nan") for value in known], where="post"
)
axes.axhline(least, color=GREEN, linewidth=1, linestyle="--")
axes.text(
    date(2021, 12, 31), least + 1.5, say(f"承诺：{least}项", f"promised: {least}"), color=GREEN, ha="right"
)
typo = [day for (day, _), value in zip(by_day, known, strict=True) if value == 401]
axes.annotate(
    say("401，多录一位\n（超出图外）", "401, one digit too many\n(off the chart)"),
    (typo[len(typo) // 2], 88),
    (date(2021, 10, 14), 82),
    va="center",
    arrowprops={"arrowstyle": "->", "color": INK},
)
unknown = [day for day, task in by_day if task.conflicts]
axes.axvspan(unknown[0], unknown[-1] + timedelta(days=1), color=FAINT)
axes.text(
    unknown[0],
    12,
    say("58还是66？\n不明", "58 or 66?\nnot known"),
    va="center",
    ha="left",
)
axes.set_ylim(0, 95)
axes.set_ylabel(say("台账所知的事项数", "services, as the ledger knows"))
axes.set_title(say("跨省通办事项数（合成数据）", "Services across provinces (synthetic)"))
axes.xaxis.set_major_formatter(DateFormatter("%Y-%m-%d"))
axes.set_xticks(
    [date(2021, 8, 31), date(2021, 9, 30), date(2021, 10, 31), date(2021, 11, 30), date(2021, 12, 31)]
)
keep_figure(figure, f"05-services-known-{lang}")

# %% [markdown] lang="zh"
# 历史一条不少。更正过的，原来写的和更正后的都在：

# %% [markdown] lang="en"
# The history keeps everything. Of what was corrected it shows both what was written and what it says now:

# %%
history = ledger.as_of(date(2021, 12, 31)).history(services.id)

# %% tags=["hide-input"]
shown = []
for one in history:
    wrote = getattr(one.entry, "facts", ())
    why = getattr(one.entry, "reason", "") or one.entry.note
    shown.append(
        (
            one.entry.at,
            named(ledger.unit(one.entry.unit)),
            one.entry.author,
            type(one.entry).__name__,
            str(dict(wrote).get("items", "")),
            str(dict(one.facts).get("items", "")),
            why,
        )
    )
table(
    [
        say("日期", "day"),
        say("单位", "unit"),
        say("填报人", "author"),
        say("种类", "kind"),
        say("当时写的", "written"),
        say("更正后", "as corrected"),
        say("说明", "why"),
    ],
    shown,
)

# %% [markdown] lang="zh"
# ## 一个季度的填报
#
# 各单位不写 Python，也不改台账文件。到季末，给每个单位发一张 Excel 填报表，填好收回来，读成记录。
# 这里回到8月底的台账，在临时文件夹里走一遍三季度的填报。

# %% [markdown] lang="en"
# ## A quarterly return round
#
# Offices write no Python and edit no ledger. At a quarter's end each unit gets an Excel form, fills it in, and the form
# is read back into entries. Here we go back to the ledger of the end of August and walk through the third quarter's
# round in a temporary folder.

# %%
august = Ledger.from_plan(PLAN, [entry for entry in ledger.entries if entry.day <= date(2021, 8, 31)])
quarter = Interval(date(2021, 7, 1), date(2021, 9, 30))
temporary = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)  # gone when the notebook is closed
folder = Path(temporary.name)
rows_sent = {
    unit: write_return(
        august, unit.id, folder / f"{unit.id}.xlsx", date(2021, 9, 30), period=quarter, lang=lang
    )
    for unit in august.units
}

# %% tags=["hide-input"]
table(
    [say("单位", "unit"), say("要填的行", "rows to fill")],
    [(named(unit), count) for unit, count in sorted(rows_sent.items(), key=lambda one: -one[1])[:6]],
)

# %% [markdown] lang="zh"
# 共18张表，上面是行数最多的6张。表里只列还没办结的任务；能填的格子之外都锁住。
# 现在扮演县政务服务管理办公室的填报人，填八行。其中两行故意写得含糊：日期“21-9-8”，数量“大概一半”。

# %% [markdown] lang="en"
# There are 18 forms; above are the six longest. A form lists only tasks that are not settled, and all cells but those to
# fill are locked. Now play the clerk of the Government Services Administration Office and fill in eight rows.
# Two are vague on purpose: the date “21-9-8”, and the figure “about half”.

# %%
office = august.unit("government-services-office")
form_path = folder / f"{office.id}.xlsx"
VALUE, DONE = say("新值", "New value"), say("完成日期", "Completed on")
EVIDENCE, REMARK = say("佐证材料", "Evidence"), say("备注", "Remark")
filled = {
    "cross-province-services/items": {VALUE: "４１"},
    "sichuan-chongqing-services/covered": {VALUE: "第1项；第2项；第3项；第4项；第5项"},
    "m21.5/done": {DONE: "2021年9月17日", EVIDENCE: "示例〔2021〕88号"},
    "m21.6/done": {DONE: "21-9-8", EVIDENCE: "示例〔2021〕89号"},
    "m21.9/before": {VALUE: 280},
    "m21.9/after": {VALUE: say("大概一半", "about half")},
    "m23.5/events": {VALUE: "2021-09-15"},
    "m24.4/done": {VALUE: say("否", "no"), REMARK: say("目录还在补", "the catalogue is being completed")},
}


def fill(cells_by_row):
    book = load_workbook(form_path)
    cover, form = book.worksheets[:2]
    for label, value in cover.iter_rows(min_col=1, max_col=2):
        if label.value == say("统一填报人", "Author of all rows"):
            value.value = "王科长"
    head = next(row for row in form.iter_rows() if any(cell.value == VALUE for cell in row))
    column = {cell.value: cell.column for cell in head}
    for row in form.iter_rows(min_row=head[0].row + 1):
        cells = cells_by_row.get(str(row[-1].value).removeprefix(f"{office.id}/"), {})
        for heading, value in cells.items():
            form.cell(row[0].row, column[heading]).value = value
    book.save(form_path)


fill(filled)
back = read_return(form_path, august, unit=office.id)

# %% tags=["hide-input"]


def spoken(value):
    return say("、", ", ").join(map(str, value)) if isinstance(value, tuple) else str(value)


read_as = [
    (type(entry).__name__, entry.commitment, name, spoken(value))
    for entry in back.entries
    for name, value in (*entry.facts, ("done_on", getattr(entry, "done_on", None)))
    if value is not None
]
table([say("种类", "kind"), say("承诺", "commitment"), say("内容", "fact"), say("读成", "read as")], read_as)

# %% [markdown] lang="zh"
# 全角数字、“年月日”都读得出来。读不准的不猜：整行不要，指出是哪张表、哪一行、哪一列、为什么。

# %% [markdown] lang="en"
# Full-width digits and dates with 年月日 are read. What is unclear is not guessed: the row is not taken, and the
# problem names the sheet, the row, the column and the reason.

# %%
table(
    [
        say("表", "sheet"),
        say("行", "row"),
        say("列", "column"),
        say("填的", "written"),
        say("问题", "problem"),
    ],
    [(bad.sheet, bad.row, bad.column, bad.value, say(bad.zh, bad.en)) for bad in back.problems],
)

# %% [markdown] lang="zh"
# 退回去改好，再读一遍。已经进了台账的不会重复：编号相同。

# %% [markdown] lang="en"
# The form goes back, the two cells are mended, and it is read again. What the ledger has already is not counted twice:
# it has the same id.

# %%
once = august.with_entries(back.entries)
fill({"m21.6/done": {DONE: "2021-09-08"}, "m21.9/after": {VALUE: 310}})
again = read_return(form_path, once, unit=office.id)
twice = once.with_entries(again.entries)
print(
    say(
        f"第一次收到{len(back.entries)}条，第二次读出{len(again.entries)}条，"
        f"其中新的{len(twice) - len(once)}条；问题{len(again.problems)}个",
        f"first {len(back.entries)} entries, then {len(again.entries)}, "
        f"of which {len(twice) - len(once)} are new; problems: {len(again.problems)}",
    )
)
what_changed = twice.as_of(date(2021, 9, 30)).changes_since(august.as_of(date(2021, 9, 30)))


# %% tags=["hide-input"]
def stands(task):
    mark = say("（陈旧）", " (stale)") if task.is_stale else ""
    return f"{word_of[task.colour]}　{words.pick(words.STATUS[task.status], lang)}{mark}"


table(
    [say("任务", "task"), say("填报前", "before"), say("填报后", "after")],
    [
        (
            f"{one.after.commitment.citation} "
            f"{say(one.after.commitment.summary, one.after.commitment.summary_en)}",
            stands(one.before),
            stands(one.after),
        )
        for one in what_changed
    ],
)

# %% [markdown] lang="zh"
# ## 督查报告
#
# `report` 把某一天的台账整理成报告，`since` 是上一份报告的日期。它不作判断，每个数都是台账自己的。
# 文字版（Markdown）的开头：

# %% [markdown] lang="en"
# ## The supervision report
#
# `report` puts the ledger of a day in order; `since` is the day of the last report. It decides nothing: every count is
# the ledger's own. The text version (Markdown) begins like this:

# %%
found = report(ledger, date(2021, 10, 29), since=date(2021, 9, 30), lang=lang)
print("\n".join(markdown(found).splitlines()[:11]))

# %% [markdown] lang="zh"
# 网页版是单独一个文件，不联网、没有脚本，手机能看，A4 能印。下面就是它，可以滚动：

# %% [markdown] lang="en"
# The page is one file without network or script, for the screen, a phone and A4. Here it is; scroll it:

# %%
page = html(found)
(folder / "report.html").write_text(page, encoding="utf-8")
title = say("督查报告，2021年10月29日", "Supervision report, 29 October 2021")
HTML(
    f'<div><iframe title="{title}" srcdoc="{escape(page)}" loading="lazy" '
    'style="width:100%;height:640px;border:1px solid #d9d7d0"></iframe></div>'
)

# %% [markdown] lang="zh"
# 比9月30日变坏的、有冲突的，报告单列。变化表的前几行：

# %% [markdown] lang="en"
# What got worse since 30 September and what is in conflict has lists of its own. The first rows of the changes:

# %%
changes = next(one for one in tables(found) if one.id == "changes")
table(
    [changes.columns[place].heading for place in (0, 1, 3, 4, 5, 6)],
    [[row[place] for place in (0, 1, 3, 4, 5, 6)] for row in changes.rows[:6]],
)

# %% [markdown] lang="zh"
# ## 按牵头单位
#
# 报告给各单位排名：先比绿色占比，再比红色少，再比从未填报的少；一样的并列。
# 一份报告只有一天；把每个月末的绿色占比排在一起，谁一直在动、谁压到后面才动，一目了然：
# 县金融事务中心8月底56%，10月底才61%，11月一下到了95%。
# 占比要同任务数一起看（括号里）：市场监管局有125项，公用事业单位各27项。

# %% [markdown] lang="en"
# ## By lead unit
#
# The report ranks the units: by share of green, then fewer red, then fewer never reported on; equals share a place.
# One report is one day. Put the shares of green at each month's end side by side, and you see who kept moving and who
# left it for later: the Financial Affairs Centre went from 56% to 61% in two months, and to 95% in November alone.
# Read the share with the number of tasks, in brackets: Market Regulation has 125, each utility 27.

# %% tags=["hide-input"]
by_rank = [one.unit for one in found.units]
size = {unit: len(ledger.as_of(month_ends[-1]).unit(unit.id).tasks) for unit in by_rank}
shares = []
for day in month_ends[1:]:
    state = ledger.as_of(day)
    for unit in by_rank:
        tasks = state.unit(unit.id)
        green = tasks.colours[Colour.GREEN]
        shares.append(
            {
                "day": day.isoformat(),
                "unit": f"{named(unit)} ({size[unit]})",
                "share": green / len(tasks.tasks),
                "tasks": f"{green}/{len(tasks.tasks)}",
            }
        )
grid = alt.Chart(alt.Data(values=shares)).encode(
    x=alt.X("day:O", title=None, axis=alt.Axis(orient="top", labelAngle=0)),
    y=alt.Y("unit:N", title=None, sort=None, axis=alt.Axis(labelLimit=420)),
    tooltip=["unit:N", "day:O", "tasks:N"],
)
keep(
    (
        grid.mark_rect(stroke="white").encode(
            color=alt.Color("share:Q", scale=alt.Scale(range=["#e4ece6", GREEN]), legend=None)
        )
        + grid.mark_text(fontSize=11).encode(
            text=alt.Text("share:Q", format=".0%"),
            color=alt.condition("datum.share > 0.85", alt.value("white"), alt.value(INK)),
        )
    ).properties(
        title=say("绿色占比（合成数据）", "Share of green (synthetic)"), width=450, height=alt.Step(21)
    ),
    f"05-units-{lang}",
)

# %% [markdown] lang="zh"
# 给一个单位看的，只取它那一份：`state.unit(…)`。县财政局要先办的，是黄的和还没有任何填报的。

# %% [markdown] lang="en"
# For one unit take its own part: `state.unit(…)`. What the Finance Bureau has to look at first is what is yellow, and
# what nobody has ever reported on.

# %%
finance = october.unit("finance")
first_of_all = [
    *finance.of_colour(Colour.RED),
    *finance.of_colour(Colour.YELLOW),
    *(one for one in finance.of_colour(Colour.GREY) if one.stood_on is None),
]

# %% tags=["hide-input"]
print(
    say(
        f"{len(finance.tasks)}项任务，先看这{len(first_of_all)}项；前8项：",
        f"{len(finance.tasks)} tasks; {len(first_of_all)} to look at first; eight of them:",
    )
)
table(
    [say("出处", "place"), say("任务", "task"), say("颜色", "colour"), say("缺什么", "missing")],
    [
        (
            str(one.commitment.citation),
            say(one.commitment.summary, one.commitment.summary_en),
            word_of[one.colour],
            say("、", "; ").join(say(fact.zh, fact.en) for fact in one.missing),
        )
        for one in first_of_all[:8]
    ],
)

# %% [markdown] lang="zh"
# 要逐项核对的，出成工作簿：一张清单一个表，可以按单位筛选。

# %% [markdown] lang="en"
# To check item by item, write the workbook: one sheet a list, to filter by unit.

# %%
write_workbook(found, folder / "report.xlsx")
print(say("、", ", ").join(load_workbook(folder / "report.xlsx", read_only=True).sheetnames))

# %% [markdown] lang="zh"
# ## 接下来
#
# 台账要多人共用、不能被改，就放进 `wushan_plan.ledger.storage`（SQLite 或 PostgreSQL）：只增不改，每条记录带着前一条的校验值。
# 命令行 `wushan-plan ledger` 有同样的功能。详见文档“改革工作台账”。

# %% [markdown] lang="en"
# ## Where to go from here
#
# Where several people share a ledger and nobody may change it, keep it in `wushan_plan.ledger.storage` (SQLite or
# PostgreSQL): entries are only ever added, and each carries the hash of the one before. `wushan-plan ledger` does the
# same from the command line. More in the documentation, under “The reform ledger”.
