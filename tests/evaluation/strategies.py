"""Facts for any commitment, each known or not, never contradicting each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from tests.evaluation.facts_for import DURING, Course, Facts, course_facts, judge
from wushan_plan import PLAN, Commitment, Fact, FactKind, Verdict
from wushan_plan.model.criteria import (
    AllOf,
    Checklist,
    Coverage,
    Criterion,
    ExactCount,
    Floor,
    FullRate,
    Promptness,
    RatioFloor,
    TimeLimit,
)
from wushan_plan.testing import calendar_day_counts, covered_dates, spans, working_day_counts

FIRST, LAST = date(2021, 7, 1), date(2022, 3, 31)

days = covered_dates(first=FIRST, last=LAST)
"""Days around the period of the plan, every one of them settled by a notice."""

_NAMES = ("甲", "乙", "丙", "丁")
_BY_CRITERION: dict[type[Criterion], list[str]] = defaultdict(list)
for _one in PLAN.commitments:
    _BY_CRITERION[type(_one.criterion)].append(_one.id)


def names_of_commitments(*kinds: type[Criterion]) -> st.SearchStrategy[str]:
    """The id of any commitment of the document; rare criteria come as often as frequent ones.

    Its id, because a commitment knows its plan, and no one could read a failure that prints both.
    """
    chosen = kinds or tuple(_BY_CRITERION)
    return st.sampled_from(chosen).flatmap(lambda kind: st.sampled_from(_BY_CRITERION[kind]))


_BY_KIND: dict[FactKind, st.SearchStrategy[Any]] = {
    FactKind.DATE: days,
    FactKind.DATES: st.lists(days, max_size=4),
    FactKind.COUNT: st.integers(0, 12),
    FactKind.AMOUNT: st.integers(0, 100)
    | st.decimals(0, 100, places=3)
    | st.fractions(0, 100, max_denominator=1000),
    FactKind.QUANTITY: st.integers(-50, 50) | st.floats(-50, 50) | st.fractions(-50, 50, max_denominator=99),
    FactKind.TRUTH: st.booleans(),
    FactKind.TEXT: st.text("文件号12/ <&>\"'", min_size=1).map(lambda text: "证" + text),
    FactKind.ITEMS: st.sets(st.sampled_from(_NAMES)),
    FactKind.CASES: st.lists(spans(first=FIRST, last=LAST) | st.tuples(days, st.none()), max_size=5),
    FactKind.PERIOD: spans(first=FIRST, last=LAST),
    FactKind.DURATION: working_day_counts(0, 30) | calendar_day_counts(0, 30),
}


@st.composite
def facts_about(draw: st.DrawFn, commitment: Commitment) -> Facts:
    """Keywords of ``evaluate``, ``as_of`` among them: each fact known or missing."""
    facts: Facts = {}
    for fact in commitment.facts:
        if draw(st.integers(0, 5)):  # five facts in six are known
            facts[fact.name] = draw(_value(commitment, fact))
    facts["as_of"] = draw(st.none() | days)
    if draw(st.booleans()):
        facts["excuse"] = draw(st.none() | st.text("因故 <b>", max_size=4))
    return _coherent(facts, commitment.criterion)


def _value(commitment: Commitment, fact: Fact) -> st.SearchStrategy[Any]:
    criterion = commitment.criterion
    if fact.kind is FactKind.VERDICTS:
        return _verdicts_below(commitment)
    if fact.name == "tolerance":
        return st.fractions(0, 1, max_denominator=20)
    if fact.kind is FactKind.ITEMS and fact.name == "done":
        listed = [
            item.name for part in _parts(criterion) if isinstance(part, Checklist) for item in part.items
        ]
        return st.sets(st.sampled_from(listed))
    return _BY_KIND[fact.kind]


class Verdicts(tuple[Verdict, ...]):
    """Verdicts that a failure prints by id and status."""

    def __repr__(self) -> str:
        return f"<{', '.join(f'{one.commitment.id}: {one.status.value}' for one in self)}>"


def _verdicts_below(heading: Commitment) -> st.SearchStrategy[Verdicts]:
    below = [one for one in heading.place.commitments if one.role is not heading.role]
    return st.tuples(*(st.sampled_from((None, *Course)) for _ in below)).map(
        lambda courses: Verdicts(_verdict_on(one, how) for one, how in zip(below, courses, strict=True))
    )


def _verdict_on(commitment: Commitment, course: Course | None) -> Verdict:
    """The verdict on one course of things, or without any fact."""
    if course is None:
        return commitment.evaluate()
    return judge(commitment, {"as_of": DURING, **course_facts(commitment, course)})


def _parts(criterion: Criterion) -> Iterable[Criterion]:
    if isinstance(criterion, AllOf):
        return [inner for part in criterion.parts for inner in _parts(part)]
    return [criterion]


def _coherent(facts: Facts, criterion: Criterion) -> Facts:
    """The facts with impossible combinations made possible; nothing is added."""
    facts = dict(facts)
    for part in _parts(criterion):
        if isinstance(part, (TimeLimit, Promptness)) and "end" in facts:
            starts = [facts[fact.name] for fact in part.facts[:-1] if isinstance(facts.get(fact.name), date)]
            facts["end"] = max([facts["end"], *starts])
        if isinstance(part, (RatioFloor, FullRate)):
            _at_most(facts, part.numerator.name, part.denominator.name)
        if isinstance(part, ExactCount) and part.rechecks is not None:
            _at_most(facts, part.rechecks.name, part.quantity.name)
        if isinstance(part, Coverage) and {"universe", "covered"} <= facts.keys():
            facts["covered"] = facts["covered"] & facts["universe"]
        if facts.get("done") is False and "done_on" in facts:
            facts["done"] = True
        if "reached_on" in facts and not _reached_then(part, facts):
            del facts["reached_on"]
    return facts


def _at_most(facts: Facts, part: str, whole: str) -> None:
    if part in facts and whole in facts:
        facts[part] = min(Fraction(facts[part]), Fraction(facts[whole]))
        if facts[part].denominator == 1:
            facts[part] = int(facts[part])


def _reached_then(part: Criterion, facts: Facts) -> bool:
    """Whether a day of reaching fits the figures, and is not after the day of judgement."""
    as_of = facts.get("as_of")
    if as_of is not None and facts["reached_on"] > as_of:
        return False
    if isinstance(part, Floor):
        return bool(facts.get(part.quantity.name, 0) >= part.least)
    if isinstance(part, Coverage):
        return facts.get("covered") == facts.get("universe")
    return False
