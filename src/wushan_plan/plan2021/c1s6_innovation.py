"""一（六）强化包容普惠创新: section 1.6, measure 20, which has no heading."""

from wushan_plan.model.citation import Citation
from wushan_plan.model.commitment import Commitment, Figure, Quantifier, Role, Scope
from wushan_plan.model.criteria import Direction, Milestone, Trend
from wushan_plan.model.modality import Modality
from wushan_plan.model.plan import Measure, Section
from wushan_plan.plan2021 import lead_units as unit

M20 = Measure(
    number=20,
    title="",
    title_en="A stronger city, talent and foreign trade",
    commitments=(
        Commitment(
            id="m20.1",
            number="m20.1",
            citation=Citation(20, 1),
            modality=Modality.DO,
            criterion=Trend("城市承载力和竞争力", "capacity and competitiveness of the city", Direction.UP),
            summary="抓住科技、人才、开放、公共服务、生态、交通等重点，从各方面提高城市承载力和竞争力。",
            summary_en="With a focus on technology, talent, openness, public services, ecology, "
            "transport and the like, raise the capacity and competitiveness of the city all round.",
            scope=Scope(
                "以科技创新、人才流动，市场开放和基本公共服务，以及生态环境、交通出行等为重点领域",
                "with a focus on scientific and technological innovation, movement of talent, openness "
                "of markets, basic public services, ecology and transport, among others",
            ),
            figures=(Figure("全面提升", Quantifier.ALL),),
            notes=("E18：承载力、竞争力两方面都要提高；E14：以什么衡量正文没有写。",),
            notes_en=(
                "E18: Both capacity and competitiveness must rise. E14: By what they are measured the text "
                "does not say.",
            ),
        ),
        Commitment(
            id="m20.2",
            number="m20.2",
            citation=Citation(20, 1),
            modality=Modality.DO,
            criterion=Trend(
                "企业和群众的满意度、获得感",
                "satisfaction and sense of gain of enterprises and people",
                Direction.UP,
            ),
            summary="让企业和群众更满意、更有获得感。",
            summary_en="Make enterprises and people more satisfied, with a stronger sense of gain.",
            role=Role.OUTCOME,
            beneficiary="企业群众",
            beneficiary_en="enterprises and people",
            notes=("E18：满意度、获得感两方面都要提高。",),
            notes_en=("E18: Both satisfaction and sense of gain must rise.",),
        ),
        Commitment(
            id="m20.3",
            number="m20.3",
            citation=Citation(20, 2),
            modality=Modality.DO,
            criterion=Milestone("改进后的市场化引才机制", "a better market-based way of attracting talent"),
            summary="改进靠市场引进人才的机制。",
            summary_en="Improve the market-based way of attracting talent.",
        ),
        Commitment(
            id="m20.4",
            number="m20.4",
            citation=Citation(20, 2),
            modality=Modality.DO,
            criterion=Milestone(
                "培育和发展人力资源市场的举措", "steps to foster and develop the labour market"
            ),
            summary="大力扶持人力资源市场，使它发展起来。",
            summary_en="Vigorously foster and develop the market for human resources.",
        ),
        Commitment(
            id="m20.5",
            number="m20.5",
            citation=Citation(20, 2),
            modality=Modality.PROMOTE,
            criterion=Milestone("互联网上的人才服务", "services for talent over the internet"),
            summary="推动把人才服务与互联网结合起来。",
            summary_en="Push for services for talent over the internet.",
        ),
        Commitment(
            id="m20.6",
            number="m20.6",
            citation=Citation(20, 2),
            modality=Modality.DO,
            criterion=Trend(
                "人力资源服务业的发展水平", "development of the human-resources services", Direction.UP
            ),
            summary="让人力资源服务业发展得更好。",
            summary_en="Raise the level of the human-resources service industry.",
            role=Role.OUTCOME,
        ),
        Commitment(
            id="m20.7",
            number="m20.7",
            citation=Citation(20, 3),
            modality=Modality.DO,
            criterion=Milestone("外贸新业态", "new forms of foreign trade"),
            summary="扶持外贸的新业态，使它发展起来。",
            summary_en="Foster and develop new forms of foreign trade.",
        ),
        Commitment(
            id="m20.8",
            number="m20.8",
            citation=Citation(20, 3),
            modality=Modality.DO,
            criterion=Milestone(
                "贯穿各环节的外商投资服务体系", "a service for foreign investors in every step"
            ),
            summary="健全从头到尾为外商投资服务的体系。",
            summary_en="Complete a service for foreign investors from start to finish.",
            figures=(Figure("全流程", Quantifier.ALL),),
            notes=("E16：流程的阶段正文没有列。",),
            notes_en=("E16: The text does not list the stages of the process.",),
        ),
        Commitment(
            id="m20.9",
            number="m20.9",
            citation=Citation(20, 3),
            modality=Modality.DO,
            criterion=Trend("外资发展水平", "level of foreign investment", Direction.UP),
            summary="让外资发展得更好。",
            summary_en="Raise the level of foreign investment.",
            role=Role.OUTCOME,
        ),
    ),
)

SECTION = Section(
    id="1.6",
    title="强化包容普惠创新",
    title_en="Openness, inclusion and innovation",
    lead_units=(unit.DEVELOPMENT_REFORM,),
    measures=(M20,),
)
