"""What the library writes and reads with its extras, as digests in JSON: the same wherever Python runs.

``python probe_extras.py`` prints it. Works in a temporary folder, which it makes its own; every name
and every moment is given, so that each byte of a result is determined.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import itertools
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"
WATER = EXAMPLES / "water-2021-synthetic.csv"
MESSY = EXAMPLES / "water-2021-messy-synthetic.xlsx"
ENTRIES = EXAMPLES / "ledger-2021-synthetic.jsonl"
JUDGED = "--target water-connection --start 受理日期 --end 通水日期 --as-of 2021-12-31 --quiet"


def answered(command: str) -> str:
    """What the command line answers: its exit code, its answer and its errors."""
    from wushan_plan.cli import main

    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main(command.split())
    return f"{command} {code}\n{out.getvalue()}\n{err.getvalue()}"


def bytes_of(*names: str) -> Iterator[str]:
    """The digest of each file, byte for byte."""
    for name in names:
        yield f"{name} {hashlib.sha256(Path(name).read_bytes()).hexdigest()}"


def rows_of(*names: str) -> Iterator[str]:
    """The digest of the rows of each parquet file: how its bytes are packed is the engine's own."""
    import pyarrow.parquet as pq  # type: ignore[import-untyped,unused-ignore]

    for name in names:
        table = pq.read_table(name)
        rows = repr((table.schema.names, table.to_pylist()))
        yield f"{name} {table.num_rows} {hashlib.sha256(rows.encode()).hexdigest()}"


def csv_files() -> Iterator[str]:
    shutil.copyfile(WATER, "a.csv")
    Path("b.csv").write_bytes(Path("a.csv").read_bytes().decode("utf-8-sig").encode("gb18030"))
    for name in ("a", "b"):
        for ending in ("csv", "jsonl"):
            out = f"{name}-out.{ending}"
            yield answered(f"evaluate {name}.csv {JUDGED} --out {out}")
            yield from bytes_of(out)
    yield answered(f"evaluate a.csv {JUDGED} --out en.csv --lang en --fail-on-breach")
    yield from bytes_of("en.csv")


def workbooks() -> Iterator[str]:
    from wushan_plan.files.results_reading import read_results

    shutil.copyfile(WATER, "c.csv")
    shutil.copyfile(MESSY, "messy.xlsx")
    yield answered(f"evaluate c.csv {JUDGED} --out c.xlsx")
    yield answered(f"evaluate messy.xlsx {JUDGED} --out messy-out.xlsx --rejects rejects.xlsx")
    yield answered(f"evaluate messy.xlsx {JUDGED} --out messy-out.csv")
    yield answered("export --out plan.xlsx")
    yield from bytes_of("c.xlsx", "messy-out.xlsx", "rejects.xlsx", "messy-out.csv", "plan.xlsx")
    yield repr(read_results("messy-out.xlsx"))


def large_files() -> Iterator[str]:
    import pyarrow as pa  # type: ignore[import-untyped,unused-ignore]
    import pyarrow.csv as pc  # type: ignore[import-untyped,unused-ignore]
    import pyarrow.parquet as pq

    table = pc.read_csv(WATER)
    table = table.rename_columns([name.removeprefix("\ufeff") for name in table.column_names])
    texts = pa.schema([(name, pa.string()) for name in table.column_names])
    Path("many").mkdir()
    for name in ("d.parquet", "many/1.parquet", "many/2.parquet"):
        pq.write_table(table.cast(texts), name)
    yield answered(f"evaluate d.parquet {JUDGED} --out d-out.parquet")
    yield answered(f"evaluate many {JUDGED} --out many-out.csv --by 乡镇街道")
    yield from rows_of("d-out.parquet")
    yield from bytes_of("many-out.csv")


def calendars() -> Iterator[str]:
    yield answered("calendar 2021 --out 2021.ics")
    yield answered("export --out plan.ics")
    yield answered("calendar --table days.parquet")
    yield from bytes_of("2021.ics", "plan.ics")
    yield from rows_of("days.parquet")


def documents() -> Iterator[str]:
    yield answered("export --out plan.json")
    yield answered("schemas schemas")
    yield from bytes_of("plan.json", *sorted(map(str, Path("schemas").iterdir())))


def ledger() -> Iterator[str]:
    with ENTRIES.open(encoding="utf-8") as lines:
        Path("entries.jsonl").write_bytes("".join(itertools.islice(lines, 150)).encode())
    yield answered("ledger init ledger.db")
    yield answered("ledger import ledger.db entries.jsonl")
    yield answered("ledger verify ledger.db")
    yield answered("ledger status ledger.db --as-of 2022-01-31")
    yield answered("ledger report ledger.db --as-of 2022-01-31 --out report.html")
    yield answered("ledger report ledger.db --as-of 2022-01-31 --out report.xlsx")
    yield answered("ledger export ledger.db --out exported.jsonl")
    yield from bytes_of("report.html", "report.xlsx", "exported.jsonl")


def forms() -> Iterator[str]:
    """Files whose names the library chooses, in Chinese."""
    yield answered("ledger init forms.db")
    yield answered("ledger send forms.db --as-of 2022-01-31 --out sent")
    yield from bytes_of(*sorted(map(str, Path("sent").iterdir())))


PARTS: dict[str, Callable[[], Iterator[str]]] = {
    part.__name__: part for part in (csv_files, workbooks, calendars, documents, ledger, large_files, forms)
}


def digests(parts: Iterable[str]) -> dict[str, list[str]]:
    """The beginning of each answer of these parts, to tell them apart, and its digest."""
    before = os.getcwd()
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        try:
            return {part: [shortened(one) for one in PARTS[part]()] for part in parts}
        finally:
            os.chdir(before)


def shortened(answer: str) -> str:
    first = ascii(answer.partition("\n")[0])
    return f"{first} {hashlib.sha256(answer.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"


if __name__ == "__main__":
    sys.stdout.write(json.dumps(digests(sys.argv[1:] or PARTS)))
