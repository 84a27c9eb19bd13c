"""Who carries an invented plan, what each is asked, and what no entry on it may cite."""

from __future__ import annotations

from datetime import date
from typing import Any

import attrs
import pytest

from tests.evaluation.small_plan import CONDITIONAL_SCOPE, SCOPE, commitment_of
from tests.ledger.small_ledger import FLOOR, LIMIT, MILESTONE, RATE
from tests.ledger.tables import every
from tests.model.small_plan import CULTURE, TRANSPORT, small_plan
from tests.model.told import Refusal
from wushan_plan import CalendarDays, Commitment, FactKind, Interval
from wushan_plan.errors import EntryError, FactError, UnknownNameError
from wushan_plan.ledger import (
    LEADING_GROUP,
    Assignment,
    CaseReport,
    Comment,
    Completion,
    Correction,
    Entry,
    Evidence,
    Ledger,
    ProgressReport,
    Reassignment,
    Report,
    Sharing,
    Tally,
    Task,
    assign_by_heading,
    reported_facts,
)
from wushan_plan.ledger.tasks import Register, breakdown, citable_units, stated_facts
from wushan_plan.model.criteria import Event, Summary, TimeLimit
from wushan_plan.model.readings import Reading

PLAN = small_plan()
LAST = date(2021, 12, 31)
DAY = date(2021, 9, 30)
CITED: dict[str, Any] = {"commitment": "new-road", "unit": "transport", "author": "王", "at": DAY}


def named(name: str) -> Commitment:
    return PLAN.commitment(name)


class TestAssignment:
    """The heading says who carries a commitment; where it says nothing, it is inferred and marked."""

    def test_a_measure_is_carried_by_the_lead_units_of_its_section_jointly(self) -> None:
        assert assign_by_heading(named("new-road")) == Assignment((TRANSPORT,), Sharing.JOINTLY)
        assert assign_by_heading(named("shelving")) == Assignment((CULTURE, TRANSPORT), Sharing.JOINTLY)

    def test_a_safeguard_of_every_body_is_each_lead_unit_s_for_itself_by_inference(self) -> None:
        units = (TRANSPORT, CULTURE)
        assert assign_by_heading(named("s1.1")) == Assignment(units, Sharing.EACH, inferred=True)

    @every("name", ["s1.2", "s2.1"])
    def test_any_other_safeguard_is_the_leading_group_s_by_inference(self, name: str) -> None:
        assert assign_by_heading(named(name)) == Assignment((LEADING_GROUP,), Sharing.JOINTLY, inferred=True)

    def test_an_assignment_is_certain_unless_it_says_otherwise(self) -> None:
        assert Assignment((TRANSPORT,), Sharing.JOINTLY).inferred is False

    def test_the_leading_group_can_be_cited_where_it_has_something_to_do(self) -> None:
        assert citable_units(PLAN) == (TRANSPORT, CULTURE, LEADING_GROUP)
        without = attrs.evolve(PLAN, safeguards=())
        assert citable_units(without) == (TRANSPORT, CULTURE)


class TestBreakdown:
    """Each unit has a task for each of its commitments, in printed order."""

    def test_there_is_one_for_every_unit_of_every_commitment_but_headings(self) -> None:
        assert [(task.commitment.id, task.unit.id) for task in breakdown(PLAN)] == [
            ("new-road", "transport"),
            ("m01.2", "transport"),
            ("m02.1", "culture"),
            ("m02.1", "transport"),
            ("shelving", "culture"),
            ("shelving", "transport"),
            ("s1.1", "transport"),
            ("s1.1", "culture"),
            ("s1.2", "leading-group"),
            ("s2.1", "leading-group"),
        ]

    def test_a_task_says_whose_it_is_and_until_when(self) -> None:
        assert breakdown(PLAN)[0] == Task(
            unit=TRANSPORT, commitment=named("new-road"), sharing=Sharing.JOINTLY, shared_with=(),
            period=Interval(date(2021, 3, 1), LAST), due=LAST, due_is_inferred=False, unit_is_inferred=False,
        )  # fmt: skip

    def test_a_fixed_day_is_due_and_otherwise_the_last_of_the_period_by_inference(self) -> None:
        tasks = {task.commitment.id: task for task in breakdown(small_plan())}
        assert (tasks["new-road"].due, tasks["new-road"].due_is_inferred) == (LAST, False)
        assert (tasks["s2.1"].due, tasks["s2.1"].due_is_inferred) == (LAST, True)
        longer = attrs.evolve(PLAN, period=Interval(date(2021, 3, 1), date(2022, 3, 1)))
        later = {task.commitment.id: task.due for task in breakdown(longer)}
        assert (later["new-road"], later["s2.1"]) == (LAST, date(2022, 3, 1))

    def test_a_task_carried_jointly_names_the_others(self) -> None:
        shared = {task.unit.id: task.shared_with for task in breakdown(PLAN) if task.commitment.id == "m02.1"}
        assert shared == {"culture": (TRANSPORT,), "transport": (CULTURE,)}

    def test_a_task_each_carries_for_itself_is_shared_with_nobody(self) -> None:
        tasks = [task for task in breakdown(PLAN) if task.commitment.id == "s1.1"]
        assert [(task.sharing, task.shared_with) for task in tasks] == [(Sharing.EACH, ())] * 2

    def test_whose_it_is_is_marked_where_the_text_leaves_it_open(self) -> None:
        assert [task.unit_is_inferred for task in breakdown(PLAN)] == [False] * 6 + [True] * 4

    def test_another_rule_may_say_whose_it_is(self) -> None:
        tasks = breakdown(PLAN, lambda one: Assignment((CULTURE,), Sharing.JOINTLY))
        assert {task.unit for task in tasks} == {CULTURE}

    def test_a_task_knows_its_facts_and_whether_it_is_a_target(self) -> None:
        first, second = breakdown(PLAN)[:2]
        assert first.facts == reported_facts(first.commitment)
        assert (first.is_target, second.is_target) == (True, False)


class TestFacts:
    """The facts to report are the commitment's own, and whether it applies at all."""

    @staticmethod
    def of(one: Commitment) -> list[tuple[str, FactKind, bool]]:
        return [(fact.name, fact.kind, fact.optional) for fact in reported_facts(one)]

    def test_they_are_those_it_asks_for(self) -> None:
        assert [name for name, _, _ in self.of(MILESTONE)] == ["done", "done_on", "evidence"]
        assert [name for name, _, _ in self.of(RATE)] == ["handled", "received"]

    def test_where_a_scope_is_stated_whether_it_is_in_it(self) -> None:
        assert self.of(FLOOR)[-1] == ("in_scope", FactKind.TRUTH, True)
        (asked,) = [fact for fact in reported_facts(FLOOR) if fact.name == "in_scope"]
        assert (asked.zh, asked.en) == (f"是否属于：{SCOPE.zh}", SCOPE.en)
        conditional = commitment_of(MILESTONE.criterion, scope=CONDITIONAL_SCOPE)
        assert {"eligible", "in_scope"} <= {name for name, _, _ in self.of(conditional)}

    def test_a_clock_with_one_start_asks_for_it_once(self) -> None:
        assert [name for name, _, _ in self.of(LIMIT)] == ["start", "end", "in_scope"]

    def test_a_clock_with_several_starts_can_be_given_the_start_itself(self) -> None:
        events = (Event("公告", "notice", "noticed"), Event("受理", "acceptance", "accepted"))
        several = commitment_of(
            TimeLimit(CalendarDays(9), events, Event("办结", "completion"), Reading.BY_COUNT)
        )
        assert self.of(several) == [
            ("noticed", FactKind.DATE, False),
            ("accepted", FactKind.DATE, False),
            ("end", FactKind.DATE, True),
            ("start", FactKind.DATE, True),
        ]
        start = reported_facts(several)[-1]
        assert (start.zh, start.en) == ("起算日期", "start of the clock")

    def test_verdicts_are_derived_and_never_reported(self) -> None:
        assert reported_facts(commitment_of(Summary())) == ()


class TestStated:
    """A completion says the day of whatever day is asked for; a day of completion means done."""

    def said(self, entry: Report, *asked: str) -> dict[str, object]:
        return stated_facts(entry, entry.facts, frozenset(asked))

    def done(self, **facts: Any) -> Completion:
        return Completion(**CITED, done_on=DAY, facts={"done_on": DAY, **facts})

    def progress(self, **facts: Any) -> ProgressReport:
        return ProgressReport(**CITED, facts=facts)

    def test_what_is_not_asked_for_is_left_out(self) -> None:
        assert self.said(self.progress(items=4, other=5), "items") == {"items": 4}

    @every("name", ["reached_on", "end"])
    def test_a_completion_gives_the_day_that_is_asked_for(self, name: str) -> None:
        assert self.said(self.done(), name) == {name: DAY}
        assert self.said(self.done(), "items") == {}

    @every("name", ["reached_on", "end"])
    def test_a_day_it_states_itself_stands(self, name: str) -> None:
        earlier = date(2021, 9, 1)
        assert self.said(self.done(**{name: earlier}), name) == {name: earlier}

    def test_a_completion_whose_day_was_struck_gives_none(self) -> None:
        entry = Completion(**CITED, done_on=DAY)
        assert stated_facts(entry, (("done_on", None),), frozenset({"end"})) == {}
        assert stated_facts(entry, (), frozenset({"reached_on"})) == {}

    @every("name", ["reached_on", "end"])
    def test_progress_gives_no_day_of_its_own(self, name: str) -> None:
        assert self.said(self.progress(done_on=DAY), name) == {}

    def test_a_day_of_completion_means_done(self) -> None:
        assert self.said(self.progress(done_on=DAY), "done", "done_on") == {"done_on": DAY, "done": True}

    def test_not_done_takes_an_earlier_day_back(self) -> None:
        assert self.said(self.progress(done=False), "done", "done_on") == {"done": False, "done_on": None}

    def test_not_done_with_a_day_stands_as_it_was_said(self) -> None:
        said = self.said(self.progress(done=False, done_on=DAY), "done", "done_on")
        assert said == {"done": False, "done_on": DAY}

    def test_done_without_a_day_says_nothing_of_the_day(self) -> None:
        assert self.said(self.progress(done=True), "done", "done_on") == {"done": True}

    def test_a_day_taken_back_says_nothing_of_done(self) -> None:
        assert self.said(self.progress(done_on=None), "done", "done_on") == {"done_on": None}

    def test_where_only_one_of_the_two_is_asked_the_other_is_not_inferred(self) -> None:
        assert self.said(self.progress(done_on=DAY), "done_on") == {"done_on": DAY}
        assert self.said(self.progress(done=False), "done") == {"done": False}


COMMITMENTS = ("m01.2", "m02.1", "new-road", "s1.1", "s1.2", "s2.1", "shelving")
KNOWN_UNITS = "Known: culture, leading-group, transport."


class TestRegister:
    """What an entry may cite, and what is said when it cites anything else."""

    register = Register.of(PLAN)

    def refused(self, refusal: Refusal, entry: Entry) -> None:
        refusal.is_met_by(lambda: self.register.check(entry))

    def test_it_knows_units_and_commitments_with_their_facts_but_no_headings(self) -> None:
        register = Register.of(PLAN)
        assert register.units == {one.id: one for one in (TRANSPORT, CULTURE, LEADING_GROUP)}
        assert tuple(sorted(register.commitments)) == COMMITMENTS
        assert register.commitments["new-road"] == reported_facts(named("new-road"))

    @every(
        "entry",
        [
            Comment(**CITED, text="已阅"),
            ProgressReport(**CITED, facts={"length": 3, "eligible": True}),
            Evidence(**CITED, reference="纪要", facts={"length": 3}),
            Completion(**CITED, done_on=DAY),
            Reassignment(**CITED, to="leading-group", reason="调整"),
            Correction(**CITED, corrects="a", reason="误填", facts={"length": 2}),
            Correction(**CITED, corrects="a", reason="误填", facts={"done_on": DAY, "evidence": "纪要"}),
            CaseReport(**CITED, tally=Tally(counts={}), source="台账"),
        ],
    )
    def test_an_entry_that_cites_what_is_known_may_stand(self, entry: Entry) -> None:
        self.register.check(entry)

    def test_an_entry_of_no_kind_is_refused(self) -> None:
        refusal = Refusal(EntryError, "Entry", "entry", "one of its kinds", "ProgressReport", "记录种类不识")
        self.refused(refusal, Entry(**CITED))

    def test_a_text_that_holds_half_a_character_is_refused(self) -> None:
        entry = Comment(**CITED, text="\ud800")
        self.refused(
            Refusal(
                EntryError, entry.id, "entry", "half of one: surrogates", "its own encoding",
                "文字含有无法保存的字符",
            ),
            entry,
        )  # fmt: skip

    @every("name", ["new-raod", "m01.0"])
    def test_a_commitment_that_is_none_is_refused(self, name: str) -> None:
        near = {"new-raod": ("new-road",), "m01.0": ("m01.2", "m02.1")}[name]
        remedy = " or ".join(repr(one) for one in near)
        refusal = Refusal(
            UnknownNameError, name, "commitment", "no such name", remedy, "承诺事项编号不识", near
        )
        self.refused(refusal, Comment(**{**CITED, "commitment": name}, text="x"))

    def test_a_unit_that_is_none_is_refused(self) -> None:
        refusal = Refusal(UnknownNameError, "气象局", "unit", "no such name", KNOWN_UNITS, "单位编号不识")
        self.refused(refusal, Comment(**{**CITED, "unit": "气象局"}, text="x"))

    def test_a_unit_that_is_none_can_take_nothing_over(self) -> None:
        refusal = Refusal(
            UnknownNameError, "transprt", "to", "no such name", "'transport'", "单位编号不识", ("transport",)
        )
        self.refused(refusal, Reassignment(**CITED, to="transprt", reason="调整"))

    @every(
        "entry",
        [
            ProgressReport(**CITED, facts={"lenght": 3}),
            Evidence(**CITED, reference="纪要", facts={"lenght": 3}),
            Completion(**CITED, done_on=DAY, facts={"lenght": 3}),
            Correction(**CITED, corrects="a", reason="误填", facts={"lenght": 3}),
        ],
    )
    def test_a_fact_nobody_asks_for_is_refused(self, entry: Entry) -> None:
        refusal = Refusal(
            UnknownNameError, "lenght", "facts", "no such name", "'length'", "事实名称不识", ("length",)
        )
        self.refused(refusal, entry)

    def test_what_is_not_counted_cannot_be_added_to(self) -> None:
        entry = ProgressReport(**CITED, adds={"eligible": ["甲"]})
        refusal = Refusal(
            UnknownNameError, "eligible", "adds", "no such name", "Known: length.", "该事实不能逐项累加"
        )
        self.refused(refusal, entry)

    def test_a_value_that_cannot_be_true_is_refused_by_the_judge_s_own_rule(self) -> None:
        with pytest.raises(FactError, match="eligible"):
            self.register.check(ProgressReport(**CITED, facts={"eligible": 3}))
        with pytest.raises(FactError, match="length"):
            self.register.check(Correction(**CITED, corrects="a", reason="误填", facts={"length": "三"}))


def test_items_and_counts_can_be_added_to() -> None:
    register = Register({"a": TRANSPORT}, {"m01.1": reported_facts(FLOOR)})
    cited = {**CITED, "commitment": "m01.1", "unit": "a"}
    register.check(ProgressReport(**cited, adds={"items": ["甲"]}))
    assert Ledger.from_plan(PLAN).register.commitments.keys() == set(COMMITMENTS)
