"""Many files opened as one table of DuckDB, each cell as its file has it (多文件读取).

Nothing about a file is left to the engine to guess. Names of folders are no columns, though DuckDB would
read ``年份=2021`` as one, and as more than the column of that name in a file. How a CSV file is written is
told by :mod:`~wushan_plan.files.csv_cases`, as where it is judged by itself; what DuckDB cannot read so is
read from a copy that it can. Every cell of CSV is text: DuckDB would take ``1/9/2021`` for the day that most
of the column allows, and ``1.5`` for 2 where the first rows hold whole numbers.
"""

from __future__ import annotations

import csv
import itertools
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs

from wushan_plan.files.case_file import CaseFile
from wushan_plan.files.csv_cases import CsvShape, csv_shape
from wushan_plan.files.many_files import find_files
from wushan_plan.files.suggestions import labels_of
from wushan_plan.frames.engines import PREFIX, duckdb
from wushan_plan.frames.problems import ColumnFinding, FrameError
from wushan_plan.model.commitment import Commitment

Paths = str | Path | Iterable[str | Path]
ROW = PREFIX + "row"
"""The column with the number of the row, from 1, over all files in their order."""
FILE = PREFIX + "file"
"""The column with the name of the file, as the engine was given it."""
BLANKS = " \t\u3000"
"""What stands around the text of a cell without saying anything."""
_KINDS = (".parquet", ".csv")
_LITERAL = re.compile(r"([*?\[])")
_CHUNK = 1 << 20
ZONED = "TIMESTAMP WITH TIME ZONE"
"""The type of moments with a zone."""
_WHERE = "frames.evaluate_files(paths)"
_LINE = re.compile(r"(?<=CSV Error on Line: )\d+")


@attrs.frozen
class CaseTable:
    """Case files as one table (多文件办件表).

    Attributes:
        relation: the relation of DuckDB: the columns of the files, and ``FILE``.
        columns: the columns of the files, in order of their first appearance.
        files: the files, in the order in which they are read.
        copies: what is read instead of a file, and how many lines it lacks; by the name of the copy.
    """

    relation: Any
    columns: tuple[str, ...]
    files: tuple[Path, ...]
    copies: Mapping[str, tuple[Path, int]]

    @property
    def numbered(self) -> Any:
        """The relation with ``ROW`` as well.

        DuckDB promises the order of rows in a file, in a UNION ALL and to an empty OVER, but to no join.
        """
        return self.relation.project(f"*, row_number() OVER () AS {sql_name(ROW)}")

    def file_of(self, name: str) -> Path:
        """The file the engine calls ``name``."""
        return self.copies[name][0] if name in self.copies else Path(name)

    def said(self, error: BaseException) -> tuple[str, str]:
        """Which file the engine speaks of, and what it says, with the lines of the file it was."""
        lines = [line.strip() for line in str(error).splitlines() if line.strip()]
        text = lines[0] if lines else type(error).__name__
        for name, (path, lacking) in self.copies.items():
            if name in str(error):
                found = _LINE.search(text)
                line = "" if found is None else str(int(found[0]) + lacking)
                return str(path), _LINE.sub(line, text)
        named = [line.partition("=")[2].strip() for line in lines if line.startswith("file =")]
        return named[0] if named else "files", text


def found_files(paths: Paths) -> list[Path]:
    """The files that folders, patterns and names stand for; none twice.

    Those of a folder or a pattern come in the natural order of their names: numbers in them by their size.
    Hidden files, and files in hidden folders inside a given one, are left alone.

    Raises:
        FrameError: when there are none, or they are of several kinds.
    """
    given = [paths] if isinstance(paths, (str, Path)) else list(paths)
    files = find_files(given, _KINDS).files
    lacking = [str(one) for one in files if not one.is_file()]
    kinds_found = {one.suffix.casefold() for one in files}
    if not files or lacking or len(kinds_found) != 1 or not kinds_found <= set(_KINDS):
        raise FrameError(
            value=lacking or [str(one) for one in given],
            rule="case files are there, and all Parquet or all CSV.",
            where=_WHERE,
            remedy="Check the names; give one kind of file at a time.",
            zh="找不到办件文件，或文件类型不一（须全为.parquet或全为.csv）",
        )
    return list(files)


def headers_of(files: Iterable[Path], target: Commitment) -> list[CaseFile]:
    """The files with their columns alone, as rows are of no interest yet.

    Raises:
        FrameError: when a file cannot be read.
        CaseFileError: when it cannot be told how a CSV file is written.
    """
    labels = labels_of(target)
    connection = duckdb().connect()
    try:
        return [
            CaseFile(
                path,
                "parquet" if path.suffix.casefold() == ".parquet" else "csv",
                tuple(_types(connection, path))
                if path.suffix.casefold() == ".parquet"
                else csv_shape(path, labels=labels).columns,
                0,
                lambda progress: iter(()),
            )
            for path in files
        ]
    except duckdb().Error as error:
        raise _unreadable(list(files), error) from None
    finally:
        connection.close()


def case_table(
    connection: Any, files: list[Path], target: Commitment, needed: Iterable[str], room: Path,
    *, as_written: bool = False,
) -> CaseTable:  # fmt: skip
    """The files as one table.

    Args:
        connection: a connection of DuckDB.
        files: the files, all Parquet or all CSV, in order.
        target: what they are judged by.
        needed: columns that every file has to have.
        room: an empty folder for copies of files that DuckDB cannot read as they are.
        as_written: whether moments with a zone are to be taken as written, which Parquet does not tell.

    Raises:
        FrameError: when a file lacks a column, or cannot be read.
        CaseFileError: when it cannot be told how a CSV file is written.
    """
    needed = tuple(dict.fromkeys(needed))
    engine = duckdb()
    try:
        if files[0].suffix.casefold() == ".csv":
            parts, copies = _csv_parts(files, (*labels_of(target), *needed), room)
        else:
            parts, copies = _parquet_parts(connection, files), {}
        _check(parts, needed, as_written=as_written)
        columns = tuple(dict.fromkeys(name for part in parts for name in part.types))
        selects = [part.select(columns) for part in parts]
        relation = connection.sql(" UNION ALL ".join(selects))
    except engine.Error as error:
        raise _unreadable(files, error) from None
    return CaseTable(relation, columns, tuple(files), copies)


def sql_name(name: str) -> str:
    """A name as SQL writes it."""
    return '"' + name.replace('"', '""') + '"'


def sql_text(text: str) -> str:
    """A text as SQL writes it."""
    return "'" + text.replace("'", "''") + "'"


@attrs.frozen
class _Part:
    """Files one after the other that are written alike (一组文件)."""

    files: tuple[Path, ...]
    types: Mapping[str, str]
    reading: str
    rows: str = ""

    def select(self, columns: tuple[str, ...]) -> str:
        names = [
            sql_name(name) if name in self.types else f"NULL AS {sql_name(name)}" for name in (*columns,)
        ]
        return f"SELECT {', '.join([*names, sql_name(FILE)])} FROM {self.reading}{self.rows}"


def _parquet_parts(connection: Any, files: list[Path]) -> list[_Part]:
    shaped = [(one, _types(connection, one)) for one in files]
    parts = []
    for _, alike in itertools.groupby(shaped, key=lambda one: list(one[1].items())):
        group = list(alike)
        names = [path for path, _ in group]
        reading = f"read_parquet({_listed(names)}, hive_partitioning = false, filename = {sql_text(FILE)})"
        parts.append(_Part(tuple(names), group[0][1], reading))
    return parts


def _types(connection: Any, path: Path) -> dict[str, str]:
    asked = f"DESCRIBE SELECT * FROM read_parquet({_listed([path])}, hive_partitioning = false)"
    return {name: kind for name, kind, *_ in connection.execute(asked).fetchall()}


def _csv_parts(
    files: list[Path], labels: tuple[str, ...], room: Path
) -> tuple[list[_Part], dict[str, tuple[Path, int]]]:
    copies: dict[str, tuple[Path, int]] = {}
    shaped: list[tuple[Path, Path, CsvShape]] = []
    for number, path in enumerate(files):
        shape = csv_shape(path, labels=labels)
        read = path
        if not shape.is_bare:
            read = room / f".{number}.csv"
            copies[str(read)] = (path, _copied(path, shape, read))
        shaped.append((path, read, shape))
    parts = []
    for _, alike in itertools.groupby(shaped, key=lambda one: (one[2].separator, one[2].columns)):
        group = list(alike)
        shape = group[0][2]
        kinds = ", ".join(f"{sql_text(name)}: 'VARCHAR'" for name in shape.columns)
        reading = (
            f"read_csv({_listed([read for _, read, _ in group])}, auto_detect = false, header = true,"
            f" delim = {sql_text(shape.separator)}, quote = '\"', escape = '\"', columns = {{{kinds}}},"
            f" hive_partitioning = false, filename = {sql_text(FILE)})"
        )
        rows = f" WHERE {_says_something(shape.columns)}"
        types = dict.fromkeys(shape.columns, "VARCHAR")
        parts.append(_Part(tuple(path for path, _, _ in group), types, reading, rows))
    return parts, copies


def _copied(path: Path, shape: CsvShape, copy: Path) -> int:
    """Writes a copy in UTF-8 whose first line is the header, a piece at a time; the lines it lacks."""
    last = shape.header[1]
    with (
        open(path, encoding=shape.encoding, newline="") as source,
        open(copy, "w", encoding="utf-8", newline="") as target,
    ):
        above = "\n"
        for _ in range(last):
            above = source.readline()
        ending = above[len(above.rstrip("\r\n")) :] or "\n"  # DuckDB takes one kind of line end a file
        csv.writer(target, delimiter=shape.separator, lineterminator=ending).writerow(shape.columns)
        while text := source.read(_CHUNK):
            target.write(text)
    return last - 1


def _says_something(columns: tuple[str, ...]) -> str:
    """Where a row holds a word. A row without one is none, as where its file is judged by itself."""
    first = sql_name(columns[0])
    words = ", ".join(f"nullif(trim({sql_name(name)}, {sql_text(BLANKS)}), '')" for name in columns)
    # Two comparisons settle nearly every row; blanks sort before the one, or between the other two.
    plainly = f"({first} > '!' AND {first} < '\u3000') OR {first} > '\u3001'"
    return f"({plainly} OR coalesce({words}) IS NOT NULL)"


def _listed(files: Iterable[Path]) -> str:
    # DuckDB takes names for patterns.
    return "[" + ", ".join(sql_text(_LITERAL.sub(r"[\1]", str(one))) for one in files) + "]"


def _check(parts: list[_Part], needed: tuple[str, ...], *, as_written: bool) -> None:
    """Refuses files that lack a column, or hold moments that cannot be told as asked; all in one error."""
    findings = []
    for name in needed:
        lacking = [path for part in parts if name not in part.types for path in part.files]
        if lacking:
            findings.append(_missing(name, lacking))
        kinds = {part.types[name] for part in parts if name in part.types}
        if ZONED in kinds and (as_written or any(kind.startswith("TIMESTAMP") for kind in kinds - {ZONED})):
            findings.append(
                ColumnFinding(
                    name,
                    "带时区的时刻，不知当初写的是哪一天，或与不带时区的混用；请先换成日期",
                    "moments with a zone, whose day as written is not known, or beside moments without; "
                    "convert them to dates",
                )
            )
    if findings:
        raise FrameError.of(findings, _WHERE)


def _missing(name: str, lacking: list[Path]) -> ColumnFinding:
    shown = "、".join(one.name for one in lacking[:3]) + ("……" if len(lacking) > 3 else "")
    zh, en = f"没有这一列（{shown}）", f"there is no such column in {shown}"
    folder = next((one for path in lacking for one in path.parts if one.startswith(f"{name}=")), "")
    if folder:
        zh += f"；文件夹名“{folder}”不作为列读取，请把这一列写进文件"
        en += f"; names of folders such as {folder} are not read as columns: write the column into the files"
    return ColumnFinding(name, zh, en)


def _unreadable(files: list[Path], error: Exception) -> FrameError:
    return FrameError(
        value=[str(one) for one in files],
        rule=f"the files are tables of one shape: {str(error).splitlines()[0]}",
        where=_WHERE,
        remedy="Give their columns the same types, or judge each file by itself.",
        zh="这些文件不能合成一张表：请把各列改成同一类型，或逐个判定",
    )


def rows_before(table: CaseTable) -> Iterator[tuple[Path, int]]:
    """Each file that holds rows, with the number of rows before its first."""
    first = f"SELECT {sql_name(FILE)}, min({sql_name(ROW)}) - 1 FROM cases GROUP BY 1 ORDER BY 2"
    for name, before in table.numbered.query("cases", first).fetchall():
        yield table.file_of(name), before
