"""三（三）优化劳动力市场监管: section 3.3, measures 41 and 42."""

from datetime import date

from wushan_plan.model.citation import Citation
from wushan_plan.model.commitment import Commitment, Figure, NamedTerm, Quantifier, Role, Scope
from wushan_plan.model.criteria import (
    AllOf,
    Checklist,
    Direction,
    Event,
    Floor,
    Item,
    Milestone,
    Promptness,
    Quantity,
    Recurring,
    Summary,
    TimeLimit,
    Trend,
)
from wushan_plan.model.modality import Modality
from wushan_plan.model.periods import CalendarDays, WorkingDays
from wushan_plan.model.plan import Measure, Section
from wushan_plan.model.readings import Reading
from wushan_plan.plan2021 import lead_units as unit

# The text names neither where a claim starts nor where it ends (register T23).
CLAIM_ACCEPTED = Event("受理", "claim accepted", inferred=True)
CLAIM_SETTLED = Event("办结", "claim settled", inferred=True)

M41 = Measure(
    number=41,
    title="构建和谐劳动关系",
    title_en="Build harmonious labour relations",
    commitments=(
        Commitment(
            id="m41.0",
            number="m41.0",
            citation=Citation(41, 0),
            modality=Modality.DO,
            criterion=Summary(),
            summary="营造和谐的劳动关系。",
            summary_en="Build harmonious relations between employers and workers.",
            role=Role.HEADING,
        ),
        Commitment(
            id="m41.1",
            number="m41.1",
            citation=Citation(41, 1),
            modality=Modality.DO,
            criterion=Milestone(
                "和谐劳动关系的创建标准体系已落实", "the standards for harmonious labour relations applied"
            ),
            summary="把创建和谐劳动关系的标准体系落到实处。",
            summary_en="Put the standards for creating harmonious labour relations into practice.",
        ),
        Commitment(
            id="m41.2",
            number="m41.2",
            citation=Citation(41, 1),
            modality=Modality.DO,
            criterion=Milestone("对达标企业的正向激励", "incentives for enterprises that meet the standards"),
            summary="企业创建达到标准的，给予正面激励。",
            summary_en="Reward enterprises that meet the standards.",
            beneficiary="创建达标企业",
            beneficiary_en="enterprises that have met the standards",
            scope=Scope("创建达标企业", "enterprises that have met the standards"),
        ),
        Commitment(
            id="m41.3",
            number="m41.3",
            citation=Citation(41, 2),
            modality=Modality.DO,
            criterion=Milestone("加强后的用工合规监管", "stronger supervision of lawful employment"),
            summary="对企业用工是否合规加强监管。",
            summary_en="Supervise more closely whether enterprises employ people lawfully.",
        ),
        Commitment(
            id="m41.4",
            number="m41.4",
            citation=Citation(41, 2),
            modality=Modality.DO,
            criterion=Milestone(
                "劳动纠纷预警和防范的机制", "a mechanism to foresee and prevent labour disputes"
            ),
            summary="建立机制，对劳动纠纷提前预警、加以防范。",
            summary_en="Set up a mechanism that gives warning of labour disputes and prevents them.",
        ),
        Commitment(
            id="m41.5",
            number="m41.5",
            citation=Citation(41, 2),
            modality=Modality.EXPLORE,
            criterion=Milestone(
                "劳动纠纷就近、简便化解的探索", "a trial of settling labour disputes nearby and simply"
            ),
            summary="探索让劳动纠纷在近处、用简便办法化解。",
            summary_en="Explore settling labour disputes close at hand and by simple means.",
        ),
        Commitment(
            id="m41.6",
            number="m41.6",
            citation=Citation(41, 2),
            modality=Modality.DO,
            criterion=AllOf(
                (
                    Promptness(
                        Event("权益受损被发现", "the infringement came to notice", inferred=True),
                        Event("权益得到保护", "the rights were protected", inferred=True),
                    ),
                    Milestone("劳动者权益得到有效保护", "the workers' rights effectively protected"),
                )
            ),
            summary="保护劳动者的合法权益，既及时又有效。",
            summary_en="Protect the lawful rights of workers promptly and effectively.",
            role=Role.OUTCOME,
            beneficiary="劳动者",
            beneficiary_en="workers",
            figures=(Figure("及时有效", Quantifier.AT_ONCE),),
            notes=(
                "T17：“及时”没有日数，只按调用者给出的外部时限判；起止事件属推断。",
                "E18：及时、有效两项都要做到。",
            ),
            notes_en=(
                "T17: 'Promptly' gives no number of days; judged only against an external limit the caller "
                "supplies. The start and end events are an inference.",
                "E18: Both 'promptly' and 'effectively' must hold.",
            ),
        ),
        Commitment(
            id="m41.7",
            number="m41.7",
            citation=Citation(41, 3),
            modality=Modality.DO,
            criterion=Checklist(
                (Item("培育", "fostering"), Item("选树", "selecting as models")), closed=True
            ),
            summary="培育并选树金牌级的劳动人事争议调解组织。",
            summary_en="Foster and select gold-medal mediation bodies for labour and personnel disputes.",
        ),
        Commitment(
            id="m41.8",
            number="m41.8",
            citation=Citation(41, 3),
            modality=Modality.DO,
            criterion=Milestone(
                "健全的劳动争议调解组织", "mediation bodies for labour disputes in good order"
            ),
            summary="把调解劳动争议的组织健全起来。",
            summary_en="Complete the network of mediation bodies for labour disputes.",
        ),
        Commitment(
            id="m41.9",
            number="m41.9",
            citation=Citation(41, 3),
            modality=Modality.EXPLORE,
            criterion=Milestone(
                "设立劳动仲裁派出庭的探索", "a trial of an outpost tribunal for labour arbitration"
            ),
            summary="探索设立派出的劳动仲裁庭。",
            summary_en="Explore setting up outpost tribunals for labour arbitration.",
        ),
        Commitment(
            id="m41.10",
            number="m41.10",
            citation=Citation(41, 3),
            modality=Modality.DO,
            criterion=Trend("劳动争议处理效率", "efficiency of handling labour disputes", Direction.UP),
            summary="争议处理得更有效率。",
            summary_en="Handle disputes more efficiently.",
            role=Role.OUTCOME,
        ),
        Commitment(
            id="m41.11",
            number="m41.11",
            citation=Citation(41, 4),
            modality=Modality.DO,
            criterion=Milestone("“和谐同行”行动计划已启动", "the 'Harmony Together' action plan launched"),
            summary="启动名为“和谐同行”的能力提升行动计划。",
            summary_en="Launch the 'Harmony Together' action plan for building skills.",
            instruments=("“和谐同行”能力提升三年行动计划",),
            notes=("T14：义务只是启动；行动计划本身有三年，不判三年后的完成。",),
            notes_en=(
                "T14: The duty is only to launch it; the action plan itself runs for three years, and its "
                "completion after them is not judged.",
            ),
        ),
        Commitment(
            id="harmonious-enterprises",
            number="m41.12",
            citation=Citation(41, 4),
            modality=Modality.TARGET,
            criterion=Floor(
                Quantity(
                    "enterprises", "评选出的AAA级和谐企业", "AAA-grade harmonious enterprises named", "家"
                ),
                least=2,
                by=date(2021, 12, 31),
            ),
            summary="2021年底前评选出至少2家AAA级和谐企业。",
            summary_en="Name at least 2 AAA-grade harmonious enterprises by the end of 2021.",
            phrase="AAA级和谐企业2家",
            is_target=True,
            figures=(
                Figure("今年内", date(2021, 12, 31)),
                Figure("2家", 2, "家"),
            ),
            notes=(
                "E6：原文没有写恰好还是至少，取至少2家，属推断。",
                "T13：“今年”取2021年，属推断；12月31日当日计入。",
            ),
            notes_en=(
                "E6: Whether exactly or at least the text does not say; at least 2 is taken, an inference.",
                "T13: 'This year' is taken as 2021, an inference; 31 December is included.",
            ),
        ),
        Commitment(
            id="labour-coordinators",
            number="m41.13",
            citation=Citation(41, 4),
            modality=Modality.TARGET,
            criterion=Floor(
                Quantity("coordinators", "培育的金牌协调员", "gold-medal coordinators trained", "名"),
                least=2,
                by=date(2021, 12, 31),
                by_is_ellipsis=True,
            ),
            summary="培育至少2名和谐劳动关系方面的金牌协调员；期限承前，为2021年底。",
            summary_en="Train at least 2 gold-medal coordinators of harmonious labour relations, by the end "
            "of 2021 if the date governs this half too.",
            phrase="协调员2名",
            is_target=True,
            figures=(Figure("2名", 2, "名"),),
            notes=(
                "T13：“今年内”是否统领本分句原文不明，默认统领，属推断。",
                "E6：取至少2名，属推断。",
            ),
            notes_en=(
                "T13: Whether 'within this year' governs this clause the text leaves unclear; by default it "
                "does, an inference.",
                "E6: At least 2 is taken, an inference.",
            ),
        ),
    ),
    names=(
        NamedTerm("AAA级", "等级名，不是数", "a grade, not a number"),
        NamedTerm(
            "三年行动计划",
            "行动计划的名称；义务只是启动",
            "the name of an action plan; the duty is to launch it",
        ),
    ),
)

M42 = Measure(
    number=42,
    title="优化就业创业服务",
    title_en="Better services for employment and start-ups",
    commitments=(
        Commitment(
            id="m42.0",
            number="m42.0",
            citation=Citation(42, 0),
            modality=Modality.DO,
            criterion=Summary(),
            summary="改进面向就业和创业的服务。",
            summary_en="Improve services for employment and for starting a business.",
            role=Role.HEADING,
        ),
        Commitment(
            id="m42.1",
            number="m42.1",
            citation=Citation(42, 1),
            modality=Modality.PROMOTE,
            criterion=Promptness(CLAIM_ACCEPTED, CLAIM_SETTLED, benchmark=CalendarDays(0)),
            summary="推动接续失业保险关系一类就业事项当场办完。",
            summary_en="Work towards settling employment matters, such as carrying over unemployment "
            "insurance, on the spot.",
            phrase="即办即结",
            scope=Scope(
                "失业保险关系接续等就业事项",
                "employment matters such as carrying over unemployment insurance",
            ),
            figures=(Figure("即办即结", Quantifier.AT_ONCE),),
            notes=(
                "T18：“即办即结”默认受理当日办结，属推断。",
                "F8：即办即结只管本句前半列举的事项，“等”字使清单不封闭。",
            ),
            notes_en=(
                "T18: 'On the spot' means by default settled on the day of acceptance, an inference.",
                "F8: 'On the spot' reaches only the matters listed in the first half of this sentence; 'and "
                "the like' leaves the list open.",
            ),
        ),
        Commitment(
            id="m42.2",
            number="m42.2",
            citation=Citation(42, 1),
            modality=Modality.PROMOTE,
            criterion=Promptness(CLAIM_ACCEPTED, CLAIM_SETTLED, benchmark=CalendarDays(0)),
            summary="推动失业保险待遇的核准和支付当场办完。",
            summary_en="Work towards approving and paying unemployment benefits on the spot.",
            phrase="即办即结",
            scope=Scope("失业保险待遇核准支付", "approval and payment of unemployment benefits"),
            figures=(Figure("即办即结", Quantifier.AT_ONCE),),
            notes=("T18：“即办即结”默认受理当日办结，属推断。",),
            notes_en=("T18: 'On the spot' means by default settled on the day of acceptance, an inference.",),
        ),
        Commitment(
            id="unemployment-subsidy",
            number="m42.3",
            citation=Citation(42, 1),
            modality=Modality.TARGET,
            criterion=TimeLimit(WorkingDays(1), CLAIM_ACCEPTED, CLAIM_SETTLED, Reading.BY_COUNT),
            summary="申领失业补助金，每件至多1个工作日。",
            summary_en="A claim for unemployment subsidy: at most 1 working day, per case.",
            phrase="不超过1个工作日",
            is_target=True,
            scope=Scope("失业补助金申领", "claims for unemployment subsidy"),
            figures=(Figure("1个工作日", WorkingDays(1)),),
            notes=(
                "T23：“申领”办到核准还是办到发放，原文没有写；默认受理到办结，属推断。",
                "F8：与本句前半的即办即结分开判。",
            ),
            notes_en=(
                "T23: Whether the claim runs until it is approved or until it is paid the text does not "
                "say; by default from acceptance until it is settled, an inference.",
                "F8: Judged apart from 'on the spot' in the first half of this sentence.",
            ),
        ),
        Commitment(
            id="unemployment-insurance",
            number="m42.4",
            citation=Citation(42, 1),
            modality=Modality.TARGET,
            criterion=TimeLimit(WorkingDays(1), CLAIM_ACCEPTED, CLAIM_SETTLED, Reading.BY_COUNT),
            summary="申领失业保险金，每件至多1个工作日。",
            summary_en="A claim for unemployment insurance: at most 1 working day, per case.",
            phrase="不超过1个工作日",
            is_target=True,
            scope=Scope("失业保险金申领", "claims for unemployment insurance"),
            figures=(Figure("1个工作日", WorkingDays(1)),),
            notes=(
                "T23：“申领”办到核准还是办到发放，原文没有写；默认受理到办结，属推断。",
                "F8：与本句前半的即办即结分开判。",
            ),
            notes_en=(
                "T23: Whether the claim runs until it is approved or until it is paid the text does not "
                "say; by default from acceptance until it is settled, an inference.",
                "F8: Judged apart from 'on the spot' in the first half of this sentence.",
            ),
        ),
        Commitment(
            id="m42.5",
            number="m42.5",
            citation=Citation(42, 2),
            modality=Modality.DO,
            criterion=Trend("稳岗留工的支持力度", "support for keeping jobs and workers", Direction.UP),
            summary="加强对企业稳住岗位、留住员工的支持。",
            summary_en="Give enterprises more support for keeping jobs and workers.",
            beneficiary="企业",
            beneficiary_en="enterprises",
        ),
        Commitment(
            id="m42.6",
            number="m42.6",
            citation=Citation(42, 2),
            modality=Modality.DO,
            criterion=Milestone(
                "重点企业用工的调度保障机制", "a mechanism that secures labour for key enterprises"
            ),
            summary="对重点企业的用工实行调度和保障。",
            summary_en="Run a mechanism that allocates and secures labour for key enterprises.",
            beneficiary="重点企业",
            beneficiary_en="key enterprises",
        ),
        Commitment(
            id="m42.7",
            number="m42.7",
            citation=Citation(42, 2),
            modality=Modality.DO,
            criterion=Milestone("留工补贴已落实", "the retention subsidy paid out as provided"),
            summary="落实一次性发放的留工补贴。",
            summary_en="Deliver the one-off subsidy for retaining workers.",
            instruments=("一次性留工补贴",),
        ),
        Commitment(
            id="m42.8",
            number="m42.8",
            citation=Citation(42, 2),
            modality=Modality.DO,
            criterion=Milestone(
                "见习生活费补贴已落实", "the trainees' living allowance paid out as provided"
            ),
            summary="落实留渝见习人员的生活费补贴。",
            summary_en="Deliver the living allowance for trainees who stay in Chongqing.",
            instruments=("留渝见习生活费补贴",),
        ),
        Commitment(
            id="m42.9",
            number="m42.9",
            citation=Citation(42, 2),
            modality=Modality.DO,
            criterion=Milestone("技能培训补贴已落实", "the vocational training subsidy paid out as provided"),
            summary="落实职业技能方面的培训补贴。",
            summary_en="Deliver the subsidy for vocational skills training.",
            instruments=("职业技能培训补贴",),
        ),
        Commitment(
            id="m42.10",
            number="m42.10",
            citation=Citation(42, 2),
            modality=Modality.DO,
            criterion=Checklist(
                (
                    Item("消杀防疫", "disinfection and epidemic prevention"),
                    Item("社区服务", "community service"),
                ),
                closed=False,
            ),
            summary="开发临时性的公益岗位（如消杀防疫、社区服务），过渡安置有困难的员工。",
            summary_en="Open temporary public-service posts (disinfection, community service and the like) "
            "to tide over workers in difficulty.",
            beneficiary="困难员工",
            beneficiary_en="workers in difficulty",
        ),
        Commitment(
            id="m42.11",
            number="m42.11",
            citation=Citation(42, 3),
            modality=Modality.DO,
            criterion=Checklist(
                (
                    Item("就业援助月", "Employment Assistance Month"),
                    Item("春风行动", "Spring Breeze campaign"),
                ),
                closed=False,
            ),
            summary="组织就业方面的专项活动，例如就业援助月和春风行动。",
            summary_en="Organise employment campaigns such as Employment Assistance Month and Spring Breeze.",
            notes=("T19：活动次数原文没有写。",),
            notes_en=("T19: How many campaigns the text does not say.",),
        ),
        Commitment(
            id="m42.12",
            number="m42.12",
            citation=Citation(42, 3),
            modality=Modality.DO,
            criterion=AllOf(
                (
                    Recurring("公共就业服务活动", "public employment services"),
                    Checklist(
                        (
                            Item("职业指导", "career guidance"),
                            Item("岗位推介", "job introductions"),
                            Item("技能培训", "skills training"),
                        ),
                        closed=False,
                    ),
                )
            ),
            summary="广泛提供公共就业服务，包括职业指导、推介岗位、培训技能等。",
            summary_en="Provide public employment services widely: guidance, job introductions, training "
            "and the like.",
            notes=("T19：频次原文没有写，每年至少一次属推断。",),
            notes_en=("T19: How often the text does not say; at least once a year is an inference.",),
        ),
    ),
    names=(
        NamedTerm(
            "一次性留工补贴",
            "补贴的名称；“一次性”说的是补贴性质，不是次数上限",
            "the name of a subsidy; 'one-off' is its nature, not a cap",
        ),
        NamedTerm("就业援助月", "活动名称，不是期间", "the name of a campaign, not a period"),
    ),
)

SECTION = Section(
    id="3.3",
    title="优化劳动力市场监管",
    title_en="Better supervision of the labour market",
    lead_units=(unit.HUMAN_RESOURCES,),
    measures=(M41, M42),
)
