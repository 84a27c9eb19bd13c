"""How parts of a plan show themselves at a prompt (简短显示)."""

from __future__ import annotations

from typing import Any


class ShownShort:
    """Shows its ``repr`` wherever a pretty printer would unfold every field (简短显示).

    The parts of a plan know the plan, and the plan knows them all: unfolded, one commitment is as
    long as the document.
    """

    __slots__ = ()

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        printer.text(repr(self))
