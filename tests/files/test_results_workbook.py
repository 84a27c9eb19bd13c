"""The results workbook: what an office forwards is what was judged, and nothing in it runs."""

from __future__ import annotations

import datetime as dt
import tracemalloc
import zipfile
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from xml.etree import ElementTree

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.files.judged import (
    AS_OF,
    PAYMENT,
    WATER,
    Judged,
    Row,
    awkward,
    payment_results,
    some_water,
    timed_verdicts,
    water,
    water_results,
)
from wushan_plan import CHINA, PLAN, JudgedCase, Reading, Status, Verdict, WorkingDays, judged_by
from wushan_plan.errors import CaseFileError
from wushan_plan.files import sheets
from wushan_plan.files.excel_cases import open_workbook
from wushan_plan.files.results import ResultRecord, Results
from wushan_plan.files.results_reading import read_results
from wushan_plan.files.results_workbook import Grouping, write_workbook
from wushan_plan.files.sheet_cells import places_of
from wushan_plan.model.criteria import TimeLimit
from wushan_plan.model.verdict import Lang

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def records(results: Results, lang: Lang = "zh") -> tuple[ResultRecord, ...]:
    return tuple(ResultRecord.of(results.commitment, one.case, lang) for one in results.rows)


def sheet_names(path: Path) -> list[str]:
    with zipfile.ZipFile(path) as archive:
        book = ElementTree.fromstring(archive.read("xl/workbook.xml"))
    return [one.attrib["name"] for one in book.iter(f"{MAIN}sheet")]


def part(path: Path, sheet: int) -> ElementTree.Element:
    with zipfile.ZipFile(path) as archive:
        return ElementTree.fromstring(archive.read(f"xl/worksheets/sheet{sheet}.xml"))


def texts(path: Path, sheet: int) -> list[str]:
    return ["".join(one.itertext()) for one in part(path, sheet).iter(f"{MAIN}c")]


def as_read(text: str) -> str:
    """How our reader gives a text back: NUL, which no text holds, stays in Excel's notation."""
    return text.replace("\x00", "_x0000_")


def averaged_results() -> Results:
    """Cases of the mean target, whose single cases cannot fail."""
    power = PLAN.targets["power-10kv"]
    criterion = power.criterion
    single = attrs.evolve(
        power,
        criterion=TimeLimit(criterion.limit, criterion.start, criterion.end, Reading.BY_COUNT),  # type: ignore[attr-defined]
    )
    start = dt.date(2021, 9, 1)
    ends = [start + dt.timedelta(days=days) for days in (20, 90)]
    cases = [JudgedCase(str(end), single.evaluate(start=start, end=end, as_of=AS_OF)) for end in ends]
    return Results.of_cases(power, cases, AS_OF)


class TestRoundTrip:
    """What is read back from the workbook is what was judged."""

    @pytest.mark.parametrize("lang", ["zh", "en"])
    @pytest.mark.parametrize("sheets", ["target", "lead-unit"])
    def test_every_verdict_comes_back(self, tmp_path: Path, lang: Lang, sheets: Grouping) -> None:
        path = tmp_path / "results.xlsx"
        write_workbook(path, [water_results(), payment_results()], lang=lang, sheets=sheets)
        expected = records(water_results(), lang) + records(payment_results(), lang)
        assert sorted(read_results(path), key=repr) == sorted(expected, key=repr)

    @settings(max_examples=30)
    @given(st.lists(timed_verdicts(), min_size=1, max_size=6))
    def test_drawn_verdicts_come_back(
        self, tmp_path_factory: pytest.TempPathFactory, drawn: list[Verdict]
    ) -> None:
        path = tmp_path_factory.mktemp("drawn") / "results.xlsx"
        results = [
            Results.of_cases(one.commitment, [JudgedCase(str(number), one)], one.as_of)
            for number, one in enumerate({one.commitment.id: one for one in drawn}.values())
        ]
        expected = [
            ResultRecord.of(one.commitment, JudgedCase(str(number), one))
            for number, one in enumerate({one.commitment.id: one for one in drawn}.values())
        ]
        write_workbook(path, results)
        assert list(read_results(path)) == expected

    @settings(max_examples=25)
    @given(st.lists(awkward.filter(str.strip), min_size=1, max_size=20))
    def test_any_key_and_cell_come_back_as_text(
        self, tmp_path_factory: pytest.TempPathFactory, drawn: list[str]
    ) -> None:
        path = tmp_path_factory.mktemp("any") / "results.xlsx"
        judged = [water(text, dt.date(2021, 9, 24), None, 备注=text) for text in drawn]
        write_workbook(path, Results(WATER, ("备注",), judged, AS_OF))
        assert [one.key for one in read_results(path)] == [as_read(text) for text in drawn]
        sheet = open_workbook(path, "m06.1 一般用户接通自来水", labels=["备注"])
        assert [row.cells["备注"] for row in sheet.rows()] == [as_read(text) for text in drawn]

    def test_a_mean_is_judged_as_a_whole_and_its_cases_are_not(self, tmp_path: Path) -> None:
        path = tmp_path / "results.xlsx"
        (total,) = write_workbook(path, averaged_results())
        assert total.mean is not None
        assert total.mean.measured == Fraction(13 + 60, 2)
        assert total.mean.status is Status.NOT_MET
        assert {one.status for one in read_results(path)} == {None}
        assert "未达标" in texts(path, 2)

    def test_a_mean_is_undecided_while_a_case_of_it_cannot_be_read(self, tmp_path: Path) -> None:
        results = averaged_results()
        unread = JudgedCase("庚", None, "“21-3-1”：年月日的先后分不清")
        rows = [*results.rows, Judged(Row({}), unread)]
        (total,) = write_workbook(tmp_path / "results.xlsx", Results(results.commitment, (), rows, AS_OF))
        assert total.mean is not None
        assert total.mean.status is Status.UNKNOWN

    def test_a_trial_limit_is_never_shown_as_the_plan_s_own(self, tmp_path: Path) -> None:
        path = tmp_path / "results.xlsx"
        trial = WATER.with_limit(WorkingDays(12))
        verdict = trial.evaluate(start=dt.date(2021, 9, 24), as_of=AS_OF)
        write_workbook(path, Results.of_cases(trial, [JudgedCase("甲", verdict)], AS_OF))
        for sheet in (1, 2, 3, 4):
            assert any(
                "试算：按12个工作日判定；方案承诺的是9个工作日。" in text for text in texts(path, sheet)
            )

    def test_a_row_that_was_changed_into_nonsense_is_refused(self, tmp_path: Path) -> None:
        path, changed = tmp_path / "results.xlsx", tmp_path / "changed.xlsx"
        write_workbook(path, water_results())
        with zipfile.ZipFile(path) as old, zipfile.ZipFile(changed, "w") as new:
            for name in old.namelist():
                new.writestr(name, old.read(name).replace("<t>达标</t>".encode(), "<t>也许</t>".encode()))
        with pytest.raises(CaseFileError, match=r"m06\.1 一般用户接通自来水, row 4.*no verdict says"):
            read_results(changed)

    def test_another_workbook_is_refused(self, tmp_path: Path) -> None:
        path = tmp_path / "other.xlsx"
        with sheets.written_book(path, title="别的", as_of=AS_OF, lang="zh") as book:
            book.sheet("表", ["标题"], [sheets.SheetColumn("甲")]).add(["1"])
        with pytest.raises(CaseFileError, match="no sheet of it has the columns"):
            read_results(path)
        with pytest.raises(CaseFileError, match="cannot be opened"):
            read_results(tmp_path / "none.xlsx")


class TestSheets:
    def test_late_open_cases_stand_first_then_scorecards_then_cases_then_notes(self, tmp_path: Path) -> None:
        path = tmp_path / "results.xlsx"
        write_workbook(path, [water_results(), payment_results()])
        assert sheet_names(path) == [
            "逾期清单", "记分卡", "m06.1 一般用户接通自来水", "m15.1 付款条件已满足的", "口径与说明",
        ]  # fmt: skip

    def test_the_worst_of_the_late_cases_comes_first(self, tmp_path: Path) -> None:
        path = tmp_path / "results.xlsx"
        write_workbook(path, water_results())
        rows = list(open_workbook(path, "逾期清单").rows())
        assert [row.cells["办件"] for row in rows] == ["丁", "戊"]

    def test_without_late_cases_the_first_sheet_says_so(self, tmp_path: Path) -> None:
        path = tmp_path / "results.xlsx"
        write_workbook(path, water_results(some_water()[:2]))
        assert "没有逾期未办结的办件。" in texts(path, 1)

    def test_joint_lead_units_each_get_the_case(self, tmp_path: Path) -> None:
        path = tmp_path / "results.xlsx"
        write_workbook(path, [water_results(), payment_results()], sheets="lead-unit")
        units = [unit.name for unit in WATER.lead_units]
        assert sheet_names(path) == ["逾期清单", "记分卡", *units, "县财政局", "口径与说明"]
        assert [texts(path, 3 + number).count("甲") for number in range(len(units))] == [2] * len(units)

    def test_the_scorecard_counts_what_the_scorecard_counts(self, tmp_path: Path) -> None:
        path = tmp_path / "results.xlsx"
        (total,) = write_workbook(path, water_results())
        row = next(iter(open_workbook(path, "记分卡").rows()))
        assert row.cells["办件"] == str(total.card.cases) == "7"
        assert row.cells["未达标"] == str(total.card.count(Status.NOT_MET))
        assert row.cells["承诺编号"] == "water-connection"

    def test_an_original_column_of_a_name_of_ours_keeps_its_own(self, tmp_path: Path) -> None:
        path = tmp_path / "results.xlsx"
        judged = water("甲", dt.date(2021, 9, 24), dt.date(2021, 9, 30), 结论="原结论")
        write_workbook(path, Results(WATER, ("结论",), [judged], AS_OF))
        assert "结论（原）" in texts(path, 3)
        assert read_results(path)[0].status is Status.MET

    def test_a_provisional_deadline_is_marked(self, tmp_path: Path) -> None:
        path = tmp_path / "results.xlsx"
        plan = judged_by(PLAN, CHINA.provisional(dt.date(2027, 12, 31)))
        day = dt.date(2027, 1, 20)
        verdict = plan.targets["water-connection"].evaluate(start=day, as_of=day)
        write_workbook(path, Results.of_cases(verdict.commitment, [JudgedCase("甲", verdict)], day))
        (record,) = read_results(path)
        assert record.provisional
        with zipfile.ZipFile(path) as archive:
            assert "（暂定）" in archive.read("xl/styles.xml").decode()

    def test_no_result_at_all_is_refused(self, tmp_path: Path) -> None:
        with pytest.raises(CaseFileError, match="at least one target"):
            write_workbook(tmp_path / "results.xlsx", [])
        assert list(tmp_path.iterdir()) == []


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("people") / "results.xlsx"
    write_workbook(path, water_results())
    return path


class TestForPeople:
    """What makes a sheet easy to read, filter and print."""

    @pytest.mark.parametrize("sheet", [1, 2, 3, 4])
    def test_it_prints_on_a4_across_with_its_header_on_every_page(self, path: Path, sheet: int) -> None:
        setup = next(part(path, sheet).iter(f"{MAIN}pageSetup")).attrib
        assert (setup["paperSize"], setup["orientation"], setup["fitToHeight"]) == ("9", "landscape", "0")
        footer = next(part(path, sheet).iter(f"{MAIN}oddFooter")).text or ""
        assert "第&P页，共&N页" in footer
        with zipfile.ZipFile(path) as archive:
            assert archive.read("xl/workbook.xml").decode().count("_xlnm.Print_Titles") == 4

    @pytest.mark.parametrize("sheet", [1, 2, 3, 4])
    def test_header_and_first_column_stay_in_view_and_filter(self, path: Path, sheet: int) -> None:
        pane = next(part(path, sheet).iter(f"{MAIN}pane")).attrib
        assert pane["state"] == "frozen"
        assert pane["xSplit"] == "1"
        assert next(part(path, sheet).iter(f"{MAIN}autoFilter")).attrib["ref"].startswith("A")

    def test_each_status_has_a_colour(self, path: Path) -> None:
        formulas = {one.text for one in part(path, 3).iter(f"{MAIN}formula")}
        assert formulas == {
            f'"{word}"' for word in ("达标", "未达标", "有正当理由的偏离", "未到期", "不适用", "无法判定")
        }

    def test_a_chinese_font_is_named(self, path: Path) -> None:
        with zipfile.ZipFile(path) as archive:
            styles = archive.read("xl/styles.xml").decode()
        assert styles.count('<name val="微软雅黑"/>') > 1
        assert "Calibri" not in styles

    def test_the_explanation_stands_in_a_column(self, path: Path) -> None:
        assert "用时9个工作日，不超过上限9个工作日。" in texts(path, 3)

    @pytest.mark.parametrize(
        ("value", "places"),
        [(Fraction(1), 0), (Fraction(1, 2), 1), (Fraction(1, 3), 2), (Fraction(99_999, 100_000), 5)],
    )
    def test_a_rounded_number_never_looks_whole(self, value: Fraction, places: int) -> None:
        assert places_of(value) == places


class TestNothingRuns:
    """Text stays text, whatever it looks like."""

    @settings(max_examples=25)
    @given(st.lists(awkward, min_size=1, max_size=20))
    def test_no_cell_is_a_formula_or_a_link(
        self, tmp_path_factory: pytest.TempPathFactory, drawn: list[str]
    ) -> None:
        path = tmp_path_factory.mktemp("runs") / "results.xlsx"
        judged = [water(text, dt.date(2021, 9, 24), None, 列=text) for text in drawn]
        unread = [Judged(Row({"列": text}), JudgedCase(text, None, text)) for text in drawn]
        write_workbook(path, Results(WATER, ("列",), [*judged, *unread], AS_OF))
        for sheet in range(1, 5):
            names = {one.tag.removeprefix(MAIN) for one in part(path, sheet).iter()}
            assert not names & {"f", "hyperlink", "hyperlinks"}
            kinds = {one.attrib.get("t") for one in part(path, sheet).iter(f"{MAIN}c")}
            assert kinds <= {None, "inlineStr"}

    @pytest.mark.parametrize("text", ["=1+1", "+86", "-3", "@x"])
    def test_a_text_like_a_formula_stays_text_when_someone_edits_it(self, tmp_path: Path, text: str) -> None:
        path = tmp_path / "results.xlsx"
        write_workbook(path, water_results([water(text, dt.date(2021, 9, 24), None)]))
        with zipfile.ZipFile(path) as archive:
            assert 'quotePrefix="1"' in archive.read("xl/styles.xml").decode()
        assert text in texts(path, 3)

    def test_a_text_like_the_writer_s_own_markup_stays_text(self, tmp_path: Path) -> None:
        path = tmp_path / "results.xlsx"
        text = "<r><t>注入</t></r>"
        write_workbook(path, water_results([water(text, dt.date(2021, 9, 24), None)]))
        assert read_results(path)[0].key == text

    def test_a_text_too_long_for_a_cell_goes_to_a_sheet_of_its_own(self, tmp_path: Path) -> None:
        path = tmp_path / "results.xlsx"
        long = "长𠮷" * 30_000
        write_workbook(path, water_results([water("甲", dt.date(2021, 9, 24), None, 编号=long)]))
        assert sheet_names(path)[-2:] == ["长文本", "口径与说明"]
        pieces = [text for text in texts(path, 4) if text.startswith(("长𠮷", "𠮷长"))]
        assert "".join(pieces) == long
        assert any("全文见“长文本”表第3行" in text for text in texts(path, 3))


class TestFiles:
    def test_the_same_results_give_the_same_bytes(self, tmp_path: Path) -> None:
        for name in ("one.xlsx", "two.xlsx"):
            write_workbook(tmp_path / name, [water_results(), payment_results()])
        assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "two.xlsx").read_bytes()

    def test_a_crash_leaves_the_old_workbook_and_nothing_else(self, tmp_path: Path) -> None:
        path = tmp_path / "results.xlsx"
        path.write_bytes(b"old")

        def rows() -> Iterator[Judged]:
            yield from some_water()
            raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            write_workbook(path, Results(WATER, ("编号",), rows(), AS_OF))
        assert path.read_bytes() == b"old"
        assert list(tmp_path.iterdir()) == [path]

    def test_a_folder_that_is_not_there_is_refused_before_the_work(self, tmp_path: Path) -> None:
        def rows() -> Iterator[Judged]:
            pytest.fail("the rows were read")
            yield from some_water()

        with pytest.raises(FileNotFoundError):
            write_workbook(tmp_path / "none" / "results.xlsx", Results(WATER, (), rows(), AS_OF))

    def test_more_rows_than_a_sheet_takes_are_refused(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(sheets, "LAST_ROW", 8)
        with pytest.raises(CaseFileError, match="no more rows than that"):
            write_workbook(tmp_path / "results.xlsx", water_results())

    def test_rows_are_not_held_in_memory(self, tmp_path: Path) -> None:
        verdict = WATER.evaluate(start=dt.date(2021, 9, 24), end=dt.date(2021, 9, 30), as_of=AS_OF)
        columns = tuple(f"列{number}" for number in range(10))

        def peak(count: int) -> int:
            rows = (
                Judged(Row({name: f"第{row}行{name}" for name in columns}), JudgedCase(str(row), verdict))
                for row in range(count)
            )
            tracemalloc.start()
            write_workbook(tmp_path / f"{count}.xlsx", Results(WATER, columns, rows, AS_OF))
            _, most = tracemalloc.get_traced_memory()
            tracemalloc.stop()
            return most

        peak(10)
        assert peak(2_000) < peak(200) + 1_000_000

    def test_totals_are_those_of_the_scorecard(self, tmp_path: Path) -> None:
        totals = write_workbook(tmp_path / "results.xlsx", [water_results(), payment_results()])
        assert [total.commitment for total in totals] == [WATER, PAYMENT]
        assert [total.status_short for total in totals] == [True, True]
        assert [total.card.breaches for total in totals] == [0, 1]
