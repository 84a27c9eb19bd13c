"""三（二）加强知识产权创造、保护和运用: section 3.2, measures 38 to 40."""

from wushan_plan.model.citation import Citation
from wushan_plan.model.commitment import Actor, Commitment, Figure, NamedTerm, Quantifier, Role
from wushan_plan.model.criteria import (
    Checklist,
    Direction,
    Item,
    Milestone,
    Recurring,
    Summary,
    Trend,
)
from wushan_plan.model.modality import Modality
from wushan_plan.model.plan import Measure, Section
from wushan_plan.plan2021 import lead_units as unit

COURTS = Actor("司法机关", "the courts and prosecutors", inferred=True)

M38 = Measure(
    number=38,
    title="完善知识产权服务",
    title_en="Improve intellectual property services",
    commitments=(
        Commitment(
            id="m38.0",
            number="m38.0",
            citation=Citation(38, 0),
            modality=Modality.DO,
            criterion=Summary(),
            summary="让知识产权方面的服务更加完善。",
            summary_en="Improve services for intellectual property.",
            role=Role.HEADING,
        ),
        Commitment(
            id="m38.1",
            number="m38.1",
            citation=Citation(38, 1),
            modality=Modality.DO,
            criterion=Milestone(
                "健全的知识产权制度和政策", "a sound set of rules and policies on intellectual property"
            ),
            summary="把知识产权的制度和政策健全起来。",
            summary_en="Complete the rules and policies on intellectual property.",
        ),
        Commitment(
            id="m38.2",
            number="m38.2",
            citation=Citation(38, 1),
            modality=Modality.DO,
            criterion=Checklist(
                (
                    Item("知识产权保护", "protection of intellectual property"),
                    Item("知识产权运用", "use of intellectual property"),
                ),
                closed=True,
            ),
            summary="把知识产权的保护、知识产权的运用都写进县级“十四五”规划。",
            summary_en="Write both the protection and the use of intellectual property into the county's "
            "14th five-year plan.",
            instruments=("县“十四五”规划",),
            notes=("T14：规划期另有起止，本项只要求写入规划。",),
            notes_en=(
                "T14: The planning period has its own beginning and end; this commitment only asks that "
                "both be written into the plan.",
            ),
        ),
        Commitment(
            id="m38.3",
            number="m38.3",
            citation=Citation(38, 2),
            modality=Modality.DO,
            criterion=Milestone(
                "健全的知识产权协作机制", "a sound mechanism for cooperation on intellectual property"
            ),
            summary="把知识产权方面的协作机制健全起来。",
            summary_en="Complete the mechanism for cooperation on intellectual property.",
        ),
        Commitment(
            id="m38.4",
            number="m38.4",
            citation=Citation(38, 2),
            modality=Modality.DO,
            criterion=Checklist(
                (
                    Item("管理机构", "administering bodies"),
                    Item("执法保护机构", "enforcing and protecting bodies"),
                    Item("支持机构", "supporting bodies"),
                ),
                closed=True,
            ),
            summary="在知识产权的管理、执法保护、支持等机构之间建起沟通渠道。",
            summary_en="Build channels between the bodies that administer, enforce and support intellectual "
            "property.",
        ),
        Commitment(
            id="m38.5",
            number="m38.5",
            citation=Citation(38, 2),
            modality=Modality.DO,
            criterion=Trend(
                "机构联合办公的频次", "how often the bodies work in joint session", Direction.UP, "次"
            ),
            summary="各机构更多地联合办公。",
            summary_en="Have the bodies work in joint session more often.",
            role=Role.OUTCOME,
        ),
    ),
    names=(NamedTerm("“十四五”", "规划期的名称，不是数量", "the name of a planning period, not a number"),),
)

M39 = Measure(
    number=39,
    title="提升知识产权创造质量和运用效益",
    title_en="Better intellectual property, better used",
    commitments=(
        Commitment(
            id="m39.0",
            number="m39.0",
            citation=Citation(39, 0),
            modality=Modality.DO,
            criterion=Summary(),
            summary="知识产权创造得更好，用得更有效益。",
            summary_en="Create better intellectual property and use it to better effect.",
            role=Role.HEADING,
        ),
        Commitment(
            id="m39.1",
            number="m39.1",
            citation=Citation(39, 1),
            modality=Modality.PROMOTE,
            criterion=Milestone(
                "对知识产权金融创新的支持",
                "support for innovation in intellectual property finance",
            ),
            summary="支持金融机构创新知识产权金融产品及其衍生品，不限类别。",
            summary_en="Support financial institutions in developing new financial products and derivatives "
            "of every kind based on intellectual property.",
            beneficiary="金融机构",
            beneficiary_en="financial institutions",
            figures=(Figure("各类", Quantifier.ALL),),
            notes=("创新由金融机构推动，牵头单位的义务是支持。",),
            notes_en=(
                "The innovation is driven by the financial institutions; the duty of the lead units is to "
                "support it.",
            ),
        ),
        Commitment(
            id="m39.2",
            number="m39.2",
            citation=Citation(39, 2),
            modality=Modality.DO,
            criterion=Milestone("专利代理机构已纳入监管范围", "patent agencies brought under supervision"),
            summary="对专利代理机构也实行“双随机、一公开”监管。",
            summary_en="Bring patent agencies under random and public inspection.",
            instruments=("双随机、一公开",),
            notes=("F14：与第33条同一机制，编号分开。",),
            notes_en=("F14: The same mechanism as in measure 33, with a number of its own.",),
        ),
        Commitment(
            id="m39.3",
            number="m39.3",
            citation=Citation(39, 2),
            modality=Modality.DO,
            criterion=Checklist(
                (
                    Item("非正常专利申请", "abnormal patent applications"),
                    Item("商标恶意注册", "registration of trade marks in bad faith"),
                    Item("商标囤积", "hoarding of trade marks"),
                ),
                closed=True,
            ),
            summary="对非正常的专利申请、恶意注册商标、囤积商标加强监管。",
            summary_en="Supervise more closely abnormal patent applications, and the registration in bad "
            "faith and hoarding of trade marks.",
        ),
    ),
    names=(NamedTerm("“双随机、一公开”", "监管机制的名称", "the name of a way of supervising"),),
)

M40 = Measure(
    number=40,
    title="加强知识产权全面保护",
    title_en="Protect intellectual property on all sides",
    commitments=(
        Commitment(
            id="m40.0",
            number="m40.0",
            citation=Citation(40, 0),
            modality=Modality.DO,
            criterion=Summary(),
            summary="对知识产权加强保护，面面俱到。",
            summary_en="Protect intellectual property more strongly and on all sides.",
            role=Role.HEADING,
            figures=(Figure("全面保护", Quantifier.ALL),),
        ),
        Commitment(
            id="m40.1",
            number="m40.1",
            citation=Citation(40, 1),
            modality=Modality.DO,
            criterion=Milestone(
                "保护知识产权的联席会议制度", "a joint conference on protecting intellectual property"
            ),
            summary="为保护知识产权建立联席会议的制度。",
            summary_en="Set up a joint conference on protecting intellectual property.",
        ),
        Commitment(
            id="m40.2",
            number="m40.2",
            citation=Citation(40, 2),
            modality=Modality.DO,
            criterion=Milestone("得到强化的司法保护", "stronger judicial protection"),
            summary="强化以司法手段保护知识产权。",
            summary_en="Strengthen the judicial protection of intellectual property.",
            actor=COURTS,
            notes=("C3：司法保护由法院等行使，本节由县市场监管局牵头，按协同事项看待，属推断。",),
            notes_en=(
                "C3: Judicial protection is for the courts and others to exercise, while the county's "
                "market regulator leads this section; taken as coordination, an inference.",
            ),
        ),
        Commitment(
            id="m40.3",
            number="m40.3",
            citation=Citation(40, 2),
            modality=Modality.DO,
            criterion=Trend(
                "对侵权假冒的惩戒力度", "severity against infringement and counterfeiting", Direction.UP
            ),
            summary="对侵权和假冒惩戒得更重。",
            summary_en="Come down harder on infringement and counterfeiting.",
        ),
        Commitment(
            id="m40.4",
            number="m40.4",
            citation=Citation(40, 2),
            modality=Modality.PROMOTE,
            criterion=Milestone("惩罚性赔偿制度得到实施", "punitive damages applied in practice"),
            summary="推动知识产权的惩罚性赔偿制度实施起来。",
            summary_en="Promote the use of punitive damages for intellectual property.",
            notes=("C3：赔偿由法院判决，牵头单位只能推动，属推断。",),
            notes_en=(
                "C3: Damages are for the courts to award, and the lead units can only promote them, an "
                "inference.",
            ),
        ),
        Commitment(
            id="m40.5",
            number="m40.5",
            citation=Citation(40, 3),
            modality=Modality.DO,
            criterion=Recurring(
                "知识产权专项整治", "campaign against infringements of intellectual property"
            ),
            summary="就知识产权开展专项整治。",
            summary_en="Carry out campaigns against infringements of intellectual property.",
            notes=("T19：次数原文没有写，每年至少一次属推断。",),
            notes_en=("T19: How many times the text does not say; at least once a year is an inference.",),
        ),
        Commitment(
            id="m40.6",
            number="m40.6",
            citation=Citation(40, 3),
            modality=Modality.DO,
            criterion=Checklist(
                (
                    Item("商标", "trade marks"),
                    Item("专利", "patents"),
                    Item("地理标志", "geographical indications"),
                ),
                closed=False,
            ),
            summary="严厉查处商标、专利和地理标志等方面的侵权、假冒。",
            summary_en="Investigate and punish strictly infringement and counterfeiting in trade marks, "
            "patents, geographical indications and the like.",
        ),
    ),
)

SECTION = Section(
    id="3.2",
    title="加强知识产权创造、保护和运用",
    title_en="Create, protect and use intellectual property",
    lead_units=(unit.MARKET_REGULATION,),
    measures=(M38, M39, M40),
)
