"""三（四）强化民商事案件司法保障: section 3.4, measures 43 to 45."""

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
    Ceiling,
    Checklist,
    Coverage,
    Direction,
    Event,
    Item,
    Milestone,
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

M43 = Measure(
    number=43,
    title="推进“智慧法院”建设",
    title_en="Promote the 'smart court'",
    commitments=(
        Commitment(
            id="m43.0",
            number="m43.0",
            citation=Citation(43, 0),
            modality=Modality.PROMOTE,
            criterion=Summary(),
            summary="推进智慧型法院的建设。",
            summary_en="Promote the building of a smart court.",
            role=Role.HEADING,
            notes=("C3：县法院不隶属县政府，本节按协同事项看待，属推断。",),
            notes_en=(
                "C3: The county court is not under the county government; this section is taken as "
                "coordination, an inference.",
            ),
        ),
        Commitment(
            id="m43.1",
            number="m43.1",
            citation=Citation(43, 1),
            modality=Modality.DO,
            criterion=Milestone(
                "电子诉讼平台已推广使用", "the electronic litigation platform in general use"
            ),
            summary="推广并运用电子诉讼的平台。",
            summary_en="Spread and use the electronic litigation platform.",
            platforms=("电子诉讼平台",),
        ),
        Commitment(
            id="m43.2",
            number="m43.2",
            citation=Citation(43, 1),
            modality=Modality.DO,
            criterion=Recurring("系统使用培训", "training in the use of the system"),
            summary="加强对系统使用的培训。",
            summary_en="Train people better in the use of the system.",
            notes=("T19：培训频次原文没有写，每年至少一次属推断。",),
            notes_en=(
                "T19: How often to train the text does not say; at least once a year is an inference.",
            ),
        ),
        Commitment(
            id="m43.3",
            number="m43.3",
            citation=Citation(43, 1),
            modality=Modality.DO,
            criterion=Trend("平台使用频率", "how often the platform is used", Direction.UP, "次"),
            summary="平台用得更频繁。",
            summary_en="Have the platform used more often.",
            role=Role.OUTCOME,
        ),
        Commitment(
            id="m43.4",
            number="m43.4",
            citation=Citation(43, 2),
            modality=Modality.PROMOTE,
            criterion=Milestone("诉讼服务可电子化办理", "litigation services available electronically"),
            summary="推进以电子方式提供诉讼服务。",
            summary_en="Promote litigation services in electronic form.",
        ),
        Commitment(
            id="electronic-filing-paper",
            number="m43.5",
            citation=Citation(43, 2),
            modality=Modality.ENTITLEMENT,
            criterion=Ceiling(
                Quantity("paper_copies", "另外要求的纸质材料", "paper copies asked for all the same", "份"),
                most=0,
            ),
            summary="只要在线交了有效的电子资料，就不再向其要纸质件。",
            summary_en="Whoever has handed in valid electronic material online is asked for no paper.",
            phrase="不再要求提供纸质",
            is_target=True,
            scope=Scope(
                "已在线提供有效电子资料的",
                "where valid electronic material was given online",
                condition=Fact(
                    "valid_electronic_material",
                    "是否已在线提供有效电子资料",
                    "valid electronic material given online",
                    FactKind.TRUTH,
                ),
            ),
            figures=(
                Figure("凡", Quantifier.ALL),
                Figure("不再要求", Quantifier.ZERO),
            ),
            law=(
                SuperiorRule(
                    law="重庆市优化营商环境条例",
                    article=42,
                    zh="政务服务中不得重复索要纸质材料；说的是政务服务，不是诉讼。",
                    en="No paper duplicates in government services; it does not speak of litigation.",
                    relation=Relation.DIFFERENT_SCOPE,
                ),
            ),
            notes=("E20：电子资料是否有效由法院认定，属推断，作为事实输入。",),
            notes_en=(
                "E20: Whether electronic material is valid the court decides, an inference; it is entered "
                "as a fact.",
            ),
        ),
        Commitment(
            id="electronic-service-coverage",
            number="m43.6",
            citation=Citation(43, 3),
            modality=Modality.DO,
            criterion=Coverage("可以电子送达的案件", "cases open to electronic service", "件"),
            summary="电子送达全面推行开来。",
            summary_en="Introduce electronic service across the board.",
            phrase="全面推行",
            figures=(Figure("全面推行", Quantifier.ALL),),
            law=(
                SuperiorRule(
                    law="中华人民共和国民事诉讼法",
                    article=90,
                    zh="电子送达须经受送达人同意（2021年12月修正后的条号，晚于方案印发）。",
                    en="Electronic service needs the consent of the person served (numbering of the "
                    "December 2021 amendment, later than the plan).",
                    relation=Relation.DIFFERENT_SCOPE,
                ),
            ),
            notes=("E16：适用范围（哪些案件可以电子送达）由调用者给出；B2：全面推行是软指标。",),
            notes_en=(
                "E16: The caller supplies what it applies to (which cases may be served electronically). "
                "B2: 'Introduce across the board' is a soft indicator.",
            ),
        ),
        Commitment(
            id="m43.7",
            number="m43.7",
            citation=Citation(43, 3),
            modality=Modality.DO,
            criterion=Trend("电子送达适用率", "share of cases served electronically", Direction.UP),
            summary="采用电子送达的比例有所提高。",
            summary_en="Raise the share of cases served electronically.",
        ),
        Commitment(
            id="m43.8",
            number="m43.8",
            citation=Citation(43, 4),
            modality=Modality.DO,
            criterion=Milestone("完善后的送达地址承诺制", "an improved scheme of declared service addresses"),
            summary="把企业承诺送达地址的制度完善起来。",
            summary_en="Improve the scheme under which enterprises declare an address for service.",
            instruments=("企业送达地址承诺制",),
            law=(
                SuperiorRule(
                    law="重庆市优化营商环境条例",
                    article=72,
                    zh="企业在公示系统填写电子地址的，视为同意以此送达。",
                    en="An enterprise that enters an electronic address in the public register is taken to "
                    "agree to service there.",
                    relation=Relation.DIFFERENT_SCOPE,
                ),
            ),
        ),
        Commitment(
            id="existing-enterprise-records",
            number="m43.9",
            citation=Citation(43, 4),
            modality=Modality.DO,
            criterion=Coverage("存量企业", "existing enterprises", "家"),
            summary="把存量企业的信息录全。",
            summary_en="Enter the details of all existing enterprises.",
            phrase="全面录入",
            figures=(Figure("全面录入", Quantifier.ALL),),
            notes=("E16：“存量”的基准日原文没有写，名单由调用者给出。",),
            notes_en=(
                "E16: As of which day an enterprise is 'existing' the text does not say; the caller "
                "supplies the list.",
            ),
        ),
        Commitment(
            id="m43.10",
            number="m43.10",
            citation=Citation(43, 4),
            modality=Modality.DO,
            criterion=Trend("法律文书送达效率", "efficiency of serving legal documents", Direction.UP),
            summary="法律文书送达得更有效率。",
            summary_en="Serve legal documents more efficiently.",
            role=Role.OUTCOME,
        ),
    ),
)

M44 = Measure(
    number=44,
    title="提高审判效率",
    title_en="Make trials more efficient",
    commitments=(
        Commitment(
            id="m44.0",
            number="m44.0",
            citation=Citation(44, 0),
            modality=Modality.DO,
            criterion=Summary(),
            summary="让审判更有效率。",
            summary_en="Make trials more efficient.",
            role=Role.HEADING,
        ),
        Commitment(
            id="m44.1",
            number="m44.1",
            citation=Citation(44, 1),
            modality=Modality.DO,
            criterion=Milestone(
                "繁简分流改革已深化", "the separation of simple from complex cases carried further"
            ),
            summary="民事诉讼的繁简分流继续深化改革。",
            summary_en="Carry further the separation of simple from complex civil cases.",
        ),
        Commitment(
            id="m44.2",
            number="m44.2",
            citation=Citation(44, 1),
            modality=Modality.DO,
            criterion=Trend("简易程序适用率", "share of cases under summary procedure", Direction.UP),
            summary="提高适用简易程序的比例。",
            summary_en="Raise the share of cases under summary procedure.",
        ),
        Commitment(
            id="m44.3",
            number="m44.3",
            citation=Citation(44, 1),
            modality=Modality.DO,
            criterion=Trend(
                "小额诉讼程序适用率", "share of cases under small-claims procedure", Direction.UP
            ),
            summary="提高适用小额诉讼程序的比例。",
            summary_en="Raise the share of cases under small-claims procedure.",
        ),
        Commitment(
            id="m44.4",
            number="m44.4",
            citation=Citation(44, 1),
            modality=Modality.DO,
            criterion=Trend("开庭次数", "number of hearings", Direction.DOWN, "次"),
            summary="少开庭。",
            summary_en="Hold fewer hearings.",
            role=Role.OUTCOME,
            notes=("E14：与上期可比数相比，减少才算；计算口径（每案平均或总数）原文没有写。",),
            notes_en=(
                "E14: Only a fall against the comparable figure of the previous period counts; how it is "
                "counted (mean per case or total) the text does not say.",
            ),
        ),
        Commitment(
            id="m44.5",
            number="m44.5",
            citation=Citation(44, 2),
            modality=Modality.DO,
            criterion=Milestone("完善后的审判管理系统", "an improved trial management system"),
            summary="把审判管理的系统完善起来。",
            summary_en="Improve the trial management system.",
            platforms=("审判管理系统",),
        ),
        Commitment(
            id="m44.6",
            number="m44.6",
            citation=Citation(44, 2),
            modality=Modality.DO,
            criterion=Milestone("优化后的“数智说”平台", "an improved Shuzhishuo platform"),
            summary="优化“数智说”这一平台。",
            summary_en="Improve the Shuzhishuo platform.",
            platforms=("数智说",),
        ),
        Commitment(
            id="m44.7",
            number="m44.7",
            citation=Citation(44, 2),
            modality=Modality.DO,
            criterion=Trend(
                "节点管理的智能化水平", "how far the tracking of time limits is automated", Direction.UP
            ),
            summary="审理时间节点的管理更加智能。",
            summary_en="Track the time limits of cases more intelligently.",
            role=Role.OUTCOME,
        ),
        Commitment(
            id="m44.8",
            number="m44.8",
            citation=Citation(44, 2),
            modality=Modality.DO,
            criterion=Trend("各次开庭之间的间隔", "interval between hearings", Direction.DOWN, "日"),
            summary="缩短前后几次开庭之间隔开的时间。",
            summary_en="Shorten the interval between one hearing and the next.",
            role=Role.OUTCOME,
            notes=("E14：没有日数，与上期可比数相比。",),
            notes_en=("E14: No number of days; compared with the comparable figure of the previous period.",),
        ),
        Commitment(
            id="m44.9",
            number="m44.9",
            citation=Citation(44, 2),
            modality=Modality.DO,
            criterion=Trend("开庭至判决的间隔", "interval from hearing to judgment", Direction.DOWN, "日"),
            summary="缩短从开庭到判决之间隔开的时间。",
            summary_en="Shorten the interval from hearing to judgment.",
            role=Role.OUTCOME,
            notes=("E14：没有日数，与上期可比数相比。",),
            notes_en=("E14: No number of days; compared with the comparable figure of the previous period.",),
        ),
    ),
    names=(
        NamedTerm("数智说", "平台名", "the name of a platform"),
        NamedTerm("数次开庭", "不定数，不是限额", "an indefinite number, not a limit"),
    ),
)

M45 = Measure(
    number=45,
    title="提高执行效率",
    title_en="Make enforcement more efficient",
    commitments=(
        Commitment(
            id="m45.0",
            number="m45.0",
            citation=Citation(45, 0),
            modality=Modality.DO,
            criterion=Summary(),
            summary="让执行更有效率。",
            summary_en="Make the enforcement of judgments more efficient.",
            role=Role.HEADING,
        ),
        Commitment(
            id="m45.1",
            number="m45.1",
            citation=Citation(45, 1),
            modality=Modality.DO,
            criterion=Milestone(
                "生效判决自动生成和查询的机制",
                "a mechanism that generates effective judgments automatically and lets them be looked up",
            ),
            summary="强化自动生成、可供查询的生效判决机制。",
            summary_en="Strengthen the mechanism that generates effective judgments automatically and lets "
            "them be looked up.",
        ),
        Commitment(
            id="enforcement-certificate",
            number="m45.2",
            citation=Citation(45, 1),
            modality=Modality.ENTITLEMENT,
            criterion=Ceiling(
                Quantity(
                    "paper_certificates",
                    "要求提交的纸质生效证明",
                    "paper certificates of effectiveness asked for",
                    "份",
                ),
                most=0,
            ),
            summary="当事人申请执行，一份纸质的生效证明也不用交。",
            summary_en="A party applying for enforcement needs no paper certificate that the judgment is "
            "effective.",
            phrase="不再需要纸质",
            is_target=True,
            beneficiary="当事人",
            beneficiary_en="parties",
            scope=Scope("当事人申请执行", "parties applying for enforcement"),
            figures=(Figure("不再需要", Quantifier.ZERO),),
        ),
        Commitment(
            id="m45.3",
            number="m45.3",
            citation=Citation(45, 2),
            modality=Modality.DO,
            criterion=Milestone(
                "动产执行的流程管理规定", "rules on the process of enforcing against movables"
            ),
            summary="就动产执行的流程管理定出规定。",
            summary_en="Lay down rules on the process of enforcing against movables.",
        ),
        Commitment(
            id="m45.4",
            number="m45.4",
            citation=Citation(45, 2),
            modality=Modality.DO,
            criterion=Checklist(
                (
                    Item("执行准备", "preparing enforcement"),
                    Item("执行立案", "registering the enforcement case"),
                    Item("首次拍卖", "first auction"),
                    Item("二次拍卖", "second auction"),
                ),
                closed=False,
            ),
            summary="优化处置动产的流程：执行准备和立案、首次和二次拍卖等。",
            summary_en="Improve the steps of disposing of movables: preparation, registration, both "
            "auctions and the like.",
        ),
        Commitment(
            id="m45.5",
            number="m45.5",
            citation=Citation(45, 2),
            modality=Modality.DO,
            criterion=Trend("执行耗时", "time taken by enforcement", Direction.DOWN, "日"),
            summary="缩短执行花的时间。",
            summary_en="Spend less time on enforcement.",
            role=Role.OUTCOME,
        ),
        Commitment(
            id="m45.6",
            number="m45.6",
            citation=Citation(45, 3),
            modality=Modality.PROMOTE,
            criterion=Trend("财产查控用时", "time taken to find and freeze assets", Direction.DOWN, "日"),
            summary="更快地查明和控制财产。",
            summary_en="Find and freeze assets faster.",
        ),
        Commitment(
            id="m45.7",
            number="m45.7",
            citation=Citation(45, 3),
            modality=Modality.DO,
            criterion=Trend("财产保全效率", "efficiency of preserving assets", Direction.UP),
            summary="财产保全做得更有效率。",
            summary_en="Preserve assets more efficiently.",
            role=Role.OUTCOME,
        ),
        Commitment(
            id="m45.8",
            number="m45.8",
            citation=Citation(45, 4),
            modality=Modality.DO,
            criterion=Milestone("加强后的案款管理", "stronger management of case funds"),
            summary="把案款管得更严。",
            summary_en="Manage case funds more closely.",
        ),
        Commitment(
            id="m45.9",
            number="m45.9",
            citation=Citation(45, 4),
            modality=Modality.DO,
            criterion=Promptness(
                Event("案款到账", "funds received", inferred=True),
                Event("案款分配", "funds distributed"),
            ),
            summary="执行所得的案款分配得及时。",
            summary_en="Distribute the proceeds of enforcement promptly.",
            phrase="及时分配",
            figures=(Figure("及时分配", Quantifier.AT_ONCE),),
            notes=("T17：没有日数，只按调用者给出的外部时限判；自到账起算属推断。",),
            notes_en=(
                "T17: No number of days; judged only against an external limit the caller supplies. The "
                "start when the money arrives is an inference.",
            ),
        ),
    ),
    names=(
        NamedTerm("自动生成", "机制的方式，没有时限", "the manner of a mechanism, without a time limit"),
        NamedTerm("首次拍卖", "拍卖阶段的名称，不是上限", "a stage of the auction, not a cap"),
        NamedTerm("二次拍卖", "拍卖阶段的名称，不是上限", "a stage of the auction, not a cap"),
    ),
)

SECTION = Section(
    id="3.4",
    title="强化民商事案件司法保障",
    title_en="Stronger judicial support in civil and commercial cases",
    lead_units=(unit.COURT,),
    measures=(M43, M44, M45),
)
