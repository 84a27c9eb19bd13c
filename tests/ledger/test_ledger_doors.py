"""The doors of a ledger on an invented plan: what goes in, what can be asked, and what is refused."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import attrs
import pytest

from tests.ledger.tables import every
from tests.model.small_plan import CULTURE, TRANSPORT, small_plan
from tests.model.told import Refusal
from wushan_plan import CHINA, Status, WorkingDays, judged_by
from wushan_plan.errors import DateTypeError, UnknownNameError
from wushan_plan.ledger import (
    LEADING_GROUP,
    Assignment,
    CaseReport,
    Colour,
    ColourRule,
    Comment,
    Correction,
    Entry,
    Ledger,
    LedgerState,
    Overview,
    ProgressReport,
    Reassignment,
    Sharing,
    StateChange,
    Tally,
)

PLAN = judged_by(small_plan(), CHINA)
LAST = date(2021, 12, 31)
"""A Friday, the day every task is due."""
DAY = date(2021, 9, 30)
EMPTY = Ledger.from_plan(PLAN)


def cited(commitment: str = "new-road", unit: str = "transport", at: date = DAY) -> dict[str, Any]:
    return {"commitment": commitment, "unit": unit, "author": "王", "at": at}


def road(length: int, at: date = DAY, author: str = "王") -> ProgressReport:
    return ProgressReport(**{**cited(at=at), "author": author}, facts={"length": length, "eligible": True})


def cases(commitment: str = "shelving", unit: str = "culture", **numbers: int) -> CaseReport:
    counts = {Status[name]: number for name, number in numbers.items()}
    return CaseReport(**cited(commitment, unit), tally=Tally(counts=counts), source="台账")


def remark(
    commitment: str = "new-road", unit: str = "transport", at: date = DAY, text: str = "已阅"
) -> Comment:
    return Comment(**cited(commitment, unit, at), text=text)


def state(*entries: Entry, day: date = DAY) -> LedgerState:
    return EMPTY.with_entries(entries).as_of(day)


class TestEntries:
    """The entries of a ledger are a set: the order in which they come and how often make no difference."""

    def test_they_stand_by_moment_on_each_commitment_and_in_all(self) -> None:
        first, second, third = remark(at=date(2021, 9, 1)), remark("shelving"), remark(at=date(2021, 10, 1))
        ledger = EMPTY.with_entries([third, second, third]).with_entries([first])
        assert ledger.entries == (first, second, third)
        assert ledger.entries_on("new-road") == (first, third)
        assert ledger.entries_on("m01.1", DAY) == (first,)
        assert ledger.entries_on("new-road", date(2021, 10, 1)) == (first, third)
        assert ledger.entries_on("s1.2") == ()
        assert len(ledger) == 3

    def test_nothing_new_gives_the_ledger_itself(self) -> None:
        assert EMPTY.with_entries([]) is EMPTY

    def test_what_it_holds_is_in_it_and_nothing_else(self) -> None:
        ledger = EMPTY.with_entries([remark()])
        assert remark() in ledger
        assert remark(text="未阅") not in ledger
        assert remark("shelving") not in ledger
        assert "new-road" not in ledger

    def test_an_entry_it_would_not_take_is_refused_before_anything_is_taken(self) -> None:
        with pytest.raises(UnknownNameError):
            EMPTY.with_entries([remark(), remark(unit="气象局")])
        with pytest.raises(UnknownNameError):
            EMPTY.check(remark(unit="气象局"))
        EMPTY.check(remark())

    def test_what_was_checked_when_it_was_stored_is_not_checked_again(self) -> None:
        assert len(EMPTY.with_stored([remark(unit="气象局")])) == 1

    def test_what_it_is_told_from_the_start_it_keeps(self) -> None:
        rule, calendar = ColourRule(silent=Colour.RED), CHINA.as_known_on(date(2021, 1, 1))
        ledger = Ledger.from_plan(PLAN, [remark()], rule=rule, calendar=calendar)
        assert (ledger.rule, ledger.entries) == (rule, (remark(),))
        assert ledger.calendar is calendar
        assert (EMPTY.rule, EMPTY.calendar) == (ColourRule(), CHINA)

    def test_it_says_what_it_is_and_how_much_there_is(self) -> None:
        assert repr(EMPTY.with_entries([remark()])) == "<Ledger small: 10 tasks, 1 entries>"


class TestUnits:
    """Units are known by id, by printed name and by their name in English."""

    def test_those_with_tasks_are_its_units_the_leading_group_last(self) -> None:
        assert EMPTY.units == (TRANSPORT, CULTURE, LEADING_GROUP)
        ledger = Ledger.from_plan(PLAN, assign=lambda one: Assignment((CULTURE,), Sharing.JOINTLY))
        assert ledger.units == (CULTURE,)

    @every("name", ["culture", "文旅委", "Culture Commission"])
    def test_a_unit_has_its_tasks_under_each(self, name: str) -> None:
        assert EMPTY.unit(name) == CULTURE
        assert [task.commitment.id for task in EMPTY.tasks_of(name)] == ["m02.1", "shelving", "s1.1"]

    def test_a_unit_nobody_knows_is_refused_with_those_that_come_near(self) -> None:
        Refusal(
            UnknownNameError, "文旅局", "Ledger.unit", "no unit of the ledger", "'文旅委'", "单位不识",
            ("文旅委",),
        ).is_met_by(lambda: EMPTY.unit("文旅局"))  # fmt: skip


class TestAsked:
    """A state answers commitment by commitment, and knows nothing that was written later."""

    def test_the_day_is_a_date(self) -> None:
        assert EMPTY.as_of(datetime(2021, 9, 30, 8)).day == DAY
        text: Any = "2021-09-30"
        with pytest.raises(DateTypeError) as caught:
            EMPTY.as_of(text)
        assert caught.value.where == "as_of"

    def test_it_says_of_which_plan_and_day_it_is(self) -> None:
        assert repr(state()) == "<LedgerState small 2021-09-30>"

    def test_what_was_written_later_is_not_known_yet(self) -> None:
        later = road(12, at=date(2021, 10, 1))
        assert state(later).task("new-road").status is Status.UNKNOWN
        assert state(later, day=date(2021, 10, 1)).task("new-road").status is Status.MET

    def test_a_commitment_goes_by_id_and_by_number(self) -> None:
        found = state()
        assert found.commitment("m01.1") is found.commitment("new-road")
        assert repr(found.commitment("new-road")) == "<CommitmentState new-road 2021-09-30: unknown>"

    def test_a_heading_has_no_task_of_its_own(self) -> None:
        Refusal(
            UnknownNameError, "m01.0", "LedgerState.commitment", "no task of its own", "heading(…)",
            "标题没有单独的任务",
        ).is_met_by(lambda: state().commitment("m01.0"))  # fmt: skip

    def test_a_shared_task_needs_no_unit(self) -> None:
        found = state()
        assert found.task("m02.1") is found.task("m02.1", "culture") is found.commitment("m02.1").tasks[0]

    @every("unit", ["culture", "文旅委"])
    def test_a_task_each_carries_for_itself_is_asked_for_by_unit(self, unit: str) -> None:
        assert state().task("s1.1", unit).unit == "culture"
        assert repr(state().task("s1.1", unit)) == "<TaskState s1.1 culture 2021-09-30: unknown, grey>"

    def test_without_its_unit_such_a_task_is_refused(self) -> None:
        Refusal(
            UnknownNameError, None, "LedgerState.task(unit=…)", "for itself",
            "Known: culture, transport.", "各单位各自承担此事项，请指明单位",
        ).is_met_by(lambda: state().task("s1.1"))  # fmt: skip

    def test_a_unit_that_does_not_carry_it_is_refused(self) -> None:
        Refusal(
            UnknownNameError, "领导小组", "LedgerState.task(unit=…)", "for itself",
            "Known: culture, transport.", "各单位各自承担此事项，请指明单位",
        ).is_met_by(lambda: state().task("s1.1", "领导小组"))  # fmt: skip

    def test_every_entry_on_a_task_is_in_its_history_up_to_the_day(self) -> None:
        ours, theirs = remark("s1.1", "transport"), remark("s1.1", "culture")
        later = remark("s1.1", "culture", at=date(2021, 10, 1))
        found = state(ours, theirs, later)
        assert {one.entry for one in found.history("s1.1")} == {ours, theirs}
        assert [one.entry for one in found.history("s1.1", "文旅委")] == [theirs]

    def test_entries_that_do_not_count_are_its_problems(self) -> None:
        stray = Correction(**cited(), corrects="0" * 32, reason="误填", withdraws=True)
        assert [one.entry for one in state(stray, remark()).problems] == [stray.id]

    def test_contradictions_are_its_conflicts_with_the_ids_that_settle_them(self) -> None:
        one, other = road(11), road(12, author="李")
        (conflict,) = state(one, other).conflicts
        assert (conflict.commitment, conflict.fact) == ("new-road", "length")
        assert set(conflict.settles) == {one.id, other.id}


class TestTogether:
    """Tasks are put together by unit, measure, section, chapter, safeguard, and in all."""

    @staticmethod
    def told(found: Overview) -> tuple[str, list[str]]:
        return found.name, [f"{one.commitment.id}{one.unit and ' ' + one.unit}" for one in found.tasks]

    def test_the_whole_holds_every_task_once(self) -> None:
        each = ["s1.1 transport", "s1.1 culture"]
        every = ["new-road", "m01.2", "m02.1", "shelving", *each, "s1.2", "s2.1"]
        assert self.told(state().whole) == ("small", every)

    def test_a_unit_has_what_it_holds_on_the_day(self) -> None:
        assert self.told(state().unit("文旅委")) == ("culture", ["m02.1", "shelving", "s1.1 culture"])
        passed = Reassignment(**cited("s1.2", "leading-group"), to="culture", reason="调整")
        assert self.told(state(passed).unit("culture"))[1][-1] == "s1.2"

    def test_a_measure(self) -> None:
        assert self.told(state().measure(1)) == ("1", ["new-road", "m01.2"])

    def test_a_section(self) -> None:
        assert self.told(state().section("1.2")) == ("1.2", ["m02.1", "shelving"])
        assert self.told(state().section("9.9")) == ("9.9", [])

    def test_a_safeguard(self) -> None:
        assert self.told(state().safeguard(2)) == ("S2", ["s2.1"])
        assert self.told(state().safeguard(9)) == ("S9", [])

    def test_a_chapter_of_measures_and_one_of_safeguards(self) -> None:
        assert self.told(state().chapter(1)) == ("1", ["new-road", "m01.2", "m02.1", "shelving"])
        safeguards = ["s1.1 transport", "s1.1 culture", "s1.2", "s2.1"]
        assert self.told(state().chapter(2)) == ("2", safeguards)
        assert self.told(state().chapter(9)) == ("9", [])


class TestHeadings:
    """A heading is judged by the tasks below it, whether their facts speak or their cases."""

    @every(
        ("length", "counts", "status"),
        [
            (12, {"MET": 2}, Status.MET),
            (12, {"NOT_MET": 1}, Status.NOT_MET),
            (11, {"MET": 2}, Status.PENDING),
        ],
    )
    def test_the_worst_of_them_speaks(self, length: int, counts: dict[str, int], status: Status) -> None:
        verdict = state(road(length), cases("m01.2", "transport", **counts)).heading("m01.0")
        assert (verdict.status, verdict.as_of) == (status, DAY)

    def test_how_many_stand_how_is_said(self) -> None:
        values = dict(state(road(12)).heading("m01.0").reasons[0].values)
        assert values == {"met": 1, "not_met": 0, "pending": 0, "unknown": 1, "total": 2}


class TestDueSoon:
    """A task is due within so many working days, this day and the last one included."""

    @every(
        ("day", "days", "found"),
        [
            (date(2021, 12, 31), 0, True),
            (date(2021, 12, 30), 0, False),
            (date(2021, 12, 30), 1, True),
            (date(2021, 12, 24), 5, True),
            (date(2021, 12, 24), 4, False),
            (date(2022, 1, 4), 9, False),
        ],
    )
    def test_working_days_are_counted(self, day: date, days: int, found: bool) -> None:
        due = state(day=day).due_within(WorkingDays(days))
        assert [one.commitment.id for one in due] == [
            one.commitment.id for one in state(day=day).tasks if found
        ]

    def test_what_is_kept_or_missed_is_left_out_and_what_is_pending_is_not(self) -> None:
        def near(*entries: Entry) -> set[str]:
            return {one.commitment.id for one in state(*entries).due_within(WorkingDays(99))}

        assert {"new-road", "shelving"} <= near()
        assert "new-road" in near(road(11))
        assert "new-road" not in near(road(12))
        assert "shelving" not in near(cases(NOT_MET=1))


class TestChanges:
    """A task has changed when its status, colour, holders or conflicts have, or it has become stale."""

    def changed(self, *entries: Entry, later: date = DAY) -> list[StateChange]:
        before = EMPTY.as_of(DAY)
        return list(EMPTY.with_entries(entries).as_of(later).changes_since(before))

    def test_without_an_entry_nothing_has(self) -> None:
        assert self.changed() == []
        assert self.changed(remark()) == []

    def test_the_state_before_and_after_are_given(self) -> None:
        (change,) = self.changed(road(12))
        assert (change.before.status, change.after.status) == (Status.UNKNOWN, Status.MET)
        assert change.before.commitment.id == change.after.commitment.id == "new-road"

    def test_a_task_of_each_unit_changes_by_itself(self) -> None:
        (change,) = self.changed(ProgressReport(**cited("s1.1", "culture"), facts={"events": [DAY]}))
        assert (change.before.unit, change.after.unit) == ("culture", "culture")

    def test_another_holder_is_a_change(self) -> None:
        passed = Reassignment(**cited("s1.2", "leading-group"), to="culture", reason="调整")
        (change,) = self.changed(passed)
        assert (change.before.holders, change.after.holders) == (("leading-group",), ("culture",))

    def test_a_conflict_is_a_change(self) -> None:
        (change,) = self.changed(road(11), road(12, author="李"))
        assert (change.before.conflicts, len(change.after.conflicts)) == ((), 1)

    def test_another_colour_alone_is_a_change(self) -> None:
        (change, *_) = self.changed(later=LAST)
        assert change.before.status is change.after.status is Status.UNKNOWN
        assert (change.before.colour, change.after.colour) == (Colour.GREY, Colour.YELLOW)

    def test_a_report_that_has_become_stale_is_a_change(self) -> None:
        ledger = EMPTY.with_entries([road(11)])
        (change,) = ledger.as_of(date(2021, 12, 1)).changes_since(ledger.as_of(DAY))
        assert change.before.status is change.after.status is Status.PENDING
        assert change.before.colour is change.after.colour
        assert (change.before.is_stale, change.after.is_stale) == (False, True)

    def test_a_task_the_earlier_ledger_did_not_have_is_no_change(self) -> None:
        bare = Ledger.from_plan(attrs.evolve(PLAN, safeguards=()))
        assert EMPTY.as_of(DAY).changes_since(bare.as_of(DAY)) == ()
