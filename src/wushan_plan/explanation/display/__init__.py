"""What a notebook shows of each noun (笔记本展示): HTML and plain text from one content.

``page`` has the shapes, ``as_html`` and ``as_text`` write them, the other modules fill them: they
choose what is shown and decide nothing. :func:`year_display` and :func:`day_display` show what has
no voice of its own.
"""

from wushan_plan.explanation.display.days import day_display, year_display

__all__ = ["day_display", "year_display"]
