"""The voice of a plan: what its deadlines and verdicts say and show (方案表述者)."""

from __future__ import annotations

import datetime as dt
from html import escape

import attrs

from wushan_plan.counting.periods import CountedDay, day_by_day
from wushan_plan.counting.workday_calendar import WorkdayCalendar
from wushan_plan.errors import FactError
from wushan_plan.explanation import picture
from wushan_plan.explanation.scorecards import scorecard_text
from wushan_plan.explanation.sentences import deadline_text, verdict_text
from wushan_plan.explanation.words import STATUS, date_text
from wushan_plan.model.modality import Status
from wushan_plan.model.scorecard import Scorecard
from wushan_plan.model.verdict import Deadline, Lang, Verdict


@attrs.frozen
class PlanVoice:
    """Speaks Chinese and English, and draws (方案表述者).

    Attributes:
        calendar: the calendar the answers were counted on.
    """

    calendar: WorkdayCalendar

    def deadline_text(self, deadline: Deadline, lang: Lang) -> str:
        """See :class:`wushan_plan.model.verdict.Voice`."""
        return deadline_text(deadline, self.calendar, _checked(lang))

    def verdict_text(self, verdict: Verdict, lang: Lang) -> str:
        """See :class:`wushan_plan.model.verdict.Voice`."""
        return verdict_text(verdict, self.calendar, _checked(lang))

    def scorecard_text(self, card: Scorecard, lang: Lang) -> str:
        """See :class:`wushan_plan.model.scorecard.ScorecardVoice`."""
        return scorecard_text(card, _checked(lang))

    def deadline_html(self, deadline: Deadline) -> str:
        """See :class:`wushan_plan.model.verdict.Voice`."""
        marks = {deadline.date: picture.DUE}
        if deadline.start is not None:
            marks.setdefault(deadline.start, picture.START)
        caption = f"截止日 {date_text(deadline.date, 'zh')}" + ("（暂定）" if deadline.provisional else "")
        rolled = deadline.rolled_from
        return self._figure(caption, deadline, deadline.date, marks, deadline.explain(), rolled)

    def verdict_html(self, verdict: Verdict) -> str:
        """See :class:`wushan_plan.model.verdict.Voice`."""
        caption = f"{STATUS[verdict.status][0]}：{verdict.commitment.id}"
        deadline = verdict.deadline
        if deadline is None or deadline.start is None:
            return _page(caption, "", verdict.explain())
        marks = {}
        last = deadline.date
        if verdict.ended is not None:
            late = verdict.status is Status.NOT_MET
            marks[verdict.ended] = picture.END_LATE if late else picture.END_IN_TIME
            last = max(last, verdict.ended)
        elif verdict.as_of is not None:
            marks[verdict.as_of] = picture.AS_OF
            last = max(last, verdict.as_of)
        marks.setdefault(deadline.date, picture.DUE)
        marks.setdefault(deadline.start, picture.START)
        return self._figure(caption, deadline, last, marks, verdict.explain())

    def _figure(
        self,
        caption: str,
        deadline: Deadline,
        last: dt.date,
        marks: dict[dt.date, picture.Mark],
        words: str,
        rolled_from: dt.date | None = None,
    ) -> str:
        counted: dict[dt.date, CountedDay] = {}
        if deadline.start is not None and deadline.limit is not None:
            last = min(last, self.calendar.coverage[1])
            counted = {
                day.day.date: day
                for day in day_by_day(
                    self.calendar,
                    deadline.start,
                    last,
                    type(deadline.limit),
                    deadline.suspended,
                    rolled_from,
                )
            }
        return _page(caption, picture.calendar_svg(self.calendar, counted, marks, caption), words)


def _page(caption: str, svg: str, words: str) -> str:
    return (
        f'<div><p style="font-weight:600;margin:0 0 6px">{escape(caption)}</p>{svg}'
        f'<details><summary>说明</summary><pre style="white-space:pre-wrap">{escape(words)}</pre>'
        "</details></div>"
    )


def _checked(lang: Lang) -> Lang:
    if lang not in ("zh", "en"):
        raise FactError(
            value=lang,
            rule="answers are given in Chinese or English.",
            where="explain(lang)",
            remedy="Give 'zh' or 'en'.",
        )
    return lang
