"""The public interface written down, one line a promise (公开接口).

What is public is what ``docs/explanation/stability.md`` says is: the shop window, the names of the
reference pages with the types they give back, ids and facts, commands and their exit codes, schemas,
the headings of result files. Numbers and modalities of commitments have their own list,
``tests/plan/commitment_ids.csv``, and are not repeated here.
"""

from __future__ import annotations

import argparse
import contextlib
import datetime as dt
import hashlib
import importlib
import inspect
import io
import json
import re
import tempfile
import typing
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from pathlib import Path
from typing import Any

import attrs

import wushan_plan
from _site.api import documented_names, error_classes
from wushan_plan import CHINA, PLAN
from wushan_plan.cli import main
from wushan_plan.cli.parser import build_parser
from wushan_plan.explanation.words import pick
from wushan_plan.files.json_schemas import json_schemas
from wushan_plan.files.json_shapes import VERSION
from wushan_plan.files.results_cells import COLUMNS
from wushan_plan.files.results_rows import CSV_COLUMNS, RESULT_COLUMNS
from wushan_plan.files.results_scorecards import scorecard_sheet
from wushan_plan.files.sheets import SheetColumn
from wushan_plan.frames import Names
from wushan_plan.model.verdict import Lang
from wushan_plan.plans import GROUP

KEPT = Path(__file__).with_name("public_api.txt")
_WATER = Path(__file__).parents[2] / "docs" / "examples" / "water-2021-synthetic.csv"
_LANGS: tuple[Lang, ...] = ("zh", "en")

_MEMORY = re.compile(r" at 0x[0-9a-f]+")


def written() -> str:
    """The whole interface as text: a heading a section, a line a promise."""
    sections: dict[str, Iterable[str]] = {
        "names imported from wushan_plan": wushan_plan.__all__,
        "names of the reference pages": _names(),
        "errors": _errors(),
        "commitments and their facts": _facts(),
        "register": (
            f"{one.id}: {' | '.join(option.id for option in one.options)} (default {one.default})"
            for one in PLAN.readings
        ),
        "lead units": (one.id for one in PLAN.lead_units),
        "columns of judged tables": (f"{one.name}={one.default}" for one in attrs.fields(Names)),
        "headings of result files": _headings(),
        "commands": _commands(build_parser("en"), "wushan-plan"),
        "exit codes": _exit_codes(),
        "JSON documents": _schemas(),
        "other": (f"plan {PLAN.id}", f"entry-point group {GROUP}"),
    }
    return "\n".join(
        f"[{title}]\n" + "".join(f"{line}\n" for line in lines) for title, lines in sections.items()
    )


def _names() -> Iterator[str]:
    for path in sorted(documented_names()):
        module, _, name = path.rpartition(".")
        value = getattr(importlib.import_module(module), name)
        if not (inspect.isclass(value) and issubclass(value, Exception)):
            yield from _promises(path, value)


def _promises(path: str, value: Any) -> Iterator[str]:
    if inspect.isclass(value) and issubclass(value, Enum):
        yield f"enum {path}"
        yield from (f"  {path}.{one.name} = {one.value!r}" for one in value)
        yield from _members(path, value)
    elif inspect.isclass(value):
        yield f"class {path}{_signature(value)}"
        yield from _members(path, value)
    elif inspect.isroutine(value):
        yield f"def {path}{_signature(value)}"
    else:
        yield f"value {path}: {_kind(value)}"


def _kind(value: Any) -> str:
    """A type alias is its members; any other value is shown by its class alone."""
    if typing.get_origin(value) is None:
        return type(value).__name__
    return re.sub(r"\b(typing|datetime|wushan_plan[\w.]*)\.", "", str(value))


def _members(path: str, cls: type) -> Iterator[str]:
    """What a class of this project offers, whichever of its bases says it."""
    fields = {one.name for one in attrs.fields(cls)} if attrs.has(cls) else set()
    found: dict[str, object] = {}
    for base in reversed(cls.__mro__):
        if base.__module__.startswith("wushan_plan"):
            found |= vars(base)
    for name in sorted(found):
        value = found[name]
        if name.startswith("_") or (issubclass(cls, Enum) and name in cls.__members__):
            continue
        if name in fields:
            # Not the field's own type: from the first schema that is made on, that is no longer as written.
            yield f"  {path}.{name}: {_typed(_annotated(cls, name))}"
        elif isinstance(value, (classmethod, staticmethod)):
            yield f"  {path}.{name}{_signature(value.__func__)} {type(value).__name__}"
        elif inspect.isfunction(value):
            yield f"  {path}.{name}{_signature(value)}"
        elif inspect.ismemberdescriptor(value):  # what attrs makes of a cached property
            yield f"  {path}.{name} property -> {_typed(_annotated(cls, name))}"
        elif isinstance(value, property) or hasattr(value, "func"):  # cached properties as well
            asked: Any = value.fget if isinstance(value, property) else value.func
            yield f"  {path}.{name} property -> {_typed(inspect.signature(asked).return_annotation)}"
        else:
            yield f"  {path}.{name} = {value!r}"


def _annotated(cls: type, name: str) -> Any:
    """The type a class of this project, or the first of its bases that does, gives to ``name``."""
    return next(base.__annotations__[name] for base in cls.__mro__ if name in base.__annotations__)


def _typed(told: Any) -> Any:
    """The type as the code has it; a value that can be had has one."""
    assert told not in (None, inspect.Signature.empty)
    return _annotation(told)


@attrs.frozen
class _Bare:
    """Text that a signature shows as it is, on every version of Python alike (原样)."""

    text: str

    def __repr__(self) -> str:
        return self.text


def _signature(value: Any) -> str:
    """The parameters and their types as the code has them."""
    try:
        signature = inspect.signature(value)
    except (ValueError, TypeError):
        return ""
    return str(
        signature.replace(
            parameters=[
                one.replace(annotation=_annotation(one.annotation), default=_default(one.default))
                for one in signature.parameters.values()
            ],
            return_annotation=_annotation(signature.return_annotation),
        )
    )


def _annotation(told: Any) -> Any:
    if told is inspect.Signature.empty or told is None:
        return told
    text = told if isinstance(told, str) else inspect.formatannotation(told)
    return _Bare(text.replace("wushan_plan.", "").replace("datetime.", "dt."))


def _default(value: Any) -> Any:
    if value is inspect.Parameter.empty:
        return value
    if value is CHINA:  # shown by its name: it covers another year after each notice
        return _Bare("CHINA")
    if isinstance(value, Enum):
        return _Bare(str(value))
    if callable(value) and hasattr(value, "__name__"):
        return _Bare(value.__name__)
    return _Bare(_MEMORY.sub("", repr(value)))


def _errors() -> Iterator[str]:
    for cls in error_classes():
        bases = ", ".join(one.__name__ for one in cls.__bases__)
        yield f"{cls.__module__}.{cls.__name__}({bases})"


def _facts() -> Iterator[str]:
    """What each commitment is judged on; targets are those whose figures decide."""
    for one in sorted(PLAN.commitments, key=lambda one: one.id):
        facts = ", ".join(f"{fact.name}{'?' * fact.optional} {fact.kind.value}" for fact in one.facts)
        yield f"{one.id}{' target' * (one.id in PLAN.targets)}({facts})"


class _Headings:
    """A workbook that takes the columns of a sheet and nothing else (只取表头)."""

    def sheet(self, _name: str, _about: object, columns: Sequence[SheetColumn], **_: object) -> Any:
        return columns


def _headings() -> Iterator[str]:
    """What stands over the columns that are added, by format and language."""
    yield f"parquet: {' | '.join(RESULT_COLUMNS)}"
    for lang in _LANGS:
        card: Any = scorecard_sheet(typing.cast(Any, _Headings()), lang, dt.date(2021, 12, 31))
        yield f"csv {lang}: {' | '.join(CSV_COLUMNS[lang])}"
        yield f"xlsx {lang}: {' | '.join(pick(term, lang) for term in COLUMNS.values())}"
        yield f"xlsx {lang}, scorecard: {' | '.join(column.heading for column in card)}"


def _exit_codes() -> Iterator[str]:
    """A command for each way to end, and how it ended."""
    with tempfile.TemporaryDirectory() as folder:
        out = str(Path(folder) / "out.csv")
        judged = ["evaluate", str(_WATER), "--target", "water-connection", "--start", "受理日期"]
        judged += ["--end", "通水日期", "--as-of", "2021-12-31", "--out", out]
        for way, arguments in _ways(judged).items():
            silent = io.StringIO()
            with contextlib.redirect_stdout(silent), contextlib.redirect_stderr(silent):
                code = main(arguments)
            yield f"{code} {way}"


def _ways(judged: list[str]) -> dict[str, list[str]]:
    return {
        "done": ["plan"],
        "something falls short": judged,
        "something falls short, --fail-on-breach": [*judged, "--fail-on-breach"],
        "help": ["--help"],
        "bad usage": ["no-such-command"],
        "bad input": ["deadline", "water-connection", "2021-02-30"],
        "a text that is not the plan's": ["verify", str(_WATER)],
    }


def _commands(parser: argparse.ArgumentParser, path: str) -> Iterator[str]:
    below = [one for one in parser._actions if isinstance(one, argparse._SubParsersAction)]
    if not below or path == "wushan-plan":
        yield path
    for action in parser._actions:
        if action in below or isinstance(action, argparse._HelpAction):
            continue
        parts = [", ".join(action.option_strings) or action.dest]
        if action.nargs is not None:
            parts.append(f"nargs={action.nargs}")
        if action.choices:
            parts.append("{" + ",".join(map(str, action.choices)) + "}")
        if action.required and action.option_strings:
            parts.append("required")
        if not below or path == "wushan-plan":
            yield f"  {path} {' '.join(parts)}"
    for sub in below:
        for name, command in sorted(sub.choices.items()):
            yield from _commands(command, f"{path} {name}")


def _schemas() -> Iterator[str]:
    """Digests of the schemas without their prose, which may be reworded."""
    for name, schema in json_schemas().items():
        text = json.dumps(_bare(schema), ensure_ascii=False, sort_keys=True)
        yield f"{name} version {VERSION} sha256 {hashlib.sha256(text.encode()).hexdigest()[:16]}"


def _bare(value: Any, named: bool = False) -> Any:
    """``value`` without descriptions; ``named`` where the keys are names and not words of JSON Schema."""
    if isinstance(value, dict):
        return {
            key: _bare(held, named=not named and key in ("properties", "$defs"))
            for key, held in value.items()
            if named or key != "description"
        }
    return [_bare(one) for one in value] if isinstance(value, list) else value
