"""Docstrings as this project writes them (文档字符串): Google's sections, the types in the annotations alone.

Napoleon takes what stands before a colon for a type, in the docstrings of properties and below ``Returns:``.
Here it never is one: "Whether a duty was breached: …" is a sentence.
"""

from __future__ import annotations

from typing import Any

from sphinx.ext.napoleon import Config
from sphinx.ext.napoleon.docstring import GoogleDocstring

_CONFIG = Config(napoleon_use_ivar=True, napoleon_numpy_docstring=False)
_ATTRIBUTES = ("attribute", "data", "property")


class _Docstring(GoogleDocstring):  # type: ignore[misc]  # typed as Any without stubs
    def _consume_returns_section(self, preprocess_types: bool = False) -> list[tuple[str, str, list[str]]]:
        return [("", "", self._dedent(self._consume_to_next_section()))]


def process(app: Any, what: str, name: str, obj: object, options: object, lines: list[str]) -> None:
    """Turns the sections of a docstring into fields, in place."""
    kind = "method" if what in _ATTRIBUTES else what
    lines[:] = _Docstring(lines, _CONFIG, app, kind, name, obj, options).lines()
