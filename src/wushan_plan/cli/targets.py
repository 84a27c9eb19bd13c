"""Which commitment a person means (承诺查找): by its id, its number, or where it stands."""

from __future__ import annotations

import re

from wushan_plan.errors import UnknownNameError, nearest, nearest_names
from wushan_plan.model.commitment import Commitment
from wushan_plan.model.criteria import MeanTimeLimit, TimeLimit
from wushan_plan.model.plan import Plan

_ONE_DIGIT = re.compile(r"[mM](\d)\.")
_MOST_LISTED = 5


def full_number(name: str) -> str:
    """m06.1 for m6.1, which people write."""
    return _ONE_DIGIT.sub(r"m0\1.", name.strip().removeprefix("措施"))


def beside(plan: Plan, name: str) -> list[str]:
    """The numbers or sentences of the same measure or safeguard as ``name``, such as m22.1 for m22.4."""
    place, dot, _ = name.casefold().rpartition(".")
    names = (each for one in plan.commitments for each in (one.number, str(one.citation)))
    return list(dict.fromkeys(one for one in names if dot and one.casefold().startswith(f"{place}.")))


def commitment_of(plan: Plan, name: str) -> Commitment:
    """The commitment of that id or number, or the one of a sentence that sets a time.

    Raises:
        UnknownNameError: for anything else, listing what may be meant.
    """
    shown = full_number(name)
    cited = []
    for one in plan.commitments:
        if shown in (one.id, one.number):
            return one
        if shown.upper() in (str(one.citation), one.citation.place):
            cited.append(one)
    timed = [one for one in cited if _sets_a_time(one)]
    found = timed or cited
    if len(found) == 1 and str(found[0].citation) == shown.upper():
        return found[0]
    if found:
        raise UnknownNameError(
            value=name,
            rule=f"{len(found)} commitments{' with a time' if timed else ''} stand there.",
            where="target",
            remedy=f"Name one: {_listed_en(found)}.",
            zh=f"此处有{len(found)}项{'有时限的' if timed else ''}承诺，请写明编号",
            near=_listed(found),
        )
    names = beside(plan, shown) or [each for one in plan.commitments for each in (one.number, one.id)]
    targets = [one for one in plan.search(name) if one.is_target]
    raise UnknownNameError(
        value=name,
        rule="no commitment has this id or number.",
        where="target",
        remedy=f"Did you mean {_listed_en(targets)}?" if targets else nearest(shown, names),
        zh="没有这个编号的承诺，可先用 wushan-plan search 查找",
        near=_listed(targets) or nearest_names(shown, names),
    )


def _sets_a_time(commitment: Commitment) -> bool:
    return commitment.due_by is not None or isinstance(commitment.criterion, (TimeLimit, MeanTimeLimit))


def _listed(found: list[Commitment]) -> tuple[str, ...]:
    listed = [f"{one.id}（{one.summary.rstrip('。')}）" for one in found[:_MOST_LISTED]]
    if len(found) > len(listed):
        listed[-1] += f"……共{len(found)}项"
    return tuple(listed)


def _listed_en(found: list[Commitment]) -> str:
    listed = " or ".join(f"{one.id} ({one.summary_en.rstrip('.')})" for one in found[:_MOST_LISTED])
    return listed + (f" … {len(found)} in all" if len(found) > _MOST_LISTED else "")
