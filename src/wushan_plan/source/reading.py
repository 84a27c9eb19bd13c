"""From a file or pasted text to located sentences (读取原文).

People hold the text of a plan as a web page pasted into an editor, as a file in GB18030, or with the
lines broken by a PDF. None of that changes what was promised, so none of it counts here:

* header (document number, notice, preamble) and footer (抄送, seal, date of printing) are left out;
* white space of every kind (U+3000, NBSP, line breaks inside a paragraph), zero-width characters
  and page numbers on their own line are dropped;
* the number of a measure may be printed ``6．``, ``6.``, ``6、``, ``６．`` or ``(6)``, that of a section or
  safeguard ``（一）``, ``(一)`` or ``㈠``.

Everything else counts, down to a comma. The headings of chapters and sections, recognised by their
numbers, are read apart from the sentences.
"""

from __future__ import annotations

import codecs
import hashlib
import re
import unicodedata
from collections.abc import Iterator
from enum import Enum
from pathlib import Path

import attrs

from wushan_plan.errors import SourceTextError
from wushan_plan.model.citation import Citation

MAX_BYTES = 1024 * 1024
"""The largest text that is read: 1 MiB, some thirty times a county plan."""

_LONGEST_PATH = 1024
_WHERE = "text"


@attrs.frozen
class LocatedSentence:
    """One sentence of a text, and where it stands in that text (句).

    Attributes:
        citation: measure or safeguard, and number of the sentence; ``None`` for a sentence that
            stands before every numbered paragraph.
        paragraph: which numbered paragraph of the text it stands in, from 0; -1 before all of them.
            Two paragraphs of one number stay apart.
        text: the sentence, normalised.
    """

    citation: Citation | None
    paragraph: int
    text: str


@attrs.frozen
class LocatedHeading:
    """The heading of a chapter or section, and where it stands in a text (章节标题).

    Attributes:
        chapter: the printed number of the chapter; 0 for a section that no chapter stands above.
        section: the printed number of the section; ``None`` for the heading of a chapter.
        paragraph: the numbered paragraph that follows it, counted as those of the sentences.
        text: the heading without its number, normalised.
    """

    chapter: int
    section: int | None
    paragraph: int
    text: str


@attrs.frozen
class LocatedText:
    """The sentences and headings of a text, each in the order of the text (定位后的文本)."""

    sentences: tuple[LocatedSentence, ...]
    headings: tuple[LocatedHeading, ...]


def normalised(sentence: str) -> str:
    """The form a sentence is fingerprinted in: NFC, no white space, no invisible characters."""
    return unicodedata.normalize("NFC", "".join(_without_invisible(sentence).split()))


def digest(sentence: str) -> str:
    """SHA-256 of the UTF-8 bytes of a normalised sentence."""
    return hashlib.sha256(sentence.encode("utf-8", "surrogatepass")).hexdigest()


# --- from a file to characters ------------------------------------------------------------------


def read_text(source: str | Path) -> str:
    """The characters of ``source``.

    Args:
        source: a text, or the path of a file that holds it. A string counts as a path when a file
            of that name exists.

    Raises:
        SourceTextError: when there is no such file, when it is larger than :data:`MAX_BYTES`, when
            it is no text, or when nothing is in it.
    """
    if isinstance(source, Path):
        text = _decoded(_bytes_of(source), source)
    elif isinstance(source, str):
        path = _as_path(source)
        text = source if path is None else _decoded(_bytes_of(path), path)
    else:
        raise SourceTextError(
            value=source,
            rule="an official text is a str, or a path.",
            where=_WHERE,
            remedy="Give the text itself, or the path of a file that holds it.",
        )
    if len(text) > MAX_BYTES:
        raise _too_large(f"{len(text)} characters")
    if not normalised(text):
        raise SourceTextError(
            value=str(source)[:80],
            rule="nothing is in this text.",
            where=_WHERE,
            remedy="Give the whole text.",
            zh="文本是空的，请给出全文",
        )
    return text


def _as_path(source: str) -> Path | None:
    name = source.strip()
    if not name or len(name) > _LONGEST_PATH or "\n" in name or "\0" in name:
        return None
    try:
        if Path(name).is_file():
            return Path(name)
    except OSError:
        return None
    if "。" not in name and re.search(r"[\\/]|\.\w{2,4}$", name):
        raise _no_file(name)
    return None


def _bytes_of(path: Path) -> bytes:
    if not path.is_file():
        raise _no_file(str(path))
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise SourceTextError(
            value=str(path),
            rule=f"this file cannot be read ({error.strerror}).",
            where=_WHERE,
            remedy="Check that you may read it.",
            zh="文件读不出，请检查权限",
        ) from error
    if len(data) > MAX_BYTES:
        raise _too_large(str(path))
    return data


# The order matters: GB18030 decodes most UTF-8 without complaint, so strict UTF-8 comes first.
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x19\x1b-\x1f\x7f]")


def _decoded(data: bytes, path: Path) -> str:
    marked = [encoding for bom, encoding in _BOMS if data.startswith(bom)]
    for encoding in marked or ["utf-8", "gb18030"]:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _CONTROL.search(text) is None:
            return text
    raise SourceTextError(
        value=str(path),
        rule="this is not a plain text in UTF-8, UTF-16 with a byte order mark, or GB18030.",
        where=_WHERE,
        remedy="Open it in the program it was made with and save it as plain text (.txt).",
        zh="不是纯文本（UTF-8、带标记的UTF-16或GB18030），请用原来的软件打开，另存为纯文本（.txt）",
    )


def _no_file(name: str) -> SourceTextError:
    return SourceTextError(
        value=name,
        rule="there is no file of this name.",
        where=_WHERE,
        remedy="Give the path of a file that holds the text, or the text itself.",
        zh="没有这个文件，请核对文件名和路径",
    )


def _too_large(what: str) -> SourceTextError:
    return SourceTextError(
        value=what,
        rule=f"a text of a plan has at most {MAX_BYTES} bytes.",
        where=_WHERE,
        remedy="Give the text of the plan alone.",
        zh=f"文本过大，最多{MAX_BYTES}字节，请只给方案的文本",
    )


# --- from characters to located sentences ---------------------------------------------------------


class _Kind(Enum):
    CHAPTER = "一、"
    SECTION = "（一）"
    MEASURE = "1．"
    EITHER = "（1）"  # continues whichever list it continues


@attrs.frozen
class _Marker:
    kind: _Kind
    number: int
    start: int  # where the marker itself begins
    end: int  # where what it numbers begins


_HAN = "一二三四五六七八九十"
_DIGITS = "[0-9０-９]{1,2}"
_MARKERS = (
    (_Kind.SECTION, re.compile(rf"[（(]\s*([{_HAN}]{{1,3}})\s*[）)]\s*[、．.]?")),
    (_Kind.CHAPTER, re.compile(rf"([{_HAN}]{{1,3}})[^\S\n]*[、．.]")),
    (_Kind.MEASURE, re.compile(rf"({_DIGITS})[^\S\n]*(?:．|[.、](?![0-9０-９]))")),
    (_Kind.EITHER, re.compile(rf"[（(]\s*({_DIGITS})\s*[）)]")),
)
# Where a number can stand: at the start of a line, or right after a full stop.
_STARTS = re.compile(r"(?:\A|(?<=[\n。]))\s*")
# Pasted text sometimes has no line breaks at all: then a measure follows its section's lead units, and
# a section its chapter's title, in the same line.
_INLINE_MEASURE = re.compile(rf"(?<=[）)])\s*({_DIGITS})\s*[．.、](?![0-9０-９])")
_INLINE_SECTION = _MARKERS[0][1]

_PAGE_NUMBER = re.compile(r"(?m)^[^\S\n]*[-—–－―]+[^\S\n]*[0-9０-９]{1,3}[^\S\n]*[-—–－―]+[^\S\n]*$")
_COPIES_TO = re.compile(r"(?:(?<=\n)|(?<=。))[^\S\n]*抄\s*送\s*[：:]")
# A line that closes the document: who printed it, and when.
_PRINTED_ON = re.compile(
    r"[^。\n]{0,40}[0-9０-９]{4}\s*年\s*[0-9０-９]{1,2}\s*月\s*[0-9０-９]{1,2}\s*日\s*(?:印发)?[^\S\n]*(?:\n|\Z)"
)


def located_sentences(text: str) -> tuple[LocatedSentence, ...]:
    """The sentences of ``text`` with the places they stand in, in the order of the text."""
    return located(text).sentences


def located(text: str) -> LocatedText:
    """The sentences and headings of ``text`` with the places they stand in.

    A sentence ends at 。, and where a numbered paragraph ends. The footer begins at 抄送, at the line
    that tells who printed the text and when, or at a line after the last 。 of the text.
    """
    body = _PAGE_NUMBER.sub("", "\n".join(_without_invisible(text).splitlines()))
    markers = _chosen(list(_markers(body)), body)
    footer = _COPIES_TO.search(body, markers[0].end if markers else 0)
    if footer is not None:
        body = body[: footer.start()]
        markers = [one for one in markers if one.start < footer.start()]
    found = [
        LocatedSentence(None, -1, one) for one in _sentences(body[: markers[0].start if markers else None])
    ]
    headings: list[LocatedHeading] = []
    chapter, paragraph = 0, -1
    following = [*markers[1:], None]
    for (marker, edge), after in zip(_with_edges(markers, body), following, strict=False):
        written = body[marker.end : edge]
        if _is_heading(marker, after, written):
            section = None if marker.kind is _Kind.CHAPTER else marker.number
            chapter = marker.number if section is None else chapter
            headings.append(LocatedHeading(chapter, section, paragraph + 1, normalised(written)))
            continue
        paragraph += 1
        if edge == len(body):
            written = _without_footer(written)
        for number, sentence in enumerate(_sentences(written)):
            found.append(LocatedSentence(_citation(marker, number), paragraph, sentence))
    return LocatedText(tuple(found), tuple(headings))


def _citation(marker: _Marker, sentence: int) -> Citation:
    if marker.kind is _Kind.MEASURE:
        return Citation(marker.number, sentence)
    return Citation(None, sentence, marker.number)


def _sentences(body: str) -> list[str]:
    pieces = [normalised(piece) for piece in re.split(r"(?<=。)", body)]
    return [piece for piece in pieces if piece]


def _without_footer(written: str) -> str:
    """The last paragraph without the lines of a footer."""
    last_stop = written.rfind("。")
    for line in re.finditer(r"(?<=。)[^\S\n]*\n\s*(?=\S)", written):
        if line.end() > last_stop or _PRINTED_ON.match(written, line.end()):
            return written[: line.start()]
    return written


def _is_heading(marker: _Marker, after: _Marker | None, written: str) -> bool:
    """Whether it heads a chapter, or a section: （一） before measures.

    With sentences of its own （一） is a safeguard. A heading has no full stop, so that no sentence
    can hide in one.
    """
    if marker.kind is _Kind.SECTION:
        return after is not None and after.kind is _Kind.MEASURE and "。" not in written
    return marker.kind is _Kind.CHAPTER


def _markers(body: str) -> Iterator[_Marker]:
    """Every number in ``body`` that can open a chapter, section, measure or safeguard."""
    measure = 0
    safeguard = 0
    previous: _Marker | None = None
    starts = list(dict.fromkeys(match.end() for match in _STARTS.finditer(body)))
    for start, stop in zip(starts, [*starts[1:], len(body)], strict=True):
        position = start
        here = _marker_at(body, position)
        while True:
            if here is not None and here.kind is _Kind.EITHER:
                if here.number == measure + 1:
                    here = attrs.evolve(here, kind=_Kind.MEASURE)
                elif here.number == safeguard + 1 and previous is not None:
                    here = attrs.evolve(here, kind=_Kind.SECTION)
                else:
                    here = None
            if here is not None:
                yield here
                previous = here
                position = here.end
                if here.kind is _Kind.MEASURE:
                    measure = here.number
                safeguard = here.number if here.kind is _Kind.SECTION else 0
            here = _inline_marker(body, position, stop, previous, measure)
            if here is None:
                break


def _marker_at(body: str, position: int) -> _Marker | None:
    # ㈠ and ⒈ are one character each; a compatibility decomposition spells them out.
    first = body[position : position + 1]
    if "\u2488" <= first <= "\u249b" or "\u3220" <= first <= "\u3229":
        spelled = unicodedata.normalize("NFKC", first)
        for kind, pattern in _MARKERS:
            if match := pattern.fullmatch(spelled):
                return _Marker(kind, _number(match[1]), position, position + 1)
    for kind, pattern in _MARKERS:
        if match := pattern.match(body, position):
            return _Marker(kind, _number(match[1]), position, match.end())
    return None


def _inline_marker(
    body: str, position: int, stop: int, previous: _Marker | None, measure: int
) -> _Marker | None:
    if previous is not None and previous.kind is _Kind.CHAPTER and previous.end == position:
        match = _INLINE_SECTION.search(body, position, stop)
        if match is not None:
            return _Marker(_Kind.SECTION, _number(match[1]), match.start(), match.end())
    for match in _INLINE_MEASURE.finditer(body, position, stop):
        number = _number(match[1])
        if number == measure + 1:
            return _Marker(_Kind.MEASURE, number, match.start(), match.end())
    return None


def _chosen(markers: list[_Marker], body: str) -> list[_Marker]:
    """The markers of the plan itself: without false chapters, header and table of contents."""
    kept = [
        marker
        for marker, edge in _with_edges(markers, body)
        # 统一、… broken after 统 begins a line with 一、 but goes on as a sentence.
        if marker.kind is not _Kind.CHAPTER or (edge != len(body) and "。" not in body[marker.end : edge])
    ]
    first: int | None = None
    for index, marker in enumerate(kept):
        if marker.kind is _Kind.CHAPTER and marker.number == 1:
            first = index
        elif marker.kind is _Kind.MEASURE and first is not None:
            return kept[first:]
    return kept


def _with_edges(markers: list[_Marker], body: str) -> Iterator[tuple[_Marker, int]]:
    """Each marker with the end of what it numbers."""
    return zip(markers, [*(one.start for one in markers), len(body)][1:], strict=True)


def _number(printed: str) -> int:
    if printed[0] in _HAN:
        tens, ten, ones = printed.rpartition("十")
        digits = {character: value for value, character in enumerate(_HAN, start=1)}
        return (digits.get(tens, 1) * 10 if ten else 0) + digits.get(ones, 0)
    return int(printed)


def _without_invisible(text: str) -> str:
    return "".join(character for character in text if unicodedata.category(character) != "Cf")
