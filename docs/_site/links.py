"""Whether every link of the built site leads somewhere (链接检查): pages, anchors, files; nothing is fetched."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

_LINKS = {"a": "href", "link": "href", "img": "src", "script": "src", "iframe": "src", "source": "src"}


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.anchors: set[str] = set()
        self.links: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notes what can be linked to and what is linked to."""
        for name, value in attrs:
            if value and (name == "id" or (name == "name" and tag == "a")):
                self.anchors.add(value)
            if value and name == _LINKS.get(tag):
                self.links.append((tag, value))


@cache
def _read(page: Path) -> _Reader:
    reader = _Reader()
    reader.feed(page.read_text("utf-8"))
    return reader


def broken_links(site: Path) -> Iterator[str]:
    """Every link that leads nowhere, and every script or picture taken from another host."""
    for page in sorted(site.rglob("*.html")):
        for tag, target in _read(page).links:
            problem = _problem(page, tag, target)
            if problem:
                yield f"{page.relative_to(site)}: {target}: {problem}"


def external_links(site: Path) -> tuple[str, ...]:
    """Every address outside the site that a reader can follow, in order, once each."""
    return tuple(
        sorted(
            {
                target
                for page in site.rglob("*.html")
                for tag, target in _read(page).links
                if tag == "a" and urlsplit(target).netloc
            }
        )
    )


def _problem(page: Path, tag: str, target: str) -> str:
    parts = urlsplit(target)
    if parts.scheme == "data" or parts.scheme == "mailto":
        return ""
    if parts.netloc:
        return "" if tag == "a" else "is loaded from another host"
    found = page if not parts.path else (page.parent / unquote(parts.path)).resolve()
    if found.is_dir():
        found = found / "index.html"
    if not found.is_file():
        return "no such file"
    # The first page of a theme may link to # alone: the top of the page.
    if parts.fragment and found.suffix == ".html" and unquote(parts.fragment) not in _read(found).anchors:
        return "no such anchor"
    return ""
