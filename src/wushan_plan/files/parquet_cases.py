"""Case files as parquet, decoded in a process of its own (parquet 办件文件)."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from collections.abc import Generator, Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from wushan_plan.errors import CaseFileError, MissingExtraError
from wushan_plan.files.bounds import MOST_BYTES
from wushan_plan.files.case_file import TOO_LONG, BadCell, CaseFile, CaseRow, Progress, refused, too_large
from wushan_plan.files.serials import Epoch

_WRONG = {
    "nested": ("这一格是嵌套的数据，不是单个的值", "the cell holds nested data, not one value."),
    "long": TOO_LONG,
}
_DEAD = "it ended the process that decodes it"
_CHILD = """
import sys
from pathlib import Path
sys.path = {paths!r}
from wushan_plan.files.parquet_child import main
main(Path({path!r}))
"""


def open_parquet(path: str | Path, *, epoch: Epoch | None = None) -> CaseFile:
    """Opens a parquet file.

    Args:
        path: the file.
        epoch: what serial numbers in date columns count from; they are refused without.

    Raises:
        CaseFileError: for a file that is damaged, beyond a bound, or names a column twice.
        MissingExtraError: without the extra ``parquet``.
    """
    if importlib.util.find_spec("pyarrow") is None:
        raise MissingExtraError.of("parquet", "pyarrow", "reading parquet")
    path = Path(path)
    size = path.stat().st_size
    if size > MOST_BYTES:
        raise too_large(path, "bytes", "字节数", MOST_BYTES)
    with closing(_decoded(path)) as messages:
        head = next(messages)
    columns, number = tuple(head["columns"]), int(head["rows"])

    def rows(progress: Progress | None) -> Iterator[CaseRow]:
        with closing(_decoded(path)) as messages:
            next(messages)
            for line, texts, wrong in messages:
                if progress is not None and line % 1024 == 0:
                    progress(size * line // number)
                row = _row(line, columns, texts, wrong)
                if row is not None:
                    yield row

    return CaseFile(path, "parquet", columns, size, rows, epoch=epoch)


def _row(line: int, columns: tuple[str, ...], texts: list[str], wrong: Mapping[str, str]) -> CaseRow | None:
    cells = dict(zip(columns, texts, strict=True))
    bad = tuple(
        BadCell("", line, columns[int(place)], texts[int(place)], *_WRONG[reason])
        for place, reason in wrong.items()
    )
    return CaseRow(line, cells, bad) if bad or any(text.strip() for text in texts) else None


def _decoded(path: Path) -> Generator[Any, None, None]:
    """What the decoding process says: the columns first, then each row.

    Raises:
        CaseFileError: for a file it refuses, finds damaged, or dies of.
    """
    program = _CHILD.format(paths=sys.path, path=str(path.absolute()))
    with subprocess.Popen(
        [sys.executable, "-c", program],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as child:
        assert child.stdout is not None  # it is a pipe
        head = False
        try:
            for line in child.stdout:
                message = json.loads(line) if line.endswith(b"\n") else {"damaged": _DEAD}
                if isinstance(message, dict) and "refused" in message:
                    raise refused(path, *message["refused"])
                if isinstance(message, dict) and "damaged" in message:
                    raise _damaged(path, message["damaged"])
                head = True
                yield message
            if child.wait() != 0 or not head:
                raise _damaged(path, _DEAD)
        finally:
            child.kill()


def _damaged(path: Path, detail: str) -> CaseFileError:
    return refused(
        path,
        path.name,
        f"the parquet file is damaged ({detail}).",
        "Write it anew.",
        "parquet文件已损坏，请重新生成",
    )
