"""Run where only the core is installed: it answers, imports nothing heavy, and names the extras."""

import sys
from collections.abc import Callable
from datetime import date
from importlib.metadata import distributions
from pathlib import Path

import wushan_plan
from wushan_plan import CHINA, PLAN, Status
from wushan_plan.cli import main
from wushan_plan.errors import MissingExtraError
from wushan_plan.files.opening import open_cases
from wushan_plan.files.suggestions import labels_of

installed = {one.metadata["Name"].lower().replace("_", "-") for one in distributions()}
# six or tzdata comes with python-dateutil, whichever its version needs.
expected = {
    "wushan-plan",
    "attrs",
    "chinesecalendar",
    "python-dateutil",
    "six",
    "tzdata",
    "pip",
    "setuptools",
}
assert installed <= expected, installed - expected

water = PLAN.targets["water-connection"]
assert water.deadline(date(2021, 9, 24)).date == date(2021, 10, 12)
verdict = water.evaluate(start=date(2021, 9, 24), end=date(2021, 10, 14), as_of=date(2021, 12, 31))
assert verdict.status is Status.NOT_MET
assert "国庆节" in verdict.explain()
assert main(["show", "6"]) == 0
messy = Path("docs/examples/water-2021-messy-synthetic.xlsx")
assert len(list(open_cases(messy, labels=labels_of(water)).rows())) == 120


def missed(wanted: Callable[[], object]) -> str:
    """What is said when ``wanted`` needs an extra that is not installed."""
    try:
        wanted()
    except MissingExtraError as error:
        return str(error)
    return ""


assert "wushan-plan[arrays]" in missed(lambda: CHINA.workdays_between([date(2021, 1, 4)], date(2021, 2, 1)))
assert "wushan-plan[lunar]" in missed(lambda: CHINA.provisional(date(2027, 12, 31)))

heavy = {"numpy", "pandas", "polars", "openpyxl", "pyarrow", "hypothesis"} & set(sys.modules)
assert not heavy, heavy
print(f"wushan-plan {wushan_plan.__version__}: the core alone answers")
