"""The examples of importing run, and say what their pages say."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import case_file
import catching_errors
import ledger_round
import one_case
import polars
import pytest
import table

from wushan_plan import PLAN, Status, Verdict
from wushan_plan.files.results_reading import read_results

AS_OF = date(2021, 12, 31)


def test_one_case_is_judged(capsys: pytest.CaptureFixture[str]) -> None:
    one_case.main()
    assert capsys.readouterr().out == "2021-10-12 True 2\n"


def test_one_open_case_is_pending() -> None:
    assert one_case.judged(date(2021, 9, 24), None, date(2021, 9, 30)).status is Status.PENDING


def test_a_file_is_judged_and_its_bad_cells_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    case_file.main()
    *bad, total = capsys.readouterr().out.splitlines()
    assert len(bad) == 3
    assert total == "120 96 14 87.3%"


def test_a_file_is_written_as_a_workbook(tmp_path: Path) -> None:
    out = tmp_path / "results.xlsx"
    assert case_file.write_results(case_file.SHIPPED, out, AS_OF) == 120
    assert len(read_results(out)) == 120


def test_a_table_keeps_its_engine_and_its_rows(capsys: pytest.CaptureFixture[str]) -> None:
    cases = polars.DataFrame({"受理日期": [date(2021, 9, 24)], "通水日期": [date(2021, 10, 14)]})
    judged = table.judge_table(cases, AS_OF)
    assert isinstance(judged, polars.DataFrame)
    assert judged["overdue"].to_list() == [2]
    table.main()
    assert "('大昌镇', 2, 1)" in capsys.readouterr().out


def test_a_ledger_says_how_a_task_stands(capsys: pytest.CaptureFixture[str]) -> None:
    ledger_round.main()
    assert capsys.readouterr().out == "pending green True\n"


def test_a_ledger_is_kept_in_a_file(tmp_path: Path) -> None:
    assert ledger_round.keep(tmp_path / "ledger.db", ledger_round.reported(date(2021, 9, 30), 41)) == 1


@pytest.mark.parametrize(
    ("target", "end", "said"),
    [
        ("water-conection", None, "Did you mean 'water-connection'"),
        ("water-connection", date(2021, 9, 1), "a case cannot end before it starts"),
        ("power-10kv", None, "Known: cases, period, unread_cases"),
    ],
)
def test_an_error_becomes_a_sentence_to_act_upon(target: str, end: date | None, said: str) -> None:
    answer = catching_errors.answer(target, date(2021, 9, 24), end, AS_OF)
    assert isinstance(answer, str)
    assert said in answer


def test_past_the_last_notice_the_answer_is_marked_provisional() -> None:
    last = PLAN.period.last.replace(year=2026)
    answer = catching_errors.answer("water-connection", last, date(2027, 1, 20), date(2027, 1, 31))
    assert isinstance(answer, Verdict)
    assert answer.provisional
