"""一（五）推动招标投标开放公平: section 1.5, measures 16 to 19."""

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
    Checklist,
    Coverage,
    Direction,
    Event,
    Item,
    Milestone,
    Promptness,
    Recurring,
    Summary,
    Trend,
)
from wushan_plan.model.modality import Modality
from wushan_plan.model.periods import WorkingDays
from wushan_plan.model.plan import Measure, Section
from wushan_plan.plan2021 import lead_units as unit

TENDERER = Actor("招标人", "whoever invites tenders", inferred=True)
SUPERVISION = Actor("行政监督部门", "the administrative supervision departments", inferred=True)

# Not the 小低项目 of measure 25: another term, with bounds of its own (register F1).
SIMPLE_PROJECT = Scope("低风险简易工程建设项目", "simple low-risk construction projects")
SIMPLE_PROJECT_INFERRED = Scope(
    "低风险简易工程建设项目", "simple low-risk construction projects", inferred=True
)

M16 = Measure(
    number=16,
    title="深入推进“互联网+招标投标”",
    title_en="Push on with tendering over the internet",
    commitments=(
        Commitment(
            id="m16.0",
            number="m16.0",
            citation=Citation(16, 0),
            modality=Modality.PROMOTE,
            criterion=Summary(),
            summary="深入推动在互联网上招标投标。",
            summary_en="Push on with tendering over the internet.",
            role=Role.HEADING,
        ),
        Commitment(
            id="m16.1",
            number="m16.1",
            citation=Citation(16, 1),
            modality=Modality.DO,
            criterion=Milestone(
                "与市电子招投标系统的连接", "a connection to the municipal e-tendering system"
            ),
            summary="接到市里统一的招标投标电子系统上。",
            summary_en="Connect to the uniform electronic tendering system of the municipality.",
            platforms=("电子招标投标系统",),
        ),
        Commitment(
            id="m16.2",
            number="m16.2",
            citation=Citation(16, 1),
            modality=Modality.DO,
            criterion=Milestone("加入市招投标交易网", "membership of the municipal tendering network"),
            summary="加入市里的招标投标交易网络。",
            summary_en="Join the municipality's single network for tendering.",
            platforms=("一张网",),
        ),
        Commitment(
            id="electronic-tendering",
            number="m16.3",
            citation=Citation(16, 2),
            modality=Modality.DO,
            criterion=Coverage(
                "招标投标环节",
                "steps of tendering",
                "个",
                conditions=(("已电子化", "done electronically"),),
            ),
            summary="招标投标的各个环节全部推行电子化。",
            summary_en="Carry out every step of tendering electronically.",
            phrase="全流程电子化",
            figures=(
                Figure("全面推行", Quantifier.ALL),
                Figure("全流程", Quantifier.ALL),
            ),
            notes=(
                "B2：“全面”接推行，不作量化目标。",
                "E16：环节清单由使用者提供；管全部项目还是只管依法必须招标的，正文没有写。",
            ),
            notes_en=(
                "B2: 'Fully' stands with 'carry out' here and makes no quantified target.",
                "E16: The caller supplies the list of steps; whether all projects are meant, or only those "
                "that must be put out to tender by law, the text does not say.",
            ),
        ),
        Commitment(
            id="m16.4",
            number="m16.4",
            citation=Citation(16, 2),
            modality=Modality.PROMOTE,
            criterion=Milestone("不见面开标系统", "a system for opening bids without meeting"),
            summary="加快推动不见面开标的系统。",
            summary_en="Speed up the system for opening bids without meeting.",
            platforms=("不见面开标",),
        ),
        Commitment(
            id="m16.5",
            number="m16.5",
            citation=Citation(16, 2),
            modality=Modality.PROMOTE,
            criterion=Milestone("异地远程评标系统", "a system for evaluating bids remotely from elsewhere"),
            summary="加快推动在异地远程评标的系统。",
            summary_en="Speed up the system for evaluating bids remotely from elsewhere.",
            platforms=("远程异地评标",),
            notes=("F14：m12也有异地电子评审，分开计。",),
            notes_en=(
                "F14: Measure 12 has electronic evaluation from other places as well; the two are counted "
                "apart.",
            ),
        ),
        Commitment(
            id="m16.6",
            number="m16.6",
            citation=Citation(16, 3),
            modality=Modality.PROMOTE,
            criterion=Milestone(
                "招投标信息与主管部门信息的互联共享",
                "tendering data connected and shared with the departments in charge",
            ),
            summary="通过招标投标平台，推动招投标信息与各行业主管部门的信息相连、共享。",
            summary_en="Through the tendering platform, push for tendering data to be connected and "
            "shared with the departments in charge of each industry.",
            platforms=("招标投标平台",),
        ),
        Commitment(
            id="m16.7",
            number="m16.7",
            citation=Citation(16, 3),
            modality=Modality.DO,
            criterion=Trend(
                "招投标的便利度和透明度", "convenience and transparency of tendering", Direction.UP
            ),
            summary="让招标投标更方便、更透明。",
            summary_en="Make tendering more convenient and more transparent.",
            role=Role.OUTCOME,
            notes=("E18：便利、透明两方面都要提高。",),
            notes_en=("E18: Both convenience and transparency must improve.",),
        ),
    ),
    names=(
        NamedTerm(
            "全市统一", "“全市”是地域范围，“统一”修饰系统", "the municipality, and 'uniform': no number"
        ),
        NamedTerm("全市的", "地域范围", "the municipality: the area"),
        NamedTerm("一张网", "交易网络的名称", "the name of a network"),
        NamedTerm("不见面开标", "系统的名称", "the name of a system"),
    ),
)

M17 = Measure(
    number=17,
    title="降低招标投标参与成本",
    title_en="Make it cheaper to take part in tendering",
    commitments=(
        Commitment(
            id="m17.0",
            number="m17.0",
            citation=Citation(17, 0),
            modality=Modality.DO,
            criterion=Summary(),
            summary="让参加招标投标花费更少。",
            summary_en="Make it cheaper to take part in tendering.",
            role=Role.HEADING,
        ),
        Commitment(
            id="m17.1",
            number="m17.1",
            citation=Citation(17, 1),
            modality=Modality.PROMOTE,
            criterion=Checklist(
                (
                    Item("投标担保", "bid security"),
                    Item("低价风险担保", "security against the risk of a low price"),
                    Item("履约担保", "performance security"),
                    Item("支付担保", "payment security"),
                ),
                closed=True,
            ),
            summary="鼓励投标、低价风险、履约、支付四种担保采用电子保函。",
            summary_en="Encourage electronic guarantees for four kinds of security: bid, low price, "
            "performance and payment.",
        ),
        Commitment(
            id="m17.2",
            number="m17.2",
            citation=Citation(17, 1),
            modality=Modality.DO,
            criterion=Trend("市场主体被占用的资金", "money of market entities tied up", Direction.DOWN, "元"),
            summary="让市场主体少压资金。",
            summary_en="Tie up less money of market entities.",
            role=Role.OUTCOME,
            beneficiary="市场主体",
            beneficiary_en="market entities",
        ),
        Commitment(
            id="m17.3",
            number="m17.3",
            citation=Citation(17, 2),
            modality=Modality.REFERENCE,
            criterion=Milestone("使用市级标准招标文件", "use of the municipal standard tender documents"),
            summary="市级部门定出的标准招标文件，严格照用。",
            summary_en="Strictly use the standard tender documents drawn up by the municipal departments.",
            actor=TENDERER,
            notes=("F10：由谁执行正文没有写，招标人属推断；凡有市级文本的行业都适用。",),
            notes_en=(
                "F10: Who carries it out the text does not say; that it is whoever invites tenders is an "
                "inference. It applies to every industry that has municipal texts.",
            ),
        ),
        Commitment(
            id="m17.4",
            number="m17.4",
            citation=Citation(17, 2),
            modality=Modality.REFERENCE,
            criterion=Milestone("使用市级合同示范文本", "use of the municipal model contracts"),
            summary="市级部门定出的合同示范文本，严格照用。",
            summary_en="Strictly use the model contracts drawn up by the municipal departments.",
            actor=TENDERER,
            notes=("F10：由谁执行正文没有写，招标人属推断；凡有市级文本的行业都适用。",),
            notes_en=(
                "F10: Who carries it out the text does not say; that it is whoever invites tenders is an "
                "inference. It applies to every industry that has municipal texts.",
            ),
        ),
        Commitment(
            id="m17.5",
            number="m17.5",
            citation=Citation(17, 2),
            modality=Modality.DO,
            criterion=Trend("编制招标文件的效率", "efficiency of drawing up tender documents", Direction.UP),
            summary="让招标文件编得更快更好。",
            summary_en="Draw up tender documents more efficiently.",
            role=Role.OUTCOME,
        ),
        Commitment(
            id="m17.6",
            number="m17.6",
            citation=Citation(17, 2),
            modality=Modality.DO,
            criterion=Checklist(
                (
                    Item("中标信息", "awards"),
                    Item("合同内容", "contents of contracts"),
                ),
                closed=False,
            ),
            summary="改进中标情况、合同内容等信息的公开机制。",
            summary_en="Improve how awards, contents of contracts and the like are made public.",
        ),
        Commitment(
            id="m17.7",
            number="m17.7",
            citation=Citation(17, 2),
            modality=Modality.PROMOTE,
            criterion=Trend("招投标行为的公平、公正程度", "fairness and justice of tendering", Direction.UP),
            summary="促使招标投标做得公平、公正。",
            summary_en="Further fairness and justice in tendering.",
            role=Role.OUTCOME,
            notes=("E18：公平、公正两方面都要做到；以程度提高衡量属推断。",),
            notes_en=(
                "E18: Both fairness and justice must be achieved; measuring them by an improvement in "
                "degree is an inference.",
            ),
        ),
    ),
    names=(
        NamedTerm(
            "所有行业",
            "修饰市级文件的覆盖面，不是对县里的覆盖要求",
            "it qualifies the municipal documents; it asks no coverage of the county",
        ),
    ),
)

M18 = Measure(
    number=18,
    title="建立公平有效的投诉机制",
    title_en="A fair and effective way to complain",
    commitments=(
        Commitment(
            id="m18.0",
            number="m18.0",
            citation=Citation(18, 0),
            modality=Modality.DO,
            criterion=Summary(),
            summary="把公平、有效的投诉机制建起来。",
            summary_en="Set up a fair and effective way to complain.",
            role=Role.HEADING,
        ),
        Commitment(
            id="m18.1",
            number="m18.1",
            citation=Citation(18, 1),
            modality=Modality.REFERENCE,
            criterion=Milestone(
                "修订后的市投诉处理细则得到执行", "the revised municipal rules on complaints, applied"
            ),
            summary="执行市里修订过的招投标投诉处理细则。",
            summary_en="Apply the revised municipal rules on handling complaints about tendering.",
            instruments=("重庆市招标投标活动投诉处理实施细则",),
        ),
        Commitment(
            id="m18.2",
            number="m18.2",
            citation=Citation(18, 1),
            modality=Modality.DO,
            criterion=Milestone("完善的投诉处理机制", "a sound mechanism for handling complaints"),
            summary="把处理投诉的机制补全改好。",
            summary_en="Improve the mechanism for handling complaints.",
        ),
        Commitment(
            id="m18.3",
            number="m18.3",
            citation=Citation(18, 1),
            modality=Modality.DO,
            criterion=Promptness(
                Event("收到投诉", "complaint received", inferred=True),
                Event("回复", "reply given", inferred=True),
            ),
            summary="从严掌握回复和办理投诉的时限。",
            summary_en="Keep strict control of the time taken to reply to and handle complaints.",
            actor=SUPERVISION,
            law=(
                SuperiorRule(
                    law="中华人民共和国招标投标法实施条例",
                    article=61,
                    zh="收到投诉后3个工作日内决定受理与否。",
                    en="Decide within 3 working days of receiving a complaint whether to accept it.",
                    relation=Relation.DIFFERENT_SCOPE,
                    limit=WorkingDays(3),
                ),
                SuperiorRule(
                    law="中华人民共和国招标投标法实施条例",
                    article=61,
                    zh="受理投诉后30个工作日内处理。",
                    en="Deal with the complaint within 30 working days of accepting it.",
                    relation=Relation.DIFFERENT_SCOPE,
                    limit=WorkingDays(30),
                ),
            ),
            notes=("T17：方案没有写日数，由使用者给出基准；法定时限另列，不并入本项。",),
            notes_en=(
                "T17: The plan gives no number of days; the caller supplies the benchmark. Statutory limits "
                "are listed apart and are not merged into this commitment.",
            ),
        ),
        Commitment(
            id="m18.4",
            number="m18.4",
            citation=Citation(18, 2),
            modality=Modality.DO,
            criterion=Milestone("畅通的质疑、投诉渠道", "open channels for queries and complaints"),
            summary="让投标人有地方质疑、投诉，渠道通畅。",
            summary_en="Keep open the channels through which bidders query and complain.",
            beneficiary="投标人",
            beneficiary_en="bidders",
        ),
        Commitment(
            id="m18.5",
            number="m18.5",
            citation=Citation(18, 2),
            modality=Modality.DO,
            criterion=Trend("维权服务的效率和便捷度", "efficiency and speed of redress", Direction.UP),
            summary="帮投标人维权的服务要更有效率、更便捷。",
            summary_en="Offer bidders more efficient and quicker help in defending their rights.",
            beneficiary="投标人",
            beneficiary_en="bidders",
            notes=("E18：效率、便捷两方面都要提高。",),
            notes_en=("E18: Both efficiency and convenience must improve.",),
        ),
        Commitment(
            id="m18.6",
            number="m18.6",
            citation=Citation(18, 3),
            modality=Modality.DO,
            criterion=Checklist(
                (
                    Item("开标评标", "opening and evaluating bids"),
                    Item("异议处理", "handling objections"),
                    Item("投诉", "complaints"),
                    Item("合同签订", "signing the contract"),
                ),
                closed=False,
            ),
            summary="在开标评标、处理异议、投诉、签合同等环节加强监管。",
            summary_en="Supervise more closely the opening and evaluating of bids, objections, "
            "complaints, the signing of contracts and the like.",
        ),
        Commitment(
            id="m18.7",
            number="m18.7",
            citation=Citation(18, 3),
            modality=Modality.EXPLORE,
            criterion=Milestone(
                "招投标失信行为归入诚信体系", "misconduct in tendering entered in the integrity system"
            ),
            summary="探索把招投标各方违法违规、失信的行为归入诚信体系。",
            summary_en="Explore entering unlawful, irregular or dishonest conduct in tendering in the "
            "integrity system.",
            scope=Scope("招标投标市场主体", "market entities in tendering"),
            notes=(
                "B8：探索事项，有书面的尝试即可，不算违反。",
                "F14：失信与信用修复在m34另有表述，分开计。",
            ),
            notes_en=(
                "B8: An exploration: a written attempt is enough, and nothing is a breach.",
                "F14: Dishonest conduct and credit repair are put in other words in measure 34; they are "
                "counted apart.",
            ),
        ),
        Commitment(
            id="m18.8",
            number="m18.8",
            citation=Citation(18, 3),
            modality=Modality.EXPLORE,
            criterion=Milestone("上述失信行为的公示", "such misconduct made public"),
            summary="探索把归入诚信体系的这些行为公示出来。",
            summary_en="Explore making such conduct public.",
            scope=Scope("招标投标市场主体", "market entities in tendering"),
            notes=("B8：承前由“探索”统领（推断）；有书面的尝试即可，不算违反。",),
            notes_en=(
                "B8: Governed by the earlier 'explore' (inference); a written attempt is enough, and "
                "nothing is a breach.",
            ),
        ),
        Commitment(
            id="m18.9",
            number="m18.9",
            citation=Citation(18, 4),
            modality=Modality.DO,
            criterion=Recurring(
                "工程招投标营商环境专项整治", "campaign on the business environment in works tendering"
            ),
            summary="在工程建设的招投标领域，不断开展营商环境专项整治。",
            summary_en="Keep campaigning for a better business environment in the tendering of "
            "construction works.",
            scope=Scope("工程建设招标投标领域", "the tendering of construction works"),
            figures=(Figure("持续开展", Quantifier.REPEATED),),
            notes=("T19：间隔没有写；每年至少一次属推断。",),
            notes_en=("T19: The text gives no interval; at least once a year is an inference.",),
        ),
        Commitment(
            id="tendering-barriers",
            number="m18.10",
            citation=Citation(18, 4),
            modality=Modality.DO,
            criterion=Coverage(
                "招投标中已发现的对企业的不合理限制和壁垒",
                "unreasonable limits and barriers found in tendering",
                conditions=(("已清理", "removed"),),
            ),
            summary=""
            "招投标中因企业所有制不同（特别是对民企、外企）而设的不合理限制和壁垒，不论哪一类都要清掉。",
            summary_en="Remove unreasonable limits and barriers of every kind set in tendering against "
            "enterprises by their ownership, private and foreign-invested ones above all.",
            phrase="各类不合理限制和壁垒",
            beneficiary="民营企业、外资企业等不同所有制的企业",
            beneficiary_en="private, foreign-invested and other enterprises of different ownership",
            figures=(Figure("各类", Quantifier.ALL),),
            notes=("F9：以已发现的清单为全部；没有清单时不作结论。",),
            notes_en=(
                "F9: The list of those found is taken as the whole; without a list there is no conclusion.",
            ),
        ),
    ),
    names=(
        NamedTerm("不同所有制", "“所有制”是名词，不是全称", "'ownership' is a noun here, not 'all'"),
        NamedTerm("不合理", "限定词，不是零", "'unreasonable' qualifies; it is no zero"),
    ),
)

M19 = Measure(
    number=19,
    title="优化低风险简易工程建设项目全生命周期建设管理",
    title_en="Better management of simple low-risk construction projects over their whole life",
    commitments=(
        Commitment(
            id="m19.0",
            number="m19.0",
            citation=Citation(19, 0),
            modality=Modality.DO,
            criterion=Summary(),
            summary="改进简易低风险工程从头到尾的建设管理。",
            summary_en="Manage simple low-risk construction projects better over their whole life.",
            role=Role.HEADING,
            scope=SIMPLE_PROJECT,
            figures=(Figure("全生命周期", Quantifier.ALL),),
        ),
        Commitment(
            id="simple-project-electronic-tendering",
            number="m19.1",
            citation=Citation(19, 1),
            modality=Modality.PROMOTE,
            criterion=Coverage(
                "简易低风险工程的招投标环节",
                "steps of tendering simple low-risk projects",
                "个",
                conditions=(("已电子化", "done electronically"),),
            ),
            summary="推动简易低风险工程的招投标各环节都电子化。",
            summary_en="Push for every step of tendering simple low-risk projects to be electronic.",
            phrase="全流程电子化",
            scope=SIMPLE_PROJECT,
            figures=(Figure("全流程", Quantifier.ALL),),
            notes=(
                "E16：环节清单正文没有列，由使用者提供。",
                "F1：与m25的小低项目不是同一个词，范围各自确定。",
            ),
            notes_en=(
                "E16: The text does not list the steps; the caller supplies them.",
                "F1: Not the same term as the small low-risk projects of measure 25; each has its own scope.",
            ),
        ),
        Commitment(
            id="m19.2",
            number="m19.2",
            citation=Citation(19, 1),
            modality=Modality.PROMOTE,
            criterion=Milestone("中标通知书在网上推送", "award notices sent online"),
            summary="加快做到在网上推送中标通知书。",
            summary_en="Speed up sending award notices online.",
            scope=SIMPLE_PROJECT_INFERRED,
            notes=("F1：适用对象承前，属推断。",),
            notes_en=("F1: What it applies to is carried over from before, an inference.",),
        ),
        Commitment(
            id="m19.3",
            number="m19.3",
            citation=Citation(19, 1),
            modality=Modality.PROMOTE,
            criterion=Milestone("在网上签订合同", "contracts signed online"),
            summary="加快做到在网上签合同。",
            summary_en="Speed up signing contracts online.",
            scope=SIMPLE_PROJECT_INFERRED,
            notes=("F1：适用对象承前，属推断。",),
            notes_en=("F1: What it applies to is carried over from before, an inference.",),
        ),
        Commitment(
            id="m19.4",
            number="m19.4",
            citation=Citation(19, 2),
            modality=Modality.DO,
            criterion=Milestone(
                "项目建设各阶段的信息公开", "information on every stage of a project made public"
            ),
            summary="项目从头到尾的建设信息，加强公开。",
            summary_en="Make public more information on projects over their whole life.",
            scope=SIMPLE_PROJECT_INFERRED,
            figures=(Figure("全生命周期", Quantifier.ALL),),
            notes=("E16：阶段清单正文没有列。", "F1：适用对象承前，属推断。"),
            notes_en=(
                "E16: The text does not list the stages.",
                "F1: What it applies to is carried over from before, an inference.",
            ),
        ),
        Commitment(
            id="m19.5",
            number="m19.5",
            citation=Citation(19, 2),
            modality=Modality.DO,
            criterion=Milestone("项目各阶段的监管", "supervision of every stage of a project"),
            summary="对整个过程加强监管。",
            summary_en="Supervise the whole process more closely.",
            scope=SIMPLE_PROJECT_INFERRED,
            figures=(Figure("全过程", Quantifier.ALL),),
            notes=("E16：阶段清单正文没有列。", "F1：适用对象承前，属推断。"),
            notes_en=(
                "E16: The text does not list the stages.",
                "F1: What it applies to is carried over from before, an inference.",
            ),
        ),
    ),
)

SECTION = Section(
    id="1.5",
    title="推动招标投标开放公平",
    title_en="Open and fair tendering",
    lead_units=(
        unit.DEVELOPMENT_REFORM,
        unit.TENDERING,
    ),
    measures=(M16, M17, M18, M19),
)
