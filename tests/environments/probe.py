"""A broad answer of the library, as digests in JSON: the same wherever Python runs.

``python probe.py`` prints it. Needs nothing but the library and its extra ``json``.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import sys
from collections.abc import Callable, Iterator
from datetime import date, timedelta

FIRST = date(2021, 7, 1)
DAYS = [FIRST + timedelta(days=step) for step in range(0, 200, 3)]
AS_OF = date(2021, 12, 31)
COMMANDS = (
    "--help",
    "evaluate --help",
    "plan",
    "plan --lang en",
    "show 6",
    "show S2 --lang en",
    "show T8",
    "search 预付款",
    "deadline water-connection 2021-09-24",
    "deadline gas-connection 2021-09-24 --lang en --limit 7wd --suspended 2021-09-27 2021-09-28",
    "deadline nonsense 2021-09-24",
    "deadline water-connection 2031-09-24",
    "calendar 2021",
    "calendar 2025 --lang en",
    "check",
    "no-such-command",
)


def days_of_the_calendar() -> Iterator[str]:
    from wushan_plan import CHINA

    first, last = CHINA.coverage
    day = first
    while day <= last:
        yield f"{CHINA.day(day)} {CHINA.is_workday(day)} {CHINA.workdays_between(first, day)}"
        day += timedelta(days=1)


def deadlines() -> Iterator[str]:
    from wushan_plan import PLAN
    from wushan_plan.model.criteria import TimeLimit

    for target in PLAN.targets.values():
        if isinstance(target.criterion, TimeLimit):
            for start in DAYS:
                found = target.deadline(start)
                yield f"{target.id} {start} {found}"
                yield found.explain("zh") + found.explain("en")


def verdicts() -> Iterator[str]:
    from wushan_plan import PLAN, scorecard
    from wushan_plan.model.criteria import TimeLimit

    for target in PLAN.targets.values():
        if isinstance(target.criterion, TimeLimit):
            judged = [
                target.evaluate(start=start, end=end, as_of=AS_OF)
                for start in DAYS[::8]
                for end in (start + timedelta(days=11), start + timedelta(days=50), None)
            ]
            for verdict in judged:
                yield repr(verdict) + verdict.explain("zh") + verdict.explain("en")
            card = scorecard(target, judged)
            yield card.explain("zh") + card.explain("en")
        else:
            verdict = target.evaluate()
            yield verdict.explain("zh") + verdict.explain("en")


def pages() -> Iterator[str]:
    from wushan_plan import PLAN

    for noun in (PLAN, PLAN.measure(6), *PLAN.sections[:2], *PLAN.commitments[::9], *PLAN.readings[::9]):
        for lang in ("zh", "en"):
            shown = noun.display(lang)
            yield f"{shown.html}{shown.text}"


def errors() -> Iterator[str]:
    from wushan_plan import CHINA, PLAN, WushanPlanError

    def caught(ask: Callable[[], object]) -> str:
        try:
            ask()
        except WushanPlanError as error:
            return f"{type(error).__name__} {error} {error.zh}"
        return "no error"

    yield caught(lambda: CHINA.is_workday(date(1999, 1, 1)))
    yield caught(lambda: CHINA.is_workday("2021-09-24"))
    yield caught(lambda: PLAN.targets["water"])
    yield caught(lambda: PLAN.commitment("waterconnection"))
    yield caught(lambda: PLAN.measure(46))
    yield caught(lambda: PLAN.measure(6).text)


def ledger() -> Iterator[str]:
    from wushan_plan import PLAN
    from wushan_plan.ledger import Ledger, ProgressReport, to_line
    from wushan_plan.ledger.reports import html, markdown, report

    entry = ProgressReport(
        commitment="cross-province-services",
        unit="government-services-office",
        author="王科长",
        at=date(2021, 9, 30),
        facts={"items": 41},
    )
    yield entry.id + to_line(entry)
    found = report(Ledger.from_plan(PLAN).with_entries([entry]), date(2021, 12, 1))
    yield markdown(found)
    yield html(found)


def json_documents() -> Iterator[str]:
    from wushan_plan import PLAN
    from wushan_plan.files.json_forms import from_json, to_json
    from wushan_plan.files.json_schemas import json_schemas

    yield json.dumps(json_schemas(), sort_keys=True)
    document = to_json(PLAN)
    yield json.dumps(document, ensure_ascii=False)
    yield str(from_json(document) == PLAN)
    verdict = PLAN.targets["water-connection"].evaluate(start=FIRST, end=AS_OF, as_of=AS_OF)
    yield json.dumps(to_json(verdict), ensure_ascii=False)


def command_line() -> Iterator[str]:
    from wushan_plan.cli import main

    for command in COMMANDS:
        out, err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = main(command.split())
        yield f"{command} {code}\n{out.getvalue()}\n{err.getvalue()}"


PARTS = (
    days_of_the_calendar,
    deadlines,
    verdicts,
    pages,
    errors,
    ledger,
    json_documents,
    command_line,
)


def digests() -> dict[str, str]:
    """The digest of every part of the answer."""
    return {
        part.__name__: hashlib.sha256("\0".join(part()).encode("utf-8", "surrogatepass")).hexdigest()[:16]
        for part in PARTS
    }


if __name__ == "__main__":
    sys.stdout.write(json.dumps(digests()))
