"""Who carries a task, which entries count, and what they state together, by hand."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from tests.ledger.small_ledger import (
    FLOOR,
    LIMIT,
    MILESTONE,
    RATE,
    carried,
    cited,
    on,
    report,
    table,
    task,
    withdrawn,
)
from wushan_plan import (
    Interval,
    Status,
)
from wushan_plan.ledger import (
    Candidate,
    Comment,
    Completion,
    Conflict,
    Correction,
    Dispute,
    Entry,
    Evidence,
    LedgerProblem,
    ProgressReport,
    Reassignment,
    Sharing,
    Tally,
    TaskState,
)


def not_theirs(entry: Entry) -> LedgerProblem:
    return LedgerProblem(
        entry.id,
        "m01.1",
        entry.unit,
        "该单位不承担此事项，记录不计入",
        "the unit does not carry this commitment; the entry does not count",
    )


def handed(day: int, unit: str, to: str) -> Reassignment:
    return Reassignment(**cited(on(9, day), unit=unit), to=to, reason="分工调整")


class TestHandingOver:
    """Of units that carry a task together one hands its part over, and the others keep theirs."""

    @staticmethod
    def holders(*entries: Entry) -> tuple[str, ...]:
        return task(MILESTONE, on(10, 8), *entries, units="abc").holders

    def test_nobody(self) -> None:
        assert self.holders() == ("a", "b", "c")

    def test_the_first(self) -> None:
        assert self.holders(handed(1, "a", "d")) == ("d", "b", "c")

    def test_one_in_the_middle(self) -> None:
        assert self.holders(handed(1, "b", "d")) == ("a", "d", "c")

    def test_to_one_that_carries_it_already(self) -> None:
        assert self.holders(handed(1, "a", "c")) == ("b", "c")

    def test_on_and_on(self) -> None:
        assert self.holders(handed(1, "a", "d"), handed(2, "d", "e")) == ("e", "b", "c")

    def test_to_itself_changes_nothing(self) -> None:
        assert self.holders(handed(1, "a", "a"), handed(2, "b", "d")) == ("a", "d", "c")

    def test_withdrawn_it_has_not_happened(self) -> None:
        assert self.holders(handed(1, "a", "d"), withdrawn(handed(1, "a", "d"))) == ("a", "b", "c")

    def test_corrected_in_its_wording_it_still_has(self) -> None:
        moved = handed(1, "a", "d")
        wording = Correction(**cited(on(9, 2)), corrects=moved.id, reason="文号有误")
        assert self.holders(moved, wording) == ("d", "b", "c")

    def test_what_is_not_its_own_is_a_problem(self) -> None:
        wrong = handed(1, "x", "d")
        state = carried(MILESTONE, on(10, 8), wrong, handed(2, "a", "e"), units="abc")
        assert state.problems == (not_theirs(wrong),)
        assert state.tasks[0].holders == ("e", "b", "c")

    def test_the_former_and_the_new_unit_both_report(self) -> None:
        former = report(on(8, 31), unit="a", items=7)
        new = report(on(9, 30), unit="d", items=8)
        state = task(FLOOR, on(10, 8), former, handed(1, "a", "d"), new)
        assert (state.holders, state.entries[0], state.entries[-1]) == (("d",), former.id, new.id)
        assert dict(state.facts) == {"items": 8}


class TestHandingOverOnesOwn:
    """Where each unit carries it for itself, its own task passes to another unit."""

    @staticmethod
    def holders(*entries: Entry) -> list[tuple[str, tuple[str, ...]]]:
        state = carried(MILESTONE, on(10, 8), *entries, units="ab", sharing=Sharing.EACH)
        assert state.problems == ()
        return [(one.unit, one.holders) for one in state.tasks]

    def test_once(self) -> None:
        assert self.holders(handed(1, "b", "d")) == [("a", ("a",)), ("b", ("d",))]

    def test_on_and_on(self) -> None:
        assert self.holders(handed(1, "a", "d"), handed(2, "a", "e")) == [("a", ("e",)), ("b", ("b",))]

    def test_and_back(self) -> None:
        assert self.holders(handed(1, "a", "d"), handed(2, "a", "a")) == [("a", ("a",)), ("b", ("b",))]

    def test_what_is_not_its_own_is_a_problem(self) -> None:
        wrong = handed(1, "x", "d")
        state = carried(MILESTONE, on(10, 8), wrong, handed(2, "a", "e"), units="ab", sharing=Sharing.EACH)
        assert state.problems == (not_theirs(wrong),)
        assert [one.holders for one in state.tasks] == [("e",), ("b",)]

    def test_one_unit_s_report_says_nothing_of_the_other(self) -> None:
        mine = report(on(9, 30), unit="b", done=False)
        state = carried(MILESTONE, on(10, 8), mine, units="ab", sharing=Sharing.EACH)
        assert [one.entries for one in state.tasks] == [(), (mine.id,)]
        assert [one.status for one in state.tasks] == [Status.UNKNOWN, Status.PENDING]


class TestProblems:
    """What does not count is named, by entry, and what comes after it counts."""

    def test_a_report_of_a_unit_that_does_not_carry_it(self) -> None:
        wrong, good = report(on(9, 1), unit="x", items=9), report(on(9, 2), items=7)
        state = carried(FLOOR, on(10, 8), wrong, good)
        assert state.problems == (not_theirs(wrong),)
        assert (dict(state.tasks[0].facts), state.tasks[0].entries) == ({"items": 7}, (good.id,))

    def test_the_same_where_each_carries_it(self) -> None:
        wrong, good = report(on(9, 1), unit="x", items=9), report(on(9, 2), items=7)
        state = carried(FLOOR, on(10, 8), wrong, good, sharing=Sharing.EACH)
        assert state.problems == (not_theirs(wrong),)
        assert state.tasks[0].entries == (good.id,)

    def test_a_remark_of_another_unit_is_none(self) -> None:
        remark = Comment(**cited(on(9, 1), unit="x"), text="请核实")
        assert carried(FLOOR, on(10, 8), remark).problems == ()

    def test_a_decision_on_what_is_not_there(self) -> None:
        decision = ProgressReport(**cited(on(9, 1)), facts={"items": 7}, settles=["0" * 32])
        (problem,) = carried(FLOOR, on(10, 8), decision).problems
        assert problem == LedgerProblem(
            decision.id,
            "m01.1",
            "a",
            "所裁定的记录不在此事项之下",
            "what it settles is not among the entries on this commitment",
        )

    def test_two_of_them_in_the_order_of_their_ids(self) -> None:
        wrong = [report(on(9, day), unit="x", items=9) for day in range(1, 6)]
        found = [problem.entry for problem in carried(FLOOR, on(10, 8), *wrong).problems]
        assert found == sorted(one.id for one in wrong) != [one.id for one in wrong]

    def test_two_of_one_entry_in_the_order_of_their_words(self) -> None:
        wrong = ProgressReport(**cited(on(9, 1), unit="x"), facts={"items": 7}, settles=["0" * 32])
        found = [problem.en[:8] for problem in carried(FLOOR, on(10, 8), wrong).problems]
        assert found == ["the unit", "what it "]


class TestDecisions:
    """A report that settles others takes from them what it states itself, and no more."""

    FIRST = report(on(9, 30), "王", items=8, reached_on=on(9, 20))
    SECOND = report(on(9, 30), "李", items=9, reached_on=on(9, 24))
    BOTH = (FIRST.id, SECOND.id)

    def after(self, *decisions: Entry) -> TaskState:
        return task(FLOOR, on(10, 8), self.FIRST, self.SECOND, *decisions)

    def decision(self, **facts: Any) -> ProgressReport:
        return ProgressReport(**cited(on(10, 1), "督"), facts=facts, stood_on=on(9, 30), settles=self.BOTH)

    def test_before_any_nothing_is_known(self) -> None:
        state = self.after()
        assert state.facts == ()
        assert state.conflicts[0] == Conflict(
            "m01.1",
            "",
            "items",
            Dispute.DIFFERENT_VALUES,
            tuple(
                Candidate(one.id, one.author, dict(one.facts)["items"], Interval(on(9, 30), on(9, 30)))
                for one in sorted((self.FIRST, self.SECOND), key=lambda one: one.order)
            ),
        )
        assert [one.fact for one in state.conflicts] == ["items", "reached_on"]

    def test_names_the_unit_where_each_carries_it(self) -> None:
        state = carried(FLOOR, on(10, 8), self.FIRST, self.SECOND, sharing=Sharing.EACH).tasks[0]
        assert [one.unit for one in state.conflicts] == ["a", "a"]

    def test_on_all_of_it(self) -> None:
        state = self.after(self.decision(items=8, reached_on=on(9, 24)))
        assert (dict(state.facts), state.conflicts) == ({"items": 8, "reached_on": on(9, 24)}, ())

    def test_on_one_fact_leaves_the_other(self) -> None:
        state = self.after(self.decision(items=8))
        assert dict(state.facts) == {"items": 8}
        assert [one.fact for one in state.conflicts] == ["reached_on"]

    def test_on_the_first_fact_of_a_report_leaves_its_second_stated(self) -> None:
        only = report(on(9, 30), "李", items=9)
        decision = ProgressReport(
            **cited(on(10, 1), "督"), facts={"items": 8}, stood_on=on(9, 30), settles=[self.FIRST.id, only.id]
        )
        state = task(FLOOR, on(10, 8), self.FIRST, only, decision)
        assert (dict(state.facts), state.conflicts) == ({"items": 8, "reached_on": on(9, 20)}, ())

    def test_by_a_completion_speaks_of_the_day_of_reaching(self) -> None:
        decision = Completion(
            **cited(on(10, 1), "督"),
            done_on=on(9, 24),
            facts={"items": 8},
            stood_on=on(9, 30),
            settles=self.BOTH,
        )
        state = self.after(decision)
        assert (dict(state.facts), state.conflicts) == ({"items": 8, "reached_on": on(9, 24)}, ())

    def test_withdrawn_settles_nothing(self) -> None:
        decision = self.decision(items=8)
        assert len(self.after(decision, withdrawn(decision)).conflicts) == 2


class TestStatements:
    """Every report speaks of each of its facts on its own."""

    def test_after_a_remark_and_a_table(self) -> None:
        remark = Comment(**cited(on(9, 1)), text="已阅")
        state = task(FLOOR, on(10, 8), remark, table(on(9, 2)), report(on(9, 3), items=7))
        assert dict(state.facts) == {"items": 7}

    def test_an_older_figure_beside_a_fact_not_said_before(self) -> None:
        late = ProgressReport(
            **cited(on(10, 9)), facts={"items": 5, "reached_on": on(9, 20)}, stood_on=on(10, 1)
        )
        state = task(FLOOR, on(10, 15), report(on(10, 8), items=8), late)
        assert dict(state.facts) == {"items": 8, "reached_on": on(9, 20)}

    def test_a_newer_figure_in_place_of_an_older_one(self) -> None:
        late = ProgressReport(**cited(on(10, 8)), facts={"items": 5}, stood_on=on(10, 1))
        state = task(FLOOR, on(10, 15), late, report(on(10, 8), "李", items=8))
        assert (dict(state.facts), state.conflicts) == ({"items": 8}, ())

    def test_the_newest_of_three_figures(self) -> None:
        three = [report(on(9, day), items=day) for day in (6, 7, 8)]
        assert dict(task(FLOOR, on(10, 8), *three).facts) == {"items": 8}

    def test_two_pieces_of_evidence_without_contradiction(self) -> None:
        shown = [Evidence(**cited(on(9, 30), author), reference=author) for author in "王李"]
        state = task(MILESTONE, on(10, 8), *shown)
        assert state.conflicts == ()
        assert [name for name, _ in state.facts] == ["evidence"]

    def test_both_figures_of_a_period(self) -> None:
        september = Interval(on(9, 1), on(9, 30))
        monthly = ProgressReport(**cited(on(10, 8)), facts={"handled": 7, "received": 8}, period=september)
        earlier = ProgressReport(
            **cited(on(9, 2)), facts={"handled": 3, "received": 3}, period=Interval(on(8, 1), on(8, 31))
        )
        state = task(RATE, on(10, 8), earlier, monthly)
        assert dict(state.facts) == {"handled": 10, "received": 11}
        assert state.verdict is not None
        assert state.verdict.measured == Fraction(10, 11)

    def test_items_by_name_on_top_of_a_figure(self) -> None:
        named = ProgressReport(**cited(on(9, 20)), adds={"items": ["甲", "乙"]})
        state = task(FLOOR, on(10, 8), report(on(9, 10), items=5), named)
        assert dict(state.facts) == {"items": 7}

    def test_a_completion_on_the_day_of_whatever_day_is_asked_for(self) -> None:
        done = Completion(**cited(on(9, 30)), done_on=on(9, 20))
        assert dict(task(FLOOR, on(10, 8), done).facts) == {"reached_on": on(9, 20)}
        assert dict(task(LIMIT, on(10, 8), done).facts) == {"end": on(9, 20)}
        assert dict(task(MILESTONE, on(10, 8), done).facts) == {"done": True, "done_on": on(9, 20)}

    def test_facts_in_the_order_of_the_form(self) -> None:
        state = task(FLOOR, on(10, 8), report(on(9, 30), reached_on=on(9, 20), in_scope=True, items=8))
        assert [name for name, _ in state.facts] == ["items", "reached_on", "in_scope"]


class TestTables:
    """Tables of cases add up, each once."""

    def test_of_two_units_in_two_files(self) -> None:
        state = task(
            LIMIT,
            on(10, 8),
            table(on(9, 30), met=5, digest="aa" * 32),
            table(on(9, 30), unit="b", met=3, digest="bb" * 32),
            units="ab",
        )
        assert state.tally == Tally(counts={Status.MET: 8})

    def test_of_two_units_in_one_file_count_once(self) -> None:
        state = task(
            LIMIT,
            on(10, 8),
            table(on(9, 30), met=5, digest="aa" * 32),
            table(on(9, 30), unit="b", met=5, digest="aa" * 32),
            units="ab",
        )
        assert state.tally == Tally(counts={Status.MET: 5})

    def test_of_two_units_without_digest_add_up(self) -> None:
        state = task(LIMIT, on(10, 8), table(on(9, 30), met=5), table(on(9, 30), unit="b", met=5), units="ab")
        assert state.tally == Tally(counts={Status.MET: 10})

    def test_of_two_periods_add_up(self) -> None:
        august, september = Interval(on(8, 1), on(8, 31)), Interval(on(9, 1), on(9, 30))
        state = task(
            LIMIT,
            on(10, 8),
            table(on(9, 30), met=5, period=august),
            table(on(9, 30), met=3, period=september),
        )
        assert state.tally == Tally(counts={Status.MET: 8})

    def test_of_two_periods_in_one_file_count_once(self) -> None:
        august, september = Interval(on(8, 1), on(8, 31)), Interval(on(9, 1), on(9, 30))
        state = task(
            LIMIT,
            on(10, 8),
            table(on(8, 31), met=5, period=august, digest="aa" * 32),
            table(on(9, 30), met=5, period=september, digest="aa" * 32),
        )
        assert state.tally == Tally(counts={Status.MET: 5})

    MINE, THEIRS = table(on(9, 30), met=5), table(on(9, 30), "李", late=1)

    def test_of_one_day_that_differ_are_in_dispute(self) -> None:
        state = task(LIMIT, on(10, 8), self.MINE, self.THEIRS)
        (conflict,) = state.conflicts
        assert (conflict.fact, conflict.dispute) == ("a:台账", Dispute.DIFFERENT_VALUES)
        assert {one.value for one in conflict.candidates} == {self.MINE.tally, self.THEIRS.tally}
        assert (state.tally, state.status, state.problem) == (None, Status.UNKNOWN, "")

    def test_are_settled_by_a_table_of_that_name(self) -> None:
        decision = table(on(10, 1), "督", met=4, stood_on=on(9, 30), settles=[self.MINE.id, self.THEIRS.id])
        state = task(LIMIT, on(10, 8), self.MINE, self.THEIRS, decision)
        assert (state.conflicts, state.tally) == ((), decision.tally)

    def test_are_not_settled_by_a_table_of_another_name(self) -> None:
        decision = table(
            on(10, 1), "督", met=4, source="另表", stood_on=on(9, 30), settles=[self.MINE.id, self.THEIRS.id]
        )
        state = task(LIMIT, on(10, 8), self.MINE, self.THEIRS, decision)
        assert [one.fact for one in state.conflicts] == ["a:台账"]

    def test_withdrawn_do_not_count(self) -> None:
        state = task(LIMIT, on(10, 8), self.MINE, withdrawn(self.MINE))
        assert (state.tally, state.status) == (None, Status.UNKNOWN)

    def test_alone_give_no_verdict(self) -> None:
        state = task(LIMIT, on(10, 8), self.MINE)
        assert (state.verdict, state.status) == (None, Status.MET)

    def test_beside_facts_the_worse_of_both_speaks(self) -> None:
        kept = report(on(9, 30), start=on(9, 1), end=on(9, 9))
        late = report(on(9, 30), start=on(9, 1), end=on(9, 29))
        bad = table(on(9, 30), late=1)
        found = [
            task(LIMIT, on(10, 8), facts, cases).status
            for facts in (kept, late)
            for cases in (self.MINE, bad)
        ]
        assert found == [Status.MET, Status.NOT_MET, Status.NOT_MET, Status.NOT_MET]
