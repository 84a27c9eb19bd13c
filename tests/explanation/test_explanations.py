"""What a verdict and a deadline say (文字说明)."""

from __future__ import annotations

from datetime import date
from typing import Literal

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.evaluation.facts_for import facts_for, judge
from tests.evaluation.strategies import facts_about, names_of_commitments
from wushan_plan import CHINA, PLAN, Interval, Reading, WorkingDays
from wushan_plan.errors import DefinitionError
from wushan_plan.explanation.words import STATUS
from wushan_plan.model.readings import CLOCK_RUNS_ON
from wushan_plan.model.verdict import Deadline

WATER = PLAN.targets["water-connection"]
START, END, AS_OF = date(2021, 9, 24), date(2021, 10, 14), date(2021, 12, 31)
LATE = WATER.evaluate(start=START, end=END, as_of=AS_OF)
ZH, EN = LATE.explain("zh"), LATE.explain("en")
LANGUAGES: tuple[Literal["zh", "en"], ...] = ("zh", "en")


class TestWaterOverTheNationalDayHoliday:
    """Applied for on 24 September, supplied on 14 October 2021: why that is not met."""

    @pytest.mark.parametrize(
        "part",
        [
            "【未达标】water-connection",
            "措施6第1句（m06.1）",
            "约束力：目标",
            "“不超过9个工作日”",
            "鼎诚水务有限责任公司",
            "民法典第201条",
            "2021年9月24日（周五）：工作日，起算日，不计",
            "2021年9月25日（周六）：周末，跳过",
            "2021年9月26日（周日）：调休上班（国庆节），计入，第1日",
            "2021年10月1日（周五）—2021年10月7日（周四）：国庆节放假，跳过",
            "2021年10月9日（周六）：调休上班（国庆节），计入，第7日",
            "第8—9日  ← 截止日",
            "第10—11日  ← 通水",
            "截止日：2021年10月12日（周二）",
            "用时11个工作日，超过上限9个工作日",
            "逾期：2个工作日",
            "口径：按计数",
            "若按日期（不晚于截止日），结论相同",
        ],
    )
    def test_says_in_chinese(self, part: str) -> None:
        assert part in ZH

    @pytest.mark.parametrize(
        "part",
        [
            "[NOT MET] water-connection",
            "measure 6, sentence 1 (m06.1)",
            "modality: target",
            "不超过9个工作日",
            "Dingcheng Water Co., Ltd.",
            "Civil Code, art. 201",
            "Fri 24 September 2021: working day; start, not counted",
            "Sat 25 September 2021: weekend; skipped",
            "Sun 26 September 2021: make-up working day (National Day); counted, day 1",
            "Fri 1 October 2021 – Thu 7 October 2021: National Day holiday; skipped",
            "Sat 9 October 2021: make-up working day (National Day); counted, day 7",
            "day 8–9  ← deadline",
            "day 10–11  ← first supply of water",
            "Deadline: Tue 12 October 2021",
            "11 working days elapsed, over the limit of 9 working days",
            "Overdue: 2 working days",
            "Reading: by count",
            "by date (not after the deadline): the same",
        ],
    )
    def test_says_in_english(self, part: str) -> None:
        assert part in EN

    def test_speaks_chinese_unless_asked_otherwise(self) -> None:
        assert LATE.explain() == ZH == str(LATE)

    @pytest.mark.parametrize("lang", ["de", "", None, "ZH"])
    def test_speaks_no_third_language(self, lang: str) -> None:
        with pytest.raises(ValueError, match="'zh' or 'en'"):
            LATE.explain(lang)  # type: ignore[arg-type]


class TestReading:
    """A verdict that another reading would change says so."""

    saturday = WATER.evaluate(start=date(2021, 11, 1), end=date(2021, 11, 13))

    def test_says_what_the_other_reading_would_answer(self) -> None:
        assert self.saturday.depends_on_reading
        assert "若按日期（不晚于截止日），结论改为：未达标" in self.saturday.explain()
        assert "by date (not after the deadline): NOT MET" in self.saturday.explain("en")

    def test_names_the_reading_it_was_asked_for(self) -> None:
        by_date = WATER.evaluate(start=START, end=END, reading=Reading.BY_DATE)
        assert "口径：按日期" in by_date.explain()
        assert "晚于截止日2021年10月12日（周二）" in by_date.explain()


class TestFacts:
    """Facts are said as they were given, in the words of the office."""

    def test_evidence_is_quoted_and_never_calculated_with(self) -> None:
        verdict = PLAN.commitment("m08.1").evaluate(done=True, evidence="12/31", as_of=START)
        assert "佐证材料：12/31；" in verdict.explain()

    def test_items_are_counted_once_with_one_unit(self) -> None:
        verdict = PLAN.commitment("m08.6").evaluate(done=["规划许可", "施工许可"], as_of=START)
        assert "：2项；" in verdict.explain()

    def test_a_count_has_its_unit(self) -> None:
        assert "：70项；" in PLAN.targets["cross-province-services"].evaluate(items=70, as_of=START).explain()

    def test_a_period_is_said_from_first_to_last_day(self) -> None:
        verdict = PLAN.targets["power-10kv"].evaluate(
            cases=[(START, END)], period=Interval(START, END), as_of=AS_OF
        )
        assert "2021年9月24日（周五）至2021年10月14日（周四）" in verdict.explain()
        assert "Fri 24 September 2021 to Thu 14 October 2021" in verdict.explain("en")

    def test_a_truth_is_yes_or_no(self) -> None:
        verdict = PLAN.targets["external-works-cost"].evaluate(in_planned_land=True, cost=0)
        assert "是否在城镇规划建设用地范围内：是；" in verdict.explain()
        assert "inside planned urban construction land: yes;" in verdict.explain("en")

    def test_a_benchmark_is_said_with_its_kind_of_days(self) -> None:
        verdict = PLAN.commitment("m45.9").evaluate(start=START, end=END, benchmark=WorkingDays(3))
        assert "3个工作日" in verdict.explain()

    def test_an_excuse_is_quoted_with_the_words_that_allow_it(self) -> None:
        verdict = PLAN.targets["procurement-acceptance"].evaluate(start=START, end=END, excuse="专家回避")
        assert "“原则上”允许有理由的偏离；记录的理由：专家回避" in verdict.explain()

    def test_a_breach_is_called_one(self) -> None:
        verdict = PLAN.targets["procurement-acceptance"].evaluate(start=START, end=END)
        assert verdict.explain().startswith("【未达标】procurement-acceptance（违反义务）")
        assert "(breach of duty)" in verdict.explain("en")


class TestDeadline:
    """A deadline says its rule and counts its days."""

    def test_marks_the_last_day(self) -> None:
        text = WATER.deadline(START).explain()
        assert text.startswith("截止日：2021年10月12日（周二）")
        assert "第8—9日  ← 截止日" in text

    def test_says_where_it_rolled_from_and_by_which_article(self) -> None:
        text = PLAN.targets["procurement-contract"].deadline(date(2021, 9, 12)).explain()
        assert "民法典第203条" in text
        assert "期间末日2021年10月2日（周六）不是工作日，顺延至2021年10月8日（周五）" in text

    def test_says_which_days_the_clock_stood_still(self) -> None:
        stopped = [(date(2021, 10, 8), date(2021, 10, 9))]
        text = WATER.deadline(START, suspended=stopped).explain("en")
        assert "Fri 8 October 2021: working day; suspended, not counted" in text

    def test_says_that_the_caller_stopped_the_clock_and_the_day_without_that(self) -> None:
        stopped = [(date(2021, 9, 28), date(2021, 9, 28))]
        lines = WATER.deadline(START, suspended=stopped).explain().splitlines()
        assert lines[:2] == [
            "截止日：2021年10月13日（周三）",
            "按您给出的中止期间计算；方案没有规定停表（口径T10，推断），不中止则为2021年10月12日（周二）。",
        ]

    def test_says_so_in_english(self) -> None:
        stopped = [(date(2021, 9, 28), date(2021, 9, 28))]
        lines = WATER.deadline(START, suspended=stopped).explain("en").splitlines()
        assert lines[1] == (
            "Counted with the suspensions you gave; the plan does not provide for the clock to stop "
            "(register T10, inference); without them: Tue 12 October 2021."
        )

    @pytest.mark.parametrize(
        ("lang", "said"),
        [
            ("zh", "按您给出的中止期间计算；不中止则为2021年10月12日（周二）。"),
            ("en", "Counted with the suspensions you gave; without them: Tue 12 October 2021."),
        ],
    )
    def test_says_nothing_of_what_a_plan_provides_whose_register_does_not(
        self, lang: Literal["zh", "en"], said: str
    ) -> None:
        silent = tuple(one for one in PLAN.readings if one.default != CLOCK_RUNS_ON)
        water = attrs.evolve(PLAN, readings=silent).targets["water-connection"]
        stopped = [(date(2021, 9, 28), date(2021, 9, 28))]
        assert water.deadline(START, suspended=stopped).explain(lang).splitlines()[1] == said

    def test_without_suspensions_says_nothing_of_them(self) -> None:
        assert "中止" not in WATER.deadline(START).explain()

    def test_says_of_a_fixed_date_that_it_does_not_roll(self) -> None:
        text = PLAN.targets["sichuan-chongqing-services"].deadline().explain()
        assert "2021年10月31日（周日）" in text
        assert "遇休息日不顺延" in text

    def test_leaves_out_the_middle_of_a_very_long_account(self) -> None:
        stopped = [(date(2021, 9, 27), date(2022, 12, 30))]
        text = WATER.deadline(START, suspended=stopped).explain("en")
        assert "runs left out" in text
        assert len(text.splitlines()) < 50

    def test_of_no_plan_has_no_words(self) -> None:
        with pytest.raises(DefinitionError, match="voice"):
            Deadline(END, WATER).explain()


def test_a_verdict_says_that_the_caller_stopped_the_clock_and_the_day_without_that() -> None:
    stopped = [(date(2021, 9, 28), date(2021, 9, 28))]
    lines = WATER.evaluate(start=START, end=END, as_of=AS_OF, suspended=stopped).explain().splitlines()
    place = lines.index("截止日：2021年10月13日（周三）")
    assert lines[place + 1] == (
        "按您给出的中止期间计算；方案没有规定停表（口径T10，推断），不中止则为2021年10月12日（周二）。"
    )


class TestEveryVerdict:
    """Every verdict of every commitment explains itself in both languages."""

    @pytest.mark.parametrize("lang", LANGUAGES)
    def test_of_every_possible_status(self, lang: Literal["zh", "en"]) -> None:
        for one in PLAN.commitments:
            for status in one.possible_statuses:
                text = judge(one, facts_for(one, status)).explain(lang)
                assert one.id in text
                word = STATUS[status][0] if lang == "zh" else STATUS[status][1].upper()
                assert word in text.splitlines()[0]

    @given(st.data(), names_of_commitments(), st.sampled_from(LANGUAGES))
    def test_on_any_facts(self, data: st.DataObject, name: str, lang: Literal["zh", "en"]) -> None:
        commitment = PLAN.commitment(name)
        verdict = judge(commitment, data.draw(facts_about(commitment)))
        text = verdict.explain(lang)
        summary = commitment.summary if lang == "zh" else commitment.summary_en
        assert commitment.number in text
        assert summary in text
        assert commitment.phrase in text

    @given(st.data(), names_of_commitments())
    def test_without_showing_how_it_is_programmed(self, data: st.DataObject, name: str) -> None:
        commitment = PLAN.commitment(name)
        verdict = judge(commitment, data.draw(facts_about(commitment)))
        for lang in LANGUAGES:
            text = verdict.explain(lang)
            assert not any(
                sign in text for sign in ("Fraction(", "datetime.", "Interval(", "Status.", ": None")
            )

    @given(
        st.sampled_from(
            [name for name, one in PLAN.targets.items() if one.readings[:1] == (Reading.BY_COUNT,)]
        ),
        st.dates(date(2004, 1, 1), CHINA.coverage[1]),
        st.sampled_from(LANGUAGES),
    )
    def test_near_both_ends_of_the_calendar(self, name: str, start: date, lang: Literal["zh", "en"]) -> None:
        commitment = PLAN.commitment(name)
        if start >= CHINA.coverage[0]:
            verdict = commitment.evaluate(start=start, end=start)
            assert commitment.id in verdict.explain(lang)
            assert commitment.id in verdict.display().html
