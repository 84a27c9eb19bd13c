"""From a module's source to its faults: mutmut's operators, one changed function each (植入)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import CodeType

import libcst as cst
from attrs import frozen
from mutmut.mutation.file_mutation import Mutation, create_mutations

BUILT_FROM = Path(__file__).parents[2] / "src"


@frozen
class Mutant:
    """One fault: which function of which module, and what it makes of a line."""

    module: str
    function: str
    """Qualified name, with ``#2`` and so on for those that share it, in printed order."""
    number: int
    """Counted within the module, in the order of mutmut's operators."""
    before: str
    after: str
    twin: int = 1
    """Which of those in the function that read alike."""

    @property
    def name(self) -> str:
        told_apart = f" #{self.twin}" if self.twin > 1 else ""
        return f"{self.module}:{self.function}:{self.before} -> {self.after}{told_apart}"


class Field:
    """A module in which faults can be planted."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.module = ".".join(path.relative_to(BUILT_FROM).with_suffix("").parts).removesuffix(".__init__")
        # Decorators run when a module is imported; mutmut leaves decorated functions out altogether.
        # Here the body alone is exchanged, and the decorated function is the one that is already there.
        bare = cst.parse_module(path.read_text("utf-8")).visit(_Undecorated())
        self._tree, self._mutations, _, _ = create_mutations(str(path), bare.code)
        self._names = _named(self._tree)
        self._sound = functions(self._compiled(self._tree.code))

    def mutants(self) -> Iterator[Mutant]:
        alike: Counter[tuple[str, str, str]] = Counter()
        for number, mutation in enumerate(self._mutations):
            function = self._names.get(mutation.contained_by_top_level_function)
            if function is not None and not _is_wording(mutation) and not _is_cast(mutation):
                before, after = _lines(mutation)
                alike[function, before, after] += 1
                yield Mutant(self.module, function, number, before, after, alike[function, before, after])

    def body(self, mutant: Mutant) -> CodeType | None:
        """The function's body with the fault in it; None where it is no fault of the body.

        A changed default, for one, is given when the function is defined, not when it runs.
        """
        mutation = self._mutations[mutant.number]
        faulty = self._tree.deep_replace(mutation.original_node, mutation.mutated_node)
        assert isinstance(faulty, cst.Module)  # a node of it was exchanged, not the whole
        try:
            body = functions(self._compiled(faulty.code))[mutant.function]
        except SyntaxError:
            return None
        return None if body == self._sound[mutant.function] else body

    def _compiled(self, source: str) -> CodeType:
        return compile(source, str(self.path), "exec", dont_inherit=True)


def functions(module: CodeType) -> dict[str, CodeType]:
    """The outermost functions of a module and of its classes, by qualified name, in printed order."""
    found: dict[str, CodeType] = {}

    def walk(code: CodeType) -> None:
        for constant in code.co_consts:
            if isinstance(constant, CodeType):
                is_function = bool(constant.co_flags & 0x2)  # CO_NEWLOCALS: class bodies have none
                if not is_function:
                    walk(constant)
                    continue
                name, twin = constant.co_qualname, 2
                while name in found:
                    name, twin = f"{constant.co_qualname}#{twin}", twin + 1
                found[name] = constant

    walk(module)
    return found


def _named(module: cst.Module) -> dict[cst.CSTNode | None, str]:
    """The names that :func:`functions` gives, by the function's place in the source."""
    found: dict[cst.CSTNode | None, str] = {}
    given: set[str] = set()

    def walk(node: cst.CSTNode, prefix: str) -> None:
        for child in node.children:
            if isinstance(child, cst.FunctionDef):
                name = plain = prefix + child.name.value
                twin = 2
                while name in given:
                    name, twin = f"{plain}#{twin}", twin + 1
                given.add(name)
                found[child] = name
            elif isinstance(child, cst.ClassDef):
                walk(child, f"{prefix}{child.name.value}.")
            elif not isinstance(child, cst.BaseExpression):
                walk(child, prefix)

    walk(module, "")
    return found


class _Undecorated(cst.CSTTransformer):
    def leave_FunctionDef(  # noqa: N802 - the name libcst asks for
        self, original_node: cst.FunctionDef, updated_node: cst.FunctionDef
    ) -> cst.FunctionDef:
        return updated_node.with_changes(decorators=[])


def _is_wording(mutation: Mutation) -> bool:
    """Whether the fault only touches prose: what is said, not what is decided."""
    node = mutation.original_node
    if not isinstance(node, cst.SimpleString):
        return False
    text = node.raw_value
    return " " in text.strip() or not text.isascii()


def _is_cast(mutation: Mutation) -> bool:
    """Whether the fault only touches the type named in a ``cast(…)``: it has no effect at run time."""
    node, faulty = mutation.original_node, mutation.mutated_node
    return (
        isinstance(node, cst.Call)
        and isinstance(faulty, cst.Call)
        and isinstance(node.func, cst.Name)
        and node.func.value == "cast"
        and len(faulty.args) == 2
        and faulty.args[1].value.deep_equals(node.args[1].value)
    )


def _lines(mutation: Mutation) -> tuple[str, str]:
    shown = cst.Module([])
    before, after = (shown.code_for_node(node) for node in (mutation.original_node, mutation.mutated_node))
    return " ".join(before.split()), " ".join(after.split())
