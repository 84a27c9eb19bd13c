"""What the lists of a report show at the edges: long and empty ones, days overdue, late cases, ranks."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import attrs
import openpyxl
import pytest

from tests.ledger.specimens import ledgers
from tests.ledger.specimens.edge_plans import YEAR, plan_of, silent
from tests.ledger.specimens.plan import WINDOWS, long_plan, specimen_plan
from wushan_plan import Status, introduced
from wushan_plan.ledger import (
    CaseReport,
    Colour,
    ColourRule,
    Completion,
    DeviationReason,
    Entry,
    Ledger,
    ProgressReport,
    Reassignment,
    Tally,
)
from wushan_plan.ledger.reports import SupervisionReport, html, markdown, report, tables, write_workbook
from wushan_plan.model.verdict import Lang


class TestLongLists:
    @pytest.mark.parametrize(("missing", "parts"), [(40, ["missing"]), (41, ["missing", "missing-rest"])])
    def test_forty_rows_stand_one_by_one(self, missing: int, parts: list[str]) -> None:
        plan = long_plan()
        each = [(f"s{number}.1", unit.id) for number in range(3, 10) for unit in plan.lead_units]
        at = date(2022, 9, 22)
        told = [
            ProgressReport(**ledgers.cited(name, unit, at), facts={"done": False})
            for name, unit in each[: 60 - missing]
        ]
        found = report(Ledger.from_plan(plan, told), at)
        assert len(found.missing) == missing
        assert [one.id for one in tables(found, full=False) if one.id.startswith("missing")] == parts

    def test_a_yellow_list_is_shortened_like_any_other(self) -> None:
        rule = ColourRule(silent=Colour.YELLOW)
        found = report(Ledger.from_plan(long_plan(), rule=rule), date(2023, 1, 10))
        listed = {one.id: len(one.rows) for one in tables(found, full=False)}
        assert (listed["yellow"], listed["yellow-rest"]) == (11, 7)

    def test_in_full_the_page_and_the_text_shorten_nothing(self) -> None:
        found = ledgers.silent_report("zh")
        for written in (html, markdown):
            assert "其余49项" in written(found)
            assert "其余49项" not in written(found, full=True)

    def test_a_list_of_which_every_row_is_shortened_has_nothing_above_the_rest(self) -> None:
        found = ledgers.waiting_report("zh")
        intro = "未写日期、未列为量化目标的任务，合并列出编号"
        head = '<h2>十一、填报陈旧</h2>\n<h3 id="stale-rest">填报陈旧：其余42项</h3>\n<p class="intro">'
        assert f"{head}{intro}" in html(found)
        assert "## 填报陈旧\n\n### 填报陈旧：其余42项\n" in markdown(found)

    def test_the_rest_stands_in_the_section_of_its_list(self) -> None:
        parts = html(ledgers.silent_report("zh")).split("</section>\n")
        (missing,) = [part for part in parts if part.startswith('<section id="missing">')]
        assert '<h3 id="missing-rest">' in missing
        assert all(part.startswith("<section ") for part in parts[2:-1])


class TestEmptyLists:
    """A list of nothing says so, and needs no introduction."""

    def test_on_the_page(self) -> None:
        page = html(silent(plan_of({"甲局": 1}, YEAR), date(2022, 4, 1)))
        assert '<section id="red">\n<h2>三、红灯清单</h2>\n<p class="empty">无。</p>\n</section>' in page
        assert '<h2>九、较上次报告的变化</h2>\n<p class="empty">首次报告，无从比较。</p>' in page

    def test_where_a_picture_stands_in_its_place_it_is_introduced(self) -> None:
        page = html(silent(plan_of({"甲局": 1}, YEAR), date(2022, 4, 1)))
        told = "未来10个工作日（至2022年4月18日（周一））到期，尚未达标。"
        assert f'<h2>五、近期到期</h2>\n<p class="intro">{told}</p>\n<figure>' in page

    def test_in_the_workbook(self, tmp_path: Path) -> None:
        write_workbook(ledgers.first_report(), tmp_path / "report.xlsx")
        sheet = openpyxl.load_workbook(tmp_path / "report.xlsx")["较上次报告的变化"]
        assert [row[0] for row in sheet.iter_rows(min_row=4, values_only=True)] == [
            "编号",
            "首次报告，无从比较。",
        ]

    def test_in_the_text(self) -> None:
        text = markdown(silent(plan_of({"甲局": 1}, YEAR), date(2022, 4, 1)))
        assert "## 红灯清单\n\n无。\n\n## 黄灯清单\n\n无。\n" in text


def row_of(found: SupervisionReport, table: str, number: str) -> dict[str, Any]:
    """The row of a task in a table, by the headings of its columns."""
    (listed,) = [one for one in tables(found) if one.id == table]
    (row,) = [row for row in listed.rows if row[0] == number]
    return dict(zip((one.heading for one in listed.columns), row, strict=True))


class TestMissing:
    """Where no fact is missing and yet nothing is known, the list says why."""

    @pytest.mark.parametrize(
        ("lang", "heading", "told"),
        [
            ("zh", "缺少的事实", "办件4件（达标3，无法判定1）。"),
            ("en", "facts missing", "4 cases (3 met, 1 unknown)."),
        ],
    )
    def test_a_case_that_could_not_be_judged(self, lang: Lang, heading: str, told: str) -> None:
        found = report(unread_cases(), ledgers.MAIN, lang=lang)
        assert row_of(found, "missing", "m09.2")[heading] == told

    @pytest.mark.parametrize(
        ("lang", "heading", "told"),
        [("zh", "缺少的事实", "填报冲突：台账。"), ("en", "facts missing", "In conflict: 台账.")],
    )
    def test_tables_that_contradict_each_other(self, lang: Lang, heading: str, told: str) -> None:
        disputed = [
            CaseReport(
                **ledgers.cited("window-renewals", WINDOWS.id, date(2022, 12, 14), author),
                tally=Tally(counts={Status.MET: met}),
                source="台账",
            )
            for author, met in (("甲", 3), ("乙", 4))
        ]
        found = report(Ledger.from_plan(specimen_plan(), disputed), ledgers.MAIN, lang=lang)
        assert row_of(found, "missing", "m09.2")[heading] == told


def unread_cases() -> Ledger:
    """One of four cases could not be judged."""
    table = CaseReport(
        **ledgers.cited("window-renewals", WINDOWS.id, date(2022, 12, 14)),
        tally=Tally(counts={Status.MET: 3, Status.UNKNOWN: 1}),
        source="台账",
    )
    return Ledger.from_plan(specimen_plan(), [table])


def test_a_single_case_that_hangs_on_the_reading_is_told_without_a_table() -> None:
    # Five working days from a Friday end on the next; the Saturday is late by date, not by count.
    case = ProgressReport(
        **ledgers.cited("window-renewals", WINDOWS.id, date(2022, 12, 1)),
        facts={"start": date(2022, 10, 14), "end": date(2022, 10, 22)},
    )
    found = report(Ledger.from_plan(specimen_plan(), [case]), ledgers.MAIN)
    assert row_of(found, "undecided", "m09.2")["另一口径下"] == "按计数（已过天数不超过上限）：达标"


class TestDaysOverdue:
    """Working days since the last day are counted up to the day it was done; what is kept has none."""

    def reported(self, done_on: date) -> SupervisionReport:
        plan = plan_of({"甲局": 2}, YEAR, by=date(2022, 9, 15))
        cited = ledgers.cited("m01.1", "unit-1", date(2022, 10, 20))
        done = Completion(**cited, done_on=done_on, evidence="验收单")
        reason = DeviationReason(**cited, reason="停电")
        open_one = DeviationReason(**ledgers.cited("m02.1", "unit-1", date(2022, 10, 20)), reason="停电")
        return report(Ledger.from_plan(plan, [done, reason, open_one]), date(2022, 10, 20))

    @pytest.mark.parametrize(
        ("done_on", "days"),
        [
            (date(2022, 9, 14), None),
            (date(2022, 9, 15), None),
            (date(2022, 9, 16), 1),
            (date(2022, 10, 20), 22),
        ],
    )
    def test_up_to_the_day_it_was_done(self, done_on: date, days: int | None) -> None:
        assert row_of(self.reported(done_on), "exceptions", "m01.1")["逾期工作日"] == days

    def test_what_is_not_known_to_be_done_is_overdue_up_to_the_day_of_the_report(self) -> None:
        assert row_of(self.reported(date(2022, 9, 14)), "exceptions", "m02.1")["逾期工作日"] == 22


class TestLateCases:
    @pytest.mark.parametrize(
        ("day", "shown"),
        [
            (date(2022, 12, 31), "逐件计时，逾期未办结1件"),
            (date(2023, 1, 3), "2022-12-31（推断）"),
        ],
    )
    def test_they_stand_for_the_last_day_until_it_has_passed(self, day: date, shown: str) -> None:
        found = report(ledgers.small_ledger(), day)
        assert row_of(found, "red", "m01.1")["期限"] == shown

    def test_cases_that_are_not_late_have_the_last_day_of_the_task(self) -> None:
        found = report(unread_cases(), ledgers.MAIN)
        assert row_of(found, "due", "m09.2")["期限"] == "2022-12-31（推断）"

    def test_a_mean_that_is_too_long_is_late_by_the_mean(self) -> None:
        assert row_of(ledgers.first_report(), "red", "m02.1")["期限"] == "按平均用时"
        assert row_of(ledgers.first_report("en"), "red", "m02.1")["due"] == "by the mean"

    def test_a_case_that_was_kept_makes_no_open_one_good(self) -> None:
        (task,) = [one for one in ledgers.main_report().red if one.commitment.number == "m01.1"]
        assert (task.status, task.made_good) == (Status.NOT_MET, False)

    def test_late_cases_that_ended_are_made_good(self) -> None:
        late = CaseReport(
            **ledgers.cited("window-renewals", WINDOWS.id, date(2022, 12, 14)),
            tally=Tally(counts={Status.NOT_MET: 1}),
            source="台账",
        )
        found = report(Ledger.from_plan(specimen_plan(), [late]), ledgers.MAIN)
        assert row_of(found, "yellow", "m09.2")["结论"] == "未达标（逾期后补办）"


class TestWords:
    @pytest.mark.parametrize(
        ("lang", "told"),
        [
            (
                "zh",
                "- 另有1条记录的填报日期晚于2022年9月19日（周一），未计入；要计入请用--as-of 2022-09-20。",
            ),
            (
                "en",
                "- 1 more entry was written after Mon 19 September 2022 and left out; "
                "to count it, use --as-of 2022-09-20.",
            ),
        ],
    )
    def test_one_entry_left_out(self, lang: Lang, told: str) -> None:
        entry = ProgressReport(**ledgers.cited("m08.1", WINDOWS.id, date(2022, 9, 20)), facts={"done": False})
        found = report(Ledger.from_plan(specimen_plan(), [entry]), date(2022, 9, 19), lang=lang)
        assert told in markdown(found).splitlines()

    @pytest.mark.parametrize(
        ("lang", "head", "entries"),
        [
            ("zh", "**截至2022年9月26日（周一）**", "- 台账共有6条记录；12项任务尚无任何填报。"),
            (
                "en",
                "**As of Mon 26 September 2022**",
                "- It holds 6 entries; on 12 tasks nothing was ever reported.",
            ),
        ],
    )
    def test_a_first_report_names_no_earlier_one(self, lang: Lang, head: str, entries: str) -> None:
        lines = markdown(ledgers.first_report(lang)).splitlines()
        assert (lines[4], lines[7]) == (head, entries)

    def test_nothing_is_said_of_conflicts_and_readings_where_there_are_none(self) -> None:
        said = markdown(silent(plan_of({"甲局": 1}, YEAR), date(2022, 4, 1))).partition("##")[0]
        assert len([line for line in said.splitlines() if line.startswith("- ")]) == 3

    @pytest.mark.parametrize(
        ("title", "shown"),
        [
            ("1. 甲", "1\\. 甲"),
            ("12) 甲", "12\\) 甲"),
            ("12)甲", "12)甲"),
            ("- 甲", "\\- 甲"),
            ("a  b\tc", "a b c"),
            ("*甲* http://x www.y", "\\*甲\\* http\\://x www\\.y"),
        ],
    )
    def test_a_title_stays_text_in_markdown(self, title: str, shown: str) -> None:
        plan = plan_of({"甲局": 1}, YEAR)
        (chapter,) = plan.chapters
        named = introduced(attrs.evolve(plan, chapters=(attrs.evolve(chapter, title=title),)))
        assert f"| {shown} | 1 | 0 | 0 | 0 | 1 | 0 | 0% |" in markdown(silent(named, date(2022, 4, 1)))


class TestRanking:
    """Units alike in what is green stand by the share that is red, then by that never reported on."""

    @staticmethod
    def ranked(*entries: Entry) -> list[str]:
        plan = plan_of({"甲局": 1, "乙局": 4}, YEAR, by=date(2022, 9, 15))
        found = report(Ledger.from_plan(plan, entries), date(2022, 10, 20))
        return [f"{one.rank} {one.unit.name}" for one in found.units]

    @staticmethod
    def told(task: int, unit: int, done: bool = False, author: str = "甲") -> Entry:
        cited = ledgers.cited(f"m{task:02}.1", f"unit-{unit}", date(2022, 10, 10), author)
        return ProgressReport(**cited, facts={"done": done})

    def test_two_red_of_four_are_better_than_one_of_one(self) -> None:
        assert self.ranked(self.told(1, 1), self.told(2, 2), self.told(3, 2)) == ["1 乙局", "2 甲局"]

    def test_two_silent_of_four_are_better_than_one_of_one(self) -> None:
        disputed = [
            self.told(task, 2, done, author)
            for task in (2, 3)
            for done, author in ((True, "甲"), (False, "乙"))
        ]
        assert self.ranked(*disputed) == ["1 乙局", "2 甲局"]

    def test_a_unit_that_took_over_its_first_task_is_ranked_too(self) -> None:
        plan = plan_of({"甲局": 1, "乙局": 0}, YEAR)
        passed = Reassignment(
            **ledgers.cited("m01.1", "unit-1", date(2022, 4, 1)), to="unit-2", reason="调整"
        )
        found = report(Ledger.from_plan(plan, [passed]), date(2022, 4, 1))
        assert [(one.rank, one.unit.name, len(one.overview.tasks)) for one in found.units] == [
            (1, "乙局", 1),
            (2, "甲局", 0),
        ]

    def test_a_unit_whose_tasks_all_passed_on_comes_after_those_with_nothing_green(self) -> None:
        places = {one.unit.id: one.rank for one in ledgers.main_report().units}
        assert (places[ledgers.WINDOWS], places[ledgers.ARCHIVE]) == (5, 6)


def test_a_plan_without_tasks_has_no_share() -> None:
    (overview,) = [one for one in tables(silent(plan_of({}, YEAR), date(2022, 4, 1))) if one.id == "chapters"]
    assert overview.rows == (("一章", 0, 0, 0, 0, 0, 0, None), ("合计", 0, 0, 0, 0, 0, 0, None))
