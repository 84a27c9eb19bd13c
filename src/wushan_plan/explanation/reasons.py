"""The wording of each reason (理由的措辞). One short function a reason, both languages side by side."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

from wushan_plan.explanation.words import (
    date_text,
    days_text,
    number_text,
    percent_text,
)
from wushan_plan.model.verdict import Lang, Reason, ReasonCode

_MOST_NAMED = 8

Wording = Callable[[Mapping[str, Any], Lang], tuple[str, str]]
"""From a reason's values to its Chinese and English; the language is for the numbers inside."""


def reason_text(reason: Reason, lang: Lang) -> str:
    """One reason as a sentence."""
    zh, en = _WORDINGS[reason.code](dict(reason.values), lang)
    return zh if lang == "zh" else en


def _number(value: Any, lang: Lang) -> str:
    return number_text(Fraction(value), lang)


def _day(value: dt.date | None, lang: Lang) -> str:
    return "" if value is None else date_text(value, lang)


def _by(value: dt.date | None, lang: Lang) -> str:
    if value is None:
        return ""
    return f"（至{date_text(value, lang)}止）" if lang == "zh" else f" (by {date_text(value, lang)})"


def _joined(names: tuple[str, ...], lang: Lang) -> str:
    mark = "、" if lang == "zh" else ", "
    if len(names) <= _MOST_NAMED:
        return mark.join(names)
    rest = len(names) - _MOST_NAMED
    more = f"等{len(names)}项" if lang == "zh" else f" and {rest} more"
    return mark.join(names[:_MOST_NAMED]) + more


def _within_limit(v: Mapping[str, Any], lang: Lang) -> tuple[str, str]:
    used, limit = days_text(v["elapsed"], lang), days_text(v["limit"], lang)
    return f"用时{used}，不超过上限{limit}。", f"{used} elapsed, within the limit of {limit}."


def _over_limit(v: Mapping[str, Any], lang: Lang) -> tuple[str, str]:
    used, limit = days_text(v["elapsed"], lang), days_text(v["limit"], lang)
    return f"用时{used}，超过上限{limit}。", f"{used} elapsed, over the limit of {limit}."


def _before_deadline(v: Mapping[str, Any], lang: Lang) -> tuple[str, str]:
    if v["deadline"] is None:
        return "截止日在日历覆盖范围之后，尚未超过。", "The deadline lies past the calendar; not exceeded."
    end, due = _day(v["end"], lang), _day(v["deadline"], lang)
    return f"{end}不晚于截止日{due}。", f"{end} is not after the deadline, {due}."


def _after_deadline(v: Mapping[str, Any], lang: Lang) -> tuple[str, str]:
    end, due = _day(v["end"], lang), _day(v["deadline"], lang)
    return f"{end}晚于截止日{due}。", f"{end} is after the deadline, {due}."


def _at_most(v: Mapping[str, Any], lang: Lang) -> tuple[str, str]:
    quantity, value, most = v["quantity"], _number(v["value"], lang), _number(v["most"], lang)
    return (
        f"{quantity.zh}为{value}{quantity.unit}，上限{most}{quantity.unit}（含）。",
        f"{quantity.en}: {value}; at most {most}, inclusive.",
    )


def _at_least(v: Mapping[str, Any], lang: Lang) -> tuple[str, str]:
    quantity, value, least = v["quantity"], _number(v["value"], lang), _number(v["least"], lang)
    return (
        f"{quantity.zh}为{value}{quantity.unit}，至少应有{least}{quantity.unit}{_by(v['by'], lang)}。",
        f"{quantity.en}: {value}; at least {least} needed{_by(v['by'], lang)}.",
    )


def _exactly(v: Mapping[str, Any], lang: Lang) -> tuple[str, str]:
    quantity, value = v["quantity"], _number(v["value"], lang)
    return (
        f"{quantity.zh}为{value}{quantity.unit}，应恰为{v['exactly']}{quantity.unit}。",
        f"{quantity.en}: {value}; exactly {v['exactly']} expected.",
    )


def _mean(v: Mapping[str, Any], lang: Lang) -> tuple[str, str]:
    mean, limit = _number(v["mean"], lang), days_text(v["limit"], lang)
    unit = limit.removeprefix(str(v["limit"].days))
    cases = "1 case" if v["cases"] == 1 else f"{v['cases']} cases"
    return (
        f"{v['cases']}件共用{v['total']}{unit}，平均{mean}{unit}，"
        f"{'不超过' if v['within'] else '超过'}{limit}（不取整）。",
        f"{cases} took {v['total']}{unit} in all: a mean of {mean}, "
        f"{'within' if v['within'] else 'over'} {limit} (not rounded).",
    )


def _rate(v: Mapping[str, Any], lang: Lang) -> tuple[str, str]:
    rate, done, total = (
        percent_text(v["rate"], lang), _number(v["done"], lang), _number(v["total"], lang)
    )  # fmt: skip
    return f"{total}件中完成{done}件，为{rate}，应达100%。", f"{done} of {total}: {rate}; 100% expected."


def _covered(v: Mapping[str, Any], lang: Lang) -> tuple[str, str]:
    done, total = _number(v["done"], lang), _number(v["total"], lang)
    return (
        f"应覆盖{total}，已覆盖{done}{_by(v['by'], lang)}。",
        f"{done} of {total} covered{_by(v['by'], lang)}.",
    )


def _not_covered(v: Mapping[str, Any], lang: Lang) -> tuple[str, str]:
    zh, en = _covered(v, lang)
    if v["open"]:
        return f"{zh}未覆盖：{_joined(v['open'], lang)}。", f"{en} Open: {_joined(v['open'], lang)}."
    return zh, en


def _done(v: Mapping[str, Any], lang: Lang) -> tuple[str, str]:
    when = _day(v["done_on"], lang)
    criterion = v["criterion"]
    return (
        f"已完成：{criterion.result}{'，' + when if when else ''}。",
        f"Done: {criterion.result_en}{', ' + when if when else ''}.",
    )


def _not_done(v: Mapping[str, Any], lang: Lang) -> tuple[str, str]:
    criterion, by = v["criterion"], _by(v["by"], lang)
    return f"尚未完成：{criterion.result}{by}。", f"Not done: {criterion.result_en}{by}."


def _events(v: Mapping[str, Any], lang: Lang) -> tuple[str, str]:
    criterion, period = v["criterion"], v["period"]
    within = ""
    if period is not None:
        first, last = date_text(period.first, lang), date_text(period.last, lang)
        within = f"{first}至{last}" if lang == "zh" else f" from {first} to {last}"
    return (
        f"{within}{criterion.event}{v['times']}次，至少应有{v['least']}次。",
        f"{criterion.event_en}: {v['times']} times{within}; at least {v['least']} expected.",
    )


def _trend(v: Mapping[str, Any], lang: Lang, improved: bool) -> tuple[str, str]:
    seen = v["observed"]
    before, after = _number(v["before"], lang), _number(v["after"], lang)
    return (
        f"{seen.observed}由{before}{seen.unit}变为{after}{seen.unit}，{'有' if improved else '未见'}改善"
        "（相等不算改善）。",
        f"{seen.observed_en}: {before} before, {after} after: "
        f"{'improved' if improved else 'not improved'} (equal is not better).",
    )


def _parts(v: Mapping[str, Any], lang: Lang) -> tuple[str, str]:
    return (
        f"本条{v['total']}项承诺：达标或有正当理由{v['met']}项，未达标{v['not_met']}项，"
        f"未到期{v['pending']}项，无法判定{v['unknown']}项。",
        f"Of {v['total']} commitments: {v['met']} met or excused, {v['not_met']} not met, "
        f"{v['pending']} pending, {v['unknown']} unknown.",
    )


def _missing(v: Mapping[str, Any], lang: Lang) -> tuple[str, str]:
    facts = v["facts"]
    return (
        "缺少事实：" + "、".join(f"{fact.zh}（{fact.name}）" for fact in facts) + "。",
        "Facts missing: " + ", ".join(f"{fact.name} ({fact.en})" for fact in facts) + ".",
    )


def _clock_starts_later(v: Mapping[str, Any], lang: Lang) -> tuple[str, str]:
    event, start = v["event"], _day(v["start"], lang)
    return (
        f"以较晚的{event.zh}之日（{start}）起算。",
        f"The clock starts at the later event: {event.en}, {start}.",
    )


def _said(zh: str, en: str) -> Wording:
    """A fixed sentence, with ``{name}`` filled by the value of that name."""

    def wording(values: Mapping[str, Any], lang: Lang) -> tuple[str, str]:
        shown = {
            name: date_text(value, lang)
            if isinstance(value, dt.date)
            else _number(value, lang)
            if isinstance(value, (int, Fraction)) and not isinstance(value, bool)
            else value
            for name, value in values.items()
        }
        return zh.format(**shown), en.format(**shown)

    return wording


def _ratio(v: Mapping[str, Any], lang: Lang) -> tuple[str, str]:
    ratio, least = percent_text(v["ratio"], lang), percent_text(v["least"], lang)
    return f"比例为{ratio}，下限{least}（含）。", f"The ratio is {ratio}; at least {least}, inclusive."


_WORDINGS: Mapping[ReasonCode, Wording] = {
    ReasonCode.WITHIN_LIMIT: _within_limit,
    ReasonCode.OVER_LIMIT: _over_limit,
    ReasonCode.BEFORE_DEADLINE: _before_deadline,
    ReasonCode.AFTER_DEADLINE: _after_deadline,
    ReasonCode.STILL_OPEN: _said("截至{as_of}尚未办结，未到期。", "Still open on {as_of}, and not yet due."),
    ReasonCode.OPEN_AND_LATE: _said("截至{as_of}尚未办结，已逾期。", "Still open on {as_of}, and late."),
    ReasonCode.NOT_BEGUN: _said(
        "判定基准日{as_of}早于起算日{start}。", "{as_of} is before the clock starts, {start}."
    ),
    ReasonCode.END_IS_LATER: _said(
        "记载的办结日{end}晚于判定基准日{as_of}，按当时尚未办结判定。",
        "The recorded end, {end}, is after {as_of}; judged as still open on that day.",
    ),
    ReasonCode.CLOCK_STARTS_LATER: _clock_starts_later,
    ReasonCode.MEAN: _mean,
    ReasonCode.SO_FAR: _said(
        "统计期至{last}止，以下为目前情况。", "The period runs to {last}; this is how it stands."
    ),
    ReasonCode.NO_CASES: _said("没有已办结的办件。", "There is no completed case."),
    ReasonCode.NO_PERIOD: _said(
        "未限定统计期，所给办件全部计入。", "No period was given: every case given is in it."
    ),
    ReasonCode.UNREAD_CASES: _said(
        "另有{cases}件读不出，不能据此判定。", "{cases} more could not be read, so that nothing is decided."
    ),
    ReasonCode.AT_MOST: _at_most,
    ReasonCode.AT_LEAST: _at_least,
    ReasonCode.EXACTLY: _exactly,
    ReasonCode.REACHED_LATE: _said(
        "{reached_on}才达到，晚于{by}。", "Reached on {reached_on} only, after {by}."
    ),
    ReasonCode.RATIO: _ratio,
    ReasonCode.RATE: _rate,
    ReasonCode.ZERO_DENOMINATOR: _said("分母为零，比率无从谈起。", "The denominator is zero: no rate."),
    ReasonCode.COVERED: _covered,
    ReasonCode.NOT_COVERED: _not_covered,
    ReasonCode.EMPTY_UNIVERSE: _said("应覆盖的范围为空。", "There is nothing to cover."),
    ReasonCode.ITEMS_DONE: lambda v, lang: (
        f"已全部完成：{_joined(v['items'], lang)}。", f"All done: {_joined(v['items'], lang)}."
    ),
    ReasonCode.ITEMS_OPEN: lambda v, lang: (
        f"尚未完成：{_joined(v['items'], lang)}。", f"Still open: {_joined(v['items'], lang)}."
    ),
    ReasonCode.DONE: _done,
    ReasonCode.NOT_DONE: _not_done,
    ReasonCode.NO_EVIDENCE: _said("报称完成，但没有佐证材料。", "Reported as done, without evidence."),
    ReasonCode.EVENTS: _events,
    ReasonCode.IMPROVED: lambda v, lang: _trend(v, lang, improved=True),
    ReasonCode.NOT_IMPROVED: lambda v, lang: _trend(v, lang, improved=False),
    ReasonCode.NO_INCIDENT: lambda v, lang: (
        f"未发生：{v['criterion'].incident}。", f"None occurred: {v['criterion'].incident_en}."
    ),
    ReasonCode.INCIDENTS: lambda v, lang: (
        f"发生{_number(v['value'], lang)}{v['criterion'].unit}：{v['criterion'].incident}。",
        f"{_number(v['value'], lang)} occurred: {v['criterion'].incident_en}.",
    ),
    ReasonCode.NOTHING_DEMANDED: _said("未再要求：{what}。", "Not demanded: {what_en}."),
    ReasonCode.DEMANDED: _said("仍被要求{value}{unit}：{what}。", "Still demanded ({value}): {what_en}."),
    ReasonCode.GRANTED: lambda v, lang: (
        f"已提供：{v['criterion'].grant}。", f"Granted: {v['criterion'].grant_en}."
    ),
    ReasonCode.NOT_GRANTED: lambda v, lang: (
        f"未提供：{v['criterion'].grant}。", f"Not granted: {v['criterion'].grant_en}."
    ),
    ReasonCode.POWER_USED: lambda v, lang: (
        f"已行使：{v['criterion'].power}。", f"Exercised: {v['criterion'].power_en}."
    ),
    ReasonCode.POWER_NOT_USED: lambda v, lang: (
        f"未行使：{v['criterion'].power}；可以行使，不行使也不违反。",
        f"Not exercised: {v['criterion'].power_en}; a power need not be used.",
    ),
    ReasonCode.PARTS: _parts,
    ReasonCode.OUT_OF_SCOPE: lambda v, lang: (
        f"不属于适用范围：{v['scope'].zh}。", f"Outside the scope: {v['scope'].en}."
    ),
    ReasonCode.EXCUSE_ACCEPTED: _said(
        "原文“{phrase}”允许有理由的偏离；记录的理由：{excuse}。",
        "The text ({phrase}) allows a justified deviation; recorded reason: {excuse}.",
    ),
    ReasonCode.EXCUSE_HAS_NO_ROOM: _said(
        "原文没有为偏离留余地，记录的理由不改变结论：{excuse}。",
        "The text leaves no room for a deviation; the recorded reason changes nothing: {excuse}.",
    ),
    ReasonCode.EXPLORATION: _said(
        "探索事项只会缺少佐证，不判为未达标。", "An exploration can only lack evidence; it cannot be missed."
    ),
    ReasonCode.MISSING: _missing,
    ReasonCode.PROVISIONAL: _said(
        "计数用到{settled_to}以后的日子，尚无正式放假通知：结论暂定。",
        "Days after {settled_to} were counted, which no notice settles yet: provisional.",
    ),
}  # fmt: skip
