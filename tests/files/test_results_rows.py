"""JSON Lines and parquet: rows for other programs."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet as pq  # type: ignore[import-untyped,unused-ignore]
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.files.judged import (
    AS_OF,
    WATER,
    Judged,
    awkward,
    payment_results,
    some_water,
    verdicts,
    water,
    water_results,
)
from wushan_plan import PLAN, JudgedCase, Verdict
from wushan_plan.errors import CaseFileError
from wushan_plan.files.json_forms import read_json_lines
from wushan_plan.files.results import ResultRecord, Results
from wushan_plan.files.results_rows import write_json_lines, write_parquet


class TestJsonLines:
    def test_every_row_comes_back_with_its_cells_and_its_verdict(self, tmp_path: Path) -> None:
        path = tmp_path / "rows.jsonl"
        write_json_lines(path, [water_results(), payment_results()])
        back = list(read_json_lines(path, PLAN))
        expected = [*water_results().rows, *payment_results().rows]
        assert [one.case for one in back] == [one.case for one in expected]
        assert [one.cells for one in back] == [one.row.cells for one in expected]

    def test_rows_that_were_read_can_be_written_again(self, tmp_path: Path) -> None:
        first, second = tmp_path / "first.jsonl", tmp_path / "second.jsonl"
        write_json_lines(first, water_results())
        write_json_lines(second, Results(WATER, ("编号",), read_json_lines(first, PLAN), AS_OF))
        assert first.read_bytes() == second.read_bytes()

    @given(st.lists(verdicts(), max_size=3))
    def test_any_verdict_comes_back_equal(
        self, tmp_path_factory: pytest.TempPathFactory, drawn: list[Verdict]
    ) -> None:
        path = tmp_path_factory.mktemp("lines") / "rows.jsonl"
        write_json_lines(
            path, [Results.of_cases(one.commitment, [JudgedCase("件", one)]) for one in drawn]
        ) if drawn else path.touch()
        assert [one.case.verdict for one in read_json_lines(path, PLAN)] == drawn

    def test_each_line_stands_for_itself(self, tmp_path: Path) -> None:
        path = tmp_path / "rows.jsonl"
        write_json_lines(path, water_results())
        for line in path.read_text("utf-8").splitlines():
            document = json.loads(line)
            assert (document["schema"], document["version"]) == ("wushan-plan/judged-row", 1)

    @given(awkward)
    def test_a_text_stays_as_it_is(self, tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
        path = tmp_path_factory.mktemp("text") / "rows.jsonl"
        write_json_lines(path, water_results([water(text, dt.date(2021, 9, 24), None)]))
        (back,) = read_json_lines(path, PLAN)
        assert back.case.key == back.cells["编号"] == text


class TestParquet:
    def test_each_row_has_its_cells_and_its_result_in_typed_columns(self, tmp_path: Path) -> None:
        path = tmp_path / "rows.parquet"
        write_parquet(path, water_results())
        rows = pq.read_table(path).to_pylist()
        assert [row["编号"] for row in rows] == [one.row.cells["编号"] for one in some_water()]
        assert rows[1] == {
            "编号": "乙", "commitment": "water-connection", "key": "乙", "status": "not-met", "as_of": AS_OF,
            "deadline": dt.date(2021, 10, 12), "elapsed": 11, "overdue": 2, "unit": "working days",
            "breach": False, "depends_on_reading": False, "provisional": False,
            "explanation": "用时11个工作日，超过上限9个工作日。",
        }  # fmt: skip

    def test_rows_of_several_targets_share_the_columns_of_all(self, tmp_path: Path) -> None:
        path = tmp_path / "rows.parquet"
        write_parquet(path, [water_results(), payment_results()])
        rows = pq.read_table(path).to_pylist()
        assert [row["编号"] for row in rows[-2:]] == [None, None]
        assert {row["commitment"] for row in rows} == {"water-connection", "procurement-payment"}

    def test_an_original_column_of_a_name_of_ours_keeps_its_own(self, tmp_path: Path) -> None:
        path = tmp_path / "rows.parquet"
        judged = water("甲", dt.date(2021, 9, 24), None, status="原状态")
        write_parquet(path, Results(WATER, ("status",), [judged], AS_OF))
        (row,) = pq.read_table(path).to_pylist()
        assert (row["status"], row["status_2"]) == ("原状态", "not-met")

    def test_no_row_gives_an_empty_table(self, tmp_path: Path) -> None:
        path = tmp_path / "rows.parquet"
        write_parquet(path, water_results([]))
        assert pq.read_table(path).num_rows == 0

    @given(awkward)
    def test_a_text_stays_as_it_is(self, tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
        path = tmp_path_factory.mktemp("text") / "rows.parquet"
        write_parquet(path, water_results([water(text, dt.date(2021, 9, 24), None)]))
        (row,) = pq.read_table(path).to_pylist()
        assert row["key"] == row["编号"] == text


@pytest.mark.parametrize("write", [write_json_lines, write_parquet])
class TestBoth:
    def test_totals_are_given_back(self, write: object, tmp_path: Path) -> None:
        assert callable(write)
        (total,) = write(tmp_path / "rows", water_results())
        assert total.card.cases == len(some_water())

    def test_no_result_at_all_is_refused(self, write: object, tmp_path: Path) -> None:
        assert callable(write)
        with pytest.raises(CaseFileError):
            write(tmp_path / "rows", [])
        assert list(tmp_path.iterdir()) == []

    def test_a_crash_leaves_the_old_file_and_nothing_else(self, write: object, tmp_path: Path) -> None:
        assert callable(write)
        path = tmp_path / "rows"
        path.write_bytes(b"old")

        def rows() -> Iterator[Judged]:
            yield from some_water()
            raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            write(path, Results(WATER, ("编号",), rows(), AS_OF))
        assert path.read_bytes() == b"old"
        assert list(tmp_path.iterdir()) == [path]


def test_a_record_names_what_to_watch() -> None:
    late = payment_results()
    record = [ResultRecord.of(late.commitment, one.case) for one in late.rows][1]
    assert record.flags("zh") == "违反义务"
    assert record.flags("en") == "breach of duty"


def test_a_file_that_another_program_holds_open_is_named_and_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "rows.parquet"
    path.write_bytes(b"old")

    def refused(self: Path, target: Path) -> Path:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", refused)
    with pytest.raises(CaseFileError, match="open in another program"):
        write_parquet(path, water_results())
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]
