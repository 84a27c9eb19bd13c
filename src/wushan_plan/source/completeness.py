"""Nothing left out, nothing made up (完整性): small checks that return what they find."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

import attrs

from wushan_plan.model.commitment import Commitment
from wushan_plan.model.parts import printed
from wushan_plan.model.plan import Plan
from wushan_plan.source.contradictions import (
    commitments_of_a_measure_do_not_contradict,
    every_limit_stands_to_the_law_as_said,
)
from wushan_plan.source.places import Remark, places
from wushan_plan.source.printed_phrases import every_figure_of_the_text_is_typed, every_phrase_is_printed


@attrs.frozen
class PlanFinding:
    """Something a check of a plan found (完整性发现).

    Attributes:
        check: name of the check.
        where: what it is about: a citation, the number of a commitment, an id.
        message: what is wrong, in Chinese.
        message_en: the same in English.
    """

    check: str
    where: str
    message: str
    message_en: str


Check = Callable[[Plan], Iterable[Remark]]


def check(plan: Plan) -> tuple[PlanFinding, ...]:
    """Everything that the :data:`CHECKS` find in ``plan``, in their order; empty when all is well."""
    return tuple(PlanFinding(one.__name__, *remark) for one in CHECKS for remark in one(plan))


# --- sentences and commitments --------------------------------------------------------------------


def every_sentence_has_a_commitment(plan: Plan) -> Iterator[Remark]:
    """No sentence of the text is left out."""
    cited = {one.citation for one in plan.commitments}
    for one in plan.digests:
        if one.citation not in cited:
            yield str(one.citation), "没有承诺事项引用本句。", "No commitment cites this sentence."


def every_commitment_cites_a_known_sentence(plan: Plan) -> Iterator[Remark]:
    """No commitment rests on a sentence that is not in the text."""
    known = {one.citation for one in plan.digests}
    for one in plan.commitments:
        if one.citation not in known:
            yield (
                one.number,
                f"所引的{one.citation}没有句子摘要。",
                f"It cites {one.citation}, which has no digest.",
            )


def every_commitment_stands_where_it_cites(plan: Plan) -> Iterator[Remark]:
    """A commitment cites the measure it is listed under."""
    for place in places(plan):
        for one in place.commitments:
            if one.citation.place != printed(place):
                yield (
                    one.number,
                    f"列在{printed(place)}，却引{one.citation}。",
                    f"It is listed under {printed(place)} and cites {one.citation}.",
                )


def every_sentence_has_one_digest(plan: Plan) -> Iterator[Remark]:
    """No sentence is fingerprinted twice."""
    for citation, count in Counter(one.citation for one in plan.digests).items():
        if count > 1:
            yield str(citation), f"有{count}个句子摘要。", f"It has {count} digests."


def ids_and_numbers_are_unique(plan: Plan) -> Iterator[Remark]:
    """An id or a number names one commitment."""
    for name, count in Counter(name for one in plan.commitments for name in {one.id, one.number}).items():
        if count > 1:
            yield name, f"{count}个承诺事项同用一个编号。", f"{count} commitments share this name."


_NUMBER = re.compile(r"([ms])(\d+)\.(\d+)")


def numbers_ascend_in_printed_order(plan: Plan) -> Iterator[Remark]:
    """``m06.1`` numbers measure 6; sentences and numbers only go up."""
    for place in places(plan):
        for one in place.commitments:
            match = _NUMBER.fullmatch(one.number)
            if match is None or f"{'S' * (match[1] == 's')}{int(match[2])}" != printed(place):
                at = printed(place)
                yield (
                    one.number,
                    f"编号与所在的{at}不符。",
                    f"It stands under {at} and is numbered otherwise.",
                )
    for before, after in pairwise(plan.commitments):
        if before.citation.order > after.citation.order:
            yield (
                after.number,
                f"排在{before.number}之后，所引的句却更前。",
                f"It stands after {before.number} and cites an earlier sentence.",
            )
        elif before.citation.place == after.citation.place and _ordinal(before) >= _ordinal(after):
            yield (
                after.number,
                f"编号不大于前一项{before.number}。",
                f"Its number is not above that of {before.number} before it.",
            )


def _ordinal(commitment: Commitment) -> int:
    match = _NUMBER.fullmatch(commitment.number)
    return 0 if match is None else int(match[3])


# --- reachable --------------------------------------------------------------------------------------


def every_lead_unit_leads(plan: Plan) -> Iterator[Remark]:
    """Lead units are those that sections name, and every section names one."""
    listed = {one.id for one in plan.lead_units}
    leading = {one.id for section in plan.sections for one in section.lead_units}
    for name in sorted(listed - leading):
        yield name, "没有节由它牵头。", "It leads no section."
    for name in sorted(leading - listed):
        yield name, "牵头却不在牵头单位名单中。", "It leads a section and is not among the lead units."
    for section in plan.sections:
        if not section.lead_units:
            yield section.id, "没有牵头单位。", "It has no lead unit."


def every_measure_is_reachable(plan: Plan) -> Iterator[Remark]:
    """Measures are numbered from 1 without a gap, and none is empty."""
    for expected, one in enumerate(plan.measures, start=1):
        if one.number != expected:
            yield str(one.number), f"应是第{expected}条。", f"It should be number {expected}."
        if not one.commitments:
            yield str(one.number), "没有承诺事项。", "It holds no commitment."


def every_target_is_reachable(plan: Plan) -> Iterator[Remark]:
    """``plan.targets`` holds every target, each under its own id."""
    for one in plan.commitments:
        found = plan.targets.get(one.id)
        if found is not (one if one.is_target else None):
            yield one.number, "按编号取不到它。", "Its id does not lead to it."


# --- the interpretation register --------------------------------------------------------------------


def register_affects_what_exists(plan: Plan) -> Iterator[Remark]:
    """What an interpretation touches is a measure, a safeguard or a commitment of the plan."""
    known = {printed(place) for place in places(plan)}
    known |= {name for one in plan.commitments for name in (one.id, one.number)}
    for entry in plan.readings:
        for name in entry.affects:
            if name not in known:
                yield entry.id, f"所涉的{name}不存在。", f"It affects {name}, which does not exist."


def register_ids_are_unique(plan: Plan) -> Iterator[Remark]:
    """An id of the register names one question."""
    for name, count in Counter(entry.id for entry in plan.readings).items():
        if count > 1:
            yield name, f"登记了{count}次。", f"It is entered {count} times."


_RESTS_ON = re.compile(r"([A-Z]\d*(?:、[A-Z]\d*)*)：")


def notes_name_register_entries(plan: Plan) -> Iterator[Remark]:
    """A note that rests on entries of the register begins with them: ``T16：…``, ``C1、C4：…``."""
    known = {entry.id for entry in plan.readings}
    for one in plan.commitments:
        for note in one.notes:
            match = _RESTS_ON.match(note)
            for name in match[1].split("、") if match else ():
                if name not in known:
                    zh, en = (
                        f"说明所引的口径{name}没有登记。",
                        f"A note rests on {name}, which is not registered.",
                    )
                    yield one.number, zh, en


def commitments_speak_both_languages(plan: Plan) -> Iterator[Remark]:
    """What a commitment says in Chinese it says in English: its summary, for whom it is, its notes."""
    for one in plan.commitments:
        pairs = (
            ("概括", "summary", one.summary, one.summary_en),
            ("受益人", "beneficiary", one.beneficiary, one.beneficiary_en),
            *(("说明", "note", *pair) for pair in zip(one.notes, one.notes_en, strict=True)),
        )
        for zh, en, chinese, english in pairs:
            if bool(chinese.strip()) != bool(english.strip()):
                said = chinese.strip() or english.strip()
                yield (
                    one.number,
                    f"{zh}只有一种语言：{said}",
                    f"A {en} stands in one language only: {said}",
                )


def readings_are_registered(plan: Plan) -> Iterator[Remark]:
    """Where a verdict can be read in several ways, the register asks the question."""
    for one in plan.commitments:
        offered = {option.reading for entry in one.interpretations for option in entry.options}
        for reading in one.readings:
            if reading not in offered:
                yield (
                    one.number,
                    f"口径{reading.value}没有登记到它名下。",
                    f"No entry of the register offers it the reading {reading.value}.",
                )


CHECKS: tuple[Check, ...] = (
    every_sentence_has_a_commitment,
    every_commitment_cites_a_known_sentence,
    every_commitment_stands_where_it_cites,
    every_sentence_has_one_digest,
    ids_and_numbers_are_unique,
    numbers_ascend_in_printed_order,
    every_lead_unit_leads,
    every_measure_is_reachable,
    every_target_is_reachable,
    commitments_of_a_measure_do_not_contradict,
    every_limit_stands_to_the_law_as_said,
    register_affects_what_exists,
    register_ids_are_unique,
    notes_name_register_entries,
    commitments_speak_both_languages,
    readings_are_registered,
    every_figure_of_the_text_is_typed,
    every_phrase_is_printed,
)
"""Every check, in the order their findings are reported."""
