"""A year in the life of the plan, as a scenario and as a shipped example (全年示例)."""

from __future__ import annotations

from datetime import date

from tests.ledger.scenario import FILE, FINAL, NEVER_DONE, RETURNS, SILENT, entries, ledger
from wushan_plan import PLAN, Status
from wushan_plan.ledger import Colour, Ledger, read_lines, to_line


def test_the_shipped_example_is_what_the_scenario_gives() -> None:
    shipped = FILE.read_text("utf-8").splitlines()
    assert shipped == [to_line(one) for one in entries()], "run python -m tests.ledger.scenario"


def test_the_shipped_example_reads_back_as_the_same_ledger() -> None:
    assert Ledger.from_plan(PLAN, read_lines(FILE)) == ledger()


def test_all_seventeen_units_report() -> None:
    assert {one.id for one in PLAN.lead_units} <= {one.unit for one in entries()}


def test_the_figure_with_a_digit_too_many_stands_until_it_is_corrected() -> None:
    facts = [
        dict(ledger().as_of(date(2021, 10, day)).task("cross-province-services").facts) for day in (8, 9)
    ]
    assert facts == [{"items": 401}, {"items": 41}]


def test_the_dispute_of_october_is_open_until_the_decision() -> None:
    open_on = [
        bool(ledger().as_of(day).task("cross-province-services").conflicts)
        for day in (date(2021, 10, 28), date(2021, 10, 29), date(2021, 11, 4), date(2021, 11, 5))
    ]
    assert open_on == [False, True, True, False]


def test_the_target_of_october_is_reached_twelve_days_late_and_made_good() -> None:
    task = ledger().as_of(FINAL).task("sichuan-chongqing-services")
    assert (task.status, task.colour, task.completed_on) == (
        Status.NOT_MET,
        Colour.YELLOW,
        date(2021, 11, 12),
    )


def test_the_case_that_ran_over_is_red_while_open_and_yellow_once_closed() -> None:
    colours = [ledger().as_of(date(2021, 11, day)).task("water-connection").colour for day in (15, 16)]
    assert colours == [Colour.RED, Colour.YELLOW]


def test_the_late_contract_is_excused_from_the_day_its_reason_is_recorded() -> None:
    statuses = [ledger().as_of(date(2021, 11, day)).task("procurement-contract").status for day in (7, 8)]
    assert statuses == [Status.NOT_MET, Status.EXCUSED]


def test_the_silent_unit_sends_nothing_in_september_and_october() -> None:
    days = {one.day for one in entries() if one.unit == SILENT}
    assert days.isdisjoint(RETURNS[1:3])
    assert RETURNS[3] in days


def test_the_task_that_passes_on_is_the_other_units_from_that_day() -> None:
    holders = [ledger().as_of(date(2021, 10, day)).task("m12.3").holders for day in (11, 12)]
    assert holders == [("finance",), ("tendering",)]


def test_at_the_end_red_is_what_was_never_done() -> None:
    final = ledger().as_of(FINAL).whole
    assert {one.commitment.number for one in final.of_colour(Colour.RED)} == NEVER_DONE
    assert final.missing == ()


def test_at_the_end_the_return_of_a_unit_that_does_not_carry_the_task_is_named() -> None:
    (problem,) = ledger().as_of(FINAL).problems
    assert (problem.commitment, problem.unit) == ("m44.1", "taxation")
