"""From a page to what a notebook takes (成稿)."""

from __future__ import annotations

from wushan_plan.explanation.display.as_html import as_html
from wushan_plan.explanation.display.as_text import as_text
from wushan_plan.explanation.display.page import Page
from wushan_plan.model.display import Display
from wushan_plan.model.verdict import Lang


def display_of(page: Page, lang: Lang) -> Display:
    """The page in both forms."""
    return Display(as_html(page, lang), as_text(page, lang))
