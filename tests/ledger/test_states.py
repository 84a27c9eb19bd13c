"""What entries amount to on a day, example by example."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from tests.ledger.strategies import EMPTY
from wushan_plan import PLAN, Interval, Status, WorkingDays
from wushan_plan.errors import UnknownNameError
from wushan_plan.ledger import (
    CaseReport,
    Comment,
    Completion,
    Conflict,
    Correction,
    DeviationReason,
    Dispute,
    Entry,
    Evidence,
    ProgressReport,
    Reassignment,
    Tally,
    TaskState,
)

ITEMS, RATE, MEAN, WATER = (
    "cross-province-services",
    "complaint-handling-rate",
    "power-10kv",
    "water-connection",
)
MILESTONE, EACH, CONTRACT = "m01.2", "s1.3", "procurement-contract"
FIRST_UNIT = {task.commitment.id: task.unit.id for task in reversed(EMPTY.tasks)}
AUGUST, SEPTEMBER = (
    Interval(date(2021, 8, 1), date(2021, 8, 31)),
    Interval(date(2021, 9, 1), date(2021, 9, 30)),
)


def cited(commitment: str, at: date, author: str = "王", unit: str | None = None) -> dict[str, Any]:
    return {
        "commitment": commitment,
        "unit": FIRST_UNIT[commitment] if unit is None else unit,
        "author": author,
        "at": at,
    }


def report(commitment: str, at: date, author: str = "王", **fields: Any) -> ProgressReport:
    unit = fields.pop("unit", None)
    return ProgressReport(**cited(commitment, at, author, unit), **fields)


def task(commitment: str, day: date, *entries: Entry) -> TaskState:
    return EMPTY.with_entries(entries).as_of(day).task(commitment)


# --- facts ------------------------------------------------------------------------------------------


def test_nothing_reported_is_unknown() -> None:
    state = task(ITEMS, date(2021, 9, 1))
    assert (state.status, state.facts, state.stood_on) == (Status.UNKNOWN, (), None)
    assert [fact.name for fact in state.missing] == ["items"]


def test_the_verdict_is_that_of_the_commitment_on_the_facts_reported() -> None:
    day = date(2021, 10, 8)
    state = task(ITEMS, day, report(ITEMS, date(2021, 9, 30), facts={"items": 41}))
    assert state.verdict == PLAN.targets[ITEMS].evaluate(items=41, as_of=day)


def test_the_latest_figure_counts() -> None:
    state = task(
        ITEMS,
        date(2021, 12, 1),
        report(ITEMS, date(2021, 10, 31), facts={"items": 60}),
        report(ITEMS, date(2021, 9, 30), facts={"items": 41}),
    )
    assert dict(state.facts) == {"items": 60}


def test_a_late_return_about_an_earlier_day_does_not_replace_a_later_figure() -> None:
    state = task(
        ITEMS,
        date(2021, 12, 1),
        report(ITEMS, date(2021, 10, 31), facts={"items": 60}),
        report(ITEMS, date(2021, 11, 5), facts={"items": 41}, stood_on=date(2021, 9, 30)),
    )
    assert dict(state.facts) == {"items": 60}


def test_a_fact_taken_back_is_not_known() -> None:
    state = task(
        ITEMS,
        date(2021, 12, 1),
        report(ITEMS, date(2021, 9, 30), facts={"items": 41}),
        report(ITEMS, date(2021, 10, 31), facts={"items": None}),
    )
    assert state.status is Status.UNKNOWN


def test_items_named_twice_count_once() -> None:
    state = task(
        ITEMS,
        date(2021, 12, 1),
        report(ITEMS, date(2021, 8, 31), adds={"items": ["户口迁移", "异地就医"]}),
        report(ITEMS, date(2021, 9, 30), adds={"items": ["异地就医", "公积金"]}),
    )
    assert dict(state.facts) == {"items": 3}


def test_items_named_after_a_count_come_on_top_of_it() -> None:
    state = task(
        ITEMS,
        date(2021, 12, 1),
        report(ITEMS, date(2021, 8, 31), adds={"items": ["户口迁移"]}),
        report(ITEMS, date(2021, 9, 30), facts={"items": 40}),
        report(ITEMS, date(2021, 10, 31), adds={"items": ["户口迁移", "公积金"]}),
    )
    assert dict(state.facts) == {"items": 41}


def test_seventy_four_items_named_in_time_meet_the_target_and_say_when() -> None:
    names = [f"事项{number}" for number in range(74)]
    entries = (
        report(ITEMS, date(2021, 9, 30), adds={"items": names[:40]}),
        report(ITEMS, date(2021, 12, 20), adds={"items": names[30:]}),
    )
    assert task(ITEMS, date(2021, 11, 1), *entries).status is Status.PENDING
    later = task(ITEMS, date(2022, 3, 1), *entries)
    assert (later.status, dict(later.inferred)) == (Status.MET, {"reached_on": date(2021, 12, 20)})


def test_a_number_reached_only_in_a_report_after_the_day_is_not_known_to_be_in_time() -> None:
    state = task(ITEMS, date(2022, 2, 1), report(ITEMS, date(2022, 1, 10), facts={"items": 80}))
    assert state.status is Status.UNKNOWN
    assert [fact.name for fact in state.missing] == ["reached_on"]


def test_two_enterprises_named_meet_their_target() -> None:
    name = "harmonious-enterprises"
    state = task(
        name,
        date(2021, 12, 1),
        report(name, date(2021, 9, 30), adds={"enterprises": ["巫山一号公司"]}),
        report(name, date(2021, 10, 31), adds={"enterprises": ["巫山二号公司"]}),
    )
    assert state.status is Status.MET


def test_figures_for_periods_add_up_to_a_rate() -> None:
    state = task(
        RATE,
        date(2021, 12, 1),
        report(
            RATE,
            date(2021, 9, 2),
            facts={"complaints_received": 12, "complaints_handled": 12},
            period=AUGUST,
        ),
        report(
            RATE,
            date(2021, 10, 8),
            facts={"complaints_received": 8, "complaints_handled": 7},
            period=SEPTEMBER,
        ),
    )
    assert dict(state.facts) == {"complaints_received": 20, "complaints_handled": 19}
    assert state.verdict is not None
    assert (state.status, state.verdict.measured) == (Status.NOT_MET, Fraction(19, 20))


def test_a_period_reported_again_by_its_author_counts_once() -> None:
    facts = {"complaints_received": 12, "complaints_handled": 12}
    state = task(
        RATE,
        date(2021, 12, 1),
        report(RATE, date(2021, 9, 2), facts=facts, period=AUGUST),
        report(RATE, date(2021, 9, 3), facts={**facts, "complaints_received": 13}, period=AUGUST),
    )
    assert dict(state.facts)["complaints_received"] == 13


def test_periods_that_overlap_are_a_conflict() -> None:
    state = task(
        RATE,
        date(2021, 12, 1),
        report(RATE, date(2021, 9, 2), facts={"complaints_received": 12}, period=AUGUST),
        report(
            RATE,
            date(2021, 10, 8),
            facts={"complaints_received": 20},
            period=Interval(AUGUST.first, SEPTEMBER.last),
        ),
    )
    assert [one.dispute for one in state.conflicts] == [Dispute.OVERLAPPING_PERIODS]
    assert dict(state.facts) == {}


def test_facts_that_contradict_each_other_are_unknown_and_say_why() -> None:
    state = task(
        RATE,
        date(2021, 12, 1),
        report(RATE, date(2021, 9, 2), facts={"complaints_received": 12, "complaints_handled": 13}),
    )
    assert (state.status, state.verdict) == (Status.UNKNOWN, None)
    assert state.problem
    assert state.problem_zh


# --- milestones -------------------------------------------------------------------------------------


def test_a_completion_with_evidence_meets_a_milestone() -> None:
    done = Completion(**cited(MILESTONE, date(2021, 10, 8)), done_on=date(2021, 9, 28), evidence="文件12号")
    state = task(MILESTONE, date(2021, 12, 1), done)
    assert (state.status, state.completed_on) == (Status.MET, date(2021, 9, 28))


def test_evidence_may_come_apart_from_the_completion() -> None:
    done = Completion(**cited(MILESTONE, date(2021, 10, 8)), done_on=date(2021, 9, 28))
    assert task(MILESTONE, date(2021, 12, 1), done).status is Status.UNKNOWN
    shown = Evidence(**cited(MILESTONE, date(2021, 10, 9)), reference="文件12号")
    assert task(MILESTONE, date(2021, 12, 1), done, shown).status is Status.MET


def test_reported_as_done_in_time_it_stays_done() -> None:
    done = report(MILESTONE, date(2021, 10, 8), facts={"done": True, "evidence": "文件12号"})
    state = task(MILESTONE, date(2022, 3, 1), done)
    assert (state.status, dict(state.inferred)) == (Status.MET, {"done_on": date(2021, 10, 8)})


def test_not_done_after_all_takes_the_completion_back() -> None:
    done = Completion(**cited(MILESTONE, date(2021, 10, 8)), done_on=date(2021, 9, 28), evidence="文件12号")
    undone = report(MILESTONE, date(2021, 10, 20), facts={"done": False})
    assert task(MILESTONE, date(2021, 12, 1), done, undone).status is Status.PENDING


def test_a_deviation_with_a_reason_is_excused_where_the_text_allows_one() -> None:
    late = report(CONTRACT, date(2021, 10, 8), facts={"start": date(2021, 8, 2), "end": date(2021, 9, 20)})
    assert task(CONTRACT, date(2021, 10, 8), late).status is Status.NOT_MET
    reason = DeviationReason(**cited(CONTRACT, date(2021, 10, 9)), reason="供应商更名")
    state = task(CONTRACT, date(2021, 10, 9), late, reason)
    assert (state.status, state.excuse) == (Status.EXCUSED, "供应商更名")


def test_a_deviation_with_a_reason_changes_nothing_where_the_text_allows_none() -> None:
    late = report(WATER, date(2021, 12, 8), facts={"start": date(2021, 8, 2), "end": date(2021, 9, 20)})
    reason = DeviationReason(**cited(WATER, date(2021, 12, 9)), reason="管网改造")
    state = task(WATER, date(2021, 12, 9), late, reason)
    assert (state.status, state.excuse) == (Status.NOT_MET, "管网改造")


# --- corrections ------------------------------------------------------------------------------------

WRONG = report(ITEMS, date(2021, 9, 30), facts={"items": 401})
RIGHT = Correction(
    **cited(ITEMS, date(2021, 10, 8)), corrects=WRONG.id, reason="多录一位", facts={"items": 41}
)


def test_a_correction_changes_the_state_from_its_own_day_on() -> None:
    assert dict(task(ITEMS, date(2021, 10, 7), WRONG, RIGHT).facts) == {"items": 401}
    assert dict(task(ITEMS, date(2021, 10, 8), WRONG, RIGHT).facts) == {"items": 41}


def test_the_last_correction_wins() -> None:
    again = Correction(
        **cited(ITEMS, date(2021, 10, 9)), corrects=WRONG.id, reason="再核", facts={"items": 42}
    )
    assert dict(task(ITEMS, date(2021, 12, 1), again, RIGHT, WRONG).facts) == {"items": 42}


def test_withdrawing_a_correction_brings_back_what_it_corrected() -> None:
    back = Correction(**cited(ITEMS, date(2021, 10, 9)), corrects=RIGHT.id, reason="原数无误", withdraws=True)
    assert dict(task(ITEMS, date(2021, 12, 1), WRONG, RIGHT, back).facts) == {"items": 401}


def test_history_shows_the_entry_as_written_and_what_it_says_now() -> None:
    state = EMPTY.with_entries([RIGHT, WRONG]).as_of(date(2021, 12, 1))
    first, second = state.history(ITEMS)
    assert first.entry == WRONG
    assert dict(first.facts) == {"items": 41}
    assert first.corrections == (RIGHT,)
    assert second.entry == RIGHT


def test_a_completion_can_be_corrected_in_its_day() -> None:
    done = Completion(**cited(MILESTONE, date(2021, 10, 8)), done_on=date(2021, 9, 28), evidence="文件12号")
    moved = Correction(
        **cited(MILESTONE, date(2021, 10, 9)),
        corrects=done.id,
        reason="日期有误",
        facts={"done_on": date(2021, 9, 29)},
    )
    assert task(MILESTONE, date(2021, 12, 1), done, moved).completed_on == date(2021, 9, 29)


@pytest.mark.parametrize(
    ("correction", "said"),
    [
        (
            Correction(**cited(ITEMS, date(2021, 10, 8)), corrects="0" * 32, reason="错", withdraws=True),
            "not in the ledger",
        ),
        (
            Correction(**cited(RATE, date(2021, 10, 8)), corrects=WRONG.id, reason="错", withdraws=True),
            "another commitment",
        ),
        (
            Correction(**cited(ITEMS, date(2021, 9, 29)), corrects=WRONG.id, reason="错", withdraws=True),
            "earlier day",
        ),
    ],
)
def test_a_correction_of_something_else_does_not_count_and_is_reported(
    correction: Correction, said: str
) -> None:
    state = EMPTY.with_entries([WRONG, correction]).as_of(date(2021, 12, 1))
    assert dict(state.task(ITEMS).facts) == {"items": 401}
    (problem,) = state.problems
    # A correction on the wrong commitment cannot see the entry at all.
    assert said in problem.en or "not in the ledger" in problem.en
    assert problem.entry == correction.id


# --- conflicts --------------------------------------------------------------------------------------


def two_authors() -> tuple[Entry, Entry]:
    return (
        report(ITEMS, date(2021, 9, 30), "王", facts={"items": 41}),
        report(ITEMS, date(2021, 9, 30), "李", facts={"items": 44}),
    )


def test_two_authors_who_disagree_about_a_day_are_in_conflict() -> None:
    state = task(ITEMS, date(2021, 10, 8), *two_authors())
    (conflict,) = state.conflicts
    assert isinstance(conflict, Conflict)
    assert {one.value for one in conflict.candidates} == {41, 44}
    assert {one.author for one in conflict.candidates} == {"王", "李"}
    assert (dict(state.facts), state.status) == ({}, Status.UNKNOWN)


def test_two_authors_who_agree_are_not_in_conflict() -> None:
    state = task(
        ITEMS,
        date(2021, 10, 8),
        report(ITEMS, date(2021, 9, 30), "王", facts={"items": 41}),
        report(ITEMS, date(2021, 9, 30), "李", facts={"items": 41}),
    )
    assert (state.conflicts, dict(state.facts)) == ((), {"items": 41})


def test_a_return_handed_in_on_another_day_about_the_same_day_is_in_conflict_too() -> None:
    first, _ = two_authors()
    second = report(ITEMS, date(2021, 10, 5), "李", facts={"items": 44}, stood_on=date(2021, 9, 30))
    assert len(task(ITEMS, date(2021, 10, 8), first, second).conflicts) == 1


def test_a_report_that_settles_a_conflict_decides_it() -> None:
    one, other = two_authors()
    (conflict,) = task(ITEMS, date(2021, 10, 8), one, other).conflicts
    decision = report(
        ITEMS,
        date(2021, 10, 9),
        "督查室",
        facts={"items": 43},
        stood_on=date(2021, 9, 30),
        settles=conflict.settles,
    )
    state = task(ITEMS, date(2021, 10, 9), one, other, decision)
    assert (state.conflicts, dict(state.facts)) == ((), {"items": 43})
    assert task(ITEMS, date(2021, 10, 8), one, other, decision).conflicts == (conflict,)


def test_settling_what_is_not_there_settles_nothing_and_is_reported() -> None:
    one, other = two_authors()
    decision = report(ITEMS, date(2021, 10, 9), "督查室", facts={"items": 43}, settles=["0" * 32])
    state = EMPTY.with_entries([one, other, decision]).as_of(date(2021, 10, 9))
    assert [problem.entry for problem in state.problems] == [decision.id]


def test_a_later_figure_leaves_a_conflict_behind() -> None:
    state = task(
        ITEMS, date(2021, 11, 8), *two_authors(), report(ITEMS, date(2021, 10, 31), facts={"items": 60})
    )
    assert (state.conflicts, dict(state.facts)) == ((), {"items": 60})


def test_a_correction_can_settle_a_conflict() -> None:
    one, other = two_authors()
    agreed = Correction(
        **cited(ITEMS, date(2021, 10, 9)), corrects=other.id, reason="核实", facts={"items": 41}
    )
    assert task(ITEMS, date(2021, 10, 9), one, other, agreed).conflicts == ()


def test_two_pieces_of_evidence_are_no_conflict() -> None:
    state = task(
        MILESTONE,
        date(2021, 12, 1),
        Evidence(**cited(MILESTONE, date(2021, 9, 30), "王"), reference="文件12号"),
        Evidence(**cited(MILESTONE, date(2021, 9, 30), "李"), reference="照片"),
    )
    assert state.conflicts == ()


# --- tables of cases --------------------------------------------------------------------------------


def tally(met: int = 0, late: int = 0, open_late: int = 0, days: int = 0) -> Tally:
    return Tally(
        counts={Status.MET: met, Status.NOT_MET: late + open_late},
        completed=met + late,
        total_elapsed=days,
        open_late=open_late,
        unit="working",
    )


def cases(commitment: str, at: date, one: Tally, source: str = "台账表", **fields: Any) -> CaseReport:
    unit = fields.pop("unit", None)
    return CaseReport(**cited(commitment, at, unit=unit), tally=one, source=source, **fields)


def test_one_case_over_the_limit_misses_a_limit_for_every_case() -> None:
    at = date(2021, 10, 8)
    assert task(WATER, at, cases(WATER, at, tally(met=9))).status is Status.MET
    assert task(WATER, at, cases(WATER, at, tally(met=9, late=1))).status is Status.NOT_MET


def test_tables_of_two_periods_add_up_to_a_mean() -> None:
    state = task(
        MEAN,
        date(2021, 10, 8),
        cases(MEAN, date(2021, 9, 2), tally(met=2, days=40), period=AUGUST),
        cases(MEAN, date(2021, 10, 8), tally(met=1, days=50), period=SEPTEMBER),
    )
    assert state.tally is not None
    assert (state.tally.mean, state.status) == (Fraction(30), Status.MET)


def test_a_later_table_of_the_same_name_replaces_the_earlier_one() -> None:
    state = task(
        WATER,
        date(2021, 12, 1),
        cases(WATER, date(2021, 9, 30), tally(met=9, late=1)),
        cases(WATER, date(2021, 10, 31), tally(met=12)),
    )
    assert state.tally == tally(met=12)


def test_tables_of_two_units_add_up() -> None:
    one, other = [task.unit.id for task in EMPTY.tasks if task.commitment.id == WATER][:2]
    at = date(2021, 9, 30)
    state = task(
        WATER,
        at,
        cases(WATER, at, tally(met=9), unit=one),
        cases(WATER, at, tally(met=3), unit=other),
    )
    assert state.tally == tally(met=12)


def test_the_same_file_handed_in_by_two_units_counts_once() -> None:
    one, other = [task.unit.id for task in EMPTY.tasks if task.commitment.id == WATER][:2]
    at = date(2021, 9, 30)
    state = task(
        WATER,
        at,
        cases(WATER, at, tally(met=9), unit=one, digest="ab" * 32),
        cases(WATER, at, tally(met=9), unit=other, digest="ab" * 32),
    )
    assert state.tally == tally(met=9)


def test_tables_that_overlap_are_a_conflict_and_decide_nothing() -> None:
    state = task(
        WATER,
        date(2021, 10, 8),
        cases(WATER, date(2021, 9, 2), tally(met=9), period=AUGUST),
        cases(WATER, date(2021, 10, 8), tally(met=9), period=Interval(AUGUST.first, SEPTEMBER.last)),
    )
    assert [one.dispute for one in state.conflicts] == [Dispute.OVERLAPPING_PERIODS]
    assert state.status is Status.UNKNOWN


# --- responsibility ---------------------------------------------------------------------------------


def test_whichever_joint_lead_reports_the_task_of_all_of_them_is_the_same() -> None:
    units = [task.unit.id for task in EMPTY.tasks if task.commitment.id == ITEMS]
    day = date(2021, 10, 8)
    ledger = EMPTY.with_entries([report(ITEMS, date(2021, 9, 30), facts={"items": 80}, unit=units[-1])])
    assert [ledger.as_of(day).task(ITEMS, unit).status for unit in units] == [Status.MET] * len(units)


def test_where_each_carries_it_one_unit_s_report_says_nothing_about_another() -> None:
    done = Completion(
        **cited(EACH, date(2021, 10, 8), unit="finance"), done_on=date(2021, 9, 28), evidence="文件"
    )
    state = EMPTY.with_entries([done]).as_of(date(2021, 12, 1))
    assert state.task(EACH, "finance").status is Status.MET
    assert state.task(EACH, "县法院").status is Status.UNKNOWN
    assert state.commitment(EACH).status is Status.UNKNOWN
    with pytest.raises(UnknownNameError):
        state.task(EACH)


def test_a_reassigned_task_belongs_to_the_other_unit_from_that_day_on() -> None:
    first = FIRST_UNIT[MILESTONE]
    moved = Reassignment(**cited(MILESTONE, date(2021, 10, 8)), to="court", reason="分工调整")
    ledger = EMPTY.with_entries([moved])
    before, after = ledger.as_of(date(2021, 10, 7)), ledger.as_of(date(2021, 10, 8))
    assert first in before.task(MILESTONE).holders
    assert "court" not in before.task(MILESTONE).holders
    assert first not in after.task(MILESTONE).holders
    assert "court" in after.task(MILESTONE).holders
    assert any(one.commitment.id == MILESTONE for one in after.unit("court").tasks)
    assert len(after.changes_since(before)) >= 1


def test_a_task_reassigned_to_its_own_unit_stays_there() -> None:
    same = Reassignment(**cited(EACH, date(2021, 10, 8), unit="finance"), to="finance", reason="误派")
    state = EMPTY.with_entries([same]).as_of(date(2021, 10, 8))
    assert state.task(EACH, "finance").holders == ("finance",)


def test_an_entry_of_a_unit_that_does_not_carry_the_commitment_is_reported_and_does_not_count() -> None:
    entry = report(ITEMS, date(2021, 9, 30), facts={"items": 80}, unit="court")
    state = EMPTY.with_entries([entry]).as_of(date(2021, 10, 8))
    assert state.task(ITEMS).facts == ()
    assert [one.entry for one in state.problems] == [entry.id]


# --- together ---------------------------------------------------------------------------------------


def test_the_chapters_hold_every_task_once() -> None:
    state = EMPTY.as_of(date(2021, 10, 8))
    parts = [one for chapter in PLAN.chapters for one in state.chapter(chapter.number).tasks]
    assert parts == list(state.whole.tasks)


def test_a_measure_holds_the_tasks_of_its_commitments() -> None:
    state = EMPTY.as_of(date(2021, 10, 8))
    assert [one.commitment.id for one in state.measure(6).tasks] == [
        one.id for one in PLAN.measure(6).commitments if one.counts
    ]


def test_counts_by_colour_and_status_leave_nothing_out() -> None:
    whole = EMPTY.as_of(date(2021, 10, 8)).whole
    assert sum(whole.colours.values()) == sum(whole.statuses.values()) == len(whole.tasks)


def test_a_heading_is_judged_by_what_stands_below_it() -> None:
    heading = next(one for one in PLAN.commitments if not one.counts)
    below = [one for one in heading.place.commitments if one.counts]
    verdict = EMPTY.as_of(date(2021, 10, 8)).heading(heading.id)
    assert (verdict.commitment.id, verdict.status) == (heading.id, Status.UNKNOWN)
    assert below
    with pytest.raises(UnknownNameError):
        EMPTY.as_of(date(2021, 10, 8)).commitment(heading.id)


def test_what_is_due_soon_is_listed_until_its_day() -> None:
    def due(day: date) -> set[str]:
        return {one.commitment.id for one in EMPTY.as_of(day).due_within(WorkingDays(5))}

    assert "sichuan-chongqing-services" in due(date(2021, 10, 29))
    assert "sichuan-chongqing-services" not in due(date(2021, 9, 1))
    assert "sichuan-chongqing-services" not in due(date(2021, 11, 1))


def test_a_comment_decides_nothing() -> None:
    day = date(2021, 12, 1)
    plain = task(ITEMS, day, WRONG)
    remarked = task(ITEMS, day, WRONG, Comment(**cited(ITEMS, date(2021, 11, 1)), text="请核实"))
    assert (plain.status, plain.facts, plain.stood_on) == (remarked.status, remarked.facts, remarked.stood_on)
    assert len(remarked.entries) == len(plain.entries) + 1
