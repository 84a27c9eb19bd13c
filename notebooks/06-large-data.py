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
# # 几百万件办件
#
# 一件一件判，用 `commitment.evaluate`；一整张表，用 `frames.evaluate`。表在哪个引擎里，就在哪个引擎里判：
# polars、DuckDB、Spark，笔记本还是集群，问法一样，答案也一样。这本笔记把两百万件办件走一遍，最后对账。
#
# 办件是**合成数据**，由固定的种子生成，不是任何单位的真实情况。
#
# 需要：`pip install "wushan-plan[frames]" polars`。最后一节的 Spark 另需 `pip install pyspark` 和 Java 17 以上；
# 没有也不要紧，前面各节照样能跑。

# %% [markdown] lang="en"
# # Millions of cases
#
# One case is judged by `commitment.evaluate`, a whole table by `frames.evaluate`. The table is judged in the engine it
# lives in: polars, DuckDB or Spark, on a laptop or a cluster, asked the same way, with the same answer.
# This notebook takes two million cases through them and compares the books at the end.
#
# The cases are **synthetic**, made from fixed seeds, and say nothing of any real office.
#
# You need `pip install "wushan-plan[frames]" polars`. Spark, in the last section, also needs `pip install pyspark` and
# Java 17 or newer; without them everything before it still runs.

# %% tags=["parameters"]
lang = "zh"  # "en" for English

# %%
import os
import shutil
import tempfile
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import altair as alt
import duckdb
import polars as pl
import pyarrow.parquet as pq

from charts import BLUE, GREY, INK, ORANGE, RED, keep, use_chinese_font
from tables import table
from wushan_plan import PLAN, frames

use_chinese_font()


def say(zh, en):
    return zh if lang == "zh" else en


# %% [markdown] lang="zh"
# ## 造数据
#
# 十个 parquet 文件，每个20万件，当作十个窗口各自报上来的一年。有旺季，有积压，有没办完的，
# 也有手工台账里常见的错：缺日期、先后颠倒、年份写错。

# %% [markdown] lang="en"
# ## Make the data
#
# Ten parquet files of 200,000 cases each, as if ten counters had sent in their year. There are busy seasons,
# backlogs, open cases, and the errors of hand-kept tables: dates missing, swapped, or with the wrong year.

# %%
temporary = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
folder = Path(temporary.name) / "cases"
folder.mkdir()
for counter in range(10):
    rows = frames.synthetic_table(200_000, seed=counter)
    pq.write_table(rows, folder / f"counter-{counter + 1:02}.parquet")

one_file = pl.read_parquet(folder / "counter-01.parquet")
everything = pl.scan_parquet(folder / "*.parquet")
print(f"{everything.select(pl.len()).collect().item():,}")
table(one_file.columns, one_file.head(3).rows())

# %% [markdown] lang="zh"
# ## 判一张表
#
# 用供水的承诺来判：每户至多9个工作日，截至2021年12月31日。列名怎么对应，写在参数里。
# 原来的列一列不动，一行不少，后面添上截止日、用时、逾期、结论；判不了的写明原因。

# %% [markdown] lang="en"
# ## Judge a table
#
# Judge by the promise on water: at most 9 working days for each user, as of 31 December 2021. The arguments say which
# column is which. No column is touched and no row is lost; added are deadline, days taken, days overdue and status,
# and for rows that cannot be judged, why.

# %%
water = PLAN.targets["water-connection"]
asked = {"start": "受理日期", "end": "办结日期", "as_of": date(2021, 12, 31)}
judged = frames.evaluate(one_file, water, **asked, lang=lang)
shown = ["受理日期", "办结日期", "deadline", "elapsed", "overdue", "status", "problem"]
status, finished = pl.col("status"), pl.col("办结日期").is_not_null()
some = [
    judged.filter(status == "met").head(1),
    judged.filter(status == "not-met", finished).head(2),
    judged.filter(status == "not-met", ~finished).head(1),
    judged.filter(status == "pending").head(1),
    judged.filter(status == "unknown").head(2),
]
table(shown, pl.concat(some).select(shown).rows())

# %% [markdown] lang="zh"
# 办结日期错写成2121年的，到2021年底还没有发生，所以同没有办结日期的一样，算逾期未办结。
#
# 这同一件一件判的结果是一回事。抽一百行，用 `water.evaluate` 逐件再判一遍：

# %% [markdown] lang="en"
# An end mistyped as 2121 has not happened by the end of 2021, so the case counts as late and open, like one without an end.
#
# This is the same judgement as case by case. Take a hundred rows and judge each again with `water.evaluate`:

# %%
sample = judged.filter(pl.col("problem").is_null()).sample(100, seed=66)
one_by_one = [
    water.evaluate(start=row["受理日期"], end=row["办结日期"], as_of=date(2021, 12, 31))
    for row in sample.rows(named=True)
]
same = [verdict.status.value for verdict in one_by_one] == sample["status"].to_list()
print(
    say(
        f"{len(one_by_one)}件，结论全部相同：{'是' if same else '否'}",
        f"{len(one_by_one)} cases, same status: {same}",
    )
)

# %% [markdown] lang="zh"
# 判不了的不丢，单独数：

# %% [markdown] lang="en"
# What cannot be judged is not dropped; count it:

# %%
problems = judged.drop_nulls("problem").group_by("problem").len().sort("len", descending=True)
table([say("问题", "problem"), say("件数", "cases")], problems.rows())

# %% [markdown] lang="zh"
# ## 惰性：先说要什么，最后才算
#
# 上面读进来一个文件。十个文件用 `scan_parquet`，得到的是计划，不是数据；`frames.evaluate` 添上的也只是计划，
# 一行都没有读。要按月、按单位的记分卡，就说要记分卡，`collect()` 时才一遍算完。

# %% [markdown] lang="en"
# ## Lazy: say what you want, compute at the end
#
# Above, one file was read. For all ten use `scan_parquet`: that is a plan, not data, and what `frames.evaluate` adds
# is a plan too; not a row has been read. Ask for the scorecard by month and unit, and `collect()` computes it in one pass.

# %%
plan = frames.evaluate(everything, water, **asked)
by = [frames.Month("受理日期"), "承办单位"]
card = frames.scorecard(everything, water, by=by, **asked).collect()
print(type(plan).__name__, "→", type(card).__name__, card.shape)
columns = ["月份", "承办单位", "cases", "met", "not_met", "pending", "unknown", "open_overdue", "p50", "p90"]
in_2021 = card.filter(pl.col("月份").str.starts_with("2021-")).sort("月份", "承办单位")
table(columns, in_2021.select(columns).head(6).rows())

# %% [markdown] lang="zh"
# 记分卡里还有2021年以外的月份：年份写错、日期颠倒、没有日期的行。它们一件都没有结论，单独成组，不会混进别的月份：

# %% [markdown] lang="en"
# The scorecard has months outside 2021 too: rows with a wrong year, swapped dates or no date. None of them has a verdict,
# and they stand in groups of their own; in no other month do they hide:

# %%
outside = (
    card.filter(~pl.col("月份").str.starts_with("2021-").fill_null(value=False))
    .group_by(pl.col("月份").str.slice(0, 4).alias("year"))
    .agg(pl.col("cases", "unknown").sum())
    .sort("year", nulls_last=True)
)
table(
    [say("年份", "year"), say("件数", "cases"), say("其中无法判定", "of these unknown")],
    [(year or say("没有日期", "no date"), cases, unknown) for year, cases, unknown in outside.rows()],
)

# %% [markdown] lang="zh"
# 达标率、均值另有 `rate`、`mean` 两列供阅读；要精确，用整数列 `met`、`total_elapsed` 自己除。
#
# 每月有多少按时？圆点是各单位，线是合计：

# %% [markdown] lang="en"
# `rate` and `mean` are there for reading; for exact figures divide the whole numbers yourself, `met` or `total_elapsed`.
#
# How many were on time each month? Dots are units, the line is all of them:

# %% tags=["hide-input"]
counted = ("cases", "met", "not_met", "pending")
by_month = in_2021.group_by("月份").agg(pl.col(*counted).sum()).sort("月份")
rates = [
    {
        "month": row["月份"],
        "rate": row["met"] / (row["met"] + row["not_met"]),
        "open": row["pending"] / row["cases"],
    }
    for row in by_month.rows(named=True)
]
units = [
    {"month": row["月份"], "unit": row["承办单位"], "rate": row["met"] / (row["met"] + row["not_met"])}
    for row in in_2021.rows(named=True)
]
month_axis = alt.X("month:O", title=None, axis=alt.Axis(labelAngle=0, labelExpr="slice(datum.label, 5)"))
rate_axis = alt.Y(
    "rate:Q",
    title=say("按时的占已有结论的", "on time, of those decided"),
    scale=alt.Scale(domain=[0.7, 1]),
    axis=alt.Axis(format=".0%"),
)
line = (
    alt.Chart(alt.Data(values=rates)).mark_line(color=BLUE, strokeWidth=2.5).encode(x=month_axis, y=rate_axis)
)
dots = (
    alt.Chart(alt.Data(values=units))
    .mark_point(filled=True, color=ORANGE, size=45)
    .encode(x=month_axis, y=rate_axis, tooltip=["month:O", "unit:N", alt.Tooltip("rate:Q", format=".1%")])
)
undecided = (
    alt.Chart(alt.Data(values=rates))
    .mark_bar(color=GREY)
    .encode(
        x=month_axis,
        y=alt.Y(
            "open:Q",
            title=say("还没有结论的", "not decided yet"),
            axis=alt.Axis(format=".0%", tickCount=3),
            scale=alt.Scale(domain=[0, 0.3]),
        ),
        tooltip=["month:O", alt.Tooltip("open:Q", format=".1%")],
    )
)
keep(
    alt.vconcat(
        (line + dots).properties(
            title=say(
                "供水9个工作日，2021年各月（合成数据）",
                "Water within 9 working days, by month of 2021 (synthetic)",
            ),
            width=560,
            height=210,
        ),
        undecided.properties(width=560, height=70),
    ),
    f"06-by-month-{lang}",
)

# %% [markdown] lang="zh"
# 两件事要看清：
#
# - 旺季慢。春夏办件多，积压多，按时的就少；各单位几乎重合，因为生成时没有给它们差别。
# - 12月不是最好，只是还没判完。快的已经办结，慢的还没到期（下图灰柱），所以12月的比例虚高。
#   比月份，要么等到都有结论，要么连灰柱一起看。

# %% [markdown] lang="en"
# Two things to see:
#
# - Busy seasons are slow. Spring and summer bring more cases and more backlog, and fewer are on time; the units almost
#   coincide, since the generator makes no difference between them.
# - December is not the best month; it is only not judged to the end. Quick cases are finished, slow ones not due yet
#   (the grey bars), so its share is flattering. Compare months once all are decided, or read the grey bars with them.

# %% [markdown] lang="zh"
# ## DuckDB：用 SQL 接着问
#
# DuckDB 的关系（relation）也直接判，得到的还是关系，可以接着写 SQL。判定全部是引擎自己的表达式和连接，
# 计划里没有 Python 函数，没有一行数据绕到 Python 里来。

# %% [markdown] lang="en"
# ## DuckDB: go on in SQL
#
# A DuckDB relation is judged as it is and stays a relation, so you can go on in SQL. The judgement is made of the
# engine's own expressions and joins: there is no Python function in the plan, and no row passes through Python.

# %%
connection = duckdb.connect()
relation = connection.read_parquet(str(folder / "*.parquet"))
judged_in_duckdb = frames.evaluate(relation, water, **asked)
by_channel = connection.sql(
    """
    SELECT 渠道, count(*) AS n,
           count(*) FILTER (status = 'not-met' AND 办结日期 IS NULL) AS still_open,
           max(overdue) FILTER (办结日期 <= DATE '2021-12-31') AS longest
    FROM judged_in_duckdb GROUP BY 渠道 ORDER BY n DESC
    """
)
table(
    [
        say("渠道", "channel"),
        say("件数", "cases"),
        say("逾期未办结", "late and open"),
        say("已办结的最长逾期（工作日）", "longest overdue, finished"),
    ],
    by_channel.fetchall(),
)

# %% [markdown] lang="zh"
# ## 内存装不下的文件夹
#
# `frames.evaluate_files` 把一个文件夹从头流到尾：读一批、判一批、写一批。`memory` 是给 DuckDB 的内存上限，超出的部分暂存磁盘。
# 这里故意给得比整张表还小。结果先写在旁边，写完才改名：中途断电，旧结果还在，没有写了一半的文件。

# %% [markdown] lang="en"
# ## A folder larger than memory
#
# `frames.evaluate_files` streams a folder from end to end: read a batch, judge it, write it. `memory` is the roof over
# DuckDB's memory; what goes beyond waits on disk. Here it is smaller than the table on purpose. The result is written
# beside its place and renamed when complete: a power cut leaves the old result and no half-written file.

# %%
verdicts = frames.evaluate_files(
    folder, water, out=folder.parent / "verdicts.parquet", memory="64MB", **asked
)
print(
    say("整张表比内存上限大：", "the table is larger than the roof:"),
    everything.collect().estimated_size("mb") > 64,
)
print(
    say("写出的行数：", "rows written:"), f"{pl.scan_parquet(verdicts).select(pl.len()).collect().item():,}"
)
streamed_card = frames.scorecard_files(folder, water, by=by, memory="64MB", **asked)
print(
    say("只要记分卡，就不写结果：", "the scorecard alone, nothing written:"),
    len(streamed_card),
    say("组", "groups"),
)

# %% [markdown] lang="zh"
# ## 对账
#
# 同一批办件，四种走法，记分卡逐格比较：每月每单位的件数、按时、逾期、中位数、最长逾期，都要一样。

# %% [markdown] lang="en"
# ## Compare the books
#
# The same cases by four roads, and their scorecards compared cell by cell: cases, on time, late, median, longest
# overdue, for each month and unit.


# %%
def sorted_rows(found):
    """The rows of a scorecard of any engine, in one order."""
    rows = found if isinstance(found, list) else frames.rows_of(found)
    return sorted(rows, key=lambda row: (row["月份"] or "", row["承办单位"]))


cards = {
    say("polars 即时", "polars, eager"): frames.scorecard(everything.collect(), water, by=by, **asked),
    say("polars 惰性", "polars, lazy"): card,
    say("DuckDB 关系", "DuckDB relation"): frames.scorecard(relation, water, by=by, **asked),
    say("流式读文件夹", "folder, streamed"): streamed_card,
}
books = {name: sorted_rows(one) for name, one in cards.items()}
reference = next(iter(books.values()))
yes_no = {True: say("是", "yes"), False: say("否", "no")}
table(
    [
        say("走法", "road"),
        say("组数", "groups"),
        say("件数", "cases"),
        say("按时", "on time"),
        say("与第一种逐格相同", "equal to the first, cell by cell"),
    ],
    [
        (
            name,
            len(rows),
            sum(row["cases"] for row in rows),
            sum(row["met"] for row in rows),
            yes_no[rows == reference],
        )
        for name, rows in books.items()
    ],
)

# %% [markdown] lang="zh"
# ## 换一个时限会怎样
#
# 9个工作日定得合不合适？`frames.sweep` 一遍算出一串时限各有多少件按时，`frames.limit_for` 反过来问：
# 多长的时限，95%的已办结件能做到。

# %% [markdown] lang="en"
# ## What if the limit were another
#
# Is 9 working days a good limit? `frames.sweep` finds in one go how many cases each of many limits would have kept;
# `frames.limit_for` asks the other way round: which limit would 95 per cent of the finished cases have met?

# %%
swept = frames.sweep(everything, water, list(range(3, 21)), **asked).collect()
(enough,) = frames.limit_for(everything, water, 95, **asked).collect()["limit"]
print(
    say(
        f"95%的已办结件在{enough}个工作日内办完",
        f"95% of the finished cases took at most {enough} working days",
    )
)

# %% tags=["hide-input"]
points = [{"limit": row["limit"], "rate": row["rate"]} for row in swept.rows(named=True)]
now = next(one for one in points if one["limit"] == 9)
curve = (
    alt.Chart(alt.Data(values=points))
    .mark_line(point=True, color=BLUE)
    .encode(
        x=alt.X("limit:Q", title=say("时限（工作日）", "limit (working days)"), axis=alt.Axis(tickMinStep=1)),
        y=alt.Y(
            "rate:Q",
            title=say("按时的占已有结论的", "on time, of those decided"),
            axis=alt.Axis(format=".0%"),
            scale=alt.Scale(domain=[0, 1]),
        ),
        tooltip=["limit:Q", alt.Tooltip("rate:Q", format=".1%")],
    )
)
here = (
    alt.Chart(alt.Data(values=[now]))
    .mark_point(filled=True, size=130, color=RED)
    .encode(x="limit:Q", y="rate:Q")
)
note = (
    alt.Chart(
        alt.Data(
            values=[
                {
                    **now,
                    "text": say(f"现行9个工作日：{now['rate']:.1%}", f"9 working days: {now['rate']:.1%}"),
                }
            ]
        )
    )
    .mark_text(align="left", dx=12, dy=14, color=INK)
    .encode(x="limit:Q", y="rate:Q", text="text:N")
)
keep(
    (curve + here + note).properties(
        title=say("时限与按时率（合成数据）", "Limit and share on time (synthetic)"), width=520, height=260
    ),
    f"06-limits-{lang}",
)

# %% [markdown] lang="zh"
# 曲线越往右越平：从9天放到12天，多出不少按时的；从15天放到20天，几乎不多了。剩下的大多不是晚几天，而是一直没有办结。

# %% [markdown] lang="en"
# The curve flattens to the right: from 9 days to 12, many more cases are on time; from 15 to 20 hardly any.
# Most of what remains is not a few days late: it was never finished.

# %% [markdown] lang="zh"
# ## Spark
#
# 集群上的表，把 Spark 的 DataFrame 交给同一个函数。这里在本机起一个最小的 Spark，只用两万件，
# 看答案是不是和 polars、pandas、pyarrow、DuckDB 一样。
#
# 这一节需要 Java 17 以上。没有的话会停在这里，并说明缺什么。

# %% [markdown] lang="en"
# ## Spark
#
# For tables on a cluster, give the same function the DataFrame of Spark. Here a minimal Spark starts on this machine,
# on twenty thousand cases, to see whether its answer is that of polars, pandas, pyarrow and DuckDB.
#
# This section needs Java 17 or newer. Without it the notebook stops here and says so.

# %%
if not (shutil.which("java") or os.environ.get("JAVA_HOME")):
    raise RuntimeError(
        say("没有找到 Java：Spark 需要 Java 17 以上", "No Java found: Spark needs Java 17 or newer")
    )

from pyspark.sql import SparkSession


@contextmanager
def quiet():
    """Java talks to the terminal while it starts; nothing of it matters here."""
    kept, nowhere = os.dup(2), os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)


os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
with quiet():
    spark = (
        SparkSession.builder.master("local[1]")
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .config("spark.sql.shuffle.partitions", "1")
        .config("spark.driver.extraJavaOptions", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")  # quick to start
        .getOrCreate()
    )

few = folder.parent / "few.parquet"
one_file.sample(20_000, seed=66).write_parquet(few)
in_spark = spark.read.parquet(str(few))
spark_card = frames.scorecard(in_spark, water, by=by, **asked)
physical = spark_card._jdf.queryExecution().executedPlan().toString()
print(say("计划里有 Python 函数：", "a Python function in the plan:"), yes_no["Python" in physical])

# %%
small = {
    "Spark": spark_card,
    "polars": frames.scorecard(pl.read_parquet(few), water, by=by, **asked),
    "pandas": frames.scorecard(pl.read_parquet(few).to_pandas(), water, by=by, **asked),
    "pyarrow": frames.scorecard(pq.read_table(few), water, by=by, **asked),
    "DuckDB": frames.scorecard(connection.read_parquet(str(few)), water, by=by, **asked),
}
small_books = {name: sorted_rows(one) for name, one in small.items()}
spark.stop()
connection.close()
temporary.cleanup()
table(
    [
        say("引擎", "engine"),
        say("组数", "groups"),
        say("件数", "cases"),
        say("与 Spark 逐格相同", "equal to Spark, cell by cell"),
    ],
    [
        (name, len(rows), sum(row["cases"] for row in rows), yes_no[rows == small_books["Spark"]])
        for name, rows in small_books.items()
    ],
)

# %% [markdown] lang="zh"
# ## 多快，要多少内存
#
# 这里不印时间：换一台机器就变。固定机器上的测量、测法和同类工具的对比，见文档“基准测试”；
# 各引擎的用法和限制，见“表格：从笔记本到集群”。

# %% [markdown] lang="en"
# ## How fast, in how much memory
#
# No timings are printed here: they change with the machine. Measurements on a fixed machine, how they were taken, and
# comparisons with similar tools are in the documentation under “Benchmarks”; how each engine is used, and its limits,
# under “Tables: from a notebook to a cluster”.
