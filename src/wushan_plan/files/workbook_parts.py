"""What a workbook keeps beside its sheets: their list, their formats, their texts (工作簿组成)."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from pathlib import Path

import attrs

from wushan_plan.files.archive import Archive, damaged
from wushan_plan.files.bounds import MOST_CELL, MOST_SHEETS, MOST_TEXT_CHARACTERS, MOST_TEXTS
from wushan_plan.files.case_file import too_large
from wushan_plan.files.number_formats import Shown, shown_as
from wushan_plan.files.serials import Epoch
from wushan_plan.files.xml_parts import local, read_part

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


@attrs.frozen
class SheetEntry:
    """A sheet as the workbook lists it (工作表条目).

    Attributes:
        name: the name on its tab.
        part: the part that holds it.
        hidden: whether its tab is hidden.
    """

    name: str
    part: str
    hidden: bool


@attrs.frozen
class Contents:
    """What a workbook holds (工作簿目录).

    Attributes:
        sheets: its worksheets, in order.
        epoch: what its dates count from.
        formats: what each cell format makes of a number.
        texts: the part of the shared texts; empty when there is none.
    """

    sheets: tuple[SheetEntry, ...]
    epoch: Epoch
    formats: tuple[Shown, ...]
    texts: str


def contents_of(archive: Archive) -> Contents:
    """The contents of an opened workbook.

    Raises:
        CaseFileError: for an archive that is no workbook.
    """
    root = _relations(archive, "_rels/.rels", "")
    home = next((part for kind, part in root.values() if kind == "officeDocument"), "xl/workbook.xml")
    book = _Book()
    for _ in read_part(archive.path, home, archive.chunks(home), book):
        pass
    folder, name = posixpath.split(home)
    related = _relations(archive, posixpath.join(folder, "_rels", f"{name}.rels"), folder)
    sheets = []
    for title, key, hidden in book.sheets:
        kind, part = related.get(key, ("", ""))
        if kind == "worksheet" and part in archive.names:
            sheets.append(SheetEntry(title, part, hidden))
    if len(sheets) > MOST_SHEETS:
        raise too_large(archive.path, "sheets", "工作表数", MOST_SHEETS)
    if not sheets:
        raise damaged(archive.path, "it lists no worksheet")
    kinds = {kind: part for kind, part in related.values() if part in archive.names}
    styles = _Styles()
    if "styles" in kinds:
        part = kinds["styles"]
        for _ in read_part(archive.path, part, archive.chunks(part), styles):
            pass
    return Contents(tuple(sheets), book.epoch, styles.formats, kinds.get("sharedStrings", ""))


class SharedTexts:
    """The texts that cells refer to by number, read when the first cell asks (共享文本)."""

    def __init__(self, archive: Archive, part: str) -> None:
        self._archive = archive
        self._part = part
        self._texts: list[str] | None = None

    def get(self, index: int) -> str | None:
        """The text of that number; ``None`` where there is none."""
        if self._texts is None:
            self._texts = []
            if self._part:
                path, chunks = self._archive.path, self._archive.chunks(self._part, large=True)
                self._texts.extend(read_part(path, self._part, chunks, _Texts(path)))
        return self._texts[index] if index < len(self._texts) else None


def unescaped(text: str) -> str:
    """A text with its ``_x000D_`` marks made characters; halves of characters stay as they are."""
    if "_x" not in text:
        return text

    def character(match: re.Match[str]) -> str:
        code = int(match[1], 16)
        return match[0] if code == 0 or 0xD800 <= code <= 0xDFFF else chr(code)

    return _ESCAPED.sub(character, text)


def _relations(archive: Archive, part: str, folder: str) -> dict[str, tuple[str, str]]:
    """Kind and part of each relation, by its key. What lies outside the file is left out."""
    if part not in archive.names:
        return {}
    found = _Relations()
    for _ in read_part(archive.path, part, archive.chunks(part), found):
        pass
    return {
        key: (kind.rpartition("/")[2], posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/"))
        for key, kind, target in found.entries
    }


class _Silent:
    """A handler that keeps what it finds to itself."""

    def text(self, data: str) -> None:
        pass

    def end(self, name: str) -> None:
        pass

    def take(self) -> list[None]:
        return []


class _Relations(_Silent):
    def __init__(self) -> None:
        self.entries: list[tuple[str, str, str]] = []

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "Relationship" and attributes.get("TargetMode", "").casefold() != "external":
            self.entries.append(
                (attributes.get("Id", ""), attributes.get("Type", ""), attributes.get("Target", ""))
            )


class _Book(_Silent):
    def __init__(self) -> None:
        self.sheets: list[tuple[str, str, bool]] = []
        self.epoch: Epoch = 1900

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "sheet":
            keys = [value for key, value in attributes.items() if ":" in key and local(key) == "id"]
            hidden = attributes.get("state", "visible") != "visible"
            self.sheets.append((attributes.get("name", ""), keys[0] if keys else "", hidden))
        elif name == "workbookPr" and attributes.get("date1904", "0").casefold() in ("1", "true", "on"):
            self.epoch = 1904


class _Styles(_Silent):
    def __init__(self) -> None:
        self._codes: dict[int, str] = {}
        self._numbers: list[int] = []
        self._inside = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "numFmt":
            self._codes[_whole(attributes.get("numFmtId"))] = attributes.get("formatCode", "")
        elif name == "cellXfs":
            self._inside = True
        elif name == "xf" and self._inside:
            self._numbers.append(_whole(attributes.get("numFmtId")))

    def end(self, name: str) -> None:
        if name == "cellXfs":
            self._inside = False

    @property
    def formats(self) -> tuple[Shown, ...]:
        return tuple(shown_as(number, self._codes.get(number)) for number in self._numbers)


class _Texts:
    """Shared texts: runs of one text are joined, phonetic guides left out."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._done: list[str] = []
        self._parts: list[str] = []
        self._length = self._count = self._total = 0
        self._guide = self._inside = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "si":
            self._parts, self._length = [], 0
        elif name == "rPh":
            self._guide = True
        elif name == "t":
            self._inside = not self._guide

    def text(self, data: str) -> None:
        if self._inside and self._length <= MOST_CELL:
            self._parts.append(data)
            self._length += len(data)

    def end(self, name: str) -> None:
        if name == "t":
            self._inside = False
        elif name == "rPh":
            self._guide = False
        elif name == "si":
            text = unescaped("".join(self._parts))
            self._count += 1
            self._total += len(text)
            if self._count > MOST_TEXTS:
                raise too_large(self._path, "shared texts", "共享文本数", MOST_TEXTS)
            if self._total > MOST_TEXT_CHARACTERS:
                raise too_large(
                    self._path, "characters of shared text", "共享文本字符数", MOST_TEXT_CHARACTERS
                )
            self._done.append(text)

    def take(self) -> list[str]:
        done, self._done = self._done, []
        return done


def _whole(text: str | None) -> int:
    return int(text) if text is not None and text.isascii() and text.isdigit() and len(text) < 9 else 0
