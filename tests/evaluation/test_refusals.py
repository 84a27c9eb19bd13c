"""Facts that cannot be are refused with their value, the rule, the place and what to do (事实的报错)."""

from __future__ import annotations

import math
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from tests.evaluation.small_plan import commitment_of
from tests.evaluation.told import refusal
from wushan_plan import CalendarDays, FactKind, Interval, Reading, Status, WorkingDays
from wushan_plan.errors import FactDateError
from wushan_plan.model.criteria import (
    Ceiling,
    Coverage,
    Direction,
    Event,
    MeanTimeLimit,
    Milestone,
    Promptness,
    Quantity,
    Recurring,
    Summary,
    TimeLimit,
    Trend,
)

FILED, DONE = Event("受理", "acceptance"), Event("办结", "completion")
COUNTED = commitment_of(Ceiling(Quantity("things", "事项", "things", "项"), 3))
PAID = commitment_of(Ceiling(Quantity("fee", "收费", "fee", "元", FactKind.AMOUNT), 3))
OBSERVED = commitment_of(Trend("增速", "growth", Direction.UP))
LIMITED = commitment_of(TimeLimit(WorkingDays(9), FILED, DONE, Reading.BY_COUNT))
REPEATED = commitment_of(Recurring("活动", "an event"))
BUILT = commitment_of(Milestone("某机制", "a mechanism"))
COVERED = commitment_of(Coverage("事项", "things"))
MEAN = commitment_of(MeanTimeLimit(WorkingDays(30), FILED, DONE))
PROMPT = commitment_of(Promptness(FILED, DONE))
HEADING = commitment_of(Summary())

START, END = date(2021, 9, 24), date(2021, 9, 30)
GIVE_A_DATE = "Give datetime.date(2021, 9, 24); read text with wushan_plan.files.read_date."
NO_DATE_ZH = "不是日期，请写成2021-09-24"
CHECK_THE_SOURCE = "Check the source of the figure."


def no_date(kind: str) -> str:
    return f"a date is needed, not {kind}."


class TestNames:
    """A fact nobody asked for is refused, and the names asked for are given."""

    def test_a_name_like_one_that_is_asked_for(self) -> None:
        assert refusal(LIMITED.evaluate, strat=START) == (
            "strat",
            "this commitment does not ask for such a fact.",
            "evaluate(strat=…)",
            "Did you mean 'start'?",
            "",
        )

    @pytest.mark.parametrize(("name", "meant"), [("begin", "start"), ("finished", "end")])
    def test_another_word_for_one_that_is_asked_for(self, name: str, meant: str) -> None:
        _, _, where, remedy, _ = refusal(LIMITED.evaluate, **{name: START})
        assert (where, remedy) == (f"evaluate({name}=…)", f"Did you mean '{meant}'?")

    def test_what_is_not_known_does_not_hide_what_follows(self) -> None:
        verdict = LIMITED.evaluate(end=None, start=START, as_of=START)
        assert verdict.facts == (("start", START),)


class TestDates:
    """What is no date is refused where it stands."""

    def test_of_a_case(self) -> None:
        refused = refusal(LIMITED.evaluate, start="2021-09-24")
        assert refused == ("2021-09-24", no_date("str"), "start (受理日期)", GIVE_A_DATE, NO_DATE_ZH)

    def test_are_refused_as_facts_and_as_dates_at_once(self) -> None:
        with pytest.raises(FactDateError):
            LIMITED.evaluate(start=1)

    def test_of_a_list(self) -> None:
        found = refusal(REPEATED.evaluate, events=[START, 5])
        assert found == (5, no_date("int"), "events (活动的日期)", GIVE_A_DATE, NO_DATE_ZH)

    @pytest.mark.parametrize(("value", "kind"), [(START, "date"), ("2021", "str"), (b"x", "bytes")])
    def test_of_a_list_that_is_none(self, value: object, kind: str) -> None:
        assert refusal(REPEATED.evaluate, events=value) == (
            value,
            f"several values are needed, not one {kind}.",
            "events (活动的日期)",
            "Give a list.",
            "活动的日期：须列出多个值",
        )

    def test_of_a_list_are_kept_in_order(self) -> None:
        assert REPEATED.evaluate(events=[END, START]).facts == (("events", (START, END)),)

    def test_of_a_period(self) -> None:
        found = refusal(MEAN.evaluate, period=(START, "x"))
        assert found == ("x", no_date("str"), "period (统计期间)", GIVE_A_DATE, NO_DATE_ZH)


class TestNumbers:
    """A count is whole, an amount not negative, every number finite; a part of one is no guess."""

    @pytest.mark.parametrize("value", [True, 1.0, Decimal(2), "3"])
    def test_a_count_is_whole(self, value: object) -> None:
        found = refusal(COUNTED.evaluate, things=value)
        assert found == (
            value,
            "a count is a whole number.",
            "things (事项)",
            "Give an int.",
            "事项：须是整数",
        )

    def test_a_count_is_never_negative(self) -> None:
        found = refusal(COUNTED.evaluate, things=-1)
        assert found == (
            -1,
            "a count is never negative.",
            "things (事项)",
            CHECK_THE_SOURCE,
            "事项：不能是负数，请核对",
        )

    @pytest.mark.parametrize("value", [math.inf, -math.inf, Decimal("Infinity"), Decimal("-Infinity")])
    def test_a_number_is_finite(self, value: object) -> None:
        for call, name, zh in ((PAID.evaluate, "fee", "收费"), (OBSERVED.evaluate, "after", "本期增速")):
            assert refusal(call, **{name: value}) == (
                value,
                "a number is finite.",
                f"{name} ({zh})",
                "Give None for a number that is not known.",
                f"{zh}：不是有限的数；不掌握的请留空",
            )

    @pytest.mark.parametrize("value", ["5", True, 1j])
    def test_a_number_is_a_number(self, value: object) -> None:
        assert refusal(OBSERVED.evaluate, before=value) == (
            value,
            "a number is needed.",
            "before (上期增速)",
            "Give an int, Decimal, Fraction or float.",
            "上期增速：须是数字",
        )

    @pytest.mark.parametrize("value", [-1, -0.5, Decimal("-0.01"), Fraction(-1, 3)])
    def test_an_amount_is_never_negative(self, value: object) -> None:
        found = refusal(PAID.evaluate, fee=value)
        assert found == (
            value,
            "an amount is never negative.",
            "fee (收费)",
            CHECK_THE_SOURCE,
            "收费：不能是负数，请核对",
        )

    @pytest.mark.parametrize(
        ("value", "exact"),
        [
            (0, Fraction(0)),
            (3, Fraction(3)),
            (0.1, Fraction(1, 10)),
            (Decimal("0.25"), Fraction(1, 4)),
            (Fraction(1, 3), Fraction(1, 3)),
        ],
    )
    def test_are_kept_exactly(self, value: object, exact: Fraction) -> None:
        (kept,) = PAID.evaluate(fee=value).facts
        assert kept == ("fee", exact)
        assert type(kept[1]) is Fraction

    def test_a_count_of_none_is_a_count(self) -> None:
        assert COUNTED.evaluate(things=0).measured == 0


class TestTruthsAndWords:
    """A yes or a no is nothing like one, and words are words."""

    @pytest.mark.parametrize("value", [1, 0, "是"])
    def test_a_truth(self, value: object) -> None:
        assert refusal(BUILT.evaluate, done=value) == (
            value,
            "a yes or a no is needed.",
            "done (是否完成：某机制)",
            "Give True, False, or None if unknown.",
            "是否完成：某机制：只能是“是”或“否”",
        )

    def test_words(self) -> None:
        found = refusal(BUILT.evaluate, evidence=1)
        assert found == (1, "text is needed.", "evidence (佐证材料)", "Give a str.", "佐证材料：须是文字")

    def test_words_are_kept_without_the_space_around_them(self) -> None:
        assert BUILT.evaluate(done=True, evidence=" 文件 ").facts == (("done", True), ("evidence", "文件"))

    def test_no_words_are_not_known(self) -> None:
        assert BUILT.evaluate(done=True, evidence="  ").facts == (("done", True),)


class TestItems:
    """Items are names, each once, or how many there are."""

    WHERE = "universe (全部事项)"

    @pytest.mark.parametrize("item", [3, None, "", "  "])
    def test_are_named_by_text(self, item: object) -> None:
        assert refusal(COVERED.evaluate, universe=["甲", item]) == (
            item,
            "an item is named by text.",
            self.WHERE,
            "Give the names, or how many there are.",
            "全部事项：须列出各项的名称，或写有几项",
        )

    def test_are_listed_once(self) -> None:
        found = refusal(COVERED.evaluate, universe=["甲", " 甲"])
        assert found == (
            ("甲", " 甲"),
            "an item is listed twice.",
            self.WHERE,
            "List each item once.",
            "全部事项：有一项列了两次",
        )

    def test_are_no_single_word(self) -> None:
        assert refusal(COVERED.evaluate, universe="甲") == (
            "甲",
            "several values are needed, not one str.",
            self.WHERE,
            "Give a list.",
            "全部事项：须列出多个值",
        )

    def test_are_counted_by_a_whole_number(self) -> None:
        found = refusal(COVERED.evaluate, universe=-1)
        assert found == (
            -1,
            "a count is never negative.",
            self.WHERE,
            CHECK_THE_SOURCE,
            "全部事项：不能是负数，请核对",
        )
        found = refusal(COVERED.evaluate, universe=True)
        assert found == (True, "a count is a whole number.", self.WHERE, "Give an int.", "全部事项：须是整数")

    def test_are_kept_as_names_or_as_a_number(self) -> None:
        verdict = COVERED.evaluate(universe=2, covered=[" 甲"])
        assert verdict.facts == (("universe", Fraction(2)), ("covered", frozenset({"甲"})))


class TestCases:
    """A case is a pair of days in order, and is named by its row."""

    @pytest.mark.parametrize("case", [(START,), (START, END, END), START, ()])
    def test_is_a_pair(self, case: object) -> None:
        assert refusal(MEAN.evaluate, cases=[(START, END), case]) == (
            case,
            "a case is a pair of dates.",
            "cases, case 2",
            "Give (start, end), with None as the end of an open case.",
            "第2件：须有起止两个日期",
        )

    def test_has_two_days_in_order(self) -> None:
        assert refusal(MEAN.evaluate, cases=[(END, START)]) == (
            ("2021-09-30", "2021-09-24"),
            "a case cannot end before it starts.",
            "cases, case 1",
            "Check the two dates.",
            "第1件：办结早于起算，请核对两个日期",
        )

    def test_has_days_that_are_dates(self) -> None:
        for case in (("x", END), (START, "x")):
            found = refusal(MEAN.evaluate, cases=[(START, END), case])
            assert found == ("x", no_date("str"), "cases, case 2", GIVE_A_DATE, NO_DATE_ZH)

    def test_may_end_on_its_first_day_or_not_yet(self) -> None:
        cases = ((START, START), (START, None))
        assert MEAN.evaluate(cases=list(cases)).facts == (("cases", cases),)

    def test_are_several(self) -> None:
        found = refusal(MEAN.evaluate, cases=3)
        assert found[:2] == (3, "several values are needed, not one int.")
        assert found[2].startswith("cases (")


class TestPeriods:
    """A period has a first and a last day, in order, both in it."""

    @pytest.mark.parametrize("period", [(START,), (START, END, END), []])
    def test_has_two_days(self, period: object) -> None:
        assert refusal(MEAN.evaluate, period=period) == (
            period,
            "a period has a first and a last day.",
            "period (统计期间)",
            "Give (first, last).",
            "统计期间：期间须有首日和末日",
        )

    def test_has_them_in_order(self) -> None:
        assert refusal(MEAN.evaluate, period=(END, START)) == (
            (END, START),
            "a period cannot end before it begins.",
            "period (统计期间)",
            "Swap the two days.",
            "统计期间：末日早于首日，请对调",
        )

    def test_is_no_single_day(self) -> None:
        assert refusal(MEAN.evaluate, period=START) == (
            START,
            "several values are needed, not one date.",
            "period (统计期间)",
            "Give a list.",
            "统计期间：须列出多个值",
        )

    def test_may_be_one_day_long(self) -> None:
        for period in (Interval(START, START), (START, START)):
            assert MEAN.evaluate(period=period).facts == (("period", Interval(START, START)),)


class TestBenchmarksAndVerdicts:
    """A benchmark is a typed number of days, and a heading takes verdicts."""

    @pytest.mark.parametrize("value", [3, WorkingDays(-1), CalendarDays(-1)])
    def test_a_benchmark(self, value: object) -> None:
        assert refusal(PROMPT.evaluate, benchmark=value) == (
            value,
            "a benchmark is a number of working days or of calendar days, 0 or more.",
            "benchmark (外部时限)",
            "Give WorkingDays(n) or CalendarDays(n).",
            "外部时限：须是工作日数或日历日数，不小于0",
        )

    @pytest.mark.parametrize("benchmark", [WorkingDays(0), CalendarDays(0)])
    def test_a_benchmark_of_no_days_is_the_same_day(self, benchmark: object) -> None:
        assert PROMPT.evaluate(start=START, end=START, benchmark=benchmark).status is Status.MET

    def test_verdicts(self) -> None:
        assert refusal(HEADING.evaluate, verdicts=[COUNTED.evaluate(), Status.MET]) == (
            Status.MET,
            "verdicts are needed.",
            "verdicts (本条各承诺事项的判定)",
            "Give what evaluate(…) returned.",
            "本条各承诺事项的判定：须是判定结果",
        )
        assert refusal(HEADING.evaluate, verdicts=COUNTED.evaluate())[1] == (
            "several values are needed, not one Verdict."
        )
