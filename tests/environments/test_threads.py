"""Many threads that use everything for the first time at once get what one thread gets.

Each trial is a fresh interpreter, since only the first use of a lazy thing can go wrong. The threads
start together at a barrier, each with the questions in another order, and Python changes threads as
often as it can. The expected answers are those of one thread in a process of its own.
"""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Callable
from datetime import date
from types import FrameType
from typing import Any

import attrs
import pytest

from tests.environments.running import said
from wushan_plan import CHINA, PLAN, WorkdayCalendar

ASK = r"""
import json, random, sys, threading
from datetime import date
sys.setswitchinterval(1e-6)

START, END, AS_OF = date(2021, 9, 24), date(2021, 10, 14), date(2021, 12, 31)

def names():
    import wushan_plan
    return len([getattr(wushan_plan, name) for name in wushan_plan.__all__])
def calendar():
    from wushan_plan import CHINA
    return CHINA.workdays_between(START, END), str(CHINA.nth_workday_after(START, 9)), str(CHINA.day(END))
def last_working_day():
    from wushan_plan import CHINA
    return str(CHINA.roll_back(date(2021, 10, 3))), CHINA.is_workday(date(2021, 10, 9))
def new_calendar():
    from wushan_plan import CHINA
    return CHINA.as_known_on(date(2021, 1, 1)).workdays_between(date(2021, 1, 4), date(2021, 12, 31))
def notices():
    from wushan_plan.calendar.official import official_notices
    return len(official_notices()), official_notices()[-1].number
def targets():
    from wushan_plan import PLAN
    return list(PLAN.targets), len(PLAN.commitments), [one.number for one in PLAN.measures]
def by_name():
    from wushan_plan import PLAN
    water = PLAN.commitment("water-connection")
    return PLAN.commitment("m06.1").id, PLAN.measure(45).section.title, water.number
def search():
    from wushan_plan import PLAN
    return [one.id for one in PLAN.search("预付款")]
def unit():
    from wushan_plan import PLAN
    return [one.id for one in PLAN.lead_unit("县财政局").targets]
def deadline():
    from wushan_plan import PLAN
    return PLAN.targets["water-connection"].deadline(START).explain("zh")
def verdict():
    from wushan_plan import PLAN
    return PLAN.targets["gas-connection"].evaluate(start=START, end=END, as_of=AS_OF).explain("en")
def scorecard():
    from wushan_plan import PLAN, scorecard
    water = PLAN.targets["water-connection"]
    ends = [date(2021, 10, 8), END, None]
    return scorecard(water, (water.evaluate(start=START, end=end, as_of=AS_OF) for end in ends)).explain("zh")
def display():
    from wushan_plan import PLAN
    return PLAN.measure(6).display("en").text
def schemas():
    from wushan_plan.files.json_schemas import json_schemas
    return json.dumps(json_schemas(), sort_keys=True)
def ledger():
    from wushan_plan import PLAN
    from wushan_plan.ledger import Ledger
    found = Ledger.from_plan(PLAN).as_of(AS_OF)
    return len(found.tasks), str(found.task("cross-province-services").status)
def arrays():
    import numpy as np
    from wushan_plan import CHINA
    days = np.arange("2021-09-01", "2021-11-01", dtype="M8[D]")
    return CHINA.workdays_between(days, END).tolist(), CHINA.roll_forward(days).astype(str).tolist()
def json_form():
    from wushan_plan import PLAN
    from wushan_plan.files.json_forms import from_json, to_json
    return from_json(to_json(PLAN.targets["water-connection"]), PLAN).id
def table():
    import pyarrow
    from wushan_plan import PLAN, frames
    cases = pyarrow.table({"start": [START, START], "end": [END, None]})
    judged = frames.evaluate(cases, PLAN.targets["water-connection"], start="start", end="end", as_of=AS_OF)
    return judged["status"].to_pylist()
def command():
    from wushan_plan.cli.parser import build_parser
    return build_parser("zh").format_help()

CORE = [names, calendar, last_working_day, new_calendar, notices, targets, by_name, search, unit, deadline,
        verdict, scorecard, display, schemas, ledger, command]
HEAVY = [arrays, json_form, table]
questions = CORE + (HEAVY if "heavy" in sys.argv else [])

def asked(order, gate):
    gate.wait()
    try:
        return {question.__name__: question() for question in order}
    except BaseException as error:
        return {"failed": f"{question_of(error)}{type(error).__name__}: {error}"}
def question_of(error):
    trace = error.__traceback__
    while trace.tb_next is not None:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}: "

count, seed = int(sys.argv[1]), int(sys.argv[2])
chosen, gate, found = random.Random(seed), threading.Barrier(count), [None] * count
def run(place, order):
    found[place] = asked(order, gate)
threads = []
for place in range(count):
    order = list(questions)
    if seed % 2:
        chosen.shuffle(order)
    threads.append(threading.Thread(target=run, args=(place, order)))
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
different = []
for one in found:
    if one not in different:
        different.append(one)
print(json.dumps(different))
"""
"""Answers of all threads, each different one once."""
THREADS = 32


def answers(threads: int, seed: int, kind: str) -> list[dict[str, object]]:
    """What the threads of one fresh interpreter answered, each different set once."""
    found: list[dict[str, object]] = json.loads(said(ASK, str(threads), str(seed), kind))
    return found


@pytest.fixture(scope="module")
def alone() -> dict[str, object]:
    """What one thread answers to everything."""
    (found,) = answers(1, 0, "heavy")
    assert "failed" not in found, found
    return found


def expected(alone: dict[str, object], kind: str) -> dict[str, object]:
    """The answers to the questions of that kind."""
    heavy = ("arrays", "json_form", "table")
    return alone if kind == "heavy" else {name: one for name, one in alone.items() if name not in heavy}


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["core", "heavy"])
@pytest.mark.parametrize("seed", range(12))  # even: all in one order; odd: each in its own
def test_threads_that_race_for_everything_lazy_get_what_one_thread_gets(
    seed: int, kind: str, alone: dict[str, object]
) -> None:
    assert answers(THREADS, seed, kind) == [expected(alone, kind)]


TABLES = """
import sys, threading
from datetime import date
import numpy as np
from wushan_plan import CHINA, PLAN, judged_by
from wushan_plan.counting.workday_calendar import WorkdayCalendar
sys.setswitchinterval(1e-6)
days = np.arange("2021-01-01", "2022-01-01", dtype="M8[D]")
right = CHINA.workdays_between(days, date(2021, 12, 31)).tolist()
fitting = [date(2021, 12, 31), 250, True, right, "2021-10-12", list(PLAN.targets)]
wrong = []
for trial in range(int(sys.argv[1])):
    # A calendar and a plan nobody has asked anything: their tables are made anew in every trial.
    calendar = WorkdayCalendar(CHINA.days)
    plan = judged_by(PLAN, calendar)
    gate = threading.Barrier(32)
    def ask(place):
        gate.wait()
        try:
            questions = [
                lambda: calendar.roll_back(date(2021, 12, 31)),
                lambda: calendar.workdays_between(date(2020, 12, 31), date(2021, 12, 31)),
                lambda: calendar.is_workday(date(2021, 10, 9)),
                lambda: calendar.workdays_between(days, date(2021, 12, 31)).tolist(),
                lambda: str(plan.commitment("water-connection").deadline(date(2021, 9, 24))),
                lambda: list(plan.targets),
            ]
            order = [*range(place % 6, 6), *range(place % 6)]
            found = {number: questions[number]() for number in order}
            if [found[number] for number in range(6)] != fitting:
                wrong.append(found)
        except BaseException as error:
            wrong.append(repr(error))
    threads = [threading.Thread(target=ask, args=(place,)) for place in range(32)]
    for thread in threads: thread.start()
    for thread in threads: thread.join()
print(wrong[:3])
"""


@pytest.mark.slow
def test_new_calendars_and_plans_make_their_tables_under_any_number_of_threads() -> None:
    assert said(TABLES, "250").strip() == "[]"


MAKERS = ("workday_calendar.py", "arrays.py", "plan.py")
"""The modules that make something on first use."""


class TestBetweenTheLines:
    """Whoever arrives while a table is being made, between whatever lines, gets the right answer.

    One thread makes the table; at one of its lines it stops, another thread asks, and it goes on.
    Every line is tried in turn, so that nothing is left to luck.
    """

    @staticmethod
    def stopped_at(number: int, ask: Callable[[], object], ask_meanwhile: Callable[[], object]) -> bool:
        """Runs ``ask``, and ``ask_meanwhile`` in another thread at its line of that number.

        Returns whether it has so many lines in the modules that make tables, each counted once.
        """
        seen: set[tuple[str, int]] = set()
        failed: list[BaseException] = []

        def meanwhile() -> None:
            try:
                ask_meanwhile()
            except BaseException as error:
                failed.append(error)

        def trace(frame: FrameType, event: str, _: object) -> Any:
            if len(seen) > number or not frame.f_code.co_filename.endswith(MAKERS):
                return None
            place = (frame.f_code.co_filename, frame.f_lineno)
            if event == "line" and place not in seen:
                seen.add(place)
                if len(seen) == number + 1:
                    other = threading.Thread(target=meanwhile)
                    other.start()
                    other.join()
            return trace

        before = sys.gettrace()
        sys.settrace(trace)
        try:
            ask()
        finally:
            sys.settrace(before)
        if failed:
            raise failed[0]
        return len(seen) > number

    def every_line(self, fresh: Callable[[], Callable[[], object]]) -> int:
        """Stops at every line in turn; ``fresh`` makes the question about something never asked before."""
        right = fresh()()
        number = 0

        def ask() -> None:
            assert question() == right

        while True:
            question = fresh()
            if not self.stopped_at(number, ask, ask):
                return number
            number += 1

    def test_of_a_calendar(self) -> None:
        def fresh() -> Callable[[], object]:
            calendar = WorkdayCalendar(CHINA.days)
            return lambda: (
                calendar.is_workday(date(2021, 10, 9)),
                calendar.roll_back(date(2021, 10, 3)),
                calendar.nth_workday_after(date(2021, 9, 24), 9),
            )

        assert self.every_line(fresh) > 20

    def test_of_its_arrays(self) -> None:
        days = [date(2021, 9, 24), date(2021, 10, 3)]

        def fresh() -> Callable[[], object]:
            calendar = WorkdayCalendar(CHINA.days)
            return lambda: calendar.roll_back(days).tolist()

        assert self.every_line(fresh) > 20

    def test_of_a_plan(self) -> None:
        def fresh() -> Callable[[], object]:
            plan = attrs.evolve(PLAN)
            return lambda: (
                plan.targets["water-connection"].number,
                plan.commitment("m06.1").id,
                plan.measure(45).section.title,
                len(plan.commitments),
            )

        assert self.every_line(fresh) > 10
