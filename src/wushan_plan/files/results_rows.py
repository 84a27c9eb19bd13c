"""Judged rows: CSV for people, JSON Lines and parquet for programs (判定行).

JSON Lines carry the whole verdict and give it back exactly; CSV and parquet carry what the workbook
shows, parquet in typed columns. Rows pass through once and are not held.
"""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from wushan_plan.errors import CaseFileError, MissingExtraError
from wushan_plan.explanation.words import Term, pick, spoken
from wushan_plan.files.added_columns import free_name
from wushan_plan.files.results import UNIT, JudgedCells, ResultRecord, Results, Total, totalled
from wushan_plan.files.safe_output import replacing, replacing_path, spreadsheet_text, whole
from wushan_plan.model.verdict import Lang

_BATCH = 10_000
RESULT_COLUMNS = (
    "commitment",
    "key",
    "status",
    "as_of",
    "deadline",
    "elapsed",
    "overdue",
    "unit",
    "breach",
    "depends_on_reading",
    "provisional",
    "explanation",
)
"""The columns parquet adds. Their names and the statuses are the same in every language."""


CSV_COLUMNS: Mapping[Lang, tuple[str, ...]] = {
    "zh": ("结论", "截止日", "用时", "逾期", "计日单位", "提示", "理由"),
    "en": ("status", "deadline", "elapsed", "overdue", "unit", "flags", "reason"),
}
"""The columns CSV adds."""
_OF_A_MEAN: Term = ("本承诺按平均值判定，单件不判", "the mean is judged, no single case")


def write_csv(path: str | Path, results: Results, *, lang: Lang = "zh", worst: int = 10) -> Total:
    """Writes each row with its verdict: CSV, UTF-8 with a byte order mark for Excel.

    Days are plain numbers, so that a spreadsheet can sort and add them up; their unit stands beside
    them. The file appears under its name only when the last row has passed.

    Args:
        path: where the file goes.
        results: the judged rows; they pass through once.
        lang: language of the added columns.
        worst: how many of the worst completed cases the total names.
    """
    columns = CSV_COLUMNS[spoken(lang, "write_csv(lang=…)")]
    added = [free_name(name, results.columns) for name in columns]
    with replacing(Path(path), "utf-8-sig") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow([spreadsheet_text(name) for name in (*results.columns, *added)])

        def write(judged: JudgedCells) -> None:
            record = ResultRecord.of(results.commitment, judged.case, lang)
            cells = [judged.row.cells.get(column, "") for column in results.columns]
            result = [
                record.status_text(lang),
                "" if record.deadline is None else record.deadline.isoformat(),
                "" if record.elapsed is None else str(record.elapsed.days),
                "" if record.overdue is None else str(record.overdue.days),
                "" if record.unit is None else pick(UNIT[record.unit], lang),
                record.flags(lang),
                pick(_OF_A_MEAN, lang) if record.status is None else record.explanation,
            ]
            writer.writerow([spreadsheet_text(text) for text in (*cells, *result)])

        return totalled(results, write, worst)


def write_json_lines(
    path: str | Path, results: Results | Iterable[Results], *, worst: int = 10
) -> tuple[Total, ...]:
    """Writes each row as one JSON document a line; replaces ``path`` at the end.

    ``read_json_lines`` gives the rows back, their verdicts equal to the ones written.

    Args:
        path: where the lines go.
        results: the judged rows; their rows pass through once.
        worst: how many of the worst completed cases each total names.

    Raises:
        MissingExtraError: without the extra ``json``.
    """
    from wushan_plan.files.json_forms import JsonForms, json_line
    from wushan_plan.files.json_shapes import RowForm

    totals = []
    with replacing(Path(path), "utf-8") as file:
        for one in _listed(results):
            forms = JsonForms(one.commitment.plan)

            def write(judged: JudgedCells, forms: JsonForms = forms) -> None:
                form = RowForm(dict(judged.row.cells), judged.case)
                file.write(json_line(forms.to_json(form)))

            totals.append(totalled(one, write, worst))
    return tuple(totals)


def write_parquet(
    path: str | Path, results: Results | Iterable[Results], *, lang: Lang = "zh", worst: int = 10
) -> tuple[Total, ...]:
    """Writes each row with its result in typed columns; replaces ``path`` at the end.

    Args:
        path: where the file goes.
        results: the judged rows; their rows pass through once. Rows of several targets share the
            columns of all.
        lang: language of the explanations.
        worst: how many of the worst completed cases each total names.

    Raises:
        MissingExtraError: without the extra ``parquet``.
    """
    try:
        import pyarrow as pa  # type: ignore[import-untyped,unused-ignore]
        import pyarrow.parquet as pq  # type: ignore[import-untyped,unused-ignore]
    except ModuleNotFoundError as error:
        raise MissingExtraError.of("parquet", "pyarrow", "writing parquet") from error
    spoken(lang, "write_parquet(lang=…)")
    listed = _listed(results)
    originals = list(dict.fromkeys(column for one in listed for column in one.columns))
    added = [free_name(name, originals) for name in RESULT_COLUMNS]
    kinds = {
        "as_of": pa.date32(), "deadline": pa.date32(), "elapsed": pa.int32(), "overdue": pa.int32(),
        "breach": pa.bool_(), "depends_on_reading": pa.bool_(), "provisional": pa.bool_(),
    }  # fmt: skip
    schema = pa.schema(
        [(whole(name), pa.string()) for name in originals]
        + [(name, kinds.get(ours, pa.string())) for name, ours in zip(added, RESULT_COLUMNS, strict=True)]
    )
    totals = []
    with replacing_path(Path(path)) as part:
        part.touch()  # an unusable path is refused before the work, not after it
        with pq.ParquetWriter(str(part), schema) as writer:
            waiting: list[list[Any]] = []

            def flush() -> None:
                columns = list(zip(*waiting, strict=True))
                arrays = [pa.array(column, field.type) for column, field in zip(columns, schema, strict=True)]
                writer.write_batch(pa.record_batch(arrays, schema=schema))
                waiting.clear()

            for one in listed:

                def write(judged: JudgedCells, one: Results = one) -> None:
                    row = _row(judged, one, originals, lang)
                    waiting.append([whole(cell) if isinstance(cell, str) else cell for cell in row])
                    if len(waiting) == _BATCH:
                        flush()

                totals.append(totalled(one, write, worst))
            if waiting:
                flush()
    return tuple(totals)


def _listed(results: Results | Iterable[Results]) -> tuple[Results, ...]:
    listed = (results,) if isinstance(results, Results) else tuple(results)
    if not listed:
        raise CaseFileError(
            value=(),
            rule="there are no results to write.",
            where="results",
            remedy="Give Results(commitment, columns, rows).",
            zh="没有可写的判定结果",
        )
    return listed


def _row(judged: JudgedCells, results: Results, originals: Sequence[str], lang: Lang) -> list[Any]:
    record = ResultRecord.of(results.commitment, judged.case, lang)
    cells: Mapping[str, str] = judged.row.cells
    return [*(cells.get(name) for name in originals), *_values(record, judged, results.as_of)]


def _values(record: ResultRecord, judged: JudgedCells, as_of: dt.date | None) -> list[Any]:
    verdict = judged.case.verdict
    return [
        record.commitment,
        record.key,
        None if record.status is None else record.status.value,
        as_of if verdict is None else verdict.as_of,
        record.deadline,
        None if record.elapsed is None else record.elapsed.days,
        None if record.overdue is None else record.overdue.days,
        None if record.unit is None else pick(UNIT[record.unit], "en"),
        record.breach,
        record.depends_on_reading,
        record.provisional,
        record.explanation,
    ]
