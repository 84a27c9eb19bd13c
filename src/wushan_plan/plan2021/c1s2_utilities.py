"""一（二）优化水电气接入服务: section 1.2, measures 6 to 8."""

from wushan_plan.model.citation import Citation
from wushan_plan.model.commitment import (
    Actor,
    Commitment,
    Deviation,
    Figure,
    NamedTerm,
    Quantifier,
    Relation,
    Role,
    Scope,
    SuperiorRule,
)
from wushan_plan.model.criteria import (
    Ceiling,
    Checklist,
    Direction,
    Event,
    Item,
    MeanTimeLimit,
    Milestone,
    Quantity,
    Summary,
    TimeLimit,
    Trend,
)
from wushan_plan.model.facts import Fact, FactKind
from wushan_plan.model.modality import Modality
from wushan_plan.model.periods import WorkingDays
from wushan_plan.model.plan import Measure, Section
from wushan_plan.model.readings import Reading
from wushan_plan.plan2021 import lead_units as unit

# The text names neither where a connection starts nor where it ends (register T16).
APPLICATION_ACCEPTED = Event("受理", "application accepted", inferred=True)
WATER_ON = Event("通水", "first supply of water", inferred=True)
POWER_ON = Event("通电", "first supply of power", inferred=True)
GAS_ON = Event("通气", "first supply of gas", inferred=True)

WATER_COMPANY = Actor("鼎诚水务有限责任公司", "Dingcheng Water Co., Ltd.", inferred=True)
POWER_COMPANY = Actor("国网巫山供电公司", "State Grid Wushan Power Supply Company", inferred=True)
GAS_COMPANY = Actor("三峡风天然气有限责任公司", "Sanxiafeng Natural Gas Co., Ltd.", inferred=True)
UTILITIES = Actor("供水供电供气企业", "the water, power and gas suppliers")

M06 = Measure(
    number=6,
    title="压减接入时间",
    title_en="Cut connection times",
    commitments=(
        Commitment(
            id="m06.0",
            number="m06.0",
            citation=Citation(6, 0),
            modality=Modality.DO,
            criterion=Summary(),
            summary="缩短水、电、气接入所需时间。",
            summary_en="Shorten the time it takes to get water, power and gas.",
            role=Role.HEADING,
        ),
        Commitment(
            id="water-connection",
            number="m06.1",
            citation=Citation(6, 1),
            modality=Modality.TARGET,
            criterion=TimeLimit(WorkingDays(9), APPLICATION_ACCEPTED, WATER_ON, Reading.BY_COUNT),
            summary="一般用户接通自来水，全部流程每户至多9个工作日。",
            summary_en="Water for an ordinary user: at most 9 working days for the whole process, per case.",
            phrase="不超过9个工作日",
            is_target=True,
            actor=WATER_COMPANY,
            beneficiary="用水一般项目用户",
            beneficiary_en="ordinary water users",
            scope=Scope("获得用水的一般项目用户", "ordinary projects applying for water"),
            figures=(
                Figure("9个工作日", WorkingDays(9)),
                Figure("全流程", Quantifier.ALL),
            ),
            notes=("T16：起点（受理）和终点（通水）原文没有写，属推断。",),
            notes_en=(
                "T16: The text gives neither the start (acceptance) nor the end (first supply of water); "
                "both are an inference.",
            ),
        ),
        Commitment(
            id="power-low-voltage",
            number="m06.2",
            citation=Citation(6, 2),
            modality=Modality.TARGET,
            criterion=TimeLimit(WorkingDays(8), APPLICATION_ACCEPTED, POWER_ON, Reading.BY_COUNT),
            summary="低压小微用户接通用电，全部流程每户至多8个工作日。",
            summary_en="Low-voltage power for a small user: at most 8 working days in all, per case.",
            phrase="不超过8个工作日",
            is_target=True,
            actor=POWER_COMPANY,
            beneficiary="用电低压小微用户",
            beneficiary_en="small and micro users at low voltage",
            scope=Scope("低压小微用户", "small and micro users at low voltage"),
            figures=(
                Figure("8个工作日", WorkingDays(8)),
                Figure("全流程", Quantifier.ALL),
            ),
            law=(
                SuperiorRule(
                    law="重庆市优化营商环境条例",
                    article=32,
                    zh="市场主体申请低压供电的，供电企业接电时间以8个工作日为限；不限于小微用户，只算供电企业用时。",
                    en="Low-voltage connection by the supplier within 8 working days, for any market entity; "
                    "only the supplier's own time counts.",
                    relation=Relation.DIFFERENT_SCOPE,
                    limit=WorkingDays(8),
                ),
            ),
            notes=("T20：方案限额与条例第32条口径不同，分别报告。",),
            notes_en=(
                "T20: The plan's limit and that of article 32 of the municipal regulation measure different "
                "things; they are reported apart.",
            ),
        ),
        Commitment(
            id="power-10kv",
            number="m06.3",
            citation=Citation(6, 2),
            modality=Modality.TARGET,
            criterion=MeanTimeLimit(WorkingDays(30), APPLICATION_ACCEPTED, POWER_ON),
            summary="10千伏城镇用户接通用电，已办结各件用时的算术平均至多30个工作日；个别办件超过不等于未达标。",
            summary_en="10 kV power in towns: the mean over completed cases is at most 30 working days; "
            "one longer case is no failure.",
            phrase="平均用时不超过30个工作日",
            is_target=True,
            actor=POWER_COMPANY,
            beneficiary="10千伏城镇用户",
            beneficiary_en="users in towns at 10 kV",
            scope=Scope("10千伏城镇用户", "users in towns at 10 kV"),
            figures=(
                Figure("30个工作日", WorkingDays(30)),
                Figure("全流程", Quantifier.ALL),
            ),
            notes=("T15：平均的范围（期间、未办结件、是否加权）原文没有写；取已办结件的简单平均，不取整。",),
            notes_en=(
                "T15: What the mean covers (period, open cases, weights) the text does not say; the simple "
                "mean of completed cases is taken, not rounded.",
            ),
        ),
        Commitment(
            id="gas-connection",
            number="m06.4",
            citation=Citation(6, 3),
            modality=Modality.TARGET,
            criterion=TimeLimit(WorkingDays(13), APPLICATION_ACCEPTED, GAS_ON, Reading.BY_COUNT),
            summary="接通燃气，办理用时每户至多13个工作日。",
            summary_en="Gas: at most 13 working days of processing, per case.",
            phrase="不超过13个工作日",
            is_target=True,
            actor=GAS_COMPANY,
            beneficiary="用气用户",
            beneficiary_en="gas users",
            scope=Scope("获得用气的用户", "users applying for gas"),
            figures=(Figure("13个工作日", WorkingDays(13)),),
            notes=("T16：本句写“办理”，不写“全流程”，范围可能更窄。",),
            notes_en=(
                "T16: This sentence says 'processing', not 'the whole process'; its extent may be narrower.",
            ),
        ),
    ),
    names=(
        NamedTerm("10千伏", "电压等级，是适用范围，不是限额", "a voltage level: the scope, not a limit"),
        NamedTerm("一般项目", "“一般”不是数字", "'ordinary' holds no number"),
    ),
)

M07 = Measure(
    number=7,
    title="实现外线工程“零投资”",
    title_en="External works at no cost to the user",
    commitments=(
        Commitment(
            id="m07.0",
            number="m07.0",
            citation=Citation(7, 0),
            modality=Modality.TARGET,
            criterion=Ceiling(
                Quantity(
                    "investment",
                    "用户的外线工程投资",
                    "the user's investment in external works",
                    "元",
                    FactKind.AMOUNT,
                ),
                most=0,
            ),
            summary="用户的外线工程投资为零；例外以正文为准。",
            summary_en="The user invests nothing in external works; the body sets the exceptions.",
            role=Role.HEADING,
            actor=UTILITIES,
            beneficiary="水电气用户",
            beneficiary_en="users of water, power and gas",
            figures=(Figure("零投资", Quantifier.ZERO),),
            notes=("A5：标题本身即有内容，正文另有范围和例外；两者不重复计数。",),
            notes_en=(
                "A5: The heading has content of its own, and the body adds scope and exceptions; the two "
                "are not counted twice.",
            ),
        ),
        Commitment(
            id="external-works-cost",
            number="m07.1",
            citation=Citation(7, 1),
            modality=Modality.MUST_NOT,
            criterion=Ceiling(
                Quantity(
                    "cost",
                    "用户承担的红线外费用",
                    "cost outside the red line borne by the user",
                    "元",
                    FactKind.AMOUNT,
                ),
                most=0,
            ),
            summary="城镇规划建设用地范围内，建筑区划红线以外的费用，用户无须承担。",
            summary_en="Inside planned urban construction land, the user pays nothing beyond the red line.",
            phrase="不得由用户承担",
            is_target=True,
            actor=UTILITIES,
            beneficiary="水电气用户",
            beneficiary_en="users of water, power and gas",
            scope=Scope(
                "城镇规划建设用地范围内",
                "inside planned urban construction land",
                condition=Fact(
                    "in_planned_land",
                    "是否在城镇规划建设用地范围内",
                    "inside planned urban construction land",
                    FactKind.TRUTH,
                ),
            ),
            exceptions=(
                Deviation(
                    "另有规定",
                    "注明作出不同规定的法律法规或政策",
                    "the law, regulation or policy that provides otherwise",
                ),
            ),
            figures=(Figure("任何费用", Quantifier.ZERO),),
            notes=("E13：“任何”为零元；例外须注明依据；范围外不适用。",),
            notes_en=(
                "E13: 'Any' cost means 0 yuan; an exception must name its basis; outside the scope it does "
                "not apply.",
            ),
        ),
    ),
)

M08 = Measure(
    number=8,
    title="优化办理方式",
    title_en="Better ways to apply",
    commitments=(
        Commitment(
            id="m08.0",
            number="m08.0",
            citation=Citation(8, 0),
            modality=Modality.DO,
            criterion=Summary(),
            summary="改进水电气报装的办理方式。",
            summary_en="Improve how connections are applied for and handled.",
            role=Role.HEADING,
        ),
        Commitment(
            id="m08.1",
            number="m08.1",
            citation=Citation(8, 1),
            modality=Modality.DO,
            criterion=Milestone("一站式集成服务", "one-stop integrated service"),
            summary="接入的全部流程实行一站式集成服务。",
            summary_en="Offer the whole connection process as one integrated service.",
            beneficiary="水电气用户",
            beneficiary_en="users of water, power and gas",
            figures=(Figure("全流程", Quantifier.ALL),),
        ),
        Commitment(
            id="m08.2",
            number="m08.2",
            citation=Citation(8, 1),
            modality=Modality.DO,
            criterion=Milestone("帮办服务", "assisted handling"),
            summary="提供帮办服务。",
            summary_en="Offer assistance with handling the application.",
            beneficiary="水电气用户",
            beneficiary_en="users of water, power and gas",
        ),
        Commitment(
            id="m08.3",
            number="m08.3",
            citation=Citation(8, 1),
            modality=Modality.DO,
            criterion=Trend("受理材料数", "number of documents asked for", Direction.DOWN, "份"),
            summary="减少受理时要交的材料。",
            summary_en="Ask for fewer documents at acceptance.",
            beneficiary="水电气用户",
            beneficiary_en="users of water, power and gas",
        ),
        Commitment(
            id="utility-services-online",
            number="m08.4",
            citation=Citation(8, 1),
            modality=Modality.TARGET,
            criterion=Checklist(
                (Item("报装", "applying"), Item("查询", "enquiring"), Item("缴费", "paying")),
                closed=False,
            ),
            summary="报装、查询、缴费等业务从头到尾都能在网上办。",
            summary_en="Applying, enquiring, paying and the like can be done online from start to finish.",
            phrase="全程网上办理",
            beneficiary="水电气用户",
            beneficiary_en="users of water, power and gas",
            figures=(Figure("全程", Quantifier.ALL),),
        ),
        Commitment(
            id="m08.5",
            number="m08.5",
            citation=Citation(8, 2),
            modality=Modality.DO,
            criterion=Milestone("政府与企业协同机制", "cooperation between government and suppliers"),
            summary="政府部门与供水供电供气企业协同办理。",
            summary_en="Government and suppliers work together.",
        ),
        Commitment(
            id="m08.6",
            number="m08.6",
            citation=Citation(8, 2),
            modality=Modality.DO,
            criterion=Checklist(
                (
                    Item("开办企业", "business start-ups"),
                    Item("规划许可", "planning permits"),
                    Item("施工许可", "construction permits"),
                ),
                closed=True,
            ),
            summary="开办企业、规划许可、施工许可三类信息经“渝快办”推送给供应企业。",
            summary_en="Push start-up, planning-permit and construction-permit data to the suppliers.",
            platforms=("渝快办",),
            notes=("F11：由谁推送原文没有写，供应企业只是接收方。",),
            notes_en=("F11: Who pushes the data the text does not say; the suppliers only receive it.",),
        ),
        Commitment(
            id="m08.7",
            number="m08.7",
            citation=Citation(8, 2),
            modality=Modality.DO,
            criterion=Milestone("供应企业提前介入", "early involvement of the suppliers"),
            summary="供应企业接到信息后提前参与。",
            summary_en="Suppliers step in early.",
            actor=UTILITIES,
            beneficiary="水电气用户",
            beneficiary_en="users of water, power and gas",
        ),
        Commitment(
            id="m08.8",
            number="m08.8",
            citation=Citation(8, 2),
            modality=Modality.DO,
            criterion=Milestone("供应企业主动服务", "service without being asked"),
            summary="供应企业主动上门服务，不等用户来找。",
            summary_en="Suppliers offer service without waiting to be asked.",
            actor=UTILITIES,
            beneficiary="水电气用户",
            beneficiary_en="users of water, power and gas",
        ),
    ),
    names=(NamedTerm("“一站式”", "服务方式的名称", "the name of a way of serving"),),
)

SECTION = Section(
    id="1.2",
    title="优化水电气接入服务",
    title_en="Better access to water, power and gas",
    lead_units=(
        unit.URBAN_MANAGEMENT,
        unit.ECONOMY_INFORMATION,
        unit.STATE_GRID,
        unit.SANXIAFENG_GAS,
        unit.DINGCHENG_WATER,
    ),
    measures=(M06, M07, M08),
)
