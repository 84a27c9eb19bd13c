"""一（三）有效提升融资便利度: section 1.3, measures 9 to 11."""

from wushan_plan.model.citation import Citation
from wushan_plan.model.commitment import (
    Actor,
    Commitment,
    Figure,
    NamedTerm,
    Quantifier,
    Role,
    Scope,
)
from wushan_plan.model.criteria import (
    AllOf,
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

FINANCIAL_INSTITUTIONS = Actor("金融机构", "the financial institutions")
CREDIT_REFERENCE_AGENCIES = Actor("地方征信机构", "the local credit reference agencies", inferred=True)

M09 = Measure(
    number=9,
    title="提升企业融资服务水平",
    title_en="Better financing services for enterprises",
    commitments=(
        Commitment(
            id="m09.0",
            number="m09.0",
            citation=Citation(9, 0),
            modality=Modality.DO,
            criterion=Summary(),
            summary="让企业得到更好的融资服务。",
            summary_en="Improve financing services for enterprises.",
            role=Role.HEADING,
        ),
        Commitment(
            id="m09.1",
            number="m09.1",
            citation=Citation(9, 1),
            modality=Modality.PROMOTE,
            criterion=Trend(
                "中小微企业融资服务效率",
                "efficiency of financing services for micro, small and medium enterprises",
                Direction.UP,
            ),
            summary="引导金融机构更有效率地为中小微企业办理融资。",
            summary_en="Guide lenders to finance micro, small and medium enterprises more efficiently.",
            actor=FINANCIAL_INSTITUTIONS,
            beneficiary="中小微企业",
            beneficiary_en="micro, small and medium enterprises",
            notes=("E14：效率如何观测原文没有写，由使用者给出前后两期的观测值。",),
            notes_en=(
                "E14: How efficiency is observed the text does not say; the caller supplies observations of "
                "the earlier and the later period.",
            ),
        ),
        Commitment(
            id="m09.2",
            number="m09.2",
            citation=Citation(9, 1),
            modality=Modality.PROMOTE,
            criterion=Trend("运用科技的风险管控能力", "ability to control risk by technology", Direction.UP),
            summary="引导金融机构用科技手段把风险管得更好。",
            summary_en="Guide financial institutions to control risk better by means of technology.",
            actor=FINANCIAL_INSTITUTIONS,
            notes=("B1：“引导”管到句末，属推断。",),
            notes_en=("B1: 'Guide' reaches to the end of the sentence, an inference.",),
        ),
        Commitment(
            id="m09.3",
            number="m09.3",
            citation=Citation(9, 1),
            modality=Modality.PROMOTE,
            criterion=Milestone("完善的贷款标准", "improved standards for loans"),
            summary="引导金融机构完善发放贷款的标准。",
            summary_en="Guide financial institutions to improve their standards for loans.",
            actor=FINANCIAL_INSTITUTIONS,
            notes=("B1：“引导”管到句末，属推断。",),
            notes_en=("B1: 'Guide' reaches to the end of the sentence, an inference.",),
        ),
        Commitment(
            id="m09.4",
            number="m09.4",
            citation=Citation(9, 1),
            modality=Modality.PROMOTE,
            criterion=Milestone("优化后的放贷流程", "a better procedure of lending"),
            summary="引导金融机构改进放贷的流程。",
            summary_en="Guide financial institutions to improve their procedure of lending.",
            actor=FINANCIAL_INSTITUTIONS,
            notes=("B1：“引导”管到句末，属推断。",),
            notes_en=("B1: 'Guide' reaches to the end of the sentence, an inference.",),
        ),
        Commitment(
            id="m09.5",
            number="m09.5",
            citation=Citation(9, 1),
            modality=Modality.PROMOTE,
            criterion=Milestone("线上服务", "online services"),
            summary="引导金融机构推行线上办理的便捷服务。",
            summary_en="Guide financial institutions to introduce convenient online services.",
            actor=FINANCIAL_INSTITUTIONS,
            notes=(
                "A7：“等”使便捷服务不限于所列两种。",
                "B1：“引导”管到句末，属推断。",
            ),
            notes_en=(
                "A7: 'And the like' leaves the convenient services open beyond the two listed.",
                "B1: 'Guide' reaches to the end of the sentence, an inference.",
            ),
        ),
        Commitment(
            id="m09.6",
            number="m09.6",
            citation=Citation(9, 1),
            modality=Modality.PROMOTE,
            criterion=Milestone("不见面审批", "approval without meeting in person"),
            summary="引导金融机构推行申请人不必到场的审批。",
            summary_en="Guide financial institutions to introduce approval without meeting in person.",
            actor=FINANCIAL_INSTITUTIONS,
            instruments=("不见面审批",),
            notes=(
                "A7：“等”使便捷服务不限于所列两种。",
                "B1：“引导”管到句末，属推断。",
            ),
            notes_en=(
                "A7: 'And the like' leaves the convenient services open beyond the two listed.",
                "B1: 'Guide' reaches to the end of the sentence, an inference.",
            ),
        ),
        Commitment(
            id="m09.7",
            number="m09.7",
            citation=Citation(9, 2),
            modality=Modality.DO,
            criterion=Milestone(
                "延期还本付息政策继续执行", "the policy of deferred repayment still carried out"
            ),
            summary="普惠小微企业贷款可以延期还本付息的政策继续执行。",
            summary_en="Keep carrying out deferred repayment of inclusive small and micro enterprise loans.",
            beneficiary="小微企业",
            beneficiary_en="small and micro enterprises",
            figures=(Figure("继续落实", Quantifier.REPEATED),),
            instruments=("普惠小微企业贷款延期还本付息",),
            notes=(
                "A7：“等”使惠企政策不限于所列两项。",
                "B6：政策内容在正文之外。",
            ),
            notes_en=(
                "A7: 'And the like' leaves the policies in favour of enterprises open beyond the two listed.",
                "B6: The content of the policies lies outside the text.",
            ),
        ),
        Commitment(
            id="m09.8",
            number="m09.8",
            citation=Citation(9, 2),
            modality=Modality.DO,
            criterion=Milestone(
                "普惠信用贷款政策继续执行", "the policy of inclusive credit loans still carried out"
            ),
            summary="面向小微企业的普惠信用贷款政策继续执行。",
            summary_en="Keep carrying out inclusive unsecured loans to small and micro enterprises.",
            beneficiary="小微企业",
            beneficiary_en="small and micro enterprises",
            figures=(Figure("继续落实", Quantifier.REPEATED),),
            instruments=("普惠小微企业信用贷款",),
            notes=(
                "A7：“等”使惠企政策不限于所列两项。",
                "B6：政策内容在正文之外。",
            ),
            notes_en=(
                "A7: 'And the like' leaves the policies in favour of enterprises open beyond the two listed.",
                "B6: The content of the policies lies outside the text.",
            ),
        ),
        Commitment(
            id="m09.9",
            number="m09.9",
            citation=Citation(9, 3),
            modality=Modality.DO,
            criterion=Milestone("政府性融资担保体系", "a system of government-backed financing guarantees"),
            summary="大力发展政府性的融资担保。",
            summary_en="Develop the system of government-backed financing guarantees vigorously.",
        ),
        Commitment(
            id="m09.10",
            number="m09.10",
            citation=Citation(9, 3),
            modality=Modality.DO,
            criterion=Milestone(
                "小微首贷户优先得到贷款担保", "loan guarantees given to small first-time borrowers first"
            ),
            summary="贷款担保优先给小微企业中的首贷户。",
            summary_en="Give small and micro first-time borrowers priority in loan guarantees.",
            beneficiary="小微企业首贷户",
            beneficiary_en="first-time borrowers among small and micro enterprises",
            scope=Scope("小微企业中的首贷户", "first-time borrowers among small and micro enterprises"),
            notes=("推断：首贷户指第一次取得银行贷款的企业，原文没有定义。",),
            notes_en=(
                "Inference: A first-time borrower is an enterprise that gets a bank loan for the first "
                "time; the text does not define it.",
            ),
        ),
        Commitment(
            id="m09.11",
            number="m09.11",
            citation=Citation(9, 4),
            modality=Modality.PROMOTE,
            criterion=Milestone(
                "支持以公司信用类债券直接融资的措施", "support for direct financing by corporate credit bonds"
            ),
            summary="支持够条件的市场主体发行公司信用类债券，直接融资。",
            summary_en="Support qualifying market entities in direct financing by corporate credit bonds.",
            beneficiary="符合条件的市场主体",
            beneficiary_en="market entities that meet the conditions",
            scope=Scope("符合条件的市场主体", "market entities that meet the conditions"),
        ),
        Commitment(
            id="m09.12",
            number="m09.12",
            citation=Citation(9, 5),
            modality=Modality.PROMOTE,
            criterion=Checklist(
                (
                    Item("绿色债", "green bonds"),
                    Item("乡村振兴债", "rural revitalisation bonds"),
                    Item("双创债券", "innovation and entrepreneurship bonds"),
                    Item("资产支持证券", "asset-backed securities"),
                ),
                closed=False,
            ),
            summary="鼓励市场主体发行契合国家战略的绿色、乡村振兴、双创债券和资产支持证券等。",
            summary_en="Encourage market entities to issue green, rural revitalisation and innovation bonds, "
            "asset-backed securities and the like that fit national strategy.",
            beneficiary="市场主体",
            beneficiary_en="market entities",
            scope=Scope("符合国家战略的债券和证券", "bonds and securities that fit national strategy"),
            notes=("B1：清单各项指已加以鼓励，不是已经发行，属推断。",),
            notes_en=(
                "B1: The entries of the checklist mean that encouragement was given, not that anything was "
                "issued, an inference.",
            ),
        ),
    ),
    names=(
        NamedTerm("首贷户", "贷款对象的名称，不是次数的限额", "a kind of borrower; no limit on a number"),
        NamedTerm("双创债券", "债券的名称", "the name of a bond"),
    ),
)

M10 = Measure(
    number=10,
    title="依托信用建设加强金融产品创新",
    title_en="More financial innovation built on credit",
    commitments=(
        Commitment(
            id="m10.0",
            number="m10.0",
            citation=Citation(10, 0),
            modality=Modality.DO,
            criterion=Summary(),
            summary="以信用建设为依托，多创新金融产品。",
            summary_en="Build more financial innovation on credit.",
            role=Role.HEADING,
        ),
        Commitment(
            id="m10.1",
            number="m10.1",
            citation=Citation(10, 1),
            modality=Modality.PROMOTE,
            criterion=AllOf(
                (
                    Trend(
                        "商业价值信用贷款的覆盖面",
                        "coverage of lending on commercial value",
                        Direction.UP,
                        name="coverage",
                    ),
                    Trend(
                        "商业价值信用贷款的数量",
                        "volume of lending on commercial value",
                        Direction.UP,
                        name="volume",
                    ),
                )
            ),
            summary="推动商业价值信用贷款范围更广、数量更大。",
            summary_en="Promote wider and larger lending on commercial value.",
            instruments=("商业价值信用贷款",),
            notes=("E15：范围和数量都要比上期上升，只升一项不算，属推断。",),
            notes_en=(
                "E15: Both range and volume must rise against the previous period; a rise of one alone does "
                "not count, an inference.",
            ),
        ),
        Commitment(
            id="m10.2",
            number="m10.2",
            citation=Citation(10, 1),
            modality=Modality.PROMOTE,
            criterion=AllOf(
                (
                    Trend(
                        "知识价值信用贷款的覆盖面",
                        "coverage of lending on knowledge value",
                        Direction.UP,
                        name="coverage",
                    ),
                    Trend(
                        "知识价值信用贷款的数量",
                        "volume of lending on knowledge value",
                        Direction.UP,
                        name="volume",
                    ),
                )
            ),
            summary="推动科技型企业的知识价值信用贷款范围更广、数量更大。",
            summary_en="Promote wider and larger lending on the knowledge value of technology enterprises.",
            beneficiary="科技型企业",
            beneficiary_en="technology enterprises",
            instruments=("科技型企业知识价值信用贷款",),
            notes=("E15：范围和数量都要比上期上升，只升一项不算，属推断。",),
            notes_en=(
                "E15: Both range and volume must rise against the previous period; a rise of one alone does "
                "not count, an inference.",
            ),
        ),
        Commitment(
            id="m10.3",
            number="m10.3",
            citation=Citation(10, 1),
            modality=Modality.PROMOTE,
            criterion=AllOf(
                (
                    Trend(
                        "“银税互动”的覆盖面",
                        "coverage of bank-tax cooperation",
                        Direction.UP,
                        name="coverage",
                    ),
                    Trend("“银税互动”的数量", "volume of bank-tax cooperation", Direction.UP, name="volume"),
                )
            ),
            summary="推动“银税互动”范围更广、数量更大。",
            summary_en="Promote wider and larger use of bank-tax cooperation.",
            instruments=("银税互动",),
            notes=("E15：范围和数量都要比上期上升，只升一项不算，属推断。",),
            notes_en=(
                "E15: Both range and volume must rise against the previous period; a rise of one alone does "
                "not count, an inference.",
            ),
        ),
        Commitment(
            id="m10.4",
            number="m10.4",
            citation=Citation(10, 2),
            modality=Modality.DO,
            criterion=Milestone(
                "全国融资信用平台重庆站已投入使用", "the national platform's Chongqing site in use"
            ),
            summary="用好全国性融资信用服务平台的重庆站。",
            summary_en="Make use of the national financing credit platform at its Chongqing site.",
            platforms=("全国中小企业融资综合信用服务平台（重庆站）",),
        ),
        Commitment(
            id="m10.5",
            number="m10.5",
            citation=Citation(10, 2),
            modality=Modality.DO,
            criterion=Checklist(
                (Item("信用查询", "credit enquiries"), Item("融资对接", "matching for financing")),
                closed=False,
            ),
            summary="在该平台上提供查询信用、对接融资等服务。",
            summary_en="Offer credit enquiries, matching for financing and the like on it.",
            platforms=("全国中小企业融资综合信用服务平台（重庆站）",),
        ),
        Commitment(
            id="m10.6",
            number="m10.6",
            citation=Citation(10, 3),
            modality=Modality.PROMOTE,
            criterion=Checklist(
                (
                    Item("税务", "the tax service"),
                    Item("社保", "social insurance"),
                    Item("公共服务机构", "public service bodies"),
                ),
                closed=True,
            ),
            summary="鼓励税务、社保和公共服务机构同金融机构共享数据信息。",
            summary_en="Encourage the tax service, social insurance and public service bodies to share data "
            "with financial institutions.",
            beneficiary="金融机构",
            beneficiary_en="financial institutions",
            notes=("B1：清单各项指已加以鼓励，不是已经共享，属推断。",),
            notes_en=(
                "B1: The entries of the checklist mean that encouragement was given, not that data was "
                "shared, an inference.",
            ),
        ),
        Commitment(
            id="m10.7",
            number="m10.7",
            citation=Citation(10, 3),
            modality=Modality.PROMOTE,
            criterion=Trend("信用贷款规模", "volume of credit loans", Direction.UP),
            summary="引导金融机构多放信用贷款。",
            summary_en="Guide financial institutions to lend more on credit.",
            actor=FINANCIAL_INSTITUTIONS,
        ),
        Commitment(
            id="m10.8",
            number="m10.8",
            citation=Citation(10, 4),
            modality=Modality.DO,
            criterion=Trend(
                "地方征信机构服务能力", "capacity of the local credit reference agencies", Direction.UP
            ),
            summary="让地方征信机构更有能力提供服务。",
            summary_en="Raise the capacity of the local credit reference agencies.",
            notes=("E14：能力如何观测原文没有写，由使用者给出前后两期的观测值。",),
            notes_en=(
                "E14: How capacity is observed the text does not say; the caller supplies observations of "
                "the earlier and the later period.",
            ),
        ),
        Commitment(
            id="m10.9",
            number="m10.9",
            citation=Citation(10, 4),
            modality=Modality.DO,
            criterion=Milestone("金融机构可得的信息支持", "information available to financial institutions"),
            summary="以信息支持金融机构。",
            summary_en="Support financial institutions with information.",
            actor=CREDIT_REFERENCE_AGENCIES,
            beneficiary="金融机构",
            beneficiary_en="financial institutions",
        ),
        Commitment(
            id="m10.10",
            number="m10.10",
            citation=Citation(10, 4),
            modality=Modality.PROMOTE,
            criterion=Checklist(
                (Item("信用产品", "credit products"), Item("信用服务", "credit services")),
                closed=True,
            ),
            summary="推动信用产品和信用服务的创新。",
            summary_en="Promote innovation in credit products and services.",
        ),
        Commitment(
            id="m10.11",
            number="m10.11",
            citation=Citation(10, 4),
            modality=Modality.GRADUAL,
            criterion=Trend(
                "小微企业信用贷款余额比重",
                "share of credit loans in outstanding loans to small and micro enterprises",
                Direction.UP,
            ),
            summary="逐步使小微企业的信用贷款余额占比更高。",
            summary_en="Step by step, raise the share of credit loans in small and micro enterprise lending.",
            beneficiary="小微企业",
            beneficiary_en="small and micro enterprises",
            figures=(Figure("逐步", Quantifier.REPEATED),),
            notes=("E14：比重的分母原文没有写，读作小微企业贷款余额，属推断。",),
            notes_en=(
                "E14: Of what it is a share the text does not say; read as the balance of loans to small "
                "and micro enterprises, an inference.",
            ),
        ),
    ),
    names=(
        NamedTerm(
            "全国中小企业融资综合信用服务平台",
            "平台名称中的“全国”",
            "'national' is part of the platform's name",
        ),
    ),
)

M11 = Measure(
    number=11,
    title="完善银企融资对接机制",
    title_en="Better matching of banks and enterprises",
    commitments=(
        Commitment(
            id="m11.0",
            number="m11.0",
            citation=Citation(11, 0),
            modality=Modality.DO,
            criterion=Summary(),
            summary="把银行与企业的融资对接机制做得更完善。",
            summary_en="Improve the mechanism that matches banks and enterprises for financing.",
            role=Role.HEADING,
        ),
        Commitment(
            id="m11.1",
            number="m11.1",
            citation=Citation(11, 1),
            modality=Modality.PROMOTE,
            criterion=Recurring("首贷续贷中心的建设工作", "work on the centre for first and renewed loans"),
            summary="不断推进面向民营小微企业的首贷续贷中心建设。",
            summary_en="Keep promoting a centre for first and renewed loans to small private enterprises.",
            beneficiary="民营小微企业",
            beneficiary_en="small and micro private enterprises",
            figures=(Figure("持续", Quantifier.REPEATED),),
            notes=("T19：“持续”没有间隔，默认每年至少一次，属推断。",),
            notes_en=("T19: 'Keep' gives no interval; the default is at least once a year, an inference.",),
        ),
        Commitment(
            id="m11.2",
            number="m11.2",
            citation=Citation(11, 1),
            modality=Modality.DO,
            criterion=Milestone("商业银行集中入驻", "commercial banks moved in together"),
            summary="组织商业银行集中到一处办公。",
            summary_en="Bring the commercial banks to work in one place.",
            notes=("推断：入驻的是首贷续贷中心，原文没有写。",),
            notes_en=(
                "Inference: They move into the centre for first and renewed loans; the text does not say so.",
            ),
        ),
        Commitment(
            id="m11.3",
            number="m11.3",
            citation=Citation(11, 1),
            modality=Modality.DO,
            criterion=Milestone("金融服务直通车", "a through service for finance"),
            summary="建成直达企业的金融服务。",
            summary_en="Create a through service for finance.",
            instruments=("直通车",),
        ),
        Commitment(
            id="m11.4",
            number="m11.4",
            citation=Citation(11, 2),
            modality=Modality.DO,
            criterion=Recurring("银企对接专项活动", "a matching campaign for banks and enterprises"),
            summary="不断举办银行与企业对接的专项活动。",
            summary_en="Keep holding campaigns that match banks and enterprises.",
            figures=(Figure("持续", Quantifier.REPEATED),),
            notes=("T19：“持续”没有间隔，默认每年至少一次，属推断。",),
            notes_en=("T19: 'Keep' gives no interval; the default is at least once a year, an inference.",),
        ),
        Commitment(
            id="m11.5",
            number="m11.5",
            citation=Citation(11, 2),
            modality=Modality.DO,
            criterion=Milestone(
                "两个平台上的普惠金融服务深化", "inclusive finance on the two platforms taken further"
            ),
            summary="借助“渝快融”“渝企金服”，把普惠金融做深。",
            summary_en="Take inclusive finance further on the two named platforms.",
            platforms=("渝快融", "渝企金服"),
        ),
    ),
    names=(NamedTerm("首贷续贷", "贷款种类的名称，不是次数", "kinds of loan; no number"),),
)

SECTION = Section(
    id="1.3",
    title="有效提升融资便利度",
    title_en="Easier access to finance",
    lead_units=(unit.FINANCE, unit.FINANCIAL_AFFAIRS),
    measures=(M09, M10, M11),
)
