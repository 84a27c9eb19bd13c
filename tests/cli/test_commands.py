"""The command line as a user meets it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.outside import official_path
from wushan_plan import PLAN
from wushan_plan.cli import main
from wushan_plan.explanation.words import READING
from wushan_plan.ledger.tasks import breakdown
from wushan_plan.model.readings import Reading

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"
EVALUATE = (
    "evaluate", str(EXAMPLES / "water-2021-synthetic.csv"), "--target", "water-connection",
    "--start", "受理日期", "--end", "通水日期", "--id", "办件编号", "--as-of", "2021-12-31",
)  # fmt: skip


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


class TestPages:
    def test_plan_shows_every_measure_and_target(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["plan"]) == 0
        page = capsys.readouterr().out
        assert "巫山府办发〔2021〕66号" in page
        assert "45  提高执行效率" in page
        assert page.count("\n  ") >= 45

    @pytest.mark.parametrize("what", ["6", "06", "S2", "water-connection", "m06.1", "县财政局", "court"])
    def test_show_knows_what_people_type(self, what: str, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["show", what]) == 0
        assert capsys.readouterr().out.strip()

    @pytest.mark.parametrize("what", ["0", "46", "S5", "water-conection"])
    def test_show_of_nothing_leaves_with_2(self, what: str, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["show", what]) == 2
        assert "没有这样的措施" in capsys.readouterr().err

    def test_a_lead_unit_is_told_of_the_safeguards_that_bind_it_too(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        unit = PLAN.lead_unit("县财政局")
        tasks = [task for task in breakdown(PLAN) if task.unit == unit]
        others = [task for task in tasks if task.commitment not in unit.commitments]
        assert main(["show", unit.name]) == 0
        line = next(line for line in capsys.readouterr().out.splitlines() if "也约束本单位" in line)
        assert f"另有{len(others)}项" in line
        assert all(f"show {task.commitment.citation.place}" in line for task in others)

    def test_a_lead_unit_is_told_how_many_tasks_the_ledger_has_for_it(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        for unit in PLAN.lead_units:
            tasks = sum(task.unit == unit for task in breakdown(PLAN))
            assert main(["show", unit.name]) == 0
            _, size, *_ = capsys.readouterr().out.splitlines()
            headings = sum(not one.counts for one in unit.commitments)
            assert f"{len(unit.commitments) - headings}项承诺" in size
            assert f"{headings}项标题（导出的表和compare合计列{len(unit.commitments)}项）" in size
            assert f"合计{tasks}项任务" in size

    def test_a_lead_unit_goes_by_its_chinese_name_alone_in_chinese(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["show", "县财政局"]) == 0
        assert capsys.readouterr().out.splitlines()[0] == "县财政局"

    @pytest.mark.parametrize("what", ["m22.4", "22.9", "S1.99"])
    def test_for_a_number_that_is_none_those_of_the_same_measure_are_proposed(
        self, what: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["show", what]) == 2
        proposed = capsys.readouterr().err.partition("您是不是要找：")[2].split(" 或 ")
        assert [one.strip().rpartition(".")[0] for one in proposed] == [what.rpartition(".")[0]] * 3

    @pytest.mark.parametrize("what", ["6", "S2", "1.2", "县财政局"])
    def test_a_page_of_summaries_says_that_they_are_no_official_text(
        self, what: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["show", what]) == 0
        assert "不是方案原文" in capsys.readouterr().out

    def test_the_error_in_chinese_names_what_may_have_been_meant(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["show", "water-conection"]) == 2
        first, *_ = capsys.readouterr().err.splitlines()
        assert "您是不是要找：water-connection" in first

    def test_every_page_exists_in_english(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["show", "7", "--lang", "en"]) == 0
        assert "must not" in capsys.readouterr().out

    def test_a_page_in_english_shows_its_notes_in_english_alone(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        for one in (one for one in PLAN.commitments if one.notes):
            assert main(["show", one.id, "--lang", "en"]) == 0
            page = capsys.readouterr().out
            assert [note for note in one.notes_en if note not in page] == []
            assert [note for note in one.notes if note in page] == []

    def test_a_page_in_english_names_units_and_beneficiaries_in_english(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["show", "water-connection", "--lang", "en"]) == 0
        page = capsys.readouterr().out
        assert "ordinary water users" in page
        assert "Dingcheng Water Co., Ltd." in page
        assert not any(unit.name in page for unit in PLAN.lead_units)


class TestDeadline:
    def test_explains_in_chinese_by_default(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["deadline", "water-connection", "2021-09-24"]) == 0
        page = capsys.readouterr().out
        assert "截止日：2021年10月12日（周二）" in page
        assert "国庆节放假，跳过" in page

    def test_takes_suspensions(self, capsys: pytest.CaptureFixture[str]) -> None:
        command = ["deadline", "water-connection", "2021-09-24", "--suspended", "2021-09-28", "2021-09-29"]
        assert main([*command, "--lang", "en"]) == 0
        assert "Deadline: Thu 14 October 2021" in capsys.readouterr().out

    def test_a_fixed_date_needs_no_start(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["deadline", "sichuan-chongqing-services"]) == 0
        assert "2021年10月31日（周日）" in capsys.readouterr().out

    def test_past_the_notices_names_the_two_ways_on(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["deadline", "gas-connection", "2026-12-24"]) == 2
        error = capsys.readouterr().err
        assert "--notice" in error
        assert "--provisional" in error
        assert "with_notice" not in error

    def test_past_the_notices_names_no_way_of_python_in_english_either(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["deadline", "gas-connection", "2026-12-24", "--lang", "en"]) == 2
        error = capsys.readouterr().err
        assert "working day 13 after 2026-12-24" in error
        assert "with_notice" not in error

    def test_suspensions_are_said_to_be_the_callers(self, capsys: pytest.CaptureFixture[str]) -> None:
        command = ["deadline", "water-connection", "2021-09-24", "--suspended", "2021-09-28", "2021-09-28"]
        assert main(command) == 0
        assert "方案没有规定停表（口径T10，推断），不中止则为2021年10月12日" in capsys.readouterr().out

    def test_a_provisional_answer_is_marked_and_bounded(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["deadline", "gas-connection", "2026-12-24", "--provisional"]) == 0
        page = capsys.readouterr().out
        assert "（暂定）" in page
        assert "之间（推断）" in page

    def test_a_sentence_with_one_time_is_enough(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["deadline", "6.1", "2021-09-24"]) == 0
        assert "截止日：2021年10月12日（周二）" in capsys.readouterr().out

    def test_a_measure_with_several_times_lists_them(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["deadline", "6", "2021-09-24"]) == 2
        first, *_ = capsys.readouterr().err.splitlines()
        assert "water-connection（" in first
        assert "gas-connection（" in first

    def test_a_word_leads_to_the_targets_that_hold_it(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["deadline", "用水", "2021-09-24"]) == 2
        first, *_ = capsys.readouterr().err.splitlines()
        assert "您是不是要找：water-connection（一般用户接通自来水" in first


class TestLimit:
    @pytest.mark.parametrize(
        ("limit", "said"),
        [
            ("7wd", "按7个工作日判定"),
            ("7工作日", "按7个工作日判定"),
            ("7cd", "按7日（日历日）判定"),
            ("7日", "按7日（日历日）判定"),
            ("7天", "按7日（日历日）判定"),
            ("7个日历日", "按7日（日历日）判定"),
        ],
    )
    def test_a_trial_says_which_days_it_counts(
        self, limit: str, said: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["deadline", "water-connection", "2021-09-24", "--limit", limit]) == 0
        assert said in capsys.readouterr().out

    @pytest.mark.parametrize(("limit", "why"), [("7d", "d分不清"), ("7", "没写单位"), ("soon", "读不懂")])
    def test_a_limit_that_is_not_clear_is_refused_for_its_own_reason(
        self, limit: str, why: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["deadline", "water-connection", "2021-09-24", "--limit", limit]) == 2
        assert why in capsys.readouterr().err


class TestEvaluate:
    def test_prints_a_scorecard_and_writes_the_rows(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(EVALUATE) == 0
        page = capsys.readouterr().out
        assert "办件                   120" in page
        assert "无法判定的行" in page
        assert "水2021-018  第19行" in page
        written = (tmp_path / "water-2021-synthetic.verdicts.csv").read_text(encoding="utf-8-sig")
        assert len(written.splitlines()) == 121

    def test_the_rate_stands_with_its_fraction(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(EVALUATE) == 0
        assert "约87.27%（96/110）" in capsys.readouterr().out

    @pytest.mark.parametrize(
        ("encoding", "told"),
        [("utf-8-sig", "编码 UTF-8（带BOM）；"), ("utf-8", "编码 UTF-8；"), ("gb18030", "编码 GB18030；")],
    )
    def test_the_encoding_goes_by_the_name_people_know(
        self, encoding: str, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        cases = tmp_path / "cases.csv"
        cases.write_text("受理日期,通水日期,办件编号\n2021-09-24,2021-09-30,1\n", encoding=encoding)
        assert main([EVALUATE[0], str(cases), *EVALUATE[2:]]) == 0
        assert told in capsys.readouterr().out

    def test_leaves_with_1_on_a_miss_when_asked_to(self) -> None:
        assert main([*EVALUATE, "--fail-on-breach"]) == 1

    def test_leaves_with_0_when_nothing_falls_short(self) -> None:
        assert main([*EVALUATE, "--fail-on-breach", "--limit", "99wd"]) == 0

    def test_a_trial_limit_is_announced(self, capsys: pytest.CaptureFixture[str]) -> None:
        main([*EVALUATE, "--limit", "7个工作日"])
        assert "试算" in capsys.readouterr().out

    def test_a_mean_gets_one_verdict(self, capsys: pytest.CaptureFixture[str]) -> None:
        file = str(EXAMPLES / "power-10kv-2021-synthetic.csv")
        columns = ["--start", "受理日期", "--end", "通电日期", "--as-of", "2021-12-31"]
        assert main(["evaluate", file, "--target", "power-10kv", *columns]) == 0
        assert "22件共用677个工作日" in capsys.readouterr().out

    def test_never_replaces_the_case_file(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        cases = tmp_path / "cases.csv"
        cases.write_text("受理日期,通水日期,办件编号\n", encoding="utf-8")
        command = [EVALUATE[0], str(cases), *EVALUATE[2:], "--out", str(cases)]
        assert main(command) == 2
        assert "不能覆盖" in capsys.readouterr().err

    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            (["evaluate", "x.csv"], "缺少必需的参数"),
            (["nonsense"], "参数命令"),
            ([*EVALUATE, "--limit", "soon"], "参数--limit"),
            ([*EVALUATE[:-1], "21-12-31"], "参数--as-of"),
            (["evaluate", "none.csv", *EVALUATE[2:]], "文件打不开"),
            ([*EVALUATE[:-1], "2021-02-30"], "没有这一天"),
            ([*EVALUATE, "--worst", "x"], "不是个数"),
            ([*EVALUATE, "--fact", "colour"], "不成对"),
            ([*EVALUATE, "--fact", "colour=颜色"], "不问这项事实"),
            ([*EVALUATE, "--reading", "with-open-cases"], "没有这种口径"),
        ],
    )
    def test_bad_usage_or_input_leaves_with_2_and_says_why(
        self, arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(arguments) == 2
        assert message in capsys.readouterr().err


class TestCalendar:
    def test_prints_a_year_with_its_notice(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["calendar", "2021"]) == 0
        page = capsys.readouterr().out
        assert "2021年：250个工作日" in page
        assert "国庆节          上班 09-26、10-09  国办发明电〔2020〕27号" in page

    def test_writes_the_year_as_a_calendar_file(self, tmp_path: Path) -> None:
        assert main(["calendar", "2021", "--out", "2021.ics"]) == 0
        assert "国庆节" in (tmp_path / "2021.ics").read_text(encoding="utf-8").replace("\n ", "")

    def test_shows_the_year_as_it_was_known(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["calendar", "2020", "--as-known-on", "2020-01-20"]) == 0
        assert "01-24—01-30" in capsys.readouterr().out

    @pytest.mark.parametrize(
        ("day", "lines"),
        [
            (
                "2021-09-26",
                [
                    "2021年9月26日（周日）：调休上班（国庆节），是工作日，计入工作日期限。",
                    "依据：国办发明电〔2020〕27号。",
                ],
            ),
            (
                "2021年10月10日",
                [
                    "2021年10月10日（周日）：周末，不是工作日，不计入工作日期限。",
                    "依据：周六、周日，当年的放假通知没有安排调休上班。",
                    "下一个工作日：2021年10月11日（周一）。",
                ],
            ),
            (
                "2021-10-03",
                [
                    "2021年10月3日（周日）：国庆节放假，不是工作日，不计入工作日期限。",
                    "依据：国办发明电〔2020〕27号。",
                    "下一个工作日：2021年10月8日（周五）。",
                ],
            ),
            (
                "2021-10-12",
                [
                    "2021年10月12日（周二）：工作日，计入工作日期限。",
                    "依据：周一至周五，当年的放假通知没有安排放假。",
                ],
            ),
        ],
    )  # fmt: skip
    def test_says_of_one_day_what_it_is_and_why(
        self, day: str, lines: list[str], capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["calendar", day]) == 0
        assert capsys.readouterr().out.splitlines() == lines

    def test_says_so_in_english(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["calendar", "2021-10-10", "--lang", "en"]) == 0
        assert capsys.readouterr().out.splitlines() == [
            "Sun 10 October 2021: weekend; it is not worked, and does not count in a limit of working days.",
            "A Saturday or Sunday that the year's notice does not make a working day.",
            "The next working day: Mon 11 October 2021.",
        ]

    def test_a_provisional_day_is_said_to_be_one(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["calendar", "2027-02-06", "--provisional"]) == 0
        assert "尚无放假通知" in capsys.readouterr().out

    @pytest.mark.parametrize("option", ["--table", "--out"])
    def test_no_file_is_written_of_one_day(
        self, option: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["calendar", "2021-10-10", option, "day.csv"]) == 2
        assert "请写年份" in capsys.readouterr().err
        assert not list(tmp_path.iterdir())

    @pytest.mark.parametrize("year", ["1000", "9999"])
    def test_a_year_outside_the_calendar_is_refused(
        self, year: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["calendar", year]) == 2
        assert "日历只覆盖" in capsys.readouterr().err

    def test_checks_a_notice(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        path = tmp_path / "notice.toml"
        path.write_text(
            '[[notice]]\nyear = 2027\nnumber = "x"\n[notice.holidays]\n"元旦" = [2027-01-01]\n'
            '[notice.make_up]\n"元旦" = [2027-01-04]\n',
            encoding="utf-8",
        )
        assert main(["calendar", "--check", str(path)]) == 2
        page = capsys.readouterr().out
        assert "错误  调休上班日不是周六或周日  2027-01-04" in page
        assert "提醒  没有春节" in page


def test_help_is_in_chinese_unless_asked_for_english(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    assert "用法：" in capsys.readouterr().out
    assert main(["--lang", "en", "--help"]) == 0
    assert "usage:" in capsys.readouterr().out


_METAVAR = re.compile(r"[A-Z][A-Z_]+")
_COMMANDS = (
    *((name,) for name in ("plan", "show", "search", "export", "schemas", "check", "verify", "compare")),
    *((name,) for name in ("deadline", "calendar", "evaluate")),
    *(("ledger", name) for name in ("init", "send", "import", "report", "status", "export", "verify")),
)


@pytest.mark.parametrize("command", _COMMANDS, ids=" ".join)
def test_no_placeholder_of_a_chinese_usage_is_english(
    command: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*command, "--help"]) == 0
    usage, *_ = capsys.readouterr().out.partition("\n\n")
    assert not _METAVAR.findall(usage)
    words = set(re.split(r"[\s\[\]]+", usage))
    assert not {"what", "where", "target", "files", "text", "folder", "year"} & words


def test_the_help_explains_every_reading(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", "--help"]) == 0
    page = "".join(capsys.readouterr().out.split())
    assert all(one.value + "".join(READING[one][0].split()) in page for one in Reading)


class TestTexts:
    def test_search_says_that_names_of_lead_units_are_searched(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["search", "财政"]) == 0
        first, *_ = capsys.readouterr().out.splitlines()
        assert "含牵头单位名称" in first

    def test_search_lists_commitments(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["search", "预付款"]) == 0
        assert "procurement-prepayment" in capsys.readouterr().out

    @pytest.mark.parametrize(
        ("words", "said"),
        [
            ("政务服务办", "县政务服务管理办公室"),
            ("县财局", "县财政局"),
            ("停不停表", "T10"),
            ("加强领导", "S1"),
        ],
    )
    def test_search_proposes_lead_units_titles_and_register_entries(
        self, words: str, said: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["search", words]) == 0
        first, *rest = capsys.readouterr().out.splitlines()
        assert "0项承诺" in first
        assert said in "".join(rest)

    def test_search_lists_the_unit_the_words_name(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["search", "财政局"]) == 0
        page = capsys.readouterr().out
        assert "牵头单位（用 show 查看）：\n  县财政局\n" in page

    def test_search_for_what_nothing_resembles_says_how_to_go_on(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["search", "xyzzy"]) == 0
        assert "没有相近的名称" in capsys.readouterr().out

    @pytest.mark.parametrize("ending", [".csv", ".xlsx", ".json", ".ics"])
    def test_export_writes_the_plan_in_the_format_of_the_name(self, ending: str, tmp_path: Path) -> None:
        assert main(["export", "--out", f"plan{ending}"]) == 0
        assert (tmp_path / f"plan{ending}").stat().st_size > 1000

    def test_export_in_an_unknown_format_is_refused(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["export", "--out", "plan.doc"]) == 2
        assert "看不出要什么格式" in capsys.readouterr().err

    def test_schemas_are_written_into_a_folder(self, tmp_path: Path) -> None:
        assert main(["schemas", "schemas"]) == 0
        assert list((tmp_path / "schemas").glob("*.json"))

    def test_check_finds_nothing_wrong_with_the_plan(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["check"]) == 0
        assert "0处问题" in capsys.readouterr().out

    def test_another_text_is_not_verified_but_compared(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (tmp_path / "text.txt").write_text("1．新的标题。新的内容。\n", encoding="utf-8")
        assert main(["verify", "text.txt"]) == 2
        assert "0/189句" in capsys.readouterr().out
        assert main(["compare", "text.txt", "--lang", "en"]) == 0
        assert "0 of 189 sentences verified" in capsys.readouterr().out

    def test_the_official_text_is_verified(self, capsys: pytest.CaptureFixture[str]) -> None:
        path = str(official_path())
        assert main(["verify", path]) == 0
        assert main(["check", path]) == 0
        assert "189/189句" in capsys.readouterr().out
