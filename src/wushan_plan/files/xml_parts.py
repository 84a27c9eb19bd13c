"""XML read in pieces, without entities and within bounds (XML 读取).

The parts of a workbook come from strangers. A document type, which is what entities are declared in,
is refused; so are elements nested without end and tags that would have to be held whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Protocol, TypeVar
from xml.parsers import expat

from wushan_plan.errors import CaseFileError
from wushan_plan.files.archive import damaged
from wushan_plan.files.bounds import MOST_DEPTH, MOST_ELEMENTS, MOST_TOKEN
from wushan_plan.files.case_file import refused, too_large

_T = TypeVar("_T")


class Handler(Protocol[_T]):
    """What is told of a part's elements; names come without their prefix (XML 处理者)."""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""

    def text(self, data: str) -> None:
        """Text inside an element."""

    def end(self, name: str) -> None:
        """An element ends."""

    def take(self) -> list[_T]:
        """What is complete by now, once."""


def read_part(path: Path, name: str, chunks: Iterable[bytes], handler: Handler[_T]) -> Iterator[_T]:
    """Everything ``handler`` takes from a part, as it becomes complete.

    Args:
        path: the file, for errors.
        name: the part, for errors.
        chunks: its bytes.
        handler: what makes values of its elements.

    Raises:
        CaseFileError: for XML that is broken, cut off, declares entities, or is beyond a bound.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    depth = elements = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth, elements
        depth += 1
        elements += 1
        if depth > MOST_DEPTH:
            raise damaged(path, f"{where}: elements nested more than {MOST_DEPTH} deep")
        if elements > MOST_ELEMENTS:
            raise too_large(path, "XML elements", "XML元素数", MOST_ELEMENTS, f"{path}, {where}")
        begin(local(name), attributes)

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        finish(local(name))

    def no_types(*declaration: object) -> None:
        raise refused(
            path,
            where,
            "a workbook declares no document type and no entities.",
            "This file was tampered with; do not open it.",
            "工作簿里出现了文档类型或实体声明，文件可能被动过手脚，请勿打开",
        )

    where = name
    begin: Callable[[str, Mapping[str, str]], None] = handler.start
    finish: Callable[[str], None] = handler.end
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = handler.text
    parser.StartDoctypeDeclHandler = no_types
    parser.EntityDeclHandler = no_types
    fed = 0
    try:
        for chunk in chunks:
            parser.Parse(chunk, False)
            fed += len(chunk)
            if fed - parser.CurrentByteIndex > MOST_TOKEN:
                raise too_large(
                    path, "bytes in one XML tag", "XML标签的字节数", MOST_TOKEN, f"{path}, {where}"
                )
            yield from handler.take()
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise damaged(path, f"{where}: {error}") from None
    except CaseFileError:
        raise
    except (ValueError, LookupError, OverflowError) as error:  # an unknown encoding, a huge number
        raise damaged(path, f"{where}: {error}") from None
    yield from handler.take()


def local(name: str) -> str:
    """The name of an element or attribute without its prefix."""
    return name.rpartition(":")[2]
