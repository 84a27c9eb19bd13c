"""四、加强优化营商环境实施保障: chapter four, safeguard paragraphs S1 to S4."""

from wushan_plan.model.citation import Citation
from wushan_plan.model.commitment import Actor, Commitment, Figure, NamedTerm, Quantifier, Role, Scope
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
from wushan_plan.model.plan import Safeguard

ALL_DEPARTMENTS = Actor("各有关部门、单位", "all departments and units concerned")
DEPARTMENTS = Actor("各有关部门", "all departments concerned")
INDICATOR_LEADS = Actor("各指标牵头单位", "the lead unit of each indicator")
RELEVANT_DEPARTMENTS = Actor("各相关部门", "all relevant departments")

S1 = Safeguard(
    number=1,
    title="加强组织领导",
    title_en="Stronger leadership",
    commitments=(
        Commitment(
            id="s1.0",
            number="s1.0",
            citation=Citation(None, 0, safeguard=1),
            modality=Modality.DO,
            criterion=Summary(),
            summary="加强组织和领导。",
            summary_en="Strengthen organisation and leadership.",
            role=Role.HEADING,
        ),
        Commitment(
            id="s1.1",
            number="s1.1",
            citation=Citation(None, 1, safeguard=1),
            modality=Modality.DO,
            criterion=Milestone("完善后的工作推进机制", "an improved mechanism for driving the work"),
            summary="把推进营商环境工作的机制完善起来。",
            summary_en="Improve the mechanism that drives the work on the business environment.",
        ),
        Commitment(
            id="s1.2",
            number="s1.2",
            citation=Citation(None, 1, safeguard=1),
            modality=Modality.DO,
            criterion=Checklist(
                (
                    Item("领导小组统筹", "the leading group coordinates"),
                    Item("专项小组牵头", "the special groups take the lead in their fields"),
                    Item("部门协同", "the departments push forward together"),
                ),
                closed=True,
            ),
            summary="由领导小组统筹，由专项小组分头牵头，由各部门一起推进。",
            summary_en="The leading group coordinates, special groups lead in their fields, all departments "
            "push together.",
            role=Role.OUTCOME,
            figures=(Figure("各部门", Quantifier.ALL),),
        ),
        Commitment(
            id="s1.3",
            number="s1.3",
            citation=Citation(None, 2, safeguard=1),
            modality=Modality.MUST,
            criterion=Milestone("工作责任已压实", "responsibility for the work fixed"),
            summary="有关部门和单位必须压实自己的责任。",
            summary_en="Every department and unit concerned must fix responsibility for its work.",
            actor=ALL_DEPARTMENTS,
            figures=(Figure("各有关部门、单位", Quantifier.ALL),),
        ),
        Commitment(
            id="s1.4",
            number="s1.4",
            citation=Citation(None, 2, safeguard=1),
            modality=Modality.MUST,
            criterion=Milestone(
                "得到加强的营商环境专班", "a stronger task force on the business environment"
            ),
            summary="必须加强营商环境的工作专班。",
            summary_en="They must strengthen the task forces on the business environment.",
            actor=ALL_DEPARTMENTS,
        ),
        Commitment(
            id="s1.5",
            number="s1.5",
            citation=Citation(None, 2, safeguard=1),
            modality=Modality.MUST,
            criterion=Milestone("人员配备齐全、得力", "a full and able staff"),
            summary="工作人员必须配得齐、配得强。",
            summary_en="They must staff the work fully and well.",
            actor=ALL_DEPARTMENTS,
            notes=("E18：配齐、配强两项都要做到。",),
            notes_en=("E18: Staffed both fully and well.",),
        ),
        Commitment(
            id="reform-tasks-driven",
            number="s1.6",
            citation=Citation(None, 2, safeguard=1),
            modality=Modality.MUST,
            criterion=Coverage("改革任务", "reform tasks"),
            summary="每项改革任务都必须由高层推动。",
            summary_en="They must drive every reform task from a high level.",
            phrase="各项改革任务",
            actor=ALL_DEPARTMENTS,
            figures=(Figure("各项改革任务", Quantifier.ALL),),
            notes=(
                "B5：“要”统领全句，按“必须”看待；“高位”没有更具体的标准。",
                "E16：任务清单由调用者给出。",
            ),
            notes_en=(
                "B5: 'Are to' governs the whole sentence and is taken as 'must'; 'from a high level' has no "
                "closer standard.",
                "E16: The caller supplies the list of tasks.",
            ),
        ),
        Commitment(
            id="s1.7",
            number="s1.7",
            citation=Citation(None, 3, safeguard=1),
            modality=Modality.MUST,
            criterion=Promptness(
                Event("发现不符合要求", "the document was found not to conform", inferred=True),
                Event("清理或提出修改意见", "it was cleared, or an amendment proposed"),
            ),
            summary="法规、规章、文件同优化营商环境的要求不一致的，有关部门应当及时清理，或者提出如何修改。",
            summary_en="The departments concerned must promptly clear regulations and documents that do not "
            "meet the requirements of a better business environment, or propose amendments.",
            phrase="及时清理",
            actor=DEPARTMENTS,
            scope=Scope(
                "不符合优化营商环境要求的法规、规章、规范性文件和其他政策文件",
                "regulations, rules, normative and other policy documents that do not meet the requirements",
            ),
            figures=(
                Figure("各有关部门", Quantifier.ALL),
                Figure("及时", Quantifier.AT_ONCE),
            ),
            notes=(
                "C6：县里不能修改地方性法规和规章；清理与提意见择一即可（或）。",
                "T17：“及时”没有日数；自发现之日起算属推断。",
            ),
            notes_en=(
                "C6: The county cannot amend local regulations and rules; either clearing or proposing will "
                "do ('or').",
                "T17: 'Promptly' gives no number of days; the start on the day of finding is an inference.",
            ),
        ),
        Commitment(
            id="s1.8",
            number="s1.8",
            citation=Citation(None, 3, safeguard=1),
            modality=Modality.MUST,
            criterion=Milestone(
                "已按程序报请修订或废止", "revision or repeal requested by the proper procedure"
            ),
            summary="修订或者废止，应当依程序报请。",
            summary_en="They must request revision or repeal by the proper procedure.",
            actor=DEPARTMENTS,
            scope=Scope(
                "不符合优化营商环境要求的法规、规章、规范性文件和其他政策文件",
                "regulations, rules, normative and other policy documents that do not meet the requirements",
                inferred=True,
            ),
            notes=("C6：向谁报请原文没有写；修订与废止择一即可（或）。",),
            notes_en=(
                "C6: Whom to request it from the text does not say; either revision or repeal will do "
                "('or').",
            ),
        ),
    ),
)

S2 = Safeguard(
    number=2,
    title="狠抓措施落实",
    title_en="See the measures through",
    commitments=(
        Commitment(
            id="s2.0",
            number="s2.0",
            citation=Citation(None, 0, safeguard=2),
            modality=Modality.DO,
            criterion=Summary(),
            summary="下力气落实各条措施。",
            summary_en="See to it that the measures are carried out.",
            role=Role.HEADING,
        ),
        Commitment(
            id="s2.1",
            number="s2.1",
            citation=Citation(None, 1, safeguard=2),
            modality=Modality.MUST,
            criterion=Milestone("改革工作台账已建立", "a reform ledger set up"),
            summary="牵头单位就其指标应当建立改革台账。",
            summary_en="The lead unit of each indicator must set up a reform ledger.",
            actor=INDICATOR_LEADS,
            instruments=("改革工作台账",),
            figures=(Figure("各指标牵头单位", Quantifier.ALL),),
            notes=(
                "C2：“指标”原文没有定义，对应到各节牵头单位，属推断。",
                "F15：没有期限，看有没有建立、是否覆盖45条。",
            ),
            notes_en=(
                "C2: 'Indicator' is not defined in the text; matching it to the lead units of the sections "
                "is an inference.",
                "F15: There is no date; what counts is whether it is set up and covers the 45 measures.",
            ),
        ),
        Commitment(
            id="s2.2",
            number="s2.2",
            citation=Citation(None, 1, safeguard=2),
            modality=Modality.MUST,
            criterion=Milestone(
                "台账已报领导小组办公室", "the ledger reported to the leading group's office"
            ),
            summary="台账应当报给领导小组的办公室。",
            summary_en="They must report the ledger to the office of the leading group.",
            actor=INDICATOR_LEADS,
            instruments=("改革工作台账",),
            notes=("F15：没有期限。",),
            notes_en=("F15: There is no date.",),
        ),
        Commitment(
            id="ledger-breakdown",
            number="s2.3",
            citation=Citation(None, 1, safeguard=2),
            modality=Modality.MUST,
            criterion=Coverage(
                "措施",
                "measures",
                "条",
                conditions=(
                    ("已细化目标任务", "aims broken down"),
                    ("已细化工作措施", "steps broken down"),
                    ("已细化责任分工", "responsibilities broken down"),
                ),
            ),
            summary="目标任务、工作措施、责任分工，应当一条一条、一项一项地细化。",
            summary_en="They must break down aims, steps and responsibilities item by item.",
            phrase="逐条逐项",
            actor=INDICATOR_LEADS,
            figures=(Figure("逐条逐项", Quantifier.ALL),),
            notes=("F15：“逐条逐项”按覆盖全部45条看待，属推断。",),
            notes_en=("F15: 'Item by item' is taken as covering all 45 measures, an inference.",),
        ),
        Commitment(
            id="s2.4",
            number="s2.4",
            citation=Citation(None, 1, safeguard=2),
            modality=Modality.MUST,
            criterion=Milestone("按清单和进度表推进", "work driven by list and timetable"),
            summary="应当列成清单、排出进度表来推进。",
            summary_en="They must drive the work by list and timetable.",
            actor=INDICATOR_LEADS,
        ),
        Commitment(
            id="s2.5",
            number="s2.5",
            citation=Citation(None, 2, safeguard=2),
            modality=Modality.MUST,
            criterion=Milestone("与市级部门的主动对接", "contact with the municipal departments sought"),
            summary="相关部门必须主动去同市级部门对接。",
            summary_en="The relevant departments must seek contact with their municipal counterparts.",
            actor=RELEVANT_DEPARTMENTS,
            figures=(Figure("各相关部门", Quantifier.ALL),),
        ),
        Commitment(
            id="s2.6",
            number="s2.6",
            citation=Citation(None, 2, safeguard=2),
            modality=Modality.MUST,
            criterion=Milestone(
                "与市级方向一致、步调一致的推进", "progress in the same direction and in step with the city"
            ),
            summary="必须与市级部门方向一致、步调一致地推进。",
            summary_en="They must push in the same direction as the municipal departments, and in step with "
            "them.",
            actor=RELEVANT_DEPARTMENTS,
            notes=("E18：同向、同步两项都要做到。",),
            notes_en=("E18: Both in the same direction and in step.",),
        ),
        Commitment(
            id="reform-measures-delivered",
            number="s2.7",
            citation=Citation(None, 2, safeguard=2),
            modality=Modality.MUST,
            criterion=Coverage("改革措施", "reform measures", "项"),
            summary="必须确保每项改革措施都落地、都见到成效。",
            summary_en="They must make sure that every reform measure is carried out and shows results.",
            phrase="各项改革措施",
            role=Role.OUTCOME,
            actor=RELEVANT_DEPARTMENTS,
            figures=(Figure("各项改革措施", Quantifier.ALL),),
            notes=("E16：措施清单由调用者给出。",),
            notes_en=("E16: The caller supplies the list of measures.",),
        ),
        Commitment(
            id="s2.8",
            number="s2.8",
            citation=Citation(None, 3, safeguard=2),
            modality=Modality.PROMOTE,
            criterion=Milestone("政务大厅的综合窗口", "general counters in the government service hall"),
            summary="加快在政务服务大厅设综合窗口。",
            summary_en="Speed up the opening of general counters in the government service hall.",
        ),
        Commitment(
            id="s2.9",
            number="s2.9",
            citation=Citation(None, 3, safeguard=2),
            modality=Modality.DO,
            criterion=Milestone("线上与线下的融合", "online and counter services joined up"),
            summary="让线上线下的服务更好地融合。",
            summary_en="Join up online and counter services better.",
        ),
        Commitment(
            id="s2.10",
            number="s2.10",
            citation=Citation(None, 3, safeguard=2),
            modality=Modality.DO,
            criterion=Milestone("线下“一窗综办”", "one counter for everything"),
            summary="线下大力推行一个窗口综合办理。",
            summary_en="Push hard for handling everything at one counter.",
            instruments=("一窗综办",),
        ),
        Commitment(
            id="s2.11",
            number="s2.11",
            citation=Citation(None, 3, safeguard=2),
            modality=Modality.DO,
            criterion=Milestone("线上“一网通办”", "one website for everything"),
            summary="线上大力推行一张网通办。",
            summary_en="Push hard for handling everything on one website.",
            instruments=("一网通办",),
            notes=("F13：“一网通办”是服务方式，不是第2条、第5条的“一网通”平台。",),
            notes_en=(
                "F13: 'Everything on one website' is a way of serving, not the one-network platform of "
                "measures 2 and 5.",
            ),
        ),
        Commitment(
            id="s2.12",
            number="s2.12",
            citation=Citation(None, 4, safeguard=2),
            modality=Modality.DO,
            criterion=Milestone("高标准的办事指南", "service guides of a high standard"),
            summary="按高标准来编办事指南。",
            summary_en="Draw up service guides to a high standard.",
        ),
        Commitment(
            id="s2.13",
            number="s2.13",
            citation=Citation(None, 4, safeguard=2),
            modality=Modality.DO,
            criterion=Recurring("窗口人员培训", "training of counter staff"),
            summary="加强对窗口人员的培训。",
            summary_en="Train counter staff better.",
            notes=("T19：培训频次原文没有写，每年至少一次属推断。",),
            notes_en=(
                "T19: How often to train the text does not say; at least once a year is an inference.",
            ),
        ),
        Commitment(
            id="s2.14",
            number="s2.14",
            citation=Citation(None, 4, safeguard=2),
            modality=Modality.DO,
            criterion=Trend(
                "政务服务的专业和规范水平",
                "how professional and uniform services are",
                Direction.UP,
            ),
            summary="政务服务更专业、更规范。",
            summary_en="Make government services more professional and more uniform.",
            role=Role.OUTCOME,
            notes=("E18：专业、规范两项都要提升。",),
            notes_en=("E18: Both more professional and more uniform.",),
        ),
    ),
    names=(
        NamedTerm("同步推进", "与市级步调一致，不是时限", "in step with the city; no time limit"),
        NamedTerm(
            "“一窗综办”", "服务方式的名称，“一”是合并为一", "the name of a way of serving: many made one"
        ),
        NamedTerm(
            "“一网通办”", "服务方式的名称，“一”是合并为一", "the name of a way of serving: many made one"
        ),
    ),
)

S3 = Safeguard(
    number=3,
    title="强化评估督导",
    title_en="Closer evaluation and supervision",
    commitments=(
        Commitment(
            id="s3.0",
            number="s3.0",
            citation=Citation(None, 0, safeguard=3),
            modality=Modality.DO,
            criterion=Summary(),
            summary="加强评估和督导。",
            summary_en="Evaluate and supervise more closely.",
            role=Role.HEADING,
        ),
        Commitment(
            id="s3.1",
            number="s3.1",
            citation=Citation(None, 1, safeguard=3),
            modality=Modality.DO,
            criterion=Recurring("跟踪督查", "follow-up inspection"),
            summary="加强平日的跟踪督查。",
            summary_en="Step up day-to-day follow-up inspections.",
            figures=(Figure("日常", Quantifier.REPEATED),),
            notes=("T19：频次原文没有写，每年至少一次属推断。",),
            notes_en=("T19: How often the text does not say; at least once a year is an inference.",),
        ),
        Commitment(
            id="s3.2",
            number="s3.2",
            citation=Citation(None, 1, safeguard=3),
            modality=Modality.DO,
            criterion=Checklist(
                (
                    Item("政策落实", "carrying out of policies"),
                    Item("窗口运行", "running of the counters"),
                    Item("宣传培训", "publicity and training"),
                ),
                closed=False,
            ),
            summary="重点督查督办政策是否落实、窗口运行如何、宣传培训如何等。",
            summary_en="Inspect and press above all how policies are carried out, how the counters run, how "
            "publicity and training go, and the like.",
        ),
        Commitment(
            id="s3.3",
            number="s3.3",
            citation=Citation(None, 2, safeguard=3),
            modality=Modality.DO,
            criterion=Recurring("明察暗访", "open and undercover visits"),
            summary="不断地进行明察和暗访。",
            summary_en="Keep up open and undercover visits.",
            figures=(Figure("持续开展", Quantifier.REPEATED),),
            notes=("T19：频次原文没有写，每年至少一次属推断。",),
            notes_en=("T19: How often the text does not say; at least once a year is an inference.",),
        ),
        Commitment(
            id="s3.4",
            number="s3.4",
            citation=Citation(None, 2, safeguard=3),
            modality=Modality.DO,
            criterion=Milestone("反面典型已通报", "the bad examples named"),
            summary="通报有损营商环境的反面典型（懒政、不作为、乱作为之类）。",
            summary_en="Name bad examples (idle, inactive or arbitrary officials and the like) that harm "
            "the business environment.",
            scope=Scope("损害营商环境的反面典型", "bad examples that harm the business environment"),
        ),
        Commitment(
            id="s3.5",
            number="s3.5",
            citation=Citation(None, 3, safeguard=3),
            modality=Modality.DO,
            criterion=Milestone("总结评估", "a review and evaluation"),
            summary="做好总结，做好评估。",
            summary_en="Review and evaluate the work.",
            notes=("T14：评估日期原文没有写。",),
            notes_en=("T14: The date of the evaluation the text does not give.",),
        ),
        Commitment(
            id="s3.6",
            number="s3.6",
            citation=Citation(None, 3, safeguard=3),
            modality=Modality.DO,
            criterion=Promptness(
                Event("认定行之有效", "the practice was found to work", inferred=True),
                Event("复制推广", "it was copied elsewhere"),
            ),
            summary="经验做法确实管用的，及时在别处推广。",
            summary_en="Spread practices that have proved their worth promptly.",
            phrase="及时复制推广",
            scope=Scope("行之有效的经验做法", "practices that have proved their worth"),
            figures=(Figure("及时", Quantifier.AT_ONCE),),
            notes=("T17：没有日数，只按调用者给出的外部时限判；自认定之日起算属推断。",),
            notes_en=(
                "T17: No number of days; judged only against an external limit the caller supplies. The "
                "start on the day they are found to have proved their worth is an inference.",
            ),
        ),
        Commitment(
            id="s3.7",
            number="s3.7",
            citation=Citation(None, 3, safeguard=3),
            modality=Modality.DO,
            criterion=Milestone("落实不力的已追责问责", "those who failed to deliver held to account"),
            summary="谁落实不力，就追谁的责、问谁的责。",
            summary_en="Hold to account those who fail to deliver.",
            scope=Scope("落实不力的", "those who fail to deliver"),
        ),
    ),
)

S4 = Safeguard(
    number=4,
    title="加大宣传力度",
    title_en="More publicity",
    commitments=(
        Commitment(
            id="s4.0",
            number="s4.0",
            citation=Citation(None, 0, safeguard=4),
            modality=Modality.DO,
            criterion=Summary(),
            summary="多做宣传。",
            summary_en="Do more publicity.",
            role=Role.HEADING,
        ),
        Commitment(
            id="s4.1",
            number="s4.1",
            citation=Citation(None, 1, safeguard=4),
            modality=Modality.DO,
            criterion=Recurring("政策文件推介", "presentation of policy documents"),
            summary="不断推介有关营商环境的政策和文件。",
            summary_en="Keep presenting the policy documents on the business environment.",
            figures=(Figure("持续推介", Quantifier.REPEATED),),
            notes=("T19：频次原文没有写，每年至少一次属推断。",),
            notes_en=("T19: How often the text does not say; at least once a year is an inference.",),
        ),
        Commitment(
            id="s4.2",
            number="s4.2",
            citation=Citation(None, 1, safeguard=4),
            modality=Modality.DO,
            criterion=Milestone("改革成效的集中展示", "a joint showing of what the reform achieved"),
            summary="把改革取得的成效集中展示出来。",
            summary_en="Show together what the reform has achieved.",
        ),
        Commitment(
            id="s4.3",
            number="s4.3",
            citation=Citation(None, 2, safeguard=4),
            modality=Modality.DO,
            criterion=Checklist(
                (
                    Item("微信", "WeChat"),
                    Item("微博", "Weibo"),
                    Item("短视频", "short videos"),
                ),
                closed=False,
            ),
            summary="用微信、微博和短视频等新媒体来拓展传播的渠道。",
            summary_en="Open further channels through new media: WeChat, Weibo, short videos and the like.",
        ),
        Commitment(
            id="s4.4",
            number="s4.4",
            citation=Citation(None, 2, safeguard=4),
            modality=Modality.PROMOTE,
            criterion=Checklist(
                (Item("进园区", "into industrial parks"), Item("进企业", "into enterprises")), closed=True
            ),
            summary="推动宣传走进园区、走进企业。",
            summary_en="Promote publicity in industrial parks and enterprises.",
        ),
        Commitment(
            id="s4.5",
            number="s4.5",
            citation=Citation(None, 2, safeguard=4),
            modality=Modality.DO,
            criterion=Trend("宣传覆盖面", "reach of the publicity", Direction.UP),
            summary="让宣传覆盖得更广。",
            summary_en="Widen the reach of the publicity.",
            role=Role.OUTCOME,
        ),
        Commitment(
            id="s4.6",
            number="s4.6",
            citation=Citation(None, 2, safeguard=4),
            modality=Modality.DO,
            criterion=Milestone("浓厚的舆论宣传氛围", "a lively climate of public attention"),
            summary="形成浓厚的舆论氛围。",
            summary_en="Create a lively climate of public attention.",
            role=Role.OUTCOME,
        ),
    ),
)

SAFEGUARDS: tuple[Safeguard, ...] = (S1, S2, S3, S4)
