"""``check``, ``verify``, ``compare``: the plan against its official text (原文核对)."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Mapping

from wushan_plan.cli.wording import say, tell, tell_page
from wushan_plan.explanation.words import CHANGE, pick, place_text
from wushan_plan.model.plan import Plan
from wushan_plan.model.source import Change, Difference, HeadingDifference
from wushan_plan.model.verdict import Lang
from wushan_plan.plain_text import joined
from wushan_plan.source.completeness import check as check_plan

_MOST_SHOWN = 60


def check(options: argparse.Namespace, plan: Plan, lang: Lang) -> int:
    """Completeness checks; with the official text, every figure of it as well."""
    bound = plan if options.text is None else plan.bind(options.text)
    findings = check_plan(bound)
    for finding in findings:
        tell(f"{finding.check}  {finding.where}  {finding.message if lang == 'zh' else finding.message_en}")
    sentences = len(bound.digests)
    with_text = options.text is not None
    tell(
        say(
            lang,
            f"{len(bound.commitments)}项承诺，{sentences}句{'（已核对原文）' if with_text else ''}："
            f"{len(findings)}处问题",
            f"{len(bound.commitments)} commitments, {sentences} sentences"
            f"{' (text verified)' if with_text else ''}: {len(findings)} findings",
        )
    )
    return 2 if findings else 0


def verify(options: argparse.Namespace, plan: Plan, lang: Lang) -> int:
    """Whether the text is the official one, headings included."""
    found = plan.compare(options.text)
    headings = len(found.heading_differences)
    tell(
        say(
            lang,
            f"{found.verified}/{found.total}句与正式文本一致"
            + (f"；章节标题{headings}处差异" if headings else "")
            + ("" if found.is_official else "；这不是正式文本"),
            f"{found.verified} of {found.total} sentences verified"
            + (f"; differences in headings of chapters and sections: {headings}" if headings else "")
            + ("" if found.is_official else "; this is not the official text"),
        )
    )
    return 0 if found.is_official else 2


def compare(options: argparse.Namespace, plan: Plan, lang: Lang) -> int:
    """What differs, heading by heading and sentence by sentence, with what each difference touches."""
    found = plan.compare(options.text)
    pages = [
        *(_heading_difference(one, lang) for one in found.heading_differences[:_MOST_SHOWN]),
        *(_difference(one, lang) for one in found.differences[:_MOST_SHOWN]),
    ]
    for page in pages:
        tell_page(page)
    headings, sentences = len(found.heading_differences), len(found.differences)
    left = headings + sentences - len(pages)
    if left > 0:
        tell(say(lang, f"……另有{left}处", f"… and {left} more"))
    tell(
        say(
            lang,
            f"{found.verified}/{found.total}句一致；句子{sentences}处差异，涉及{len(found.commitments)}项承诺"
            + (f"；章节标题{headings}处差异" if headings else ""),
            f"{found.verified} of {found.total} sentences verified; {sentences} differences in sentences "
            f"touch {len(found.commitments)} commitments"
            + (f"; differences in headings of chapters and sections: {headings}" if headings else ""),
        )
    )
    return 0


def _heading_difference(difference: HeadingDifference, lang: Lang) -> str:
    here, there = difference.place, difference.found_at
    place = _heading_place(here or there or "", lang)
    if here is not None and there is not None and here != there:
        place += f" → {_heading_place(there, lang)}"
    lines = [f"{pick(CHANGE[difference.change], lang)}  {place}  {difference.text}".rstrip()]
    if difference.change is Change.MOVED and difference.stands_before is not None:
        before = _paragraph_place(difference.stands_before, lang)
        lines.append(say(lang, f"    现位于{before}之前", f"    now stands before {before}"))
    if difference.part is not None and (difference.title_changed or there is None):
        lines.append(
            say(lang, f"    正式标题：{difference.part.title}", f"    official: {difference.part.title}")
        )
    units = difference.official_lead_units
    if difference.lead_units_gone:
        names = "、".join(one.name for one in difference.lead_units_gone)
        lines.append(say(lang, f"    牵头单位缺少：{names}", f"    lead units gone: {names}"))
    if difference.lead_units_new:
        names = "、".join(difference.lead_units_new)
        lines.append(say(lang, f"    牵头单位多出：{names}", f"    lead units new: {names}"))
    if difference.lead_units_reordered:
        names = "、".join(one.name for one in units)
        lines.append(
            say(
                lang,
                f"    牵头单位次序不同，正式次序：{names}",
                f"    lead units in another order; official: {names}",
            )
        )
    if difference.commitments:
        below = _below(dict.fromkeys(one.citation.place for one in difference.commitments), lang)
        count, targets = len(difference.commitments), len(difference.targets)
        lines.append(
            say(
                lang,
                f"    其下{below}，{count}项承诺，其中量化目标{targets}项",
                f"    below it: {below}; {count} commitments, {targets} of them targets",
            )
        )
    return joined(lines)


def _heading_place(place: str, lang: Lang) -> str:
    if "." in place:
        return say(lang, f"第{place}节标题", f"section {place}, heading")
    return say(lang, f"第{place}章标题", f"chapter {place}, heading")


def _paragraph_place(place: str, lang: Lang) -> str:
    if place.startswith("S"):
        return say(lang, f"保障措施{place[1:]}", f"safeguard {place[1:]}")
    return say(lang, f"措施{place}", f"measure {place}")


def _below(places: Iterable[str], lang: Lang) -> str:
    """措施6、7、8, or measures 6, 7, 8; safeguards likewise."""
    listed = list(places)
    measures = [one for one in listed if not one.startswith("S")]
    safeguards = [one[1:] for one in listed if one.startswith("S")]
    told = [
        say(lang, f"{zh}{'、'.join(numbers)}", f"{en} {', '.join(numbers)}")
        for zh, en, numbers in (("措施", "measures", measures), ("保障措施", "safeguards", safeguards))
        if numbers
    ]
    return say(lang, "，", ", ").join(told)


def _difference(difference: Difference, lang: Lang) -> str:
    here, there = difference.citation, difference.found_at
    place = place_text(here or there, lang) if here or there else ""  # type: ignore[arg-type]
    if here is not None and there is not None and here != there:
        place += say(lang, f" → {place_text(there, lang)}", f" → {place_text(there, lang)}")
    lines = [f"{pick(CHANGE[difference.change], lang)}  {place}  {difference.text}".rstrip()]
    for one in difference.commitments:
        summary = one.summary if lang == "zh" else one.summary_en
        mark = say(lang, "【量化目标】", " [target]") if one.is_target else ""
        lines.append(f"    {one.number} {one.id if one.id != one.number else ''}{mark} {summary}")
    return joined(lines)


TEXT_COMMANDS: Mapping[str, Callable[[argparse.Namespace, Plan, Lang], int]] = {
    "check": check,
    "verify": verify,
    "compare": compare,
}
