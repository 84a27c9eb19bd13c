"""Supervision reports (督查报告): what the ledger says on a day, for those who have to act on it.

>>> from datetime import date
>>> from wushan_plan import PLAN
>>> from wushan_plan.ledger import Ledger
>>> from wushan_plan.ledger.reports import markdown, report
>>> found = report(Ledger.from_plan(PLAN), date(2021, 9, 30))
>>> len(found.units), len(found.red)
(18, 0)
>>> markdown(found).splitlines()[0]
'# 方案落实情况督查报告'

Decides nothing: every count and every list is the ledger's own state.
"""

from wushan_plan.ledger.reports.content import SupervisionReport, TouchedReading, UnitRank, report
from wushan_plan.ledger.reports.html_page import html
from wushan_plan.ledger.reports.lists import ReportColumn, ReportTable
from wushan_plan.ledger.reports.markdown_page import markdown
from wushan_plan.ledger.reports.tables import tables
from wushan_plan.ledger.reports.workbook import write_workbook

__all__ = [
    "ReportColumn",
    "ReportTable",
    "SupervisionReport",
    "TouchedReading",
    "UnitRank",
    "html",
    "markdown",
    "report",
    "tables",
    "write_workbook",
]
