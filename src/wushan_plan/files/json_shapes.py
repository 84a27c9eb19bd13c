"""What the JSON of each class looks like: its fields, their types, its name (JSON 形状).

The classes of the model are the one source: their annotations say what a document holds, their
docstrings what it means. Both the converter and the schemas are made from them.
"""

from __future__ import annotations

import datetime as dt
import re
import types
import typing
from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Any

import attrs

from wushan_plan.calendar.notices import Notice
from wushan_plan.errors import WushanPlanError
from wushan_plan.explanation.docstrings import docstring
from wushan_plan.explanation.words import spoken
from wushan_plan.model import criteria
from wushan_plan.model.citation import Citation
from wushan_plan.model.commitment import Commitment, Quantifier, Scope
from wushan_plan.model.criteria import Criterion, Event, Item, Quantity
from wushan_plan.model.facts import Fact
from wushan_plan.model.periods import CalendarDays, Interval, WorkingDays
from wushan_plan.model.plan import Plan
from wushan_plan.model.readings import Reading
from wushan_plan.model.scorecard import JudgedCase, Scorecard
from wushan_plan.model.verdict import Deadline, Lang, Verdict

VERSION = 1
"""Version of every schema; a change that old readers cannot take makes it the next number."""

DATE = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
FRACTION = "^-?[0-9]{1,1000}(/0*[1-9][0-9]{0,999})?$"
DECIMAL = "^-?[0-9]{1,1000}([.][0-9]{1,1000})?([eE][+-]?[0-9]{1,3})?$"


@attrs.frozen
class CaseForm:
    """One case as another program hands it in, not yet judged (送判办件).

    Attributes:
        key: what the office calls the case.
        commitment: id or number of what it is judged by.
        facts: the facts that are known, by name; one that is not known is null or left out.
        as_of: the day on which the judgement stands.
        readings: readings instead of the defaults, one of each question at most.
        excuse: the recorded reason of a deviation.
        suspended: intervals in which the clock stood still, both ends included.
        in_scope: false when the case lies outside the stated scope, null when that is not known.
    """

    key: str
    commitment: str
    facts: Mapping[str, object]
    as_of: dt.date | None = None
    readings: tuple[Reading, ...] = ()
    excuse: str | None = None
    suspended: tuple[Interval, ...] = ()
    in_scope: bool | None = True

    def verdict(self, plan: Plan) -> Verdict:
        """The verdict on the case.

        Raises:
            WushanPlanError: when it cannot be judged: what ``commitment.evaluate`` raises.
        """
        facts: dict[str, Any] = dict(self.facts)  # evaluate checks every value itself
        return plan.judge.evaluate(
            plan.commitment(self.commitment),
            as_of=self.as_of,
            reading=self.readings or None,
            excuse=self.excuse,
            suspended=self.suspended,
            in_scope=self.in_scope,
            facts=facts,
        )

    def judged(self, plan: Plan, lang: Lang = "zh") -> JudgedCase:
        """The case with its verdict; one that cannot be judged is unknown, with the reason."""
        spoken(lang, "judged(lang)")
        try:
            return JudgedCase(self.key, self.verdict(plan))
        except WushanPlanError as error:
            return JudgedCase(self.key, None, error.zh if lang == "zh" and error.zh else str(error))


@attrs.frozen
class RowForm:
    """One row of a case file with its original cells and its verdict (判定行).

    Attributes:
        cells: the original cells, by column name.
        case: what became of it.
    """

    cells: Mapping[str, str]
    case: JudgedCase

    @property
    def row(self) -> RowForm:
        """The row with its cells: itself, so that it can be written again in any format."""
        return self


DOCUMENTS: Mapping[str, type] = {
    "plan": Plan,
    "commitment": Commitment,
    "case": CaseForm,
    "verdict": Verdict,
    "deadline": Deadline,
    "judged-case": JudgedCase,
    "judged-row": RowForm,
    "scorecard": Scorecard,
    "notice": Notice,
}
"""What can stand in an envelope, by the name its schema goes by."""

REFERRING: tuple[type, ...] = (Verdict, Deadline, Scorecard)
"""Classes that name their commitment by its id, where the plan has it."""


def kind_of(cls: type) -> str:
    """The name a class goes by in JSON: ``time-limit`` for ``TimeLimit``."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", cls.__name__).lower()


_CRITERIA = tuple(
    one
    for one in vars(criteria).values()
    if isinstance(one, type) and issubclass(one, Criterion) and one is not Criterion
)

FLAT: tuple[type, ...] = (*_CRITERIA, WorkingDays, CalendarDays)
"""Classes that carry ``kind`` beside their own fields, wherever they stand."""
ENUMS: tuple[type[Enum], ...] = (Quantifier,)
WRAPPED: tuple[type, ...] = (Fact, Scope, Event, Quantity, Item, Interval, Citation, Verdict)
"""Classes a fact or reason may hold; there they stand in ``value``, with ``kind`` beside it."""
SCALARS: tuple[type, ...] = (dt.date, Fraction, Decimal)

KINDS: Mapping[str, type] = {kind_of(one): one for one in (*FLAT, *WRAPPED, *ENUMS, *SCALARS)}

# Names that the modules of the model import for type checkers alone.
_LATE: dict[str, Any] = {"Plan": Plan, "Commitment": Commitment, "Scorecard": Scorecard}


@attrs.frozen
class JsonField:
    """One field of a class in JSON (字段).

    Attributes:
        name: its name.
        type: the type of its values.
        required: whether it has no default.
        meaning: what it means, from the docstring of its class.
    """

    name: str
    type: Any
    required: bool
    meaning: str


def resolved(cls: type) -> type:
    """``cls`` with its annotations resolved from text to types."""
    attrs.resolve_types(cls, localns=_LATE)
    return cls


def links_of(cls: type) -> tuple[str, ...]:
    """Fields that are not content: equality leaves them out, and so does JSON (plan, voice …)."""
    return tuple(one.name for one in attrs.fields(cls) if not one.eq)


def fields_of(cls: type) -> tuple[JsonField, ...]:
    """The content of ``cls``, in the order it is written."""
    meanings = _meanings(cls)
    return tuple(
        JsonField(one.name, one.type, one.default is attrs.NOTHING, meanings.get(one.name, ""))
        for one in attrs.fields(resolved(cls))
        if one.eq
    )


def heading_of(cls: type) -> str:
    """The first line of its docstring, Chinese term included."""
    return docstring(cls).strip().partition("\n")[0]


def _meanings(cls: type) -> dict[str, str]:
    _, _, listed = docstring(cls).partition("Attributes:\n")
    entries = re.findall(r"^ {4}(\w+): (.+(?:\n {8}.+)*)", listed, re.MULTILINE)
    return {name: re.sub(r"\s+", " ", text).replace("``", "") for name, text in entries}


# --- types ------------------------------------------------------------------------------------------


def members_of(kind: Any) -> tuple[Any, ...]:
    """The members of a union; the type itself where it is none."""
    if typing.get_origin(kind) in (typing.Union, types.UnionType):
        return typing.get_args(kind)
    return (kind,)


def is_variant(kind: Any) -> bool:
    """Whether a value may be of several kinds, so that JSON has to say which."""
    if kind is object or kind is Criterion:
        return True
    members = [one for one in members_of(kind) if one is not type(None)]
    return len(members) > 1 and not is_unit(kind)


def is_unit(kind: Any) -> bool:
    """Whether the value is a type of days itself: the unit of a scorecard."""
    return any(typing.get_origin(one) is type for one in members_of(kind))


def is_tuple(kind: Any) -> bool:
    """Whether it is a tuple, of one length or of any."""
    return bool(entries_of(kind))


def entries_of(kind: Any) -> tuple[Any, ...]:
    """The types of a tuple's entries, and ``...`` for any number; empty for what is none."""
    if isinstance(kind, type) and issubclass(kind, tuple) and kind is not tuple:
        # A tuple that knows more, such as the interpretation register, is written as what it is made of.
        (kind,) = typing.cast("Any", kind).__orig_bases__
    return typing.get_args(kind) if typing.get_origin(kind) is tuple else ()


def is_mapping(kind: Any) -> bool:
    """Whether it maps names to values."""
    return typing.get_origin(kind) is Mapping


def is_enum(kind: Any) -> bool:
    """Whether it is an enumeration."""
    return isinstance(kind, type) and issubclass(kind, Enum)
