"""三（一）全面提升监管执法水平: section 3.1, measures 33 to 37."""

from fractions import Fraction

from wushan_plan.model.citation import Citation
from wushan_plan.model.commitment import (
    Actor,
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
    AllOf,
    Ceiling,
    Checklist,
    Coverage,
    Direction,
    Discretion,
    Event,
    FullRate,
    Item,
    Milestone,
    Prohibition,
    Promptness,
    Quantity,
    Recurring,
    Summary,
    Trend,
)
from wushan_plan.model.facts import Fact, FactKind
from wushan_plan.model.modality import Modality
from wushan_plan.model.plan import Measure, Section
from wushan_plan.plan2021 import lead_units as unit

ENFORCERS = Actor("行政执法机关", "the enforcement authorities", inferred=True)

REPAIR_ELIGIBLE = Scope(
    "符合修复条件的企业",
    "enterprises that qualify for credit repair",
    condition=Fact(
        "eligible", "是否符合信用修复条件", "the enterprise qualifies for credit repair", FactKind.TRUTH
    ),
)

M33 = Measure(
    number=33,
    title="全面推进“双随机、一公开”监管",
    title_en="Random inspection with open results throughout",
    commitments=(
        Commitment(
            id="m33.0",
            number="m33.0",
            citation=Citation(33, 0),
            modality=Modality.PROMOTE,
            criterion=Summary(),
            summary="在各方面推进随机抽查、公开结果的监管。",
            summary_en="Promote inspection by random selection with open results throughout.",
            role=Role.HEADING,
            figures=(Figure("全面推进", Quantifier.ALL),),
            notes=("B2：“全面推进”不作硬性的百分之百。",),
            notes_en=("B2: 'Promote throughout' is no hard hundred per cent.",),
        ),
        Commitment(
            id="m33.1",
            number="m33.1",
            citation=Citation(33, 1),
            modality=Modality.DO,
            criterion=Milestone(
                "部门联合监管的联席会议发挥作用",
                "the joint meeting of market supervision departments at work",
            ),
            summary="让市场监管领域各部门的联席会议充分发挥作用。",
            summary_en="Make full use of the joint meeting of departments for market supervision.",
        ),
        Commitment(
            id="m33.2",
            number="m33.2",
            citation=Citation(33, 1),
            modality=Modality.GRADUAL,
            criterion=Trend(
                "参与联合抽查检查的成员单位",
                "member units that take part in joint inspections",
                Direction.UP,
                "个",
            ),
            summary="参与联合抽查的成员单位面一步步扩大。",
            summary_en="Gradually widen the share of member units that take part in joint inspections.",
            phrase="逐步扩大",
            figures=(Figure("逐步扩大", Quantifier.REPEATED),),
        ),
        Commitment(
            id="m33.3",
            number="m33.3",
            citation=Citation(33, 1),
            modality=Modality.PROMOTE,
            criterion=Recurring("部门联合抽查", "joint inspection by several departments"),
            summary="推进部门联合抽查成为常态。",
            summary_en="Promote joint inspections as a matter of routine.",
            phrase="常态化",
            figures=(Figure("常态化", Quantifier.REPEATED),),
            law=(
                SuperiorRule(
                    law="优化营商环境条例",
                    article=54,
                    zh="除特殊行业、重点领域外，市场监管的行政检查随机抽对象、随机派人员，事项和结果及时公开，"
                    "并尽可能合并或者联合抽查。",
                    en="Outside special sectors, market inspections pick objects and inspectors at random, "
                    "publish matters and results promptly, and are merged or joint where possible.",
                    relation=Relation.PARENT,
                ),
            ),
            notes=("T19：常态化没有周期，默认每年至少一次，属推断。",),
            notes_en=(
                "T19: 'As a matter of routine' gives no period; the default is at least once a year, an "
                "inference.",
            ),
        ),
        Commitment(
            id="m33.4",
            number="m33.4",
            citation=Citation(33, 2),
            modality=Modality.DO,
            criterion=Milestone("本县2021年联合抽查计划", "the county's plan of joint inspections for 2021"),
            summary="统筹制定全县当年的联合抽查计划。",
            summary_en="Draw up the county's plan of joint inspections for the year.",
            notes=("没有写制定日期；当年年底前有一份即可，属推断。",),
            notes_en=(
                "No date is given for drawing it up; one plan by the end of the year is enough, an "
                "inference.",
            ),
        ),
        Commitment(
            id="m33.5",
            number="m33.5",
            citation=Citation(33, 3),
            modality=Modality.PROMOTE,
            criterion=Milestone("检查对象的名录库", "a register of inspection objects"),
            summary="加快建好检查对象的名录库。",
            summary_en="Speed up a complete register of inspection objects.",
            instruments=("检查对象名录库",),
        ),
        Commitment(
            id="m33.6",
            number="m33.6",
            citation=Citation(33, 3),
            modality=Modality.PROMOTE,
            criterion=Milestone("执法检查人员的名录库", "a register of inspectors"),
            summary="加快建好执法检查人员的名录库。",
            summary_en="Speed up a complete register of inspectors.",
            instruments=("执法检查人员名录库",),
        ),
        Commitment(
            id="m33.7",
            number="m33.7",
            citation=Citation(33, 3),
            modality=Modality.DO,
            criterion=Recurring("两个名录库的更新", "update of the two registers"),
            summary="两个名录库随情况变化更新。",
            summary_en="Keep both registers up to date.",
            phrase="动态管理",
            instruments=("检查对象名录库", "执法检查人员名录库"),
            figures=(Figure("动态管理", Quantifier.REPEATED),),
            notes=("T19：动态管理没有周期，默认每年至少更新一次，属推断。",),
            notes_en=(
                "T19: 'Kept up to date' gives no period; the default is at least one update a year, an "
                "inference.",
            ),
        ),
    ),
    names=(
        NamedTerm("双随机、一公开", "“双”“一”是机制名称的一部分", "parts of the name of the mechanism"),
        NamedTerm("年度", "计划名称的一部分，不是期限", "part of the name of the plan, not a time limit"),
    ),
)

M34 = Measure(
    number=34,
    title="加强信用监管",
    title_en="Stronger supervision by credit",
    commitments=(
        Commitment(
            id="m34.0",
            number="m34.0",
            citation=Citation(34, 0),
            modality=Modality.DO,
            criterion=Summary(),
            summary="加强以信用为依据的监管。",
            summary_en="Strengthen supervision by credit.",
            role=Role.HEADING,
        ),
        Commitment(
            id="m34.1",
            number="m34.1",
            citation=Citation(34, 1),
            modality=Modality.REFERENCE,
            criterion=Milestone("市级工作方案在本县落实", "the municipal work plan applied in the county"),
            summary="落实市级关于信用分级分类监管的工作方案。",
            summary_en="Apply the municipal work plan on supervision by credit grade and class.",
            instruments=("深入推进信用分级分类监管工作方案",),
        ),
        Commitment(
            id="m34.2",
            number="m34.2",
            citation=Citation(34, 1),
            modality=Modality.DO,
            criterion=Milestone(
                "公共信用综合评价用于监管", "the public credit assessment used in supervision"
            ),
            summary="在监管中运用公共信用的综合评价。",
            summary_en="Use the comprehensive public credit assessment.",
        ),
        Commitment(
            id="m34.3",
            number="m34.3",
            citation=Citation(34, 1),
            modality=Modality.PROMOTE,
            criterion=Milestone(
                "按信用等级和类别区别监管", "supervision that differs by credit grade and class"
            ),
            summary="推进按信用等级、类别区别对待的监管。",
            summary_en="Promote supervision that differs by credit grade and class.",
        ),
        Commitment(
            id="m34.4",
            number="m34.4",
            citation=Citation(34, 2),
            modality=Modality.DO,
            criterion=Milestone(
                "商贸流通企业信用信息的征集共享机制",
                "a mechanism to collect and share credit information on trading enterprises",
            ),
            summary="建立征集、共享商贸流通企业信用信息的机制。",
            summary_en="Set up a mechanism to collect and share credit information on trading enterprises.",
        ),
        Commitment(
            id="m34.5",
            number="m34.5",
            citation=Citation(34, 2),
            modality=Modality.DO,
            criterion=Milestone("电商企业的客户信用管理制度", "rules on customer credit in e-commerce"),
            summary="健全电商企业管理客户信用的制度。",
            summary_en="Complete the rules on customer credit management in e-commerce.",
        ),
        Commitment(
            id="m34.6",
            number="m34.6",
            citation=Citation(34, 2),
            modality=Modality.DO,
            criterion=Milestone(
                "电商企业的交易信用评估制度", "rules on assessing transaction credit in e-commerce"
            ),
            summary="健全电商企业评估交易信用的制度。",
            summary_en="Complete the rules on assessing transaction credit in e-commerce.",
        ),
        Commitment(
            id="m34.7",
            number="m34.7",
            citation=Citation(34, 2),
            modality=Modality.DO,
            criterion=Milestone(
                "中介机构和从业人员的信用记录制度", "credit records of intermediaries and their staff"
            ),
            summary="完善记录中介机构及其人员信用的制度。",
            summary_en="Improve the rules on keeping credit records of intermediaries and their staff.",
        ),
        Commitment(
            id="m34.8",
            number="m34.8",
            citation=Citation(34, 2),
            modality=Modality.DO,
            criterion=Milestone(
                "中介机构和从业人员的信用披露制度",
                "disclosure of the credit of intermediaries and their staff",
            ),
            summary="完善披露中介机构及其人员信用的制度。",
            summary_en="Improve the rules on disclosing the credit of intermediaries and their staff.",
        ),
        Commitment(
            id="m34.9",
            number="m34.9",
            citation=Citation(34, 2),
            modality=Modality.DO,
            criterion=Milestone("广告业的信用分类管理制度", "rules on credit classes in advertising"),
            summary="为广告业制定按信用分类管理的制度。",
            summary_en="Draw up rules on management by credit class in advertising.",
        ),
        Commitment(
            id="m34.10",
            number="m34.10",
            citation=Citation(34, 3),
            modality=Modality.DO,
            criterion=Promptness(
                Event("符合修复条件", "enterprise qualifies", inferred=True),
                Event("完成信用修复", "credit repaired", inferred=True),
            ),
            summary="够条件的企业，及时给予信用修复。",
            summary_en="Repair the credit of qualifying enterprises promptly.",
            phrase="及时开展",
            beneficiary="符合修复条件的企业",
            beneficiary_en="enterprises that qualify for credit repair",
            scope=REPAIR_ELIGIBLE,
            figures=(Figure("及时开展", Quantifier.AT_ONCE),),
            notes=("T17：“及时”没有数字，只对照使用者给出的时限；起止时点属推断。",),
            notes_en=(
                "T17: 'Promptly' gives no number; judged only against a limit the caller supplies. Start "
                "and end are an inference.",
            ),
        ),
        Commitment(
            id="m34.11",
            number="m34.11",
            citation=Citation(34, 3),
            modality=Modality.DO,
            criterion=Checklist(
                (
                    Item("终止共享", "sharing ended"),
                    Item("终止公开", "publication ended"),
                ),
                closed=True,
            ),
            summary="够条件的企业，失信信息不再共享、不再公开。",
            summary_en="Stop sharing and publishing the bad-credit information of qualifying enterprises.",
            beneficiary="符合修复条件的企业",
            beneficiary_en="enterprises that qualify for credit repair",
            scope=REPAIR_ELIGIBLE,
            notes=("T17：“及时”是否也管到终止共享公开，原文没有写明；默认不管，属推断。",),
            notes_en=(
                "T17: Whether 'promptly' also reaches the end of sharing and publishing the text does not "
                "make clear; by default it does not, an inference.",
            ),
        ),
        Commitment(
            id="m34.12",
            number="m34.12",
            citation=Citation(34, 4),
            modality=Modality.DO,
            criterion=Milestone("政务诚信建设的加强措施", "steps to strengthen integrity in government"),
            summary="加强政务诚信建设。",
            summary_en="Strengthen integrity in government.",
        ),
        Commitment(
            id="government-default-clearance",
            number="m34.13",
            citation=Citation(34, 4),
            modality=Modality.DO,
            criterion=Coverage(
                "查出的拖欠账款、政策不兑现、承诺未履行等情况",
                "arrears, unkept policies, unkept promises and the like that were found",
                "件",
            ),
            summary="政府部门和事业单位欠市场主体的账、没兑现的政策、没履行的承诺等，一件不剩地清理。",
            summary_en="Clear every case of money owed to market entities, policies not honoured or promises "
            "not kept, and the like, by government departments and public institutions.",
            phrase="全面清理",
            beneficiary="市场主体",
            beneficiary_en="market entities",
            scope=Scope(
                "政府部门、事业单位的失信情况", "defaults of government departments and public institutions"
            ),
            figures=(Figure("全面清理", Quantifier.ALL),),
            notes=("F9：“全面”以查出的清单为全集，属推断；“等”使种类开放。",),
            notes_en=(
                "F9: 'Fully' takes the list of those found as the whole, an inference; 'and the like' "
                "leaves the kinds open.",
            ),
        ),
        Commitment(
            id="m34.14",
            number="m34.14",
            citation=Citation(34, 4),
            modality=Modality.DO,
            criterion=Recurring(
                "涉政府机构被执行人失信的专项治理",
                "special campaign on government bodies in default of judgments",
            ),
            summary="对政府机构成为失信被执行人的问题，一直开展专项治理。",
            summary_en="Keep up the special campaign on government bodies in default of judgments.",
            phrase="持续开展",
            figures=(Figure("持续开展", Quantifier.REPEATED),),
            notes=("T19：“持续”没有周期，默认每年至少一次，属推断。",),
            notes_en=("T19: 'Keep up' gives no period; the default is at least once a year, an inference.",),
        ),
    ),
)

M35 = Measure(
    number=35,
    title="强化“互联网+监管”",
    title_en="Stronger supervision over the internet",
    commitments=(
        Commitment(
            id="m35.0",
            number="m35.0",
            citation=Citation(35, 0),
            modality=Modality.DO,
            criterion=Summary(),
            summary="加强运用互联网的监管。",
            summary_en="Strengthen supervision over the internet.",
            role=Role.HEADING,
        ),
        Commitment(
            id="m35.1",
            number="m35.1",
            citation=Citation(35, 1),
            modality=Modality.PROMOTE,
            criterion=Milestone("平台建设取得进展", "progress in building the platform"),
            summary="继续深入建设监管平台。",
            summary_en="Push ahead with building the platform.",
            platforms=("互联网+监管",),
        ),
        Commitment(
            id="supervision-items-on-platform",
            number="m35.2",
            citation=Citation(35, 1),
            modality=Modality.PROMOTE,
            criterion=Coverage(
                "应当上平台的行业监管事项", "supervision items that belong on the platform", "项"
            ),
            summary="推动该上平台的行业监管事项一项不漏地上平台。",
            summary_en="Push for every supervision item that belongs on the platform to be put there.",
            phrase="应上尽上",
            platforms=("互联网+监管",),
            figures=(Figure("应上尽上", Quantifier.ALL),),
            notes=("E16：哪些事项应上由行业部门认定，使用者提供。",),
            notes_en=(
                "E16: Which items belong on the platform the departments of each industry determine; the "
                "caller supplies them.",
            ),
        ),
        Commitment(
            id="m35.3",
            number="m35.3",
            citation=Citation(35, 1),
            modality=Modality.PROMOTE,
            criterion=Recurring("平台监管事项的增减更新", "update of the supervision items on the platform"),
            summary="推动平台上的监管事项随变化增减。",
            summary_en="Push for the supervision items on the platform to be kept up to date.",
            phrase="动态管理",
            platforms=("互联网+监管",),
            figures=(Figure("动态管理", Quantifier.REPEATED),),
            notes=("T19：动态管理没有周期，默认每年至少一次，属推断。",),
            notes_en=(
                "T19: 'Kept up to date' gives no period; the default is at least once a year, an inference.",
            ),
        ),
        Commitment(
            id="m35.4",
            number="m35.4",
            citation=Citation(35, 2),
            modality=Modality.DO,
            criterion=Milestone(
                "监管数据归集整合的加强措施", "steps to gather and integrate supervision data"
            ),
            summary="加强监管数据的归集和整合。",
            summary_en="Gather and integrate supervision data better.",
        ),
        Commitment(
            id="m35.5",
            number="m35.5",
            citation=Citation(35, 2),
            modality=Modality.DO,
            criterion=Promptness(
                Event("数据产生", "data arises", inferred=True),
                Event("汇聚到平台", "data gathered", inferred=True),
            ),
            summary="重点领域的监管数据一产生就汇聚起来。",
            summary_en="Gather data on key fields of supervision in real time.",
            phrase="实时汇聚",
            scope=Scope(
                "重点监管领域的数据：司法判决、违法失信和抽检抽查等",
                "data of key fields: judgments, unlawful and dishonest conduct, spot checks and the like",
            ),
            figures=(Figure("实时汇聚", Quantifier.AT_ONCE),),
            notes=("T18：“实时”没有数字，只对照使用者给出的时限；起止时点属推断。",),
            notes_en=(
                "T18: 'In real time' gives no number; judged only against a limit the caller supplies. "
                "Start and end are an inference.",
            ),
        ),
        Commitment(
            id="m35.6",
            number="m35.6",
            citation=Citation(35, 2),
            modality=Modality.DO,
            criterion=Promptness(
                Event("第三方信息产生", "third-party information arises", inferred=True),
                Event("接入平台", "information fed in", inferred=True),
            ),
            summary="第三方信息同时接进来。",
            summary_en="Feed in third-party information at the same time.",
            phrase="同步接入",
            scope=Scope(
                "第三方信息：社会上的咨询投诉和互联网信息等",
                "third-party information: enquiries and complaints, the internet and the like",
            ),
            figures=(Figure("同步接入", Quantifier.AT_ONCE),),
            notes=("T18：“同步”没有数字，只对照使用者给出的时限；起止时点属推断。",),
            notes_en=(
                "T18: 'At the same time' gives no number; judged only against a limit the caller supplies. "
                "Start and end are an inference.",
            ),
        ),
        Commitment(
            id="m35.7",
            number="m35.7",
            citation=Citation(35, 3),
            modality=Modality.DO,
            criterion=Milestone("监管数据的分析和使用", "analysis and use of supervision data"),
            summary="加强分析和使用监管数据。",
            summary_en="Analyse and use supervision data more.",
        ),
        Commitment(
            id="m35.8",
            number="m35.8",
            citation=Citation(35, 3),
            modality=Modality.DO,
            criterion=Checklist(
                (
                    Item("风险预警", "risk warnings"),
                    Item("线索推送", "pushing of leads"),
                ),
                closed=False,
            ),
            summary="用平台做到预警风险、推送线索等。",
            summary_en="Use the platform for risk warnings, the pushing of leads and the like.",
            platforms=("互联网+监管",),
        ),
        Commitment(
            id="m35.9",
            number="m35.9",
            citation=Citation(35, 4),
            modality=Modality.DO,
            criterion=Checklist(
                (
                    Item("远程监管", "remote supervision"),
                    Item("移动监管", "mobile supervision"),
                ),
                closed=True,
            ),
            summary="推行不到现场的监管，主要是远程和移动两种。",
            summary_en="Introduce off-site supervision, marked by remote and mobile supervision.",
        ),
        Commitment(
            id="m35.10",
            number="m35.10",
            citation=Citation(35, 4),
            modality=Modality.DO,
            criterion=Trend("监管的精准化水平", "precision of supervision", Direction.UP),
            summary="监管更精准。",
            summary_en="Make supervision more precise.",
            role=Role.OUTCOME,
            notes=("E18：精准和智能两项分别判定，都要提升。",),
            notes_en=("E18: 'Precise' and 'intelligent' are judged apart, and both must rise.",),
        ),
        Commitment(
            id="m35.11",
            number="m35.11",
            citation=Citation(35, 4),
            modality=Modality.DO,
            criterion=Trend("监管的智能化水平", "use of intelligent technology in supervision", Direction.UP),
            summary="监管更智能。",
            summary_en="Make supervision more intelligent.",
            role=Role.OUTCOME,
            notes=("E18：精准和智能两项分别判定，都要提升。",),
            notes_en=("E18: 'Precise' and 'intelligent' are judged apart, and both must rise.",),
        ),
        Commitment(
            id="m35.12",
            number="m35.12",
            citation=Citation(35, 5),
            modality=Modality.DO,
            criterion=Milestone("平台使用的规范", "orderly use of the platform"),
            summary="规范监管平台的使用。",
            summary_en="Put the use of the platform in order.",
            platforms=("互联网+监管",),
        ),
        Commitment(
            id="supervision-list-rate",
            number="m35.13",
            citation=Citation(35, 5),
            modality=Modality.TARGET,
            criterion=FullRate(
                Quantity("items_sorted", "已梳理完成的监管事项", "supervision items sorted out", "项"),
                Quantity("items_due", "应梳理的监管事项", "supervision items to be sorted out", "项"),
            ),
            summary="行业监管事项的清单全部梳理完。",
            summary_en="All supervision items are sorted out in the list.",
            phrase="达100%",
            is_target=True,
            platforms=("互联网+监管",),
            figures=(Figure("100%", Fraction(1)),),
            notes=(
                "B3：“推动实现”弱于“应”，没有达到只是未达目标。",
                "E3：四个率各自判定，不取平均；分母为零时无数据，属推断。",
            ),
            notes_en=(
                "B3: 'Push to achieve' is weaker than 'shall'; falling short is only a missed target.",
                "E3: The four rates are judged each for itself, without a mean; a zero denominator is no "
                "data, an inference.",
            ),
        ),
        Commitment(
            id="supervision-data-rate",
            number="m35.14",
            citation=Citation(35, 5),
            modality=Modality.TARGET,
            criterion=FullRate(
                Quantity("records_gathered", "已归集的监管信息", "supervision records gathered", "条"),
                Quantity("records_due", "应归集的监管信息", "supervision records to be gathered", "条"),
            ),
            summary="应归集的监管信息全部归集。",
            summary_en="All supervision records are gathered.",
            phrase="达100%",
            is_target=True,
            platforms=("互联网+监管",),
            figures=(Figure("100%", Fraction(1)),),
            notes=("B3、E3：同m35.13。",),
            notes_en=("B3, E3: As for m35.13.",),
        ),
        Commitment(
            id="complaint-handling-rate",
            number="m35.15",
            citation=Citation(35, 5),
            modality=Modality.TARGET,
            criterion=FullRate(
                Quantity("complaints_handled", "已处理的投诉举报", "complaints and reports handled", "件"),
                Quantity("complaints_received", "收到的投诉举报", "complaints and reports received", "件"),
            ),
            summary="收到的投诉举报件件处理。",
            summary_en="All complaints and reports are handled.",
            phrase="达100%",
            is_target=True,
            platforms=("互联网+监管",),
            figures=(Figure("100%", Fraction(1)),),
            notes=("B3、E3：同m35.13；“处理”读作办结，属推断。",),
            notes_en=("B3, E3: As for m35.13; 'handled' is read as settled, an inference.",),
        ),
        Commitment(
            id="joint-response-rate",
            number="m35.16",
            citation=Citation(35, 5),
            modality=Modality.TARGET,
            criterion=FullRate(
                Quantity(
                    "requests_answered",
                    "已响应的协同监管请求",
                    "requests for joint supervision answered",
                    "件",
                ),
                Quantity(
                    "requests_received", "收到的协同监管请求", "requests for joint supervision received", "件"
                ),
            ),
            summary="协同监管的请求件件响应。",
            summary_en="All requests for joint supervision are answered.",
            phrase="达100%",
            is_target=True,
            platforms=("互联网+监管",),
            figures=(Figure("100%", Fraction(1)),),
            notes=("B3、E3：同m35.13；“响应”读作作出答复，属推断。",),
            notes_en=("B3, E3: As for m35.13; 'answered' is read as a reply being given, an inference.",),
        ),
    ),
    names=(NamedTerm("第三方", "“三”是名称的一部分", "'third' is part of a name"),),
)

M36 = Measure(
    number=36,
    title="严格规范执法行为",
    title_en="Strict and orderly enforcement",
    commitments=(
        Commitment(
            id="m36.0",
            number="m36.0",
            citation=Citation(36, 0),
            modality=Modality.DO,
            criterion=Summary(),
            summary="严格规范执法。",
            summary_en="Keep enforcement strict and orderly.",
            role=Role.HEADING,
        ),
        Commitment(
            id="enforcement-publicity-system",
            number="m36.1",
            citation=Citation(36, 1),
            modality=Modality.DO,
            criterion=Coverage("行政执法机关", "enforcement authorities", "个"),
            summary="公示执法的制度在各执法机关都落实。",
            summary_en="The rules on publishing enforcement are applied throughout.",
            phrase="全面落实",
            instruments=("行政执法公示制度",),
            figures=(Figure("全面落实", Quantifier.ALL),),
            notes=("F7：制度的落实按执法机关计，结果另计（m36.4），不重复；全集属推断。",),
            notes_en=(
                "F7: Applying the rules is counted by enforcement authority, the result apart (m36.4), so "
                "that nothing counts twice; what the whole consists of is an inference.",
            ),
        ),
        Commitment(
            id="enforcement-recording-system",
            number="m36.2",
            citation=Citation(36, 1),
            modality=Modality.DO,
            criterion=Coverage("行政执法机关", "enforcement authorities", "个"),
            summary="执法全过程记录的制度在各执法机关都落实。",
            summary_en="The rules on recording the whole of enforcement are applied throughout.",
            phrase="全面落实",
            instruments=("执法全过程记录制度",),
            figures=(Figure("全面落实", Quantifier.ALL),),
            notes=("F7：制度的落实按执法机关计，结果另计（m36.5），不重复；全集属推断。",),
            notes_en=(
                "F7: Applying the rules is counted by enforcement authority, the result apart (m36.5), so "
                "that nothing counts twice; what the whole consists of is an inference.",
            ),
        ),
        Commitment(
            id="legal-review-system",
            number="m36.3",
            citation=Citation(36, 1),
            modality=Modality.DO,
            criterion=Coverage("行政执法机关", "enforcement authorities", "个"),
            summary="重大执法决定先过法制审核的制度，在各执法机关都落实。",
            summary_en="The rules on legal review of major enforcement decisions are applied throughout.",
            phrase="全面落实",
            instruments=("重大执法决定法制审核制度",),
            figures=(Figure("全面落实", Quantifier.ALL),),
            notes=("F7：制度的落实按执法机关计，结果另计（m36.6），不重复；全集属推断。",),
            notes_en=(
                "F7: Applying the rules is counted by enforcement authority, the result apart (m36.6), so "
                "that nothing counts twice; what the whole consists of is an inference.",
            ),
        ),
        Commitment(
            id="m36.4",
            number="m36.4",
            citation=Citation(36, 1),
            modality=Modality.DO,
            criterion=AllOf(
                (
                    Promptness(
                        Event("执法信息产生", "enforcement information arises", inferred=True),
                        Event("公示", "published"),
                    ),
                    Ceiling(
                        Quantity("errors", "公示信息的差错", "errors in what is published", "处"), most=0
                    ),
                )
            ),
            summary="执法信息公示得及时，也公示得准确。",
            summary_en="Enforcement information is published promptly and accurately.",
            phrase="及时准确公示",
            figures=(Figure("及时准确公示", Quantifier.AT_ONCE),),
            law=(
                SuperiorRule(
                    law="优化营商环境条例",
                    article=58,
                    zh="执法机关落实三项制度，执法信息公示同样以及时、准确为结果。",
                    en="Enforcement authorities apply the three systems, with the same result: prompt and "
                    "accurate publication.",
                    relation=Relation.PARENT,
                ),
            ),
            notes=(
                "T17：“及时”没有数字，只对照使用者给出的时限；起点属推断。",
                "E18：“及时”“准确”两项都要满足；准确读作没有差错，属推断。",
            ),
            notes_en=(
                "T17: 'Promptly' gives no number; judged only against a limit the caller supplies. The "
                "start is an inference.",
                "E18: Both 'promptly' and 'accurately' must hold; 'accurately' is read as without errors, "
                "an inference.",
            ),
        ),
        Commitment(
            id="enforcement-traceability",
            number="m36.5",
            citation=Citation(36, 1),
            modality=Modality.TARGET,
            criterion=Coverage(
                "行政执法案件",
                "enforcement cases",
                "件",
                conditions=(
                    ("全过程留痕", "a record of the whole process"),
                    ("可回溯管理", "management that can be traced back"),
                ),
            ),
            summary="每件执法案件从头到尾有记录，管理上可以回溯。",
            summary_en="Every enforcement case leaves a record throughout and can be traced back.",
            phrase="全过程留痕",
            figures=(Figure("全过程留痕", Quantifier.ALL),),
            law=(
                SuperiorRule(
                    law="优化营商环境条例",
                    article=58,
                    zh="同样要求执法全过程有记录、可回溯。",
                    en="The same: a record of the whole process that can be traced back.",
                    relation=Relation.PARENT,
                ),
            ),
            notes=("E16：以全部执法案件为全集，属推断。",),
            notes_en=("E16: All enforcement cases are taken as the whole, an inference.",),
        ),
        Commitment(
            id="legal-review-coverage",
            number="m36.6",
            citation=Citation(36, 1),
            modality=Modality.TARGET,
            criterion=Coverage("重大行政执法决定", "major enforcement decisions", "件"),
            summary="重大执法决定件件经过法制审核。",
            summary_en="Every major enforcement decision passes legal review.",
            phrase="法制审核全覆盖",
            is_target=True,
            figures=(Figure("全覆盖", Quantifier.ALL),),
            law=(
                SuperiorRule(
                    law="优化营商环境条例",
                    article=58,
                    zh="同样要求重大执法决定的法制审核没有遗漏。",
                    en="The same: legal review of every major enforcement decision.",
                    relation=Relation.PARENT,
                ),
            ),
            notes=("E16：何为“重大”在正文以外界定，由使用者提供。",),
            notes_en=("E16: What is 'major' is defined outside the text; the caller supplies it.",),
        ),
        Commitment(
            id="m36.7",
            number="m36.7",
            citation=Citation(36, 2),
            modality=Modality.DO,
            criterion=Milestone("部门间数据的共享和交换", "data shared and exchanged between departments"),
            summary="加强部门之间的数据共享和交换。",
            summary_en="Share and exchange data between departments more.",
        ),
        Commitment(
            id="m36.8",
            number="m36.8",
            citation=Citation(36, 2),
            modality=Modality.DO,
            criterion=Checklist(
                (
                    Item("抽查情况", "spot checks"),
                    Item("查处结果", "results of investigation and punishment"),
                ),
                closed=False,
            ),
            summary="抽查、查处等数据列进政务数据资源目录。",
            summary_en="Enter data on spot checks, results and the like in the catalogue of government data.",
            instruments=("政务数据资源目录",),
        ),
        Commitment(
            id="m36.9",
            number="m36.9",
            citation=Citation(36, 2),
            modality=Modality.DO,
            criterion=Promptness(
                Event("数据产生", "data arises", inferred=True),
                Event("向社会公示", "published"),
            ),
            summary="上述数据及时对社会公示。",
            summary_en="Publish these data promptly.",
            phrase="及时向社会公示",
            figures=(Figure("及时", Quantifier.AT_ONCE),),
            notes=("T17：“及时”没有数字，只对照使用者给出的时限；起点属推断。",),
            notes_en=(
                "T17: 'Promptly' gives no number; judged only against a limit the caller supplies. The "
                "start is an inference.",
            ),
        ),
        Commitment(
            id="m36.10",
            number="m36.10",
            citation=Citation(36, 2),
            modality=Modality.DO,
            criterion=Trend(
                "监管执法信息的公开率", "share of enforcement information published", Direction.UP
            ),
            summary="监管执法信息公开的比率提高。",
            summary_en="Publish a larger share of supervision and enforcement information.",
            role=Role.OUTCOME,
            notes=("E14：以上一可比期间为基准，严格提高；没有写到多少。",),
            notes_en=(
                "E14: Against the previous comparable period, strictly more; the text does not say by how "
                "much.",
            ),
        ),
        Commitment(
            id="m36.11",
            number="m36.11",
            citation=Citation(36, 3),
            modality=Modality.DO,
            criterion=Milestone(
                "行政处罚的裁量基准得到落实", "the standards for discretion in penalties applied"
            ),
            summary="落实处罚的裁量基准。",
            summary_en="Apply the standards for discretion in administrative penalties.",
            instruments=("行政处罚裁量基准",),
        ),
        Commitment(
            id="m36.12",
            number="m36.12",
            citation=Citation(36, 3),
            modality=Modality.DO,
            criterion=Milestone("自由裁量权的行使得到规范", "discretion kept in order"),
            summary="规范行政机关的自由裁量。",
            summary_en="Keep administrative discretion in order.",
        ),
    ),
    names=(NamedTerm("执法全过程记录制度", "制度的名称", "the name of a system"),),
)

M37 = Measure(
    number=37,
    title="探索实施包容审慎监管",
    title_en="Exploring tolerant and prudent supervision",
    commitments=(
        Commitment(
            id="m37.0",
            number="m37.0",
            citation=Citation(37, 0),
            modality=Modality.EXPLORE,
            criterion=Summary(),
            summary="探索包容而审慎的监管。",
            summary_en="Explore tolerant and prudent supervision.",
            role=Role.HEADING,
            notes=("A5：标题写“探索实施”，正文写“实行”，以正文为准。",),
            notes_en=("A5: The heading says 'explore', the body 'carry out'; the body decides.",),
        ),
        Commitment(
            id="m37.1",
            number="m37.1",
            citation=Citation(37, 1),
            modality=Modality.DO,
            criterion=Milestone(
                "对新技术等的包容审慎监管", "tolerant and prudent supervision of what is new"
            ),
            summary="对新出现的技术、产业、业态、模式等，监管既包容又审慎。",
            summary_en="Supervise new technologies, industries, forms of business, models and the like with "
            "tolerance and prudence.",
            scope=Scope(
                "新技术和新产业，以及新业态和新模式等",
                "new technologies, new industries, new forms of business, new models and the like",
            ),
            law=(
                SuperiorRule(
                    law="优化营商环境条例",
                    article=55,
                    zh="同样要求包容审慎、分类立规，并要确保质量和安全，不得一禁了之或者不管。",
                    en="The same tolerant and prudent supervision with rules by category; quality and safety "
                    "are kept, and neither a plain ban nor no supervision is allowed.",
                    relation=Relation.PARENT,
                ),
            ),
        ),
        Commitment(
            id="m37.2",
            number="m37.2",
            citation=Citation(37, 1),
            modality=Modality.DO,
            criterion=Milestone("分类制定的监管规则和标准", "rules and standards of supervision by category"),
            summary="按各自的性质和特点，分类定出监管规则和标准。",
            summary_en="Draw up rules and standards by category, to suit their nature and features.",
        ),
        Commitment(
            id="m37.3",
            number="m37.3",
            citation=Citation(37, 1),
            modality=Modality.DO,
            criterion=Milestone("分类监管规则和标准的实行", "rules and standards by category in use"),
            summary="按定出的分类规则和标准来监管。",
            summary_en="Put these rules and standards into practice.",
        ),
        Commitment(
            id="m37.4",
            number="m37.4",
            citation=Citation(37, 1),
            modality=Modality.EXPLORE,
            criterion=Milestone("沙盒监管的探索", "a documented attempt at sandbox supervision"),
            summary="探索沙盒监管。",
            summary_en="Explore sandbox supervision.",
            notes=("B8：探索事项，有记录的尝试即为达到。",),
            notes_en=("B8: An exploration: a recorded attempt meets it.",),
        ),
        Commitment(
            id="m37.5",
            number="m37.5",
            citation=Citation(37, 1),
            modality=Modality.EXPLORE,
            criterion=Milestone("触发式监管的探索", "a documented attempt at triggered supervision"),
            summary="探索触发式监管。",
            summary_en="Explore supervision that is triggered by events.",
            notes=("B8：探索事项，有记录的尝试即为达到。",),
            notes_en=("B8: An exploration: a recorded attempt meets it.",),
        ),
        Commitment(
            id="m37.6",
            number="m37.6",
            citation=Citation(37, 1),
            modality=Modality.EXPLORE,
            criterion=Milestone(
                "没有事就不打扰的探索", "a documented attempt at leaving those alone who give no cause"
            ),
            summary="探索没有事由就不去打扰。",
            summary_en="Explore leaving those undisturbed who give no cause.",
            instruments=("无事不扰",),
            notes=("B8：只在已采用的试点之内有约束，否则有记录的尝试即为达到。",),
            notes_en=(
                "B8: Binding only within a pilot that has been adopted; otherwise a recorded attempt meets "
                "it.",
            ),
        ),
        Commitment(
            id="m37.7",
            number="m37.7",
            citation=Citation(37, 1),
            modality=Modality.EXPLORE,
            criterion=Milestone(
                "没有举报就不去现场的探索", "a documented attempt at no on-site check without a report"
            ),
            summary="探索没人举报就不到现场核查。",
            summary_en="Explore making no on-site check without a report.",
            instruments=("无举报不实地核查",),
            notes=(
                "B8：只在已采用的试点之内有约束，否则有记录的尝试即为达到。",
                "“等”使创新的种类开放，其他创新也可探索。",
            ),
            notes_en=(
                "B8: Binding only within a pilot that has been adopted; otherwise a recorded attempt meets "
                "it.",
                "'And the like' leaves the kinds of innovation open; others may be explored as well.",
            ),
        ),
        Commitment(
            id="m37.8",
            number="m37.8",
            citation=Citation(37, 2),
            modality=Modality.DO,
            criterion=Milestone("免罚清单制度得到落实", "the list of exempt offences in use"),
            summary="落实免罚清单的制度。",
            summary_en="Apply the list of offences that go unpunished.",
            actor=ENFORCERS,
            instruments=("免罚清单",),
        ),
        Commitment(
            id="m37.9",
            number="m37.9",
            citation=Citation(37, 2),
            modality=Modality.GRADUAL,
            criterion=Trend("免罚清单的事项数", "offences on the list", Direction.UP, "项"),
            summary="列进免罚清单的轻微违法经营行为一步步增多。",
            summary_en="Gradually widen the list of minor business offences that go unpunished.",
            phrase="逐步扩大",
            actor=ENFORCERS,
            instruments=("免罚清单",),
            figures=(Figure("逐步扩大", Quantifier.REPEATED),),
        ),
        Commitment(
            id="minor-offence-exemption",
            number="m37.10",
            citation=Citation(37, 2),
            modality=Modality.ENTITLEMENT,
            criterion=Discretion(
                "对符合条件的轻微违法免予处罚", "to waive the penalty for a qualifying minor offence"
            ),
            summary="够条件的，执法机关可以不罚。",
            summary_en="Where the conditions are met, the authority may waive the penalty.",
            phrase="可免予",
            actor=ENFORCERS,
            scope=Scope(
                "符合免罚条件的轻微违法经营行为",
                "minor business offences that meet the conditions",
                condition=Fact(
                    "eligible", "是否符合免罚条件", "the offence meets the conditions", FactKind.TRUTH
                ),
            ),
            figures=(Figure("免予", Quantifier.ZERO),),
            law=(
                SuperiorRule(
                    law="中华人民共和国行政处罚法",
                    article=33,
                    zh="轻微、及时改正且没有后果的，或者证明没有主观过错的，一律不罚；初次违法、后果轻微并及时改正的，"
                    "可以不罚。",
                    en="No penalty for a minor offence that was corrected in time and did no harm, nor where "
                    "absence of fault is proved; for a first offence with slight harm, corrected in time, "
                    "the penalty may be waived.",
                    relation=Relation.DIFFERENT_SCOPE,
                ),
            ),
            notes=(
                "B7：“可”是执法机关的权力，不行使不算违反。",
                "处罚法第33条有的情形是必须不罚，比本句的“可”更强，应先适用法律。",
            ),
            notes_en=(
                "B7: 'May' is a power of the enforcement authority; not using it breaks nothing.",
                "In some cases article 33 of the Administrative Penalty Law forbids a penalty, which is "
                "stronger than 'may' here; the law applies first.",
            ),
        ),
        Commitment(
            id="m37.11",
            number="m37.11",
            citation=Citation(37, 3),
            modality=Modality.EXPLORE,
            criterion=Milestone("不采取强制措施的事项清单", "a list of cases without coercive measures"),
            summary="探索列出哪些情形不采取强制措施。",
            summary_en="Explore a list of cases in which no coercive measures are taken.",
            instruments=("不予实施行政强制措施清单",),
            notes=("B8：探索事项，有记录的尝试即为达到。",),
            notes_en=("B8: An exploration: a recorded attempt meets it.",),
        ),
        Commitment(
            id="coercive-measures",
            number="m37.12",
            citation=Citation(37, 3),
            modality=Modality.MUST_NOT,
            criterion=Prohibition(
                "非强制手段足够而仍采取的强制措施",
                "coercive measures taken though milder means were enough",
                "次",
            ),
            summary="不用强制也能达到管理目的的，不能动用强制措施。",
            summary_en="Where milder means reach the purpose, no coercive measure may be taken.",
            phrase="不得实施",
            actor=ENFORCERS,
            scope=Scope(
                "非强制手段足以达到行政管理目的的情形",
                "cases in which non-coercive means reach the administrative purpose",
                condition=Fact(
                    "milder_means_suffice",
                    "非强制手段能否达到管理目的",
                    "non-coercive means reach the purpose",
                    FactKind.TRUTH,
                ),
            ),
            figures=(Figure("不得", Quantifier.ZERO),),
            law=(
                SuperiorRule(
                    law="中华人民共和国行政强制法",
                    article=5,
                    zh="行政强制要适当；非强制手段够用的，既不能设定也不能实施行政强制。",
                    en="Coercion is to be fitting; where non-coercive means suffice, it may be neither "
                    "provided for nor applied.",
                    relation=Relation.PARENT,
                ),
                SuperiorRule(
                    law="优化营商环境条例",
                    article=59,
                    zh="推广非强制性手段；够用的就不能实施行政强制，情节轻微或者危害较小的可以不实施。",
                    en="Non-coercive means are preferred; where they suffice no coercion may be applied, "
                    "and in slight cases it may be left out.",
                    relation=Relation.PARENT,
                ),
            ),
            notes=(
                "不因前半句的“探索”而减弱，本来就是法律的要求。",
                "禁止的对象写“行政强制措施”，比后半句和法律的“行政强制”窄。",
            ),
            notes_en=(
                "Not weakened by 'explore' in the first half; the law requires it in any case.",
                "What is forbidden is called 'administrative coercive measures', which is narrower than "
                "'administrative coercion' in the second half and in the law.",
            ),
        ),
        Commitment(
            id="m37.13",
            number="m37.13",
            citation=Citation(37, 3),
            modality=Modality.MUST,
            criterion=Prohibition("超出必需范围的行政强制", "coercion beyond what is necessary", "次"),
            summary="确有必要强制的，只能在必需的范围之内。",
            summary_en="Where coercion is really needed, it is confined to what is necessary.",
            actor=ENFORCERS,
            scope=Scope(
                "确有必要实施行政强制的情形",
                "cases in which coercion is really needed",
                condition=Fact(
                    "coercion_needed", "是否确需实施行政强制", "coercion is really needed", FactKind.TRUTH
                ),
            ),
        ),
        Commitment(
            id="m37.14",
            number="m37.14",
            citation=Citation(37, 3),
            modality=Modality.MUST,
            criterion=Milestone(
                "已采取办法减少强制对生产经营的影响",
                "steps taken to lessen the effect of coercion on business",
            ),
            summary="实施强制时，尽量少影响市场主体正常的生产经营。",
            summary_en="When coercion is applied, its effect on the normal business of market entities is "
            "kept as small as possible.",
            actor=ENFORCERS,
            beneficiary="市场主体",
            beneficiary_en="market entities",
            scope=Scope(
                "确有必要实施行政强制的情形",
                "cases in which coercion is really needed",
                condition=Fact(
                    "coercion_needed", "是否确需实施行政强制", "coercion is really needed", FactKind.TRUTH
                ),
            ),
            law=(
                SuperiorRule(
                    law="优化营商环境条例",
                    article=59,
                    zh="确需强制的，同样应当尽量减少对市场主体的影响。",
                    en="The same: where coercion is needed, its effect on market entities is kept small.",
                    relation=Relation.PARENT,
                ),
            ),
            notes=("“应当”承前管到本分句，属推断；“尽可能”是尽力，不量化。",),
            notes_en=(
                "That 'shall' reaches this clause from before is an inference; 'as far as possible' asks "
                "for effort and is not quantified.",
            ),
        ),
    ),
    names=(
        NamedTerm("无事不扰", "监管创新的名称", "the name of a way of supervising"),
        NamedTerm("无举报不实地核查", "监管创新的名称", "the name of a way of supervising"),
        NamedTerm("免罚清单", "清单的名称，“免”不是数值", "the name of a list, not a figure"),
        NamedTerm("尽可能", "程度词，没有数字", "a word of degree without a number"),
    ),
)

SECTION = Section(
    id="3.1",
    title="全面提升监管执法水平",
    title_en="Better supervision and enforcement throughout",
    lead_units=(unit.MARKET_REGULATION,),
    measures=(M33, M34, M35, M36, M37),
)
