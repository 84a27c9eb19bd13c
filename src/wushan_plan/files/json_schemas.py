"""JSON Schemas of the documents, made from the classes themselves (JSON Schema, Draft 2020-12).

What a class holds, a schema says; nothing is written down twice. A schema describes the whole
envelope, with one definition a class under ``$defs``.
"""

from __future__ import annotations

import datetime as dt
import json
import typing
from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from pathlib import Path
from typing import Any

import attrs

from wushan_plan.errors import UnknownNameError, nearest
from wushan_plan.files import json_shapes as shapes
from wushan_plan.files.safe_output import replacing
from wushan_plan.model.criteria import Criterion
from wushan_plan.model.periods import CalendarDays, WorkingDays

Schema = dict[str, Any]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_PLAIN: Mapping[Any, Schema] = {
    type(None): {"type": "null"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    str: {"type": "string"},
    dt.date: {"type": "string", "format": "date", "pattern": shapes.DATE},
    Fraction: {"type": "string", "pattern": shapes.FRACTION},
    Decimal: {"type": "string", "pattern": shapes.DECIMAL},
}
_VALUE = "value"
"""Name of the definition of whatever a fact or a reason may hold."""


def json_schema(name: str) -> Schema:
    """The schema of one kind of document: ``plan``, ``verdict`` …

    Raises:
        UnknownNameError: for a name no document goes by.
    """
    if name not in shapes.DOCUMENTS:
        raise UnknownNameError(
            value=name,
            rule="no JSON document goes by this name.",
            where="json_schema",
            remedy=nearest(name, shapes.DOCUMENTS),
        )
    cls = shapes.DOCUMENTS[name]
    definitions: dict[str, Schema] = {}
    data = _schema_of(cls, definitions)
    return {
        "$schema": _DIALECT,
        "$id": f"urn:wushan-plan:schema:{name}:{shapes.VERSION}",
        "title": f"wushan-plan/{name}",
        "description": shapes.heading_of(cls),
        "type": "object",
        "properties": {
            "schema": {"const": f"wushan-plan/{name}"},
            "version": {"const": shapes.VERSION},
            "plan": {"type": "string", "description": "id of the plan whose commitments are named by id."},
            "data": data,
        },
        "required": ["schema", "version", "data"],
        "additionalProperties": False,
        "$defs": dict(sorted(definitions.items())),
    }


def json_schemas() -> dict[str, Schema]:
    """Every schema, by the name of its document."""
    return {name: json_schema(name) for name in shapes.DOCUMENTS}


def write_schemas(folder: str | Path) -> tuple[Path, ...]:
    """Writes every schema into ``folder``, as ``verdict.v1.schema.json``; gives back the paths."""
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, schema in json_schemas().items():
        path = folder / f"{name}.v{shapes.VERSION}.schema.json"
        with replacing(path, "utf-8") as file:
            json.dump(schema, file, ensure_ascii=False, indent=2)
            file.write("\n")
        written.append(path)
    return tuple(written)


def _schema_of(kind: Any, definitions: dict[str, Schema]) -> Schema:
    if kind in _PLAIN:
        return dict(_PLAIN[kind])
    if shapes.is_unit(kind):
        return {"enum": [shapes.kind_of(WorkingDays), shapes.kind_of(CalendarDays), None]}
    if shapes.is_variant(kind):
        return _variant(kind, definitions)
    if shapes.is_tuple(kind):
        return _array(shapes.entries_of(kind), definitions)
    if shapes.is_mapping(kind):
        return {"type": "object", "additionalProperties": _schema_of(typing.get_args(kind)[1], definitions)}
    members = shapes.members_of(kind)
    if len(members) > 1:  # one kind, or null
        return {"anyOf": [_schema_of(one, definitions) for one in members]}
    return _reference(kind, definitions)


def _array(members: tuple[Any, ...], definitions: dict[str, Schema]) -> Schema:
    if members[-1:] == (...,):
        return {"type": "array", "items": _schema_of(members[0], definitions)}
    return {
        "type": "array",
        "prefixItems": [_schema_of(one, definitions) for one in members],
        "items": False,
        "minItems": len(members),
    }


def _reference(cls: type, definitions: dict[str, Schema]) -> Schema:
    name = shapes.kind_of(cls)
    if name not in definitions:
        definitions[name] = {}  # a class may hold itself: a reason rests on reasons
        definitions[name] = (
            {"title": cls.__name__, "description": shapes.heading_of(cls), "enum": [one.value for one in cls]}
            if issubclass(cls, Enum)
            else _object(cls, definitions)
        )
    return {"$ref": f"#/$defs/{name}"}


def _object(cls: type, definitions: dict[str, Schema]) -> Schema:
    properties: dict[str, Schema] = {}
    required: list[str] = []
    if cls in shapes.FLAT:
        properties["kind"] = {"const": shapes.kind_of(cls)}
        required.append("kind")
    for field in shapes.fields_of(cls):
        if field.name == "commitment" and cls in shapes.REFERRING:
            schema: Schema = {"anyOf": [{"type": "string"}, _schema_of(field.type, definitions)]}
        else:
            schema = _schema_of(field.type, definitions)
        if field.meaning:
            schema["description"] = field.meaning
        properties[field.name] = schema
        if field.required:
            required.append(field.name)
    return {
        "title": cls.__name__,
        "description": shapes.heading_of(cls),
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


def _variant(kind: Any, definitions: dict[str, Schema]) -> Schema:
    if kind is object:
        if _VALUE not in definitions:
            definitions[_VALUE] = {}
            definitions[_VALUE] = {
                "description": "A fact or a value of a reason: plain, or with its kind.",
                "anyOf": [
                    *(dict(_PLAIN[one]) for one in (type(None), bool, int, float, str)),
                    *(_member(one, definitions) for one in shapes.KINDS.values()),
                    _listed("list", {"$ref": f"#/$defs/{_VALUE}"}),
                    _listed("names", {"type": "string"}),
                ],
            }
        return {"$ref": f"#/$defs/{_VALUE}"}
    members = shapes.FLAT if kind is Criterion else shapes.members_of(kind)
    members = tuple(one for one in members if kind is not Criterion or issubclass(one, Criterion))
    return {"anyOf": [_member(one, definitions) for one in members]}


def _member(cls: type, definitions: dict[str, Schema]) -> Schema:
    if cls in shapes.FLAT:
        return _reference(cls, definitions)
    if cls in (type(None), bool, int, float, str):
        return dict(_PLAIN[cls])
    inner = _reference(cls, definitions) if attrs.has(cls) or shapes.is_enum(cls) else dict(_PLAIN[cls])
    return {
        "type": "object",
        "properties": {"kind": {"const": shapes.kind_of(cls)}, "value": inner},
        "required": ["kind", "value"],
        "additionalProperties": False,
    }


def _listed(kind: str, items: Schema) -> Schema:
    return {
        "type": "object",
        "properties": {"kind": {"const": kind}, "items": {"type": "array", "items": items}},
        "required": ["kind", "items"],
        "additionalProperties": False,
    }
