"""二（二）深化工程建设项目审批制度改革: section 2.2, measures 25 to 27."""

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
    ExactCount,
    Exemption,
    Item,
    Milestone,
    Promptness,
    Quantity,
    Summary,
    Trend,
)
from wushan_plan.model.facts import Fact, FactKind
from wushan_plan.model.modality import Modality
from wushan_plan.model.plan import Measure, Section
from wushan_plan.plan2021 import lead_units as unit

# 小低项目, defined in the heading of measure 25.
SMALL_PROJECT = Scope("小低项目", "small low-risk building projects with private investment")
# Clauses that go on about 小低项目 without repeating it (register F1, F2).
SMALL_PROJECT_INFERRED = Scope(
    "小低项目", "small low-risk building projects with private investment", inferred=True
)

WATER_AND_DRAINAGE = Actor("供排水部门", "the water supply and drainage departments")
WATER_AND_DRAINAGE_INFERRED = Actor("供排水部门", "the water supply and drainage departments", inferred=True)
PERMIT_OFFICES = Actor(
    "县住房城乡建委、规划自然资源部门",
    "the housing and construction commission and the planning and natural resources department",
    inferred=True,
)
QUALITY_SUPERVISION = Actor(
    "工程质量安全监督机构", "the construction quality and safety supervision body", inferred=True
)
OWNER_OR_USER = Actor("业主或使用人", "the owner or user of the building", inferred=True)

M25 = Measure(
    number=25,
    title="深化社会投资小型低风险建设项目（以下简称小低项目）全流程改革",
    title_en="Deepen the reform of small low-risk building projects with private investment, start to finish",
    commitments=(
        Commitment(
            id="m25.0",
            number="m25.0",
            citation=Citation(25, 0),
            modality=Modality.DO,
            criterion=Milestone(
                "小低项目从头到尾的流程改革", "reform of the whole process for small low-risk projects"
            ),
            summary="对社会投资的小型、低风险建设项目（简称小低项目）的全部流程深化改革。",
            summary_en="Deepen the reform of the whole process for small low-risk building projects "
            "with private investment.",
            role=Role.HEADING,
            scope=SMALL_PROJECT,
            figures=(Figure("全流程", Quantifier.ALL),),
            notes=("A5：简称“小低项目”只在标题里定义；规模和风险的界限正文没有写。",),
            notes_en=(
                "A5: The short name for small low-risk projects is defined in the heading only; the text "
                "does not say where small size and low risk end.",
            ),
        ),
        Commitment(
            id="m25.1",
            number="m25.1",
            citation=Citation(25, 1),
            modality=Modality.EXPLORE,
            criterion=Trend(
                "适用小低项目政策的项目范围", "reach of the policy for small low-risk projects", Direction.UP
            ),
            summary="探索让更多项目适用小低项目政策。",
            summary_en="Explore letting more projects come under the policy.",
            notes=("B8：探索事项，有书面的尝试即可，不算违反。",),
            notes_en=("B8: An exploration: a written attempt is enough, and nothing is a breach.",),
        ),
        Commitment(
            id="m25.2",
            number="m25.2",
            citation=Citation(25, 1),
            modality=Modality.GRADUAL,
            criterion=Trend(
                "以告知承诺办理建筑许可的小低项目数",
                "number of small low-risk projects permitted on a pledge",
                Direction.UP,
                "个",
            ),
            summary="小低项目的建筑许可一步步改用告知承诺办理。",
            summary_en="Step by step, grant building permits for small low-risk projects on notice and "
            "pledge.",
            scope=SMALL_PROJECT,
            figures=(Figure("逐步推行", Quantifier.REPEATED),),
            notes=(
                "E14：没有期限，与上一可比期间比，以项目数衡量属推断。",
                "F14：告知承诺在m21、m27另有表述，分开计。",
            ),
            notes_en=(
                "E14: There is no date; compared with the previous comparable period. Measuring by the "
                "number of projects is an inference.",
                "F14: Notice and pledge is put in other words in measures 21 and 27; they are counted apart.",
            ),
        ),
        Commitment(
            id="small-project-land-permit",
            number="m25.3",
            citation=Citation(25, 2),
            modality=Modality.ENTITLEMENT,
            criterion=Exemption("建设用地规划许可证", "a planning permit for construction land", "件"),
            summary="小低项目不用办建设用地的规划许可证。",
            summary_en="Small low-risk projects need no planning permit for construction land.",
            phrase="免办",
            actor=PERMIT_OFFICES,
            scope=SMALL_PROJECT,
            figures=(Figure("免办", Quantifier.ZERO),),
            notes=("B7：按可享有的免除读；免办许可须有上位依据，方案自己不能取消许可（推断）。",),
            notes_en=(
                "B7: Read as an exemption the user may claim. Waiving a permit needs a basis in superior "
                "law; the plan itself cannot abolish one (inference).",
            ),
        ),
        Commitment(
            id="small-project-line-setting",
            number="m25.4",
            citation=Citation(25, 2),
            modality=Modality.ENTITLEMENT,
            criterion=Exemption("放线、验线手续", "setting out and checking the building lines", "项"),
            summary="小低项目办建设工程的规划许可证时，不再走放线、验线这道手续。",
            summary_en="On the way to the planning permit for construction works, the setting out and "
            "checking of building lines falls away.",
            phrase="取消",
            actor=PERMIT_OFFICES,
            scope=SMALL_PROJECT_INFERRED,
            figures=(Figure("取消", Quantifier.ZERO),),
            notes=("F2：后半句承前只对小低项目，属推断。",),
            notes_en=("F2: The second half carries over the small low-risk projects only, an inference.",),
        ),
        Commitment(
            id="m25.5",
            number="m25.5",
            citation=Citation(25, 3),
            modality=Modality.DO,
            criterion=Milestone(
                "供排水接入的“三零”服务", "the 'three zeros' service for water supply and drainage"
            ),
            summary="把小低项目接入供水、排水的“三零”服务做得更实。",
            summary_en="Strengthen the 'three zeros' service for water supply and drainage.",
            actor=WATER_AND_DRAINAGE_INFERRED,
            scope=SMALL_PROJECT,
            notes=("E8：三个“零”指什么正文没有写，由使用者说明。",),
            notes_en=("E8: What the three 'zeros' are the text does not say; the caller states them.",),
        ),
        Commitment(
            id="m25.6",
            number="m25.6",
            citation=Citation(25, 3),
            modality=Modality.DO,
            criterion=Milestone(
                "改进后的供排水接入流程", "a better process for water supply and drainage connections"
            ),
            summary="再改进供水、排水接入的办理流程。",
            summary_en="Improve further how water supply and drainage connections are handled.",
            actor=WATER_AND_DRAINAGE_INFERRED,
            scope=SMALL_PROJECT_INFERRED,
            notes=("F1：承前只对小低项目，属推断。",),
            notes_en=("F1: Carried over from before: small low-risk projects only, an inference.",),
        ),
        Commitment(
            id="m25.7",
            number="m25.7",
            citation=Citation(25, 3),
            modality=Modality.DO,
            criterion=Milestone(
                "供水与排水部门的协作安排", "cooperation between water supply and drainage departments"
            ),
            summary="供水与排水两方面的部门加强配合。",
            summary_en="The water supply and drainage departments work together more closely.",
            actor=WATER_AND_DRAINAGE,
            scope=SMALL_PROJECT_INFERRED,
            notes=("F1：承前只对小低项目，属推断。",),
            notes_en=("F1: Carried over from before: small low-risk projects only, an inference.",),
        ),
        Commitment(
            id="joint-survey-visits",
            number="m25.8",
            citation=Citation(25, 3),
            modality=Modality.TARGET,
            criterion=AllOf(
                (
                    Ceiling(
                        Quantity(
                            "surveys",
                            "供排水查勘次数",
                            "survey visits for water supply and drainage together",
                            "次",
                        ),
                        most=1,
                    ),
                    Ceiling(
                        Quantity(
                            "connections",
                            "供排水接入次数",
                            "connection visits for water supply and drainage together",
                            "次",
                        ),
                        most=1,
                    ),
                )
            ),
            summary="每个项目的供水、排水合起来至多查勘一次、接入一次。",
            summary_en="Water supply and drainage together take at most one survey and one connection "
            "visit a project.",
            phrase="一次性查勘、一次性接入",
            is_target=True,
            actor=WATER_AND_DRAINAGE_INFERRED,
            scope=SMALL_PROJECT_INFERRED,
            figures=(
                Figure("一次性查勘", Quantifier.ONCE),
                Figure("一次性接入", Quantifier.ONCE),
            ),
            notes=(
                "E11：“一次性”读作供、排合并为一次（推断）。",
                "F1：承前只对小低项目，属推断。",
            ),
            notes_en=(
                "E11: 'In one go' is read as once for water supply and drainage together (inference).",
                "F1: Carried over from before: small low-risk projects only, an inference.",
            ),
        ),
        Commitment(
            id="simplified-acceptance",
            number="m25.10",
            citation=Citation(25, 4),
            modality=Modality.DO,
            criterion=Coverage(
                "应当简易验收的小低项目",
                "small low-risk projects due for simplified acceptance",
                "个",
                conditions=(("按简易验收制度验收", "accepted under the simplified procedure"),),
            ),
            summary="小低项目都按简易验收制度来验收。",
            summary_en="Apply the simplified acceptance procedure to all small low-risk projects.",
            phrase="全面落实",
            scope=SMALL_PROJECT,
            figures=(Figure("全面落实", Quantifier.ALL),),
            notes=("E16：应验收的项目清单由使用者提供；没有项目时不作结论。",),
            notes_en=(
                "E16: The caller supplies the list of projects due for acceptance; without projects there "
                "is no conclusion.",
            ),
        ),
        Commitment(
            id="m25.11",
            number="m25.11",
            citation=Citation(25, 4),
            modality=Modality.DO,
            criterion=Checklist(
                (
                    Item("竣工规划核实", "planning check on completion"),
                    Item("不动产登记", "real-estate registration"),
                ),
                closed=True,
            ),
            summary="改进竣工后规划核实和不动产登记两个办理流程。",
            summary_en="Improve two processes: the planning check on completion and real-estate "
            "registration.",
            scope=SMALL_PROJECT_INFERRED,
            notes=("F1：承前只对小低项目，属推断。",),
            notes_en=("F1: Carried over from before: small low-risk projects only, an inference.",),
        ),
    ),
    names=(
        NamedTerm(
            "三零", "服务的名称，三个“零”正文没有定义", "the name of a service; the zeros are not defined"
        ),
        NamedTerm("进一步", "“一步”不是数字", "'further': no number"),
    ),
)

M26 = Measure(
    number=26,
    title="加强建筑质量控制",
    title_en="Stronger control of building quality",
    commitments=(
        Commitment(
            id="m26.0",
            number="m26.0",
            citation=Citation(26, 0),
            modality=Modality.DO,
            criterion=Summary(),
            summary="把建筑质量管得更严。",
            summary_en="Control building quality more strongly.",
            role=Role.HEADING,
        ),
        Commitment(
            id="quality-risk-control",
            number="m26.1",
            citation=Citation(26, 1),
            modality=Modality.DO,
            criterion=Coverage(
                "工程",
                "construction works",
                "个",
                conditions=(("已按质量风险分级管控", "controlled by grade of quality risk"),),
            ),
            summary="工程都按质量风险的等级来管控。",
            summary_en="Apply control by grade of quality risk to all construction works.",
            phrase="全面落实",
            figures=(Figure("全面落实", Quantifier.ALL),),
            notes=(
                "E16：工程的范围由使用者提供；没有工程时不作结论。",
                "F1：本句没有写限于小低项目，按全部工程读（推断）。",
            ),
            notes_en=(
                "E16: The caller supplies which works are meant; without works there is no conclusion.",
                "F1: This sentence does not say that it is limited to small low-risk projects; read as all "
                "works (inference).",
            ),
        ),
        Commitment(
            id="m26.2",
            number="m26.2",
            citation=Citation(26, 1),
            modality=Modality.DO,
            criterion=Checklist(
                (
                    Item("检查频次", "how often to inspect"),
                    Item("检查内容", "what to inspect"),
                ),
                closed=True,
            ),
            summary="质量安全监督查几次、查什么，按风险等级来定。",
            summary_en="Let the grade of risk decide how often quality and safety are inspected, and "
            "what for.",
        ),
        Commitment(
            id="quality-safety-inspections",
            number="m26.3",
            citation=Citation(26, 1),
            modality=Modality.TARGET,
            criterion=ExactCount(
                Quantity(
                    "inspections",
                    "质量安全监督检查次数",
                    "quality and safety inspections",
                    "次",
                ),
                exactly=1,
                complete=Fact("completed", "项目是否已竣工", "project complete", FactKind.TRUTH),
                rechecks=Quantity("rechecks", "复查次数", "re-checks", "次"),
            ),
            summary="每个小低项目的质量安全监督检查只做1次：不多做，竣工时也已做过。",
            summary_en="Each small low-risk project has one quality and safety inspection: never more, "
            "and done by completion.",
            phrase="只进行1次",
            is_target=True,
            actor=QUALITY_SUPERVISION,
            scope=SMALL_PROJECT,
            figures=(Figure("1次", 1, "次"),),
            notes=(
                "E4：因投诉、事故而做的检查不计入（推断）；复查默认计入，可改口径。",
                "E4：竣工时一次也没做，算没有做到（推断）。",
            ),
            notes_en=(
                "E4: Inspections caused by complaints or accidents do not count (inference); re-checks "
                "count by default, and another reading can be chosen.",
                "E4: No inspection at all by completion counts as not done (inference).",
            ),
        ),
        Commitment(
            id="m26.4",
            number="m26.4",
            citation=Citation(26, 2),
            modality=Modality.DO,
            criterion=Milestone(
                "小低项目建成后的用途控制", "control of what small low-risk buildings are used for"
            ),
            summary="把小低项目建成之后的用途管好。",
            summary_en="Improve the control of what small low-risk buildings are used for once built.",
            scope=SMALL_PROJECT,
        ),
        Commitment(
            id="m26.5",
            number="m26.5",
            citation=Citation(26, 2),
            modality=Modality.MUST,
            criterion=Coverage(
                "用途超出规定范围的小低项目",
                "small low-risk projects used beyond the permitted purposes",
                "个",
                conditions=(("已取得有关部门许可", "permitted by the departments concerned"),),
            ),
            summary="用途要超出规定范围的，必须先有规划自然资源、住建等有关部门的许可。",
            summary_en="Whoever goes beyond the permitted purposes must have the permission of the "
            "planning, housing or other departments concerned.",
            actor=OWNER_OR_USER,
            scope=Scope(
                "用途超出规定范围的小低项目",
                "small low-risk projects used beyond the permitted purposes",
                inferred=True,
            ),
            notes=(
                "C5：由谁取得许可正文没有写，业主或使用人属推断。",
                "F1：适用对象承前为小低项目（推断）；要哪些部门许可没有列全。",
            ),
            notes_en=(
                "C5: Who obtains the permission the text does not say; that it is the owner or user is an "
                "inference.",
                "F1: What it applies to is carried over: small low-risk projects (inference). The "
                "departments whose permission is needed are not listed in full.",
            ),
        ),
        Commitment(
            id="m26.6",
            number="m26.6",
            citation=Citation(26, 3),
            modality=Modality.DO,
            criterion=Milestone("完善的工程质量潜在缺陷保险", "a sound insurance against hidden defects"),
            summary="完善针对工程潜在质量缺陷的保险制度。",
            summary_en="Improve the insurance against hidden defects of construction works.",
        ),
        Commitment(
            id="m26.7",
            number="m26.7",
            citation=Citation(26, 3),
            modality=Modality.DO,
            criterion=Milestone("建设工程风险保障机制", "a safeguard against construction risks"),
            summary="建立保障建设工程风险的机制。",
            summary_en="Set up a safeguard against construction risks.",
        ),
        Commitment(
            id="m26.8",
            number="m26.8",
            citation=Citation(26, 3),
            modality=Modality.DO,
            criterion=Trend("工程质量", "quality of construction works", Direction.UP),
            summary="让工程质量更好。",
            summary_en="Raise the quality of construction works.",
            role=Role.OUTCOME,
        ),
    ),
)

M27 = Measure(
    number=27,
    title="提升工程建设项目审批服务水平",
    title_en="Better approval services for construction projects",
    commitments=(
        Commitment(
            id="m27.0",
            number="m27.0",
            citation=Citation(27, 0),
            modality=Modality.DO,
            criterion=Summary(),
            summary="让工程建设项目的审批服务更好。",
            summary_en="Improve the approval services for construction projects.",
            role=Role.HEADING,
        ),
        Commitment(
            id="m27.1",
            number="m27.1",
            citation=Citation(27, 1),
            modality=Modality.PROMOTE,
            criterion=Milestone(
                "工程建设项目按级按类管理", "construction projects managed by grade and class"
            ),
            summary="深入推动对工程建设项目分级、分类管理。",
            summary_en="Push on with managing construction projects by grade and class.",
        ),
        Commitment(
            id="m27.2",
            number="m27.2",
            citation=Citation(27, 1),
            modality=Modality.DO,
            criterion=Checklist(
                (
                    Item("审批事项", "approvals"),
                    Item("技术审查", "technical reviews"),
                    Item("中介服务事项", "intermediary services"),
                ),
                closed=True,
            ),
            summary="全部流程里的审批、技术审查、中介服务三类事项，既要减少也要规范。",
            summary_en="Cut down and put in order the approvals, technical reviews and intermediary "
            "services of the whole process.",
            figures=(Figure("全流程", Quantifier.ALL),),
            notes=("E18：精简和规范两方面都做到，该项才算完成。",),
            notes_en=("E18: An entry is done only when it is both cut down and put in order.",),
        ),
        Commitment(
            id="online-construction-approval",
            number="m27.3",
            citation=Citation(27, 2),
            modality=Modality.PROMOTE,
            criterion=Coverage(
                "工程建设项目审批环节",
                "steps of construction approval",
                "个",
                conditions=(("可以在线审批", "can be approved online"),),
            ),
            summary="加快推动工程建设项目的各审批环节都在线办。",
            summary_en="Speed up approval online in every step of a construction project.",
            phrase="全流程在线审批",
            figures=(Figure("全流程", Quantifier.ALL),),
            notes=("E16：审批环节的清单正文没有列，由使用者提供。",),
            notes_en=("E16: The text does not list the steps of approval; the caller supplies them.",),
        ),
        Commitment(
            id="m27.4",
            number="m27.4",
            citation=Citation(27, 2),
            modality=Modality.DO,
            criterion=AllOf(
                (
                    Checklist(
                        (
                            Item(
                                "投资项目在线监管服务平台",
                                "online supervision platform for investment projects",
                            ),
                            Item(
                                "国土空间规划业务协同平台", "collaboration platform for territorial planning"
                            ),
                        ),
                        closed=False,
                    ),
                    Promptness(
                        Event("数据产生", "data arise", inferred=True),
                        Event("数据共享", "data shared", inferred=True),
                    ),
                )
            ),
            summary="投资监管、空间规划协同等业务系统之间的数据实时共享。",
            summary_en="The systems for investment supervision, territorial planning and the like "
            "share their data in real time.",
            platforms=("投资项目在线监管服务平台", "国土空间规划业务协同平台"),
            figures=(Figure("实时共享", Quantifier.AT_ONCE),),
            notes=("T18：“实时”没有数字，由使用者给出基准；系统名单是开放的。",),
            notes_en=(
                "T18: 'In real time' gives no number; the caller supplies the benchmark. The list of "
                "systems is open.",
            ),
        ),
        Commitment(
            id="m27.5",
            number="m27.5",
            citation=Citation(27, 3),
            modality=Modality.PROMOTE,
            criterion=Milestone("区域评估", "area-wide assessment"),
            summary="加快把区域评估落到实处。",
            summary_en="Speed up putting area-wide assessment into practice.",
            law=(
                SuperiorRule(
                    law="重庆市优化营商环境条例",
                    article=48,
                    zh="条例所列的评估事项与本句名称不同，其中没有水资源论证。",
                    en="The assessments it lists go by other names, and water-resource appraisal is "
                    "not among them.",
                    relation=Relation.DIFFERENT_SCOPE,
                ),
            ),
        ),
        Commitment(
            id="m27.6",
            number="m27.6",
            citation=Citation(27, 3),
            modality=Modality.DO,
            criterion=Checklist(
                (
                    Item("节能评价", "energy conservation"),
                    Item("地质灾害危险性评价", "geological hazards"),
                    Item("水资源论证评价", "water resources"),
                    Item("环境影响评价", "environmental impact"),
                ),
                closed=False,
            ),
            summary="节能、地质灾害、水资源、环境影响等评价按区域整体来做的实施细则，要予明确。",
            summary_en="Make clear the implementing rules for assessing energy, geological hazards, "
            "water resources, environmental impact and the like for a whole area at once.",
            notes=("F12：评价名单是开放的，名称与市条例第48条不同。",),
            notes_en=(
                "F12: The list of assessments is open; their names differ from those in article 48 of the "
                "municipal regulation.",
            ),
        ),
        Commitment(
            id="m27.7",
            number="m27.7",
            citation=Citation(27, 3),
            modality=Modality.DO,
            criterion=Checklist(
                (
                    Item("节能评价", "energy conservation"),
                    Item("地质灾害危险性评价", "geological hazards"),
                    Item("水资源论证评价", "water resources"),
                    Item("环境影响评价", "environmental impact"),
                ),
                closed=False,
            ),
            summary="上述各项区域整体评价的技术要求，要予明确。",
            summary_en="Make clear the technical requirements of the same area-wide assessments.",
            notes=("F12：评价名单是开放的，名称与市条例第48条不同。",),
            notes_en=(
                "F12: The list of assessments is open; their names differ from those in article 48 of the "
                "municipal regulation.",
            ),
        ),
        Commitment(
            id="m27.8",
            number="m27.8",
            citation=Citation(27, 3),
            modality=Modality.ENTITLEMENT,
            criterion=Discretion(
                "以直接准入、承诺、容缺等方式简化审批",
                "simplify approval by direct admission, notice and pledge, late papers and the like",
            ),
            summary="区域内的建设项目，审批部门可以用直接准入、告知承诺、容缺受理等办法简化审批。",
            summary_en="For projects inside the area, the authority may simplify approval by direct "
            "admission, notice and pledge, acceptance with papers still missing, and the like.",
            scope=Scope(
                "已完成区域评估的区域内的建设项目",
                "construction projects inside an area that has been assessed",
                inferred=True,
            ),
            notes=(
                "B7：“可”是审批部门的权力，不是项目单位的权利；不用不算违反。",
                "F12：区域须已完成评估，属推断；简化方式的列举是开放的。",
                "F14：告知承诺在m21、m25另有表述，分开计。",
            ),
            notes_en=(
                "B7: 'May' is a power of the approving authority, not a right of the project owner; not "
                "using it breaks nothing.",
                "F12: That the area must have been assessed is an inference; the list of ways to simplify "
                "is open.",
                "F14: Notice and pledge is put in other words in measures 21 and 25; they are counted apart.",
            ),
        ),
        Commitment(
            id="unified-survey-coverage",
            number="m27.9",
            citation=Citation(27, 4),
            modality=Modality.PROMOTE,
            criterion=Coverage(
                "适用多测合一的项目",
                "projects to which the unified survey applies",
                "个",
                conditions=(("实行多测合一", "surveyed under the unified survey"),),
            ),
            summary="在适用的项目上全部推开多测合一。",
            summary_en="Push the unified survey in every project to which it applies.",
            phrase="全面推进",
            figures=(Figure("全面推进", Quantifier.ALL),),
            notes=("E16：适用项目的范围正文没有写，由使用者提供。",),
            notes_en=("E16: Which projects it applies to the text does not say; the caller supplies them.",),
        ),
        Commitment(
            id="unified-survey",
            number="m27.10",
            citation=Citation(27, 4),
            modality=Modality.TARGET,
            criterion=AllOf(
                (
                    Checklist(
                        (
                            Item("规划核实测量", "planning verification survey"),
                            Item("绿地核实测量", "green-space verification survey"),
                            Item("人防工程核实测量", "civil-defence works verification survey"),
                            Item("地籍测绘", "cadastral survey"),
                            Item("房产测绘", "building survey"),
                        ),
                        closed=True,
                    ),
                    Ceiling(Quantity("commissions", "测绘委托次数", "survey commissions", "次"), most=1),
                    ExactCount(Quantity("reports", "测绘报告份数", "survey reports", "份"), exactly=1),
                )
            ),
            summary="五个测绘事项都定好标准、理顺流程；每个项目至多委托一次，只出一份测绘报告。",
            summary_en="All five survey items have their standards set and their process redesigned; a "
            "project takes at most one commission and yields one survey report.",
            phrase="等5个测绘事项",
            is_target=True,
            figures=(
                Figure("等5个", 5, "个"),
                Figure("一次委托", Quantifier.ONCE),
                Figure("一份测绘报告", Quantifier.ONCE),
            ),
            notes=(
                "A7：“等5个”煞尾，五项列全；标准制定、流程再造两样都完成，该项才算完成。",
                "E17：返工补测不另计委托，更正版本不另计报告（推断）。",
            ),
            notes_en=(
                "A7: The words 'five in all' close the list, and all five are named. An entry is done only "
                "when both its standards are set and its process is redesigned.",
                "E17: Repeated or additional surveying is no further commission, and a corrected version no "
                "further report (inference).",
            ),
        ),
        Commitment(
            id="unified-survey-completion",
            number="m27.13",
            citation=Citation(27, 4),
            modality=Modality.TARGET,
            criterion=Ceiling(Quantity("surveys", "测绘作业次数", "rounds of survey work", "次"), most=1),
            summary="每个项目的测绘作业一次做完。",
            summary_en="The survey work of a project is completed in one round.",
            phrase="一次完成",
            figures=(Figure("一次完成", Quantifier.ONCE),),
            notes=("E17：返工补测是否另计正文没有写；默认不另计（推断）。",),
            notes_en=(
                "E17: Whether repeated or additional surveying counts again the text does not say; by "
                "default it does not (inference).",
            ),
        ),
    ),
    names=(
        NamedTerm(
            "多测合一", "制度名称，“一”是合并为一", "the name of a scheme; 'one' means merged into one"
        ),
    ),
)

SECTION = Section(
    id="2.2",
    title="深化工程建设项目审批制度改革",
    title_en="Deepen the reform of construction project approval",
    lead_units=(unit.HOUSING_CONSTRUCTION,),
    measures=(M25, M26, M27),
)
