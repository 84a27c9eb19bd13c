"""How tasks, conflicts and entries are put into words, in Chinese and in English."""

from __future__ import annotations

from datetime import date
from typing import Any

import attrs

from tests.evaluation.small_plan import commitment_of
from tests.ledger.small_ledger import AFTER, FLOOR, LIMIT, MILESTONE, OCTOBER, on, report, table, task
from tests.ledger.tables import every
from wushan_plan import Interval, Status, WorkingDays
from wushan_plan.explanation.reasons import reason_text
from wushan_plan.ledger import (
    Candidate,
    CaseReport,
    Colour,
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
from wushan_plan.ledger.wording import (
    BEST_FIRST,
    ENTRY,
    colour_text,
    due_text,
    entry_text,
    fact_text,
    parties_text,
    promised,
    stands_text,
    stated_text,
    status_text,
    tally_text,
    why,
)
from wushan_plan.model.criteria import AllOf
from wushan_plan.model.verdict import Lang

DAY = on(9, 30)
CITED: dict[str, Any] = {"commitment": "m01.1", "unit": "a", "author": "王", "at": DAY}
UNKNOWN = task(FLOOR, DAY)
PENDING = task(FLOOR, DAY, report(DAY, items=3))
MISSED = task(FLOOR, AFTER, report(OCTOBER, items=3))
TORN = task(FLOOR, DAY, report(DAY, items=3), report(DAY, author="李", items=4))
STALE = task(FLOOR, DAY, report(on(8, 2), items=3))
TALLY = Tally(counts={Status.MET: 10, Status.NOT_MET: 2})


def both(call: Any, *arguments: Any) -> tuple[str, str]:
    """In Chinese and in English."""
    return call(*arguments, "zh"), call(*arguments, "en")


def reasons(state: TaskState, lang: Lang) -> list[str]:
    """The reasons of its verdict, each before its parts."""
    assert state.verdict is not None
    return [reason_text(one, lang) for one in state.verdict.reasons]


class TestTasks:
    """A task says what was promised, until when, and how it stands."""

    def test_what_was_promised_is_said_without_a_full_stop(self) -> None:
        assert both(promised, PENDING) == ("一项承诺", "A commitment")

    def test_a_day_the_text_does_not_fix_is_marked(self) -> None:
        assert both(due_text, PENDING) == ("2021-10-31", "2021-10-31")
        inferred = task(MILESTONE, DAY)
        assert both(due_text, inferred) == ("2021-12-31（推断）", "2021-12-31 (inferred)")

    @every(
        ("colour", "zh", "en"),
        [
            (Colour.RED, "红", "red"),
            (Colour.YELLOW, "黄", "yellow"),
            (Colour.GREY, "灰", "grey"),
            (Colour.GREEN, "绿", "green"),
        ],
    )
    def test_its_colour(self, colour: Colour, zh: str, en: str) -> None:
        assert both(colour_text, attrs.evolve(PENDING, colour=colour)) == (zh, en)

    def test_its_status_and_that_it_was_made_good(self) -> None:
        assert both(status_text, MISSED) == ("未达标", "not met")
        good = attrs.evolve(MISSED, made_good=True)
        assert both(status_text, good) == ("未达标（逾期后补办）", "not met (made good late)")

    def test_beside_it_that_it_is_in_conflict_or_stale(self) -> None:
        assert both(stands_text, PENDING) == ("未到期", "pending")
        assert both(stands_text, TORN) == ("无法判定（冲突）", "unknown (in conflict)")
        assert both(stands_text, STALE) == ("未到期（陈旧）", "pending (stale)")
        torn = attrs.evolve(TORN, is_stale=True, made_good=True)
        assert both(stands_text, torn) == (
            "无法判定（逾期后补办）（冲突）（陈旧）",
            "unknown (made good late) (in conflict) (stale)",
        )

    def test_colours_are_counted_from_what_is_in_order_to_what_is_not_known(self) -> None:
        assert [one.value for one in BEST_FIRST] == ["green", "yellow", "red", "grey"]


class TestWhy:
    """Why a task stands so: conflicts first, then reasons, cases, and the excuse."""

    def test_nothing_was_reported(self) -> None:
        assert both(why, UNKNOWN) == ("尚无填报。", "Nothing was reported.")

    def test_the_reasons_of_the_verdict(self) -> None:
        assert both(why, PENDING) == ("".join(reasons(PENDING, "zh")), " ".join(reasons(PENDING, "en")))
        assert len(reasons(PENDING, "zh")) > 0

    def test_a_reason_is_followed_by_those_of_its_parts(self) -> None:
        several = commitment_of(AllOf((FLOOR.criterion, MILESTONE.criterion)))
        state = task(several, DAY, report(DAY, items=3))
        assert state.verdict is not None
        nested = attrs.evolve(state.verdict.reasons[0], parts=(attrs.evolve(state.verdict.reasons[-1]),))
        made = attrs.evolve(state, verdict=attrs.evolve(state.verdict, reasons=(nested,)))
        first, then = (reason_text(one, "en") for one in (nested, nested.parts[0]))
        assert why(made, "en") == f"{first} {then}"
        assert why(made, "zh") == reason_text(nested, "zh") + reason_text(nested.parts[0], "zh")

    def test_what_is_in_conflict_takes_their_place(self) -> None:
        assert both(why, TORN) == ("填报冲突：事项。", "In conflict: items.")
        (conflict,) = TORN.conflicts
        more = attrs.evolve(TORN, conflicts=(conflict, attrs.evolve(conflict, fact="cases:甲表")))
        assert both(why, more) == ("填报冲突：事项、甲表。", "In conflict: items, 甲表.")

    def test_why_the_facts_cannot_be_judged_together(self) -> None:
        broken = attrs.evolve(PENDING, problem="It ends before it begins.", problem_zh="止日早于起日。")
        assert both(why, broken) == ("止日早于起日。", "It ends before it begins.")

    def test_what_is_unknown_but_reported_on_has_its_reasons(self) -> None:
        reported = attrs.evolve(UNKNOWN, stood_on=DAY)
        assert both(why, reported) == ("".join(reasons(UNKNOWN, "zh")), " ".join(reasons(UNKNOWN, "en")))
        judged = attrs.evolve(PENDING, stood_on=None)
        assert why(judged, "zh") == "".join(reasons(PENDING, "zh"))

    def test_cases_and_those_that_are_open_and_late(self) -> None:
        state = task(LIMIT, DAY, table(DAY, met=10, late=2))
        assert both(why, state) == (
            "办件12件（达标10，未达标2）。",
            "12 cases (10 met, 2 not met).",
        )
        late = task(LIMIT, DAY, table(DAY, met=10, late=2, open_late=1))
        assert both(why, late) == (
            "办件12件（达标10，未达标2）。逾期未办结1件。",
            "12 cases (10 met, 2 not met). Open and late: 1.",
        )

    def test_a_recorded_excuse_unless_it_was_said_already(self) -> None:
        state = attrs.evolve(UNKNOWN, excuse="停电")
        assert both(why, state) == (
            "尚无填报。报告的理由：停电。",
            "Nothing was reported. Reason given: 停电.",
        )
        said = attrs.evolve(UNKNOWN, excuse="无填报")
        assert both(why, said) == ("尚无填报。", "Nothing was reported. Reason given: 无填报.")

    def test_how_old_a_stale_report_is(self) -> None:
        zh, en = both(why, STALE)
        assert zh == "".join(reasons(STALE, "zh")) + "填报截至2021-08-02，已陈旧。"
        assert en == " ".join(reasons(STALE, "en")) + " Stale: it stood on 2021-08-02."
        assert both(why, attrs.evolve(UNKNOWN, is_stale=True)) == ("尚无填报。", "Nothing was reported.")


class TestFacts:
    """A fact goes by its label, a value as people write it."""

    def test_a_fact_of_the_commitment_has_its_label(self) -> None:
        assert both(fact_text, PENDING, "items") == ("事项", "items")
        assert both(fact_text, PENDING, "reached_on")[0] != "reached_on"

    def test_a_table_has_its_name_and_anything_else_is_left_as_it_is(self) -> None:
        assert both(fact_text, PENDING, "cases:甲:乙表") == ("甲:乙表", "甲:乙表")
        assert both(fact_text, PENDING, "other") == ("other", "other")
        assert both(fact_text, PENDING, "other:") == ("other:", "other:")

    def test_cases_are_counted_by_status_in_one_order(self) -> None:
        assert both(tally_text, TALLY) == ("办件12件（达标10，未达标2）", "12 cases (10 met, 2 not met)")
        assert both(tally_text, Tally(counts={Status.MET: 1})) == ("办件1件（达标1）", "1 case (1 met)")
        assert both(tally_text, Tally(counts={})) == ("办件0件（）", "0 cases ()")

    @every(
        ("value", "zh", "en"),
        [
            (None, "不详", "not known"),
            (TALLY, "办件12件（达标10，未达标2）", "12 cases (10 met, 2 not met)"),
            (("甲", "乙"), "甲、乙", "甲, 乙"),
            (("甲", "乙", "丙", "丁", "戊"), "甲、乙、丙、丁、戊", "甲, 乙, 丙, 丁, 戊"),
            (("甲", "乙", "丙", "丁", "戊", "己"), "6项", "6 entries"),
            ((), "0项", "0 entries"),
            ((DAY, DAY), "2项", "2 entries"),
            (True, "是", "yes"),
            (41, "41", "41"),
            ("已办", "已办", "已办"),
            (WorkingDays(9), "9个工作日", "9 working days"),
        ],
    )
    def test_what_a_party_says(self, value: Any, zh: str, en: str) -> None:
        assert both(stated_text, value) == (zh, en)

    def test_who_says_what_of_which_days(self) -> None:
        one = Candidate("1", "王", 41, Interval(DAY, DAY))
        other = Candidate("2", "李", None, Interval(on(9, 1), DAY))
        conflict = Conflict("m01.1", "", "items", Dispute.DIFFERENT_VALUES, (one, other))
        assert both(parties_text, conflict) == (
            "王：41（2021-09-30）；李：不详（2021-09-01至2021-09-30）",
            "王: 41 (2021-09-30); 李: not known (2021-09-01 to 2021-09-30)",
        )


class TestEntries:
    """An entry says its facts, then what its kind is about, then its remark."""

    @every(
        ("entry", "zh", "en"),
        [
            (ProgressReport(**CITED, facts={"items": 41}, note="补"), "事项：41；补", "items: 41; 补"),
            (ProgressReport(**CITED, facts={"other": None}), "other：不详", "other: not known"),
            (
                ProgressReport(**CITED, facts={"items": 1}, adds={"items": ["甲", "乙"], "other": ["丙"]}),
                "事项：1；事项：新增乙、甲；other：新增丙",
                "items: 1; items: new 乙, 甲; other: new 丙",
            ),
            (
                Completion(**CITED, facts={"items": 41}, done_on=date(2021, 9, 8), evidence="文件"),
                "事项：41；2021-09-08；文件",
                "items: 41; 2021-09-08; 文件",
            ),
            (Completion(**CITED, done_on=DAY), "2021-09-30", "2021-09-30"),
            (Evidence(**CITED, reference="纪要"), "纪要", "纪要"),
            (
                CaseReport(**CITED, tally=TALLY, source="台账"),
                "台账；办件12件（达标10，未达标2）",
                "台账; 12 cases (10 met, 2 not met)",
            ),
            (DeviationReason(**CITED, reason="停电"), "停电", "停电"),
            (
                Correction(**CITED, corrects="a", reason="误填", facts={"items": 4}),
                "事项：4；误填",
                "items: 4; 误填",
            ),
            (
                Correction(**CITED, corrects="a", reason="误填", withdraws=True),
                "整条作废；误填",
                "withdrawn as a whole; 误填",
            ),
            (Reassignment(**CITED, to="b", reason="调整", note="补"), "转至b；调整；补", "to b; 调整; 补"),
            (Comment(**CITED, text="已阅"), "已阅", "已阅"),
        ],
    )
    def test_in_a_few_words(self, entry: Entry, zh: str, en: str) -> None:
        assert both(entry_text, entry, FLOOR) == (zh, en)

    def test_every_kind_has_a_name_in_both_languages(self) -> None:
        from wushan_plan.ledger.entries import KINDS

        assert ENTRY.keys() == KINDS.keys()
        assert all(zh and en for zh, en in ENTRY.values())
