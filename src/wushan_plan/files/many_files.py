"""Several case files judged as one (多个办件文件).

Each file is opened, matched and read as where it is judged by itself; its rows say which file they come from.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fnmatch import fnmatch
from pathlib import Path

import attrs

from wushan_plan.explanation.words import pick, spoken
from wushan_plan.files.added_columns import free_name
from wushan_plan.files.case_file import CaseFile, CaseRow, Progress
from wushan_plan.files.rejects import REASON, SOURCE
from wushan_plan.files.results_cells import CLOSING, COLUMNS, LEADING
from wushan_plan.files.results_rows import CSV_COLUMNS, RESULT_COLUMNS
from wushan_plan.model.verdict import Lang

SOURCE_FILE: Mapping[Lang, str] = {"zh": "来源文件", "en": "source file"}
"""The column that says which file a row comes from."""
ENDINGS = (".csv", ".xlsx", ".parquet")
"""Endings of the names of case files in a folder. A file that is named is opened whatever its ending."""
_HIDDEN = (".", "~$")
"""Begins hidden names; the second is what Excel puts beside a workbook that is open."""
_DIGITS = re.compile(r"(\d{1,18})")  # Python refuses to read a number of thousands of digits


@attrs.frozen
class FoundFiles:
    """What folders, patterns and names stand for (找到的文件).

    Attributes:
        files: the files, none twice.
        others: files in the folders whose names have other endings.
        hidden: how many files in the folders are hidden, or stand in hidden folders.
    """

    files: tuple[Path, ...]
    others: tuple[Path, ...] = ()
    hidden: int = 0


def find_files(given: Iterable[str | Path], endings: Sequence[str] = ENDINGS) -> FoundFiles:
    """The files that folders, patterns such as ``cases/*.csv`` and names stand for.

    Those of a folder or a pattern come in the natural order of their names.

    Args:
        given: folders, patterns and names. A name that is there is no pattern; one that is not there is
            given back all the same.
        endings: of the files to take from a folder, in small letters.
    """
    files: list[Path] = []
    others: list[Path] = []
    hidden = 0
    for one in map(Path, given):
        if one.is_dir():
            for each in sorted(one.rglob("*"), key=natural_order):
                if each.is_dir():
                    continue
                if any(part.startswith(_HIDDEN) for part in each.relative_to(one).parts):
                    hidden += 1
                elif each.suffix.casefold() in endings:
                    files.append(each)
                else:
                    others.append(each)
        elif not one.is_file() and is_pattern(one):
            inside = (each for each in one.parent.iterdir() if fnmatch(each.name, one.name))
            shown = (each for each in inside if each.is_file() and not each.name.startswith(_HIDDEN))
            files += sorted(shown, key=natural_order)
        else:
            files.append(one)
    unique = {each.resolve(): each for each in reversed(files)}
    return FoundFiles(tuple(unique.values())[::-1], tuple(others), hidden)


def is_pattern(path: Path) -> bool:
    """Whether the name is a pattern, where there is no file of that name."""
    return any(mark in path.name for mark in "*?[") and path.parent.is_dir()


def natural_order(path: Path) -> list[list[str | int]]:
    """Orders paths as people do, part by part."""
    return [natural(part) for part in path.parts]


def natural(text: str) -> list[str | int]:
    """Orders texts as people do: numbers in them by their size, so that 8月 comes before 10月."""
    return [int(part) if place % 2 else part for place, part in enumerate(_DIGITS.split(text))]


def is_made_here(cases: CaseFile) -> bool:
    """Whether it is a result of judging or a rejects workbook, whose rows would be judged twice."""
    made = (
        RESULT_COLUMNS,
        *CSV_COLUMNS.values(),
        *([pick(COLUMNS[name], lang) for name in (*LEADING, *CLOSING)] for lang in SOURCE),
        *((SOURCE[lang], REASON[lang]) for lang in SOURCE),
    )
    return any(set(names) <= set(cases.columns) for names in made)


def marked(files: Sequence[CaseFile], lang: Lang = "zh") -> tuple[CaseFile, ...]:
    """The files, with the name of each in a column of its own before the others.

    The names are those of the files, with the folders they need to be told apart.
    """
    column = free_name(SOURCE_FILE[spoken(lang, "marked(lang)")], columns_of(files))
    return tuple(
        attrs.evolve(one, columns=(column, *one.columns), source=_marking(one, column, name), called=name)
        for one, name in zip(files, _names([one.path for one in files]), strict=True)
    )


def as_one(files: Sequence[CaseFile]) -> CaseFile:
    """All files as one, with the columns of each; the first stands for all in what is said of it."""

    def rows(progress: Progress | None) -> Iterator[CaseRow]:
        for one, told in in_turn(files, progress):
            yield from one.rows(told)

    first, *others = files
    epoch = first.epoch if all(one.epoch == first.epoch for one in others) else None
    return attrs.evolve(
        first, columns=columns_of(files), size=sum(one.size for one in files), source=rows, epoch=epoch
    )


def in_turn(
    files: Iterable[CaseFile], progress: Progress | None
) -> Iterator[tuple[CaseFile, Progress | None]]:
    """Each file, with what to tell of the bytes that are read of it."""
    done = 0
    for one in files:
        yield one, None if progress is None else _from(done, progress)
        done += one.size


def columns_of(files: Iterable[CaseFile]) -> tuple[str, ...]:
    """The columns of all files, in order of their first appearance."""
    return tuple(dict.fromkeys(column for one in files for column in one.columns))


def _from(done: int, progress: Progress) -> Callable[[int], object]:
    return lambda position: progress(done + position)


def _marking(cases: CaseFile, column: str, name: str) -> Callable[[Progress | None], Iterator[CaseRow]]:
    def rows(progress: Progress | None) -> Iterator[CaseRow]:
        for row in cases.rows(progress):
            yield attrs.evolve(row, cells={column: name, **row.cells})

    return rows


def _names(paths: Sequence[Path]) -> list[str]:
    """The name of each file, with as many of the folders above it as tell them apart."""
    parts = [path.resolve().parts for path in paths]
    names: list[str] = []
    for depth in range(1, max(map(len, parts)) + 1):
        names = [Path(*one[-depth:]).as_posix() for one in parts]
        if len(set(names)) == len(names):
            break
    return names
