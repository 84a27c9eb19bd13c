"""The interpretation register (口径登记): every question the text leaves open, in the order of its ids."""

from wushan_plan.model.readings import Interpretation
from wushan_plan.plan2021.readings_quantities import LIMITS, POPULATIONS
from wushan_plan.plan2021.readings_scope import SCOPE
from wushan_plan.plan2021.readings_time import COUNTING, DATES, EVENTS
from wushan_plan.plan2021.readings_words import ACTORS, MODALITY, TEXT

READINGS: tuple[Interpretation, ...] = (
    *TEXT,
    *MODALITY,
    *ACTORS,
    *COUNTING,
    *DATES,
    *EVENTS,
    *LIMITS,
    *POPULATIONS,
    *SCOPE,
)
