"""A plan of one commitment, for criteria and combinations the document happens not to use."""

from __future__ import annotations

from datetime import date
from typing import Any

from wushan_plan import (
    CHINA,
    Citation,
    Commitment,
    Fact,
    FactKind,
    Interval,
    Measure,
    Modality,
    Plan,
    WorkdayCalendar,
    judged_by,
)
from wushan_plan import Section as PlanSection
from wushan_plan.model.commitment import Deviation, Scope
from wushan_plan.model.criteria import Criterion
from wushan_plan.model.plan import Chapter

PERIOD = Interval(date(2021, 7, 30), date(2021, 12, 31))
SCOPE = Scope("某类办件", "cases of some kind")
CONDITIONAL_SCOPE = Scope(
    "某类办件",
    "cases of some kind",
    condition=Fact("eligible", "是否属于某类办件", "a case of that kind", FactKind.TRUTH),
)
IN_PRINCIPLE = Deviation("原则上", "记明理由", "a recorded reason")


def commitment_of(
    criterion: Criterion,
    modality: Modality = Modality.MUST,
    *,
    calendar: WorkdayCalendar = CHINA,
    **attributes: Any,
) -> Commitment:
    """A commitment checked by ``criterion``, the only one of its plan."""
    commitment = Commitment(
        id="m01.1",
        number="m01.1",
        citation=Citation(1, 1),
        modality=modality,
        criterion=criterion,
        summary="一项承诺。",
        summary_en="A commitment.",
        **attributes,
    )
    measure = Measure(1, "一条措施", "A measure", (commitment,))
    section = PlanSection("1.1", "一节", "A section", (), (measure,))
    plan = Plan(
        id="small",
        number="1",
        title="小方案",
        title_en="A small plan",
        issuer="某办公室",
        issued=PERIOD.first,
        period=PERIOD,
        chapters=(Chapter(1, "一章", "A chapter", (section,)),),
        safeguards=(),
        lead_units=(),
    )
    return judged_by(plan, calendar).commitments[0]
