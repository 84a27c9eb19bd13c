"""Plans of a few units and as many tasks as it takes to come to an edge."""

from __future__ import annotations

from datetime import date

from wushan_plan import Citation, Commitment, Interval, LeadUnit, Modality, Plan, introduced
from wushan_plan.ledger import Ledger
from wushan_plan.ledger.reports import SupervisionReport, report
from wushan_plan.model.criteria import Milestone
from wushan_plan.model.plan import Chapter, Measure, Section
from wushan_plan.model.verdict import Lang


def plan_of(
    units: dict[str, int], period: Interval, by: date | None = None, summary: str = "办成一事"
) -> Plan:
    """A plan in which units, by their names, have so many tasks."""
    sections: list[Section] = []
    carriers: list[LeadUnit] = []
    number = 0
    for place, (name, tasks) in enumerate(units.items(), 1):
        carriers.append(LeadUnit(f"unit-{place}", name, name))
        measures: list[Measure] = []
        for _ in range(tasks):
            number += 1
            one = Commitment(
                id=f"m{number:02}.1",
                number=f"m{number:02}.1",
                citation=Citation(number, 1),
                modality=Modality.DO,
                criterion=Milestone("一事", "a thing", by),
                summary=f"{summary}。",
                summary_en=f"{summary}.",
            )
            measures.append(Measure(number, "一条措施", "A measure", (one,)))
        sections.append(Section(f"1.{place}", "一节", "A section", (carriers[-1],), tuple(measures)))
    return introduced(
        Plan(
            id="drawn",
            number="1",
            title="小方案",
            title_en="A small plan",
            issuer="某办公室",
            issued=period.first,
            period=period,
            chapters=(Chapter(1, "一章", "A chapter", tuple(sections)),),
            safeguards=(),
            lead_units=tuple(carriers),
        )
    )


def silent(plan: Plan, day: date, lang: Lang = "zh") -> SupervisionReport:
    return report(Ledger.from_plan(plan), day, lang=lang)


YEAR = Interval(date(2022, 3, 1), date(2022, 12, 31))
