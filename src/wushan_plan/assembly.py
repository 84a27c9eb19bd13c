"""Where document and engine are introduced to each other (组装): the only module that knows both."""

from __future__ import annotations

from wushan_plan.counting.china import CHINA
from wushan_plan.counting.workday_calendar import WorkdayCalendar
from wushan_plan.evaluation.judge import PlanJudge
from wushan_plan.explanation.voice import PlanVoice
from wushan_plan.model.plan import Plan
from wushan_plan.plan2021.contents import DOCUMENT
from wushan_plan.source.librarian import PlanLibrarian


def judged_by(plan: Plan, calendar: WorkdayCalendar) -> Plan:
    """``plan`` with every commitment judged on ``calendar`` (改用日历判定).

    Use it to judge on a calendar with a newer notice, with local closures, or a provisional one.
    """
    return plan.judged_by(PlanJudge(calendar, PlanVoice(calendar)))


PLAN = DOCUMENT.introduced_to(PlanJudge(CHINA, PlanVoice(CHINA)), PlanLibrarian())
"""巫山府办发〔2021〕66号 (本方案), judged on :data:`CHINA`; binds and compares its official text."""
