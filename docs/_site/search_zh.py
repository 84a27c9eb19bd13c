"""Chinese search (中文检索): pages cut into words by jieba, queries cut by the words of the index.

Sphinx cuts the pages but not what a reader types, so that 不超过9个工作日 would be looked for as one word.
The words of the glossary are made known to jieba first: they are what people look for.
"""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

from sphinx.search.zh import SearchChinese

from _site.glossary import chinese_terms
from wushan_plan import PLAN

_SPLITTER = Path(__file__).parent / "static" / "split-query.js"


class GlossarySearch(SearchChinese):  # type: ignore[misc]  # typed as Any without stubs
    """Search over Chinese pages (中文检索)."""

    js_splitter_code = _SPLITTER.read_text("utf-8")

    def init(self, options: dict[str, Any]) -> None:
        """Makes the words of the glossary and the names of the units known to jieba."""
        import jieba

        jieba.setLogLevel(logging.WARNING)  # it tells of its own loading otherwise
        super().init(options)
        for word in (*chinese_terms(), *(unit.name for unit in PLAN.lead_units)):
            jieba.add_word(word)
