"""一（四）促进政府采购规范有序: section 1.4, measures 12 to 15."""

from fractions import Fraction

from wushan_plan.model.citation import Citation
from wushan_plan.model.commitment import (
    Actor,
    Commitment,
    Deviation,
    Figure,
    Quantifier,
    Relation,
    Role,
    Scope,
    SuperiorRule,
)
from wushan_plan.model.criteria import (
    AllOf,
    Ceiling,
    Direction,
    Event,
    Milestone,
    Prohibition,
    Promptness,
    Quantity,
    RatioFloor,
    Recurring,
    Summary,
    TimeLimit,
    Trend,
)
from wushan_plan.model.facts import Fact, FactKind
from wushan_plan.model.modality import Modality
from wushan_plan.model.periods import CalendarDays, WorkingDays
from wushan_plan.model.plan import Measure, Section
from wushan_plan.model.readings import Reading
from wushan_plan.plan2021 import lead_units as unit

AWARD_NOTICE_ISSUED = Event("中标（成交）通知书发出", "award notice issued")
CONTRACT_SIGNED = Event("采购合同签订", "procurement contract signed")
CONTRACT_PUBLISHED = Event("合同公告", "contract announced")
CONTRACT_FILED = Event("合同备案", "contract filed")
CONTRACT_PERFORMED = Event("合同执行完毕", "performance of the contract completed")
ACCEPTANCE_ORGANISED = Event("组织履约验收", "acceptance of performance organised")
INVOICE_RECEIVED = Event("收到发票", "invoice received", name="invoice")
CONDITION_MET = Event("付款条件成就", "payment condition met", name="condition_met", inferred=True)
PAYMENT_PROCESSED = Event("办理支付手续", "payment formalities handled")

PURCHASER = Actor("采购单位", "the purchasing unit")
PURCHASER_INFERRED = Actor("采购单位", "the purchasing unit", inferred=True)
PURCHASER_OR_AGENCY = Actor("采购单位或采购代理机构", "the purchasing unit or the procurement agency")

M12 = Measure(
    number=12,
    title="完善电子采购平台",
    title_en="Improve the electronic procurement platform",
    commitments=(
        Commitment(
            id="m12.0",
            number="m12.0",
            citation=Citation(12, 0),
            modality=Modality.DO,
            criterion=Summary(),
            summary="把电子采购平台建设得更完善。",
            summary_en="Improve the electronic procurement platform.",
            role=Role.HEADING,
        ),
        Commitment(
            id="m12.1",
            number="m12.1",
            citation=Citation(12, 1),
            modality=Modality.DO,
            criterion=Milestone("政府采购网推广使用", "use of the government procurement website promoted"),
            summary="推广使用政府采购网。",
            summary_en="Spread the use of the government procurement website.",
            platforms=("政府采购网",),
        ),
        Commitment(
            id="m12.2",
            number="m12.2",
            citation=Citation(12, 1),
            modality=Modality.DO,
            criterion=Milestone("政府采购APP推广使用", "use of the government procurement app promoted"),
            summary="推广使用政府采购APP。",
            summary_en="Spread the use of the government procurement app.",
            platforms=("政府采购APP",),
        ),
        Commitment(
            id="m12.3",
            number="m12.3",
            citation=Citation(12, 1),
            modality=Modality.DO,
            criterion=Trend("用户使用便利度", "convenience for users", Direction.UP),
            summary="让用户用起来更方便。",
            summary_en="Make the platform more convenient for its users.",
            role=Role.OUTCOME,
            beneficiary="用户",
            beneficiary_en="users",
            notes=("E14：便利度如何观测原文没有写，由使用者给出前后两期的观测值。",),
            notes_en=(
                "E14: How convenience is observed the text does not say; the caller supplies observations "
                "of the earlier and the later period.",
            ),
        ),
        Commitment(
            id="m12.4",
            number="m12.4",
            citation=Citation(12, 2),
            modality=Modality.PROMOTE,
            criterion=Milestone("政府采购电子招投标", "electronic tendering in government procurement"),
            summary="推进政府采购以电子方式招标投标。",
            summary_en="Promote electronic tendering in government procurement.",
        ),
        Commitment(
            id="m12.5",
            number="m12.5",
            citation=Citation(12, 2),
            modality=Modality.PROMOTE,
            criterion=Milestone("远程电子开标", "remote electronic bid opening"),
            summary="加快做到远程电子开标。",
            summary_en="Speed up the arrival of remote electronic bid opening.",
        ),
        Commitment(
            id="m12.6",
            number="m12.6",
            citation=Citation(12, 2),
            modality=Modality.PROMOTE,
            criterion=Milestone("异地电子评审", "electronic evaluation from other places"),
            summary="加快做到异地电子评审。",
            summary_en="Speed up the arrival of electronic evaluation from other places.",
            notes=("F14：与第16条的远程异地评标意思相近，分别编号。",),
            notes_en=(
                "F14: Close in meaning to the remote evaluation from other places in measure 16; the two "
                "have separate numbers.",
            ),
        ),
        Commitment(
            id="m12.7",
            number="m12.7",
            citation=Citation(12, 2),
            modality=Modality.PROMOTE,
            criterion=Milestone("在线信用评价", "online credit rating"),
            summary="加快做到在线信用评价。",
            summary_en="Speed up the arrival of online credit rating.",
        ),
    ),
)

M13 = Measure(
    number=13,
    title="优化采购流程",
    title_en="Better procurement procedures",
    commitments=(
        Commitment(
            id="m13.0",
            number="m13.0",
            citation=Citation(13, 0),
            modality=Modality.DO,
            criterion=Summary(),
            summary="改进政府采购的流程。",
            summary_en="Improve the procedures of government procurement.",
            role=Role.HEADING,
        ),
        Commitment(
            id="m13.1",
            number="m13.1",
            citation=Citation(13, 1),
            modality=Modality.DO,
            criterion=Milestone(
                "采购意向公开严格执行", "procurement intentions published strictly as required"
            ),
            summary="严格执行采购意向公开的要求。",
            summary_en="Strictly carry out the publication of procurement intentions.",
            actor=PURCHASER_INFERRED,
            notes=(
                "C5：由谁公开原文没有写，采购单位属推断。",
                "上位法：财政部关于意向公开的文件只见于第三方网页，不列为已核对的上位规定。",
            ),
            notes_en=(
                "C5: Who publishes the text does not say; that it is the purchasing unit is an inference.",
                "Superior law: The Ministry of Finance's document on publishing intentions was found on "
                "third-party web pages only; it is not listed as a superior rule that was checked.",
            ),
        ),
        Commitment(
            id="m13.2",
            number="m13.2",
            citation=Citation(13, 1),
            modality=Modality.DO,
            criterion=Milestone(
                "供应商可以事先知道采购需求和有关信息",
                "suppliers can know the needs and related information beforehand",
            ),
            summary="方便供应商早些知道采购需求和有关信息。",
            summary_en="Make it easy for suppliers to learn of the needs and related information early.",
            role=Role.OUTCOME,
            beneficiary="供应商",
            beneficiary_en="suppliers",
        ),
        Commitment(
            id="m13.3",
            number="m13.3",
            citation=Citation(13, 2),
            modality=Modality.DO,
            criterion=Milestone("招标代理机构管理加强", "stronger management of tendering agencies"),
            summary="加强对招标代理机构的管理。",
            summary_en="Strengthen the management of tendering agencies.",
        ),
        Commitment(
            id="m13.4",
            number="m13.4",
            citation=Citation(13, 2),
            modality=Modality.DO,
            criterion=Milestone(
                "采购代理机构基本信息库", "database of basic information on procurement agencies"
            ),
            summary="建好并完善一个收录采购代理机构基本信息的数据库。",
            summary_en="Set up and improve a database of basic information on procurement agencies.",
        ),
        Commitment(
            id="m13.5",
            number="m13.5",
            citation=Citation(13, 3),
            modality=Modality.DO,
            criterion=Trend(
                "签约等待时间", "waiting time before the contract is signed", Direction.DOWN, "日"
            ),
            summary="缩短等待签订合同的时间。",
            summary_en="Shorten the wait for the contract to be signed.",
            beneficiary="中标（成交）供应商",
            beneficiary_en="winning suppliers",
        ),
        Commitment(
            id="procurement-contract",
            number="m13.6",
            citation=Citation(13, 3),
            modality=Modality.IN_PRINCIPLE,
            criterion=TimeLimit(CalendarDays(20), AWARD_NOTICE_ISSUED, CONTRACT_SIGNED, Reading.BY_DATE),
            summary="中标（成交）通知书发出后，采购单位原则上应在20日（日历日）内与供应商签好采购合同。",
            summary_en="In principle the purchaser signs the contract within 20 calendar days of issuing "
            "the award notice.",
            phrase="发出之日起20日内",
            is_target=True,
            actor=PURCHASER,
            beneficiary="中标（成交）供应商",
            beneficiary_en="winning suppliers",
            exceptions=(
                Deviation(
                    "原则上", "未能按期签约的理由", "the reason why the contract was not signed in time"
                ),
            ),
            figures=(Figure("20日", CalendarDays(20)),),
            law=(
                SuperiorRule(
                    law="中华人民共和国政府采购法",
                    article=46,
                    zh="采购人与供应商签订书面合同，以中标、成交通知书发出之日起30日为限。",
                    en="Purchaser and supplier sign the written contract within 30 days of the award notice.",
                    relation=Relation.STRICTER,
                    limit=CalendarDays(30),
                ),
            ),
            notes=(
                "B4：超过20日又没有记录理由的为未达；有理由的为可判为有正当理由的偏离。",
                "T2：政府采购合同适用民法典，末日是休息日的顺延到下一工作日（民法典第203条）。",
                "T3：“日”指日历日。",
                "T9：发出通知书的当日不计入；另一口径计入，早一日到期。",
            ),
            notes_en=(
                "B4: Over 20 days without a recorded reason is not met; with one it can be excused.",
                "T2: The Civil Code applies to government procurement contracts; a last day that is a rest "
                "day rolls to the next working day (Civil Code, article 203).",
                "T3: 'Day' means a calendar day.",
                "T9: The day the notice is issued is not counted; under the other reading it is, and the "
                "contract is due one day earlier.",
            ),
        ),
        Commitment(
            id="m13.7",
            number="m13.7",
            citation=Citation(13, 3),
            modality=Modality.MUST_NOT,
            criterion=Prohibition(
                "拒绝或拖延签订采购合同", "refusing or delaying the signing of the procurement contract"
            ),
            summary="采购单位没有正当理由时，不能拒签或拖着不签合同。",
            summary_en="Without good reason the purchaser must not refuse or delay signing the contract.",
            actor=PURCHASER,
            beneficiary="中标（成交）供应商",
            beneficiary_en="winning suppliers",
            exceptions=(
                Deviation("无正当理由", "拒绝或拖延的正当理由", "the good reason for refusal or delay"),
            ),
            figures=(Figure("不得拒绝或拖延", Quantifier.ZERO),),
        ),
    ),
)

M14 = Measure(
    number=14,
    title="强化合同管理",
    title_en="Stronger contract management",
    commitments=(
        Commitment(
            id="m14.0",
            number="m14.0",
            citation=Citation(14, 0),
            modality=Modality.DO,
            criterion=Summary(),
            summary="把政府采购合同管得更好。",
            summary_en="Manage procurement contracts more firmly.",
            role=Role.HEADING,
        ),
        Commitment(
            id="m14.1",
            number="m14.1",
            citation=Citation(14, 1),
            modality=Modality.DO,
            criterion=Recurring(
                "对合同公告和备案的监督检查", "a check of contract announcements and contract filing"
            ),
            summary="不定期检查采购合同的公告和备案情况。",
            summary_en="From time to time, check how contracts are announced and filed.",
            figures=(Figure("不定期", Quantifier.REPEATED),),
            notes=("T19：“不定期”没有间隔，默认每年至少一次，属推断。",),
            notes_en=(
                "T19: 'From time to time' gives no interval; the default is at least once a year, an "
                "inference.",
            ),
        ),
        Commitment(
            id="m14.2",
            number="m14.2",
            citation=Citation(14, 1),
            modality=Modality.PROMOTE,
            criterion=AllOf(
                (
                    Promptness(CONTRACT_SIGNED, CONTRACT_PUBLISHED),
                    Ceiling(
                        Quantity(
                            "irregularities",
                            "查出的合同公告不规范之处",
                            "irregularities found in the announcement",
                            "处",
                        ),
                        most=0,
                    ),
                )
            ),
            summary="推动采购合同的公告做到及时，并且规范。",
            summary_en="Promote contract announcements that are both timely and regular.",
            figures=(Figure("及时", Quantifier.AT_ONCE),),
            law=(
                SuperiorRule(
                    law="中华人民共和国政府采购法实施条例",
                    article=50,
                    zh="采购人在合同签订之日起2个工作日内公告合同；涉及国家秘密、商业秘密的内容除外。",
                    en="Within 2 working days of signing the purchaser announces the contract, save secrets.",
                    relation=Relation.DIFFERENT_SCOPE,
                    limit=WorkingDays(2),
                ),
            ),
            notes=(
                "E18：及时、规范两项都要成立；规范以查出的不规范之处为零判断，属推断。",
                "T17：“及时”没有数字，只按使用者给出的外部时限判断；以签订为起点属推断。",
            ),
            notes_en=(
                "E18: Both timely and regular must hold; 'regular' is judged by no irregularity being "
                "found, an inference.",
                "T17: 'Timely' gives no number; judged only against an external benchmark the caller "
                "supplies. That the signing is the start is an inference.",
            ),
        ),
        Commitment(
            id="m14.3",
            number="m14.3",
            citation=Citation(14, 1),
            modality=Modality.PROMOTE,
            criterion=AllOf(
                (
                    Promptness(CONTRACT_SIGNED, CONTRACT_FILED),
                    Ceiling(
                        Quantity(
                            "irregularities",
                            "查出的合同备案不规范之处",
                            "irregularities found in the filing",
                            "处",
                        ),
                        most=0,
                    ),
                )
            ),
            summary="推动采购合同的备案做到及时，并且规范。",
            summary_en="Promote contract filing that is both timely and regular.",
            figures=(Figure("及时", Quantifier.AT_ONCE),),
            law=(
                SuperiorRule(
                    law="中华人民共和国政府采购法",
                    article=47,
                    zh="采购人在合同签订之日起7个工作日内把合同副本报送备案。",
                    en="The purchaser files a copy of the contract within 7 working days of signing.",
                    relation=Relation.DIFFERENT_SCOPE,
                    limit=WorkingDays(7),
                ),
            ),
            notes=(
                "E18：及时、规范两项都要成立；规范以查出的不规范之处为零判断，属推断。",
                "T17：“及时”没有数字，只按使用者给出的外部时限判断；以签订为起点属推断。",
            ),
            notes_en=(
                "E18: Both timely and regular must hold; 'regular' is judged by no irregularity being "
                "found, an inference.",
                "T17: 'Timely' gives no number; judged only against an external benchmark the caller "
                "supplies. That the signing is the start is an inference.",
            ),
        ),
        Commitment(
            id="procurement-acceptance",
            number="m14.4",
            citation=Citation(14, 2),
            modality=Modality.IN_PRINCIPLE,
            criterion=TimeLimit(WorkingDays(7), CONTRACT_PERFORMED, ACCEPTANCE_ORGANISED, Reading.BY_DATE),
            summary="合同履行完后，采购单位或其代理机构原则上应于7个工作日以内组织验收。",
            summary_en="In principle the purchaser or its agency organises acceptance within 7 working days "
            "of performance.",
            phrase="7个工作日内",
            is_target=True,
            actor=PURCHASER_OR_AGENCY,
            exceptions=(
                Deviation(
                    "原则上", "未能按期组织验收的理由", "the reason why acceptance was not organised in time"
                ),
            ),
            figures=(Figure("7个工作日", WorkingDays(7)),),
            law=(
                SuperiorRule(
                    law="中华人民共和国政府采购法",
                    article=41,
                    zh="采购人或者其委托的代理机构组织对履约的验收；没有规定日数。",
                    en="The purchaser or its agency organises acceptance; no number of days is set.",
                    relation=Relation.PARENT,
                ),
                SuperiorRule(
                    law="中华人民共和国政府采购法实施条例",
                    article=45,
                    zh="按合同规定的标准组织验收并出具验收书；没有规定日数。",
                    en="Acceptance follows the contract's standards and is certified; no day count is set.",
                    relation=Relation.PARENT,
                ),
            ),
            notes=(
                "B4：超过限额又没有记录理由的为未达；有理由的为可判为有正当理由的偏离。",
                "T8：以截止日判断为默认口径。",
                "推断：“组织”读作启动验收；履行完毕以供应商书面报告之日为准。",
            ),
            notes_en=(
                "B4: Over the limit without a recorded reason is not met; with one it can be excused.",
                "T8: By date is the default reading.",
                "Inference: 'Organise' is read as starting the acceptance; performance is completed on the "
                "day of the supplier's written report.",
            ),
        ),
        Commitment(
            id="m14.5",
            number="m14.5",
            citation=Citation(14, 2),
            modality=Modality.MUST_NOT,
            criterion=Prohibition("拖延履约验收", "delaying the acceptance of performance"),
            summary="没有缘故不能拖延验收。",
            summary_en="Acceptance must not be delayed without cause.",
            actor=PURCHASER_OR_AGENCY,
            exceptions=(Deviation("无故", "拖延验收的缘故", "the cause of the delay"),),
            figures=(Figure("不得无故拖延", Quantifier.ZERO),),
            notes=("F3：“无故”只限定拖延，属推断。",),
            notes_en=("F3: 'Without cause' qualifies the delay only, an inference.",),
        ),
        Commitment(
            id="m14.6",
            number="m14.6",
            citation=Citation(14, 2),
            modality=Modality.MUST_NOT,
            criterion=Prohibition("验收时附加额外条件", "attaching extra conditions to acceptance"),
            summary="验收时不能另加条件。",
            summary_en="No extra conditions may be attached to acceptance.",
            actor=PURCHASER_OR_AGENCY,
            figures=(Figure("不得", Quantifier.ZERO),),
            notes=("F3：额外条件一概不能加，不问有无缘故，属推断。",),
            notes_en=("F3: Extra conditions are never allowed, with or without cause, an inference.",),
        ),
    ),
)

M15 = Measure(
    number=15,
    title="加强支付和交付监管",
    title_en="Stronger supervision of payment and delivery",
    commitments=(
        Commitment(
            id="m15.0",
            number="m15.0",
            citation=Citation(15, 0),
            modality=Modality.DO,
            criterion=Summary(),
            summary="加强对支付和交付的监管。",
            summary_en="Strengthen the supervision of payment and delivery.",
            role=Role.HEADING,
            notes=("A5：标题里的“交付”在正文没有对应的要求。",),
            notes_en=("A5: For 'delivery' in the heading there is no matching requirement in the body.",),
        ),
        Commitment(
            id="procurement-payment",
            number="m15.1",
            citation=Citation(15, 1),
            modality=Modality.IN_PRINCIPLE,
            criterion=TimeLimit(
                WorkingDays(5), (INVOICE_RECEIVED, CONDITION_MET), PAYMENT_PROCESSED, Reading.BY_DATE
            ),
            summary="付款条件已满足的，采购单位原则上应自收到发票起5个工作日内按程序办理付款手续。",
            summary_en="Once the payment condition is met, the purchaser in principle handles the payment "
            "formalities within 5 working days of receiving the invoice.",
            phrase="收到发票后5个工作日内",
            is_target=True,
            actor=PURCHASER,
            scope=Scope("已满足合同所定付款条件的款项", "payments whose contractual condition is met"),
            exceptions=(
                Deviation(
                    "原则上",
                    "未能按期办理支付手续的理由",
                    "the reason why the formalities were not handled in time",
                ),
            ),
            figures=(Figure("5个工作日", WorkingDays(5)),),
            law=(
                SuperiorRule(
                    law="中华人民共和国政府采购法实施条例",
                    article=51,
                    zh="采购人按合同规定及时向供应商支付采购资金；没有规定日数。",
                    en="The purchaser pays the supplier timely under the contract; no number of days is set.",
                    relation=Relation.PARENT,
                ),
                SuperiorRule(
                    law="保障中小企业款项支付条例",
                    article=8,
                    zh="机关、事业单位向中小企业付款，以交付之日起30日为限；合同另有约定的，最长60日。",
                    en="Public bodies pay small and medium enterprises within 30 days of delivery; "
                    "at most 60 days where agreed.",
                    relation=Relation.DIFFERENT_SCOPE,
                    limit=CalendarDays(30),
                ),
                SuperiorRule(
                    law="保障中小企业款项支付条例",
                    article=9,
                    zh="约定以检验或者验收合格为付款条件的，付款期限从合格之日起算。",
                    en="Where payment depends on inspection or acceptance, time runs from passing it.",
                    relation=Relation.DIFFERENT_SCOPE,
                ),
            ),
            notes=(
                "B4：超过限额又没有记录理由的为未达；有理由的为可判为有正当理由的偏离。",
                "T21：从收到发票和付款条件成就两者中较晚的一日起算，属推断。",
                "上位法：办理手续不等于到账；本条不代替中小企业款项支付的法定期限。",
            ),
            notes_en=(
                "B4: Over the limit without a recorded reason is not met; with one it can be excused.",
                "T21: The clock starts on the later of receiving the invoice and the payment condition "
                "being met, an inference.",
                "Superior law: Handling the formalities is not the money arriving; this measure does not "
                "replace the statutory time limits for paying small and medium enterprises.",
            ),
        ),
        Commitment(
            id="m15.2",
            number="m15.2",
            citation=Citation(15, 2),
            modality=Modality.DO,
            criterion=Trend("预付款比例", "ratio of prepayment", Direction.UP),
            summary="把预付款的比例提上去。",
            summary_en="Raise the ratio of prepayment.",
            actor=PURCHASER_INFERRED,
        ),
        Commitment(
            id="procurement-prepayment",
            number="m15.3",
            citation=Citation(15, 2),
            modality=Modality.TARGET,
            criterion=RatioFloor(
                numerator=Quantity("prepayment", "预付款", "prepayment", "元", FactKind.AMOUNT),
                denominator=Quantity("contract_price", "合同价", "contract price", "元", FactKind.AMOUNT),
                least=Fraction(30, 100),
                special=Fact(
                    "is_sme",
                    "供应商是否为中小企业",
                    "the supplier is a small or medium enterprise",
                    FactKind.TRUTH,
                ),
                special_least=Fraction(50, 100),
            ),
            summary="推动预付款至少占三成；供应商是中小企业的，至少占五成。",
            summary_en="Work towards prepayments of at least 30 per cent, 50 per cent for small and medium "
            "enterprises.",
            phrase="不低于30%",
            is_target=True,
            actor=PURCHASER_INFERRED,
            beneficiary="中标企业",
            beneficiary_en="winning bidders",
            figures=(
                Figure("不低于30%", Fraction(30, 100)),
                Figure("不低于50%", Fraction(50, 100)),
            ),
            notes=(
                "B3：“推动实现”弱于“应”，没有达到只是未达，不是违反义务。",
                "E2：逐份合同计算，以合同价为分母；中小企业的比例代替一般比例，属推断。",
            ),
            notes_en=(
                "B3: 'Push to achieve' is weaker than 'shall'; falling short is only a miss, not a breach "
                "of duty.",
                "E2: Counted contract by contract, as a share of the contract price; for a small or medium "
                "enterprise its own share replaces the general one, an inference.",
            ),
        ),
        Commitment(
            id="m15.5",
            number="m15.5",
            citation=Citation(15, 2),
            modality=Modality.DO,
            criterion=Trend("中标企业资金压力", "financial strain on winning bidders", Direction.DOWN),
            summary="使中标企业的资金压力变小。",
            summary_en="Ease the financial strain on winning bidders.",
            role=Role.OUTCOME,
            beneficiary="中标企业",
            beneficiary_en="winning bidders",
        ),
    ),
)

SECTION = Section(
    id="1.4",
    title="促进政府采购规范有序",
    title_en="Regular and orderly government procurement",
    lead_units=(unit.FINANCE,),
    measures=(M12, M13, M14, M15),
)
