"""The same data twice: an attack in every field that holds words, or a harmless word there (对照数据)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

import attrs

from tests.explanation.test_notebook_display import hostile as plan_of
from tests.files.judged import AS_OF, WATER, Judged, Row, water
from tests.sinks.attacks import named
from wushan_plan import CHINA, PLAN, Commitment, JudgedCase, Plan, Section, judged_by, scorecard
from wushan_plan.explanation.years import year_text
from wushan_plan.files.results import Results
from wushan_plan.ledger import (
    CaseReport,
    Comment,
    Correction,
    DeviationReason,
    Entry,
    Evidence,
    Ledger,
    ProgressReport,
    Reassignment,
    Tally,
)
from wushan_plan.model.verdict import Lang

__all__ = [
    "AS_OF",
    "REPORTED",
    "START",
    "dated_plan_of",
    "entries_of",
    "explanations",
    "ledger_of",
    "plan_in_office",
    "plan_of",
    "results_of",
]

START = dt.date(2021, 9, 24)
REPORTED = dt.date(2021, 10, 29)
DONE = PLAN.commitment("m08.1")


def results_of(text: str) -> Results:
    """Cases called by it, in a column of that name: open and late, finished late, and not read."""
    rows = [
        water(text, START, None, **{text: text}),
        water(text, START, dt.date(2021, 11, 30), **{text: text}),
        Judged(Row({"编号": text, text: text}), JudgedCase(text, None, text)),
    ]
    return Results(WATER, ("编号", text), rows, AS_OF)


def entries_of(text: str) -> list[Entry]:
    """An entry of every kind, with it in every field that holds words."""
    word = named(text)
    said: dict[str, Any] = {"author": word, "at": REPORTED, "note": text}
    finance = {**said, "commitment": "procurement-contract", "unit": "finance"}
    cost = {**said, "commitment": "external-works-cost", "unit": "state-grid"}
    met = {**said, "commitment": "water-connection", "unit": WATER.lead_units[0].id, "source": word}
    return [
        Comment(**finance, text=word),
        Evidence(**finance, reference=word, digest=text),
        DeviationReason(**finance, reason=word),
        Correction(**finance, corrects=word, reason=word, withdraws=True),
        Reassignment(**{**finance, "commitment": "m13.1"}, to="finance", reason=word),
        ProgressReport(**cost, facts={"cost": 10, "in_planned_land": True}),
        ProgressReport(**{**cost, "author": "另一人"}, facts={"cost": 20, "in_planned_land": True}),
        ProgressReport(
            **{**said, "commitment": "sichuan-chongqing-services", "unit": "government-services-centre"},
            facts={"universe": [word, "另一项"], "covered": []},
        ),
        ProgressReport(
            **{**said, "commitment": DONE.id, "unit": DONE.lead_units[0].id},
            facts={"done": True, "evidence": word},
        ),
        CaseReport(**met, tally=Tally(counts=(("met", 1),))),
        CaseReport(**{**met, "author": "另一人"}, tally=Tally(counts=(("met", 2),))),
    ]


def ledger_of(text: str) -> Ledger:
    """A ledger that holds them; stored ones, so that what may not stand in it is among the problems."""
    return Ledger.from_plan(PLAN).with_stored(entries_of(text))


def dated_plan_of(text: str) -> Plan:
    """The plan, called by it, as is all that has a date in it."""

    def commitments(given: tuple[Commitment, ...]) -> tuple[Commitment, ...]:
        return tuple(
            attrs.evolve(one, summary=text, summary_en=text, phrase=text) if one.due_by else one
            for one in given
        )

    def measures(section: Section) -> Section:
        changed = (attrs.evolve(one, commitments=commitments(one.commitments)) for one in section.measures)
        return attrs.evolve(section, measures=tuple(changed))

    chapters = (attrs.evolve(one, sections=tuple(map(measures, one.sections))) for one in PLAN.chapters)
    return attrs.evolve(PLAN, number=text, chapters=tuple(chapters))


def plan_in_office(name: str) -> Plan:
    """The plan on the calendar of an office of that name, which closes on a day within the deadline."""
    return judged_by(PLAN, CHINA.with_office_days(name, closed=[dt.date(2021, 10, 12)]))


def explanations(text: str, lang: Lang) -> Iterator[str]:
    """Every kind of text in which the library explains itself."""
    plan = plan_of(text)
    target = plan.commitment("water-connection")
    yield target.evaluate(start=START, end=dt.date(2021, 11, 30), as_of=AS_OF).explain(lang)
    yield target.deadline(START).explain(lang)
    yield plan_in_office(text).commitment("water-connection").deadline(START).explain(lang)
    contract = PLAN.targets["procurement-contract"]
    dates: dict[str, Any] = {"start": dt.date(2021, 9, 1), "end": dt.date(2021, 12, 30), "as_of": AS_OF}
    yield contract.evaluate(**dates, excuse=named(text)).explain(lang)
    yield DONE.evaluate(done=True, evidence=named(text), as_of=AS_OF).explain(lang)
    shared = PLAN.targets["sichuan-chongqing-services"]
    yield shared.evaluate(universe=[named(text), "另一项"], covered=[], as_of=AS_OF).explain(lang)
    yield scorecard(WATER, [one.case for one in results_of(text).rows]).explain(lang)
    yield year_text(CHINA.with_office_days(text, closed=[dt.date(2021, 10, 12)]), 2021, lang)
