"""Other plans beside this one (方案登记): packages register theirs, the library judges them.

>>> from wushan_plan import plans
>>> plans.available()[0]
'wushan-2021-66'
>>> plans.load("wushan-2021-66").targets["water-connection"].phrase
'不超过9个工作日'

A package registers a plan in its ``pyproject.toml``, under the id of the plan::

    [project.entry-points."wushan_plan.plans"]
    my-plan-id = "my_package.contents:DOCUMENT"

The value names a :class:`~wushan_plan.model.plan.Plan`. It need not know judge, voice or librarian:
:func:`introduced` gives it all three. Loading a plan imports the package that registers it, so it
runs that package's code, and nothing of another plan.
"""

from __future__ import annotations

from types import ModuleType
from typing import TYPE_CHECKING

from wushan_plan.counting.china import CHINA
from wushan_plan.counting.workday_calendar import WorkdayCalendar
from wushan_plan.errors import PlanEntryError, UnknownNameError, nearest, nearest_names
from wushan_plan.evaluation.judge import PlanJudge
from wushan_plan.explanation.voice import PlanVoice
from wushan_plan.model.plan import Plan
from wushan_plan.source.librarian import PlanLibrarian

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

GROUP = "wushan_plan.plans"
"""The group of entry points under which packages register plans."""

_OWN = ("wushan-2021-66", "wushan_plan.plan2021.contents:DOCUMENT")
"""The plan the library brings itself: named like any other, so that nothing here imports it."""


def available() -> tuple[str, ...]:
    """The ids of the plans that can be loaded: the library's own first, then by name (可用方案).

    Nothing is imported to tell, so that a name may turn out to be broken when it is loaded.
    """
    own, *others = (entry.name for entry in _registered())
    return (own, *sorted(set(others) - {own}))


def load(name: str, calendar: WorkdayCalendar = CHINA) -> Plan:
    """The plan registered under ``name``, judged on ``calendar`` (取方案).

    Args:
        name: id of the plan, one of :func:`available`.
        calendar: the calendar that counts its days.

    Raises:
        UnknownNameError: when no package registers a plan of this name.
        PlanEntryError: when several do, or what is registered cannot be imported, is no plan, or has
            another id.
    """
    entries = [entry for entry in _registered() if entry.name == name]
    if not entries:
        raise UnknownNameError(
            value=name,
            rule="no plan is registered under this name.",
            where="plans.load",
            remedy=f"{nearest(name, available())} Install the package that holds the plan.",
            zh="没有以此编号登记的方案；请先安装登记该方案的软件包",
            near=nearest_names(name, available()),
        )
    if len(entries) > 1:
        raise PlanEntryError(
            value=name,
            rule=f"several packages register this plan: {', '.join(map(_registered_by, entries))}.",
            where="plans.load",
            remedy="Uninstall all but one of them, or register another id.",
            zh="几个软件包登记了同一编号的方案，请只保留一个",
        )
    return introduced(_document(entries[0]), calendar)


def introduced(document: Plan, calendar: WorkdayCalendar = CHINA) -> Plan:
    """``document`` with the library's judge, voice and librarian: ready to be asked (引入引擎).

    Args:
        document: any plan; what judged it before no longer does.
        calendar: the calendar that counts its days.
    """
    return document.introduced_to(PlanJudge(calendar, PlanVoice(calendar)), PlanLibrarian())


def judged_by(plan: Plan, calendar: WorkdayCalendar) -> Plan:
    """``plan`` with every commitment judged on ``calendar`` (改用日历判定).

    Use it to judge on a calendar with a newer notice, with local closures, or a provisional one.
    """
    return plan.judged_by(PlanJudge(calendar, PlanVoice(calendar)))


def _registered() -> tuple[EntryPoint, ...]:
    # Imported here: few who ask the library's own plan ask for another, and it loads a lot.
    from importlib.metadata import EntryPoint, entry_points

    return (EntryPoint(*_OWN, GROUP), *entry_points(group=GROUP))


def _document(entry: EntryPoint) -> Plan:
    try:
        found: object = entry.load()
    except Exception as error:  # whatever the other package's code does wrong
        raise PlanEntryError(
            value=entry.value,
            rule=f"the plan that {_registered_by(entry)} registers cannot be imported: "
            f"{type(error).__name__}: {error}.",
            where=f"plans.load({entry.name!r})",
            remedy="Install that package again, or have its entry point corrected: package.module:DOCUMENT.",
            zh="登记该方案的软件包导入失败，请重新安装或更正其登记",
        ) from error
    if not isinstance(found, Plan):
        what = f"the module {entry.value}" if isinstance(found, ModuleType) else type(found).__name__
        raise PlanEntryError(
            value=entry.value,
            rule=f"an entry point of {GROUP} names a Plan, and this is {what}.",
            where=f"plans.load({entry.name!r})",
            remedy=f"Have {_registered_by(entry)} register package.module:DOCUMENT, DOCUMENT being a Plan.",
            zh="登记的对象不是方案（Plan），请更正为 包.模块:DOCUMENT",
        )
    if found.id != entry.name:
        raise PlanEntryError(
            value=entry.name,
            rule=f"a plan is registered under its own id, and this one's is {found.id!r}.",
            where=f"plans.load({entry.name!r})",
            remedy=f"Have {_registered_by(entry)} register it as {found.id}.",
            zh=f"登记的编号与方案自身的编号{found.id}不一致",
        )
    return found


def _registered_by(entry: EntryPoint) -> str:
    return "wushan-plan" if entry.dist is None else entry.dist.name


__all__ = ["GROUP", "available", "introduced", "judged_by", "load"]
