"""JSON Lines: a document a line to every reader, and each text comes back exactly (JSON 行)."""

from __future__ import annotations

import json
from pathlib import Path

import pyarrow.parquet as pq  # type: ignore[import-untyped,unused-ignore]
import pytest

from tests.sinks.attacks import ATTACKS, LONG, each_kind
from tests.sinks.hostile import entries_of, plan_of, results_of
from wushan_plan import PLAN
from wushan_plan.files.json_forms import read_json, read_json_lines, write_json
from wushan_plan.files.results_rows import write_json_lines, write_parquet
from wushan_plan.ledger import read_lines, write_lines

each_text = pytest.mark.parametrize("attack", [*ATTACKS.values(), LONG], ids=[*ATTACKS, "long"])


@each_text
def test_results_are_a_line_a_row_and_come_back(attack: str, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    write_json_lines(path, results_of(attack))
    lines = path.read_text("utf-8").splitlines()
    assert len(lines) == 3
    assert [json.loads(line)["data"]["cells"][attack] for line in lines] == [attack] * 3
    back = list(read_json_lines(path, PLAN))
    assert [one.case for one in back] == [one.case for one in results_of(attack).rows]


@each_text
def test_entries_are_a_line_each_and_come_back_with_their_ids(attack: str, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    written = entries_of(attack)
    write_lines(written, path)
    lines = path.read_text("utf-8").splitlines()
    assert len(lines) == len(written)
    assert [json.loads(line)["note"] for line in lines] == [attack] * len(written)
    back = list(read_lines(path))
    assert back == written
    assert [one.id for one in back] == [one.id for one in written]


@each_kind
def test_a_plan_comes_back(attack: str, tmp_path: Path) -> None:
    plan = plan_of(attack)
    write_json(plan, tmp_path / "a.json")
    assert json.loads((tmp_path / "a.json").read_text("utf-8"))["data"]["title"] == attack
    assert read_json(tmp_path / "a.json", PLAN).title == attack


@each_text
def test_parquet_holds_each_text_in_its_column(attack: str, tmp_path: Path) -> None:
    write_parquet(tmp_path / "a.parquet", results_of(attack))
    table = pq.read_table(tmp_path / "a.parquet")
    whole = attack.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    assert table.num_rows == 3
    assert table[whole].to_pylist() == [whole] * 3
