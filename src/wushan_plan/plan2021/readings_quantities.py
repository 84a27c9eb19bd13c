"""The interpretation register, part three: quantities (E)."""

from wushan_plan.model.readings import Basis, Interpretation, Option, Reading

LIMITS: tuple[Interpretation, ...] = (
    Interpretation(
        id="E1",
        question="“不超过N”“不低于N”含不含N？",
        question_en="Do 不超过N and 不低于N include N?",
        options=(
            Option("inclusive", "含", "yes"),
            Option("exclusive", "不含", "no"),
        ),
        default="inclusive",
        basis=Basis.INFERENCE,
        because="民法典第1259条：“超过”不含本数。所以“不超过N”含N，这一步是推论；“不低于”不在条文里，"
        "按字义也含。",
        because_en="Civil Code, article 1259: 超过 excludes the number. That 不超过N includes N is the "
        "consequence we draw; 不低于 is not in the article, and includes N by its sense.",
        affects=(
            "water-connection",
            "power-low-voltage",
            "power-10kv",
            "gas-connection",
            "procurement-prepayment",
            "unemployment-subsidy",
            "unemployment-insurance",
        ),
    ),
    Interpretation(
        id="E2",
        question="预付款比例按什么算？",
        question_en="Of what is the advance payment a share?",
        options=(
            Option(
                "per-contract",
                "逐份合同，分母是合同总价；中小企业用50%，不再用30%",
                "contract by contract, of the contract price; for an SME 50 per cent replaces 30",
            ),
            Option("overall", "全部合同合计的比例", "of all contracts taken together"),
            Option("per-year", "分母是当年应付款", "of the payments due in the year"),
        ),
        default="per-contract",
        basis=Basis.INFERENCE,
        because="原文没有写分母；减轻资金压力要看每个供应商。是不是中小企业由调用者给出。",
        because_en="The text names no denominator; the pressure it means to ease is each supplier's. "
        "Whether one is an SME is for the caller to say.",
        affects=("procurement-prepayment",),
    ),
    Interpretation(
        id="E3",
        question="第35条四个率是各自100%，还是平均100%？",
        question_en="Are the four rates of measure 35 each 100 per cent, or on average?",
        options=(
            Option(
                "each",
                "各自100%；分母为零是无数据；没办完的留在分母里",
                "each; a zero denominator is no data; unfinished items stay in the denominator",
            ),
            Option("average", "四个率的平均", "their average"),
        ),
        default="each",
        basis=Basis.TEXT,
        because="四个率并列作主语，共用一个谓语。统计期原文没有写。",
        because_en="Four rates share one predicate. The text names no period.",
        affects=(
            "supervision-list-rate",
            "supervision-data-rate",
            "complaint-handling-rate",
            "joint-response-rate",
        ),
    ),
    Interpretation(
        id="E4",
        question="小低项目只查1次：复查算不算一次？",
        question_en="Exactly one inspection of a small project: does a re-check count?",
        options=(
            Option(
                "rechecks-count",
                "算，与别的检查一样",
                "yes, like any other inspection",
                reading=Reading.RECHECKS_COUNT,
            ),
            Option(
                "rechecks-apart",
                "不算，随它所复查的那一次",
                "no; it belongs to the inspection it follows up",
                reading=Reading.RECHECKS_APART,
            ),
        ),
        default="rechecks-count",
        basis=Basis.INFERENCE,
        because="“只”字限的是检查次数，没有为复查留余地。次数不得多于1；竣工时是0，等于没有查，也是未达。",
        because_en="'Only' limits inspections and leaves no room for re-checks. More than 1 is a miss at "
        "any time; 0 at completion means that it was not carried out.",
        affects=("quality-safety-inspections",),
    ),
    Interpretation(
        id="E5",
        question="74项“跨省通办”是哪些？",
        question_en="Which are the 74 cross-province services?",
        options=(
            Option(
                "supplied",
                "由调用者给出；清单里的都要办成，且不少于74项",
                "the caller supplies them; all of them are required, and at least 74",
            ),
            Option("count-only", "只数够74项", "any 74"),
        ),
        default="supplied",
        basis=Basis.INFERENCE,
        because="原文没有列出清单。",
        because_en="The text does not list them.",
        affects=("cross-province-services",),
    ),
    Interpretation(
        id="E6",
        question="2家、2名，是至少还是恰好？",
        question_en="Two enterprises, two coordinators: at least or exactly?",
        options=(
            Option("at-least", "至少", "at least"),
            Option("exactly", "恰好", "exactly"),
        ),
        default="at-least",
        basis=Basis.INFERENCE,
        because="多评、多培育不违背目的。AAA级是等级名，不是数。",
        because_en="More would not defeat the purpose. AAA is a grade, not a number.",
        affects=("harmonious-enterprises", "labour-coordinators"),
    ),
    Interpretation(
        id="E7",
        question="“十一税合一”是哪十一种税？",
        question_en="Which are the eleven taxes filed as one?",
        options=(
            Option(
                "count",
                "只判十一种合并申报；名单由调用者核对",
                "only the number eleven is judged; the caller checks the list",
            ),
            Option(
                "ten-and-income-tax",
                "十种财产和行为税加企业所得税（记忆，没有核对）",
                "ten property and behaviour taxes and enterprise income tax (from memory, not checked)",
            ),
        ),
        default="count",
        basis=Basis.INFERENCE,
        because="原文没有列名；后半句的三大类不是十一种的清单。",
        because_en="The text names none; the three groups in its second half are no list of eleven.",
        affects=("combined-tax-filing", "m30.2"),
    ),
    Interpretation(
        id="E8",
        question="供排水“三零”是哪三个零？",
        question_en="Which are the 'three zeros' of water supply and drainage?",
        options=(
            Option("supplied", "由调用者给出", "the caller supplies them"),
            Option(
                "as-for-power",
                "照电力的说法：上门、审批、投资为零（第三方网页，没有核对）",
                "as for power: no visits, no approvals, no investment (third-party page, not checked)",
            ),
        ),
        default="supplied",
        basis=Basis.INFERENCE,
        because="原文没有定义，各地用法也不一样，不写死。",
        because_en="The text does not define them and usage differs, so that none is built in.",
        affects=("25",),
    ),
    Interpretation(
        id="E9",
        question="“所有”与“基本”在一句里，缺多少还算实现？",
        question_en="'All' and 'basically' in one sentence: how much may be missing?",
        options=(
            Option(
                "tolerance-supplied",
                "容许的缺口由调用者给出，没有默认值",
                "the caller supplies the tolerance; there is no default",
            ),
            Option("none-missing", "一项不缺", "nothing"),
            Option("ninety-per-cent", "九成以上", "up to a tenth"),
        ),
        default="tolerance-supplied",
        basis=Basis.TEXT,
        because="两个词都写着，缺口却没有数字；替它定一个数就改了原文。",
        because_en="Both words stand there and no number does; to set one would change the text.",
        affects=("31",),
    ),
    Interpretation(
        id="E10",
        question="“零材料”管哪些申报？",
        question_en="Which filings need no documents?",
        options=(
            Option("vat", "小规模纳税人的增值税申报", "VAT filings of small-scale taxpayers"),
            Option("every-tax", "小规模纳税人的一切申报", "every filing of small-scale taxpayers"),
        ),
        default="vat",
        basis=Basis.INFERENCE,
        because="前半句说的是电子税务局的增值税申报功能，后半句承前。",
        because_en="The first half speaks of VAT filing in the electronic tax office; the second continues "
        "it.",
        affects=("small-taxpayer-documents",),
    ),
    Interpretation(
        id="E11",
        question="“一次性”查勘、接入，是各一次还是供水排水合起来一次？",
        question_en="One survey and one connection visit: for each of water and drainage, or together?",
        options=(
            Option(
                "together",
                "供水、排水合起来查勘一次、接入一次",
                "one survey and one connection visit for both together",
            ),
            Option("each", "供水、排水各一次", "one of each for water, one of each for drainage"),
        ),
        default="together",
        basis=Basis.INFERENCE,
        because="同句前面说的是供排水部门协同合作；查勘、接入分开数。",
        because_en="The sentence speaks of the two departments working together. Surveys and connections "
        "are counted apart.",
        affects=("joint-survey-visits",),
    ),
    Interpretation(
        id="E12",
        question="补贴、拍卖、机制名称里的“一次性”“二次”“第三方”“双随机”是不是限额？",
        question_en="Are the numerals in the names of subsidies, auctions and mechanisms limits?",
        options=(
            Option("names", "是名称，不判", "they are names and are not judged"),
            Option("limits", "是限额", "they are limits"),
        ),
        default="names",
        basis=Basis.TEXT,
        because="它们都在名称之内，没有限制的对象。",
        because_en="They stand inside names and limit nothing.",
        affects=("m42.7", "m45.4", "29", "33", "35", "39"),
    ),
    Interpretation(
        id="E13",
        question="用户不承担红线外“任何”费用：例外怎么认，范围外怎么判？",
        question_en="No cost outside the red line: how is an exception shown, and what of cases outside the "
        "zone?",
        options=(
            Option(
                "cited",
                "每户0元；例外要注明法律、法规或政策；范围外的不适用",
                "0 per user; an exception names the law, regulation or policy; outside the zone it does not "
                "apply",
            ),
            Option(
                "law-only", "只认法律法规，不认政策", "only laws and regulations make exceptions, no policy"
            ),
        ),
        default="cited",
        basis=Basis.TEXT,
        because="原文把法律法规和相关政策并列为例外，又写明了地域。",
        because_en="The text names laws, regulations and policies as exceptions, and bounds the zone.",
        affects=("external-works-cost", "m07.0"),
    ),
)

POPULATIONS: tuple[Interpretation, ...] = (
    Interpretation(
        id="E14",
        question="“提高”“压减”与什么比，变多少算数？",
        question_en="Against what is a rise or fall measured, and how much is enough?",
        options=(
            Option(
                "previous-strict",
                "与上一可比期间比，有变化才算；持平不算；没有上期数是无数据",
                "against the previous comparable period, strictly; equal is not improved; no baseline is no "
                "data",
            ),
            Option("not-worse", "不退步就算", "not worse is enough"),
        ),
        default="previous-strict",
        basis=Basis.INFERENCE,
        because="词义是有变化；原文没有写基数和幅度。",
        because_en="The words mean a change; the text gives neither baseline nor amount.",
    ),
    Interpretation(
        id="E15",
        question="“扩面放量”是面和量都要增，还是一样就够？",
        question_en="扩面放量: must width and volume both rise?",
        options=(
            Option("both", "覆盖面和金额都要增", "both the reach and the amount"),
            Option("either", "一样增就够", "either will do"),
        ),
        default="both",
        basis=Basis.INFERENCE,
        because="两个动宾词组并列。",
        because_en="Two verb-object pairs stand side by side.",
        affects=("10",),
    ),
    Interpretation(
        id="E16",
        question="“应减”“应上”“存量”“重大”“各项”的全体由谁定？",
        question_en="Who says what the whole consists of (应减, 应上, 存量, 重大, 各项)?",
        options=(
            Option(
                "supplied",
                "调用者给出全体；全体为空是无数据",
                "the caller supplies it; an empty whole is no data",
            ),
            Option("reported", "以已上报的为全体", "what has been reported is the whole"),
        ),
        default="supplied",
        basis=Basis.INFERENCE,
        because="原文只写了词，名单和界定都在原文之外；以已上报的为全体，覆盖率就总是百分之百。",
        because_en="The text has the words only; lists and definitions lie outside it. If the whole were "
        "what was reported, coverage would always be full.",
        affects=(
            "2",
            "4",
            "8",
            "16",
            "19",
            "20",
            "22",
            "25",
            "26",
            "27",
            "28",
            "29",
            "31",
            "34",
            "35",
            "36",
            "43",
            "S1",
            "S2",
        ),
    ),
    Interpretation(
        id="E17",
        question="一网、一窗、一次、一份这类“一”，按件数还是按全县数？",
        question_en="Are the 'ones' (one website, one counter, one commission) counted per case or for the "
        "county?",
        options=(
            Option("per-case", "每件各不多于一个", "per case, at most one of each"),
            Option("county-wide", "全县只有一个", "one in the whole county"),
        ),
        default="per-case",
        basis=Basis.INFERENCE,
        because="说的是办一件事要经过几个。第4条的五个“一”只在探索的模式之内。",
        because_en="They say how many of them one case meets. The five of measure 4 hold only inside the "
        "explored model.",
        affects=("4", "27", "28"),
    ),
    Interpretation(
        id="E18",
        question="成对的形容词（及时、规范）要不要都做到？",
        question_en="Paired adjectives (prompt and regular): must both hold?",
        options=(
            Option("both", "都要", "both"),
            Option("either", "一样就够", "either will do"),
        ),
        default="both",
        basis=Basis.TEXT,
        because="并列，没有“或”字。",
        because_en="They stand side by side, without an 'or'.",
        affects=("14", "16", "17", "18", "20", "27", "35", "36", "m41.6", "s1.5", "s2.6", "s2.14"),
    ),
    Interpretation(
        id="E19",
        question="投诉“处理率”、协同“响应率”的分子：受理就算，还是办结、答复才算？",
        question_en="Complaints 'handled', requests 'answered': is acceptance enough, or must they be "
        "settled?",
        options=(
            Option("settled", "办结或作出答复才算", "settled or answered"),
            Option("accepted", "受理就算", "accepted"),
        ),
        default="settled",
        basis=Basis.INFERENCE,
        because="处理、响应都指有了结果；只受理的，百分之百没有意义。",
        because_en="To handle and to respond mean a result; a full rate of mere acceptance would say "
        "nothing.",
        affects=("complaint-handling-rate", "joint-response-rate"),
    ),
    Interpretation(
        id="E20",
        question="电子资料“有效”由谁认定？",
        question_en="Who says that electronic material is valid?",
        options=(
            Option("court", "法院认定，作为事实输入", "the court; it is entered as a fact"),
            Option("presumed", "提交即推定有效", "it is presumed valid once handed in"),
        ),
        default="court",
        basis=Basis.INFERENCE,
        because="“有效”是不再要纸质的前提，原文没有写由谁认定。",
        because_en="Validity is the condition for asking no paper; the text does not say who decides on it.",
        affects=("electronic-filing-paper",),
    ),
    Interpretation(
        id="E21",
        question="多测合一：返工补测、更正的报告另不另计？",
        question_en="Unified survey: do repeated work and corrected reports count again?",
        options=(
            Option("not-again", "不另计", "no"),
            Option("again", "另计", "yes"),
        ),
        default="not-again",
        basis=Basis.INFERENCE,
        because="补测和更正仍属原来的委托和报告。",
        because_en="Repairs and corrections still belong to the first commission and report.",
        affects=("unified-survey",),
    ),
    Interpretation(
        id="E22",
        question="投诉、事故引起的检查，算不算那1次？",
        question_en="Does an inspection caused by a complaint or an accident count?",
        options=(
            Option("excluded", "不算，另行记录", "no; it is recorded apart"),
            Option("included", "算", "yes"),
        ),
        default="excluded",
        basis=Basis.INFERENCE,
        because="本句说的是按风险等级安排的检查；投诉和事故不由监管部门安排。",
        because_en="The sentence speaks of inspections planned by risk; complaints and accidents are not "
        "planned.",
        affects=("quality-safety-inspections",),
    ),
)
