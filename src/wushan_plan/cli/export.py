"""``export`` and ``schemas``: the whole plan as a file (导出)."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path

from wushan_plan.cli.endings import unknown_ending
from wushan_plan.cli.wording import say, tell
from wushan_plan.counting.china import CHINA
from wushan_plan.model.plan import Plan
from wushan_plan.model.verdict import Lang


def export(options: argparse.Namespace, plan: Plan, lang: Lang) -> int:
    """Writes the plan in the format its file name asks for."""
    writer = _WRITERS.get(options.out.suffix.lower())
    if writer is None:
        raise unknown_ending(options.out, _WRITERS)
    writer(plan, options.out, lang)
    tell(say(lang, f"写入 {options.out}", f"written to {options.out}"))
    return 0


def schemas(options: argparse.Namespace, lang: Lang) -> int:
    """Writes the JSON Schemas into a folder."""
    from wushan_plan.files.json_schemas import write_schemas

    for path in write_schemas(options.folder):
        tell(say(lang, f"写入 {path}", f"written to {path}"))
    return 0


def _csv(plan: Plan, path: Path, lang: Lang) -> None:
    from wushan_plan.files.tables import write_table

    write_table(plan, path, lang=lang)


def _xlsx(plan: Plan, path: Path, lang: Lang) -> None:
    from wushan_plan.files.plan_workbook import write_plan_workbook

    write_plan_workbook(plan, path, lang=lang)


def _json(plan: Plan, path: Path, lang: Lang) -> None:
    from wushan_plan.files.json_forms import write_json

    write_json(plan, path)


def _ics(plan: Plan, path: Path, lang: Lang) -> None:
    from wushan_plan.files.calendars import plan_calendar, write_calendar

    write_calendar(path, plan_calendar(plan, CHINA, lang=lang))


_WRITERS: Mapping[str, Callable[[Plan, Path, Lang], None]] = {
    ".csv": _csv,
    ".xlsx": _xlsx,
    ".json": _json,
    ".ics": _ics,
}
