"""The interpretation register, part four: scope and grammar (F)."""

from wushan_plan.model.readings import Basis, Interpretation, Option

SCOPE: tuple[Interpretation, ...] = (
    Interpretation(
        id="F1",
        question="第25、26条没有重复主语的句子，是不是只说小低项目？",
        question_en="Do the sentences of measures 25 and 26 without a subject speak of small low-risk "
        "projects only?",
        options=(
            Option("small-projects", "承前的都只说小低项目", "where they continue the topic, yes"),
            Option("all-projects", "说一切工程", "no; of all projects"),
        ),
        default="small-projects",
        basis=Basis.INFERENCE,
        because="第25条全条以小低项目为题，第26条也写到它。第19条的低风险简易工程是另一个词。",
        because_en="Measure 25 is headed by them and measure 26 names them. The low-risk simple works of "
        "measure 19 are another term.",
        affects=("25", "26", "19"),
    ),
    Interpretation(
        id="F2",
        question="取消放验线手续，是不是只对小低项目？",
        question_en="Is line-setting dropped for small projects only?",
        options=(
            Option("small-projects", "是，主语承前", "yes; the subject carries over"),
            Option("all-projects", "不是，对一切项目", "no; for every project"),
        ),
        default="small-projects",
        basis=Basis.INFERENCE,
        because="与前半句的免办同属一句，同一个主语。免办须有上位依据，方案自己不能取消许可。",
        because_en="One sentence, one subject with the exemption before it. An exemption needs superior "
        "authority: the plan cannot abolish a permit itself.",
        affects=("25",),
    ),
    Interpretation(
        id="F3",
        question="验收句里的“无故”管不管附加条件？",
        question_en="In the sentence on acceptance, does 'without reason' reach the extra conditions?",
        options=(
            Option(
                "delay-only",
                "只管拖延；额外条件一概不许",
                "no, only delay; extra conditions are never allowed",
            ),
            Option("both", "两样都管，有理由就可以", "yes; with a reason either is allowed"),
        ),
        default="delay-only",
        basis=Basis.INFERENCE,
        because="“额外”已经是没有依据的意思，再加“无故”是多余的。",
        because_en="Extra conditions are groundless already; 'without reason' would add nothing.",
        affects=("14",),
    ),
    Interpretation(
        id="F4",
        question="第24条“规范管理服务事项”在哪里断开？",
        question_en="Where does the phrase on regulating services in measure 24 divide?",
        options=(
            Option("manage", "规范管理｜服务事项等", "regulate and manage | services and the rest"),
            Option("services", "规范｜管理服务事项等", "regulate | management services and the rest"),
        ),
        default="manage",
        basis=Basis.INFERENCE,
        because="后面并列的数据资源、运行维护也是管理的对象。",
        because_en="The data and the maintenance listed beside them are also objects of management.",
        affects=("24",),
    ),
    Interpretation(
        id="F5",
        question="第29条的第三方投诉机制与市里的线上专栏是一回事吗？",
        question_en="Are the third-party complaints mechanism and the city's online column in measure 29 "
        "one thing?",
        options=(
            Option("two", "两件事，各判各的", "two, judged apart"),
            Option("one", "一件事", "one"),
        ),
        default="two",
        basis=Basis.TEXT,
        because="两者用“以及”相连，一个在县里，一个是市上开通的。",
        because_en="The text joins two: one mechanism, and one column opened by the city.",
        affects=("29",),
    ),
    Interpretation(
        id="F6",
        question="尽职调查的“全部信息”有没有边界？",
        question_en="Is 'all information' for due diligence without bounds?",
        options=(
            Option(
                "lawful",
                "依法、经授权可以提供的全部",
                "all that may lawfully be given, with the owner's authority",
            ),
            Option("everything", "登记的一切", "everything on the register"),
        ),
        default="lawful",
        basis=Basis.INFERENCE,
        because="下一句以产权人授权为前提，登记资料也有保密的要求。",
        because_en="The next sentence asks for the owner's authority, and the register is subject to "
        "confidentiality.",
        affects=("29",),
    ),
    Interpretation(
        id="F7",
        question="第36条“实现”后面的三项，是三项制度的结果，还是另外三件事？",
        question_en="Are the three things after 实现 in measure 36 the results of the three systems?",
        options=(
            Option(
                "results", "是三项制度各自的结果，每项只计一次", "yes, of one each, and each is counted once"
            ),
            Option("further", "另外三件事", "no, three further things"),
        ),
        default="results",
        basis=Basis.INFERENCE,
        because="公示、记录、审核与三项制度一一对应。",
        because_en="Publication, recording and review answer to the three systems one by one.",
        affects=("36",),
    ),
    Interpretation(
        id="F8",
        question="第42条首句，即办即结和1个工作日各管哪些？",
        question_en="In the first sentence of measure 42, what do 'on the spot' and '1 working day' reach?",
        options=(
            Option(
                "apart",
                "即办即结管接续、核准支付等（推动）；1个工作日只管两种金的申领",
                "on the spot reaches the transfer, approval and the like (promote); 1 working day only the "
                "two claims",
            ),
            Option("both-all", "两个要求都管全部事项", "both reach everything in the sentence"),
        ),
        default="apart",
        basis=Basis.TEXT,
        because="逗号前后各有主语和谓语。",
        because_en="Each side of the comma has its own subject and predicate.",
        affects=("m42.1", "m42.2", "unemployment-subsidy", "unemployment-insurance"),
    ),
    Interpretation(
        id="F9",
        question="清理“各类”壁垒、“全面”清理拖欠，全体是什么？",
        question_en="Clearing 'every kind' of barrier and arrears 'in full': what is the whole?",
        options=(
            Option("found", "已查出的全部", "everything that was found"),
            Option("existing", "客观存在的全部", "everything that exists"),
        ),
        default="found",
        basis=Basis.INFERENCE,
        because="没查出的无从判定；查得全不全，看排查本身。",
        because_en="What was not found cannot be judged; whether the search was thorough is another "
        "question.",
        affects=("18", "34"),
    ),
    Interpretation(
        id="F10",
        question="第17条“所有行业”修饰什么？",
        question_en="What does 'all industries' in measure 17 qualify?",
        options=(
            Option("municipal-texts", "市级部门制定的文本", "the texts drawn up by the city"),
            Option("county-coverage", "县里执行的覆盖面", "the county's coverage"),
        ),
        default="municipal-texts",
        basis=Basis.TEXT,
        because="它是那些文本的定语；县里的义务是严格执行。",
        because_en="It is an attribute of those texts; the county's duty is to apply them strictly.",
        affects=("17",),
    ),
    Interpretation(
        id="F11",
        question="第8条的信息由谁推送？",
        question_en="Who pushes the data of measure 8?",
        options=(
            Option(
                "government",
                "政府一方经平台推送，供应企业只是接收",
                "the government side through the platform; the suppliers only receive",
            ),
            Option("suppliers", "供应企业自己去取", "the suppliers fetch them"),
        ),
        default="government",
        basis=Basis.INFERENCE,
        because="原文没有写推送方；开办、规划、施工的信息都在政府手里。",
        because_en="The text names no sender; the data are the government's.",
        affects=("8",),
    ),
    Interpretation(
        id="F12",
        question="第27条区域评估之后的简化办法，清单收不收口，要不要先评估？",
        question_en="Simplified approval after regional assessment: is the list closed, and must the "
        "assessment come first?",
        options=(
            Option(
                "open-after",
                "不收口；先完成区域评估才可以简化",
                "open; the region must have been assessed first",
            ),
            Option("closed", "只限所列三种", "only the three ways named"),
        ),
        default="open-after",
        basis=Basis.INFERENCE,
        because="列举之后有“等方式”；简化以评估为前提。"
        "所列评估与重庆市优化营商环境条例第48条不完全相同（水资源论证不在条例里）。",
        because_en="等方式 follows the list, and the assessment is what makes it simpler. The assessments "
        "named differ from article 48 of the Chongqing Regulation on the Business Environment, which has no "
        "water resources one.",
        affects=("27",),
    ),
    Interpretation(
        id="F13",
        question="几处“一网通”是同一个平台吗？",
        question_en="Is 一网通 the same platform everywhere?",
        options=(
            Option(
                "different",
                "开办的、注销的是两个平台；一网通办是服务方式",
                "two platforms, for opening and for closing; 一网通办 is a way of serving",
            ),
            Option("same", "同一个平台", "one platform"),
        ),
        default="different",
        basis=Basis.TEXT,
        because="第2条写开办企业，第5条写企业注销，保障措施里写的是线上办事。",
        because_en="Measure 2 says opening, measure 5 says closing, and the safeguard speaks of handling "
        "matters online.",
        affects=("2", "5", "s2.11"),
    ),
    Interpretation(
        id="F14",
        question="同一件事在几条里出现，合不合并？",
        question_en="The same idea in several measures: is it merged?",
        options=(
            Option("apart", "编号分开，各自判定", "no; separate numbers, judged apart"),
            Option("merged", "合并成一个", "yes, into one"),
        ),
        default="apart",
        basis=Basis.INFERENCE,
        because="牵头单位、对象、约束力不尽相同：异地评标（12、16）、双随机（33、39）、告知承诺（21、25、"
        "27）、数据共享（23、24、36）、信用（18、34）。",
        because_en="Leads, objects and force differ: remote evaluation (12, 16), random inspection (33, "
        "39), notification and commitment (21, 25, 27), data sharing (23, 24, 36), credit (18, 34).",
        affects=("12", "16", "18", "21", "23", "24", "25", "27", "33", "34", "36", "39"),
    ),
    Interpretation(
        id="F15",
        question="改革台账没有期限，怎么判？",
        question_en="The reform ledger has no date. How is it judged?",
        options=(
            Option(
                "presence-and-coverage",
                "看有没有建立、是否覆盖全部45条",
                "by whether it exists and covers all 45 measures",
            ),
            Option("presence", "有就算", "by whether it exists"),
        ),
        default="presence-and-coverage",
        basis=Basis.INFERENCE,
        because="逐条逐项细化，缺一条就没有做到。",
        because_en="It is to be broken down item by item: one missing measure leaves it incomplete.",
        affects=("s2.1", "s2.2", "ledger-breakdown"),
    ),
)
