"""The plan broken down: each unit its tasks, with target, period, due day and facts to report."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

import pytest

from tests.ledger.strategies import EMPTY
from wushan_plan import PLAN, FactKind
from wushan_plan.errors import EntryError, FactError, UnknownNameError
from wushan_plan.ledger import (
    LEADING_GROUP,
    Assignment,
    Comment,
    Correction,
    Entry,
    Ledger,
    ProgressReport,
    Reassignment,
    Sharing,
    reported_facts,
)

CITED: dict[str, Any] = {
    "commitment": "cross-province-services",
    "unit": "government-services-office",
    "author": "王科长",
    "at": date(2021, 9, 30),
}


def test_every_lead_unit_has_a_task_for_every_commitment_of_its_measures() -> None:
    for unit in PLAN.lead_units:
        own = {
            task.commitment.id for task in EMPTY.tasks_of(unit.id) if not task.commitment.citation.safeguard
        }
        assert own == {one.id for one in unit.commitments if one.counts}


def test_every_commitment_that_counts_is_somebody_s_task() -> None:
    assert {task.commitment.id for task in EMPTY.tasks} == {one.id for one in PLAN.commitments if one.counts}


def test_a_safeguard_of_every_department_is_a_task_of_every_lead_unit_for_itself() -> None:
    tasks = [task for task in EMPTY.tasks if task.commitment.id == "s2.1"]
    assert [task.unit for task in tasks] == list(PLAN.lead_units)
    assert {task.sharing for task in tasks} == {Sharing.EACH}
    assert all(task.unit_is_inferred for task in tasks)


def test_a_safeguard_of_nobody_in_particular_is_a_task_of_the_leading_group() -> None:
    tasks = EMPTY.tasks_of("领导小组")
    assert {task.unit for task in tasks} == {LEADING_GROUP}
    assert all(task.commitment.citation.safeguard and task.commitment.actor is None for task in tasks)


def test_joint_leads_share_a_task() -> None:
    (task,) = [task for task in EMPTY.tasks_of("dingcheng-water") if task.commitment.id == "water-connection"]
    assert task.sharing is Sharing.JOINTLY
    assert len(task.shared_with) == len(task.commitment.lead_units) - 1
    assert task.unit not in task.shared_with


def test_a_day_the_text_fixes_is_the_due_day() -> None:
    fixed = {task.commitment.id: task.due for task in EMPTY.tasks if not task.due_is_inferred}
    assert fixed == {one.id: one.due_by for one in PLAN.commitments if one.due_by is not None}


def test_without_a_day_the_end_of_the_period_is_due_and_marked_as_inference() -> None:
    assert {task.due for task in EMPTY.tasks if task.due_is_inferred} == {PLAN.period.last}


def test_the_facts_to_report_are_those_the_commitment_asks_for() -> None:
    facts = {fact.name for fact in reported_facts(PLAN.targets["cross-province-services"])}
    assert facts == {"items", "reached_on", "in_scope"}


def test_no_task_asks_for_verdicts() -> None:
    kinds = Counter(fact.kind for task in EMPTY.tasks for fact in task.facts)
    assert FactKind.VERDICTS not in kinds


def test_another_rule_of_responsibility_gives_other_tasks() -> None:
    water = PLAN.lead_unit("dingcheng-water")
    ledger = Ledger.from_plan(PLAN, assign=lambda one: Assignment((water,), Sharing.JOINTLY))
    assert {task.unit.id for task in ledger.tasks} == {"dingcheng-water"}


@pytest.mark.parametrize(
    ("entry", "error"),
    [
        (Comment(**{**CITED, "commitment": "water-conection"}, text="x"), UnknownNameError),
        (Comment(**{**CITED, "commitment": "m01.0"}, text="x"), UnknownNameError),
        (Comment(**{**CITED, "unit": "财政"}, text="x"), UnknownNameError),
        (Reassignment(**CITED, to="nobody", reason="x"), UnknownNameError),
        (ProgressReport(**CITED, facts={"item": 41}), UnknownNameError),
        (ProgressReport(**CITED, adds={"reached_on": ["甲"]}), UnknownNameError),
        (Correction(**CITED, corrects="a", reason="x", facts={"item": 1}), UnknownNameError),
        (ProgressReport(**CITED, facts={"items": -1}), FactError),
        (ProgressReport(**CITED, facts={"items": "四十一"}), FactError),
        (Entry(**CITED), EntryError),
        (Comment(**CITED, text="\ud800"), EntryError),
    ],
)
def test_an_entry_that_cites_what_nobody_knows_is_refused(entry: Entry, error: type[Exception]) -> None:
    with pytest.raises(error):
        EMPTY.with_entries([entry])


def test_a_misspelt_commitment_is_answered_with_the_nearest() -> None:
    with pytest.raises(UnknownNameError, match="water-connection"):
        EMPTY.check(Comment(**{**CITED, "commitment": "water-conection"}, text="x"))


def test_a_refused_entry_leaves_the_ledger_as_it_was() -> None:
    good = Comment(**CITED, text="x")
    with pytest.raises(UnknownNameError):
        EMPTY.with_entries([good, Comment(**{**CITED, "unit": "财政"}, text="x")])
    assert len(EMPTY) == 0
