"""What the answers about numbers rest on, value by value (数量判定的依据)."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from tests.evaluation.small_plan import PERIOD, commitment_of
from tests.evaluation.told import AS_OF, fact, lacking, refusal
from wushan_plan import Fact, FactKind, Reading, Status, Verdict
from wushan_plan.errors import FactError
from wushan_plan.model.criteria import (
    AllOf,
    Ceiling,
    Checklist,
    Coverage,
    Criterion,
    Direction,
    ExactCount,
    Floor,
    FullRate,
    Item,
    Quantity,
    RatioFloor,
    Trend,
)
from wushan_plan.model.verdict import Outlook, Reason, ReasonCode

BY, DAY_AFTER = date(2021, 10, 31), date(2021, 11, 1)
THINGS = Quantity("things", "事项", "things", "项")
REDONE = Quantity("rechecks", "复查", "re-checks", "次")
PART = Quantity("part", "部分", "part", "元", FactKind.AMOUNT)
WHOLE = Quantity("whole", "总额", "whole", "元", FactKind.AMOUNT)


def told(verdict: Verdict) -> tuple[Status, tuple[Reason, ...], object, Outlook | None, tuple[Fact, ...]]:
    return (verdict.status, verdict.reasons, verdict.measured, verdict.outlook, verdict.missing)


class TestCeiling:
    """At most so much: the value beside the most there may be."""

    CEILING = commitment_of(Ceiling(THINGS, 3))

    @pytest.mark.parametrize(("value", "status"), [(3, Status.MET), (4, Status.NOT_MET)])
    def test_tells_the_value_and_the_most(self, value: int, status: Status) -> None:
        reason = Reason.of(ReasonCode.AT_MOST, quantity=THINGS, value=Fraction(value), most=Fraction(3))
        assert told(self.CEILING.evaluate(things=value)) == (status, (reason,), value, None, ())

    def test_of_what_is_told_in_words_is_not_known(self) -> None:
        told_in_words = commitment_of(Ceiling(Quantity("things", "事项", "things", "项", FactKind.TEXT), 3))
        assert told_in_words.evaluate(things="2").missing == told_in_words.facts

    def test_names_the_missing_value(self) -> None:
        things = fact(self.CEILING, "things")
        assert told(self.CEILING.evaluate()) == (Status.UNKNOWN, (lacking(things),), None, None, (things,))


def at_least(value: int, by: date | None) -> Reason:
    return Reason.of(ReasonCode.AT_LEAST, quantity=THINGS, value=Fraction(value), least=Fraction(3), by=by)


class TestFloor:
    """At least so much by a day: the value, the least, the day, and what is lacking."""

    FLOOR = commitment_of(Floor(THINGS, 3, by=BY))
    DATELESS = commitment_of(Floor(THINGS, 3))
    ELLIPSIS = commitment_of(Floor(THINGS, 3, by=BY, by_is_ellipsis=True))
    REACHED_ON = fact(FLOOR, "reached_on")

    def test_reached_in_time(self) -> None:
        for facts in ({"as_of": BY}, {"reached_on": BY}, {"reached_on": BY, "as_of": DAY_AFTER}):
            found = told(self.FLOOR.evaluate(things=3, **facts))  # type: ignore[arg-type]
            assert found == (Status.MET, (at_least(3, BY),), 3, None, ())

    def test_reached_late(self) -> None:
        late = Reason.of(ReasonCode.REACHED_LATE, reached_on=DAY_AFTER, by=BY)
        found = told(self.FLOOR.evaluate(things=4, reached_on=DAY_AFTER, as_of=DAY_AFTER))
        assert found == (Status.NOT_MET, (at_least(4, BY), late), 4, None, ())

    def test_reached_on_an_unknown_day(self) -> None:
        found = told(self.FLOOR.evaluate(things=3, as_of=DAY_AFTER))
        reasons = (at_least(3, BY), lacking(self.REACHED_ON))
        assert found == (Status.UNKNOWN, reasons, None, None, (self.REACHED_ON,))

    @pytest.mark.parametrize("value", [2, 3])
    def test_with_no_day_at_all(self, value: int) -> None:
        found = told(self.FLOOR.evaluate(things=value))
        assert found == (Status.UNKNOWN, (at_least(value, BY), lacking(AS_OF)), None, None, (AS_OF,))

    def test_not_reached_yet(self) -> None:
        found = told(self.FLOOR.evaluate(things=1, as_of=BY))
        outlook = Outlook(reachable=True, needed=Fraction(2))
        assert found == (Status.PENDING, (at_least(1, BY),), 1, outlook, ())

    def test_not_reached_when_it_was_due(self) -> None:
        found = told(self.FLOOR.evaluate(things=1, as_of=DAY_AFTER))
        assert found == (Status.NOT_MET, (at_least(1, BY),), 1, None, ())

    def test_without_a_date(self) -> None:
        assert told(self.DATELESS.evaluate(things=3)) == (Status.MET, (at_least(3, None),), 3, None, ())
        outlook = Outlook(reachable=True, needed=Fraction(1))
        assert told(self.DATELESS.evaluate(things=2)) == (
            Status.NOT_MET,
            (at_least(2, None),),
            2,
            outlook,
            (),
        )

    def test_read_without_its_date(self) -> None:
        outlook = Outlook(reachable=True, needed=Fraction(1))
        apart = Reading.DATE_ONLY_FIRST
        found = told(self.ELLIPSIS.evaluate(things=2, as_of=DAY_AFTER, reading=apart))
        assert found == (Status.PENDING, (at_least(2, None),), 2, outlook, ())
        found = told(self.ELLIPSIS.evaluate(things=3, as_of=DAY_AFTER, reading=apart))
        assert found == (Status.MET, (at_least(3, None),), 3, None, ())

    def test_names_the_missing_value(self) -> None:
        things = fact(self.FLOOR, "things")
        found = told(self.FLOOR.evaluate(as_of=BY))
        assert found == (Status.UNKNOWN, (lacking(things),), None, None, (things,))

    @pytest.mark.parametrize(
        ("value", "reached_on", "as_of"),
        [(2, BY, DAY_AFTER), (2, BY, None), (3, DAY_AFTER, BY)],
    )
    def test_a_day_of_reaching_that_the_figures_belie_is_refused(
        self, value: int, reached_on: date, as_of: date | None
    ) -> None:
        assert refusal(self.FLOOR.evaluate, things=value, reached_on=reached_on, as_of=as_of) == (
            str(reached_on),
            "the figures given say that it is not reached yet, or not by the day of judgement.",
            "reached_on (达到日期)",
            "Give the figures as they stood on as_of, and no day of reaching before it is reached.",
            "达到日期：所填数字表明当时尚未达到，请核对数字和日期",
        )

    @pytest.mark.parametrize(("value", "reached_on"), [(2, BY), (3, DAY_AFTER)])
    @pytest.mark.parametrize("reading", Reading.DATE_GOVERNS.group)
    def test_a_day_of_reaching_that_the_figures_belie_is_refused_under_every_reading(
        self, value: int, reached_on: date, reading: Reading
    ) -> None:
        facts = {"things": value, "reached_on": reached_on, "as_of": BY, "reading": reading}
        assert refusal(self.ELLIPSIS.evaluate, **facts)[2] == "reached_on (达到日期)"

    def test_a_day_of_reaching_that_is_the_day_of_judgement_is_not(self) -> None:
        assert self.FLOOR.evaluate(things=3, reached_on=BY, as_of=BY).status is Status.MET


class TestDaysOfReachingInOneCriterion:
    """A day of reaching belongs to the part that is due by a day, and to no other."""

    @pytest.mark.parametrize(
        ("other", "facts"),
        [
            (Floor(Quantity("others", "其他", "others", "项"), 9), {"others": 1}),
            (Coverage("其他", "others"), {"universe": 2, "covered": 1}),
            (Checklist((Item("甲", "a"),), closed=True), {"done": []}),
        ],
    )
    def test_another_part_may_fall_short(self, other: Criterion, facts: dict[str, object]) -> None:
        both = commitment_of(AllOf((Floor(THINGS, 3, by=BY), other)))
        as_of = date(2022, 1, 1)
        verdict = both.evaluate(things=3, reached_on=BY, as_of=as_of, **facts)  # type: ignore[arg-type]
        assert verdict.status is Status.NOT_MET


class TestExactCount:
    """Exactly so many: what was counted beside the number, and what is still unknown."""

    COMPLETE = Fact("complete", "是否完成", "complete", FactKind.TRUTH)
    EXACT = commitment_of(ExactCount(THINGS, 2, complete=COMPLETE, rechecks=REDONE))
    BARE = commitment_of(ExactCount(THINGS, 2))

    @staticmethod
    def exactly(value: int) -> Reason:
        return Reason.of(ReasonCode.EXACTLY, quantity=THINGS, value=Fraction(value), exactly=2)

    @pytest.mark.parametrize(
        ("value", "complete", "status"),
        [
            (2, True, Status.MET),
            (1, True, Status.NOT_MET),
            (3, True, Status.NOT_MET),
            (3, None, Status.NOT_MET),
            (2, False, Status.PENDING),
        ],
    )
    def test_tells_what_was_counted(self, value: int, complete: bool | None, status: Status) -> None:
        found = told(self.EXACT.evaluate(things=value, complete=complete))
        assert found == (status, (self.exactly(value),), value, None, ())

    def test_not_known_to_be_complete(self) -> None:
        found = told(self.EXACT.evaluate(things=2))
        reasons = (self.exactly(2), lacking(self.COMPLETE))
        assert found == (Status.UNKNOWN, reasons, None, None, (self.COMPLETE,))

    def test_without_rechecks(self) -> None:
        apart = Reading.RECHECKS_APART
        found = told(self.EXACT.evaluate(things=3, rechecks=3, complete=True, reading=apart))
        assert found == (Status.NOT_MET, (self.exactly(0),), 0, None, ())
        rechecks = fact(self.EXACT, "rechecks")
        found = told(self.EXACT.evaluate(things=3, complete=True, reading=apart))
        assert found == (Status.UNKNOWN, (lacking(rechecks),), None, None, (rechecks,))

    def test_more_rechecks_than_things_are_refused(self) -> None:
        assert refusal(self.EXACT.evaluate, things=1, rechecks=2) == (
            2,
            "there cannot be more of them than of all things.",
            "rechecks (复查)",
            "Give the re-checks as a part of the total.",
            "复查：不能多于事项的总数",
        )

    def test_without_a_sign_of_completion(self) -> None:
        assert told(self.BARE.evaluate(things=1)) == (Status.NOT_MET, (self.exactly(1),), 1, None, ())

    def test_names_the_missing_value(self) -> None:
        things = fact(self.BARE, "things")
        assert told(self.BARE.evaluate()) == (Status.UNKNOWN, (lacking(things),), None, None, (things,))


class TestRatioFloor:
    """A ratio beside the floor that holds for it."""

    SPECIAL = Fact("small", "是否小微企业", "a small enterprise", FactKind.TRUTH)
    PLAIN = commitment_of(RatioFloor(PART, WHOLE, Fraction(3, 10)))
    HIGHER = commitment_of(RatioFloor(PART, WHOLE, Fraction(3, 10), SPECIAL, Fraction(1, 2)))

    @pytest.mark.parametrize(("part", "status"), [(3, Status.MET), (2, Status.NOT_MET)])
    def test_tells_ratio_and_floor(self, part: int, status: Status) -> None:
        reason = Reason.of(ReasonCode.RATIO, ratio=Fraction(part, 10), least=Fraction(3, 10))
        found = told(self.PLAIN.evaluate(part=part, whole=10))
        assert found == (status, (reason,), Fraction(part, 10), None, ())

    @pytest.mark.parametrize(
        ("part", "small", "least"),
        [
            (5, True, Fraction(1, 2)),
            (4, True, Fraction(1, 2)),
            (4, False, Fraction(3, 10)),
            (5, None, Fraction(3, 10)),
            (2, None, Fraction(3, 10)),
        ],
    )
    def test_tells_the_floor_that_holds(self, part: int, small: bool | None, least: Fraction) -> None:
        verdict = self.HIGHER.evaluate(part=part, whole=10, small=small)
        assert verdict.reasons == (Reason.of(ReasonCode.RATIO, ratio=Fraction(part, 10), least=least),)
        assert verdict.status is (Status.MET if part >= 10 * least else Status.NOT_MET)

    def test_without_a_special_floor_the_general_one_holds_for_all(self) -> None:
        commitment = commitment_of(RatioFloor(PART, WHOLE, Fraction(3, 10), self.SPECIAL))
        assert commitment.evaluate(part=4, whole=10, small=True).status is Status.MET
        assert commitment.evaluate(part=4, whole=10).status is Status.MET

    @pytest.mark.parametrize("part", [3, 4])
    def test_between_the_floors_names_what_tells_them_apart(self, part: int) -> None:
        found = told(self.HIGHER.evaluate(part=part, whole=10))
        assert found == (Status.UNKNOWN, (lacking(self.SPECIAL),), None, None, (self.SPECIAL,))

    def test_names_what_is_missing_in_order(self) -> None:
        both = (fact(self.PLAIN, "part"), fact(self.PLAIN, "whole"))
        assert told(self.PLAIN.evaluate()) == (Status.UNKNOWN, (lacking(*both),), None, None, both)
        assert self.PLAIN.evaluate(part=1).missing == both[1:]
        assert self.PLAIN.evaluate(whole=1).missing == both[:1]

    def test_of_nothing_names_the_whole(self) -> None:
        whole = fact(self.PLAIN, "whole")
        found = told(self.PLAIN.evaluate(part=0, whole=0))
        reasons = (Reason.of(ReasonCode.ZERO_DENOMINATOR), lacking(whole))
        assert found == (Status.UNKNOWN, reasons, None, None, (whole,))

    def test_of_a_whole_of_one_is_a_ratio(self) -> None:
        assert self.PLAIN.evaluate(part=1, whole=1).measured == 1

    def test_above_one_is_refused(self) -> None:
        assert refusal(self.PLAIN.evaluate, part=5, whole=4) == (
            "5",
            "a part cannot be larger than the whole (总额: 4).",
            "part (部分)",
            "Check the two figures against each other.",
            "部分：不能大于总额（4），请核对这两个数",
        )


class TestFullRate:
    """One hundred per cent: what was done, what there was, and what is left."""

    RATE = commitment_of(FullRate(PART, WHOLE))

    @staticmethod
    def rate(done: int, total: int) -> Reason:
        return Reason.of(
            ReasonCode.RATE, rate=Fraction(done, total), done=Fraction(done), total=Fraction(total)
        )

    def test_of_all(self) -> None:
        assert told(self.RATE.evaluate(part=4, whole=4)) == (Status.MET, (self.rate(4, 4),), 1, None, ())

    @pytest.mark.parametrize("done", [0, 1, 3])
    def test_of_some(self, done: int) -> None:
        outlook = Outlook(reachable=True, needed=Fraction(4 - done), remaining=4 - done)
        found = told(self.RATE.evaluate(part=done, whole=4))
        assert found == (Status.NOT_MET, (self.rate(done, 4),), Fraction(done, 4), outlook, ())


class TestCoverage:
    """All there is: how many are covered, which are open, and by when."""

    PLAIN = commitment_of(Coverage("事项", "things"))
    DATED = commitment_of(Coverage("事项", "things", by=BY))
    TOLERANT = commitment_of(Coverage("事项", "things", tolerated=True))

    @staticmethod
    def covered(done: int, total: int, by: date | None = None) -> Reason:
        return Reason.of(ReasonCode.COVERED, done=Fraction(done), total=Fraction(total), open=(), by=by)

    @staticmethod
    def open(done: int, total: int, *names: str, by: date | None = None) -> Reason:
        return Reason.of(
            ReasonCode.NOT_COVERED, done=Fraction(done), total=Fraction(total), open=names, by=by
        )

    def test_by_name(self) -> None:
        found = told(self.PLAIN.evaluate(universe=["乙", "甲"], covered=["甲", "乙"]))
        assert found == (Status.MET, (self.covered(2, 2),), 1, None, ())
        found = told(self.PLAIN.evaluate(universe=["乙", "甲", "丙"], covered=["甲"]))
        outlook = Outlook(reachable=True, needed=Fraction(2), remaining=2)
        names = sorted(("乙", "丙"))
        assert found == (Status.NOT_MET, (self.open(1, 3, *names),), Fraction(1, 3), outlook, ())

    def test_by_count(self) -> None:
        found = told(self.PLAIN.evaluate(universe=4, covered=1))
        outlook = Outlook(reachable=True, needed=Fraction(3), remaining=3)
        assert found == (Status.NOT_MET, (self.open(1, 4),), Fraction(1, 4), outlook, ())
        assert self.PLAIN.evaluate(universe=1, covered=1).status is Status.MET

    @pytest.mark.parametrize(("universe", "covered"), [(["甲", "乙"], 1), (2, ["甲"])])
    def test_by_name_on_one_side_and_by_count_on_the_other(self, universe: object, covered: object) -> None:
        verdict = self.PLAIN.evaluate(universe=universe, covered=covered)
        assert verdict.reasons == (self.open(1, 2),)

    def test_by_a_day(self) -> None:
        found = told(self.DATED.evaluate(universe=4, covered=1, as_of=BY))
        outlook = Outlook(reachable=True, needed=Fraction(3), remaining=3)
        assert found == (Status.PENDING, (self.open(1, 4, by=BY),), Fraction(1, 4), outlook, ())
        found = told(self.DATED.evaluate(universe=4, covered=4, reached_on=BY))
        assert found == (Status.MET, (self.covered(4, 4, by=BY),), 1, None, ())
        assert self.DATED.evaluate(universe=4, covered=4, as_of=DAY_AFTER).missing == (
            fact(self.DATED, "reached_on"),
        )

    def test_names_what_is_missing_in_order(self) -> None:
        both = (fact(self.PLAIN, "universe"), fact(self.PLAIN, "covered"))
        assert told(self.PLAIN.evaluate()) == (Status.UNKNOWN, (lacking(*both),), None, None, both)
        assert self.PLAIN.evaluate(universe=1).missing == both[1:]
        assert self.PLAIN.evaluate(covered=1).missing == both[:1]

    def test_of_nothing_names_the_universe(self) -> None:
        universe = fact(self.PLAIN, "universe")
        empty: tuple[object, ...] = (0, [])
        for nothing in empty:
            found = told(self.PLAIN.evaluate(universe=nothing, covered=nothing))
            reasons = (Reason.of(ReasonCode.EMPTY_UNIVERSE), lacking(universe))
            assert found == (Status.UNKNOWN, reasons, None, None, (universe,))

    @pytest.mark.parametrize(
        ("universe", "covered", "value"),
        [(["甲"], ["甲", "丙", "丁"], ["丁", "丙"]), (1, 2, 2), (["甲"], 2, 2), (1, ["甲", "乙"], 2)],
    )
    def test_of_more_than_there_is_is_refused(self, universe: object, covered: object, value: object) -> None:
        assert refusal(self.PLAIN.evaluate, universe=universe, covered=covered) == (
            value,
            "what is covered is part of what there is.",
            "covered (已覆盖的事项)",
            "Check the two lists or counts against each other.",
            "已覆盖的事项：超出了应覆盖的范围，请把两者互相核对",
        )

    @pytest.mark.parametrize(
        ("covered", "tolerance", "met"), [(95, 0.05, True), (94, 0.05, False), (0, 1, True), (99, 0, False)]
    )
    def test_with_a_tolerated_gap(self, covered: int, tolerance: float, met: bool) -> None:
        verdict = self.TOLERANT.evaluate(universe=100, covered=covered, tolerance=tolerance)
        reason = self.covered(covered, 100) if met else self.open(covered, 100)
        assert (verdict.reasons, verdict.measured) == ((reason,), Fraction(covered, 100))
        assert verdict.outlook == (None if met else Outlook(True, Fraction(100 - covered), 100 - covered))

    def test_with_a_gap_nobody_said_was_tolerated_names_that(self) -> None:
        tolerance = fact(self.TOLERANT, "tolerance")
        found = told(self.TOLERANT.evaluate(universe=100, covered=95))
        assert found == (Status.UNKNOWN, (lacking(tolerance),), None, None, (tolerance,))

    def test_with_a_tolerance_above_all_is_refused(self) -> None:
        assert refusal(self.TOLERANT.evaluate, universe=100, covered=95, tolerance=2) == (
            Fraction(2),
            "a tolerated share lies between 0 and 1.",
            "tolerance (容许缺口比例)",
            "Write five per cent as 0.05.",
            "容许缺口比例：须在0和1之间，百分之五写成0.05",
        )

    def test_with_nothing_open_asks_for_no_tolerance(self) -> None:
        assert told(self.TOLERANT.evaluate(universe=1, covered=1))[:3] == (
            Status.MET,
            (self.covered(1, 1),),
            1,
        )


class TestChecklist:
    """A list: the items done, or those still open, and by when."""

    ITEMS = (Item("甲", "a"), Item("乙", "b"), Item("丙", "c"))
    CLOSED = commitment_of(Checklist(ITEMS, closed=True))
    OPEN = commitment_of(Checklist(ITEMS, closed=False))
    DATED = commitment_of(Checklist(ITEMS, closed=False, by=BY))

    def test_done(self) -> None:
        reason = Reason.of(ReasonCode.ITEMS_DONE, items=("甲", "乙", "丙"))
        for commitment, done in ((self.CLOSED, "丙乙甲"), (self.OPEN, "丁丙乙甲")):
            assert told(commitment.evaluate(done=list(done))) == (Status.MET, (reason,), 1, None, ())

    def test_open(self) -> None:
        reason = Reason.of(ReasonCode.ITEMS_OPEN, items=("甲", "丙"))
        for commitment, last in ((self.CLOSED, PERIOD.last), (self.DATED, BY)):
            found = told(commitment.evaluate(done=["乙"], as_of=last))
            assert found == (Status.PENDING, (reason,), Fraction(1, 3), None, ())
            later = told(commitment.evaluate(done=["乙"], as_of=date.fromordinal(last.toordinal() + 1)))
            assert later == (Status.NOT_MET, (reason,), Fraction(1, 3), None, ())

    def test_open_without_a_day_of_judgement(self) -> None:
        reasons = (Reason.of(ReasonCode.ITEMS_OPEN, items=("甲", "乙", "丙")), lacking(AS_OF))
        found = told(self.CLOSED.evaluate(done=[]))
        assert found == (Status.UNKNOWN, reasons, None, None, (AS_OF,))

    def test_not_told(self) -> None:
        done = fact(self.CLOSED, "done")
        assert told(self.CLOSED.evaluate()) == (Status.UNKNOWN, (lacking(done),), None, None, (done,))

    def test_counted_is_refused(self) -> None:
        assert refusal(self.CLOSED.evaluate, done=2) == (
            2,
            "a list is checked item by item.",
            "done (已完成的项目（甲、乙、丙）)",
            "Give the names of the items done.",
            "已完成的项目（甲、乙、丙）：须逐项列出已完成的各项名称",
        )

    def test_with_several_strange_items_tells_what_the_first_of_them_is_like(self) -> None:
        closed = commitment_of(Checklist((Item("alpha", "alpha"), Item("omega", "omega")), closed=True))
        found = refusal(closed.evaluate, done=["omegas", "alphas"])
        assert (found[0], found[3]) == ("alphas", "Did you mean 'alpha'?")

    def test_with_a_strange_item_says_what_may_have_been_meant(self) -> None:
        closed = commitment_of(Checklist((Item("alpha", "alpha"), Item("omega", "omega")), closed=True))
        with pytest.raises(FactError) as caught:
            closed.evaluate(done=["alphas"])
        assert caught.value.near == ("alpha",)

    def test_with_items_that_are_not_in_it_is_refused(self) -> None:
        assert refusal(self.CLOSED.evaluate, done=["甲", "戊", "丁"]) == (
            "丁",
            "the text closes its list, and this is not in it.",
            "done",
            "Known: 丙, 乙, 甲.",
            "原文的清单里没有这一项；清单为甲、乙、丙",
        )


class TestTrend:
    """An observation beside the one before it, and the difference."""

    UP = Trend("数量", "number", Direction.UP)
    DOWN = Trend("数量", "number", Direction.DOWN)

    @pytest.mark.parametrize(
        ("trend", "after", "improved"),
        [(UP, 7, True), (UP, 5, False), (UP, 4, False), (DOWN, 3, True), (DOWN, 5, False), (DOWN, 6, False)],
    )
    def test_tells_both(self, trend: Trend, after: int, improved: bool) -> None:
        reason = Reason.of(
            ReasonCode.IMPROVED if improved else ReasonCode.NOT_IMPROVED,
            observed=trend,
            before=Fraction(5),
            after=Fraction(after),
        )
        found = told(commitment_of(trend).evaluate(before=5, after=after))
        status = Status.MET if improved else Status.NOT_MET
        assert found == (status, (reason,), Fraction(after - 5), None, ())

    def test_names_what_is_missing_in_order(self) -> None:
        commitment = commitment_of(self.UP)
        both = (fact(commitment, "before"), fact(commitment, "after"))
        assert told(commitment.evaluate()) == (Status.UNKNOWN, (lacking(*both),), None, None, both)
        assert commitment.evaluate(after=1).missing == both[:1]
        assert commitment.evaluate(before=1).missing == both[1:]
