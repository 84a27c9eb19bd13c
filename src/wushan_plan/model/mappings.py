"""Mappings that stay as they were made (只读映射)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Generic, TypeVar

import attrs

K = TypeVar("K")
V = TypeVar("V")


@attrs.frozen(eq=False, repr=False)
class FixedMapping(Mapping[K, V], Generic[K, V]):
    """A mapping nobody changes (只读映射).

    Python's own ``MappingProxyType`` can be neither copied nor sent to another process; a plan and
    what it holds can.
    """

    _items: dict[K, V]

    def __getitem__(self, key: K) -> V:
        return self._items[key]

    def __contains__(self, key: object) -> bool:
        return key in self._items

    def __iter__(self) -> Iterator[K]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def __repr__(self) -> str:
        return repr(self._items)
