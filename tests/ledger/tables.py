"""Tables of examples that one test goes through (示例表)."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Iterable
from typing import Any

Test = Callable[..., None]


def every(names: str | tuple[str, ...], rows: Iterable[Any]) -> Callable[[Test], Test]:
    """As ``pytest.mark.parametrize``, but one test: it is noticed at once whichever of the rows fails.

    Args:
        names: of the test's arguments; a single one takes the rows as they are.
        rows: the examples; what fixtures give is shared by all of them.
    """
    table = list(rows)

    def over_the_table(test: Test) -> Test:
        @functools.wraps(test)
        def looped(*given: Any, **fixtures: Any) -> None:
            for row in table:
                values = {names: row} if isinstance(names, str) else dict(zip(names, row, strict=True))
                try:
                    test(*given, **fixtures, **values)
                except BaseException as error:
                    error.add_note(f"in the row {values!r}")
                    raise

        taken = {names} if isinstance(names, str) else set(names)
        signature = inspect.signature(test)
        left = [one for name, one in signature.parameters.items() if name not in taken]
        looped.__signature__ = signature.replace(parameters=left)  # type: ignore[attr-defined]
        return looped

    return over_the_table
