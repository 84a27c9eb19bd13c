"""What is written below a class, which ``python -OO`` leaves behind (类说明)."""

from __future__ import annotations

import inspect
import sys


def docstring(cls: type) -> str:
    """The docstring of a class; empty where it has none, or where nobody can tell any more.

    The terms of criteria and the descriptions in schemas are taken from it, and shall not depend on
    how Python was started: ``-OO`` strips docstrings, and then they are read from the source. Nor on
    its version: Python 3.13 takes the indentation away, so that it is always taken away.
    """
    if cls.__doc__ or sys.flags.optimize < 2:
        return inspect.cleandoc(cls.__doc__ or "")
    import ast

    try:
        source = inspect.getsource(sys.modules[cls.__module__])
    except (KeyError, OSError, TypeError):  # installed as byte code alone
        return ""
    for node in ast.parse(source).body:
        if isinstance(node, ast.ClassDef) and node.name == cls.__name__:
            return ast.get_docstring(node) or ""
    return ""
