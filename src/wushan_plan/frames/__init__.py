"""TABLES: the same judgement over a table of any engine (表格).

>>> from datetime import date
>>> import polars
>>> from wushan_plan import PLAN, frames
>>> cases = polars.DataFrame({"受理": [date(2021, 9, 24)], "通水": [date(2021, 10, 14)]})
>>> water = PLAN.targets["water-connection"]
>>> frames.evaluate(cases, water, start="受理", end="通水", as_of=date(2021, 12, 31))["status"].to_list()
['not-met']
"""

from wushan_plan.frames.evaluation import evaluate as evaluate
from wushan_plan.frames.folders import evaluate_files as evaluate_files
from wushan_plan.frames.folders import scorecard_files as scorecard_files
from wushan_plan.frames.grouping import Month as Month
from wushan_plan.frames.mapping import lead_unit_rows as lead_unit_rows
from wushan_plan.frames.mapping import rows_of as rows_of
from wushan_plan.frames.names import Names as Names
from wushan_plan.frames.problems import FrameError as FrameError
from wushan_plan.frames.problems import Problem as Problem
from wushan_plan.frames.scoring import scorecard as scorecard
from wushan_plan.frames.scoring import worst as worst
from wushan_plan.frames.synthetic import synthetic_cases as synthetic_cases
from wushan_plan.frames.synthetic import synthetic_table as synthetic_table
from wushan_plan.frames.what_if import changes as changes
from wushan_plan.frames.what_if import compare as compare
from wushan_plan.frames.what_if import limit_for as limit_for
from wushan_plan.frames.what_if import sweep as sweep

__all__ = [
    "FrameError",
    "Month",
    "Names",
    "Problem",
    "changes",
    "compare",
    "evaluate",
    "evaluate_files",
    "lead_unit_rows",
    "limit_for",
    "rows_of",
    "scorecard",
    "scorecard_files",
    "sweep",
    "synthetic_cases",
    "synthetic_table",
    "worst",
]
