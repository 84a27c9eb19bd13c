"""二（一）全面提升政务服务水平: section 2.1, measures 21 to 24."""

from datetime import date

from wushan_plan.model.citation import Citation
from wushan_plan.model.commitment import (
    Commitment,
    Figure,
    NamedTerm,
    Quantifier,
    Relation,
    Role,
    Scope,
    SuperiorRule,
)
from wushan_plan.model.criteria import (
    Checklist,
    Coverage,
    Direction,
    Floor,
    Item,
    Milestone,
    Quantity,
    Recurring,
    Summary,
    Trend,
)
from wushan_plan.model.modality import Modality
from wushan_plan.model.plan import Measure, Section
from wushan_plan.plan2021 import lead_units as unit

M21 = Measure(
    number=21,
    title="持续推进行政审批服务便民化",
    title_en="Keep making administrative approval easier for people",
    commitments=(
        Commitment(
            id="m21.0",
            number="m21.0",
            citation=Citation(21, 0),
            modality=Modality.PROMOTE,
            criterion=Summary(),
            summary="不断推动行政审批服务更加便民。",
            summary_en="Keep pushing for approval services that are easier for people.",
            role=Role.HEADING,
            figures=(Figure("持续推进", Quantifier.REPEATED),),
        ),
        Commitment(
            id="m21.1",
            number="m21.1",
            citation=Citation(21, 1),
            modality=Modality.DO,
            criterion=Milestone("减少证明、方便群众的举措", "steps that spare people certificates"),
            summary="把减少证明材料、方便群众的做法做深。",
            summary_en="Deepen the steps that spare people certificates.",
        ),
        Commitment(
            id="m21.2",
            number="m21.2",
            citation=Citation(21, 1),
            modality=Modality.DO,
            criterion=Milestone("证明事项的告知承诺制", "notice and pledge for certificates"),
            summary="在证明事项上推广告知承诺制。",
            summary_en="Spread the notice-and-pledge system for certificates.",
            scope=Scope("证明事项", "matters that call for a certificate"),
        ),
        Commitment(
            id="m21.3",
            number="m21.3",
            citation=Citation(21, 1),
            modality=Modality.DO,
            criterion=Milestone("涉企经营许可的告知承诺制", "notice and pledge for business licences"),
            summary="在涉企经营许可事项上推广告知承诺制。",
            summary_en="Spread the notice-and-pledge system for licences to do business.",
            scope=Scope("涉企经营许可事项", "licences that businesses need"),
            notes=("F14：告知承诺在m25、m27另有表述，分开计。",),
            notes_en=(
                "F14: Notice and pledge is put in other words in measures 25 and 27; they are counted apart.",
            ),
        ),
        Commitment(
            id="m21.4",
            number="m21.4",
            citation=Citation(21, 1),
            modality=Modality.GRADUAL,
            criterion=Trend(
                "实行告知承诺的事项数", "number of matters under notice and pledge", Direction.UP, "项"
            ),
            summary="一步步增加可用告知承诺办理的事项。",
            summary_en="Step by step, bring more matters under notice and pledge.",
            figures=(Figure("逐步扩大", Quantifier.REPEATED),),
            notes=("E14：与上一可比期间比，以事项数衡量属推断。",),
            notes_en=(
                "E14: Compared with the previous comparable period; measuring by the number of matters is "
                "an inference.",
            ),
        ),
        Commitment(
            id="m21.5",
            number="m21.5",
            citation=Citation(21, 2),
            modality=Modality.DO,
            criterion=Milestone("手机端亮证功能投入使用", "showing a licence on the phone, in use"),
            summary="使用手机端的亮证功能。",
            summary_en="Use the function that shows a licence on the phone.",
            platforms=("渝快办",),
        ),
        Commitment(
            id="m21.6",
            number="m21.6",
            citation=Citation(21, 2),
            modality=Modality.DO,
            criterion=Milestone("手机端扫码功能投入使用", "scanning a code with the phone, in use"),
            summary="使用手机端的扫码功能。",
            summary_en="Use the function that scans a code with the phone.",
            platforms=("渝快办",),
        ),
        Commitment(
            id="m21.7",
            number="m21.7",
            citation=Citation(21, 2),
            modality=Modality.DO,
            criterion=Checklist(
                (
                    Item("企业开办", "business start-ups"),
                    Item("不动产登记", "real-estate registration"),
                    Item("社保", "social security"),
                    Item("卫生", "health"),
                    Item("公安", "public security"),
                    Item("住房城乡建设", "housing and construction"),
                    Item("民政", "civil affairs"),
                ),
                closed=False,
            ),
            summary="让常用的电子证照在列举的七个领域及其他领域用得更多。",
            summary_en="Make more use of the often-used electronic licences in the fields named and in "
            "others.",
            scope=Scope("高频电子证照", "electronic licences in frequent use"),
        ),
        Commitment(
            id="m21.8",
            number="m21.8",
            citation=Citation(21, 2),
            modality=Modality.PROMOTE,
            criterion=Trend(
                "可掌上办理的政务服务事项数",
                "number of government services that can be handled on the phone",
                Direction.UP,
                "项",
            ),
            summary="推动更多事项可以在手机上办。",
            summary_en="Push for more services that can be handled on the phone.",
        ),
        Commitment(
            id="m21.9",
            number="m21.9",
            citation=Citation(21, 2),
            modality=Modality.PROMOTE,
            criterion=Trend(
                "可一次办成的政务服务事项数",
                "number of government services that can be settled in one go",
                Direction.UP,
                "项",
            ),
            summary="推动更多事项一次就能办成。",
            summary_en="Push for more services that can be settled in one go.",
            figures=(Figure("一次办", Quantifier.ONCE),),
            notes=("E14：原文只说更多，没有写占比；每件至多到场一次属推断。",),
            notes_en=(
                "E14: The text says only 'more' and gives no share; at most one visit per case is an "
                "inference.",
            ),
        ),
    ),
    names=(NamedTerm("更多", "只说增加，没有数量", "it says more, and not how many"),),
)

M22 = Measure(
    number=22,
    title="加快推进“跨省通办”",
    title_en="Speed up services across provinces",
    commitments=(
        Commitment(
            id="m22.0",
            number="m22.0",
            citation=Citation(22, 0),
            modality=Modality.PROMOTE,
            criterion=Summary(),
            summary="加快推动政务服务跨省办理。",
            summary_en="Speed up government services that work across provinces.",
            role=Role.HEADING,
        ),
        Commitment(
            id="cross-province-services",
            number="m22.1",
            citation=Citation(22, 1),
            modality=Modality.TARGET,
            criterion=Floor(
                Quantity(
                    "items",
                    "已可跨省通办的高频事项数",
                    "frequent services that can be handled across provinces",
                    "项",
                ),
                least=74,
                by=date(2021, 12, 31),
            ),
            summary="推动74项常办的政务服务在2021年底前可以跨省办理。",
            summary_en="Bring about that 74 frequent services can be handled across provinces by the "
            "end of 2021.",
            phrase="74项",
            is_target=True,
            scope=Scope("高频政务服务事项", "government services in frequent use"),
            figures=(
                Figure("74项", 74, "项"),
                Figure("年内", date(2021, 12, 31)),
            ),
            notes=(
                "E5：74项是哪些正文没有列，由使用者提供；须清单内各项都办到，且不少于74项。",
                "T13：“年内”指2021年，属推断。",
                "B3：“推动实现”按目标判，未达不算违反义务。",
            ),
            notes_en=(
                "E5: Which the 74 are the text does not list; the caller supplies them. Every one listed "
                "must be available, and there must be at least 74.",
                "T13: 'Within the year' means 2021, an inference.",
                "B3: 'Push to achieve' is judged as a target; falling short is no breach of duty.",
            ),
        ),
        Commitment(
            id="m22.2",
            number="m22.2",
            citation=Citation(22, 2),
            modality=Modality.PROMOTE,
            criterion=Milestone(
                "第二批川渝通办事项落地并见成效", "second-batch Sichuan-Chongqing services at work"
            ),
            summary="加快让第二批川渝通办事项落到实处、见到成效。",
            summary_en="Speed up the second batch of Sichuan-Chongqing services, so that they work and "
            "show results.",
            scope=Scope("第二批“川渝通办”事项", "the second batch of Sichuan-Chongqing services"),
            notes=("T12：10月底的日期只管后半句，本项没有日期（推断）。",),
            notes_en=(
                "T12: The date at the end of October governs the second half only; this commitment has no "
                "date (inference).",
            ),
        ),
        Commitment(
            id="sichuan-chongqing-services",
            number="m22.3",
            citation=Citation(22, 2),
            modality=Modality.TARGET,
            criterion=Coverage(
                "第二批川渝通办事项",
                "second-batch Sichuan-Chongqing services",
                by=date(2021, 10, 31),
                conditions=(
                    ("同标准受理", "accepted by the same standard"),
                    ("无差别办理", "handled without difference"),
                    ("行政审批结果互认", "approval results recognised by both sides"),
                ),
            ),
            summary="截至2021年10月31日（含当日），同样的事项在两地按同样标准受理、办理没有差别、审批结果相互承认。",
            summary_en="By 31 October 2021 the same service is accepted by the same standard, handled "
            "without difference, and its approval recognised, across the Chengdu-Chongqing area.",
            phrase="今年10月底前",
            is_target=True,
            scope=Scope(
                "成渝地区双城经济圈内的第二批“川渝通办”事项",
                "second-batch services within the Chengdu-Chongqing twin-city economic circle",
            ),
            figures=(
                Figure("今年10月底前", date(2021, 10, 31)),
                Figure("无差别", Quantifier.ZERO),
            ),
            law=(
                SuperiorRule(
                    law="优化营商环境条例",
                    article=35,
                    zh="推进政务服务标准化，同样的事项受理没有差别、办理标准相同；没有日期。",
                    en="Standardise government services, so that the same matter is accepted without "
                    "difference and handled by the same standard; no date.",
                    relation=Relation.PARENT,
                ),
            ),
            notes=(
                "T12：10月31日是周日，固定日期不顺延，当日仍算按期。",
                "T13：“今年”指2021年，属推断。",
                "E16：第二批事项的清单正文没有列，由使用者提供。",
            ),
            notes_en=(
                "T12: 31 October is a Sunday; a fixed date does not roll, and that day is still in time.",
                "T13: 'This year' means 2021, an inference.",
                "E16: The text does not list the services of the second batch; the caller supplies them.",
            ),
        ),
        Commitment(
            id="m22.6",
            number="m22.6",
            citation=Citation(22, 3),
            modality=Modality.REFERENCE,
            criterion=Trend(
                "可跨省通办的事项数", "number of services that work across provinces", Direction.UP, "项"
            ),
            summary="按照市里的要求，让更多事项可以跨省办理。",
            summary_en="As the municipality requires, bring more services within reach across provinces.",
            notes=("B6：以市级要求为准，正文没有写其内容。",),
            notes_en=("B6: The municipal requirements decide; the text does not give their content.",),
        ),
    ),
    names=(
        NamedTerm("第二批", "批次的名称，不是数量", "the name of a batch, not a quantity"),
        NamedTerm("同一事项", "指事项相同，不是数量", "it says that the matter is the same; no quantity"),
        NamedTerm("双城经济圈", "区域名称", "the name of a region"),
        NamedTerm("市级统一要求", "“统一”修饰市级要求，不是数字", "'uniform' qualifies the municipal rule"),
    ),
)

M23 = Measure(
    number=23,
    title="提升“渝快办”平台服务效能",
    title_en="Make the Yukuaiban platform serve better",
    commitments=(
        Commitment(
            id="m23.0",
            number="m23.0",
            citation=Citation(23, 0),
            modality=Modality.DO,
            criterion=Summary(),
            summary="让“渝快办”平台服务得更好。",
            summary_en="Make the Yukuaiban platform serve better.",
            role=Role.HEADING,
            platforms=("渝快办",),
        ),
        Commitment(
            id="m23.1",
            number="m23.1",
            citation=Citation(23, 1),
            modality=Modality.DO,
            criterion=Trend("电子政务外网的覆盖范围", "reach of the government extranet", Direction.UP),
            summary="大力扩大电子政务外网覆盖到的范围。",
            summary_en="Vigorously extend the reach of the government extranet.",
            platforms=("电子政务外网",),
        ),
        Commitment(
            id="m23.2",
            number="m23.2",
            citation=Citation(23, 1),
            modality=Modality.PROMOTE,
            criterion=Milestone(
                "业务专网与政务外网的对接整合", "special networks connected to and merged with the extranet"
            ),
            summary="推动不涉密的业务专网接入并整合到电子政务外网。",
            summary_en="Push for non-classified special networks to be connected to and merged with "
            "the extranet.",
            scope=Scope("非涉密业务专网", "special networks that carry no state secrets"),
            platforms=("电子政务外网",),
        ),
        Commitment(
            id="m23.3",
            number="m23.3",
            citation=Citation(23, 1),
            modality=Modality.DO,
            criterion=Trend("网络承载能力", "network capacity", Direction.UP),
            summary="让网络承载得更多。",
            summary_en="Raise the capacity of the network.",
            role=Role.OUTCOME,
        ),
        Commitment(
            id="m23.4",
            number="m23.4",
            citation=Citation(23, 1),
            modality=Modality.DO,
            criterion=Trend("全程网办事项的运行速度", "speed of the fully online services", Direction.UP),
            summary="让可以全程在网上办的事项跑得更快。",
            summary_en="Make the fully online services run faster.",
            role=Role.OUTCOME,
            scope=Scope("全程网办事项", "services handled online from start to finish"),
        ),
        Commitment(
            id="m23.5",
            number="m23.5",
            citation=Citation(23, 2),
            modality=Modality.DO,
            criterion=Recurring("“渝快办”使用体验评估", "assessment of how Yukuaiban is to use"),
            summary="对“渝快办”用起来怎样进行评估。",
            summary_en="Assess how the platform is to use.",
            platforms=("渝快办",),
            notes=("T19：间隔没有写；每年至少一次属推断。",),
            notes_en=("T19: The text gives no interval; at least once a year is an inference.",),
        ),
        Commitment(
            id="m23.6",
            number="m23.6",
            citation=Citation(23, 2),
            modality=Modality.DO,
            criterion=Trend("界面友好度", "friendliness of the interface", Direction.UP),
            summary="明显改善平台界面的友好程度。",
            summary_en="Make the interface a good deal friendlier.",
            role=Role.OUTCOME,
            platforms=("渝快办",),
            notes=("E14：“大幅度”没有数字，只判有没有提高。",),
            notes_en=(
                "E14: 'By a good deal' gives no number; only whether there is an improvement is judged.",
            ),
        ),
    ),
    names=(
        NamedTerm(
            "全程网办",
            "事项类别的名称，是适用范围",
            "the name of a class of services: the scope",
        ),
    ),
)

M24 = Measure(
    number=24,
    title="健全“渝快办”平台管理机制",
    title_en="Sound management of the Yukuaiban platform",
    commitments=(
        Commitment(
            id="m24.0",
            number="m24.0",
            citation=Citation(24, 0),
            modality=Modality.DO,
            criterion=Summary(),
            summary="把“渝快办”平台的管理机制健全起来。",
            summary_en="Make the management of the Yukuaiban platform complete.",
            role=Role.HEADING,
            platforms=("渝快办",),
        ),
        Commitment(
            id="m24.1",
            number="m24.1",
            citation=Citation(24, 1),
            modality=Modality.REFERENCE,
            criterion=Checklist(
                (
                    Item("服务事项", "services"),
                    Item("数据资源", "data resources"),
                    Item("运行维护", "operation and maintenance"),
                    Item("安全保障", "security"),
                ),
                closed=False,
            ),
            summary="依照市里的平台运行管理办法，把事项、数据、运维、安全等方面管得更规范。",
            summary_en="Following the municipal rules on running the platform, manage services, data, "
            "operation, security and the like by the book.",
            platforms=("渝快办",),
            instruments=("全市“渝快办”平台运行管理办法",),
            notes=("F4：读作“规范管理｜服务事项等”，属推断。",),
            notes_en=(
                "F4: Read as 'regulate and manage' followed by 'services and the rest', an inference.",
            ),
        ),
        Commitment(
            id="m24.2",
            number="m24.2",
            citation=Citation(24, 2),
            modality=Modality.PROMOTE,
            criterion=Milestone(
                "全县数据共享交换的体制机制", "county institutions for sharing and exchanging data"
            ),
            summary="加快建立本县共享和交换数据的体制机制。",
            summary_en="Speed up the county's institutions for sharing and exchanging data.",
            notes=("F14：数据共享在m23、m36另有表述，分开计。",),
            notes_en=(
                "F14: Data sharing is put in other words in measures 23 and 36; they are counted apart.",
            ),
        ),
        Commitment(
            id="m24.3",
            number="m24.3",
            citation=Citation(24, 2),
            modality=Modality.DO,
            criterion=Trend("数据共享交换效率", "efficiency of sharing and exchanging data", Direction.UP),
            summary="不断提高共享和交换数据的效率。",
            summary_en="Keep raising the efficiency of sharing and exchanging data.",
            figures=(Figure("持续提高", Quantifier.REPEATED),),
        ),
        Commitment(
            id="m24.4",
            number="m24.4",
            citation=Citation(24, 2),
            modality=Modality.DO,
            criterion=Milestone("完善的数据资源目录", "a complete catalogue of data resources"),
            summary="把数据资源目录补全改好。",
            summary_en="Complete the catalogue of data resources.",
            notes=("T19：“持续”是否也管本项没有写明；口径：只管效率（推断）。",),
            notes_en=(
                "T19: Whether 'keep' also governs this commitment the text does not make clear; the reading "
                "taken: it governs efficiency only (inference).",
            ),
        ),
    ),
    names=(
        NamedTerm(
            "全市", "地域范围，是市级办法名称的一部分", "the municipality: part of the name of its rules"
        ),
        NamedTerm("进一步", "“一步”不是数字", "'further': no number"),
    ),
)

SECTION = Section(
    id="2.1",
    title="全面提升政务服务水平",
    title_en="Better government services all round",
    lead_units=(
        unit.GOVERNMENT_SERVICES_OFFICE,
        unit.GOVERNMENT_SERVICES_CENTRE,
    ),
    measures=(M21, M22, M23, M24),
)
