"""What a supervision report holds (督查报告): the ledger's own state, in order."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ledger.scenario import FINAL, RETURNS, entries, ledger
from tests.ledger.strategies import days, histories
from tests.refusals import refusal
from wushan_plan import CHINA, PLAN, Interval, WorkingDays
from wushan_plan.errors import CountError, DateTypeError, FactError
from wushan_plan.ledger import LEADING_GROUP, Colour, Entry, Ledger
from wushan_plan.ledger.reports import SupervisionReport, report, tables
from wushan_plan.model.readings import Basis

OCTOBER = report(ledger(), RETURNS[2], RETURNS[1])
DECEMBER = report(ledger(), date(2021, 12, 20), RETURNS[3])
LAST = report(ledger(), FINAL, RETURNS[4])
REPORTS = [
    pytest.param(one, id=str(one.as_of)) for one in (report(ledger(), RETURNS[0]), OCTOBER, DECEMBER, LAST)
]


@pytest.mark.parametrize("found", REPORTS)
class TestEveryCountIsTheStates:
    def test_the_lists_are_those_of_the_state(self, found: SupervisionReport) -> None:
        state = ledger().as_of(found.as_of)
        assert found.whole == state.whole
        assert set(map(id, found.red)) == set(map(id, found.whole.of_colour(Colour.RED)))
        assert set(map(id, found.yellow)) == set(map(id, found.whole.of_colour(Colour.YELLOW)))
        assert sorted(map(repr, found.due)) == sorted(map(repr, state.due_within(found.ahead)))
        assert found.exceptions == state.whole.excused
        assert found.undecided == state.whole.undecided
        assert found.missing == state.whole.missing
        assert found.stale == state.whole.stale
        assert found.conflicts == state.conflicts
        assert found.problems == state.problems

    def test_the_chapters_add_up_to_the_whole(self, found: SupervisionReport) -> None:
        assert [one.number for one, _ in found.chapters] == [1, 2, 3, 4]
        assert sum(len(overview.tasks) for _, overview in found.chapters) == len(found.whole.tasks)
        for colour in Colour:
            counted = sum(overview.colours[colour] for _, overview in found.chapters)
            assert counted == found.whole.colours[colour]

    def test_each_unit_has_the_overview_of_the_state(self, found: SupervisionReport) -> None:
        state = ledger().as_of(found.as_of)
        assert {one.unit.id: one.overview for one in found.units} == {
            unit.id: state.unit(unit.id) for unit in (*PLAN.lead_units, LEADING_GROUP)
        }

    def test_red_yellow_and_due_begin_with_the_earliest_day(self, found: SupervisionReport) -> None:
        for tasks in (found.red, found.yellow, found.due):
            assert [one.due for one in tasks] == sorted(one.due for one in tasks)

    def test_the_ranking_goes_from_the_most_on_time_to_the_least(self, found: SupervisionReport) -> None:
        ranked = [one for one in found.units if one.rank is not None]
        assert len(ranked) == 17
        shares = [one.on_time for one in ranked if one.on_time is not None]
        assert shares == sorted(shares, reverse=True)
        ranks = [one.rank for one in ranked if one.rank is not None]
        assert ranks[0] == 1
        assert ranks == sorted(ranks)

    def test_every_row_has_a_cell_for_every_column(self, found: SupervisionReport) -> None:
        for full in (True, False):
            for table in tables(found, full=full):
                assert {len(row) for row in table.rows} <= {len(table.columns)}

    def test_a_shortened_list_leaves_no_task_out(self, found: SupervisionReport) -> None:
        short = {one.id: one for one in tables(found, full=False)}
        for name, tasks in (("due", found.due), ("missing", found.missing), ("stale", found.stale)):
            rest = short.get(f"{name}-rest")
            counted = 0 if rest is None else sum(int(str(row[1])) for row in rest.rows)
            assert len(short[name].rows) + counted == len(tasks)


def test_units_that_stand_alike_share_a_place_and_the_next_one_is_left_out() -> None:
    ranks = [one.rank for one in OCTOBER.units]
    assert ranks.count(9) == 3
    assert not {10, 11} & set(ranks)


def test_the_leading_group_comes_last_and_has_no_place() -> None:
    assert (OCTOBER.units[-1].unit, OCTOBER.units[-1].rank) == (LEADING_GROUP, None)


def test_a_unit_that_never_reported_is_not_first_for_having_nothing_red() -> None:
    spoken = [one for one in entries() if one.unit != "court"]
    silent = report(Ledger.from_plan(PLAN, spoken), FINAL)
    last = [one for one in silent.units if one.rank is not None][-1]
    assert (last.unit.id, last.silent) == ("court", len(last.overview.tasks))
    assert last.overview.colours[Colour.RED] == 0


def test_the_days_ahead_are_working_days_and_the_rest_days_after_them() -> None:
    found = report(ledger(), date(2021, 9, 27), ahead=WorkingDays(3))
    assert found.window == Interval(date(2021, 9, 27), date(2021, 10, 7))
    assert CHINA.workdays_between(date(2021, 9, 27), date(2021, 10, 7)) == 3


def test_no_day_ahead_is_the_day_itself() -> None:
    found = report(ledger(), RETURNS[4], ahead=WorkingDays(0))
    assert found.window.first == RETURNS[4]
    assert {one.due for one in found.due} == {RETURNS[4]}


def test_entries_written_later_are_left_out() -> None:
    until = Ledger.from_plan(PLAN, [one for one in entries() if one.day <= RETURNS[2]])
    cut = report(until, RETURNS[2], RETURNS[1])
    assert cut == attrs.evolve(OCTOBER, later=0, latest=None)


def test_entries_left_out_are_counted_with_the_day_of_the_last() -> None:
    later = [one.day for one in entries() if one.day > RETURNS[2]]
    assert (OCTOBER.later, OCTOBER.latest) == (len(later), max(later))


def test_changes_are_those_between_the_two_days_the_worst_first() -> None:
    earlier, later = ledger().as_of(RETURNS[1]), ledger().as_of(RETURNS[2])
    assert sorted(map(repr, OCTOBER.changes)) == sorted(map(repr, later.changes_since(earlier)))
    colours = [list(Colour).index(one.after.colour) for one in OCTOBER.changes]
    assert colours == sorted(colours)


def test_new_entries_are_those_after_the_last_report_up_to_this_one() -> None:
    new = [one for one in entries() if RETURNS[1] < one.day <= RETURNS[2]]
    assert OCTOBER.entries_since == len(new)


def test_a_first_report_has_nothing_to_compare_with() -> None:
    found = report(ledger(), RETURNS[0])
    assert (found.changes, found.entries_since) == ((), None)
    assert {one.id: one.empty for one in tables(found)}["changes"] == "首次报告，无从比较。"


def test_nothing_changes_within_a_day() -> None:
    assert report(ledger(), RETURNS[2], RETURNS[2]).changes == ()


def test_open_questions_rest_on_inference_and_touch_what_was_reported() -> None:
    assert OCTOBER.readings
    for one in OCTOBER.readings:
        assert one.question.basis is Basis.INFERENCE
        assert one.tasks
        for task in one.tasks:
            assert task.stood_on is not None
            assert one.question in task.commitment.interpretations


def test_an_empty_ledger_gives_a_report_in_which_everything_is_missing() -> None:
    found = report(Ledger.from_plan(PLAN), RETURNS[0])
    assert (len(found.missing), found.red, found.readings) == (len(found.whole.tasks), (), ())


def test_a_last_report_after_this_one_is_refused() -> None:
    error = refusal(
        lambda: report(ledger(), RETURNS[1], RETURNS[2]),
        FactError,
        RETURNS[2],
        "report(since=…)",
        "not later than this one, which is of 2021-09-30.",
        "earlier day",
    )
    assert error.zh == "上次报告日期晚于本次报告"


def test_another_language_is_refused() -> None:
    lang: Any = "fr"  # as a caller without types may
    refusal(
        lambda: report(ledger(), RETURNS[1], lang=lang),
        FactError,
        "fr",
        "report(lang=…)",
        "Chinese or English",
        "",
    )


@pytest.mark.parametrize("ahead", [10, WorkingDays(-1)])
def test_looking_ahead_by_anything_but_working_days_is_refused(ahead: Any) -> None:
    error = refusal(
        lambda: report(ledger(), RETURNS[1], ahead=ahead),
        CountError,
        ahead,
        "report(ahead=…)",
        "working days, 0 or more",
        "WorkingDays(n)",
    )
    assert error.zh == "展望天数应为工作日数"


def test_days_that_are_no_dates_are_refused_by_their_names() -> None:
    day: Any = "2021-09-30"
    refusal(lambda: report(ledger(), day), DateTypeError, day, "as_of", "", "")
    refusal(lambda: report(ledger(), RETURNS[1], day), DateTypeError, day, "since", "", "")


class TestLaws:
    """A report is a function of the entries up to its day."""

    @given(histories(), days, st.randoms(use_true_random=False))
    @settings(max_examples=25)
    def test_in_whatever_order_they_came(self, written: tuple[Entry, ...], day: date, random: Random) -> None:
        shuffled = list(written)
        random.shuffle(shuffled)
        since = day - timedelta(20)
        assert report(Ledger.from_plan(PLAN, shuffled), day, since) == report(
            Ledger.from_plan(PLAN, written), day, since
        )
