"""The voice of a plan: what its answers say, and how it shows all its nouns (方案表述者)."""

from __future__ import annotations

import attrs

from wushan_plan.counting.workday_calendar import WorkdayCalendar
from wushan_plan.explanation.limits import bound_text
from wushan_plan.explanation.scorecards import scorecard_text
from wushan_plan.explanation.sentences import deadline_text, verdict_text
from wushan_plan.explanation.words import spoken
from wushan_plan.model.commitment import Commitment
from wushan_plan.model.display import Display
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
        return deadline_text(deadline, self.calendar, spoken(lang))

    def verdict_text(self, verdict: Verdict, lang: Lang) -> str:
        """See :class:`wushan_plan.model.verdict.Voice`."""
        return verdict_text(verdict, self.calendar, spoken(lang))

    def scorecard_text(self, card: Scorecard, lang: Lang) -> str:
        """See :class:`wushan_plan.model.scorecard.ScorecardVoice`."""
        return scorecard_text(card, spoken(lang))

    def limit_text(self, commitment: Commitment, lang: Lang) -> str:
        """See :class:`wushan_plan.model.verdict.Voice`."""
        return bound_text(commitment.criterion, spoken(lang, "rows(lang)"))

    def display(self, noun: object, lang: Lang) -> Display:
        """See :class:`wushan_plan.model.verdict.Voice`."""
        # Loaded when something is shown: judging a million cases needs no page.
        from wushan_plan.explanation.display.pages import page_of
        from wushan_plan.explanation.display.writing import display_of

        return display_of(page_of(noun, self.calendar, spoken(lang, "display(lang)")), lang)
