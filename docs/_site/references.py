"""Names in docstrings become links (互引): by the public path they are documented under, or not at all.

The code names things by the module that holds them, the pages by the path users import. A name of the
standard library or of another package stays a plain name: the site is built without looking anything up.
A name of this library that leads nowhere is a warning, and the site is built with warnings as errors.
"""

from __future__ import annotations

import builtins
import sys
from collections.abc import Iterable
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.nodes import make_refnode

_OTHERS = {
    "attrs",
    "cattrs",
    "hypothesis",
    "ibis",
    "narwhals",
    "numpy",
    "pandas",
    "polars",
    "pyarrow",
    "sqlalchemy",
}
_SHORT = {
    "Any", "Callable", "Decimal", "Enum", "Engine", "Fraction", "Iterable", "Iterator", "Literal", "Mapping",
    "Path", "PathLike", "Self", "Sequence", "Table", "date", "datetime", "dt.date", "dt.datetime", "np.ndarray",
}  # fmt: skip


def resolve(app: Sphinx, env: Any, node: Any, content: nodes.TextElement) -> nodes.reference | Any | None:
    """The link a name in the Python domain stands for; its plain text when it is none of this library's."""
    if node.get("refdomain") != "py":
        return None
    target: str = node["reftarget"].lstrip("~.")
    domain = env.get_domain("py")
    found = documented(target, domain.objects)
    if found is not None:
        entry = domain.objects[found]
        return make_refnode(app.builder, node["refdoc"], entry.docname, entry.node_id, content, found)
    return content if is_foreign(target) else None


def documented(target: str, known: Iterable[str]) -> str | None:
    """The one documented name that ``target`` means: its end, without the module that holds it."""
    parts = target.split(".")
    while len(parts) > 1 and parts[0].islower():
        parts.pop(0)
    end = ".".join(parts)
    found = sorted((name for name in known if name == end or name.endswith(f".{end}")), key=len)
    return found[0] if found else None


def is_foreign(target: str) -> bool:
    """Whether a name belongs to Python or to another package."""
    root = target.partition(".")[0]
    if target.startswith("wushan_plan."):
        return target.endswith(".Table")  # stands for whatever kind of table the caller has
    return target in _SHORT or hasattr(builtins, root) or root in _OTHERS or root in sys.stdlib_module_names
