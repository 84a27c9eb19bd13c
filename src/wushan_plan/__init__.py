"""巫山府办发〔2021〕66号 as executable code: what was promised, when it is due, whether it was kept.

>>> from datetime import date
>>> from wushan_plan import PLAN
>>> water = PLAN.targets["water-connection"]
>>> str(water.deadline(date(2021, 9, 24)))
'2021-10-12'

The shop window is lazy: importing the package loads nothing, naming something loads its home.
"""

from __future__ import annotations

import importlib

TYPE_CHECKING = False  # type checkers know this name; importing typing would cost more than all the rest
if TYPE_CHECKING:
    from wushan_plan.assembly import PLAN as PLAN
    from wushan_plan.calendar.dates import calendar_date as calendar_date
    from wushan_plan.calendar.days import Day as Day
    from wushan_plan.calendar.days import DayKind as DayKind
    from wushan_plan.calendar.notices import Notice as Notice
    from wushan_plan.counting.china import CHINA as CHINA
    from wushan_plan.counting.workday_calendar import WorkdayCalendar as WorkdayCalendar
    from wushan_plan.errors import CaseFileError as CaseFileError
    from wushan_plan.errors import CellError as CellError
    from wushan_plan.errors import CountError as CountError
    from wushan_plan.errors import DateTypeError as DateTypeError
    from wushan_plan.errors import DefinitionError as DefinitionError
    from wushan_plan.errors import FactError as FactError
    from wushan_plan.errors import MissingExtraError as MissingExtraError
    from wushan_plan.errors import NotBoundError as NotBoundError
    from wushan_plan.errors import OutOfCoverageError as OutOfCoverageError
    from wushan_plan.errors import PlanEntryError as PlanEntryError
    from wushan_plan.errors import SourceTextError as SourceTextError
    from wushan_plan.errors import UnknownNameError as UnknownNameError
    from wushan_plan.errors import WushanPlanError as WushanPlanError
    from wushan_plan.evaluation.scorecard import scorecard as scorecard
    from wushan_plan.model.citation import Citation as Citation
    from wushan_plan.model.commitment import Commitment as Commitment
    from wushan_plan.model.facts import Fact as Fact
    from wushan_plan.model.facts import FactKind as FactKind
    from wushan_plan.model.modality import Modality as Modality
    from wushan_plan.model.modality import Status as Status
    from wushan_plan.model.parts import Chapter as Chapter
    from wushan_plan.model.parts import LeadUnit as LeadUnit
    from wushan_plan.model.parts import Measure as Measure
    from wushan_plan.model.parts import Safeguard as Safeguard
    from wushan_plan.model.parts import Section as Section
    from wushan_plan.model.periods import CalendarDays as CalendarDays
    from wushan_plan.model.periods import Interval as Interval
    from wushan_plan.model.periods import WorkingDays as WorkingDays
    from wushan_plan.model.plan import Plan as Plan
    from wushan_plan.model.readings import Interpretation as Interpretation
    from wushan_plan.model.readings import Reading as Reading
    from wushan_plan.model.scorecard import JudgedCase as JudgedCase
    from wushan_plan.model.scorecard import Scorecard as Scorecard
    from wushan_plan.model.verdict import Deadline as Deadline
    from wushan_plan.model.verdict import Verdict as Verdict
    from wushan_plan.plans import introduced as introduced
    from wushan_plan.plans import judged_by as judged_by

__version__ = "0.1.0"

_HOMES = {
    "CHINA": "counting.china",
    "CalendarDays": "model.periods",
    "CaseFileError": "errors",
    "CellError": "errors",
    "Chapter": "model.parts",
    "Citation": "model.citation",
    "Commitment": "model.commitment",
    "CountError": "errors",
    "DateTypeError": "errors",
    "Day": "calendar.days",
    "DayKind": "calendar.days",
    "Deadline": "model.verdict",
    "DefinitionError": "errors",
    "Fact": "model.facts",
    "FactError": "errors",
    "FactKind": "model.facts",
    "Interpretation": "model.readings",
    "Interval": "model.periods",
    "JudgedCase": "model.scorecard",
    "LeadUnit": "model.parts",
    "Measure": "model.parts",
    "MissingExtraError": "errors",
    "Modality": "model.modality",
    "NotBoundError": "errors",
    "Notice": "calendar.notices",
    "OutOfCoverageError": "errors",
    "PLAN": "assembly",
    "Plan": "model.plan",
    "PlanEntryError": "errors",
    "Reading": "model.readings",
    "Safeguard": "model.parts",
    "Scorecard": "model.scorecard",
    "Section": "model.parts",
    "SourceTextError": "errors",
    "Status": "model.modality",
    "UnknownNameError": "errors",
    "Verdict": "model.verdict",
    "WorkdayCalendar": "counting.workday_calendar",
    "WorkingDays": "model.periods",
    "WushanPlanError": "errors",
    "calendar_date": "calendar.dates",
    "introduced": "plans",
    "judged_by": "plans",
    "scorecard": "evaluation.scorecard",
}

__all__ = sorted(_HOMES)  # pyright: ignore[reportUnsupportedDunderAll]


if not TYPE_CHECKING:  # a checker that saw this would believe that every name exists

    def __getattr__(name: str) -> object:
        home = _HOMES.get(name)
        if home is None:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(importlib.import_module(f"{__name__}.{home}"), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return sorted({"__version__", *_HOMES})
