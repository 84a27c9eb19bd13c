"""Plans, commitments, cases, verdicts and scorecards to and from JSON, exactly (JSON 读写).

Every document is an envelope that names its schema and version. What a value is not equal by (the
plan it belongs to, the voice it speaks with) is not written; reading links it again, by id, to the
plan that is given. Needs the extra ``json``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs

from wushan_plan.errors import JsonFormError
from wushan_plan.files import json_shapes as shapes
from wushan_plan.files.safe_output import json_on_one_line, replacing
from wushan_plan.model.commitment import Commitment
from wushan_plan.model.plan import Plan
from wushan_plan.model.scorecard import JudgedCase

_PREFIX = "wushan-plan/"
_OF_A_PLAN = (*shapes.REFERRING, shapes.CaseForm, shapes.RowForm, JudgedCase)
"""Documents that name commitments by id, and so the plan."""


class JsonForms:
    """Converts values to and from JSON (JSON 转换器). Make one, use it for many values.

    Args:
        plan: the plan that commitments are written by id of, and that what is read is linked to.
    """

    def __init__(self, plan: Plan | None = None) -> None:
        from wushan_plan.files.json_values import UnsayableError, converter_for, first_problem

        self.plan = plan
        self._converter = converter_for(plan)
        self._unsayable, self._first_problem = UnsayableError, first_problem

    def to_json(self, value: object) -> dict[str, Any]:
        """The envelope of ``value``, as plain dicts, lists, strings and numbers.

        Raises:
            JsonFormError: for a value no document holds, or one JSON cannot say exactly.
        """
        cls = type(value)
        name = next((name for name, one in shapes.DOCUMENTS.items() if one is cls), None)
        if name is None:
            raise _refused(
                type(value).__name__, "no JSON document holds this.", "to_json", _known_documents()
            )
        envelope: dict[str, Any] = {"schema": _PREFIX + name, "version": shapes.VERSION}
        if self.plan is not None and cls in _OF_A_PLAN:
            envelope["plan"] = self.plan.id
        try:
            return {**envelope, "data": self._converter.unstructure(value, unstructure_as=cls)}
        except self._unsayable as error:
            raise _refused(
                error.value, str(error), f"to_json({cls.__name__})", "Give an exact value."
            ) from None

    def from_json(self, document: object) -> Any:
        """The value of an envelope, linked to the plan.

        Raises:
            JsonFormError: for anything else, naming the place: ``$.data.criterion.limit``.
        """
        name, data = self._opened(document)
        return self._read(data, shapes.DOCUMENTS[name], "$.data")

    def _opened(self, document: object) -> tuple[str, object]:
        if not isinstance(document, dict) or not isinstance(document.get("schema"), str):
            raise _refused(
                document, "a document names its schema.", "$", 'Begin it with {"schema": "wushan-plan/…"}.'
            )
        name = document["schema"].removeprefix(_PREFIX)
        if document["schema"] != _PREFIX + name or name not in shapes.DOCUMENTS:
            raise _refused(document["schema"], "no such schema.", "$.schema", _known_documents())
        version = document.get("version")
        if type(version) is not int or version != shapes.VERSION:
            raise _refused(
                version,
                f"this release reads version {shapes.VERSION}.",
                "$.version",
                "Write the document again, or install the release that wrote it.",
            )
        strange = sorted(set(document) - {"schema", "version", "plan", "data"})
        if strange or "data" not in document:
            raise _refused(
                strange, "an envelope holds schema, version, plan and data.", "$", "Leave the rest out."
            )
        theirs = document.get("plan")
        if theirs is not None and self.plan is not None and theirs != self.plan.id:
            raise _refused(theirs, f"the plan given is {self.plan.id}.", "$.plan", "Give the plan it names.")
        return name, document["data"]

    def _read(self, data: object, cls: type, where: str) -> Any:
        try:
            value: Any = self._converter.structure(data, cls)
        except RecursionError:
            raise _refused("…", "the document is nested too deeply.", where, "Check its source.") from None
        except Exception as error:
            place, rule, refused = self._first_problem(error, where)
            raise _refused(
                refused, f"{rule}.", place, f"See json_schema({_name_of(cls)!r}) for what is needed."
            ) from None
        return self._linked(value)

    def _linked(self, value: Any) -> Any:
        plan = self.plan
        if plan is None:
            return value
        if isinstance(value, Commitment):
            return attrs.evolve(value, plan=plan)
        if isinstance(value, Plan):
            content = {one.name: getattr(value, one.name) for one in shapes.fields_of(Plan)}
            return attrs.evolve(plan, **content, sentences=None)
        return value


def to_json(value: object, plan: Plan | None = None) -> dict[str, Any]:
    """See :meth:`JsonForms.to_json`."""
    return JsonForms(plan).to_json(value)


def from_json(document: object, plan: Plan | None = None) -> Any:
    """See :meth:`JsonForms.from_json`."""
    return JsonForms(plan).from_json(document)


def parsed(text: str, where: str = "$") -> object:
    """The JSON of a text, strictly: no key twice, no NaN, no bottomless nesting.

    Raises:
        JsonFormError: for anything else, with line and column.
    """
    try:
        return json.loads(text, object_pairs_hook=_once, parse_constant=_no_constant)
    except _FaultyError as error:
        raise _refused(error.value, str(error), where, "Correct it at its source.") from None
    except RecursionError:
        raise _refused("…", "the document is nested too deeply.", where, "Check its source.") from None
    except ValueError as error:  # no JSON, or a number of thousands of digits
        raise _refused(text[:80], f"this is no JSON: {error}.", where, "Write it again.") from None


def write_json(value: object, path: str | Path, plan: Plan | None = None) -> None:
    """Writes the envelope of ``value``, such as a whole plan; replaces ``path`` at the end."""
    document = to_json(value, plan)
    with replacing(Path(path), "utf-8") as file:
        written = json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False)
        file.write(json_on_one_line(written) + "\n")


def read_json(path: str | Path, plan: Plan | None = None) -> Any:
    """The value in a file that :func:`write_json` or another program wrote.

    Raises:
        JsonFormError: for a file that cannot be opened or holds anything else.
    """
    try:
        text = Path(path).read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise _refused(
            str(path), f"the file cannot be read: {error}.", str(path), "Check path and encoding."
        ) from None
    return JsonForms(plan).from_json(parsed(text, str(path)))


def json_line(document: Mapping[str, Any]) -> str:
    """One document as one line of JSON Lines."""
    written = json.dumps(document, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return json_on_one_line(written) + "\n"


def read_json_lines(path: str | Path, plan: Plan | None = None) -> Iterator[Any]:
    """The value of every line that holds an envelope, in order.

    Raises:
        JsonFormError: naming the line.
    """
    forms = JsonForms(plan)
    with open(path, encoding="utf-8-sig") as file:
        for number, line in enumerate(file, 1):
            if line.strip():
                document = parsed(line, f"{path}, line {number}")
                try:
                    yield forms.from_json(document)
                except JsonFormError as error:
                    error.where = f"{path}, line {number}, {error.where}"
                    raise


def _name_of(cls: type) -> str:
    return next(name for name, one in shapes.DOCUMENTS.items() if one is cls)


def _known_documents() -> str:
    return f"Documents: {', '.join(shapes.DOCUMENTS)}."


def _refused(value: object, rule: str, where: str, remedy: str) -> JsonFormError:
    return JsonFormError(value=value, rule=rule, where=where, remedy=remedy, zh=f"JSON 内容不符：{where}")


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        names = [name for name, _ in pairs]
        raise _FaultyError(next(one for one in names if names.count(one) > 1), "a key stands twice.")
    return found


def _no_constant(name: str) -> Any:
    raise _FaultyError(name, "a number is finite.")


class _FaultyError(ValueError):
    """A text that is JSON to others, and not to us."""

    def __init__(self, value: object, rule: str) -> None:
        super().__init__(rule)
        self.value = value
