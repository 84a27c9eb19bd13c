"""How nouns show themselves at a prompt and in a notebook (显示)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, cast

import attrs

from wushan_plan.errors import DefinitionError
from wushan_plan.plain_text import printable

if TYPE_CHECKING:
    from wushan_plan.model.verdict import Lang


class ShownShort:
    """Shows its ``repr`` wherever a pretty printer would unfold every field (简短显示).

    The parts of a plan know the plan, and the plan knows them all: unfolded, one commitment is as
    long as the document.
    """

    __slots__ = ()

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        printer.text(printable(repr(self)))


@attrs.frozen(repr=False)
class Display:
    """A noun as a notebook shows it: as HTML, and as plain text beside it (展示).

    Attributes:
        html: one ``div`` that needs nothing else: no script, no style sheet, no other file.
        text: the same as plain text.
    """

    html: str
    text: str

    def __repr__(self) -> str:
        return self.text

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        printer.text(self.text)

    def _repr_html_(self) -> str:
        return self.html


class Displayer(Protocol):
    """Shows nouns (展示者)."""

    def display(self, noun: Any, lang: Lang) -> Display:
        """The noun in that language."""


class ShownInNotebook(ShownShort):
    """Shows itself in a notebook, in Chinese; :meth:`display` speaks English as well (笔记本显示)."""

    __slots__ = ()

    @property
    def displayer(self) -> Displayer | None:
        """What shows it: that of its plan; ``None`` where there is no plan, or it has no voice."""
        plan = getattr(self, "plan", None)
        return None if plan is None else cast("Displayer | None", plan.displayer)

    def display(self, lang: Lang = "zh") -> Display:
        """How a notebook shows it.

        Args:
            lang: ``"zh"`` or ``"en"``.

        Raises:
            DefinitionError: when it belongs to no plan that has a voice.
        """
        displayer = self.displayer
        if displayer is None:
            raise DefinitionError(
                value=type(self).__name__,
                rule="showing something takes a voice.",
                where=f"{type(self).__name__}.display",
                remedy="Take it from a plan that was introduced to a judge with a voice, such as PLAN.",
            )
        return displayer.display(self, lang)

    def _repr_html_(self) -> str | None:
        # Without a voice a notebook falls back on the short form instead of showing an error.
        return None if self.displayer is None else self.display().html
