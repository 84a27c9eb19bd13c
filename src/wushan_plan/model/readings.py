"""Interpretations of what the text leaves open (口径)."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, SupportsIndex, overload

import attrs

from wushan_plan.errors import DefinitionError, UnknownNameError, nearest, nearest_names
from wushan_plan.model.display import ShownInNotebook

if TYPE_CHECKING:
    from wushan_plan.model.plan import Plan
    from wushan_plan.model.verdict import Lang


class Reading(Enum):
    """One defensible interpretation of an unclear phrase that changes a computation (口径).

    Readings come in groups, one group a question; a call chooses at most one of each group.
    """

    BY_COUNT = "by-count"
    """用时不超过N caps a duration: elapsed working days ≤ N."""
    BY_DATE = "by-date"
    """N日内 sets a last day: the end is not after the deadline."""

    COMPLETED_CASES = "completed-cases"
    """A mean is taken over completed cases only."""
    WITH_OPEN_CASES = "with-open-cases"
    """Open cases enter a mean with the time they have taken so far."""

    DATE_GOVERNS = "date-governs"
    """今年内 governs the second half of its sentence as well."""
    DATE_ONLY_FIRST = "date-only-first"
    """今年内 governs the first half only: the second has no date."""

    RECHECKS_COUNT = "rechecks-count"
    """A re-check is an inspection like another."""
    RECHECKS_APART = "rechecks-apart"
    """A re-check belongs to the inspection it follows up."""

    @property
    def group(self) -> tuple[Reading, ...]:
        """Every reading that answers the same question, this one included."""
        return next(group for group in READING_GROUPS if self in group)


READING_GROUPS: tuple[tuple[Reading, ...], ...] = (
    (Reading.BY_COUNT, Reading.BY_DATE),
    (Reading.COMPLETED_CASES, Reading.WITH_OPEN_CASES),
    (Reading.DATE_GOVERNS, Reading.DATE_ONLY_FIRST),
    (Reading.RECHECKS_COUNT, Reading.RECHECKS_APART),
)


class Basis(Enum):
    """What an interpretation rests on (依据)."""

    TEXT = "text"
    """The plan's own words."""
    LAW = "law"
    """An article of law, named in the entry."""
    INFERENCE = "inference"
    """Inference; nobody has said so with authority."""


CLOCK_RUNS_ON = "no-stop"
"""Id of the option by which a register says that no clock stops unless the caller says when."""


@attrs.frozen
class Option:
    """One possible answer to an open question (备选口径).

    Attributes:
        id: short name, unique in its question.
        zh: the option in Chinese.
        en: the option in English.
        reading: the :class:`Reading` that switches a computation to it, where there is one.
    """

    id: str
    zh: str
    en: str
    reading: Reading | None = None


@attrs.frozen(repr=False)
class Interpretation(ShownInNotebook):
    """One entry of the interpretation register (口径登记): a question the text leaves open.

    Attributes:
        id: short stable name, such as ``T8``.
        question: the question in Chinese.
        question_en: the question in English.
        options: the defensible answers.
        default: ``id`` of the option that holds unless the caller says otherwise.
        basis: what the default rests on.
        because: why, in Chinese: the article, or the inference.
        because_en: why, in English.
        affects: numbers of the measures and ids of the commitments it touches; empty means all.
        plan: the plan it belongs to; set when the plan is put together.
    """

    id: str
    question: str
    question_en: str
    options: tuple[Option, ...]
    default: str
    basis: Basis
    because: str
    because_en: str
    affects: tuple[str, ...] = ()
    plan: Plan | None = attrs.field(default=None, eq=False, repr=False, kw_only=True)

    def __repr__(self) -> str:
        return f"<Interpretation {self.id} {self.question}>"

    def __attrs_post_init__(self) -> None:
        if self.default not in {option.id for option in self.options}:
            raise DefinitionError(
                value=self.default,
                rule="the default of an interpretation is one of its options.",
                where=f"Interpretation {self.id}",
                remedy=f"Choose one of {[option.id for option in self.options]}.",
            )

    @property
    def is_switchable(self) -> bool:
        """Whether a call can choose another option than the default."""
        return any(option.reading is not None for option in self.options)

    def explain(self, lang: Lang = "zh") -> str:
        """The question, its options, the default and what it rests on, in words.

        Raises:
            DefinitionError: when it belongs to no plan that has a voice.
        """
        return self.display(lang).text


class Interpretations(tuple[Interpretation, ...]):
    """The interpretation register: its entries in order, by place, or by id: ``["T8"]`` (口径登记册)."""

    __slots__ = ()

    @overload
    def __getitem__(self, key: SupportsIndex | str) -> Interpretation: ...
    @overload
    def __getitem__(self, key: slice) -> tuple[Interpretation, ...]: ...
    def __getitem__(self, key: SupportsIndex | str | slice) -> Interpretation | tuple[Interpretation, ...]:
        """The entry at a place or of an id, or several.

        Raises:
            UnknownNameError: for an id that no entry has; it names the nearest.
        """
        if not isinstance(key, str):
            return super().__getitem__(key)
        by_id = {entry.id: entry for entry in self}
        if key not in by_id:
            raise UnknownNameError(
                value=key,
                rule="the interpretation register has no such entry.",
                where="Plan.readings[…]",
                remedy=nearest(key, by_id),
                zh="口径登记中没有这一条",
                near=nearest_names(key, by_id),
            )
        return by_id[key]
