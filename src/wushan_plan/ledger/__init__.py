"""The reform ledger (改革工作台账): what was done, by whom, when, with what evidence.

>>> from datetime import date
>>> from wushan_plan import PLAN
>>> from wushan_plan.ledger import Ledger, ProgressReport
>>> ledger = Ledger.from_plan(PLAN).with_entries([
...     ProgressReport(
...         commitment="cross-province-services", unit="government-services-office",
...         author="王科长", at=date(2021, 9, 30), facts={"items": 41},
...     )
... ])
>>> ledger.as_of(date(2021, 10, 8)).task("cross-province-services").status.value
'pending'

Values only: nothing here stores anything. Storage is ``wushan_plan.ledger.storage``, an extra.
"""

from wushan_plan.ledger.colours import Colour, Colouring, ColourRule, Situation
from wushan_plan.ledger.corrections import LedgerProblem, Standing
from wushan_plan.ledger.entries import (
    CaseReport,
    Comment,
    Completion,
    Correction,
    DeviationReason,
    Entry,
    Evidence,
    ProgressReport,
    Reassignment,
    Report,
)
from wushan_plan.ledger.known import Candidate, Conflict, Dispute
from wushan_plan.ledger.ledger import Ledger, LedgerState
from wushan_plan.ledger.lines import from_line, read_lines, to_line, write_lines
from wushan_plan.ledger.overview import Overview, StateChange
from wushan_plan.ledger.state import CommitmentState, TaskState
from wushan_plan.ledger.tally import Tally
from wushan_plan.ledger.tasks import (
    LEADING_GROUP,
    Assignment,
    Sharing,
    Task,
    assign_by_heading,
    reported_facts,
)

__all__ = [
    "LEADING_GROUP",
    "Assignment",
    "Candidate",
    "CaseReport",
    "Colour",
    "ColourRule",
    "Colouring",
    "Comment",
    "CommitmentState",
    "Completion",
    "Conflict",
    "Correction",
    "DeviationReason",
    "Dispute",
    "Entry",
    "Evidence",
    "Ledger",
    "LedgerProblem",
    "LedgerState",
    "Overview",
    "ProgressReport",
    "Reassignment",
    "Report",
    "Sharing",
    "Situation",
    "Standing",
    "StateChange",
    "Tally",
    "Task",
    "TaskState",
    "assign_by_heading",
    "from_line",
    "read_lines",
    "reported_facts",
    "to_line",
    "write_lines",
]
