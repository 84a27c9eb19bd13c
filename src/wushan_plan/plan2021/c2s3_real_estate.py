"""二（三）持续提升不动产登记便利度: section 2.3, measures 28 and 29."""

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
from wushan_plan.model.facts import FactKind
from wushan_plan.model.modality import Modality
from wushan_plan.model.periods import CalendarDays, WorkingDays
from wushan_plan.model.plan import Measure, Section
from wushan_plan.plan2021 import lead_units as unit

# The heading of measure 28 names neither event (register T18).
APPLICATION_ACCEPTED = Event("受理", "application accepted", inferred=True)
CERTIFICATE_HANDED_OVER = Event("取证", "certificate handed over", inferred=True)

M28 = Measure(
    number=28,
    title="深化不动产登记“一窗办理、即办即取”改革",
    title_en="One window for property registration, handled and handed over at once",
    commitments=(
        Commitment(
            id="m28.0",
            number="m28.0",
            citation=Citation(28, 0),
            modality=Modality.DO,
            criterion=AllOf(
                (
                    Ceiling(
                        Quantity(
                            "windows", "办理一件登记所到窗口数", "windows visited for one registration", "个"
                        ),
                        most=1,
                    ),
                    Promptness(APPLICATION_ACCEPTED, CERTIFICATE_HANDED_OVER, CalendarDays(0)),
                )
            ),
            summary="深化登记改革：每件只到一个窗口，当场办、当场取。",
            summary_en="Deepen the reform: one window a registration, handled and handed over at once.",
            phrase="一窗办理、即办即取",
            role=Role.HEADING,
            figures=(
                Figure("一窗", 1, "个窗口"),
                Figure("即办即取", Quantifier.AT_ONCE),
            ),
            law=(
                SuperiorRule(
                    law="重庆市优化营商环境条例",
                    article=54,
                    zh="不动产登记同样要求一个窗口办、办了就取。",
                    en="The same for property registration: one window, handled and handed over at once.",
                    relation=Relation.PARENT,
                ),
                SuperiorRule(
                    law="优化营商环境条例",
                    article=47,
                    zh="登记、交易、缴税一个窗口受理、并行办理，压缩时间、降低成本，具体时间由各地公开。",
                    en="Registration, transaction and tax accepted at one window and handled in parallel, "
                    "with less time and cost; each place sets and publishes its own time.",
                    relation=Relation.PARENT,
                ),
                SuperiorRule(
                    law="不动产登记暂行条例",
                    article=20,
                    zh="登记机构受理后30个工作日内办结，法律另有规定的除外。",
                    en="Completed within 30 working days of acceptance, unless a law provides otherwise.",
                    relation=Relation.STRICTER,
                    limit=WorkingDays(30),
                ),
            ),
            notes=(
                "A5：窗口数和即时取证只写在标题里，正文没有重复。",
                "T18：“即办即取”没有数字，读作同一次到窗口（当日），属推断。",
                "E17：“一窗”按每件至多一个窗口计，属推断。",
            ),
            notes_en=(
                "A5: The number of windows and the handing over at once stand in the heading only; the body "
                "does not repeat them.",
                "T18: 'Handled and handed over at once' gives no number; read as in the same visit to the "
                "window (the same day), an inference.",
                "E17: 'One window' is counted as at most one window per case, an inference.",
            ),
        ),
        Commitment(
            id="m28.1",
            number="m28.1",
            citation=Citation(28, 1),
            modality=Modality.DO,
            criterion=Milestone(
                "登记窗口装有电子签批屏", "electronic signing screens at the registration windows"
            ),
            summary="给登记窗口装上电子签批屏。",
            summary_en="Install electronic signing screens at the registration windows.",
        ),
        Commitment(
            id="m28.2",
            number="m28.2",
            citation=Citation(28, 1),
            modality=Modality.DO,
            criterion=Trend("身份核验的办理体验", "experience of identity checks", Direction.UP),
            summary="身份核验办起来体验更好。",
            summary_en="Make identity checks a better experience.",
            role=Role.OUTCOME,
        ),
        Commitment(
            id="m28.3",
            number="m28.3",
            citation=Citation(28, 2),
            modality=Modality.DO,
            criterion=Checklist(
                (
                    Item("电子完税证明", "electronic tax clearance certificates"),
                    Item("电子票据", "electronic receipts"),
                ),
                closed=True,
            ),
            summary="把电子完税证明、电子票据在登记中的使用流程完善起来。",
            summary_en="Improve the procedures for using electronic tax clearance certificates and receipts.",
        ),
        Commitment(
            id="property-registration-online",
            number="m28.4",
            citation=Citation(28, 2),
            modality=Modality.PROMOTE,
            criterion=Coverage("不动产登记的办理环节", "steps of property registration", "个"),
            summary="推进登记的每个环节都在线上办。",
            summary_en="Push for every step of property registration to be handled online.",
            phrase="全流程在线办理",
            figures=(Figure("全流程", Quantifier.ALL),),
            notes=("E16：有哪些环节原文没有列，由使用者提供。",),
            notes_en=("E16: Which steps there are the text does not list; the caller supplies them.",),
        ),
        Commitment(
            id="m28.5",
            number="m28.5",
            citation=Citation(28, 3),
            modality=Modality.DO,
            criterion=Trend(
                "电子登记证书（证明）、查询证明等的推广力度",
                "use of electronic certificates, search certificates and the like",
                Direction.UP,
            ),
            summary="更大力度推广电子登记证书（证明）和登记资料的查询证明等。",
            summary_en="Promote electronic registration and search certificates and the like more strongly.",
            notes=("E14：以上一可比期间为基准，严格提高；用什么衡量力度原文没有写。",),
            notes_en=(
                "E14: Against the previous comparable period, strictly more; by what the effort is measured "
                "the text does not say.",
            ),
        ),
        Commitment(
            id="m28.6",
            number="m28.6",
            citation=Citation(28, 3),
            modality=Modality.PROMOTE,
            criterion=Milestone(
                "各部门协同并互认电子权证", "departments that cooperate and recognise the documents"
            ),
            summary="推动各部门协同，互相认可这些电子证照。",
            summary_en="Push for departments to cooperate and to recognise these documents from one another.",
        ),
        Commitment(
            id="m28.7",
            number="m28.7",
            citation=Citation(28, 3),
            modality=Modality.DO,
            criterion=Trend("电子权证的应用场景", "uses of electronic title documents", Direction.UP, "个"),
            summary="让电子权证能用在更多场合。",
            summary_en="Widen the uses of electronic title documents.",
        ),
        Commitment(
            id="m28.8",
            number="m28.8",
            citation=Citation(28, 4),
            modality=Modality.DO,
            criterion=Milestone("纸质证书（证明）可以邮寄", "paper certificates sent by post"),
            summary="纸质的登记证书（证明）提供邮寄。",
            summary_en="Offer to send paper registration certificates by post.",
            notes=("是否收邮费原文没有写。",),
            notes_en=("Whether postage is charged the text does not say.",),
        ),
    ),
)

M29 = Measure(
    number=29,
    title="加强不动产登记信息管理运用",
    title_en="Better management and use of registration information",
    commitments=(
        Commitment(
            id="m29.0",
            number="m29.0",
            citation=Citation(29, 0),
            modality=Modality.DO,
            criterion=Summary(),
            summary="把登记信息管好、用好。",
            summary_en="Manage and use registration information better.",
            role=Role.HEADING,
        ),
        Commitment(
            id="m29.1",
            number="m29.1",
            citation=Citation(29, 1),
            modality=Modality.DO,
            criterion=Milestone(
                "登记和地籍测绘的第三方独立投诉机制",
                "independent third-party complaints mechanism for registration and cadastral surveying",
            ),
            summary="落实由第三方独立受理登记和地籍测绘投诉的机制。",
            summary_en="Put independent third-party complaints on registration and surveying in place.",
            notes=("F5：第三方投诉机制与市上的线上专栏分开计，属推断。",),
            notes_en=(
                "F5: The third-party complaints mechanism and the municipality's online column are counted "
                "apart, an inference.",
            ),
        ),
        Commitment(
            id="m29.2",
            number="m29.2",
            citation=Citation(29, 1),
            modality=Modality.REFERENCE,
            criterion=Milestone(
                "市级线上投诉专栏的相关工作", "work for the municipal online complaints column"
            ),
            summary="落实市上所开线上投诉专栏要求的工作。",
            summary_en="Do the work that the municipal online complaints column calls for.",
            platforms=("线上投诉专栏",),
            notes=("B6：专栏由市上开通，工作内容不在本文之内。",),
            notes_en=(
                "B6: The column is opened by the municipality; what the work consists of lies outside this "
                "text.",
            ),
        ),
        Commitment(
            id="m29.3",
            number="m29.3",
            citation=Citation(29, 2),
            modality=Modality.DO,
            criterion=Milestone(
                "市级综合查询系统的基础工作", "groundwork for the municipal property information system"
            ),
            summary="为市上的不动产综合查询系统做好基础工作。",
            summary_en="Lay the groundwork for the municipal property information system.",
            platforms=("单一入口不动产综合信息查询系统",),
        ),
        Commitment(
            id="due-diligence-information",
            number="m29.4",
            citation=Citation(29, 2),
            modality=Modality.ENTITLEMENT,
            criterion=Coverage("尽职调查涉及的信息", "information that due diligence involves", "条"),
            summary="做尽职调查要用到的信息，一条不缺地提供。",
            summary_en="Provide every piece of information that due diligence involves.",
            phrase="全部信息",
            scope=Scope(
                "依法且经授权可以提供的信息",
                "information that may lawfully be given with authorisation",
                inferred=True,
            ),
            figures=(Figure("全部信息", Quantifier.ALL),),
            notes=(
                "F6：“全部”以依法、经授权可提供的信息为限，属推断。",
                "E16：有哪些信息原文没有列，由使用者提供。",
            ),
            notes_en=(
                "F6: 'All' is bounded by what may lawfully be given with authorisation, an inference.",
                "E16: Which pieces of information there are the text does not list; the caller supplies "
                "them.",
            ),
        ),
        Commitment(
            id="due-diligence-fee",
            number="m29.5",
            citation=Citation(29, 2),
            modality=Modality.ENTITLEMENT,
            criterion=Ceiling(
                Quantity(
                    "fee",
                    "提供尽职调查信息的收费",
                    "fee for due diligence information",
                    "元",
                    FactKind.AMOUNT,
                ),
                most=0,
            ),
            summary="尽职调查要用到的信息不收钱。",
            summary_en="Due diligence information is free of charge.",
            phrase="免费提供",
            figures=(Figure("免费", Quantifier.ZERO),),
        ),
        Commitment(
            id="m29.6",
            number="m29.6",
            citation=Citation(29, 3),
            modality=Modality.DO,
            criterion=Promptness(
                Event("产权人授权", "authorisation by the owner"),
                Event("可以查询", "information can be searched"),
            ),
            summary="积极推行：产权人一授权，登记信息就能查。",
            summary_en="Actively introduce search of registration data as soon as the owner authorises it.",
            phrase="即可查询",
            figures=(Figure("即可查询", Quantifier.AT_ONCE),),
            notes=("T18：“即可”没有数字；也可读作只要授权、不再要别的条件。",),
            notes_en=(
                "T18: The word for 'as soon as' gives no number; it can also be read as 'on authorisation "
                "alone, with no further condition'.",
            ),
        ),
        Commitment(
            id="m29.7",
            number="m29.7",
            citation=Citation(29, 4),
            modality=Modality.PROMOTE,
            criterion=Checklist(
                (
                    Item("供水", "water suppliers"),
                    Item("供电", "power suppliers"),
                    Item("供气", "gas suppliers"),
                ),
                closed=False,
            ),
            summary="推动登记信息共享给水、电、气等公共企事业单位。",
            summary_en="Push for sharing registration data with water, power, gas and other utilities.",
        ),
        Commitment(
            id="m29.8",
            number="m29.8",
            citation=Citation(29, 4),
            modality=Modality.EXPLORE,
            criterion=Milestone("同步过户的试行记录", "a documented attempt at simultaneous transfer"),
            summary="探索公用事业随不动产一并过户。",
            summary_en="Explore transferring utility accounts together with the property.",
            phrase="同步过户",
            figures=(Figure("同步过户", Quantifier.AT_ONCE),),
            notes=(
                "B8：探索事项，有记录的尝试即为达到。",
                "过户的对象原文没有写，承前读作水电气等账户，属推断。",
            ),
            notes_en=(
                "B8: An exploration: a recorded attempt meets it.",
                "What is transferred the text does not say; carried over from before, read as accounts for "
                "water, power, gas and the like, an inference.",
            ),
        ),
    ),
    names=(
        NamedTerm("第三方", "“三”是投诉机制名称的一部分", "part of the name of the mechanism"),
        NamedTerm("单一入口", "系统名称的一部分", "part of the name of the system"),
    ),
)

SECTION = Section(
    id="2.3",
    title="持续提升不动产登记便利度",
    title_en="Ever easier property registration",
    lead_units=(unit.PLANNING_RESOURCES,),
    measures=(M28, M29),
)
