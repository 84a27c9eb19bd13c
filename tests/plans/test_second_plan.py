"""A second plan, invented, goes through every room of the library; no line of it was written for it."""

from __future__ import annotations

import re
import shutil
from datetime import date
from fractions import Fraction
from pathlib import Path

import polars
import pytest

from tests.plans.registered import CASES, SECOND, TEXT
from wushan_plan import CalendarDays, Plan, Reading, Status, frames, plans, scorecard
from wushan_plan.cli import main
from wushan_plan.files.excel_cases import open_workbook
from wushan_plan.files.json_forms import JsonForms, read_json, write_json
from wushan_plan.files.judging import Judging
from wushan_plan.files.opening import open_cases
from wushan_plan.files.plan_workbook import write_plan_workbook
from wushan_plan.ledger import Completion, Ledger, ProgressReport, Tally
from wushan_plan.ledger.entries import CaseReport
from wushan_plan.ledger.reports import html, markdown, report
from wushan_plan.ledger.returns import read_return, write_return
from wushan_plan.ledger.storage import LedgerStore
from wushan_plan.source.completeness import check

YEAR_END = date(2022, 12, 31)


class TestWhatItSays:
    def test_it_says_in_every_place_that_it_is_invented(self, second: Plan) -> None:
        assert all("虚构" in text for text in (second.title, second.number, second.issuer))
        assert "nvented" in second.title_en
        assert all("虚构" in unit.name and "Invented" in unit.name_en for unit in second.lead_units)

    def test_it_has_seven_measures_in_three_sections_and_a_safeguard(self, second: Plan) -> None:
        assert (len(second.measures), len(second.sections), len(second.safeguards)) == (7, 3, 1)

    def test_nothing_is_left_out_and_nothing_made_up(self, second: Plan) -> None:
        assert check(second) == ()
        assert check(second.bind(TEXT)) == ()

    def test_its_text_is_told_from_an_amended_one(self, second: Plan) -> None:
        amended = TEXT.read_text("utf-8").replace("20日内", "15日内")
        assert second.compare(TEXT).is_official
        (difference,) = second.compare(amended).differences
        assert [one.id for one in difference.targets] == ["old-age-allowance"]

    def test_every_note_has_its_english(self, second: Plan) -> None:
        english = [note for one in second.commitments for note in one.notes_en]
        assert english
        assert all(note.isascii() for note in english)

    def test_search_and_lead_units_answer(self, second: Plan) -> None:
        assert [one.id for one in second.search("候车亭")] == ["village-shelters"]
        assert [one.id for one in second.lead_unit("虚构县图书馆").targets] == [
            "library-services",
            "reader-satisfaction",
        ]


class TestJudging:
    def test_a_limit_in_calendar_days_rolls_over_a_holiday(self, second: Plan) -> None:
        deadline = second.targets["old-age-allowance"].deadline(date(2022, 4, 12))
        assert deadline.date == date(2022, 5, 5)  # the 20th day is in the Labour Day holiday

    def test_a_limit_is_judged_and_explained_in_both_languages(self, second: Plan) -> None:
        verdict = second.targets["old-age-allowance"].evaluate(
            start=date(2022, 4, 12), end=date(2022, 5, 9), as_of=YEAR_END
        )
        assert verdict.status is Status.NOT_MET
        assert verdict.is_breach
        assert "虚构县民政局" in verdict.explain("zh")
        assert "Invented County Civil Affairs Bureau" in verdict.explain("en")

    def test_no_explanation_cites_the_register_of_another_plan(self, second: Plan) -> None:
        cited = re.compile(r"[A-Z]\d+")
        own = {entry.id for entry in second.readings}
        for one in second.targets.values():
            assert set(cited.findall(one.evaluate(as_of=YEAR_END).explain("zh"))) <= own

    def test_a_mean_is_exact_and_has_two_readings(self, second: Plan) -> None:
        relief = second.targets["relief-mean"]
        cases = [(date(2022, 4, 1), date(2022, 4, 26)), (date(2022, 4, 1), date(2022, 4, 27))]
        assert relief.evaluate(cases=cases, as_of=YEAR_END).measured == Fraction(51, 2)
        still_open = [*cases[:1], (date(2022, 4, 1), None)]
        usual = relief.evaluate(cases=still_open, as_of=YEAR_END)
        other = relief.evaluate(cases=still_open, as_of=YEAR_END, reading=Reading.WITH_OPEN_CASES)
        assert (usual.status, other.status) == (Status.MET, Status.NOT_MET)

    def test_a_floor_is_pending_until_its_day(self, second: Plan) -> None:
        lines = second.targets["village-bus-lines"]
        assert lines.deadline().date == date(2022, 9, 30)
        assert lines.evaluate(lines=11, as_of=date(2022, 9, 30)).status is Status.PENDING
        assert lines.evaluate(lines=11, as_of=date(2022, 10, 1)).status is Status.NOT_MET
        assert lines.evaluate(lines=12, as_of=date(2022, 9, 30)).status is Status.MET

    def test_coverage_counts_what_there_is(self, second: Plan) -> None:
        shelters = second.targets["village-shelters"]
        met = shelters.evaluate(universe=3, covered=3, reached_on=date(2022, 11, 1), as_of=YEAR_END)
        assert met.status is Status.MET
        assert shelters.evaluate(universe=3, covered=2, as_of=YEAR_END).status is Status.NOT_MET

    def test_what_recurs_is_counted_in_its_period(self, second: Plan) -> None:
        inspections = second.targets["bus-inspections"]
        days = [date(2022, month, 10) for month in (3, 6, 9)]
        assert inspections.evaluate(events=days, as_of=date(2022, 10, 1)).status is Status.PENDING
        assert inspections.evaluate(events=[*days, YEAR_END], as_of=YEAR_END).status is Status.MET

    def test_a_checklist_wants_every_item(self, second: Plan) -> None:
        services = second.targets["library-services"]
        assert services.evaluate(done=["自助借还"], as_of=date(2022, 10, 1)).status is Status.PENDING
        assert (
            services.evaluate(done=["自助借还", "有声阅览", "送书下乡"], as_of=YEAR_END).status is Status.MET
        )

    def test_a_ratio_is_exact_at_its_edge(self, second: Plan) -> None:
        readers = second.targets["reader-satisfaction"]
        assert readers.evaluate(satisfied=90, asked=100, as_of=YEAR_END).status is Status.MET
        assert readers.evaluate(satisfied=899, asked=1000, as_of=YEAR_END).status is Status.NOT_MET

    def test_every_target_without_facts_is_unknown_or_pending(self, second: Plan) -> None:
        statuses = {one.evaluate(as_of=YEAR_END).status for one in second.targets.values()}
        assert statuses <= {Status.UNKNOWN, Status.PENDING}


class TestFilesAndTables:
    def test_a_file_of_cases_is_judged_row_by_row(self, second: Plan) -> None:
        allowance = second.targets["old-age-allowance"]
        judging = Judging(allowance, {"start": "受理日期", "end": "到账日期"}, YEAR_END, key="办件编号")
        rows = list(judging.rows(open_cases(CASES)))
        card = scorecard(allowance, (row.case for row in rows))
        assert (card.cases, card.count(Status.UNKNOWN), card.count(Status.NOT_MET)) == (24, 1, 7)
        assert [row.case.key for row in rows if row.bad_cells] == ["虚构-015"]

    def test_the_synthetic_file_holds_a_case_that_only_rolling_saves(self, second: Plan) -> None:
        late = second.targets["old-age-allowance"].evaluate(
            start=date(2022, 4, 18), end=date(2022, 5, 9), as_of=YEAR_END
        )
        assert (late.status, late.elapsed) == (Status.MET, CalendarDays(21))

    def test_a_table_says_what_one_case_says(self, second: Plan) -> None:
        allowance = second.targets["old-age-allowance"]
        starts = [date(2022, 4, 12), date(2022, 4, 18), date(2022, 9, 27)]
        ends = [date(2022, 5, 9), date(2022, 5, 9), None]
        table = polars.DataFrame({"受理": starts, "到账": ends})
        judged = frames.evaluate(table, allowance, start="受理", end="到账", as_of=YEAR_END)
        one_by_one = [
            allowance.evaluate(start=start, end=end, as_of=YEAR_END).status.value
            for start, end in zip(starts, ends, strict=True)
        ]
        assert judged["status"].to_list() == one_by_one

    def test_the_whole_plan_goes_into_a_workbook(self, second: Plan, tmp_path: Path) -> None:
        write_plan_workbook(second, tmp_path / "plan.xlsx")
        rows = list(open_workbook(tmp_path / "plan.xlsx", "牵头单位").rows())
        assert {row.cells["牵头单位"] for row in rows} >= {unit.name for unit in second.lead_units}

    def test_the_whole_plan_goes_through_json(self, second: Plan, tmp_path: Path) -> None:
        write_json(second, tmp_path / "plan.json")
        assert read_json(tmp_path / "plan.json") == second

    def test_a_verdict_names_the_plan_it_is_of(self, second: Plan) -> None:
        verdict = second.targets["reader-satisfaction"].evaluate(satisfied=1, asked=1, as_of=YEAR_END)
        document = JsonForms(second).to_json(verdict)
        assert document["plan"] == SECOND
        assert JsonForms(second).from_json(document) == verdict


class TestLedger:
    def test_entries_make_states_and_a_report(self, second: Plan) -> None:
        allowance = second.targets["old-age-allowance"]
        verdicts = [allowance.evaluate(start=date(2022, 4, 12), end=date(2022, 5, 5), as_of=YEAR_END)]
        book = Ledger.from_plan(second).with_entries(
            [
                CaseReport(
                    commitment="old-age-allowance",
                    unit="invented-civil-affairs",
                    author="甲",
                    at=date(2022, 6, 1),
                    tally=Tally.of(scorecard(allowance, verdicts)),
                    source="合成台账",
                ),
                ProgressReport(
                    commitment="village-bus-lines",
                    unit="invented-transport",
                    author="乙",
                    at=date(2022, 9, 1),
                    facts={"lines": 12},
                ),
            ]
        )
        state = book.as_of(date(2022, 10, 1))
        assert state.task("old-age-allowance").status is Status.MET
        assert state.task("village-bus-lines").status is Status.MET
        made = report(book, date(2022, 10, 1))
        assert second.number in markdown(made)
        assert "虚构县交通局" in html(made)
        assert "T14" not in markdown(made)

    def test_a_safeguard_on_each_lead_unit_is_a_task_of_each(self, second: Plan) -> None:
        tasks = [one for one in Ledger.from_plan(second).tasks if one.commitment.id == "s1.1"]
        assert [task.unit for task in tasks] == list(second.lead_units)

    def test_no_unit_of_another_plan_can_be_cited(self, second: Plan) -> None:
        assert list(Ledger.from_plan(second).register.units) == [one.id for one in second.lead_units]

    def test_a_unit_reports_in_a_workbook(self, second: Plan, tmp_path: Path) -> None:
        book = Ledger.from_plan(second)
        path = tmp_path / "form.xlsx"
        assert write_return(book, "invented-library", path, date(2022, 6, 30)) > 0
        back = read_return(path, book)
        assert (back.entries, back.problems) == ((), ())

    def test_a_stored_ledger_belongs_to_its_plan(self, second: Plan, tmp_path: Path) -> None:
        entry = Completion(
            commitment="library-services",
            unit="invented-library",
            author="丙",
            at=date(2022, 6, 1),
            done_on=date(2022, 6, 1),
        )
        with LedgerStore.create(tmp_path / "l.db", second) as store:
            store.append([entry])
            assert store.ledger().entries == (entry,)
            assert store.verify() == store.head
            assert len(store) == 1


class TestCommandLine:
    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            (["plan"], "虚构府办发〔2022〕0号"),
            (["show", "3"], "village-bus-lines"),
            (["show", "虚构县图书馆"], "虚构县图书馆\n2条措施"),
            (["show", "Y2"], "--reading by-count"),
            (["search", "候车亭"], "village-shelters"),
            (["deadline", "old-age-allowance", "2022-04-12"], "2022年5月5日"),
            (["check", str(TEXT)], "0处问题"),
            (["verify", str(TEXT)], "16/16"),
            (["compare", str(TEXT)], "0处差异"),
        ],
        ids=lambda one: " ".join(one[:1]) if isinstance(one, list) else "",
    )
    def test_a_command_speaks_about_the_plan_named(
        self, installed: None, arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main([*arguments, "--plan", SECOND]) == 0
        assert said in capsys.readouterr().out

    def test_one_of_a_kind_is_said_in_the_singular(
        self, installed: None, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["plan", "--plan", SECOND, "--lang", "en"]) == 0
        assert "7 measures, 1 safeguard, 4 lead units" in capsys.readouterr().out

    def test_a_file_is_judged_by_the_plan_named(
        self,
        installed: None,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        monkeypatch.chdir(tmp_path)
        shutil.copy(CASES, "cases.csv")
        arguments = ["evaluate", "cases.csv", "--target", "old-age-allowance", "--as-of", "2022-12-31"]
        assert main([*arguments, "--id", "办件编号", "--plan", SECOND, "--quiet"]) == 0
        assert "高龄补贴" in capsys.readouterr().out

    def test_the_plan_named_is_exported(self, installed: None, tmp_path: Path) -> None:
        for ending in ("csv", "xlsx", "json", "ics"):
            path = tmp_path / f"plan.{ending}"
            assert main(["export", "--out", str(path), "--plan", SECOND]) == 0
            assert path.stat().st_size

    def test_a_ledger_is_kept_on_the_plan_named(
        self, installed: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        where = str(tmp_path / "l.db")
        assert main(["ledger", "init", where, "--plan", SECOND]) == 0
        assert main(["ledger", "--plan", SECOND, "status", where, "--as-of", "2022-06-30"]) == 0
        assert "虚构县公交公司" in capsys.readouterr().out
        assert main(["ledger", "verify", where]) == 2  # the library's own plan is another one

    def test_an_unknown_plan_is_a_mistake_of_the_user(
        self, installed: None, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["plan", "--plan", "invented"]) == 2
        assert SECOND in capsys.readouterr().err

    def test_commands_about_no_plan_take_none(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["calendar", "2021", "--plan", SECOND]) == 2


def test_the_two_plans_stand_beside_each_other(second: Plan) -> None:
    first = plans.load("wushan-2021-66")
    assert first.targets.keys().isdisjoint(second.targets.keys())
    day = first.judge.deadline(first.targets["water-connection"], date(2021, 9, 24), suspended=())
    assert day.date == date(2021, 10, 12)
