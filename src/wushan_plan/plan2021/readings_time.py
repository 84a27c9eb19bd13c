"""The interpretation register, part two: time (T)."""

from wushan_plan.model.readings import CLOCK_RUNS_ON, Basis, Interpretation, Option, Reading

COUNTING: tuple[Interpretation, ...] = (
    Interpretation(
        id="T1",
        question="起算当日计不计？",
        question_en="Does the day of the starting event count?",
        options=(
            Option("not-counted", "不计，从次日数起", "no; day 1 is the next day"),
            Option("counted", "计入，当日为第1日", "yes; it is day 1"),
        ),
        default="not-counted",
        basis=Basis.LAW,
        because="民法典第201条：按日计算期间的，开始的当日不计入。对采购合同直接适用，对其余事项是类推。",
        because_en="Civil Code, article 201: the day on which a period starts is not counted. Directly for "
        "procurement contracts, by analogy for the rest.",
        affects=(
            "water-connection",
            "power-low-voltage",
            "power-10kv",
            "gas-connection",
            "procurement-contract",
            "procurement-acceptance",
            "procurement-payment",
            "unemployment-subsidy",
            "unemployment-insurance",
        ),
    ),
    Interpretation(
        id="T2",
        question="日历日期限的末日逢休，顺不顺延？",
        question_en="A calendar-day period ends on a rest day. Does it roll?",
        options=(
            Option("rolls", "顺延到休假结束的次日", "to the day after the holiday"),
            Option("stays", "不顺延", "no"),
        ),
        default="rolls",
        basis=Basis.LAW,
        because="民法典第203条：末日是法定休假日的，以休假结束的次日为末日。工作日期限的末日本身就是工作日，"
        "用不着顺延。",
        because_en="Civil Code, article 203: a period that ends on a statutory rest day ends on the day "
        "after it. A working-day period ends on a working day anyway.",
        affects=("procurement-contract",),
    ),
    Interpretation(
        id="T3",
        question="第13条的“日”是日历日还是工作日？",
        question_en="Is 日 in measure 13 a calendar day or a working day?",
        options=(
            Option("calendar", "日历日", "a calendar day"),
            Option("working", "工作日", "a working day"),
        ),
        default="calendar",
        basis=Basis.TEXT,
        because="本方案别处写“工作日”，这里只写“日”；政府采购法也是第46条写日、第47条写工作日。"
        "行政处罚法第85条把短期限的“日”定为工作日，管不到这里。",
        because_en="The plan writes 'working day' elsewhere and plain 'day' here, as articles 46 and 47 of "
        "the Government Procurement Law do. Article 85 of the Administrative Penalty Law reads some short "
        "limits as working days; it does not reach this one.",
        affects=("procurement-contract",),
    ),
    Interpretation(
        id="T4",
        question="什么是工作日？调休上班的周末算不算？",
        question_en="What is a working day? Does a make-up weekend count?",
        options=(
            Option(
                "with-make-up",
                "周一至周五，减去放假日，加上调休上班日；末日落在调休上班日不顺延",
                "Monday to Friday, less holidays, plus make-up days; a deadline on a make-up day does not "
                "roll",
            ),
            Option("weekdays", "只算周一至周五中不放假的日子", "weekdays that are no holidays, nothing else"),
        ),
        default="with-make-up",
        basis=Basis.INFERENCE,
        because="国务院办公厅的放假通知定明上班的周末；行政许可法第82条只说工作日不含法定节假日，"
        "没有说到调休。",
        because_en="The State Council's notices name the weekends that are worked; article 82 of the "
        "Administrative Licensing Law only excludes holidays and is silent on make-up days.",
        affects=(
            "water-connection",
            "power-low-voltage",
            "power-10kv",
            "gas-connection",
            "procurement-contract",
            "procurement-acceptance",
            "procurement-payment",
            "unemployment-subsidy",
            "unemployment-insurance",
        ),
    ),
    Interpretation(
        id="T5",
        question="“法定休假日”包不包括普通周末？",
        question_en="Is an ordinary weekend a 'statutory rest day'?",
        options=(
            Option("includes", "包括", "yes"),
            Option("excludes", "不包括，只指节日", "no; festivals only"),
        ),
        default="includes",
        basis=Basis.INFERENCE,
        because="现行法没有定义；旧法把星期日与其他休假日并列。",
        because_en="The law in force has no definition; the older text set Sundays beside other rest days.",
        affects=("procurement-contract",),
    ),
    Interpretation(
        id="T6",
        question="起算事件发生在休息日，怎么数？",
        question_en="The starting event falls on a rest day. How is it counted?",
        options=(
            Option(
                "from-next-day",
                "照样从次日数，第1个工作日是其后第一个工作日",
                "from the next day all the same; day 1 is the next working day",
            ),
            Option(
                "deemed-next",
                "视为下一工作日发生，第1日再晚一个工作日",
                "it is deemed to happen on the next working day; day 1 is one later",
            ),
        ),
        default="from-next-day",
        basis=Basis.INFERENCE,
        because="首日不计的规则不分工作日和休息日；视为推迟须有明文，原文没有。",
        because_en="The rule on the first day makes no difference between days; a deemed later start would "
        "have to be said.",
        affects=(
            "water-connection",
            "power-low-voltage",
            "power-10kv",
            "gas-connection",
            "procurement-acceptance",
            "procurement-payment",
            "unemployment-subsidy",
            "unemployment-insurance",
        ),
    ),
    Interpretation(
        id="T7",
        question="起算当日办结，算几日？",
        question_en="Start and end on the same day: how many days?",
        options=(
            Option(
                "zero",
                "0日，达标；早于起算日的是录入错误",
                "0 days, in time; an end before its start is a wrong entry",
            ),
            Option("one", "1日", "1 day"),
        ),
        default="zero",
        basis=Basis.INFERENCE,
        because="首日不计，当日办结就没有可计的日子。",
        because_en="The first day does not count, so there is none to count.",
        affects=(
            "water-connection",
            "power-low-voltage",
            "power-10kv",
            "gas-connection",
            "procurement-contract",
            "procurement-acceptance",
            "procurement-payment",
            "unemployment-subsidy",
            "unemployment-insurance",
        ),
    ),
    Interpretation(
        id="T8",
        question="第N个工作日之后、下一工作日之前的休息日办结，算不算按时？",
        question_en="Finished on a rest day after the Nth working day and before the next: in time?",
        options=(
            Option(
                "wording",
                "看写法：“用时不超过N”按天数（第6、42条），“N日内”按末日（第13至15条）",
                "by the wording: 用时不超过N by count (measures 6, 42), N日内 by date (measures 13 to 15)",
            ),
            Option(
                "by-count",
                "按天数：已过的工作日不大于N就按时",
                "by count: in time while no more than N working days have passed",
                reading=Reading.BY_COUNT,
            ),
            Option(
                "by-date",
                "按末日：办结不晚于末日才按时",
                "by date: in time when not after the last day",
                reading=Reading.BY_DATE,
            ),
        ),
        default="wording",
        basis=Basis.TEXT,
        because="前一种写法限的是用时，后一种写法定的是末日；两种口径都可以要求，结论因此不同的，"
        "判定里会写明。日历日期限（第13条）的末日逢休依民法典第203条顺延，两种口径结论相同。",
        because_en="The first wording caps a duration, the second sets a last day. Either can be asked for, "
        "and a verdict that would change says so. The last day of a calendar-day limit (measure 13) rolls "
        "by law (Civil Code, art. 203), so that both readings agree on it.",
        affects=(
            "water-connection",
            "power-low-voltage",
            "gas-connection",
            "procurement-contract",
            "procurement-acceptance",
            "procurement-payment",
            "unemployment-subsidy",
            "unemployment-insurance",
        ),
    ),
    Interpretation(
        id="T9",
        question="“发出之日起”，发出当日计不计？",
        question_en="'From the day of issue': does that day count?",
        options=(
            Option("next-day", "不计，从次日数起", "no; from the next day"),
            Option("that-day", "计入，末日早一天", "yes; the last day is one earlier"),
        ),
        default="next-day",
        basis=Basis.LAW,
        because="民法典第201条：开始的当日不计入；“起”字只指明开始的那一天。",
        because_en="Civil Code, article 201: the first day is not counted; the words only say which day "
        "that is.",
        affects=("procurement-contract",),
    ),
    Interpretation(
        id="T10",
        question="补正、用户自建、专家评审期间停不停表？",
        question_en="Does the clock stop for corrections, the user's own works or expert review?",
        options=(
            Option(
                CLOCK_RUNS_ON,
                "不停；要停，由调用者给出起止日期",
                "no; the caller may give the intervals in which it stands still",
            ),
            Option("stops", "用户一侧的时间一律扣除", "yes; all time on the user's side is taken off"),
        ),
        default=CLOCK_RUNS_ON,
        basis=Basis.INFERENCE,
        because="原文没有提到扣除；不声不响地扣，会把迟的算成不迟。",
        because_en="The text mentions none, and a silent deduction would turn late cases into punctual ones.",
        affects=(
            "water-connection",
            "power-low-voltage",
            "power-10kv",
            "gas-connection",
            "procurement-contract",
            "procurement-acceptance",
            "procurement-payment",
            "unemployment-subsidy",
            "unemployment-insurance",
        ),
    ),
    Interpretation(
        id="T11",
        question="末日截至几点？",
        question_en="At what hour does the last day end?",
        options=(
            Option("midnight", "24时，只比日期", "at midnight; only dates are compared"),
            Option(
                "closing-time", "有业务时间的，到停止业务时", "at close of business, where there are hours"
            ),
        ),
        default="midnight",
        basis=Basis.LAW,
        because="民法典第203条：截止到24时；有业务时间的，到停止业务时。原文没有写业务时间，所以只比日期。",
        because_en="Civil Code, article 203: at midnight, or at close of business where there are hours. "
        "The plan names no hours, so that dates are enough.",
        affects=(
            "water-connection",
            "power-low-voltage",
            "gas-connection",
            "procurement-contract",
            "procurement-acceptance",
            "procurement-payment",
            "unemployment-subsidy",
            "unemployment-insurance",
        ),
    ),
)

DATES: tuple[Interpretation, ...] = (
    Interpretation(
        id="T12",
        question="固定日期（10月底、年底）含不含当日，逢休顺不顺延？",
        question_en="A fixed date (end of October, end of the year): inclusive? Does it roll?",
        options=(
            Option("inclusive", "含当日，不顺延", "inclusive, and it never rolls"),
            Option(
                "last-workday",
                "提前到最后一个工作日（10月29日）",
                "the last working day before it (29 October)",
            ),
            Option("rolls", "逢休顺延", "it rolls off a rest day"),
        ),
        default="inclusive",
        basis=Basis.INFERENCE,
        because="固定日期不是期间，末日顺延的规则管不到；“底前”到该月最后一日为止。2021年10月31日是星期日。",
        because_en="A date is no period, so that the rule on rolling does not reach it; 底前 runs to the "
        "last day of the month. 31 October 2021 is a Sunday.",
        affects=(
            "cross-province-services",
            "sichuan-chongqing-services",
            "harmonious-enterprises",
            "labour-coordinators",
        ),
    ),
    Interpretation(
        id="T13",
        question="“今年”“年内”是2021年；第41条后半句（协调员）也受这个期限管吗？",
        question_en="'This year' is 2021. Does it also govern the second half of 41.4 (the coordinators)?",
        options=(
            Option(
                "date-governs",
                "2021年；统领后半句，协调员也以年底为限",
                "2021; it governs the second half too, so that the coordinators are due by the end of the "
                "year",
                reading=Reading.DATE_GOVERNS,
            ),
            Option(
                "date-only-first",
                "2021年；只管前半句，协调员没有期限",
                "2021; it governs the first half only, and the coordinators have no date",
                reading=Reading.DATE_ONLY_FIRST,
            ),
        ),
        default="date-governs",
        basis=Basis.INFERENCE,
        because="题目写明2021年，7月印发；后半句承前省略。只有第41.13项的判定随口径变化。",
        because_en="The title says 2021 and the plan was issued that July; the second half is elliptical. "
        "Only m41.13 is judged differently under the other reading.",
        affects=(
            "cross-province-services",
            "sichuan-chongqing-services",
            "harmonious-enterprises",
            "labour-coordinators",
        ),
    ),
    Interpretation(
        id="T14",
        question="没有写日期的承诺，看哪一段时间？",
        question_en="Which period does a commitment without a date speak of?",
        options=(
            Option(
                "issue-to-year-end",
                "印发日2021年7月30日至12月31日",
                "from issue, 30 July 2021, to 31 December",
            ),
            Option("whole-year", "2021年全年", "the whole of 2021"),
            Option("open", "没有期限", "no end"),
        ),
        default="issue-to-year-end",
        basis=Basis.INFERENCE,
        because="方案没有施行日、有效期和评估日，题目写2021年。文中的五年规划、三年计划期限更长，"
        "义务只是写入或启动。",
        because_en="The plan has no effective, expiry or evaluation date; its title says 2021. The "
        "five-year and three-year plans it names run longer, and only have to be entered or launched.",
    ),
)

EVENTS: tuple[Interpretation, ...] = (
    Interpretation(
        id="T15",
        question="10千伏的“平均用时”怎么平均？",
        question_en="How is the mean time for 10 kV connections taken?",
        options=(
            Option(
                "completed",
                "期间内已办结件的简单平均，不取整、不加权；没有办结件是无数据",
                "the simple mean of the cases completed in the period, exact and unweighted; none is no data",
                reading=Reading.COMPLETED_CASES,
            ),
            Option(
                "with-open",
                "未办结件按已用时间一并平均",
                "open cases enter with the time they have taken so far",
                reading=Reading.WITH_OPEN_CASES,
            ),
        ),
        default="completed",
        basis=Basis.INFERENCE,
        because="原文没有写期间、范围和权数；未办结件的用时还不知道。",
        because_en="The text names no period, range or weight, and the time of an open case is not known "
        "yet.",
        affects=("power-10kv",),
    ),
    Interpretation(
        id="T16",
        question="接水、接电、接气从何时起、到何时止？",
        question_en="Where does a connection start, and where does it end?",
        options=(
            Option("acceptance-to-supply", "受理到通水、通电、通气", "from acceptance to first supply"),
            Option("application-to-supply", "申请到通水、通电、通气", "from application to first supply"),
            Option("acceptance-to-contract", "受理到签订供用合同", "from acceptance to the supply contract"),
        ),
        default="acceptance-to-supply",
        basis=Basis.INFERENCE,
        because="原文没有写起止。用气一句写“办理”而不写“全流程”，范围可能更窄，起止事件分别记录。",
        because_en="The text names neither. The gas sentence says 办理, not 全流程, and may be narrower; "
        "its events are recorded apart.",
        affects=("water-connection", "power-low-voltage", "power-10kv", "gas-connection"),
    ),
    Interpretation(
        id="T17",
        question="“及时”是几日？",
        question_en="How many days is 'promptly'?",
        options=(
            Option(
                "external",
                "不设数字，只按调用者给出的外部时限判",
                "no number; judged only against a benchmark the caller supplies",
            ),
            Option("same-day", "当日", "the same day"),
            Option("statutory", "有法定日数的用法定日数", "the statutory number, where there is one"),
        ),
        default="external",
        basis=Basis.TEXT,
        because="原文没有数字；编一个数字就是替原文立法。采购合同公告、备案的法定日数列在该承诺的上位法里，"
        "供调用者选用。",
        because_en="The text gives none, and to invent one would be to legislate. Statutory limits on "
        "announcing and filing procurement contracts stand beside the commitment for the caller to use.",
        affects=("14", "m18.3", "34", "36", "m41.6", "m45.9", "s1.7", "s3.6"),
    ),
    Interpretation(
        id="T18",
        question="“实时”“即”“即办即结”“自动”是多快？",
        question_en="How fast are 实时, 即, 即办即结 and 自动?",
        options=(
            Option(
                "same-day",
                "同一次办理或同一日；可以另给时限",
                "in the same transaction or on the same day; another benchmark can be given",
            ),
            Option("seconds", "以秒计", "within seconds"),
            Option("external", "只按外部时限判", "judged only against an external benchmark"),
        ),
        default="same-day",
        basis=Basis.INFERENCE,
        because="词义是当时，原文没有数字；办件记录通常只到日期。",
        because_en="The words mean at that time and give no number; case records seldom hold more than a "
        "date.",
        affects=("2", "3", "5", "27", "28", "29", "32", "35", "m42.1", "m42.2"),
    ),
    Interpretation(
        id="T19",
        question="“持续”“不定期”“动态”“常态化”多久一次？",
        question_en="How often is 持续, 不定期, 动态 or 常态化?",
        options=(
            Option(
                "once-a-year",
                "每个日历年（或调用者给出的期间）至少一次",
                "at least once in a calendar year, or in the caller's period",
            ),
            Option("once-a-quarter", "每季度至少一次", "at least once a quarter"),
        ),
        default="once-a-year",
        basis=Basis.INFERENCE,
        because="原文没有间隔；一次是能够判定的最低要求。",
        because_en="The text gives no interval; once is the least that can be judged.",
        affects=("11", "14", "18", "23", "24", "33", "34", "35", "40", "42", "43", "S2", "S3", "S4"),
    ),
    Interpretation(
        id="T20",
        question="低压用电8个工作日与市条例第32条重叠，怎么报？",
        question_en="The 8 working days for low-voltage power overlap article 32 of the municipal "
        "regulation. How are they reported?",
        options=(
            Option(
                "apart",
                "方案限额和条例限额分别报告",
                "the plan's limit and the regulation's, each on its own",
            ),
            Option("merged", "合并成一个限额", "as one limit"),
        ),
        default="apart",
        basis=Basis.LAW,
        because="重庆市优化营商环境条例第32条：不限小微，只算供电企业接电用时。"
        "与方案的全流程总用时不是一回事，两项都要满足。",
        because_en="Chongqing Regulation on the Business Environment, article 32: every market entity, but "
        "only the supplier's own time. The plan counts the whole process; both have to be met.",
        affects=("power-low-voltage",),
    ),
    Interpretation(
        id="T21",
        question="付款的5个工作日从何时起？",
        question_en="When do the 5 working days for payment start?",
        options=(
            Option(
                "later-of-two",
                "收到发票与付款条件成就，取较晚的一日",
                "at the later of receiving the invoice and the condition being met",
            ),
            Option("invoice", "收到发票之日", "at the invoice"),
        ),
        default="later-of-two",
        basis=Basis.INFERENCE,
        because="句首以满足支付条件为前提，发票可能先到；办理手续也不等于到账。",
        because_en="The sentence supposes that the condition is met, and the invoice may come first. To "
        "process a payment is not yet to have paid.",
        affects=("procurement-payment",),
    ),
    Interpretation(
        id="T22",
        question="“组织”验收是启动还是完成？合同何时算执行完毕？",
        question_en="Does 'organise' acceptance mean to start or to finish it? When is a contract performed?",
        options=(
            Option(
                "started",
                "启动验收即可；以供应商书面报告履约完成之日起算",
                "to start it; from the supplier's written report of completion",
            ),
            Option("finished", "验收做完才算", "to finish it"),
        ),
        default="started",
        basis=Basis.INFERENCE,
        because="“组织”的字义是安排进行；执行完毕没有定义。法律没有验收的日数（政府采购法第41条、"
        "实施条例第45条）。",
        because_en="To organise is to arrange; 'performed' is not defined. No statute sets a number of days "
        "for acceptance (Government Procurement Law, article 41; its implementing regulation, article 45).",
        affects=("procurement-acceptance",),
    ),
    Interpretation(
        id="T23",
        question="失业补助金、保险金的“申领”办到哪一步？",
        question_en="How far does a claim for unemployment money run?",
        options=(
            Option("settled", "受理到办结（核准）", "from acceptance until it is settled (approved)"),
            Option("paid", "受理到发放", "from acceptance until it is paid"),
        ),
        default="settled",
        basis=Basis.INFERENCE,
        because="原文只写申领，没有写到核准还是到账。",
        because_en="The text says 'claim' and does not say whether approval or payment ends it.",
        affects=("unemployment-subsidy", "unemployment-insurance"),
    ),
    Interpretation(
        id="T24",
        question="本县“年度”联合抽查计划，看哪一年、何时要有？",
        question_en="The county's 'annual' joint inspection plan: which year, and due when?",
        options=(
            Option(
                "one-for-2021",
                "2021年度至少一份，年底前要有",
                "at least one for 2021, in place by the end of the year",
            ),
            Option("each-year", "每个年度一份，年初就要有", "one for every year, at its beginning"),
        ),
        default="one-for-2021",
        basis=Basis.INFERENCE,
        because="方案是2021年的，出台日期没有写。",
        because_en="The plan is for 2021 and gives no date.",
        affects=("33",),
    ),
)
