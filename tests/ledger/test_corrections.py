"""What each entry says once it is corrected, and which corrections do not count."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from wushan_plan.ledger import (
    Comment,
    Completion,
    Correction,
    DeviationReason,
    Entry,
    Evidence,
    LedgerProblem,
    ProgressReport,
    Reassignment,
    Standing,
)
from wushan_plan.ledger.corrections import standings


def cited(day: int, **fields: Any) -> dict[str, Any]:
    return {"commitment": "new-road", "unit": "transport", "author": "王", "at": date(2021, 9, day), **fields}


def correction(day: int, entry: Entry, **fields: Any) -> Correction:
    given: dict[str, Any] = {**cited(day), "corrects": entry.id, "reason": "多录一位", **fields}
    return Correction(**given)


WRITTEN = ProgressReport(**cited(10), facts={"length": 120, "lanes": 2})


def stands(*entries: Entry) -> Standing:
    """What became of :data:`WRITTEN`, where every correction counts."""
    found, problems = standings([WRITTEN, *entries])
    assert problems == ()
    return found[0]


class TestUncorrected:
    """An entry that nobody corrects says what is written in it."""

    @pytest.mark.parametrize(
        ("entry", "facts"),
        [
            (WRITTEN, {"lanes": 2, "length": 120}),
            (
                Completion(**cited(10), done_on=date(2021, 9, 8), evidence="纪要", facts={"length": 12}),
                {"done_on": date(2021, 9, 8), "evidence": "纪要", "length": 12},
            ),
            (Completion(**cited(10), done_on=date(2021, 9, 8)), {"done_on": date(2021, 9, 8)}),
            (
                Evidence(**cited(10), reference="照片", facts={"length": 12}),
                {"evidence": "照片", "length": 12},
            ),
            (DeviationReason(**cited(10), reason="雨季"), {}),
            (Reassignment(**cited(10), to="culture", reason="分工调整"), {}),
            (Comment(**cited(10), text="已阅"), {}),
        ],
    )
    def test_says_what_is_written(self, entry: Entry, facts: dict[str, object]) -> None:
        (found,), problems = standings([entry])
        assert found == Standing(entry, found.facts)
        assert dict(found.facts) == facts
        assert problems == ()

    def test_says_it_beside_one_that_is_corrected(self) -> None:
        other = Evidence(**cited(11), reference="照片")
        remark = Comment(**cited(12), text="已阅")
        found, _ = standings([remark, other, WRITTEN, correction(13, WRITTEN, facts={"length": 12})])
        assert [one.entry for one in found[:3]] == [WRITTEN, other, remark]
        assert [dict(one.facts) for one in found] == [
            {"lanes": 2, "length": 12},
            {"evidence": "照片"},
            {},
            {"length": 12},
        ]


class TestCorrected:
    """Of the corrections in force, the last that speaks of a fact wins."""

    def test_by_one(self) -> None:
        right = correction(11, WRITTEN, facts={"length": 12})
        assert stands(right) == Standing(WRITTEN, (("lanes", 2), ("length", 12)), corrections=(right,))

    def test_by_two_in_the_order_of_their_days(self) -> None:
        first = correction(11, WRITTEN, facts={"length": 12, "lanes": 4})
        last = correction(12, WRITTEN, facts={"length": 13})
        assert stands(last, first) == Standing(
            WRITTEN, (("lanes", 4), ("length", 13)), corrections=(first, last)
        )

    def test_in_what_it_did_not_say_before(self) -> None:
        right = correction(11, WRITTEN, facts={"bridges": 1})
        assert stands(right).facts == (("bridges", 1), ("lanes", 2), ("length", 120))

    def test_a_fact_that_is_struck_is_not_stated(self) -> None:
        assert stands(correction(11, WRITTEN, facts={"length": None})).facts == (("lanes", 2),)

    def test_striking_what_was_never_stated_changes_nothing(self) -> None:
        right = correction(11, WRITTEN, facts={"bridges": None, "length": 12})
        assert stands(right).facts == (("lanes", 2), ("length", 12))

    def test_on_the_day_it_was_written(self) -> None:
        assert dict(stands(correction(10, WRITTEN, facts={"length": 12})).facts)["length"] == 12


class TestWithdrawn:
    """An entry is withdrawn when its last correction says so; it keeps its place and its facts."""

    def test_by_its_correction(self) -> None:
        gone = correction(11, WRITTEN, withdraws=True)
        assert stands(gone) == Standing(WRITTEN, WRITTEN.facts, withdrawn=True, corrections=(gone,))

    def test_stands_again_by_a_later_one(self) -> None:
        gone = correction(11, WRITTEN, withdraws=True)
        back = correction(12, WRITTEN, facts={"length": 12})
        assert not stands(gone, back).withdrawn

    def test_stands_again_when_its_correction_is_withdrawn(self) -> None:
        gone = correction(11, WRITTEN, withdraws=True, facts={"length": 12})
        undone = correction(12, gone, withdraws=True)
        assert stands(gone, undone) == Standing(WRITTEN, WRITTEN.facts)

    def test_stays_withdrawn_when_that_is_withdrawn_in_its_turn(self) -> None:
        gone = correction(11, WRITTEN, withdraws=True)
        undone = correction(12, gone, withdraws=True)
        again = correction(13, undone, withdraws=True)
        assert stands(again, undone, gone) == Standing(
            WRITTEN, WRITTEN.facts, withdrawn=True, corrections=(gone,)
        )

    def test_a_correction_that_is_corrected_says_what_it_should_have_said(self) -> None:
        first = correction(11, WRITTEN, facts={"length": 13})
        better = correction(12, first, facts={"length": 12})
        assert dict(stands(first, better).facts)["length"] == 12
        assert stands(first, better).corrections == (first,)


class TestNotCounting:
    """A correction of something that is not there, not its own or later changes nothing and is named."""

    @staticmethod
    def refused(wrong: Correction, zh: str, en: str) -> None:
        good = correction(12, WRITTEN, facts={"length": 12})
        found, problems = standings([wrong, WRITTEN, good])
        assert problems == (LedgerProblem(wrong.id, wrong.commitment, wrong.unit, zh, en),)
        (mine,) = (one for one in found if one.entry == WRITTEN)
        assert mine == Standing(WRITTEN, (("lanes", 2), ("length", 12)), corrections=(good,))

    def test_of_what_is_not_in_the_ledger(self) -> None:
        wrong = correction(11, WRITTEN, corrects="0" * 32, facts={"length": 13})
        self.refused(wrong, "所更正的记录不在台账内", "the entry it corrects is not in the ledger")

    @pytest.mark.parametrize("cites", [{"unit": "culture"}, {"commitment": "shelving"}])
    def test_of_what_is_another_s(self, cites: dict[str, str]) -> None:
        wrong = correction(13, WRITTEN, facts={"length": 13}, **cites)
        self.refused(
            wrong,
            "所更正的记录属于另一事项或另一单位",
            "the entry it corrects is on another commitment or unit",
        )

    def test_of_what_is_written_later(self) -> None:
        wrong = correction(9, WRITTEN, facts={"length": 13})
        self.refused(wrong, "更正早于所更正的记录", "it is of an earlier day than the entry it corrects")

    def test_a_correction_of_one_that_does_not_count_changes_only_that(self) -> None:
        wrong = correction(9, WRITTEN, facts={"length": 13})
        corrected = correction(13, wrong, facts={"length": 14})
        found, problems = standings([wrong, WRITTEN, corrected])
        assert [problem.entry for problem in problems] == [wrong.id]
        assert [(dict(one.facts).get("length"), one.corrections) for one in found] == [
            (14, (corrected,)),
            (120, ()),
            (14, ()),
        ]
