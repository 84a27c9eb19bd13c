"""An invented plan of eight commitments, and an engine that only notes what it is asked.

Two sections with lead units, three measures and two safeguards. Every word of it stands in one place only,
so that a search for it finds one commitment. Nothing here is shared: each call makes everything anew.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from attrs import define, field

from wushan_plan.model.citation import Citation
from wushan_plan.model.commitment import (
    Actor,
    Commitment,
    Deviation,
    Relation,
    Role,
    Scope,
    SuperiorRule,
)
from wushan_plan.model.criteria import (
    AllOf,
    Ceiling,
    Criterion,
    Event,
    Floor,
    MeanTimeLimit,
    Prohibition,
    Quantity,
    Recurring,
    Summary,
    TimeLimit,
)
from wushan_plan.model.display import Display
from wushan_plan.model.facts import Fact, FactKind
from wushan_plan.model.modality import Modality, Status
from wushan_plan.model.periods import CalendarDays, Interval, WorkingDays
from wushan_plan.model.plan import Chapter, LeadUnit, Measure, Plan, Safeguard, Section, SentenceDigest
from wushan_plan.model.readings import Basis, Interpretation, Option, Reading
from wushan_plan.model.scorecard import Scorecard
from wushan_plan.model.source import Comparison
from wushan_plan.model.verdict import Deadline, Lang, Verdict

DAY = date(2021, 9, 24)
LAST = date(2021, 12, 31)
FILED, FINISHED = Event("报修", "report"), Event("修复", "repair")
ELIGIBLE = Fact("eligible", "是否属于本村", "a resident", FactKind.TRUTH)


def commitment(number: str = "m01.1", criterion: Criterion | None = None, **attributes: Any) -> Commitment:
    """A commitment that belongs to no plan, with the attributes given."""
    given: dict[str, Any] = {
        "id": number,
        "citation": Citation(1, 1),
        "modality": Modality.MUST,
        "summary": "一项承诺",
        "summary_en": "one statement",
        **attributes,
    }
    return Commitment(number=number, criterion=criterion or Prohibition("某行为", "some act"), **given)


def register_entry(name: str = "T1", **attributes: Any) -> Interpretation:
    """An entry of the register, between the two readings of a limit."""
    given: dict[str, Any] = {
        "options": (
            Option("count", "按用时", "by count", Reading.BY_COUNT),
            Option("date", "按截止日", "by date", Reading.BY_DATE),
        ),
        "default": "count",
        **attributes,
    }
    return Interpretation(
        name, "何时算超期", "When is it late?", basis=Basis.INFERENCE, because="推断", because_en="Inferred.",
        **given,
    )  # fmt: skip


TRANSPORT = LeadUnit("transport", "交通局", "Transport Bureau")
CULTURE = LeadUnit("culture", "文旅委", "Culture Commission")

ROADS = Measure(
    1,
    "修好道路",
    "Mend the roads",
    (
        commitment("m01.0", Summary(), citation=Citation(1, 0), modality=Modality.DO, role=Role.HEADING),
        commitment(
            "m01.1",
            Floor(Quantity("length", "新修里程", "new road", "公里"), 12, by=LAST),
            id="new-road",
            modality=Modality.TARGET,
            summary="年内新修",
            summary_en="Build within the year.",
            phrase="12公里",
            is_target=True,
            role=Role.OUTCOME,
            actor=Actor("养护站", "maintenance depot", inferred=True),
            beneficiary="沿线居民",
            beneficiary_en="Roadside dwellers",
            scope=Scope("通村路段", "village stretches", condition=ELIGIBLE),
            exceptions=(
                Deviation("原则上", "记明理由", "a reason"),
                Deviation("另有规定", "写明规定", "a rule"),
            ),
            platforms=("出行通", "路况网"),
            instruments=("路段清单", "养护台账"),
            law=(
                SuperiorRule("某公路条例", 8, "按期修复", "Repair in time.", Relation.PARENT),
                SuperiorRule("某养护规则", 30, "记录在案", "Keep records.", Relation.PARENT),
            ),
            notes=("T1：里程按竣工计。", "T2：含改建。"),
            notes_en=("T1: counted when finished.", "T2: rebuilding included."),
        ),
        commitment(
            "m01.2",
            AllOf(
                (
                    TimeLimit(CalendarDays(20), FILED, FINISHED, Reading.BY_DATE),
                    Ceiling(Quantity("visits", "上门次数", "visits", "次"), 1),
                )
            ),
            citation=Citation(1, 2),
            actor=Actor("供电所", "power station"),
        ),
    ),
)
BUSES = Measure(
    2,
    "",
    "Night buses",
    (
        commitment(
            "m02.1",
            MeanTimeLimit(WorkingDays(5), FILED, FINISHED),
            citation=Citation(2, 1),
            modality=Modality.DO,
            instruments=("班次表",),
        ),
    ),
)
BOOKS = Measure(
    3,
    "办好书屋",
    "Run the reading room",
    (
        commitment(
            "m03.1",
            TimeLimit(CalendarDays(3), FILED, FINISHED, Reading.BY_COUNT),
            id="shelving",
            citation=Citation(3, 1),
            is_target=True,
            phrase="3日内",
        ),
    ),
)
REPORTS = Safeguard(
    1,
    "抓好落实",
    "See it through",
    (
        commitment(
            "s1.1", Recurring("报送", "reports"), citation=Citation(None, 1, 1), actor=Actor("各站所", "all")
        ),
        commitment("s1.2", citation=Citation(None, 2, 1), actor=Actor("供电所", "power station")),
    ),
)
NOTICES = Safeguard(
    2,
    "做好宣传",
    "Make it known",
    (commitment("s2.1", citation=Citation(None, 1, 2), modality=Modality.MUST_NOT),),
)
SENTENCES = {
    Citation(1, 0): "修好道路。",
    Citation(1, 1): "新修十二公里。",
    Citation(1, 2): "及时修补。",
    Citation(2, 1): "增开晚班。",
    Citation(None, 1, 1): "按季上报。",
    Citation(None, 2, 1): "落实到人。",
}


def small_plan(**attributes: Any) -> Plan:
    """The plan, without an engine and without its text unless they are given."""
    given: dict[str, Any] = {"sentences": None, **attributes}
    return Plan(
        id="small",
        number="某镇办〔2021〕1号",
        title="某镇便民方案",
        title_en="A small plan",
        issuer="某镇",
        issued=date(2021, 3, 1),
        period=Interval(date(2021, 3, 1), LAST),
        chapters=(
            Chapter(
                1,
                "改善出行",
                "Getting about",
                (
                    Section("1.1", "道路", "Roads", (TRANSPORT,), (ROADS,)),
                    Section("1.2", "班车书屋", "Buses and books", (CULTURE, TRANSPORT), (BUSES, BOOKS)),
                ),
            ),
            Chapter(2, "加强保障", "Safeguards"),
        ),
        safeguards=(REPORTS, NOTICES),
        lead_units=(TRANSPORT, CULTURE),
        readings=(
            register_entry("T1", affects=("new-road",)),
            register_entry("T2", affects=("m02.1", "s2.1")),
            register_entry("T3", affects=("3", "S1")),
            register_entry("T4"),
        ),
        digests=(SentenceDigest(Citation(1, 0), 5, "0" * 64),),
        **given,
    )


@define
class NotedVoice:
    """A voice that says what it was asked to say (记录用表述者)."""

    def scorecard_text(self, card: Scorecard, lang: Lang) -> str:
        return f"{lang} {card!r}"

    def deadline_text(self, deadline: Deadline, lang: Lang) -> str:
        return f"{lang} {deadline!r}"

    def verdict_text(self, verdict: Verdict, lang: Lang) -> str:
        return f"{lang} {verdict!r}"

    def limit_text(self, commitment: Commitment, lang: Lang) -> str:
        return f"{lang} limit of {commitment.number}"

    def display(self, noun: Any, lang: Lang) -> Display:
        return Display(f"<div>{lang} {noun!r}</div>", f"{lang} {noun!r}")


@define
class NotedJudge:
    """A judge that notes what it is asked, and gives an empty answer (记录用判定者)."""

    voice: NotedVoice | None = None
    asked: list[tuple[Commitment, dict[str, Any]]] = field(factory=list[tuple[Commitment, dict[str, Any]]])

    def deadline(self, commitment: Commitment, start: date | None, **given: Any) -> Deadline:
        self.asked.append((commitment, {"start": start, **given}))
        return Deadline(DAY, commitment)

    def evaluate(self, commitment: Commitment, **given: Any) -> Verdict:
        self.asked.append((commitment, given))
        return Verdict(commitment, Status.UNKNOWN, None, ())


@define
class NotedLibrarian:
    """A librarian that notes which text it is given for which plan (记录用核对者)."""

    asked: list[tuple[str, Plan, str | Path]] = field(factory=list[tuple[str, Plan, str | Path]])

    def bind(self, plan: Plan, text: str | Path) -> Plan:
        self.asked.append(("bind", plan, text))
        return plan

    def compare(self, plan: Plan, text: str | Path) -> Comparison:
        self.asked.append(("compare", plan, text))
        return Comparison(0, 0, ())
