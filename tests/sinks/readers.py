"""Readers that are not ours, and tell what they were made to do (独立读取)."""

from __future__ import annotations

import re
import unicodedata
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, cast

import attrs
import openpyxl
import pyte

_UNESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_OBEYED = ("Cc", "Cf", "Cs", "Zl", "Zp")


class Terminal:
    """A terminal that notes what it was told to do but to draw and to begin a line (终端)."""

    def __init__(self) -> None:
        self.lines = [""]
        self.obeyed: list[str] = []

    def draw(self, text: str) -> None:
        self.lines[-1] += text
        self.obeyed += [hex(ord(char)) for char in text if unicodedata.category(char) in _OBEYED]

    def linefeed(self) -> None:
        self.lines.append("")

    def __getattr__(self, name: str) -> Any:
        return lambda *given, **more: self.obeyed.append(name)


def terminal(output: str) -> Terminal:
    """A terminal that was sent ``output``."""
    seen = Terminal()
    pyte.Stream(cast(Any, seen)).feed(output)
    return seen


class Page(HTMLParser):
    """The elements of a page with their attributes, and its words, as a browser sees them (页面)."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, tuple[str, ...]]] = []
        self.others: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.words: list[str] = []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, tuple(name for name, _ in attrs)))
        self.attributes += [(name, value or "") for name, value in attrs]

    def handle_endtag(self, tag: str) -> None:
        self.elements.append((f"/{tag}", ()))

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def handle_comment(self, data: str) -> None:
        self.others.append(data)

    def handle_decl(self, decl: str) -> None:
        self.others.append(decl)

    def handle_pi(self, data: str) -> None:
        self.others.append(data)

    def unknown_decl(self, data: str) -> None:
        self.others.append(data)

    @property
    def text(self) -> str:
        return "".join(self.words)


@attrs.frozen
class Workbook:
    """What openpyxl finds in a workbook (工作簿)."""

    sheets: tuple[str, ...]
    rows: dict[str, list[list[Any]]]
    formulas: tuple[str, ...]
    links: tuple[str, ...]
    names: tuple[str, ...]

    @property
    def texts(self) -> list[str]:
        return [cell for rows in self.rows.values() for row in rows for cell in row if isinstance(cell, str)]


def workbook(path: Path) -> Workbook:
    """The workbook, its texts with Excel's own escapes read."""
    book = openpyxl.load_workbook(path)
    rows: dict[str, list[list[Any]]] = {}
    formulas, links = [], []
    for sheet in book.worksheets:
        found = rows[sheet.title] = []
        links += [one.ref for one in getattr(sheet, "_hyperlinks", ())]
        for row in sheet.iter_rows():
            found.append([_read(cell.value) for cell in row])
            formulas += [f"{sheet.title}!{cell.coordinate}" for cell in row if cell.data_type == "f"]
            links += [cell.coordinate for cell in row if cell.hyperlink is not None]
    return Workbook(tuple(book.sheetnames), rows, tuple(formulas), tuple(links), tuple(book.defined_names))


def _read(value: object) -> object:
    return decoded(value) if isinstance(value, str) else value


def decoded(text: str) -> str:
    """``text`` with Excel's escapes read; openpyxl has read part of them where texts are shared."""
    return _UNESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
