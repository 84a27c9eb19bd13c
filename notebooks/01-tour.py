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
# # 走读一份方案
#
# 一份县里的文件，读一遍要半小时；要记住哪一句归谁、约束力多强、有没有期限，一遍是不够的。
# 这里把巫山县2021年的营商环境实施方案当作一张可以查询的表来读：先看全貌，再看目标，再看文件没说清的地方。

# %% [markdown] lang="en"
# # A tour of the plan
#
# Reading a county plan takes half an hour. Remembering which sentence binds whom, how strongly and by when takes longer.
# This notebook reads the plan as something that can be asked: first the whole, then the targets, then what the text leaves open.

# %% tags=["parameters"]
lang = "zh"  # "en" for English

# %%
from datetime import date

import altair as alt
import pandas as pd

from charts import BLUE, GOLD, GREY, INK, ORANGE, PAPER, RED, TEAL, keep, use_chinese_font
from tables import table
from wushan_plan import PLAN, CalendarDays, Modality, WorkingDays
from wushan_plan.explanation import words
from wushan_plan.model.commitment import Relation

use_chinese_font()


def t(zh, en):
    return zh if lang == "zh" else en


def titled(one):
    return t(one.title, one.title_en)


PLAN.display(lang)

# %% [markdown] lang="zh"
# ## 说得有多硬
#
# 一句话里只要有一个动词、一个对象，就是一件**承诺事项**，全文切出四百多件。
# 同样是承诺，“不得”和“探索”差得很远，所以每件都标了**约束力**，写在下图的上沿：从“应当”起，大体越往右越软。
# 左边是文件自己的节。点一下下面的单位，上面只剩它牵头的事（静态图里看到的是全部）。

# %% [markdown] lang="en"
# ## How strongly it binds
#
# One verb with one object makes one **commitment**; the text holds more than four hundred.
# "Must not" and "explore" are worlds apart, so each carries its **modality**, from must to explore along the top: from must on, and on the whole softer to the right.
# Down the side are the plan's own sections. Click a unit below to keep only what it leads (a static page shows everything).


# %%
def strength(one):
    return words.pick(words.MODALITY[one.modality], lang)


def place(one):
    return t("保障措施", "Safeguards") if one.section is None else f"{one.section.id} {titled(one.section)}"


def unit(one):
    return t(one.name, one.name_en.replace("County ", ""))


plain = [
    {
        t("节", "section"): place(one),
        t("约束力", "modality"): strength(one),
        t("单位", "unit"): unit(leader) if leader else t("（各部门）", "(every department)"),
        t("编号", "number"): one.number,
        t("目标", "target"): one.is_target,
    }
    for one in PLAN.commitments
    for leader in one.lead_units or [None]
]
section, modality, leader, number, target = plain[0]
commitments = pd.DataFrame(plain)

clicked = alt.selection_point(fields=[leader])
grid = (
    alt.Chart(commitments)
    .transform_filter(clicked)
    .transform_aggregate(n=f"distinct({number})", groupby=[section, modality])
    .encode(
        x=alt.X(
            f"{modality}:N",
            scale=alt.Scale(domain=[words.pick(words.MODALITY[one], lang) for one in Modality]),
            axis=alt.Axis(orient="top", labelAngle=-40, title=None, ticks=False, domain=False),
        ),
        y=alt.Y(
            f"{section}:N",
            scale=alt.Scale(domain=list(commitments[section].unique())),
            axis=alt.Axis(title=None, ticks=False, domain=False),
        ),
    )
)
cells = grid.mark_rect(cornerRadius=3).encode(
    color=alt.Color("n:Q", scale=alt.Scale(type="sqrt", range=["#e8eef5", BLUE]), legend=None),
    tooltip=[f"{section}:N", f"{modality}:N", alt.Tooltip("n:Q", title=t("件", "commitments"))],
)
numbers = grid.mark_text().encode(
    text="n:Q", color=alt.condition("datum.n > 25", alt.value(PAPER), alt.value(INK))
)
by_unit = (
    alt.Chart(commitments)
    .mark_bar(height=11, cornerRadiusEnd=3)
    .encode(
        x=alt.X(f"distinct({number}):Q", title=t("承诺事项（件）", "commitments")),
        y=alt.Y(f"{leader}:N", sort="-x", title=None),
        color=alt.condition(clicked, alt.value(BLUE), alt.value(GREY)),
        tooltip=[f"{leader}:N", alt.Tooltip(f"distinct({number}):Q", title=t("件", "commitments"))],
    )
    .add_params(clicked)
)
keep(
    alt.vconcat(
        (cells + numbers).properties(
            width=t(430, 380), height=330, title=t("每一节，每一种约束力", "Every section, every modality")
        ),
        by_unit.properties(width=t(430, 380), height=300, title=t("谁牵头", "Who leads")),
    ),
    f"01-strength-{lang}",
)

# %% [markdown] lang="zh"
# 看得出三件事。
#
# - 全文最多的是“推行落实”：说要做，没说做到多少。这样的承诺也能判，判的是做没做、有没有佐证。
# - “应当”“不得”“原则上”加起来一共二十四件，大半在保障措施和政府采购两处。只有它们没做到才叫**违反**，其余叫**未达**。
# - 节的标题共同署名几个单位，文件没分谁负责哪一句，所以一件事算在每个牵头单位名下，各单位之和大于总数。

# %% [markdown] lang="en"
# Three things show.
#
# - Most of the plan is "do": something is to be done, and no figure says how much. Such a promise can be judged too, on whether it was done and what shows it.
# - Must, must not and in principle together are twenty-four, most of them in the safeguards and in procurement. Only falling short of those is a **breach**; of the rest it is a **miss**.
# - A section names its lead units together and does not say who owes which sentence. A commitment counts for each of them, so the units add up to more than the whole.

# %% [markdown] lang="zh"
# ## 有数字的承诺
#
# 能拿尺子量的有二十八件，叫**目标**。先看其中限时的九件：短的一天，长的三十天，浅色那一件按日历日数。
# 红线是上位法的期限：采购合同法定三十日，县里自己压到二十日。

# %% [markdown] lang="en"
# ## Promises with a number
#
# Twenty-eight can be measured with a ruler: the **targets**. Nine of them set a time, from one day to thirty; one counts calendar days.
# The red tick is superior law: it gives thirty days for signing a procurement contract, and the county cut its own limit to twenty.

# %%
timed = [
    (one, one.criterion.limit)
    for one in PLAN.targets.values()
    if isinstance(getattr(one.criterion, "limit", None), WorkingDays | CalendarDays)
]
working, calendar = t("工作日", "working days"), t("日历日", "calendar days")
limits = pd.DataFrame(
    {
        "what": f"{one.phrase}　{one.number}" if lang == "zh" else f"{one.id}",
        "days": limit.days,
        "unit": working if isinstance(limit, WorkingDays) else calendar,
        "law": next((rule.limit.days for rule in one.law if rule.relation is Relation.STRICTER), None),
        "summary": t(one.summary, one.summary_en),
    }
    for one, limit in sorted(timed, key=lambda pair: -pair[1].days)
)
base = alt.Chart(limits).encode(y=alt.Y("what:N", sort=list(limits["what"]), title=None))
bars = base.mark_bar(height=16, cornerRadiusEnd=3).encode(
    x=alt.X("days:Q", title=t("天", "days")),
    color=alt.Color(
        "unit:N",
        title=None,
        legend=alt.Legend(orient="top"),
        scale=alt.Scale(domain=[working, calendar], range=[BLUE, GOLD]),
    ),
    tooltip=["summary:N"],
)
law = (
    base.transform_filter("datum.law > 0")
    .mark_tick(color=RED, thickness=3, height=22, opacity=1)
    .encode(x="law:Q")
)
label = base.mark_text(align="left", dx=5).encode(x="days:Q", text="days:Q")
keep(
    (bars + label + law).properties(
        width=400,
        height=260,
        title=t("最多几天（红线：上位法）", "At most how many days (red: superior law)"),
    ),
    f"01-limits-{lang}",
)

# %% [markdown] lang="zh"
# 同样的天数，尺子不同：“平均用时不超过30个工作日”看的是全部已办件的平均，一件慢了不算没做到；“不超过9个工作日”件件都要过。
# 二十八件目标全列在下面。`PLAN.rows()` 给出全部承诺事项的平表，可直接进 Excel。

# %% [markdown] lang="en"
# The same days, another ruler: the thirty days for 10 kV power are a mean over finished cases, and one slow case breaks nothing; the nine days for water bind every case.
# All twenty-eight targets stand below. `PLAN.rows()` gives every commitment as a flat row, ready for a spreadsheet.


# %%
def listed(found):
    """Commitments as a table people can read."""
    return table(
        (
            t("编号", "number"),
            t("约束力", "modality"),
            t("承诺", "promise"),
            t("原文短语", "phrase"),
            t("期限", "due by"),
        ),
        (
            (one.number, strength(one), t(one.summary, one.summary_en), one.phrase, one.due_by)
            for one in found
        ),
    )


listed(PLAN.targets.values())

# %% [markdown] lang="zh"
# ## 问它
#
# 查词、查单位、查约束力、查平台、查日期，条件可以叠加。先问：哪些是“不得”？

# %% [markdown] lang="en"
# ## Asking it
#
# By word, unit, modality, platform or date, and by several at once. First: what is forbidden?

# %%
listed(PLAN.select(modality=Modality.MUST_NOT))

# %% [markdown] lang="zh"
# 十月底以前要完成什么？县财政局名下，哪些提到“预付款”？

# %% [markdown] lang="en"
# What is due by the end of October? And which promises of the finance bureau speak of prepayment (预付款)?

# %%
finance = PLAN.lead_unit("县财政局")
listed(
    [
        *PLAN.select(due_by=date(2021, 10, 31)),
        *(one for one in PLAN.search("预付款") if finance in one.lead_units),
    ]
)

# %% [markdown] lang="zh"
# 每件承诺都说得出要知道哪些事实才能判。缺一个，结论就是“无法判定”，并点名缺的是什么；从来不会因为缺材料就算达标。

# %% [markdown] lang="en"
# Every commitment says which facts it has to know. One missing fact makes the verdict unknown and is named; nothing is ever met for want of evidence.

# %%
prepayment = PLAN.targets["procurement-prepayment"]
prepayment.evaluate(prepayment=45, contract_price=100, is_sme=None).display(lang)

# %% [markdown] lang="zh"
# 四成五，过了三成的线，没到中小企业五成的线。供应商是不是中小企业决定结论，所以点名要它。

# %% [markdown] lang="en"
# Forty-five per cent clears the floor of thirty and misses the fifty for small enterprises. Which of the two applies decides, so that is the fact asked for.

# %% [markdown] lang="zh"
# ## 文件没说清的地方
#
# 起算当天算不算？“等”字收不收口？文件留白的地方，别的程序会悄悄替你选一个。这里每处都登记在册：问题、可选的口径、默认选哪个、凭什么。
# 灰色那些凭的是推断，没有哪个机关说过；绿色凭原文自己的话，橙色凭法律条文。

# %% [markdown] lang="en"
# ## What the text leaves open
#
# Does the first day count? Does 等 close a list? Where a text is silent, software tends to choose for you and say nothing.
# Here each such question is an entry in a register: the options, the default, and what the default rests on. Green rests on the text's own words, orange on an article of law; grey is inference, which nobody has said with authority.

# %%
groups = {
    "A": t("怎样切分承诺", "cutting the text"),
    "B": t("约束力", "modality"),
    "C": t("谁负责", "who answers"),
    "T": t("时间", "time"),
    "E": t("数量与范围", "figures, populations"),
    "F": t("语句怎么断", "parsing sentences"),
}
register = pd.DataFrame(
    {
        "group": groups[entry.id[0]],
        "basis": words.pick(words.BASIS[entry.basis], lang),
        "id": entry.id,
        "question": t(entry.question, entry.question_en),
    }
    for entry in PLAN.readings
)
bases = [words.pick(term, lang) for term in words.BASIS.values()]
keep(
    alt.Chart(register)
    .mark_square(size=190, opacity=1)
    .transform_window(seat="row_number()", groupby=["group"])
    .encode(
        x=alt.X("seat:Q", axis=None),
        y=alt.Y(
            "group:N",
            sort=list(groups.values()),
            title=None,
            axis=alt.Axis(ticks=False, domain=False, grid=False),
        ),
        color=alt.Color(
            "basis:N", title=None, scale=alt.Scale(domain=bases, range=[TEAL, ORANGE, "#b9c6d6"])
        ),
        tooltip=["id:N", "question:N", "basis:N"],
    )
    .properties(
        width=430,
        height=180,
        title=t(f"{len(register)}个没说清的问题，一格一个", f"{len(register)} open questions, a square each"),
    ),
    f"01-register-{lang}",
)

# %% [markdown] lang="zh"
# 看其中一条。能在调用时换一种口径的有四条，这是其中之一；下一本笔记会用它。

# %% [markdown] lang="en"
# One of them in full. Only four entries can be switched in a call; this is one, and the next notebook uses it.

# %%
entry = next(entry for entry in PLAN.readings if entry.id == "T8")
entry.display(lang)

# %%
[one.id for one in PLAN.readings if one.is_switchable]

# %% [markdown] lang="zh"
# ## 接下来
#
# - [截止日与日历](02-deadlines-and-calendar.ipynb)：为什么是那一天。
# - [水电气接入](03-utility-connections.ipynb)：拿一批办件来判。

# %% [markdown] lang="en"
# ## From here
#
# - [Deadlines and the calendar](02-deadlines-and-calendar.ipynb): why that day.
# - [Water, power and gas](03-utility-connections.ipynb): judging a file of cases.
