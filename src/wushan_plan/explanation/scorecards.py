"""Scorecards as a page of text (记分卡的文字)."""

from __future__ import annotations

from wushan_plan.explanation.reasons import reason_text
from wushan_plan.explanation.sentences import trial_text
from wushan_plan.explanation.width import padded
from wushan_plan.explanation.words import (
    STATUS,
    date_text,
    days_text,
    number_text,
    percent_text,
    pick,
    unit_text,
)
from wushan_plan.model.modality import Status
from wushan_plan.model.scorecard import JudgedCase, Scorecard
from wushan_plan.model.verdict import Lang
from wushan_plan.plain_text import joined

_MOST_LISTED = 10


def scorecard_text(
    card: Scorecard, lang: Lang, *, overdue: int | None = None, unread: int | None = None
) -> str:
    """Counts, rate, mean, overdue list, worst cases and unread cases.

    Args:
        card: the scorecard.
        lang: the language.
        overdue: how many open cases are overdue, where the scorecard holds only the first of them.
        unread: how many cases are unknown, likewise.
    """
    commitment = card.commitment
    zh = lang == "zh"
    lines = [f"{commitment.id}  {commitment.summary if zh else commitment.summary_en}"]
    lines += trial_text(commitment, lang)
    if card.as_of is not None:
        lines.append(("判定基准日  " if zh else "as of  ") + date_text(card.as_of, lang))
    lines.append("")
    lines.append(padded("办件" if zh else "cases", 18) + f"{card.cases:>8}")
    for status, count in card.counts:
        if count or status in (Status.MET, Status.NOT_MET, Status.PENDING, Status.UNKNOWN):
            lines.append(padded("  " + pick(STATUS[status], lang), 18) + f"{count:>8}")
    if card.rate is not None:
        label = "达标率（已定件）" if zh else "met, of decided"
        lines.append(padded(label, 18) + f"{percent_text(card.rate, lang):>8}{fraction_text(card, lang)}")
    if card.mean is not None and card.unit is not None:
        label = "办结件平均用时" if zh else "mean, completed"
        lines.append(padded(label, 18) + f"{number_text(card.mean, lang):>8} {unit_text(card.unit, lang)}")
    if card.breaches:
        lines.append(padded("违反义务" if zh else "breaches of duty", 18) + f"{card.breaches:>8}")
    if card.reading_dependent:
        label = "结论随口径变化" if zh else "depend on reading"
        lines.append(padded(label, 18) + f"{card.reading_dependent:>8}")
    if overdue is None:
        overdue = len(card.overdue)
    lines += _listed(card.overdue[:_MOST_LISTED], overdue, "逾期未办结" if zh else "Open and overdue", lang)
    lines += _listed(card.worst, card.late, "超时的办结件" if zh else "Completed over the limit", lang)
    if card.unread:
        title = "无法判定的行（原样保留）" if zh else "Unknown rows, kept as they are"
        number, shown = len(card.unread) if unread is None else unread, card.unread[:_MOST_LISTED]
        lines += ["", f"{title} ({number})"]
        lines += [f"  {case.key}  {problem_text(case, lang)}" for case in shown]
        lines += _more(number - len(shown), lang)
    return joined(lines)


def fraction_text(card: Scorecard, lang: Lang) -> str:
    """What the rate is made of: （96/110）, or (96/110) after a space."""
    fraction = f"{card.count(Status.MET)}/{card.decided}"
    return f"（{fraction}）" if lang == "zh" else f" ({fraction})"


def problem_text(case: JudgedCase, lang: Lang) -> str:
    """Why a case is unknown."""
    if case.verdict is None:
        return case.problem
    return reason_text(case.verdict.reasons[-1], lang)


def _listed(cases: tuple[JudgedCase, ...], total: int, title: str, lang: Lang) -> list[str]:
    if not cases:
        return []
    lines = ["", f"{title} ({total})"]
    for case in cases:
        verdict = case.verdict
        assert verdict is not None  # unread cases are listed apart
        assert verdict.elapsed is not None
        assert verdict.overdue is not None
        due = "" if verdict.deadline is None else str(verdict.deadline)
        used, late = days_text(verdict.elapsed, lang), days_text(verdict.overdue, lang)
        if lang == "zh":
            lines.append(f"  {padded(case.key, 16)}  截止{due}  用时{used}  逾期{late}")
        else:
            lines.append(f"  {padded(case.key, 16)}  due {due}  elapsed {used}  overdue {late}")
    return lines + _more(total - len(cases), lang)


def _more(rest: int, lang: Lang) -> list[str]:
    if rest <= 0:
        return []
    return [f"  ……另有{rest}件，见结果文件" if lang == "zh" else f"  … and {rest} more, in the result file"]
