"""``wushan-plan search``: what holds the words, and what is called nearly so (查找)."""

from __future__ import annotations

from collections.abc import Iterable

from wushan_plan.cli.wording import say
from wushan_plan.errors import nearest_names
from wushan_plan.explanation.width import padded
from wushan_plan.model.plan import Plan
from wushan_plan.model.readings import Interpretation
from wushan_plan.model.verdict import Lang
from wushan_plan.plain_text import joined

_MOST_LISTED = 10
_WIDTH = 34
_LEAST_ABBREVIATED = 3
"""An abbreviation of two characters stands in too many names."""


def search_page(plan: Plan, text: str, lang: Lang) -> str:
    """The commitments that hold every word of ``text``; then lead units, titles and register entries.

    Where nothing holds the words, the names that come near: those that hold the characters in their
    order, as abbreviations do, or are spelt nearly so.
    """
    zh = lang == "zh"
    found = plan.search(text)
    several = say(lang, "", "" if len(found) == 1 else "s")
    lines = [
        say(
            lang,
            f"“{text}”：{len(found)}项承诺（含牵头单位名称中有此词的）",
            f'"{text}": {len(found)} commitment{several} (names of lead units are searched too)',
        )
    ]
    for one in found:
        name = one.number if one.id == one.number else f"{one.number} {one.id}"
        lines.append(f"  {padded(name, _WIDTH)} {one.summary if zh else one.summary_en}")
    words = text.casefold().split()
    others = [
        *_listed(say(lang, "牵头单位", "lead units"), _units(plan, words, lang), lang),
        *_listed(say(lang, "措施和保障措施的标题", "titles"), _titles(plan, words, lang), lang),
        *_listed(say(lang, "口径登记", "interpretation register"), _entries(plan, words, lang), lang),
    ]
    if found or others:
        return joined([*lines, *others])
    near = _near(plan, text, lang)
    if near:
        lines += _listed(say(lang, "名称相近的", "named nearly so"), near, lang)
    else:
        lines.append(
            say(
                lang,
                "没有相近的名称；可换一个更短的词，或用 wushan-plan plan 看全部标题和单位",
                "no name comes near; try a shorter word, or see all titles with wushan-plan plan",
            )
        )
    return joined(lines)


Named = tuple[str, str]
"""What ``show`` takes, and what it is called."""


def _listed(heading: str, named: list[Named], lang: Lang) -> list[str]:
    """What was found besides commitments, each as ``show`` takes it."""
    if not named:
        return []
    lines = [say(lang, f"{heading}（用 show 查看）：", f"{heading} (see with show):")]
    lines += [f"  {padded(name, _WIDTH)} {said}".rstrip() for name, said in named[:_MOST_LISTED]]
    rest = len(named) - _MOST_LISTED
    return [*lines, say(lang, f"  ……另有{rest}项", f"  … and {rest} more")] if rest > 0 else lines


def _holds(words: list[str], texts: Iterable[str]) -> bool:
    whole = "\n".join(texts).casefold()
    return bool(words) and all(word in whole for word in words)


def _units(plan: Plan, words: list[str], lang: Lang) -> list[Named]:
    found = [one for one in plan.lead_units if _holds(words, (one.id, one.name, one.name_en))]
    return [(one.name, "") if lang == "zh" else (one.id, one.name_en) for one in found]


def _titles(plan: Plan, words: list[str], lang: Lang) -> list[Named]:
    return [named for named, texts in _all_titles(plan, lang) if _holds(words, texts)]


def _all_titles(plan: Plan, lang: Lang) -> list[tuple[Named, tuple[str, str]]]:
    places = [(str(one.number), one.title, one.title_en) for one in plan.measures]
    places += [(f"S{one.number}", one.title, one.title_en) for one in plan.safeguards]
    places += [(one.id, one.title, one.title_en) for one in plan.sections]
    return [((name, zh if lang == "zh" else en), (zh, en)) for name, zh, en in places]


def _entries(plan: Plan, words: list[str], lang: Lang) -> list[Named]:
    found = [one for one in plan.readings if _holds(words, _texts(one))]
    return [(one.id, one.question if lang == "zh" else one.question_en) for one in found]


def _texts(entry: Interpretation) -> list[str]:
    options = [text for option in entry.options for text in (option.zh, option.en)]
    return [entry.id, entry.question, entry.question_en, *options]


def _near(plan: Plan, text: str, lang: Lang) -> list[Named]:
    """Lead units, titles and targets whose names come near ``text``."""
    names: dict[str, Named] = {}
    for unit in plan.lead_units:
        names[unit.name] = names[unit.name_en] = (unit.name, "") if lang == "zh" else (unit.id, unit.name_en)
    for named, texts in _all_titles(plan, lang):
        names |= {one: named for one in texts if one}
    for target in plan.targets.values():
        names[target.id] = (target.id, target.summary if lang == "zh" else target.summary_en)
    wanted = "".join(text.casefold().split())
    short = [name for name in names if len(wanted) >= _LEAST_ABBREVIATED and _abbreviates(wanted, name)]
    return list(dict.fromkeys(names[name] for name in short or nearest_names(text, names)))


def _abbreviates(short: str, name: str) -> bool:
    """Whether the characters of ``short`` stand in ``name`` in their order: 政务服务办 for an office."""
    rest = iter(name.casefold())
    return all(character in rest for character in short)
