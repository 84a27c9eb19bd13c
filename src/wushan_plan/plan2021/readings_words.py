"""The interpretation register, part one: text (A), binding force (B) and who acts (C)."""

from wushan_plan.model.readings import Basis, Interpretation, Option

TEXT: tuple[Interpretation, ...] = (
    Interpretation(
        id="A4",
        question="第20条没有标题，第0句存不存在？",
        question_en="Measure 20 has no heading. Is there a sentence 0?",
        options=(
            Option("none", "没有第0句，正文从第1句数起", "no sentence 0; the body starts at sentence 1"),
            Option(
                "first", "把首句当作标题，记为第0句", "the first sentence is taken as the heading, sentence 0"
            ),
        ),
        default="none",
        basis=Basis.TEXT,
        because="该条一开头就是正文，没有另起的短句作标题。",
        because_en="The measure opens with its text; no short sentence stands before it as a heading.",
        affects=("20",),
    ),
    Interpretation(
        id="A5",
        question="条标题本身算不算承诺？",
        question_en="Is the heading of a measure a commitment?",
        options=(
            Option(
                "separate",
                "算；只概括正文的不计数，单独有内容的（第7、25、28、30条）有自己的判定标准",
                "yes; a heading that only sums up is not counted, one with content of its own (7, 25, 28, "
                "30) has its own criterion",
            ),
            Option("ignored", "不算，只看正文", "no; only the body counts"),
            Option("counted", "全部与正文并列计数", "yes, and every heading is counted beside the body"),
        ),
        default="separate",
        basis=Basis.INFERENCE,
        because="有的内容只在标题里出现，丢掉标题就丢了内容；与正文重复计数又会虚增件数。",
        because_en="Some content stands only in a heading and would be lost; counting the rest would count "
        "it twice.",
        affects=("7", "15", "25", "28", "30", "37"),
    ),
    Interpretation(
        id="A6",
        question="章、节的题目和开头的目的语有没有可判定的承诺？",
        question_en="Do chapter and section titles and the opening purpose clause promise anything?",
        options=(
            Option("none", "没有", "no"),
            Option("goals", "当作总目标，另行记录", "they are general goals, recorded apart"),
        ),
        default="none",
        basis=Basis.INFERENCE,
        because="它们只说方向，没有各条以外的内容；印发通知里的落实要求对所有收文单位一样。",
        because_en="They give a direction and nothing beyond the measures; the notice binds every addressee "
        "alike.",
    ),
    Interpretation(
        id="A7",
        question="一个动词后面列举几项，是一个承诺还是几个？“等”字收不收口？",
        question_en="Does a list after one verb make one commitment or several? Does 等 close the list?",
        options=(
            Option(
                "one-list",
                "一个承诺、一张清单；不同的文书、数字或主体才分开；“等”一般不收口，“等”后写明个数的收口",
                "one commitment with a checklist, split only for distinct instruments, numbers or actors; "
                "等 leaves the list open unless a number follows it",
            ),
            Option("split", "每项一个承诺", "one commitment for each entry"),
        ),
        default="one-list",
        basis=Basis.INFERENCE,
        because="一动词一宾语为一个承诺；第27条“等”后写明5个，而名称恰好五个。",
        because_en="One verb and one object make a commitment; in measure 27 the number five follows 等 and "
        "five are named.",
    ),
    Interpretation(
        id="A8",
        question="只说效果的分句（如提高便利度）算不算承诺？",
        question_en="Is a clause that only names an effect a commitment?",
        options=(
            Option(
                "outcome", "算，标为“效果”，可以单独统计", "yes, marked as an outcome and reportable apart"
            ),
            Option("dropped", "不算", "no"),
        ),
        default="outcome",
        basis=Basis.INFERENCE,
        because="不算就会丢掉原文的内容；与措施混在一起又分不清做了什么、见效没有。",
        because_en="Dropping it loses text; mixing it with actions hides whether they worked.",
    ),
    Interpretation(
        id="A9",
        question="承诺切到多细？",
        question_en="How finely is the text cut into commitments?",
        options=(
            Option(
                "clause", "按逗号、分号分句，一动词一宾语", "at commas and semicolons: one verb, one object"
            ),
            Option("sentence", "按句", "by sentence"),
            Option("measure", "按条", "by measure"),
        ),
        default="clause",
        basis=Basis.INFERENCE,
        because="分句是能够单独判定的最小单位；别的切法也说得通，所以不以总数为准，以每个分句都有归属为准。",
        because_en="A clause is the least that can be judged alone. Other cuts are defensible: what matters "
        "is that every clause is mapped, not the total.",
    ),
)

MODALITY: tuple[Interpretation, ...] = (
    Interpretation(
        id="B1",
        question="一个分句里有几个表示约束力的词，按哪个定？",
        question_en="Several words of binding force in one clause: which one decides?",
        options=(
            Option(
                "strict-order",
                "按固定次序取第一个：不得、原则上、必须（应、要）、数字目标、参照上级、探索、可享有、推动、"
                "逐步、做",
                "the first in a fixed order: must not, in principle, must, target, reference, explore, "
                "entitlement, promote, gradual, do",
            ),
            Option("main-verb", "一律按主要动词", "always the main verb"),
        ),
        default="strict-order",
        basis=Basis.INFERENCE,
        because="次序使同样的写法得到同样的结论；原文没有规定。",
        because_en="An order gives the same answer to the same wording; the text sets none.",
    ),
    Interpretation(
        id="B2",
        question="什么才算目标：“全面”“全流程”算不算？",
        question_en="What makes a target: do 全面 and 全流程 alone?",
        options=(
            Option(
                "complete-result",
                "有数字，或者“实现”加完全词（全覆盖、所有、零、一次）才是目标；推行、推进、"
                "落实前后的“全面”是软指标",
                "a number, or 实现 with a word of completeness; 全面 beside 推行, 推进 or 落实 stays a soft "
                "check",
            ),
            Option("every-all", "凡有“全”字都是目标", "every 全 makes a target"),
        ),
        default="complete-result",
        basis=Basis.INFERENCE,
        because="“全面”修饰做事的方式，没有说结果达到百分之百。",
        because_en="全面 describes how something is done; it does not say that the result is one hundred "
        "per cent.",
        affects=("2", "16", "25", "26", "31", "33", "36", "43"),
    ),
    Interpretation(
        id="B3",
        question="“推动实现”加数字，没达到算什么？",
        question_en="推动实现 with a number: what is a shortfall?",
        options=(
            Option("missed-target", "目标未达，不是违反义务", "a missed target, not a breach of duty"),
            Option("breach", "与“应”同样，算违反义务", "a breach, as with 应"),
            Option("effort", "只要推动了就算做到", "none, once an effort was made"),
        ),
        default="missed-target",
        basis=Basis.TEXT,
        because="句中有数字，可以判；但动词是“推动”，弱于“应”。",
        because_en="The number can be judged; the verb is weaker than 应.",
        affects=(
            "procurement-prepayment",
            "cross-province-services",
            "supervision-list-rate",
            "supervision-data-rate",
            "complaint-handling-rate",
            "joint-response-rate",
        ),
    ),
    Interpretation(
        id="B4",
        question="“原则上”的期限，逾期怎么判？",
        question_en="A limit 'in principle': what is a late case?",
        options=(
            Option(
                "reason-recorded",
                "记有理由的算例外，没有记理由的算未达；天数照报",
                "excused where a reason is recorded, not met where none is; the days are reported either way",
            ),
            Option("strict", "逾期一律未达", "late is not met, whatever the reason"),
            Option("guidance", "只作指导，不判未达", "guidance only, never not met"),
        ),
        default="reason-recorded",
        basis=Basis.INFERENCE,
        because="“原则上”允许有理由的偏离；不要求记录理由，这个词就等于没有约束。",
        because_en="In principle allows a deviation with a reason; unless the reason is recorded the words "
        "bind nobody.",
        affects=("procurement-contract", "procurement-acceptance", "procurement-payment"),
    ),
    Interpretation(
        id="B5",
        question="保障措施里的“要”有多强？",
        question_en="How strong is 要 in the safeguards?",
        options=(
            Option("must", "与“应”同样，是必须", "as strong as 应: must"),
            Option("do", "只是一般的做", "no more than do"),
        ),
        default="must",
        basis=Basis.INFERENCE,
        because="“要”在对下级单位的公文里是要求；同章另一处用“应”，意思相同。",
        because_en="In a document to subordinate units 要 demands; the same chapter uses 应 in the same "
        "sense.",
        affects=("S1", "S2"),
    ),
    Interpretation(
        id="B6",
        question="哪些“落实”是参照上级，哪些是自己做？",
        question_en="Which 落实 refers to superior rules, and which is the county's own action?",
        options=(
            Option(
                "named-source",
                "写明上级、市级或跨区域规则的是参照，其余是做；成渝准入机制按参照看",
                "reference where a superior, municipal or cross-regional rule is named, otherwise do; the "
                "Chengdu-Chongqing access scheme counts as reference",
            ),
            Option("all-reference", "凡“落实”都是参照", "every 落实 is a reference"),
        ),
        default="named-source",
        basis=Basis.INFERENCE,
        because="没有写明来源的，义务人就是牵头单位，虽然内容也在原文之外。",
        because_en="Where no source is named the lead units owe it, though its content also lies outside "
        "the text.",
        affects=("1", "9", "22", "29", "36", "37"),
    ),
    Interpretation(
        id="B7",
        question="什么是当事人可享有的？第27、37条的“可”是不是？",
        question_en="What is an entitlement? Is 可 in measures 27 and 37 one?",
        options=(
            Option(
                "power",
                "免费、免办、免交材料是可享有的；这两处的“可”是机关的裁量权，不用不算违反",
                "what is free, waived or no longer asked for; 可 there is a power of the authority, and not "
                "using it breaks nothing",
            ),
            Option(
                "right", "这两处的“可”也是当事人可以主张的", "可 there is a right the user can claim as well"
            ),
        ),
        default="power",
        basis=Basis.TEXT,
        because="“可”不是“应”，主语是机关。另有行政处罚法第33条：有的情形法律规定不予处罚，那是法定的，"
        "不靠本方案。",
        because_en="可 is not 应, and its subject is the authority. Apart from the plan, article 33 of the "
        "Administrative Penalty Law forbids a penalty in some cases.",
        affects=(
            "licence-and-seal-fee",
            "25",
            "27",
            "37",
            "electronic-filing-paper",
            "enforcement-certificate",
        ),
    ),
    Interpretation(
        id="B8",
        question="“探索”“争取”的事没有做成，算不算未达？",
        question_en="Is an exploration that came to nothing a miss?",
        options=(
            Option(
                "attempt",
                "有记录的尝试就算做到；没有记录是缺材料，不是未达",
                "a documented attempt meets it; none is missing evidence, no miss",
            ),
            Option("result", "要有试点成果才算", "only a working pilot meets it"),
        ),
        default="attempt",
        basis=Basis.INFERENCE,
        because="“探索”只承诺去试；探索之内的要求（第4条的五个“一”）在试点之后才谈得上。",
        because_en="To explore promises to try. What binds inside the exploration (the five 'ones' of "
        "measure 4) binds only once there is a pilot.",
        affects=("4", "5", "18", "25", "29", "37", "m41.5", "m41.9"),
    ),
    Interpretation(
        id="B9",
        question="第30条电子专票试点：是推动还是探索？",
        question_en="The e-invoice pilot of measure 30: promote or explore?",
        options=(
            Option("promote", "推动，宾语是试点", "promote; its object is a pilot"),
            Option("explore", "探索", "explore"),
        ),
        default="promote",
        basis=Basis.TEXT,
        because="主要动词是加快推进。",
        because_en="The main verb is to speed up and promote.",
        affects=("30",),
    ),
)

ACTORS: tuple[Interpretation, ...] = (
    Interpretation(
        id="C1",
        question="几个单位共同牵头，谁负责哪一项？",
        question_en="Several units lead a section jointly: who owes what?",
        options=(
            Option(
                "all-jointly",
                "全体共同负责；由谁具体办，另标为推断",
                "all jointly; who performs is marked as inference",
            ),
            Option("first-named", "第一个单位负责", "the first named"),
            Option("by-trade", "按业务分给各单位", "each by its trade"),
        ),
        default="all-jointly",
        basis=Basis.TEXT,
        because="节标题只并列单位，没有分工。第1.2节由两个局监管、三家企业供应，这一点是推断。",
        because_en="The section headings name the units side by side without dividing the work. That in 1.2 "
        "two bureaus supervise and three suppliers perform is inference.",
        affects=(
            "6",
            "7",
            "8",
            "9",
            "10",
            "11",
            "16",
            "17",
            "18",
            "19",
            "21",
            "22",
            "23",
            "24",
            "30",
            "31",
            "32",
        ),
    ),
    Interpretation(
        id="C2",
        question="“各指标牵头单位”是谁？",
        question_en="Who are the lead units 'of each indicator'?",
        options=(
            Option("section-leads", "各节的牵头单位", "the lead units of the sections"),
            Option(
                "other-list",
                "另有指标清单，由调用者给出",
                "a separate list of indicators, supplied by the caller",
            ),
        ),
        default="section-leads",
        basis=Basis.INFERENCE,
        because="原文没有定义指标，也没有另列单位；各节标题是仅有的牵头单位名单。",
        because_en="The text defines no indicators and names no others; the section headings hold the only "
        "list of leads.",
        affects=("s2.1", "s2.2", "s2.3", "s2.4"),
    ),
    Interpretation(
        id="C3",
        question="县法院的事项，县政府办的文件能不能约束？",
        question_en="Can an office of the county government bind the county court?",
        options=(
            Option(
                "coordination",
                "按协同事项看待，照样记录和判定",
                "as coordination: recorded and judged all the same",
            ),
            Option("binding", "与政府部门同样看待", "as for a government department"),
        ),
        default="coordination",
        basis=Basis.INFERENCE,
        because="法院不隶属县政府；第40条的司法保护也是这样。",
        because_en="The court is not subordinate to the county government; the same holds for judicial "
        "protection in measure 40.",
        affects=("40", "43", "44", "45"),
    ),
    Interpretation(
        id="C4",
        question="税务局的事项，县里定不定得了？",
        question_en="Can the county decide for the tax service?",
        options=(
            Option(
                "within-tax-law",
                "在税收法规之内落实，本方案不改变税制",
                "carried out within tax law, which the plan does not change",
            ),
            Option("county-rule", "按县里的规定看", "as a rule of the county"),
        ),
        default="within-tax-law",
        basis=Basis.INFERENCE,
        because="税务机关垂直管理，税收制度不由县里定。",
        because_en="The tax service is managed from above, and tax rules are not the county's to set.",
        affects=("30", "31", "32"),
    ),
    Interpretation(
        id="C5",
        question="句中的行为主体不是牵头单位，算谁的？",
        question_en="The clause names an actor that is no lead unit. Whose is it?",
        options=(
            Option(
                "actor-and-lead",
                "由该主体做，牵头单位对结果负责",
                "the actor performs, the lead units answer for the result",
            ),
            Option("lead-only", "只算牵头单位的", "the lead units' alone"),
            Option("actor-only", "只算该主体的", "the actor's alone"),
        ),
        default="actor-and-lead",
        basis=Basis.INFERENCE,
        because="采购单位、商业银行、供应企业等在句中做事，却不在节标题里；第26条的许可一句没有主语，"
        "按建设方或使用人看。",
        because_en="Buyers, banks and suppliers act in the sentences but lead no section. The permit clause "
        "of measure 26 has no subject: the owner or user is meant.",
        affects=("2", "8", "13", "14", "15", "25", "26"),
    ),
    Interpretation(
        id="C6",
        question="县里不能改地方性法规和规章，清理一句怎么算做到？",
        question_en="The county cannot amend local regulations. How is the duty to clear documents "
        "fulfilled?",
        options=(
            Option(
                "either",
                "自己的文件清理，别人的提意见并按程序报请，择一即可",
                "clear its own documents, or propose and report on others': either will do",
            ),
            Option("both", "清理和提意见都要做", "both clearing and proposing"),
        ),
        default="either",
        basis=Basis.TEXT,
        because="两件事之间是“或”。",
        because_en="The two stand with an 'or' between them.",
        affects=("s1.7", "s1.8"),
    ),
    Interpretation(
        id="C7",
        question="抄送单位有没有义务？",
        question_en="Do the recipients of copies owe anything?",
        options=(
            Option("none", "没有", "no"),
            Option("informed", "只有知悉的意思", "they are informed, no more"),
        ),
        default="none",
        basis=Basis.TEXT,
        because="抄送只列名称，没有任何动词。",
        because_en="The copy list holds names and no verb.",
    ),
)
