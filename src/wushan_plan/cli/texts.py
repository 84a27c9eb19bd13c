"""``check``, ``verify``, ``compare``: the plan against its official text (原文核对)."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping

from wushan_plan.cli.wording import say, tell, tell_page
from wushan_plan.explanation.words import CHANGE, pick, place_text
from wushan_plan.model.plan import Plan
from wushan_plan.model.source import Difference
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
    """Whether the text is the official one."""
    found = plan.compare(options.text)
    tell(
        say(
            lang,
            f"{found.verified}/{found.total}句与正式文本一致"
            + ("" if found.is_official else "；这不是正式文本"),
            f"{found.verified} of {found.total} sentences verified"
            + ("" if found.is_official else "; this is not the official text"),
        )
    )
    return 0 if found.is_official else 2


def compare(options: argparse.Namespace, plan: Plan, lang: Lang) -> int:
    """What differs, sentence by sentence, with the commitments each difference touches."""
    found = plan.compare(options.text)
    for difference in found.differences[:_MOST_SHOWN]:
        tell_page(_difference(difference, lang))
    left = len(found.differences) - _MOST_SHOWN
    if left > 0:
        tell(say(lang, f"……另有{left}处", f"… and {left} more"))
    tell(
        say(
            lang,
            f"{found.verified}/{found.total}句一致；{len(found.differences)}处差异，涉及{len(found.commitments)}项承诺",
            f"{found.verified} of {found.total} sentences verified; {len(found.differences)} differences "
            f"touch {len(found.commitments)} commitments",
        )
    )
    return 0


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
