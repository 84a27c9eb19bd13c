"""The workbook that goes out to a unit, as the unit sees it in Excel: texts, lists, locks and paper."""

from __future__ import annotations

import sys
from datetime import date, datetime, time
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import attrs
import pytest
from openpyxl import load_workbook
from openpyxl.cell import Cell
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.ledger.small_return import CODE, DAY, QUARTER, SMALL
from tests.ledger.tables import every
from tests.model.told import Refusal
from wushan_plan import Interval
from wushan_plan.errors import DateTypeError, EntryError, FactError, MissingExtraError, UnknownNameError
from wushan_plan.explanation.words import STATUS, place_text
from wushan_plan.files.results_cells import STATUS_COLOURS
from wushan_plan.ledger import Completion, Entry, Evidence, Ledger, ProgressReport, Reassignment
from wushan_plan.ledger.returns import read_return, write_return
from wushan_plan.ledger.returns.form import rows_of
from wushan_plan.ledger.returns.words import COLUMNS, COVER, INFERRED, INSTRUCTIONS, PLAIN_NUMBER
from wushan_plan.model.modality import Status
from wushan_plan.model.verdict import Lang

SUMMER = Interval(date(2021, 7, 1), DAY)
FIRST, FAR = "32874", "73050"
"""Excel's numbers of 1 January 1990 and 31 December 2099."""
CUT_OFF = "44469"
ASKED = [
    "items/items", "items/in_scope", "pilot/done", "rate/handled", "rate/received", "cover/universe",
    "cover/covered", "limit/start", "limit/end", "trend/before", "trend/after", "fee/fee", "mean/cases",
    "mean/period", "mean/unread_cases", "prompt/start", "prompt/end", "prompt/benchmark", "checks/events",
    "checks/period", "each/done",
]  # fmt: skip
"""What unit a is asked, in the order of the plan."""
LANGS: tuple[Lang, ...] = ("zh", "en")


def cited(commitment: str, author: str = "王", at: date = DAY, unit: str = "a") -> dict[str, Any]:
    return {"commitment": commitment, "unit": unit, "author": author, "at": at}


def written(folder: Path, *entries: Entry, data_only: bool = False, **options: Any) -> Workbook:
    path = folder / "out.xlsx"
    write_return(SMALL.with_entries(entries), options.pop("unit", "a"), path, DAY, **options)
    return load_workbook(path, data_only=data_only)


def pages(folder: Path, *entries: Entry, **options: Any) -> tuple[Worksheet, Worksheet, Worksheet]:
    """First page, form and list."""
    cover, form, rows = written(folder, *entries, **options).worksheets
    return cover, form, rows


class Form:
    """The cells of a form by row and column of the plan's own names."""

    def __init__(self, sheet: Worksheet, lang: Lang = "zh") -> None:
        self.sheet = sheet
        headings = {term[0 if lang == "zh" else 1]: name for name, term in COLUMNS.items()}
        self.columns = {headings[str(cell.value)]: cell.column or 0 for cell in sheet[3]}
        self.rows = {
            str(sheet.cell(at, self.columns["id"]).value).removeprefix("a/"): at
            for at in range(4, sheet.max_row + 1)
        }

    def cell(self, row: str, column: str) -> Any:
        return self.sheet.cell(self.rows[row], self.columns[column])

    def texts(self, column: str) -> list[object]:
        return [self.cell(row, column).value for row in self.rows]

    def lets_in(self, cell: Cell) -> tuple[Any, ...] | None:
        """What the cell lets in: the kind, the bounds or the list, and what is said otherwise."""
        found = [one for one in self.sheet.data_validations.dataValidation if cell.coordinate in one.sqref]
        assert len(found) <= 1
        return next(
            ((one.type, one.formula1, one.formula2, one.errorTitle, one.error) for one in found), None
        )


def form(folder: Path, *entries: Entry, **options: Any) -> Form:
    return Form(pages(folder, *entries, **options)[1], options.get("lang", "zh"))


def whole(least: int, most: int, said: str = "请填整数，0或以上") -> tuple[Any, ...]:
    return ("whole", str(least), str(most), "填报表", said)


def dated(most: str, last: str) -> tuple[Any, ...]:
    return ("date", FIRST, most, "填报表", f"请填1990-01-01至{last}之间的日期")


CHOICE = ("list", '"是,否"', None, None, None)
ANY_DAY = dated(FAR, "2099-12-31")


class TestGoingOut:
    """A form goes out for one unit of the ledger, as of one day."""

    @every("unit", ["a", "甲局"])
    def test_it_says_how_many_rows_it_has(self, tmp_path: Path, unit: str) -> None:
        assert write_return(SMALL, unit, str(tmp_path / "x.xlsx"), datetime(2021, 9, 30, 8)) == len(ASKED)
        assert [one.name for one in tmp_path.iterdir()] == ["x.xlsx"]

    @every("period", [None, SUMMER])
    @every("lang", LANGS)
    def test_come_back_as_it_went_out_it_reports_nothing(
        self, tmp_path: Path, period: Interval | None, lang: Lang
    ) -> None:
        path = tmp_path / "x.xlsx"
        write_return(SMALL, "a", path, DAY, period=period, lang=lang)
        found = read_return(path, SMALL)
        assert (found.unit, found.as_of, found.period) == ("a", DAY, period)
        assert (found.entries, found.problems, found.notes) == ((), (), ())

    def test_a_unit_nobody_knows_is_refused(self, tmp_path: Path) -> None:
        with pytest.raises(UnknownNameError):
            write_return(SMALL, "丙局", tmp_path / "x.xlsx", DAY)

    def test_a_day_that_is_none_is_refused(self, tmp_path: Path) -> None:
        text: Any = "2021-09-30"
        with pytest.raises(DateTypeError) as caught:
            write_return(SMALL, "a", tmp_path / "x.xlsx", text)
        assert caught.value.where == "as_of"

    def test_a_period_that_is_not_over_is_refused(self, tmp_path: Path) -> None:
        ahead = Interval(date(2021, 9, 1), date(2021, 10, 1))
        Refusal(
            EntryError, ahead, "write_return(period=…)", "before it has happened", "ends by 2021-09-30",
            "统计期间晚于统计截止日",
        ).is_met_by(lambda: write_return(SMALL, "a", tmp_path / "x.xlsx", DAY, period=ahead))  # fmt: skip
        assert list(tmp_path.iterdir()) == []

    def test_a_language_nobody_speaks_here_is_refused(self, tmp_path: Path) -> None:
        lang: Any = "fr"
        Refusal(
            FactError, "fr", "write_return(lang=…)", "Chinese or English", "'zh' or 'en'",
            "语言只能是中文（zh）或英文（en）",
        ).is_met_by(lambda: write_return(SMALL, "a", tmp_path / "x.xlsx", DAY, lang=lang))  # fmt: skip

    def test_without_the_writer_of_workbooks_the_extra_is_named(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setitem(sys.modules, "xlsxwriter", None)
        Refusal(
            MissingExtraError, "XlsxWriter", "import XlsxWriter", "writing a return workbook",
            "wushan-plan[excel]",
            '缺少可选依赖XlsxWriter，请安装：在本项目目录下运行 pip install -e ".[excel]"',
        ).is_met_by(lambda: write_return(SMALL, "a", tmp_path / "x.xlsx", DAY))  # fmt: skip

    def test_the_file_says_what_it_is(self, tmp_path: Path) -> None:
        found = written(tmp_path).properties
        title = "甲局改革工作台账填报表（截至2021年9月30日）"
        assert (found.title, found.created, found.description) == (
            title,
            datetime(2021, 9, 30),
            "wushan-plan",
        )

    @every(
        ("lang", "names"),
        [("zh", ["填报说明", "填报表", "行清单"]), ("en", ["Instructions", "Form", "Rows"])],
    )
    def test_it_opens_at_the_form(self, tmp_path: Path, lang: Lang, names: list[str]) -> None:
        book = written(tmp_path, lang=lang)
        assert book.sheetnames == names
        assert book.active is book.worksheets[1]


class TestRowsAsked:
    """A unit is asked for what is not settled, fact by fact."""

    def asked(self, *entries: Entry, unit: str = "a", period: Interval | None = None) -> list[Any]:
        return list(rows_of(SMALL.with_entries(entries), unit, DAY, period))

    def test_each_fact_of_each_task_is_asked_once(self) -> None:
        assert [row.id for row in self.asked()] == [f"a/{name}" for name in ASKED]

    def test_the_first_row_of_a_task_is_marked_and_takes_the_day_of_completion(self) -> None:
        rows = self.asked()
        assert [row.id for row in rows if row.is_first] == [
            f"a/{name}" for name in (
                "items/items", "pilot/done", "rate/handled", "cover/universe", "limit/start", "trend/before",
                "fee/fee", "mean/cases", "prompt/start", "checks/events", "each/done",
            )
        ]  # fmt: skip
        dated = ["a/items/items", "a/pilot/done", "a/each/done"]
        assert [row.id for row in rows if row.dated] == dated

    def test_only_counts_of_a_rate_are_for_the_period_and_only_where_there_is_one(self) -> None:
        assert [row.id for row in self.asked(period=SUMMER) if row.flows] == [
            "a/rate/handled",
            "a/rate/received",
        ]
        assert [row.id for row in self.asked() if row.flows] == []

    @every(
        ("entries", "settled"),
        [
            ([Completion(**cited("pilot"), done_on=DAY, evidence="文件")], True),
            ([Completion(**cited("pilot"), done_on=DAY)], False),
            ([ProgressReport(**cited("pilot"), facts={"done": False})], False),
            ([ProgressReport(**cited("items"), facts={"items": 3})], False),
        ],
    )
    def test_what_is_done_and_judged_is_asked_no_more(self, entries: list[Entry], settled: bool) -> None:
        name = entries[0].commitment
        assert (name in {row.state.commitment.id for row in self.asked(*entries)}) is not settled

    def test_what_does_not_apply_is_asked_no_more(self) -> None:
        outside = ProgressReport(**cited("items"), facts={"in_scope": False})
        assert "items" not in {row.state.commitment.id for row in self.asked(outside)}

    def test_what_is_met_without_a_day_is_still_asked(self) -> None:
        kept = ProgressReport(**cited("fee"), facts={"fee": 0})
        assert "fee" in {row.state.commitment.id for row in self.asked(kept)}

    def test_what_has_passed_on_is_asked_of_the_unit_that_holds_it(self) -> None:
        passed = Reassignment(**cited("pilot", at=date(2021, 9, 1)), to="b", reason="调整")
        mine = Reassignment(**cited("each", at=date(2021, 9, 1)), to="b", reason="调整")
        assert {"a/pilot/done", "a/each/done"}.isdisjoint(row.id for row in self.asked(passed, mine))
        assert [row.id for row in self.asked(passed, mine, unit="b")] == [
            "b/pilot/done", "b/theirs/done", "a/each/done", "b/each/done",
        ]  # fmt: skip


class TestFirstPage:
    """The first page says what the form is about, who fills it in, and how."""

    def lines(self, sheet: Worksheet) -> list[tuple[Any, Any]]:
        return [(one.value, other.value) for one, other in sheet.iter_rows(max_col=2)]

    def test_what_it_is_about(self, tmp_path: Path) -> None:
        cover, _, _ = pages(tmp_path, unit="b", author=" 王 ")
        assert self.lines(cover)[:9] == [
            ("乙局改革工作台账填报表（截至2021年9月30日）", None),
            (None, None),
            ("填报单位", "乙局"),
            ("统计截止日", datetime(2021, 9, 30)),
            ("统一填报人", "王"),
            ("填报日期", datetime(2021, 9, 30)),
            ("表格编号", CODE.replace(" a ", " b ")),
            (None, None),
            ("填报说明", None),
        ]

    def test_its_code_is_never_cut(self, tmp_path: Path) -> None:
        long = Ledger.from_plan(attrs.evolve(SMALL.plan, id="x" * 400))
        write_return(long, "a", tmp_path / "x.xlsx", DAY)
        cover = load_workbook(tmp_path / "x.xlsx").worksheets[0]
        assert cover["B7"].value == CODE.replace("small", "x" * 400)

    def test_in_english_and_for_a_period(self, tmp_path: Path) -> None:
        cover, _, _ = pages(tmp_path, unit="b", lang="en", period=SUMMER)
        title, _, *lines = self.lines(cover)[:10]
        assert title[0].startswith("Bureau B: return for the reform ledger, as of ")
        assert "2021" in title[0]
        assert lines == [
            ("Unit", "Bureau B"),
            ("Cut-off day", datetime(2021, 9, 30)),
            ("Period", "2021-07-01~2021-09-30"),
            ("Author of all rows", None),
            ("Day of reporting", datetime(2021, 9, 30)),
            ("Form", QUARTER.replace(" a ", " b ")),
            (None, None),
            ("Instructions", None),
        ]

    @every("lang", LANGS)
    def test_how_it_is_filled_in_is_said_in_numbered_lines_that_fit(self, tmp_path: Path, lang: Lang) -> None:
        cover, _, _ = pages(tmp_path, unit="b", lang=lang)
        assert self.lines(cover)[9:] == list(enumerate(INSTRUCTIONS[lang], 1))
        for at, text in enumerate(INSTRUCTIONS[lang], 10):
            number, line = cover.cell(at, 1), cover.cell(at, 2)
            assert (number.alignment.horizontal, number.alignment.vertical) == ("center", "top")
            assert (line.alignment.wrap_text, line.alignment.vertical) == (True, "top")
            columns = sum(1 if character.isascii() else 2 for character in text)
            assert (cover.row_dimensions[at].height or 0) >= 14 * -(-columns // 92)

    def test_only_the_author_and_the_day_are_to_be_filled(self, tmp_path: Path) -> None:
        cover, _, _ = pages(tmp_path, unit="b", period=SUMMER)
        assert cover.protection.sheet
        assert [not cover.cell(at, 2).protection.locked for at in range(3, 9)] == [False] * 3 + [True] * 2 + [
            False
        ]
        fills = [cover.cell(at, 2).fill.fgColor.rgb for at in range(3, 9)]
        assert fills == ["00000000"] * 3 + ["FFFFF9DB"] * 2 + ["00000000"]

    def test_days_look_like_days_and_names_stay_text(self, tmp_path: Path) -> None:
        cover, _, _ = pages(tmp_path, unit="b", author="王")
        formats = [
            (cover.cell(at, 2).number_format, cover.cell(at, 2).alignment.horizontal) for at in range(3, 8)
        ]
        day = ("yyyy-mm-dd", "left")
        assert formats == [("General", None), day, ("@", None), day, ("General", None)]

    def test_the_day_of_reporting_is_not_before_the_cut_off_day(self, tmp_path: Path) -> None:
        cover, _, _ = pages(tmp_path, unit="b")
        (one,) = cover.data_validations.dataValidation
        assert (str(one.sqref), one.type, one.formula1, one.formula2) == ("B6", "date", CUT_OFF, FAR)
        assert one.error == "请填2021-09-30至2099-12-31之间的日期"

    def test_labels_stand_out_and_texts_have_room(self, tmp_path: Path) -> None:
        cover, _, _ = pages(tmp_path, unit="b")
        for at in range(3, 8):
            label = cover.cell(at, 1)
            assert (label.font.b, label.fill.fgColor.rgb) == (True, "FFEDEDED")
            assert (label.border.left.style, label.border.left.color.rgb) == ("thin", "FFBFBFBF")
        assert (cover["A1"].font.b, cover["A1"].font.sz, cover["A9"].font.b, cover["A9"].font.sz) == (
            True, 13, True, 12,
        )  # fmt: skip
        widths = [int(cover.column_dimensions[name].width) for name in "AB"]
        assert widths == [14, 92]
        assert int(pages(tmp_path, unit="b", lang="en")[0].column_dimensions["A"].width) == 20
        assert 25 <= (cover.row_dimensions[1].height or 0) <= 27
        assert cover.sheet_view.showGridLines is False

    @every(("lang", "footer"), [("zh", "第&P页，共&N页"), ("en", "page &P of &N")])
    def test_pages_fit_on_a4_and_are_numbered(self, tmp_path: Path, lang: Lang, footer: str) -> None:
        for sheet, orientation in zip(
            pages(tmp_path, unit="b", lang=lang), ("portrait", "landscape"), strict=False
        ):
            assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, orientation)
            assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (None, 0)
            assert sheet.sheet_properties.pageSetUpPr is not None
            assert sheet.sheet_properties.pageSetUpPr.fitToPage
            margins = sheet.page_margins
            assert (margins.left, margins.right, margins.top, margins.bottom) == (0.4, 0.4, 0.6, 0.6)
            assert sheet.oddFooter is not None
            assert (sheet.oddFooter.center.text, sheet.oddFooter.center.size) == (footer, 9)


class TestForm:
    """The form has one row a fact, and lets in what the fact can be."""

    @every("lang", LANGS)
    def test_its_columns_are_headed_and_none_is_without_width(self, tmp_path: Path, lang: Lang) -> None:
        _, sheet, _ = pages(tmp_path, lang=lang, period=SUMMER)
        assert [cell.value for cell in sheet[3]] == [term[LANGS.index(lang)] for term in COLUMNS.values()]
        widths = {
            column: one.width
            for one in sheet.column_dimensions.values()
            for column in range(one.min or 0, (one.max or 0) + 1)
        }
        assert sorted(widths) == list(range(1, len(COLUMNS) + 1))
        assert all(5 <= width < 50 for width in widths.values())
        assert widths[1] < 6
        assert widths[2] > 30
        assert [sheet.row_dimensions[at].height for at in (1, 3)] == [
            24,
            pytest.approx(22 if lang == "zh" else 34, abs=0.5),
        ]

    def test_what_is_to_be_filled_is_headed_in_another_colour(self, tmp_path: Path) -> None:
        found = form(tmp_path, period=SUMMER)
        colours = {name: found.sheet.cell(3, at).fill.fgColor.rgb for name, at in found.columns.items()}
        filled = {"value", "basis", "stood_on", "evidence", "done_on", "reason", "remark", "author"}
        assert {name for name, colour in colours.items() if colour == "FF8A6D00"} == filled
        assert {colour for name, colour in colours.items() if name not in filled} == {"FF1F4E78"}
        for head in found.sheet[3]:
            assert (head.font.b, head.font.color.rgb, head.border.left.style) == (True, "FFFFFFFF", "thin")
            assert (head.alignment.horizontal, head.alignment.wrap_text) == ("center", True)

    def test_without_a_period_there_is_no_basis_to_choose(self, tmp_path: Path) -> None:
        assert "basis" not in form(tmp_path).columns
        assert list(form(tmp_path, period=SUMMER).columns) == list(COLUMNS)

    @every(
        ("lang", "formula", "shown"),
        [
            ("zh", '="已填"&COUNTIF(O4:O24,"已填")&"行，共21行"', "已填0行，共21行"),
            ("en", '="Rows filled: "&COUNTIF(O4:O24,"filled")&" of 21"', "Rows filled: 0 of 21"),
        ],
    )
    def test_how_many_rows_are_filled_is_counted(
        self, tmp_path: Path, lang: Lang, formula: str, shown: str
    ) -> None:
        assert pages(tmp_path, lang=lang)[1]["A2"].value == formula
        sheet = pages(tmp_path, lang=lang, data_only=True)[1]
        assert sheet["A2"].value == shown
        assert sheet["A2"].font.color.rgb == "FF595959"
        assert (sheet["A1"].font.b, sheet["A1"].font.sz) == (True, 13)
        assert str(sheet["A1"].value).startswith("甲局改革" if lang == "zh" else "Bureau A")

    def test_header_and_task_stay_in_sight_and_rows_can_be_filtered(self, tmp_path: Path) -> None:
        _, sheet, _ = pages(tmp_path)
        assert (sheet.freeze_panes, sheet.auto_filter.ref, sheet.print_title_rows) == (
            "C4",
            "A3:P24",
            "$3:$3",
        )
        assert sheet.sheet_view.showGridLines is False
        with ZipFile(tmp_path / "out.xlsx") as parts:
            xml = parts.read("xl/worksheets/sheet2.xml").decode()
        assert '<ignoredError sqref="A1:P24" numberStoredAsText="1"/>' in xml

    def test_it_is_locked_but_may_be_filtered_and_widened(self, tmp_path: Path) -> None:
        for sheet in pages(tmp_path)[:2]:
            found = sheet.protection
            assert (found.sheet, found.password) == (True, None)
            assert (found.autoFilter, found.formatColumns, found.formatRows, found.formatCells) == (
                False, False, False, True,
            )  # fmt: skip

    def test_what_is_missing_or_contradicts_is_shown_in_red(self, tmp_path: Path) -> None:
        _, sheet, _ = pages(tmp_path)
        ((area, rules),) = [(str(one.sqref), one.rules) for one in sheet.conditional_formatting]
        assert area == "O4:O24"
        assert [(one.type, one.operator, one.formula) for one in rules] == [
            ("cellIs", "equal", ['"缺填报人"']),
            ("cellIs", "equal", ['"“否”与完成日期矛盾"']),
        ]
        for one in rules:
            assert (one.dxf.fill.bgColor.rgb, one.dxf.font.color.rgb) == ("FFFFC7CE", "FF9C0006")

    def test_each_row_is_checked_as_it_is_filled(self, tmp_path: Path) -> None:
        found = form(tmp_path, period=SUMMER).cell("items/items", "check")
        content = "COUNTA($H4,$K4,$L4,$M4,$N4)>0"
        assert found.value == (
            f'=IF(AND({content},$O4="",\'填报说明\'!$B$6=""),"缺填报人",'
            f'IF(AND($H4="否",$L4<>""),"“否”与完成日期矛盾",IF({content},"已填","")))'
        )
        assert (found.protection.locked, found.alignment.horizontal, found.font.sz) == (True, "center", 9)
        english = form(tmp_path, lang="en").cell("pilot/done", "check")
        content = "COUNTA($H6,$J6,$K6,$L6,$M6)>0"
        assert english.value == (
            f'=IF(AND({content},$N6="",\'Instructions\'!$B$5=""),"author missing",'
            f'IF(AND($H6="no",$K6<>""),"no, with a day of completion",IF({content},"filled","")))'
        )

    def test_a_unit_without_a_task_has_a_form_without_rows(self, tmp_path: Path) -> None:
        bare = Ledger(SMALL.plan, tuple(task for task in SMALL.tasks if task.unit.id != "a"))
        assert write_return(bare, "a", tmp_path / "x.xlsx", DAY) == 0
        _, sheet, rows = load_workbook(tmp_path / "x.xlsx").worksheets
        assert (sheet.auto_filter.ref, sheet["A2"].value) == (
            "A3:P4",
            '="已填"&COUNTIF(O4:O4,"已填")&"行，共0行"',
        )
        assert [cell.value for (cell,) in rows.iter_rows()] == [CODE]


class TestRows:
    """A row says what is asked, of which task, and how the task stands."""

    @every("lang", LANGS)
    def test_task_place_day_and_status(self, tmp_path: Path, lang: Lang) -> None:
        found = form(tmp_path, lang=lang)
        assert list(found.rows) == ASKED
        assert found.texts("number") == list(range(1, len(ASKED) + 1))
        states = [
            next(one for one in SMALL.as_of(DAY).tasks if one.commitment.id == row.split("/")[0])
            for row in ASKED
        ]
        assert found.texts("task") == [
            state.commitment.summary if lang == "zh" else state.commitment.summary_en for state in states
        ]
        assert found.texts("place") == [place_text(state.commitment.citation, lang) for state in states]
        inferred = INFERRED[LANGS.index(lang)]
        assert found.texts("due") == [
            f"{state.due}\n{inferred}" if state.due_is_inferred else datetime.combine(state.due, time())
            for state in states
        ]
        assert found.texts("status") == [STATUS[Status.UNKNOWN][LANGS.index(lang)]] * len(ASKED)
        assert found.texts("id") == [f"a/{row}" for row in ASKED]

    def test_what_is_asked_with_its_unit_and_whether_it_may_be_left_out(self, tmp_path: Path) -> None:
        zh, en = (form(tmp_path, lang=lang) for lang in LANGS)
        names = (
            "items/items",
            "items/in_scope",
            "pilot/done",
            "limit/start",
            "limit/end",
            "mean/unread_cases",
        )
        assert [zh.cell(name, "fact").value for name in names] == [
            "事项（项）", "是否属于：某类办件（选填）", "是否完成：试点", "受理日期", "办结日期（选填）",
            zh.cell("mean/unread_cases", "fact").value,
        ]  # fmt: skip
        assert str(zh.cell("mean/unread_cases", "fact").value).endswith("（件）（选填）")
        assert [en.cell(name, "fact").value for name in names[:5]] == [
            "items", "cases of some kind (optional)", en.cell("pilot/done", "fact").value, "acceptance",
            "completion (optional)",
        ]  # fmt: skip
        assert "optional" not in str(en.cell("pilot/done", "fact").value)
        for one, mark in zip((zh, en), PLAIN_NUMBER, strict=True):
            assert str(one.cell("trend/after", "fact").value).endswith(mark)
            assert not str(one.cell("items/items", "fact").value).endswith(mark)

    def test_a_status_that_is_known_has_its_colours(self, tmp_path: Path) -> None:
        found = form(tmp_path, ProgressReport(**cited("items"), facts={"items": 3}))
        cell, unknown = found.cell("items/items", "status"), found.cell("pilot/done", "status")
        background, letters = STATUS_COLOURS[Status.PENDING]
        assert cell.value == "未到期"
        assert cell.fill.fgColor.rgb == background.replace("#", "FF")
        assert cell.font.color.rgb == letters.replace("#", "FF")
        assert (unknown.fill.fgColor.rgb, unknown.alignment.horizontal) == ("00000000", "center")
        assert cell.alignment.horizontal == "center"

    def test_what_is_fixed_is_quiet_and_locked(self, tmp_path: Path) -> None:
        found = form(tmp_path)
        for name in ("number", "task", "place", "due", "status", "fact", "current", "check", "id"):
            cell = found.cell("items/in_scope", name)
            assert (cell.protection.locked, cell.fill.fgColor.rgb) == (True, "00000000")
            assert (cell.border.left.style, cell.border.left.color.rgb) == ("thin", "FFBFBFBF")
            assert cell.alignment.wrap_text
        due, named = found.cell("items/items", "due"), found.cell("items/items", "id")
        assert (due.number_format, due.alignment.horizontal) == ("yyyy-mm-dd", "center")
        assert (named.font.sz, named.font.color.rgb) == (8, "FF7F7F7F")
        assert found.cell("items/items", "number").alignment.horizontal == "center"
        grey = [
            found.cell(row, "task").font.color.rgb == "FF7F7F7F" for row in ("items/items", "items/in_scope")
        ]
        assert grey == [False, True]

    def test_rows_are_as_high_as_their_longest_text(self, tmp_path: Path) -> None:
        found = form(tmp_path)
        height = {name: found.sheet.row_dimensions[found.rows[name]].height or 0 for name in ASKED}
        assert height["items/items"] == pytest.approx(19.5, abs=1)
        assert height["items/in_scope"] == pytest.approx(36, abs=1)


class TestInputs:
    """Each cell to fill lets in what its fact can be, and the others are locked."""

    def test_the_cells_to_fill(self, tmp_path: Path) -> None:
        found = form(tmp_path, period=SUMMER)
        every = {"value", "stood_on", "evidence", "remark", "author"}
        expected = {
            "items/items": every | {"basis", "done_on", "reason"},
            "items/in_scope": every,
            "pilot/done": every | {"done_on", "reason"},
            "rate/handled": every | {"basis", "reason"},
            "rate/received": every | {"basis"},
            "cover/covered": every | {"basis"},
            "trend/before": every | {"reason"},
            "fee/fee": every | {"basis", "reason"},
            "limit/end": every,
            "each/done": every | {"done_on", "reason"},
        }
        for row, names in expected.items():
            unlocked = {name for name in found.columns if not found.cell(row, name).protection.locked}
            filled = {name for name in found.columns if found.cell(row, name).fill.fgColor.rgb == "FFFFF9DB"}
            assert unlocked == filled == names

    def test_what_stands_in_them_already(self, tmp_path: Path) -> None:
        found = form(tmp_path, period=SUMMER)
        assert {value.date() for value in found.texts("stood_on")} == {DAY}  # type: ignore[attr-defined]
        flows = [row for row in ASKED if found.cell(row, "basis").value == "本期"]
        assert flows == ["rate/handled", "rate/received"]
        assert {found.cell(row, "basis").value for row in ASKED if row not in flows} == {"累计"}
        for name in ("value", "evidence", "done_on", "reason", "remark", "author"):
            assert set(found.texts(name)) == {None}
        english = form(tmp_path, period=SUMMER, lang="en")
        assert set(english.texts("basis")) == {"in all", "this period"}

    def test_numbers_are_numbers_days_are_days_and_the_rest_is_text(self, tmp_path: Path) -> None:
        found = form(tmp_path)
        shown = {row: found.cell(row, "value").number_format for row in ASKED}
        numbers = {row for row, form in shown.items() if form == "General"}
        assert numbers == {
            "items/items", "rate/handled", "rate/received", "trend/before", "trend/after", "fee/fee",
            "mean/unread_cases",
        }  # fmt: skip
        days = {row for row, form in shown.items() if form == "yyyy-mm-dd"}
        assert days == {"limit/start", "limit/end", "prompt/start", "prompt/end"}
        assert {form for row, form in shown.items() if row not in numbers | days} == {"@"}
        for name in ("stood_on", "done_on"):
            cell = found.cell("pilot/done", name)
            assert (cell.number_format, cell.alignment.horizontal) == ("yyyy-mm-dd", "center")
        assert found.cell("pilot/done", "evidence").number_format == "@"

    def test_what_a_value_may_be(self, tmp_path: Path) -> None:
        found = form(tmp_path)
        number = ("decimal", str(-(10**15)), str(10**15), "填报表", "请填数字")
        allowed = {
            "items/items": whole(0, 10**9),
            "items/in_scope": CHOICE,
            "pilot/done": CHOICE,
            "trend/before": number,
            "fee/fee": ("decimal", "0", *number[2:]),
            "limit/start": dated(CUT_OFF, "2021-09-30"),
            "limit/end": ANY_DAY,
            "cover/covered": None,
            "mean/cases": None,
            "prompt/benchmark": None,
        }
        assert {row: found.lets_in(found.cell(row, "value")) for row in allowed} == allowed

    def test_and_in_english(self, tmp_path: Path) -> None:
        found = form(tmp_path, lang="en")
        allowed = {
            "items/items": ("whole", "0", "1000000000", "Form", "A whole number, 0 or more"),
            "pilot/done": ("list", '"yes,no"', None, None, None),
            "trend/before": ("decimal", str(-(10**15)), str(10**15), "Form", "Give a number"),
            "limit/end": ("date", FIRST, FAR, "Form", "A date from 1990-01-01 to 2099-12-31"),
        }
        assert {row: found.lets_in(found.cell(row, "value")) for row in allowed} == allowed

    def test_days_and_the_basis_are_chosen_where_they_are_open(self, tmp_path: Path) -> None:
        found = form(tmp_path, period=SUMMER)
        basis = ("list", '"累计,本期"', None, None, None)
        asked = {
            (row, name): found.lets_in(found.cell(row, name))
            for row in ("items/items", "pilot/done", "trend/before")
            for name in ("stood_on", "done_on", "basis", "evidence")
        }
        assert {place: allowed for place, allowed in asked.items() if allowed is not None} == {
            ("items/items", "stood_on"): ANY_DAY,
            ("items/items", "done_on"): ANY_DAY,
            ("items/items", "basis"): basis,
            ("pilot/done", "stood_on"): ANY_DAY,
            ("pilot/done", "done_on"): ANY_DAY,
            ("trend/before", "stood_on"): ANY_DAY,
        }


class TestCurrent:
    """Beside the cell to fill stands what is known now."""

    def shown(self, folder: Path, row: str, *entries: Entry, **options: Any) -> object:
        return form(folder, *entries, **options).cell(row, "current").value

    def test_nothing_where_nothing_is_known(self, tmp_path: Path) -> None:
        assert set(form(tmp_path).texts("current")) == {None}

    @every(("lang", "text"), [("zh", "否"), ("en", "no")])
    def test_the_value_as_it_would_be_typed(self, tmp_path: Path, lang: Lang, text: str) -> None:
        entry = ProgressReport(**cited("pilot"), facts={"done": False})
        assert self.shown(tmp_path, "pilot/done", entry, lang=lang) == text

    @every(
        ("lang", "text"),
        [("zh", "有冲突：王 4；李 5"), ("en", "in conflict: 王 4；李 5")],
    )
    def test_a_conflict_with_who_said_what(self, tmp_path: Path, lang: Lang, text: str) -> None:
        one = ProgressReport(**cited("items"), facts={"items": 4, "in_scope": True})
        other = ProgressReport(**cited("items", author="李"), facts={"items": 5})
        found = form(tmp_path, one, other, lang=lang)
        said = str(found.cell("items/items", "current").value)
        label, _, parties = said.partition("：" if lang == "zh" else ": ")
        assert (label, sorted(parties.split("；"))) == (text[: len(label)], ["李 5", "王 4"])
        assert found.cell("items/in_scope", "current").value == ("是" if lang == "zh" else "yes")

    @every(("lang", "texts"), [("zh", {"王 是", "李 否"}), ("en", {"王 yes", "李 no"})])
    def test_what_they_said_stands_there_as_it_would_be_typed(
        self, tmp_path: Path, lang: Lang, texts: set[str]
    ) -> None:
        one = ProgressReport(**cited("items"), facts={"in_scope": True})
        other = ProgressReport(**cited("items", author="李"), facts={"in_scope": False})
        said = str(self.shown(tmp_path, "items/in_scope", one, other, lang=lang))
        assert set(said.partition("：" if lang == "zh" else ": ")[2].split("；")) == texts

    @every(
        ("lang", "text"),
        [("zh", "是\n完成日期：2021-09-08"), ("en", "yes\ncompleted on: 2021-09-08")],
    )
    def test_the_day_it_was_completed(self, tmp_path: Path, lang: Lang, text: str) -> None:
        done = Completion(**cited("pilot"), done_on=date(2021, 9, 8))
        assert self.shown(tmp_path, "pilot/done", done, lang=lang) == text

    @every("lang", LANGS)
    def test_that_day_alone_where_nothing_else_is_known(self, tmp_path: Path, lang: Lang) -> None:
        done = Completion(**cited("items"), done_on=date(2021, 9, 8))
        text = {"zh": "完成日期：2021-09-08", "en": "completed on: 2021-09-08"}[lang]
        assert self.shown(tmp_path, "items/items", done, lang=lang) == text

    def test_a_long_text_is_cut_and_marked(self, tmp_path: Path) -> None:
        names = [f"{number:03}号平台" for number in range(80)]
        shown = {
            length: str(
                self.shown(
                    tmp_path,
                    "cover/covered",
                    ProgressReport(**cited("cover"), facts={"covered": ["字" * length]}),
                )
            )
            for length in (400, 401)
        }
        assert shown == {400: "字" * 400, 401: "字" * 400 + "…"}
        entry = ProgressReport(**cited("cover"), facts={"covered": names})
        assert str(self.shown(tmp_path, "cover/covered", entry)) == "；".join(names)[:400] + "…"

    def test_evidence_is_not_asked_as_a_value(self, tmp_path: Path) -> None:
        shown = form(tmp_path, Evidence(**cited("pilot"), reference="纪要"))
        assert "pilot/evidence" not in shown.rows


class TestList:
    """Which rows went out stands on a sheet nobody sees."""

    def test_it_holds_the_code_and_the_ids_and_cannot_be_shown(self, tmp_path: Path) -> None:
        _, _, rows = pages(tmp_path, period=SUMMER)
        assert [cell.value for (cell,) in rows.iter_rows()] == [QUARTER, *(f"a/{row}" for row in ASKED)]
        assert (rows.sheet_state, rows.protection.sheet) == ("veryHidden", True)
        assert COVER["code"] == ("表格编号", "Form")
