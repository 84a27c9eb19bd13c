"""The one family of errors (报错).

Every error carries the same four answers, in the message and as attributes: the ``value`` that was
refused, the ``rule`` it breaks, ``where`` it was found, and the ``remedy``: what to do instead.
Each class also derives from the built-in error a caller would expect (``ValueError``, ``TypeError`` …).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from wushan_plan.plain_text import one_line


class WushanPlanError(Exception):
    """Base of every error this library raises on purpose (报错).

    Attributes:
        value: what was refused, as given.
        rule: the rule it breaks, in one sentence.
        where: the argument, fact, row or cell it was found in.
        remedy: what to do instead.
        zh: the rule in Chinese, and what to do instead, for the errors a person can meet at the command
            line or in a file; empty for those only a program meets.
        near: what may have been meant, for those who read ``zh`` instead of ``remedy``; may be empty.
    """

    def __init__(
        self, *, value: object, rule: str, where: str, remedy: str, zh: str = "", near: Sequence[str] = ()
    ) -> None:
        super().__init__(value, rule, where, remedy)
        self.value = value
        self.rule = rule
        self.where = where
        self.remedy = remedy
        self.zh = zh
        self.near = tuple(near)

    def __str__(self) -> str:
        return one_line(f"{self.where}: {_shown(self.value)}: {self.rule} {self.remedy}")

    def __reduce__(self) -> tuple[object, ...]:
        # Exceptions with keyword-only arguments do not survive pickling by themselves,
        # and a verdict computed in a worker process must be able to report its error.
        return (_rebuild, (type(self), self.value, self.rule, self.where, self.remedy, self.zh, self.near))


class OutOfCoverageError(WushanPlanError, LookupError):
    """A day for which no State Council notice is known (日历未覆盖)."""


class DateTypeError(WushanPlanError, TypeError):
    """Something that is not a date where a date is needed (日期类型有误)."""


class CountError(WushanPlanError, ValueError):
    """A number of days that cannot be counted (天数有误)."""


class FactError(WushanPlanError, ValueError):
    """A fact that cannot be true, or is of the wrong kind (事实有误)."""


class FactDateError(FactError, DateTypeError):
    """Something that is not a date, given as a fact that is one (事实日期有误)."""


class UnknownNameError(WushanPlanError, KeyError):
    """A name the plan, a commitment or a file does not know (名称不识)."""

    __str__ = WushanPlanError.__str__


class DefinitionError(WushanPlanError, ValueError):
    """A plan, notice or criterion that contradicts itself (定义矛盾)."""


class NotBoundError(WushanPlanError, AttributeError):
    """The official text was asked for before it was bound (未绑定原文)."""


class SourceTextError(WushanPlanError, ValueError):
    """A text that is not the text this library models (原文不符)."""


class CaseFileError(WushanPlanError, ValueError):
    """A case file that cannot be read as a whole (办件文件读不出)."""


class CellError(WushanPlanError, ValueError):
    """A cell that cannot be read as what its column holds (单元格读不出)."""


class JsonFormError(WushanPlanError, ValueError):
    """A JSON document that is not what this library writes (JSON 文件读不出)."""


class EntryError(WushanPlanError, ValueError):
    """A ledger entry that cannot stand (台账记录有误)."""


class LedgerStoreError(WushanPlanError, RuntimeError):
    """A ledger that cannot be opened, read or written (台账存取有误)."""


class ChainBrokenError(LedgerStoreError):
    """A stored ledger whose entries are no longer those once written (台账链校验不符)."""


class PlanEntryError(WushanPlanError, ImportError):
    """A plan that another package registers and that cannot be used (方案登记有误)."""


class MissingExtraError(WushanPlanError, ImportError):
    """An optional dependency is not installed (缺少可选依赖)."""

    @classmethod
    def of(cls, extra: str, package: str, purpose: str) -> MissingExtraError:
        """The error for ``package``, which ``purpose`` needs and ``extra`` installs."""
        return cls(
            value=package,
            rule=f"{purpose} needs a package that is not installed.",
            where=f"import {package}",
            remedy=f'Install the extra: pip install "wushan-plan[{extra}]" '
            f'(in a clone of the project: pip install -e ".[{extra}]")',
            zh=f'缺少可选依赖{package}，请安装：在本项目目录下运行 pip install -e ".[{extra}]"',
        )


_MOST_NAMES = 40  # more than this is no longer read


def nearest(name: object, known: Iterable[str]) -> str:
    """The ``known`` names most like ``name``, as the end of an error's remedy."""
    if not isinstance(name, str):
        return "Give the name as a str."
    names = sorted(set(known))
    close = nearest_names(name, names)
    if close:
        return f"Did you mean {' or '.join(repr(one) for one in close)}?"
    if len(names) > _MOST_NAMES:
        return "No known name comes near it."
    return f"Known: {', '.join(names)}." if names else "None is known here."


def nearest_names(name: object, known: Iterable[str]) -> tuple[str, ...]:
    """The ``known`` names most like ``name``, at most three; none where it is no text."""
    import difflib  # only a mistake needs it, and every start would pay for it

    if not isinstance(name, str):
        return ()
    names = sorted(set(known))
    holding = [one for one in names if name and name.casefold() in one.casefold()]
    return tuple(holding[:3] or difflib.get_close_matches(name, names, n=3, cutoff=0.5))


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 120 else text[:117] + "..."


def _rebuild(
    kind: type[WushanPlanError],
    value: object,
    rule: str,
    where: str,
    remedy: str,
    zh: str,
    near: tuple[str, ...],
) -> WushanPlanError:
    return kind(value=value, rule=rule, where=where, remedy=remedy, zh=zh, near=near)
