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
# # 截止日与日历
#
# “9个工作日内通水”，到底是哪一天？在中国，这不是数星期的事：国庆放七天，前后要调出周末来上班，哪天放、哪天补，每年发一个通知。
# 这本笔记从一件办件讲起，看清那一天是怎么数出来的，再看整个日历，最后看通知还没发的明年怎么办。

# %% [markdown] lang="en"
# # Deadlines and the calendar
#
# "Water within 9 working days": which day is that? In China the answer is not a matter of weeks. National Day is off for seven days,
# weekends around it are worked to make up for them, and a State Council notice says each year which.
# This notebook starts with one case, then looks at the whole calendar, and ends with the year for which there is no notice yet.

# %% tags=["parameters"]
lang = "zh"  # "en" for English

# %%
from datetime import date, timedelta

import altair as alt
import matplotlib.dates as mdates
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from lunardate import LunarDate

from charts import (
    BLUE,
    FAINT,
    GOLD,
    GREY,
    INK,
    ORANGE,
    PAPER,
    TEAL,
    keep,
    keep_figure,
    use_chinese_font,
)
from tables import table
from wushan_plan import CHINA, PLAN, DayKind, OutOfCoverageError, judged_by
from wushan_plan.explanation import words

use_chinese_font()
water = PLAN.targets["water-connection"]
one_day = timedelta(days=1)


def t(zh, en):
    return zh if lang == "zh" else en


# %% [markdown] lang="zh"
# ## 为什么是那一天
#
# 2021年9月24日受理一户接水。图上蓝底的数字是第几个工作日，斜纹是休息，“班”是调休上班。

# %% [markdown] lang="en"
# ## Why that day
#
# An application for water is accepted on 24 September 2021. Small numbers on blue count the working days, hatched days are rest,
# 班 is a weekend day worked, 休 a holiday, 起 the start and 止 the deadline.

# %%
deadline = water.deadline(date(2021, 9, 24))
deadline.display(lang)

# %%
print(deadline.explain(lang))

# %% [markdown] lang="zh"
# 两个周末里各有一天要上班，国庆七天不算。只数周一到周五，会说10月7日，还在假期里；扣了国庆、忘了调休，会说10月14日，晚了两天。
# 正确的答案是10月12日，每一天都说得出凭哪一号通知。

# %% [markdown] lang="en"
# Two weekend days were worked and the seven days of National Day did not count. Monday to Friday alone would say 7 October, in the middle of the holiday;
# taking off the holiday but forgetting the make-up days would say 14 October. The answer is 12 October, and each day can name its notice.

# %% [markdown] lang="zh"
# ## 错得有多频繁
#
# 换成2021年的每一个受理日来算：两种省事的数法，同真正的截止日差几天？
# 上面一栏是只认周一到周五（Excel 的 NETWORKDAYS 不给节假日表），下面一栏是给了节假日表、但不知道周末也会上班。

# %% [markdown] lang="en"
# ## How often a simple calendar is wrong
#
# Now every day of 2021 as the starting day. Two simple ways of counting, and by how many days they miss the true deadline:
# Monday to Friday alone (NETWORKDAYS without a list of holidays), and Monday to Friday less the holidays, which does not know that weekends are worked.

# %%
starts = np.arange("2021-01-01", "2022-01-01", dtype="datetime64[D]")
true = CHINA.nth_workday_after(starts, 9)

first, last = CHINA.coverage
every_day = [CHINA.day(first + n * one_day) for n in range((last - first).days + 1)]
free_weekdays = np.array([day.date for day in every_day if day.kind is DayKind.HOLIDAY], "datetime64[D]")


def naive(starts, days, holidays=()):
    """The n-th Monday-to-Friday day after each start, less ``holidays``."""
    holidays = np.array(holidays, "datetime64[D]")
    return np.busday_offset(
        np.busday_offset(starts, 0, "preceding", holidays=holidays), days, holidays=holidays
    )


ways = {
    t("只认周一到周五", "Monday to Friday"): naive(starts, 9),
    t("扣节假日，不认调休上班", "less holidays, no make-up days"): naive(starts, 9, free_weekdays),
}
figure, axes = plt.subplots(2, 1, figsize=(8.4, 4.2), sharex=True, sharey=True, layout="constrained")
for axis, (name, answer), colour in zip(axes, ways.items(), (BLUE, ORANGE), strict=True):
    off = (answer - np.asarray(true)).astype(int)
    axis.bar(starts.astype(object), off, width=1.0, color=colour)
    axis.axhline(0, color=GREY, linewidth=0.8)
    wrong = np.mean(off != 0)
    axis.set_title(
        t(f"{name}：{wrong:.0%}的受理日算错", f"{name}: wrong for {wrong:.0%} of starting days"), fontsize=11
    )
    axis.set_ylabel(t("差（天）", "days off"))
    axis.grid(axis="y")
    axis.set_axisbelow(True)
axes[1].set_xlim(date(2020, 12, 30), date(2021, 12, 31))
axes[1].xaxis.set_major_locator(mdates.MonthLocator())
axes[1].xaxis.set_major_formatter(lambda day, _: t("{}月", "{}").format(mdates.num2date(day).month))
axes[1].set_xlabel(
    t(
        "受理日，2021年（负：说早了；正：说晚了）",
        "starting day by month, 2021 (below 0: too early; above: too late)",
    )
)
plt.close(figure)
keep_figure(figure, f"02-naive-{lang}")

# %% [markdown] lang="zh"
# 说早了，窗口白白受催；说晚了，以为没到期的件其实已经超期，这一种更危险，因为没人看得出来。

# %% [markdown] lang="en"
# Too early means pressure for nothing. Too late is worse: a case thought to be in time is overdue, and nobody can see it.

# %% [markdown] lang="zh"
# ## 一年的样子
#
# 2021年的每一天。鼠标停在格子上，可以看到节名和通知文号。

# %% [markdown] lang="en"
# ## What a year looks like
#
# Every day of 2021. Point at a square to see the festival and the number of the notice.

# %%
kinds = [DayKind.WORKDAY, DayKind.MAKE_UP_WORKDAY, DayKind.WEEKEND, DayKind.HOLIDAY]
colours = {
    DayKind.WORKDAY: "#cfdceb",
    DayKind.MAKE_UP_WORKDAY: BLUE,
    DayKind.WEEKEND: "#efece4",
    DayKind.HOLIDAY: ORANGE,
}


def month(number):
    return t(f"{number}月", date(2021, number, 1).strftime("%b"))


year = pd.DataFrame(
    {
        "month": month(day.date.month),
        "day": day.date.day,
        "date": words.date_text(day.date, lang),
        "kind": words.pick(words.DAY_KIND[day.kind], lang),
        "festival": t(day.name, day.name_en),
        "short": t(
            day.name, day.name_en.split(" Day")[0].split(" Fest")[0].replace("Tomb-sweeping", "Qingming")
        ),
        "notice": day.notice,
        "worked": day.is_workday,
    }
    for day in every_day
    if day.date.year == 2021
)
month_names = [month(number) for number in range(1, 13)]
days = (
    alt.Chart(year)
    .mark_rect(cornerRadius=3, stroke=PAPER, strokeWidth=1)
    .encode(
        x=alt.X(
            "day:O", title=None, axis=alt.Axis(labelAngle=0, ticks=False, domain=False, labelFontSize=10)
        ),
        y=alt.Y("month:N", sort=month_names, title=None, axis=alt.Axis(ticks=False, domain=False)),
        color=alt.Color(
            "kind:N",
            title=None,
            legend=alt.Legend(orient="top"),
            scale=alt.Scale(
                domain=[words.pick(words.DAY_KIND[kind], lang) for kind in kinds],
                range=[colours[kind] for kind in kinds],
            ),
        ),
        tooltip=["date:N", "kind:N", "festival:N", "notice:N"],
    )
)
worked = (
    alt.Chart(year)
    .transform_filter("datum.worked")
    .mark_text(align="left", fontWeight="bold")
    .encode(y=alt.Y("month:N", sort=month_names), text="count():Q", x=alt.value(588))
)
festivals = year[year["festival"].ne("") & ~year["worked"]].groupby("short", sort=False)
middles = festivals.agg({"month": "first", "day": "median"}).reset_index()
named = (
    alt.Chart(middles)
    .mark_text(fontSize=t(12, 9), fontWeight="bold", color=PAPER)
    .encode(x="day:O", y=alt.Y("month:N", sort=month_names), text="short:N")
)
keep(
    (days + named + worked).properties(
        width=580, height=270, title=t("2021年（右：当月工作日）", "2021 (right: working days of the month)")
    ),
    f"02-year-{lang}",
)

# %% [markdown] lang="zh"
# ## 一个月有几个工作日
#
# 同样写“30个工作日”，在2月和在3月差得很远。把二十三年排在一起：2月和10月短，3月、7月、8月、12月长。

# %% [markdown] lang="en"
# ## How many working days a month had
#
# Thirty working days are a different thing in February and in March. Twenty-three years side by side: February and October are short; March, July, August and December are long.

# %%
counted = pd.DataFrame(
    {"year": day.date.year, "month": month(day.date.month)} for day in every_day if day.is_workday
)
by_month = counted.value_counts(["year", "month"]).reset_index(name="n")
by_month = by_month[by_month["year"] >= 2004]
grid = alt.Chart(by_month).encode(
    x=alt.X(
        "month:N",
        sort=month_names,
        title=None,
        axis=alt.Axis(orient="top", labelAngle=0, ticks=False, domain=False),
    ),
    y=alt.Y("year:O", title=None, axis=alt.Axis(ticks=False, domain=False)),
)
keep(
    (
        grid.mark_rect().encode(
            color=alt.Color(
                "n:Q",
                scale=alt.Scale(range=["#f6d8b8", "#f4f1ea", "#7fa8d1"], domain=[15, 20, 24]),
                legend=None,
            )
        )
        + grid.mark_text(fontSize=11).encode(text="n:Q")
    ).properties(width=560, height=440, title=t("每月工作日数", "Working days of each month")),
    f"02-months-{lang}",
)

# %% [markdown] lang="zh"
# ## 春节年年在走
#
# 正月初一最早1月21日，最晚2月20日。每一行是一年：橙色是放假，蓝点是调休上班，黑点是初一。
# 最下面的浅色，是通知还没发的年份，只知道法定假日，不知道怎么调休。

# %% [markdown] lang="en"
# ## The New Year that moves
#
# Lunar New Year falls between 21 January and 20 February. A row is a year: orange is off, blue dots are weekend days worked, the black dot is New Year's Day.
# Pale rows have no notice yet: the statutory days off are known, their arrangement is not.

# %%
ahead = CHINA.provisional(date(2030, 12, 31))
beyond = [ahead.day(last + n * one_day) for n in range(1, (date(2030, 12, 31) - last).days + 1)]
spring = pd.DataFrame(
    {
        "year": day.date.year,
        "at": day.date.replace(year=2001).isoformat(),
        "off": day.kind is DayKind.HOLIDAY,
        "provisional": day.provisional,
        "date": words.date_text(day.date, lang),
        "what": words.pick(words.DAY_KIND[day.kind], lang),
    }
    for day in [*every_day, *beyond]
    if "春节" in day.name and day.date.year >= 2004
)
new_year = pd.DataFrame(
    {"year": year, "at": LunarDate(year, 1, 1).to_solar_date().replace(year=2001).isoformat()}
    for year in range(2004, 2031)
)
position = {
    "x": alt.X(
        "at:T",
        title=None,
        scale=alt.Scale(domain=["2001-01-15", "2001-03-02"]),
        axis=alt.Axis(format=t("%-m月%-d日", "%-d %b"), labelAngle=0, orient="top", tickCount=8),
    ),
    "y": alt.Y("year:O", title=None, axis=alt.Axis(ticks=False, domain=False)),
}
rows = alt.Chart(spring).encode(**position, tooltip=["date:N", "what:N"])
off = (
    rows.transform_filter("datum.off")
    .mark_square(size=150, opacity=1)
    .encode(color=alt.condition("datum.provisional", alt.value("#f0d3bd"), alt.value(ORANGE)))
)
made_up = rows.transform_filter("!datum.off").mark_circle(size=70, color=BLUE, opacity=1)
dot = alt.Chart(new_year).mark_circle(size=36, color=INK, opacity=1).encode(**position)
keep(
    (off + made_up + dot).properties(
        width=580, height=480, title=t("春节在哪几天", "Where Spring Festival falls")
    ),
    f"02-spring-{lang}",
)

# %% [markdown] lang="zh"
# 2020年那一行最长：1月底临时发文，假期延到2月2日。一件1月中旬受理的接水，截止日就这样在中途变了。
# `as_known_on` 给出某一天当时的日历，事后追责才分得清当时该知道什么。

# %% [markdown] lang="en"
# The row of 2020 is the longest: at the end of January a notice prolonged the holiday to 2 February, and cases under way got another deadline.
# `as_known_on` gives the calendar as it stood on a day, so that nobody is blamed for what could not be known.

# %%
start = date(2020, 1, 16)
for name, calendar in [
    (t("1月20日所知", "as known on 20 January"), CHINA.as_known_on(date(2020, 1, 20))),
    (t("现在所知", "as known now"), CHINA),
]:
    print(name, judged_by(PLAN, calendar).targets["water-connection"].deadline(start))

# %% [markdown] lang="zh"
# ## 两种口径
#
# “不超过9个工作日”限的是用时，“9个工作日内”定的是末日。第9个工作日正好是放假前一天，假期里办结的，两种口径就有了分歧：
# 用时仍是9个工作日；末日却已经过了。判定会写明换一种口径结论变不变。

# %% [markdown] lang="en"
# ## Two readings
#
# 不超过9个工作日 caps a duration, 9个工作日内 sets a last day. When the ninth working day is the eve of a holiday and the case is finished inside it, they disagree:
# nine working days have passed, yet the last day is over. A verdict says whether the other reading would change it.

# %%
verdict = water.evaluate(start=date(2021, 9, 17), end=date(2021, 10, 5), as_of=date(2021, 12, 31))
print(verdict.explain(lang))
verdict.display(lang)

# %% [markdown] lang="zh"
# 这样的空当常见吗？末日之后到下一个工作日之间隔几天，看2021年每个受理日：

# %% [markdown] lang="en"
# How wide is that gap? Days between the last day and the next working day, for each starting day of 2021:

# %%
gap = (np.asarray(CHINA.nth_workday_after(true, 1)) - np.asarray(true)).astype(int) - 1
gaps = pd.Series(gap).value_counts().rename_axis("gap").reset_index(name="n")
bars = alt.Chart(gaps).encode(
    x=alt.X("n:Q", title=t("受理日（个）", "starting days")),
    y=alt.Y("gap:O", title=t("空当（天）", "gap in days")),
)
keep(
    (
        bars.mark_bar(height=16, cornerRadiusEnd=3).encode(
            color=alt.condition("datum.gap == 0", alt.value(FAINT), alt.value(TEAL))
        )
        + bars.mark_text(align="left", dx=5).encode(text="n:Q")
    ).properties(
        width=480,
        height=150,
        title=t("在空当里办结的，换一种口径结论就变", "Finished inside the gap, the reading decides"),
    ),
    f"02-gap-{lang}",
)

# %% [markdown] lang="zh"
# ## 停表与顺延
#
# 期间有中止的，把起止日交给 `suspended`，这几天不走表。哪些情形可以停，文件没写，由用的人说明。

# %% [markdown] lang="en"
# ## Suspension and rolling
#
# Give the days in which the clock stood still as `suspended`. Which events may stop it the text does not say; that is for the caller to show.

# %%
water.deadline(date(2021, 9, 24), suspended=[(date(2021, 9, 28), date(2021, 9, 30))]).display(lang)

# %% [markdown] lang="zh"
# “20日内”数的是日历日。末日碰上休息日，依民法典第203条顺延到下一个工作日；碰上调休上班的周末，那天就是工作日，不顺延。

# %% [markdown] lang="en"
# 20日内 counts calendar days. A last day on a rest day rolls to the next working day (Civil Code, art. 203); a make-up Saturday is a working day, and nothing rolls.

# %%
contract = PLAN.targets["procurement-contract"]
table(
    (
        t("发出通知书", "award notice"),
        t("第20日", "20th day"),
        t("那天是", "which is"),
        t("截止日", "deadline"),
    ),
    (
        (
            words.date_text(issued, lang),
            words.date_text(issued + 20 * one_day, lang),
            words.pick(words.DAY_KIND[CHINA.day(issued + 20 * one_day).kind], lang),
            words.date_text(contract.deadline(issued).date, lang),
        )
        for issued in (date(2021, 9, 3), date(2021, 9, 13), date(2021, 9, 18), date(2021, 9, 19))
    ),
)

# %% [markdown] lang="zh"
# ## 通知还没发的日子
#
# 过了最后一份通知，日历不猜，它拒绝回答，并说清两条路：补上新通知，或者要一个**暂定**的答案。

# %% [markdown] lang="en"
# ## Days without a notice
#
# Past the last notice the calendar does not guess. It refuses, and names two ways on: supply the notice, or ask for a **provisional** answer.

# %%
try:
    water.deadline(date(2026, 12, 25))
except OutOfCoverageError as error:
    print(error)

# %%
provisional = judged_by(PLAN, ahead).targets["water-connection"]
found = provisional.deadline(date(2027, 1, 28))
print(found, found.provisional, found.within)

# %% [markdown] lang="zh"
# 暂定的答案带着范围：通知怎么调休，往年有个限度，真正的截止日该落在这个范围里。附近有节，范围就宽；前后都没有节的三月初，答案只有一个。

# %% [markdown] lang="en"
# A provisional answer carries a range. Past notices bound how far days were shifted, and the true deadline should fall inside. Near a festival the range is wide; in early March, with none at hand, it is a single day.

# %%
answers = [provisional.deadline(date(2027, 1, 1) + n * one_day) for n in range(150)]
forecast = pd.DataFrame(
    {
        "start": found.start.isoformat(),
        "days": (found.date - found.start).days,
        "least": (found.within.first - found.start).days,
        "most": (found.within.last - found.start).days,
        "due": words.date_text(found.date, lang),
    }
    for found in answers
)
base = alt.Chart(forecast).encode(
    x=alt.X("start:T", title=None, axis=alt.Axis(format=t("%-m月%-d日", "%-d %b"), labelAngle=0, tickCount=7))
)
band = base.mark_area(color=GOLD, opacity=0.3, interpolate="step-after").encode(
    y=alt.Y("least:Q", title=t("受理后几天到期", "calendar days until due")), y2="most:Q"
)
line = base.mark_line(color=ORANGE, interpolate="step-after").encode(y="days:Q", tooltip=["start:T", "due:N"])
keep(
    (band + line).properties(
        width=580,
        height=240,
        title=t(
            "2027年：9个工作日要等几天（线：暂定；带：范围）",
            "2027: how long 9 working days take (line: provisional; band: range)",
        ),
    ),
    f"02-provisional-{lang}",
)

# %% [markdown] lang="zh"
# 通知一发，`CHINA.with_notice(…)` 就有了确定的答案，做法见[添一份放假通知](../how-to/add-a-notice.md)。

# %% [markdown] lang="en"
# Once the notice is out, `CHINA.with_notice(…)` settles it: see [adding a notice](../how-to/add-a-notice.md).
