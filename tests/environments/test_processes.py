"""Other processes and interpreters compute the same, and public values travel between them."""

from __future__ import annotations

import copy
import multiprocessing
import os
import pickle
import pkgutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from importlib import import_module

import pytest

import wushan_plan
from tests.environments.running import EXAMPLES, python, said
from tests.source.small_plan import SMALL, TEXT
from wushan_plan import CHINA, PLAN, Commitment, Plan, Verdict, WushanPlanError, judged_by, scorecard
from wushan_plan.ledger import Ledger, read_lines

START, END, AS_OF = date(2021, 9, 24), date(2021, 10, 14), date(2021, 12, 31)
WATER = PLAN.targets["water-connection"]
VERDICT = WATER.evaluate(start=START, end=END, as_of=AS_OF)
MEAN = PLAN.targets["power-10kv"].evaluate(cases=[(START, END), (START, None)], as_of=AS_OF)
VALUES: dict[str, object] = {
    "the calendar": CHINA,
    "its days": CHINA.days,
    "a day": CHINA.day(END),
    "a notice": CHINA.days.notices[-1],
    "a calendar as known on a day": CHINA.as_known_on(date(2021, 1, 1)),
    "the plan": PLAN,
    "its targets": PLAN.targets,
    "a chapter": PLAN.chapters[0],
    "a section": PLAN.sections[3],
    "a measure": PLAN.measure(6),
    "a safeguard": PLAN.safeguards[0],
    "a lead unit": PLAN.lead_unit("县财政局"),
    "an entry of the register": PLAN.readings[0],
    "a commitment": WATER,
    "a commitment under another limit": WATER.with_limit(wushan_plan.WorkingDays(7)),
    "a deadline": WATER.deadline(START),
    "a verdict": VERDICT,
    "a verdict on a mean": MEAN,
    "a scorecard": scorecard(WATER, [VERDICT, VERDICT]),
    "a status": VERDICT.status,
    "a comparison": PLAN.compare("1．一句。"),
}
WAYS: dict[str, Callable[[object], object]] = {
    "pickled": lambda value: pickle.loads(pickle.dumps(value)),
    "pickled by the oldest protocol": lambda value: pickle.loads(pickle.dumps(value, 0)),
    "copied": copy.copy,
    "copied deeply": copy.deepcopy,
}


def every_error() -> Iterator[type[WushanPlanError]]:
    """Every class of error, those of extras as well."""
    for module in pkgutil.walk_packages(wushan_plan.__path__, "wushan_plan."):
        import_module(module.name)
    waiting = [WushanPlanError]
    while waiting:
        found = waiting.pop()
        yield found
        waiting += found.__subclasses__()


class TestTravelling:
    """What is pickled or copied comes back equal and goes on answering."""

    @pytest.mark.parametrize("way", WAYS)
    @pytest.mark.parametrize("name", VALUES)
    def test_a_public_value_comes_back_equal(self, name: str, way: str) -> None:
        value = VALUES[name]
        found = WAYS[way](value)
        assert type(found) is type(value)
        assert found == value
        assert repr(found) == repr(value)

    def test_a_commitment_that_travelled_still_judges_and_knows_its_plan(self) -> None:
        water = pickle.loads(pickle.dumps(WATER))
        assert water.deadline(START) == WATER.deadline(START)
        assert water.plan.targets["water-connection"] is water
        assert water.plan.lead_unit("县财政局").targets == PLAN.lead_unit("县财政局").targets

    def test_a_verdict_that_travelled_explains_itself_alike(self) -> None:
        found: Verdict = pickle.loads(pickle.dumps(VERDICT))
        assert found.explain("zh") == VERDICT.explain("zh")

    def test_tables_made_on_first_use_do_not_travel(self) -> None:
        CHINA.is_workday(START)
        assert len(pickle.dumps(CHINA)) < 100_000

    def test_a_bound_plan_travels_with_its_text(self) -> None:
        bound = SMALL.bind(TEXT)
        for way in WAYS.values():
            found = way(bound)
            assert isinstance(found, Plan)
            assert found.sentences == bound.sentences

    def test_a_ledger_travels(self) -> None:
        entries = read_lines(EXAMPLES / "ledger-2021-synthetic.jsonl")
        ledger = Ledger.from_plan(PLAN).with_entries(entries)
        for way in WAYS.values():
            found = way(ledger)
            assert isinstance(found, Ledger)
            assert found == ledger
            assert found.as_of(AS_OF).tasks == ledger.as_of(AS_OF).tasks

    @pytest.mark.parametrize("kind", list(every_error()), ids=lambda kind: kind.__name__)
    def test_an_error_comes_back_with_all_it_says(self, kind: type[WushanPlanError]) -> None:
        error = kind(value=3, rule="the rule.", where="here", remedy="Do so.", zh="规则")
        for way in WAYS.values():
            found = way(error)
            assert type(found) is kind
            assert isinstance(found, WushanPlanError)
            assert (str(found), vars(found)) == (str(error), vars(error))

    def test_nobody_changes_the_targets_of_a_plan(self) -> None:
        with pytest.raises(TypeError, match="does not support item assignment"):
            PLAN.targets["water-connection"] = WATER  # type: ignore[index]


def judged(start: date) -> tuple[Verdict, str, list[int]]:
    """What a worker computes: a verdict, a deadline in words, counts over a column."""
    import numpy as np

    verdict = WATER.evaluate(start=start, end=END, as_of=AS_OF)
    return verdict, WATER.deadline(start).explain(), CHINA.workdays_between(np.array([start]), END).tolist()


def judged_by_it(commitment: Commitment) -> str:
    """What a worker says of a commitment that was sent to it."""
    return commitment.deadline(START).explain()


def failing(_: object) -> object:
    """A worker that is asked for what nobody knows."""
    return CHINA.is_workday(date(1999, 1, 1))


DAYS = [date(2021, 9, day) for day in range(1, 31, 5)]


@pytest.mark.slow
@pytest.mark.parametrize(
    "method", [m for m in ("spawn", "fork", "forkserver") if m in multiprocessing.get_all_start_methods()]
)
class TestPools:
    """A pool of processes computes what one process computes, however it is started."""

    def test_verdicts_come_back_equal(self, method: str) -> None:
        CHINA.is_workday(START)
        with ProcessPoolExecutor(2, multiprocessing.get_context(method)) as pool:
            assert list(pool.map(judged, DAYS)) == [judged(day) for day in DAYS]

    def test_commitments_of_another_calendar_are_judged_by_it_over_there(self, method: str) -> None:
        calendar = CHINA.with_office_days("示例办", closed=[date(2021, 9, 27)])
        sent = judged_by(PLAN, calendar).targets["water-connection"]
        with ProcessPoolExecutor(1, multiprocessing.get_context(method)) as pool:
            assert pool.submit(judged_by_it, sent).result() == judged_by_it(sent) != judged_by_it(WATER)

    def test_an_error_over_there_is_that_error_here(self, method: str) -> None:
        with (
            ProcessPoolExecutor(1, multiprocessing.get_context(method)) as pool,
            pytest.raises(wushan_plan.OutOfCoverageError) as caught,
        ):
            pool.submit(failing, None).result()
        assert caught.value.zh


FORK = """
import os, sys, threading
from concurrent.futures import ThreadPoolExecutor
from datetime import date
import numpy as np
from wushan_plan import CHINA, PLAN
import wushan_plan.counting.arrays as arrays
arrays._ROWS_A_THREAD = 1000  # a short column goes to several threads as well
arrays._CHUNK = 500
arrays.os.cpu_count = lambda: 4
days = np.resize(np.arange("2021-01-01", "2022-01-01", dtype="M8[D]"), 20_000)
def answer():
    water = PLAN.targets["water-connection"]
    found = CHINA.workdays_between(days, date(2021, 12, 31))
    return int(found.sum()), water.deadline(date(2021, 9, 24)).explain(), len(PLAN.search("预付款"))
def answers_of_threads():
    with ThreadPoolExecutor(8) as pool:
        return list(pool.map(lambda _: answer(), range(16)))
right = answer()
assert threading.active_count() == 1, "no thread outlives a column"
if sys.argv[1] == "used by threads":
    assert set(answers_of_threads()) == {right}
for _ in range(4):
    child = os.fork()
    if child == 0:
        good = answer() == right and set(answers_of_threads()) == {right}
        grandchild = os.fork() if good else -1
        if grandchild == 0:
            os._exit(0 if answer() == right else 1)
        os._exit(os.waitstatus_to_exitcode(os.waitpid(grandchild, 0)[1]) if good else 1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
assert answer() == right
print("good")
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
@pytest.mark.parametrize("before", ["used by one thread", "used by threads"])
def test_after_a_fork_both_sides_answer_as_before(before: str) -> None:
    assert said(FORK, before).strip() == "good"


SUBINTERPRETERS = """
import sys
import _xxsubinterpreters as interpreters
import wushan_plan.cli  # used here first, so that whatever is shared in C is shared
wushan_plan.cli.main(["deadline", "water-connection", "2021-09-24"])
code = '''
import sys
sys.path[:] = {paths!r}
from datetime import date
from wushan_plan import CHINA, PLAN
import wushan_plan.cli
assert CHINA.workdays_between(date(2021, 9, 24), date(2021, 10, 14)) == 11
wushan_plan.cli.main(["deadline", "water-connection", "2021-09-24"])
wushan_plan.cli.main(["evaluate", {cases!r}, "--target", "water-connection", "--start", "受理日期",
                      "--end", "通水日期", "--as-of", "2021-12-31", "--out", {out!r}, "--quiet"])
{more}
'''.format(paths=sys.path, cases=sys.argv[1], out=sys.argv[2], more=sys.argv[3])
for _ in range(3):
    one = interpreters.create()
    interpreters.run_string(one, code)
    interpreters.destroy(one)
"""


@pytest.mark.skipif(
    sys.version_info >= (3, 13), reason="the module of interpreters has another name since 3.13"
)
class TestSubinterpreters:
    """The core is pure Python and lives in any interpreter of a process."""

    def run(self, folder: str, more: str = "", before: str = "") -> subprocess.CompletedProcess[bytes]:
        """The core, and ``more``, in three interpreters one after the other."""
        program = before + SUBINTERPRETERS
        return python("-c", program, str(EXAMPLES / "water-2021-synthetic.csv"), f"{folder}/out.csv", more)

    def test_the_core_works_in_one(self, tmp_path: os.PathLike[str]) -> None:
        done = self.run(os.fspath(tmp_path))
        assert done.returncode == 0, done.stderr
        assert done.stdout.decode().count("截止日：2021年10月12日") == 4

    def test_columns_do_not_since_numpy_is_loaded_once_a_process(self, tmp_path: os.PathLike[str]) -> None:
        done = self.run(
            os.fspath(tmp_path),
            "CHINA.workdays_between([date(2021, 9, 24)], date(2021, 10, 14))",
            before="import numpy\n",
        )
        assert done.returncode != 0
        assert b"more than once per process" in done.stderr or b"Missing" in done.stderr
