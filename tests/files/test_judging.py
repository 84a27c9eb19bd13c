"""A case file judged row by row: nothing lost, nothing guessed, nothing executed."""

from __future__ import annotations

import csv
import datetime as dt
from fractions import Fraction
from pathlib import Path

import pytest

from tests.calendar.oracle import workdays_in
from tests.outside import municipal_path
from wushan_plan import PLAN, Status
from wushan_plan.errors import CaseFileError, UnknownNameError
from wushan_plan.evaluation.scorecard import scorecard
from wushan_plan.files.csv_cases import open_csv
from wushan_plan.files.judging import JudgedRow, Judging
from wushan_plan.files.results import Results
from wushan_plan.files.results_rows import write_csv
from wushan_plan.files.safe_output import replacing, spreadsheet_text
from wushan_plan.model.periods import Interval, WorkingDays

AS_OF = dt.date(2021, 12, 31)
WATER = PLAN.targets["water-connection"]
COLUMNS = {"start": "受理", "end": "通水"}


def _judged(tmp_path: Path, text: str, judging: Judging) -> list[JudgedRow]:
    path = tmp_path / "cases.csv"
    path.write_text(text, encoding="utf-8")
    return list(judging.rows(open_csv(path)))


class TestRows:
    def test_a_row_is_judged_like_a_single_case(self, tmp_path: Path) -> None:
        (row,) = _judged(tmp_path, "受理,通水\n2021-09-24,2021-10-14\n", Judging(WATER, COLUMNS, AS_OF))
        assert row.case.verdict == WATER.evaluate(
            start=dt.date(2021, 9, 24), end=dt.date(2021, 10, 14), as_of=AS_OF
        )

    @pytest.mark.parametrize(
        ("cells", "problem"),
        [
            ("21-9-24,2021-10-14", "年月日的先后分不清"),
            ("2021-09-31,2021-10-14", "没有这一天"),
            ("2021-10-14,2021-09-24", "早于起算日期"),
            ("2031-10-14,", "日历只覆盖"),
            ("2021-09-24", "本行有1格，表头有2列"),
        ],
    )
    def test_a_row_that_cannot_be_read_is_unknown_with_the_reason(
        self, tmp_path: Path, cells: str, problem: str
    ) -> None:
        judging = Judging(WATER, COLUMNS, dt.date(2031, 12, 31) if "2031" in cells else AS_OF)
        (row,) = _judged(tmp_path, f"受理,通水\n{cells}\n", judging)
        assert row.case.status is Status.UNKNOWN
        assert problem in row.case.problem
        assert row.row.line == 2

    def test_an_empty_start_is_unknown_and_never_met(self, tmp_path: Path) -> None:
        (row,) = _judged(tmp_path, "受理,通水\n,2021-10-14\n", Judging(WATER, COLUMNS, AS_OF))
        assert row.case.verdict is not None
        assert row.case.verdict.status is Status.UNKNOWN
        assert [fact.name for fact in row.case.verdict.missing] == ["start"]

    def test_an_empty_end_is_an_open_case(self, tmp_path: Path) -> None:
        (row,) = _judged(tmp_path, "受理,通水\n2021-12-30,\n", Judging(WATER, COLUMNS, AS_OF))
        assert row.case.status is Status.PENDING
        assert row.case.is_open

    def test_a_fact_the_target_does_not_ask_for_is_refused(self) -> None:
        with pytest.raises(UnknownNameError, match="asks for no such fact"):
            Judging(WATER, {"begin": "受理"}, AS_OF)

    def test_a_fact_without_a_column_is_named(self) -> None:
        with pytest.raises(CaseFileError, match="start \\(受理日期\\)"):
            Judging(WATER, {"end": "通水"}, AS_OF)

    def test_one_start_serves_instead_of_two_starting_events(self, tmp_path: Path) -> None:
        payment = PLAN.targets["procurement-payment"]
        judging = Judging(payment, {"start": "受理", "end": "通水"}, AS_OF)
        (row,) = _judged(tmp_path, "受理,通水\n2021-09-01,2021-09-03\n", judging)
        assert row.case.status is Status.MET

    def test_a_recorded_reason_excuses_where_the_text_allows_one(self, tmp_path: Path) -> None:
        contract = PLAN.targets["procurement-contract"]
        judging = Judging(contract, {**COLUMNS, "excuse": "理由"}, AS_OF)
        rows = _judged(
            tmp_path, "受理,通水,理由\n2021-08-02,2021-09-30,质疑处理\n2021-08-02,2021-09-30,\n", judging
        )
        assert [row.case.status for row in rows] == [Status.EXCUSED, Status.NOT_MET]


class TestMean:
    def test_the_file_gets_one_verdict_and_single_cases_none(self, tmp_path: Path) -> None:
        path = tmp_path / "cases.csv"
        path.write_text(
            "受理,通电\n2021-08-02,2021-09-30\n2021-08-02,2021-08-06\n2021-12-01,\n", encoding="utf-8"
        )
        judging = Judging(PLAN.targets["power-10kv"], {"start": "受理", "end": "通电"}, AS_OF)
        cases = open_csv(path)
        results = Results(judging.commitment, cases.columns, judging.rows(cases), AS_OF)
        total = write_csv(tmp_path / "out.csv", results)
        assert total.mean is not None
        assert total.mean.measured == Fraction(43 + 4, 2)
        assert total.mean.status is Status.MET
        assert total.card.cases == 3
        assert "未达标" not in (tmp_path / "out.csv").read_text(encoding="utf-8-sig")

    @pytest.mark.parametrize("bad", ["坏,2021-08-06", ",2021-08-06"])
    def test_a_row_without_a_readable_start_leaves_the_mean_undecided(self, tmp_path: Path, bad: str) -> None:
        path = tmp_path / "cases.csv"
        path.write_text(f"受理,通电\n2021-08-02,2021-08-06\n{bad}\n", encoding="utf-8")
        judging = Judging(PLAN.targets["power-10kv"], {"start": "受理", "end": "通电"}, AS_OF)
        cases = open_csv(path)
        results = Results(judging.commitment, cases.columns, judging.rows(cases), AS_OF)
        total = write_csv(tmp_path / "out.csv", results)
        assert total.mean is not None
        assert total.mean.status is Status.UNKNOWN
        assert total.mean.measured == 4

    def test_a_period_selects_the_completed_cases(self, tmp_path: Path) -> None:
        path = tmp_path / "cases.csv"
        path.write_text("受理,通电\n2020-08-03,2020-12-30\n2021-08-02,2021-08-06\n", encoding="utf-8")
        judging = Judging(PLAN.targets["power-10kv"], {"start": "受理", "end": "通电"}, AS_OF)
        cases = open_csv(path)
        year = Interval(dt.date(2021, 1, 1), AS_OF)
        results = Results(judging.commitment, cases.columns, judging.rows(cases), AS_OF, period=year)
        total = write_csv(tmp_path / "out.csv", results)
        assert total.mean is not None
        assert total.mean.measured == 4


class TestOutput:
    def _write(self, tmp_path: Path, text: str) -> list[dict[str, str]]:
        path = tmp_path / "cases.csv"
        path.write_text(text, encoding="utf-8")
        judging = Judging(WATER, COLUMNS, AS_OF)
        cases, out = open_csv(path), tmp_path / "out.csv"
        write_csv(out, Results(WATER, cases.columns, judging.rows(cases), AS_OF))
        assert out.read_bytes().startswith(b"\xef\xbb\xbf")  # Excel reads UTF-8 by its mark
        with out.open(encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file))

    def test_every_row_comes_back_with_its_verdict(self, tmp_path: Path) -> None:
        rows = self._write(tmp_path, "受理,通水\n2021-09-24,2021-10-14\n坏,坏\n2021-12-30,\n")
        assert [row["结论"] for row in rows] == ["未达标", "无法判定", "未到期"]
        assert rows[0]["截止日"] == "2021-10-12"
        assert (rows[0]["逾期"], rows[0]["计日单位"]) == ("2", "工作日")

    def test_a_column_of_the_same_name_is_kept(self, tmp_path: Path) -> None:
        (row,) = self._write(tmp_path, "受理,通水,结论\n2021-09-24,2021-10-14,旧\n")
        assert (row["结论"], row["结论_2"]) == ("旧", "未达标")

    def test_a_formula_stays_text(self, tmp_path: Path) -> None:
        (row,) = self._write(tmp_path, "受理,通水,备注\n2021-09-24,2021-10-14,=1+1\n")
        assert row["备注"] == "'=1+1"

    @pytest.mark.parametrize("text", ["=A1", "+x", "-x", "@x", "\t=1", "\r=1"])
    def test_what_a_spreadsheet_would_run_is_quoted(self, text: str) -> None:
        assert spreadsheet_text(text) == "'" + text

    @pytest.mark.parametrize("text", ["-5", "+3.5", "12", "", "受理", "-5%"])
    def test_numbers_and_words_are_left_alone(self, text: str) -> None:
        assert spreadsheet_text(text) == text

    def test_an_interrupted_output_leaves_the_old_file(self, tmp_path: Path) -> None:
        path = tmp_path / "out.csv"
        path.write_text("old", encoding="utf-8")
        with pytest.raises(KeyboardInterrupt):  # noqa: PT012, SIM117 - the half-written file is the point
            with replacing(path, "utf-8") as file:
                file.write("half")
                raise KeyboardInterrupt
        assert path.read_text(encoding="utf-8") == "old"
        assert list(tmp_path.iterdir()) == [path]


class TestScorecard:
    def test_it_counts_every_case_once(self) -> None:
        verdicts = [
            WATER.evaluate(start=dt.date(2021, 9, 1), end=end, as_of=AS_OF)
            for end in (dt.date(2021, 9, 2), dt.date(2021, 9, 30), None)
        ]
        card = scorecard(WATER, verdicts)
        assert card.cases == 3
        assert sum(count for _, count in card.counts) == 3
        assert card.rate == Fraction(1, 3)
        assert card.mean == Fraction(1 + 21, 2)
        assert [case.key for case in card.overdue] == ["3"]
        assert [case.key for case in card.worst] == ["2"]

    def test_the_worst_come_first_and_only_so_many(self) -> None:
        ends = [dt.date(2021, 9, day) for day in (27, 30, 28, 29)]
        card = scorecard(
            WATER,
            (WATER.evaluate(start=dt.date(2021, 9, 1), end=end, as_of=AS_OF) for end in ends),
            worst=2,
        )
        assert [case.key for case in card.worst] == ["2", "4"]

    def test_no_case_gives_no_rate_and_no_mean(self) -> None:
        card = scorecard(WATER, [])
        assert (card.cases, card.rate, card.mean) == (0, None, None)


@pytest.fixture(scope="module")
def permits() -> Path:
    return municipal_path()


class TestMunicipalCases:
    """1,434 real cases, judged as a stand-in by the gas limit and by a limit of 40 working days."""

    @pytest.mark.parametrize("limit", [13, 40])
    def test_the_numbers_equal_an_independent_day_by_day_computation(self, permits: Path, limit: int) -> None:
        gas = PLAN.targets["gas-connection"].with_limit(WorkingDays(limit))
        as_of = dt.date(2012, 6, 30)
        judging = Judging(
            gas, {"start": "received", "end": "completed"}, as_of, as_written=True, key="case_id"
        )
        card = scorecard(gas, (judged.case for judged in judging.rows(open_csv(permits))))

        with permits.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        met = late_open = total = completed = 0
        for row in rows:
            start = dt.date.fromisoformat(row["received"][:10])
            ended = dt.date.fromisoformat(row["completed"][:10]) if row["completed"] else None
            days = workdays_in(start, ended or as_of)
            if ended is None:
                late_open += days > limit
            else:
                met += days <= limit
                total += days
                completed += 1
        assert card.cases == len(rows) == 1434
        assert card.count(Status.MET) == met
        assert len(card.overdue) == late_open
        assert card.count(Status.PENDING) == 105 - late_open
        assert card.count(Status.NOT_MET) == completed - met + late_open
        assert card.count(Status.UNKNOWN) == 0
        assert card.mean == Fraction(total, completed)
        assert card.completed == completed == 1434 - 105
