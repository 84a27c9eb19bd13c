"""Parquet decoded in a process of its own (parquet 解码进程).

Arrow is written in C++; a file that makes it crash, or ask for more memory than there is, ends this
process and not the caller's. It writes one JSON value a line: the columns, then every row; or why not.
"""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from wushan_plan.errors import CaseFileError
from wushan_plan.files.bounds import MOST_CELL, MOST_CHILD_MEMORY, MOST_COLUMNS, MOST_PART, MOST_ROWS
from wushan_plan.files.case_file import refused, too_large
from wushan_plan.files.headers import faults

if TYPE_CHECKING:
    from pyarrow.parquet import ParquetFile  # type: ignore[import-untyped]

_BATCH = 4_096
_SHOWN = 100


def main(path: Path) -> None:
    """Writes the file to standard output, line by line."""
    _limit_memory()
    try:
        for message in _messages(path):
            _write(message)
    except CaseFileError as error:
        _write({"refused": [str(error.value), error.rule, error.remedy, error.zh]})
    except Exception as error:  # Arrow raises many kinds, some of them undocumented
        detail = str(error).splitlines()[0][:200] if str(error) else type(error).__name__
        _write({"damaged": detail})


def _messages(path: Path) -> Iterator[object]:
    from pyarrow.parquet import ParquetFile

    with ParquetFile(path, thrift_string_size_limit=1 << 24, thrift_container_size_limit=1 << 20) as file:
        columns = _columns(path, file)
        yield {"columns": columns, "rows": file.metadata.num_rows}
        number = 0
        for batch in file.iter_batches(batch_size=_BATCH, use_threads=False):
            for values in zip(*(_values(column) for column in batch.columns), strict=True):
                number += 1
                yield [number, *_row(values)]


def _columns(path: Path, file: ParquetFile) -> list[str]:
    metadata = file.metadata
    groups = [metadata.row_group(index).total_byte_size for index in range(metadata.num_row_groups)]
    for what, what_zh, number, most in (
        ("rows", "行数", metadata.num_rows, MOST_ROWS),
        ("columns", "列数", metadata.num_columns, MOST_COLUMNS),
        ("bytes unpacked in a row group", "行组解压后的字节数", max(groups, default=0), MOST_PART),
    ):
        if number > most:
            raise too_large(path, what, what_zh, most)
    columns = [name.strip() for name in file.schema_arrow.names]
    twice = faults(columns)
    if twice or not columns:
        raise refused(
            path,
            twice[:5],
            "every column has its own name.",
            "Give each column its own name.",
            "每一列都要有名称，且不能重复",
        )
    return columns


def _values(column: Any) -> list[Any]:
    import pyarrow as pa  # type: ignore[import-untyped]

    if pa.types.is_timestamp(column.type) and column.type.unit == "ns":
        column = column.cast(pa.timestamp("us", column.type.tz), safe=False)
    values: list[Any] = column.to_pylist()
    return values


def _row(values: tuple[Any, ...]) -> tuple[list[str], dict[int, str]]:
    """The texts of a row, and by their place those that are no right text, with the reason."""
    texts: list[str] = []
    wrong: dict[int, str] = {}
    for place, value in enumerate(values):
        text = _text(value)
        if text is None:
            text = json.dumps(value, ensure_ascii=False, default=str)[:_SHOWN]
            wrong[place] = "nested"
        elif len(text) > MOST_CELL:
            text = text[:_SHOWN]
            wrong[place] = "long"
        texts.append(text)
    return texts, wrong


def _text(value: Any) -> str | None:
    """A value as a person would type it; ``None`` for what is no single value."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value.replace("\0", "")
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, dt.datetime):
        midnight = value.tzinfo is None and value.time() == dt.time()
        return value.date().isoformat() if midnight else value.isoformat(" ")
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return "" if value != value else format(Decimal(repr(value)), "f")
    if isinstance(value, Decimal):
        return format(value, "f")
    return None


def _write(message: object) -> None:
    sys.stdout.buffer.write(json.dumps(message).encode() + b"\n")


def _limit_memory() -> None:
    try:
        import resource
    except ModuleNotFoundError:  # Windows has no such limit
        return
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    wanted = MOST_CHILD_MEMORY if most == resource.RLIM_INFINITY else min(MOST_CHILD_MEMORY, most)
    resource.setrlimit(resource.RLIMIT_AS, (wanted, most))
