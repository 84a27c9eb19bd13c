"""Every extra works with what it declares and nothing else; without it, the error names it.

A fresh interpreter is given the packages the core declares and those of one extra, each with all they
declare themselves; every other package is hidden, as if it had never been installed.
"""

from __future__ import annotations

import ast
import json
import re
import tomllib
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, packages_distributions, requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tests.environments.running import EXAMPLES, PROBE, ROOT, SOURCE, WATER, said

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
EXTRAS: dict[str, list[str]] = PROJECT["optional-dependencies"]
FOR_DEVELOPERS = {"test", "notebooks", "docs", "bench", "dev", "package"}
"""Collections of packages to work on the project itself; they bring no feature of the library."""
INSTALLED = packages_distributions()

HIDE = """
import sys
class Hidden:
    def __init__(self, finder, names): self.finder, self.names = finder, names
    def find_spec(self, name, path=None, target=None):
        return None if name.partition(".")[0] in self.names else self.finder.find_spec(name, path, target)
    def __getattr__(self, name): return getattr(self.finder, name)
def hide(names):
    for name in [one for one in sys.modules if one.partition(".")[0] in names]: del sys.modules[name]
    sys.meta_path[:] = [Hidden(finder, names) for finder in sys.meta_path]
"""
"""Hides packages as if they were not installed: nobody finds them, nobody is told why."""
BEGIN = f"""
import os, sys
from datetime import date
from pathlib import Path
folder = Path(sys.argv[1])
from wushan_plan import CHINA, PLAN, WushanPlanError
from wushan_plan.cli import main
START, END, AS_OF = date(2021, 9, 24), date(2021, 10, 14), date(2021, 12, 31)
water = PLAN.targets["water-connection"]
def judged(path, *options):
    return main(["evaluate", str(path), "--target", "water-connection", "--start", "受理日期",
                 "--end", "通水日期", "--as-of", "2021-12-31", *options])
WATER = {str(WATER)!r}
"""


def canonical(name: str) -> str:
    """A package's name in the one way of writing it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def needed(requirements: list[str], extras: frozenset[str] = frozenset()) -> Iterator[str]:
    """The packages these requirements bring, one by one, and all they need themselves."""
    for one in map(Requirement, requirements):
        if one.marker is None or any(one.marker.evaluate({"extra": extra}) for extra in ("", *extras)):
            if canonical(one.name) == canonical(PROJECT["name"]):
                for extra in one.extras:
                    yield from needed(EXTRAS[extra])
            else:
                yield canonical(one.name)
                try:
                    yield from needed(requires(one.name) or [], frozenset(one.extras))
                except PackageNotFoundError:
                    continue  # for another system


def hidden(*extras: str) -> set[str]:
    """The modules to hide so that only the core and these extras are there."""
    wanted = set(needed([*PROJECT["dependencies"], *(one for extra in extras for one in EXTRAS[extra])]))
    return {
        module
        for module, packages in INSTALLED.items()
        if module != "wushan_plan" and not wanted & {canonical(one) for one in packages}
    }


def with_only(code: str, folder: Path, *extras: str) -> str:
    """What a program says when only the core and these extras are installed."""
    return without(hidden(*extras), code, folder)


def without(modules: set[str], code: str, folder: Path) -> str:
    """What a program says when these modules are not installed."""
    return said(f"{HIDE}\nhide(set({sorted(modules)!r}))\n{BEGIN}\n{code}", str(folder))


FEATURES = {
    "progress": """
class Terminal:
    said = ""
    encoding = "utf-8"
    def isatty(self): return True
    def write(self, text): self.said += text
    def flush(self): pass
sys.stderr, normal = Terminal(), sys.stderr
assert judged(WATER, "--out", str(folder / "out.csv")) == 0
shown, sys.stderr = sys.stderr.said, normal
assert "%|" in shown, shown
""",
    "arrays": """
import numpy as np
days = np.array(["2021-09-24", "NaT"], "M8[D]")
assert CHINA.workdays_between(days, END).tolist() == [11, None]
assert CHINA.nth_workday_after([START], 9).tolist() == [date(2021, 10, 12)]
""",
    "excel": """
from wushan_plan.files.plan_workbook import write_plan_workbook
from wushan_plan.files.results_reading import read_results
from wushan_plan.ledger import Ledger
from wushan_plan.ledger.reports import report, write_workbook
from wushan_plan.ledger.returns import write_return
write_plan_workbook(PLAN, folder / "plan.xlsx")
assert judged(WATER, "--out", str(folder / "out.xlsx"), "--rejects", str(folder / "rejects.xlsx")) == 0
assert len(read_results(folder / "out.xlsx")) == 120
assert write_return(Ledger.from_plan(PLAN), "县财政局", folder / "return.xlsx", AS_OF) > 5
write_workbook(report(Ledger.from_plan(PLAN), AS_OF), folder / "report.xlsx")
""",
    "ics": """
from wushan_plan.files.calendars import days_calendar, plan_calendar
assert plan_calendar(PLAN, CHINA).startswith(b"BEGIN:VCALENDAR")
assert main(["calendar", "2021", "--out", str(folder / "2021.ics")]) == 0
""",
    "json": """
from wushan_plan.files.json_forms import from_json, read_json_lines, to_json
assert from_json(to_json(PLAN)) == PLAN
assert judged(WATER, "--out", str(folder / "out.jsonl")) == 0
assert len(list(read_json_lines(folder / "out.jsonl", PLAN))) == 120
assert main(["export", "--out", str(folder / "plan.json")]) == 0
""",
    "lunar": """
assert CHINA.provisional(date(2028, 12, 31)).day(date(2028, 1, 26)).provisional
assert main(["deadline", "water-connection", "2028-01-03", "--provisional"]) == 0
""",
    "parquet": """
from wushan_plan.files.day_rows import write_day_table
from wushan_plan.files.parquet_cases import open_parquet
assert judged(WATER, "--out", str(folder / "out.parquet")) == 0
assert len(list(open_parquet(folder / "out.parquet").rows(None))) == 120
assert write_day_table(folder / "days.parquet", CHINA) > 8000
""",
    "frames": """
import duckdb, pyarrow as pa
from wushan_plan import frames
def columns(table): return dict(start="受理日期", end="办结日期", as_of=AS_OF)
table = frames.synthetic_table(2000)
judged_table = frames.evaluate(table, water, **columns(table))
assert judged_table.num_rows == 2000
card = frames.scorecard(table, water, by="渠道", **columns(table))
assert card.num_rows == 4
relation = duckdb.from_arrow(table)
assert relation.aggregate("count(*)").fetchall() == [(2000,)]
lazy = frames.evaluate(relation, water, **columns(table))
statuses = judged_table["status"].to_pylist()
assert sorted(one for one, in lazy.project("status").fetchall()) == sorted(statuses)
moments = duckdb.sql("SELECT TIMESTAMPTZ '2021-09-23 20:00:00+00' AS s, DATE '2021-10-14' AS e")
found = frames.evaluate(moments, water, start="s", end="e", as_of=AS_OF)
assert found.project("status").fetchall() == [("not-met",)]
assert frames.limit_for(table, water, 95, **columns(table)).num_rows == 1
in_water = dict(start="受理日期", end="通水日期", as_of=AS_OF)
assert frames.evaluate_files(WATER, water, out=folder / "o.parquet", **in_water).exists()
(folder / "many").mkdir()
for name in "ab": (folder / "many" / (name + ".csv")).write_bytes(Path(WATER).read_bytes())
assert judged(folder / "many", "--out", str(folder / "all.parquet")) == 0
""",
    "storage": """
from wushan_plan.ledger import ProgressReport
from wushan_plan.ledger.storage import LedgerStore
entry = ProgressReport(commitment="cross-province-services", unit="government-services-office",
                       author="王科长", at=date(2021, 9, 30), facts={"items": 41})
with LedgerStore.create(folder / "ledger.db", PLAN) as store: store.append([entry])
with LedgerStore.open(folder / "ledger.db", PLAN) as store: assert store.ledger().entries == (entry,)
assert main(["ledger", "verify", str(folder / "ledger.db")]) == 0
""",
    "postgres": """
from wushan_plan.errors import LedgerStoreError
from wushan_plan.ledger.storage import LedgerStore
try: LedgerStore.open("postgresql://nobody@127.0.0.1:1/none", PLAN, timeout=2)
except LedgerStoreError as error: print(error)
else: raise AssertionError("there is no such database")
""",
}
"""The main features of each extra."""


def test_every_extra_with_a_feature_is_tried() -> None:
    assert set(FEATURES) == set(EXTRAS) - FOR_DEVELOPERS


def test_the_core_alone_gives_the_whole_answer_but_for_json(tmp_path: Path) -> None:
    program = f"""
import runpy, json
probe = runpy.run_path({str(PROBE)!r})
parts = [part for part in probe["PARTS"] if part.__name__ != "json_documents"]
probe["digests"].__globals__["PARTS"] = parts
alone = probe["digests"]()
messy = {str(EXAMPLES / "water-2021-messy-synthetic.xlsx")!r}
codes = [judged(WATER, "--out", str(folder / "out.csv")), judged(messy, "--out", str(folder / "messy.csv"))]
strange = {{one.partition(".")[0] for one in sys.modules}} & set({sorted(hidden())!r})
print(json.dumps([alone, codes, sorted(strange)]))
"""
    alone, codes, strange = json.loads(with_only(program, tmp_path).splitlines()[-1])
    from tests.environments.probe import digests

    assert alone == {name: one for name, one in digests().items() if name != "json_documents"}
    assert codes == [0, 0]
    assert strange == []


@pytest.mark.slow
@pytest.mark.parametrize("extra", FEATURES)
def test_an_extra_needs_nothing_but_what_it_declares(extra: str, tmp_path: Path) -> None:
    with_only(FEATURES[extra], tmp_path, extra)


@pytest.mark.slow
@pytest.mark.parametrize("extra", [None, *FEATURES])
def test_every_module_can_be_imported_or_names_its_extra(extra: str | None, tmp_path: Path) -> None:
    program = """
import json, pkgutil, importlib, wushan_plan
from wushan_plan import MissingExtraError
missed = {}
for one in pkgutil.walk_packages(wushan_plan.__path__, "wushan_plan.", onerror=lambda name: None):
    try: importlib.import_module(one.name)
    except MissingExtraError as error: missed[one.name] = error.remedy
print(json.dumps(missed))
"""
    missed = json.loads(with_only(program, tmp_path, *([extra] if extra else [])).splitlines()[-1])
    brought = set(needed(EXTRAS[extra])) if extra else set()
    there = {one for one in EXTRAS if set(needed(EXTRAS[one])) <= brought}  # it, and those it contains
    asked = {module: re.findall(r'"wushan-plan\[([\w-]+)\]"', remedy) for module, remedy in missed.items()}
    allowed = set(EXTRAS) - there
    wrong = {module: named for module, named in asked.items() if not named or set(named) - allowed}
    assert wrong == {}


TABLE = "import pyarrow as pa; table = pa.table({'s': [START], 'e': [END]})\n"
FRAME = TABLE + "from wushan_plan import frames\nASKED = dict(start='s', end='e', as_of=AS_OF)\n"
LEDGER = "from wushan_plan.ledger import Ledger\nledger = Ledger.from_plan(PLAN)\n"
MISSING: dict[tuple[str, str], list[str]] = {
    ("arrays", "numpy"): [
        "CHINA.is_workday([START])",
        "CHINA.workdays_between([START], END)",
        "CHINA.within_workdays([START], END, 9)",
        "CHINA.elapsed_workdays([START], END, [])",
        "CHINA.nth_workday_after([START], 9)",
        "CHINA.nth_workday_before([START], 9)",
        "CHINA.roll_forward([START])",
        "CHINA.roll_back([START])",
        "from wushan_plan import frames; frames.synthetic_cases(3)",
    ],
    ("lunar", "lunardate"): [
        "CHINA.provisional(date(2030, 1, 1))",
        "main(['deadline', 'water-connection', '2030-01-03', '--provisional'])",
    ],
    ("excel", "xlsxwriter"): [
        "from wushan_plan.files.plan_workbook import write_plan_workbook as w; w(PLAN, folder / 'p.xlsx')",
        "main(['export', '--out', str(folder / 'p.xlsx')])",
        "judged(WATER, '--out', str(folder / 'o.xlsx'))",
        "judged(WATER, '--out', str(folder / 'o.csv'), '--rejects', str(folder / 'r.xlsx'))",
        LEDGER + "from wushan_plan.ledger.returns import write_return as w\n"
        "w(ledger, '县财政局', folder / 'r.xlsx', AS_OF)",
        LEDGER + "from wushan_plan.ledger.reports import report, write_workbook as w\n"
        "w(report(ledger, AS_OF), folder / 'r.xlsx')",
    ],
    ("ics", "icalendar"): [
        "from wushan_plan.files.calendars import plan_calendar as c; c(PLAN, CHINA)",
        "from wushan_plan.files.calendars import days_calendar as c; c(CHINA, 2021)",
        "from wushan_plan.files.calendars import case_calendar as c; c([], CHINA, stamp=START)",
        "main(['export', '--out', str(folder / 'p.ics')])",
        "main(['calendar', '2021', '--out', str(folder / 'p.ics')])",
    ],
    ("json", "cattrs"): [
        "from wushan_plan.files.json_forms import to_json; to_json(water)",
        "from wushan_plan.files.json_forms import from_json; from_json({})",
        "judged(WATER, '--out', str(folder / 'o.jsonl'))",
        "main(['export', '--out', str(folder / 'p.json')])",
    ],
    ("parquet", "pyarrow"): [
        "from wushan_plan.files.parquet_cases import open_parquet as o; o(folder / 'x.parquet')",
        "(folder / 'x.parquet').write_bytes(b'PAR1 PAR1'); judged(folder / 'x.parquet')",
        "judged(WATER, '--out', str(folder / 'o.parquet'))",
        "from wushan_plan.files.day_rows import write_day_table as w; w(folder / 'd.parquet', CHINA)",
        "main(['calendar', '--table', str(folder / 'd.parquet')])",
    ],
    ("frames", "pyarrow"): ["from wushan_plan import frames; frames.synthetic_table(3)"],
    ("frames", "narwhals"): [
        FRAME + "frames.evaluate(table, water, **ASKED)",
        FRAME + "frames.scorecard(table, water, **ASKED)",
        FRAME + "frames.worst(table, water, **ASKED)",
        FRAME + "frames.limit_for(table, water, 95, **ASKED)",
        FRAME + "frames.evaluate_files(WATER, water, out=folder / 'o.csv', **ASKED)",
        FRAME + "frames.scorecard_files(WATER, water, **ASKED)",
    ],
    ("frames", "duckdb"): [
        FRAME + "frames.evaluate_files(WATER, water, out=folder / 'o.csv', **ASKED)",
        FRAME + "frames.scorecard_files(WATER, water, **ASKED)",
        FRAME + "frames.limit_for(table, water, 95, **ASKED)",
        FRAME + "frames.sweep(table, water, [7, 9], **ASKED)",
        "(folder / 'f').mkdir(); (folder / 'f' / 'a.parquet').write_bytes(b'PAR1')\njudged(folder / 'f')",
    ],
    ("storage", "sqlalchemy"): [
        "import wushan_plan.ledger.storage",
        "main(['ledger', 'init', str(folder / 'l.db')])",
    ],
    ("postgres", "psycopg"): [
        "from wushan_plan.ledger.storage import LedgerStore; LedgerStore.open('postgresql://h/d', PLAN)",
        "main(['ledger', 'init', 'postgresql://h/d'])",
    ],
    ("test", "hypothesis"): ["import wushan_plan.testing"],
}
"""What needs a package of an extra, by extra and package."""
CASES = [(*pair, code) for pair, codes in MISSING.items() for code in codes]


@pytest.mark.slow
@pytest.mark.parametrize(("extra", "package"), MISSING)
def test_without_its_package_every_door_names_the_extra(extra: str, package: str, tmp_path: Path) -> None:
    # One interpreter for all doors of a package; each answers in a line of its own.
    program = "import contextlib, io, json, traceback\nos.chdir(folder)\n"
    for place, code in enumerate(MISSING[extra, package]):
        (tmp_path / str(place)).mkdir()
        program += f"""
told = io.StringIO()
folder = Path(sys.argv[1]) / "{place}"
try:
    with contextlib.redirect_stderr(told), contextlib.redirect_stdout(io.StringIO()):
        exec({code!r})
    answer = told.getvalue() or "no error"
except WushanPlanError as error: answer = f"{{type(error).__name__}} {{error}} {{error.zh}}"
except BaseException: answer = traceback.format_exc()
print(json.dumps(answer))
"""
    answers = [json.loads(line) for line in without({package}, program, tmp_path).splitlines()]
    doors = dict(zip(MISSING[extra, package], answers, strict=True))
    assert {door: answer for door, answer in doors.items() if f"[{extra}]" not in answer} == {}


def test_every_error_of_the_library_about_an_extra_is_tried() -> None:
    raised = {
        (ast.literal_eval(node.args[0]), ast.literal_eval(node.args[1]).lower())
        for path in SOURCE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "MissingExtraError.of"
    }
    assert raised == set(MISSING)


def test_every_extra_an_error_names_exists_and_brings_the_package() -> None:
    for extra, package in MISSING:
        assert package in {one.lower() for one in needed(EXTRAS[extra])}
