"""What several statements on one fact amount to, worked out by hand."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from tests.ledger.tables import every
from wushan_plan import Interval, Status
from wushan_plan.ledger import Dispute, Tally
from wushan_plan.ledger.known import NOTHING, Known, Stated, Statement, known_from
from wushan_plan.model.facts import FactKind

COUNT, AMOUNT, QUANTITY, ITEMS = FactKind.COUNT, FactKind.AMOUNT, FactKind.QUANTITY, FactKind.ITEMS
DATES, CASES, TEXT = FactKind.DATES, FactKind.CASES, FactKind.TEXT


def on(month: int, day: int) -> date:
    return date(2021, month, day)


def days(first: tuple[int, int], last: tuple[int, int]) -> Interval:
    return Interval(on(*first), on(*last))


AUGUST, SEPTEMBER = days((8, 1), (8, 31)), days((9, 1), (9, 30))
OCTOBER = days((10, 1), (10, 31))


def stood(at: date, value: Stated, entry: str, author: str = "王") -> Statement:
    """A figure as it stood on a day; entries are in the order of their names."""
    return Statement(value, entry, author, (ord(entry), entry), at)


def flow(period: Interval, value: Stated, entry: str, author: str = "王") -> Statement:
    """A figure for a period."""
    return Statement(value, entry, author, (ord(entry), entry), period.last, period)


def added(at: date, entry: str, *names: str) -> Statement:
    """Items that came on top."""
    return Statement(names, entry, "王", (ord(entry), entry), at, adds=True)


def value_of(kind: FactKind | None, *statements: Statement) -> Stated:
    known = known_from(statements, kind)
    assert (known.dispute, known.parties) == (None, ())
    return known.value


class TestFigures:
    """A figure is the whole as it stood on its day."""

    def test_nothing_said_is_nothing_known(self) -> None:
        assert known_from((), COUNT) == NOTHING == Known()

    def test_a_figure_of_a_later_day_replaces_an_earlier_one(self) -> None:
        known = known_from([stood(on(9, 30), 9, "a"), stood(on(8, 31), 5, "b")], COUNT)
        assert known == Known(9, ("a",))

    def test_of_one_author_on_one_day_the_last_counts(self) -> None:
        known = known_from([stood(on(9, 30), 9, "b"), stood(on(9, 30), 5, "a")], COUNT)
        assert known == Known(9, ("b",))

    def test_two_authors_who_agree_are_one_voice(self) -> None:
        known = known_from([stood(on(9, 30), 9, "a", "王"), stood(on(9, 30), 9, "b", "李")], COUNT)
        assert known == Known(9, ("b",))

    def test_two_authors_who_differ_are_in_conflict_in_the_order_they_spoke(self) -> None:
        one, other = stood(on(9, 30), 9, "a", "王"), stood(on(9, 30), 8, "b", "李")
        known = known_from([other, one], COUNT)
        assert known == Known(dispute=Dispute.DIFFERENT_VALUES, parties=(one, other))

    def test_another_text_is_a_further_remark_and_no_conflict(self) -> None:
        known = known_from([stood(on(9, 30), "甲", "a", "王"), stood(on(9, 30), "乙", "b", "李")], TEXT)
        assert known == Known("乙", ("b",))

    def test_a_statement_speaks_of_its_period_or_of_its_day(self) -> None:
        assert flow(AUGUST, 1, "a").days == AUGUST
        assert stood(on(9, 30), 1, "a").days == days((9, 30), (9, 30))


class TestPeriods:
    """Figures for periods add up, with each other and with the figure as it stood before."""

    def test_periods_add_up_whatever_the_order_they_come_in(self) -> None:
        known = known_from([flow(SEPTEMBER, 3, "a"), flow(AUGUST, 2, "b"), flow(OCTOBER, 4, "c")], COUNT)
        assert known == Known(9, ("b", "a", "c"))

    def test_a_period_the_figure_holds_already_is_left_out_and_a_later_one_added(self) -> None:
        known = known_from(
            [flow(AUGUST, 2, "a"), stood(on(9, 30), 9, "b"), flow(OCTOBER, 4, "c"), flow(SEPTEMBER, 3, "d")],
            COUNT,
        )
        assert known == Known(13, ("b", "c"))

    def test_of_one_author_for_one_period_the_last_counts(self) -> None:
        assert known_from([flow(AUGUST, 2, "a"), flow(AUGUST, 3, "b")], COUNT) == Known(3, ("b",))

    def test_two_authors_who_differ_on_a_period_are_in_conflict(self) -> None:
        one, other = flow(AUGUST, 2, "a", "王"), flow(AUGUST, 3, "b", "李")
        known = known_from([one, other], COUNT)
        assert known == Known(dispute=Dispute.DIFFERENT_VALUES, parties=(one, other))

    def test_two_texts_for_a_period_are_no_conflict(self) -> None:
        known = known_from([flow(AUGUST, "甲", "a", "王"), flow(AUGUST, "乙", "b", "李")], TEXT)
        assert known == Known("乙", ("b",))

    @every("second", [days((8, 31), (9, 30)), days((8, 2), (8, 30)), days((8, 1), (9, 30))])
    def test_periods_that_share_a_day_would_count_it_twice(self, second: Interval) -> None:
        one, other = flow(AUGUST, 2, "a"), flow(second, 3, "b")
        known = known_from([other, one], COUNT)
        assert known == Known(dispute=Dispute.OVERLAPPING_PERIODS, parties=(one, other))

    def test_a_period_that_holds_the_day_of_the_figure_overlaps_with_it(self) -> None:
        figure, period = stood(on(9, 1), 5, "b"), flow(SEPTEMBER, 3, "a")
        known = known_from([period, figure], COUNT)
        assert known == Known(dispute=Dispute.OVERLAPPING_PERIODS, parties=(figure, period))

    def test_a_period_that_begins_the_day_after_the_figure_adds_up(self) -> None:
        assert known_from([stood(on(8, 31), 5, "a"), flow(SEPTEMBER, 3, "b")], COUNT) == Known(8, ("a", "b"))

    def test_what_was_taken_back_for_one_period_is_not_zero(self) -> None:
        known = known_from([flow(AUGUST, None, "a"), flow(SEPTEMBER, 3, "b")], COUNT)
        assert known == Known(None, ("a", "b"))


class TestSums:
    """What adds up is added exactly; of what does not the last is taken."""

    def test_half_and_half_are_one_and_a_whole_number(self) -> None:
        half = Fraction(1, 2)
        total = value_of(AMOUNT, flow(AUGUST, half, "a"), flow(SEPTEMBER, half, "b"))
        assert (total, type(total)) == (1, int)

    def test_a_sum_that_is_not_whole_stays_a_fraction(self) -> None:
        total = value_of(AMOUNT, flow(AUGUST, Fraction(1, 2), "a"), flow(SEPTEMBER, 2, "b"))
        assert total == Fraction(5, 2)

    @every("values", [(5, 4, 7), (Fraction(1, 2), 4, 7)])
    def test_quantities_do_not_add_up(self, values: tuple[int | Fraction, ...]) -> None:
        several = zip((AUGUST, SEPTEMBER, OCTOBER), values, "abc", strict=True)
        assert value_of(QUANTITY, *(flow(period, value, entry) for period, value, entry in several)) == 7

    def test_numbers_of_items_add_up(self) -> None:
        assert value_of(ITEMS, flow(AUGUST, 5, "a"), flow(SEPTEMBER, 4, "b")) == 9

    def test_names_of_items_count_once_in_order(self) -> None:
        names = value_of(ITEMS, flow(AUGUST, ("丙", "乙"), "a"), flow(SEPTEMBER, ("乙", "一"), "b"))
        assert names == ("一", "丙", "乙")

    def test_a_number_and_names_do_not_add_up(self) -> None:
        assert value_of(ITEMS, flow(AUGUST, 5, "a"), flow(SEPTEMBER, ("甲",), "b")) == ("甲",)
        assert value_of(ITEMS, flow(AUGUST, ("甲",), "a"), flow(SEPTEMBER, 5, "b")) == 5

    def test_dates_are_put_together_in_order_and_each_stands_for_an_event(self) -> None:
        dates = value_of(DATES, flow(AUGUST, (on(9, 3), on(9, 9)), "a"), flow(SEPTEMBER, (on(9, 3),), "b"))
        assert dates == (on(9, 3), on(9, 3), on(9, 9))

    def test_cases_are_put_together_by_start_then_end_the_open_ones_last(self) -> None:
        late, early = (on(9, 3), on(9, 9)), (on(9, 3), on(9, 5))
        still, first = (on(9, 3), None), (on(8, 1), on(12, 1))
        far = (on(9, 3), date.max)
        cases = value_of(CASES, flow(AUGUST, (still, late, far), "a"), flow(SEPTEMBER, (early, first), "b"))
        assert cases == (first, early, late, far, still)

    def test_tallies_add_up(self) -> None:
        one, other = Tally(counts={Status.MET: 2}), Tally(counts={Status.MET: 1, Status.NOT_MET: 4})
        total = value_of(None, flow(AUGUST, one, "a"), flow(SEPTEMBER, other, "b"), flow(OCTOBER, one, "c"))
        assert total == Tally(counts={Status.MET: 5, Status.NOT_MET: 4})


class TestAdditions:
    """Items added by name count once each."""

    def test_names_alone_are_the_items(self) -> None:
        known = known_from([added(on(9, 9), "a", "乙", "丙"), added(on(9, 9), "b", "一", "乙")], ITEMS)
        assert known == Known(("一", "丙", "乙"), ("a", "b"))

    def test_names_alone_are_counted_where_a_number_is_asked_for(self) -> None:
        assert value_of(COUNT, added(on(9, 9), "a", "甲", "乙"), added(on(9, 9), "b", "乙")) == 2

    def test_names_come_on_top_of_a_number_that_stood_before(self) -> None:
        known = known_from([stood(on(8, 31), 5, "a"), added(on(9, 1), "b", "甲", "乙")], ITEMS)
        assert known == Known(7, ("a", "b"))

    def test_names_come_on_top_of_names_and_are_put_in_order(self) -> None:
        known = known_from([stood(on(8, 31), ("丙", "乙"), "a"), added(on(9, 1), "b", "一", "乙")], ITEMS)
        assert known == Known(("一", "丙", "乙"), ("a", "b"))

    def test_what_was_added_up_to_the_day_of_the_figure_is_in_it(self) -> None:
        known = known_from(
            [
                added(on(8, 1), "a", "甲"),
                added(on(8, 31), "b", "乙"),
                stood(on(8, 31), 5, "c"),
                added(on(9, 1), "d", "甲", "乙", "丙"),
            ],
            COUNT,
        )
        assert known == Known(6, ("c", "d"))

    def test_names_do_not_make_up_for_what_was_taken_back(self) -> None:
        assert value_of(COUNT, stood(on(8, 31), None, "a"), added(on(9, 1), "b", "甲")) is None
