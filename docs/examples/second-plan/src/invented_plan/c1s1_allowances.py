"""一（一）快办救助补贴 (虚构): section 1.1 of the invented plan, measures 1 and 2."""

from invented_plan import lead_units as unit
from wushan_plan.model.citation import Citation
from wushan_plan.model.commitment import Commitment, Figure, Role
from wushan_plan.model.criteria import Event, MeanTimeLimit, Summary, TimeLimit
from wushan_plan.model.modality import Modality
from wushan_plan.model.periods import CalendarDays
from wushan_plan.model.plan import Measure, Section
from wushan_plan.model.readings import Reading

ACCEPTED = Event("受理", "application accepted")

M01 = Measure(
    number=1,
    title="限时发放高龄补贴",
    title_en="Pay old-age allowances in time",
    commitments=(
        Commitment(
            id="m01.0",
            number="m01.0",
            citation=Citation(1, 0),
            modality=Modality.DO,
            criterion=Summary(),
            summary="在时限内发放高龄补贴。",
            summary_en="Pay old-age allowances within a limit.",
            role=Role.HEADING,
        ),
        Commitment(
            id="old-age-allowance",
            number="m01.1",
            citation=Citation(1, 1),
            modality=Modality.MUST,
            criterion=TimeLimit(CalendarDays(20), ACCEPTED, Event("到账", "allowance paid"), Reading.BY_DATE),
            summary="高龄补贴受理后20日（日历日）内到账。",
            summary_en="An old-age allowance is paid within 20 calendar days of acceptance.",
            phrase="20日内",
            is_target=True,
            beneficiary="高龄老人",
            beneficiary_en="the very old",
            figures=(Figure("20日", CalendarDays(20)),),
            notes=("Y1：只写“日”，按日历日计。",),
            notes_en=("Y1: 'Days' alone are counted as calendar days.",),
        ),
    ),
)

M02 = Measure(
    number=2,
    title="缩短救助审核用时",
    title_en="Shorten the review of relief",
    commitments=(
        Commitment(
            id="m02.0",
            number="m02.0",
            citation=Citation(2, 0),
            modality=Modality.DO,
            criterion=Summary(),
            summary="缩短临时救助的审核用时。",
            summary_en="Shorten the time temporary relief takes.",
            role=Role.HEADING,
        ),
        Commitment(
            id="relief-mean",
            number="m02.1",
            citation=Citation(2, 1),
            modality=Modality.TARGET,
            criterion=MeanTimeLimit(CalendarDays(25), ACCEPTED, Event("办结", "case closed")),
            summary="临时救助各件用时的平均至多25日。",
            summary_en="Temporary relief takes 25 calendar days on average at most.",
            phrase="不超过25日",
            is_target=True,
            beneficiary="申请临时救助的人",
            beneficiary_en="people who apply for temporary relief",
            figures=(Figure("25日", CalendarDays(25)),),
            notes=("Y3：平均只算已办结的办件。",),
            notes_en=("Y3: The mean is taken over completed cases only.",),
        ),
    ),
)

SECTION = Section(
    id="1.1",
    title="快办救助补贴",
    title_en="Quick allowances and relief",
    lead_units=(unit.CIVIL_AFFAIRS,),
    measures=(M01, M02),
)
