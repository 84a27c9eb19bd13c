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
# # 采购：从中标到付款
#
# 措施13到15把政府采购的后半程分成几段，每段一个期限：签合同、验收、付款，另有预付款的比例。
# 一段的终点是下一段的起点，前面晚一天，后面跟着晚。这一本把几段连成一条链来看：从中标那天起，最晚哪天付款；
# 春节和国庆插在哪一段最要紧；一批采购里，是哪一段掉了链子。
#
# 采购清单是这一本自己编的，全部是**合成数据**。

# %% [markdown] lang="en"
# # Procurement: from award to payment
#
# Measures 13 to 15 cut the later half of a public procurement into stages, each with a limit of its own:
# signing, acceptance, payment, and beside them the share of prepayment. Where one stage ends the next begins,
# so that a day lost early is a day lost late. Here the stages are joined into a chain: awarded today, paid by when?
# Where do the Spring Festival and National Day hurt most? And in a list of procurements, which link gave way?
#
# The list is made up in this notebook; all of it is **synthetic**.

# %% tags=["parameters"]
lang = "zh"  # "en" for English

# %%
from datetime import date, timedelta

import altair as alt
import polars as pl
from IPython.display import Markdown
from matplotlib.dates import DateFormatter, MonthLocator, WeekdayLocator
from matplotlib.figure import Figure
from matplotlib.patches import Patch, Rectangle

from charts import (
    BLUE,
    FAINT,
    GOLD,
    GREY,
    INK,
    ORANGE,
    RED,
    STATUS_COLOURS,
    TEAL,
    keep,
    keep_figure,
    use_chinese_font,
)
from tables import table
from wushan_plan import CHINA, PLAN, Reading, Status, scorecard
from wushan_plan.explanation.words import MODALITY, RELATION, STATUS, date_text, days_text, percent_text, pick

use_chinese_font()


def t(zh, en):
    return zh if lang == "zh" else en


# %% [markdown] lang="zh"
# ## 几个期限
#
# 注意两处写法：签合同写“日”，是日历日，末日逢休顺延；验收、付款写“工作日”。三处都说“N日内”，定的是末日，按日期判。
# “原则上应”留了余地：记下理由，可以偏离；没有理由，就是违反义务。

# %% [markdown] lang="en"
# ## The limits
#
# Mind the wording. Signing has plain days: calendar days, whose last day rolls off a rest day. Acceptance and payment have working days.
# All three say "within N days", which sets a last day, so they are judged by date.
# "In principle" leaves room: with a recorded reason a purchaser may deviate; without one a duty is breached.

# %%
contract = PLAN.targets["procurement-contract"]
acceptance = PLAN.targets["procurement-acceptance"]
payment = PLAN.targets["procurement-payment"]
prepayment = PLAN.targets["procurement-prepayment"]
table(
    t(
        ("目标", "原文短语", "出处", "约束力", "意思"),
        ("Target", "Phrase", "Source", "Modality", "What it says"),
    ),
    (
        (
            target.id,
            target.phrase,
            str(target.citation),
            pick(MODALITY[target.modality], lang),
            t(target.summary, target.summary_en),
        )
        for target in (contract, acceptance, payment, prepayment)
    ),
)

# %% [markdown] lang="zh"
# 承诺旁边还有法律。下表出自模型里登记的上位法；没有日数的条文，日数一栏空着。

# %% [markdown] lang="en"
# Beside the promises stands the law. The table is the superior law recorded in the model;
# where an article sets no number of days, the column is empty.

# %%
with_law = [one for number in (13, 14, 15) for one in PLAN.measure(number).commitments if one.law]
table(
    t(
        ("承诺", "上位法", "条", "日数", "与方案的关系", "要求"),
        ("Promise", "Superior law", "Article", "Days", "Relation", "What it requires"),
    ),
    (
        (
            one.number,
            rule.law,
            rule.article,
            "" if rule.limit is None else days_text(rule.limit, lang),
            pick(RELATION[rule.relation], lang),
            t(rule.zh, rule.en),
        )
        for one in with_law
        for rule in one.law
    ),
)

# %% [markdown] lang="zh"
# ## 一次中标的链
#
# 中间有两段期限方案不管，由合同和供应商决定，我们取两个假设：签约后30天履行完；验收当天开票，付款条件同日成就。

# %% [markdown] lang="en"
# ## The chain of one award
#
# Two links are not the plan's to set: they are up to the contract and the supplier. We assume that performance is complete 30 days
# after signing, and that the invoice arrives, and the payment condition is met, on the day of acceptance.

# %%
DELIVERY = 30
sign_by_law = contract.with_limit(contract.law[0].limit)


def chain(award, delivery=DELIVERY):
    """The latest days, each counted from the latest day before it."""
    signed = contract.deadline(award).date
    performed = signed + timedelta(days=delivery)
    accepted = acceptance.deadline(performed).date
    paid = payment.deadline(accepted).date
    return award, signed, performed, accepted, paid


award = date(2021, 9, 15)
steps = chain(award)
NAMES = t(
    ("发出中标通知书", "签合同", "履行完毕（假设）", "组织验收", "办理支付"),
    ("award notice", "contract signed", "performed (assumed)", "acceptance", "payment"),
)
table(
    t(("步骤", "最晚", "离中标的天数"), ("Step", "At the latest", "Days since the award")),
    ((name, date_text(day, lang), (day - award).days) for name, day in zip(NAMES, steps, strict=True)),
)

# %% [markdown] lang="zh"
# 签约的第20日落在国庆假里，所以顺延到节后第一个工作日。每一天怎么数的，可以让截止日自己画出来：

# %% [markdown] lang="en"
# Day 20 for signing falls into the National Day holiday and rolls to the first working day after it.
# How each day was counted the deadline draws by itself:

# %%
contract.deadline(award).display(lang)

# %% [markdown] lang="zh"
# 整条链画在一条时间轴上。粗条是承诺，细条是法定期限；浅红的竖条是放假，灰的是周末。
# 合同签订后的公告和备案，方案只说“及时”，图上画的是法定日数。

# %% [markdown] lang="en"
# The whole chain on one time axis. Thick bars are promises, thin ones statutory limits; light red is holiday, grey is weekend.
# Announcing and filing the contract are only to be "prompt" in the plan; the bars show the statutory days.

# %%
_, signed, performed, accepted, paid = steps
announce, filing = (next(one for one in with_law if one.number == number) for number in ("m14.2", "m14.3"))
sme_rule = next(rule for rule in payment.law if rule.limit is not None)
sme_due = CHINA.roll_forward(performed + timedelta(days=sme_rule.limit.days))
bars = [  # label, promise, law: each from the day that starts the clock to the last day
    (t("签合同：20日", "signing: 20 days"), (award, signed), (award, sign_by_law.deadline(award).date)),
    (
        t("公告：2个工作日（法定）", "announcing: 2 working days (law)"),
        None,
        (signed, CHINA.nth_workday_after(signed, announce.law[0].limit.days)),
    ),
    (
        t("备案：7个工作日（法定）", "filing: 7 working days (law)"),
        None,
        (signed, CHINA.nth_workday_after(signed, filing.law[0].limit.days)),
    ),
    (t("履行：30天（假设）", "performing: 30 days (assumed)"), (signed, performed), None),
    (t("验收：7个工作日", "acceptance: 7 working days"), (performed, accepted), None),
    (t("付款：5个工作日", "payment: 5 working days"), (accepted, paid), (performed, sme_due)),
]


def shade(axes, first, last):
    """Weekends and holidays, as the calendar has them."""
    for day in pl.date_range(first, last, eager=True).to_list():
        if not CHINA.is_workday(day):
            colour, alpha = (RED, 0.13) if CHINA.day(day).kind.value == "holiday" else (GREY, 0.13)
            axes.axvspan(day, day + timedelta(days=1), color=colour, alpha=alpha, linewidth=0)


figure = Figure(figsize=(9.2, 4.0))
axes = figure.subplots()
shade(axes, award, sme_due + timedelta(days=9))
for row, (_, promise, law) in enumerate(bars):
    if promise is not None:
        assumed = promise == (signed, performed)
        axes.barh(
            row - 0.08,
            promise[1] - promise[0],
            left=promise[0] + timedelta(days=1),
            height=0.42,
            color=FAINT if assumed else BLUE,
            edgecolor=GREY if assumed else BLUE,
        )
        axes.text(
            promise[1] + timedelta(days=2),
            row - 0.08,
            f"{promise[1]:%m-%d}",
            va="center",
            fontsize=9,
            color=INK,
            weight="bold",
        )
    if law is not None:
        axes.barh(row + 0.26, law[1] - law[0], left=law[0] + timedelta(days=1), height=0.14, color=GOLD)
        axes.text(
            law[1] + timedelta(days=2),
            row + 0.28,
            f"{law[1]:%m-%d}",
            va="center",
            fontsize=8,
            color="#8a5a12",
        )
axes.set_yticks(range(len(bars)), [label for label, *_ in bars])
axes.invert_yaxis()
axes.xaxis.set_major_locator(WeekdayLocator(byweekday=0, interval=2))
axes.xaxis.set_major_formatter(DateFormatter("%m-%d"))
axes.set_xlim(award, sme_due + timedelta(days=9))
axes.legend(
    handles=[
        Patch(color=BLUE, label=t("承诺", "promise")),
        Patch(color=GOLD, label=t("法定", "law")),
        Patch(color=RED, alpha=0.2, label=t("放假", "holiday")),
    ],
    frameon=False,
    loc="lower left",
)
axes.set_title(t(f"{award}中标，最晚{paid}付款", f"Awarded on {award}, paid by {paid}"))
keep_figure(figure, f"04-chain-{lang}")

# %% [markdown] lang="zh"
# 付款那一行的法定条是给中小企业的：自交付起30日（约定以验收合格为条件的，自合格之日起），这里把履行完毕当作交付。它管的是**付到钱**，
# 方案管的是**办手续**，口径不同，各判各的。30日的末日逢休，这里也顺延，属推断。
#
# ## 中标日不同，差多少
#
# 日历日期限加工作日期限，遇上长假就鼓起来。把每个工作日都当作中标日，算一遍最晚付款日，扣掉中间30天履行，
# 看采购单位手里最多攥着多少天。

# %% [markdown] lang="en"
# The statutory bar in the row of payment is for small and medium enterprises: 30 days from delivery (from passing acceptance, where agreed);
# completed performance is taken for delivery here.
# It is about **money paid**, the plan is about **formalities handled**: different scope, each judged on its own.
# That its last day rolls off a rest day as well is an inference here.
#
# ## What the day of award does
#
# Calendar days and working days swell when they meet a long holiday. Take every working day as a day of award, compute the latest day of payment,
# take off the 30 days of performance, and see for how many days at most the matter lies with the purchaser.

# %%
FIRST, LAST = date(2021, 8, 1), date(2022, 7, 31)
awards = [day for day in pl.date_range(FIRST, LAST, eager=True).to_list() if CHINA.is_workday(day)]
PARTS = t(("签合同", "验收", "付款"), ("signing", "acceptance", "payment"))
ORDINARY = {PARTS[0]: 22, PARTS[1]: 11, PARTS[2]: 7}  # the most that weekends alone can make of each
TOTAL = t("合计", "total")
year = []
for day in awards:
    _, signed_by, performed_by, accepted_by, paid_by = chain(day)
    parts = ((signed_by - day).days, (accepted_by - performed_by).days, (paid_by - accepted_by).days)
    year.append({"award": day, "paid": paid_by, TOTAL: sum(parts), **dict(zip(PARTS, parts, strict=True))})
year = pl.DataFrame(year)
long = year.unpivot([TOTAL, *PARTS], index=["award", "paid"], variable_name="part", value_name="days")
holiday = pl.DataFrame(
    {
        "from": [date(2021, 10, 1), date(2022, 1, 31)],
        "to": [date(2021, 10, 8), date(2022, 2, 7)],
        "name": [t("国庆", "National Day"), t("春节", "Spring Festival")],
    }
)


def panel(part, colour, height, last=False):
    when = alt.X(
        "award:T",
        title=t("中标通知书发出日", "day of the award notice") if last else None,
        axis=alt.Axis(format="%Y-%m", labelAngle=0, tickCount="month", labels=last),
    )
    mine = alt.Chart(long.filter(pl.col("part") == part)).encode(
        x=when,
        y=alt.Y("days:Q", title=part, scale=alt.Scale(zero=False, nice=True), axis=alt.Axis(tickCount=4)),
    )
    tips = [
        alt.Tooltip("award:T", format="%Y-%m-%d"),
        alt.Tooltip("paid:T", format="%Y-%m-%d"),
        "part",
        "days",
    ]
    layers = [
        alt.Chart(holiday).mark_rect(color=RED, opacity=0.15).encode(x="from:T", x2="to:T"),
        mine.mark_line(color=colour, interpolate="step-after", strokeWidth=1.6),
        mine.mark_point(color=colour, filled=True, size=14, opacity=1).encode(tooltip=tips),
    ]
    if part == TOTAL:
        layers.append(
            alt.Chart(holiday).mark_text(dy=-8, color=RED).encode(x="from:T", y=alt.value(0), text="name:N")
        )
    return alt.layer(*layers).properties(width=660, height=height)


keep(
    alt.vconcat(
        panel(TOTAL, INK, 150),
        panel(PARTS[0], BLUE, 80),
        panel(PARTS[1], TEAL, 80),
        panel(PARTS[2], ORANGE, 80, last=True),
        spacing=6,
        title=t(
            "从中标到付款，采购单位最多用多少个日历日（不含履行）",
            "From award to payment: calendar days in the purchaser's hands at most, performance aside",
        ),
    ),
    f"04-year-{lang}",
)

# %% tags=["hide-input"]
usual = int(year[TOTAL].mode().min())
top, bottom = int(year[TOTAL].max()), int(year[TOTAL].min())
first_top = year.filter(pl.col(TOTAL) == top)["award"].to_list()
near = year.filter((pl.col(TOTAL) - usual).abs() <= 2).height / year.height
Markdown(
    t(
        f"最常见的是{usual}天，{near:.0%}的中标日上下不出两天。最短{bottom}天，最长{top}天，"
        f"最长的中标日是{'、'.join(f'{day:%Y-%m-%d}' for day in first_top)}。",
        f"The most common total is {usual} days; on {near:.0%} of the days of award the chain is within two days of that. "
        f"The shortest takes {bottom}, the longest {top}: awarded on {', '.join(f'{day:%Y-%m-%d}' for day in first_top)}.",
    )
)

# %% [markdown] lang="zh"
# 单看一段，放假拉得很开；合起来看，多出的不过几天。下表只列放假拉长的中标日：周末本身也会拉长一点，那一点不算。

# %% [markdown] lang="en"
# A single stage stretches a good deal over a holiday; the whole chain only by some days. The table lists the days of award
# that a holiday stretched; the little that weekends do by themselves is left out.


# %%
def runs(days):
    """Days of award that follow one another, as first–last."""
    found = []
    for day in days:
        if found and awards.index(day) == awards.index(found[-1][1]) + 1:
            found[-1][1] = day
        else:
            found.append([day, day])
    return t("；", "; ").join(f"{a:%Y-%m-%d}" if a == b else f"{a:%Y-%m-%d}–{b:%m-%d}" for a, b in found)


table(
    t(
        ("段", "常见（日历日）", "最长", "被放假拉长的中标日", "是哪些"),
        ("Stage", "Common (calendar days)", "Longest", "Days of award stretched", "Which"),
    ),
    (
        (
            part,
            int(year[part].mode().min()),
            int(year[part].max()),
            stretched.len(),
            runs(stretched.to_list()),
        )
        for part in PARTS
        for stretched in (year.filter(pl.col(part) > ORDINARY[part])["award"],)
    ),
)

# %% [markdown] lang="zh"
# 长假前二十天左右中标，拖长的是签约；长假前七到九周中标（照30天履行算），拖长的是验收和付款。
# 12月上半月中标的，验收付款正好撞上春节。

# %% [markdown] lang="en"
# Awarded some twenty days before a long holiday, it is the signing that stretches; seven to nine weeks before it (with 30 days of performance),
# it is acceptance and payment. What is awarded in the first half of December meets the Spring Festival at acceptance and payment.

# %% [markdown] lang="zh"
# ## 一批采购（合成数据）
#
# 十二个采购项目，单位、日期、金额都是编的。空着的格子有两种意思：还没发生，或者没有记。判定不替它们填。

# %% [markdown] lang="en"
# ## A list of procurements (synthetic)
#
# Twelve procurements; names, dates and amounts are made up. An empty cell means that it has not happened or was not recorded.
# Judging fills in neither.

# %%
AS_OF = date(2022, 3, 31)
COLUMNS = ("award", "signed", "announced", "filed", "performed", "accepted", "invoice", "condition", "paid")
LIST = """
办公设备   | office equipment     | 2021-08-09 2021-08-20 2021-08-23 2021-08-27 2021-09-10 2021-09-16 2021-09-16 2021-09-16 2021-09-22 |  48  24   yes
路灯改造   | street lamps         | 2021-08-16 2021-09-10 2021-09-13 2021-09-17 2021-10-11 2021-10-15 2021-10-18 2021-10-15 2021-10-21 | 320  96   no
学校课桌   | school desks         | 2021-08-20 2021-09-27 2021-09-28 2021-09-30 2021-10-20 2021-10-26 2021-10-28 2021-10-26 2021-11-02 |  86  30   yes
医疗耗材   | medical supplies     | 2021-08-23 2021-09-03 2021-09-06 2021-09-10 2021-09-22 2021-10-14 2021-10-15 2021-10-14 2021-10-20 | 150  45   no
物业服务   | property services    | 2021-11-08 2021-11-24 2021-11-26 2021-12-01 2022-01-12 2022-01-20 2022-01-24 2022-01-20 2022-02-11 |  60   0   yes
信息系统   | information system   | 2021-09-06 2021-09-24 2021-09-26 2021-09-30 2021-11-05 2021-11-12 2021-11-01 2021-11-12 2021-11-18 | 210 105   yes
清运车辆   | refuse lorry         | 2021-09-13 2021-09-29 2021-09-30 2021-10-09 2021-11-08 2021-11-12 2021-11-12 2021-11-12 2021-11-20 |  95  20   no
绿化苗木   | saplings             | 2021-10-11 2021-10-25 2021-11-02 2021-11-03 2021-11-22 2021-11-29 2021-11-30 2021-11-29 2021-12-06 |  40  22   yes
食堂食材   | canteen supplies     | 2021-10-18 2021-11-05 2021-11-08 2021-11-15 2021-12-15 2021-12-22 -          2021-12-22 2021-12-30 |  30  12   -
桥梁检测   | bridge inspection    | 2022-03-14 -          -          -          -          -          -          -          -          |   -   -   -
电梯维保   | lift maintenance     | 2022-02-18 -          -          -          -          -          -          -          -          |   -   -   -
宣传印刷   | printing             | 2021-12-06 2021-12-16 2021-12-17 2021-12-22 2022-01-21 2022-01-28 2022-01-28 2022-01-28 2022-02-07 |  12   6   yes
"""
REASONS = {
    "学校课桌": {
        "procurement-contract": t(
            "供应商停工，已书面说明（合成）", "supplier closed down for a time, put in writing (synthetic)"
        )
    }
}


def read(line):
    zh, en, days, amounts = (part.strip() for part in line.split("|"))
    dates = {
        name: None if text == "-" else date.fromisoformat(text)
        for name, text in zip(COLUMNS, days.split(), strict=True)
    }
    price, paid_before, sme = (None if text == "-" else text for text in amounts.split())
    money = {
        "price": price and int(price),
        "prepayment": paid_before and int(paid_before),
        "is_sme": sme and sme == "yes",
    }
    return {"key": zh, "name": t(zh, en), "reasons": REASONS.get(zh, {}), **dates, **money}


procurements = [read(line) for line in LIST.strip().splitlines()]
print(len(procurements), t("个项目，判定基准日", "procurements, judged on"), date_text(AS_OF, lang))

# %% [markdown] lang="zh"
# 公告和备案是“及时”，没有日数；要判，就得给一个外部时限。我们给法定的那个，直接从模型里取。

# %% [markdown] lang="en"
# Announcing and filing are to be "prompt", without a number; judging them takes a benchmark from outside.
# We give the statutory one, straight from the model.

# %%
STEPS = {
    contract.id: t("签合同", "signing"),
    announce.id: t("公告", "announcing"),
    filing.id: t("备案", "filing"),
    acceptance.id: t("验收", "acceptance"),
    payment.id: t("付款", "payment"),
    prepayment.id: t("预付款", "prepayment"),
}


def judge(one):
    def limit(target, **facts):
        return target.evaluate(as_of=AS_OF, excuse=one["reasons"].get(target.id), **facts)

    def prompt(commitment, end):
        benchmark = commitment.law[0].limit
        return commitment.evaluate(
            start=one["signed"], end=end, benchmark=benchmark, irregularities=0, as_of=AS_OF
        )

    return {
        contract.id: limit(contract, start=one["award"], end=one["signed"]),
        announce.id: prompt(announce, one["announced"]),
        filing.id: prompt(filing, one["filed"]),
        acceptance.id: limit(acceptance, start=one["performed"], end=one["accepted"]),
        payment.id: limit(payment, invoice=one["invoice"], condition_met=one["condition"], end=one["paid"]),
        prepayment.id: prepayment.evaluate(
            prepayment=one["prepayment"], contract_price=one["price"], is_sme=one["is_sme"], as_of=AS_OF
        ),
    }


verdicts = {one["name"]: judge(one) for one in procurements}

# %%
figure = Figure(figsize=(9.2, 5.0))
axes = figure.subplots()
for row, given in enumerate(verdicts.values()):
    for column, verdict in enumerate(given.values()):
        axes.add_patch(Rectangle((column, row), 0.96, 0.9, color=STATUS_COLOURS[verdict.status]))
        word = (
            pick(STATUS[verdict.status], lang)
            if verdict.status is not Status.EXCUSED
            else t("有理由", "excused")
        )
        late = "" if not verdict.overdue else t(f" 逾{verdict.overdue.days}", f" +{verdict.overdue.days}")
        axes.text(
            column + 0.48,
            row + 0.45,
            word + late + ("*" if verdict.depends_on_reading else ""),
            ha="center",
            va="center",
            fontsize=9,
            color="white",
        )
axes.set_xlim(0, len(STEPS))
axes.set_ylim(len(verdicts), 0)
axes.set_xticks([place + 0.48 for place in range(len(STEPS))], STEPS.values())
axes.set_yticks([place + 0.45 for place in range(len(verdicts))], verdicts)
axes.xaxis.tick_top()
axes.tick_params(length=0)
for side in axes.spines.values():
    side.set_visible(False)
figure.suptitle(
    t(
        "十二个项目，六道关（合成数据；* 结论随口径变化）",
        "Twelve procurements, six checks (synthetic; * depends on the reading)",
    ),
    x=0.02,
    y=1.0,
    ha="left",
    weight="bold",
)
keep_figure(figure, f"04-matrix-{lang}")

# %% [markdown] lang="zh"
# “逾”后面的数，签合同是日历日，其余是工作日。灰格不是好也不是坏：没有起点，钟还没有走，或者少一个事实。
# 判定会说少了什么：

# %% [markdown] lang="en"
# The number after the plus is in calendar days for signing, in working days elsewhere. Grey is neither good nor bad:
# without a start the clock does not run, or a fact is missing. The verdict says which:

# %%
table(
    t(("项目", "哪一关", "缺什么"), ("Procurement", "Check", "Missing")),
    (
        (
            name,
            STEPS[step],
            "、".join(fact.zh for fact in verdict.missing)
            if lang == "zh"
            else ", ".join(fact.en for fact in verdict.missing),
        )
        for name, given in verdicts.items()
        for step, verdict in given.items()
        if verdict.status is Status.UNKNOWN
    ),
)

# %% [markdown] lang="zh"
# ## 掉链子的是哪一段
#
# 每个项目一行。蓝的是期限之内，红的是期限之外，黄的是超了但有记录的理由，浅色是履行，没有期限可判。

# %% [markdown] lang="en"
# ## Which link gave way
#
# One row for each procurement. Blue is inside the limit, red beyond it, gold beyond it with a recorded reason;
# the pale stretch is performance, which has no limit to be judged by.

# %%
figure = Figure(figsize=(9.2, 4.8))
axes = figure.subplots()
shade(axes, date(2021, 8, 1), AS_OF)
for row, one in enumerate(procurements):
    given = verdicts[one["name"]]
    if one["performed"] is not None:
        axes.barh(row, one["performed"] - one["signed"], left=one["signed"], height=0.22, color=FAINT)
    for step, end in ((contract.id, "signed"), (acceptance.id, "accepted"), (payment.id, "paid")):
        verdict = given[step]
        if verdict.deadline is None:
            continue
        start, stop = verdict.deadline.start, one[end] or AS_OF
        inside = min(stop, verdict.deadline.date)
        axes.barh(row, inside - start, left=start, height=0.5, color=BLUE)
        if stop > inside:
            axes.barh(row, stop - inside, left=inside, height=0.5, color=STATUS_COLOURS[verdict.status])
        if one[end] is not None:
            axes.plot(stop, row, "o", color=INK, markersize=3)
axes.axvline(AS_OF, color=INK, linestyle="--", linewidth=1)
axes.set_yticks(range(len(procurements)), [one["name"] for one in procurements])
axes.invert_yaxis()
axes.xaxis.set_major_locator(MonthLocator())
axes.xaxis.set_major_formatter(DateFormatter("%Y-%m"))
axes.set_xlim(date(2021, 8, 1), AS_OF + timedelta(days=5))
axes.set_title(
    t(
        "每个项目走到哪里，红的是逾期（合成数据；虚线是判定基准日）",
        "How far each came; red is overdue (synthetic; dashed: day of judgement)",
    )
)
keep_figure(figure, f"04-slips-{lang}")

# %%
cards = {
    step: scorecard(PLAN.commitment(step), (given[step] for given in verdicts.values())) for step in STEPS
}
table(
    t(
        ("哪一关", "项目", "达标", "未达标", "有理由", "未到期", "无法判定", "其中违反义务", "达标率"),
        (
            "Check",
            "Procurements",
            "Met",
            "Not met",
            "Excused",
            "Pending",
            "Unknown",
            "Breaches of duty",
            "Rate",
        ),
    ),
    (
        (
            word,
            card.cases,
            *(
                card.count(status)
                for status in (Status.MET, Status.NOT_MET, Status.EXCUSED, Status.PENDING, Status.UNKNOWN)
            ),
            card.breaches,
            "—" if card.rate is None else percent_text(card.rate, lang),
        )
        for step, word in STEPS.items()
        for card in (cards[step],)
    ),
)

# %% [markdown] lang="zh"
# 同样是未达标，分量不一样：“原则上应”没有理由地迟了，是违反义务；“推动”没有做到，只是没有做到。
#
# 挑一个问到底：物业服务的付款，中间夹着春节。

# %% [markdown] lang="en"
# Not every "not met" weighs the same. Late without a reason under "in principle" is a breach of duty; what was only to be promoted
# and did not happen is a miss.
#
# Ask one all the way down: the payment for property services, with the Spring Festival in between.

# %%
slipped = verdicts[t("物业服务", "property services")][payment.id]
slipped.display(lang)

# %%
print(slipped.explain(lang))

# %% [markdown] lang="zh"
# 放假没有吃掉这一单的期限：截止日在节前。迟，迟在节前没有办，节后又等了一周。
#
# 信息系统的发票来得早，付款条件后来才成就。钟从较晚的那天走起，所以没有迟：

# %% [markdown] lang="en"
# The holiday did not eat this limit: the deadline was before it. It is late because nothing was done before the holiday,
# and another week went by after it.
#
# The invoice for the information system came early, and the payment condition was met later.
# The clock starts on the later of the two days, so this one is in time:

# %%
early = verdicts[t("信息系统", "information system")][payment.id]
known = dict(early.facts)
for fact in payment.facts:
    print(t(fact.zh, fact.en), date_text(known[fact.name], lang), sep=t("：", ": "))
print(
    t("截止日：", "deadline: ") + date_text(early.deadline.date, lang),
    "→",
    pick(STATUS[early.status], lang),
)

# %% [markdown] lang="zh"
# 清运车辆星期六付款，第5个工作日是前一天。“5个工作日内”定的是末日，按日期是迟了（只迟在休息日，所以逾期数是0）；若按计数，没有迟。
# 判定把两个答案都说出来：

# %% [markdown] lang="en"
# The refuse lorry was paid on a Saturday; the fifth working day was the day before. "Within 5 working days" sets a last day, so by date it is late
# (by a rest day alone, so that 0 working days are overdue);
# by count it would not be. The verdict gives both answers:

# %%
saturday = verdicts[t("清运车辆", "refuse lorry")][payment.id]
other = payment.evaluate(**dict(saturday.facts), as_of=AS_OF, reading=Reading.BY_COUNT)
table(
    t(("口径", "结论"), ("Reading", "Status")),
    (
        (t("按日期（默认）", "by date (default)"), pick(STATUS[saturday.status], lang)),
        (t("按计数", "by count"), pick(STATUS[other.status], lang)),
    ),
)

# %% [markdown] lang="zh"
# ## 承诺之外，还有法律
#
# 签约的承诺是20日，政府采购法是30日。把每份合同按两个数各判一次。法律一栏不认“原则上”：登记的条文里没有这样的例外。

# %% [markdown] lang="en"
# ## Beyond the promise, the law
#
# The promise for signing is 20 days, that of the Government Procurement Law 30. Judge each contract by both.
# The column of the law knows no "in principle": the article recorded here has no such exception.

# %%
twice = []
for one in procurements:
    mine = verdicts[one["name"]][contract.id]
    law = sign_by_law.evaluate(start=one["award"], end=one["signed"], as_of=AS_OF)
    twice.append(
        (
            one["name"],
            one["signed"] or t("未签", "not signed"),
            mine.elapsed.days,
            mine.deadline,
            pick(STATUS[mine.status], lang),
            law.deadline,
            pick(STATUS[law.status], lang),
        )
    )
table(
    t(
        ("项目", "签订", "已过（日）", "承诺截止", "按承诺", "法定截止", "按法律"),
        ("Procurement", "Signed", "Days so far", "Promised by", "By the promise", "Due by law", "By law"),
    ),
    twice,
)

# %% [markdown] lang="zh"
# 学校课桌这一行最有意思：有记录的理由，方案放过了它；法律的30日，它还是超了。路灯改造反过来：没有守住承诺，没有违法。
# 方案更严的地方，达标就不会违法；方案留了余地的地方，不一定。
#
# 中小企业的货款另有条例管：自交付之日起30日，看的是实际付款。我们的清单只有“办理支付”的日子，拿它当付款日，只算一个大概。

# %% [markdown] lang="en"
# The row of the school desks is the interesting one: with its reason on record the plan lets it pass; the 30 days of the law it exceeded all the same.
# The street lamps are the reverse: the promise was not kept, the law was.
# Where the plan is stricter, to meet it is to obey the law; where the plan leaves room, that does not follow.
#
# Payments to small and medium enterprises have a regulation of their own: 30 days from delivery, and what counts is the money.
# Our list only has the day on which formalities were handled. Take it for the day of payment, as a rough measure.

# %%
table(
    t(
        ("项目（中小企业）", "交付", "办理支付", "相隔（日）", "30日末日", "在30日内"),
        ("Procurement (SME)", "Delivered", "Payment handled", "Days between", "Day 30", "Within 30 days"),
    ),
    (
        (
            one["name"],
            one["performed"],
            one["paid"],
            (one["paid"] - one["performed"]).days,
            CHINA.roll_forward(one["performed"] + timedelta(days=sme_rule.limit.days)),
            t("是", "yes")
            if one["paid"] <= CHINA.roll_forward(one["performed"] + timedelta(days=sme_rule.limit.days))
            else t("否", "no"),
        )
        for one in procurements
        if one["is_sme"] and one["paid"]
    ),
)

# %% [markdown] lang="zh"
# ## 预付款
#
# 至少三成，供应商是中小企业的至少五成。竖线是各自的线。

# %% [markdown] lang="en"
# ## Prepayment
#
# At least 30 per cent, or 50 where the supplier is a small or medium enterprise. The tick is the line each has to reach.

# %%
criterion = prepayment.criterion
shares = pl.DataFrame(
    [
        {
            "name": one["name"],
            "share": one["prepayment"] / one["price"],
            "line": float(criterion.special_least if one["is_sme"] else criterion.least)
            if one["is_sme"] is not None
            else None,
            "status": pick(STATUS[verdicts[one["name"]][prepayment.id].status], lang),
        }
        for one in procurements
        if one["price"]
    ]
)
base = alt.Chart(shares).encode(y=alt.Y("name:N", title=None, sort=None))
chart = alt.layer(
    base.mark_bar(height=14).encode(
        x=alt.X(
            "share:Q",
            title=t("预付款占合同价", "prepayment over contract price"),
            axis=alt.Axis(format="%"),
            scale=alt.Scale(domain=[0, 0.7]),
        ),
        color=alt.Color(
            "status:N",
            title=None,
            scale=alt.Scale(
                domain=[pick(STATUS[one], lang) for one in (Status.MET, Status.NOT_MET, Status.UNKNOWN)],
                range=[STATUS_COLOURS[one] for one in (Status.MET, Status.NOT_MET, Status.UNKNOWN)],
            ),
            legend=alt.Legend(orient="top"),
        ),
        tooltip=["name", alt.Tooltip("share:Q", format=".1%"), alt.Tooltip("line:Q", format="%"), "status"],
    ),
    base.mark_tick(color=INK, thickness=3, size=22).encode(x="line:Q"),
    base.mark_text(align="left", dx=8).encode(x="share:Q", text=alt.Text("share:Q", format=".0%")),
).properties(width=480, height=260, title=t("预付款比例（合成数据）", "Share of prepayment (synthetic)"))
keep(chart, f"04-prepayment-{lang}")

# %% [markdown] lang="zh"
# 食堂食材预付了四成，可是没有记供应商是不是中小企业：是，就不够；不是，就够了。所以无法判定，补上这一格就有答案。
#
# 带走的几条：把期限连起来看；定招标日子的时候，把长假算进去；迟了，先看是哪一段；理由当时就记；
# 承诺和法律各判各的。

# %% [markdown] lang="en"
# Canteen supplies had 40 per cent prepaid, but nobody recorded whether the supplier is a small or medium enterprise. If it is, that is too little;
# if not, it is enough. So the verdict is unknown, and one filled-in cell would settle it.
#
# To take home: look at limits as a chain; think of the long holidays when fixing the day of an award; when it is late, ask which stage first;
# record a reason while it is fresh; judge the promise and the law apart.
