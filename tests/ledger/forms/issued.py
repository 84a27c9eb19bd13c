"""The forms whose look is kept: one unit in each language, and every kind of cell at least once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction
from functools import partial
from pathlib import Path
from typing import Any

from tests.ledger.small_return import DAY, SMALL
from tests.ledger.workbook_text import written
from wushan_plan import Interval
from wushan_plan.ledger import Completion, Entry, Evidence, ProgressReport
from wushan_plan.ledger.returns import write_return

SUMMER = Interval(date(2021, 7, 1), DAY)
EARLIER = date(2021, 8, 31)


def _said(commitment: str, author: str = "王科长", at: date = DAY, unit: str = "a") -> dict[str, Any]:
    return {"commitment": commitment, "unit": unit, "author": author, "at": at}


def _entries() -> list[Entry]:
    """What is known by then: a conflict, a task done, one met, one missed, and a value of each kind."""
    return [
        ProgressReport(**_said("items"), facts={"items": 4, "in_scope": True}),
        ProgressReport(**_said("items", "李科员"), facts={"items": 5}),
        Completion(**_said("pilot"), done_on=date(2021, 9, 8)),
        ProgressReport(**_said("rate"), facts={"handled": 12_345, "received": 12_346}),
        ProgressReport(
            **_said("cover"),
            facts={
                "universe": 4,
                "covered": ["不动产登记平台", "公共资源交易平台", "工程建设项目审批管理平台", "信用平台"],
            },
        ),
        ProgressReport(**_said("limit", at=EARLIER), facts={"start": date(2021, 8, 2)}),
        ProgressReport(**_said("trend"), facts={"before": 250_000, "after": Fraction(501_001, 2)}),
        ProgressReport(**_said("fee"), facts={"fee": 0}),
        ProgressReport(**_said("checks"), facts={"events": [date(2021, 8, 3), date(2021, 9, 3)]}),
        ProgressReport(
            **_said("mean"), facts={"cases": [(date(2021, 8, 2), date(2021, 8, 20)), (EARLIER, None)]}
        ),
        Evidence(**_said("each"), reference="会议纪要第3号"),
        ProgressReport(**_said("theirs", unit="b"), facts={"done": False}),
    ]


def _issued(unit: str, **options: Any) -> Callable[[Path], int]:
    def issue(path: Path) -> int:
        return write_return(SMALL.with_entries(_entries()), unit, path, DAY, **options)

    return issue


FORMS: Mapping[str, Callable[[Path], int]] = {
    "a-quarter-zh": _issued("a", period=SUMMER, author=" 王科长 "),
    "a-quarter-en": _issued("a", period=SUMMER, lang="en"),
    "b-zh": _issued("b"),
    "b-en": _issued("b", author="Ms Li", lang="en"),
}
"""How each is written, by its name."""


def forms() -> dict[Path, Callable[[], str]]:
    """What makes the text of each form, by its file."""
    here = Path(__file__)
    return {here.with_name(f"{name}.txt"): partial(written, issue) for name, issue in FORMS.items()}
