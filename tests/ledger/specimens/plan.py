"""The plan the specimens report on: the invented second plan, and what a report can show beyond it."""

from __future__ import annotations

from datetime import date

import attrs

from tests.plans.registered import second_document
from wushan_plan import Citation, Commitment, LeadUnit, Modality, Plan, Reading, WorkingDays, introduced
from wushan_plan.model.commitment import Actor, Deviation, Figure, Quantifier, Role
from wushan_plan.model.criteria import Criterion, Event, Milestone, Summary, TimeLimit
from wushan_plan.model.plan import Measure, Safeguard, Section
from wushan_plan.model.readings import Basis, Interpretation, Option

WINDOWS = LeadUnit(
    "invented-windows",
    "虚构县政务服务和公共资源交易服务中心综合窗口",
    "Invented County Centre for Government Services and Public Resource Trading",
)
"""Its name is too long for a picture."""
ARCHIVE = LeadUnit("invented-archive", "虚构县档案馆", "Invented County Archive")
"""Its one task passes to another unit: it has none left."""


def specimen_plan() -> Plan:
    """The second plan with two windows more, and a safeguard that is nobody's in particular."""
    plan = second_document()
    easier, culture, carrying_out = plan.chapters
    culture = attrs.evolve(culture, sections=(*culture.sections, _windows()))
    return introduced(
        attrs.evolve(
            plan,
            chapters=(easier, culture, carrying_out),
            safeguards=(*plan.safeguards, _reports()),
            lead_units=(*plan.lead_units, WINDOWS, ARCHIVE),
            readings=(*plan.readings, _OPEN),
        )
    )


def long_plan() -> Plan:
    """The same with seven more safeguards that each of six lead units carries: its lists are long."""
    plan = specimen_plan()
    more = tuple(_for_each(number) for number in range(3, 10))
    return introduced(attrs.evolve(plan, safeguards=(*plan.safeguards, *more)))


_OPEN = Interpretation(
    id="Y4",
    question="“收到申请当日”没有受理的，从哪一日起算？",
    question_en="From which day does a case run that is not accepted the day it arrives?",
    options=(
        Option("accepted", "自受理之日", "from the day of acceptance"),
        Option("applied", "自申请之日", "from the day of application"),
    ),
    default="applied",
    basis=Basis.INFERENCE,
    because="文中没有写明。",
    because_en="The text does not say.",
    affects=("window-cases",),
)


def _windows() -> Section:
    limit = TimeLimit(
        WorkingDays(5), Event("申请", "application"), Event("办结", "completion"), Reading.BY_DATE
    )
    return Section(
        id="2.2",
        title="办好综合窗口",
        title_en="Windows that serve",
        lead_units=(WINDOWS,),
        measures=(
            Measure(
                number=8,
                title="设好窗口",
                title_en="Set up the windows",
                commitments=(
                    _heading(Citation(8, 0), "设好窗口。", "Set up the windows."),
                    _dated(
                        8,
                        1,
                        Milestone("综合窗口", "a general window", date(2022, 9, 15)),
                        "2022年9月15日前在县政务服务大厅和各乡镇便民服务中心设立“一窗受理、集成服务”的综合窗口"
                        "并公布窗口办理事项清单及办事指南。",
                        "By 15 September 2022 a general window stands in the county's hall and in every "
                        "township's service centre, with the list of its services published.",
                    ),
                    _dated(
                        8,
                        2,
                        Milestone("自助设备", "self-service machines", date(2022, 12, 30)),
                        "2022年12月30日前投用自助设备。",
                        "Self-service machines are in use by 30 December 2022.",
                    ),
                ),
            ),
            Measure(
                number=9,
                title="限时办结",
                title_en="Cases in time",
                commitments=(
                    _heading(Citation(9, 0), "限时办结。", "Close cases in time."),
                    Commitment(
                        id="window-cases",
                        number="m09.1",
                        citation=Citation(9, 1),
                        modality=Modality.MUST,
                        criterion=limit,
                        summary="窗口事项原则上5个工作日内办结。",
                        summary_en="Cases at the window are closed within 5 working days in principle.",
                        phrase="5个工作日内",
                        is_target=True,
                        figures=(Figure("5个工作日", WorkingDays(5)),),
                        exceptions=(Deviation("原则上", "记明理由", "a recorded reason"),),
                    ),
                    Commitment(
                        id="window-renewals",
                        number="m09.2",
                        citation=Citation(9, 2),
                        modality=Modality.MUST,
                        criterion=limit,
                        summary="窗口换证5个工作日内办结。",
                        summary_en="Renewals at the window are closed within 5 working days.",
                        phrase="5个工作日内",
                        is_target=True,
                        figures=(Figure("5个工作日", WorkingDays(5)),),
                    ),
                ),
            ),
        ),
    )


def _reports() -> Safeguard:
    """No unit is named: it is the leading group's."""
    return Safeguard(
        number=2,
        title="定期通报",
        title_en="Report regularly",
        commitments=(
            _heading(Citation(None, 0, safeguard=2), "定期通报。", "Report regularly."),
            Commitment(
                id="s2.1",
                number="s2.1",
                citation=Citation(None, 1, safeguard=2),
                modality=Modality.DO,
                criterion=Milestone("通报制度", "regular reports"),
                summary="建立通报制度。",
                summary_en="Reports are made regularly.",
            ),
        ),
    )


def _for_each(number: int) -> Safeguard:
    return Safeguard(
        number=number,
        title=f"第{number}项保障",
        title_en=f"Safeguard {number}",
        commitments=(
            Commitment(
                id=f"s{number}.1",
                number=f"s{number}.1",
                citation=Citation(None, 1, safeguard=number),
                modality=Modality.DO,
                criterion=Milestone(f"第{number}项保障", f"safeguard {number}"),
                summary=f"落实第{number}项保障。",
                summary_en=f"Safeguard {number} is in place.",
                actor=Actor("各牵头单位", "each lead unit"),
                figures=(Figure("各", Quantifier.ALL),),
            ),
        ),
    )


def _heading(citation: Citation, summary: str, summary_en: str) -> Commitment:
    number = f"m{citation.measure:02}.0" if citation.measure else f"s{citation.safeguard}.0"
    return Commitment(
        id=number,
        number=number,
        citation=citation,
        modality=Modality.DO,
        criterion=Summary(),
        summary=summary,
        summary_en=summary_en,
        role=Role.HEADING,
    )


def _dated(measure: int, clause: int, criterion: Criterion, summary: str, summary_en: str) -> Commitment:
    return Commitment(
        id=f"m{measure:02}.{clause}",
        number=f"m{measure:02}.{clause}",
        citation=Citation(measure, clause),
        modality=Modality.DO,
        criterion=criterion,
        summary=summary,
        summary_en=summary_en,
    )
