"""Commitments: what makes one, what it asks, what it can answer (承诺事项)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from tests.model.small_plan import (
    DAY,
    ELIGIBLE,
    FILED,
    FINISHED,
    LAST,
    SENTENCES,
    NotedJudge,
    NotedLibrarian,
    commitment,
    small_plan,
)
from tests.model.told import Refusal
from wushan_plan.errors import DefinitionError, FactError, NotBoundError
from wushan_plan.model.commitment import Commitment, Deviation, Scope
from wushan_plan.model.criteria import (
    AllOf,
    Discretion,
    Floor,
    MeanTimeLimit,
    Prohibition,
    Quantity,
    Summary,
    TimeLimit,
)
from wushan_plan.model.facts import Fact, FactKind
from wushan_plan.model.modality import Modality, Status
from wushan_plan.model.periods import CalendarDays, Interval, WorkingDays
from wushan_plan.model.readings import Reading

LIMIT = TimeLimit(WorkingDays(9), FILED, FINISHED, Reading.BY_DATE)
MEAN = MeanTimeLimit(WorkingDays(30), FILED, FINISHED)
NEVER = Prohibition("某行为", "some act")
INCIDENTS = Fact("incidents", "某行为", "some act", FactKind.COUNT, "起")
DATED = Floor(Quantity("length", "新修里程", "new road", "公里"), 12, by=LAST)
ASKED: dict[str, Callable[[Commitment], object]] = {
    "place": lambda one: one.place,
    "section": lambda one: one.section,
    "lead_units": lambda one: one.lead_units,
    "sentence": lambda one: one.sentence,
    "interpretations": lambda one: one.interpretations,
    "deadline": lambda one: one.deadline(DAY),
    "evaluate": lambda one: one.evaluate(),
}


class TestMaking:
    """A target has its phrase, and a list of names is a list."""

    def test_it_shows_number_and_id(self) -> None:
        assert repr(commitment("m06.1", id="water")) == "<Commitment m06.1 water>"

    def test_a_target_without_phrase_is_refused(self) -> None:
        Refusal(
            DefinitionError, "water", "Commitment m06.1", "a target carries the phrase", "Give phrase=…."
        ).is_met_by(lambda: commitment("m06.1", id="water", is_target=True))

    def test_a_phrase_makes_no_target(self) -> None:
        assert not commitment(phrase="9个工作日").is_target

    @pytest.mark.parametrize("name", ["platforms", "instruments", "notes", "notes_en"])
    def test_one_name_in_place_of_a_list_is_refused(self, name: str) -> None:
        given: dict[str, Any] = {name: "渝快办"}
        Refusal(
            DefinitionError, "渝快办", "Commitment", "a tuple, not one string", "Write ('渝快办',)."
        ).is_met_by(lambda: commitment(**given))

    @pytest.mark.parametrize("name", ["platforms", "instruments", "notes"])
    def test_a_list_of_names_is_kept_as_a_tuple(self, name: str) -> None:
        given: dict[str, Any] = {"notes_en": ["one", "two"], name: ["渝快办", "一窗"]}
        assert getattr(commitment(**{"notes": given["notes_en"], **given}), name) == ("渝快办", "一窗")


class TestNotes:
    """Every note has its English."""

    @pytest.mark.parametrize("english", [(), ("one",), ("one", "two", "three")])
    def test_otherwise_it_is_refused(self, english: tuple[str, ...]) -> None:
        Refusal(
            DefinitionError,
            english,
            "Commitment m06.1",
            "every note has its English, in the same order; there are 2 notes",
            "Give notes_en=…",
        ).is_met_by(lambda: commitment("m06.1", id="water", notes=("甲", "乙"), notes_en=english))


class TestWithoutPlan:
    """A commitment answers only as part of a plan."""

    @pytest.mark.parametrize("ask", ASKED.values(), ids=ASKED)
    def test_it_refuses(self, ask: Callable[[Commitment], object]) -> None:
        Refusal(
            DefinitionError, "water", "Commitment m06.1", "only as part of a plan", "Take it from a Plan"
        ).is_met_by(lambda: ask(commitment("m06.1", id="water")))


class TestInItsPlan:
    """In a plan it leads to its place, its section, its lead units, its sentence and its readings."""

    def test_in_a_measure(self) -> None:
        plan = small_plan()
        shelving = plan.commitment("shelving")
        assert (shelving.place, shelving.section) == (plan.measures[2], plan.sections[1])
        assert [unit.id for unit in shelving.lead_units] == ["culture", "transport"]

    def test_in_a_safeguard(self) -> None:
        plan = small_plan()
        notice = plan.commitment("s2.1")
        assert (notice.place, notice.section, notice.lead_units) == (plan.safeguards[1], None, ())

    def test_its_sentence_is_there_once_the_text_is_bound(self) -> None:
        assert small_plan(sentences=SENTENCES).commitment("m02.1").sentence == "增开晚班。"
        with pytest.raises(NotBoundError):
            _ = small_plan().commitment("m02.1").sentence

    @pytest.mark.parametrize(
        ("name", "entries"),
        [
            ("new-road", ["T1", "T4"]),  # named by its id
            ("m02.1", ["T2", "T4"]),  # by its number
            ("shelving", ["T3", "T4"]),  # by its measure
            ("s1.1", ["T3", "T4"]),  # by its safeguard
            ("m01.2", ["T4"]),  # only by what touches everything
        ],
    )
    def test_the_register_touches_it_by_id_number_or_place(self, name: str, entries: list[str]) -> None:
        assert [entry.id for entry in small_plan().commitment(name).interpretations] == entries


class TestQuestion:
    """It asks for its criterion's facts, and first for the condition of its scope."""

    @pytest.mark.parametrize("scope", [None, Scope("某类", "some kind")])
    def test_without_a_condition_it_asks_what_its_criterion_asks(self, scope: Scope | None) -> None:
        assert commitment(criterion=NEVER, scope=scope).facts == (INCIDENTS,)

    def test_the_condition_of_its_scope_comes_first(self) -> None:
        conditional = Scope("某类", "some kind", condition=ELIGIBLE)
        assert commitment(criterion=NEVER, scope=conditional).facts == (ELIGIBLE, INCIDENTS)

    def test_readings_and_fixed_date_are_its_criterions(self) -> None:
        assert commitment(criterion=LIMIT).readings == (Reading.BY_DATE, Reading.BY_COUNT)
        assert (commitment(criterion=DATED).due_by, commitment(criterion=LIMIT).due_by) == (LAST, None)


class TestPossibleAnswers:
    """Met and unknown are always possible; the rest hangs on modality, criterion, scope and exceptions."""

    ROOM = (Deviation("原则上", "记明理由", "a reason"),)

    @pytest.mark.parametrize(
        ("attributes", "more"),
        [
            ({"criterion": NEVER}, {Status.NOT_MET}),
            ({"criterion": NEVER, "exceptions": ROOM}, {Status.NOT_MET, Status.EXCUSED}),
            ({"criterion": LIMIT}, {Status.NOT_MET, Status.PENDING}),
            ({"criterion": NEVER, "scope": Scope("某类", "some")}, {Status.NOT_MET, Status.NOT_APPLICABLE}),
            ({"criterion": NEVER, "modality": Modality.EXPLORE, "exceptions": ROOM}, set[Status]()),
            ({"criterion": Discretion("变更", "change"), "exceptions": ROOM}, {Status.NOT_APPLICABLE}),
        ],
    )
    def test_are_those_it_allows(self, attributes: dict[str, Any], more: set[Status]) -> None:
        assert commitment(**attributes).possible_statuses == {Status.MET, Status.UNKNOWN} | more

    def test_all_but_a_summary_counts(self) -> None:
        assert not commitment(criterion=Summary()).counts
        assert commitment(criterion=AllOf((NEVER,))).counts


class TestOtherLimit:
    """A time limit can be tried out; the plan's own is remembered, and is no trial."""

    @pytest.mark.parametrize("criterion", [LIMIT, MEAN])
    @pytest.mark.parametrize("limit", [WorkingDays(7), CalendarDays(0)])
    def test_replaces_the_limit_alone(
        self, criterion: TimeLimit | MeanTimeLimit, limit: WorkingDays | CalendarDays
    ) -> None:
        trial = commitment(criterion=criterion, notes=("T1",), notes_en=("T1",)).with_limit(limit)
        assert isinstance(trial.criterion, (TimeLimit, MeanTimeLimit))
        assert (trial.criterion.limit, trial.trial_of) == (limit, criterion.limit)
        assert (trial.criterion.start, trial.notes) == (criterion.start, ("T1",))

    def test_a_second_trial_remembers_the_plans_own_limit(self) -> None:
        trial = commitment(criterion=LIMIT).with_limit(WorkingDays(7)).with_limit(WorkingDays(5))
        assert trial.trial_of == WorkingDays(9)

    def test_the_plans_own_limit_is_no_trial(self) -> None:
        own = commitment(criterion=LIMIT)
        assert own.with_limit(WorkingDays(9)) == own
        assert own.with_limit(WorkingDays(7)).with_limit(WorkingDays(9)) == own

    @pytest.mark.parametrize("limit", [7, "7", None, date(2021, 9, 24)])
    def test_what_is_no_number_of_days_is_refused(self, limit: Any) -> None:
        Refusal(
            FactError,
            limit,
            "water.with_limit",
            "a number of working days or of calendar days",
            "Give WorkingDays(7) or CalendarDays(20).",
        ).is_met_by(lambda: commitment(criterion=LIMIT, id="water").with_limit(limit))

    @pytest.mark.parametrize("criterion", [NEVER, AllOf((LIMIT,))])
    def test_where_none_can_be_replaced_it_is_refused(self, criterion: Prohibition | AllOf) -> None:
        Refusal(
            FactError,
            WorkingDays(7),
            "water.with_limit",
            "water sets no time limit",
            "whose criterion is a TimeLimit or a MeanTimeLimit",
            zh="water没有可以替换的时限",
        ).is_met_by(lambda: commitment(criterion=criterion, id="water").with_limit(WorkingDays(7)))


class TestAsking:
    """What is asked of a commitment goes to its plan's judge as it was given."""

    def test_for_a_deadline(self) -> None:
        judge = NotedJudge()
        asked = small_plan().introduced_to(judge, NotedLibrarian()).commitment("shelving")
        assert asked.deadline().commitment is asked
        asked.deadline(DAY, suspended=[(DAY, LAST)])
        assert judge.asked == [
            (asked, {"start": None, "suspended": ()}),
            (asked, {"start": DAY, "suspended": [(DAY, LAST)]}),
        ]

    def test_for_a_verdict(self) -> None:
        judge = NotedJudge()
        asked = small_plan().introduced_to(judge, NotedLibrarian()).commitment("shelving")
        assert asked.evaluate().commitment is asked
        given: dict[str, Any] = {
            "as_of": LAST,
            "reading": Reading.BY_DATE,
            "excuse": "依规",
            "suspended": [Interval(DAY, LAST)],
            "in_scope": None,
        }
        asked.evaluate(start=DAY, end=None, **given)
        nothing = {"as_of": None, "reading": None, "excuse": None, "suspended": (), "in_scope": True}
        assert judge.asked == [
            (asked, {**nothing, "facts": {}}),
            (asked, {**given, "facts": {"start": DAY, "end": None}}),
        ]
