"""An invented plan with an invented text, so that the engine is tested without the official one.

Two sections, four measures (the third without a heading) and two safeguards: fifteen sentences.
"""

from __future__ import annotations

import hashlib
from datetime import date

from wushan_plan import PLAN, Citation, Commitment, Interval, Measure, Modality, Plan, Safeguard, Section
from wushan_plan.model.commitment import Figure, NamedTerm, Quantifier, Relation, Role, SuperiorRule
from wushan_plan.model.criteria import (
    Ceiling,
    Criterion,
    Direction,
    Event,
    Floor,
    Milestone,
    Prohibition,
    Promptness,
    Quantity,
    Recurring,
    Summary,
    TimeLimit,
    Trend,
)
from wushan_plan.model.periods import WorkingDays
from wushan_plan.model.plan import Chapter, LeadUnit, SentenceDigest
from wushan_plan.model.readings import Basis, Interpretation, Option, Reading
from wushan_plan.source.librarian import PlanLibrarian

SENTENCES = {
    "1.0": "修好村里道路。",
    "1.1": "今年底前新修道路12公里。",
    "1.2": "巡查发现路面破损的，养护站应及时修补。",
    "2.0": "种好河边树木。",
    "2.1": "沿河两岸栽种本地树木，总数不少于300棵。",
    "2.2": "落实管护责任，不得擅自砍伐。",
    "3.1": "逐步增加夜间班车，方便晚归居民乘坐。",
    "3.2": "单程票价不超过2元。",
    "4.0": "办好县图书馆。",
    "4.1": "新书到馆后上架用时不超过5个工作日。",
    "4.2": "建设“一卡通”借阅系统。",
    "S1.0": "抓好落实。",
    "S1.1": "牵头单位按季度向县里报送进展。",
    "S2.0": "做好宣传。",
    "S2.1": "持续在集市张贴海报，欢迎居民提出意见。",
}

TEXT = """
某县办〔2021〕1号

某县办公室关于印发某县2021年便民方案的通知

各乡镇：《某县2021年便民方案》已经同意，现印发给你们。

　　　　某县办公室
　　　　2021年3月1日
　　　　（此件公开发布）

某县2021年便民方案

为方便居民生活，制定本方案。

一、改善出行环境

（一）道路和绿化（牵头单位：县交通局）

1．修好村里道路。今年底前新修道路12公里。巡查发现路面破损的，养护站应及时修补。

2．种好河边树木。沿河两岸栽种本地树木，总数不少于300棵。落实管护责任，不得擅自砍伐。

（二）班车和图书馆（牵头单位：县文旅委、县交通局）

3．逐步增加夜间班车，方便晚归居民乘坐。单程票价不超过2元。

4．办好县图书馆。新书到馆后上架用时不超过5个工作日。建设“一卡通”借阅系统。

二、加强保障

（一）抓好落实。牵头单位按季度向县里报送进展。

（二）做好宣传。持续在集市张贴海报，欢迎居民提出意见。
抄送：县委办公室，

县法院。

某县办公室　　　　　　　　　　2021年3月1日印发
"""

TRANSPORT = LeadUnit("transport", "县交通局", "County Transport Bureau")
CULTURE = LeadUnit("culture", "县文旅委", "County Commission of Culture and Tourism")

HEADING = Summary()
_TREES = Quantity("trees", "栽树棵数", "trees planted", "棵")
_FARE = Quantity("fare", "单程票价", "single fare", "元")
_LAW = SuperiorRule(
    "某图书馆条例", 8, "上架以7个工作日为限。", "Shelved within 7 working days.", Relation.STRICTER
)


def one(
    number: str,
    citation: str,
    criterion: Criterion,
    *figures: Figure,
    modality: Modality = Modality.DO,
    name: str = "",
    phrase: str = "",
    law: tuple[SuperiorRule, ...] = (),
    notes: tuple[str, ...] = (),
    notes_en: tuple[str, ...] = (),
) -> Commitment:
    """A commitment of the small plan; with a ``name`` it is a target."""
    return Commitment(
        id=name or number,
        number=number,
        citation=Citation.parse(citation),
        modality=modality,
        criterion=criterion,
        summary="一项承诺。",
        summary_en="A commitment.",
        phrase=phrase,
        is_target=bool(name),
        role=Role.HEADING if criterion is HEADING else Role.ACTION,
        figures=figures,
        law=law,
        notes=notes,
        notes_en=notes_en,
    )


M1 = Measure(
    1,
    "修好村里道路",
    "Repair the village roads",
    (
        one("m01.0", "1.0", HEADING),
        one(
            "m01.1",
            "1.1",
            Floor(Quantity("length", "新修里程", "new road", "公里"), 12, by=date(2021, 12, 31)),
            Figure("今年底前", date(2021, 12, 31)),
            Figure("12公里", 12, "公里"),
            name="new-road",
            phrase="新修道路12公里",
        ),
        one(
            "m01.2",
            "1.2",
            Promptness(Event("发现", "found"), Event("修补", "mended")),
            Figure("及时", Quantifier.AT_ONCE),
            modality=Modality.MUST,
        ),
    ),
)
M2 = Measure(
    2,
    "种好河边树木",
    "Plant trees by the river",
    (
        one("m02.0", "2.0", HEADING),
        one(
            "m02.1",
            "2.1",
            Floor(_TREES, 300),
            Figure("不少于300棵", 300, "棵"),
            name="trees",
            phrase="不少于300棵",
        ),
        one("m02.2", "2.2", Milestone("管护责任", "care assigned")),
        one("m02.3", "2.2", Prohibition("擅自砍伐", "felling"), modality=Modality.MUST_NOT),
    ),
    names=(NamedTerm("两岸", "方位，不是数量", "both banks: no quantity"),),
)
M3 = Measure(
    3,
    "",
    "Night buses",
    (
        one(
            "m03.1",
            "3.1",
            Trend("夜间班次", "night buses", Direction.UP, "班"),
            Figure("逐步", Quantifier.REPEATED),
        ),
        one("m03.2", "3.2", Ceiling(_FARE, 2), Figure("2元", 2, "元"), name="fare", phrase="不超过2元"),
    ),
)
M4 = Measure(
    4,
    "办好县图书馆",
    "Run the library well",
    (
        one("m04.0", "4.0", HEADING),
        one(
            "m04.1",
            "4.1",
            TimeLimit(WorkingDays(5), Event("到馆", "arrival"), Event("上架", "shelving"), Reading.BY_COUNT),
            Figure("5个工作日", WorkingDays(5)),
            name="shelving",
            phrase="不超过5个工作日",
            law=(_LAW,),
            notes=("T8：按用时读。",),
            notes_en=("T8: Read by count.",),
        ),
        one("m04.2", "4.2", Milestone("借阅系统", "lending system")),
    ),
    names=(NamedTerm("一卡通", "系统名称", "the name of a system"),),
)
S1 = Safeguard(
    1,
    "抓好落实",
    "See it through",
    (one("s1.0", "S1.0", HEADING), one("s1.1", "S1.1", Recurring("报送进展", "progress reports", 4))),
)
S2 = Safeguard(
    2,
    "做好宣传",
    "Make it known",
    (
        one("s2.0", "S2.0", HEADING),
        one("s2.1", "S2.1", Recurring("张贴海报", "posters"), Figure("持续", Quantifier.REPEATED)),
    ),
)

LIMIT_READING = Interpretation(
    id="T8",
    question="期满后的休息日办结，算不算超期？",
    question_en="Is a case late when it ends on a rest day after the last day?",
    options=(
        Option("count", "按用时", "by count", Reading.BY_COUNT),
        Option("date", "按截止日", "by date", Reading.BY_DATE),
    ),
    default="count",
    basis=Basis.INFERENCE,
    because="原文写“用时”。",
    because_en="The text says 'time taken'.",
    affects=("shelving",),
)


def fingerprint(citation: str, sentence: str) -> SentenceDigest:
    """The digest of a sentence, worked out here once more."""
    return SentenceDigest(
        Citation.parse(citation), len(sentence), hashlib.sha256(sentence.encode()).hexdigest()
    )


SMALL = Plan(
    id="small",
    number="某县办〔2021〕1号",
    title="某县2021年便民方案",
    title_en="A small plan",
    issuer="某县办公室",
    issued=date(2021, 3, 1),
    period=Interval(date(2021, 3, 1), date(2021, 12, 31)),
    chapters=(
        Chapter(
            1,
            "改善出行环境",
            "Getting about",
            (
                Section("1.1", "道路和绿化", "Roads and trees", (TRANSPORT,), (M1, M2)),
                Section("1.2", "班车和图书馆", "Buses and books", (CULTURE, TRANSPORT), (M3, M4)),
            ),
        ),
        Chapter(2, "加强保障", "Safeguards"),
    ),
    safeguards=(S1, S2),
    lead_units=(TRANSPORT, CULTURE),
    readings=(LIMIT_READING,),
    digests=tuple(fingerprint(citation, sentence) for citation, sentence in SENTENCES.items()),
).introduced_to(PLAN.judge, PlanLibrarian())
