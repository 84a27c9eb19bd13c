"""From reports to the text of the specimens (样张成文): every picture's element on a line of its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import partial
from pathlib import Path

from tests.ledger.specimens import ledgers
from tests.ledger.workbook_text import written
from wushan_plan import WorkingDays
from wushan_plan.ledger import TaskState
from wushan_plan.ledger.reports import (
    ReportTable,
    SupervisionReport,
    html,
    markdown,
    report,
    tables,
    write_workbook,
)
from wushan_plan.ledger.reports.pictures import calendar_svg, timeline_svg, units_svg
from wushan_plan.model.verdict import Lang

HERE = Path(__file__).parent
_SHEET = '<link rel="stylesheet" href="../../../src/wushan_plan/ledger/reports/style.css">'
_LISTED = ("yellow", "due", "exceptions", "changes", "missing", "stale")


def reports() -> dict[Path, Callable[[], str]]:
    """What makes the text of each file."""
    found: dict[str, Callable[[], str]] = {"values.txt": values}
    langs: tuple[Lang, ...] = ("zh", "en")
    for lang in langs:
        found |= {
            f"report.{lang}.html": partial(page, lang),
            f"report.{lang}.md": partial(text, lang),
            f"pictures.{lang}.html": partial(pictures, lang),
            f"workbook.{lang}.txt": partial(written, BOOKS[f"report.{lang}"]),
            f"long-lists.{lang}.txt": partial(long_lists, lang),
        }
    return {HERE / name: make for name, make in found.items()}


def page(lang: Lang) -> str:
    """The page of the main report."""
    return _lines(html(ledgers.main_report(lang)))


def text(lang: Lang) -> str:
    return markdown(ledgers.main_report(lang))


def pictures(lang: Lang) -> str:
    """The pictures as they are on other days than that of the main report."""
    ledger = ledgers.small_ledger()
    first = ledgers.first_report(lang)
    shown = {
        "first: timeline": timeline_svg(first),
        "first: units": units_svg(first),
        "first: calendar": calendar_svg(first),
        "before the period: timeline": timeline_svg(report(ledger, date(2022, 2, 10), lang=lang)),
        "long after the period: timeline": timeline_svg(report(ledger, date(2024, 6, 28), lang=lang)),
        "sixty days ahead: calendar": calendar_svg(
            report(ledger, ledgers.MAIN, ahead=WorkingDays(60), lang=lang)
        ),
    }
    head = f'<!DOCTYPE html>\n<html lang="{lang}">\n<meta charset="utf-8">\n{_SHEET}\n'
    return head + "".join(f"<h3>{name}</h3>\n{_lines(svg)}\n" for name, svg in shown.items())


def long_lists(lang: Lang) -> str:
    """Lists that are too long for paper, shortened; and what each column is."""
    lines: list[str] = []
    for name, made in (
        ("silent", ledgers.silent_report(lang)),
        ("waiting", ledgers.waiting_report(lang)),
        ("ended", ledgers.ended_report(lang)),
    ):
        for table in tables(made, full=False):
            if (table.part_of or table.id) in _LISTED:
                lines += [f"=== {name}: {table.id}", *_described(table), ""]
    return "\n".join(lines)


def _described(table: ReportTable) -> Iterator[str]:
    part = f" (part of {table.part_of})" if table.part_of else ""
    yield f"title: {table.title}{part}"
    yield f"intro: {table.intro}"
    yield f"empty: {table.empty}"
    for column in table.columns:
        yield f"column: {column.heading}, {column.style}, {column.width}{', colour' * column.colour}"
    for row in table.rows:
        yield "row: " + " | ".join(map(str, row))


def _book(lang: Lang) -> Callable[[Path], None]:
    return lambda path: write_workbook(ledgers.main_report(lang), path)


BOOKS: Mapping[str, Callable[[Path], None]] = {"report.zh": _book("zh"), "report.en": _book("en")}
"""How the workbooks of the main report are written, by their names."""


def values() -> str:
    """What the reports hold, field by field."""
    made = (("first", ledgers.first_report()), ("main", ledgers.main_report()))
    lines: list[str] = []
    for name, one in made:
        lines += [f"=== {name}", *_values(one), ""]
    return "\n".join(lines)


def _values(one: SupervisionReport) -> Iterator[str]:
    yield f"plan: {one.plan.id}; calendar: {one.calendar.coverage[0]} …"
    yield f"as of {one.as_of}, since {one.since}, ahead {one.ahead}"
    yield f"window: {one.window.first} to {one.window.last}; in {one.lang}"
    yield f"named: {', '.join(name for name, _ in one.units_by_id)}"
    yield f"entries: {one.entries}, new: {one.entries_since}, later: {one.later}, latest: {one.latest}"
    yield f"whole: {one.whole!r}"
    for chapter, overview in one.chapters:
        yield f"chapter {chapter.number}: {overview!r}"
    for unit in one.units:
        yield (
            f"unit: {unit.rank} {unit.unit.id} {unit.overview!r} on time {unit.on_time}, "
            f"silent {unit.silent}, last report {unit.last_report}"
        )
    for field in ("red", "yellow", "due", "exceptions", "undecided", "missing", "stale"):
        yield f"{field}: {', '.join(map(_task, getattr(one, field)))}"
    for reading in one.readings:
        yield f"reading {reading.question.id}: {', '.join(map(_task, reading.tasks))}"
    for conflict in one.conflicts:
        yield f"conflict: {conflict.commitment} {conflict.fact} {conflict.dispute.value}"
    for problem in one.problems:
        yield f"problem: {problem.commitment} {problem.unit} {problem.en}"
    for change in one.changes:
        yield f"change: {_task(change.before)} → {_task(change.after)}"


def _task(task: TaskState) -> str:
    whose = f" of {task.unit}" if task.unit else ""
    return f"{task.commitment.number}{whose} ({task.colour.value}, {task.status.value}, due {task.due})"


def _lines(page: str) -> str:
    return re.sub(r"<svg .*?</svg>", lambda found: found[0].replace("><", ">\n<"), page, flags=re.DOTALL)
