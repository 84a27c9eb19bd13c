"""Where things lie, and which pages there are (位置)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from wushan_plan.model.verdict import Lang

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
NOTEBOOKS = ROOT / "notebooks"
BUILD = ROOT / "build" / "docs"
CHARTS = BUILD / "charts"
"""The script that draws charts, made once a build."""
LANGS: tuple[Lang, ...] = ("en", "zh")

CHANGELOG = ROOT / "CHANGELOG.md"
CONTRIBUTING = ROOT / "CONTRIBUTING.md"
GLOSSARY = DOCS / "glossary.md"

_TOCTREE = re.compile(r"^(:{3,}|`{3,})\{toctree\}\n(.*?)^\1$", re.MULTILINE | re.DOTALL)
_TITLED = re.compile(r".*<([^<>]+)>")


def other(lang: Lang) -> Lang:
    """The other of the two languages."""
    return "zh" if lang == "en" else "en"


def home_of(lang: Lang) -> Path:
    """The folder that holds the written pages of a language."""
    return DOCS / "zh" if lang == "zh" else DOCS


def written_pages(lang: Lang) -> dict[str, Path]:
    """Every page written by hand in that language: its name, such as ``how-to/tables``, and its file.

    The contributing guide is written at the root of the project in English. Of the changelog and the
    glossary there is one file each for both languages; they are among the generated pages.
    """
    home = home_of(lang)
    found = {
        path.relative_to(home).with_suffix("").as_posix(): path
        for path in sorted(home.rglob("*.md"))
        if path != GLOSSARY
        and not path.is_relative_to(DOCS / "examples")
        and not (lang == "en" and path.is_relative_to(DOCS / "zh"))
    }
    if lang == "en":
        found["contributing"] = CONTRIBUTING
    return found


def notebook_files() -> tuple[Path, ...]:
    """The notebooks, in the order of their numbers."""
    return tuple(sorted(NOTEBOOKS.glob("[0-9][0-9]-*.py")))


def listed_pages(text: str) -> Iterator[str]:
    """The entries of every toctree of a page, without their titles."""
    for match in _TOCTREE.finditer(text):
        for line in match[2].splitlines():
            entry = line.strip()
            if entry and not entry.startswith(":"):
                titled = _TITLED.fullmatch(entry)
                yield titled[1] if titled else entry
