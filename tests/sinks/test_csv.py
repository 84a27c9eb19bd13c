"""CSV holds as many rows and cells as were written, and none that a spreadsheet runs (CSV)."""

from __future__ import annotations

import csv
import datetime as dt
from itertools import chain
from pathlib import Path
from typing import Any

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.files.judged import WATER
from tests.sinks.attacks import ATTACKS, KINDS, LONG, each_attack, each_kind
from tests.sinks.hostile import plan_of, results_of
from wushan_plan import CHINA, frames
from wushan_plan.files.day_rows import write_day_table
from wushan_plan.files.results_rows import write_csv
from wushan_plan.files.safe_output import spreadsheet_text
from wushan_plan.files.tables import write_table

_SIGNS = "=+-@\uff1d\uff0b\uff0d\uff20"
_BLANK = " \u00a0\u3000\u200b\ufeff"
WHOLE = {name: text for name, text in ATTACKS.items() if not any("\ud800" <= one <= "\udfff" for one in text)}


def rows_of(path: Path) -> list[list[str]]:
    csv.field_size_limit(1 << 20)
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, strict=True))


def runs(cell: str) -> bool:
    """Whether a spreadsheet may run it: a number it only reads."""
    bare = cell.lstrip(_BLANK)
    if cell[:1] not in ("\t", "\r", "\n") and bare[:1] not in tuple(_SIGNS):
        return False
    try:
        float(cell.removesuffix("%"))
    except ValueError:
        return True
    return False


def back(cell: str) -> str:
    """What was meant by a cell: without the apostrophe that keeps it from being run."""
    return cell[1:] if cell[:1] == "'" and runs(cell[1:]) else cell


def held(text: str) -> str:
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


@pytest.mark.parametrize("kind", KINDS["spreadsheets"])
def test_nothing_that_runs_is_left(kind: str) -> None:
    assert not runs(spreadsheet_text(KINDS["spreadsheets"][kind]))


@pytest.mark.parametrize("number", ["-3", "+86", "-0.5", "-12%", "0", "12.50"])
def test_a_number_stays_a_number(number: str) -> None:
    assert spreadsheet_text(number) == number


@given(st.text(alphabet="=+-@\t\r\n '甲1.%\u3000\uff1d"))
def test_no_text_runs_and_each_is_meant(text: str) -> None:
    assert not runs(spreadsheet_text(text))
    assert spreadsheet_text(text) in (text, "'" + text)


@pytest.mark.parametrize("attack", [*ATTACKS.values(), LONG], ids=[*ATTACKS, "long"])
def test_results_hold_each_text_in_its_cell(attack: str, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    write_csv(path, results_of(attack))
    head, *rows = rows_of(path)
    assert len(rows) == 3
    assert {len(row) for row in (head, *rows)} == {9}
    assert [back(cell) for cell in head[:2]] == ["编号", held(attack)]
    assert [[back(cell) for cell in row[:2]] for row in rows] == [[held(attack)] * 2] * 3
    assert back(rows[2][-1]) == held(attack)
    assert not any(map(runs, chain(head, *rows)))


@each_attack
def test_a_plan_holds_as_many_rows_as_commitments(attack: str, tmp_path: Path) -> None:
    plan = plan_of(attack)
    write_table(plan, tmp_path / "a.csv")
    rows = rows_of(tmp_path / "a.csv")
    assert len(rows) == len(plan.commitments) + 1
    assert {len(row) for row in rows} == {len(rows[0])}
    assert held(attack) in {back(cell) for cell in rows[1]}
    assert not any(map(runs, chain(*rows)))


@each_kind
def test_days_are_as_many_lines_as_days_whatever_the_office_is_called(attack: str, tmp_path: Path) -> None:
    closed = dt.date(2021, 10, 12)
    number = write_day_table(tmp_path / "a.csv", CHINA.with_office_days(attack, closed=[closed]))
    rows = rows_of(tmp_path / "a.csv")
    assert len(rows) == number + 1
    assert {len(row) for row in rows} == {len(rows[0])}
    (changed,) = [row for row in rows if row[0] == str(closed)]
    assert not any(map(runs, changed))


class TestLargeFiles:
    """What DuckDB writes is read as text, columns' names included."""

    def test_every_attack_comes_back_from_cells_and_names(self, tmp_path: Path) -> None:
        texts = list(WHOLE.values())
        source = tmp_path / "in"
        source.mkdir()
        self._cases(source / "a.parquet", texts)
        out = tmp_path / "out.csv"
        frames.evaluate_files(source, WATER, out=out, start="受理", end="通水", as_of=dt.date(2021, 12, 31))
        head, *rows = rows_of(out)
        assert len(rows) == len(texts)
        assert [back(row[2]) for row in rows] == texts
        assert [back(cell) for cell in head[4 : 4 + len(texts)]] == texts
        assert not any(map(runs, chain(head, *rows)))

    def test_bytes_are_text_there_as_well(self, tmp_path: Path) -> None:
        self._cases(tmp_path / "a.parquet", ["=1+1"])
        out = tmp_path / "out.csv"
        asked: dict[str, Any] = {"start": "受理", "end": "通水", "as_of": dt.date(2021, 12, 31)}
        frames.evaluate_files(tmp_path / "a.parquet", WATER, out=out, **asked)
        assert rows_of(out)[1][3] == "'=1+1"

    @staticmethod
    def _cases(path: Path, texts: list[str]) -> None:
        import pyarrow as pa  # type: ignore[import-untyped,unused-ignore]
        import pyarrow.parquet as pq  # type: ignore[import-untyped,unused-ignore]

        day = pa.array([dt.date(2021, 9, 24)] * len(texts))
        columns = {
            "受理": day,
            "通水": day,
            "编号": pa.array(texts),
            "字节": pa.array([one.encode() for one in texts]),
        }
        columns |= {text: pa.array(texts) for text in texts}
        pq.write_table(pa.table(columns), path)
        assert duckdb.read_parquet(str(path)).shape[0] == len(texts)
