"""Each fault in a process of its own, against the tests that reach it, the quickest first (试验).

The tests are collected once. A process is then forked for every fault: it exchanges the body of the one
function, runs until a test fails, and ends. So a fault costs what its tests cost, not a start of pytest.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import json
import os
import resource
import signal
import sys
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator
from enum import Enum
from types import CodeType, FrameType, FunctionType

import pytest
from attrs import frozen

from tests.mutation.planting import Field, Mutant, functions


class Outcome(Enum):
    """What became of a fault (结果)."""

    KILLED = "killed"
    SURVIVED = "survived"
    TIMED_OUT = "timed out"
    """It never came to an end, which a test run notices too."""
    NOT_REACHED = "not reached"
    """No test calls the function: counted as survived."""
    NO_FAULT = "no fault"
    """The body does what it did: not counted."""


_CODES = {10: Outcome.KILLED, 11: Outcome.SURVIVED, 12: Outcome.NO_FAULT}

AT_MOST = 1000
"""How many tests are run against one fault. A property is worth many of its cases, so that one case of
every test comes first, then a second, and so on. Only what almost every test calls has more."""

SECONDS = 40.0
"""How long the tests against one fault may take together, by what they took when they were watched
(several times what they take otherwise). Where that ends first, the share is on the careful side again."""


Live = dict[tuple[str, str], list[FunctionType]]
"""The functions there are, by file and name."""


@frozen
class Trial:
    mutant: Mutant
    outcome: Outcome


class Trials:
    """A pytest plugin that runs the tests once, then tries the faults (试验插件)."""

    def __init__(
        self,
        fields: Iterable[Field],
        workers: int,
        report: Callable[[Trial, int, int], None],
        chosen: Container[str] | None = None,
        seconds: float = SECONDS,
    ) -> None:
        self.fields = {field.module: field for field in fields}
        self.workers = workers
        self.report = report
        self.chosen = chosen
        """The names of the faults to try; all of them when None."""
        self.seconds = seconds
        self.trials: list[Trial] = []
        self._paths = {str(field.path) for field in self.fields.values()}
        self._reached: dict[tuple[str, str], list[int]] = {}
        self._seconds: list[float] = []

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        if session.testsfailed:
            raise session.Interrupted("collection failed")
        for module in self.fields:
            importlib.import_module(module)  # or what is only imported when needed has no functions yet
        live = _live_functions(self._paths)
        self._learn(session, live)
        self._try_all(session, live)
        return True

    def _learn(self, session: pytest.Session, live: Live) -> None:
        """Which tests reach which function, and how long each takes; found out in a process of its own.

        A test may start threads, and what forks after that may wait for them for ever.
        """
        reader, writer = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(reader)
            told = self._told(session, live)
            with os.fdopen(writer, "w", encoding="utf-8") as file:
                json.dump(told, file)
            os._exit(0)
        os.close(writer)
        with os.fdopen(reader, encoding="utf-8") as file:
            told = json.load(file)
        os.waitpid(child, 0)
        if isinstance(told, str):
            raise pytest.UsageError(f"{told} fails without a fault; mend it first")
        self._seconds = told["seconds"]
        self._reached = {(path, name): items for path, name, items in told["reached"]}

    def _told(self, session: pytest.Session, live: Live) -> str | dict[str, object]:
        seconds: list[float] = []
        reached: dict[CodeType, set[int]] = defaultdict(set)
        for number, item in enumerate(session.items):
            begin = time.perf_counter()
            with self._recorded(reached, number):
                failed = _fails(session, item)
            if failed:
                return item.nodeid
            seconds.append(time.perf_counter() - begin)
        places = [
            (path, name, sorted({number for body in bodies for number in reached.get(body.__code__, ())}))
            for (path, name), bodies in live.items()
        ]
        return {"seconds": seconds, "reached": places}

    @contextlib.contextmanager
    def _recorded(self, reached: dict[CodeType, set[int]], number: int) -> Iterator[None]:
        paths = self._paths

        def called(frame: FrameType, event: str, _: object) -> None:
            if event == "call" and frame.f_code.co_filename in paths:
                reached[frame.f_code].add(number)

        threading.setprofile(called)
        sys.setprofile(called)
        try:
            yield
        finally:
            sys.setprofile(None)
            threading.setprofile(None)

    def _try_all(self, session: pytest.Session, live: Live) -> None:
        gc.collect()
        gc.freeze()
        planned = [
            (field, mutant)
            for field in self.fields.values()
            for mutant in field.mutants()
            if self.chosen is None or mutant.name in self.chosen
        ]
        running: dict[int, Mutant] = {}

        def settle() -> None:
            child, status = os.wait()
            mutant = running.pop(child)
            exited = os.WEXITSTATUS(status) if os.WIFEXITED(status) else -1
            self._note(mutant, _CODES.get(exited, Outcome.TIMED_OUT), len(planned))

        for field, mutant in planned:
            place = (str(field.path), mutant.function)
            items = self._order(session, self._reached.get(place, []))
            if not items:
                self._note(mutant, Outcome.NOT_REACHED, len(planned))
                continue
            if len(running) >= self.workers:
                settle()
            child = os.fork()
            if child == 0:
                self._try(session, field, mutant, live[place], items)
            running[child] = mutant
        while running:
            settle()

    def _order(self, session: pytest.Session, reaching: list[int]) -> list[int]:
        rounds: dict[str, int] = defaultdict(int)
        ranked: list[tuple[int, float, int]] = []
        for number in sorted(reaching, key=self._seconds.__getitem__):
            test = session.items[number].nodeid.partition("[")[0]
            rounds[test] += 1
            ranked.append((rounds[test], self._seconds[number], number))
        chosen: list[int] = []
        left = self.seconds
        for _, seconds, number in sorted(ranked)[:AT_MOST]:
            left -= seconds
            if chosen and left < 0:
                break
            chosen.append(number)
        return chosen

    def _note(self, mutant: Mutant, outcome: Outcome, planned: int) -> None:
        self.trials.append(Trial(mutant, outcome))
        self.report(self.trials[-1], len(self.trials), planned)

    def _try(
        self,
        session: pytest.Session,
        field: Field,
        mutant: Mutant,
        bodies: list[FunctionType],
        items: list[int],
    ) -> None:
        """Never returns: the process ends with the outcome."""
        allowed = 20 + int(3 * sum(self._seconds[number] for number in items))
        resource.setrlimit(resource.RLIMIT_CPU, (allowed, allowed + 5))
        resource.setrlimit(resource.RLIMIT_AS, (8 << 30, 8 << 30))
        signal.signal(signal.SIGXCPU, signal.SIG_DFL)
        signal.alarm(10 * allowed)  # what waits instead of working
        reporter = session.config.pluginmanager.get_plugin("terminalreporter")
        session.config.pluginmanager.unregister(reporter)
        silence = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silence, 1)
        os.dup2(silence, 2)
        status = 10
        try:
            faulty = field.body(mutant)
            for body in bodies:
                body.__code__ = faulty or body.__code__
            if faulty is None:
                status = 12
            elif not any(_fails(session, session.items[number]) for number in items):
                status = 11
        except BaseException:
            status = 10  # a fault that breaks the very running of tests is noticed
        os._exit(status)


def _fails(session: pytest.Session, item: pytest.Item) -> bool:
    outcome: list[bool] = []

    class Listener:
        @pytest.hookimpl(trylast=True)
        def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
            outcome.append(report.failed)

    listener = Listener()
    session.config.pluginmanager.register(listener)
    try:
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=None)
    finally:
        session.config.pluginmanager.unregister(listener)
    return any(outcome)


def _live_functions(paths: set[str]) -> Live:
    """The functions there are, by file and name as :func:`functions` gives it.

    A slotted class is made twice, and a function may be held by its class and by a decorator:
    what counts is whose code it runs.
    """
    by_place: dict[tuple[str, str, int], list[FunctionType]] = defaultdict(list)
    for one in gc.get_objects():
        if isinstance(one, FunctionType) and one.__code__.co_filename in paths:
            code = one.__code__
            by_place[code.co_filename, code.co_qualname, code.co_firstlineno].append(one)
    found: Live = {}
    for path in paths:
        with open(path, encoding="utf-8") as file:
            sound = functions(compile(file.read(), path, "exec", dont_inherit=True))
        for name, code in sound.items():
            found[path, name] = by_place[path, code.co_qualname, code.co_firstlineno]
    return found
