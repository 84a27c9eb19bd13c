"""二（四）推行优质高效税费服务: section 2.4, measures 30 to 32."""

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
    Event,
    ExactCount,
    Item,
    Milestone,
    Promptness,
    Quantity,
    Summary,
    Trend,
)
from wushan_plan.model.modality import Modality
from wushan_plan.model.plan import Measure, Section
from wushan_plan.plan2021 import lead_units as unit

TAX_SERVICE = Actor("巫山县税务局", "Wushan County Tax Service", inferred=True)

M30 = Measure(
    number=30,
    title="压减税费缴纳次数和时间",
    title_en="Fewer tax payments and less time",
    commitments=(
        Commitment(
            id="m30.0",
            number="m30.0",
            citation=Citation(30, 0),
            modality=Modality.DO,
            criterion=AllOf(
                (
                    Trend(
                        "税费缴纳次数",
                        "number of tax and fee payments",
                        Direction.DOWN,
                        "次",
                        name="payments",
                    ),
                    Trend("税费缴纳时间", "time taken by paying taxes and fees", Direction.DOWN, name="time"),
                )
            ),
            summary="缴税缴费的次数要减少，花的时间也要减少。",
            summary_en="Cut how often taxes and fees are paid, and the time it takes.",
            role=Role.HEADING,
            law=(
                SuperiorRule(
                    law="优化营商环境条例",
                    article=46,
                    zh="税务机关精简资料和流程，简并申报缴税次数，压减时间，推广电子发票，逐步做到全程网上办。",
                    en="Tax authorities trim documents and steps, merge filings and payments, cut the time, "
                    "promote electronic invoices and gradually move the whole process online.",
                    relation=Relation.PARENT,
                ),
            ),
            notes=(
                "A5：缴纳“次数”只写在标题里，正文没有，所以标题单独判定，次数和时间都要减少。",
                "E14：以上一可比期间为基准，严格减少。",
            ),
            notes_en=(
                "A5: 'How often' stands in the heading only and not in the body, so the heading is judged "
                "on its own: both the number of payments and the time must fall.",
                "E14: Against the previous comparable period, strictly less.",
            ),
        ),
        Commitment(
            id="combined-tax-filing",
            number="m30.1",
            citation=Citation(30, 1),
            modality=Modality.TARGET,
            criterion=AllOf(
                (
                    ExactCount(Quantity("taxes", "合并申报的税种数", "taxes combined", "种"), exactly=11),
                    ExactCount(
                        Quantity("filings", "合并后的申报次数", "filings after combination", "次"), exactly=1
                    ),
                )
            ),
            summary="十一个税种合在一起，一次申报。",
            summary_en="Eleven taxes are combined in one filing.",
            phrase="十一税合一",
            is_target=True,
            actor=TAX_SERVICE,
            figures=(
                Figure("十一税", 11, "种"),
                Figure("合一", 1, "次"),
            ),
            notes=(
                "E7：是哪十一种原文没有列；推断为十种财产和行为税加企业所得税。",
                "C1、C4：两个单位共同牵头，由税务局办理属推断；税务局垂直管理，方案不能设定税法。",
            ),
            notes_en=(
                "E7: Which the eleven are the text does not list; by inference, ten property and behaviour "
                "taxes and enterprise income tax.",
                "C1, C4: Two units lead jointly; that the tax service performs it is an inference. The tax "
                "service is under vertical management, and the plan cannot set tax law.",
            ),
        ),
        Commitment(
            id="m30.2",
            number="m30.2",
            citation=Citation(30, 1),
            modality=Modality.DO,
            criterion=Checklist(
                (
                    Item("财产和行为税", "property and behaviour taxes"),
                    Item("资源和环境税", "resource and environment taxes"),
                    Item("企业所得税", "enterprise income tax"),
                ),
                closed=True,
            ),
            summary="三类税跨税种合并起来申报。",
            summary_en="Three groups of taxes are filed together across tax types.",
            notes=("E7：这里是三类，不等于十一种。",),
            notes_en=("E7: These are three groups, not the eleven taxes.",),
        ),
        Commitment(
            id="m30.3",
            number="m30.3",
            citation=Citation(30, 2),
            modality=Modality.DO,
            criterion=Trend("办税服务大厅的服务水平", "quality of service at the tax hall", Direction.UP),
            summary="办税大厅服务得更好。",
            summary_en="Improve service at the tax hall.",
        ),
        Commitment(
            id="m30.4",
            number="m30.4",
            citation=Citation(30, 2),
            modality=Modality.DO,
            criterion=Milestone("优化后的办税预约服务", "an improved appointment service"),
            summary="改进预约办税。",
            summary_en="Improve the appointment service.",
        ),
        Commitment(
            id="m30.5",
            number="m30.5",
            citation=Citation(30, 2),
            modality=Modality.DO,
            criterion=Trend("窗口使用效率", "efficiency of window use", Direction.UP),
            summary="窗口用得更有效率。",
            summary_en="Use the windows more efficiently.",
            role=Role.OUTCOME,
        ),
        Commitment(
            id="m30.6",
            number="m30.6",
            citation=Citation(30, 2),
            modality=Modality.DO,
            criterion=Trend("办税等候时间", "waiting time", Direction.DOWN),
            summary="办税等的时间更短。",
            summary_en="Shorten the wait.",
            role=Role.OUTCOME,
        ),
        Commitment(
            id="m30.7",
            number="m30.7",
            citation=Citation(30, 3),
            modality=Modality.DO,
            criterion=Trend(
                "享受优惠政策的办理环节和手续数",
                "steps and formalities for tax preferences",
                Direction.DOWN,
                "项",
            ),
            summary="减少享受税费优惠要走的流程和手续。",
            summary_en="Trim the steps and formalities for using preferential policies.",
        ),
        Commitment(
            id="m30.8",
            number="m30.8",
            citation=Citation(30, 3),
            modality=Modality.DO,
            criterion=Trend(
                "纳税人自行判别和申报、事后才监管的事项数",
                "matters taxpayers assess and declare themselves, supervised afterwards",
                Direction.UP,
                "项",
            ),
            summary="更多事项由纳税人自己判断、自己申报，事后再监管。",
            summary_en="Widen what taxpayers assess and declare themselves, with supervision afterwards.",
            instruments=("自行判别、自行申报、事后监管",),
        ),
        Commitment(
            id="m30.9",
            number="m30.9",
            citation=Citation(30, 4),
            modality=Modality.PROMOTE,
            criterion=Milestone(
                "专用发票电子化试点的推进", "progress of the pilot of electronic special invoices"
            ),
            summary="加快推进增值税专票电子化的试点。",
            summary_en="Speed up the pilot of electronic special VAT invoices.",
            notes=("B9：主要动词是推进，对象是试点。",),
            notes_en=("B9: The main verb is 'push forward'; its object is the pilot.",),
        ),
    ),
)

M31 = Measure(
    number=31,
    title="改进办税缴费方式",
    title_en="Better ways to file and pay",
    commitments=(
        Commitment(
            id="m31.0",
            number="m31.0",
            citation=Citation(31, 0),
            modality=Modality.DO,
            criterion=Summary(),
            summary="改进办税和缴费的方式。",
            summary_en="Improve how taxes and fees are filed and paid.",
            role=Role.HEADING,
        ),
        Commitment(
            id="m31.1",
            number="m31.1",
            citation=Citation(31, 1),
            modality=Modality.DO,
            criterion=Trend(
                "不用见面就能办的税费服务", "contactless tax and fee services", Direction.UP, "项"
            ),
            summary="扩大不用见面的税费服务范围。",
            summary_en="Widen contactless tax and fee services.",
            instruments=("非接触式",),
        ),
        Commitment(
            id="tax-matters-online",
            number="m31.2",
            citation=Citation(31, 1),
            modality=Modality.TARGET,
            criterion=Coverage("涉税政务服务事项", "tax-related government services", "项", tolerated=True),
            summary="涉税事项基本上都能在网上办。",
            summary_en="Basically all tax-related services can be handled online.",
            phrase="所有涉税政务服务事项基本",
            actor=TAX_SERVICE,
            figures=(Figure("所有", Quantifier.ALL),),
            notes=(
                "E9：“所有”与“基本”相冲，容差由使用者给出，没有默认值。",
                "E16：事项清单原文没有列，由使用者提供。",
            ),
            notes_en=(
                "E9: 'All' and 'basically' conflict; the caller supplies the tolerance, and there is no "
                "default.",
                "E16: The text does not list the matters; the caller supplies them.",
            ),
        ),
        Commitment(
            id="m31.3",
            number="m31.3",
            citation=Citation(31, 2),
            modality=Modality.DO,
            criterion=Trend("财税一体化功能的覆盖面", "coverage of the finance and tax link", Direction.UP),
            summary="财税一体化功能要覆盖得更广。",
            summary_en="Widen the coverage of the link between accounting software and tax.",
        ),
        Commitment(
            id="m31.4",
            number="m31.4",
            citation=Citation(31, 2),
            modality=Modality.DO,
            criterion=Checklist((Item("申报", "filing"), Item("纳税", "paying")), closed=True),
            summary="方便纳税人在财务软件里直接报税、缴税。",
            summary_en="Make it easy for taxpayers to file and pay straight from their accounting software.",
            role=Role.OUTCOME,
            beneficiary="纳税人",
            beneficiary_en="taxpayers",
        ),
        Commitment(
            id="m31.5",
            number="m31.5",
            citation=Citation(31, 3),
            modality=Modality.DO,
            criterion=Milestone("优化后的增值税申报辅助功能", "an improved aid for VAT filing"),
            summary="改进电子税务局帮人填报增值税的功能。",
            summary_en="Improve the aid for VAT filing in the electronic tax service.",
            platforms=("电子税务局",),
        ),
        Commitment(
            id="small-taxpayer-documents",
            number="m31.6",
            citation=Citation(31, 3),
            modality=Modality.TARGET,
            criterion=Ceiling(
                Quantity("documents", "申报时要交的材料", "documents asked for with a filing", "份"), most=0
            ),
            summary="小规模纳税人申报时，一份材料也不用交。",
            summary_en="Small-scale taxpayers file without handing in a single document.",
            phrase="零材料",
            is_target=True,
            actor=TAX_SERVICE,
            beneficiary="小规模纳税人",
            beneficiary_en="small-scale taxpayers",
            scope=Scope("小规模纳税人的增值税申报", "VAT filings of small-scale taxpayers", inferred=True),
            figures=(Figure("零材料", Quantifier.ZERO),),
            notes=("E10：原文没有写是否只限增值税，承前读作增值税，属推断。",),
            notes_en=(
                "E10: Whether it is limited to VAT the text does not say; carried over from before, read as "
                "VAT, an inference.",
            ),
        ),
    ),
    names=(NamedTerm("财税一体化", "功能的名称", "the name of a function"),),
)

M32 = Measure(
    number=32,
    title="优化报税后流程",
    title_en="Better handling after filing",
    commitments=(
        Commitment(
            id="m32.0",
            number="m32.0",
            citation=Citation(32, 0),
            modality=Modality.DO,
            criterion=Summary(),
            summary="改进报税之后的流程。",
            summary_en="Improve what happens after filing.",
            role=Role.HEADING,
        ),
        Commitment(
            id="m32.1",
            number="m32.1",
            citation=Citation(32, 1),
            modality=Modality.DO,
            criterion=Milestone(
                "优化后的留抵退税申请功能", "an improved way to apply for excess-credit refunds"
            ),
            summary="改进在电子税务局申请增量留抵退税的功能。",
            summary_en="Improve online applications for refunds of incremental excess VAT credit.",
            platforms=("电子税务局",),
        ),
        Commitment(
            id="m32.2",
            number="m32.2",
            citation=Citation(32, 1),
            modality=Modality.DO,
            criterion=Milestone("申报与退税合办", "filing and refund handled as one"),
            summary="推行增值税的申报和退税一并办理。",
            summary_en="Introduce VAT filing and refund as one.",
            actor=TAX_SERVICE,
            instruments=("报退合一",),
        ),
        Commitment(
            id="m32.3",
            number="m32.3",
            citation=Citation(32, 1),
            modality=Modality.DO,
            criterion=Promptness(
                Event("填报留抵退税申请", "refund application filled in"),
                Event("基础信息填入", "basic data filled in"),
            ),
            summary="纳税人一填留抵退税申请，基础信息就由系统带入。",
            summary_en="As a taxpayer fills in the refund application, basic data is entered automatically.",
            phrase="自动填入",
            actor=TAX_SERVICE,
            beneficiary="纳税人",
            beneficiary_en="taxpayers",
            figures=(
                Figure("即实现", Quantifier.AT_ONCE),
                Figure("自动填入", Quantifier.AT_ONCE),
            ),
            notes=("T18：“即”“自动”没有数字，只对照使用者给出的时限判定。",),
            notes_en=(
                "T18: 'As soon as' and 'automatically' give no number; judged only against a limit the "
                "caller supplies.",
            ),
        ),
        Commitment(
            id="m32.4",
            number="m32.4",
            citation=Citation(32, 1),
            modality=Modality.DO,
            criterion=Trend("留抵退税的办理时间", "processing time of excess-credit refunds", Direction.DOWN),
            summary="留抵退税办得更快。",
            summary_en="Cut the processing time of excess-credit refunds.",
            role=Role.OUTCOME,
        ),
    ),
    names=(
        NamedTerm(
            "报退合一",
            "办理方式的名称，“合一”指申报和退税合并",
            "the name of a procedure: filing and refund merged",
        ),
    ),
)

SECTION = Section(
    id="2.4",
    title="推行优质高效税费服务",
    title_en="Good and efficient tax services",
    lead_units=(unit.TAXATION, unit.FINANCE),
    measures=(M30, M31, M32),
)
