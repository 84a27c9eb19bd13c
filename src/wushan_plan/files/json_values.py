"""Values to and from plain JSON data: rules of ``json_forms``, one door to cattrs (JSON 转换).

A date, a fraction and a decimal number are strings. A value that may be of several kinds says which:
criteria and lengths of time carry ``kind`` beside their own fields, everything else has ``value``.
"""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Any, get_args

import attrs

from wushan_plan.errors import MissingExtraError, WushanPlanError
from wushan_plan.files import json_shapes as shapes
from wushan_plan.model.commitment import Commitment
from wushan_plan.model.criteria import Criterion
from wushan_plan.model.periods import CalendarDays, WorkingDays
from wushan_plan.model.plan import Plan

try:
    import cattrs
    from cattrs.errors import (
        AttributeValidationNote,
        ForbiddenExtraKeysError,
        IterableValidationError,
        IterableValidationNote,
    )
    from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override
except ModuleNotFoundError as _error:
    raise MissingExtraError.of("json", "cattrs", "reading and writing JSON") from _error

_UNITS: Mapping[str, type] = {shapes.kind_of(one): one for one in (WorkingDays, CalendarDays)}

Hook = Callable[[Any], Any]


class UnsayableError(ValueError):
    """A value that JSON cannot say, or that says something else."""

    def __init__(self, value: object, rule: str) -> None:
        super().__init__(rule)
        self.value = value


def converter_for(plan: Plan | None) -> cattrs.Converter:
    converter = cattrs.Converter(detailed_validation=True)
    for plain in (str, int, bool):
        converter.register_structure_hook(plain, _strict(plain))
    for cls, (out, back) in _SCALARS.items():
        converter.register_unstructure_hook(cls, out)
        converter.register_structure_hook(cls, _only_text(back))
    converter.register_structure_hook_func(shapes.is_enum, _enum_in)
    converter.register_unstructure_hook_func(shapes.is_unit, _unit_out)
    converter.register_structure_hook_func(shapes.is_unit, _unit_in)
    converter.register_unstructure_hook_factory(shapes.is_tuple, lambda kind: _tuple_out(kind, converter))
    converter.register_structure_hook_factory(shapes.is_tuple, lambda kind: _tuple_in(kind, converter))
    converter.register_structure_hook_factory(shapes.is_mapping, lambda kind: _mapping_in(kind, converter))
    converter.register_unstructure_hook_factory(attrs.has, lambda cls: _class_out(cls, converter, plan))
    converter.register_structure_hook_factory(attrs.has, lambda cls: _class_in(cls, converter, plan))
    converter.register_unstructure_hook_func(shapes.is_variant, lambda value: _variant_out(value, converter))
    converter.register_structure_hook_func(
        shapes.is_variant, lambda data, kind: _variant_in(data, kind, converter)
    )
    return converter


def _strict(cls: type) -> Callable[[Any, Any], Any]:
    def read(data: Any, _: Any) -> Any:
        if type(data) is not cls:
            raise UnsayableError(data, f"{_JSON_NAMES[cls]} is needed, not {_shown_kind(data)}")
        return data

    return read


def _only_text(back: Callable[[str], Any]) -> Callable[[Any, Any], Any]:
    def read(data: Any, _: Any) -> Any:
        if type(data) is not str:
            raise UnsayableError(data, f"a string is needed, not {_shown_kind(data)}")
        return back(data)

    return read


def _date_out(value: dt.date) -> str:
    if type(value) is not dt.date:
        raise UnsayableError(value, "a date is a calendar date without time of day")
    return value.isoformat()


def _date_in(text: str) -> dt.date:
    if re.fullmatch(shapes.DATE, text) is None:
        raise UnsayableError(text, f"a date is written like 2021-10-31, not {text!r:.40}")
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise UnsayableError(text, f"there is no such day: {text}") from None


def _number_out(pattern: str, rule: str) -> Hook:
    def written(value: Fraction | Decimal) -> str:
        text = str(value)
        if re.fullmatch(pattern, text) is None:
            raise UnsayableError(value, rule)
        return text

    return written


def _number_in(cls: type[Fraction] | type[Decimal], pattern: str, rule: str) -> Hook:
    def read(text: str) -> Fraction | Decimal:
        if re.fullmatch(pattern, text) is None:
            raise UnsayableError(text, f"{rule}, not {text!r:.40}")
        return cls(text)

    return read


_SCALARS: Mapping[type, tuple[Hook, Hook]] = {
    dt.date: (_date_out, _date_in),
    Fraction: (
        _number_out(shapes.FRACTION, "a fraction is of reasonable size"),
        _number_in(Fraction, shapes.FRACTION, "a fraction is written like 3/10"),
    ),
    Decimal: (
        _number_out(shapes.DECIMAL, "a decimal number is finite and of reasonable size"),
        _number_in(Decimal, shapes.DECIMAL, "a decimal number is written like 0.30"),
    ),
}


def _enum_in(data: Any, kind: Any) -> Enum:
    try:
        found: Enum = kind(data)
    except ValueError:
        known = ", ".join(str(one.value) for one in kind)
        raise UnsayableError(data, f"one of {known} is needed, not {data!r:.40}") from None
    return found


def _unit_out(value: type | None) -> str | None:
    return None if value is None else shapes.kind_of(value)


def _unit_in(data: Any, _: Any) -> type | None:
    if data is None:
        return None
    if not isinstance(data, str) or data not in _UNITS:
        raise UnsayableError(data, f"one of {', '.join(_UNITS)} is needed, not {data!r:.40}")
    return _UNITS[data]


def _tuple_out(kind: Any, converter: cattrs.Converter) -> Hook:
    members = shapes.entries_of(kind)
    if members[-1:] == (...,):
        out = converter.get_unstructure_hook(members[0])
        return lambda value: [out(one) for one in value]
    outs = [converter.get_unstructure_hook(one) for one in members]
    return lambda value: [out(one) for out, one in zip(outs, value, strict=True)]


def _tuple_in(kind: Any, converter: cattrs.Converter) -> Callable[[Any, Any], tuple[Any, ...]]:
    members = shapes.entries_of(kind)
    repeated = members[-1:] == (...,)

    def read(data: Any, _: Any) -> tuple[Any, ...]:
        if not isinstance(data, list):
            raise UnsayableError(data, f"an array is needed, not {_shown_kind(data)}")
        wanted = (members[0],) * len(data) if repeated else members
        if len(wanted) != len(data):
            raise UnsayableError(data, f"an array of {len(wanted)} is needed, not of {len(data)}")
        return tuple(_each(data, wanted, converter, kind))

    return read


def _each(
    data: Iterable[Any], wanted: Iterable[Any], converter: cattrs.Converter, kind: Any
) -> Iterator[Any]:
    for index, (entry, member) in enumerate(zip(data, wanted, strict=True)):
        try:
            yield converter.structure(entry, member)
        except Exception as error:
            error.add_note(IterableValidationNote(f"at index {index}", index, member))
            raise IterableValidationError(f"index {index}", [error], kind) from None


def _mapping_in(kind: Any, converter: cattrs.Converter) -> Callable[[Any, Any], dict[str, Any]]:
    _, member = get_args(kind)

    def read(data: Any, _: Any) -> dict[str, Any]:
        if not isinstance(data, dict):
            raise UnsayableError(data, f"an object is needed, not {_shown_kind(data)}")
        read = _each(data.values(), [member] * len(data), converter, kind)
        return dict(zip(data, read, strict=True))

    return read


def _class_out(cls: type, converter: cattrs.Converter, plan: Plan | None) -> Hook:
    shapes.resolved(cls)
    overrides: dict[str, Any] = {name: override(omit=True) for name in shapes.links_of(cls)}
    if cls in shapes.REFERRING:
        overrides["commitment"] = override(unstruct_hook=_reference_out(converter, plan))
    out: Hook = make_dict_unstructure_fn(cls, converter, **overrides)
    if cls not in shapes.FLAT:
        return out
    return lambda value: {"kind": shapes.kind_of(cls), **out(value)}


def _class_in(cls: type, converter: cattrs.Converter, plan: Plan | None) -> Callable[[Any, Any], Any]:
    shapes.resolved(cls)
    overrides: dict[str, Any] = {name: override(omit=True) for name in shapes.links_of(cls)}
    if cls in shapes.REFERRING:
        overrides["commitment"] = override(struct_hook=_reference_in(converter, plan))
    read: Any = make_dict_structure_fn(cls, converter, _cattrs_forbid_extra_keys=True, **overrides)
    voice = plan.judge.voice if plan is not None and cls in shapes.REFERRING else None

    def checked(data: Any, kind: Any) -> Any:
        if not isinstance(data, dict):
            raise UnsayableError(data, f"an object is needed, not {_shown_kind(data)}")
        if cls in shapes.FLAT:
            if data.get("kind") != shapes.kind_of(cls):
                raise UnsayableError(data, f'"kind": "{shapes.kind_of(cls)}" is needed')
            data = {name: value for name, value in data.items() if name != "kind"}
        value = read(data, kind)
        return value if voice is None else attrs.evolve(value, voice=voice)

    return checked


def _reference_out(converter: cattrs.Converter, plan: Plan | None) -> Callable[[Commitment], Any]:
    known: dict[int, bool] = {}  # comparing commitments is slow, and verdicts share theirs

    def is_known(value: Commitment) -> bool:
        if plan is None:
            return False
        if id(value) not in known:
            try:
                known[id(value)] = plan.commitment(value.id) == value
            except WushanPlanError:
                known[id(value)] = False
            kept.append(value)  # so that no other object takes its identity
        return known[id(value)]

    kept: list[Commitment] = []

    def out(value: Commitment) -> Any:
        return value.id if is_known(value) else converter.unstructure(value, unstructure_as=Commitment)

    return out


def _reference_in(converter: cattrs.Converter, plan: Plan | None) -> Callable[[Any, Any], Commitment]:
    def read(data: Any, _: Any) -> Commitment:
        if isinstance(data, str):
            if plan is None:
                raise UnsayableError(
                    data, f"{data!r:.60} is the id of a commitment: give the plan it belongs to"
                )
            try:
                return plan.commitment(data)
            except WushanPlanError as error:
                raise UnsayableError(data, f"{error.rule} {error.remedy}".rstrip(".")) from None
        value = converter.structure(data, Commitment)
        return value if plan is None else attrs.evolve(value, plan=plan)

    return read


# --- values of several kinds -------------------------------------------------------------------------


def _variant_out(value: Any, converter: cattrs.Converter) -> Any:
    cls = type(value)
    if value is None or cls in (bool, int, str):
        return value
    if cls is float and math.isfinite(value):
        return value
    if cls in shapes.FLAT:
        return converter.unstructure(value, unstructure_as=cls)
    if shapes.KINDS.get(shapes.kind_of(cls)) is cls:
        return {"kind": shapes.kind_of(cls), "value": converter.unstructure(value, unstructure_as=cls)}
    if isinstance(value, (tuple, list)):
        return {"kind": "list", "items": [_variant_out(one, converter) for one in value]}
    if isinstance(value, (frozenset, set)) and all(type(one) is str for one in value):
        return {"kind": "names", "items": sorted(value)}
    raise UnsayableError(value, f"JSON has no exact form for this {cls.__name__}")


def _variant_in(data: Any, kind: Any, converter: cattrs.Converter) -> Any:
    members = shapes.members_of(kind)
    anything = kind is object

    def allowed(cls: type) -> bool:
        return anything or cls in members or (Criterion in members and issubclass(cls, Criterion))

    if data is None or type(data) in (bool, int, float, str):
        if allowed(type(data)):
            return data
        raise UnsayableError(data, f"{_shown_kind(data)} cannot stand here")
    if not isinstance(data, dict) or not isinstance(data.get("kind"), str):
        raise UnsayableError(data, 'an object with its "kind" is needed')
    name = data["kind"]
    if anything and name in ("list", "names") and set(data) == {"kind", "items"}:
        if not isinstance(data["items"], list):
            raise UnsayableError(data, "items is an array")
        if name == "names":
            return frozenset(_each(data["items"], [str] * len(data["items"]), converter, object))
        return tuple(_each(data["items"], [object] * len(data["items"]), converter, object))
    cls = shapes.KINDS.get(name)
    if cls is None or not allowed(cls):
        raise UnsayableError(name, f"no {name!r:.40} can stand here")
    if cls in shapes.FLAT:
        return converter.structure(data, cls)
    if set(data) != {"kind", "value"}:
        raise UnsayableError(data, f'a {name} stands in "value", beside its "kind"')
    return converter.structure(data["value"], cls)


# --- errors -------------------------------------------------------------------------------------------

_JSON_NAMES: Mapping[type, str] = {
    str: "a string", int: "a whole number", bool: "true or false", float: "a number",
    dict: "an object", list: "an array", type(None): "null",
}  # fmt: skip


def _shown_kind(data: object) -> str:
    return _JSON_NAMES.get(type(data), type(data).__name__)


def first_problem(error: BaseException, where: str) -> tuple[str, str, object]:
    """Place, rule and value of the first error: one is mended, then the next is shown."""
    while isinstance(error, ExceptionGroup):
        error = error.exceptions[0]
        for note in getattr(error, "__notes__", ()):
            if isinstance(note, IterableValidationNote):
                where += f"[{note.index}]"
            elif isinstance(note, AttributeValidationNote):
                where += f".{note.name}"
    if isinstance(error, ForbiddenExtraKeysError):
        strange = sorted(map(str, error.extra_fields))
        return where, f"no such field: {', '.join(strange)}", strange
    if isinstance(error, WushanPlanError):
        return where, f"{error.rule} {error.remedy}".rstrip("."), error.value
    if isinstance(error, KeyError):
        return where, f"the field {error.args[0]} is missing", None
    return where, str(error) or type(error).__name__, getattr(error, "value", None)
