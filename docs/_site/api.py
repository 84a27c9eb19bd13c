"""The pages of the Python API and of the errors (接口): which names stand on which page.

The text is that of the docstrings, in English; Chinese terms stand in their parentheses.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import itertools
from collections.abc import Iterable, Mapping

import attrs

import wushan_plan
from _site.markdown import code, fenced, table, toctree
from wushan_plan import errors
from wushan_plan.explanation.words import Term, pick
from wushan_plan.model import criteria
from wushan_plan.model.verdict import Lang


@attrs.frozen
class Area:
    """One page of the API (接口分区).

    Attributes:
        name: name of the page.
        title: its title in Chinese and English.
        about: what it holds, in Chinese and English.
        names: what it documents, each by the path it is imported from.
    """

    name: str
    title: Term
    about: Term
    names: tuple[str, ...]


def _of(module: str, names: str) -> tuple[str, ...]:
    return tuple(f"{module}.{name}" for name in names.split())


AREAS: tuple[Area, ...] = (
    Area(
        "plan",
        ("方案与承诺", "The plan and its commitments"),
        (
            "方案、章节、措施、承诺，以及它们的数值、范围和上位法。",
            "What was promised, by whom, in which sentence.",
        ),
        (
            *_of("wushan_plan", "PLAN Plan Chapter Section Measure Safeguard LeadUnit Commitment Citation"),
            *_of("wushan_plan", "Modality Status Fact FactKind Interpretation Reading judged_by introduced"),
            *_of("wushan_plan.model.readings", "Interpretations"),
            *_of("wushan_plan.model.commitment", "Role Figure Quantifier NamedTerm Scope Deviation Actor"),
            *_of("wushan_plan.model.commitment", "SuperiorRule Relation"),
            *_of("wushan_plan.model.readings", "Option Basis"),
            *_of("wushan_plan.model.plan", "SentenceDigest"),
        ),
    ),
    Area(
        "plans",
        ("其他方案", "Other plans"),
        (
            "由其他软件包登记、由本库判定的方案。",
            "Plans that other packages register and this library judges.",
        ),
        _of("wushan_plan.plans", "available load"),
    ),
    Area(
        "criteria",
        ("判定标准", "Criteria"),
        ("每种法律用语一个小类：怎样判定。", "How a commitment is checked: one legal word, one small class."),
        tuple(
            f"wushan_plan.model.criteria.{name}"
            for name, value in vars(criteria).items()
            if inspect.isclass(value) and value.__module__.startswith(f"{criteria.__name__}.")
        ),
    ),
    Area(
        "verdicts",
        ("截止日、判定与记分卡", "Deadlines, verdicts, scorecards"),
        ("判定的答案及其理由。", "The answers and their reasons."),
        (
            *_of("wushan_plan", "Deadline Verdict JudgedCase Scorecard scorecard"),
            *_of("wushan_plan.model.verdict", "Reason ReasonCode Outlook Judge Voice Lang Suspension"),
            *_of("wushan_plan.model.scorecard", "ScorecardVoice"),
            *_of("wushan_plan.model.display", "Display Displayer ShownInNotebook"),
            *_of("wushan_plan.evaluation.judge", "PlanJudge"),
        ),
    ),
    Area(
        "calendar",
        ("日历与计数", "Calendar and counting"),
        ("哪天是工作日，期限怎样计算。", "Which day is what, and how to count days."),
        (
            *_of("wushan_plan", "CHINA WorkdayCalendar WorkingDays CalendarDays Interval Day DayKind Notice"),
            *_of("wushan_plan", "calendar_date"),
            *_of("wushan_plan.model.periods", "Days Months Years"),
            *_of("wushan_plan.calendar.table", "DayTable"),
            *_of("wushan_plan.calendar.awaited", "Awaited Swing"),
            *_of("wushan_plan.calendar.notices", "read_notices"),
            *_of("wushan_plan.calendar.checks", "check_notice NoticeFinding Severity"),
            *_of("wushan_plan.counting.periods", "due Due day_by_day CountedDay Counted merged"),
        ),
    ),
    Area(
        "text",
        ("正式文本", "The official text"),
        ("绑定、核对和比较正式文本。", "Binding, checking and comparing the official text."),
        (
            *_of("wushan_plan.model.source", "Comparison Difference HeadingDifference Change Librarian"),
            *_of("wushan_plan.source.completeness", "check CHECKS PlanFinding"),
            *_of("wushan_plan.source.reading", "LocatedSentence digest located_sentences"),
        ),
    ),
    Area(
        "files",
        ("文件", "Files"),
        ("办件文件的读入，结果、日历和 JSON 的写出。", "Case files in; results, calendars and JSON out."),
        (
            *_of("wushan_plan.files.opening", "open_cases"),
            *_of("wushan_plan.files.case_file", "CaseFile CaseRow BadCell"),
            *_of("wushan_plan.files.suggestions", "suggest_columns ColumnSuggestions"),
            *_of("wushan_plan.files.judging", "Judging JudgedRow cell_facts"),
            *_of("wushan_plan.files.text_cells", "read_date read_fact"),
            *_of("wushan_plan.files.results", "Results Total ResultRecord Cells JudgedCells"),
            *_of("wushan_plan.files.results_workbook", "write_workbook"),
            *_of("wushan_plan.files.results_rows", "write_csv write_json_lines write_parquet"),
            *_of("wushan_plan.files.results_reading", "read_results"),
            *_of("wushan_plan.files.rejects", "write_rejects open_mended merge_mended"),
            *_of("wushan_plan.files.tables", "write_table"),
            *_of("wushan_plan.files.plan_workbook", "write_plan_workbook"),
            *_of("wushan_plan.files.calendars", "CalendarEntry plan_calendar case_calendar days_calendar"),
            *_of("wushan_plan.files.calendars", "write_calendar"),
            *_of("wushan_plan.files.day_rows", "write_day_table"),
            *_of(
                "wushan_plan.files.json_forms", "JsonForms to_json from_json write_json read_json json_line"
            ),
            *_of("wushan_plan.files.json_forms", "read_json_lines parsed"),
            *_of("wushan_plan.files.json_shapes", "CaseForm RowForm"),
            *_of("wushan_plan.files.json_schemas", "json_schema json_schemas write_schemas"),
        ),
    ),
    Area(
        "frames",
        ("表格", "Tables"),
        ("在调用者自己的引擎里判定整张表。", "Whole tables, judged in the caller's own engine."),
        (
            *_of("wushan_plan.frames", "evaluate scorecard worst evaluate_files scorecard_files rows_of"),
            *_of("wushan_plan.frames", "lead_unit_rows changes compare limit_for sweep synthetic_cases"),
            *_of("wushan_plan.frames", "synthetic_table Names Month Problem FrameError"),
            *_of("wushan_plan.frames.problems", "ColumnFinding"),
        ),
    ),
    Area(
        "ledger",
        ("台账", "The ledger"),
        ("谁在何时做了什么，有何佐证；某日的情况。", "What was done, by whom, when; how it stands on a day."),
        (
            *_of("wushan_plan.ledger", "Ledger LedgerState Task Assignment Sharing assign_by_heading"),
            *_of("wushan_plan.ledger", "LEADING_GROUP reported_facts Entry Report ProgressReport Evidence"),
            *_of(
                "wushan_plan.ledger", "Completion CaseReport DeviationReason Correction Reassignment Comment"
            ),
            *_of(
                "wushan_plan.ledger", "TaskState CommitmentState Overview StateChange Standing LedgerProblem"
            ),
            *_of(
                "wushan_plan.ledger", "Conflict Candidate Dispute Tally Colour Colouring ColourRule Situation"
            ),
            *_of("wushan_plan.ledger", "to_line from_line write_lines read_lines"),
            *_of("wushan_plan.ledger.returns", "write_return read_return Return"),
        ),
    ),
    Area(
        "ledger-store",
        ("台账库与督查报告", "Ledger store and reports"),
        ("台账的存储，以及给人看的报告。", "Where the ledger is kept, and the reports made from it."),
        (
            *_of("wushan_plan.ledger.storage", "LedgerStore Receipt Head"),
            *_of("wushan_plan.ledger.reports", "report SupervisionReport UnitRank TouchedReading tables"),
            *_of("wushan_plan.files.sheet_cells", "Percent ProvisionalDate"),
            *_of("wushan_plan.ledger.reports", "ReportTable ReportColumn html markdown write_workbook"),
        ),
    ),
    Area(
        "testing",
        ("测试策略", "Testing"),
        ("供其他项目使用的 Hypothesis 策略。", "Hypothesis strategies for projects that build on this one."),
        _of(
            "wushan_plan.testing",
            "covered_dates workdays rest_days spans working_day_counts calendar_day_counts "
            "suspended_intervals time_limit_cases TimeLimitCase",
        ),
    ),
)

_RAISED: Mapping[str, Term] = {
    "WushanPlanError": ("所有报错的基类", "never by itself; catch it to catch all"),
    "OutOfCoverageError": (
        "日期在日历覆盖之外；可用`with_notice`或`provisional`",
        "a date lies outside the calendar's coverage; `with_notice` and `provisional` are the ways on",
    ),
    "DateTypeError": ("需要日期处给了别的东西，例如文本", "something that is no date is given as one, such as text"),
    "CountError": ("天数为负、过大或不是整数", "a number of days is negative, too large or not whole"),
    "FactError": (
        "事实不可能成立（办结早于受理、个数为负），或不是所需的类型",
        "a fact cannot be true (an end before its start, a negative count), or is of the wrong kind",
    ),
    "FactDateError": ("应为日期的事实不是日期", "a fact that should be a date is none"),
    "UnknownNameError": ("编号、单位、列或事实的名称不识", "an id, unit, column or fact goes by no known name"),
    "DefinitionError": (
        "方案、通知或标准自相矛盾", "a plan, notice or criterion is defined so that it contradicts itself",
    ),
    "NotBoundError": ("没有绑定正式文本就要读原文", "the official text is read before `PLAN.bind`"),
    "SourceTextError": ("绑定的文本不是正式文本", "the text given to `PLAN.bind` is not the official text"),
    "CaseFileError": ("办件文件整个读不出", "a case file cannot be read as a whole"),
    "CellError": ("一个单元格读不成该列应有的值", "one cell cannot be read as what its column holds"),
    "JsonFormError": ("JSON 文档不是本库写出的样子", "a JSON document is not what this library writes"),
    "EntryError": ("台账记录不能成立", "a ledger entry cannot stand"),
    "LedgerStoreError": ("台账库打不开、读不出或写不进", "a ledger cannot be opened, read or written"),
    "ChainBrokenError": ("库里的记录与当初写入的不符", "stored entries are no longer those once written"),
    "PlanEntryError": (
        "另一个软件包登记的方案不能使用", "a plan that another package registers cannot be used",
    ),
    "MissingExtraError": ("没有安装可选依赖；报错写明装法", "an optional package is missing; the error says how to install it"),
}  # fmt: skip


_LONGEST = 60
"""A value written longer than this is not shown."""


def pages(lang: Lang) -> dict[str, str]:
    """The shop window, one page an area, and the errors."""
    made = {f"reference/python/{area.name}": _area(area, lang) for area in AREAS}
    made["reference/python"] = _window(lang)
    made["reference/errors"] = _errors(lang)
    return made


def error_classes() -> tuple[type[errors.WushanPlanError], ...]:
    """Every error of the family that stands in ``errors.py``, in its order."""
    return tuple(
        value
        for value in vars(errors).values()
        if inspect.isclass(value) and issubclass(value, errors.WushanPlanError)
    )


def documented_names() -> frozenset[str]:
    """The import path of everything that has an entry on a page."""
    named = {name for area in AREAS for name in area.names}
    return frozenset(named | {_path(cls) for cls in error_classes()})


def _path(cls: type[errors.WushanPlanError]) -> str:
    home = "wushan_plan" if cls.__name__ in wushan_plan.__all__ else "wushan_plan.errors"
    return f"{home}.{cls.__name__}"


def _area(area: Area, lang: Lang) -> str:
    note = "说明取自代码的文档字符串，为英文。\n\n" if lang == "zh" else ""
    return (
        f"# {pick(area.title, lang)}\n\n{pick(area.about, lang)}{note and ' '}{note or chr(10) * 2}"
        + _entries(area.names)
    )


def _entries(names: Iterable[str]) -> str:
    return fenced("{eval-rst}", "\n".join(_entry(name) for name in names))


def _entry(name: str) -> str:
    module, _, short = name.rpartition(".")
    value = getattr(importlib.import_module(module), short)
    if inspect.isclass(value):
        kind = "autoexception" if issubclass(value, Exception) else "autoclass"
        return f".. {kind}:: {name}\n"
    if inspect.isfunction(value):
        return f".. autofunction:: {name}\n"
    home = f"wushan_plan.{wushan_plan._HOMES[short]}" if module == "wushan_plan" else module
    shown, about = _constant(home, short)
    return f".. py:data:: {name}\n" + (f"   :value: {shown}\n" if shown else "") + f"\n   {about}\n"


def _constant(module: str, name: str) -> tuple[str, str]:
    """What a constant is: its value as written, where that is short, and the docstring below it."""
    tree = ast.parse(inspect.getsource(importlib.import_module(module))).body
    for line, below in itertools.pairwise([*tree, ast.Pass()]):
        targets = line.targets if isinstance(line, ast.Assign) else [getattr(line, "target", None)]
        if isinstance(line, (ast.Assign, ast.AnnAssign)) and any(
            isinstance(one, ast.Name) and one.id == name for one in targets
        ):
            about = ""
            if isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant):
                about = inspect.cleandoc(str(below.value.value))
            value = "" if line.value is None else ast.unparse(line.value)
            return ("" if about or len(value) > _LONGEST else value), about.replace("\n", "\n   ")
    # A package that gathers names says them in the modules it gathers them from.
    for line in tree:
        if isinstance(line, ast.ImportFrom) and name in {alias.name for alias in line.names}:
            return _constant(str(line.module), name)
    raise LookupError(f"{module} does not define {name}")


def _window(lang: Lang) -> str:
    zh = lang == "zh"
    intro = (
        "# Python 接口\n\n`import wushan_plan`不加载任何东西；名称用到时才加载。下面是常用的名称，"
        "按类别的各页列出全部公开接口。\n\n"
        if zh
        else "# Python API\n\n`import wushan_plan` loads nothing; a name loads its home when it is used. These are "
        "the names of the shop window; the pages by area list the whole public interface.\n\n"
    )
    pages_by_name = {name: area for area in AREAS for name in area.names}
    rows = []
    for name in wushan_plan.__all__:
        area = pages_by_name.get(f"wushan_plan.{name}")
        page = "errors" if area is None else f"python/{area.name}"
        title = ("报错", "Errors") if area is None else area.title
        rows.append((f"{{py:obj}}`~wushan_plan.{name}`", f"[{pick(title, lang)}]({page}.md)"))
    areas = [(f"[{pick(area.title, lang)}](python/{area.name}.md)", pick(area.about, lang)) for area in AREAS]
    return (
        intro
        + table(("页", "内容") if zh else ("Page", "Holds"), areas)
        + ("## 常用名称\n\n" if zh else "## The shop window\n\n")
        + table(("名称", "所在页") if zh else ("Name", "Page"), rows)
        + toctree(f"python/{area.name}" for area in AREAS)
    )


def _errors(lang: Lang) -> str:
    zh = lang == "zh"
    intro = (
        "# 报错\n\n所有报错同出一族。每个都答四件事：给了什么（`value`）、违反哪条规则（`rule`）、在哪里（`where`）、"
        "怎么办（`remedy`）；单位在自己的文件里会遇到的，另有中文（`zh`）。每个类同时派生自调用者预期的内置异常。\n\n"
        if zh
        else "# Errors\n\nOne family. Each gives four answers: what was refused (`value`), the rule it breaks (`rule`), "
        "where (`where`), and what to do instead (`remedy`); errors an office meets in its own files also say it in "
        "Chinese (`zh`). Each class also derives from the built-in error a caller would expect.\n\n"
    )
    heads = ("类", "何时报出", "同时是") if zh else ("Class", "Raised when", "Also a")
    rows = []
    for cls in error_classes():
        built_in = [base.__name__ for base in cls.__mro__ if base.__module__ == "builtins"][:-3]
        bases = ", ".join(code(name) for name in built_in or ["Exception"])
        rows.append((f"{{py:obj}}`~{_path(cls)}`", _RAISED[cls.__name__][0 if zh else 1], bases))
    return intro + table(heads, rows) + _entries(_path(cls) for cls in error_classes())
