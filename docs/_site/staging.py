"""One language's pages, written and generated, into a folder for Sphinx (备页).

Pages link to each other and to files of the project as they lie in the project, so that they also read
well without the site. Staging turns those links to the places of the site: ``docs/zh/how-to/tables.md``
becomes ``how-to/tables.md``, and a file that is no page is copied beside the pages and offered to load.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from _site import api, commands, commitments, glossary, registers, schemas
from _site.places import CHANGELOG, DOCS, NOTEBOOKS, ROOT, written_pages
from wushan_plan.model.verdict import Lang

_FENCE = re.compile(r"^(`{3,}|:{3,}\{eval-rst\})")
_LINK = re.compile(r"(\]\()([^()\s]+)((?:\s+\"[^\"]*\")?\))")
_ELSEWHERE = re.compile(r"[a-z][a-z+.-]*:|#")
_CODE = re.compile(r"(`+[^`]*`+)")
_FRONT_DOORS = {"README.md": "index", "README.zh-CN.md": "index", "CHANGELOG.md": "changelog"}


def generated_pages(lang: Lang) -> dict[str, str]:
    """Every page made from the code: its name and its Markdown."""
    made: dict[str, str] = {}
    for room in (api, commands, commitments, glossary, registers, schemas):
        made.update(room.pages(lang))
    made["changelog"] = _changelog(lang)
    return made


def stage(lang: Lang, folder: Path) -> None:
    """Writes every page of a language into ``folder``, which is emptied first."""
    shutil.rmtree(folder, ignore_errors=True)
    for name, path in written_pages(lang).items():
        page = folder / f"{name}.md"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(staged(path, name, folder), "utf-8", newline="\n")
    for name, content in generated_pages(lang).items():
        page = folder / f"{name}.md"
        page.parent.mkdir(parents=True, exist_ok=True)
        if page.exists():
            raise FileExistsError(f"{name} is both written and generated")
        page.write_text(content, "utf-8", newline="\n")
    schemas.write_files(folder)


def staged(path: Path, name: str, folder: Path) -> str:
    """The page at ``path`` as the page ``name`` of the site; files it links to are copied to ``folder``."""

    def moved(target: str) -> str:
        if _ELSEWHERE.match(target):
            return target
        file, mark, anchor = target.partition("#")
        found = (path.parent / file).resolve()
        place = place_of(found)
        if place is None:
            return target  # Sphinx says that it leads nowhere
        if found.is_file() and is_file_to_load(place):
            copied = folder / place
            copied.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(found, copied)
        relative = os.path.relpath(place, Path(name).parent).replace(os.sep, "/")
        # A text to load would otherwise be taken for a page.
        to_load = is_file_to_load(place) and place.endswith(".md")
        return ("path:" if to_load else "") + relative + mark + anchor

    return with_links(path.read_text("utf-8"), moved)


def is_file_to_load(place: str) -> bool:
    """Whether what stands there is no page."""
    return place.startswith(("examples/", "files/")) or not place.endswith((".md", ".ipynb"))


def place_of(found: Path) -> str | None:
    """Where a file of the project stands in the site, both languages alike; ``None`` outside the project.

    A folder that is linked to has no page of its own and no place either.
    """
    if not found.is_relative_to(ROOT) or found.is_dir():
        return None
    within = found.relative_to(ROOT).as_posix()
    if within in _FRONT_DOORS:
        return f"{_FRONT_DOORS[within]}.md"
    if within == "CONTRIBUTING.md":
        return "contributing.md"
    if found.is_relative_to(NOTEBOOKS) and found.suffix == ".py" and found.stem[:2].isdecimal():
        return f"notebooks/{found.stem}.ipynb"
    if found.is_relative_to(DOCS) and not found.is_relative_to(DOCS / "_site"):
        return found.relative_to(DOCS).as_posix().removeprefix("zh/")
    return f"files/{within}" if found.is_file() else None


def with_links(page: str, moved: Callable[[str], str]) -> str:
    """The page with every link target replaced; code is left as it is."""
    return "".join(_with_links(page, moved))


def _with_links(page: str, moved: Callable[[str], str]) -> Iterator[str]:
    fence = ""
    for line in page.splitlines(keepends=True):
        mark = _FENCE.match(line)
        if fence:
            if line.strip() == fence:
                fence = ""
            yield line
        elif mark:
            fence = mark[1].partition("{")[0]
            yield line
        else:
            yield _relinked(line, moved)


def _relinked(line: str, moved: Callable[[str], str]) -> str:
    # Code spans are put aside, so that a link whose words are code is still seen as one.
    spans = _CODE.split(line)
    bare = "".join(span if number % 2 == 0 else f"\0{number}\0" for number, span in enumerate(spans))
    bare = _LINK.sub(lambda match: match[1] + moved(match[2]) + match[3], bare)
    return re.sub("\0(\\d+)\0", lambda match: spans[int(match[1])], bare)


def _changelog(lang: Lang) -> str:
    text = CHANGELOG.read_text("utf-8")
    if lang == "en":
        return text
    title, _, rest = text.partition("\n")
    return f"{title.replace('Changelog', '更新日志')}\n\n更新日志只有英文。\n{rest}"
