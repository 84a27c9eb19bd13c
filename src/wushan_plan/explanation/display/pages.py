"""Which page shows which noun (展示目录)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from wushan_plan.counting.workday_calendar import WorkdayCalendar
from wushan_plan.errors import DefinitionError
from wushan_plan.explanation.display.answers import deadline_page, scorecard_page, verdict_page
from wushan_plan.explanation.display.commitments import commitment_page, interpretation_page
from wushan_plan.explanation.display.page import Page
from wushan_plan.explanation.display.plans import (
    chapter_page,
    lead_unit_page,
    measure_page,
    plan_page,
    safeguard_page,
    section_page,
)
from wushan_plan.model.commitment import Commitment
from wushan_plan.model.plan import Chapter, LeadUnit, Measure, Plan, Safeguard, Section
from wushan_plan.model.readings import Interpretation
from wushan_plan.model.scorecard import Scorecard
from wushan_plan.model.verdict import Deadline, Lang, Verdict

_PAGES: Mapping[type, Callable[[Any, Lang], Page]] = {
    Plan: plan_page,
    Chapter: chapter_page,
    Section: section_page,
    Measure: measure_page,
    Safeguard: safeguard_page,
    LeadUnit: lead_unit_page,
    Commitment: commitment_page,
    Interpretation: interpretation_page,
    Scorecard: scorecard_page,
}


def page_of(noun: object, calendar: WorkdayCalendar, lang: Lang) -> Page:
    """The page of a noun, counted on ``calendar``."""
    if isinstance(noun, Deadline):
        return deadline_page(noun, calendar, lang)
    if isinstance(noun, Verdict):
        return verdict_page(noun, calendar, lang)
    for kind in type(noun).__mro__:
        if kind in _PAGES:
            return _PAGES[kind](noun, lang)
    raise DefinitionError(
        value=type(noun).__name__,
        rule="a voice shows plans, their parts, and answers.",
        where="display",
        remedy="Give one of these.",
    )
