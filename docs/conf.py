"""Sphinx's settings (站点设置). Run by ``docs/build.py``, which names the language in ``SITE_LANG``."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

import wushan_plan  # noqa: E402
from _site import chinese_lines, docstrings, references  # noqa: E402
from _site.places import CHARTS, other  # noqa: E402
from _site.search_zh import GlossarySearch  # noqa: E402
from _site.wording import LOCALES  # noqa: E402

SPOKEN = "zh" if os.environ.get("SITE_LANG") == "zh" else "en"
CODES = {"zh": "zh-CN", "en": "en"}
NAMES = {"zh": "中文", "en": "English"}

project = "wushan-plan"
version = release = wushan_plan.__version__
language = CODES[SPOKEN].replace("-", "_")
locale_dirs = [str(LOCALES)]
html_title = "巫山府办发〔2021〕66号 · wushan-plan"

extensions = ["myst_nb", "sphinx.ext.autodoc"]
exclude_patterns = ["examples", "files"]
nitpicky = True
suppress_warnings: list[str] = []
show_warning_types = True

myst_enable_extensions = ["attrs_inline", "colon_fence"]
myst_heading_anchors = 4
nb_execution_mode = "off"
nb_merge_streams = True
nb_render_markdown_format = "myst"
nb_code_prompt_show = "显示代码" if SPOKEN == "zh" else "Show code"
nb_code_prompt_hide = "收起代码" if SPOKEN == "zh" else "Hide code"
suppress_warnings.append("mystnb.unknown_mime_type")  # what only a running notebook can show

autodoc_default_options = {"members": True}
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_class_signature = "mixed"
maximum_signature_line_length = 88
python_use_unqualified_type_names = True
add_module_names = False
toc_object_entries_show_parents = "hide"

html_theme = "furo"
html_theme_options = {"top_of_page_buttons": ["view"]}
html_static_path = [str(HERE / "_site" / "static"), str(CHARTS)]
html_css_files = ["site.css"]
templates_path = [str(HERE / "_site" / "templates")]
html_search_language = SPOKEN
html_copy_source = False
html_show_copyright = False


def _add_context(app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: Any) -> None:
    there = other("zh" if SPOKEN == "zh" else "en")
    up = "../" * (page.count("/") + 1)
    context["other_language_url"] = f"{up}{there}/{page}.html"
    context["other_language_code"] = CODES[there]
    context["other_language_name"] = NAMES[there]
    context["metatags"] = context.get("metatags", "") + (
        f'\n    <link rel="alternate" hreflang="{CODES[there]}" href="{up}{there}/{page}.html">'
    )
    if 'class="chart"' in context.get("body", ""):
        app.add_js_file("vega.js", priority=800)
        app.add_js_file("charts.js", priority=801)


def setup(app: Sphinx) -> None:
    """Chinese search, links from docstrings, the language switch."""
    if SPOKEN == "zh":
        app.add_search_language(GlossarySearch)
        app.add_js_file("words-zh.js", priority=510)
    app.connect("autodoc-process-docstring", docstrings.process)
    app.connect("doctree-read", chinese_lines.join)
    app.connect("missing-reference", references.resolve)
    app.connect("html-page-context", _add_context)
