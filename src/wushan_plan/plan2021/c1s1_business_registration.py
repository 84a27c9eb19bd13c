"""一（一）深化商事制度改革: section 1.1, measures 1 to 5."""

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
    Item,
    Milestone,
    Promptness,
    Quantity,
    Summary,
    Trend,
)
from wushan_plan.model.facts import Fact, FactKind
from wushan_plan.model.modality import Modality
from wushan_plan.model.periods import CalendarDays
from wushan_plan.model.plan import Measure, Section
from wushan_plan.plan2021 import lead_units as unit

START_UP_SUBMITTED = Event("提交开办企业申请", "start-up application submitted", inferred=True)
ACCOUNT_NUMBER_MADE = Event("生成企业账户预约账号", "reserved account number generated")
ESTABLISHED = Event("企业设立登记", "establishment of the enterprise registered")
LICENCE_AND_SEAL_ISSUED = Event("电子营业执照和电子印章都已发放", "e-licence and e-seal both issued")
DEREGISTERED = Event("企业注销登记", "enterprise deregistered", inferred=True)
DEREGISTRATION_SHARED = Event("注销信息共享", "deregistration data shared")

COMMERCIAL_BANKS = Actor("商业银行", "the commercial banks")

# The five ones after 实现 belong to the explored way of working only (register B8).
UNDER_THE_NEW_MODEL = Scope(
    "按“一照通”新模式办理的登记许可",
    "registrations and permits handled under the new model",
    condition=Fact("in_new_model", "是否按“一照通”新模式办理", "handled under the new model", FactKind.TRUTH),
    inferred=True,
)
THE_FIVE_ONES = ("B8：五个“一”是探索新模式的结果，只在新模式内适用。", "E17：按每件至多一个判断。")
THE_FIVE_ONES_EN = (
    "B8: The five 'ones' are results of exploring the new model and apply within it only.",
    "E17: Judged per case, at most one of each.",
)

M01 = Measure(
    number=1,
    title="优化开办企业服务",
    title_en="Better services for starting a business",
    commitments=(
        Commitment(
            id="m01.0",
            number="m01.0",
            citation=Citation(1, 0),
            modality=Modality.DO,
            criterion=Summary(),
            summary="把开办企业的服务做得更好。",
            summary_en="Improve the services for starting a business.",
            role=Role.HEADING,
        ),
        Commitment(
            id="m01.1",
            number="m01.1",
            citation=Citation(1, 1),
            modality=Modality.DO,
            criterion=Trend(
                "住所登记要求数", "number of requirements for registering a domicile", Direction.DOWN, "项"
            ),
            summary="登记住所时少提要求。",
            summary_en="Ask for less when a domicile is registered.",
            notes=("上位法：重庆市优化营商环境条例第19条也涉及住所，内容未转录。",),
            notes_en=(
                "Superior law: Article 19 of the Chongqing Regulation on the Business Environment also "
                "concerns domiciles; its content is not transcribed.",
            ),
        ),
        Commitment(
            id="m01.2",
            number="m01.2",
            citation=Citation(1, 1),
            modality=Modality.DO,
            criterion=Milestone(
                "住所和经营场所申报承诺制",
                "self-declaration with commitment for domicile or place of business",
            ),
            summary="住所或经营场所改为由申请人申报并作出承诺。",
            summary_en="Let applicants declare their domicile or place of business and commit to it.",
        ),
        Commitment(
            id="m01.3",
            number="m01.3",
            citation=Citation(1, 1),
            modality=Modality.PROMOTE,
            criterion=Milestone("一张执照可以载明多个地址", "one licence can carry several addresses"),
            summary="推动一张营业执照登记多个地址。",
            summary_en="Promote one licence for several addresses.",
            instruments=("一照多址",),
        ),
        Commitment(
            id="m01.4",
            number="m01.4",
            citation=Citation(1, 1),
            modality=Modality.PROMOTE,
            criterion=Milestone("一个地址可以登记多张执照", "one address can carry several licences"),
            summary="推动一个地址登记多张营业执照。",
            summary_en="Promote several licences at one address.",
            instruments=("一址多照",),
        ),
        Commitment(
            id="m01.5",
            number="m01.5",
            citation=Citation(1, 2),
            modality=Modality.DO,
            criterion=Milestone(
                "企业名称权利的保护加强", "stronger protection of rights in enterprise names"
            ),
            summary="加强对企业名称权利的保护。",
            summary_en="Strengthen the protection of rights in enterprise names.",
            beneficiary="企业",
            beneficiary_en="enterprises",
        ),
        Commitment(
            id="m01.6",
            number="m01.6",
            citation=Citation(1, 2),
            modality=Modality.REFERENCE,
            criterion=Milestone(
                "上级的名称争议裁决机制已落实", "the superior mechanism for ruling on disputes is carried out"
            ),
            summary="照上级定下的办法，落实争议的行政裁决。",
            summary_en="Carry out the administrative ruling on disputes as superior authorities lay it down.",
            notes=("上级方案：机制由上级制定，县里只是落实；争议指企业名称争议，属推断。",),
            notes_en=(
                "Superior plan: The mechanism is made by superior authorities, and the county only carries "
                "it out; that the disputes are about enterprise names is an inference.",
            ),
        ),
        Commitment(
            id="m01.7",
            number="m01.7",
            citation=Citation(1, 3),
            modality=Modality.REFERENCE,
            criterion=Milestone(
                "市级登记确认制试行工作已承接",
                "the municipal trial of registration by confirmation is taken on",
            ),
            summary="承接市里对企业设立登记试行确认制的工作，限于无需许可的一般经营项目。",
            summary_en="Take on the municipal trial of registration by confirmation for ordinary business "
            "that needs no permit.",
            scope=Scope(
                "经营项目一般且不涉及许可的企业", "enterprises in ordinary business that needs no permit"
            ),
            notes=("上级方案：试行的是市级，县里只是承接。",),
            notes_en=("Superior plan: The trial is the municipality's; the county only takes it on.",),
        ),
        Commitment(
            id="m01.8",
            number="m01.8",
            citation=Citation(1, 4),
            modality=Modality.REFERENCE,
            criterion=Milestone(
                "成渝两地同一标准的便利准入机制已落实",
                "the Sichuan-Chongqing mechanism of easy access on one standard is carried out",
            ),
            summary="落实成渝两地按同一标准便利准入的机制。",
            summary_en="Carry out the Sichuan-Chongqing mechanism of easy market access on one standard.",
            scope=Scope("成渝地区的市场准入", "market access in the Sichuan-Chongqing area"),
            notes=("B6：读作跨区域规定的落实，属推断。",),
            notes_en=("B6: Read as carrying out cross-regional rules, an inference.",),
        ),
    ),
    names=(
        NamedTerm(
            "一照多址",
            "登记方式的名称：执照一张、地址多个，没有上限",
            "a name: one licence, any number of addresses",
        ),
        NamedTerm(
            "一址多照",
            "登记方式的名称：地址一个、执照多张，没有上限",
            "a name: one address, any number of licences",
        ),
        NamedTerm("一般经营项目", "“一般”不是数字", "'ordinary' holds no number"),
        NamedTerm(
            "异地同标", "机制名称的一部分，指两地标准相同", "part of a name: the same standard in both places"
        ),
    ),
)

M02 = Measure(
    number=2,
    title="增强开办企业“一网通”平台功能",
    title_en="A stronger one-network platform for starting a business",
    commitments=(
        Commitment(
            id="m02.0",
            number="m02.0",
            citation=Citation(2, 0),
            modality=Modality.DO,
            criterion=Summary(),
            summary="增强“一网通”开办企业平台的功能。",
            summary_en="Strengthen the platform for starting a business.",
            role=Role.HEADING,
            platforms=("一网通",),
        ),
        Commitment(
            id="real-name-authentication",
            number="m02.1",
            citation=Citation(2, 1),
            modality=Modality.DO,
            criterion=Coverage(
                "应当使用电脑端实名认证的业务", "services due to use real-name authentication on computers"
            ),
            summary="借助“渝快办”，把电脑上的实名认证全面推开。",
            summary_en="Roll out real-name authentication on computers everywhere, on the services platform.",
            phrase="全面推广",
            platforms=("渝快办",),
            figures=(Figure("全面推广", Quantifier.ALL),),
            notes=("E16：覆盖哪些业务原文没有写，由使用者给出。",),
            notes_en=("E16: Which services are covered the text does not say; the caller supplies them.",),
        ),
        Commitment(
            id="start-up-app",
            number="m02.2",
            citation=Citation(2, 1),
            modality=Modality.DO,
            criterion=Coverage(
                "应当使用手机端E企办的业务", "services due to use the mobile start-up function"
            ),
            summary="借助“渝快办”，把手机上的“E企办”功能全面推开。",
            summary_en="Roll out the mobile start-up function everywhere, on the services platform.",
            phrase="全面推广",
            platforms=("渝快办", "E企办"),
            figures=(Figure("全面推广", Quantifier.ALL),),
            notes=("E16：覆盖哪些业务原文没有写，由使用者给出。",),
            notes_en=("E16: Which services are covered the text does not say; the caller supplies them.",),
        ),
        Commitment(
            id="single-terminal-completion",
            number="m02.3",
            citation=Citation(2, 1),
            modality=Modality.TARGET,
            criterion=Coverage("开办企业环节", "steps of starting a business"),
            summary="在同一个终端上就能把手续全部办完。",
            summary_en="Everything can be completed on one and the same terminal.",
            phrase="全办结",
            platforms=("渝快办",),
            figures=(
                Figure("一个终端", Quantifier.ONCE),
                Figure("全办结", Quantifier.ALL),
            ),
            notes=(
                "B2：“实现”加完整性用语，读作目标。",
                "E16：环节清单原文没有列，由使用者给出；“一个”指同一个，不是只许一个，属推断。",
            ),
            notes_en=(
                "B2: 'Achieve' with a word of completeness is read as a target.",
                "E16: The text does not list the steps; the caller supplies them. That 'one' means one and "
                "the same, not only one allowed, is an inference.",
            ),
        ),
        Commitment(
            id="m02.4",
            number="m02.4",
            citation=Citation(2, 1),
            modality=Modality.DO,
            criterion=Trend("平台智能化水平", "how intelligent the platform is", Direction.UP),
            summary="使“一网通”平台更加智能。",
            summary_en="Make the platform more intelligent.",
            platforms=("一网通",),
            notes=("E14：智能化如何观测原文没有写，由使用者给出前后两期的观测值。",),
            notes_en=(
                "E14: How intelligence is observed the text does not say; the caller supplies observations "
                "of the earlier and the later period.",
            ),
        ),
        Commitment(
            id="m02.5",
            number="m02.5",
            citation=Citation(2, 1),
            modality=Modality.DO,
            criterion=Promptness(START_UP_SUBMITTED, ACCOUNT_NUMBER_MADE),
            summary="商业银行为企业实时给出预约的账号。",
            summary_en="The commercial banks generate a reserved account number in real time.",
            actor=COMMERCIAL_BANKS,
            beneficiary="企业",
            beneficiary_en="enterprises",
            platforms=("一网通",),
            figures=(Figure("实时", Quantifier.AT_ONCE),),
            notes=("T18：“实时”没有数字，只按使用者给出的外部时限判断；起点属推断。",),
            notes_en=(
                "T18: 'In real time' gives no number; judged only against an external benchmark the caller "
                "supplies. The start is an inference.",
            ),
        ),
        Commitment(
            id="m02.6",
            number="m02.6",
            citation=Citation(2, 1),
            modality=Modality.DO,
            criterion=Milestone(
                "员工参保由平台自动办理", "employees enrolled in social insurance automatically"
            ),
            summary="员工参加社会保险的手续自动办好。",
            summary_en="Employees are enrolled in social insurance automatically.",
            beneficiary="员工",
            beneficiary_en="employees",
            platforms=("一网通",),
            figures=(Figure("自动办理", Quantifier.AT_ONCE),),
            notes=("T18：“自动”没有数字，读作在同一业务流程内，属推断。",),
            notes_en=(
                "T18: 'Automatically' gives no number; read as within the same transaction, an inference.",
            ),
        ),
        Commitment(
            id="m02.7",
            number="m02.7",
            citation=Citation(2, 1),
            modality=Modality.PROMOTE,
            criterion=Checklist(
                (Item("税务", "tax matters"), Item("社保", "social insurance matters")),
                closed=True,
            ),
            summary="引导企业头一回办税务、社保时使用“一网通”平台。",
            summary_en="Guide enterprises to the platform for their first tax and social insurance matters.",
            beneficiary="企业",
            beneficiary_en="enterprises",
            scope=Scope(
                "企业第一次办理的税务和社保事项", "an enterprise's first tax and social insurance matters"
            ),
            platforms=("一网通",),
            notes=("B1：清单各项指已加以引导，属推断。",),
            notes_en=("B1: The entries of the checklist mean that guidance was given, an inference.",),
        ),
        Commitment(
            id="single-platform-coverage",
            number="m02.8",
            citation=Citation(2, 1),
            modality=Modality.TARGET,
            criterion=Coverage("开办企业事项", "matters of starting a business"),
            summary="同一个平台把事项全部覆盖。",
            summary_en="One and the same platform covers every matter.",
            phrase="全覆盖",
            platforms=("一网通",),
            figures=(
                Figure("一个平台", Quantifier.ONCE),
                Figure("全覆盖", Quantifier.ALL),
            ),
            notes=(
                "B2：“实现”加完整性用语，读作目标。",
                "E16：事项清单原文没有列，由使用者给出；范围为开办企业事项，属推断。",
            ),
            notes_en=(
                "B2: 'Achieve' with a word of completeness is read as a target.",
                "E16: The text does not list the matters; the caller supplies them. That they are matters "
                "of starting a business is an inference.",
            ),
        ),
    ),
    names=(
        NamedTerm("一网通", "开办企业平台的名称", "the name of the start-up platform"),
        NamedTerm("首次办理", "限定适用范围，不是次数的限额", "limits the scope; it is no limit on a number"),
    ),
)

M03 = Measure(
    number=3,
    title="推广电子营业执照及电子印章应用",
    title_en="Wider use of e-licences and e-seals",
    commitments=(
        Commitment(
            id="m03.0",
            number="m03.0",
            citation=Citation(3, 0),
            modality=Modality.DO,
            criterion=Summary(),
            summary="让电子营业执照和电子印章用得更广。",
            summary_en="Spread the use of e-licences and e-seals.",
            role=Role.HEADING,
        ),
        Commitment(
            id="licence-and-seal-fee",
            number="m03.1",
            citation=Citation(3, 1),
            modality=Modality.ENTITLEMENT,
            criterion=Ceiling(
                Quantity(
                    "fee",
                    "电子营业执照和电子印章的收费",
                    "fee charged for the e-licence and e-seal",
                    "元",
                    FactKind.AMOUNT,
                ),
                most=0,
            ),
            summary="企业设立时领取电子营业执照和电子印章，不收费用。",
            summary_en="A newly established enterprise gets its e-licence and e-seal free of charge.",
            phrase="免费发放",
            is_target=True,
            beneficiary="企业",
            beneficiary_en="enterprises",
            scope=Scope("新设立的企业", "newly established enterprises"),
            figures=(Figure("免费", Quantifier.ZERO),),
            notes=("B7：企业可以主张的待遇。",),
            notes_en=("B7: A benefit the enterprise may claim.",),
        ),
        Commitment(
            id="m03.2",
            number="m03.2",
            citation=Citation(3, 1),
            modality=Modality.ENTITLEMENT,
            criterion=Promptness(ESTABLISHED, LICENCE_AND_SEAL_ISSUED, CalendarDays(0)),
            summary="企业一经设立，电子营业执照和电子印章随即发放。",
            summary_en="The e-licence and e-seal are issued as soon as the enterprise is established.",
            phrase="即免费发放",
            beneficiary="企业",
            beneficiary_en="enterprises",
            scope=Scope("新设立的企业", "newly established enterprises"),
            figures=(Figure("即", Quantifier.AT_ONCE),),
            notes=("T18：“即”没有数字，默认为登记当日，属推断；原文应断作“设立｜即”，不是“立即”。",),
            notes_en=(
                "T18: 'As soon as' gives no number; the default is the day of registration, an inference. "
                "The text divides before it ('established | as soon as'); it does not say 'immediately'.",
            ),
        ),
        Commitment(
            id="m03.4",
            number="m03.4",
            citation=Citation(3, 2),
            modality=Modality.REFERENCE,
            criterion=Trend(
                "电子营业执照和电子印章的政务应用场景数",
                "number of government services that accept the e-licence and e-seal",
                Direction.UP,
                "个",
            ),
            summary="照市里的部署，让电子营业执照和电子印章在更多政务服务中可用。",
            summary_en="As the municipality directs, widen the use of both in government services.",
            scope=Scope("政务服务中的应用", "use in government services"),
        ),
        Commitment(
            id="m03.5",
            number="m03.5",
            citation=Citation(3, 2),
            modality=Modality.GRADUAL,
            criterion=Checklist(
                (Item("公共事业", "public utilities"), Item("商务活动", "commercial dealings")),
                closed=False,
            ),
            summary="应用范围逐步延伸到公共事业、商务活动等方面。",
            summary_en="Extend their use step by step to public utilities, commercial dealings and the like.",
            figures=(Figure("逐步", Quantifier.REPEATED),),
            notes=("B1：市级部署是否也管后半句，原文可作两读；取“逐步”，属推断。",),
            notes_en=(
                "B1: Whether the municipal arrangement also governs the second half can be read both ways; "
                "'step by step' is taken, an inference.",
            ),
        ),
    ),
    names=(
        NamedTerm(
            "市级统一部署", "“统一”说明部署的来源，不是数量", "tells whose direction it is, no quantity"
        ),
    ),
)

M04 = Measure(
    number=4,
    title="持续深化“证照分离”改革",
    title_en="Continued separation of permits from licences",
    commitments=(
        Commitment(
            id="m04.0",
            number="m04.0",
            citation=Citation(4, 0),
            modality=Modality.DO,
            criterion=Summary(),
            summary="继续推进证照分离的改革。",
            summary_en="Carry on with the separation of permits from licences.",
            role=Role.HEADING,
            figures=(Figure("持续", Quantifier.REPEATED),),
        ),
        Commitment(
            id="m04.1",
            number="m04.1",
            citation=Citation(4, 1),
            modality=Modality.PROMOTE,
            criterion=Milestone("部门之间信息共享对接", "data sharing between departments connected"),
            summary="加快部门之间的信息共享和对接。",
            summary_en="Speed up the sharing and connecting of data between departments.",
        ),
        Commitment(
            id="business-permit-reduction",
            number="m04.2",
            citation=Citation(4, 1),
            modality=Modality.DO,
            criterion=Coverage("应当减少的涉企经营许可", "business permits due to be cut"),
            summary="应当减少的涉企经营许可全部减下来。",
            summary_en="Cut every business permit that is due to be cut.",
            phrase="应减尽减",
            beneficiary="企业",
            beneficiary_en="enterprises",
            figures=(
                Figure("全面落实", Quantifier.ALL),
                Figure("应减尽减", Quantifier.ALL),
            ),
            notes=("E16：哪些许可应减由上位清单决定，由使用者给出。",),
            notes_en=(
                "E16: Which permits are due to be cut the superior list decides; the caller supplies them.",
            ),
        ),
        Commitment(
            id="m04.3",
            number="m04.3",
            citation=Citation(4, 2),
            modality=Modality.DO,
            criterion=Milestone(
                "审批改备案的事项已有序并入多证合一",
                "matters turned from approval into filing brought in orderly",
            ),
            summary="由审批改成备案的事项，有序并入“多证合一”。",
            summary_en="Bring matters turned from approval into filing under the combined licence, in order.",
            scope=Scope("由行政审批改为备案的事项", "matters turned from approval into filing"),
            instruments=("多证合一",),
        ),
        Commitment(
            id="m04.4",
            number="m04.4",
            citation=Citation(4, 2),
            modality=Modality.EXPLORE,
            criterion=Milestone("一企一证改革试点", "a pilot of one permit per enterprise"),
            summary="争取开展“一企一证”改革的试点。",
            summary_en="Strive for a pilot of one permit per enterprise.",
            instruments=("一企一证",),
            notes=("上级方案：县里只是争取试点。",),
            notes_en=("Superior plan: The county only strives for a pilot.",),
        ),
        Commitment(
            id="m04.5",
            number="m04.5",
            citation=Citation(4, 2),
            modality=Modality.EXPLORE,
            criterion=Milestone(
                "一照通登记许可新模式", "a new model of registration and permits on one licence"
            ),
            summary="探索“一照通”的登记许可新模式。",
            summary_en="Explore a new model in which one licence covers registration and permits.",
            instruments=("一照通",),
        ),
        Commitment(
            id="m04.6",
            number="m04.6",
            citation=Citation(4, 2),
            modality=Modality.EXPLORE,
            criterion=Ceiling(
                Quantity("networks", "每件受理用到的网络平台", "networks on which a case is accepted", "个"),
                most=1,
            ),
            summary="新模式下，每件在同一张网上受理。",
            summary_en="Under the new model, each case is accepted on one network.",
            role=Role.OUTCOME,
            scope=UNDER_THE_NEW_MODEL,
            figures=(Figure("一网受理", Quantifier.ONCE),),
            notes=THE_FIVE_ONES,
            notes_en=THE_FIVE_ONES_EN,
        ),
        Commitment(
            id="m04.7",
            number="m04.7",
            citation=Citation(4, 2),
            modality=Modality.EXPLORE,
            criterion=Ceiling(
                Quantity("notices", "每件的告知单", "notices of requirements for a case", "份"),
                most=1,
            ),
            summary="新模式下，每件用一张单子告知。",
            summary_en="Under the new model, each case gets one notice of requirements.",
            role=Role.OUTCOME,
            scope=UNDER_THE_NEW_MODEL,
            figures=(Figure("一单告知", Quantifier.ONCE),),
            notes=THE_FIVE_ONES,
            notes_en=THE_FIVE_ONES_EN,
        ),
        Commitment(
            id="m04.8",
            number="m04.8",
            citation=Citation(4, 2),
            modality=Modality.EXPLORE,
            criterion=Ceiling(
                Quantity("forms", "每件的申请表", "application forms for a case", "份"),
                most=1,
            ),
            summary="新模式下，每件用一张表申请。",
            summary_en="Under the new model, each case is applied for on one form.",
            role=Role.OUTCOME,
            scope=UNDER_THE_NEW_MODEL,
            figures=(Figure("一表申请", Quantifier.ONCE),),
            notes=THE_FIVE_ONES,
            notes_en=THE_FIVE_ONES_EN,
        ),
        Commitment(
            id="m04.9",
            number="m04.9",
            citation=Citation(4, 2),
            modality=Modality.EXPLORE,
            criterion=Ceiling(
                Quantity("standards", "每件适用的核准标准", "standards of approval applied to a case", "套"),
                most=1,
            ),
            summary="新模式下，每件按一套标准核准。",
            summary_en="Under the new model, each case is approved on one standard.",
            role=Role.OUTCOME,
            scope=UNDER_THE_NEW_MODEL,
            figures=(Figure("一标核准", Quantifier.ONCE),),
            notes=THE_FIVE_ONES,
            notes_en=THE_FIVE_ONES_EN,
        ),
        Commitment(
            id="m04.10",
            number="m04.10",
            citation=Citation(4, 2),
            modality=Modality.EXPLORE,
            criterion=Ceiling(
                Quantity("windows", "每件领照的窗口", "windows at which a licence is handed out", "个"),
                most=1,
            ),
            summary="新模式下，每件在一个窗口发照。",
            summary_en="Under the new model, each licence is handed out at one window.",
            role=Role.OUTCOME,
            scope=UNDER_THE_NEW_MODEL,
            figures=(Figure("一窗发照", Quantifier.ONCE),),
            notes=THE_FIVE_ONES,
            notes_en=THE_FIVE_ONES_EN,
        ),
    ),
    names=(
        NamedTerm("多证合一", "改革的名称", "the name of a reform"),
        NamedTerm("一企一证", "改革的名称", "the name of a reform"),
        NamedTerm("一照通", "服务模式的名称", "the name of a way of serving"),
    ),
)

M05 = Measure(
    number=5,
    title="完善企业退出制度",
    title_en="Better rules for leaving the market",
    commitments=(
        Commitment(
            id="m05.0",
            number="m05.0",
            citation=Citation(5, 0),
            modality=Modality.DO,
            criterion=Summary(),
            summary="让企业退出市场的制度更完善。",
            summary_en="Improve the rules by which enterprises leave the market.",
            role=Role.HEADING,
        ),
        Commitment(
            id="m05.1",
            number="m05.1",
            citation=Citation(5, 1),
            modality=Modality.DO,
            criterion=Milestone("企业简易注销改革深化", "reform of simplified deregistration taken further"),
            summary="把企业简易注销的改革引向深入。",
            summary_en="Take the reform of simplified deregistration further.",
            law=(
                SuperiorRule(
                    law="重庆市优化营商环境条例",
                    article=36,
                    zh="对简易注销作出规定，公告期为20日。",
                    en="Provides for simplified deregistration with a notice of 20 days.",
                    relation=Relation.DIFFERENT_SCOPE,
                ),
            ),
        ),
        Commitment(
            id="m05.2",
            number="m05.2",
            citation=Citation(5, 1),
            modality=Modality.DO,
            criterion=Milestone("简易注销容错机制", "tolerance of errors in simplified deregistration"),
            summary="简易注销允许容错。",
            summary_en="Put tolerance of errors into practice in simplified deregistration.",
        ),
        Commitment(
            id="m05.3",
            number="m05.3",
            citation=Citation(5, 1),
            modality=Modality.EXPLORE,
            criterion=Milestone("简化的普通注销程序", "a simpler procedure of ordinary deregistration"),
            summary="探索让普通注销的程序更简单。",
            summary_en="Explore a simpler procedure of ordinary deregistration.",
        ),
        Commitment(
            id="m05.4",
            number="m05.4",
            citation=Citation(5, 2),
            modality=Modality.DO,
            criterion=AllOf(
                (
                    Checklist(
                        (
                            Item("公安", "the police"),
                            Item("银行", "the banks"),
                            Item("住房公积金管理", "the housing provident fund"),
                        ),
                        closed=False,
                    ),
                    Promptness(DEREGISTERED, DEREGISTRATION_SHARED),
                )
            ),
            summary="企业注销的信息经“一网通”实时共享给公安、银行、公积金管理等单位。",
            summary_en="Deregistration data is shared in real time with the police, the banks, the housing "
            "provident fund and others.",
            platforms=("一网通",),
            figures=(Figure("实时", Quantifier.AT_ONCE),),
            notes=("T18：“实时”没有数字，只按使用者给出的外部时限判断；起点属推断。",),
            notes_en=(
                "T18: 'In real time' gives no number; judged only against an external benchmark the caller "
                "supplies. The start is an inference.",
            ),
        ),
        Commitment(
            id="m05.5",
            number="m05.5",
            citation=Citation(5, 2),
            modality=Modality.DO,
            criterion=Checklist(
                (
                    Item("公章注销", "cancelling the official seal"),
                    Item("银行账户注销", "closing the bank account"),
                    Item("公积金账户注销", "closing the provident fund account"),
                ),
                closed=False,
            ),
            summary="让企业快捷地注销公章、银行账户、公积金账户等。",
            summary_en="Let enterprises quickly cancel seals, bank and provident fund accounts and the like.",
            role=Role.OUTCOME,
            beneficiary="企业",
            beneficiary_en="enterprises",
        ),
    ),
    names=(
        NamedTerm(
            "一网通",
            "企业注销平台的名称，与开办平台不是同一个",
            "the name of the deregistration platform, not the start-up one",
        ),
    ),
)

SECTION = Section(
    id="1.1",
    title="深化商事制度改革",
    title_en="Deeper reform of business registration",
    lead_units=(unit.MARKET_REGULATION,),
    measures=(M01, M02, M03, M04, M05),
)
